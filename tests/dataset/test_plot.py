"""The pictures show what the tables say: dots are seats, ribbons and bars are changes, colours are the parties'."""

from __future__ import annotations

import importlib
import itertools
import math
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from matplotlib import colors, pyplot
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

import cdnpoli
from cdnpoli import plot, plot_layout, store
from cdnpoli.plot_layout import Caucus

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
HOUSE = "House of Commons"
ALL_YEARS = (None, None)


@pytest.fixture(autouse=True)
def published() -> Iterator[None]:
    """Pictures come from the tables of this tree, and are closed after each test."""
    store.installed.cache_clear()
    cdnpoli._record.cache_clear()
    yield
    pyplot.close("all")


def dots(ax: Axes) -> dict[str, EllipseCollection]:
    """The dots of each caucus, by its name."""
    return {str(found.get_label()): found for found in ax.collections if isinstance(found, EllipseCollection)}


def count_of(found: EllipseCollection) -> int:
    return len(found.get_offsets())


def ribbons(ax: Axes) -> Counter[tuple[str, str]]:
    """How many changes each ribbon of a flow stands for, by the ids of the caucuses left and entered."""
    told: Counter[tuple[str, str]] = Counter()
    for patch in ax.patches:
        if isinstance(patch, PathPatch):
            left, entered, changes = str(patch.get_label()).split()
            told[left, entered] += int(changes)
    return told


