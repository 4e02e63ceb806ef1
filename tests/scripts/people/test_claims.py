"""What does an article claim of a member, and does the register agree?"""

from __future__ import annotations

from datetime import date

import pytest

from scripts.articles.layout import lay_out
from scripts.people.claims import contradictions, find_claims
from scripts.people.finding import find_cast
from tests.scripts.parliament import article, gazetteer


def claims(text: str, day: str = "2023-03-22") -> list[tuple[str, str, str | None]]:
    value = article(text, day)
    layout = lay_out(text)
    return [
        (c.column, c.value, c.person.person_id)
        for c in find_claims(value, layout, find_cast(value, layout, gazetteer()))
    ]


def disagreements(text: str, day: str = "2023-03-22") -> list[tuple[str, str, str]]:
    value = article(text, day)
    layout = lay_out(text)
    found = find_claims(value, layout, find_cast(value, layout, gazetteer()))
    return [(c.column, c.value, c.other_value) for c in contradictions(found, gazetteer(), date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MP Han Dong, who was first elected in 2018, left.", ("first_elected", "2018", "han-dong")),
        (
            "Han Dong left Ottawa. He was first elected to Parliament in October 2019.",
            ("first_elected", "2019", "han-dong"),
        ),
        ("Liberal MP Charles Sousa spoke.", ("party", "Liberal", "charles-sousa")),
        ("Whitby MP Ryan Turnbull spoke.", ("constituency", "Whitby", "ryan-turnbull")),
        (
            "Charles Sousa, the Liberal MP for Mississauga-Lakeshore, spoke.",
            ("constituency", "Mississauga—Lakeshore", "charles-sousa"),
        ),
        (
            "Han Dong, who represents Don Valley North, spoke in Ottawa.",
            ("constituency", "Don Valley North", "han-dong"),
        ),
    ],
)
def test_a_claim_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Han Dong was first elected to the Ontario legislature in 2014.",
        "MP Han Dong was first elected mayor in 2014.",
        "The former Liberal MP Han Dong spoke.",
        "Then-Liberal MP Han Dong spoke.",
        "Han Dong, the former MP for Don Valley North, spoke in Ottawa.",
        "Ontario MPP Vincent Ke, who represents the same riding as Han Dong, spoke.",
        "“I know that Liberal MP Han Dong spoke,” she said.",
        "Gérard Tremblay was first elected in 2015.",
    ],
)
def test_what_is_over_elsewhere_quoted_or_of_nobody_in_the_register_is_no_claim(text: str) -> None:
    assert [c for c in claims(text) if c[0] != "party" or "spoke" in text] == []


def test_the_register_contradicts_a_wrong_year() -> None:
    assert disagreements("MP Han Dong was first elected in 2018.") == [("start", "2019-10-21", "2018")]
    assert disagreements("MP Han Dong was first elected in 2019.") == []


def test_the_register_contradicts_a_wrong_riding() -> None:
    assert disagreements("Whitby MP Han Dong spoke.") == [("constituency", "Don Valley North", "Whitby")]
    assert disagreements("Don Valley North MP Han Dong spoke.") == []


def test_the_register_contradicts_a_wrong_party() -> None:
    assert disagreements("Conservative MP Ryan Turnbull spoke.") == [("elected_as", "liberal", "Conservative")]
    assert disagreements("Liberal MP Ryan Turnbull spoke.") == []


def test_a_change_of_caucus_of_these_days_is_no_contradiction() -> None:
    assert disagreements("Liberal MP Han Dong left the caucus.") == []
    assert disagreements("Independent MP Han Dong left the caucus.") == []
    assert disagreements("Liberal MP Han Dong spoke.", "2024-03-22") == [("elected_as", "independent", "Liberal")]
