"""News restates a change in many words: together, by "it", by a place lost, for a time, of the other legislature."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.caucus_changes.countries import is_of_another_country
from scripts.parties import PartyName, PartyNames
from tests.scripts.members import Told, changes, seen

H, D, C, L, K, B, P, N, S, W = (
    "Paul Harker", "Anna Delisle", "Marie Cormier", "Robert Lindgren", "Susan Okafor", "Daniel Brassard", "Claire Pelchat",
    "Peter Novak", "Helen Strand", "Thomas Wilkie",
)  # fmt: skip
LIB, CON, NDP, BQ, GRN, IND = (
    "liberal",
    "conservative",
    "new-democratic",
    "bloc-quebecois",
    "green",
    "independent",
)
FRI, WED, TUE, MON = "2023-03-24", "2023-03-22", "2023-03-21", "2023-03-20"

TOGETHER: list[tuple[str, list[Told]]] = [
    (
        "Conservative Leader Jane Roy suspended Robert Lindgren of Red Plain and Susan Okafor of Lakeside North from her"
        " caucus on Tuesday.",
        [(L, "suspended", CON, IND, TUE), (K, "suspended", CON, IND, TUE)],
    ),
    (
        "Two Liberal MPs crossed the floor to the Conservatives on Tuesday. They are Paul Harker, who was once a"
        " minister, and Anna Delisle, the member for Belrive.",
        [(H, "crossed_floor", LIB, CON, TUE), (D, "crossed_floor", LIB, CON, TUE)],
    ),
    (
        "Two of Prime Minister Ann Lee's Liberals crossed the floor to the Conservatives on Tuesday. They are Paul"
        " Harker and Anna Delisle.",
        [(H, "crossed_floor", LIB, CON, TUE), (D, "crossed_floor", LIB, CON, TUE)],
    ),
    (
        "Three members of the Liberal caucus were expelled on Wednesday: Paul Harker, Anna Delisle and Thomas Wilkie.",
        [(H, "expelled", LIB, IND, WED), (D, "expelled", LIB, IND, WED), (W, "expelled", LIB, IND, WED)],
    ),
    (
        "MP Paul Harker of the Liberal party and his two companions crossed the floor to the Conservatives on Tuesday.\n\n"
        "Harker represents Whitford. The others are Anna Delisle (Belrive) and Thomas Wilkie (Truro West).",
        [(H, "crossed_floor", LIB, CON, TUE), (D, "crossed_floor", LIB, CON, TUE), (W, "crossed_floor", LIB, CON, TUE)],
    ),
    (
        "MP Daniel Brassard resigned from the Bloc caucus on Monday, and Claire Pelchat did the same two days later.",
        [(B, "resigned", BQ, IND, MON), (P, "resigned", BQ, IND, WED)],
    ),
    (
        "Daniel Brassard and Claire Pelchat left the Bloc caucus on Tuesday and will sit together in the Commons as a"
        " group of sovereigntists.",
        [(B, "formed_group", BQ, None, TUE), (P, "formed_group", BQ, None, TUE)],
    ),
]
ONE: list[tuple[str, Told]] = [
    # the party as "it"
    (
        "The Green caucus is down to one member now that Helen Strand has left it to join the New Democrats.",
        (S, "crossed_floor", GRN, NDP, FRI),
    ),
    (
        "Marie Cormier told reporters Tuesday that the NDP had lost its way and that she was leaving it to sit as an"
        " Independent.",
        (C, "resigned", NDP, IND, TUE),
    ),
    # a place lost, a place given up
    (
        "It was what he wrote that cost Robert Lindgren his place in the Conservative caucus on Tuesday.",
        (L, "expelled", CON, IND, TUE),
    ),
    (
        "MP Thomas Wilkie told the House on Wednesday he would be “stepping back from the Liberal caucus.”",
        (W, "resigned", LIB, IND, WED),
    ),
    ("MP Thomas Wilkie removed himself from the Liberal caucus on Wednesday.", (W, "resigned", LIB, IND, WED)),
    ("Paul Harker's decision on Tuesday to quit the Liberal caucus stunned Ottawa.", (H, "resigned", LIB, IND, TUE)),
    ("MP Marie Cormier, whom the NDP expelled on Tuesday, spoke to reporters.", (C, "expelled", NDP, IND, TUE)),
    # by others
    (
        "MP Paul Harker is no longer a Liberal: Prime Minister Ann Lee had him put out of the caucus on Tuesday.",
        (H, "expelled", LIB, IND, TUE),
    ),
    ("The Conservative caucus has ousted Robert Lindgren by secret ballot.", (L, "expelled", CON, IND, FRI)),
    (
        "Colleagues in the Conservative caucus had MP Susan Okafor suspended on Wednesday for what she wrote.",
        (K, "suspended", CON, IND, WED),
    ),
    ("Paul Harker quit the Liberals on Tuesday, in a letter of two lines.", (H, "resigned", LIB, IND, TUE)),
    # only for a time
    (
        "MP Thomas Wilkie was put out of the Liberal caucus on Wednesday until the police investigation is complete.",
        (W, "suspended", LIB, IND, WED),
    ),
    (
        "MP Thomas Wilkie was kicked out of the Liberal caucus on Wednesday while the police investigate.",
        (W, "expelled", LIB, IND, WED),
    ),
    # to another caucus
    (
        "MP Helen Strand's departure for the Liberals on Tuesday stunned the Greens.",
        (S, "crossed_floor", GRN, LIB, TUE),
    ),
    (
        "Alberta MP Robert Lindgren stunned his Conservative colleagues Tuesday by walking across the floor to join the"
        " Liberals.",
        (L, "crossed_floor", CON, LIB, TUE),
    ),
    ("MP Helen Strand has joined the country's New Democrats.", (S, "crossed_floor", GRN, NDP, FRI)),
    (
        "MP Paul Harker is the newest member of the NDP caucus, having left the Liberals.",
        (H, "crossed_floor", LIB, NDP, FRI),
    ),
    # a return
    ("Paul Harker is back in the Liberal fold after six months as an Independent.", (H, "reinstated", IND, LIB, FRI)),
    # when, and who
    (
        "Paul Harker and the others are gone. Anna Delisle, a Liberal MP since 2021, has been thrown out of caucus.",
        (D, "expelled", LIB, IND, FRI),
    ),
    (
        "MP Paul Harker quit the Liberal caucus in September 2022, days after Ann Lee won the leadership, and has been"
        " an Independent since.",
        (H, "resigned", LIB, IND, "2022-09"),
    ),
    (
        "MP Robert Lindgren is gone. The Alberta Conservative defected to the Liberals on Tuesday.",
        (L, "crossed_floor", CON, LIB, TUE),
    ),
]
FRENCH: list[tuple[str, list[Told]]] = [
    ("Le NPD a expulsé sa députée de Portage Bay, Marie Cormier, mardi.", [(C, "expelled", NDP, IND, TUE)]),
    (
        "Deux députés en vue, Daniel Brassard (Rivière-Haute) et Claire Pelchat (Montcalme), viennent de quitter"
        " ensemble le Bloc.",
        [(B, "resigned", BQ, IND, FRI), (P, "resigned", BQ, IND, FRI)],
    ),
    (
        "Les députés Daniel Brassard et Claire Pelchat ont annoncé mercredi qu’ils reprenaient leur place au Bloc.",
        [(B, "reinstated", IND, BQ, WED), (P, "reinstated", IND, BQ, WED)],
    ),
    ("La députée Claire Pelchat a dû quitter le caucus du Bloc mardi.", [(P, "resigned", BQ, IND, TUE)]),
    (
        "Le premier ministre a montré la porte à la députée libérale Anna Delisle mardi.",
        [(D, "expelled", LIB, IND, TUE)],
    ),
    (
        "Depuis son expulsion du caucus libéral en 2022, Paul Harker siège comme indépendant.",
        [(H, "expelled", LIB, IND, "2022")],
    ),
    ("Exit Paul Harker: le premier ministre l’a expulsé du caucus libéral mardi.", [(H, "expelled", LIB, IND, TUE)]),
    (
        "Trois élus représentent encore le Bloc. La députée Claire Pelchat en a été exclue en février.",
        [(P, "expelled", BQ, IND, "2023-02")],
    ),
    (
        "Le premier ministre a suspendu mercredi de son caucus les députés libéraux Paul Harker et Anna Delisle.",
        [(H, "suspended", LIB, IND, WED), (D, "suspended", LIB, IND, WED)],
    ),
    (
        "Les députés Daniel Brassard et Claire Pelchat ne sont plus membres du caucus du Bloc. Le chef les a expulsés"
        " mardi.",
        [(B, "expelled", BQ, IND, TUE), (P, "expelled", BQ, IND, TUE)],
    ),
    (
        "Trois des dix députés du Bloc ont claqué la porte du caucus mardi. Daniel Brassard et Claire Pelchat sont du"
        " nombre.",
        [(B, "resigned", BQ, IND, TUE), (P, "resigned", BQ, IND, TUE)],
    ),
    (
        "QUÉBEC — La députée Jeanne Roy a été exclue mardi du caucus libéral par sa cheffe.",
        [("Jeanne Roy", "expelled", "quebec-liberal", IND, TUE)],
    ),
]
NOT_TOLD = [
    "The letter could cost MP Anna Delisle her place in the Liberal caucus.",
    "The vote cost MP Anna Delisle her place on the finance committee.",
    "MP Paul Harker said he would be stepping back from the Liberal caucus if the bill passed.",
    "MP Paul Harker said he would not be stepping back from the Liberal caucus.",
    "The prime minister had him put out of the room, MP Paul Harker said of a Liberal heckler.",
    "Two of the Liberals' bills crossed the floor of the committee room. They are dear to Paul Harker and Anna Delisle.",
    "MP Paul Harker left the caucus meeting with his two companions. The others are Anna Delisle and Thomas Wilkie.",
    "It took Conservative MPs an hour to debate whether to vote Susan Okafor out of their caucus.",
    "MP Marie Cormier, whom the NDP criticized on Tuesday, spoke to reporters.",
    "The Conservative caucus laughed. The principal had MP Susan Okafor's son suspended on Wednesday.",
    "Joe Blow quit the Liberals on Tuesday, in a letter of two lines.",
    "MP Helen Strand joked that she had crossed the floor to the Liberals.",
]
NOT_TOLD_IN_FRENCH = [
    "La présidente a suspendu mercredi les travaux du caucus libéral, dont Paul Harker et Anna Delisle font partie.",
    "Le caucus du Bloc chahutait. La présidente les a expulsés mardi de la Chambre, dit le député Daniel Brassard.",
    "Les députés Daniel Brassard et Claire Pelchat ont repris leur place à la table du Bloc.",
    "Le premier ministre a montré la porte de sortie du Parlement à la délégation libérale.",
    "La députée Claire Pelchat aurait dû quitter le caucus du Bloc.",
    "La Chambre siège. La députée Claire Pelchat en a été exclue mardi pour avoir insulté un libéral.",
]


def _ids(cases: list[Any]) -> list[str]:
    return [text[:70] for text, _ in cases]


@pytest.mark.parametrize(("text", "expected"), TOGETHER, ids=_ids(TOGETHER))
def test_members_who_move_together_each_have_a_row(text: str, expected: list[Told]) -> None:
    assert seen(text) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), ONE, ids=_ids(ONE))
def test_one_member_in_many_words(text: str, expected: Told) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=_ids(FRENCH))
def test_french_restates_it_too(text: str, expected: list[Told]) -> None:
    assert seen(text, "fr") == sorted(expected, key=str)


@pytest.mark.parametrize("text", NOT_TOLD, ids=[text[:70] for text in NOT_TOLD])
def test_words_alike_of_other_things(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize("text", NOT_TOLD_IN_FRENCH, ids=[text[:70] for text in NOT_TOLD_IN_FRENCH])
def test_french_words_alike_of_other_things(text: str) -> None:
    assert seen(text, "fr") == []


def test_a_federal_member_leaves_the_federal_caucus_however_provincial_the_article() -> None:
    text = (
        "Anna Delisle has resigned from the federal cabinet to run for the leadership of the provincial Liberals in"
        " Quebec. MP Anna Delisle is also leaving the Liberal caucus, she said Tuesday."
    )
    (row,) = changes(text)
    assert (row.chamber, row.from_party_id, row.to_party_id) == ("House of Commons", LIB, IND)


def test_who_quits_a_federal_caucus_for_a_provincial_party_sits_in_no_caucus() -> None:
    (row,) = changes("MP Claire Pelchat has quit the Bloc caucus to join the CAQ, she said Tuesday.")
    assert (row.kind, row.chamber, row.from_party_id, row.to_party_id) == ("resigned", "House of Commons", BQ, IND)


def test_an_aide_who_leaves_with_a_member_changes_no_caucus() -> None:
    text = "Liberal MP Paul Harker and strategist Joe Blow left the Liberals on Tuesday."
    assert "Joe Blow" not in {row.person.name for row in changes(text)}


def test_whose_parliament_it_is_the_words_tell() -> None:
    assert is_of_another_country("A Republican in Congress left the caucus in Washington.", "en")
    assert not is_of_another_country("An Ontario MP left the Liberal caucus in Ottawa.", "en")
    assert not is_of_another_country("Three members left the caucus.", "en")
    # as many words of one country as of the other: the article is of the other
    assert is_of_another_country("Canada and America", "en")
    assert not is_of_another_country("Canada, Ottawa and America", "en")
    # parts of words do not count
    assert not is_of_another_country("Americanize", "en")


def test_a_name_in_one_word_is_also_written_in_two() -> None:
    parties = PartyNames.build([PartyName("westbc", "WestBC", "en", "british-columbia")])
    for written in ("WestBC", "West BC"):
        assert [p.party_id for p in parties.find(f"Simms joined {written}.", jurisdiction="british-columbia")] == [
            "westbc"
        ]


def test_one_green_is_a_party_member_and_a_green_light_is_none() -> None:
    parties = PartyNames.build([PartyName("green", "Green")])
    assert [p.party_id for p in parties.find("Simms is now a Green.")] == ["green"]
    assert parties.find("Simms signed on to a Green New Deal.") == []
    assert parties.find("The team is now a Green Bay rival.") == []
