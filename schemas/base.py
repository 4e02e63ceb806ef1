"""What the models share: Arrow-backed types, the `column` declaration, keys.

A model is the one declaration of its table. Everything else (Table Schema, Arrow schema, data dictionary, SQLite) is
generated from it by `schemas.export`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as pw
from pandera.api.pandas.model_config import BaseConfig

from schemas.vocabularies import VOCABULARIES

Text = Annotated[pd.ArrowDtype, pw.string()]
Day = Annotated[pd.ArrowDtype, pw.date32()]
Whole = Annotated[pd.ArrowDtype, pw.int64()]
Real = Annotated[pd.ArrowDtype, pw.float64()]

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""A readable id: lower-case ASCII words joined by single hyphens."""


@dataclass(frozen=True)
class Reference:
    """A foreign key: `column` holds a key of `table` (or is empty)."""

    column: str
    table: str
    key: str


def column(*, terms: str | None = None, **checks: Any) -> Any:
    """A column of a table. `terms` names the vocabulary it takes its values from; the rest goes to pandera's
    `Field`."""
    if terms is not None:
        checks["isin"] = list(VOCABULARIES[terms])
        checks["metadata"] = {"vocabulary": terms}
    return pa.Field(**checks)


def text(**checks: Any) -> Any:
    """A column of words: if there, not empty."""
    return column(str_length={"min_value": 1}, **checks)


class Table(pa.DataFrameModel):
    """What all tables have in common: exactly these columns, in this order, of these types."""

    class Config(BaseConfig):
        strict = True
        ordered = True
        coerce = True


def keys(*primary: str, references: tuple[Reference, ...] = (), label: str | None = None) -> dict[str, Any]:
    """The metadata of a model: its primary key, its foreign keys, and the column that stands for a row to people."""
    return {"primary_key": primary, "references": references, "label": label}
