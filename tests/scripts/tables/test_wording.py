"""The sentences that the tables say of a change of caucus."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.vocabularies import CHANGE_KIND, DATE_PRECISION
from scripts.tables.wording import SUMMARY, TITLE, change_summary, change_title, day_in_words

DAY = date(2023, 3, 22)


def test_every_kind_of_change_has_its_sentence_and_its_title() -> None:
    assert set(SUMMARY) == set(CHANGE_KIND)
    assert set(TITLE) == set(CHANGE_KIND)


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (DAY, "day", "22 March 2023"),
        (date(2004, 4, 1), "day", "1 April 2004"),
        (date(2018, 2, 1), "month", "February 2018"),
        (date(2018, 12, 1), "month", "December 2018"),
        (date(1917, 1, 1), "year", "1917"),
    ],
)
def test_a_date_is_said_to_its_precision(day: date, precision: str, words: str) -> None:
    assert day_in_words(day, precision) == words


def test_leaving_a_caucus_is_told_with_its_day() -> None:
    assert change_summary("resigned", "Han Dong", "Liberal", "Independent", DAY, "day") == (
        "On 22 March 2023, Han Dong left the Liberal caucus to sit as an independent."
    )


def test_crossing_the_floor_names_both_caucuses() -> None:
    summary = change_summary("crossed_floor", "Leona Alleslev", "Liberal", "Conservative", date(2018, 9, 1), "month")
    assert summary == "In September 2018, Leona Alleslev crossed the floor from the Liberal to the Conservative caucus."
    assert change_title("crossed_floor", "Leona Alleslev", "Liberal", "Conservative") == (
        "Leona Alleslev crosses the floor from Liberal to Conservative"
    )


@pytest.mark.parametrize("precision", DATE_PRECISION)
@pytest.mark.parametrize("kind", CHANGE_KIND)
def test_a_summary_is_one_sentence_about_the_member(kind: str, precision: str) -> None:
    summary = change_summary(kind, "Jane Philpott", "Liberal", "Green", date(2019, 1, 1), precision)
    assert summary.startswith("On 1 January 2019, " if precision == "day" else "In ")
    assert "Jane Philpott" in summary and "2019" in summary
    assert "Liberal" in summary or "Green" in summary
    assert summary.endswith(".") and summary.count(".") == 1
    assert "{" not in summary


@pytest.mark.parametrize("kind", CHANGE_KIND)
def test_a_title_begins_with_the_member_and_has_no_full_stop(kind: str) -> None:
    title = change_title(kind, "Jane Philpott", "Liberal", "Green")
    assert title.startswith("Jane Philpott ")
    assert not title.endswith(".") and "{" not in title


def test_an_unknown_kind_is_an_error_and_not_an_empty_sentence() -> None:
    with pytest.raises(KeyError, match="vanished"):
        change_summary("vanished", "Han Dong", "Liberal", "Independent", DAY, "day")
