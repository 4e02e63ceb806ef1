"""Titles of events in our own words, made from the type and who took part; and where an event belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from scripts.candidates import Participant
from scripts.events.actors import Actor, Scene
from scripts.events.details import Details

MOST_NAMES = 3

TITLES = {
    "denial": "{subject} {denies} what is alleged",
    "apology": "{subject} {apologizes}",
    "call_for_inquiry": "{caller} {calls} for {asked}",
    "charge": "{subject} {is} charged",
    "detention": "{subject} {is} detained",
    "leadership_change": "Change of leader: {subject}",
    "appointment": "{subject} {is} {post}",
    "cabinet_exit": "{subject} {leaves} cabinet",
    "seat_vacated": "{subject} {vacates} a seat",
    "nomination": "Candidacy of {subject}",
    "death": "Death of {subject}",
    "confidence_vote": "Confidence vote: {subject}",
    "policy_announcement": "{subject} {announces} a policy",
    "election": "{subject} {wins} an election",
}
"""Per type, for one or several people; `{is}` and the like agree in number."""
VERBS = {
    "denies": "deny", "apologizes": "apologize", "calls": "call", "is": "are", "leaves": "leave",
    "vacates": "vacate", "announces": "announce",
    "investigates": "investigate", "sues": "sue", "expels": "expel",
}  # fmt: skip
RULE_TITLES = {
    "detention.released": "{subject} {is} released",
    "detention.release-people": "{subject} {is} released",
    "nomination.dropped-candidate": "{subject} {is} dropped as a candidate",
    "nomination.drop-candidate": "{subject} {is} dropped as a candidate",
    "nomination.withdraw-candidacy": "{subject} {steps} down as a candidate",
    "lawsuit.reach-settlement": "Lawsuit of {subject} ends",
    "lawsuit.settle-suit": "Lawsuit of {subject} ends",
    "leadership_change.win-leadership": "{subject} {becomes} leader",
    "leadership_change.become-leader": "{subject} {becomes} leader",
    "leadership_change.chosen-leader": "{subject} {becomes} leader",
    "leadership_change.choose-leader": "{subject} {becomes} leader",
    "leadership_change.resign-leader": "{subject} {steps} down as leader",
    "leadership_change.ousted-leader": "{subject} {is} removed as leader",
    "leadership_change.vote-out-leader": "{subject} {is} removed as leader",
    "leadership_change.lose-leadership": "{subject} {is} removed as leader",
    "inquiry.leave-commission": "{subject} {resigns} {resigned}",
    "nomination.win-nomination": "{subject} {becomes} a candidate",
    "nomination.named-candidate": "{subject} {becomes} a candidate",
    "diplomatic_contact.expel-diplomat": "{decider} {expels} {counterpart}",
    "diplomatic_contact.throw-out-diplomat": "{decider} {expels} {counterpart}",
    "election.lose-byelection": "{subject} {wins} a by-election{where}",
    "election.call-election": "{decider} {calls} an election",
    "court_ruling.convicted": "{verdict}",
    "court_ruling.found-guilty": "{verdict}",
    "court_ruling.judge-acquits": "{verdict}",
    "court_ruling.judge-finds": "{verdict}",
    "nomination.no-longer-candidate": "{subject} {ceases} to be a candidate",
    "nomination.drop-titled-candidate": "{subject} {is} dropped as a candidate",
    "nomination.cut-ties": "{subject} {is} dropped as a candidate",
    "nomination.titled-candidate-resigns": "{subject} {steps} down as a candidate",
    "nomination.end-candidacy": "{subject} {steps} down as a candidate",
    "nomination.nominate": "{subject} {becomes} a candidate",
    "nomination.lose-nomination": "{subject} {becomes} a candidate",
    "diplomatic_contact.order-to-leave": "{decider} {expels} {counterpart}",
    "confidence_vote.bring-down-government": "{decider} {votes} no confidence",
    "nomination.drop-over-words": "{subject} {is} dropped as a candidate",
    "leadership_change.give-up-leadership": "{subject} {steps} down as leader",
    "leadership_change.resign-premier": "{subject} {steps} down as leader",
    "leadership_change.no-longer-leader": "{subject} {ceases} to be leader",
    "confidence_vote.pass-no-confidence": "{decider} {votes} no confidence",
    "diplomatic_contact.expel-named-diplomat": "{decider} {expels} {counterpart}",
    "investigation.cleared": "{subject} {is} cleared",
    "investigation.clear-of-wrong": "{subject} {is} cleared",
    "investigation.clears": "{subject} {is} cleared",
    "investigation.find-no-wrong": "{subject} {is} cleared",
    "investigation.blanchir": "{subject} {is} cleared",
    "inquiry.commissioner-reports": "{subject} {reports}",
    "nomination.revoke-nomination": "{subject} {is} dropped as a candidate",
    "leadership_change.chosen-to-lead": "{subject} {becomes} leader",
    "leadership_change.new-leader": "{subject} {becomes} leader",
    "leadership_change.titled-leader-resigns": "{subject} {steps} down as leader",
    "leadership_change.élu-chef": "{subject} {becomes} leader",
    "leadership_change.remporter-course": "{subject} {becomes} leader",
    "leadership_change.devenir-chef": "{subject} {becomes} leader",
    "leadership_change.choisi-pour-diriger": "{subject} {becomes} leader",
    "leadership_change.nouveau-chef": "{subject} {becomes} leader",
    "leadership_change.démissionner-chef": "{subject} {steps} down as leader",
}
VERBS |= {"becomes": "become", "steps": "step", "resigns": "resign", "wins": "win", "ceases": "cease", "votes": "vote"}
PLURAL = re.compile(r"[a-zé](?<!oi)(?<!s)(?<!ommon)s(?:\Z| d['e])")
"""An organization whose name is a plural: "Conservatives call", "partis d'opposition call"; not "Bloc Québécois",
"Congress"."""


WITH_ARTICLE = frozenset(["RCMP", "OPP", "Crown", "House of Commons", "Senate"])
"""Organizations that are never named without it, also where the text has them within another's title."""


