"""Into which words is a sentence cut?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.statements.tagging import TOKEN, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roy, of Whitby, Ont., left.", ["Roy", ",", "of", "Whitby", ",", "Ont.", ",", "left", "."]),
        ("The members' vote was 5-4.", ["The", "members'", "vote", "was", "5-4", "."]),
        ("Mr. Roy isn't in the U.S. now.", ["Mr.", "Roy", "isn't", "in", "the", "U.S.", "now", "."]),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    assert words_of(text, 0, len(text)) == words


@given(st.text(alphabet=st.sampled_from("aAéÉ1 .,:'’&-_?\xa0\n\"\ue000\ue001\ue002"), max_size=60))
def test_the_short_way_finds_the_words_that_the_pattern_finds(text: str) -> None:
    assert words_of(text, 0, len(text)) == TOKEN.findall(text + " ")
