"""A small House for the tests: published tables of a few rows, made from the schemas like the real ones.

The people and ridings are invented, but what happens to them is what happens in Parliament: a floor crossing, an
expulsion, a by-election, a death, a namesake, a riding of the same name in two provinces, a riding with two members.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.export import arrow_schema, describe, table_schema
from schemas.tables import MODELS, name_of

Row = dict[str, Any]

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> & =1+1'


def day(text: str | None) -> date | None:
    """A date, or None."""
    return date.fromisoformat(text) if text else None


def person(person_id: str, full_name: str, born: str | None = None) -> Row:
    """A row of people."""
    given, _, family = full_name.rpartition(" ")
    return {
        "person_id": person_id,
        "full_name": full_name,
        "family_name": family,
        "given_names": given,
        "born_on": day(born),
    }


def party(party_id: str, name: str, short: str, abbreviation: str, color: str | None, where: str = "canada") -> Row:
    """A row of parties."""
    return {
        "party_id": party_id,
        "name": name,
        "short_name": short,
        "abbreviation": abbreviation,
        "color": color,
        "jurisdiction": where,
    }


def seat(
    seat_id: str,
    who: str,
    where: tuple[str, str],
    span: tuple[str, str | None],
    reason: str | None,
    elected_as: str,
    parliament: int | None = 44,
    chamber: str = "House of Commons",
) -> Row:
    """A row of seats."""
    return {
        "seat_id": seat_id,
        "person_id": who,
        "chamber": chamber,
        "constituency": where[0],
        "province": where[1],
        "parliament": parliament,
        "start": day(span[0]),
        "end": day(span[1]),
        "end_reason": reason,
        "elected_as": elected_as,
    }


def spell(
    who: str,
    in_party: str,
    span: tuple[str, str | None],
    reasons: tuple[str, str | None] = ("elected", None),
    chamber: str = "House of Commons",
) -> Row:
    """A row of caucus_memberships."""
    return {
        "person_id": who,
        "chamber": chamber,
        "party_id": in_party,
        "start": day(span[0]),
        "end": day(span[1]),
        "start_reason": reasons[0],
        "end_reason": reasons[1],
    }


def evidence(table: str, row_id: str, piece: int, source: str, quote: str | None = None) -> Row:
    """A row of evidence."""
    return {
        "table": table,
        "row_id": row_id,
        "piece": piece,
        "source_id": source,
        "start": 10 if quote else None,
        "end": 10 + len(quote) if quote else None,
        "quote": quote,
        "method": "extracted" if quote else "register",
        "confidence": 0.9 if quote else 1.0,
    }


ELECTION = "2021-09-20"

ROWS: dict[str, list[Row]] = {
    "sources": [
        {
            "source_id": "gazette-2023-03-23-tremblay-quits",
            "source_kind": "article",
            "publisher": "The Gazette",
            "title": "Tremblay quits Liberal caucus & sits alone",
            "url": "https://example.org/tremblay?a=1&b=2",
            "published_on": day("2023-03-23"),
            "language": "en",
            "text_kind": "digest",
            "text_sha256": "0" * 64,
            "rights": "Facts and short quotations.",
        },
        {
            "source_id": "house-register",
            "source_kind": "register",
            "publisher": "Library of Parliament",
            "title": "Members",
            "language": "en",
            "text_kind": "none",
            "rights": "Facts.",
        },
    ],
    "people": [
        person("marie-eve-tremblay", "Marie-Ève Tremblay", "1970-01-02"),
        person("john-white", "John White", "1950-05-05"),
        person("john-white-1980", "John White", "1980-08-08"),
        person("ann-smith", "Ann Smith"),
        person("bob-jones", "Bob Jones"),
        person("carol-roy", "Carol Roy"),
        person("dan-hill", "Dan Hill"),
        person("sen-ator", "Sen Ator"),
        person("mallory-script", HOSTILE),
    ],
    "person_names": [
        {
            "person_id": "marie-eve-tremblay",
            "name": "Marie Tremblay-Côté",
            "kind": "formal",
            "source_id": "house-register",
        },
        {"person_id": "ann-smith", "name": "Annie Smith", "kind": "nickname", "source_id": "house-register"},
    ],
    "parties": [
        party("liberal", "Liberal Party of Canada", "Liberal", "Lib.", "#D71920"),
        party("conservative", "Conservative Party of Canada", "Conservative", "CPC", "#1A4782"),
        party("ontario-liberal", "Ontario Liberal Party", "Liberal", "OLP", None, "ontario"),
        party("independent", "Independent", "Independent", "Ind.", None),
    ],
    "seats": [
        # Two ridings called Victoria, in two provinces, and a riding that elects two members.
        seat("s1", "marie-eve-tremblay", ("Victoria", "British Columbia"), (ELECTION, None), None, "liberal"),
        seat("s2", "john-white", ("Victoria", "Nova Scotia"), (ELECTION, "2022-06-30"), "death", "liberal"),
        seat("s3", "ann-smith", ("Halifax", "Nova Scotia"), (ELECTION, None), None, "conservative"),
        seat("s4", "bob-jones", ("Halifax", "Nova Scotia"), (ELECTION, "2023-01-10"), "resignation", "conservative"),
        seat("s5", "carol-roy", ("Victoria", "Nova Scotia"), ("2022-12-12", None), None, "conservative"),
        seat("s6", "dan-hill", ("Yukon", "Yukon"), (ELECTION, None), None, "conservative"),
        seat("s7", "sen-ator", ("Rigaud", "Quebec"), ("2016-04-01", None), None, "independent", None, "Senate"),
        seat("s0", "dan-hill", ("Yukon", "Yukon"), ("2019-10-21", "2021-09-19"), "general_election", "liberal", 43),
    ],
    "offices": [
        {
            "office_id": "ann-smith-whip",
            "person_id": "ann-smith",
            "office": "Opposition Whip",
            "organization": "House of Commons",
            "start": day("2021-11-01"),
        }
    ],
    "caucus_memberships": [
        spell("marie-eve-tremblay", "liberal", (ELECTION, "2023-03-21"), ("elected", "changed_caucus")),
        spell("marie-eve-tremblay", "independent", ("2023-03-22", None), ("changed_caucus", None)),
        spell("john-white", "liberal", (ELECTION, "2022-06-30"), ("elected", "death")),
        spell("ann-smith", "conservative", (ELECTION, None)),
        spell("bob-jones", "conservative", (ELECTION, "2023-01-10"), ("elected", "resignation")),
        spell("carol-roy", "conservative", ("2022-12-12", None)),
        spell("dan-hill", "liberal", ("2019-10-21", "2020-05-31"), ("elected", "changed_caucus")),
        spell("dan-hill", "conservative", ("2020-06-01", None), ("changed_caucus", None)),
        spell("sen-ator", "independent", ("2016-04-01", None), ("appointed", None), "Senate"),
    ],
    "events": [
        {
            "event_id": "2023-03-22-caucus-change-marie-eve-tremblay",
            "event_type": "caucus_change",
            "date": day("2023-03-22"),
            "date_precision": "day",
            "title": "Marie-Ève Tremblay leaves the Liberal caucus",
            "jurisdiction": "canada",
            "claim": "fact",
            "review_status": "reviewed",
        },
        {
            "event_id": "2020-06-caucus-change-dan-hill",
            "event_type": "caucus_change",
            "date": day("2020-06-01"),
            "date_precision": "month",
            "title": "Dan Hill crosses the floor",
            "jurisdiction": "canada",
            "claim": "fact",
            "review_status": "register",
        },
        {
            "event_id": "2023-allegation-against-marie-eve-tremblay",
            "event_type": "allegation",
            "date": day("2023-01-01"),
            "date_precision": "year",
            "title": "Tremblay is accused of foreign contacts",
            "jurisdiction": "canada",
            "claim": "denied",
            "review_status": "extracted",
        },
    ],
    "event_participants": [
        {
            "event_id": "2023-allegation-against-marie-eve-tremblay",
            "participant": 1,
            "person_id": "marie-eve-tremblay",
            "person_name": "Marie-Ève Tremblay",
            "role": "accused",
        },
        {
            "event_id": "2023-allegation-against-marie-eve-tremblay",
            "participant": 2,
            "organization": "The Gazette",
            "role": "accuser",
        },
    ],
    "caucus_changes": [
        {
            "change_id": "marie-eve-tremblay-2023-03-22",
            "person_id": "marie-eve-tremblay",
            "chamber": "House of Commons",
            "date": day("2023-03-22"),
            "date_precision": "day",
            "from_party_id": "liberal",
            "to_party_id": "independent",
            "kind": "resigned",
            "reason": "allegations that she denied",
            "summary": "Marie-Ève Tremblay left the Liberal caucus to sit as an independent.",
            "event_id": "2023-03-22-caucus-change-marie-eve-tremblay",
            "review_status": "reviewed",
        },
        {
            "change_id": "dan-hill-2020-06",
            "person_id": "dan-hill",
            "chamber": "House of Commons",
            "date": day("2020-06-01"),
            "date_precision": "month",
            "from_party_id": "liberal",
            "to_party_id": "conservative",
            "kind": "crossed_floor",
            "summary": "Dan Hill crossed the floor from the Liberals to the Conservatives.",
            "event_id": "2020-06-caucus-change-dan-hill",
            "review_status": "register",
        },
    ],
    "statements": [
        {
            "statement_id": "s-0000000001",
            "source_id": "gazette-2023-03-23-tremblay-quits",
            "speaker_id": "marie-eve-tremblay",
            "speaker_name": "Marie-Ève Tremblay",
            "speaker_mention": "Tremblay",
            "kind": "direct",
            "text": "I will clear my name and return to my constituents.",
            "cue": "said",
            "date": day("2023-03-22"),
            "date_precision": "day",
            "utterance": 1,
            "event_id": "2023-allegation-against-marie-eve-tremblay",
            "start": 40,
            "end": 91,
            "review_status": "reviewed",
        },
        {
            "statement_id": "s-0000000002",
            "source_id": "gazette-2023-03-23-tremblay-quits",
            "speaker_name": "The Gazette",
            "speaker_unresolved_reason": "organization",
            "kind": "indirect",
            "text": HOSTILE,
            "utterance": 2,
            "start": 100,
            "end": 100 + len(HOSTILE),
            "review_status": "extracted",
        },
    ],
    "quotations": [
        {
            "statement_id": "s-0000000001",
            "quotation": 1,
            "words": "I will clear my name",
            "start": 40,
            "end": 60,
        }
    ],
    "evidence": [
        evidence(
            "caucus_changes",
            "marie-eve-tremblay-2023-03-22",
            2,
            "house-register",
        ),
        evidence(
            "caucus_changes",
            "marie-eve-tremblay-2023-03-22",
            1,
            "gazette-2023-03-23-tremblay-quits",
            "Tremblay told reporters that she had left the Liberal caucus <b>for now</b>.",
        ),
        evidence("caucus_changes", "dan-hill-2020-06", 1, "house-register"),
        evidence(
            "events",
            "2023-allegation-against-marie-eve-tremblay",
            1,
            "gazette-2023-03-23-tremblay-quits",
            "The Gazette reported contacts.",
        ),
        evidence("statements", "s-0000000001", 1, "gazette-2023-03-23-tremblay-quits", "I will clear my name"),
        evidence("seats", "s1", 1, "house-register"),
    ],
    "coverage": [
        {
            "table": "seats",
            "chamber": "House of Commons",
            "start": day("1867-07-01"),
            "end": day("2026-06-30"),
            "extent": "all",
            "note": "Every seat to June 2026.",
        }
    ],
    "conflicts": [
        {
            "table": "caucus_changes",
            "row_id": "marie-eve-tremblay-2023-03-22",
            "column": "date",
            "value": "2023-03-22",
            "source_id": "gazette-2023-03-23-tremblay-quits",
            "other_value": "2023-03-27",
            "other_source_id": "house-register",
            "resolution": "The announcement is the date of the change.",
        }
    ],
    "redirects": [
        {
            "table": "caucus_changes",
            "old_id": "m-tremblay-2023-03",
            "new_id": "marie-eve-tremblay-2023-03-22",
            "reason": "one change had two ids",
            "release": "1.2.0",
        },
        {
            "table": "events",
            "old_id": "2020-01-01-appointment-nobody",
            "reason": "it did not happen",
            "release": "1.2.0",
        },
        # Merged twice: the id that stood for it was merged itself, one release later.
        {
            "table": "people",
            "old_id": "marie-tremblay-cote",
            "new_id": "marie-tremblay",
            "reason": "one person had two ids",
            "release": "1.1.0",
        },
        {
            "table": "people",
            "old_id": "marie-tremblay",
            "new_id": "marie-eve-tremblay",
            "reason": "the name in use",
            "release": "1.2.0",
        },
    ],
    "row_changes": [
        {
            "release": "1.1.0",
            "line": 1,
            "table": "people",
            "row_id": "marie-tremblay",
            "change": "changed",
            "column": "born_on",
            "old": "1970-01-01",
            "new": "1970-01-02",
            "reason": "the register has the 2nd",
        },
        {
            "release": "1.2.0",
            "line": 1,
            "table": "events",
            "row_id": "2020-01-01-appointment-nobody",
            "change": "withdrawn",
            "reason": "it did not happen",
        },
    ],
}


def make(folder: Path) -> Path:
    """Write the tables and their descriptor into `folder`, as a release would, and return the folder."""
    (folder / "tables").mkdir(parents=True)
    resources = []
    for model in MODELS:
        name = name_of(model)
        path = folder / "tables" / f"{name}.parquet"
        table = pa.Table.from_pylist(ROWS.get(name, []), arrow_schema(model))
        pq.write_table(table, path)
        resources.append(
            {
                "name": name,
                "title": name.replace("_", " ").capitalize(),
                "path": f"tables/{name}.parquet",
                "description": describe(model),
                "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(),
                "rows": table.num_rows,
                "schema": table_schema(model),
            }
        )
    descriptor = {
        "name": "cdnpoli",
        "title": "Canadian political events",
        "description": "A small House.",
        "version": "1.2.3",
        "created": "2026-02-03T00:00:00Z",
        "homepage": "https://example.org/cdnpoli",
        "licenses": [
            {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
        ],
        "contributors": [{"title": "The cdnpoli contributors", "roles": ["creator"]}],
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2), encoding="utf-8")
    return folder
