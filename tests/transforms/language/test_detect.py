"""Language: seeded, equal in both packages, `und` where there is no ground, BCP-47 tags."""

import itertools
import json
import pathlib
import random
import sys
import tarfile
import types
from collections.abc import Iterator

import langdetect
import langdetect_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import cost
from transforms.language import ngrams
from transforms.language.detect import (
    MIN_SCORE,
    SAMPLE,
    UNDETERMINED,
    Language,
    detect,
    detect_segments,
    known,
)
from transforms.language.letters import script_of
from transforms.tables import read_table


def detect_segment(text: str, article: Language) -> Language:
    """The language of an article's only segment."""
    return detect_segments([text], article)[0]


ROOT = pathlib.Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "data" / "langid.tar.xz"
STORIES = sorted((ROOT / "samples" / "stories").glob("*.txt"))
ARTICLES = sorted((ROOT / "tests" / "quality" / "articles").glob("*.json"))
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
    text = path.read_text(encoding="utf-8")
    for part in (text, *text.split("\n\n")):
        assert ngrams.answer(part, langdetect_rs) == ngrams.answer(part, langdetect)


def test_both_packages_give_one_answer_for_every_annotated_article() -> None:
    assert len(ARTICLES) == 100
    for path in ARTICLES:
        article = json.loads(path.read_text(encoding="utf-8"))
        for part in (article["text"], *(segment["text"] for segment in article["segments"][:3])):
            assert ngrams.answer(part, langdetect_rs) == ngrams.answer(part, langdetect)


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not part of the project")
def test_both_packages_give_one_answer_for_every_text_of_the_corpus() -> None:
    compared = 0
    with tarfile.open(SHARED) as archive:
        for member in archive:
            file = archive.extractfile(member)
            for line in file.read().decode("utf-8").split("\n") if file else ():
                compared += 1
                found = ngrams.answer(line, langdetect_rs)
                assert found == ngrams.answer(line, langdetect), (member.name, line)
    assert compared > 40_000


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


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("or", "ପରରାଷ୍ଟ୍ର ମନ୍ତ୍ରାଳୟ ସୀମା ଖୋଲିବାକୁ ଦାବି କରିଛି"),
        ("kn", "ವಿದೇಶಾಂಗ ಸಚಿವಾಲಯ ಗಡಿ ತೆರೆಯಲು ಒತ್ತಾಯಿಸಿದೆ"),
        ("ml", "വിദേശകാര്യ മന്ത്രാലയം അതിർത്തി തുറക്കാൻ ആവശ്യപ്പെട്ടു"),
        ("el", "Το υπουργείο Εξωτερικών ζήτησε να ανοίξουν τα σύνορα"),
        ("he", "משרד החוץ דרש לפתוח מחדש את המעבר"),
        ("th", "กระทรวงการต่างประเทศเรียกร้องให้เปิดพรมแดน"),
        ("dv", "ޚާރިޖީ ވުޒާރާއިން ބޯޑަރު ހުޅުވަން އެދިއްޖެ"),
        ("bo", "ཕྱི་འབྲེལ་ལྷན་ཁང་གིས་ས་མཚམས་སྒོ་འབྱེད་དགོས་པའི་རེ་འདུན་བཏོན།"),
        ("sat", "ᱥᱟᱱᱛᱟᱲᱤ ᱯᱟᱹᱨᱥᱤ ᱛᱮ ᱥᱟᱱᱟᱢ ᱠᱟᱛᱷᱟ ᱚᱞ ᱟᱠᱟᱱᱟ"),
        ("ber", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⴷ ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵉⵎⴰⵣⵉⵖⵏ ⴷⴳ ⵜⵎⴰⵣⵖⴰ"),
        ("ja", "外務省は火曜日、国境の再開を求めた"),
    ],
)
def test_other_scripts_of_a_single_language_do_too(tag: str, text: str) -> None:
    assert detect(text) == Language(tag, 1.0)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ur", "وزارتِ خارجہ نے منگل کے روز سرحد دوبارہ کھولنے کا مطالبہ کیا ہے"),
        ("fa", "وزارت امور خارجه روز سه‌شنبه خواستار بازگشایی گذرگاه مرزی شد"),
        ("ps", "د بهرنیو چارو وزارت د سې‌شنبې په ورځ د پولې د بیا پرانیستلو غوښتنه وکړه"),
        ("ckb", "وەزارەتی دەرەوە ڕۆژی سێشەممە داوای کردنەوەی سنوورەکەی کرد"),
        ("ug", "تاشقى ئىشلار مىنىستىرلىقى سەيشەنبە كۈنى چېگرىنى ئېچىشنى تەلەپ قىلدى"),
        ("sd", "پرڏيهي وزارت اڱاري تي سرحد ٻيهر کولڻ جو مطالبو ڪيو آهي"),
        ("uk", "Міністерство закордонних справ вимагає відкрити кордон"),
        ("be", "Міністэрства замежных спраў патрабуе адкрыць мяжу ў аўторак"),
        (
            "sr",
            "Министарство спољних послова тражи да се отвори прелаз, каже да ће људи чекати",
        ),
        (
            "mk",
            "Министерството за надворешни работи бара да се отвори границата до ноќта меѓу двете",
        ),
        ("kk", "Сыртқы істер министрлігі шекараны қайта ашуды талап етті"),
        (
            "ky",
            "Тышкы иштер министрлиги чек араны кайра ачууну өкмөттөн талап кылды, бул жаңы чечим",
        ),
        ("mn", "Гадаад хэргийн яам энэ хилийн боомтыг дахин нээхийг хөрш улсаас шаардаж байна"),
        ("tg", "Вазорати корҷӣ рӯзи сешанбе талаб кард, ки ҳамсояҳо сарҳадро аз нав кушоянд"),
        ("bg", "Външното министерство поиска във вторник съседите да отворят границата отново"),
        ("az", "Xarici İşlər Nazirliyi qonşu ölkələrdən sərhədi yenidən açmağı tələb edir"),
        ("is", "Utanríkisráðuneytið krafðist þess á þriðjudag að landamærin yrðu opnuð"),
        (
            "fo",
            "Uttanríkisráðið kravdi týsdagin, at markið varð opnað aftur við øllum fólki",
        ),
        ("ti", "ሚኒስትሪ ጉዳያት ወጻኢ ኣብ ዕለተ ሰሉስ ዶብ ዳግማይ ክኽፈት ሓቲቱ ኣሎ"),
        ("am", "የውጭ ጉዳይ ሚኒስቴር ማክሰኞ ዕለት አዲስ አበባ ላይ ድንበሩ እንደገና እንዲከፈት አስፈላጊ መሆኑን ተናገረ"),
    ],
)
def test_letters_that_few_languages_have_tell_it(tag: str, text: str) -> None:
    found = detect(text)
    assert found.tag == tag
    assert found.score >= MIN_SCORE


