"""Events of an article: what happened, when, who took part, and whether it is stated, alleged or denied.

The chain: `matching` finds what single sentences tell; this module dates it, keeps reports that turn
out to be allegations, puts together what tells of the same event, and says of an allegation whether the
accused denies it. A caucus change gives exactly one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scripts.articles.layout import Layout
from scripts.candidates import Article, CaucusChange, DateMention, Event, Participant, Statement
from scripts.events.actors import NUMBERS, UNNAMED_SOURCES, Actor, Scene
from scripts.events.dates import SPOKEN, Calendar, When, compatible, finer
from scripts.events.deciders import force_meant, head_of_shuffle, is_they
from scripts.events.details import details_of
from scripts.events.matching import Matcher, Told
from scripts.events.titles import (
    chamber_spoken_in,
    jurisdiction,
    jurisdiction_of_chamber,
    jurisdiction_of_story,
    place,
    title,
)
from scripts.people.finding import Cast
from scripts.tables.wording import change_title

MAIN_ROLES = {
    "allegation": ("accused",), "call_for_inquiry": ("caller",), "inquiry": ("subject", "decider"),
    "investigation": ("subject", "decider"),
    "court_ruling": ("subject", "decider"), "election": ("subject", "decider"),
    "diplomatic_contact": ("decider", "subject"),
}  # fmt: skip
"""The roles by which two tellings are known to be of the same event; `subject` for types that are not here."""
SECOND_ROLES = {"allegation": "accuser", "lawsuit": "addressee", "diplomatic_contact": "counterpart"}
"""A role in which two tellings of one event must not name different people."""
FIRST_ROLES = {"allegation": ("accuser",), "leadership_change": ("subject",), "appointment": ("subject",)}
"""The role that stands first among the participants; the others follow in the order of the telling."""
ENDS = frozenset(
    [
        *("lawsuit.reach-settlement", "lawsuit.settle-suit", "detention.released", "detention.release-people"),
        *("leadership_change.resign-leader", "leadership_change.lose-leadership", "leadership_change.vote-out-leader"),
        *("leadership_change.ousted-leader", "leadership_change.titled-leader-resigns", "inquiry.leave-commission"),
        *("leadership_change.démissionner-chef", "nomination.dropped-candidate", "nomination.drop-candidate"),
        *("nomination.withdraw-candidacy", "nomination.revoke-nomination", "nomination.no-longer-candidate"),
        *("nomination.drop-titled-candidate", "nomination.cut-ties", "nomination.titled-candidate-resigns"),
        *("nomination.end-candidacy", "nomination.drop-over-words"),
        *("leadership_change.give-up-leadership", "leadership_change.resign-premier"),
        "leadership_change.no-longer-leader",
    ]
)
"""Rules that tell how something ended: never the same event as what tells how it began."""
FURTHER = re.compile(
    r"\b(?:also|aussi|également)(?: \w+ly)?(?: (?:published|reported|aired|carried|broadcast|publié)(?: \w+)?)? \Z"
)
"""Before a verb or noun of alleging: another allegation than the one told before."""
OF_REPORT = re.compile(
    r"(?:call|describ|dismiss|brand|reject|label)\w* (?:the|that|this|a) (?:[\w’'-]+ ){0,3}?(?:story|report|article)\b"
)
"""A denial, from its verb on, of what is in a paper."""
HOUSE_VOTES = "confidence_vote.pass-no-confidence"
DISPUTES = re.compile(
    r"\s{0,3}(?P<who>(?:(?:Mr|Mrs|Ms|M|Mme|Dr|Sen)\. |[\w’'-]{1,20} ){1,6}?)(?:\w{2,12}ly )?"
    r"(?:disputes?|disputed|contests?|contested|conteste|contestent) (?:the|this|that|those|these|ce|cette|ces|la|le)"
    r" (?:\w+ )?(?:reports?|accounts?|stor(?:y|ies)|claims?|allegations?|accusations?|version|reportages?)\b"
)
"""The sentence behind an allegation, where somebody does not let it stand."""
LEAVING = ("resigned", "expelled", "suspended", "left")
"""Kinds of caucus change after which the member sits as an independent."""
MINISTERIAL = frozenset(
    f"appointment.{name}"
    for name in (
        *(
            "take-portfolio",
            "leave-for-portfolio",
            "portfolio-goes-to",
            "move-to-portfolio",
            "moved-to-portfolio",
            "succeed",
            "new-minister",
            "become-minister",
        ),
        *("named-in-list", "named-inverted", "new-to-cabinet", "take-duties", "given-portfolio", "made-minister"),
        *("added-to-cabinet", "return-to-cabinet", "take-over-as", "join-cabinet", "succéder", "devenir-ministre"),
    )
)
"""Rules that tell a new minister without the one who appoints."""
OF_OFFICE = frozenset({"appointment", "cabinet_exit", "seat_vacated", "leadership_change", "nomination", "election"})
"""Types of event that belong where the story does, whoever took part."""
REPORT_RULES = ("allegation.report", "allegation.according-to", "allegation.selon", "allegation.révéler")
WRONGDOING = re.compile(
    r"\b(?:interfer|brib|fraud|harass|assault|misconduct|abus|corrupt|illegal|kickback|misled|lied|spy"
    r"|espionage|collu|launder|racis|sexual|inappropriat"
    r"|improper|plagiar|grop|conflict of interest|witting|threaten|intimidat|secretly|embezzl"
    r"|cover(?:ed|ing) up|kept secret|pressured|misus|misspen|misappropriat|bull(?:y|ied)"
    r"|ingérence|harc[eè]l|agress|fraude|pots?-de-vin|corruption|détourn|menti\b|menac|intimid|inconduite"
    r"|enfreint|conflits? d['’]intérêts"
    r"|illégal|secrètement|blanchi)\w*",
    re.IGNORECASE,
)


@dataclass
class _Draft:
    """An event being put together from what sentences tell of it."""

    event_type: str
    rule: str
    start: int
    end: int
    cue: int
    when: When
    claim: str
    actors: list[tuple[str, Actor]]
    confidence: float
    clause: tuple[int, int]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    further: bool = False
    """Told as one more: "has also alleged"."""

    def names(self, role: str) -> frozenset[str]:
        return frozenset(name for held, actor in self.actors if held == role for name in _names(actor))

    def main(self) -> frozenset[str]:
        for role in MAIN_ROLES.get(self.event_type, ("subject",)):
            if self.names(role):
                return self.names(role)
        return frozenset(name for _, actor in self.actors for name in _names(actor))


def find_events(
    article: Article,
    layout: Layout,
    cast: Cast,
    dates: Sequence[DateMention],
    statements: Sequence[Statement],
    changes: Sequence[CaucusChange],
) -> list[Event]:
    """The events that the article tells, in order of appearance. Deterministic; linear in the length of the text.

    Spans are sentences of `article.text`. `mentions` holds further sentences that tell of the same event.
    """
    scene = Scene(article.text, cast, article.language)
    told = list(Matcher(article, layout, scene, dates, statements).told())
    told = [one for one in told if one.frame.rule not in REPORT_RULES or _is_allegation(one, told, article.text)]
    drafts: list[_Draft] = []
    if told:  # most articles tell nothing: no calendar for them
        calendar = Calendar(article, layout, dates, cast.mentions)
        drafts = _merge(_draft(one, calendar, scene) for one in told)
        _mark_denied(drafts, article.text)
        _mark_disputed(drafts, scene)
        _name_deciders(drafts, scene)
    story = jurisdiction_of_story(scene, article.published_on) if drafts else None
    events = [_event(draft, scene, article.published_on, story) for draft in drafts]
    events += [_change_event(change) for change in changes]
    return sorted(
        events,
        key=lambda event: (
            event.start,
            event.end,
            event.event_type,
            event.title,
            event.date.isoformat() if event.date else "",
        ),
    )


def _names(actor: Actor) -> tuple[str, ...]:
    if actor.group:
        return tuple(member.name for member in actor.group)
    return (actor.name,)


def _draft(told: Told, calendar: Calendar, scene: Scene) -> _Draft:
    confidence = 0.8 if told.frame.noun else 0.9
    if any(actor.pronoun or actor.group for _, actor in told.roles):
        confidence -= 0.1
    if told.frame.rule in REPORT_RULES or any(actor.kind == "name" for _, actor in told.roles):
        confidence -= 0.15
    return _Draft(
        event_type=told.frame.event_type,
        rule=told.frame.rule,
        start=told.start,
        end=told.end,
        cue=told.cue.start,
        when=calendar.when(told),
        claim=told.frame.claim,
        actors=[
            (
                role,
                force_meant(scene, actor) if role in ("accuser", "decider") and _may_be_named(told, actor) else actor,
            )
            for role, actor in told.roles
        ],
        confidence=round(confidence, 2),
        clause=told.clause,
        further=told.frame.event_type == "allegation"
        and FURTHER.search(scene.text, max(told.start, told.cue.start - 40), told.cue.start) is not None,
    )


def _may_be_named(told: Told, actor: Actor) -> bool:
    """Whether a force may stand for the one named before: "the force" does, bare "police" where it acts on somebody."""
    return len(told.roles) > 1 or actor.name == "force"


# -- reports that are allegations --


def _is_allegation(report: Told, told: Iterable[Told], text: str) -> bool:
    """Whether what an outlet reported of somebody is an allegation: the article calls it one or has it denied.

    "Global News reported that Roy had met the consul. Roy denied the allegations." Not: "Global News reported that
    Roy will run again."
    """
    accused = {name for actor in report.of("accused") for name in _names(actor)}
    for other in told:
        if other is report or other.frame.rule in REPORT_RULES:
            continue
        role = {"allegation": "accused", "denial": "subject"}.get(other.frame.event_type)
        if role and accused & {name for actor in other.of(role) for name in _names(actor)}:
            return True
    return WRONGDOING.search(text, report.cue.end, report.end) is not None


# -- the same event told twice --


def _merge(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Put together the tellings of one event, in order; the fullest telling gives the span."""
    kept: list[_Draft] = []
    for draft in drafts:
        fitting = [other for other in kept if _same(other, draft)]
        if not fitting:
            kept.append(draft)
            continue
        dated = [other for other in fitting if other.when.date is not None and draft.when.date is not None]
        _join((dated or fitting)[-1], draft)
    return kept


