"""What holds for changes of caucus in any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON
from tests.scripts.members import changes
from tests.timing import best

PIECES = [
    "MP Paul Harker", "Anna Delisle", "Liberal", "caucus", "the", "was expelled from", "quit", "left", "crossed the floor to", "and",
    "will sit as an independent", ", who", "on Tuesday", ".", "\n\n", "“", "”", "he", "They", "not", "if", ",", "(", ")", "—", "NDP", "joined",
    PERSON, PARTY, DATE, "’s", "resignation from", "Two Liberal MPs", "returned to", "it", "\u2028", "İ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=150)


@given(TEXTS, st.sampled_from(["en", "fr"]))
@settings(max_examples=120, deadline=None)
def test_any_text_ends_in_rows_with_spans_inside_it(text: str, language: str) -> None:
    rows = changes(text, language=language)
    assert all(0 <= row.start < row.end <= len(text) for row in rows)
    assert rows == changes(text, language=language)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_an_unrelated_paragraph_at_the_end_loses_no_change(text: str) -> None:
    before = {(row.person.name, row.kind, row.start) for row in changes(text)}
    after = {(row.person.name, row.kind, row.start) for row in changes(text + "\n\nSnow fell on the fields all day.")}
    assert before <= after


HOSTILE = {
    "quotes": '"', "capitals": "Aa ", "brackets": "((((", "one line of caucus": "caucus ", "verbs": "left the caucus ", "parties": "Liberal ",
    "commas": "Paul Harker, ", "relative": "who was ", "floor": "cross the floor to ", "spaces": "party \t ",
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(kind: str) -> None:
    """Only this module's share is timed: the neighbours have tests of their own."""
    from scripts.articles.layout import lay_out
    from scripts.candidates import Article
    from scripts.caucus_changes.finding import find_changes
    from scripts.dates import find_dates
    from scripts.people.finding import find_cast
    from tests.scripts.members import PUBLISHED, gazetteer, party_names

    def seconds(size: int) -> float:
        text = HOSTILE[kind] * (size // len(HOSTILE[kind]))
        article = Article("hostile", text, PUBLISHED)
        layout = lay_out(text)
        cast = find_cast(Article("hostile", text[:20_000], PUBLISHED), lay_out(text[:20_000]), gazetteer())
        dates = find_dates(text, PUBLISHED)
        start = time.process_time()
        find_changes(article, layout, cast, dates, party_names(), gazetteer())
        return time.process_time() - start

    assert best(seconds, 400_000) < 10 * best(seconds, 100_000) + 1
