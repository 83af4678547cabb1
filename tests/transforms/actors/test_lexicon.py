"""Who is named: exact mentions in every language of the table, and the table itself."""

import collections
import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.actors.lexicon import TAGGER, Lexicon, fold_name, lexicon
from transforms.actors.names import LONGEST_SUFFIX, is_suffix, letters_after, strip_marks
from transforms.records import Mention
from transforms.tables import read_table

LANGUAGES = "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split()
KINDS = {
    *("name", "official", "acronym", "alias", "capital"),
    *("adjective", "demonym", "building", "body", "person"),
}


def named(text: str, *languages: str) -> list[tuple[str, str]]:
    """Principal and text of each mention, once it is seen that the offsets are right."""
    mentions = lexicon().tag(text, languages)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    starts = [mention.start for mention in mentions]
    assert starts == sorted(starts)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    return [(mention.principal, mention.text) for mention in mentions]


def test_a_mention_says_who_where_and_how_it_was_found() -> None:
    text = "On Monday Moscow answered NATO."
    assert lexicon().tag(text, ("en", "en")) == [
        Mention(
            actor_id="state:RUS",
            principal="state:RUS",
            type="state",
            role=None,
            start=10,
            end=16,
            text="Moscow",
            tagger="names-2:capital",
        ),
        Mention(
            actor_id="igo:NATO",
            principal="igo:NATO",
            type="igo",
            role=None,
            start=26,
            end=30,
            text="NATO",
            tagger="names-2:acronym",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran", "name"),
        ("Beijing", "capital"),
        ("UN", "acronym"),
        ("Islamic Republic of Iran", "official"),
        ("Britain", "alias"),
    ],
)
def test_the_tagger_tells_its_version_and_the_kind_of_name(text: str, kind: str) -> None:
    (mention,) = lexicon().tag(f"Today {text} agreed.", ("en",))
    assert (mention.text, mention.tagger) == (text, f"{TAGGER}:{kind}")
    assert TAGGER == "names-2"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ethiopia urged Kenya to open the port. The African Union and the World Food "
            "Programme agree, Addis Ababa says. Nobody in Nairobi answered the UN; Nairobi waits.",
            "ETH Ethiopia|KEN Kenya|igo:AU African Union|igo:WFP World Food Programme|"
            "ETH Addis Ababa|igo:UN UN|KEN Nairobi",
        ),
        (
            "ar",
            "أعلنت الجزائر أنها لن توقع مع إيطاليا. وطالبت روسيا حلف الناتو بضمانات، "
            "وقالت واشنطن إن الأمم المتحدة ستجتمع غداً.",
            "DZA الجزائر|ITA إيطاليا|RUS روسيا|igo:NATO حلف الناتو|USA واشنطن|igo:UN الأمم المتحدة",
        ),
        (
            "de",
            "Polen verlangt von Deutschland eine Antwort. Die EU und Österreich warten, "
            "während Tschechien und die Vereinten Nationen schweigen. Warschau drängt.",
            "POL Polen|DEU Deutschland|igo:EU EU|AUT Österreich|CZE Tschechien|"
            "igo:UN Vereinten Nationen|POL Warschau",
        ),
        (
            "es",
            "Colombia pidió fechas a Venezuela. Brasil y la ONU piden calma; Caracas no "
            "responde, y Estados Unidos espera.",
            "COL Colombia|VEN Venezuela|BRA Brasil|igo:UN ONU|VEN Caracas|USA Estados Unidos",
        ),
        (
            "fr",
            "Le Niger pose ses conditions au Bénin. L’Union africaine et la CEDEAO attendent, "
            "l'Allemagne aussi. Paris se tait.",
            "NER Niger|BEN Bénin|igo:AU Union africaine|igo:ECOWAS CEDEAO|DEU Allemagne|FRA Paris",
        ),
        (
            "it",
            "La Tunisia chiede all'Italia un accordo. Tunisi aspetta, mentre la Libia, la "
            "Germania e l'Unione europea discutono.",
            "TUN Tunisia|ITA Italia|TUN Tunisi|LBY Libia|DEU Germania|igo:EU Unione europea",
        ),
        (
            "pt",
            "O Brasil cobra da União Europeia uma resposta. A Noruega e a Alemanha prometem "
            "ajuda; Bruxelas cala-se. A OMC decide.",
            "BRA Brasil|igo:EU União Europeia|NOR Noruega|DEU Alemanha|igo:EU Bruxelas|igo:WTO OMC",
        ),
        (
            "tr",
            "Türkiye, Yunanistan'a öneri sundu. Atina'dan yanıt gelmedi; NATO ve İran "
            "bekliyor, Birleşmiş Milletler de.",
            "TUR Türkiye|GRC Yunanistan|GRC Atina|igo:NATO NATO|IRN İran|"
            "igo:UN Birleşmiş Milletler",
        ),
        (
            "ru",
            "Россия не согласится. Турция и ООН предложили встречу, сказал министр; Киев "
            "отказался, а США и Иран молчат.",
            "RUS Россия|TUR Турция|igo:UN ООН|UKR Киев|USA США|IRN Иран",
        ),
        (
            "uk",
            "Україна вимагає інспекції. МАГАТЕ погодилося, Польща і Румунія допоможуть. "
            "Москва відмовила, а НАТО чекає.",
            "UKR Україна|igo:IAEA МАГАТЕ|POL Польща|ROU Румунія|RUS Москва|igo:NATO НАТО",
        ),
        (
            "fa",
            "ایران از پاکستان پاسخ خواست. تهران گفت سازمان ملل متحد و چین باید نظارت کنند، "
            "اما آمریکا نپذیرفت.",
            "IRN ایران|PAK پاکستان|IRN تهران|igo:UN سازمان ملل متحد|CHN چین|USA آمریکا",
        ),
        (
            "ur",
            "پاکستان نے بھارت سے مطالبہ کیا ہے۔ چین اور سعودی عرب نے زور دیا، جبکہ اقوام متحدہ "
            "اور ایران خاموش ہیں۔",
            "PAK پاکستان|IND بھارت|CHN چین|SAU سعودی عرب|igo:UN اقوام متحدہ|IRN ایران",
        ),
        (
            "he",
            'ישראל הודיעה כי לבנון חייבת להחליט. איראן וגם האו"ם שותקים. ארצות הברית עם צרפת '
            "מתווכות, סוריה לא.",
            'ISR ישראל|LBN לבנון|IRN איראן|igo:UN האו"ם|USA ארצות הברית|FRA צרפת|SYR סוריה',
        ),
        (
            "hi",
            "भारत ने श्रीलंका से मांग की। कोलंबो चुप है, पर पाकिस्तान और चीन ने जवाब दिया। "
            "संयुक्त राष्ट्र ने अपील की।",
            "IND भारत|LKA श्रीलंका|LKA कोलंबो|PAK पाकिस्तान|CHN चीन|igo:UN संयुक्त राष्ट्र",
        ),
        (
            "ja",
            "日本は中国に撤廃を求めた。韓国とインドは見守る。国連とアメリカは黙っている。",
            "JPN 日本|CHN 中国|KOR 韓国|IND インド|igo:UN 国連|USA アメリカ",
        ),
        (
            "zh",
            "中国要求美国取消费用。欧盟和日本没有回应，俄罗斯表示支持。世贸组织和聯合國呼籲克制。",
            "CHN 中国|USA 美国|igo:EU 欧盟|JPN 日本|RUS 俄罗斯|igo:WTO 世贸组织|igo:UN 聯合國",
        ),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_states_and_organisations_are_named_in(language: str, text: str, expected: str) -> None:
    pairs = [tuple(item.split(" ", 1)) for item in expected.split("|")]
    assert named(text, language, language) == [
        (who if ":" in who else f"state:{who}", words) for who, words in pairs
    ]


