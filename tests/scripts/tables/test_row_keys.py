"""The keys of an article's rows: readable, unique, and steady when a row is corrected."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

import pytest

from scripts.candidates import Article, Participant, PersonRef
from scripts.tables.row_keys import (
    change_keys,
    event_key,
    event_keys,
    event_subject,
    person_slug,
    statement_id,
    statement_keys,
)
from tests.scripts.tellings import (
    ARTICLE,
    DONG,
    KE,
    SINGH,
    TEXT,
    accused,
    accuser,
    change,
    event,
    extraction,
    said,
    subject,
)

FIRST = TEXT.index("The truth")
SECOND = TEXT.index("The truth", FIRST + 1)
WORDS = "The truth will protect us,"


def test_a_person_of_the_register_is_called_by_their_id() -> None:
    assert person_slug(PersonRef("John White", "john-white-1811")) == "john-white-1811"


def test_a_person_outside_the_register_is_called_by_their_name() -> None:
    assert person_slug(PersonRef("Rhéal Éloi Fortin")) == "rheal-eloi-fortin"


def test_a_person_without_a_name_is_unnamed() -> None:
    assert person_slug(PersonRef("")) == "unnamed"


def test_a_statement_is_called_by_a_hash_of_its_source_and_words() -> None:
    (key,) = statement_keys(extraction((said(FIRST, FIRST + len(WORDS)),)))
    digest = hashlib.sha256(f"{ARTICLE.source_id}\n{WORDS}".encode()).hexdigest()
    assert key == statement_id(ARTICLE.source_id, WORDS) == f"s-{digest[:10]}"
    assert re.fullmatch(r"s-[0-9a-f]{10}", key)


def test_the_same_words_in_another_source_are_another_statement() -> None:
    assert statement_id("cbc-news-2023-03-22-dong", WORDS) != statement_id(ARTICLE.source_id, WORDS)


def test_the_same_words_twice_in_an_article_are_told_apart() -> None:
    spans = [(start, start + len(WORDS)) for start in (FIRST, SECOND)]
    first, second = statement_keys(extraction(tuple(said(*span) for span in spans)))
    assert first == statement_id(ARTICLE.source_id, WORDS)
    assert second != first


def test_a_sentence_mended_elsewhere_leaves_the_keys_of_statements_alone() -> None:
    before = statement_keys(extraction((said(FIRST, FIRST + len(WORDS)),)))
    longer = Article(ARTICLE.source_id, "On Wednesday evening, " + TEXT)
    start = longer.text.index(WORDS)
    assert statement_keys(extraction((said(start, start + len(WORDS)),), article=longer)) == before


def test_keys_survive_a_corrected_date_and_place_in_the_text() -> None:
    change_before, event_before = change(), event("allegation", accused(DONG))
    change_after = replace(change_before, date=date(2023, 3, 21), date_precision="day", start=40, end=60)
    event_after = replace(event_before, date=date(2023, 3, 1), date_precision="month", start=40, title="Other words")
    assert change_keys((change_before,)) == change_keys((change_after,)) == ["han-dong-resigned"]
    assert event_keys((event_before,)) == event_keys((event_after,)) == ["allegation-han-dong"]


def test_a_leaving_is_told_from_a_return_and_a_second_leaving_is_numbered() -> None:
    back = change(kind="reinstated", from_party_id="independent", to_party_id="liberal")
    assert change_keys((change(), change(KE), back, change())) == [
        "han-dong-resigned",
        "vincent-ke-resigned",
        "han-dong-reinstated",
        "han-dong-resigned-2",
    ]


def test_two_events_of_one_kind_about_one_person_are_numbered() -> None:
    told = event("call_for_inquiry", Participant("caller", SINGH))
    assert event_keys((told, event("denial", subject(DONG)), told)) == [
        "call-for-inquiry-jagmeet-singh",
        "denial-han-dong",
        "call-for-inquiry-jagmeet-singh-2",
    ]


@pytest.mark.parametrize(
    ("participants", "about"),
    [
        ((accuser("Global News"), accused(DONG)), "han-dong"),
        ((Participant("addressee", SINGH), subject(DONG)), "han-dong"),
        ((accuser("Global News"), subject(KE), accused(DONG)), "han-dong"),
        ((accuser("Global News"),), "global-news"),
        ((Participant("caller", SINGH), Participant("addressee", organization="Crown")), "jagmeet-singh"),
        ((), ""),
    ],
    ids=["the accused", "the subject", "the accused first", "an organization", "the first named", "nobody"],
)
def test_an_event_is_about_the_accused_else_the_subject_else_the_first_named(
    participants: tuple[Participant, ...], about: str
) -> None:
    told = event("allegation", *participants)
    assert event_subject(told) == about
    assert event_key(told) == (f"allegation-{about}" if about else "allegation")
