"""Language: seeded, equal in both packages, `und` where there is no ground, BCP-47 tags."""

import pathlib
import random
import sys

import langdetect
import langdetect_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.language import (
    MIN_SCORE,
    SAMPLE,
    UNDETERMINED,
    Language,
    detect,
    detect_segment,
    fastest,
    reference,
)

STORIES = sorted((pathlib.Path(__file__).parents[2] / "samples" / "stories").glob("*.txt"))
SENTENCES = {
    "zh-Hans": "发言人说，中国政府希望双方通过对话解决问题，不应当采取单方面的行动。",
    "zh-Hant": "中華民國總統府發言人昨日表示，立法院將於下週審查預算，各黨對於條文內容仍有歧見。",
    "nb": "Utenriksdepartementet krevde tirsdag at nabolandet åpner grensen igjen før jul.",
    "ar": "طالبت وزارة الخارجية يوم الثلاثاء الدول المجاورة بإعادة فتح المعبر.",
    "en": "The ministry demanded on Tuesday that the northern crossing be opened again.",
    "ja": "外務省は火曜日、近隣諸国に書面による保証を求めた。",
    "ko": "외교부는 화요일 이웃 나라에 국경을 다시 열라고 요구했다.",
}
UNCERTAIN = "Port strike in the harbour. Der Hafen bleibt weiter geschlossen."


def test_there_are_stories_to_compare_on() -> None:
    assert len({path.name[:2] for path in STORIES}) >= 16


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_both_packages_give_one_answer_and_it_is_the_storys_language(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = detect(text, langdetect_rs)
    assert found == detect(text, langdetect)
    named = path.name[:2]
    assert found.tag == ("zh-Hans" if named == "zh" else named)
    assert found.score >= 0.99


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_both_packages_give_one_answer_for_every_paragraph(path: pathlib.Path) -> None:
    for paragraph in path.read_text(encoding="utf-8").split("\n\n")[:4]:
        assert detect(paragraph, langdetect_rs) == detect(paragraph, langdetect)


@pytest.mark.parametrize(("tag", "text"), SENTENCES.items(), ids=list(SENTENCES))
def test_a_sentence_is_tagged_in_bcp_47(tag: str, text: str) -> None:
    assert detect(text).tag == tag


def test_the_answer_depends_on_neither_what_was_asked_before_nor_the_random_state() -> None:
    random.seed(1)
    alone = detect(UNCERTAIN)
    random.seed(2)
    for text in SENTENCES.values():
        detect(text)
    assert detect(UNCERTAIN) == alone
    assert detect(UNCERTAIN, langdetect) == alone


def test_detection_leaves_the_random_state_of_the_process_alone() -> None:
    random.seed(7)
    expected = random.random()  # noqa: S311
    random.seed(7)
    detect(UNCERTAIN)
    assert random.random() == expected  # noqa: S311


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 : 7",
        "… — ! 🚢🚢🚢 " * 50,
        "a" * 19,
        "one two three four",
        "2026-03-09 10:00:00 " * 100,
        "外交部说",
        "\x00\ufffd" * 40,
    ],
)
def test_too_few_letters_are_undetermined(text: str) -> None:
    assert detect(text) == UNDETERMINED == Language("und", 0.0)


def test_five_ideographs_are_ground_enough() -> None:
    assert detect("外交部发言").score > 0
    assert detect("외교부는화").tag == "ko"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("hy", "Հայաստանի արտաքին գործերի նախարարությունը պահանջեց"),
        ("ka", "საქართველოს საგარეო საქმეთა სამინისტრომ მოითხოვა"),
        ("my", "နိုင်ငံခြားရေးဝန်ကြီးဌာနက အင်္ဂါနေ့တွင် နယ်စပ်ဖွင့်ရန် တောင်းဆိုခဲ့သည်"),
        ("km", "ក្រសួងការបរទេសបានទាមទារនៅថ្ងៃអង្គារឱ្យបើកព្រំដែន"),
        ("lo", "ກະຊວງການຕ່າງປະເທດໄດ້ຮຽກຮ້ອງໃນວັນອັງຄານໃຫ້ເປີດຊາຍແດນ"),
        ("si", "විදේශ අමාත්‍යාංශය අඟහරුවාදා දේශසීමාව විවෘත කරන ලෙස ඉල්ලා සිටියේය"),
    ],
)
def test_a_script_of_a_single_language_tells_it(tag: str, text: str) -> None:
    assert detect(text) == Language(tag, 1.0)
    assert detect(text[:12]) == UNDETERMINED


def test_a_script_of_several_languages_that_no_profile_knows_is_undetermined() -> None:
    assert detect("የውጭ ጉዳይ ሚኒስቴር ማክሰኞ ዕለት ድንበሩ እንዲከፈት ጠየቀ") == UNDETERMINED


def test_some_words_in_another_script_do_not_change_the_language() -> None:
    text = SENTENCES["en"] + " It is called საქართველოს სამინისტრო there."
    assert detect(text).tag == "en"


@pytest.mark.parametrize(
    "text",
    [
        "外交部發言人星期二要求鄰國在月底以前重新開放北方口岸，並且公布談判的結果。",
        "香港特區政府發言人說，當局會繼續與業界商討，並於稍後公布詳情。",
        "行政院長表示，這項計畫的經費共計三百億元，將由中央與地方政府共同負擔。",
    ],
)
def test_a_text_without_a_syllable_of_hangul_is_not_korean(text: str) -> None:
    assert detect(text).tag in ("zh-Hant", "und")


def test_an_uncertain_answer_keeps_its_score_without_its_tag() -> None:
    scores = {}
    for count in range(1, 30):
        text = "Der Hafen ist zu. " * count + "The harbour is shut today. " * (30 - count)
        scores[count] = detect(text)
    uncertain = [found for found in scores.values() if found.score < MIN_SCORE]
    assert uncertain
    assert all(found.tag == "und" and found.score > 0 for found in uncertain)
    assert {found.tag for found in scores.values() if found.score >= MIN_SCORE} <= {"de", "en"}


def test_no_more_than_the_sample_is_looked_at() -> None:
    english = "The ministry said that the harbour would open again. "
    text = (english * (SAMPLE // len(english) + 1))[:SAMPLE]
    assert detect(text + SENTENCES["ar"] * 500) == detect(text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_has_a_tag_and_a_score(text: str) -> None:
    found = detect(text)
    assert 0.0 <= found.score <= 1.0
    assert found.tag == "und" or found.score >= MIN_SCORE
    assert detect(text) == found


def test_a_segment_too_short_to_tell_is_in_its_articles_language() -> None:
    article = Language("ar", 0.9999)
    assert detect_segment("(تستمر)", article) is article
    assert detect_segment("", UNDETERMINED) is UNDETERMINED


def test_a_segment_that_is_long_enough_has_a_language_of_its_own() -> None:
    found = detect_segment(SENTENCES["en"], Language("ar", 0.9999))
    assert found == detect(SENTENCES["en"])
    assert found.tag == "en"


def test_langdetect_rs_is_used_where_it_is_installed() -> None:
    assert fastest() is langdetect_rs
    assert reference() is langdetect


def test_langdetect_takes_over_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langdetect_rs", None)
    assert fastest() is langdetect
    assert detect(SENTENCES["nb"]).tag == "nb"


def test_a_row_of_one_sign_is_in_no_language() -> None:
    assert detect("x" * 500).tag == detect("ha! " * 100).tag == "und"
