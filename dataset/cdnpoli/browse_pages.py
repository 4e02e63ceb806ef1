"""What the pages of our own show: read from the database with a few queries each, handed to the templates as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from markupsafe import Markup, escape

from cdnpoli.browse_charts import Group, Spell, colored, half_circle, line_of_time
from cdnpoli.browse_metadata import LABELS
from cdnpoli.days import in_words
from cdnpoli.descriptor import Descriptor, Resource

Row = Mapping[str, Any]


class Database(Protocol):
    """As much of Datasette's Database as is used here."""

    async def execute(self, sql: str, params: Any = None) -> Any:
        """The rows that `sql` yields."""


@dataclass(frozen=True)
class Link:
    """Words to click on: the table and the id of the row they lead to, or an address elsewhere."""

    label: str
    table: str = ""
    row_id: str = ""
    href: str = ""


@dataclass(frozen=True)
class Fact:
    """One column of a row, as people read it: its title, what the column means, its value."""

    title: str
    description: str
    value: str | Markup | Link


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: the words, and the document they stand in."""

    quote: str | None
    source: Link
    publisher: str
    published: str
    url: str | None
    method: str
    is_digest: bool
    """The words are those of the digest written for this data set, not the publisher's."""


@dataclass(frozen=True)
class Entry:
    """One line of a list: when, what (a link), and further words; `marks` say what is uncertain about it."""

    when: str | Markup
    what: Link
    more: str
    marks: Markup | str = ""


@dataclass(frozen=True)
class Section:
    """A list under a heading; `all` leads to the whole of it where it is cut short."""

    title: str
    entries: Sequence[Entry]
    all: str = ""


@dataclass(frozen=True)
class Page:
    """A row's page: what it is called, its facts, its evidence and the lists that belong to it."""

    heading: str
    marks: Markup
    facts: Sequence[Fact]
    evidence: Sequence[Piece]
    sections: Sequence[Section]
    timeline: Markup
    spells: Sequence[Spell]


@dataclass(frozen=True)
class Home:
    """The home page: the House as these tables have it, the latest changes, how many rows there are."""

    picture: Markup
    standings: Sequence[Group]
    changes: Sequence[Entry]
    counts: Mapping[str, int]
    day: str


# The SQL below calls said(table, column, value), which `browse_plugin` adds to each connection: the label of a term.

SHOWN = 25
"""How many lines a section shows before it only says where the rest is."""


async def rows(database: Database, sql: str, **values: object) -> list[dict[str, Any]]:
    """The rows that `sql` yields, each by column name."""
    return [dict(row) for row in (await database.execute(sql, values)).rows]


def when(day: str | None, precision: str | None = None) -> str | Markup:
    """A day as people write it, marked up for machines; empty where there is none."""
    if not day:
        return ""
    try:
        words = in_words(date.fromisoformat(day), precision or "day")
    except ValueError:
        return day
    machine = {"year": day[:4], "month": day[:7]}.get(precision or "day", day)
    return Markup('<time datetime="{}">{}</time>').format(machine, words)


def marks(row: Row) -> Markup:
    """What a reader should be warned of: a claim that is no fact, a row that no curator has seen."""
    told = []
    if row.get("claim") in ("alleged", "denied", "disputed"):
        told.append(Markup('<span class="mark mark-claim">{}</span>').format(row["claim"]))
    if row.get("review_status") == "extracted":
        told.append(Markup('<span class="mark mark-unreviewed">not reviewed</span>'))
    return Markup(" ").join(told)


async def home(database: Database, counts: Mapping[str, int], until: date) -> Home:
    """The values of the home page; the House is that of the last day on which every seat is known, at most `until`."""
    covered = await rows(
        database,
        "SELECT max(end) AS day FROM coverage WHERE [table] = 'seats' AND chamber = :chamber AND extent = 'all'",
        chamber="House of Commons",
    )
    until = min(until, date.fromisoformat(covered[0]["day"])) if covered[0]["day"] else until
    groups = await standings(database, until.isoformat(), "House of Commons")
    latest = await rows(database, _CHANGES + " ORDER BY c.date DESC, c.change_id LIMIT 8")
    changes = [_change(row) for row in latest]
    return Home(half_circle(groups, "The House of Commons"), groups, changes, counts, in_words(until, "day"))


