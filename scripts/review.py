"""Review an article: see what was extracted from it, and decide row by row."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from scripts.build import ROOT, read_digests
from scripts.candidates import CaucusChange, Event, Extraction, PersonRef, Statement
from scripts.extraction import Knowledge, extract, without_caucus_events
from scripts.problems import InputError, stop
from scripts.registers import read_registers
from scripts.reviews import Decision, Review, read_review
from scripts.tables.assembly import text_sha256
from scripts.tables.publish import put_in_place
from scripts.tables.row_keys import change_keys, event_keys, statement_keys
from scripts.tables.wording import day_in_words

EPILOG = """\
examples:
  python -m scripts.review cbc-news-2018-06-06-two-bloc-mps-return --show     the text, the rows, what is undecided
  python -m scripts.review cbc-news-2018-06-06-two-bloc-mps-return            asks about each undecided row, writes
                                                                              the review

Answers: a accept, r reject (asks for the reason), s leave undecided, q (or the end of the input) stop; what was
answered is written. To amend a row, or to add one that was missed, edit raw/reviews/SOURCE_ID.yaml by hand: the form
stands at the top of scripts/reviews.py.
"""


@dataclass(frozen=True)
class Shown:
    """An extracted row as a curator sees it."""

    name: str
    """`TABLE/KEY`, as a review names it."""
    line: str
    """The row in one line."""
    words: str
    """The words of the text that it rests on."""


def rows_of(extraction: Extraction) -> list[Shown]:
    """Every extracted row that a review decides on, in the order of tables and appearance."""
    text = extraction.article.text
    shown = []
    for key, change in zip(change_keys(extraction.caucus_changes), extraction.caucus_changes, strict=True):
        shown.append(Shown(f"caucus_changes/{key}", change_line(change), text[change.start : change.end]))
    for key, event in zip(event_keys(extraction.events), extraction.events, strict=True):
        shown.append(Shown(f"events/{key}", event_line(event), text[event.start : event.end]))
    for key, statement in zip(statement_keys(extraction), extraction.statements, strict=True):
        shown.append(Shown(f"statements/{key}", statement_line(statement), text[statement.start : statement.end]))
    return shown


def change_line(change: CaucusChange) -> str:
    """Who, from which caucus to which, how, when, where."""
    parties = f"{change.from_party_id or '?'} to {change.to_party_id or '?'}"
    day = _day(change.date, change.date_precision)
    return f"{_person(change.person)}: {change.kind}, {parties}, {day}, {change.chamber}"


def event_line(event: Event) -> str:
    """What, when, and who in which role."""
    roles = ", ".join(f"{p.role} {_person(p.person) if p.person else p.organization}" for p in event.participants)
    return f"{event.title}; {event.claim}; {_day(event.date, event.date_precision)}; {roles}"


def statement_line(statement: Statement) -> str:
    """Who said it, in what way."""
    speaker = _person(statement.speaker) if statement.speaker else "nobody"
    extras = [statement.kind, statement.cue or "carried over"]
    extras += [f"to {statement.addressee}"] if statement.addressee else []
    extras += [f"in {statement.venue}"] if statement.venue else []
    extras += [_day(statement.date, statement.date_precision)] if statement.date else []
    return f"{speaker} ({', '.join(extras)})"


def _person(person: PersonRef) -> str:
    return f"{person.name} [{person.person_id or person.unresolved_reason}]"


def _day(day: date | None, precision: str | None) -> str:
    return day_in_words(day, precision or "day") if day else "no date"


def decisions_of(review: Review | None) -> dict[str, Decision]:
    """The decisions made so far, by `TABLE/KEY`."""
    return {f"{d.table}/{d.key}": d for d in review.decisions} if review else {}


def gone(extraction: Extraction, review: Review | None) -> list[str]:
    """The decided rows that are no longer extracted: the build stops at them."""
    rows = {row.name for row in rows_of(extraction)}
    return [name for name in decisions_of(review) if name not in rows]


def show(extraction: Extraction, review: Review | None) -> Iterator[str]:
    """The lines that show the article, its rows, and how each stands."""
    yield extraction.article.text
    decided = decisions_of(review)
    for row in rows_of(extraction):
        yield ""
        verdict = decided[row.name].verdict if row.name in decided else "UNDECIDED"
        yield f"[{verdict}] {row.name}"
        yield f"  {row.line}"
        yield f"  «{row.words}»"
    for name in gone(extraction, review):
        yield ""
        yield f"[{decided[name].verdict}] {name}"
        yield "  is not among the extracted rows: take the decision out, or add the row under `add`"
    undecided = sum(row.name not in decided for row in rows_of(extraction))
    added = len(review.added) if review else 0
    yield ""
    yield f"{undecided} rows are undecided, {added} were added; text_sha256: {text_sha256(extraction.article)}"


def ask(extraction: Extraction, review: Review | None, answer: Callable[[str], str]) -> dict[str, list[Any]]:
    """The answers about each undecided row: what to accept, and what to reject with the reason."""
    answers: dict[str, list[Any]] = {"accept": [], "reject": []}
    decided = decisions_of(review)
    for row in rows_of(extraction):
        if row.name in decided:
            continue
        print(f"\n{row.name}\n  {row.line}\n  «{row.words}»")
        try:
            said = answer("accept, reject, skip or quit? [a/r/s/q] ").strip().lower()[:1]
            if said == "q":
                break
            if said == "a":
                answers["accept"].append(row.name)
            elif said == "r":
                answers["reject"].append({"row": row.name, "reason": answer("  why? ").strip() or "wrong"})
        except EOFError:
            break
    return answers


def review_text(extraction: Extraction, content: dict[str, Any]) -> str:
    """A review file: the decisions, and beside each row that was extracted what it is."""
    lines = {row.name: row.line for row in rows_of(extraction)}
    parts = [
        yaml.safe_dump(
            {"source_id": extraction.article.source_id, "text_sha256": text_sha256(extraction.article)},
            sort_keys=False,
        )
    ]
    if content.get("accept"):
        parts.append("accept:\n")
        parts += [f"  - {name}  # {lines.get(name, 'gone')}\n" for name in content["accept"]]
    for verdict in ("reject", "amend", "add"):
        if content.get(verdict):
            dumped = yaml.safe_dump({verdict: content[verdict]}, sort_keys=False, allow_unicode=True, width=120)
            parts.append(_ROW.sub(lambda row: f"{row[0]}  # {lines[row[1]]}" if row[1] in lines else row[0], dumped))
    return "".join(parts)


_ROW = re.compile(r"^- row: (\S+)$", re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code: 0 done, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.review",
        description=__doc__,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source_id", metavar="SOURCE_ID", help="the article: the name of its file in raw/articles")
    parser.add_argument("--show", action="store_true", help="only show; ask and write nothing")
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    options = parser.parse_args(arguments)
    try:
        extraction = _extraction(options.root, options.source_id)
        path = options.root / "raw" / "reviews" / f"{options.source_id}.yaml"
        review = read_review(path) if path.exists() else None
    except InputError as error:
        stop([error])
    if options.show:
        print("\n".join(show(extraction, review)))
        return 0
    if review and review.text_sha256 != text_sha256(extraction.article):
        print(f"{path}: its decisions are of an earlier text; read them again with --show", file=sys.stderr)
    content: dict[str, Any] = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}) if review else {}
    answers = ask(extraction, review, input)
    for verdict, rows in answers.items():
        content[verdict] = [*(content.get(verdict) or []), *rows]
    put_in_place({path: review_text(extraction, content).encode()})
    print(f"wrote {path}", file=sys.stderr)
    return 0


def _extraction(root: Path, source_id: str) -> Extraction:
    articles = {a.source_id: a for a in read_digests(root / "raw" / "articles", date.today())}
    if source_id not in articles:
        raise InputError(str(root / "raw" / "articles"), source_id, "is not there; give the name of a file without .md")
    knowledge = Knowledge.build(read_registers(root / "raw" / "registers"))
    return without_caucus_events(extract(articles[source_id], knowledge))


if __name__ == "__main__":
    raise SystemExit(main())
