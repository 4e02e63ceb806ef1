"""Members whom a list names: the people behind "Seven Bloc MPs", "They are", "the two MPs"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scripts.candidates import PersonRef
from scripts.caucus_changes.sentences import Reading
from scripts.people.mentions import Mention
from scripts.statements.french_verbs import forms


def is_somebody(person: PersonRef) -> bool:
    """Whether a reference is one person by name: no organization, no source without a name, not several people."""
    return bool(person.name) and person.is_one


def listed_after(reading: Reading, at: int, count: int) -> tuple[PersonRef, ...]:
    """ "Seven Bloc MPs": the first list of just so many people in the sentences after."""
    mentions = _one_each([m for m in reading.cast.within(at, at + 1200) if m.kind != "pronoun" and not m.possessive])
    for index in range(len(mentions) - count + 1):
        window = mentions[index : index + count]
        if all(_is_coordinated(reading, a.end, b.start) for a, b in pairwise(window)):
            after = mentions[index + count] if index + count < len(mentions) else None
            people = tuple(dict.fromkeys(m.person for m in window))
            if len(people) == count and not (after and _is_coordinated(reading, window[-1].end, after.start)):
                rest = reading.article.text[window[-1].end : window[-1].end + 90].split(".")[0]
                return () if _OF_OTHERS.search(rest) else people
    return _told_one_by_one(reading, at, count) or _listed_as_them(reading, at, count, mentions)


def _one_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that only describe the one before: "P, the member for Whitford"."""
    found: list[Mention] = []
    for mention in mentions:
        if found and found[-1].person == mention.person and mention.start - found[-1].end <= 2:
            found[-1] = found[-1]._replace(end=mention.end)
        else:
            found.append(mention)
    return found


# "They are P and P", "Nine members crossed: P, P and P"; "P and P were among them"
_HERE_THEY_ARE = re.compile(
    r"(?:\b(?:[Tt]hey|[Tt]he\s\w+|[Tt]hese|[Ii]ls|[Ee]lles)\s(?:are|were|include|included|sont)|\b[Ii]l\ss'agit\sd(?:e|es|u)|\b[Cc]e\ssont|:)[:\s]*(?:[-•*–—]\s)?(?:[\w'’.—-]+\s){0,3}\Z"
)


_AMONG_THEM = re.compile(
    r"\s(?:are|were|is|was)\s(?:also\s)?among\s(?:them|the\s(?:group|defectors|nine|eight|seven|six|five|four))\b"
    r"|\s(?:sont|est|étaient|était)\s(?:aussi\s)?(?:du\s(?:nombre|groupe)|parmi\s(?:eux|elles))\b"
)


def _listed_as_them(reading: Reading, at: int, count: int, mentions: Sequence[Mention]) -> tuple[PersonRef, ...]:
    """The people of a list that says that it is of those counted, be it not of all of them."""
    text = reading.article.text
    best: list[Mention] = []
    for index, first in enumerate(mentions):
        window = [first]
        for mention in mentions[index + 1 :]:
            if not _is_coordinated(reading, window[-1].end, mention.start):
                break
            window.append(mention)
        said = _HERE_THEY_ARE.search(text, max(at, first.start - 50), first.start) or _AMONG_THEM.match(
            text, window[-1].end
        )
        if said and 2 <= len(window) <= count:
            best = window
            break
    return tuple(dict.fromkeys(m.person for m in best))


_OF_OTHERS = re.compile(r"\b(?:them|their\sdeparture|the\s(?:two|pair|three|trio)|replac\w+|ceux-ci|eux)\b")


# "P spoke first; ... that P had gone too"
_ONE_BY_ONE = re.compile(
    r"\b(?:first|followed|too|also|as\swell|the\sother|the\ssecond|later|then|puis|aussi|l'autre)\b"
)


