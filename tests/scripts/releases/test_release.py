"""Making releases of a small repository: a first one, what the next one must say, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from scripts import release
from scripts.releases.history import read_last_release
from scripts.releases.making import stated_versions
from scripts.releases.snapshots import read_snapshot
from scripts.releases.staging import TEST_STEPS, Finished, run
from tests.scripts.releases import small_raw

DAY = date(2026, 11, 23)


def without_tests(command: Sequence[str], folder: Path) -> Finished:
    """Runs git and Frictionless; the test suite itself is taken to pass."""
    return Finished(0, "") if {"ruff", "mypy", "pytest"} & set(command) else run(command, folder)


def made(root: Path, *arguments: str, runner: release.Runner = without_tests) -> int:
    return release.main([*arguments, "--root", str(root)], run=runner, today=lambda: DAY)


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the repository, git's own left out."""
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.relative_to(root).parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small repository whose release 1.0.0 is made and committed. Not to be written to."""
    root = small_raw.make(tmp_path_factory.mktemp("first") / "repository")
    small_raw.built(root)
    small_raw.commit(root)
    assert made(root, "1.0.0") == 0
    small_raw.commit(root)
    return root


@pytest.fixture
def repository(first: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(first, tmp_path / "repository"))


@pytest.mark.slow
def test_the_first_release_states_its_version_and_day_everywhere(first: Path) -> None:
    stated = stated_versions(first)
    assert set(stated.values()) == {"1.0.0"} and {"pyproject.toml", "CITATION.cff", "datapackage.json"} <= set(stated)
    assert "date-released: 2026-11-23" in (first / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (first / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased\n\n## 1.0.0 (2026-11-23)\n\n- The first tables." in changelog
    last = read_last_release(first)
    assert last is not None and str(last.version) == "1.0.0" and last.day == DAY
    for path in (first / small_raw.PACKAGE / "tables").glob("*.parquet"):
        assert (first / "dataset" / "last_release" / "tables" / path.name).read_bytes() == path.read_bytes()
    assert last.snapshot.rows("row_changes") == []
    names = {path.name for path in (first / "dist").iterdir()}
    assert {"cdnpoli-1.0.0-py3-none-any.whl", "cdnpoli-1.0.0.tar.gz", "row_changes.csv", "SHA256SUMS"} <= names


@pytest.mark.slow
def test_the_next_release_says_exactly_what_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_raw.correct(repository, "people", "paul-harker", "born_on", "1960-02-04")
    small_raw.withdraw(repository, "offices", "anna-delisle-critic-2022")
    small_raw.edit(
        repository,
        "redirects",
        lambda lines: [*lines, ["offices", "anna-delisle-critic-2022", "", "never held", "1.1.0"]],
    )
    small_raw.add_article(repository, "example-news-2022-03-02-nothing", "Whitford had a quiet day in the snow.")
    small_raw.say(repository, "The birth of `paul-harker` corrected.")
    small_raw.built(repository)
    small_raw.commit(repository)
    before = contents(repository)
    assert made(repository, "1.0.1") == 1
    refused = capsys.readouterr().out
    assert "1.0.1 is lower than 1.1.0, which is needed after 1.0.0" in refused
    assert contents(repository) == before
    assert made(repository, "1.1.0", "--dry-run") == 0
    assert contents(repository) == before
    assert "would be written  dataset/releases/1.1.0/row_changes.csv" in capsys.readouterr().out
    assert made(repository, "1.1.0") == 0
    rows = read_snapshot(repository / small_raw.PACKAGE).rows("row_changes")
    told = [
        tuple(row[name] for name in ("table", "row_id", "change", "column", "old", "new", "reason")) for row in rows
    ]
    gone = "anna-delisle-critic-2022"
    assert told == [
        ("sources", "example-news-2022-03-02-nothing", "added", None, None, None, None),
        (
            "people",
            "paul-harker",
            "changed",
            "born_on",
            "1960-02-03",
            "1960-02-04",
            "The birth of `paul-harker` corrected.",
        ),
        ("offices", gone, "withdrawn", None, None, None, "never held"),
        ("evidence", f"offices/{gone}/1", "withdrawn", None, None, None, "never held"),
        ("redirects", f"offices/{gone}", "added", None, None, None, "never held"),
    ]
    section = (repository / "CHANGELOG.md").read_text(encoding="utf-8").split("## 1.0.0")[0]
    assert section.split("## 1.1.0 (2026-11-23)\n\n")[1].splitlines() == [
        "- The birth of `paul-harker` corrected.",
        "",
        "The data against 1.0.0 (minor), line by line in the table `row_changes`:",
        "",
        "- `sources`: 1 added (`example-news-2022-03-02-nothing`)",
        "- `people`: 1 changed (`paul-harker`: born_on)",
        f"- `offices`: 1 withdrawn (`{gone}`)",
        f"- `evidence`: 1 withdrawn (`offices/{gone}/1`)",
        f"- `redirects`: 1 added (`offices/{gone}`)",
        "",
    ]


REFUSALS = {
    "a file that is not committed": (lambda root: small_raw.say(root, "x"), "CHANGELOG.md is not committed", False),
    "a changelog that says nothing": (lambda root: None, 'CHANGELOG.md has nothing below "## Unreleased"', True),
    "tables that are not those of raw/": (
        lambda root: small_raw.correct(root, "people", "paul-harker", "born_on", "1960-02-05"),
        "people.parquet differs from what raw/ gives",
        True,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "says", "committed"), REFUSALS.values(), ids=REFUSALS)
def test_a_release_is_refused_for(
    repository: Path, capsys: pytest.CaptureFixture[str], change: object, says: str, committed: bool
) -> None:
    assert callable(change)
    change(repository)
    if committed and small_raw.git(repository, "status", "--porcelain"):
        small_raw.commit(repository)
    before = contents(repository)
    assert made(repository, "1.1.0") == 1
    assert says in capsys.readouterr().out
    assert contents(repository) == before


@pytest.mark.slow
@pytest.mark.parametrize("failing", ["pytest", "frictionless"])
def test_a_failing_step_refuses_the_release(repository: Path, capsys: pytest.CaptureFixture[str], failing: str) -> None:
    small_raw.say(repository, "Nothing in the data.")
    small_raw.commit(repository)
    before = contents(repository)

    def runner(command: Sequence[str], folder: Path) -> Finished:
        return Finished(1, "1 failed\n") if failing in command else without_tests(command, folder)

    assert made(repository, "1.0.1", runner=runner) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("refused")]
    assert len(said) == 1 and said[0].startswith(f"refused  {failing} ") and said[0].endswith(": 1 failed")
    assert contents(repository) == before


@pytest.mark.slow
def test_an_id_that_is_lost_refuses_the_release(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_raw.withdraw(repository, "offices", "anna-delisle-critic-2022")
    small_raw.say(repository, "An office less.")
    small_raw.built(repository)
    small_raw.commit(repository)
    assert made(repository, "2.0.0") == 1
    assert "refused  offices/anna-delisle-critic-2022 is in the last release and is gone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("people", "born_on", "1960-02-09"),
        ("people", "family_name", "Harkerr"),
        ("seats", "elected_as", "conservative"),
    ],
    ids=["a date", "a spelling", "a party"],
)
def test_a_correction_does_not_move_an_id(tmp_path: Path, table: str, column: str, value: str) -> None:
    root = small_raw.make(tmp_path / "repository")
    before = small_raw.built(root)
    key = "paul-harker" if table == "people" else "ca-44-belrive-anna-delisle"
    small_raw.correct(root, table, key, column, value)
    after = small_raw.built(root)
    assert value in {str(row[column]) for row in after.rows(table)}
    for name in before.id_tables:
        assert after.ids(name) == before.ids(name)


@pytest.mark.parametrize("column", ["date", "from_party_id"])
def test_a_corrected_change_of_caucus_keeps_its_id(tmp_path: Path, column: str) -> None:
    root = small_raw.make(tmp_path / "repository")
    before = small_raw.built(root)
    value = "2022-05-06" if column == "date" else "independent"
    small_raw.correct(root, "caucus_changes", "anna-delisle-2022-05-04", column, value)
    after = small_raw.built(root)
    assert [str(row[column]) for row in after.rows("caucus_changes")] != [
        str(row[column]) for row in before.rows("caucus_changes")
    ]
    for name in before.id_tables:
        assert sorted(after.ids(name)) == sorted(before.ids(name))


@pytest.mark.parametrize("bad", [["1.0"], ["1.0.0", "--date", "soon"], ["1.0.0", "--date", "2026-11-24"]])
def test_bad_input_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: list[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        made(tmp_path, *bad)
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_steps_of_a_release_are_those_of_make_test() -> None:
    makefile = (small_raw.ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ntest:")[1].split("\n\n")[0].splitlines()[1:]
    steps = [line.strip().removeprefix("$(BIN)/").removeprefix("python -m ") for line in recipe]
    assert steps == [" ".join(step) for step in TEST_STEPS]
