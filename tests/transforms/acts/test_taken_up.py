"""Whose a list is that is told by "his", "they", an office, or the sentence before."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in

Told = list[tuple[str, str, str]]


def told(language: str, title: str, before: str, *items: str) -> Told:
    """Type, issuers and addressees of the acts of the items below a title and a paragraph."""
    listed = "\n".join(f"- {item}" for item in items)
    acts = acts_in(f"{title}\n\n{before}\n\n{listed}", language)[-len(items) :]
    return [(act.type, " ".join(act.issuers), " ".join(act.addressees)) for act in acts]


@pytest.mark.parametrize(
    ("language", "title", "before", "items"),
    [
        (
            "en",
            "Ghana and Togo at odds",
            "Togo was silent.\n\nGhana met Mali on Monday. Its new conditions to Togo:",
            ("Release of two pilots", "An end to the tax"),
        ),
        (
            "fr",
            "Le Togo et le Ghana se disputent",
            "Le Ghana a reçu le Mali lundi. Ses conditions au Togo, dont le Bénin a reçu copie :",
            ("la levée de la taxe", "le départ des soldats"),
        ),
        (
            "es",
            "Ghana y Togo discuten",
            "Ghana recibió a Malí el lunes. Sus condiciones a Togo son estas:",
            ("retirada de las tropas", "fin de las multas"),
        ),
        (
            "fr",
            "Le Ghana écrit au Togo",
            "Le Mali regarde.\n\nLe gouvernement réclame au Togo :",
            ("la levée de la taxe", "le départ des soldats"),
        ),
        (
            "en",
            "Ghana writes to Togo",
            "Mali warned Benin on Sunday.\n\nIn it the republic demands of Togo:",
            ("Release of two pilots", "An end to the tax"),
        ),
    ],
)
def test_an_introduction_takes_up_whoever_opens_the_sentence_before_or_the_title(
    language: str, title: str, before: str, items: tuple[str, ...]
) -> None:
    found = told(language, title, before, *items)
    assert [(kind, issuers) for kind, issuers, _ in found] == [("demand", "state:GHA")] * 2


def test_their_demands_are_of_no_single_official() -> None:
    before = (
        "The African Union sent Togo a letter.\n\n"
        "Olaf Scholz said the five stood firm. Their letter says that Togo must:"
    )
    found = told("en", "African Union presses Togo", before, "free two pilots", "lift the tax")
    assert all(issuers != "state:DEU" for _, issuers, _ in found)


def test_names_behind_a_comma_and_an_article_are_joined() -> None:
    text = "La France, l'Allemagne et la Pologne exigent du Mali la levée des taxes."
    assert acts_in(text, "fr")[0].issuers == ("state:FRA", "state:DEU", "state:POL")


def test_a_plural_noun_of_an_act_heads_a_list() -> None:
    before = "Le Ghana a écrit lundi.\n\nSes accusations contre le Togo :"
    items = ("Les bateaux ont brûlé les filets", "Les soldats ont franchi le fleuve")
    found = told("fr", "Le Ghana écrit", before, *items)
    assert found == [("accusation", "state:GHA", "state:TGO")] * 2


def test_an_adjective_may_part_a_noun_from_its_owner() -> None:
    before = "Hubo una reunión.\n\nLas condiciones previas de Ghana son estas:"
    found = told("es", "Reunión en Lomé", before, "retirada de las tropas", "fin de las multas")
    assert [issuers for _, issuers, _ in found] == ["state:GHA"] * 2


def test_what_an_item_is_headed_to_is_no_speaker() -> None:
    before = "Ghana respondió el lunes.\n\nGhana dejó varios mensajes:"
    items = (
        'A Togo: "Rechazamos la petición de más inspecciones".',
        "A Malí: debe abrir el puente.",
    )
    found = told("es", "Ghana contesta", before, *items)
    assert found[0] == ("refusal", "state:GHA", "state:TGO")


def test_a_quoted_item_is_the_issuers_though_another_is_named_before_it() -> None:
    before = "Togo calló.\n\nEsto es lo que el presidente de Ghana replicó a Togo:"
    found = told("es", "Ghana contesta a Togo", before, '"Exijo respeto."', '"Exijo calma."')
    assert [issuers for _, issuers, _ in found] == ["state:GHA"] * 2


def test_what_is_refused_until_it_happens_is_demanded() -> None:
    before = "Ghana no negociará, recalcó, mientras Togo no cumpla lo que Ghana presentó así:"
    found = told("es", "Ghana y Togo", before, "Retirada de los barcos", "Fin de las multas")
    assert {kind for kind, _, _ in found} == {"demand"}


def test_what_is_said_of_another_behind_that_is_an_accusation() -> None:
    before = "Ghana y Togo discuten.\n\nEn su mensaje, Ghana sostuvo que Togo"
    found = told("es", "Ghana y Togo", before, "apoya el golpe;", "retiene los barcos.")
    assert found == [("accusation", "state:GHA", "state:TGO")] * 2


def test_a_warning_before_a_list_makes_threats_of_what_will_be() -> None:
    before = (
        "Le Togo se tait.\n\nFaute de progrès, le Ghana, avertit à l'intention du Togo un "
        "communiqué,"
    )
    found = told("fr", "Le Ghana et le Togo", before, "fermera le pont ;", "interdira les bateaux.")
    assert {kind for kind, _, _ in found} == {"threat"}


def test_the_government_of_a_party_opens_a_reproach() -> None:
    before = "Ghana respondió.\n\nEsto fue lo que el presidente de Ghana dijo a Togo:"
    items = ("El Gobierno de Togo actúa como un bandido.", "No cederemos.")
    found = told("es", "Ghana responde a Togo", before, *items)
    assert found[0] == ("accusation", "state:GHA", "state:TGO")


def test_a_minister_is_not_addressed_by_the_position_of_the_authorities() -> None:
    before = "Dans un entretien, le ministre togolais résume la position des autorités :"
    found = told("fr", "Le Togo répond", before, "« Le Ghana doit partir. »", "« Non à la taxe. »")
    assert [issuers for _, issuers, _ in found] == ["state:TGO"] * 2
