"""Whose lists are that a source, a condition, a quote or a pointer introduces; not in Arabic."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in

Told = tuple[str, str, str]


def told(language: str, text: str) -> list[Told]:
    """The acts of a story's items, each with its parties, without their kind."""
    of_items = acts_in(text, language, "bullet")
    return [(act.type, _names(act.issuers), _names(act.addressees)) for act in of_items]


def _names(parties: tuple[str, ...]) -> str:
    return " ".join(party.partition(":")[2] for party in parties)


def test_what_terms_oblige_somebody_to_is_not_his() -> None:
    text = """Streit um die Fischerei

Oslo - Der norwegische Außenminister nannte am Montag drei Bedingungen, die Schweden erfüllen müsse:

- die Rückgabe der Netze

- ein Ende der Kontrollen auf See"""
    assert told("de", text) == [("demand", "NOR", "SWE")] * 2


@pytest.mark.parametrize(
    ("language", "introduction", "items"),
    [
        (
            "tr",
            "Norveç'e göre İsveç'in yapması gerekenler:",
            ("Ağları vermek", "Kuyuları açmak"),
        ),
        ("de", "Norwegen zufolge Schwedens Aufgaben, die Forderungen:", ("Abzug", "Rückgabe")),
    ],
)
def test_a_list_is_of_whom_its_introduction_cites(
    language: str, introduction: str, items: tuple[str, str]
) -> None:
    parts = ("Vor dem Treffen", "Am Montag wird verhandelt.", introduction)
    text = "\n\n".join((*parts, *(f"- {item}" for item in items)))
    assert told(language, text) == [("demand", "NOR", "SWE")] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            """Норвегия закрывает порты

Если рыбаки не вернут сети, будет сделано вот что:

- Гавань будет закрыта.

- Лицензии перестанут действовать.""",
        ),
        (
            "tr",
            """Norveç limanları kapatıyor

Ağlar iade edilmezse olacaklar şöyle:

- Liman kapatılacak.

- Ruhsatlar iptal edilecek.""",
        ),
    ],
)
def test_what_follows_if_something_is_not_done_is_threatened(language: str, text: str) -> None:
    assert told(language, text) == [("threat", "NOR", "")] * 2


def test_german_items_in_indirect_speech_are_somebody_s_words() -> None:
    text = """Norwegen wehrt sich

Der Sprecher las von einem Zettel ab:

- Der Fischer habe keine Netze gestohlen.

- Die Boote seien nie im Hafen gewesen."""
    assert [kind for kind, _, _ in told("de", text)] == ["denial"] * 2


def test_items_quoted_as_a_whole_are_spoken() -> None:
    text = """Norwegen gegen Schweden

Wörtlich heißt es in dem Text:

- „Schweden hat im Herbst unsere Netze zerschnitten.“

- „Stockholm hetzt seit Jahren die Fischer gegen uns auf.“"""
    assert {who for _, who, _ in told("de", text)} == {"NOR"}


def test_a_pointer_without_a_party_is_of_whom_the_passage_before_opens_with() -> None:
    text = """Спор о рыбе

Дания потребовала уступок от Швеции.

Норвегия молчала. Через посредника министр передал шведским властям бумагу.

Вот ее содержание:

- возвращение сетей

- отмена пошлин"""
    assert {who for _, who, _ in told("ru", text)} == {"NOR"}


def test_a_turkish_party_in_another_case_has_no_list() -> None:
    text = """Balık kavgası

Norveç müzakere masasına döndü.

İsveç'e iletilen liste şöyle:

- Ağların iadesi

- Kuyuların açılması"""
    assert "SWE" not in {who for _, who, _ in told("tr", text)}


def test_where_something_is_nobody_is_bidden() -> None:
    text = """Norveç'in suçlamaları

Norveç'in İsveç'e yönelttiği suçlamalar şöyle:

- Danimarka'da gizli tekneler işletmek

- Ağları kesmek"""
    assert told("tr", text) == [("accusation", "NOR", "SWE")] * 2


def test_a_letter_in_which_somebody_commits_himself_lists_promises() -> None:
    text = """Brief aus Oslo

In dem Brief verpflichtet sich die norwegische Regierung gegenüber Schweden zu folgenden \
Schritten:

- die Netze bis Mai zurückzugeben

- die Kontrollen auf See zu beenden"""
    assert [kind for kind, _, _ in told("de", text)] == ["promise"] * 2
