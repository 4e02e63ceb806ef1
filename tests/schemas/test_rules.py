"""The rules between tables: each holds for facts that are true, and each names the row that breaks it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from schemas import rules
from schemas.base import Reference
from schemas.rules import RULES, Breach, Tables, check_all
from schemas.tables import MODELS, TABLES, keys_of, name_of
from tests.schemas import facts
from tests.schemas.facts import ALLEGATION, CHANGE_OF_DONG, CTV, DETENTION, EVENT_OF_DONG, REPORTED, SAID, TALK, TEXTS

Rule = Callable[[Tables], Iterator[Breach]]
Edit = Callable[[facts.Tables], None]


def put(table: str, which: Mapping[str, Any], /, **values: Any) -> Edit:
    """Change the columns of the one row that `which` describes."""

    def edit(tables: facts.Tables) -> None:
        rows = facts.rows_of(tables[table])
        chosen = [row for row in rows if all(row[name] == value for name, value in which.items())]
        assert len(chosen) == 1, f"{len(chosen)} rows of {table} are {which}"
        chosen[0].update(values)
        tables[table] = facts.frame(TABLES[table], rows)

    return edit


def add(table: str, /, **row: Any) -> Edit:
    """Add a row."""

    def edit(tables: facts.Tables) -> None:
        tables[table] = facts.frame(TABLES[table], [*facts.rows_of(tables[table]), row])

    return edit


def repeat(table: str, number: int = 0) -> Edit:
    """Add a row that is there already."""
    return lambda tables: add(table, **facts.rows_of(tables[table])[number])(tables)


def drop(table: str, /, **which: Any) -> Edit:
    """Take the rows away that `which` describes."""

    def edit(tables: facts.Tables) -> None:
        rows = facts.rows_of(tables[table])
        left = [row for row in rows if any(row[name] != value for name, value in which.items())]
        assert len(left) < len(rows), f"no row of {table} is {which}"
        tables[table] = facts.frame(TABLES[table], left)

    return edit


def broken(edit: Edit) -> facts.Tables:
    tables = facts.tables()
    edit(tables)
    return tables


DONG = {"change_id": CHANGE_OF_DONG}
PARTICIPANT = {"event_id": ALLEGATION, "participant": 1}
AFTER_DEATH = "prime-minister-john-a-macdonald-1878"

BAD_ROWS: list[tuple[Rule, str, Edit, tuple[str, str]]] = [
    (rules.primary_keys_are_unique, "one person twice", repeat("people"), ("people", "han-dong")),
    (
        rules.primary_keys_are_unique,
        "one piece of evidence twice",
        repeat("evidence"),
        ("evidence", "people, han-dong, 1"),
    ),
    (
        rules.primary_keys_are_unique,
        "two participants with one number",
        put("event_participants", {"event_id": ALLEGATION, "participant": 2}, participant=1),
        ("event_participants", f"{ALLEGATION}, 1"),
    ),
    (
        rules.ids_are_unique_over_all_tables,
        "a statement named as a change of caucus",
        put("statements", {"statement_id": SAID}, statement_id=CHANGE_OF_DONG),
        ("statements", CHANGE_OF_DONG),
    ),
    (
        rules.ids_are_unique_over_all_tables,
        "an office named as its holder",
        put("offices", {"office_id": AFTER_DEATH}, office_id="john-a-macdonald"),
        ("offices", "john-a-macdonald"),
    ),
    (
        rules.spans_of_time_run_forward,
        "a seat that ends before it starts",
        put("seats", {"person_id": "han-dong"}, end=date(2021, 9, 19)),
        ("seats", "ca-44-don-valley-north-han-dong"),
    ),
    (
        rules.spans_of_time_run_forward,
        "an office that ends before it starts",
        put("offices", {"office_id": AFTER_DEATH}, end=date(1873, 11, 5)),
        ("offices", AFTER_DEATH),
    ),
    (
        rules.spans_of_time_run_forward,
        "a spell in a caucus that ends before it starts",
        put("caucus_memberships", {"party_id": "independent"}, end=date(2023, 3, 21)),
        ("caucus_memberships", "han-dong, House of Commons, 2023-03-22"),
    ),
    (
        rules.spans_of_time_run_forward,
        "an event that ends before it happens",
        put("events", {"event_id": DETENTION}, end_date=date(2017, 1, 1)),
        ("events", DETENTION),
    ),
    (
        rules.spans_of_time_run_forward,
        "a death before birth",
        put("people", {"person_id": "john-a-macdonald"}, died_on=date(1791, 6, 6)),
        ("people", "john-a-macdonald"),
    ),
    (
        rules.dates_and_precision_go_together,
        "an event's date without precision",
        put("events", {"event_id": ALLEGATION}, date_precision=None),
        ("events", ALLEGATION),
    ),
    (
        rules.dates_and_precision_go_together,
        "a statement's precision without a date",
        put("statements", {"statement_id": SAID}, date=None),
        ("statements", SAID),
    ),
    (
        rules.dates_and_precision_go_together,
        "a month that is not its first day",
        put("events", {"event_id": TALK}, date=date(2021, 2, 26)),
        ("events", TALK),
    ),
    (
        rules.dates_and_precision_go_together,
        "a year that is not 1 January",
        put("events", {"event_id": DETENTION}, date=date(2018, 12, 1)),
        ("events", DETENTION),
    ),
    (
        rules.dates_and_precision_go_together,
        "a change dated to a month but on the 22nd",
        put("caucus_changes", DONG, date_precision="month"),
        ("caucus_changes", CHANGE_OF_DONG),
    ),
    (
        rules.changes_go_from_one_caucus_to_another,
        "a change from the Liberals to the Liberals",
        put("caucus_changes", DONG, to_party_id="liberal"),
        ("caucus_changes", CHANGE_OF_DONG),
    ),
    (
        rules.changes_have_their_event,
        "a change that points to the allegation",
        put("caucus_changes", DONG, event_id=ALLEGATION),
        ("caucus_changes", CHANGE_OF_DONG),
    ),
    (
        rules.participants_are_somebody,
        "a participant who is nobody",
        put("event_participants", PARTICIPANT, person_id=None, person_name=None),
        ("event_participants", f"{ALLEGATION}, 1"),
    ),
    (
        rules.participants_are_somebody,
        "a participant who is a person and an organization",
        put("event_participants", PARTICIPANT, organization="Liberal"),
        ("event_participants", f"{ALLEGATION}, 1"),
    ),
    (
        rules.participants_are_somebody,
        "an organization with a person's id",
        put("event_participants", {"event_id": ALLEGATION, "participant": 2}, person_id="han-dong"),
        ("event_participants", f"{ALLEGATION}, 2"),
    ),
    (
        rules.participants_are_somebody,
        "an event without participants",
        drop("event_participants", event_id=DETENTION),
        ("events", DETENTION),
    ),
    (
        rules.speakers_are_resolved_or_say_why,
        "a speaker without id or reason",
        put("statements", {"statement_id": SAID}, speaker_id=None),
        ("statements", SAID),
    ),
    (
        rules.speakers_are_resolved_or_say_why,
        "a speaker with an id and a reason for having none",
        put("statements", {"statement_id": SAID}, speaker_unresolved_reason="not in register"),
        ("statements", SAID),
    ),
    (
        rules.quotations_lie_in_their_statement,
        "a quotation that goes on after its statement",
        put("statements", {"statement_id": SAID}, end=facts.TEXT.index(facts.WORDS) + 9),
        ("quotations", f"{SAID}, 1"),
    ),
    (
        rules.quotations_lie_in_their_statement,
        "a quotation that begins before its statement",
        put("statements", {"statement_id": SAID}, start=facts.TEXT.index(facts.WORDS) + 4),
        ("quotations", f"{SAID}, 1"),
    ),
    (
        rules.quotations_lie_in_their_statement,
        "a quotation that ends where it begins",
        put("quotations", {"statement_id": SAID}, end=facts.TEXT.index(facts.WORDS)),
        ("quotations", f"{SAID}, 1"),
    ),
    *(
        (
            rules.every_row_has_evidence,
            f"a row of {table} without evidence",
            drop("evidence", table=table, row_id=row_id),
            (table, row_id),
        )
        for table, row_id in (
            ("people", "leona-alleslev"),
            ("parties", "independent"),
            ("seats", "ca-44-don-valley-north-han-dong"),
            ("offices", AFTER_DEATH),
            ("events", EVENT_OF_DONG),
            ("caucus_changes", CHANGE_OF_DONG),
            ("statements", SAID),
        )
    ),
    (
        rules.every_row_has_evidence,
        "evidence under the same id but of another table",
        put("evidence", {"table": "caucus_changes", "row_id": CHANGE_OF_DONG}, table="events"),
        ("caucus_changes", CHANGE_OF_DONG),
    ),
    (
        rules.evidence_points_to_rows,
        "evidence of a row that is not there",
        put("evidence", {"row_id": CHANGE_OF_DONG}, row_id="han-dong-2019-10-21"),
        ("evidence", "caucus_changes, han-dong-2019-10-21"),
    ),
    (
        rules.evidence_points_to_rows,
        "a conflict about a row that is not there",
        put("conflicts", {"row_id": "john-a-macdonald"}, row_id="john-macdonald"),
        ("conflicts", "people, john-macdonald"),
    ),
    (
        rules.redirects_lead_somewhere,
        "a redirected id that is still there",
        add("redirects", table="people", old_id="han-dong", new_id=None, reason="a test", release="1.0.1"),
        ("redirects", "han-dong"),
    ),
    (
        rules.redirects_lead_somewhere,
        "a redirect to nowhere",
        add("redirects", table="people", old_id="dong-han", new_id="han-dong-2", reason="a test", release="1.0.1"),
        ("redirects", "dong-han"),
    ),
    (
        rules.redirects_lead_somewhere,
        "a redirect to itself",
        add("redirects", table="people", old_id="dong-han", new_id="dong-han", reason="a test", release="1.0.1"),
        ("redirects", "dong-han"),
    ),
    (
        rules.row_changes_name_what_changed,
        "a change that names no column",
        put("row_changes", {"line": 1}, column=None),
        ("row_changes", "0.1.0, 1"),
    ),
    (
        rules.row_changes_name_what_changed,
        "a change of nothing",
        put("row_changes", {"line": 1}, new="1815-01-10"),
        ("row_changes", "0.1.0, 1"),
    ),
    (
        rules.row_changes_name_what_changed,
        "a withdrawn row of which a column is named",
        put("row_changes", {"line": 2}, column="date"),
        ("row_changes", "0.1.0, 2"),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_true_facts_keep_every_rule(rule: Rule) -> None:
    assert list(rule(facts.tables())) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_empty_tables_keep_every_rule(rule: Rule) -> None:
    assert list(rule(facts.empty_tables())) == []


def test_true_facts_pass_all_rules_and_quotations() -> None:
    assert check_all(facts.tables(), TEXTS) == []


@pytest.mark.parametrize(
    ("rule", "edit", "where"), [pytest.param(r, e, w, id=f"{r.__name__}: {words}") for r, words, e, w in BAD_ROWS]
)
def test_a_bad_row_is_named(rule: Rule, edit: Edit, where: tuple[str, str]) -> None:
    assert [(breach.table, breach.row) for breach in rule(broken(edit))] == [where]


REFERENCES = [
    pytest.param(name_of(model), reference, id=f"{name_of(model)}.{reference.column}")
    for model in MODELS
    for reference in keys_of(model).references
]


@pytest.mark.parametrize(("table", "reference"), REFERENCES)
def test_a_key_of_nobody_breaks_its_table(table: str, reference: Reference) -> None:
    tables = facts.tables()
    rows = facts.rows_of(tables[table])
    rows[0][reference.column] = "nobody-at-all"
    tables[table] = facts.frame(TABLES[table], rows)
    (breach,) = rules.foreign_keys_point_somewhere(tables)
    assert breach.table == table
    assert breach.row == ", ".join(str(rows[0][column]) for column in keys_of(TABLES[table]).primary)
    assert breach.problem == f"{reference.column} 'nobody-at-all' is not in {reference.table}"


def test_an_event_of_one_day_and_a_seat_that_lasts_run_forward() -> None:
    tables = broken(put("seats", {"person_id": "han-dong"}, end=None, end_reason=None))
    put("events", {"event_id": DETENTION}, end_date=date(2018, 1, 1))(tables)
    assert list(rules.spans_of_time_run_forward(tables)) == []


def test_the_same_id_twice_in_one_table_is_a_matter_of_its_key() -> None:
    assert list(rules.ids_are_unique_over_all_tables(broken(repeat("people")))) == []


def test_a_person_and_a_party_may_share_a_word() -> None:
    tables = broken(put("people", {"person_id": "han-dong"}, person_id="liberal"))
    assert list(rules.ids_are_unique_over_all_tables(tables)) == []


BAD_QUOTATIONS = [
    pytest.param(
        put("statements", {"statement_id": SAID}, text="The truth shall protect us,"),
        ("statements", SAID),
        "differ from the text",
        id="words that the text does not have",
    ),
    pytest.param(
        put("statements", {"statement_id": SAID}, start=0, end=26),
        ("statements", SAID),
        "differ from the text",
        id="offsets of other words",
    ),
    pytest.param(
        put("statements", {"statement_id": REPORTED}, source_id=facts.PARLINFO),
        ("statements", REPORTED),
        "no text was read",
        id="a statement in a register",
    ),
    pytest.param(
        put("quotations", {"statement_id": SAID}, words="The truth shall protect us,"),
        ("quotations", f"{SAID}, 1"),
        "differ from the text",
        id="quoted words that the text does not have",
    ),
    pytest.param(
        put("evidence", {"row_id": CHANGE_OF_DONG}, quote="Han Dong left"),
        ("evidence", f"caucus_changes, {CHANGE_OF_DONG}, 1"),
        "differs from the text",
        id="evidence that the text does not have",
    ),
    pytest.param(
        put("evidence", {"row_id": CHANGE_OF_DONG}, end=None),
        ("evidence", f"caucus_changes, {CHANGE_OF_DONG}, 1"),
        "without offsets",
        id="a quotation without its place",
    ),
    pytest.param(
        put("evidence", {"row_id": CHANGE_OF_DONG}, source_id=facts.BIOGRAPHY),
        ("evidence", f"caucus_changes, {CHANGE_OF_DONG}, 1"),
        "no text was read",
        id="a quotation from a source nobody read",
    ),
]


@pytest.mark.parametrize(("edit", "where", "problem"), BAD_QUOTATIONS)
def test_a_quotation_equals_the_text_between_its_offsets(edit: Edit, where: tuple[str, str], problem: str) -> None:
    (breach,) = rules.quotations_equal_the_text(broken(edit), TEXTS)
    assert (breach.table, breach.row) == where
    assert problem in breach.problem


def test_a_text_mended_after_reading_breaks_every_quotation_behind_the_mend() -> None:
    moved = {CTV: "MP " + TEXTS[CTV]}
    quoting = sum(row["source_id"] == CTV for row in facts.ROWS["evidence"] + facts.ROWS["statements"])
    quoting += len(facts.ROWS["quotations"])
    assert len(list(rules.quotations_equal_the_text(facts.tables(), moved))) == quoting


def test_every_rule_of_the_module_is_run() -> None:
    written: set[object] = {
        function
        for name, function in inspect.getmembers(rules, inspect.isfunction)
        if function.__module__ == rules.__name__ and not name.startswith("_") and name != "check_all"
    }
    assert written == {*RULES, rules.quotations_equal_the_text}
    assert len(set(RULES)) == len(RULES)


def test_every_rule_is_fed_a_bad_row_here() -> None:
    assert {rule for rule, *_ in BAD_ROWS} | {rules.foreign_keys_point_somewhere} == set(RULES)


@pytest.mark.parametrize(("edit", "where"), [pytest.param(e, w, id=words) for _, words, e, w in BAD_ROWS])
def test_check_all_reports_what_any_rule_finds(edit: Edit, where: tuple[str, str]) -> None:
    assert where in [(breach.table, breach.row) for breach in check_all(broken(edit), TEXTS)]


def test_check_all_reports_a_changed_quotation() -> None:
    tables = broken(put("statements", {"statement_id": SAID}, text="Something else"))
    assert [str(breach) for breach in check_all(tables, TEXTS)] == [
        f"statements: {SAID}: the words differ from the text between the offsets"
    ]


def chain(*steps: tuple[str, str | None]) -> Edit:
    """Add redirects of people, each from one id to the next."""

    def edit(tables: facts.Tables) -> None:
        for old_id, new_id in steps:
            add("redirects", table="people", old_id=old_id, new_id=new_id, reason="a test", release="1.0.1")(tables)

    return edit


@pytest.mark.parametrize("end", ["han-dong", None], ids=["ends at a person", "ends in a withdrawal"])
def test_an_id_that_was_merged_twice_may_lead_on(end: str | None) -> None:
    tables = broken(chain(("dong-han", "han-d"), ("han-d", end)))
    assert list(rules.redirects_lead_somewhere(tables)) == []


def test_every_redirect_of_a_circle_is_named() -> None:
    tables = broken(chain(("a-b", "b-c"), ("b-c", "c-d"), ("c-d", "b-c")))
    found = list(rules.redirects_lead_somewhere(tables))
    assert [breach.row for breach in found] == ["a-b", "b-c", "c-d"]
    assert {breach.problem for breach in found} == {"leads in a circle"}
