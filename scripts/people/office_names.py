"""Offices by name: as the register writes them, and as news does ("the Finance Minister", "minister of finance")."""

from __future__ import annotations

import re
from functools import lru_cache

from scripts.people.word_lists import name_key

_MINISTER_OF = re.compile(r"\Aminister (?:of|for|responsible for) (?:the )?(.+)\Z")
_LEADER_OF = re.compile(r"\A(.*?)(?:deputy )?leader of the (.+?)(?: \((?:provincial|federal)\))?\Z")
_PARTY_NOISE = re.compile(r"\b(?:party|parti|of canada|du canada|provincial|federal|the)\b|[()]")


def _squeeze(text: str) -> str:
    return " ".join(_PARTY_NOISE.sub(" ", text).split())


@lru_cache(maxsize=8192)
def office_key(role: str) -> str:
    """A role as news writes it, in one form: "the Finance Minister", "minister of finance" give "finance minister"."""
    key = name_key(role)
    key = re.sub(r"\A(?:the|le|la|l|canadas|federal) ", "", key)
    minister = _MINISTER_OF.match(key)
    if minister:
        return f"{minister.group(1)} minister"
    leader = re.match(r"\Aleader of (?:the )?(.+)\Z", key)
    if leader and "opposition" not in key:
        return f"{_squeeze(leader.group(1))} leader"
    if key.endswith(" leader") and "opposition" not in key:
        return f"{_squeeze(key[: -len(' leader')])} leader"
    premier = re.match(r"\Apremier (?:of|du|de|de la) (.+)\Z", key)
    if premier:
        return f"{premier.group(1)} premier"
    return key


def office_keys(office: str, organization: str, portfolio: str) -> list[str]:
    """The names that a row of the register of offices answers to, sorted."""
    name, organization, portfolio = name_key(office), name_key(organization), name_key(portfolio)
    keys: set[str] = set()
    if name == "prime minister" or (name == "first minister" and "canada" in organization):
        keys.add("prime minister")
    elif name == "premier":
        keys |= {"premier", f"{re.sub(r'^government of ', '', organization)} premier"}
    elif "parliamentary secretary" in name:
        keys.add("parliamentary secretary")
    elif "minister" in name or name in ("solicitor general", "attorney general"):
        keys |= {"minister", office_key(name)}
        if portfolio:
            keys.add(f"{portfolio} minister")
            for part in re.split(r" and | et ", portfolio):
                keys.add(f"{part} minister")
            keys |= {f"{short} minister" for whole, short in _SHORT_PORTFOLIO if whole in portfolio}
    elif "deputy" in name or "house leader" in name:
        keys.add(name)
    elif "leader" in name:
        keys |= {name, office_key(name)} | (
            {f"{_squeeze(organization)} leader", "leader"}
            if "opposition" not in name and "government" not in name
            else set()
        )
        if "leader of the opposition" in name or "official opposition" in name:
            keys |= {"opposition leader", "leader of the opposition", "leader of the official opposition"}
    elif "speaker" in name and "deputy" not in name:
        keys |= {name} | (
            {"speaker", "house speaker", "commons speaker"} if "commons" in name or "commons" in organization else set()
        )
    else:
        keys.add(name)
    return sorted(key for key in keys if key.strip())


# How news shortens the names of departments, which change with every cabinet.
_SHORT_PORTFOLIO = (
    ("national defence", "defence"),
    ("foreign affairs", "foreign"),
    ("citizenship and immigration", "immigration"),
    ("immigration refugees", "immigration"),
    ("environment", "environment"),
    ("fisheries", "fisheries"),
    ("veterans", "veterans affairs"),
    ("canadian heritage", "heritage"),
    ("public safety", "public safety"),
    ("crown indigenous", "crown indigenous relations"),
    ("indigenous services", "indigenous services"),
    ("intergovernmental", "intergovernmental affairs"),
    ("agriculture", "agriculture"),
    ("natural resources", "natural resources"),
    ("international trade", "trade"),
    ("industry", "industry"),
    ("transport", "transport"),
    ("justice", "justice"),
    ("finance", "finance"),
    ("health", "health"),
    ("labour", "labour"),
    ("public services", "procurement"),
    ("employment", "employment"),
    ("housing", "housing"),
    ("democratic institutions", "democratic institutions"),
    ("infrastructure", "infrastructure"),
)
