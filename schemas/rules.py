"""What must hold between tables: each rule is a function from the tables to the rows that break it.

A rule takes the tables by name (pandas, as the models make them) and yields one `Breach` a broken row. `check_all`
runs every rule. What a rule needs beside the tables (the clean texts) it takes as an argument of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from schemas.tables import TABLES, keys_of

Tables = Mapping[str, pd.DataFrame]

ROW_TABLES = ("people", "parties", "seats", "offices", "events", "caucus_changes", "statements")
"""The tables whose rows have an id of their own and must have evidence."""


@dataclass(frozen=True)
class Breach:
    """A row that breaks a rule: which table and row, and what is wrong with it."""

    table: str
    row: str
    problem: str

    def __str__(self) -> str:
        return f"{self.table}: {self.row}: {self.problem}"


def primary_keys_are_unique(tables: Tables) -> Iterator[Breach]:
    """No two rows of a table share a key."""
    for name, table in tables.items():
        columns = list(keys_of(TABLES[name]).primary)
        for key in table.loc[table.duplicated(columns), columns].itertuples(index=False):
            yield Breach(name, _key(key), "the key occurs twice")


def foreign_keys_point_somewhere(tables: Tables) -> Iterator[Breach]:
    """Every foreign key is empty or the key of a row in the table it points to."""
    for name, table in tables.items():
        keys = keys_of(TABLES[name])
        for reference in keys.references:
            values = table[reference.column]
            broken = values.notna() & ~values.isin(tables[reference.table][reference.key])
            for row in table[broken].to_dict("records"):
                yield Breach(
                    name,
                    _key(tuple(row[column] for column in keys.primary)),
                    f"{reference.column} {row[reference.column]!r} is not in {reference.table}",
                )


def ids_are_unique_over_all_tables(tables: Tables) -> Iterator[Breach]:
    """An id names one row of one table, so that evidence and citations can name it alone.

    Parties are left out: a party's id is a word such as `independent`, always used in a column of its own.
    """
    seen: dict[str, str] = {}
    for name in ROW_TABLES:
        if name == "parties":
            continue
        for key in tables[name][keys_of(TABLES[name]).primary[0]]:
            if key in seen and seen[key] != name:
                yield Breach(name, key, f"the id is also in {seen[key]}")
            seen.setdefault(key, name)


def spans_of_time_run_forward(tables: Tables) -> Iterator[Breach]:
    """Nothing ends before it starts; nobody dies before birth."""
    for name, start, end in (
        ("seats", "start", "end"),
        ("offices", "start", "end"),
        ("caucus_memberships", "start", "end"),
        ("coverage", "start", "end"),
        ("events", "date", "end_date"),
        ("people", "born_on", "died_on"),
    ):
        table, columns = tables[name], list(keys_of(TABLES[name]).primary)
        for key in table.loc[(table[end] < table[start]).fillna(False), columns].itertuples(index=False):
            yield Breach(name, _key(key), f"{end} is before {start}")


def dates_and_precision_go_together(tables: Tables) -> Iterator[Breach]:
    """A date has a precision and a precision a date; a month is given as its first day, a year as 1 January."""
    for name in ("events", "caucus_changes", "statements"):
        key = keys_of(TABLES[name]).primary[0]
        for row in tables[name][[key, "date", "date_precision"]].itertuples(index=False):
            day, precision = row.date, row.date_precision
            if pd.isna(day) != pd.isna(precision):
                yield Breach(name, row[0], "a date and its precision must be there together")
            elif pd.isna(day):
                continue
            elif precision == "month" and day.day != 1:
                yield Breach(name, row[0], f"{day} has month precision and is not the first of a month")
            elif precision == "year" and (day.month, day.day) != (1, 1):
                yield Breach(name, row[0], f"{day} has year precision and is not 1 January")


def changes_go_from_one_caucus_to_another(tables: Tables) -> Iterator[Breach]:
    """A change of caucus leaves one caucus and enters a different one."""
    changes = tables["caucus_changes"]
    for row in changes[changes["from_party_id"] == changes["to_party_id"]].itertuples(index=False):
        yield Breach("caucus_changes", row.change_id, f"from and to are both {row.from_party_id!r}")


def changes_have_their_event(tables: Tables) -> Iterator[Breach]:
    """A change of caucus points to an event of that type."""
    types = dict(zip(tables["events"]["event_id"], tables["events"]["event_type"], strict=True))
    for row in tables["caucus_changes"].itertuples(index=False):
        if types.get(row.event_id, "caucus_change") != "caucus_change":
            yield Breach("caucus_changes", row.change_id, f"event {row.event_id!r} is a {types[row.event_id]}")


def participants_are_somebody(tables: Tables) -> Iterator[Breach]:
    """A participant is a person or an organization, and not both; every event has one."""
    participants = tables["event_participants"]
    for row in participants.itertuples(index=False):
        if pd.isna(row.person_name) == pd.isna(row.organization):
            yield Breach(
                "event_participants", f"{row.event_id}, {row.participant}", "neither or both of person and organization"
            )
        elif pd.notna(row.person_id) and pd.isna(row.person_name):
            yield Breach("event_participants", f"{row.event_id}, {row.participant}", "a person_id without a name")
    missing = ~tables["events"]["event_id"].isin(participants["event_id"])
    for event_id in tables["events"].loc[missing, "event_id"]:
        yield Breach("events", event_id, "has no participant")


def speakers_are_resolved_or_say_why(tables: Tables) -> Iterator[Breach]:
    """A statement has a speaker's id, or the reason why it has none; never both."""
    for row in tables["statements"].itertuples(index=False):
        if pd.isna(row.speaker_id) == pd.isna(row.speaker_unresolved_reason):
            yield Breach("statements", row.statement_id, "needs either a speaker_id or the reason why it is unresolved")


