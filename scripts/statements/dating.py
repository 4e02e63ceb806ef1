"""When something was said: the date that the attribution gives.

For: '"I will sit as an independent," she told the House of Commons on Wednesday evening.' (Wednesday)
Not: 'He said the vote in March 2021 was lost.' (a date inside the words said), nor a date in another sentence, nor one
after the day of publication: 'The leader will go on June 11, but "nothing changes," he said.'
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scripts.articles.layout import Layout
from scripts.candidates import DateMention, Statement

REACH = 90
"""How many characters from the words said, at most, a date of the attribution stands."""


def date_statements(
    statements: Iterable[Statement], layout: Layout, dates: Sequence[DateMention], published_on: date | None = None
) -> list[Statement]:
    """The statements with `date` and `date_precision` where the sentence dates the saying."""
    known = list(statements)
    past = [mention for mention in dates if published_on is None or mention.date <= published_on]
    spoken_on = _outside(known, past)
    if not spoken_on:
        return known
    starts = [mention.start for mention in spoken_on]
    return [_dated(statement, layout, spoken_on, starts) for statement in known]


def _outside(statements: Sequence[Statement], dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates, in order, that do not stand inside the words of a statement."""
    said = sorted([(statement.start, statement.end) for statement in statements])
    found: list[DateMention] = []
    number = said_until = 0
    for mention in sorted(dates, key=lambda mention: mention.start):
        while number < len(said) and said[number][0] <= mention.start:
            said_until = max(said_until, said[number][1])
            number += 1
        if said_until <= mention.start:
            found.append(mention)
    return found


def _dated(statement: Statement, layout: Layout, dates: Sequence[DateMention], starts: Sequence[int]) -> Statement:
    """The statement with its date; `starts` are where the dates start."""
    if statement.cue is None:
        return statement
    start, end = statement.start - REACH, statement.end + REACH
    near = dates[bisect_left(starts, start) : bisect_left(starts, end)]
    if not near:
        return statement
    first, last = layout.sentence_at(statement.start), layout.sentence_at(statement.end - 1)
    start, end = max(start, first[0]) if first else statement.start, min(end, last[1]) if last else statement.end
    near = [d for d in near if start <= d.start and d.end <= end]
    if not near:
        return statement
    best = min(near, key=lambda d: (min(abs(d.start - statement.end), abs(statement.start - d.end)), d.start))
    return replace(statement, date=best.date, date_precision=best.precision)
