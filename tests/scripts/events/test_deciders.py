"""Is it known who decided, also where another clause or sentence says so?"""

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
