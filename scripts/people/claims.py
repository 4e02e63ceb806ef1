"""What an article claims of a person that the register can confirm: when first elected, for which riding, in which
party.

The register's value stands; a claim that it contradicts becomes a row of `conflicts`. A change of party that the
article reports is no contradiction: the caucus of the weeks before and after both fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.articles.layout import Layout
from scripts.candidates import Article, Claim
from scripts.lexicon import load
from scripts.people.finding import Cast
from scripts.people.gazetteer import COMMONS, Gazetteer, Seat
from scripts.people.linking import riding_before
from scripts.people.mentions import Mention
from scripts.people.word_lists import fold, words

FIRST_ELECTED = re.compile(
    r"\b(?:first (?:been )?elected|élue? (?:pour la première fois|une première fois))\b(?P<where>[^.;\n“”\"]{0,70}?)"
    r"\b(?:in|on|en|le|since|depuis)\b (?:the |a )?(?P<when>(?:[\w,]+ ){0,4}?)(?P<year>(?:18|19|20)\d\d)\b"
)
"""For "was first elected in 2018", "first elected to Parliament in the fall of 2015"; not "elected leader in 2017"."""
ELSEWHERE = re.compile(rf"\b(?:{'|'.join(load('mentions')['elected_elsewhere'])})s?\b", re.IGNORECASE)
"""Words that send the election to another body than the House of Commons: "first elected to the Ontario legislature in
2014"."""
REPRESENTS = re.compile(
    r"\b(?:represents|has represented|représente|sits for|has sat for) "
    r"(?:the )?(?:federal )?(?:riding of |circonscription de )?"
)
MEMBER_FOR = re.compile(
    r"\b(?:MP|Member of Parliament|member|député|députée) (?:for|representing|de|du|d['’]) ?(?:the riding of )?"
)
_RIDING_RULES = (
    ("represents", REPRESENTS, ("represents ", "has represented ", "représente ", "sits for ", "has sat for ")),
    ("member-for", MEMBER_FOR, ("MP ", "Member of Parliament ", "member for ", "member rep", "member d", "député")),
)
"""Each pattern with words one of which must stand in the text for it to match: most articles have none."""
PARTY_WINDOW = timedelta(days=30)
RIDING_WINDOW = timedelta(days=60)
REACH = 90
"""Characters between a person and what is claimed of them."""


@dataclass(frozen=True)
class Contradiction:
    """A claim that the register contradicts; the fields of a `conflicts` row (the article is the other source)."""

    claim: Claim
    table: str
    row_id: str
    column: str
    value: str
    """What the register has."""
    other_value: str
    """What the article says."""


def find_claims(article: Article, layout: Layout, cast: Cast) -> list[Claim]:
    """The claims of an article in order; only of people whom the register has, only outside quotations, only as of the
    day of the article."""
    if not any([person.person_id for person in cast.people]):
        return []
    text = article.text
    found = [*_first_elected(text, layout, cast), *_ridings(text, layout, cast), *_titles(text, cast)]
    unique = {(c.start, c.end, c.column, c.value): c for c in found if c.person.person_id is not None}
    return [unique[key] for key in sorted(unique)]


def _first_elected(text: str, layout: Layout, cast: Cast) -> Iterator[Claim]:
    if "first elected" not in text and "first been elected" not in text and "première fois" not in text:
        return
    for match in FIRST_ELECTED.finditer(text):
        sentence = layout.sentence_at(match.start()) or (match.start(), match.end())
        if ELSEWHERE.search(text, match.start(), min(match.end(), sentence[1])):
            continue
        person = _person_before(cast, sentence[0], match.start())
        if person is None or ELSEWHERE.search(text, person.end, match.start()):
            continue
        if ELSEWHERE.search(f"{person.title} "):
            continue
        yield Claim(person.start, match.end(), person.person, "first_elected", match.group("year"), "first-elected")


def _ridings(text: str, layout: Layout, cast: Cast) -> Iterator[Claim]:
    """ "who represents Whitby", "the Liberal MP for Mississauga-Lakeshore"; not "the former MP for Whitby"."""
    for rule, pattern, signs in _RIDING_RULES:
        if not any([sign in text for sign in signs]):
            continue
        for match in pattern.finditer(text):
            riding = cast.gazetteer.riding_at_start(text[match.end() : match.end() + 80])
            if riding is None or _past(text, match.start()):
                continue
            sentence = layout.sentence_at(match.start()) or (match.start(), match.end())
            person = _person_before(cast, sentence[0], match.start())
            if person is None or (
                rule == "member-for" and not _appositive(text[person.end : match.start()], person.kind)
            ):
                continue
            yield Claim(person.start, match.end() + riding[1], person.person, "constituency", riding[0], rule)


