"""The phrases of English news in which a caucus takes in a member of another.

Beside each rule stands what it is for and what it must not match. P stands for a person, G for a party and D for a date
in shorthand.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.pieces import BE_BEFORE, PatternOf, english_pieces, rules_from
from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ADVERB,
    OBJECT,
    PASSIVE,
    Rule,
    Trigger,
    is_caucus,
    party_sign,
    told,
)
from scripts.caucus_changes.words import PARTICIPLE, PAST, Words


def welcoming_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which a caucus takes in a member of another."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "The Liberal caucus welcomes P"; not "The caucus welcomed P to the meeting".
        (
            "welcomed_by",
            rf"{p.other}\s(?:has\s)?(?P<v>welcome[sd]?)\s(?:new\smember\s)?(?P<whom>{p.people})(?=[.,;]|$|\s(?:on|after"
            rf"|as)\b|\s{DATE})",
            _read_welcomed,
        ),
        # "The G have gained MP P", "added P to their caucus"; not "added P to their committee", "gained P's vote".
        (
            "gained",
            rf"(?:^|[\s]){p.other}(?:\s(?:has|have|had|on|caucus)"
            rf"|\s{DATE}){{0,3}}\s(?P<v>{p.v['gain']})\s(?P<whom>{p.people})(?!')"
            rf"(?=[.,;]|$|\s(?:from|on|when|as|after|in\s{DATE}|{DATE}|to\s(?:its|their|the)\s(?:caucus|ranks"
            rf"|benches|side|fold|team))(?!\w))",
            _read_gained,
        ),
        # "The G greeted P as their newest member", "G Leader P welcomed P as the newest member of his caucus";
        # not "welcomed P as a speaker".
        (
            "welcomed_as",
            rf"(?P<by>{p.other}|{PERSON})(?:\s(?:has|have|had|on)|\s{DATE}){{0,3}}\s(?P<v>welcome[sd]?|greet(?:s"
            rf"|ed)|introduce[sd]?|present(?:s|ed)"
            rf"|unveil(?:s|ed)|announced?)\s(?P<whom>{p.people})(?:\s{DATE}|\son\s{DATE})?\sas\s(?:its|their|his"
            rf"|her|the|a)\s(?:party's\s)?"
            rf"(?:new|newest|latest)(?:est)?\s(?:{PARTY}\s)?(?:caucus\s)?(?:members?|additions?|recruits?|MPs?"
            rf"|MLAs?|MPPs?|colleagues?|senators?)"
            rf"(?:\s(?:of|to)\s{p.thing})?",
            _read_welcomed_as,
            "welcome welcomes welcomed greets greeted introduce introduces introduced presents presented"
            " unveils unveiled"
            " announce announced",
        ),
        # "The G's newest member is MP P"; not "the G's newest candidate is P".
        (
            "newest_is",
            rf"(?P<b>{PARTY})(?:'s?|\scaucus's)?\s(?P<v>newest|latest)\s(?:caucus\s)?(?:members?|MPs?|MPPs?|MLAs?|MNAs?|MHAs?|senators?|additions?|recruits?)"
            rf"\s(?:is|are)\s(?P<whom>{p.people})",
            _read_newest_is,
            "newest latest",
        ),
        # "the G having taken him aboard", "the G took P in"; not "took P in her arms".
        (
            "takes_aboard",
            rf"{p.other}\s(?:(?:has|have|had|having)\s)?(?P<v>taken|took|takes|brought|brings|welcomed|welcomes)\s(?P<whom>{p.people})\s(?:aboard|on\sboard|in|into\sthe\sfold)"
            rf"(?=[.,;]|$|\s(?:on\s{DATE}|in\s{DATE}|{DATE}|as|after)(?!\w))",
            _read_takes_aboard,
            "aboard board in fold",
        ),
        # "was welcomed by the G on D as their newest MP"; not "was welcomed by the G as a guest".
        (
            "was_welcomed_as",
            rf"\b(?P<v>welcomed|greeted|introduced|presented|unveiled)(?:\s{DATE}|\son\s{DATE})?\sby\s{p.other}(?:\s{DATE}|\son\s{DATE})?\sas"
            rf"\s(?:its|their|his|her|the|a)\s(?:party's\s)?(?:new|newest|latest)\s(?:{PARTY}\s)?(?:caucus\s)?(?:members?|additions?|recruits?|MPs?"
            rf"|MLAs?|MPPs?|MNAs?|colleagues?|senators?)\b",
            _read_was_welcomed_as,
            "welcomed greeted introduced presented unveiled",
        ),
        # "The G gained a seat on D when P, elected as a G, crossed over"; not "when P won the byelection".
        (
            "gained_when",
            rf"{p.other}\s(?:have\s|has\s|had\s)?(?:gained|gain|picked\sup|won|added|acquired)\s(?:a|an|another|one|their|its)\s(?:[a-z]+\s)?"
            rf"(?:seat|member|MP|MLA|MPP|MNA|senator|vote)\b[^.;:“”\"{PERSON}]{{0,40}}\swhen\s(?P<whom>{PERSON})(?:,[^,;.“”\"]{{3,80}},)?"
            rf"\s(?P<v>crossed\s(?:over|the\sfloor)|switched\s(?:sides|parties)|changed\s(?:sides|parties)|came\sover|defected|jumped\sship)\b(?!\sto\b)",
            _read_gained_when,
            "crossed switched changed came defected jumped",
        ),
        # "introduced a new G MP: P", "greeted a new G on D: P"; not "a new G MP, P, was elected".
        (
            "introduces_new",
            rf"\b(?P<v>welcome[sd]?|greet(?:s|ed)|introduce[sd]?|present(?:s|ed)|unveil(?:s|ed)|gain(?:s|ed)"
            rf"|ha(?:s|ve))\s(?:{DATE}\s|on\s{DATE}\s)?"
            rf"(?:a|an|its|their|his|her|the)\s(?:new|newest|latest)\s(?P<b>{PARTY})(?:\scaucus)?(?:\s(?:MPP?|MLA"
            rf"|MNA|MHA|member|senator))?"
            rf"(?:\son\s{DATE}|\s{DATE})?(?::|,|\s[—–-]+|\sin)\s(?P<whom>{p.people})",
            _read_introduces_new,
            "new newest latest",
        ),
        # "was welcomed into the Conservative caucus", "welcomed P into the Liberal caucus"
        ("admitted", rf"\b(?P<v>{p.v['admit']}){ADVERB}\s(?:into|to|in)\s{p.other}", _read_admitted),
        (
            "admits",
            rf"\b(?P<v>{p.v['admit']})\s(?P<whom>{p.people})(?:,\s[^,.;:“”\"{PERSON}]{{3,70}},)?\s(?:into|to)\s{p.other}",
            _read_admits,
        ),
    ]
    return rules_from(patterns)


def _read_welcomed(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "b"):
        return None
    return told(
        match,
        "joined",
        OBJECT,
        "welcomed_by",
        words.verbs["admit"].form(match["v"]),
        joined=party_sign(short, match, "b"),
        whom=match.span("whom"),
        caucus=True,
    )


def _read_gained(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, whom = party_sign(short, match, "b"), match.span("whom")
    to_caucus = re.match(r"\sto\s(?:its|their|the)\s", short.text[match.end() :]) is not None
    title = short.sign(whom[0]).title if short.text[whom[0]] == PERSON else ""
    if joined is None or not (to_caucus or re.search(r"\b(?:MP|MPP|MLA|MNA|MHA|[Ss]enator)\b", title)):
        return None
    forms = words.verbs["gain"].form(match["v"])
    return told(match, "joined", OBJECT, "gained", forms, joined=joined, whom=whom, caucus=to_caucus)


def _read_welcomed_as(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b") or party_sign(short, match, "a")
    if joined is None and match["by"] == PERSON:
        joined = next(iter(short.sign(match.start("by")).title_signs), None)
    if joined is None:
        return None
    forms, whom = frozenset({PAST}), match.span("whom")
    return told(match, "joined", OBJECT, "welcomed_as", forms, joined=joined, whom=whom, caucus=True)


def _read_was_welcomed_as(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, forms = party_sign(short, match, "b"), frozenset({PARTICIPLE})
    if joined is None:
        return None
    return told(match, "joined", PASSIVE, "welcomed_as", forms, joined=joined, caucus=True)


def _read_takes_aboard(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, whom = party_sign(short, match, "b"), match.span("whom")
    if joined is None:
        return None
    return told(match, "joined", OBJECT, "takes_aboard", frozenset({PARTICIPLE}), joined=joined, whom=whom)


def _read_newest_is(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if re.search(r"\belected\b|\bby-?election|\bvoters\b|\bwon\b", short.text):
        return None
    joined, whom = short.sign(match.start("b")), match.span("whom")
    return told(match, "joined", OBJECT, "newest_is", frozenset({PAST}), joined=joined, whom=whom, strong=False)


def _read_gained_when(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, forms, whom = party_sign(short, match, "b"), frozenset({PAST}), match.span("whom")
    if joined is None:
        return None
    return told(match, "crossed_floor", OBJECT, "gained_when", forms, joined=joined, whom=whom, caucus=True)


def _read_introduces_new(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if re.search(r"\belected\b|\bbyelection|\bby-election|\bcandidate", short.text):
        return None
    joined, whom = short.sign(match.start("b")), match.span("whom")
    return told(match, "joined", OBJECT, "introduces_new", frozenset({PAST}), joined=joined, whom=whom)


def _read_admitted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not words.verbs["admit"].form(match["v"]) & {PARTICIPLE} or not BE_BEFORE.search(
        short.text[max(0, match.start() - 60) : match.start()]
    ):
        return None
    if not (is_caucus(match, "b") or party_sign(short, match, "b")):
        return None
    return told(
        match,
        "joined",
        PASSIVE,
        "admitted",
        frozenset({PARTICIPLE}),
        joined=party_sign(short, match, "b"),
        caucus=is_caucus(match, "b"),
    )


def _read_admits(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "b") and party_sign(short, match, "b") is None:
        return None
    return told(
        match,
        "joined",
        OBJECT,
        "admits",
        words.verbs["admit"].form(match["v"]),
        joined=party_sign(short, match, "b"),
        whom=match.span("whom"),
        caucus=is_caucus(match, "b"),
    )
