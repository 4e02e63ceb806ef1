"""Who sat in which caucus: do the derived spells follow from the seats and the changes?"""

from __future__ import annotations

import itertools
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from scripts.registers import Registers, read_registers
from scripts.tables.memberships import COMMONS, SENATE, derive_memberships

FOLDER = Path(__file__).resolve().parents[3] / "raw" / "registers"
DAY = timedelta(days=1)
OPEN = date(9999, 12, 31)

SEAT = ["person_id", "chamber", "start", "end", "end_reason", "elected_as"]
CHANGE = ["person_id", "chamber", "date", "to_party_id"]
SHOWN = ["person_id", "chamber", "day", "to_party_id", "change_id"]
LABEL = ["person_id", "chamber", "day", "to_party_id"]


def seat(start: str, end: str | None, reason: str | None, party: str, chamber: str = COMMONS) -> tuple[Any, ...]:
    return ("a", chamber, date.fromisoformat(start), date.fromisoformat(end) if end else None, reason, party)


def change(day: str, to: str, chamber: str = COMMONS) -> tuple[Any, ...]:
    return ("a", chamber, date.fromisoformat(day), to)


def spells(
    seats: list[tuple[Any, ...]],
    changes: list[tuple[Any, ...]] | None = None,
    labels: list[tuple[Any, ...]] | None = None,
    shown: list[tuple[Any, ...]] | None = None,
) -> list[tuple[str, str, str, str, str]]:
    """The changes are named `change-1`, `change-2`, ... as they are listed; `shown` may name them."""
    listed = pd.DataFrame(changes or [], columns=CHANGE)
    listed["change_id"] = [f"change-{number}" for number in range(1, len(listed) + 1)]
    table = derive_memberships(
        pd.DataFrame(seats, columns=SEAT),
        listed,
        None if labels is None else pd.DataFrame(labels, columns=LABEL),
        None if shown is None else pd.DataFrame(shown, columns=SHOWN),
    )
    return [
        (
            row["party_id"],
            str(row["start"]),
            "" if pd.isna(row["end"]) else str(row["end"]),
            row["start_reason"],
            "" if pd.isna(row["end_reason"]) else row["end_reason"],
        )
        for row in table.to_dict("records")
    ]


def test_a_member_who_loses_sat_in_one_caucus_from_election_to_election() -> None:
    assert spells([seat("2019-10-21", "2021-09-19", "general_election", "liberal")]) == [
        ("liberal", "2019-10-21", "2021-09-19", "elected", "general_election")
    ]


def test_a_member_re_elected_under_the_same_label_stays_in_the_spell() -> None:
    held = [
        seat("2019-10-21", "2021-09-19", "general_election", "liberal"),
        seat("2021-09-20", None, None, "liberal"),
    ]
    assert spells(held) == [("liberal", "2019-10-21", "", "elected", "")]


def test_a_day_without_a_seat_ends_the_spell() -> None:
    held = [
        seat("1904-11-03", "1905-01-10", "appointed", "liberal"),
        seat("1905-02-10", "1908-10-25", "general_election", "liberal"),
    ]
    assert spells(held) == [
        ("liberal", "1904-11-03", "1905-01-10", "elected", "appointed"),
        ("liberal", "1905-02-10", "1908-10-25", "elected", "general_election"),
    ]


def test_a_member_who_crosses_the_floor_sits_with_the_others_from_that_day() -> None:
    held = [seat("2004-06-28", "2006-01-22", "general_election", "conservative")]
    assert spells(held, [change("2005-05-17", "liberal")]) == [
        ("conservative", "2004-06-28", "2005-05-16", "elected", "changed_caucus"),
        ("liberal", "2005-05-17", "2006-01-22", "changed_caucus", "general_election"),
    ]


def test_a_member_who_left_and_ran_again_under_the_old_label_is_back_on_election_day() -> None:
    held = [
        seat("2004-06-28", "2006-01-22", "general_election", "liberal"),
        seat("2006-01-23", None, None, "liberal"),
    ]
    assert spells(held, [change("2005-04-12", "independent")]) == [
        ("liberal", "2004-06-28", "2005-04-11", "elected", "changed_caucus"),
        ("independent", "2005-04-12", "2006-01-22", "changed_caucus", "general_election"),
        ("liberal", "2006-01-23", "", "elected", ""),
    ]


def test_of_two_changes_on_a_day_the_last_stands() -> None:
    held = [seat("2004-06-28", None, None, "liberal")]
    assert spells(held, [change("2005-01-01", "independent"), change("2005-01-01", "green")]) == [
        ("liberal", "2004-06-28", "2004-12-31", "elected", "changed_caucus"),
        ("green", "2005-01-01", "", "changed_caucus", ""),
    ]


