"""When an event happened: from its clause, its sentence, its paragraph, or the day that the story is about.

The order follows how a reader dates a sentence. A date inside the event's own clause wins; then one in the
rest of the sentence that is not inside another clause; then, for a sentence that only goes on from the one
before it, the date of that sentence; then, for acts of speech and for the lead of a news story, the day of
the news. Otherwise the date is not known.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from scripts.articles.layout import Layout
from scripts.candidates import Article, DateMention
from scripts.events.clauses import grammar, tokens_of
from scripts.events.matching import Told
from scripts.people.mentions import Mention

SPOKEN = frozenset({"denial", "call_for_inquiry", "apology", "allegation", "policy_announcement"})
"""Acts of speech: a news story that tells them without a date tells them as news."""
STANDING_TYPES = frozenset({"denial", "investigation", "charge", "lawsuit", "detention"})
LEAD_PARAGRAPHS = 2
"""Paragraphs that tell the news itself."""
DATED_PARAGRAPHS = 3
"""Paragraphs in which the day of the news is named."""
NEWS_WINDOW = timedelta(days=2)
"""A story is about the day of its lead when that day is at most so long before the publication."""

INSERTED = re.compile(
    r"(?:,|--|—|–|\() ?(?:who|which|whose|qui|dont|elected|first|a|an|the)\b[^,]{0,120}\Z", re.IGNORECASE
)
GOING_ON = re.compile(r"(?:\A|[, ])\s?(?:and|et) (?:\w+ ){0,4}\Z")
THEN = re.compile(r"\b(?:went on|later|then|since|eventually|ensuite|depuis)\b")
"""After a date in the same sentence these tell of another time."""
STANDING = re.compile(
    r"\b(?:always|long|repeatedly|consistently|previously|later|subsequently|eventually|toujours"
    r"|(?:since|depuis)(?! [^,]{1,20},))\b",
    re.IGNORECASE,
)
LATER_TOO = re.compile(r"\b(?:later|since|subsequently|eventually) (?:\w+ ){1,5}(?:and|et) \Z")
"""Before the second of two verbs that tell of another time: "later quit the cabinet and"."""
DAY_OF = re.compile(r",? (?:the|le) (?:same )?(?:day|date|week|jour) (?:of|de) (?:[\w’'.-]{1,20} ){0,4}\Z")
"""Between a date and a noun that it dates: "on April 9, the day of his arrest"."""
TOLD_THAT = re.compile(r"\b(?:alleg|accus|den(?:y|ie)|claim|prétend|allègu|ni[ae])\w* (?:\w+ ){0,2}?(?:that\b|qu[e'’])")
"""Behind these stands what is alleged, with its own date."""
OF_ANOTHER = re.compile(r"\b(?:who|whom|whose|which)\b[^,;]{0,80}\Z")
"""Before a date that belongs to a relative clause."""
ELECTION_OF = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|last|spring|summer|fall"
    r"|winter|recent)(?:['’]s)? (?:\w+ ){0,2}election\b"
)
"""An election that was held before: "in April's general election"."""
APART = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:before|after|later|earlier)\b")
"""Between a date and a verb that happened at another time: "on Jan. 20, two days before Roy resigned"."""
AT_THE_TIME = re.compile(r"\b(?:at the time|back then|à l['’]époque)\b")
SINCE = re.compile(r"\b(?:since|depuis)\b", re.IGNORECASE)
IS_SAID = re.compile(r"\b(?:is|are) (?:also |now |still )?\Z")
"""Before a participle: "is alleged to have met" holds since some day, unless the lead tells it as news."""
MODIFIED = re.compile(r"(?:\b(?:the|his|her|a|its|their|de|la|le)|['’]s) \Z", re.IGNORECASE)


@dataclass(frozen=True)
class When:
    """A date as far as it is known."""

    date: datetime.date | None = None
    precision: str | None = None
    end_date: datetime.date | None = None
    inferred: bool = False
    """Not said in the sentence: the day of the news, or the date of the sentence before."""
    said_at: int | None = None
    """Where the sentence before begins to tell, if the date is taken from it."""


UNKNOWN = When()


def news_day(article: Article, layout: Layout, dates: Sequence[DateMention]) -> datetime.date | None:
    """The day that the story is about: the latest day its first paragraphs name just before publication, else
    that of publication."""
    if article.published_on is None or not layout.paragraphs:
        return article.published_on
    end = layout.opening_end(DATED_PARAGRAPHS)
    recent = [
        mention.date
        for mention in dates
        if mention.end <= end
        and mention.precision == "day"
        and mention.end_date is None
        and timedelta(0) <= article.published_on - mention.date <= NEWS_WINDOW
    ]
    return max(recent) if recent else article.published_on


class Calendar:
    """Dates events of one article."""

    def __init__(
        self, article: Article, layout: Layout, dates: Sequence[DateMention], mentions: Sequence[Mention] = ()
    ) -> None:
        self.article, self.layout, self.dates = article, layout, list(dates)
        self.news_day = news_day(article, layout, dates)
        self.lead_end = layout.opening_end(LEAD_PARAGRAPHS)
        self.in_lead = frozenset(mention.person.name for mention in mentions if mention.start < self.lead_end)
        """Whom the news is about."""

    def when(self, told: Told) -> When:
        """The date of an event as told."""
        if told.frame.name == "according-to":
            return self._of_source(told)
        own = self._nearest(told.clause[0], told.clause[1], told.cue.start)
        if own is not None:
            return _of(own)
        if STANDING.search(self.article.text, max(told.start, told.cue.start - 30), told.cue.start):
            return UNKNOWN
        if LATER_TOO.search(self.article.text, max(told.start, told.cue.start - 80), told.cue.start):
            return UNKNOWN
        if told.frame.noun or told.frame.after_noun:
            day = self._day_of(told)
            if day is not None:
                return _of(day)
        if not (told.present and told.background) and not told.frame.noun:
            here = self._in_sentence(told)
            if here is not None:
                return _of(here)
        if told.frame.after_noun or (told.present and (told.background or not self._is_new(told))):
            return UNKNOWN
        standing = told.frame.event_type == "allegation" and not told.cue.word.endswith("ing")
        if (
            standing
            and told.start >= self.lead_end
            and IS_SAID.search(self.article.text, max(told.start, told.cue.start - 14), told.cue.start)
        ):
            return UNKNOWN
        earlier = self._carried_over(told)
        if earlier is not None:
            return When(
                earlier.date, earlier.precision, None, inferred=True, said_at=self._sentence_start(earlier.start)
            )
        if told.frame.event_type == "election" and ELECTION_OF.search(self.article.text, told.start, told.end):
            return UNKNOWN
        told_as_news = told.present and told.frame.event_type not in STANDING_TYPES  # "Roy gets Health"
        is_news = told.start < self.lead_end or told.frame.event_type in SPOKEN or told_as_news
        if told.perfect and told.start >= self.lead_end:
            return UNKNOWN
        background = told.background and not (told.temporal and told.start < self.lead_end)
        if is_news and not background and self.news_day is not None:
            return When(self.news_day, "day", inferred=True)
        return UNKNOWN

    def _of_source(self, told: Told) -> When:
        """When a source told what is now told by it: the date of the sentence before, else the day of the news. Dates
        in the sentence itself are of what it tells."""
        earlier = self._carried_over(replace(told, present=False))
        if earlier is not None:
            return When(earlier.date, earlier.precision, inferred=True, said_at=self._sentence_start(earlier.start))
        return When(self.news_day, "day", inferred=True) if self.news_day is not None else UNKNOWN

    def _is_new(self, told: Told) -> bool:
        """Whether the present tense tells news: a denial or an inquiry holds since some day unless the lead tells it.

        Who is in the lead and denies, denies on the day of the news.
        """
        if told.start < self.lead_end or told.frame.event_type not in STANDING_TYPES:
            return True
        return told.frame.event_type == "denial" and bool(self.in_lead & {actor.name for actor in told.of("subject")})

    def _between(self, start: int, end: int) -> list[DateMention]:
        first = bisect_left(self.dates, start, key=lambda mention: mention.start)
        found: list[DateMention] = []
        for mention in self.dates[first:]:
            if mention.start >= end:
                break
            if mention.end <= end and not self._is_modifier(mention) and not self._is_ahead(mention):
                found.append(mention)
        return found

    def _nearest(self, start: int, end: int, at: int) -> DateMention | None:
        return min(
            (m for m in self._between(start, end) if not self._in_insertion(m, start, at) and not self._opens(m, at)),
            key=lambda mention: (abs(mention.start - at), mention.start),
            default=None,
        )

    def _in_insertion(self, mention: DateMention, start: int, at: int) -> bool:
        """ "Roy, who was first elected in 2018, denies it": the year belongs to the insertion; of two verbs a year or a
        day before "and then" belongs to the first: "was charged in 2019 and faced a suit"."""
        if mention.start > at:
            return False
        before, after = self.article.text[start : mention.start], self.article.text[mention.end : at]
        if len(before) > 20 and GOING_ON.search(after) and (mention.precision == "year" or THEN.search(after)):
            return True
        return "," in after and INSERTED.search(before) is not None

    def _opens(self, mention: DateMention, at: int) -> bool:
        """ "MP for Ashburn since 2011, he accuses": a spell that goes on and is closed by a comma before the verb."""
        text = self.article.text
        if mention.end > at or "," not in text[mention.end : min(at, mention.end + 120)]:
            return False
        return SINCE.search(text[max(0, mention.start - 12) : mention.end]) is not None

    def _day_of(self, told: Told) -> DateMention | None:
        """The date that is called the day of the event: "April 9, the day of his arrest"."""
        found = self._between(max(told.start, told.cue.start - 60), told.cue.start)
        if found and DAY_OF.match(self.article.text, found[-1].end, told.cue.start):
            return found[-1]
        return None

    def _is_modifier(self, mention: DateMention) -> bool:
        """ "the 2019 election": a year right after a determiner names another thing, not the time of the event."""
        before = self.article.text[max(0, mention.start - 8) : mention.start]
        return mention.precision == "year" and MODIFIED.search(before) is not None

    def _is_ahead(self, mention: DateMention) -> bool:
        """A day after publication is none on which something has happened."""
        return self.article.published_on is not None and mention.date > self.article.published_on

    def _in_sentence(self, told: Told) -> DateMention | None:
        """A date in the sentence but not in a clause that somebody is only said to have told or that describes
        another thing."""
        found = self._between(told.start, told.end)
        words = grammar(self.article.language)
        kept = []
        for mention in found:
            low, high = sorted((mention.start, told.cue.start))
            between = tokens_of(self.article.text, low, min(high, low + 600))
            opened = {token.word for token in between}
            if mention.start > told.cue.start and opened & (words.openers | words.relative):
                continue
            if self._in_insertion(mention, told.start, told.cue.start) or self._opens(mention, told.cue.start):
                continue
            if mention.end < told.clause[0] and APART.search(self.article.text, mention.end, told.cue.start):
                continue
            if (
                mention.start < told.cue.start
                and opened & {"who", "which", "qui", "that", "que"}
                and told.clause[0] > mention.end
                and told.clause[0] - mention.end > 160
            ):
                continue
            kept.append(mention)
        return min(kept, key=lambda mention: abs(mention.start - told.cue.start), default=None)

    def _sentence_start(self, at: int) -> int:
        """Where the sentence that holds the offset begins."""
        sentences = self.layout.sentences
        return sentences[max(0, bisect_right(sentences, at, key=lambda sentence: sentence[0]) - 1)][0]

    def _carried_over(self, told: Told) -> DateMention | None:
        """The date of the sentence before in the same paragraph, for a sentence that tells the past without
        dating it."""
        paragraph = self.layout.paragraph_at(told.start)
        if paragraph is None or told.present or paragraph[0] == told.start:
            return None
        found = self._between(max(paragraph[0], told.start - 400), told.start)
        if not found or found[-1].end_date is not None:
            return None
        text, last = self.article.text, found[-1]
        if OF_ANOTHER.search(text, self._sentence_start(last.start), last.start):
            return None  # "Roy, whom they expelled last year, voted for it. The government survived"
        bound = told.frame.event_type in SPOKEN or AT_THE_TIME.search(text, told.start, told.end)
        if bound and TOLD_THAT.search(text, self._sentence_start(last.start), last.start):
            return None  # "alleged that Roy met the consul in 2021. It also alleged": the year of the meeting
        return last


def _of(mention: DateMention) -> When:
    return When(mention.date, mention.precision, mention.end_date)


def compatible(one: When, other: When) -> bool:
    """Whether two dates may be the same day: one is unknown, or the coarser holds the finer."""
    if one.date is None or other.date is None:
        return True
    precisions = {one.precision, other.precision}
    if "year" in precisions:
        return one.date.year == other.date.year
    if "month" in precisions:
        return (one.date.year, one.date.month) == (other.date.year, other.date.month)
    return one.date == other.date


def finer(one: When, other: When) -> When:
    """The better of two compatible dates: one that is said before one that is inferred, then the more precise,
    then the first."""
    if one.inferred != other.inferred and one.date is not None and other.date is not None:
        return other if one.inferred else one
    order = {"day": 0, "month": 1, "year": 2, None: 3}
    return other if order[other.precision] < order[one.precision] else one
