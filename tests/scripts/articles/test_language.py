"""Is an article taken for English or French as it is?"""

from __future__ import annotations

import pytest

from scripts.articles.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mary Coe has left the Liberal caucus, and will sit as an independent.", "en"),
        ("Marie Côté a quitté le caucus libéral et siégera comme indépendante à la Chambre des communes.", "fr"),
        ("L’accord qu’il a signé n’est pas celui d’hier, dit-elle.", "fr"),
        (
            'Coe said in French: "Je suis fière de ce que nous avons fait pour les gens." The House returns on Monday with the bill.',
            "en",
        ),
        ("Dong's caucus, Ford's plan, Eby's answer: the members' votes.", "en"),
        ("Québec", "en"),
        ("", "en"),
        ("12 34 !!", "en"),
    ],
)
def test_the_language_of_an_article(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_long_article_is_decided_by_its_beginning() -> None:
    assert detect("The member left the caucus and said that it was over. " * 200 + "le la les des " * 10_000) == "en"
