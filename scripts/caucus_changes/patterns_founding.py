"""The phrases of English news in which members found a group or a party, or two groups merge.

Beside each rule stands what it is for and what it must not match. P stands for a person, G for a party and D for a date
in shorthand.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.pieces import PatternOf, english_pieces, rules_from
from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    Rule,
    Trigger,
    party_sign,
    told,
)
from scripts.caucus_changes.words import PAST, Words

_COUNT = (
    r"(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d{1,2}|several|some)"
)


def founding_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which members found a group or a party, or two groups merge."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "formed a new party"; not "formed a government", "launched the party's campaign".
        (
            "form",
            rf"\b(?P<v>{p.v['form']})\s(?:up\s)?(?:(?:a|an|the|his|her|their|own|new|breakaway|separate|rival|federal"
            rf"|provincial|political|parliamentary|two-member|regional|right-wing)\s){{1,5}}"
            rf"(?:{PARTY}\s)?(?P<group>party|group|caucus|{PARTY})\b(?P<own>\sof\s(?:his|her|their)\sown)?(?!\s(?:platform|policy|meeting|campaign"
            rf"|leadership|on\s(?!{DATE})|to\s(?:study|review|examine)))(?:[^.;]{{0,24}}?(?:called|named|,"
            rf"|known as|dubbed)\s"
            rf"(?:the\s)?(?P<b>{PARTY}))?",
            _read_form,
        ),
        # "P, P and P are among the founders of the G"; not "P is the founder of a charity".
        (
            "founder_of",
            rf"\b(?P<v>is|are|was|were)\s(?:also\s)?(?:among\s(?:the\s)?|one\sof\s(?:the\s)?|(?:a\s|the\s)?)(?:(?:\w+|eleven)\s)?"
            rf"(?:co-?founders?|founders?|founding\smembers?)\sof\s{p.other}",
            _read_founder_of,
            "founder founders founding co-founder co-founders cofounder cofounders",
        ),
        # "The nine senators still in the G have become the G", "the remaining G rechristened themselves the G", "the G,
        # unveiled on D with 11 founders"; not "The senators formed the committee".
        (
            "group_founded",
            rf"(?:\b(?:{_COUNT}|[Rr]emaining|[Ff]ormer)\s(?:[a-z]+\s){{0,2}}(?:senators?|MPs|MLAs|MPPs|MNAs|members|legislators|(?P<a>{PARTY}))"
            rf"(?![\w'])[^.;:“”\"{PERSON}{PARTY}]{{0,50}}(?P<of>{PARTY})?[^.;:“”\"{PERSON}{PARTY}]{{0,24}}?\s"
            rf"(?P<v>(?:have\s|had\s)?(?:become|became|formed|founded|launched|created)|(?:have\s|had\s)?(?:re(?:named|christened|branded)|named|called)"
            rf"\sthemselves(?:\sas)?)\s(?:the|a)\s(?:new\s)?(?P<b>{PARTY})"
            rf"|(?:{_COUNT}|[Tt]he)\s(?:[a-z]+\s){{0,2}}(?:senators?|MPs|MLAs|MPPs|MNAs|members)(?![\w'])[^.;:“”\"{PERSON}{PARTY}]{{0,50}}\s"
            rf"(?P<u>(?:have\s|had\s)?(?:set\sup|started|formed|founded|launched|created|established|announced))\s(?:a|an|their|another)\s(?:[a-z-]+\s){{1,3}}"
            rf"(?:group|caucus|party)(?:\sin\sthe\s\w+)?(?:,|\scalled|\sknown\sas|\snamed|:)\s(?:the\s)?(?P<d>{PARTY})"
            rf"|(?P<e>{PARTY})\s(?P<x>(?:was|has\sbeen|were)\s(?:founded|formed|created|launched|started|set\sup|established))(?:\son|\sin)?(?:\s{DATE})?\sby\s"
            rf"(?=(?:\w+\s){{1,3}}?(?:senators|MPs|MLAs|members)\b|{PERSON})"
            rf"|(?P<c>{PARTY}),\s(?P<w>unveiled|formed|founded|launched|announced|created)(?:\son|\sin)?\s{DATE}\s(?:with|by)\s(?:\w+\s){{1,3}}?"
            rf"(?:founders|founding\smembers|senators|MPs|members|MLAs))",
            _read_group_founded,
            "become became formed founded launched created renamed rechristened rebranded named called unveiled"
            " announced set started established",
        ),
        (
            "merge",
            rf"\b(?P<v>{p.v['merge']})\s(?:(?:his|her|their|its)\s(?:\w+\s)?(?:party|group|caucus)\s)?(?:back\s)?"
            rf"(?:with|into|by)\s{p.other}",
            _read_merge,
        ),
    ]
    return rules_from(patterns)


def _read_form(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    phrase = match.group()
    named = match["group"] == PARTY
    if (
        match["own"] is None
        and re.match(r"\s(?:for|of|called\s[a-z]|to\shelp|that)\s?", short.text[match.end() :])
        and match["group"] == "group"
    ):
        return None  # "a new group for cyclists"
    if not re.search(r"\b(?:new|own|breakaway|separate|rival|parliamentary|their)\b", phrase) and not (
        named and match["b"] is None
    ):
        return None
    if (
        named
        and not re.search(r"\bnew\b", phrase)
        and not match["v"].lower().startswith(("found", "form", "co-found", "creat", "launch"))
    ):
        return None
    joined = short.sign(match.start("group")) if named else short.sign(match.start("b")) if match["b"] else None
    return told(match, "formed_group", ACTIVE, "formed_group", words.verbs["form"].form(match["v"]), joined=joined)


def _read_founder_of(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    name = getattr(joined.value, "text", "") if joined is not None else ""
    if joined is None or not re.search(r"group|groupe|caucus", name, re.IGNORECASE):
        return None  # the founder of a party need not have sat for another
    return told(match, "formed_group", ACTIVE, "founder_of", frozenset({PAST}), joined=joined, caucus=True)


def _read_group_founded(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start(next(name for name in ("b", "c", "d", "e") if match[name])))
    left = next((short.sign(match.start(name)) for name in ("of", "a") if match[name]), None)
    start = match.start(next(name for name in ("v", "w", "u", "x") if match[name]))
    whom = (match.end(), match.end())
    forms = frozenset({PAST})
    return Trigger(
        "formed_group",
        start,
        match.end(),
        ACTIVE,
        "group_founded",
        forms,
        left=left,
        joined=joined,
        whom=whom,
        caucus=True,
    )


def _read_merge(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    return told(match, "merged", ACTIVE, "merged", words.verbs["merge"].form(match["v"]), joined=joined)
