"""On which day a phrase in shorthand says that it happened.

The date of its own clause; that of the announcement around it; the one that "that month", "the same day" or "a month
after it suspended him" count from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from scripts.candidates import DateMention
from scripts.caucus_changes.sentences import Reading, is_lead
from scripts.caucus_changes.shorthand import DATE, PERSON, Shorthand, Sign
from scripts.caucus_changes.triggers import Trigger
from scripts.dates import dates_from

_EFFECTIVE = re.compile(
    r"\b(?:effective|as of|starting|beginning|until|elected in|elected on|since being elected|première fois en"
    r"|à compter d[ue])\s(?:on\s)?$"
)
_DATE_STOPS = re.compile(
    r"\b(?:after|following|over|amid|because|when|while|before|who|whose|despite|until|whom|and\sthen|puis|"
    r"après|parce|lorsque|quand|alors|avant|qui|dont|suite|en\sraison)\b|[;“”]|\s--?\s|\s[—–]\s"
)
_ASIDE = re.compile(
    r",\s(?:first\s|re-?|then\s|once\s)?(?:who|whose|which|one of|two of|three of|a|an|the|qui|dont|elected"
    r"|appointed|named|élue?|nommée?)"
    r"\b[^,;]{0,160},"
)
_ANNOUNCED_DATE = re.compile(
    rf"(?:said|announced|confirmed|told\s\w+|tweeted|wrote|annoncé|confirmé|déclaré)(?:\s[\w']+){{0,6}}\s(?:on"
    rf"\s|late\s|early\s)?(?P<d>{DATE})"
)


def when_of(reading: Reading, short: Shorthand, trigger: Trigger, start: int) -> DateMention | None:
    """The date of the trigger's clause: before it, inside it, right after it, or of the announcement that frames it."""
    candidates: list[Sign] = list(short.signs_in(trigger.start, trigger.end, DATE))
    before = _ASIDE.sub(lambda aside: aside.group().replace(DATE, " "), short.text[: trigger.start])
    cut = max((m.end() for m in _DATE_STOPS.finditer(before)), default=0)
    for place in range(trigger.start - 1, cut - 1, -1):
        if before[place] == DATE and not _EFFECTIVE.search(before[:place]) and not _since_when(reading, short, place):
            candidates.append(short.sign(place))
    ahead = short.text[trigger.end :]
    stop = _DATE_STOPS.search(ahead)
    reach = min(stop.start() if stop else len(ahead), 90)
    another = _NEXT_DEED.search(ahead, 0, reach) if candidates or trigger.rule == "sits_as_independent" else None
    if another is not None:
        reach = another.start()
    if _IN_RELATIVE.search(before) and "," in ahead[:reach]:
        # "P, who left the G caucus, joined the G on D": the day is that of the main clause
        comma = ahead.index(",")
        reach = reach if ahead[comma + 1 : comma + 3].strip() == DATE or DATE in ahead[:comma] else comma
    after = [
        trigger.end + i
        for i in range(reach)
        if short.text[trigger.end + i] == DATE and not _EFFECTIVE.search(short.text[: trigger.end + i])
    ]
    behind = [short.sign(place) for place in after[:1]]
    if behind and reading.article.text.endswith(("later", "plus tard"), 0, behind[0].end):
        candidates = []  # "was elected on D and went over to the G two weeks later"
    candidates = behind + candidates
    if not candidates:
        said = _ANNOUNCED_DATE.search(ahead)
        if said:
            candidates.append(short.sign(trigger.end + said.start("d")))
    if not candidates:
        # "gained a member on D when P joined its caucus"
        when = _WHEN_CLAUSE.search(before)
        if when:
            candidates.append(short.sign(when.start("d")))
    if not candidates and _THAT_DAY.match(ahead) and DATE in before:
        candidates.append(short.sign(before.rindex(DATE)))
    if not candidates:
        head = _AT_THE_HEAD.match(before)
        if head and not _EFFECTIVE.search(before[: head.start("d")]):
            candidates.append(short.sign(head.start("d")))
    found = [sign.value for sign in candidates if isinstance(sign.value, DateMention)]
    if not found:
        return _counted_from(reading, short, trigger, before, start) or _taken_up(
            reading, short, trigger, before, ahead
        )
    return in_its_year(reading, min(found, key=lambda mention: _FINENESS[mention.precision]))


# "On D P left the G in anger over the budget and went to the G": the day of both; not "On D P said that"
_AT_THE_HEAD = re.compile(
    rf"[\"“«\s]*(?:[IiOo]n\s|[Ee]n\s|[Ll]e\s)?(?P<d>{DATE}),?\s(?!.*(?:\b(?:who|whose|which|that|because|when|while|until|before|after|since|qui|que"
    r"|dont|lorsque|quand|avant|après|depuis)\b|qu'|[;:“”«»]|,\s(?:and|but|then|et|puis|mais)\b))"
)
_FINENESS = {"day": 0, "month": 1, "year": 2}
# "walked out of the G D, sat as an independent, and was taken back D": the day of another deed
_NEXT_DEED = re.compile(r",\s(?:and|then|et|puis)\s(?:then\s)?(?:was|has|had|is|were|[a-z]{3,}ed)\b")
_FAR_BACK = 400
"""How many characters before "that month" the date that it takes up may stand."""
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
# "expelled P on D, a month after it suspended him from caucus"; "just days after" counts nothing
_AFTER_IT = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)})\s(?P<u>day|week|month|year)s?\s(?P<w>after|before)\s(?:(?:it|he|she|they|{PERSON}|the\sparty|the\scaucus)\s)?"
    r"(?:(?:was|were|had|had\sbeen|being|having|having\sbeen)\s)?$"
)