def title(event_type: str, rule: str, participants: Sequence[Participant], details: Details | None = None) -> str:
    """What happened, in a few words of ours: "Allegation against Anna Roy", "Anna Roy and Paul Gagnon call for
    an inquiry". An organization at the head of a title has no article."""
    told = details if details is not None else Details()

    def names(*roles: str) -> str:
        return listed([_name(p) for p in participants if p.role in roles])

    def after(*roles: str) -> str:
        """The names behind a preposition, with their articles: "by the Crown"."""
        found = [
            (told.articles.get(p.organization or "", "the" if p.organization in WITH_ARTICLE else ""), _name(p))
            for p in participants
            if p.role in roles
        ]
        return listed([f"{article} {name}".lstrip() for article, name in found])

    def filled(pattern: str, role: str) -> str:
        own = [p for p in participants if p.role == role]
        several = len(own) > 1 or (own[0].person is None and PLURAL.search(own[0].organization or "") is not None)
        words = {verb: plural if several else verb for verb, plural in VERBS.items()}
        return pattern.format(
            subject=names("subject"), caller=names("caller"), decider=names("decider"),
            counterpart=after("counterpart"), asked=told.asked, post=told.post or "appointed",
            resigned=f"as {told.resigned}" if told.resigned else f"from {told.inquiry or 'an inquiry'}",
            verdict=_verdict(told, names("subject"), words["is"]),
            reports=_reports(told, several), where=f" in {told.where}" if told.where else "", **words,
        )  # fmt: skip

    pattern = RULE_TITLES.get(rule) or TITLES.get(event_type)
    subject, decider = names("subject"), names("decider")
    if pattern is not None and ("{counterpart}" not in pattern or names("counterpart")):
        role = "caller" if "{caller}" in pattern else "decider" if "{decider}" in pattern else "subject"
        if names(role):
            return filled(pattern, role)
    if event_type == "allegation":
        accuser = after("accuser")
        return (
            f"Allegation against {after('accused')}"
            + (f" by {accuser}" if accuser else "")
            + (f" of {told.wrong}" if told.wrong else "")
        )
    if event_type == "investigation":
        by = f" by {after('decider')}" if decider else ""
        return f"Investigation of {after('subject')}{by}" if subject else f"Investigation{by}"
    if event_type == "inquiry":
        return (
            f"Inquiry: {decider or subject}"
            if not (decider and subject)
            else f"{decider} names {subject} to an inquiry"
        )
    if event_type == "lawsuit":
        other = after("addressee")
        return "Lawsuit" + (f" by {after('subject')}" if subject else "") + (f" against {other}" if other else "")
    if event_type == "court_ruling":
        return f"Court decision: {subject}" if subject else "Court decision"
    if event_type == "election":
        return "Election"
    if event_type == "diplomatic_contact":
        first, other = names("decider", "subject"), names("counterpart")
        return f"{first} and {other} in contact" if other else f"Diplomatic contact by {first}"
    label = event_type.replace("_", " ").capitalize()
    return f"{label}: {subject or decider or names('caller', 'accuser', 'accused')}"


