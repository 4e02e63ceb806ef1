"""Where the paragraphs and sentences of an article stand.

A paragraph is a line with something on it. A sentence ends at `.`, `!`, `?` or `…` (with any closing marks)
before white space and a new opening, except after an abbreviation: "Brampton, Ont. MP" and
"Mr. Roy" go on, "born in the U.S. He left" does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.lexicon import load

PARAGRAPH = re.compile(r"[^\s][^\n]*")
SENTENCE_END = re.compile(
    r"[.!?…\ue001](?:(?<=\.)\.{1,3}|(?<=[!?])[!?]{1,7})?[\"'”’»)\]\ue001]{0,4}"
    r"(?=[^\S\n]{1,4}[\"'“‘«(\[—–-]{0,3}[^\S\n]?(?:(\w{1,20})|[$#@€£\ue000]))"
)
"""A mark that may end a sentence, with the word that comes after it in the paragraph; without one where a folded
quotation or a sign opens the next sentence. It begins with a set of characters, which scans fast.
"""
LAST_WORD = re.compile(r"[\w.’'-]{1,16}\Z")

_GRAMMAR = load("grammar")
_TITLES = frozenset(_GRAMMAR["en"]["title_abbreviation"]) | frozenset(_GRAMMAR["fr"]["title_abbreviation"])
_ABBREVIATIONS = frozenset(_GRAMMAR["en"]["other_abbreviation"]) | frozenset(_GRAMMAR["fr"]["other_abbreviation"])
_SAINTS = frozenset(["st", "ste"])
"""What goes on within a name of places: "Edmonton-St. Albert"."""
_OPENERS = frozenset(_GRAMMAR["en"]["sentence_opener"]) | frozenset(_GRAMMAR["fr"]["sentence_opener"])
_LONG_PARAGRAPH, _SENTENCES_EACH = 6, 2


@dataclass(frozen=True)
class Layout:
    """Paragraph and sentence spans of a text, in order, without the white space around them."""

    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    _sentence_starts: tuple[int, ...] = ()
    _paragraph_starts: tuple[int, ...] = ()

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """The sentence that holds `offset`; None in white space between sentences."""
        return _holding(self.sentences, self._sentence_starts, offset)

    def paragraph_at(self, offset: int) -> tuple[int, int] | None:
        """The paragraph that holds `offset`; None in white space between paragraphs."""
        return _holding(self.paragraphs, self._paragraph_starts, offset)

    def opening_end(self, count: int) -> int:
        """Where the first `count` paragraphs end; 0 for an empty text.

        A page that lost its line breaks comes as one paragraph: of one with more than six sentences, each two count as
        a paragraph.
        """
        end = 0
        for start, end in self.paragraphs[:count]:
            first = bisect_left(self._sentence_starts, start)
            sentences = bisect_left(self._sentence_starts, end, first) - first
            if sentences > _LONG_PARAGRAPH:
                return self.sentences[first + min(sentences, _SENTENCES_EACH * count) - 1][1]
            count -= 1
        return end


def lay_out(text: str) -> Layout:
    """The layout of a clean text; offsets count characters of `text`."""
    paragraphs = tuple(_paragraphs(text))
    stops = _stops(text, 0, len(text))  # of the whole text at once: it has many short paragraphs
    sentences: list[tuple[int, int]] = []
    stop = next(stops, len(text))
    for start, end in paragraphs:
        at = start
        while stop < end:
            sentences.append((at, stop))
            at = _after_space(text, stop)
            stop = next(stops, len(text))
        sentences.append((at, end))
    return Layout(paragraphs, tuple(sentences), tuple([s for s, _ in sentences]), tuple([s for s, _ in paragraphs]))


def _holding(spans: tuple[tuple[int, int], ...], starts: tuple[int, ...], offset: int) -> tuple[int, int] | None:
    index = bisect_right(starts, offset) - 1
    return spans[index] if index >= 0 and offset < spans[index][1] else None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        yield start, end if not text[end - 1].isspace() else start + len(match.group().rstrip())


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence spans of one paragraph `text[start:end]`."""
    at = start
    for stop in _stops(text, start, end):
        yield at, stop
        at = _after_space(text, stop)
    if at < end:
        yield at, end


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of `text[start:end]` end, but for the last of each paragraph."""
    for match in SENTENCE_END.finditer(text, start, end):
        following = match[1]
        if following is None or _ends_here(text, match.start(), following):
            yield match.end()


def _after_space(text: str, at: int) -> int:
    """The first place from `at` on without white space; there is one, as something comes after every stop."""
    while text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, stop: int, following: str) -> bool:
    """Whether the mark at `stop`, with white space and then the word `following` after it, ends a sentence."""
    if text[stop] != "." or text[stop + 1] == ".":
        # '"Why?" she asked.' and '... and then' go on in lower case.
        return not following[0].islower()
    spelled = text[max(0, stop - 16) : stop].rpartition(" ")[2]
    if not spelled.isalpha():
        word = LAST_WORD.search(spelled)
        spelled = word.group().lstrip("'’-") if word else ""
    before = spelled.lower()
    if (before in _TITLES or before.rpartition("-")[2] in _SAINTS) and (spelled[0].isupper() or before == "vs"):
        return False
    if len(before) == 1 and before.isalpha():
        return following.lower() in _OPENERS and before == "i"
    if before in _ABBREVIATIONS or (len(before) > 2 and before[-2:-1] == "."):
        return following[:1].isupper() and following.lower() in _OPENERS
    return not following[0].islower()
