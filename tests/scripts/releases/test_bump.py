"""The version that a change asks for: one test for each line of the rules in docs/versioning.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

from scripts.releases.bump import required_bump
from scripts.releases.snapshots import Snapshot
from scripts.releases.versions import Bump
from tests.scripts.releases.snapshots import Rows, redeclared, row, snapshot, without_column, without_table

NOW = snapshot()


def field(schemas: dict[str, Any], table: str, column: str) -> dict[str, Any]:
    """What the descriptor says of a column, to be changed in place."""
    (found,) = (field for field in schemas[table]["fields"] if field["name"] == column)
    result: dict[str, Any] = found
    return result


def retyped(table: str, column: str, kind: pa.DataType) -> Snapshot:
    """The facts with another Arrow type for a column, where the descriptor says the same."""
    rows = NOW.tables[table]
    at = rows.column_names.index(column)
    return Snapshot(NOW.descriptor, {**NOW.tables, table: rows.set_column(at, column, rows[column].cast(kind))})


def with_terms(table: str, column: str, change: Callable[[list[str]], list[str]]) -> Snapshot:
    """The facts with other terms allowed in a column."""

    def edit(schemas: dict[str, Any]) -> None:
        constraints = field(schemas, table, column)["constraints"]
        constraints["enum"] = change(constraints["enum"])

    return redeclared(NOW, edit)


def without_references(table: str) -> Snapshot:
    return redeclared(NOW, lambda schemas: schemas[table].pop("foreignKeys"))


def limited(table: str, column: str, **limits: Any) -> Snapshot:
    return redeclared(NOW, lambda schemas: field(schemas, table, column).setdefault("constraints", {}).update(limits))


def another_person(rows: Rows) -> None:
    """The id of a person is given to somebody else."""
    row(rows, "people", person_id="han-dong").update(full_name="Hans Dunn", family_name="Dunn", born_on=None)


MAJOR = {
    "a table that is gone": (without_table(NOW, "coverage"), "the table coverage is gone"),
    "a column that is gone": (without_column(NOW, "people", "gender"), "the column people.gender is gone"),
    "a column of another type": (retyped("seats", "parliament", pa.int32()), "was int64 and is int32"),
    "another key": (
        redeclared(NOW, lambda schemas: schemas["conflicts"].update(primaryKey=["row_id", "column"])),
        "the key of conflicts was table, row_id, column, other_source_id and is row_id, column",
    ),
    "a column that points nowhere now": (without_references("offices"), "no longer points to people.person_id"),
    "a term that is gone": (
        with_terms("caucus_changes", "kind", lambda terms: terms[1:]),
        "the term resigned of caucus_changes.kind is gone",
    ),
    "an id given to another person": (snapshot(another_person), "han-dong of people names something else"),
    "an id given to another person's office": (
        snapshot(lambda rows: rows["offices"][0].update(person_id="leona-alleslev")),
        "of offices names something else",
    ),
}
MINOR = {
    "a table more": (without_table(NOW, "coverage"), NOW, "the table coverage is new"),
    "a column more": (without_column(NOW, "people", "gender"), NOW, "the column people.gender is new"),
    "a term more": (
        with_terms("caucus_changes", "kind", lambda terms: terms[1:]),
        NOW,
        "the term resigned of caucus_changes.kind is new",
    ),
    "a reference more": (without_references("offices"), NOW, "now points to people.person_id"),
    "terms no longer limited": (
        NOW,
        redeclared(NOW, lambda schemas: field(schemas, "people", "gender").pop("constraints")),
        "people.gender is no longer limited to a list",
    ),
    "another limit": (NOW, limited("seats", "parliament", minimum=2), "what seats.parliament may hold has changed"),
    "a row added": (snapshot(lambda rows: rows["offices"].pop(0)), NOW, "rows of offices: 1 added"),
    "a row withdrawn": (NOW, snapshot(lambda rows: rows["offices"].pop(0)), "rows of offices: 1 withdrawn"),
    "a row changed": (
        NOW,
        snapshot(lambda rows: row(rows, "people", person_id="han-dong").update(full_name="Han G. Dong")),
        "rows of people: 1 changed",
    ),
}


@pytest.mark.parametrize(("new", "reason"), MAJOR.values(), ids=MAJOR)
def test_what_breaks_a_users_program_is_major(new: Snapshot, reason: str) -> None:
    bump, reasons = required_bump(NOW, new)
    assert bump is Bump.MAJOR
    assert any(reason in told for told in reasons), reasons


@pytest.mark.parametrize(("old", "new", "reason"), MINOR.values(), ids=MINOR)
def test_more_or_other_rows_and_what_is_new_are_minor(old: Snapshot, new: Snapshot, reason: str) -> None:
    bump, reasons = required_bump(old, new)
    assert bump is Bump.MINOR
    assert any(reason in told for told in reasons), reasons


def test_nothing_at_all_is_a_patch_and_says_so() -> None:
    assert required_bump(NOW, snapshot()) == (Bump.PATCH, ("no table, column, key, term or row differs",))


def test_other_words_about_a_column_are_a_patch() -> None:
    described = redeclared(NOW, lambda schemas: field(schemas, "people", "gender").update(description="Other words."))
    assert required_bump(NOW, described)[0] is Bump.PATCH


def test_a_break_is_not_hidden_by_rows_that_were_added() -> None:
    fewer = without_column(snapshot(lambda rows: rows["offices"].pop(0)), "people", "gender")
    bump, reasons = required_bump(NOW, fewer)
    assert bump is Bump.MAJOR and reasons == ("the column people.gender is gone",)


def test_a_column_that_is_renamed_is_gone() -> None:
    def edit(schemas: dict[str, Any]) -> None:
        field(schemas, "people", "gender")["name"] = "sex"

    renamed = redeclared(NOW, edit)
    columns = ["sex" if name == "gender" else name for name in NOW.tables["people"].column_names]
    tables = {**NOW.tables, "people": NOW.tables["people"].rename_columns(columns)}
    assert required_bump(NOW, Snapshot(renamed.descriptor, tables))[0] is Bump.MAJOR


def test_a_row_that_moves_with_a_merged_person_names_the_same_thing() -> None:
    def edit(rows: Rows) -> None:
        old = rows["offices"][0]["person_id"]
        for table in rows.values():
            for line in table:
                for column in ("person_id", "speaker_id", "row_id"):
                    if line.get(column) == old:
                        line[column] = "the-same-person"
        redirect = {"table": "people", "old_id": old, "new_id": "the-same-person", "reason": "x", "release": "1.1.0"}
        rows["redirects"].append(redirect)

    bump, reasons = required_bump(NOW, snapshot(edit))
    assert bump is Bump.MINOR, reasons


def test_a_person_whose_name_alone_was_corrected_is_the_same_person() -> None:
    corrected = snapshot(lambda rows: row(rows, "people", person_id="john-a-macdonald").update(full_name="Sir John"))
    assert required_bump(NOW, corrected)[0] is Bump.MINOR


def test_a_withdrawn_row_is_minor_whatever_table_it_is_of() -> None:
    for table in ("quotations", "evidence", "coverage"):
        gone = snapshot(lambda rows, table=table: rows[table].pop(0))
        assert required_bump(NOW, gone)[0] is Bump.MINOR
