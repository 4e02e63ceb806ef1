"""Files to articles: .md, .txt, .html, .jsonl, .parquet and folders of them.

`read` yields one document at a time and holds no more than a batch of a Parquet file, so memory does not grow
with the number of articles (but for eight bytes of each source id). What cannot be read is yielded as an
`InputError` in its place, and the rest goes on. What a file says of itself (front matter, the page's metadata,
its columns) beats the citation that the caller passes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from scripts.articles.cleaning import clean, settle_characters
from scripts.articles.language import detect
from scripts.articles.mojibake import without_brands
from scripts.articles.web_pages import read_page
from scripts.candidates import Article
from scripts.problems import InputError
from scripts.slugs import slug

ONE_ARTICLE = (".md", ".txt", ".html", ".htm")
MANY_ARTICLES = (".jsonl", ".parquet")
SUFFIXES = ONE_ARTICLE + MANY_ARTICLES
COLUMNS = ("source_id", "text", "url", "publisher", "title", "published_on", "language", "text_kind")
REQUIRED_COLUMNS = COLUMNS[:2]
_BATCH = 64
"""Rows of a Parquet file that are in memory at once."""


@dataclass(frozen=True)
class Citation:
    """What is known of a source apart from its text. None: not known."""

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published_on: date | None = None
    language: str | None = None


@dataclass(frozen=True)
class RawDocument:
    """A source as it came: its text before cleaning and its citation."""

    path: str
    """The file as the user named it."""
    place: str
    """Where in the file: `line 3`, `row 12`, empty for a file that is one article."""
    source_id: str
    text: str
    citation: Citation
    text_kind: str = "full"
    note: str | None = None
    """What a person should know of how it was read, in a line."""


def read(
    paths: Sequence[Path], given: Citation, today: date, skip: Sequence[Path] = ()
) -> Iterator[RawDocument | InputError]:
    """Every document below the paths, in the order given, folders sorted by name; what is wrong with the others
    in their place.

    `given` fills what a file does not say of itself. `today` is the last day on which an article can have been
    published. A source id that was seen before is an error of the later one. Folders in `skip` (where the
    output goes) are passed over.
    """
    seen: set[bytes] = set()
    for path in paths:
        for document in _read_path(path, given, today, frozenset(folder.resolve() for folder in skip)):
            if isinstance(document, RawDocument):
                mark = hashlib.blake2b(document.source_id.encode(), digest_size=8).digest()
                if mark in seen:
                    mend = f"the source id {document.source_id} was read before; give each source its own source_id"
                    yield InputError(document.path, document.place or "source_id", mend)
                    continue
                seen.add(mark)
            yield document


def read_folder(folder: Path, today: date) -> Iterator[tuple[Path, Article]]:
    """The articles of a folder, cleaned, each with its file. Raises InputError for the first that cannot be used."""
    if not folder.is_dir():
        return
    for path in _files_below(folder):
        for document in _read_path(path, Citation(), today):
            if isinstance(document, InputError):
                raise document
            yield path, to_article(document)


def to_article(document: RawDocument) -> Article:
    """The document cleaned, with its language. Raises InputError where nothing but furniture is left of it."""
    known = document.citation
    title = settle_characters(known.title) or None if known.title else None
    publisher = _publisher(known.publisher)
    text = clean(document.text, publisher=publisher, title=title, text_kind=document.text_kind)
    if not text:
        mend = "no article text is left once menus, credits and other furniture are taken away; give the whole article"
        raise InputError(document.path, document.place, mend)
    return Article(
        source_id=document.source_id,
        text=text,
        published_on=known.published_on,
        publisher=publisher,
        title=title,
        url=known.url,
        language=known.language or detect(text),
        text_kind=document.text_kind,
    )


def _publisher(name: str | None) -> str | None:
    """The publisher's name with its characters mended; None for one that another name was pasted over."""
    if not name:
        return None
    return settle_characters(without_brands(name, None)) or None


# --- files and folders --------------------------------------------------------------------------------------


def _files_below(folder: Path, skip: frozenset[Path] = frozenset()) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if (Path(parent) / name).resolve() not in skip)
        found += [
            Path(parent) / name for name in names if Path(name).suffix.lower() in SUFFIXES and not name.startswith(".")
        ]
    return sorted(found)


