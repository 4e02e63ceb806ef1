"""One row per change: an article tells the same change in its headline, lead and later sentences.

Tellings of one person are put together where their dates agree and their kinds can be one move: "will sit as an
Independent" and "was kicked out" are one expulsion; "joined the Tories on Monday" and "expelled in April"
are two changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scripts.candidates import PersonRef
from scripts.parties import INDEPENDENT

LEAVING = frozenset({"resigned", "expelled", "suspended", "left"})
ARRIVING = frozenset({"joined", "reinstated", "formed_group", "merged"})
OF_INDEPENDENTS = frozenset({"independent-senators-group", "canadian-senators-group", "progressive-senate-group"})
"""Groups of the Senate whose members are called independent: who will "sit as an independent" may join one."""
_WEIGHT = {
    "expelled": 3,
    "suspended": 3,
    "crossed_floor": 4,
    "resigned": 2,
    "reinstated": 4,
    "formed_group": 4,
    "joined": 2,
    "left": 1,
    "merged": 3,
}
_FINENESS = {"day": 0, "month": 1, "year": 2, None: 3}


@dataclass(frozen=True)
class Telling:
    """One sentence that tells of one person's change."""

    start: int
    end: int
    person: PersonRef
    kind: str
    rule: str
    left_id: str | None
    left_name: str | None
    joined_id: str | None
    joined_name: str | None
    independent: bool
    strong: bool
    day: date | None
    precision: str | None
    current: bool
    """News of the day rather than background: where the article opens, or told in the future."""
    title_party_id: str | None = None
    title_party_name: str | None = None
    """The party by which the sentence calls the person ("Liberal MP"): the caucus left, where nothing else says it."""
    reason: str | None = None
    chamber: str | None = None
    later: bool = False
    """Told as of some time after what was told before: "have since founded a party of their own"."""
    perfect: bool = False
    """Told in the present perfect ("has left"): on this day or earlier."""


@dataclass(frozen=True)
class Change:
    """The tellings of one change, put together."""

    tellings: tuple[Telling, ...]
    kind: str

    @property
    def first(self) -> Telling:
        """The telling that stands as evidence: the first that says what the change was."""
        fitting = [t for t in self.tellings if t.kind == self.kind and t.strong] or [
            t for t in self.tellings if t.kind == self.kind
        ]
        return (fitting or list(self.tellings))[0]

    @property
    def dated(self) -> Telling | None:
        """The telling with the most precise date, the first of equals."""
        with_date = [t for t in self.tellings if t.day is not None]
        return min(with_date, key=lambda t: _FINENESS[t.precision]) if with_date else None

    @property
    def current(self) -> bool:
        return any(t.current for t in self.tellings)


def put_together(tellings: Sequence[Telling]) -> list[Change]:
    """The changes of one person, in the order of their first telling. `tellings` are in the order of the text."""
    groups: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda t: (t.day is None, 0 if t.current else 1, t.start)):
        best = _best_group(groups, telling)
        if best is None:
            groups.append([telling])
        else:
            best.append(telling)
    joined = _join_moves([sorted(group, key=lambda t: (t.start, t.end)) for group in groups])
    changes = [Change(tuple(group), _kind(group)) for group in joined]
    return sorted(changes, key=lambda change: (change.tellings[0].start, change.kind))


def _best_group(groups: list[list[Telling]], telling: Telling) -> list[Telling] | None:
    same = [group for group in groups if all(_can_be_one(telling, other) for other in group)]
    if not same:
        return None
    if telling.day is None:
        # An undated telling belongs to the change of the same kind and party that the article dwells on.
        return max(same, key=lambda g: (_alike(g, telling), any(t.current for t in g) == telling.current, len(g)))
    return same[0]


def _alike(group: list[Telling], telling: Telling) -> int:
    return sum(
        2 * (t.kind == telling.kind)
        + (t.left_id is not None and t.left_id == telling.left_id)
        + (t.joined_id is not None and t.joined_id == telling.joined_id)
        for t in group
    )


def _can_be_one(one: Telling, other: Telling) -> bool:
    if not (_kinds_agree(one, other) and _parties_agree(one, other)):
        return False
    return _dates_agree(one, other) or (one.kind == other.kind and _within_a_week(one, other))


