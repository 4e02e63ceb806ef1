"""Has every term a page in the codebook, every page a term, and every page what a coder needs?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from schemas.vocabularies import CHANGE_KIND, EVENT_TYPE, PARTICIPANT_ROLE, Term

CODEBOOK = Path(__file__).parents[1] / "docs" / "codebook"
FOLDERS: dict[str, dict[str, Term]] = {"events": EVENT_TYPE, "caucus-changes": CHANGE_KIND}
PAGES = [(folder, page) for folder in FOLDERS for page in sorted((CODEBOOK / folder).glob("*.md"))]
SECTIONS = ("Examples", "What it is not", "What is ambiguous, and how we decide", "Participants")
LINK = re.compile(r"\]\((?P<target>[^)#]+)\)")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def sections(page: Path) -> dict[str, str]:
    """The text of each section by its heading."""
    parts = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


@pytest.mark.parametrize(("folder", "terms"), FOLDERS.items(), ids=list(FOLDERS))
def test_every_term_has_a_page_and_every_page_a_term(folder: str, terms: dict[str, Term]) -> None:
    assert {page.stem for page in (CODEBOOK / folder).glob("*.md")} == set(terms)


@pytest.mark.parametrize(("folder", "page"), PAGES, ids=lambda value: getattr(value, "stem", value))
def test_a_page_has_a_definition_and_every_section(folder: str, page: Path) -> None:
    opening = page.read_text(encoding="utf-8").split("\n## ")[0].splitlines()
    assert opening[0].startswith("# ")
    assert len(" ".join(opening[1:]).strip()) > 40
    assert [name for name in SECTIONS if len(sections(page).get(name, "")) < 20] == []


@pytest.mark.parametrize(("folder", "page"), PAGES, ids=lambda value: getattr(value, "stem", value))
def test_an_example_says_when_and_names_its_source(folder: str, page: Path) -> None:
    for example in sections(page)["Examples"].splitlines():
        assert YEAR.search(example), example
        assert re.search(r"\((?:[A-Z]|i[A-Z])[^)]+\)", example), example


@pytest.mark.parametrize("page", [page for folder, page in PAGES if folder == "events"], ids=lambda page: page.stem)
def test_an_event_page_gives_the_plover_type_of_the_vocabulary(page: Path) -> None:
    plover = EVENT_TYPE[page.stem].plover
    given = sections(page)["PLOVER"]
    assert given == plover if plover else "`plover_type` is empty" in given


@pytest.mark.parametrize("page", [page for folder, page in PAGES if folder == "events"], ids=lambda page: page.stem)
def test_the_roles_of_an_event_page_are_terms(page: Path) -> None:
    named = re.findall(r"`([a-z_]+)`:|`([a-z_]+)`, `([a-z_]+)`:", sections(page)["Participants"])
    roles = {role for group in named for role in group if role}
    assert roles and roles <= set(PARTICIPANT_ROLE)


def test_every_link_between_pages_leads_to_a_page() -> None:
    pages = [CODEBOOK / "README.md", *(page for _, page in PAGES)]
    broken = [
        (page.name, link["target"])
        for page in pages
        for link in LINK.finditer(page.read_text(encoding="utf-8"))
        if not (page.parent / link["target"]).exists()
    ]
    assert broken == []


def test_the_index_links_every_page() -> None:
    index = (CODEBOOK / "README.md").read_text(encoding="utf-8")
    assert [page.stem for folder, page in PAGES if f"]({folder}/{page.name})" not in index] == []
