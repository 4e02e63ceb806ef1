"""What do the words for a date mean on the day that an article was published, and how precise are they?"""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.candidates import DateMention
from scripts.dates import date_in, find_dates
from tests.timing import best

FRIDAY = date(2023, 3, 24)

ENGLISH = [
    # weekdays: the most recent, the day of publication included
    ("He left late Wednesday.", "late Wednesday", "2023-03-22", "day"),
    ("He left Wednesday evening.", "Wednesday evening", "2023-03-22", "day"),
    ("He left on Friday.", "Friday", "2023-03-24", "day"),
    ("He left last Friday.", "last Friday", "2023-03-17", "day"),
    ("He left this past Monday.", "this past Monday", "2023-03-20", "day"),
    ("He leaves next Monday.", "next Monday", "2023-03-27", "day"),
    ("He leaves on the coming Monday.", "the coming Monday", "2023-03-27", "day"),
    ("He stays until Monday.", "Monday", "2023-03-27", "day"),
    # days by other words
    ("He left today.", "today", "2023-03-24", "day"),
    ("He left this morning.", "this morning", "2023-03-24", "day"),
    ("He left yesterday.", "yesterday", "2023-03-23", "day"),
    ("He left last night.", "last night", "2023-03-23", "day"),
    ("He left three days ago.", "three days ago", "2023-03-21", "day"),
    # days with a month
    ("He left on March 3.", "March 3", "2023-03-03", "day"),
    ("He left on Dec. 9.", "Dec. 9", "2022-12-09", "day"),
    ("He left on March 3, 2015.", "March 3, 2015", "2015-03-03", "day"),
    ("He left on 3 March 2015.", "3 March 2015", "2015-03-03", "day"),
    ("He left on Wednesday, March 22, 2023.", "Wednesday, March 22, 2023", "2023-03-22", "day"),
    ("A by-election is set for June 19.", "June 19", "2023-06-19", "day"),
    ("The file is dated 2023-03-22.", "2023-03-22", "2023-03-22", "day"),
    # months
    ("Last month, he left.", "Last month", "2023-02-01", "month"),
    ("He left earlier this month.", "earlier this month", "2023-03-01", "month"),
    ("He left in April.", "in April", "2022-04-01", "month"),
    ("He left in March.", "in March", "2023-03-01", "month"),
    ("He left last March.", "last March", "2022-03-01", "month"),
    ("He left in May.", "in May", "2022-05-01", "month"),
    ("He left in February 2021.", "in February 2021", "2021-02-01", "month"),
    ("He left two months ago.", "two months ago", "2023-01-01", "month"),
    # a week has the precision of the month that holds most of it
    ("He left this week.", "this week", "2023-03-01", "month"),
    ("He left last week.", "last week", "2023-03-01", "month"),
    ("He left two weeks ago.", "two weeks ago", "2023-03-01", "month"),
    # years and seasons
    ("He left in 2018.", "in 2018", "2018-01-01", "year"),
    ("He left last year.", "last year", "2022-01-01", "year"),
    ("He left in mid-2019.", "in mid-2019", "2019-01-01", "year"),
    ("He left last fall.", "last fall", "2022-01-01", "year"),
    ("He left in the summer of 2019.", "in the summer of 2019", "2019-01-01", "year"),
    ("He has sat alone since the 2019 federal election.", "since the 2019", "2019-01-01", "year"),
]
FRENCH = [
    ("Il est parti mercredi soir.", "mercredi soir", "2023-03-22", "day"),
    ("Il est parti lundi dernier.", "lundi dernier", "2023-03-20", "day"),
    ("Il partira lundi prochain.", "lundi prochain", "2023-03-27", "day"),
    ("Il est parti hier.", "hier", "2023-03-23", "day"),
    ("Il est parti avant-hier.", "avant-hier", "2023-03-22", "day"),
    ("Il part aujourd’hui.", "aujourd’hui", "2023-03-24", "day"),
    ("Il est parti le 3 mars 2015.", "le 3 mars 2015", "2015-03-03", "day"),
    ("Il est parti le 1er avril 2019.", "le 1er avril 2019", "2019-04-01", "day"),
    ("Il est parti le mois dernier.", "le mois dernier", "2023-02-01", "month"),
    ("Il est parti plus tôt ce mois-ci.", "plus tôt ce mois-ci", "2023-03-01", "month"),
    ("Il est parti en avril.", "en avril", "2022-04-01", "month"),
    ("Il est parti il y a deux semaines.", "il y a deux semaines", "2023-03-01", "month"),
    ("Il est parti l’an dernier.", "l’an dernier", "2022-01-01", "year"),
    ("Il est parti en 2018.", "en 2018", "2018-01-01", "year"),
    ("Il est parti l’automne dernier.", "l’automne dernier", "2022-01-01", "year"),
]
NO_DATE = [
    "She may leave, and they march on.",
    "They March on Ottawa.",
    "It cost $3 million in 2018 dollars.",
    "There were 2018 votes and $2,018 in costs.",
    "She voiced confidence in May.",
    "In May’s office the phone rang.",
    "The door was ajar and the sun set.",
    "Highway 401 and Bill C-2019.",
    "March 45 and 31/31.",
    "A blast week, a context month and a drawer of chronologies.",
    "Marchand and Mayer are not months, nor is the Tuesdays club a day.",
]


