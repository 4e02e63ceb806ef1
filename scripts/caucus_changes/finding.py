"""Who left which caucus, when, and where they went: the changes of caucus that an article reports as facts.

A sentence that names a caucus, a party or independence is put into `shorthand`, the phrases of leaving and joining are
found in it (`patterns`), those that are denied, demanded or imagined are put aside (`facts`), the member is found
(`subjects`), and the tellings of one change become one row (`merging`). `sentences` and `tellings` tie these together.
The words are in scripts/lexicon/leaving.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scripts.articles.layout import Layout
from scripts.candidates import Article, CaucusChange, DateMention, PersonRef
from scripts.caucus_changes.anaphora import UNAFFILIATED
from scripts.caucus_changes.countries import is_of_another_country
from scripts.caucus_changes.merging import ARRIVING, LEAVING, Change, Telling, put_together, with_date
from scripts.caucus_changes.origins import origin_of
from scripts.caucus_changes.people import sits_with
from scripts.caucus_changes.recorded import recorded_changes
from scripts.caucus_changes.sentences import TITLE, Reading, candidate_sentences, chamber_by_title, is_lead
from scripts.caucus_changes.tellings import tellings_of
from scripts.caucus_changes.together import with_time_of_count
from scripts.caucus_changes.words import words_of
from scripts.dates import date_in
from scripts.parties import FEDERAL, INDEPENDENT, NON_AFFILIATED, NON_AFFILIATED_SINCE, PartyNames
from scripts.people.finding import Cast
from scripts.people.gazetteer import COMMONS, SENATE, Gazetteer, Standing

_NEWS_OF_THE_DAY = timedelta(days=8)
_REGISTERED_SOON = timedelta(days=2)
_JUST_BEFORE = 600
"""How many characters before "the others crossing the floor" the change that they share may end."""


def find_changes(
    article: Article,
    layout: Layout,
    cast: Cast,
    dates: Sequence[DateMention],
    parties: PartyNames,
    gazetteer: Gazetteer,
) -> list[CaucusChange]:
    """The changes of caucus in an article, in the order of their evidence; the same change told twice is one row.

    `dates` are those of `scripts.dates.find_dates` for the same text. Never raises for any text; linear in its length.
    """
    words = words_of("fr" if article.language == "fr" else "en")
    served = _served(cast, gazetteer, article.published_on)
    if not served and is_of_another_country(article.text, words.language):
        return []  # most of the news of the world ends here, before any sentence is read
    reading = Reading(article, layout, cast, dates, parties, gazetteer, words)
    told = _told_changes(reading, served)
    found = [*told, *recorded_changes(reading, told)]
    return sorted(found, key=lambda row: (row.start, row.end, row.person.name, row.kind))


def _told_changes(reading: Reading, served: frozenset[str]) -> list[CaucusChange]:
    """The changes told in phrases of the rules; `served` as `_served` gives them."""
    text, article = reading.article.text, reading.article
    named = reading.parties.find(text, language=article.language, day=article.published_on)
    sentences = list(candidate_sentences(text, reading.words.language, reading.layout, named))
    tellings: list[Telling] = []
    for start, end in sentences:
        tellings.extend(tellings_of(reading, start, end))
    tellings = with_time_of_count(reading, _with_what_was_told(tellings))
    if not tellings or (
        served.isdisjoint(t.person.person_id for t in tellings) and is_of_another_country(text, reading.words.language)
    ):
        return []
    by_person: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_person.setdefault(telling.person.person_id or telling.person.name, []).append(telling)
    return [
        row
        for told in by_person.values()
        for changes in (put_together(_with_news_day(reading, told)),)
        for change in changes
        if (row := _row(reading, change, changes, told)) is not None
    ]


def _served(cast: Cast, gazetteer: Gazetteer, day: date | None) -> frozenset[str]:
    """The ids of the people of the cast whom the register has near the day of the article."""
    known = {person.person_id for person in cast.people} | {mention.person.person_id for mention in cast.mentions}
    return frozenset(
        person_id
        for person_id in known
        if person_id and (day is None or gazetteer.years_from_service(person_id, day) is not None)
    )


def _with_what_was_told(tellings: Sequence[Telling]) -> list[Telling]:
    """ "The others crossing the floor are P and P": from where and to where is what was told just before."""
    found: list[Telling] = []
    for telling in tellings:
        before = next(
            (t for t in reversed(found) if t.rule != "list_after" and 0 <= telling.start - t.end < _JUST_BEFORE), None
        )
        if telling.rule == "list_after" and before is not None and telling.kind not in LEAVING:
            telling = replace(
                telling,
                kind="crossed_floor" if telling.kind == "joined" else telling.kind,
                left_id=telling.left_id or before.left_id,
                left_name=telling.left_name or before.left_name,
                joined_id=telling.joined_id or before.joined_id,
                joined_name=telling.joined_name or before.joined_name,
                title_party_id=telling.title_party_id or before.title_party_id,
                title_party_name=telling.title_party_name or before.title_party_name,
                day=telling.day or before.day,
                precision=telling.precision or before.precision,
                chamber=telling.chamber or before.chamber,
            )
        found.append(telling)
    return found


def _with_news_day(reading: Reading, told: Iterable[Telling]) -> list[Telling]:
    """An undated telling at the head of a report is the news of the day: it takes the day named in the opening
    paragraphs (which a lead often leaves to the next), or the day of publication."""
    published = reading.article.published_on
    tellings = list(told)
    if published is None:
        return tellings
    days = [
        t.day
        for t in tellings
        if t.day is not None and t.precision == "day" and timedelta(0) <= published - t.day <= _NEWS_OF_THE_DAY
    ]
    dated = {t.start for t in tellings if t.day is not None and t.kind in LEAVING}
    leads = [
        t
        for t in tellings
        # "was removed in February and now sits alone": the state is as old as what led to it
        if t.current
        and t.day is None
        and is_lead(reading, t.start)
        and (t.strong or t.start not in dated)
        and not any(_dates_it(other, t) for other in tellings)
        and not (_is_state(reading, t) and any(_led_to(other, t, published) for other in tellings))
    ]
    if not leads:
        return tellings
    news = days[0] if days else _opening_day(reading, leads[0].start) or published
    return [with_date(t, news, "day") if t in leads else t for t in tellings]


def _is_state(reading: Reading, telling: Telling) -> bool:
    """ "P sits as an independent", "is out of caucus": how things are; not "will sit"."""
    if telling.strong or telling.rule not in ("state", "sits_as_independent", "sits_outside"):
        return False
    return _IS_TO_COME.search(reading.article.text, telling.start, telling.end) is None


_IS_TO_COME = re.compile(r"\b(?:will|would|becomes?|became|announc\w+)\b|['’]ll\b|\bnow\b")


def _led_to(other: Telling, state: Telling, published: date) -> bool:
    """Whether a leaving that another sentence dates some time back is what the state came from."""
    if other.kind not in LEAVING or other.day is None or published - other.day <= _NEWS_OF_THE_DAY:
        return False
    return other.left_id is None or state.left_id is None or other.left_id == state.left_id


def _dates_it(other: Telling, lead: Telling) -> bool:
    """Whether a later sentence dates what the lead only tells: "has left the G. In January P announced that ..."."""
    if other.day is None or other.kind != lead.kind or other.start <= lead.start or not lead.perfect:
        return False
    return other.left_id is None or lead.left_id is None or other.left_id == lead.left_id


def _opening_day(reading: Reading, start: int) -> date | None:
    """The first day within a week before publication that the telling's paragraph or the next two name."""
    published = reading.article.published_on
    paragraph = reading.layout.paragraph_at(start)
    if paragraph is None or published is None:
        return None
    index = reading.layout.paragraphs.index(paragraph)
    for low, high in reading.layout.paragraphs[index : index + 3]:
        found = date_in(reading.dates, low, high)
        if (
            found is not None
            and found.precision == "day"
            and timedelta(0) <= published - found.date <= _NEWS_OF_THE_DAY
        ):
            return found.date
    return None


