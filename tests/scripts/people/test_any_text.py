"""Whatever the text, are the people found without an exception, in their places, the same each time, and in linear time?"""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.articles.layout import lay_out
from scripts.people.claims import find_claims
from scripts.people.finding import find_cast
from tests.scripts.parliament import article, cast_of, gazetteer
from tests.timing import best

PIECES = st.sampled_from(
    ["Han Dong", "Dong", "MP", "the MP", "Mr.", "Justin Trudeau", "Trudeau's", "he", "She", "said", "the prime minister", "Liberal", "Whitby",
     "the Whitby MP", "d'Entremont", "Ont.", "J.", ",", ". ", "\n\n", "“", "”", '"', "who was first elected in 2018", "former", "May", "É", "İ",
     "d’", "for", "Xi Jinping", "and", "'s", "M.", "\u00a0", "—"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=300)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(TEXTS, st.sampled_from(["en", "fr"]))
def test_mentions_stand_inside_the_text_and_are_the_same_each_time(text: str, language: str) -> None:
    cast, again = cast_of(text, language=language), cast_of(text, language=language)
    assert cast.mentions == again.mentions
    assert cast.people == again.people
    assert [m.start for m in cast.mentions] == sorted(m.start for m in cast.mentions)
    for mention in cast.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.person in cast.people
    for claim in find_claims(cast.article, cast.layout, cast):
        assert 0 <= claim.start < claim.end <= len(text)


@SETTINGS
@given(TEXTS, st.integers(0, 300), TEXTS)
def test_any_words_can_be_asked_for_anywhere(text: str, at: int, mention: str) -> None:
    found = cast_of(text).resolve(mention, at)
    assert (found.person_id is None) == (found.unresolved_reason is not None)


@SETTINGS
@given(TEXTS)
def test_a_paragraph_about_something_else_takes_no_mention_away(text: str) -> None:
    before = cast_of(f"Ottawa.\n\n{text}").mentions
    after = cast_of(f"Ottawa.\n\n{text}\n\nThe weather was mild on Monday, and the river rose.").mentions
    assert set(before) <= set(after)


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "Han Dong ", "Han Dong said. ", "he ", "the ", "the MP ", "MP for ", "J.", "(", "a", "X, ", "A-", "D'", "first elected ",
     "St. ", "Han Dong, MP for ", "Dong's ", "\n\n"],
)  # fmt: skip
def test_a_long_hostile_text_takes_linear_time(piece: str) -> None:
    """Twice the text takes about twice as long, not four times; half a megabyte a few seconds at most."""

    def seconds(length: int) -> float:
        value = article(piece * (length // len(piece)))
        layout = lay_out(value.text)
        began = time.process_time()
        find_claims(value, layout, find_cast(value, layout, gazetteer()))
        return time.process_time() - began

    seconds(20_000)
    short, long = best(seconds, 60_000), best(seconds, 240_000)
    assert long < 10 * max(short, 0.05)


def test_many_people_of_one_name_take_linear_time() -> None:
    def seconds(count: int) -> float:
        letters = "abcdefghijklmnopqrstuvwxyz"
        text = " ".join(
            f"M{letters[i % 26]}{letters[i // 26 % 26]}{letters[i // 676]} Dong, who left. Dong said."
            for i in range(count)
        )
        began = time.process_time()
        cast_of(text)
        return time.process_time() - began

    seconds(200)
    short, long = best(seconds, 800), best(seconds, 3200)
    assert long < 10 * max(short, 0.05)
