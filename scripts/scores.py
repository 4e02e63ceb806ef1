"""How right the extractor is, by the curators' reviews: what it found against what they accepted, mended and added.

The figures are published in the descriptor of the data package, and `python -m scripts.bench extraction` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.candidates import Extraction
from scripts.extraction import without_caucus_events
from scripts.reviews import TABLES, Review
from scripts.tables.row_keys import change_keys, event_keys, statement_keys


@dataclass(frozen=True)
class Score:
    """Extracted rows against reviewed ones. Amended rows count as found but not as right."""

    extracted: int
    right: int
    amended: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the extracted rows that the curator took as they were."""
        return self.right / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """The share of the rows in the reviewed article that the extractor had right."""
        there = self.right + self.amended + self.missed
        return self.right / there if there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.extracted + other.extracted,
            self.right + other.right,
            self.amended + other.amended,
            self.missed + other.missed,
        )


NOTHING = Score(0, 0, 0, 0)


def score(extraction: Extraction, review: Review) -> dict[str, Score]:
    """The score of one article by table: what its review accepted, amended, rejected and added."""
    keys = {
        "statements": statement_keys(extraction),
        "caucus_changes": change_keys(extraction.caucus_changes),
        "events": event_keys(without_caucus_events(extraction).events),
    }
    scores = {}
    for table in TABLES:
        verdicts = {d.key: d.verdict for d in review.decisions if d.table == table}
        here = [verdicts.get(key) for key in keys[table]]
        gone = sum(1 for key, verdict in verdicts.items() if key not in keys[table] and verdict != "reject")
        added = sum(1 for addition in review.added if addition.table == table)
        scores[table] = Score(len(here), here.count("accept"), here.count("amend"), added + gone)
    return scores


def scores_by_language(
    extractions: Iterable[Extraction], reviews: Mapping[str, Review]
) -> dict[tuple[str, str], Score]:
    """The sums over all reviewed articles by (table, language); the language `all` has both."""
    totals: dict[tuple[str, str], Score] = {}
    for extraction in extractions:
        review = reviews.get(extraction.article.source_id)
        if review is None:
            continue
        for table, found in score(extraction, review).items():
            for language in (extraction.article.language, "all"):
                totals[table, language] = totals.get((table, language), NOTHING) + found
    return totals


def published(totals: Mapping[tuple[str, str], Score]) -> list[dict[str, Any]]:
    """The figures as they stand in the descriptor: one entry for each table and language, shares to three places."""
    return [
        {
            "table": table,
            "language": language,
            "extracted": it.extracted,
            "right": it.right,
            "amended": it.amended,
            "missed": it.missed,
            "precision": round(it.precision, 3),
            "recall": round(it.recall, 3),
            "f1": round(it.f1, 3),
        }
        for (table, language), it in sorted(totals.items())
    ]
