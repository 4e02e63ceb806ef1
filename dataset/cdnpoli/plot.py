"""Pictures of the record: the House on a day, flows between caucuses, changes of caucus per Parliament.

    >>> from cdnpoli import plot
    >>> plot.house("1990-08-01")
    >>> ax = plot.flows("1984", "1993")
    >>> plot.save(ax, "flows.svg")

Each function returns the matplotlib Axes it drew on: `ax` where one is given, or else those of a new figure. What is
drawn comes from the installed tables and stands in words too, in `ax.get_label()`, for readers who do not see it.
Colours are the parties' own; a party without one is grey. Needs the extra `plot` (pip install "cdnpoli[plot]").
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from pathlib import Path
from textwrap import fill
from typing import Literal, cast

try:
    from matplotlib import colors, pyplot, rc_context
    from matplotlib.axes import Axes
    from matplotlib.collections import EllipseCollection
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine
    from matplotlib.lines import Line2D
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path as Outline
except ModuleNotFoundError:
    from cdnpoli.errors import MissingExtra

    raise MissingExtra('pictures need matplotlib: pip install "cdnpoli[plot]"') from None

import cdnpoli
from cdnpoli import plot_layout, store
from cdnpoli.days import as_bound, as_day, in_words
from cdnpoli.plot_layout import KIND_COLORS, Caucus
from cdnpoli.record import HOUSE, VACANT, ordinal

__all__ = ["changes_per_parliament", "flows", "house", "save"]

INK, FAINT = "#1F1F1F", "#595959"
"""Text: both have a contrast of at least 7 to 1 on white."""

WIDTH, LETTERS = 9.0, 10.0
"""Inches and points: letters of this size still read when a picture of this width is as wide as a page."""

BAR = 7.0
"""Points: the width of the bar that stands for a caucus beside its ribbons."""

NAMED = 0.04
"""The share of the seats from which on a caucus is named beside its seats; smaller ones stand in the legend only."""

UNKNOWN = Caucus("", "Caucus not known", None, 0)


def house(day: str | date, ax: Axes | None = None) -> Axes:
    """The seats of the House of Commons on `day` as a half circle, one dot a seat, vacant ones hollow.

    Caucuses stand from left to right, the largest first; caucuses of one colour stand side by side, and the second of
    them is rimmed in black. Raises BadValue for a day before Confederation or in the future.
    """
    caucuses, vacant = _sitting(day)
    total = vacant + sum(caucus.members for caucus in caucuses)
    letters = LETTERS if ax is None else _letters(ax, 7 * 72, 3 * 72)
    if ax is None:
        entries = len(caucuses) + (vacant > 0)
        ax = _page(WIDTH, above=0.55, height=3.9, below=0.2 + 0.24 * ceil(entries / _columns(entries)))
    ax.set_title(f"House of Commons, {_in_words(day)}", color=INK, fontsize=1.5 * letters, pad=letters)
    named = [(caucus.name, caucus.members) for caucus in caucuses]
    ax.set_label(_told(_many(total, "seat"), [*named, (VACANT, vacant)] if vacant else named))
    seats = plot_layout.half_circle(total)
    rims = _rims(paint := plot_layout.painted(caucuses))
    handles: list[Line2D] = []
    taken = 0
    for caucus in caucuses:
        face, rim = paint[caucus.party_id], rims[caucus.party_id]
        mine, taken = seats.places[taken : taken + caucus.members], taken + caucus.members
        _dots(ax, mine, seats.radius, caucus.name, face, rim)
        handles.append(_sample(f"{caucus.name}  {caucus.members}", face, rim))
        if caucus.members >= NAMED * total:
            _name_on_arc(ax, mine, caucus, letters)
    if vacant:
        _dots(ax, seats.places[taken:], seats.radius, VACANT, "none", FAINT)
        handles.append(_sample(f"{VACANT}  {vacant}", "none", FAINT))
    if total:
        ax.text(0, 0.11, str(total), ha="center", va="center", fontsize=2.8 * letters, color=INK)
        ax.text(0, -0.03, "seats", ha="center", va="center", fontsize=1.1 * letters, color=FAINT)
        _legend_below(ax, handles, letters)
    else:
        ax.text(0, 0.4, "nobody held a seat on this day", ha="center", color=FAINT, fontsize=1.1 * letters)
    ax.set(xlim=(-1.5, 1.5), ylim=(-0.1, 1.2), aspect="equal")
    ax.set_axis_off()
    return ax


def flows(
    start: str | date | None = None, end: str | date | None = None, chamber: str = HOUSE, ax: Axes | None = None
) -> Axes:
    """Changes of caucus from `start` to `end` (days, months or years, both included) as ribbons from left to right.

    The caucus left stands on the left and the one entered on the right, independents among them; a ribbon is as thick
    as the changes are many. Who changes twice is there twice; who stays is not. Raises as `cdnpoli.changes` does.
    """
    changed = cdnpoli.changes(start, end, chamber=chamber)
    pairs = Counter(zip(changed["from_party_id"], changed["to_party_id"], strict=True))
    caucuses = _parties(party_id for pair in pairs for party_id in pair)
    paint = plot_layout.painted(caucuses.values())
    # A change is 11 points thick while there are few, and thinner once they would fill more than a page.
    unit = min(11.0, 340.0 / max(1, pairs.total()))
    laid = plot_layout.flows(pairs, unit, line=15.0, gap=3.0)
    wide, high = 72 * (WIDTH + 1), laid.height + 26
    letters = LETTERS if ax is None else _letters(ax, wide, high)
    if ax is None:
        ax = _page(wide / 72, above=0.5, height=high / 72, below=0.1)
    where = changed["chamber"].iloc[0] if len(changed) else chamber
    ax.set_title(f"Changes of caucus, {where}, {_period(start, end)}", color=INK, fontsize=1.4 * letters, pad=6)
    counted = f"{_many(len(changed), 'change')} by {_many(changed['person_id'].nunique(), 'member')}"
    named = [(f"{caucuses[r.from_party_id].name} to {caucuses[r.to_party_id].name}", r.changes) for r in laid.ribbons]
    ax.set_label(_told(counted, named))
    # Both axes count points, as letters do: what the names leave free is for the ribbons.
    left = [f"{caucuses[stop.party_id].name}  {stop.changes}" for stop in laid.left]
    right = [f"{caucuses[stop.party_id].name}  {stop.changes}" for stop in laid.right]
    margins = [BAR + 12 + 0.58 * LETTERS * max([len(name) for name in names] + [12]) for names in (left, right)]
    across = wide - sum(margins)
    for ribbon in laid.ribbons:
        _ribbon(ax, ribbon, across, paint[ribbon.from_party_id])
        if ribbon.thickness >= LETTERS:
            ax.text(6, ribbon.left, str(ribbon.changes), va="center", fontsize=0.9 * letters, color=INK)
    _side(ax, laid.left, left, "right", (-BAR, -BAR - 5), paint, letters)
    _side(ax, laid.right, right, "left", (across, across + BAR + 5), paint, letters)
    ax.text(-BAR - 5, laid.height + 8, "from", ha="right", fontsize=letters, color=FAINT)
    ax.text(across + BAR + 5, laid.height + 8, "to", ha="left", fontsize=letters, color=FAINT)
    ax.text(across / 2, laid.height + 8, counted, ha="center", fontsize=letters, color=FAINT)
    ax.set(xlim=(-margins[0], across + margins[1]), ylim=(-4, laid.height + 22))
    ax.set_axis_off()
    return ax


def changes_per_parliament(ax: Axes | None = None) -> Axes:
    """Bars of the changes of caucus in the House of Commons during each Parliament, stacked by kind.

    A change belongs to the Parliament whose first member was elected last before it.
    """
    changed = cdnpoli.changes(chamber=HOUSE)
    began = _first_days()
    numbers, days = list(began), list(began.values())
    during = (numbers[bisect_right(days, day) - 1] for day in changed["date"])
    counts = Counter(zip(during, changed["kind"], strict=True))
    totals = {number: sum(counts[number, kind] for kind in KIND_COLORS) for number in numbers}
    letters = LETTERS if ax is None else _letters(ax, 72 * WIDTH, 72 * 3.5)
    if ax is None:
        ax = pyplot.subplots(figsize=(WIDTH + 2, 5.4), layout=ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12))[1]
    ax.set_title("Changes of caucus in the House of Commons, by Parliament", color=INK, fontsize=1.5 * letters, pad=10)
    told = [(f"{ordinal(number)} Parliament", totals[number]) for number in numbers if totals[number]]
    ax.set_label(_told(_many(len(changed), "change"), told))
    kinds = store.installed().resource_of("caucus_changes").field("kind")
    base: Counter[int] = Counter()
    for kind, face in KIND_COLORS.items():
        heights = {number: counts[number, kind] for number in numbers if counts[number, kind]}
        bottoms = [base[number] for number in heights]
        ax.bar(list(heights), list(heights.values()), 0.82, bottoms, color=face, edgecolor="white", linewidth=0.4,
               label=f"{kinds.label(kind)}  {sum(heights.values())}")  # fmt: skip
        base.update(heights)
    for number, total in totals.items():
        if total:
            ax.annotate(str(total), (number, total), (0, 2), textcoords="offset points", ha="center",
                        fontsize=0.9 * letters, color=INK)  # fmt: skip
    _parliaments_below(ax, began, letters)
    ax.set_ylabel("changes of caucus", color=INK, fontsize=letters)
    ax.tick_params(axis="y", labelsize=0.9 * letters, labelcolor=INK)
    ax.grid(axis="y", color="#E3E3E3", linewidth=0.8)
    ax.set_axisbelow(True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    handles, labels = ax.get_legend_handles_labels()
    # From top to bottom as in the bars.
    legend = ax.legend(handles[::-1], labels[::-1], loc="upper left", edgecolor="none", framealpha=1, fontsize=letters,
                       labelcolor=INK, title="kind of change, and how many", alignment="left")  # fmt: skip
    legend.get_title().set(color=FAINT, fontsize=letters)
    return ax


def save(picture: Axes | Figure, path: str | os.PathLike[str]) -> None:
    """Write a picture to `path` (.svg, .png or .pdf); one and the same picture gives one and the same file.

    An SVG carries the title and, as its description, the picture in words.
    """
    figure = picture if isinstance(picture, Figure) else cast(Figure, picture.get_figure(root=True))
    kind = Path(path).suffix.lower()
    # Dates and versions of programs would make every file differ.
    varying = {".svg": ("Date", "Creator"), ".png": ("Software",), ".pdf": ("CreationDate", "Creator", "Producer")}
    metadata: dict[str, str | None] = dict.fromkeys(varying.get(kind, ()))
    if kind == ".svg" and figure.axes:
        first = figure.axes[0]
        metadata |= {"Title": first.get_title(), "Description": str(first.get_label())}
    with rc_context({"svg.hashsalt": "cdnpoli", "svg.fonttype": "path"}):
        figure.savefig(path, dpi=150, metadata=metadata, facecolor="white")


def _sitting(day: str | date) -> tuple[list[Caucus], int]:
    """The caucuses of the House on `day` from left to right, and the number of vacant seats."""
    rows = cdnpoli.standings(day).to_dict("records")
    seats = {_text(row["party_id"]): row["seats"] for row in rows if row["caucus"] != VACANT}
    known = _parties(seats)
    caucuses = [replace(known.get(party_id, UNKNOWN), members=count) for party_id, count in seats.items()]
    return plot_layout.in_order(caucuses), sum(row["seats"] for row in rows if row["caucus"] == VACANT)


def _letters(ax: Axes, wide: float, high: float) -> float:
    """The size of letters for axes that somebody else made: smaller where these are less than `wide` by `high`."""
    box, point = ax.get_window_extent(), ax.figure.dpi / 72
    return max(6.0, LETTERS * min(1.0, box.width / point / wide, box.height / point / high))


def _page(width: float, above: float, height: float, below: float) -> Axes:
    """New axes as wide as their figure, with room for the title above and a legend below; in inches."""
    high = above + height + below
    figure = pyplot.figure(figsize=(width, high))
    return figure.add_axes((0.0, below / high, 1.0, height / high))


def _columns(entries: int) -> int:
    """How many columns a legend of so many entries has."""
    return 3 if entries > 4 else max(1, entries)


def _dots(ax: Axes, places: Sequence[tuple[float, float]], radius: float, name: str, face: str, rim: str) -> None:
    """The seats of one caucus as one collection, labelled with its name."""
    wide = [2 * radius]
    dots = EllipseCollection(wide, wide, [0.0], units="xy", offsets=places, offset_transform=ax.transData,
                             facecolor=face, edgecolor=rim, linewidth=_rim_width(rim), label=name)  # fmt: skip
    ax.add_collection(dots)


def _rims(paint: Mapping[str, str]) -> dict[str, str]:
    """The rim of each party's dots: a darker shade, or black where the colour was taken by a party before it."""
    rims: dict[str, str] = {}
    used: set[str] = set()
    for party_id, face in paint.items():
        rims[party_id] = INK if face in used else _darker(face)
        used.add(face)
    return rims


