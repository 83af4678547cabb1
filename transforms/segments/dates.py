"""Reading a date as news writes it: day and month, with or without a year, in three calendars.

The names of months are a table (data/months.tsv, built by tools/datelines/build.py). A date that is
not sure is None, its text is kept.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import re
from collections.abc import Iterator

from transforms.segments.calendars import GREGORIAN, HIJRI, JALALI, resolve
from transforms.tables import read_table
from transforms.text import INVISIBLE

_LATIN = frozenset("en fr es de it pt tr".split())
_ISLAMIC_YEARS = range(1300, 1500)
"""Years that are Hijri or Jalali by their number: no news is so old."""

_ALIKE = str.maketrans("أإآٱىيكةۃہھے’‘׳", "ااااییکهههھی'''")
_UNSEEN = re.compile(f"[{INVISIBLE}\u0640\u064b-\u0652]+")
_SPACE = re.compile(r"[\s\u200c-]+")

_S = rf"[\s{INVISIBLE}]{{0,3}}"
_NUMERIC = re.compile(rf"(\d{{1,4}}){_S}([-./]){_S}(\d{{1,2}}){_S}\2{_S}(\d{{2,4}})(?!\d)")
_IDEOGRAPHIC = re.compile(
    rf"(?:(令和|民國|民国)?(\d{{1,4}}){_S}年{_S})?(?:(\d{{1,2}}){_S}月{_S})?(\d{{1,2}}){_S}[日号號]"
)
_ERAS = {"令和": 2018, "民國": 1911, "民国": 1911}
"""Years before the first of an era: Reiwa 1 is 2019, Minguo 1 is 1912."""
_NO_LETTER = r"(?![^\W\d_])"
_DAY = re.compile(
    rf"(\d{{1,2}})(?!\d)(?:(?:st|nd|rd|th|er|re|º|ª|°|-?го|-?е|-?ше){_NO_LETTER})?\.?[\s{INVISIBLE}-]"
    rf"{{0,3}}(?:(?:de|of|di|من|د){_NO_LETTER}{_S})?",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_][^\s\d.,،;:/|()（）\[\]【】«»\"“”_=+–—-]{0,20}"
_WORDS = re.compile(rf"{_WORD}(?:[ \u00a0-]{_WORD})?")
_SECOND_NAME = re.compile(rf"{_S}/{_S}|\s")
_YEAR = re.compile(
    rf"\.?[,،]?{_S}(?:(?:de|del|do|of|سنة|عام|لعام){_NO_LETTER}{_S})?-?(\d{{4}})(?!\d)"
    rf"(?:{_S}((?:هـ|ه‍|ه|ھ|م|ء|ش|г|р|года|году|року|AH|AD|CE){_NO_LETTER}\.?))?"
)
_ERA = re.compile(rf"{_S}(هـ|ه|ھ|م|ء|ش|г\.?|р\.?){_NO_LETTER}")
_WEEKDAY_GAP = re.compile(r"\.?[,،]?\s{1,2}")
_ORDINAL = re.compile(rf"\.?{_S}(\d{{1,2}})(?!\d)(?:(?:st|nd|rd|th){_NO_LETTER})?", re.IGNORECASE)
_LINK = re.compile(
    rf"{_S}(?:(?:الموافق(?:{_S}لـ?)?|موافق|المصادف|برابر{_S}با|مطابق(?:{_S}با)?|بمطابق)|[-–ـ/،,=(（])"
    rf"{_S}(?:ل)?{_S}"
)
_GAP = re.compile(rf"[,،]?{_S}")
_DAY_MONTH = re.compile(rf"(\d{{1,2}}){_S}-{_S}(\d{{1,2}})(?={_S}[(（])")
"""As the agency of Kuwait dates: 18 - 2."""
_BARE_DAY = re.compile(rf"(\d{{1,2}})(?={_S}[(（])")


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A date in a text: text[start:end] as it is written, and the day, YYYY-MM-DD, if sure."""

    start: int
    end: int
    date: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class _Part:
    """One date of one calendar; month 0 and year 0 where it names none."""

    end: int
    calendar: str
    year: int
    month: int
    day: int
    sure: bool = True


