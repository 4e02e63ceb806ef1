"""The questions that people come with, as canned queries with forms.

A result may carry ids in columns that end in `_id`: the page hides them and links the column of the same name
(`person_id` makes `person` a link), while CSV and JSON have both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Parameter:
    """One field of a form. `choices` is SQL that yields (value, label) to choose from, `blank` says what none means."""

    name: str
    label: str
    hint: str = ""
    type: str = "text"
    choices: str = ""
    blank: str = "any"
    example: str = ""


@dataclass(frozen=True)
class Query:
    """One question: its address, what it is called, what it answers, its form and its SQL."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str


LINKS: Mapping[str, tuple[str, str]] = {
    "person": ("people", "person_id"),
    "event": ("events", "event_id"),
    "change": ("caucus_changes", "change_id"),
    "statement": ("statements", "statement_id"),
    "source": ("sources", "source_id"),
    "other_source": ("sources", "other_source_id"),
    "from": ("parties", "from_party_id"),
    "to": ("parties", "to_party_id"),
    "caucus": ("parties", "party_id"),
}
"""Which column of a result is shown as a link to which table, by the id in which other column."""

_CHAMBERS = "SELECT DISTINCT chamber, chamber FROM seats WHERE chamber <> 'House of Commons' ORDER BY chamber"
_PARTIES = (
    "SELECT party_id, name FROM parties WHERE party_id IN (SELECT from_party_id FROM caucus_changes "
    "UNION SELECT to_party_id FROM caucus_changes) ORDER BY name"
)
_KINDS = "SELECT DISTINCT kind, said('caucus_changes', 'kind', kind) FROM caucus_changes ORDER BY kind"

_EVENTS = (
    "SELECT event_id, title || ' (' || substr(date, 1, CASE date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 "
    "ELSE 10 END) || ')' FROM events WHERE event_id IN (SELECT event_id FROM statements) ORDER BY date DESC, title"
)
_SPEAKERS = (
    "SELECT DISTINCT speaker_name, speaker_name FROM statements "
    "WHERE event_id IS NOT NULL AND speaker_name IS NOT NULL ORDER BY speaker_name"
)
_HOW = "SELECT DISTINCT kind, said('statements', 'kind', kind) FROM statements ORDER BY kind"

_CHANGE_COLUMNS = """\
  c.date, c.date_precision, p.full_name AS person, l.short_name AS "from", e.short_name AS "to", c.kind,
  c.summary AS change, c.chamber, c.review_status, c.person_id, c.change_id, c.from_party_id, c.to_party_id
FROM caucus_changes AS c
JOIN people AS p ON p.person_id = c.person_id
LEFT JOIN parties AS l ON l.party_id = c.from_party_id
LEFT JOIN parties AS e ON e.party_id = c.to_party_id"""