def _rim_width(rim: str) -> float:
    return 1.3 if rim == INK else 0.7


def _sample(label: str, face: str, rim: str) -> Line2D:
    """A dot for the legend."""
    return Line2D([], [], linestyle="none", marker="o", markersize=9, markerfacecolor=face, markeredgecolor=rim,
                  markeredgewidth=_rim_width(rim), label=label)  # fmt: skip


def _name_on_arc(ax: Axes, places: Sequence[tuple[float, float]], caucus: Caucus, letters: float) -> None:
    """The name and seats of a caucus, outside the arc beside the middle of its seats."""
    x = sum(place[0] for place in places) / len(places)
    y = sum(place[1] for place in places) / len(places)
    away = 1.07 / (x * x + y * y) ** 0.5
    side = "center" if abs(x * away) < 0.25 else "right" if x < 0 else "left"
    # Above the arc there is room to the sides, beside it there is room above and below.
    name = fill(caucus.name, 28 if side == "center" else 16, break_on_hyphens=side != "center")
    height = "bottom" if y * away > 0.75 else "center"
    ax.text(x * away, y * away, f"{name}\n{caucus.members}", ha=side, va=height, fontsize=letters, color=INK,
            linespacing=1.15)  # fmt: skip


def _legend_below(ax: Axes, handles: Sequence[Line2D], letters: float) -> None:
    """A legend that reads line by line, where matplotlib would fill it column by column."""
    if not handles:
        return
    columns = _columns(len(handles))
    by_line = [handle for column in range(columns) for handle in handles[column::columns]]
    ax.legend(handles=by_line, loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=columns, frameon=False,
              fontsize=letters, labelcolor=INK, handletextpad=0.3, columnspacing=2.0)  # fmt: skip


