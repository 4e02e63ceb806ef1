"""Who said what in an article: quotations and reported speech as statements with their speakers.

A statement is the run of words that somebody is said to have said. Words inside quotation marks that stand as a
clause are `direct`; a reported clause is `indirect`, and `mixed` where it holds quoted words ('the plan was "a
slap in the face" for farmers'). The pieces of one utterance share its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.articles.layout import Layout, split_sentences
from scripts.candidates import Article, Statement
from scripts.statements.attribution import Attribution, attributions
from scripts.statements.french_speech import attributions as french_attributions
from scripts.statements.french_speech import speaking_subject
from scripts.statements.quotations import Quotation, find_quotations, is_title
from scripts.statements.saying import lexicon
from scripts.statements.tagging import MASK, MASK_END, MASK_TITLE, Tagged, tag

CARRIES_OVER = 3
"""Paragraphs of nothing but quotation may follow their attributed paragraph at this distance at most."""

ENDINGS = frozenset(".,;:?!…–—-'’\"”)]")
"""Last characters of a quotation that stands as a sentence."""

ONLY_QUOTED = frozenset("Q.,-R:C()")
"""Tags of a sentence that says nothing beside its quotations."""

BREAK = re.compile(rf"[^,;:.(){MASK}{MASK_END}\n]{{1,80}}")
FRONTED = re.compile(rf"(?:In|On|At|During|En|À|Au|Dans|Lors|Sur)\s[^,;:.(){MASK}{MASK_END}\n]{{1,60}}(?=,)")
SHORTEST_VENUE = 6
"""Characters that a venue takes at least: " on X "."""
LOWER_WORD = re.compile(r"[a-zà-ÿ]{2,}")
THREE_WORDS = re.compile(r"\W*+(?>\w+(?:['’.-]\w+)*)\W++(?>\w+(?:['’.-]\w+)*)\W++\w")
"""Shorter contents are terms and titles ('a "freak out"'), not statements."""
DATELINE = re.compile(
    r"(?=[A-ZÀ-Ý]{5}|[A-ZÀ-Ý]{2,4}\.? [A-ZÀ-Ý])[A-ZÀ-Ý.'’-]{2,24}(?: [A-ZÀ-Ý.'’-]{2,24}){0,3}"
    r"(?:, [A-Z][\w.]{1,18}){0,2}(?: \([^()\n]{2,30}\))?(?: ?[—–] ?| --? )(?=\w)"
)
"""'OTTAWA — The vote is lost, the whip said.' begins with the vote.

