"""All tables, in the order in which they are published: what a row points to comes before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schemas.base import Reference, Table
from schemas.events import CaucusChanges, EventParticipants, Events, Quotations, Statements
from schemas.parliament import CaucusMemberships, Offices, Parties, Seats
from schemas.people import People, PersonIdentifiers, PersonNames
from schemas.sources import Conflicts, Coverage, Evidence, Redirects, RowChanges, Sources

MODELS: tuple[type[Table], ...] = (
    Sources,
    People,
    PersonNames,
    PersonIdentifiers,
    Parties,
    Seats,
    Offices,
    Events,
    EventParticipants,
    CaucusChanges,
    CaucusMemberships,
    Statements,
    Quotations,
    Evidence,
    Conflicts,
    Coverage,
    Redirects,
    RowChanges,
)


@dataclass(frozen=True)
class Keys:
    """The keys of a table, and the column that stands for a row to people."""

    primary: tuple[str, ...]
    references: tuple[Reference, ...]
    label: str | None


def name_of(model: type[Table]) -> str:
    """The name of the model's table."""
    return str(model.Config.name)


def title_of(model: type[Table]) -> str:
    """What people call the table."""
    return str(model.Config.title)


def keys_of(model: type[Table]) -> Keys:
    """The keys that the model declares."""
    declared: dict[str, Any] = dict(model.Config.metadata or {})
    return Keys(tuple(declared["primary_key"]), tuple(declared["references"]), declared["label"])


TABLES: dict[str, type[Table]] = {name_of(model): model for model in MODELS}
