"""The same change told again of others: "as was P", "P followed suit", "The others are P and P", "after P and P"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.candidates import DateMention, PersonRef
from scripts.caucus_changes.echoes import (
    LISTED,
    NEXT_SENTENCE,
    Echo,
    each_with_day,
    echo_after,
    echoes_in,
    others_of_the_count,
)
from scripts.caucus_changes.lists import is_somebody
from scripts.caucus_changes.merging import LEAVING, Telling
from scripts.caucus_changes.people import (
    is_among_members,
    is_member,
)
from scripts.caucus_changes.sentence_shorthand import in_shorthand
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import PERSON, Shorthand
from scripts.caucus_changes.titles import title_party_of
from scripts.caucus_changes.triggers import Trigger

_A_COUNT = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last)\b")


_ECHOING = re.compile(
    NEXT_SENTENCE.pattern
    + r"|\b(?:[Jj]oining|[Ff]ollowing|[Aa]ccompanying)\s\S|\b(?:joined|followed|accompanied)\s(?:\w+\s){0,5}by\b"
)
"""A quick look for what may repeat the change told just before."""


def retold_of_others(
    reading: Reading, short: Shorthand, trigger: Trigger, told: Sequence[Telling], start: int, end: int
) -> Iterator[Telling]:
    """The same change of others: "as was P", "P followed suit" in the next sentence."""
    if not told or trigger.kind not in LEAVING | {"crossed_floor", "joined"}:
        return
    for echo in echoes_in(short, trigger):
        yield from _retold(reading, short, trigger, told[0], echo, start, end)
    others = others_of_the_count(short, trigger) if trigger.kind in LEAVING else None
    if others is not None:
        # how each of those who sit apart came to do so the sentence does not say
        kind = "left" if trigger.rule == "sits_as_independent" else trigger.kind
        yield from _retold(
            reading, short, replace(trigger, caucus=True), replace(told[0], kind=kind), others, start, end
        )
    yield from _companions(reading, short, trigger, told[0], start, end)
    following = reading.layout.sentence_at(end + 1) or reading.layout.sentence_at(end + 2)
    if following is None or following[0] < end or following[1] - following[0] > 400:
        return
    if _A_COUNT.search(reading.article.text, start, following[1]):
        beside = in_shorthand(reading, *following)
        for echo in each_with_day(short, beside, trigger):
            yield from _retold(reading, beside, replace(trigger, caucus=True), told[0], echo, *following)
    if _ECHOING.search(reading.article.text, following[0], following[1]):
        after = in_shorthand(reading, *following)
        echo_there = echo_after(after)
        if echo_there is not None:
            yield from _retold(reading, after, trigger, told[0], echo_there, *following)


def _companions(
    reading: Reading, short: Shorthand, trigger: Trigger, first: Telling, start: int, end: int
) -> Iterator[Telling]:
    """ "P and her eight companions crossed the floor. ... The others are P, P and P": those whom a list names soon."""
    text = reading.article.text
    if trigger.rule == "takes_along":
        listed = _BEHIND_COLON.search(short.text, trigger.end)
        if listed is not None:
            echo = Echo(short.signs_in(listed.start("n"), listed.end("n"), PERSON), None)
            for telling in _retold(reading, short, trigger, first, echo, start, end):
                yield replace(telling, title_party_id=first.title_party_id, title_party_name=first.title_party_name)
            return
    among = _AMONG_THEM.search(text, start, end)
    counted = _WITH_COMPANIONS.search(text, start, end) or among
    listing = (_THEY_ARE if among else _THE_OTHERS_ARE).search(text, end, end + _LIST_SOON) if counted else None
    sentence = reading.layout.sentence_at(listing.end()) if listing else None
    if counted is None or listing is None or sentence is None or sentence[1] - sentence[0] > _LONGEST_LIST:
        return
    there = in_shorthand(reading, *sentence)
    names = LISTED.search(there.text)
    if names is None:
        return
    echo = Echo(there.signs_in(names.start("n"), names.end("n"), PERSON), None)
    for telling in _retold(reading, there, replace(trigger, caucus=True), first, echo, *sentence):
        if telling.title_party_id is None:
            telling = replace(telling, title_party_id=first.title_party_id, title_party_name=first.title_party_name)
        yield telling


_BEHIND_COLON = re.compile(rf":\s(?P<n>{PERSON}(?:(?:,| and|, and) {PERSON})*)(?!')")


_LIST_SOON, _LONGEST_LIST = 300, 900
_WITH_COMPANIONS = re.compile(
    r"\b(?:and|with|along\swith|et|avec)\s(?:(?:his|her|their|ses|leurs)\s)?(?:\w+\s){1,3}?"
    r"(?:companions|colleagues|others|MLAs|MPPs|MNAs|MHAs|MPs|members|followers|collègues|autres|députés)\b"
)


# "Nine G MLAs, among them the leader, went over. They are P, P and P"
_AMONG_THEM = re.compile(
    r"\b(?:MLAs|MPPs|MNAs|MHAs|MPs|members|senators|legislators)\b,?\s(?:[^.;,]{0,30},\s)?(?:among\sthem|including|led\sby)\s"
)


_THEY_ARE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?:They|The\s(?:others|rest|eight|seven|six|five|four|three|nine|ten)|The\sother\s\w+)\s(?:are|were|include|included)\b"
    r"(?!\s(?:not|n't)\b)"
)


_THE_OTHERS_ARE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?:The\s(?:others|rest|eight|seven|six|five|four|three)|The\sother\s\w+|Les\s(?:autres|\w+\sautres))\s"
    r"(?:are|were|include|included|sont)\b(?!\s(?:not|n't)\b)"
)


def _retold(
    reading: Reading, short: Shorthand, trigger: Trigger, first: Telling, echo: Echo, start: int, end: int
) -> Iterator[Telling]:
    when = echo.day.value if echo.day is not None and isinstance(echo.day.value, DateMention) else None
    for sign in echo.signs:
        if not isinstance(sign.value, PersonRef) or sign.value == first.person or not is_somebody(sign.value):
            continue
        if not (
            trigger.caucus or is_member(reading, sign.value, sign) or is_among_members(reading, sign.value, start, end)
        ):
            continue
        title_id, title_name = title_party_of(reading, short, sign.value, sign)
        yield replace(
            first,
            start=start,
            end=end,
            person=sign.value,
            day=when.date if when else None if echo.later else first.day,
            precision=when.precision if when else None if echo.later else first.precision,
            current=first.current and when is None and not echo.later,
            title_party_id=title_id,
            title_party_name=title_name,
            chamber=first.chamber,
        )
