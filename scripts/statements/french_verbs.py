"""The forms of French verbs of saying: regular ones in -er are built, the others stand in the lexicon.

The third person of the present, the imperfect and the simple past; the past participle; the present participle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.lexicon import load

OPEN_E = re.compile(r"[ée](?=[bcdfgjklmnpqrstvxz]{1,2}\Z)")
"""The vowel that opens before a mute ending: "répéter", "répète"; "marteler", "martèle"."""


@dataclass(frozen=True)
class Forms:
    """Which written form belongs to which verb."""

    finite: dict[str, str]
    participle: dict[str, str]
    """Past participles, as after "a" and "ont"."""
    gerund: dict[str, str]
    """Present participles: "ajoutant"."""
    reflexive: dict[str, str]
    """Past participles after "s'est" and "se sont" only: "indigné"."""


def conjugate(infinitive: str) -> Iterator[tuple[str, str]]:
    """The forms of a regular verb in -er as (word, kind of form)."""
    stem = infinitive.removesuffix("er")
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    mute = OPEN_E.sub("è", stem)
    for ending in ("e", "ent"):
        yield mute + ending, "finite"
    for ending in ("ait", "aient", "a"):
        yield soft + ending, "finite"
    yield stem + "èrent", "finite"
    for ending in ("é", "ée", "és"):
        yield stem + ending, "participle"
    yield soft + "ant", "gerund"


@cache
def forms() -> Forms:
    """Every form in the lexicon, in lower case; several words are joined by single spaces."""
    words: dict[str, Any] = load("saying")["fr"]
    found: dict[str, dict[str, str]] = {"finite": {}, "participle": {}, "gerund": {}}
    for infinitive in words["regular"]:
        for word, kind in conjugate(infinitive):
            found[kind].setdefault(word, infinitive)
    for infinitive, entry in words["irregular"].items():
        finite, participles = entry.split(" / ")
        for word in finite.split():
            found["finite"][word.replace("#", " ")] = infinitive
        for word in participles.split():
            kind = "gerund" if word.split("#")[0].endswith("ant") else "participle"
            found[kind][word.replace("#", " ")] = infinitive
    reflexive: dict[str, str] = {}
    for infinitive in words["reflexive"]:
        for word, kind in conjugate(infinitive):
            if kind == "participle":
                reflexive[word] = infinitive
            elif kind == "finite":
                found["finite"].update(dict.fromkeys(_with_se(word), infinitive))
    for infinitive, entry in words["reflexive_irregular"].items():
        finite, participles = entry.split(" / ")
        found["finite"].update({form: infinitive for word in finite.split() for form in _with_se(word)})
        reflexive.update(dict.fromkeys(participles.split(), infinitive))
    return Forms(found["finite"], found["participle"], found["gerund"], reflexive)


def _with_se(word: str) -> list[str]:
    """A form behind its "se", with either apostrophe."""
    return [f"s'{word}", f"s’{word}"] if word[0] in "aeéiouh" else [f"se {word}"]


def pattern(words: Iterable[str]) -> str:
    """An alternation of the words that prefers the longest and reads each common beginning once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends_here = by_letter.pop("", None) is not None
    branches = [re.escape(letter) + pattern(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends_here else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends_here else joined
