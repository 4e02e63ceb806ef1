"""Are the people of real articles found, linked to the register of the day, and nobody else?"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from scripts.articles.layout import lay_out
from scripts.candidates import Article
from scripts.extraction import Knowledge
from scripts.people.claims import contradictions, find_claims
from scripts.people.finding import Cast, find_cast
from scripts.people.gazetteer import Gazetteer
from scripts.registers import read_registers
from scripts.slugs import slug

ROOT = Path(__file__).parents[3]
FIRST = ROOT.parent / "shared" / "articles" / "ctv-2023-03-22-han-dong-resigns.txt"


@cache
def register() -> Gazetteer:
    return Knowledge.build(read_registers(ROOT / "raw" / "registers")).gazetteer


@cache
def digest(name: str) -> Cast:
    """The cast of a digest in raw/articles."""
    (path,) = (ROOT / "raw" / "articles").glob(f"*/{name}.md")
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    front = yaml.safe_load(head)
    article = Article(name, body.strip(), front["published_on"], front["publisher"], language=front["language"])
    return find_cast(article, lay_out(article.text), register())


def ids(cast: Cast) -> set[str]:
    """Ids, and slugs of the names of those whom no register has yet."""
    return {p.person_id or slug(p.name) for p in cast.people}


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("canadian-press-2016-06-01-tootoo-left-caucus-cabinet", {"hunter-tootoo", "justin-trudeau", "rona-ambrose", "bob-rae", "seamus-oregan"}),
        ("ipolitics-2018-02-28-seven-bloc-mps-leave", {
            "martine-ouellet", "michel-boudrias", "rheal-fortin", "simon-marcil", "louis-plamondon", "monique-pauze", "luc-theriault", "gabriel-ste-marie"}),
        ("radio-canada-international-2018-01-05-beyak-kicked-out", {"lynn-beyak", "andrew-scheer", "larry-smith"}),
        ("belleville-intelligencer-2021-01-20-sloan-ousted", {"derek-sloan", "erin-otoole", "frederick-p-fromm"}),
        ("castanet-2025-11-06-deltell-no-more-defections", {
            "mark-carney", "gerard-deltell", "pierre-poilievre", "chris-dentremont", "jacques-gourde"}),
        ("tva-nouvelles-2019-03-20-caesar-chavannes-quitte", {
            "celina-caesar-chavannes", "justin-trudeau", "jody-wilson-raybould", "jane-philpott"}),
        ("tva-nouvelles-2025-12-18-neuf-deputes-independants", {
            "christian-dube", "maite-blanchette-vezina", "isabelle-poulet", "lionel-carmant", "youri-chassin", "pierre-dufour", "vincent-marissal",
            "sona-lakhoyan-olivier", "marwah-rizqy"}),
    ],
)  # fmt: skip
def test_the_people_of_a_digest_are_those_whom_a_reader_finds(name: str, people: set[str]) -> None:
    assert ids(digest(name)) == people


@pytest.mark.parametrize(
    ("name", "words", "person"),
    [
        ("canadian-press-2016-06-01-tootoo-left-caucus-cabinet", "the Nunavut MP", "hunter-tootoo"),
        ("canadian-press-2016-06-01-tootoo-left-caucus-cabinet", "the former Ontario premier", "bob-rae"),
        ("belleville-intelligencer-2021-01-20-sloan-ousted", "the MP.", "derek-sloan"),
        ("castanet-2025-11-06-deltell-no-more-defections", "The Nova Scotia MP", "chris-dentremont"),
        ("ipolitics-2019-04-02-wilson-raybould-philpott-removed", "The B.C. MP", "jody-wilson-raybould"),
    ],
)
def test_a_role_in_a_digest_is_the_one_whom_a_reader_understands(name: str, words: str, person: str) -> None:
    cast = digest(name)
    assert cast.resolve(words, cast.article.text.index(words)).person_id == person


@pytest.mark.parametrize(
    "day",
    ["1900-06-01", "1950-06-01", "1972-06-01", "1990-06-01", "2005-05-01", "2015-05-01", "2023-03-22", "2026-01-01"],
)
def test_who_sits_is_known_by_name_and_seat_and_nobody_is_taken_for_another(day: str) -> None:
    """Each member and senator of the day, introduced as news does; what remains open is initials and twins of a name."""
    book, when = register(), date.fromisoformat(day)
    right = sitting = 0
    for person_id in sorted(book.people):
        seat = book.standing(person_id, when)
        if seat is None:
            continue
        sitting += 1
        title = "Senator" if seat.chamber == "Senate" else f"{seat.constituency} MP"
        text = f"In Canada {title} {book.people[person_id].full_name} spoke."
        linked = [p.person_id for p in find_cast(Article("x", text, when), lay_out(text), book).people if p.person_id]
        assert linked in ([], [person_id]), text
        right += linked == [person_id]
    assert sitting > 280
    assert right >= 0.98 * sitting


@pytest.fixture(scope="module")
def first() -> Cast:
    if not FIRST.exists():
        pytest.skip(f"{FIRST.name} is not beside the checkout")
    expected = json.loads(FIRST.with_name(FIRST.stem + ".expected.json").read_text(encoding="utf-8"))
    raw = FIRST.read_text(encoding="utf-8")
    source = expected["source"]
    body = raw[raw.index(source["body_starts"]) : raw.index(source["body_ends"]) + len(source["body_ends"])]
    article = Article("first", body, date.fromisoformat(source["published"]), source["publisher"])
    return find_cast(article, lay_out(body), register())


def test_every_expected_person_of_the_first_article_is_found_and_linked(first: Cast) -> None:
    expected = json.loads(FIRST.with_name(FIRST.stem + ".expected.json").read_text(encoding="utf-8"))
    found = {p.name: p.person_id for p in first.people}
    assert list(found) == [p["name"] for p in expected["people"]]
    assert not set(found) & set(expected["not_people"])
    assert {p["name"] for p in expected["people"] if p.get("in_register")} <= {
        n for n, person_id in found.items() if person_id
    }


def test_the_pronouns_of_the_first_article_are_taken_up_rightly(first: Cast) -> None:
    named = {m.person.name for m in first.mentions if m.kind == "pronoun"}
    (last,) = [
        m for m in first.mentions if m.kind == "pronoun" and "was alleged" in first.article.text[m.start : m.start + 20]
    ]
    assert named == {"Han Dong", "Vincent Ke"}
    assert last.person.name == "Vincent Ke"


def test_the_first_article_disagrees_with_the_register_on_the_year_of_election(first: Cast) -> None:
    assert first.article.published_on is not None
    expected = json.loads(FIRST.with_name(FIRST.stem + ".expected.json").read_text(encoding="utf-8"))[
        "register_conflicts"
    ]
    claims = find_claims(first.article, first.layout, first)
    found = contradictions(claims, register(), first.article.published_on)
    assert [(c.claim.person.name, c.claim.column, c.value) for c in found] == [
        (e["person"], "first_elected", e["register_says"]) for e in expected
    ]
    assert all(c.other_value in e["article_says"] for c, e in zip(found, expected, strict=True))