# ---- Arabic proclitics --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "principal", "name"),
    [
        ("ومصر", "state:EGY", "مصر"),
        ("فمصر", "state:EGY", "مصر"),
        ("بمصر", "state:EGY", "مصر"),
        ("لمصر", "state:EGY", "مصر"),
        ("ولمصر", "state:EGY", "مصر"),
        ("وبمصر", "state:EGY", "مصر"),
        ("والعراق", "state:IRQ", "العراق"),
        ("بالعراق", "state:IRQ", "العراق"),
        ("فبالعراق", "state:IRQ", "العراق"),
        ("للعراق", "state:IRQ", "لعراق"),
        ("وللعراق", "state:IRQ", "لعراق"),
        ("بالولايات المتحدة", "state:USA", "الولايات المتحدة"),
        ("وللولايات المتحدة", "state:USA", "لولايات المتحدة"),
        ("لروسيا", "state:RUS", "روسيا"),
        ("وموسكو", "state:RUS", "موسكو"),
        ("لواشنطن", "state:USA", "واشنطن"),
        ("وإيران", "state:IRN", "إيران"),
        ("وايران", "state:IRN", "ايران"),
        ("لأوكرانيا", "state:UKR", "أوكرانيا"),
        ("للناتو", "igo:NATO", "لناتو"),
        ("للاتحاد الأوروبي", "igo:EU", "لاتحاد الأوروبي"),
        ("والأمم المتحدة", "igo:UN", "الأمم المتحدة"),
        ("لجنوب السودان", "state:SSD", "جنوب السودان"),
    ],
)
def test_an_arabic_name_is_found_behind_what_is_glued_to_it(
    word: str, principal: str, name: str
) -> None:
    assert named(f"قال إن {word} أمس", "ar", "ar") == [(principal, name)]
    (mention,) = lexicon().tag(f"قال إن {word} أمس", ("ar",))
    assert mention.start == 7 + len(word) - len(name)


