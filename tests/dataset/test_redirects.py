"""An id of an earlier release still leads somewhere: to the row that stands for it, or to the reason why none does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cdnpoli
from cdnpoli import cli, rows
from cdnpoli.errors import DamagedData
from cdnpoli.redirects import followed, id_columns
from cdnpoli.store import Store
from schemas.export import arrow_schema
from schemas.tables import TABLES

TREMBLAY = "marie-eve-tremblay"


def test_an_id_of_this_release_is_itself(small_store: Store) -> None:
    assert rows.resolve(small_store, TREMBLAY) == TREMBLAY


def test_an_id_merged_twice_leads_to_the_end(small_store: Store) -> None:
    assert rows.resolve(small_store, "marie-tremblay-cote") == TREMBLAY


def test_a_withdrawn_id_says_of_what_when_and_why(small_store: Store) -> None:
    with pytest.raises(cdnpoli.WithdrawnId) as raised:
        rows.resolve(small_store, "2020-01-01-appointment-nobody")
    error = raised.value
    assert (error.table, error.release, error.reason) == ("events", "1.2.0", "it did not happen")
    assert "2020-01-01-appointment-nobody" in str(error) and "\n" not in str(error)


def test_an_id_that_never_was_is_unknown_with_the_nearest(small_store: Store) -> None:
    with pytest.raises(cdnpoli.UnknownName, match=TREMBLAY) as raised:
        rows.resolve(small_store, "marie-eve-tremblai")
    assert not isinstance(raised.value, cdnpoli.WithdrawnId)


def test_an_old_id_of_one_table_is_not_followed_in_another(small_store: Store) -> None:
    assert followed(small_store, "marie-tremblay", "people") == TREMBLAY
    assert followed(small_store, "marie-tremblay", "parties") == "marie-tremblay"


def with_redirects(folder: Path, small_folder: Path, redirects: list[dict[str, Any]]) -> Store:
    """The small House with other redirects."""
    shutil.copytree(small_folder, folder)
    pq.write_table(
        pa.Table.from_pylist(redirects, arrow_schema(TABLES["redirects"])), folder / "tables" / "redirects.parquet"
    )
    return Store(folder)


def test_redirects_in_a_circle_are_damage_and_no_endless_loop(tmp_path: Path, small_folder: Path) -> None:
    step = {"table": "people", "reason": "a test", "release": "1.2.0"}
    circle = [step | {"old_id": "a", "new_id": "b"}, step | {"old_id": "b", "new_id": "a"}]
    with pytest.raises(DamagedData, match="circle"):
        followed(with_redirects(tmp_path / "package", small_folder, circle), "a")


@pytest.mark.usefixtures("installed_small")
def test_asking_with_an_old_id_gives_the_rows_that_stand_for_it() -> None:
    asked = {"person_id": "marie-tremblay-cote"}
    assert len(cdnpoli.load("seats", where=asked)) == 0
    found = cdnpoli.load("seats", where=asked, follow_redirects=True)
    assert set(found["person_id"]) == {TREMBLAY} and len(found) == len(
        cdnpoli.load("seats", where={"person_id": TREMBLAY})
    )


@pytest.mark.usefixtures("installed_small")
def test_a_list_of_ids_and_other_conditions_are_understood() -> None:
    found = cdnpoli.load(
        "seats",
        where={"person_id": ["marie-tremblay", "ann-smith"], "chamber": "House of Commons", "end": None},
        columns=["person_id"],
        follow_redirects=True,
    )
    assert list(found.columns) == ["person_id"]
    assert sorted(found["person_id"]) == ["ann-smith", TREMBLAY]


@pytest.mark.usefixtures("installed_small")
def test_the_evidence_for_a_row_is_found_by_its_old_id() -> None:
    asked = {"table": "caucus_changes", "row_id": "m-tremblay-2023-03"}
    assert len(cdnpoli.load("evidence", where=asked, follow_redirects=True)) == 2


@pytest.mark.usefixtures("installed_small")
def test_asking_with_a_withdrawn_id_says_why_there_is_nothing() -> None:
    with pytest.raises(cdnpoli.WithdrawnId, match="it did not happen"):
        cdnpoli.load("events", where={"event_id": "2020-01-01-appointment-nobody"}, follow_redirects=True)


@pytest.mark.usefixtures("installed_small")
def test_old_ids_in_the_answer_become_those_of_today_and_withdrawn_ones_stay() -> None:
    plain = cdnpoli.load("row_changes")
    assert list(plain["row_id"]) == ["marie-tremblay", "2020-01-01-appointment-nobody"]
    today = cdnpoli.load("row_changes", follow_redirects=True)
    assert list(today["row_id"]) == [TREMBLAY, "2020-01-01-appointment-nobody"]
    assert today.drop(columns="row_id").equals(plain.drop(columns="row_id"))


@pytest.mark.usefixtures("installed_small")
def test_the_redirects_themselves_keep_their_old_ids() -> None:
    assert cdnpoli.load("redirects", follow_redirects=True).equals(cdnpoli.load("redirects"))


@pytest.mark.usefixtures("installed_small")
@pytest.mark.parametrize("engine", ["pandas", "arrow"])
def test_nothing_else_of_a_table_changes(engine: Any) -> None:
    for name in TABLES:
        if name != "row_changes":
            plain = cdnpoli.load(name, engine=engine)
            assert cdnpoli.load(name, engine=engine, follow_redirects=True).equals(plain)


def test_the_columns_that_hold_ids_are_the_key_and_the_references(small_store: Store) -> None:
    seats = id_columns(small_store.resource_of("seats"))
    assert seats["seat_id"] == "seats" and seats["person_id"] == "people" and seats["elected_as"] == "parties"
    assert "constituency" not in seats
    assert id_columns(small_store.resource_of("redirects")) == {}


def test_the_command_resolves_an_id(small_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["resolve", "marie-tremblay-cote"], small_store) == 0
    assert capsys.readouterr().out == f"{TREMBLAY}\n"
    assert cli.main(["resolve", "2020-01-01-appointment-nobody"], small_store) == 2
    assert "it did not happen" in capsys.readouterr().err


def test_a_package_from_before_there_were_redirects_has_its_ids(tmp_path: Path, small_folder: Path) -> None:
    shutil.copytree(small_folder, tmp_path / "package")
    path = tmp_path / "package" / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"] = [it for it in descriptor["resources"] if it["name"] != "redirects"]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert rows.resolve(Store(tmp_path / "package"), TREMBLAY) == TREMBLAY
