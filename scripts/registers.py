"""The registers: the only reader of raw/registers/*.csv.

People keep these files by hand, so every line is read with suspicion: a missing column, an empty key, a date that is no
date, an id that nothing defines stop the reading with one `InputError` that names the file, the line and the mend. What
comes out are tables in the columns and the Arrow types of `schemas`, and a row of evidence for each source of each row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from schemas.export import arrow_schema
from schemas.rules import ROW_TABLES
from schemas.tables import TABLES
from scripts.problems import InputError
from scripts.register_files import BY_NAME, FILES, Column, File
from scripts.tables.memberships import derive_memberships
from scripts.tables.merging import days_of

__all__ = ["Registers", "derive_memberships", "read_registers"]

Row = dict[str, Any]


@dataclass(frozen=True)
class Registers:
    """The registers as tables.

    Those of the published data set have exactly its columns (`sources` to `redirects`, and `evidence`). The others are
    for the scripts: the names of parties in the news, the chambers and parliaments, the facts kept out until confirmed,
    the exceptions that history explains, the elections that returned a member under another label, the labels that
    changed without a change of caucus, the caucuses that a source shows where the day of the change was not found, the
    crossings that ParlInfo marks, and the days that each register covers.
    """

    sources: pd.DataFrame
    people: pd.DataFrame
    person_names: pd.DataFrame
    person_identifiers: pd.DataFrame
    parties: pd.DataFrame
    seats: pd.DataFrame
    offices: pd.DataFrame
    caucus_changes: pd.DataFrame
    conflicts: pd.DataFrame
    redirects: pd.DataFrame
    evidence: pd.DataFrame
    party_names: pd.DataFrame
    chambers: pd.DataFrame
    parliaments: pd.DataFrame
    unconfirmed: pd.DataFrame
    explained: pd.DataFrame
    election_labels: pd.DataFrame
    label_changes: pd.DataFrame
    first_shown: pd.DataFrame
    floor_crossings_parlinfo: pd.DataFrame
    coverage: pd.DataFrame


@dataclass
class _Reading:
    """The files read so far, for looking up what a cell refers to."""

    folder: Path
    rows: dict[str, list[tuple[int, Row]]] = field(default_factory=dict)

    def path(self, name: str) -> str:
        return str(self.folder / f"{name}.csv")

    def keys(self, name: str) -> frozenset[Any]:
        key = BY_NAME[name].key[0]
        return frozenset(row[key] for _, row in self.rows[name])


def read_registers(folder: Path) -> Registers:
    """The registers of `folder` (raw/registers). Raises InputError for the first line that cannot stand."""
    reading = _Reading(folder)
    for file in FILES:
        reading.rows[file.name] = list(_read(reading.path(file.name), file))
    for file in FILES:
        _check_references(reading, file)
    _check_changes(reading)
    rows = {name: [row for _, row in numbered] for name, numbered in reading.rows.items()}
    for change in rows["caucus_changes"]:
        change["review_status"] = "register"
    evidence = list(_evidence(rows))
    tables = {
        file.name: _published(file.name, rows[file.name])
        if file.name in TABLES and file.name != "coverage"
        else _working(file, rows[file.name])
        for file in FILES
    }
    return Registers(**tables, evidence=_published("evidence", evidence))


def _read(path: str, file: File) -> Iterator[tuple[int, Row]]:
    names = [column.name for column in file.columns]
    seen: dict[tuple[Any, ...], int] = {}
    try:
        with open(path, encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, None)
            if header != names:
                raise InputError(path, "line 1", f"the columns must be {','.join(names)}")
            for cells in reader:
                place = f"line {reader.line_num}"
                if len(cells) != len(names):
                    raise InputError(path, place, f"has {len(cells)} cells and must have {len(names)}")
                row = {
                    column.name: _cell(path, place, column, cell)
                    for column, cell in zip(file.columns, cells, strict=True)
                }
                key = tuple(row[name] for name in file.key)
                if key in seen:
                    raise InputError(path, place, f"{'/'.join(map(str, key))} stands already on line {seen[key]}")
                seen[key] = reader.line_num
                _check_span(path, place, file, row)
                yield reader.line_num, row
    except FileNotFoundError:
        raise InputError(path, "", "is missing: restore it from the repository") from None
    except UnicodeDecodeError:
        raise InputError(path, "", "is not UTF-8: save it again in that encoding") from None
    except csv.Error as error:
        raise InputError(path, "", f"is no well-formed CSV ({error}): mend its quotation marks") from None


def _cell(path: str, place: str, column: Column, cell: str) -> Any:
    if cell != cell.strip():
        raise InputError(path, f"{place}, {column.name}", f"{cell!r} has spaces around it: remove them")
    if not cell:
        if column.required:
            raise InputError(path, f"{place}, {column.name}", "is empty and must be given")
        return None
    try:
        return column.kind.read(cell)
    except ValueError as error:
        raise InputError(path, f"{place}, {column.name}", f"{cell!r} {error}") from None


def _check_span(path: str, place: str, file: File, row: Row) -> None:
    if file.spans is None:
        return
    first, last = file.spans
    if row[first] is not None and row[last] is not None and row[last] < row[first]:
        raise InputError(path, place, f"{last} {row[last]} comes before {first} {row[first]}")


def _check_references(reading: _Reading, file: File) -> None:
    for column in file.columns:
        if column.of is None:
            continue
        known = reading.keys(column.of)
        for line, row in reading.rows[file.name]:
            value = row[column.name]
            if value is not None and value not in known:
                mend = f"{value!r} is not in {column.of}.csv: add it there or correct it here"
                raise InputError(reading.path(file.name), f"line {line}, {column.name}", mend)


def _check_changes(reading: _Reading) -> None:
    path = reading.path("caucus_changes")
    for line, row in reading.rows["caucus_changes"]:
        if row["from_party_id"] == row["to_party_id"]:
            raise InputError(path, f"line {line}", "goes from a caucus to itself: correct from_party_id or to_party_id")
        if row["verified"] not in ("yes", "partial"):
            mend = "must be yes or partial: what is not confirmed belongs in unconfirmed.csv"
            raise InputError(path, f"line {line}, verified", mend)
    _check_first_shown(reading)


def _check_first_shown(reading: _Reading) -> None:
    """What is shown goes with its change: the same step, in the month or year that is all that is known of its day."""
    path = reading.path("first_shown")
    changes = {row["change_id"]: row for _, row in reading.rows["caucus_changes"]}
    step = ("person_id", "chamber", "from_party_id", "to_party_id")
    for line, row in reading.rows["first_shown"]:
        if row["change_id"] is None:
            continue
        change = changes[row["change_id"]]
        if any(row[name] != change[name] for name in step):
            raise InputError(path, f"line {line}", f"tells of another step than {row['change_id']}: correct either")
        first, last = days_of(change["date"], change["date_precision"])
        if first == last:
            raise InputError(path, f"line {line}", "is of a change whose day is known: remove the line")
        if not first <= row["day"] <= last:
            raise InputError(path, f"line {line}, day", f"must lie between {first} and {last}, as the change does")


def _evidence(rows: dict[str, list[Row]]) -> Iterator[Row]:
    """One row for each source of each row that has an id of its own; names and identifiers say it themselves."""
    for file in FILES:
        if not file.sources or file.name not in ROW_TABLES:
            continue
        for row in rows[file.name]:
            row_id = row[file.key[0]]
            sources = dict.fromkeys(row[name] for name in file.sources if row[name] is not None)
            for piece, source_id in enumerate(sources, 1):
                yield {
                    "table": file.name,
                    "row_id": row_id,
                    "piece": piece,
                    "source_id": source_id,
                    "method": "register",
                    "confidence": 1.0,
                }


def _published(name: str, rows: Sequence[Row]) -> pd.DataFrame:
    schema = arrow_schema(TABLES[name])
    return _frame(((field_.name, field_.type) for field_ in schema), rows)


def _working(file: File, rows: Sequence[Row]) -> pd.DataFrame:
    return _frame(((column.name, column.kind.type) for column in file.columns), rows)


def _frame(columns: Iterable[tuple[str, pa.DataType]], rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: pd.array([row.get(name) for row in rows], dtype=pd.ArrowDtype(type_)) for name, type_ in columns}
    )
