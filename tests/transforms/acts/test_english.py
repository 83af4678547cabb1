"""English and Romance acts: owners, offices, spokesmen, strangers and what is no act at all."""

import pytest

from tests.conftest import acts_in


def acts(text: str, language: str = "en") -> list[str]:
    """Each act as "type issuers > addressees", the parties without their kind."""
    return [
        f"{act.type} {_names(act.issuers)} > {_names(act.addressees)}"
        for act in acts_in(text, language)
    ]


def _names(parties: tuple[str, ...]) -> str:
    return " ".join(party.partition(":")[2] for party in parties)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("appeal TUR > RUS", "Turkey's call on Russia to stay out was ignored."),
        ("promise ISR > ", "Netanyahu's vow to stay the course was no surprise."),
        ("accusation RUS > ", "The raid, condemned by Russia, killed ten."),
        ("demand USA > CAN", "Ottawa is under pressure from Washington to raise its budget."),
        (
            "appeal CHN > USA",
            "A spokesman for the Chinese Foreign Ministry urged the U.S. side to talk.",
        ),
        ("promise LBY > ", "Libya's UN-recognised government has vowed to retake the east."),
        ("demand CHN > USA", "China ordered the U.S. mission's top official to leave."),
        ("accusation TUN > ", "Tunisians protest over power cuts."),
        ("threat ISR > IRN", '"Iran is playing with fire," Israel\'s defence minister said.'),
        ("threat  > SRB", "Lorry drivers threatened to block the roads of Serbia."),
        ("threat  > ", "The mayor received death threats by telephone."),
    ],
)
def test_who_acts_in_english(expected: str, text: str) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The French Prime Minister is expected to present a plan to lift the lockdown.",
        "Despite global criticism, Sweden kept its schools open.",
        "Travellers from Spain will not have to quarantine in Britain.",
        "Migrants hoping to reach the United States are stuck in Mexico.",
        "Modi offered prayers at a temple in India.",
        "Experts warn of floods in Alaska.",
    ],
)
def test_what_is_no_act_in_english(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("demand RWA > UGA", "Ruanda exige que Uganda desarme a los rebeldes."),
        ("accusation CUB > USA", "Cuba denunció ante la ONU el bloqueo de Estados Unidos."),
        ("threat  > ", "Los camioneros amenazaron este lunes con paralizar el país."),
        ("threat  > ", "El alcalde recibio amenazas contra su vida."),
        ("refusal RUS > ", "Rusia dejó claro que no retirará sus tropas."),
        ("threat  > BOL", "Los mineros paralizarán el país si el gobierno boliviano no cede."),
        ("refusal  > ", "El Partido Obrero de Chile votó ayer contra el plan."),
        ("appeal CHN > ", "Eso fue lo que recomendó Pekín tras la reunión."),
        ("accusation POL > DEU", "Varsovia no deja de reprochar a Berlín su lentitud."),
        (
            "demand UN > IRQ",
            "La ONU conminó a las autoridades de Bagdad a ceder.",
        ),
        ("accusation GRC > TUR", "El ministro griego echó en cara a Turquía sus incursiones."),
        ("refusal SYR > UN", "Las ideas de la ONU fueron desestimadas por Siria."),
        ("refusal TUR > SWE", "Ankara sigue sin dar su brazo a torcer ante Suecia."),
        ("appeal KEN > SOM", "Kenia hizo el lunes un enérgico llamamiento a Somalia."),
        ("refusal PER > ", '"Con bandidos no se negocia", zanjó el presidente de Perú.'),
        ("threat UGA > RWA", "Uganda no se quedará de brazos cruzados si Ruanda ataca."),
        ("promise JPN > NIC", "Japón no escatimará recursos para ayudar a Nicaragua."),
        (
            "accusation COL > ISR",
            "El gobierno colombiano carga contra Israel por un ataque en Gaza.",
        ),
    ],
)
def test_who_acts_in_spanish(expected: str, text: str) -> None:
    assert acts(text, "es") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "La ministra española de Defensa prometió su cargo ante el Rey.",
        "La obra exigirá una inversión de 30 millones al Gobierno de Chile.",
    ],
)
def test_what_only_looks_like_an_act_in_spanish(text: str) -> None:
    assert acts(text, "es") == []


@pytest.mark.parametrize(
    ("expected", "language", "text"),
    [
        ("demand  > GBR", "es", "Los pescadores exigen de Londres una respuesta."),
        ("demand FRA DEU > ", "es", "Exigieron Francia y Alemania una respuesta."),
        (
            "refusal  > GBR IRL",
            "es",
            "Una mayoría de pescadores rechazaron el plan anglo-irlandés.",
        ),
        ("refusal FRA > ", "es", "Ayer rechazaron las autoridades francesas el plan."),
        ("appeal EP > TUR", "es", "El Parlamento Europeo pidió a Turquía que libere al poeta."),
        ("refusal  > GBR", "it", "I pescatori respingono la proposta britannica."),
        ("demand  > PRT", "pt", "Os pescadores exigem de Lisboa uma resposta."),
        ("demand  > GBR", "fr", "Les pêcheurs exigent de Londres une réponse."),
    ],
)
def test_whether_a_party_behind_a_romance_verb_is_its_subject(
    expected: str, language: str, text: str
) -> None:
    assert acts(text, language) == [expected]


def test_an_acronym_behind_a_name_does_not_part_it_from_the_next() -> None:
    text = "The European Union (EU) and Norway accused Russia of fraud."
    assert acts(text) == ["accusation EU NOR > RUS"]
    assert acts(text.replace("(EU)", "(27 members)")) == ["accusation NOR > RUS"]
