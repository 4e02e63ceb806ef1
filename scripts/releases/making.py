"""Making a release on a stage: everything that it writes, as bytes, before anything in the repository changes."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.releases.bump import required_bump
from scripts.releases.changelog import counted_changes, entries, unreleased, with_release
from scripts.releases.diff import RowChange, difference
from scripts.releases.distributions import build_distributions, sha256sums
from scripts.releases.history import LAST, RELEASES, LastRelease, last_release_files, row_changes_bytes
from scripts.releases.ids import redirects_of
from scripts.releases.reasons import Column, with_reasons
from scripts.releases.snapshots import Snapshot
from scripts.releases.staging import Runner, as_module, copy, written
from scripts.releases.stating import restated_pyproject
from scripts.releases.versions import Bump, Version

PACKAGE = Path("dataset") / "cdnpoli"


@dataclass(frozen=True)
class Comparison:
    """This version against the last release: what the version must move by, why, and every line of the difference."""

    last: Version | None
    bump: Bump
    reasons: tuple[str, ...]
    changes: tuple[RowChange, ...]


@dataclass(frozen=True)
class Made:
    """A release as it was made on the stage: the files to write and to remove, and those of dist/, by path or name."""

    files: dict[Path, bytes]
    gone: tuple[Path, ...]
    section: str


class NotStated(ValueError):
    """A file that should state the version states another."""


def compare(last: LastRelease | None, new: Snapshot, changelog: str, reviewed: dict[Column, str]) -> Comparison:
    """The comparison of `new` with the last release; the first release has nothing to be compared with."""
    if last is None:
        return Comparison(None, Bump.MAJOR, ("the first release",), ())
    bump, reasons = required_bump(last.snapshot, new)
    changes = with_reasons(difference(last.snapshot, new), redirects_of(new), entries(changelog), reviewed)
    return Comparison(last.version, bump, reasons, tuple(changes))


def make(
    root: Path,
    tracked: Sequence[Path],
    stage: Path,
    version: Version,
    day: date,
    found: Comparison,
    rebuild: Callable[[Path], dict[str, int]],
) -> Made:
    """The release made on `stage`, a folder that is empty; `tracked` are the files of `root` that git keeps.

    `rebuild` builds the tables of the folder it is given and returns how many rows each has. Raises NotStated.
    """
    copy(root, tracked, stage)
    _restate(stage / "pyproject.toml", lambda text: restated_pyproject(text, version, day))
    log = stage / RELEASES / str(version) / "row_changes.csv"
    log.parent.mkdir(parents=True)
    log.write_bytes(row_changes_bytes(found.changes, version))
    rows = rebuild(stage)
    counted = counted_changes(found.last, found.bump, found.reasons, found.changes, rows)
    _restate(stage / "CHANGELOG.md", lambda text: with_release(text, version, day, counted))
    shutil.rmtree(stage / LAST, ignore_errors=True)
    for path, content in last_release_files(stage / PACKAGE, version, day).items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).write_bytes(content)
    for name, stated in stated_versions(stage).items():
        if stated != str(version):
            raise NotStated(f"{name} states the version {stated}, not {version}")
    gone = tuple(path for path in tracked if not (stage / path).exists())
    text = unreleased((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    section = "\n".join([f"## {version} ({day.isoformat()})", "", text, "", *counted])
    return Made(written(root, stage), gone, section)


def stated_versions(root: Path) -> dict[str, str]:
    """The version that each file states, for those files that do."""
    found = {
        "pyproject.toml": tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    }
    for line in (root / "CITATION.cff").read_text(encoding="utf-8").splitlines():
        if line.startswith("version: "):
            found["CITATION.cff"] = line.removeprefix("version: ").strip("\"'")
    for name in ("datapackage.json", f"{PACKAGE.as_posix()}/datapackage.json", ".zenodo.json", "croissant.json"):
        if (root / name).exists():
            found[name] = json.loads((root / name).read_text(encoding="utf-8"))["version"]
    return found


def distributed(stage: Path, version: Version, day: date) -> dict[str, bytes]:
    """The files of dist/: wheel, source distribution, the changes of rows, Croissant where there is one, SHA256SUMS.

    Raises CannotBuild.
    """
    files = build_distributions(stage, day)
    files["row_changes.csv"] = (stage / RELEASES / str(version) / "row_changes.csv").read_bytes()
    if (stage / "croissant.json").exists():
        files["croissant.json"] = (stage / "croissant.json").read_bytes()
    return files | {"SHA256SUMS": sha256sums(files)}


def failing_steps(stage: Path, steps: Sequence[Sequence[str]], run: Runner) -> list[str]:
    """What each step that failed on the stage said last; the steps after it run as well."""
    failed = []
    for step in steps:
        done = run(as_module(step), stage)
        if done.code:
            failed.append(f"{' '.join(step)}: {done.last_line}")
    return failed


def _restate(path: Path, restated: Callable[[str], str]) -> None:
    path.write_text(restated(path.read_text(encoding="utf-8")), encoding="utf-8")
