"""Whether an article is of another country's parliament, by the words it uses.

The words are `foreign` and `canadian` in scripts/lexicon/leaving.yaml, counted in one pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick

from scripts.lexicon import load

_HEAD = 20_000
"""Characters at the beginning of an article that tell which country it is of."""
_OURS, _THEIRS = 1, 2
_OUR_DEMOCRATS = re.compile(r"New Democrat|[Nn]éo-?démocrates?")


def is_of_another_country(text: str, language: str) -> bool:
    """Whether the words of another country's politics stand in the text, no fewer than those of Canada's."""
    ours, theirs = _spans(text, language)
    return bool(theirs) and _apart(theirs) >= _apart(ours)


def is_of_canada(text: str, language: str) -> bool:
    """Whether words of Canada's politics stand in the text, more than of any other country's."""
    ours, theirs = _spans(text, language)
    return _apart(ours) > _apart(theirs)


# "Labour Day", "the labour board", "Minister of Labour": no party of another country
_LABOUR = re.compile(
    r"(?:[Mm]inister\sof\s|Federation\sof\s|Congress\sof\s)Labour\b|\bLabour\s(?:Day|Minister|minister|critic|Relations|Board|Congress|Code|Program)"
)


def _spans(text: str, language: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words of Canada's politics stand in the head of a text, and where those of other countries'."""
    head = _OUR_DEMOCRATS.sub("NDP", text[:_HEAD])  # no Democrat of the United States
    if "Labour" in head:
        head = _LABOUR.sub(" ", head)
    ours: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    for last, (length, whose) in _countries(language).iter(head):
        start, end = last + 1 - length, last + 1
        if (start and _in_word(head[start - 1])) or (end < len(head) and _in_word(head[end])):
            continue
        if whose & _OURS:
            ours.append((start, end))
        if whose & _THEIRS:
            theirs.append((start, end))
    if ours and theirs:  # "British" of "British Columbia"
        within = {place for low, high in ours for place in range(low, high)}
        theirs = [(low, high) for low, high in theirs if low not in within]
    return ours, theirs


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _apart(spans: Sequence[tuple[int, int]]) -> int:
    """How many spans there are, one within another counted once."""
    count, reached = 0, 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            count, reached = count + 1, end
    return count


@cache
def _countries(language: str) -> ahocorasick.Automaton:
    whose: dict[str, int] = {}
    for name, flag in (("canadian", _OURS), ("foreign", _THEIRS)):
        for word in load("leaving")[language][name]:
            plain = str(word).replace("’", "'")
            whose[plain] = whose.get(plain, 0) | flag
    automaton = ahocorasick.Automaton()
    for word in sorted(whose):
        automaton.add_word(word, (len(word), whose[word]))
    automaton.make_automaton()
    return automaton
