"""The phrases of English news in which a member comes back to a caucus.

Beside each rule stands what it is for and what it must not match. P stands for a person, G for a party and D for a date
in shorthand.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.pieces import BE_BEFORE, PatternOf, english_pieces, rules_from
from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    ADVERB,
    OBJECT,
    PASSIVE,
    TOGETHER,
    Rule,
    Trigger,
    is_caucus,
    party_sign,
    read_taken_back,
    told,
)
from scripts.caucus_changes.words import PARTICIPLE, PAST, Words


def returning_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which a member comes back to a caucus."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "was readmitted to the Liberal caucus", "was taken back into caucus"; not "was readmitted to hospital".
        (
            "readmitted",
            rf"\b(?P<v>{p.v['readmit']}|{p.v['take_back']}(?:\s(?P<back>back))){ADVERB}\s(?:into|to|in|inside|within|as"
            rf"\sa\smember\sof|as\spart\sof)\s{p.other}",
            _read_readmitted,
        ),
        # "readmitted P to caucus", "let P back into the Tory caucus"; not "let P back into the building".
        (
            "readmits",
            rf"\b(?P<v>{p.v['readmit']}|{p.v['take_back']})\s(?P<whom>{p.people})(?P<back>\sback)?\s(?:into|to|in"
            rf"|inside)"
            rf"\s{p.other}",
            _read_readmits,
        ),
        # "The G took P back", "The G have reinstated P"; not "took P back to the hotel".
        (
            "takes_back",
            rf"(?:^|\s){p.other}(?:\s(?:has|have|had|on|caucus|voted|agreed|decided|unanimously|{DATE}|to))*\s"
            rf"(?:(?P<v>{p.v['take_back']})\s(?P<whom>{p.people})\sback|(?P<re>{p.v['readmit']})\s(?P<who>{p.people}))"
            rf"(?=[.,;]|$|\s(?:on|after|as\sa\smember|when|following|last|this|{DATE})(?!\w))",
            _read_takes_back,
            "back readmit readmits readmitted re-admit re-admitted reinstate reinstates reinstated restore restored",
        ),
        # "The prime minister took her back last week", "and took P back in D"; not "took her back to the hotel".
        (
            "bare_takes_back",
            rf"(?:{PERSON}|\b(?:and|he|she|they|leader|premier|minister|caucus|colleagues))\s(?:(?:has|have|had|then|later|also)\s)*"
            rf"(?P<v>took|taken|let|welcomed|brought|accepted|admitted)\s(?P<whom>{PERSON}|him|her|them)\sback(?:\sin)?"
            rf"(?=[.;]|$|\s(?:last|on|in|this|after|a|two|three|{DATE})(?!\w)(?!\s\w+\s(?:house|hotel|office|room)))",
            _read_bare_takes_back,
            "back",
        ),
        # "is a G again", "is again a member of the G caucus"; not "wants to be a G again".
        (
            "again",
            rf"\b(?P<v>is|are|was|were)\s(?:once\s)?(?:an?\s(?:member\sof\s)?{p.other}(?:\s(?:MP|member"
            rf"|MLA))?\s(?:once\s)?again"
            rf"|(?:once\s)?again\s(?:an?|with|in|part\sof|sitting\swith|sitting\sas\sa)\s(?:member\sof\s)?{p.thing})"
            rf"(?=[.,;]|$|\s(?:on|after|when|following|{DATE})(?!\w))",
            _read_again,
            "again",
        ),
        # "lifted P's suspension from the G caucus"; not "appealed P's suspension".
        (
            "lifts",
            rf"\b(?P<v>lifts?|lifted|ends?|ended|revers(?:es|ed)|rescind(?:s|ed)|revok(?:es|ed)|overturn(?:s|ed))\s"
            rf"(?:(?P<whom>{PERSON})'s?|his|her|the)\s(?:suspension"
            rf"|expulsion)(?:\sof\s(?P<who>{p.people}))?(?:\s{p.out_of}\s{p.other})?",
            _read_lifts,
            "suspension expulsion",
        ),
        # "Suspended from caucus in May, P was reinstated on D"; not "was reinstated as a minister".
        (
            "bare_readmitted",
            rf"\b(?P<v>readmitted|re-admitted|reinstated|(?:welcomed|taken|let|accepted|brought|allowed|admitted|invited)\sback(?:\sin)?)(?=[.,;]|$|\s(?:{DATE}|on\s{DATE}|in\s{DATE}|after|last|this|late"
            rf"|earlier|when|by\s(?:the\s)?(?:{PARTY}|{PERSON}))(?!\w))",
            _read_bare_readmitted,
            "readmitted re-admitted reinstated back",
        ),
        # "was welcomed back by the Liberals"; not "was welcomed back by voters".
        ("taken_back_by", rf"\b(?P<v>{p.v['take_back']})\sback\sby\s{p.other}", read_taken_back),
        # "returned to the Tory caucus", "is back in caucus"; not "returned to the caucus room".
        (
            "returned",
            rf"\b(?P<v>{p.v['go_back']}|back)\s(?:in|to|into|inside|with|among|on)\s{p.other}",
            _read_returned,
        ),
        ("rejoined", rf"\b(?P<v>{p.v['rejoin']})\s{p.other}", _read_returned),
    ]
    return rules_from(patterns)


def _read_readmitted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not (is_caucus(match, "b") or party_sign(short, match, "b")) and match["b_alone"] != "party":
        return None
    return told(
        match,
        "reinstated",
        PASSIVE,
        "readmitted",
        frozenset({PARTICIPLE}),
        joined=party_sign(short, match, "b"),
        caucus=True,
    )


def _read_readmits(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = words.verbs["readmit"].form(match["v"])
    if not forms and not match["back"]:
        return None
    forms = forms or words.verbs["take_back"].form(match["v"])
    return told(
        match,
        "reinstated",
        OBJECT,
        "readmits",
        forms,
        joined=party_sign(short, match, "b"),
        whom=match.span("whom"),
        caucus=True,
    )


# "walked out of the G, sat as an independent, and was taken back"
_LEFT_BEFORE = re.compile(
    rf"\b(?:left|quit|walked\sout|expelled|suspended|resigned|ousted|kicked\sout|broke)\b[^.;]{{0,30}}{PARTY}"
    rf"|{PARTY}\s(?:(?:has|had|have)\s)?(?:expelled|suspended|ousted|removed|dropped|ejected|turfed)\b"
)


def _read_bare_readmitted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not BE_BEFORE.search(short.text[max(0, match.start() - 60) : match.start()]):
        return None
    sure = re.search(r"\bcaucus\b", short.text) or _LEFT_BEFORE.search(short.text, 0, match.start())
    rule = "readmitted" if sure else "bare_readmitted"
    return told(match, "reinstated", PASSIVE, rule, frozenset({PARTICIPLE}), caucus=True)


def _read_bare_takes_back(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms, whom = frozenset({PAST}), match.span("whom")
    return told(match, "reinstated", OBJECT, "bare_takes_back", forms, whom=whom, caucus=True)


def _read_takes_back(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, verb = party_sign(short, match, "b"), "v" if match["v"] else "re"
    if joined is None and not is_caucus(match, "b"):
        return None
    if re.search(r"\b(?:on\swhether|whether)\b", match.group()):
        return None
    whom = match.span("whom" if match["v"] else "who")
    forms = words.verbs["take_back" if match["v"] else "readmit"].form(match[verb])
    start = match.start(verb)
    return Trigger("reinstated", start, match.end(), OBJECT, "readmits", forms, joined=joined, whom=whom, caucus=True)


def _read_again(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b") or party_sign(short, match, "a")
    caucus = is_caucus(match, "b") or is_caucus(match, "a")
    if joined is None and not caucus:
        return None
    return told(match, "reinstated", ACTIVE, "again", frozenset({PARTICIPLE}), joined=joined, caucus=caucus)


def _read_lifts(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "b") and party_sign(short, match, "b") is None:
        return None
    name = "whom" if match["whom"] else "who"
    if not match[name]:
        return None
    joined, whom, forms = party_sign(short, match, "b"), match.span(name), frozenset({PAST})
    return told(match, "reinstated", OBJECT, "readmits", forms, joined=joined, whom=whom, caucus=True)


def _read_returned(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, caucus = party_sign(short, match, "b"), is_caucus(match, "b")
    alone = match["b_alone"] or ""
    if joined is None and not (caucus or alone == "party"):
        return None
    verb = match["v"].lower()
    group = "rejoin" if words.verbs["rejoin"].form(verb) else "go_back"
    forms = words.verbs[group].form(verb)
    if verb == "back":
        if not BE_BEFORE.search(short.text[max(0, match.start() - 40) : match.start()]) and not short.text[
            : match.start()
        ].rstrip().endswith(PERSON):
            return None
        forms = frozenset({PARTICIPLE})
    elif verb.split()[0] in ("go", "goes", "went", "come", "comes", "came", "gone") and not caucus and joined is None:
        return None
    if TOGETHER.match(short.text, match.end()) and not caucus and alone != "fold":
        return None
    return told(match, "reinstated", ACTIVE, "returned", forms, joined=joined, caucus=caucus)
