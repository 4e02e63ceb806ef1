"""The record: who sat in which caucus on any day since Confederation, and who changed.

Spans of days are closed on both sides: who holds a seat from its `start` to its `end` sits on both days, and a seat or
spell without an `end` still runs.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cdnpoli.days import as_bound, as_day
from cdnpoli.errors import AmbiguousName, BadValue, IncompleteWarning, UnknownName, fold, nearest
from cdnpoli.store import Store

HOUSE = "House of Commons"
VACANT = "Vacant"

_TEXT, _DAY, _WHOLE = pa.string(), pa.date32(), pa.int64()
SITTING = pa.schema(
    [
        ("person_id", _TEXT),
        ("person", _TEXT),
        ("constituency", _TEXT),
        ("province", _TEXT),
        ("party_id", _TEXT),
        ("caucus", _TEXT),
        ("since", _DAY),
        ("seat_id", _TEXT),
    ]
)
STANDINGS = pa.schema([("party_id", _TEXT), ("caucus", _TEXT), ("color", _TEXT), ("seats", _WHOLE)])
CAREER = pa.schema(
    [
        ("start", _DAY),
        ("end", _DAY),
        ("kind", _TEXT),
        ("title", _TEXT),
        ("chamber", _TEXT),
        ("party_id", _TEXT),
        ("caucus", _TEXT),
        ("reason", _TEXT),
        ("row_id", _TEXT),
    ]
)
CHANGES = pa.schema(
    [
        ("date", _DAY),
        ("date_precision", _TEXT),
        ("person", _TEXT),
        ("from_caucus", _TEXT),
        ("to_caucus", _TEXT),
        ("kind", _TEXT),
        ("reason", _TEXT),
        ("summary", _TEXT),
        ("chamber", _TEXT),
        ("person_id", _TEXT),
        ("from_party_id", _TEXT),
        ("to_party_id", _TEXT),
        ("change_id", _TEXT),
        ("review_status", _TEXT),
    ]
)


@dataclass(frozen=True)
class Party:
    """What answers say of a party: the name people use, and its colour where it has a known one."""

    name: str
    color: str | None


class Record:
    """The answers that the tables of one store give. Look-ups by id and by name are made once and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def caucus_on(self, day: str | date, today: date, chamber: str = HOUSE) -> pa.Table:
        """Every member who holds a seat of `chamber` on `day`, and the caucus they sit in.

        One row per seat held, ordered by province, constituency and person; columns as in SITTING. `since` is the first
        day of the spell in that caucus. Raises BadValue for the day, UnknownName for the chamber. Warns
        (IncompleteWarning) where the tables do not have every seat of the chamber on that day.
        """
        on, house = as_day(day, today), self._chamber(chamber)
        self._warn_if_incomplete(on, house)
        seats = _running(self._store.select("seats", where={"chamber": house}), on).to_pylist()
        spells = _running(self._store.select("caucus_memberships", where={"chamber": house}), on).to_pylist()
        spell_of = {spell["person_id"]: spell for spell in spells}
        rows = []
        for seat in seats:
            spell = spell_of.get(seat["person_id"])
            party_id = spell["party_id"] if spell else None
            rows.append(
                {
                    "person_id": seat["person_id"],
                    "person": self._names[seat["person_id"]],
                    "constituency": seat["constituency"],
                    "province": seat["province"],
                    "party_id": party_id,
                    "caucus": self._caucus(party_id),
                    "since": spell["start"] if spell else None,
                    "seat_id": seat["seat_id"],
                }
            )
        rows.sort(key=lambda row: (row["province"] or "", row["constituency"] or "", row["person"]))
        return pa.Table.from_pylist(rows, SITTING)

    def standings(self, day: str | date, today: date, chamber: str = HOUSE) -> pa.Table:
        """The seats of `chamber` by caucus on `day`, the largest first, and last the vacant ones.

        Columns: party_id, caucus, color, seats. A place counts as vacant when somebody held it earlier in the same
        Parliament and nobody holds it that day; the row is left out where the chamber's seats carry no Parliament (the
        Senate), because the number of its places is then not in the tables. Raises as `caucus_on` does.
        """
        sitting = self.caucus_on(day, today, chamber)
        count: dict[str | None, int] = defaultdict(int)
        for party_id in sitting["party_id"].to_pylist():
            count[party_id] += 1
        rows: list[dict[str, Any]] = [
            {"party_id": party_id, "caucus": self._caucus(party_id), "color": self._color(party_id), "seats": seats}
            for party_id, seats in count.items()
        ]
        rows.sort(key=lambda row: (-row["seats"], row["caucus"] or ""))
        vacant = self._vacancies(as_day(day, today), self._chamber(chamber))
        if vacant:
            rows.append({"party_id": None, "caucus": VACANT, "color": None, "seats": vacant})
        return pa.Table.from_pylist(rows, STANDINGS)

    def career(self, person: str) -> pa.Table:
        """A person's seats, spells in caucuses, offices and changes of caucus, in the order they began.

        `person` is an id or any name in people or person_names (accents and case do not matter). `kind` is seat,
        caucus, office or change; columns as in CAREER. Raises UnknownName, AmbiguousName.
        """
        who = {"person_id": self.person(person)}
        rows: list[dict[str, Any]] = []
        for seat in self._store.select("seats", where=who).to_pylist():
            place = ", ".join(part for part in (seat["constituency"], seat["province"]) if part)
            sitting = f" ({ordinal(seat['parliament'])} Parliament)" if seat["parliament"] else ""
            rows.append(
                _span("seat", seat, seat["seat_id"])
                | {"title": f"{place}{sitting}", "reason": seat["end_reason"]}
                | self._as_party(seat["elected_as"])
            )
        for spell in self._store.select("caucus_memberships", where=who).to_pylist():
            told = self._as_party(spell["party_id"])
            words = {"title": told["caucus"], "reason": spell["end_reason"]}
            rows.append(_span("caucus", spell, None) | words | told)
        for office in self._store.select("offices", where=who).to_pylist():
            named = [office["office"], office["portfolio"], office["organization"]]
            rows.append(
                _span("office", office, office["office_id"])
                | {"title": ", ".join(dict.fromkeys(part for part in named if part))}
            )
        for change in self._store.select("caucus_changes", where=who).to_pylist():
            left, entered = self._caucus(change["from_party_id"]), self._caucus(change["to_party_id"])
            rows.append(
                _span("change", {**change, "start": change["date"], "end": change["date"]}, change["change_id"])
                | {"title": f"{left} to {entered} ({change['kind']})", "reason": change["reason"]}
                | self._as_party(change["to_party_id"])
            )
        rank = {"seat": 0, "change": 1, "caucus": 2, "office": 3}
        rows.sort(key=lambda row: (row["start"] or date.min, rank[row["kind"]], row["title"]))
        return pa.Table.from_pylist(rows, CAREER)

    def changes(
        self,
        start: str | date | None = None,
        end: str | date | None = None,
        *,
        party: str | None = None,
        from_party: str | None = None,
        to_party: str | None = None,
        kind: str | Sequence[str] | None = None,
        person: str | None = None,
        chamber: str | None = None,
        parliament: int | None = None,
    ) -> pa.Table:
        """Changes of caucus from `start` to `end` (both included; "2023" and "2023-03" will do), oldest first.

        `party` is on either side; parties and people are ids or names; `kind` one or several terms of the vocabulary;
        `parliament` a number. Columns as in CHANGES. Raises UnknownName, AmbiguousName, BadValue.
        """
        where: dict[str, object] = {}
        if kind is not None:
            terms = [kind] if isinstance(kind, str) else list(kind)
            self._known_terms("caucus_changes", "kind", terms)
            where["kind"] = terms
        if person is not None:
            where["person_id"] = self.person(person)
        if chamber is not None:
            where["chamber"] = self._chamber(chamber)
        if from_party is not None:
            where["from_party_id"] = self.party(from_party)
        if to_party is not None:
            where["to_party_id"] = self.party(to_party)
        rows = self._store.select("caucus_changes", where=where)
        if party is not None:
            asked = self.party(party)
            left, entered = (pc.equal(rows[side], asked) for side in ("from_party_id", "to_party_id"))
            rows = rows.filter(pc.or_kleene(left, entered))
        if parliament is not None:
            first, last = self._term(parliament)
            rows = rows.filter(pc.and_(pc.greater_equal(rows["date"], first), pc.less_equal(rows["date"], last)))
        if start is not None:
            rows = rows.filter(pc.greater_equal(rows["date"], pa.scalar(as_bound(start, last=False), _DAY)))
        if end is not None:
            rows = rows.filter(pc.less_equal(rows["date"], pa.scalar(as_bound(end, last=True), _DAY)))
        told = [
            {
                **row,
                "person": self._names.get(row["person_id"]),
                "from_caucus": self._caucus(row["from_party_id"]),
                "to_caucus": self._caucus(row["to_party_id"]),
            }
            for row in rows.to_pylist()
        ]
        told.sort(key=lambda row: (row["date"], row["change_id"]))
        return pa.Table.from_pylist([{name: row[name] for name in CHANGES.names} for row in told], CHANGES)

    def person(self, name: str) -> str:
        """The id of the person whose id or name is `name`. Raises UnknownName with the nearest names, AmbiguousName."""
        if name in self._names:
            return name
        found = sorted(self._people_by_name.get(fold(name), ()))
        if len(found) > 1:
            raise AmbiguousName(name, found)
        if not found:
            raise UnknownName("person", name, nearest(name, [*self._names.values(), *self._other_names]))
        return found[0]

    def party(self, name: str) -> str:
        """The id of the party whose id, name, short name or abbreviation is `name`; of several, the federal one.

        Raises UnknownName with the nearest names, AmbiguousName.
        """
        rows = self._store.table("parties").to_pylist()
        if any(row["party_id"] == name for row in rows):
            return name
        spelled = ("name", "name_fr", "short_name", "abbreviation")
        found = [row for row in rows if any(row[key] and fold(row[key]) == fold(name) for key in spelled)]
        federal = [row for row in found if row.get("jurisdiction") == "canada"]
        found = federal or found
        if len(found) > 1:
            raise AmbiguousName(name, sorted(row["party_id"] for row in found), kind="parties")
        if not found:
            raise UnknownName("party", name, nearest(name, [row[key] for row in rows for key in spelled if row[key]]))
        return str(found[0]["party_id"])

    @cached_property
    def _names(self) -> Mapping[str, str]:
        people = self._store.select("people", ("person_id", "full_name"))
        return dict(zip(people["person_id"].to_pylist(), people["full_name"].to_pylist(), strict=True))

    @cached_property
    def _other_names(self) -> Mapping[str, set[str]]:
        other: dict[str, set[str]] = defaultdict(set)
        for row in self._store.select("person_names", ("person_id", "name")).to_pylist():
            other[row["name"]].add(row["person_id"])
        return other

    @cached_property
    def _people_by_name(self) -> Mapping[str, set[str]]:
        by_name: dict[str, set[str]] = defaultdict(set)
        for person_id, name in self._names.items():
            by_name[fold(name)].add(person_id)
        for name, people in self._other_names.items():
            by_name[fold(name)] |= people
        return by_name

    @cached_property
    def _parties(self) -> Mapping[str, Party]:
        rows = self._store.select("parties", ("party_id", "name", "short_name", "color")).to_pylist()
        return {row["party_id"]: Party(row["short_name"] or row["name"], row["color"]) for row in rows}

    def _caucus(self, party_id: str | None) -> str | None:
        party = self._parties.get(party_id or "")
        return party.name if party else None

    def _color(self, party_id: str | None) -> str | None:
        party = self._parties.get(party_id or "")
        return party.color if party else None

    def _as_party(self, party_id: str | None) -> dict[str, str | None]:
        return {"party_id": party_id, "caucus": self._caucus(party_id)}

    def _chamber(self, name: str) -> str:
        chambers = sorted(set(self._store.table("seats")["chamber"].unique().to_pylist()))
        for chamber in chambers:
            if fold(chamber) == fold(name):
                return str(chamber)
        raise UnknownName("chamber", name, nearest(name, chambers) or chambers)

    def _known_terms(self, table: str, column: str, terms: Iterable[str]) -> None:
        declared = [term.value for term in self._store.resource_of(table).field(column).terms]
        known = declared or sorted(set(self._store.table(table)[column].unique().to_pylist()))
        for term in terms:
            if term not in known:
                raise UnknownName(column, term, nearest(term, known) or known)

    def _term(self, parliament: int) -> tuple[pa.Scalar, pa.Scalar]:
        """The first and the last day on which seats of this Parliament were held (far ahead while it runs)."""
        seats = self._store.select("seats", ("start", "end"), {"parliament": parliament, "chamber": HOUSE})
        if not seats.num_rows:
            raise BadValue(f"no Parliament {parliament}: the tables have no seats of it")
        last = date.max if seats["end"].null_count else pc.max(seats["end"]).as_py()
        return pc.min(seats["start"]), pa.scalar(last, _DAY)

    def _warn_if_incomplete(self, day: date, chamber: str) -> None:
        """Say so where no span of the table `coverage` vouches for all seats of the chamber on the day."""
        if "coverage" not in self._store.names:
            return
        spans = self._store.select("coverage", where={"table": "seats", "chamber": chamber}).to_pylist()
        if any(span["extent"] == "all" and span["start"] <= day <= span["end"] for span in spans):
            return
        complete = [f"{span['start']} to {span['end']}" for span in spans if span["extent"] == "all"]
        known = f"complete from {' and '.join(complete)}" if complete else "not complete on any day"
        warnings.warn(
            f"{chamber} on {day}: the seats in the tables are {known}; see the table coverage",
            IncompleteWarning,
            stacklevel=4,
        )

    def _vacancies(self, day: date, chamber: str) -> int:
        seats = self._store.select("seats", where={"chamber": chamber})
        begun = seats.filter(pc.less_equal(seats["start"], pa.scalar(day, _DAY)))
        parliament = pc.max(begun["parliament"]).as_py()
        if parliament is None:
            return 0
        of_this_parliament = begun.filter(pc.equal(begun["parliament"], parliament))
        held: dict[tuple[str | None, str | None], list[tuple[date, date]]] = defaultdict(list)
        for seat in of_this_parliament.select(["province", "constituency", "start", "end"]).to_pylist():
            # Names repeat between provinces: Victoria has been a riding of four.
            held[seat["province"], seat["constituency"]].append((seat["start"], seat["end"] or date.max))
        return sum(most_at_once(spans) - sum(start <= day <= end for start, end in spans) for spans in held.values())


