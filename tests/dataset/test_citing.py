"""Citations: always the version and how to get at the data, for the whole, a table, or a row with its sources."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cdnpoli.citing import Reference, _source, _tex, cite
from cdnpoli.descriptor import Contributor
from cdnpoli.errors import UnknownName
from cdnpoli.store import Store

STYLES = ("apa", "bibtex", "ris", "csl")
ROW = "marie-eve-tremblay-2023-03-22"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_title_version_and_access_path(small_store: Store, style: str) -> None:
    told = cite(small_store, style)
    access = ("pip install cdnpoli==1.2.3", "https://example.org/cdnpoli")
    for needed in ("Canadian political events", "1.2.3", "2026", *access):
        assert needed in told


@pytest.mark.parametrize("style", STYLES)
def test_a_table_is_named(small_store: Store, style: str) -> None:
    told = cite(small_store, style, table="caucus_changes").replace("\\_", "_")
    assert "table caucus_changes" in told


@pytest.mark.parametrize("style", STYLES)
def test_a_row_comes_with_its_table_and_its_sources(small_store: Store, style: str) -> None:
    told = cite(small_store, style, row=ROW).replace("\\_", "_").replace("\\&", "&")
    for needed in (ROW, "table caucus_changes", "The Gazette", "Tremblay quits Liberal caucus & sits alone", "2023"):
        assert needed in told
    assert told.index("Gazette") < told.index("Library of Parliament")


def test_apa_reads_as_a_footnote(small_store: Store) -> None:
    data, article, register = cite(small_store, "apa", row=ROW).splitlines()
    assert data == (
        "The cdnpoli contributors. (2026). Canadian political events (Version 1.2.3) [Data set]. "
        "Python package cdnpoli 1.2.3 (pip install cdnpoli==1.2.3), table caucus_changes, "
        "row marie-eve-tremblay-2023-03-22. https://example.org/cdnpoli"
    )
    assert article == (
        "The Gazette. (2023, March 23). Tremblay quits Liberal caucus & sits alone. https://example.org/tremblay?a=1&b=2"
    )
    assert register == "Library of Parliament. (n.d.). Members."


def test_csl_is_json_with_a_dataset_and_news(small_store: Store) -> None:
    items = json.loads(cite(small_store, "csl", row=ROW))
    assert [item["type"] for item in items] == ["dataset", "article-newspaper", "document"]
    assert items[1]["issued"] == {"date-parts": [[2023, 3, 23]]}
    assert "issued" not in items[2]


def test_ris_records_open_and_close(small_store: Store) -> None:
    lines = cite(small_store, "ris", row=ROW).splitlines()
    assert [line for line in lines if line.startswith("TY")] == ["TY  - DATA", "TY  - NEWS", "TY  - GEN"]
    assert sum(line == "ER  - " for line in lines) == 3
    assert all(line[2:6] == "  - " for line in lines)


def test_bibtex_braces_balance_and_tex_signs_are_harmless(small_store: Store) -> None:
    told = cite(small_store, "bibtex", row=ROW)
    assert told.count("{") == told.count("}")
    assert r"caucus \& sits" in told
    assert _tex(r"50% of $1 {a} \b") == r"50\% of \$1 \{a\} \textbackslash{}b"


def test_persons_are_named_by_family_and_initials() -> None:
    from cdnpoli.citing import _apa_line

    author = Contributor("Anne-Marie Roy", ("author",), "Anne-Marie", "Roy")
    data = Reference("k", "dataset", "T", (author,), None, None, "1.0.0", None, None, "N")
    assert _apa_line(data) == "Roy, A. M. (n.d.). T (Version 1.0.0) [Data set]. N."


def test_a_doi_is_the_address_where_there_is_one(small_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with_doi = Store(small_store.folder)
    monkeypatch.setitem(with_doi.__dict__, "descriptor", replace(small_store.descriptor, doi="10.5281/zenodo.1"))
    assert cite(with_doi).endswith("https://doi.org/10.5281/zenodo.1")
    assert "DO  - 10.5281/zenodo.1" in cite(with_doi, "ris")


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"style": "bibtexx"}, "no style 'bibtexx'; did you mean bibtex?"),
        ({"style": "mla"}, "did you mean apa, bibtex, ris or csl"),
        ({"table": "seat"}, "did you mean seats"),
        ({"row": "nothing-like-it"}, "no row 'nothing-like-it'"),
    ],
)
def test_unknown_styles_tables_and_rows_are_refused(small_store: Store, asked: dict[str, str], line: str) -> None:
    with pytest.raises(UnknownName, match=line.replace("?", r"\?")):
        cite(small_store, **asked)


@pytest.mark.parametrize(("kind", "told"), [("article", "[News article]"), ("report", "[Document]")])
def test_a_source_without_a_title_is_described_in_brackets(kind: str, told: str) -> None:
    """As APA asks for works without a title."""
    source = {"source_id": "gazette-x", "source_kind": kind, "title": None, "publisher": "The Gazette"}
    assert _source({**source, "published_on": None, "url": None}).title == told
