"""Changes that the register records, told in words that the rules of this package do not know.

There is no end to the ways of saying it: "told her that she would not be part of the caucus any longer", "gone over to
the Grits in February 1962". What the register already has needs less to be recognised: the member, a word that goes
with leaving or arriving (scripts/lexicon/recorded.yaml), and enough of the day and the caucuses that no other sentence
is likely. Such a row tells nothing new; it says that the article is evidence for the change. A denial, a plan or a
question is none, nor is a change after the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from scripts.candidates import CaucusChange, DateMention, PersonRef
from scripts.caucus_changes.anaphora import UNAFFILIATED
from scripts.caucus_changes.sentences import Reading
from scripts.dates import dates_from
from scripts.lexicon import load
from scripts.parties import FEDERAL, PartyMention
from scripts.people.gazetteer import Move, last_day
from scripts.people.mentions import Mention

_ENOUGH = 4
_DAY, _MONTH, _YEAR, _CAUCUS, _NEWS, _WORD = 3, 2, 1, 2, 2, 1
"""What speaks for a sentence: its date agrees to the day, the month, the year; it names a caucus of the change (both
are enough); the day of publication is that of the change; it says "caucus" or "independent"."""
_AS_NEWS = timedelta(days=4)
_REMEMBERED = timedelta(days=3 * 365)
"""For so long the only change of a member to or from a caucus is told without a date."""
_ABOUT_THE_DAY = timedelta(days=1)
_SAME = timedelta(days=62)
_LONGEST = 700
_REMOVALS = frozenset(["expelled", "suspended", "left"])
"""Kinds of change in which others may have acted. Who went by their own will may be the one who removes another."""
_CAUCUS_WORD = re.compile(
    r"\b(?:caucus|floor|parquet|rangs|ranks|fold|(?:the|his|her|their|le|son|leur)\s(?:party|parti|formation))\b",
    re.IGNORECASE,
)
# What stands beyond one of these says nothing of the change
_CLAUSE = re.compile(r"[;:“”\"«»]|\s[—–]\s|—|\s--\s")
_ALONE = re.compile(r"\b(?:in|non-?af|un-?af)(?:dépendante?s?|dependents?|filiated|filiée?s?)\b", re.IGNORECASE)
# "Liberal MP Roy", "le député libéral Roy": what the member was called, not what was left or joined
_AS_TITLE = re.compile(
    r"['’]?s?\s(?:backbench\s|House\s|caucus\s)?(?:MPP?s?|MLAs?|MNAs?|MHAs?|[Ss]enators?|[Ll]eader|cabinet|government|[Pp]remier"
    r"|[Pp]rime|minister|candidate|nomination|bill|motion|platform|critic|whip|[Mm]\.|Mme)\b"
)
_TITLE_BEFORE = re.compile(r"\b(?:député|sénateur|ministre|cheffe?|candidat|élu|whip)e?s?\s$")
# "resigned from cabinet", "a démissionné comme ministre", "gave up her seat": something else that was left
_ELSEWHERE = re.compile(
    r"\s(?:his\s|her\s|their\s|the\s|as\s|from\s|of\s|du\s|le\s|la\s|son\s|comme\s|a\s|de\s){0,3}(?:\w+\s)?(?:cabinet|ministers?|ministre"
    r"|portfolio|poste?|committee|comité|conseil\sdes\sministres|leadership|leader|chef|politics|politique|race|course"
    r"|seat\sin\sthe\s(?:House|legislature|Senate|Commons)|Parliament|meeting)\b(?!\s(?:and|et|mais|but))"
)


@dataclass(frozen=True)
class _Found:
    score: int
    move: Move
    when: DateMention | None
    mention: Mention
    sentence: tuple[int, int]


def recorded_changes(reading: Reading, told: Sequence[CaucusChange]) -> Iterator[CaucusChange]:
    """Rows for the changes of the register that a sentence of the article tells and `told` lacks, in order of place."""
    published = reading.article.published_on
    if published is None:
        return
    best: dict[tuple[PersonRef, Move], _Found] = {}
    for mention in reading.cast.mentions:
        if mention.person.person_id is None or mention.quoted:
            continue
        for move in reading.gazetteer.moves_of(mention.person.person_id):
            if move.date > published or _is_told(told, mention.person, move):
                continue
            found = _look(reading, mention, move, published)
            if found is not None and _is_told_there(told, found):
                continue
            known = best.get((mention.person, move))
            if found is not None and (known is None or found.score > known.score):
                best[mention.person, move] = found
    for found in _one_a_sentence(best.values()):
        yield _row(found)


def _is_told(told: Iterable[CaucusChange], person: PersonRef, move: Move) -> bool:
    """Whether a row that a rule has found is this change."""
    for row in told:
        if row.person.person_id != person.person_id:
            continue
        if row.date is None:
            if row.kind == move.kind or row.to_party_id == move.joined or row.from_party_id == move.left:
                return True
        elif row.date <= last_day(move.date, move.precision) + _SAME and last_day(
            row.date, row.date_precision or "day"
        ) >= (move.date - _SAME):
            return True
    return False


def _is_told_there(told: Iterable[CaucusChange], found: _Found) -> bool:
    """Whether a rule has found a like change of the member in this sentence, if with another date."""
    start, end = found.sentence
    move = found.move
    return any(
        row.person.person_id == found.mention.person.person_id
        and row.start < end
        and start < row.end
        and (row.kind == move.kind or row.to_party_id == move.joined or row.from_party_id == move.left)
        for row in told
    )


def _one_a_sentence(found: Iterable[_Found]) -> list[_Found]:
    """Of a person a sentence tells one change, the one that most speaks for; the earlier of equals."""
    best: dict[tuple[PersonRef, int], _Found] = {}
    for one in found:
        key = one.mention.person, one.sentence[0]
        if key not in best or (one.score, best[key].move.date) > (best[key].score, one.move.date):
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.sentence, one.mention.start))


def _look(reading: Reading, mention: Mention, move: Move, published: date) -> _Found | None:
    sentence = reading.layout.sentence_at(mention.start)
    if sentence is None or sentence[1] - sentence[0] > _LONGEST:
        return None
    start, end = sentence
    text = reading.article.text[start:end]
    if text.rstrip("\"”'» ").endswith("?") or not _goes_with(text, move, reading.article.language):
        return None
    parties = _parties_of(reading, move, start, end)
    alone = move.joined in UNAFFILIATED and _ALONE.search(text) is not None
    says_caucus = _CAUCUS_WORD.search(text) is not None
    if not (parties or alone or says_caucus):
        return None
    when = _agreeing(reading, move, start, end)
    # "said on Tuesday that Roy may no longer sit with the Liberals": on the very day that is no doubt
    if (when is None or when.precision != "day") and _is_doubtful(
        reading, _without_dates(reading, start, end), mention.start - start, mention.end - start
    ):
        return None
    score = _CAUCUS * len(parties) + _WORD * (alone + says_caucus)
    if when is not None:
        score += {"day": _DAY, "month": _MONTH, "year": _YEAR}[when.precision]
    elif published - last_day(move.date, move.precision) <= _AS_NEWS and not _names_a_day(reading, start, end):
        score += _NEWS
    elif _has_another(reading, mention.person, move):
        return None  # undated, and which of two or more changes is meant the words do not say
    elif published - last_day(move.date, move.precision) <= _REMEMBERED:
        score += _WORD
    return _Found(score, move, when, mention, sentence) if score >= _ENOUGH else None


def _goes_with(text: str, move: Move, language: str) -> bool:
    """Whether a word of leaving stands in the sentence (for who was removed also one of removing, for who went to
    another caucus one of arriving), and not one of leaving something else only."""
    leaving, removing, arriving = _cues("fr" if language == "fr" else "en")
    cues: list[re.Match[str]] = []
    if move.left not in UNAFFILIATED:
        cues += leaving.finditer(text)
        if move.kind in _REMOVALS:
            cues += removing.finditer(text)
    if move.joined not in UNAFFILIATED:
        cues += arriving.finditer(text)
    return any(_ELSEWHERE.match(text, cue.end()) is None for cue in cues)


@cache
def _cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    groups = load("recorded")[language]
    return _beginnings(groups["leaving"]), _beginnings(groups["removing"]), _beginnings(groups["arriving"])


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted({str(word) for word in words}, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{listed})\w*", re.IGNORECASE)


def _parties_of(reading: Reading, move: Move, start: int, end: int) -> set[str]:
    """Which caucuses of the change the sentence names other than in a member's title."""
    text = reading.article.text
    sides = [side for side in (move.left, move.joined) if side is not None and side not in UNAFFILIATED]
    named = reading.parties.find(text, start, end, language=reading.article.language, day=reading.article.published_on)
    return {
        side
        for party in named
        if _AS_TITLE.match(text, party.end) is None
        and _TITLE_BEFORE.search(text, max(0, party.start - 12), party.start) is None
        for side in sides
        if _means(reading, party, side, move.date)
    }


