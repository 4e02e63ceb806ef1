"""What the data set is called, what it is, whose it is, and which release this is: said once, for every paper about it.

The descriptor, the Croissant file, CITATION.cff and the Zenodo metadata all say it from here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.problems import InputError

NAME = "cdnpoli"
TITLE = "cdnpoli: Canadian political events"
DESCRIPTION = (
    "Canadian political events: what happened, who was involved, who said what, and who sat in which caucus "
    "on any day since Confederation. Every row names its source."
)
KEYWORDS = ("Canada", "politics", "parliament", "caucus", "events")
MAKERS = "cdnpoli contributors"
LICENCE = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class About:
    """One version of the data set. What does not exist yet (a day of release, a DOI, a home page) is None."""

    version: str
    released: date | None = None
    doi: str | None = None
    """The DOI of this very version, as `10.5281/zenodo.1234567`."""
    concept_doi: str | None = None
    """The DOI of the data set in all its versions."""
    homepage: str | None = None

    @property
    def access(self) -> str:
        """How anybody gets exactly this version."""
        return f"Python package {NAME} {self.version} (pip install {NAME}=={self.version})"


def about(root: Path) -> About:
    """What `root`/pyproject.toml says: the version under [project], the rest under [tool.cdnpoli].

    Raises InputError for a day or DOI of another form.
    """
    path = root / "pyproject.toml"
    declared = tomllib.loads(path.read_text(encoding="utf-8"))
    own = declared.get("tool", {}).get("cdnpoli", {})
    released = own.get("released")
    if released is not None and type(released) is not date:
        raise InputError(str(path), "tool.cdnpoli.released", "must be a day, as 2026-01-31 (without quotation marks)")
    for name in ("doi", "concept_doi"):
        if not str(own.get(name, "10.")).startswith("10."):
            raise InputError(str(path), f"tool.cdnpoli.{name}", "must be a DOI, as 10.5281/zenodo.1234567")
    return About(
        version=str(declared["project"]["version"]),
        released=released,
        doi=own.get("doi"),
        concept_doi=own.get("concept_doi"),
        homepage=declared["project"].get("urls", {}).get("Homepage"),
    )
