"""French phrases of arriving: « a accueilli au G la députée P », « prend place au sein du G ».

Beside each rule stands what it is for and, after « pas », what it must not match.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    OBJECT,
    PASSIVE,
    Rule,
    Trigger,
    is_caucus,
    party_sign,
    thing_pattern,
    told,
)
from scripts.caucus_changes.words import FUTURE, PARTICIPLE, PAST, THIRD, Words, words_of

_FINITE = frozenset({PAST, THIRD})
_AMONG = (
    r"(?:(?:au\ssein|aux\scôtés|du\scôté|sur\sles\sbanquettes|dans\sles\srangs)(?=\sd)|avec(?=\s)|parmi|chez|dans"
    r"|à(?=\sla\b)|(?=au\b|aux\b))\s?"
)


def french_arriving() -> tuple[Rule, ...]:
    """The rules, each with the words of which one must be in the sentence."""
    words = words_of("fr")
    other = thing_pattern(words, "b")
    people = rf"(?:les?\s|la\s|l')?{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}}"
    sits = (
        r"(?:siégera|siégeront|siège|siègent|pren(?:d|nent|dra|dront)\splace|poursui(?:t|vra|vent|vront)\s(?:son|leur)\s(?:mandat|travail)"
        r"|termine(?:ra|ront|nt)?\s(?:son|leur)\smandat|occupera\s(?:son|leur)\ssiège)"
    )
    when = rf"(?:\s(?:désormais|maintenant|dorénavant|aujourd'hui|donc|ainsi|{DATE})){{0,2}}"
    rules = [
        # « a accueilli au G les députés P et P », « accueille dans son caucus la députée P »;
        # pas « a accueilli au G un millier de membres »
        (
            "welcomes_into",
            rf"\b(?P<v>accueill(?:e|ent|i|is|ir|era|ait|aient)|recrut(?:e|ent|é)|admet|admis|reç(?:oit|u)|repêch(?:e|ent|é)|attir(?:e|ent|é))"
            rf"(?:\s{DATE})?\s(?=au\b|aux\b|dans\b|chez\b|à\sla|parmi\b)(?:dans\s|chez\s|parmi\s|à\s)?{other}(?:\s{DATE},?)?\s(?P<whom>{people})",
            _read_welcomes,
            "accueille accueillent accueilli accueillis accueillir accueillera accueillait"
            " accueillaient recrute recrutent recruté admet admis reçoit reçu"
            " repêche repêchent repêché attire attirent attiré",
        ),
        # « Le G accueille les ex-G P et P », « a recruté la G P »; pas « accueille les libéraux »
        (
            "welcomes_former",
            rf"(?:^|\s){other}(?:\s(?:a|ont|vient\sd'))?\s?(?P<v>accueill(?:e|ent|i|ir|era)|recrut(?:e|ent|é|er)|ravi(?:t|r)?|débauch(?:e|é|er))(?:\s{DATE})?"
            rf"\s(?:les?|la|l')\s?(?P<old>ex-|ancien(?:ne)?s?\s)?(?P<c>{PARTY})\s(?P<whom>{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}})",
            _read_welcomes_former,
            "accueille accueillent accueilli accueillir accueillera recrute recrutent"
            " recruté recruter ravi ravit ravir débauche débauché débaucher",
        ),
        # « a été accueillie au sein du caucus G », « est admis dans les rangs du G »;
        # pas « accueillie au congrès du G »
        (
            "admitted_into",
            rf"\b(?:été|est|sont|sera|seront)\s(?:[a-zé]+ment\s)?(?P<v>(?:accueilli|admis|intégré|reçu)e?s?)(?:\s{DATE})?\s(?=au\b|dans\b|parmi\b)"
            rf"(?:dans\s|parmi\s)?{other}",
            _read_admitted,
            "accueilli accueillie accueillis accueillies admis admise"
            " admises intégré intégrée intégrés reçu reçue reçus",
        ),
        # « prend place au sein du G », « siégera avec le G »; pas « siège avec le G au comité »
        (
            "takes_a_place",
            rf"\b(?P<v>siégera|siégeront|pren(?:d|nent|dra|dront)\splace|a\spris\splace|ont\spris\splace){when}\s{_AMONG}{other}"
            r"(?!\s(?:au|à\sla|en)\s(?:comité|commission))",
            _read_takes_place,
            "siégera siégeront place",
        ),
        # « c'est au sein du G qu'il prend place », « c'est avec les G que P siégera »
        (
            "it_is_there",
            rf"\b[Cc]'est\s(?:désormais\s|maintenant\s|dorénavant\s)?{_AMONG}{other}(?:[^.;:{PARTY}{PERSON}]{{0,40}},)?\sque?'?\s?"
            rf"(?:ils?|elles?|{PERSON}(?:(?:,|\set)\s{PERSON})*){when}\s(?P<v>{sits})",
            _read_takes_place,
            "siégera siégeront siège siègent place mandat travail occupera",
        ),
        # « c'est à titre d'indépendante qu'elle siégera »; pas « c'est comme indépendant qu'il a été élu »
        (
            "it_is_alone",
            r"\b[Cc]'est\s(?:désormais\s|maintenant\s|dorénavant\s)?(?:donc\s)?(?:comme|à\stitre\sd[e']|en\stant\squ[e'])\s?(?:députée?s?\s|élue?s?\s)?"
            rf"indépendante?s?\sque?'?\s?(?:ils?|elles?|{PERSON}(?:(?:,|\set)\s{PERSON})*){when}\s(?P<v>{sits})",
            _read_sits_alone,
            "siégera siégeront siège siègent place mandat travail occupera",
        ),
    ]
    return tuple(
        Rule(name, re.compile(pattern), read, frozenset(needs.split())) for name, pattern, read, needs in rules
    )


def _read_welcomes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, whom = party_sign(short, match, "b"), match.span("whom")
    if joined is None and not is_caucus(match, "b"):
        return None
    signs = short.signs_in(*whom, PERSON)
    if not any(sign.title for sign in signs) and not is_caucus(match, "b"):
        return None  # « a accueilli au G l'ancien joueur P »: who is no member
    return told(match, "joined", OBJECT, "welcomed_by", _FINITE, joined=joined, whom=whom, caucus=is_caucus(match, "b"))


# « a recruté la libérale P comme candidate »
_AS_ELSE = re.compile(
    r"(?:,?\s(?:comme|à\stitre\sd[e'])\b|\spour\s(?:être|porter|diriger|défendre|tenter|se\sprésenter))"
)


def _read_welcomes_former(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, left, whom = party_sign(short, match, "b"), short.sign(match.start("c")), match.span("whom")
    if joined is None or _AS_ELSE.match(short.text, match.end()):
        return None
    if match["old"]:
        return told(match, "joined", OBJECT, "welcomed_by", _FINITE, joined=joined, whom=whom, caucus=True)
    return told(match, "crossed_floor", OBJECT, "welcomed_by", _FINITE, left=left, joined=joined, whom=whom)


def _read_admitted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not is_caucus(match, "b"):
        return None
    forms, joined = frozenset({PARTICIPLE}), party_sign(short, match, "b")
    return told(match, "joined", PASSIVE, "admitted", forms, joined=joined, caucus=True)


def _read_takes_place(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    forms = frozenset({FUTURE}) if re.search(r"r(?:a|ont)\b", match["v"]) else _FINITE
    return told(match, "joined", ACTIVE, "now_party", forms, joined=joined, caucus=True, strong=False)


def _read_sits_alone(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = frozenset({FUTURE}) if re.search(r"r(?:a|ont)\b", match["v"]) else frozenset({PARTICIPLE})
    return told(match, "resigned", ACTIVE, "sits_as_independent", forms, independent=True, caucus=True, strong=False)
