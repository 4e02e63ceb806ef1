"""Assembly: registers and reviewed articles to the published tables.

`assemble` is pure: what it needs comes in as values, what it makes goes out as pandas tables in the columns of
`schemas`. Nothing is guessed here: a row that lacks what its table requires is held back and reported with the reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from schemas.export import arrow_schema
from schemas.tables import TABLES, keys_of
from schemas.vocabularies import EVENT_TYPE, TABLE_NAME
from scripts.articles.layout import Layout, lay_out
from scripts.candidates import Article, CaucusChange, Event
from scripts.problems import InputError
from scripts.registers import Registers
from scripts.reviews import Decided, ReviewedArticle
from scripts.slugs import numbered
from scripts.tables.candidate_tables import quotation_rows
from scripts.tables.memberships import derive_memberships
from scripts.tables.merging import Group, RegisterChange, Told, merge_changes, merge_events, participant_slug
from scripts.tables.row_keys import event_subject
from scripts.tables.wording import change_summary, change_title

DIGEST_RIGHTS = "Facts and short quotations, cited; read through a digest in our own words."
LEDGER = "raw/registers/id_ledger.csv"
NO_CAUCUS = frozenset({"independent", "non-affiliated", "no-alignment"})
"""The labels of members who sit in no caucus: there is no organization to take part in their changes."""

Rows = list[dict[str, Any]]
Ledger = Mapping[tuple[str, str, str], str]
"""The id minted for (table, source_id, key)."""


@dataclass(frozen=True)
class HeldBack:
    """An extracted row that cannot be published, and what it lacks."""

    source_id: str
    table: str
    key: str
    lacks: str


@dataclass(frozen=True)
class Minted:
    """The id of a row of an article, as the id ledger records it."""

    table: str
    row_id: str
    source_id: str
    key: str


@dataclass
class Assembled:
    """The tables, what was held back, and the ids that the ledger does not have yet."""

    tables: dict[str, pd.DataFrame]
    held_back: list[HeldBack]
    new_ids: list[Minted]


@dataclass
class _Draft:
    """What is gathered on the way."""

    evidence: Rows = field(default_factory=list)
    conflicts: Rows = field(default_factory=list)
    events: Rows = field(default_factory=list)
    participants: Rows = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    new_ids: list[Minted] = field(default_factory=list)
    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    """By source: the spans that tell of an event, with its id."""
    of_changes: dict[str, Rows] = field(default_factory=dict)
    """The evidence of each change of caucus, which is that of its event as well."""

    def add_evidence(self, row: dict[str, Any]) -> None:
        self.evidence.append(row)
        if row["table"] == "caucus_changes":
            self.of_changes.setdefault(row["row_id"], []).append(row)


def text_sha256(article: Article) -> str:
    """SHA-256 of the clean text, as `sources.text_sha256` has it."""
    return hashlib.sha256(article.text.encode()).hexdigest()


def assemble(
    registers: Registers,
    articles: Sequence[ReviewedArticle],
    ledger: Ledger,
    conflicts: Rows,
    row_changes: Rows | None = None,
) -> Assembled:
    """The published tables.

    `conflicts` are rows of that table that extraction found (what articles claim against the register), `row_changes`
    those that past releases wrote down. Raises InputError where the ledger gives two ids to what is one row.
    """
    draft = _Draft()
    for row in _records(registers.evidence):
        draft.add_evidence(row)
    names = dict(zip(registers.people["person_id"], registers.people["full_name"], strict=True))
    parties = dict(zip(registers.parties["party_id"], registers.parties["short_name"], strict=True))
    jurisdictions = dict(zip(registers.chambers["chamber"], registers.chambers["jurisdiction"], strict=True))

    changes = _changes(registers, articles, ledger, draft, names, parties)
    for change in changes:
        _event_of_change(change, draft, names, parties, jurisdictions)
    _events(articles, ledger, draft)
    statements, quotations = _statements(articles, draft)

    sources, renamed = _sources(registers, articles)
    all_conflicts = _records(registers.conflicts) + conflicts + draft.conflicts
    for row in draft.evidence + all_conflicts:
        row["source_id"] = renamed.get(row["source_id"], row["source_id"])
        if "other_source_id" in row:
            row["other_source_id"] = renamed.get(row["other_source_id"], row["other_source_id"])
    tables = {
        "sources": _frame("sources", sources),
        "people": registers.people,
        "person_names": registers.person_names,
        "person_identifiers": registers.person_identifiers,
        "parties": registers.parties,
        "seats": registers.seats,
        "offices": registers.offices,
        "events": _frame("events", draft.events),
        "event_participants": _frame("event_participants", draft.participants),
        "caucus_changes": _frame("caucus_changes", changes),
        "caucus_memberships": derive_memberships(
            registers.seats, _frame("caucus_changes", changes), registers.label_changes, registers.first_shown
        ),
        "statements": _frame("statements", statements),
        "quotations": _frame("quotations", quotations),
        "evidence": _frame("evidence", _numbered_pieces(draft.evidence)),
        "conflicts": _frame("conflicts", _once(all_conflicts, ("table", "row_id", "column", "other_source_id"))),
        "coverage": registers.coverage[registers.coverage["table"].isin(list(TABLE_NAME))],
        "redirects": registers.redirects,
        "row_changes": _frame("row_changes", row_changes or []),
    }
    return Assembled({name: _in_order(name, tables[name]) for name in TABLES}, draft.held_back, draft.new_ids)


def _records(table: pd.DataFrame) -> Rows:
    return [{k: None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")]


def _frame(name: str, rows: Rows) -> pd.DataFrame:
    schema = arrow_schema(TABLES[name])
    columns = {f.name: pd.array([row.get(f.name) for row in rows], dtype=pd.ArrowDtype(f.type)) for f in schema}
    return pd.DataFrame(columns, columns=schema.names)


def _in_order(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """The rows sorted as they are published: by key, changes and events by date first, statements by place."""
    first = {"caucus_changes": ["date"], "events": ["date"], "statements": ["source_id", "start", "end"]}.get(name, [])
    order = [*first, *(column for column in keys_of(TABLES[name]).primary if column not in first)]
    columns = arrow_schema(TABLES[name]).names
    return table[columns].sort_values(order, na_position="last", kind="stable").reset_index(drop=True)


def _numbered_pieces(evidence: Rows) -> Rows:
    ordered = sorted(evidence, key=lambda r: (r["table"], r["row_id"], r["source_id"], r["start"] or 0, r["end"] or 0))
    ordered = _once(ordered, ("table", "row_id", "source_id", "start", "end"))
    counts: dict[tuple[str, str], int] = {}
    for row in ordered:
        about = (row["table"], row["row_id"])
        row["piece"] = counts[about] = counts.get(about, 0) + 1
    return ordered


def _once(rows: Rows, key: tuple[str, ...]) -> Rows:
    seen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        seen.setdefault(tuple(row.get(column) for column in key), row)
    return list(seen.values())


# Sources


def _sources(registers: Registers, articles: Sequence[ReviewedArticle]) -> tuple[Rows, dict[str, str]]:
    """The rows, and the new id of each register source that is an article read here too (known by its URL)."""
    read = [
        {
            "source_id": article.source_id,
            "source_kind": "article",
            "publisher": article.publisher,
            "title": article.title,
            "url": article.url,
            "published_on": article.published_on,
            "language": article.language,
            "text_kind": article.text_kind,
            "text_sha256": text_sha256(article),
            "rights": DIGEST_RIGHTS,
        }
        for article in (reviewed.extraction.article for reviewed in articles)
    ]
    by_url = {
        page_of(article.url): article.source_id for article in (r.extraction.article for r in articles) if article.url
    }
    listed = _records(registers.sources)
    renamed = {
        row["source_id"]: by_url[page]
        for row in listed
        if row["url"] and row["source_kind"] == "article" and (page := page_of(row["url"])) in by_url
    }
    return [row for row in listed if row["source_id"] not in renamed] + read, renamed


def page_of(url: str) -> str:
    """The page that an article's address leads to, whatever scheme, `www.` and query were written: "ctvnews.ca/a/b".

    The query stays where there is no path, since it alone names the page there: "old.example.ca?p=870378".
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query and not path else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{query}"


