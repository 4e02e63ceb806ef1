"""Croissant: what the specification demands, and references that lead somewhere.

What its own library says of it, `make papers` shows: see tests/papers.py.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.tables import TABLES
from scripts.build import ROOT
from scripts.tables.about import About
from scripts.tables.publish import publish
from tests.schemas import facts


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository's root with the facts published below it."""
    root = tmp_path_factory.mktemp("release")
    publish(facts.tables(), root, About("1.2.3"))
    return root


@pytest.fixture(scope="module", params=["facts", "published"])
def root(request: pytest.FixtureRequest, release: Path) -> Path:
    """The small release, and this repository."""
    return release if request.param == "facts" else ROOT


def document_of(root: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((root / "croissant.json").read_text(encoding="utf-8"))
    return read


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the document."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "@context":
                yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_the_document_has_what_version_1_0_demands(root: Path) -> None:
    document = document_of(root)
    needed = {"@context", "@type", "conformsTo", "description", "license", "name", "creator", "distribution", "url"}
    assert needed - set(document) <= {"url"}  # there is no home page before the first release has one
    assert (document["@type"], document["conformsTo"]) == ("sc:Dataset", "http://mlcommons.org/croissant/1.0")
    assert document["citeAs"].startswith("@misc{cdnpoli-" + document["version"])


def test_every_file_is_where_it_says_with_the_hash_it_says(root: Path) -> None:
    files = document_of(root)["distribution"]
    assert [file["@id"] for file in files] == [f"{name}.parquet" for name in TABLES]
    for file in files:
        assert hashlib.sha256((root / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]


def test_every_column_of_every_table_is_a_field(root: Path) -> None:
    sets = {one["@id"]: one for one in document_of(root)["recordSet"]}
    for name, model in TABLES.items():
        columns = list(model.to_schema().columns)
        assert [field["source"]["extract"]["column"] for field in sets[name]["field"]] == columns


def test_ids_are_unique_and_every_reference_leads_to_a_field(root: Path) -> None:
    found = list(nodes(document_of(root)))
    declared = [node["@id"] for node in found if "@type" in node and "@id" in node]
    assert len(declared) == len(set(declared))
    referred = [node["@id"] for node in found if set(node) == {"@id"}]
    assert referred and set(referred) <= set(declared)


def test_a_term_of_a_closed_list_is_in_a_record_set_with_what_it_means(release: Path) -> None:
    sets = {one["@id"]: one for one in document_of(release)["recordSet"]}
    fields = {field["name"]: field for field in sets["caucus_changes"]["field"]}
    name = fields["kind"]["references"]["field"]["@id"].removesuffix("/term")
    data = sets[name]["data"]
    crossed = next(row for row in data if row[f"{name}/term"] == "crossed_floor")
    assert crossed[f"{name}/label"] == "crossed the floor"
    assert all(row[f"{name}/description"] for row in data)
