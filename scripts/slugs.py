"""Readable ids: words in lower-case ASCII, joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "’": "", "'": "",
                            "—": "-", "–": "-", "‑": "-"})  # fmt: skip
"""What loses its meaning in the step to ASCII; the dashes join the names of a riding: "Mississauga—Lakeshore"."""


def slug(text: str) -> str:
    """`text` as a slug: "Rhéal Éloi Fortin" gives "rheal-eloi-fortin", "Mary O'Brien" gives "mary-obrien"."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def numbered(keys: Iterable[str]) -> list[str]:
    """The keys in order, made unique: the second "a" becomes "a-2", the third "a-3".

    A number that is taken is passed over: "a", "a-2", "a" gives "a", "a-2", "a-3".
    """
    seen: dict[str, int] = {}
    unique: dict[str, None] = {}
    for key in keys:
        number = seen.get(key, 0) + 1
        while (name := key if number == 1 else f"{key}-{number}") in unique:
            number += 1
        seen[key] = number
        unique[name] = None
    return list(unique)
