"""The published record against party standings that others printed, and against what cannot be."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import pytest

import cdnpoli
from scripts.registers import read_registers

HERE = Path(__file__).resolve().parent
REGISTERS = HERE.parents[1] / "raw" / "registers"
COMMONS = "House of Commons"
SENATE = "Senate"
DAY = timedelta(days=1)
OPEN = date(9999, 12, 31)

Row = dict[str, Any]


# standings that others printed


FILES = {COMMONS: "published_standings.csv", SENATE: "published_senate_standings.csv"}


@cache
def printed(chamber: str = COMMONS) -> tuple[dict[str, str], ...]:
    with (HERE / FILES[chamber]).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def standing(day: str, chamber: str = COMMONS) -> dict[str, int]:
    """Party id to seats on the day; the empty ones under "vacant"."""
    table = cdnpoli.standings(day, chamber)
    ids = [party_id if isinstance(party_id, str) else "vacant" for party_id in table["party_id"].tolist()]
    return dict(zip(ids, table["seats"].tolist(), strict=True))


def off_by(line: Mapping[str, str], seats: Mapping[str, int]) -> int:
    """How many seats the line has beyond ours, less the difference that it explains."""
    ours = sum(seats.get(party, 0) for party in line["caucuses"].split("+"))
    return int(line["seats"]) - ours - int(line["difference"] or 0)


@pytest.mark.parametrize(
    ("chamber", "day"), sorted({(chamber, line["day"]) for chamber in FILES for line in printed(chamber)})
)
def test_a_printed_standing_is_ours_or_the_difference_is_explained(chamber: str, day: str) -> None:
    seats = standing(day, chamber)
    lines = [line for line in printed(chamber) if line["day"] == day]
    assert {line["party"]: off_by(line, seats) for line in lines if off_by(line, seats)} == {}


def test_a_printed_number_that_is_not_ours_is_seen() -> None:
    line = next(line for line in printed() if line["day"] == "2016-04-17" and line["party"] == "Liberal")
    seats = standing("2016-04-17")
    assert off_by({**line, "seats": str(int(line["seats"]) + 1)}, seats) == 1
    assert off_by(line, {**seats, "liberal": seats["liberal"] + 2}) == -2
    assert off_by({**line, "difference": "3"}, seats) == -3


@pytest.mark.parametrize("chamber", FILES)
def test_a_difference_has_a_reason_and_a_reason_a_difference(chamber: str) -> None:
    assert [line for line in printed(chamber) if bool(line["difference"]) != bool(line["explanation"])] == []
    assert all(line["source_title"] and line["source_url"].startswith("http") for line in printed(chamber))


@pytest.mark.parametrize("chamber", FILES)
def test_the_caucuses_of_a_line_exist_and_none_is_counted_twice(chamber: str) -> None:
    known = {*cdnpoli.load("parties")["party_id"], "vacant"}
    counted = Counter((line["day"], party) for line in printed(chamber) for party in line["caucuses"].split("+"))
    assert {party for _, party in counted} <= known
    assert [pair for pair, times in counted.items() if times > 1] == []


def test_the_printed_standings_lie_between_elections_in_many_decades() -> None:
    days = {date.fromisoformat(line["day"]) for line in printed()}
    general = set(read_registers(REGISTERS).parliaments["general_election"])
    assert len(days) >= 12
    assert len({day.year // 10 for day in days}) >= 8
    assert not days & general


# the groups of senators on the day of a vote

VOTES = Path(__file__).with_name("senate_votes.csv")
BALLOTS = {"2025-06-04": 76, "2025-10-21": 79, "2026-06-18": 68}
"""Days of recorded votes, and how many senators the Senate says were counted: yeas, nays and abstentions."""


@cache
def ballots() -> tuple[dict[str, str], ...]:
    with VOTES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def groups_on(day: str) -> dict[str, str]:
    sitting = cdnpoli.caucus_on(day, chamber="Senate")
    return dict(zip(sitting["person_id"], sitting["party_id"], strict=True))


def otherwise(groups: dict[str, str], voted: Iterable[dict[str, str]]) -> set[str]:
    return {ballot["person_id"] for ballot in voted if groups.get(ballot["person_id"]) != ballot["group"]}


@pytest.mark.parametrize(("day", "counted"), BALLOTS.items())
def test_each_senator_who_voted_sat_in_the_group_that_the_senate_names_on_that_day(day: str, counted: int) -> None:
    voted = [ballot for ballot in ballots() if ballot["day"] == day]
    assert len({ballot["person_id"] for ballot in voted}) == counted
    assert otherwise(groups_on(day), voted) == set()


def test_a_senator_in_another_group_than_the_vote_says_is_seen() -> None:
    voted = [ballot for ballot in ballots() if ballot["day"] == "2025-06-04"]
    groups = groups_on("2025-06-04")
    assert otherwise({**groups, "percy-downe": "conservative"}, voted) == {"percy-downe"}
    assert otherwise({who: group for who, group in groups.items() if who != "jim-quinn"}, voted) == {"jim-quinn"}


# one hold of an office, one row


def held_twice(offices: Iterable[Row]) -> list[tuple[str, str, date]]:
    """Who holds an office twice on a day: of a ministry, and of a chamber of Parliament."""
    own: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in offices:
        own[row["person_id"], row["office"]].append(row)
    return [
        (person, office, other["start"])
        for (person, office), rows in own.items()
        for row, other in permutations(rows, 2)
        if str(row["organization"]).endswith("Ministry")
        and other["organization"] in (COMMONS, "Senate")
        and row["start"] <= last(other)
        and other["start"] <= last(row)
    ]


def test_nobody_holds_an_office_of_a_ministry_and_of_a_chamber_at_once() -> None:
    assert held_twice(table("offices")) == []


def test_an_office_listed_under_the_ministry_and_under_the_house_is_seen() -> None:
    ministry: Row = {"person_id": "a", "office": "Prime Minister", "organization": "28th Ministry"}
    ministry |= {"start": date(2006, 2, 6), "end": date(2015, 11, 3)}
    assert held_twice([ministry, {**ministry, "organization": COMMONS}]) == [("a", "Prime Minister", date(2006, 2, 6))]
    later = {**ministry, "organization": COMMONS, "start": date(2015, 11, 4), "end": None}
    assert held_twice([ministry, later]) == []


def test_one_person_is_prime_minister_at_a_time_and_each_has_one_row() -> None:
    held = sorted((row for row in table("offices") if row["office"] == "Prime Minister"), key=lambda row: row["start"])
    assert [row["person_id"] for row in held[:2]] == ["john-a-macdonald", "alexander-mackenzie"]
    assert len(held) == 30  # the ministries since 1867
    assert all(last(row) < other["start"] for row, other in pairwise(held))


def test_an_old_id_of_an_office_leads_to_the_row_that_stands() -> None:
    assert cdnpoli.resolve("stephen-harper-prime-minister-2006-02-06") == "stephen-harper-prime-minister-2006"


# the figures of docs/record.md


def test_the_figures_that_the_document_prints_are_those_of_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    document = (REGISTERS.parents[1] / "docs" / "record.md").read_text(encoding="utf-8")
    snippet, shown = (
        re.findall(rf"^```{language}\n(.*?)^```", document, re.DOTALL | re.MULTILINE) for language in ("python", "text")
    )
    assert len(snippet) == len(shown) == 1
    exec(snippet[0], {})
    assert capsys.readouterr().out == shown[0]


def test_the_members_whom_only_one_side_counts_are_those_that_the_document_names() -> None:
    """Since November 2000 and without whole-party mergers: ParlInfo's marks to September 2020 against the record."""
    r = read_registers(REGISTERS)
    first, end_of_copy, merger = date(2000, 11, 6), date(2020, 9, 30), date(2003, 12, 23)
    elected = {(row["person_id"], row["start"]) for row in house()}
    held = {(row["person_id"], row["start"], last(row)) for row in house()}
    marked = {
        row["person_id"]
        for row in r.floor_crossings_parlinfo.to_dict("records")
        if row["start"] >= first
        and row["start"] != merger
        and (row["person_id"], row["start"]) not in elected
        and any(who == row["person_id"] and start < row["start"] <= end for who, start, end in held)
    }
    changed = [
        (row["person_id"], row["date"])
        for row in table("caucus_changes")
        if row["chamber"] == COMMONS and row["kind"] != "merged" and first <= row["date"] <= date(2025, 11, 5)
    ]
    early = {person for person, day in changed if day <= end_of_copy}
    late = {person for person, day in changed if day > end_of_copy}
    assert len(marked) == 74
    assert len(late - marked) == 9
    assert early - marked == {
        "andy-burton",
        "art-hanger",
        "brian-fitzpatrick",
        "gary-lunn",
        "jim-gouk",
        "marwan-tabbara",
    }
    assert marked - early == {"glenn-thibeault", "jose-nunez-melo"}


