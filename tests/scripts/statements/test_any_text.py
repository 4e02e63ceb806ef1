"""What holds for the statements of any text, and how long may they take?"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.articles.layout import lay_out
from scripts.candidates import Article
from scripts.statements.finding import find_statements
from tests.scripts.speech import statements

WORDS = st.sampled_from(
    [
        "Roy",
        "said",
        "told",
        "that",
        "the",
        "whip",
        ",",
        ".",
        ":",
        ";",
        '"',
        "“",
        "”",
        "''",
        "«",
        "»",
        "according",
        "to",
        "he",
        "she",
        "who",
        "and",
        "but",
        "\n\n",
        "(",
        ")",
        "--",
        "asked",
        "whether",
        "plans",
        "calls",
        "for",
        "Will",
        "US",
        "Mr.",
        "Ont.",
        "citing",
        "claim",
        "says",
        "?",
        "!",
        "selon",
        "a-t-il",
        "déclaré",
        "que",
        "dit",
        "il",
        "'s",
        "’s",
        "†",
        "\ue000",
        "\ue001",
        "minister",
        "bill",
        "adding",
        "reported",
        ",",
        "which",
        "was",
    ]
)
TEXTS = st.lists(WORDS, max_size=50).map(" ".join) | st.text(max_size=80)
LANGUAGES = st.sampled_from(["en", "fr"])


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_spans_lie_inside_the_text_and_the_same_text_gives_the_same_rows(text: str, language: str) -> None:
    found = statements(text, language)
    for s in found:
        assert 0 <= s.start < s.end <= len(text)
        assert s.kind in {"direct", "mixed", "indirect"}
        if s.speaker_at is not None:
            assert s.speaker_mention == text[slice(*s.speaker_at)]
    assert found == statements(text, language)
    assert found == sorted(found, key=lambda s: (s.start, s.end))


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_an_unrelated_paragraph_at_the_end_loses_nothing(text: str, language: str) -> None:
    before = statements(text, language)
    after = statements(text + "\n\nThe river ran past the mill.", language)
    assert set(before) <= set(after)


SIZE = 1_000_000
HOSTILE = {
    "quotes only": '"' * SIZE,
    "curly quotes only": "“" * SIZE,
    "quotes with spaces": '" ' * (SIZE // 2),
    "capitals only": "A" * SIZE,
    "capital words": "Roy " * (SIZE // 4),
    "nested brackets": "(" * (SIZE // 2) + ")" * (SIZE // 2),
    "brackets with words": "Roy (" * (SIZE // 10) + ") said " * (SIZE // 14),
    "one long line": "the whip said that he would go and " * (SIZE // 35),
    "commas": "Roy, said, " * (SIZE // 11),
    "one long word": "say" * (SIZE // 3),
    "white space": " \n" * (SIZE // 2),
    "French line": "selon le whip a dit que " * (SIZE // 24),
    "stops": "said. " * (SIZE // 6),
    "one long quotation": "« " + "mot " * (SIZE // 4) + "», a dit Roy.",
}


FRENCH = ("French line", "commas", "one long line", "quotes with spaces", "one long quotation")


@pytest.mark.parametrize(
    ("kind", "language"), [(kind, "en") for kind in sorted(HOSTILE)] + [(kind, "fr") for kind in FRENCH]
)
def test_a_megabyte_of_anything_takes_linear_time(kind: str, language: str) -> None:
    text = HOSTILE[kind]

    def seconds(part: str) -> float:
        start = time.process_time()
        find_statements(Article("test", part, language=language), lay_out(part))
        return time.process_time() - start

    small, large = seconds(text[: SIZE // 8]), seconds(text)
    # Eight times the text may take eight times the time; a quadratic rule would take sixty-four times.
    assert large < max(2.0, 24 * small)
    assert large < 20
