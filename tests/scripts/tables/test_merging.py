"""Merging: the same change or event told by several sources is one row; what differs stays apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from scripts.candidates import CaucusChange, Event, Participant, PersonRef
from scripts.reviews import Decided
from scripts.tables.merging import (
    CHANGE_DAYS,
    EVENT_DAYS,
    Group,
    RegisterChange,
    Told,
    days_apart,
    days_of,
    merge_changes,
    merge_events,
)
from tests.scripts.tellings import DONG, KE, POILIEVRE, SINGH, accused, accuser, change, event, subject

DAY = date(2023, 3, 22)
REGISTER = RegisterChange("han-dong-2023-03-22", "han-dong", DAY, "day", "liberal", "independent")


def tell(row: Any, source: str = "ctv", published: date = DAY, key: str = "k", **decided: Any) -> Told[Any]:
    """An article's telling of the row."""
    return Told(source, published, Decided(key, row, **decided))


def changes(*rows: CaucusChange, register: tuple[RegisterChange, ...] = ()) -> list[Group[CaucusChange]]:
    """The groups when every row comes from an article of its own."""
    return merge_changes(register, [tell(row, f"source-{number}") for number, row in enumerate(rows)], {})


def events(*rows: Event) -> list[Group[Event]]:
    """The groups when every row comes from an article of its own."""
    return merge_events([tell(row, f"source-{number}") for number, row in enumerate(rows)], {})


def sources(groups: list[Group[Any]]) -> list[list[str]]:
    return sorted([telling.source_id for telling in group.told] for group in groups)


# Days


@pytest.mark.parametrize(
    ("day", "precision", "last"),
    [
        (date(2023, 3, 22), "day", date(2023, 3, 22)),
        (date(2023, 2, 1), "month", date(2023, 2, 28)),
        (date(2024, 2, 1), "month", date(2024, 2, 29)),
        (date(2023, 12, 1), "month", date(2023, 12, 31)),
        (date(1917, 1, 1), "year", date(1917, 12, 31)),
    ],
)
def test_a_month_lasts_to_its_last_day_and_a_year_to_december(day: date, precision: str, last: date) -> None:
    assert days_of(day, precision) == (day, last)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((date(2023, 3, 22), "day"), (date(2023, 3, 22), "day"), 0),
        ((date(2023, 3, 22), "day"), (date(2023, 3, 27), "day"), 5),
        ((date(2023, 3, 1), "month"), (date(2023, 3, 22), "day"), 0),
        ((date(2023, 2, 1), "month"), (date(2023, 3, 2), "day"), 2),
        ((date(2023, 1, 1), "year"), (date(2023, 7, 1), "month"), 0),
        ((date(2022, 1, 1), "year"), (date(2023, 1, 3), "day"), 3),
    ],
)
def test_days_between_dates_of_some_precision(one: tuple[date, str], other: tuple[date, str], apart: int) -> None:
    assert days_apart(one, other) == days_apart(other, one) == apart


# Changes of caucus


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(change(), id="the same day"),
        pytest.param(change(day=DAY + timedelta(CHANGE_DAYS)), id="two weeks later"),
        pytest.param(change(day=date(2023, 3, 1), precision="month"), id="the month that the day lies in"),
        pytest.param(change(day=date(2023, 4, 1), precision="month"), id="a month that begins within two weeks"),
        pytest.param(change(from_party_id=None), id="the caucus left is not said"),
        pytest.param(change(to_party_id=None), id="the caucus entered is not said"),
        pytest.param(change(kind="expelled"), id="another word for it"),
    ],
)
def test_one_change_told_by_two_sources_is_one_row(other: CaucusChange) -> None:
    assert len(changes(change(), other)) == 1
    assert len(changes(other, change())) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(change(day=DAY + timedelta(CHANGE_DAYS + 1)), id="fifteen days later"),
        pytest.param(change(day=date(2023, 2, 1), precision="month"), id="a month that ended three weeks before"),
        pytest.param(change(day=None), id="no date"),
        pytest.param(change(KE), id="another member"),
        pytest.param(change(PersonRef("Han Dong", "han-dong-1950")), id="a namesake"),
        pytest.param(change(from_party_id="conservative"), id="another caucus left"),
        pytest.param(change(to_party_id="conservative"), id="another caucus entered"),
        pytest.param(change(kind="reinstated", from_party_id="independent", to_party_id="liberal"), id="the way back"),
    ],
)
def test_two_changes_are_two_rows(other: CaucusChange) -> None:
    assert len(changes(change(), other)) == 2
    assert len(changes(other, change())) == 2


def test_a_member_outside_the_register_is_known_by_name() -> None:
    assert len(changes(change(KE), change(PersonRef("Vincent Ke", None, "not in register")))) == 1


