"""The vocabularies: closed lists whose every term says what it means, in English and in French."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from schemas.rules import ROW_TABLES
from schemas.tables import MODELS, TABLES, keys_of
from schemas.vocabularies import (
    COMPARED_TABLE,
    EVENT_TYPE,
    ID_TABLE,
    SEAT_END,
    SPELL_END,
    TABLE_LISTS,
    TABLE_NAME,
    VOCABULARIES,
    Term,
)

TERMS = [
    pytest.param(term, entry, id=f"{vocabulary}.{term}")
    for vocabulary, terms in VOCABULARIES.items()
    for term, entry in terms.items()
]

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
"""The sixteen event types of PLOVER as the POLECAT data use them (an investigation is a mode of ACCUSE)."""


@pytest.mark.parametrize(("term", "entry"), TERMS)
def test_a_term_is_a_word_with_a_definition_in_one_line(term: str, entry: Term) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", term)
    assert re.fullmatch(r"[^\n|]+[^\s|]\.", entry.definition)


@pytest.mark.parametrize(("term", "entry"), TERMS)
def test_a_term_has_a_label_in_both_languages(term: str, entry: Term) -> None:
    for label in (entry.label, entry.label_fr):
        assert label == label.strip() != ""
        assert "|" not in label and "\n" not in label


@pytest.mark.parametrize("language", ["label", "label_fr"])
@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_two_terms_of_a_vocabulary_are_called_the_same(vocabulary: str, language: str) -> None:
    labels = Counter(getattr(entry, language) for entry in VOCABULARIES[vocabulary].values())
    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_two_terms_of_a_vocabulary_mean_the_same(vocabulary: str) -> None:
    definitions = [entry.definition for entry in VOCABULARIES[vocabulary].values()]
    assert len(set(definitions)) == len(definitions)


def test_only_event_types_have_a_plover_type() -> None:
    others = {name: terms for name, terms in VOCABULARIES.items() if name != "event_type"}
    assert [f"{name}.{term}" for name, terms in others.items() for term, entry in terms.items() if entry.plover] == []


def test_plover_types_are_those_of_plover() -> None:
    used = {entry.plover for entry in EVENT_TYPE.values() if entry.plover is not None}
    assert used
    assert used <= PLOVER


def test_a_column_uses_every_vocabulary() -> None:
    used = {
        column.metadata["vocabulary"]
        for model in MODELS
        for column in model.to_schema().columns.values()
        if column.metadata
    }
    assert used == set(VOCABULARIES)


def test_a_spell_in_a_caucus_ends_as_a_seat_does_or_by_changing_caucus_or_label() -> None:
    assert set(SPELL_END) == set(SEAT_END) | {"changed_caucus", "relabelled"}


def test_the_tables_that_evidence_can_name_are_those_whose_rows_need_it() -> None:
    assert set(TABLE_NAME) == set(ROW_TABLES)
    assert set(TABLE_NAME) <= set(TABLES)


def test_the_tables_whose_ids_a_release_keeps_are_those_named_by_one_id() -> None:
    assert set(ID_TABLE) == {name for name, model in TABLES.items() if len(keys_of(model).primary) == 1}


def test_a_release_compares_every_table_but_the_comparison_itself() -> None:
    assert list(COMPARED_TABLE) == [name for name in TABLES if name != "row_changes"]


def test_the_lists_of_tables_are_vocabularies_of_tables() -> None:
    assert all(set(VOCABULARIES[name]) <= set(TABLES) for name in TABLE_LISTS)
