"""Are all kinds of files read, and is bad input answered by one line that names the file, the place and the mend?"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scripts.articles.reading import Citation, RawDocument, read, read_folder, to_article
from scripts.problems import InputError

TODAY = date(2024, 1, 1)
BODY = "Mary Coe has left the Liberal caucus and will sit as an independent member, she said on Wednesday."
FRONT = "---\nsource_id: coe\npublisher: Harbour Post\ntitle: Coe leaves\npublished_on: 2023-03-22\nurl: https://example.org/coe\n---\n"
GIVEN = Citation(publisher="Prairie Ledger", published_on=date(2020, 2, 2))


def all_of(*paths: Path, given: Citation = GIVEN) -> list[RawDocument | InputError]:
    return list(read(paths, given, TODAY))


def only(path: Path, given: Citation = GIVEN) -> RawDocument:
    (document,) = all_of(path, given=given)
    assert isinstance(document, RawDocument), document
    return document


def refused(path: Path) -> InputError:
    (error,) = all_of(path, given=Citation())
    assert isinstance(error, InputError)
    assert error.path == str(path) and "\n" not in str(error) and error.mend
    return error


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_beats_what_is_given(tmp_path: Path) -> None:
    document = only(file(tmp_path, "a.md", FRONT + BODY))
    assert document.source_id == "coe" and document.text == BODY
    assert document.citation == Citation(
        "Harbour Post", "Coe leaves", "https://example.org/coe", date(2023, 3, 22), None
    )


def test_what_is_given_fills_the_gaps(tmp_path: Path) -> None:
    document = only(file(tmp_path, "Coe leaves (1).txt", BODY))
    assert document.source_id == "coe-leaves-1"
    assert document.citation.publisher == "Prairie Ledger" and document.citation.published_on == date(2020, 2, 2)


def test_a_saved_page_tells_its_citation(tmp_path: Path) -> None:
    page = f"""<html lang="en"><head><title>x</title><meta property="og:title" content="Coe leaves">
    <meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://example.org/p/coe">
    <meta property="article:published_time" content="2023-03-22T21:14:00-04:00"></head><body><nav><a>Home</a></nav><article>
    <h1>Coe leaves</h1><p>{BODY}</p><p>"I could not stay," Coe told reporters in the foyer of the House.</p><p>"No," she said.</p>
    </article><footer>Copyright</footer></body></html>"""
    document = only(file(tmp_path, "page.html", page))
    assert document.citation == Citation(
        "Harbour Post", "Coe leaves", "https://example.org/p/coe", date(2023, 3, 22), None
    )
    article = to_article(document)
    assert article.text.split("\n\n") == [
        BODY,
        '"I could not stay," Coe told reporters in the foyer of the House.',
        '"No," she said.',
    ]


def test_a_page_whose_name_was_pasted_over_takes_the_publisher_given(tmp_path: Path) -> None:
    page = f'<html><head><meta property="og:site_name" content="Â鶹´«Ã½"></head><body><article><p>{BODY}</p><p>{BODY} Again.</p></article></body></html>'
    assert to_article(only(file(tmp_path, "page.html", page))).publisher == "Prairie Ledger"


def test_rows_of_jsonl_and_parquet_are_articles(tmp_path: Path) -> None:
    rows = [
        {"source_id": f"a{n}", "text": BODY, "published_on": "2023-03-22", "publisher": "Harbour Post"}
        for n in range(150)
    ]
    by_line = all_of(file(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    pq.write_table(
        pa.Table.from_pylist([{**row, "published_on": date(2023, 3, 22)} for row in rows]), tmp_path / "a.parquet"
    )
    by_row = all_of(tmp_path / "a.parquet")
    for documents in (by_line, by_row):
        assert [document.source_id for document in documents if isinstance(document, RawDocument)] == [
            row["source_id"] for row in rows
        ]
        assert all(d.citation.published_on == date(2023, 3, 22) for d in documents if isinstance(d, RawDocument))


def test_a_row_without_a_date_is_read_undated(tmp_path: Path) -> None:
    document = only(file(tmp_path, "a.jsonl", json.dumps({"source_id": "a", "text": BODY})), given=Citation())
    assert document.citation.published_on is None


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "2021").mkdir()
    for name in ("b.md", "a.txt", "2021/c.md", "note.pdf"):
        file(tmp_path, name, BODY)
    assert [d.source_id for d in all_of(tmp_path) if isinstance(d, RawDocument)] == ["c", "a", "b"]


def test_windows_text_is_read_with_a_note(tmp_path: Path) -> None:
    document = only(file(tmp_path, "a.txt", "Marie Côté a quitté le caucus – “non”.".encode("cp1252")))
    assert document.text == "Marie Côté a quitté le caucus – “non”." and "Windows-1252" in (document.note or "")


@pytest.mark.parametrize(
    ("name", "content", "place", "mend"),
    [
        ("a.md", "", "", "empty"),
        ("a.md", FRONT + "\n \n", "", "empty"),
        ("a.md", b"\x89PNG\r\n\x1a\n\x00\x00", "", "binary"),
        ("a.txt", "caucus".encode("utf-16"), "", "UTF-16"),
        ("a.txt", b"caucus \x81\x8d\x9d", "line 1", "UTF-8"),
        ("a.md", "---\ntitle: Coe: leaves\n---\n" + BODY, "line 2", "not YAML"),
        ("a.md", "---\n- a\n- b\n---\n" + BODY, "front matter", "not YAML"),
        ("a.md", "---\ntitle: a\n" + BODY, "line 1", "not closed"),
        ("a.md", "---\ntitle: a\n---\n" + BODY, "front matter", "publication date"),
        ("a.txt", BODY, "", "--published"),
        ("a.md", FRONT.replace("2023-03-22", "2024-01-02") + BODY, "published_on", "future"),
        ("a.md", FRONT.replace("2023-03-22", "last week") + BODY, "published_on", "not a date"),
        ("a.md", FRONT.replace("url:", "language: de\nurl:") + BODY, "language", "en or fr"),
        ("a.md", FRONT.replace("url:", "text_kind: poem\nurl:") + BODY, "text_kind", "full or digest"),
        ("a.html", "<html></html>", "", "no article"),
        ("a.html", "", "", "empty"),
        ("a.jsonl", "", "", "empty"),
        ("a.jsonl", '{"source_id": "a", "text"', "line 1", "not JSON"),
        ("a.jsonl", "[1]", "line 1", "not a JSON object"),
        ("a.jsonl", '{"id": "a", "text": "b"}', "line 1", "source_id"),
        ("a.jsonl", '{"source_id": "a", "text": " "}', "line 1", "empty"),
        ("a.jsonl", '{"source_id": "a", "text": 7}', "line 1", "string"),
        ("a.jsonl", '{"source_id": "a", "text": "b", "published_on": "2030-01-01"}', "line 1", "future"),
        ("a.parquet", "no parquet", "", "Parquet"),
        ("a.docx", "x", "", "unknown kind"),
    ],
)
def test_bad_input_is_one_line_that_names_the_place_and_the_mend(
    tmp_path: Path, name: str, content: str | bytes, place: str, mend: str
) -> None:
    error = refused(file(tmp_path, name, content))
    assert error.place == place and mend in error.mend


def test_missing_files_columns_and_articles_are_named(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.txt").mend
    assert "no such file" in refused(tmp_path / "gone").mend
    pq.write_table(pa.table({"id": ["a"], "text": [BODY]}), tmp_path / "a.parquet")
    assert "source_id" in refused(tmp_path / "a.parquet").mend
    (tmp_path / "empty").mkdir()
    assert "no article" in refused(tmp_path / "empty").mend


def test_a_bad_row_does_not_stop_the_rows_after_it(tmp_path: Path) -> None:
    good = json.dumps({"source_id": "a", "text": BODY})
    first, second, third = all_of(
        file(tmp_path, "a.jsonl", f"{good}\n{{broken\n{good.replace('a', 'b', 1).replace('bource', 'source')}\n")
    )
    assert isinstance(first, RawDocument) and isinstance(second, InputError) and second.place == "line 2"
    assert isinstance(third, InputError | RawDocument)


def test_a_source_id_counts_once(tmp_path: Path) -> None:
    first, second = all_of(file(tmp_path, "a.md", FRONT + BODY), file(tmp_path, "b.md", FRONT + BODY))
    assert isinstance(first, RawDocument)
    assert isinstance(second, InputError) and second.path.endswith("b.md") and "coe" in second.mend


def test_a_page_of_furniture_only_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article text is left"):
        to_article(only(file(tmp_path, "a.txt", "Menu\nShare\nSkip to main content")))


def test_a_folder_of_digests_is_read_or_refused_whole(tmp_path: Path) -> None:
    path = file(
        tmp_path, "coe.md", FRONT.replace("url:", "text_kind: digest\naccessed_via: https://example.org\nurl:") + BODY
    )
    ((found, article),) = read_folder(tmp_path, TODAY)
    assert found == path and article.text == BODY and article.text_kind == "digest" and article.language == "en"
    file(tmp_path, "bad.md", "---\ntitle: [\n---\n")
    with pytest.raises(InputError, match=r"bad\.md"):
        list(read_folder(tmp_path, TODAY))
