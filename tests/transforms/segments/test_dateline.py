"""Datelines of news agencies in 16 languages, and what only looks like one."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import cost
from transforms.records import Dateline
from transforms.segments.dateline import Found, find_dateline
from transforms.segments.dates import fold_word
from transforms.tables import read_table

PUBLISHED = "2022-02-20T06:00:00Z"
DAY = "2022-02-18"
ROWS = read_table("agencies.tsv")


def parts(found: Found | None) -> tuple[str | None, ...]:
    """Outlet, agency, place, date."""
    assert found is not None
    line = found.dateline
    return line.outlet, line.agency, line.place, line.date


@pytest.mark.parametrize(
    ("language", "opening", "outlet", "agency", "place", "date"),
    [
        ("en", "MOSCOW, Feb 18 (Reuters) -", None, "Reuters", "MOSCOW", DAY),
        ("en", "LONDON Feb 18 (Reuters) -", None, "Reuters", "LONDON", DAY),
        ("en", "NEW YORK, Feb. 18, 2022 (AFP) --", None, "AFP", "NEW YORK", DAY),
        ("en", "WASHINGTON, D.C. (AP) —", None, "AP", "WASHINGTON, D.C.", None),
        ("en", "ST. JOHN'S, Antigua (AP) —", None, "AP", "ST. JOHN'S, Antigua", None),
        ("en", "SUVA, Fiji (ZQ) — February 18, 2022 —", None, "ZQ", "SUVA, Fiji", DAY),
        ("en", "PARIS/BERLIN, Feb 18 (Reuters) -", None, "Reuters", "PARIS/BERLIN", DAY),
        ("en", "MOSCOW, February 18. /TASS/.", None, "TASS", "MOSCOW", DAY),
        ("en", "(Reuters) -", None, "Reuters", None, None),
        ("en", "(Northern Post / Invented Wire - 18 February 2022)", "Northern Post",
         "Invented Wire", None, DAY),
        ("ar", "(أ ف ب) -", None, "أ ف ب", None, None),
        ("ar", "بغداد (أ ف ب) -", None, "أ ف ب", "بغداد", None),
        ("ar", "موسكو - سبوتنيك:", None, "سبوتنيك", "موسكو", None),
        ("ar", "الكويت - 18 - 2 (كونا) --", None, "كونا", "الكويت", DAY),
        ("ar", "الرياض 17 رجب 1443 هـ الموافق 18 فبراير 2022 م واس", None, "واس", "الرياض", DAY),
        ("ar", "أبوظبي في 18 فبراير / وام /", None, "وام", "أبوظبي", DAY),
        ("ar", "عمان 18 شباط (بترا)-", None, "بترا", "عمان", DAY),
        ("ar", "وطنية - بيروت -", None, "وطنية", "بيروت", None),
        ("ar", "رام الله 18-2-2022 وفا-", None, "وفا", "رام الله", DAY),
        ("ar", "واشنطن ـ «القدس العربي»:", "القدس العربي", None, "واشنطن", None),
        ("ar", "دبي، الإمارات العربية المتحدة (CNN)--", "CNN", None,
         "دبي، الإمارات العربية المتحدة", None),
        ("ar", "( أردو بوينت / سبوتنيك - 18 فبراير 2022ء)", "أردو بوينت", "سبوتنيك", None, DAY),
        ("ru", "МОСКВА, 18 фев - РИА Новости.", None, "РИА Новости", "МОСКВА", DAY),
        ("ru", "МОСКВА, 18 февраля. /ТАСС/.", None, "ТАСС", "МОСКВА", DAY),
        ("ru", "Москва, 18 февраля 2022 года, Интерфакс.", None, "Интерфакс", "Москва", DAY),
        ("uk", "Київ, 18 лютого (Укрінформ) –", None, "Укрінформ", "Київ", DAY),
        ("uk", "КИЇВ. 18 лютого. УНН.", None, "УНН", "КИЇВ", DAY),
        ("fr", "Paris, le 18 février 2022 (AFP) –", None, "AFP", "Paris", DAY),
        ("fr", "TUNIS (TAP) -", None, "TAP", "TUNIS", None),
        ("es", "Madrid, 18 feb (EFE).-", None, "EFE", "Madrid", DAY),
        ("es", "MADRID, 18 Feb. (EUROPA PRESS) -", None, "EUROPA PRESS", "MADRID", DAY),
        ("de", "Berlin (dpa) -", None, "dpa", "Berlin", None),
        ("de", "Köln/Berlin (epd).", None, "epd", "Köln/Berlin", None),
        ("de", "Leipzig (zqr) –", None, "zqr", "Leipzig", None),
        ("it", "(Vento) - Ancona, 18 feb. -", None, "Vento", "Ancona", DAY),
        ("ru", "Казань, 18 фев — Выдумка.", None, "Выдумка", "Казань", DAY),
        ("ru", "ЕРЕВАН /ТАСС/.", None, "ТАСС", "ЕРЕВАН", None),
        ("de", "Leipzig, 18. Februar (zqr) –", None, "zqr", "Leipzig", DAY),
        ("it", "(ANSA) - ROMA, 18 FEB -", None, "ANSA", "ROMA", DAY),
        ("it", "Roma, 18 feb. - (Adnkronos) -", None, "Adnkronos", "Roma", DAY),
        ("pt", "Lisboa, 18 fev 2022 (Lusa) -", None, "Lusa", "Lisboa", DAY),
        ("pt", "RIO, 18 (Reuters) -", None, "Reuters", "RIO", DAY),
        ("tr", "İSTANBUL, 18 Şubat (Reuters) -", None, "Reuters", "İSTANBUL", DAY),
        ("tr", "Ankara, 18 Şubat 2022 – Anadolu Ajansı:", None, "Anadolu Ajansı", "Ankara", DAY),
        ("fa", "تهران، ۲۹ بهمن ۱۴۰۰ (ایرنا) -", None, "ایرنا", "تهران", DAY),
        ("fa", "تهران - ایرنا -", None, "ایرنا", "تهران", None),
        ("ur", "اسلام آباد (اے پی پی)", None, "اے پی پی", "اسلام آباد", None),
        ("ur", "اسلام آباد (اُردو پوائنٹ / اے پی پی - 18 فروری 2022ء)", "اُردو پوائنٹ", "اے پی پی",
         "اسلام آباد", DAY),
        ("he", "מוסקבה, 18 בפברואר (רויטרס) –", None, "רויטרס", "מוסקבה", DAY),
        ("hi", "नई दिल्ली, 18 फरवरी (भाषा)", None, "भाषा", "नई दिल्ली", DAY),
        ("zh", "新华社北京2月18日电（记者 王二）", None, "新华社", "北京", DAY),
        ("zh", "北京2月18日电", None, None, "北京", DAY),
        ("zh", "【新华社北京2月18日电】", None, "新华社", "北京", DAY),
        ("zh", "（中央社台北18日電）", None, "中央社", "台北", DAY),
        ("zh", "虚构社记者王小二北京2月18日电", None, "虚构社", "北京", DAY),
        ("zh", "虚构社记者王小二某地2月18日电", None, "虚构社", None, DAY),
        ("zh", "路透社北京2月18日 -", None, "路透社", "北京", DAY),
        ("ja", "【モスクワ2月18日＝共同】", None, "共同", "モスクワ", DAY),
        ("ja", "【ワシントン共同】", None, "共同", "ワシントン", None),
        ("ja", "［東京　１８日　ロイター］ -", None, "ロイター", "東京", DAY),
        ("ja", "【カイロ＝山田太郎】", None, None, "カイロ", None),
    ],
)  # fmt: skip
def test_a_dateline_in_front_of_a_paragraph(
    language: str,
    opening: str,
    outlet: str | None,
    agency: str | None,
    place: str | None,
    date: str | None,
) -> None:
    found = find_dateline(f"{opening} «Ω» x.", language, PUBLISHED)
    assert parts(found) == (outlet, agency, place, date)
    assert found is not None
    assert found.end == len(opening)


@pytest.mark.parametrize(
    ("language", "block", "outlet", "agency", "place", "date"),
    [
        ("en", "Northern Post, February 18, 2022", "Northern Post", None, None, DAY),
        ("en", "The Invented Ledger | GIBRALTAR | 2022-02-18", "The Invented Ledger", None,
         "GIBRALTAR", DAY),
        ("en", "GIBRALTAR, 18 February 2022 (Invented Wire)", None, "Invented Wire", "GIBRALTAR",
         DAY),
        ("ar", "صنعاء - صحيفة الميزان - ١٧ رجب ١٤٤٣هـ الموافق ١٨ فبراير ٢٠٢٢م", "صحيفة الميزان",
         None, "صنعاء", DAY),
        ("ar", "مرصاد - 18 شباط 2022", "مرصاد", None, None, DAY),
        ("ru", "18 февраля 2022, ТАСС", None, "ТАСС", None, DAY),
        ("ru", "КИШИНЁВ, 18 февраля 2022 года, Выдумка", None, "Выдумка", "КИШИНЁВ", DAY),
        ("tr", "18 Şubat 2022 Cuma, ANKARA, Kıyı Gazetesi", "Kıyı Gazetesi", None, "ANKARA", DAY),
        ("uk", "КИЇВ, 18.02.2022 (Вигадка / Слово-Інформ)", "Вигадка", "Слово-Інформ", "КИЇВ", DAY),
        ("fr", "SION, le 18 février 2022", None, None, "SION", DAY),
        ("zh", "臺北，2022年2月18日（虛構通訊）", None, "虛構通訊", "臺北", DAY),
        ("ja", "架空新聞　2022年2月18日", "架空新聞", None, None, DAY),
        # a single word may be a paper or a town
        ("fa", "نیشابور، ۲۹ بهمن ۱۴۰۰", None, None, None, DAY),
    ],
)  # fmt: skip
def test_a_block_that_is_a_dateline(
    language: str,
    block: str,
    outlet: str | None,
    agency: str | None,
    place: str | None,
    date: str | None,
) -> None:
    found = find_dateline(block, language)
    assert parts(found) == (outlet, agency, place, date)
    assert found is not None
    assert found.end == len(block)


REST = {
    "en": "The harbour was closed for the third day, officials said.",
    "ru": "Порт закрыт третий день подряд, сообщили городские власти.",
    "ar": "أغلقت السلطات الميناء لليوم الثالث على التوالي بسبب الرياح.",
    "ur": "بندرگاہ تیسرے روز بھی بند رہی اور کوئی جہاز روانہ نہیں ہو سکا۔",
    "de": "Der Hafen blieb am dritten Tag geschlossen, teilten die Behörden mit.",
    "he": "הנמל נסגר זה היום השלישי ברציפות בגלל הרוחות החזקות בחוף.",
}


@pytest.mark.parametrize(
    ("language", "opening", "place"),
    [
        ("en", "SOUTHPORT -", "SOUTHPORT"),
        ("en", "Lisbon –", "Lisbon"),
        ("en", "ISLAMABAD:", "ISLAMABAD"),
        ("ru", "ТБИЛИСИ.", "ТБИЛИСИ"),
        ("ru", "ТБИЛИСИ.-", "ТБИЛИСИ"),
        ("ar", "بيروت –", "بيروت"),
        ("ur", "اسلام آباد:", "اسلام آباد"),
        ("he", "ירושלים –", "ירושלים"),
        ("de", "Berlin.", "Berlin"),
    ],
)
def test_a_place_alone_in_front_of_a_paragraph(language: str, opening: str, place: str) -> None:
    found = find_dateline(f"{opening} {REST[language]}", language)
    assert parts(found) == (None, None, place, None)
    assert found is not None
    assert found.end == len(opening)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", REST["en"]),
        ("en", ""),
        ("en", "MOSCOW"),
        ("en", "Lisbon - a city of half a million people - was quiet on Friday, he said."),
        ("en", "Lisbon - Portugal's capital - was quiet on Friday, officials said."),
        ("en", "Lisbon - Porto: the story of a rivalry that never ends, told by two men."),
        ("en", "Lisbon: the harbour was closed for the third day, officials said on Friday."),
        ("en", "Ukraine: what we know"),
        ("en", "LISBON - Will the harbour ever open again, or is this the end of it all?"),
        ("en", "NATO - The alliance will meet for the third time this year, officials said."),
        ("en", "BREAKING - The harbour was closed for the third day, officials said."),
        ("en", "UPDATE 1 - The harbour was closed for the third day, officials said."),
        ("en", "Published 18 February 2022"),
        ("en", "Last updated - 18 February 2022"),
        ("en", "By Jane Doe, 18 February 2022"),
        ("en", "Friday, February 18, 2022"),
        ("en", "On 18 February 2022, Russia said. Nobody had asked it to say anything at all."),
        ("en", "February 18, 2022 was cold."),
        ("en", "“We will win,” he said."),
        ("en", "Jane Doe (CDU) - she said she would not."),
        ("en", "Acme (ACME) - shares rose"),
        ("en", "© ZQW - all rights reserved, and nothing here may be copied by anyone."),
        ("ru", "18 февраля 2022 года президент заявил, что порт откроют."),
        ("ru", "18 февраля, пятница. Порт закрыт третий день подряд, сообщили власти."),
        ("ru", "СРОЧНО. Порт закрыт третий день подряд, сообщили городские власти."),
        ("ru", "Министр: мы готовы"),
        ("de", "18. Februar 2022: Ein Schiff läuft auf Grund."),
        ("de", "Nein. Das geht nicht, sagte der Hafenmeister am Freitag in der Sitzung."),
        ("fr", "Publié le 18 février 2022"),
        ("ar", "السودان: ثلاثة أسئلة"),
        ("ar", "موسكو: لن نسمح لأحد بأن يغلق الميناء مرة أخرى هذا العام مهما حدث."),
        ("ar", "وأضافت الوكالة (سانا) - أن الميناء مغلق."),
        ("ar", "وقالت وكالة الأنباء السورية (سانا) إن الميناء مغلق."),
        ("ar", "آخر تحديث - 18 فبراير 2022"),
        ("ar", "في 18 فبراير 2022 قال الوزير إن الميناء مغلق."),
        ("ar", "القدس - مدينة السلام - كانت هادئة يوم الجمعة كما قال رئيس بلديتها."),
        ("zh", "北京2月18日电影节开幕。"),
        ("zh", "2022年2月18日，港口关闭。"),
        ("zh", "发布时间：2022年2月18日"),
        ("ja", "【写真】閉鎖された港"),
        ("ja", "更新 2022年2月18日"),
        ("he", "ירושלים: לא ניסוג מן ההחלטה לסגור את הנמל, אמר ראש העיר ביום שישי."),
        ("hi", "भारत: सवाल और जवाब"),
        ("tr", "SON DAKİKA - Liman üçüncü gün de kapalı kaldı, yetkililer açıklama yaptı."),
    ],
)
def test_what_is_no_dateline(language: str, text: str) -> None:
    assert find_dateline(text, language, PUBLISHED) is None


def test_without_a_published_time_the_date_is_null_and_its_text_stays() -> None:
    found = find_dateline("RIO, 26 (Reuters) - O porto fechou.", "pt", None)
    assert found == Found(
        Dateline(outlet=None, agency="Reuters", place="RIO", date=None, date_text="26"), 19
    )


def test_the_whole_date_is_kept_as_written() -> None:
    text = "صنعاء، الجمعة ١٧ رجب ١٤٤٣هـ الموافق ١٨ فبراير ٢٠٢٢م (سبأ) - أغلق الميناء."
    found = find_dateline(text, "ar")
    assert parts(found) == (None, "سبأ", "صنعاء", DAY)
    assert found is not None
    assert found.dateline.date_text == "الجمعة ١٧ رجب ١٤٤٣هـ الموافق ١٨ فبراير ٢٠٢٢م"


@pytest.mark.parametrize("mark", ["\u200f", "\u202b", "\u00a0", " ", "\ufeff"])
def test_invisible_marks_in_front_change_nothing_but_the_end(mark: str) -> None:
    found = find_dateline(f"{mark}بغداد (أ ف ب) - قال", "ar")
    assert parts(found) == (None, "أ ف ب", "بغداد", None)
    assert found is not None
    assert found.end == 16


def test_a_dateline_that_ends_a_block_leaves_only_white_space() -> None:
    text = "GIBRALTAR, 18 February 2022 (Invented Wire)\r\n\u2028 "
    found = find_dateline(text, "en")
    assert found is not None
    assert text[found.end :].isspace()


PIECES = st.sampled_from(
    [
        *"()（）【】[]/-–—―|:.,،、=＝«»\"“”'!?؟ \n\t\u200c\u200f\u2028ـ۔",
        "Moscow", "PARIS", "Reuters", "AP", "أ ف ب", "بغداد", "新华社", "北京", "电", "18", "2022",
        "2月18日", "Feb", "فبراير", "février", "г.", "le", "في", "dpa", "ANKA", "Ω", "²", "د",
        "x y",
    ]
)  # fmt: skip


@given(
    st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)),
    st.sampled_from(["en", "ar", "fa", "zh", "ja", "tr", "und", "xx-Latn", ""]),
    st.sampled_from([None, PUBLISHED, "", "never"]),
)
def test_every_field_stands_in_the_part_that_the_dateline_takes(
    text: str, language: str, published: str | None
) -> None:
    found = find_dateline(text, language, published)
    if found is None:
        return
    assert 0 < found.end <= len(text)
    line = found.dateline
    for field in (line.outlet, line.agency, line.place, line.date_text):
        assert field is None or (field and field in text[: found.end])
    assert line.date is None or line.date_text
    assert (line.outlet, line.agency, line.place, line.date_text) != (None,) * 4


@pytest.mark.parametrize(
    "unit",
    ["a", "A ", " ", "(", "-", "1-", "A,", "A -", "\n", "1 يناير/", "\u200c", "A.", "A, «", "北",
     "北京2月18日", "Monday, ", "(A", "新华社", "MOSCOW, "],
)  # fmt: skip
def test_a_hostile_text_costs_nothing(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    find_dateline(text[:1000], "en", PUBLISHED)
    for language in ("en", "ar", "zh"):
        assert cost(functools.partial(find_dateline, text, language, PUBLISHED)) < 0.1


def test_the_table_is_sorted_and_says_nothing_twice() -> None:
    keys = [(row["lang"], row["form"], row["kind"]) for row in ROWS]
    assert keys == sorted(set(keys))
    kinds = {"agency", "outlet", "agency_word", "outlet_word", "no_name"}
    assert {row["kind"] for row in ROWS} == kinds
    assert {(row["source"], row["licence"]) for row in ROWS} == {("hand", "Apache-2.0")}
    assert all(row["form"] == row["form"].strip() and row["form"] for row in ROWS)


def test_no_name_is_an_agency_and_an_outlet() -> None:
    of_kind = {
        kind: {fold_word(row["form"]) for row in ROWS if row["kind"] == kind}
        for kind in ("agency", "outlet")
    }
    assert of_kind["agency"] & of_kind["outlet"] == set()


@pytest.mark.parametrize("language", "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split())
def test_every_language_has_agencies_outlets_and_their_words(language: str) -> None:
    assert len({row["kind"] for row in ROWS if row["lang"] == language}) == 5
