"""Changes of caucus that more than one sentence tells: members counted and listed, companions, what "he" and "a year later" take up."""

from __future__ import annotations

import pytest

from tests.scripts.members import Told, changes, seen

H, D, C, L, K, N, W = (
    "Paul Harker",
    "Anna Delisle",
    "Marie Cormier",
    "Robert Lindgren",
    "Susan Okafor",
    "Peter Novak",
    "Thomas Wilkie",
)
LIB, CON, NDP, GRN, IND = ("liberal", "conservative", "new-democratic", "green", "independent")
FRI, WED, TUE = "2023-03-24", "2023-03-22", "2023-03-21"

TOLD = [
    (
        "Justin Trudeau has suspended two Liberal MPs, Paul Harker and Anna Delisle, from caucus.",
        [(H, "suspended", LIB, IND, FRI), (D, "suspended", LIB, IND, FRI)],
    ),
    (
        "Two more MPs have joined the Liberals. Robert Lindgren and Susan Okafor were both elected as Conservatives.",
        [(L, "crossed_floor", CON, LIB, FRI), (K, "crossed_floor", CON, LIB, FRI)],
    ),
    (
        "MP Susan Okafor crossed the floor to the Liberals on Tuesday. Joining her are MPs Robert Lindgren and Marie Cormier.",
        [(K, "crossed_floor", CON, LIB, TUE), (L, "crossed_floor", CON, LIB, TUE), (C, "crossed_floor", NDP, LIB, TUE)],
    ),
    (
        "Five Liberal MPs quit caucus on Tuesday. They are:\n\n- Paul Harker (Whitford)\n- Anna Delisle (Belrive)\n- Thomas Wilkie",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE), (W, "resigned", LIB, IND, TUE)],
    ),
    (
        "A Liberal MP has quit caucus. Thomas Wilkie told reporters on Tuesday that he had had enough.",
        [(W, "resigned", LIB, IND, TUE)],
    ),
    (
        "MP Paul Harker was told to leave the Liberal caucus on Tuesday.",
        [(H, "expelled", LIB, IND, TUE)],
    ),
    (
        "MP Paul Harker was expelled from the Liberal caucus in 2021. A year later he joined the Greens.",
        [(H, "expelled", LIB, IND, "2021"), (H, "joined", IND, GRN, "2022")],
    ),
    (
        "MP Paul Harker was ejected from the Liberal caucus in March 2022 and crossed the floor to the Tories three months later.",
        [(H, "expelled", LIB, IND, "2022-03"), (H, "joined", IND, CON, "2022-06")],
    ),
    (
        "MP Paul Harker announced on Tuesday that he would spend the remainder of his term as an Independent.",
        [(H, "resigned", LIB, IND, TUE)],
    ),
]
NOT_TOLD = [
    "MP Paul Harker was asked to leave the Liberal caucus but refused.",
    "Two Liberal MPs, Paul Harker and Anna Delisle, spoke to the caucus on Tuesday.",
    "Susan Okafor spoke on Tuesday. Joining her were Robert Lindgren and Marie Cormier.",
    "Five Liberal MPs missed the vote on Tuesday. They are:\n\n- Paul Harker\n- Anna Delisle",
    "A Liberal MP has asked for a bigger office. Thomas Wilkie told reporters that he had had enough.",
    "MP Susan Okafor became the second member of the Liberal committee on trade.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:70] for text, _ in TOLD])
def test_each_member_of_whom_it_is_told_has_a_row(text: str, expected: list[Told]) -> None:
    assert seen(text) == sorted(expected, key=str)


@pytest.mark.parametrize("text", NOT_TOLD, ids=[text[:70] for text in NOT_TOLD])
def test_lists_and_companions_of_other_things_are_no_changes(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les députés libéraux Paul Harker et Anna Delisle claquent la porte du caucus.",
            [(H, "resigned", LIB, IND, FRI), (D, "resigned", LIB, IND, FRI)],
        ),
        (
            "La députée Susan Okafor, élue conservatrice, siège désormais sous les couleurs libérales.",
            [(K, "crossed_floor", CON, LIB, FRI)],
        ),
        (
            "Deux députés libéraux ont été suspendus du caucus. Il s'agit de Paul Harker, qui représente Whitford, et de Anna Delisle.",
            [(H, "suspended", LIB, IND, FRI), (D, "suspended", LIB, IND, FRI)],
        ),
        (
            "Quatre députés ont quitté les rangs libéraux.\n\nDeux ont été expulsés par le chef (Paul Harker et Anna Delisle).",
            [(H, "expelled", LIB, IND, FRI), (D, "expelled", LIB, IND, FRI)],
        ),
        (
            "Le député Paul Harker a quitté le caucus libéral mardi. Anna Delisle l'a imité mercredi.",
            [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, WED)],
        ),
        (
            "Paul Harker et Anna Delisle ne font plus partie du caucus libéral. Justin Trudeau les en a exclus mardi.",
            [(H, "expelled", LIB, IND, TUE), (D, "expelled", LIB, IND, TUE)],
        ),
        (
            "Les deux députés qui contestaient Susan Okafor s'en vont et siégeront aux Communes comme indépendants.",
            [],
        ),
        (
            "La députée de Belrive, Anna Delisle, quitte le caucus libéral. Elle devient députée indépendante.",
            [(D, "resigned", LIB, IND, FRI)],
        ),
        (
            "Après un an comme indépendant, le député Peter Novak rejoint le caucus libéral.",
            [(N, "joined", IND, LIB, FRI)],
        ),
    ],
)
def test_french_tells_it_in_its_own_ways(text: str, expected: list[Told]) -> None:
    rows = changes(text, language="fr")
    assert sorted(
        ((r.person.name, r.kind, r.from_party_id, r.to_party_id, str(r.date)) for r in rows), key=str
    ) == sorted(expected, key=str)


def test_a_premier_is_not_the_one_who_now_sits_alone() -> None:
    text = (
        "Ontario Premier Doug Ford told an MPP that he could not stay in the Liberal caucus. "
        "The member had been charged; he now sits as an Independent."
    )
    assert changes(text) == []


def test_a_leader_does_not_put_out_herself() -> None:
    text = "Anna Delisle is out. Leader Susan Okafor expelled her from the Liberal caucus on Tuesday."
    assert K not in {row.person.name for row in changes(text)}
