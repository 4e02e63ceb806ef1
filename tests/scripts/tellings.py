"""Short ways to say what an article tells, for the tests of reviews, keys and merging."""

from __future__ import annotations

from datetime import date
from typing import Any

from scripts.candidates import Article, CaucusChange, Event, Extraction, Participant, PersonRef, Statement

DONG = PersonRef("Han Dong", "han-dong")
KE = PersonRef("Vincent Ke", None, "not in register")
SINGH = PersonRef("Jagmeet Singh", "jagmeet-singh")
POILIEVRE = PersonRef("Pierre Poilievre", "pierre-poilievre")

TEXT = (
    "Han Dong left the Liberal caucus on Wednesday. “The truth will protect us,” Dong said. "
    "Global News reported that he had met a diplomat. “The truth will protect us,” he said again. "
    "He would sue the broadcaster. Vincent Ke left the Ontario caucus this month."
)
ARTICLE = Article("ctv-news-2023-03-22-han-dong-resigns", TEXT, date(2023, 3, 22), "CTV News")


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand first in the text."""
    start = text.index(words)
    return start, start + len(words)


def change(
    person: PersonRef = DONG, day: date | None = date(2023, 3, 22), precision: str = "day", **more: Any
) -> CaucusChange:
    """A change of caucus: by default Han Dong's, from the Liberals to sit as an independent."""
    values: dict[str, Any] = {
        "start": 0,
        "end": 10,
        "person": person,
        "chamber": "House of Commons",
        "date": day,
        "date_precision": precision if day else None,
        "kind": "resigned",
        "from_party_id": "liberal",
        "from_name": "Liberal",
        "to_party_id": "independent",
        "to_name": None,
        "reason": None,
        "rule": "a-rule",
        "confidence": 0.9,
    }
    return CaucusChange(**values | more)


def event(event_type: str, *participants: Participant, day: date | None = date(2023, 3, 22), **more: Any) -> Event:
    """An event with these participants."""
    values: dict[str, Any] = {
        "start": 0,
        "end": 10,
        "event_type": event_type,
        "date": day,
        "date_precision": "day" if day else None,
        "title": "What happened",
        "claim": "fact",
        "participants": participants,
        "rule": "a-rule",
        "confidence": 0.9,
    }
    return Event(**values | more)


def accused(person: PersonRef) -> Participant:
    return Participant("accused", person)


def accuser(organization: str) -> Participant:
    return Participant("accuser", organization=organization)


def subject(person: PersonRef) -> Participant:
    return Participant("subject", person)


def said(start: int, end: int, utterance: int = 1, speaker: PersonRef | None = DONG) -> Statement:
    """A direct quotation between the offsets."""
    return Statement(start, end, "direct", "Dong", None, "said", utterance, "a-rule", 0.9, speaker)


def extraction(
    statements: tuple[Statement, ...] = (),
    changes: tuple[CaucusChange, ...] = (),
    events: tuple[Event, ...] = (),
    article: Article = ARTICLE,
) -> Extraction:
    """What was found in the article."""
    return Extraction(article, (), statements, changes, events, ())
