"""Who is said to have said what, in a French sentence.

The same task as `scripts.statements.attribution` with the means that French news uses: inversion after the quotation
("« C'est faux », a-t-il déclaré"), "que" clauses, "selon" and "d'après".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from scripts.lexicon import load
from scripts.statements.attribution import Attribution
from scripts.statements.quotations import Quotation
from scripts.statements.tagging import MASK, MASK_END

QUOTE_RUN = re.compile(f"{MASK}+{MASK_END}?")
QUOTE = f"{MASK}{{1,100000}}{MASK_END}?"
WORD = rf"[^\s,;:.()«»{MASK}{MASK_END}]{{1,40}}(?:\.(?=\s[A-ZÉÈÎ]))?"
NAME = rf"{WORD}(?:\s{WORD}){{0,11}}?"
ADVERBS = (
    r"(?:(?:aussi|également|toutefois|ensuite|notamment|alors|plus tard|encore|par ailleurs|tout de même"
    r"|\w{3,16}ment)\s){0,2}"
)
AFTER_NAME = (
    r"(?=\s?[,.;(]|\s?$|\s(?:en|lors|dans|à|au|devant|après|avant|sur|hier"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)"
)
CLITIC = re.compile(r"-(?:t-)?(il|elle|on|ils|elles|je|nous)\b")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words = load("saying")["fr"]
    present = "|".join(sorted(words["present"], key=lambda w: (-len(w), w)))
    participle = "|".join(sorted(words["participle"], key=lambda w: (-len(w), w)))
    before = "|".join(re.escape(p) for p in words["preposition"])
    clitic = r"-(?:t-)?(?:il|elle|on|ils|elles|je|nous)"
    inverted = rf"(?:(?:a|ont|avait|avaient|ai){clitic}\s{ADVERBS}(?:{participle})|(?:{present}){clitic})\b"
    plain = rf"(?:(?:a|ont|avait|avaient)\s{ADVERBS}(?:{participle})|(?:{present}))\b"
    return {
        # « C'est faux », a-t-il déclaré.          not: A-t-il déclaré ses revenus?
        "pronoun": re.compile(rf"(?P<quote>{QUOTE})\s{{0,3}},?\s{{0,3}}(?P<cue>{inverted})"),
        # « C'est faux », a déclaré la ministre.    not: « Libre » a déclaré forfait.
        "inverted": re.compile(rf"(?P<quote>{QUOTE})\s{{0,3}},?\s{{0,3}}(?P<cue>{plain})\s(?P<who>{NAME}){AFTER_NAME}"),
        # La ministre a dit : « C'est faux. »       not: La ministre a déclaré forfait : « Libre » coule.
        "before": re.compile(
            rf"(?:^|(?<=[,;]\s))(?P<who>{NAME})\s(?P<cue>{plain})"
            rf"(?:\s[^\s,;:]+){{0,8}}?\s?:?\s{{0,3}}(?P<quote>{QUOTE})"
        ),
        # Elle a indiqué que le vote aurait lieu.   not: le vote que la ministre a tenu
        "that": re.compile(
            rf"(?:^|(?<=[,;]\s)|(?<=\set\s))(?P<who>{NAME})\s(?P<cue>{plain})"
            rf"(?:\s[^\s,;:]+){{0,5}}?\s(?P<that>qu(?:e\s|['’]))"
        ),
        # Selon le ministre, le vote aura lieu.
        "according": re.compile(
            rf"(?:^|(?<=\s)|(?<=,\s))(?P<cue>{before})\s(?P<who>{NAME})(?=\s?[,.;]|\s?$)", re.IGNORECASE
        ),
        # « C'est triste, dit-elle, et grave. »     not: « Et dit-elle la vérité? »
        "aside": re.compile(rf",\s(?P<cue>{inverted})(?:\s[^\s,;:.]{{1,24}}){{0,4}}?(?:,\s|(?=\.))"),
    }


def attributions(
    source: str, text: str, start: int, end: int, quotations: Mapping[int, Quotation]
) -> list[Attribution]:
    """The attributions of the French sentence `text[start:end]`: `source` with its quotations folded away.

    `quotations` are keyed by the offset of their opening mark; spans count characters of the article.
    """
    patterns = _patterns()
    sentence = text[start:end].rstrip(" .!?…")
    found: list[Attribution] = []
    taken: set[int] = set()

    def inner(at: int) -> tuple[int, int]:
        quotation = quotations[start + at]
        return quotation.start, quotation.end

    for rule, confidence in (("pronoun", 0.9), ("inverted", 0.9), ("before", 0.8)):
        for match in patterns[rule].finditer(sentence):
            at = match.start("quote")
            if at in taken or start + at not in quotations:
                continue
            cue = match.span("cue")
            if rule == "pronoun":
                clitic = CLITIC.search(match.group("cue"))
                who = (cue[0] + clitic.start(1), cue[0] + clitic.end(1)) if clitic else cue
            else:
                who = match.span("who")
            taken.add(at)
            contents = [inner(at)]
            following = re.compile(rf"\s?,\s{{0,3}}(?P<quote>{QUOTE})").match(sentence, match.end())
            if following and rule != "before" and start + following.start("quote") in quotations:
                taken.add(following.start("quote"))
                contents.append(inner(following.start("quote")))
            found.append(_made(contents, who, cue, start, f"fr-{rule}", confidence))
    for match in QUOTE_RUN.finditer(sentence):
        at = match.start()
        if at not in taken and start + at in quotations:
            found.extend(_inside(source, quotations[start + at]))
    if not found:
        found.extend(_reported(sentence, start))
    return sorted(found, key=lambda a: a.contents[0])


def _inside(source: str, quotation: Quotation) -> list[Attribution]:
    """« C'est un jour triste, dit-elle, et nous devons changer. »: the attribution inside the marks."""
    match = _patterns()["aside"].search(source, quotation.start, quotation.end)
    if not match:
        return []
    pieces = [(quotation.start, match.start()), (match.end(), quotation.end)]
    clitic = CLITIC.search(match.group("cue"))
    at = match.start("cue")
    who = (at + clitic.start(1), at + clitic.end(1)) if clitic else match.span("cue")
    return [_made([p for p in pieces if p[1] > p[0]], who, match.span("cue"), 0, "fr-aside", 0.85)]


