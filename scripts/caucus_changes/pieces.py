"""The pieces of the English rules: the verbs, and how a caucus, a party and a list of members are said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from scripts.caucus_changes.shorthand import PERSON
from scripts.caucus_changes.triggers import Reader, Rule, needs_of, thing_pattern
from scripts.caucus_changes.words import Words, words_of

PatternOf = tuple[str, str, Reader] | tuple[str, str, Reader, str]
"""A rule's name, its pattern, what a match of it means; and, where its words are no verbs of the lexicon, its words."""
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|been|being|be|gets?|got|getting)\b(?:\s\w+){0,2}\s$")

_SEVERAL = (
    r"(?:\bboth|\b[Tt]he\s(?:two|three|four|five|pair|trio|duo))(?:\s(?:of\sthem|MPs|MPPs|MNAs|MLAs|MHAs|members|senators"
    r"|men|women|backbenchers))?\b"
)
"""Several members named before: "suspended both MPs from caucus", "expelled the pair"."""


@dataclass(frozen=True)
class Pieces:
    """Parts of patterns. `thing`, `other` and `third` are a caucus or party (groups a, b and c)."""

    words: Words
    v: dict[str, str]
    """The pattern of each group of verbs."""
    thing: str
    other: str
    third: str
    people: str
    """One or several members as the object of a verb."""
    out_of: str


@cache
def english_pieces() -> Pieces:
    """The pieces, made from the words of scripts/lexicon/leaving.yaml."""
    words = words_of("en")
    return Pieces(
        words,
        {group: verbs.pattern for group, verbs in words.verbs.items()},
        thing_pattern(words, "a"),
        thing_pattern(words, "b"),
        thing_pattern(words, "c"),
        rf"(?:{PERSON}(?:(?:,| and|, and|,? along with|,? as well as)\s{PERSON}){{0,11}}(?!')|\b(?:him|her|them|me"
        rf"|us|himself|herself)\b|{_SEVERAL})",
        r"(?:from|out\sof|of|off|out\sfrom)",
    )


def rules_from(patterns: Iterable[PatternOf]) -> tuple[Rule, ...]:
    """The rules of the patterns, compiled, each with the words of which one must be in the sentence."""
    words = words_of("en")
    return tuple(
        Rule(
            pattern[0],
            re.compile(pattern[1]),
            pattern[2],
            frozenset(pattern[3].split()) if len(pattern) == 4 else needs_of(words, pattern[0]),
        )
        for pattern in patterns
    )
