"""The phrases that tell of a change of caucus, read from a sentence in shorthand.

Each yields a `Trigger`: what happened, where the telling verb or noun stands, and which parties the phrase names. Who
it happened to is for scripts/caucus_changes/subjects.py, whether it is told as a fact for
scripts/caucus_changes/facts.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from scripts.caucus_changes.patterns_english import english_rules
from scripts.caucus_changes.patterns_french import french_rules
from scripts.caucus_changes.patterns_french_arriving import french_arriving
from scripts.caucus_changes.patterns_french_idioms import french_idioms
from scripts.caucus_changes.patterns_french_removing import french_removing, is_for_a_time
from scripts.caucus_changes.shorthand import Shorthand
from scripts.caucus_changes.triggers import Rule, Trigger
from scripts.caucus_changes.words import words_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def words_in(text: str) -> frozenset[str]:
    """The lower-case words of a text, hyphenated ones whole and in parts."""
    found = {word.lower() for word in _WORD.findall(text)}
    return frozenset(found | {part for word in found if "-" in word for part in word.split("-")})


def telling_words(language: str) -> frozenset[str]:
    """All words of which one must stand in a sentence that tells of a change of caucus."""
    return frozenset().union(*(rule.needs for rule in _rules(language)))


def find_triggers(short: Shorthand, language: str) -> Iterator[Trigger]:
    """Every phrase of the rules, by rule and place; phrases may overlap."""
    words = words_of(language)
    rules, by_word = _rules(language), _rules_by_word(language)
    needed = {index for word in words_in(short.text) if word in by_word for index in by_word[word]}
    for index in sorted(needed):
        rule = rules[index]
        for match in rule.pattern.finditer(short.text):
            trigger = rule.read(short, match, words)
            if trigger is not None:
                lasting = language != "fr" or not is_for_a_time(short, trigger)
                yield trigger if lasting else replace(trigger, kind="suspended")


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    if language != "fr":
        return english_rules()
    return (*french_rules(), *french_idioms(), *french_removing(), *french_arriving())


@cache
def _rules_by_word(language: str) -> dict[str, list[int]]:
    """Which rules, by number, a word of a sentence makes worth trying."""
    found: dict[str, list[int]] = {}
    for index, rule in enumerate(_rules(language)):
        for word in rule.needs:
            found.setdefault(word, []).append(index)
    return found
