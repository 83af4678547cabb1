"""How the items of a list are put where the beginning or the end of a word tells it.

"-ması" closes a Turkish demand, "-remos" is promised, "كفوا" is an order: tables, by language.
Offsets are code points into the text that is given, folded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from transforms.acts.grammar import Grammar
from transforms.acts.scene import WORD, first_words

_FIRST = 5
"""Words in which an item's article and its first verb stand."""
_TWO = 2
_SHORTEST_VERB = 5
NOT = "не"
"""Negates a Russian or Ukrainian infinitive too: not to place missiles."""
_NO = "لا"
"""Before an Arabic verb it forbids, and the verb has the end of orders: "do not obey"."""
_ITSELF = ("se", "si")
"""Before Romance verbs of what is done."""
_LONGEST_OPENING = 60
_LONGEST = 400
"""Code points of an item that are read."""
_SENTENCE = re.compile(r"[.!?;؛](?:\s|$)|[\"”»]|\s[-–—]\s")


def names(grammar: Grammar, text: str) -> bool:
    """Whether an item opens, or in Turkish ends, with what shall be done."""
    if grammar.unspaced:
        return text.startswith(tuple(grammar.words("deeds")))
    ends = tuple(grammar.words("deed_end"))
    last = _closing(text) if ends else []
    if last and last[-1].endswith(ends):
        return True
    if grammar.language == "fa":  # its infinitives are of two words: to set free
        words, verbs = WORD.findall(text[:_LONGEST_OPENING]), tuple(grammar.words("infinitive"))
        return any(word in grammar.words("deeds") or word.endswith(verbs) for word in words[:_TWO])
    return False


def negates(grammar: Grammar, text: str) -> str:
    """What the verb of an item makes of it, the last one where verbs stand last: refused, denied.

    "refusal" of what is and will be, "denial" of what was.
    """
    last = _closing(text) if grammar.verb_last else []
    for kind in ("refusal", "denial"):
        if grammar.search(f"tells_{kind}", text, 0, 2 * _LONGEST_OPENING) is not None:
            return kind
        starts = tuple(grammar.words(f"{kind}_start"))
        if last[-1:] and last[-1].endswith(tuple(grammar.words(f"{kind}_end"))):
            return kind
        if any(word.startswith(starts) for word in last):
            return kind
    return ""


def put_as(grammar: Grammar, text: str) -> str:
    """What the first verb of a Russian item tells: it was not, it will not be, it will; or none."""
    if NOT not in grammar.words("not"):
        return ""
    for word, verb in itertools.pairwise(WORD.findall(text[: 2 * _LONGEST_OPENING])):
        if word == NOT:
            ends = ((kind, tuple(grammar.words(f"{kind}_end"))) for kind in ("refusal", "denial"))
            return next((kind for kind, end in ends if verb.endswith(end)), "")
        if word in grammar.words("future"):
            return "promise"
    return ""


def opening(grammar: Grammar, text: str, words: Sequence[str]) -> str:
    """The type of an item by its first words: "we shall", "any attack will"; or none."""
    ahead = tuple(grammar.words("ahead"))
    if not words or not (ahead or grammar.verb_first):
        return ""
    ours = _is_shaped(grammar, words[0], "ours") and words[0] not in grammar.words("we")
    if ours or _is_shaped(grammar, words[0], "ahead"):
        return "promise"  # we do, we did; it will
    if _is_shaped(grammar, words[0], "yours"):
        return "accusation"  # you drove our men out
    if _is_shaped(grammar, words[words[0] == _NO and len(words) > 1], "order"):
        return "demand"
    if words[0] in grammar.words("any"):
        others = WORD.findall(text)[_TWO:]
        told = (word.endswith(ahead) or _is_shaped(grammar, word, "ahead") for word in others)
        return "threat" if any(told) else ""
    if not ahead:
        return ""
    verb = (_closing(text) or WORD.findall(text))[-1] if grammar.verb_last else words[0]
    return "promise" if verb.endswith(tuple(grammar.words("ours_ahead"))) else ""


def _is_shaped(grammar: Grammar, word: str, kind: str) -> bool:
    """Whether an Arabic verb begins, or ends, as those of the future and orders do; no noun."""
    starts, ends = grammar.words(f"{kind}_start"), tuple(grammar.words(f"{kind}_end"))
    opens = word.startswith(tuple(starts)) and any(
        word.startswith(start) and len(word) - len(start) >= _TWO for start in starts
    )
    if not opens and not (word.endswith(ends) and len(word) >= 2 * _TWO):
        return False
    nouns = tuple(grammar.words(f"no_{kind}_start"))
    return not word.startswith(nouns) and not word.endswith(tuple(grammar.words(f"no_{kind}_end")))


def foretells(grammar: Grammar, text: str) -> bool:
    """Whether an item tells what will be, by its first verb: "the consuls will"."""
    words = first_words(text[:_LONGEST_OPENING], _FIRST) if grammar.romance else []
    if not words:
        return False
    ahead = tuple(grammar.words("ahead"))
    opens = words[words[0] in _ITSELF and len(words) > 1].endswith(ahead)
    return opens or (words[0] in grammar.words("article") and _is_verb(words[_TWO:], ahead))


def _is_verb(words: list[str], ends: tuple[str, ...]) -> bool:
    """Whether the first of some words that has one of these ends is long enough for a verb."""
    return any(len(word) > _SHORTEST_VERB and word.endswith(ends) for word in words[:_TWO])


def _closing(text: str) -> list[str]:
    """The last two words of an item's first sentence."""
    end = _SENTENCE.search(text, 0, _LONGEST)
    words: list[str] = WORD.findall(text[: end.start() if end is not None else _LONGEST])
    return words[-_TWO:]
