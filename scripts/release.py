"""Make a release: check, compare with the last one, write everything that states it, and build what is uploaded.

Nothing is written unless every check holds. The release is made and tested on a copy first and then moved into place.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from scripts.build import Built, build, differing_files
from scripts.problems import InputError, stop
from scripts.releases.changelog import NothingWritten, unreleased
from scripts.releases.distributions import CannotBuild
from scripts.releases.history import read_last_release
from scripts.releases.ids import broken_ids
from scripts.releases.making import (
    PACKAGE,
    Comparison,
    Made,
    NotStated,
    compare,
    distributed,
    failing_steps,
    make,
    stated_versions,
)
from scripts.releases.reasons import reasons_of_reviews
from scripts.releases.snapshots import read_snapshot
from scripts.releases.staging import TEST_STEPS, Runner, run, tracked
from scripts.releases.versions import Version
from scripts.reviews import read_reviews
from scripts.tables.about import about
from scripts.tables.ledger import read_ledger
from scripts.tables.publish import publish, put_in_place
from scripts.tables.validation import problems

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 20
"""How many lines of a long list are shown."""
EPILOG = """\
examples:
  python -m scripts.release 1.1.0 --dry-run         make every check and show everything; write nothing
  python -m scripts.release 1.1.0                   make the release; the day is today
  python -m scripts.release 1.1.0 --date 2026-12-01