def _verdict(told: Details, subject: str, verb: str) -> str:
    """ "Roy is acquitted"; where the words do not say how the case was decided, that it was."""
    return f"{subject} {verb} {told.verdict}" if told.verdict else f"Court decides the case of {subject}"


def _reports(told: Details, several: bool) -> str:
    """ "delivers the final report of the inquiry into meddling", "reports for an inquiry"."""
    inquiry = told.inquiry or "an inquiry"
    if told.report:
        return f"{'deliver' if several else 'delivers'} {told.report} of {inquiry}"
    return f"{'report' if several else 'reports'} for {inquiry}"


def _name(participant: Participant) -> str:
    return participant.person.name if participant.person is not None else participant.organization or ""


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 2 others"."""
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) > MOST_NAMES:
        return f"{', '.join(unique[: MOST_NAMES - 1])} and {len(unique) - MOST_NAMES + 1} others"
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


PROVINCES = {
    "ontario": "ontario", "quebec": "quebec", "québec": "quebec", "québécois": "quebec",
    "nova scotia": "nova-scotia", "new brunswick": "new-brunswick",
    "manitoba": "manitoba", "british columbia": "british-columbia", "b.c.": "british-columbia",
    "prince edward island": "prince-edward-island",
    "p.e.i.": "prince-edward-island", "saskatchewan": "saskatchewan", "alberta": "alberta",
    "newfoundland": "newfoundland-and-labrador", "yukon": "yukon",
    "northwest territories": "northwest-territories", "nunavut": "nunavut",
}  # fmt: skip
_PROVINCE = "|".join(re.escape(name) for name in sorted(PROVINCES, key=len, reverse=True))
PROVINCIAL = re.compile(
    rf"\b(?P<province>{_PROVINCE})(?:(?:['’]s)? (?:[\w’'.-]{{1,15}} ){{0,3}}?(?:MPPs?|MLAs?|MNAs?|MHAs?|premier"
    rf"|legislature|attorney general|government|PCs)\b"
    rf"|['’]s (?:(?!federal)[\w-]{{1,15}} ){{0,2}}?(?:cabinet|ministers?|liberals|progressive conservatives"
    rf"|new democrats|integrity commissioner|ethics commissioner)\b)"
    rf"|\b(?:premier|legislature|legislative assembly) of (?P<its>{_PROVINCE})(?!\w)",
    re.IGNORECASE,
)
HEAD = 1500
"""So many characters of a text say where a story is at home."""
PROVINCIAL_TITLE = {"mpp": "ontario", "mna": "quebec", "mha": "newfoundland-and-labrador"}


def jurisdiction_of_chamber(chamber: str) -> str | None:
    """`canada` for the Commons and the Senate; the province or territory that a legislature's name ends in."""
    if chamber in ("House of Commons", "Senate"):
        return "canada"
    lower = chamber.lower()
    return next((place for name, place in PROVINCES.items() if name in lower), None)


DOMESTIC = frozenset({"party", "people", "police", "commissioner", "court"})
"""Kinds of organizations that are told without their country."""
DOMESTIC_NAMES = frozenset({"House of Commons", "Senate", "Commons"})
"""Beside bodies that are told by a common noun: "government", "parliamentary committee"."""
MOST_PEOPLE = 12
"""So many of those named most often say where a story belongs."""


def jurisdiction_of_story(scene: Scene, day: date | None) -> str | None:
    """Where a story belongs: the jurisdiction in whose chambers those sit whom it names most."""
    if day is None:
        return None
    named = Counter(m.person.person_id for m in scene.mentions if m.person.person_id is not None)
    weights: Counter[str] = Counter()
    for person_id, times in named.most_common(MOST_PEOPLE):
        standing = scene.cast.gazetteer.standing(person_id, day)
        found = jurisdiction_of_chamber(standing.chamber) if standing is not None else None
        if found is not None:
            weights[found] += times
    ranked = weights.most_common(2)
    if not ranked:
        return _province_of_head(scene.text)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def _province_of_head(text: str) -> str | None:
    """The only province whose offices the beginning of a text names: "Saskatchewan Premier Roy"."""
    found = {(m.group("province") or m.group("its")).lower() for m in PROVINCIAL.finditer(text, 0, HEAD)}
    places = {PROVINCES[name] for name in found}
    return places.pop() if len(places) == 1 else None