def written(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


# Representation Acts and orders: https://www.elections.ca/content.aspx?section=res&dir=cir/red/book&document=app&lang=e
@pytest.mark.parametrize(
    ("day", "seats"),
    [
        ("1930-02-10", 245),
        ("1955-01-10", 265),
        ("1971-01-11", 264),
        ("1983-01-10", 282),
        ("1994-01-20", 295),
        ("2003-01-13", 301),
        ("2010-01-11", 308),
        ("2024-01-01", 338),
        ("2026-01-01", 343),
    ],
)
def test_there_is_one_dot_for_each_seat_of_the_house(day: str, seats: int) -> None:
    assert sum(count_of(found) for found in dots(plot.house(day)).values()) == seats


@pytest.mark.parametrize("day", ["1867-11-07", "1926-10-01", "1994-01-20", "2024-01-01"])
def test_each_caucus_has_its_seats_its_color_and_its_line_in_the_legend(day: str) -> None:
    ax = plot.house(day)
    drawn, legend = dots(ax), ax.get_legend()
    assert legend is not None
    listed = [text.get_text() for text in legend.get_texts()]
    standings = cdnpoli.standings(day)
    assert len(drawn) == len(listed) == len(standings)
    for row in standings.to_dict("records"):
        assert count_of(drawn[row["caucus"]]) == row["seats"]
        assert f"{row['caucus']}  {row['seats']}" in listed
        if isinstance(row["color"], str):
            assert colors.to_hex(drawn[row["caucus"]].get_facecolor()[0]) == row["color"].lower()


def test_vacant_seats_are_hollow_and_stand_at_the_right_end() -> None:
    ax = plot.house("2024-01-01")
    vacant = dots(ax)["Vacant"]
    assert len(vacant.get_facecolor()) == 0
    furthest = max(float(x) for found in dots(ax).values() for x, _ in found.get_offsets())
    assert float(vacant.get_offsets()[-1][0]) == furthest


def test_a_party_without_a_color_is_grey() -> None:
    face = dots(plot.house("1926-10-01"))["United Farmers of Alberta"].get_facecolor()[0]
    assert face[0] == face[1] == face[2]


def test_the_title_has_the_day_and_the_label_tells_the_picture_in_words() -> None:
    ax = plot.house("1994-01-20")
    assert ax.get_title() == "House of Commons, 20 January 1994"
    standings = cdnpoli.standings("1994-01-20")
    assert ax.get_label().startswith("295 seats: Liberal 177, ")
    assert all(f"{row['caucus']} {row['seats']}" in ax.get_label() for row in standings.to_dict("records"))


def test_caucuses_of_one_color_sit_together_and_are_told_apart_by_a_black_rim() -> None:
    # Macdonald's side of the first House called itself Conservative and Liberal-Conservative.
    drawn = dots(plot.house("1867-11-07"))
    assert list(drawn)[:2] == ["Conservative", "Liberal-Conservative"]
    rims = [colors.to_hex(drawn[name].get_edgecolor()[0]) for name in list(drawn)[:2]]
    assert rims[0] != rims[1] == plot.INK.lower()


@pytest.mark.parametrize("day", ["1867-06-30", "1066-10-14", "2999-01-01", "yesterday"])
def test_a_day_without_a_house_is_refused_in_one_line(day: str) -> None:
    with pytest.raises(cdnpoli.BadValue) as refused:
        plot.house(day)
    assert "\n" not in str(refused.value)
    assert not pyplot.get_fignums(), "no empty figure stays behind"


def test_before_the_first_election_the_house_is_empty_and_the_picture_says_so() -> None:
    ax = plot.house("1867-07-01")
    assert not dots(ax)
    assert written(ax) == ["nobody held a seat on this day"]


@pytest.mark.parametrize("year", range(1868, 2026, 12))
def test_no_words_of_the_half_circle_overlap_or_leave_the_picture(year: int) -> None:
    ax = plot.house(f"{year}-07-01")
    ax.figure.canvas.draw()
    assert_readable(ax, [*ax.texts, ax.title])


@pytest.mark.parametrize("period", [("1984", "1993"), ("2000", "2004"), ("2019", None), ALL_YEARS])
def test_ribbons_add_up_to_the_changes_of_the_period(period: tuple[str | None, str | None]) -> None:
    changes = cdnpoli.changes(*period, chamber=HOUSE)
    expected = Counter(zip(changes["from_party_id"], changes["to_party_id"], strict=True))
    assert sum(expected.values()) == len(changes) > 0
    assert ribbons(plot.flows(*period)) == expected


@pytest.mark.parametrize("period", [("1984", "1993"), ALL_YEARS])
def test_a_bar_is_as_long_as_its_ribbons_are_thick(period: tuple[str | None, str | None]) -> None:
    ax = plot.flows(*period)
    bars = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    changes = sum(ribbons(ax).values())
    for side in (0.0, 1.0):
        mine = [bar.get_height() for bar in bars if (bar.get_x() < 0.5) == (side < 0.5)]
        assert sum(mine) == pytest.approx(sum(thickness(ax)))
        assert sum(mine) / changes == pytest.approx(min(thickness(ax)))  # somebody changed alone


def thickness(ax: Axes) -> list[float]:
    """The thickness of each ribbon at its left end."""
    paths = [patch.get_path().vertices for patch in ax.patches if isinstance(patch, PathPatch)]
    return [float(corners[0][1] - corners[7][1]) for corners in paths]


def test_independents_are_a_side_of_their_own_in_a_flow() -> None:
    left = cdnpoli.changes("1984", "1993", chamber=HOUSE, from_party="independent")
    assert f"Independent  {len(left)}" in written(plot.flows("1984", "1993"))


def test_two_parties_of_one_short_name_are_written_out() -> None:
    told = written(plot.flows())
    assert any(text.startswith("Conservative Party (1867-1942)") for text in told)
    assert not any(text.startswith("Conservative  ") for text in told)


def test_a_ribbon_has_the_color_of_the_caucus_that_was_left() -> None:
    ax = plot.flows("2019", "2024")
    known = cdnpoli.load("parties").set_index("party_id")["color"]
    seen = 0
    for patch in ax.patches:
        if isinstance(patch, PathPatch):
            left = str(patch.get_label()).split()[0]
            assert colors.to_hex(patch.get_facecolor()) == known[left].lower()
            seen += 1
    assert seen


def test_a_flow_names_its_period_and_counts_members_once() -> None:
    changes = cdnpoli.changes("1984", "1993", chamber=HOUSE)
    ax = plot.flows("1984", "1993")
    assert ax.get_title().endswith("House of Commons, 1984 to 1993")
    assert f"{len(changes)} changes by {changes['person_id'].nunique()} members" in written(ax)
    assert plot.flows("2023-03").get_title().endswith("since March 2023")
    assert plot.flows(None, "1900-12-31").get_title().endswith("until 31 December 1900")
    assert plot.flows("2023", "2023", chamber="senate").get_title().endswith("2023")


def test_a_period_without_changes_is_an_empty_flow() -> None:
    assert len(cdnpoli.changes("1910", "1910", chamber=HOUSE)) == 0
    ax = plot.flows("1910", "1910")
    assert not ribbons(ax)
    assert "0 changes by 0 members" in written(ax)


def test_a_bad_bound_or_chamber_is_refused() -> None:
    with pytest.raises(cdnpoli.BadValue):
        plot.flows("long ago")
    with pytest.raises(cdnpoli.UnknownName):
        plot.flows(chamber="House of Lords")


@pytest.mark.parametrize("period", [("1984", "1993"), ("2000", "2004"), ("2019", None), ALL_YEARS])
def test_no_words_of_a_flow_overlap_or_leave_the_picture(period: tuple[str | None, str | None]) -> None:
    ax = plot.flows(*period)
    ax.figure.canvas.draw()
    assert_readable(ax, [*ax.texts, ax.title])


def test_bars_add_up_to_the_changes_of_each_parliament_and_kind() -> None:
    ax = plot.changes_per_parliament()
    changes = cdnpoli.changes(chamber=HOUSE)
    per_parliament: Counter[int] = Counter()
    for bars, kind in zip(ax.containers, plot.KIND_COLORS, strict=True):
        heights = {round(bar.get_x() + bar.get_width() / 2): round(bar.get_height()) for bar in bars}
        assert sum(heights.values()) == (changes["kind"] == kind).sum()
        per_parliament.update(heights)
    assert per_parliament.total() == len(changes)
    parliaments = cdnpoli.load("seats", where={"chamber": HOUSE})["parliament"].dropna().unique()
    for number in parliaments:
        assert per_parliament[int(number)] == len(cdnpoli.changes(parliament=int(number), chamber=HOUSE))


def test_the_bars_of_one_parliament_stand_on_each_other() -> None:
    tops: Counter[int] = Counter()
    for bars in plot.changes_per_parliament().containers:
        for bar in bars:
            number = round(bar.get_x() + bar.get_width() / 2)
            assert bar.get_y() == tops[number]
            tops[number] += round(bar.get_height())
    assert tops


def test_every_kind_of_change_has_a_color() -> None:
    declared = store.installed().resource_of("caucus_changes").field("kind").terms
    assert {term.value for term in declared} == set(plot.KIND_COLORS)


# Machado, Oliveira and Fernandes (2009), severity 1: what people without red, green or blue cones see, in linear RGB.
SEEN = {
    "all": np.eye(3),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(color: str) -> np.ndarray:
    """The light of a colour: sRGB without its gamma."""
    shares = np.array(colors.to_rgb(color))
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB for white D65; one unit is about the least difference that an eye sees."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(to_xyz @ np.clip(light, 0.001, 1) / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ linear(color)) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("vision", SEEN)
def test_kinds_of_change_are_told_apart_by_every_color_vision(vision: str) -> None:
    seen = [lab(SEEN[vision] @ linear(color)) for color in plot.KIND_COLORS.values()]
    assert min(np.linalg.norm(one - other) for one, other in itertools.combinations(seen, 2)) > 10
    assert min(np.linalg.norm(one - other) for one, other in itertools.pairwise(seen)) > 25


def test_words_are_dark_enough_to_read_and_rims_dark_enough_to_see() -> None:
    assert min(contrast(ink, "#FFFFFF") for ink in (plot.INK, plot.FAINT)) >= 7
    palette = [*cdnpoli.load("parties")["color"].dropna().unique(), *plot_layout.STAND_INS]
    for color in palette:
        assert contrast(plot._darker(color), "#FFFFFF") >= 3, color  # WCAG 2.2, 1.4.11
        over_white = colors.to_hex([0.55 * share + 0.45 for share in colors.to_rgb(color)])
        assert contrast(plot.INK, over_white) >= 4.5, color  # the number on a ribbon; WCAG 2.2, 1.4.3


def assert_readable(ax: Axes, texts: list[Text]) -> None:
    """No two texts share a place, and each lies within the figure."""
    page = ax.figure.bbox
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]
    legend = ax.get_legend()
    if legend is not None:
        boxes.append(("the legend", legend.get_window_extent()))
    for words, box in boxes:
        assert page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1, words
    for (words, box), (others, other) in itertools.combinations(boxes, 2):
        assert Bbox.intersection(box, other) is None, f"{words!r} lies on {others!r}"


def test_axes_that_are_given_are_drawn_on_and_returned() -> None:
    _, given = pyplot.subplots(1, 3, figsize=(18, 5))
    assert plot.house("2024-01-01", ax=given[0]) is given[0]
    assert plot.flows("2019", ax=given[1]) is given[1]
    assert plot.changes_per_parliament(ax=given[2]) is given[2]
    assert len(pyplot.get_fignums()) == 1


@pytest.mark.usefixtures("installed_small")
def test_pictures_are_of_the_installed_tables() -> None:
    cdnpoli._record.cache_clear()
    assert {name: count_of(found) for name, found in dots(plot.house("2023-03-22")).items()} == {
        "Conservative": 3,
        "Independent": 1,
        "Vacant": 1,
    }
    assert ribbons(plot.flows()) == {("liberal", "independent"): 1, ("liberal", "conservative"): 1}
    assert plot.changes_per_parliament().get_label() == "2 changes: 43rd Parliament 1, 44th Parliament 1"


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_the_same_picture_gives_the_same_file(suffix: str, tmp_path: Path) -> None:
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    plot.save(plot.house("1990-08-01"), one)
    plot.save(plot.house("1990-08-01").figure, other)
    assert one.read_bytes() == other.read_bytes()


def described(path: Path) -> str:
    """The description that an SVG carries."""
    found = ElementTree.parse(path).find(".//{http://purl.org/dc/elements/1.1/}description")
    assert found is not None and found.text
    return unescape(found.text)


def test_the_pictures_of_the_readme_show_the_tables_of_this_tree() -> None:
    spec = importlib.util.spec_from_file_location("draw", PICTURES / "draw.py")
    assert spec is not None and spec.loader is not None
    draw = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(draw)
    assert sorted(path.name for path in PICTURES.glob("*.svg")) == sorted(draw.PICTURES)
    for name, picture in draw.PICTURES.items():
        assert described(PICTURES / name) == picture().get_label(), "run: python docs/pictures/draw.py"
        assert (PICTURES / name).stat().st_size < 200_000


def test_without_matplotlib_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "cdnpoli.plot")
    with pytest.raises(cdnpoli.MissingExtra, match=r'pip install "cdnpoli\[plot\]"') as refused:
        importlib.import_module("cdnpoli.plot")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("seats", [1, 2, 3, 7, 80, 181, 338, 343])
