"""The files of raw/registers: the columns of each in order, how a cell of each is read, and what makes a row unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from schemas.vocabularies import VOCABULARIES

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Kind:
    """How a cell is read, and the Arrow type of its column. `read` raises ValueError with the mend in words."""

    type: pa.DataType
    read: Callable[[str], Any]


def _text(cell: str) -> str:
    if cell != unicodedata.normalize("NFC", cell):
        raise ValueError("is not in composed Unicode (NFC): save it again in that form")
    return cell


def _slug(cell: str) -> str:
    if not SLUG.fullmatch(cell):
        raise ValueError("is no id: use lower-case letters and digits joined by single hyphens")
    return cell


def _day(cell: str) -> date:
    if not DAY.fullmatch(cell):
        raise ValueError("is no date: write it as YYYY-MM-DD")
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("is a day that the calendar does not have") from None


def _whole(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit():
        raise ValueError("is no whole number")
    return int(cell)


TEXT = Kind(pa.string(), _text)
ID = Kind(pa.string(), _slug)
DATE = Kind(pa.date32(), _day)
WHOLE = Kind(pa.int64(), _whole)


def _term(vocabulary: str) -> Kind:
    terms = VOCABULARIES[vocabulary]

    def read(cell: str) -> str:
        if cell not in terms:
            raise ValueError(f"is not in the vocabulary {vocabulary}: {', '.join(terms)}")
        return cell

    return Kind(pa.string(), read)


def _extent(cell: str) -> str:
    if cell not in ("all", "some"):
        raise ValueError("must be all or some: does the register hold every row of these days?")
    return cell


EXTENT = Kind(pa.string(), _extent)


@dataclass(frozen=True)
class Column:
    """A column of a register file. `of` names the file whose key it takes (`people`), if any."""

    name: str
    kind: Kind = TEXT
    required: bool = True
    of: str | None = None


@dataclass(frozen=True)
class File:
    """A register file: its columns in order, the columns that make a row unique, and those that name its sources."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    sources: tuple[str, ...] = ()
    spans: tuple[str, str] | None = None
    """The columns of the first and the last day, where the last may not come before the first."""


def _of(name: str, other: str, required: bool = True) -> Column:
    return Column(name, ID, required, other)


SOURCE = _of("source_id", "sources")
END_SOURCE = _of("end_source_id", "sources", required=False)
PERSON = _of("person_id", "people")