def _counted_from(reading: Reading, short: Shorthand, trigger: Trigger, before: str, start: int) -> DateMention | None:
    """The day that "two weeks after she was suspended" leads back to from the main clause's, or from the news day."""
    counted = _AFTER_IT.search(before)
    if counted is None or counted["w"] == "before":
        return None
    main = before[: counted.start()].rfind(DATE)
    if main >= 0:
        sign = short.sign(main)
        known = sign.value if isinstance(sign.value, DateMention) else None
        anchor, fine = (known.date, known.precision) if known else (None, "day")
    else:
        anchor, fine = (reading.article.published_on if is_lead(reading, start) else None), "day"
    if anchor is None or fine != "day":
        return None
    step, unit = _NUMBERS[counted["n"]], counted["u"]
    low, high = short.place(counted.start()), short.place(counted.end())
    if unit == "day":
        return DateMention(low, high, anchor - timedelta(days=step), "day", None)
    if unit == "year":
        return DateMention(low, high, date(anchor.year - step, 1, 1), "year", None)
    back = anchor - (timedelta(days=7 * step) if unit == "week" else relativedelta(months=step))
    return DateMention(low, high, back.replace(day=1), "month", None)


# "he resigned from caucus that month", "that same day two members went over"; not "that day in court"
_THAT_TIME = re.compile(
    r"\b(?:(?:earlier|later)\s)?(?:[Tt]hat|[Tt]he)\s(?P<same>same\s)?(?P<u>day|morning|afternoon|evening|night|week|month|year|spring|summer"
    r"|fall|autumn|winter)\b(?!'s)"
)
_UNIT = {
    "day": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    "week": "month",
    "month": "month",
}


def _taken_up(reading: Reading, short: Shorthand, trigger: Trigger, before: str, ahead: str) -> DateMention | None:
    """The date named before that "that month" or "the same day" takes up, no finer than these words are."""
    clause = max((m.end() for m in _DATE_STOPS.finditer(before)), default=0)
    stop = _DATE_STOPS.search(ahead)
    behind = _THAT_TIME.search(ahead, 0, min(stop.start() if stop else len(ahead), 60))
    found = behind or _THAT_TIME.search(before, clause)
    if found is None or not (found["same"] or found.group().lower().startswith(("that", "earlier that", "later that"))):
        return None
    low = short.place((trigger.end if behind else 0) + found.start())
    unit = _UNIT.get(found["u"], "year")
    named = next(
        (
            when
            for when in reversed(dates_from(reading.dates, max(0, low - _FAR_BACK), low))
            if _FINENESS[when.precision] <= _FINENESS[unit]
        ),
        None,
    )
    if named is None:
        return None
    when = in_its_year(reading, named)
    day = when.date if unit == "day" else when.date.replace(day=1) if unit == "month" else date(when.date.year, 1, 1)
    return replace(when, date=day, precision=unit, end_date=None)


_HAS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LONG_AGO = 2
"""Years before publication from which on a history's dates without a year are of the year named before."""
_ANOTHER_STORY = re.compile(r"\b(?:elected|appointed|named|born|since|until|joined|became)\b[^.;]{0,40}$")


def in_its_year(reading: Reading, when: DateMention) -> DateMention:
    """ "P was suspended on May 2, 2001. ... on May 16 P and P": the second day is of the year named before as well."""
    text, published = reading.article.text, reading.article.published_on
    if published is None or when.precision == "year" or not _MONTH_NAMED.search(text, when.start, when.end):
        return when
    if _HAS_YEAR.search(text, when.start, when.end):
        return when
    paragraph = reading.layout.paragraph_at(when.start)
    low = max(paragraph[0] if paragraph else 0, when.start - 2 * _FAR_BACK)
    for named in reversed(dates_from(reading.dates, low, when.start)):
        spelled = text[named.start : named.end]
        if _HAS_YEAR.search(spelled) is None:
            continue
        same_sentence = reading.layout.sentence_at(named.start) == reading.layout.sentence_at(when.start)
        if named.precision == "year" and same_sentence and published.year - named.date.year >= _LONG_AGO:
            return replace(when, date=_in_year(when.date, named.date.year))  # "left in 2019: on May 16 P"
        if (
            named.precision == "year"
            or published.year - named.date.year < _LONG_AGO
            or named.date.month > when.date.month
            or _ANOTHER_STORY.search(text, max(0, named.start - 60), named.start)
        ):
            return when
        return replace(when, date=_in_year(when.date, named.date.year))
    return when


_MONTH_NAMED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _since_when(reading: Reading, short: Shorthand, place: int) -> bool:
    """ "P and P, Liberal MPs since 2021, have left": how long, not when."""
    before = short.text[:place].rstrip()
    told = reading.article.text[short.sign(place).start : short.sign(place).end].lower()
    return told.startswith(("since", "depuis")) and before[-1:].isalpha()


# "quit on D in solidarity with P, who had been kicked out earlier that day"
_THAT_DAY = re.compile(
    r"[^.;,]{0,30}?\s(?:that|the\ssame)\s(?:day|morning|afternoon|evening)\b|[^.;,]{0,30}?\sle\smême\sjour\b"
)
_WHEN_CLAUSE = re.compile(rf"(?P<d>{DATE}),?\s(?:when|lorsque|quand)\s[^.;]{{0,80}}$")
_IN_RELATIVE = re.compile(r",\s(?:who|qui|which)\s[^,;]*$")