async def standings(database: Database, day: str, chamber: str) -> list[Group]:
    """The caucuses of `chamber` on `day` (an ISO date), the largest first, each with a colour."""
    counted = await rows(
        database,
        "SELECT coalesce(q.short_name, 'Not known') AS name, q.color, count(*) AS seats FROM seats AS s "
        "LEFT JOIN caucus_memberships AS m ON m.person_id = s.person_id AND m.chamber = s.chamber "
        "AND m.start <= :day AND (m.end IS NULL OR m.end >= :day) "
        "LEFT JOIN parties AS q ON q.party_id = m.party_id "
        "WHERE s.chamber = :chamber AND s.start <= :day AND (s.end IS NULL OR s.end >= :day) "
        "GROUP BY 1, 2 ORDER BY seats DESC, name",
        day=day,
        chamber=chamber,
    )
    return colored([Group(row["name"], row["color"], row["seats"]) for row in counted])


async def page(database: Database, descriptor: Descriptor, table: str, row_id: str, until: date) -> Page | None:
    """The page of one row, or None where it is not there (Datasette has said so by then)."""
    resource = descriptor.resource(table)
    if len(resource.primary_key) != 1:
        return None
    key = resource.primary_key[0]
    found = await rows(database, f'SELECT * FROM "{table}" WHERE "{key}" = :id', id=row_id)
    if not found:
        return None
    row = found[0]
    spells = await _spells(database, row_id) if table == "people" else []
    return Page(
        heading=_label(table, row) or row_id,
        marks=marks(row),
        facts=await _facts(database, descriptor, resource, row),
        evidence=await _evidence(database, row_id),
        sections=await _SECTIONS[table](database, row_id) if table in _SECTIONS else [],
        timeline=line_of_time(spells, until),
        spells=spells,
    )


async def search(database: Database, words: str) -> list[Section]:
    """What full-text search finds for `words` in people, changes, events, statements and sources."""
    wanted = match_of(words)
    if not wanted:
        return []
    found = []
    for title, sql, make in _SEARCHES:
        hits = await rows(database, sql, words=wanted, limit=SHOWN)
        if hits:
            found.append(Section(title, [make(hit) for hit in hits]))
    return found


def match_of(words: str) -> str:
    """`words` as an FTS5 query: every word must occur, as the beginning of a word; no sign has a meaning of its own."""
    bare = "".join(sign if sign.isalnum() else " " for sign in words).split()
    return " ".join(f'"{word}"*' for word in bare[:12])


def address(link: Link) -> str | None:
    """`link.href` where it is safe to follow: http and https only."""
    return link.href if link.href.startswith(("https://", "http://")) else None


async def _facts(database: Database, descriptor: Descriptor, resource: Resource, row: Row) -> list[Fact]:
    told = []
    heading = LABELS.get(resource.name) if resource.name != "people" else None
    links = {key.columns[0]: key for key in resource.foreign_keys if len(key.columns) == 1}
    for field in resource.fields:
        value = row[field.name]
        # The key stands at the foot of the page, and the label is its heading.
        if value is None or field.name.endswith("_precision") or field.name in (*resource.primary_key, heading):
            continue
        shown: str | Markup | Link = str(value)
        if field.name in links:
            target = links[field.name].target
            shown = Link(await _label_of(database, descriptor, target, str(value)), target, str(value))
        elif field.type == "date":
            shown = when(str(value), row.get("date_precision") if field.name in ("date", "end_date") else None)
        elif field.terms:
            shown = field.label(value)
        elif str(value).startswith(("https://", "http://")):
            shown = Link(str(value), href=str(value))
        told.append(Fact(field.title, field.description, shown))
    return told


