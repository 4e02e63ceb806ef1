"""The command `cdnpoli`: the tables, the record and the citations from a shell.

Errors are one line on stderr and exit code 2; `verify` leaves with 1 where something is wrong. Output is plain text
that other programs can read (`--format csv` or `json`), and needs nothing but pyarrow.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sys
import warnings
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from cdnpoli.errors import BadValue, CdnpoliError

if TYPE_CHECKING:
    import pyarrow as pa

    from cdnpoli.store import Store

WIDEST_CELL = 60
TABLE_ROWS = 20
BROKEN_PIPE = 141  # 128 + SIGPIPE, what a shell reports of any program whose reader went away


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line, like all errors of this command."""

    def error(self, message: str) -> NoReturn:
        """Print the one line and leave with exit code 2."""
        print(f"error: {message} (see {self.prog} --help)", file=sys.stderr)
        raise SystemExit(2)


def main(argv: Sequence[str] | None = None, store: Store | None = None) -> int:
    """Run the command with `argv` (else the process's own arguments) on `store` (else the installed tables).

    Returns the exit code.
    """
    arguments = parser().parse_args(argv)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _note
            return _run(arguments, store)
    except CdnpoliError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (`| head`) has gone; without this Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return 130


def _run(arguments: argparse.Namespace, store: Store | None) -> int:
    if store is None:
        from cdnpoli.store import installed

        store = installed()
    code: int = arguments.run(arguments, store)
    sys.stdout.flush()
    return code


def _note(message: Warning | str, *_: object, **__: object) -> None:
    """A warning as the command shows it: one line beside the answer, not in it."""
    print(f"note: {message}", file=sys.stderr)


def parser() -> Parser:
    """The command line as declared: every command with its help and an example that works."""
    top = Parser(
        prog="cdnpoli",
        description="Canadian political events: the tables, who sat in which caucus, and how to cite them.",
        epilog="example: cdnpoli caucus 1990-08-01",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version of the data and leave")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)

    def command(name: str, run: Any, says: str, example: str) -> Parser:
        made: Parser = commands.add_parser(name, help=says, description=says, epilog=f"example: {example}")
        made.set_defaults(run=run)
        return made

    one = command("tables", _tables, "List the tables.", "cdnpoli tables")
    _add_format(one)

    one = command("describe", _describe, "What the columns of a table mean.", "cdnpoli describe statements")
    one.add_argument("table", metavar="TABLE")
    _add_format(one)

    one = command(
        "show",
        _show,
        "Show rows of a table.",
        "cdnpoli show seats --where province=Yukon --columns person_id,start,end --format csv",
    )
    one.add_argument("table", metavar="TABLE")
    one.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="COLUMN=VALUE",
        help="only rows with this value (COLUMN= for rows with none); may be given several times",
    )
    one.add_argument("--columns", metavar="A,B,C", help="only these columns, in this order")
    one.add_argument(
        "--limit", type=_count, metavar="N", help=f"at most N rows (default: {TABLE_ROWS} as a table, else all)"
    )
    _add_format(one)

    one = command("caucus", _caucus, "Every sitting member and their caucus on a day.", "cdnpoli caucus 1990-08-01")
    one.add_argument("day", metavar="DATE", help="a day, as 1990-08-01")
    one.add_argument("--chamber", default="House of Commons", help="default: %(default)s")
    one.add_argument("--standings", action="store_true", help="only the seats by caucus, and vacancies")
    _add_format(one)

    one = command("career", _career, "A person's seats, caucuses, offices and changes.", 'cdnpoli career "Han Dong"')
    one.add_argument("person", metavar="PERSON", help="a name or an id")
    _add_format(one)

    one = command("changes", _changes, "Changes of caucus.", "cdnpoli changes --from 2021 --to 2023 --party Liberal")
    one.add_argument("--from", dest="start", metavar="DATE", help="a day, month or year: 2023-03-22, 2023-03, 2023")
    one.add_argument("--to", dest="end", metavar="DATE", help="likewise, included")
    one.add_argument("--party", help="left or entered; a name or an id")
    one.add_argument("--kind", action="append", help="resigned, expelled, crossed_floor ...; may be repeated")
    one.add_argument("--person", help="a name or an id")
    one.add_argument("--chamber")
    one.add_argument("--parliament", type=int, metavar="N", help="the number of a Parliament, as 44")
    _add_format(one)

    one = command("evidence", _evidence, "The sources behind a row.", "cdnpoli evidence han-dong-2023-03-22")
    one.add_argument("row", metavar="ROW_ID")
    _add_format(one)

    one = command(
        "resolve", _resolve, "The id that stands now for an id of an earlier version.", "cdnpoli resolve han-dong"
    )
    one.add_argument("row", metavar="ROW_ID")

    one = command("cite", _cite, "How to cite the data set, a table or a row.", "cdnpoli cite bibtex --table seats")
    one.add_argument("style", nargs="?", default="apa", metavar="STYLE", help="apa, bibtex, ris or csl (default: apa)")
    one.add_argument("--table", help="cite this table")
    one.add_argument("--row", metavar="ROW_ID", help="cite this row, with its sources")

    command(
        "popolo",
        _popolo,
        "Print people, organizations and memberships as Popolo JSON, for other civic software.",
        "cdnpoli popolo",
    )

    command("verify", _verify, "Check the installed files against their descriptor.", "cdnpoli verify")

    one = command("serve", _serve, "Browse the tables with Datasette.", "cdnpoli serve --port 8002 --open")
    one.add_argument("--host", default="127.0.0.1", help="default: %(default)s")
    one.add_argument("--port", type=_port, default=8001, help="default: %(default)s")
    one.add_argument("--open", action="store_true", help="open it in a web browser")
    return top