def _means(reading: Reading, party: PartyMention, side: str, day: date) -> bool:
    """Whether a party's name can mean the caucus: "the Tories" of the caucus's own legislature and time."""
    if party.party_id == side:
        return True
    home = reading.parties.home(side)
    return home is not None and reading.parties.party(party.text, home or FEDERAL, day) == side


def _agreeing(reading: Reading, move: Move, start: int, end: int) -> DateMention | None:
    """The most exact date in the sentence that agrees with the register's day."""
    last = last_day(move.date, move.precision)
    fitting = [
        when
        for when in dates_from(reading.dates, start, end)
        if when.date - _ABOUT_THE_DAY * (when.precision == "day") <= last
        and last_day(when.date, when.precision) + _ABOUT_THE_DAY * (when.precision == "day") >= move.date
    ]
    return min(fitting, key=lambda when: ("day", "month", "year").index(when.precision), default=None)


def _without_dates(reading: Reading, start: int, end: int) -> str:
    """The sentence with its dates blotted out: "in May 2022" expresses no doubt."""
    text = reading.article.text[start:end]
    for when in dates_from(reading.dates, start, end):
        low, high = when.start - start, min(when.end, end) - start
        text = text[:low] + " " * (high - low) + text[high:]
    return text


def _is_doubtful(reading: Reading, text: str, low: int, high: int) -> bool:
    """Whether the part of the sentence around the member denies, plans, wishes or asks, or is of a candidate."""
    marks = [match.span() for match in _CLAUSE.finditer(text)]
    start = max((end for _, end in marks if end <= low), default=0)
    stop = min((begin for begin, _ in marks if begin >= high), default=len(text))
    clause = text[start:stop].replace("’", "'")
    words = reading.words
    return (
        words.not_fact.search(words.still_fact.sub(" ", clause)) is not None
        or words.candidacy.search(clause) is not None
    )


def _has_another(reading: Reading, person: PersonRef, move: Move) -> bool:
    """Whether the person has another change from or to one of these caucuses."""
    sides = {move.left, move.joined} - UNAFFILIATED
    moves = reading.gazetteer.moves_of(person.person_id or "")
    return any(other != move and sides & {other.left, other.joined} for other in moves)


def _names_a_day(reading: Reading, start: int, end: int) -> bool:
    return any(when.precision != "year" for when in dates_from(reading.dates, start, end))


def _row(found: _Found) -> CaucusChange:
    move, when = found.move, found.when
    day, precision = (when.date, when.precision) if when else (move.date, move.precision)
    return CaucusChange(
        start=found.sentence[0],
        end=found.sentence[1],
        person=found.mention.person,
        chamber=move.chamber,
        date=day,
        date_precision=precision,
        kind=move.kind,
        from_party_id=move.left,
        from_name=None,
        to_party_id=move.joined,
        to_name=None,
        reason=None,
        rule="recorded",
        confidence=0.6,
        from_basis="register",
        to_basis="register",
    )
