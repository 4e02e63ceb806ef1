"""From the models to what others read: Arrow schema, Table Schema (Frictionless), the data dictionary page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from schemas.base import Table
from schemas.fields import text_of
from schemas.tables import MODELS, keys_of, name_of, title_of
from schemas.vocabularies import TABLE_LISTS, VOCABULARIES

TABLE_SCHEMA_TYPES = {"string": "string", "date32[day]": "date", "int64": "integer", "double": "number"}
MISSING_VALUES = ["", "nan"]
"""`nan`: Frictionless reads Parquet through pandas, where an empty integer beside dates becomes a NaN."""


def arrow_schema(model: type[Table]) -> pa.Schema:
    """The Arrow schema of the published file: types, nullability, and each field's title and description as
    metadata."""
    table = name_of(model)
    fields = []
    for name, column in model.to_schema().columns.items():
        words = text_of(table, name)
        fields.append(
            pa.field(
                name,
                column.dtype.type.pyarrow_dtype,
                nullable=column.nullable,
                metadata={"title": words.title, "title_fr": words.title_fr, "description": words.description},
            )
        )
    return pa.schema(fields, metadata={"title": title_of(model), "description": describe(model)})


def table_schema(model: type[Table]) -> dict[str, Any]:
    """The Table Schema of the model, with keys and foreign keys.

    Raises NotImplementedError for a check that Table Schema cannot express, rather than losing it.
    """
    table, keys, fields = name_of(model), keys_of(model), []
    for check in model.to_schema().checks:
        raise NotImplementedError(f"{table}: the check {check.name} of whole rows has no Table Schema constraint")
    for name, column in model.to_schema().columns.items():
        words = text_of(table, name)
        field: dict[str, Any] = {
            "name": name,
            "type": TABLE_SCHEMA_TYPES[str(column.dtype.type.pyarrow_dtype)],
            "title": words.title,
            "title_fr": words.title_fr,
            "description": words.description,
        }
        if words.example is not None:
            field["example"] = words.example
        if constraints := _constraints(table, name, column):
            field["constraints"] = constraints
        if vocabulary := (column.metadata or {}).get("vocabulary"):
            field["terms"] = {
                term: {"label": entry.label, "label_fr": entry.label_fr, "description": entry.definition}
                for term, entry in VOCABULARIES[vocabulary].items()
            }
        fields.append(field)
    schema: dict[str, Any] = {
        "fields": fields,
        "primaryKey": list(keys.primary),
        "missingValues": MISSING_VALUES,
    }
    if keys.references:
        schema["foreignKeys"] = [
            {
                "fields": [reference.column],
                "reference": {
                    "resource": "" if reference.table == table else reference.table,
                    "fields": [reference.key],
                },
            }
            for reference in keys.references
        ]
    return schema


def _constraints(table: str, name: str, column: Any) -> dict[str, Any]:
    found: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.unique:
        found["unique"] = True
    for check in column.checks:
        statistics = check.statistics or {}
        if check.name == "isin":
            found["enum"] = list(statistics["allowed_values"])
        elif check.name == "str_matches" and re.fullmatch(r"\^.*\$", str(statistics["pattern"])):
            # Table Schema matches the whole value, so the anchors go; a pattern without them would come to mean more.
            found["pattern"] = str(statistics["pattern"])[1:-1]
        elif check.name == "greater_than_or_equal_to":
            found["minimum"] = statistics["min_value"]
        elif check.name == "less_than_or_equal_to":
            found["maximum"] = statistics["max_value"]
        elif check.name == "str_length" and statistics["max_value"] is None and statistics.get("exact_value") is None:
            found["minLength"] = statistics["min_value"]
        else:
            raise NotImplementedError(f"{table}.{name}: the check {check.name} has no Table Schema constraint")
    return found


def describe(model: type[Table]) -> str:
    """What one row of the table is, in a sentence: the model's docstring."""
    return inspect.cleandoc(model.__doc__ or "")


def data_dictionary() -> str:
    """The page docs/data-dictionary.md: every table, column and term, as Markdown."""
    return "\n".join(_dictionary_lines()) + "\n"


def _dictionary_lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield "Generated from `schemas/` by `python -m scripts.build`; change it there."
    yield ""
    yield "## Tables"
    yield ""
    for model in MODELS:
        table = name_of(model)
        yield f"- [`{table}`](#{table}): {describe(model)}"
    for model in MODELS:
        yield from _table_lines(model)
    yield ""
    yield "## Vocabularies"
    for name, terms in VOCABULARIES.items():
        if name in TABLE_LISTS:
            continue
        yield ""
        yield f"### {name}"
        yield ""
        yield "| term | label | en français | meaning |"
        yield "| --- | --- | --- | --- |"
        for term, entry in terms.items():
            yield f"| `{term}` | {entry.label} | {entry.label_fr} | {entry.definition} |"


def _table_lines(model: type[Table]) -> Iterator[str]:
    table, keys, schema = name_of(model), keys_of(model), model.to_schema()
    points_to = {reference.column: reference for reference in keys.references}
    yield ""
    yield f"## {table}"
    yield ""
    yield f"**{title_of(model)}.** {describe(model)}"
    yield ""
    yield "Key: " + ", ".join(f"`{column}`" for column in keys.primary)
    yield ""
    yield "| column | type | empty? | meaning | en français | example |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, column in schema.columns.items():
        words = text_of(table, name)
        kind = TABLE_SCHEMA_TYPES[str(column.dtype.type.pyarrow_dtype)]
        if name in points_to:
            kind = f"[{points_to[name].table}](#{points_to[name].table})"
        elif vocabulary := (column.metadata or {}).get("vocabulary"):
            kind = f"[{vocabulary}](#{vocabulary})" if vocabulary not in TABLE_LISTS else "a table's name"
        empty = "may be" if column.nullable else "never"
        example = f"`{words.example}`" if words.example else ""
        yield f"| `{name}` | {kind} | {empty} | {words.description} | {words.title_fr} | {example} |"