def _same(one: _Draft, other: _Draft) -> bool:
    if one.event_type != other.event_type or not compatible(one.when, other.when):
        return False
    if one.event_type == "confidence_vote" and one.when.date is not None and one.when.date == other.when.date:
        return True  # a house votes on the government once a day
    if not one.main() & other.main() or other.further or (one.rule in ENDS) != (other.rule in ENDS):
        return False
    second = SECOND_ROLES.get(one.event_type)
    if second:
        first_names, other_names = one.names(second), other.names(second)
        vague = {UNNAMED_SOURCES}
        if first_names - vague and other_names - vague and not first_names & other_names:
            return False
    return True


def _join(kept: _Draft, draft: _Draft) -> None:
    fuller = len({role for role, _ in draft.actors}) > len({role for role, _ in kept.actors}) or (
        kept.when.date is None and draft.when.date is not None and len(draft.actors) >= len(kept.actors)
    )
    if HOUSE_VOTES in (kept.rule, draft.rule) and kept.rule != draft.rule:
        # The House decides, whoever else is told to have brought the government down.
        fuller = draft.rule == HOUSE_VOTES
        if fuller:
            kept.actors = [(role, actor) for role, actor in kept.actors if role == "subject"]
        else:
            draft = replace(draft, actors=[(role, actor) for role, actor in draft.actors if role == "subject"])
    span, other = (
        ((draft.start, draft.end), (kept.start, kept.end))
        if fuller
        else ((kept.start, kept.end), (draft.start, draft.end))
    )
    if fuller:
        kept.rule, kept.clause, kept.cue = draft.rule, draft.clause, draft.cue
    kept.start, kept.end = span
    kept.mentions = sorted({*kept.mentions, other} - {span})
    kept.when = finer(kept.when, draft.when)
    kept.confidence = max(kept.confidence, draft.confidence)
    known = {(role, name) for role, actor in kept.actors for name in _names(actor)}
    for role, actor in draft.actors:
        if not all((role, name) in known for name in _names(actor)):
            kept.actors.append((role, actor))


