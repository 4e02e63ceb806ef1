"""What do the registers say of a name or an office on a day?"""

from __future__ import annotations

from datetime import date

import pytest

from tests.scripts.parliament import gazetteer


def test_a_member_sits_in_the_caucus_of_the_day() -> None:
    book = gazetteer()
    before, after = book.standing("han-dong", date(2023, 3, 21)), book.standing("han-dong", date(2023, 3, 22))
    assert before is not None and after is not None
    assert (before.party_id, after.party_id) == ("liberal", "independent")
    assert before.constituency == "Don Valley North"
    assert book.standing("han-dong", date(2018, 6, 8)) is None


def test_a_change_of_caucus_ends_with_the_parliament() -> None:
    """Jody Wilson-Raybould was elected in 2015 as a Liberal: in 2018 she is one, in 2020 not."""
    book = gazetteer()
    liberal, independent = (
        book.standing("jody-wilson-raybould", date(2018, 1, 1)),
        book.standing("jody-wilson-raybould", date(2020, 1, 1)),
    )
    assert liberal is not None and liberal.party_id == "liberal"
    assert independent is not None and independent.party_id == "independent"


@pytest.mark.parametrize(
    ("day", "precision"), [(date(2023, 3, 22), "day"), (date(2023, 3, 1), "month"), (date(2023, 1, 1), "year")]
)
def test_the_caucus_before_a_change_is_that_of_the_day_before(day: date, precision: str) -> None:
    assert gazetteer().party_before("han-dong", day, precision) == "liberal"


def test_the_caucus_before_a_change_of_the_year_of_the_election_is_the_one_elected_for() -> None:
    assert gazetteer().party_before("han-dong", date(2019, 1, 1), "year") == "liberal"
    assert gazetteer().party_before("han-dong", date(2018, 1, 1), "year") is None


@pytest.mark.parametrize(
    ("role", "day", "person"),
    [
        ("the prime minister", date(2023, 3, 22), "justin-trudeau"),
        ("Prime Minister", date(1982, 4, 17), "pierre-elliott-trudeau"),
        ("the finance minister", date(2023, 3, 22), "chrystia-freeland"),
        ("Minister of Foreign Affairs", date(2023, 3, 22), "melanie-joly"),
        ("the foreign affairs minister", date(2023, 3, 22), "melanie-joly"),
        ("Conservative Leader", date(2023, 3, 22), "pierre-poilievre"),
        ("the leader of the Conservative Party", date(2023, 3, 22), "pierre-poilievre"),
        ("justice minister", date(2018, 3, 22), "jody-wilson-raybould"),
        ("justice minister", date(2023, 3, 22), None),
        ("Conservative leader", date(2010, 3, 22), None),
    ],
)
def test_an_office_is_held_by_one_person_on_a_day(role: str, day: date, person: str | None) -> None:
    assert gazetteer().holder(role, day) == person


def test_a_name_is_found_whatever_accents_and_initials_it_is_written_with() -> None:
    book = gazetteer()
    assert book.candidates("Melanie Joly") == ("melanie-joly",)
    assert book.candidates("Justin P. J. Trudeau") == ("justin-trudeau",)
    assert book.candidates("Chris D’Entremont") == ("chris-dentremont",)
    assert book.candidates("Pierre Trudeau") == ("pierre-elliott-trudeau",)
    assert book.candidates("David Anderson") == ("david-anderson-1937", "david-anderson-1957")
    assert book.candidates("Nobody Atall") == ()


def test_a_riding_is_read_from_the_words_beside_a_role() -> None:
    book = gazetteer()
    assert book.riding_at_start("Mississauga-Lakeshore, said on Monday") == ("Mississauga—Lakeshore", 21)
    assert book.riding_at_start("Mars, said on Monday") is None
    assert book.riding_at_end("when the rookie Don Valley North ") == ("Don Valley North", 16)
    assert book.member_for("Don Valley North", date(2023, 1, 1)) == ("han-dong",)
    assert book.member_for("Don Valley North", date(2018, 1, 1)) == ()


def test_a_bare_surname_is_prominent_only_for_an_office_holder() -> None:
    book = gazetteer()
    assert book.prominent("Poilievre", date(2023, 3, 22)) == ("pierre-poilievre",)
    assert book.prominent("Dong", date(2023, 3, 22)) == ()
