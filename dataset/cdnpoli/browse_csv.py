"""CSV as spreadsheets open it: a cell that a spreadsheet would run as a formula is made text.

Only the CSV of the site is changed. JSON, the SQLite file and the Parquet files hold exactly what is in the tables.
The signs are those that OWASP lists for formula injection (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import re

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"
"""What makes a cell a formula when it stands first, or is dropped by a spreadsheet before it looks for a formula."""

ENOUGH = 16_384
"""Bytes to gather before passing them on: Datasette hands over line by line, and each piece costs its own way out."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_SUSPECT = re.compile(r'(?:^|[,\n"])[=+\-@\t＝＋－＠]|(?:^|[,\n])"[\r\n]')
_CELL = re.compile(r'"[^"]*(?:""[^"]*)*"|[^",\r\n]+')


def harmless(cell: str) -> str:
    """`cell` as text for a spreadsheet: an apostrophe before what would be a formula; numbers stay numbers."""
    if cell and cell[0] in FORMULA_SIGNS and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def harmless_lines(lines: str) -> str:
    """Whole lines of CSV with every cell made harmless; all else, line ends and quotation marks too, stays as it is."""
    return _CELL.sub(_harmless_match, lines) if _SUSPECT.search(lines) else lines


def _harmless_match(match: re.Match[str]) -> str:
    written = match[0]
    return f'"{harmless(written[1:-1])}"' if written[0] == '"' else harmless(written)


class HarmlessStream:
    """CSV that arrives in pieces of any length, passed on in whole lines, made harmless."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._size = 0
        self._open = False

    def pieces(self, body: bytes, *, more: bool) -> bytes:
        """What can be passed on now that `body` has come; everything once there is no `more`."""
        self._held.append(body)
        self._size += len(body)
        # A line ends where as many quotation marks have been closed as opened.
        self._open ^= body.count(b'"') % 2 == 1
        if more and (self._open or self._size < ENOUGH or not body.endswith(b"\n")):
            return b""
        lines = b"".join(self._held).decode("utf-8", errors="replace")
        self._held.clear()
        self._size = 0
        return harmless_lines(lines).encode("utf-8")