@pytest.mark.parametrize(
    "word", "كلاوس مصرف مصران عراقيل يمنع قطرات سوريالي أردو وجوبا كروسيا".split()
)
def test_an_arabic_word_that_only_contains_a_name_is_no_mention(word: str) -> None:
    assert named(f"قال {word} اليوم", "ar", "ar") == []


def test_proclitics_are_not_glued_to_the_names_of_other_languages() -> None:
    assert named("ومصر ولبنان", "fa", "fa") == []


# ---- whole words, longest first, case -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Niger and Nigeria met.", "en", "NER Niger|NGA Nigeria"),
        ("Perugia, Panamax and Indiana in Chinatown", "en", ""),
        ("South Sudan and Sudan met.", "en", "SSD South Sudan|SDN Sudan"),
        ("南苏丹和苏丹会谈。", "zh", "SSD 南苏丹|SDN 苏丹"),
        ("جنوب السودان والسودان", "ar", "SSD جنوب السودان|SDN السودان"),
        (
            "Guinea-Bissau, Guinea, Equatorial Guinea, Papua New Guinea",
            "en",
            "GNB Guinea-Bissau|GIN Guinea|GNQ Equatorial Guinea|PNG Papua New Guinea",
        ),
        ("North Korea and South Korea", "en", "PRK North Korea|KOR South Korea"),
        (
            "the Democratic Republic of the Congo",
            "en",
            "COD Democratic Republic of the Congo",
        ),
        ("the United Arab Emirates", "en", "ARE United Arab Emirates"),
        ("New Mexico and Mexico", "en", "USA New Mexico|MEX Mexico"),
        ("Northern Ireland and Ireland", "en", "GBR Northern Ireland|IRL Ireland"),
        ("Inner Mongolia: 内蒙古和蒙古", "zh", "CHN Inner Mongolia|CHN 内蒙古|MNG 蒙古"),
        ("the Dominican Republic and Dominica", "en", "DOM Dominican Republic|DMA Dominica"),
        ("Romania, Rome, Oman, woman, Omaha", "en", "ROU Romania|ITA Rome|OMN Oman"),
        (
            "Iran-Iraq war; US-China talks; non-NATO",
            "en",
            "IRN Iran|IRQ Iraq|USA US|CHN China|igo:NATO NATO",
        ),
        ("Iran's and Iran’s and (Iran) and “Iran”", "en", "IRN Iran|IRN Iran|IRN Iran|IRN Iran"),
        ("Iran1 1Iran Iran\u0301 xIran", "en", ""),
        ("G7, G77 and G20", "en", "igo:G7 G7|igo:G20 G20"),
        ("महाभारत, नेपालगंज और भारत", "hi", "IND भारत"),
        ("マリアとインドネシア", "ja", "IDN インドネシア"),
        ("インドネシアとインド", "ja", "IDN インドネシア|IND インド"),
        ("ایرانشهر و ایران", "fa", "IRN ایران"),
        ("Кубань и Куба", "ru", "CUB Куба"),
    ],
)
def test_whole_words_count_and_the_longest_name_wins(
    text: str, language: str, expected: str
) -> None:
    pairs = [item.split(" ", 1) for item in expected.split("|") if item]
    assert named(text, language, language) == [
        (who if ":" in who else f"state:{who}", words) for who, words in pairs
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They told us that the US agreed.", ["US"]),
        ("Us and them", []),
        ("US, U.S., USA", ["US", "U.S.", "USA"]),
        ("Who says so? The WHO. who knows", ["WHO"]),
        ("a polish for Polish shoes, to turkey and Turkey", ["Polish", "Turkey"]),
        ("roast turkey, china cups", []),
        ("TURKEY AND IRAN AGREE", ["TURKEY", "IRAN"]),
        ("Nato, NATO, nato", ["Nato", "NATO"]),
        ("Un, UN, un", ["UN"]),
    ],
)
def test_capitals_matter(text: str, expected: list[str]) -> None:
    assert [words for _, words in named(text, "en", "en")] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('האו"ם', "he", [("igo:UN", 'האו"ם')]),
        ("האו״ם", "he", [("igo:UN", "האו״ם")]),
        ("האו”ם", "he", [("igo:UN", "האו”ם")]),
        ('נאט"ו, ארה״ב', "he", [("igo:NATO", 'נאט"ו'), ("state:USA", "ארה״ב")]),
        ("Côte d’Ivoire", "fr", [("state:CIV", "Côte d’Ivoire")]),
        ("Côte d'Ivoire", "fr", [("state:CIV", "Côte d'Ivoire")]),
        ("Côte dʼIvoire", "fr", [("state:CIV", "Côte dʼIvoire")]),
        ("l’Iran, d’Iran, L'IRAN", "fr", [("state:IRN", "Iran")] * 2 + [("state:IRN", "IRAN")]),
        ("Türkiye’nin", "tr", [("state:TUR", "Türkiye")]),
        ("United\u00a0States", "en", [("state:USA", "United\u00a0States")]),
        ("United\nStates", "en", [("state:USA", "United\nStates")]),
        ("Guinea‑Bissau", "en", [("state:GNB", "Guinea‑Bissau")]),
        ("Орёл. Киргизия", "ru", [("state:KGZ", "Киргизия")]),
        ("الامم المتحده", "ar", [("igo:UN", "الامم المتحده")]),
        ("امريكا وأمريكا", "ar", [("state:USA", "امريكا"), ("state:USA", "أمريكا")]),
    ],
)
def test_quotes_apostrophes_spaces_and_letters_may_be_written_otherwise(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text, language, language) == expected


