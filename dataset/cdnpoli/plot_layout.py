"""Where things stand in the pictures of `cdnpoli.plot`: seats in a half circle, caucuses on both sides of a flow.

Nothing here draws or needs matplotlib: numbers and names go in, places come out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

INNER, OUTER = 0.4, 1.0
"""The radii of the first and the last row of seats."""

STAND_INS = ("#4A4A4A", "#C9C9C9", "#6C6C6C", "#D9D9D9", "#ABABAB")
"""For parties without a colour of their own: greys, so that nobody takes them for a party's."""

INDEPENDENT = "independent"

KIND_COLORS = {
    "left": "#000000",
    "resigned": "#0072B2",
    "expelled": "#D55E00",
    "suspended": "#CC79A7",
    "reinstated": "#F0E442",
    "crossed_floor": "#009E73",
    "joined": "#E69F00",
    "formed_group": "#56B4E9",
    "merged": "#C4C4C4",
}
"""Kinds of change from the bottom of a bar to its top, changes of many members at once last. The colours are Okabe and
Ito's (https://jfly.uni-koeln.de/color/) and a grey, placed so that neighbours differ most to any colour vision."""


@dataclass(frozen=True)
class Caucus:
    """A caucus in a picture: the party's id, the name to write, the party's colour (`#rrggbb`) or None, the members."""

    party_id: str
    name: str
    color: str | None
    members: int


@dataclass(frozen=True)
class Seats:
    """The seats of a picture: places from the left end to the right, and the radius of a dot."""

    places: tuple[tuple[float, float], ...]
    radius: float


@dataclass(frozen=True)
class Stop:
    """A caucus on one side of a flow: the changes from or to it, its middle and its thickness, upwards from 0."""

    party_id: str
    changes: int
    middle: float
    thickness: float

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.middle + self.thickness / 2


@dataclass(frozen=True)
class Ribbon:
    """The changes from one caucus to another: the middle at either end, the thickness, how many changes."""

    from_party_id: str
    to_party_id: str
    left: float
    right: float
    thickness: float
    changes: int


