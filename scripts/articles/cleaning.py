"""From the text of a page as it came to the clean text that every offset counts in.

The clean text is NFC, holds no control or invisible characters, has one space where there were several, and one
blank line between paragraphs. Cleaning clean text changes nothing, and the same input gives the same text on
every machine: the hash of the clean text is published, and rows point into it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from scripts.articles.furniture import story
from scripts.articles.mojibake import is_suspicious, repair
from scripts.articles.page_lines import Line
from scripts.articles.run_on import cut_head, cut_menu_words, cut_middle, cut_tail, holds_run_on, part_lines


def clean(raw: str, *, publisher: str | None = None, title: str | None = None, text_kind: str = "full") -> str:
    """The clean text of a page or a digest; empty where nothing but furniture is there.

    `raw` is the text as read, `publisher` and `title` come from the citation (a name pasted over the
    publisher's is put back, a repeated headline goes). A `digest` was written for this data set and has no
    furniture: only its characters, spaces and Markdown marks are settled. From a `full` text everything that is
    not the story goes (`scripts.articles.furniture`).
    """
    if text_kind == "digest":
        return _until_still(raw, lambda text: "\n\n".join(_digest_paragraphs(settle_characters(text, publisher))))
    text = raw
    known: dict[str, Line] = {}
    lines: list[str] = []
    calm = False
    for _ in range(_PASSES):
        if not calm:
            page = settle_characters(text, publisher)
            lines = _page_lines(page, title)
        kept = story(lines, title, publisher, known)
        again = "\n\n".join(kept)
        if again == text:
            break
        text = again
        # If nothing but whole lines went, the next pass looks at the rest as it stands: it can start at the story.
        calm = calm or _is_calm(page, lines)
        if calm and kept == lines:
            break
        calm = calm and _cut_top(kept, title) == kept
        lines = kept
    return text


_PASSES = 5
"""What one pass takes away can uncover more of the same (a doubled encoding, a box after a box): so often at most."""


def _until_still(text: str, settle: Callable[[str], str]) -> str:
    for _ in range(_PASSES):
        again = settle(text)
        if again == text:
            break
        text = again
    return text


def _page_lines(page: str, title: str | None) -> list[str]:
    """The lines of a page, none empty, without marks, menus and notices that run on into them."""
    text = _without_marks(page)
    lines = _unwrapped(text.split("\n"))
    middle, tail = holds_run_on(text)
    if middle:
        lines = [cut_middle(line) for line in lines]
    lines = [line for line in _cut_top(lines, title) if line]
    if tail:
        lines = [cut_tail(line) for line in lines]
    parted = map(_one_space, part_lines(lines))
    return [line for line in parted if line]


def _cut_top(lines: list[str], title: str | None) -> list[str]:
    return [cut_head(cut_menu_words(line), title) for line in lines[:TOP_LINES]] + lines[TOP_LINES:]


def _one_space(line: str) -> str:
    """The line with one space where there were several and none at its ends (settled text has no other space)."""
    line = line.strip()
    return _SPACES.sub(" ", line) if "  " in line else line


def _is_calm(page: str, lines: list[str]) -> bool:
    """Whether the lines are those of the settled page as they stood, and any of them alone would stay as it is."""
    return (
        not ("&" in page and _ENTITY.search(page))
        and not ("<" in page and (_BLOCK_TAG.search(page) or _INLINE_TAG.search(page)))
        and lines == [line for line in page.split("\n") if line]
        and not is_suspicious(page)
    )


TOP_LINES = 8
"""A menu that runs on into the story is looked for in so many lines from the top."""


# --- characters ---------------------------------------------------------------------------------------------

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_ODD_SPACE = re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD = re.compile(
    "[" + "".join(odd.pattern.strip("[]") for odd in (_INVISIBLE, _ODD_SPACE)) + "\r\x0b\x0c\x85\u2028\u2029]"
)
"""Any character that one of these is about: most texts hold none, and one look tells. The no-break space, which many
hold, is replaced for itself.
"""
_SPACES = re.compile("  +")
_SPACE_AT_EDGE = re.compile(" *\n *")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def settle_characters(raw: str, publisher: str | None = None) -> str:
    """Repair the encoding; then NFC, plain spaces, newlines as the only breaks, nothing invisible, HTML
    entities as characters.

    Curly quotation marks stay curly: their direction tells where a quotation opens.
    """
    odd = _ODD.search(raw) is not None
    text = _LINE_BREAKS.sub("\n", raw) if odd else raw
    if "&" in text:
        text = _LINE_BREAKS.sub("\n", _ENTITY.sub(lambda match: html.unescape(match.group()), text))
    text = repair(text, publisher)
    odd = odd or (text is not raw and _ODD.search(text) is not None)
    text = text.replace("\xa0", " ")
    if odd:
        # A break that shows only after the repair stood inside a line.
        text = _LINE_BREAKS.sub(" ", _INVISIBLE.sub("", text))
        text = _ODD_SPACE.sub(" ", text).replace("\x85", "…")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if " \n" in text or "\n " in text:
        text = _SPACE_AT_EDGE.sub("\n", text)
    return text.strip()


# --- marks of HTML and Markdown -----------------------------------------------------------------------------

_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|h[1-6]|blockquote|section|article|header|footer|figure|table|tr)\b[^<>]{0,300}>", re.I
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|img|small|mark|figcaption|cite|q|td|th)\b[^<>]{0,300}>", re.I
)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}\)")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,400})(?<=[^\s*])\1(?![\w*])|(?<!\w)(_{1,2})(?=[^\s_])([^_\n]{1,400})(?<=[^\s_])\3(?!\w)"
)
_HEADING = re.compile(r"^#{1,6} +", re.M)
_HEADING_LINE = re.compile(r"^#{1,6} .*$", re.M)
_BLOCK_QUOTE = re.compile(r"^(?:> ?)+", re.M)
_RULE = re.compile(r"^(?:[-*_=] ?){3,}$", re.M)


def _without_marks(text: str) -> str:
    """The text without tags and Markdown marks; a heading stays as a line of its own."""
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n\n", text))
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "*" in text or "_" in text:
        # No emphasis goes beyond its line, and few lines hold a mark.
        text = "\n".join(_unstressed(line) if "*" in line or "_" in line else line for line in text.split("\n"))
    if "#" in text:
        text = _HEADING.sub("", text)
    if ">" in text:
        text = _BLOCK_QUOTE.sub("", text)
    if any(mark in text and mark * 3 in text for mark in "-*_="):
        text = _RULE.sub("", text)
    return text


def _unstressed(line: str) -> str:
    return _EMPHASIS.sub(lambda match: match.group(2) or match.group(4), line)


def _digest_paragraphs(text: str) -> list[str]:
    """The paragraphs of a digest: lines join until a blank line, headings go."""
    blocks = _without_marks(_HEADING_LINE.sub("", text)).split("\n\n")
    paragraphs = (" ".join(block.split()) for block in blocks)
    return [paragraph for paragraph in paragraphs if paragraph]


# --- lines broken at a fixed width --------------------------------------------------------------------------

_WRAP_AT_LEAST, _WRAP_AT_MOST = 45, 120
_FINISHED = re.compile(r"[.!?:…][\"”’»)]*$")


def _unwrapped(lines: list[str]) -> list[str]:
    """The lines that hold something; those that were broken at a fixed width (an e-mail, a wire copy) joined again.

    A text is wrapped when it has blank lines, and most lines that another follows directly stop in mid-sentence
    at a length between 45 and 120 characters.
    """
    lines = [line.strip() for line in lines]
    inner = [line for line, following in pairwise(lines) if line and following]
    wrapped = (
        len(inner) >= 2
        and max(map(len, inner)) <= _WRAP_AT_MOST
        and sum(len(line) >= _WRAP_AT_LEAST and not _FINISHED.search(line) for line in inner) * 2 > len(inner)
    )
    if not wrapped:
        return [line for line in lines if line]
    joined: list[str] = []
    previous = ""
    for line in lines:
        if line and len(previous) >= _WRAP_AT_LEAST:
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        previous = line
    return joined
