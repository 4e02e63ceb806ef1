"""Which version the data ask for: the rules of docs/versioning.md, read off two published versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.releases.diff import difference
from scripts.releases.ids import present_id, redirects_of
from scripts.releases.snapshots import Row, Snapshot
from scripts.releases.versions import Bump

NAMES_THE_THING = {
    "sources": ("publisher", "title", "url"),
    "people": ("full_name", "family_name", "born_on"),
    "parties": ("name", "name_fr", "jurisdiction"),
    "seats": ("person_id",),
    "offices": ("person_id",),
    "events": ("event_type", "title", "date"),
    "caucus_changes": ("person_id",),
    "statements": ("source_id",),
}
"""The columns that say which thing in the world an id names. Where all of them have other values, the id has been given
to another thing; where one has, it was corrected. An empty value tells nothing, and an id that was merged is the one
that stands for it now."""


def required_bump(old: Snapshot, new: Snapshot) -> tuple[Bump, tuple[str, ...]]:
    """How far the version must move from `old` to `new`, and why, in words.

    MAJOR: what a program written for `old` relies on is gone. MINOR: there is more, or other rows. PATCH: the rest.
    """
    if broken := tuple(_what_breaks(old, new)):
        return Bump.MAJOR, broken
    if grown := (*_what_grows(old, new), *_other_rows(old, new)):
        return Bump.MINOR, grown
    return Bump.PATCH, ("no table, column, key, term or row differs",)


def _what_breaks(old: Snapshot, new: Snapshot) -> Iterator[str]:
    """Tables, columns and terms that are gone; other types, keys and references; ids that name something else."""
    for table in old.tables:
        if table not in new.tables:
            yield f"the table {table} is gone"
            continue
        if old.key(table) != new.key(table):
            yield f"the key of {table} was {', '.join(old.key(table))} and is {', '.join(new.key(table))}"
        for reference in sorted(_references(old, table) - _references(new, table)):
            yield f"{table}.{reference[0]} no longer points to {reference[1]}.{reference[2]}"
        fields = new.fields(table)
        for column, before in old.fields(table).items():
            if column not in fields:
                yield f"the column {table}.{column} is gone"
                continue
            types = [version.tables[table].schema.field(column).type for version in (old, new)]
            if types[0] != types[1] or before["type"] != fields[column]["type"]:
                yield f"the column {table}.{column} was {types[0]} and is {types[1]}"
            for term in _terms(before):
                if term not in _terms(fields[column]) and _terms(fields[column]):
                    yield f"the term {term} of {table}.{column} is gone"
    for table, row in _ids_given_away(old, new):
        yield f"{row} of {table} names something else than before"


def _what_grows(old: Snapshot, new: Snapshot) -> Iterator[str]:
    """Tables, columns, references and terms that are new; constraints that are others."""
    for table in new.tables:
        if table not in old.tables:
            yield f"the table {table} is new"
            continue
        for reference in sorted(_references(new, table) - _references(old, table)):
            yield f"{table}.{reference[0]} now points to {reference[1]}.{reference[2]}"
        fields = old.fields(table)
        for column, after in new.fields(table).items():
            if column not in fields:
                yield f"the column {table}.{column} is new"
                continue
            for term in _terms(after):
                if term not in _terms(fields[column]):
                    yield f"the term {term} of {table}.{column} is new"
            if _terms(fields[column]) and not _terms(after):
                yield f"the column {table}.{column} is no longer limited to a list of terms"
            if _limits(fields[column]) != _limits(after):
                yield f"what {table}.{column} may hold has changed"


def _other_rows(old: Snapshot, new: Snapshot) -> Iterator[str]:
    """How many rows of each table were added, changed and withdrawn."""
    counted: dict[str, Counter[str]] = {}
    for table, _, change in dict.fromkeys((c.table, c.row_id, c.change) for c in difference(old, new)):
        counted.setdefault(table, Counter())[change] += 1
    for table, times in counted.items():
        told = [f"{times[change]:,} {change}" for change in ("added", "changed", "withdrawn") if times[change]]
        yield f"rows of {table}: {', '.join(told)}"


def _ids_given_away(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, str]]:
    """(table, id) of each id that now names another thing."""
    redirects = redirects_of(new)
    for table, columns in NAMES_THE_THING.items():
        if table not in old.tables or table not in new.tables or old.key(table) != new.key(table):
            continue
        (key,) = new.key(table)
        known = [column for column in columns if column in old.fields(table) and column in new.fields(table)]
        targets = {column: target for column, target, _ in _references(new, table)}
        before = {
            row[key]: {name: present_id(redirects, targets.get(name), value) for name, value in row.items()}
            for row in old.tables[table].select([key, *known]).to_pylist()
        }
        for row in new.tables[table].select([key, *known]).to_pylist():
            if row[key] in before and _is_another(before[row[key]], row, known):
                yield table, row[key]


def _is_another(before: Row, after: Row, columns: list[str]) -> bool:
    told = [column for column in columns if before[column] is not None and after[column] is not None]
    return bool(told) and all(before[column] != after[column] for column in told)


def _references(version: Snapshot, table: str) -> set[tuple[str, str, str]]:
    """(column, table pointed to, its key) of each foreign key; an empty name of a table is the same table."""
    keys = version.resources[table]["schema"].get("foreignKeys", ())
    return {
        (column, key["reference"]["resource"] or table, target)
        for key in keys
        for column, target in zip(key["fields"], key["reference"]["fields"], strict=True)
    }


def _terms(field: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(field.get("constraints", {}).get("enum", ()))


def _limits(field: Mapping[str, Any]) -> dict[str, Any]:
    return {name: limit for name, limit in field.get("constraints", {}).items() if name != "enum"}