def quotations_lie_in_their_statement(tables: Tables) -> Iterator[Breach]:
    """A quotation is part of what was said: it lies inside its statement."""
    statements = {row.statement_id: row for row in tables["statements"].itertuples(index=False)}
    for row in tables["quotations"].itertuples(index=False):
        statement = statements.get(row.statement_id)
        if statement is None:
            continue  # a foreign key that points nowhere is another rule's
        if not statement.start <= row.start < row.end <= statement.end:
            yield Breach("quotations", f"{row.statement_id}, {row.quotation}", "lies outside its statement")


def every_row_has_evidence(tables: Tables) -> Iterator[Breach]:
    """Every row with an id rests on a source."""
    evidence = tables["evidence"]
    for name in ROW_TABLES:
        key = keys_of(TABLES[name]).primary[0]
        known = evidence.loc[evidence["table"] == name, "row_id"]
        for row in tables[name].loc[~tables[name][key].isin(known), key]:
            yield Breach(name, row, "has no evidence")


def evidence_points_to_rows(tables: Tables) -> Iterator[Breach]:
    """Evidence and conflicts are about rows that exist."""
    for name in ("evidence", "conflicts"):
        table = tables[name]
        for about, rows in table.groupby("table", sort=True):
            ids = tables[str(about)][keys_of(TABLES[str(about)]).primary[0]]
            for row in rows.loc[~rows["row_id"].isin(ids), "row_id"]:
                yield Breach(name, f"{about}, {row}", "is about a row that is not there")


def redirects_lead_somewhere(tables: Tables) -> Iterator[Breach]:
    """A redirected id is gone from its table, and following its redirects ends at a row or a withdrawal."""
    redirects = tables["redirects"]
    onward = {(row.table, row.old_id): row.new_id for row in redirects.itertuples(index=False)}
    present = {name: set(tables[name][keys_of(TABLES[name]).primary[0]]) for name in redirects["table"].unique()}
    for (table, old_id), new_id in onward.items():
        if old_id in present[table]:
            yield Breach("redirects", old_id, f"is still a row of {table}")
        seen = {old_id}
        while pd.notna(new_id) and (table, new_id) in onward and new_id not in seen:
            seen.add(new_id)
            new_id = onward[table, new_id]
        if new_id in seen:
            yield Breach("redirects", old_id, "leads in a circle")
        elif pd.notna(new_id) and new_id not in present[table]:
            yield Breach("redirects", old_id, f"leads to {new_id}, which is not in {table}")


def row_changes_name_what_changed(tables: Tables) -> Iterator[Breach]:
    """A changed row names the column and two different values; a row added or withdrawn is told of as a whole."""
    for row in tables["row_changes"].itertuples(index=False):
        where = f"{row.release}, {row.line}"
        column, old, new = (None if pd.isna(value) else value for value in (row.column, row.old, row.new))
        if row.change == "changed":
            if column is None:
                yield Breach("row_changes", where, "is a change that names no column")
            if old == new:
                yield Breach("row_changes", where, "has the same value before and after")
        elif (column, old, new) != (None, None, None):
            yield Breach("row_changes", where, f"is a whole row {row.change}, and yet names a column or a value")


def quotations_equal_the_text(tables: Tables, texts: Mapping[str, str]) -> Iterator[Breach]:
    """A statement's words and a piece of evidence's quotation equal the source's clean text between their offsets.

    `texts` has the clean text of every source that was read, by source id.
    """
    for row in tables["statements"].itertuples(index=False):
        if row.source_id not in texts:
            yield Breach("statements", row.statement_id, f"no text was read for {row.source_id!r}")
        elif texts[row.source_id][row.start : row.end] != row.text:
            yield Breach("statements", row.statement_id, "the words differ from the text between the offsets")
    sources = dict(zip(tables["statements"]["statement_id"], tables["statements"]["source_id"], strict=True))
    for row in tables["quotations"].itertuples(index=False):
        text = texts.get(sources.get(row.statement_id, ""), "")
        if text[row.start : row.end] != row.words:
            where = f"{row.statement_id}, {row.quotation}"
            yield Breach("quotations", where, "the words differ from the text between the offsets")
    evidence = tables["evidence"]
    for row in evidence[evidence["quote"].notna()].itertuples(index=False):
        where = f"{row.table}, {row.row_id}, {row.piece}"
        if row.source_id not in texts:
            yield Breach("evidence", where, f"no text was read for {row.source_id!r}")
        elif pd.isna(row.start) or pd.isna(row.end):
            yield Breach("evidence", where, "has a quotation without offsets")
        elif texts[row.source_id][row.start : row.end] != row.quote:
            yield Breach("evidence", where, "the quotation differs from the text between the offsets")


RULES: tuple[Callable[[Tables], Iterator[Breach]], ...] = (
    primary_keys_are_unique,
    foreign_keys_point_somewhere,
    ids_are_unique_over_all_tables,
    spans_of_time_run_forward,
    dates_and_precision_go_together,
    changes_go_from_one_caucus_to_another,
    changes_have_their_event,
    participants_are_somebody,
    speakers_are_resolved_or_say_why,
    quotations_lie_in_their_statement,
    every_row_has_evidence,
    evidence_points_to_rows,
    redirects_lead_somewhere,
    row_changes_name_what_changed,
)


def check_all(tables: Tables, texts: Mapping[str, str]) -> list[Breach]:
    """Every breach of every rule, in the order of the rules."""
    breaches = [breach for rule in RULES for breach in rule(tables)]
    return breaches + list(quotations_equal_the_text(tables, texts))


def _key(values: tuple[object, ...]) -> str:
    return ", ".join(str(value) for value in values)
