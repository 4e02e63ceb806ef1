"""Ids hold: an id of the last release is in this one, or redirects.csv says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.releases.snapshots import Row, Snapshot
from scripts.releases.versions import Version
from scripts.tables.assembly import page_of

Redirects = Mapping[tuple[str, str], Row]
"""The rows of `redirects` by (table, old id)."""


@dataclass(frozen=True)
class Broken:
    """An id that does not hold, and what to do about it; `line` is the line that redirects.csv lacks, if it does."""

    table: str
    row_id: str
    problem: str
    line: str = ""

    def __str__(self) -> str:
        mend = f"; enter in raw/registers/redirects.csv: {self.line}" if self.line else ""
        return f"{self.table}/{self.row_id} {self.problem}{mend}"


def redirects_of(version: Snapshot) -> dict[tuple[str, str], Row]:
    """The redirects of a version by table and old id."""
    return {(row["table"], row["old_id"]): row for row in version.rows("redirects")}


def present_id(redirects: Redirects, table: str | None, value: Any) -> Any:
    """The id that stands now for `value`, an id of `table`; None for one that was withdrawn. Others stay as they are.

    `redirects` must not lead in a circle (a rule of `schemas.rules` holds that).
    """
    while table is not None and (table, value) in redirects:
        value = redirects[table, value]["new_id"]
    return value


def broken_ids(old: Snapshot, new: Snapshot, version: Version) -> list[Broken]:
    """Every id of `old` that `new`, about to be released as `version`, lost without a word, and every wrong word."""
    return [*lost_ids(old, new, version), *forgotten_redirects(old, new), *misdated_redirects(old, new, version)]


def lost_ids(old: Snapshot, new: Snapshot, version: Version) -> Iterator[Broken]:
    """Ids of `old` that are gone, and that nothing is said of; `version` is the release that would say it."""
    redirects = redirects_of(new)
    pages = {page_of(row["url"]): row["source_id"] for row in new.rows("sources") if row["url"]}
    addresses = {row["source_id"]: row["url"] for row in old.rows("sources")}
    for table in old.id_tables:
        present = set(new.ids(table))
        for row_id in old.ids(table):
            if row_id in present or (table, row_id) in redirects:
                continue
            # A source that has been read as an article since then has a new id and the same address.
            address = addresses.get(row_id) if table == "sources" else None
            now = pages.get(page_of(address), "") if address else ""
            line = f"{table},{row_id},{now},THE REASON,{version}"
            yield Broken(table, row_id, "is in the last release and is gone", line)


def forgotten_redirects(old: Snapshot, new: Snapshot) -> Iterator[Broken]:
    """Redirects of the last release that are no longer there."""
    redirects = redirects_of(new)
    for (table, old_id), row in redirects_of(old).items():
        if (table, old_id) not in redirects:
            line = ",".join((table, old_id, row["new_id"] or "", row["reason"], row["release"]))
            yield Broken(table, old_id, "was redirected or withdrawn in an earlier release, and must stay so", line)


def misdated_redirects(old: Snapshot, new: Snapshot, version: Version) -> Iterator[Broken]:
    """New redirects of ids that the last release did not have, or that name another release than this."""
    known = redirects_of(old)
    for (table, old_id), row in redirects_of(new).items():
        if (table, old_id) in known:
            continue
        if old_id not in old.ids(table):
            yield Broken(
                table, old_id, "is redirected, but the last release has no such id: remove or correct the line"
            )
        elif row["release"] != str(version):
            problem = f"is redirected as of {row['release']}, but this release is {version}: correct the line"
            yield Broken(table, old_id, problem)