@pytest.mark.parametrize(("text", "words", "day", "precision"), ENGLISH, ids=[text for text, *_ in ENGLISH])
def test_english_dates(text: str, words: str, day: str, precision: str) -> None:
    assert [(text[m.start : m.end], str(m.date), m.precision) for m in find_dates(text, FRIDAY)] == [
        (words, day, precision)
    ]


@pytest.mark.parametrize(("text", "words", "day", "precision"), FRENCH, ids=[text for text, *_ in FRENCH])
def test_french_dates(text: str, words: str, day: str, precision: str) -> None:
    found = find_dates(text, FRIDAY, "fr")
    assert [(text[m.start : m.end], str(m.date), m.precision) for m in found] == [(words, day, precision)]


@pytest.mark.parametrize("text", NO_DATE)
def test_words_that_are_no_date(text: str) -> None:
    assert find_dates(text, FRIDAY) == []


def test_a_span_of_years_has_an_end() -> None:
    (mention,) = find_dates("held in China from 2018 to 2021", FRIDAY)
    assert (mention.date, mention.end_date, mention.precision) == (date(2018, 1, 1), date(2021, 1, 1), "year")


def test_days_later_count_from_the_day_named_before() -> None:
    first, later = find_dates("On Monday she quit. Two days later, he followed.", FRIDAY)
    assert (first.date, later.date) == (date(2023, 3, 20), date(2023, 3, 22))
    assert find_dates("Two days later, he followed.", FRIDAY) == []


def test_a_week_over_the_end_of_a_month_belongs_where_its_thursday_lies() -> None:
    (mention,) = find_dates("She quit last week.", date(2023, 3, 8))  # 27 February to 5 March
    assert mention.date == date(2023, 3, 1)
    (mention,) = find_dates("She quit this week.", date(2023, 5, 2))  # its Thursday, 4 May, is still to come
    assert mention.date == date(2023, 5, 1)


def test_without_a_day_of_publication_only_dates_with_a_year_are_known() -> None:
    text = "He left on Monday, in April, last year, and on March 3, 2015."
    assert [str(m.date) for m in find_dates(text, None)] == ["2015-03-03"]


def test_the_most_precise_date_of_a_stretch_is_taken() -> None:
    day, month = DateMention(5, 9, FRIDAY, "day"), DateMention(1, 4, date(2023, 3, 1), "month")
    assert date_in([month, day], 0, 20) == day
    assert date_in([month, day], 0, 8) == month
    assert date_in([month, day], 10, 20) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "March",
                "3,",
                "2015",
                "on",
                "last",
                "Friday",
                "ago",
                "two",
                "weeks",
                "later",
                "hier",
                "le",
                "in",
                "May",
                "29 Feb",
                "Ω",
                "\n",
            ]
        )
    ).map(" ".join)
    | st.text(max_size=200),
    st.sampled_from([FRIDAY, date(2024, 2, 29), date.min, date.max, None]),
    st.sampled_from(["en", "fr"]),
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_ordered_mentions_and_no_exception(text: str, published: date | None, language: str) -> None:
    found = find_dates(text, published, language)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == find_dates(text, published, language)


@pytest.mark.parametrize(
    "piece", ["March ", "2018-", "last ", "1 1 1 ", "in in in ", "Monday, ", "A", "twenty years later "]
)
def test_one_thing_again_and_again_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_dates(text, FRIDAY)
        return time.process_time() - start

    assert best(seconds, 400_000) < 12 * best(seconds, 100_000) + 1
