"""Text that was decoded with the wrong encoding, put right: whole, doubled, half repaired, or pasted over a name.

`repair(text, publisher)` is the one entry. Text without a suspicious pair of characters passes at the speed of
one regular expression; only lines that hold such a pair go to ftfy. Quotation marks keep their shape (curly
stays curly), because attribution reads their direction.
"""

from __future__ import annotations

import re
from functools import cache

import ftfy
from ftfy.badness import is_bad

_PUNCTUATION = "“”‘’„‚–—…•«»‹›€™"
_FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ"
_LINE_CODECS = ("cp850", "cp437")
"""Code pages of old consoles and exports, which ftfy does not try for typographic marks."""

_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0) if code != 0x85}
_LEADS = "ÂÃâÄÅÐÑÎÏØÙ‚√ÔÓÚ├Γ┬ÊÆï"
_TRACES = "\x80-\x84\x86-\x9f\ufffd†€"
_SUSPICIOUS = re.compile(
    f"[{_LEADS}{_TRACES}\xa1-\xff]"
    f"(?:(?<=[{_TRACES}])|(?<=[{_LEADS}])[^\x00-\x7f]|(?<=[âÂÃ])(?![a-zà-ÿA-ZÀ-Ý’'\\-])"
    "|(?<=[\xa1-\xff])[\xa1-\xff]{3})"
)
"""A trace of a lost character; a lead byte read as a letter with another such byte, or with no letter, after it; or
four letters or signs beyond ASCII in a row: what a pasted brand has, and no word of English or French. One expression
that begins with a set of characters, which scans fast.
"""
_BARE_CP1252 = re.compile("[\x80-\x84\x86-\x9f]")


def _seen_as(char: str, codec: str) -> str | None:
    """How `char` looks when its UTF-8 bytes are read in another code page; None where a byte has no character
    there.
    """
    try:
        return char.encode("utf-8").decode(codec)
    except UnicodeDecodeError:
        return None


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    """Wrong sequence -> right character, for what ftfy leaves when its line holds anything beyond repair."""
    right: dict[str, str] = {}
    for char in _PUNCTUATION + _FRENCH:
        for codec in (*_LINE_CODECS, *(("cp1252",) if char in _PUNCTUATION else ())):
            seen = _seen_as(char, codec)
            if seen is not None and len(seen) > 1:
                right.setdefault(seen, char)
    right["â€\x9d"] = "”"
    right["ï»¿"] = ""
    right["ï¿½"] = "\ufffd"
    # A typographic mark whose own lead bytes were dropped by a filter, only the tail is left: "€œHello,€ he said".
    for tail, char in {"€œ": "“", "€™": "’", "€˜": "‘", "€¦": "…", "€“": "–", "€”": "—"}.items():
        right.setdefault(tail, char)
    longest_first = sorted(right, key=lambda seen: (-len(seen), seen))
    return re.compile("|".join(map(re.escape, longest_first))), right


# --- a brand pasted over a name -----------------------------------------------------------------------------

_HIGH = (
    "\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u2017\u201a\u201b\u201e-\u203a\u20ac\u2122\u3400-\u9fff"
)
_HIGH_RUN = re.compile(f"(?<![A-Za-z{_HIGH}])[{_HIGH}]{{4,40}}(?![A-Za-z{_HIGH}])")
"""A word of nothing but what single bytes beyond ASCII decode to. A name is no longer than that."""
_LEGACY_CODECS = ("gb18030", "big5", "shift_jis", "euc_kr")


def _bytes_of(run: str) -> bytes:
    """The bytes behind a run of wrongly decoded characters: one per Latin character, three per ideograph."""
    parts = []
    for char in run:
        if ord(char) < 0x100:
            parts.append(bytes([ord(char)]))
        else:
            parts.append(char.encode("cp1252", "ignore") or char.encode("utf-8"))
    return b"".join(parts)