def _reported(sentence: str, start: int) -> list[Attribution]:
    """Reported speech: a "que" clause, or a clause "selon" somebody."""
    patterns = _patterns()
    match = patterns["that"].search(sentence)
    if match:
        content = _trimmed(sentence, match.start("that"), len(sentence))
        return [
            _made(
                [(start + content[0], start + content[1])],
                match.span("who"),
                match.span("cue"),
                start,
                "fr-that",
                0.8,
            )
        ]
    match = patterns["according"].search(sentence)
    if match:
        if match.start() < 3:
            content = _trimmed(sentence, match.end(), len(sentence))
        else:
            content = _trimmed(sentence, 0, match.start())
        if content[1] - content[0] > 5:
            spans = [(start + content[0], start + content[1])]
            return [_made(spans, match.span("who"), match.span("cue"), start, "fr-according", 0.8)]
    return []


def _trimmed(sentence: str, first: int, last: int) -> tuple[int, int]:
    while first < last and sentence[first] in " ,;:":
        first += 1
    while last > first and sentence[last - 1] in " ,;:":
        last -= 1
    return first, last


def _made(
    contents: list[tuple[int, int]],
    who: tuple[int, int],
    cue: tuple[int, int],
    start: int,
    rule: str,
    confidence: float,
) -> Attribution:
    speaker = (start + who[0], start + who[1])
    return Attribution(tuple(contents), speaker, (start + cue[0], start + cue[1]), rule, confidence)