def test_a_change_on_election_day_is_the_label_of_that_day() -> None:
    held = [seat("2006-01-23", None, None, "liberal")]
    assert spells(held, [change("2006-01-23", "conservative")]) == [("conservative", "2006-01-23", "", "elected", "")]


def test_a_change_without_a_seat_moves_nobody() -> None:
    held = [seat("2006-01-23", "2008-10-13", "general_election", "liberal")]
    assert spells(held, [change("2005-12-31", "green"), change("2008-10-14", "green")]) == [
        ("liberal", "2006-01-23", "2008-10-13", "elected", "general_election")
    ]


def test_who_is_elected_in_two_ridings_sits_once() -> None:
    held = [
        seat("1896-06-23", "1896-07-10", "chose_other_seat", "liberal"),
        seat("1896-06-23", "1900-11-06", "general_election", "liberal"),
    ]
    assert spells(held) == [("liberal", "1896-06-23", "1900-11-06", "elected", "general_election")]


def test_a_senator_sits_in_the_group_joined_and_is_not_thought_to_change_caucus_when_a_label_changes() -> None:
    held = [seat("2016-03-23", None, None, "independent", SENATE)]
    joined = [change("2020-05-21", "progressive-senate-group", SENATE)]
    renamed = [("a", SENATE, date(2016, 6, 13), "non-affiliated")]
    assert spells(held, joined, renamed) == [
        ("independent", "2016-03-23", "2016-06-12", "appointed", "relabelled"),
        ("non-affiliated", "2016-06-13", "2020-05-20", "relabelled", "changed_caucus"),
        ("progressive-senate-group", "2020-05-21", "", "changed_caucus", ""),
    ]


def test_another_label_in_one_chamber_relabels_nobody_in_another() -> None:
    held = [seat("2016-03-23", None, None, "independent")]
    assert spells(held, labels=[("a", SENATE, date(2016, 6, 13), "non-affiliated")]) == [
        ("independent", "2016-03-23", "", "elected", "")
    ]


def test_a_senator_who_changes_on_the_day_of_the_appointment_was_never_in_the_first_group() -> None:
    held = [seat("2016-03-23", None, None, "independent", SENATE)]
    assert spells(held, [change("2016-03-23", "conservative", SENATE)]) == [
        ("conservative", "2016-03-23", "", "appointed", "")
    ]


ASSEMBLY = "Legislative Assembly of Saskatchewan"


def test_a_change_in_a_provincial_chamber_moves_its_member_there() -> None:
    held = [seat("2016-04-04", None, None, "saskatchewan-party", ASSEMBLY)]
    assert spells(held, [change("2016-08-06", "independent", ASSEMBLY)]) == [
        ("saskatchewan-party", "2016-04-04", "2016-08-05", "elected", "changed_caucus"),
        ("independent", "2016-08-06", "", "changed_caucus", ""),
    ]


def test_a_change_in_one_chamber_moves_nobody_in_another() -> None:
    held = [seat("2016-04-04", None, None, "liberal")]
    assert spells(held, [change("2016-08-06", "independent", ASSEMBLY)]) == [
        ("liberal", "2016-04-04", "", "elected", "")
    ]


# over all of history


@cache
def registers() -> Registers:
    return read_registers(FOLDER)


@cache
def history() -> dict[tuple[str, str], list[tuple[date, date, str]]]:
    r = registers()
    table = derive_memberships(r.seats, r.caucus_changes, r.label_changes, r.first_shown)
    spells_of: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for row in table.to_dict("records"):
        end = OPEN if pd.isna(row["end"]) else row["end"]
        spells_of[row["person_id"], row["chamber"]].append((row["start"], end, row["party_id"]))
    return spells_of


