"""From the published tables to one SQLite file for browsing: keys, foreign keys, indexes, full-text search.

Nothing but the Parquet files and their descriptor goes in, so what people browse is what people install.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cdnpoli.checking import sha256_of
from cdnpoli.descriptor import Resource
from cdnpoli.store import Store

DATABASE = "cdnpoli"
"""The name of the database, and so the first part of every address: /cdnpoli/people."""

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "people": ("full_name", "family_name", "given_names"),
    "person_names": ("name",),
    "events": ("title", "place"),
    "caucus_changes": ("summary", "reason"),
    "statements": ("text", "speaker_name", "speaker_mention"),
    "quotations": ("words",),
    "sources": ("title", "publisher"),
}
"""The columns that full-text search reads."""

KEPT = 3
"""How many databases stay in the cache folder."""

ROW_INDEXES: Mapping[str, str] = {"evidence": "row_id", "conflicts": "row_id"}
"""Columns that hold ids of several tables, and so cannot be declared foreign keys, but are looked up like them."""

SQLITE_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def ready(store: Store, folder: Path) -> Path:
    """The database of `store` inside `folder`, built now unless one of exactly these tables is there already.

    Returns its path; beside it lies `inspect.json`, which tells Datasette the row counts. Raises OSError where
    `folder` cannot be written to.
    """
    place = folder / _fingerprint(store)
    database = place / f"{DATABASE}.db"
    if not (database.exists() and (place / "inspect.json").exists()):
        place.mkdir(parents=True, exist_ok=True)
        build(store, database)
        counts = {name: {"count": store.table(name).num_rows} for name in store.names}
        about = {
            "hash": sha256_of(database),
            "size": database.stat().st_size,
            "file": database.name,
            "tables": counts,
        }
        beside = place / f"inspect.json.{os.getpid()}"
        beside.write_text(json.dumps({DATABASE: about}), encoding="utf-8")
        beside.replace(place / "inspect.json")
        _forget_old(folder)
    return database


def build(store: Store, path: Path) -> None:
    """Write the database to `path`: beside it first, then moved into place, so that a half-built one is never seen."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(beside)
        try:
            # The file is moved into place whole or thrown away, so a journal would protect nothing.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;")
            for resource in store.descriptor.resources:
                _create(connection, store.table(resource.name), resource)
            for table, columns in SEARCHED.items():
                if table in store.names:
                    _make_searchable(connection, table, columns)
            connection.execute("ANALYZE")
            connection.commit()
        finally:
            connection.close()
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def key_of(table: pa.Table, resource: Resource) -> tuple[str, ...]:
    """The primary key that SQLite can hold: the declared one, or none where a row has nothing in it."""
    complete = all(table[column].null_count == 0 for column in resource.primary_key)
    return resource.primary_key if complete else ()


def indexed(resource: Resource) -> tuple[str, ...]:
    """The columns with an index of their own: foreign keys, and ids of rows in several tables.

    Never a date: where an index on a column with repeated values serves a descending sort, Datasette loses and repeats
    rows from one page to the next. For the same reason these columns cannot be sorted by (see `sortable`).
    """
    single = resource.primary_key[0] if len(resource.primary_key) == 1 else None
    columns = [key.columns[0] for key in resource.foreign_keys if len(key.columns) == 1]
    if resource.name in ROW_INDEXES:
        columns.append(ROW_INDEXES[resource.name])
    return tuple(dict.fromkeys(column for column in columns if column != single))


def sortable(resource: Resource) -> tuple[str, ...]:
    """The columns by which Datasette may sort: all but those that lead an index without being unique."""
    leading = set(indexed(resource))
    if len(resource.primary_key) > 1:
        leading.add(resource.primary_key[0])
    return tuple(column for column in resource.columns if column not in leading)


def quoted(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _create(connection: sqlite3.Connection, table: pa.Table, resource: Resource) -> None:
    key = key_of(table, resource)
    connection.execute(_definition(resource, key))
    places = ", ".join("?" * len(resource.columns))
    # In the order of the key: rows that sort alike come out in the order in which they went in, and Datasette's paging
    # counts on that order being the key's.
    rows = table.sort_by([(column, "ascending") for column in key]) if key else table
    connection.executemany(f"INSERT INTO {quoted(resource.name)} VALUES ({places})", _values(rows, resource.columns))
    for column in indexed(resource):
        name = quoted(f"{resource.name}_{column}")
        connection.execute(f"CREATE INDEX {name} ON {quoted(resource.name)} ({quoted(column)})")


def _definition(resource: Resource, key: tuple[str, ...]) -> str:
    lines = []
    for field in resource.fields:
        required = " NOT NULL" if field.required or field.name in key else ""
        lines.append(f"{quoted(field.name)} {SQLITE_TYPES[field.type]}{required}")
    if key:
        lines.append(f"PRIMARY KEY ({', '.join(map(quoted, key))})")
    for link in resource.foreign_keys:
        columns, targets = (", ".join(map(quoted, names)) for names in (link.columns, link.target_columns))
        lines.append(f"FOREIGN KEY ({columns}) REFERENCES {quoted(link.target)} ({targets})")
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {quoted(resource.name)} (\n  {body}\n)"


def _values(table: pa.Table, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for batch in table.select(list(columns)).to_batches():
        cells = [_column(batch.column(column)) for column in columns]
        yield from zip(*cells, strict=True)


def _column(values: pa.Array) -> list[Any]:
    if pa.types.is_date(values.type):
        return [value.isoformat() if isinstance(value, date) else None for value in values.to_pylist()]
    if pa.types.is_boolean(values.type):
        return list(pc.cast(values, pa.int64()).to_pylist())
    return list(values.to_pylist())


def _make_searchable(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
    listed = ", ".join(map(quoted, columns))
    index = quoted(f"{table}_fts")
    # Datasette finds the index only where the content table stands in double quotes; without it a search is
    # silently ignored. Accents are left aside, so that Chretien finds Chrétien.
    connection.execute(
        f"CREATE VIRTUAL TABLE {index} USING FTS5 "
        f"({listed}, tokenize='unicode61 remove_diacritics 2', content={quoted(table)})"
    )
    connection.execute(f"INSERT INTO {index} (rowid, {listed}) SELECT rowid, {listed} FROM {quoted(table)}")


def _forget_old(folder: Path) -> None:
    """Remove all but the newest databases: not every other one, since another process may have the last one open."""
    built = sorted((path.stat().st_mtime_ns, path) for path in folder.iterdir() if (path / "inspect.json").exists())
    for _, path in built[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def _fingerprint(store: Store) -> str:
    """A name for exactly these tables as exactly this module builds them."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update((store.folder / "datapackage.json").read_bytes())
    for name in store.names:
        digest.update(sha256_of(store.path(name)).encode())
    return f"{store.descriptor.version}-{digest.hexdigest()[:16]}"
