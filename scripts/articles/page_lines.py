"""What each line of a news page looks to be by itself: a paragraph, a menu, a credit, a heading of other stories.

`read_lines(texts)` tells by the phrases that a page says of itself (`scripts/lexicon/furniture.yaml`) and by the shape
of the line. Which lines are the story, `scripts.articles.furniture` tells from all of them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from scripts.lexicon import load


class Kind(Enum):
    """What a line looks to be, by itself."""

    PROSE = "prose"
    """A paragraph: it ends like a sentence, or is too long for anything else."""
    TALK = "talk"
    """Short, but of the story when it stands inside: a quotation, a list item, an answer."""
    SHORT = "short"
    """A few words without an end: a headline, a subhead, a name, a link."""
    GONE = "gone"
    """Furniture wherever it stands."""
    CREDIT = "credit"
    """Who else worked on the story; what comes after it is seldom the story."""
    END = "end"
    """A heading of other stories."""
    BOX = "box"
    """A heading of a box of links, which may stand inside the story."""


PROSE, SHORT, GONE = Kind.PROSE, Kind.SHORT, Kind.GONE
TOLD = (Kind.PROSE, Kind.TALK, Kind.SHORT)
"""The kinds as plain names, for what runs once a line: looking into an enumeration takes longer than the rest."""


class Line(NamedTuple):
    """A line of the page, without space at its ends."""

    text: str
    key: str
    """The text in lower case, with straight apostrophes, without marks at either end: what phrases are compared
    with.
    """
    words: int
    kind: Kind


@dataclass(frozen=True)
class Phrases:
    """The word lists, both languages together, in the form in which they are looked up."""

    line: frozenset[str]
    end: frozenset[str]
    box: frozenset[str]
    starts_firm: tuple[str, ...]
    """Beginnings that end in a colon or bar: nothing in a sentence looks like them."""
    pointer_starts: tuple[str, ...]
    holds: ahocorasick.Automaton
    """Phrases of forms and notices, anywhere in a line: all are looked for at once."""
    starts_loose: tuple[str, ...]
    """Beginnings that a long sentence could share: only for lines of moderate length without a quotation."""
    credit_starts: tuple[str, ...]
    openings: frozenset[str]
    """The first letters of all these beginnings; few lines of a story share any."""
    end_starts: tuple[str, ...]
    end_ends: tuple[str, ...]
    menu_words: frozenset[str]
    common_names: frozenset[str]
    caption: re.Pattern[str]
    writer: re.Pattern[str]


def both(group: Any) -> list[str]:
    """The English and French words of a group of the lexicon."""
    return [*group["en"], *group["fr"]]


@cache
def phrases() -> Phrases:
    """The lexicon, prepared once."""
    words = load("furniture")
    starts = both(words["line_starts"])
    pointer_starts, credit_starts = both(words["pointer_starts"]), both(words["credit_starts"])
    holds = ahocorasick.Automaton()
    for phrase in both(words["holds"]):
        holds.add_word(phrase, phrase)
    holds.make_automaton()
    agencies = "|".join(sorted(map(re.escape, words["agencies"]), key=lambda agency: (-len(agency), agency)))
    name = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
    return Phrases(
        line=frozenset(both(words["line"])),
        end=frozenset(both(words["end"])),
        box=frozenset(both(words["box"])),
        starts_firm=tuple(start for start in starts if start[-1] in ":|©"),
        starts_loose=tuple(start for start in starts if start[-1] not in ":|©"),
        pointer_starts=tuple(pointer_starts),
        holds=holds,
        credit_starts=tuple(credit_starts),
        openings=frozenset(start[:_OPENING] for start in (*starts, *pointer_starts, *credit_starts)),
        end_starts=tuple(both(words["end_starts"])),
        end_ends=tuple(both(words["end_ends"])),
        menu_words=frozenset(both(words["menu_words"])),
        common_names=frozenset(words["common_names"]),
        # "(Jane Roe/The Canadian Press)", "THE CANADIAN PRESS/Jane Roe", "Photo: Jane Roe", "PHOTO JANE
        # ROE, LA PRESSE"
        # Not: "... as the minister told Reuters." (an agency without the marks of a credit)
        caption=re.compile(
            rf"[(\[](?:(?:photo|file photo|photo by|photo :|photo:)[^()\[\]]{{0,60}}"
            rf"|{name} ?[/,|] ?(?:{agencies})[^()\[\]]{{0,40}}"
            rf"|(?:{agencies})(?: ?[/|] ?[^()\[\]]{{1,60}})?)[)\]]\.?$"
            rf"|(?:^|[\s.|—–-])(?:{agencies}) ?/ ?{name}\.?$"
            rf"|(?:^|[\s.|—–-]){name} ?/ ?(?:{agencies})\.?$"
            rf"|(?:^|[.|—–-] ?)(?:photo|photo d'archives|file photo|photo credit|image)s?"
            rf" ?(?:by|courtesy of|:) ?[^.:]{{2,60}}\.?$"
            rf"|^photo {name}, (?:{agencies})\.?$",
            re.IGNORECASE,
        ),
        writer=re.compile(
            rf"^{name} (?:is|est|covers|writes) (?:[\w'’,.-]+ ){{0,8}}?(?:{'|'.join(both(words['writers']))})\b",
            re.IGNORECASE,
        ),
    )


_EDGE = ' \t|•·*»«›‹>→▶►+-–—…:;,.!?()[]0123456789#"“”'
ENDED = re.compile(r"[.!?…][\"”“’'»)\]\s]*$")
_ITEM = re.compile(r"(?:[-–—•*·▪●]|[0-9]{1,2}[.)]|\([a-z0-9]\))\s?\S")
_ITEM_MARKS = frozenset("-–—•*·▪●0123456789(")
"""What an item begins with: a look at the first character spares most lines the expression."""
_STAMP = re.compile(
    r"(?:(?:first|last|originally) )?(?:posted|published|updated|modified|date modified"
    r"|publiée?|mis à jour|mise à jour|modifiée?)\b"
    r"[^\n]{0,40}\d"
    r"|\d{1,2} (?:min(?:ute)?s?\.? (?:read|de lecture)|(?:min|minute|hour|day|heure|jour)s? ago)"
    r"|(?:il y a|temps de lecture)[^\n]{0,4}\d"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?[a-zéû]{3,9}\.? \d{1,2},? \d{4}"
    r"(?:,? (?:at )?\d{1,2}:\d\d [ap]\.?m\.?(?: [a-z]{2,3})?)?$"
    r"|\d{4}-\d\d-\d\d(?: \d\d[:h]\d\d)?$"
)
_BYLINE = re.compile(r"(?:By|BY|Par|PAR) [A-ZÀ-Ý][\w.'’-]+ [A-ZÀ-Ý]")
_CONTACT = re.compile(r"\S{1,64}@\S{1,64}\.[a-z]{2,6}\W*$|@\w{3,30}$|https?://\S+$")

SUBHEAD_WORDS = 14
"""A line without an end of up to so many words is a subhead or a linked headline; a longer one may be a
sentence that lost its full stop.
"""
PARAGRAPH_WORDS = 25
"""From so many words on a line is a paragraph, however it ends."""
CAPTION_WORDS = 60
"""Longer than this, a line that ends with a photo credit is a paragraph with a credit at its end."""


def key_of(text: str) -> str:
    """The form in which a line is compared with the phrases."""
    return text.replace("’", "'").lower().strip(_EDGE)


def read_lines(texts: Sequence[str], known: dict[str, Line]) -> list[Line]:
    """What each line of a page looks to be by itself. Lines that are in `known` are looked up, the others added."""
    new = [text for text in texts if text not in known]
    if new:
        page = "\n".join(new)  # at once: far fewer calls than line by line
        lowered = page.replace("’", "'").lower().split("\n")
        credited = _holds_credit(page)  # few pages do, and then no line need be looked at for one
        for text, small in zip(new, lowered, strict=True):
            key, words = small.strip(_EDGE), text.count(" ") + 1
            known[text] = Line(text, key, words, _kind_of(text, small, key, words, credited))
    return [known[text] for text in texts]


_LONGEST_KEY = 60
_OPENING = 4


def _kind_of(text: str, lowered: str, key: str, words: int, credited: bool) -> Kind:
    """What a line looks to be, from its text as it stands and lowered; `credited` where its page holds the mark of a
    photo credit.
    """
    known = phrases()
    if len(key) <= _LONGEST_KEY:
        if key in known.box:
            return Kind.BOX
        if key in known.end:
            return Kind.END
        if key in known.line:
            return Kind.GONE
        if words <= 6 and not ENDED.search(text) and (key.startswith(known.end_starts) or key.endswith(known.end_ends)):
            return Kind.END
        if not key:
            return Kind.GONE if len(text) < 20 and "?" not in text else Kind.TALK
    if lowered[:_OPENING] in known.openings or lowered[0] == "©":
        quoted = is_quoted(text)
        if lowered.startswith(known.credit_starts) and words <= 45 and not quoted:
            return Kind.CREDIT
        if lowered.startswith(known.starts_firm):
            return Kind.GONE
        if words <= PARAGRAPH_WORDS * 2 and not quoted and lowered.startswith(known.starts_loose):
            return Kind.GONE
        if words <= PARAGRAPH_WORDS and lowered.startswith(known.pointer_starts):
            return Kind.GONE
    if words <= PARAGRAPH_WORDS * 2 and not is_quoted(text) and next(known.holds.iter(lowered), None):
        return Kind.GONE
    if words <= 16 and (_STAMP.match(lowered) or _BYLINE.match(text) or (words <= 8 and _CONTACT.search(lowered))):
        return Kind.GONE
    if (credited or text.endswith(_BRACKETS)) and words <= CAPTION_WORDS and _is_caption(text):
        return Kind.GONE
    ended = text[-1] in ".!?" or ENDED.search(text[-8:]) is not None
    if not ended and _is_menu(text, words):
        return GONE
    if words >= PARAGRAPH_WORDS or (ended and words >= 5):
        return PROSE
    if ended or is_quoted(text) or text[-1] in ":;," or text[0].islower() or is_item(text):
        return Kind.TALK
    return Kind.SHORT


def is_item(text: str) -> bool:
    """Whether a line begins as an item of a list does: a dash or dot, a number, a letter in brackets."""
    return text[0] in _ITEM_MARKS and _ITEM.match(text) is not None


def is_quoted(text: str) -> bool:
    """Whether a quotation mark stands in the text (single looks: five times as fast as a set of characters)."""
    return '"' in text or "“" in text or "”" in text or "«" in text or "»" in text


def _is_menu(text: str, words: int) -> bool:
    """Whether a line is nothing but words of a menu: "Home News Canada Politics"."""
    if words < 3 or words > 60:
        return False
    known = phrases().menu_words
    parts = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text.lower())
    return len(parts) >= 3 and sum(part in known for part in parts) >= 0.8 * len(parts)


_BRACKETS = (")", "]", ").", "].")
"""A line that holds no mark of a credit and does not end in a bracket is no caption."""
_SLASHED = re.compile(r"/[\w .'’-]*$", re.MULTILINE)
_IMAGE_BY = re.compile(r"mage[sS]? ?[bBcC:]")


def _holds_credit(text: str) -> bool:
    """Whether the mark of a photo credit stands in a line or page: each look begins with letters, which scan fast."""
    return (
        "hoto" in text
        or "HOTO" in text
        or ("/" in text and _SLASHED.search(text) is not None)
        or ("mage" in text and _IMAGE_BY.search(text) is not None)
    )


def _is_caption(text: str) -> bool:
    """Whether a line ends in a photo credit; the expression is only tried where a mark of one is in sight."""
    end = text[-_CREDIT_REACH:]
    return (end.endswith(_BRACKETS) or _holds_credit(end)) and phrases().caption.search(end) is not None


_CREDIT_REACH = 120
