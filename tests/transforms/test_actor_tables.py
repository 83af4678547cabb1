"""The tables of actors keep their own rules, cover what they should, and flag what misleads."""

import collections
import datetime
import pathlib
import re
import unicodedata

import pytest

from transforms.actors.coverage import KINDS, Coverage, coverage, report, shipped_coverage
from transforms.tables import read_table

ACTORS = {row["actor_id"]: row for row in read_table("actors.tsv")}
NAMES = read_table("names.tsv")
MASKS = read_table("masks.tsv")
LANGUAGES = "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split()
NAME_KINDS = {"name", "official", "acronym", "alias", "building", "capital", "adjective", "demonym"}
TYPES = {"state", "territory", "igo", "gov_body", "armed_group", "party", "person"}
DATA = pathlib.Path(__file__).resolve().parents[2] / "transforms" / "data"
FORMS = collections.defaultdict(set)
FLAGS = {}
for _row in NAMES:
    FORMS[_row["lang"], _row["form"]].add((_row["actor_id"], _row["kind"]))
    FLAGS[_row["lang"], _row["form"]] = _row["ambiguous"]


def test_names_are_sorted_without_doubles_and_small_enough_to_load() -> None:
    keys = [(row["actor_id"], row["lang"], row["form"], row["kind"]) for row in NAMES]
    assert keys == sorted(set(keys))
    assert (DATA / "names.tsv").stat().st_size < 8_000_000


def test_every_name_is_of_an_actor_a_language_and_a_kind_that_exist() -> None:
    assert {row["actor_id"] for row in NAMES} <= set(ACTORS)
    assert {row["lang"] for row in NAMES} == set(LANGUAGES)
    assert {row["kind"] for row in NAMES} == NAME_KINDS
    assert {row["ambiguous"] for row in NAMES} == {"0", "1"}
    assert {row["licence"] for row in NAMES} == {"Apache-2.0", "Unicode-3.0"}
    assert all(row["source"] for row in NAMES)


def test_a_form_is_written_as_the_press_writes_it() -> None:
    for row in NAMES:
        form = row["form"]
        assert len(form) >= 2, row
        assert form == " ".join(form.split()), row
        assert form == unicodedata.normalize("NFC", form), row
        assert not re.search("[\u00ad\u200e\u200f\u064b-\u0652;~|]", form), row


def test_a_form_of_two_actors_is_flagged() -> None:
    for (lang, form), bearers in FORMS.items():
        if len({actor_id for actor_id, _ in bearers}) > 1:
            assert FLAGS[lang, form] == "1", (lang, form, bearers)


def test_every_actor_has_a_name_in_english_or_two_other_languages() -> None:
    langs = collections.defaultdict(set)
    for row in NAMES:
        langs[row["actor_id"]].add(row["lang"])
    poor = {a for a in ACTORS if "en" not in langs[a] and len(langs[a]) < 2}
    # what the press of one country alone names
    assert len(poor) < 25, sorted(poor)


def test_actors_have_ids_types_parents_and_dates_in_order() -> None:
    assert list(ACTORS) == sorted(ACTORS)
    for actor_id, row in ACTORS.items():
        assert re.fullmatch(
            r"(state:[A-Z]{3}|igo:[A-Z0-9]+|(group|body|person):[a-z0-9_]+)", actor_id
        )
        assert row["type"] in TYPES
        assert re.fullmatch(r"(Q[1-9][0-9]*)?", row["wikidata"]), row
        assert not row["parent"] or row["parent"] in ACTORS, row
        assert bool(row["parent"]) or row["type"] not in {"person", "gov_body"}, row
        dates = [datetime.date.fromisoformat(row[d]) for d in ("valid_from", "valid_to") if row[d]]
        assert dates == sorted(dates), row


def test_no_two_actors_share_a_wikidata_item() -> None:
    items = collections.Counter(row["wikidata"] for row in ACTORS.values() if row["wikidata"])
    assert not [item for item, count in items.items() if count > 1]


@pytest.mark.parametrize(
    ("type_", "least"),
    [("igo", 60), ("armed_group", 60), ("party", 100), ("gov_body", 120), ("person", 300)],
)
def test_there_are_as_many_actors_of_a_type_as_promised(type_: str, least: int) -> None:
    assert sum(row["type"] == type_ for row in ACTORS.values()) >= least


