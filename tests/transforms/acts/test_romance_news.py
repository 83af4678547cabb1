"""News sentences of Romance languages: subjects behind asides, people before a seat, headlines."""

import pytest

from tests.transforms.acts.test_find import Short, short

NOR, SWE = "state:NOR", "state:SWE"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Suecia, que preside el Consejo Nórdico con Islandia, acusó a Noruega de fraude."),
        ("es", "Suecia, miembro de la OSCE desde 1973, acusó a Noruega de fraude."),
        ("es", "Suecia, cuyo premier viajó a la sede de la OTAN, acusó a Noruega de fraude."),
        ("fr", "La Suède, membre de l'OTAN depuis un an, a accusé la Norvège de fraude."),
        ("it", "La Svezia, membro della NATO da un anno, ha accusato la Norvegia di frode."),
        ("pt", "A Suécia, membro da OTAN há um ano, acusou a Noruega de fraude."),
    ],
)
def test_an_aside_is_no_subject(language: str, text: str) -> None:
    assert short(text, language) == [("accusation", SWE, NOR)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("accusation", SWE, NOR)], "Suecia denuncia incursión de militares noruegos"),
        ([], "La denuncia de los vecinos contra militares noruegos fue archivada."),
        ([], "Dos militares noruegos en Suecia, denuncia archivada"),
    ],
)
def test_a_verb_that_is_a_noun_too_stands_behind_its_party(
    expected: list[Short], text: str
) -> None:
    assert short(text, "es") == expected


@pytest.mark.parametrize(
    ("addressee", "text"),
    [
        (NOR, "Decenas de desempleados marcharon hasta la embajada de Noruega para exigir visas."),
        (NOR, "Vecinos de Suecia acamparon frente al consulado noruego para exigir visas."),
        ("", "Decenas de desempleados marcharon por las calles de Noruega para exigir visas."),
    ],
)
def test_people_demand_of_whose_seat_they_stand_before(addressee: str, text: str) -> None:
    assert short(text, "es") == [("demand", "", addressee)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("refusal", "", SWE),
            "La Central Obrera Sueca se negó a asistir al diálogo convocado por el gobierno.",
        ),
        (
            ("threat", "", NOR),
            "Los pilotos aéreos noruegos paralizarán el país si el gobierno no cede.",
        ),
        (("demand", "", SWE), "Los maestros de Suecia exigen que el nuevo gobierno les pague."),
    ],
)
def test_unions_are_not_their_state(expected: Short, text: str) -> None:
    assert short(text, "es")[0] == expected


def test_the_country_is_one() -> None:
    text = "Los transportistas noruegos anunciaron que paralizarán el país si el gobierno no cede."
    assert short(text, "es") == [("threat", "", NOR)]


def test_a_ministry_of_the_economy_is_no_economy() -> None:
    text = "El ministro de Economía de Noruega, Ola Berg, pidió a Suecia un plazo."
    assert short(text, "es") == [("appeal", NOR, SWE)]


@pytest.mark.parametrize(
    "text",
    [
        "Suecia cerrará el grifo a Noruega de persistir las trabas.",
        "Suecia dejará sin gas a Noruega.",
    ],
)
def test_harm_announced(text: str) -> None:
    assert short(text, "es") == [("threat", SWE, NOR)]
