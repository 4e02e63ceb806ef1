"""What only sounds like a change of caucus is none: denials, calls, plans, conditions, other posts, other parliaments."""

from __future__ import annotations

import pytest

from tests.scripts.members import changes

DENIED_OR_REFUSED = [
    "MP Paul Harker survived a vote to expel him from the Liberal caucus.",
    "The Liberals voted against expelling MP Paul Harker from caucus.",
    "MP Paul Harker denied he would cross the floor to the Conservatives.",
    "MP Paul Harker denied that he left the Liberal caucus.",
    "MP Paul Harker did not leave the Liberal caucus.",
    "MP Paul Harker has not been expelled from the Liberal caucus.",
    "MP Paul Harker will not be expelled from caucus, the whip said.",
    "MP Paul Harker says he won't leave the Liberal caucus.",
    "MP Paul Harker never quit the Liberal caucus.",
    "MP Paul Harker refused to leave the Liberal caucus.",
    "The Conservatives refused to readmit MP Peter Novak to caucus.",
    "The Liberals declined to expel MP Paul Harker from caucus.",
    "MP Paul Harker ruled out joining the Conservative caucus.",
    "MP Paul Harker has no intention of leaving the Liberal caucus.",
    "MP Paul Harker apologized rather than leave the Liberal caucus.",
    "Nobody pushed MP Paul Harker out of the Liberal caucus, the prime minister said.",
    "MP Paul Harker stopped short of quitting the Liberal caucus.",
]
CALLED_FOR = [
    "NDP Leader Jagmeet Singh called for MP Paul Harker to be removed from the Liberal caucus.",
    "MP Paul Harker should be expelled from the Liberal caucus, Singh said.",
    "Poilievre urged the prime minister to kick MP Paul Harker out of the Liberal caucus.",
    "The leader asked MP Paul Harker to resign from caucus.",
    "Critics demanded MP Paul Harker's expulsion from the Liberal caucus.",
    "There were calls for MP Paul Harker's removal from caucus.",
    "Conservative MPs want MP Susan Okafor out of the Conservative caucus.",
    "The opposition wants MP Paul Harker kicked out of the Liberal caucus.",
    "MP Paul Harker must be removed from caucus, the critic said.",
    "A petition suggested that MP Paul Harker be expelled from the Liberal caucus.",
]
PLANNED_OR_FEARED = [
    "MP Paul Harker is considering leaving the Liberal caucus.",
    "MP Paul Harker threatened to quit the Liberal caucus.",
    "MP Paul Harker could be expelled from caucus this week.",
    "MP Paul Harker might cross the floor to the Conservatives.",
    "MP Paul Harker plans to leave the Liberal caucus next year.",
    "MP Paul Harker is thinking about joining the Conservatives.",
    "MP Paul Harker would leave the Liberal caucus over the pipeline, a friend said.",
    "MP Paul Harker faces expulsion from the Liberal caucus.",
    "Rumours that MP Paul Harker crossed the floor swirled on Tuesday.",
    "There is speculation that MP Paul Harker will join the Conservatives.",
    "MP Paul Harker is reportedly leaving the Liberal caucus.",
    "MP Paul Harker hopes to rejoin the Liberal caucus.",
    "Liberals fear that MP Paul Harker will cross the floor.",
    "MP Peter Novak asked to be readmitted to the Liberal caucus.",
    "The caucus will debate MP Paul Harker's expulsion from caucus.",
    "MP Paul Harker tried to join the Conservative caucus.",
]
CONDITIONAL_OR_ASKED = [
    "Had MP Paul Harker left the Liberal caucus, he would have sat as an Independent.",
    "MP Paul Harker was nearly expelled from the Liberal caucus.",
    "MP Peter Novak has been invited back to the Liberal caucus.",
    "If MP Paul Harker were to cross the floor, the government would fall.",
    "If MP Paul Harker leaves the Liberal caucus, he will sit as an Independent.",
    "MP Paul Harker will be expelled from caucus if he votes against the budget.",
    "MP Paul Harker will leave the Liberal caucus unless the bill is changed.",
    "Has MP Paul Harker left the Liberal caucus?",
    "Reporters asked whether MP Paul Harker was kicked out of the Liberal caucus.",
    "MPs will vote on whether to expel Paul Harker from caucus.",
    "Should MP Paul Harker quit the Liberal caucus, a by-election is unlikely.",
]
OTHER_THINGS_LEFT = [
    "MP Paul Harker left the party's convention early.",
    "MP Paul Harker left it to the Liberal caucus to decide.",
    "MP Paul Harker was removed as Liberal caucus chair on Tuesday.",
    "MP Paul Harker sat as a Liberal from 2021.",
    "MP Paul Harker resigned his seat on Tuesday.",
    "MP Paul Harker resigned from cabinet on Tuesday.",
    "MP Paul Harker resigned as Liberal leader on Tuesday.",
    "MP Paul Harker left the Liberal caucus meeting early on Tuesday.",
    "MP Paul Harker quit the Liberal leadership race.",
    "MP Paul Harker stepped down as caucus chair on Tuesday.",
    "MP Paul Harker walked out of the caucus room on Tuesday.",
    "MP Paul Harker was removed from the committee by the Liberals.",
    "The vote left the Liberals scrambling, MP Paul Harker said.",
    "MP Paul Harker left the Conservatives wondering what he meant.",
    "MP Paul Harker joined the Conservatives in calling for an inquiry.",
    "MP Paul Harker joined the Conservative leader at a rally.",
    "MP Paul Harker called for an independent inquiry.",
    "MP Paul Harker crossed the floor of the convention hall.",
    "MP Paul Harker returned to the caucus room after the vote.",
    "MP Paul Harker was dropped from the shadow cabinet.",
    "MP Paul Harker continues to sit as an Independent.",
    "MP Paul Harker formed a committee on housing.",
    "MP Paul Harker was suspended from the House for a day.",
    "MP Paul Harker moved a motion against the Conservatives.",
]
NO_MEMBER = [
    "MP Paul Harker joined the Liberal Party as a student in 1998.",
    "The Liberals dropped candidate Owen Fisk two days before the election.",
    "Owen Fisk was dropped as the NDP candidate in Whitford.",
    "Strategist Owen Fisk quit the Liberal Party on Tuesday.",
    "Former premier Owen Fisk left the Conservative Party in 1994.",
    "The party left the region, MP Paul Harker said.",
    "MP Paul Harker joined the Liberal caucus in 2021 when he was elected.",
    "A member of the caucus said the party had left Canada behind.",
]
ELSEWHERE = [
    "U.S. Rep. Owen Fisk left the Republican Party on Tuesday to sit as an Independent, Democrats in Congress said.",
    "Owen Fisk, a Labour MP at Westminster, resigned from the party on Tuesday to sit as an"
    " independent, the BBC reported in Britain.",
    "Senator Owen Fisk quit the Democrats to sit as an independent in the U.S. Senate, Washington was told.",
    "Owen Fisk defected from the Conservatives to Labour at Westminster, Downing Street confirmed.",
]
FRENCH = [
    "Le député Paul Harker a dit qu'il ne quitterait pas le caucus libéral.",
    "Le député Paul Harker a-t-il quitté le caucus libéral?",
    "On ignore si la députée Anna Delisle demeurera au sein du caucus libéral.",
    "Le chef veut expulser le député Paul Harker du caucus.",
    "Le NPD a exclu Owen Fisk comme candidat.",
    "Le député Paul Harker n'a pas quitté le caucus libéral.",
    "Le député Paul Harker nie avoir quitté le caucus libéral.",
    "Le député Paul Harker pourrait quitter le caucus libéral.",
    "Le député Paul Harker songe à quitter le caucus libéral.",
    "Le Bloc demande que le député Paul Harker soit exclu du caucus libéral.",
    "Si le député Paul Harker quitte le caucus libéral, il siégera comme indépendant.",
    "Le député Paul Harker a quitté la salle du caucus mardi.",
    "Le député Paul Harker a démissionné du cabinet mardi.",
    "Le député Paul Harker aurait quitté le caucus libéral.",
    "Le député Paul Harker refuse de quitter le caucus libéral.",
    "Le député Paul Harker fait partie du caucus libéral.",
    "La députée Anna Delisle rejoint les conservateurs au comité des finances.",
    "Le Parti conservateur a recruté la libérale Anna Delisle comme candidate.",
    "Justin Trudeau refuse de mettre le député Paul Harker à la porte de son caucus.",
    "Le chef pourrait exclure de son caucus la députée Anna Delisle.",
    "La députée Anna Delisle est exclue du comité tant que durera l'enquête.",
    "Pierre Poilievre a accueilli au Parti conservateur un millier de membres.",
    "Le parti du député Paul Harker veut qu'un transfuge soit contraint de démissionner.",
    "Si Paul Harker et Anna Delisle quittent le caucus libéral, le gouvernement tombera.",
    "La députée Anna Delisle a été accueillie au congrès du Parti conservateur.",
    "Le député Paul Harker siégera au comité des finances avec les conservateurs.",
]
ENGLISH = (
    DENIED_OR_REFUSED
    + CALLED_FOR
    + PLANNED_OR_FEARED
    + CONDITIONAL_OR_ASKED
    + OTHER_THINGS_LEFT
    + NO_MEMBER
    + ELSEWHERE
)


@pytest.mark.parametrize("text", ENGLISH, ids=[text[:80] for text in ENGLISH])
def test_english_news_that_tells_of_no_change(text: str) -> None:
    assert [(row.person.name, row.kind, row.rule) for row in changes(text)] == []


@pytest.mark.parametrize("text", FRENCH, ids=[text[:80] for text in FRENCH])
def test_french_news_that_tells_of_no_change(text: str) -> None:
    assert [(row.person.name, row.kind, row.rule) for row in changes(text, language="fr")] == []


def test_a_call_beside_a_change_adds_nothing() -> None:
    text = (
        "NDP Leader Jagmeet Singh called for MP Anna Delisle to be removed from the Liberal caucus, hours"
        " after "
        "MP Paul Harker left the Liberal caucus on Tuesday."
    )
    assert [row.person.name for row in changes(text)] == ["Paul Harker"]
