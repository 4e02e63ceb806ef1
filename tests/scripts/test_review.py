"""Reviewing an article: what a curator is shown and asked, and the file that comes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.candidates import Extraction
from scripts.review import ask, review_text, rows_of, show
from scripts.reviews import read_review
from scripts.tables.assembly import text_sha256
from tests.scripts.tellings import ARTICLE, DONG, KE, change, event, extraction, said, span, subject

WORDS = span("The truth will protect us,")


@pytest.fixture
def found() -> Extraction:
    return extraction(
        changes=(change(), change(KE)), events=(event("denial", subject(DONG)),), statements=(said(*WORDS),)
    )


def answering(*answers: str) -> Callable[[str], str]:
    """Answers to the questions in order; a question too many fails."""
    left: Iterator[str] = iter(answers)
    return lambda question: next(left)


def test_every_row_is_shown_with_its_words_and_as_undecided(found: Extraction) -> None:
    lines = list(show(found, None))
    assert lines[0] == ARTICLE.text
    assert "[UNDECIDED] caucus_changes/han-dong-resigned" in lines
    assert any("Han Dong [han-dong]: resigned, liberal to independent, 22 March 2023" in line for line in lines)
    assert "  «The truth will protect us,»" in lines
    assert lines[-1].startswith("4 rows are undecided, 0 were added") and text_sha256(ARTICLE) in lines[-1]


def test_answers_become_a_review_that_can_be_read_again(found: Extraction, tmp_path: Path) -> None:
    answers = ask(found, None, answering("a", "r", "no such member", "s", "a"))
    path = tmp_path / f"{ARTICLE.source_id}.yaml"
    path.write_text(review_text(found, dict(answers)), encoding="utf-8")
    review = read_review(path)
    assert {(d.table, d.key): (d.verdict, d.reason) for d in review.decisions} == {
        ("caucus_changes", "han-dong-resigned"): ("accept", None),
        ("caucus_changes", "vincent-ke-resigned"): ("reject", "no such member"),
        ("statements", rows_of(found)[-1].name.split("/")[1]): ("accept", None),
    }
    assert review.text_sha256 == text_sha256(ARTICLE)
    assert list(show(found, review))[-1].startswith("1 rows are undecided")


def test_a_decided_row_is_not_asked_about_again(found: Extraction, tmp_path: Path) -> None:
    path = tmp_path / f"{ARTICLE.source_id}.yaml"
    path.write_text(review_text(found, dict(ask(found, None, answering("a", "q")))), encoding="utf-8")
    again = ask(found, read_review(path), answering("s", "s", "a"))
    assert again["accept"] == [rows_of(found)[-1].name]


def test_an_accepted_row_stands_beside_what_it_is(found: Extraction) -> None:
    text = review_text(found, {"accept": ["caucus_changes/han-dong-resigned"]})
    assert "  - caucus_changes/han-dong-resigned  # Han Dong [han-dong]: resigned" in text


def test_a_rejected_row_stands_beside_what_it_is(found: Extraction) -> None:
    text = review_text(found, {"reject": [{"row": "caucus_changes/han-dong-resigned", "reason": "no"}]})
    assert "- row: caucus_changes/han-dong-resigned  # Han Dong [han-dong]: resigned" in text


def test_what_was_answered_before_the_input_ends_is_kept(found: Extraction) -> None:
    left = iter(["a"])

    def answer(_: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    assert ask(found, None, answer)["accept"] == [rows_of(found)[0].name]


def test_a_decision_about_a_row_that_is_gone_is_shown(found: Extraction, tmp_path: Path) -> None:
    path = tmp_path / f"{ARTICLE.source_id}.yaml"
    path.write_text(review_text(found, {"accept": ["caucus_changes/nobody-resigned"]}), encoding="utf-8")
    lines = list(show(found, read_review(path)))
    at = lines.index("[accept] caucus_changes/nobody-resigned")
    assert "not among the extracted rows" in lines[at + 1]
