"""The cues of a text that are worth a closer look: those followed by what one of their frames asks for.

Of ten cues one passes, so this is where most of the time of finding events goes: it is one pass over the text and a few
patterns, and knows no actors and no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.events.frames import BETWEEN, OBJECT_REACH, Cue, Frame, FrameSet, Opening, spaced

REACH = 420
"""How far from the cue, in characters, the rest of a very long sentence is looked at."""
Likely = tuple[tuple[int, int], Cue, list[Frame]]
"""The sentence of a cue, the cue, and the frames that it may tell."""


def likely_cues(text: str, sentences: Sequence[tuple[int, int]], frames: FrameSet) -> Iterator[Likely]:
    """Every whole word that is a cue and is followed by what some of its frames ask for, in order.

    One pass over the text finds cues and stems; the cues of a sentence are looked at when its stems are known. Linear
    in the length of the text.
    """
    beyond = len(text)
    spans = iter((*sentences, (beyond, beyond)))
    start, end = next(spans)
    waiting: list[tuple[int, int, Opening]] = []
    stems = 0
    for last, (length, opening, stem) in frames.automaton.iter(spaced(text)):
        if opening is None:
            first = last - length  # `last` is the last letter of the stem, counted from 1
            if first < end:
                stems |= stem
                continue
        else:
            first = last - length - 1  # `last` is the space behind the cue
        if first >= end:
            if waiting:
                for cue in waiting:
                    if not (wanted := cue[2].stems) or wanted & stems:
                        yield from _fitting(text, (start, end), stems, cue)
                waiting = []
            stems = 0
            while first >= end and start < beyond:
                start, end = next(spans)
        stems |= stem
        if opening is None or first < start:
            continue
        if opening.marked and text[first : last - 1].lower() != opening.word.lower():
            continue  # "re elect" is not "re-elect"
        waiting.append((first, last - 1, opening))
    for cue in waiting:
        if not (wanted := cue[2].stems) or wanted & stems:
            yield from _fitting(text, (start, end), stems, cue)


def _fitting(text: str, sentence: tuple[int, int], stems: int, cue: tuple[int, int, Opening]) -> tuple[Likely, ...]:
    """The cue of the sentence, which has these stems, if it is followed by what some frame asks for."""
    first, behind, opening = cue
    bare = text[behind : min(sentence[1], behind + REACH)].lstrip()
    likely = [frame for frame, own in opening.frames if (not own or own & stems) and _may_follow(frame, bare)]
    return ((sentence, Cue(first, behind, opening.word), likely),) if likely else ()


def _may_follow(frame: Frame, bare: str) -> bool:
    """Whether what stands behind the cue, without leading space, is what the frame asks for."""
    if frame.then is None:
        return True
    if frame.object_between:
        near = bare[:OBJECT_REACH]
        return (frame.probe is None or frame.probe.search(near) is not None) and frame.then.search(near) is not None
    if frame.then.match(bare) is not None:
        return True
    return after_adverb(frame, bare) is not None


def after_adverb(frame: Frame, bare: str) -> re.Match[str] | None:
    """The follow-up after one adverb or day: "resigned abruptly from cabinet", "resigned Tuesday as leader"."""
    if frame.then is None or frame.after_noun:
        return None
    skipped = BETWEEN.match(bare)
    return frame.then.match(bare, skipped.end()) if skipped else None
