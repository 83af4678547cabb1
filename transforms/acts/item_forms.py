"""The forms by which an item of a list tells what it is, if no cue does: "Release of", "Lift".

The words are of the tables: `orders` (lift, withdraw), `deeds` (release, withdrawal) and their ends
(`infinitive`), `due` (is to, must), `opens_TYPE` with which an item of that type begins. Texts are
folded.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.acts.endings import NOT, names, opening
from transforms.acts.grammar import Grammar
from transforms.acts.scene import first_words

_SIGNS = "\"“«„'»”… -–—•*"
_BEGINNING = 120
"""Code points of an item that tell what it is."""
_MOST_WORDS = 5
"""Words up to the noun that names what shall be done: immediate and unconditional release."""
_DUE_WITHIN = 90
"""Code points up to "is to" or "must"."""
_LEAST = 2
_THE = "ال"


def form_of(grammar: Grammar, text: str, deed: bool | None = None) -> str:
    """The type of act that the first words of an item tell; empty where none.

    deed: whether it opens with what shall be done, where that is known.
    """
    opens = text.lstrip(_SIGNS)[:_BEGINNING]
    if kind := grammar.opens_as(opens):
        return kind
    words = first_words(opens, _MOST_WORDS + 1)
    if kind := opening(grammar, opens, words):
        return kind
    if grammar.search("due", opens, 0, _DUE_WITHIN) is not None or _obliges(grammar, words):
        return "demand"
    deed = opens_with_deed(grammar, text) if deed is None else deed
    return "demand" if deed else ""


def _obliges(grammar: Grammar, words: Sequence[str]) -> bool:
    """Whether an Arabic item tells on whom a deed is: على السلطات الإفراج."""
    if not grammar.verb_first or not words or words[0] not in grammar.words("upon"):
        return False
    return any(opens_with_deed(grammar, word.removeprefix(_THE)) for word in words[_LEAST:])


def is_list_of_demands(
    grammar: Grammar, items: Sequence[str], forms: Sequence[str], asked: bool
) -> bool:
    """Whether some folded items are put as demands are, and at least half of all as acts.

    asked: whether somebody is told to have demanded something, so that one is enough.
    """
    if forms.count("demand") < (1 if asked else _LEAST):
        return False
    no = grammar.words("no_bullet")
    put = sum(
        bool(form) or not no.isdisjoint(first_words(item, 1))
        for form, item in zip(forms, items, strict=True)
    )
    if 2 * put < len(items):
        return False
    return asked or any(opens_with_deed(grammar, item) for item in items)  # as no law does


def opens_with_deed(grammar: Grammar, text: str) -> bool:
    """Whether an item opens with what shall be done: an order, a noun of a verb, an infinitive."""
    text = text.lstrip(_SIGNS)
    if names(grammar, text):
        return True
    words = first_words(text[:_BEGINNING], _MOST_WORDS + 1)
    if not words:
        return False
    kinds = grammar.words
    if words[0] in kinds(("orders", "that")):
        return True
    deeds, of, prepositions = kinds("deeds"), kinds("of"), kinds(("blocks", "of"))
    ends, adjectives = tuple(kinds("infinitive")), tuple(kinds("adjective"))
    articles, small = kinds(("article", "determiner")), kinds(("article", "determiner", "and"))
    marked = bool(kinds("finite"))  # here a preposition tells nouns from verbs
    ending = kinds(("blocks", "of", "finite"))
    bare = True
    for word, after in itertools.zip_longest(words, words[1:], fillvalue=""):
        if word in deeds and (not marked or after in prepositions):
            return True
        verbal = bare and (word.endswith(ends) or grammar.measures.fullmatch(word) is not None)
        if verbal and (not marked or after in of):
            return True
        bare = bare and (marked or word not in articles)
        if word in small or word == NOT:
            continue
        if word in ending if marked else not word.endswith(adjectives):
            return False
    return False
