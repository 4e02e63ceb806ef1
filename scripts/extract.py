"""Extract candidate rows from source articles: `python -m scripts.extract PATH... --out DIR`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.articles.reading import MANY_ARTICLES, Citation, RawDocument, read, to_article
from scripts.extraction import Knowledge, extract, keep_for_good
from scripts.problems import InputError, stop
from scripts.registers import read_registers
from scripts.tables.candidate_tables import CANDIDATE_TABLES, Row, Rows, RunIds, candidate_rows, candidate_schema

REGISTERS = Path(__file__).resolve().parent.parent / "raw" / "registers"
EPILOG = """\
PATH is an article (.md or .txt, with or without YAML front matter; .html), a file of articles (.jsonl or
.parquet with the columns source_id and text and, where known, url, publisher, title, published_on, language),
or a folder of these. What a file says of itself beats --publisher, --published and --language. An .md, .txt or
.html file needs a date of publication, its own or --published; a row without one is read, but its "on
Wednesday" stays undated.

example:
  $ cat story.txt
  Jane Roe has left the Liberal caucus. "I could not stay," she said on Wednesday.
  $ python -m scripts.extract story.txt --out candidates --publisher "Example News" --published 2023-03-22
  $ ls candidates
  caucus_changes.parquet  conflicts.parquet  event_participants.parquet  events.parquet  evidence.parquet
  people.parquet rejected.jsonl  sources.parquet  statements.parquet

Every row is a proposal: evidence.parquet says where in the clean text it stands and which rule found it. Files
of these names in DIR are replaced, all at the end.

exit code:
  0  every article was read
  2  something was rejected: an error line for each on stderr, and in rejected.jsonl; the tables hold the rest.
  Where the one article that was given is rejected, nothing is written.
