"""What a news page prints around its story, told apart from the story.

`story(lines, title)` takes the lines of a page and returns those of the story: menus, share buttons, captions,
photo credits, bylines, newsletter forms, boxes of links, teasers of other stories and section subheads go;
paragraphs, quotations of any length and lists stay. What a line looks to be by itself is read in
`scripts.articles.page_lines`;
the rest goes by place: a story runs from the first full sentence to the last one before the page turns to other things.
Lines that have lost their breaks are for `scripts.articles.run_on`.
"""

from __future__ import annotations

import re
from collections import Counter

from scripts.articles.page_lines import (
    ENDED,
    GONE,
    PARAGRAPH_WORDS,
    PROSE,
    SHORT,
    SUBHEAD_WORDS,
    TOLD,
    Kind,
    Line,
    is_item,
    is_quoted,
    key_of,
    phrases,
    read_lines,
)


def story(
    texts: list[str],
    title: str | None = None,
    publisher: str | None = None,
    known: dict[str, Line] | None = None,
) -> list[str]:
    """The lines of the story, in order, out of the lines of the page (each without space at its ends, none empty).

    `title` is the headline of the citation; the line that repeats it goes. The words of `publisher` are on every
    page of theirs, so sharing them does not make two stories one. A page in which no line looks like a
    paragraph keeps whatever is not furniture. `known` remembers from one call to the next what a line looks to be.
    """
    lines = _without_captions(read_lines(texts, {} if known is None else known))
    headline = key_of(title) if title else ""
    start = _first(lines, headline)
    if start is None:
        return [
            line.text
            for line in lines
            if line.kind in (Kind.PROSE, Kind.TALK, Kind.SHORT) and not (headline and line.key == headline)
        ]
    stop = _last(lines, start, frozenset((publisher or "").split()))
    return _inside(lines[start:stop], headline)


_CREDIT_ONLY = re.compile(r"photos? ?:", re.IGNORECASE)


def _without_captions(lines: list[Line]) -> list[Line]:
    """The lines without the captions that stand over a line of their own for the photo credit ("Photo : Agency
    / Jane Roe").

    Only a line that no paragraph stands over: a paragraph of the story can come before a picture, too.
    """
    kept: list[Line] = []
    for line in lines:
        if (
            line.kind is GONE
            and _CREDIT_ONLY.match(line.text)
            and kept
            and kept[-1].words <= PARAGRAPH_WORDS
            and not is_quoted(kept[-1].text)
            and (len(kept) < 2 or kept[-2].kind is not Kind.PROSE)
        ):
            kept.pop()
        kept.append(line)
    return kept


def _first(lines: list[Line], headline: str) -> int | None:
    """Where the story begins: the first paragraph, after the headline where the page has one before most of its
    text.
    """
    paragraphs = [at for at, line in enumerate(lines) if line.kind is PROSE and line.key != headline]
    if not paragraphs:
        return None
    start = paragraphs[0]
    if headline:
        titles = [at for at, line in enumerate(lines) if line.key == headline]
        for at in titles:
            before = sum(paragraph < at for paragraph in paragraphs)
            if before and 2 * before < len(paragraphs):
                start = next(paragraph for paragraph in paragraphs if paragraph > at)
    while (
        start > 0
        and lines[start - 1].kind is Kind.TALK
        and ENDED.search(lines[start - 1].text)
        and is_quoted(lines[start - 1].text)
    ):
        start -= 1
    return start


def _last(lines: list[Line], start: int, everywhere: frozenset[str]) -> int:
    """Where the story ends: before the first heading of other stories, credit or box after which it does not go
    on.
    """
    stop = len(lines)
    at = start + 1
    while at < stop:
        kind = lines[at].kind
        if kind not in TOLD and (kind in (Kind.END, Kind.CREDIT) or (kind is Kind.BOX and _lists_teasers(lines, at))):
            resumed = _goes_on(lines, start, at, everywhere)
            if resumed is None:
                stop = at
                break
            at = resumed
        at += 1
    while stop > start + 1 and not _may_end(lines[stop - 1], lines[stop - 2]):
        stop -= 1
    return stop


def _may_end(line: Line, before: Line) -> bool:
    """Whether a story can end with this line: a paragraph or a short answer, not a line about its writer."""
    if line.kind is Kind.PROSE:
        return not (line.words <= 40 and not is_quoted(line.text) and phrases().writer.match(line.text))
    if line.kind is not Kind.TALK:
        return False
    return bool(ENDED.search(line.text)) or is_item(line.text) or before.text.endswith(":")