# Changes of caucus


def _changes(
    registers: Registers,
    articles: Sequence[ReviewedArticle],
    ledger: Ledger,
    draft: _Draft,
    names: Mapping[str, str],
    parties: Mapping[str, str],
) -> Rows:
    listed = {row["change_id"]: row for row in _records(registers.caucus_changes)}
    told: list[Told[CaucusChange]] = []
    for source_id, published_on, decided in _each(articles, lambda article: article.caucus_changes):
        if lacks := _lacks(decided.row):
            draft.held_back.append(HeldBack(source_id, "caucus_changes", decided.key, lacks))
        else:
            told.append(Told(source_id, published_on, decided))
    known = [
        RegisterChange(
            row["change_id"],
            row["person_id"],
            row["date"],
            row["date_precision"],
            row["from_party_id"],
            row["to_party_id"],
        )
        for row in listed.values()
    ]
    groups = merge_changes(known, told, _ledger_of("caucus_changes", ledger))
    _mint(groups, "caucus_changes", ledger, draft, lambda told: f"{told.row.person.person_id}-{told.row.date}", listed)
    rows: Rows = []
    for group in groups:
        change_id = group.row_id or ""
        if group.register is not None:
            row = dict(listed[change_id])
            _note_other_dates(group, draft)
        else:
            row = _told_change(group, names, parties)
        row |= {"change_id": change_id, "event_id": event_id_of_change(change_id)}
        row["review_status"] = _status(group, "register" if group.register is not None else "extracted")
        if missing := [c for c in ("chamber", "from_party_id", "to_party_id") if row.get(c) is None]:
            for telling in group.told:
                draft.held_back.append(
                    HeldBack(telling.source_id, "caucus_changes", telling.decided.key, "no " + " and no ".join(missing))
                )
            continue
        _evidence(group, "caucus_changes", change_id, articles, draft)
        rows.append(row)
    return rows