def _of_career(scene: Scene, person_id: str, day: date) -> str | None:
    """The jurisdiction of the seat or provincial office, nearest in time, of somebody who has no seat on the day."""
    gazetteer = scene.cast.gazetteer
    held = [(seat.chamber, seat.start, seat.end) for seat in gazetteer.seats_of(person_id)]
    held += [(office.organization, office.start, office.end) for office in gazetteer.offices_of(person_id)]
    near: list[tuple[int, str]] = []
    for body, start, end in held:
        found = jurisdiction_of_chamber(body)
        if found is not None:
            near.append((max((start - day).days, (day - end).days if end is not None else 0, 0), found))
    return min(near)[1] if near else None


def _is_domestic(organization: str | None) -> bool:
    return organization is not None and (organization in DOMESTIC_NAMES or organization.islower())


def jurisdiction(
    scene: Scene,
    actors: Sequence[Actor],
    start: int,
    end: int,
    day: date | None,
    story: str | None = None,
    *,
    of_office: bool = False,
) -> str | None:
    """Where an event belongs: a province that the sentence names with its office, else the chamber of whoever
    took part; that of the story where only parties, officials, police or courts took part."""
    words = scene.text[start : min(end, start + 1200)]
    named = PROVINCIAL.search(words)
    if named:
        return PROVINCES[(named.group("province") or named.group("its")).lower()]
    known = [a.person.person_id for a in actors if a.person is not None and a.person.person_id is not None]
    if known:
        standings = [scene.cast.gazetteer.standing(person_id, day) for person_id in known] if day is not None else []
        chamber = next((standing.chamber for standing in standings if standing is not None), None)
        if chamber is not None:
            return jurisdiction_of_chamber(chamber)
        if story is not None or day is None:
            return story or "canada"
        careers = [_of_career(scene, person_id, day) for person_id in known]
        return next((place for place in careers if place is not None), "canada")
    if any(actor.kind in DOMESTIC or _is_domestic(actor.organization) for actor in actors):
        return story
    if of_office and story != "canada":  # whoever sits or sat in Ottawa is in the register
        return story
    return None


PLACE = re.compile(
    r"\b(?:in|at|near|outside|à|en|au) (?P<place>(?:the )?[A-ZÀ-Þ][\w’'.-]{1,24}(?: (?:[A-ZÀ-Þ][\w’'.-]{1,24}"
    r"|of|de|du|la)){0,3})(?=[\s.,;)]|$)"
    r"|\bin (?:a|the|an) (?:[a-z]{4,12} )?(?P<town>[A-ZÀ-Þ][\w’'.-]{1,24}(?: [A-ZÀ-Þ][\w’'.-]{1,24}){0,2})"
    r" (?:stronghold|riding|constituency|seat|suburb|hotel|courtroom|courthouse|jail|prison)\b"
)
"""A place as a clause has it: "in Montreal", "in a Montreal riding"."""
NOT_PLACES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "parliament",
        "commons",
        "house",
        "senate",
        "cabinet",
        "caucus",
        *("liberal", "conservative", "tory", "ndp", "bloc", "green", "federal", "democratic"),
    ]
)
PLACED = frozenset(
    {"detention", "death", "diplomatic_contact", "charge", "court_ruling", "election", "policy_announcement"}
)


SPOKE = re.compile(
    r"\b(?:spoke|said|told|rose|speaking|argued|asked|replied|answered|accused|apologi[sz]ed)\b[^.;\n]{0,80}?"
    r" in the (?P<chamber>House of Commons|Senate)\b"
)
"""Who speaks in a chamber speaks there."""


def chamber_spoken_in(words: str) -> str | None:
    """The chamber in which something is said: "spoke of the briefing in the House of Commons"."""
    found = SPOKE.search(words[:1200])
    return found.group("chamber") if found is not None else None


def place(scene: Scene, event_type: str, start: int, end: int) -> str | None:
    """Where it happened, for the types of event that have a place, as the clause says it: "in China"."""
    if event_type not in PLACED:
        return None
    for match in PLACE.finditer(scene.text, start, end):
        group = match.lastgroup or "place"
        words = match.group(group).removeprefix("the ").rstrip(".,")
        if words.split()[0].lower() in NOT_PLACES or any(word.lower() in NOT_PLACES for word in words.split()):
            continue
        if any(
            actor.kind in ("person", "outlet", "party", "court", "police")
            for actor in scene.actors(match.start(group), match.end(group))
        ):
            continue
        return words.split(" of ")[0] if words.endswith(" of") else words
    return None