"""
FLUSH_ROWS = 4096
"""Rows of a table that wait in memory before they are written."""
CHUNK = 16
"""Articles that go to a worker at once."""


@dataclass(frozen=True)
class Settings:
    """What the command was asked for."""

    paths: tuple[Path, ...]
    out: Path
    given: Citation
    today: date
    registers: Path = REGISTERS
    jobs: int = 1


@dataclass
class Summary:
    """What a run came to."""

    read: int = 0
    rejected: int = 0
    undated: int = 0
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CANDIDATE_TABLES, 0))
    written: bool = True

    def line(self, seconds: float) -> str:
        """The last line of a run."""
        counts = ", ".join(f"{table} {count:,}" for table, count in self.rows.items())
        return f"{self.read:,} articles read, {self.rejected:,} rejected; rows: {counts}; {seconds:.1f} s"


# --- one article --------------------------------------------------------------------------------------------

Outcome = Rows | InputError


def rows_of(document: RawDocument | InputError, knowledge: Knowledge) -> Outcome:
    """The candidate rows of a document as read, or why there are none."""
    if isinstance(document, InputError):
        return document
    try:
        extraction = extract(to_article(document), knowledge)
    except InputError as error:
        return error
    return candidate_rows(extraction, knowledge.conflict_rows(extraction))


_of_worker: list[Knowledge] = []


def _start_worker(registers: Path) -> None:
    _of_worker.append(Knowledge.build(read_registers(registers)))
    keep_for_good()


def _rows_of_chunk(documents: list[RawDocument | InputError]) -> list[Outcome]:
    return [rows_of(document, _of_worker[0]) for document in documents]


def outcomes(documents: Iterable[RawDocument | InputError], settings: Settings) -> Iterator[Outcome]:
    """What comes of each document, in their order; with several jobs a few chunks at a time are under way."""
    if settings.jobs <= 1:
        knowledge = Knowledge.build(read_registers(settings.registers))
        keep_for_good()
        for document in documents:
            yield rows_of(document, knowledge)
        return
    source = iter(documents)
    pool = ProcessPoolExecutor(settings.jobs, get_context("spawn"), _start_worker, (settings.registers,))
    with pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        while True:
            while len(waiting) < 3 * settings.jobs and (chunk := list(islice(source, CHUNK))):
                waiting.append(pool.submit(_rows_of_chunk, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


# --- the tables ---------------------------------------------------------------------------------------------


def beside(out: Path) -> Path:
    """The folder in which the tables grow until they are whole."""
    out = out.resolve()
    return out.with_name(out.name + ".partial")


class CandidateWriter:
    """Writes candidate tables and rejections into a folder beside `out`; `finish` moves them into place.

    Rows are written in batches, so memory does not grow with their number. Left without `finish` (an
    exception), nothing of it stays and `out` is as it was.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._beside = beside(out)
        self._waiting: Rows = {table: [] for table in CANDIDATE_TABLES}
        self._tables: dict[str, pq.ParquetWriter] = {}
        self._rejected: TextIO

    def __enter__(self) -> CandidateWriter:
        shutil.rmtree(self._beside, ignore_errors=True)
        self._beside.mkdir(parents=True)
        for table in CANDIDATE_TABLES:
            path = self._beside / f"{table}.parquet"
            self._tables[table] = pq.ParquetWriter(path, candidate_schema(table), compression="zstd")
        self._rejected = (self._beside / "rejected.jsonl").open("w", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        shutil.rmtree(self._beside, ignore_errors=True)

    def add(self, rows: Rows) -> None:
        """Take the rows of one article."""
        for table, new in rows.items():
            waiting = self._waiting[table]
            waiting += new
            if len(waiting) >= FLUSH_ROWS:
                self._flush(table)

    def reject(self, error: InputError) -> None:
        """Take a rejection."""
        line = {"path": error.path, "place": error.place or None, "mend": error.mend}
        self._rejected.write(json.dumps(line, ensure_ascii=False) + "\n")

    def finish(self) -> None:
        """Write what waits and move every file into place."""
        for table in CANDIDATE_TABLES:
            self._flush(table)
        self._close()
        self._out.mkdir(parents=True, exist_ok=True)
        for path in sorted(self._beside.iterdir()):
            path.replace(self._out / path.name)

    def _flush(self, table: str) -> None:
        if rows := self._waiting[table]:
            self._tables[table].write_table(_arrow(rows, candidate_schema(table)))
            self._waiting[table] = []

    def _close(self) -> None:
        for writer in self._tables.values():
            writer.close()
        self._rejected.close()


def _arrow(rows: list[Row], schema: pa.Schema) -> pa.Table:
    columns = [pa.array([row.get(column.name) for row in rows], column.type) for column in schema]
    return pa.Table.from_arrays(columns, schema=schema)


# --- the run ------------------------------------------------------------------------------------------------


def run(settings: Settings, report: TextIO) -> Summary:
    """Read, extract and write. Notes, errors and progress go to `report` as they come."""
    summary, ids, progress = Summary(), RunIds(), Progress(report)
    alone = (
        len(settings.paths) == 1
        and not settings.paths[0].is_dir()
        and settings.paths[0].suffix.lower() not in MANY_ARTICLES
    )
    documents = _noted(
        read(settings.paths, settings.given, settings.today, (settings.out, beside(settings.out))), summary, progress
    )
    with CandidateWriter(settings.out) as writer:
        for outcome in outcomes(documents, settings):
            if isinstance(outcome, InputError):
                summary.rejected += 1
                writer.reject(outcome)
                progress.say(f"error: {outcome}")
                continue
            rows = ids.settle(outcome)
            writer.add(rows)
            summary.read += 1
            for table, new in rows.items():
                summary.rows[table] += len(new)
            progress.step(summary.read)
        summary.written = bool(summary.read) or not alone
        if summary.written:
            writer.finish()
    progress.end()
    return summary


def _noted(
    documents: Iterable[RawDocument | InputError], summary: Summary, progress: Progress
) -> Iterator[RawDocument | InputError]:
    for document in documents:
        if isinstance(document, RawDocument):
            if document.note:
                progress.say(f"note: {document.path}: {document.note}")
            summary.undated += document.citation.published_on is None
        yield document


class Progress:
    """Articles read so far: a line that renews itself on a terminal, now and then a line of its own elsewhere."""

    def __init__(self, report: TextIO, every_seconds: float = 10.0) -> None:
        self._report, self._terminal = report, report.isatty()
        self._every = 0.2 if self._terminal else every_seconds
        self._start = self._last = time.monotonic()
        self._drawn = False

    def step(self, done: int) -> None:
        """One more article is done."""
        now = time.monotonic()
        if now - self._last < self._every:
            return
        self._last = now
        words = f"{done:,} articles, {done / max(now - self._start, 0.001):,.0f} a second"
        self._report.write(f"\r{words}\x1b[K" if self._terminal else f"{words}\n")
        self._report.flush()
        self._drawn = True

    def say(self, words: str) -> None:
        """A line of its own."""
        self.end()
        self._report.write(words + "\n")

    def end(self) -> None:
        """Take the line that renews itself away."""
        if self._terminal and self._drawn:
            self._report.write("\r\x1b[K")
            self._drawn = False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.extract",
        description="Articles to candidate tables: people, statements, caucus changes and events, with evidence.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="an article, a file of articles, or a folder"
    )
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="where the tables go; made when it is not there"
    )
    parser.add_argument("--publisher", metavar="P", help="the publisher, where the file does not say")
    parser.add_argument("--published", type=_day, metavar="DATE", help="the day of publication, such as 2023-03-22")
    parser.add_argument("--language", choices=("en", "fr"), help="the language; found from the text when not given")
    parser.add_argument(
        "--registers", type=Path, default=REGISTERS, metavar="DIR", help="the registers (default: raw/registers)"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes to use (default: 1)")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it as 2023-03-22") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code: 0 done, 2 something was rejected."""
    options = _parser().parse_args(arguments)
    today, started = date.today(), time.monotonic()
    if options.published and options.published > today:
        stop([InputError("--published", "", f"{options.published} is in the future; mend the date")])
    if options.out.exists() and not options.out.is_dir():
        stop([InputError(str(options.out), "", "is a file; name a folder with --out")])
    given = Citation(publisher=options.publisher, published_on=options.published, language=options.language)
    settings = Settings(tuple(options.paths), options.out, given, today, options.registers, options.jobs)
    try:
        summary = run(settings, sys.stderr)
    except InputError as error:
        stop([error])
    if summary.undated:
        print(
            f"note: {summary.undated:,} articles have no date of publication; their weekdays stay undated",
            file=sys.stderr,
        )
    print(summary.line(time.monotonic() - started), file=sys.stderr)
    if summary.rejected:
        where = f"{options.out / 'rejected.jsonl'} says why" if summary.written else "nothing was written"
        print(f"{summary.rejected:,} rejected: {where}", file=sys.stderr)
    return 2 if summary.rejected else 0


if __name__ == "__main__":
    raise SystemExit(main())
