"""The page on citing says how many people have an id elsewhere: the figures are those of the published tables."""

from __future__ import annotations

import re
from pathlib import Path

import cdnpoli

PAGE = Path(__file__).parents[2] / "docs" / "citing.md"


def test_the_page_states_the_coverage_of_each_scheme() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) \| \d+% \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    counted = cdnpoli.load("person_identifiers").groupby("scheme")["person_id"].nunique()
    assert {scheme: int(count.replace(",", "")) for scheme, count in told.items()} == counted.to_dict()


def test_no_id_is_given_to_two_people() -> None:
    ids = cdnpoli.load("person_identifiers")
    assert not ids.duplicated(["scheme", "identifier"]).any()
