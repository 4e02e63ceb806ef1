"""Whose caucus a French phrase means where it names no party: « le caucus de P », « expulsé par P », « son caucus »."""

from __future__ import annotations

import re

from scripts.caucus_changes.anaphora import party_of_owner
from scripts.caucus_changes.sentences import Reading
from scripts.caucus_changes.shorthand import PERSON, Shorthand, Sign
from scripts.caucus_changes.triggers import OBJECT, Trigger
from scripts.parties import PartyMention

# « ont été expulsés par M. P », « exclu du caucus par sa cheffe, P »
_REMOVED_BY = re.compile(
    rf"[^.;:!?]{{0,60}}?\bpar\s(?:(?:M\.|Mme|le|la|son|sa)\s)?(?:[\w'-]+\s){{0,2}}(?:chef|cheffe|ministre)?,?\s?(?P<p>{PERSON})"
)


def party_of_owner_behind(reading: Reading, short: Shorthand, trigger: Trigger) -> PartyMention | None:
    """The party of « le caucus de P », « la formation de P »."""
    if not _OWNED.search(short.text, trigger.start, trigger.end):
        return None
    found = _OWNER_BEHIND.match(short.text, trigger.end)
    return None if found is None else _party_of_sign(reading, short.sign(found.start("p")))


_OWNED = re.compile(r"\b(?:caucus|parti|formation|rangs|troupes|députation)$")
_OWNER_BEHIND = re.compile(rf"\s(?:de\s|d'|du\s)(?:\w+\s){{0,2}}?(?P<p>{PERSON})")


def party_of_remover(reading: Reading, short: Shorthand, trigger: Trigger) -> PartyMention | None:
    """The party of the leader who is named as having put the member out, where the words or the register have it."""
    if trigger.kind == "resigned":
        return None
    found = _REMOVED_BY.match(short.text, trigger.start)
    if found is not None:
        return _party_of_sign(reading, short.sign(found.start("p")))
    if trigger.role == OBJECT and re.search(r"\b(?:son|sa|leur|ses)\s", short.text[trigger.start : trigger.end]):
        # « Le chef P a exclu P de son caucus »
        agent = next((s for s in reversed(short.signs[: trigger.start]) if s is not None), None)
        return _party_of_sign(reading, agent) if agent is not None else None
    return None


def _party_of_sign(reading: Reading, sign: Sign) -> PartyMention | None:
    party_id, name = party_of_owner(reading, sign)
    return PartyMention(sign.start, sign.end, name or "", party_id) if party_id else None
