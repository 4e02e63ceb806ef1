"""The keys by which a review names the rows extracted from one article.

A key is built from what is stable and readable, never from a date or an offset, so that a better date or a mended
sentence elsewhere does not orphan the review:

- a statement: `s-` and ten hexadecimal digits of SHA-256 over the source id and the words (its public id as well);
- a change of caucus: the member and the kind (`han-dong-resigned`);
- an event: its type and its first participant (`allegation-han-dong`).

A second row with the same key in the article gets `-2`.
"""

from __future__ import annotations

import hashlib

from scripts.candidates import CaucusChange, Event, Extraction, PersonRef
from scripts.slugs import numbered, slug


def person_slug(person: PersonRef) -> str:
    """The person's id, or a slug of the name where there is none."""
    return person.person_id or slug(person.name) or "unnamed"


def statement_keys(extraction: Extraction) -> list[str]:
    """A key for each statement, in order. The same words twice in an article are told apart by their count."""
    seen: dict[str, int] = {}
    keys = []
    for statement in extraction.statements:
        words = extraction.article.text[statement.start : statement.end]
        seen[words] = seen.get(words, 0) + 1
        counted = words if seen[words] == 1 else f"{words}\n{seen[words]}"
        keys.append(statement_id(extraction.article.source_id, counted))
    return keys


def statement_id(source_id: str, words: str) -> str:
    """The id of a statement: a short hash of the source id and the words."""
    return "s-" + hashlib.sha256(f"{source_id}\n{words}".encode()).hexdigest()[:10]


def change_keys(changes: tuple[CaucusChange, ...]) -> list[str]:
    """A key for each change of caucus, in order."""
    return numbered(change_key(change) for change in changes)


def change_key(change: CaucusChange) -> str:
    """The member and what they did: `han-dong-resigned`, so that a leaving is never taken for a return."""
    return f"{person_slug(change.person)}-{change.kind.replace('_', '-')}"


def event_keys(events: tuple[Event, ...]) -> list[str]:
    """A key for each event, in order."""
    return numbered(event_key(event) for event in events)


def event_key(event: Event) -> str:
    """The type of the event and who it is about: `allegation-han-dong`."""
    first = event_subject(event)
    return f"{event.event_type.replace('_', '-')}-{first}" if first else event.event_type.replace("_", "-")


def event_subject(event: Event) -> str:
    """The slug of whom the event is about: the accused of an allegation, else the subject, else the first named."""
    for role in ("accused", "subject", None):
        for participant in event.participants:
            if role in (None, participant.role):
                if participant.person is not None:
                    return person_slug(participant.person)
                return slug(participant.organization or "")
    return ""
