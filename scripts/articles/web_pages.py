"""A saved web page to its text and citation, by trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.problems import InputError

_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s{0,4}=\s{0,4}[\"']?([\w-]{2,20})", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class WebPage:
    """What a page says of itself; None where it does not."""

    text: str
    publisher: str | None
    title: str | None
    url: str | None
    published_on: date | None


def read_page(data: bytes, path: str, today: date) -> WebPage:
    """The main text of a page, and title, publisher, address and date from its metadata.

    The encoding is UTF-8, else the one that the page declares, else Windows-1252. A date after `today` is not
    believed. Metadata that cannot be read is left out. Raises InputError for a file that is no page or in which
    no article is found.
    """
    if b"\0" in data:
        raise InputError(path, "", "is a binary or UTF-16 file, not a web page; save it as UTF-8")
    if not data.strip():
        raise InputError(path, "", "the page is empty; save it again")
    page = _decode(data)
    found = _extract(page, today, with_metadata=True) or _extract(page, today, with_metadata=False)
    text = (found.text or "") if found is not None else ""
    if not text.strip():
        raise InputError(path, "", "no article is found in the page; save the article's own page, or its text as .txt")
    url = found.url if isinstance(found.url, str) and _WEB_ADDRESS.fullmatch(found.url) else None
    return WebPage(text, found.sitename or None, found.title or None, url, _day(found.date, today))


def _decode(data: bytes) -> str:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        codec = declared.group(1).decode("ascii", "ignore").lower() if declared else "cp1252"
        # Browsers read what calls itself ISO-8859-1 or UTF-8 and is not as Windows-1252, and so do we.
        if codec in ("iso-8859-1", "latin1", "latin-1", "utf-8", "utf8", "us-ascii", "ascii"):
            codec = "cp1252"
        try:
            return data.decode(codec, "replace")
        except LookupError:
            return data.decode("cp1252", "replace")


def _extract(page: str, today: date, *, with_metadata: bool) -> Any:
    """trafilatura's document, or None where it finds none or fails on the page."""
    import trafilatura  # half a second, which reading text files need not wait for

    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=with_metadata,
            include_comments=False,
            include_tables=False,
            # The extensive search guesses a date from anything on the page; and without max_date it asks the clock.
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": today.isoformat()},
        )
    except Exception:  # a page from the web may break a parser in any way; the caller reports it as unreadable
        return None


def _day(found: object, today: date) -> date | None:
    try:
        day = date.fromisoformat(str(found)[:10])
    except ValueError:
        return None
    return day if day <= today else None
