"""Does the lexicon give the right forms?"""

from __future__ import annotations

import pytest

from scripts.statements.saying import inflect, lexicon


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("say/said", {"say", "says", "said", "saying"}),
        ("write/wrote/written", {"write", "writes", "wrote", "written", "writing"}),
        ("admit/admitted", {"admit", "admits", "admitted", "admitting"}),
        ("reply", {"reply", "replies", "replied", "replying"}),
        ("argue", {"argue", "argues", "argued", "arguing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("push", {"push", "pushes", "pushed", "pushing"}),
    ],
)
def test_forms_of_a_verb(entry: str, forms: set[str]) -> None:
    assert {word for word, _ in inflect(entry)} == forms


def test_a_verb_knows_its_groups_and_prepositions() -> None:
    called = lexicon().cues["called"]
    assert called.lemma == "call"
    assert ("for",) in called.tails
    assert "judge" in called.groups


def test_every_signal_is_one_lower_case_word() -> None:
    assert all(word == word.lower() and " " not in word for word in lexicon().signals)