def _side(
    ax: Axes,
    stops: Sequence[plot_layout.Stop],
    names: Sequence[str],
    align: Literal["left", "right"],
    at: tuple[float, float],
    paint: Mapping[str, str],
    letters: float,
) -> None:
    """The caucuses on one side of a flow: bars that begin at the first place of `at`, names at the second."""
    for stop, name in zip(stops, names, strict=True):
        face = paint[stop.party_id]
        corner = (at[0], stop.top - stop.thickness)
        ax.add_patch(Rectangle(corner, BAR, stop.thickness, fc=face, ec=_darker(face), linewidth=0.6))
        ax.text(at[1], stop.middle, name, ha=align, va="center", fontsize=letters, color=INK)


def _ribbon(ax: Axes, ribbon: plot_layout.Ribbon, across: float, face: str) -> None:
    """A ribbon from 0 to `across`, bent in the middle."""
    half = ribbon.thickness / 2
    upper, lower = (ribbon.left + half, ribbon.right + half), (ribbon.left - half, ribbon.right - half)
    bend = across / 2
    corners = [
        (0.0, upper[0]), (bend, upper[0]), (bend, upper[1]), (across, upper[1]),
        (across, lower[1]), (bend, lower[1]), (bend, lower[0]), (0.0, lower[0]), (0.0, upper[0]),
    ]  # fmt: skip
    steps = [Outline.MOVETO, *[Outline.CURVE4] * 3, Outline.LINETO, *[Outline.CURVE4] * 3, Outline.CLOSEPOLY]
    patch = PathPatch(Outline(corners, steps), facecolor=(face, 0.55), edgecolor=(_darker(face), 0.6), linewidth=0.4)
    patch.set_label(f"{ribbon.from_party_id} {ribbon.to_party_id} {ribbon.changes}")
    ax.add_patch(patch)