# what cannot be


@cache
def table(name: str) -> tuple[Row, ...]:
    return tuple(cdnpoli.load(name, engine="arrow").to_pylist())


def last(row: Row) -> date:
    return row["end"] or OPEN


def doubled(rows: Iterable[Row]) -> set[tuple[str, date]]:
    """The person and the day on which a row begins in a chamber while another of theirs still runs there."""
    own: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        own[row["person_id"], row["chamber"]].append(row)
    found = set()
    for (person, _), held in own.items():
        held.sort(key=lambda row: (row["start"], last(row)))
        for number, one in enumerate(held):
            found |= {(person, other["start"]) for other in held[number + 1 :] if other["start"] <= last(one)}
    return found


def explained(check: str) -> set[tuple[str, date]]:
    rows = read_registers(REGISTERS).explained.to_dict("records")
    return {(row["subject"], row["day"]) for row in rows if row["check"] == check}


def test_nobody_holds_two_published_seats_of_a_chamber_but_those_listed() -> None:
    assert doubled(table("seats")) == explained("two_seats")


def test_nobody_sits_in_two_caucuses_of_a_chamber() -> None:
    assert doubled(table("caucus_memberships")) == set()


def test_a_second_seat_or_caucus_is_seen() -> None:
    first = {"person_id": "a", "chamber": COMMONS, "start": date(2000, 1, 1), "end": date(2000, 1, 9)}
    again = {**first, "start": date(2000, 1, 9), "end": None}
    assert doubled([first, again]) == {("a", date(2000, 1, 9))}
    assert doubled([first, {**again, "start": date(2000, 1, 10)}]) == set()
    assert doubled([first, {**again, "chamber": "Senate"}]) == set()


