"""To whom acts of wire sentences are: told by a phrase, a bare office, a pronoun, a condition."""

from __future__ import annotations

import pytest

from tests.transforms.acts.test_find import short


def towards(text: str, language: str) -> str:
    """The addressees of a text's only act, without their kinds."""
    ((_, _, parties),) = short(text, language)
    return " ".join(party.rpartition(":")[2] for party in parties.split())


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "Cuba pidió ayer a los gobiernos de España y de Italia un crédito.", "ESP ITA"),
        ("es", "Chile exhortó a los rebeldes de las FARC a liberar al rehén.", "farc"),
        ("fr", "Le Tchad a demandé aux dirigeants de la junte du Niger de négocier.", "NER"),
        ("it", "Il Ciad ha chiesto ai capi militari del Niger di negoziare.", "NER"),
        # one preposition, whatever its article: whoever is named first
        ("fr", "Le Togo a lancé un appel aux chefs du Mali pour qu'ils aillent au Niger.", "MLI"),
    ],
)
def test_articles_and_of_keep_a_party_near_its_preposition(
    language: str, text: str, addressees: str
) -> None:
    assert towards(text, language) == addressees
