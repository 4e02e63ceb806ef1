"""The tables of one version as they were published, with the descriptor that declares them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Row = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """A published version: the descriptor (datapackage.json) and the tables that it names."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, pa.Table]

    @property
    def resources(self) -> dict[str, Mapping[str, Any]]:
        """What the descriptor says of each table."""
        return {resource["name"]: resource for resource in self.descriptor["resources"]}

    def key(self, table: str) -> tuple[str, ...]:
        """The columns that make a row of the table unique."""
        return tuple(self.resources[table]["schema"]["primaryKey"])

    def fields(self, table: str) -> dict[str, Mapping[str, Any]]:
        """What the descriptor says of each column of the table, in order."""
        return {field["name"]: field for field in self.resources[table]["schema"]["fields"]}

    def rows(self, table: str) -> list[Row]:
        """The rows of the table; none where there is no such table."""
        rows: list[Row] = self.tables[table].to_pylist() if table in self.tables else []
        return rows

    def ids(self, table: str) -> list[str]:
        """The ids of a table whose key is one column; none where there is no such table."""
        if table not in self.tables:
            return []
        (column,) = self.key(table)
        ids: list[str] = self.tables[table][column].to_pylist()
        return ids

    @property
    def id_tables(self) -> list[str]:
        """The tables whose key is an id: one column."""
        return [name for name in self.tables if len(self.key(name)) == 1]


def read_snapshot(folder: Path) -> Snapshot:
    """The version published in `folder`, which holds datapackage.json and, as it says, the Parquet files.

    Raises OSError or ValueError where a file is missing or broken.
    """
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {resource["name"]: pq.read_table(folder / resource["path"]) for resource in descriptor["resources"]}
    return Snapshot(descriptor, tables)
