"""The first source article, as it was scraped: what a careful reader wrote down is what extraction must find.

The page and the reader's notes lie in a `shared` folder beside the checkout and are not part of the project (the text is
the publisher's). Where the folder is absent these tests are skipped.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from scripts import extract

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
NAME = "ctv-2023-03-22-han-dong-resigns"

pytestmark = pytest.mark.skipif(
    not (ARTICLES / f"{NAME}.txt").exists(),
    reason="the scraped article is not beside this checkout (../shared/articles)",
)

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ARTICLES / f"{NAME}.expected.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, expected: dict[str, Any]) -> Tables:
    """The candidate tables, extracted with the command that a user runs; the publisher comes from the citation."""
    out = tmp_path_factory.mktemp("candidates")
    source = expected["source"]
    page = str(ARTICLES / f"{NAME}.txt")
    code = extract.main(
        [page, "--out", str(out), "--publisher", source["publisher"], "--published", source["published"]]
    )
    assert code == 0
    return {path.stem: _rows(path) for path in out.glob("*.parquet")}


def _rows(path: Path) -> list[dict[str, Any]]:
    table = pd.read_parquet(path, dtype_backend="pyarrow")
    return [{k: None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")]


def plain(text: str) -> str:
    """The text with straight quotation marks, for comparing."""
    return re.sub("[‘’]", "'", re.sub("[“”]", '"', text))


def test_the_people_are_found_and_linked(found: Tables, expected: dict[str, Any]) -> None:
    people = {row["person_name"]: row["person_id"] for row in found["people"]}
    for person in expected["people"]:
        assert person["name"] in people
        if person.get("in_register"):
            assert people[person["name"]] is not None, f"{person['name']} is not linked to the register"


def test_nobody_comes_from_teasers_credits_or_place_names(found: Tables, expected: dict[str, Any]) -> None:
    people = {row["person_name"] for row in found["people"]}
    assert people == {person["name"] for person in expected["people"]}
    assert not people & set(expected["not_people"])


def test_the_two_changes_of_caucus(found: Tables, expected: dict[str, Any]) -> None:
    short = {
        "Liberal": "liberal",
        "Independent": "independent",
        "Progressive Conservative": "ontario-progressive-conservative",
    }
    wanted = {
        (
            change["person"],
            change["chamber"],
            short[change["from_caucus"]],
            short[change["to_caucus"]],
            change["kind"],
            date.fromisoformat(change["date"] + "-01" * (change["date_precision"] == "month")),
            change["date_precision"],
        )
        for change in expected["caucus_changes"]
    }
    assert wanted == {
        (
            row["person_name"],
            row["chamber"],
            row["from_party_id"],
            row["to_party_id"],
            row["kind"],
            row["date"],
            row["date_precision"],
        )
        for row in found["caucus_changes"]
    }


def test_the_ten_quotations_and_their_speakers(found: Tables, expected: dict[str, Any]) -> None:
    speakers = {row["statement_id"]: row["speaker_name"] for row in found["statements"]}
    quotations = [(speakers[row["statement_id"]], plain(row["words"])) for row in found["quotations"]]
    missing = [
        (wanted["speaker"], wanted["starts"])
        for wanted in expected["statements"]
        if not any(
            speaker == wanted["speaker"]
            and words.startswith(plain(wanted["starts"]))
            and words.endswith(plain(wanted["ends"]))
            for speaker, words in quotations
        )
    ]
    assert missing == []


def test_what_is_no_statement_is_not_quoted(found: Tables, expected: dict[str, Any]) -> None:
    texts = [plain(row["words"]) for row in found["quotations"]]
    for wrong in expected["not_statements"]:
        assert not any(text.startswith(plain(wrong)) for text in texts), wrong


def test_the_venue_and_the_day_of_the_announcement(found: Tables) -> None:
    first = next(row for row in found["statements"] if row["text"].startswith("I will continue to serve"))
    assert first["venue"] == "House of Commons" or first["addressee"] == "the House of Commons"
    assert first["date"] == date(2023, 3, 22)


def test_the_allegations_denials_and_calls(found: Tables, expected: dict[str, Any]) -> None:
    participants: dict[str, set[str]] = {}
    for row in found["event_participants"]:
        participants.setdefault(row["event_id"], set()).add(row["person_name"] or row["organization"])
    missing = []
    for wanted in expected["events"]:
        begins, _, ends = wanted.get("date", "").partition("/")
        if not any(
            row["event_type"] == wanted["type"]
            and set(wanted["participants"]) <= participants[row["event_id"]]
            and (not begins or str(row["date"]).startswith(begins))
            and (not ends or str(row["end_date"]).startswith(ends))
            for row in found["events"]
        ):
            missing.append((wanted["type"], wanted.get("date"), wanted["participants"]))
    assert missing == []


def test_allegations_are_recorded_as_allegations(found: Tables) -> None:
    allegations = [row for row in found["events"] if row["event_type"] == "allegation"]
    assert allegations
    assert {row["claim"] for row in allegations} <= {"alleged", "denied"}


def test_the_claim_that_the_register_contradicts(found: Tables, expected: dict[str, Any]) -> None:
    (wanted,) = expected["register_conflicts"]
    (conflict,) = found["conflicts"]
    assert conflict["value"] == wanted["register_says"]
    assert conflict["other_value"] in wanted["article_says"]


def test_the_clean_text_is_the_story(expected: dict[str, Any]) -> None:
    from scripts.articles.cleaning import clean

    raw = (ARTICLES / f"{NAME}.txt").read_text(encoding="utf-8")
    source = expected["source"]
    text = clean(raw, publisher=source["publisher"], title=source["headline"])
    assert text.startswith(source["body_starts"])
    assert text.endswith(source["body_ends"])
