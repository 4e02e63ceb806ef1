"""The people, organizations and memberships in the Popolo data model, which civic software reads.

https://www.popoloproject.com/specs/: a person, an organization (a chamber, a party or parliamentary group, or the body
of an office) and a membership, which is a person's hold of a seat, a spell in a caucus or an office.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cdnpoli.store import Store

Row = Mapping[str, Any]
Node = dict[str, Any]

LINKS = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "ourcommons": "https://www.ourcommons.ca/members/en/{}",
    "openparliament": "https://openparliament.ca/politicians/{}/",
}
"""Where an identifier of a scheme leads, for the schemes whose pages are addressed by it."""


def to_popolo(store: Store) -> dict[str, list[Node]]:
    """Everything as Popolo: `persons`, `organizations`, `memberships`, each a list of plain values for JSON.

    The ids of persons and parties are those of our tables; other organizations have `chamber/` or `office/` before
    their name. A membership's `role` is `member` (a seat, with its riding
    as `area` and the party elected for as `on_behalf_of_id`), `caucus member`, or the office. What is not known is
    left out.
    """
    parties, seats, offices = (_rows(store, table) for table in ("parties", "seats", "offices"))
    organizations = [_party(row) for row in parties]
    organizations += _named({row["chamber"] for row in seats}, "chamber", "legislature")
    ids = {organization["name"]: organization["id"] for organization in organizations}
    bodies = _named({row["organization"] for row in offices if row["organization"]} - set(ids), "office", "office")
    ids |= {body["name"]: body["id"] for body in bodies}
    return {
        "persons": list(_persons(store)),
        "organizations": organizations + bodies,
        "memberships": [
            *(_seat(row) for row in seats),
            *(_caucus(row) for row in _rows(store, "caucus_memberships")),
            *(_office(row, ids) for row in offices),
        ],
    }


def json_lines(document: Mapping[str, list[Node]]) -> Iterator[str]:
    """The document as JSON with one person, organization or membership a line, which diffs and greps well."""
    yield "{"
    for place, (name, nodes) in enumerate(document.items()):
        yield f'{"," if place else ""}\n"{name}": ['
        for row, node in enumerate(nodes):
            yield ("," if row else "") + "\n" + json.dumps(node, ensure_ascii=False)
        yield "\n]"
    yield "\n}\n"


def _persons(store: Store) -> Iterable[Node]:
    names, identifiers = defaultdict(list), defaultdict(list)
    for row in _rows(store, "person_names"):
        names[row["person_id"]].append({"name": row["name"], "note": row["kind"]})
    for row in _rows(store, "person_identifiers"):
        identifiers[row["person_id"]].append({"scheme": row["scheme"], "identifier": row["identifier"]})
    for row in _rows(store, "people"):
        held = identifiers[row["person_id"]]
        links = [
            {"url": LINKS[one["scheme"]].format(one["identifier"]), "note": one["scheme"]}
            for one in held
            if one["scheme"] in LINKS
        ]
        yield _kept(
            id=row["person_id"],
            name=row["full_name"],
            family_name=row["family_name"],
            given_name=row["given_names"],
            gender=row["gender"],
            birth_date=row["born_on"],
            death_date=row["died_on"],
            other_names=names[row["person_id"]],
            identifiers=held,
            links=links,
        )


def _party(row: Row) -> Node:
    others = [
        {"name": row[column], "note": note}
        for column, note in (("name_fr", "French"), ("short_name", "short"), ("abbreviation", "abbreviation"))
        if row[column]
    ]
    return _kept(id=row["party_id"], name=row["name"], classification="party", other_names=others)


def _named(names: Iterable[str], family: str, classification: str) -> list[Node]:
    return [{"id": f"{family}/{_slug(name)}", "name": name, "classification": classification} for name in sorted(names)]


def _seat(row: Row) -> Node:
    area = row["constituency"] or row["province"]
    return _kept(
        id=f"seat/{row['seat_id']}",
        person_id=row["person_id"],
        organization_id=f"chamber/{_slug(row['chamber'])}",
        role="member",
        area={"name": area} if area else None,
        on_behalf_of_id=row["elected_as"],
        start_date=row["start"],
        end_date=row["end"],
    )


def _caucus(row: Row) -> Node:
    return _kept(
        id=f"caucus/{row['person_id']}/{_slug(row['chamber'])}/{row['start']}",
        person_id=row["person_id"],
        organization_id=row["party_id"],
        role="caucus member",
        label=row["chamber"],
        start_date=row["start"],
        end_date=row["end"],
    )


def _office(row: Row, ids: Mapping[str, str]) -> Node:
    return _kept(
        id=f"office/{row['office_id']}",
        person_id=row["person_id"],
        organization_id=ids.get(row["organization"]),
        role=row["office"],
        label=row["portfolio"],
        start_date=row["start"],
        end_date=row["end"],
    )


def _rows(store: Store, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = store.table(table).to_pylist()
    return found


def _kept(**values: Any) -> Node:
    """The values that are there; days as Popolo writes them."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items() if value
    }


def _slug(name: str) -> str:
    """A readable id from a name, in lower-case ASCII."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
