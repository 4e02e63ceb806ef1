"""Which events does an article tell, who took part, and which are only wished for, denied or imagined?"""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.candidates import Event
from tests.scripts.happenings import events, of_type, who

# sentence, type, role, names in that role
TOLD: list[tuple[str, str, str, list[str]]] = [
    ("Conservative MP Robert Lindgren accused Paul Harker of hiding the report.", "allegation", "accuser", ["Robert Lindgren"]),
    ("Conservative MP Robert Lindgren accused Paul Harker of hiding the report.", "allegation", "accused", ["Paul Harker"]),
    ("Accused of misusing funds, Paul Harker left Ottawa on Tuesday.", "allegation", "accused", ["Paul Harker"]),
    ("Paul Harker, accused by a former aide of bullying, did not comment.", "allegation", "accuser", ["unnamed sources"]),
    ("Several women have alleged that Paul Harker touched them.", "allegation", "accused", ["Paul Harker"]),
    ("A CBC News report alleged that Anna Delisle broke spending rules.", "allegation", "accuser", ["CBC News"]),
    ("Anna Delisle is alleged to have shared secret documents.", "allegation", "accused", ["Anna Delisle"]),
    ("Peter Novak resigned over allegations of harassment.", "allegation", "accused", ["Peter Novak"]),
    ("The party received a complaint of harassment against Peter Novak in May.", "allegation", "accused", ["Peter Novak"]),
    ("The NDP accused the Liberals of breaking a promise.", "allegation", "accused", ["Liberals"]),
    ("Susan Okafor denied any wrongdoing.", "denial", "subject", ["Susan Okafor"]),
    ("Susan Okafor has flatly denied taking the money.", "denial", "subject", ["Susan Okafor"]),
    ("Susan Okafor on Wednesday denied that she would cross the floor.", "denial", "subject", ["Susan Okafor"]),
    ("Daniel Brassard, who represents Rivière-Haute, denies the accusations.", "denial", "subject", ["Daniel Brassard"]),
    ("Claire Pelchat dismissed the rumours as gossip.", "denial", "subject", ["Claire Pelchat"]),
    ("Claire Pelchat called the allegations completely false.", "denial", "subject", ["Claire Pelchat"]),
    ("Claire Pelchat said the claims were untrue.", "denial", "subject", ["Claire Pelchat"]),
    ("Thomas Wilkie apologized to the committee on Thursday.", "apology", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie issued an apology for the post.", "apology", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie and Helen Strand apologized for the delay.", "apology", "subject", ["Helen Strand", "Thomas Wilkie"]),
    ("“I apologize to my constituents,” Thomas Wilkie said.", "apology", "subject", ["Thomas Wilkie"]),
    ("After meeting his staff, Thomas Wilkie publicly apologized.", "apology", "subject", ["Thomas Wilkie"]),
    ("Helen Strand called for a public inquiry into the spill.", "call_for_inquiry", "caller", ["Helen Strand"]),
    ("Helen Strand and Marie Cormier are calling for an independent investigation.", "call_for_inquiry", "caller",
     ["Helen Strand", "Marie Cormier"]),
    ("Marie Cormier repeated her demand for a judicial inquiry.", "call_for_inquiry", "caller", ["Marie Cormier"]),
    ("Marie Cormier asked the RCMP to investigate the donation.", "call_for_inquiry", "addressee", ["RCMP"]),
    ("Marie Cormier said there should be a public inquiry.", "call_for_inquiry", "caller", ["Marie Cormier"]),
    ("The NDP wants an inquiry into the contracts.", "call_for_inquiry", "caller", ["NDP"]),
    ("The federal government launched a public inquiry on Monday.", "inquiry", "decider", ["federal government"]),
    ("The government named Anna Delisle as special rapporteur last week.", "inquiry", "subject", ["Anna Delisle"]),
    ("The ethics commissioner opened an investigation into Paul Harker.", "investigation", "subject", ["Paul Harker"]),
    ("The RCMP are investigating Paul Harker.", "investigation", "decider", ["RCMP"]),
    ("Paul Harker is under investigation by the RCMP.", "investigation", "subject", ["Paul Harker"]),
    ("Paul Harker is being investigated by Elections Canada for his donations.", "investigation", "decider", ["Elections Canada"]),
    ("Robert Lindgren was charged with assault on Tuesday.", "charge", "subject", ["Robert Lindgren"]),
    ("Toronto police charged Robert Lindgren with impaired driving.", "charge", "decider", ["Toronto police"]),
    ("The RCMP laid two charges against Robert Lindgren.", "charge", "subject", ["Robert Lindgren"]),
    ("Robert Lindgren faces charges of fraud.", "charge", "subject", ["Robert Lindgren"]),
    ("The Federal Court ruled against the government on Friday.", "court_ruling", "decider", ["Federal Court"]),
    ("Robert Lindgren was found guilty of breach of trust.", "court_ruling", "subject", ["Robert Lindgren"]),
    ("Robert Lindgren was acquitted by a judge in 2019.", "court_ruling", "decider", ["judge"]),
    ("Anna Delisle is suing Global News for defamation.", "lawsuit", "addressee", ["Global News"]),
    ("Anna Delisle filed a libel suit against Peter Novak.", "lawsuit", "addressee", ["Peter Novak"]),
    ("Anna Delisle was sued by Peter Novak in 2020.", "lawsuit", "subject", ["Peter Novak"]),
    ("Police arrested Peter Novak at the airport.", "detention", "subject", ["Peter Novak"]),
    ("Peter Novak was detained in Tehran on Monday.", "detention", "subject", ["Peter Novak"]),
    ("Peter Novak was released from prison in 2021.", "detention", "subject", ["Peter Novak"]),
    ("Susan Okafor won the Conservative leadership on the third ballot.", "leadership_change", "subject", ["Susan Okafor"]),
    ("Susan Okafor stepped down as Conservative leader.", "leadership_change", "subject", ["Susan Okafor"]),
    ("Susan Okafor announced that she will resign as leader of the party.", "leadership_change", "subject", ["Susan Okafor"]),
    ("Susan Okafor was elected leader of the Conservative Party in 2022.", "leadership_change", "subject", ["Susan Okafor"]),
    ("Prime Minister Paul Harker named Anna Delisle ambassador to Chile.", "appointment", "subject", ["Anna Delisle"]),
    ("Anna Delisle was appointed minister of labour in 2021.", "appointment", "subject", ["Anna Delisle"]),
    ("Anna Delisle was sworn in as finance minister on Friday.", "appointment", "subject", ["Anna Delisle"]),
    ("Thomas Wilkie resigned from cabinet on Tuesday.", "cabinet_exit", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie quit Prime Minister Paul Harker's cabinet.", "cabinet_exit", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie stepped down as fisheries minister.", "cabinet_exit", "subject", ["Thomas Wilkie"]),
    ("Prime Minister Paul Harker dropped Thomas Wilkie from cabinet.", "cabinet_exit", "decider", ["Paul Harker"]),
    ("Helen Strand resigned her seat in the Commons.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Helen Strand stepped down as the MP for Gulf Shore in May.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Helen Strand resigned from the Senate in 2019.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Marie Cormier won the byelection on Monday.", "election", "subject", ["Marie Cormier"]),
    ("Marie Cormier was elected in a 2019 byelection, and was elected in a byelection.", "election", "subject", ["Marie Cormier"]),
    ("Claire Pelchat won the Bloc nomination in Montcalme.", "nomination", "subject", ["Claire Pelchat"]),
    ("The Liberals dropped Paul Harker as a candidate.", "nomination", "decider", ["Liberals"]),
    ("The government survived a confidence vote on Tuesday.", "confidence_vote", "subject", ["government"]),
    ("Canada expelled a Chinese diplomat in May 2021.", "diplomatic_contact", "decider", ["Canada"]),
    ("Prime Minister Paul Harker spoke with French President Jean Morel on Friday.", "diplomatic_contact", "subject", ["Paul Harker"]),
    ("The federal government unveiled a new child care program.", "policy_announcement", "subject", ["federal government"]),
    ("Former senator Daniel Brassard died on Sunday.", "death", "subject", ["Daniel Brassard"]),
    ("Daniel Brassard, who died last week, sat for 20 years.", "death", "subject", ["Daniel Brassard"]),
]  # fmt: skip

NOT_TOLD: list[tuple[str, str]] = [
    ("Robert Lindgren stopped short of accusing Paul Harker of lying.", "allegation"),
    ("Robert Lindgren could accuse Paul Harker of lying.", "allegation"),
    ("Robert Lindgren did not accuse Paul Harker of lying.", "allegation"),
    ("There were no allegations against Paul Harker.", "allegation"),
    ("The alleged victim spoke to Paul Harker.", "allegation"),
    ("Global News reported that Paul Harker will run again.", "allegation"),
    ("Susan Okafor would neither confirm nor deny the rumour.", "denial"),
    ("Susan Okafor did not deny the allegations.", "denial"),
    ("Susan Okafor denied the committee's request for documents.", "denial"),
    ("Did Susan Okafor deny the allegations?", "denial"),
    ("A judge denied Peter Novak bail.", "denial"),
    ("Susan Okafor rejected the motion.", "denial"),
    ("Thomas Wilkie would not apologize.", "apology"),
    ("Helen Strand demanded that Thomas Wilkie apologize.", "apology"),
    ("Helen Strand urged Thomas Wilkie to apologize.", "apology"),
    ("If Thomas Wilkie apologized, the matter would be closed.", "apology"),
    ("Thomas Wilkie never apologized.", "apology"),
    ("Thomas Wilkie makes no apology for his vote.", "apology"),
    ("A spokesperson for Thomas Wilkie apologized.", "apology"),
    ("Helen Strand called for an election.", "call_for_inquiry"),
    ("Helen Strand called for his removal pending an investigation.", "call_for_inquiry"),
    ("Helen Strand has not called for a public inquiry.", "call_for_inquiry"),
    ("Paul Harker rejected calls for a public inquiry.", "call_for_inquiry"),
    ("Paul Harker said a public inquiry is not needed.", "call_for_inquiry"),
    ("The federal government refused to launch a public inquiry.", "inquiry"),
    ("Helen Strand called for a public inquiry.", "inquiry"),
    ("The federal government may launch a public inquiry.", "inquiry"),
    ("Marie Cormier urged the RCMP to investigate Paul Harker.", "investigation"),
    ("The RCMP would not say whether Paul Harker is under investigation.", "investigation"),
    ("Paul Harker is not under investigation.", "investigation"),
    ("Robert Lindgren has not been charged.", "charge"),
    ("Robert Lindgren charged that the minister misled the House.", "charge"),
    ("Robert Lindgren could be charged with fraud.", "charge"),
    ("Robert Lindgren was charged with leading the review.", "charge"),
    ("The RCMP decided not to lay charges against Robert Lindgren.", "charge"),
    ("The court is expected to rule in June.", "court_ruling"),
    ("Robert Lindgren, if convicted, faces two years in jail.", "court_ruling"),
    ("Anna Delisle threatened to sue Global News.", "lawsuit"),
    ("Anna Delisle may file a lawsuit against Peter Novak.", "lawsuit"),
    ("The rebels sued for peace.", "lawsuit"),
    ("Peter Novak released a statement.", "detention"),
    ("The government released Peter Novak's expense report.", "detention"),
    ("Peter Novak feared he would be arrested.", "detention"),
    ("The audience held Peter Novak in high esteem.", "detention"),
    ("Susan Okafor hopes to win the Conservative leadership.", "leadership_change"),
    ("Susan Okafor was named deputy leader.", "leadership_change"),
    ("Members urged Susan Okafor to step down as leader.", "leadership_change"),
    ("Susan Okafor will not resign as leader.", "leadership_change"),
    ("Anna Delisle could be appointed ambassador.", "appointment"),
    ("Anna Delisle was named in the report.", "appointment"),
    ("Thomas Wilkie considered resigning from cabinet.", "cabinet_exit"),
    ("Thomas Wilkie denied that he had resigned from cabinet.", "cabinet_exit"),
    ("Opponents called on Thomas Wilkie to resign from cabinet.", "cabinet_exit"),
    ("Thomas Wilkie resigned from the shadow cabinet.", "cabinet_exit"),
    ("Helen Strand will not give up her seat.", "seat_vacated"),
    ("Helen Strand lost her seat in the election.", "seat_vacated"),
    ("Helen Strand took her seat in the Commons.", "seat_vacated"),
    ("Marie Cormier could win the byelection.", "election"),
    ("The opposition called for a snap election.", "election"),
    ("Claire Pelchat is seeking the nomination.", "nomination"),
    ("The government could lose a confidence vote.", "confidence_vote"),
    ("Paul Harker urged Canada to expel the diplomat.", "diplomatic_contact"),
    ("Paul Harker will meet with French President Jean Morel.", "diplomatic_contact"),
    ("The federal government is expected to announce a new program.", "policy_announcement"),
    ("Paul Harker announced plans to leave politics.", "policy_announcement"),
    ("Once Claire Pelchat wins the nomination, the campaign will start.", "nomination"),
    ("Robert Lindgren alleged that he was fired for his views.", "allegation"),
    ("The site is full of alleged plots: alleged plots in Paul Harker’s office.", "allegation"),
    ("Voters pressed the RCMP to release the file while requesting a new investigation.", "call_for_inquiry"),
    ("Susan Okafor denied him the chance to speak.", "denial"),
    ("The government denied his party the victory.", "denial"),
    ("“I apologize to nobody,” Thomas Wilkie said.", "apology"),
    ("Robert Lindgren accused the Harker campaign of lying after Paul Harker spoke.", "allegation"),
    ("Robert Lindgren accused Paul Harker’s followers of lying.", "allegation"),
    ("Susan Okafor said the allegations are serious.", "denial"),
    ("The law for which Thomas Wilkie had yet to apologize passed.", "apology"),
    ("The bill died on the order paper.", "death"),
    ("Daniel Brassard almost died in 1990.", "death"),
]

FRENCH: list[tuple[str, str, str, list[str]]] = [
    ("Paul Harker a nié les allégations lundi.", "denial", "subject", ["Paul Harker"]),
    ("Paul Harker nie toute malversation.", "denial", "subject", ["Paul Harker"]),
    ("Anna Delisle a réclamé une enquête publique.", "call_for_inquiry", "caller", ["Anna Delisle"]),
    ("Anna Delisle demande une enquête indépendante.", "call_for_inquiry", "caller", ["Anna Delisle"]),
    ("Robert Lindgren a accusé Paul Harker d’avoir menti.", "allegation", "accused", ["Paul Harker"]),
    ("Paul Harker a été accusé de harcèlement par deux femmes.", "allegation", "accused", ["Paul Harker"]),
    ("Thomas Wilkie s’est excusé mardi.", "apology", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie a présenté ses excuses.", "apology", "subject", ["Thomas Wilkie"]),
    ("Thomas Wilkie a démissionné du conseil des ministres.", "cabinet_exit", "subject", ["Thomas Wilkie"]),
    ("Helen Strand a démissionné de son siège.", "seat_vacated", "subject", ["Helen Strand"]),
    ("Susan Okafor a été élue cheffe du Parti conservateur.", "leadership_change", "subject", ["Susan Okafor"]),
    ("Peter Novak a été arrêté à Montréal.", "detention", "subject", ["Peter Novak"]),
    ("Robert Lindgren a été inculpé de fraude.", "charge", "subject", ["Robert Lindgren"]),
    ("Marie Cormier a remporté l’élection partielle lundi.", "election", "subject", ["Marie Cormier"]),
    ("Le gouvernement a annoncé un nouveau programme.", "policy_announcement", "subject", ["gouvernement"]),
]
FRENCH_NOT: list[tuple[str, str]] = [
    ("Paul Harker n’a pas nié les allégations.", "denial"),
    ("Thomas Wilkie a refusé de s’excuser.", "apology"),
    ("Thomas Wilkie devrait présenter ses excuses.", "apology"),
    ("Anna Delisle ne réclame pas d’enquête publique.", "call_for_inquiry"),
    ("Thomas Wilkie ne démissionnera pas du cabinet.", "cabinet_exit"),
    ("Peter Novak n’a jamais été arrêté.", "detention"),
    ("Robert Lindgren pourrait être inculpé de fraude.", "charge"),
]


@pytest.mark.parametrize(("sentence", "event_type", "role", "names"), TOLD)
def test_a_sentence_tells_an_event(sentence: str, event_type: str, role: str, names: list[str]) -> None:
    found = of_type(event_type, sentence)
    assert len(found) == 1
    assert who(found[0], role) == names


@pytest.mark.parametrize(("sentence", "event_type"), NOT_TOLD)
def test_what_is_wished_denied_asked_or_figurative_is_no_event(sentence: str, event_type: str) -> None:
    assert of_type(event_type, sentence) == []


@pytest.mark.parametrize(("sentence", "event_type", "role", "names"), FRENCH)
def test_a_french_sentence_tells_an_event(sentence: str, event_type: str, role: str, names: list[str]) -> None:
    found = of_type(event_type, sentence, language="fr")
    assert len(found) == 1
    assert who(found[0], role) == names


@pytest.mark.parametrize(("sentence", "event_type"), FRENCH_NOT)
def test_a_french_negation_or_wish_is_no_event(sentence: str, event_type: str) -> None:
    assert of_type(event_type, sentence, language="fr") == []


# -- an article --

STORY = (
    "Liberal MP Paul Harker has left the Liberal caucus and will sit as an Independent, he told the House on Thursday.\n\n"
    "Citing unnamed sources, Global News reported on Thursday that Harker had taken gifts from a consulate. "
    "Harker denied the allegations.\n\n"
    "Last month, Global News also reported that Harker had met the consul twice.\n\n"
    "Conservative Leader Susan Okafor called the report serious, and Green Leader Helen Strand said she was worried. "
    "Both leaders repeated their calls for a public inquiry.\n\n"
    "Peter Novak, who was imprisoned in Iran from 2018 to 2021, spoke of the case."
)


@pytest.fixture(scope="module")
def story() -> list[Event]:
    return events(STORY)


def one(found: list[Event], event_type: str) -> Event:
    (event,) = [event for event in found if event.event_type == event_type]
    return event


def test_each_caucus_change_is_one_event(story: list[Event]) -> None:
    change = one(story, "caucus_change")
    assert who(change, "subject") == ["Paul Harker"]
    assert len(who(change, "former_caucus")) == 1
    assert (change.claim, change.jurisdiction) == ("fact", "canada")


def test_two_reports_of_different_months_stay_two_allegations(story: list[Event]) -> None:
    allegations = [event for event in story if event.event_type == "allegation"]
    assert [(event.date, event.date_precision) for event in allegations] == [
        (date(2023, 3, 23), "day"),
        (date(2023, 2, 1), "month"),
    ]
    for event in allegations:
        assert who(event, "accuser") == ["Global News"]
        assert who(event, "accused") == ["Paul Harker"]


def test_an_allegation_that_the_accused_denies_is_denied(story: list[Event]) -> None:
    assert {event.claim for event in story if event.event_type == "allegation"} == {"denied"}


def test_that_somebody_denied_is_a_fact(story: list[Event]) -> None:
    denial = one(story, "denial")
    assert (who(denial, "subject"), denial.claim) == (["Paul Harker"], "fact")


def test_both_leaders_are_the_two_named_before(story: list[Event]) -> None:
    assert who(one(story, "call_for_inquiry"), "caller") == ["Helen Strand", "Susan Okafor"]


def test_a_detention_has_a_first_and_a_last_year(story: list[Event]) -> None:
    detention = one(story, "detention")
    assert (detention.date, detention.end_date, detention.date_precision) == (
        date(2018, 1, 1),
        date(2021, 1, 1),
        "year",
    )
    assert detention.place == "Iran"


def test_what_an_outlet_is_said_to_report_is_an_allegation_when_it_is_denied() -> None:
    text = (
        "According to Global News, which cites unnamed sources, Paul Harker met the consul. Harker denies the claims."
    )
    (event,) = of_type("allegation", text)
    assert (who(event, "accuser"), who(event, "accused"), event.claim) == (["Global News"], ["Paul Harker"], "denied")


def test_an_outlet_may_go_by_its_short_name() -> None:
    text = (
        "Global News broke the story. Paul Harker denied the allegations after Global alleged that Harker took gifts."
    )
    assert who(of_type("allegation", text)[0], "accuser") == ["Global News"]


def test_the_two_canadians_are_the_two_that_were_listed() -> None:
    text = "Supporters wrote of Peter Novak and Thomas Wilkie. The two Canadians were imprisoned in Iran in 2018."
    assert who(of_type("detention", text)[0], "subject") == ["Peter Novak", "Thomas Wilkie"]


def test_a_name_between_commas_is_the_leader_before_it() -> None:
    text = "The party’s interim leader, Helen Strand, called for a public inquiry."
    assert who(of_type("call_for_inquiry", text)[0], "caller") == ["Helen Strand"]


def test_the_same_event_told_twice_is_one_with_both_spans() -> None:
    text = (
        "Thomas Wilkie resigned from cabinet on Tuesday.\n\nHe thanked his staff.\n\n"
        "Wilkie quit the cabinet after a dispute with colleagues."
    )
    (exit_,) = of_type("cabinet_exit", text)
    assert [text[start:end] for start, end in exit_.mentions] == [
        "Wilkie quit the cabinet after a dispute with colleagues."
    ]
    assert text[exit_.start : exit_.end] == "Thomas Wilkie resigned from cabinet on Tuesday."


def test_the_same_kind_of_event_of_two_people_is_two() -> None:
    assert len(of_type("apology", "Thomas Wilkie apologized on Monday. Helen Strand apologized on Tuesday.")) == 2


def test_the_same_person_on_two_dates_is_two_events() -> None:
    assert len(of_type("charge", "Peter Novak was charged with theft in 2015. He was charged with fraud in 2021.")) == 2


def test_a_denial_that_he_did_one_thing_answers_only_the_allegation_before_it() -> None:
    text = (
        "Two women accused Paul Harker of bullying in 2019.\n\n"
        "A former aide accused Harker of fraud in 2022. Harker denied that he took any money."
    )
    assert [event.claim for event in of_type("allegation", text)] == ["alleged", "denied"]


def test_without_a_denial_an_allegation_is_alleged() -> None:
    (event,) = of_type("allegation", "Two women accused Paul Harker of bullying.")
    assert event.claim == "alleged"


def test_the_date_of_an_event_is_the_one_of_its_own_clause() -> None:
    (event,) = of_type("apology", "Thomas Wilkie apologized on Tuesday for a post that he wrote in 2015.")
    assert event.date == date(2023, 3, 21)


def test_a_year_in_an_insertion_dates_something_else() -> None:
    (event,) = of_type("denial", "Paul Harker, who was first elected in 2021, denied the allegations.")
    assert event.date is not None and event.date.year == 2023


def test_what_is_not_dated_and_is_background_has_no_date() -> None:
    text = "The House met on Thursday.\n\nIt rained.\n\nIt was cold.\n\nRobert Lindgren, who had been charged with fraud, was absent."
    (event,) = of_type("charge", text)
    assert event.date is None and event.date_precision is None


def test_events_need_no_publication_date() -> None:
    (event,) = of_type("apology", "Thomas Wilkie apologized on Tuesday.", published_on=None)
    assert event.date is None


def test_an_event_has_a_title_in_words_of_ours() -> None:
    (event,) = of_type("allegation", "Robert Lindgren accused Paul Harker of hiding the report.")
    assert event.title == "Allegation against Paul Harker by Robert Lindgren"


# -- any text --

WORDS = st.sampled_from(
    [
        "Paul",
        "Harker",
        "Susan",
        "Okafor",
        "accused",
        "of",
        "denied",
        "the",
        "allegations",
        ".",
        ",",
        "\n\n",
        "“",
        "”",
        '"',
        "resigned",
        "from",
        "cabinet",
        "who",
        "and",
        "called",
        "for",
        "an",
        "inquiry",
        "was",
        "charged",
        "with",
        "fraud",
        "Global",
        "News",
        "reported",
        "that",
        "on",
        "Tuesday",
        "he",
        "she",
        "apologized",
        "'s",
        "not",
        "would",
        "if",
        "both",
        "leaders",
        "--",
        "(",
        ")",
        "?",
        "died",
        "sued",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text_gives_events_with_spans_inside_it_and_the_same_ones_again(text: str) -> None:
    found = events(text)
    assert found == events(text)
    for event in found:
        assert event.participants and event.title
        for start, end in ((event.start, event.end), *event.mentions):
            assert 0 <= start < end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=50).map(" ".join))
def test_an_unrelated_paragraph_at_the_end_loses_no_event(text: str) -> None:
    before = {(event.event_type, event.start, event.end) for event in events(text)}
    after = {
        (event.event_type, event.start, event.end) for event in events(text + "\n\nThe weather was mild that day.")
    }
    assert before <= after


@pytest.mark.parametrize(
    "piece", ["was charged with ", "Paul Harker accused ", "“", "((", "Aa Bb Cc ", "who denied the allegations, "]
)
def test_a_long_hostile_text_takes_linear_time(piece: str) -> None:
    from scripts.articles.layout import Layout
    from scripts.candidates import Article
    from scripts.events.finding import find_events
    from scripts.people.finding import find_cast
    from tests.scripts.members import gazetteer

    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    layout = Layout(((0, len(text)),), ((0, len(text)),), (0,), (0,))
    cast = find_cast(Article("test", "Paul Harker spoke."), layout, gazetteer())
    started = time.process_time()
    find_events(Article("test", text), layout, cast, [], [], [])
    assert time.process_time() - started < 10


def test_both_are_the_two_subjects_joined_by_and() -> None:
    """Not "the leader" whom one of them met."""
    text = (
        "Conservative MP Susan Okafor and NDP MP Marie Cormier spoke to reporters on Wednesday. "
        "Both repeated their call for an independent public inquiry."
    )
    calls = of_type("call_for_inquiry", text)
    assert [[p.person.name for p in call.participants if p.person] for call in calls] == [
        ["Susan Okafor", "Marie Cormier"]
    ]