async def _label_of(database: Database, descriptor: Descriptor, table: str, row_id: str) -> str:
    resource = descriptor.resource(table)
    found = await rows(database, f'SELECT * FROM "{table}" WHERE "{resource.primary_key[0]}" = :id', id=row_id)
    return (_label(table, found[0]) if found else None) or row_id


def _label(table: str, row: Row) -> str | None:
    column = LABELS.get(table)
    return str(row[column]) if column and row.get(column) else None


async def _evidence(database: Database, row_id: str) -> list[Piece]:
    found = await rows(
        database,
        "SELECT e.quote, said('evidence', 'method', e.method) AS method, e.source_id, "
        "s.title, s.publisher, s.published_on, s.url, s.text_kind FROM evidence AS e "
        "LEFT JOIN sources AS s ON s.source_id = e.source_id WHERE e.row_id = :id "
        "ORDER BY e.quote IS NULL, e.piece LIMIT 100",
        id=row_id,
    )
    return [
        Piece(
            quote=row["quote"],
            source=Link(row["title"] or row["source_id"], "sources", row["source_id"]),
            publisher=row["publisher"] or "",
            published=when(row["published_on"]),
            url=address(Link("", href=row["url"] or "")),
            method=row["method"],
            is_digest=row["text_kind"] == "digest",
        )
        for row in found
    ]


async def _spells(database: Database, person_id: str) -> list[Spell]:
    found = await rows(
        database,
        "SELECT q.short_name, q.color, m.start, m.end FROM caucus_memberships AS m "
        "LEFT JOIN parties AS q ON q.party_id = m.party_id WHERE m.person_id = :id ORDER BY m.start",
        id=person_id,
    )
    return [
        Spell(
            row["short_name"] or "not known",
            row["color"],
            date.fromisoformat(row["start"]),
            date.fromisoformat(row["end"]) if row["end"] else None,
        )
        for row in found
    ]


async def _person_sections(database: Database, person_id: str) -> list[Section]:
    changes = await rows(database, _CHANGES + " WHERE c.person_id = :id ORDER BY c.date", id=person_id)
    seats = await rows(
        database,
        "SELECT s.*, said('seats', 'end_reason', s.end_reason) AS ended, q.short_name "
        "FROM seats AS s LEFT JOIN parties AS q ON q.party_id = s.elected_as "
        "WHERE s.person_id = :id ORDER BY s.start",
        id=person_id,
    )
    offices = await rows(database, "SELECT * FROM offices WHERE person_id = :id ORDER BY start", id=person_id)
    events = await rows(
        database,
        "SELECT e.*, group_concat(said('event_participants', 'role', p.role), ', ') AS role "
        "FROM event_participants AS p "
        "JOIN events AS e ON e.event_id = p.event_id WHERE p.person_id = :id "
        "GROUP BY e.event_id ORDER BY e.date DESC",
        id=person_id,
    )
    statements = await rows(
        database,
        _STATEMENTS + " WHERE s.speaker_id = :id ORDER BY coalesce(s.date, o.published_on) DESC, s.source_id, s.start",
        id=person_id,
    )
    names = await rows(database, "SELECT name, kind FROM person_names WHERE person_id = :id", id=person_id)
    return _filled(
        Section("Changes of caucus", [_change(row) for row in changes]),
        Section("Seats", [_seat(row) for row in seats]),
        Section("Offices", [_office(row) for row in offices]),
        Section("Statements", [_statement(row) for row in statements]),
        Section("Events", [_event(row) for row in events]),
        Section("Other names", [Entry("", Link(row["name"]), row["kind"]) for row in names]),
    )