def _row(reading: Reading, change: Change, changes: Sequence[Change], told: Sequence[Telling]) -> CaucusChange | None:
    first = change.first
    dated = change.dated
    day, precision = (dated.day, dated.precision) if dated else (None, None)
    kind = change.kind
    left_id, left_name, basis = origin_of(reading, change, changes, told, day, precision, kind)
    if left_id is None and left_name is not None:
        # "left the Progressive Conservatives in 2018 ... a new home with the Ontario Liberals": of the same legislature
        place = _province_of(reading, told)
        left_id = reading.parties.party(left_name, place, day or reading.article.published_on) if place else None
    joined = next((t for t in change.tellings if t.joined_id or t.joined_name), None)
    joined_id, joined_name, to_basis = (
        (joined.joined_id, joined.joined_name, "text") if joined else (None, None, "text")
    )
    chamber = _chamber(reading, change, told, day, (left_id, joined_id))
    if chamber in (None, COMMONS, SENATE) and day is not None and _before_any_seat(reading, first.person, day):
        return None  # "joined the party as a student": nobody's change of caucus
    seat = _federal_seat(reading, change, day)
    federal_left = _federal(reading, left_id, left_name)
    if seat is not None and (federal_left is not None or left_id is None):
        left_id, joined_id = federal_left, _federal(reading, joined_id, joined_name)
        if joined is not None and joined_id is None and joined.joined_id is not None:
            if kind not in ("crossed_floor", *LEAVING):
                return None
            kind = "resigned"  # "quit the federal G to run for a provincial party"
        chamber = seat.chamber
    if kind in ("joined", "crossed_floor") and left_id == INDEPENDENT:
        kind = "joined"
    elif kind == "joined" and left_id != INDEPENDENT and left_id != joined_id and (left_id or left_name):
        kind = "crossed_floor"
    if first.rule == "now_party" and left_id is None and not _CROSSING.search(reading.article.text):
        return None  # "is now a Liberal MP": of whom nothing says that it was otherwise
    if kind == "crossed_floor" and joined_id is None and any(t.independent for t in change.tellings):
        kind = "resigned"
    if kind == "formed_group" and joined_id is None:
        joined_id, to_basis = _group_of(reading, first.person, day, left_id), "implied"
    if (
        kind == "resigned"
        and not any(t.strong for t in change.tellings)
        and _is_called_expulsion(reading, first.person)
    ):
        kind = "expelled"
    if kind in LEAVING:
        joined_id, joined_name = _unaffiliated(chamber, day or reading.article.published_on)
        to_basis = "text" if any(t.independent for t in change.tellings) else "implied"
    if kind == "reinstated" and joined_id is None:
        joined_id, joined_name = _former_caucus(reading, first.person, day), None
        if joined_id is None:
            left_before = next((t for t in told if t.kind in LEAVING and (t.left_id or t.left_name)), None)
            if left_before is not None:
                joined_id, joined_name = left_before.left_id, left_before.left_name
            else:
                called = next((t for t in told if t.title_party_id not in (None, INDEPENDENT)), None)
                if called is not None:
                    joined_id, joined_name = called.title_party_id, called.title_party_name
        to_basis = "implied"
    if left_id is not None and left_id == joined_id:
        return None
    if kind == "crossed_floor" and left_id is None and left_name is None and joined_id is None and joined_name is None:
        return None  # "after crossing the floor", from nowhere to nowhere
    if kind in ARRIVING - {"merged", "formed_group"} and joined_id is None and joined_name is None:
        return None
    return CaucusChange(
        start=first.start,
        end=first.end,
        person=first.person,
        chamber=chamber,
        date=day,
        date_precision=precision,
        kind=kind,
        from_party_id=left_id,
        from_name=left_name,
        to_party_id=joined_id,
        to_name=joined_name,
        reason=next((t.reason for t in change.tellings if t.reason), None),
        rule=first.rule,
        confidence=_confidence(change, left_id, day),
        from_basis=basis,
        to_basis=to_basis,
    )


