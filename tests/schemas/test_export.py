"""What is generated from the models loses nothing: Table Schema, Arrow schema, data dictionary."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Resource, Schema
from pandera.typing.pandas import Series

from schemas.base import Table, Text, Whole, column, keys, text
from schemas.export import MISSING_VALUES, arrow_schema, data_dictionary, describe, table_schema
from schemas.fields import text_of
from schemas.tables import MODELS, TABLES, keys_of, name_of, title_of
from schemas.vocabularies import TABLE_LISTS, VOCABULARIES
from scripts.tables.publish import parquet_bytes
from tests.schemas import facts

BY_NAME = pytest.mark.parametrize("model", MODELS, ids=name_of)
DICTIONARY = Path(__file__).parents[2] / "docs" / "data-dictionary.md"

CONSTRAINT_OF = {
    "isin": "enum",
    "str_matches": "pattern",
    "str_length": "minLength",
    "greater_than_or_equal_to": "minimum",
    "less_than_or_equal_to": "maximum",
}


def fields(model: type[Table]) -> dict[str, dict[str, Any]]:
    """The fields of the model's Table Schema by name."""
    return {field["name"]: field for field in table_schema(model)["fields"]}


def complaints(model: type[Table], rows: list[facts.Row]) -> list[list[Any]]:
    """What stock Frictionless says against the rows: the type of each error and its column."""
    table_fields = table_schema(model)["fields"]
    header = [field["name"] for field in table_fields]
    cells = [["" if row.get(name) is None else str(row[name]) for name in header] for row in rows]
    # Keys of other tables are checked where all tables are together: see tests/scripts/test_publish.py.
    schema = Schema.from_descriptor({key: value for key, value in table_schema(model).items() if key != "foreignKeys"})
    found: list[list[Any]] = Resource(data=[header, *cells], schema=schema).validate().flatten(["type", "fieldName"])
    return found


# Table Schema


@BY_NAME
def test_frictionless_reads_the_table_schema(model: type[Table]) -> None:
    schema = Schema.from_descriptor(table_schema(model))
    assert schema.field_names == list(model.to_schema().columns)
    assert schema.primary_key == list(keys_of(model).primary)
    assert schema.missing_values == MISSING_VALUES


@BY_NAME
def test_frictionless_accepts_true_facts(model: type[Table]) -> None:
    assert complaints(model, facts.ROWS[name_of(model)]) == []


@BY_NAME
def test_every_check_of_a_column_is_a_constraint_of_its_field(model: type[Table]) -> None:
    for name, declared in model.to_schema().columns.items():
        expected = {CONSTRAINT_OF[check.name] for check in declared.checks}
        expected |= set() if declared.nullable else {"required"}
        expected |= {"unique"} if declared.unique else set()
        assert set(fields(model)[name].get("constraints", {})) == expected, name


@BY_NAME
def test_the_types_are_those_of_table_schema(model: type[Table]) -> None:
    arrow = {"string": "string", "date32[day]": "date", "int64": "integer", "double": "number"}
    for field in arrow_schema(model):
        assert fields(model)[field.name]["type"] == arrow[str(field.type)]


@pytest.mark.parametrize(
    ("table", "name", "constraint", "value"),
    [
        ("people", "gender", "enum", ["woman", "man", "nonbinary"]),
        ("people", "person_id", "pattern", "[a-z0-9]+(-[a-z0-9]+)*"),
        ("people", "person_id", "unique", True),
        ("people", "full_name", "required", True),
        ("people", "full_name", "minLength", 1),
        ("evidence", "piece", "minimum", 1),
        ("evidence", "confidence", "minimum", 0),
        ("evidence", "confidence", "maximum", 1),
    ],
)
def test_a_constraint_has_the_value_of_the_check(table: str, name: str, constraint: str, value: Any) -> None:
    assert fields(TABLES[table])[name]["constraints"][constraint] == value


