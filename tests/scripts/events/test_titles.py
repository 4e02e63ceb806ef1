"""Does the title of an event say what its sentence says: the post, the inquiry, the wrong, the article?"""

from __future__ import annotations

import pytest

from tests.scripts.happenings import of_type

# sentence, type, title
TITLED: list[tuple[str, str, str]] = [
    # posts
    ("Paul Harker is the new defence minister.", "appointment", "Paul Harker is named minister of defence"),
    ("Paul Harker gets Revenue.", "appointment", "Paul Harker is named minister of revenue"),
    ("Paul Harker took Indian Affairs.", "appointment", "Paul Harker is named minister of Indian affairs"),
    ("Paul Harker succeeds Helen Strand at Foreign Affairs.", "appointment", "Paul Harker is named minister of foreign affairs"),
    ("Paul Harker becomes a junior minister for small business.", "appointment",
     "Paul Harker is named junior minister for small business"),
    ("Paul Harker was appointed minister of state for science on Monday.", "appointment",
     "Paul Harker is named minister of state for science"),
    ("Paul Harker was appointed to the Senate.", "appointment", "Paul Harker is appointed to the Senate"),
    ("Paul Harker took a place in the federal cabinet.", "appointment", "Paul Harker is appointed to the cabinet"),
    ("Paul Harker was named ambassador to France.", "appointment", "Paul Harker is named ambassador to France"),
    # a post that the words do not tell plainly
    ("Paul Harker was appointed chair of the museum.", "appointment", "Paul Harker is appointed"),
    # inquiries
    ("Paul Harker is giving up his post as special rapporteur on water.", "inquiry", "Paul Harker resigns as special rapporteur"),
    ("Paul Harker resigned as head of the public inquiry into money laundering.", "inquiry",
     "Paul Harker resigns from the inquiry into money laundering"),
    ("Paul Harker resigned as head of the public inquiry on Monday.", "inquiry", "Paul Harker resigns from an inquiry"),
    ("Inquiry commissioner Helen Strand delivered her final report on Tuesday.", "inquiry",
     "Helen Strand delivers the final report of an inquiry"),
    ("Inquiry commissioner Helen Strand published findings on Tuesday.", "inquiry", "Helen Strand reports for an inquiry"),
    ("The NDP wants an investigation of the shares.", "call_for_inquiry", "NDP calls for an investigation"),
    ("Helen Strand called for a public inquiry into the investigation.", "call_for_inquiry", "Helen Strand calls for an inquiry"),
    # wrongs: what was alleged where nobody is said to allege it, or where it is one allegation more
    ("The report follows allegations that Paul Harker ignored warnings about money.", "allegation",
     "Allegation against Paul Harker of ignoring warnings"),
    ("Helen Strand alleged that Paul Harker ignored warnings about money.", "allegation",
     "Allegation against Paul Harker by Helen Strand"),
    ("The report follows allegations that Paul Harker hid it.", "allegation", "Allegation against Paul Harker"),
    # articles
    ("The Crown alleged that Paul Harker took bribes.", "allegation", "Allegation against Paul Harker by the Crown"),
    ("Police alleged that Paul Harker took bribes.", "allegation", "Allegation against Paul Harker by Police"),
    ("A parliamentary committee alleged that the government was secretive.", "allegation",
     "Allegation against the government by a parliamentary committee"),
    ("The CBC alleged that Paul Harker took bribes.", "allegation", "Allegation against Paul Harker by CBC"),
    # acts between states and by-elections
    ("Ottawa is throwing out Helen Strand, a Chinese diplomat.", "diplomatic_contact", "Ottawa expels Helen Strand"),
    ("The House of Commons passed a motion of non-confidence.", "confidence_vote", "House of Commons votes no confidence"),
    ("Judge Rosa Lind acquitted Paul Harker of fraud.", "court_ruling", "Paul Harker is acquitted"),
    ("Justice Rosa Lind found Paul Harker not guilty.", "court_ruling", "Paul Harker is found not guilty"),
    ("Paul Harker was sentenced to two years.", "court_ruling", "Court decides the case of Paul Harker"),
    ("Helen Strand leaves Heritage for International Cooperation.", "appointment",
     "Helen Strand is named minister of international cooperation"),
    ("Helen Strand was moved from justice to veterans affairs in January.", "appointment",
     "Helen Strand is named minister of veterans affairs"),
    ("The justice portfolio goes to Paul Harker.", "appointment", "Paul Harker is named minister of justice"),
    ("Helen Strand is no longer the Green candidate.", "nomination", "Helen Strand ceases to be a candidate"),
    ("The Liberals won a majority on Tuesday.", "election", "Liberals win an election"),
    ("Canada recalled its ambassador to Saudi Arabia.", "diplomatic_contact", "Canada and Saudi Arabia in contact"),
    ("The Liberals lost a byelection in Toronto to the NDP.", "election", "NDP wins a by-election in Toronto"),
    ("The Liberals lost a byelection in a Montreal stronghold to the NDP.", "election", "NDP wins a by-election in Montreal"),
    ("The Liberals lost a byelection in a Liberal stronghold to the NDP.", "election", "NDP wins a by-election"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "title"), TITLED)
def test_a_title_says_what_its_sentence_says(sentence: str, event_type: str, title: str) -> None:
    assert [event.title for event in of_type(event_type, sentence)] == [title]


def test_a_body_is_spelled_as_it_spells_itself() -> None:
    (found,) = of_type("allegation", "Helen Strand accused the Bloc Quebecois of hiding a report.")
    assert found.title == "Allegation against the Bloc Québécois by Helen Strand"
    (found,) = of_type("allegation", "Helen Strand accused the Liberals of hiding a report.")
    assert found.title == "Allegation against the Liberals by Helen Strand"


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("The Conservatives want a public inquiry. Liberal MP Paul Harker said so.", "canada"),
        ("The Conservatives want a public inquiry.", None),  # no story says where they sit
        ("A parliamentary committee wants a public inquiry. Liberal MP Paul Harker said so.", "canada"),
        ("Beijing wants a public inquiry. Liberal MP Paul Harker said so.", None),  # another country
        ("The Ontario government wants a public inquiry. Liberal MP Paul Harker said so.", "ontario"),
    ],
)
def test_a_party_acts_where_its_story_belongs(text: str, jurisdiction: str | None) -> None:
    (found,) = of_type("call_for_inquiry", text)
    assert found.jurisdiction == jurisdiction


def test_several_parties_call_in_french_too() -> None:
    (found,) = of_type("call_for_inquiry", "Les partis d’opposition réclament une enquête publique.", language="fr")
    assert found.title == "partis d'opposition call for an inquiry"
    (found,) = of_type("call_for_inquiry", "Le Bloc québécois réclame une enquête publique.", language="fr")
    assert found.title == "Bloc québécois calls for an inquiry"


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        ("Robert Lindgren disputes the report.", "disputed"),
        ("Robert Lindgren read the report.", "alleged"),
        ("Paul Harker disputes the report.", "alleged"),  # the accused: no third person
        ("The House rose. Robert Lindgren disputes the report.", "alleged"),  # not the next sentence
    ],
)
def test_what_another_disputes_is_disputed(answer: str, claim: str) -> None:
    (found, *_) = of_type(
        "allegation", f"Robert Lindgren spoke. Global News alleged that Paul Harker took bribes. {answer}"
    )
    assert found.claim == claim
