"""Where a version is stated: pyproject.toml says it, and building the tables writes everything else from there."""

from __future__ import annotations

import re
from datetime import date

from scripts.releases.versions import Version

OWN = "[tool.cdnpoli]"
"""The table of pyproject.toml in which the day of the release stands, as `released = 2026-12-01`."""


def restated_pyproject(text: str, version: Version, day: date) -> str:
    """pyproject.toml with the version and the day of the release. Raises ValueError where [project] has no version."""
    text, times = re.subn(
        r'(^\[project\]$(?:\n(?!\[).*)*?\nversion = )"[^"\n]*"', rf'\g<1>"{version}"', text, count=1, flags=re.MULTILINE
    )
    if not times:
        raise ValueError("[project] has no version")
    line = f"released = {day.isoformat()}"
    if re.search(rf"^{re.escape(OWN)}$", text, flags=re.MULTILINE) is None:
        return f"{text.rstrip()}\n\n{OWN}\n{line}\n"
    head, own = re.split(rf"(?<=^{re.escape(OWN)}\n)", text, maxsplit=1, flags=re.MULTILINE)
    mine, bracket, after = own.partition("\n[")
    stated = re.sub(r"^released = .*$", line, mine, count=1, flags=re.MULTILINE)
    return head + (stated if line in stated.splitlines() else f"{line}\n{mine}") + bracket + after