@pytest.mark.parametrize(
    ("table", "name", "bad"),
    [
        ("people", "gender", "unknown"),
        ("people", "person_id", "Han Dong"),
        ("people", "full_name", None),
        ("people", "born_on", "1977"),
        ("parties", "color", "#D7192"),
        ("sources", "url", "www.cbc.ca"),
        ("evidence", "piece", 0),
        ("evidence", "confidence", 1.5),
        ("evidence", "confidence", -0.5),
    ],
)
def test_stock_frictionless_refuses_what_the_model_refuses(table: str, name: str, bad: Any) -> None:
    rows = [facts.ROWS[table][0] | {name: bad}]
    found = complaints(TABLES[table], rows)
    assert {field for _, field in found if field is not None} == {name}


def test_stock_frictionless_refuses_a_key_that_occurs_twice() -> None:
    rows = facts.ROWS["person_names"]
    assert [kind for kind, _ in complaints(TABLES["person_names"], [*rows, rows[0]])] == ["primary-key"]


@BY_NAME
def test_a_key_of_many_columns_is_the_one_that_the_model_holds_unique(model: type[Table]) -> None:
    """Table Schema has no other place for a joint key, so one that is not the primary key would be lost."""
    held = model.to_schema().unique
    assert held is None or list(held) == table_schema(model)["primaryKey"]


@BY_NAME
def test_foreign_keys_are_told(model: type[Table]) -> None:
    told = {
        (key["fields"][0], key["reference"]["resource"] or name_of(model), key["reference"]["fields"][0])
        for key in table_schema(model).get("foreignKeys", [])
    }
    assert told == {(reference.column, reference.table, reference.key) for reference in keys_of(model).references}


@BY_NAME
def test_terms_stand_in_the_table_schema_with_their_meaning(model: type[Table]) -> None:
    for name, declared in model.to_schema().columns.items():
        vocabulary = (declared.metadata or {}).get("vocabulary")
        if vocabulary is None:
            assert "terms" not in fields(model)[name]
            continue
        terms = fields(model)[name]["terms"]
        assert list(terms) == fields(model)[name]["constraints"]["enum"] == list(VOCABULARIES[vocabulary])
        assert {term: (told["label_fr"], told["description"]) for term, told in terms.items()} == {
            term: (entry.label_fr, entry.definition) for term, entry in VOCABULARIES[vocabulary].items()
        }


class BelowOne(Table):
    """A table with a check of another kind."""

    confidence: Series[Whole] = column(lt=1)

    class Config(Table.Config):
        name = "evidence"
        metadata = keys("confidence")


class Short(Table):
    """A table whose texts have a greatest length."""

    name: Series[Text] = column(str_length={"min_value": 1, "max_value": 9})

    class Config(Table.Config):
        name = "people"
        metadata = keys("name")


class Beginning(Table):
    """A table with a pattern that only the beginning of a value must match."""

    name: Series[Text] = column(str_matches="^Mc")

    class Config(Table.Config):
        name = "people"
        metadata = keys("name")


class Written(Table):
    """A table with a check of a column written out as a function."""

    name: Series[Text] = text()

    @pa.check("name")
    @classmethod
    def titled(cls, names: pd.Series[str]) -> pd.Series[bool]:
        return names.str.istitle()

    class Config(Table.Config):
        name = "people"
        metadata = keys("name")


class WholeRows(Table):
    """A table with a check of whole rows."""

    name: Series[Text] = text()
    full_name: Series[Text] = text()

    @pa.dataframe_check
    @classmethod
    def names_differ(cls, table: pd.DataFrame) -> pd.Series[bool]:
        return table["name"] != table["full_name"]

    class Config(Table.Config):
        name = "people"
        metadata = keys("name")


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (BelowOne, "evidence.confidence: the check less_than"),
        (Short, "people.name: the check str_length"),
        (Beginning, "people.name: the check str_matches"),
        (Written, "people.name: the check titled"),
        (WholeRows, "people: the check names_differ"),
    ],
)
def test_a_check_that_table_schema_cannot_say_stops_the_export(model: type[Table], said: str) -> None:
    with pytest.raises(NotImplementedError, match=re.escape(said)):
        table_schema(model)


