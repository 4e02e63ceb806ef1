"""What the registers know, by name and by day: who is called so, who sat where, in which caucus, and who held which
office.

Built once per run from `scripts.registers.Registers`; every look-up afterwards is a dictionary or a short list.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

import pyarrow as pa

from scripts.people.names import NameGrammar
from scripts.people.office_names import office_key, office_keys
from scripts.people.word_lists import fold, name_key, words

COMMONS = "House of Commons"
SENATE = "Senate"
MOST_KEPT = 20000
"""Answers of one kind that a gazetteer remembers before it begins again."""
LONGEST_OFFICE = 40
"""Years: an office that the register leaves open for longer has an end that the register does not know."""
MAXIMUM_SEARCH = 8
"""The most words that the name of a riding has between two spaces, hyphens or dashes, give or take."""


class Tables(Protocol):
    """The tables of the registers that a gazetteer needs (pandas DataFrames with the columns of the design)."""

    @property
    def people(self) -> Any: ...

    @property
    def person_names(self) -> Any: ...

    @property
    def seats(self) -> Any: ...

    @property
    def offices(self) -> Any: ...

    @property
    def caucus_changes(self) -> Any: ...

    @property
    def parties(self) -> Any: ...

    @property
    def party_names(self) -> Any: ...

    @property
    def chambers(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the register."""

    person_id: str
    full_name: str
    family_name: str
    gender: str | None
    born_on: date | None
    died_on: date | None
    calling: str = ""
    """What a person is known for of whom no seat or office is recorded, folded: "commissioner of the rcmp"."""
    told_on: tuple[date, ...] = ()
    """The days of the articles that the register has the person from."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's hold of one seat; `end` None while it is held."""

    seat_id: str
    person_id: str
    chamber: str
    constituency: str
    province: str
    start: date
    end: date | None
    elected_as: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """A person's hold of an office; `end` None while it is held."""

    person_id: str
    office: str
    organization: str
    portfolio: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person sat on a day."""

    person_id: str
    seat_id: str
    chamber: str
    constituency: str
    province: str
    party_id: str | None
    """The caucus of that day: the party elected for, or the one changed to since."""


class Move(NamedTuple):
    """A change of caucus that the register records."""

    date: date
    """The first day of the month or year where `precision` says that no more is known."""
    precision: str
    chamber: str
    left: str | None
    joined: str | None
    kind: str


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The registers by name and by day. Make one with `Gazetteer.build`; two are equal only if they are one."""

    people: Mapping[str, Person]
    names: NameGrammar
    """The grammar of names, with the register's given names and full names."""
    _by_name: Mapping[str, tuple[str, ...]]
    _by_surname: Mapping[str, tuple[str, ...]]
    _seats: Mapping[str, tuple[Seat, ...]]
    _offices: Mapping[str, tuple[Office, ...]]
    _changes: Mapping[str, tuple[Move, ...]]
    """Per person, in order."""
    _ridings: Mapping[str, tuple[str, ...]]
    _riding_seats: Mapping[str, tuple[Seat, ...]]
    _party_words: Mapping[str, frozenset[str]]
    _roles: Mapping[str, tuple[Office, ...]]
    _roles_of: Mapping[tuple[str, str], tuple[Office, ...]]
    """The same by role and person."""
    chamber_of_title: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A member's title, folded ("mpp"), to the chambers whose members bear it."""
    province_of_chamber: Mapping[str, str] = field(default_factory=dict)
    _standings: dict[tuple[str, date], Standing | None] = field(default_factory=dict, repr=False)
    _holders: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """What was asked for last: an article asks for the same people and offices over and over."""

    @classmethod
    def build(cls, registers: Tables, told_on: Mapping[str, tuple[date, ...]] | None = None) -> Gazetteer:
        """The gazetteer of the registers. Takes well under a second for everyone since 1867.

        `told_on`: by person, the days of the articles that the register has them from; nobody's where not given.
        """
        columns: tuple[str, ...] = ("person_id", "full_name", "family_name", "gender", "born_on", "died_on", "role")
        people = {
            row["person_id"]: Person(
                row["person_id"],
                row["full_name"],
                row["family_name"] or "",
                row["gender"],
                row["born_on"],
                row["died_on"],
                fold(row["role"] or ""),
                (told_on or {}).get(row["person_id"], ()),
            )
            for row in _rows(registers.people, *columns)
        }
        by_name: dict[str, set[str]] = defaultdict(set)
        by_surname: dict[str, set[str]] = defaultdict(set)
        given: dict[str, Counter[str]] = defaultdict(Counter)
        for row in _rows(registers.people, "person_id", "full_name", "family_name", "given_names", "gender"):
            for key in _forms(row["full_name"], row["given_names"] or "", row["family_name"] or ""):
                by_name[key].add(row["person_id"])
            surname = name_key(row["family_name"] or row["full_name"].split()[-1])
            by_surname[surname].add(row["person_id"])
            if " " in surname:
                by_surname[surname.split()[-1]].add(row["person_id"])
            lead = row["full_name"].split()
            if len(lead) > 1:
                given[fold(lead[0]).rstrip(".")][row["gender"] or "unknown"] += 1
        for row in _rows(registers.person_names, "person_id", "name"):
            for key in _forms(row["name"], "", ""):
                if " " in key:
                    by_name[key].add(row["person_id"])
        seats: dict[str, list[Seat]] = defaultdict(list)
        ridings: dict[str, set[str]] = defaultdict(set)
        riding_seats: dict[str, list[Seat]] = defaultdict(list)
        columns = ("seat_id", "person_id", "chamber", "constituency", "province", "start", "end", "elected_as")
        for row in _rows(registers.seats, *columns):
            seat = Seat(
                row["seat_id"],
                row["person_id"],
                row["chamber"],
                row["constituency"] or "",
                row["province"] or "",
                row["start"],
                row["end"],
                row["elected_as"],
            )
            seats[seat.person_id].append(seat)
            if seat.constituency and seat.chamber != SENATE:
                key = name_key(seat.constituency)
                ridings[key].add(seat.constituency)
                riding_seats[key].append(seat)
        offices: dict[str, list[Office]] = defaultdict(list)
        roles: dict[str, list[Office]] = defaultdict(list)
        for row in _rows(registers.offices, "person_id", "office", "organization", "portfolio", "start", "end"):
            if row["start"] is None:
                continue
            held = Office(
                row["person_id"],
                row["office"],
                row["organization"] or "",
                row["portfolio"] or "",
                row["start"],
                row["end"],
            )
            offices[held.person_id].append(held)
            for role in office_keys(held.office, held.organization, held.portfolio):
                roles[role].append(held)
        roles_of: dict[tuple[str, str], list[Office]] = defaultdict(list)
        for role, holders in roles.items():
            for held in holders:
                roles_of[role, held.person_id].append(held)
        changes: dict[str, list[Move]] = defaultdict(list)
        of_move = ("date", "date_precision", "chamber", "from_party_id", "to_party_id", "kind")
        for row in _rows(registers.caucus_changes, "person_id", *of_move):
            if row["date"] is not None:
                changes[row["person_id"]].append(Move(*(row[column] for column in of_move)))
        party_words: dict[str, set[str]] = defaultdict(set)
        for row in _rows(registers.parties, "party_id", "name", "name_fr", "short_name", "abbreviation"):
            for column in ("name", "name_fr", "short_name", "abbreviation"):
                if row[column]:
                    party_words[name_key(row[column])].add(row["party_id"])
        for row in _rows(registers.party_names, "party_id", "name"):
            party_words[name_key(row["name"])].add(row["party_id"])
        titles: dict[str, list[str]] = defaultdict(list)
        provinces: dict[str, str] = {}
        for row in _rows(registers.chambers, "chamber", "jurisdiction", "member_title"):
            titles[fold(row["member_title"] or "")].append(row["chamber"])
            provinces[row["chamber"]] = fold(row["jurisdiction"] or "")
        full_names = {key: tuple(sorted(ids)) for key, ids in by_name.items()}
        genders = {
            **words().given,
            **{name: _only(count) for name, count in given.items() if len(name) > 1 and _worth(name, count)},
        }
        return cls(
            people=people,
            names=NameGrammar(genders, full_names, ridings),
            _by_name=full_names,
            _by_surname={key: tuple(sorted(ids)) for key, ids in by_surname.items()},
            _seats={p: tuple(sorted(held, key=lambda s: (s.start, s.seat_id))) for p, held in seats.items()},
            _offices={p: tuple(sorted(held, key=lambda o: (o.start, o.office))) for p, held in offices.items()},
            _changes={p: tuple(sorted(c, key=lambda move: move.date)) for p, c in changes.items()},
            _ridings={key: tuple(sorted(names)) for key, names in ridings.items()},
            _riding_seats={key: tuple(held) for key, held in riding_seats.items()},
            _party_words={key: frozenset(ids) for key, ids in party_words.items()},
            _roles={key: tuple(held) for key, held in roles.items()},
            _roles_of={key: tuple(held) for key, held in roles_of.items()},
            chamber_of_title={key: tuple(c) for key, c in titles.items() if key},
            province_of_chamber=provinces,
        )

    # Names

    def candidates(self, name: str) -> tuple[str, ...]:
        """The ids of everyone in the register called `name` (a full name), whatever accents and hyphens it is written
        with."""
        found = self._by_name.get(name_key(name))
        if found is not None:
            return found
        if "." not in name and not _LONE_LETTER.search(name):
            return ()
        spelled = name.split()
        short = [w for w in spelled if not (len(w.rstrip(".")) == 1 or ("." in w and w.rstrip(".").isupper()))]
        return self._by_name.get(name_key(" ".join(short)), ()) if len(short) < len(spelled) else ()

    def surname_bearers(self, surname: str) -> tuple[str, ...]:
        """The ids of everyone in the register with this family name."""
        return self._by_surname.get(name_key(surname), ())

    @property
    def surnames(self) -> Container[str]:
        """The family names of the register, as `name_key`s."""
        return self._by_surname

    def gender_of_given(self, given: str) -> str | None:
        """`woman` or `man` where nearly all parliamentarians with this given name are, else None."""
        return self.names.given_names.get(fold(given))

    # Seats and caucuses

    def seats_of(self, person_id: str) -> tuple[Seat, ...]:
        """Every seat of a person, oldest first."""
        return self._seats.get(person_id, ())

    def offices_of(self, person_id: str) -> tuple[Office, ...]:
        """Every office of a person, oldest first."""
        return self._offices.get(person_id, ())

    def standing(self, person_id: str, day: date) -> Standing | None:
        """The seat and caucus of a person on a day; None where no seat was held."""
        if (person_id, day) not in self._standings:
            if len(self._standings) >= MOST_KEPT:
                self._standings.clear()
            self._standings[person_id, day] = self._find_standing(person_id, day)
        return self._standings[person_id, day]

    def _find_standing(self, person_id: str, day: date) -> Standing | None:
        for seat in reversed(self._seats.get(person_id, ())):
            if _covers(seat, day):
                return Standing(
                    person_id, seat.seat_id, seat.chamber, seat.constituency, seat.province, self._caucus(seat, day)
                )
        return None

    def _caucus(self, seat: Seat, day: date) -> str | None:
        party = seat.elected_as
        for move in self._changes.get(seat.person_id, ()):
            if move.chamber == seat.chamber and seat.start <= move.date <= day:
                party = move.joined
        return party

    def caucuses_between(self, person_id: str, first: date, last: date) -> set[str | None]:
        """Every caucus that the person left or entered from `first` to `last`."""
        moves = [move for move in self.moves_of(person_id) if first <= move.date <= last]
        return {party for move in moves for party in (move.left, move.joined)}

    def moves_of(self, person_id: str) -> tuple[Move, ...]:
        """Every change of caucus of a person, oldest first."""
        return self._changes.get(person_id, ())

    def party_before(self, person_id: str, day: date, precision: str = "day") -> str | None:
        """The caucus just before a change on `day`, or before the month or year that begins on it.

        A member who takes the seat within that month or year counts with the caucus that the seat was won for.
        """
        before = self.standing(person_id, day - timedelta(days=1))
        if before is not None:
            return before.party_id
        last = last_day(day, precision)
        for seat in self._seats.get(person_id, ()):
            if day <= seat.start <= last:
                return seat.elected_as
        return None

    def first_elected(self, person_id: str) -> Seat | None:
        """The first seat that a person was elected to in the House of Commons."""
        return next((s for s in self._seats.get(person_id, ()) if s.chamber == COMMONS), None)

    def years_from_service(self, person_id: str, day: date) -> float | None:
        """How many years lie between `day` and the person's nearest seat or office; 0 on a day of service; None
        without any."""
        spells = [(s.start, s.end) for s in self._seats.get(person_id, ())]
        spells += [(o.start, o.end) for o in self._offices.get(person_id, ())]
        gaps = [
            (start - day).days if day < start else (day - end).days if end and day > end else 0 for start, end in spells
        ]
        return min(gaps) / 365.25 if gaps else None

    def years_from_report(self, person_id: str, day: date) -> float | None:
        """How many years lie between `day` and the nearest article that the register has the person from; None
        where it has them from a register only."""
        told_on = self.people[person_id].told_on
        return min(abs((day - told).days) for told in told_on) / 365.25 if told_on else None

    # Ridings

    def constituency(self, name: str) -> tuple[str, ...]:
        """The ridings of the register that `name` can mean, in the register's spelling."""
        return self._ridings.get(name_key(name), ())

    def riding_at_start(self, text: str) -> tuple[str, int] | None:
        """The longest riding name that `text` begins with, as (register's spelling, length in `text`).

        For the words after "the member for": "Don Valley North, said" gives ("Don Valley North", 16).
        """
        ends = [m.end() for m in _RIDING_WORD.finditer(text[:80])][: MAXIMUM_SEARCH + 2]
        for end in reversed(ends):
            names = self._ridings.get(name_key(text[:end]))
            if names:
                return names[-1], end
        return None

    def riding_at_end(self, text: str) -> tuple[str, int] | None:
        """The longest riding name that `text` ends with, as (register's spelling, start in `text`): "the Whitby"
        before "MP"."""
        tail = text[-80:].rstrip(" ,")
        offset = max(0, len(text) - 80)
        for match in _RIDING_WORD.finditer(tail):
            if not match.group()[0].isupper():
                continue
            names = self._ridings.get(name_key(tail[match.start() :]))
            if names:
                return names[-1], offset + match.start()
        return None

    def member_for(self, constituency: str, day: date, chamber: str = COMMONS) -> tuple[str, ...]:
        """Who sat for a riding on a day: one id, several (ridings of the same name, two-member ridings), or none."""
        held = self._riding_seats.get(name_key(constituency), ())
        return tuple(dict.fromkeys(s.person_id for s in held if s.chamber == chamber and _covers(s, day)))

    # Offices and parties

    def party_ids(self, name: str) -> frozenset[str]:
        """The parties and groups, of every jurisdiction and age, that `name` can mean."""
        return self._party_words.get(name_key(name), frozenset())

    def holders(self, role: str, day: date) -> tuple[str, ...]:
        """Who held an office on a day, by the way news names it: "prime minister", "finance minister", "Conservative
        leader", "Ontario premier", "Speaker". Empty where the register knows nobody, several where two did."""
        found = self._holders.get((role, day))
        if found is None:
            held = self._roles.get(office_key(role), ())
            found = tuple(dict.fromkeys([o.person_id for o in held if o.start <= day and self._in_office(o, day)]))
            if len(self._holders) >= MOST_KEPT:
                self._holders.clear()
            self._holders[role, day] = found
        return found

    def holds(self, person_id: str, role: str, day: date) -> bool:
        """Whether the person is one of those who held an office on the day (see `holders`)."""
        return any(self._in_office(o, day) for o in self._roles_of.get((office_key(role), person_id), ()))

    def _in_office(self, office: Office, day: date) -> bool:
        """Whether an office is held on the day. One without an end is not held by the dead, nor for more than a
        working life."""
        if office.end is not None:
            return office.start <= day <= office.end
        died = self.people[office.person_id].died_on if office.person_id in self.people else None
        return (
            office.start <= day and (died is None or day <= died) and (day - office.start).days < LONGEST_OFFICE * 365
        )

    def holder(self, role: str, day: date) -> str | None:
        """The one person who held an office on a day (see `holders`); None where nobody or more than one did."""
        found = self.holders(role, day)
        return found[0] if len(found) == 1 else None

    def prominent(self, surname: str, day: date) -> tuple[str, ...]:
        """Who of that family name was prime minister, premier, minister, party leader or Speaker on the day.

        Empty where somebody else of the name sat in Parliament that day, so that a bare surname cannot tell.
        """
        key = name_key(surname)
        bearers = self._by_surname.get(key, ())
        roles = ("prime minister", "premier", "minister", "leader", "speaker")
        holding = {p for p in bearers if any(self.holds(p, role, day) for role in roles)}
        found = tuple(p for p in bearers if p in holding)
        others = [p for p in bearers if p not in holding and self.standing(p, day) is not None]
        return () if others else found

    def held_before(self, person_id: str, role: str, day: date) -> bool:
        """Whether the person held an office of this kind before `day` or on it: "premier", "minister", "finance
        minister"."""
        return any(o.start <= day for o in self._roles_of.get((office_key(role), person_id), ()))


