"""Which capitalised words are the name of a person, and which are a place, a party, an office or a newspaper?"""

from __future__ import annotations

import pytest

from scripts.people.names import find_runs
from scripts.people.word_lists import fold, name_key
from tests.scripts.parliament import gazetteer


def names(text: str) -> list[tuple[str, str]]:
    """(title, name) of everyone in the runs of a text who is more than a single word or has a title."""
    found = []
    for run in find_runs(text):
        for part in gazetteer().names.read(run.group()):
            if part.evidence not in ("single", "none"):
                found.append((part.title, run.group()[part.start : part.end]))
    return found


@pytest.mark.parametrize(
    ("sentence", "title", "name"),
    [
        ("Prime Minister Justin Trudeau said so.", "Prime Minister", "Justin Trudeau"),
        ("Then Conservative Leader Pierre Poilievre rose.", "Conservative Leader", "Pierre Poilievre"),
        ("It was Ontario MPP Vincent Ke who left.", "Ontario MPP", "Vincent Ke"),
        ("said Mississauga-Lakeshore, Ont. MP Liberal MP Charles Sousa, who", "Ont. MP Liberal MP", "Charles Sousa"),
        ("Mr. Dong did not answer.", "Mr.", "Dong"),
        ("Mme Joly a répondu.", "Mme", "Joly"),
        ("La Députée de Repentigny Monique Pauzé a parlé.", "", "Monique Pauzé"),
        ("New York Mayor de Blasio spoke.", "New York Mayor", "de Blasio"),
        ("Sen. Lynn Beyak apologized.", "Sen.", "Lynn Beyak"),
        ("Finance Minister Chrystia Freeland’s budget", "Finance Minister", "Chrystia Freeland"),
        ("Wisconsin Gov. Scott Walker spoke.", "Wisconsin Gov.", "Scott Walker"),
        ("Meanwhile Han Dong went home.", "", "Han Dong"),
        ("On Wednesday Justin Trudeau went home.", "", "Justin Trudeau"),
        ("the case of Chris d'Entremont is", "", "Chris d'Entremont"),
        ("It was Jean-Yves Duclos’ idea.", "", "Jean-Yves Duclos"),
        ("MP Erin O'Toole resigned.", "MP", "Erin O'Toole"),
        ("He met Charles de Gaulle there.", "", "Charles de Gaulle"),
        ("The book by John A. Macdonald sold.", "", "John A. Macdonald"),
        ("Donald Trump Jr. spoke.", "", "Donald Trump Jr"),
        ("MP Michael Ma crossed the floor.", "MP", "Michael Ma"),
    ],
)
def test_a_name_is_read_apart_from_its_title(sentence: str, title: str, name: str) -> None:
    assert (title, name.rstrip(".")) in [(t, n.rstrip(".")) for t, n in names(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Député de Taillon depuis 2018, il siège.",
        "She represents Don Valley North in Ottawa.",
        "Global News reported it.",
        "The Conservative Party of Canada met in Quebec City.",
        "It happened on Parliament Hill on Wednesday.",
        "The House of Commons rose.",
        "The Pierre Elliott Trudeau Foundation closed.",
        "Justin Trudeau Street runs there.",
        "The Prime Minister's Office declined.",
        "Bill C-21 passed.",
        "Le Parti libéral du Canada a réagi.",
    ],
)
def test_places_parties_and_institutions_are_not_people(sentence: str) -> None:
    assert names(sentence) == []


def test_a_full_stop_ends_a_name_unless_it_belongs_to_an_abbreviation() -> None:
    assert names("He thanked Justin Trudeau. Pierre Poilievre did not.") == [
        ("", "Justin Trudeau"),
        ("", "Pierre Poilievre"),
    ]
    assert names("He thanked Dr. Theresa Tam.") == [("Dr.", "Theresa Tam")]


def test_a_possessive_ends_a_name() -> None:
    run = next(find_runs("Justin Trudeau's Liberals won."))
    (part,) = [p for p in gazetteer().names.read(run.group()) if p.full]
    assert part.possessive
    assert run.group()[part.start : part.end] == "Justin Trudeau"


def test_the_endings_of_a_double_surname_stand_for_it() -> None:
    (part,) = gazetteer().names.read("MP Michelle Rempel Garner")
    assert part.surnames == ("rempel garner", "garner")


def test_names_are_compared_without_accents_hyphens_and_apostrophes() -> None:
    assert fold("Québécois") == "quebecois"
    assert name_key("Mississauga—Lakeshore") == name_key("Mississauga--Lakeshore") == name_key("Mississauga-Lakeshore")
    assert name_key("O’Toole") == name_key("O'Toole") != name_key("Toole")
