"""`verify` sees what is wrong with installed tables, and says where. Each kind of damage is done and looked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from cdnpoli.checking import verify
from cdnpoli.errors import DamagedData
from cdnpoli.store import Store
from schemas.tables import TABLES
from tests.dataset import small


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small House that may be damaged."""
    return Path(shutil.copytree(small_folder, tmp_path / "package"))


def rewrite(folder: Path, table: str, change: Callable[[pa.Table], pa.Table]) -> None:
    """Replace the file of `table` by what `change` makes of it."""
    path = folder / "tables" / f"{table}.parquet"
    pq.write_table(change(pq.read_table(path)), path)


def problems(folder: Path) -> list[str]:
    """What is found wrong."""
    return [str(problem) for problem in verify(Store(folder)).problems]


def test_untouched_tables_are_in_order(folder: Path) -> None:
    found = verify(Store(folder))
    assert found.ok
    assert "agree with the descriptor" in str(found)
    assert found.tables == len(TABLES)
    assert found.rows == sum(map(len, small.ROWS.values()))


def test_one_byte_more_is_seen(folder: Path) -> None:
    path = folder / "tables" / "people.parquet"
    rewrite(folder, "people", lambda table: table.replace_schema_metadata({"x": "y"}))
    assert path.exists()
    assert any(line.startswith("people: tables/people.parquet: SHA-256 is ") for line in problems(folder))


def test_a_missing_file_is_seen_and_the_rest_still_checked(folder: Path) -> None:
    (folder / "tables" / "people.parquet").unlink()
    found = problems(folder)
    assert any("people.parquet: missing" in line for line in found)
    assert any(line.startswith("seats: person_id: points to people") for line in found)


def test_a_file_that_is_not_parquet_is_seen(folder: Path) -> None:
    (folder / "tables" / "people.parquet").write_bytes(b"not parquet at all")
    assert any("not readable as Parquet" in line for line in problems(folder))


def test_a_lost_row_is_counted(folder: Path) -> None:
    rewrite(folder, "offices", lambda table: table.slice(0, 0))
    assert "offices: 0 rows, the descriptor says 1" in problems(folder)


def test_a_key_that_occurs_twice_is_named(folder: Path) -> None:
    rewrite(folder, "parties", lambda table: pa.concat_tables([table, table.slice(0, 1)]))
    assert "parties: party_id: 1 keys occur more than once, such as liberal" in problems(folder)


def test_an_empty_key_is_counted(folder: Path) -> None:
    def blank(table: pa.Table) -> pa.Table:
        first = pc.if_else(pc.equal(table["party_id"], "independent"), None, table["party_id"])
        return table.set_column(0, pa.field("party_id", pa.string()), first)

    rewrite(folder, "parties", blank)
    assert "parties: party_id: 1 rows have nothing in a column of the key" in problems(folder)


def test_a_key_that_points_nowhere_is_named(folder: Path) -> None:
    rewrite(folder, "people", lambda table: table.filter(pc.not_equal(table["person_id"], "ann-smith")))
    found = problems(folder)
    assert "seats: person_id: 1 rows point to nothing in people, such as ann-smith" in found
    assert not any(line.startswith("caucus_changes") for line in found)


def test_renamed_columns_are_seen(folder: Path) -> None:
    rewrite(folder, "people", lambda table: table.rename_columns(["id", *table.column_names[1:]]))
    assert any(line.startswith("people: columns are id, full_name") for line in problems(folder))


def test_a_descriptor_without_hashes_checks_nothing_silently(folder: Path) -> None:
    path = folder / "datapackage.json"
    document: dict[str, Any] = json.loads(path.read_text())
    del document["resources"][0]["hash"]
    path.write_text(json.dumps(document))
    line = "sources: tables/sources.parquet: the descriptor gives no hash, so the file cannot be checked"
    assert line in problems(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "x", "version": "1", "resources": [{}]}'])
def test_a_descriptor_that_is_none_is_one_clear_error(folder: Path, text: str) -> None:
    (folder / "datapackage.json").write_text(text)
    with pytest.raises(DamagedData, match=r"datapackage\.json: not a d"):
        verify(Store(folder))


def test_a_missing_descriptor_is_one_clear_error(folder: Path) -> None:
    (folder / "datapackage.json").unlink()
    with pytest.raises(DamagedData, match="missing; install the package again"):
        verify(Store(folder))