_LONE_LETTER = re.compile(r"(?<!\S)\S(?!\S)")
_RIDING_WORD = re.compile(r"[^\s,;:()\-–—“”\".]+(?:\.(?=[ -]))?")


def last_day(day: date, precision: str) -> date:
    """The last day of the month or year that begins on `day`; `day` itself where the day is known."""
    if precision == "month":
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if precision == "year":
        return date(day.year, 12, 31)
    return day


def _covers(seat: Seat, day: date) -> bool:
    return seat.start <= day and (seat.end is None or day <= seat.end)


def _worth(name: str, count: Counter[str]) -> bool:
    """Whether the register may overrule the common given names: it has enough bearers, or the name is not among
    those."""
    return name not in words().given or sum(count.values()) >= 8


def _only(count: Counter[str]) -> str | None:
    """The gender of nine in ten bearers of a given name, else None."""
    gender, most = count.most_common(1)[0]
    return gender if gender in ("woman", "man") and most >= 0.9 * sum(count.values()) else None


def _rows(table: Any, *columns: str) -> Iterable[dict[str, Any]]:
    """The rows of a table as plain values, None for what is missing; columns that the table lacks are None."""
    lists: list[list[Any]] = []
    for column in columns:
        if column not in table.columns:
            lists.append([None] * len(table))
            continue
        values = pa.array(table[column], from_pandas=True).to_pylist()
        lists.append([None if value == "" else value for value in values])
    return [dict(zip(columns, row, strict=True)) for row in zip(*lists, strict=True)]


def _forms(full_name: str, given_names: str, family_name: str) -> Iterable[str]:
    """The keys a person is found by: the full name, with and without initials, and first given name with family
    name."""
    forms = {name_key(full_name)}
    plain = [w for w in full_name.split() if len(w.rstrip(".")) > 1]
    forms.add(name_key(" ".join(plain)))
    if family_name:
        given = [w for w in given_names.split() if len(w.rstrip(".")) > 1]
        if given:
            forms.add(name_key(f"{given[0]} {family_name}"))
        if plain and len(plain) > 1:
            forms.add(name_key(f"{plain[0]} {family_name}"))
    return sorted(form for form in forms if form)
