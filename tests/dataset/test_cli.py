"""The command `cdnpoli`, run as a user runs it: in a process of its own, over the small House."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import cdnpoli
from cdnpoli.cli import _lines, main, parser
from cdnpoli.store import Store


@pytest.fixture(scope="module")
def home(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package and the small House in it, as an installation would have it."""
    place = tmp_path_factory.mktemp("installed")
    package = Path(str(cdnpoli.__file__)).parent
    data = shutil.ignore_patterns("tables", "datapackage.json", "__pycache__")
    shutil.copytree(package, place / "cdnpoli", ignore=data)
    shutil.copytree(small_folder, place / "cdnpoli", dirs_exist_ok=True)
    return place


def run(home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command; what it prints and how it leaves."""
    environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONIOENCODING": "utf-8", **settings}
    return subprocess.run(
        [sys.executable, "-m", "cdnpoli", *arguments], capture_output=True, text=True, env=environment, timeout=60
    )


def test_tables_lists_the_tables(home: Path) -> None:
    done = run(home, "tables")
    assert done.returncode == 0
    assert re.search(r"^seats +8 +10 ", done.stdout, re.MULTILINE)


def test_version_is_that_of_the_data(home: Path) -> None:
    assert run(home, "--version").stdout == "cdnpoli 1.2.3\n"


def test_show_as_csv_is_what_a_csv_reader_reads(home: Path) -> None:
    done = run(home, "show", "seats", "--where", "province=Yukon", "--columns", "seat_id,end", "--format", "csv")
    head, *rows = csv.reader(io.StringIO(done.stdout))
    assert head == ["seat_id", "end"]
    assert sorted(rows) == [["s0", "2021-09-19"], ["s6", ""]]


def test_show_as_json_keeps_numbers_and_nulls(home: Path) -> None:
    done = run(home, "show", "seats", "--where", "seat_id=s7", "--format", "json")
    row = json.loads(done.stdout)[0]
    assert row["parliament"] is None
    assert row["start"] == "2016-04-01"


def test_show_counts_what_it_leaves_out(home: Path) -> None:
    done = run(home, "show", "seats", "--limit", "2")
    assert len(done.stdout.splitlines()) == 4  # the headings, the line below them, two rows
    assert "2 of 8 rows" in done.stderr


def test_where_twice_on_a_column_means_either_and_an_empty_value_means_none(home: Path) -> None:
    plain = ("--columns", "seat_id", "--format", "csv")
    either = run(home, "show", "seats", "--where", "seat_id=s1", "--where", "seat_id=s2", *plain)
    assert set(either.stdout.split()) == {"seat_id", "s1", "s2"}
    none = run(home, "show", "seats", "--where", "parliament=", *plain)
    assert none.stdout.split() == ["seat_id", "s7"]


def test_caucus_shows_members_and_standings(home: Path) -> None:
    done = run(home, "caucus", "2023-03-22")
    line = r"^Marie-Ève Tremblay +Victoria +British Columbia +Independent +2023-03-22$"
    assert re.search(line, done.stdout, re.MULTILINE)
    assert done.stdout.endswith("\nConservative 3, Independent 1, Vacant 1\n")


def test_career_changes_evidence_and_describe_answer(home: Path) -> None:
    assert "Yukon, Yukon (43rd Parliament)" in run(home, "career", "dan hill").stdout
    assert "dan-hill-2020-06" in run(home, "changes", "--from", "2020", "--to", "2021", "--party", "Liberal").stdout
    assert "The Gazette" in run(home, "evidence", "marie-eve-tremblay-2023-03-22").stdout
    assert "people.person_id" in run(home, "describe", "seats").stdout


def test_cite_prints_the_style_asked_for(home: Path) -> None:
    assert run(home, "cite").stdout.startswith("The cdnpoli contributors. (2026).")
    done = run(home, "cite", "bibtex", "--row", "marie-eve-tremblay-2023-03-22")
    assert done.stdout.startswith("@misc{cdnpoli-1.2.3-marie-eve-tremblay-2023-03-22,")


def test_verify_leaves_with_0_when_all_is_well_and_1_when_not(home: Path, tmp_path: Path) -> None:
    assert run(home, "verify").returncode == 0
    damaged = Path(shutil.copytree(home, tmp_path / "damaged"))
    (damaged / "cdnpoli" / "tables" / "seats.parquet").write_bytes(b"x")
    done = run(damaged, "verify")
    assert done.returncode == 1
    assert "seats: tables/seats.parquet" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["show", "poeple"], "no table 'poeple'; did you mean people?"),
        (["show", "people", "--columns", "fullname"], "did you mean full_name"),
        (["show", "people", "--where", "gender"], "write it as COLUMN=VALUE"),
        (["show", "people", "--limit", "-1"], "expected one argument|is not a number of rows"),
        (["show", "people", "--limit", "many"], "'many' is not a number of rows"),
        (["show", "people", "--format", "xml"], "invalid choice: 'xml'"),
        (["caucus", "1866-01-01"], "before Confederation"),
        (["caucus", "someday"], "is not a day"),
        (["career", "Tremblai"], "did you mean Marie-Ève Tremblay"),
        (["cite", "mla"], "did you mean apa, bibtex, ris or csl?"),
        (["evidence", "no-such-row-at-all"], "no row 'no-such-row-at-all'"),
        (["tabels"], "invalid choice: 'tabels'"),
        ([], "required: COMMAND"),
        (["serve", "--port", "70000"], "'70000' is not a port"),
    ],
)
def test_errors_are_one_line_and_exit_code_2(home: Path, arguments: list[str], line: str) -> None:
    done = run(home, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("error: ")
    assert re.search(line, done.stderr)


def test_a_missing_extra_is_one_line(home: Path, tmp_path: Path) -> None:
    # A module that cannot be imported stands before the real one on the path.
    (tmp_path / "datasette").mkdir()
    (tmp_path / "datasette" / "__init__.py").write_text("raise ImportError('not installed')")
    path = os.pathsep.join([str(home), str(tmp_path)])
    done = run(home, "serve", "--port", "0", PYTHONPATH=path, XDG_CACHE_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (2, 'error: browsing needs Datasette: pip install "cdnpoli[datasette]"\n')


def test_a_port_in_use_is_one_line(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run(home, "serve", "--port", port)
    assert done.returncode == 2
    assert re.fullmatch(rf"error: cannot open 127\.0\.0\.1:{port} \(.*\); try another --port\n", done.stderr)


def test_serve_says_where_it_is_open_and_answers_there(home: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(home), "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "cdnpoli", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.fullmatch(r"cdnpoli 1\.2\.3 is open at (http://127\.0\.0\.1:\d+/) \(Ctrl-C closes it\)\n", line)
        assert address is not None, line
        with urllib.request.urlopen(address[1] + "cdnpoli/people/dan-hill", timeout=30) as answer:
            assert "Dan Hill" in answer.read().decode()
        assert list(tmp_path.glob("cdnpoli/1.2.3-*/cdnpoli.db"))
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "cdnpoli", "show", "people", "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141


def help_examples() -> list[list[str]]:
    """The example of every command's help, as arguments."""
    import shlex

    actions = parser()._subparsers
    assert actions is not None
    choices = actions._group_actions[0].choices
    assert choices is not None
    examples = []
    for command in dict(choices).values():
        assert command.epilog.startswith("example: cdnpoli ")
        examples.append(shlex.split(command.epilog.removeprefix("example: cdnpoli ")))
    return examples


@pytest.mark.parametrize("arguments", help_examples(), ids=lambda given: given[0])
def test_the_example_in_every_help_is_a_command_that_parses(arguments: list[str]) -> None:
    assert parser().parse_args(arguments).command == arguments[0]


def test_help_of_every_command_shows_its_example(home: Path) -> None:
    for arguments in help_examples():
        done = run(home, arguments[0], "--help")
        assert done.returncode == 0
        assert "example: cdnpoli " + arguments[0] in done.stdout


def test_what_a_source_wrote_cannot_command_the_terminal() -> None:
    lines = _lines(["text"], [{"text": "a\x1b[2Jb\nc"}], None)
    assert lines[-1] == "a�[2Jb c"


def test_the_small_store_is_served_in_process_too(small_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "parties", "--where", "party_id=liberal", "--columns", "name"], small_store) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Liberal Party of Canada"
