"""The words of a statement that the article gives verbatim: what stands in quotation marks.

A direct statement is one quotation from end to end. A mixed one holds quoted words inside a reported clause, as in
'he did "nothing to cause any harm" and "worked hard"': two quotations. An indirect one holds at most a word or two,
as in
'the decision was "regrettable"'.
"""

from __future__ import annotations

from scripts.candidates import Statement
from scripts.statements.quotations import PLAIN, find_quotations


def verbatim_spans(text: str, statement: Statement) -> list[tuple[int, int]]:
    """The spans of `text` (the article's clean text) that are quoted in the statement, without the marks, in order."""
    if statement.kind == "direct":
        return [(statement.start, statement.end)]
    # The marks that open or close the whole clause stand just outside it.
    start = statement.start - 1 if text[max(statement.start - 1, 0) : statement.start] in PLAIN else statement.start
    end = statement.end + 1 if text[statement.end : statement.end + 1] in PLAIN else statement.end
    found = [(quotation.start, quotation.end) for quotation in find_quotations(text, [(start, end)])]
    if statement.kind == "mixed" and not found:
        return [(statement.start, statement.end)]
    return found