def days_held(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans joined where they touch or overlap."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if joined and (joined[-1][1] == OPEN or start <= joined[-1][1] + DAY):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def test_spells_cover_exactly_the_days_on_which_a_seat_is_held() -> None:
    held: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for row in registers().seats.to_dict("records"):
        held[row["person_id"], row["chamber"]].append((row["start"], OPEN if pd.isna(row["end"]) else row["end"]))
    assert held.keys() == history().keys()
    differ = [who for who, spans in held.items() if days_held(spans) != days_held([s[:2] for s in history()[who]])]
    assert differ == []


def test_spells_of_one_person_never_overlap() -> None:
    overlapping = [
        who for who, own in history().items() if any(one[1] >= two[0] for one, two in itertools.pairwise(own))
    ]
    assert overlapping == []


def test_each_change_leaves_the_caucus_that_the_member_sat_in() -> None:
    """The caucus on the day before, the one of the list of exceptions, or the label of a change earlier that day."""
    explained = {row["subject"] for row in registers().explained.to_dict("records") if row["check"] == "from_caucus"}
    changes = registers().caucus_changes.sort_values(["date", "change_id"]).to_dict("records")
    shown = dict(zip(registers().first_shown["change_id"], registers().first_shown["day"], strict=True))
    for c in changes:
        c["date"] = shown.get(c["change_id"], c["date"])
    on_the_day = {(c["person_id"], c["date"], c["to_party_id"]) for c in changes}
    unexplained, needless = [], []
    for c in changes:
        own = history().get((c["person_id"], c["chamber"]), [])
        begun = [party for start, end, party in own if start <= c["date"] - DAY <= end]
        fits = begun == [c["from_party_id"]] or (c["person_id"], c["date"], c["from_party_id"]) in on_the_day
        if not fits and c["change_id"] not in explained:
            unexplained.append((c["change_id"], c["from_party_id"], begun))
        if fits and c["change_id"] in explained:
            needless.append(c["change_id"])
    assert unexplained == []
    assert needless == []


def test_a_changed_label_follows_on_the_label_of_the_day_before_and_is_no_change_of_caucus() -> None:
    r = registers()
    changed = set(
        zip(r.caucus_changes["person_id"], r.caucus_changes["chamber"], r.caucus_changes["date"], strict=True)
    )
    for row in r.label_changes.to_dict("records"):
        who = row["person_id"], row["chamber"]
        before = [party for start, end, party in history()[who] if start <= row["day"] - DAY <= end]
        after = [party for start, end, party in history()[who] if start <= row["day"] <= end]
        assert (before, after) == ([row["from_party_id"]], [row["to_party_id"]]), row
        assert (*who, row["day"]) not in changed


def test_a_caucus_entered_on_a_day_not_found_counts_from_the_first_day_on_which_a_source_shows_it() -> None:
    appointed = seat("2025-03-07", None, "", "non-affiliated", SENATE)
    in_2025 = [
        change("2025-01-01", "canadian-senators-group", SENATE),
        change("2025-01-01", "non-affiliated", SENATE),
    ]
    by_source = [
        ("a", SENATE, date(2025, 6, 4), "canadian-senators-group", "change-1"),
        ("a", SENATE, date(2025, 10, 21), "non-affiliated", "change-2"),
    ]
    assert spells([appointed], in_2025, shown=by_source) == [
        ("non-affiliated", "2025-03-07", "2025-06-03", "appointed", "changed_caucus"),
        ("canadian-senators-group", "2025-06-04", "2025-10-20", "changed_caucus", "changed_caucus"),
        ("non-affiliated", "2025-10-21", "", "changed_caucus", ""),
    ]


def test_a_caucus_that_a_source_shows_counts_though_nothing_is_known_of_the_change() -> None:
    appointed = seat("2021-06-22", None, "", "non-affiliated", SENATE)
    by_source = [("a", SENATE, date(2025, 6, 4), "canadian-senators-group", None)]
    later = [change("2026-02-27", "conservative", SENATE)]
    assert spells([appointed], later, shown=by_source) == [
        ("non-affiliated", "2021-06-22", "2025-06-03", "appointed", "changed_caucus"),
        ("canadian-senators-group", "2025-06-04", "2026-02-26", "changed_caucus", "changed_caucus"),
        ("conservative", "2026-02-27", "", "changed_caucus", ""),
    ]


def test_what_a_source_shows_first_follows_on_the_caucus_of_the_day_before() -> None:
    for row in registers().first_shown.to_dict("records"):
        own = history()[row["person_id"], row["chamber"]]
        before = [party for start, end, party in own if start <= row["day"] - DAY <= end]
        after = [party for start, end, party in own if start <= row["day"] <= end]
        assert (before, after) == ([row["from_party_id"]], [row["to_party_id"]]), row


SENATE_GROUPS = {
    ("liberal", "senate-liberal", date(2014, 1, 29)): 32,
    ("senate-liberal", "progressive-senate-group-2019", date(2019, 11, 14)): 9,
}
"""What reports say of whole caucuses of the Senate: how many members took the step on one day."""


@pytest.mark.parametrize(("step", "members"), SENATE_GROUPS.items())
def test_a_caucus_of_the_senate_that_moves_as_one_moves_all_its_members(
    step: tuple[str, str, date], members: int
) -> None:
    left, entered, day = step
    moved = [
        c["person_id"]
        for c in registers().caucus_changes.to_dict("records")
        if (c["chamber"], c["from_party_id"], c["to_party_id"], c["date"]) == (SENATE, left, entered, day)
    ]
    behind = [
        person
        for (person, chamber), own in history().items()
        if chamber == SENATE and any(start <= day <= end and party == left for start, end, party in own)
    ]
    assert len(moved) == len(set(moved)) == members
    assert behind == []


# against ParlInfo and from election to election

Told = tuple[str, str, date]
"""A person, the party entered and the first day there."""

NEAR = 5 * DAY
"""The House record follows an announcement by up to four days; what lies further apart needs its line in explained.csv."""


def untold(crossings: list[Told], begun: dict[tuple[str, str], list[date]]) -> set[tuple[str, date]]:
    """The crossings for which no spell of that person in that party begins on about that day."""
    return {
        (f"{person}/{party}", day)
        for person, party, day in crossings
        if not any(abs(first - day) <= NEAR for first in begun.get((person, party), []))
    }


def first_days() -> dict[tuple[str, str], list[date]]:
    begun: dict[tuple[str, str], list[date]] = defaultdict(list)
    for (person, _), own in history().items():
        for start, _, party in own:
            begun[person, party].append(start)
    return begun


def explained(check: str) -> set[tuple[str, date]]:
    return {(row["subject"], row["day"]) for row in registers().explained.to_dict("records") if row["check"] == check}


def crossings() -> list[Told]:
    table = registers().floor_crossings_parlinfo
    return list(zip(table["person_id"], table["party_id"], table["start"], strict=True))


def test_every_crossing_of_parlinfo_is_on_record_or_listed_with_the_reason() -> None:
    assert len(crossings()) == 651  # so many spells bear the mark in the snapshot
    assert untold(crossings(), first_days()) == explained("floor_crossing")


def test_the_check_of_crossings_sees_one_that_is_missing_or_a_week_off() -> None:
    day = date(1990, 1, 10)
    assert untold([("a", "liberal", day)], {("a", "liberal"): [day + 5 * DAY]}) == set()
    assert untold([("a", "liberal", day)], {("a", "liberal"): [day + 7 * DAY]}) == {("a/liberal", day)}
    assert untold([("a", "liberal", day)], {("a", "green"): [day], ("b", "liberal"): [day]}) == {("a/liberal", day)}


def test_a_change_that_is_taken_out_leaves_its_crossing_untold() -> None:
    """Belinda Stronach's change, which ParlInfo marks too, would be missed."""
    who = ("belinda-stronach", "liberal")
    begun = {key: days for key, days in first_days().items() if key != who}
    missed = {subject for subject, _ in untold(crossings(), begun)} - {s for s, _ in explained("floor_crossing")}
    assert missed == {"belinda-stronach/liberal"}


Label = tuple[str, date, str, str]
"""A person, an election day, the caucus of the day before and the label of that day."""


def other_labels(own: list[tuple[str, date, date, str]], moved: set[tuple[str, date]]) -> set[Label]:
    """Spells (person, start, end, party) that follow on another without a day between, and that no change began."""
    return {
        (person, start, before, party)
        for (one, _, end, before), (person, start, _, party) in itertools.pairwise(sorted(own))
        if one == person and end != OPEN and end + DAY == start and party != before and (person, start) not in moved
    }


def test_every_member_is_returned_for_their_caucus_or_the_other_label_is_listed() -> None:
    r = registers()
    own = [
        (person, *spell) for (person, chamber), spells_ in history().items() if chamber == COMMONS for spell in spells_
    ]
    moved = set(zip(r.caucus_changes["person_id"], r.caucus_changes["date"], strict=True))
    columns = ("person_id", "day", "from_party_id", "to_party_id")
    listed = set(zip(*(r.election_labels[name] for name in columns), strict=True))
    assert other_labels(own, moved) == listed


def test_the_check_of_labels_sees_a_member_returned_for_another_party() -> None:
    first, vote = date(2000, 11, 27), date(2004, 6, 28)
    own = [("a", first, vote - DAY, "liberal"), ("a", vote, OPEN, "green"), ("b", vote, OPEN, "green")]
    assert other_labels(own, set()) == {("a", vote, "liberal", "green")}
    assert other_labels(own, {("a", vote)}) == set()
    away = [("a", first, vote - 2 * DAY, "liberal"), ("a", vote, OPEN, "green")]
    assert other_labels(away, set()) == set()


def test_a_label_is_listed_for_an_election_day_only() -> None:
    """So that no change between elections hides among them."""
    r = registers()
    seats_begun = set(zip(r.seats["person_id"], r.seats["start"], strict=True))
    assert set(zip(r.election_labels["person_id"], r.election_labels["day"], strict=True)) <= seats_begun