def test_states_that_are_no_more_have_an_end() -> None:
    ended = {a for a, row in ACTORS.items() if row["type"] == "state" and row["valid_to"]}
    assert {"state:SUN", "state:YUG", "state:CSK", "state:DDR", "state:ZAR"} <= ended
    assert sum(row["type"] == "state" for row in ACTORS.values()) - len(ended) == 197


def test_the_groups_that_annotations_name_are_registered() -> None:
    groups = """hezbollah hamas islamic_jihad fatah plo popular_front houthi taliban isis alqaeda
        hts nusra boko_haram al_shabaab aqim ltte farc eln eta ira pkk ypg sdf pyd peshmerga kdp
        puk kdpi muslim_brotherhood fsa syrian_opposition syrian_national_coalition jaysh_al_islam
        ahrar_al_sham faylaq_al_sham faylaq_al_rahman national_front_for_liberation white_helmets
        saudi_led_coalition us_led_coalition southern_transitional_council general_peoples_congress
        islah popular_mobilization_forces asaib_ahl_al_haq kataib_hezbollah badr dawa_party sadrists
        shia_militias hezbollah_hejaz amal free_patriotic_movement lebanese_forces future_movement
        progressive_socialist_party kataeb march_8 march_14 polisario libyan_national_army gna rsf
        janjaweed splm iranian_opposition mek irgc_proxies wagner dpr lpr azov conservative_party
        labour_party republican_party democratic_party likud akp chp hdp bjp congress_party"""
    assert {f"group:{name}" for name in groups.split()} <= set(ACTORS)


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("ar", "روسي روسية روسيون روسيين روسيات روس"),
        (
            "de",
            "russisch russische russischer russischen russisches russischem Russe Russin Russen",
        ),
        ("en", "Russian Russians"),
        ("es", "ruso rusa rusos rusas"),
        ("fa", "روس روسی روس‌ها"),
        ("fr", "russe russes Russe Russes"),
        ("he", "רוסי רוסית רוסים רוסיות"),
        ("hi", "रूसी रूसियों"),
        ("it", "russo russa russi russe"),
        ("ja", "ロシア人"),
        ("pt", "russo russa russos russas"),
        ("ru", "российский российского российской россиянин россиян русскими Россией Москве"),
        ("tr", "Rus Ruslar Rusların Ruslarla"),
        ("uk", "російський російською росіянин росіянами Росією Москві"),
        ("ur", "روسی روسیوں"),
        ("zh", "俄罗斯人 俄方 俄外长"),
    ],
)
def test_russia_in_every_language_in_the_forms_of_text(lang: str, forms: str) -> None:
    for form in forms.split():
        assert {actor_id for actor_id, _ in FORMS[lang, form]} == {"state:RUS"}, form
        assert FLAGS[lang, form] == "0", form


@pytest.mark.parametrize(
    ("lang", "form", "actor_id"),
    [
        ("ru", "Южной Корее", "state:KOR"),
        ("ru", "китайцами", "state:CHN"),
        ("ru", "Боснию и Герцеговину", "state:BIH"),
        ("ru", "Путиным", "person:putin"),
        ("ru", "Большой семёрки", "igo:G7"),
        ("uk", "Північній Македонії", "state:MKD"),
        ("uk", "Білому домі", "body:white_house"),
        ("uk", "Америці", "state:USA"),
        ("de", "Schweizer", "state:CHE"),
        ("fr", "sud-coréennes", "state:KOR"),
        ("es", "españolas", "state:ESP"),
        ("it", "tedesche", "state:DEU"),
        ("pt", "alemães", "state:DEU"),
        ("ar", "الكوري الجنوبي", "state:KOR"),
        ("ar", "كورية شمالية", "state:PRK"),
        ("ar", "البيت الأبيض", "body:white_house"),
        ("he", "דרום קוריאנית", "state:KOR"),
        ("tr", "Amerikalıların", "state:USA"),
        ("en", "Foggy Bottom", "body:us_state_department"),
        ("zh", "塔利班", "group:taliban"),
        ("ja", "クレムリン", "body:kremlin"),
    ],
)
def test_a_form_is_of_its_actor(lang: str, form: str, actor_id: str) -> None:
    assert actor_id in {bearer for bearer, _ in FORMS[lang, form]}


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("en", "Georgia"), ("en", "Jordan"), ("en", "Chad"), ("en", "Congolese"),
        ("ar", "مالي"), ("ar", "عمان"), ("ar", "تركي"), ("ar", "ألبان"), ("ar", "مجري"),
        ("ar", "القاعدة"), ("ar", "فتح"), ("ar", "الشباب"), ("ar", "المملكة"),
        ("ru", "Того"), ("ru", "болгарка"), ("ru", "финкой"), ("ru", "испанки"), ("ru", "чешки"),
        ("uk", "Додому"), ("uk", "Досі"), ("fa", "ترک"), ("fa", "چک"), ("fa", "رئیسی"),
        ("he", "הודו"), ("he", "דני"), ("he", "דנים"), ("he", "תאים"), ("hi", "चीनी"),
        ("tr", "Çek"), ("tr", "Dili"), ("es", "Podemos"), ("es", "Granada"), ("pt", "Fico"),
        ("fr", "Hollande"), ("it", "giordano"), ("de", "Malteser"), ("ur", "ترک"),
    ],
)  # fmt: skip
def test_what_is_a_common_word_too_is_flagged(lang: str, form: str) -> None:
    assert FLAGS[lang, form] == "1"


