"""Single rows: which table an id belongs to, what it was renamed to, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from cdnpoli.errors import UnknownName, fold, nearest
from cdnpoli.redirects import followed
from cdnpoli.store import Store

EVIDENCE_COLUMNS = ("table", "row_id", "piece", "source_id", "quote", "start", "end", "method", "rule", "confidence")
SOURCE_COLUMNS = ("publisher", "title", "url", "published_on", "text_kind")


def table_of(store: Store, row_id: str) -> str:
    """The table whose single-column key holds `row_id`. Raises UnknownName with the nearest ids."""
    ids: list[str] = []
    for resource in store.descriptor.resources:
        if len(resource.primary_key) != 1:
            continue
        keys = store.table(resource.name)[resource.primary_key[0]]
        if pc.index(keys, row_id).as_py() >= 0:
            return resource.name
        ids.extend(keys.to_pylist())
    raise UnknownName("row", row_id, nearest(row_id, _alike(row_id, ids)))


def resolve(store: Store, row_id: str) -> str:
    """The id that `row_id` has in this release: itself, or what it was merged into, followed to the end.

    Raises UnknownName for an id that never was, WithdrawnId (with the reason) for one that nothing stands for now.
    """
    row_id = followed(store, row_id)
    table_of(store, row_id)
    return row_id


def evidence(store: Store, row_id: str) -> pa.Table:
    """Where the row `row_id` comes from: one line per source and span, in the order of `piece`.

    Columns: table, row_id, piece, source_id, publisher, title, url, published_on, text_kind, quote, start, end
    (characters in the source's clean text), method, rule, confidence. Where `text_kind` is digest, `quote` is from the
    digest written for this data set, not from the article itself. Follows redirects. Raises UnknownName for an id
    of no table.
    """
    row_id = resolve(store, row_id)
    found = store.select("evidence", EVIDENCE_COLUMNS, {"row_id": row_id}).sort_by("piece")
    sources = store.select("sources", ("source_id", *SOURCE_COLUMNS))
    at = pc.index_in(found["source_id"], value_set=sources["source_id"].combine_chunks())
    joined = {name: sources[name].take(at) for name in SOURCE_COLUMNS}
    return pa.table(
        {name: found[name] for name in EVIDENCE_COLUMNS[:4]}
        | joined
        | {name: found[name] for name in EVIDENCE_COLUMNS[4:]}
    )


def _alike(row_id: str, ids: Iterable[str]) -> list[str]:
    """The ids worth comparing letter by letter: those with the same beginning, since there are tens of thousands."""
    return [candidate for candidate in ids if fold(candidate)[:3] == fold(row_id)[:3]]