def test_two_tellings_that_contradict_each_other_do_not_meet_in_a_vague_third() -> None:
    vague, liberal, conservative = (
        change(from_party_id=None),
        change(from_party_id="liberal"),
        change(from_party_id="conservative"),
    )
    assert sources(changes(vague, liberal, conservative)) == [["source-0", "source-1"], ["source-2"]]


def test_two_rows_of_one_article_never_merge() -> None:
    told = [tell(change(), key="han-dong"), tell(change(), key="han-dong-2")]
    assert len(merge_changes((), told, {})) == 2
    assert len(merge_changes((REGISTER,), told, {})) == 2


def test_two_events_of_one_article_never_merge() -> None:
    denial = event("denial", subject(DONG))
    assert len(merge_events([tell(denial, key="denial-han-dong"), tell(denial, key="denial-han-dong-2")], {})) == 2


# The register


def test_a_change_of_the_register_stands_without_an_article() -> None:
    (group,) = changes(register=(REGISTER,))
    assert (group.row_id, group.register, group.told) == ("han-dong-2023-03-22", REGISTER, [])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(change(), id="as the register has it"),
        pytest.param(change(day=DAY - timedelta(CHANGE_DAYS)), id="announced two weeks before"),
        pytest.param(change(day=date(2023, 3, 1), precision="month"), id="only the month"),
        pytest.param(change(from_party_id=None, to_party_id=None), id="no caucus said"),
    ],
)
def test_an_article_joins_the_change_of_the_register(row: CaucusChange) -> None:
    (group,) = changes(row, register=(REGISTER,))
    assert group.row_id == "han-dong-2023-03-22"
    assert [telling.row for telling in group.told] == [row]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(change(day=DAY - timedelta(CHANGE_DAYS + 1)), id="fifteen days before"),
        pytest.param(change(day=None), id="no date"),
        pytest.param(change(KE), id="another member"),
        pytest.param(change(from_party_id="conservative"), id="another caucus left"),
        pytest.param(change(to_party_id="conservative"), id="another caucus entered"),
    ],
)
def test_an_article_that_differs_does_not_join_the_change_of_the_register(row: CaucusChange) -> None:
    groups = changes(row, register=(REGISTER,))
    assert [len(group.told) for group in groups] == [0, 1]
    assert [group.row_id for group in groups] == ["han-dong-2023-03-22", None]


def test_who_is_only_taken_to_sit_alone_may_have_crossed_the_floor() -> None:
    crossed = RegisterChange("leona-alleslev-2018-09-17", "leona-alleslev", DAY, "day", "liberal", "conservative")
    alleslev = PersonRef("Leona Alleslev", "leona-alleslev")
    (group,) = changes(change(alleslev, to_basis="implied"), register=(crossed,))
    assert len(group.told) == 1
    assert len(changes(change(alleslev, to_basis="text"), register=(crossed,))) == 2


# Events


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            event("denial", subject(DONG)), event("denial", subject(DONG), day=DAY + timedelta(EVENT_DAYS)), id="3 days"
        ),
        pytest.param(
            event("allegation", accused(DONG), accuser("Global News")),
            event("allegation", accused(DONG)),
            id="one source does not say who alleges it",
        ),
        pytest.param(
            event("call_for_inquiry", Participant("caller", SINGH), Participant("caller", POILIEVRE)),
            event("call_for_inquiry", Participant("caller", SINGH)),
            id="one source names one of two callers",
        ),
        pytest.param(
            event("denial", subject(DONG)),
            event("denial", subject(DONG), day=date(2023, 3, 1), date_precision="month"),
            id="the month that the day lies in",
        ),
    ],
)
def test_one_event_told_by_two_sources_is_one_row(one: Event, other: Event) -> None:
    assert len(events(one, other)) == len(events(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            event("denial", subject(DONG)),
            event("denial", subject(DONG), day=DAY + timedelta(EVENT_DAYS + 1)),
            id="four days apart",
        ),
        pytest.param(event("denial", subject(DONG)), event("apology", subject(DONG)), id="another type"),
        pytest.param(event("denial", subject(DONG)), event("denial", subject(KE)), id="another person"),
        pytest.param(event("denial", subject(DONG)), event("denial", subject(DONG), day=None), id="no date"),
        pytest.param(
            event("allegation", accused(DONG), accuser("Global News")),
            event("allegation", accused(DONG), accuser("CSIS")),
            id="another accuser",
        ),
        pytest.param(
            event("allegation", accused(DONG), accuser("Global News")),
            event("allegation", accused(KE), accuser("Global News")),
            id="the same accuser, another accused",
        ),
        pytest.param(
            event("denial", subject(DONG)),
            event("denial", subject(DONG), day=date(2023, 1, 1), date_precision="year"),
            id="a day and a year",
        ),
    ],
)
def test_two_events_are_two_rows(one: Event, other: Event) -> None:
    assert len(events(one, other)) == len(events(other, one)) == 2