def test_dots_do_not_touch_and_stay_within_the_half_circle(seats: int) -> None:
    found = plot_layout.half_circle(seats)
    assert len(found.places) == seats
    closest = min((math.dist(*pair) for pair in itertools.combinations(found.places, 2)), default=math.inf)
    assert closest > 2 * found.radius
    assert all(y >= -1e-9 and math.hypot(x, y) <= 1 + 1e-9 for x, y in found.places)


def test_seats_run_from_the_left_end_to_the_right() -> None:
    angles = [math.atan2(y, x) for x, y in plot_layout.half_circle(338).places]
    assert angles == sorted(angles, reverse=True)
    assert angles[0] == pytest.approx(math.pi) and angles[-1] == pytest.approx(0)


def test_shares_add_up_and_are_as_even_as_whole_numbers_can_be() -> None:
    assert plot_layout.shares(10, [1, 1, 1]) == [3, 3, 4]
    assert plot_layout.shares(338, [0.4, 0.7, 1.0]) == [64, 113, 161]


def test_the_largest_side_comes_first_and_independents_last() -> None:
    sitting = [
        Caucus("independent", "Independent", "#8C8C8C", 9),
        Caucus("c", "C", "#0000FF", 5),
        Caucus("a", "A", "#FF0000", 8),
        Caucus("b", "B", "#0000FF", 4),
        Caucus("d", "D", None, 6),
    ]
    assert [caucus.name for caucus in plot_layout.in_order(sitting)] == ["C", "B", "A", "D", "Independent"]


def test_labels_of_a_flow_have_a_line_each() -> None:
    laid = plot_layout.flows({("a", "b"): 1, ("a", "c"): 1, ("d", "c"): 30}, unit=2, line=15, gap=3)
    for stops in (laid.left, laid.right):
        middles = [stop.middle for stop in stops]
        assert all(above - below >= 15 for above, below in itertools.pairwise(middles))
    assert {(r.from_party_id, r.to_party_id): r.changes for r in laid.ribbons} == {
        ("a", "b"): 1,
        ("a", "c"): 1,
        ("d", "c"): 30,
    }