def _parliaments_below(ax: Axes, began: Mapping[int, date], letters: float) -> None:
    """The number of each Parliament (of every fifth where there is little room) and the year it was elected."""
    years = {number: day.year for number, day in began.items() if number % 5 == 0 or number == 1}
    shown = list(began) if letters == LETTERS or not years else list(years)
    told = [f"{number}\n{years.get(number, '')}" for number in shown]
    ax.set_xticks(shown, told, fontsize=0.9 * letters, color=INK)
    ax.tick_params(axis="x", length=0)
    ax.set_xlim(min(began) - 0.8, max(began) + 0.8)
    ax.set_xlabel("Parliament, and the year it was elected", color=INK, fontsize=letters)


def _parties(party_ids: Iterable[str]) -> dict[str, Caucus]:
    """Each party as a caucus without members, under its short name, or the full one where two have one short name."""
    where = {"party_id": sorted(set(party_ids))}
    rows = cdnpoli.load("parties", columns=["party_id", "name", "short_name", "color"], where=where).to_dict("records")
    short = {row["party_id"]: _text(row["short_name"]) or row["name"] for row in rows}
    often = Counter(short.values())
    parties = {}
    for row in sorted(rows, key=lambda row: str(row["party_id"])):
        # The Conservatives of 1867 and of 2003 are both called Conservative.
        name = short[row["party_id"]] if often[short[row["party_id"]]] == 1 else row["name"]
        parties[row["party_id"]] = Caucus(row["party_id"], name, _color(row["color"]), 0)
    return parties