def fold_word(word: str) -> str:
    """A word as tables are searched: no case, no invisible marks, one form a letter.

    >>> fold_word("ŞUBAT") == fold_word("şubat")
    True
    """
    word = word.replace("İ", "i").replace("ı", "i").casefold().translate(_ALIKE)
    return _SPACE.sub(" ", _UNSEEN.sub(" " if "\u200c" in word else "", word)).strip()


def read_date(text: str, start: int, language: str, published: str | None = None) -> Written | None:
    """The date that begins at code point `start`, or None.

    language: a BCP-47 tag or `und`, which tells the order of numbers. published: an RFC 3339
    time or None; a date without a year (or month) is the nearest such day to it. Of a Hijri or
    Jalali date beside a Gregorian one the Gregorian counts; a day of the week before or behind
    belongs to the text.

    >>> read_date("18 février 2022, Paris", 0, "fr")
    Written(start=0, end=15, date='2022-02-18')
    """
    known = language.partition("-")[0]
    begin = _after_weekday(text, start)
    first = _part(text, begin, known)
    if first is None:
        return None
    parts, end = [first], first.end
    link = _LINK.match(text, end)
    second = _part(text, link.end(), known) if link else None
    if link and second and second.month and second.calendar != first.calendar:
        parts.append(second)
        closing = text[second.end : second.end + 1] in (")", "）")
        end = second.end + (closing and link[0].strip()[:1] in ("(", "（"))
    gap = _GAP.match(text, end)
    if gap and gap.end() > end:
        behind = _after_weekday(text, gap.end(), behind=True)
        end = behind if behind > gap.end() else end
    chosen = next((part for part in parts if part.calendar == GREGORIAN), first)
    day = None
    if chosen.sure:
        day = resolve(chosen.calendar, chosen.year, chosen.month, chosen.day, published)
    return Written(start, end, day.isoformat() if day else None)


