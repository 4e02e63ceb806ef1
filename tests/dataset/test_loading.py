"""What a user of `import cdnpoli` gets: tables, their meaning, the evidence for a row, and errors that help."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd
import pyarrow as pa
import pytest

import cdnpoli
from schemas.tables import TABLES
from tests.dataset import small

pytestmark = pytest.mark.usefixtures("installed_small")


def test_every_table_loads_with_the_columns_and_rows_of_its_file() -> None:
    for name in TABLES:
        frame = cdnpoli.load(name)
        assert list(frame.columns) == list(TABLES[name].to_schema().columns)
        assert len(frame) == len(small.ROWS.get(name, []))


def test_text_is_arrow_backed_and_an_empty_cell_is_na() -> None:
    people = cdnpoli.load("people").set_index("person_id")
    assert people["full_name"].dtype == pd.ArrowDtype(pa.string())
    assert people.loc["ann-smith", "gender"] is pd.NA
    assert cdnpoli.load("seats")["parliament"].dtype == pd.ArrowDtype(pa.int64())


def test_a_day_compares_with_a_string_and_resamples() -> None:
    people = cdnpoli.load("people").set_index("person_id")
    assert people.loc["marie-eve-tremblay", "born_on"] == pd.Timestamp("1970-01-02")
    assert people.loc["ann-smith", "born_on"] is pd.NaT
    early = people[people["born_on"].between("1970-01-01", "1970-12-31")]
    assert list(early.index) == ["marie-eve-tremblay"]
    assert early.resample("YE", on="born_on").size().to_dict() == {pd.Timestamp("1970-12-31"): 1}


def test_columns_are_picked_in_the_order_asked_for() -> None:
    assert list(cdnpoli.load("people", columns=["full_name", "person_id"]).columns) == ["full_name", "person_id"]


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ({"chamber": "Senate"}, {"s7"}),
        ({"province": ["Yukon", "Quebec"]}, {"s0", "s6", "s7"}),
        ({"parliament": 43}, {"s0"}),
        ({"parliament": "43"}, {"s0"}),
        ({"start": "2022-12-12"}, {"s5"}),
        ({"start": date(2022, 12, 12)}, {"s5"}),
        ({"parliament": None}, {"s7"}),
        ({"parliament": [None, 43]}, {"s0", "s7"}),
        ({"constituency": "Victoria", "province": "Nova Scotia", "end": None}, {"s5"}),
        ({"chamber": "House of Lords"}, set()),
    ],
)
def test_where_keeps_the_rows_with_these_values(where: dict[str, object], ids: set[str]) -> None:
    assert set(cdnpoli.load("seats", where=where)["seat_id"]) == ids


def test_a_column_that_only_chooses_rows_need_not_be_loaded() -> None:
    frame = cdnpoli.load("seats", columns=["seat_id"], where={"province": "Quebec"})
    assert frame.to_dict("list") == {"seat_id": ["s7"]}


def test_arrow_on_request() -> None:
    assert isinstance(cdnpoli.load("people", engine="arrow"), pa.Table)


def test_polars_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(cdnpoli.MissingExtra, match="pip install polars"):
        cdnpoli.load("people", engine="polars")


@pytest.mark.parametrize(
    ("call", "line"),
    [
        (lambda: cdnpoli.load("poeple"), "no table 'poeple'; did you mean people?"),
        (lambda: cdnpoli.describe("statment"), "no table 'statment'; did you mean statements?"),
        (
            lambda: cdnpoli.load("people", columns=["fullname"]),
            "no column 'fullname' in the table people; did you mean full_name",
        ),
        (lambda: cdnpoli.load("people", where={"gendre": "woman"}), "did you mean gender"),
        (lambda: cdnpoli.load("people", engine="spark"), "did you mean pandas, arrow or polars?"),  # type: ignore[call-overload]
        (lambda: cdnpoli.evidence("marie-eve-tremblay-2023-3-22"), "did you mean marie-eve-tremblay-2023-03-22"),
    ],
)
def test_an_unknown_name_is_answered_by_the_nearest_names(call: object, line: str) -> None:
    with pytest.raises(cdnpoli.UnknownName) as caught:
        call()  # type: ignore[operator]
    assert line in str(caught.value)
    assert isinstance(caught.value, KeyError)


def test_a_value_of_the_wrong_type_is_told_what_the_column_holds() -> None:
    with pytest.raises(cdnpoli.BadValue, match="'start' holds values like 2023-03-22, not 'soon'"):
        cdnpoli.load("seats", where={"start": "soon"})


def test_tables_lists_every_table_with_its_rows() -> None:
    listed = cdnpoli.tables().set_index("name")
    assert list(listed.index) == list(TABLES)
    assert listed.loc["seats", "rows"] == len(small.ROWS["seats"])
    assert all(listed["description"].str.len() > 0)


def test_describe_tells_types_keys_and_the_meaning_of_terms() -> None:
    told = cdnpoli.describe("caucus_changes").set_index("column")
    assert told.loc["change_id", "key"] == "primary"
    assert told.loc["from_party_id", "key"] == "parties.party_id"
    assert told.loc["date", "type"] == "date"
    assert told.loc["date", "required"]
    assert "expelled: " in told.loc["kind", "terms"]
    assert told.loc["reason", "terms"] is pd.NA


def test_evidence_gives_the_sources_and_words_behind_a_row_in_order() -> None:
    found = cdnpoli.evidence("marie-eve-tremblay-2023-03-22")
    assert list(found["publisher"]) == ["The Gazette", "Library of Parliament"]
    assert found.loc[0, "quote"].startswith("Tremblay told reporters")
    assert found.loc[0, "published_on"] == pd.Timestamp("2023-03-23")
    assert found.loc[1, "url"] is pd.NA


def test_an_id_that_was_merged_leads_to_the_row_that_stands_for_it() -> None:
    assert cdnpoli.resolve("m-tremblay-2023-03") == "marie-eve-tremblay-2023-03-22"
    assert len(cdnpoli.evidence("m-tremblay-2023-03")) == 2


def test_an_id_that_was_withdrawn_says_why() -> None:
    with pytest.raises(cdnpoli.UnknownName, match=r"withdrawn in release 1\.2\.0: it did not happen"):
        cdnpoli.evidence("2020-01-01-appointment-nobody")


def test_a_row_without_evidence_has_an_empty_answer_not_an_error() -> None:
    assert len(cdnpoli.evidence("s6")) == 0


def test_importing_loads_neither_pandas_nor_arrow() -> None:
    code = "import sys, cdnpoli; print([m for m in ('pandas', 'pyarrow', 'datasette', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
