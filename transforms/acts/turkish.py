"""The cases of Turkish, which stand behind a party or behind the office that speaks for it."""

from __future__ import annotations

from transforms.acts.grammar import Grammar
from transforms.acts.scene import WORD

GENITIVE = ("in", "un", "ün")
"""Ends of the Turkish genitive, folded."""
ABLATIVE = ("den", "dan", "ten", "tan")
"""Ends of the case that tells from whom."""
_MOST_IN_PHRASE = 3


def head_case(grammar: Grammar, rest: str) -> str:
    """The case of the office behind a party: Sudan ordusuna, to the army of Sudan."""
    offices = grammar.words("institution")
    for word in WORD.findall(rest)[:_MOST_IN_PHRASE] if rest[:1].isspace() else ():
        for length in (2, 3, 4):
            if word[:-length] in offices and word[-length:].startswith(("n", "yl")):
                return f"-{word[-length:]}"
        if word not in offices:
            break
    return ""
