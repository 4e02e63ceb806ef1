"""What every article of `raw/articles` must have: a full citation, and a digest of the length that curating asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.build import ROOT, read_digests
from scripts.candidates import Article

ARTICLES = list(read_digests(ROOT / "raw" / "articles", date.max))


def test_there_are_sixty_and_more_of_fifteen_publishers() -> None:
    assert len(ARTICLES) >= 60
    assert len({article.publisher for article in ARTICLES}) >= 15


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.source_id)
def test_an_article_is_cited_and_told_in_80_to_250_words(article: Article) -> None:
    assert article.publisher and article.title and article.published_on
    assert article.url and article.url.startswith(("https://", "http://"))
    assert 80 <= len(article.text.split()) <= 250


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.source_id)
def test_an_article_is_reviewed(article: Article) -> None:
    assert Path(ROOT / "raw" / "reviews" / f"{article.source_id}.yaml").exists()
