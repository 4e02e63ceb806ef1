"""Ids of earlier releases: what stands for them now. An id is never reused, so an old one can always be followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cdnpoli.descriptor import Resource
from cdnpoli.errors import DamagedData, WithdrawnId
from cdnpoli.store import Store

Step = Mapping[str, Any]
"""A row of the table `redirects`."""


def followed(store: Store, row_id: str, table: str | None = None) -> str:
    """The id that stands now for `row_id`, which may be an id of an earlier release; any other stays as it is.

    `table` is the table that the id is of, where that is known. Raises WithdrawnId with the reason for an id that
    nothing stands for now, DamagedData for redirects that lead in a circle.
    """
    steps = _steps(store)
    if table is None:
        table = next((of for of, old_id in steps if old_id == row_id), None)
    seen: list[str] = []
    while table is not None and (table, row_id) in steps:
        step = steps[table, row_id]
        seen.append(row_id)
        if step["new_id"] is None:
            raise WithdrawnId(table, seen[0], step["release"], step["reason"])
        row_id = step["new_id"]
        if row_id in seen:
            raise DamagedData(f"redirects: {table}: {', '.join(seen)} lead in a circle; install the package again")
    return row_id


def followed_conditions(store: Store, table: str, where: Mapping[str, object]) -> dict[str, object]:
    """The conditions of `Store.select` with today's ids for those of earlier releases. Raises WithdrawnId."""
    about = where.get("table")
    targets = id_columns(store.resource_of(table))
    if "row_id" in where:
        targets["row_id"] = str(about) if isinstance(about, str) else None
    return {name: _now(store, value, targets[name]) if name in targets else value for name, value in where.items()}


def with_present_ids(store: Store, table: str, rows: pa.Table) -> pa.Table:
    """The rows (all columns of `table`) with today's ids where they name one of an earlier release.

    An id that was withdrawn stays, since nothing stands for it.
    """
    now = _present(store)
    for column, of in id_columns(store.resource_of(table)).items():
        renamed = {old_id: new_id for (table_of, old_id), new_id in now.items() if table_of == of}
        rows = _renamed(rows, column, [renamed.get(value, value) for value in _values(rows, column, renamed)])
    if {"table", "row_id"} <= set(rows.column_names):
        pairs = zip(rows["table"].to_pylist(), _values(rows, "row_id", {old_id for _, old_id in now}), strict=False)
        rows = _renamed(rows, "row_id", [now.get(pair, pair[1]) for pair in pairs])
    return rows


def id_columns(resource: Resource) -> dict[str, str | None]:
    """The columns of the table that hold ids, each with the table that the ids are of: its own key and what it points
    to."""
    found: dict[str, str | None] = {}
    if len(resource.primary_key) == 1:
        found[resource.primary_key[0]] = resource.name
    return found | {key.columns[0]: key.target for key in resource.foreign_keys if len(key.columns) == 1}


def _steps(store: Store) -> dict[tuple[str, str], Step]:
    rows = store.table("redirects").to_pylist() if "redirects" in store.names else []
    return {(row["table"], row["old_id"]): row for row in rows}


def _present(store: Store) -> dict[tuple[str, str], str]:
    """Today's id for each id that was merged."""
    found: dict[tuple[str, str], str] = {}
    for table, old_id in _steps(store):
        try:
            found[table, old_id] = followed(store, old_id, table)
        except WithdrawnId:
            continue
    return found


def _now(store: Store, value: object, table: str | None) -> object:
    if isinstance(value, str):
        return followed(store, value, table)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_now(store, item, table) for item in value]
    return value


def _values(rows: pa.Table, column: str, old: Any) -> list[str]:
    """The values of the column, or none at all where no old id is among them."""
    if not old or not pc.any(pc.is_in(rows[column], value_set=pa.array(sorted(old), rows[column].type))).as_py():
        return []
    values: list[str] = rows[column].to_pylist()
    return values


def _renamed(rows: pa.Table, column: str, values: list[str]) -> pa.Table:
    if not values:
        return rows
    at = rows.column_names.index(column)
    return rows.set_column(at, rows.schema.field(column), pa.array(values, rows.schema.field(column).type))
