"""Popolo: every person, party, chamber, seat, caucus spell and office, with keys that meet and dates that are days."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cdnpoli import store as stores
from cdnpoli.popolo import json_lines, to_popolo
from cdnpoli.store import Store

ALLOWED = {
    "persons": {
        "id",
        "name",
        "family_name",
        "given_name",
        "gender",
        "birth_date",
        "death_date",
        "other_names",
        "identifiers",
        "links",
    },
    "organizations": {"id", "name", "classification", "other_names"},
    "memberships": {
        "id",
        "person_id",
        "organization_id",
        "on_behalf_of_id",
        "role",
        "label",
        "area",
        "start_date",
        "end_date",
    },
}
"""The properties of the Popolo specification that we use."""


@pytest.fixture(scope="module", params=["small", "published"])
def document(request: pytest.FixtureRequest, small_store: Store) -> Any:
    """The small House and the published tables as Popolo."""
    return to_popolo(small_store if request.param == "small" else stores.installed())


def test_only_properties_of_the_specification_are_used_and_none_is_empty(document: Any) -> None:
    assert set(document) == set(ALLOWED)
    for name, nodes in document.items():
        assert nodes
        for node in nodes:
            assert set(node) <= ALLOWED[name]
            assert all(node.values())


def test_ids_are_unique_and_every_membership_joins_a_person_to_an_organization(document: Any) -> None:
    ids = {name: [node["id"] for node in nodes] for name, nodes in document.items()}
    for found in ids.values():
        assert len(found) == len(set(found))
    persons, organizations = set(ids["persons"]), set(ids["organizations"])
    for membership in document["memberships"]:
        assert membership["person_id"] in persons
        assert membership.get("organization_id", next(iter(organizations))) in organizations
        assert membership.get("on_behalf_of_id", next(iter(organizations))) in organizations


def test_dates_are_days_as_text(document: Any) -> None:
    dates = [
        node[name]
        for node in document["persons"] + document["memberships"]
        for name in ("birth_date", "death_date", "start_date", "end_date")
        if name in node
    ]
    assert dates
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in dates)


def test_every_row_of_the_tables_is_there_once(small_store: Store) -> None:
    document = to_popolo(small_store)
    rows = {name: small_store.table(name).num_rows for name in ("people", "seats", "caucus_memberships", "offices")}
    assert len(document["persons"]) == rows["people"]
    roles = [membership["id"].split("/")[0] for membership in document["memberships"]]
    assert {family: roles.count(family) for family in ("seat", "caucus", "office")} == {
        "seat": rows["seats"],
        "caucus": rows["caucus_memberships"],
        "office": rows["offices"],
    }


def test_an_office_in_a_party_is_an_office_in_that_very_party() -> None:
    """Leaders of parties are in the register of offices by the party's name."""
    document = to_popolo(stores.installed())
    parties = {one["name"]: one["id"] for one in document["organizations"] if one["classification"] == "party"}
    others = {one["name"] for one in document["organizations"] if one["classification"] == "office"}
    assert not set(parties) & others


def test_the_json_reads_back_as_the_document(document: Any) -> None:
    text = "".join(json_lines(document))
    assert json.loads(text) == document
    assert text.count("\n") > len(document["memberships"])
