"""The figures against the reviews: what counts as right, found, and missed."""

from __future__ import annotations

import pytest

from scripts.reviews import Decision, Review
from scripts.scores import Score, published, score, scores_by_language
from tests.scripts.tellings import ARTICLE, DONG, KE, accused, change, event, extraction, subject

FOUND = extraction(
    changes=(change(), change(KE)), events=(event("denial", subject(DONG)), event("allegation", accused(DONG)))
)


def review(*decisions: tuple[str, str, str], added: tuple[str, ...] = ()) -> Review:
    return Review(
        "review.yaml",
        ARTICLE.source_id,
        "",
        tuple(Decision(table, key, verdict) for table, key, verdict in decisions),
        tuple(Decision(table, "", "add") for table in added),
    )


def test_accepted_is_right_amended_is_found_and_added_was_missed() -> None:
    made = review(
        ("caucus_changes", "han-dong-resigned", "accept"),
        ("caucus_changes", "vincent-ke-resigned", "amend"),
        ("events", "denial-han-dong", "reject"),
        added=("events", "statements"),
    )
    scores = score(FOUND, made)
    assert scores["caucus_changes"] == Score(extracted=2, right=1, amended=1, missed=0)
    assert scores["events"] == Score(extracted=2, right=0, amended=0, missed=1)
    assert scores["statements"] == Score(extracted=0, right=0, amended=0, missed=1)


def test_a_row_that_a_review_accepted_and_that_is_no_longer_found_was_missed() -> None:
    assert score(FOUND, review(("events", "apology-han-dong", "accept")))["events"].missed == 1


def test_precision_recall_and_f1() -> None:
    made = Score(extracted=4, right=2, amended=1, missed=1)
    assert (made.precision, made.recall) == (0.5, 0.5)
    assert made.f1 == pytest.approx(0.5)
    assert Score(0, 0, 0, 0).f1 == 0.0


def test_scores_are_summed_by_language_and_articles_without_a_review_do_not_count() -> None:
    made = review(("caucus_changes", "han-dong-resigned", "accept"))
    totals = scores_by_language([FOUND], {ARTICLE.source_id: made})
    assert totals["caucus_changes", "en"] == totals["caucus_changes", "all"] == Score(2, 1, 0, 0)
    assert scores_by_language([FOUND], {}) == {}


def test_the_published_figures_are_rounded_and_name_table_and_language() -> None:
    (told,) = published({("events", "fr"): Score(extracted=3, right=2, amended=0, missed=1)})
    assert (told["table"], told["language"]) == ("events", "fr")
    assert (told["precision"], told["recall"], told["f1"]) == (0.667, 0.667, 0.667)
    assert (told["extracted"], told["right"], told["amended"], told["missed"]) == (3, 2, 0, 1)
