"""Help for the tests of reported speech: an article from a text, and its statements as short tuples."""

from __future__ import annotations

from scripts.articles.layout import lay_out
from scripts.candidates import Article, Statement
from scripts.statements.finding import find_statements


def statements(text: str, language: str = "en") -> list[Statement]:
    """The statements of a text."""
    return find_statements(Article("test", text, language=language), lay_out(text))


def said(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    """Speaker as written and words, for every statement of a text."""
    return [(s.speaker_mention, text[s.start : s.end]) for s in statements(text, language)]
