"""Which sentences of an article can tell of a change of caucus, and what they are in shorthand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts.articles.layout import Layout
from scripts.candidates import Article, DateMention
from scripts.caucus_changes.words import Words
from scripts.parties import FEDERAL, PartyMention, PartyNames
from scripts.people.finding import Cast
from scripts.people.gazetteer import COMMONS, SENATE, Gazetteer

_LONGEST = 1200
"""A longer sentence is page furniture or a list; only this much around a telling word is read."""
_ENGLISH_THINGS = (
    "aucus", "arty", "fold", "ranks", "bench", "floor", "ndependent", "ffili", "roup", "xpelled", "ousted",
    "turfed", "booted", "suspended", "kicked out", "rom it", "eft it", "eft them", "uit it", "uit them",
    "his own", "her own", "their own", " by himself", " by herself", "without a", " alone", "her back", "him back",
    "back in", "allegiance", "switched sides", "changed sides",
)  # fmt: skip
_FRENCH_THINGS = (
    "parti", "rangs", "indépendant", "parquet", "parlementaire", "formation", "en a été", "en ont été", "l'a quitt",
    "l’a quitt", "les a quitt", "allégeance", "de camp", "les a expuls", "les a exclu", "les a suspend", "l’a expuls",
    "l'a expuls", "l’a exclu", "l'a exclu", "l’a suspend", "l'a suspend",
)  # fmt: skip
_PUT_OUT = ("expulsé", "exclu", "suspendu", "dehors", "à la porte", "évincé", "chassé")
_THINGS = {"en": _ENGLISH_THINGS, "fr": _ENGLISH_THINGS + _FRENCH_THINGS + _PUT_OUT}
"""Parts of words; one of them, or a party by name, stands in every sentence that tells of a change."""
_MOST_PIECES = 20
"""Of an overlong sentence only so many parts are read: a line of 20,000 characters without a full stop is no prose."""
_LEAD_PARAGRAPHS = 2
_TITLE_CHAMBERS = {
    "mpp": "Legislative Assembly of Ontario",
    "mna": "National Assembly of Quebec",
    "mha": "House of Assembly of Newfoundland and Labrador",
    "senator": SENATE,
    "sen": SENATE,
    "sénateur": SENATE,
    "sénatrice": SENATE,
}
TITLE = re.compile(r"\b(?P<t>MPPs?|MNAs?|MHAs?|MLAs?|MPs?|[Ss]enators?|Sens?\b\.?|[Ss]énat(?:eur|rice)s?)\b")
_PROVINCIAL_WORDS = re.compile(
    r"\b(?:Queen's Park|MPPs?|MLAs?|MNAs?|MHAs?|provincial(?:e|ly)?|[Nn]ational assembly|Assemblée nationale"
    r"|legislature|[Pp]remier|House of Assembly|Legislative Assembly)\b"
)


_FEDERAL_WORDS = re.compile(
    r"\b(?:Ottawa|Parliament Hill|Commons|Communes|federal|fédérale?|Senate|Sénat|Bloc|[Pp]rime [Mm]inister|MPs)\b"
)


@dataclass(frozen=True)
class Reading:
    """What is needed to read the sentences of one article."""

    article: Article
    layout: Layout
    cast: Cast
    dates: Sequence[DateMention]
    parties: PartyNames
    gazetteer: Gazetteer
    words: Words

    @cached_property
    def jurisdiction(self) -> str:
        """The jurisdiction that the article's bare party names mean."""
        found = jurisdiction_of(self.article, self.gazetteer)
        if found != FEDERAL:
            return found
        head = self.article.text[:1500]
        titles = {match["t"].rstrip("s.").lower() for match in TITLE.finditer(head)}
        if titles & {"mp", "senator", "sen"} or (not titles and _FEDERAL_WORDS.search(head)):
            return found
        # a party that only one province has, or that the words give to one ("the B.C. Conservatives"):
        # the article is of that province's legislature
        homes = [self.parties.home(party.party_id) for party in self.parties.find(head, day=self.article.published_on)]
        provinces = [home for home in homes if home not in (None, "", FEDERAL)]
        if not titles & {"mla", "mpp", "mna", "mha"} and len(set(provinces)) != 1:
            return found
        return next(iter(provinces), None) or found


