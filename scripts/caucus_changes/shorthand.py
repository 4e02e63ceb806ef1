"""A sentence in shorthand: each person, party and date becomes one sign, so that a rule reads the grammar alone.

"Ontario MPP Vera Simms resigned from the Progressive Conservative caucus earlier this month" becomes
"P resigned from the G caucus D". Every sign knows what it stands for and every character knows where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

PERSON, PARTY, DATE = "\ue000", "\ue001", "\ue002"
_NOT_PLAIN = re.compile(rf"[^\S ]|[’{PERSON}{PARTY}{DATE}]")


@dataclass(frozen=True)
class Sign:
    """What a sign in shorthand stands for: the span in the article and the value found there."""

    start: int
    end: int
    value: object
    title: str = ""
    """For a person: the words before the name that describe them, in shorthand ("Ontario G MP")."""
    title_signs: tuple[Sign, ...] = ()
    """The signs inside `title`, such as the party of "Liberal MP"."""


@dataclass(frozen=True)
class Shorthand:
    """`text`, and per character its offset in the article (`places`) and its sign (`signs`, None for a letter)."""

    text: str
    places: tuple[int, ...]
    signs: tuple[Sign | None, ...]
    end: int
    """Where in the article the sentence ends."""

    def place(self, offset: int) -> int:
        """The article's offset of a character in shorthand; the end of the sentence for an offset at the end."""
        return self.places[offset] if offset < len(self.places) else self.end

    def sign(self, offset: int) -> Sign:
        """The sign that stands at an offset. Raises ValueError where an ordinary letter stands."""
        found = self.signs[offset]
        if found is None:
            raise ValueError(f"no sign at {offset} of {self.text!r}")
        return found

    def signs_in(self, start: int, end: int, kind: str) -> tuple[Sign, ...]:
        """The signs of a kind (PERSON, PARTY or DATE) between two offsets in shorthand."""
        return tuple(self.sign(i) for i in range(start, min(end, len(self.text))) if self.text[i] == kind)


def shorten(text: str, start: int, end: int, marked: Iterable[tuple[str, Sign]]) -> Shorthand:
    """`text[start:end]` with each marked span replaced by its sign; of overlapping spans the first, longest stays.

    White space becomes one plain space per character and curly apostrophes straight ones, so that rules can be simple.
    """
    letters: list[str] = []
    places: list[int] = []
    signs: list[Sign | None] = []
    at = start
    for kind, sign in sorted(marked, key=lambda item: (item[1].start, -item[1].end, item[0])):
        if sign.start < at or sign.end > end or sign.end <= sign.start:
            continue
        _copy(text, at, sign.start, letters, places, signs)
        letters.append(kind)
        places.append(sign.start)
        signs.append(sign)
        at = sign.end
    _copy(text, at, end, letters, places, signs)
    return Shorthand("".join(letters), tuple(places), tuple(signs), end)


def replace(
    short: Shorthand,
    pattern: re.Pattern[str],
    keep: Callable[[Shorthand, re.Match[str]], tuple[Sign, int] | None],
) -> Shorthand:
    """Shorthand in which each match is folded into one person.

    `keep` returns the person's sign and where the folding starts within the match; None leaves the match as it is.
    """
    letters: list[str] = []
    places: list[int] = []
    signs: list[Sign | None] = []
    at = 0
    for match in pattern.finditer(short.text):
        kept = keep(short, match)
        if kept is None:
            continue
        sign, start = kept
        letters.append(short.text[at:start])
        places.extend(short.places[at:start])
        signs.extend(short.signs[at:start])
        letters.append(PERSON)
        places.append(short.places[start])
        signs.append(sign)
        at = match.end()
    if at == 0:
        return short
    letters.append(short.text[at:])
    places.extend(short.places[at:])
    signs.extend(short.signs[at:])
    return Shorthand("".join(letters), tuple(places), tuple(signs), short.end)


def _copy(text: str, start: int, end: int, letters: list[str], places: list[int], signs: list[Sign | None]) -> None:
    letters.append(_NOT_PLAIN.sub(_plain, text[start:end]))
    places.extend(range(start, end))
    signs.extend([None] * (end - start))


def _plain(match: re.Match[str]) -> str:
    return "'" if match.group() == "’" else " "