async def _event_sections(database: Database, event_id: str) -> list[Section]:
    parts = await rows(
        database,
        "SELECT *, said('event_participants', 'role', role) AS part FROM event_participants "
        "WHERE event_id = :id ORDER BY participant",
        id=event_id,
    )
    changes = await rows(database, _CHANGES + " WHERE c.event_id = :id ORDER BY c.date", id=event_id)
    statements = await rows(
        database, _STATEMENTS + " WHERE s.event_id = :id ORDER BY s.source_id, s.start", id=event_id
    )
    taking_part = [Entry("", _participant(row), row["part"]) for row in parts]
    return _filled(
        Section("Who took part", taking_part),
        Section("Change of caucus", [_change(row) for row in changes]),
        Section("What people said", [_statement(row) for row in statements]),
    )


async def _source_sections(database: Database, source_id: str) -> list[Section]:
    changes = await rows(database, _CHANGES + f" WHERE c.change_id IN ({_RESTING}) ORDER BY c.date DESC", id=source_id)
    events = await rows(
        database,
        f"SELECT e.*, '' AS role FROM events AS e WHERE e.event_id IN ({_RESTING}) ORDER BY e.date DESC",
        id=source_id,
    )
    statements = await rows(database, _STATEMENTS + " WHERE s.source_id = :id ORDER BY s.start", id=source_id)
    return _filled(
        Section("Changes of caucus", [_change(row) for row in changes]),
        Section("Events", [_event(row) for row in events]),
        Section("Statements", [_statement(row) for row in statements]),
    )


async def _change_sections(database: Database, change_id: str) -> list[Section]:
    others = await rows(
        database,
        _CHANGES + " WHERE c.person_id = (SELECT person_id FROM caucus_changes WHERE change_id = :id) "
        "AND c.change_id <> :id ORDER BY c.date",
        id=change_id,
    )
    conflicts = await rows(
        database,
        'SELECT f."column", f.value, f.other_value, f.resolution, s.title, f.other_source_id FROM conflicts AS f '
        "LEFT JOIN sources AS s ON s.source_id = f.other_source_id WHERE f.row_id = :id",
        id=change_id,
    )
    statements = await rows(
        database,
        _STATEMENTS + " WHERE s.event_id = (SELECT event_id FROM caucus_changes WHERE change_id = :id) "
        "ORDER BY s.source_id, s.start",
        id=change_id,
    )
    disagreeing = [
        Entry(
            str(row["column"]),
            Link(row["title"] or row["other_source_id"], "sources", row["other_source_id"]),
            f"says {row['other_value']}; kept here: {row['value']}. {row['resolution']}",
        )
        for row in conflicts
    ]
    return _filled(
        Section("What people said", [_statement(row) for row in statements]),
        Section("Where sources disagree", disagreeing),
        Section("Other changes by the same person", [_change(row) for row in others]),
    )


async def _statement_sections(database: Database, statement_id: str) -> list[Section]:
    exact = await rows(
        database, "SELECT words FROM quotations WHERE statement_id = :id ORDER BY quotation", id=statement_id
    )
    return _filled(Section("Quoted word for word", [Entry("", Link(f"“{row['words']}”"), "") for row in exact]))


def _filled(*sections: Section) -> list[Section]:
    return [section for section in sections if section.entries]


def _change(row: Row) -> Entry:
    words = f"{row['left_name']} to {row['entered_name']}, {row['kind_said']}"
    what = Link(row["summary"], "caucus_changes", row["change_id"])
    return Entry(when(row["date"], row["date_precision"]), what, words, marks(row))


def _event(row: Row) -> Entry:
    what = Link(row["title"], "events", row["event_id"])
    return Entry(when(row["date"], row["date_precision"]), what, row["role"] or "", marks(row))


def _statement(row: Row) -> Entry:
    words = f"“{row['text']}”" if row["kind"] == "direct" else row["text"]
    told = ", ".join(part for part in (row["speaker_name"], row["publisher"]) if part)
    said_on = when(row["date"], row["date_precision"])
    reported_on = Markup("reported {}").format(when(row["published_on"])) if row["published_on"] else ""
    return Entry(said_on or reported_on, Link(words, "statements", row["statement_id"]), told, marks(row))


