"""The rules that make the forms of names, adjectives and demonyms at build time."""

import pytest

from tools.actors import inflection, romance, slavic, slavic_people


@pytest.mark.parametrize(
    ("lang", "masculine", "forms"),
    [
        ("fr", "français", "français française françaises"),
        ("fr", "grec", "grec grecque grecques grecs"),
        ("fr", "israélien", "israélien israélienne israéliennes israéliens"),
        ("fr", "russe", "russe russes"),
        ("es", "francés", "francesa francesas franceses francés"),
        ("es", "alemán", "alemana alemanas alemanes alemán"),
        ("es", "iraní", "iraní iraníes iranís"),
        ("it", "tedesco", "tedesca tedesche tedeschi tedesco"),
        ("it", "greco", "greca greche greci greco"),
        ("it", "britannico", "britannica britanniche britannici britannico"),
        ("it", "belga", "belga belghe belgi"),
        ("pt", "alemão", "alemã alemães alemão alemãs"),
        ("pt", "afegão", "afegã afegão afegãos afegãs"),
        ("pt", "francês", "francesa francesas franceses francês"),
        ("pt", "eritreu", "eritreia eritreias eritreu eritreus"),
    ],
)
def test_romance_gender_and_number(lang: str, masculine: str, forms: str) -> None:
    assert romance.forms(masculine, lang) == sorted(forms.split())


@pytest.mark.parametrize(
    ("lang", "name", "forms"),
    [
        ("ru", "Россия", "Россией|России|Россию|Россия"),
        ("ru", "Беларусь", "Беларуси|Беларусь|Беларусью"),
        ("ru", "Осло", "Осло"),
        ("ru", "Египет", "Египет|Египта|Египте|Египтом|Египту"),
        ("uk", "Єгипет", "Єгипет|Єгипті|Єгиптом|Єгипту"),
        ("ru", "ООН", "ООН"),
        ("ru", "Филиппины", "Филиппин|Филиппинам|Филиппинами|Филиппинах|Филиппины"),
        ("ru", "Южный Судан", "Южного Судана|Южном Судане|Южному Судану|Южный Судан|Южным Суданом"),
        ("uk", "Росія", "Росію|Росія|Росією|Росії"),
        ("uk", "Прага", "Прага|Праги|Прагою|Прагу|Празі"),
        ("uk", "Київ", "Києва|Києвом|Києву|Києві|Київ"),
        ("uk", "Нова Зеландія",
         "Нова Зеландія|Новою Зеландією|Нової Зеландії|Нову Зеландію|Новій Зеландії"),
    ],
)  # fmt: skip
def test_slavic_cases_of_names(lang: str, name: str, forms: str) -> None:
    assert slavic.decline(name, lang) == sorted(forms.split("|"))


def test_what_follows_the_head_of_a_name_stays() -> None:
    forms = slavic.decline("Организация Объединённых Наций", "ru")
    assert all(form.endswith(" Объединённых Наций") for form in forms)


@pytest.mark.parametrize(
    ("lang", "noun", "some", "never"),
    [
        ("ru", "китаец", "китайца китайцев китайцами", "китаеца"),
        ("ru", "россиянин", "россиянина россияне россиян", "россиянины"),
        ("ru", "болгарин", "болгары болгар", "болгаринов"),
        ("ru", "немка", "немок немкам", "немк"),
        ("ru", "полька", "полек полькам", "польок"),
        ("ru", "турок", "турка турки", "турока"),
        ("uk", "українець", "українця українців", "українеця"),
        ("uk", "росіянин", "росіяни росіян", "росіянини"),
    ],
)
def test_slavic_demonyms(lang: str, noun: str, some: str, never: str) -> None:
    forms = slavic.demonym_forms(noun, lang)
    assert {noun, *some.split()} <= set(forms)
    assert never not in forms


@pytest.mark.parametrize(
    ("lang", "name", "feminine", "form"),
    [
        ("ru", "Владимир Путин", False, "Владимиром Путиным"),
        ("ru", "Дональд Трамп", False, "Дональду Трампу"),
        ("ru", "Владимир Зеленский", False, "Владимира Зеленского"),
        ("ru", "Мария Захарова", True, "Марии Захаровой"),
        ("ru", "Ангела Меркель", True, "Ангелой Меркель"),
        ("uk", "Володимир Зеленський", False, "Володимиром Зеленським"),
        ("uk", "Петро Порошенко", False, "Петра Порошенка"),
    ],
)
def test_persons_have_cases(lang: str, name: str, feminine: bool, form: str) -> None:
    forms = slavic_people.person_forms(name, lang, feminine)
    assert forms[0] == name
    assert form in forms


def test_arabic_adjectives_of_two_words_agree_with_and_without_the_article() -> None:
    forms = inflection.adjective_forms("كوري جنوبي", "ar")
    assert {"كورية جنوبية", "الكورية الجنوبية", "كوريين جنوبيين"} <= set(forms)
    assert "كورية جنوبي" not in forms


def test_hebrew_adjectives_after_a_place_agree_in_the_last_word_alone() -> None:
    assert set(inflection.adjective_forms("דרום קוריאני", "he")) == {
        "דרום קוריאני",
        "דרום קוריאנית",
        "דרום קוריאנים",
        "דרום קוריאניות",
    }


def test_an_entry_with_an_equals_sign_stands_as_it_is() -> None:
    assert inflection.adjective_forms("Schweizer=", "de") == ["Schweizer"]
    assert inflection.demonym_forms("Deutsche=", "de") == ["Deutsche"]


@pytest.mark.parametrize(
    ("entry", "people"),
    [("Russian", ["Russians"]), ("Chinese", []), ("French", []), ("Greek", ["Greeks"])],
)
def test_english_adjectives_give_a_plural_where_they_are_nouns(
    entry: str, people: list[str]
) -> None:
    assert inflection.people_forms(entry, "en") == people


def test_turkish_plurals_keep_to_vowel_harmony() -> None:
    assert "Rusların" in inflection.people_forms("Rus", "tr")
    assert "Türklerle" in inflection.people_forms("Türk", "tr")
