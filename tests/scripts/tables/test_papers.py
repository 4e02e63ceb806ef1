"""The papers of a release: what each file must say, in which form, and that nothing unknown is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from cdnpoli.citing import cite
from cdnpoli.store import Store
from schemas.tables import TABLES
from scripts.build import ROOT
from scripts.problems import InputError
from scripts.tables.about import About, about
from scripts.tables.papers import bibtex, citation_cff, zenodo_json
from scripts.tables.publish import descriptor, descriptor_bytes

BARE = About("1.2.3")
FULL = About(
    "1.2.3", date(2026, 3, 4), "10.5281/zenodo.1234568", "10.5281/zenodo.1234567", "https://example.org/cdnpoli"
)


def pyproject(folder: Path, own: str = "") -> Path:
    text = f'[project]\nname = "cdnpoli"\nversion = "2.3.4"\n{own}'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return folder


# What a version is


def test_version_day_and_dois_are_those_of_pyproject(tmp_path: Path) -> None:
    own = '[tool.cdnpoli]\nreleased = 2026-03-04\ndoi = "10.5281/zenodo.2"\nconcept_doi = "10.5281/zenodo.1"\n'
    assert about(pyproject(tmp_path)) == About("2.3.4")
    assert about(pyproject(tmp_path, own)) == About("2.3.4", date(2026, 3, 4), "10.5281/zenodo.2", "10.5281/zenodo.1")


@pytest.mark.parametrize(
    ("own", "place"),
    [('released = "4 March 2026"', "released"), ('doi = "zenodo"', "doi"), ('concept_doi = "x"', "concept_doi")],
)
def test_a_value_of_another_form_is_refused_with_its_place(tmp_path: Path, own: str, place: str) -> None:
    with pytest.raises(InputError, match=rf"pyproject\.toml.*{place}.*must be"):
        about(pyproject(tmp_path, f"[tool.cdnpoli]\n{own}\n"))


# CITATION.cff


def test_the_citation_file_has_what_version_1_2_0_of_the_format_demands() -> None:
    told = yaml.safe_load(citation_cff(BARE))
    assert {"cff-version", "message", "title", "authors"} <= set(told)
    assert (told["cff-version"], told["type"], told["version"]) == ("1.2.0", "dataset", "1.2.3")
    assert told["license"] == "CC-BY-4.0"
    assert "pip install cdnpoli==1.2.3" in told["abstract"]


def test_day_and_dois_stand_in_the_papers_only_when_there_are_any() -> None:
    bare, full = yaml.safe_load(citation_cff(BARE)), yaml.safe_load(citation_cff(FULL))
    assert set(full) - set(bare) == {"date-released", "doi", "identifiers", "url"}
    assert full["date-released"] == date(2026, 3, 4)
    assert full["identifiers"] == [{"type": "doi", "value": FULL.concept_doi, "description": "All versions"}]
    said, more = json.loads(zenodo_json(BARE)), json.loads(zenodo_json(FULL))
    assert set(more) - set(said) == {"publication_date", "related_identifiers"}
    assert "doi" not in bibtex(BARE) and "year" not in bibtex(BARE)


# Zenodo


def test_zenodo_gets_every_field_that_a_deposit_of_a_dataset_must_have() -> None:
    told = json.loads(zenodo_json(FULL))
    needed = {"upload_type", "publication_date", "title", "creators", "description", "access_right", "license"}
    assert needed <= set(told)
    assert (told["upload_type"], told["access_right"], told["license"]) == ("dataset", "open", "cc-by-4.0")
    assert told["creators"] == [{"name": "cdnpoli contributors"}]
    relations = {one["relation"]: one["identifier"] for one in told["related_identifiers"]}
    assert relations == {"isVersionOf": FULL.concept_doi, "isSupplementTo": FULL.homepage}


# One citation everywhere


@pytest.mark.parametrize("it", [BARE, FULL], ids=["before a release", "with day and DOIs"])
def test_the_bibtex_entry_is_the_one_that_the_package_gives(tmp_path: Path, it: About) -> None:
    whole = descriptor(it, dict.fromkeys(TABLES, ""), dict.fromkeys(TABLES, 0), "tables/")
    (tmp_path / "datapackage.json").write_bytes(descriptor_bytes(whole))
    assert bibtex(it) == cite(Store(tmp_path), "bibtex")


def test_the_papers_in_the_repository_are_those_of_its_version() -> None:
    it = about(ROOT)
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == citation_cff(it)
    assert (ROOT / ".zenodo.json").read_text(encoding="utf-8") == zenodo_json(it)
