"""Which party a caucus without a name is: "it", "them", "her caucus", "the group", "Premier P's caucus".

The party is the one that the sentence, the one before or the whole article names; where several fit equally, none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from scripts.candidates import PersonRef
from scripts.caucus_changes.sentences import Reading, local_jurisdiction, local_party
from scripts.caucus_changes.shorthand import PARTY, Sign
from scripts.parties import INDEPENDENT, PartyMention

UNAFFILIATED = frozenset({INDEPENDENT, "non-affiliated"})
_BEFORE = 320
"""How far before its sentence a caucus is named that "the caucus" takes up."""
# "defected to it", "resigned from it", "She left them"; not "left it to the caucus", "left them on the table".
_IT = re.compile(
    r"\b(?:to|from|with|join(?:s|ed|ing)?|rejoin(?:s|ed)?|left|leav(?:e|es|ing)|quit(?:s|ting)?|deserted|abandoned"
    r"|founded|formed|out\sof)\s(?P<it>it|them)\b(?!\s(?:up|at|to\s(?!join\b|sit\b|become\b|form\b|cross\b|serve\b)"
    r"|open|out|that|alone|with|behind|on\s(?:the|a|an|his|her)"
    r"|in\s(?:the|a|an|his|her)|for|as|all|both|there|is|was|would|will)(?!\w))"
)
_GOING_TO = re.compile(r"(?:to|with|join\w*|rejoin\w*)\s")
_BACK = re.compile(r"\b(?:back|return\w*)\s$")
_JUST_LEFT = re.compile(
    r"\b(?:left|leaving|leaves|quit|quits|quitting|from|abandon\w+|deserted)\s(?:the\s|an?\s)?(?:[\w-]+\s)?$"
)
# "the Liberal bill", "the Tory leader's letters": not the party itself
_GROUP_NOUN = re.compile(
    r"(?!(?:['’]s?)?\s(?:bill|plan|platform|policy|polic|motion|budget|letters?|promises?|proposals?|ads?|website"
    r"|report|idea"
    r"|offer|amendment|statement|candidates?|ministers?|leadership|leader|government|event|meeting|campaign|convention"
    r"|nomination|critic|whip|office|MP|MLA|MPP|senator|friend|colleague|member|tweet|video|speech|riding|seat|vote)\b)"
)
_HELD_BY = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s)?(?:caucus|[Ll]eader|[Pp]remier|whip|House\sleader|party|government|ranks)\b"
)
# "was removed from caucus and sits as a member of the G": not the caucus left
_WHERE_NOW = re.compile(
    r"\b(?:sits?|sitting|sat)\s(?:as|with|among|under)\s(?:[\w-]+\s){0,5}$|\bbanner\sof\s(?:the\s)?$|\b(?:newest|latest|new)\smembers?\sof\s[^.]{0,40}$|\bunder\sthe\s$"
)
# "the Yukon Party having taken him aboard": where one went
_TAKES_IN = re.compile(r"\s(?:(?:has|have|had|having)\s)?(?:taken|took|welcomed|accepted|admitted)\s")
_GROUP_NAME = re.compile(r"group|caucus|groupe|debout", re.IGNORECASE)


def named_parties(reading: Reading, start: int, end: int) -> list[PartyMention]:
    """The parties named between two offsets, as the sentence's own legislature knows them; no independents."""
    text = reading.article.text
    jurisdiction = local_jurisdiction(text[start:end], reading.jurisdiction)
    found = reading.parties.find(text, start, end, jurisdiction, reading.article.language, reading.article.published_on)
    return [
        local_party(reading, _in_full(reading, p, jurisdiction), jurisdiction)
        for p in found
        if p.party_id not in UNAFFILIATED
    ]


def _in_full(reading: Reading, party: PartyMention, jurisdiction: str) -> PartyMention:
    """« l'Alliance des gens »: the register has the name with its province."""
    if party.text != "Alliance" or not reading.article.text.startswith(" des gens", party.end):
        return party
    whole = reading.parties.party("Alliance des gens du Nouveau-Brunswick", jurisdiction, reading.article.published_on)
    return party if whole is None else PartyMention(party.start, party.end, party.text, whole)


def party_pronouns(reading: Reading, start: int, end: int) -> Iterator[tuple[str, Sign]]:
    """Each "it" or "them" of a sentence that takes up a party, as a sign of that party."""
    for match in _IT.finditer(reading.article.text, start, end):
        before = named_parties(reading, max(0, match.start() - _BEFORE), match.start())
        named = [p for p in before if _GROUP_NOUN.match(reading.article.text, p.end)]
        # "left the Conservatives to join it": not the party that the same sentence leaves
        outer = (
            [p for p in named if p.start < start]
            if re.search(r"\b(?:left|quit|leaving)\s\S", reading.article.text[start : match.start()])
            else named
        )
        if _GOING_TO.match(match.group()) and not _BACK.search(
            reading.article.text, max(0, match.start() - 12), match.start()
        ):
            # "P left the G to join the group, ... P comes to it": where one goes is not what another has just left
            named = outer = [
                p for p in outer if not _JUST_LEFT.search(reading.article.text, max(0, p.start - 24), p.start)
            ]
        if not outer and not named:
            continue
        party = (outer or named)[-1]
        if match["it"] == "them" and not party.text.endswith("s"):
            continue
        low, high = match.span("it")
        yield PARTY, Sign(low, high, PartyMention(low, high, party.text, party.party_id))


