"""Why a row changed, as far as somebody wrote it down: in redirects.csv, in the changelog, in a review.

The first that speaks is heard. An entry of the changelog speaks of every row whose id it names in backticks, and so of
what hangs on that row (its evidence, its participants).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from schemas.vocabularies import COMPARED_TABLE
from scripts.releases.diff import RowChange
from scripts.releases.ids import Redirects
from scripts.reviews import Review

Column = tuple[str, str, str]
"""A column of a row: table, id, column."""

PUBLISHED_AS = {"reason_given": "reason", "person_name": "person_id", "speaker_name": "speaker_id"}
"""The column of the published table, where a review calls it otherwise."""


def with_reasons(
    changes: Sequence[RowChange], redirects: Redirects, entries: Iterable[str], reviewed: Mapping[Column, str]
) -> list[RowChange]:
    """The changes with the reason of each, or None where nobody gave one.

    `entries` are those of the changelog, `reviewed` the reasons that reviews give for values that they set.
    """
    gone = {old_id: _of_redirect(row["new_id"], row["reason"]) for (_, old_id), row in redirects.items()}
    named = {name: entry for entry in entries for name in re.findall(r"`([^`\s]+)`", entry)}
    told = []
    for change in changes:
        parts = [change.row_id, *(part for part in change.row_id.split("/") if part not in COMPARED_TABLE)]
        candidates = [*(gone.get(part) for part in parts), *(named.get(part) for part in parts)]
        candidates.append(reviewed.get((change.table, change.row_id, change.column or "")))
        told.append(replace(change, reason=next((reason for reason in candidates if reason), None)))
    return told


def reasons_of_reviews(reviews: Mapping[str, Review], ledger: Mapping[tuple[str, str, str], str]) -> dict[Column, str]:
    """The reason for every value that a review sets, by the published row and column; `ledger` is the id ledger."""
    found: dict[Column, str] = {}
    for source_id, review in reviews.items():
        for decision in review.decisions:
            row_id = ledger.get((decision.table, source_id, decision.key), decision.key)
            for column in decision.values if decision.reason else ():
                found[decision.table, row_id, PUBLISHED_AS.get(column, column)] = decision.reason or ""
    return found


def _of_redirect(new_id: str | None, reason: str) -> str:
    return f"now {new_id}: {reason}" if new_id else reason
