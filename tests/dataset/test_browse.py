"""The tables in Datasette: what the database holds, what the pages say, and what visitors cannot do."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cdnpoli import browse_database
from cdnpoli.browse import application
from cdnpoli.browse_charts import Group, Spell, half_circle, line_of_time
from cdnpoli.browse_database import SEARCHED, indexed, ready
from cdnpoli.browse_dataset import in_script
from cdnpoli.browse_metadata import FACETS, LABELS, NEWEST_FIRST, metadata
from cdnpoli.browse_pages import match_of
from cdnpoli.browse_queries import QUERIES
from cdnpoli.store import Store
from tests.dataset import small

CHANGE = "/cdnpoli/caucus_changes/marie-eve-tremblay-2023-03-22"


@pytest.fixture(scope="module")
def site(small_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The Datasette of the small House."""
    return application(small_store, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def database(small_store: Store, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The SQLite file of the small House."""
    return sqlite3.connect(ready(small_store, tmp_path_factory.mktemp("cache")))


def get(site: Any, path: str, **options: Any) -> Any:
    """The answer to a GET."""
    return asyncio.run(site.client.get(path, **options))


def page(site: Any, path: str) -> str:
    """The text of a page that must be there."""
    answer = get(site, path)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


# The database


def test_every_row_is_there(database: sqlite3.Connection, small_store: Store) -> None:
    for name in small_store.names:
        count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        assert count == len(small.ROWS.get(name, []))


def test_foreign_keys_are_declared_and_hold(database: sqlite3.Connection) -> None:
    declared = {(row[3], row[2]) for row in database.execute("PRAGMA foreign_key_list(caucus_changes)")}
    assert ("from_party_id", "parties") in declared
    assert ("event_id", "events") in declared
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_keys_are_primary_keys(database: sqlite3.Connection) -> None:
    def key(table: str) -> list[str]:
        columns = [row for row in database.execute(f"PRAGMA table_info({table})") if row[5]]
        return [row[1] for row in sorted(columns, key=lambda row: row[5])]

    assert key("people") == ["person_id"]
    assert key("caucus_memberships") == ["person_id", "chamber", "start"]


def test_days_are_text_that_sorts(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT start FROM seats WHERE seat_id = 's0'").fetchone() == ("2019-10-21",)


def test_no_date_has_an_index(small_store: Store) -> None:
    for resource in small_store.descriptor.resources:
        for column in indexed(resource):
            assert resource.field(column).type != "date"


def test_the_database_is_built_once_and_again_when_the_tables_change(
    small_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ready(small_store, tmp_path)
    built: list[Path] = []
    monkeypatch.setattr(browse_database, "build", lambda _, path: built.append(path))
    assert ready(small_store, tmp_path) == first
    assert built == []
    changed = Store(small.make(tmp_path / "other"))
    descriptor = changed.folder / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace('"1.2.3"', '"1.2.4"'))
    assert browse_database._fingerprint(changed) != browse_database._fingerprint(small_store)


def test_old_databases_do_not_pile_up(small_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = []
    for number in range(5):
        monkeypatch.setattr(browse_database, "_fingerprint", lambda _, number=number: f"version-{number}")
        newest.append(ready(small_store, tmp_path).parent.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == newest[-3:]


def test_a_build_that_fails_leaves_nothing(small_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(browse_database, "_make_searchable", fail)
    with pytest.raises(RuntimeError):
        browse_database.build(small_store, tmp_path / "cdnpoli.db")
    assert list(tmp_path.iterdir()) == []


def test_what_is_said_of_columns_names_columns_that_exist(small_store: Store) -> None:
    for table, columns in {**SEARCHED, **FACETS}.items():
        assert set(columns) <= set(small_store.resource_of(table).columns)
    for table, column in {**LABELS, **NEWEST_FIRST}.items():
        assert column in small_store.resource_of(table).columns
    for resource in small_store.descriptor.resources:
        told = metadata(small_store)["databases"]["cdnpoli"]["tables"][resource.name]
        assert told["description"]
        assert set(told["columns"]) == set(resource.columns)
        assert told.get("sort_desc", resource.primary_key[0]) in [*told["sortable_columns"], resource.primary_key[0]]


# The pages


def test_home_tells_what_this_is_how_to_cite_it_and_the_latest_change(site: Any) -> None:
    home = page(site, "/")
    for needed in ("A small House.", "(Version 1.2.3) [Data set]", "left the Liberal caucus", "Conservative: 3"):
        assert needed in home
    assert home.count("<circle") == 4


def test_a_table_page_shows_labels_days_in_words_and_terms(site: Any) -> None:
    changes = page(site, "/cdnpoli/caucus_changes")
    assert '<a href="/cdnpoli/people/dan-hill">Dan Hill</a>' in changes
    assert '<time datetime="2020-06">June 2020</time>' in changes
    assert '<time datetime="2023-03-22">22 March 2023</time>' in changes
    assert "crossed the floor" in changes
    assert changes.index("22 March 2023") < changes.index("June 2020")


def test_a_row_page_shows_the_sentence_the_publisher_and_the_link(site: Any) -> None:
    change = page(site, CHANGE)
    assert '<blockquote class="digest">Tremblay told reporters that she had left the Liberal caucus' in change
    assert "Our digest of The Gazette" in change  # the words are ours, and must not be put into the publisher's mouth
    assert "The Gazette" in change
    assert 'href="https://example.org/tremblay?a=1&amp;b=2"' in change
    assert '<a href="/cdnpoli/people/marie-eve-tremblay">Marie-Ève Tremblay</a>' in change
    assert "says 2023-03-27; kept here: 2023-03-22" in change


def test_a_person_page_leads_to_all_that_is_known_of_them(site: Any) -> None:
    person = page(site, "/cdnpoli/people/marie-eve-tremblay")
    told = ("line-of-time", "left the Liberal caucus", "I will clear my name", "is accused of", "Marie Tremblay-Côté")
    for needed in told:
        assert needed in person


def test_what_is_denied_or_unreviewed_is_marked(site: Any) -> None:
    event = page(site, "/cdnpoli/events/2023-allegation-against-marie-eve-tremblay")
    assert '<span class="mark mark-claim">denied</span>' in event
    assert "not reviewed" in event
    assert '<time datetime="2023">2023</time>' in event
    assert "mark-" not in page(site, CHANGE).split("<h2>Where sources disagree")[0].split("<h2>Facts")[0]


def test_a_statement_page_gives_the_exact_words_apart(site: Any) -> None:
    statement = page(site, "/cdnpoli/statements/s-0000000001")
    assert "Quoted word for word" in statement
    assert "“I will clear my name”" in statement
    assert "Quoted word for word" not in page(site, "/cdnpoli/statements/s-0000000002")


def test_three_clicks_from_home_to_the_sentence(site: Any) -> None:
    assert f'href="{CHANGE}"' in page(site, "/")
    assert "<blockquote" in page(site, CHANGE)
    assert "/cdnpoli/sources/gazette-2023-03-23-tremblay-quits" in page(site, CHANGE)


def test_a_row_as_json(site: Any) -> None:
    row = get(site, "/cdnpoli/people/dan-hill.json?_shape=array").json()[0]
    assert row["full_name"] == "Dan Hill"


def test_a_table_as_csv(site: Any) -> None:
    lines = get(site, "/cdnpoli/parties.csv?_sort=party_id").text.splitlines()
    assert lines[0].startswith("party_id,name,")
    assert lines[1].startswith("conservative,")


@pytest.mark.parametrize(
    ("table", "words", "count"),
    [("people", "tremblay", 1), ("people", "marie-eve", 1), ("statements", "constituents", 1), ("events", "floor", 1)],
)
def test_a_search_reduces_the_count(site: Any, table: str, words: str, count: int) -> None:
    everything = get(site, f"/cdnpoli/{table}.json").json()["filtered_table_rows_count"]
    found = get(site, f"/cdnpoli/{table}.json?_search={words}").json()["filtered_table_rows_count"]
    assert everything > found == count


def test_search_over_everything_finds_people_by_another_name_too(site: Any) -> None:
    found = page(site, "/search?q=annie")
    assert '<a href="/cdnpoli/people/ann-smith">Ann Smith</a>' in found
    assert "Dan Hill" not in found


@pytest.mark.parametrize("words", ['"', "'", "*", "a OR b", "NEAR(", "tremblay AND", "-", "x" * 5000, "( ) : ^", "\0"])
def test_a_search_of_signs_is_an_answer_not_an_error(site: Any, words: str) -> None:
    assert asyncio.run(site.client.get("/search", params={"q": words})).status_code == 200


def test_words_of_a_search_are_quoted_so_that_none_is_an_operator() -> None:
    assert match_of('a OR "b"* NEAR(c)') == '"a"* "OR"* "b"* "NEAR"* "c"*'
    assert match_of("l'Île-Bizard") == '"l"* "Île"* "Bizard"*'
    assert match_of(' "*" ') == ""


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_question_has_a_labelled_form_and_answers_when_empty(site: Any, query: Any) -> None:
    empty = page(site, f"/cdnpoli/{query.name}")
    assert query.title in empty
    for parameter in query.parameters:
        assert f'<label for="f-{parameter.name}">{parameter.label}</label>' in empty
        assert f'id="f-{parameter.name}"' in empty


def answer(site: Any, path: str) -> list[dict[str, Any]]:
    """The rows of a question."""
    rows = get(site, path).json()
    assert isinstance(rows, list)
    return rows


def test_the_questions_answer(site: Any) -> None:
    sitting = answer(site, "/cdnpoli/caucus_on_a_day.json?_shape=array&day=2023-03-22")
    assert {(row["person_id"], row["caucus"]) for row in sitting} == {
        ("marie-eve-tremblay", "Independent"),
        ("ann-smith", "Conservative"),
        ("carol-roy", "Conservative"),
        ("dan-hill", "Conservative"),
    }
    changes = "/cdnpoli/changes_of_caucus.json?_shape=array"
    assert [row["person"] for row in answer(site, changes)] == ["Marie-Ève Tremblay", "Dan Hill"]
    assert [row["person"] for row in answer(site, changes + "&to_day=2020-12-31&party=conservative")] == ["Dan Hill"]
    assert [row["person"] for row in answer(site, changes + "&parliament=44")] == ["Marie-Ève Tremblay"]
    assert answer(site, changes + "&kind=expelled") == []
    assert answer(site, "/cdnpoli/changed_more_than_once.json?_shape=array") == []
    assert len(answer(site, "/cdnpoli/changed_more_than_once.json?_shape=array&at_least=1")) == 2
    said = answer(site, "/cdnpoli/who_said_what.json?_shape=array&words=NAME")
    assert [row["statement_id"] for row in said] == ["s-0000000001"]
    differing = answer(site, "/cdnpoli/where_sources_disagree.json?_shape=array")
    assert [row["not_kept"] for row in differing] == ["2023-03-27"]


def test_an_answer_links_people_and_keeps_ids_out_of_sight(site: Any) -> None:
    sitting = page(site, "/cdnpoli/caucus_on_a_day?day=2023-03-22")
    assert '<a href="/cdnpoli/people/dan-hill">Dan Hill</a>' in sitting
    assert "Person id" not in sitting


def test_pages_sorted_by_a_day_give_every_row_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Many rows on few days, given out of order: where the sort does not end with the key, pages repeat and lose rows.
    template = small.ROWS["caucus_changes"][1]
    many = [
        {**template, "change_id": f"change-{number * 37 % 90:03d}", "date": small.day(f"2020-06-0{number % 3 + 1}")}
        for number in range(90)
    ]
    monkeypatch.setitem(small.ROWS, "caucus_changes", many)
    big = application(Store(small.make(tmp_path / "package")), tmp_path / "cache")
    for sort in ("_sort_desc=date", "_sort=date", "_sort=kind", "person_id=dan-hill&_sort_desc=date"):
        path: str | None = f"/cdnpoli/caucus_changes.json?_shape=objects&_size=7&{sort}"
        seen: list[str] = []
        while path:
            answer = get(big, path).json()
            seen += [row["change_id"] for row in answer["rows"]]
            path = (answer["next_url"] or "").removeprefix("http://localhost")
        assert len(seen) == 90, sort
        assert len(set(seen)) == 90, sort


@pytest.mark.parametrize("column", ["person_id", "from_party_id"])
def test_a_column_that_would_page_wrongly_cannot_be_sorted_by(site: Any, column: str) -> None:
    assert get(site, f"/cdnpoli/caucus_changes.json?_sort_desc={column}").status_code != 200


# What visitors cannot do


def test_what_people_wrote_is_shown_as_text(site: Any) -> None:
    for path in (
        "/cdnpoli/people",
        "/cdnpoli/people/mallory-script",
        "/cdnpoli/statements",
        "/cdnpoli/statements/s-0000000002",
        "/cdnpoli/who_said_what",
        "/search?q=script",
        "/cdnpoli/sources/gazette-2023-03-23-tremblay-quits",
    ):
        shown = page(site, path)
        assert "&lt;script&gt;" in shown, path
        assert "<script>alert" not in shown, path
        assert "<img src=x" not in shown, path
    assert "<b>for now</b>" not in page(site, CHANGE)


def test_what_a_visitor_types_is_shown_as_text(site: Any) -> None:
    typed = "%3Cscript%3Ealert(2)%3C/script%3E"
    for path in (f"/search?q={typed}", f"/cdnpoli/who_said_what?words={typed}", f"/cdnpoli/people?_search={typed}"):
        assert "<script>alert(2)" not in page(site, path)


@pytest.mark.parametrize(
    "sql", ["DELETE FROM people", "UPDATE people SET full_name = 'x'", "DROP TABLE people", "ATTACH 'x.db' AS x"]
)
def test_writes_are_refused(site: Any, sql: str) -> None:
    assert asyncio.run(site.client.get("/cdnpoli", params={"sql": sql})).status_code == 400
    assert get(site, "/cdnpoli/people.json").json()["filtered_table_rows_count"] == len(small.ROWS["people"])


def test_a_query_without_end_is_stopped(site: Any) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    answer = asyncio.run(site.client.get("/cdnpoli.json", params={"sql": endless, "_timelimit": "100"}))
    assert answer.status_code == 400
    assert "Interrupted" in answer.text or "interrupted" in answer.text
    shown = asyncio.run(site.client.get("/cdnpoli", params={"sql": endless, "_timelimit": "100"}))
    assert shown.status_code == 400
    assert "stopped at its limit of time" in shown.text
    assert "<script" not in shown.text


def test_nothing_is_loaded_from_elsewhere(site: Any) -> None:
    import re

    for path in ("/", "/cdnpoli", "/cdnpoli/caucus_changes", CHANGE, "/search?q=dan"):
        answer = get(site, path)
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        loaded = re.findall(r"""<(?:script|img|iframe|link)\b[^>]*?(?:src|href)=["']?([^"'>\s]+)""", answer.text)
        assert loaded  # the style sheets at least
        assert [address for address in loaded if not address.startswith(("/", "data:", "http://localhost/"))] == []


def test_no_page_has_a_script_in_it_and_the_policy_would_stop_one(site: Any) -> None:
    tables = [f"/cdnpoli/{table}" for table in small.ROWS if small.ROWS[table]]
    for path in ("/", "/cdnpoli", "/cdnpoli?sql=select+1", CHANGE, "/search?q=dan", "/no-such-page", *tables):
        answer = get(site, path)
        code = answer.text.replace('<script type="application/ld+json">', "")  # values for search engines: never run
        assert "<script" not in code, path
        assert "script-src 'self';" in answer.headers["content-security-policy"]


def test_only_http_addresses_become_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = {**small.ROWS["sources"][0], "url": "javascript:alert(1)"}
    monkeypatch.setitem(small.ROWS, "sources", [source, small.ROWS["sources"][1]])
    bad = application(Store(small.make(tmp_path / "package")), tmp_path / "cache")
    for path in (CHANGE, "/cdnpoli/sources/gazette-2023-03-23-tremblay-quits", "/cdnpoli/sources"):
        assert 'href="javascript:' not in page(bad, path)


def test_another_datasette_in_the_same_process_is_left_alone(site: Any) -> None:
    from datasette.app import Datasette

    assert get(site, "/search").status_code == 200
    other = Datasette(memory=True)
    home = page(other, "/")
    assert "small House" not in home
    assert "content-security-policy" not in get(other, "/").headers
    assert get(other, "/search").status_code == 404
    formula = asyncio.run(other.client.get("/_memory.csv", params={"sql": "select '=1' as x"}))
    assert formula.text.split() == ["x", "=1"]


def test_the_home_page_tells_search_engines_what_the_data_set_is(site: Any, small_store: Store) -> None:
    text = page(site, "/")
    told = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    package = small_store.descriptor
    assert (told["@type"], told["name"], told["version"]) == ("Dataset", package.title, package.version)
    assert told["license"].startswith("https://creativecommons.org/")
    assert told["temporalCoverage"].startswith("1867-07-01/")
    assert told["datePublished"] == package.created
    for download in told["distribution"]:
        assert get(site, download["contentUrl"].removeprefix("http://localhost")).status_code == 200


def test_nothing_in_a_description_ends_the_script_element() -> None:
    document = {"description": "</script><script>alert(1)</script> & more"}
    written = str(in_script(document))
    assert "<" not in written
    assert json.loads(written) == document


# Pictures


def test_the_half_circle_has_a_dot_for_every_seat_and_says_it_in_words() -> None:
    drawn = str(half_circle([Group("A & B", "#ff0000", 200), Group("C", None, 143)], "The House"))
    assert drawn.count("<circle") == 343
    assert 'aria-label="The House: A &amp; B 200, C 143"' in drawn
    assert half_circle([], "The House") == ""
    assert str(half_circle([Group("A", None, 1)], "One")).count("<circle") == 1


def test_a_line_of_time_draws_every_spell_inside_its_frame() -> None:
    import re
    from datetime import date

    spells = [
        Spell("Liberal", "#d71920", date(1990, 1, 1), date(2000, 1, 1)),
        Spell("Independent", None, date(2000, 1, 2), None),
    ]
    drawn = str(line_of_time(spells, date(2010, 1, 1)))
    bars = [(float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)" y="0" width="([\d.]+)"', drawn)]
    assert len(bars) == 2
    assert bars[0][0] == 0
    assert 499 < bars[0][1] < 501
    assert 999 < bars[1][0] + bars[1][1] < 1001
    assert "now" in drawn
