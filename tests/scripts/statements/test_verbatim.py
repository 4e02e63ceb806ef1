"""Which words of a statement are verbatim."""

from __future__ import annotations

import pytest

from scripts.candidates import Statement
from scripts.statements.verbatim import verbatim_spans


@pytest.mark.parametrize(
    ("text", "said", "kind", "quoted"),
    [
        ('"I will stay," she said.', "I will stay,", "direct", ["I will stay,"]),
        (
            'He said he did "nothing to cause any harm" and "worked hard for them."',
            'he did "nothing to cause any harm" and "worked hard for them."',
            "mixed",
            ["nothing to cause any harm", "worked hard for them."],
        ),
        (
            'She called the reports "a threat to democracy."',
            "a threat to democracy.",
            "mixed",
            ["a threat to democracy."],
        ),
        ("Elle a parlé d’une décision « regrettable ».", "d’une décision « regrettable »", "indirect", ["regrettable"]),
        ("She said that she would stay.", "that she would stay", "indirect", []),
    ],
    ids=["direct", "two quotations in one clause", "marks just outside", "a word in guillemets", "no marks"],
)
def test_what_stands_in_quotation_marks_is_verbatim(text: str, said: str, kind: str, quoted: list[str]) -> None:
    start = text.index(said)
    statement = Statement(start, start + len(said), kind, None, None, None, 1, "test", 1.0)
    assert [text[s:e] for s, e in verbatim_spans(text, statement)] == quoted
