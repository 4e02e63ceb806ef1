"""Begin a digest: write the front matter of a source article, as far as its address and known sources tell it."""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from scripts.build import ROOT
from scripts.problems import InputError, stop
from scripts.slugs import slug
from scripts.tables.publish import put_in_place

EPILOG = """\
example:
  python -m scripts.new_article https://ipolitics.ca/2018/08/23/bernier-quits-conservatives/ --title "Bernier quits"

Nothing is fetched. The date is read from the address where it stands there, the publisher and the language from sources
of the same site in raw/registers/sources.csv; what is not known must be given. Write the digest below the front matter.
"""

DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)")
DULL = {"news", "politics", "article", "articles", "story", "national", "canada", "html", "the", "a", "of", "to", "in"}
"""Words of an address that tell nothing of the story."""


@dataclass(frozen=True)
class Site:
    """What earlier sources of a site tell: who publishes there, in which language."""

    publisher: str
    language: str


def site_of(url: str) -> str:
    """The site of an address: "cbc.ca" for "https://www.cbc.ca/news/...". Empty for what is no web address."""
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www.") if parts.scheme in ("http", "https") else ""


def known_sites(sources: Iterable[dict[str, str]]) -> dict[str, Site]:
    """The publisher and language most often seen at each site; `sources` are rows of sources.csv."""
    seen: dict[str, Counter[Site]] = {}
    for row in sources:
        if row["source_kind"] == "article" and site_of(row["url"]):
            seen.setdefault(site_of(row["url"]), Counter())[Site(row["publisher"], row["language"])] += 1
    return {site: sorted(counts, key=lambda it: (-counts[it], it.publisher))[0] for site, counts in seen.items()}


def date_in(url: str) -> date | None:
    """The date that stands in the address, as 2018/08/23 or 2018-08-23."""
    for year, month, day in DATE.findall(url):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def words_in(url: str) -> str:
    """Up to five telling words of the address, as a slug: "bernier-quits-conservatives"."""
    last = max(urlsplit(url).path.split("/"), key=lambda part: len(re.findall("[a-z]+", part)), default="")
    words = [word for word in re.findall("[a-z]{2,}", slug(last.split(".")[0])) if word not in DULL]
    return "-".join(words[:5])


def front_matter(url: str, publisher: str, title: str, published_on: date, language: str) -> tuple[str, str]:
    """The source id and the file's text, with a line where the digest goes."""
    source_id = "-".join(filter(None, (slug(publisher), published_on.isoformat(), words_in(url))))
    fields = {
        "source_id": source_id,
        "publisher": publisher,
        "title": title,
        "url": url,
        "published_on": published_on,
        "language": language,
        "text_kind": "digest",
    }
    head = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=1000)
    return source_id, f"---\n{head}---\n\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code: 0 done, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.new_article",
        description=__doc__,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("url", metavar="URL", help="the address of the article")
    parser.add_argument("--title", default="", help="the headline, exactly as printed")
    parser.add_argument("--publisher", help="who published it, where the site is new")
    parser.add_argument("--published", type=date.fromisoformat, help="the day, such as 2023-03-22")
    parser.add_argument("--language", choices=["en", "fr"], help="the language, where the site is new (default: en)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    options = parser.parse_args(arguments)
    try:
        path = begin(options.url, options.title, options.publisher, options.published, options.language, options.root)
    except InputError as error:
        stop([error])
    print(f"wrote {path}; write the digest below its front matter", file=sys.stderr)
    return 0


def begin(
    url: str, title: str, publisher: str | None, published_on: date | None, language: str | None, root: Path
) -> Path:
    """Write the file and return its path. Raises InputError for what is not known, and where the file is there."""
    if not site_of(url):
        raise InputError(url, "", "is no web address; give it whole, with https://")
    with (root / "raw" / "registers" / "sources.csv").open(encoding="utf-8", newline="") as file:
        site = known_sites(csv.DictReader(file)).get(site_of(url))
    publisher = publisher or (site.publisher if site else None)
    published_on = published_on or date_in(url)
    if publisher is None:
        raise InputError(url, "publisher", f"no source of {site_of(url)} is known yet; give --publisher")
    if published_on is None:
        raise InputError(url, "published_on", "no date stands in the address; give --published YYYY-MM-DD")
    source_id, text = front_matter(url, publisher, title, published_on, language or (site.language if site else "en"))
    path = root / "raw" / "articles" / str(published_on.year) / f"{source_id}.md"
    if path.exists():
        raise InputError(str(path), "", "is there already")
    put_in_place({path: text.encode()})
    return path


if __name__ == "__main__":
    raise SystemExit(main())
