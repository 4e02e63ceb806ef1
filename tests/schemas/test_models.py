"""The models: what each table refuses, and what each column says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as pw
import pytest

from schemas.base import SLUG, Table
from schemas.fields import FIELDS, OVERRIDES, text_of
from schemas.tables import MODELS, TABLES, keys_of, name_of, title_of
from tests.schemas import facts

BY_NAME = pytest.mark.parametrize("model", MODELS, ids=name_of)

DAY = pd.ArrowDtype(pw.date32())
TEXT = pd.ArrowDtype(pw.string())


def refusals(model: type[Table], table: pd.DataFrame) -> set[str]:
    """What the model refuses of the table: "column: check" for each; empty when it accepts it."""
    try:
        model.validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        return {f"{case['column']}: {case['check']}" for case in error.failure_cases.to_dict("records")}
    return set()


def refused_columns(model: type[Table], table: pd.DataFrame) -> set[str]:
    return {refusal.partition(":")[0] for refusal in refusals(model, table)}


def with_value(model: type[Table], column: str, value: Any) -> pd.DataFrame:
    """The first row of the table's true facts with one value replaced."""
    return facts.frame(model, [facts.ROWS[name_of(model)][0] | {column: value}])


def columns(*, of: pd.ArrowDtype | None = None, pattern: str | None = None, terms: bool = False) -> list[Any]:
    """Every column of every model, or those of a type, with a pattern, or with a vocabulary."""
    found = []
    for model in MODELS:
        for name, column in model.to_schema().columns.items():
            patterns = [str(check.statistics["pattern"]) for check in column.checks if check.name == "str_matches"]
            if (
                (of is None or column.dtype.type == of)
                and (pattern is None or pattern in patterns)
                and (not terms or column.metadata)
            ):
                found.append(pytest.param(model, name, id=f"{name_of(model)}.{name}"))
    return found


@BY_NAME
def test_true_facts_are_accepted_as_they_are(model: type[Table]) -> None:
    table = facts.tables()[name_of(model)]
    assert len(table) > 0
    pd.testing.assert_frame_equal(model.validate(table, lazy=True), table)


@BY_NAME
def test_a_table_without_rows_is_accepted(model: type[Table]) -> None:
    assert refusals(model, facts.frame(model, [])) == set()


@pytest.mark.parametrize(("model", "column"), columns(terms=True))
def test_a_word_outside_the_vocabulary_is_refused(model: type[Table], column: str) -> None:
    assert refused_columns(model, with_value(model, column, "no_such_term")) == {column}


@pytest.mark.parametrize(("model", "column"), columns(of=TEXT))
def test_an_empty_text_is_refused_where_words_may_stand(model: type[Table], column: str) -> None:
    assert refused_columns(model, with_value(model, column, "")) == {column}


@pytest.mark.parametrize(("model", "column"), columns())
def test_a_value_may_be_missing_only_where_the_model_says_so(model: type[Table], column: str) -> None:
    expected = set() if model.to_schema().columns[column].nullable else {column}
    assert refused_columns(model, with_value(model, column, None)) == expected


@BY_NAME
def test_a_missing_column_is_refused(model: type[Table]) -> None:
    table = facts.tables()[name_of(model)]
    for column in table.columns:
        assert refusals(model, table.drop(columns=column)) != set(), column


@BY_NAME
def test_an_extra_column_is_refused(model: type[Table]) -> None:
    table = facts.tables()[name_of(model)].assign(notes="ours")
    assert any("column_in_schema" in refusal for refusal in refusals(model, table))


@BY_NAME
def test_columns_in_another_order_are_refused(model: type[Table]) -> None:
    table = facts.tables()[name_of(model)]
    assert any("column_ordered" in refusal for refusal in refusals(model, table[table.columns[::-1]]))


@BY_NAME
def test_two_rows_with_one_key_are_refused(model: type[Table]) -> None:
    rows = facts.ROWS[name_of(model)]
    found = refusals(model, facts.frame(model, [*rows, rows[0]]))
    assert found and all("unique" in refusal for refusal in found)


@pytest.mark.parametrize(
    "bad", ["Han-Dong", "han_dong", "han dong", "han--dong", "-han-dong", "han-dong-", "éloi-fortin", "han-dong\n"]
)
@pytest.mark.parametrize(("model", "column"), columns(pattern=SLUG))
def test_an_id_that_is_not_a_slug_is_refused(model: type[Table], column: str, bad: str) -> None:
    assert refused_columns(model, with_value(model, column, bad)) == {column}


def test_every_table_named_by_one_id_takes_slugs_for_it() -> None:
    slugs = {(param.values[0], param.values[1]) for param in columns(pattern=SLUG)}
    own = {(model, keys_of(model).primary[0]) for model in MODELS if len(keys_of(model).primary) == 1}
    assert slugs == own


