"""Who does what a verb says: the subject of a verb group among the actors of a sentence.

News puts the subject right before the verb, before an insertion ("Roy, a Liberal, denied"), behind a relative
pronoun, in a list, at an earlier verb ("apologized and resigned") or, for participles, in the main clause. An
actor behind a preposition or with a possessive ending is none ("a spokesperson for Roy", "Roy's lawyer").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from scripts.candidates import DateMention, Statement
from scripts.events.actors import Actor, Scene
from scripts.events.clauses import Token, VerbGroup, clause_start, grammar, is_adverb, token_at, tokens_of

REPORTS = frozenset({"report", "reports", "story", "stories", "article", "investigation", "reporting", "reportage"})
UNITS = frozenset({"section", "unit", "branch", "squad", "division", "team", "detachment", "caucus", "officers"})
"""Parts of a force or a party that act for it: "the RCMP's commercial crime section", "the NDP caucus"."""
REPORTING = frozenset({"outlet", "commissioner", "police"})
"""Kinds of organizations whose reports speak for them: "the ethics commissioner's report cleared Roy"."""
OBJECT_GAP = re.compile(
    r"\s{0,2}(?:(?:the|its|his|her|their|a|le|la|son|sa|un|une) (?:[\w-]{1,20} ){0,3}[\w-]{1,20}, )?"
    r"(?:(?:former|then|fellow"
    r"|longtime|veteran|the|its|his|her|their|two|three|both|rookie|independent|[A-ZÀ-Þ][\w’'.-]*|leader"
    r"|critic|minister"
    r"|senator|member|premier|MP|MPs|MPPs|MLAs|ministers|senators|le|la|les|l['’]|ministre|député|députée"
    r"|chef|cheffe|and|against|of)[ ,]{1,2}){0,7}['’]?"
)
LIST_GAP = re.compile(
    r"(?: \([^()]{2,60}\))?(?:,? ?(?:and|et|&|as well as|along with|ainsi que|,)|,)"
    r"(?: (?:former|then|fellow|the|[A-ZÀ-Þ][\w’'.-]*"
    r"|leader|critic|minister|senator|member"
    r"|premier|of|for|le|la|chef|cheffe|ministre|député|députée|du|de)){0,6} ?"
)
LISTED_NAMES = re.compile(r"(?:, [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,2}){1,3}(?:, | and |, and )")
"""Names in a list that are nobody's who is known: ", Lea Ruiz, "."""
CLAUSE_AND = re.compile(r", (?:and|but|while|et|mais) ")
TITLE_GAP = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w’'.-]*|of|leader|critic|minister|and|former|then|the|le|la|du|de|chef|cheffe|ministre"
    r"|député|députée|ex-\w+) ){0,7}\Z"
)
LEADING = frozenset(
    {"the", "a", "an", "and", "but", "both", "le", "la", "les", "l'", "l’", "un", "une", "et", "mais", "former"}
)
"""Small words that may stand before a subject at the start of its clause."""
POSSESSIVE_ENDING = ("'s", "’s", "'", "’")


