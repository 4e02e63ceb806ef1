"""Does each frame of the lexicon of events do what stands beside it?"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.vocabularies import CLAIM, EVENT_TYPE, PARTICIPANT_ROLE
from scripts.events.frames import Frame, frames_of, spaced
from scripts.lexicon import load
from tests.scripts.happenings import of_type

FRAMES = [(language, frame) for language in ("en", "fr") for frame in frames_of(language).frames]
EXAMPLES = [(language, frame, sentence) for language, frame in FRAMES for sentence in frame.examples]
COUNTEREXAMPLES = [(language, frame, sentence) for language, frame in FRAMES for sentence in frame.counterexamples]


@pytest.mark.parametrize(
    ("language", "frame", "sentence"), EXAMPLES, ids=[f"{lang}:{f.rule}" for lang, f, _ in EXAMPLES]
)
def test_a_frame_finds_the_sentence_it_is_for(language: str, frame: Frame, sentence: str) -> None:
    assert frame.rule in {event.rule for event in of_type(frame.event_type, sentence, language=language)}


@pytest.mark.parametrize(
    ("language", "frame", "sentence"), COUNTEREXAMPLES, ids=[f"{lang}:{f.rule}" for lang, f, _ in COUNTEREXAMPLES]
)
def test_no_frame_takes_the_sentence_for_its_type(language: str, frame: Frame, sentence: str) -> None:
    assert of_type(frame.event_type, sentence, language=language) == []


def test_every_frame_has_a_sentence_that_it_is_for() -> None:
    assert [frame.rule for _, frame in FRAMES if not frame.examples] == []


def test_every_event_type_is_told_by_some_frame_or_by_a_caucus_change() -> None:
    assert {frame.event_type for frame in frames_of("en").frames} | {"caucus_change"} == set(EVENT_TYPE)


def test_every_role_type_and_claim_is_a_term_of_its_vocabulary() -> None:
    assert {role for _, frame in FRAMES for role in frame.roles.values()} <= set(PARTICIPANT_ROLE)
    assert {frame.event_type for _, frame in FRAMES} <= set(EVENT_TYPE)
    assert {frame.claim for _, frame in FRAMES} <= set(CLAIM)


def test_rule_names_are_unique_within_a_language() -> None:
    for language in ("en", "fr"):
        rules = [frame.rule for frame in frames_of(language).frames]
        assert len(rules) == len(set(rules))


WITH_STEMS = [frame for _, frame in FRAMES if frame.stems and frame.then is not None and frame.then.pattern]


@pytest.mark.parametrize("frame", WITH_STEMS, ids=[frame.rule for frame in WITH_STEMS])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_text_that_fits_a_frame_is_without_its_stems(frame: Frame, data: st.DataObject) -> None:
    assert frame.then is not None
    seen_ahead = re.compile(frame.then.pattern.replace("(?=", "(?:"), re.IGNORECASE)  # what is looked ahead for as well
    text = data.draw(st.from_regex(seen_ahead, fullmatch=True))
    words = spaced(text).casefold()
    assert any(spaced(stem)[:-1] in words for stem in frame.stems), "its `with` lets no such sentence through"


def test_a_frame_whose_stems_are_of_who_takes_part_has_one_in_every_name() -> None:
    frames = [frame for _, frame in FRAMES if frame.stems and not (frame.then and frame.then.pattern)]
    courts = [str(name).lower() for group in ("names", "nouns") for name in load("organizations")["courts"][group]]
    assert [frame.rule for frame in frames] == ["court_ruling.court-rules"]
    assert all(frame.kinds["before"] == {"court"} for frame in frames)
    assert [name for name in courts if not any(f" {stem}" in spaced(name) for stem in frames[0].stems)] == []
