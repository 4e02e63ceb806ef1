"""What is kept of releases in the tree: the tables of the last one, and the changes of every one.

    dataset/last_release/release.json            {"version": "1.1.0", "date": "2026-12-01"}
    dataset/last_release/datapackage.json        and tables/*.parquet: the very bytes that were published
    dataset/releases/1.1.0/row_changes.csv       what 1.1.0 changed in the rows of 1.0.0

Only `scripts.release` writes them. They are in the tree so that a clone without tags can be compared and rebuilt.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from schemas.sources import RowChanges
from scripts.problems import InputError
from scripts.releases.diff import RowChange
from scripts.releases.snapshots import Snapshot, read_snapshot
from scripts.releases.versions import Version

LAST = Path("dataset") / "last_release"
RELEASES = Path("dataset") / "releases"
COLUMNS = list(RowChanges.to_schema().columns)


@dataclass(frozen=True)
class LastRelease:
    """The last release as it stands in the tree."""

    version: Version
    day: date
    snapshot: Snapshot


def read_last_release(root: Path) -> LastRelease | None:
    """The last release of the repository `root`; None before the first. Raises InputError where it is damaged."""
    folder = root / LAST
    if not folder.exists():
        return None
    try:
        stated = json.loads((folder / "release.json").read_text(encoding="utf-8"))
        version, day = Version.parse(stated["version"]), date.fromisoformat(stated["date"])
        return LastRelease(version, day, read_snapshot(folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(folder), "", f"is damaged ({error}): restore it from the repository") from error


def last_release_files(package: Path, version: Version, day: date) -> dict[Path, bytes]:
    """The files that keep the tables published in `package` as the last release, by their path in the repository."""
    stated = json.dumps({"version": str(version), "date": day.isoformat()}) + "\n"
    tables = sorted((package / "tables").glob("*.parquet"))
    return {
        LAST / "release.json": stated.encode(),
        LAST / "datapackage.json": (package / "datapackage.json").read_bytes(),
        **{LAST / "tables" / path.name: path.read_bytes() for path in tables},
    }


def row_changes_bytes(changes: Sequence[RowChange], version: Version) -> bytes:
    """The changes as CSV (UTF-8) with the columns of the table `row_changes`, numbered from 1."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line, it in enumerate(changes, 1):
        cells = (str(version), line, it.table, it.row_id, it.change, it.column, it.old, it.new, it.reason)
        writer.writerow(["" if cell is None else cell for cell in cells])
    return out.getvalue().encode()


def read_row_changes(root: Path) -> list[dict[str, Any]]:
    """The rows of `row_changes` from every release of the repository `root`, oldest first.

    Raises InputError for a file that is not as `row_changes_bytes` writes it.
    """
    rows: list[dict[str, Any]] = []
    for path in sorted((root / RELEASES).glob("*/row_changes.csv"), key=_version_of):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames != COLUMNS:
                raise InputError(str(path), "line 1", f"the columns must be {','.join(COLUMNS)}")
            for number, cells in enumerate(reader, 1):
                if cells["release"] != path.parent.name or cells["line"] != str(number):
                    mend = "is not as the release wrote it: restore the file from the repository"
                    raise InputError(str(path), f"line {reader.line_num}", mend)
                rows.append({name: cell or None for name, cell in cells.items()} | {"line": number})
    return rows


def _version_of(path: Path) -> Version:
    try:
        return Version.parse(path.parent.name)
    except ValueError as error:
        raise InputError(str(path), "", f"{error}; the folder must be named after its release") from None
