"""Does the command write whole tables, or nothing, and say what it did?"""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scripts.articles.reading import Citation
from scripts.candidates import Article, CaucusChange, Event, Extraction, Participant, PersonRef, Statement
from scripts.extract import REGISTERS, CandidateWriter, Settings, main, run
from scripts.problems import InputError
from scripts.tables.candidate_tables import CANDIDATE_TABLES, RunIds, candidate_rows, candidate_schema

TEXT = 'Mary Coe has left the Liberal caucus. "I could not stay," she told reporters on Wednesday. "I could not stay," she said.'
FRONT = "---\nsource_id: {0}\npublisher: Harbour Post\npublished_on: 2023-03-22\n---\n"
COE = PersonRef("Mary Coe", None, "not in register")
DAY = date(2023, 3, 22)


def statement(at: int, utterance: int) -> Statement:
    start = TEXT.index("I could not stay,", at)
    return Statement(
        start, start + 17, "direct", "she", (start + 19, start + 22), "told", utterance, "said-after", 0.9, COE
    )


EXTRACTION = Extraction(
    Article("coe", TEXT, DAY, "Harbour Post"),
    (COE,),
    (statement(0, 1), statement(70, 2)),
    (
        CaucusChange(
            0,
            37,
            COE,
            "House of Commons",
            DAY,
            "day",
            "resigned",
            "liberal",
            "Liberal",
            "independent",
            None,
            None,
            "left",
            0.9,
        ),
    ),
    (
        Event(
            0,
            37,
            "caucus_change",
            DAY,
            "day",
            "Mary Coe leaves",
            "fact",
            (Participant("subject", COE),),
            "left",
            0.9,
            mentions=((38, 60),),
        ),
    ),
    (),
)


def test_a_candidate_row_has_its_source_its_names_and_the_reason_for_a_missing_id() -> None:
    rows = candidate_rows(EXTRACTION)
    assert set(rows) == set(CANDIDATE_TABLES)
    (change,), (person,), (participant,) = rows["caucus_changes"], rows["people"], rows["event_participants"]
    assert change["change_id"] == "mary-coe-2023-03-22" and change["person_id"] is None
    for row in (change, person, participant):
        assert (row["person_name"], row["unresolved_reason"], row["source_id"]) == (
            "Mary Coe",
            "not in register",
            "coe",
        )
    assert (change["from_name"], change["to_name"]) == ("Liberal", None)
    assert change["event_id"] == rows["events"][0]["event_id"] == "caucus-change-mary-coe-2023-03-22"


def test_every_row_but_a_persons_has_evidence_and_the_quote_is_the_text_of_its_span() -> None:
    rows = candidate_rows(EXTRACTION)
    about = {(piece["table"], piece["row_id"]) for piece in rows["evidence"]}
    for table, key in (("statements", "statement_id"), ("caucus_changes", "change_id"), ("events", "event_id")):
        assert all((table, row[key]) in about for row in rows[table])
    assert all(piece["quote"] == TEXT[piece["start"] : piece["end"]] for piece in rows["evidence"])
    assert [piece["piece"] for piece in rows["evidence"] if piece["table"] == "events"] == [1, 2]


def test_the_same_words_said_twice_are_two_statements_with_ids_of_their_own() -> None:
    first, second = candidate_rows(EXTRACTION)["statements"]
    assert first["text"] == second["text"] and first["statement_id"] != second["statement_id"]


def test_rows_fit_the_schema_of_their_table_and_its_columns_come_first() -> None:
    for table, rows in candidate_rows(EXTRACTION).items():
        schema = candidate_schema(table)
        assert {column for row in rows for column in row} <= set(schema.names)
        assert pa.Table.from_pylist(rows, schema=schema).num_rows == len(rows)
        assert all(field.nullable for field in schema)


