"""Where the quotations of a text stand, whatever marks they are written with.

Straight, curly, doubled (''so'' and ``so''), guillemets, marks that point the wrong way, marks left open to
the end of a paragraph (a quotation that goes on in the next one, or one whose closing mark was lost) and a
dagger left of a mis-decoded closing mark. Single marks are left alone: they are apostrophes and inner quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

MARK = re.compile(r"[“”\"«»„‟†'`’‘](?:(?<=')'|(?<=`)`|(?<=’)’|(?<=‘)‘|(?<!['`’‘]))")
"""One of the marks, or one that counts only when doubled. It begins with a set of characters, which scans fast."""
PLAIN = ("“", "”", '"', "«", "»", "„", "‟", "†", "''", "``", "’’", "‘‘")
_OPENING = frozenset("“«„‟") | {"``", "‘‘"}
_CLOSING = frozenset("”»†") | {"’’"}
_BEFORE_OPENING = frozenset(" \t\n\xa0\u202f([{—–-/:…'‘’\u200b")
_AFTER_CLOSING = frozenset(" \t\n\xa0\u202f)]}.,;:?!—–-/…'’")


LONGEST_TITLE = 80
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with"]
)


@dataclass(frozen=True)
class Quotation:
    """One quotation: `start:end` are the quoted words, `outer_start:outer_end` the marks as well."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    """False where no closing mark stands before the end of the paragraph."""
    continues: bool = False
    """True where the quotation goes on from the paragraph before (which was left open)."""


def has_marks(text: str) -> bool:
    """Whether any quotation mark stands in the text: a quick look before `find_quotations`."""
    return any(mark in text for mark in PLAIN)


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a text in order; none runs over the end of a paragraph, and they do not overlap."""
    return list(_found(text, tuple(paragraphs)))


@lru_cache(maxsize=1)
def _found(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """As `find_quotations`, kept for one text: the search for people and the search for statements both ask."""
    found: list[Quotation] = []
    left_open = False
    marks = (
        [(m.group(), m.start(), m.end()) for m in MARK.finditer(text, paragraphs[0][0], paragraphs[-1][1])]
        if paragraphs
        else []
    )
    at = 0
    for start, end in paragraphs:
        before = at
        while at < len(marks) and marks[at][1] < end:
            at += 1
        if before == at:
            left_open = False
            continue
        here = list(_in_paragraph(text, marks[before:at], start, end))
        if here and left_open and here[0].outer_start == start:
            first = here[0]
            here[0] = Quotation(first.start, first.end, first.outer_start, first.outer_end, first.closed, True)
        left_open = bool(here) and not here[-1].closed
        found.extend(here)
    return tuple(found)


def is_title(text: str, q: Quotation) -> bool:
    """Whether the marks hold the name of a work: capitals throughout, and nothing that introduces speech before them.

    For: on the programme "Ottawa by Night". Not: He said, "Vote Liberal." (a comma introduces what was said), nor
    "Order, Order," he said.
    """
    if (
        q.end - q.start > LONGEST_TITLE
        or not text[q.start].isupper()
        or not q.closed
        or text[q.end - 1] in ",?!…"
        or text[max(0, q.outer_start - 2) : q.outer_start].strip() in (",", ":")
    ):
        return False
    words = text[q.start : q.end].split()
    if len(words) < 2 or q.outer_start == 0 or text[q.outer_start - 1] == "\n":
        return False
    large = [word for word in words if word.lower() not in SMALL_WORDS]
    return len(large) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in large)


def _in_paragraph(text: str, marks: list[tuple[str, int, int]], start: int, end: int) -> Iterator[Quotation]:
    """The quotations of the paragraph `text[start:end]`, whose marks are given as (mark, start, end)."""
    context = [_side(text, mark, at, after, start, end, None) for mark, at, after in marks]
    closings_left, openings_left = context.count(-1), context.count(1)
    opened: tuple[int, int] | None = None
    depth = 0
    for (mark, at, after), expected in zip(marks, context, strict=True):
        closings_left -= expected == -1
        openings_left -= expected == 1
        side = expected or _side(text, mark, at, after, start, end, opened is not None)
        if side > 0:
            if opened is None:
                opened, depth = (at, after), 1
            elif closings_left >= openings_left + depth + 1:
                depth += 1  # '"He says, "not now," and goes," she said.'
            else:
                # The first mark was never closed: '"One thing. "Another," he said.'
                quotation = _made(text, opened, at, at, closed=False)
                if quotation:
                    yield quotation
                opened, depth = (at, after), 1
        elif side < 0 and opened is not None:
            depth -= 1
            if depth > 0:
                continue
            quotation = _made(text, opened, at, after, closed=True)
            if quotation:
                yield quotation
            opened = None
    if opened is not None:
        quotation = _made(text, opened, end, end, closed=False)
        if quotation:
            yield quotation


def _made(text: str, opened: tuple[int, int], close: int, outer_end: int, *, closed: bool) -> Quotation | None:
    start, end = opened[1], close
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    return Quotation(start, end, opened[0], outer_end if closed else end, closed)


def _side(text: str, mark: str, at: int, after: int, start: int, end: int, inside: bool | None) -> int:
    """1 for an opening mark, -1 for a closing one, 0 for neither; `inside` decides where neighbours do not.

    With `inside` None the neighbours alone are asked, and 0 also means that they do not tell.
    """
    free_before = at == start or text[at - 1] in _BEFORE_OPENING
    free_after = after >= end or text[after] in _AFTER_CLOSING
    if mark == "†":
        return -1 if not free_before and inside is not False else 0
    if mark == '"' and not inside and at > start and text[at - 1].isdigit() and free_after:
        return 0  # 5'11" and 12" are measures
    if free_before and not free_after:
        return 1
    if free_after and not free_before:
        return -1
    if inside is None:
        return 0
    if mark in _OPENING:
        return -1 if inside and free_after else 1
    if mark in _CLOSING:
        return -1 if inside or mark != "”" else 0
    return -1 if inside else 1
