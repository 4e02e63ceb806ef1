"""The id ledger: which published id a row of an article was given, so that correcting it never moves the id.

`raw/registers/id_ledger.csv` has the columns table,id,source_id,row: the table, the id, and the article's row by its
key
(`scripts.tables.row_keys`). Ids of changes in the register of changes stand there; statements carry their id in
their words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from scripts.problems import InputError
from scripts.tables.assembly import Minted

COLUMNS = ["table", "id", "source_id", "row"]


def read_ledger(path: Path) -> dict[tuple[str, str, str], str]:
    """The id by (table, source_id, row). Raises InputError for a line that is not a ledger's or is there twice."""
    if not path.exists():
        return {}
    ledger: dict[tuple[str, str, str], str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            raise InputError(str(path), "line 1", f"the columns must be {','.join(COLUMNS)}")
        for row in reader:
            key = (row["table"], row["source_id"], row["row"])
            if None in row.values() or not all(row.values()):
                raise InputError(str(path), f"line {reader.line_num}", "has an empty or missing value")
            if key in ledger:
                raise InputError(str(path), f"line {reader.line_num}", f"{'/'.join(key)} is there twice")
            ledger[key] = row["id"]
    return ledger


def ledger_bytes(ledger: dict[tuple[str, str, str], str], new: Iterable[Minted]) -> bytes:
    """The ledger with new ids added, sorted by table, id, source and row."""
    lines = {(table, row_id, source_id, key) for (table, source_id, key), row_id in ledger.items()}
    lines |= {(minted.table, minted.row_id, minted.source_id, minted.key) for minted in new}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(lines))
    return out.getvalue().encode()
