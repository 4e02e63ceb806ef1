"""What the words beside a name say of the person, and which person of the register they fit on a day.

"Conservative Leader Pierre Poilievre" says leader and Conservative; "Charles Sousa, the Liberal MP for
Mississauga—Lakeshore," says member, Liberal and the riding; "former finance minister Bill Morneau" says an office that
is over.

The rule of linking. A name fits a person of the register when
1. they sit (in the Commons, the Senate) or hold an office on the day, and nothing said of them speaks against it; else
2. they sat or held office within `NEARBY` years of the day (a member to come, or one who has left), or led a
   government or party within `NEARBY_HEADS`; else
3. the words name an office or seat that the person had, and they have not been dead for `LONG_DEAD` years; else
4. they are the only one of the name of whom no service is recorded (an official, or a member of a legislature whose
   seats are not in the register), no other calling is said of them than the register has, and the article appeared
   within `NEARBY_TOLD` years of one that the register has them from, or says of them the calling that it gives; else
5. they served in a year that a sentence names beside the name ("John Nunziata in April 1996").
The first of these that anybody fits decides; party, riding, chamber and office then choose among those who fit. If two
are left, the name stays open. A name by itself (without any words beside it) is only looked up in an article about
Canada.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from scripts.lexicon import load
from scripts.people.gazetteer import COMMONS, SENATE, Gazetteer, Standing
from scripts.people.word_lists import fold, words

NEARBY = 15.0
"""Years: a member or office holder is news for about this long before and after."""
NEARBY_HEADS = 40.0
"""Years: the same for a former prime minister, premier or party leader."""
NEARBY_TOLD = 10.0
"""Years: somebody of whom no service is recorded is news for about this long before and after an article that tells of
them; later the name alone is more likely a namesake's."""
GRACE = 0.5
"""Years in which a seat or office just lost (or about to be taken) is still told in the present tense."""
LONG_DEAD = 50.0
LONG_GONE = 60.0
"""Years since the last service, where no date of death is known."""

NOT_IN_REGISTER = "not in register"
AT_ANOTHER_TIME = "not in register: the bearers of the name served at another time"
ELSEWHERE = frozenset({"premier", "provincial_member", "mayor", "councillor"})
"""Roles that a sitting federal member does not hold at the same time."""
NOT_FOR_MEMBERS = frozenset(load("mentions")["not_for_members"])
_TITLE_WORD = re.compile(r"[^\W\d_](?:[\w.’'—–-]*\w)?")


@dataclass(frozen=True, slots=True)
class Hints:
    """What an article says of a person beside the name."""

    roles: frozenset[str] = frozenset()
    """Roles held, as in the lexicon: `member`, `leader`, `prime_minister` ..."""
    past_roles: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    """Party ids that the words can mean."""
    ridings: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    """Offices by name: "finance minister", "conservative leader"."""
    province: str | None = None
    callings: frozenset[str] = frozenset()
    """Callings beside the name: "judge", "ambassador"."""
    calling: str | None = None
    """A calling that no sitting member has: "reporter", "police chief"."""
    foreign: bool = False

    def __or__(self, other: Hints) -> Hints:
        if self is NOTHING_SAID:
            return other
        return Hints(
            self.roles | other.roles,
            self.past_roles | other.past_roles,
            self.parties | other.parties,
            self.ridings | other.ridings,
            self.offices | other.offices,
            self.province or other.province,
            self.callings | other.callings,
            self.calling or other.calling,
            self.foreign or other.foreign,
        )

    @property
    def any_role(self) -> frozenset[str]:
        return self.roles | self.past_roles


NOTHING_SAID = Hints()