def _lacks(change: CaucusChange) -> str | None:
    if change.person.person_id is None:
        return f"no person_id for {change.person.name!r}: {change.person.unresolved_reason}"
    return "no date" if change.date is None else None


def _told_change(group: Group[CaucusChange], names: Mapping[str, str], parties: Mapping[str, str]) -> dict[str, Any]:
    """One row from the tellings of a change that no register has: the best telling, the others filling its gaps."""
    tellings = sorted(group.told, key=lambda t: (t.decided.review_status != "reviewed", t.row.date_precision != "day"))
    row: dict[str, Any] = {}
    for column in ("chamber", "date", "date_precision", "kind", "from_party_id", "to_party_id", "reason"):
        row[column] = next((v for t in tellings if (v := getattr(t.row, column)) is not None), None)
    row["person_id"] = tellings[0].row.person.person_id
    old, new = (parties.get(row[c] or "", "") for c in ("from_party_id", "to_party_id"))
    row["summary"] = change_summary(
        row["kind"], names[row["person_id"]], old, new, row["date"], row["date_precision"] or "day"
    )
    return row


def _note_other_dates(group: Group[CaucusChange], draft: _Draft) -> None:
    """An article that gives another day than the register is a conflict; the register's day stands."""
    known = group.register
    assert known is not None
    for told in group.told:
        if told.row.date_precision == known.date_precision == "day" and told.row.date != known.date:
            draft.conflicts.append(
                {
                    "table": "caucus_changes",
                    "row_id": known.change_id,
                    "column": "date",
                    "value": str(known.date),
                    "source_id": draft.of_changes[known.change_id][0]["source_id"],
                    "other_value": str(told.row.date),
                    "other_source_id": told.source_id,
                    "resolution": "The date of the register of changes stands; the article gives another day.",
                }
            )


def event_id_of_change(change_id: str) -> str:
    """The id of the event that a change of caucus is: `han-dong-2023-03-22` gives
    `2023-03-22-caucus-change-han-dong`."""
    match = re.fullmatch(r"(.+?)-(\d{4}(?:-\d{2}){0,2})((?:-\d)?)", change_id)
    if match is None:
        return f"caucus-change-{change_id}"
    person, day, again = match.groups()
    return f"{day}-caucus-change-{person}{again}"