# -- deciders that another clause names --


def _name_deciders(drafts: Sequence[_Draft], scene: Scene) -> None:
    """Who chose the new leader removed the old one, where "they" did; who shuffled the cabinet appointed its
    ministers."""
    open_posts = [draft for draft in drafts if draft.rule in MINISTERIAL and not draft.names("decider")]
    head = head_of_shuffle(scene) if open_posts else None
    for draft in open_posts if head is not None else ():
        if head is not None and head.name not in draft.names("subject"):
            draft.actors.append(("decider", head))
    changes = [draft for draft in drafts if draft.event_type == "leadership_change"]
    decided: dict[int, tuple[int, tuple[str, Actor]]] = {}  # per sentence, who decided in it first and where
    for draft in changes:
        for role, actor in draft.actors:
            if role == "decider":
                decided.setdefault(draft.start, (draft.cue, (role, actor)))
    for draft in changes:
        if not draft.names("decider") and draft.start in decided and is_they(scene.text, draft.start, draft.cue):
            cue, decider = decided[draft.start]
            if cue < draft.cue:
                draft.actors.append(decider)


# -- denials --


def _mark_denied(drafts: Sequence[_Draft], text: str) -> None:
    """An allegation that its accused denies is `denied`. A denial "that he ..." answers the allegation nearest
    before it."""
    allegations = [draft for draft in drafts if draft.event_type == "allegation"]
    for denial in drafts:
        if denial.event_type != "denial":
            continue
        concerned = [
            draft
            for draft in allegations
            if draft.names("accused") & denial.names("subject") or _are_those(denial, draft)
        ]
        words = text[denial.cue : denial.clause[1] + 40]
        specific = (
            denial.rule == "denial.deny-relative"
            or re.search(r"\b(?:that|qu[e'’])\b|\b(?:having|avoir)\b", words) is not None
        )
        if OF_REPORT.match(text, denial.cue):  # "called that story false": what an outlet reported
            concerned = [draft for draft in concerned if _is_reported(draft)]
        if specific and concerned:
            before = [draft for draft in concerned if draft.cue <= denial.cue]
            concerned = [before[-1] if before else concerned[0]]
        for draft in concerned:
            draft.claim = "denied"