def most_at_once(spans: Iterable[tuple[date, date]]) -> int:
    """How many of the closed spans of days run at once at most: the places of a riding that elects several."""
    steps: list[tuple[date, int]] = []
    for start, end in spans:
        steps.append((start, 1))
        if end < date.max:
            steps.append((end + timedelta(days=1), -1))
    running = most = 0
    for _, step in sorted(steps):  # on one day leavings (-1) come before arrivals
        running += step
        most = max(most, running)
    return most


def ordinal(number: int) -> str:
    """ "1st", "2nd", "3rd", "11th", "44th"."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _running(spans: pa.Table, day: date) -> pa.Table:
    """The rows whose closed span start..end holds `day`."""
    on = pa.scalar(day, _DAY)
    begun = pc.less_equal(spans["start"], on)
    open_yet = pc.or_kleene(pc.is_null(spans["end"]), pc.greater_equal(spans["end"], on))
    return spans.filter(pc.and_(begun, open_yet))


def _span(kind: str, row: Mapping[str, Any], row_id: str | None) -> dict[str, Any]:
    empty = dict.fromkeys(CAREER.names)
    return empty | {
        "kind": kind,
        "start": row["start"],
        "end": row["end"],
        "chamber": row.get("chamber"),
        "row_id": row_id,
    }
