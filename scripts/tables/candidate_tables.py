"""What extraction found in an article, as rows of the candidate tables.

A candidate table has the columns of the published table of the same name, and the names as understood: who has
no id in the register has a name and the reason. Every row names its source. Ids are readable and unique within
an article; `RunIds` makes them unique over a run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from schemas.export import arrow_schema
from schemas.tables import TABLES
from schemas.vocabularies import EVENT_TYPE
from scripts.candidates import Article, CaucusChange, Event, Extraction, PersonRef, Statement
from scripts.slugs import numbered
from scripts.statements.verbatim import verbatim_spans
from scripts.tables.row_keys import event_key, person_slug, statement_keys
from scripts.tables.wording import change_summary

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_NAMES: dict[str, tuple[str, ...]] = {
    "sources": (),
    "people": ("person_name", "unresolved_reason", "source_id"),
    "statements": (),
    "quotations": ("source_id",),
    "caucus_changes": ("person_name", "unresolved_reason", "from_name", "to_name", "source_id"),
    "events": ("source_id",),
    "event_participants": ("unresolved_reason", "source_id"),
    "evidence": (),
    "conflicts": (),
}
"""The tables that extraction fills, and the columns that each has beside those of the published table."""

CANDIDATE_TABLES = tuple(_NAMES)
FULL_RIGHTS = "Text held by whoever ran the extraction; facts and short quotations only may be published."
DIGEST_RIGHTS = "Facts and short quotations, cited; read through a digest in our own words."


def candidate_schema(table: str) -> pa.Schema:
    """The Arrow schema of a candidate table: the published columns, none of them required, then the names."""
    published = [field.with_nullable(True) for field in arrow_schema(TABLES[table])]
    there = {field.name for field in published}
    return pa.schema([*published, *(pa.field(name, pa.string()) for name in _NAMES[table] if name not in there)])


def candidate_rows(extraction: Extraction, conflicts: Iterable[Row] = ()) -> Rows:
    """The rows of every candidate table for one article, in order of appearance.

    `conflicts` are rows of that table (what the article claims against the register), as
    `Knowledge.conflict_rows` gives them. Rows are dictionaries by column; a column that is not there is empty.
    """
    article = extraction.article
    rows: Rows = {table: [] for table in CANDIDATE_TABLES}
    rows["sources"].append(_source(article))
    rows["people"] = [_person(article, person) for person in extraction.people]
    event_ids = numbered(_dated(event_key(event), event) for event in extraction.events)
    change_ids = numbered(_dated(person_slug(change.person), change) for change in extraction.caucus_changes)
    for event, event_id in zip(extraction.events, event_ids, strict=True):
        rows["events"].append(_event(article, event, event_id))
        rows["event_participants"] += _participants(article, event, event_id)
        rows["evidence"] += [
            _evidence(article, "events", event_id, piece, span, event.rule, event.confidence)
            for piece, span in enumerate(((event.start, event.end), *event.mentions), 1)
        ]
    for change, change_id in zip(extraction.caucus_changes, change_ids, strict=True):
        rows["caucus_changes"].append(
            _change(article, change, change_id, _event_of(change, extraction.events, event_ids))
        )
        span = (change.start, change.end)
        rows["evidence"].append(
            _evidence(article, "caucus_changes", change_id, 1, span, change.rule, change.confidence)
        )
    spans = _spans(extraction.events, event_ids)
    for statement, key in zip(extraction.statements, statement_keys(extraction), strict=True):
        speaker = statement.speaker
        start, end = statement.start, statement.end
        rows["statements"].append(
            {
                "statement_id": key,
                "source_id": article.source_id,
                "speaker_id": speaker.person_id if speaker else None,
                "speaker_name": (speaker.name or None) if speaker else None,
                "speaker_mention": statement.speaker_mention,
                "speaker_unresolved_reason": speaker.unresolved_reason if speaker else "the article names nobody",
                "kind": statement.kind,
                "text": article.text[start:end],
                "cue": statement.cue,
                "addressee": statement.addressee,
                "venue": statement.venue,
                "date": statement.date,
                "date_precision": statement.date_precision,
                "utterance": statement.utterance,
                "event_id": next((event_id for s, e, event_id in spans if s <= start and end <= e), None),
                "start": start,
                "end": end,
                "review_status": "extracted",
            }
        )
        rows["quotations"] += [
            {**row, "source_id": article.source_id} for row in quotation_rows(article.text, statement, key)
        ]
        rows["evidence"].append(
            _evidence(article, "statements", key, 1, (start, end), statement.rule, statement.confidence)
        )
    rows["conflicts"] = list(conflicts)
    return rows


def quotation_rows(text: str, statement: Statement, statement_id: str) -> list[Row]:
    """The rows of `quotations` for one statement."""
    return [
        {"statement_id": statement_id, "quotation": number, "words": text[start:end], "start": start, "end": end}
        for number, (start, end) in enumerate(verbatim_spans(text, statement), 1)
    ]


def _source(article: Article) -> Row:
    return {
        "source_id": article.source_id,
        "source_kind": "article",
        "publisher": article.publisher,
        "title": article.title,
        "url": article.url,
        "published_on": article.published_on,
        "language": article.language,
        "text_kind": article.text_kind,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "rights": DIGEST_RIGHTS if article.text_kind == "digest" else FULL_RIGHTS,
    }


def _person(article: Article, person: PersonRef) -> Row:
    return {
        "person_id": person.person_id,
        "full_name": person.name,
        "person_name": person.name,
        "unresolved_reason": person.unresolved_reason,
        "source_id": article.source_id,
    }


def _dated(key: str, row: CaucusChange | Event) -> str:
    """The key with the day: `han-dong-2023-03-22`; to the month or year where no more is known."""
    if row.date is None:
        return key
    length = {"year": 4, "month": 7}.get(row.date_precision or "day", 10)
    return f"{key}-{row.date.isoformat()[:length]}"


def _event(article: Article, event: Event, event_id: str) -> Row:
    term = EVENT_TYPE.get(event.event_type)
    return {
        "event_id": event_id,
        "event_type": event.event_type,
        "date": event.date,
        "date_precision": event.date_precision,
        "end_date": event.end_date,
        "title": event.title,
        "jurisdiction": event.jurisdiction,
        "place": event.place,
        "claim": event.claim,
        "plover_type": term.plover if term else None,
        "review_status": "extracted",
        "source_id": article.source_id,
    }


def _participants(article: Article, event: Event, event_id: str) -> list[Row]:
    return [
        {
            "event_id": event_id,
            "participant": number,
            "person_id": participant.person.person_id if participant.person else None,
            "person_name": participant.person.name if participant.person else None,
            "organization": None if participant.person else participant.organization,
            "role": participant.role,
            "unresolved_reason": participant.person.unresolved_reason if participant.person else None,
            "source_id": article.source_id,
        }
        for number, participant in enumerate(event.participants, 1)
    ]


def _change(article: Article, change: CaucusChange, change_id: str, event_id: str | None) -> Row:
    old = change.from_name or change.from_party_id
    new = change.to_name or change.to_party_id
    summary = None
    if change.date is not None:
        precision = change.date_precision or "day"
        summary = change_summary(change.kind, change.person.name, old or "former", new or "new", change.date, precision)
    return {
        "change_id": change_id,
        "person_id": change.person.person_id,
        "chamber": change.chamber,
        "date": change.date,
        "date_precision": change.date_precision,
        "from_party_id": change.from_party_id,
        "to_party_id": change.to_party_id,
        "kind": change.kind,
        "reason": change.reason,
        "summary": summary,
        "event_id": event_id,
        "review_status": "extracted",
        "person_name": change.person.name,
        "unresolved_reason": change.person.unresolved_reason,
        "from_name": change.from_name,
        "to_name": change.to_name,
        "source_id": article.source_id,
    }


def _event_of(change: CaucusChange, events: tuple[Event, ...], event_ids: list[str]) -> str | None:
    """The id of the event that is this change: of its type, with its member, and on its day where several are."""
    own = [
        (event, event_id)
        for event, event_id in zip(events, event_ids, strict=True)
        if event.event_type == "caucus_change" and any(part.person == change.person for part in event.participants)
    ]
    same_day = [event_id for event, event_id in own if event.date == change.date]
    return next(iter(same_day or [event_id for _, event_id in own]), None)


def _spans(events: tuple[Event, ...], event_ids: list[str]) -> list[tuple[int, int, str]]:
    """Every span that tells of an event, the shortest first, so that a statement goes to the event closest to it."""
    spans = [
        (start, end, event_id)
        for event, event_id in zip(events, event_ids, strict=True)
        for start, end in ((event.start, event.end), *event.mentions)
    ]
    return sorted(spans, key=lambda span: (span[1] - span[0], span))


def _evidence(
    article: Article, table: str, row_id: str, piece: int, span: tuple[int, int], rule: str, confidence: float
) -> Row:
    start, end = span
    return {
        "table": table,
        "row_id": row_id,
        "piece": piece,
        "source_id": article.source_id,
        "start": start,
        "end": end,
        "quote": article.text[start:end],
        "method": "extracted",
        "rule": rule,
        "confidence": confidence,
    }


# --- ids over a run -----------------------------------------------------------------------------------------

_KEYED = {"events": "event_id", "caucus_changes": "change_id"}
_POINTERS = (
    ("events", "event_id"),
    ("event_participants", "event_id"),
    ("caucus_changes", "event_id"),
    ("statements", "event_id"),
)


class RunIds:
    """Ids of changes and events, made unique over all articles of a run: the second `han-dong-2023-03-22` gets
    `-2`.
    """

    def __init__(self) -> None:
        self._used: dict[str, dict[str, int]] = {table: {} for table in _KEYED}

    def settle(self, rows: Rows) -> Rows:
        """The rows of one article with ids that no article before it has; whatever points to them follows."""
        renamed = {table: self._rename(table, rows[table]) for table in _KEYED}
        if not any(renamed.values()):
            return rows
        for row in rows["evidence"]:
            row["row_id"] = renamed.get(row["table"], {}).get(row["row_id"], row["row_id"])
        for row in rows["caucus_changes"]:
            row["change_id"] = renamed["caucus_changes"].get(row["change_id"], row["change_id"])
        for table, column in _POINTERS:
            for row in rows[table]:
                row[column] = renamed["events"].get(row[column], row[column])
        return rows

    def _rename(self, table: str, rows: list[Row]) -> dict[str, str]:
        used, renamed = self._used[table], {}
        for row in rows:
            wanted = row[_KEYED[table]]
            own = wanted
            while own in used:
                used[wanted] += 1
                own = f"{wanted}-{used[wanted]}"
            used[own] = 1
            if own != wanted:
                renamed[wanted] = own
        return renamed
