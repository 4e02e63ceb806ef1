"""Beginning a digest: what an address tells, and what must be given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.new_article import date_in, main, words_in

SOURCES = (
    "source_id,source_kind,publisher,title,url,published_on,language,text_kind,rights\n"
    "x,article,iPolitics,,https://ipolitics.ca/2019/04/02/one/,2019-04-02,en,none,Facts.\n"
    "y,article,La Presse,,https://www.lapresse.ca/actualites/deux.php,2018-02-28,fr,none,Facts.\n"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "raw" / "registers").mkdir(parents=True)
    (tmp_path / "raw" / "registers" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def test_a_known_site_needs_nothing_but_its_address(house: Path) -> None:
    url = "https://ipolitics.ca/2018/08/23/bernier-quits-the-conservatives/"
    assert main([url, "--title", "He's out: Bernier quits", "--root", str(house)]) == 0
    path = house / "raw/articles/2018/ipolitics-2018-08-23-bernier-quits-conservatives.md"
    head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert head == {
        "source_id": path.stem,
        "publisher": "iPolitics",
        "title": "He's out: Bernier quits",
        "url": url,
        "published_on": date(2018, 8, 23),
        "language": "en",
        "text_kind": "digest",
    }


def test_the_language_is_that_of_the_site(house: Path) -> None:
    assert main(["https://lapresse.ca/x/dube-quitte.php", "--published", "2025-12-18", "--root", str(house)]) == 0
    (path,) = (house / "raw/articles/2025").glob("*.md")
    assert "language: fr" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["https://example.org/2018/08/23/story/"], "--publisher"),
        (["https://ipolitics.ca/story/"], "--published"),
        (["ipolitics.ca/2018/08/23/story/"], "https://"),
    ],
    ids=["a site that is new", "no date in the address", "no address"],
)
def test_what_is_not_known_must_be_given(
    house: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*arguments, "--root", str(house)])
    assert left.value.code == 2
    line = capsys.readouterr().err
    assert says in line and line.count("\n") == 1
    assert not (house / "raw" / "articles").exists()


def test_a_digest_that_is_there_is_left_alone(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["https://ipolitics.ca/2018/08/23/story-told/", "--root", str(house)]
    assert main(command) == 0
    (path,) = (house / "raw/articles/2018").glob("*.md")
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(command)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.ca/2018/08/23/x", date(2018, 8, 23)),
        ("https://a.ca/x-2018-8-3", date(2018, 8, 3)),
        ("https://a.ca/1.2018134/x", None),
        ("https://a.ca/2018/13/45/x", None),
    ],
)
def test_a_date_in_an_address(url: str, day: date | None) -> None:
    assert date_in(url) == day


def test_the_words_of_an_address_are_those_that_tell_something() -> None:
    assert (
        words_in("https://www.cbc.ca/news/politics/bloc-quebecois-mps-return-1.4694137") == "bloc-quebecois-mps-return"
    )
