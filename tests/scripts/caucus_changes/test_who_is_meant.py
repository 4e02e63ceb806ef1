"""Of several people in a sentence, who left: not the leader who acts, nor whoever an aside or an opening phrase names."""

from __future__ import annotations

import pytest

from tests.scripts.members import changes

Told = tuple[str, str, str | None, str | None]
"""Who, kind, from, to."""


def told(text: str, language: str = "en") -> list[Told]:
    return [(c.person.name, c.kind, c.from_party_id, c.to_party_id) for c in changes(text, language=language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an opening phrase names who acts and what it was about
        (
            "Kicked out of the Bloc caucus by its leader, Claire Pelchat, for opposing the charter, MP Daniel Brassard will sit as"
            " an Independent.",
            [("Daniel Brassard", "expelled", "bloc-quebecois", "independent")],
        ),
        # the object of a leader's deed is not the leader
        (
            "Whitford MP Paul Harker is out. Conservative Leader Robert Lindgren said that he had taken Harker out of cabinet and"
            " ejected him from the Liberal caucus.",
            [("Paul Harker", "expelled", "liberal", "independent")],
        ),
        # whoever a phrase of time names is not the subject
        (
            "MP Paul Harker quarrelled for a year. Soon after the victory of Robert Lindgren, he broke with the Liberal caucus.",
            [("Paul Harker", "resigned", "liberal", "independent")],
        ),
        # somebody who is not named
        ("MP Robert Lindgren told the House that he does not mind a malcontent who becomes an Independent.", []),
    ],
)
def test_english(text: str, found: list[Told]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mise à la porte du caucus bloquiste par son chef, Daniel Brassard, Claire Pelchat siégera comme indépendante.",
            [("Claire Pelchat", "expelled", "bloc-quebecois", "independent")],
        ),
        (
            "Le député Paul Harker est revenu. Exclu du caucus libéral par la chef en mars, pour un accord avec Robert Lindgren, il"
            " attend.",
            [("Paul Harker", "expelled", "liberal", "independent")],
        ),
        (
            "Le député Paul Harker a parlé. La chef l'avait aussi expulsé du caucus libéral.",
            [("Paul Harker", "expelled", "liberal", "independent")],
        ),
        # forms that follow from those in the lexicon; not going out of a meeting
        (
            "Les députés Paul Harker et Anna Delisle ont annoncé qu'ils se retiraient du caucus libéral.",
            [
                ("Anna Delisle", "resigned", "liberal", "independent"),
                ("Paul Harker", "resigned", "liberal", "independent"),
            ],
        ),
        # nobody is called a member, but the next sentence says that they are
        (
            "Paul Harker et Anna Delisle ont rompu avec le Parti libéral. Les deux députés finiront leur mandat comme indépendants.",
            [
                ("Anna Delisle", "resigned", "liberal", "independent"),
                ("Paul Harker", "resigned", "liberal", "independent"),
            ],
        ),
        ("Le député Paul Harker sortait du caucus libéral quand on l'a vu.", []),
        (
            "La députée Anna Delisle a troqué mardi les couleurs libérales pour celles du NPD.",
            [("Anna Delisle", "crossed_floor", "liberal", "new-democratic")],
        ),
    ],
)
def test_french(text: str, found: list[Told]) -> None:
    assert told(text, "fr") == found


def test_a_date_at_the_head_of_a_sentence_is_that_of_all_its_deeds() -> None:
    text = "In January MP Paul Harker left the Liberals in anger over the budget and went over to the Conservatives."
    (row,) = changes(text)
    assert (row.kind, row.to_party_id, str(row.date), row.date_precision) == (
        "crossed_floor",
        "conservative",
        "2023-01-01",
        "month",
    )
