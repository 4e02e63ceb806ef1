"""Publishing: tables (already validated) to Parquet, the two descriptors and the data dictionary.

Same tables, same bytes: rows are sorted by key, files carry no clock and no path, and pyarrow is pinned (its version is
part of a Parquet file).
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.export import arrow_schema, data_dictionary, describe, table_schema
from schemas.tables import TABLES, title_of

DESCRIPTION = (
    "Canadian political events: what happened, who was involved, who said what, and who sat in which caucus "
    "on any day since Confederation. Every row names its source."
)


def publish(tables: Mapping[str, pd.DataFrame], root: Path, version: str) -> None:
    """Write tables, descriptors and data dictionary below `root`, each beside its place and then moved into it."""
    package = root / "dataset" / "cdnpoli"
    files: dict[Path, bytes] = {}
    for name, model in TABLES.items():
        files[package / "tables" / f"{name}.parquet"] = parquet_bytes(tables[name], arrow_schema(model))
    hashes = {path.stem: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    rows = {name: len(tables[name]) for name in TABLES}
    files[package / "datapackage.json"] = descriptor_bytes(descriptor(version, hashes, rows, "tables/"))
    files[root / "datapackage.json"] = descriptor_bytes(descriptor(version, hashes, rows, "dataset/cdnpoli/tables/"))
    files[root / "docs" / "data-dictionary.md"] = data_dictionary().encode()
    put_in_place(files)


def put_in_place(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first, then move all, so that a failure leaves the old ones whole."""
    beside: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path] = path.with_name(path.name + ".new")
            beside[path].write_bytes(content)
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def parquet_bytes(table: pd.DataFrame, schema: pa.Schema) -> bytes:
    """The table as a Parquet file with exactly this schema and no pandas metadata."""
    arrow = pa.Table.from_pandas(table, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata)
    sink = pa.BufferOutputStream()
    pq.write_table(arrow, sink, compression="zstd", compression_level=9)
    return bytes(sink.getvalue())


def descriptor(version: str, hashes: Mapping[str, str], rows: Mapping[str, int], folder: str) -> dict[str, Any]:
    """The Frictionless data package descriptor; `folder` is where the tables lie as seen from it."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "data-package",
        "name": "cdnpoli",
        "title": "cdnpoli: Canadian political events",
        "description": DESCRIPTION,
        "version": version,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0 International",
            }
        ],
        "contributors": [{"title": "the cdnpoli contributors", "role": "author"}],
        "keywords": ["Canada", "politics", "parliament", "caucus", "events"],
        "resources": [
            {
                "name": name,
                "title": title_of(model),
                "description": describe(model),
                "profile": "tabular-data-resource",
                "type": "table",
                "path": f"{folder}{name}.parquet",
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "hash": f"sha256:{hashes[name]}",
                "rows": rows[name],
                "schema": table_schema(model),
            }
            for name, model in TABLES.items()
        ],
    }


def descriptor_bytes(content: dict[str, Any]) -> bytes:
    """The descriptor as it is written: indented, UTF-8, keys in the order given."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def version_of(root: Path) -> str:
    """The version that pyproject.toml declares: that of the code, the package and the data alike."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
