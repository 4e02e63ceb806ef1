"""The whole chain from text to events over the small made-up register, for the tests of events."""

from __future__ import annotations

from datetime import date

from scripts.articles.layout import lay_out
from scripts.candidates import Article, Event
from scripts.caucus_changes.finding import find_changes
from scripts.dates import find_dates
from scripts.events.finding import find_events
from scripts.people.finding import find_cast
from scripts.people.speakers import resolve_speakers
from scripts.statements.finding import find_statements
from tests.scripts.members import PUBLISHED, gazetteer, party_names


def events(text: str, published_on: date | None = PUBLISHED, language: str = "en") -> list[Event]:
    """What happens in a text, by the real layout, cast, dates, statements and caucus changes."""
    article = Article("test", text, published_on, language=language)
    layout = lay_out(text)
    cast = find_cast(article, layout, gazetteer())
    dates = find_dates(text, published_on, language)
    statements = resolve_speakers(find_statements(article, layout), cast)
    changes = find_changes(article, layout, cast, dates, party_names(), gazetteer())
    return find_events(article, layout, cast, dates, statements, changes)


def of_type(event_type: str, text: str, published_on: date | None = PUBLISHED, language: str = "en") -> list[Event]:
    """The events of one type in a text."""
    return [event for event in events(text, published_on, language) if event.event_type == event_type]


def who(event: Event, role: str) -> list[str]:
    """The names in one role of an event, sorted."""
    return sorted(
        participant.person.name if participant.person is not None else participant.organization or ""
        for participant in event.participants
        if participant.role == role
    )
