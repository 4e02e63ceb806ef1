"""When something was said: only what the attribution itself says counts."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.articles.layout import lay_out
from scripts.candidates import Statement
from scripts.dates import find_dates
from scripts.statements.dating import date_statements


def dated(text: str, said: str, cue: str | None = "said") -> tuple[date | None, str | None]:
    start = text.index(said)
    statement = Statement(start, start + len(said), "direct", None, None, cue, 1, "test", 1.0)
    published = date(2023, 3, 22)
    (found,) = date_statements([statement], lay_out(text), find_dates(text, published), published)
    return found.date, found.date_precision


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            '"I will sit alone," she told the House on Wednesday evening.',
            "I will sit alone,",
            (date(2023, 3, 22), "day"),
        ),
        ("In February 2021 he said that he would stay.", "that he would stay", (date(2021, 2, 1), "month")),
        ("He said that the vote of March 3, 2021 was lost.", "that the vote of March 3, 2021 was lost", (None, None)),
        ('She left on Monday. "I had no choice," she said.', "I had no choice,", (None, None)),
        ('The leader goes on April 11, 2023, but "nothing changes," he said.', "nothing changes,", (None, None)),
    ],
    ids=["after the words", "before the words", "inside the words", "in another sentence", "yet to come"],
)
def test_the_date_of_the_attribution(text: str, said: str, expected: tuple[date | None, str | None]) -> None:
    assert dated(text, said) == expected


def test_a_statement_without_an_attribution_of_its_own_stays_undated() -> None:
    assert dated("On Monday she left. I had no choice.", "I had no choice.", cue=None) == (None, None)