PROVINCES = {
    "ontario": "ontario",
    "ont": "ontario",
    "quebec": "quebec",
    "que": "quebec",
    "alberta": "alberta",
    "alta": "alberta",
    "manitoba": "manitoba",
    "saskatchewan": "saskatchewan",
    "british columbia": "british columbia",
    "b.c": "british columbia",
    "bc": "british columbia",
    "nova scotia": "nova scotia",
    "n.s": "nova scotia",
    "new brunswick": "new brunswick",
    "n.b": "new brunswick",
    "newfoundland": "newfoundland and labrador",
    "p.e.i": "prince edward island",
    "prince edward island": "prince edward island",
    "yukon": "yukon",
    "nunavut": "nunavut",
    "colombie-britannique": "british columbia",
    "nouvelle-ecosse": "nova scotia",
    "nouveau-brunswick": "new brunswick",
    "terre-neuve": "newfoundland and labrador",
    "terre-neuve-et-labrador": "newfoundland and labrador",
    "ile-du-prince-edouard": "prince edward island",
    "ontarien": "ontario",
    "ontarienne": "ontario",
    "quebecois": "quebec",
    "quebecoise": "quebec",
    "albertain": "alberta",
    "albertaine": "alberta",
    "manitobain": "manitoba",
    "manitobaine": "manitoba",
    "saskatchewanais": "saskatchewan",
    "saskatchewanaise": "saskatchewan",
    "britanno-colombien": "british columbia",
    "britanno-colombienne": "british columbia",
    "neo-brunswickois": "new brunswick",
    "neo-brunswickoise": "new brunswick",
    "neo-ecossais": "nova scotia",
    "neo-ecossaise": "nova scotia",
    "terre-neuvien": "newfoundland and labrador",
    "terre-neuvienne": "newfoundland and labrador",
    "prince-edouardien": "prince edward island",
    "prince-edouardienne": "prince edward island",
}


@lru_cache(maxsize=8192)
def read_hints(title: str, gazetteer: Gazetteer) -> Hints:
    """What a title says: the words before a name, or the apposition after it."""
    if not title:
        return NOTHING_SAID
    lists = words()
    found = [(fold(m.group()), m.start()) for m in _TITLE_WORD.finditer(title[:160])]
    keys = [key for key, _ in found]
    roles: set[str] = set()
    past: set[str] = set()
    ridings: set[str] = set()
    offices: set[str] = set()
    parties: set[str] = set()
    over = foreign = False
    for index, (key, start) in enumerate(found):
        plain = key[5:] if key.startswith("then-") else key[3:] if key.startswith("ex-") else key
        over = over or key in lists.past or plain != key
        pair = f"{keys[index - 1]} {plain}" if index else plain
        role = lists.role_phrases.get(pair) or lists.role_phrases.get(plain)
        first = index - 1 if pair in lists.role_phrases and index else index
        if role or plain in lists.calling_heads or plain in lists.leading:
            foreign = (
                foreign
                or _foreign(keys[max(0, first - 3) : first])
                or _foreign(keys[index + 1 : index + 4], after=True)
            )
        if role and set(keys[max(0, first - 2) : first]) & lists.seconds:
            offices.add(" ".join(keys[max(0, first - 1) : index + 1]))
            role = None
        if role:
            (past if over else roles).add(role)
            if role in ("member", "provincial_member"):
                riding = riding_before(title[:start], gazetteer)
                after = _AFTER_ROLE.match(title, start + len(found[index][0]))
                ahead = gazetteer.riding_at_start(title[after.end() :]) if after else None
                ridings.update(r[0] for r in (riding, ahead) if r)
            if role in ("minister", "leader", "premier", "prime_minister", "speaker"):
                offices.add(
                    " ".join(
                        k for k in keys[max(0, index - 3) : index] if k not in lists.past and k not in lists.present
                    )
                    + f" {plain}"
                )
            over = False
        parties |= gazetteer.party_ids(key) if key in lists.party else frozenset()
        if index and keys[index - 1] in lists.party:
            parties |= gazetteer.party_ids(f"{keys[index - 1]} {key}")
    flat = " ".join(keys)
    province = next(
        (PROVINCES[k] for k in [*keys, *(f"{a} {b}" for a, b in pairwise(keys))] if k in PROVINCES),
        None,
    )
    calling = next((k for k in reversed(keys) if k in NOT_FOR_MEMBERS or (k == "chief" and "police" in flat)), None)
    return Hints(
        frozenset(roles),
        frozenset(past),
        frozenset(parties),
        frozenset(ridings),
        frozenset(o.strip() for o in offices),
        province,
        frozenset(k for k in keys if k in lists.calling_heads or k in lists.leading),
        calling if not roles else None,
        foreign and province is None,
    )


