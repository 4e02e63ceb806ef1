"""Building: what is refused, with one line and nothing half-written, and what --check sees."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from scripts import build

ROOT = Path(__file__).parents[2]

STORY = """\
---
source_id: {source_id}
publisher: Example News
title: "A member leaves"
url: https://example.org/{source_id}
published_on: {published_on}
language: en
text_kind: digest
---
Kevin Vuong said on Tuesday that he would stay. "I have work to do," he told reporters in Toronto.
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A repository with the real registers, but no id of an article's row, no reviews and one made-up digest."""
    (tmp_path / "raw" / "articles" / "2022").mkdir(parents=True)
    (tmp_path / "raw" / "reviews").mkdir()
    shutil.copytree(ROOT / "raw" / "registers", tmp_path / "raw" / "registers")
    for name in ("id_ledger", "redirects"):  # of rows that the articles left out here give
        path = tmp_path / "raw" / "registers" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    write(tmp_path, "example-news-2022-03-01-vuong")
    return tmp_path


def write(house: Path, source_id: str, published_on: str = "2022-03-01", text: str = STORY) -> Path:
    path = house / "raw" / "articles" / "2022" / f"{source_id}.md"
    path.write_text(text.format(source_id=source_id, published_on=published_on), encoding="utf-8")
    return path


def refused(house: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the build prints when it refuses; nothing may have been written."""
    with pytest.raises(SystemExit) as left:
        build.main(["--root", str(house)])
    assert left.value.code == 2
    assert not (house / "dataset").exists() and not (house / "datapackage.json").exists()
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


@pytest.mark.slow
def test_a_build_is_repeatable_and_check_sees_a_difference(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--root", str(house)]) == 0
    out = capsys.readouterr().out
    assert "1 articles read" in out and "statements" in out
    assert build.main(["--root", str(house), "--check"]) == 0
    first = {path: path.read_bytes() for path in (house / "dataset").rglob("*.parquet")}
    assert build.main(["--root", str(house)]) == 0
    assert {path: path.read_bytes() for path in (house / "dataset").rglob("*.parquet")} == first
    (house / "dataset" / "cdnpoli" / "tables" / "people.parquet").write_bytes(b"")
    assert build.main(["--root", str(house), "--check"]) == 1
    assert "people.parquet" in capsys.readouterr().err


def test_an_article_in_the_future_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(house, "example-news-tomorrow", str(date.today() + timedelta(days=1)))
    line = refused(house, capsys)
    assert str(path) in line and "future" in line


def test_a_source_id_that_is_there_twice_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = house / "raw" / "articles" / "2023"
    other.mkdir()
    shutil.copy(house / "raw" / "articles" / "2022" / "example-news-2022-03-01-vuong.md", other)
    assert "example-news-2022-03-01-vuong" in refused(house, capsys)


def test_a_file_named_otherwise_than_its_source_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = house / "raw" / "articles" / "2022" / "example-news-2022-03-01-vuong.md"
    path.rename(path.with_name("vuong.md"))
    assert "vuong.md" in refused(house, capsys)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\nsource_id: [\n---\nWords.\n", "YAML"),
        (STORY.replace("published_on: {published_on}\n", ""), "published_on"),
        (STORY.replace("text_kind: digest", "text_kind: full"), "text_kind"),
        (STORY.split("Kevin")[0], "empty"),
    ],
    ids=["front matter is not YAML", "no date", "not a digest", "no text"],
)
def test_a_digest_that_cannot_be_used_is_refused(
    house: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    path = write(house, "example-news-broken", text=text)
    line = refused(house, capsys)
    assert str(path) in line and says in line


def test_a_review_of_no_article_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = house / "raw" / "reviews" / "example-news-gone.yaml"
    review.write_text(f"source_id: example-news-gone\ntext_sha256: {'a' * 64}\n", encoding="utf-8")
    line = refused(house, capsys)
    assert str(review) in line and "not an article" in line


def test_a_review_of_a_changed_text_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = house / "raw" / "reviews" / "example-news-2022-03-01-vuong.yaml"
    review.write_text(f"source_id: example-news-2022-03-01-vuong\ntext_sha256: {'a' * 64}\n", encoding="utf-8")
    assert "has changed since it was reviewed" in refused(house, capsys)


def test_a_broken_register_line_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parties = house / "raw" / "registers" / "parties.csv"
    parties.write_text(parties.read_text(encoding="utf-8") + "too,few,cells\n", encoding="utf-8")
    line = refused(house, capsys)
    assert "parties.csv" in line and "line " in line


def test_help_shows_an_example() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "scripts.build", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "python -m scripts.build --check" in shown.stdout