@dataclass(frozen=True)
class Flows:
    """Everything between two sides, and the height they need."""

    left: tuple[Stop, ...]
    right: tuple[Stop, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


def in_order(caucuses: Iterable[Caucus]) -> list[Caucus]:
    """From the left end of the half circle to the right: the largest first, caucuses of one colour side by side.

    Conservatives and Liberal-Conservatives sat as one side of the House in 1867 and share a colour. Independents, who
    are nobody's side, come last.
    """
    known = list(caucuses)
    side: dict[str, int] = {}
    for caucus in known:
        side[caucus.color or caucus.party_id] = side.get(caucus.color or caucus.party_id, 0) + caucus.members
    return sorted(
        known,
        key=lambda caucus: (
            caucus.party_id == INDEPENDENT,
            -side[caucus.color or caucus.party_id],
            caucus.color or caucus.party_id,
            -caucus.members,
            caucus.name,
        ),
    )


def painted(caucuses: Iterable[Caucus]) -> dict[str, str]:
    """A colour for each party id: the party's own, or a grey in the order given (used again when they run out)."""
    paint: dict[str, str] = {}
    greys = 0
    for caucus in caucuses:
        if caucus.party_id in paint:
            continue
        if caucus.color is None:
            paint[caucus.party_id] = STAND_INS[greys % len(STAND_INS)]
            greys += 1
        else:
            paint[caucus.party_id] = caucus.color
    return paint


def half_circle(seats: int) -> Seats:
    """Places for `seats` in concentric half circles around (0, 0), ordered by angle from the left end to the right."""
    if seats < 1:
        return Seats((), 0.0)
    depth, middle = OUTER - INNER, (OUTER + INNER) / 2
    # As much room between rows as between neighbours in a row: seats / rows * spacing = pi * middle.
    rows = max(1, round(math.sqrt(seats * depth / (math.pi * middle))))
    radii = [INNER + depth * row / (rows - 1) for row in range(rows)] if rows > 1 else [OUTER]
    points = []
    for radius, count in zip(radii, shares(seats, radii), strict=True):
        for place in range(count):
            angle = math.pi * (1 - (place / (count - 1) if count > 1 else 0.5))
            points.append((angle, radius))
    points.sort(key=lambda point: (-point[0], point[1]))
    between = min([math.pi * radii[0] / max(1, seats * radii[0] / sum(radii) - 1), depth / max(1, rows - 1)])
    places = tuple((radius * math.cos(angle), radius * math.sin(angle)) for angle, radius in points)
    return Seats(places, min(0.42 * between, 0.1))


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """`total` split in proportion to the weights, in whole numbers that add up to it.

    Of two parts with equal remainders the last is rounded up: rows further out have more room.
    """
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [math.floor(part) for part in exact]
    most_left = sorted(range(len(weights)), key=lambda place: (whole[place] - exact[place], -place))
    for place in most_left[: total - sum(whole)]:
        whole[place] += 1
    return whole


def flows(changes: Mapping[tuple[str, str], int], unit: float, line: float, gap: float) -> Flows:
    """Stops and ribbons for the number of changes from one party id to another.

    A change is `unit` thick. A stop takes at least `line` (the height of its label), and `gap` lies between stops.
    Ribbons leave and enter in the order of the stops they run to, so that they cross as little as they can.
    """
    out = _sums((pair[0], count) for pair, count in changes.items())
    into = _sums((pair[1], count) for pair, count in changes.items())
    left = sorted(out, key=lambda party: (party == INDEPENDENT, -out[party], party))
    right = _by_neighbours(into, left, {(there, here): count for (here, there), count in changes.items()})

    def tall(parties: Mapping[str, int]) -> float:
        return sum(max(count * unit, line) for count in parties.values()) + gap * max(0, len(parties) - 1)

    height = max(tall(out), tall(into))
    left_stops = _stops(left, out, unit, line, gap, (height + tall(out)) / 2)
    right_stops = _stops(right, into, unit, line, gap, (height + tall(into)) / 2)
    leaves = _ends(changes, left_stops, right_stops, unit)
    enters = _ends({(b, a): count for (a, b), count in changes.items()}, right_stops, left_stops, unit)
    ribbons = tuple(
        Ribbon(here, there, leaves[here, there], enters[there, here], changes[here, there] * unit, changes[here, there])
        for here in left
        for there in right
        if (here, there) in changes
    )
    return Flows(left_stops, right_stops, ribbons, height)


def _sums(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for party, count in counts:
        total[party] = total.get(party, 0) + count
    return total


def _by_neighbours(
    parties: Mapping[str, int], others: Sequence[str], links: Mapping[tuple[str, str], int]
) -> list[str]:
    """The parties by the mean place of the others they are linked with, the largest first where that is equal."""
    place = {party: number for number, party in enumerate(others)}
    weighted = _sums((party, place[other] * count) for (party, other), count in links.items())
    return sorted(parties, key=lambda party: (weighted[party] / parties[party], -parties[party], party))


def _stops(
    parties: Sequence[str], counts: Mapping[str, int], unit: float, line: float, gap: float, top: float
) -> tuple[Stop, ...]:
    """The parties from `top` downwards."""
    stops = []
    for party in parties:
        room = max(counts[party] * unit, line)
        stops.append(Stop(party, counts[party], top - room / 2, counts[party] * unit))
        top -= room + gap
    return tuple(stops)


def _ends(
    changes: Mapping[tuple[str, str], int], here: Sequence[Stop], there: Sequence[Stop], unit: float
) -> dict[tuple[str, str], float]:
    """The middle of each ribbon at the stops `here`, from the upper edge down in the order of the stops `there`."""
    ends = {}
    for stop in here:
        edge = stop.top
        for other in there:
            count = changes.get((stop.party_id, other.party_id), 0)
            if count:
                ends[stop.party_id, other.party_id] = edge - count * unit / 2
                edge -= count * unit
    return ends