class Undescribed(Table):
    """A table with a column that nobody described."""

    shoe_size: Series[Whole] = column()

    class Config(Table.Config):
        name = "people"
        metadata = keys("shoe_size")


@pytest.mark.parametrize("export", [table_schema, arrow_schema])
def test_a_column_without_title_and_description_stops_the_export(export: Any) -> None:
    with pytest.raises(KeyError, match="shoe_size"):
        export(Undescribed)


# Arrow schema


@BY_NAME
def test_parquet_keeps_types_titles_and_descriptions(model: type[Table]) -> None:
    declared = arrow_schema(model)
    read = pq.read_schema(io.BytesIO(parquet_bytes(facts.tables()[name_of(model)], declared)))
    assert read.names == declared.names
    for field in declared:
        stored = read.field(field.name)
        assert (stored.type, stored.nullable) == (field.type, field.nullable)
        words = text_of(name_of(model), field.name)
        assert stored.metadata[b"title"].decode() == words.title
        assert stored.metadata[b"title_fr"].decode() == words.title_fr
        assert stored.metadata[b"description"].decode() == words.description
    assert read.metadata == {b"title": title_of(model).encode(), b"description": describe(model).encode()}


@BY_NAME
def test_the_facts_come_back_from_parquet(model: type[Table]) -> None:
    table = facts.tables()[name_of(model)]
    read = pq.read_table(io.BytesIO(parquet_bytes(table, arrow_schema(model))))
    assert read.to_pylist() == facts.rows_of(table)


@BY_NAME
def test_a_column_that_may_not_be_empty_is_not_nullable(model: type[Table]) -> None:
    assert {field.name for field in arrow_schema(model) if not field.nullable} == {
        name for name, declared in model.to_schema().columns.items() if not declared.nullable
    }


# The data dictionary


def sections() -> dict[str, list[str]]:
    """The lines of the page by heading."""
    found: dict[str, list[str]] = {}
    for line in data_dictionary().splitlines():
        if line.startswith("#"):
            assert line.lstrip("# ") not in found, f"two sections are called {line}"
            found[line.lstrip("# ")] = []
        elif found:
            found[list(found)[-1]].append(line)
    return found


def _anchors() -> Iterator[str]:
    yield from re.findall(r"\]\(#([^)]+)\)", data_dictionary())


@BY_NAME
def test_the_data_dictionary_has_every_table_and_column(model: type[Table]) -> None:
    lines = sections()[name_of(model)]
    assert f"**{title_of(model)}.** {describe(model)}" in lines
    rows = [line for line in lines if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == list(model.to_schema().columns)
    for row, name in zip(rows, model.to_schema().columns, strict=True):
        words = text_of(name_of(model), name)
        assert words.description in row and words.title_fr in row
        assert ("| never |" in row) is not model.to_schema().columns[name].nullable


@pytest.mark.parametrize("vocabulary", [name for name in VOCABULARIES if name not in TABLE_LISTS])
def test_the_data_dictionary_has_every_term(vocabulary: str) -> None:
    rows = [line for line in sections()[vocabulary] if line.startswith("| `")]
    assert rows == [
        f"| `{term}` | {entry.label} | {entry.label_fr} | {entry.definition} |"
        for term, entry in VOCABULARIES[vocabulary].items()
    ]


def test_every_link_within_the_data_dictionary_leads_somewhere() -> None:
    anchors = set(_anchors())
    assert set(TABLES) <= anchors
    assert anchors <= set(sections())


def test_the_rows_of_a_markdown_table_have_as_many_cells_as_its_head() -> None:
    width = None
    for line in data_dictionary().splitlines():
        if not line.startswith("|"):
            width = None
            continue
        cells = line.count("|")
        width = width or cells
        assert cells == width, line


def test_the_committed_data_dictionary_is_the_generated_one() -> None:
    if not DICTIONARY.exists():
        pytest.skip("docs/data-dictionary.md is not built yet: run `make dataset`")
    assert DICTIONARY.read_text(encoding="utf-8") == data_dictionary()
