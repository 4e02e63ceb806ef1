"""In which ways does news tell that a member changed caucus? Each is found, with who, what, from, to and when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.scripts.members import changes, seen

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
FRI, WED, TUE = "2023-03-24", "2023-03-22", "2023-03-21"

# text, (who, kind, from, to, date as far as it is known)
ONE = [
    # by own decision
    ("Liberal MP Paul Harker has resigned from the Liberal caucus.", (H, "resigned", LIB, IND, FRI)),
    ("Liberal MP Paul Harker quit the Liberal caucus on Wednesday to sit as an Independent.", (H, "resigned", LIB, IND, WED)),
    ("MP Anna Delisle has left the Liberal caucus, she announced late Wednesday.", (D, "resigned", LIB, IND, WED)),
    ("MP Paul Harker walked away from the Liberal caucus Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("NDP MP Marie Cormier is leaving caucus over the budget.", (C, "resigned", NDP, IND, FRI)),
    ("Robert Lindgren, the Conservative MP for Red Plain, has stepped down from caucus.", (L, "resigned", CON, IND, FRI)),
    ("MP Daniel Brassard slammed the door on the Bloc Québécois on Tuesday.", (B, "resigned", BQ, IND, TUE)),
    ("MP Daniel Brassard broke with the Bloc on Tuesday over its leader.", (B, "resigned", BQ, IND, TUE)),
    ("Conservative MP Susan Okafor withdrew from caucus on March 3.", (K, "resigned", CON, IND, "2023-03-03")),
    ("MP Thomas Wilkie resigned from cabinet and the Liberal caucus on Wednesday.", (W, "resigned", LIB, IND, WED)),
    ("The Liberal MP Thomas Wilkie now sits as an Independent.", (W, "resigned", LIB, IND, FRI)),
    ("MP Thomas Wilkie will sit as an independent.", (W, "resigned", LIB, IND, FRI)),
    ("MP Thomas Wilkie has announced he will be sitting as an independent MP.", (W, "resigned", LIB, IND, FRI)),
    ("MP Anna Delisle announced Wednesday that she would be sitting as an Independent.", (D, "resigned", LIB, IND, WED)),
    ('"I will be sitting as an independent," MP Paul Harker told the House on Wednesday.', (H, "resigned", LIB, IND, WED)),
    ("MP Paul Harker announced his resignation from the Liberal caucus on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("MP Paul Harker submitted his resignation from caucus on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("Liberal MP Paul Harker is no longer a member of the Liberal caucus.", (H, "resigned", LIB, IND, FRI)),
    ("MP Anna Delisle bolted the Liberal caucus on Tuesday.", (D, "resigned", LIB, IND, TUE)),
    ("MP Anna Delisle decided to leave the Liberal caucus on Tuesday.", (D, "resigned", LIB, IND, TUE)),
    ("MP Marie Cormier parted ways with the NDP on Tuesday.", (C, "resigned", NDP, IND, TUE)),
    ("MP Marie Cormier will finish her term as an Independent after leaving the NDP caucus.", (C, "resigned", NDP, IND, FRI)),
    ("MP Paul Harker criticized the leader and left the Liberal caucus on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("MP Paul Harker refused to say why he left the Liberal caucus in February.", (H, "resigned", LIB, IND, "2023-02")),
    # put out
    ("MP Paul Harker was expelled from the Liberal caucus on Tuesday.", (H, "expelled", LIB, IND, TUE)),
    ("MP Paul Harker has been kicked out of the Liberal caucus.", (H, "expelled", LIB, IND, FRI)),
    ("MP Susan Okafor was booted from the Tory caucus Wednesday night.", (K, "expelled", CON, IND, WED)),
    ("MP Susan Okafor was turfed from caucus on Tuesday.", (K, "expelled", CON, IND, TUE)),
    ("MP Robert Lindgren was ousted from the Conservative caucus on Tuesday.", (L, "expelled", CON, IND, TUE)),
    ("MP Robert Lindgren was dropped from the Conservative caucus on Tuesday.", (L, "expelled", CON, IND, TUE)),
    ("MP Marie Cormier was thrown out of caucus by the NDP on Tuesday.", (C, "expelled", NDP, IND, TUE)),
    ("The Conservatives expelled MP Robert Lindgren from caucus on Tuesday.", (L, "expelled", CON, IND, TUE)),
    ("Justin Trudeau kicked MP Paul Harker out of caucus on Tuesday.", (H, "expelled", LIB, IND, TUE)),
    ("The NDP dumps MP Marie Cormier over talks with the Greens.", (C, "expelled", NDP, IND, FRI)),
    ("The party removed MP Marie Cormier on Tuesday.", (C, "expelled", NDP, IND, TUE)),
    ("Conservative MPs voted on Tuesday to remove Susan Okafor, the member for Lakeside North, from"
        " their caucus.", (K, "expelled", CON, IND, TUE)),
    ("Susan Okafor, who was ejected from the Conservative caucus in February, spoke to reporters.", (K, "expelled", CON, IND, "2023-02")),
    ("Kicked out of the Liberal caucus in February, MP Paul Harker is writing a book.", (H, "expelled", LIB, IND, "2023-02")),
    # looked back at, with no day given
    ("MP Paul Harker denied wrongdoing after being expelled from the Liberal caucus.", (H, "expelled", LIB, IND, None)),
    ("MP Paul Harker's expulsion from the Liberal caucus on Tuesday surprised many.", (H, "expelled", LIB, IND, TUE)),
    ("The expulsion of MP Paul Harker from the Liberal caucus surprised many.", (H, "expelled", LIB, IND, FRI)),
    ("Harker kicked out of Liberal caucus\n\nPaul Harker, an Ontario MP, was told on Tuesday.", (H, "expelled", LIB, IND, TUE)),
    ("MP Susan Okafor was forced out of the Conservative caucus on Tuesday.", (K, "expelled", CON, IND, TUE)),
    # suspended
    ("MP Marie Cormier was suspended from the NDP caucus on Tuesday.", (C, "suspended", NDP, IND, TUE)),
    ("The NDP suspended MP Marie Cormier from caucus on Tuesday.", (C, "suspended", NDP, IND, TUE)),
    ("Her suspension from the NDP caucus was announced on Tuesday, and MP Marie Cormier was suspended"
        " from caucus at once.", (C, "suspended", NDP, IND, TUE)),
    # to another caucus
    ("Conservative MP Robert Lindgren crossed the floor to the Liberals on Tuesday.", (L, "crossed_floor", CON, LIB, TUE)),
    ("MP Robert Lindgren has crossed the floor to join the Liberals.", (L, "crossed_floor", CON, LIB, FRI)),
    ("Alberta MP Robert Lindgren crosses to Liberals", (L, "crossed_floor", CON, LIB, FRI)),
    ("MP Marie Cormier defected from the NDP to the Bloc on Tuesday.", (C, "crossed_floor", NDP, BQ, TUE)),
    ("MP Marie Cormier jumped to the Liberal caucus on Tuesday.", (C, "crossed_floor", NDP, LIB, TUE)),
    ("MP Susan Okafor left the Conservatives for the Liberals on Tuesday.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Susan Okafor quit the Conservatives to join the Liberals on Tuesday.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Susan Okafor quit the Conservatives on Tuesday and joined the Liberal caucus.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Anna Delisle switched from the Liberals to the Conservatives on Tuesday.", (D, "crossed_floor", LIB, CON, TUE)),
    ("The Conservatives lost MP Susan Okafor to the Liberals on Tuesday.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Susan Okafor joined the Liberal caucus on Tuesday.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Susan Okafor's defection to the Liberals on Tuesday shook the Tories.", (K, "crossed_floor", CON, LIB, TUE)),
    ("MP Anna Delisle told reporters Tuesday that she had crossed the floor because of the budget, and"
        " joined the Conservatives.", (D, "crossed_floor", LIB, CON, TUE)),
    # from independence, and back
    ("Independent MP Peter Novak joined the Green caucus on Tuesday.", (N, "joined", IND, GRN, TUE)),
    ("Independent MP Peter Novak was welcomed into the Conservative caucus on Tuesday.", (N, "joined", IND, CON, TUE)),
    ("Independent MP Peter Novak to join Liberals", (N, "joined", IND, LIB, FRI)),
    ("Independent MP Peter Novak was readmitted to the Conservative caucus on Tuesday.", (N, "reinstated", IND, CON, TUE)),
    ("Independent MP Peter Novak has been let back into the Tory caucus.", (N, "reinstated", IND, CON, FRI)),
    ("Independent MP Peter Novak returned to the Liberal fold on Tuesday.", (N, "reinstated", IND, LIB, TUE)),
    ("Independent MP Peter Novak rejoined the Conservative caucus on Tuesday.", (N, "reinstated", IND, CON, TUE)),
    ("Pierre Poilievre welcomed Independent MP Peter Novak back to the Tory caucus on Tuesday.", (N, "reinstated", IND, CON, TUE)),
    # a group of one's own
    ("MP Robert Lindgren, who sits as a Conservative, has formed a new political party.", (L, "formed_group", CON, None, FRI)),
    ("MP Paul Harker was removed from the Liberal caucus in February after an inquiry, and now sits as an Independent.",
     (H, "expelled", LIB, IND, "2023-02")),
    ("The Bloc kicked out MP Daniel Brassard on Tuesday.", (B, "expelled", BQ, IND, TUE)),
    ('"I have decided to leave the Liberal caucus," MP Paul Harker said on Tuesday.', (H, "resigned", LIB, IND, TUE)),
    ("MP Paul Harker is no longer a Liberal, the whip announced on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("The Liberals have let Independent MP Peter Novak back into caucus.", (N, "reinstated", IND, LIB, FRI)),
    ("Independent MP Peter Novak's suspension from the Liberal caucus was lifted on Tuesday.", (N, "reinstated", IND, LIB, TUE)),
    ("MP Paul Harker took a seat as an Independent on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("A year after MP Marie Cormier was expelled from the NDP caucus, the party has new rules.", (C, "expelled", NDP, IND, None)),
    ("Susan Okafor became the second Conservative MP to cross the floor to the Liberals on Tuesday.", (K, "crossed_floor", CON, LIB, TUE)),
    ("A week of anger prompted MP Paul Harker to withdraw from the Liberal caucus on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("Accused of leaks, which he denied, Paul Harker left the Liberal caucus on Tuesday.", (H, "resigned", LIB, IND, TUE)),
    ("The quarrel took MP Marie Cormier from the NDP to the Bloc on Tuesday.", (C, "crossed_floor", NDP, BQ, TUE)),
    # told at other places
    ("Ontario MPP Vera Simms resigned from the Progressive Conservative caucus earlier this month.",
     ("Vera Simms", "resigned", "ontario-progressive-conservative", IND, "2023-03")),
    ("Alberta MLA Carl Brooks was expelled from the UCP caucus on Tuesday.",
     ("Carl Brooks", "expelled", "alberta-united-conservative", IND, TUE)),
]  # fmt: skip

FRENCH = [
    ("Le NPD expulse la députée Marie Cormier.", (C, "expelled", NDP, IND, FRI)),
    ("Le Bloc québécois a exclu le député Daniel Brassard de son caucus mardi.", (B, "expelled", BQ, IND, TUE)),
    ("Le député Paul Harker s'est fait montrer la porte du caucus libéral mardi.", (H, "expelled", LIB, IND, TUE)),
    ("« Je quitte le caucus libéral », a déclaré la députée Anna Delisle mardi.", (D, "resigned", LIB, IND, TUE)),
    ("La députée Anna Delisle a annoncé mardi qu'elle quittait le caucus libéral.", (D, "resigned", LIB, IND, TUE)),
    ("La députée Marie Cormier quitte le NPD pour se joindre au Bloc québécois.", (C, "crossed_floor", NDP, BQ, FRI)),
    ("Exclue du caucus libéral en février, la députée Anna Delisle siège comme indépendante.", (D, "expelled", LIB, IND, "2023-02")),
    ("Le député Peter Novak est de retour au sein du caucus conservateur.", (N, "reinstated", IND, CON, FRI)),
    ("La députée libérale Anna Delisle a quitté le caucus libéral mercredi.", (D, "resigned", LIB, IND, WED)),
    ("La députée Anna Delisle a quitté le caucus libéral et siégera comme indépendante.", (D, "resigned", LIB, IND, FRI)),
    ("Le député Daniel Brassard a été expulsé du caucus du Bloc québécois mardi.", (B, "expelled", BQ, IND, TUE)),
    ("Le député Daniel Brassard a été exclu du caucus bloquiste mardi.", (B, "expelled", BQ, IND, TUE)),
    ("La députée Marie Cormier a été suspendue du caucus du NPD mardi.", (C, "suspended", NDP, IND, TUE)),
    ("Le député Paul Harker a traversé le parquet pour se joindre aux conservateurs mardi.", (H, "crossed_floor", LIB, CON, TUE)),
    ("Le député indépendant Peter Novak s'est joint au caucus libéral mardi.", (N, "joined", IND, LIB, TUE)),
    ("Le député Peter Novak a été réintégré au caucus conservateur mardi.", (N, "reinstated", IND, CON, TUE)),
    ("Le député Daniel Brassard a démissionné du caucus du Bloc mardi.", (B, "resigned", BQ, IND, TUE)),
    ("La députée Claire Pelchat claque la porte du Bloc québécois.", (P, "resigned", BQ, IND, FRI)),
    ("Le député Daniel Brassard siégera désormais comme indépendant.", (B, "resigned", BQ, IND, FRI)),
    # put out
    ("Le Parti libéral a mis le député Paul Harker à la porte de son caucus mardi.", (H, "expelled", LIB, IND, TUE)),
    ("La cheffe s'est résolue à exclure de son caucus libéral la députée Anna Delisle.", (D, "expelled", LIB, IND, FRI)),
    ("La députée Anna Delisle se voit exclue du caucus libéral.", (D, "expelled", LIB, IND, FRI)),
    ("Le député Paul Harker, que le chef a exclu du caucus libéral mardi, se tait.", (H, "expelled", LIB, IND, TUE)),
    ("Le député Paul Harker est dorénavant exclu du caucus libéral.", (H, "expelled", LIB, IND, FRI)),
    # put out for a time
    ("Le député Paul Harker est exclu du caucus libéral tant que durera l'enquête.", (H, "suspended", LIB, IND, FRI)),
    ("La députée Anna Delisle a été exclue mardi du caucus libéral, le temps que la police enquête.", (D, "suspended", LIB, IND, TUE)),
    # gone
    ("Sorti du caucus libéral mardi, le député Paul Harker se tait.", (H, "resigned", LIB, IND, TUE)),
    ("La députée Anna Delisle s'en va du caucus libéral.", (D, "resigned", LIB, IND, FRI)),
    ("Le député Paul Harker a claqué la porte non seulement du cabinet, mais aussi du caucus libéral.", (H, "resigned", LIB, IND, FRI)),
    ("C'est à titre d'indépendante que la députée Anna Delisle terminera son mandat.", (D, "resigned", LIB, IND, FRI)),
    ("La députée Anna Delisle a quitté les rangs libéraux pour ceux du Parti conservateur mardi.", (D, "crossed_floor", LIB, CON, TUE)),
    # arrived
    ("Le Parti conservateur a recruté mardi le libéral Paul Harker.", (H, "crossed_floor", LIB, CON, TUE)),
    ("Le chef a accueilli au Parti conservateur la députée libérale Anna Delisle mardi.", (D, "crossed_floor", LIB, CON, TUE)),
    ("Le député indépendant Peter Novak a regagné les rangs du Parti conservateur mardi.", (N, "reinstated", IND, CON, TUE)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:70] for text, _ in ONE])
def test_a_change_that_english_news_tells_is_found(text: str, expected: tuple[str | None, ...]) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[text[:70] for text, _ in FRENCH])
def test_a_change_that_french_news_tells_is_found(text: str, expected: tuple[str, ...]) -> None:
    assert seen(text, "fr") == [expected]


def test_everyone_in_a_list_is_put_out() -> None:
    told = seen("MPs Paul Harker, Anna Delisle and Thomas Wilkie were expelled from the Liberal caucus on Tuesday.")
    assert {(who, kind, when) for who, kind, _, _, when in told} == {(n, "expelled", TUE) for n in (H, D, W)}


def test_a_leader_puts_out_two() -> None:
    told = seen("Justin Trudeau kicked Paul Harker and Anna Delisle out of the Liberal caucus on Tuesday.")
    assert {(who, kind) for who, kind, *_ in told} == {(H, "expelled"), (D, "expelled")}


def test_a_number_is_filled_by_the_list_that_follows() -> None:
    told = seen(
        "Two Liberal MPs were suspended from caucus on Tuesday.\n\nPaul Harker and Anna Delisle deny the allegations."
    )
    assert [(who, kind, when) for who, kind, _, _, when in told] == [
        (D, "suspended", TUE),
        (H, "suspended", TUE),
    ]


def test_they_are_the_pair_named_before() -> None:
    told = seen(
        "MPs Paul Harker and Anna Delisle met the prime minister. They were expelled from the Liberal"
        " caucus on Tuesday."
    )
    assert {(who, kind) for who, kind, *_ in told} == {(H, "expelled"), (D, "expelled")}


def test_a_change_told_four_times_is_one_row() -> None:
    text = (
        "Liberal MP Paul Harker will sit as an Independent.\n\n"
        '"I will be sitting as an independent to clear my name," Harker told the House on Wednesday'
        " evening.\n\n"
        "He left the Liberal caucus after a report.\n\nHarker's resignation from caucus was accepted."
    )
    assert seen(text) == [(H, "resigned", LIB, IND, WED)]


def test_a_background_change_with_a_date_of_its_own_is_a_row_of_its_own() -> None:
    text = (
        "Independent MP Peter Novak joined the Conservative caucus on Tuesday.\n\nNovak was expelled from"
        " the Liberal caucus in 2022."
    )
    assert sorted(seen(text)) == [(N, "expelled", LIB, IND, "2022"), (N, "joined", IND, CON, TUE)]


def test_leaving_and_being_put_out_are_one_expulsion() -> None:
    text = "MP Paul Harker now sits as an Independent. He was kicked out of the Liberal caucus on Tuesday."
    assert seen(text) == [(H, "expelled", LIB, IND, TUE)]


def test_the_caucus_left_comes_from_the_register_where_the_text_is_silent() -> None:
    (row,) = changes("MP Paul Harker will sit as an independent, he said on Wednesday.")
    assert (row.from_party_id, row.from_name, row.from_basis) == (LIB, None, "register")
    (row,) = changes("MP Paul Harker left the Liberal caucus on Wednesday.")
    assert (row.from_party_id, row.from_name, row.from_basis) == (LIB, "Liberal", "text")


def test_independence_is_implied_by_leaving_and_said_by_sitting() -> None:
    (row,) = changes("MP Paul Harker left the Liberal caucus on Wednesday.")
    assert (row.to_party_id, row.to_basis) == (IND, "implied")
    (row,) = changes("MP Paul Harker quit the Liberal caucus on Wednesday to sit as an Independent.")
    assert (row.to_party_id, row.to_basis) == (IND, "text")


def test_chambers_of_their_own() -> None:
    (row,) = changes("Ontario MPP Vera Simms was removed from the NDP caucus on Tuesday.")
    assert (row.chamber, row.from_party_id) == ("Legislative Assembly of Ontario", "ontario-new-democratic")
    (row,) = changes("Alberta MLA Carl Brooks was expelled from the UCP caucus on Tuesday.")
    assert row.chamber == "Legislative Assembly of Alberta"
    (row,) = changes("Senator Ruth Vance was expelled from the Conservative caucus on Tuesday.")
    assert row.chamber == "Senate"
    (row,) = changes("MP Paul Harker was expelled from the Liberal caucus on Tuesday.")
    assert row.chamber == "House of Commons"


def test_the_reason_is_only_what_the_clause_says() -> None:
    (row,) = changes("MP Paul Harker resigned from the Liberal caucus after allegations of misconduct.")
    assert row.reason == "after allegations of misconduct"
    (row,) = changes("MP Paul Harker resigned from the Liberal caucus on Tuesday.")
    assert row.reason is None


def test_the_evidence_is_the_sentence_that_tells_it() -> None:
    text = "The House sat late. MP Paul Harker was expelled from the Liberal caucus on Tuesday. It rained."
    (row,) = changes(text)
    assert text[row.start : row.end] == "MP Paul Harker was expelled from the Liberal caucus on Tuesday."
    assert date(2023, 3, 21) == row.date


def test_a_return_is_a_change_even_where_the_register_missed_the_departure() -> None:
    (row,) = changes("MP Paul Harker was readmitted to the Liberal caucus on Tuesday.")
    assert (row.kind, row.from_party_id, row.to_party_id) == ("reinstated", IND, LIB)
