"""Who said each statement: what its mention of the speaker ("Roy", "the premier", "she") stands for in the cast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scripts.candidates import PersonRef, Statement
from scripts.people.cast import Cast
from scripts.people.mentions import PRONOUN_GENDER
from scripts.people.word_lists import fold
from scripts.statements.quotations import has_marks


def resolve_speakers(statements: Iterable[Statement], cast: Cast) -> list[Statement]:
    """The statements with `speaker` filled in: see `Cast.resolve`. A statement that names no speaker keeps None.

    A carried speaker (`speaker_at` None) is whoever said the statement before with the same mention, and a pronoun
    with nobody named since the last speaker is that speaker.
    """
    resolved: list[Statement] = []
    said_by: dict[str, PersonRef] = {}
    last: PersonRef | None = None
    everything = list(statements)
    contents = Contents(everything, cast)
    for statement in everything:
        mention = statement.speaker_mention
        if mention is None:
            resolved.append(statement)
            continue
        if statement.speaker_at is None:
            speaker = said_by.get(mention) or last or cast.resolve(mention, statement.start)
        else:
            speaker = cast.resolve(mention, statement.speaker_at[0])
            if PRONOUN_GENDER.get(mention.lower()):
                speaker = contents.not_spoken_of(statement, speaker, resolved) or speaker
            elif mention.lower() in TAKEN_UP and last is not None and resolved:
                speaker = taken_up(mention, statement, resolved[-1], cast) or speaker
        if speaker.person_id is None and speaker.unresolved_reason is not None and statement.speaker_at is not None:
            speaker = _by_periphrasis(mention, statement.speaker_at[0], cast, last) or speaker
        if (
            speaker.unresolved_reason == "nobody before fits the pronoun"
            and last is not None
            and _agrees(cast, last, mention)
        ):
            speaker = last
        said_by[mention] = speaker
        last = speaker
        resolved.append(_spoken_by(speaker, statement))
    return resolved


_THE_ONE_WHO = re.compile(
    r"(?P<w>[Cc]elui|[Cc]elle)\s(?:qui|que|dont|à\squi)\b|(?P<o>ses|son|sa)\Z|[Ll]['’]intéressé(?P<f>e)?\Z"
)


def _by_periphrasis(mention: str, at: int, cast: Cast, last: PersonRef | None) -> PersonRef | None:
    """Who is « celle qui avait été élue en 2015 », « à ses yeux », « l'intéressée »: who spoke last."""
    found = _THE_ONE_WHO.match(mention)
    if found is None:
        return None
    gender = None if found["o"] else "woman" if found["f"] or (found["w"] or "").lower() == "celle" else "man"
    if last is not None and last.is_one and last.name and cast.gender_of(last) in (gender, None):
        return last
    return cast.subject_before(at, gender)


TAKEN_UP = {"it": ("organization",), "they": ("several people", "organization")}
"""Pronouns that take up whoever spoke just before, and of what sort that speaker must be."""
NOT_SUBJECTS = frozenset(["according-to", "shows", "noun-of-saying"])
"""Rules whose speaker is not the subject that "it" and "they" go on with."""
SHORT_START = 40


def taken_up(mention: str, statement: Statement, before: Statement, cast: Cast) -> PersonRef | None:
    """The organization or the people that "it" or "they" stands for: who spoke just before in the same paragraph.

    For: 'The caucus said in a statement that Roe had left. "He must resign," it said.' Not where the paragraph ends.
    """
    speaker = before.speaker
    if speaker is None or statement.speaker_at is None or speaker.unresolved_reason not in TAKEN_UP[mention.lower()]:
        return None
    if before.rule in NOT_SUBJECTS or statement.rule in NOT_SUBJECTS:
        return None
    if mention.lower() == "they" and speaker.unresolved_reason == "organization" and not speaker.name.endswith("s"):
        return None
    at = statement.speaker_at[0]
    if before.start > at or cast.sentences_between(before.end - 1, at) > 1:
        return None
    if fold(speaker.name) in TAKEN_UP or cast.layout.paragraph_at(before.start) != cast.layout.paragraph_at(at):
        return None
    return PersonRef(speaker.name, None, speaker.unresolved_reason)


class Contents:
    """What was said in an article, asked whether a pronoun's person is only somebody spoken of."""

    def __init__(self, statements: Sequence[Statement], cast: Cast) -> None:
        self.cast = cast
        self.statements = statements
        self.own: dict[int, list[Statement]] = {}
        for statement in statements:
            self.own.setdefault(statement.utterance, []).append(statement)

    def not_spoken_of(self, statement: Statement, speaker: PersonRef, before: Sequence[Statement]) -> PersonRef | None:
        """Who says it, where `speaker` (whom the pronoun takes up) is only named in what is said.

        For: 'Roy answered at once. Roe, he said, has chosen badly.' (Roy) and 'Roe has ruined it, Roy complained.
        "He must go," he said.' (Roy). Not: 'Roe said he would go. He said ...', where Roe spoke.
        """
        at = statement.speaker_at[0] if statement.speaker_at else statement.start
        gender = PRONOUN_GENDER[(statement.speaker_mention or "").lower()]
        spans = [(s.start, s.end) for s in self.own[statement.utterance] if s.start < at]
        if statement.rule == "trailing":
            sentence = self.cast.layout.sentence_at(at)
            begun = self.cast.article.text[sentence[0] : at] if sentence else ""
            if len(begun) <= SHORT_START and not has_marks(begun):
                spans.append((at - len(begun), at))  # "Roe, he said, has chosen badly": too short to be a statement
        named = self.cast.last_named(speaker, at)
        if named is None:
            return None
        if any(start <= named < end for start, end in spans):
            if before and before[-1].speaker == speaker and self.cast.sentences_between(before[-1].start, at) <= 1:
                return None  # Roe goes on, by name
            other = self.cast.subject_outside(at, gender, spans)
            return other if other is not None and other != speaker else None
        for earlier in reversed(before[-2:]):
            if earlier.start <= named < earlier.end and earlier.kind != "direct":
                said_by = earlier.speaker
                if (
                    said_by is None
                    or said_by == speaker
                    or not said_by.is_one
                    or self.cast.gender_of(said_by) not in (gender, None)
                    or self.cast.gender_of(said_by) is None
                ):
                    return None
                return said_by
        return None


def _spoken_by(speaker: PersonRef, statement: Statement) -> Statement:
    """What `dataclasses.replace(statement, speaker=speaker)` gives, at a fifth of its time."""
    spoken = object.__new__(Statement)
    vars(spoken).update(vars(statement), speaker=speaker)
    return spoken


def _agrees(cast: Cast, person: PersonRef, pronoun: str) -> bool:
    gender = PRONOUN_GENDER.get(fold(pronoun))
    return person.is_one and cast.gender_of(person) in (gender, None)