def is_lead(reading: Reading, start: int) -> bool:
    return start < reading.layout.opening_end(_LEAD_PARAGRAPHS)


def candidate_sentences(
    text: str, language: str, layout: Layout, named: Sequence[PartyMention]
) -> Iterator[tuple[int, int]]:
    """The sentences (or parts of overlong ones) that name a caucus, a party or independence."""
    things = {spot for thing in _THINGS[language] for spot in _places(text, thing)}
    spots = sorted(things | {mention.start for mention in named})
    done, pieces = -1, 0
    for spot in spots:
        if spot < done:
            continue
        span = layout.sentence_at(spot)
        if span is None:
            continue
        start, end = span
        if end - start > _LONGEST:
            pieces = pieces + 1 if start < done else 1
            if pieces > _MOST_PIECES:
                done = end
                continue
            start, end = max(start, done, spot - _LONGEST // 2), min(end, spot + _LONGEST // 2)
        done = end
        yield start, end


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


_DATED_FROM_QUEBEC = re.compile(r"\s*(?:\([Qq]|Q)(?:UÉBEC|uébec)\)?\s?[—–|-]")
"""A French report dated from the provincial capital is of the National Assembly."""


_OF_QUEBEC = re.compile(
    r"Assemblée nationale|\bCAQ\b|\bPLQ\b|Québec solidaire|\bPQ\b|[Pp]arti libéral du Québec|Coalition avenir"
    r"|caquiste|péquiste|\bUPAC\b|Unité permanente anti"
)
_OF_OTTAWA = re.compile(r"\b(?:Ottawa|Communes|Commons|Sénat|fédéra\w+)\b")


def jurisdiction_of(article: Article, gazetteer: Gazetteer) -> str:
    """The jurisdiction that an article's bare party names mean: a province where it writes of its legislature only."""
    head = f"{article.title or ''}\n{article.text[:1500]}"
    if article.language == "fr" and not _OF_OTTAWA.search(head):
        premier = _FRENCH_PREMIER.search(head)
        if premier is not None:
            return _PROVINCES.get(premier["p"].lower().replace("’", "'")) or "ontario"
    if article.language == "fr" and _DATED_FROM_QUEBEC.match(article.text) and "Ottawa" not in head:
        return "quebec"
    titles = {match["t"].rstrip("s.").lower() for match in TITLE.finditer(head)}
    if not titles and _PROVINCIAL_WORDS.search(head) and not re.search(r"\b(?:Ottawa|Parliament Hill|Commons)\b", head):
        in_quebec = re.search(r"Assemblée nationale|\bCAQ\b|\bPLQ\b", head)
        return _province_named(head) or ("quebec" if in_quebec else FEDERAL)
    if "mp" in titles or not titles & {"mpp", "mna", "mha", "mla"}:
        if not (article.language == "fr" and _OF_QUEBEC.search(head) and "Ottawa" not in head):
            return FEDERAL
        return "quebec"
    if "mpp" in titles:
        return "ontario"
    if "mna" in titles:
        return "quebec"
    if "mha" in titles:
        return "newfoundland-and-labrador"
    return _province_named(head) or FEDERAL


_PROVINCES = {
    "alberta": "alberta",
    "ucp": "alberta",
    "edmonton": "alberta",
    "calgary": "alberta",
    "manitoba": "manitoba",
    "winnipeg": "manitoba",
    "saskatchewan": "saskatchewan",
    "regina": "saskatchewan",
    "british columbia": "british-columbia",
    "b.c.": "british-columbia",
    "victoria": "british-columbia",
    "nova scotia": "nova-scotia",
    "n.s.": "nova-scotia",
    "halifax": "nova-scotia",
    "new brunswick": "new-brunswick",
    "n.b.": "new-brunswick",
    "fredericton": "new-brunswick",
    "prince edward island": "prince-edward-island",
    "p.e.i.": "prince-edward-island",
    "charlottetown": "prince-edward-island",
    "yukon": "yukon",
    "whitehorse": "yukon",
    "ontario": "ontario",
    "queen's park": "ontario",
    "quebec": "quebec",
    "québec": "quebec",
    "newfoundland": "newfoundland-and-labrador",
    "labrador": "newfoundland-and-labrador",
    "st. john's": "newfoundland-and-labrador",
    "saskatoon": "saskatchewan",
    "moose jaw": "saskatchewan",
    "brandon": "manitoba",
    "moncton": "new-brunswick",
    "red deer": "alberta",
    "lethbridge": "alberta",
    "n.l.": "newfoundland-and-labrador",
    "iqaluit": "nunavut",
    "yellowknife": "northwest-territories",
    "nunavut": "nunavut",
    "northwest territories": "northwest-territories",
    "ontarien": "ontario",
    "ontarienne": "ontario",
    "québécois": "quebec",
    "québécoise": "quebec",
    "albertain": "alberta",
    "albertaine": "alberta",
    "manitobain": "manitoba",
    "manitobaine": "manitoba",
    "colombie-britannique": "british-columbia",
    "nouveau-brunswick": "new-brunswick",
    "nouvelle-écosse": "nova-scotia",
    "terre-neuve-et-labrador": "newfoundland-and-labrador",
    "île-du-prince-édouard": "prince-edward-island",
}
_PROVINCE = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(p) for p in sorted(_PROVINCES, key=lambda p: (-len(p), p))) + r")(?!\w)",
    re.IGNORECASE,
)