def _first_days() -> dict[int, date]:
    """The day each Parliament began in the tables: when the first of its members was elected."""
    seats = cdnpoli.load("seats", columns=["parliament", "start"], where={"chamber": HOUSE})
    first = seats.dropna().groupby("parliament")["start"].min()
    return {int(number): day for number, day in sorted(first.items())}


def _in_words(day: str | date) -> str:
    return in_words(as_day(day, date.max), "day")


def _period(start: str | date | None, end: str | date | None) -> str:
    """ "1984 to 1993", "since 2019", "until June 2004": as the bounds were given."""

    def said(bound: str | date) -> str:
        precision = {4: "year", 7: "month"}.get(len(str(bound).strip()), "day")
        return in_words(as_bound(bound, last=False), precision)

    if start is None:
        return "all years" if end is None else f"until {said(end)}"
    if end is None:
        return f"since {said(start)}"
    return said(start) if said(start) == said(end) else f"{said(start)} to {said(end)}"


def _told(summary: str, parts: Iterable[tuple[str, int]]) -> str:
    listed = ", ".join(f"{name} {count}" for name, count in parts)
    return f"{summary}: {listed}" if listed else summary


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _darker(color: str) -> str:
    """The colour a third darker: the rim that a pale dot needs on white."""
    red, green, blue = colors.to_rgb(color)
    return colors.to_hex((red * 0.65, green * 0.65, blue * 0.65))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _color(value: object) -> str | None:
    return value if isinstance(value, str) else None