def test_ethiopic_without_a_letter_that_tells_amharic_from_tigrinya_is_undetermined() -> None:
    assert detect("የውጭ ጉዳይ ሚኒስቴር ማክሰኞ ዕለት ድንበሩ እንዲከፈት ጠየቀ").tag == "und"


def test_letters_of_a_name_do_not_make_the_language() -> None:
    text = "The minister, Þórður Guðmundsson, met Əliyev and Łukasz Żółć on Tuesday in the capital."
    assert detect(text).tag == "en"
    assert detect("Der Verein Dəniz traf in Köln auf die Mannschaft aus Þingvellir.").tag == "de"


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


MIXED = {
    "en": "The ministry said that the talks would be held in the capital.",
    "es": "El ministerio dijo que las conversaciones se celebrarán en la capital.",
    "pt": "O ministério disse que as conversações não serão realizadas na capital.",
    "de": "Das Ministerium sagte, dass die Gespräche in der Hauptstadt stattfinden.",
    "ru": "Министерство сообщило, что переговоры состоятся в столице на этой неделе.",
    "uk": "Міністерство повідомило, що переговори відбудуться у столиці цього тижня.",
    "ar": "قالت الوزارة إن المحادثات ستجري في العاصمة هذا الأسبوع.",
    "fa": "وزارت خارجه گفت که گفتگوها این هفته در پایتخت برگزار می‌شود.",
    "zh-Hans": "该部表示，会谈将于本周在首都举行，双方没有说明会谈的内容。",
    "ja": "同省は、会談は今週首都で行われると述べた。",
}


@pytest.mark.parametrize("article", MIXED)
def test_a_segment_in_another_language_than_its_article_is_seen(article: str) -> None:
    found = detect_segments(list(MIXED.values()), Language(article, 0.99))
    assert [language.tag for language in found] == list(MIXED)


