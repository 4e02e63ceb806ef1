"""Publishing: tables (already validated) to Parquet, the two descriptors, the papers and the data dictionary.

Same tables, same bytes: rows are sorted by key, files carry no clock and no path, and pyarrow is pinned (its version is
part of a Parquet file).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.export import arrow_schema, data_dictionary, describe, table_schema
from schemas.tables import TABLES, title_of
from scripts.tables.about import DESCRIPTION, KEYWORDS, LICENCE, LICENCE_PAGE, LICENCE_TITLE, MAKERS, NAME, TITLE, About
from scripts.tables.croissant import croissant, croissant_bytes
from scripts.tables.papers import bibtex, citation_cff, zenodo_json

SCORES = (
    "How right the extractor is on the articles that curators have reviewed: rows extracted, of them right as they "
    "were and right but for a column (amended), and rows missed. Published rows are those that the reviews left."
)


def publish(
    tables: Mapping[str, pd.DataFrame], root: Path, it: About, scores: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Write tables, descriptors, papers and data dictionary below `root`, each beside its place, then moved into it.

    `scores` are how right the extractor was, by the reviews (`scripts.scores.published`).
    """
    package = root / "dataset" / "cdnpoli"
    files: dict[Path, bytes] = {}
    for name, model in TABLES.items():
        files[package / "tables" / f"{name}.parquet"] = parquet_bytes(tables[name], arrow_schema(model))
    hashes = {path.stem: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    rows = {name: len(tables[name]) for name in TABLES}
    files[package / "datapackage.json"] = descriptor_bytes(descriptor(it, hashes, rows, "tables/", scores))
    whole = descriptor(it, hashes, rows, "dataset/cdnpoli/tables/", scores)
    files[root / "datapackage.json"] = descriptor_bytes(whole)
    files[root / "croissant.json"] = croissant_bytes(croissant(whole, bibtex(it)))
    files[root / "CITATION.cff"] = citation_cff(it).encode()
    files[root / ".zenodo.json"] = zenodo_json(it).encode()
    files[root / "docs" / "data-dictionary.md"] = data_dictionary().encode()
    put_in_place(files)


def put_in_place(files: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write every file beside its place, then move all in and remove those `gone`: all of it or, on failure, none."""
    beside: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path] = path.with_name(path.name + ".new")
            beside[path].write_bytes(content)
        for path, new in beside.items():
            before[path] = path.read_bytes() if path.exists() else None
            new.replace(path)
        for path in gone:
            before[path] = path.read_bytes()
            path.unlink()
    except BaseException:
        _restore(before)
        raise
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _restore(before: Mapping[Path, bytes | None]) -> None:
    """Put back what stood at each path; None is a file that was not there."""
    for path, content in before.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def parquet_bytes(table: pd.DataFrame, schema: pa.Schema) -> bytes:
    """The table as a Parquet file with exactly this schema and no pandas metadata."""
    arrow = pa.Table.from_pandas(table, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata)
    sink = pa.BufferOutputStream()
    pq.write_table(arrow, sink, compression="zstd", compression_level=9)
    return bytes(sink.getvalue())


def descriptor(
    it: About,
    hashes: Mapping[str, str],
    rows: Mapping[str, int],
    folder: str,
    scores: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The Frictionless data package descriptor; `folder` is where the tables lie as seen from it."""
    known = {
        "id": f"https://doi.org/{it.doi}" if it.doi else None,
        "homepage": it.homepage,
        "created": f"{it.released.isoformat()}T00:00:00Z" if it.released else None,
    }
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": it.version,
        **{name: value for name, value in known.items() if value},
        "licenses": [{"name": LICENCE, "path": LICENCE_PAGE, "title": LICENCE_TITLE}],
        "contributors": [{"title": MAKERS, "role": "author"}],
        "keywords": list(KEYWORDS),
        **({"extraction": {"description": SCORES, "scores": list(scores)}} if scores else {}),
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
