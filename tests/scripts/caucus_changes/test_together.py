"""Members told of together, days that are counted from others, and words that only look like leaving."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.caucus_changes.countries import is_of_another_country, is_of_canada
from tests.scripts.members import Told, seen

H, D, C, L, K, W = "Paul Harker", "Anna Delisle", "Marie Cormier", "Robert Lindgren", "Susan Okafor", "Thomas Wilkie"
LIB, CON, NDP, IND = "liberal", "conservative", "new-democratic", "independent"

SEVERAL: list[tuple[str, list[Told]]] = [
    (
        "MPs Paul Harker and Anna Delisle spoke. The leader expelled both MPs from the Liberal caucus on Wednesday.",
        [(H, "expelled", LIB, IND, "2023-03-22"), (D, "expelled", LIB, IND, "2023-03-22")],
    ),
    (
        "Two more MPs were suspended or resigned from the Liberal caucus in 2021: on Dec. 16 Paul Harker; in late December Anna"
        " Delisle. Reporters wrote of it.",
        [(H, "left", LIB, IND, "2021-12-16"), (D, "left", LIB, IND, "2021-12")],
    ),
    (
        "MP Paul Harker quit the Liberals on Tuesday, the third to do so this year. MP Anna Delisle went in January and"
        " MP Thomas Wilkie in February.",
        [
            (H, "resigned", LIB, IND, "2023-03-21"),
            (D, "resigned", LIB, IND, "2023-01"),
            (W, "resigned", LIB, IND, "2023-02"),
        ],
    ),
    (
        "MP Robert Lindgren told the Conservative caucus on Tuesday that he was leaving it. MP Susan Okafor was doing the"
        " same, her office said.",
        [(L, "resigned", CON, IND, "2023-03-21"), (K, "resigned", CON, IND, "2023-03-21")],
    ),
]

ONE: list[tuple[str, Told]] = [
    (
        "MP Paul Harker, hoping to spare his colleagues, resigned from the Liberal caucus on Tuesday.",
        (H, "resigned", LIB, IND, "2023-03-21"),
    ),
    (
        "MP Paul Harker said on Tuesday that he no longer belonged with the Liberals.",
        (H, "resigned", LIB, IND, "2023-03-21"),
    ),
    ("MP Paul Harker is a Liberal no longer.", (H, "resigned", LIB, IND, "2023-03-24")),
    (
        "The leader said on Tuesday that MP Paul Harker may no longer sit with the Liberals.",
        (H, "expelled", LIB, IND, "2023-03-21"),
    ),
    (
        "MP Paul Harker says that he can no longer sit with the Liberals.",
        (H, "resigned", LIB, IND, "2023-03-24"),
    ),
    (
        "MP Paul Harker was told on Tuesday that he was no longer part of the Liberal caucus.",
        (H, "expelled", LIB, IND, "2023-03-21"),
    ),
    (
        "The leader told MP Paul Harker to leave the Liberal caucus on Tuesday.",
        (H, "expelled", LIB, IND, "2023-03-21"),
    ),
    (
        "MP Paul Harker left the Liberals on Tuesday and sits on his own in the House.",
        (H, "resigned", LIB, IND, "2023-03-21"),
    ),
    (
        "Liberal MP Paul Harker asked the Speaker on Tuesday for a seat among the independents.",
        (H, "resigned", LIB, IND, "2023-03-21"),
    ),
    (
        "MP Paul Harker resigned as minister of labour and as a member of the Liberal caucus on Tuesday.",
        (H, "resigned", LIB, IND, "2023-03-21"),
    ),
    (
        "Liberal MP Paul Harker was charged on Tuesday. He resigned from the Liberal caucus that month.",
        (H, "resigned", LIB, IND, "2023-03"),
    ),
    (
        "MP Paul Harker has traded Liberal red for Conservative blue.",
        (H, "crossed_floor", LIB, CON, "2023-03-24"),
    ),
    (
        "Conservative MP Paul Harker, who arrived from the Liberals in January, spoke.",
        (H, "crossed_floor", LIB, CON, "2023-01"),
    ),
]

NOTHING = [
    "Liberal MP Paul Harker is part of the Liberal caucus and spoke on Tuesday.",
    "Liberal MPs Paul Harker and Anna Delisle broke with their party on Tuesday and voted for the bill.",
    "MP Paul Harker broke with the Liberals on the carbon tax bill.",
    "MP Paul Harker sat alone at his desk while the Liberals cheered.",
    "Racism has no place in the Liberal caucus any more, MP Paul Harker said.",
    "MP Paul Harker would no longer sit on the finance committee for the Liberals.",
    "The leader acted hours before MP Paul Harker was to join the Conservatives.",
    "Liberal MP Paul Harker took eight of his colleagues to dinner on Tuesday.",
    "The Liberals gained a seat on Tuesday when Paul Harker won the byelection in Whitford.",
    "MP Paul Harker joined the independents in voting against the Liberals' bill.",
    "She is the third Liberal MP to speak out this year. MP Paul Harker went to Paris in January.",
    "The Conservatives suspended Tom Roy, a fundraiser, on Tuesday. The caucus had complained about him.",
]


def _ids(cases: list[Any]) -> list[str]:
    return [text[:70] for text, _ in cases]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=_ids(SEVERAL))
def test_each_member_of_a_list_has_a_row(text: str, expected: list[Told]) -> None:
    assert seen(text) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), ONE, ids=_ids(ONE))
def test_other_words_for_going(text: str, expected: Told) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize("text", NOTHING, ids=[text[:70] for text in NOTHING])
def test_words_that_only_look_like_leaving(text: str) -> None:
    assert seen(text) == []


def test_labour_day_and_british_columbia_are_of_canada() -> None:
    assert not is_of_another_country("On Labour Day the Ontario caucus met.", "en")
    assert is_of_canada("The British Columbia caucus met.", "en")
    assert not is_of_canada("He was kicked out of the parliamentary party on Tuesday.", "en")
    assert is_of_another_country("Labour members at Westminster met.", "en")
