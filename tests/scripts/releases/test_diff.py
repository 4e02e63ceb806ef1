"""The difference between two versions says what changed, all of it, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.tables import TABLES
from scripts.releases.diff import RowChange, as_text, difference
from scripts.releases.snapshots import Snapshot
from tests.scripts.releases.snapshots import Row, Rows, drop, of_rows, redeclared, row, snapshot, without_column


def test_a_version_does_not_differ_from_itself() -> None:
    assert difference(snapshot(), snapshot()) == []


def test_a_corrected_day_is_one_line() -> None:
    def edit(rows: Rows) -> None:
        row(rows, "people", person_id="john-a-macdonald")["died_on"] = None

    (line,) = difference(snapshot(), snapshot(edit))
    died = row({"people": snapshot().rows("people")}, "people", person_id="john-a-macdonald")["died_on"]
    assert line == RowChange("people", "john-a-macdonald", "changed", "died_on", died.isoformat(), None)


def test_a_row_with_a_key_of_several_columns_is_named_by_all_of_them() -> None:
    gone = snapshot().rows("person_names")[0]
    (line,) = difference(snapshot(), snapshot(lambda rows: rows["person_names"].pop(0)))
    assert line == RowChange("person_names", f"{gone['person_id']}/{gone['name']}/{gone['kind']}", "withdrawn")


def test_the_changes_of_a_release_are_no_part_of_the_difference() -> None:
    assert difference(snapshot(), snapshot(lambda rows: rows["row_changes"].clear())) == []


def piece(number: int, source_id: str, quote: str) -> Row:
    """A piece of evidence for one event."""
    return {"table": "events", "row_id": "an-event", "piece": number, "source_id": source_id, "quote": quote,
            "method": "extracted", "confidence": 0.9}  # fmt: skip


def evidence(*pieces: Row) -> Snapshot:
    """A version with just this evidence."""
    return of_rows({"evidence": list(pieces)})


def test_a_piece_of_evidence_between_two_others_moves_their_numbers_and_no_more() -> None:
    old = evidence(piece(1, "a", "first"), piece(2, "c", "third"), piece(3, "d", "fourth"))
    new = evidence(piece(1, "a", "first"), piece(2, "b", "second"), piece(3, "c", "third"), piece(4, "d", "fourth"))
    assert difference(old, new) == [
        RowChange("evidence", "events/an-event/3", "changed", "piece", "2", "3"),
        RowChange("evidence", "events/an-event/4", "changed", "piece", "3", "4"),
        RowChange("evidence", "events/an-event/2", "added"),
    ]


def test_a_piece_of_evidence_that_says_something_else_is_a_changed_column() -> None:
    (line,) = difference(evidence(piece(1, "a", "He left")), evidence(piece(1, "a", "She left")))
    assert line == RowChange("evidence", "events/an-event/1", "changed", "quote", "He left", "She left")


def test_two_pieces_of_evidence_that_are_the_same_are_counted() -> None:
    twice = evidence(piece(1, "a", "He left"), piece(2, "a", "He left"))
    assert difference(twice, evidence(piece(1, "a", "He left"))) == [
        RowChange("evidence", "events/an-event/2", "withdrawn")
    ]


def test_a_column_that_only_one_version_has_makes_no_line_for_every_row() -> None:
    assert difference(without_column(snapshot(), "people", "gender"), snapshot()) == []


def test_rows_under_another_key_are_not_compared() -> None:
    other = redeclared(snapshot(), lambda schemas: schemas["offices"].update(primaryKey=["person_id", "start"]))
    assert difference(snapshot(lambda rows: rows["offices"].clear()), other) == []


# Whatever changed: the old rows with the lines applied are the new rows.

PIECES = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["x", "y", "z"])), max_size=6)


def numbered(pieces: Sequence[tuple[str, str]]) -> Snapshot:
    return evidence(*(piece(number, *told) for number, told in enumerate(pieces, 1)))


def applied(old: Snapshot, lines: Sequence[RowChange], new: Snapshot) -> list[Row]:
    """The old evidence with the lines applied; only rows that were added are looked up in the new version."""
    rows = {it["piece"]: it for it in old.rows("evidence")}
    arrived: dict[int, Row] = {}
    left: set[int] = set()
    values: list[tuple[int, str, Any]] = []
    for line in lines:
        number = int(line.row_id.rsplit("/", 1)[1])
        if line.column == "piece":
            assert line.old is not None
            left.add(int(line.old))
            arrived[number] = rows[int(line.old)] | {"piece": number}
        elif line.change == "withdrawn":
            left.add(number)
        elif line.change == "added":
            arrived[number] = next(it for it in new.rows("evidence") if it["piece"] == number)
        else:
            assert line.column is not None and as_text(rows[number][line.column]) == line.old
            values.append((number, line.column, line.new))
    kept = {number: it for number, it in rows.items() if number not in left}
    assert not kept.keys() & arrived.keys()
    for number, column, value in values:
        kept[number] = kept[number] | {column: value}
    return [it for _, it in sorted((kept | arrived).items())]


@settings(max_examples=200, deadline=None)
@given(PIECES, PIECES)
def test_the_old_rows_with_the_lines_applied_are_the_new_rows(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    old, new = numbered(before), numbered(after)
    assert applied(old, difference(old, new), new) == new.rows("evidence")


def test_every_table_is_compared_but_the_changes_themselves() -> None:
    empty = of_rows({})
    found = {line.table for line in difference(empty, snapshot())}
    assert found == {name for name in TABLES if snapshot().rows(name)} - {"row_changes"}
    withdrawn = difference(snapshot(), empty)
    assert {line.change for line in withdrawn} == {"withdrawn"}
    assert len(withdrawn) == sum(len(snapshot().rows(name)) for name in found)


def test_lines_come_in_the_same_order_whatever_the_order_of_the_rows() -> None:
    def edit(rows: Rows) -> None:
        drop(rows, "person_names", **rows["person_names"][0])
        for table in rows.values():
            table.reverse()

    lines = difference(snapshot(lambda rows: rows["people"].clear()), snapshot(edit))
    straight = difference(
        snapshot(lambda rows: rows["people"].clear()), snapshot(lambda rows: rows["person_names"].pop(0))
    )
    assert lines == straight != []
