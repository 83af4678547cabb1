"""What may stand between a principal and the role noun behind it: "Russian deputy minister".

Only words of one noun phrase do. Words of data/roles.tsv (modifier) always may; unknown words may
where an adjective or a genitive shows that a noun must follow, or with capitals as in a title.
"""

from __future__ import annotations

import dataclasses

from transforms.people.eastern_names import Span
from transforms.people.personal_names import name_after
from transforms.people.roles import SPACE, WORD, Grammar, Title, fold_word

_OPEN = frozenset({"en", "tr"})
"""Languages whose nouns stand before a noun without an ending: "energy and water minister"."""
_MOST_UNKNOWN, _FARTHEST = 3, 50
_HYPHENS = frozenset("-‑־")
_LONGEST_IDEOGRAPHIC = 8


@dataclasses.dataclass(frozen=True, slots=True)
class Gap:
    """What the words between tell: a former or private office; the domain of a ministry."""

    nobody: bool = False
    domain: str | None = None


def read_gap(gap: str, sure: bool, grammar: Grammar) -> Gap | None:
    """What stands between principal and noun, None where they do not belong together.

    sure: the principal is an adjective or in the genitive, so that its noun must follow.
    """
    if gap and not (gap[0].isspace() or gap[0] in _HYPHENS):
        return None
    if gap in _HYPHENS or gap == " ":
        return Gap()
    words, position, count = grammar.words, 0, 0
    nobody, domain = False, None
    while position < len(gap):
        space = SPACE.match(gap, position)
        position = space.end() if space else position
        word = WORD.match(gap, position)
        if not word:
            if position == len(gap):
                break
            return None
        folded, count = fold_word(word[0]), count + 1
        if folded in words["former"] or folded in words["nobody"]:
            nobody = True
        elif folded in words["modifier"]:
            domain = grammar.domains.get(folded, domain)
        elif (
            folded in grammar.outside
            or count > _MOST_UNKNOWN
            or grammar.language not in _OPEN
            or (not sure and not word[0][0].isupper())
        ):
            return None
        position = word.end()
    return Gap(nobody, domain)


def name_behind(
    title: Title, text: str, grammar: Grammar, blocked: frozenset[int]
) -> tuple[Span, bool] | None:
    """`name_after` a title, also behind a place: "MP for Dover, Ann Lee,"."""
    name, position = name_after(text, title.last, grammar, blocked), title.last
    farthest, words = position + _FARTHEST * (title.kind == "member"), grammar.words
    while name is None and position < farthest and (word := WORD.match(text, position + 1)):
        folded, position = fold_word(word[0]), word.end()
        if folded in grammar.outside and folded not in words["within"] | words["to"]:
            break
        name = name_after(text, position, grammar, blocked)
        first = WORD.match(text, name[0][0]) if name and not name[1] else None
        if first and fold_word(first[0]) not in words["given"]:
            name = None
    return name


def is_ideographic_gap(gap: str, grammar: Grammar) -> bool:
    """Whether the characters between a Chinese or Japanese principal and a noun may stand there."""
    if not gap:
        return True
    if len(gap) > _LONGEST_IDEOGRAPHIC or not gap.isalpha():
        return False
    if any(word in gap for word in grammar.words["nobody"]):
        return False
    for word in grammar.long_first:
        gap = gap.replace(word, "")
    return not any(word in gap for word in grammar.stops)