_EXPULSION = re.compile(
    r"(?:['’]s?)?\s(?:[a-z]+\s)?(?:expulsion|ouster|ousting|removal|ejection)\b(?!\sas\b|\sof\b|\sfrom\s(?:the\s(?!(?:\w+\s)?caucus)|cabinet|office|(?:his|her)\s))"
)


def _is_called_expulsion(reading: Reading, person: PersonRef) -> bool:
    """ "P is out of the G caucus. ... He learned of his expulsion from reporters": that somebody else decided."""
    text = reading.article.text
    return any(
        _EXPULSION.match(text, mention.end) is not None
        for mention in reading.cast.mentions
        if mention.person == person and mention.possessive and not mention.quoted
    )


def _federal_seat(reading: Reading, change: Change, day: date | None) -> Standing | None:
    """The seat in the House or the Senate that the member holds by the register, where no title says otherwise."""
    person, when = change.first.person.person_id, day or reading.article.published_on
    if person is None or when is None or any(t.chamber not in (None, COMMONS, SENATE) for t in change.tellings):
        return None
    seat = reading.gazetteer.standing(person, when - timedelta(days=1)) or reading.gazetteer.standing(person, when)
    return seat if seat is not None and seat.chamber in (COMMONS, SENATE) else None


def _federal(reading: Reading, party_id: str | None, name: str | None) -> str | None:
    """Of a member of the House or the Senate, "the Liberals" are the federal ones, however provincial the article.

    None for a party that has no seats there.
    """
    if reading.parties.home(party_id) in (None, "", FEDERAL):
        return party_id
    if reading.jurisdiction == FEDERAL:
        return None  # the words beside the name say which province's party it is
    namesake = reading.parties.party(name or "", FEDERAL, reading.article.published_on)
    return namesake if reading.parties.home(namesake) == FEDERAL else None


