"""Who stands in the other roles of a frame: objects, agents after "by", owners of a noun, subjects of the clause
that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.events.actors import Actor, Scene
from scripts.events.clauses import grammar, token_at
from scripts.events.frames import Cue, Frame
from scripts.events.subjects import OBJECT_GAP, Subjects, View

FRONTED = re.compile(
    r"(?:in|on|at|during|after|before|while|when|as|since|speaking|en|lors|dans) [^.;]{2,130}?(?:, |\Z)", re.IGNORECASE
)
AWAY = re.compile(r"\b(?:after|when|while|who|that)\b")
LINKING = re.compile(r"\b(?:as|of|and|or|to|for|with|that|by|in|on)\b")
MODIFIES = re.compile(
    r" (?!(?:of|for|and|or|in|on|over|after|with|to|by|at|as|from|about|without|against|because|when|while|before"
    r"|that|who|during|into|\w+ly|de|pour|et"
    r"|à|au|en|dans|par|chez|sur|après|lors|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|d['’])[a-z]"
)
"""What follows a name that only modifies a noun: "the Roy campaign"."""


PUBLISHES = re.compile(
    r" (?:(?:has|had|have|also|first|later|a|aussi) ){0,3}(?:published|reported|aired|carried|broadcast|ran|printed"
    r"|publié) (?:\w+ ){0,3}"
)
"""What an outlet does with allegations that it makes: "Global News published allegations that"."""
GRAVE = frozenset({"allegation", "investigation", "charge", "detention", "lawsuit"})
"""Types in which a pronoun that may mean several people is nobody."""
PART = re.compile(
    r"\b(?:members?|employees?|staff|staffers?|officials?|ministers?|MPs?|MLAs?|aides?|candidates?|people|someone|donations?"
    r"|contracts?|diplomats?) (?:of|in|at|from|to|by|with) (?:the )?\Z"
)
"""Before an organization that is only said to hold what is meant."""
FOR = re.compile(r" for \Z")
BY = re.compile(r" (?:by|from|par)\b")


class Roles:
    """Fills the places of a frame from the actors of a sentence."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.text, self.scene, self.subjects = scene.text, scene, subjects
        self.words = grammar(scene.language)

    def fill(
        self,
        frame: Frame,
        view: View,
        actors: Sequence[Actor],
        cue: Cue,
        then_at: int,
        then_end: int,
        end: int,
        subjects: Sequence[Actor],
    ) -> dict[str, list[Actor]]:
        """The actors at each place of the frame, as far as the words and the kinds allow."""
        filled: dict[str, list[Actor]] = {}
        later = [actor for actor in actors if actor.start >= cue.end]
        for place in frame.roles:
            if place == "before":
                filled[place] = list(subjects)
            elif place == "object":
                filled[place] = self._object(frame, view, later, cue, then_end)
            elif place in ("after", "clause"):
                filled[place] = self._first_after(frame, view, later, then_end, end, place)
            elif place in ("by", "from", "to", "against", "with"):
                filled[place] = self._governed(view, later, cue.end, min(view.end, end + 80), place)
            elif place == "told":
                filled[place] = self._told_beside(view, actors, cue)
            elif place == "report":
                filled[place] = [actor for actor in later if actor.kind == "outlet" and actor.start < end + 10][:1]
            elif place == "owner":
                filled[place] = self._owner(frame, view, actors, cue)
        if frame.event_type == "lawsuit" and "against" in filled:  # nobody sues themselves
            own = {actor.name for actor in filled.get("before", ())}
            filled["against"] = [actor for actor in filled["against"] if actor.name not in own]
        for place in filled.keys() & {"object", "after"}:
            filled[place] = self._others(view, filled[place], filled.get("before", ()), cue)
            if frame.event_type in GRAVE:
                doers = {actor.name for actor in filled.get("before", ())}
                filled[place] = [a for a in filled[place] if not self.scene.is_ambiguous(a, doers, view.start)]
        return {place: [a for a in found if frame.admits(place, a.kind)] for place, found in filled.items()}

    def _others(self, view: View, found: Sequence[Actor], doers: Sequence[Actor], cue: Cue) -> list[Actor]:
        """The actors with another person for an object pronoun that was taken for the one who acts: "Roy named him"."""
        if not any(actor.pronoun for actor in found):
            return list(found)
        acting = {actor.name for actor in doers}
        if not acting and cue.word.endswith(
            "ing"
        ):  # "blaming Gagnon and accusing him": the subject is that of the clause
            acting = {m.person.name for m in self.scene.cast.within(view.start, cue.start) if m.subject}
        if FOR.search(self.text, max(view.start, cue.start - 5), cue.start):
            # "called on Gagnon to apologize to Tremblay for accusing him": who accuses is not told plainly
            return [actor for actor in found if not (actor.pronoun and actor.name in acting)]
        others = [
            self.scene.another(actor, acting, view.start) if actor.pronoun and actor.name in acting else actor
            for actor in found
        ]
        return [actor for actor in others if actor is not None]

    def _object(self, frame: Frame, view: View, later: Sequence[Actor], cue: Cue, then_end: int) -> list[Actor]:
        limit = then_end if frame.then is not None else cue.end + 90
        if not later or later[0].start > max(limit, cue.end + 1):
            return []
        first = later[0]
        if len(later) > 1 and later[1].kind == "person" and later[1].start < limit and not later[1].pronoun:
            joined = self.text[first.end : later[1].start]
            if re.fullmatch(r" (?:[a-zA-Z-]{2,15} ){0,3}", joined) and not LINKING.search(joined):
                first = later[1]  # "Liberal MP Anna Roy", "Roy adviser Paul Gagnon"
        gap = self.text[cue.end : first.start]
        if not OBJECT_GAP.fullmatch(gap) and (
            frame.then is None
            or frame.near == "object"
            or len(gap) > 45
            or re.search(r",|\b(?:of|that|who|which|whom|to|by|par)\b", gap)
        ):
            return []
        of_act = frame.event_type in ("allegation", "lawsuit", "detention")  # unlike "named Roy ambassador"
        if (first.kind == "name" or (of_act and first.kind == "person")) and MODIFIES.match(self.text, first.end):
            return []
        owned = frame.event_type in ("investigation", "court_ruling")  # "is investigating Roy's expenses"
        if self.subjects.is_possessive(view.tokens, first) and not owned:
            return []
        return [
            actor
            for actor in self.subjects.with_following(later, first)
            if frame.then is None or actor.start < max(then_end, first.end)
        ]

    def _first_after(
        self, frame: Frame, view: View, later: Sequence[Actor], start: int, end: int, place: str
    ) -> list[Actor]:
        reach = 45 if place == "clause" else 60
        for actor in later:
            if actor.start < start:
                continue
            gap = self.text[start : actor.start]
            if place == "after" and actor.kind == "party" and MODIFIES.match(self.text, actor.end):
                return []  # "complaints about two NDP members"
            if place == "after" and actor.kind in ("government", "body") and PART.search(gap):
                return []  # "an investigation of one member of the legislature"
            if place == "clause" and actor.kind == "name" and gap.count(" ") > 3:
                return []  # "alleging that the company's advertisements reached Sandy Bay": not who did it
            if place == "clause" and FRONTED.match(gap):
                if actor.start - start > 140 or not frame.admits(place, actor.kind):
                    continue
                if FRONTED.fullmatch(gap):
                    return self.subjects.with_following(later, actor)
                continue
            if actor.start - start > reach or (place == "after" and actor.start > end + reach):
                return []
            if re.search(r"[.;]|\b(?:said|says|told|but|while|who)\b", gap):
                return []
            if self.subjects.is_possessive(view.tokens, actor) and (place == "clause" or frame.near == "after"):
                return []
            if (
                place == "after"
                and frame.near == "after"
                and not OBJECT_GAP.fullmatch(gap if gap[:1] == " " else " " + gap)
            ):
                return []
            return self.subjects.with_following(later, actor)
        return []

    def _governed(self, view: View, later: Sequence[Actor], start: int, end: int, place: str) -> list[Actor]:
        """The actor after a preposition: "by Roy", "from the NDP", "against Global News"."""
        prepositions = {
            "by": ("by", "par"),
            "from": ("from", "by"),
            "to": ("to", "à", "auprès de"),
            "against": ("against", "contre"),
            "with": ("with", "avec"),
        }[place]
        for actor in later:
            if not start <= actor.start < end:
                continue
            if place == "from" and (actor.start - start > 70 or AWAY.search(self.text, start, actor.start)):
                break
            at = token_at(view.tokens, actor.start)
            for back in range(at - 1, max(-1, at - 7), -1):
                token = view.tokens[back]
                if token.start < start:
                    break
                if token.word in prepositions:
                    return (
                        []
                        if self.subjects.is_possessive(view.tokens, actor) and place != "against"
                        else self.subjects.with_following(later, actor)
                    )
                if token.word in (",", ";", ".") or token.word in self.words.prepositions:
                    break
        return []

    def _told_beside(self, view: View, actors: Sequence[Actor], cue: Cue) -> list[Actor]:
        """The subject of what "according to Global News" reports: after its comma, or at the head of the sentence."""
        if any(actor.end <= cue.start for actor in actors):
            at = token_at(view.tokens, cue.start)
            found, _ = self.subjects.main_subject(view, actors, at)
            return found
        for actor in actors:
            told = actor.kind in ("person", "government", "party")
            if actor.start > cue.end and told and self.subjects.word_before(view, actor) == ",":
                return [] if self.subjects.is_possessive(view.tokens, actor) else [actor]
        return []

    def _owner(self, frame: Frame, view: View, actors: Sequence[Actor], cue: Cue) -> list[Actor]:
        """Whose: "Roy's resignation", "her resignation", "the resignation of Roy"."""
        for actor in reversed(actors):
            if actor.end > cue.start:
                continue
            gap = self.text[actor.end : cue.start]
            if (
                re.fullmatch(r"(?:['’]s?)? ?(?:[\w-]{1,15} ){0,2}", gap)
                and gap
                and (gap[0] in "'’" or (actor.pronoun and actor.possessive))
            ):
                return [actor]
            break
        possessive = re.search(
            r"\b(his|her|their|sa|son|ses) (?:[\w-]{1,15} ){0,2}\Z",
            self.text[max(view.start, cue.start - 40) : cue.start],
            re.IGNORECASE,
        )
        if possessive:
            start = max(view.start, cue.start - 40) + possessive.start(1)
            person = self.scene.pronoun(possessive.group(1), start)
            return [person] if person else []
        if frame.event_type == "allegation" and not BY.match(self.text, cue.end):
            for actor in reversed(actors):
                if (
                    actor.kind == "outlet"
                    and actor.end < cue.start
                    and PUBLISHES.fullmatch(self.text, actor.end, cue.start)
                ):
                    return [actor]  # the outlet speaks for those it does not name
        following = [actor for actor in actors if actor.start >= cue.end]
        of_whom = r" (?:of|de|du|d['’]) ?(?:[\w’'.-]{1,20} ){0,4}"
        if frame.event_type == "allegation" or not following:  # "allegations of bias against Roy" says what, not whose
            return []
        return following[:1] if re.fullmatch(of_whom, self.text[cue.end : following[0].start]) else []

    @staticmethod
    def complete(frame: Frame, filled: dict[str, list[Actor]]) -> bool:
        return all(any(filled.get(place) for place in need) for need in frame.needs) and any(filled.values())
