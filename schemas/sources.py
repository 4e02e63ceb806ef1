"""Sources: the documents that rows rest on, and which row rests on which."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing.pandas import Series

from schemas.base import SLUG, Day, Real, Reference, Table, Text, Whole, column, keys, text

RELEASE = r"^[0-9]+\.[0-9]+\.[0-9]+$"
"""The version of a release: three numbers, with nothing before or after them."""


class Sources(Table):
    """A document that rows rest on: an article, a register, a page of Hansard, a report."""

    source_id: Series[Text] = column(unique=True, str_matches=SLUG)
    source_kind: Series[Text] = column(terms="source_kind")
    publisher: Series[Text] = text()
    title: Series[Text] = text(nullable=True)
    url: Series[Text] = column(nullable=True, str_matches=r"^https?://[^\s]+$")
    published_on: Series[Day] = column(nullable=True)
    language: Series[Text] = column(terms="language")
    text_kind: Series[Text] = column(terms="text_kind")
    text_sha256: Series[Text] = column(nullable=True, str_matches=r"^[0-9a-f]{64}$")
    rights: Series[Text] = text()

    class Config(Table.Config):
        name = "sources"
        title = "Sources"
        metadata = keys("source_id", label="title")


class Evidence(Table):
    """Where a row comes from: one source, and the span of its text that says so."""

    table: Series[Text] = column(terms="table_name")
    row_id: Series[Text] = text()
    piece: Series[Whole] = column(ge=1)
    source_id: Series[Text] = text()
    start: Series[Whole] = column(nullable=True, ge=0)
    end: Series[Whole] = column(nullable=True, ge=0)
    quote: Series[Text] = text(nullable=True)
    method: Series[Text] = column(terms="evidence_method")
    rule: Series[Text] = text(nullable=True)
    confidence: Series[Real] = column(ge=0, le=1)

    class Config(Table.Config):
        name = "evidence"
        title = "Evidence"
        unique = ["table", "row_id", "piece"]
        metadata = keys("table", "row_id", "piece", references=(Reference("source_id", "sources", "source_id"),))


class Conflicts(Table):
    """Two sources that disagree about a value: what was kept, what the other says, and why."""

    table: Series[Text] = column(terms="table_name")
    row_id: Series[Text] = text()
    # `column` is the name of the column here, so the declaration above is called by its pandera name.
    column: Series[Text] = pa.Field(str_length={"min_value": 1})
    value: Series[Text] = text(nullable=True)
    source_id: Series[Text] = text()
    other_value: Series[Text] = text()
    other_source_id: Series[Text] = text()
    resolution: Series[Text] = text()

    class Config(Table.Config):
        name = "conflicts"
        title = "Conflicts between sources"
        unique = ["table", "row_id", "column", "other_source_id"]
        metadata = keys(
            "table",
            "row_id",
            "column",
            "other_source_id",
            references=(
                Reference("source_id", "sources", "source_id"),
                Reference("other_source_id", "sources", "source_id"),
            ),
        )


class Coverage(Table):
    """How far a table can be relied on to be complete, for one chamber between two days."""

    table: Series[Text] = column(terms="table_name")
    chamber: Series[Text] = text()
    start: Series[Day] = column()
    end: Series[Day] = column()
    extent: Series[Text] = column(terms="extent")
    note: Series[Text] = text()

    class Config(Table.Config):
        name = "coverage"
        title = "Coverage"
        unique = ["table", "chamber", "start"]
        metadata = keys("table", "chamber", "start")


class Redirects(Table):
    """An id that was merged, split or withdrawn, and what stands for it now."""

    table: Series[Text] = column(terms="id_table")
    old_id: Series[Text] = text()
    new_id: Series[Text] = text(nullable=True)
    reason: Series[Text] = text()
    release: Series[Text] = column(str_matches=RELEASE)

    class Config(Table.Config):
        name = "redirects"
        title = "Redirected ids"
        unique = ["table", "old_id"]
        metadata = keys("table", "old_id")


class RowChanges(Table):
    """What a release changed: a row added, a row withdrawn, or one column of a row."""

    release: Series[Text] = column(str_matches=RELEASE)
    line: Series[Whole] = column(ge=1)
    table: Series[Text] = column(terms="compared_table")
    row_id: Series[Text] = text()
    change: Series[Text] = column(terms="row_change")
    # `column` is the name of a column from here on, so this declaration is called by its pandera name.
    column: Series[Text] = pa.Field(nullable=True, str_length={"min_value": 1})
    old: Series[Text] = text(nullable=True)
    new: Series[Text] = text(nullable=True)
    reason: Series[Text] = text(nullable=True)

    class Config(Table.Config):
        name = "row_changes"
        title = "Row changes"
        unique = ["release", "line"]
        metadata = keys("release", "line")
