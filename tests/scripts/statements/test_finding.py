"""Who is said to have said what?"""

from __future__ import annotations

import pytest

from tests.scripts.speech import said, statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # the speaker after the words, before them, and inside
        ('"The committee will meet on Monday," Roy said.', "Roy", "The committee will meet on Monday,"),
        ('"The committee will meet," said the whip.', "the whip", "The committee will meet,"),
        ('The whip said: "The committee will meet."', "The whip", "The committee will meet."),
        ('In Ottawa, the whip said, "The committee will meet."', "the whip", "The committee will meet."),
        ('"Why was nobody told?" Marie Roy asked.', "Marie Roy", "Why was nobody told?"),
        (
            '"We lost the vote," Anne Roy, the party\'s finance critic, told reporters on Monday.',
            "Anne Roy",
            "We lost the vote,",
        ),
        (
            '"We lost the vote," said Whitby, Ont. MP Marie Roy, who chairs the committee.',
            "Whitby, Ont. MP Marie Roy",
            "We lost the vote,",
        ),
        # a verb that no list holds, but a quotation and a name
        ('"Order in the chamber," the Speaker barked.', "the Speaker", "Order in the chamber,"),
        # reported speech
        ("The minister said she will not resign.", "The minister", "she will not resign"),
        ("He believes that the vote was fair.", "He", "that the vote was fair"),
        ("The vote was lost, according to the whip.", "the whip", "The vote was lost"),
        ("According to the whip, the vote was lost.", "the whip", "the vote was lost"),
        ("The vote, the whip said, was lost by mistake.", "the whip", "was lost by mistake"),
        ("She urged members to reject the motion.", "She", "members to reject the motion"),
        ("Two senators called for a public inquiry.", "Two senators", "a public inquiry"),
        ("The premier plans to run again in the fall.", "The premier", "to run again in the fall"),
        (
            "Opposition members asked whether the file was lost.",
            "Opposition members",
            "whether the file was lost",
        ),
        ("Roy tweeted that the caucus had met twice.", "Roy", "that the caucus had met twice"),
        (
            "The member's claim that the file was lost is false.",
            "The member's",
            "that the file was lost is false",
        ),
    ],
)
def test_speaker_and_words(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


def test_a_broken_quotation_is_two_statements_of_one_utterance() -> None:
    pieces = statements('"We lost this vote," she said, "and we know why."')
    assert [p.kind for p in pieces] == ["direct", "direct"]
    assert len({p.utterance for p in pieces}) == 1


def test_a_quotation_goes_on_after_its_attribution() -> None:
    text = '"We lost the vote," Roy said. "We will try again next week."'
    assert said(text) == [("Roy", "We lost the vote,"), ("Roy", "We will try again next week.")]
    carried = statements(text)[1]
    assert (carried.speaker_at, carried.cue, carried.rule) == (None, None, "carried-over")


def test_a_paragraph_of_nothing_but_quotation_has_the_speaker_of_the_one_before() -> None:
    text = '"We lost the vote," Roy told the House.\n\n"I will sit as an independent member."'
    assert said(text)[-1] == ("Roy", "I will sit as an independent member.")


def test_a_quotation_over_paragraphs_is_one_utterance() -> None:
    text = 'Roy said: "We came here to work.\n\n"We stayed for a whole year.\n\n"Now we leave the caucus."'
    found = statements(text)
    assert [s.speaker_mention for s in found] == ["Roy"] * 3
    assert len({s.utterance for s in found}) == 1


def test_a_reported_clause_with_quoted_words_is_mixed() -> None:
    text = 'Roy said the plan was "a slap in the face" for farmers.'
    (found,) = statements(text)
    assert found.kind == "mixed"
    assert text[found.start : found.end] == 'the plan was "a slap in the face" for farmers'


def test_a_reported_clause_ends_where_the_next_cue_begins() -> None:
    text = "Roy said the plan would fail, adding that farmers would suffer."
    assert said(text) == [("Roy", "the plan would fail"), ("Roy", "that farmers would suffer")]


def test_two_speakers_in_one_sentence() -> None:
    text = "Roy said the plan would fail, but the minister insisted that it would work."
    assert said(text) == [("Roy", "the plan would fail"), ("the minister", "that it would work")]


def test_a_relative_clause_inside_does_not_end_the_content() -> None:
    text = "Roy argued the bill, which is before the Senate, would fail."
    assert said(text) == [("Roy", "the bill, which is before the Senate, would fail")]


def test_the_words_spoken_to_are_the_addressee_not_the_content() -> None:
    (found,) = statements("Roy told reporters that the vote was lost.")
    assert found.addressee == "reporters"
    assert found.kind == "indirect"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ('"I will go," Roy said in the House on Monday. "I will go now."', "House"),
        ('"I will go now," Roy told the House of Commons.', "House of Commons"),
        ('"I will go now," Roy said at a news conference in Regina.', "news conference"),
        ("In a written statement, Roy said the vote was lost.", "written statement"),
        ("Roy said the vote in the Senate was lost.", None),
    ],
)
def test_where_it_was_said(text: str, venue: str | None) -> None:
    assert statements(text)[0].venue == venue


