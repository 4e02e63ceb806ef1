"""The picture above the answer to a question, drawn from the rows of that answer and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from cdnpoli.browse_charts import GREYS, Column, Flow, Group, columns, flows
from cdnpoli.plot_layout import KIND_COLORS

Row = Mapping[str, Any]
Said = Callable[[str, str, str], str]
"""How people say a term, by table, column and value."""

SMALLEST_SHARE = 0.03
"""A caucus that never reached this share of the members is drawn with the other small ones: a legend of forty names
explains nothing."""

OTHERS = "Smaller caucuses"


@dataclass(frozen=True)
class Picture:
    """A drawing and what its colours mean; `name` is for the region that a narrow screen scrolls."""

    name: str
    svg: Markup
    legend: Sequence[Group]


def picture(question: str, rows: Sequence[Row], said: Said) -> Picture | None:
    """The picture that belongs to the answer `rows` of a question; None where the question has none or nobody fits."""
    draw = _DRAWN.get(question)
    drawn = draw(rows, said) if draw and rows else None
    return drawn if drawn and drawn.svg else None


def _changes_per_parliament(rows: Sequence[Row], said: Said) -> Picture:
    counted: dict[int, dict[str, int]] = {}
    for row in rows:
        if row["parliament"] is not None:
            counted.setdefault(row["parliament"], {})[row["kind"]] = row["changes"]
    if not counted:
        return Picture("", Markup(""), ())
    total = {kind: sum(kinds.get(kind, 0) for kinds in counted.values()) for kind in KIND_COLORS}

    def parts(counts: Mapping[str, int]) -> list[Group]:
        return [
            Group(said("caucus_changes", "kind", kind), color, counts[kind])
            for kind, color in KIND_COLORS.items()
            if counts.get(kind)
        ]

    # A Parliament without a change is a column without height, not a gap in the count.
    numbers = range(min(counted), max(counted) + 1)
    shown = [Column(number, parts(counted.get(number, {}))) for number in numbers]
    most = max(counted, key=lambda number: (sum(counted[number].values()), number))
    title = (
        f"Changes of caucus by Parliament, {numbers[0]} to {numbers[-1]}: {sum(total.values())} in all, "
        f"most in Parliament {most} ({sum(counted[most].values())})"
    )
    return Picture("Changes by Parliament", columns(shown, title), parts(total))


def _flows(rows: Sequence[Row], _: Said) -> Picture:
    caucuses: dict[str, Group] = {}
    for row in rows:
        for side in ("from", "to"):
            party = row[f"{side}_party_id"] or ""
            caucuses[party] = Group(row[side] or "Not known", row[f"{side}_color"], 0)
    found = [Flow(row["from_party_id"] or "", row["to_party_id"] or "", row["changes"]) for row in rows]
    largest = max(found, key=lambda flow: flow.changes)
    title = (
        f"{sum(flow.changes for flow in found)} changes of caucus between {len(caucuses)} caucuses; "
        f"the largest flow is {caucuses[largest.from_id].name} to {caucuses[largest.to_id].name}, {largest.changes}"
    )
    return Picture("Flows between caucuses", flows(found, caucuses, title), ())


def _standings(rows: Sequence[Row], _: Said) -> Picture:
    years: dict[int, dict[str, int]] = {}
    names: dict[str, tuple[str, str | None]] = {}
    for row in rows:
        party = row["party_id"] or ""
        years.setdefault(row["year"], {})[party] = row["seats"]
        names[party] = (row["caucus"], row["color"])
    share: dict[str, float] = {}
    for counts in years.values():
        whole = sum(counts.values())
        for party, seats in counts.items():
            share[party] = max(share.get(party, 0.0), seats / whole)
    weight = {party: sum(counts.get(party, 0) for counts in years.values()) for party in share}
    known = [party for party in share if share[party] >= SMALLEST_SHARE]
    # Caucuses of one colour lie on one another, like Conservatives and Progressive Conservatives.
    side: dict[str, int] = {}
    for party in known:
        side[names[party][1] or party] = side.get(names[party][1] or party, 0) + weight[party]
    large = sorted(known, key=lambda party: (-side[names[party][1] or party], -weight[party], party))
    greys = iter((*GREYS[:3], *[GREYS[2]] * len(large)))
    paint = {party: names[party][1] or next(greys) for party in large}

    def parts(counts: Mapping[str, int]) -> list[Group]:
        told = [Group(names[party][0], paint[party], counts[party]) for party in large if counts.get(party)]
        rest = sum(seats for party, seats in counts.items() if party not in paint)
        return [*told, Group(OTHERS, GREYS[3], rest)] if rest else told

    shown = [Column(year, parts(years.get(year, {}))) for year in range(min(years), max(years) + 1)]
    first, last = shown[0], shown[-1]
    latest = ", ".join(f"{part.name} {part.seats}" for part in last.parts)
    title = f"Seats by caucus on 1 January, {first.number} to {last.number}; in {last.number}: {latest}"
    return Picture("Standings over time", columns(shown, title), _by_color(parts(weight)))


def _by_color(groups: Sequence[Group]) -> list[Group]:
    """A legend with each colour once, beside the names of all that have it."""
    named: dict[str | None, list[str]] = {}
    for group in groups:
        named.setdefault(group.color, []).append(group.name)
    return [Group(", ".join(dict.fromkeys(names)), color, 0) for color, names in named.items()]


_DRAWN: Mapping[str, Callable[[Sequence[Row], Said], Picture]] = {
    "changes_per_parliament": _changes_per_parliament,
    "flows_between_caucuses": _flows,
    "standings_over_time": _standings,
}