def is_month(word: str) -> bool:
    """Whether a word names a month in some language."""
    return fold_word(word.rstrip(".")) in _months()


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week in some language."""
    return fold_word(word.rstrip(".,،")) in _weekdays()


@functools.cache
def _months() -> dict[str, tuple[str, int, frozenset[str]]]:
    """Calendar, number and languages by folded name."""
    found: dict[str, tuple[str, int]] = {}
    languages: dict[str, set[str]] = collections.defaultdict(set)
    for row in read_table("months.tsv"):
        if row["calendar"] != "weekday":
            form = fold_word(row["form"])
            found[form] = (row["calendar"], int(row["number"]))
            languages[form].add(row["lang"])
    return {form: (*value, frozenset(languages[form])) for form, value in found.items()}


@functools.cache
def _weekdays() -> frozenset[str]:
    rows = read_table("months.tsv")
    return frozenset(fold_word(row["form"]) for row in rows if row["calendar"] == "weekday")


def _after_weekday(text: str, start: int, behind: bool = False) -> int:
    """Where the day of the week that may stand at `start` is over, with the gap up to a date."""
    words = _WORDS.match(text, start)
    if words is None:
        return start
    for word in _shorter(words[0]):
        if fold_word(word) in _weekdays():
            end = start + len(word)
            gap = None if behind else _WEEKDAY_GAP.match(text, end)
            return gap.end() if gap else end
    return start


def _shorter(words: str) -> Iterator[str]:
    """Two words, then the first alone."""
    yield words
    cut = max(words.find(" "), words.find("\u00a0"), words.find("-"))
    if cut > 0:
        yield words[:cut]


def _month(text: str, start: int, language: str) -> tuple[int, str, int] | None:
    """End, calendar and number of the month named at `start`; two names of one month count."""
    first = _month_name(text, start, language)
    slash = _SECOND_NAME.match(text, first[0]) if first else None
    second = _month_name(text, slash.end(), language) if slash else None
    if first is None or second is None:
        return first
    return second[0], first[1], first[2] if first[1:] == second[1:] else 0


def _month_name(text: str, start: int, language: str) -> tuple[int, str, int] | None:
    words = _WORDS.match(text, start)
    if words is None:
        return None
    for word in _shorter(words[0]):
        folded = fold_word(word)
        entry = _months().get(folded)
        if entry is None and folded.startswith("ב"):
            entry = _months().get(folded[1:])
        if entry and (language not in _LATIN or entry[2] & {language, "en"}):
            return start + len(word), entry[0], entry[1]
    return None


def _part(text: str, start: int, language: str) -> _Part | None:
    if text[start : start + 1].isdigit():
        return (
            _ideographic(text, start)
            or _numeric(text, start, language)
            or _day_first(text, start, language)
        )
    if text.startswith(tuple(_ERAS), start):
        return _ideographic(text, start)
    month = _month(text, start, language)
    day = _ORDINAL.match(text, month[0]) if month else None
    if month is None or day is None:
        return None
    year = _YEAR.match(text, day.end())
    end, number = year.end() if year else day.end(), int(year[1]) if year else 0
    return _Part(end, month[1], number, month[2], int(day[1]), bool(month[2]))


def _ideographic(text: str, start: int) -> _Part | None:
    match = _IDEOGRAPHIC.match(text, start)
    if match is None or (match[2] and not match[3]):
        return None
    year = int(match[2]) + _ERAS.get(match[1] or "", 0) if match[2] else 0
    month = int(match[3]) if match[3] else 0
    return _Part(match.end(), GREGORIAN, year, month, int(match[4]))


def _numeric(text: str, start: int, language: str) -> _Part | None:
    match = _NUMERIC.match(text, start)
    if match is None:
        short = _DAY_MONTH.match(text, start) if language == "ar" else None
        if short and 1 <= int(short[2]) <= 12:
            return _Part(short.end(), GREGORIAN, 0, int(short[2]), int(short[1]))
        return None
    day, month, year = int(match[1]), int(match[3]), int(match[4])
    sure = True
    if len(match[1]) == 4 and len(match[4]) == 2:
        year, day = day, year
    elif len(match[1]) > 2 or len(match[4]) == 3:
        return None
    elif match[2] == "/" and language in ("en", "und"):
        # Americans write the month first, the British the day
        sure = day > 12 or month > 12 or day == month
        day, month = (month, day) if month > 12 else (day, month)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if len(match[1]) <= 2 and len(match[4]) == 2:
        year += 2000
    era = _ERA.match(text, match.end())
    calendar = _calendar_of(year, era[1] if era else "", language)
    return _Part(era.end() if era else match.end(), calendar, year, month, day, sure)


def _day_first(text: str, start: int, language: str) -> _Part | None:
    day = _DAY.match(text, start)
    month = _month(text, day.end(), language) if day else None
    if day is None or month is None:
        bare = _BARE_DAY.match(text, start)
        if bare and 1 <= int(bare[1]) <= 31:
            return _Part(bare.end(), GREGORIAN, 0, 0, int(bare[1]))
        return None
    end, calendar, number = month
    if text[end : end + 1] == ".":
        end += 1
    year = _YEAR.match(text, end)
    if year is None:
        return _Part(month[0], calendar, 0, number, int(day[1]), bool(number))
    return _Part(year.end(), calendar, int(year[1]), number, int(day[1]), bool(number))


def _calendar_of(year: int, era: str, language: str) -> str:
    """The calendar of a date in numbers alone."""
    if era.startswith(("ه", "ھ")) or (year in _ISLAMIC_YEARS and language in ("ar", "ur")):
        return HIJRI
    if era == "ش" or (year in _ISLAMIC_YEARS and language == "fa"):
        return JALALI
    return GREGORIAN
