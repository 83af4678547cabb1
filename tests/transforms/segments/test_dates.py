"""Dates as news writes them: languages, calendars, digits, years that are not named."""

from __future__ import annotations

import datetime
import functools
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import cost
from transforms.segments.calendars import resolve
from transforms.segments.dates import Written, fold_word, is_month, is_weekday, read_date
from transforms.tables import read_table

PUBLISHED = "2022-02-20T06:00:00Z"
ROWS = read_table("months.tsv")


@pytest.mark.parametrize(
    ("language", "written", "day"),
    [
        ("en", "18 February 2022", "2022-02-18"),
        ("en", "February 24, 2026", "2026-02-24"),
        ("en", "Feb. 18, 2022", "2022-02-18"),
        ("en", "3rd of March 2021", "2021-03-03"),
        ("en", "18-Feb-2022", "2022-02-18"),
        ("en", "Friday, 18 February 2022", "2022-02-18"),
        ("fr", "1er mai 2020", "2020-05-01"),
        ("fr", "18 févr. 2022", "2022-02-18"),
        ("es", "26 de enero de 2026", "2026-01-26"),
        ("pt", "1º de maio de 2026", "2026-05-01"),
        ("it", "10 marzo 2026", "2026-03-10"),
        ("de", "3. März 2026", "2026-03-03"),
        ("de", "3. Jänner 2026", "2026-01-03"),
        ("tr", "18 ŞUBAT 2026", "2026-02-18"),
        ("tr", "18 Şubat 2026 Çarşamba", "2026-02-18"),
        ("ru", "18 февраля 2026 г.", "2026-02-18"),
        ("ru", "26 января 2026 года", "2026-01-26"),
        ("uk", "18 лютого 2026 року", "2026-02-18"),
        ("uk", "18.02.2026", "2026-02-18"),
        ("he", "24 בפברואר 2026", "2026-02-24"),
        ("hi", "१८ फरवरी २०२६", "2026-02-18"),
        ("ur", "18 فروری 2022ء", "2022-02-18"),
        ("ar", "12 شباط 2026", "2026-02-12"),
        ("ar", "12 جويلية 2026", "2026-07-12"),
        ("ar", "12 غشت 2026", "2026-08-12"),
        ("ar", "9 أبريل/نيسان 2026", "2026-04-09"),
        ("ar", "5 تشرين الأول/ أكتوبر 2026", "2026-10-05"),
        ("ar", "٣ مارس ٢٠٢٦م", "2026-03-03"),
        ("fa", "۱۸ فوریه ۲۰۲۶", "2026-02-18"),
        ("zh", "2026年2月25日", "2026-02-25"),
        ("zh", "民國115年3月5日", "2026-03-05"),
        ("ja", "令和8年3月5日", "2026-03-05"),
        ("ja", "２０２６年３月５日", "2026-03-05"),
        ("und", "2026-02-18", "2026-02-18"),
    ],
)
def test_a_date_with_its_year_needs_nothing_else(language: str, written: str, day: str) -> None:
    assert read_date(f"{written}: x", 0, language) == Written(0, len(written), day)


@pytest.mark.parametrize(
    ("language", "written", "day"),
    [
        ("ar", "14 رمضان 1447 هـ", "2026-03-03"),
        ("ar", "1447/09/14", "2026-03-03"),
        ("fa", "۲۹ بهمن ۱۴۰۴", "2026-02-18"),
        ("fa", "۲۹ بهمن‌ماه ۱۴۰۴", "2026-02-18"),
        ("fa", "1404/11/29", "2026-02-18"),
        ("fa", "۱ فروردین ۱۴۰۴", "2025-03-21"),
    ],
)
def test_other_calendars_are_converted(language: str, written: str, day: str) -> None:
    assert read_date(written, 0, language) == Written(0, len(written), day)


@pytest.mark.parametrize(
    ("language", "written", "day"),
    [
        # the Hijri date alone would be a day earlier: sighting and table differ
        ("ar", "١٣ رمضان ١٤٤٧هـ الموافق ٣ مارس ٢٠٢٦م", "2026-03-03"),
        ("ar", "3 مارس 2026 م الموافق 13 رمضان 1447 هـ", "2026-03-03"),
        ("ar", "13 رمضان 1447 هـ - 3 مارس 2026 م", "2026-03-03"),
        ("fa", "۲۹ بهمن ۱۴۰۴ (۱۹ فوریه ۲۰۲۶)", "2026-02-19"),
    ],
)
def test_of_two_calendars_the_gregorian_counts_and_the_text_is_both(
    language: str, written: str, day: str
) -> None:
    assert read_date(f"{written} – x", 0, language) == Written(0, len(written), day)


@pytest.mark.parametrize(
    ("language", "written", "published", "day"),
    [
        ("en", "Feb 18", PUBLISHED, "2022-02-18"),
        ("en", "31 December", "2022-01-02T00:00:00Z", "2021-12-31"),
        ("en", "1 January", "2021-12-31T22:00:00Z", "2022-01-01"),
        ("en", "29 February", "2021-03-01T00:00:00Z", "2020-02-29"),
        ("ar", "26 كانون الثاني/ يناير", PUBLISHED, "2022-01-26"),
        ("ar", "14 رمضان", "2026-03-02T00:00:00Z", "2026-03-03"),
        ("fa", "۲۹ بهمن", "2026-02-19T00:00:00Z", "2026-02-18"),
        ("ja", "18日", PUBLISHED, "2022-02-18"),
        ("ja", "30日", "2022-01-02T00:00:00Z", "2021-12-30"),
        ("zh", "2月18日", PUBLISHED, "2022-02-18"),
        ("en", "Feb 18", None, None),
        ("en", "Feb 18", "", None),
        ("en", "Feb 18", "yesterday", None),
        ("ja", "18日", None, None),
    ],
)
def test_without_a_year_the_nearest_such_day_is_meant(
    language: str, written: str, published: str | None, day: str | None
) -> None:
    assert read_date(written, 0, language, published) == Written(0, len(written), day)