def _seat(row: Row) -> Entry:
    place = ", ".join(part for part in (row["constituency"], row["province"]) if part)
    ended = f", ended: {row['ended']}" if row["ended"] else ""
    return Entry(
        _from_to(row["start"], row["end"]),
        Link(place, "seats", row["seat_id"]),
        f"{row['chamber']}, {row['short_name'] or 'no party recorded'}{ended}",
    )


def _office(row: Row) -> Entry:
    named = dict.fromkeys(part for part in (row["office"], row["portfolio"]) if part)
    return Entry(
        _from_to(row["start"], row["end"]),
        Link(", ".join(named), "offices", row["office_id"]),
        row["organization"] or "",
    )


def _participant(row: Row) -> Link:
    name = row["person_name"] or row["organization"] or row["person_id"] or "not named"
    return Link(name, "people", row["person_id"]) if row["person_id"] else Link(name)


def _person(row: Row) -> Entry:
    return Entry("", Link(row["full_name"], "people", row["person_id"]), row["places"] or "")


def _source(row: Row) -> Entry:
    return Entry(when(row["published_on"]), Link(row["title"], "sources", row["source_id"]), row["publisher"])


def _from_to(start: str, end: str | None) -> Markup:
    return Markup("{} – {}").format(when(start), when(end) if end else escape("now"))


_CHANGES = (
    "SELECT c.*, said('caucus_changes', 'kind', c.kind) AS kind_said, "
    "l.short_name AS left_name, e.short_name AS entered_name FROM caucus_changes AS c "
    "LEFT JOIN parties AS l ON l.party_id = c.from_party_id LEFT JOIN parties AS e ON e.party_id = c.to_party_id"
)
_STATEMENTS = (
    "SELECT s.*, o.publisher, o.published_on FROM statements AS s LEFT JOIN sources AS o ON o.source_id = s.source_id"
)
_RESTING = "SELECT row_id FROM evidence WHERE source_id = :id LIMIT 1000"
_SECTIONS = {
    "people": _person_sections,
    "events": _event_sections,
    "sources": _source_sections,
    "caucus_changes": _change_sections,
    "statements": _statement_sections,
}
_SEARCHES = (
    (
        "People",
        "SELECT p.person_id, p.full_name, (SELECT group_concat(DISTINCT s.constituency) FROM seats AS s "
        "WHERE s.person_id = p.person_id) AS places FROM people AS p WHERE p.rowid IN "
        "(SELECT rowid FROM people_fts WHERE people_fts MATCH :words) OR p.person_id IN (SELECT n.person_id FROM "
        "person_names AS n WHERE n.rowid IN (SELECT rowid FROM person_names_fts WHERE person_names_fts MATCH :words)) "
        "ORDER BY p.full_name LIMIT :limit",
        _person,
    ),
    (
        "Changes of caucus",
        _CHANGES + " WHERE c.rowid IN (SELECT rowid FROM caucus_changes_fts WHERE caucus_changes_fts MATCH :words) "
        "ORDER BY c.date DESC LIMIT :limit",
        _change,
    ),
    (
        "Events",
        "SELECT e.*, '' AS role FROM events AS e WHERE e.rowid IN "
        "(SELECT rowid FROM events_fts WHERE events_fts MATCH :words) ORDER BY e.date DESC LIMIT :limit",
        _event,
    ),
    (
        "Statements",
        _STATEMENTS + " WHERE s.rowid IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :words) "
        "ORDER BY coalesce(s.date, o.published_on) DESC, s.source_id, s.start LIMIT :limit",
        _statement,
    ),
    (
        "Sources",
        "SELECT * FROM sources WHERE rowid IN (SELECT rowid FROM sources_fts WHERE sources_fts MATCH :words) "
        "ORDER BY published_on DESC LIMIT :limit",
        _source,
    ),
)
