"""The frames of `lexicon/events.yaml`: how news tells each type of event, compiled once per language.

A frame is found by its cue, a form of its verb or its noun; what must follow the cue is checked before
anything else, so that most sentences cost one look-up. `CueFinder` finds all cues of a text in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple

import ahocorasick

from scripts.lexicon import load
from scripts.statements.saying import inflect

KNOWN_KINDS = frozenset(
    {"person", "outlet", "police", "commissioner", "court", "party", "government", "unnamed", "body", "people"}
)
PLACE_OF_ROLE = (
    "before",
    "object",
    "after",
    "by",
    "report",
    "clause",
    "owner",
    "from",
    "to",
    "against",
    "with",
    "nearest",
    "itself",
    "told",
    "speaker",
)
OBJECT_REACH = 170
"""How far behind the cue, in characters, what follows an object is looked for."""
BETWEEN = re.compile(
    r"(?:(?:on )?(?:\w{2,14}ly|again|once again|anew|[A-Z]\w+day|yesterday|today|hier|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche)|(?:last|the next|the same) (?:week|month|year|spring|summer|fall|winter|[A-Z]\w+)"
    r"|(?:in|on|last|early in|late in) (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?(?: \d{1,4})?)"
    r" (?:evening |morning |night |afternoon )?(?:both )?"
    r"|both "
)
"""An adverb or a day between a verb and what belongs to it."""
UNNAMED_PLACES = frozenset({"owner", "itself", "speaker"})
"""Places that can be filled by what is no actor by itself: "his resignation", "the inquiry"."""
OBLIGATORY = frozenset({"before", "object", "owner", "clause", "after", "nearest", "itself", "told", "speaker"})


@dataclass(frozen=True)
class Frame:
    """One way of telling an event. The keys of the file are explained at its head."""

    event_type: str
    name: str
    claim: str
    cues: Mapping[str, str]
    """Each form of the verb or noun, in lower case, and which form it is (`base`, `past`, `noun` ...)."""
    noun: bool
    passive: bool
    then: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    roles: Mapping[str, str]
    needs: tuple[frozenset[str], ...]
    """Each of these must be filled by at least one of its places."""
    kinds: Mapping[str, frozenset[str]]
    asks: tuple[frozenset[str], ...]
    """Of each of these sets of kinds an actor must be in the sentence, or the frame stays unfilled."""
    object_between: bool
    """An object stands between the verb and `then`."""
    stems: frozenset[str] = frozenset()
    """Beginnings of words, one of which is in all that `then` matches; none if that is not known."""
    probe: re.Pattern[str] | None = None
    """A part of `then` that must be there too and is cheaper to look for, where `then` stands after an object."""
    near: str | None = None
    after_noun: bool = False
    announced: bool = False
    reflexive: bool = False
    being: bool = False
    before_verb: re.Pattern[str] | None = None
    before_noun: re.Pattern[str] | None = None
    by_people: bool = False
    """Those who are told by what they are may act: "Conservative MPs chose"."""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The name under which an event records the frame: `denial.deny`."""
        return f"{self.event_type}.{self.name}"

    def may_be_filled(self, kinds: frozenset[str]) -> bool:
        """Whether actors of these kinds may be enough for the frame. Errs on the side of yes."""
        return not any(ask.isdisjoint(kinds) for ask in self.asks)

    def admits(self, place: str, kind: str) -> bool:
        """Whether a participant of this kind may take the role at this place."""
        return kind in self.kinds.get(place, KNOWN_KINDS)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text."""

    start: int
    end: int
    word: str


class Opening(NamedTuple):
    """The frames that a cue may open. `stems` and that of each frame are sets of bits, one for each stem of the
    language: a sentence must have one of these stems, if there is any."""

    word: str
    frames: tuple[tuple[Frame, int], ...]
    stems: int
    marked: bool
    """The word has a mark in it: "re-elect"."""


@dataclass(frozen=True)
class FrameSet:
    """The frames of one language, by cue."""

    frames: tuple[Frame, ...]
    automaton: Any
    """Reads `spaced` text. Gives (length, Opening, 0) at the space behind every whole word that is a cue, in small
    letters or with a capital, and (length, None, bit) at the end of every stem that begins a word."""


MARKS = "\n.,“”\"’‘'-–—():;/!?«»[]&$%\u00a0…|*#@+=<>\t"
"""The marks of most texts, replaced one by one, which is faster than looking at every character."""


def spaced(text: str) -> str:
    """The text with a space for everything that is neither letter, digit nor underscore, and one before and behind it:
    every word stands between two spaces, one place further right than before."""
    for mark in MARKS:
        text = text.replace(mark, " ")
    if not text.replace(" ", "").replace("_", "").isalnum():
        for mark in {mark for mark in set(text) if not (mark.isalnum() or mark in " _")}:
            text = text.replace(mark, " ")
    return f" {text} "


@cache
def frames_of(language: str) -> FrameSet:
    """The frames of `en` or `fr`; any other language is read as English."""
    language = language if language in ("en", "fr") else "en"
    lexicon = load("events")
    phrases = {name: str(pattern) for name, pattern in lexicon["phrases"][language].items()}
    frames = tuple(
        _frame(event_type, entry, str(group.get("claim", "fact")), phrases, language)
        for event_type, group in lexicon[language].items()
        for entry in group["frames"]
    )
    by_cue: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in frame.cues:
            by_cue.setdefault(word, []).append(frame)
    bits: dict[str, int] = {}
    for stem in sorted({stem for frame in frames for stem in frame.stems}):
        bits[stem] = 1 << len(bits)
    cues: dict[str, Opening] = {}
    for word, found in by_cue.items():
        wanted = [(frame, sum(bits[stem] for stem in frame.stems)) for frame in found]
        stems = 0 if any(not own for _, own in wanted) else reduce(or_, (own for _, own in wanted))
        for written in (word, word[0].upper() + word[1:]):
            cues[written] = Opening(word, tuple(wanted), stems, not word.isalnum())
    signs = {written: bit for stem, bit in bits.items() for written in (stem, stem.capitalize(), stem.upper())}
    automaton = ahocorasick.Automaton()
    for written, opening in cues.items():
        automaton.add_word(spaced(written), (len(written), opening, 0))
    for written, bit in signs.items():
        automaton.add_word(spaced(written)[:-1], (len(written), None, bit))
    automaton.make_automaton()
    return FrameSet(frames, automaton)


def _frame(event_type: str, entry: Mapping[str, Any], claim: str, phrases: Mapping[str, str], language: str) -> Frame:
    noun = "noun" in entry
    words: Sequence[str] = entry["noun"] if noun else entry["verb"]
    cues: dict[str, str] = {}
    for word in words:
        for form, kind in [(word, "noun")] if noun else _forms(word, language):
            # "convicted" is a past and a participle: the first meaning is kept, and verb groups tell them apart.
            if kind == "past" or form not in cues:
                cues[form] = kind
    roles = {str(place): str(role) for place, role in entry.get("roles", {}).items()}
    unknown = set(roles) - set(PLACE_OF_ROLE)
    if unknown:
        raise ValueError(f"events.yaml: {event_type}.{entry['name']}: no such place as {sorted(unknown)}")
    listed = entry.get("needs")
    needs = (
        tuple(frozenset(str(need).split("|")) for need in listed)
        if listed is not None
        else tuple(frozenset({place}) for place in roles if place in OBLIGATORY and not _optional(place, entry))
    )
    kinds = {str(place): frozenset(map(str, who)) for place, who in entry.get("who", {}).items()}
    object_between = "object" in roles and entry.get("voice") != "passive"
    then = str(entry.get("then") or "")
    if object_between and then and not then.startswith("^"):
        then = rf"\b(?:{then})"  # looked for behind the object: not from within a word
    return Frame(
        event_type=event_type,
        name=str(entry["name"]),
        claim=claim,
        cues=cues,
        noun=noun,
        passive=entry.get("voice") == "passive",
        then=_pattern(then, phrases),
        unless=_pattern(entry.get("unless"), phrases),
        roles=roles,
        needs=needs,
        kinds=kinds,
        asks=tuple(
            frozenset().union(*(kinds.get(place, KNOWN_KINDS) for place in places))
            for places in (*needs, frozenset(roles))
            if not places & UNNAMED_PLACES and not any("name" in kinds.get(place, ()) for place in places)
        ),
        object_between=object_between,
        stems=frozenset(map(str, entry.get("with", ()))),
        probe=_pattern(entry.get("probe"), phrases) or _probe(str(entry.get("then") or ""), phrases),
        near=entry.get("near"),
        after_noun=bool(entry.get("after_noun")),
        announced=entry.get("planned") == "announced",
        reflexive=bool(entry.get("reflexive")),
        being=bool(entry.get("be")),
        before_verb=_pattern(entry.get("before_verb"), phrases),
        before_noun=_pattern(entry.get("before_noun"), phrases),
        by_people="people" in kinds.get("before", ()),
        examples=tuple(map(str, _listed(entry.get("for")))),
        counterexamples=tuple(map(str, _listed(entry.get("not")))),
    )


def _probe(then: str, phrases: Mapping[str, str]) -> re.Pattern[str] | None:
    """What follows the leading words of any kind: of "(?:as )?{np}{office}" the office."""
    lead = re.match(r"(?:\(\?:[^()]*\)\?)?(?:\(\?:[^()]*(?:\([^()]*\)[^()]*)*\)\?)?\{np\}(?P<tail>.+)", then)
    return _pattern(lead.group("tail"), phrases) if lead else None


def _optional(place: str, entry: Mapping[str, Any]) -> bool:
    """An object that nothing follows ("sued", "sued Global News") and an addressee may be missing."""
    return place == "object" and not entry.get("then") and entry.get("near") != "object"


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _pattern(source: object, phrases: Mapping[str, str]) -> re.Pattern[str] | None:
    if not source:
        return None
    pattern = str(source)
    for _ in range(3):  # a phrase may use another phrase
        for name, phrase in phrases.items():
            pattern = pattern.replace("{" + name + "}", phrase)
    return re.compile(pattern, re.IGNORECASE)


def _forms(entry: str, language: str) -> list[tuple[str, str]]:
    return _french_forms(entry) if language == "fr" else list(inflect(entry))


def _french_forms(entry: str) -> list[tuple[str, str]]:
    """The forms of a French verb that news uses: "nier" gives nie, nient, niait, niaient, nié(e)(s), niant, nier.

    A verb in -er is regular; for others the entry lists infinitive/present/present plural/participle.
    """
    infinitive, *given = entry.split("/")
    stem = infinitive[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    present, plural, participle = given if len(given) == 3 else (stem + "e", stem + "ent", stem + "é")
    if not given and stem.endswith("t") and infinitive in ("rejeter",):
        present, plural = stem + "te", stem + "tent"
    past = soft if not given or infinitive.endswith("er") else stem if infinitive.endswith("enir") else plural[:-3]
    forms = [(infinitive, "base"), (present, "present"), (plural, "present"), (soft + "ant", "ing")]
    forms += [(past + "ait", "present"), (past + "aient", "present")]
    forms += [(participle + ending, "participle") for ending in ("", "e", "s", "es")]
    return forms
