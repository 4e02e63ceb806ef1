"""A small, consistent set of tables of true facts, built with the models' own dtypes, for the tests to break.

Leona Alleslev crossed the floor on 17 September 2018; Han Dong left the Liberal caucus on 22 March 2023; John A.
Macdonald died in office. The one text is a digest of CTV News, 22 March 2023.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from schemas.base import Table
from schemas.tables import MODELS, name_of

Row = dict[str, Any]
Tables = dict[str, pd.DataFrame]

CTV = "ctv-news-2023-03-22-han-dong-resigns"
PARLINFO = "parlinfo"
BIOGRAPHY = "dictionary-of-canadian-biography-macdonald"

TEXT = (
    "Han Dong has left the Liberal caucus to sit as an independent, he announced on Wednesday. "
    "Global News reported that Dong had suggested to a Chinese diplomat that two Canadians be held longer. "
    "“The truth will protect us,” Dong said."
)
TEXTS = {CTV: TEXT}
LEFT = "Han Dong has left the Liberal caucus to sit as an independent"
WORDS = "The truth will protect us,"
REPORT = "Dong had suggested to a Chinese diplomat that two Canadians be held longer"

CHANGE_OF_DONG = "han-dong-2023-03-22"
EVENT_OF_DONG = "2023-03-22-caucus-change-han-dong"
EVENT_OF_ALLESLEV = "2018-09-17-caucus-change-leona-alleslev"
ALLEGATION = "2023-03-22-allegation-han-dong"
TALK = "2021-02-diplomatic-contact-han-dong"
DETENTION = "2018-detention-michael-kovrig"
SAID = "s-00000000a1"
REPORTED = "s-00000000a2"


def _span(words: str) -> Row:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def _event(event_id: str, event_type: str, day: date, precision: str, title: str, **more: Any) -> Row:
    return {
        "event_id": event_id,
        "event_type": event_type,
        "date": day,
        "date_precision": precision,
        "title": title,
        "claim": "fact",
        "review_status": "reviewed",
    } | more


def _registered(table: str, row_id: str) -> Row:
    return {
        "table": table,
        "row_id": row_id,
        "piece": 1,
        "source_id": PARLINFO,
        "method": "register",
        "confidence": 1.0,
    }


def _told(table: str, row_id: str, words: str) -> Row:
    return {
        "table": table,
        "row_id": row_id,
        "piece": 1,
        "source_id": CTV,
        **_span(words),
        "quote": words,
        "method": "extracted",
        "rule": "a-rule",
        "confidence": 0.9,
    }


ROWS: dict[str, list[Row]] = {
    "sources": [
        {
            "source_id": CTV,
            "source_kind": "article",
            "publisher": "CTV News",
            "title": "Han Dong resigns from Liberal caucus, denies interference allegations",
            "url": "https://www.ctvnews.ca/politics/han-dong-resigns-from-liberal-caucus-denies-interference-allegations-1.6325137",
            "published_on": date(2023, 3, 22),
            "language": "en",
            "text_kind": "digest",
            "text_sha256": "0" * 64,
            "rights": "Facts and short quotations, cited.",
        },
        {
            "source_id": PARLINFO,
            "source_kind": "register",
            "publisher": "Library of Parliament",
            "language": "en",
            "text_kind": "none",
            "rights": "Facts.",
        },
        {
            "source_id": BIOGRAPHY,
            "source_kind": "report",
            "publisher": "Dictionary of Canadian Biography",
            "title": "MACDONALD, Sir JOHN ALEXANDER",
            "url": "http://www.biographi.ca/en/bio/macdonald_john_alexander_12E.html",
            "language": "en",
            "text_kind": "none",
            "rights": "Facts.",
        },
    ],
    "people": [
        {
            "person_id": "han-dong",
            "full_name": "Han Dong",
            "family_name": "Dong",
            "given_names": "Han",
            "gender": "man",
        },
        {
            "person_id": "leona-alleslev",
            "full_name": "Leona Alleslev",
            "family_name": "Alleslev",
            "given_names": "Leona",
            "gender": "woman",
            "born_on": date(1968, 3, 16),
        },
        {
            "person_id": "john-a-macdonald",
            "full_name": "John A. Macdonald",
            "family_name": "Macdonald",
            "given_names": "John A.",
            "gender": "man",
            "born_on": date(1815, 1, 11),
            "died_on": date(1891, 6, 6),
        },
    ],
    "person_names": [
        {"person_id": "john-a-macdonald", "name": "John Alexander Macdonald", "kind": "formal", "source_id": BIOGRAPHY}
    ],
    "person_identifiers": [
        {"person_id": "leona-alleslev", "scheme": "parlinfo", "identifier": "18479", "source_id": PARLINFO},
        {"person_id": "leona-alleslev", "scheme": "ourcommons", "identifier": "88671", "source_id": PARLINFO},
    ],
    "parties": [
        {
            "party_id": "liberal",
            "name": "Liberal Party of Canada",
            "name_fr": "Parti libéral du Canada",
            "short_name": "Liberal",
            "abbreviation": "Lib.",
            "color": "#D71920",
            "jurisdiction": "canada",
        },
        {
            "party_id": "conservative",
            "name": "Conservative Party of Canada",
            "name_fr": "Parti conservateur du Canada",
            "short_name": "Conservative",
            "jurisdiction": "canada",
        },
        {
            "party_id": "progressive-conservative",
            "name": "Progressive Conservative Party of Canada",
            "short_name": "Progressive Conservative",
            "successor_id": "conservative",
            "jurisdiction": "canada",
        },
        {"party_id": "independent", "name": "Independent", "short_name": "Independent", "jurisdiction": "canada"},
    ],
    "seats": [
        {
            "seat_id": "ca-44-don-valley-north-han-dong",
            "person_id": "han-dong",
            "chamber": "House of Commons",
            "constituency": "Don Valley North",
            "province": "Ontario",
            "parliament": 44,
            "start": date(2021, 9, 20),
            "end": date(2025, 4, 27),
            "end_reason": "general_election",
            "elected_as": "liberal",
        },
        {
            "seat_id": "ca-42-aurora-oak-ridges-richmond-hill-leona-alleslev",
            "person_id": "leona-alleslev",
            "chamber": "House of Commons",
            "constituency": "Aurora—Oak Ridges—Richmond Hill",
            "province": "Ontario",
            "parliament": 42,
            "start": date(2015, 10, 19),
            "end": date(2019, 10, 20),
            "end_reason": "general_election",
            "elected_as": "liberal",
        },
    ],
    "offices": [
        {
            "office_id": "prime-minister-john-a-macdonald-1878",
            "person_id": "john-a-macdonald",
            "office": "Prime Minister",
            "organization": "Government of Canada",
            "start": date(1878, 10, 17),
            "end": date(1891, 6, 6),
        }
    ],
    "events": [
        _event(
            EVENT_OF_DONG,
            "caucus_change",
            date(2023, 3, 22),
            "day",
            "Han Dong leaves the Liberal caucus",
            jurisdiction="canada",
            place="Ottawa",
        ),
        _event(
            EVENT_OF_ALLESLEV,
            "caucus_change",
            date(2018, 9, 17),
            "day",
            "Leona Alleslev crosses the floor",
            review_status="register",
        ),
        _event(
            ALLEGATION,
            "allegation",
            date(2023, 3, 22),
            "day",
            "Global News reports what Han Dong is said to have told a diplomat",
            claim="denied",
            plover_type="ACCUSE",
        ),
        _event(TALK, "diplomatic_contact", date(2021, 2, 1), "month", "Han Dong speaks with a Chinese diplomat"),
        _event(
            DETENTION,
            "detention",
            date(2018, 1, 1),
            "year",
            "China holds Michael Kovrig and Michael Spavor",
            end_date=date(2021, 1, 1),
            place="China",
        ),
    ],
    "event_participants": [
        {
            "event_id": EVENT_OF_DONG,
            "participant": 1,
            "person_id": "han-dong",
            "person_name": "Han Dong",
            "role": "subject",
        },
        {"event_id": EVENT_OF_DONG, "participant": 2, "organization": "Liberal", "role": "former_caucus"},
        {
            "event_id": EVENT_OF_ALLESLEV,
            "participant": 1,
            "person_id": "leona-alleslev",
            "person_name": "Leona Alleslev",
            "role": "subject",
        },
        {
            "event_id": ALLEGATION,
            "participant": 1,
            "person_id": "han-dong",
            "person_name": "Han Dong",
            "role": "accused",
        },
        {"event_id": ALLEGATION, "participant": 2, "organization": "Global News", "role": "accuser"},
        {"event_id": TALK, "participant": 1, "person_id": "han-dong", "person_name": "Han Dong", "role": "subject"},
        {"event_id": DETENTION, "participant": 1, "person_name": "Michael Kovrig", "role": "subject"},
        {"event_id": DETENTION, "participant": 2, "person_name": "Michael Spavor", "role": "subject"},
    ],
    "caucus_changes": [
        {
            "change_id": CHANGE_OF_DONG,
            "person_id": "han-dong",
            "chamber": "House of Commons",
            "date": date(2023, 3, 22),
            "date_precision": "day",
            "from_party_id": "liberal",
            "to_party_id": "independent",
            "kind": "resigned",
            "reason": "allegations of foreign interference, which he denied",
            "summary": "On 22 March 2023, Han Dong left the Liberal caucus to sit as an independent.",
            "event_id": EVENT_OF_DONG,
            "review_status": "reviewed",
        },
        {
            "change_id": "leona-alleslev-2018-09-17",
            "person_id": "leona-alleslev",
            "chamber": "House of Commons",
            "date": date(2018, 9, 17),
            "date_precision": "day",
            "from_party_id": "liberal",
            "to_party_id": "conservative",
            "kind": "crossed_floor",
            "summary": "Leona Alleslev crossed the floor from the Liberal to the Conservative caucus.",
            "event_id": EVENT_OF_ALLESLEV,
            "review_status": "register",
        },
    ],
    "caucus_memberships": [
        {
            "person_id": "han-dong",
            "chamber": "House of Commons",
            "party_id": "liberal",
            "start": date(2021, 9, 20),
            "end": date(2023, 3, 21),
            "start_reason": "elected",
            "end_reason": "changed_caucus",
        },
        {
            "person_id": "han-dong",
            "chamber": "House of Commons",
            "party_id": "independent",
            "start": date(2023, 3, 22),
            "end": date(2025, 4, 27),
            "start_reason": "changed_caucus",
            "end_reason": "general_election",
        },
    ],
    "statements": [
        {
            "statement_id": SAID,
            "source_id": CTV,
            "speaker_id": "han-dong",
            "speaker_name": "Han Dong",
            "speaker_mention": "Dong",
            "kind": "direct",
            "text": WORDS,
            "cue": "said",
            "addressee": "the House of Commons",
            "venue": "House of Commons",
            "date": date(2023, 3, 22),
            "date_precision": "day",
            "utterance": 2,
            "event_id": EVENT_OF_DONG,
            **_span(WORDS),
            "review_status": "reviewed",
        },
        {
            "statement_id": REPORTED,
            "source_id": CTV,
            "speaker_name": "Global News",
            "speaker_mention": "Global News",
            "speaker_unresolved_reason": "organization",
            "kind": "indirect",
            "text": REPORT,
            "cue": "reported",
            "utterance": 1,
            **_span(REPORT),
            "review_status": "extracted",
        },
    ],
    "quotations": [{"statement_id": SAID, "quotation": 1, "words": WORDS, **_span(WORDS)}],
    "evidence": [
        _registered("people", "han-dong"),
        _registered("people", "leona-alleslev"),
        _registered("people", "john-a-macdonald"),
        _registered("parties", "liberal"),
        _registered("parties", "conservative"),
        _registered("parties", "progressive-conservative"),
        _registered("parties", "independent"),
        _registered("seats", "ca-44-don-valley-north-han-dong"),
        _registered("seats", "ca-42-aurora-oak-ridges-richmond-hill-leona-alleslev"),
        _registered("offices", "prime-minister-john-a-macdonald-1878"),
        _registered("events", EVENT_OF_ALLESLEV),
        _registered("caucus_changes", "leona-alleslev-2018-09-17"),
        _told("events", EVENT_OF_DONG, LEFT),
        _told("events", ALLEGATION, REPORT),
        _told("events", TALK, REPORT),
        _told("events", DETENTION, "two Canadians be held"),
        _told("caucus_changes", CHANGE_OF_DONG, LEFT),
        _told("statements", SAID, WORDS),
        _told("statements", REPORTED, REPORT),
    ],
    "coverage": [
        {
            "table": "seats",
            "chamber": "House of Commons",
            "start": date(1867, 9, 20),
            "end": date(2026, 4, 12),
            "extent": "all",
            "note": "Every election to August 2025.",
        }
    ],
    "conflicts": [
        {
            "table": "people",
            "row_id": "john-a-macdonald",
            "column": "born_on",
            "value": "1815-01-11",
            "source_id": PARLINFO,
            "other_value": "1815-01-10",
            "other_source_id": BIOGRAPHY,
            "resolution": "The family kept the 11th; the 10th is the registered day.",
        }
    ],
    "redirects": [
        {
            "table": "caucus_changes",
            "old_id": "leona-alleslev-2018-09",
            "new_id": "leona-alleslev-2018-09-17",
            "reason": "One change had two ids.",
            "release": "0.1.0",
        }
    ],
    "row_changes": [
        {
            "release": "0.1.0",
            "line": 1,
            "table": "people",
            "row_id": "john-a-macdonald",
            "change": "changed",
            "column": "born_on",
            "old": "1815-01-10",
            "new": "1815-01-11",
            "reason": "The family kept the 11th.",
        },
        {
            "release": "0.1.0",
            "line": 2,
            "table": "caucus_changes",
            "row_id": "leona-alleslev-2018-09",
            "change": "withdrawn",
            "reason": "One change had two ids.",
        },
    ],
}


def frame(model: type[Table], rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as a table with the model's columns and Arrow dtypes; what a row leaves out is empty."""
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in rows], dtype=column.dtype.type)
            for name, column in model.to_schema().columns.items()
        }
    )


@cache
def _built() -> Tables:
    return {name_of(model): frame(model, ROWS[name_of(model)]) for model in MODELS}


def tables() -> Tables:
    """Every table by name. A test may put another table in a name's place; the tables themselves are shared."""
    return dict(_built())


def empty_tables() -> Tables:
    """Every table without a row, as before the first article."""
    return {name_of(model): frame(model, []) for model in MODELS}


def rows_of(table: pd.DataFrame) -> list[Row]:
    """The rows of a table, None where empty."""
    records = table.to_dict("records")
    return [{str(name): None if pd.isna(value) else value for name, value in row.items()} for row in records]
