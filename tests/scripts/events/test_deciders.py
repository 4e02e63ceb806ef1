"""Is it known who decided or accused, also where another clause or sentence says so?"""

from __future__ import annotations

import pytest

from tests.scripts.happenings import of_type, who

MOVED = "Anna Delisle gets Revenue."


@pytest.mark.parametrize(
    ("other", "deciders"),
    [
        ("Prime Minister Paul Harker presented the changes on Tuesday.", ["Paul Harker"]),
        ("Premier Helen Strand shuffled her cabinet on Monday.", ["Helen Strand"]),
        # nobody who may appoint, nothing that appoints
        ("Conservative MP Paul Harker presented the changes on Tuesday.", []),
        ("Prime Minister Paul Harker presented the budget on Tuesday.", []),
        # two who shuffled: it is not told which
        ("Prime Minister Paul Harker shuffled the cabinet. Premier Helen Strand unveiled a new cabinet.", []),
    ],
)
def test_who_shuffles_the_cabinet_appoints_its_ministers(other: str, deciders: list[str]) -> None:
    (found,) = of_type("appointment", f"The shuffle is a big one. {MOVED} {other}")
    assert who(found, "decider") == deciders


def test_who_appoints_in_the_clause_itself_is_the_one() -> None:
    text = "Prime Minister Paul Harker shuffled the cabinet. Premier Helen Strand appointed Anna Delisle as health minister."
    (found,) = of_type("appointment", text)
    assert who(found, "decider") == ["Helen Strand"]


def test_a_caucus_chooses_its_leader() -> None:
    (found,) = of_type("leadership_change", "Conservative MPs chose Anna Delisle as interim leader late on Wednesday.")
    assert [participant.role for participant in found.participants] == ["subject", "decider"]
    assert who(found, "decider") == ["Conservative MPs"]


def test_they_are_those_of_the_clause_before() -> None:
    text = "Conservative MPs chose Anna Delisle as leader, hours after {} had voted Paul Harker out of the job."
    for subject, deciders in [("they", ["Conservative MPs"]), ("delegates", [])]:
        found = of_type("leadership_change", text.format(subject))
        assert {who(event, "subject")[0]: who(event, "decider") for event in found} == {
            "Anna Delisle": ["Conservative MPs"],
            "Paul Harker": deciders,
        }


def test_an_outlet_speaks_for_the_sources_that_it_cites_under_its_short_name() -> None:
    full = "Global News had a report on Monday. "
    told = "Last week Global cited unidentified security sources who alleged that Paul Harker met the consul."
    (found,) = of_type("allegation", full + told)
    assert who(found, "accuser") == ["Global News"]
    (found,) = of_type("allegation", told)  # no such outlet is named: "Global" may be anything
    assert who(found, "accuser") == ["unnamed sources"]


@pytest.mark.parametrize(
    ("before", "accuser"),
    [
        ("The RCMP have charged Paul Harker with fraud.", "RCMP"),
        ("The RCMP and the OPP met on Monday.", "Police"),  # either may be meant
        ("The Crown has charged Paul Harker with fraud.", "Police"),  # no force
    ],
)
def test_police_are_the_force_named_before(before: str, accuser: str) -> None:
    (found,) = of_type("allegation", f"{before} Police allege that Paul Harker took bribes.")
    assert who(found, "accuser") == [accuser]


def test_an_outlet_makes_the_allegations_that_it_publishes() -> None:
    (found,) = of_type("allegation", "Global News published allegations that Paul Harker took bribes in 2019.")
    assert who(found, "accuser") == ["Global News"]
    (found,) = of_type("allegation", "Global News dismissed allegations that Paul Harker took bribes in 2019.")
    assert who(found, "accuser") == []
    text = "Global News published allegations by a former staffer that Paul Harker took bribes."
    (found,) = of_type("allegation", text)
    assert who(found, "accuser") == ["unnamed sources"]


def test_what_is_also_published_is_one_allegation_more() -> None:
    text = "Global News alleged that Paul Harker met the consul. Global News also published allegations that he took bribes."
    assert len(of_type("allegation", text)) == 2
    assert len(of_type("allegation", text.replace("also ", ""))) == 1


def test_both_who_deny_are_the_two_who_are_accused() -> None:
    told = (
        "Two women accuse {} Liberal MPs of misconduct, and on Wednesday Helen Strand suspended Paul Harker"
        " and Robert Lindgren. Both deny the allegations."
    )
    (found,) = of_type("allegation", told.format("two"))
    assert found.claim == "denied"
    (found,) = of_type("allegation", told.format("three"))
    assert found.claim == "alleged"


def test_what_is_said_in_a_chamber_has_its_place() -> None:
    said = "She accused Paul Harker of fraud."
    (found,) = of_type("allegation", f"Helen Strand rose on Tuesday in the House of Commons. {said}")
    assert found.place == "House of Commons"
    (found,) = of_type("allegation", f"Helen Strand stood on Tuesday outside the House of Commons. {said}")
    assert found.place is None