class View:
    """One sentence (or the stretch of it around a cue) with what is known of it.

    Most cues fail on who is there or on the words around them, so nothing is looked up before somebody asks for it.
    """

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self.start, self.end, self._scene = start, end, scene

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks, in order."""
        return tokens_of(self._scene.text, self.start, self.end)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of actors in it."""
        return frozenset([actor.kind for actor in self.actors])

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The people and organizations in it, in order."""
        return self._scene.actors(self.start, self.end)

    @cached_property
    def wide(self) -> tuple[Actor, ...]:
        """The actors and other capitalised names, in order."""
        return self._scene.with_names(self.actors, self.start, self.end)


class Subjects:
    """Finds subjects in the sentences of one text."""

    def __init__(self, scene: Scene, dates: Sequence[DateMention]) -> None:
        self.text, self.language, self.dates = scene.text, scene.language, dates
        self.people = scene.cast.people
        self.words = grammar(scene.language)

    def of_verb(
        self, view: View, group: VerbGroup, kind: str, reduced: bool, speaker: Statement | None, *, generic: bool
    ) -> tuple[list[Actor], int]:
        """The subject of the verb group and the index of its first token (the group's own start where there is
        none)."""
        tokens, words = view.tokens, self.words
        at = self._skip_adverbials(tokens, group.start)
        if speaker is not None:
            first_person = at > 0 and tokens[at - 1].word in ("i", "we", "je", "nous", "j'", "j’")
            if first_person and speaker.speaker is not None and speaker.speaker in self.people:
                here = tokens[at - 1]
                return [Actor(here.start, here.end, "person", speaker.speaker)], at - 1
            return [], at
        actors = view.wide if generic else view.actors
        if at < len(tokens) and tokens[at].word in ("having", "ayant"):  # "punished for having said"
            return self._subject_of_participle(view, actors, at)
        if at == 0 or (kind == "ing" and group.bare) or (reduced and tokens[at - 1].word in (",", "“", '"')):
            return self._subject_of_participle(view, actors, at)
        before = tokens[at - 1]
        if before.word in words.relative and not (before.word == "that" and not self.ending_at(actors, tokens, at - 2)):
            return self.antecedent(view, actors, at - 1)
        if before.word in words.conjunctions or before.word in ("but", "then", "mais", "puis"):
            return self._shared_subject(view, actors, at - 1)
        adjacent = self.ending_at(actors, tokens, at - 1)
        if adjacent is None and before.word in REPORTS and at > 1:
            owner = self.ending_at(actors, tokens, at - 2) or self.ending_at(actors, tokens, at - 3)
            adjacent = owner if owner is not None and owner.kind in REPORTING else None
        if adjacent is None and before.word in UNITS:
            adjacent = self._whole_of(actors, tokens, at - 2)
        if adjacent is not None:
            return self._adjacent_subject(view, actors, adjacent)
        said = {token.word for token in tokens[max(0, at - 4) : at - 1]}
        if before.word in ("it", "they") and not said.isdisjoint(words.verbs_of_report):
            body, head = self.main_subject(view, actors, at - 1)  # "The RCMP confirmed that it has opened"
            if body and body[0].kind != "person":
                return body, head
        if before.word in (",", "--", "—", "–", ")"):
            found, head = self._across_parenthesis(view, actors, at - 1)
            apposed = self.ending_at(actors, tokens, at - 2)  # "The party's leader, Anna Roy, denied"
            if apposed is not None and self.word_before(view, apposed) == ",":
                governed = bool(found) and found[-1].kind != "person" and self.in_phrase(view, found[-1])
                if not found or (governed and apposed.kind == "person"):  # « La cheffe du Bloc, Anna Roy, a »
                    return [apposed], at - 1
            return found, head
        return self._before_phrase(view, actors, at)

    def _before_phrase(self, view: View, actors: Sequence[Actor], at: int) -> tuple[list[Actor], int]:
        """The subject that a phrase stands behind: "Two women in the caucus accuse", "MPs on the committee found"."""
        tokens, words = view.tokens, self.words
        found, head = self.main_subject(view, actors, at, clause_start(tokens, at, self.language))
        if not found:
            return [], at
        after = token_at(tokens, found[-1].end)
        between = [token.word for token in tokens[after:at]]
        stops = words.auxiliaries | words.clause_markers | words.relative | words.pronouns | words.verbs_of_report
        phrase = 1 < len(between) <= 8 and between[0] in words.prepositions - words.clause_markers
        if phrase and stops.isdisjoint(between) and all(word[0].isalnum() for word in between):
            return found, head
        return [], at

    def head_of_government(self, view: View, at: int) -> list[Actor]:
        """Whose government it is that a verb group at index `at` tells of: "Anna Roy's minority government fell"."""
        if at < 3 or view.tokens[at - 1].word != "government":
            return []
        for back in range(at - 2, max(0, at - 5), -1):
            if view.tokens[back].word in POSSESSIVE_ENDING:
                owner = self.ending_at(view.actors, view.tokens, back - 1)
                return [owner] if owner is not None and owner.kind == "person" else []
        return []

    def _whole_of(self, actors: Sequence[Actor], tokens: Sequence[Token], at: int) -> Actor | None:
        """The force or party that a unit belongs to, whose name ends up to four words before it."""
        for back in range(at, max(-1, at - 5), -1):
            actor = self.ending_at(actors, tokens, back)
            if actor is not None:
                return actor if actor.kind in ("police", "party", "body") else None
            word = tokens[back].word
            if word not in POSSESSIVE_ENDING and (not word[0].isalpha() or word in self.words.prepositions):
                return None
        return None

    def _skip_adverbials(self, tokens: Sequence[Token], at: int) -> int:
        """Step left over a date between subject and verb: "Roy on Wednesday denied"."""
        while at > 0:
            if at < len(tokens) and tokens[at - 1].word == "at" and tokens[at].word in ("first", "once", "last"):
                at -= 1  # "Roy at first called it false"
                continue
            index = bisect_left(self.dates, tokens[at - 1].end, key=lambda mention: mention.end)
            if index < len(self.dates) and self.dates[index].end == tokens[at - 1].end:
                start = token_at(tokens, self.dates[index].start)
                if start >= at:
                    return at
                at = start
                while at > 0 and tokens[at - 1].word in ("on", "in", "late", "early", "earlier", "since", "le", "en"):
                    at -= 1
                continue
            return at
        return at

    @staticmethod
    def ending_at(actors: Sequence[Actor], tokens: Sequence[Token], at: int) -> Actor | None:
        if at < 0:
            return None
        end = tokens[at].end
        return next(
            (actor for actor in actors if actor.end == end or actor.start <= tokens[at].start < actor.end == end), None
        )

    def _head(self, view: View, actor: Actor) -> int:
        """The index of the first token of the noun phrase of an actor: its title belongs to it."""
        stretch = self.text[max(view.start, actor.start - 90) : actor.start]
        title = TITLE_GAP.search(stretch)
        start = actor.start - (len(stretch) - title.start()) if title else actor.start
        at = token_at(view.tokens, start)
        return at

    def word_before(self, view: View, actor: Actor) -> str:
        """The word before the actor and its title."""
        at = self._head(view, actor)
        return view.tokens[at - 1].word if at > 0 else ""

    def in_phrase(self, view: View, actor: Actor) -> bool:
        """Whether a preposition governs the actor: "a spokesperson for Roy"."""
        at = self._head(view, actor)
        governed = self.words.prepositions - self.words.openers
        return any(0 <= i < len(view.tokens) and view.tokens[i].word in governed for i in (at - 1,)) or (
            at < len(view.tokens)
            and view.tokens[at].word in ("of", "de", "du")
            and view.tokens[at].end < actor.end
            and at > 0
        )

    def _adjacent_subject(self, view: View, actors: Sequence[Actor], actor: Actor) -> tuple[list[Actor], int]:
        if self.in_phrase(view, actor):
            governed = self._head(view, actor) - 1
            made = (
                view.tokens[governed - 1].word if governed > 0 and view.tokens[governed].word in ("by", "par") else ""
            )
            if actor.kind in REPORTING and made in REPORTS:  # "an investigation by the commissioner found"
                return [actor], governed
            outer = self.ending_at(actors, view.tokens, governed - 1)
            if outer is None or self.in_phrase(view, outer):
                found, head = self._before_phrase(view, actors, token_at(view.tokens, actor.end))
                return (found, head) if found else ([], governed)
            return self.with_list(actors, outer), self._head(view, outer)
        found = self.with_list(actors, actor)
        if len(found) > 1 and self.in_phrase(view, found[0]):
            if CLAUSE_AND.search(self.text, found[0].end, actor.start):
                return [actor], self._head(view, actor)  # "took over Health from Roy, and Gagnon replaced her"
            return self._before_phrase(view, actors, token_at(view.tokens, actor.end))  # "an aide to Roy and Gagnon"
        return found, self._head(view, found[0])

    def with_list(self, actors: Sequence[Actor], last: Actor) -> list[Actor]:
        """The actor and those listed with it before: "Roy, Gagnon and Tremblay"."""
        chosen = [last]
        for actor in sorted(actors, key=lambda a: -a.start):
            if actor.end > chosen[0].start or actor.start >= chosen[0].start:
                continue
            if chosen[0].start - actor.end > 90 or not LIST_GAP.fullmatch(self.text[actor.end : chosen[0].start]):
                break
            chosen.insert(0, actor)
        joined = self.text[chosen[0].end : chosen[-1].start]
        return (
            chosen
            if len(chosen) == 1 or re.search(r"\b(?:and|et|as well as|along with|ainsi que)\b|&", joined)
            else [last]
        )

    def with_following(self, actors: Sequence[Actor], first: Actor) -> list[Actor]:
        """The actor and those listed with it after it."""
        chosen = [first]
        for actor in actors:
            if actor.start < chosen[-1].end:
                continue
            gap = self.text[chosen[-1].end : actor.start]
            if len(gap) > 90 or not (LIST_GAP.fullmatch(gap) or LISTED_NAMES.fullmatch(gap)):
                break
            if actor.possessive:  # "Roy and his allies"
                break
            chosen.append(actor)
        joined = self.text[chosen[0].end : chosen[-1].start]
        return chosen if len(chosen) == 1 or re.search(r"\b(?:and|et|as well as|ainsi que)\b|&", joined) else [first]

    def antecedent(self, view: View, actors: Sequence[Actor], relative: int) -> tuple[list[Actor], int]:
        """Whom a relative pronoun stands for; across an apposition too: "Roy and Gagnon -- the two Canadians
        who ..."."""
        tokens = view.tokens
        at = relative - 1
        if at >= 0 and tokens[at].word in (",", "--", "—", "–"):
            at -= 1
        actor = self.ending_at(actors, tokens, at)
        if actor is not None and not self.is_possessive(tokens, actor):
            found = self.with_list(actors, actor)
            if tokens[relative - 1].word == ",":
                found = (
                    found
                    if len(found) > 1
                    and re.search(
                        r"\bw(?:ere|ho were|ho have)\b", self.text[tokens[relative].start : tokens[relative].end + 6]
                    )
                    else [actor]
                )
            return found, relative
        for back in range(at, max(-1, at - 8), -1):
            if tokens[back].word in (",", "--", "—", "–"):
                actor = self.ending_at(actors, tokens, back - 1)
                if actor is not None:
                    return self.with_list(actors, actor), relative
                break
        return [], relative

    def _across_parenthesis(self, view: View, actors: Sequence[Actor], closing: int) -> tuple[list[Actor], int]:
        """The subject before an insertion: "Roy, a Liberal backbencher, denied", "Roy (Whitby) denied"."""
        tokens = view.tokens
        opening = {",": (",",), ")": ("(",)}.get(tokens[closing].word, ("--", "—", "–"))
        for back in range(closing - 1, max(-1, closing - 45), -1):
            if tokens[back].word not in opening:
                continue
            actor = self.ending_at(actors, tokens, back - 1)
            if actor is None or self.is_possessive(tokens, actor):
                continue
            if not self.in_phrase(view, actor):
                found = self.with_list(actors, actor)
                return found, self._head(view, found[0])
            governed = self._head(view, actor) - 1
            made = tokens[governed - 1].word if governed > 0 and tokens[governed].word in ("by", "par") else ""
            if actor.kind in REPORTING and made in REPORTS:
                return [actor], governed  # "An investigation by Elections Canada, he said, cleared"
        return [], closing

    def _shared_subject(self, view: View, actors: Sequence[Actor], conjunction: int) -> tuple[list[Actor], int]:
        """The subject of an earlier verb that also serves the one after "and" or "but"."""
        tokens = view.tokens
        nearest = self._subject_of_auxiliary(view, actors, conjunction)
        if nearest is not None:
            return nearest
        for back in range(conjunction - 1, max(-1, conjunction - 30), -1):
            word = tokens[back].word
            if word in ("who", "qui"):
                return self.antecedent(view, actors, back)
            if word in (",", ";", "--", "—") and back < conjunction - 1:
                break
        first = clause_start(tokens, conjunction, self.language)
        if (
            first
            and tokens[first - 1].word in self.words.openers
            and tokens[conjunction].word not in ("but", "mais")
            and tokens[conjunction - 1].word != ","
        ):
            found, head = self.main_subject(view, actors, conjunction, first)
            if found:
                return found, head
        return self.main_subject(view, actors, conjunction)

    def _subject_of_auxiliary(
        self, view: View, actors: Sequence[Actor], conjunction: int
    ) -> tuple[list[Actor], int] | None:
        """Whom the auxiliary before a conjunction belongs to: "Police say Roy, 54, was arrested and charged"."""
        tokens, words = view.tokens, self.words
        for back in range(conjunction - 1, max(0, conjunction - 8), -1):
            if tokens[back].word in words.openers or tokens[back].word in (",", ";", "--", "—", "–"):
                return None
            if tokens[back].word in words.be | words.have:
                group = back
                while group > 1 and tokens[group - 1].word in words.auxiliaries:
                    group -= 1
                actor = self.ending_at(actors, tokens, group - 1)
                if actor is not None and not self.in_phrase(view, actor) and not self.is_possessive(tokens, actor):
                    found = self.with_list(actors, actor)
                    return found, self._head(view, found[0])
                if tokens[group - 1].word in (",", ")"):
                    found, head = self._across_parenthesis(view, actors, group - 1)
                    return (found, head) if found else None
                return None
        return None

    def _may_lead(self, token: Token) -> bool:
        """Whether a word may stand before the subject of a clause: a dateline, a title, an article, an adverb."""
        return token.capital or not token.word[0].isalpha() or token.word in LEADING or is_adverb(token, self.words)

    def main_subject(self, view: View, actors: Sequence[Actor], before: int, start: int = 0) -> tuple[list[Actor], int]:
        """The first actor before a token that can be a subject, from `start` on, or after a fronted adverbial."""
        tokens = view.tokens
        if not start and tokens and tokens[0].word in self.words.fronting:
            start = next((i + 1 for i in range(1, before) if tokens[i].word == ","), 0)
        for actor in actors:
            at = token_at(tokens, actor.start)
            if at < start:
                continue
            if at >= before:
                break
            if self.is_possessive(tokens, actor) or self.in_phrase(view, actor):
                continue
            if not all(self._may_lead(token) for token in tokens[start : self._head(view, actor)]):
                break
            found = self.with_following(actors, actor)
            return found, self._head(view, actor)
        return [], before

    def _subject_of_participle(self, view: View, actors: Sequence[Actor], at: int) -> tuple[list[Actor], int]:
        """The subject of "..., denying it", "Accused of lying, Roy ..." and "Roy, accused of lying, ..."."""
        tokens = view.tokens
        if at > 0 and tokens[at - 1].word == ",":
            actor = self.ending_at(actors, tokens, at - 2)
            if actor is not None and not self.in_phrase(view, actor):
                return self.with_list(actors, actor), at
        if at > 0:
            actor = self.ending_at(actors, tokens, at - 1)
            if actor is not None and (
                not self.in_phrase(view, actor) or self.word_before(view, actor) in ("with", "avec")
            ):
                return self.with_list(actors, actor), self._head(view, actor)
        found, _ = self.main_subject(view, actors, at)
        if found:
            return found, at
        comma = next((i for i in range(at + 1, len(tokens)) if tokens[i].word == ","), None)
        if comma is None:
            return [], at
        for actor in actors:
            if actor.start >= tokens[comma].end:
                near = OBJECT_GAP.fullmatch(self.text[tokens[comma].end : actor.start]) is not None
                return (
                    (self.with_following(actors, actor), at)
                    if near and not self.is_possessive(tokens, actor)
                    else ([], at)
                )
        return [], at

    @staticmethod
    def is_possessive(tokens: Sequence[Token], actor: Actor) -> bool:
        if actor.possessive:
            return True
        after = token_at(tokens, actor.end)
        return after < len(tokens) and tokens[after].start == actor.end and tokens[after].word in POSSESSIVE_ENDING

    def is_plural(self, subjects: Sequence[Actor]) -> bool:
        """Whether a base form can agree: "the Conservatives deny it", "I apologize", not "Roy deny"."""
        if len(subjects) != 1:
            return len(subjects) > 1
        only = subjects[0]
        written = self.text[only.start : only.end]
        return (
            bool(only.group)
            or written.lower() in ("i", "we", "they", "je", "nous")
            or only.kind in ("unnamed", "people")
            or (
                only.kind != "person"
                and (written.endswith("s") or written in ("NDP", "RCMP", "Police", "police", "opposition"))
            )
        )
