"""What a name means where it stands: a place, part of another thing's name, or in doubt."""

import functools
import pathlib
import re

import pytest

import transforms
from tests.conftest import growth
from transforms.actors.lexicon import lexicon
from transforms.actors.names import fold_name
from transforms.tables import read_table

LANGUAGES = "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split()


def principals(text: str, language: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The principal of each mention, without "state:"."""
    mentions = lexicon().tag(text, (language,), known)
    return [mention.principal.removeprefix("state:") for mention in mentions]


def rules(text: str, language: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The rule of each mention; empty where none was needed."""
    return [m.tagger.partition("+")[2] for m in lexicon().tag(text, (language,), known)]


# ---- a capital is its state, or a place ---------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "actor", "place"),
    [
        ("en", "Moscow demands an answer.", "They met in Moscow."),
        ("en", "Talks with Moscow failed.", "The ambassador in the Russian capital, Moscow, left."),
        ("en", "A message to Moscow was sent.", "She flew to Moscow."),
        ("en", "The order came from Moscow.", "He returned from Moscow."),
        ("en", "Moscow and Kyiv disagree.", "Moscow airport was closed."),
        ("en", "Moscow, which refused, waits.", "a Moscow-based baker"),
        ("en", "He blamed Moscow for it.", "He studied at the University of Moscow."),
        ("en", "So Moscow says.", "the Moscow 2024 games"),
        ("en", "Moscow waits.", "The Moscow Philharmonic plays tonight with great success."),
        ("de", "Moskau fordert eine Antwort.", "Sie trafen sich in Moskau."),
        ("de", "ein Brief aus Moskau", "der Flughafen Moskau"),
        ("fr", "Moscou exige une réponse.", "Ils se sont vus à Moscou."),
        ("fr", "Il demande à Moscou de céder.", "l’aéroport de Moscou"),
        ("es", "Moscú exige una respuesta.", "Se vieron en Moscú."),
        ("es", "Pide a Moscú una respuesta.", "Viajó ayer a Moscú."),
        ("it", "Mosca chiede una risposta.", "Si sono visti a Mosca."),
        ("it", "Chiede a Mosca una risposta.", "È partito per Mosca."),
        ("pt", "Moscou exige uma resposta.", "Encontraram-se em Moscou."),
        ("tr", "Moskova yanıt istiyor.", "Moskova'da buluştular."),
        ("tr", "Moskova'ya çağrı yaptı.", "Dün Moskova'ya gitti."),
        ("ru", "Москва требует ответа.", "Они встретились в Москве."),
        ("ru", "Переговоры с Москвой", "Он прилетел в Москву."),
        ("uk", "Москва вимагає відповіді.", "Вони зустрілися у Москві."),
        ("ar", "موسكو تطالب بالرد", "التقيا في موسكو"),
        ("ar", "رسالة إلى موسكو", "وصل إلى موسكو"),
        ("ar", "اتفاق مع موسكو", "اجتماع بموسكو"),
        ("ar", "قالت موسكو", "العاصمة الروسية موسكو"),
        ("fa", "مسکو پاسخ می‌خواهد", "در مسکو دیدار کردند"),
        ("he", "מוסקבה דורשת תשובה", "הם נפגשו במוסקבה"),
        ("he", "מכתב למוסקבה", "הוא טס למוסקבה"),
        ("hi", "मॉस्को ने जवाब मांगा", "मॉस्को में बैठक हुई"),
        ("ur", "ماسکو نے جواب مانگا", "ماسکو میں ملاقات ہوئی"),
        ("zh", "莫斯科要求答复", "在莫斯科会晤"),
        ("ja", "モスクワは要求した", "モスクワで会談した"),
    ],
)
def test_a_capital_acts_or_is_a_place(language: str, actor: str, place: str) -> None:
    assert "RUS" in principals(actor, language)
    assert [m.text for m in lexicon().tag(place, (language,)) if "capital" in m.tagger] == []


def test_whose_government_sits_in_a_capital_is_no_place() -> None:
    found = lexicon().tag("El gobierno de Bagdad acusó a Ankara de mentir.", ("es",))
    assert [m.principal for m in found] == ["state:IRQ", "state:TUR"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met in London, Paris and Rome."),
        ("en", "from Beirut to Paris"),
        ("en", "from Manchester to London"),
        ("ar", "من بيروت إلى باريس"),
        ("ru", "встречи в Лондоне, Париже и Берлине"),
        ("en", "London (Reuters) - The talks are over."),
    ],
)
def test_places_in_a_row_and_datelines(language: str, text: str) -> None:
    assert principals(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "They met in eastern Ukraine.", "UKR"),
        ("fr", "à la frontière de l’Iran", "IRN"),
        ("ar", "في شرق أوكرانيا", "UKR"),
        ("ru", "на востоке Украины", "UKR"),
    ],
)
def test_a_country_counts_as_a_place_too(language: str, text: str, state: str) -> None:
    assert principals(text, language) == [state]


