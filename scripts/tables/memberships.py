"""Who sat in which caucus, derived from seats and changes of caucus.

A spell begins with a seat, under the label that the member was elected or appointed for, or on the day of a change of
caucus in that chamber, and ends on the day before the next of these, or with the seat. A member who is returned at the
next general election without a day out of the House, under the label of the caucus they already sat in, stays in the
same spell; another label begins a new one. So does a day on which the chamber's record puts a member under another
label though they changed no caucus: that beginning says `relabelled`. Where the day of a change was not found but the
register has the first day on which a source shows the member in the new caucus (`first_shown`), the spell begins then;
else a change of which the month or year is known counts from the first day of it.
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
    """The first day under a label, and how the member came to it (a term of `spell_start`)."""

    day: date
    party_id: str
    how: str


@dataclass(frozen=True)
class Spell:
    """Days in one caucus; `end` is `date.max` while it lasts."""

    party_id: str
    start: date
    end: date
    start_reason: str
    end_reason: str | None


def derive_memberships(
    seats: pd.DataFrame,
    changes: pd.DataFrame,
    label_changes: pd.DataFrame | None = None,
    first_shown: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The spells in a caucus of everyone who held a seat, one row each, by person, chamber and first day.

    `seats` and `changes` have the columns of the tables `seats` and `caucus_changes`, `label_changes` those of the
    register (person_id, chamber, day, to_party_id), `first_shown` its own (the same and change_id). A change counts in
    its own chamber. One dated on a day on which its member holds no seat moves nobody and is passed over; of two on one
    day the last in the table stands.
    """
    moves: dict[tuple[str, str], list[Move]] = {}
    shown = (
        []
        if first_shown is None
        else list(_records(first_shown, "person_id", "chamber", "day", "to_party_id", "change_id"))
    )
    dated_by_source = {row["change_id"] for row in shown} - {None}
    for row in _records(changes, "person_id", "chamber", "date", "to_party_id", *(["change_id"] if shown else [])):
        if row.get("change_id") not in dated_by_source:
            move = Move(row["date"], row["to_party_id"], "changed_caucus")
            moves.setdefault((row["person_id"], row["chamber"]), []).append(move)
    for row in shown:
        move = Move(row["day"], row["to_party_id"], "changed_caucus")
        moves.setdefault((row["person_id"], row["chamber"]), []).append(move)
    if label_changes is not None:
        for row in _records(label_changes, "person_id", "chamber", "day", "to_party_id"):
            move = Move(row["day"], row["to_party_id"], "relabelled")
            moves.setdefault((row["person_id"], row["chamber"]), []).append(move)
    rows: list[tuple[str, str, Spell]] = []
    for chamber in sorted(set(seats["chamber"].tolist())):
        for person, holds in _holds(seats, chamber).items():
            in_order = sorted(moves.get((person, chamber), []), key=lambda move: move.day)
            how = "appointed" if chamber == SENATE else "elected"
            rows += [(person, chamber, spell) for spell in _joined(_spells(_stretches(holds), in_order, how))]
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


def _spells(holds: list[Hold], moves: list[Move], how: str) -> Iterator[Spell]:
    for hold in holds:
        during = [move for move in moves if hold.start <= move.day <= hold.end]
        yield from _cut(hold, [Move(hold.start, hold.party_id, how), *during])


def _cut(hold: Hold, moves: list[Move]) -> Iterator[Spell]:
    """The spells of one hold: `moves` are its first label and those that follow during it, in order of day."""
    kept: list[Move] = []
    for move in moves:
        if kept and kept[-1].day == move.day:
            kept[-1] = replace(move, how=kept[-1].how)
        elif not kept or kept[-1].party_id != move.party_id:
            kept.append(move)
    for number, move in enumerate(kept):
        following = kept[number + 1] if number + 1 < len(kept) else None
        yield Spell(
            move.party_id,
            move.day,
            following.day - DAY if following else hold.end,
            move.how,
            following.how if following else hold.end_reason,
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