@pytest.mark.parametrize(
    ("article", "tag", "text"),
    [
        ("ar", "ckb", "وەزارەتی دەرەوە ڕۆژی سێشەممە داوای کردنەوەی سنوورەکەی کرد"),
        ("ru", "tt", "Тышкы эшләр министрлыгы күршеләрдән чикне яңадан ачуны таләп итте"),
        ("en", "mt", "Il-Ministeru għall-Affarijiet Barranin talab li l-fruntiera terġa' tinfetaħ"),
        ("tr", "az", "Nazirlik qonşu ölkələrdən sərhədi yenidən açmağı tələb edir və bunun üçün"),
        ("ru", "uk", "Міністерство вимагає, щоб кордон відкрили до п'ятниці."),
        ("el", "en", MIXED["en"]),
        ("en", "el", "Το υπουργείο Εξωτερικών ζήτησε να ανοίξουν τα σύνορα"),
        ("und", "el", "Το υπουργείο Εξωτερικών ζήτησε να ανοίξουν τα σύνορα"),
        ("und", "en", MIXED["en"]),
    ],
)
def test_a_segment_that_its_letters_or_words_tell_is_seen(
    article: str, tag: str, text: str
) -> None:
    assert detect_segment(text, Language(article, 0.7)).tag == tag


@pytest.mark.parametrize(
    ("article", "bullet"),
    [
        ("nb", "Regjeringen i Norge svarer"),
        ("ca", "Educació, Salut i Universitats"),
        ("hr", "Odluka o otvaranju granice"),
        ("es", "Declaración final"),
        ("en", "Final communique, Doha 2026"),
        ("mk", "Граница, мир, договор"),
        ("is", "Landamæri opna"),
        ("fi", "Rajanylityspaikat avataan"),
        ("ja", "外務省発表、国境再開要求"),
        ("zh-Hant", "外交部發言人表示"),
    ],
)
def test_a_short_bullet_has_its_articles_language(article: str, bullet: str) -> None:
    assert detect_segment(bullet, Language(article, 0.9)).tag == article


def test_a_segment_that_the_prior_settles_has_its_articles_score() -> None:
    article = Language("en", 0.91)
    assert detect_segment("The ministry of the interior and the army were not there.", article) is (
        article
    )


def test_segments_are_told_one_by_one_and_in_their_order() -> None:
    texts = [*MIXED.values(), "", "7", "x" * 100]
    article = Language("es", 0.97)
    assert detect_segments(texts, article) == [detect_segment(text, article) for text in texts]
    assert detect_segments([], article) == []


def test_a_language_that_is_not_known_is_not_taken_for_another() -> None:
    zulu = (
        "UMnyango Wezangaphandle uthe amazwe angomakhelwane kumele avule imingcele futhi "
        "abantu bangavunyelwa ukuthi bahambe ngokukhululeka ngaphambi kokuphela kwenyanga."
    )
    assert detect(zulu).tag == "und"
    assert detect(zulu).score < 1.0


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/the/story/of/the/north " * 20,
        "\ue000\ue001\uf8ff" * 100,
        "🚢⚓️🇳🇴" * 200,
        "1 234,56 · 7 890 — 12:30 " * 50,
        "\u0301\u0302" * 100,
        "\u200f\u200c\u2067\u2069" * 50,
    ],
)
def test_what_has_no_words_is_in_no_language(text: str) -> None:
    assert detect(text).tag == "und"
    assert detect_segment(text, Language("ar", 0.9)).tag == "ar"


def test_hashtags_and_links_do_not_change_a_languages_answer() -> None:
    text = SENTENCES["ar"] + " #FreePress https://t.co/AbCdEf123 @TheMinistry www.example.org/news"
    assert detect(text).tag == "ar"


def test_scripts_are_counted_by_letters() -> None:
    assert detect(SENTENCES["ar"] + SENTENCES["en"] * 3).tag == "en"
    assert detect(SENTENCES["ar"] * 3 + SENTENCES["en"]).tag == "ar"


