"""The cases of Turkish, which stand behind a party or behind the office that speaks for it."""

from __future__ import annotations

from transforms.acts.grammar import Grammar
from transforms.acts.scene import WORD

GENITIVE = ("in", "un", "ün")
"""Ends of the Turkish genitive, folded."""
ABLATIVE = ("den", "dan", "ten", "tan")
"""Ends of the case that tells from whom."""
LOCATIVE = tuple(f"{end}{of}" for end in ("da", "de", "ta", "te") for of in ("", "ki"))
"""Ends of the case that tells where: in Syria, the raids in Syria."""
PARTICIPLE = ("an", "en")
"""Ends of verbs that stand before their subject: who threatens."""
COMING = ("geldi", "yükseldi")
"""Verbs of what comes from somebody: a threat, a refusal."""
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


def is_case(found: str, mark: str) -> bool:
    """Whether an end behind a party is a case: "ye", "ne" are that of "e", no "de" or "deki".

    With whom somebody met ("yle") is to whom he speaks.
    """
    return found.removeprefix("-") in [f"{glide}{mark[1:]}" for glide in ("", "n", "y", "l", "yl")]


def may_act(case: str) -> bool:
    """Whether a party with this end may act: without one, or in the genitive, that X threatens."""
    return not case or case.endswith(GENITIVE)
