"""What stands beside a name in shorthand and is no other member: the riding in brackets, "and six others", asides.

With these folded into the name, "P (Whitford), P and two colleagues were expelled" reads "P, P were expelled".
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand, Sign, replace

_NUMBER = (
    r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}|several|some|a\sfew|a\shandful\sof|many"
    r"|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|plusieurs|quelques)"
)
_FELLOWS = (
    r"(?:colleagues?|companions?|others?|MPs?|MPPs?|MLAs?|MNAs?|MHAs?|senators?|members?|backbenchers?|caucus\smates?"
    r"|collègues|autres|députée?s?|élu(?:e|es|s)?|sénateurs)"
)
# "P (Whitford)", "P (Bécancour-Nicolet-Saurel)"; not "P (who left in D)".
_RIDING = re.compile(rf"{PERSON}(?:\s\([A-ZÉÈÎ][^(){PERSON}{DATE}]{{1,60}}\))")
# "suspended P of Whitford and P of Belrive"; not "P of the whip's office".
_OF_A_PLACE = re.compile(
    rf"{PERSON}\sof\s(?!The\b)[A-ZÉÎ](?:[\w'-]|\.(?=[\w\s])){{1,30}}(?:[\s–—-](?!Leader\b)[A-ZÉÎ][\w'-]{{1,30}}){{0,3}}"
    rf"(?=\s(?!{PARTY})|[,.;]|$)"
)
# "P of the G party and her eight companions"
_OF_A_PARTY = re.compile(rf"{PERSON}\sof\s(?:the\s)?(?P<g>{PARTY})(?:\s(?:party|caucus))?(?=\s[a-z]|,)")
# "P and six of her colleagues", "P et cinq autres députés"; not "P and two bills".
_OTHERS = re.compile(
    rf"{PERSON},?\s(?:and|et|along\swith|plus|ainsi\sque)\s(?:(?:his|her|their|ses|leurs)\s)?{_NUMBER}\s(?:of\s(?:his|her|their|its)\s|other\s|more\s"
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
    if " of " in short.text:
        short = replace(replace(short, _OF_A_PLACE, _keep_first), _OF_A_PARTY, _keep_with_party)
    short = replace(short, _OTHERS, _keep_first_of_members)
    for _ in range(3):  # "four G, P and P, and four G, P and P, founded the G"
        fewer = _without_count(short)
        if fewer is short:
            break
        short = fewer
    return replace(short, _IN_A_LIST, _keep_with_title)


# "suspended two G MPs, P and P, from caucus"; not "met two G MPs, P told P, ".
_COUNTED_LIST = re.compile(
    rf"(?<![\w'])(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ll]es|[Ss]es)\s)?(?P<t>{_NUMBER}\s(?:of\s(?:his|her|its|their|the)\s"
    rf"|de\s(?:ses|leurs)\s|[\w-]+\s|{PARTY}\s){{0,3}}?(?:{_FELLOWS}|ténors|figures|poids\slourds|veterans|stalwarts|Tories|lawmakers|legislators|{PARTY}(?![\s']))"
    rf"(?:\s(?:du\s|de\sla\s|des\s|de\sl'|de\s|d')?{PARTY}(?:\sdes\s[a-z]+)?|\s(?:en|of|from|for|in|de|du)\s(?:(?:the|la)\s)?[\w'-]+(?:\s[\w'-]+){{0,2}})?)(?:,\s(?:including|among\sthem|led\sby|notably|dont)"
    rf"|,|:|\s[—–-]{{1,2}}|\s\()\s?"
    rf"(?P<n>{PERSON}(?:(?:,|\sand|,\sand|\set)\s{PERSON}){{1,10}})(?P<c>,|\s[—–-]{{1,2}}(?=\s)|\)|(?=[.;]|$))"
)


def _without_count(short: Shorthand) -> Shorthand:
    """Shorthand in which "two G MPs, P and P," reads "P and P", each with the title that the count gives."""
    match = _COUNTED_LIST.search(short.text)
    if match is None:
        return short
    inner = tuple(s for s in short.signs[match.start("t") : match.end("t")] if s is not None and s.value is not None)
    title = re.sub(r"s\b", "", match["t"].split(" ", 1)[-1])
    low, high = match.span("n")
    named = tuple(
        Sign(s.start, s.end, s.value, s.title or title, s.title_signs or inner) if s is not None else None
        for s in short.signs[low:high]
    )
    start, end = match.start(), match.end()
    return Shorthand(
        short.text[:start] + short.text[low:high] + short.text[end:],
        short.places[:start] + short.places[low:high] + short.places[end:],
        short.signs[:start] + named + short.signs[end:],
        short.end,
    )


def _keep_first_of_members(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    """ "Leader P and eight of her MLAs": who has MLAs beside her sits with them."""
    sign = short.sign(match.start())
    beside = _MEMBERS_OF.search(match.group())
    if beside is None:
        return sign, match.start()
    title = f"{sign.title} {beside['t']}".strip()
    return Sign(sign.start, sign.end, sign.value, title, sign.title_signs), match.start()


_MEMBERS_OF = re.compile(r"\bof\s(?:his|her|their)\s(?:[\w-]+\s)?(?P<t>MPP?|MLA|MNA|MHA)s\b")


def _keep_first(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    return short.sign(match.start()), match.start()


def _keep_with_party(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    sign = short.sign(match.start())
    party = short.sign(match.start("g"))
    return Sign(sign.start, sign.end, sign.value, sign.title, sign.title_signs or (party,)), match.start()


def _keep_with_title(short: Shorthand, match: re.Match[str]) -> tuple[Sign, int]:
    """The aside becomes the member's title: "P, the Liberal MP for Whitford,"."""
    sign = short.sign(match.start())
    inner = tuple(s for s in short.signs[match.start() + 1 : match.end()] if s is not None)
    title = sign.title or match.group()[2:].strip(" ,")
    return Sign(sign.start, sign.end, sign.value, title, sign.title_signs or inner), match.start()