@pytest.mark.parametrize(
    "unit", ["a", "ab ", "the ", "ال", "文", "\u0301", "é ", "Ћ", "www.", "x://"]
)
def test_ten_million_signs_cost_no_more_than_ten_thousand(unit: str) -> None:
    text = unit * (10_000_000 // len(unit))
    assert cost(lambda: detect_segments([text] * 10, detect(text))) < 0.5


def test_langdetect_rs_is_used_where_it_is_installed() -> None:
    assert ngrams.fastest() is langdetect_rs
    assert ngrams.reference() is langdetect


@pytest.fixture
def _afresh() -> Iterator[None]:
    ngrams.fastest.cache_clear()
    yield
    ngrams.fastest.cache_clear()


@pytest.mark.usefixtures("_afresh")
def test_langdetect_takes_over_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langdetect_rs", None)
    assert ngrams.fastest() is langdetect
    assert detect(SENTENCES["nb"]).tag == "nb"


def _package(answer: list[langdetect.language.Language] | Exception) -> types.ModuleType:
    """A package like langdetect-rs that has one answer to everything."""

    class Factory:
        def load_profile(self, _: str) -> None: ...
        def set_seed(self, _: int) -> None: ...
        def append(self, _: str) -> None: ...

        def create(self) -> "Factory":
            return self

        def get_probabilities(self) -> list[langdetect.language.Language]:
            if isinstance(answer, Exception):
                raise answer
            return answer

    package = types.ModuleType("langdetect_rs")
    package.__dict__.update(
        DetectorFactory=Factory,
        PROFILES_DIRECTORY="",
        LangDetectException=langdetect.LangDetectException,
    )
    return package


@pytest.mark.usefixtures("_afresh")
@pytest.mark.parametrize(
    "answer", [[], [langdetect.language.Language("de", 1.0)], RuntimeError("broken")]
)
def test_langdetect_takes_over_and_says_so_once_where_the_other_answers_otherwise(
    answer: list[langdetect.language.Language] | Exception,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(sys.modules, "langdetect_rs", _package(answer))
    for _ in range(3):
        assert ngrams.fastest() is langdetect
        assert detect(SENTENCES["nb"]).tag == "nb"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert caplog.records[0].getMessage().startswith("langdetect is used: langdetect_rs ")


def test_the_probes_are_what_langdetect_answers() -> None:
    assert ngrams.agrees(langdetect)
    assert ngrams.agrees(langdetect_rs)


def test_the_known_languages_are_listed_by_how_they_are_known() -> None:
    rows = read_table("languages.tsv")
    tags = [row["language"] for row in rows]
    assert tags == sorted(set(tags))
    by_way = {
        way: {row["language"] for row in rows if way in row["how"].split(",")}
        for way in ("model", "script", "letters", "words")
    }
    assert set().union(*by_way.values()) == set(tags)
    # a script names one language, so what the model knows of it is not asked
    assert ngrams.languages() <= by_way["model"] | by_way["script"]
    assert by_way["model"] <= ngrams.languages()
    assert by_way["letters"] <= {row["language"] for row in read_table("letters.tsv")}
    assert by_way["words"] <= {row["language"] for row in read_table("common_words.tsv")}
    scripts = [row["script"] for row in rows if row["how"] == "script"]
    assert len(scripts) == len(set(scripts))
    assert set(tags) == known()


def test_telling_letters_are_sorted_and_in_their_script() -> None:
    rows = read_table("letters.tsv")
    assert [row["language"] for row in rows] == sorted({row["language"] for row in rows})
    for row in rows:
        assert list(row["letters"]) == sorted(set(row["letters"]))
        assert not set(row["letters"]) & set(row["also"])
        assert row["letters"] + row["also"] == (row["letters"] + row["also"]).lower()
        assert 0 < int(row["least"]) <= 1000
        assert {script_of(letter) for letter in row["letters"]} <= {row["script"]}


def test_common_words_are_sorted_and_in_small_letters() -> None:
    rows = read_table("common_words.tsv")
    pairs = [(row["language"], row["word"]) for row in rows]
    assert pairs == sorted(set(pairs))
    for row in rows:
        assert row["word"] == row["word"].lower()
        assert 0 < int(row["share"]) <= 1000
    assert {row["language"] for row in rows} >= {"ar", "en", "es", "fr", "ru", "uk"}


def test_blocks_of_scripts_do_not_overlap() -> None:
    blocks = [(int(row["first"], 16), int(row["last"], 16)) for row in read_table("scripts.tsv")]
    assert all(first <= last for first, last in blocks)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(blocks))


def test_the_page_on_languages_lists_those_of_the_table() -> None:
    page = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    for row in read_table("languages.tsv"):
        assert f"| {row['language']} | {row['name']} | {row['how'].replace(',', ', ')} |" in page


def test_a_row_of_one_sign_is_in_no_language() -> None:
    assert detect("x" * 500).tag == detect("ha! " * 100).tag == "und"


def test_a_headline_in_capitals_has_a_language() -> None:
    assert detect("IRAN EXIGIO A EEUU EL LEVANTAMIENTO DE LAS SANCIONES").tag == "es"
