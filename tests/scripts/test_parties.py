"""Which party does a name in the news mean?"""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.parties import PartyName, PartyNames
from tests.scripts.members import party_names


def found(text: str, jurisdiction: str = "canada", language: str = "en") -> list[tuple[str, str | None]]:
    return [(m.text, m.party_id) for m in party_names().find(text, 0, None, jurisdiction, language)]


def test_a_bare_name_is_federal_unless_the_article_is_of_a_province() -> None:
    assert found("the Liberal caucus") == [("Liberal", "liberal")]
    assert found("the Liberal caucus", "ontario") == [("Liberal", "ontario-liberal")]
    assert found("the Bloc caucus", "ontario") == [("Bloc", "bloc-quebecois")]


def test_the_words_beside_a_name_beat_the_article() -> None:
    assert found("the Ontario Liberal caucus") == [("Liberal", "ontario-liberal")]
    assert found("B.C. Liberals", "ontario") == [("Liberals", "british-columbia-liberal")]
    assert found("the federal Liberals", "ontario") == [("Liberals", "liberal")]


def test_the_longest_name_wins() -> None:
    assert found("the New Democratic Party") == [("New Democratic Party", "new-democratic")]
    assert found("the Bloc Québécois") == [("Bloc Québécois", "bloc-quebecois")]


@pytest.mark.parametrize(
    "text",
    [
        "liberal values",
        "a Liberalism of sorts",
        "a conservative estimate",
        "Mr. Green said",
        "Green light for a pipeline",
        "a trading bloc",
        "pseudoLiberal",
    ],
)
def test_words_that_name_no_party(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Green MP", "the Greens", "Green Party", "the Green caucus"])
def test_greens_are_known_by_their_company(text: str) -> None:
    assert [party for _, party in found(text)] == ["green"]


def test_french_parties_are_written_small_and_in_both_genders() -> None:
    assert found("le caucus libéral", language="fr") == [("libéral", "liberal")]
    assert found("la députée libérale", language="fr") == [("libérale", "liberal")]
    assert found("la députée conservatrice", language="fr") == [("conservatrice", "conservative")]


def test_a_prefix_does_not_hide_a_party() -> None:
    assert found("an ex-Liberal") == [("Liberal", "liberal")]


def test_the_day_tells_parties_of_one_name_apart() -> None:
    names = PartyNames.build(
        [
            PartyName("old-tory", "Tory", start=None, end=date(1942, 12, 10)),
            PartyName("new-tory", "Tory", start=date(2003, 12, 7)),
        ]
    )
    assert [m.party_id for m in names.find("a Tory MP", day=date(1911, 1, 1))] == ["old-tory"]
    assert [m.party_id for m in names.find("a Tory MP", day=date(2011, 1, 1))] == ["new-tory"]


def test_a_name_that_fits_parties_of_two_provinces_is_left_open() -> None:
    names = PartyNames.build(
        [PartyName("a-pc", "PC", jurisdiction="alberta"), PartyName("o-pc", "PC", jurisdiction="ontario")]
    )
    assert [m.party_id for m in names.find("the PC caucus")] == [None]
    assert [m.party_id for m in names.find("the PC caucus", jurisdiction="ontario")] == ["o-pc"]


@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from(["Liberal", "İ", "Green", "ex-", "Tory", "'s", " ", "é"])).map("".join),
    st.sampled_from(["en", "fr"]),
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_mentions_that_are_the_text(text: str, language: str) -> None:
    mentions = party_names().find(text, language=language)
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
