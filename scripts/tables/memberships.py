"""Who sat in which caucus, derived from seats and changes of caucus.

A spell in an elected chamber begins on an election day under the label that the member was elected for, or on the day
of a change of caucus there, and ends on the day before the next of these, or with the seat. A member who is returned at
the next general election without a day out of the House, under the label of the caucus they already sat in, stays in
the same spell; another label begins a new one. The Senate has no elections: its spells are those that the register of
affiliations gives, cut to the days on which a seat is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pyarrow as pa

COMMONS = "House of Commons"
SENATE = "Senate"
DAY = timedelta(days=1)
FOREVER = date.max

COLUMNS: dict[str, pa.DataType] = {
    "person_id": pa.string(),
    "chamber": pa.string(),
    "party_id": pa.string(),
    "start": pa.date32(),
    "end": pa.date32(),
    "start_reason": pa.string(),
    "end_reason": pa.string(),
}


@dataclass(frozen=True)
class Hold:
    """The days of one seat; `end` is `date.max` while it is held."""

    start: date
    end: date
    end_reason: str | None
    party_id: str


@dataclass(frozen=True)
class Move:
    """A change of caucus, or the first day of an affiliation in the Senate."""

    day: date
    party_id: str


@dataclass(frozen=True)
class Spell:
    """Days in one caucus; `end` is `date.max` while it lasts."""

    party_id: str
    start: date
    end: date
    start_reason: str
    end_reason: str | None


def derive_memberships(
    seats: pd.DataFrame, changes: pd.DataFrame, affiliations: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The spells in a caucus of everyone who held a seat, one row each, by person, chamber and first day.

    `seats` and `changes` have the columns of the tables `seats` and `caucus_changes`. A change counts in its own
    chamber, but for the Senate, whose spells `affiliations` (person_id, party_id, start, end) gives; the Senate is left
    out without it. A change dated on a day on which its member holds no seat moves nobody and is passed over; of two
    changes on one day the last in the table stands.
    """
    rows: list[tuple[str, str, Spell]] = []
    moves: dict[tuple[str, str], list[Move]] = {}
    for change in _records(changes, "person_id", "chamber", "date", "to_party_id"):
        moves.setdefault((change["person_id"], change["chamber"]), []).append(
            Move(change["date"], change["to_party_id"])
        )
    for chamber in sorted(set(seats["chamber"].tolist()) - {SENATE}):
        for person, holds in _holds(seats, chamber).items():
            in_order = sorted(moves.get((person, chamber), []), key=lambda move: move.day)
            rows += [(person, chamber, spell) for spell in _joined(_elected_spells(_stretches(holds), in_order))]
    if affiliations is not None:
        in_senate: dict[str, list[Move]] = {}
        for row in _records(affiliations, "person_id", "party_id", "start"):
            in_senate.setdefault(row["person_id"], []).append(Move(row["start"], row["party_id"]))
        for person, holds in _holds(seats, SENATE).items():
            in_order = sorted(in_senate.get(person, []), key=lambda move: move.day)
            rows += [(person, SENATE, spell) for spell in _joined(_senate_spells(_stretches(holds), in_order))]
    rows.sort(key=lambda row: (row[0], row[1], row[2].start))
    return _frame(rows)


def _records(table: pd.DataFrame, *columns: str) -> Iterator[dict[str, Any]]:
    lists = [[None if pd.isna(value) else value for value in table[column].tolist()] for column in columns]
    return (dict(zip(columns, row, strict=True)) for row in zip(*lists, strict=True))


def _holds(seats: pd.DataFrame, chamber: str) -> dict[str, list[Hold]]:
    holds: dict[str, list[Hold]] = {}
    for row in _records(seats, "person_id", "chamber", "start", "end", "end_reason", "elected_as"):
        if row["chamber"] == chamber:
            hold = Hold(row["start"], row["end"] or FOREVER, row["end_reason"], row["elected_as"] or "unknown")
            holds.setdefault(row["person_id"], []).append(hold)
    return {person: sorted(held, key=lambda h: (h.start, h.end)) for person, held in sorted(holds.items())}


def _stretches(holds: list[Hold]) -> list[Hold]:
    """Holds without overlap: someone elected in two ridings on a day sits once, until the later of the two ends."""
    merged: list[Hold] = []
    for hold in holds:
        if not merged or hold.start > merged[-1].end:
            merged.append(hold)
        elif hold.start == merged[-1].start and hold.end > merged[-1].end:
            merged[-1] = replace(merged[-1], end=hold.end, end_reason=hold.end_reason)
        elif hold.end > merged[-1].end:
            merged[-1] = replace(merged[-1], end=hold.start - DAY, end_reason="general_election")
            merged.append(hold)
    return merged


def _elected_spells(holds: list[Hold], moves: list[Move]) -> Iterator[Spell]:
    for hold in holds:
        yield from _cut(hold, [Move(hold.start, hold.party_id), *_within(hold, moves)], "elected")


def _senate_spells(holds: list[Hold], moves: list[Move]) -> Iterator[Spell]:
    for hold in holds:
        before = [move for move in moves if move.day <= hold.start]
        first = before[-1].party_id if before else hold.party_id
        later = [move for move in moves if hold.start < move.day <= hold.end]
        yield from _cut(hold, [Move(hold.start, first), *later], "appointed")


def _within(hold: Hold, moves: list[Move]) -> list[Move]:
    return [move for move in moves if hold.start <= move.day <= hold.end]


def _cut(hold: Hold, moves: list[Move], how: str) -> Iterator[Spell]:
    """The spells of one hold: `moves` are its first label and the changes during it, in order of day."""
    kept: list[Move] = []
    for move in moves:
        if kept and kept[-1].day == move.day:
            kept[-1] = move
        elif not kept or kept[-1].party_id != move.party_id:
            kept.append(move)
    for number, move in enumerate(kept):
        last = number + 1 == len(kept)
        yield Spell(
            move.party_id,
            move.day,
            hold.end if last else kept[number + 1].day - DAY,
            how if number == 0 else "changed_caucus",
            hold.end_reason if last else "changed_caucus",
        )


def _joined(spells: Iterable[Spell]) -> list[Spell]:
    """Spells in the same caucus without a day between them are one."""
    joined: list[Spell] = []
    for spell in spells:
        before = joined[-1] if joined else None
        if before and before.party_id == spell.party_id and before.end < FOREVER and before.end + DAY == spell.start:
            joined[-1] = replace(before, end=spell.end, end_reason=spell.end_reason)
        else:
            joined.append(spell)
    return joined


def _frame(rows: list[tuple[str, str, Spell]]) -> pd.DataFrame:
    values: dict[str, list[Any]] = {
        "person_id": [person for person, _, _ in rows],
        "chamber": [chamber for _, chamber, _ in rows],
        "party_id": [spell.party_id for _, _, spell in rows],
        "start": [spell.start for _, _, spell in rows],
        "end": [None if spell.end == FOREVER else spell.end for _, _, spell in rows],
        "start_reason": [spell.start_reason for _, _, spell in rows],
        "end_reason": [None if spell.end == FOREVER else spell.end_reason for _, _, spell in rows],
    }
    return pd.DataFrame({name: pd.array(values[name], dtype=pd.ArrowDtype(type_)) for name, type_ in COLUMNS.items()})