# « le premier ministre de l'Ontario », « la première ministre albertaine », « à Queen's Park »
_FRENCH_PREMIER = re.compile(
    r"premi(?:er|ère)\sministre\s(?:de\sl['’]|du\s|de\sla\s|de\s|d['’])?(?P<p>"
    + "|".join(re.escape(p) for p in sorted(_PROVINCES, key=lambda p: (-len(p), p)) if p[0].isalpha())
    + r")(?!\w)",
    re.IGNORECASE,
)


def _province_named(text: str) -> str | None:
    """The province that a text names most often; the first of equals."""
    found = [
        _PROVINCES[match.group().lower().replace("’", "'")] for match in _PROVINCE.finditer(text.replace("’", "'"))
    ]
    return max(dict.fromkeys(found), key=found.count) if found else None


def local_jurisdiction(sentence: str, default: str) -> str:
    """ "Ontario MPP Vincent Ke ... the Progressive Conservative caucus": the sentence's own legislature."""
    titles = {match["t"].rstrip("s.").lower() for match in TITLE.finditer(sentence)}
    if titles & {"mpp"}:
        return "ontario"
    if titles & {"mna"}:
        return "quebec"
    if titles & {"mha"}:
        return "newfoundland-and-labrador"
    if titles & {"mla"}:
        return _province_named(sentence) or default
    return default


_TORIES = re.compile(r"(?:Conservatives?|Tory|Tories)(?:\s[Pp]arty)?")


def local_party(reading: Reading, party: PartyMention, jurisdiction: str) -> PartyMention:
    """ "the Tories" of a provincial legislature are its Progressive Conservatives."""
    if jurisdiction == FEDERAL or party.party_id != "conservative" or not _TORIES.fullmatch(party.text):
        return party
    local = reading.parties.party("Progressive Conservative", jurisdiction, reading.article.published_on)
    if local is None or not local.startswith(jurisdiction):
        return party
    return PartyMention(party.start, party.end, party.text, local)


def chamber_by_title(title: str, near: str, reading: Reading) -> str | None:
    key = title.rstrip("s.").lower()
    if key == "mp":
        return COMMONS
    if key == "mla":
        province = (
            _province_named(near)
            or (reading.jurisdiction if reading.jurisdiction != FEDERAL else None)
            or _province_named(reading.article.text[:3000])
        )
        return next(
            (
                c
                for c, p in sorted(reading.gazetteer.province_of_chamber.items())
                if province and p.replace(" ", "-") == province and c not in (COMMONS, SENATE)
            ),
            None,
        )
    return _TITLE_CHAMBERS.get(key)
