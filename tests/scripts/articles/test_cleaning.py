"""Does the clean text hold the story, all of it, and nothing of the page around it?"""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.articles.cleaning import clean, settle_characters
from scripts.articles.furniture import story
from scripts.articles.run_on import part_words
from tests.scripts.pages import PAGES, Page

STORY = {
    "en": (
        "Mary Coe has left the Liberal caucus after a dispute over the costs of the road bill, and will sit as an independent.",
        '"I could not vote for it," Coe told reporters in the foyer of the House on Wednesday evening.',
        '"No," she said.',
        "Asked whether she would run again, Coe shook her head and walked away from the cameras.",
        "She named three demands:",
        "- an audit of the costs",
        "- a free vote",
        "- a public inquiry",
        "“We wish Mary well,” Whip Ann Loe said in a statement. “The door stays open.”",
        "Coe, who was first elected in 2015, is the second member to leave the caucus this year.",
        '"Is this how we treat members of our own caucus?"',
        "Loe did not say whether Coe asked to stay. The House returns on Monday.",
    ),
    "fr": (
        "(Ottawa) Marie Côté a quitté le caucus libéral mercredi et siégera comme indépendante à la Chambre des communes.",
        "« Je ne pouvais pas voter pour ce projet de loi », a déclaré Mme Côté aux journalistes.",
        "« Non », a-t-elle répondu.",
        "Le premier ministre n'a pas voulu commenter la décision de la députée, qui avait été élue en 2015.",
        "« Nous lui souhaitons bonne chance », a dit la whip, Anne Loyer, dans un communiqué.",
        "La Chambre reprend ses travaux lundi.",
    ),
}
HEADLINE = {"en": "Mary Coe leaves Liberal caucus", "fr": "Marie Côté quitte le caucus libéral"}


