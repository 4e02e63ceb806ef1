"""Where do paragraphs and sentences begin and end?"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.articles.layout import lay_out


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in lay_out(text).sentences]


def test_a_paragraph_is_a_line_with_something_on_it() -> None:
    text = "The House rose.\n\n  \nMembers left. \nThe lights went out."
    layout = lay_out(text)
    found = [text[start:end] for start, end in layout.paragraphs]
    assert found == ["The House rose.", "Members left.", "The lights went out."]


def test_a_sentence_ends_at_a_stop_before_a_new_opening() -> None:
    assert sentences("The bill passed. It was close! Was it? Yes.") == [
        "The bill passed.",
        "It was close!",
        "Was it?",
        "Yes.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Brampton, Ont. MP left the caucus.",
        "A spokesperson for Mr. Dubois declined to comment.",
        "The U.S. ambassador met Sen. Anne Roy in St. John's.",
        "Marie J. Tremblay, the whip, resigned.",
        "The vote, e.g. Tuesday's, was lost.",
        'The member asked "why?" and sat down.',
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_an_abbreviation_may_end_a_sentence_when_a_new_one_opens() -> None:
    assert sentences("He was born in the U.S. He moved to Regina.") == [
        "He was born in the U.S.",
        "He moved to Regina.",
    ]


def test_a_pronoun_before_a_stop_is_no_abbreviation() -> None:
    assert sentences("They told me. Nobody listened.") == ["They told me.", "Nobody listened."]


def test_sentence_and_paragraph_at_an_offset() -> None:
    text = "One sentence. Two sentences.\nNext."
    layout = lay_out(text)
    assert layout.sentence_at(16) == (14, 28)
    assert layout.paragraph_at(16) == (0, 28)
    assert layout.paragraph_at(28) is None
    assert layout.sentence_at(500) is None


@given(st.text(alphabet=st.sampled_from("Aab .!?\n\"”“'«»1…\t"), max_size=200))
def test_spans_are_ordered_inside_the_text_and_cover_every_word(text: str) -> None:
    layout = lay_out(text)
    for spans in (layout.paragraphs, layout.sentences):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        covered = {i for start, end in spans for i in range(start, end)}
        assert all(i in covered for i, c in enumerate(text) if not c.isspace())


def test_the_opening_ends_with_its_paragraphs() -> None:
    text = "One. Two.\n\nThree.\n\nFour."
    assert [text[: lay_out(text).opening_end(count)] for count in (1, 2, 9)] == [
        "One. Two.",
        "One. Two.\n\nThree.",
        text,
    ]
    assert lay_out("").opening_end(2) == 0


def test_of_a_page_without_breaks_two_sentences_count_as_a_paragraph() -> None:
    text = "One. Two. Three. Four. Five. Six. Seven."
    assert text[: lay_out(text).opening_end(2)] == "One. Two. Three. Four."
    assert text[: lay_out(text).opening_end(9)] == text
    headed = f"A headline\n\n{text}"
    assert headed[: lay_out(headed).opening_end(2)] == "A headline\n\nOne. Two."