def _appositive(between: str, kind: str) -> bool:
    """Whether "the Liberal MP for ..." stands in apposition to a name: ", the Liberal ", " is the "; a role mention
    holds it itself."""
    if kind == "role":
        return True
    return (
        re.fullmatch(
            r"(?:,? (?:who (?:is|was) |is |qui est |est )?|, | \()(?:(?:the|a|an|le|la|un|une) )?(?:[\w'’.-]+ ){0,3}",
            between,
        )
        is not None
    )


def _titles(text: str, cast: Cast) -> Iterator[Claim]:
    """ "Liberal MP Charles Sousa" claims a party, "Whitby MP Ryan Turnbull" a riding; "former Liberal MP" and "Ontario
    MPP" claim neither."""
    for mention in [m for m in cast.mentions if m.title and not m.quoted and m.kind in ("name", "surname")]:
        keys = [fold(w.strip(".,")) for w in mention.title.split()]
        if "mp" not in keys and "depute" not in keys and "deputee" not in keys:
            continue
        start = text.rfind(mention.title, 0, mention.start)
        if start < 0 or _past(text, start):
            continue
        if words().past & set(keys):
            continue
        party = next(
            (w for w in mention.title.split() if fold(w) in words().party and cast.gazetteer.party_ids(w)), None
        )
        if "New Democrat" in mention.title or "New Democratic" in mention.title:
            party = "New Democratic"
        if party:
            yield Claim(start, mention.end, mention.person, "party", party, "party-title")
        at = mention.title.find("MP")
        riding = riding_before(mention.title[:at], cast.gazetteer) if at > 0 else None
        if riding:
            yield Claim(start, mention.end, mention.person, "constituency", riding[0], "riding-title")


def _past(text: str, at: int) -> bool:
    """Whether what begins at `at` is told as over: "the former ", "then-", "ex-"."""
    before = fold(text[max(0, at - 24) : at]).rstrip("-").split()
    return any(w.rstrip("-,") in words().past for w in before[-2:]) or (
        bool(before) and before[-1].endswith(("then", "ex"))
    )


def _person_before(cast: Cast, sentence: int, at: int) -> Mention | None:
    """The nearest person named before `at` in the sentence, outside quotations and not as an owner."""
    near = [m for m in cast.within(max(sentence, at - REACH), at) if not m.quoted and not m.possessive]
    if not near:
        return None
    return next((m for m in reversed(near) if m.subject), near[-1])


def contradictions(claims: Iterable[Claim], gazetteer: Gazetteer, day: date) -> list[Contradiction]:
    """The claims about people of the register that it contradicts on `day`, in order.

    `first_elected`: the year of the first seat in the House of Commons. `constituency`: the riding held within two
    months of the day. `party`: the caucuses within a month of it, members of the Commons only (the groups of the
    Senate are named loosely).
    """
    found = []
    for claim in claims:
        person = claim.person.person_id
        if person is None:
            continue
        check = {"first_elected": _wrong_year, "constituency": _wrong_riding, "party": _wrong_party}[claim.column]
        contradiction = check(claim, person, gazetteer, day)
        if contradiction is not None:
            found.append(contradiction)
    return found


def _wrong_year(claim: Claim, person: str, gazetteer: Gazetteer, day: date) -> Contradiction | None:
    first = gazetteer.first_elected(person)
    if first is None or first.start > day or str(first.start.year) == claim.value:
        return None
    return Contradiction(claim, "seats", first.seat_id, "start", first.start.isoformat(), claim.value)


def _seats_near(person: str, gazetteer: Gazetteer, day: date) -> list[Seat]:
    return [
        s
        for s in gazetteer.seats_of(person)
        if s.chamber == COMMONS and s.start - RIDING_WINDOW <= day and (s.end is None or day <= s.end + RIDING_WINDOW)
    ]


def _wrong_riding(claim: Claim, person: str, gazetteer: Gazetteer, day: date) -> Contradiction | None:
    near = _seats_near(person, gazetteer, day)
    if not near or any(claim.value in gazetteer.constituency(s.constituency) for s in near):
        return None
    return Contradiction(claim, "seats", near[-1].seat_id, "constituency", near[-1].constituency, claim.value)


def _wrong_party(claim: Claim, person: str, gazetteer: Gazetteer, day: date) -> Contradiction | None:
    near = _seats_near(person, gazetteer, day)
    standing = gazetteer.standing(person, day)
    if not near or standing is None or standing.chamber != COMMONS:
        return None
    held = {
        s.party_id
        for d in (-PARTY_WINDOW, timedelta(0), PARTY_WINDOW)
        if (s := gazetteer.standing(person, day + d)) is not None
    }
    held |= gazetteer.caucuses_between(person, day - PARTY_WINDOW, day + PARTY_WINDOW)
    if held & gazetteer.party_ids(claim.value):
        return None
    return Contradiction(claim, "seats", standing.seat_id, "elected_as", standing.party_id or "", claim.value)
