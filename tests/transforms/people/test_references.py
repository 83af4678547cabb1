"""Nouns that refer back: "the two countries", "the allies", "the agency", "our country"."""

from __future__ import annotations

import dataclasses

import pytest

from transforms.people.tag import tag_people
from transforms.records import Mention, Passage

THREE = [
    "Ruritania spoke.",
    "Ruritania and Utopia met.",
    "Utopia left. Ruritania stayed. Utopia won.",
]
NAMES = {"Ruritania": "state:RUR", "Utopia": "state:UTO", "Freedonia": "state:FRE"}


def passage(text: str, language: str = "en") -> Passage:
    """A paragraph in which the invented states are named."""
    found = []
    for name, state in NAMES.items():
        start = text.find(name)
        while start >= 0:
            found.append(mention(state, start, start + len(name), name))
            start = text.find(name, start + 1)
    found.sort(key=lambda one: one.start)
    return Passage(kind="paragraph", text=text, language=language, mentions=tuple(found))


def mention(state: str, start: int, end: int, text: str, tagger: str = "names-2:name") -> Mention:
    return Mention(
        actor_id=state,
        principal=state,
        type="state",
        role=None,
        start=start,
        end=end,
        text=text,
        tagger=tagger,
    )


def both(text: str, language: str = "en", about: list[str] | None = None) -> list[tuple[str, str]]:
    """Words and states of the mentions that are found in the last passage of a story."""
    passages = [*map(passage, about or THREE), passage(text, language)]
    tagged = tag_people(passages)
    assert [list(of) for of in tagged[:-1]] == [list(one.mentions) for one in passages[:-1]]
    for one in tagged[-1]:
        assert text[one.start : one.end] == one.text
    return [(one.text, one.actor_id) for one in tagged[-1] if one.tagger == "references-1:both"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Both countries agreed.", "en", "Both countries"),
        ("اتفق البلدان على هدنة.", "ar", "البلدان"),
        ("وللبلدين حدود.", "ar", "لبلدين"),
        ("Обе страны согласны.", "ru", "Обе страны"),
        ("两国同意。", "zh", "两国"),
        ("İki ülkenin sınırı kapalı.", "tr", "İki ülkenin"),
    ],
)
def test_both_states_are_meant(text: str, language: str, words: str) -> None:
    assert both(text, language) == [(words, "state:RUR"), (words, "state:UTO")]


def test_in_the_order_in_which_the_story_names_them() -> None:
    about = ["Utopia spoke. Utopia left.", "Ruritania answered. Ruritania and Utopia. Ruritania."]
    assert both("Both sides agreed.", about=about) == [
        ("Both sides", "state:UTO"),
        ("Both sides", "state:RUR"),
    ]


def test_a_story_of_three_states_or_of_one_has_no_pair() -> None:
    three = [*THREE, "Freedonia and Freedonia, said Freedonia."]
    assert both("Both countries agreed.", about=three) == []
    assert both("Both countries agreed.", about=["Utopia. Utopia. Utopia."]) == []
    assert both("Both countries agreed.", about=["Nobody spoke."]) == []
    assert both("Both countries agreed.", about=["Utopia, Utopia, Utopia, Ruritania."]) == []


def test_only_whole_words_of_the_passages_language_count() -> None:
    assert both("Both countrysides agreed.") == []
    assert both("Both countries agreed.", "fr") == []
    assert both("Both countries agreed.", "xx") == []


def told(*texts: str, language: str = "en", kinds: tuple[str, ...] = ()) -> list[list[str]]:
    """What the nouns of each passage refer to, in order: "words = actor, rule"."""
    passages = [
        dataclasses.replace(passage(text, language), kind=kind)
        for text, kind in zip(texts, (*kinds, *["paragraph"] * len(texts)), strict=False)
    ]
    return [
        [
            f"{each.text} = {each.principal.partition(':')[2]}, {each.tagger.partition(':')[2]}"
            for each in mentions
            if each.tagger.startswith("references-1")
        ]
        for mentions in tag_people(passages)
    ]


def test_two_that_stand_joined_just_before_are_meant_rather_than_the_storys() -> None:
    *_, last = told(*THREE, "Freedonia and Utopia met; the two countries' ministers smiled.")
    assert last == ["the two countries = FRE, both", "the two countries = UTO, both"]
    *_, last = told(*THREE, "Freedonia and Utopia told the two sides to talk.")
    assert last == ["the two sides = RUR, both", "the two sides = UTO, both"]


def test_two_alone_in_title_and_lead_are_the_storys() -> None:
    texts = ("Ruritania warns Utopia", "Ruritania warned.", "The two countries are at odds.")
    *_, last = told(*texts, kinds=("title",))
    assert last == ["The two countries = RUR, both", "The two countries = UTO, both"]


def test_a_list_of_as_many_is_meant() -> None:
    first = "Ruritania, Utopia and the Freedonia spoke."
    states = ["= RUR, several", "= UTO, several", "= FRE, several"]
    for words in ("the three countries", "the allies"):
        assert told(first, f"Nobody told {words} so.")[1] == [f"{words} {each}" for each in states]
    assert told(first, "Nobody told the four countries so.")[1] == []
    assert told("Ruritania and Utopia spoke.", "Nobody told the allies so.")[1] == []
    assert told(first, "Nobody told the allies of Gondor so.")[1] == []