_SPOKEN = re.compile(
    r"[\"“”«»]|\b(?:said|told|asked|added|tweeted|wrote|replied"
    r"|a dit|a déclaré|a affirmé|a ajouté|a expliqué|a indiqué)\b|-t-(?:il|elle)\b"
)
_NAME = re.compile(r"(?<= )(?<![.!?:…] )(?<![.!?:…][\"”»] )[A-ZÀ-Ý][\w’'-]{2,}")


def _names_in(text: str) -> list[str]:
    """Capitalised words inside sentences that are not everybody's: what one story is about and the next is not."""
    common = phrases().common_names
    names = (name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(text))
    return [name for name in names if name.lower() not in common]


def _goes_on(lines: list[Line], start: int, at: int, everywhere: frozenset[str]) -> int | None:
    """The last paragraph after `at` that belongs to the story before it, or None.

    It belongs when it names someone whom the story has named before, and somebody speaks in it or other
    paragraphs stand next to it. A teaser does not: it has a headline over it, or speaks of somebody else.
    """
    counted: Counter[str] = Counter()
    for line in lines[start:at]:
        counted.update(_names_in(line.text))
    familiar = [
        name for name in counted if name not in everywhere and sum(name in line.text for line in lines[start:at]) >= 2
    ]
    found = None
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.kind is not Kind.PROSE or not any(name in line.text for name in familiar):
            continue
        beside = [lines[near].kind for near in (index - 1, index + 1) if near < len(lines)]
        if _SPOKEN.search(line.text) or (Kind.SHORT not in beside and Kind.PROSE in beside):
            found = index
    return found


def _lists_teasers(lines: list[Line], at: int) -> bool:
    """Whether a box is a list of headlines with a sentence under each, rather than links inside the story."""
    teasers = paragraphs = 0
    for index in range(at + 1, len(lines)):
        if lines[index].kind is Kind.PROSE and not _asks(lines[index]):
            paragraphs += 1
            teasers += lines[index - 1].kind is Kind.SHORT
    return paragraphs >= 2 and 3 * teasers >= 2 * paragraphs


def _asks(line: Line) -> bool:
    """Whether a line could be a headline that ends in a question or exclamation mark."""
    return line.words <= SUBHEAD_WORDS and line.text[-1] in "?!" and not is_quoted(line.text)


def _inside(lines: list[Line], headline: str) -> list[str]:
    """The lines of the story between its ends: without furniture, subheads, doubled paragraphs and pull quotes."""
    kept: list[str] = []
    seen: set[str] = set()
    in_box = in_list = after_furniture = False
    for at, line in enumerate(lines):
        text, key, words, kind = line
        if kind not in TOLD or (headline and key == headline):
            if kind is Kind.END or kind is Kind.BOX:
                in_box = True
            else:
                after_furniture = True
            continue
        item = is_item(text)
        if item and not in_list and (in_box or after_furniture):
            continue  # what a subscription offers, in points
        after_furniture = False
        if kind is PROSE and not item:
            if in_box and _asks(line):
                continue
            in_box = in_list = False
            if words >= 8:
                if key in seen:
                    continue
                seen.add(key)
        elif (in_box and not item and not ENDED.search(text)) or (
            kind is SHORT and words <= SUBHEAD_WORDS and not (in_list and _in_company(lines, at))
        ):
            continue
        if text[-1] == ":":
            in_list = True
        kept.append(text)
    return _without_pull_quotes(kept)


def _in_company(lines: list[Line], at: int) -> bool:
    """Whether a short line has another beside it, as the items of a list have and a subhead has not."""
    beside = [lines[near].kind for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return Kind.SHORT in beside


_PULL_QUOTE = re.compile(r"[\"“«].{20,400}[\"”»]$")


def _without_pull_quotes(texts: list[str]) -> list[str]:
    """Drop a quotation set apart whose words stand in a paragraph of the story anyway."""
    candidates = {text for text in texts if text[0] in '"“«' and len(text) < 420 and _PULL_QUOTE.match(text)}
    if not candidates or len(candidates) > 40:
        return texts
    whole = "\n".join(text for text in texts if text not in candidates)
    return [text for text in texts if text not in candidates or text.strip('"“”«» .,') not in whole]
