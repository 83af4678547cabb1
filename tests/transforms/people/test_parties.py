"""People who speak for a party: candidates, senators, deputies, and an opposition's leaders."""

import pytest

from transforms.actors.lexicon import lexicon
from transforms.people.tag import tag_people
from transforms.records import Passage


def spoken_for(language: str, *texts: str) -> list[tuple[str, str]]:
    """Who is found in the last of an article's texts, and for whom; all names are looked up."""
    found = lexicon().tag_all([(text, (language,)) for text in texts])
    passages = [
        Passage(kind="paragraph", text=text, language=language, mentions=tuple(each.mentions))
        for text, each in zip(texts, found, strict=True)
    ]
    last = tag_people(passages)[-1]
    return [(each.text, each.principal.partition(":")[2]) for each in last if each.type == "person"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Republican Senator Jane Hollis of the United States spoke.",
            [("Senator", "republican_party"), ("Jane Hollis", "republican_party")],
        ),
        ("en", "Two Democratic lawmakers in America left.", [("lawmakers", "democratic_party")]),
        (
            "en",
            "The SPD lawmaker for Kassel, Anna Brandt, spoke.",
            [("lawmaker", "spd"), ("Anna Brandt", "spd")],
        ),
        (
            "fr",
            "Le député de La France insoumise Jean Morel a parlé.",
            [("député", "lfi"), ("Jean Morel", "lfi")],
        ),
        (
            "de",
            "Der republikanische Senator Paul Hollis aus den USA sprach.",
            [("Senator", "republican_party"), ("Paul Hollis", "republican_party")],
        ),
        (
            "ru",
            "Депутат Госдумы от ЛДПР Олег Шубин выступил.",
            [("Депутат", "ldpr"), ("Олег Шубин", "ldpr")],
        ),
        (
            "ru",
            "Сенатор-республиканец Пол Холлис из США выступил.",
            [("Сенатор", "republican_party"), ("Пол Холлис", "republican_party")],
        ),
        (
            "es",
            "La diputada del PSOE Elena Ruiz habló.",
            [("diputada", "psoe"), ("Elena Ruiz", "psoe")],
        ),
        (
            "tr",
            "CHP Milletvekili Cem Aydın konuştu.",
            [("Milletvekili", "chp"), ("Cem Aydın", "chp")],
        ),
        (
            "it",
            "La deputata del M5S Carla Neri parla.",
            [("deputata", "m5s"), ("Carla Neri", "m5s")],
        ),
        (
            "pt",
            "O deputado do PSDB Rui Lopes falou.",
            [("deputado", "psdb"), ("Rui Lopes", "psdb")],
        ),
        (
            "ar",
            "قال السيناتور الجمهوري جون هوليس في أمريكا.",
            [("السيناتور", "republican_party"), ("جون هوليس", "republican_party")],
        ),
        (
            "ar",
            "قال عضو الكونغرس عن الحزب الديمقراطي جون هوليس ذلك.",
            [("عضو", "democratic_party"), ("جون هوليس", "democratic_party")],
        ),
        ("ar", "وحضر نائب من حزب الله أمس.", [("نائب", "hezbollah")]),
    ],
)
def test_a_members_title_tells_his_party(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert spoken_for(language, text) == expected


def test_a_place_or_an_adjective_may_stand_before_the_name() -> None:
    text = "قال مرشح حزب الشعب الجمهوري المعارض في انتخابات الرئاسة، كمال أوزان، أمس ذلك."
    assert spoken_for("ar", text) == [("مرشح", "chp"), ("كمال أوزان", "chp")]
    text = "قال السيناتور الجمهوري عن ولاية بعيدة جون هوليس في أمريكا."
    assert ("جون هوليس", "republican_party") in spoken_for("ar", text)
    text = "وقال نائب حزب الله في مؤتمر حضره جمهور غفير."
    assert spoken_for("ar", text) == [("نائب", "hezbollah")]


def test_an_opposition_party_is_a_party_and_an_opposition_nobody() -> None:
    text = "قال زعيم حزب العمال البريطاني المعارض جون هوليس ذلك."
    assert ("جون هوليس", "labour_party") in spoken_for("ar", text)
    assert spoken_for("ar", "قال زعيم المعارضة البريطانية جون هوليس ذلك.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukrainian opposition leader Ivan Borenko spoke."),
        ("en", "Ukraine's main opposition leader Ivan Borenko spoke."),
        ("es", "Habló el líder de la oposición ucraniana, Ivan Borenko."),
        ("fr", "Le chef de l'opposition ukrainienne, Ivan Borenko, a parlé."),
        ("de", "Der ukrainische Oppositionsführer Ivan Borenko sprach."),
        ("ru", "Выступил лидер украинской оппозиции Ivan Borenko."),
        ("ar", "قال زعيم المعارضة الأوكرانية إيفان بورينكو ذلك."),
    ],
)
def test_the_leader_of_a_states_opposition_speaks_for_it(language: str, text: str) -> None:
    assert [whose for _, whose in spoken_for(language, text)] == ["ukrainian_opposition"]


