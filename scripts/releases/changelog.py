"""CHANGELOG.md: what was written under "Unreleased" becomes the section of a release, with counts of what changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from scripts.releases.diff import RowChange
from scripts.releases.versions import Bump, Version

HEADING = "## Unreleased"
MOST_LINES = 20
"""How many lines the counts may take; the rest is in the table `row_changes`."""
NAMED = 3
"""How many rows a line names."""


class NothingWritten(ValueError):
    """The changelog has no heading "Unreleased", or nothing stands below it."""


def unreleased(changelog: str) -> str:
    """What stands below the heading "Unreleased". Raises NothingWritten."""
    return _split(changelog)[1]


def entries(changelog: str) -> list[str]:
    """The entries under "Unreleased": each list item on one line, without its hyphen; none where nothing is written."""
    try:
        written = unreleased(changelog)
    except NothingWritten:
        return []
    items = re.split(r"^- ", written, flags=re.MULTILINE)[1:]
    return [" ".join(item.split()) for item in items]


def with_release(changelog: str, version: Version, day: date, counted: Sequence[str]) -> str:
    """The changelog with the section of a release in place of "Unreleased", which is left empty above it."""
    head, written, rest = _split(changelog)
    parts = [head + HEADING, f"## {version} ({day.isoformat()})", written, "\n".join(counted), rest.strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


def counted_changes(
    last: Version | None, bump: Bump, reasons: Sequence[str], changes: Sequence[RowChange], rows: Mapping[str, int]
) -> list[str]:
    """What changed in the data, for people, in at most twenty lines.

    `rows` are the rows of each table in this release; `reasons` are those of the bump.
    """
    if last is None:
        return [
            f"The data: {sum(rows.values()):,} rows in {len(rows)} tables. There is no release to compare them with."
        ]
    schema = [reason for reason in reasons if not reason.startswith("rows of ")]
    if not changes:
        return [f"The data against {last} ({bump.name.lower()}): {'; '.join(schema)}."]
    lines = [f"The data against {last} ({bump.name.lower()}), line by line in the table `row_changes`:", ""]
    if schema and bump is not Bump.PATCH:
        lines.append(f"- {'; '.join(schema)}")
    lines += [_line(table, changes) for table in dict.fromkeys(change.table for change in changes)]
    if len(lines) > MOST_LINES:
        left = len(lines) - (MOST_LINES - 1)
        lines = [*lines[: MOST_LINES - 1], f"- and {left} tables more"]
    return lines


def _line(table: str, changes: Sequence[RowChange]) -> str:
    """The line of a table: "`events`: 1 row added (`2023-...`), 2 changed (`2022-...`: date; ...)"."""
    told = []
    for kind in ("added", "changed", "withdrawn"):
        columns: dict[str, list[str]] = {}
        for change in changes:
            if change.table == table and change.change == kind:
                columns.setdefault(change.row_id, []).append(change.column or "")
        if columns:
            named = [
                f"`{row}`" + (f": {', '.join(names)}" if kind == "changed" else "") for row, names in columns.items()
            ]
            more = [f"{len(named) - NAMED:,} more"] if len(named) > NAMED else []
            told.append(f"{len(columns):,} {kind} ({'; '.join(named[:NAMED] + more)})")
    return f"- `{table}`: {', '.join(told)}"


def _split(changelog: str) -> tuple[str, str, str]:
    """What stands before the heading "Unreleased", below it, and after its section."""
    match = re.search(rf"^{HEADING}[ \t]*$", changelog, flags=re.MULTILINE)
    if match is None:
        raise NothingWritten(f'has no heading "{HEADING}": add one, and say below it what changed')
    after = re.search(r"^## ", changelog[match.end() :], flags=re.MULTILINE)
    end = match.end() + after.start() if after else len(changelog)
    written = changelog[match.end() : end].strip()
    if not written:
        raise NothingWritten(f'has nothing below "{HEADING}": say there what changed, a line each')
    return changelog[: match.start()], written, changelog[end:]
