"""Who is meant: by a surname, a given name, a role or a pronoun, and by a speaker as the article names them?"""

from __future__ import annotations

from datetime import date

import pytest

from scripts.candidates import PersonRef, Statement
from scripts.people.linking import Hints
from scripts.people.roles import RoleMention
from scripts.people.speakers import resolve_speakers
from tests.scripts.parliament import cast_of
from tests.scripts.speech import statements


def meant(text: str, mention: str, nth: int = 0, day: str = "2023-03-22", language: str = "en") -> PersonRef:
    """Whom the nth occurrence of `mention` in the text stands for."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(mention, at + 1)
    return cast_of(text, day, language).resolve(mention, at)


def test_a_surname_is_the_person_introduced_by_the_full_name() -> None:
    text = "MP Han Dong resigned. Charles Sousa worked with Dong, whom Mr. Sousa respects."
    assert meant(text, "Dong", 1).person_id == "han-dong"
    assert meant(text, "Mr. Sousa").person_id == "charles-sousa"
    assert [p.name for p in cast_of(text).people] == ["Han Dong", "Charles Sousa"]


def test_a_surname_in_the_headline_is_the_person_introduced_below_it() -> None:
    assert meant("Dong quits caucus\n\nMP Han Dong has quit the Liberal caucus.", "Dong").person_id == "han-dong"


def test_a_surname_that_two_people_of_the_article_bear_stays_open() -> None:
    text = "Prime Minister Justin Trudeau spoke of Margaret Trudeau. Trudeau said it was late."
    found = meant(text, "Trudeau", 2)
    assert found.person_id is None
    assert found.unresolved_reason == "two people fit: Margaret Trudeau, justin-trudeau"


@pytest.mark.parametrize(
    ("mention", "name"), [("Ms. Trudeau", "Margaret Trudeau"), ("Prime Minister Trudeau", "Justin Trudeau")]
)
def test_a_title_tells_two_bearers_of_a_surname_apart(mention: str, name: str) -> None:
    text = f"Prime Minister Justin Trudeau spoke of Margaret Trudeau in Ottawa. {mention} said it was late."
    assert meant(text, mention, text.count(mention) - 1).name == name


def test_a_surname_already_in_use_stays_with_its_bearer_when_another_is_named_in_passing() -> None:
    text = (
        "Prime Minister Justin Trudeau rose. Trudeau said he was sorry.\n\n"
        "It was Margaret Trudeau who had told him.\n\n"
        "Trudeau said no more."
    )
    assert meant(text, "Trudeau", 3).person_id == "justin-trudeau"


@pytest.mark.parametrize(
    "text",
    [
        "The decision of Taleeb Noormohamed surprised many. Noormohamed said he was tired.",
        "It was Taleeb Noormohamed, who left on Monday.",
        "It fell to political scientist Taleeb Noormohamed to explain.",
        "Among them is Taleeb Noormohamed, the MP for Vancouver Granville.",
        "A neighbour, Taleeb Noormohamed, 47, saw it.",
        "It was Taleeb Noormohamed, executive director of the fund.",
    ],
)
def test_a_name_without_a_known_given_name_needs_a_sign_that_it_is_a_person(text: str) -> None:
    assert "Taleeb Noormohamed" in [p.name for p in cast_of(text).people]


@pytest.mark.parametrize(
    "text",
    [
        "The Hong Kong office closed. Kong Street is long.",
        "Goldman Sachs rose. The report of Standard Chartered did not.",
        "He read it in Global News, and Global said more.",
        "Vancouver Granville is a riding.",
        "Prince George—Peace River is a riding.",
        "At Standard Chartered, the director said no.",
    ],
)
def test_firms_and_places_are_nobody(text: str) -> None:
    assert cast_of(text).people == ()


def test_a_month_or_a_verb_is_not_the_member_of_that_name() -> None:
    text = "Green MP Elizabeth May spoke in May. May said in May that she may stay. Last May she did not."
    found = [m.start for m in cast_of(text).mentions if m.person.person_id == "elizabeth-may" and m.kind == "surname"]
    assert found == [text.index("May said")]


@pytest.mark.parametrize(
    ("text", "role", "person"),
    [
        ("Liberals met in Ottawa. The vote went to the prime minister.", "the prime minister", "justin-trudeau"),
        ("Liberals met in Ottawa with the finance minister.", "the finance minister", "chrystia-freeland"),
        ("Critics in Ottawa blame the Conservative leader.", "the Conservative leader", "pierre-poilievre"),
        ("In Ottawa the Whitby MP said no.", "the Whitby MP", "ryan-turnbull"),
        ("In Ottawa the member for Don Valley North said no.", "the member for Don Valley North", "han-dong"),
        ("Pierre Poilievre met MP Han Dong, and the MP said no.", "the MP", "han-dong"),
        ("Han Dong and Lynn Beyak met in Ottawa; the former senator said no.", "the former senator", "lynn-beyak"),
        (
            "Jody Wilson-Raybould met Han Dong in Ottawa. The former minister said no.",
            "The former minister",
            "jody-wilson-raybould",
        ),
        (
            "Mélanie Joly met Han Dong in Ottawa. The foreign affairs minister said no.",
            "The foreign affairs minister",
            "melanie-joly",
        ),
    ],
)
def test_a_role_is_whoever_has_it(text: str, role: str, person: str) -> None:
    assert meant(text, role).person_id == person


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ottawa and the Japanese prime minister agree.", "the Japanese prime minister"),
        ("Ottawa and the prime minister of Japan agree.", "the prime minister of Japan"),
        ("Ottawa waits for the former minister.", "the former minister"),
        ("Prime Minister Justin Trudeau waits for the deputy prime minister.", "the deputy prime minister"),
        ("Ottawa waits for the justice minister.", "the justice minister"),
    ],
)
def test_a_role_that_nobody_is_known_to_have_is_nobody(text: str, role: str) -> None:
    assert meant(text, role).person_id is None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Han Dong said he would sit alone.", "he", "Han Dong"),
        ("Justin Trudeau met Han Dong on Monday. He said little.", "He", "Justin Trudeau"),
        ("Justin Trudeau met Mélanie Joly on Monday. She said little.", "She", "Mélanie Joly"),
        ("Han Dong's lawyer met Charles Sousa. He said little.", "He", "Charles Sousa"),
        ("“No,” said Charles Sousa, who worked with Han Dong.\n\n“I am sure,” he said.", "he", "Charles Sousa"),
        (
            "Ontario MPP Vincent Ke, who represents the same riding as Han Dong, left after he was named.",
            "he",
            "Vincent Ke",
        ),
        ("Charles Sousa spoke. “Ask Han Dong about it,” the reporter was told. He left.", "He", "Charles Sousa"),
        ("Days after he quit, MP Han Dong spoke.", "he", "Han Dong"),
        ("According to Han Dong, he did nothing.", "he", "Han Dong"),
    ],
)
def test_a_pronoun_takes_up_the_subject(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun if pronoun != "he" else "he ").name == name


def test_a_pronoun_with_nobody_before_it_is_nobody() -> None:
    found = meant("She said no. Han Dong left.", "She")
    assert (found.person_id, found.unresolved_reason) == (None, "nobody before fits the pronoun")


def test_her_is_an_owner_before_a_noun_and_an_object_elsewhere() -> None:
    text = "Mélanie Joly left. Her caucus turned her out of the room."
    assert [(m.text, m.possessive) for m in cast_of(text).mentions if m.kind == "pronoun"] == [
        ("Her", True),
        ("her", False),
    ]


def test_an_owner_does_not_act() -> None:
    mentions = cast_of("Han Dong's family and the Trudeau government. Justin Trudeau left.").mentions
    assert [(m.text, m.possessive) for m in mentions] == [
        ("Han Dong", True),
        ("Trudeau", True),
        ("Justin Trudeau", False),
    ]


def test_french_names_roles_and_pronouns() -> None:
    text = "Le député libéral Han Dong a quitté le caucus, a dit M. Dong. « Non », a-t-il ajouté. La ministre Mélanie Joly, elle, se tait."
    cast = cast_of(text, language="fr")
    assert [p.person_id for p in cast.people] == ["han-dong", "melanie-joly"]
    assert cast.resolve("il", text.index("il ajouté")).person_id == "han-dong"
    assert cast.resolve("elle", text.index("elle,")).person_id == "melanie-joly"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        # a party behind the role, as a noun or an adjective
        ("Le chef caquiste Paul Gagnon a parlé. Ginette Roy était là. Le chef de la CAQ est parti.", "Le chef de la CAQ", "Paul Gagnon"),
        # the title stands before the comma
        ("La ministre de la Santé, Anne Morin, a parlé. Paul Roy était là. La ministre est partie.", "La ministre", "Anne Morin"),
        ("C'est fini pour Anne Morin. La cheffe du Parti vert a démissionné.", "La cheffe du Parti vert", "Anne Morin"),
        # « premier ministre » is said of a premier too
        ("La première ministre de l'Ontario, Anne Morin, a parlé. La première ministre est partie.", "La première ministre est", "Anne Morin"),
        # « il » that stands for nobody, and whose clause goes by the way
        ("Anne Morin est partie. L'entente que Paul Roy a signée tient. Elle est fâchée.", "Elle", "Anne Morin"),
    ],
)  # fmt: skip
def test_french_roles_are_taken_up(text: str, mention: str, name: str) -> None:
    cast = cast_of(text, language="fr")
    words = mention.removesuffix(" est")
    assert cast.resolve(words, text.rindex(mention)).name == name


@pytest.mark.parametrize(
    ("mention", "reason"),
    [
        ("Global News", "organization"),
        ("the party", "organization"),
        ("the RCMP", "organization"),
        ("Dong’s office", "organization"),
        ("a senior government official", "unnamed source"),
        ("people familiar with the matter", "unnamed source"),
        ("a spokesperson for Han Dong", "unnamed source"),
        ("Han Dong’s lawyer", "unnamed source"),
        ("they", "several people"),
    ],
)
def test_a_speaker_who_is_nobody_by_name_has_the_reason(mention: str, reason: str) -> None:
    text = f"MP Han Dong left. {mention} said so."
    found = cast_of(text).resolve(mention, text.index(mention, 18))
    assert (found.name, found.person_id, found.unresolved_reason) == (mention, None, reason)


def test_a_speaker_with_a_long_title_is_the_person_at_its_end() -> None:
    mention = "Mississauga-Lakeshore, Ont. MP Liberal MP Charles Sousa"
    assert meant(f"“No,” said {mention}, who knows Han Dong.", mention).person_id == "charles-sousa"


def _statement(text: str, words: str, mention: str | None, at: int | None) -> Statement:
    start = text.index(words)
    place = None if at is None or mention is None else (at, at + len(mention))
    return Statement(start, start + len(words), "direct", mention, place, "said", 0, "test", 1.0)


def test_speakers_are_resolved_also_when_carried_over() -> None:
    text = "“One,” MP Han Dong said.\n\n“Two.”\n\n“Three,” he said. “Four,” say officials."
    statements = [
        _statement(text, "One,", "Han Dong", text.index("Han Dong")),
        _statement(text, "Two.", "Han Dong", None),
        _statement(text, "Three,", "he", text.index("he said")),
        _statement(text, "Four,", "officials", text.index("officials")),
        _statement(text, "Four,", None, None),
    ]
    speakers = [s.speaker for s in resolve_speakers(statements, cast_of(text))]
    assert [s.person_id if s else None for s in speakers] == ["han-dong", "han-dong", "han-dong", None, None]
    assert speakers[3] == PersonRef("officials", None, "unnamed source")
    assert speakers[4] is None


def test_mentions_stand_where_they_say() -> None:
    text = "Prime Minister Justin Trudeau met MP Han Dong. He thanked Dong."
    cast = cast_of(text)
    assert [text[m.start : m.end] for m in cast.mentions] == [m.text for m in cast.mentions]
    assert [m.text for m in cast.within(0, text.index("met"))] == ["Justin Trudeau"]
    assert cast.subject_before(len(text)) == cast.people[0]


def test_white_space_behind_a_name_is_no_word_that_follows_it() -> None:
    cast = cast_of("Han Dong \nHe left the caucus.")
    assert cast.resolve("Han Dong \n", 0) == cast.resolve("Han Dong", 0)


def test_that_before_a_surname_opens_a_clause_and_is_no_determiner() -> None:
    """ "the Dong" would be a thing of that name, "that Dong left" tells of the person."""
    told = cast_of("MP Han Dong resigned. A neighbour said that Dong left on Monday.")
    assert [m.text for m in told.mentions if m.kind == "surname"] == ["Dong"]
    thing = cast_of("MP Han Dong resigned. A neighbour saw the Dong on Monday.")
    assert [m.text for m in thing.mentions if m.kind == "surname"] == []


@pytest.mark.parametrize(
    ("text", "mention", "name", "reason"),
    [
        ("MP Han Dong and Charles Sousa left. Dong and Sousa said so.", "Dong and Sousa", "Han Dong and Charles Sousa", "several people"),
        ("MP Han Dong met Charles Sousa. Sousa and his staff said so.", "Sousa and his staff", "Charles Sousa", None),
        ("MP Han Dong met Charles Sousa. The friends of Dong and Sousa said so.", "The friends of Dong and Sousa", "The friends of Dong and Sousa", "unnamed source"),
    ],
)  # fmt: skip
def test_two_people_who_speak_are_not_the_last_of_them(text: str, mention: str, name: str, reason: str | None) -> None:
    found = meant(text, mention)
    assert (found.name, found.unresolved_reason) == (name, reason)


def speakers(text: str, day: str = "2023-03-22") -> list[str | None]:
    """The names of the speakers of a text, in order."""
    cast = cast_of(text, day)
    return [s.speaker.name if s.speaker else None for s in resolve_speakers(statements(text), cast)]


def test_a_pronoun_is_not_whoever_the_words_are_about() -> None:
    text = "Justin Trudeau answered at once. Charles Sousa, he said, has chosen badly."
    assert speakers(text) == ["Justin Trudeau"]
    text = 'Charles Sousa has ruined the party, Justin Trudeau complained. "He must go at once," he said.'
    assert speakers(text) == ["Justin Trudeau", "Justin Trudeau"]


def test_whoever_spoke_goes_on() -> None:
    text = "Charles Sousa said Justin Trudeau would stay. He said that nothing was lost."
    assert speakers(text) == ["Charles Sousa", "Charles Sousa"]


def test_it_and_they_take_up_who_spoke_just_before() -> None:
    text = 'The committee said in a report that the file was lost. "Nobody knew of it," it said.'
    assert speakers(text) == ["The committee", "The committee"]
    text = "The committee said that the file was lost.\n\nIt said that nobody knew of it."
    assert speakers(text) == ["The committee", "It"]


def test_a_member_is_named_by_the_city_that_the_riding_begins_with() -> None:
    gazetteer = cast_of("").gazetteer
    day = date(2023, 3, 22)
    role = RoleMention(0, 15, "member", Hints(ridings=frozenset({"Mississauga"})), "mississauga mp", None, False)
    assert role.fits(Hints(), "charles-sousa", day, gazetteer)
    assert not role.fits(Hints(), "han-dong", day, gazetteer)
