"""Merging: the same change or event told by several sources is one row with several pieces of evidence.

The rule for changes of caucus: same person, dates at most `CHANGE_DAYS` apart (a month counts from its first to its
last day), and no contradiction about the caucus left or entered. For other events: same type, same people in the
part that matters (`_core`), dates at most `EVENT_DAYS` apart. One article's two rows never merge with each other:
what the
article tells apart stays apart. A review overrides all of it with `same_as` and `distinct`.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from scripts.candidates import CaucusChange, Event, Participant
from scripts.reviews import Decided
from scripts.slugs import slug
from scripts.tables.row_keys import person_slug

CHANGE_DAYS = 14
"""The House records a change up to two weeks after the announcement; nobody repeats the same change that fast."""
EVENT_DAYS = 3
"""Weekend and evening news is often printed a day or two later."""

Row = TypeVar("Row", CaucusChange, Event)


@dataclass(frozen=True)
class Told(Generic[Row]):
    """One article's telling of a change or an event."""

    source_id: str
    published_on: date
    decided: Decided[Row]

    @property
    def row(self) -> Row:
        return self.decided.row


@dataclass(frozen=True)
class RegisterChange:
    """A change of caucus as the register has it."""

    change_id: str
    person_id: str
    date: date
    date_precision: str
    from_party_id: str
    to_party_id: str


@dataclass
class Group(Generic[Row]):
    """Tellings of the same thing; `row_id` is set where a register, the ledger or a review names it."""

    told: list[Told[Row]]
    row_id: str | None = None
    register: RegisterChange | None = None


def days_of(day: date, precision: str) -> tuple[date, date]:
    """The first and last day that a date of that precision may mean."""
    if precision == "month":
        return day, day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if precision == "year":
        return day, day.replace(month=12, day=31)
    return day, day


def days_apart(one: tuple[date, str], other: tuple[date, str]) -> int:
    """The least number of days between two dates of some precision; 0 where they may be the same day."""
    first, second = days_of(*one), days_of(*other)
    gap: timedelta = max(first[0], second[0]) - min(first[1], second[1])
    return max(gap.days, 0)


def merge_changes(
    register: Sequence[RegisterChange], told: Iterable[Told[CaucusChange]], ledger: dict[tuple[str, str], str]
) -> list[Group[CaucusChange]]:
    """Groups of tellings, those of the register first. `ledger` gives the id minted for (source_id, key)."""
    groups: list[Group[CaucusChange]] = [Group([], change.change_id, change) for change in register]
    return _gather(groups, told, ledger, _same_change)


def merge_events(told: Iterable[Told[Event]], ledger: dict[tuple[str, str], str]) -> list[Group[Event]]:
    """Groups of tellings of events (other than changes of caucus, which follow from their rows)."""
    return _gather([], told, ledger, _same_event)


def _gather(
    groups: list[Group[Row]],
    told: Iterable[Told[Row]],
    ledger: dict[tuple[str, str], str],
    same: Callable[[Group[Row], Told[Row]], bool],
) -> list[Group[Row]]:
    by_person: dict[str, list[Group[Row]]] = {}
    by_id = {group.row_id: group for group in groups if group.row_id}
    for group in groups:
        if group.register is not None:
            by_person.setdefault(group.register.person_id, []).append(group)

    def minted_for(telling: Told[Row]) -> str | None:
        return telling.decided.same_as or ledger.get((telling.source_id, telling.decided.key))

    # Those with an id first: an earlier article that is added later joins the row that has been published.
    for telling in sorted(told, key=lambda t: (not minted_for(t), *_order(t))):
        minted = minted_for(telling)
        found = by_id.get(minted) if minted else None
        names = _names(telling.row)
        if found is None and not minted and not telling.decided.distinct:
            found = next(
                (
                    group
                    for name in names
                    for group in by_person.get(name, [])
                    if all(other.source_id != telling.source_id and not other.decided.distinct for other in group.told)
                    and same(group, telling)
                ),
                None,
            )
        if found is None:
            found = Group([], minted)
            groups.append(found)
            if minted:
                by_id[minted] = found
        found.told.append(telling)
        for name in names:
            if not any(group is found for group in by_person.setdefault(name, [])):
                by_person[name].append(found)
    for group in groups:
        group.told.sort(key=_order)
    return groups


def _order(telling: Told[Row]) -> tuple[date, str, str]:
    return telling.published_on, telling.source_id, telling.decided.key


def _names(row: CaucusChange | Event) -> tuple[str, ...]:
    return (person_slug(row.person),) if isinstance(row, CaucusChange) else tuple(sorted(_core(row)))


def _same_change(group: Group[CaucusChange], telling: Told[CaucusChange]) -> bool:
    row = telling.row
    if row.date is None or row.date_precision is None:
        return False
    if group.register is not None:
        known = group.register
        return (
            days_apart((known.date, known.date_precision), (row.date, row.date_precision)) <= CHANGE_DAYS
            and row.from_party_id in (None, known.from_party_id)
            and (row.to_party_id in (None, known.to_party_id) or row.to_basis == "implied")
        )
    first = group.told[0].row
    return (
        first.date is not None
        and first.date_precision is not None
        and person_slug(first.person) == person_slug(row.person)
        and days_apart((first.date, first.date_precision), (row.date, row.date_precision)) <= CHANGE_DAYS
        and all(other.row.from_party_id in (None, row.from_party_id) for other in group.told if row.from_party_id)
        and all(other.row.to_party_id in (None, row.to_party_id) for other in group.told if row.to_party_id)
    )


def _same_event(group: Group[Event], telling: Told[Event]) -> bool:
    first, row = group.told[0].row, telling.row
    if first.event_type != row.event_type or not _core(first) & _core(row):
        return False
    accusers = _role(first, "accuser"), _role(row, "accuser")
    if all(accusers) and not accusers[0] & accusers[1]:
        return False
    if first.date is None or row.date is None or first.date_precision is None or row.date_precision is None:
        return False
    if first.date_precision != row.date_precision and "year" in (first.date_precision, row.date_precision):
        return False
    return days_apart((first.date, first.date_precision), (row.date, row.date_precision)) <= EVENT_DAYS


def _core(event: Event) -> frozenset[str]:
    """Whom the event is about: the accused of an allegation, the callers of a call, else the subjects, else all."""
    for role in ("accused", "caller", "subject"):
        if names := _role(event, role):
            return names
    return frozenset(participant_slug(participant) for participant in event.participants)


def _role(event: Event, role: str) -> frozenset[str]:
    return frozenset(participant_slug(p) for p in event.participants if p.role == role)


def participant_slug(participant: Participant) -> str:
    """The person's id or slug, or the slug of the organization."""
    return person_slug(participant.person) if participant.person else slug(participant.organization or "")
