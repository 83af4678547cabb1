"""Items of German and Turkish replies that negate something, and verbs that close introductions."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in


def types(language: str, introduction: str, item: str) -> list[str]:
    """The types of the acts of a list below an introduction, of the same item twice."""
    listed = f"- {item}\n- {item}"
    acts = acts_in(f"Oslo, Helsinki\n\n{introduction}\n\n{listed}", language)
    return [act.type for act in acts if act.inherited]


@pytest.mark.parametrize(
    ("expected", "item"),
    [
        ("refusal", "Über den Hafen wird nicht gesprochen."),
        ("refusal", "Eine neue Grenze werde es im Norden nicht geben."),
        ("refusal", "Norwegen wird im Herbst keine Schiffe aus dem Fjord holen."),
        ("denial", "Norwegen hat im Herbst keine Schiffe beschossen."),
        ("denial", "Es gab am Sonntag keine Schüsse."),
        ("denial", "Keine einzige Granate wurde abgefeuert."),
    ],
)
def test_what_a_german_reply_negates(expected: str, item: str) -> None:
    assert types("de", "Die Antwort Norwegens an Finnland:", item) == [expected] * 2


@pytest.mark.parametrize(
    ("expected", "introduction", "item"),
    [
        ("denial", "Norveç'in Finlandiya'ya yanıtı:", "Köprüye mayın döşenmemiştir"),
        ("refusal", "Norveç'in Finlandiya'ya yanıtı:", "Liman hiçbir gemiye açılmayacak"),
        ("accusation", "Norveç'in Finlandiya'ya yanıtı:", "Finlandiya borcunu hâlâ ödemedi"),
        ("threat", "Norveç'in Finlandiya'ya tehditleri:", "Hiçbir tekne boğazdan geçemeyecek"),
    ],
)
def test_what_the_last_verb_of_a_turkish_item_negates(
    expected: str, introduction: str, item: str
) -> None:
    assert types("tr", introduction, item) == [expected] * 2


def test_the_verb_that_closes_an_introduction_tells_more_than_steps_or_a_reply() -> None:
    steps = "Norveç, Finlandiya'yı şu adımları atmaya davet etti:"
    assert types("tr", steps, "Limanın açılması") == ["appeal"] * 2
    german = "Norwegen schlug Finnland folgende Schritte vor:"
    assert types("de", german, "Öffnung des Hafens") == ["appeal"] * 2
    reply = "Norveç, Finlandiya'ya cevabında şunları reddetti:"
    assert types("tr", reply, "Limanın kapatılması") == ["refusal"] * 2
