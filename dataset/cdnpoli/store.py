"""The published tables on disk: found, read as Arrow, kept once read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cdnpoli.descriptor import Descriptor, Resource, read_descriptor
from cdnpoli.errors import BadValue, DamagedData


class Store:
    """The tables of one folder that holds datapackage.json and the Parquet files it names.

    Tables are read when first asked for and kept: they are a few megabytes, and Arrow tables cannot be changed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables: dict[str, pa.Table] = {}

    @cached_property
    def descriptor(self) -> Descriptor:
        """What the tables are. Raises DamagedData."""
        return read_descriptor(self.folder / "datapackage.json")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the tables, in the order of the descriptor."""
        return tuple(resource.name for resource in self.descriptor.resources)

    def path(self, table: str) -> Path:
        """The Parquet file of `table`. Raises UnknownName."""
        return self.folder / self.descriptor.resource(table).path

    def table(self, name: str) -> pa.Table:
        """The whole table `name` as Arrow. Raises UnknownName, DamagedData."""
        if name not in self._tables:
            path = self.path(name)
            try:
                self._tables[name] = pq.read_table(path)
            except FileNotFoundError:
                raise DamagedData(f"{path}: missing; install the package again") from None
            except (OSError, pa.ArrowException) as error:
                reason = str(error).splitlines()[0]
                raise DamagedData(f"{path}: not readable as Parquet ({reason}); install the package again") from None
        return self._tables[name]

    def select(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        where: Mapping[str, object] | None = None,
    ) -> pa.Table:
        """The rows of `name` for which every column of `where` has the value given (or one of a list of values).

        `None` as a value means: nothing stands there. Values may be given as text, also for dates ("2023-03-22") and
        numbers. Raises UnknownName for a table or column that is not there, BadValue for a value of the wrong type.
        """
        resource = self.descriptor.resource(name)
        for column in (*(columns or ()), *(where or ())):
            resource.field(column)
        rows = self.table(name)
        for column, value in (where or {}).items():
            rows = rows.filter(_matches(rows[column], value, column))
        return rows.select(list(columns)) if columns is not None else rows

    def resource_of(self, name: str) -> Resource:
        """What the descriptor says of the table `name`. Raises UnknownName."""
        return self.descriptor.resource(name)


@cache
def installed() -> Store:
    """The tables that came with the installed package."""
    return Store(Path(str(resources.files("cdnpoli"))))


def _matches(values: pa.ChunkedArray, wanted: object, column: str) -> pa.ChunkedArray:
    if wanted is None:
        return pc.is_null(values)
    several = list(wanted) if isinstance(wanted, (list, tuple, set, frozenset)) else [wanted]
    known = pa.array([_typed(item, values.type, column) for item in several if item is not None], values.type)
    found = pc.is_in(values, value_set=known)
    return pc.or_(found, pc.is_null(values)) if None in several else found


def _typed(value: object, kind: pa.DataType, column: str) -> Any:
    try:
        if pa.types.is_date(kind):
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        if pa.types.is_integer(kind):
            return int(str(value))
        if pa.types.is_floating(kind):
            return float(str(value))
        if pa.types.is_boolean(kind):
            return {"true": True, "false": False}[str(value).lower()]
    except (ValueError, KeyError):
        raise BadValue(f"column {column!r} holds values like {_sample(kind)}, not {value!r}") from None
    return str(value)


def _sample(kind: pa.DataType) -> str:
    if pa.types.is_date(kind):
        return "2023-03-22"
    if pa.types.is_boolean(kind):
        return "true or false"
    return "44" if pa.types.is_integer(kind) else "0.5"
