"""Build the data set: raw/ (articles, registers, reviews) into dataset/ and datapackage.json."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from scripts.articles.reading import read_folder
from scripts.candidates import Article
from scripts.extraction import Knowledge, extract, keep_for_good, without_caucus_events
from scripts.problems import InputError, stop
from scripts.registers import read_registers
from scripts.releases.history import read_row_changes
from scripts.reviews import Known, ReviewedArticle, apply_review, read_reviews
from scripts.scores import published, scores_by_language
from scripts.tables.about import about
from scripts.tables.assembly import Assembled, assemble, text_sha256
from scripts.tables.ledger import ledger_bytes, read_ledger
from scripts.tables.publish import publish, put_in_place
from scripts.tables.validation import problems

ROOT = Path(__file__).resolve().parent.parent
EPILOG = """\
examples:
  python -m scripts.build           write dataset/cdnpoli/tables/*.parquet, datapackage.json, docs/data-dictionary.md
  python -m scripts.build --check   write nothing; fail when what is there differs from what raw/ gives
  python -m scripts.build --mint    also record the ids of new events and changes in raw/registers/id_ledger.csv
"""


@dataclass(frozen=True)
class Built:
    """What a build made of raw/."""

    assembled: Assembled
    articles: tuple[ReviewedArticle, ...]
    scores: tuple[dict[str, Any], ...] = ()
    """How right the extractor was, by the reviews, as the descriptor says it."""

    @property
    def texts(self) -> dict[str, str]:
        return {r.extraction.article.source_id: r.extraction.article.text for r in self.articles}


def build(root: Path, today: date, console: Console) -> Built:
    """The tables from `root`/raw. Raises InputError for input that cannot be used."""
    registers = read_registers(root / "raw" / "registers")
    knowledge = Knowledge.build(registers)
    keep_for_good()
    known = Known(
        dict(zip(registers.people["person_id"], registers.people["full_name"], strict=True)),
        frozenset(registers.parties["party_id"]),
    )
    reviews = read_reviews(root / "raw" / "reviews")
    articles = read_digests(root / "raw" / "articles", today)
    for source_id, review in reviews.items():
        if source_id not in {article.source_id for article in articles}:
            raise InputError(review.path, "source_id", f"{source_id} is not an article of raw/articles")
    extracted = [
        without_caucus_events(extract(article, knowledge))
        for article in track(articles, "Extracting", console=console, disable=not console.is_terminal)
    ]
    reviewed = tuple(
        apply_review(found, text_sha256(found.article), reviews.get(found.article.source_id), known)
        for found in extracted
    )
    scores = tuple(published(scores_by_language(extracted, reviews)))
    contradictions = [row for r in reviewed for row in knowledge.conflict_rows(r.extraction)]
    ledger = read_ledger(root / "raw" / "registers" / "id_ledger.csv")
    return Built(assemble(registers, reviewed, ledger, contradictions, read_row_changes(root)), reviewed, scores)


def read_digests(folder: Path, today: date) -> list[Article]:
    """The articles of raw/articles, each once and each a digest. Raises InputError for the first that is not."""
    articles: dict[str, Article] = {}
    for path, article in read_folder(folder, today):
        if article.text_kind != "digest":
            raise InputError(str(path), "text_kind", "must be digest; the text of an article is never kept here")
        if article.source_id in articles:
            raise InputError(str(path), "source_id", f"{article.source_id} is there twice")
        if path.stem != article.source_id:
            raise InputError(str(path), "source_id", f"is {article.source_id}; the file must have the same name")
        articles[article.source_id] = article
    return [articles[source_id] for source_id in sorted(articles)]


def differing_files(built: Built, root: Path) -> list[str]:
    """The published files below `root` that differ from what was built."""
    with tempfile.TemporaryDirectory() as folder:
        publish(built.assembled.tables, Path(folder), about(root), built.scores)
        made = sorted(path.relative_to(folder) for path in Path(folder).rglob("*") if path.is_file())
        return [
            str(path)
            for path in made
            if not (root / path).exists() or (root / path).read_bytes() != (Path(folder) / path).read_bytes()
        ]


def report(built: Built, seconds: float, minted: bool, console: Console) -> None:
    """The short table at the end: rows of each table, articles, rows extracted, time."""
    table = Table("table", "rows", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for name, rows in built.assembled.tables.items():
        table.add_row(name, f"{len(rows):,}")
    console.print(table)
    extracted = sum(len(r.statements) + len(r.caucus_changes) + len(r.events) for r in built.articles)
    reviewed = sum(r.reviewed for r in built.articles)
    console.print(
        f"{len(built.articles)} articles read ({reviewed} reviewed), {extracted:,} rows from them, "
        f"{len(built.assembled.held_back)} held back, {seconds:.1f} s"
    )
    for held in built.assembled.held_back:
        console.print(f"held back: {held.source_id}: {held.table}/{held.key}: {held.lacks}", soft_wrap=True)
    if built.assembled.new_ids:
        console.print(
            f"{len(built.assembled.new_ids)} ids are not in the ledger yet; --mint records them", soft_wrap=True
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code: 0 done, 1 the committed files differ (--check), 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.build",
        description=__doc__,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the committed files differ")
    parser.add_argument("--mint", action="store_true", help="record new ids in the id ledger")
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    options = parser.parse_args(arguments)
    console, started = Console(highlight=False), time.monotonic()
    try:
        built = build(options.root, date.today(), console)
    except InputError as error:
        stop([error])
    broken = problems(built.assembled.tables, built.texts)
    if broken:
        stop([InputError("raw", "", line) for line in broken[:50]])
    if options.check:
        differing = differing_files(built, options.root)
        for path in differing:
            print(f"differs: {path}; run python -m scripts.build", file=sys.stderr)
        console.print("everything is up to date with raw/" if not differing else f"{len(differing)} files differ")
        return 1 if differing else 0
    if options.mint:
        path = options.root / "raw" / "registers" / "id_ledger.csv"
        put_in_place({path: ledger_bytes(read_ledger(path), built.assembled.new_ids)})
    publish(built.assembled.tables, options.root, about(options.root), built.scores)
    report(built, time.monotonic() - started, options.mint, console)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