@pytest.mark.parametrize(
    ("lang", "form"),
    [("ar", "التركي"), ("ar", "تركية"), ("he", "הסיני"), ("he", "סינית"), ("ar", "حركة فتح"),
     ("es", "Unidas Podemos"), ("ru", "болгарский"), ("fa", "ترکیه‌ای"), ("en", "Jordanian")],
)  # fmt: skip
def test_a_form_that_misleads_nobody_stays_plain(lang: str, form: str) -> None:
    assert FLAGS[lang, form] == "0"


def test_masks_are_sorted_and_hide_no_whole_name() -> None:
    keys = [(row["lang"], row["form"]) for row in MASKS]
    assert len(keys) == len(set(keys)) > 3_000
    assert {lang for lang, _ in keys} == set(LANGUAGES)
    names = {(row["lang"], row["form"].lower()) for row in NAMES}
    assert not [key for key in keys if (key[0], key[1].lower()) in names]


@pytest.mark.parametrize(("kind", "share"), [("name", 1.0), ("capital", 0.97), ("adjective", 0.95)])
def test_coverage_keeps_to_its_floors(kind: str, share: float) -> None:
    found = [one for one in shipped_coverage() if one.kind == kind]
    assert [one.lang for one in found] == LANGUAGES
    for one in found:
        assert one.states == 197
        assert one.named >= share * one.states, (one.lang, one.missing)


def actor(actor_id: str, ended: str = "") -> dict[str, str]:
    return {"actor_id": actor_id, "type": "state", "valid_to": ended}


def name(actor_id: str, lang: str, kind: str, ambiguous: str = "0") -> dict[str, str]:
    return {"actor_id": actor_id, "lang": lang, "kind": kind, "ambiguous": ambiguous}


def test_coverage_counts_plain_and_flagged_and_leaves_out_what_is_no_more() -> None:
    actors = [actor("state:GEO"), actor("state:FRA"), actor("state:SUN", "1991-12-26")]
    names = [name("state:GEO", "en", "name", "1"), name("state:SUN", "en", "name"),
             name("state:FRA", "en", "adjective")]  # fmt: skip
    found = {one.kind: one for one in coverage(actors, names)}
    assert list(found) == list(KINDS)
    assert found["name"] == Coverage("en", "name", 2, 1, 0, ("state:FRA",))
    assert found["adjective"] == Coverage("en", "adjective", 2, 1, 1, ("state:GEO",))


def test_coverage_counts_the_noun_in_chinese_and_the_name_for_a_capital_alike() -> None:
    names = [name("state:SGP", "zh", "name")]
    found = {one.kind: one.named for one in coverage([actor("state:SGP")], names)}
    assert found == {"name": 1, "official": 0, "adjective": 1, "demonym": 0, "capital": 1}


def test_the_report_is_a_line_a_language_and_what_is_missing() -> None:
    names = [name("state:FRA", "fr", kind) for kind in ("name", "adjective", "demonym")]
    lines = list(report(coverage([actor("state:FRA")], names)))
    assert lines[0].split() == ["language", *KINDS]
    assert lines[1].split() == ["fr", "1", "(1)", "0", "(0)", "1", "(1)", "1", "(1)", "0", "(0)"]
    assert lines[2:] == ["missing in fr, capital: FRA"]
