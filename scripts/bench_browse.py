"""Measure pages of `cdnpoli serve` beside those of a plain Datasette over the same file, without plugins or templates.

Both are servers of their own on this machine. The pages are asked for one after the other, ours and the plain one by
turns, over a connection that stays open; the time runs until the last byte is read.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from rich.console import Console
from rich.table import Table

from cdnpoli.browse import application
from cdnpoli.browse_queries import QUERIES
from cdnpoli.errors import CdnpoliError
from cdnpoli.store import Store, installed
from scripts.problems import InputError, stop

START = 60.0
"""Seconds to wait until a server answers."""


@dataclass(frozen=True)
class Pair:
    """One page of ours and the page of a plain Datasette that gives a reader the same rows."""

    name: str
    ours: str
    plain: str


@dataclass(frozen=True)
class Times:
    """Milliseconds for one page: the median and the 95th percentile."""

    median: float
    late: float


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of this machine."""

    name: str
    port: int


def pairs(person: str, change: str) -> list[Pair]:
    """The main pages: home, tables, rows, a search, the questions with their SQL, JSON, CSV."""
    day = {"day": "1990-08-01", "chamber": ""}
    years = {"from_year": "", "to_year": "", "chamber": ""}
    sql = {query.name: query.sql for query in QUERIES}

    def asked(name: str, **values: str) -> tuple[str, str]:
        return (
            f"/cdnpoli/{name}?{urlencode(values)}",
            f"/cdnpoli?{urlencode({'sql': sql[name], **values})}",
        )

    def same(name: str, path: str) -> Pair:
        return Pair(name, path, path)

    return [
        Pair("home (plain: the list of databases)", "/", "/"),
        same("all tables", "/cdnpoli"),
        same("table of changes", "/cdnpoli/caucus_changes"),
        same("table of seats", "/cdnpoli/seats"),
        same("a change", f"/cdnpoli/caucus_changes/{change}"),
        same("a person", f"/cdnpoli/people/{person}"),
        Pair("search (plain: of people only)", "/search?q=trudeau", "/cdnpoli/people?_search=trudeau"),
        Pair("question: the caucuses of a day", *asked("caucus_on_a_day", **day)),
        Pair("question: standings of 60 years", *asked("standings_over_time", **years)),
        same("table of changes as JSON", "/cdnpoli/caucus_changes.json?_shape=objects"),
        same("table of people as CSV", "/cdnpoli/people.csv?_size=max"),
    ]


def measure(servers: Sequence[Server], page: Sequence[str], rounds: int) -> list[Times]:
    """The times of one page on each server: `page` has its path there. Raises InputError for an answer that is none."""
    taken: list[list[float]] = [[] for _ in servers]
    with ExitStack() as stack:
        lines = []
        for server in servers:
            line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=START)
            stack.callback(line.close)
            lines.append(line)
        for turn in range(rounds + 3):
            for server, line, path, times in zip(servers, lines, page, taken, strict=True):
                started = time.perf_counter()
                line.request("GET", path)
                answer = line.getresponse()
                answer.read()
                passed = (time.perf_counter() - started) * 1000
                if answer.status != 200:
                    raise InputError(server.name, path, f"answers {answer.status}")
                if turn >= 3:  # the first few fill caches that every later reader finds full
                    times.append(passed)
    return [Times(statistics.median(times), statistics.quantiles(times, n=20)[-1]) for times in taken]


@contextmanager
def serving(name: str, command: Sequence[str], environment: dict[str, str]) -> Iterator[Server]:
    """A server started by `command`, which prints its address. Raises InputError where it does not start."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=environment)
        try:
            until = time.monotonic() + START
            while True:
                said.seek(0)
                told = said.read().decode(errors="replace")
                if port := re.search(r"http://127\.0\.0\.1:(\d+)", told):
                    break
                if process.poll() is not None or time.monotonic() > until:
                    raise InputError(name, "", f"does not start: {told.strip()[-300:]}")
                time.sleep(0.05)
            yield Server(name, int(port[1]))
        finally:
            process.terminate()
            process.wait(30)


def print_browsing(store: Store, rounds: int, console: Console) -> None:
    """Print the table: our times, the plain ones as ratios, and those of a plain one that suggests no facets."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        cache = Path(folder) / "cdnpoli"
        started = time.perf_counter()
        application(store, cache)
        built = time.perf_counter() - started
        database = next(cache.glob("*/cdnpoli.db"))
        # Both find the counts of the rows beside the file; nothing of the user's own settings is read.
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "PYTHONUNBUFFERED": "1"}
        python, port = [sys.executable, "-m"], ["--port", "0"]
        plain = [*python, "datasette", "serve", "-i", str(database), *port]
        plain += ["--inspect-file", str(_inspected(database)), "--setting", "sql_time_limit_ms", "2000"]
        ours = stack.enter_context(serving("cdnpoli serve", [*python, "cdnpoli", "serve", *port], environment))
        plain_server = stack.enter_context(serving("datasette", plain, environment))
        without = [*plain, "--setting", "suggest_facets", "off"]
        quicker = stack.enter_context(serving("datasette without suggested facets", without, environment))

        table = Table("page", "median", "95 %", "× plain", "× plain, no suggested facets", box=None)
        for column in table.columns[1:]:
            column.justify = "right"
        person, change = _examples(store)
        for pair in pairs(person, change):
            mine, default, lean = measure((ours, plain_server, quicker), (pair.ours, pair.plain, pair.plain), rounds)
            table.add_row(
                pair.name,
                f"{mine.median:.1f} ms",
                f"{mine.late:.1f} ms",
                f"× {mine.median / default.median:.2f}, × {mine.late / default.late:.2f}",
                f"× {mine.median / lean.median:.2f}, × {mine.late / lean.late:.2f}",
            )
    console.print(f"database built in {built:.1f} s; {rounds} rounds a page, ours and plain by turns")
    console.print("×: our time as a multiple of a plain Datasette's, median and 95th percentile")
    console.print(table)


def _inspected(database: Path) -> Path:
    return database.parent / "inspect.json"


def _examples(store: Store) -> tuple[str, str]:
    """The person with the most changes of caucus (the first by id), and the latest of these changes."""
    changes = store.table("caucus_changes").select(["person_id", "change_id", "date"]).to_pylist()
    counts: dict[str, int] = {}
    for row in changes:
        counts[row["person_id"]] = counts.get(row["person_id"], 0) + 1
    person = min(counts, key=lambda person: (-counts[person], person))
    latest = max((row["date"], row["change_id"]) for row in changes if row["person_id"] == person)
    return person, latest[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench browse", description=__doc__)
    parser.add_argument("--rounds", type=int, default=60, help="how often each page is asked for (default: 60)")
    options = parser.parse_args(arguments)
    try:
        if options.rounds < 2:
            raise InputError("--rounds", str(options.rounds), "take 2 or more")
        print_browsing(installed(), options.rounds, Console(highlight=False, width=120))
    except InputError as error:
        stop([error])
    except CdnpoliError as error:
        stop([InputError("", "", str(error))])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