Not: 'NDP — the party of the whip — said', where capitals stand for a party.
"""
SIGNED = re.compile(
    r"\s*(?:[—–-]{1,2}\s?)(?:Une citation d(?:e |['’]))?(?P<who>[A-ZÉÈÎ][\w'’.-]{0,24}(?:\s(?:de\s"
    r"|d['’])?[A-ZÉÈÎ][\w'’.-]{1,24}){1,3})(?:(?:,|\s\()[^\n]{1,120})?\.?\s*"
)
"""The line under a quotation that says whose it is: "— Anne Roy, députée de Laval"."""
ROOMS = re.compile(r"the (?:House of Commons|House|Senate|committee|legislature|National Assembly|court)")
"""Addressees that are places: "told the House of Commons"."""

SAYS = "|".join(sorted(w for w, c in lexicon().cues.items() if "say" in c.groups and c.form in ("past", "present")))
ASKED = re.compile(r"\s(?:[\w.’'()-]{1,24}\s){1,7}?(?:" + SAYS + r")\b(?!\s(?:that|he|she|it|they|the)\b)")
"""'"Why?" the minister asked.': the sentence goes on after the quotation. Not: '"Why?" The whip said that ...'"""
INTRODUCED = re.compile(r"\b(?:" + SAYS + r")\b[^.?!]{0,24}[,:]\s\Z")
"""'The whip asked, "Why?"': the attribution stands before the quotation already."""


def find_statements(article: Article, layout: Layout) -> list[Statement]:
    """The statements of an article in order of appearance; `speaker` stays None until people are known."""
    text = article.text
    quotations = find_quotations(text, layout.paragraphs)
    reading = _Reading(article, quotations)
    reading.read(layout)
    return sorted(reading.found, key=lambda s: (s.start, s.end))


@dataclass
class _Carried:
    """The speaker that a quotation without attribution is carried over from."""

    mention: str
    utterance: int
    paragraph: int


@dataclass(frozen=True)
class _Before:
    """The French sentence read before, and how many utterances there were when it began."""

    paragraph: int
    start: int
    end: int
    utterance: int


def fold(text: str, quotations: Iterable[Quotation], titles: frozenset[int] = frozenset()) -> str:
    """The text with each quotation folded into mask characters of the same length, so that offsets stay.

    The last mask character says whether the quotation may end its sentence.
    """
    parts: list[str] = []
    at = 0
    for q in quotations:
        parts.append(text[at : q.outer_start])
        last = text[q.end - 1]
        ends = (last in ".?!…" or not q.closed) and not (
            last in "?!"
            and ASKED.match(text, q.outer_end)
            and not INTRODUCED.search(text, q.outer_start - 40, q.outer_start)
        )
        size = q.outer_end - q.outer_start
        if q.outer_start in titles:
            parts.append(MASK_TITLE * (size - 1) + (MASK_END if text[q.end - 1] == "." else MASK_TITLE))
            at = q.outer_end
            continue
        parts.append(MASK * (size - 1) + (MASK_END if ends and size > 1 else MASK))
        at = q.outer_end
    parts.append(text[at:])
    return "".join(parts)


class _Reading:
    """One pass over an article."""

    def __init__(self, article: Article, quotations: list[Quotation]) -> None:
        self.text = article.text
        # A private-use character of the source must not pass for a folded quotation.
        plain = article.text.replace(MASK, " ").replace(MASK_END, " ").replace(MASK_TITLE, " ")
        self.french = article.language == "fr"
        titles = frozenset(q.outer_start for q in quotations if is_title(self.text, q))
        folded = fold(plain, quotations, titles) if quotations else plain
        quotations = [q for q in quotations if q.outer_start not in titles]
        self.quotations = {q.outer_start: q for q in quotations}
        self.starts = [q.outer_start for q in quotations]
        self.folded = folded
        self.venue = lexicon("fr" if self.french else "en").venue
        self.signals = lexicon("fr" if self.french else "en").signals
        self.found: list[Statement] = []
        self.utterance = 0
        self.carried: _Carried | None = None
        self.before: _Before | None = None

    def read(self, layout: Layout) -> None:
        read = self.french_sentence if self.french else self.sentence
        for number, (start, end) in enumerate(layout.paragraphs):
            dateline = DATELINE.match(self.folded, start, end)
            if dateline:
                sentences = self.sentences(dateline.end(), end)
            elif self.folded.find(MASK, start, end) >= 0 or self.folded.find(MASK_TITLE, start, end) >= 0:
                sentences = self.sentences(start, end)
            else:
                first, last = bisect_left(layout.sentences, (start, 0)), bisect_left(layout.sentences, (end, 0))
                sentences = iter(layout.sentences[first:last])
            signed = self.signed(start, end, layout.paragraphs[number + 1 : number + 2]) if self.french else None
            if signed is not None:
                self.spoken_by(signed, number, start, end)
                continue
            for s_start, s_end in sentences:
                read(number, s_start, s_end)

    def signed(self, start: int, end: int, following: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """The name that signs a paragraph of one quotation, at its end or in the next: « C'est faux. » — Anne Roy."""
        q = self.quotations.get(start)
        if q is None or not self.long_enough(q.start, q.end):
            return None
        rest = self.folded[q.outer_end : end].strip()
        if rest and rest not in ".,":
            match = SIGNED.fullmatch(self.text, q.outer_end, end)
        elif following:
            match = SIGNED.fullmatch(self.text, *following[0])
        else:
            match = None
        return match.span("who") if match else None

    def spoken_by(self, who: tuple[int, int], number: int, start: int, end: int) -> None:
        """The statement of a paragraph that is one quotation, said by whom the words at `who` name."""
        q, name = self.quotations[start], self.text[slice(*who)]
        self.utterance += 1
        self.found.append(Statement(q.start, q.end, "direct", name, who, None, self.utterance, "fr-signed", 0.85))
        self.carried = _Carried(name, self.utterance, number)

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of a paragraph with quotations, which are folded into words of the sentence around them.

        A quotation in lower case opens none: 'It said the U.S. "is not ready."'
        """
        opened: tuple[int, int] | None = None
        for here in split_sentences(self.folded, start, end):
            q = self.quotations.get(here[0])
            if opened is not None and q is not None and self.text[q.start].islower():
                opened = opened[0], here[1]
                continue
            if opened is not None:
                yield opened
            opened = here
        if opened is not None:
            yield opened

    def sentence(self, number: int, start: int, end: int) -> None:
        for sentence in tag(self.folded, self.text, start, end, self.quotations):
            quoted = "Q" in sentence.tags
            used: set[int] = set()
            for attribution in attributions(sentence):
                self.attributed(attribution, number, start, used, quoted=quoted)
            if quoted:
                self.carry_over(number, sentence, used)

    def french_sentence(self, number: int, start: int, end: int) -> None:
        quoted = self.folded.find(MASK, start, end) >= 0
        before, self.before = self.before, _Before(number, start, end, self.utterance)
        if not quoted and self.signals.isdisjoint(LOWER_WORD.findall(self.folded[start:end].lower())):
            return
        used: set[int] = set()
        for attribution in french_attributions(self.text, self.folded, start, end, self.quotations):
            self.attributed(attribution, number, start, used, quoted=quoted)
        for sentence in tag(self.folded, self.text, start, end, self.quotations)[:1] if quoted else ():
            if not self.go_on(before, number, sentence, used):
                self.carry_over(number, sentence, used)

    def go_on(self, before: _Before | None, number: int, sentence: Tagged, used: set[int]) -> bool:
        """Roy n'en revient pas. « C'est faux. »: a quotation alone is of whom the sentence before is about.

        Not where the sentence before quotes somebody itself, nor where its subject is no person.
        """
        q = self.quotations.get(sentence.starts[0]) if sentence.starts else None
        if before is None or q is None or q.outer_start in used or not self.stands_alone(q):
            return False
        if not ONLY_QUOTED.issuperset(sentence.tags) or before.utterance != self.utterance:
            return False
        nearby = before.paragraph == number or (
            before.paragraph == number - 1 and self.text[before.end - 1 : before.end] == ":"
        )
        if not nearby or self.folded.find(MASK, before.start, before.end) >= 0:
            return False
        who = speaking_subject(self.text, self.folded, before.start, before.end)
        if who is None:
            return False
        self.utterance += 1
        used.add(q.outer_start)
        name = self.text[slice(*who)]
        self.found.append(Statement(q.start, q.end, "direct", name, who, None, self.utterance, "fr-next", 0.65))
        self.carried = _Carried(name, self.utterance, number)
        return True

    def attributed(self, attribution: Attribution, number: int, start: int, used: set[int], *, quoted: bool) -> None:
        """The statements of one attribution in the sentence at `start`, in which something is `quoted` or not.

        `used` collects the quotations that they hold.
        """
        self.utterance += 1
        mention = self.text[slice(*attribution.speaker)] if attribution.speaker else None
        venue = self.venue_of(attribution, start)
        for content in attribution.contents:
            kind = self.kind(*content, used) if quoted else "indirect"
            if self.long_enough(*content):
                self.found.append(self.statement(content, attribution, mention, venue, kind))
        if mention:
            self.carried = _Carried(mention, self.utterance, number)

    def kind(self, start: int, end: int, used: set[int]) -> str:
        """The kind of a content; the quotations that it holds, or that hold it, are added to `used`."""
        inside = self.within(start, end)
        used.update([q.outer_start for q in inside])
        around = self.around(start, end)
        if around is not None:
            used.add(around.outer_start)
            return "direct"
        return "mixed" if any(self.long_enough(q.start, q.end) for q in inside) else "indirect"

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that lie in a content (whose own outer marks may stand just outside of it)."""
        first = bisect_left(self.starts, start - 3)
        last = bisect_left(self.starts, end)
        found = (self.quotations[at] for at in self.starts[first:last])
        return [q for q in found if q.start >= start and q.end <= end]

    def around(self, start: int, end: int) -> Quotation | None:
        """The quotation that a content lies in."""
        index = bisect_right(self.starts, start) - 1
        if index < 0:
            return None
        q = self.quotations[self.starts[index]]
        return q if q.start <= start and end <= q.end else None

    def statement(
        self,
        content: tuple[int, int],
        attribution: Attribution,
        mention: str | None,
        venue: str | None,
        kind: str,
    ) -> Statement:
        start, end = content
        a = attribution
        whom = self.text[slice(*a.addressee)] if a.addressee else None
        cue = self.text[slice(*a.cue)]
        return Statement(
            start, end, kind, mention, a.speaker, cue, self.utterance, a.rule, a.confidence, None, whom, venue
        )

    def long_enough(self, start: int, end: int) -> bool:
        return THREE_WORDS.match(self.text, start, end) is not None

    def stands_alone(self, q: Quotation) -> bool:
        """Whether a quotation is a sentence of its own: it begins as one and ends as one."""
        if self.text[q.start].islower() or (q.closed and self.text[q.end - 1] not in ENDINGS):
            return False
        return self.long_enough(q.start, q.end)

    def venue_of(self, attribution: Attribution, start: int) -> str | None:
        """What the words were said in: "in the House", "at a news conference", "on Twitter".

        Looked for just after the cue (up to the next break) and in what opens the sentence ("In the House, he
        told members").
        """
        after = attribution.cue[1]
        if attribution.addressee:
            if ROOMS.fullmatch(self.text, *attribution.addressee):
                return self.text[slice(*attribution.addressee)].removeprefix("the ")
            after = max(after, attribution.addressee[1])
        if attribution.speaker:
            after = max(after, attribution.speaker[1])
        ends = [content[0] for content in attribution.contents if content[0] >= after]
        if not ends or ends[0] - after >= SHORTEST_VENUE:
            reach = BREAK.match(self.folded, after, *ends[:1])
            match = self.venue.search(self.folded, *reach.span()) if reach else None
            if match:
                return match["venue"]
        reach = FRONTED.match(self.folded, start)
        match = self.venue.search(self.folded, *reach.span()) if reach else None
        return match["venue"] if match else None

    def carry_over(self, number: int, sentence: Tagged, used: set[int]) -> None:
        """Quotations without attribution that stand alone: they go on where the last speaker stopped."""
        carried = self.carried
        if carried is None or number - carried.paragraph > CARRIES_OVER:
            return
        if not ONLY_QUOTED.issuperset(sentence.tags):
            return
        for word, letter in enumerate(sentence.tags):
            q = self.quotations.get(sentence.starts[word]) if letter == "Q" else None
            if q is None or q.outer_start in used or not self.stands_alone(q):
                continue
            carried.paragraph = number
            said_by, utterance = carried.mention, carried.utterance
            self.found.append(Statement(q.start, q.end, "direct", said_by, None, None, utterance, "carried-over", 0.7))
