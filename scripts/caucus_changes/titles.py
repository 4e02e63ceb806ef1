"""By which party a sentence calls a member: "Liberal MP P", "P, the leader of the G", "the G's P"."""

from __future__ import annotations

import re

from scripts.candidates import PersonRef
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import PARTY, Shorthand, Sign
from scripts.parties import INDEPENDENT, PartyMention

# "the NDP's P", "BC United's P"
_OWNED_BY = re.compile(rf"{PARTY}(?='s?\s(?:own\s)?$)")


def party_of_sign(sign: Sign | None) -> PartyMention | None:
    """The party that a sign stands for; None for any other sign."""
    return sign.value if sign is not None and isinstance(sign.value, PartyMention) else None


def title_party_of(
    reading: Reading, short: Shorthand, person: PersonRef, sign: Sign | None
) -> tuple[str | None, str | None]:
    """The party by which the sentence or, failing that, the article calls the person."""
    if sign is not None:
        if re.match(r"(?:the\s|a\s|an\s)?(?:[Ff]ormer|[Oo]ne-?time|[Ee]x)\b", sign.title):
            return None, None
        for inner in sign.title_signs:
            if isinstance(inner.value, PartyMention):
                return inner.value.party_id, inner.value.text
        place = short.signs.index(sign) if sign in short.signs else 0
        owner = _OWNED_BY.search(short.text, 0, place)
        if owner is not None and sign in short.signs:
            party = party_of_sign(short.sign(owner.start()))
            if party is not None:
                return party.party_id, party.text
        if re.search(r"\b[Ii]ndependent|indépendante?s?\b", sign.title) or short.text[:place].endswith("Independent "):
            return INDEPENDENT, "Independent"
        # "P, the Liberal MP for Whitby," and "P, Liberal MP for"
        for place, here in enumerate(short.signs):
            if here is sign:
                after = (
                    re.match(
                        rf"(?:,| --| —| \()\s?(?:(?:a|an|the|who is a|now a)\s)?(?:[\w-]+\s){{0,3}}(?P<g>{PARTY})\s"
                        r"(?:MPP?|MNA|MLA|MHA|[Ss]enator|member|backbencher|whip|leader)",
                        short.text[place + 1 :],
                    )
                    or re.match(rf",\san?\s(?:[a-z-]+\s)?(?P<g>{PARTY}),", short.text[place + 1 :])
                    or re.match(
                        rf",\s(?:the\s)?(?:interim\s)?leader\sof\s(?:the\s)?(?P<g>{PARTY})", short.text[place + 1 :]
                    )
                )
                if after:
                    party = party_of_sign(short.sign(place + 1 + after.start("g")))
                    if party is not None:
                        return party.party_id, party.text
    return None, None
