"""Validation: the models and the rules between tables, said in one line a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
import pandera.pandas as pa

from schemas.rules import check_all
from schemas.tables import TABLES, keys_of


def problems(tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> list[str]:
    """Every breach of a model or rule; empty when the tables may be published."""
    broken = [line for name in TABLES for line in _model_problems(name, tables[name])]
    return broken or [str(breach) for breach in check_all(tables, texts)]


def _model_problems(name: str, table: pd.DataFrame) -> Iterator[str]:
    try:
        TABLES[name].validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        key = keys_of(TABLES[name]).primary[0]
        for case in error.failure_cases.to_dict("records"):
            index = case["index"]
            row = "the table" if index is None or pd.isna(index) else table[key].iloc[int(index)]
            yield f"{name}: {row}: {case['column']}: {case['check']}: {case['failure_case']!r}"
