"""Extraction: an article and what the registers know, to everything found in the article."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scripts.articles.layout import lay_out
from scripts.candidates import Article, Extraction
from scripts.caucus_changes.finding import find_changes
from scripts.dates import find_dates
from scripts.events.finding import find_events
from scripts.parties import PartyName, PartyNames
from scripts.people.claims import contradictions, find_claims
from scripts.people.finding import find_cast
from scripts.people.gazetteer import Gazetteer
from scripts.people.speakers import resolve_speakers
from scripts.registers import Registers
from scripts.statements.dating import date_statements
from scripts.statements.finding import find_statements
from scripts.statements.quotations import find_quotations


@dataclass(frozen=True)
class Knowledge:
    """What extraction knows beside the article; built once per run from the registers."""

    gazetteer: Gazetteer
    parties: PartyNames
    register_of: Mapping[tuple[str, str], str]
    """The source that a register row rests on first, by (table, row_id)."""

    @classmethod
    def build(cls, registers: Registers) -> Knowledge:
        """The gazetteer and the names of parties, ready to be looked up."""
        evidence = registers.evidence[["table", "row_id", "source_id"]].drop_duplicates(["table", "row_id"])
        named = registers.party_names.astype(object).where(registers.party_names.notna(), None)
        return cls(
            Gazetteer.build(registers, _told_on(registers)),
            PartyNames.build(PartyName(*row) for row in named.itertuples(index=False)),
            {(row.table, row.row_id): row.source_id for row in evidence.itertuples(index=False)},
        )

    def conflict_rows(self, extraction: Extraction) -> list[dict[str, Any]]:
        """What the article claims and the register contradicts, as rows of `conflicts`; the register's value stands."""
        article = extraction.article
        if article.published_on is None:
            return []
        return [
            {
                "table": found.table,
                "row_id": found.row_id,
                "column": found.column,
                "value": found.value,
                "source_id": self.register_of[found.table, found.row_id],
                "other_value": found.other_value,
                "other_source_id": article.source_id,
                "resolution": "The register's value stands; the article claims another.",
            }
            for found in contradictions(extraction.claims, self.gazetteer, article.published_on)
        ]


def keep_for_good() -> None:
    """Take all that is in memory now out of the garbage collector's rounds, when a command has built its `Knowledge`.

    The registers are many objects that stay until the end; one full round over them takes as long as some dozen
    articles.
    """
    gc.collect()
    gc.freeze()


def _told_on(registers: Registers) -> dict[str, tuple[date, ...]]:
    """By person, the days of the articles that the register has them from."""
    sources = registers.sources
    articles = sources[(sources.source_kind == "article") & sources.published_on.notna()]
    days = dict(zip(articles.source_id, articles.published_on, strict=True))
    told_on: dict[str, tuple[date, ...]] = {}
    for row in registers.evidence[registers.evidence.table == "people"].itertuples(index=False):
        if row.source_id in days:
            told_on[row.row_id] = (*told_on.get(row.row_id, ()), days[row.source_id])
    return told_on


def extract(article: Article, knowledge: Knowledge) -> Extraction:
    """Everything found in one article, in order of appearance. The same article gives the same rows."""
    layout = lay_out(article.text)
    quotations = find_quotations(article.text, layout.paragraphs)
    cast = find_cast(article, layout, knowledge.gazetteer, quotations)
    dates = find_dates(article.text, article.published_on, article.language)
    spoken = resolve_speakers(find_statements(article, layout), cast)
    statements = date_statements(spoken, layout, dates, article.published_on)
    changes = find_changes(article, layout, cast, dates, knowledge.parties, knowledge.gazetteer)
    events = find_events(article, layout, cast, dates, statements, changes)
    return Extraction(
        article,
        cast.people,
        tuple(statements),
        tuple(changes),
        tuple(events),
        tuple(find_claims(article, layout, cast)),
    )


def without_caucus_events(extraction: Extraction) -> Extraction:
    """Events of changes of caucus follow from the table of changes, so they are not built (or reviewed) twice."""
    return replace(extraction, events=tuple(e for e in extraction.events if e.event_type != "caucus_change"))
