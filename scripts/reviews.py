"""Reviews: what a curator decided about the rows extracted from one article, each decision with its reason.

A review is `raw/reviews/<source_id>.yaml`:

    source_id: ctv-news-2023-03-22-han-dong-resigns
    text_sha256: 5c1f...            # the clean text that was read; a changed text stops the build
    accept:                         # rows that are right as they are
      - caucus_changes/han-dong-resigned
      - statements/s-3f9a1c07de
    reject:                         # rows that are wrong
      - row: events/denial-vincent-ke
        reason: the article reports the denial of somebody else
    amend:                          # rows that are right but for some columns
      - row: caucus_changes/vincent-ke-resigned
        set: {from_party_id: ontario-progressive-conservative}
        reason: the Ontario party
    add:                            # rows that the extractor missed; `quote` is the words that say so
      - table: events
        quote: he would sue the broadcaster
        event_type: lawsuit
        claim: fact
        title: Han Dong announces a lawsuit
        participants: [{role: subject, person_id: han-dong}]
        reason: missed

The keys after the slash are those of `scripts.tables.row_keys`; `python -m scripts.extract` shows them as well.
`same_as: ID` in a `set` or
an added row says that it tells of the event or change with that published id, `distinct: true` that it is no other.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from schemas.vocabularies import VOCABULARIES
from scripts.candidates import CaucusChange, Event, Extraction, Participant, PersonRef, Statement
from scripts.problems import InputError
from scripts.slugs import numbered
from scripts.tables.row_keys import change_key, change_keys, event_key, event_keys, statement_id, statement_keys

Row = TypeVar("Row", Statement, CaucusChange, Event)

TABLES = ("statements", "caucus_changes", "events")

VOCABULARY_OF = {
    ("caucus_changes", "kind"): "change_kind",
    ("statements", "kind"): "statement_kind",
    ("events", "event_type"): "event_type",
    ("events", "claim"): "claim",
    ("caucus_changes", "date_precision"): "date_precision",
    ("events", "date_precision"): "date_precision",
    ("statements", "date_precision"): "date_precision",
}

COLUMNS = {
    "statements": {"speaker_id", "speaker_name", "speaker_mention", "speaker_unresolved_reason", "kind", "cue",
                   "addressee", "venue", "date", "date_precision", "utterance"},
    "caucus_changes": {"person_id", "person_name", "chamber", "date", "date_precision", "kind", "from_party_id",
                       "to_party_id", "reason_given"},
    "events": {"event_type", "date", "date_precision", "end_date", "title", "claim", "place", "jurisdiction",
               "participants"},
}  # fmt: skip
"""The columns that a review may set. `reason_given` is the column `reason` of a change (`reason` is the curator's)."""

MERGING = {"same_as", "distinct"}

REQUIRED: dict[str, tuple[str, ...]] = {
    "statements": (),
    "caucus_changes": ("kind",),
    "events": ("event_type", "title"),
}
"""What a row that a review adds must say, because nothing stands for it. (A statement is indirect if not said.)"""

NEVER_EMPTY = {"change_kind", "statement_kind", "event_type", "claim", "participant_role"}
"""The vocabularies of columns that must have a value."""


@dataclass(frozen=True)
class Known:
    """The ids that a review may use."""

    people: Mapping[str, str]
    """Full name by person_id."""
    parties: frozenset[str]


@dataclass(frozen=True)
class Decision:
    """What was decided about one row; `values` is empty for accept and reject."""

    table: str
    key: str
    verdict: str
    reason: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Review:
    """A review file as read and checked against the vocabularies."""

    path: str
    source_id: str
    text_sha256: str
    decisions: tuple[Decision, ...]
    added: tuple[Decision, ...]


@dataclass(frozen=True)
class Decided(Generic[Row]):
    """A row after review: its key in the article, and how it stands."""

    key: str
    row: Row
    review_status: str = "extracted"
    method: str = "extracted"
    same_as: str | None = None
    distinct: bool = False


@dataclass(frozen=True)
class ReviewedArticle:
    """What one article contributes once its review (if any) has been applied."""

    extraction: Extraction
    statements: tuple[Decided[Statement], ...]
    caucus_changes: tuple[Decided[CaucusChange], ...]
    events: tuple[Decided[Event], ...]
    reviewed: bool


class _NamesOnce(yaml.SafeLoader):
    """YAML in which a name that stands twice in one mapping is an error, where PyYAML would drop the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [str(key.value) for key, _ in node.value]
        for name in names:
            if names.count(name) > 1:
                raise yaml.MarkedYAMLError(problem=f"{name!r} stands twice here", problem_mark=node.start_mark)
        return dict(super().construct_mapping(node, deep))


def read_reviews(folder: Path) -> dict[str, Review]:
    """Every review in the folder by source id. Raises InputError for a file that is not a review."""
    reviews: dict[str, Review] = {}
    for path in sorted(folder.glob("*.yaml")):
        review = read_review(path)
        if path.stem != review.source_id:
            raise InputError(str(path), "source_id", f"is {review.source_id}; the file must have the same name")
        reviews[review.source_id] = review
    return reviews


def read_review(path: Path) -> Review:
    """The review in the file. Raises InputError naming the file, the place and the mend."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _NamesOnce)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(str(path), "", f"is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise InputError(str(path), "", "must be a mapping with source_id, text_sha256 and decisions")
    for name in ("source_id", "text_sha256"):
        if not isinstance(content.get(name), str):
            raise InputError(str(path), name, "is missing; see the top of scripts/reviews.py for the form")
    unknown = set(content) - {"source_id", "text_sha256", "accept", "reject", "amend", "add"}
    if unknown:
        raise InputError(str(path), sorted(unknown)[0], "is not part of a review; use accept, reject, amend or add")
    for name in ("accept", "reject", "amend", "add"):
        if not isinstance(content.get(name) or [], list):
            raise InputError(str(path), name, "must be a list: one line with a hyphen for each row")
    decisions: list[Decision] = []
    for verdict in ("accept", "reject", "amend"):
        for number, entry in enumerate(content.get(verdict) or [], 1):
            decisions.append(_decision(str(path), f"{verdict} {number}", verdict, entry))
    _refuse_second_decisions(str(path), decisions)
    added = [_addition(str(path), f"add {number}", entry) for number, entry in enumerate(content.get("add") or [], 1)]
    return Review(str(path), content["source_id"], content["text_sha256"], tuple(decisions), tuple(added))


def _decision(path: str, place: str, verdict: str, entry: Any) -> Decision:
    named = entry if isinstance(entry, dict) else {"row": entry}
    table, _, key = str(named.get("row", "")).partition("/")
    if table not in TABLES or not key:
        raise InputError(
            path, place, f"row must be TABLE/KEY with a table of {', '.join(TABLES)}; got {named.get('row')!r}"
        )
    allowed = {"accept": {"row", "reason"}, "reject": {"row", "reason"}, "amend": {"row", "reason", "set"}}[verdict]
    for name in named:
        if name not in allowed:
            raise InputError(path, f"{place} ({table}/{key})", f"{name!r} has no place here{_nearest(name, allowed)}")
    if verdict != "accept" and not named.get("reason"):
        raise InputError(path, f"{place} ({table}/{key})", "needs a reason")
    values = named.get("set") or {}
    if verdict == "amend" and not values:
        raise InputError(path, f"{place} ({table}/{key})", "needs `set` with the columns to change")
    _check_values(path, f"{place} ({table}/{key})", table, values)
    return Decision(table, key, verdict, named.get("reason"), values)


def _addition(path: str, place: str, entry: Any) -> Decision:
    if not isinstance(entry, dict) or entry.get("table") not in TABLES:
        raise InputError(path, place, f"needs `table`, one of {', '.join(TABLES)}")
    if not entry.get("quote") or not entry.get("reason"):
        raise InputError(path, place, "needs `quote` (the words of the text that say so) and `reason`")
    for name in REQUIRED[entry["table"]]:
        if not entry.get(name):
            raise InputError(path, place, f"a row added to {entry['table']} needs {name!r}")
    values = {name: value for name, value in entry.items() if name not in ("table", "reason")}
    _check_values(path, place, entry["table"], {k: v for k, v in values.items() if k != "quote"})
    return Decision(entry["table"], "", "add", entry["reason"], values)


def _check_values(path: str, place: str, table: str, values: Mapping[str, Any]) -> None:
    if not isinstance(values, dict):
        raise InputError(path, place, "`set` must be a mapping of columns to values")
    for name, value in values.items():
        if name not in COLUMNS[table] | MERGING:
            raise InputError(path, place, f"{table} has no column {name!r} to set{_nearest(name, COLUMNS[table])}")
        if isinstance(value, list | dict) and name != "participants":
            raise InputError(path, place, f"{name} takes one value; got {value!r}")
        if name in ("date", "end_date") and value is not None and type(value) is not date:
            raise InputError(path, place, f"{name} must be a date such as 2023-03-22; got {value!r}")
        if vocabulary := VOCABULARY_OF.get((table, name)):
            _check_term(path, place, vocabulary, value)
    participants = values.get("participants", [])
    if not isinstance(participants, list):
        raise InputError(path, place, "participants must be a list, each with a role and a person or an organization")
    for participant in participants:
        if not isinstance(participant, dict) or not {"person_id", "person_name", "organization"} & set(participant):
            raise InputError(path, place, "a participant needs a role and one of person_id, person_name, organization")
        _check_term(path, place, "participant_role", participant.get("role"))


def _check_term(path: str, place: str, vocabulary: str, value: Any) -> None:
    if value is None and vocabulary not in NEVER_EMPTY:
        return
    if not isinstance(value, str) or value not in VOCABULARIES[vocabulary]:
        near = _nearest(value, VOCABULARIES[vocabulary])
        raise InputError(path, place, f"{value!r} is not a term of {vocabulary}{near}")


def _nearest(word: Any, known: Any) -> str:
    near = difflib.get_close_matches(str(word), sorted(known), n=3, cutoff=0.5)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; known: {', '.join(sorted(known)[:25])}" if known else ""


def _refuse_second_decisions(path: str, decisions: list[Decision]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for decision in decisions:
        where = (decision.table, decision.key)
        if where in seen:
            raise InputError(path, "/".join(where), f"is decided twice: {seen[where]} and {decision.verdict}")
        seen[where] = decision.verdict


def apply_review(extraction: Extraction, text_sha256: str, review: Review | None, known: Known) -> ReviewedArticle:
    """The extraction with its review applied: rejected rows gone, amended rows amended, missed rows added.

    Raises InputError when the article's text is not the one that was reviewed, when a decision is about a row that
    the extractor no longer finds, or when a value is not known.
    """
    statements = _keyed(statement_keys(extraction), extraction.statements)
    changes = _keyed(change_keys(extraction.caucus_changes), extraction.caucus_changes)
    events = _keyed(event_keys(extraction.events), extraction.events)
    if review is None:
        return ReviewedArticle(extraction, tuple(statements), tuple(changes), tuple(events), reviewed=False)
    if review.text_sha256 != text_sha256:
        raise InputError(
            review.path,
            "text_sha256",
            f"the text of {review.source_id} has changed since it was reviewed; "
            f"review it again, then set {text_sha256}",
        )
    keys = {
        "statements": {d.key for d in statements},
        "caucus_changes": {d.key for d in changes},
        "events": {d.key for d in events},
    }
    for decision in review.decisions:
        if decision.key not in keys[decision.table]:
            raise InputError(
                review.path,
                f"{decision.verdict} {decision.table}/{decision.key}",
                f"the row is gone{_nearest(decision.key, keys[decision.table])}",
            )
    return ReviewedArticle(
        extraction,
        tuple(_decide("statements", statements, review, extraction, known)),
        tuple(_decide("caucus_changes", changes, review, extraction, known)),
        tuple(_decide("events", events, review, extraction, known)),
        reviewed=True,
    )


def _keyed(keys: list[str], rows: tuple[Row, ...]) -> list[Decided[Row]]:
    return [Decided(key, row) for key, row in zip(keys, rows, strict=True)]


def _decide(
    table: str, rows: list[Decided[Row]], review: Review, extraction: Extraction, known: Known
) -> list[Decided[Row]]:
    verdicts = {d.key: d for d in review.decisions if d.table == table}
    decided: list[Decided[Row]] = []
    for row in rows:
        decision = verdicts.get(row.key)
        if decision is None:
            decided.append(row)
        elif decision.verdict == "accept":
            decided.append(replace(row, review_status="reviewed"))
        elif decision.verdict == "amend":
            place = f"amend {table}/{row.key}"
            amended = _with_values(row.row, decision.values, review.path, place, known)
            decided.append(_merging(replace(row, row=amended, review_status="reviewed", method="curated"), decision))
    for number, addition in enumerate((a for a in review.added if a.table == table), 1):
        place = f"add {number} to {table}"
        new: Any = _new_row(table, addition, number, extraction, review.path, place)
        new = _with_values(new, {k: v for k, v in addition.values.items() if k != "quote"}, review.path, place, known)
        decided.append(_merging(Decided(_key_of(new, extraction), new, "reviewed", "curated"), addition))
    return [replace(row, key=key) for key, row in zip(numbered(d.key for d in decided), decided, strict=True)]


def _merging(row: Decided[Row], decision: Decision) -> Decided[Row]:
    return replace(row, same_as=decision.values.get("same_as"), distinct=bool(decision.values.get("distinct")))


def _key_of(row: Statement | CaucusChange | Event, extraction: Extraction) -> str:
    if isinstance(row, Statement):
        return statement_id(extraction.article.source_id, extraction.article.text[row.start : row.end])
    return change_key(row) if isinstance(row, CaucusChange) else event_key(row)


def _new_row(table: str, addition: Decision, number: int, extraction: Extraction, path: str, place: str) -> Any:
    """An empty row of the table over the words quoted, which must stand in the text just once.

    `number` counts the rows added to the table from 1: each added statement is an utterance of its own.
    """
    text, quote = extraction.article.text, str(addition.values["quote"])
    start = text.find(quote)
    if start < 0:
        raise InputError(
            path, place, f"the quote {quote[:40]!r} does not stand in the text of {extraction.article.source_id}"
        )
    if text.find(quote, start + 1) >= 0:
        raise InputError(path, place, f"the quote {quote[:40]!r} stands more than once in the text; quote more words")
    end = start + len(quote)
    if table == "statements":
        used = [s.utterance for s in extraction.statements]
        return Statement(start, end, "indirect", None, None, None, max(used, default=0) + number, "curator", 1.0)
    if table == "caucus_changes":
        nobody = PersonRef("")
        return CaucusChange(
            start, end, nobody, None, None, None, "resigned", None, None, None, None, None, "curator", 1.0
        )
    return Event(start, end, "allegation", None, None, "", "fact", (), "curator", 1.0)


def _with_values(row: Any, values: Mapping[str, Any], path: str, place: str, known: Known) -> Any:
    """The row with the values set; the columns of the tables are translated to the fields of the candidates."""
    changed = {name: value for name, value in values.items() if name not in MERGING}
    for name in ("from_party_id", "to_party_id"):
        if changed.get(name) is not None and changed[name] not in known.parties:
            raise InputError(path, place, f"{name}: no party {changed[name]!r}{_nearest(changed[name], known.parties)}")
    if isinstance(row, CaucusChange):
        if "reason_given" in changed:
            changed["reason"] = changed.pop("reason_given")
        if {"person_id", "person_name"} & set(changed):
            changed["person"] = _person(
                changed.pop("person_id", None), changed.pop("person_name", None), path, place, known
            )
    elif isinstance(row, Statement):
        if {"speaker_id", "speaker_name", "speaker_unresolved_reason"} & set(changed):
            reason = changed.pop("speaker_unresolved_reason", None)
            changed["speaker"] = _person(
                changed.pop("speaker_id", None), changed.pop("speaker_name", None), path, place, known, reason
            )
    elif "participants" in changed:
        changed["participants"] = tuple(
            Participant(p["role"], organization=p["organization"])
            if "organization" in p
            else Participant(p["role"], _person(p.get("person_id"), p.get("person_name"), path, place, known))
            for p in changed["participants"]
        )
    return replace(row, **changed)


def _person(
    person_id: str | None, name: str | None, path: str, place: str, known: Known, reason: str | None = None
) -> PersonRef:
    if person_id is None:
        return PersonRef(name or "", None, reason or "not in register")
    if person_id not in known.people:
        raise InputError(path, place, f"no person {person_id!r}{_nearest(person_id, known.people)}")
    return PersonRef(name or known.people[person_id], person_id)