# What a curator says


def test_same_as_joins_what_the_rule_would_keep_apart() -> None:
    late = tell(change(day=date(2023, 5, 1)), "cbc", same_as="han-dong-2023-03-22")
    (group,) = merge_changes((REGISTER,), [tell(change()), late], {})
    assert [telling.source_id for telling in group.told] == ["cbc", "ctv"]


def test_distinct_keeps_apart_what_the_rule_would_join() -> None:
    for published in (DAY, DAY - timedelta(1), DAY + timedelta(1)):
        other = tell(change(), "cbc", published, distinct=True)
        assert sources(merge_changes((), [tell(change()), other], {})) == [["cbc"], ["ctv"]]
        assert sources(merge_changes((REGISTER,), [tell(change()), other], {})) == [["cbc"], ["ctv"]]


def test_one_article_may_be_told_to_hold_one_event_twice() -> None:
    denial = event("denial", subject(DONG))
    told = [tell(denial, key="denial-han-dong"), tell(denial, key="denial-han-dong-2", same_as="d1")]
    (group,) = merge_events(told, {("ctv", "denial-han-dong"): "d1"})
    assert group.row_id == "d1" and len(group.told) == 2


# Ids that were minted


def test_a_row_keeps_the_id_of_the_ledger_when_its_date_is_corrected() -> None:
    (group,) = merge_events(
        [tell(event("denial", subject(DONG), day=date(2023, 4, 2)), key="denial-han-dong")],
        {("ctv", "denial-han-dong"): "2023-03-22-denial-han-dong"},
    )
    assert group.row_id == "2023-03-22-denial-han-dong"


def test_rows_with_one_id_in_the_ledger_stay_together_when_a_date_is_corrected() -> None:
    ledger = {("ctv", "han-dong"): "x", ("cbc", "han-dong"): "x"}
    told = [tell(change(), key="han-dong"), tell(change(day=date(2023, 5, 1)), "cbc", key="han-dong")]
    (group,) = merge_changes((), told, ledger)
    assert group.row_id == "x" and len(group.told) == 2


def test_rows_with_two_ids_in_the_ledger_stay_apart() -> None:
    ledger = {("ctv", "han-dong"): "x", ("cbc", "han-dong"): "y"}
    groups = merge_changes((), [tell(change(), key="han-dong"), tell(change(), "cbc", key="han-dong")], ledger)
    assert sorted(group.row_id or "" for group in groups) == ["x", "y"]


@pytest.mark.parametrize("published", [DAY - timedelta(2), DAY, DAY + timedelta(2)], ids=["earlier", "same", "later"])
def test_an_article_added_later_joins_the_published_row_and_takes_its_id(published: date) -> None:
    told = [tell(change(), key="han-dong"), tell(change(), "a-newspaper", published, "han-dong")]
    (group,) = merge_changes((), told, {("ctv", "han-dong"): "han-dong-2023-03-22"})
    assert group.row_id == "han-dong-2023-03-22"
    assert len(group.told) == 2


def test_tellings_stand_in_order_of_publication_whether_or_not_they_have_an_id() -> None:
    first, second = tell(change(), "a", DAY - timedelta(1), "k"), tell(change(), "b", DAY, "k")
    (without,) = merge_changes((), [second, first], {})
    (late,) = merge_changes((), [second, first], {("b", "k"): "x"})
    (both,) = merge_changes((), [second, first], {("b", "k"): "x", ("a", "k"): "x"})
    assert without.told == late.told == both.told == [first, second]


def test_the_order_of_articles_does_not_matter() -> None:
    told = [
        tell(change(), "ctv", DAY, "han-dong"),
        tell(change(from_party_id=None), "cbc", DAY, "han-dong"),
        tell(change(day=date(2023, 3, 1), precision="month"), "globe", DAY + timedelta(1), "han-dong"),
        tell(change(to_party_id="conservative"), "star", DAY, "han-dong"),
        tell(change(), "post", DAY - timedelta(1), "han-dong", distinct=True),
    ]
    ledger = {("globe", "han-dong"): "han-dong-2023-03"}

    def outcome(tellings: tuple[Told[CaucusChange], ...]) -> list[tuple[str | None, list[str]]]:
        return [(g.row_id, [t.source_id for t in g.told]) for g in merge_changes((), tellings, ledger)]

    outcomes = [outcome(order) for order in permutations(told)]
    assert all(other == outcomes[0] for other in outcomes)
    assert ("han-dong-2023-03", ["cbc", "ctv", "globe"]) in outcomes[0]
