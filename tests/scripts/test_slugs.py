"""Readable ids: what becomes of names, and how a second one is told from the first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import SLUG
from scripts.slugs import numbered, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Han Dong", "han-dong"),
        ("Rhéal Éloi Fortin", "rheal-eloi-fortin"),
        ("Mary O'Brien", "mary-obrien"),
        ("Stéphane Lauzon-D’Arcy", "stephane-lauzon-darcy"),
        ("Jean-Yves Laforest", "jean-yves-laforest"),
        ("Joseph-Édouard Cœur", "joseph-edouard-coeur"),
        ("Sir John A. Macdonald", "sir-john-a-macdonald"),
        ("  St. John's  East ", "st-johns-east"),
        ("Bloc Québécois", "bloc-quebecois"),
        ("R\u00e9al", "real"),
        ("Re\u0301al", "real"),
    ],
)
def test_a_name_becomes_words_in_plain_letters(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("dash", ["—", "–", "--", "-", "‑", " — "])
def test_the_dash_of_a_riding_joins_words_and_does_not_glue_them(dash: str) -> None:
    assert slug(f"Mississauga{dash}Lakeshore") == "mississauga-lakeshore"


@pytest.mark.parametrize("nothing", ["", "   ", "—", "...", "ᐃᓄᒃᑎᑐᑦ"])
def test_what_has_no_plain_letter_has_no_slug(nothing: str) -> None:
    assert slug(nothing) == ""


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_a_slug_is_an_id_or_nothing_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made == "" or re.fullmatch(SLUG, made)
    assert slug(made) == made


def test_the_second_of_a_name_is_number_two() -> None:
    assert numbered(["han-dong", "vincent-ke", "han-dong", "han-dong"]) == [
        "han-dong",
        "vincent-ke",
        "han-dong-2",
        "han-dong-3",
    ]


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert numbered(["han-dong", "han-dong-2", "han-dong"]) == ["han-dong", "han-dong-2", "han-dong-3"]
    assert numbered(["han-dong", "han-dong", "han-dong-2"]) == ["han-dong", "han-dong-2", "han-dong-2-2"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b"]), max_size=12))
def test_numbered_keys_are_unique_and_a_key_alone_keeps_its_name(keys: list[str]) -> None:
    made = numbered(keys)
    assert len(set(made)) == len(made) == len(keys)
    assert all(new.startswith(key) for key, new in zip(keys, made, strict=True))
    assert numbered(made) == made