@pytest.mark.parametrize("with_title", [True, False], ids=["headline known", "headline unknown"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_of_a_page_exactly_the_story_is_left(page: Page, with_title: bool) -> None:
    paragraphs, headline = STORY[page.language], HEADLINE[page.language]
    raw = page.around(paragraphs, headline)
    assert all(words in raw for words in page.left), "the page must hold the furniture that it says it holds"
    text = clean(raw, title=headline if with_title else None, publisher="Harbour Post")
    assert text == (" " if page.gap == " " else "\n\n").join(paragraphs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_wrongly_decoded_page_is_repaired_and_then_cleaned(page: Page) -> None:
    paragraphs, headline = STORY[page.language], HEADLINE[page.language]
    right = page.around(paragraphs, headline)
    wrong = right.encode("utf-8").decode("latin-1")
    assert clean(wrong, title=headline) == clean(right, title=headline)


def test_a_story_without_furniture_comes_back_whole() -> None:
    text = "\n\n".join(STORY["en"])
    assert clean(text) == text
    assert clean("\n".join(STORY["en"])) == text


@pytest.mark.parametrize(
    "paragraph",
    [
        "Share of the vote fell to 20 per cent for the New Democrats.",
        "Read more books, the minister told the pupils of the school.",
        "Opinion polls had the two parties level before the by-election.",
        "Comments from the minister's office were not available on Friday.",
        '"Sign up for our party and change it from within," she told the crowd.',
        "Subscribers to the service were told on Monday.",
        "Posted on Twitter late Wednesday, the video shows the member leaving.",
        '"Why?"',
        "“Follow us on the road to victory,” the leader shouted.",
        "The member told Reuters and the Canadian Press that she would stay.",
        "Related parties must tell the commissioner, the report says.",
        "Who will lead the party?",
    ],
)
def test_sentences_that_begin_like_furniture_stay(paragraph: str) -> None:
    text = "\n\n".join([STORY["en"][0], paragraph, STORY["en"][3]])
    assert clean(text) == text


def test_a_box_of_another_stories_heading_inside_the_story_does_not_end_it() -> None:
    before, after = STORY["en"][:4], STORY["en"][8:]
    page = [*before, "Top Stories", "Ferry breaks down again", "Rain for the long weekend", *after]
    assert story(page) == [*before, *after]


def test_teasers_of_other_stories_after_a_heading_go() -> None:
    teasers = ["A woman from Truro is walking to Vancouver.", "Rain is expected for the long weekend in Alberta."]
    assert story([*STORY["en"], "Top Stories", *teasers]) == list(STORY["en"])
    assert story([*STORY["en"], *teasers]) == [*STORY["en"], *teasers], "without a heading nobody can know"


def test_a_doubled_text_is_there_once() -> None:
    paragraphs = [*STORY["en"][:4], STORY["en"][9]]
    assert clean("\n\n".join(paragraphs + paragraphs)).count(paragraphs[0]) == 1


def test_a_pull_quote_goes_and_a_quotation_of_its_own_stays() -> None:
    told = '"I could not vote for this bill in good conscience," Coe told reporters in the foyer.'
    pulled = "“I could not vote for this bill in good conscience”"
    own = '"We were promised a free vote on every question of conscience."'
    page = [STORY["en"][0], told, pulled, own, STORY["en"][3]]
    assert story(page) == [STORY["en"][0], told, own, STORY["en"][3]]


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    raw = (
        "Mary Coe has left the Liberal caucus after a dispute over the costs of\nthe road bill, and will from now on sit as a member of no party, an\nindependent.\n\n"
        "She told reporters in the foyer of the House on Wednesday that\nshe could not vote for it, and walked away from the cameras\n"
        "without another word.\n"
    )
    assert clean(raw) == (
        "Mary Coe has left the Liberal caucus after a dispute over the costs of the road bill, and will from now on sit as a member of no "
        "party, an independent.\n\nShe told reporters in the foyer of the House on Wednesday that she could not vote for it, and walked away from the cameras "
        "without another word."
    )


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("She met them in Ottawa.The minister left.", "She met them in Ottawa. The minister left."),
        ("the Liberal caucusConservative members", "the Liberal caucus Conservative members"),
        ("elected in 2019The member", "elected in 2019 The member"),
        ("“I will stay,”she said.“The door is open.”", "“I will stay,” she said. “The door is open.”"),
        ('"I will stay,"she said."The door is open."', '"I will stay," she said. "The door is open."'),
        ("CTVNews.ca and theScore", "CTVNews.ca and theScore"),
        ("Dominic LeBlanc, U.S. McDonald, iPhone", "Dominic LeBlanc, U.S. McDonald, iPhone"),
        ("See Example.Com for more", "See Example.Com for more"),
    ],
)
def test_words_run_together_are_parted_only_where_one_reading_is_possible(glued: str, parted: str) -> None:
    assert part_words(glued) == parted
    assert part_words(parted) == parted


def test_characters_are_settled() -> None:
    raw = "\ufeffMontre\u0301al\u00a0: «\u202foui\u202f» \u200b—\tsoft\u00adly &amp; &#8217;til\r\n\u2028next"
    assert settle_characters(raw) == "Montréal : « oui » — softly & ’til\n\nnext"


def test_a_digest_keeps_every_line_and_loses_only_its_marks() -> None:
    raw = '# Coe leaves\n\nMary Coe **left** the caucus\non [Wednesday](https://example.org/a).\n\nRelated\n\nShare\n\n"No," she said.\n'
    assert clean(raw, text_kind="digest") == (
        'Mary Coe left the caucus on Wednesday.\n\nRelated\n\nShare\n\n"No," she said.'
    )


def test_a_page_of_nothing_but_furniture_is_empty() -> None:
    assert clean("Skip to main content\nMenu\nShare\nAdvertisement\n© 2023 Harbour Post") == ""


FURNITURE = st.sampled_from(
    [
        "Share",
        "Related Stories",
        "Top Stories",
        "READ MORE: a link",
        "With files from Jack Poe",
        "Home News Politics Sports",
        "(Photo: Jack)",
    ]
)
PIECES = st.one_of(
    st.text(max_size=80),
    FURNITURE,
    st.sampled_from([*STORY["en"], *STORY["fr"], "â€œHi,â€ he said", "Â鶹´«Ã½", "&amp;amp;", "# #"]),
)
PAGE_TEXT = st.lists(PIECES, max_size=14).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(PAGE_TEXT, st.sampled_from([None, "Harbour Post"]), st.sampled_from(["full", "digest"]))
def test_cleaning_clean_text_changes_nothing(raw: str, publisher: str | None, kind: str) -> None:
    once = clean(raw, publisher=publisher, text_kind=kind)
    assert clean(once, publisher=publisher, text_kind=kind) == once


@settings(max_examples=300, deadline=None)
@given(PAGE_TEXT)
def test_clean_text_is_nfc_and_single_spaced(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text and "\n\n\n" not in text and "\r" not in text and text == text.strip()
    assert all(line == line.strip() for line in text.split("\n"))
    text.encode("utf-8")


HOSTILE = {
    "quotes only": '"' * 1_000_000,
    "curly quotes": "“”" * 500_000,
    "capitals only": "A" * 1_000_000,
    "capitalised words": "Ab " * 333_333,
    "nested brackets": "(" * 500_000 + ")" * 500_000,
    "one long line": "the member said that she would stay " * 28_000,
    "short lines": "Share\n" * 170_000,
    "mojibake": "â€œ" * 330_000,
    "broken marks": "â€" * 500_000,
    "pasted brands": "Â鶹´«Ã½ " * 140_000,
    "daggers": "“a† " * 250_000,
    "ampersands": "&amp;" * 200_000,
    "tags": "<p " * 333_000,
    "stars": "*" * 1_000_000,
    "links": "[a](" * 250_000,
    "credits": "(Jane Roe/" * 100_000,
    "headings": "Top Stories\nMary Coe said so to Ann Loe on the hill.\n" * 20_000,
    "slashes": "a/" * 500_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_anything_takes_linear_time(kind: str) -> None:
    started = time.process_time()
    clean(HOSTILE[kind])
    assert time.process_time() - started < 8


EXAMPLE = Path(__file__).parents[4] / "shared" / "articles"


def test_a_scraped_page_as_it_came_keeps_its_body() -> None:
    if not EXAMPLE.is_dir():
        pytest.skip("the scraped example lies beside the checkout, and is not there")
    for expected in sorted(EXAMPLE.glob("*.expected.json")):
        facts = json.loads(expected.read_text(encoding="utf-8"))
        source = facts["source"]
        raw = expected.with_name(expected.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")
        text = clean(raw, publisher=source["publisher"], title=source["headline"])
        assert text.startswith(source["body_starts"])
        assert text.endswith(source["body_ends"])
        assert text == clean(raw, publisher=source["publisher"]), "the headline is a help, not a need"
        flat = text.replace("“", '"').replace("”", '"').replace("’", "'")
        for statement in facts["statements"]:
            assert statement["starts"] in flat and statement["ends"] in flat
        assert "†" not in text and "Ã" not in text
        assert f"{source['publisher']} has not independently verified" in text
        for furniture in ("Top Stories", "Share\n", "Stay Connected", "IN DEPTH"):
            assert furniture in raw and furniture not in text


def test_a_line_separator_that_only_the_repair_brings_out_is_a_space() -> None:
    seen = "\u2028".encode().decode("cp1252")  # as a page prints it that took its bytes for another encoding
    assert settle_characters(f"The “whip”{seen}resigned on Monday.") == "The “whip” resigned on Monday."


def test_an_opening_mark_is_parted_from_a_word_in_capitals_too() -> None:
    assert part_words("The member told the CBC“no deal” was made.") == "The member told the CBC “no deal” was made."