def _told_one_by_one(reading: Reading, at: int, count: int) -> tuple[PersonRef, ...]:
    """ "Two senators left. P spoke first; then P": just so many people in the rest of the paragraph, one by one."""
    paragraph = reading.layout.paragraph_at(at)
    if paragraph is None:
        return ()
    sentence = reading.layout.sentence_at(at)
    low, high = (sentence[1] if sentence else at), min(paragraph[1], at + 500)
    following = reading.layout.sentence_at(min(low + 2, max(high - 1, 0)))
    if following is None or not _ONE_BY_ONE.search(reading.article.text, following[0], following[1]):
        return ()
    named = [m for m in reading.cast.within(*following) if m.kind != "pronoun" and not m.possessive]
    people = tuple(dict.fromkeys(m.person for m in named if is_somebody(m.person)))
    return people if len(people) == count else ()


_WITH_OTHERS = re.compile(
    r"\s(?:and|et)\s\w+\s(?:of\s(?:his|her|their)|de\s(?:ses|leurs)|autres|other|others|colleagues|collègues)\b"
)


def _is_coordinated(reading: Reading, end: int, start: int) -> bool:
    gap = reading.article.text[end:start]
    if len(gap) > 90:
        return False
    if reading.words.language == "fr" and not forms().finite.keys().isdisjoint(gap.strip(" ,").lower().split()):
        return False  # « P en sera la chef, prévient P »
    if _WITH_ASIDE.fullmatch(gap):
        return True
    bare = _RIDING.sub("", gap)
    return len(bare) <= 60 and bool(
        (
            re.fullmatch(r"[,;]?\s?(?:and|et|,)?\s?(?:[\w'’.—-]+\s){0,7}", bare)
            and re.search(r"[,;]|\band\b|\bet\b", bare)
        )
        or _NEXT_ITEM.fullmatch(bare)
    )


# "P, who has been in cabinet, and P", "P, a Whitford backbencher, P"; not "P, who spoke for the others, said P"
_WITH_ASIDE = re.compile(
    r",\s(?:who|an?|the|one|whose|formerly|once|qui|une?|le|la|ancienne?|élue?|députée?)\s[^,;:.\n“”\"]{2,70}(?:,\s(?:au|en|à|aux)\s[^,;:.\n“”\"]{2,40})?,"
    r"\s(?:(?:and|et)\s)?(?:(?:de\s|d['’]|du\s)|(?:MPP?|MLA|MNA|MHA|[Ss]enator|Sen\.|the|backbencher|fellow|former)\s){0,3}"
)


# "P (Whitford), P (Belrive)"
_RIDING = re.compile(r"\A\s?\([^()\n]{1,50}\)")


# "- P, Whitford\n- P, Belrive"
_NEXT_ITEM = re.compile(r"(?:,\s[^\n,.;]{1,50})?[,;.]?\s*\n\s*(?:[-•*–—]|\d{1,2}[.)])\s{0,3}(?:[\w'’.—-]+\s){0,3}")


def last_listed(reading: Reading, at: int) -> tuple[PersonRef, ...]:
    """ "They", "the two MPs": the last people named together ("P and P", "P, P and P") before."""
    mentions = [m for m in reading.cast.within(max(0, at - 900), at) if m.kind != "pronoun" and not m.possessive]
    listed: list[PersonRef] = []
    best: tuple[PersonRef, ...] = ()
    for before, mention in zip([None, *mentions], mentions, strict=False):
        if before is not None and _is_coordinated(reading, before.end, mention.start):
            listed = [*(listed or [before.person]), mention.person]
            best = tuple(dict.fromkeys(listed))
        else:
            listed = []
    if len(best) >= 2:
        return best
    for mention in reversed(mentions):
        if _WITH_OTHERS.match(reading.article.text, mention.end):
            return (mention.person,)  # "P and six colleagues ... The seven"
    paragraph = reading.layout.paragraph_at(at)
    near = tuple(dict.fromkeys(m.person for m in mentions if paragraph and m.start >= paragraph[0]))
    return near if len(near) == 2 and all(is_somebody(person) for person in near) else ()