@pytest.mark.parametrize(
    "text",
    [
        'He was known as a "loose cannon" in those days.',
        'The film "Ottawa by Night in Winter" opens on Friday.',
        'Citing "senior government sources," the paper ran the story.',
        "The report was printed on Monday.",
        "His claims were long.",
        "The river ran past the mill.",
        "Party leaders met in Regina on Tuesday morning.",
        "Roy resigns from the caucus, denies allegations.",
        "They voted according to their conscience.",
        "They will leave if the whip is asked.",
        'It was a film called "Ottawa by Night".',
        "It was the story told by the whip.",
        "He was told to leave.",
        "It was against her plans to the contrary.",
        "He was believed.",
        "The shows were cancelled.",
        "The plan was blasted.",
        "They called twice.",
        "Three parties ran: Liberal, Conservative, Green.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("« Je quitte le caucus », a-t-il déclaré mercredi.", "il", "Je quitte le caucus"),
        ("« C'est un mensonge », affirme la ministre Roy.", "la ministre Roy", "C'est un mensonge"),
        ("« C'est un jour triste », a dit M. Roy en Chambre.", "M. Roy", "C'est un jour triste"),
        ("Selon le whip, le vote est perdu.", "le whip", "le vote est perdu"),
        ("Le vote est perdu, d'après le whip.", "le whip", "Le vote est perdu"),
        ("La ministre a indiqué que le vote aurait lieu.", "La ministre", "que le vote aurait lieu"),
        ("Le whip a répondu : « Nous voterons demain matin. »", "Le whip", "Nous voterons demain matin."),
    ],
)
def test_french(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text, "fr")


def test_a_french_attribution_inside_the_quotation_marks() -> None:
    text = "« C'est un jour triste, dit-elle, et nous devons changer. »"
    assert said(text, "fr") == [("elle", "C'est un jour triste"), ("elle", "et nous devons changer.")]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # where the words end
        (
            'Even as Roy claimed that the vote was "a clear victory," the whip counted again.',
            "Roy",
            'that the vote was "a clear victory,"',
        ),
        ('Roy called the plan "a slap in the face" on Friday.', "Roy", 'the plan "a slap in the face"'),
        ("Roy admits that he met them but denies that he was paid.", "Roy", "that he met them"),
        ("Roy, who argued that the file was lost, has left.", "Roy", "that the file was lost"),
        ("As the whip noted on Monday, the vote was lost.", "the whip", "the vote was lost"),
        ("The party issued a statement saying the vote was lost.", "The party", "the vote was lost"),
        ("According to Roy, the whip met them twice.", "Roy", "the whip met them twice"),
    ],
)
def test_the_words_end_with_their_clause(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The whip did not suggest that the file was lost.",
        "Roy left the room without saying why the vote was lost.",
        "A band called Northern Lights played for the members.",
        "The prime minister has asked the committee for an inquiry.",
        "Voters in every riding will find a candidate on the ballot.",
        "The whip will advise the government on the bill.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The whip's deputy, Jane Roe, said the vote was lost.", "The whip's deputy, Jane Roe"),
        ('"The vote is lost," said his deputy, Jane Roe.', "his deputy, Jane Roe"),
        # a name needs no second one, and a role after a name is no name
        ("Jane Roe, the deputy whip, said the vote was lost.", "Jane Roe"),
        ("His deputy, who chairs the caucus, said the vote was lost.", "His deputy"),
    ],
)
def test_a_role_is_named_by_the_name_beside_it(text: str, speaker: str) -> None:
    assert [who for who, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The whip asked what was lost.", "what was lost"),
        ("The judge found the vote was lost.", "the vote was lost"),
        ("Roy recommended that the bill be lost.", "that the bill be lost"),
        ("The whip accused him of losing the vote.", "him of losing the vote"),
    ],
)
def test_a_clause_and_an_accusation_are_what_was_said(text: str, words: str) -> None:
    assert [found for _, found in said(text)] == [words]


