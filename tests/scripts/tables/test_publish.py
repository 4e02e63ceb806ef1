"""Publishing: the same tables give the same bytes, Frictionless reads the descriptor, a failure changes nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from schemas.export import arrow_schema, data_dictionary, table_schema
from schemas.tables import TABLES
from scripts.tables.about import About
from scripts.tables.publish import descriptor_bytes, parquet_bytes, publish, put_in_place
from tests.schemas import facts

VERSION = About("0.1.0")
PACKAGE = Path("dataset") / "cdnpoli"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository's root with the facts published below it. Not to be written to."""
    root = tmp_path_factory.mktemp("release")
    publish(facts.tables(), root, VERSION)
    return root


def contents(root: Path) -> dict[str, bytes]:
    """The bytes of every file below the root."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def descriptor_at(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


# What is written


def test_a_release_is_the_tables_two_descriptors_the_papers_and_the_data_dictionary(release: Path) -> None:
    assert set(contents(release)) == {
        ".zenodo.json",
        "CITATION.cff",
        "croissant.json",
        "datapackage.json",
        "dataset/cdnpoli/datapackage.json",
        "docs/data-dictionary.md",
        *(f"dataset/cdnpoli/tables/{name}.parquet" for name in TABLES),
    }


def test_the_same_tables_give_the_same_bytes(release: Path, tmp_path: Path) -> None:
    publish(facts.tables(), tmp_path, VERSION)
    assert contents(tmp_path) == contents(release)


def test_publishing_over_a_release_changes_nothing(release: Path, tmp_path: Path) -> None:
    root = tmp_path / "again"
    shutil.copytree(release, root)
    publish(facts.tables(), root, VERSION)
    assert contents(root) == contents(release)


def test_another_value_gives_other_bytes_and_another_hash(release: Path, tmp_path: Path) -> None:
    rows = [dict(row) for row in facts.ROWS["people"]]
    rows[0]["full_name"] = "Han Dong MP"
    publish(facts.tables() | {"people": facts.frame(TABLES["people"], rows)}, tmp_path, VERSION)
    before, after = contents(release), contents(tmp_path)
    assert {path for path in before if before[path] != after[path]} == {
        "croissant.json",
        "datapackage.json",
        "dataset/cdnpoli/datapackage.json",
        "dataset/cdnpoli/tables/people.parquet",
    }


@pytest.mark.parametrize("table", TABLES)
def test_a_published_table_has_the_declared_schema_and_the_rows(release: Path, table: str) -> None:
    read = pq.read_table(release / PACKAGE / "tables" / f"{table}.parquet")
    assert read.schema.remove_metadata() == arrow_schema(TABLES[table]).remove_metadata()
    assert read.to_pylist() == facts.rows_of(facts.tables()[table])


@pytest.mark.parametrize("table", TABLES)
def test_a_published_table_carries_no_path_and_no_pandas_index(release: Path, table: str) -> None:
    content = (release / PACKAGE / "tables" / f"{table}.parquet").read_bytes()
    assert str(release).encode() not in content
    assert b"pandas" not in pq.read_schema(release / PACKAGE / "tables" / f"{table}.parquet").metadata


def test_a_row_without_its_key_is_not_written() -> None:
    rows = [facts.ROWS["people"][0] | {"person_id": None}]
    with pytest.raises((pa.ArrowInvalid, ValueError)):
        parquet_bytes(facts.frame(TABLES["people"], rows), arrow_schema(TABLES["people"]))


def test_the_data_dictionary_is_published_beside_the_data(release: Path) -> None:
    assert (release / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == data_dictionary()


# The descriptors


@pytest.mark.parametrize("place", [Path("."), PACKAGE], ids=["of the repository", "of the package"])
def test_stock_frictionless_finds_the_tables_valid(release: Path, place: Path) -> None:
    report = Package(release / place / "datapackage.json").validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert len(report.tasks) == len(TABLES)


def test_stock_frictionless_finds_a_key_that_points_nowhere(tmp_path: Path) -> None:
    rows = [row | {"person_id": "nobody-at-all"} for row in facts.ROWS["offices"]]
    publish(facts.tables() | {"offices": facts.frame(TABLES["offices"], rows)}, tmp_path, VERSION)
    package = Package(tmp_path / "datapackage.json")
    assert [kind for (kind,) in package.validate().flatten(["type"])] == ["foreign-key"]


@pytest.mark.parametrize("place", [Path("."), PACKAGE], ids=["of the repository", "of the package"])
def test_a_descriptor_has_path_hash_rows_and_schema_of_each_table(release: Path, place: Path) -> None:
    described = descriptor_at(release / place / "datapackage.json")
    assert described["version"] == VERSION.version
    assert [resource["name"] for resource in described["resources"]] == list(TABLES)
    for resource in described["resources"]:
        path = release / place / resource["path"]
        assert resource["hash"] == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
        assert resource["rows"] == pq.read_metadata(path).num_rows
        assert resource["schema"] == table_schema(TABLES[resource["name"]])
        assert resource["title"] and resource["description"]


def test_the_two_descriptors_differ_in_paths_only(release: Path) -> None:
    root, package = (descriptor_at(release / place / "datapackage.json") for place in (Path("."), PACKAGE))
    for resource in root["resources"]:
        resource["path"] = resource["path"].removeprefix("dataset/cdnpoli/")
    assert root == package


def test_the_descriptor_states_its_licence(release: Path) -> None:
    (licence,) = descriptor_at(release / "datapackage.json")["licenses"]
    assert licence["name"] == "CC-BY-4.0"


def test_a_descriptor_keeps_its_order_and_its_accents() -> None:
    assert descriptor_bytes({"b": "Évènement", "a": 1}) == '{\n "b": "Évènement",\n "a": 1\n}\n'.encode()


# Putting in place


def test_files_are_put_in_place_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    put_in_place({tmp_path / "a" / "one.txt": b"1", tmp_path / "two.txt": b"2"})
    assert contents(tmp_path) == {"a/one.txt": b"1", "two.txt": b"2"}


def test_a_write_that_fails_leaves_every_old_file_whole(tmp_path: Path) -> None:
    first, second = tmp_path / "one.parquet", tmp_path / "two.parquet"
    put_in_place({first: b"old one", second: b"old two"})
    (tmp_path / "file").write_bytes(b"not a folder")
    with pytest.raises(OSError):
        put_in_place({first: b"new one", second: b"new two", tmp_path / "file" / "three.parquet": b"new three"})
    assert contents(tmp_path) == {"one.parquet": b"old one", "two.parquet": b"old two", "file": b"not a folder"}


def test_a_disk_that_fills_up_leaves_every_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "one.parquet", tmp_path / "two.parquet"
    put_in_place({first: b"old one", second: b"old two"})
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name.startswith("two"):
            write(path, content[:3])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        put_in_place({first: b"new one", second: b"new two"})
    assert contents(tmp_path) == {"one.parquet": b"old one", "two.parquet": b"old two"}


def test_a_table_that_is_missing_leaves_the_release_as_it_was(release: Path, tmp_path: Path) -> None:
    root = tmp_path / "again"
    shutil.copytree(release, root)
    without = {name: table for name, table in facts.tables().items() if name != "redirects"}
    with pytest.raises(KeyError, match="redirects"):
        publish(without, root, "0.2.0")
    assert contents(root) == contents(release)
