"""Whether the installed tables are what the descriptor says: files, hashes, row counts, columns, keys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from cdnpoli.descriptor import ForeignKey, Resource
from cdnpoli.errors import CdnpoliError
from cdnpoli.store import Store


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it should be: in which table, where in it, and what."""

    table: str
    place: str
    what: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.table, self.place, self.what) if part)


@dataclass(frozen=True)
class Verification:
    """What was checked, and what was wrong."""

    version: str
    tables: int
    rows: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """True where nothing was wrong."""
        return not self.problems

    def __str__(self) -> str:
        head = f"cdnpoli {self.version}: {self.tables} tables, {self.rows:,} rows"
        if self.ok:
            return f"{head}: hashes, row counts, columns and keys agree with the descriptor"
        return "\n".join([f"{head}: {len(self.problems)} problems", *(f"  {problem}" for problem in self.problems)])


def verify(store: Store) -> Verification:
    """Check every table of `store` against its descriptor. Raises DamagedData where that is unreadable."""
    problems: list[Problem] = []
    rows = 0
    for resource in store.descriptor.resources:
        try:
            table = store.table(resource.name)
        except CdnpoliError as error:
            problems.append(Problem(resource.name, resource.path, str(error)))
            continue
        rows += table.num_rows
        problems += _file(store.path(resource.name), resource)
        problems += _shape(table, resource)
        if set(resource.columns) <= set(table.column_names):
            problems += _primary_key(table, resource)
            for key in resource.foreign_keys:
                problems += _foreign_key(store, table, resource, key)
    return Verification(store.descriptor.version, len(store.names), rows, tuple(problems))


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file(path: Path, resource: Resource) -> Iterator[Problem]:
    if resource.sha256 is None:
        yield Problem(resource.name, resource.path, "the descriptor gives no hash, so the file cannot be checked")
    elif (found := sha256_of(path)) != resource.sha256:
        yield Problem(resource.name, resource.path, f"SHA-256 is {found}, the descriptor says {resource.sha256}")


def _shape(table: pa.Table, resource: Resource) -> Iterator[Problem]:
    if resource.rows is not None and table.num_rows != resource.rows:
        yield Problem(resource.name, "", f"{table.num_rows:,} rows, the descriptor says {resource.rows:,}")
    if tuple(table.column_names) != resource.columns:
        yield Problem(
            resource.name,
            "",
            f"columns are {', '.join(table.column_names)}; the descriptor says {', '.join(resource.columns)}",
        )


def _primary_key(table: pa.Table, resource: Resource) -> Iterator[Problem]:
    key = list(resource.primary_key)
    for column in key:
        if missing := table[column].null_count:
            yield Problem(resource.name, column, f"{missing:,} rows have nothing in a column of the key")
    counted = table.group_by(key).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], 1))
    if twice.num_rows:
        example = ", ".join(str(value) for value in twice.select(key).slice(0, 1).to_pylist()[0].values())
        yield Problem(resource.name, ", ".join(key), f"{twice.num_rows:,} keys occur more than once, such as {example}")


def _foreign_key(store: Store, table: pa.Table, resource: Resource, key: ForeignKey) -> Iterator[Problem]:
    try:
        target = store.table(key.target)
        known = set(zip(*(target[column].to_pylist() for column in key.target_columns), strict=True))
    except (CdnpoliError, KeyError):
        yield Problem(resource.name, ", ".join(key.columns), f"points to {key.target}, which is not there to look in")
        return
    held = zip(*(table[column].to_pylist() for column in key.columns), strict=True)
    lost = [values for values in held if None not in values and values not in known]
    if lost:
        example = ", ".join(str(value) for value in lost[0])
        yield Problem(
            resource.name,
            ", ".join(key.columns),
            f"{len(lost):,} rows point to nothing in {key.target}, such as {example}",
        )
