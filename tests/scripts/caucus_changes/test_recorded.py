"""Is a change that the register has recognised in words that no rule knows, and only where enough agrees?"""

from __future__ import annotations

from datetime import date

import pytest

from tests.scripts.members import changes

HARKER = ("Paul Harker", "2022-11-15", "liberal", "independent", "resigned")
OKAFOR = ("Susan Okafor", "2023-03-23", "conservative", "liberal", "crossed_floor")
STRAND = ("Helen Strand", "2022-05-03", "green", "new-democratic", "crossed_floor")
RECORDED = (HARKER, OKAFOR, STRAND)


def found(text: str, published_on: date = date(2023, 3, 24), language: str = "en") -> set[tuple[str, str, str, str]]:
    return {
        (c.person.name, c.kind, str(c.date), c.date_precision or "")
        for c in changes(text, published_on, language, RECORDED)
        if c.rule == "recorded"
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "In November 2022 MP Paul Harker told the Liberals that he had had enough of them.",
            ("Paul Harker", "resigned", "2022-11-01", "month"),
        ),
        (
            "MP Paul Harker's time with the Liberals ended on Nov. 15, 2022.",
            ("Paul Harker", "resigned", "2022-11-15", "day"),
        ),
        (
            "MP Susan Okafor, who had carried the Conservative colours since 2015, walked into the Liberal caucus room to applause.",
            ("Susan Okafor", "crossed_floor", "2023-03-23", "day"),
        ),
        (
            "By May 2022 MP Helen Strand was an NDP recruit.",
            ("Helen Strand", "crossed_floor", "2022-05-01", "month"),
        ),
        # words of doubt, on the very day
        (
            "The leader announced on Nov. 15, 2022, that MP Paul Harker may no longer speak for the Liberals.",
            ("Paul Harker", "resigned", "2022-11-15", "day"),
        ),
        # no date, but the only such change of a member, and not long ago
        (
            "He is the fourth of the Liberals to be an Independent, like MP Paul Harker.",
            ("Paul Harker", "resigned", "2022-11-15", "day"),
        ),
    ],
)  # fmt: skip
def test_the_member_a_word_of_leaving_the_caucus_and_the_day_are_enough(
    text: str, row: tuple[str, str, str, str]
) -> None:
    assert found(text) == {row}


def test_who_left_what_is_the_register_s_and_said_to_be() -> None:
    (row,) = changes("MP Paul Harker's time with the Liberals ended on Nov. 15, 2022.", recorded=RECORDED)
    assert (row.from_party_id, row.to_party_id, row.from_name, row.to_name) == ("liberal", "independent", None, None)
    assert (row.from_basis, row.to_basis) == ("register", "register")


@pytest.mark.parametrize(
    "text",
    [
        # another day, no day, no caucus
        "In June 2022 MP Paul Harker told the Liberals that he had had enough of them.",
        "MP Paul Harker told the Liberals that he had had enough of them.",
        "In November 2022 MP Paul Harker left for a tour of Asia.",
        # the caucus only as what the member was called
        "In November 2022 Liberal MP Paul Harker left for a tour of Asia.",
        # something else that was left
        "On Nov. 15, 2022, MP Paul Harker resigned from cabinet, the Liberals said.",
        # denied, asked, planned
        "In November 2022 MP Paul Harker denied that he had had enough of the Liberals.",
        "Was MP Paul Harker gone from the Liberals by Nov. 15, 2022?",
        "MP Paul Harker may walk out on the Liberals, a source said in November 2022.",
        # another who is removed
        "The Liberals have no room for her in the caucus, from which MP Paul Harker had her expelled.",
        # no word of leaving or arriving
        "On Nov. 15, 2022, MP Paul Harker praised the Liberals for their budget.",
    ],
)
def test_less_is_not_enough(text: str) -> None:
    assert found(text) == set()


def test_nothing_is_told_before_it_happened() -> None:
    text = "In November 2022 MP Paul Harker told the Liberals that he had had enough of them."
    assert found(text, date(2022, 11, 14)) == set()


def test_without_a_date_long_ago_is_too_long() -> None:
    text = "He is the fourth of the Liberals to be an Independent, like MP Paul Harker."
    assert found(text, date(2026, 11, 23)) == set()


def test_what_a_rule_has_found_is_not_told_again() -> None:
    (row,) = changes("MP Paul Harker quit the Liberal caucus on Nov. 15, 2022.", recorded=RECORDED)
    assert row.rule != "recorded"


def test_french_news_is_recognised_too() -> None:
    text = "En novembre 2022, le député Paul Harker en avait assez des libéraux et consommait la rupture."
    assert found(text, language="fr") == {("Paul Harker", "resigned", "2022-11-01", "month")}
