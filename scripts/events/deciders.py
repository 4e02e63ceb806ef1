"""Who decided or accused, where another clause or sentence than that of the event says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from scripts.events.actors import Actor, Scene

PRESENTS = re.compile(
    r" (?:has |had )?(?:presented|announced|unveiled|introduced|revealed|made|carried out|shuffled|named|remade"
    r"|overhauled|a (?:présenté|annoncé|dévoilé|remanié)) (?:(?:the|his|her|its|a|an|new|le|la|les|un|son|ses|major|big"
    r"|sweeping) ){0,3}(?:changes|cabinet|shuffle|ministers|ministry|front bench|remaniement"
    r"|conseil des ministres|nouveaux ministres)\b"
)
"""What the head of a government does with a cabinet, behind the name: "presented the changes"."""
HEAD = re.compile(
    r"\b(?:[Pp]rime [Mm]inister|[Pp]remier|[Pp]remière ministre|[Pp]remier ministre) (?:[\w’'.-]+ ){0,2}\Z"
)
CABINET = re.compile(r"\b(?:cabinet|shuffle|ministers|portfolios|remaniement|ministres)\b")
THEY = re.compile(r"\b(?:they|ils|elles)(?: (?:had|have|ont|avaient))? \Z", re.IGNORECASE)
"""Before a verb whose subject is that of the clause before."""


def head_of_shuffle(scene: Scene) -> Actor | None:
    """The prime minister or premier who is told to have changed the cabinet: "Prime Minister Anna Roy presented the
    changes on Tuesday". None where nobody or more than one is."""
    text = scene.text
    if CABINET.search(text) is None:
        return None
    found: dict[str, Actor] = {}
    starts = scene.mentions
    for match in PRESENTS.finditer(text):
        at = bisect_left(starts, match.start(), key=lambda mention: mention.start) - 1
        if at < 0 or starts[at].end != match.start() or starts[at].kind == "pronoun":
            continue
        mention = starts[at]
        if HEAD.search(text[max(0, mention.start - 40) : mention.start]) or HEAD.search(
            text[mention.start : mention.end] + " "
        ):
            found[mention.person.name] = Actor(mention.start, mention.end, "person", mention.person)
    return next(iter(found.values())) if len(found) == 1 else None


FORCES = frozenset({"police", "force", "investigators", "detectives"})
"""Words for a force that the text has named before: "Police allege"."""
NO_FORCE = frozenset({"crown", "prosecutors", "crown prosecutors", "couronne", *FORCES})
BEFORE = 600
"""How far before them, in characters, the force is looked for."""


def force_meant(scene: Scene, actor: Actor) -> Actor:
    """The police force that "police" stands for: the only one named shortly before, else the actor itself."""
    if actor.kind != "police" or actor.name.lower() not in FORCES:
        return actor
    named = {name for name in scene.forces(max(0, actor.start - BEFORE), actor.start) if name.lower() not in NO_FORCE}
    return replace(actor, organization=named.pop()) if len(named) == 1 else actor


def is_they(text: str, start: int, cue: int) -> bool:
    """Whether "they" is the subject of the verb at `cue` in the sentence that begins at `start`: "MPs chose Roy after
    they had voted Gagnon out"."""
    return THEY.search(text, max(start, cue - 20), cue) is not None
