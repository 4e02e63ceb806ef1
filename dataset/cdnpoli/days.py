"""Days as people give them, and as people write them."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

from cdnpoli.errors import BadValue

CONFEDERATION = date(1867, 7, 1)
"""The day the British North America Act, 1867 came into force: there is no House of Commons of Canada before it."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def as_day(value: str | date, today: date) -> date:
    """The day meant by `value` (a date, a datetime or text such as "1990-08-01") on which a House could have sat.

    Raises BadValue for text that is no day, a day before Confederation, and a day after `today`.
    """
    day = _parse(value, last=False, whole=True)
    if day < CONFEDERATION:
        raise BadValue(f"{day.isoformat()} is before Confederation: the record begins on {CONFEDERATION.isoformat()}")
    if day > today:
        raise BadValue(f"{day.isoformat()} is in the future: the record ends today, {today.isoformat()}")
    return day


def as_bound(value: str | date, *, last: bool) -> date:
    """The first (or, with `last`, the last) day of a period: "2023" and "2023-03" stand for the whole year or month.

    Raises BadValue for text that is no date.
    """
    return _parse(value, last=last, whole=False)


def in_words(day: date, precision: str | None) -> str:
    """`day` as people write it, no finer than its precision: "22 March 2023", "March 2023", "2023"."""
    if precision == "year":
        return str(day.year)
    month = f"{calendar.month_name[day.month]} {day.year}"
    return month if precision == "month" else f"{day.day} {month}"


def _parse(value: str | date, *, last: bool, whole: bool) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _PARTIAL.fullmatch(str(value).strip())
    try:
        if match is None or (whole and match[3] is None):
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        final = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, int(match[3] or final))
    except (ValueError, calendar.IllegalMonthError):
        raise BadValue(f"{value!r} is not a day; write it as 1990-08-01") from None
