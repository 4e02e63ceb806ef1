"""The words of dates in one language, compiled: where a date may stand, and the patterns of the rules around it.

The words are in scripts/lexicon/dates.yaml; what a date means is for `scripts.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scripts.lexicon import load

_EARLIEST_YEAR, _LATEST_YEAR = 1600, 2099
_RULES_AROUND = {
    "year": ("iso", "years", "year"),  # a date with a month is found from its month
    "month": ("month_day", "month"),
    "weekday": ("month_day", "weekday"),
    "next": ("month", "weekday", "period"),
    "other": ("day_word", "distance", "period"),
}
"""By what the telling word is: the rules whose dates can hold such a word."""


@dataclass(frozen=True)
class Calendar:
    """The compiled words of one language."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    seasons: dict[str, int]
    core: re.Pattern[str]
    """A word that only dates have, from one of its letters on (`start_of`); the rules are tried around it."""
    rules: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """By kind of core (`kind_of`), tried in this order; the first that matches around the core wins."""
    ahead: re.Pattern[str]
    """Words of what is to come, in the few characters up to the end of a date."""
    limit: tuple[str, ...]
    """The words of `ahead` that only name an end: behind a past tense it lies in the past."""
    past: re.Pattern[str]
    """A past tense in the clause that a text ends in."""
    trust: re.Pattern[str] | None


def kind_of(core: str, calendar: Calendar) -> str:
    """Which rules to try around a telling word: a key of `Calendar.rules`."""
    if core[0].isdigit():
        return "year"
    word = core.lower()
    if word in calendar.months:
        return "month"
    if word in calendar.weekdays:
        return "weekday"
    return "next" if word.startswith(("derni", "prochain")) else "other"


def key_of(words: str) -> str:
    """Words as the tables of a calendar have them: lower case, straight apostrophes, single spaces."""
    return " ".join(words.lower().replace("’", "'").split())


def _long_first(word: str) -> tuple[int, str]:
    return -len(word), word


_OFTEN = "etaoinsrhldcumfpgwybvkxjqz"
"""Letters by how often news has them, the most frequent first."""


def _rarity(letter: str) -> int:
    """How rare a letter is; a capital, a digit or a letter with an accent is rarer than any."""
    return _OFTEN.index(letter) if letter in _OFTEN else len(_OFTEN)


def _by_rare_letters(patterns: Sequence[str]) -> str:
    """Any of the patterns at the start of a word; each begins with plain letters or digits, and is found by the rarest
    of them: "next" by its x.

    Every choice begins with its letter, so that the search skips to these letters. What is found begins at that letter,
    not at the start of the word (`start_of`).
    """
    by_letter: dict[str, dict[str, list[str]]] = {}
    for pattern in patterns:
        plain = _PLAIN.match(pattern)
        if plain is None:
            raise ValueError(f"{pattern} does not begin with a letter or digit")
        word = plain.group()
        at = max(range(len(word)), key=lambda i: (_rarity(word[i]), -i))
        by_letter.setdefault(word[at], {}).setdefault(word[: at + 1], []).append(pattern[at + 1 :])
    choices = []
    for letter, leads in sorted(by_letter.items(), key=lambda choice: (_rarity(choice[0]), choice[0])):
        behind = [rf"(?<=(?<!\w){lead})(?:{'|'.join(rest)})" for lead, rest in leads.items()]
        choices.append(f"{letter}(?:{'|'.join(behind)})")
    return "|".join(choices)


_PLAIN = re.compile(r"[^\W_]+(?![?*+{])")


def start_of(text: str, at: int) -> int:
    """Where the word begins in which `Calendar.core` found a letter."""
    while at and text[at - 1].isalnum():
        at -= 1
    return at


def _any_case(word: str) -> list[str]:
    """Patterns for a word in letters of any case, the first two of them plain."""
    rest = f"(?i:{re.escape(word[2:])})"
    return [
        first + second + rest
        for first in sorted({word[0].lower(), word[0].upper()})
        for second in sorted({word[1].lower(), word[1].upper()})
    ]


def _either(words: Sequence[str]) -> str:
    """An alternation of words, the longest first; a space stands for any one white space character."""
    ordered = sorted({str(word) for word in words}, key=_long_first)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