def _event_of_change(
    change: dict[str, Any],
    draft: _Draft,
    names: Mapping[str, str],
    parties: Mapping[str, str],
    jurisdictions: Mapping[str, str],
) -> None:
    event_id, person = change["event_id"], names[change["person_id"]]
    old, new = parties[change["from_party_id"]], parties[change["to_party_id"]]
    draft.events.append(
        {
            "event_id": event_id,
            "event_type": "caucus_change",
            "date": change["date"],
            "date_precision": change["date_precision"],
            "title": change_title(change["kind"], person, old, new),
            "jurisdiction": jurisdictions.get(change["chamber"]),
            "claim": "fact",
            "review_status": change["review_status"],
        }
    )
    roles: Rows = [{"role": "subject", "person_id": change["person_id"], "person_name": person}]
    roles += [
        {"role": role, "organization": f"{parties[change[column]]} caucus"}
        for role, column in (("former_caucus", "from_party_id"), ("new_caucus", "to_party_id"))
        if change[column] not in NO_CAUCUS
    ]
    for number, role in enumerate(roles, 1):
        draft.participants.append({"event_id": event_id, "participant": number, **role})
    for row in draft.of_changes[change["change_id"]]:
        draft.evidence.append({**row, "table": "events", "row_id": event_id})
        if row["start"] is not None:
            draft.spans.setdefault(row["source_id"], []).append((row["start"], row["end"], event_id))


# Other events


def _events(articles: Sequence[ReviewedArticle], ledger: Ledger, draft: _Draft) -> None:
    told = [
        Told(source_id, published_on, decided)
        for source_id, published_on, decided in _each(articles, lambda article: article.events)
        if decided.row.event_type != "caucus_change"
    ]
    groups = merge_events(told, _ledger_of("events", ledger))
    taken = {row["event_id"] for row in draft.events}
    _mint(groups, "events", ledger, draft, _event_slug, taken)
    for group in groups:
        event_id = group.row_id or ""
        row = _told_event(group)
        draft.events.append({**row, "event_id": event_id, "review_status": _status(group, "extracted")})
        draft.participants += [{"event_id": event_id, **role} for role in _participants(group)]
        _evidence(group, "events", event_id, articles, draft)


def _event_slug(told: Told[Event]) -> str:
    day = told.row.date or told.published_on
    return "-".join(filter(None, (str(day), told.row.event_type.replace("_", "-"), event_subject(told.row))))


def _told_event(group: Group[Event]) -> dict[str, Any]:
    tellings = sorted(group.told, key=lambda t: (t.decided.review_status != "reviewed", t.row.date_precision != "day"))
    first = tellings[0].row
    dated = next((t.row for t in tellings if t.row.date is not None), first)
    claims = {t.row.claim for t in tellings}
    return {
        "event_type": first.event_type,
        "date": dated.date,
        "date_precision": dated.date_precision,
        "end_date": dated.end_date,
        "title": first.title,
        "jurisdiction": next((t.row.jurisdiction for t in tellings if t.row.jurisdiction), None),
        "place": next((t.row.place for t in tellings if t.row.place), None),
        "claim": "denied" if claims == {"alleged", "denied"} else first.claim,
        "plover_type": EVENT_TYPE[first.event_type].plover,
    }


def _participants(group: Group[Event]) -> Rows:
    roles: dict[tuple[str, str], dict[str, Any]] = {}
    for told in group.told:
        for participant in told.row.participants:
            person = participant.person
            role = {
                "person_id": person.person_id if person else None,
                "person_name": person.name if person else None,
                "organization": None if person else participant.organization,
                "role": participant.role,
            }
            roles.setdefault((participant.role, participant_slug(participant)), role)
    return [{"participant": number, **role} for number, role in enumerate(roles.values(), 1)]


# Statements


def _statements(articles: Sequence[ReviewedArticle], draft: _Draft) -> tuple[Rows, Rows]:
    """The rows of `statements` and of `quotations`."""
    rows: Rows = []
    quotations: Rows = []
    for reviewed in articles:
        article = reviewed.extraction.article
        layout = lay_out(article.text)
        spans = sorted(draft.spans.get(article.source_id, []), key=lambda span: (span[1] - span[0], span))
        for decided in reviewed.statements:
            statement = decided.row
            speaker = statement.speaker
            person_id = speaker.person_id if speaker else None
            reason = (
                None if person_id else (speaker.unresolved_reason if speaker else None) or "the article names nobody"
            )
            rows.append(
                {
                    "statement_id": decided.key,
                    "source_id": article.source_id,
                    "speaker_id": person_id,
                    "speaker_name": (speaker.name or None) if speaker else None,
                    "speaker_mention": statement.speaker_mention,
                    "speaker_unresolved_reason": reason,
                    "kind": statement.kind,
                    "text": article.text[statement.start : statement.end],
                    "cue": statement.cue,
                    "addressee": statement.addressee,
                    "venue": statement.venue,
                    "date": statement.date,
                    "date_precision": statement.date_precision,
                    "utterance": statement.utterance,
                    "event_id": next((e for s, t, e in spans if s <= statement.start and statement.end <= t), None),
                    "start": statement.start,
                    "end": statement.end,
                    "review_status": decided.review_status,
                }
            )
            quotations += quotation_rows(article.text, statement, decided.key)
            start, end = _sentences(layout, statement.start, statement.end)
            draft.add_evidence(_piece("statements", decided.key, article, start, end, decided))
    return rows, quotations