# ---- languages ----------------------------------------------------------------------------------


def test_names_in_another_script_count_in_any_text() -> None:
    assert named("حلف NATO و EU والناتو", "ar", "ar") == [
        ("igo:NATO", "NATO"),
        ("igo:EU", "EU"),
        ("igo:NATO", "الناتو"),
    ]
    assert named("Глава WHO в China", "ru", "ru") == [("igo:WHO", "WHO"), ("state:CHN", "China")]
    assert named("President of 中国 and Россия", "en", "en") == [
        ("state:CHN", "中国"),
        ("state:RUS", "Россия"),
    ]


def test_names_of_another_language_in_the_same_script_do_not_count() -> None:
    assert named("Alemania, Germania, Germany", "en", "en") == [("state:DEU", "Germany")]
    assert named("Alemania, Germania, Germany", "it", "it") == [("state:DEU", "Germania")]
    assert named("Росія і Россия", "uk", "uk") == [("state:RUS", "Росія")]


def test_the_article_and_the_segment_may_be_in_two_languages() -> None:
    assert named("Alemania, Germania, Germany", "es", "en") == [
        ("state:DEU", "Alemania"),
        ("state:DEU", "Germany"),
    ]


def test_a_language_tag_counts_by_its_language_alone() -> None:
    assert named("中国和Brasil", "zh-Hans", "zh-Hant") == [
        ("state:CHN", "中国"),
        ("state:BRA", "Brasil"),
    ]
    assert named("Brasil e Brazil", "pt-BR", "pt-BR") == [("state:BRA", "Brasil")]


@pytest.mark.parametrize("languages", [("und",), ("und", "und"), ("nl", "und"), ("sv", "sv"), ()])
def test_names_of_all_languages_count_where_the_texts_is_not_known(
    languages: tuple[str, ...],
) -> None:
    assert named("Alemania, Germania, Germany, Росія", *languages) == [
        ("state:DEU", "Alemania"),
        ("state:DEU", "Germania"),
        ("state:DEU", "Germany"),
        ("state:RUS", "Росія"),
    ]


def test_an_unknown_segment_of_a_known_article_is_in_the_articles_language() -> None:
    assert named("Alemania, Germany", "und", "en") == [("state:DEU", "Germany")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jordan met Georgia and Chad in Georgetown.", "en"),
        ("سافر إلى عمان لسبب مالي مع جورجيا", "ar"),
        ("قال ومالي لعمان وجورجيا", "ar"),
        ("شام کو مالی نے کہا", "ur"),
        ("הודו דוחה קניה", "he"),
        ("Maurice et Dominique à Grenade, Victoria", "fr"),
        ("Того ждали София и Виктория", "ru"),
        ("در دوشنبه کیف چک غنا", "fa"),
        ("马里 海地 自由市", "zh"),
    ],
)
def test_names_that_mislead_do_not_count(text: str, language: str) -> None:
    assert named(text, language, language) == []


