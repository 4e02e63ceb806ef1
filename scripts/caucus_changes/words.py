"""The words of leaving and joining (scripts/lexicon/leaving.yaml), compiled for the rules in the patterns modules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile
from typing import Any

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON
from scripts.lexicon import load

BASE, THIRD, PAST, PARTICIPLE, GERUND, FUTURE = "base", "third", "past", "participle", "gerund", "future"


@dataclass(frozen=True)
class Verbs:
    """A group of verbs: `pattern` matches any of their forms, `forms` tells which form a matched word can be."""

    pattern: str
    forms: dict[str, frozenset[str]]

    def form(self, words: str) -> frozenset[str]:
        return self.forms.get(words.lower(), frozenset())


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, of several that fit the longest, so that "kick out" wins over "kick".

    Common beginnings are written once ("le(?:ave|ft)"): a list of hundreds of phrases is then not tried one by one.
    """
    return _branches(sorted({str(word).replace("’", "'") for word in words}))


def _branches(words: Sequence[str]) -> str:
    """The pattern for distinct words in alphabetical order; the empty word, if it is one of them, comes last."""
    ends = bool(words) and not words[0]
    branches: list[str] = []
    for _, group in groupby(words[ends:], key=lambda word: word[0]):
        together = list(group)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(together[0], together[-1], strict=False)))
        rest = [word[alike:] for word in together]
        branches.append(re.escape(together[0][:alike]) + (_branches(rest) if len(rest) > 1 else ""))
    return f"(?:{'|'.join([*branches, ''] if ends else branches)})"


