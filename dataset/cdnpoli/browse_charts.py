"""Pictures drawn as SVG by hand, so that nothing is loaded from elsewhere.

The House as a half circle, a career as a line of time, columns of parts, flows between caucuses. Every picture says in
its `aria-label` what it shows; the figures themselves stand in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup, escape

from cdnpoli import plot_layout

GREYS = ("#5b6472", "#8a93a1", "#a9b0bb", "#c3c9d1")
"""For caucuses without a colour of their own, told apart by name in the table beside."""

WIDTH = 800
"""The width of the wide pictures, in units of their own: letters of 13 units read well from 640 pixels on."""


@dataclass(frozen=True)
class Group:
    """A part of a whole: its name, its colour (`#rrggbb` or None), how many."""

    name: str
    color: str | None
    seats: int


@dataclass(frozen=True)
class Column:
    """One column of parts, from the bottom to the top, and its number (a year, a Parliament) on the axis below."""

    number: int
    parts: Sequence[Group]


@dataclass(frozen=True)
class Flow:
    """So many changes from one caucus to another; caucuses are told apart by id, since two may bear one name."""

    from_id: str
    to_id: str
    changes: int


@dataclass(frozen=True)
class Spell:
    """A span in a line of time; `end` None while it lasts."""

    label: str
    color: str | None
    start: date
    end: date | None


def colored(groups: Iterable[Group]) -> list[Group]:
    """The groups with a colour each: their own, or one of the greys."""
    greys = 0
    done = []
    for group in groups:
        color = group.color
        if color is None:
            color = GREYS[min(greys, len(GREYS) - 1)]
            greys += 1
        done.append(Group(group.name, color, group.seats))
    return done


def half_circle(groups: Sequence[Group], title: str) -> Markup:
    """The seats as dots in a half circle, the groups from left to right in the order given; empty without seats."""
    total = sum(group.seats for group in groups)
    if not total:
        return Markup("")
    seats = plot_layout.half_circle(total)
    parts = []
    taken = 0
    for group in colored(groups):
        mine, taken = seats.places[taken : taken + group.seats], taken + group.seats
        circles = "".join(f'<circle cx="{x:.4f}" cy="{-y:.4f}" r="{seats.radius:.4f}"/>' for x, y in mine)
        label = escape(f"{group.name}: {group.seats}")
        parts.append(f'<g fill="{escape(group.color)}"><title>{label}</title>{circles}</g>')
    counted = ", ".join(f"{group.name} {group.seats}" for group in groups)
    return Markup(
        f'<svg class="half-circle" viewBox="-1.06 -1.06 2.12 1.12" role="img" aria-label="{escape(title)}: '
        f'{escape(counted)}">{"".join(parts)}</svg>'
    )


def line_of_time(spells: Sequence[Spell], until: date) -> Markup:
    """The spells as bars along one axis of years, open ones running to `until`; empty where there are none.

    The bars stretch to any width; the years are text beside them, so that they keep their size on a telephone.
    """
    if not spells:
        return Markup("")
    first = min(spell.start for spell in spells)
    last = max([spell.end or until for spell in spells] + [first])
    days = max((last - first).days, 1)
    width = 1000.0

    def across(day: date) -> float:
        return (day - first).days / days * width

    bars = []
    for spell in spells:
        x, end = across(spell.start), across(spell.end or until)
        tip = escape(f"{spell.label}, {spell.start.isoformat()} to {spell.end.isoformat() if spell.end else 'now'}")
        box = f'x="{x:.1f}" y="0" width="{max(end - x, 3):.1f}" height="26" fill="{escape(spell.color or GREYS[0])}"'
        bars.append(f"<rect {box}><title>{tip}</title></rect>")
    ticks = "".join(
        f'<span style="left: {across(date(year, 1, 1)) / width:.2%}">{year}</span>'
        for year in _years(first, last)
        if first <= date(year, 1, 1)
    )
    told = "; ".join(f"{spell.label} from {spell.start.year}" for spell in spells)
    return Markup(
        f'<svg class="line-of-time" viewBox="0 0 {width:.0f} 26" preserveAspectRatio="none" role="img" '
        f'aria-label="Caucuses over time: {escape(told)}">{"".join(bars)}</svg>'
        f'<div class="years" aria-hidden="true">{ticks}</div>'
    )


def columns(shown: Sequence[Column], title: str, height: int = 300) -> Markup:
    """Columns side by side on an axis from 0, each made of its parts; empty where there is nothing in any."""
    highest = max((sum(part.seats for part in column.parts) for column in shown), default=0)
    if not highest:
        return Markup("")
    step = _round_step(highest / 4)
    top = step * ceil(highest / step)
    left, foot = 44, 24
    each = (WIDTH - left) / len(shown)
    drawn = []
    for mark in range(0, top + 1, step):
        y = height - mark / top * (height - 10)
        drawn.append(f'<line x1="{left}" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        drawn.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>')
    every = _round_step(44 / each)  # so much room a number needs
    for place, column in enumerate(shown):
        x, y = left + place * each, float(height)
        gap = min(each * 0.15, 3)
        for part in column.parts:
            tall = part.seats / top * (height - 10)
            y -= tall
            tip = escape(f"{column.number}, {part.name}: {part.seats}")
            box = f'x="{x + gap / 2:.1f}" y="{y:.2f}" width="{each - gap:.2f}" height="{tall:.2f}"'
            drawn.append(f'<rect {box} fill="{escape(part.color or GREYS[0])}"><title>{tip}</title></rect>')
        if column.number % every == 0 or len(shown) == 1:
            middle = min(x + each / 2, WIDTH - 16)
            drawn.append(f'<text x="{middle:.1f}" y="{height + 18}" text-anchor="middle">{column.number}</text>')
    return Markup(
        f'<svg class="columns-chart" viewBox="0 0 {WIDTH} {height + foot}" role="img" '
        f'aria-label="{escape(title)}">{"".join(drawn)}</svg>'
    )


def flows(changes: Sequence[Flow], caucuses: Mapping[str, Group], title: str) -> Markup:
    """Changes of caucus as ribbons from the caucus left (on the left) to the one entered, as thick as they are many.

    `caucuses` gives the name and the colour of each id. Empty where there are no changes.
    """
    pairs = {(flow.from_id, flow.to_id): flow.changes for flow in changes}
    total = sum(pairs.values())
    if not total:
        return Markup("")
    unit = min(12.0, 420.0 / total)
    laid = plot_layout.flows(pairs, unit, line=17.0, gap=3.0)
    left, right, bar = 336.0, 544.0, 10.0
    width = left + right
    drawn = []

    def color(party: str) -> str:
        return str(escape(caucuses[party].color or GREYS[1]))

    for ribbon in laid.ribbons:
        half = ribbon.thickness / 2
        here, there, middle = laid.height - ribbon.left, laid.height - ribbon.right, (left + right) / 2
        path = (
            f"M{left:.0f} {here - half:.1f}C{middle:.0f} {here - half:.1f} {middle:.0f} {there - half:.1f} "
            f"{right:.0f} {there - half:.1f}V{there + half:.1f}C{middle:.0f} {there + half:.1f} {middle:.0f} "
            f"{here + half:.1f} {left:.0f} {here + half:.1f}Z"
        )
        names = (caucuses[ribbon.from_party_id].name, caucuses[ribbon.to_party_id].name)
        tip = escape(f"{names[0]} to {names[1]}: {ribbon.changes}")
        drawn.append(f'<path d="{path}" fill="{color(ribbon.from_party_id)}"><title>{tip}</title></path>')
    for stops, x, text, anchor in ((laid.left, left - bar, left - 18, "end"), (laid.right, right, right + 18, "start")):
        for stop in stops:
            y = laid.height - stop.top
            box = f'x="{x:.0f}" y="{y:.1f}" width="{bar:.0f}" height="{stop.thickness:.1f}"'
            drawn.append(f'<rect {box} fill="{color(stop.party_id)}"/>')
            words = escape(f"{shorten(caucuses[stop.party_id].name, 42)} {round(stop.thickness / unit)}")
            place = f'x="{text:.0f}" y="{laid.height - stop.middle + 4.5:.1f}"'
            drawn.append(f'<text {place} text-anchor="{anchor}">{words}</text>')
    return Markup(
        f'<svg class="flows-chart" viewBox="0 -6 {width:.0f} {laid.height + 12:.0f}" role="img" '
        f'aria-label="{escape(title)}">{"".join(drawn)}</svg>'
    )


def shorten(name: str, most: int) -> str:
    """`name` with no more than `most` letters: a picture has only so much room, and its table has the whole name."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _round_step(size: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that is no smaller than `size`."""
    power = 1
    while power * 10 < size:
        power *= 10
    return next(int(power * by) for by in (1, 2, 5, 10) if power * by >= size)


def _years(first: date, last: date) -> list[int]:
    """At most eight years to write below the axis."""
    span = last.year - first.year
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100) if span / size <= 7)
    return [year for year in range(first.year + 1, last.year + 1) if year % step == 0] or [last.year]
