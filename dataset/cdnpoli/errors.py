"""What goes wrong for a user, each with a line that says what to do about it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable


class CdnpoliError(Exception):
    """The parent of every error this package raises on purpose. `str()` is one readable line."""


class UnknownName(CdnpoliError, KeyError):
    """A table, column, row, person, party, kind or style that does not exist.

    `kind` is what was asked for ("table"), `name` the name as given, `nearest` the existing names that look most
    like it, best first.
    """

    def __init__(self, kind: str, name: str, nearest: Iterable[str] = (), where: str = "") -> None:
        self.kind, self.name, self.nearest = kind, name, tuple(nearest)
        place = f" in {where}" if where else ""
        hint = f"; did you mean {_listed(self.nearest)}?" if self.nearest else ""
        self.line = f"no {kind} {name!r}{place}{hint}"
        super().__init__(self.line)

    def __str__(self) -> str:  # KeyError would print the repr, quotes and all
        return self.line


class WithdrawnId(UnknownName):
    """An id of an earlier release that was withdrawn: of which table, in which `release`, and for what `reason`."""

    def __init__(self, table: str, row_id: str, release: str, reason: str) -> None:
        super().__init__("row", row_id, where=table)
        self.table, self.release, self.reason = table, release, reason
        self.line = f"{row_id!r} of {table} was withdrawn in release {release}: {reason}"


class AmbiguousName(CdnpoliError, KeyError):
    """A name that several people, or several parties, bear; `candidates` are their ids."""

    def __init__(self, name: str, candidates: Iterable[str], kind: str = "people") -> None:
        self.name, self.candidates = name, tuple(candidates)
        self.line = f"{len(self.candidates)} {kind} are called {name!r}; ask by id: {_listed(self.candidates)}"
        super().__init__(self.line)

    def __str__(self) -> str:
        return self.line


class BadValue(CdnpoliError, ValueError):
    """A value that cannot be used: a day that is not a date, or one outside what the data cover."""


class MissingExtra(CdnpoliError, ImportError):
    """A feature that needs a package which is not installed."""


class DamagedData(CdnpoliError, ValueError):
    """A descriptor or table file that is missing or cannot be read."""


class IncompleteWarning(UserWarning):
    """An answer for a day or a chamber on which the tables do not have every row."""


def fold(text: str) -> str:
    """`text` without accents, case and signs, for comparing names: "Chrétien" and "chretien" become equal."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())


def nearest(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The `count` names of `known` that look most like `name`, best first; none where nothing is alike."""
    by_fold: dict[str, str] = {}
    for candidate in known:
        by_fold.setdefault(fold(candidate), candidate)
    wanted = fold(name)
    close = difflib.get_close_matches(wanted, by_fold, n=count, cutoff=0.6)
    # A surname alone is far from "Jean Chrétien" by letters, and yet close to one word of it.
    by_word: dict[str, list[str]] = {}
    for candidate in by_fold:
        for word in candidate.split():
            by_word.setdefault(word, []).append(candidate)
    words = difflib.get_close_matches(wanted, by_word, n=count, cutoff=0.8)
    found = dict.fromkeys([*close, *(candidate for word in words for candidate in sorted(by_word[word]))])
    return [by_fold[match] for match in found][:count]


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
