"""Which person of the register does a name stand for, and when is that left open?"""

from __future__ import annotations

import pytest

from tests.scripts.parliament import cast_of


def person(text: str, day: str = "2023-03-22", at: int = 0) -> tuple[str, str | None, str | None]:
    found = cast_of(text, day).people[at]
    return found.name, found.person_id, found.unresolved_reason


def test_a_sitting_member_is_linked() -> None:
    assert person("Han Dong spoke in Ottawa.") == ("Han Dong", "han-dong", None)


def test_someone_whom_the_register_does_not_have_keeps_the_name_of_the_article() -> None:
    assert person("Ontario MPP Vincent Ke resigned.") == ("Vincent Ke", None, "not in register")


def test_two_sitting_namesakes_are_left_open() -> None:
    name, person_id, reason = person("David Anderson spoke in Ottawa.", "2003-05-01")
    assert (name, person_id) == ("David Anderson", None)
    assert reason == "two people fit: david-anderson-1937, david-anderson-1957"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cypress Hills-Grasslands MP David Anderson spoke.", "david-anderson-1957"),
        ("Liberal MP David Anderson spoke.", "david-anderson-1937"),
        ("David Anderson, the MP for Victoria, spoke.", "david-anderson-1937"),
        ("Saskatchewan MP David Anderson spoke.", "david-anderson-1957"),
    ],
)
def test_riding_party_or_province_tells_namesakes_apart(text: str, expected: str) -> None:
    assert person(text, "2003-05-01")[1] == expected


def test_the_one_who_sits_on_the_day_wins_over_a_namesake_who_does_not() -> None:
    assert person("David Anderson spoke in Ottawa.", "2015-05-01")[1] == "david-anderson-1957"


def test_a_namesake_of_another_century_is_never_linked() -> None:
    _, person_id, reason = person("John White spoke in Ottawa.")
    assert person_id is None
    assert reason is not None and reason.startswith("not in register")
    assert person("MP John White spoke in Ottawa.")[1] is None


def test_a_former_member_is_linked_for_some_years_and_a_former_prime_minister_by_the_title() -> None:
    assert person("Jody Wilson-Raybould spoke in Ottawa.", "2026-01-01")[1] == "jody-wilson-raybould"
    assert person("Lynn Beyak spoke in Ottawa.", "2045-01-01")[1] is None
    assert person("It was former prime minister Pierre Trudeau who said so in Ottawa.")[1] == "pierre-elliott-trudeau"


def test_a_member_of_long_ago_is_linked_by_a_year_of_service_in_the_sentence() -> None:
    assert person("Ottawa put Lynn Beyak out of a committee in 2017.", "2045-01-01")[1] == "lynn-beyak"
    assert person("Ottawa remembers 1876, when John White spoke.", "2045-01-01")[1] == "john-white-1811"
    for other in (
        "Ottawa heard Lynn Beyak. The year 2017 was long ago.",
        "Ottawa heard Lynn Beyak in 1998.",
        "Ottawa paid Lynn Beyak $2017.",
        "Ottawa heard the reporter Lynn Beyak in 2017.",
    ):
        assert person(other, "2045-01-01")[1] is None, other


def test_a_member_to_come_is_linked_but_not_as_an_mp_of_that_day() -> None:
    assert person("Ontario MPP Han Dong spoke.", "2018-05-01")[1] == "han-dong"
    assert person("Toronto MP Han Dong spoke.", "2016-05-01")[2] == "role not held on that day"


def test_a_calling_that_no_member_has_speaks_against_a_link() -> None:
    assert person("The reporter Ryan Turnbull spoke in Ottawa.")[1] is None
    assert person("Toronto Mayor Ryan Turnbull spoke.")[1] is None


def test_an_official_of_whom_no_seat_or_office_is_recorded_is_linked_where_nobody_else_is_so_called() -> None:
    assert person("Richard Fadden spoke in Ottawa.")[1] == "richard-fadden"
    assert person("CSIS director Richard Fadden spoke in Ottawa.", "2010-06-22")[1] == "richard-fadden"
    assert person("Richard Fadden spoke in Paris.")[1] is None
    assert person("The reporter Richard Fadden spoke in Ottawa.")[1] is None
    assert person("John Fitzwilliam Stairs spoke in Ottawa.")[1] is None  # he died in 1904


def test_one_of_whom_no_service_is_recorded_is_linked_near_the_articles_that_tell_of_them_only() -> None:
    assert person("Gary Bikman spoke in Alberta, said an MLA.", "2012-05-01")[1] == "gary-bikman"
    assert person("Gary Bikman spoke in Alberta, said an MLA.", "2024-12-17")[1] == "gary-bikman"
    name, person_id, reason = person("Gary Bikman spoke in Alberta, said an MLA.", "2025-05-01")
    assert (name, person_id) == ("Gary Bikman", None)
    assert reason == "not in register: the bearer of the name was in the news at another time"
    assert person("Gary Bikman, 34, bought a bakery in Ottawa, said an MP.", "1999-05-01")[1] is None


def test_later_the_calling_of_the_register_links_and_another_calling_does_not() -> None:
    assert person("Former Alberta MLA Gary Bikman spoke in Ottawa.", "2026-05-01")[1] == "gary-bikman"
    assert person("Former Ontario MPP Gary Bikman spoke in Ottawa.", "2026-05-01")[1] is None
    assert person("Ottawa lawyer Gary Bikman spoke to an MP.", "2026-05-01")[1] is None
    assert person("Former CSIS director Richard Fadden spoke in Ottawa.", "2035-05-01")[1] == "richard-fadden"
    assert person("Economist Richard Fadden spoke in Ottawa.", "2035-05-01")[1] is None


def test_an_official_of_another_country_is_not_linked() -> None:
    assert person("British Prime Minister David Anderson visited Canada.", "2015-05-01")[1] is None
    assert person("U.S. Senator David Anderson visited Canada.", "2015-05-01")[1] is None


def test_a_bare_name_in_an_article_about_no_canadian_matter_is_not_linked() -> None:
    assert person("David Anderson spoke in Ohio.", "2015-05-01")[1] is None
    assert person("Prime Minister Justin Trudeau spoke in Ohio.")[1] == "justin-trudeau"


def test_without_a_date_nobody_is_linked() -> None:
    found = cast_of("Han Dong spoke in Ottawa.", None).people[0]
    assert (found.person_id, found.unresolved_reason) == (None, "no date to look the name up on")


def test_prime_minister_and_surname_are_enough_on_the_day() -> None:
    assert person("Prime Minister Trudeau spoke in Ottawa.")[1] == "justin-trudeau"
    assert person("Prime Minister Trudeau spoke in Ottawa.", "1982-04-17")[1] == "pierre-elliott-trudeau"
    assert person("Mr. Trudeau spoke in Ottawa.")[2] == "only a surname is given"


def test_somebody_is_linked_by_the_calling_that_the_register_has() -> None:
    assert person("The lawyer Mark Polley spoke to an MP.", "2023-03-31")[1] == "mark-polley"
    assert person("The member's attorney, Mark Polley, spoke to an MP.", "2023-03-31")[1] == "mark-polley"
    assert person("The pollster Mark Polley spoke to an MP.", "2023-03-31")[1] is None
    assert person("The lawyer Mark Polley spoke to an MP.", "2045-03-31")[1] is None
