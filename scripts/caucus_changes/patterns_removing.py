"""The phrases of English news in which a caucus, a party or its leader puts a member out.

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
    POST,
    Reader,
    Rule,
    Trigger,
    after_leaving,
    is_caucus,
    party_sign,
    told,
)
from scripts.caucus_changes.words import BASE, GERUND, PARTICIPLE, PAST, THIRD, Words


def removing_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which a caucus, a party or its leader puts a member out."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "was expelled from caucus", "kicked out of the Tory caucus over ..."; not "was removed from the committee".
        (
            "removed_from",
            rf"\b(?P<v>{p.v['remove']}){ADVERB}\s{p.out_of}\s{POST}{p.thing}",
            _read_removed("expelled", "remove"),
        ),
        (
            "suspended_from",
            rf"\b(?P<v>{p.v['suspend']}){ADVERB}\s(?:from|by)\s{POST}{p.thing}",
            _read_removed("suspended", "suspend"),
        ),
        # "was expelled by the Tories", "was turfed by his party"; not "was dropped by the broadcaster".
        (
            "removed_by",
            rf"\b(?P<v>{p.v['remove_outright']}){ADVERB}\sby\s{p.thing}",
            _read_removed("expelled", "remove_outright"),
        ),
        # "The prime minister had him put out of the caucus"; not "had him put out of the room".
        (
            "had_removed",
            rf"\b(?:has|have|had|having|wanted\sand\sgot)\s(?P<whom>{p.people})\s(?:(?P<v>{p.v['remove']}){ADVERB}\s{p.out_of}|(?P<out>out)\sof)\s{p.thing}",
            _read_had_removed,
        ),
        # "Colleagues in the G caucus had P suspended on D"; not "had P suspended from school".
        (
            "had_removed_outright",
            rf"\b(?:has|have|had)\s(?P<whom>{p.people})\s(?P<v>expelled|ousted|turfed|booted|suspended|ejected)"
            rf"(?=[.,;]|$|\s(?:{DATE}|on\s{DATE}|in\s{DATE}|over|for|after|last|this|earlier)(?!\w))",
            _read_had_suspended,
            "expelled ousted turfed booted suspended ejected",
        ),
        # "said that P may no longer sit with the G", "is no longer welcome in the G caucus", "told her that she would
        # not be part of the G caucus any longer"; not "may no longer speak for the G".
        (
            "barred",
            rf"\b(?P<v>(?:will|would)\snot\sbe\s(?:a\s)?(?:part|member)|(?:may|can|could|must|will|would|shall)\sno\slonger\s(?:sit|belong|remain|serve|be\s(?:a\s)?(?:part|member)"
            rf"|be\swelcome)|(?:is|are|was|were)\sno\slonger\s(?:welcome|wanted|allowed\sto\s(?:sit|remain)|permitted\sto\s(?:sit|remain))"
            rf"|(?:is|are|was|were)\snot\swelcome\sany\s(?:longer|more))\s(?:with|in|among|of|as\s(?:an?\s)?|on|as\s(?:a\s)?members?\sof|to)"
            rf"\s?{p.thing}",
            _read_barred,
            "longer more",
        ),
        # "has no place in the G caucus any more"; not "Racism has no place in the G caucus".
        (
            "no_place",
            rf"\b(?P<v>(?:has|had|have)\sno)\s(?:place|room|seat)\s(?:in|among|with|on)\s{p.thing}\sany\s?(?:more|longer)\b",
            _read_removed_active,
            "place room seat",
        ),
        # "was placed on leave from caucus"; not "is on leave from Parliament".
        (
            "on_leave",
            rf"\b(?P<v>placed|put|is|are|was|were|been)\son\s(?:a\s"
            rf"|an?\s\w+\s)?leave\s(?:of\sabsence\s)?from\s{p.thing}",
            _read_on_leave,
            "leave",
        ),
        # "was stripped of her caucus membership", "stripped P of his membership in the G caucus";
        # not "of her critic role"
        (
            "stripped",
            rf"\b(?P<v>stripped|strips|relieved|relieves"
            rf"|deprived)\s(?:(?P<whom>{p.people})\s)?(?:\w+ly\s)?of\s(?:(?:his|her|their|all)\s)?"
            rf"(?:(?:the\s)?(?:(?P<g>{PARTY})\s)?(?P<m>caucus\s(?:membership|card|privileges|status))"
            rf"|(?:membership|place|seat|spot|position)\s(?:in|on|within)\s{p.other}|(?P<bare>membership)(?=[.,;]|$|\s(?:on\s)?{DATE}))",
            _read_stripped,
            "stripped strips relieved relieves deprived",
        ),
        # "lost her place in the G caucus", "has lost the G whip"; not "lost her seat to the G".
        (
            "lost_place",
            rf"\b(?P<v>loses|lost|losing)\s(?:(?:his|her|their)\s(?:place|spot|membership|seat)\s(?:in|within"
            rf"|on)\s{p.thing})",
            _read_removed_active,
            "lost loses losing",
        ),
        # "What P wrote cost her her place in the G caucus", "cost P a spot in caucus"; not "cost P his seat".
        (
            "cost_place",
            rf"\b(?P<v>costs?|costing)\s(?P<whom>{p.people})\s(?:his|her|their|a)\s(?:place|spot|membership|seat|position)\s"
            rf"(?:in|within|on|among)\s{p.thing}",
            _read_cost_place,
            "cost costs costing",
        ),
        # "P's membership in the G caucus was revoked"
        (
            "revoked",
            rf"(?P<whom>{PERSON})'s?\s(?:(?:(?P<g>{PARTY})\s)?(?P<m>caucus)\smembership|membership\s(?:in"
            rf"|of)\s{p.other})\s(?:was|has\sbeen|is)\s"
            r"(?P<v>revoked|terminated|withdrawn|cancelled|suspended|ended)",
            _read_revoked,
            "revoked terminated withdrawn cancelled suspended ended",
        ),
        # "The G showed P the door"; not "showed P the door of the new office".
        (
            "shows_the_door",
            rf"(?P<by>{p.thing}|{PERSON})(?:\s(?:has|have|had|caucus|leadership))*\s(?P<v>showed|shows|show|shown"
            rf"|gave|gives|given|handed)\s"
            rf"(?P<whom>{p.people})\s(?:the\s(?:caucus\s)?door|the\sboot|(?:his|her|their)\swalking\spapers)\b(?!\sof)",
            _read_door,
            "door boot papers",
        ),
        # "was shown the door by the G", "got the boot from caucus"; not "was shown the door of the office".
        (
            "shown_the_door",
            rf"\b(?P<v>shown\sthe\sdoor|given\sthe\sboot|got\sthe\sboot|gets\sthe\sboot|sent\spacking|cut\sloose"
            rf"|kicked\sto\sthe\scurb"
            rf"|given\s(?:his|her|their)\swalking\spapers){ADVERB}\s(?:by|from)\s{p.thing}",
            _read_removed_phrase,
            "door boot packing loose curb papers",
        ),
        # "has cut P loose", "sent P packing": the party is who acts; not "cut P's speech".
        (
            "cuts_loose",
            rf"(?P<by>{p.other}|{PERSON})(?:\s(?:has|have|had|leadership|caucus))*\s(?P<v>cuts?|sends?|sent"
            rf"|set)\s(?P<whom>{p.people})\s"
            rf"(?:loose|packing|adrift)(?:\sfrom\s{p.thing})?",
            _read_cuts_loose,
            "loose packing adrift",
        ),
        # "The G have cut ties with P", "parted ways with P"; not "cut ties with the lobby".
        (
            "parts_with",
            rf"(?:^|\s)(?:{p.other})(?:\s(?:has|have|had|leadership))*\s(?P<v>(?:cuts?|severs?|severed"
            rf"|ended)\s(?:all\s)?(?:ties|its\srelationship)\swith"
            rf"|part(?:s|ed)\s(?:ways|company)\swith|(?:rids?|ridded)\s(?:itself"
            rf"|themselves)\sof)\s(?P<whom>{p.people})(?!')",
            _read_party_removes_phrase,
            "ties ways company relationship rid rids ridded",
        ),
        # "G Leader P dropped MP P on D", "G Leader P kicked P out";
        # not "P dropped P from cabinet", "The Speaker kicked P out".
        (
            "leader_removes",
            rf"(?P<by>{PERSON})(?:\s(?:has|have|had|abruptly|unceremoniously|formally|on|,)|\s{DATE}){{0,3}}\s"
            rf"(?P<v>{p.v['remove_outright']}|{p.v['suspend']}){ADVERB}\s(?P<whom>{p.people})(?:\s(?P<out>out))?"
            rf"(?=[.,;]|$|\s(?:{DATE}|on\s{DATE}|over|after|because|amid|following|last|this|late|late\s{DATE}"
            rf"|in\s{DATE}|earlier)(?!\w))",
            _read_leader_removes,
        ),
        # "The G kicked P out on D", "whom the G expelled"; not "kicked P out of the room".
        (
            "party_kicks_out",
            rf"(?:^|\s)(?:{p.other})(?:\s(?:has|have|had|leadership))*\s(?P<v>kick(?:s|ed)?|boot(?:s|ed)?|throws?"
            rf"|threw|thrown|toss(?:es|ed)?"
            rf"|vot(?:es|ed|e)|turf(?:s|ed)?|forc(?:es|ed)|push(?:es|ed)?|puts?)\s(?P<whom>{p.people})\sout(?=[.,;]|$"
            rf"|\s(?:{DATE}|on|over|after|because|amid|following|last|this|late|in\s{DATE}|earlier)(?!\w))",
            _read_party_removes_phrase,
            "out",
        ),
        # "The G caucus voted on D to remove P"; not "voted against expelling P".
        (
            "votes_to_remove",
            rf"(?:^|\s)(?:{p.other})(?:\s(?:has|have|had|MPs|members|senators|MLAs))*\s(?:voted|votes|decided"
            rf"|chose|opted|moved)(?:\s[\w-]+|\s{DATE}|,){{0,8}}?\sto\s"
            rf"(?P<v>{p.v['remove']}|{p.v['suspend']})\s(?P<whom>{p.people})(?=[.,;]|$|\s(?:{DATE}|on|over|after"
            rf"|because|amid|following|last|this|late)(?!\w))",
            _read_votes,
            "voted votes decided chose opted moved",
        ),
        # "Their colleagues voted on D to put them out"; not "voted to put him out of the room".
        (
            "colleagues_vote",
            rf"\b(?:colleagues|caucus\smates|caucusmates|members|MPs|MLAs|MPPs|MNAs|senators)\s(?:have\s|had\s)?(?P<w>voted|decided|chose|agreed)"
            rf"(?:\s[\w-]+|\s{DATE}|,){{0,6}}?\sto\s(?P<v>{p.v['remove_outright']}|put|turn|send|show|kick|throw|vote)\s(?P<whom>{p.people})"
            rf"(?:\s(?:out|away|packing|the\sdoor))?(?=[.,;]|$|\s(?:{DATE}|on|over|after|because|amid|following|last|this|late)(?!\w))",
            _read_colleagues_vote,
            "voted decided chose agreed",
        ),
        # "P, whom the G expelled in D"; not "P, whom the G dropped as a candidate".
        (
            "whom_removed_outright",
            rf"(?P<whom>{PERSON}),?\swhom\s{p.other}\s(?:has\s|had\s|have\s)?(?P<v>{p.v['remove_outright']}|{p.v['suspend']})"
            rf"(?=[.,;]|$|\s(?:{DATE}|on\s{DATE}|in\s{DATE}|over|after|last|this|earlier)(?!\w))",
            _read_party_removes,
        ),
        # "P, whom the G expelled from caucus in D"; not "P, whom the G criticized".
        (
            "whom_removed",
            rf"(?P<whom>{PERSON}),?\swhom\s(?:{p.other}|{PERSON})\s(?:has\s|had\s|have\s)?(?P<v>{p.v['remove']}"
            rf"|{p.v['suspend']}){ADVERB}"
            rf"(?:\s{p.out_of}\s{p.thing})",
            _read_whom_removed,
        ),
        # "The G expelled two MPs on D: P and P"; not "The G expelled two volunteers".
        (
            "removes_several",
            rf"(?:^|\s)(?:{p.other})(?:\s(?:has|have|had|leadership"
            rf"|leader\s{PERSON}))*\s(?P<v>{p.v['remove_outright']}|{p.v['suspend']})\s"
            rf"(?P<whom>(?:two|three|four|five|six|seven)(?:\s(?:of\s(?:its|their)|[\w-]+"
            rf"|{PARTY})){{0,3}}?\s(?:MPs|MPPs|MNAs|MLAs|MHAs|members|senators|backbenchers))",
            _read_party_removes,
        ),
        # "was expelled on D" in an article that has spoken of the caucus; not "was expelled from the House".
        (
            "bare_removed",
            rf"\b(?P<v>expelled|ousted|turfed|booted|kicked\sout|thrown\sout|tossed\sout|voted\sout|suspended|removed"
            rf"|ejected){ADVERB}(?:\s(?:too|as\swell|also))?"
            rf"(?=[.;,]|$|\s(?:{DATE}|on\s{DATE}|in\s{DATE}|over|after|for|because|by\s(?:leader\s|Leader\s"
            rf"|[Pp]remier\s|{PARTY}\s)?{PERSON}|last|this|earlier|two|three)(?!\w))",
            _read_bare_removed,
            "expelled ousted turfed booted kicked thrown tossed voted suspended removed ejected",
        ),
        # "The leader kicked P and P out of caucus"; not "kicked P out of the committee".
        (
            "removes",
            rf"\b(?P<v>{p.v['remove']}){ADVERB}\s(?P<whom>{p.people})(?:\s(?:and\s)?(?!from|to|of)[\w-]+|\s{DATE}|,"
            rf"\s{DATE},){{0,3}}?(?:,[^.;]{{0,80}}?,)?"
            rf"\s{p.out_of}\s{POST}{p.thing}",
            _read_removes("expelled", "remove"),
        ),
        (
            "suspends",
            rf"\b(?P<v>{p.v['suspend']}){ADVERB}\s(?P<whom>{p.people})(?:\s[\w-]+|\s{DATE}){{0,3}}?"
            rf"(?:,[^.;]{{0,80}}?,)?\sfrom\s{POST}{p.thing}",
            _read_removes("suspended", "suspend"),
        ),
        # "The NDP dumps P over talks with the Greens"; not "The party dumped P as its candidate".
        (
            "party_removes",
            rf"(?:^|\s)(?:{p.other})(?:\s(?:has|have|had|leadership|leader\s{PERSON}|[a-z]+ly"
            rf"|also|later|then|since|now|just"
            rf"|itself|{DATE}|on))*\s"
            rf"(?P<v>{p.v['remove_outright']}|{p.v['suspend']}){ADVERB}\s(?P<whom>{p.people})(?!\sas\b)(?!\s(?:from|of"
            r"|out)\s)",
            _read_party_removes,
        ),
    ]
    return rules_from(patterns)


_PASSIVE_RULE = {"remove": "removed_from", "remove_outright": "removed_by", "suspend": "suspended_from"}


def _read_removed(kind: str, group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        forms = words.verbs[group].form(match["v"])
        if not forms & {PARTICIPLE, BASE, GERUND, PAST}:
            return None
        if not forms & {PARTICIPLE, PAST}:
            return None  # "to remove from caucus": nobody stands between
        if (
            match["v"].lower() in ("dropped", "forced", "shut", "run out", "cast")
            and not BE_BEFORE.search(short.text[max(0, match.start() - 60) : match.start()])
            and not short.text[: match.start()].rstrip().endswith((PERSON, "and"))
        ):
            return None
        if _REFLEXIVE.search(match.group()):
            return None  # "removed himself from": by own decision
        return told(
            match,
            _for_a_time(short, match, kind),
            PASSIVE,
            _PASSIVE_RULE[group],
            frozenset({PARTICIPLE}),
            left=party_sign(short, match, "a"),
            independent=after_leaving(short, match.end())[1],
            caucus=is_caucus(match, "a"),
        )

    return read


_REFLEXIVE = re.compile(r"\b(?:himself|herself|themselves|myself)\b")
# "was removed from caucus until the investigation is over", "while he is investigated"; what is final stays so:
# "was expelled from caucus while the police investigated"
_MILD = re.compile(r"(?:remov|put|pull|tak)", re.IGNORECASE)
_FOR_A_TIME = re.compile(
    r"[^.;:“”\"]{0,40}?\b(?:while|until|pending|for\sas\slong\sas|as\slong\sas|for\sthe\sduration\sof)\b[^.;:“”\"]{0,70}?"
    r"\b(?:investigat\w+|inquir\w+|review\w*|audit\w*|prob(?:e|es|ed)|allegations?|charges?|case|trial|courts?|polic(?:e|ed)|RCMP)\b"
)


def _for_a_time(short: Shorthand, match: re.Match[str], kind: str) -> str:
    """Whoever is out only until something is cleared up is suspended."""
    mild = kind == "expelled" and _MILD.match(match["v"])
    return "suspended" if mild and _FOR_A_TIME.match(short.text, match.end()) else kind


def _read_removes(kind: str, group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        forms = words.verbs[group].form(match["v"])
        if _REFLEXIVE.search(match.group()):
            return None
        return told(
            match,
            _for_a_time(short, match, kind),
            OBJECT,
            f"{group}s",
            forms,
            left=party_sign(short, match, "a"),
            whom=match.span("whom"),
            caucus=is_caucus(match, "a"),
        )

    return read


def _read_had_removed(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "a") or (match["v"] and PARTICIPLE not in words.verbs["remove"].form(match["v"])):
        return None
    forms, left, whom = frozenset({PARTICIPLE}), party_sign(short, match, "a"), match.span("whom")
    start = match.start("v" if match["v"] else "out")
    return Trigger("expelled", start, match.end(), OBJECT, "removes", forms, left=left, whom=whom, caucus=True)


def _read_had_suspended(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = "suspended" if match["v"] == "suspended" else "expelled"
    return told(match, kind, OBJECT, "bare_removed", frozenset({PARTICIPLE}), whom=match.span("whom"))


def _read_barred(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    if left is None and not caucus:
        return None
    if match["v"].startswith(("will", "would", "must", "shall")) and not _TOLD_SO.search(short.text, 0, match.start()):
        return None  # "would no longer sit with the G" can be the member's own decision
    before = short.text[: match.start()]
    if re.search(r"\b[Ii]\s$", before):
        return None
    forms = frozenset({PARTICIPLE})
    if (
        match["v"].startswith(("can", "could"))
        and re.search(r"\b(?:he|she|they)\s$", before)
        and not _TOLD_SO.search(before)
    ):
        # "P says that she can no longer sit as a G": her own decision
        return told(match, "resigned", ACTIVE, "state", forms, left=left, caucus=True, strong=False)
    return told(match, "expelled", PASSIVE, "barred", forms, left=left, caucus=True)


_TOLD_SO = re.compile(
    r"\b(?:told|informed|notified|advised)\s(?:him|her|them|\ue000)(?!\w)|\b(?:was|were|been)\s(?:told|informed|notified)\b"
)


def _read_on_leave(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "a"):
        return None
    left = party_sign(short, match, "a")
    return told(match, "suspended", PASSIVE, "on_leave", frozenset({PARTICIPLE}), left=left, caucus=True)


def _read_stripped(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not (match["m"] or is_caucus(match, "b") or (match["bare"] and re.search(r"\bcaucus\b", short.text))):
        return None
    left = short.sign(match.start("g")) if match["g"] else party_sign(short, match, "b")
    if match["whom"]:
        whom, forms = match.span("whom"), frozenset({PAST})
        return told(match, "expelled", OBJECT, "stripped", forms, left=left, whom=whom, caucus=True)
    return told(match, "expelled", PASSIVE, "stripped", frozenset({PARTICIPLE}), left=left, caucus=True)


def _read_removed_active(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "a"):
        return None
    forms = frozenset({GERUND if match["v"].endswith("ing") else PAST})
    return told(match, "expelled", ACTIVE, "lost_place", forms, left=party_sign(short, match, "a"), caucus=True)


def _read_cost_place(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "a"):
        return None
    forms, left, whom = frozenset({PAST}), party_sign(short, match, "a"), match.span("whom")
    return told(match, "expelled", OBJECT, "cost_place", forms, left=left, whom=whom, caucus=True)


def _read_revoked(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not (match["m"] or is_caucus(match, "b")):
        return None
    left = short.sign(match.start("g")) if match["g"] else party_sign(short, match, "b")
    kind = "suspended" if match["v"] == "suspended" else "expelled"
    forms = frozenset({PARTICIPLE})
    return told(match, kind, OBJECT, "revoked", forms, left=left, whom=match.span("whom"), caucus=True)


def _read_removed_phrase(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    return told(match, "expelled", PASSIVE, "removed_by", frozenset({PARTICIPLE}), left=left, caucus=caucus)


def _is_leader(short: Shorthand, match: re.Match[str]) -> bool:
    """Whether the one who acts is a leader or first minister of a party that the title names."""
    if match["by"] != PERSON:
        return True
    sign = short.sign(match.start("by"))
    return bool(sign.title_signs and re.search(r"\b(?:leader|premier|prime\sminister)\b", sign.title, re.IGNORECASE))


def _read_door(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    # "Justin Trudeau showed MP P the door; he is now an Independent": the whole sentence tells of what it was
    if not _is_leader(short, match) and not re.search(r"\bcaucus\b|[Ii]ndependent", short.text):
        return None
    forms, whom = frozenset({PAST}), match.span("whom")
    return told(match, "expelled", OBJECT, "party_removes", forms, left=party_sign(short, match, "a"), whom=whom)


def _read_cuts_loose(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    caucus = is_caucus(match, "a")
    if not caucus and not _is_leader(short, match):
        return None
    left = party_sign(short, match, "a") or party_sign(short, match, "b")
    forms, whom = frozenset({PAST}), match.span("whom")
    return told(match, "expelled", OBJECT, "cuts_loose", forms, left=left, whom=whom, caucus=caucus)


def _read_party_removes_phrase(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left = party_sign(short, match, "b")
    if left is None and not is_caucus(match, "b"):
        return None
    forms, whom = frozenset({PAST}), match.span("whom")
    return told(match, "expelled", OBJECT, "party_removes", forms, left=left, whom=whom)


def _read_votes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    suspended = bool(words.verbs["suspend"].form(match["v"]))
    kind = "suspended" if suspended else "expelled"
    left, whom = party_sign(short, match, "b"), match.span("whom")
    return told(match, kind, OBJECT, "party_removes", frozenset({BASE}), left=left, whom=whom)


def _read_colleagues_vote(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms, whom = frozenset({PAST}), match.span("whom")
    if not words.verbs["remove_outright"].form(match["v"]) and not re.search(
        r"\s(?:out|away|packing|door)$", match.group()
    ):
        return None
    return Trigger("expelled", match.start("w"), match.end(), OBJECT, "bare_voted", forms, whom=whom)


def _read_leader_removes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    suspended = bool(words.verbs["suspend"].form(match["v"]))
    forms = words.verbs["suspend" if suspended else "remove_outright"].form(match["v"])
    if not forms & {PAST, THIRD} or not _is_leader(short, match):
        return None
    whom = short.sign(match.start("whom")) if short.text[match.start("whom")] == PERSON else None
    if match["v"].lower().startswith(("kick", "throw", "toss", "boot")) and not match["out"] and whom is None:
        return None
    if whom is None or not re.search(r"\b(?:MP|MPP|MLA|MNA|MHA|[Ss]enator|backbencher)\b", whom.title):
        return None
    kind = "suspended" if suspended else "expelled"
    return told(match, kind, OBJECT, "leader_removes", forms, whom=match.span("whom"))


def _read_whom_removed(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = "suspended" if words.verbs["suspend"].form(match["v"]) else "expelled"
    left = party_sign(short, match, "a") or party_sign(short, match, "b")
    forms, whom, caucus = frozenset({PAST}), match.span("whom"), is_caucus(match, "a")
    return told(match, kind, OBJECT, "removes", forms, left=left, whom=whom, caucus=caucus)


def _read_bare_removed(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    before = short.text[max(0, match.start() - 60) : match.start()]
    if not BE_BEFORE.search(before):
        return None
    kind = "suspended" if match["v"] == "suspended" else "expelled"
    return told(match, kind, PASSIVE, "bare_removed", frozenset({PARTICIPLE}))


def _read_party_removes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    suspended = bool(words.verbs["suspend"].form(match["v"]))
    forms = words.verbs["suspend" if suspended else "remove_outright"].form(match["v"])
    if forms <= {GERUND}:
        return None
    return told(
        match,
        "suspended" if suspended else "expelled",
        OBJECT,
        "party_removes",
        forms,
        left=party_sign(short, match, "b"),
        whom=match.span("whom"),
    )