def _group_of(reading: Reading, person: PersonRef, day: date | None, left_id: str | None) -> str | None:
    """The group that the register has the person sit with right after leaving to form one."""
    if person.person_id is None or day is None:
        return None
    after = reading.gazetteer.standing(person.person_id, day + _REGISTERED_SOON)
    return None if after is None or after.party_id in (left_id, *UNAFFILIATED) else after.party_id


def _unaffiliated(chamber: str | None, day: date | None) -> tuple[str, str]:
    """What a member without a caucus is called in this chamber on the day."""
    if chamber == SENATE and (day is None or day >= NON_AFFILIATED_SINCE):
        return NON_AFFILIATED, "Non-affiliated"
    return INDEPENDENT, "Independent"


def _before_any_seat(reading: Reading, person: PersonRef, day: date) -> bool:
    """Whether the register has the person sit only in later years."""
    seats = reading.gazetteer.seats_of(person.person_id) if person.person_id else ()
    return bool(seats) and seats[0].start.year > day.year


def _former_caucus(reading: Reading, person: PersonRef, day: date | None) -> str | None:
    """The caucus that a member returns to where the text says only "the caucus": the one the seat was won for."""
    if person.person_id is None or day is None:
        return None
    seats = [
        seat
        for seat in reading.gazetteer.seats_of(person.person_id)
        if seat.start <= day and (seat.end is None or seat.end >= day)
    ]
    return seats[-1].elected_as if seats else None


