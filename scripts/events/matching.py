"""Frames against sentences: which cue tells an event, and who stands where in it.

`Matcher.told` gives one `Told` per frame that fits. It decides what was told as having happened (no negation,
condition, wish, plan or question) and who took part; dates, titles and merging are left to `scripts.events.finding`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scripts.articles.layout import Layout
from scripts.candidates import Article, DateMention, Statement
from scripts.events.actors import Actor, Scene
from scripts.events.announced import is_announced
from scripts.events.clauses import (
    Token,
    VerbGroup,
    clause_end,
    clause_start,
    grammar,
    happened,
    is_conditional,
    is_doubted,
    token_at,
    verb_group,
)
from scripts.events.cues import REACH, after_adverb, likely_cues
from scripts.events.frames import OBJECT_REACH, Cue, Frame, frames_of
from scripts.events.roles import Roles
from scripts.events.subjects import POSSESSIVE_ENDING, Subjects, View

CUES_PER_SENTENCE = 16
"""More than this many cues in one sentence are no prose."""
STATES = frozenset({"investigation", "detention", "lawsuit"})
"""What goes on for a time: "was investigating" tells of no day."""
CITES = re.compile(r"[^.;]{0,40}?\b(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|citant|cite|cité)\b")
"""What an outlet does with its sources."""
CLAUSE_STOP = re.compile(r"[:;]\s")
"""Where what is told of a noun ends at the latest."""
TOLD_STOP = re.compile(r"[:;]\s|\b(?:that|que) |\bqu['’]")
"""And where what is alleged begins."""
_LINKING = frozenset({"become", "became", "remains", "remained", "came", "comes", "fait", "font"})
"""Verbs besides being that link a subject to a noun: « ne fait plus partie du cabinet »."""
NOT_YET = frozenset({"once", "when", "before", "until", "quand", "lorsque", "avant"})
"""With a present tense behind them these tell what is to come: "once Roy wins the nomination"."""


@dataclass(frozen=True)
class Told:
    """An event as one sentence tells it."""

    frame: Frame
    start: int
    end: int
    """The sentence."""
    cue: Cue
    clause: tuple[int, int]
    """The offsets of the clause of the cue."""
    roles: tuple[tuple[str, Actor], ...]
    """Role and actor, in the order of the roles in the frame."""
    present: bool
    """Told in the present tense, as something that holds ("Roy denies it")."""
    background: bool
    """Told in a subordinate clause or in the past perfect: not what the story is about."""
    temporal: bool = False
    """Told in a clause of time ("after Roy quit the cabinet")."""
    perfect: bool = False
    """Told in the present perfect ("has alleged"): at some time before."""

    def of(self, role: str) -> tuple[Actor, ...]:
        """The actors in this role."""
        return tuple(actor for name, actor in self.roles if name == role)


class Matcher:
    """Reads one article. The state is the article; `told` may be called once or often with the same result."""

    def __init__(
        self,
        article: Article,
        layout: Layout,
        scene: Scene,
        dates: Sequence[DateMention],
        statements: Sequence[Statement],
    ) -> None:
        self.text, self.language = article.text, article.language
        self.layout, self.scene, self.dates = layout, scene, dates
        self.words = grammar(article.language)
        self.frames = frames_of(article.language)
        self.subjects = Subjects(scene, dates)
        self.places = Roles(scene, self.subjects)
        self.direct = sorted(((s.start, s.end, s) for s in statements if s.kind == "direct"), key=lambda one: one[:2])
        self._direct_starts = [start for start, _, _ in self.direct]

    def told(self) -> Iterator[Told]:
        """The events that the article tells by the frames, in the order of their cues."""
        view: View | None = None
        tried = 0
        for sentence, cue, likely in likely_cues(self.text, self.layout.sentences, self.frames):
            if view is None or not sentence[0] <= view.start < sentence[1]:
                view, tried = None, 0
            if tried >= CUES_PER_SENTENCE or self._is_question(sentence):
                continue
            tried += 1
            if view is None or cue.end + 1 > view.end or sentence[1] - sentence[0] > 2 * REACH:
                view = self._view(sentence, cue)
            speaker = self._speaker_at(cue.start)  # whom "I" stands for is none of the actors of the sentence
            found = [
                told
                for frame in likely
                if (speaker is not None or frame.may_be_filled(view.kinds))
                and (told := self._match(frame, cue, view, sentence, speaker))
            ]
            yield from _best_per_type(found)

    # -- one frame --

    def _match(
        self, frame: Frame, cue: Cue, view: View, sentence: tuple[int, int], speaker: Statement | None
    ) -> Told | None:
        at = token_at(view.tokens, cue.start)
        if at >= len(view.tokens) or view.tokens[at].start != cue.start or view.tokens[at].end != cue.end:
            return None
        if frame.noun:
            if (speaker is None) == ("speaker" in frame.roles):
                return None
            return self._match_noun(frame, cue, view, at, sentence, speaker)
        return self._match_verb(frame, cue, view, at, sentence, speaker)

    def _match_verb(
        self, frame: Frame, cue: Cue, view: View, at: int, sentence: tuple[int, int], speaker: Statement | None
    ) -> Told | None:
        tokens, words = view.tokens, self.words
        kind = frame.cues[cue.word]
        group = verb_group(tokens, at, self.language)
        before = tokens[group.start - 1].word if group.start else ""
        if group.bare and (
            before in ("the", "a", "an", "this", "these", "no", "any")
            or before in words.possessive
            or before in POSSESSIVE_ENDING
        ):
            return None
        reduced = False
        if frame.passive:
            if kind not in ("past", "participle", "base"):
                return None
            if not group.passive:
                reduced = (
                    group.bare
                    and not group.negative
                    and kind != "base"
                    and frame.then is not None
                    and frame.then.pattern != ""
                )
                if not reduced or not self._may_be_reduced(frame, cue, view, group):
                    return None
        elif not self._is_active(frame, group, kind, tokens):
            return None
        announced = False
        named = self.subjects.ending_at(view.actors, tokens, group.start - 1)
        after_name = (
            kind == "ing"
            and named is not None
            and (self.subjects.word_before(view, named) in ("with", "avec", "") or self.subjects.in_phrase(view, named))
        )
        if not happened(tokens, group, "participle" if frame.passive else kind, self.language, follows_name=after_name):
            announced = is_announced(self.text, frame, tokens, group) or (
                speaker is not None and self._is_performed(frame, tokens, group)
            )
            if announced and speaker is not None:
                group = replace(
                    group, start=max(1, group.start - (3 if tokens[group.start - 2].word == "would" else 1))
                )
            if not announced:
                return None
        if (
            reduced
            and frame.then is not None
            and re.match(r"\s*[\"”’]{0,2}\s?(?:[.;,)!]|--|—|–|$)", self.text[cue.end : cue.end + 5])
        ):
            return None
        last = clause_end(tokens, at, self.language)
        end = tokens[last - 1].end if last > at else cue.end
        rest = self.text[cue.end : view.end].lstrip()
        if frame.unless is not None and frame.unless.search(
            self.text[cue.end : max(end, min(view.end, cue.end + 60))].lstrip()
        ):
            return None
        subjects, head = self.subjects.of_verb(
            view, group, kind, reduced, speaker, generic=frame.event_type == "allegation" or frame.by_people
        )
        if frame.event_type == "confidence_vote" and not subjects:
            subjects = self.subjects.head_of_government(view, group.start)
        first = clause_start(tokens, group.start, self.language)
        if is_conditional(tokens, first, group, self.language):
            return None
        if kind in ("present", "base") and group.bare and first and tokens[first - 1].word in NOT_YET:
            return None
        if kind == "base" and group.bare and not group.infinitive and not self.subjects.is_plural(subjects):
            return None
        if not frame.after_noun and is_doubted(tokens, head, self.language):
            return None
        if head > 0 and tokens[head - 1].word in ("no", "not", "neither", "if", "should", "were", "had", "aucun", "si"):
            return None
        if frame.before_verb is not None:
            stretch = self.text[max(view.start, tokens[group.start].start - 60) : tokens[group.start].start]
            if not frame.before_verb.search(stretch) or re.search(r"\b[Nn]o (?:\w+ )?\w+ \Z", stretch):
                return None
        actors = view.wide if frame.event_type in ("allegation", "lawsuit") or frame.by_people else view.actors
        then_at, then_end = self._then_span(frame, cue, rest)
        filled = self.places.fill(frame, view, actors, cue, then_at, then_end, end, subjects)
        if "object" in filled and not filled["object"] and head > 0 and tokens[head - 1].word == "whom":
            whom, _ = self.subjects.antecedent(view, actors, head - 1)  # "Smith, whom Roy appointed to the Senate"
            filled["object"] = [actor for actor in whom if frame.admits("object", actor.kind)]
        if frame.event_type == "allegation" and _accuses_itself(frame, filled):
            return None
        if frame.event_type == "allegation" and frame.name == "allege":
            self._name_outlet(view, frame, filled, cue)
        deed = self._deed(frame, cue, rest)
        if deed is not None:  # who did it stands before what was done
            filled["clause"] = [actor for actor in filled["clause"] if actor.end <= deed]
        if frame.name == "allege" and kind != "ing" and not subjects and "that " not in self.text[then_at:then_end]:
            return None  # "alleged conspiracies": what is so called
        if not self.places.complete(frame, filled):
            return None
        opened = tokens[first - 1].word if first else ""
        present = kind in ("present", "base") and group.bare
        before_colon = {token.word for token in tokens[: first - 1]} if opened == ":" else set()
        under_way = kind == "ing" and any(token.word in ("was", "were") for token in tokens[group.start : at])
        if present and frame.event_type == "appointment":
            opened = ""  # "the justice file, which goes to Roy": news in a relative clause too
        return Told(
            frame=frame,
            start=sentence[0],
            end=sentence[1],
            cue=cue,
            clause=(tokens[min(first, len(tokens) - 1)].start, max(end, cue.end)),
            roles=_ordered(frame, filled),
            present=present,
            temporal=opened in ("after", "as", "when", "while", "après", "lorsque", "alors"),
            perfect=group.perfect,
            background=(
                opened in words.relative | words.openers - {"but", "mais"}
                and not (before in words.conjunctions and head < first)
            )
            or (group.perfect and any(t.word in ("had", "avait", "avaient") for t in tokens[group.start : at]))
            or (before in words.relative and not (present and frame.event_type == "appointment"))
            or (under_way and frame.event_type in STATES)
            or "had" in before_colon
            or frame.after_noun,
        )

    def _match_noun(
        self, frame: Frame, cue: Cue, view: View, at: int, sentence: tuple[int, int], speaker: Statement | None
    ) -> Told | None:
        tokens = view.tokens
        before_noun = frame.before_noun if "itself" not in frame.roles else None
        if before_noun and not before_noun.search(self.text, max(view.start, cue.start - 60), cue.start):
            return None
        for back in range(at - 1, max(-1, at - 7), -1):
            word = tokens[back].word
            if word in (";", ",", ".", "--", "—", "–") or (
                word in self.words.openers and word not in ("that", "after", "before")
            ):
                break
            if word == "no" and back == at - 1 and tokens[at].word == "longer":
                continue  # "is no longer"
            if word in self.words.wishing and not (frame.event_type == "call_for_inquiry" and word in frame.cues):
                if frame.event_type == "allegation" and word not in (
                    "no",
                    "without",
                    "any",
                    "not",
                    "if",
                    "would",
                    "could",
                    "may",
                    "might",
                ):
                    continue
                return None
        last = clause_end(tokens, at, self.language)
        end = max(tokens[last - 1].end if last > at else cue.end, min(view.end, cue.end + 90))
        around = self.text[max(view.start, cue.start - 25) : end]
        if frame.unless is not None and (
            frame.unless.search(around) or frame.unless.search(self.text[cue.end : end].lstrip())
        ):
            return None
        rest = self.text[cue.end : view.end].lstrip()
        then_at, then_end = self._then_span(frame, cue, rest)
        subjects: list[Actor] = []
        head = at
        present = False
        if "before" in frame.roles:
            verb = self._verb_before(tokens, at)
            if verb is None:
                return None
            group = verb_group(tokens, verb if tokens[verb].word in ("fait", "font") else verb + 1, self.language)
            no_longer = group.negative and frame.before_noun is not None  # « n'est plus ministre »
            if (group.negative and not no_longer) or group.supposed or group.planned or group.infinitive:
                return None
            being = tokens[verb].word in ("being", "becoming")
            present = group.start == verb and tokens[verb].word in ("is", "are", "becomes", "become", "est", "sont")
            present = present and frame.event_type in ("appointment", "leadership_change")  # "is the new minister"
            if being:
                group = VerbGroup(start=verb, verb=verb)
            subjects, head = self.subjects.of_verb(view, group, "ing" if being else "past", False, None, generic=False)
            if is_conditional(tokens, clause_start(tokens, group.start, self.language), group, self.language):
                return None
        filled = self.places.fill(
            frame,
            view,
            view.wide if frame.event_type == "allegation" else view.actors,
            cue,
            then_at,
            then_end,
            end,
            subjects,
        )
        if "nearest" in frame.roles:
            nearest = [
                a
                for a in view.actors
                if a.end <= cue.start
                and a.kind == "person"
                and frame.admits("nearest", a.kind)
                and not self.subjects.is_possessive(tokens, a)
                and self.text[max(0, a.start - 3) : a.start] != "by "
            ]
            if nearest and cue.start - nearest[-1].end <= 80:
                filled["nearest"] = self.subjects.with_list(view.actors, nearest[-1])
        if "speaker" in frame.roles and speaker is not None and speaker.speaker in self.scene.cast.people:
            filled["speaker"] = [Actor(speaker.start, speaker.end, "person", speaker.speaker)]
        if "itself" in frame.roles:
            itself = self._noun_phrase(tokens, at)
            if itself is None or (frame.before_noun is not None and not frame.before_noun.search(itself.name)):
                return None
            filled["itself"] = [itself]
        if not self.places.complete(frame, filled) or (head < at and is_doubted(tokens, head, self.language)):
            return None
        roles = _ordered(frame, filled)
        # "is under investigation: in June, an aide complained"; "allegations that Roy lied in 2019"
        stop = (TOLD_STOP if frame.event_type == "allegation" else CLAUSE_STOP).search(self.text, cue.end, end)
        clause = (cue.start, stop.start() if stop is not None else end)
        present = present or frame.name == "according-to"  # "according to Global News, which cites": said now
        return Told(frame, sentence[0], sentence[1], cue, clause, roles, present, not present)

    def _verb_before(self, tokens: Sequence[Token], at: int) -> int | None:
        """The index of the verb of being before a noun frame: "is [under] investigation", "became the [subject] of"."""
        for back in range(at - 1, max(-1, at - 5), -1):
            word = tokens[back].word
            if word in self.words.be or word in _LINKING:
                return back
            if word in (",", ";"):
                break
        return None

    def _noun_phrase(self, tokens: Sequence[Token], at: int) -> Actor | None:
        for back in range(at - 1, max(-1, at - 6), -1):
            if tokens[back].word in ("the", "a", "an", "this", "la", "le", "une"):
                start = tokens[back + 1].start if tokens[back + 1].start < tokens[at].start else tokens[at].start
                name = self.text[start : tokens[at].end]
                prefix = self.text[tokens[back].start : tokens[at].end]
                return Actor(start, tokens[at].end, "body", organization=name if " " in name else prefix)
            if not tokens[back].word[:1].isalpha():
                return None
        return None

    # -- verbs --

    def _is_active(self, frame: Frame, group: VerbGroup, kind: str, tokens: Sequence[Token]) -> bool:
        if self.language == "fr":
            if frame.reflexive:
                reflexive = any(
                    tokens[i].word in ("s'", "s’", "se") for i in range(max(0, group.start - 1), group.verb)
                )
                return reflexive and (group.passive or kind == "present")
            if kind == "participle":
                if any(tokens[i].word in ("été", "être") for i in range(group.start, group.verb)):
                    return False
                return group.passive if frame.being else (group.perfect and not group.passive)
            return True
        if kind in ("past", "participle"):
            return not group.passive and (kind == "past" or group.perfect)
        return True

    def _may_be_reduced(self, frame: Frame, cue: Cue, view: View, group: VerbGroup) -> bool:
        """Whether a participle without an auxiliary may belong to the name before it, or open the sentence."""
        if group.start == 0:
            return True
        before = view.tokens[group.start - 1]
        if before.word in (",", "(", "--", "—", "–", "“", '"'):
            return True
        if before.word in self.words.conjunctions:
            return self._passive_before(view.tokens, group.start - 1)
        governed = re.match(
            r" (?:of|with|by|over|under|in connection|d['’]|de|par)\b", self.text[cue.end : cue.end + 16]
        )
        return governed is not None and any(actor.end == before.end and not actor.pronoun for actor in view.actors)

    def _passive_before(self, tokens: Sequence[Token], conjunction: int) -> bool:
        """ "was arrested and charged": the auxiliary of an earlier verb serves the second."""
        for back in range(conjunction - 1, max(-1, conjunction - 12), -1):
            if tokens[back].word in self.words.be:
                return True
            if tokens[back].word in self.words.openers or tokens[back].word in (";", "--"):
                return False
        return False

    @staticmethod
    def _is_performed(frame: Frame, tokens: Sequence[Token], group: VerbGroup) -> bool:
        """ "I want to apologize", "I would like to apologize": who says so does so."""
        wanting = frame.event_type == "apology" and group.infinitive and group.start > 1
        return wanting and tokens[group.start - 1].word in ("want", "like", "wish", "have", "tiens", "veux")

    # -- who --

    # -- roles --

    def _then_span(self, frame: Frame, cue: Cue, rest: str) -> tuple[int, int]:
        """The offsets of what the frame's `then` matched."""
        offset = cue.end + (
            len(self.text[cue.end : cue.end + REACH]) - len(self.text[cue.end : cue.end + REACH].lstrip())
        )
        if frame.then is None:
            return offset, offset
        match = (
            frame.then.search(rest[:OBJECT_REACH])
            if frame.object_between
            else (frame.then.match(rest) or after_adverb(frame, rest))
        )
        return (offset + match.start(), offset + match.end()) if match else (offset, offset)

    def _name_outlet(self, view: View, frame: Frame, filled: dict[str, list[Actor]], cue: Cue) -> None:
        """An outlet speaks for the nameless sources that it cites: "Global News cited two sources who alleged"."""
        if any(actor.kind != "unnamed" for actor in filled.get("before", ())):
            return
        outlets = [a for a in view.actors if a.kind == "outlet" and a.end < cue.start]
        if outlets and CITES.match(self.text, outlets[-1].end, cue.start):
            filled["before"] = [outlets[-1]]

    def _deed(self, frame: Frame, cue: Cue, rest: str) -> int | None:
        """The offset of what is told as done, where `then` marks it."""
        if frame.then is None or "deed" not in frame.then.groupindex:
            return None
        match = frame.then.match(rest) or after_adverb(frame, rest)
        return self._then_span(frame, cue, rest)[0] + match.start("deed") - match.start() if match else None

    # -- the sentence --

    def _view(self, sentence: tuple[int, int], cue: Cue) -> View:
        start, end = max(sentence[0], cue.start - REACH), min(sentence[1], cue.end + REACH)
        if sentence[1] - sentence[0] <= 2 * REACH:
            start, end = sentence
        return View(self.scene, start, end)

    def _is_question(self, sentence: tuple[int, int]) -> bool:
        return self.text[max(sentence[0], sentence[1] - 3) : sentence[1]].rstrip("\"'”’» ").endswith("?")

    def _speaker_at(self, offset: int) -> Statement | None:
        """The direct quotation that the offset stands in."""
        at = bisect_right(self._direct_starts, offset) - 1
        if at >= 0 and offset < self.direct[at][1]:
            return self.direct[at][2]
        return None


def _accuses_itself(frame: Frame, filled: dict[str, list[Actor]]) -> bool:
    """Whether one name is accuser and accused: a pronoun was taken for the wrong person."""
    sides: dict[str, set[str]] = {"accuser": set(), "accused": set()}
    for place, role in frame.roles.items():
        sides.setdefault(role, set()).update(actor.name for actor in filled.get(place, ()))
    return bool(sides["accuser"] & sides["accused"])


def _ordered(frame: Frame, filled: dict[str, list[Actor]]) -> tuple[tuple[str, Actor], ...]:
    return tuple((role, actor) for place, role in frame.roles.items() for actor in filled.get(place, []))


def _best_per_type(found: Sequence[Told]) -> Iterator[Told]:
    """Of the readings of one cue, the one of each type with the most roles filled; the first of equals."""
    best: dict[str, Told] = {}
    for told in found:
        held = best.get(told.frame.event_type)
        if held is None or len({role for role, _ in told.roles}) > len({role for role, _ in held.roles}):
            best[told.frame.event_type] = told
    yield from best.values()


__all__ = ["Matcher", "Told"]
