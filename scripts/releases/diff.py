"""What changed between two versions, row by row: a row added, a row withdrawn, one column of a row.

Rows are matched by the primary key. Where a key ends in a running number (the second piece of evidence for a row), a
row that is the same but for its number is the same row: an article read between two others moves the numbers after
it, and that is one line for each, not a change of every column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from scripts.releases.snapshots import Row, Snapshot

LOG = "row_changes"
"""The table that the differences themselves are published in, and so no part of them."""

Key = tuple[object, ...]


@dataclass(frozen=True)
class RowChange:
    """One line of the difference. `row_id` is the key, its parts joined by slashes; `column`, `old` and `new` are None
    for a row added or withdrawn as a whole; values are written as text (days as 2023-03-22)."""

    table: str
    row_id: str
    change: str
    column: str | None = None
    old: str | None = None
    new: str | None = None
    reason: str | None = None


def difference(old: Snapshot, new: Snapshot) -> list[RowChange]:
    """Every row that differs in the tables that both versions have under the same key, in the order of `new`.

    A table that is new or gone, or has another key, is a matter of the schema (`scripts.releases.bump`), and so is a
    column that only one of them has: neither makes a line for every row.
    """
    changes: list[RowChange] = []
    for name in new.tables:
        if name == LOG or name not in old.tables or old.key(name) != new.key(name):
            continue
        columns = [column for column in new.fields(name) if column in old.fields(name)]
        before, after = (version.tables[name].select(columns).to_pylist() for version in (old, new))
        if pa.types.is_integer(new.tables[name].schema.field(new.key(name)[-1]).type):
            changes += _numbered(name, new.key(name), columns, before, after)
        else:
            changes += _matched(name, new.key(name), columns, before, after)
    return changes


def _matched(
    table: str, key: Sequence[str], columns: Sequence[str], before: Sequence[Row], after: Sequence[Row]
) -> Iterator[RowChange]:
    """The lines of rows that their key matches, in the order of the key."""
    old = {_key(row, key): row for row in before}
    new = {_key(row, key): row for row in after}
    for where in sorted(old.keys() | new.keys(), key=lambda parts: tuple(map(_sortable, parts))):
        if where not in old:
            yield RowChange(table, row_id(where), "added")
        elif where not in new:
            yield RowChange(table, row_id(where), "withdrawn")
        elif old[where] != new[where]:
            yield from _columns(table, row_id(where), columns, old[where], new[where])


def _numbered(
    table: str, key: Sequence[str], columns: Sequence[str], before: Sequence[Row], after: Sequence[Row]
) -> Iterator[RowChange]:
    """The lines of rows that a running number tells apart within what they belong to."""
    *owner, number = key
    old, new = _by_owner(before, owner), _by_owner(after, owner)
    for where in sorted(old.keys() | new.keys(), key=lambda parts: tuple(map(_sortable, parts))):
        gone, come = old.get(where, []), new.get(where, [])
        if gone == come:
            continue
        moved: list[RowChange] = []
        for row in list(come):
            same = next((other for other in gone if {**other, number: row[number]} == row), None)
            if same is not None:
                gone.remove(same)
                come.remove(row)
                if same != row:
                    moved += _columns(table, row_id((*where, row[number])), [number], same, row)
        yield from moved
        yield from _matched(table, key, columns, gone, come)


def _by_owner(rows: Sequence[Row], owner: Sequence[str]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[_key(row, owner)].append(row)
    return dict(found)


def _columns(table: str, where: str, columns: Sequence[str], old: Row, new: Row) -> Iterator[RowChange]:
    for column in columns:
        if old[column] != new[column]:
            yield RowChange(table, where, "changed", column, as_text(old[column]), as_text(new[column]))


def _key(row: Row, key: Sequence[str]) -> Key:
    return tuple(row[column] for column in key)


def row_id(key: Key) -> str:
    """The key as one piece of text, its parts joined by slashes: `caucus_changes/han-dong-2023-03-22/2`."""
    return "/".join(as_text(part) or "" for part in key)


def as_text(value: object) -> str | None:
    """A value as `row_changes` writes it: a day as 2023-03-22, a number as Python does, nothing as None."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _sortable(part: object) -> tuple[int, object]:
    """Numbers by size, everything else by its text."""
    return (0, part) if isinstance(part, int) else (1, as_text(part) or "")
