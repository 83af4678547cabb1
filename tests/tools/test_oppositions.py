"""The rule that names a state's opposition and its rebels at build time."""

import pytest

from tools.actors import oppositions
from tools.actors.tables import Name

STATES = [("COD", "ru", "ДР Конго"), ("TCD", "en", "Chad"), ("TCD", "ru", "Чад")]


def forms(actor_id: str, lang: str) -> set[str]:
    states = [Name(f"state:{state}", of, form, "name", "test") for state, of, form in STATES]
    return {
        name.form
        for name in oppositions.names(states)
        if (name.actor_id, name.lang) == (actor_id, lang)
    }


@pytest.mark.parametrize(
    ("actor_id", "lang", "some"),
    [
        ("chadian_opposition", "en", "Chadian opposition|Chad's opposition|opposition in Chad"),
        ("chadian_opposition", "es", "oposición chadiana|opositores chadianos"),
        ("chadian_opposition", "fr", "opposition tchadienne|opposants tchadiens"),
        ("chadian_opposition", "de", "tschadische Opposition|tschadischen Opposition"),
        ("chadian_opposition", "ru", "чадская оппозиция|оппозиция Чада"),
        ("chadian_opposition", "ar", "المعارضة التشادية"),
        ("south_korean_opposition", "ar", "المعارضة الكورية الجنوبية"),
        ("iraqi_opposition", "es", "oposición iraquí|opositores iraquíes"),
        ("chadian_rebels", "en", "Chadian rebels|Chad's rebels|Chadian rebel"),
        ("chadian_rebels", "es", "rebeldes chadianos"),
        ("congolese_rebels", "pt", "rebeldes congoleses"),
        ("chadian_rebels", "it", "ribelli ciadiani"),
        ("chadian_rebels", "ar", "المتمردون التشاديون|المتمردين التشاديين"),
        ("chadian_rebels", "ru", "чадские повстанцы"),
    ],
)
def test_the_adjective_agrees(actor_id: str, lang: str, some: str) -> None:
    assert set(some.split("|")) <= forms(f"group:{actor_id}", lang)


def test_no_form_is_of_the_wrong_number() -> None:
    names = forms("group:congolese_opposition", "es")
    assert {"opositores congoleños", "opositores congoleses"} & names
    assert not {"opositores congolés", "oposición congolés"} & names


def test_one_group_that_is_meant_everywhere_keeps_its_id() -> None:
    assert "Yemeni rebels" in forms("group:houthi", "en")
    actors = {actor["actor_id"] for actor in oppositions.actors()}
    assert "group:yemeni_opposition" in actors
    assert "group:yemeni_rebels" not in actors