def over(rows: Iterable[Row], parliaments: Iterable[Row]) -> set[tuple[str, date]]:
    """The Parliament and the day on which more seats of the House are held than it has."""
    terms = sorted(parliaments, key=lambda term: term["general_election"])
    changes: Counter[date] = Counter()
    for row in rows:
        changes[row["start"]] += 1
        changes[last(row) + DAY if row["end"] else OPEN] -= 1
    held, found = 0, set()
    for day in sorted(changes):
        held += changes[day]
        current = [term for term in terms if term["general_election"] <= day]
        if current and held > current[-1]["seats_at_end"]:
            found.add((str(current[-1]["parliament"]), day))
    return found


def house() -> list[Row]:
    return [row for row in table("seats") if row["chamber"] == COMMONS]


def parliaments() -> list[Row]:
    terms: list[Row] = read_registers(REGISTERS).parliaments.to_dict("records")
    return terms


def test_no_day_has_more_published_members_than_seats_but_those_listed() -> None:
    assert over(house(), parliaments()) == explained("more_members")


def test_a_member_too_many_is_seen() -> None:
    full = date(2021, 9, 20)
    extra = {**house()[0], "person_id": "one-too-many", "start": full, "end": full}
    assert over([*house(), extra], parliaments()) - explained("more_members") == {("44", full)}


def test_every_published_spell_lies_in_a_chamber_with_a_seat() -> None:
    held = {(row["person_id"], row["chamber"]) for row in table("seats")}
    assert {(row["person_id"], row["chamber"]) for row in table("caucus_memberships")} <= held
