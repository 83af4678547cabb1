"""Whose a list is where a case, a pronoun or the sentence before tells it."""

from __future__ import annotations

from tests.transforms.acts.test_taken_up import told


def test_whom_the_sentence_before_tells_of_behind_adverbials_acts_on() -> None:
    before = (
        "Mali und Benin plädierten für Gespräche.\n\n"
        "Für die Gastgeber sprach am späten Abend Ghana. Es verlangte von Togo:"
    )
    items = ("die Rückgabe der Boote", "die Freilassung der Fischer")
    found = told("de", "Gipfel am Meer", before, *items)
    assert found == [("demand", "state:GHA", "state:TGO")] * 2


def test_a_german_dative_speaks_for_nobody() -> None:
    before = (
        "Benin schwieg.\n\n"
        "Dem togoischen Botschafter legte Ghana ein Papier vor. In dem Papier stehen Bedingungen:"
    )
    found = told("de", "Gipfel am Meer", before, "Rückgabe der Boote", "Freilassung der Fischer")
    assert {issuers for _, issuers, _ in found} == {"state:GHA"}


def test_what_stands_before_a_turkish_party_is_no_source_of_it() -> None:
    before = (
        "Mali izliyor.\n\n"
        "Gana Sözcüsü arabuluculara bir liste verdi. Listeye göre Togo yönetimi şunları yapmalı:"
    )
    found = told("tr", "Balıkçılık krizi", before, "Tekneleri iade etmek", "Vergiyi kaldırmak")
    assert {issuers for _, issuers, _ in found} == {"state:GHA"}


def test_whoever_opens_the_passage_wrote_the_paper_that_is_listed() -> None:
    before = (
        "Mali ve Benin itidal istedi.\n\n"
        "Gana, Kızılhaç aracılığıyla bir metin gönderdi. Devlet Başkanı yorum yapmadı. "
        "Metinde Togo'dan istenenler:"
    )
    found = told("tr", "Sınırda gerilim", before, "Teknelerin iadesi", "Verginin kaldırılması")
    assert found == [("demand", "state:GHA", "state:TGO")] * 2


def test_of_whom_something_is_wanted_does_not_want_it() -> None:
    before = "Der Gast aus Accra forderte von den togoischen Gesprächspartnern:"
    found = told("de", "Gipfel am Meer", before, "Rückgabe der Boote", "Freilassung der Fischer")
    assert found == [("demand", "state:GHA", "state:TGO")] * 2


def test_of_whom_something_is_awaited_does_not_await_it() -> None:
    before = "Le Ghana ne cache plus son impatience. Ce qu'il attend de Lomé :"
    items = ("la levée de la taxe", "le départ des soldats")
    found = told("fr", "La pêche en crise", before, *items)
    assert found == [("appeal", "state:GHA", "state:TGO")] * 2


def test_a_national_security_council_is_not_that_of_the_world() -> None:
    before = "Der Nationale Sicherheitsrat in Accra verlangte von Togo:"
    found = told("de", "Gipfel am Meer", before, "Rückgabe der Boote", "Freilassung der Fischer")
    assert found == [("demand", "", "state:TGO")] * 2