def _sentences(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """The whole sentences in which a span stands."""
    first, last = layout.sentence_at(start), layout.sentence_at(end - 1)
    return (first[0] if first else start), (last[1] if last else end)


# What changes and events share


def _each(
    articles: Sequence[ReviewedArticle], rows: Callable[[ReviewedArticle], tuple[Decided[Any], ...]]
) -> list[tuple[str, date, Decided[Any]]]:
    """Every row of every article, with the article's id and day. Raises InputError for an article without a date."""
    found = []
    for reviewed in articles:
        article = reviewed.extraction.article
        if article.published_on is None:
            raise InputError(article.source_id, "published_on", "is missing; a source article needs its date")
        found += [(article.source_id, article.published_on, decided) for decided in rows(reviewed)]
    return found


def _status(group: Group[Any], otherwise: str) -> str:
    return "reviewed" if any(told.decided.review_status == "reviewed" for told in group.told) else otherwise


def _ledger_of(table: str, ledger: Ledger) -> dict[tuple[str, str], str]:
    return {(source_id, key): row_id for (of, source_id, key), row_id in ledger.items() if of == table}


def _mint(
    groups: Sequence[Group[Any]],
    table: str,
    ledger: Ledger,
    draft: _Draft,
    propose: Callable[[Told[Any]], str],
    taken: Any,
) -> None:
    """Give an id to each group that has none, and note what the ledger lacks."""
    known = set(taken) | set(_ledger_of(table, ledger).values())
    for group in groups:
        for told in group.told:
            if told.decided.same_as and told.decided.same_as not in known:
                raise InputError(
                    f"raw/reviews/{told.source_id}.yaml",
                    f"{table}/{told.decided.key}",
                    f"same_as: no row of {table} has the id {told.decided.same_as}",
                )
    used = set(taken) | {group.row_id for group in groups if group.row_id}
    for group in groups:
        if group.row_id is None:
            proposed = propose(group.told[0])
            group.row_id = next(i for i in numbered([proposed] * (len(used) + 1)) if i not in used)
            used.add(group.row_id)
        for told in group.told:
            key = (table, told.source_id, told.decided.key)
            minted = ledger.get(key)
            if minted is None:
                draft.new_ids.append(Minted(table, group.row_id, told.source_id, told.decided.key))
            elif minted != group.row_id:
                raise InputError(
                    LEDGER,
                    f"{table}, {told.source_id}, {told.decided.key}",
                    f"has {minted}, but the row is now part of {group.row_id}; "
                    f"correct the line, and enter {minted} in redirects.csv",
                )


def _evidence(group: Group[Any], table: str, row_id: str, articles: Sequence[ReviewedArticle], draft: _Draft) -> None:
    texts = {reviewed.extraction.article.source_id: reviewed.extraction.article for reviewed in articles}
    for told in group.told:
        row: CaucusChange | Event = told.row
        spans = [(row.start, row.end), *(row.mentions if isinstance(row, Event) else ())]
        for start, end in spans:
            draft.add_evidence(_piece(table, row_id, texts[told.source_id], start, end, told.decided))
            if table == "events":
                draft.spans.setdefault(told.source_id, []).append((start, end, row_id))


def _piece(table: str, row_id: str, article: Article, start: int, end: int, decided: Decided[Any]) -> dict[str, Any]:
    curated = decided.method == "curated"
    return {
        "table": table,
        "row_id": row_id,
        "source_id": article.source_id,
        "start": start,
        "end": end,
        "quote": article.text[start:end],
        "method": decided.method,
        "rule": None if decided.row.rule == "curator" else decided.row.rule,
        "confidence": 1.0 if curated else decided.row.confidence,
    }
