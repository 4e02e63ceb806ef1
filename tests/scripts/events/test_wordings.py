"""The many ways in which news tells an event: are they found, and is what only sounds like them left alone?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.events.frames import spaced
from tests.scripts.happenings import events, of_type, who

# sentence, type, role, names in that role
TOLD: list[tuple[str, str, str, list[str]]] = [
    # a wrong that is told without a verb of accusing
    ("New Democrat MP Helen Strand says that some MPs knowingly aided a foreign state.", "allegation", "accused",
     ["members of Parliament"]),
    ("Conservative MP Helen Strand told the committee that the minister's staff had pressured her.", "allegation", "accused",
     ["minister's staff"]),
    ("Helen Strand testified under oath that officials in the Prime Minister’s Office pressured her.", "allegation", "accused",
     ["officials in the Prime Minister's Office"]),
    ("Helen Strand claimed on Tuesday that Paul Harker lied to Parliament.", "allegation", "accused", ["Paul Harker"]),
    ("Helen Strand argued that the Liberal government breached her privilege.", "allegation", "accused",
     ["Liberal government"]),
    ("Sources told the Toronto Star that Paul Harker groped a staffer in 2015.", "allegation", "accused", ["Paul Harker"]),
    ("A CBC investigation revealed that Paul Harker misused his travel allowance.", "allegation", "accuser", ["CBC"]),
    ("Paul Harker allegedly used his budget to pay for a holiday.", "allegation", "accused", ["Paul Harker"]),
    ("Two women on the staff of the party accuse Paul Harker of harassment.", "allegation", "accuser", ["unnamed sources"]),
    ("Her brother alleged in a newspaper this week that Paul Harker offered money.", "allegation", "accused", ["Paul Harker"]),
    ("Global News cited two unnamed sources who alleged that Paul Harker met the consul.", "allegation", "accuser",
     ["Global News"]),
    # denials that name no allegation
    ("Paul Harker insists he did nothing wrong.", "denial", "subject", ["Paul Harker"]),
    ("Paul Harker says there is no truth to the report.", "denial", "subject", ["Paul Harker"]),
    ("“These accusations are completely false,” Paul Harker said.", "denial", "subject", ["Paul Harker"]),
    ("Paul Harker dismissed the report as “pure fiction.”", "denial", "subject", ["Paul Harker"]),
    # requests
    ("The NDP is asking the ethics commissioner for an investigation of the shares.", "call_for_inquiry", "addressee",
     ["ethics commissioner"]),
    ("The Bloc Québécois tabled a motion calling for an independent inquiry.", "call_for_inquiry", "caller",
     ["Bloc Québécois"]),
    ("The House of Commons voted for a motion that calls on the government to launch a public inquiry.", "call_for_inquiry",
     "caller", ["House of Commons"]),
    ("Helen Strand wrote to the RCMP commissioner to request a criminal probe.", "call_for_inquiry", "caller",
     ["Helen Strand"]),
    ("Helen Strand urged the auditor general to examine the program.", "call_for_inquiry", "addressee", ["auditor general"]),
    # findings, and who looks into what
    ("The integrity commissioner's report cleared Paul Harker of any wrongdoing.", "investigation", "decider",
     ["integrity commissioner"]),
    ("An investigation by the ethics commissioner found Paul Harker broke conflict of interest rules.", "investigation",
     "subject", ["Paul Harker"]),
    ("The RCMP said Tuesday it has opened an investigation into the contracts.", "investigation", "decider", ["RCMP"]),
    ("The auditor general is looking into how the contracts were awarded.", "investigation", "decider", ["auditor general"]),
    # posts: taken, left, handed on
    ("Helen Strand is Canada's new defence minister.", "appointment", "subject", ["Helen Strand"]),
    ("Helen Strand becomes minister of health.", "appointment", "subject", ["Helen Strand"]),
    ("Helen Strand takes Industry, and Paul Harker stays where he is.", "appointment", "subject", ["Helen Strand"]),
    ("Helen Strand replaced Paul Harker as finance minister.", "appointment", "subject", ["Helen Strand"]),
    ("Ottawa announced the appointment of Helen Strand as ambassador to Japan.", "appointment", "subject", ["Helen Strand"]),
    ("Health Minister Helen Strand has resigned, the premier's office confirmed.", "cabinet_exit", "subject",
     ["Helen Strand"]),
    ("Helen Strand is out as finance minister.", "cabinet_exit", "subject", ["Helen Strand"]),
    ("Helen Strand was chosen Saturday to lead the New Democrats.", "leadership_change", "subject", ["Helen Strand"]),
    ("The Liberals revoked the nomination of Paul Harker.", "nomination", "subject", ["Paul Harker"]),
    # courts and police
    ("Paul Harker took legal action against Global News and Corus Entertainment.", "lawsuit", "addressee",
     ["Corus Entertainment", "Global News"]),
    ("Paul Harker took Helen Strand to court over the remarks.", "lawsuit", "addressee", ["Helen Strand"]),
    ("Police say Paul Harker, 54, was arrested Friday and charged with uttering threats.", "charge", "subject",
     ["Paul Harker"]),
    # shuffles told as lists, and with the verb first
    ("Two backbenchers were named ministers: Helen Strand (justice) and Paul Harker (health).", "appointment", "subject",
     ["Helen Strand", "Paul Harker"]),
    ("Promoted to cabinet are Helen Strand and Paul Harker.", "appointment", "subject", ["Helen Strand", "Paul Harker"]),
    ("Out of the cabinet are Helen Strand, Gus Ferro and Paul Harker.", "cabinet_exit", "subject",
     ["Helen Strand", "Paul Harker"]),
    ("Helen Strand gives up Finance, which goes to Paul Harker.", "appointment", "subject", ["Paul Harker"]),
    ("The plan came from Thomas Wilkie, and Paul Harker replaces Helen Strand as justice minister.", "appointment",
     "subject", ["Paul Harker"]),
    ("Thomas Wilkie, whom Helen Strand appointed to the Senate in 2010, spoke.", "appointment", "decider", ["Helen Strand"]),
    # seats and candidacies
    ("Helen Strand vacated Gulf Shore in December.", "seat_vacated", "subject", ["Helen Strand"]),
    ("The byelection is to fill the seat that Helen Strand gave up in May.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Helen Strand will give up her seat on June 30.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Helen Strand is no longer the Green candidate in Gulf Shore.", "nomination", "subject", ["Helen Strand"]),
    ("The Liberals dropped Paul Harker (Whitford) over posts online.", "nomination", "decider", ["Liberals"]),
    # ridings
    ("Helen Strand won Gulf Shore for the Greens.", "election", "subject", ["Helen Strand"]),
    ("Paul Harker lost Whitford to the Conservative Robert Lindgren in April's general election.", "election", "subject",
     ["Robert Lindgren"]),
    # forces, offices and judges that act through a part or a name
    ("The RCMP's commercial crime section has opened an investigation of Paul Harker.", "investigation", "decider", ["RCMP"]),
    ("The NDP caucus is asking for an independent investigation.", "call_for_inquiry", "caller", ["NDP"]),
    ("Judge Rosa Lind on Thursday acquitted Paul Harker of fraud.", "court_ruling", "subject", ["Paul Harker"]),
    ("Paul Harker at first called that story false.", "denial", "subject", ["Paul Harker"]),
    ("Helen Strand's minority government was defeated on its budget.", "confidence_vote", "subject", ["Helen Strand"]),
]  # fmt: skip

NOT_TOLD: list[tuple[str, str]] = [
    ("Helen Strand says Paul Harker is a hard-working member of Parliament.", "allegation"),
    ("Helen Strand said the budget breaks a promise to students.", "allegation"),
    ("Helen Strand said Paul Harker was not involved in any wrongdoing.", "allegation"),
    ("Helen Strand told supporters that the party broke fundraising records.", "allegation"),
    ("If Paul Harker misled the House, he should resign, Helen Strand said.", "allegation"),
    ("Helen Strand said Paul Harker may have misled the House.", "allegation"),
    ("Paul Harker was allegedly followed by a stranger.", "allegation"),
    ("The letter alleges that the review began on Jan. 1 and ended in spring.", "allegation"),
    ("Helen Strand said nothing was wrong with the roof.", "denial"),
    ("“These accusations are serious,” Helen Strand said.", "denial"),
    ("Helen Strand asked the committee to study the bill.", "call_for_inquiry"),
    ("Helen Strand voted against a motion calling for a public inquiry.", "call_for_inquiry"),
    ("Helen Strand asked the commission for copies of the inquiry's records.", "call_for_inquiry"),
    ("The report found that crime fell in 2019.", "investigation"),
    ("The commissioner will decide next week whether to investigate Paul Harker.", "investigation"),
    ("Prime Minister Helen Strand announced that a special rapporteur will be named.", "inquiry"),
    ("Helen Strand takes health seriously, and the train to Ottawa.", "appointment"),
    ("Every new minister gets a briefing book, Helen Strand said.", "appointment"),
    ("Helen Strand will become minister of health on Monday.", "appointment"),
    ("Prime Minister Helen Strand resigned on Monday.", "cabinet_exit"),
    ("Helen Strand, the former health minister, resigned from the board of the museum.", "cabinet_exit"),
    ("Helen Strand may be chosen to lead the New Democrats.", "leadership_change"),
    ("The premier held Paul Harker responsible for the delay.", "detention"),
    ("The New Democrats lost Whitford MP Paul Harker to the Liberals before the election.", "election"),
    ("The Liberals took Helen Strand from the Greens.", "election"),
    ("The party received complaints about two NDP members.", "allegation"),
    ("Justice Rosa Lind found Paul Harker guilty of a breach.", "investigation"),
    ("A lawyer for Paul Harker and Helen Strand denied the allegations.", "denial"),
    ("Helen Strand said she was sorry it had come to this.", "apology"),
    ("Helen Strand may no longer be the Green candidate.", "nomination"),
    ("Helen Strand will give up her seat on June 30 if she wins the race.", "seat_vacated"),
]

FRENCH: list[tuple[str, str, str, list[str]]] = [
    ("La cheffe conservatrice Helen Strand affirme que Paul Harker a menti au comité.", "allegation", "accused",
     ["Paul Harker"]),
    ("Selon La Presse, Paul Harker aurait touché des pots-de-vin.", "allegation", "accuser", ["La Presse"]),
    ("Le Devoir rapporte que Paul Harker a harcelé une employée.", "allegation", "accuser", ["Le Devoir"]),
    ("Le député Paul Harker fait l'objet d'allégations de harcèlement.", "allegation", "accused", ["Paul Harker"]),
    ("Paul Harker est soupçonné d'avoir détourné des fonds publics.", "allegation", "accused", ["Paul Harker"]),
    ("Helen Strand accusait le gouvernement d'avoir caché le rapport.", "allegation", "accused", ["gouvernement"]),
    ("Paul Harker soutient qu'il n'a rien fait de mal.", "denial", "subject", ["Paul Harker"]),
    ("« Ces allégations sont fausses », a déclaré Paul Harker.", "denial", "subject", ["Paul Harker"]),
    ("La première ministre Helen Strand a nommé Paul Harker ministre des Finances.", "appointment", "decider",
     ["Helen Strand"]),
    ("Paul Harker devient ministre de la Santé.", "appointment", "subject", ["Paul Harker"]),
    ("Helen Strand succède à Paul Harker à la Santé.", "appointment", "subject", ["Helen Strand"]),
    ("La juge Helen Strand a été nommée à la tête de la commission d'enquête.", "inquiry", "subject", ["Helen Strand"]),
    ("Paul Harker a annoncé sa démission comme ministre des Transports.", "cabinet_exit", "subject", ["Paul Harker"]),
    ("Le ministre Paul Harker a démissionné mardi.", "cabinet_exit", "subject", ["Paul Harker"]),
    ("Helen Strand demande à la commissaire à l'éthique de faire enquête sur Paul Harker.", "call_for_inquiry", "caller",
     ["Helen Strand"]),
    ("Helen Strand juge qu'il faut maintenant une enquête indépendante.", "call_for_inquiry", "caller", ["Helen Strand"]),
    ("Le commissaire à l'éthique a conclu que Paul Harker avait enfreint la loi.", "investigation", "subject",
     ["Paul Harker"]),
    ("Paul Harker fait face à des accusations de voies de fait.", "charge", "subject", ["Paul Harker"]),
    ("La police a arrêté Paul Harker vendredi.", "detention", "subject", ["Paul Harker"]),
    ("Helen Strand est la nouvelle cheffe du parti.", "leadership_change", "subject", ["Helen Strand"]),
    ("Helen Strand a été choisie samedi pour diriger le Parti vert.", "leadership_change", "subject", ["Helen Strand"]),
]  # fmt: skip

FRENCH_NOT: list[tuple[str, str]] = [
    ("Helen Strand affirme que Paul Harker est un excellent député.", "allegation"),
    ("Selon La Presse, Paul Harker se présentera aux prochaines élections.", "allegation"),
    ("Helen Strand n'accusait personne d'avoir menti.", "allegation"),
    ("Si Paul Harker est nommé ministre, il quittera la mairie.", "appointment"),
    ("Le premier ministre Paul Harker a démissionné mardi.", "cabinet_exit"),
    ("Helen Strand n'a pas demandé d'enquête publique.", "call_for_inquiry"),
    ("Les conservateurs demandent que la commissaire à l'éthique enquête sur Paul Harker.", "investigation"),
    ("Paul Harker a déposé une poursuite de 2 millions contre Le Devoir.", "policy_announcement"),
]


@pytest.mark.parametrize(("sentence", "event_type", "role", "names"), TOLD)
def test_a_wording_tells_an_event(sentence: str, event_type: str, role: str, names: list[str]) -> None:
    found = of_type(event_type, sentence)
    assert [who(event, role) for event in found] == [names]


@pytest.mark.parametrize(("sentence", "event_type"), NOT_TOLD)
def test_what_sounds_alike_is_no_event(sentence: str, event_type: str) -> None:
    assert of_type(event_type, sentence) == []


@pytest.mark.parametrize(("sentence", "event_type", "role", "names"), FRENCH)
def test_a_french_wording_tells_an_event(sentence: str, event_type: str, role: str, names: list[str]) -> None:
    found = of_type(event_type, sentence, language="fr")
    assert [who(event, role) for event in found] == [names]


@pytest.mark.parametrize(("sentence", "event_type"), FRENCH_NOT)
def test_what_sounds_alike_in_french_is_no_event(sentence: str, event_type: str) -> None:
    assert of_type(event_type, sentence, language="fr") == []


def test_the_end_of_a_suit_is_another_event_than_its_beginning() -> None:
    found = of_type(
        "lawsuit", "Paul Harker reached a settlement with Global News. Paul Harker sued Global News in 2020."
    )
    assert [event.title for event in found] == [
        "Lawsuit of Paul Harker ends",
        "Lawsuit by Paul Harker against Global News",
    ]


def test_what_is_also_alleged_is_a_second_allegation() -> None:
    text = "Global News alleged that Paul Harker met the consul. Global News also alleged that Paul Harker took money."
    assert len(of_type("allegation", text)) == 2
    assert len(of_type("allegation", text.replace(" also", ""))) == 1


def test_a_year_belongs_to_the_first_of_two_verbs() -> None:
    found = events(
        "The House rose.\n\nThe Senate sat.\n\nPaul Harker had been charged with assault in 2019 and faced a lawsuit over his business."
    )
    assert {event.event_type: event.date for event in found} == {"charge": date(2019, 1, 1), "lawsuit": None}


def test_an_object_pronoun_is_not_the_one_who_acts() -> None:
    (found,) = of_type("appointment", "Thomas Wilkie spoke. Paul Harker named him to the Senate in 2010.")
    assert (who(found, "subject"), who(found, "decider")) == (["Thomas Wilkie"], ["Paul Harker"])


def test_a_pronoun_that_may_mean_two_people_named_in_passing_is_nobody() -> None:
    text = "Helen Strand, answering Thomas Wilkie's joke about her talk with Paul Harker, accused him of lying."
    assert of_type("allegation", text) == []


def test_a_house_votes_on_a_government_once_a_day() -> None:
    text = (
        "The opposition brought down the government on Friday. The House of Commons passed a motion of non-confidence."
    )
    (found,) = of_type("confidence_vote", text)
    assert found.title == "House of Commons votes no confidence"


def test_who_denies_a_report_does_not_deny_what_another_accuses_them_of() -> None:
    accused = "Helen Strand accused Paul Harker of hiding the letter."
    (found,) = of_type("allegation", f"{accused} Paul Harker called the story false.")
    assert found.claim == "alleged"
    (found,) = of_type("allegation", f"{accused} Paul Harker called the accusation false.")
    assert found.claim == "denied"


def test_the_force_is_the_one_named_before() -> None:
    (found,) = of_type("investigation", "RCMP Commissioner Helen Strand told MPs that the force is looking into gifts.")
    assert who(found, "decider") == ["RCMP"]


def test_several_callers_call() -> None:
    (found,) = of_type("call_for_inquiry", "The Conservatives want a public inquiry.")
    assert found.title == "Conservatives call for an inquiry"


@given(st.text())
def test_spaced_text_has_the_words_in_their_places_and_spaces_elsewhere(text: str) -> None:
    padded = spaced(text)
    assert len(padded) == len(text) + 2
    assert all(
        new == old if old.isalnum() or old == "_" else new == " " for old, new in zip(text, padded[1:-1], strict=True)
    )