def test_unambiguous_names_of_the_same_states_count() -> None:
    assert named("Amman, Tbilisi and N'Djamena", "en", "en") == [
        ("state:JOR", "Amman"),
        ("state:GEO", "Tbilisi"),
        ("state:TCD", "N'Djamena"),
    ]
    assert named("Congo-Brazzaville", "en", "en") == [("state:COG", "Congo-Brazzaville")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Nothing happened here.", []),
        ("Iran", [("state:IRN", "Iran")]),
    ],
)
def test_texts_without_or_with_only_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, "en", "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("インド・パキスタン両国", [("state:IND", "インド"), ("state:PAK", "パキスタン")]),
        ("米国・イランの協議", [("state:USA", "米国"), ("state:IRN", "イラン")]),
    ],
)
def test_a_middle_dot_parts_katakana_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, "ja", "ja") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("l’île Maurice attend", "fr", [("state:MUS", "île Maurice")]),
        ("Страны: большая двадцатка", "ru", [("igo:G20", "большая двадцатка")]),
    ],
)
def test_a_name_that_begins_with_a_small_letter_is_found(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text, language, language) == expected


@pytest.mark.parametrize("text", ["Cuba", "Male", "Salvador"])
def test_a_name_that_languages_disagree_on_does_not_count_in_an_unknown_one(text: str) -> None:
    # Cuba is Juba in Turkish; Male and Salvador mislead in English, Italian and French
    assert named(text, "und") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Latin America, South America and America wait.", "en", ["America"]),
        ("Les pays d’Amérique latine attendent l’Amérique.", "fr", ["Amérique"]),
        ("I Paesi dell’America Latina attendono.", "it", []),
        ("Latin Amerika bekliyor.", "tr", []),
        ("دول أمريكا اللاتينية وأمريكا الجنوبية", "ar", []),
        ("بأمريكا اللاتينية", "ar", []),
        ("Guinea pigs and a Guinea pig of Guinea", "en", ["Guinea"]),
        ("The Washington Post asks Washington about the Gulf of Mexico", "en", ["Washington"]),
        ("le golfe du Mexique et le Mexique", "fr", ["Mexique"]),
        ("A polícia de Salvador, na Bahia, prendeu dois homens.", "pt", []),
    ],
)
def test_a_name_within_the_name_of_something_else_does_not_count(
    text: str, language: str, expected: list[str]
) -> None:
    assert [words for _, words in named(text, language, language)] == expected


# ---- the table ----------------------------------------------------------------------------------

NAMES = read_table("names.tsv")
ACTORS = {row["actor_id"]: row for row in read_table("actors.tsv")}
STATES = sorted(actor for actor in ACTORS if actor.startswith("state:"))


TYPES = {
    "state": {"state"},
    "igo": {"igo"},
    "bloc": {"igo", "bloc"},
    "gov_body": {"body"},
    "armed_group": {"group"},
    "party": {"group"},
    "movement": {"group"},
    "person": {"person"},
    "territory": {"state", "territory"},
}
"""The types of actors and what their ids begin with."""


CONTESTED = {actor for actor, row in ACTORS.items() if row["type"] == "territory"}
"""Territories that speak for themselves and are no member of anything: Western Sahara."""


def test_there_are_197_states_of_today_and_every_actor_id_is_one_row() -> None:
    today = {state for state in STATES if not ACTORS[state]["valid_to"]}
    assert len(today - CONTESTED) == 197
    assert len(ACTORS) == len(read_table("actors.tsv"))
    assert {"state:PSE", "state:TWN", "state:XKX", "state:VAT"} <= set(STATES)


def test_every_actor_has_a_known_type_and_a_known_parent() -> None:
    assert {row["type"] for row in ACTORS.values()} <= TYPES.keys()
    for actor_id, row in ACTORS.items():
        assert actor_id.partition(":")[0] in TYPES[row["type"]]
        assert row["parent"] in ("", *ACTORS)
        code = actor_id.partition(":")[2] if row["type"] in ("state", "territory") else ""
        assert row["iso3"] == code or (row["valid_to"] and not row["iso3"])
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"])
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["valid_from"])


