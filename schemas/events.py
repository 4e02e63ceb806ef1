"""Events: what happened, who took part, who said what, and who changed caucus."""

from __future__ import annotations

from pandera.typing.pandas import Series

from schemas.base import SLUG, Day, Reference, Table, Text, Whole, column, keys, text
from schemas.people import PERSON

EVENT = Reference("event_id", "events", "event_id")


class Events(Table):
    """Something that happened, or that somebody alleges: see `claim`."""

    event_id: Series[Text] = column(unique=True, str_matches=SLUG)
    event_type: Series[Text] = column(terms="event_type")
    date: Series[Day] = column(nullable=True)
    date_precision: Series[Text] = column(terms="date_precision", nullable=True)
    end_date: Series[Day] = column(nullable=True)
    title: Series[Text] = text()
    jurisdiction: Series[Text] = text(nullable=True)
    place: Series[Text] = text(nullable=True)
    claim: Series[Text] = column(terms="claim")
    plover_type: Series[Text] = text(nullable=True)
    review_status: Series[Text] = column(terms="review_status")

    class Config(Table.Config):
        name = "events"
        title = "Events"
        metadata = keys("event_id", label="title")


class EventParticipants(Table):
    """A role in an event, held by a person or an organization."""

    event_id: Series[Text] = text()
    participant: Series[Whole] = column(ge=1)
    person_id: Series[Text] = text(nullable=True)
    person_name: Series[Text] = text(nullable=True)
    organization: Series[Text] = text(nullable=True)
    role: Series[Text] = column(terms="participant_role")

    class Config(Table.Config):
        name = "event_participants"
        title = "Participants in events"
        unique = ["event_id", "participant"]
        metadata = keys("event_id", "participant", references=(EVENT, PERSON))


class CaucusChanges(Table):
    """A member's change of caucus between elections."""

    change_id: Series[Text] = column(unique=True, str_matches=SLUG)
    person_id: Series[Text] = text()
    chamber: Series[Text] = text()
    date: Series[Day] = column()
    date_precision: Series[Text] = column(terms="date_precision")
    from_party_id: Series[Text] = text()
    to_party_id: Series[Text] = text()
    kind: Series[Text] = column(terms="change_kind")
    reason: Series[Text] = text(nullable=True)
    summary: Series[Text] = text()
    event_id: Series[Text] = text()
    review_status: Series[Text] = column(terms="review_status")

    class Config(Table.Config):
        name = "caucus_changes"
        title = "Changes of caucus"
        metadata = keys(
            "change_id",
            references=(
                PERSON,
                Reference("from_party_id", "parties", "party_id"),
                Reference("to_party_id", "parties", "party_id"),
                EVENT,
            ),
            label="summary",
        )


class Statements(Table):
    """One attributed utterance in one source: a contiguous run of words that somebody is said to have said."""

    statement_id: Series[Text] = column(unique=True, str_matches=SLUG)
    source_id: Series[Text] = text()
    speaker_id: Series[Text] = text(nullable=True)
    speaker_name: Series[Text] = text(nullable=True)
    speaker_mention: Series[Text] = text(nullable=True)
    speaker_unresolved_reason: Series[Text] = text(nullable=True)
    kind: Series[Text] = column(terms="statement_kind")
    text: Series[Text] = column(str_length={"min_value": 1})
    cue: Series[Text] = column(nullable=True, str_length={"min_value": 1})
    addressee: Series[Text] = column(nullable=True, str_length={"min_value": 1})
    venue: Series[Text] = column(nullable=True, str_length={"min_value": 1})
    date: Series[Day] = column(nullable=True)
    date_precision: Series[Text] = column(terms="date_precision", nullable=True)
    utterance: Series[Whole] = column(ge=1)
    event_id: Series[Text] = column(nullable=True, str_length={"min_value": 1})
    start: Series[Whole] = column(ge=0)
    end: Series[Whole] = column(ge=1)
    review_status: Series[Text] = column(terms="review_status")

    class Config(Table.Config):
        name = "statements"
        title = "Statements"
        metadata = keys(
            "statement_id",
            references=(
                Reference("source_id", "sources", "source_id"),
                Reference("speaker_id", "people", "person_id"),
                EVENT,
            ),
            label="text",
        )


class Quotations(Table):
    """Words of a statement that its source gives verbatim; a statement has none, one, or several."""

    statement_id: Series[Text] = text()
    quotation: Series[Whole] = column(ge=1)
    words: Series[Text] = text()
    start: Series[Whole] = column(ge=0)
    end: Series[Whole] = column(ge=1)

    class Config(Table.Config):
        name = "quotations"
        title = "Quotations"
        unique = ["statement_id", "quotation"]
        metadata = keys(
            "statement_id", "quotation", references=(Reference("statement_id", "statements", "statement_id"),)
        )
