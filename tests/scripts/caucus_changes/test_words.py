"""Do the patterns made of word lists find what the lists say?"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from scripts.caucus_changes.patterns import words_in
from scripts.caucus_changes.triggers import needs_of
from scripts.caucus_changes.words import either, words_of

WORDS = st.lists(st.text("abk .'", min_size=1, max_size=5), min_size=1, max_size=12)


@given(words=WORDS, text=st.text("abk .'", max_size=12))
def test_either_takes_the_longest_word_that_stands_there(words: list[str], text: str) -> None:
    fitting = [word for word in words if text.startswith(word)]
    found = re.match(either(words), text)
    assert (found.group() if found else None) == max(fitting, key=len, default=None)


def test_either_gives_back_shorter_words_where_the_rest_asks_for_it() -> None:
    pattern = either(["kick", "kick out"])
    assert re.fullmatch(rf"{pattern} out of", "kick out of")
    assert re.fullmatch(rf"{pattern} of", "kick out of")
    assert not re.fullmatch(rf"{pattern} of", "kicks out of")


def test_every_phrase_of_leaving_has_a_word_that_its_rules_ask_for() -> None:
    """The words asked for before a rule is tried must not keep any form of its verbs out."""
    for language in ("en", "fr"):
        words = words_of(language)
        for group in ("leave", "leave_from", "join", "go_over", "sit", "form"):
            if group in words.verbs:
                asked = needs_of(words, group)
                assert [form for form in words.verbs[group].forms if asked.isdisjoint(words_in(form))] == []
