"""Lines that have lost their breaks: a page's furniture run into the story, and sentences run into each other."""

from __future__ import annotations

import re
from functools import cache

from scripts.articles.page_lines import both, phrases
from scripts.lexicon import load

_SENTENCE_END = re.compile(r"[a-zà-ÿ]{2}[.!?][\"”»]?\s+[A-ZÀ-Ý\"“«]")
_FUNCTION_WORDS = frozenset(
    [
        "on",
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "in",
        "to",
        "via",
        "by",
        "from",
        "with",
        "at",
        "sur",
        "le",
        "la",
        "les",
        "un",
        "une",
        "et",
        "ou",
        "de",
        "dans",
        "par",
    ]
)
_HEAD_REACH = 1500
"""How far into a line a menu without breaks is looked for, in characters."""


@cache
def _marks(group: str) -> re.Pattern[str]:
    words = sorted(both(load("furniture")[group]), key=lambda mark: (-len(mark), mark))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _run_on() -> re.Pattern[str]:
    return re.compile(f"{_marks('run_on_middle').pattern}|{_marks('run_on_tail').pattern}")


def holds_run_on(text: str) -> tuple[bool, bool]:
    """Whether notices for `cut_middle` and whether marks for `cut_tail` stand anywhere in the text.

    Most texts have none of either, which one expression tells.
    """
    if not _run_on().search(text):
        return False, False
    return _marks("run_on_middle").search(text) is not None, _marks("run_on_tail").search(text) is not None


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”»)'’]) +(?:{_marks('run_on_tail').pattern})(?=[A-ZÀ-Ý0-9©]|\W|$)")


@cache
def _head_marks() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_marks('run_on_head').pattern})(?= [A-ZÀ-Ý0-9\"“«]|$)")


def cut_head(line: str, title: str | None) -> str:
    """Cut a menu and buttons from the front of a line that runs on into the story.

    For: "Skip to main content Menu Home Share Jane Roe resigns Share Jane Roe has resigned from the cabinet." ->
    "Jane Roe has resigned from the cabinet."
    Not: "Share prices fell after Facebook and Twitter were fined." (the words stand in a sentence)
    """
    if _marks("run_on_head").search(line, 0, _HEAD_REACH):  # it begins with letters, so it scans fast
        window = line[:_HEAD_REACH]
        ended = _SENTENCE_END.search(window)
        region = window[: ended.end()] if ended else window
        marks = [match for match in _head_marks().finditer(region) if _stands_alone(region, match.start())]
        if len(marks) >= 2 or (marks and marks[0].start() == 0 and " " in marks[0].group()):
            line = line[marks[-1].end() :].lstrip(" |•·-–—") or line
    if title and len(line) > len(title) + 40 and line.startswith(title):
        line = line[len(title) :].lstrip(" |•·-–—")
    return line


def _stands_alone(text: str, at: int) -> bool:
    """Whether the word at `at` is no part of a sentence: no small word leads up to it."""
    before = text[:at].rsplit(None, 1)
    return not before or before[-1].lower() not in _FUNCTION_WORDS


_MENU_MARKS = "|•·>&"


def cut_menu_words(line: str) -> str:
    """Cut a run of at least four menu words from the front of a line: "Home News Canada Politics The minister
    ...".
    """
    known = phrases().menu_words
    first = line.split(" ", 1)[0].strip(_MENU_MARKS)
    if first and first.lower() not in known:
        return line
    count = end = 0
    for word in re.finditer(r"\S+", line[:_HEAD_REACH]):
        bare = word.group().strip(_MENU_MARKS)
        if bare and (bare.lower() not in known or not bare[0].isupper()):
            break
        count += bool(bare)
        end = word.end()
    return line[end:].lstrip() if count >= 4 and line[end:].strip() else line


def cut_tail(line: str) -> str:
    """Cut credits, forms and teasers from the end of a line, from the first mark that follows the end of a sentence.

    For: "... that he denies. With files from Jane Roe IN DEPTH Opinion" -> "... that he denies."
    Not: "... that he denies. More from the same report is expected." (no name after the mark)
    """
    if not _marks("run_on_tail").search(line):  # it begins with letters, so it scans fast
        return line
    match = _tail().search(line)
    return line[: match.start()] if match and match.start() else line


def cut_middle(line: str) -> str:
    """Take notices about advertisements out of a line."""
    return _marks("run_on_middle").sub(" ", line)


# --- words run together -------------------------------------------------------------------------------------

_GLUED_SENTENCES = re.compile(r"(?<=[a-zà-ÿ]{2})([.!?])(?=(?!Com\b|Ca\b|Org\b|Net\b)[A-ZÀ-Ý][a-zà-ÿ]{0,20}[ ,’'])")
_GLUED_WORDS = re.compile(r"(?<![\w@#./-])([a-zà-ÿ]{5,20})(?=[A-ZÀ-Ý][a-zà-ÿ]{3,20}\b)")
_GLUED_YEAR = re.compile(r"(?<![\w.])((?:19|20)\d\d)(?=[A-ZÀ-Ý][a-zà-ÿ]{2,20}\b)")
_GLUED_OPENING = re.compile(r"(?<=[\w.,!?;:%])“(?=\w)")
_GLUED_CLOSING = re.compile(r"”(?=[^\W\d_])")
_GLUED_STRAIGHT = re.compile(r"\"(?<=[.,!?]\")(?=[A-Za-zÀ-ÿ])")
_CAPITAL = re.compile(r"[A-ZÀ-Ý](?<=[a-zà-ÿ.!?\d].)(?:(?<=[a-zà-ÿ]{5}.)|(?<=[a-zà-ÿ]{2}[.!?].)|(?<=\d{4}.))")
_OPENING = re.compile(r"“(?<=[\w.,!?;:%]“)")
_GLUED = (_OPENING, _GLUED_CLOSING, _GLUED_STRAIGHT, _CAPITAL)
"""Quick looks: a mark or a capital that touches what it seldom touches. Each starts with a character or a set of
characters, which scans fast; one expression for all would not.
"""


def part_lines(lines: list[str]) -> list[str]:
    """`part_words` of each line; most pages hold nothing for it, and one look at the whole tells."""
    whole = "\n".join(lines)
    return [part_words(line) for line in lines] if any([look.search(whole) for look in _GLUED]) else lines


def part_words(line: str) -> str:
    """Put a space where a lost break has run words together, in the cases that allow one reading only.

    For: "in Ottawa.The minister", "the caucusConservative leader", "in 2019The", '”he said', 'said.“The'.
    Not: "CTVNews.ca", "LeBlanc", "iPhone", "U.S.", "theScore".
    """
    if _CAPITAL.search(line):
        line = _GLUED_SENTENCES.sub(r"\1 ", line)
        line = _GLUED_WORDS.sub(r"\1 ", line)
        line = _GLUED_YEAR.sub(r"\1 ", line)
    if "“" in line:
        line = _GLUED_OPENING.sub(" “", line)
    if "”" in line:
        line = _GLUED_CLOSING.sub("” ", line)
    return _part_straight(line) if _GLUED_STRAIGHT.search(line) else line


def _part_straight(line: str) -> str:
    """The same at straight marks, where an odd count of marks so far tells that the next one closes."""
    out: list[str] = []
    at = marks = 0
    for match in _GLUED_STRAIGHT.finditer(line):
        mark = match.end() - 1
        marks += line.count('"', at, mark)
        out.append(line[at:mark])
        out.append('" ' if marks % 2 else ' "')
        marks += 1
        at = mark + 1
    out.append(line[at:])
    return "".join(out)