def test_ids_are_unique_over_a_run_and_what_points_to_them_follows() -> None:
    ids = RunIds()
    first = ids.settle(candidate_rows(EXTRACTION))
    other = replace(EXTRACTION, article=replace(EXTRACTION.article, source_id="other"))
    second = ids.settle(candidate_rows(other))
    assert first["caucus_changes"][0]["change_id"] == "mary-coe-2023-03-22"
    assert second["caucus_changes"][0]["change_id"] == "mary-coe-2023-03-22-2"
    event_id = second["events"][0]["event_id"]
    assert event_id == first["events"][0]["event_id"] + "-2"
    assert second["caucus_changes"][0]["event_id"] == second["event_participants"][0]["event_id"] == event_id
    pointed = {piece["row_id"] for piece in second["evidence"] if piece["table"] != "statements"}
    assert pointed == {event_id, "mary-coe-2023-03-22-2"}


def test_an_exception_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "people.parquet").write_text("the old table")
    with pytest.raises(RuntimeError), CandidateWriter(out) as writer:
        writer.add(candidate_rows(EXTRACTION))
        raise RuntimeError
    assert (out / "people.parquet").read_text() == "the old table"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_tables_are_written_in_batches_and_empty_ones_with_their_schema(tmp_path: Path) -> None:
    with CandidateWriter(tmp_path / "out") as writer:
        for _ in range(3000):
            writer.add(candidate_rows(EXTRACTION))
        writer.reject(InputError("a.md", "line 2", "mend it"))
        writer.finish()
    file = pq.ParquetFile(tmp_path / "out" / "statements.parquet")
    assert file.metadata.num_rows == 6000 and file.metadata.num_row_groups > 1
    assert pq.read_schema(tmp_path / "out" / "conflicts.parquet").names == candidate_schema("conflicts").names
    assert json.loads((tmp_path / "out" / "rejected.jsonl").read_text()) == {
        "path": "a.md",
        "place": "line 2",
        "mend": "mend it",
    }


needs_registers = pytest.mark.skipif(not (REGISTERS / "people.csv").exists(), reason="the registers are not there")


@needs_registers
def test_a_batch_goes_on_after_an_article_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in (("a.md", FRONT.format("a") + TEXT), ("b.md", "no date"), ("c.md", FRONT.format("c") + TEXT)):
        (tmp_path / "in" / name).write_text(text)
    report = io.StringIO()
    settings = Settings((tmp_path / "in",), tmp_path / "out", Citation(), date(2024, 1, 1))
    summary = run(settings, report)
    assert (summary.read, summary.rejected) == (2, 1)
    assert pq.read_table(tmp_path / "out" / "sources.parquet")["source_id"].to_pylist() == ["a", "c"]
    (line,) = (tmp_path / "out" / "rejected.jsonl").read_text().splitlines()
    assert json.loads(line)["path"].endswith("b.md")
    assert [text for text in report.getvalue().splitlines() if text.startswith("error: ") and "b.md" in text]
    parallel = run(replace(settings, out=tmp_path / "parallel", jobs=2), io.StringIO())
    assert parallel.rows == summary.rows
    for table in CANDIDATE_TABLES:
        one, two = (pq.read_table(tmp_path / out / f"{table}.parquet") for out in ("out", "parallel"))
        assert one.equals(two), table


@needs_registers
def test_the_command_answers_bad_input_with_exit_code_2_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main([str(tmp_path / "gone.md"), "--out", str(out)]) == 2
    assert "gone.md: no such file" in capsys.readouterr().err and not out.exists()
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path), "--out", str(out), "--published", "2999-01-01"])
    assert "in the future" in capsys.readouterr().err and not out.exists()


def test_help_has_an_example_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    said = capsys.readouterr().out
    assert (
        "python -m scripts.extract story.txt --out candidates" in said
        and "exit code" in said
        and "rejected.jsonl" in said
    )


@needs_registers
def test_output_inside_the_folder_that_is_read_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT.format("a") + TEXT)
    settings = Settings((tmp_path,), tmp_path / "out", Citation(), date(2024, 1, 1))
    for _ in range(2):
        summary = run(settings, io.StringIO())
        assert (summary.read, summary.rejected) == (1, 0)
