"""Days of three calendars as days of the Gregorian one.

Hijri dates are converted by the Umm al-Qura calendar, which Saudi Arabia dates by; a month that
began by sight elsewhere may differ by a day.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable

import hijridate
from persiantools.jdatetime import JalaliDate

GREGORIAN, HIJRI, JALALI = "gregorian", "hijri", "jalali"
"""The calendars, as data/months.tsv names them."""
_GREGORIAN_YEARS = range(1700, 2200)


def resolve(
    calendar: str, year: int, month: int, day: int, published: str | None
) -> datetime.date | None:
    """The Gregorian day of a date; None where there is no such day, or it cannot be known.

    year, month: 0 where the date names none: then it is the nearest such day to `published`, an
    RFC 3339 time. A date that names a year and no month is none.

    >>> resolve("hijri", 1447, 9, 14, None)
    datetime.date(2026, 3, 3)
    >>> resolve("gregorian", 0, 12, 31, "2026-01-02T08:00:00Z")
    datetime.date(2025, 12, 31)
    """
    if year:
        return _gregorian(calendar, year, month, day)
    try:
        near = datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    days = [found for found in _candidates(calendar, month, day, near) if found is not None]
    return min(days, key=functools.partial(_distance, near), default=None)


def _distance(published: datetime.date, day: datetime.date) -> int:
    return abs((day - published).days)


def _candidates(
    calendar: str, month: int, day: int, published: datetime.date
) -> Iterable[datetime.date | None]:
    if not month:
        months = published.year * 12 + published.month - 1
        for count in range(months - 1, months + 2):
            yield _gregorian(GREGORIAN, count // 12, count % 12 + 1, day)
        return
    # of the three calendars' years, the Hijri one is the shortest: two more are enough
    year = published.year
    if calendar == JALALI:
        year -= 621
    elif calendar == HIJRI:
        year = (year - 622) * 33 // 32
    for candidate in range(year - 2, year + 3):
        yield _gregorian(calendar, candidate, month, day)


def _gregorian(calendar: str, year: int, month: int, day: int) -> datetime.date | None:
    """The day of the Gregorian calendar, None where there is no such day or no news of it."""
    try:
        if calendar == HIJRI:
            converted = hijridate.Hijri(year, month, day).to_gregorian()
            return datetime.date(converted.year, converted.month, converted.day)
        if calendar == JALALI:
            jalali = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]
            return jalali.to_gregorian()
        return datetime.date(year, month, day) if year in _GREGORIAN_YEARS else None
    except (ValueError, OverflowError):
        return None
