"""The questions with pictures: what the answer says, and that the picture says the same."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from cdnpoli.browse import application
from cdnpoli.browse_answers import KIND_COLORS, picture
from cdnpoli.browse_charts import Column, Flow, Group, columns, flows
from cdnpoli.browse_queries import QUERIES
from cdnpoli.store import Store
from tests.dataset import small

RECT = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"')


@pytest.fixture(scope="module")
def site(small_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The Datasette of the small House."""
    return application(small_store, tmp_path_factory.mktemp("cache"))


def page(site: Any, path: str) -> str:
    """The text of a page that must be there."""
    answer = asyncio.run(site.client.get(path))
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def rows(site: Any, question: str, **asked: str) -> list[dict[str, Any]]:
    """The answer to a question."""
    answer = asyncio.run(site.client.get(f"/cdnpoli/{question}.json", params={"_shape": "array", **asked}))
    assert answer.status_code == 200, answer.text
    return list(answer.json())


def same(_: str, __: str, value: str) -> str:
    """A term said as it stands."""
    return value


# Changes per Parliament


def test_changes_are_counted_in_the_parliament_in_which_the_member_sat(site: Any) -> None:
    counted = rows(site, "changes_per_parliament")
    assert [(row["parliament"], row["kind"], row["changes"]) for row in counted] == [
        (44, "resigned", 1),
        (43, "crossed_floor", 1),
    ]
    assert [row["parliament"] for row in rows(site, "changes_per_parliament", party="conservative")] == [43]


def test_a_parliament_leads_to_its_changes(site: Any) -> None:
    assert 'href="/cdnpoli/changes_of_caucus?parliament=43"' in page(site, "/cdnpoli/changes_per_parliament")


def test_every_kind_of_change_has_a_colour_of_its_own(small_store: Store) -> None:
    kinds = {term.value for term in small_store.resource_of("caucus_changes").field("kind").terms}
    assert kinds
    assert set(KIND_COLORS) == kinds
    assert len(set(KIND_COLORS.values())) == len(kinds)


def test_a_parliament_without_changes_keeps_its_place(site: Any) -> None:
    counted: list[dict[str, Any]] = [
        {"parliament": 3, "kind": "resigned", "changes": 4},
        {"parliament": 1, "kind": "resigned", "changes": 2},
        {"parliament": None, "kind": "joined", "changes": 9},
    ]
    drawn = picture("changes_per_parliament", counted, same)
    assert drawn is not None
    (x1, _, wide, tall1, _), (x3, _, _, tall3, _) = (tuple(map(str, bar)) for bar in RECT.findall(str(drawn.svg)))
    assert float(x3) - float(x1) > 2 * float(wide)
    assert float(tall3) == pytest.approx(2 * float(tall1), abs=0.02)
    assert "Parliament 3 (4)" in drawn.svg


# Flows


def test_flows_are_counted_in_the_period_and_the_chamber(site: Any) -> None:
    everything = rows(site, "flows_between_caucuses")
    assert {(row["from"], row["to"], row["changes"]) for row in everything} == {
        ("Liberal", "Independent", 1),
        ("Liberal", "Conservative", 1),
    }
    assert [row["to"] for row in rows(site, "flows_between_caucuses", to_day="2020-12-31")] == ["Conservative"]
    assert [row["to"] for row in rows(site, "flows_between_caucuses", from_day="2021-01-01")] == ["Independent"]
    assert rows(site, "flows_between_caucuses", chamber="Senate") == []


def test_a_ribbon_is_as_thick_as_the_changes_are_many() -> None:
    caucuses = {"a": Group("A", "#ff0000", 0), "b": Group("B", None, 0), "c": Group("C & D", "#0000ff", 0)}
    drawn = str(flows([Flow("a", "b", 3), Flow("a", "c", 1), Flow("c", "b", 2)], caucuses, "Flows"))
    ribbons = re.findall(
        r'<path d="M(\d+) ([\d.]+)C.*?V([\d.]+)C.*? (\d+) ([\d.]+)Z" fill="(#\w+)"><title>(.*?)<', drawn
    )
    thickness = {title: float(below) - float(above) for _, above, _, _, below, _, title in ribbons}
    assert set(thickness) == {"A to B: 3", "A to C &amp; D: 1", "C &amp; D to B: 2"}
    one = thickness["A to C &amp; D: 1"]
    assert thickness["A to B: 3"] == pytest.approx(3 * one, abs=0.2)
    assert thickness["C &amp; D to B: 2"] == pytest.approx(2 * one, abs=0.2)
    assert {color for *_, color, _ in ribbons} == {"#ff0000", "#0000ff"}  # the colour of the caucus left
    assert flows([], {}, "Flows") == ""


def test_two_parties_of_one_name_are_two_ends_of_a_flow(site: Any) -> None:
    change = {"changes": 1, "from_color": None, "to_color": None, "from": "Conservative", "to": "Conservative"}
    drawn = picture("flows_between_caucuses", [{**change, "from_party_id": "old", "to_party_id": "new"}], same)
    assert drawn is not None
    assert drawn.svg.count("<path") == 1


# Standings