@pytest.mark.parametrize(
    ("table", "column", "bad"),
    [
        ("sources", "url", "www.cbc.ca/news"),
        ("sources", "url", "ftp://cbc.ca/news"),
        ("sources", "url", "https://www.cbc.ca/a story"),
        ("sources", "url", "https://"),
        ("sources", "text_sha256", "5c1f"),
        ("sources", "text_sha256", "A" * 64),
        ("sources", "text_sha256", "0" * 65),
        ("parties", "color", "red"),
        ("parties", "color", "#d7192"),
        ("parties", "color", "#d71920ff"),
        ("seats", "parliament", 0),
        ("event_participants", "participant", 0),
        ("statements", "utterance", 0),
        ("statements", "start", -1),
        ("statements", "end", 0),
        ("evidence", "piece", 0),
        ("evidence", "start", -1),
        ("evidence", "confidence", 1.01),
        ("evidence", "confidence", -0.01),
        ("redirects", "release", "1.0"),
        ("redirects", "release", "v1.0.0"),
    ],
)
def test_an_ill_formed_value_is_refused(table: str, column: str, bad: Any) -> None:
    assert refused_columns(TABLES[table], with_value(TABLES[table], column, bad)) == {column}


@pytest.mark.parametrize(
    ("table", "column", "good"),
    [
        ("parties", "color", "#d71920"),
        ("sources", "url", "http://www.biographi.ca/en/bio/macdonald_john_alexander_12E.html"),
        ("evidence", "confidence", 0.0),
        ("evidence", "confidence", 1.0),
        ("statements", "start", 0),
        ("redirects", "release", "10.20.30"),
    ],
)
def test_a_value_at_the_edge_is_accepted(table: str, column: str, good: Any) -> None:
    assert refusals(TABLES[table], with_value(TABLES[table], column, good)) == set()


@pytest.mark.parametrize(("model", "column"), columns(of=DAY))
def test_dates_stay_dates(model: type[Table], column: str) -> None:
    table = model.validate(with_value(model, column, date(2023, 3, 22)), lazy=True)
    assert table[column].dtype == DAY
    assert table[column][0] == date(2023, 3, 22)


def test_plain_dates_and_numbers_become_those_of_arrow() -> None:
    columns_of = list(TABLES["seats"].to_schema().columns)
    plain = pd.DataFrame([{name: row.get(name) for name in columns_of} for row in facts.ROWS["seats"]], dtype=object)
    table = TABLES["seats"].validate(plain, lazy=True)
    pd.testing.assert_frame_equal(table, facts.tables()["seats"])


def test_words_that_are_no_date_are_refused() -> None:
    table = facts.tables()["seats"].astype({"start": TEXT}).assign(start="last fall")
    assert "start" in refused_columns(TABLES["seats"], table)


@BY_NAME
def test_a_table_says_what_one_row_is(model: type[Table]) -> None:
    said = model.__doc__ or ""
    assert said[:1].isupper() and said.endswith(".")
    assert "\n" not in said and "|" not in said


def test_every_table_has_a_title_of_its_own() -> None:
    titles = [title_of(model) for model in MODELS]
    assert all(title == title.strip() and title[:1].isupper() for title in titles)
    assert len(set(titles)) == len(titles)


@BY_NAME
def test_key_columns_are_columns_that_are_never_empty(model: type[Table]) -> None:
    columns_of = model.to_schema().columns
    for column in keys_of(model).primary:
        assert not columns_of[column].nullable


@BY_NAME
def test_a_foreign_key_points_back_to_the_whole_key_of_an_earlier_table(model: type[Table]) -> None:
    order = [name_of(other) for other in MODELS]
    for reference in keys_of(model).references:
        target = TABLES[reference.table]
        assert order.index(reference.table) <= order.index(name_of(model))
        assert keys_of(target).primary == (reference.key,)
        assert model.to_schema().columns[reference.column].dtype == target.to_schema().columns[reference.key].dtype


@BY_NAME
def test_the_label_of_a_row_is_one_of_its_columns(model: type[Table]) -> None:
    label = keys_of(model).label
    assert label is None or label in model.to_schema().columns


def test_what_others_point_to_has_a_label() -> None:
    for name in {reference.table for model in MODELS for reference in keys_of(model).references}:
        assert keys_of(TABLES[name]).label is not None, name


@pytest.mark.parametrize(("model", "column"), columns())
def test_a_column_is_told_in_both_languages(model: type[Table], column: str) -> None:
    words = text_of(name_of(model), column)
    for said in (words.title, words.title_fr, words.description):
        assert said == said.strip() != ""
        assert "\n" not in said and "|" not in said
    assert words.description.endswith(".")


def _example(model: type[Table], column: str) -> Any:
    example = text_of(name_of(model), column).example
    kind = model.to_schema().columns[column].dtype.type
    if example is None or kind == TEXT:
        return example
    return date.fromisoformat(example) if kind == DAY else float(example)


@pytest.mark.parametrize(
    ("model", "column"), [param for param in columns() if text_of(name_of(param.values[0]), param.values[1]).example]
)
def test_the_example_of_a_column_is_a_value_that_it_takes(model: type[Table], column: str) -> None:
    assert refused_columns(model, with_value(model, column, _example(model, column))) == set()


def test_no_field_is_told_that_no_table_has() -> None:
    from_dictionary = {
        name for model in MODELS for name in model.to_schema().columns if (name_of(model), name) not in OVERRIDES
    }
    assert set(FIELDS) - from_dictionary == set()


def test_no_override_is_of_a_column_that_is_not_there() -> None:
    there = {(name_of(model), name) for model in MODELS for name in model.to_schema().columns}
    assert set(OVERRIDES) - there == set()


def test_an_override_says_something_else_than_the_dictionary() -> None:
    assert [where for where, words in OVERRIDES.items() if words == FIELDS.get(where[1])] == []


def test_a_column_that_nobody_describes_is_an_error() -> None:
    with pytest.raises(KeyError):
        text_of("people", "shoe_size")