def _is_reported(allegation: _Draft) -> bool:
    """Whether an outlet makes the allegation."""
    return any(role == "accuser" and actor.kind in ("outlet", "unnamed") for role, actor in allegation.actors)


def _mark_disputed(drafts: Sequence[_Draft], scene: Scene) -> None:
    """An allegation that somebody else than its accused disputes in the next sentence is `disputed`: "Global News
    reported that ... Roy disputes the report."""
    for draft in drafts:
        if draft.event_type != "allegation" or draft.claim != "alleged":
            continue
        found = DISPUTES.match(scene.text, draft.end)
        if found is not None:
            who = {actor.name for actor in scene.actors(draft.end, found.end("who"))}
            if who and not who & (draft.names("accused") | draft.names("accuser")):
                draft.claim = "disputed"


def _are_those(denial: _Draft, allegation: _Draft) -> bool:
    """Whether "both" who deny are those whom the sentence before accuses by their number: "two Liberal MPs"."""
    if denial.start - allegation.end not in range(4):
        return False
    groups = [len(actor.group) for role, actor in denial.actors if role == "subject" and actor.group]
    told = [NUMBERS.get(actor.name.split(" ", 1)[0].lower()) for role, actor in allegation.actors if role == "accused"]
    return len(groups) == len(told) == 1 and groups == told