QUERIES: tuple[Query, ...] = (
    Query(
        "caucus_on_a_day",
        "Who sat in which caucus on a day",
        "Every member who held a seat on the day, and the caucus they sat in, since Confederation in 1867.",
        (
            Parameter("day", "Day", "as 1990-08-01", "date", example="1990-08-01"),
            Parameter("chamber", "Chamber", type="choice", choices=_CHAMBERS, blank="House of Commons"),
        ),
        """\
SELECT p.full_name AS person, s.constituency, s.province, q.short_name AS caucus, m.start AS since,
  s.person_id, s.seat_id, m.party_id
FROM seats AS s
JOIN people AS p ON p.person_id = s.person_id
LEFT JOIN caucus_memberships AS m ON m.person_id = s.person_id AND m.chamber = s.chamber
  AND m.start <= :day AND (m.end IS NULL OR m.end >= :day)
LEFT JOIN parties AS q ON q.party_id = m.party_id
WHERE s.chamber = CASE :chamber WHEN '' THEN 'House of Commons' ELSE :chamber END
  AND s.start <= :day AND (s.end IS NULL OR s.end >= :day)
ORDER BY s.province, s.constituency, p.full_name""",
    ),
    Query(
        "changes_of_caucus",
        "Who changed caucus",
        "Changes of caucus between two days, the latest first. Leave a field empty to leave it open.",
        (
            Parameter("from_day", "From", "the first day", "date"),
            Parameter("to_day", "To", "the last day", "date"),
            Parameter("party", "Party", "left or entered", "choice", _PARTIES),
            Parameter("kind", "Kind", "", "choice", _KINDS),
            Parameter("parliament", "Parliament", "a number, as 44", "number"),
        ),
        f"""\
SELECT
{_CHANGE_COLUMNS}
WHERE (:from_day = '' OR c.date >= :from_day) AND (:to_day = '' OR c.date <= :to_day)
  AND (:party = '' OR :party IN (c.from_party_id, c.to_party_id))
  AND (:kind = '' OR c.kind = :kind)
  AND (:parliament = '' OR EXISTS (SELECT 1 FROM seats AS s WHERE s.person_id = c.person_id
    AND s.parliament = CAST(:parliament AS INTEGER) AND s.start <= c.date AND (s.end IS NULL OR s.end >= c.date)))
ORDER BY c.date DESC, c.change_id""",
    ),
    Query(
        "changed_more_than_once",
        "Members who changed more than once",
        "People with several changes of caucus, the most restless first.",
        (Parameter("at_least", "At least", "how many changes; 2 where you give none", "number", example="3"),),
        """\
SELECT p.full_name AS person, count(*) AS changes, min(c.date) AS first, max(c.date) AS latest,
  group_concat(q.short_name, ' → ') AS went_to, c.person_id
FROM (SELECT * FROM caucus_changes ORDER BY person_id, date, change_id) AS c
JOIN people AS p ON p.person_id = c.person_id
LEFT JOIN parties AS q ON q.party_id = c.to_party_id
GROUP BY c.person_id
HAVING count(*) >= CASE :at_least WHEN '' THEN 2 ELSE CAST(:at_least AS INTEGER) END
ORDER BY changes DESC, latest DESC, person""",
    ),
    Query(
        "changes_per_parliament",
        "Changes of caucus by Parliament",
        "How many members of the House of Commons changed caucus in each Parliament, and how.",
        (Parameter("party", "Party", "left or entered", "choice", _PARTIES),),
        """\
SELECT c.parliament, c.kind, count(*) AS changes, count(DISTINCT c.person_id) AS members,
  min(c.date) AS first, max(c.date) AS latest
FROM (
  SELECT *, (SELECT s.parliament FROM seats AS s WHERE s.person_id = h.person_id AND s.chamber = h.chamber
    AND s.start <= h.date AND (s.end IS NULL OR s.end >= h.date) ORDER BY s.start LIMIT 1) AS parliament
  FROM caucus_changes AS h WHERE h.chamber = 'House of Commons'
) AS c
WHERE :party = '' OR :party IN (c.from_party_id, c.to_party_id)
GROUP BY c.parliament, c.kind
ORDER BY c.parliament DESC, changes DESC, c.kind""",
    ),
    Query(
        "flows_between_caucuses",
        "Flows between caucuses",
        "From which caucus to which, and how many, in a period. Leave a field empty to leave it open.",
        (
            Parameter("from_day", "From", "the first day", "date", example="1984-01-01"),
            Parameter("to_day", "To", "the last day", "date", example="1993-12-31"),
            Parameter("chamber", "Chamber", type="choice", choices=_CHAMBERS, blank="House of Commons"),
        ),
        """\
SELECT l.short_name AS "from", e.short_name AS "to", count(*) AS changes, count(DISTINCT c.person_id) AS members,
  min(c.date) AS first, max(c.date) AS latest,
  c.from_party_id, c.to_party_id, l.color AS from_color, e.color AS to_color
FROM caucus_changes AS c
LEFT JOIN parties AS l ON l.party_id = c.from_party_id
LEFT JOIN parties AS e ON e.party_id = c.to_party_id
WHERE (:from_day = '' OR c.date >= :from_day) AND (:to_day = '' OR c.date <= :to_day)
  AND c.chamber = CASE :chamber WHEN '' THEN 'House of Commons' ELSE :chamber END
GROUP BY c.from_party_id, c.to_party_id
ORDER BY changes DESC, "from", "to\"""",
    ),
    Query(
        "standings_over_time",
        "Standings over time",
        "Seats by caucus on 1 January of each year.",
        (
            Parameter("from_year", "From", "a year; empty: the last 60", "number", example="1984"),
            Parameter("to_year", "To", "a year", "number"),
            Parameter("chamber", "Chamber", type="choice", choices=_CHAMBERS, blank="House of Commons"),
        ),
        """\
WITH RECURSIVE known(year) AS (
  SELECT CAST(max(day) AS INTEGER) FROM (SELECT max(start) AS day FROM seats UNION SELECT max(date) FROM caucus_changes)
), years(year) AS (
  SELECT max(1868, CASE :from_year WHEN '' THEN year - 59 ELSE CAST(:from_year AS INTEGER) END) FROM known
  UNION ALL
  SELECT year + 1 FROM years WHERE year < (SELECT year FROM known)
    AND (:to_year = '' OR year < CAST(:to_year AS INTEGER))
), days(year, day) AS MATERIALIZED (
  SELECT year, year || '-01-01' FROM years WHERE year <= (SELECT year FROM known)
)
SELECT d.year, coalesce(q.short_name, 'Not known') AS caucus, count(*) AS seats, q.party_id, q.color
FROM seats AS s
CROSS JOIN days AS d ON s.start <= d.day AND (s.end IS NULL OR s.end >= d.day)
LEFT JOIN caucus_memberships AS m ON m.person_id = s.person_id AND m.chamber = s.chamber
  AND m.start <= d.day AND (m.end IS NULL OR m.end >= d.day)
LEFT JOIN parties AS q ON q.party_id = m.party_id
WHERE s.chamber = CASE :chamber WHEN '' THEN 'House of Commons' ELSE :chamber END
GROUP BY d.year, q.party_id
ORDER BY d.year DESC, seats DESC, caucus""",
    ),
    Query(
        "said_about_an_event",
        "Who said what about an event",
        "What people are quoted or reported as saying about one event, in the order in which each source tells it.",
        (
            Parameter("event", "Event", "the latest first", "choice", _EVENTS, blank="any event"),
            Parameter("speaker", "Speaker", "", "choice", _SPEAKERS, blank="anybody"),
            Parameter("kind", "How", "quoted or reported", "choice", _HOW),
        ),
        """\
SELECT s.date AS said, s.date_precision, o.published_on AS reported, s.speaker_name AS person, s.text AS statement,
  s.kind, e.title AS event, e.claim, o.publisher, o.title AS source, s.review_status,
  s.speaker_id AS person_id, s.statement_id, s.event_id, s.source_id
FROM statements AS s
JOIN events AS e ON e.event_id = s.event_id
LEFT JOIN sources AS o ON o.source_id = s.source_id
WHERE (:event = '' OR s.event_id = :event)
  AND (:speaker = '' OR s.speaker_name = :speaker)
  AND (:kind = '' OR s.kind = :kind)
ORDER BY e.date DESC, s.event_id, o.published_on, s.source_id, s.start""",
    ),
    Query(
        "who_said_what",
        "Who said what",
        "Words that people are quoted or reported as saying, newest first: by words, by speaker, or both.",
        (
            Parameter("words", "Words", "anywhere in the statement", example="inquiry"),
            Parameter("speaker", "Speaker", "any part of the name"),
        ),
        """\
SELECT s.date AS said, s.date_precision, o.published_on AS reported, s.speaker_name AS person, s.text AS statement,
  s.kind, e.title AS event, o.title AS source, s.review_status,
  s.speaker_id AS person_id, s.statement_id, s.event_id, s.source_id
FROM statements AS s
LEFT JOIN events AS e ON e.event_id = s.event_id
LEFT JOIN sources AS o ON o.source_id = s.source_id
WHERE (:words = '' OR instr(lower(s.text), lower(:words)) > 0)
  AND (:speaker = '' OR instr(lower(s.speaker_name), lower(:speaker)) > 0)
ORDER BY coalesce(s.date, o.published_on) DESC, s.source_id, s.start""",
    ),
    Query(
        "where_sources_disagree",
        "Where sources disagree",
        "Values on which two sources differ: what these tables keep, what the other source says, and why.",
        (),
        """\
SELECT c."table", c.row_id AS "row", c."column", c.value AS kept, o.title AS source, c.other_value AS not_kept,
  x.title AS other_source, c.resolution, c.row_id, c.source_id, c.other_source_id
FROM conflicts AS c
LEFT JOIN sources AS o ON o.source_id = c.source_id
LEFT JOIN sources AS x ON x.source_id = c.other_source_id
ORDER BY c."table", c.row_id, c."column\"""",
    ),
)


def as_metadata() -> dict[str, Any]:
    """The queries in the form that Datasette's metadata has them."""
    return {
        query.name: {
            "sql": query.sql,
            "title": query.title,
            "description": query.description,
            "params": [parameter.name for parameter in query.parameters],
        }
        for query in QUERIES
    }
