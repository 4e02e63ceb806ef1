"""The words that names, titles and roles are known by, and the forms in which words and names are compared.

The words stand in `lexicon/titles.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from scripts.lexicon import load

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
    | dict.fromkeys("‑–—", "-")
    | {"’": "'"}
)
_GAPS = re.compile(r"[\s.\-]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case, without accents, with plain apostrophes and hyphens: "Québécois" gives "quebecois"."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """The form in which names and ridings are compared: folded, without apostrophes, hyphens and full stops as spaces.

    "Mississauga—Lakeshore", "Mississauga--Lakeshore" and "Mississauga-Lakeshore" have one key; so have "O’Toole" and
    "OToole".
    """
    return _GAPS.sub(" ", fold(text).replace("'", "")).strip()


@dataclass(frozen=True)
class Words:
    """`lexicon/titles.yaml` as sets of folded words."""

    honorifics: Mapping[str, str | None]
    """Honorific to the gender it tells."""
    role_heads: Mapping[str, str]
    """Last word of a title of office to the role: "minister" to "minister", "chef" to "leader"."""
    role_phrases: Mapping[str, str]
    """The whole phrase to the role: "prime minister" to "prime_minister"."""
    role_gender: Mapping[str, str]
    calling_heads: frozenset[str]
    callings: frozenset[str]
    leading: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    seconds: frozenset[str]
    party: frozenset[str]
    organization: frozenset[str]
    place: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    calendar: frozenset[str]
    starters: frozenset[str]
    surname_words: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    attributive: frozenset[str]
    personal_verbs: frozenset[str]
    unnamed: frozenset[str]
    organization_heads: frozenset[str]
    foreign: frozenset[str]
    canadian: tuple[str, ...]
    publishers: tuple[str, ...]
    never_names: frozenset[str]
    """Words that are no part of a name unless they are listed as surnames too."""
    given: Mapping[str, str | None]
    """Given names that the register has too few of, to their gender (`lexicon/given_names.yaml`)."""


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in words)


@cache
def words() -> Words:
    """The word lists of `lexicon/titles.yaml`."""
    raw: dict[str, Any] = load("titles")
    genders = {"man": "man", "woman": "woman"}
    honorifics = {fold(w): genders.get(kind) for kind, group in raw["honorifics"].items() for w in group}
    phrases: dict[str, str] = {}
    role_gender: dict[str, str] = {}
    for role, groups in raw["roles"].items():
        for group, forms in groups.items():
            for form in forms:
                phrases[fold(form)] = role
                if group in genders:
                    role_gender[fold(form)] = genders[group]
    calling = raw["callings"]
    calling_phrases = _folded(calling["head"]) | _folded(calling["fr"])
    given = {fold(n): genders.get(kind) for kind in ("woman", "man", "either") for n in load("given_names")[kind]}
    shared = set(load("given_names")["woman"]) & set(load("given_names")["man"])
    not_names = [
        w for topic in ("organization_words", "place_words", "peoples", "calendar", "starters") for w in raw[topic]
    ]
    not_names += [w for phrase in raw["places"] for w in phrase.split()]
    return Words(
        honorifics=honorifics,
        role_heads={
            phrase.split()[-1]: role
            for phrase, role in sorted(phrases.items(), key=lambda kv: -len(kv[0]))
            if not {"of", "de", "en"} & set(phrase.split())
        },
        role_phrases=phrases,
        role_gender=role_gender,
        calling_heads=frozenset(phrase.split()[-1] for phrase in calling_phrases),
        callings=calling_phrases | _folded(calling["leading"]),
        leading=_folded(calling["leading"]),
        past=_folded(raw["qualifiers"]["past"]),
        present=_folded(raw["qualifiers"]["present"]),
        seconds=_folded(raw["seconds"]),
        party=frozenset(w for phrase in raw["party_words"] for w in fold(phrase).split()),
        organization=_folded(raw["organization_words"]),
        place=_folded(raw["place_words"]),
        places=frozenset(w for phrase in raw["places"] for w in fold(phrase).split()),
        peoples=_folded(raw["peoples"]),
        calendar=_folded(raw["calendar"]),
        starters=_folded(raw["starters"]),
        surname_words=_folded(raw["surnames_that_are_words"]),
        particles=_folded(raw["particles"]),
        suffixes=_folded(raw["suffixes"]),
        attributive=_folded(raw["attributive"]),
        personal_verbs=_folded(raw["personal_verbs"]),
        unnamed=_folded(raw["unnamed_heads"]),
        organization_heads=_folded(raw["organization_heads"]),
        foreign=_folded(raw["foreign"]),
        canadian=tuple(raw["canadian_signs"]),
        publishers=tuple(raw["canadian_publishers"]),
        never_names=_folded(not_names),
        given={name: None if name in shared else gender for name, gender in given.items()},
    )