FILES: tuple[File, ...] = (
    File(
        "sources",
        (
            Column("source_id", ID),
            Column("source_kind", _term("source_kind")),
            Column("publisher"),
            Column("title", required=False),
            Column("url", required=False),
            Column("published_on", DATE, False),
            Column("language", _term("language")),
            Column("text_kind", _term("text_kind")),
            Column("rights"),
        ),
        ("source_id",),
    ),
    File(
        "people",
        (
            Column("person_id", ID),
            Column("full_name"),
            Column("family_name", required=False),
            Column("given_names", required=False),
            Column("gender", _term("gender"), False),
            Column("born_on", DATE, False),
            Column("died_on", DATE, False),
            Column("role", required=False),
            SOURCE,
        ),
        ("person_id",),
        ("source_id",),
        ("born_on", "died_on"),
    ),
    File(
        "person_names",
        (PERSON, Column("name"), Column("kind", _term("name_kind")), SOURCE),
        ("person_id", "name", "kind"),
        ("source_id",),
    ),
    File(
        "person_identifiers",
        (PERSON, Column("scheme", _term("identifier_scheme")), Column("identifier"), SOURCE),
        ("scheme", "identifier"),
        ("source_id",),
    ),
    File(
        "parties",
        (
            Column("party_id", ID),
            Column("name"),
            Column("name_fr", required=False),
            Column("short_name"),
            Column("abbreviation", required=False),
            Column("color", required=False),
            _of("successor_id", "parties", required=False),
            Column("jurisdiction"),
            SOURCE,
        ),
        ("party_id",),
        ("source_id",),
    ),
    File(
        "party_names",
        (
            _of("party_id", "parties"),
            Column("name"),
            Column("language", _term("language")),
            Column("jurisdiction", required=False),
            Column("from", DATE, False),
            Column("to", DATE, False),
        ),
        ("party_id", "name", "language"),
        spans=("from", "to"),
    ),
    File(
        "chambers",
        (Column("chamber"), Column("name_fr"), Column("jurisdiction"), Column("member_title")),
        ("chamber",),
    ),
    File(
        "parliaments",
        (
            Column("parliament", WHOLE),
            Column("general_election", DATE),
            Column("end", DATE, False),
            Column("seats", WHOLE),
            Column("seats_at_end", WHOLE),
            Column("note", required=False),
        ),
        ("parliament",),
        spans=("general_election", "end"),
    ),
    File(
        "seats",
        (
            Column("seat_id", ID),
            PERSON,
            Column("chamber", required=True, of="chambers"),
            Column("constituency"),
            Column("province", required=False),
            Column("parliament", WHOLE, False, "parliaments"),
            Column("start", DATE),
            Column("end", DATE, False),
            Column("end_reason", _term("seat_end"), False),
            _of("elected_as", "parties", required=False),
            SOURCE,
            END_SOURCE,
        ),
        ("seat_id",),
        ("source_id", "end_source_id"),
        ("start", "end"),
    ),
    File(
        "offices",
        (
            Column("office_id", ID),
            PERSON,
            Column("office"),
            Column("organization", required=False),
            Column("portfolio", required=False),
            Column("start", DATE),
            Column("end", DATE, False),
            Column("open_at_source", required=False),
            SOURCE,
            END_SOURCE,
        ),
        ("office_id",),
        ("source_id", "end_source_id"),
        ("start", "end"),
    ),
    File(
        "caucus_changes",
        (
            Column("change_id", ID),
            PERSON,
            Column("chamber", of="chambers"),
            Column("date", DATE),
            Column("date_precision", _term("date_precision")),
            _of("from_party_id", "parties"),
            _of("to_party_id", "parties"),
            Column("kind", _term("change_kind")),
            Column("reason", required=False),
            Column("summary"),
            _of("source_id_1", "sources"),
            _of("source_id_2", "sources", required=False),
            Column("verified"),
        ),
        ("change_id",),
        ("source_id_1", "source_id_2"),
    ),
    File(
        "first_shown",
        (
            PERSON,
            Column("chamber", of="chambers"),
            Column("day", DATE),
            _of("from_party_id", "parties"),
            _of("to_party_id", "parties"),
            _of("change_id", "caucus_changes", required=False),
            SOURCE,
        ),
        ("person_id", "chamber", "day"),
        ("source_id",),
    ),
    File(
        "conflicts",
        (
            Column("table", _term("table_name")),
            Column("row_id"),
            Column("column"),
            Column("value", required=False),
            SOURCE,
            Column("other_value"),
            _of("other_source_id", "sources"),
            Column("resolution"),
        ),
        ("table", "row_id", "column", "other_source_id"),
    ),
    File(
        "redirects",
        (
            Column("table", _term("id_table")),
            Column("old_id"),
            Column("new_id", required=False),
            Column("reason"),
            Column("release"),
        ),
        ("table", "old_id"),
    ),
    File(
        "unconfirmed",
        (
            Column("table", _term("table_name")),
            Column("subject"),
            _of("person_id", "people", required=False),
            Column("date", DATE),
            Column("date_precision", _term("date_precision")),
            Column("fact"),
            Column("source_url", required=False),
            Column("what_would_confirm"),
        ),
        ("table", "subject"),
    ),
    File(
        "explained",
        (Column("check"), Column("subject"), Column("day", DATE), Column("explanation")),
        ("check", "subject", "day"),
    ),
    File(
        "election_labels",
        (
            PERSON,
            Column("day", DATE),
            _of("from_party_id", "parties"),
            _of("to_party_id", "parties"),
            Column("explanation"),
            SOURCE,
        ),
        ("person_id", "day"),
        ("source_id",),
    ),
    File(
        "label_changes",
        (
            PERSON,
            Column("chamber", of="chambers"),
            Column("day", DATE),
            _of("from_party_id", "parties"),
            _of("to_party_id", "parties"),
            Column("explanation"),
            SOURCE,
        ),
        ("person_id", "chamber", "day"),
        ("source_id",),
    ),
    File(
        "floor_crossings_parlinfo",
        (PERSON, _of("party_id", "parties"), Column("start", DATE), Column("named"), SOURCE),
        ("person_id", "party_id", "start"),
        ("source_id",),
    ),
    File(
        "coverage",
        (
            Column("table"),
            Column("chamber", of="chambers"),
            Column("start", DATE),
            Column("end", DATE),
            Column("extent", EXTENT),
            Column("note"),
        ),
        ("table", "chamber", "start"),
        spans=("start", "end"),
    ),
)
BY_NAME = {file.name: file for file in FILES}