def test_standings_count_every_seat_on_the_first_of_january(site: Any) -> None:
    by_year: dict[int, dict[str, int]] = {}
    for row in rows(site, "standings_over_time"):
        by_year.setdefault(row["year"], {})[row["caucus"]] = row["seats"]
    # In 2021 only Dan Hill sits, by then a Conservative; on 1 January 2022 Bob Jones and John White hold their seats too.
    assert by_year == {
        2020: {"Liberal": 1},
        2021: {"Conservative": 1},
        2022: {"Conservative": 3, "Liberal": 2},
        2023: {"Conservative": 4, "Liberal": 1},
    }


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ({"from_year": "2022"}, {2022, 2023}),
        ({"to_year": "2021"}, {2020, 2021}),
        ({"from_year": "1000"}, {2020, 2021, 2022, 2023}),
        ({"from_year": "2022", "to_year": "2020"}, {2022}),
        ({"from_year": "9999"}, set()),
        ({"from_year": "soon"}, {2020, 2021, 2022, 2023}),
        ({"to_year": "99999999999"}, {2020, 2021, 2022, 2023}),
    ],
)
def test_the_years_asked_for_are_answered(site: Any, asked: dict[str, str], years: set[int]) -> None:
    assert {row["year"] for row in rows(site, "standings_over_time", **asked)} == years


def test_small_caucuses_are_drawn_together_and_no_seat_is_lost() -> None:
    large = {"caucus": "Large", "party_id": "l", "color": "#112233"}
    told = [{"year": 2000, "seats": 200, **large}, {"year": 2001, "seats": 200, **large}]
    told += [
        {"year": 2000, "seats": 1, "caucus": f"Small {n}", "party_id": f"s{n}", "color": "#abcdef"} for n in range(5)
    ]
    drawn = picture("standings_over_time", told, same)
    assert drawn is not None
    assert [group.name for group in drawn.legend] == ["Large", "Smaller caucuses"]
    tall = [float(bar[3]) for bar in RECT.findall(str(drawn.svg))]
    assert sum(tall[:2]) == pytest.approx(tall[0] * 205 / 200, abs=0.05)


# All of them


@pytest.mark.parametrize("question", ["changes_per_parliament", "flows_between_caucuses", "standings_over_time"])
def test_a_picture_says_what_it_shows_and_has_its_figures_in_a_table(site: Any, question: str) -> None:
    shown = page(site, f"/cdnpoli/{question}")
    drawn = re.search(r'<div class="chart-scroll"[^>]*><svg [^>]*role="img" aria-label="([^"]+)"', shown)
    assert drawn is not None
    assert re.search(r"\d", drawn[1])
    assert '<table class="rows-and-columns">' in shown


def test_a_question_without_an_answer_has_no_picture(site: Any) -> None:
    assert "chart-scroll" not in page(site, "/cdnpoli/flows_between_caucuses?from_day=2025-01-01")
    assert picture("caucus_on_a_day", [{"person": "Dan Hill"}], same) is None


def test_names_in_pictures_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parties = [{**row, "short_name": small.HOSTILE, "color": None} for row in small.ROWS["parties"]]
    monkeypatch.setitem(small.ROWS, "parties", parties)
    hostile = application(Store(small.make(tmp_path / "package")), tmp_path / "cache")
    for question in ("flows_between_caucuses", "standings_over_time", "caucus_on_a_day?day=2022-01-01"):
        shown = page(hostile, f"/cdnpoli/{question}")
        assert "&lt;script&gt;" in shown
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


def test_columns_stay_in_their_frame_and_start_from_nothing() -> None:
    shown = [Column(n, [Group("A", "#ff0000", n), Group("B", None, 1)]) for n in range(1, 61)]
    drawn = str(columns(shown, "Columns"))
    bars = [tuple(map(float, bar[:4])) for bar in RECT.findall(drawn)]
    assert len(bars) == 120
    assert all(x >= 0 and x + wide <= 800.1 and y >= 0 and y + tall <= 300.1 for x, y, wide, tall in bars)
    assert {round(y + tall, 1) for _, y, _, tall in bars[::2]} == {300.0}
    assert columns([Column(1, [])], "Nothing") == ""


# Who said what about an event

ALLEGATION = "2023-allegation-against-marie-eve-tremblay"


def test_the_events_to_choose_from_are_those_that_people_spoke_about(site: Any) -> None:
    form = page(site, "/cdnpoli/said_about_an_event")
    options = re.findall(r'<option value="([^"]*)"(?: selected)?>([^<]*)</option>', form.split("</select>")[0])
    assert options == [("", "any event"), (ALLEGATION, "Tremblay is accused of foreign contacts (2023)")]


def test_what_was_said_about_an_event_is_found_by_event_speaker_and_kind(site: Any) -> None:
    question = "said_about_an_event"
    assert [row["statement_id"] for row in rows(site, question, event=ALLEGATION)] == ["s-0000000001"]
    assert rows(site, question, event="2020-06-caucus-change-dan-hill") == []
    assert rows(site, question, event=ALLEGATION, speaker="Dan Hill") == []
    assert rows(site, question, event=ALLEGATION, kind="indirect") == []
    shown = page(site, f"/cdnpoli/{question}?event={ALLEGATION}")
    assert f'href="/cdnpoli/events/{ALLEGATION}"' in shown
    assert '<span class="mark mark-claim">denied</span>' in shown


def test_every_choice_is_labelled_and_none_is_a_bare_term(site: Any) -> None:
    for query in QUERIES:
        for value, label in re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)<', page(site, f"/cdnpoli/{query.name}")):
            assert label.strip(), (query.name, value)
            assert "_" not in label, (query.name, label)


# Rows that point to rows of any table


def test_evidence_and_conflicts_lead_to_their_rows_and_name_the_table(site: Any) -> None:
    target = 'href="/cdnpoli/caucus_changes/marie-eve-tremblay-2023-03-22"'
    for path in ("/cdnpoli/evidence", "/cdnpoli/conflicts", "/cdnpoli/where_sources_disagree"):
        shown = page(site, path)
        assert target in shown, path
        assert "Caucus changes</td>" in shown, path