"""


class Refused(Exception):
    """The release cannot be made; what is wrong has been said."""


class Report:
    """What is said of each check, in one clear line, and whether all of them held."""

    def __init__(self) -> None:
        self.held = True

    def check(self, holds: str, wrong: Iterable[str]) -> bool:
        """Say that the check holds, or what is wrong, a line each. Returns whether it holds."""
        lines = list(wrong)
        if not lines:
            print(f"ok       {holds}", flush=True)
            return True
        self.held = False
        for line in lines[:SHOWN]:
            print(f"refused  {line}", flush=True)
        if len(lines) > SHOWN:
            print(f"refused  and {len(lines) - SHOWN:,} more like that", flush=True)
        return False

    def refuse(self, line: str) -> Refused:
        """Say what is wrong, and give the exception to raise for it."""
        self.check("", [line])
        return Refused()

    def stop_unless_held(self) -> None:
        """Raise Refused where a check did not hold."""
        if not self.held:
            raise Refused


def release(root: Path, version: Version, day: date, today: date, dry: bool, run: Runner) -> None:
    """Make the release of `root`, or show it (`dry`). Raises Refused, and InputError for raw/ that cannot be used."""
    report = Report()
    files = tracked(root, run)
    report.check("nothing is changed that is not committed", uncommitted(root, run))
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    report.check("CHANGELOG.md says what changed", unwritten(changelog))
    built = quiet_build(root, today)
    current = report.check("the tables are what raw/ gives", outdated(built, root))
    last = read_last_release(root)
    found = None
    if current:
        new = read_snapshot(root / PACKAGE)
        reasons = reasons_of_reviews(
            read_reviews(root / "raw" / "reviews"), read_ledger(root / "raw" / "registers" / "id_ledger.csv")
        )
        found = compare(last, new, changelog, reasons)
        show_comparison(found)
        high_enough = f"{version} is high enough" + (f" after {last.version}" if last else "")
        report.check(high_enough, too_low(version, found, stated_versions(root)))
        if last:
            backwards = (
                [f"{day} comes before {last.version}, which was released on {last.day}"] if day < last.day else []
            )
            report.check(f"{day} is not before the last release", backwards)
            report.check("every id of the last release holds", map(str, broken_ids(last.snapshot, new, version)))
    report.stop_unless_held()
    assert found is not None
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder) / "cdnpoli"
        try:
            made = make(root, files, stage, version, day, found, lambda at: rebuild(at, today))
        except NotStated as error:
            raise report.refuse(str(error)) from None
        *tests, validation = TEST_STEPS
        report.check("Frictionless finds the tables valid", failing_steps(stage, [validation], run))
        report.stop_unless_held()
        report.check("the tests pass on what would be released", failing_steps(stage, tests, run))
        report.stop_unless_held()
        try:
            dist = distributed(stage, version, day)
        except CannotBuild as error:
            raise report.refuse(f"the wheel cannot be built: {error}") from None
    if not dry:
        into_dist = {root / "dist" / name: content for name, content in dist.items()}
        in_place = {root / path: content for path, content in made.files.items()}
        put_in_place(in_place | into_dist, [root / path for path in made.gone])
    show_release(made, dist, dry)
    print(f"\n{'This would be' if dry else 'This is'} {version}, on disk only. To publish it:\n")
    print("\n".join(publishing_commands(version, dist)))


# The checks: each gives what is wrong, a line each


def uncommitted(root: Path, run: Runner) -> list[str]:
    """The files that differ from the last commit, or are unknown to git."""
    done = run(["git", "status", "--porcelain"], root)
    if done.code:
        return [f"git status: {done.last_line}"]
    return [f"{line[3:]} is not committed" for line in done.output.splitlines()]


def unwritten(changelog: str) -> list[str]:
    """What the changelog lacks."""
    try:
        unreleased(changelog)
    except NothingWritten as error:
        return [f"CHANGELOG.md {error}"]
    return []


def outdated(built: Built, root: Path) -> list[str]:
    """The published files that are not what raw/ gives, and the ids that are not recorded."""
    wrong = [
        f"{path} differs from what raw/ gives: run python -m scripts.build" for path in differing_files(built, root)
    ]
    for minted in built.assembled.new_ids:
        wrong.append(f"{minted.table}/{minted.row_id} is not in the id ledger: run python -m scripts.build --mint")
    return wrong


def too_low(version: Version, found: Comparison, stated: dict[str, str]) -> list[str]:
    """Why the version is lower than what changed asks for."""
    if found.last is None:
        current = Version.parse(stated["pyproject.toml"])
        return [f"{version} is lower than {current}, which pyproject.toml states"] if version < current else []
    needed = found.last.after(found.bump)
    if version >= needed:
        return []
    because = "; ".join(found.reasons[:5]) + (" ..." if len(found.reasons) > 5 else "")
    return [f"{version} is lower than {needed}, which is needed after {found.last}: {because}"]


# What is built


def quiet_build(root: Path, today: date) -> Built:
    """The tables from raw/, valid. Raises InputError."""
    built = build(root, today, Console(file=io.StringIO()))
    for line in problems(built.assembled.tables, built.texts):
        raise InputError(str(root / "raw"), "", line)
    return built


def rebuild(stage: Path, today: date) -> dict[str, int]:
    """Build and publish the tables of the stage; how many rows each has."""
    built = quiet_build(stage, today)
    publish(built.assembled.tables, stage, about(stage), built.scores)
    return {name: len(table) for name, table in built.assembled.tables.items()}


# What is shown


def show_comparison(found: Comparison) -> None:
    """The bump that the data ask for, its reasons, and the first lines of the difference."""
    if found.last is None:
        print("         there is no release yet to compare with")
        return
    print(f"         against {found.last} the data ask for a {found.bump.name.lower()} version:")
    print_some(found.reasons)
    print(f"         {len(found.changes):,} lines of row changes")
    print_some(
        f"{it.table}/{it.row_id}: {it.change}"
        + (f": {it.column}: {it.old} -> {it.new}" if it.column else "")
        + (f" ({it.reason})" if it.reason else "")
        for it in found.changes
    )


def show_release(made: Made, dist: dict[str, bytes], dry: bool) -> None:
    """The section of the changelog, and every file that is written or removed."""
    print(f"\n{made.section}\n")
    verb = "would be written" if dry else "written"
    for path, content in made.files.items():
        print(f"{verb}  {path.as_posix()}  ({len(content):,} bytes)")
    for name, content in dist.items():
        print(f"{verb}  dist/{name}  ({len(content):,} bytes)")
    for path in made.gone:
        print(f"{'would be removed' if dry else 'removed'}  {path.as_posix()}")


def print_some(lines: Iterable[str]) -> None:
    """The first lines, indented, and how many more there are."""
    every = list(lines)
    for line in every[:SHOWN]:
        print(f"           {line}")
    if len(every) > SHOWN:
        print(f"           and {len(every) - SHOWN:,} more")


def publishing_commands(version: Version, dist: Iterable[str]) -> list[str]:
    """The two commands that publish: commit and tag, upload."""
    names = sorted(dist)
    packages = [f"dist/{name}" for name in names if name.endswith((".whl", ".tar.gz"))]
    others = [f"dist/{name}" for name in names if f"dist/{name}" not in packages]
    return [
        f'git add --all && git commit -m "Release {version}" && git tag -a v{version} -m "cdnpoli {version}" '
        "&& git push --follow-tags",
        f"python -m twine upload {' '.join(packages)} "
        f"&& gh release create v{version} --verify-tag --notes-from-tag {' '.join(packages + others)}",
    ]


def main(arguments: Sequence[str] | None = None, run: Runner = run, today: Callable[[], date] = date.today) -> int:
    """The command. Returns the exit code: 0 done, 1 refused, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.release",
        description=__doc__,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("version", metavar="VERSION", help="the version to release, as 1.2.0")
    parser.add_argument("--dry-run", action="store_true", help="write nothing; show what would be written")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day of the release (default: today)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    options = parser.parse_args(arguments)
    now = today()
    try:
        version = Version.parse(options.version)
    except ValueError as error:
        stop([InputError("VERSION", "", str(error))])
    try:
        day = date.fromisoformat(options.date) if options.date else now
    except ValueError:
        stop([InputError("--date", "", f"{options.date!r} is no day: write it as 2026-12-01")])
    if day > now:
        stop([InputError("--date", "", f"{day} is in the future")])
    try:
        release(options.root.resolve(), version, day, now, options.dry_run, run)
    except InputError as error:
        stop([error])
    except Refused:
        print(f"\n{version} was not released, and nothing was written.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
