"""Members who are told of together: the founders of a group, lists by day, and those whom one count takes in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.candidates import DateMention, PersonRef
from scripts.caucus_changes.dating import in_its_year
from scripts.caucus_changes.merging import Telling
from scripts.caucus_changes.sentence_shorthand import in_shorthand
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import PARTY, PERSON, Shorthand
from scripts.dates import dates_from

_A_LIST = 1200
"""How many characters after a count the members of its list may stand."""
_NAMES = rf"{PERSON}(?:(?:,| and|, and|,? as well as) {PERSON})*"
# "the G under P", "11 founders, among them P and P", "the G, led by P"; not "the G under fire from P"
_FOUNDERS_HERE = re.compile(
    rf"\b(?:under|led\sby|headed\sby|among\sthem|including|includes?|by)\s(?:(?:leader|interim\sleader|senators"
    rf"|(?:two|three|four)\s(?:{PARTY}|\w+),)\s)?(?P<n>{_NAMES})(?!')"
)
# "P leads it for now and P is his deputy; P, P and P are among the members"
_FOUNDERS_NEXT = re.compile(
    rf"(?P<n>{_NAMES})(?:,\s[^,.;]{{3,60}},)?\s(?:(?:will\s)?(?:leads?|heads?|chairs?)\s(?:it|the\s(?:new\s)?(?:group|caucus|party))\b"
    r"|(?:is|are|was|were|will\sbe)\s(?:now\s)?(?:(?:chosen|named|elected)\s)?(?:(?:its|the|his|her|their|an?)\s)?(?:new\s|interim\s|deputy\s|first\s|acting\s)*"
    r"(?:leader|chair|deputy|whip|facilitator|co-?ordinator|liaison|members?\b(?!\s(?:for|of\sParliament)))"
    r"|(?:is|are|was|were)\s(?:also\s)?(?:among|one\sof|part\sof)\s(?:the|its|them)\b)"
)
_MEMBERS_ARE = re.compile(
    rf"\b(?:[Ii]ts|[Tt]he)\s(?:others?|(?:other\s|founding\s|new\s|\w+\s)?(?:members|founders|senators|MPs|MLAs)|rest)\s(?:are|were|include|included)\s(?P<n>{_NAMES})(?!')"
)


def founders_of(reading: Reading, at: int) -> tuple[PersonRef, ...]:
    """Who founded a group of which the sentence at `at` tells: named in it, or as its leader and members just after."""
    sentence = reading.layout.sentence_at(at)
    paragraph = reading.layout.paragraph_at(at)
    if sentence is None or paragraph is None:
        return ()
    found: list[PersonRef] = []
    for match, short in _matches(reading, sentence, (_FOUNDERS_HERE,), at):
        found += [s.value for s in short.signs_in(*match.span("n"), PERSON) if isinstance(s.value, PersonRef)]
    start = sentence[1]
    for _ in range(2):
        following = reading.layout.sentence_at(min(start + 1, paragraph[1])) or reading.layout.sentence_at(start + 2)
        if following is None or following[0] < start or following[1] > paragraph[1]:
            break
        for match, short in _matches(reading, following, (_FOUNDERS_NEXT, _MEMBERS_ARE), 0):
            found += [s.value for s in short.signs_in(*match.span("n"), PERSON) if isinstance(s.value, PersonRef)]
        start = following[1]
    return tuple(dict.fromkeys(found))


def _matches(
    reading: Reading, sentence: tuple[int, int], patterns: Sequence[re.Pattern[str]], at: int
) -> Iterator[tuple[re.Match[str], Shorthand]]:
    short = in_shorthand(reading, *sentence)
    first = next((i for i, place in enumerate(short.places) if place >= at), 0)
    for pattern in patterns:
        for match in pattern.finditer(short.text, first):
            yield match, short


def day_in_list(reading: Reading, person: PersonRef, at: int) -> DateMention | None:
    """The day of a member in a list by days: "Ten members left: on May 16 P, P and P; in late June P and P"."""
    mention = next((m for m in reading.cast.within(at, at + _A_LIST) if m.person == person), None)
    if mention is None:
        return None
    text = reading.article.text
    low = max(text.rfind(";", at, mention.start), text.rfind(":", at, mention.start))
    named = dates_from(reading.dates, low, mention.start) if low >= 0 else ()
    return in_its_year(reading, named[-1]) if named else None


# "She is the fourth to go this year.", "the third departure since January" (from when, not when)
_NTH_TO_GO = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)\s[^.;:]{0,50}?(?:to\s(?:go|leave|quit|depart|resign|exit"
    r"|be\s\w+|break|walk|cross|defect)|departure|defection|exit|loss|member\slost)\b[^.;:]{0,50}"
)


def with_time_of_count(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """ "She is the fourth to go this year. P was expelled, P and P resigned": an undated one of the paragraph is of
    the year that the count is of."""
    counts = list(_counts(reading))
    if not counts:
        return list(tellings)
    found = []
    for telling in tellings:
        when = next(
            (
                when
                for (low, high), when in counts
                if telling.day is None and not telling.current and low <= telling.start < high
            ),
            None,
        )
        found.append(replace(telling, day=when.date, precision=when.precision) if when is not None else telling)
    return found


def _counts(reading: Reading) -> Iterator[tuple[tuple[int, int], DateMention]]:
    """Behind each count: to the end of its paragraph, and the year or month that it names."""
    for match in _NTH_TO_GO.finditer(reading.article.text):
        paragraph = reading.layout.paragraph_at(match.start())
        when = next((d for d in dates_from(reading.dates, *match.span()) if d.precision != "day"), None)
        if when is None or paragraph is None:
            continue
        if reading.article.text[when.start : when.end].lower().startswith(("since", "after", "before", "until")):
            continue
        yield (match.end(), paragraph[1]), when
