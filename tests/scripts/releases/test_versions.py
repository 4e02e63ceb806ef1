"""Versions are three numbers, ordered as numbers, and move as the bump says."""

from __future__ import annotations

import pytest

from scripts.releases.versions import Bump, Version


def test_versions_are_ordered_by_number_not_by_letter() -> None:
    written = ["1.10.0", "1.9.0", "2.0.0", "1.9.10", "1.9.9"]
    assert [str(v) for v in sorted(map(Version.parse, written))] == ["1.9.0", "1.9.9", "1.9.10", "1.10.0", "2.0.0"]


@pytest.mark.parametrize(("bump", "after"), [(Bump.MAJOR, "2.0.0"), (Bump.MINOR, "1.3.0"), (Bump.PATCH, "1.2.4")])
def test_a_bump_sets_what_is_smaller_to_nought(bump: Bump, after: str) -> None:
    assert str(Version.parse("1.2.3").after(bump)) == after


@pytest.mark.parametrize(
    "bad", ["", "1", "1.2", "v1.2.3", "1.2.3.4", "1.02.3", "1.2.3rc1", " 1.2.3", "1.2.3\n", "1.-2.3"]
)
def test_anything_else_is_no_version(bad: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        Version.parse(bad)