def test_the_leader_of_a_states_rebels_speaks_for_them() -> None:
    text = "Chadian rebel leader Karim Dosso spoke."
    assert spoken_for("en", text) == [("Karim Dosso", "chadian_rebels")]
    assert spoken_for("de", "Der maltesische Oppositionsführer Ivan Borenko sprach.") == []


def test_a_cadre_is_of_the_movement_that_follows() -> None:
    first, text = "قال القيادي في حزب الله علي حسن ذلك.", "ودعا القيادي في حركة حماس ذلك."
    assert spoken_for("ar", first, text) == [("القيادي", "hamas")]


def test_the_deputy_of_somebody_is_no_member() -> None:
    assert ("نواب", "chp") not in spoken_for("ar", "حضر نواب رئيس حزب الشعب الجمهوري.")


def test_a_partys_adjective_needs_the_state_where_it_means_it() -> None:
    assert spoken_for("en", "A Republican senator in France spoke.") == []
    assert spoken_for("ar", "وقال نائب جمهوري ذلك.") == []


def test_a_candidate_acts_for_no_state() -> None:
    assert spoken_for("en", "The Turkish candidate Ali Veli spoke.") == []
    found = spoken_for("en", "The French senator Anne Durand spoke.")
    assert found == [("senator", "FRA"), ("Anne Durand", "FRA")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قالت وزيرة الداخلية البريطانية في حكومة الظل آن هوليس ذلك."),
        ("en", "The British interior minister in the shadow cabinet, Ann Hollis, spoke."),
    ],
)
def test_a_shadow_minister_is_no_minister(language: str, text: str) -> None:
    assert spoken_for(language, text) == []


def test_the_story_tells_which_of_several_parties_is_meant() -> None:
    def named(*texts: str) -> list[str]:
        found = lexicon().tag_all([(text, ("ar",)) for text in texts])
        return [each.principal for each in found[-1].mentions]

    text = "واتهم حزب العمال الحكومة بالكذب."
    assert named("انتخابات في بريطانيا", text) == ["group:labour_party"]
    assert named("هجوم في تركيا", text) == ["group:pkk"]
    assert named("مباحثات بين بريطانيا وتركيا", text) == []
    assert named(text) == []
    assert named("انتخابات في بريطانيا", "ووصل وحزب العمال معه.") == ["group:labour_party"]


def test_an_arabic_adjective_before_a_group_is_of_the_noun_before() -> None:
    found = lexicon().tag("اتهم الرئيس الأمريكي حزب الله بذلك", ("ar",))
    assert [each.principal for each in found] == ["state:USA", "group:hezbollah"]
    found = lexicon().tag("حزب الله اللبناني", ("ar",))
    assert [each.principal for each in found] == ["group:hezbollah"]
