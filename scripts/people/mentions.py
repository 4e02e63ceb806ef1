"""Where an article mentions a person, and which earlier mention a pronoun takes up.

The rule of pronouns, after the way that news is written: the subject goes on. "he" is the nearest subject before it in
its own sentence ("Dong said he would"), else the first subject of the nearest sentence before ("Trudeau met Dong. He
said"), else whoever that sentence names. People inside a quotation are not taken up by a pronoun outside it, an owner
("Dong's lawyer") only where nobody else fits, and gender must not disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scripts.candidates import PersonRef
from scripts.lexicon import load
from scripts.people.word_lists import words

REACH_SENTENCES = 6
"""How many sentences back a pronoun may reach."""
REACH_MENTIONS = 40

SUBJECT, OBJECT, OWNER, QUOTED = 3, 2, 1, 0
"""How readily a pronoun takes up a mention."""

PRONOUN_GENDER = {
    "he": "man",
    "him": "man",
    "his": "man",
    "himself": "man",
    "she": "woman",
    "her": "woman",
    "hers": "woman",
    "herself": "woman",
    "il": "man",
    "lui": None,
    "elle": "woman",
    "celui-ci": "man",
    "celle-ci": "woman",
    "ce dernier": "man",
    "cette dernière": "woman",
    "cette derniere": "woman",
    "the former": None,
    "the latter": None,
}
_LISTS = load("mentions")
_INVERTED, _PREPOSITION, _OPENER, _MAYBE = "inverted", "preposition", "clause opener", "maybe an opener"
_BEFORE = {
    word: sort
    for sort, group in (
        (_MAYBE, _LISTS["maybe_openers"]),
        (_OPENER, _LISTS["clause_openers"]),
        (_PREPOSITION, _LISTS["prepositions"]),
        (_INVERTED, _LISTS["inverted"]),
        (_INVERTED, [word.replace("'", "’") for word in _LISTS["inverted"]]),
    )
    for word in group
}
"""What a word before a mention says of it; of a word in several lists the last one counts."""
_PERSONAL_VERBS = words().personal_verbs
_MARKS = ",.;:!?'’)]”\"»"
"""Marks that end a word: where one follows directly, no word does."""


class Mention(NamedTuple):
    """One mention of a person; `text` is the article's words from `start` to `end`."""

    start: int
    end: int
    text: str
    person: PersonRef
    kind: str
    """`name` (full), `surname`, `given`, `role` ("the prime minister") or `pronoun`."""
    possessive: bool = False
    """The mention owns or modifies what follows and does not act itself: "Dong's family", "the Trudeau government",
    "his"."""
    title: str = ""
    """The title or honorific that stands directly before the name."""
    subject: bool = False
    """Whether it looks like the subject of its clause."""
    quoted: bool = False
    """Whether it stands inside a quotation."""


Placed = tuple[int, int, int, int]
"""A mention as the rule of pronouns sees it: where it begins, whose it is, in which sentence, how readily taken up."""


def word_after(text: str, end: int) -> str:
    """The word that follows `text[:end]` (its first 23 characters), without the stop behind it; "" before a mark."""
    if text[end : end + 1] in _MARKS:
        return ""
    after = text[end : end + 24].split(None, 1)
    return after[0].rstrip(".,;:") if after else ""


def rank_of(text: str, start: int, following: str, end: int, sentence_start: int) -> int:
    """SUBJECT or OBJECT for a mention (title included) at `text[start:end]` that is neither quoted nor an owner.

    `following` is the `word_after` it. A subject: opens its sentence or clause, or follows its verb of saying ("said
    Dong"), or is followed by a verb of saying. Not a subject: "a spokesman for Dong", "Trudeau met Dong".
    """
    before = text[max(sentence_start, start - 24) : start].rsplit(None, 1)
    if not before or before[-1][-1] in ',;:—–-”"»…':
        return SUBJECT
    last = before[-1].lower()
    sort = _BEFORE.get(last)
    # "told Singh, who said he": in the clause that follows, Singh is the subject.
    if sort is _INVERTED or text.startswith((", who ", " who ", ", qui "), end):
        return SUBJECT
    if sort is _PREPOSITION:
        return SUBJECT if last == "to" and before[0].lower().split()[-1:] == ["according"] else OBJECT
    if sort is _OPENER:
        return SUBJECT
    following = following.lower()
    if following in _PERSONAL_VERBS or (sort is _MAYBE and following.endswith("ed")):
        return SUBJECT if sort is None or text.startswith(" ", end) else OBJECT
    return OBJECT


def antecedent(
    placed: Sequence[Placed],
    before: int,
    sentence: int,
    gender: str | None,
    genders: Sequence[str | None],
    *,
    quoted_from: int | None = None,
) -> int | None:
    """The entity that a pronoun of `gender` takes up, or None.

    `placed` are the mentions so far in order; `before` how many of them stand before the pronoun; `sentence` the
    number of the pronoun's sentence; `genders` what is known of each entity. `quoted_from` is where the quotation
    around the pronoun begins: a quoted pronoun is not taken to mean whoever is named outside the quotation in the same
    sentence, who is likely its speaker.
    """
    best = best_rank = -1
    at_sentence = sentence
    first = True
    for index in range(before - 1, max(-1, before - 1 - REACH_MENTIONS), -1):
        start, entity, stands_in, rank = placed[index]
        if stands_in != at_sentence:
            if sentence - stands_in > REACH_SENTENCES:
                break
            if best_rank > OWNER or (not first and best_rank > QUOTED and at_sentence != sentence):
                return best
            at_sentence, first = stands_in, False
        if quoted_from is None:
            if rank == QUOTED:
                continue
        elif stands_in == sentence and start < quoted_from:
            continue
        # The nearest subject of the same sentence; the first subject of an earlier one.
        if rank > best_rank or (rank == best_rank and stands_in != sentence):
            known = genders[entity]
            if gender is None or known is None or known == gender:
                best, best_rank = entity, rank
    return best if best >= 0 else None