def test_every_name_has_a_known_actor_kind_language_and_flag() -> None:
    unnamed = set(ACTORS) - {row["actor_id"] for row in NAMES}
    assert {row["actor_id"] for row in NAMES} <= set(ACTORS)
    assert {actor_id.partition(":")[0] for actor_id in unnamed} <= {"body"}
    assert {row["kind"] for row in NAMES} <= KINDS
    assert {row["lang"] for row in NAMES} == set(LANGUAGES)
    assert {row["ambiguous"] for row in NAMES} == {"0", "1"}
    assert {row["licence"] for row in NAMES} == {"Apache-2.0", "Unicode-3.0"}
    assert all(row["source"] for row in NAMES)


def test_every_form_is_clean_and_stands_once() -> None:
    keys = [(row["actor_id"], row["lang"], row["form"]) for row in NAMES]
    assert len(keys) == len(set(keys))
    for _, _, form in keys:
        assert form == " ".join(form.split())
        assert len(form) > 1


def test_no_form_that_counts_stands_for_two_actors_of_one_language() -> None:
    claims: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for row in NAMES:
        if row["ambiguous"] == "0":
            claims[row["lang"], row["form"]].add(row["actor_id"])
    assert {key: actors for key, actors in claims.items() if len(actors) > 1} == {}


def test_a_spelling_is_flagged_or_not() -> None:
    # deutsche (bank, airline) and Deutsche, ISIS and Isis are told apart by their letters
    flags: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for row in NAMES:
        flags[row["lang"], row["form"]].add(row["ambiguous"])
    assert [key for key, found in flags.items() if len(found) > 1] == []


def test_every_form_of_the_table_is_found_by_itself_unless_it_is_flagged() -> None:
    tag = lexicon().tag
    wrong = set()
    for row in NAMES:
        form = row["form"]
        found = [
            (m.actor_id, m.start, m.end)
            for m in tag(form, (row["lang"],))
            if not m.tagger.endswith("+body")
        ]
        expected = [(row["actor_id"], 0, len(form))] if row["ambiguous"] == "0" else []
        if found != expected:
            wrong.add((row["lang"], form))
    assert wrong == set()


def test_the_tagger_tells_the_kind_of_name_that_the_form_is_in_the_texts_language() -> None:
    kinds: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for row in NAMES:
        kinds[row["lang"], fold_name(row["form"])].add(f"{TAGGER}:{row['kind']}")
    wrong = set()
    for row in NAMES:
        for mention in lexicon().tag(row["form"], (row["lang"],)):
            kind = mention.tagger.partition("+")[0]
            if kind not in kinds[row["lang"], fold_name(mention.text)]:
                wrong.add((row["lang"], row["form"], mention.tagger))
    assert wrong == set()


@pytest.mark.parametrize(
    ("language", "sentence", "by_capital_alone", "not_at_all"),
    [
        ("en", "Today {} agreed.", "", ""),
        ("ar", "وافقت {} اليوم", "", ""),
    ],
)
def test_every_state_is_found_by_a_name_of(
    language: str, sentence: str, by_capital_alone: str, not_at_all: str
) -> None:
    found: dict[str, set[str]] = collections.defaultdict(set)
    for row in NAMES:
        if row["lang"] == language and row["actor_id"] in STATES:
            text = sentence.format(row["form"])
            start = sentence.index("{")
            for mention in lexicon().tag(text, (language,)):
                assert (mention.actor_id, mention.start) == (row["actor_id"], start)
                assert mention.text == row["form"]
                found[row["actor_id"]].add(row["kind"])
    today = {state for state in STATES if not ACTORS[state]["valid_to"]} - CONTESTED
    lost = today - set(found)
    assert lost == {f"state:{code}" for code in not_at_all.split()}
    capital = {actor for actor, kinds in found.items() if kinds == {"capital"}}
    assert capital == {f"state:{code}" for code in by_capital_alone.split()}


# ---- lexicons of one's own, and properties ------------------------------------------------------


def row(actor_id: str, lang: str, form: str, kind: str = "name", flag: str = "0") -> dict[str, str]:
    """A row of the table of names."""
    return {"actor_id": actor_id, "lang": lang, "form": form, "kind": kind, "ambiguous": flag}


