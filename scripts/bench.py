"""Measure: the extractor against the curators' reviews, its speed beside a tokenizer's, and the pages of Datasette."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts import bench_browse
from scripts.articles.reading import Citation, RawDocument, to_article
from scripts.build import ROOT, read_digests
from scripts.candidates import Article
from scripts.extraction import Knowledge, extract, keep_for_good
from scripts.problems import InputError, stop
from scripts.registers import read_registers
from scripts.reviews import read_reviews
from scripts.scores import scores_by_language

EPILOG = """\
examples:
  python -m scripts.bench extraction
  python -m scripts.bench extraction --speed-text articles.jsonl     (columns source_id, text and published_on)
  python -m scripts.bench browse --rounds 60
"""


@dataclass(frozen=True)
class Speed:
    """Seconds of processor time for the same text."""

    characters: int
    words: int
    ours: float
    tokenizer: float


def measure_speed(articles: Sequence[Article], knowledge: Knowledge, warm_up: Sequence[Article] = ()) -> Speed:
    """The whole chain (cleaning and language included) on one core, beside `spacy.blank("en")` tokenising the same
    texts.

    Each text is read once, as in use: a second pass over the same words would find them in the memory of either, so
    `knowledge` must be new. Both read the articles `warm_up` and the first one before the clock starts, so that nothing
    is compiled or loaded within the measurement: most rules are compiled for the first article that needs them.
    """
    import spacy

    tokenize = spacy.blank("en")

    def chain(some: Sequence[Article]) -> None:
        for article in some:
            extract(to_article(_as_document(article)), knowledge)

    def tokens(some: Sequence[Article]) -> None:
        for article in some:
            tokenize(article.text)

    for first in (warm_up, articles[:1]):
        chain(first)
        tokens(first)
    return Speed(
        sum(len(article.text) for article in articles),
        sum(len(article.text.split()) for article in articles),
        _seconds(lambda: chain(articles)),
        _seconds(lambda: tokens(articles)),
    )


def _as_document(article: Article) -> RawDocument:
    """The article as if it had just come, its language yet to be told."""
    citation = Citation(article.publisher, article.title, article.url, article.published_on)
    return RawDocument("", "", article.source_id, article.text, citation, article.text_kind)


def _seconds(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def read_speed_text(path: Path) -> Iterator[Article]:
    """Articles of a JSON-lines file for the speed measurement."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            published = row.get("published_on") or row.get("published")
            yield Article(
                str(row.get("source_id") or row.get("id") or number),
                row["text"],
                published_on=date.fromisoformat(published) if published else None,
            )


def print_extraction(options: argparse.Namespace, console: Console) -> None:
    registers = read_registers(options.root / "raw" / "registers")
    knowledge = Knowledge.build(registers)
    keep_for_good()
    articles = read_digests(options.root / "raw" / "articles", date.today())
    reviews = read_reviews(options.root / "raw" / "reviews")
    # First of all: whoever has extracted the articles before knows their names.
    one_of_each = list({article.language: article for article in articles}.values())
    text = list(read_speed_text(options.speed_text)) if options.speed_text else articles
    speed = measure_speed(text, knowledge, one_of_each)
    totals = scores_by_language((extract(article, knowledge) for article in articles), reviews)
    table = Table("table", "language", "extracted", "right", "amended", "missed", "precision", "recall", "F1", box=None)
    for column in table.columns[2:]:
        column.justify = "right"
    for (name, language), s in sorted(totals.items()):
        figures = (f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}")
        table.add_row(name, language, str(s.extracted), str(s.right), str(s.amended), str(s.missed), *figures)
    console.print(f"{len(reviews)} reviewed articles of {len(articles)}")
    console.print(table)
    console.print(
        f"whole chain, one core: {speed.characters / speed.ours / 1e6:.2f} MB/s, "
        f"{speed.words / speed.ours:,.0f} words/s; "
        f"spacy.blank('en'): {speed.characters / speed.tokenizer / 1e6:.2f} MB/s; "
        f"ours is {speed.tokenizer / speed.ours:.2f} times as fast ({speed.characters:,} characters)",
        soft_wrap=True,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench",
        description=__doc__,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=["extraction", "browse"], help="what to measure")
    options, rest = parser.parse_known_args(arguments)
    if options.what == "browse":
        return bench_browse.main(rest)
    own = argparse.ArgumentParser(prog="python -m scripts.bench extraction")
    own.add_argument("--speed-text", type=Path, help="a JSON-lines file of articles to measure the speed on")
    own.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    try:
        print_extraction(own.parse_args(rest), Console(highlight=False, width=120))
    except InputError as error:
        stop([error])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