# ---- part of another name -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Air France cancelled flights"),
        ("en", "British Airways cancelled flights"),
        ("en", "Russia Today said"),
        ("en", "a Swedish singer"),
        ("en", "Native American tribes"),
        ("ar", "الخطوط الجوية التركية ألغت رحلات"),
        ("ar", "شركة فولكسفاغن الألمانية"),
        ("ar", "باللغة الروسية"),
        ("ru", "«Турецкие авиалинии» отменили рейсы"),
        ("zh", "皇家马德里获胜"),
    ],
)
def test_companies_papers_clubs_and_languages_are_no_actors(language: str, text: str) -> None:
    assert principals(text, language) == []


def test_a_small_word_makes_no_brand() -> None:
    assert principals("Pakistan today threatened to leave.", "en") == ["PAK"]
    assert principals("Russia times its answer well.", "en") == ["RUS"]


# ---- forms in doubt -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "expected", "rule"),
    [
        ("en", "Georgia and Armenia agree.", "GEO ARM", "joined"),
        ("en", "Armenia–Georgia talks", "ARM GEO", "joined"),
        ("en", "The President of Chad spoke.", "TCD", "title"),
        ("en", "Jordan's government spoke.", "JOR", "title"),
        ("en", "Tbilisi waits, and Georgia wants more.", "GEO GEO", "article"),
        ("en", "Israel said that Jordan had agreed.", "ISR JOR", "near"),
        ("es", "Madrid negocia con ETA una tregua.", "ESP group:eta", "near"),
        ("es", "OSLO PIDE A MADRID UN PLAZO", "NOR ESP", "near"),
        ("ar", "انسحبت مالي والنيجر", "MLI NER", "joined"),
        ("ar", "مقتل جنديين في مالي", "MLI", "grammar"),
        ("ar", "رئيس مالي قال", "MLI", "title"),
        ("fr", "Le Niger et Maurice signent.", "NER MUS", "joined"),
        ("es", "Granada y Barbados firman.", "GRD BRB", "joined"),
        ("ru", "Бенин и Того договорились", "BEN TGO", "joined"),
        ("uk", "Бенін і Того домовилися", "BEN TGO", "joined"),
        ("tr", "Mali'nin yanıtı gecikti", "MLI", "grammar"),
        ("tr", "Mali ve Nijer ayrıldı", "MLI NER", "joined"),
        ("fa", "مالی و نیجر خارج شدند", "MLI NER", "joined"),
        ("he", "הודו ופקיסטן חתמו", "IND PAK", "joined"),
        ("ur", "شام اور ترکی", "SYR TUR", "joined"),
        ("zh", "马里和尼日尔", "MLI NER", "joined"),
        ("en", "The Security Council agreed.", "igo:UNSC", "body"),
    ],
)
def test_what_speaks_for_a_form_in_doubt(
    language: str, text: str, expected: str, rule: str
) -> None:
    assert principals(text, language) == expected.split()
    assert rule in rules(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jordan and Chad left the pitch."),
        ("en", "Michael Jordan flew to China"),
        ("en", "Jordan Peterson spoke about Russia at length."),
        ("en", "Voters in Georgia chose, the US said."),
        ("en", "Madrid beat Monaco in a match that France saw."),
        ("en", "The Iranian Security Council agreed."),
        ("en", "The National Security Council agreed."),
        ("en", "Jerusalem and Paris"),
        ("ar", "ضغط مالي كبير على فرنسا"),
        ("ar", "اتفاق مالي"),
        ("fr", "Maurice part. La Russie attend."),
        ("es", "La feria de Granada gusta en España"),
        ("ru", "Того ждут в России"),
        ("tr", "Sana bunu söyledi"),
        ("tr", "Mali kriz sürüyor"),
        ("fa", "بحران مالی ایران"),
        ("he", "הם הודו באשמה ברוסיה"),
        ("ur", "شام کو روس نے کہا"),
        ("zh", "马里兰州与俄罗斯"),
    ],
)
def test_without_support_a_form_in_doubt_does_not_count(language: str, text: str) -> None:
    doubted = {
        (row["lang"], fold_name(row["form"]))
        for row in read_table("names.tsv")
        if row["ambiguous"] == "1"
    }
    found = [fold_name(mention.text) for mention in lexicon().tag(text, (language,))]
    assert [form for form in found if (language, form) in doubted] == []


def test_what_the_article_names_elsewhere_supports_a_form() -> None:
    text = "Then Chad answered."
    assert principals(text, "en") == []
    known = frozenset({"state:TCD"})
    assert principals(text, "en", known) == ["TCD"]
    assert rules(text, "en", known) == ["article"]