def _inflect(verb: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    first, _, rest = verb.partition(" ")
    if first in irregular:
        third, past, participle, gerund = irregular[first]
    else:
        stem = first[:-1] if first.endswith("e") else first
        third, past, gerund = first + "s", stem + "ed", stem + "ing"
        participle = past
    tail = f" {rest}" if rest else ""
    return [
        (first + tail, BASE), (third + tail, THIRD), (past + tail, PAST), (participle + tail, PARTICIPLE),
        (gerund + tail, GERUND),
    ]  # fmt: skip


def _verbs(pairs: Iterable[tuple[str, str]]) -> Verbs:
    forms: dict[str, set[str]] = {}
    for words, form in pairs:
        forms.setdefault(words.lower(), set()).add(form)
    pattern = rf"(?i:{either(forms)})"
    return Verbs(pattern, {words: frozenset(found) for words, found in forms.items()})


def english(words: dict[str, Any], group: str) -> Verbs:
    """The verbs of one group, inflected."""
    return _verbs(pair for verb in words[group] for pair in _inflect(str(verb), words["irregular"]))


def french(words: dict[str, Any], group: str) -> Verbs:
    """The verbs of one group; participles with their agreement."""
    pairs: list[tuple[str, str]] = []
    for base, present, participle, future, gerund in words["verbs"].get(group, ()):
        pairs += [(base, BASE), (present, THIRD), (future, FUTURE), (gerund, GERUND)]
        pairs += _more_forms(base, present, future, gerund)
        head, space, rest = participle.partition(" ")
        for ending in ("", "e", "s", "es"):
            if not (head.endswith("s") and ending in ("s", "es")):
                pairs.append((head + ending + space + rest, PARTICIPLE))
    return _verbs(pairs)


_NOT_LASTING = frozenset(["sortir"])
"""Verbs whose imperfect tells of going out of a room: « il sortait du caucus »."""


def _more_forms(base: str, present: str, future: str, gerund: str) -> list[tuple[str, str]]:
    """The forms that follow from those by hand: plurals, the imperfect (« quittait ») and the simple past (« quitta »).

    Of an irregular verb some are no words, which no text has.
    """
    first, space, rest = base.partition(" ")
    tail = space + rest
    now, ahead, stem = (form.removesuffix(tail) for form in (present, future, gerund))
    stem = stem.removesuffix("ant")
    finite = [now + "nt" if now.endswith("e") else stem + "ent"]
    finite += [stem + "a", first[:-2] + "èrent"] if first.endswith("er") else [stem + "it", stem + "irent"]
    if first not in _NOT_LASTING:
        finite += [stem + "ait", stem + "aient"]
    found = [(word + tail, THIRD) for word in finite]
    return [*found, (ahead.removesuffix("a") + "ont" + tail, FUTURE)] if ahead.endswith("ra") else found


@dataclass(frozen=True)
class Words:
    """The compiled words of one language."""

    language: str
    verbs: dict[str, Verbs]
    nouns: dict[str, str]
    """Kind of change -> pattern of its nouns."""
    heads: str
    modifiers: str
    other_things: str
    titles: str
    before_title: str
    not_in_title: str
    auxiliaries: re.Pattern[str]
    """The auxiliaries, adverbs and dates that end a text: what stands between subject and verb."""
    not_fact: re.Pattern[str]
    negation_or_condition: re.Pattern[str]
    conditional_opening: re.Pattern[str]
    """What makes an opening clause govern the main one: "If she leaves, ..."."""
    still_fact: re.Pattern[str]
    announced: re.Pattern[str]
    announced_sitting: re.Pattern[str]
    did: re.Pattern[str]
    forced: re.Pattern[str]
    done: re.Pattern[str]
    group_words: str
    candidacy: re.Pattern[str]
    elected: re.Pattern[str]
    raw: dict[str, Any]


@cache
def words_of(language: str) -> Words:
    """The words of `en` or `fr`."""
    raw: dict[str, Any] = load("leaving")[language]
    if language == "en":
        groups = [key for key, value in raw.items() if key in _VERB_GROUPS and isinstance(value, list)]
        verbs = {group: english(raw, group) for group in groups}
    else:
        verbs = {group: french(raw, group) for group in raw["verbs"]}
    doubts = {name: _whole(group) for name, group in raw["not_fact"].items()}
    adverb = r"[a-z]+ly" if language == "en" else r"[a-zé]+ment"
    auxiliary = (
        rf"(?:{either(raw['auxiliaries'])}|{adverb}|(?:on |in |late |early |le |en )?{DATE}|\([^"
        rf"()]{{0,60}}\)|,(?= ?{DATE})|(?<={DATE}),)"
    )
    return Words(
        language=language,
        verbs=verbs,
        nouns={kind: either(nouns) for kind, nouns in raw["nouns"].items()},
        heads=either(raw["heads"]),
        modifiers=either(raw["modifiers"]),
        other_things=either(raw["other_things"]) if raw["other_things"] else "(?!)",
        titles=either(raw["titles"]),
        before_title=either(raw["before_title"]),
        not_in_title=either(raw["not_in_title"]),
        auxiliaries=re.compile(
            rf"(?:(?:^|(?<=[\s{PERSON}{PARTY},'])){auxiliary}[ ,]?|(?:'(?:s|ll|ve|d|m|re)|n't) )$",
            re.IGNORECASE,
        ),
        not_fact=re.compile("|".join(doubts.values()), re.IGNORECASE),
        negation_or_condition=re.compile(
            "|".join(doubts[name] for name in ("negation", "conditions", "rumours", "plans")), re.IGNORECASE
        ),
        conditional_opening=re.compile(
            r"(?:if|unless|should|had|were|si|à moins|whether|according to (?:rumou?rs|speculation))\b",
            re.IGNORECASE,
        ),
        still_fact=re.compile(_whole(raw["still_fact"]), re.IGNORECASE),
        announced=re.compile(_whole(raw["announced"]), re.IGNORECASE),
        announced_sitting=re.compile(_whole(raw["announced_sitting"]), re.IGNORECASE),
        did=re.compile(_whole(raw["did"]) + "$", re.IGNORECASE),
        forced=re.compile(_whole(raw["forced"]) + "$", re.IGNORECASE),
        done=re.compile(rf"(?:^|[\s{PERSON},]){either(raw['done'])}$", re.IGNORECASE),
        group_words=either(raw["group_words"]),
        candidacy=re.compile(_whole(raw["candidacy"]), re.IGNORECASE),
        elected=re.compile(_whole(raw["elected"]), re.IGNORECASE),
        raw=raw,
    )


_VERB_GROUPS = {
    "leave_from",
    "leave",
    "remove",
    "remove_outright",
    "suspend",
    "cross",
    "defect",
    "move",
    "join",
    "admit",
    "readmit",
    "take_back",
    "go_back",
    "rejoin",
    "sit",
    "become",
    "form",
    "merge",
    "lose",
    "trade",
    "gain",
    "go_over",
    "carry",
}


def _whole(words: Iterable[str]) -> str:
    """Any of the words as a whole word; "n't" hangs on the word before it, "n'" on the word after it."""
    listed = [str(word).replace("’", "'") for word in words]
    ends = [word for word in listed if word == "n't" or not word[:1].isalnum()]
    starts = [word for word in listed if word.endswith("'") and word not in ends]
    inner = [word for word in listed if word not in ends and word not in starts]
    parts = [rf"(?<!\w){either(inner)}(?!\w)"] if inner else []
    parts += [rf"(?<!\w){either(starts)}"] if starts else []
    parts += [rf"{either(ends)}(?!\w)"] if ends else []
    return f"(?:{'|'.join(parts)})"
