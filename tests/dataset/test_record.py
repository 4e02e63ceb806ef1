"""Who sat in which caucus on a day, and who changed: the small House, day by day."""

from __future__ import annotations

import warnings
from datetime import date, datetime

import pandas as pd
import pytest

import cdnpoli
from cdnpoli.cli import main
from cdnpoli.days import as_bound, as_day, in_words
from cdnpoli.record import most_at_once, ordinal

pytestmark = pytest.mark.usefixtures("installed_small")

TODAY = date(2026, 1, 1)


def caucuses(day: str, chamber: str = "House of Commons") -> dict[str, str]:
    """Person id to caucus on the day."""
    sitting = cdnpoli.caucus_on(day, chamber)
    return dict(zip(sitting["person_id"], sitting["caucus"], strict=True))


def seats(day: str) -> dict[str, int]:
    """Caucus to seats on the day, "Vacant" included."""
    standing = cdnpoli.standings(day)
    return dict(zip(standing["caucus"], standing["seats"], strict=True))


def test_a_member_who_leaves_a_caucus_sits_in_it_to_the_day_before() -> None:
    assert caucuses("2023-03-21")["marie-eve-tremblay"] == "Liberal"
    assert caucuses("2023-03-22")["marie-eve-tremblay"] == "Independent"


def test_since_is_the_first_day_in_that_caucus_not_of_the_seat() -> None:
    sitting = cdnpoli.caucus_on("2023-06-01").set_index("person_id")
    assert sitting.loc["marie-eve-tremblay", "since"] == pd.Timestamp("2023-03-22")
    assert sitting.loc["dan-hill", "since"] == pd.Timestamp("2020-06-01")


def test_a_member_who_dies_sits_on_that_day_and_not_the_next() -> None:
    assert "john-white" in caucuses("2022-06-30")
    assert "john-white" not in caucuses("2022-07-01")


def test_the_winner_of_a_by_election_sits_from_election_day() -> None:
    assert "carol-roy" not in caucuses("2022-12-11")
    assert caucuses("2022-12-12")["carol-roy"] == "Conservative"


def test_the_senate_is_asked_for_by_name_however_it_is_written() -> None:
    assert caucuses("2023-01-01", "senate") == {"sen-ator": "Independent"}
    assert "sen-ator" not in caucuses("2023-01-01")


def test_standings_count_the_seats_and_the_vacancies() -> None:
    assert seats("2021-09-20") == {"Conservative": 3, "Liberal": 2}
    # A death in one Victoria leaves the Victoria of the other province alone.
    assert seats("2022-07-01") == {"Conservative": 3, "Liberal": 1, "Vacant": 1}
    assert seats("2022-12-12") == {"Conservative": 4, "Liberal": 1}
    # One of the two members for Halifax has resigned.
    assert seats("2023-03-22") == {"Conservative": 3, "Independent": 1, "Vacant": 1}


def test_a_vacancy_of_one_parliament_does_not_last_into_the_next() -> None:
    assert seats("2020-07-01") == {"Conservative": 1}


def test_the_largest_caucus_comes_first_and_vacancies_last() -> None:
    assert list(cdnpoli.standings("2023-03-22")["caucus"]) == ["Conservative", "Independent", "Vacant"]


def test_a_chamber_without_parliaments_has_no_row_of_vacancies() -> None:
    assert list(cdnpoli.standings("2023-01-01", "Senate")["caucus"]) == ["Independent"]


def test_confederation_is_the_first_day_and_nobody_sits_yet() -> None:
    assert len(cdnpoli.caucus_on("1867-07-01")) == 0
    assert len(cdnpoli.standings("1867-07-01")) == 0


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("1867-06-30", "before Confederation: the record begins on 1867-07-01"),
        ("2999-01-01", "in the future"),
        ("yesterday", "'yesterday' is not a day; write it as 1990-08-01"),
        ("2023-02-30", "is not a day"),
        ("2023-03", "is not a day"),
        ("", "is not a day"),
        ("2023-03-22; DROP", "is not a day"),
        ("20230322", "is not a day"),
        ("٢٠٢٣-٠٣-٢٢", "is not a day"),
    ],
)
def test_a_day_that_is_none_is_refused(day: str, line: str) -> None:
    for answer in (cdnpoli.caucus_on, cdnpoli.standings):
        with pytest.raises(cdnpoli.BadValue, match=line):
            answer(day)


def test_an_unknown_chamber_is_answered_by_the_chambers_there_are() -> None:
    with pytest.raises(cdnpoli.UnknownName, match="House of Commons"):
        cdnpoli.caucus_on("2023-01-01", "House of Comons")
    with pytest.raises(cdnpoli.UnknownName, match="House of Commons or Senate"):
        cdnpoli.caucus_on("2023-01-01", "xyz")


def test_dates_and_datetimes_are_days_too() -> None:
    assert as_day(date(1990, 8, 1), TODAY) == as_day(datetime(1990, 8, 1, 12), TODAY) == as_day("1990-08-01", TODAY)


def test_today_is_not_the_future_and_tomorrow_is() -> None:
    assert as_day("2026-01-01", TODAY) == TODAY
    with pytest.raises(cdnpoli.BadValue):
        as_day("2026-01-02", TODAY)


def test_a_career_is_told_in_order() -> None:
    told = cdnpoli.career("dan-hill")
    assert list(told["kind"]) == ["seat", "caucus", "change", "caucus", "seat"]
    assert list(told["start"]) == sorted(told["start"])
    assert told.loc[0, "title"] == "Yukon, Yukon (43rd Parliament)"
    assert told.loc[2, "title"] == "Liberal to Conservative (crossed_floor)"
    assert told.loc[4, "end"] is pd.NaT


