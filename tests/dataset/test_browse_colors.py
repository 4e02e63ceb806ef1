"""Colours of the style sheet: can be read, by the contrast ratios of the Web Content Accessibility Guidelines 2.2.

The ratio is defined at https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; text needs 4.5 (criterion 1.4.3), the edge of a
field and the mark of the keyboard's focus need 3 (1.4.11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

import cdnpoli
from cdnpoli.browse_charts import GREYS

TEXT, EDGE = 4.5, 3.0
SHEET = Path(str(cdnpoli.__file__)).parent / "static" / "cdnpoli.css"


def channels(color: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1, of `#rgb` or `#rrggbb`."""
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def luminance(color: str) -> float:
    """Relative luminance, 0 for black and 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Rule:
    """One rule of the sheet, its variables replaced by their values."""

    selector: str
    declared: dict[str, str]

    def color(self, *names: str) -> str | None:
        """The first colour in the declaration of one of `names`."""
        for name in names:
            found = re.search(r"#[0-9a-fA-F]{3,6}\b", self.declared.get(name, ""))
            if found:
                return found[0]
        return None


def rules() -> list[Rule]:
    """The rules of the sheet, those inside media queries too."""
    text = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = dict(re.findall(r"--([\w-]+):\s*([^;]+);", text))
    text = re.sub(r"var\(--([\w-]+)\)", lambda match: named[match[1]], text)
    return [
        Rule(" ".join(selector.split()), dict(re.findall(r"([\w-]+):\s*([^;]+)", body)))
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    ]


RULES = rules()


def of(selector: str, *names: str) -> str:
    """The colour that the rule of exactly this selector declares."""
    found = [color for rule in RULES if rule.selector == selector and (color := rule.color(*names))]
    assert found, selector
    return found[-1]


INK = of("body", "color")
PAPER = of("body", "background")
TINT = of(".citation", "background")
HEADER = of("header.site", "background")


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21), ("#fff", "#ffffff", 1), ("#777777", "#fff", 4.48)]
)
def test_the_ratio_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def grounds(rule: Rule) -> list[str]:
    """What the text of a rule stands on: its own ground, or that of the places where such text occurs."""
    own = rule.color("background", "background-color")
    if own:
        return [own]
    return [HEADER] if rule.selector.startswith("header.site") else [PAPER, TINT]


WITH_TEXT = [rule for rule in RULES if rule.color("color") or (rule.color("fill") and "text" in rule.selector)]


@pytest.mark.parametrize("rule", WITH_TEXT, ids=lambda rule: rule.selector[:60])
def test_text_can_be_read_on_its_ground(rule: Rule) -> None:
    color = rule.color("color", "fill")
    assert color is not None
    for ground in grounds(rule):
        assert contrast(color, ground) >= TEXT, (rule.selector, color, ground)


def test_the_sheet_declares_colours_at_all() -> None:
    assert len(WITH_TEXT) > 15


def test_text_without_a_colour_of_its_own_can_be_read_on_every_ground() -> None:
    for rule in RULES:
        ground = rule.color("background", "background-color")
        if ground and not rule.color("color") and luminance(ground) > 0.5:
            assert contrast(INK, ground) >= TEXT, rule.selector


def test_the_focus_can_be_seen_on_paper_on_tint_and_in_the_header() -> None:
    marks = [rule for rule in RULES if "focus-visible" in rule.selector]
    assert marks
    for rule in marks:
        color = rule.color("outline", "outline-color")
        assert color is not None, rule.selector
        for ground in [HEADER] if rule.selector.startswith("header.site") else [PAPER, TINT]:
            assert contrast(color, ground) >= EDGE, (rule.selector, ground)


def test_fields_have_an_edge_that_can_be_seen() -> None:
    edges = [rule.color("border") for rule in RULES if "select" in rule.selector and "border" in rule.declared]
    assert edges
    for color in edges:
        assert color is not None
        assert contrast(color, PAPER) >= EDGE


def test_nothing_takes_the_focus_mark_away() -> None:
    # `main` takes the focus from the link that skips to it, and nothing can be done with it there.
    gone = [rule.selector for rule in RULES if "none" in rule.declared.get("outline", "")]
    assert gone == ["main:focus"]


def test_the_greys_of_caucuses_without_a_colour_can_be_told_from_each_other() -> None:
    for one, other in pairwise(GREYS):
        assert contrast(one, other) > 1.25