def is_pasted_brand(run: str) -> bool:
    """Whether `run` is another script's name whose bytes were read as Latin letters.

    It is when its bytes decode, without a gap, in an East Asian encoding to nothing but that script's letters:
    the two bytes per letter must fall just right throughout, and two of them be signs such as ¶ or ½, which no
    word has ('Â鶹´«Ã½' does; 'été', '«À', '100 €–' do not). What ftfy can mend is mojibake of plain text and no
    brand.
    """
    latin = sum(1 for char in run if ord(char) < 0x3000)
    signs = sum(1 for char in run if ord(char) < 0x3000 and not char.isalpha() and char not in "«»")
    if latin < 3 or (signs < 2 and latin == len(run)) or ftfy.fix_encoding(run) != run:
        return False
    data = _bytes_of(run)
    for codec in _LEGACY_CODECS:
        try:
            name = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(name) >= 2 and all("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3" for letter in name):
            return True
    return False


def without_brands(line: str, publisher: str | None) -> str:
    """Put the publisher of the citation where such a brand stands for it in a sentence; drop it on a line of its own.

    For: "Â鶹´«Ã½ has not verified the claims." -> "CTV News has not verified the claims."
    Not: "Le Sénat l'a adopté à l'été" (letters of the language).
    """
    name, alone = publisher or "", len(line.strip())

    def replace(match: re.Match[str]) -> str:
        run = match.group()
        if not is_pasted_brand(run):
            return run
        return "" if len(run) == alone else name

    return _HIGH_RUN.sub(replace, line)


# --- quotation marks of which nothing but a trace is left ---------------------------------------------------

