"""A sentence of an article in shorthand, its people, parties and dates as signs, each name with its title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from scripts.caucus_changes.anaphora import named_parties, party_pronouns
from scripts.caucus_changes.folding import fold_companions
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand, Sign, replace, shorten
from scripts.caucus_changes.words import words_of


def in_shorthand(reading: Reading, start: int, end: int) -> Shorthand:
    article = reading.article
    marked: list[tuple[str, Sign]] = []
    for mention in reading.cast.within(start, end):
        owner = mention.possessive and not article.text[mention.end : mention.end + 2].startswith(("'", "’"))
        if mention.kind == "role" and _BECAME.search(article.text, max(start, mention.start - 10), mention.start):
            continue
        if mention.kind != "pronoun" and not owner:
            within = _WITHIN_ROLE.search(mention.text) if mention.kind == "role" else None
            first = mention.start + (within.start("r") if within else 0)
            marked.append((PERSON, Sign(first, mention.end, mention.person)))
    marked.extend(party_pronouns(reading, start, end))
    marked.extend((PARTY, Sign(party.start, party.end, party)) for party in named_parties(reading, start, end))
    for found in reading.dates[bisect_left(reading.dates, start, key=lambda date: date.start) :]:
        if found.start >= end:
            break
        if found.end <= end:
            marked.append((DATE, Sign(found.start, found.end, found)))
    short = shorten(article.text, start, end, marked)
    if PARTY in short.text and "(" in short.text:
        short = _without_acronyms(short)
    if PERSON in short.text:  # nothing else is folded
        short = replace(short, _titled(reading.words.language), _fold_title(reading.words.language))
        short = fold_companions(_without_repetition(replace(short, _SAME_AGAIN, _fold_same)))
    return _lowered(short) if _is_title_case(short.text) else short


# "the New Democratic Party (NDP)", « le Parti libéral du Québec (PLQ) »
_ACRONYM = re.compile(rf"(?<={PARTY})\s\((?:{PARTY}|[A-ZÉ]{{2,6}})\)")


def _without_acronyms(short: Shorthand) -> Shorthand:
    """Shorthand without the letters in brackets that only repeat the party before them."""
    kept = [True] * len(short.text)
    for match in _ACRONYM.finditer(short.text):
        kept[match.start() : match.end()] = [False] * (match.end() - match.start())
    if all(kept):
        return short
    return Shorthand(
        "".join(c for c, keep in zip(short.text, kept, strict=True) if keep),
        tuple(p for p, keep in zip(short.places, kept, strict=True) if keep),
        tuple(s for s, keep in zip(short.signs, kept, strict=True) if keep),
        short.end,
    )


# « Le G a expulsé sa députée de Whitford »: of a role mention that begins too early, what follows the verb
_WITHIN_ROLE = re.compile(
    r"\s(?:a|ont|expulse|exclut|suspend|avait|avaient)\s(?:\w+\s){0,2}(?P<r>(?:sa|son|ses|leur|leurs|le|la)\s\w)"
)
# "became the second MLA of the G": what somebody becomes is no mention of another
_BECAME = re.compile(r"\b(?:become|becomes|became|becoming|devenu|devient)\s$")
# "P, the party's first MP from Atlantic Canada,": the aside is a mention of the same person.
_SAME_AGAIN = re.compile(rf"{PERSON},\s(?P<again>{PERSON})(?:,|(?=\.))")


# "P, the Whitford MLA who has argued with the leader, is out": read as "P, who has argued ..., is out"
_SAME_WHO = re.compile(rf"{PERSON},\s(?P<again>{PERSON}\s)(?:who|whose)\s")


def _without_repetition(short: Shorthand) -> Shorthand:
    match = _SAME_WHO.search(short.text)
    if match is None or short.sign(match.start()).value != short.sign(match.start("again")).value:
        return short
    low, high = match.span("again")
    return Shorthand(
        short.text[:low] + short.text[high:],
        short.places[:low] + short.places[high:],
        short.signs[:low] + short.signs[high:],
        short.end,
    )


def _fold_same(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int] | None:
    first, second = short.sign(match.start()), short.sign(match.start("again"))
    return (first, match.start()) if first.value == second.value else None


def _is_title_case(text: str) -> bool:
    """A headline With Capitals Throughout, whose verbs would not be known by their words."""
    if text.endswith("."):
        return False
    longer = [word for word in text.split() if len(word) > 3 and word.isalpha()]
    return len(longer) >= 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _lowered(short: Shorthand) -> Shorthand:
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in short.text)
    return Shorthand(small, short.places, short.signs, short.end)


@cache
def _titled(language: str) -> re.Pattern[str]:
    """A name with the words that describe it: "rookie Liberal MP P", "the Toronto-area MPP P", "la députée G P"."""
    words = words_of(language)
    proper = rf"(?!{words.not_in_title}\b)[A-ZÉ][\w.'&-]*(?:[—–][A-ZÉ][\w.'-]*){{0,4}}"
    if language == "fr":
        return re.compile(
            rf"(?<![\w'])(?:(?:{words.before_title}|{proper})[\s'-]){{0,3}}{words.titles}\s(?:(?:[a-zé]+\s)?"
            rf"(?:{PARTY}|indépendante?s?|fédérale?s?|de\s{proper}|d'{proper})\s){{0,3}}{PERSON}"
        )
    return re.compile(
        rf"(?<![\w'])(?:(?:{words.before_title}|{proper}|[\w-]+-(?:area|based|born|region)|{PARTY}|\([^"
        rf"()]{{0,30}}\))(?:,(?=\s(?:Ont|Que|Alta|Sask|Man|B\.C|N\.S|N\.B|P\.E\.I|N\.L)\b))?["
        rf"\s-]){{0,8}}(?:{words.titles}(?:\s|\sand\s)|{PARTY}\s){{1,3}}{PERSON}"
    )


@cache
def _fold_title(language: str) -> Callable[[Shorthand, re.Match[str]], tuple[Sign, int]]:
    words = words_of(language)
    verbs = {form for group in words.verbs.values() for form in group.forms if " " not in form}

    def fold(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
        start = match.start()
        for word in re.finditer(r"[\w'.-]+", match.group()):
            if word.group().lower() in verbs:
                start = match.start() + word.end() + 1
        if short.text.startswith("and ", start) and short.text[:start].rstrip().endswith((PERSON, DATE, ",")):
            start += 4  # "P and MP P" are two
        start = min(start, match.end() - 1)
        while start < match.end() - 1 and short.text[start] == " ":
            start += 1
        sign = short.sign(match.end() - 1)
        inner = tuple(s for s in short.signs[start : match.end() - 1] if s is not None)
        return Sign(sign.start, sign.end, sign.value, short.text[start : match.end() - 1].strip(), inner), start

    return fold
