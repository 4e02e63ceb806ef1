"""Is an event dated by its own day, and not by that of something else in its sentence?"""

from __future__ import annotations

from datetime import date

import pytest

from tests.scripts.happenings import of_type
from tests.scripts.members import PUBLISHED

ABOVE = "The House rose.\n\nThe Senate sat.\n\n"
"""A lead about something else."""

# sentence behind such a lead, type, date
DATED: list[tuple[str, str, date | None]] = [
    # a date behind a colon belongs to what stands there
    ("Paul Harker is under investigation: in June 2013, an aide complained.", "investigation", None),
    ("Paul Harker has been under investigation since June 2013.", "investigation", date(2013, 6, 1)),
    # a date that is called the day of the event
    ("The watching ended on April 9, 2012, the day of Paul Harker's arrest in Guelph.", "detention", date(2012, 4, 9)),
    ("The watching ended on April 9, 2012, the day before Paul Harker's arrest in Guelph.", "detention", None),
    # "later" before the first of two verbs
    ("Helen Strand later quit the party and testified that Paul Harker pressured her.", "allegation", None),
    ("Helen Strand quit the party and testified that Paul Harker pressured her.", "allegation", PUBLISHED),
    # what holds, and what somebody said that day
    ("Paul Harker is alleged to have met the consul.", "allegation", None),
    ("Paul Harker is accusing Helen Strand of lying.", "allegation", PUBLISHED),
    # the day of the wrong is not that of the allegation
    ("Helen Strand published allegations that Paul Harker took bribes in 2019.", "allegation", None),
    ("Critics of Helen Strand deny that she lied in 2019. She accused Paul Harker of fraud.", "allegation", PUBLISHED),
    ("Helen Strand spoke to the members in 2019. She accused Paul Harker of fraud.", "allegation", date(2019, 1, 1)),
    # a spell in office that goes on
    ("MP for Ashburn since 2011, Paul Harker accuses Helen Strand of lying.", "allegation", PUBLISHED),
    ("On March 3, 2011, Paul Harker accused Helen Strand of lying.", "allegation", date(2011, 3, 3)),
    # what somebody resigns as does not part the verb from its date
    ("Paul Harker resigned as member of Parliament in August 2012.", "seat_vacated", date(2012, 8, 1)),
    # a date of another event, and of another clause
    (
        "Paul Harker crossed the floor on Jan. 20, two days before Helen Strand resigned as premier.",
        "leadership_change",
        None,
    ),
    (
        "Helen Strand, whom they expelled last year, spoke. The government survived a confidence vote.",
        "confidence_vote",
        None,
    ),
    # what was under way has no day
    ("The RCMP was investigating Paul Harker.", "investigation", None),
    # a source tells now what was then
    ("According to Global News, Paul Harker took part in a fraud in 2019.", "allegation", PUBLISHED),
    # an earlier election
    ("Paul Harker lost Whitford to Robert Lindgren in April's general election.", "election", None),
]


@pytest.mark.parametrize(("sentence", "event_type", "day"), DATED)
def test_an_event_has_its_own_date(sentence: str, event_type: str, day: date | None) -> None:
    assert [event.date for event in of_type(event_type, ABOVE + sentence)] == [day]


def test_a_spell_in_office_dates_nothing_in_french_either() -> None:
    text = "Député de Rivière-Haute depuis 2011, Paul Harker accuse Helen Strand de mentir."
    assert [event.date for event in of_type("allegation", text, language="fr")] == [PUBLISHED]