def test_a_career_holds_the_offices() -> None:
    offices = cdnpoli.career("Ann Smith").query("kind == 'office'")
    assert list(offices["title"]) == ["Opposition Whip, House of Commons"]


@pytest.mark.parametrize(
    "name", ["Marie-Ève Tremblay", "marie-eve tremblay", "MARIE ÈVE TREMBLAY", "Marie Tremblay-Côté"]
)
def test_a_person_is_found_by_any_name_whatever_the_accents(name: str) -> None:
    assert cdnpoli.career(name).equals(cdnpoli.career("marie-eve-tremblay"))


def test_namesakes_are_asked_for_by_id() -> None:
    with pytest.raises(cdnpoli.AmbiguousName) as caught:
        cdnpoli.career("john white")
    assert str(caught.value) == "2 people are called 'john white'; ask by id: john-white or john-white-1980"


@pytest.mark.parametrize("name", ["Tremblay", "Tremblai", "Marie-Eve Trembley"])
def test_an_unknown_person_is_answered_by_the_nearest_names(name: str) -> None:
    with pytest.raises(cdnpoli.UnknownName, match="did you mean Marie-Ève Tremblay"):
        cdnpoli.career(name)


def ids(**asked: object) -> list[str]:
    """The ids of the changes that `cdnpoli.changes` gives."""
    return list(cdnpoli.changes(**asked)["change_id"])  # type: ignore[arg-type]


HILL, TREMBLAY = "dan-hill-2020-06", "marie-eve-tremblay-2023-03-22"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [HILL, TREMBLAY]),
        ({"start": "2021"}, [TREMBLAY]),
        ({"end": "2020"}, [HILL]),
        ({"end": "2020-06"}, [HILL]),
        ({"end": "2020-05"}, []),
        ({"start": "2023-03-22", "end": "2023-03-22"}, [TREMBLAY]),
        ({"start": "2023-03-23"}, []),
        ({"party": "conservative"}, [HILL]),
        ({"party": "CPC"}, [HILL]),
        ({"party": "Liberal"}, [HILL, TREMBLAY]),
        ({"from_party": "Liberal", "to_party": "Independent"}, [TREMBLAY]),
        ({"to_party": "Liberal"}, []),
        ({"kind": "resigned"}, [TREMBLAY]),
        ({"kind": ["resigned", "crossed_floor"]}, [HILL, TREMBLAY]),
        ({"kind": "expelled"}, []),
        ({"person": "Dan Hill"}, [HILL]),
        ({"chamber": "Senate"}, []),
        ({"parliament": 43}, [HILL]),
        ({"parliament": 44}, [TREMBLAY]),
    ],
)
def test_changes_are_chosen_by_time_party_kind_person_chamber_and_parliament(
    asked: dict[str, object], found: list[str]
) -> None:
    assert ids(**asked) == found


def test_a_change_tells_names_beside_ids() -> None:
    told = cdnpoli.changes(person="dan-hill").iloc[0]
    assert (told["person"], told["from_caucus"], told["to_caucus"]) == ("Dan Hill", "Liberal", "Conservative")


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"kind": "expeled"}, "no kind 'expeled'; did you mean expelled"),
        ({"party": "Liberl"}, "did you mean Liberal"),
        ({"person": "Nobody Atall"}, "no person 'Nobody Atall'"),
        ({"parliament": 99}, "no Parliament 99"),
        ({"start": "soon"}, "'soon' is not a day"),
        ({"end": "2023-13"}, "is not a day"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(asked: dict[str, object], line: str) -> None:
    with pytest.raises(cdnpoli.CdnpoliError, match=line):
        ids(**asked)


def test_a_year_or_month_stands_for_all_its_days() -> None:
    assert (as_bound("2024", last=False), as_bound("2024", last=True)) == (date(2024, 1, 1), date(2024, 12, 31))
    assert as_bound("2024-02", last=True) == date(2024, 2, 29)


def test_a_day_is_written_no_finer_than_it_is_known() -> None:
    day = date(2023, 3, 1)
    assert [in_words(day, precision) for precision in ("day", "month", "year", None)] == [
        "1 March 2023",
        "March 2023",
        "2023",
        "1 March 2023",
    ]


def test_places_of_a_riding_are_those_held_at_once() -> None:
    first, last = date(2000, 1, 1), date.max
    assert most_at_once([]) == 0
    assert most_at_once([(first, last), (first, last)]) == 2
    # One leaves on the 5th and another is elected for the 6th: one place, held in turn.
    assert most_at_once([(first, date(2000, 1, 5)), (date(2000, 1, 6), last)]) == 1
    assert most_at_once([(first, date(2000, 1, 6)), (date(2000, 1, 6), last)]) == 2


def test_ordinals() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 42, 43)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "42nd", "43rd",
    ]  # fmt: skip


def test_an_answer_where_seats_are_missing_says_so() -> None:
    with pytest.warns(cdnpoli.IncompleteWarning, match="complete from 1867-07-01 to 2026-06-30"):
        cdnpoli.standings("2026-07-01")
    with pytest.warns(cdnpoli.IncompleteWarning, match="not complete on any day"):
        cdnpoli.caucus_on("2023-01-01", "Senate")


def test_an_answer_with_every_seat_is_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cdnpoli.standings("2023-01-01")


def test_the_command_shows_the_note_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["caucus", "2026-07-01", "--standings"]) == 0
    shown = capsys.readouterr()
    assert shown.err.startswith("note: House of Commons on 2026-07-01") and shown.err.count("\n") == 1
    assert "note" not in shown.out