def test_what_follows_according_to_is_said_too() -> None:
    assert said("Those days, according to Roy, are over for good.") == [
        ("Roy", "are over for good"),
    ]
    assert said("Most members of the council, according to Roy, were not sure of it.") == [
        ("Roy", "Most members of the council"),
        ("Roy", "were not sure of it"),
    ]
    assert said("The vote was lost, according to Roy, and the whip left the room.") == [("Roy", "The vote was lost")]


@pytest.mark.parametrize("text", ["Roy confirmed it in a statement on Monday.", "The whip announced it at a meeting."])
def test_a_mere_it_is_not_what_was_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("dateline", ["OTTAWA — ", "OTTAWA—", "ST. JOHN'S, N.L. - ", "NEW YORK (Reuters) – "])
def test_the_dateline_is_no_part_of_what_is_said(dateline: str) -> None:
    assert said(dateline + "The vote is lost today, the whip said.") == [("the whip", "The vote is lost today")]
    assert said(dateline + "Roe has read the file and says the vote is lost.") == [("Roe", "the vote is lost")]


def test_capitals_of_a_party_before_a_hyphen_are_no_dateline() -> None:
    assert said("The NDP-Liberal pact is lost, the whip said.") == [("the whip", "The NDP-Liberal pact is lost")]


def test_the_title_of_a_programme_is_no_statement() -> None:
    text = '"We lost the vote," Roy said on the programme "Ottawa by Night."'
    assert said(text) == [("Roy", "We lost the vote,")]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Elle dit vouloir rester au caucus.", "Elle", "vouloir rester au caucus"),
        ("Elle se dit déçue de la décision.", "Elle", "déçue de la décision"),
        ("Le budget, a-t-elle dit, ne passera pas.", "elle", "ne passera pas"),
        (
            "Le ministre de la Justice, Jean Roy, a annoncé vendredi qu’il quittait le caucus.",
            "Le ministre de la Justice, Jean Roy",
            "qu’il quittait le caucus",
        ),
        (
            "Le député de Laval, qui avait affirmé que le vote était perdu, siégera seul.",
            "Le député de Laval",
            "que le vote était perdu",
        ),
        ("La députée soutient que la loi est bonne, ajoutant que le vote compte.", "La députée", "que le vote compte"),
        ("« C’est un geste de courage », écrivaient-elles.", "elles", "C’est un geste de courage"),
    ],
)
def test_french_reported_speech(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "La ministre ne dit pas que le projet est mort.",
        "Roy quitte le caucus, nie les allégations.",
        "Le vote sera pris selon la loi électorale.",
        "L’annonce que la ministre a faite surprend.",
    ],
)
def test_what_is_no_french_statement(text: str) -> None:
    assert said(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Elizabeth May of the Green Party, who has read it, said the vote was lost.",
            "Elizabeth May of the Green Party",
        ),
        ('"The vote is lost," said Sen. Joseph Day of New Brunswick.', "Sen. Joseph Day"),
        ("Twelve members who have broken with the leader of the caucus said the vote was lost.", "Twelve members"),
        ("Witnesses who have testified since the end of March said the vote was lost.", "Witnesses"),
        ("The committee, made up of members and senators, which said the vote was lost, met again.", "The committee"),
        ("The inquiry into the lost vote said the file was lost.", "The inquiry into the lost vote"),
        ("Several voters and mayors said the vote was lost.", "Several voters and mayors"),
        ("Another Liberal, Ontario MP Jane Roe, said the vote was lost.", "Another Liberal, Ontario MP Jane Roe"),
        ("One of them, Jane Roe, said the vote was lost.", "One of them, Jane Roe"),
        ("The vote was lost, according to an aide in the whip's office.", "an aide in the whip's office"),
        ("Later that day Roe, who chairs the caucus, said the vote was lost.", "Roe"),
        ("At a meeting on the bill he had gone further and said the vote was lost.", "he"),
        ("The whip sent a letter to members, saying the vote was lost.", "The whip"),
        # a clause of its own, an object, another clause before
        ("Roe met members and officials said the vote was lost.", "officials"),
        ("The minister for health said the vote was lost.", "The minister for health"),
    ],
)
def test_the_whole_subject_speaks(text: str, speaker: str) -> None:
    assert speaker in [who for who, _ in said(text)]


