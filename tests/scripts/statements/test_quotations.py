"""Which words stand in quotation marks, whatever the marks?"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.articles.layout import lay_out
from scripts.statements.quotations import find_quotations, has_marks


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, lay_out(text).paragraphs)]


@pytest.mark.parametrize(
    "text",
    [
        'She said "the vote is lost" and left.',
        "She said “the vote is lost” and left.",
        "She said ''the vote is lost'' and left.",
        "She said ``the vote is lost'' and left.",
        "She said «\xa0the vote is lost\xa0» and left.",
        "She said ”the vote is lost” and left.",
        "She said “the vote is lost“ and left.",
        "She said “the vote is lost† and left.",
        'She said “the vote is lost" and left.',
    ],
)
def test_every_kind_of_mark(text: str) -> None:
    assert quoted(text) == ["the vote is lost"]


def test_apostrophes_and_measures_are_no_quotation_marks() -> None:
    assert quoted("The member's aides' desk is 12\" wide.") == []
    assert not has_marks("The member's aides' desk")


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one() -> None:
    text = '"If somebody walks in and says, "I want it all," you know what it means," she said.'
    assert quoted(text) == ['If somebody walks in and says, "I want it all," you know what it means,']


def test_a_quotation_that_opens_every_paragraph_and_closes_only_the_last() -> None:
    text = '"We came to work.\n\n"We stayed for a year.\n\n"Now we go."'
    found = find_quotations(text, lay_out(text).paragraphs)
    assert [text[q.start : q.end] for q in found] == [
        "We came to work.",
        "We stayed for a year.",
        "Now we go.",
    ]
    assert [q.closed for q in found] == [False, False, True]
    assert [q.continues for q in found] == [False, True, True]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    text = "“One thing is sure. “Another is not,” he said."
    assert quoted(text) == ["One thing is sure.", "Another is not,"]


@given(st.text(alphabet=st.sampled_from("ab .,?\n\"”“'`«»†1-"), max_size=120))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = find_quotations(text, lay_out(text).paragraphs)
    for q in found:
        assert 0 <= q.outer_start < q.start < q.end <= q.outer_end <= len(text)
        assert "\n" not in text[q.start : q.end]
    assert all(a.outer_end <= b.outer_start for a, b in itertools.pairwise(found))
