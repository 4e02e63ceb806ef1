"""The lexicon of saying as lookups: which word forms may attribute, and what may follow each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.lexicon import load
from scripts.statements.french_verbs import forms as french_forms

VOWELS = "aeiou"
GROUPS = ("say", "tell", "urge", "think", "show", "intend", "judge")


@dataclass(frozen=True)
class Cue:
    """One form of a verb of saying."""

    lemma: str
    form: str
    """`past`, `participle`, `present` (third person), `base` or `ing`."""
    groups: frozenset[str]
    """The groups of the lexicon that the verb stands in."""
    tails: tuple[tuple[str, ...], ...]
    """Prepositions that may follow as part of the cue: ("for",) of "call for"."""


def inflect(entry: str) -> Iterator[tuple[str, str]]:
    """The forms of one lexicon entry as (word, form): "deny" gives deny, denies, denied, denying."""
    base, *irregular = entry.split("/")
    past = irregular[0] if irregular else _regular_past(base)
    yield past, "past"
    yield base, "base"
    yield _third_person(base), "present"
    if len(irregular) > 1:
        yield irregular[1], "participle"
    yield _gerund(base, past), "ing"


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "do"):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2] not in VOWELS else base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base[-1] == "y" and base[-2] not in VOWELS else base + "ed"


def _gerund(base: str, past: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base[:-1] + "ing"
    doubled = past == base + base[-1] + "ed" or (
        not past.endswith("ed")
        and base[-1] in "tngpd"
        and base[-2] in VOWELS
        and base[-3:-2] not in VOWELS
        and base not in ("spoken",)
    )
    return base + base[-1] + "ing" if doubled else base + "ing"


@dataclass(frozen=True)
class Lexicon:
    """What `saying.yaml` says, ready for lookups by lower-case word."""

    cues: dict[str, Cue]
    nouns: dict[str, tuple[str, ...]]
    """Noun of saying -> the words that may follow it ("claim" -> ("that",))."""
    accounts: frozenset[tuple[str, str]]
    """Preposition and noun: ("by", "account") of "by her own account"."""
    other_cues: frozenset[str]
    """The nouns of saying, those of `accounts`, and "according"."""
    inverting: frozenset[str]
    """Verbs that may stand before their subject without quotation marks."""
    plain: frozenset[str]
    """Forms of the verbs that say and nothing else ("said", "added"), which go on with the same speaker after "and"."""
    quoting: frozenset[str]
    """Verbs that have no bare noun phrase as what is said: "began the day"."""
    also_nouns: frozenset[str]
    """Forms of verbs that are as often nouns: "reports", "emails"."""
    message_nouns: frozenset[str]
    """What words are put out in: "statement", "letter"."""
    source_nouns: frozenset[str]
    venue_nouns: frozenset[str]
    """Last words of the venues: "conference", "interview"."""
    venue: re.Pattern[str]
    signals: frozenset[str]
    """Every word that can begin a cue; a sentence with none of them and no quotation says nothing."""


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of saying; for French (`scripts.statements.french_speech` has its patterns) only the venues."""
    if language == "fr":
        french: dict[str, Any] = load("saying")["fr"]
        before = (
            r"\b(?:[Ee]n|[Àà]|[Aa]u|[Aa]ux|[Dd]ans|[Ll]ors|[Ss]ur|[Pp]ar|[Dd]evant)\s+"
            r"(?:(?:d['’]un|d['’]une|du|de|des|la|le|les|un|une|son|sa)\s+|l['’])?"
        )
        known = french_forms()
        phrases = [*known.finite, *known.participle, *known.gerund, *known.reflexive]
        phrases += [*french["preposition"], *french["own_view"], "excuses"]
        every_word = frozenset(re.findall(r"[a-zà-ÿ]{3,}", " ".join(phrases))) - {"aux"}
        return Lexicon(
            {},
            {},
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            frozenset(),
            _venues(before, "", french["venue"]),
            every_word,
        )
    words: dict[str, Any] = load("saying")["en"]
    groups: dict[str, set[str]] = {}
    tails: dict[str, set[tuple[str, ...]]] = {}
    forms: dict[str, tuple[str, str]] = {}
    for group in GROUPS:
        for entry in words[group]:
            lemma = entry.split("/")[0]
            groups.setdefault(lemma, set()).add(group)
            for word, form in inflect(entry):
                forms.setdefault(word, (lemma, form))
    for entry in words["prepositional"]:
        verb, *tail = entry.split()
        lemma = verb.split("/")[0]
        groups.setdefault(lemma, set())
        tails.setdefault(lemma, set()).add(tuple(tail))
        for word, form in inflect(verb):
            forms.setdefault(word, (lemma, form))
    cues = {
        word: Cue(
            lemma,
            form,
            frozenset(groups[lemma]),
            tuple(sorted(tails.get(lemma, ()), key=lambda t: (-len(t), t))),
        )
        for word, (lemma, form) in forms.items()
    }
    nouns: dict[str, tuple[str, ...]] = {}
    for entry in words["noun"]:
        noun, following = entry.split()
        nouns[noun] = (*nouns.get(noun, ()), following)
    before = r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Vv]ia|outside|inside)\s+(?:(?:the|a|an|his|her|their|its)\s+)?"
    accounts = frozenset((before, noun) for before, noun in map(str.split, words["account"]))
    other_cues = frozenset(nouns) | {"according"} | {noun for _, noun in accounts}
    signals = frozenset(cues) | other_cues
    venue = _venues(before, r"(?:[\w'’-]{1,30}\s+){0,3}?", words["venue"])
    plain = frozenset(word for word, cue in cues.items() if cue.lemma in words["plain"])
    venue_nouns = frozenset(name.split()[-1].lower() for name in words["venue"])
    return Lexicon(
        cues,
        nouns,
        accounts,
        other_cues,
        frozenset(words["inverting"]),
        plain,
        frozenset(words["quoting"]),
        frozenset(word for word, cue in cues.items() if cue.form == "present" and cue.lemma in words["also_noun"]),
        frozenset(words["message_noun"]),
        frozenset(words["source_noun"]),
        venue_nouns,
        venue,
        signals,
    )


def _venues(before: str, between: str, names: list[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda v: (-len(v), v))
    return re.compile(before + "(?P<venue>" + between + "(?:" + "|".join(map(re.escape, longest_first)) + r"))\b")
