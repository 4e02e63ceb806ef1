"""Parties as news names them: "the Tories", "Ontario PCs", "le caucus libéral".

The names come from raw/registers/party_names.csv (party_id, name, language, jurisdiction, from, to). One name can stand
for several parties ("Liberals": the federal party and one in most provinces); the jurisdiction decides, which is taken
from the words beside the name ("B.C. Liberals", "federal Liberals") or else given by the caller, and is federal in the
end. Of several parties of one place with the same name (the Tories of 1900 and of 2010) the day decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import ahocorasick

FEDERAL = "canada"
INDEPENDENT = "independent"
"""The party_id of a member who sits in no caucus, in every chamber."""

NON_AFFILIATED = "non-affiliated"
"""The party_id of a senator who sits in no group, from `NON_AFFILIATED_SINCE` on."""
NON_AFFILIATED_SINCE = date(2016, 6, 13)
"""The first day on which senators without a group are called so (raw/registers/senate_affiliations.csv)."""

# Names that are also ordinary words or surnames count only beside a word of politics: "the Green caucus", "Green MP";
# not "a green light", "Tim Green said", "the bloc of states".
_NEEDS_COMPANY = frozenset(
    [
        "green",
        "bloc",
        "reform",
        "alliance",
        "progressive",
        "progressives",
        "united",
        "unity",
        "vert",
        "verts",
        "verte",
        "verts",
        "rouges",
        "bleus",
    ]
)
_COMPANY_AFTER = re.compile(
    r"(?:['’]s?)?\s(?:federal\s|provincial\s)?(?:[Pp]arty|[Cc]aucus|MPs?|MPPs?|MLAs?|MNAs?|MHAs?"
    r"|[Ll]eader|[Cc]ritic|"
    r"bench(?:es)?|[Ss]enators?|[Mm]embers?|government|candidate|ranks|fold|leadership)\b"
)
_COMPANY_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|federal|provincial|governing|le|du|au|Parti|parti|caucus|les|des|aux|of)\s|\bl['’])$"
)
_ONE_GREEN = re.compile(r"\b(?:now|as|became|become|becomes)\sa\s$")
_PLACE_BEFORE = re.compile(
    r"(?P<place>(?:[A-ZÉ][\w.]{0,20}\s(?:and\s)?){0,3}[A-ZÉ][\w.]{0,20}|[Ff]ederal|[Pp]rovincial)(?:['’]s)?"
    r"\s(?:provincial\s|governing\s|opposition\s|then-|former\s)?$"
)
_PLACES = {
    "ontario": "ontario",
    "ont.": "ontario",
    "quebec": "quebec",
    "québec": "quebec",
    "que.": "quebec",
    "alberta": "alberta",
    "saskatchewan": "saskatchewan",
    "manitoba": "manitoba",
    "british columbia": "british-columbia",
    "b.c.": "british-columbia",
    "bc": "british-columbia",
    "new brunswick": "new-brunswick",
    "n.b.": "new-brunswick",
    "nova scotia": "nova-scotia",
    "n.s.": "nova-scotia",
    "prince edward island": "prince-edward-island",
    "p.e.i.": "prince-edward-island",
    "newfoundland and labrador": "newfoundland-and-labrador",
    "newfoundland": "newfoundland-and-labrador",
    "n.l.": "newfoundland-and-labrador",
    "yukon": "yukon",
    "federal": FEDERAL,
}
_JOINED_WORDS = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_FRENCH_ENDINGS = {
    "al": ("ale", "ales", "aux"),
    "ateur": ("ateurs", "atrice", "atrices"),
    "ste": ("stes",),
    "ate": ("ates",),
}


@dataclass(frozen=True)
class PartyName:
    """One row of raw/registers/party_names.csv: a way in which news names a party, and when it did so."""

    party_id: str
    name: str
    language: str = "en"
    jurisdiction: str = FEDERAL
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class PartyMention:
    """`text[start:end]` names a party; `party_id` is None where several parties bear the name and nothing decides."""

    start: int
    end: int
    text: str
    party_id: str | None
    named_place: bool = False
    """The words beside it say which jurisdiction is meant."""


@dataclass(frozen=True)
class PartyNames:
    """The names of all parties, ready to be found in text. Make it once with `PartyNames.build`."""

    _by_name: Mapping[str, tuple[PartyName, ...]]
    """Name in lower case -> the rows that bear it, in the order of the register."""
    _homes: Mapping[str, str]
    """Party -> its jurisdiction, where the register has it in one only."""
    _automaton: ahocorasick.Automaton = field(repr=False, compare=False)

    @classmethod
    def build(cls, rows: Iterable[PartyName]) -> PartyNames:
        """Names from register rows. Plurals and French feminines of one-word names are added where they lack."""
        by_name: dict[str, list[PartyName]] = {}
        derived: dict[str, list[PartyName]] = {}
        homes: dict[str, set[str]] = {}
        for row in rows:
            homes.setdefault(row.party_id, set()).add(row.jurisdiction)
            name = _plain(row.name).strip()
            if _JOINED_WORDS.search(row.name):  # "OneBC", which news writes "One BC" and "One B.C." as well
                apart = _JOINED_WORDS.sub(" ", row.name)
                for spelled in sorted({apart, re.sub(r"\bBC\b", "B.C.", apart)}):
                    derived.setdefault(_plain(spelled).strip(), []).append(row)
            if name and not name.startswith(("federal ", "provincial ")):  # the place is read beside the name
                by_name.setdefault(name, []).append(row)
                for form in _other_forms(name, row.language):
                    derived.setdefault(form, []).append(row)
        for form, bearers in derived.items():
            by_name.setdefault(form, bearers)
        automaton = ahocorasick.Automaton()
        for name in sorted(by_name):
            automaton.add_word(name, name)
        automaton.make_automaton()
        return cls(
            {name: tuple(bearers) for name, bearers in by_name.items()},
            {party: next(iter(places)) for party, places in homes.items() if len(places) == 1},
            automaton,
        )

    def find(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        jurisdiction: str = FEDERAL,
        language: str = "en",
        day: date | None = None,
    ) -> list[PartyMention]:
        """Mentions of parties in `text[start:end]`, in order, the longest name at a place.

        In English a party is written with a capital ("Liberal values" is a mention, "liberal values" is none); in
        French its members and adjectives are not (« le caucus libéral »). A name that no party of the jurisdiction
        bears is looked for among the federal parties, then anywhere. `day` tells apart parties of different times.
        """
        stop = len(text) if end is None else min(end, len(text))
        if start >= stop or not self._by_name:
            return []
        found: list[PartyMention] = []
        for last, name in self._automaton.iter_long(_plain(text[start:stop])):
            low, high = start + last - len(name) + 1, start + last + 1
            if not _stands_alone(text, low, high, name, language):
                continue
            place = _place_before(text, low)
            party_id = self._which(name, place or jurisdiction, day)
            found.append(PartyMention(low, high, text[low:high], party_id, place is not None))
        return found

    def home(self, party_id: str | None) -> str | None:
        """The one jurisdiction whose party this is; None for a party of several, of none, or not known."""
        return self._homes.get(party_id) if party_id is not None else None

    def party(self, name: str, jurisdiction: str = FEDERAL, day: date | None = None) -> str | None:
        """The party that bears this name in a jurisdiction, else federally, else the only one anywhere; else None."""
        return self._which(_plain(name).strip(), jurisdiction, day)

    def _which(self, name: str, jurisdiction: str, day: date | None) -> str | None:
        bearers = self._by_name.get(name, ())
        alive = [row for row in bearers if _is_alive(row, day)]
        for place in (jurisdiction, "", FEDERAL):
            here = [row.party_id for row in alive if row.jurisdiction == place]
            if here:
                return here[0] if len(set(here)) == 1 or day is None else here[-1]
        anywhere = {row.party_id for row in alive or bearers}
        return next(iter(anywhere)) if len(anywhere) == 1 else None


def _is_alive(row: PartyName, day: date | None) -> bool:
    return day is None or ((row.start is None or row.start <= day) and (row.end is None or day <= row.end))


def _stands_alone(text: str, low: int, high: int, name: str, language: str) -> bool:
    """Whether a matched name is a word of its own and means a party: not "liberalism", "a green light", "Mr. Green"."""
    if (low > 0 and text[low - 1].isalnum()) or (high < len(text) and text[high].isalnum()):
        return False
    if low > 1 and text[low - 1] == "-" and text[low - 2].isalnum() and not _has_prefix(text, low):
        return False
    if language != "fr" and not text[low].isupper():
        return False
    if name not in _NEEDS_COMPANY:
        return True
    if (
        name == "green"
        and _ONE_GREEN.search(text, max(0, low - 12), low)
        and text[high : high + 1] in ("", ".", ",", ";")
    ):
        return True  # "is now a Green."
    return _COMPANY_AFTER.match(text, high) is not None or (
        name != "green" and _COMPANY_BEFORE.search(text, max(0, low - 12), low) is not None
    )


def _place_before(text: str, low: int) -> str | None:
    """The jurisdiction named right before: "the Ontario PC caucus", "federal Liberals"; not "in Ontario. Liberals"."""
    before = _PLACE_BEFORE.search(text, max(0, low - 60), low)
    if before is None:
        return None
    pieces = before["place"].lower().split()
    return next((_PLACES[tail] for i in range(len(pieces)) if (tail := " ".join(pieces[i:])) in _PLACES), None)


def _other_forms(name: str, language: str) -> Iterable[str]:
    if " " in name or len(name) < 4:
        return ()
    if language == "fr":
        return [
            name.removesuffix(ending) + other
            for ending, others in _FRENCH_ENDINGS.items()
            if name.endswith(ending)
            for other in others
        ]
    return () if name.endswith("s") else (name + "s",)


def _has_prefix(text: str, low: int) -> bool:
    """Whether a hyphenated prefix stands before: "ex-Liberal", "then-Conservative", "now-Independent"."""
    return text[max(0, low - 7) : low].lower().endswith(("ex-", "then-", "now-", "non-", "anti-", "pro-"))


def _plain(text: str) -> str:
    """Lower case and plain apostrophes, character for character (the length must not change)."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered ("İ")
        lowered = "".join(small if len(small := c.lower()) == 1 else c for c in text)
    return lowered.replace("’", "'")