def test_people_and_bodies_of_states_stand_for_their_state_and_organs_for_themselves() -> None:
    actors = [
        {"actor_id": "state:RUS", "type": "state", "parent": ""},
        {"actor_id": "person:Q1", "type": "person", "parent": "state:RUS"},
        {"actor_id": "body:kremlin", "type": "gov_body", "parent": "state:RUS"},
        {"actor_id": "igo:UNICEF", "type": "igo", "parent": "igo:UN"},
        {"actor_id": "person:Q2", "type": "person", "parent": ""},
    ]
    names = [
        row("state:RUS", "en", "Russia"),
        row("person:Q1", "en", "Ivanov"),
        row("body:kremlin", "en", "the Kremlin"),
        row("igo:UNICEF", "en", "Unicef"),
        row("person:Q2", "en", "Nobody"),
    ]
    mentions = Lexicon(actors, names).tag("Russia, Ivanov, The Kremlin, Unicef, Nobody", ("en",))
    assert [(mention.actor_id, mention.principal, mention.type) for mention in mentions] == [
        ("state:RUS", "state:RUS", "state"),
        ("person:Q1", "state:RUS", "person"),
        ("body:kremlin", "state:RUS", "gov_body"),
        ("igo:UNICEF", "igo:UNICEF", "igo"),
        ("person:Q2", "person:Q2", "person"),
    ]


def test_a_form_counts_in_the_languages_in_which_it_means_one_actor() -> None:
    actors = [{"actor_id": actor_id, "type": "state", "parent": ""} for actor_id in ("s:A", "s:B")]
    names = [
        row("s:A", "en", "Congo"),
        row("s:B", "en", "Congo"),
        row("s:A", "fr", "Congo"),
        row("s:B", "de", "Congo", flag="1"),
    ]
    own = Lexicon(actors, names)
    assert [m.actor_id for m in own.tag("Congo", ("fr",))] == ["s:A"]
    assert own.tag("Congo", ("en",)) == []
    assert own.tag("Congo", ("de",)) == []


def test_a_mask_hides_the_names_in_it_in_its_own_language_alone() -> None:
    actors = [{"actor_id": "s:A", "type": "state", "parent": ""}]
    names = [row("s:A", "en", "Guinea"), row("s:A", "it", "Guinea")]
    own = Lexicon(actors, names, [{"lang": "en", "form": "Guinea pig"}])
    assert own.tag("Guinea pig", ("en",)) == []
    assert [m.text for m in own.tag("Guinea pig, Guinea", ("en",))] == ["Guinea"]
    assert [m.text for m in own.tag("Guinea pigs", ("en",))] == ["Guinea"]
    assert [m.text for m in own.tag("Guinea pig", ("it",))] == ["Guinea"]


def test_a_mask_of_capitals_counts_where_it_is_written_so() -> None:
    actors = [{"actor_id": "s:A", "type": "state", "parent": ""}]
    names = [row("s:A", "en", "Pakistan")]
    own = Lexicon(actors, names, [{"lang": "en", "form": "Pakistan Today"}])
    for text, found in [
        ("Pakistan Today wrote", []),
        ("PAKISTAN TODAY WROTE", []),
        ("Pakistan today wrote", ["Pakistan"]),
    ]:
        assert [mention.text for mention in own.tag(text, ("en",))] == found


def test_names_that_differ_in_capitals_alone_are_told_apart() -> None:
    actors = [{"actor_id": actor, "type": "state", "parent": ""} for actor in ("s:A", "s:B")]
    own = Lexicon(actors, [row("s:A", "en", "JEMM"), row("s:B", "en", "JeMm")])
    found = [mention.actor_id for mention in own.tag("JEMM, JeMm, Jemm, jemm", ("en",))]
    assert found == ["s:A", "s:B"]


def test_a_flagged_spelling_is_told_from_one_that_is_not() -> None:
    actors = [{"actor_id": "s:A", "type": "state", "parent": ""}]
    own = Lexicon(actors, [row("s:A", "es", "ISIS"), row("s:A", "es", "Isis", flag="1")])
    assert [mention.text for mention in own.tag("Isis, Isis Pérez, ISIS", ("es",))][-1] == "ISIS"
    assert own.tag("Isis llega.", ("es",)) == []


def test_every_mask_is_a_clean_form_of_a_known_language_and_no_name() -> None:
    masks = [(row["lang"], row["form"]) for row in read_table("masks.tsv")]
    names = {(row["lang"], fold_name(row["form"])) for row in NAMES}
    assert len(masks) == len(set(masks))
    for language, form in masks:
        assert language in LANGUAGES
        assert form == " ".join(form.split())
        assert (language, fold_name(form)) not in names
        assert lexicon().tag(form, (language,)) == []