def test_a_month_is_no_name() -> None:
    assert said("In May the whip said the vote was lost.") == [("the whip", "the vote was lost")]
    assert said("May said the vote was lost.") == [("May", "the vote was lost")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The government was slow, she wrote, and news did not always come through.",
            [("she", "The government was slow"), ("she", "news did not always come through")],
        ),
        (
            "Nobody else is concerned, he said, nor any member of the party.",
            [("he", "Nobody else is concerned"), ("he", "nor any member of the party")],
        ),
        (
            "The file could be heard in secret, according to Roe, and nothing should be held back.",
            [("Roe", "The file could be heard in secret"), ("Roe", "nothing should be held back")],
        ),
        # he did something; somebody else speaks; what happened next
        ("The vote was lost, he said, and left the room.", [("he", "The vote was lost")]),
        ("The vote was lost, according to Roe, and the whip left the room.", [("Roe", "The vote was lost")]),
    ],
)
def test_a_reported_sentence_goes_on_after_its_attribution(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("By her account, that had been true for years.", "her", "that had been true for years"),
        ("Three things were too much for him, by his own account.", "his", "Three things were too much for him"),
        ("The members of the party, by Roe's account, did not vote for her.", "Roe", "did not vote for her"),
        ("Nobody on the council, in his view, could have known.", "his", "could have known"),
    ],
)
def test_an_account_or_a_view_is_its_owners(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "What he accused them of, the whip does not say.",
        "Whether the vote was lost, he cannot tell.",
        "Roe has not decided whether to stay in politics.",
        "Roe did not agree with taking him back.",
        "He had tears in his view of the harbour.",
        "They blocked his account by accident.",
        "Voters still saw his name on the ballot.",
        "The rule allows members to leave the room.",
    ],
)
def test_what_is_not_said_or_left_open_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The paper cited unnamed sources who alleged that the vote was lost.",
            [("unnamed sources", "that the vote was lost")],
        ),
        (
            "The paper reported allegations by former aides that she lost the vote.",
            [("former aides", "that she lost the vote")],
        ),
        ("The paper reported that the vote was lost.", [("The paper", "that the vote was lost")]),
    ],
)
def test_whoever_is_cited_speaks(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The changes, which officials said will come in May, are large.", "officials", "will come in May"),
        ('Carson called that report a "boldfaced lie."', "Carson", 'that report a "boldfaced lie."'),
        ('One member called Roe "the best of us all."', "One member", 'Roe "the best of us all."'),
        ("The vote is lost, the whip said when he met reporters.", "the whip", "The vote is lost"),
        ("He spoke only of the lost vote.", "He", "the lost vote"),
        (
            "He remarked that the people of Edmonton-St. Albert had voted.",
            "He",
            "that the people of Edmonton-St. Albert had voted",
        ),
        (
            "He plans to hold a vote in the term, which ends in May, and has invited the whip.",
            "He",
            "to hold a vote in the term, which ends in May",
        ),
    ],
)
def test_the_words_are_whole(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Last Friday the committee released texts and emails that she had written.",
        "The service keeps intelligence reports flagged by the agency.",
        "Roe, who won the race in her home state, was not there.",
    ],
)
def test_a_noun_that_looks_like_a_verb_says_nothing(text: str) -> None:
    assert said(text) == []


def test_a_quotation_begins_after_the_telling() -> None:
    assert said('Roe joined in, telling a magazine, "They are both very good," he said.') == [
        ("he", "They are both very good,")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Nothing of the kind will occur again, Roe assured the House.", "Roe", "Nothing of the kind will occur again"),
        ("People will think him an opportunist, he knows.", "he", "People will think him an opportunist"),
        ("The whip did talk with them, Roe found, but nothing was lost.", "Roe", "The whip did talk with them"),
        (
            "He has no talks with them, the member told a host in an interview that was broadcast on Monday.",
            "the member",
            "He has no talks with them",
        ),
        ("The RCMP say their probe began with a letter.", "The RCMP", "their probe began with a letter"),
        ("Roe reported on Nov. 7 that the vote was lost.", "Roe", "that the vote was lost"),
        ("He insisted once more that the vote was lost.", "He", "that the vote was lost"),
    ],
)
def test_more_ways_in_which_words_are_attributed(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    "text", ["The member, known for keeping her distance, left.", "At noon, the whip found the file in a drawer."]
)
def test_what_only_looks_like_an_attribution_is_none(text: str) -> None:
    assert said(text) == []