def party_near(reading: Reading, start: int, end: int, not_these: Sequence[str | None]) -> PartyMention | None:
    """The party whose caucus the sentence from `start` to `end` means: named in it, shortly before, or alone at all."""
    text = reading.article.text
    for low, high in ((start, end), (max(0, start - _BEFORE), start), (0, min(len(text), 20_000))):
        found = [
            p
            for p in named_parties(reading, low, high)
            if p.party_id not in not_these
            and not _TAKES_IN.match(text, p.end)
            and not _WHERE_NOW.search(text, max(0, p.start - 60), p.start)
            and not (reading.words.language == "fr" and _DESCRIBES.match(text, p.end))
        ]
        held = [p for p in found if _HELD_BY.match(text, p.end)]
        for some in (held, found):
            if len({p.party_id for p in some}) == 1:
                whole = high > end or (low == 0 and start > _BEFORE)
                return None if whole and _led_by_another(reading, start, some[-1].party_id) else some[-1]
    return None


# « le néo-démocrate Anna Roy »: a word for somebody, no caucus
_DESCRIBES = re.compile(r"\s[A-ZÉÈ][\w'’-]+\s[A-ZÉÈ]")


def _led_by_another(reading: Reading, start: int, party_id: str | None) -> bool:
    """Whether a French article names a premier of another party before: its caucus may as well be meant."""
    day = reading.article.published_on
    if reading.words.language != "fr" or day is None:
        return False
    for person in dict.fromkeys(m.person.person_id for m in reading.cast.within(0, start) if m.kind != "pronoun"):
        if person and reading.gazetteer.holds(person, "premier", day):
            standing = reading.gazetteer.standing(person, day)
            return standing is None or standing.party_id != party_id
    return False


def party_of_owner(reading: Reading, sign: Sign) -> tuple[str | None, str | None]:
    """The party of "Premier P's caucus": as the sentence calls the owner, else as the article or the register does."""
    for inner in sign.title_signs:
        if isinstance(inner.value, PartyMention):
            return inner.value.party_id, inner.value.text
    if not isinstance(sign.value, PersonRef):
        return None, None
    called, _ = called_party(reading, sign.value)
    if called is not None:
        return called.party_id, called.text
    day = reading.article.published_on
    if sign.value.person_id and day:
        standing = reading.gazetteer.standing(sign.value.person_id, day - timedelta(days=1))
        if standing is not None and standing.party_id not in UNAFFILIATED:
            return standing.party_id, None
    return None, None


def group_near(reading: Reading, at: int, *, only_groups: bool) -> PartyMention | None:
    """The party or group named last before: "joined the group", "joined its ranks"."""
    found = [
        p
        for p in named_parties(reading, max(0, at - 700 if only_groups else at - _BEFORE), at)
        if (_GROUP_NAME.search(p.text) if only_groups else _GROUP_NOUN.match(reading.article.text, p.end))
    ]
    everyone = named_parties(reading, max(0, at - _BEFORE), at)
    leading = (
        []
        if only_groups
        else [
            p for p in everyone if re.match(r"\s(?:[Ll]eader|[Pp]remier)\b", reading.article.text[p.end : p.end + 12])
        ]
    )
    return (leading or found)[-1] if leading or found else None


_HOUSE_TITLE = r"(?:MPP?|MLA|MNA|MHA|[Ss]enator|Sen\.|member|backbencher|caucus\schair|House\sleader|whip|critic)"
_CALLED_BEFORE = re.compile(rf"(?:\s(?:[Pp]arty|caucus))?(?:\s{_HOUSE_TITLE}){{0,2}}\s?")
_CALLED_AFTER = re.compile(
    r"(?:,|\s[—–(-])\s?(?:(?:an?|the|who\sis\san?|then\san?|la|le|un|une)\s)?(?P<w>(?:[\w'’—–-]+\s){0,4})"
)
_ELECTED_FOR = re.compile(
    r"(?:,?\s(?:who\s|qui\s)?(?:was|were|had\sbeen|a\sété|avait\sété)|,)\s?(?:first\s|re-?)?(?:elected|élue?)(?:[^.;]{0,60}?\s(?:as\san?"
    r"|for\sthe|under\sthe|with\sthe|as\spart\sof\sthe)|\s(?:pour\sle|pour\sla|sous\sla\sbannière\s(?:du|de\sla)|du))?"
    r"\s(?:[\w-]+\s){0,2}"
)
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Oo]ne-?time|anciene?n?e?)\b[\s-]?")
_STEPS_IN = re.compile(r"\b(?:leader|premier|minister|against|by|under|with|beat|for|from)\b")


def called_party(reading: Reading, person: PersonRef) -> tuple[PartyMention | None, PartyMention | None]:
    """The party by which the article calls a member anywhere, and the one that it calls the member's former party."""
    now: PartyMention | None = None
    former: PartyMention | None = None
    text = reading.article.text
    for mention in reading.cast.mentions:
        if mention.person != person:
            continue
        for party in named_parties(reading, max(0, mention.start - 50), mention.end + 110):
            gap = None
            if mention.start <= party.start and party.end <= mention.end:
                gap = text[mention.start : party.start]
            elif party.end <= mention.start:
                if _CALLED_BEFORE.fullmatch(text, party.end, mention.start):
                    gap = text[max(0, party.start - 12) : party.start]
            elif not mention.possessive:
                elected = _ELECTED_FOR.fullmatch(text, mention.end, party.start)
                after = _CALLED_AFTER.fullmatch(text, mention.end, party.start) if mention.kind != "pronoun" else None
                if elected:
                    gap = ""
                elif after and not _STEPS_IN.search(after["w"]):
                    gap = after["w"]
            if gap is None:
                continue
            if _FORMER.search(gap):
                former = former or party
            else:
                now = now or party
    return now, former
