"""When something was said: the date that the attribution gives.

For: '"I will sit as an independent," she told the House of Commons on Wednesday evening.' (Wednesday)
Not: 'He said the vote in March 2021 was lost.' (a date inside the words said), nor a date in another sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scripts.articles.layout import Layout
from scripts.candidates import DateMention, Statement

REACH = 90
"""How many characters from the words said, at most, a date of the attribution stands."""


def date_statements(statements: Iterable[Statement], layout: Layout, dates: Sequence[DateMention]) -> list[Statement]:
    """The statements with `date` and `date_precision` where the sentence dates the saying."""
    known = list(statements)
    said = [(statement.start, statement.end) for statement in known]
    spoken_on = [d for d in dates if not any(start <= d.start < end for start, end in said)]
    return [_dated(statement, layout, spoken_on) for statement in known]


def _dated(statement: Statement, layout: Layout, dates: Sequence[DateMention]) -> Statement:
    first, last = layout.sentence_at(statement.start), layout.sentence_at(statement.end - 1)
    start = max(first[0] if first else statement.start, statement.start - REACH)
    end = min(last[1] if last else statement.end, statement.end + REACH)
    near = [d for d in dates if start <= d.start and d.end <= end]
    if not near or statement.cue is None:
        return statement
    best = min(near, key=lambda d: (min(abs(d.start - statement.end), abs(statement.start - d.end)), d.start))
    return replace(statement, date=best.date, date_precision=best.precision)