_TRACE = re.compile(
    "\ufffd+|â\\?\\?|â€\\?|(?:â€)+\xa0?(?![\\w€™œ˜¦“”])|(?<=[\\w.,!?…’')%-])†|(?<=[.,!?…])€(?=\\s|$)|(?<=[.,!?…])€(?=[a-z])"
)
_ELISION = re.compile(r"(?:^|[\s(«“])(?:[dlnjcmst]|qu|jusqu|lorsqu|puisqu)$", re.IGNORECASE)
_VOWELS = "aeiouyhàâéèêîô"
_CONTRACTION = re.compile(r"(?:s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_OPENERS = " \t\n([{—–-/“‘"
_CLOSED_BY = ".,!?…;:%)"


def _mend_traces(line: str) -> str:
    """Put back the mark that a lost character must have been, where its neighbours leave no doubt.

    For: "“The truth,† he said" -> "“The truth,” he said"; "don\ufffdt" -> "don’t".
    Not: "the table†" with no quotation open (a footnote sign); "Qu\ufffdbec" (a letter nobody can know).
    """
    out: list[str] = []
    at = balance = 0
    for match in _TRACE.finditer(line):
        start, end = match.span()
        before = line[max(at, start - 8) : start]
        out.append(line[at:start])
        balance += line.count("“", at, start) - line.count("”", at, start)
        mark = _mark_for(match.group(), balance > 0, before, line[end : end + 8])
        balance += mark.count("“") - mark.count("”")
        out.append(mark)
        at = end
    out.append(line[at:])
    return "".join(out)


def _mark_for(trace: str, is_open: bool, before: str, after: str) -> str:
    """The mark behind a trace, or the trace itself where that is not certain. `before` and `after` are a few
    letters.
    """
    previous, following = before[-1:], after[:1]
    if trace in ("†", "€"):
        if not is_open:
            return trace
        return "”" + (" " if following.isalpha() else "")
    if previous.isalnum() and following.isalnum():
        elided = following.lower() in _VOWELS and _ELISION.search(before)
        return "’" if elided or trace.startswith("â") or _CONTRACTION.match(after) else trace
    if (not previous or previous in _OPENERS) and (following.isalnum() or (following and following in "$«")):
        return "“"
    if (previous.isalnum() or (previous and previous in _CLOSED_BY)) and not following.isalnum():
        if trace.startswith("â") or is_open:
            return "”"
        if previous in "sS" and following == " ":
            return "’"
        return trace if following else ""
    if previous == " " and following == " ":
        return "–"
    return "" if trace.startswith("â") else trace


_STRAY_LEAD = re.compile('(?<![\\w])Â(?=\\s|$)|(?<=[\\w.,;:!?”’"])Â(?=\\s|$|[.,;:!?])')
_FLATTENED_DASH = re.compile('â€"')
"""“–” and “—” end in a byte that looks like a curly quote, which a later program made straight."""
_LOST_TAIL = re.compile("(?:â€)+(?= [a-zA-Z]|$)")
"""The closing mark's last byte has no character in cp1252 and got lost; ftfy would take the space for it and
make a dagger.
"""
_LOST_TAIL_TWICE = re.compile("Ã¢â‚¬Â?(?=[ ]|$)|Ã¢â‚¬Â\x9d|Ã¢â‚¬\x9d")
_LOST_SPACE = re.compile("Ã (?=[,.;:!?)»])")
"""“à” ends in a byte that reads as a no-break space, which before a comma was taken for a space too many."""
_FRACTION = re.compile("Ã1[⁄/]4")
"""“ü” ends in a byte that reads as “¼”, which a compatibility normalisation wrote out."""
_DOUBLED = ("Ã¢", "Ãƒ", "Ã‚", "Å“Ã", "√Ñ")


def _by_table(line: str) -> str:
    pattern, right = _table()
    return pattern.sub(lambda match: right[match.group()], line)


def _mend_line(line: str, publisher: str | None) -> str:
    """One layer of repair. The order matters: a mark at the edge of a pasted brand belongs to the sentence, not
    to it.
    """
    line = _LOST_TAIL_TWICE.sub("”", line)
    line = _FLATTENED_DASH.sub("–", line)
    line = _LOST_TAIL.sub("”", line)
    line = _FRACTION.sub("Ã¼", line) if "Ã1" in line else line
    line = _LOST_SPACE.sub("Ã\xa0", line) if "Ã " in line else line
    if not any(mark in line for mark in _DOUBLED):
        line = without_brands(_by_table(line), publisher)
    if is_bad(line):
        line = ftfy.fix_encoding(line)
    line = _by_table(line) if not any(mark in line for mark in _DOUBLED) else line
    if _BARE_CP1252.search(line):
        line = line.translate(_C1)
    if _TRACE.search(line):
        line = _mend_traces(line)
    return _STRAY_LEAD.sub("", line)


def repair(text: str, publisher: str | None = None) -> str:
    """Put wrongly decoded characters right, line by line; a line without any comes back as it is.

    `publisher` is the name in the citation, for places where another name was pasted over it. Lines are separated by
    newlines only. Repairing repaired text changes nothing.
    """
    if not is_suspicious(text):
        return text
    return "\n".join(
        "".join(_settled(piece, publisher) if is_suspicious(piece) else piece for piece in _pieces(line))
        for line in text.split("\n")
    )


def is_suspicious(text: str) -> bool:
    """Whether anything in the text may have been decoded wrongly: a quick look, true for some sound text, too."""
    return not text.isascii() and _SUSPICIOUS.search(text) is not None


_PIECE = 4000
"""The longest stretch that is repaired at once, in characters: ftfy's time grows faster than the length of what
it cannot mend.
"""


def _pieces(line: str) -> list[str]:
    """The line, cut before a space where it is longer than a paragraph ever is."""
    pieces = []
    while len(line) > _PIECE:
        cut = line.rfind(" ", 1, _PIECE)
        cut = cut if cut > 0 else _PIECE
        pieces.append(line[:cut])
        line = line[cut:]
    return [*pieces, line]


def _settled(line: str, publisher: str | None) -> str:
    """Repair until nothing changes: doubled encodings come off one layer at a time."""
    for _ in range(6):
        mended = _mend_line(line, publisher)
        if mended == line:
            break
        line = mended
    return line
