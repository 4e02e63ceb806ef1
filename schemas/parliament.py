"""Parliament: parties, seats, offices, and who sat in which caucus."""

from __future__ import annotations

from pandera.typing.pandas import Series

from schemas.base import SLUG, Day, Reference, Table, Text, Whole, column, keys, text
from schemas.people import PERSON


class Parties(Table):
    """A party or parliamentary group; `independent` stands for sitting in none."""

    party_id: Series[Text] = column(unique=True, str_matches=SLUG)
    name: Series[Text] = text()
    name_fr: Series[Text] = text(nullable=True)
    short_name: Series[Text] = text()
    abbreviation: Series[Text] = text(nullable=True)
    color: Series[Text] = column(nullable=True, str_matches=r"^#[0-9A-Fa-f]{6}$")
    successor_id: Series[Text] = text(nullable=True)
    jurisdiction: Series[Text] = text()

    class Config(Table.Config):
        name = "parties"
        title = "Parties and groups"
        metadata = keys("party_id", references=(Reference("successor_id", "parties", "party_id"),), label="name")


class Seats(Table):
    """A person's hold of one seat, one row for each parliament, with how it ended."""

    seat_id: Series[Text] = column(unique=True, str_matches=SLUG)
    person_id: Series[Text] = text()
    chamber: Series[Text] = text()
    constituency: Series[Text] = text()
    province: Series[Text] = text(nullable=True)
    parliament: Series[Whole] = column(nullable=True, ge=1)
    start: Series[Day] = column()
    end: Series[Day] = column(nullable=True)
    end_reason: Series[Text] = column(terms="seat_end", nullable=True)
    elected_as: Series[Text] = text(nullable=True)

    class Config(Table.Config):
        name = "seats"
        title = "Seats held"
        metadata = keys(
            "seat_id", references=(PERSON, Reference("elected_as", "parties", "party_id")), label="constituency"
        )


class Offices(Table):
    """A person's hold of an office: prime minister, minister, leader, whip, Speaker, premier."""

    office_id: Series[Text] = column(unique=True, str_matches=SLUG)
    person_id: Series[Text] = text()
    office: Series[Text] = text()
    organization: Series[Text] = text(nullable=True)
    portfolio: Series[Text] = text(nullable=True)
    start: Series[Day] = column()
    end: Series[Day] = column(nullable=True)

    class Config(Table.Config):
        name = "offices"
        title = "Offices held"
        metadata = keys("office_id", references=(PERSON,), label="office")


class CaucusMemberships(Table):
    """A spell in a caucus without a break, derived from seats and changes of caucus."""

    person_id: Series[Text] = text()
    chamber: Series[Text] = text()
    party_id: Series[Text] = text()
    start: Series[Day] = column()
    end: Series[Day] = column(nullable=True)
    start_reason: Series[Text] = column(terms="spell_start")
    end_reason: Series[Text] = column(terms="spell_end", nullable=True)

    class Config(Table.Config):
        name = "caucus_memberships"
        title = "Caucus memberships"
        unique = ["person_id", "chamber", "start"]
        metadata = keys(
            "person_id", "chamber", "start", references=(PERSON, Reference("party_id", "parties", "party_id"))
        )