def _tables(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import overview

    _write(overview.tables(store).drop_columns(["title"]), arguments.format)
    return 0


def _describe(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import overview

    _write(overview.describe(store, arguments.table), arguments.format)
    return 0


def _show(arguments: argparse.Namespace, store: Store) -> int:
    columns = arguments.columns.split(",") if arguments.columns else None
    # Columns that only choose rows need not be shown, so they are chosen after the rows.
    rows = store.select(arguments.table, where=_conditions(arguments.where))
    if columns:
        resource = store.resource_of(arguments.table)
        rows = rows.select([resource.field(name.strip()).name for name in columns])
    limit = arguments.limit
    if limit is None:
        limit = TABLE_ROWS if arguments.format == "table" else rows.num_rows
    _write(rows.slice(0, limit), arguments.format)
    if arguments.format == "table" and limit < rows.num_rows:
        print(f"{limit:,} of {rows.num_rows:,} rows; --limit {rows.num_rows} shows all", file=sys.stderr)
    return 0


def _caucus(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli.record import Record

    record, today = Record(store), date.today()
    if arguments.standings:
        standing = record.standings(arguments.day, today, arguments.chamber)
        _write(standing.select(["caucus", "seats", "party_id"]), arguments.format)
        return 0
    sitting = record.caucus_on(arguments.day, today, arguments.chamber)
    if arguments.format == "table":
        sitting = sitting.select(["person", "constituency", "province", "caucus", "since"])
    _write(sitting, arguments.format)
    if arguments.format == "table":
        standing = record.standings(arguments.day, today, arguments.chamber)
        counted = [f"{row['caucus'] or 'not known'} {row['seats']}" for row in standing.to_pylist()]
        print("\n" + ", ".join(counted))
    return 0


def _career(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli.record import Record

    told = Record(store).career(arguments.person)
    if arguments.format == "table":
        told = told.select(["start", "end", "kind", "title", "caucus", "reason"])
    _write(told, arguments.format)
    return 0


def _changes(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli.record import Record

    found = Record(store).changes(
        arguments.start,
        arguments.end,
        party=arguments.party,
        kind=arguments.kind,
        person=arguments.person,
        chamber=arguments.chamber,
        parliament=arguments.parliament,
    )
    if arguments.format == "table":
        found = found.select(["date", "person", "from_caucus", "to_caucus", "kind", "change_id"])
    _write(found, arguments.format)
    return 0


def _evidence(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import rows

    found = rows.evidence(store, arguments.row)
    if arguments.format == "table":
        found = found.select(["publisher", "title", "published_on", "quote", "url"])
    _write(found, arguments.format)
    return 0


def _resolve(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import rows

    print(rows.resolve(store, arguments.row))
    return 0


def _cite(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import citing

    print(citing.cite(store, arguments.style, arguments.table, arguments.row))
    return 0


def _popolo(_arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import popolo

    sys.stdout.writelines(popolo.json_lines(popolo.to_popolo(store)))
    return 0


def _verify(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli import checking

    found = checking.verify(store)
    print(found)
    return 0 if found.ok else 1


def _serve(arguments: argparse.Namespace, store: Store) -> int:
    from cdnpoli.browse import serve

    serve(store, arguments.host, arguments.port, open_browser=arguments.open)
    return 0


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: %(default)s")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rows")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _conditions(given: Sequence[str]) -> dict[str, object]:
    """What `--where` asks: the same column given twice means either value."""
    wanted: dict[str, list[str | None]] = {}
    for condition in given:
        column, equals, value = condition.partition("=")
        if not equals:
            raise BadValue(f"--where {condition!r}: write it as COLUMN=VALUE")
        wanted.setdefault(column.strip(), []).append(value or None)
    return dict(wanted)


def _write(table: pa.Table, form: str, out: TextIO | None = None) -> None:
    out = out or sys.stdout
    rows = table.to_pylist()
    if form == "json":
        json.dump(rows, out, ensure_ascii=False, indent=2, default=str)
        out.write("\n")
    elif form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows([["" if value is None else value for value in row.values()] for row in rows])
    else:
        out.writelines(f"{line}\n" for line in _lines(table.column_names, rows, _screen_width()))


def _lines(columns: Sequence[str], rows: Sequence[dict[str, Any]], width: int | None) -> list[str]:
    """The rows in columns, headings first; `width` is that of the screen, None where the output is no screen."""
    cells = [[_cell(row[column]) for column in columns] for row in rows]
    wide = [max(map(len, values)) for values in zip(columns, *cells, strict=True)]
    right = [bool(rows) and all(isinstance(row[column], (int, type(None))) for row in rows) for column in columns]
    shown = [columns, ["-" * size for size in wide], *cells]
    lines = [
        "  ".join(
            text.rjust(size) if flush else text.ljust(size) for text, size, flush in zip(line, wide, right, strict=True)
        ).rstrip()
        for line in shown
    ]
    return [line if width is None or len(line) <= width else line[: width - 1] + "…" for line in lines]


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    # Control characters in what a source wrote must not reach a terminal, where they would be obeyed.
    text = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"


def _screen_width() -> int | None:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


class _Version(argparse.Action):
    """Print the version, read from the descriptor only when it is asked for."""

    def __call__(self, *_: object, **__: object) -> None:
        """Print it and leave."""
        import cdnpoli

        print(f"cdnpoli {cdnpoli.__version__}")
        raise SystemExit(0)


if __name__ == "__main__":
    raise SystemExit(main())
