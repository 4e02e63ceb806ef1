"""How to cite the data set, one of its tables, or one row with the sources it rests on.

A citation always names the version and how to get at it: a footnote that says neither cannot be followed. What has no
value yet (a DOI, a year) is left out, never invented.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdnpoli.days import in_words
from cdnpoli.descriptor import Contributor
from cdnpoli.errors import UnknownName, nearest
from cdnpoli.rows import evidence, resolve, table_of
from cdnpoli.store import Store


@dataclass(frozen=True)
class Reference:
    """One thing to cite: the data set (or a part of it), or a source. What is unknown is None or empty."""

    key: str
    kind: str
    """`dataset`, `article` (news) or `document`."""
    title: str
    authors: tuple[Contributor, ...]
    publisher: str | None
    issued: date | None
    version: str | None
    url: str | None
    doi: str | None
    note: str


def cite(store: Store, style: str = "apa", table: str | None = None, row: str | None = None) -> str:
    """The citation in `style` (apa, bibtex, ris or csl) of the data set, of `table`, or of `row` and its sources.

    Raises UnknownName for a style, table or row that does not exist.
    """
    if style not in STYLES:
        raise UnknownName("style", style, nearest(style, STYLES) or STYLES)
    references = [_data_set(store, table, row)]
    if row is not None:
        references += _sources(store, row)
    return STYLES[style](references)


def _data_set(store: Store, table: str | None, row: str | None) -> Reference:
    package = store.descriptor
    parts = [f"Python package {package.name} {package.version} (pip install {package.name}=={package.version})"]
    if row is not None:
        row = resolve(store, row)
        table = table_of(store, row)
    if table is not None:
        parts.append(f"table {store.resource_of(table).name}")
    if row is not None:
        parts.append(f"row {row}")
    return Reference(
        key="-".join(part for part in (package.name, package.version, row or table) if part),
        kind="dataset",
        title=package.title,
        authors=tuple(who for who in package.contributors if who.title or who.family_name),
        publisher=None,
        issued=date.fromisoformat(package.created) if package.created else None,
        version=package.version,
        url=f"https://doi.org/{package.doi}" if package.doi else package.homepage,
        doi=package.doi,
        note=", ".join(parts),
    )


def _sources(store: Store, row: str) -> list[Reference]:
    ids = list(dict.fromkeys(evidence(store, row)["source_id"].to_pylist()))
    by_id = {source["source_id"]: source for source in store.select("sources", where={"source_id": ids}).to_pylist()}
    return [_source(by_id[source_id]) for source_id in ids if source_id in by_id]


def _source(source: Mapping[str, Any]) -> Reference:
    return Reference(
        key=source["source_id"],
        kind="article" if source["source_kind"] == "article" else "document",
        title=source["title"] or ("[News article]" if source["source_kind"] == "article" else "[Document]"),
        authors=(),
        publisher=source["publisher"],
        issued=source["published_on"],
        version=None,
        url=source["url"],
        doi=None,
        note="",
    )


def _apa(references: list[Reference]) -> str:
    return "\n".join(_apa_line(reference) for reference in references)


def _apa_line(it: Reference) -> str:
    who = ", ".join(_apa_name(author) for author in it.authors) or it.publisher or ""
    when = "n.d."
    if it.issued:
        # A data set is dated by its year, a news article by its day.
        month_day = in_words(it.issued, "day").rsplit(" ", 1)[0].split(" ")
        when = str(it.issued.year) if it.kind == "dataset" else f"{it.issued.year}, {month_day[1]} {month_day[0]}"
    what = f"{it.title} (Version {it.version}) [Data set]" if it.version else it.title
    lead = f"{who.removesuffix('.')}. ({when}). {what}" if who else f"{what}. ({when})"
    tail = [part for part in (it.note, it.url) if part]
    return ". ".join([lead.removesuffix("."), *tail]) + ("" if it.url else ".")


def _apa_name(author: Contributor) -> str:
    if not author.family_name:
        return author.title
    initials = " ".join(f"{name[0]}." for name in author.given_name.replace("-", " ").split())
    return f"{author.family_name}, {initials}".removesuffix(", ")


def _bibtex(references: list[Reference]) -> str:
    return "\n\n".join(_bibtex_entry(reference) for reference in references)


def _bibtex_entry(it: Reference) -> str:
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in it.authors),
        "title": "{" + _tex(it.title) + "}",
        "year": str(it.issued.year) if it.issued else "",
        "month": it.issued.strftime("%m").lstrip("0") if it.issued and it.kind != "dataset" else "",
        "day": str(it.issued.day) if it.issued and it.kind != "dataset" else "",
        "version": it.version or "",
        "publisher": _tex(it.publisher or ""),
        "doi": it.doi or "",
        "howpublished": "Data set" if it.kind == "dataset" else "",
        "note": _tex(it.note),
        "url": it.url or "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{it.key},", ",\n".join(lines), "}"])


def _bibtex_name(author: Contributor) -> str:
    if author.family_name:
        return _tex(f"{author.family_name}, {author.given_name}".removesuffix(", "))
    return "{" + _tex(author.title) + "}"  # braces: the name of a group, not to be split into first and last


def _tex(text: str) -> str:
    """`text` with TeX's own signs made harmless: a headline may hold &, %, $, #, _ or braces."""
    signs = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(signs.get(sign) or (f"\\{sign}" if sign in "&%$#_{}" else sign) for sign in text)


def _ris(references: list[Reference]) -> str:
    return "\n".join(_ris_record(reference) for reference in references)


def _ris_record(it: Reference) -> str:
    kind = {"dataset": "DATA", "article": "NEWS", "document": "GEN"}[it.kind]
    people = [
        f"{author.family_name}, {author.given_name}".removesuffix(", ") if author.family_name else author.title
        for author in it.authors
    ]
    fields = [
        ("TY", kind),
        ("ID", it.key),
        *(("AU", name) for name in people),
        ("TI", it.title),
        ("PB", it.publisher or ""),
        ("PY", str(it.issued.year) if it.issued else ""),
        ("DA", it.issued.strftime("%Y/%m/%d") if it.issued else ""),
        ("ET", f"Version {it.version}" if it.version else ""),
        ("DO", it.doi or ""),
        ("UR", it.url or ""),
        ("N1", it.note),
    ]
    return "\n".join([*(f"{tag}  - {_one_line(value)}" for tag, value in fields if value), "ER  - "])


def _csl(references: list[Reference]) -> str:
    return json.dumps([_csl_item(reference) for reference in references], ensure_ascii=False, indent=2)


def _csl_item(it: Reference) -> dict[str, Any]:
    kind = {"dataset": "dataset", "article": "article-newspaper", "document": "document"}[it.kind]
    item: dict[str, Any] = {"id": it.key, "type": kind, "title": it.title}
    if it.authors:
        item["author"] = [
            {"family": author.family_name, "given": author.given_name}
            if author.family_name
            else {"literal": author.title}
            for author in it.authors
        ]
    if it.publisher:
        item["container-title" if it.kind == "article" else "publisher"] = it.publisher
    if it.issued:
        item["issued"] = {"date-parts": [[it.issued.year, it.issued.month, it.issued.day]]}
    optional = {"version": it.version, "DOI": it.doi, "URL": it.url, "note": it.note}
    return item | {name: value for name, value in optional.items() if value}


def _one_line(text: str) -> str:
    """RIS ends a field at the line break, so what a source wrote must not hold one."""
    return " ".join(text.split())


STYLES: dict[str, Callable[[list[Reference]], str]] = {"apa": _apa, "bibtex": _bibtex, "ris": _ris, "csl": _csl}
