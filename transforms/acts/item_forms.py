"""The forms by which an item of a list tells what it is, if no cue does: "Release of", "Lift".

The words are of the tables: `orders` (lift, withdraw), `deeds` (release, withdrawal) and their ends
(`infinitive`), `due` (is to, must), `opens_TYPE` with which an item of that type begins. Texts are
folded.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.endings import names, opening
from transforms.acts.grammar import Grammar
from transforms.acts.scene import WORD

_SIGNS = "\"“«„'»”… -–—•*"
_BEGINNING = 120
"""Code points of an item that tell what it is."""
_MOST_WORDS = 5
"""Words up to the noun that names what shall be done: immediate and unconditional release."""
_DUE_WITHIN = 90
"""Code points up to "is to" or "must"."""
_TYPES = ("threat", "promise", "denial", "accusation", "appeal", "refusal", "demand")
_OTHERS = ("promise", "denial", "accusation", "appeal", "refusal")
"""Types of which a list of demands holds one at most."""
_LEAST = 2
_THE = "ال"
_NOT = "не"
"""Negates a Russian or Ukrainian infinitive too: not to place missiles."""


def form_of(grammar: Grammar, text: str) -> str:
    """The type of act that the first words of an item tell; empty where none."""
    whole = text = text.lstrip(_SIGNS)
    text = text[:_BEGINNING]
    for kind in _TYPES:
        found = grammar.search(f"opens_{kind}", text, 0, _BEGINNING)
        if found is not None and found.start() == 0:
            return kind
    if kind := opening(grammar, text):
        return kind
    return "demand" if _is_due(grammar, text) or opens_with_deed(grammar, whole) else ""


def overriding(kind: str, listed: str, reply: bool) -> bool:
    """Whether the form of an item outweighs what its list is of.

    Below demands only another deed does; what is promised or denied is wanted by nobody.
    """
    if kind == "demand":
        return reply and listed in ("demand", "appeal")
    return bool(kind) and (reply or kind in ("threat", "promise", "refusal"))


def is_list_of_demands(grammar: Grammar, items: Sequence[str], asked: bool) -> bool:
    """Whether at least half of some folded items are put as demands are, and few as other acts.

    asked: whether somebody is told to have demanded something, so that any item may be wanted;
    else one at least names a deed, as laws do not that tell what must be done.
    """
    forms = [form_of(grammar, item) for item in items]
    if sum(forms.count(kind) for kind in _OTHERS) >= _LEAST:
        return False
    refused = grammar.words("no_bullet")
    denied = sum(
        not form and not refused.isdisjoint(WORD.findall(item)[:1])
        for form, item in zip(forms, items, strict=True)
    )
    wanted = forms.count("demand")
    deeds = sum(opens_with_deed(grammar, item) for item in items)
    put = denied + (sum(map(bool, forms)) if asked else wanted)
    return wanted >= (1 if asked else _LEAST) and (asked or deeds > 0) and 2 * put >= len(items)


def opens_with_deed(grammar: Grammar, text: str) -> bool:
    """Whether an item opens with what shall be done: an order, a noun of a verb, an infinitive."""
    text = text.lstrip(_SIGNS)
    if names(grammar, text):
        return True
    words = WORD.findall(text[:_BEGINNING])[: _MOST_WORDS + 1]
    if not words:
        return False
    if words[0] in grammar.words("orders") or words[0] in grammar.words("that"):
        return True
    if words[0] in grammar.words("no_bullet") - {_NOT}:
        return False  # no withdrawal
    ends, adjectives = tuple(grammar.words("infinitive")), tuple(grammar.words("adjective"))
    articles = grammar.words("article") | grammar.words("determiner")
    prepositions = grammar.words("blocks") | grammar.words("of")
    going_on = grammar.words(("complement", "of")) if grammar.verb_first else ()
    marked = bool(grammar.words("finite"))  # here a preposition tells nouns from verbs
    bare = True
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in grammar.words("deeds") and (not marked or after in prepositions):
            return True
        verbal = bare and (word.endswith(ends) or grammar.measures.fullmatch(word) is not None)
        if after in going_on and word.startswith(_THE) and word not in grammar.words("denying"):
            verbal = grammar.measures.fullmatch(word[len(_THE) :]) is not None  # resorting to
        if verbal and (not marked or after in grammar.words("of")):
            return True
        if word in articles:
            bare = marked
        elif word in grammar.words("and") or word == _NOT:
            continue  # Russian "not to place", where a noun would be "no placing"
        elif marked:
            if word in grammar.words("finite") or word in prepositions:
                return False
        elif not (adjectives and word.endswith(adjectives)):
            return False
    return False


def _is_due(grammar: Grammar, text: str) -> bool:
    """Whether somebody is told what to do: is to, must; not in a clause by the way."""
    due = grammar.search("due", text, 0, _DUE_WITHIN)
    return due is not None and not any(sign in text[: due.start()] for sign in ".;:?")
