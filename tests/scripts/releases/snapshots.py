"""Versions of the small set of true facts, to compare with one another."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa

from schemas.export import arrow_schema
from schemas.tables import TABLES
from scripts.releases.snapshots import Snapshot
from scripts.tables.about import About
from scripts.tables.publish import descriptor
from tests.schemas import facts

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def snapshot(edit: Callable[[Rows], object] | None = None) -> Snapshot:
    """The facts as a published version, after `edit` has changed the rows (by table) in place."""
    rows = copy.deepcopy(facts.ROWS)
    if edit is not None:
        edit(rows)
    return of_rows(rows)


def of_rows(rows: Mapping[str, list[Row]]) -> Snapshot:
    """A published version with these rows; a table that is not named is empty."""
    tables = {name: pa.Table.from_pylist(rows.get(name, []), arrow_schema(model)) for name, model in TABLES.items()}
    counts = {name: table.num_rows for name, table in tables.items()}
    return Snapshot(descriptor(About("1.0.0"), dict.fromkeys(tables, "0" * 64), counts, "tables/"), tables)


def redeclared(version: Snapshot, edit: Callable[[dict[str, Any]], object]) -> Snapshot:
    """The version with another descriptor: `edit` changes the schemas (by table) in place."""
    changed = copy.deepcopy(dict(version.descriptor))
    edit({resource["name"]: resource["schema"] for resource in changed["resources"]})
    return Snapshot(changed, version.tables)


def without_table(version: Snapshot, name: str) -> Snapshot:
    """The version without a table."""
    changed = copy.deepcopy(dict(version.descriptor))
    changed["resources"] = [resource for resource in changed["resources"] if resource["name"] != name]
    return Snapshot(changed, {table: rows for table, rows in version.tables.items() if table != name})


def without_column(version: Snapshot, table: str, column: str) -> Snapshot:
    """The version without a column."""
    changed = redeclared(
        version,
        lambda schemas: schemas[table].update(fields=[f for f in schemas[table]["fields"] if f["name"] != column]),
    )
    return Snapshot(changed.descriptor, {**version.tables, table: version.tables[table].drop_columns([column])})


def row(rows: Rows, table: str, **which: Any) -> Row:
    """The one row that has these values, to be changed in place."""
    (found,) = (row for row in rows[table] if all(row.get(name) == value for name, value in which.items()))
    return found


def drop(rows: Rows, table: str, **which: Any) -> None:
    """Take the one row that has these values out."""
    rows[table].remove(row(rows, table, **which))
