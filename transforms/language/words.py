"""What a text's most common words tell of its language.

`data/common_words.tsv` has, for each language, words that stand in many of its sentences, with
the sentences in a thousand that have them. A word weighs by how much more often it stands in a
language than in a text of any; words that are not in the table weigh nothing.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from transforms.tables import read_table

_RARE = 0.003
"""The share of sentences that any word stands in by chance: a name, a quotation, a misprint."""
_COMMON = 10
"""Sentences in a thousand."""


def words_of(text: str) -> set[str]:
    """The different words of a text, in small letters, as white space and apostrophes part them.

    Signs that touch a word stay with it: what is asked is whether common words are there, and most
    of these stand free.
    """
    return set(text.lower().replace("\u2019", "'").replace("'", "' ").split())


@functools.cache
def scripts() -> Mapping[str, str]:
    """The script of each language that the table has words of."""
    return {row["language"]: row["script"] for row in read_table("common_words.tsv")}


@functools.cache
def _weights(script: str) -> Mapping[str, Mapping[str, float]]:
    """By word, then by language, of those that are written in a script."""
    weights: dict[str, dict[str, float]] = {}
    for row in read_table("common_words.tsv"):
        if row["script"] == script:
            share = int(row["share"]) / 1000
            weights.setdefault(row["word"], {})[row["language"]] = math.log(share / _RARE + 1)
    return weights


@functools.cache
def _every_word(script: str) -> frozenset[str]:
    return frozenset(_weights(script))


@functools.cache
def _common() -> Mapping[str, frozenset[str]]:
    """By language, the words that are common in it."""
    found: dict[str, set[str]] = {}
    for row in read_table("common_words.tsv"):
        if int(row["share"]) >= _COMMON:
            found.setdefault(row["language"], set()).add(row["word"])
    return {language: frozenset(words) for language, words in found.items()}


def common(language: str) -> frozenset[str]:
    """The words that are common in a language."""
    return _common().get(language, frozenset())


@functools.cache
def foreign(language: str) -> frozenset[str]:
    """The words that are common in some other language and in this one not so much as known."""
    known = {row["word"] for row in read_table("common_words.tsv") if row["language"] == language}
    return frozenset().union(*_common().values()).difference(known)


def weigh(words: AbstractSet[str], script: str) -> dict[str, float]:
    """What the words weigh for each language of a script: how much likelier each makes it, as a
    logarithm.
    """
    found: dict[str, float] = {}
    weights = _weights(script)
    for word in words & _every_word(script):
        for language, weight in weights[word].items():
            found[language] = found.get(language, 0.0) + weight
    return found