def _within_a_week(one: Telling, other: Telling) -> bool:
    """Announced on one day, in force some days later: nobody leaves the same caucus twice within a week."""
    if one.day is None or other.day is None or {one.precision, other.precision} != {"day"}:
        return False
    return abs((one.day - other.day).days) <= 7


def _kinds_agree(one: Telling, other: Telling) -> bool:
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or kinds <= LEAVING:
        return True
    if kinds <= LEAVING | {"crossed_floor"}:
        # "quit the NDP" and "crossed the floor to the Liberals" are one move;
        # "was expelled" and a later crossing are two.
        leaver, goer = (one, other) if one.kind in LEAVING else (other, one)
        return leaver.kind == "resigned" and (not leaver.independent or goer.joined_id in OF_INDEPENDENTS)
    if kinds == {"resigned", "formed_group"}:
        # "quit the Bloc to form a group", or told of the same day: one move; a party founded later is another.
        formed = one if one.kind == "formed_group" else other
        if formed.later:
            return False
        return formed.left_id is not None or one.start == other.start or one.day == other.day or formed.day is None
    if (
        kinds <= {"joined", "crossed_floor"}
        or kinds <= {"joined", "formed_group"}
        or kinds <= {"joined", "merged"}
        or kinds <= {"reinstated", "merged"}
    ):
        return True
    return kinds == {"joined", "reinstated"}


def _dates_agree(one: Telling, other: Telling) -> bool:
    if one.day is None or other.day is None:
        return True
    coarse = max(one.precision or "day", other.precision or "day", key=lambda p: _FINENESS[p])
    if coarse == "year":
        return one.day.year == other.day.year
    if coarse == "month":
        return (one.day.year, one.day.month) == (other.day.year, other.day.month)
    return abs((one.day - other.day).days) <= 1  # told on the evening before, or as of the day after


def _parties_agree(one: Telling, other: Telling) -> bool:
    lefts = {t.left_id for t in (one, other) if t.left_id is not None}
    joins = {t.joined_id for t in (one, other) if t.joined_id is not None}
    return len(lefts) <= 1 and len(joins) <= 1


def _join_moves(groups: list[list[Telling]]) -> list[list[Telling]]:
    """ "left the NDP and joined the Bloc", told as two things of the same day, is one crossing."""
    result: list[list[Telling]] = []
    for group in groups:
        partner = next((other for other in result if _one_move(group, other)), None)
        if partner is None:
            result.append(group)
        else:
            partner.extend(group)
            partner.sort(key=lambda t: (t.start, t.end))
    return result


def _one_move(group: list[Telling], other: list[Telling]) -> bool:
    leaving, arriving = (group, other) if group[0].kind in LEAVING else (other, group)
    loose = all(t.joined_id in OF_INDEPENDENTS for t in arriving)
    if not all(t.kind == "resigned" and (loose or not t.independent) for t in leaving):
        return False
    if not all(t.kind in ("joined", "crossed_floor") for t in arriving):
        return False
    together = any(a.start == b.start for a in leaving for b in arriving)
    if not together and not (any(t.current for t in leaving) and any(t.current for t in arriving)):
        return False
    return all(_dates_agree(a, b) for a in leaving for b in arriving)


def _kind(group: Sequence[Telling]) -> str:
    """The kind that most of the strong words say; among equals the more telling one."""
    kinds = {t.kind for t in group}
    if kinds & LEAVING and kinds & {"joined", "crossed_floor"}:
        return "crossed_floor"
    if kinds <= {"joined", "crossed_floor"} and len(kinds) == 2:
        return "crossed_floor"
    if kinds == {"resigned", "formed_group"}:
        return "formed_group"
    strong = [t for t in group if t.strong] or list(group)
    counts = {kind: sum(t.kind == kind for t in strong) for kind in {t.kind for t in strong}}
    return max(
        counts,
        key=lambda kind: (
            counts[kind] >= 1 and kind in ("expelled", "suspended"),
            counts[kind],
            _WEIGHT[kind],
            kind,
        ),
    )


def is_from_independence(telling: Telling) -> bool:
    """Whether the telling says that the member came from no caucus."""
    return telling.left_id == INDEPENDENT or telling.title_party_id == INDEPENDENT


def with_date(telling: Telling, day: date, precision: str) -> Telling:
    """The telling with the date that its place in the article gives it."""
    return replace(telling, day=day, precision=precision)