@pytest.mark.parametrize(
    ("name", "noun", "language"),
    [
        ("igo:WHO", "The agency agreed.", "en"),
        ("igo:NATO", "The alliance agreed.", "en"),
        ("igo:IMF", "وافق الصندوق على ذلك.", "ar"),
        ("igo:UNSC", "وافق المجلس على ذلك.", "ar"),
        ("group:hamas", "وافقت الحركة على ذلك.", "ar"),
        ("group:eln", "La guerrilla aceptó.", "es"),
        ("igo:SCO", "Он вступил в организацию.", "ru"),
        ("igo:ECOWAS", "L’organisation accepte.", "fr"),
        ("igo:NATO", "Das Bündnis stimmte zu.", "de"),
        ("group:taliban", "این گروه پذیرفت.", "fa"),
        ("group:hamas", "התנועה הסכימה.", "he"),
        ("group:pkk", "Örgütün açıklaması.", "tr"),
        ("igo:UN", "该组织同意。", "zh"),
    ],
)
def test_a_noun_means_the_party_named_last(name: str, noun: str, language: str) -> None:
    kind, _, _ = name.partition(":")
    party = mention(name, 0, 4, "XXXX")
    first = Passage(
        kind="paragraph",
        text="XXXX.",
        language=language,
        mentions=(dataclasses.replace(party, type=kind),),
    )
    passages = [first, Passage(kind="paragraph", text=noun, language=language)]
    (_, (found,)) = tag_people(passages)
    assert (found.principal, found.type, found.tagger) == (name, kind, "references-1:party")
    assert noun[found.start : found.end] == found.text
    assert tag_people(passages[1:]) == [()]


def test_a_noun_with_words_of_its_own_is_another_one() -> None:
    def parties(noun: str, language: str = "en") -> int:
        first = Passage(
            kind="paragraph",
            text="WHO.",
            language=language,
            mentions=(mention("igo:WHO", 0, 3, "WHO"),),
        )
        return len(tag_people([first, Passage(kind="paragraph", text=noun, language=language)])[1])

    assert parties("The agency spoke.") == 1
    assert parties("The agency of Gondor spoke.") == 0
    assert parties("The Agency Board spoke.") == 0
    assert parties("Our agency spoke.") == 0
    assert parties("قالت الوكالة ذلك.", "ar") == 1
    assert parties("قالت الوكالة الرسمية ذلك.", "ar") == 0


def test_two_parties_at_once_are_in_doubt() -> None:
    passages = [
        Passage(
            kind="paragraph",
            text="WHO, FAO.",
            language="en",
            mentions=(mention("igo:WHO", 0, 3, "WHO"), mention("igo:FAO", 5, 8, "FAO")),
        ),
        Passage(kind="paragraph", text="The agency spoke.", language="en"),
    ]
    assert tag_people(passages)[1] == ()


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Our country waits.", "en", "Our country"),
        ("بلادنا تنتظر.", "ar", "بلادنا"),
        ("Наша страна ждёт.", "ru", "Наша страна"),
        ("Наш уряд чекає.", "uk", "Наш уряд"),
        ("Notre pays attend.", "fr", "Notre pays"),
        ("Nuestro país espera.", "es", "Nuestro país"),
        ("Unsere Regierung wartet.", "de", "Unsere Regierung"),
        ("Nostro governo attende.", "it", "Nostro governo"),
        ("Nosso país espera.", "pt", "Nosso país"),
        ("Ülkemiz bekliyor.", "tr", "Ülkemiz"),
        ("کشور ما منتظر است.", "fa", "کشور ما"),
        ("צבאנו ממתין.", "he", "צבאנו"),
        ("我国在等待。", "zh", "我国"),
    ],
)
def test_the_first_person_is_the_speakers_state(text: str, language: str, words: str) -> None:
    official = dataclasses.replace(mention("state:UTO", 0, 3, "Who"), type="person")
    passages = [
        Passage(kind="paragraph", text="Who.", language=language, mentions=(official,)),
        Passage(kind="paragraph", text=text, language=language),
    ]
    (_, (found,)) = tag_people(passages)
    assert (found.text, found.principal) == (words, "state:UTO")
    assert tag_people(passages[1:]) == [()]


def test_the_country_is_the_only_one_of_the_story() -> None:
    assert told("Utopia spoke.", "All over the country it rained.")[1] == [
        "the country = UTO, country"
    ]
    assert told("Utopia met Ruritania.", "All over the country it rained.")[1] == []
    assert told("Utopia spoke.", "In Freedonia the country was dry.")[1] == []


def test_the_two_koreas_need_nobody_before_them() -> None:
    assert told("The two Koreas met.")[0] == [
        "The two Koreas = PRK, named",
        "The two Koreas = KOR, named",
    ]


def named(*texts: str) -> list[tuple[str, str]]:
    """Words and actors of the nouns that refer back in the last of some Arabic passages."""
    names = {
        "مجلس الأمن": "igo:UNSC",
        "المجلس الانتقالي الجنوبي": "group:council",
    }
    story = []
    for text in texts:
        found = sorted((text.index(name), name) for name in names if name in text)
        mentions = [mention(names[one], at, at + len(one), one) for at, one in found]
        story.append(Passage(kind="paragraph", text=text, language="ar", mentions=tuple(mentions)))
    return [
        (m.text, m.actor_id) for m in tag_people(story)[-1] if m.tagger.startswith("references")
    ]


@pytest.mark.parametrize(
    ("between", "council"),
    [
        ("وانتهت الجلسة مساء.", [("المجلس", "igo:UNSC")]),
        ("واجتمع المجلس الانتقالي الجنوبي في عدن.", [("المجلس", "group:council")]),
        ("وانعقد مجلس النواب في أكرا.", []),
        ("وانعقد المجلس الوطني في أكرا.", []),
    ],
)
def test_a_nearer_body_of_the_same_kind_is_meant_or_nobody(
    between: str, council: list[tuple[str, str]]
) -> None:
    assert named("تبنى مجلس الأمن قرارا.", between, "وأصدر المجلس بيانا.") == council
