"""How names are written: folding, marks, word boundaries, and what is glued before and behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.actors.lexicon import lexicon
from transforms.actors.names import (
    KIND,
    fold_name,
    further_forms,
    is_suffix,
    joined,
    letters_after,
    letters_before,
    prefixes,
    strip_marks,
    suffixes,
)


def named(text: str, *languages: str) -> list[tuple[str, str]]:
    """Principal and text of each mention; the offsets are checked on the way."""
    mentions = lexicon().tag(text, languages)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return [(mention.principal, mention.text) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "bare", "span"),
    [
        ("مصر", "مصر", (0, 3)),
        ("مِصْر", "مصر", (0, 5)),
        ("مصرُ", "مصر", (0, 4)),
        ("مـــصر", "مصر", (0, 6)),
        ("غداً مصر", "غدا مصر", (0, 4)),
        ("\u200fIran", "Iran", (1, 4)),
        ("Ir\u00adan", "Iran", (0, 4)),
    ],
)
def test_marks_do_not_count_and_offsets_find_back(
    text: str, bare: str, span: tuple[int, int]
) -> None:
    stripped = strip_marks(text)
    assert stripped.text == bare
    assert stripped.span(0, 3) == span


@given(st.text(st.sampled_from("ab مصر\u064b\u0640\u200f\u00ad"), max_size=30))
def test_a_span_of_the_bare_text_stands_for_its_letters_and_the_marks_on_them(text: str) -> None:
    bare = strip_marks(text)
    assert strip_marks(bare.text).text == bare.text
    for start in range(len(bare.text)):
        first, last = bare.span(start, start + 1)
        assert text[first] == bare.text[start]
        assert strip_marks(text[first:last]).text == bare.text[start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تدعو مصرُ إلى", [("state:EGY", "مصرُ")]),
        ("تدعو مِصْرُ إلى", [("state:EGY", "مِصْرُ")]),
        ("تدعو مـصـر إلى", [("state:EGY", "مـصـر")]),
        ("قال #حزب_العمال في #السعودية", [("state:SAU", "السعودية")]),
        ("#الولايات_المتحدة ترد", [("state:USA", "الولايات_المتحدة")]),
    ],
)
def test_marks_and_hashtags_hide_no_arabic_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found in named(text, "ar") if not found[0].startswith("group:")] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("الروسي", "الروسي"),
        ("والروسي", "الروسي"),
        ("بالروسي", "الروسي"),
        ("للروسي", "لروسي"),
        ("وللروسي", "لروسي"),
        ("روسية", "روسية"),
        ("والألمانية", "الألمانية"),
        ("السورية", "السورية"),
        ("للسورية", "لسورية"),
    ],
)
def test_arabic_adjectives_take_an_article_and_what_is_glued(word: str, expected: str) -> None:
    assert [text for _, text in named(f"رأى الوفد {word} ذلك", "ar")] == [expected]


@pytest.mark.parametrize(
    ("word", "state"),
    [("ألمانيا", "DEU"), ("المانيا", "DEU"), ("للمانيا", "DEU"), ("لألمانيا", "DEU")],
)
def test_hamza_after_an_alif_is_no_article(word: str, state: str) -> None:
    assert [who for who, _ in named(f"قدم {word} خطة", "ar")] == [f"state:{state}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("לאיראן, באיראן, מאיראן, שאיראן, ואיראן, כשאיראן, ושבאיראן", ["איראן"] * 7),
        ("בסין ולסין", ["סין"] * 2),
        ("האירנים ואיראנית", []),
        ("גאיראן", []),
    ],
)
def test_hebrew_glues_particles_before_a_name(text: str, expected: list[str]) -> None:
    found = [words for who, words in named(text, "he") if words in ("איראן", "סין")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusya'nın, Rusya’ya, Rusya'dan", ["Rusya"] * 3),
        ("ABD'nin ve ABD’ye", ["ABD"] * 2),
        ("Rusyanın, Almanyada, Ukraynadan", ["Rusya", "Almanya", "Ukrayna"]),
        ("Rusyalı, İranlılar", ["Rusyalı", "İranlılar"]),
        ("Rusyagiller ve İranoloji", []),
        ("maliye ve maliyet", []),
    ],
)
def test_turkish_endings_stand_behind_a_name_with_and_without_apostrophe(
    text: str, expected: list[str]
) -> None:
    found = [words for _, words in named(text, "tr")]
    assert [word[: len(want)] for word, want in zip(found, expected, strict=True)] == [
        want[: len(word)] for word, want in zip(found, expected, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Irans Flotte und Israels Armee", "de", ["IRN", "ISR"]),
        ("Deutschlands Antwort", "de", ["DEU"]),
        ("Irans are there", "en", []),
        ("آمریکای بزرگ و ایران‌ها", "fa", ["USA", "IRN"]),
        ("eSwatini and Eswatini", "en", ["SWZ", "SWZ"]),
        ("d'Iran, d’Iran, l'Ukraine", "fr", ["IRN", "IRN", "UKR"]),
        ("dell'Iran, dell’Ucraina", "it", ["IRN", "UKR"]),
        ("US-led and Iran-backed, Israel–Iran", "en", ["USA", "IRN", "ISR", "IRN"]),
    ],
)
def test_endings_elisions_and_hyphens(text: str, language: str, expected: list[str]) -> None:
    assert [who for who, _ in named(text, language)] == [f"state:{code}" for code in expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Российско-украинская граница", "ru", ["RUS", "UKR"]),
        ("израильско-иранский", "ru", ["ISR", "IRN"]),
        ("російсько-український", "uk", ["RUS", "UKR"]),
        ("russisch-ukrainische Grenze", "de", ["RUS", "UKR"]),
        ("projet franco-allemand", "fr", ["FRA", "DEU"]),
        ("franco battaglia e franco-tedesco", "it", ["FRA", "DEU"]),
        ("Sino-Russian and Anglo-Irish", "en", ["CHN", "RUS", "GBR", "IRL"]),
        ("Российско и только", "ru", []),
    ],
)
def test_the_first_half_of_a_compound_counts_before_a_hyphen_alone(
    text: str, language: str, expected: list[str]
) -> None:
    assert [who for who, _ in named(text, language)] == [f"state:{code}" for code in expected]


def test_what_is_glued_is_of_the_languages_of_the_text() -> None:
    assert named("ومصر", "fa") == []
    assert named("Rusyanın", "de") == []
    assert prefixes("en", "Iran", "name") == {"": 0}
    assert suffixes("en", "Germany") == ""
    assert suffixes("tr", "Çin") == ""
    assert not is_suffix("en", "s")
    assert is_suffix("de", "s")


@pytest.mark.parametrize(
    ("ending", "expected"),
    [("nın", True), ("lardan", True), ("ya", True), ("da", True), ("oloji", False), ("", True)],
)
def test_turkish_endings(ending: str, expected: bool) -> None:
    assert is_suffix("tr", fold_name(ending)) is expected


def test_short_arabic_capitals_take_nothing_on() -> None:
    assert prefixes("ar", "جوبا", "capital") == {"": 0}
    assert "و" in prefixes("ar", "موسكو", "capital")
    assert "وال" not in prefixes("ar", "مصر", "name")
    assert [form for form, _, _ in further_forms("ar", "العراق", "name")] == ["لعراق"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a", "b", True),
        ("a", " ", False),
        ("a", "-", False),
        ("a", "\u0301", True),
        ("म", "ा", True),
        ("中", "国", False),
        ("イ", "ン", True),
        ("イ", "・", False),
        ("国", "イ", False),
        ("a", "1", True),
        ("ا", "\u200c", False),
    ],
)
def test_where_words_end(left: str, right: str, expected: bool) -> None:
    assert joined(left, right) is expected


def test_letters_around_stop_at_a_bound() -> None:
    text = "x" * 1_000
    assert letters_before(text, 1_000, 5) == "x" * 6
    assert letters_after(text, 0, 5) == "x" * 6
    assert letters_before("a bc", 4, 5) == "bc"
    assert letters_after("bc a", 0, 5) == "bc"


def test_the_table_of_characters_keeps_no_rare_ones() -> None:
    assert KIND["𒀀"] == 1
    assert "𒀀" not in KIND
