"""Roles that stand for a person: "the prime minister", "the Whitby MP", "the former minister", "the Conservative
leader".

A role is taken up from the nearest person before whom the article or the register gives it; where the article names
none, a role that one person holds on the day ("the prime minister") is that person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scripts.lexicon import load
from scripts.people.gazetteer import COMMONS, SENATE, Gazetteer
from scripts.people.linking import PROVINCES, Hints, read_hints
from scripts.people.word_lists import fold, words

_HEADS = (
    *("Prime Minister", "prime minister", "Minister", "minister", "Ministre", "ministre"),
    *("Premier", "premier", "Premier ministre", "premier ministre", "Première ministre", "première ministre"),
    *("MP", "MPP", "MNA", "MLA", "MHA", "Député", "député", "Députée", "députée", "member(?= for )"),
    *("Senator", "senator", "Sénateur", "sénateur", "Sénatrice", "sénatrice"),
    *("Chef", "chef", "Élu", "élu", "Élue", "élue"),
    *("Leader", "leader", "Cheffe", "cheffe", "Speaker", "speaker", "Whip", "whip", "critic"),
    *("Mayor", "mayor", "Maire", "maire", "Mairesse", "mairesse", "Councillor", "councillor"),
    *("Governor General", "governor general", "judge", "ambassador", "commissioner", "president", "rapporteur"),
    *("backbencher", "candidate", "lawyer", "economist", "professor", "chief"),
    *("Président", "président", "Présidente", "présidente", "Commissaire", "commissaire", "Politologue", "politologue"),
    *("Porte-parole", "porte-parole", "Avocat", "avocat", "Avocate", "avocate", "Professeur", "professeur"),
    *("Professeure", "professeure", "Juge", "juge"),
)
"""The last words of roles, as patterns that begin with a plain letter."""


def _by_first_letter(patterns: Iterable[str]) -> str:
    """Any of the patterns, the longer before the shorter: a choice by the first letter, then among the few that share
    it, is twice as fast as an alternation of them all."""
    rest: dict[str, list[str]] = {}
    for pattern in sorted(patterns, key=lambda pattern: (-len(pattern), pattern)):
        rest.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest[letter])})" for letter in sorted(rest))


HEAD = re.compile(rf"[ \n\u00a0’'(“\"—–]({_by_first_letter(_HEADS)})\b")
"""A role's last word, as group 1, behind what may stand before a word."""
DETERMINER = re.compile(r".*(\b(?:the|le|la|this|cette|ce)\s|\bl['’])", re.IGNORECASE | re.DOTALL)
"""The last determiner of what stands before a role, as group 1."""
MIDDLE = re.compile(r"(?:[\w.'’—–-]+,?\s){0,5}\Z")
OWNER = re.compile(r"\b([A-Z][\w.]*(?: [A-Z]\w+){0,2})['’]s\s((?:[\w-]+\s){0,3})\Z")
OF = re.compile(
    r" (?:of|for|from|du|de la|de l['’]|des|de|d['’]) ?(?:the )?"
    r"((?:[\w'’—–-]+)(?:(?:,| and| et)? [A-ZÉÎ—–-][\w'’—–-]*){0,6})"
)
AFTER_IN_FRENCH = re.compile(
    r"(?: (?:libérale?|conservat(?:eur|rice)|progressiste-conservat(?:eur|rice)|néo-?démocrate|bloquiste|péquiste"
    r"|caquiste|solidaire|verte?"
    r"|fédérale?|indépendante?|ontarien(?:ne)?|québécoise?|albertaine?|manitobaine?|saskatchewanaise?|terre-neuvien(?:ne)?"
    r"|britanno-colombien(?:ne)?|néo-brunswickoise?|néo-écossaise?|prince-édouardien(?:ne)?))+(?!\w)"
)
"""What stands behind a French role and belongs to it: « le chef conservateur », « la première ministre albertaine »."""
FRENCH_PARTY = re.compile(
    r" (?:du|de la|de l['’]|de) ?((?:Parti (?:libéral|conservateur|progressiste-conservateur|québécois|vert"
    r"|populaire)|Nouveau Parti démocratique|Bloc"
    r"|Coalition avenir Québec|Québec solidaire|CAQ|NPD|PLQ|PQ|PCC|PLC|QS)(?: [Qq]uébécois)?(?: du (?:Canada"
    r"|Québec|Manitoba|Nouveau-Brunswick|Yukon)"
    r"| de l['’](?:Ontario|Alberta))?)(?!\w)"
)
"""A party behind a French role: « la cheffe du Parti libéral du Québec »."""
FRENCH_HEADS = frozenset(
    (
        *("premier ministre", "premiere ministre", "ministre", "depute", "deputee", "senateur", "senatrice"),
        *("chef", "cheffe", "elu", "elue", "whip"),
    )
)
EPICENE = frozenset(("ministre", "chef", "commissaire", "politologue", "porte-parole", "juge", "whip"))
"""French roles whose gender only the article tells; « le chef » is said of women as well, « la chef » only of them."""
_OTHER_CHIEF = re.compile(r" (?:d['’]|de |du |des |en |adjoint|autochtone|national|mi)")
"""« le chef de cabinet », « la cheffe de file »: no leader of a party."""
_BEFORE_ELECTED = frozenset(("", "seul", "seule", "nouvel", "nouvelle", "ancien", "ancienne", "jeune", "autre"))
_SOLE_LEADER = re.compile(r"Bloc|du Canada|\bPCC\b|\bPLC\b|bloquiste|fédéral")
"""Words by which a leader is one of the register's federal leaders and of no province's."""
CALLINGS = frozenset(
    (
        *(
            "judge",
            "ambassador",
            "commissioner",
            "president",
            "rapporteur",
            "lawyer",
            "economist",
            "professor",
            "chief",
        ),
        *("presidente", "commissaire", "politologue", "porte-parole", "avocat", "avocate", "professeur", "professeure"),
        "juge",
    )
)
"""Callings by which the article's people are taken up; the register has none of these."""
SECOND = "second"
"""The role of a deputy or vice: not that of the office's holder."""
SINGLE_OFFICE = frozenset({"prime_minister", "speaker"})


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A definite role; `text[start:end]` are the words, the article included."""

    start: int
    end: int
    role: str
    """As in the lexicon: `prime_minister`, `minister`, `member` ..."""
    hints: Hints
    """What the words around the head say: party, riding, province, past."""
    office: str
    """The office by name: "finance minister", "conservative leader"; for a plain "minister" just that."""
    gender: str | None
    plain: bool
    """Nothing is said beside the head: "the minister"."""

    @property
    def may_be_premier(self) -> bool:
        """Whether it is « le premier ministre » and no more, which in French is a premier as well."""
        return self.role == "prime_minister" and self.gender is not None and self.plain and not self.hints.past_roles

    def fits_premier(self, said: Hints, person_id: str | None, day: date | None, gazetteer: Gazetteer) -> bool:
        """Whether « le premier ministre » can be this premier."""
        return "premier" in said.roles or (
            person_id is not None and day is not None and names_person(gazetteer, "premier", person_id, day)
        )

    def fits(self, said: Hints, person_id: str | None, day: date | None, gazetteer: Gazetteer) -> bool:
        """Whether a person (what the article said of them, and who they are) can be meant."""
        past = bool(self.hints.past_roles)
        if self.role == SECOND:
            return self.office in said.offices or (
                person_id is not None and day is not None and gazetteer.holds(person_id, self.office, day)
            )
        if self.role in CALLINGS:
            return self.role in said.callings
        if self.role == "member" and self.plain and not past and _more_than_member(said, person_id, day, gazetteer):
            return False
        if self.hints.ridings:
            if self._sits_for(said.ridings):
                return True
            if person_id is None or day is None:
                return False
            standing = gazetteer.standing(person_id, day)
            if past:
                return self._sits_for(s.constituency for s in gazetteer.seats_of(person_id))
            return standing is not None and self._sits_for([standing.constituency])
        if self.hints.parties and not self._party_fits(said, person_id, day, gazetteer):
            return False
        if self.hints.province:
            standing = gazetteer.standing(person_id, day) if person_id and day else None
            province = fold(standing.province) if standing else said.province
            if province and province != self.hints.province:
                return False
        if past:
            if self.role in said.past_roles:
                return True
            return (
                person_id is not None
                and day is not None
                and _held(gazetteer, self.role, person_id, day)
                and not names_person(gazetteer, self.role, person_id, day)
            )
        if self.role in said.roles:
            return (
                self.plain
                or not self.office.strip()
                or self.role not in ("minister", "leader", "premier")
                or self._office_fits(said, person_id, day, gazetteer)
            )
        if person_id is None or day is None or said.foreign:
            return False
        if self.role in ("minister", "leader", "premier") and not self.plain and not self.hints.parties:
            return gazetteer.holds(person_id, self.office, day)
        return names_person(gazetteer, self.role, person_id, day)

    def _sits_for(self, constituencies: Iterable[str | None]) -> bool:
        """Whether one of the ridings is what the role names, or the city that it begins with: "the Mississauga MP" sits
        for Mississauga—Streetsville."""
        mine = tuple([f"{riding}{mark}" for riding in self.hints.ridings for mark in "—–- "])
        return any(c is not None and (c in self.hints.ridings or c.startswith(mine)) for c in constituencies)

    def _party_fits(self, said: Hints, person_id: str | None, day: date | None, gazetteer: Gazetteer) -> bool:
        if said.parties & self.hints.parties:
            return True
        standing = gazetteer.standing(person_id, day) if person_id and day else None
        return standing is not None and standing.party_id in self.hints.parties

    def _office_fits(self, said: Hints, person_id: str | None, day: date | None, gazetteer: Gazetteer) -> bool:
        mine = set(self.office.split()) - {"minister", "leader", "premier"}
        if any(mine <= set(office.split()) for office in said.offices) or self.hints.parties & said.parties:
            return True
        return person_id is not None and day is not None and gazetteer.holds(person_id, self.office, day)

    def holder(self, day: date, gazetteer: Gazetteer) -> str | None:
        """The one person of the register who holds the role on the day; None where it takes more words to tell."""
        if self.hints.past_roles or self.hints.foreign:
            return None
        if self.hints.ridings:
            sitting = {p for riding in sorted(self.hints.ridings) for p in gazetteer.member_for(riding, day)}
            return sitting.pop() if len(sitting) == 1 and self.role == "member" else None
        if self.role == SECOND:
            return gazetteer.holder(self.office, day)
        if self.role in SINGLE_OFFICE:
            return gazetteer.holder(self.role.replace("_", " "), day)
        if self.role in ("minister", "leader", "premier") and not self.plain:
            return gazetteer.holder(self.office, day)
        return None


def _more_than_member(said: Hints, person_id: str | None, day: date | None, gazetteer: Gazetteer) -> bool:
    """Whether the person is called by an office rather than "the MP": the prime minister, a leader, a minister."""
    if said.roles & {"prime_minister", "leader", "minister", "premier", "speaker"}:
        return True
    return (
        person_id is not None
        and day is not None
        and any(names_person(gazetteer, role, person_id, day) for role in ("prime_minister", "leader", "minister"))
    )


def names_person(gazetteer: Gazetteer, role: str, person_id: str, day: date) -> bool:
    """Whether the register gives the person this role on the day."""
    if role in ("member", "senator"):
        standing = gazetteer.standing(person_id, day)
        return standing is not None and standing.chamber == (COMMONS if role == "member" else SENATE)
    if role == "provincial_member":
        standing = gazetteer.standing(person_id, day)
        return standing is not None and standing.chamber not in (COMMONS, SENATE)
    return gazetteer.holds(person_id, role.replace("_", " "), day)


def _held(gazetteer: Gazetteer, role: str, person_id: str, day: date) -> bool:
    if role in ("member", "senator"):
        chamber = COMMONS if role == "member" else SENATE
        return any(s.chamber == chamber and s.start <= day for s in gazetteer.seats_of(person_id))
    name = role.replace("_", " ")
    return gazetteer.held_before(person_id, name, day) or name in gazetteer.people[person_id].calling


def find_roles(text: str, gazetteer: Gazetteer) -> Iterator[RoleMention]:
    """The definite roles of a text, in order.

    "the prime minister", "the rookie Whitby MP", "Canada's finance minister", "the minister of health"; not "a
    minister", "ministers", nor the title before a name ("the Conservative Leader Pierre Poilievre", which is a name).
    """
    lists = words()
    for head in HEAD.finditer(text):
        begins, ends = head.span(1)
        if text[ends : ends + 1] in ("s", "'", "’") and not text.startswith(("'s", "’s"), ends):
            continue
        key = fold(head.group(1))
        role = lists.role_phrases.get(key) or (key if key in CALLINGS else None)
        if role is None:
            continue
        window = text[max(0, begins - 70) : begins]
        before = DETERMINER.match(window)
        if before is not None and not MIDDLE.match(window, before.end()):
            before = None
        owner = None
        if "'s" in window or "’s" in window:
            between = window[before.end() :] if before is not None else ""
            if before is None or "'s " in between or "’s " in between:
                owner = OWNER.search(window)
        if owner is not None:
            start = begins - len(window) + owner.start()
            middle = f"{owner.group(1)} {owner.group(2)}"
        elif before is not None:
            start = begins - len(window) + before.start(1)
            middle = window[before.end() :]
        else:
            continue
        if any(_breaks(w) for w in middle.split()):
            continue
        if key == "premier" and before is not None and before.group(1).strip().lower() in ("le", "ce", "la", "cette"):
            continue  # "le premier" is "the first"
        if role == "leader" and middle.strip().lower().endswith("house"):
            continue
        if key in ("elu", "elue") and fold(middle.strip()) not in _BEFORE_ELECTED:
            continue  # « le candidat a été élu »
        end = ends
        told = f"{middle}{head.group(1)}"
        office = _office(middle, key)
        french = AFTER_IN_FRENCH.match(text, end) if key in FRENCH_HEADS else None
        if french is not None:
            told, end = f"{told}{french.group()}", french.end()
        of_party = FRENCH_PARTY.match(text, end) if key in FRENCH_HEADS else None
        if of_party is not None:
            told, end = f"{told} {of_party.group(1)}", of_party.end()
        if key in ("chef", "cheffe"):
            office = _leader_of(told) if french or of_party else "leader"
            if not (french or of_party) and _OTHER_CHIEF.match(text, end):
                continue
        extended = french is not None or of_party is not None
        after = OF.match(text, end, min(len(text), end + 90)) if of_party is None else None
        if after and _extends(role, after.group(1), gazetteer):
            length = after.end()
            extended = False
            riding = (
                gazetteer.riding_at_start(text[after.start(1) : after.start(1) + 80])
                if role in ("member", "provincial_member")
                else None
            )
            if riding:
                length = after.start(1) + riding[1]
            told, end = (
                text[begins - len(middle) : length] if owner is None else f"{middle}{text[begins:length]}",
                length,
            )
            office = f"{key} of {fold(after.group(1))}" if role in ("minister", "premier", "leader") else office
        if set(fold(middle).split()) & lists.seconds:
            role, office = SECOND, fold(f"{middle}{head.group(1)}")
        hints = read_hints(told, gazetteer)
        province = hints.province or (_premier_of(text, ends) if key in FRENCH_HEADS else None)
        if role == "prime_minister" and province:
            # "le premier ministre du Québec", « la première ministre albertaine » is a premier.
            role, office = "premier", f"{province} premier"
        plain = not extended and (
            not any(fold(w) not in lists.past and fold(w) not in lists.present for w in middle.split()) and end == ends
        )
        gender = lists.role_gender.get(key) or (_gender_of(before) if key in EPICENE else None)
        yield RoleMention(start, end, role, hints, office, gender, plain)


def _gender_of(before: re.Match[str] | None) -> str | None:
    """The gender that the article before a French role tells: « la ministre »."""
    return {"la": "woman", "cette": "woman", "le": "man", "ce": "man"}.get(
        before.group(1).strip().lower() if before else ""
    )


def _leader_of(told: str) -> str:
    """The office of a leader as the register has it, where the words leave no other: "bloc quebecois leader"."""
    if _SOLE_LEADER.search(told) is None:
        return "leader"
    flat = fold(told)
    for word, party in (
        ("bloc", "bloc quebecois"),
        ("bloquiste", "bloc quebecois"),
        ("conservat", "conservative"),
        ("pcc", "conservative"),
    ):
        if word in flat:
            return f"{party} leader"
    return "liberal leader" if "liberal" in flat or "plc" in flat else "leader"


_OF_PROVINCE = re.compile(r" (?:de la |de l['’]|du |de |d['’])?([\w-]+)")


def _premier_of(text: str, end: int) -> str | None:
    """The province that the word behind « premier ministre » names."""
    word = _OF_PROVINCE.match(text, end)
    return PROVINCES.get(fold(word.group(1))) if word else None


def _office(middle: str, head: str) -> str:
    lists = words()
    kept = [fold(w) for w in middle.split() if fold(w) not in lists.past and fold(w) not in lists.present]
    if head == "premier" and kept and " ".join(kept) in PROVINCES:
        kept = [PROVINCES[" ".join(kept)]]
    return " ".join([*kept, head])


def _breaks(word: str) -> bool:
    """Whether a word between the article and the head shows that they do not belong together: "the day that
    minister"."""
    return (word.endswith((",", ".")) and len(word) > 5) or fold(word) in _BREAKERS


_BREAKERS = frozenset(load("mentions")["between_article_and_role"])


def _extends(role: str, after: str, gazetteer: Gazetteer) -> bool:
    """Whether the words after "of" or "for" belong to the role: a riding, a portfolio, a province, a party, a land."""
    if role in ("member", "provincial_member", "senator"):
        return after[:1].isupper()
    if role in ("prime_minister", "premier"):
        return after[:1].isupper()
    if role == "leader":
        return bool(gazetteer.party_ids(after)) or after[:1].isupper() or "opposition" in fold(after)
    return role == "minister"
