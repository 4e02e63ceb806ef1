"""What one sentence tells: who changed caucus, how, from where to where, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import islice

from scripts.candidates import DateMention, PersonRef
from scripts.caucus_changes.anaphora import called_party, group_near, named_parties, party_of_owner
from scripts.caucus_changes.dating import when_of
from scripts.caucus_changes.facts import is_fact
from scripts.caucus_changes.merging import LEAVING, Telling
from scripts.caucus_changes.owners_french import party_of_owner_behind, party_of_remover
from scripts.caucus_changes.patterns import find_triggers, telling_words, words_in
from scripts.caucus_changes.people import (
    has_another_calling,
    is_among_members,
    is_member,
    is_never_named,
    people_meant,
    sits_with,
)
from scripts.caucus_changes.retellings import retold_of_others
from scripts.caucus_changes.sentence_shorthand import in_shorthand
from scripts.caucus_changes.sentences import TITLE, Reading, chamber_by_title, is_lead
from scripts.caucus_changes.shorthand import DATE, PERSON, Shorthand, Sign
from scripts.caucus_changes.subjects import Who, find_who
from scripts.caucus_changes.titles import party_of_sign, title_party_of
from scripts.caucus_changes.together import day_in_list
from scripts.caucus_changes.triggers import OBJECT, Trigger
from scripts.caucus_changes.words import PAST, words_of
from scripts.parties import INDEPENDENT, PartyMention
from scripts.people.gazetteer import last_day

_MOST_PHRASES = 16
"""A sentence with more phrases of leaving is no prose."""
_REASON = re.compile(
    r"\s(?P<cue>after|following|over|amid|because of|due to|in the wake of|pending|for (?=defying|refusing"
    r"|voting|opposing|criticizing|"
    r"attacking|breaking|making|supporting|speaking)|en raison de|à la suite de|après|pour avoir)\s?(?=\S)"
)
_REASON_STOPS = re.compile(
    r"[.;,“”\"()—]|\s--?\s|\s(?:and(?=\s(?!\ue000)[a-z])|but|who|which|to sit|while|when|as|mais|qui|et)\s"
)


@cache
def _telling_words(language: str) -> frozenset[str]:
    """The first words of all phrases of leaving: a sentence without any of them tells of no change."""
    adjectives = words_of(language).raw.get("removed", ())
    return telling_words(language) | frozenset(str(word) for word in adjectives)


def tellings_of(reading: Reading, start: int, end: int) -> Iterator[Telling]:
    text = reading.article.text
    if _telling_words(reading.words.language).isdisjoint(words_in(text[start:end])):
        return
    short = in_shorthand(reading, start, end)
    seen: set[Telling] = set()
    put_out: tuple[Sign, ...] = ()
    for trigger in sorted(islice(_with_adjectives(reading, short), _MOST_PHRASES), key=lambda t: t.start):
        if not is_fact(short, trigger, reading.words):
            continue
        who = find_who(short, trigger, reading.words)
        if who is None:
            continue
        if put_out and trigger.rule == "sits_as_independent" and re.fullmatch(r"[Hh]e|[Ss]he|[Tt]hey", who.words):
            # "The leader expelled P; he now sits as an Independent": who was expelled, not who did it
            who = Who(put_out)
        if trigger.role == OBJECT and trigger.kind in LEAVING:
            put_out = who.signs
        people = list(people_meant(reading, who, short))
        if (
            len(people) > 1
            and any(is_member(reading, person, sign) for person, sign in people)
            and not any(has_another_calling(reading, person) for person, _ in people)
        ):
            trigger = replace(trigger, caucus=True)  # what one member did with others, the others did as members
        told = [
            telling
            for person, sign in people
            if (telling := _telling(reading, short, trigger, person, sign, start, end)) is not None
        ]
        told = _with_shared_party(reading, told)
        if who.count:
            told = [_with_day_in_list(reading, telling, who.start) for telling in told]
        told.extend(retold_of_others(reading, short, trigger, told, start, end))
        for telling in told:
            if telling not in seen:
                seen.add(telling)
                yield telling


def _with_shared_party(reading: Reading, told: list[Telling]) -> list[Telling]:
    """ "Wildrose Leader P and MLAs P and P joined the G": those of one list came from the one caucus that is named."""
    named = {(t.title_party_id, t.title_party_name) for t in told if t.title_party_id or t.title_party_name}
    if len(told) > 1 and not named and told[0].kind in ("joined", "crossed_floor") and told[0].left_id is None:
        called = {p.party_id: p for t in told if (p := called_party(reading, t.person)[0]) is not None}
        named = {(p.party_id, p.text) for p in called.values() if p.party_id != told[0].joined_id}
    if len(told) < 2 or len(named) != 1 or (INDEPENDENT, "Independent") in named:
        return told
    party_id, name = next(iter(named))
    return [t if t.title_party_id else replace(t, title_party_id=party_id, title_party_name=name) for t in told]


def _with_day_in_list(reading: Reading, telling: Telling, at: int) -> Telling:
    when = day_in_list(reading, telling.person, at)
    return telling if when is None else replace(telling, day=when.date, precision=when.precision, current=False)


_REMOVED_BEFORE = (
    r"(?:^|\b(?:[Tt]he|[Aa]n?|[Rr]ecently|[Nn]ow|[Nn]ewly|and)\s|[,;(“\"]\s?)(?P<adj>(?i:{words}))[\s-]"
    r"(?:[a-z]+\s)?(?P<p>" + PERSON + ")"
)


def _with_adjectives(reading: Reading, short: Shorthand) -> Iterator[Trigger]:
    yield from find_triggers(short, reading.words.language)
    if reading.words.language != "en":
        return
    # "ousted Tory MP P"; not "the ousted minister P".
    for match in re.finditer(
        _REMOVED_BEFORE.format(words="|".join(reading.words.raw["removed"] + ["suspended"])), short.text
    ):
        sign = short.sign(match.start("p"))
        party = next((s for s in sign.title_signs if isinstance(s.value, PartyMention)), None)
        if party is None or not re.search(r"\b(?:MP|MPP|MNA|MLA|MHA|Senator|senator|Sen\.|backbencher)\b", sign.title):
            continue
        kind = "suspended" if match["adj"].lower() == "suspended" else "expelled"
        yield Trigger(
            kind,
            match.start("adj"),
            match.end(),
            "object",
            "removed_adjective",
            frozenset(),
            party,
            None,
            False,
            match.span("p"),
            True,
        )


def _telling(
    reading: Reading, short: Shorthand, trigger: Trigger, person: PersonRef, sign: Sign | None, start: int, end: int
) -> Telling | None:
    if trigger.rule.startswith("bare") and not _speaks_of_caucus(reading, start, end):
        near = reading.article.text[max(0, start - 400) : end]
        if trigger.rule != "bare_counted" or not _OF_MEMBERS.search(near) or _IN_THE_HOUSE.search(near):
            return None
    left, joined = party_of_sign(trigger.left), party_of_sign(trigger.joined)
    if left is None and trigger.role == OBJECT:
        agent = _agent_party(short, trigger, joined)
        if trigger.kind in ("joined", "reinstated"):
            joined = joined or agent  # "The Liberals let P back into caucus"
        else:
            left = agent
    if left is None and trigger.kind in LEAVING and reading.words.language == "fr":
        left = party_of_owner_behind(reading, short, trigger) or party_of_remover(reading, short, trigger)
    if (
        joined is None
        and trigger.kind in ("joined", "crossed_floor")
        and not trigger.independent
        and trigger.rule != "arrived_from"
    ):
        joined = _joined_meant(reading, short, trigger, person, left, start, end)
        if joined is None and trigger.kind == "joined":
            return None
    if reading.cast.hints_of(person).foreign:
        return None  # "Australian senator P"
    title_party = title_party_of(reading, short, person, sign)
    if trigger.rule == "arrived_from" and joined is None:
        # "Conservative MLA P, who arrived from B.C. United": what one is called now is where one went
        joined = _party_called(reading, sign, person, left)
        title_party = (None, None)
        if joined is None:
            return None
    sentence = short.text
    if not trigger.caucus and trigger.left is not None and _is_the_caucus(reading, trigger.left):
        trigger = replace(trigger, caucus=True)
    if not trigger.caucus and reading.words.candidacy.search(sentence) and trigger.kind in LEAVING:
        return None
    if trigger.kind in ("joined", "crossed_floor", "reinstated") and reading.words.elected.search(
        sentence[trigger.end : trigger.end + 60]
    ):
        return None
    if trigger.kind in LEAVING and re.match(
        r"\s(?:as\s(?:its|their|his|her|a|the|party|caucus)\s(?!member|MP|independent|result|consequence)|leader"
        r"|leadership)",
        sentence[trigger.end :],
    ):
        return None
    if not (
        trigger.caucus
        or is_member(reading, person, sign)
        or sits_with(reading, person, left.party_id if left else None)
        or (_tells_of_members(trigger, left, joined, title_party[0]) and is_among_members(reading, person, start, end))
    ):
        return None
    if (
        sign is not None
        and re.search(
            r"(?:^|\s)(?:[Ff]ormer|ex-?)\s(?:[A-Z][\w-]+\s)?(?:MP|MPP|MLA|MNA|senator|premier|prime)", sign.title
        )
        and not trigger.caucus
    ):
        return None
    when = when_of(reading, short, trigger, start)
    if person.person_id and is_never_named(reading, person) and not _is_news(reading, start, when):
        return None  # "the Whitford MP" of a story from years ago: not whoever has the riding today
    independent = trigger.independent
    came_alone = (
        left is None and trigger.kind in ("joined", "crossed_floor", "reinstated") and _CAME_ALONE.search(sentence)
    )
    opening = is_lead(reading, start)
    future = bool(
        re.search(
            r"\b(?:will|'ll|is|are|announced|would|has|have|to|siégera|quitte)\b",
            sentence[max(0, trigger.start - 40) : trigger.start],
        )
    )
    return Telling(
        start=start,
        end=end,
        person=person,
        kind=trigger.kind,
        rule=trigger.rule,
        left_id=left.party_id if left else INDEPENDENT if came_alone else None,
        left_name=left.text if left else "Independent" if came_alone else None,
        joined_id=joined.party_id if joined else None,
        joined_name=joined.text if joined else None,
        independent=independent,
        strong=trigger.strong,
        day=when.date if when else None,
        precision=when.precision if when else None,
        current=(opening or (future and trigger.rule != "removed_adjective"))
        and when is None
        and trigger.rule not in ("removed_adjective", "card")
        and not (trigger.rule == "sits_as_independent" and PAST in trigger.forms)
        and not _is_background(short, trigger),
        title_party_id=title_party[0],
        title_party_name=title_party[1],
        reason=_reason(reading, short, trigger),
        chamber=_chamber_of_title(reading, sign, sentence),
        later=_SINCE_THEN.search(sentence, max(0, trigger.start - 24), trigger.start) is not None,
        perfect=_PERFECT.search(sentence, max(0, trigger.start - 24), trigger.start) is not None,
    )


def _tells_of_members(
    trigger: Trigger, left: PartyMention | None, joined: PartyMention | None, title_party: str | None
) -> bool:
    """Whether the phrase names what a member leaves, or both caucuses: "quit the G", "crossed to the G", "joined the G"
    of one who is called by another party; anybody can join a party."""
    if trigger.kind == "joined":
        return joined is not None and title_party not in (None, joined.party_id)
    return left is not None or joined is not None


def _party_called(
    reading: Reading, sign: Sign | None, person: PersonRef, left: PartyMention | None
) -> PartyMention | None:
    titles = [p for p in map(party_of_sign, sign.title_signs if sign else ()) if p is not None]
    now, _ = called_party(reading, person)
    not_this = left.party_id if left else None
    return next((p for p in (*titles, now) if p is not None and p.party_id != not_this), None)


def _is_the_caucus(reading: Reading, left: Sign) -> bool:
    """Whether "it" in "P left the caucus before him. P was expelled from it" takes up a caucus."""
    text = reading.article.text
    if text[left.start : left.end].lower() not in ("it", "them"):
        return False
    named = list(_CAUCUS_OR_PARTY.finditer(text, max(0, left.start - 200), left.start))
    return bool(named) and named[-1].group() == "caucus"


_CAUCUS_OR_PARTY = re.compile(r"\b(?:caucus|party|committee|cabinet|board|team)\b")
_SINCE_THEN = re.compile(r"\b(?:since|later|afterwards?|subsequently)\s(?:\w+ly\s)?$")


def _is_news(reading: Reading, start: int, when: DateMention | None) -> bool:
    published = reading.article.published_on
    if when is None or published is None:
        return is_lead(reading, start)
    return published - last_day(when.date, when.precision) < _OF_LATE


_OF_LATE = timedelta(days=62)
_PERFECT = re.compile(r"\b(?:has|have)\s(?:\w+\s){0,2}$")


# "joined the G after two years as an independent", "had been sitting as an Independent"
_CAME_ALONE = re.compile(
    r"\b(?:years?|months?|weeks?|days?|time|stint|spell|been|sitting|sat|then|previously|until\s\w+)\s(?:\w+\s){0,2}?"
    r"(?:as\s)?an?\s(?i:independent)|\b(?:ans?|mois|semaines?|années?)\s(?:comme|à\stitre\sd')\s?indépendant"
)
_IN_THE_HOUSE = re.compile(
    r"\b(?:Speaker|chamber|from\sthe\s(?:House|legislature|Senate|committee|meeting|room)|sergeant"
    r"|conseil\sdes\sministres"
    r"|cabinet|Chambre|réunion|Assemblée|school|police|country)\b"
)


def _speaks_of_caucus(reading: Reading, start: int, end: int) -> bool:
    """Whether "was expelled" right here is from a caucus: the sentence or the one before speaks of one."""
    near = reading.article.text[max(0, start - 260) : end]
    if reading.words.language == "fr" and _OF_IT.search(reading.article.text, start, end):
        # « P, P et P représentent le G. P en a été exclu »
        return bool(named_parties(reading, max(0, start - 160), end)) and _IN_THE_HOUSE.search(near) is None
    spoken = "aucus" in near or "arliamentary group" in near
    if reading.words.language == "fr":
        spoken = spoken or _OF_THE_BENCHES.search(near) is not None
    return spoken and _IN_THE_HOUSE.search(near) is None


_OF_MEMBERS = re.compile(r"\b(?:députés|élus|sénateurs)\b")
_OF_THE_BENCHES = re.compile(
    r"\bdans\sles\srangs\sd|\b(?:groupe|aile)\sparlementaire\b|\bdéputation\b|\b(?:comme|à\stitre\sd['’])\s?(?:députée?\s)?indépendante?\b"
)
_OF_IT = re.compile(r"\ben\s(?:a|ont|avait|avaient|fut)\s(?:été\s)?")
_OWNER = re.compile(rf"(?P<p>{PERSON})'s?\s|\b(?P<its>his|her|their|its)\s")


def _joined_meant(
    reading: Reading,
    short: Shorthand,
    trigger: Trigger,
    person: PersonRef,
    left: PartyMention | None,
    start: int,
    end: int,
) -> PartyMention | None:
    """The party of "joined her caucus", "joined the group", "crossed the floor" where the words around it name it."""
    inside = short.text[trigger.start : trigger.end]
    place = short.place(trigger.start)
    if trigger.kind == "joined":
        owner = _OWNER.search(inside)
        if owner is not None and owner["p"]:
            party_id, name = party_of_owner(reading, short.sign(trigger.start + owner.start("p")))
            if party_id:
                return PartyMention(start, start, name or "", party_id)
            return group_near(reading, start, only_groups=False)
        if owner is not None:
            return group_near(reading, place, only_groups=False)
        if _GOVERNMENT_SIDE.search(inside):
            return None  # whose government it is the words do not say
        if re.search(r"\b(?:group|groupe)$", inside):
            return group_near(reading, place, only_groups=True) if not _GOES_ON.match(short.text, trigger.end) else None
        if not trigger.caucus or re.search(r"\branks$", inside):
            return None
        return group_near(reading, place, only_groups=False)
    if left is None:
        return None
    now, former = called_party(reading, person)
    not_these = {left.party_id, *(p.party_id for p in (now, former) if p is not None)}
    around = [p for p in named_parties(reading, max(0, start - 250), end) if p.party_id not in not_these]
    return around[-1] if len({p.party_id for p in around}) == 1 else None


_GOVERNMENT_SIDE = re.compile(r"\b(?:government|opposition)\s(?:bench(?:es)?|side)\b")
_GOES_ON = re.compile(r"\s(?:that|of|which|to|for|behind)\b")


def _agent_party(short: Shorthand, trigger: Trigger, joined: PartyMention | None) -> PartyMention | None:
    """ "NDP Leader P dropped P from her caucus", "Conservative MPs voted to turf P": the party of who removes."""
    signs = [sign for sign in short.signs[: trigger.start] if sign is not None]
    for sign in reversed(signs):
        for inner in (sign, *reversed(sign.title_signs)):
            party = party_of_sign(inner)
            if party is not None and (joined is None or party.party_id != joined.party_id):
                return party
    return None


# "A year later P joined the G", "crossed the floor three months later": counted from another day than that of the news
_AT_SOME_TIME = re.compile(
    rf"\b(?:days?|weeks?|months?|years?)\s(?:later|earlier|before|afterwards?|after\sthat)\b[^.;{DATE}]*$|\bsubsequently\s$"
    rf"|(?:ans?|mois|semaines?|jours?)\splus\s(?:tard|tôt)\b[^.;{DATE}]*$"
)
# "P and P recently crossed to the G": no news of the day
_LATELY = re.compile(
    r"\b(?:[Rr]ecently|[Ll]ately|[Pp]reviously|[Ee]arlier|récemment)\s(?:[\w-]+\s){0,2}$|\b[Ii]n\srecent\s\w+,?\s[^.;]*$"
)
# "have left the G since the election"
_SINCE = re.compile(
    r"[^.;,]{0,30}\b(?:since|depuis)\b|[^.;,]{0,60}\b(?:weeks?|months?|years?)\s(?:later|earlier|before)\b"
)


def _is_background(short: Shorthand, trigger: Trigger) -> bool:
    """Whether the clause looks back: "who was expelled ...", "after leaving", "had quit"."""
    before = short.text[max(0, trigger.start - 60) : trigger.start]
    if _AT_SOME_TIME.search(before) or _LATELY.search(before) or _SINCE.match(short.text, trigger.end):
        return True
    return bool(
        re.search(
            r"\b(?:who|qui)\s(?:was|had|left|quit|has since)?[\w\s]{0,20}$|\bhad\s(?:been\s)?(?:\w+\s)?$|\b(?:after"
            r"|since|before|when|once)\s(?:[\w'\ue000]+\s){0,4}$|\b(?:avait|avaient)\s",
            before,
        )
    )


def _reason(reading: Reading, short: Shorthand, trigger: Trigger) -> str | None:
    """A short phrase of why, only where the clause gives one: "after allegations of interference". At most 12 words."""
    ahead = short.text[trigger.end : trigger.end + 240]
    cue = _REASON.search(ahead[:70])
    if cue is None or PERSON in ahead[: cue.start()]:
        return None
    stop = _REASON_STOPS.search(ahead, cue.end())
    end = stop.start() if stop else len(ahead)
    phrase = " ".join(
        reading.article.text[short.place(trigger.end + cue.start("cue")) : short.place(trigger.end + end)].split()
    )
    return phrase if 2 < len(phrase.split()) <= 13 else None


def _chamber_of_title(reading: Reading, sign: Sign | None, sentence: str) -> str | None:
    if sign is None:
        return None
    near = sign.title
    found = TITLE.search(near)
    if found is None:
        return None
    return chamber_by_title(found["t"], near + " " + sentence, reading)
