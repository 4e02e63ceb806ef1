"""The values that extraction passes on: an article in, candidate rows out.

All offsets count characters (Python `str` indices) in `Article.text`, the clean text. A candidate is a proposal: it
becomes a published row when it is built (`scripts.build`), and a reviewed one when a curator has accepted it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """A source article after cleaning: the citation and the text that every offset refers to."""

    source_id: str
    text: str
    published_on: dt.date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"
    """`en` or `fr`."""
    text_kind: str = "full"
    """`full` or `digest`, as in the vocabulary of `sources.text_kind`."""


@dataclass(frozen=True)
class PersonRef:
    """Who a mention stands for. `name` is the full name as the article or the register gives it."""

    name: str
    person_id: str | None = None
    unresolved_reason: str | None = None
    """Why there is no `person_id`: `not in register`, `two people fit: a-b, c-d`, `role not held on that day` ..."""

    @property
    def is_one(self) -> bool:
        """Whether one person is meant, not an organization, several people or an unnamed source."""
        return self.unresolved_reason not in _NOT_ONE


_NOT_ONE = frozenset(["organization", "unnamed source", "several people"])


@dataclass(frozen=True)
class DateMention:
    """A date as understood from words. For a month or year `date` is its first day."""

    start: int
    end: int
    date: dt.date
    precision: str
    """`day`, `month` or `year`."""
    end_date: dt.date | None = None
    """The last day (or first day of the last month or year) of a span such as "from 2018 to 2021"."""


@dataclass(frozen=True)
class Statement:
    """One attributed utterance: a contiguous run of words that somebody is said to have said."""

    start: int
    end: int
    """`article.text[start:end]` is the words attributed, without the outer quotation marks."""
    kind: str
    """`direct` (a quotation that stands as a clause), `mixed` (quoted words inside reported speech), `indirect`."""
    speaker_mention: str | None
    """The speaker as written: a name, a role, an organization, a pronoun; None where the article names nobody."""
    speaker_at: tuple[int, int] | None
    """Where the mention stands; None where the speaker is carried over from an earlier statement."""
    cue: str | None
    """The words that attribute: "said", "according to", "tweeted"; None where the speaker is carried over."""
    utterance: int
    """Statements of one utterance (the pieces of a broken quotation) share this number within the article."""
    rule: str
    """The name of the rule that found it."""
    confidence: float
    speaker: PersonRef | None = None
    """The person (or the organization, with `unresolved_reason` "organization") resolved; set by
    `scripts.people.finding`."""
    addressee: str | None = None
    venue: str | None = None
    date: dt.date | None = None
    date_precision: str | None = None


@dataclass(frozen=True)
class CaucusChange:
    """A member's change of caucus that the article reports as a fact."""

    start: int
    end: int
    """The sentence (or clause) that says so."""
    person: PersonRef
    chamber: str | None
    date: dt.date | None
    date_precision: str | None
    kind: str
    """A term of the vocabulary `change_kind`."""
    from_party_id: str | None
    from_name: str | None
    """The caucus left, as written; None where the text does not say it."""
    to_party_id: str | None
    to_name: str | None
    reason: str | None
    rule: str
    confidence: float
    from_basis: str = "text"
    """`text` or `register`: where the from-caucus was taken from."""
    to_basis: str = "text"
    """`text`, or `implied` (who leaves a caucus and joins none sits as an independent)."""


@dataclass(frozen=True)
class Participant:
    """Someone (or an organization) with a role in an event."""

    role: str
    """A term of the vocabulary `participant_role`."""
    person: PersonRef | None = None
    organization: str | None = None


@dataclass(frozen=True)
class Event:
    """Something that the article says happened."""

    start: int
    end: int
    event_type: str
    date: dt.date | None
    date_precision: str | None
    title: str
    """Our own words: "Han Dong leaves the Liberal caucus"."""
    claim: str
    """`fact`, `alleged`, `denied` or `disputed`."""
    participants: tuple[Participant, ...]
    rule: str
    confidence: float
    end_date: dt.date | None = None
    place: str | None = None
    jurisdiction: str | None = None
    """`canada`, or a province or territory as in the register of chambers."""
    mentions: tuple[tuple[int, int], ...] = ()
    """Further spans that tell of the same event in this article."""


@dataclass(frozen=True)
class Claim:
    """What an article claims of a person that a register can confirm or contradict."""

    start: int
    end: int
    person: PersonRef
    column: str
    """`first_elected`, `constituency` or `party`."""
    value: str
    rule: str


@dataclass(frozen=True)
class Extraction:
    """Everything found in one article, in order of appearance."""

    article: Article
    people: tuple[PersonRef, ...]
    statements: tuple[Statement, ...]
    caucus_changes: tuple[CaucusChange, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