def test_of_two_bearers_the_article_decides() -> None:
    assert principals("Congo answered Rwanda.", "en") == ["RWA"]
    for code in ("COD", "COG"):
        found = principals("Congo answered Rwanda.", "en", frozenset({f"state:{code}"}))
        assert found == [code, "RWA"]


def test_the_texts_of_an_article_support_each_other() -> None:
    texts = [("Chad answered.", ("en",)), ("N'Djamena waits.", ("en",)), ("", ("und",))]
    both = [tagged.mentions for tagged in lexicon().tag_all(texts)]
    assert [[m.principal for m in found] for found in both] == [["state:TCD"], ["state:TCD"], []]
    alone = [lexicon().tag(*text) for text in texts]
    assert [[m.principal for m in found] for found in alone] == [[], ["state:TCD"], []]
    assert lexicon().tag_all([]) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Глава WHO в China", "igo:WHO CHN"),
        ("hi", "NATO और UNICEF", "igo:NATO igo:UNICEF"),
        ("hi", "Rom और Londra", ""),
        ("en", "中国 and Россия", "CHN RUS"),
    ],
)
def test_of_latin_names_in_other_scripts_those_of_english_count(
    language: str, text: str, expected: str
) -> None:
    assert principals(text, language) == expected.split()


# ---- short forms of Chinese and Japanese --------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "中美两国", "CHN USA"),
        ("ja", "日米韓の会談", "JPN USA KOR"),
        ("zh", "英法德三国", "GBR FRA DEU"),
        ("zh", "俄乌冲突", "RUS UKR"),
        ("zh", "其中美国反对", "USA"),
        ("zh", "3日美国反对", "USA"),
        ("zh", "空中美景", ""),
        ("zh", "3日美韩会谈", "USA KOR"),
        ("zh", "巴以及其他", ""),
        ("en", "中美两国", ""),
    ],
)
def test_states_side_by_side_in_one_ideograph_each(language: str, text: str, expected: str) -> None:
    assert principals(text, language) == expected.split()


# ---- tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["cues", "doubtful", "combining", "joint"])
def test_a_table_is_sorted_clean_and_of_known_languages(table: str) -> None:
    rows = read_table(f"{table}.tsv")
    lines = [tuple(row.values()) for row in rows]
    assert lines == sorted(set(lines))
    for row in rows:
        assert row["lang"] in LANGUAGES
        assert (row["source"], row["licence"]) == ("hand", "Apache-2.0")
        assert all(value == " ".join(value.split()) for value in row.values())


def test_every_rule_of_the_cues_is_asked_for() -> None:
    folder = pathlib.Path(transforms.__file__).parent / "actors"
    asked = {
        word
        for module in ("context", "names", "places", "scene", "support")
        for word in re.findall(r"\w+", (folder / f"{module}.py").read_text(encoding="utf-8"))
    }
    assert {row["rule"] for row in read_table("cues.tsv")} - asked == set()


def test_a_cue_is_one_word_of_small_letters() -> None:
    for row in read_table("cues.tsv"):
        assert " " not in row["cue"]
        assert row["cue"] == row["cue"].lower() or row["lang"] == "de"
        assert row["cue"].count("*") == row["cue"].endswith("*")
        assert not row["cue"].endswith("*") or len(row["cue"]) > 2


def test_every_doubtful_form_is_flagged_or_could_be() -> None:
    names = {(row["lang"], fold_name(row["form"])) for row in read_table("names.tsv")}
    for row in read_table("doubtful.tsv"):
        assert (row["lang"], fold_name(row["form"])) in names, row
        assert row["class"] in {"light", "body", "disputed", "adjective"}


def test_pairs_are_of_states_and_no_name_of_the_table() -> None:
    actors = {row["actor_id"] for row in read_table("actors.tsv")}
    names = {(row["lang"], row["form"]) for row in read_table("names.tsv")}
    for row in read_table("joint.tsv"):
        assert len(row["form"]) == 2
        assert {row["first"], row["second"]} <= actors
        assert row["first"] != row["second"]
        assert (row["lang"], row["form"]) not in names


# ---- hostile texts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("Jordan ", "en"),
        ("Jordan, ", "en"),
        ("in Moscow and ", "en"),
        ("Moscow", "en"),
        ("Lebanese Hezbollah ", "en"),
        ("مالي و", "ar"),
        ("وبال", "ar"),
        ("מש", "he"),
        ("中美", "zh"),
        ("马里", "zh"),
        ("Mali'", "tr"),
        ("\u064b", "ar"),
        (" ", "en"),
        ("'", "fr"),
    ],
)
def test_time_grows_with_the_text_alone(piece: str, language: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (20_000, 200_000))
    once, more = (functools.partial(lexicon().tag, of, (language,)) for of in (small, large))
    assert growth(once, more) < 40
