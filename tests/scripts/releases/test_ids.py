"""Ids hold: what is gone must be redirected or withdrawn, with a reason, in the release that does it."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.releases.ids import broken_ids, present_id, redirects_of
from scripts.releases.snapshots import Snapshot
from scripts.releases.versions import Version
from tests.schemas.facts import CHANGE_OF_DONG, CTV, SAID
from tests.scripts.releases.snapshots import Rows, drop, row, snapshot

NEXT = Version(1, 1, 0)


def told(new: Snapshot, old: Snapshot | None = None) -> list[str]:
    """What is wrong with the ids of `new`, as it is printed."""
    return [str(broken) for broken in broken_ids(old or snapshot(), new, NEXT)]


def redirect(rows: Rows, table: str, old_id: str, new_id: str | None, release: str = "1.1.0") -> None:
    line: dict[str, Any] = {"table": table, "old_id": old_id, "new_id": new_id, "reason": "a test", "release": release}
    rows["redirects"].append(line)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("sources", "source_id"),
        ("people", "person_id"),
        ("parties", "party_id"),
        ("seats", "seat_id"),
        ("offices", "office_id"),
        ("events", "event_id"),
        ("caucus_changes", "change_id"),
        ("statements", "statement_id"),
    ],
)
def test_an_id_that_is_gone_is_named_with_the_line_to_enter(table: str, column: str) -> None:
    gone = snapshot().rows(table)[0][column]
    (line,) = told(snapshot(lambda rows: rows[table].pop(0)))
    assert line.startswith(f"{table}/{gone} is in the last release and is gone")
    assert f"{table},{gone},,THE REASON,1.1.0" in line


@pytest.mark.parametrize("new_id", ["leona-alleslev-2018-09-17", None], ids=["merged", "withdrawn"])
def test_an_id_that_is_redirected_or_withdrawn_holds(new_id: str | None) -> None:
    def edit(rows: Rows) -> None:
        drop(rows, "caucus_changes", change_id=CHANGE_OF_DONG)
        redirect(rows, "caucus_changes", CHANGE_OF_DONG, new_id)

    assert told(snapshot(edit)) == []


def test_a_redirect_of_another_table_does_not_speak_for_the_id() -> None:
    def edit(rows: Rows) -> None:
        drop(rows, "statements", statement_id=SAID)
        redirect(rows, "events", rows["events"].pop()["event_id"], None)

    (line,) = told(snapshot(edit))
    assert line.startswith(f"statements/{SAID} ")


def test_a_source_that_is_read_as_an_article_now_is_found_by_its_address() -> None:
    def edit(rows: Rows) -> None:
        row(rows, "sources", source_id=CTV)["source_id"] = "ctv-news-other-id"

    (line,) = told(snapshot(edit))
    assert f"sources,{CTV},ctv-news-other-id,THE REASON,1.1.0" in line


def test_what_was_redirected_once_stays_so() -> None:
    (line,) = told(snapshot(lambda rows: rows["redirects"].clear()))
    assert line.startswith("caucus_changes/leona-alleslev-2018-09 ") and "must stay so" in line


def test_a_redirect_of_an_id_that_no_release_had_is_refused() -> None:
    (line,) = told(snapshot(lambda rows: redirect(rows, "people", "nobody-at-all", None)))
    assert line.startswith("people/nobody-at-all ") and "has no such id" in line


def test_a_redirect_dated_to_another_release_is_refused() -> None:
    def edit(rows: Rows) -> None:
        rows["offices"].pop(0)
        redirect(rows, "offices", snapshot().rows("offices")[0]["office_id"], None, release="1.0.1")

    (line,) = told(snapshot(edit))
    assert "is redirected as of 1.0.1, but this release is 1.1.0" in line


def test_a_redirect_is_followed_to_its_end() -> None:
    def edit(rows: Rows) -> None:
        redirect(rows, "people", "a", "b")
        redirect(rows, "people", "b", "han-dong")
        redirect(rows, "people", "c", None)

    redirects = redirects_of(snapshot(edit))
    assert [present_id(redirects, "people", it) for it in ("a", "c", "han-dong")] == ["han-dong", None, "han-dong"]
    assert present_id(redirects, "parties", "a") == "a"
