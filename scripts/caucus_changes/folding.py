"""What stands beside a name in shorthand and is no other member: the riding in brackets, "and six others", asides.

With these folded into the name, "P (Whitford), P and two colleagues were expelled" reads "P, P were expelled".
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand, Sign, replace

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}|several|some|a\sfew|a\shandful\sof|many"
    r"|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|plusieurs|quelques)"
)
_FELLOWS = (
    r"(?:colleagues?|others?|MPs?|MPPs?|MLAs?|MNAs?|MHAs?|senators?|members?|backbenchers?|caucus\smates?"
    r"|collègues|autres|députée?s?|élu(?:e|es|s)?|sénateurs)"
)
# "P (Whitford)", "P (Bécancour-Nicolet-Saurel)"; not "P (who left in D)".
_RIDING = re.compile(rf"{PERSON}(?:\s\([A-ZÉÈÎ][^(){PERSON}{DATE}]{{1,60}}\))")
# "P and six of her colleagues", "P et cinq autres députés"; not "P and two bills".
_OTHERS = re.compile(
    rf"{PERSON},?\s(?:and|et|along\swith|plus|ainsi\sque)\s{_NUMBER}\s(?:of\s(?:his|her|their|its)\s|other\s|more\s"
    rf"|fellow\s|de\s(?:ses|leurs)\s|autres\s|d'autres\s|dissident\s|{PARTY}\s|Quebec\s){{0,3}}{_FELLOWS}\b(?!')"
)
# "P, the MP for Whitford, and P, the MP for Belrive,"; not "P, the whip said, and P".
_IN_A_LIST = re.compile(
    rf"{PERSON},\s(?:the|a|an|MP|MLA|le|la|un|une|députée?|member)\s(?![^,]{{0,90}}\b(?:said|says|who|dit)\b)"
    rf"[^,;.:()“”\"{PERSON}{DATE}]{{2,90}},(?=\s(?:and|et)\s{PERSON})"
)


def fold_companions(short: Shorthand) -> Shorthand:
    """Shorthand in which what only describes a name, or names nobody more, is part of the name."""
    if "(" in short.text:
        short = replace(short, _RIDING, _keep_first)
    short = replace(short, _OTHERS, _keep_first)
    return replace(short, _IN_A_LIST, _keep_with_title)


def _keep_first(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    return short.sign(match.start()), match.start()


def _keep_with_title(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    """The aside becomes the member's title: "P, the Liberal MP for Whitford,"."""
    sign = short.sign(match.start())
    inner = tuple(s for s in short.signs[match.start() + 1 : match.end()] if s is not None)
    title = sign.title or match.group()[2:].strip(" ,")
    return Sign(sign.start, sign.end, sign.value, title, sign.title_signs or inner), match.start()