def test_a_name_of_its_own_comes_before_one_with_something_glued_to_it() -> None:
    actors = [{"actor_id": actor_id, "type": "state", "parent": ""} for actor_id in ("s:A", "s:B")]
    own = Lexicon(actors, [row("s:A", "ar", "مصرا"), row("s:B", "ar", "بمصرا")])
    assert [(m.actor_id, m.text) for m in own.tag("بمصرا", ("ar",))] == [("s:B", "بمصرا")]
    # and+by+A or and+B: the longer name
    assert [(m.actor_id, m.text) for m in own.tag("وبمصرا", ("ar",))] == [("s:B", "بمصرا")]
    assert [(m.actor_id, m.text) for m in own.tag("ومصرا", ("ar",))] == [("s:A", "مصرا")]


def test_the_lexicon_is_built_once_a_process() -> None:
    assert lexicon() is lexicon()


@given(
    st.text(max_size=40)
    | st.text(st.sampled_from("İıẞßǅΣςﬁÅÉёЁأإآىةی’“‐\u0307\u0130"), max_size=20)
)
@settings(deadline=None, max_examples=300)
def test_folding_keeps_the_length_of_any_text(text: str) -> None:
    assert len(fold_name(text)) == len(text)


def test_folding_keeps_the_length_of_every_character_there_is() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    assert len(fold_name(every)) == len(every)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "côte d'ivoire"),
        ("İRAN Iran ırak", "iran iran irak"),
        ("أإآٱىیےکہۃة", "اااايييكههه"),
        ("ארה״ב ג׳", "ארה\"ב ג'"),
        ("Ёлка Щит", "елка щит"),
        ("Guinea‑Bissau\u00a0x\ny\tz", "guinea-bissau x y z"),
        ("中国 भारत", "中国 भारत"),
    ],
)
def test_folding_gives_one_form_a_letter(text: str, folded: str) -> None:
    assert fold_name(text) == folded


def test_a_form_of_two_actors_may_lose_a_letter_behind_a_preposition() -> None:
    assert named("وسبق للكونغو أن حذرت", "ar") == []  # al-Kunghu: either of the two
    assert named("وسبق للكونغو في كينشاسا أن حذرت", "ar") == [("state:COD", "لكونغو")]


pieces = st.lists(
    st.sampled_from(NAMES).map(lambda name: name["form"])
    | st.sampled_from([" ", "، ", "・", "-", ". ", "ال", "و", "’s ", "\u200f", "\n"])
    | st.text(max_size=4),
    max_size=12,
).map("".join)


@example("AbadiA", "und")
@example("Abadia", "tr")
@given(pieces, st.sampled_from([*LANGUAGES, "und", "nl", "zh-Hans"]))
@settings(deadline=None, max_examples=300)
def test_mentions_of_any_text_are_whole_words_in_order_without_overlap(
    text: str, language: str
) -> None:
    position = 0
    for mention in lexicon().tag(text, (language, language)):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.principal in ACTORS
        position = mention.end
        after = text[mention.end : mention.end + 1]
        if after.isascii() and mention.text.isascii() and after.isalnum():
            rest = fold_name(strip_marks(text[mention.end :]).text)
            ending = letters_after(rest, 0, LONGEST_SUFFIX)
            assert is_suffix("de", ending) or is_suffix("tr", ending)
            assert after.islower() or mention.text[-1].isupper()


@pytest.mark.parametrize(
    ("language", "text", "lead", "party"),
    [
        ("en", "KANU lost.", "Kenya votes.", "kanu"),
        ("fr", "La KANU a perdu.", "Le Kenya vote.", "kanu"),
        ("en", "The NDP lost.", "Canada votes.", "ndp_canada"),
        ("en", "The Colorado Party lost.", "Paraguay votes.", "partido_colorado_paraguay"),
        ("es", "Perdió el Partido Colorado.", "Vota Paraguay.", "partido_colorado_paraguay"),
        ("es", "Perdió el partido Colorado.", "Vota Paraguay.", "partido_colorado_paraguay"),
        ("es", "Perdió Nuevas Ideas.", "Vota El Salvador.", "nuevas_ideas"),
        ("es", "Perdió el Pacto Histórico.", "Vota Colombia.", "pacto_historico"),
        ("es", "Perdió Un Nuevo Tiempo.", "Vota Venezuela.", "un_nuevo_tiempo"),
    ],
)
def test_an_ambiguous_party_counts_where_its_state_is_the_storys(
    language: str, text: str, lead: str, party: str
) -> None:
    found = lexicon().tag_all([(lead, (language,)), (text, (language,))])[1].mentions
    assert [mention.principal for mention in found] == [f"group:{party}"]
    assert named(text, language) == []
