"""Which caucus a member left, where the phrase itself does not say it.

In this order: another telling of the same change; the change before it ("was expelled in 2022 ... joined the Liberals":
from independence); what the article calls the member; the register's party on the day before; and the caucus that the
sentence or the article means by "the caucus".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from scripts.caucus_changes.anaphora import UNAFFILIATED, called_party, party_near
from scripts.caucus_changes.merging import LEAVING, Change, Telling, is_from_independence
from scripts.caucus_changes.sentences import Reading
from scripts.parties import INDEPENDENT

_REPORTED_LATE = timedelta(days=8)
Origin = tuple[str | None, str | None, str]
"""Party id, the party as written, and where it was taken from (`text` or `register`)."""
_INDEPENDENCE: Origin = (INDEPENDENT, "Independent", "text")


def origin_of(
    reading: Reading,
    change: Change,
    changes: Sequence[Change],
    told: Sequence[Telling],
    day: date | None,
    precision: str | None,
    kind: str,
) -> Origin:
    """The caucus left by `change`, one of the `changes` of a person whose tellings are `told`."""
    for telling in change.tellings:
        if telling.left_id or telling.left_name:
            return _another_of_that_name(reading, change, day, precision, kind, telling) or (
                telling.left_id,
                telling.left_name,
                "text",
            )
    own = {t.joined_id for t in change.tellings if t.joined_id}
    others = {t.joined_id for t in told if t.joined_id} - own
    if kind == "reinstated":
        registered = _registered(reading, change, day, precision, kind, own)
        if registered is not None and registered[2] == "register":
            return registered
    before = _change_before(change, changes)
    if before is not None and kind not in LEAVING and not any(t.kind in LEAVING for t in change.tellings):
        after = _outcome(before)
        if after is not None and after[0] not in own:
            return after
    if any(is_from_independence(t) for t in change.tellings) and kind not in LEAVING:
        return _INDEPENDENCE
    if before is not None and kind in LEAVING:
        after = _outcome(before)
        if after is not None and after[0] != INDEPENDENT:
            return after
    for telling in (*change.tellings, *told):
        title = telling.title_party_id
        if (
            (title or telling.title_party_name)
            and not (title == INDEPENDENT and kind in LEAVING)
            and title not in own
            and not (telling not in change.tellings and title in others)
        ):
            return title, telling.title_party_name, "text"
    registered = _registered(reading, change, day, precision, kind, own)
    if registered is not None:
        return registered
    return _as_the_article_has_it(reading, change, kind, own | others)


def _another_of_that_name(
    reading: Reading, change: Change, day: date | None, precision: str | None, kind: str, telling: Telling
) -> Origin | None:
    """The caucus that the register has for the member, where it bears part of the same name.

    "turned their backs on the new Conservative Party", of members who sat as Progressive Conservatives.
    """
    person = change.first.person.person_id
    if kind not in LEAVING or person is None or day is None or precision != "day" or not telling.left_name:
        return None
    party = reading.gazetteer.party_before(person, day)
    if party in (None, telling.left_id, *UNAFFILIATED):
        return None
    words = set(re.split(r"[\s-]", telling.left_name.lower().rstrip("s"))) - _OF_ANY_PARTY
    alike = party is not None and words & (set(party.split("-")) - _OF_ANY_PARTY)
    return (party, telling.left_name, "register") if alike else None


_OF_ANY_PARTY = frozenset({"party", "parti", "the", "le", "de", "du", "democratic", "new", "of"})


def _as_the_article_has_it(reading: Reading, change: Change, kind: str, joined: set[str]) -> Origin:
    now, former = called_party(reading, change.first.person)
    for called in (now, former):
        if called is not None and called.party_id not in joined:
            return called.party_id, called.text, "text"
    if kind in LEAVING:
        for telling in change.tellings:
            near = party_near(reading, telling.start, telling.end, sorted(joined))
            if near is not None:
                return near.party_id, near.text, "text"
    return None, None, "text"


def _change_before(change: Change, changes: Sequence[Change]) -> Change | None:
    """The person's change before this one: the latest dated before it, else an undated one told as further back."""
    dated = change.dated
    earlier: list[tuple[date, int, Change]] = []
    undated: list[Change] = []
    for index, other in enumerate(changes):
        if other is change:
            continue
        when = other.dated
        if when is None or when.day is None:
            undated.append(other)
        elif dated is not None and dated.day is not None:
            if when.day < dated.day:
                earlier.append((when.day, index, other))
        elif other.tellings[0].start <= change.tellings[0].start and other.kind in LEAVING:
            earlier.append((when.day, index, other))
    if earlier:
        return max(earlier, key=lambda item: item[:2])[2]
    leaving = [other for other in undated if other.kind in LEAVING]
    if leaving and (dated is not None or leaving[0].tellings[0].start <= change.tellings[0].start):
        return leaving[0] if change.kind not in LEAVING else None
    return None


def _outcome(change: Change) -> Origin | None:
    """Where a change left the member."""
    if change.kind in LEAVING:
        return _INDEPENDENCE
    for telling in change.tellings:
        if telling.joined_id or telling.joined_name:
            return telling.joined_id, telling.joined_name, "text"
    return None


def _registered(
    reading: Reading, change: Change, day: date | None, precision: str | None, kind: str, own: set[str]
) -> Origin | None:
    """The register's caucus of the person on the day before; None where the register is silent."""
    person = change.first.person.person_id
    if not person or day is None:
        return None
    party = reading.gazetteer.party_before(person, day, precision or "day")
    arrived = next(iter(sorted(own)), None) or (INDEPENDENT if kind in LEAVING else None)
    if party == arrived and precision == "day":
        # The register may have the change some days before the report of it.
        party = reading.gazetteer.party_before(person, day - _REPORTED_LATE) or party
    if party is not None and party == arrived and kind in ("reinstated", "crossed_floor"):
        # The register does not know that the member had left; what the article says plainly is not lost for that.
        return (INDEPENDENT if kind == "reinstated" else None), None, "text"
    return (party, None, "register") if party is not None else None
