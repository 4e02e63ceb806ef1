"""The phrases of English news in which a member goes over to another caucus.

Beside each rule stands what it is for and what it must not match. P stands for a person, G for a party and D for a date
in shorthand.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.pieces import PatternOf, english_pieces, rules_from
from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    ADVERB,
    OBJECT,
    OF,
    TO_SIT,
    Reader,
    Rule,
    Trigger,
    after_leaving,
    is_caucus,
    party_sign,
    read_join,
    told,
)
from scripts.caucus_changes.words import FUTURE, GERUND, PAST, THIRD, Words

_COLOUR = r"(?:blue|red|orange|green|purple|colours|banner|badge|jersey|sweater|scarf|tie|card|ranks|benches)"


def joining_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which a member goes over to another caucus."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "crossed the floor from the NDP to the Liberals"; not "crossed the floor of the plant".
        (
            "cross",
            rf"\b(?P<v>{p.v['cross']}|floor-crossing)\s(?:over\s)?(?:the\s)?(?:(?:House|Commons|legislature|House of"
            r" Commons|Senate|legislative)\s)?(?:floor|aisle)\b"
            rf"(?!\sof\s(?!(?:the\s)?(?:House|Commons|legislature|Senate|assembly|National\sAssembly|Legislat)))",
            _read_cross,
        ),
        # "crosses to the Liberals", "defected from the NDP to the Bloc"; not "defected to the West".
        (
            "defect",
            rf"\b(?P<v>{p.v['defect']}){ADVERB}(?:\sfrom\s{p.thing})?\s(?:over\s)?(?:to|into|for)\s(?:join\s|sit\swith"
            rf"\s|become\s)?{p.other}(?:\sfrom\s{p.third})?",
            _read_move("defect"),
        ),
        # "G MLA P, who arrived from the G in D", "the arrival of P from the G"; not "came from the NDP's office".
        (
            "arrived_from",
            rf"\b(?:(?P<v>arrived|came(?:\sover)?|come\sover|crossed(?:\sover)?|switched|moved\sover|defected)\sfrom\s{p.thing}"
            rf"|(?P<n>arrival|defection|recruitment)\sof\s(?P<whom>{p.people})\sfrom\s{p.third})"
            rf"(?=[.,;)]|$|\s(?:in|on|last|this|after|during|before|{DATE})(?!\w))",
            _read_arrived_from,
            "arrived came come crossed switched moved defected arrival defection recruitment",
        ),
        # "P took eight of her G MLAs with her to the G on D: P, P and P"; not "took two MLAs to dinner".
        (
            "takes_along",
            rf"\b(?P<v>takes?|took|brings?|brought|leads?|led)\s(?:(?:[a-z]+|\d+)\s(?:of\s(?:his|her|their)\s|other\s|more\s|fellow\s)?)(?:{p.thing}\s|{PARTY}\s)?"
            rf"(?:MLAs|MPPs|MNAs|MHAs|MPs|members|colleagues|senators|others|caucus\smates)\s(?:along\s|over\s|across\s|with\s(?:him|her|them)\s)+"
            rf"(?:over\s|across\s)?(?:to|into)\s{p.other}",
            _read_takes_along,
            "takes took brings brought leads led take bring lead",
        ),
        (
            "go_over",
            rf"\b(?P<v>{p.v['go_over']}){ADVERB}\s(?:over\s)?to\s{p.other}(?=[.,;]|$|\s(?:on|in|after|under|amid|over"
            rf"|because|{DATE}|late|early|last|this|when|as|following|with\sa)(?!\w)|\sfrom\s(?:what\shad\sbeen\s)?{p.thing})",
            _read_go_over,
        ),
        (
            "carried",
            rf"\b(?P<v>{p.v['carry']})\s(?P<whom>{p.people})\sfrom\s{p.thing}\s(?:over\s)?to\s{p.other}",
            _read_carried,
        ),
        # "traded the G for the G", "dropped the G for the G"; not "traded barbs with the G".
        (
            "traded",
            rf"\b(?P<v>{p.v['trade']}){ADVERB}\s(?:{p.thing}|(?P<x>{PARTY})\s{_COLOUR}){ADVERB}\s(?:for|in\sfavour\sof)\s"
            rf"(?:{p.other}|(?P<y>{PARTY})\s{_COLOUR})",
            _read_traded,
        ),
        # "will now sit with the G", "sits as a G as of D";
        # not "sits with the G on the finance committee", "sat as a G".
        (
            "sits_with",
            rf"\b(?:(?:will|now|'ll|would|to)\s(?:now\s|be\s)?(?P<v>sits?|sitting)\s(?:with|as\san?|among"
            rf"|alongside)\s{p.other}"
            rf"(?=[.,;)]|$|\s(?:on\s{DATE}|after|when|as\sof|in\sthe\s(?:House|Senate|Commons|legislature)|from"
            rf"|starting|{DATE})(?!\w))"
            rf"|(?P<now>sits)\sas\san?\s(?P<c>{PARTY})\s(?:MP\s)?(?:as\sof|since|starting)\s{DATE})",
            _read_sits_with,
            "sit sits sitting",
        ),
        # "is now a G", "are now G MPs" of somebody who was elsewhere; not "is now a G minister", "is now a G target".
        (
            "now_party",
            rf"\b(?P<v>(?:is|are)\snow|turned|turns|turning)\s(?:an?\s)?(?:[A-Z][\w.]+\s)?(?P<b>{PARTY})(?:\s(?:MPP?s?|MLAs?|MNAs?"
            rf"|MHAs?|members?|senators?))?"
            rf"(?=[.,;)]|$|\s(?:on|after|when|last|this|{DATE})(?!\w))",
            _read_now_party,
            "now turned turns turning",
        ),
        # "is now a member of the G caucus", "are now with the G"; not "is now in talks with the G".
        (
            "now_member",
            rf"\b(?P<v>(?:is|are)\snow)\s(?:(?:(?:an?\s)?(?:part|members?)\sof|with|among)\s{p.other}|in\s(?:the\s)?"
            rf"(?P<c>{PARTY})\s(?:caucus|fold|ranks))(?=[.,;)]|$|\s(?:and|after|on|in\sthe|when|following|{DATE})(?!\w))",
            _read_now_member,
            "now",
        ),
        # "became the second MLA of the G", "became the newest member of P's G caucus", "became the G's third MP",
        # of one who was elsewhere; not "became the newest member of the committee".
        (
            "become_member",
            rf"\b(?P<v>{p.v['become']}|(?:is|are)(?=\s(?:now\s)?(?:the|its|their|{PARTY}'s?)\s(?:newest|latest)\b))"
            rf"\s(?:now\s)?(?:(?:the|its|their|his|her|a)\s)?(?:(?P<o>{PARTY})(?:'s?)?\s)?"
            rf"(?P<nth>newest|latest|new|second|third|fourth|fifth|sixth|only|sole|lone|first)\s(?:[a-z]+\s)?"
            rf"(?:(?P<b>{PARTY})\s)?(?:caucus\s)?(?:MPP?|MLA|MNA|MHA|member|senator|addition|recruit|representative)\b"
            rf"(?:\s(?:of|for|in|to|on)\s(?:the\s)?(?:{PERSON}'s?\s)?(?:[a-z]+\s){{0,2}}(?P<c>{PARTY}))?(?!'?s?\s{p.words.other_things}\b)",
            _read_become_member,
            "become becomes became becoming newest latest",
        ),
        # "The others crossing the floor are P and P", "Also leaving the G for the G are P, P and P";
        # not "The others leaving the G meeting were P and P".
        (
            "list_after",
            rf"(?:^|\b)(?:[Tt]he\s(?:(?:only|last|first|previous|latest|most\srecent|one)\s)?(?:other|rest|only|last|first|previous|latest)\S*\s(?:[\w-]+\s|{PARTY}\s){{0,3}}?|[Tt]hose\s|[Oo]thers\s|[Aa]lso\s|^)"
            rf"(?:who\s(?:have\s|had\s|are\s)?|to\s(?:be\s|have\s(?:been\s)?|get\s)?|also\s)?(?P<v>(?i:{p.v['cross']})\s(?:the\s)?floor|(?i:{p.v['leave']}"
            rf"|{p.v['leave_from']}\sfrom|{p.v['join']}|{p.v['defect']}\s(?:over\s)?to)\s{p.thing}"
            rf"|(?i:expelled|ousted|turfed|booted|kicked\sout|suspended|put\sout|thrown\sout|removed)(?:\s{p.out_of}\s{p.third})?)"
            rf"(?P<more>[^.;:{PERSON}]{{0,70}}?)(?:,\s)?\s?\b(?:are|were|is|was|include|includes|included)\s"
            rf"(?P<whom>{p.people})",
            _read_list_after,
            "crossing cross crossed leaving left leave quit quitting resigning resigned joining joined join expelled"
            " ousted turfed booted kicked suspended put thrown removed defecting defected switching jumping jumped",
        ),
        # "became a Green"; not "became a Liberal minister".
        (
            "become_party",
            rf"\b(?P<v>becomes?|became|becoming|have\sbecome|has\sbecome)\s(?P<a>an?\s)?(?P<b>{PARTY})(?=[.,;]|$|\s(?:and|on|after|in|when|as|last"
            rf"|this|{DATE})(?!\w))",
            _read_become_party,
        ),
        # "The NDP lost P to the Liberals"; not "The Liberals lost a vote to the Tories".
        ("lost", rf"\b(?P<v>{p.v['lose']})\s(?P<whom>{p.people})\sto\s{p.other}", _read_lost),
        # "moved from the G to the G", "switched from G to G"; not "moved to the Liberals' left".
        (
            "move",
            rf"\b(?P<v>{p.v['move']}){ADVERB}\s(?:ship\s|sides\s|parties\s|allegiance\s)?from\s{p.thing}{ADVERB}\s"
            rf"(?:and\s)?(?:straight\s|over\s)?(?:to|into)\s(?:join\s)?{p.other}",
            _read_move("move"),
        ),
        # "joined the Green caucus", "joined the Tories"; not "joined the Liberals in calling for".
        ("join", rf"\b(?P<v>{p.v['join']})\s(?:the\sranks\sof\s|forces\swith\s)?{p.other}", read_join),
    ]
    return rules_from(patterns)


_FLOOR_FROM = re.compile(rf"[^.;:]{{0,50}}?\bfrom\s(?:the\s)?(?:[\w'-]+\s){{0,3}}?(?P<g>{PARTY})")


_FLOOR_TO = re.compile(
    rf"[^.;:{PARTY}]{{0,70}}?\b(?:to|into|with|joined|joining|for|become|as|and)\s(?:[\w'.{PERSON}-]+"
    rf"\s){{0,6}}?(?P<g>{PARTY})"
)


def _read_cross(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    ahead = short.text[match.end() : match.end() + 130]
    left = joined = None
    origin = _FLOOR_FROM.match(ahead)
    rest = 0
    if origin:
        left = short.sign(match.end() + origin.start("g"))
        rest = origin.end()
    target = _FLOOR_TO.match(ahead, rest)
    if target:
        joined = short.sign(match.end() + target.start("g"))
    forms = words.verbs["cross"].form(match["v"]) or frozenset({GERUND})
    independent = joined is None and TO_SIT.match(ahead) is not None
    return told(
        match,
        "crossed_floor",
        ACTIVE,
        "crossed_floor",
        forms,
        left=left,
        joined=joined,
        independent=independent,
        caucus=True,
    )


def _read_move(group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        left, joined = party_sign(short, match, "a") or party_sign(short, match, "c"), party_sign(short, match, "b")
        verb = match["v"].split()[0].lower()
        if joined is None and not is_caucus(match, "b"):
            return None
        if group == "move" and (left is None or joined is None):
            return None
        said = left or is_caucus(match, "b") or " " in match["v"] or verb.startswith(("cross", "bolt"))
        if group == "defect" and verb in _PLAIN_MOTION and not said:
            return None
        return told(
            match,
            "crossed_floor",
            ACTIVE,
            group,
            words.verbs[group].form(match["v"]),
            left=left,
            joined=joined,
            caucus=True,
        )

    return read


def _read_arrived_from(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left = party_sign(short, match, "a") or party_sign(short, match, "c")
    if left is None:
        return None
    forms, start = frozenset({PAST}), match.start("v" if match["v"] else "n")
    if match["n"]:
        return Trigger(
            "crossed_floor",
            start,
            match.end(),
            OF,
            "arrived_from",
            forms,
            left=left,
            whom=match.span("whom"),
            caucus=True,
        )
    return Trigger("crossed_floor", start, match.end(), ACTIVE, "arrived_from", forms, left=left)


def _read_takes_along(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    forms, left = frozenset({PAST}), party_sign(short, match, "a")
    return told(match, "crossed_floor", ACTIVE, "takes_along", forms, left=left, joined=joined, caucus=True)


def _read_go_over(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, joined = party_sign(short, match, "a"), party_sign(short, match, "b")
    if joined is None:
        return None
    forms = words.verbs["go_over"].form(match["v"])
    return told(match, "crossed_floor", ACTIVE, "go_over", forms, left=left, joined=joined)


def _read_carried(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, joined = party_sign(short, match, "a"), party_sign(short, match, "b")
    if left is None or joined is None:
        return None
    return told(
        match,
        "crossed_floor",
        OBJECT,
        "carried",
        words.verbs["carry"].form(match["v"]),
        left=left,
        joined=joined,
        whom=match.span("whom"),
    )


def _read_become_party(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    named = short.sign(match.start("b")).value
    if match["a"] is None and not getattr(named, "text", "").endswith("s"):
        return None  # "became Liberals" of several; "the seat became Liberal" of nobody
    return told(
        match,
        "joined",
        ACTIVE,
        "become_party",
        words.verbs["become"].form(match["v"].split()[-1]),
        joined=short.sign(match.start("b")),
    )


def _read_traded(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left = short.sign(match.start("x")) if match["x"] else party_sign(short, match, "a")
    joined = short.sign(match.start("y")) if match["y"] else party_sign(short, match, "b")
    if left is None or joined is None:
        return None
    forms = words.verbs["trade"].form(match["v"])
    return told(match, "crossed_floor", ACTIVE, "traded", forms, left=left, joined=joined, caucus=True)


def _read_sits_with(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("c")) if match["c"] else party_sign(short, match, "b")
    if joined is None:
        return None
    start = match.start("v") if match["v"] else match.start("now")
    forms = frozenset({THIRD, FUTURE})
    return Trigger("joined", start, match.end(), ACTIVE, "now_party", forms, joined=joined, caucus=True, strong=False)


def _read_now_party(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("b"))
    forms = frozenset({PAST, THIRD})
    return told(match, "joined", ACTIVE, "now_party", forms, joined=joined, strong=False)


def _read_now_member(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("c")) if match["c"] else party_sign(short, match, "b")
    if joined is None:
        return None
    forms = frozenset({PAST, THIRD})
    return told(match, "joined", ACTIVE, "now_party", forms, joined=joined, caucus=True, strong=False)


def _read_become_member(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if re.search(r"\belected\b|\bbyelection|\bby-election|\belection\b", short.text):
        return None
    name = next((group for group in ("c", "b", "o") if match[group]), None)
    if name is None:
        return None
    forms = words.verbs["become"].form(match["v"])
    joined = short.sign(match.start(name))
    return told(match, "joined", ACTIVE, "now_party", forms, joined=joined, caucus=True, strong=False)


_REMOVED_HEAD = re.compile(r"expelled|ousted|turfed|booted|kicked|suspended|put|thrown|removed", re.IGNORECASE)


def _read_list_after(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    verb, whom = match["v"].lower(), match.span("whom")
    left, joined = party_sign(short, match, "a"), None
    floor, caucus = verb.endswith("floor"), is_caucus(match, "a")
    removed = _REMOVED_HEAD.match(verb)
    if removed:
        kind = "suspended" if verb.startswith("suspended") else "expelled"
        left, caucus = party_sign(short, match, "c"), True
        if verb.startswith(("put", "thrown", "removed")) and not is_caucus(match, "c"):
            return None
    elif floor:
        kind, target = "crossed_floor", _FLOOR_TO.match(match["more"])
        joined = short.sign(match.start("more") + target.start("g")) if target else None
    elif words.verbs["join"].form(verb.split()[0]) or words.verbs["defect"].form(verb.split()[0]):
        if left is None and not caucus:
            return None
        kind, joined, left = "crossed_floor", left, None
        origin = _FLOOR_FROM.match(match["more"])
        left = short.sign(match.start("more") + origin.start("g")) if origin else None
        kind = "crossed_floor" if left else "joined"
    else:
        if left is None and not caucus:
            return None
        joined, _ = after_leaving(short, match.end("v"))
        kind = "crossed_floor" if joined else "resigned"
    forms = frozenset({PAST})
    return told(match, kind, OBJECT, "list_after", forms, left=left, joined=joined, whom=whom, caucus=caucus or floor)


def _read_lost(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    return told(
        match,
        "crossed_floor",
        OBJECT,
        "lost",
        words.verbs["lose"].form(match["v"]),
        joined=joined,
        whom=match.span("whom"),
    )


_PLAIN_MOTION = {
    "jump",
    "jumps",
    "jumped",
    "jumping",
    "flip",
    "flips",
    "flipped",
    "hop",
    "hops",
    "hopped",
    "flee",
    "fled",
    "go",
    "goes",
    "went",
    "come",
    "comes",
    "came",
    "cross",
    "crosses",
    "crossed",
    "crossing",
    "bolt",
    "bolts",
    "bolted",
}
