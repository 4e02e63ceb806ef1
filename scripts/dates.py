"""Dates as news writes them, resolved against the day of publication with the precision that the words allow.

A weekday is the most recent one, the day of publication included; it lies ahead only behind words such as "next" or
"the coming". A month without a year is the most recent one that has begun. What names a day has the precision `day`.
A week or a weekend has no precision of its own: it becomes the `month` that holds most of it (the ISO rule: a week
belongs where its Thursday lies). A season becomes its `year` (winter: the year in which it ends), because seasons have
no agreed first day. "Two weeks ago" is a month, "two days ago" a day, "two years ago" a year.

The words are in scripts/lexicon/dates.yaml, the patterns made of them in scripts/date_patterns.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from scripts.candidates import DateMention
from scripts.date_patterns import Calendar, calendar_of, key_of, kind_of, start_of

_WINDOW_BEFORE, _WINDOW_AFTER = 34, 44
"""How many characters around a telling word ("March", "ago", "2018") may belong to the same date."""
_NEEDS = {"iso": re.compile("-"), "month_day": re.compile(r"\d")}
"""What stands in every date of a rule, after or before the telling word: a quick look before the rule is tried."""
_FINENESS = {"day": 0, "month": 1, "year": 2}
_NEAR_FUTURE = timedelta(days=60)
_LONG_PAST = timedelta(days=270)
_FAR_BACK = 400
"""How many characters before "two days later" the date that it counts from may stand."""


def find_dates(text: str, published_on: date | None, language: str = "en") -> list[DateMention]:
    """All dates in `text`, in order and without overlap.

    Without `published_on` only dates that name their year are found. Times of day belong to the mention ("late
    Wednesday", "Wednesday evening") but not to the date. "may" the verb, "March" the verb and "in 2018 dollars" are not
    dates.
    """
    calendar = calendar_of("fr" if language == "fr" else "en")
    found: list[DateMention] = []
    done = 0
    for core in calendar.core.finditer(text):
        start = start_of(text, core.start())
        if start < done:
            continue
        mention = _around(text, start, core.end(), done, calendar, published_on, found)
        if mention is not None:
            found.append(mention)
            done = mention.end
    return found


def dates_from(mentions: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    """The mentions that begin within [start, end), in order."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    return mentions[first : bisect_left(mentions, end, first, key=lambda mention: mention.start)]


def date_in(mentions: Sequence[DateMention], start: int, end: int) -> DateMention | None:
    """The most precise mention that lies within [start, end), the first of equals; None where there is none."""
    inside = [mention for mention in dates_from(mentions, start, end) if mention.end <= end]
    return min(inside, key=lambda mention: _FINENESS[mention.precision], default=None)


def _around(
    text: str,
    start: int,
    end: int,
    done: int,
    calendar: Calendar,
    published_on: date | None,
    earlier: Sequence[DateMention],
) -> DateMention | None:
    low, high = max(done, start - _WINDOW_BEFORE), min(len(text), end + _WINDOW_AFTER)
    while low > done and low < start and text[low - 1].isalnum() and text[low].isalnum():
        low += 1  # do not begin inside a word
    for name, pattern in calendar.rules[kind_of(text[start:end], calendar)]:
        if name in _NEEDS and not _NEEDS[name].search(text, low, high):
            continue
        for match in pattern.finditer(text, low, high):
            if match.start() > start:
                break
            if match.end() < end:
                continue
            if match.end() == high and high < len(text) and text[high].isalnum():
                continue  # the window cut a word
            try:
                resolved = _RESOLVERS[name](match, calendar, published_on, earlier, text)
            except (OverflowError, ValueError):  # beyond the years that a calendar holds
                continue
            if resolved is not None:
                value, precision, until = resolved
                return DateMention(match.start(), match.end(), value, precision, until)
    return None


# the rules: what each kind of words means

_Value = tuple[date, str, date | None]
_Resolver = Callable[[re.Match[str], Calendar, date | None, Sequence[DateMention], str], _Value | None]


def _iso(match: re.Match[str], *_: object) -> _Value | None:
    value = _valid(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if value is None else (value, "day", None)


def _month_day(
    match: re.Match[str],
    calendar: Calendar,
    published: date | None,
    earlier: Sequence[DateMention],
    text: str,
) -> _Value | None:
    # "March 3, 2015", "on Wednesday, March 3", "March 3-5"; not "March 300".
    month, day = calendar.months[key_of(match["month"])], int(match["day"])
    until = int(match["until"]) if match["until"] else None
    if match["year"]:
        value = _valid(int(match["year"]), month, day)
    elif published is None:
        return None
    else:
        value = _valid(published.year, month, day)
        if value is not None:
            if _is_ahead(match, calendar, text):
                value = value if value >= published else _valid(published.year + 1, month, day)
            elif value - published > _NEAR_FUTURE:
                value = _valid(published.year - 1, month, day)
            elif published - value > _LONG_PAST:
                coming = _valid(published.year + 1, month, day)
                value = coming if coming is not None and coming - published <= _NEAR_FUTURE else value
    if value is None:
        return None
    last = _valid(value.year, month, until) if until and until > day else None
    return value, "day", last


def _month(
    match: re.Match[str],
    calendar: Calendar,
    published: date | None,
    earlier: Sequence[DateMention],
    text: str,
) -> _Value | None:
    # "in April", "since mid-March", "February 2021"; not "confidence in May", "the March on Ottawa".
    month = calendar.months[key_of(match["month"])]
    if match["year"]:
        value = _valid(int(match["year"]), month, 1)
        return None if value is None else (value, "month", None)
    if published is None or not (match["before"] or match["qualifier"]):
        return None
    if calendar.trust is not None and calendar.trust.search(text[max(0, match.start() - 20) : match.start()]):
        return None
    qualifier = (match["qualifier"] or match["before"] or "").lower()
    year = published.year if month <= published.month else published.year - 1
    if qualifier.startswith(("next", "prochain")) or _is_ahead(match, calendar, text):
        year = published.year if month > published.month else published.year + 1
    elif qualifier.startswith(("last", "past", "dernier")) and month == published.month:
        year = published.year - 1
    return date(year, month, 1), "month", None


def _weekday(
    match: re.Match[str],
    calendar: Calendar,
    published: date | None,
    earlier: Sequence[DateMention],
    text: str,
) -> _Value | None:
    # "Wednesday evening", "late Wednesday", "last Friday"; ahead only with "next", "the coming", "until" ...
    if published is None:
        return None
    back = (published.weekday() - calendar.weekdays[key_of(match["weekday"])]) % 7
    qualifier = (match["qualifier"] or match["after"] or "").lower()
    if qualifier.startswith(("next", "coming", "upcoming", "prochain")) or _is_ahead(match, calendar, text):
        return published + timedelta(days=7 - back if back else 7), "day", None
    if qualifier.startswith(("last", "past", "dernier")) and back == 0:
        back = 7
    return published - timedelta(days=back), "day", None


_DAY_WORDS = {
    "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1, "hier": -1, "avant-hier": -2, "demain": 1,
}  # fmt: skip


def _day_word(match: re.Match[str], calendar: Calendar, published: date | None, *_: object) -> _Value | None:
    # "today", "this morning", "last night", "hier soir".
    if published is None:
        return None
    word = key_of(match["word"])
    shift = next((days for start, days in _DAY_WORDS.items() if word.startswith(start)), 0)
    return published + timedelta(days=shift), "day", None


def _period(match: re.Match[str], calendar: Calendar, published: date | None, *_: object) -> _Value | None:
    # "last month", "earlier this month", "this week", "last fall", "le mois dernier".
    if published is None:
        return None
    which, unit = key_of(match["which"] or match["after"] or ""), key_of(match["unit"])
    step = -1 if which.startswith(("last", "past", "dern", "pass")) else 1 if which.startswith(("next", "proch")) else 0
    if unit in calendar.seasons:
        return _season(calendar.seasons[unit], step, published)
    if unit.startswith(("week", "semaine", "fin de semaine")):
        thursday = published + timedelta(days=3 - published.weekday() + 7 * step)
        held = min(thursday, published) if step <= 0 else thursday
        return held.replace(day=1), "month", None
    if unit.startswith(("month", "mois")):
        return (published + relativedelta(months=step)).replace(day=1), "month", None
    return date(published.year + step, 1, 1), "year", None


def _season(last_month: int, step: int, published: date) -> _Value | None:
    """The year of the season that ended last (`step` -1), that is running or was latest (0), or that comes next (1)."""
    over = published.month >= last_month
    year = published.year if over else published.year - 1
    if step == 0:
        year = published.year
    elif step == 1:
        year = published.year + 1 if over else published.year
    return date(year, 1, 1), "year", None


def _distance(
    match: re.Match[str],
    calendar: Calendar,
    published: date | None,
    earlier: Sequence[DateMention],
    text: str,
) -> _Value | None:
    # "two weeks ago", "il y a deux ans": from publication. "Two days later": from the last day named before.
    # "A year later", after "in 2009": from that year, as a year.
    direction = key_of(match["way"] or match["ago"] or "")
    unit = key_of(match["unit"])
    if direction in ("later", "after", "plus tard", "earlier", "before", "plus tôt"):
        anchor = _anchor(unit, earlier, match.start())
        sign = -1 if direction in ("earlier", "before", "plus tôt") else 1
    else:
        anchor, sign = published, -1
    count = _number(match["count"], calendar)
    if anchor is None or count is None:
        return None
    try:
        if unit.startswith(("day", "jour")):
            return anchor + timedelta(days=sign * count), "day", None
        if unit.startswith(("week", "semaine")):
            return (anchor + timedelta(days=sign * 7 * count)).replace(day=1), "month", None
        if unit.startswith(("month", "mois")):
            return (anchor + relativedelta(months=sign * count)).replace(day=1), "month", None
        return date(anchor.year + sign * count, 1, 1), "year", None
    except (OverflowError, ValueError):
        return None


def _anchor(unit: str, earlier: Sequence[DateMention], at: int) -> date | None:
    """The date that "three months later" counts from: the last one before that is as fine as the unit."""
    if not earlier or at - earlier[-1].end > _FAR_BACK:
        return None
    coarsest = 2 if unit.startswith(("year", "an")) else 1 if unit.startswith(("month", "mois")) else 0
    return next((m.date for m in reversed(earlier) if _FINENESS[m.precision] <= coarsest), None)


def _years(match: re.Match[str], *_: object) -> _Value | None:
    # "from 2018 to 2021", "between 2018 and 2021", "2018-2021".
    first, last = int(match["first"]), int(match["last"])
    return (date(first, 1, 1), "year", date(last, 1, 1)) if first < last else None


def _year(match: re.Match[str], *_: object) -> _Value | None:
    # "in 2018", "mid-2019", "the 2019 election"; not "in 2018 dollars", "2,018", "2018 votes".
    return date(int(match["year"]), 1, 1), "year", None


_RESOLVERS: dict[str, _Resolver] = {
    "iso": _iso,
    "month_day": _month_day,
    "month": _month,
    "weekday": _weekday,
    "day_word": _day_word,
    "period": _period,
    "distance": _distance,
    "years": _years,
    "year": _year,
}


# helpers


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(words: str, calendar: Calendar) -> int | None:
    return int(words) if words.isdigit() else calendar.numbers.get(key_of(words))


def _is_ahead(match: re.Match[str], calendar: Calendar, text: str) -> bool:
    """Whether the day lies ahead: "until Friday", "scheduled for March 9"; not "was a member until January"."""
    found = calendar.ahead.search(text, max(0, match.start() - 24), match.end())
    if found is None:
        return False
    return not (
        found.group().lower().startswith(calendar.limit)
        and calendar.past.search(text, max(0, found.start() - 90), found.start()) is not None
    )