def _read_path(
    path: Path, given: Citation, today: date, skip: frozenset[Path] = frozenset()
) -> Iterator[RawDocument | InputError]:
    if path.is_dir():
        files = _files_below(path, skip)
        if not files:
            yield InputError(str(path), "", f"the folder holds no article; put {', '.join(SUFFIXES)} files in it")
        for file in files:
            yield from _read_path(file, given, today)
        return
    suffix = path.suffix.lower()
    try:
        if suffix not in SUFFIXES:
            known = ", ".join(SUFFIXES)
            raise InputError(
                str(path), "", "no such file" if not path.exists() else f"unknown kind of file; use one of {known}"
            )
        if suffix == ".jsonl":
            yield from _read_jsonl(path, given, today)
        elif suffix == ".parquet":
            yield from _read_parquet(path, given, today)
        elif suffix in (".html", ".htm"):
            yield _read_html(path, given, today)
        else:
            yield _read_text(path, given, today)
    except InputError as error:
        yield error
    except FileNotFoundError:
        yield InputError(str(path), "", "no such file")
    except OSError as error:
        yield InputError(str(path), "", f"cannot be read: {error.strerror or error}")


# --- text files ---------------------------------------------------------------------------------------------

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, path: str) -> tuple[str, str | None]:
    """The text of a file, and a note where it is not UTF-8.

    UTF-8 is expected; a line that is not is read as Windows-1252, which old exports use. Raises InputError for
    UTF-16, for anything with the control bytes of a binary file, and for bytes that neither encoding knows.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(b"\0") > 40:
        raise InputError(path, "", "is UTF-16 or binary, not UTF-8 text; save it as UTF-8")
    if b"\0" in data or len(_CONTROLS.findall(data[:100_000])) > 2:
        raise InputError(path, "", "is a binary file, not text; give the article as UTF-8 text")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    lines = []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            try:
                lines.append(line.decode("cp1252"))
            except UnicodeDecodeError:
                mend = "is neither UTF-8 nor Windows-1252 text; save it as UTF-8"
                raise InputError(path, f"line {number}", mend) from None
    return "\n".join(lines), "is not UTF-8 throughout; read as Windows-1252 where it is not"


_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_KEY = re.compile(r"---[ \t]*\r?\n\s*[\w-]+[ \t]*:")


def split_front_matter(text: str, path: str) -> tuple[dict[str, Any], str]:
    """The YAML front matter of a text (empty where it has none) and the text after it.

    Front matter stands between two lines of `---` at the very top. Raises InputError where it is not closed or
    not YAML of keys and values; the place is the line in the file.
    """
    if not text.startswith("---") or (not path.endswith(".md") and not _KEY.match(text)):
        return {}, text
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise InputError(path, "line 1", "the front matter is not closed; end it with a line of ---")
    try:
        values = yaml.safe_load(match.group(1))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        mend = f"the front matter is not YAML ({error.problem}); put a value with a colon or a quotation mark in quotes"
        raise InputError(path, f"line {line}", mend) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = str(error).split("\n", 1)[0]
        raise InputError(path, "front matter", f"is not YAML ({problem}); write it as `key: value` lines") from None
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise InputError(path, "front matter", "is not YAML of keys and values; write it as `key: value` lines")
    return {str(key): value for key, value in values.items()}, text[match.end() :]


def _read_text(path: Path, given: Citation, today: date) -> RawDocument:
    text, note = decode(path.read_bytes(), str(path))
    values, body = split_front_matter(text, str(path))
    document = _document(str(path), "", values, body, given, today, slug(path.stem) or "article")
    if document.citation.published_on is None:
        where = "add published_on to it" if values else "add front matter with published_on, or pass --published"
        raise InputError(
            str(path), "front matter" if values else "", f"has no publication date; {where} (such as 2023-03-22)"
        )
    return replace(document, note=note)


def _read_html(path: Path, given: Citation, today: date) -> RawDocument:
    page = read_page(path.read_bytes(), str(path), today)
    values = {
        "publisher": page.publisher if _publisher(page.publisher) else None,
        "title": page.title,
        "url": page.url,
        "published_on": page.published_on,
    }
    document = _document(str(path), "", values, page.text, given, today, slug(path.stem) or "article")
    if document.citation.published_on is None:
        raise InputError(
            str(path), "", "the page does not tell its publication date; pass --published (such as 2023-03-22)"
        )
    return document


# --- files of many articles ---------------------------------------------------------------------------------


def _read_jsonl(path: Path, given: Citation, today: date) -> Iterator[RawDocument | InputError]:
    with path.open("rb") as lines:
        found = False
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            found = True
            try:
                yield _row(str(path), f"line {number}", _json_row(line, str(path), number), given, today)
            except InputError as error:
                yield error
    if not found:
        yield InputError(str(path), "", "the file is empty; write one article a line")


def _json_row(line: bytes, path: str, number: int) -> dict[str, Any]:
    place = f"line {number}"
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(path, place, "is not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        problem = (
            f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        )
        raise InputError(path, place, f"is not JSON ({problem}); write one object a line") from None
    if not isinstance(row, dict):
        raise InputError(path, place, "is not a JSON object; write one object a line")
    return row


def _read_parquet(path: Path, given: Citation, today: date) -> Iterator[RawDocument | InputError]:
    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            if missing := [name for name in REQUIRED_COLUMNS if name not in names]:
                raise InputError(str(path), "columns", _missing(missing, names))
            number = 0
            for batch in file.iter_batches(_BATCH, columns=[name for name in COLUMNS if name in names]):
                for row in batch.to_pylist():
                    number += 1
                    try:
                        yield _row(str(path), f"row {number}", row, given, today)
                    except InputError as error:
                        yield error
    except pa.ArrowException as error:
        problem = str(error).split("\n", 1)[0].rstrip(".")[:120]
        raise InputError(str(path), "", f"is not a readable Parquet file ({problem}); write it again") from None


def _missing(missing: Sequence[str], names: Sequence[str]) -> str:
    there = ", ".join(names[:12]) or "none"
    columns = "columns" if len(missing) > 1 else "column"
    return f"lacks the {columns} {' and '.join(missing)} (it has: {there}); rename or add"


def _row(path: str, place: str, row: dict[str, Any], given: Citation, today: date) -> RawDocument:
    if missing := [name for name in REQUIRED_COLUMNS if row.get(name) is None or not str(row[name]).strip()]:
        if all(name in row for name in missing):
            raise InputError(path, place, f"{' and '.join(missing)} is empty; fill it or take the row out")
        raise InputError(path, place, _missing(missing, list(row)))
    if not isinstance(row["text"], str):
        raise InputError(path, place, "text is not a string; write the article's text")
    return _document(path, place, row, row["text"], given, today, "")


# --- the citation -------------------------------------------------------------------------------------------

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")


def _document(
    path: str, place: str, values: dict[str, Any], text: str, given: Citation, today: date, default_id: str
) -> RawDocument:
    """A document from its text and what its file says of it, `given` filling the gaps."""
    if not text.strip():
        raise InputError(path, place, "the article is empty; give its text")
    kind = _string(values, "text_kind") or "full"
    if kind not in ("full", "digest"):
        raise InputError(path, place or "text_kind", f"text_kind {kind} is unknown; use full or digest")
    language = _string(values, "language") or given.language
    language = language.lower().replace("_", "-").split("-")[0] if language else None
    if language not in ("en", "fr", None):
        raise InputError(path, place or "language", f"language {language} is unknown; use en or fr")
    citation = Citation(
        publisher=_string(values, "publisher") or given.publisher,
        title=_string(values, "title") or given.title,
        url=_string(values, "url") or given.url,
        published_on=_day(path, place, values.get("published_on"), today) or given.published_on,
        language=language,
    )
    return RawDocument(path, place, _string(values, "source_id") or default_id, text, citation, kind)


def _string(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    return " ".join(str(value).split()) or None if value is not None else None


def _day(path: str, place: str, value: Any, today: date) -> date | None:
    if value is None or value == "":
        return None
    day = _as_day(value)
    if day is None:
        raise InputError(
            path, place or "published_on", f"published_on {value!s:.40} is not a date; write it as 2023-03-22"
        )
    if day > today:
        raise InputError(path, place or "published_on", f"published_on {day} is in the future; mend the date")
    return day


def _as_day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group(1))
    except ValueError:
        return None
