"""Does the README print what its examples print?"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pandas as pd
import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```python\n(.*?)^```\n```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_there_are_examples_with_what_they_print() -> None:
    assert len(SHOWN) == 2


@pytest.mark.parametrize(("code", "printed"), SHOWN)
def test_an_example_prints_what_the_readme_shows(code: str, printed: str) -> None:
    *before, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    names: dict[str, object] = {}
    exec("import cdnpoli\n" + "\n".join(map(ast.unparse, before)), names)
    frame = eval(ast.unparse(last), names)
    assert isinstance(frame, pd.DataFrame)
    assert frame.to_string(index=False).rstrip() == printed.rstrip()
