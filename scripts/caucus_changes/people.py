"""Which persons a subject stands for: names, pronouns, roles, "Seven Bloc MPs"; and whether they are members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from scripts.candidates import PersonRef
from scripts.caucus_changes.countries import is_of_canada
from scripts.caucus_changes.lists import is_somebody, last_listed, listed_after
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import Shorthand, Sign
from scripts.caucus_changes.subjects import FOUNDERS, Who
from scripts.caucus_changes.together import founders_of
from scripts.parties import FEDERAL, PartyMention
from scripts.people.word_lists import words as name_words


def people_meant(reading: Reading, who: Who, short: Shorthand) -> Iterator[tuple[PersonRef, Sign | None]]:
    """The persons meant; those that the article leaves open are none."""
    if who.signs:
        for sign in who.signs:
            if isinstance(sign.value, PersonRef) and is_somebody(sign.value):
                yield sign.value, sign
        return
    if who.words == FOUNDERS:
        for person in founders_of(reading, who.start):
            if is_somebody(person):
                yield person, None
        return
    lowered = who.words.lower()
    if who.count:
        for person in listed_after(reading, who.start, who.count):
            yield person, Sign(who.start, who.start, person, who.title, who.title_signs) if who.title else None
        return
    if re.fullmatch(reading.words.group_words, lowered, re.IGNORECASE) or lowered in ("them", "their", "eux", "leur"):
        for person in last_listed(reading, who.start):
            yield person, None
        return
    found = reading.cast.resolve(who.words, who.start)
    told = reading.layout.sentence_at(who.start) if lowered in ("he", "she") else None
    if told is not None and _TOLD_SOMEBODY.search(reading.article.text, told[0], who.start):
        # "The leader told her that she was out of caucus": who was told, named before
        teller = found
        found = reading.cast.resolve(who.words, told[0])
        if found == teller and any(
            m.person == teller for m in reading.cast.within(told[0], who.start) if m.kind != "pronoun"
        ):
            return
    heads_government = reading.cast.hints_of(found).roles & {"premier", "prime_minister"}
    if heads_government and not who.object and lowered in ("he", "she", "il", "elle"):
        return  # "The premier told P he could not stay; he now sits as an Independent": nobody is guessed
    if lowered in ("son", "sa") and _leads(reading, found):
        return  # « Le premier ministre a été correct avec P avant son départ du parti »
    if who.object:
        agent = next((s for s in reversed(short.signs) if s is not None and s.start < who.start), None)
        sentence = reading.layout.sentence_at(who.start)
        if (
            agent is not None
            and agent.value == found
            and _ANOTHER_DOES.search(reading.article.text, agent.end, who.start)
        ):
            yield found, None  # "expelled P, a month after it suspended him"
            return
        if sentence is not None and agent is not None and agent.value != found and _acts_in(reading, found, *sentence):
            # "The premier said that he had dropped P from cabinet and put him out of caucus"
            others = {
                s.value for s in short.signs if s is not None and s.start < who.start and isinstance(s.value, PersonRef)
            } - {found}
            if len(others) != 1:
                return
            found = next(iter(others))
            agent = None
        if agent is not None and agent.value == found and sentence is not None:
            found = reading.cast.resolve(who.words, sentence[0])  # "P expelled her": somebody named before
            beside = {
                s.value
                for s in short.signs
                if s is not None and s.start < agent.start and isinstance(s.value, PersonRef) and s.value != agent.value
            }
            if len(beside) == 1:  # "P is no longer a G: P had him put out of the caucus"
                found = next(iter(beside))
            if agent.value == found:
                return
        if agent is None or agent.value != found:
            removed = _removed(reading, found, who.start)
            if removed is None:
                return
            found = removed
    if told is not None and found.person_id is None:
        found = _member_before(reading, found, told[0]) or found
    if found.unresolved_reason is not None and found.person_id is None and not _is_known(reading, found):
        names = [s for s in short.signs if s is not None and isinstance(s.value, PersonRef) and s.start < who.start]
        only = {s.value for s in names if isinstance(s.value, PersonRef)}
        if re.match(r"(?:the|le|la|l')\s?\S", lowered):
            subject = reading.cast.subject_before(who.start)
            if (
                subject is not None
                and is_somebody(subject)
                and _is_so_called(reading, subject, who)
                and (len(only) < 2 or _surely_called(reading, subject, who))
                and not _is_head(reading, subject)
            ):
                yield subject, None
            return
        if re.match(r"(?:an?|une?)\s\S", lowered):
            named = _named_next(reading, who.start)
            if named is not None:
                yield named, Sign(who.start, who.start, named, who.words)
            return
        if not only and lowered in ("his", "her", "son", "sa"):
            # « Depuis son expulsion du caucus, P siège » where nobody was named before
            names = [s for s in short.signs if s is not None and isinstance(s.value, PersonRef)]
            only = {s.value for s in names if isinstance(s.value, PersonRef)}
        if (
            lowered in ("he", "she", "his", "her", "il", "elle", "son", "sa")
            and len(only) == 1
            and is_somebody(next(iter(only)))
            and not (lowered in ("son", "sa") and _leads(reading, next(iter(only))))
        ):
            yield next(iter(only)), names[-1]
        return
    yield found, None


def _leads(reading: Reading, person: PersonRef) -> bool:
    """Whether the article or the register has the person at the head of a government."""
    day = reading.article.published_on
    if reading.cast.hints_of(person).roles & {"premier", "prime_minister"}:
        return True
    return bool(
        person.person_id
        and day
        and any(reading.gazetteer.holds(person.person_id, office, day) for office in ("premier", "prime minister"))
    )


def _is_head(reading: Reading, person: PersonRef) -> bool:
    """Whether the article has the person at the head of a party or house, or anything has them lead a government."""
    return bool(reading.cast.hints_of(person).roles & _HEADS_OF_PARTIES) or _leads(reading, person)


def _member_before(reading: Reading, found: PersonRef, start: int) -> PersonRef | None:
    """ "The news came to Roy first; Harker wrote a letter. He has left caucus": of two, the one who is a member."""
    if found not in reading.cast.people or is_member(reading, found, None):
        return None
    before = reading.layout.sentence_at(max(0, start - 2))
    if before is None:
        return None
    gender = reading.cast.gender_of(found)
    others = {
        m.person
        for m in reading.cast.within(*before)
        if not m.quoted
        and m.person != found
        and is_member(reading, m.person, None)
        and reading.cast.gender_of(m.person) in (gender, None)
        and not reading.cast.hints_of(m.person).roles & _HEADS_OF_PARTIES
    }
    return next(iter(others)) if len(others) == 1 else None


def _removed(reading: Reading, found: PersonRef, at: int) -> PersonRef | None:
    """Whom an object pronoun means that has been taken for the head of a government or party: the only other person
    of the gender in the sentence and the one before; None where there is not just one."""
    if not _is_head(reading, found):
        return found
    sentence = reading.layout.sentence_at(at)
    before = reading.layout.sentence_at(max(0, (sentence[0] if sentence else at) - 2))
    others = {
        m.person
        for m in reading.cast.within(before[0] if before else 0, at)
        if m.person != found
        and not m.quoted
        and reading.cast.gender_of(m.person) in (reading.cast.gender_of(found), None)
    }
    return next(iter(others)) if len(others) == 1 else None


def _acts_in(reading: Reading, person: PersonRef, start: int, end: int) -> bool:
    """Whether the head of a government or party is the subject with which a sentence begins: the one who removes."""
    first = next((m for m in reading.cast.within(start, end) if m.person == person), None)
    if first is None or not first.subject or not reading.cast.hints_of(person).roles & _HEADS_OF_PARTIES:
        return False
    return next(iter(reading.cast.within(start, end))).person == person


_PLACE_OF = re.compile(r"\b(?:from|for)\s(?:the\s)?(?=[A-ZÉÎ])")


def _is_so_called(reading: Reading, person: PersonRef, who: Who) -> bool:
    """Whether "the Liberal from Whitford" can be the person, by the riding and the party that the register has."""
    text = reading.article.text
    place = _PLACE_OF.search(text, who.start, who.start + len(who.words) + 30)
    riding = reading.gazetteer.riding_at_start(text[place.end() : place.end() + 80]) if place else None
    if riding is not None:
        ridings = reading.cast.hints_of(person).ridings
        seats = reading.gazetteer.seats_of(person.person_id) if person.person_id else ()
        known = {seat.constituency for seat in seats} | ridings
        if known and riding[0] not in known:
            return False
    party = next((s.value for s in who.title_signs if isinstance(s.value, PartyMention)), None)
    called = party.party_id if party is not None else None
    day = reading.article.published_on
    if called is None or person.person_id is None or day is None:
        return True
    standing = reading.gazetteer.standing(person.person_id, day - timedelta(days=1))
    if standing is None or party is None:
        return True
    lately = reading.gazetteer.caucuses_between(person.person_id, day - _LATELY, day) | {standing.party_id}
    return called in lately or reading.parties.party(party.text, FEDERAL, day) in lately


def _surely_called(reading: Reading, person: PersonRef, who: Who) -> bool:
    """Whether the article or the register gives the person the riding by which a member without a name is called.

    "P dropped P from cabinet; the Whitford MLA was then put out of caucus": of two people, not whoever comes first.
    """
    words = reading.article.text[who.start : who.start + len(who.words)]
    ridings = reading.cast.hints_of(person).ridings
    seats = reading.gazetteer.seats_of(person.person_id) if person.person_id else ()
    return any(riding in words for riding in {seat.constituency for seat in seats} | ridings)


def is_never_named(reading: Reading, person: PersonRef) -> bool:
    """Whether the article has the person by a role alone: whoever holds the riding on the day of publication."""
    return all(m.kind in ("role", "pronoun") for m in reading.cast.mentions if m.person == person)


_ANOTHER_DOES = re.compile(
    r"\b(?:it|they|which|party|caucus|colleagues|members|MPs|MLAs|Liberals|Conservatives|Tories|Greens|NDP|Democrats|leader|premier|whip)"
    r"\s(?:(?:has|have|had|then|later|also)\s)?[a-z]+(?:\s[a-z]+)?\s$"
)
_TOLD_SOMEBODY = re.compile(r"\b(?:told|informed|notified|advised|warned)\s(?:him|her)\b[^.;]{0,60}\s(?:that\s)?$")


def _named_next(reading: Reading, at: int) -> PersonRef | None:
    """ "A Regina MLA has quit the NDP caucus. Anna Roy, who ...": whom the next sentence opens with."""
    sentence = reading.layout.sentence_at(at)
    if sentence is None:
        return None
    following = next(
        (s for s in (reading.layout.sentence_at(sentence[1] + gap) for gap in (1, 2, 3)) if s is not None), None
    )
    if following is None or following[0] < sentence[1]:
        return None
    if any(is_somebody(m.person) and m.kind != "pronoun" for m in reading.cast.within(*sentence)):
        return None  # the sentence has named somebody: nobody else need be meant
    first = next(iter(reading.cast.within(*following)), None)
    if (
        first is None
        or first.kind == "pronoun"
        or first.possessive
        or not first.subject
        or not is_somebody(first.person)
    ):
        return None
    before = reading.article.text[following[0] : first.start]
    if (
        len(before) > 40
        or re.search(r"[,;:\"“]", before)
        or reading.cast.hints_of(first.person).roles & _HEADS_OF_PARTIES
    ):
        return None
    return first.person


def _is_known(reading: Reading, person: PersonRef) -> bool:
    return person in reading.cast.people


_HEADS_OF_PARTIES = frozenset({"prime_minister", "premier", "leader", "speaker"})


def is_member(reading: Reading, person: PersonRef, sign: Sign | None) -> bool:
    """Whether the person sits in a house: by title here or anywhere in the article, or by the register."""
    if person.person_id is None and _called_otherwise(reading, person):
        return False
    if sign is not None and re.search(
        r"(?<!former )\b(?:MP|MPP|MNA|MLA|MHA|[Ss]enator|Sen\.|députée?|backbencher|sénat)", sign.title
    ):
        return True
    hints = reading.cast.hints_of(person)
    if _sits_by_the_words_around(reading, person) or _is_called_member_next(reading, person):
        return True
    if hints.roles & {"member", "provincial_member", "senator", "minister"}:
        return True
    day = reading.article.published_on
    return bool(person.person_id and day and reading.gazetteer.standing(person.person_id, day - timedelta(days=1)))


# "The Whitford MLA", "the member for Whitford"
_THE_MEMBER = re.compile(
    r"\b[Tt]he\s(?:[\w'’.—–-]+\s){0,5}?(?:MPP?|MLA|MNA|MHA|[Ss]enator|backbencher)\b(?!\s[A-Z])(?:\s(?:for|from|of)\s[A-Z])?|\bthe\smember\sfor\s[A-Z]"
    r"|\bThe\smember\sfor\s[A-Z]"
)


def _is_called_member_next(reading: Reading, person: PersonRef) -> bool:
    """Whether the sentence behind the first that names the person, and nobody else, has "the Whitford MLA" of them."""
    first = next((m for m in reading.cast.mentions if m.person == person and m.kind == "name"), None)
    span = reading.layout.sentence_at(first.start) if first is not None else None
    if first is None or span is None:
        return False
    following = reading.layout.sentence_at(
        min(span[1] + 1, len(reading.article.text) - 1)
    ) or reading.layout.sentence_at(min(span[1] + 2, len(reading.article.text) - 1))
    if following is None or following[0] < span[1]:
        return False
    called = _THE_MEMBER.search(reading.article.text, *following)
    here = next((m for m in reading.cast.within(*span) if m.kind != "pronoun"), None)
    if called is None or here is None or here.person != person or here.possessive:
        return False
    return not any(
        m.person != person and m.start <= called.start() < m.end and not is_never_named(reading, m.person)
        for m in reading.cast.within(*following)
    )


# "is now an independent MLA", "the MP for Whitford"; not "MP P said" (somebody else's title).
_MEMBER_WORDS = re.compile(
    r"(?<![Ff]ormer\s)\b(?:MPP?|MLA|MNA|MHA|senator|backbencher|députée?|sénat(?:eur|rice))\b(?!\s(?!for\b|pour\b"
    r"|de\b|from\b)[A-Z])"
    r"|\brepresents\s[A-Z]|\b[Ii]ndependents?\sin\sthe\s(?:House|Commons|[Ll]egislature|Senate)"
    r"|\baucus\b|\bcaucus\b|\b(?:[Ee]lected|[Éé]lue?)\s(?:twice\s|first\s)?(?:as|for|in|to|under|dans|du|sous|pour|en|comme|[Ll]ibéral|[Cc]onservat"
    r"|bloquiste|péquiste|caquiste|solidaire|néo-)|\bconstituents\b"
    r"|\bas\san?\s[Ii]ndependent\b|\b(?:comme|à\stitre\sd['’])\s?indépendante?\b"
)
# "He sat as an Independent", "She joined their caucus", of whoever "he" stands for
_SITS_ALONE = re.compile(
    r"\b(?:joined|left|quit)\s(?:the|their|his|her)\s(?:[\w-]+\s){0,3}caucus\b|\bas\san?\s[Ii]ndependent\b|\b(?:comme|à\stitre\sd['’])\s?indépendante?\b"
)
_NO_MEMBER = re.compile(
    r"\b(?:candidate|staffer|strategist|aide|volunteer|organi[sz]er|donor|advis[eo]r|pollster|nominee|president"
    r"|mayor|student|bénévole"
    r"|candidate?|stratège|conseill(?:er|ère)|militante?|would-be)\b"
)


_CALLING_BEFORE = re.compile(
    r"\b(?:staffer|strategist|aide|volunteer|organi[sz]er|donor|advis[eo]r|pollster|bénévole|stratège|militante?)\s$"
)


# Words of a house and its members; "MP P said" is of one person, "MPs" of the house
_OF_A_HOUSE = re.compile(
    r"\b[Cc]aucus\b(?!\s(?:chair|whip|meeting))|\bfloor-cross\w+|\bbackbenchers?\b|\bseatmates?\b"
    r"|\b(?:Liberal|Conservative|Tory|NDP|Bloc|Green|PC|UCP|CAQ|PQ|Wildrose|Alliance|[Oo]ther|[Ff]ellow|[Mm]ore)\s(?:MPs|MPPs|MNAs|MLAs|MHAs|senators)\b"
    r"|\bcross(?:ed|es|ing)?\s(?:the\s)?(?:floor|before|over)\b|\b(?:the|as\san?)\s(?i:independents?)\b"
    r"|\b(?:[Ll]es|[Ss]es|[Ll]eurs|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Dd]e\sses)\s(?:\w+\s)?(?:députés|élus|sénateurs|députées|élues)\b"
    r"|\b(?:comme|titre\sd['’]|parmi\sles)\s?(?:députée?s?\s)?indépendante?s?\b|\btransfuges?\b"
)


_ANOTHER_CALLING = re.compile(
    r"\b(?:fundraiser|director|consultant|pundit|columnist|official|manager|activist|blogger|supporter|spokes\w+|executive|lobbyist|author|actor"
    r"|singer|businessman|businesswoman|chief|secretary|treasurer|chairman|chairwoman)\b"
)


def _is_canadian(publisher: str | None) -> bool:
    return any(sign in (publisher or "") for sign in name_words().publishers)


def is_among_members(reading: Reading, person: PersonRef, start: int, end: int) -> bool:
    """Whether the sentence or the one on either side speaks of a house's members, and nothing makes the person another.

    For names without a title: "The G suspended P and P on D. They quarrelled with the rest of the caucus in June".
    """
    if has_another_calling(reading, person) or reading.cast.hints_of(person).calling:
        return False
    text = reading.article.text
    if any(
        _ANOTHER_CALLING.search(text, max(0, mention.start - 30), mention.end + 50)
        for mention in reading.cast.mentions
        if mention.person == person and mention.kind == "name"
    ):
        return False
    if reading.cast.hints_of(person).roles & {"mayor", "councillor"} or not (
        is_of_canada(text, reading.words.language) or _is_canadian(reading.article.publisher)
    ):
        return False
    before = reading.layout.sentence_at(max(0, start - 2))
    behind = reading.layout.sentence_at(min(end + 1, len(text) - 1)) or reading.layout.sentence_at(
        min(end + 2, len(text) - 1)
    )
    low = before[0] if before is not None and before[1] <= start else start
    high = behind[1] if behind is not None and behind[0] >= end else end
    around = text[low:high]
    return _OF_A_HOUSE.search(around) is not None and reading.words.candidacy.search(around) is None


_LATELY = timedelta(days=1000)


def sits_with(reading: Reading, person: PersonRef, party_id: str | None) -> bool:
    """Whether the register has somebody of this full name sit in just the caucus that the words say was left."""
    day = reading.article.published_on
    if day is None or party_id is None or person.person_id or " " not in person.name:
        return False
    if _called_otherwise(reading, person):
        return False
    for one in reading.gazetteer.candidates(person.name):
        standing = reading.gazetteer.standing(one, day - timedelta(days=1))
        lately = reading.gazetteer.caucuses_between(one, day - _LATELY, day)
        if party_id in lately or (standing is not None and standing.party_id == party_id):
            return True
    return False


def _called_otherwise(reading: Reading, person: PersonRef) -> bool:
    """ "strategist P": whatever stands before that word is somebody else's title."""
    text = reading.article.text
    return any(
        _CALLING_BEFORE.search(text, max(0, mention.start - 30), mention.start)
        for mention in reading.cast.mentions
        if mention.person == person and mention.kind == "name"
    )


def has_another_calling(reading: Reading, person: PersonRef) -> bool:
    """Whether the words right beside a mention make the person a candidate, an aide or the like."""
    text = reading.article.text
    return any(
        _NO_MEMBER.search(text, max(0, mention.start - 40), mention.end + 40)
        for mention in reading.cast.mentions
        if mention.person == person and mention.kind != "pronoun"
    )


def _sits_by_the_words_around(reading: Reading, person: PersonRef) -> bool:
    """Whether a sentence that names the person speaks of a member's seat or caucus, and of no other calling."""
    for mention in reading.cast.mentions:
        if mention.person != person:
            continue
        if mention.kind == "pronoun":
            behind = reading.article.text[mention.end : mention.end + 90].split(".")[0]
            if _SITS_ALONE.search(behind):
                return True
            continue
        span = reading.layout.sentence_at(mention.start)
        if span is None:
            continue
        low, high = max(span[0], mention.start - 160), min(span[1], mention.end + 160)
        if _MEMBER_WORDS.search(reading.article.text, low, high):
            return _NO_MEMBER.search(reading.article.text, low, high) is None
    return False