# -- rows --


def _participants(actors: Iterable[tuple[str, Actor]], event_type: str) -> tuple[Participant, ...]:
    found: dict[tuple[str, str], Participant] = {}
    for role, actor in actors:
        if actor.group:
            for member in actor.group:
                found.setdefault((role, member.name), Participant(role, person=member))
        elif actor.person is not None:
            found.setdefault((role, actor.name), Participant(role, person=actor.person))
        else:
            found.setdefault((role, actor.name), Participant(role, organization=actor.organization))
    named = [role for role, name in found if name != UNNAMED_SOURCES]
    kept = [p for (role, name), p in found.items() if name != UNNAMED_SOURCES or role not in named]
    return tuple(sorted(kept, key=lambda participant: participant.role not in FIRST_ROLES.get(event_type, ())))


def _event(draft: _Draft, scene: Scene, published_on: date | None, story: str | None) -> Event:
    participants = _participants(draft.actors, draft.event_type)
    where = place(scene, draft.event_type, draft.cue, draft.clause[1])
    if draft.event_type in SPOKEN:
        where = chamber_spoken_in(
            scene.text[draft.start if draft.when.said_at is None else draft.when.said_at : draft.end]
        )
    details = details_of(draft.event_type, draft.rule, draft.cue, scene.text, draft.actors, where)
    if draft.event_type == "allegation" and draft.names("accuser") and not draft.further:
        details = replace(details, wrong="")  # who accuses whom tells it from others
    return Event(
        start=draft.start,
        end=draft.end,
        event_type=draft.event_type,
        date=draft.when.date,
        date_precision=draft.when.precision,
        title=title(draft.event_type, draft.rule, participants, details),
        claim=draft.claim,
        participants=participants,
        rule=draft.rule,
        confidence=draft.confidence,
        end_date=draft.when.end_date,
        place=where,
        jurisdiction=jurisdiction(
            scene,
            [actor for _, actor in draft.actors],
            draft.start,
            draft.end,
            draft.when.date or published_on,
            story,
            of_office=draft.event_type in OF_OFFICE,
        ),
        mentions=tuple(draft.mentions),
    )


def _change_event(change: CaucusChange) -> Event:
    """The event of a caucus change: one for each."""
    old = change.from_name or _spoken(change.from_party_id)
    new = change.to_name or _spoken(change.to_party_id)
    participants = [Participant("subject", person=change.person)]
    if old:
        participants.append(Participant("former_caucus", organization=old))
    if new and (change.to_basis == "text" or change.kind not in LEAVING):
        participants.append(Participant("new_caucus", organization=new))
    if old and (new or change.kind in LEAVING):
        words = change_title(change.kind, change.person.name, old, new or "")
    elif old or change.kind in LEAVING:
        words = f"{change.person.name} leaves {'the ' + old if old else 'a'} caucus"
    else:
        words = f"{change.person.name} {'joins the ' + new + ' caucus' if new else 'changes caucus'}"
    return Event(
        start=change.start,
        end=change.end,
        event_type="caucus_change",
        date=change.date,
        date_precision=change.date_precision,
        title=words,
        claim="fact",
        participants=tuple(participants),
        rule=f"caucus_change.{change.rule}",
        confidence=change.confidence,
        jurisdiction=jurisdiction_of_chamber(change.chamber) if change.chamber else None,
    )


def _spoken(party_id: str | None) -> str | None:
    """A party id as words, where the text gives no name: `bloc-quebecois` gives "Bloc Quebecois"."""
    return party_id.replace("-", " ").title() if party_id else None
