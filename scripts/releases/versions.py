"""Versions of the data set: three numbers, and how far a change moves them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


class Bump(IntEnum):
    """How far a version moves: the larger, the more a user has to look at."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, order=True)
class Version:
    """MAJOR.MINOR.PATCH, in the order of releases: 1.9.0 comes before 1.10.0."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """The version that `text` writes, as "1.2.3". Raises ValueError for anything else, "v1.2" and "1.02.3" too."""
        if not re.fullmatch(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}", text):
            raise ValueError(f"{text!r} is no version: write three numbers, as 1.2.0")
        return cls(*map(int, text.split(".")))

    def after(self, bump: Bump) -> Version:
        """The next version that moves by `bump`: 1.2.3 gives 2.0.0, 1.3.0 or 1.2.4."""
        if bump is Bump.MAJOR:
            return Version(self.major + 1, 0, 0)
        if bump is Bump.MINOR:
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"
