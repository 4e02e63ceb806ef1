"""What Datasette is told about the tables: titles, descriptions, labels, facets, sorts, all from the descriptor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cdnpoli.browse_database import DATABASE, SEARCHED, sortable
from cdnpoli.browse_queries import as_metadata
from cdnpoli.descriptor import Resource
from cdnpoli.store import Store

LABELS: Mapping[str, str] = {
    "sources": "title",
    "people": "full_name",
    "parties": "short_name",
    "seats": "constituency",
    "offices": "office",
    "events": "title",
    "caucus_changes": "summary",
    "statements": "text",
}
"""The column that stands for a row where another row points to it."""

FACETS: Mapping[str, tuple[str, ...]] = {
    "sources": ("source_kind", "language", "text_kind"),
    "people": ("gender",),
    "parties": ("jurisdiction",),
    "seats": ("chamber", "province", "end_reason"),
    "offices": ("office", "organization"),
    "events": ("event_type", "claim", "review_status"),
    "event_participants": ("role",),
    "caucus_changes": ("kind", "from_party_id", "to_party_id", "chamber", "review_status"),
    "caucus_memberships": ("chamber", "party_id"),
    "statements": ("kind", "speaker_id", "review_status"),
    "evidence": ("table", "method"),
    "conflicts": ("table", "column"),
    "row_changes": ("release", "table", "change"),
}
"""The columns worth counting beside each table."""

NEWEST_FIRST: Mapping[str, str] = {
    "events": "date",
    "caucus_changes": "date",
    "statements": "date",
    "sources": "published_on",
    "offices": "start",
}
"""Tables that open with the latest row. None of these columns has an index: see `browse_database.indexed`."""

SETTINGS: Mapping[str, int | bool] = {
    # The one setting that costs most of a table page's time, and the facets here are chosen by hand.
    "suggest_facets": False,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 1000,
    "default_facet_size": 8,
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "truncate_cells_html": 400,
    "default_cache_ttl": 60,
}


def metadata(store: Store) -> dict[str, Any]:
    """Datasette's metadata for the tables of `store`."""
    package = store.descriptor
    name, title, path = package.licenses[0] if package.licenses else ("", "", "")
    return {
        "title": package.title,
        "description": package.description,
        "license": title or name,
        "license_url": path,
        "databases": {
            DATABASE: {
                "title": "All tables and questions",
                "tables": {resource.name: _table(resource) for resource in package.resources},
                "queries": as_metadata(),
            }
        },
    }


def _table(resource: Resource) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": resource.title,
        "description": resource.description,
        "columns": {field.name: field.description for field in resource.fields},
        "sortable_columns": list(sortable(resource)),
        "facets": [column for column in FACETS.get(resource.name, ()) if column in resource.columns],
    }
    if resource.name in LABELS:
        told["label_column"] = LABELS[resource.name]
    if resource.name in SEARCHED:
        told["fts_table"] = f"{resource.name}_fts"
    if resource.name in NEWEST_FIRST:
        told["sort_desc"] = NEWEST_FIRST[resource.name]
    return told
