"""The two states of a story, where it says "the two countries"."""

from __future__ import annotations

import pytest

from transforms.people.pairs import tag_pairs
from transforms.records import Mention, Passage
from transforms.tables import read_table

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
    tagged = tag_pairs(passages)
    assert [list(of) for of in tagged[:-1]] == [list(one.mentions) for one in passages[:-1]]
    for one in tagged[-1]:
        assert text[one.start : one.end] == one.text
    return [(one.text, one.actor_id) for one in tagged[-1] if one.tagger == "pairs-1:both"]


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


def test_the_table_is_sorted_and_has_each_phrase_once() -> None:
    rows = [(row["lang"], row["form"]) for row in read_table("pairs.tsv")]
    assert rows == sorted(set(rows))
    assert all(row["source"] and row["licence"] for row in read_table("pairs.tsv"))
