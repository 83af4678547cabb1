"""Lists of demands and replies: what introduces them, and what that leaves to the article."""

from __future__ import annotations

from tests.conftest import acts_in
from transforms.records import Act

Told = tuple[str, tuple[str, ...], tuple[str, ...]]
POINTING = """Oslo's conditions for Brussels

OSLO (Norova) - Norway sent a letter to the European Union on Monday.

The document says as follows:

- a cut of 20 per cent in the joint quota
- 2031 quotas: to be settled by June
- a vote that condemns illegal fishing

The ministers meet again on Friday."""
REPLY = """Quotas: Norway's answer to the European Union

OSLO (Norova) - Here are the main points of Norway's reply to the European Union:

- Fishing zones: no concessions
- Norway has never closed its ports
- Norway will fit every vessel with a camera
- The European Union refuses to share its data
- the ports close at midnight otherwise
- Readiness for talks in May

The ministers meet again on Friday."""
NORWAY, UNION = ("state:NOR",), ("igo:EU",)


def told(text: str, language: str = "en") -> list[Told]:
    return [(act.type, act.issuers, act.addressees) for act in acts_in(text, language)]


def of_items(text: str, most: int, language: str = "en") -> list[Act]:
    return acts_in(text, language)[-most:]


def test_words_that_only_point_at_a_list_take_the_demands_that_the_title_names() -> None:
    assert told(POINTING)[-3:] == [("demand", NORWAY, UNION)] * 3
    assert all(act.inherited for act in of_items(POINTING, 3))


def test_the_title_above_a_list_is_a_demand_if_it_names_whose_they_are() -> None:
    assert told(POINTING)[0] == ("demand", NORWAY, UNION)
    without = POINTING.replace("\n- ", "\n")
    assert [kind for kind, *_ in told(without)] == ["accusation"]  # a list no more


def test_words_that_point_at_facts_take_nothing() -> None:
    assert told(POINTING.replace("The document says as follows", "Key figures"))[1:] == []


def test_items_of_a_reply_are_what_their_subject_and_opening_make_them() -> None:
    assert told(REPLY)[-6:] == [
        ("refusal", NORWAY, UNION),
        ("denial", NORWAY, UNION),
        ("promise", NORWAY, UNION),
        ("accusation", NORWAY, UNION),
        ("threat", NORWAY, UNION),
        ("promise", NORWAY, UNION),
    ]


def test_what_somebody_refuses_together_with_another_he_does_not_accuse_himself_of() -> None:
    text = REPLY.replace("The European Union refuses", "Norway and Sweden refuse")
    assert told(text)[-3] == ("refusal", ("state:NOR", "state:SWE"), ())


def test_what_must_be_done_introduces_a_list() -> None:
    text = POINTING.replace("The document says as follows:", "The European Union must:")
    assert told(text)[-3:] == [("demand", NORWAY, UNION)] * 3


def test_an_arabic_statement_acts_for_whoever_issued_it() -> None:
    text = "اتهمت تركيا اليونان بالقرصنة.\n\nوطالب البيان اليونان بالانسحاب."
    assert told(text, "ar")[-1] == ("demand", ("state:TUR",), ("state:GRC",))
