"""Who is named, in sentences of our own: at least 25 in each of 14 languages, every trap included.

`actors/LANG.tsv` beside this file: the sentence, its principals in order of first mention (empty
where nobody is named), and what it tries. They were written before the program was run over them.
"""

import collections
import pathlib

import pytest

from transforms.actors.lexicon import lexicon

FOLDER = pathlib.Path(__file__).with_name("actors")
LANGUAGES = "ar de en es fa fr he it pt ru tr uk ur zh".split()
FLOOR = 0.95
"""Precision and recall in each language."""


def sentences(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of a language, each with the principals that a reader sees in it."""
    header, *lines = (FOLDER / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["lang", "sentence", "principals", "note"]
    rows = [line.split("\t") for line in lines]
    assert {row[0] for row in rows} == {language}
    return [(sentence, tuple(principals.split())) for _, sentence, principals, _ in rows]


def found(sentence: str, language: str) -> tuple[str, ...]:
    """The principals of a sentence, each once, as a segment lists them."""
    mentions = lexicon().tag(sentence, (language, language))
    return tuple(dict.fromkeys(mention.principal for mention in mentions))


def figures(language: str) -> tuple[float, float]:
    """Precision and recall over the sentences of a language."""
    counts: collections.Counter[str] = collections.Counter()
    for sentence, principals in sentences(language):
        expected, got = set(principals), set(found(sentence, language))
        counts["right"] += len(expected & got)
        counts["found"] += len(got)
        counts["there"] += len(expected)
    return counts["right"] / counts["found"], counts["right"] / counts["there"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_sentences_with_and_without_actors(language: str) -> None:
    rows = sentences(language)
    assert len(rows) >= 25
    assert len({sentence for sentence, _ in rows}) == len(rows)
    assert sum(not principals for _, principals in rows) >= 5
    assert sum(len(principals) > 1 for _, principals in rows) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_precision_and_recall_keep_their_floors(language: str) -> None:
    precision, recall = figures(language)
    assert min(precision, recall) >= FLOOR


@pytest.mark.parametrize("language", LANGUAGES)
def test_principals_come_in_the_order_of_their_first_mention(language: str) -> None:
    for sentence, principals in sentences(language):
        got = found(sentence, language)
        if set(got) == set(principals):
            assert got == principals
