"""Is wrongly decoded text put right, and right text left alone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.articles.mojibake import is_pasted_brand, repair

SENTENCE = "“Montréal l’a dit — c’est déjà «voté»…” Mme Côté à Québec, ‘oui’ – œuvre"


@pytest.mark.parametrize("codec", ["latin-1", "mac_roman"])
def test_a_sentence_read_in_the_wrong_encoding_is_put_right(codec: str) -> None:
    assert repair(SENTENCE.encode("utf-8").decode(codec)) == SENTENCE


def test_a_sentence_encoded_twice_is_put_right() -> None:
    twice = SENTENCE.encode("utf-8").decode("latin-1").encode("utf-8").decode("latin-1")
    assert repair(twice) == SENTENCE


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("â€œThe truth,â€\x9d he said", "“The truth,” he said"),
        ("â€œThe truth,â€ he said", "“The truth,” he said"),
        ("â€œThe truth,â€\xa0he said", "“The truth,” he said"),
        ("“The truth,† he said", "“The truth,” he said"),
        ("“The truth,†he said", "“The truth,” he said"),
        ("â€˜Noâ€™ and donâ€™t", "‘No’ and don’t"),
        ('one â€" two', "one – two"),
        ("â??The truth,â?? he said; they donâ??t", "“The truth,” he said; they don’t"),
        ("€œHello,€ he€™s saying", "“Hello,” he’s saying"),
        ("\x93Hello,\x94 don\x92t", "“Hello,” don’t"),
        ("ÔÇ£HelloÔÇØ, donÔÇÖt", "“Hello”, don’t"),
        ("canï¿½t and l\ufffdamour", "can’t and l’amour"),
        ("\ufffdHello,\ufffd he said", "“Hello,” he said"),
        ("VoilÃ  la dÃ©claration, lÃ , Ã  MontrÃ©al", "Voilà la déclaration, là, à Montréal"),
        ("QuÃƒÂ©bec", "Québec"),
        ("Ã¢â‚¬Å“The truthÃ¢â‚¬Â he said", "“The truth” he said"),
        ("the end.Â ", "the end. "),
    ],
)
def test_what_is_half_repaired_is_repaired_whole(wrong: str, right: str) -> None:
    assert repair(wrong).replace("\xa0", " ") == right
    assert repair(repair(wrong)) == repair(wrong)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "The table† has a note, and costs 50 € or €50.",
        "Qu\ufffdbec",
        "L’âge, la grâce, ÂGE, Noël, Zoë, naïf, “Çà”",
        "中文 and Inuktitut ᐃᓄᒃᑎᑐᑦ stay",
        "Ünal, Łódź, Đoković, Ørsted, Škoda",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert repair(text, "Harbour Post") == text


BRANDS = ["今日晨报".encode("gbk").decode("latin-1"), "文化日报".encode("gbk").decode("latin-1"), "Â鶹´«Ã½"]
"""Names of East Asian sites as they look when their bytes are read as Latin letters, one of them half decoded."""


@pytest.mark.parametrize("brand", BRANDS)
def test_a_brand_pasted_over_the_publisher_gives_way_to_the_publisher(brand: str) -> None:
    assert is_pasted_brand(brand)
    assert repair(f"{brand} has not verified it.", "Harbour Post") == "Harbour Post has not verified it."
    assert repair(f"It is said in {brand}â€™s report.", "Harbour Post") == "It is said in Harbour Post’s report."
    assert repair(f"one\n{brand}\ntwo", "Harbour Post") == "one\n\ntwo"
    assert repair(f"{brand} has not verified it.") == " has not verified it."


@pytest.mark.parametrize("word", ["été", "«Éâ»", "ÀÉÈÊ", "1œ½¾", "çà—là", "éééé"])
def test_words_of_a_latin_script_are_no_brands(word: str) -> None:
    assert not is_pasted_brand(word)


@given(st.text(max_size=60))
def test_repairing_repaired_text_changes_nothing(text: str) -> None:
    assert repair(repair(text, "P"), "P") == repair(text, "P")
    if text.isascii():
        assert repair(text) == text