def _foreign(beside: list[str], *, after: bool = False) -> bool:
    """Whether the words before a role (or after its "of") name another land: "British Conservative" (MP), (prime
    minister) "of Japan".

    Not "Indian Affairs" (minister): the land must be the last word before the role, a party aside.
    """
    if after:
        return bool(beside) and beside[0] == "of" and any(w in words().foreign for w in beside[1:])
    near = [w for w in beside if w not in words().party and w not in words().present][-2:]
    return bool(near) and (near[-1] in words().foreign or " ".join(near) in words().foreign)


_AFTER_ROLE = re.compile(r" (?:for|from|representing|de|du|d['’])[ ]?(?:the riding of )?")


TERRITORIES = frozenset(("yukon", "nunavut", "northwest territories"))
"""Places that are one riding each; other provinces' names are places even where a riding was once called so."""


def riding_before(title: str, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """The riding that the words before a role name, and where it begins: "the rookie Whitby Liberal " gives ("Whitby",
    11)."""
    kept = _without_party(title)
    if kept.rpartition(" ")[2] == title.rstrip(" ,").rpartition(" ")[2]:
        return gazetteer.riding_at_end(kept)
    last = title.rstrip(" ,").rpartition(" ")[2]
    return gazetteer.riding_at_end(last if fold(last) in TERRITORIES else kept)


def _without_party(before: str) -> str:
    """The words before a role without the party and the province: "Whitby Liberal " gives "Whitby "."""
    kept = before.rstrip(" ,")
    while kept:
        head, _, last = kept.rpartition(" ")
        key = fold(last.rstrip(".,"))
        if key in words().party or key in PROVINCES or key in words().present:
            kept = head.rstrip(" ,")
        else:
            break
    return kept


@dataclass(frozen=True, slots=True)
class Link:
    """The person of the register that a name stands for, or why there is none."""

    person_id: str | None
    reason: str | None = None


def open_between(ids: Iterable[str]) -> str:
    """The reason for a name that several people fit."""
    return "two people fit: " + ", ".join(sorted(ids))


def link(candidates: tuple[str, ...], hints: Hints, day: date | None, gazetteer: Gazetteer, *, canadian: bool) -> Link:
    """Which of the `candidates` (people of the register so called) a name stands for on `day`, by the rule above.

    `canadian` says whether the article shows signs of being about Canada.
    """
    if not candidates:
        return Link(None, NOT_IN_REGISTER)
    if hints.foreign and not hints.ridings:
        return Link(None, "not in register: described as an official of another country")
    if day is None:
        return Link(None, "no date to look the name up on")
    spoken_for = bool(hints.any_role or hints.parties or hints.ridings)
    if not (canadian or hints.ridings or any(holds_office(c, hints, day, gazetteer) for c in candidates)):
        return Link(None, "not in register: nothing says that the name is a Canadian member's")
    serving = [
        c for c in candidates if gazetteer.years_from_service(c, day) == 0.0 and not _dead(c, day, gazetteer, 0.0)
    ]
    if serving:
        fitting = [c for c in serving if not _speaks_against(c, hints, day, gazetteer)]
        if fitting:
            return _choose(fitting, hints, day, gazetteer)
        if len(candidates) == len(serving):
            return Link(None, "not in register: described otherwise than the member of that name")
    near = [c for c in candidates if c not in serving and _near(c, day, gazetteer)]
    claims_seat = bool(hints.roles & {"member", "senator"})
    fitting = [c for c in near if not claims_seat or (gazetteer.years_from_service(c, day) or 0.0) <= GRACE]
    if hints.calling and not hints.past_roles:
        fitting = []
    if fitting:
        return _choose(fitting, hints, day, gazetteer)
    if near and claims_seat:
        return Link(None, "role not held on that day")
    if spoken_for:
        held = [
            c
            for c in candidates
            if c not in serving and _had(c, hints, day, gazetteer) and not _dead(c, day, gazetteer, LONG_DEAD)
        ]
        if held:
            return _choose(held, hints, day, gazetteer)
    unserved = [
        c for c in candidates if gazetteer.years_from_service(c, day) is None and not _dead(c, day, gazetteer, NEARBY)
    ]
    if len(unserved) == 1 and hints.calling:
        if _near_report(unserved[0], day, gazetteer) and _same_calling(unserved[0], hints.calling, gazetteer):
            return Link(unserved[0])
    elif len(unserved) == 1:
        if _near_report(unserved[0], day, gazetteer) or _so_called(unserved[0], hints, gazetteer):
            return Link(unserved[0])
        return Link(None, "not in register: the bearer of the name was in the news at another time")
    return Link(None, AT_ANOTHER_TIME)


def link_by_year(candidates: tuple[str, ...], hints: Hints, years: Iterable[int], gazetteer: Gazetteer) -> str | None:
    """The one of the `candidates` who served in one of the years named beside the name; None if not just one."""
    if hints.foreign or hints.calling:
        return None
    days = [date(year, month, 1) for year in years for month in (1, 4, 7, 10)]
    served = [c for c in candidates if any(gazetteer.years_from_service(c, day) == 0.0 for day in days)]
    return served[0] if len(served) == 1 else None


def holds_office(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    """Whether an office that the words give is the person's on the day: "Prime Minister Justin Trudeau", "NDP Leader
    Jagmeet Singh"."""
    return any(gazetteer.holds(person_id, office, day) for office in sorted(hints.offices))


def _near(person_id: str, day: date, gazetteer: Gazetteer) -> bool:
    """Whether the person served near enough to the day to be news by name alone; heads of government and of parties
    are for longer."""
    years = gazetteer.years_from_service(person_id, day)
    if years is None or (gazetteer.people[person_id].died_on is not None and _dead(person_id, day, gazetteer, NEARBY)):
        return False
    heads = ("prime minister", "premier", "leader")
    return years <= NEARBY or (
        years <= NEARBY_HEADS and any(gazetteer.held_before(person_id, role, day) for role in heads)
    )


def _near_report(person_id: str, day: date, gazetteer: Gazetteer) -> bool:
    """Whether the day is near to an article that the register has the person from."""
    years = gazetteer.years_from_report(person_id, day)
    return years is not None and years <= NEARBY_TOLD


SAME_CALLINGS = (
    frozenset({"lawyer", "attorney", "counsel", "avocat", "avocate"}),
    frozenset({"judge", "justice", "juge"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "porte-parole"}),
    frozenset({"professor", "professeur", "professeure"}),
    frozenset({"journalist", "reporter", "journaliste"}),
)
"""Words for one calling, folded."""


def _same_calling(person_id: str, calling: str, gazetteer: Gazetteer) -> bool:
    """Whether the register gives the person the calling that the words beside the name say: the lawyer Nader Hasan is
    the "lawyer of Raj Grewal"; not the spokesman of that name."""
    known = set(gazetteer.people[person_id].calling.split())
    return calling in known or any(calling in group and known & group for group in SAME_CALLINGS)


def _so_called(person_id: str, hints: Hints, gazetteer: Gazetteer) -> bool:
    """Whether the words beside the name give the calling of the register: "RCMP commissioner" for the "commissioner of
    the RCMP", "Alberta MLA" for a "member of the Legislative Assembly of Alberta"; not "lawyer", nor "Ontario MPP"."""
    calling = gazetteer.people[person_id].calling
    if set(calling.split()) & hints.callings:
        return True
    return (
        "provincial_member" in hints.any_role
        and calling.startswith("member of ")
        and hints.province is not None
        and calling.endswith(hints.province)
    )


def _dead(person_id: str, day: date, gazetteer: Gazetteer, years: float) -> bool:
    """Whether the person had been dead for more than `years` on the day, or out of all office too long to be alive."""
    died = gazetteer.people[person_id].died_on
    if died is not None:
        return (day - died).days > years * 365.25
    return (gazetteer.years_from_service(person_id, day) or 0.0) > LONG_GONE


def _standing(person_id: str, day: date, gazetteer: Gazetteer) -> Standing | None:
    return gazetteer.standing(person_id, day)


def _speaks_against(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    """Whether what is said of the person cannot be said of this member on that day."""
    standing = gazetteer.standing(person_id, day)
    if standing is None:
        return False
    federal = standing.chamber in (COMMONS, SENATE)
    if hints.calling and not hints.any_role and not hints.ridings:
        return True
    if federal and hints.roles & ELSEWHERE and not hints.roles & {"member", "senator", "minister", "prime_minister"}:
        return True
    return standing.chamber == COMMONS and hints.roles == {"senator"}


def _had(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    """Whether the register confirms a role that the article gives, then or earlier."""
    seats = gazetteer.seats_of(person_id)
    if any(s.constituency in hints.ridings for s in seats):
        return True
    for role in sorted(hints.any_role):
        if role == "member" and any(s.chamber == COMMONS and s.start <= day for s in seats):
            return True
        if role == "senator" and any(s.chamber == SENATE and s.start <= day for s in seats):
            return True
        if role in _OFFICE_OF_ROLE and gazetteer.held_before(person_id, _OFFICE_OF_ROLE[role], day):
            return True
    return False


_OFFICE_OF_ROLE = {
    "prime_minister": "prime minister",
    "premier": "premier",
    "minister": "minister",
    "leader": "leader",
    "speaker": "speaker",
}


def _choose(fitting: list[str], hints: Hints, day: date, gazetteer: Gazetteer) -> Link:
    """The one of several fitting people whom riding, party, chamber or office tells apart; open where two are left."""
    left = fitting
    for agrees in (_riding_agrees, _chamber_agrees, _office_agrees, _party_agrees, _province_agrees):
        if len(left) == 1:
            break
        better = [c for c in left if agrees(c, hints, day, gazetteer)]
        left = better or left
    if len(left) == 1:
        return Link(left[0])
    return Link(None, open_between(left))


def _riding_agrees(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    standing = gazetteer.standing(person_id, day)
    if standing is not None:
        return standing.constituency in hints.ridings
    return any(s.constituency in hints.ridings for s in gazetteer.seats_of(person_id))


def _chamber_agrees(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    standing = gazetteer.standing(person_id, day)
    chambers = {standing.chamber} if standing else {s.chamber for s in gazetteer.seats_of(person_id)}
    return ("member" in hints.any_role and COMMONS in chambers) or ("senator" in hints.any_role and SENATE in chambers)


def _office_agrees(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.holds(person_id, office, day) for office in sorted(hints.offices)) or (
        bool(hints.past_roles)
        and any(
            role in hints.past_roles and gazetteer.held_before(person_id, office, day)
            for role, office in _OFFICE_OF_ROLE.items()
        )
    )


def _party_agrees(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    standing = gazetteer.standing(person_id, day)
    parties = {standing.party_id} if standing else {s.elected_as for s in gazetteer.seats_of(person_id)}
    return bool(parties & hints.parties)


def _province_agrees(person_id: str, hints: Hints, day: date, gazetteer: Gazetteer) -> bool:
    standing = gazetteer.standing(person_id, day)
    provinces = {fold(standing.province)} if standing else {fold(s.province) for s in gazetteer.seats_of(person_id)}
    return hints.province is not None and hints.province in provinces