def test_a_day_alone_counts_only_before_a_bracket() -> None:
    assert read_date("26 (Agency) -", 0, "pt", PUBLISHED) == Written(0, 2, "2022-02-26")
    assert read_date("26 people", 0, "en", PUBLISHED) is None


@pytest.mark.parametrize(
    ("language", "written", "day"),
    [
        ("en", "02/03/2026", None),
        ("und", "02/03/2026", None),
        ("en", "02/13/2026", "2026-02-13"),
        ("en", "13/02/2026", "2026-02-13"),
        ("en", "03/03/2026", "2026-03-03"),
        ("fr", "02/03/2026", "2026-03-02"),
        ("de", "02.03.26", "2026-03-02"),
        ("de", "31.02.2026", None),
        ("en", "30 February 2026", None),
        ("ar", "9 أبريل/أيار 2026", None),
        ("en", "1 May 1600", None),
        ("ar", "14 رمضان 1600 هـ", None),
    ],
)
def test_what_is_not_sure_or_not_possible_has_a_text_and_no_day(
    language: str, written: str, day: str | None
) -> None:
    assert read_date(written, 0, language, PUBLISHED) == Written(0, len(written), day)


@pytest.mark.parametrize(
    "text", ["", "12 million", "2022", "18-20 May", "May", "18", "Monday", "99:12", "²5 May", "1/2"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, 0, "en", PUBLISHED) is None


def test_a_month_of_another_latin_language_is_a_word() -> None:
    assert read_date("18 mag 2022", 0, "it") == Written(0, 11, "2022-05-18")
    assert read_date("18 mag 2022", 0, "de") is None
    assert read_date("18 March 2022", 0, "de") == Written(0, 13, "2022-03-18")


def test_the_date_is_read_where_it_is_asked_for() -> None:
    assert read_date("PARIS, 4 mars 2026", 7, "fr") == Written(7, 18, "2026-03-04")
    assert read_date("PARIS, 4 mars 2026", 0, "fr") is None


@pytest.mark.parametrize("word", ["Sept.", "СЕНТЯБРЯ", "أيلول", "שבט"])
def test_months_are_known_in_any_case(word: str) -> None:
    assert is_month(word) == (word != "שבט")  # the Hebrew calendar's are not read


def test_days_of_the_week_are_known() -> None:
    assert [is_weekday(word) for word in ("Mittwoch", "الأربعاء،", "Mitte")] == [True, True, False]


def test_nearest_day_of_a_month_without_such_a_day() -> None:
    assert resolve("gregorian", 0, 0, 31, "2022-02-16T00:00:00Z") == datetime.date(2022, 1, 31)
    assert resolve("gregorian", 0, 0, 32, "2022-02-16T00:00:00Z") is None
    assert resolve("gregorian", 0, 2, 18, "9999-12-31T00:00:00Z") is None
    assert resolve("gregorian", 0, 2, 18, "0001-01-01T00:00:00Z") is None


@given(st.text(max_size=60), st.sampled_from(["en", "ar", "fa", "zh", "und", ""]), st.text())
def test_no_text_raises_and_what_is_found_lies_in_it(text: str, language: str, time: str) -> None:
    for start in range(len(text)):
        found = read_date(text, start, language, time)
        assert found is None or start == found.start < found.end <= len(text)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2100), st.integers(0, 60))
def test_numbers_make_the_day_that_the_calendar_has(
    day: int, month: int, year: int, space: int
) -> None:
    found = read_date(f"{year}-{month:02}-{day:02}" + " " * space, 0, "und")
    assert found is not None
    try:
        wanted = datetime.date(year, month, day).isoformat()
    except ValueError:
        assert found.date is None
    else:
        assert found.date == wanted


@pytest.mark.parametrize(
    "unit", ["1", "1-", "1 يناير/", "يناير/", "Monday, ", " ", "\u200c", "1年"]
)
def test_a_hostile_text_costs_nothing(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    for language in ("en", "ar", "zh"):
        assert cost(functools.partial(read_date, text, 0, language, PUBLISHED)) < 0.1


def test_the_table_is_sorted_and_says_nothing_twice() -> None:
    keys = [tuple(row.values()) for row in ROWS]
    assert keys == sorted(set(keys))
    assert {row["calendar"] for row in ROWS} == {"gregorian", "hijri", "jalali", "weekday"}
    assert all(row["source"] and row["licence"] in ("Apache-2.0", "Unicode-3.0") for row in ROWS)
    assert all(row["form"] == row["form"].strip(" .") and row["form"] for row in ROWS)


def test_a_form_names_one_month_only() -> None:
    meant = sorted(
        {
            (fold_word(row["form"]), row["calendar"], row["number"])
            for row in ROWS
            if row["calendar"] != "weekday"
        }
    )
    assert [pair for pair in itertools.pairwise(meant) if pair[0][0] == pair[1][0]] == []


@pytest.mark.parametrize(
    ("language", "calendar"),
    [
        *(
            (language, "gregorian")
            for language in "ar de en es fa fr he hi it pt ru tr uk ur".split()
        ),
        ("ar", "hijri"),
        ("fa", "hijri"),
        ("ur", "hijri"),
        ("fa", "jalali"),
    ],
)
def test_every_language_has_all_months(language: str, calendar: str) -> None:
    numbers = {
        row["number"] for row in ROWS if (row["lang"], row["calendar"]) == (language, calendar)
    }
    assert numbers == {str(number) for number in range(1, 13)}