def _chamber(
    reading: Reading, change: Change, told: Sequence[Telling], day: date | None, caucuses: Sequence[str | None]
) -> str | None:
    """The chamber of a change from and to the `caucuses`: by title, parties, register or article."""
    for telling in (*change.tellings, *told):
        if telling.chamber is not None:
            return telling.chamber
    for telling in change.tellings:
        for party_id in (telling.left_id, telling.joined_id):
            home = reading.parties.home(party_id)
            if home is not None and home not in ("", FEDERAL):
                return _chamber_of_province(reading, home)
    person = change.first.person
    when = day or reading.article.published_on
    if person.person_id and when:
        standing = reading.gazetteer.standing(person.person_id, when - timedelta(days=1)) or reading.gazetteer.standing(
            person.person_id, when
        )
        if standing is not None:
            return standing.chamber
    for party_id in caucuses:
        home = reading.parties.home(party_id)
        if home not in (None, "", FEDERAL):
            return _chamber_of_province(reading, home)
    for mention in reading.cast.mentions:
        if mention.person == person and mention.kind != "pronoun":
            around = reading.article.text[max(0, mention.start - 60) : mention.end + 60]
            before = reading.article.text[max(0, mention.start - 60) : mention.start]
            title = None
            for found in TITLE.finditer(before):
                title = found
            if title is None or "." in before[title.end() :].replace("Ont.", ""):
                title = re.match(
                    r",\s(?:(?:an?|the)\s)?(?:[\w'’—–.-]+\s){0,4}?(?P<t>MPP|MNA|MHA|MLA|MP|[Ss]enator)\b",
                    reading.article.text[mention.end : mention.end + 60],
                )
            if title is not None:
                return chamber_by_title(title["t"], around, reading)
    place = _province_of(reading, told) or reading.jurisdiction
    if place != FEDERAL:
        return _chamber_of_province(reading, place)
    hints = reading.cast.hints_of(person)
    if "senator" in hints.roles:
        return SENATE
    if "member" in hints.roles and (reading.words.language != "fr" or _is_federal(reading, change)):
        return COMMONS
    if any(party_id and "senat" in party_id for party_id in caucuses):
        return SENATE
    if _OF_ANOTHER_HOUSE.search(reading.article.text):
        return None
    if any(reading.parties.home(party_id) == FEDERAL for party_id in caucuses) and not _PROVINCIAL_TALK.search(
        reading.article.text
    ):
        return COMMONS
    # A federal caucus, in an article of the House and of no other: "Turner was thrown out of the Conservative caucus".
    federal = any(t.left_id or t.joined_id for t in change.tellings) and _OF_THE_HOUSE.search(reading.article.text)
    return COMMONS if federal or any(sits_with(reading, person, t.left_id) for t in change.tellings) else None


def _is_federal(reading: Reading, change: Change) -> bool:
    """Whether a « député » of whom no register tells is one of the House: the article or the party is of Ottawa."""
    homes = {
        reading.parties.home(p) for t in change.tellings for p in (t.left_id, t.joined_id) if p not in UNAFFILIATED
    }
    return bool(homes & {"", FEDERAL}) or _OF_OTTAWA.search(reading.article.text) is not None


_OF_OTTAWA = re.compile(r"\b(?:Ottawa|Communes|fédéra\w+|Parlement du Canada)\b")


def _province_of(reading: Reading, told: Sequence[Telling]) -> str | None:
    """The one province or territory whose parties the tellings of a person name."""
    homes = {reading.parties.home(party_id) for telling in told for party_id in (telling.left_id, telling.joined_id)}
    provinces = homes - {None, "", FEDERAL}
    return next(iter(provinces)) if len(provinces) == 1 else None


def _chamber_of_province(reading: Reading, jurisdiction: str) -> str | None:
    """The legislature of a province or territory, by the id of the jurisdiction."""
    chambers = sorted(reading.gazetteer.province_of_chamber.items())
    return next((chamber for chamber, place in chambers if place.replace(" ", "-") == jurisdiction), None)


_CROSSING = re.compile(
    r"\b(?:cross(?:ed|es|ing)?\s(?:the\s)?floor|floor[\s-]cross\w+|defect(?:ed|s|ing|ions?)|transfuge)\b"
)
_OF_THE_HOUSE = re.compile(r"\bMPs?\b|\bCommons\b|\bCommunes\b|\bParliament\sHill\b")
_PROVINCIAL_TALK = re.compile(
    r"\b(?:[Pp]remier|provincial(?:e|ly)?|Queen's Park|Assemblée nationale|[Nn]ational [Aa]ssembly)\b"
)
_OF_ANOTHER_HOUSE = re.compile(
    r"\b(?:MPPs?|MLAs?|MNAs?|MHAs?|[Ss]enators?|[Ll]egislature|House of Assembly|Sénat|[Ss]énateurs?)\b"
)


def _confidence(change: Change, left_id: str | None, day: date | None) -> float:
    """How sure the row is: what the words leave open takes away from it."""
    score = 0.95 if change.first.strong else 0.85
    score -= 0.1 if left_id is None else 0.0
    score -= 0.15 if day is None else 0.0
    score -= 0.1 if change.first.person.person_id is None else 0.0
    return round(min(0.99, score + (0.03 if len(change.tellings) > 1 else 0.0)), 2)
