"""The phrases of English news in which a member leaves a caucus or sits without one.

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
    INDEPENDENT,
    OBJECT,
    OF,
    POSSESSED,
    POST,
    Rule,
    Trigger,
    after_leaving,
    is_caucus,
    noun_kind,
    noun_trigger,
    party_sign,
    read_leaving,
    told,
)
from scripts.caucus_changes.words import FUTURE, PARTICIPLE, PAST, Words, either


def leaving_rules() -> tuple[Rule, ...]:
    """The rules of the phrases in which a member leaves a caucus or sits without one."""
    p = english_pieces()
    patterns: list[PatternOf] = [
        # "resigned from cabinet and the Liberal caucus"; not "resigned from cabinet".
        (
            "leave_from",
            rf"\b(?<!\bon\s)(?<!\bof\s)(?P<v>{p.v['leave_from']}){ADVERB}\s(?:(?:(?:his|her|their)\s[\w-]+(?:\sas\s[\w-]+)?\sand\s)?(?:his|her|their)\s(?:membership"
            rf"|place|seat|position)\s)?(?:as\s(?:[\w'-]+\s){{1,6}}?and\s(?:then\s|also\s)?)?"
            rf"(?:from|with|of|on|away\sfrom|in|as\sa\smember\sof|as\spart\sof)\s{POST}{p.thing}",
            read_leaving("leave_from"),
        ),
        # "quit the NDP caucus to sit as an Independent"; not "quit the caucus meeting".
        ("leave", rf"\b(?P<v>{p.v['leave']}){ADVERB}\s{POST}{p.thing}", read_leaving("leave")),
        # "left the Liberal caucus" without "the" in a headline: "MP quits caucus"; covered by the two above.
        # "is no longer a member of the Liberal caucus", "out of caucus".
        ("state", rf"\b(?P<v>{either(p.words.raw['state'])})\s{p.thing}", _read_state),
        # "will sit as an Independent"; not "called for an independent inquiry", "will sit as an observer".
        ("sit", rf"\b(?P<v>{p.v['sit']})(?:\s(?!continue)[\w'-]+|\s{DATE}|,){{0,9}}?\s{INDEPENDENT}", _read_sit),
        # "left his one caucus mate to be an independent", "quit to sit as an Independent";
        # not "left to be an independent consultant".
        (
            "leaves_to_sit",
            rf"\b(?P<v>left|leaves|leaving|quit|quits|quitting|resigned|resigns|resigning)(?:\s{PERSON}(?:'s?\s[\w-]+)?(?:,\s[^,;.:“”\"]{{3,50}},)?)?"
            rf"(?:\s(?:on\s|in\s)?{DATE})?\sto\s(?:be|become|sit\sas|serve\sas|sit\sin\sthe\s\w+\sas)\s"
            r"(?:an\s)?[Ii]ndependents?(?=[.,;]|$|\s(?:MP|MLA|MPP|MNA|member|senator|and|in\sthe|for\sthe|until|after)(?!\w))",
            _read_leaves_to_sit,
            "left leaves leaving quit quits quitting resigned resigns resigning",
        ),
        # "joined the independents", "moves to the independent benches"; not "joined the Independent Senators Group".
        (
            "joins_independents",
            r"\b(?P<v>joins?|joined|joining|moves?\sto|moved\sto|moving\sto)\s(?:the\s)?(?:ranks\sof\sthe\s)?(?:independents\b|Independents\b"
            r"|independent\s(?:benches|ranks|corner)\b)(?!\s(?:in\s[a-z]+ing|for\s(?:a|the)|to\s(?!sit)))",
            _read_joins_independents,
            "join joins joined joining moves moved moving",
        ),
        # "will sit on her own", "sits alone in the legislature"; not "sat alone at her desk".
        (
            "sits_alone",
            rf"\b(?P<v>sits?|sitting|sat|serve)\s(?:in\sthe\s(?:House|[Ll]egislature|Senate|Commons|[Aa]ssembly)\s)?(?:on\s(?:his|her|their)\sown"
            rf"|by\s(?:himself|herself|themselves)|alone|apart|without\s(?:a\s)?(?:party|caucus|affiliation))(?=[.,;]|$|\s(?:in\sthe\s(?:House|[Ll]egislature"
            rf"|Senate|Commons|[Aa]ssembly)|until|for\sthe\srest|as\sof|from\snow|now|after|since|in\s{DATE}|{DATE})(?!\w))",
            _read_sits_alone,
            "own himself herself themselves alone apart without",
        ),
        (
            "become_independent",
            rf"\b(?P<v>{p.v['become']})\s(?:an?\s)?(?:(?:independent|Independent|unaffiliated"
            rf"|non-affiliated)\b(?!\s(?:inquiry|review|journalist"
            r"|candidate|from|of))|(?:independent|Independent)\s(?:MP|member))",
            _read_sit,
        ),
        # "is now an independent MLA", "will be an Independent for the rest of the term";
        # not "is an independent thinker",
        # "was an Independent when".
        (
            "now_independent",
            rf"\b(?P<v>is\snow|are\snow|now|(?:is|are)(?=\s(?:an\s)?[Ii]ndependents?\s(?:MPs?\s"
            rf"|MLAs?\s)?(?:as\sof|since)\s(?:late\s)?{DATE})|will\s(?:now\s)?be|would\s(?:now\s)?be|have\sbeen"
            rf"|has\sbeen|becoming)\s"
            rf"(?:officially\s|also\s|both\s)?(?:(?:an?|the\s\w+)\s)?(?:new\s)?(?i:independents?|unaffiliated"
            rf"|non-affiliated)"
            rf"(?:\s(?:MPs?|MPPs?|MLAs?|MNAs?|MHAs?|members?|senators?))?(?=[.,;)]|$|\s(?:as\sof|for|until|after"
            rf"|in\sthe\s(?:House"
            rf"|Commons|Senate|legislature)|on|when|as|since|ever|following|because|and|over|while|{DATE}))",
            _read_now_independent,
            "independent independents unaffiliated non-affiliated",
        ),
        # "will sit outside caucus"; not "met outside caucus".
        (
            "sits_outside",
            rf"\b(?P<v>sits?|sitting|sat|work|serve)\soutside\s(?:of\s)?{p.thing}",
            _read_sits_outside,
            "outside",
        ),
        # "asked the Speaker for a place among the independents"; not "asked for a seat on the committee".
        (
            "asks_for_seat",
            r"\b(?P<v>ask(?:s|ed|ing)|request(?:s|ed|ing)|appl(?:ies|ied|ying))\s(?:\ue000\s|the\sSpeaker\s|[Ss]peaker\s)?(?:(?:on\s)?\ue002\s)?(?:for\s|to\s(?:be\sgiven\s|have\s|take\s))?"
            r"(?:an?|the|his|her)\s(?:new\s)?(?:seat|place|desk|chair|spot)\s(?:moved\s)?(?:among|amongst|with|beside|alongside|as)\s(?:the\s|other\s|an\s)?"
            r"(?i:independents?|unaffiliated)\b",
            _read_asks_for_seat,
            "seat place desk chair spot",
        ),
        # "is a G no longer", "is a G no more"; not "is a G no longer in the race".
        (
            "is_no_longer",
            rf"\b(?P<v>is|are)\san?\s(?P<g>{PARTY})\sno\s(?:longer|more)(?=[.,;]|$)",
            _read_is_no_longer,
            "longer more",
        ),
        # "P and the G have parted ways"; not "P and the G parted on good terms".
        (
            "parted",
            rf"(?P<whom>{PERSON}),?\sand\s{p.thing}\s(?:have\s|had\s)?(?P<v>parted|part)\s(?:ways|company)\b",
            _read_parted,
            "parted part",
        ),
        # "turned in her Liberal card", "have given up their NDP membership cards"; not "gave up his credit card".
        (
            "card",
            rf"\b(?P<v>(?:give|gave|given|giving|gives)\sup|(?:turn|hand|mail|sent|send)(?:s|ed|ing)?\s(?:in|back)"
            rf"|tore\sup|tears\sup|torn\sup|cut\sup|surrender(?:s|ed)|burned|returned)\s(?:his|her|their)\s"
            rf"(?:(?P<g>{PARTY})\s)?(?P<m>(?:membership|party|caucus)\s){{0,2}}cards?\b",
            _read_card,
            "card cards",
        ),
        # "his resignation from the Liberal caucus", "P's expulsion from caucus", "the expulsion of P"
        (
            "noun",
            rf"(?:(?P<owner>{PERSON})'s?|\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir|[Mm]y))\s(?:(?:own|sudden|abrupt"
            rf"|surprise|recent|shock|formal|immediate|dramatic|swift|stunning|unexpected|subsequent|public|{DATE})"
            rf"\s){{0,2}}"
            rf"(?P<n>{'|'.join(p.words.nouns.values())})(?:\s{DATE}|\son\s{DATE})?\s(?:(?:from|of|to|for)\s{POST}{p.thing})"
            rf"(?:\sto\s{p.other})?",
            _read_noun,
        ),
        (
            "noun_of",
            rf"\b(?P<n>{'|'.join(p.words.nouns.values())})\sof\s(?P<whom>{p.people})(?:\s{DATE})?(?:\s(?:from|to)"
            rf"\s{p.thing})(?:\sto\s{p.other})?",
            _read_noun_of,
        ),
    ]
    return rules_from(patterns)


def _read_now_independent(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    verb = match["v"]
    if verb.startswith("have") or verb.startswith("has"):
        if "since" not in short.text[match.end() : match.end() + 14]:
            return None  # "has been an independent for years": a state, not a change
    elif verb == "now" and not re.search(rf"{PERSON},?\s$", short.text[: match.start()]):
        return None  # "P, now an Independent,"
    return told(
        match,
        "resigned",
        ACTIVE,
        "sits_as_independent",
        frozenset({FUTURE}) if "be" in verb.split() else frozenset({PARTICIPLE}),
        independent=True,
        caucus=True,
        strong=False,
    )


def _read_leaves_to_sit(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = words.verbs["leave_from"].form(match["v"]) or words.verbs["leave"].form(match["v"])
    return told(match, "resigned", ACTIVE, "sits_as_independent", forms, independent=True, caucus=True, strong=False)


def _read_joins_independents(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = words.verbs["join"].form(match["v"]) or frozenset({PAST})
    return told(match, "resigned", ACTIVE, "sits_as_independent", forms, independent=True, strong=False)


def _read_sits_alone(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = words.verbs["sit"].form(match["v"])
    if re.search(
        r"\b(?:continues?|continued|remains?|remained|still|has|have|had)\s(?:to\s|\w+\s)?$",
        short.text[: match.start()],
    ):
        return None
    return told(match, "resigned", ACTIVE, "sits_as_independent", forms, independent=True, strong=False)


def _read_sits_outside(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "a"):
        return None
    left = party_sign(short, match, "a")
    forms = words.verbs["sit"].form(match["v"])
    return told(match, "resigned", ACTIVE, "sits_outside", forms, left=left, caucus=True, strong=False)


def _read_is_no_longer(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms, left = frozenset({PARTICIPLE}), short.sign(match.start("g"))
    return told(match, "resigned", ACTIVE, "state", forms, left=left, strong=False)


def _read_asks_for_seat(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = frozenset({PAST})
    return told(match, "resigned", ACTIVE, "asks_for_seat", forms, independent=True, caucus=True, strong=False)


def _read_parted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus, whom = party_sign(short, match, "a"), is_caucus(match, "a"), match.span("whom")
    if left is None and not caucus:
        return None
    return told(
        match, "resigned", OBJECT, "parted", frozenset({PAST}), left=left, whom=whom, caucus=caucus, strong=False
    )


def _read_card(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left = short.sign(match.start("g")) if match["g"] else None
    if left is None and not match["m"]:
        return None
    independent = after_leaving(short, match.end())[1]
    return told(match, "resigned", ACTIVE, "card", frozenset({PAST}), left=left, independent=independent, strong=False)


# "told P on D that she was no longer in caucus": somebody else decided
_TOLD_THAT = re.compile(
    rf"(?:{PERSON}|caucus|leader|premier|whip|party)\s(?:(?:has|had|then|also)\s|on\s{DATE}\s|{DATE}\s)*(?:told|informed|notified|advised)\s"
    rf"(?:{PERSON}|him|her|them)(?:\s(?:on\s)?{DATE})?,?\sthat\s(?:he|she|they)\s(?:is|was|are|were)(?:\snow)?$"
    rf"|\b(?:was|were|been)\s(?:told|informed|notified|advised)(?:\s(?:on\s|in\s)?{DATE}|\s[a-z]+ly)?,?\s(?:that\s)?(?:he|she|they)\s"
    r"(?:is|was|are|were)(?:\snow)?$"
)


def _read_state(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not (is_caucus(match, "a") or party_sign(short, match, "a")):
        return None
    if match["v"].startswith(("out", "gone", "not")) and not is_caucus(match, "a"):
        return None
    before = short.text[: match.start()].rstrip()
    if (
        match["v"].startswith("out")
        and before.split(" ")[-1].isalpha()
        and not before.endswith(
            (PERSON, " is", " are", " was", " were", " be", " now", "himself", "herself", " MPs", " MP", "officially")
        )
    ):
        return None  # "kicked out of", "voted him out of": other rules
    if match["v"].startswith("out") and re.search(rf"\b{words.verbs['remove'].pattern}\s{PERSON}$", before):
        return None  # "to vote P out of caucus": what others do
    joined, independent = after_leaving(short, match.end())
    if match["v"].startswith(("no longer", "not", "out")) and _TOLD_THAT.search(before):
        forms, left = frozenset({PARTICIPLE}), party_sign(short, match, "a")
        return told(match, "expelled", ACTIVE, "state", forms, left=left, independent=independent, caucus=True)
    return told(
        match,
        "resigned",
        ACTIVE,
        "state",
        frozenset({PARTICIPLE}),
        left=party_sign(short, match, "a"),
        joined=joined,
        independent=independent,
        caucus=is_caucus(match, "a") or re.search(r"\bsit", match["v"]) is not None,
        strong=False,
    )


# "will sit as independents under the banner of the G"; not "will sit as an Independent under the G government".
_UNDER_BANNER = re.compile(
    rf"(?:\s(?:MPs?|members?|senators?))?,?\s(?:but\s|and\s)?(?:under\s(?:the|a)\s(?:new\s)?(?:banner|name|label|title"
    rf"|flag|moniker)(?:\sof)?|called|calling\sthemselves|and\scall\sthemselves|known\sas|as\sthe)\s(?:the\s)?(?P<g>{PARTY})"
)


def _read_sit(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    group = "sit" if words.verbs["sit"].form(match["v"]) else "become"
    before = short.text[max(0, match.start() - 24) : match.start()].lower()
    if re.search(r"\b(?:continues?|continued|remains?|remained|still|to\sserve|elected)\s(?:to\s|and\s)?$", before):
        return None  # a state that goes on, not a change
    banner = _UNDER_BANNER.match(short.text, match.end())
    if banner is not None:
        forms = words.verbs[group].form(match["v"])
        joined = short.sign(banner.start("g"))
        return told(match, "formed_group", ACTIVE, "formed_group", forms, joined=joined, caucus=True)
    if match["v"].lower().startswith("serv") and not re.search(
        r"\b(?:MP|member|House|term|Parliament|caucus|Independent|riding|legislature|constituents)\b", match.group()
    ):
        return None
    if (
        group == "become"
        and match["v"].lower().startswith(("become", "became", "becomes", "becoming", "turn"))
        and re.search(
            r"independent\s(?!MP|member|and|after|in|on|as|when|last|over|this)[a-z]",
            match.group() + short.text[match.end() : match.end() + 12],
        )
    ):
        return None
    return told(
        match,
        "resigned",
        ACTIVE,
        "sits_as_independent",
        words.verbs[group].form(match["v"]),
        independent=True,
        caucus=True,
        strong=False,
    )


_LIFTED = re.compile(r"\b(?:lift|end|revers|rescind|revok|overturn|appeal)\w*\s$")


def _read_noun(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if _LIFTED.search(short.text[max(0, match.start() - 16) : match.start()]):
        return None  # "lifted P's suspension": a return
    kind = noun_kind(match["n"], words)
    return noun_trigger(
        short, match, words, kind, POSSESSED, match.span("owner") if match["owner"] else match.span("pronoun")
    )


def _read_noun_of(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    return noun_trigger(short, match, words, noun_kind(match["n"], words), OF, match.span("whom"))
