"""cdnpoli: Canadian political events as tables. What happened, who was involved, who said what, who sat where.

    >>> import cdnpoli
    >>> cdnpoli.load("caucus_changes")            # a pandas DataFrame
    >>> cdnpoli.caucus_on("1990-08-01")           # every sitting member and their caucus that day
    >>> cdnpoli.evidence("han-dong-2023-03-22")   # the sources behind a row
    >>> print(cdnpoli.cite())                     # for the footnote

Answers are pandas DataFrames with Arrow types: text stays text, a missing value is `<NA>`, and a day is a date.
Every error raised on purpose is a `cdnpoli.CdnpoliError` whose text is one line that says what to do.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, overload

from cdnpoli.errors import (
    AmbiguousName,
    BadValue,
    CdnpoliError,
    DamagedData,
    IncompleteWarning,
    MissingExtra,
    UnknownName,
    WithdrawnId,
)

# pandas takes a second to import and pyarrow a third: both wait until a table is asked for.
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pandas as pd
    import pyarrow as pa

    from cdnpoli.checking import Verification
    from cdnpoli.record import Record

__all__ = [
    "AmbiguousName",
    "BadValue",
    "CdnpoliError",
    "DamagedData",
    "IncompleteWarning",
    "MissingExtra",
    "UnknownName",
    "WithdrawnId",
    "career",
    "caucus_on",
    "changes",
    "cite",
    "describe",
    "evidence",
    "load",
    "resolve",
    "standings",
    "tables",
    "to_popolo",
    "verify",
]

HOUSE = "House of Commons"


def tables() -> pd.DataFrame:
    """The tables: name, title, rows, columns, description."""
    from cdnpoli import overview, store

    return _frame(overview.tables(store.installed()))


def describe(table: str) -> pd.DataFrame:
    """The columns of `table`: column, title, type, required, key, description, example, terms.

    `key` is "primary" or the table and column pointed to; `terms` are the values of a closed list, each with its
    meaning. Raises UnknownName with the nearest table names.
    """
    from cdnpoli import overview, store

    return _frame(overview.describe(store.installed(), table))


@overload
def load(
    table: str,
    *,
    columns: Sequence[str] | None = None,
    where: Mapping[str, object] | None = None,
    engine: Literal["pandas"] = "pandas",
    follow_redirects: bool = False,
) -> pd.DataFrame: ...


@overload
def load(
    table: str,
    *,
    columns: Sequence[str] | None = None,
    where: Mapping[str, object] | None = None,
    engine: Literal["arrow"],
    follow_redirects: bool = False,
) -> pa.Table: ...


@overload
def load(
    table: str,
    *,
    columns: Sequence[str] | None = None,
    where: Mapping[str, object] | None = None,
    engine: Literal["polars"],
    follow_redirects: bool = False,
) -> Any: ...


def load(
    table: str,
    *,
    columns: Sequence[str] | None = None,
    where: Mapping[str, object] | None = None,
    engine: str = "pandas",
    follow_redirects: bool = False,
) -> Any:
    """A table as a pandas DataFrame, or with `engine` as an "arrow" Table or a "polars" DataFrame.

    In pandas, text and numbers have Arrow types (missing: `<NA>`) and dates are `datetime64` (missing: `NaT`), so that
    `events[events["date"] >= "2023-03-01"]` works.

    `columns` picks columns; `where` keeps the rows whose columns have the values given, one or a list of them:
    `load("seats", where={"chamber": "Senate", "province": ["Ontario", "Quebec"]})`. With `follow_redirects` an id of an
    earlier release stands for the one that replaced it, in `where` and in the answer. Raises UnknownName for a table,
    column or engine that does not exist, WithdrawnId for an id in `where` that nothing stands for now, BadValue for a
    value of the wrong type, MissingExtra without polars.
    """
    from cdnpoli import redirects, store

    if engine not in ("pandas", "arrow", "polars"):
        raise UnknownName("engine", engine, ("pandas", "arrow", "polars"))
    held = store.installed()
    if follow_redirects:
        rows = held.select(table, None, redirects.followed_conditions(held, table, where or {}))
        rows = redirects.with_present_ids(held, table, rows)
        if columns is not None:
            rows = rows.select([held.resource_of(table).field(column).name for column in columns])
    else:
        rows = held.select(table, columns, where)
    if engine == "arrow":
        return rows
    if engine == "pandas":
        return _frame(rows)
    try:
        import polars
    except ImportError:
        raise MissingExtra('engine="polars" needs polars: pip install polars') from None
    return polars.from_arrow(rows)


def evidence(row_id: str) -> pd.DataFrame:
    """Where a row comes from: its sources with publisher, title, url and date, and the words that say so.

    `row_id` is the id of a row of any table; an id that was merged is followed. `start` and `end` count characters in
    the source's clean text; where `text_kind` is digest, that is the digest written for this data set, and so is
    `quote`. Raises UnknownName with the nearest ids.
    """
    from cdnpoli import rows, store

    return _frame(rows.evidence(store.installed(), row_id))


def resolve(row_id: str) -> str:
    """The id that `row_id` has in this version: itself, or the one it was merged into.

    Raises UnknownName with the nearest ids for one that never was, WithdrawnId (with release and reason) for one that
    was withdrawn.
    """
    from cdnpoli import rows, store

    return rows.resolve(store.installed(), row_id)


def cite(style: str = "apa", *, table: str | None = None, row: str | None = None) -> str:
    """How to cite this version, a table of it, or one row with its sources; style apa, bibtex, ris or csl (CSL-JSON).

    Raises UnknownName for a style, table or row that does not exist.
    """
    from cdnpoli import citing, store

    return citing.cite(store.installed(), style, table, row)


def to_popolo() -> dict[str, list[dict[str, Any]]]:
    """People, organizations and memberships in the Popolo data model: `persons`, `organizations`, `memberships`.

    Plain values, ready for `json.dump`. A membership is a seat, a spell in a caucus, or an office.
    """
    from cdnpoli import popolo, store

    return popolo.to_popolo(store.installed())


def verify() -> Verification:
    """Check the installed files against the descriptor: hashes, row counts, columns, keys.

    The answer has `ok` and `problems` (each with table, place and what), and prints as a readable report.
    """
    from cdnpoli import checking, store

    return checking.verify(store.installed())


def caucus_on(day: str | date, chamber: str = HOUSE) -> pd.DataFrame:
    """Every member sitting on `day` and their caucus: person, constituency, province, caucus, since when.

    Raises BadValue for a day before Confederation (1867-07-01) or in the future, UnknownName for a chamber.
    """
    return _frame(_record().caucus_on(day, _today(), chamber))


def standings(day: str | date, chamber: str = HOUSE) -> pd.DataFrame:
    """The seats by caucus on `day`, the largest first, and the vacant ones last. Raises as `caucus_on` does."""
    return _frame(_record().standings(day, _today(), chamber))


def career(person: str) -> pd.DataFrame:
    """A person's seats, caucuses, offices and changes in order; `person` is an id or a name.

    Raises UnknownName with the nearest names, AmbiguousName with the ids where several people bear the name.
    """
    return _frame(_record().career(person))


def changes(
    start: str | date | None = None,
    end: str | date | None = None,
    *,
    party: str | None = None,
    from_party: str | None = None,
    to_party: str | None = None,
    kind: str | Sequence[str] | None = None,
    person: str | None = None,
    chamber: str | None = None,
    parliament: int | None = None,
) -> pd.DataFrame:
    """Changes of caucus from `start` to `end` (days, months or years, both included), oldest first.

    `party` stands on either side of the change, `from_party` and `to_party` on one; parties and people go by id or
    name: `changes("2021", "2023", party="Liberal", kind=["resigned", "expelled"])`. Raises UnknownName, AmbiguousName,
    BadValue.
    """
    return _frame(
        _record().changes(
            start,
            end,
            party=party,
            from_party=from_party,
            to_party=to_party,
            kind=kind,
            person=person,
            chamber=chamber,
            parliament=parliament,
        )
    )


@cache
def _record() -> Record:
    from cdnpoli.record import Record
    from cdnpoli.store import installed

    return Record(installed())


def _today() -> date:
    from datetime import date

    return date.today()


def _frame(table: pa.Table) -> pd.DataFrame:
    """Arrow types but for dates: with `datetime64` a day compares with a string, resamples and plots."""
    import pandas as pd
    import pyarrow as pa

    def type_of(arrow: pa.DataType) -> pd.ArrowDtype | None:
        return None if pa.types.is_date(arrow) else pd.ArrowDtype(arrow)

    return table.to_pandas(types_mapper=type_of, date_as_object=False)


def __getattr__(name: str) -> object:
    if name == "plot":
        import importlib

        return importlib.import_module("cdnpoli.plot")
    if name == "__version__":
        from importlib import resources
        from pathlib import Path

        from cdnpoli.descriptor import read_descriptor

        return read_descriptor(Path(str(resources.files("cdnpoli"))) / "datapackage.json").version
    raise AttributeError(f"module 'cdnpoli' has no attribute {name!r}")