@cache
def calendar_of(language: str) -> Calendar:
    words = load("dates")[language]
    months = {key_of(name): number for number, names in words["months"].items() for name in names}
    weekdays = {key_of(name): number for number, name in enumerate(words["weekdays"])}
    month = _either([name for names in words["months"].values() for name in names])
    weekday = _either(words["weekdays"])
    named = sorted(
        [*(name for names in words["months"].values() for name in names), *words["weekdays"]], key=_long_first
    )
    seasons, number = _either(list(words["seasons"])), _either(list(words["numbers"]))
    centuries = [str(century) for century in range(_EARLIEST_YEAR // 100, _LATEST_YEAR // 100 + 1)]
    year = rf"(?:{'|'.join(centuries)})\d\d(?![\w-]*\d)(?![,.]\d)"
    before_year, counted = _either(words["before_year"]), _either(words["counted"])
    before_month, yearly = _either(words["before_month"]), _either(words["yearly"] or ["election"])
    if language == "en":
        rules = {
            "month_day": rf"(?:(?:{weekday}),?\s(?:(?:morning|afternoon|evening|night),?\s)?)?"
            rf"(?:(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](?P<until>\d{{1,2}}))?"
            rf"(?:,?\s(?P<year>{year}))?)(?![\d%])(?!\sper\scent)(?!\.\d)",
            "day_month": rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<until>)\s(?P<month>{month})(?:,?\s(?P<year>{year}))?"
            r"(?!\w)",
            "month": rf"(?:(?P<before>(?i:{before_month}))[\s-](?P<qualifier>(?i:early|late|mid|last|this|next"
            r"|past))?"
            rf"[\s-]?)?(?P<month>{month})(?:,?(?:\sof)?\s(?P<year>{year}))?(?![’']?\w)(?!\s\d)",
            "weekday": rf"(?:(?P<qualifier>(?i:last|this|next|late|early|(?:this\s|the\s)?(?:coming|past|upcoming)))"
            rf"\s(?:on\s)?)?(?P<weekday>{weekday})(?:\s(?:morning|afternoon|evening|night))?(?P<after>)"
            r"(?!\w)",
            "day_word": r"(?P<word>(?i:today|tonight|yesterday|tomorrow|this\s(?:morning|afternoon|evening)|"
            r"last\s(?:night|evening)))(?:\s(?:morning|afternoon|evening|night))?(?!\w)",
            "period": rf"(?:(?i:earlier|later|late|early)\s)?(?P<which>(?i:this|last|next|this\spast|the\spast))\s"
            rf"(?P<unit>week|weekend|month|year|{seasons})(?P<after>)(?!\w)",
            "distance": rf"(?P<count>(?i:{number})|\d{{1,3}})\s(?P<unit>days?|weeks?|months?|years?)\s"
            r"(?P<way>ago|later|earlier)(?P<ago>)(?!\w)",
        }
        core = _by_rare_letters(
            [
                *(rf"{re.escape(name)}(?!\w)" for name in named),
                *(rf"{year}\d\d(?!\d)" for year in centuries),
                r"ago(?!\w)",
                r"later(?!\w)",
                r"earlier(?!\w)",
                *(rf"{to}{day}(?!\w)" for to in ("To", "to") for day in ("day", "night", "morrow")),
                *(rf"{yes}esterday" for yes in "Yy"),
                *(
                    rf"{which}\s(?:morning|afternoon|evening|night|week|month|year|{seasons})"
                    for which in ("This", "this", "Last", "last", "Next", "next", "past")
                ),
            ]
        )
        span = (
            rf"(?:(?i:from|between|de|entre)\s)?(?P<first>{year})(?:\s(?:to|and|until|through)\s|[-–])"
            rf"(?P<last>{year})"
        )
        single = (
            rf"(?:(?i:the)\s(?=\S{{4}}\s(?:{yearly}))|(?i:{before_year})[\s-](?:(?i:the|early|late|mid"
            r"|about|around)[\s-])?"
            rf"(?:(?:{seasons})\s(?:of\s)?)?)(?P<year>{year})(?!\s(?:{counted})(?!\w))(?!\w)"
        )
    else:
        rules = {
            "month_day": rf"(?:(?i:{weekday}),?\s)?(?:(?i:le)\s)?(?P<day>\d{{1,2}})(?:er|ᵉʳ)?(?P<until>)\s"
            rf"(?P<month>(?i:{month}))(?:\s(?P<year>{year}))?(?!\w)",
            "day_month": r"(?P<month>(?!))(?P<day>)(?P<until>)(?P<year>)",
            "month": rf"(?:(?P<before>(?i:{before_month}))[\s-]?(?:de\s|d['’])?)?(?P<month>(?i:{month}))"
            rf"(?:\s(?P<year>{year}))?(?:\s(?P<qualifier>dernier|prochain))?(?!\w)",
            "weekday": rf"(?P<weekday>(?i:{weekday}))(?:\s(?:matin|midi|après-midi|soir))?"
            r"(?:\s(?P<after>dernier|prochain))?(?P<qualifier>)(?!\w)",
            "day_word": r"(?P<word>(?i:aujourd['’]hui|avant-hier|hier|demain|ce\s(?:matin|midi|soir)|"
            r"cet\saprès-midi|cette\snuit))(?:\s(?:matin|midi|après-midi|soir))?(?!\w)",
            "period": r"(?:(?i:plus\stôt)\s)?(?:(?P<which>(?i:ce|cet|cette))|(?i:le|la|l['’]|au|à\sla|à\sl['’]"
            r"|du))\s?"
            rf"(?P<unit>semaine|fin\sde\ssemaine|mois|année|an|{seasons})(?:-ci)?"
            r"(?:\s(?P<after>derni(?:er|ère)|passée?|prochaine?))?(?!\w)",
            "distance": rf"(?:(?P<ago>(?i:il\sy\sa))\s)?(?P<count>(?i:{number})|\d{{1,3}})\s"
            r"(?P<unit>jours?|semaines?|mois|ans?|années?)(?:\s(?P<way>plus\stard|plus\stôt))?(?!\w)",
        }
        core = _by_rare_letters(
            [
                *(rf"{spelled}(?!\w)" for name in named for spelled in _any_case(name)),
                *(rf"{year}\d\d(?!\d)" for year in centuries),
                *(rf"{il}l\sy\sa\s" for il in "Ii"),
                r"plus\st(?:ard|ôt)(?!\w)",
                *(rf"{au}ujourd['’]hui" for au in "Aa"),
                *(rf"{avant}vant-[Hh]ier(?!\w)" for avant in "Aa"),
                *(rf"{hier}ier(?!\w)" for hier in "Hh"),
                *(rf"{demain}emain(?!\w)" for demain in "Dd"),
                *(
                    rf"{ce}(?:t|tte)?\s(?:matin|midi|soir|après-midi|nuit|semaine|mois|année|{seasons})"
                    for ce in ("ce", "Ce")
                ),
                r"derni(?:er|ère)(?!\w)",
                r"prochaine?(?!\w)",
            ]
        )
        span = rf"(?:(?i:de|entre)\s)?(?P<first>{year})(?:\s(?:à|et|jusqu['’]en)\s|[-–])(?P<last>{year})"
        single = rf"(?i:{before_year})[\s-](?P<year>{year})(?!\s(?:{counted})(?!\w))(?!\w)"
    ordered = [
        ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
        ("month_day", rules["month_day"]),
        ("month_day", rules["day_month"]),
        ("month", rules["month"]),
        ("day_word", rules["day_word"]),
        ("weekday", rules["weekday"]),
        ("distance", rules["distance"]),
        ("period", rules["period"]),
        ("years", span),
        ("year", single),
    ]
    rules_in_order = [(name, re.compile(r"(?<![\w$€£])" + f"(?:{pattern})")) for name, pattern in ordered]
    trust = rf"(?:{_either(words['trust'])})\s$" if words["trust"] else None
    return Calendar(
        months=months,
        weekdays=weekdays,
        numbers={key_of(name): value for name, value in words["numbers"].items()},
        seasons={key_of(name): value for name, value in words["seasons"].items()},
        core=re.compile(core),
        rules={
            kind: tuple((name, pattern) for name, pattern in rules_in_order if name in names)
            for kind, names in _RULES_AROUND.items()
        },
        ahead=re.compile(rf"(?<!\w)(?i:{_either(words['ahead'])})\s(?:on\s|le\s|the\s)?[\w,.\s]{{0,14}}$"),
        limit=tuple(map(str, words["limit"])),
        past=re.compile(rf"(?<!\w)(?i:{_either(words['past'])})(?!\w)[^.;:]*$"),
        trust=re.compile(trust) if trust else None,
    )
