"""French phrases of putting a member out: « met P à la porte », « deux ont été expulsés (P et P) », « choisi d'en
exclure P ».

Beside each rule stands what it is for and, after « pas », what it must not match.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    OBJECT,
    PASSIVE,
    Rule,
    Trigger,
    is_caucus,
    needs_of,
    party_sign,
    thing_pattern,
    told,
)
from scripts.caucus_changes.words import FUTURE, GERUND, PARTICIPLE, PAST, THIRD, Words, words_of

_FINITE = frozenset({PAST, THIRD})
_PEOPLE = rf"{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}}"
_NUMBER = r"(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix)"


def french_removing() -> tuple[Rule, ...]:
    """The rules, each with the words of which one must be in the sentence."""
    words = words_of("fr")
    thing = thing_pattern(words, "a")
    remove, suspend = words.verbs["remove"].pattern, words.verbs["suspend"].pattern
    verbs = frozenset(needs_of(words, "removes") | needs_of(words, "suspends"))
    rules = [
        # « Le G met P à la porte de son caucus », « le chef a mis P dehors »; pas « a mis le feu à la porte »
        (
            "puts_out",
            rf"\b(?P<v>met|mettent|mettra|mettront|mis(?:es?)?|flanque|flanqué|jette|jeté|pousse|poussé)\s(?P<whom>{_PEOPLE})\s"
            rf"(?:à\sla\sporte|vers\sla\s(?:porte|sortie)|dehors|hors(?=\s(?:du|de\sson|de\sleur)\s))"
            rf"(?:\s(?=du\b|de\s(?:son|leur|sa)\b){thing})?",
            _read_puts_out,
            "met mettent mettra mettront mis mise mises flanque flanqué jette jeté pousse poussé",
        ),
        # « a été mis dehors par le chef », « avait été expulsé par P »; pas « exclu par le comité »
        (
            "removed_by_leader",
            rf"\b(?P<v>{remove}|{suspend})(?:\s(?:[a-zé]+ment|{DATE})){{0,2}}\spar\s(?:(?:le|la|son|sa|leur)\s(?:propre\s)?(?:chef|cheffe|premier\sministre"
            rf"|première\sministre|{PERSON})\b|{PERSON})",
            _read_removed_by_leader,
            " ".join(sorted(verbs)),
        ),
        # « a choisi d'en exclure P », « en expulse P », où il est question du caucus; pas « en exclut les médias »
        (
            "removes_of_it",
            rf"(?:\b|(?<='))(?P<e>en)\s(?P<v>{remove}|{suspend})\s(?P<whom>{_PEOPLE})",
            _read_removes_of_it,
            " ".join(sorted(verbs)),
        ),
        # « le chef les en a exclus », « l'en a chassée »
        (
            "removes_them_of_it",
            rf"\b(?P<whom>l'|les\s)en\s(?:a|ont|avait|avaient)\s(?P<v>{remove}|{suspend})\b",
            _read_them,
            " ".join(sorted(verbs)),
        ),
        # « deux ont été expulsés par M. P (P et P) », « deux sont partis d'eux-mêmes (P et P) »;
        # pas « deux ont été expulsés du pays (P et P) »
        (
            "counted_in_brackets",
            rf"\b{_NUMBER}\s(?:d'entre\seux\s|d'entre\selles\s|autres\s|élue?s\s|députée?s\s|{PARTY}\s){{0,2}}(?:ont|sont|avaient|étaient)\s"
            rf"(?:aussi\s|été\s){{0,2}}(?P<v>{remove}|{suspend}|partie?s|claqué\sla\sporte|démissionné|quitté)\b(?:M\.|[^();.:{PARTY}]){{0,60}}?"
            rf"\s\((?P<whom>{_PEOPLE})\)",
            _read_counted,
            " ".join(sorted(verbs | {"partis", "parties", "claqué", "démissionné", "quitté"})),
        ),
        # « P a perdu sa place au caucus du G »; pas « perdu sa place en finale »
        (
            "loses_place",
            rf"\b(?P<v>per(?:d|dent|du|dra|dait))\s(?:aussi\s|ainsi\s|également\s|du\smême\scoup\s)?(?:sa|son|leur|leurs)\s(?:place|siège)s?\s"
            rf"(?=au|dans|parmi|chez)(?:dans\s|parmi\s|chez\s)?{thing}",
            _read_loses_place,
            "perd perdent perdu perdra perdait",
        ),
    ]
    return tuple(
        Rule(name, re.compile(pattern), read, frozenset(needs.split())) for name, pattern, read, needs in rules
    )


# « exclu du caucus tant que durera l'enquête »; pas « exclu du caucus. En attendant, il »
_FOR_A_TIME = re.compile(
    r"[^.;:!?«»“”]{0,90}?(?:\btant\sque\b|\ble\stemps\s(?:de|d'|que|qu'|des?)|\bpour\s(?:le\stemps|la\sdurée)\b"
    r"|\b(?:pendant|durant)\s(?:la\sdurée|toute|l'enquête|cette\senquête)|\bjusqu'à\s(?:ce\sque|ce\squ'|la\s(?:fin|conclusion)|l'issue|nouvel\sordre)"
    r"|\ben\sattendant\s(?:que|qu'|la|le|les|l')|\bd'ici\sla\sfin\b|\b(?:temporairement|provisoirement)\b)"
)
_FOR_NOW = re.compile(r"\b(?:temporairement|provisoirement)\s(?:\w+\s){0,2}$")


def is_for_a_time(short: Shorthand, trigger: Trigger) -> bool:
    """Whether the words beside an expulsion say that it lasts until a matter is settled: then it is a suspension."""
    if trigger.kind != "expelled":
        return False
    return bool(
        _FOR_A_TIME.match(short.text, trigger.end)
        or _FOR_NOW.search(short.text, max(0, trigger.start - 40), trigger.start)
    )


def _kind(verb: str, words: Words) -> str:
    return "suspended" if words.verbs["suspend"].form(verb) else "expelled"


def _read_puts_out(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    agent = short.text[max(0, match.start() - 120) : match.start()]
    if not caucus and left is None and match["a_alone"] != "parti" and PARTY not in agent:
        return None
    return told(match, "expelled", OBJECT, "removes", _FINITE, left=left, whom=match.span("whom"), caucus=caucus)


def _read_removed_by_leader(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    group = words.verbs["suspend"] if words.verbs["suspend"].form(match["v"]) else words.verbs["remove"]
    if PARTICIPLE not in group.form(match["v"]):
        return None
    forms = frozenset({PARTICIPLE})
    return Trigger(_kind(match["v"], words), match.start("v"), match.end("v"), PASSIVE, "bare_removed", forms)


def _read_removes_of_it(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    group = words.verbs["suspend"] if words.verbs["suspend"].form(match["v"]) else words.verbs["remove"]
    forms = group.form(match["v"])
    if forms <= {PARTICIPLE, GERUND} or match["v"].lower().startswith(("retir", "sort")):
        return None
    kind, whom = _kind(match["v"], words), match.span("whom")
    return Trigger(kind, match.start("e"), match.end(), OBJECT, "bare_removed", forms - {PARTICIPLE}, whom=whom)


def _read_them(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind, whom = _kind(match["v"], words), match.span("whom")
    return told(match, kind, OBJECT, "bare_removed", frozenset({PARTICIPLE}), whom=whom)


def _read_counted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    verb, whom = match["v"], match.span("whom")
    if words.verbs["remove"].form(verb) or words.verbs["suspend"].form(verb):
        if "été" not in short.text[match.start() : match.start("v")]:
            return None
        kind = _kind(verb, words)
    else:
        kind = "resigned"
    return Trigger(
        kind, match.start("v"), match.end(), OBJECT, "bare_counted", frozenset({PARTICIPLE}), whom=whom, caucus=True
    )


def _read_loses_place(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    if not caucus:
        return None
    forms = frozenset({FUTURE}) if match["v"].endswith("ra") else _FINITE
    return told(match, "expelled", ACTIVE, "cost_place", forms, left=left, caucus=caucus)
