"""The subject of a verb that ends its sentence: Turkish, Persian, Urdu.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import ELIDED, UNKNOWN, Arguments
from transforms.acts.turkish import ABLATIVE, COMING, PARTICIPLE

_ERGATIVE = fold_name("نے")
_OBJECTIVE = frozenset(map(fold_name, "سے کو پر میں کہ".split()))
"""Urdu words that close what the mark cannot reach over."""
_LONGEST_OFFICE = 60
"""Code points from an Urdu party to the mark behind its office and the name of its holder."""


def verb_last(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Arguments:
    """Turkish, Persian, Urdu: the first party without a mark of case is the subject."""
    text = region.text
    if grammar.language == "ur":
        acting = next((group for group in left if _is_ergative(text, group)), None)
        if acting is not None:
            return acting, [*(one for one in left if one is not acting), *right]
    beside = bool(right) and not text[hit.end : right[0].start].strip()
    if grammar.language == "tr" and text.endswith(PARTICIPLE, hit.start, hit.end):
        if beside:
            return right[0], [*left, *right[1:]]  # Iran, which threatens
        return UNKNOWN, [*left, *right]  # the union that threatens
    if grammar.language == "tr" and text.endswith(COMING, hit.start, hit.end):
        for group in left:
            if behind(grammar, text, group).endswith(ABLATIVE):  # a threat came from Iran
                return group, [other for other in left if other is not group]
    for group in left:
        if not blocked(grammar, text, group) and not behind(grammar, text, group):
            others = [other for other in left if other is not group]
            return group, [*others, *right]
    start = max(region.start, floor)
    if grammar.search("bodies", text, start, hit.start):
        return UNKNOWN, [*left, *right]
    if grammar.language == "tr" and beside and not behind(grammar, text, right[0]):
        return right[0], [*left, *right[1:]]  # diye seslendi Pakistan
    return ELIDED, [*left, *right]


def _is_ergative(text: str, group: Group) -> bool:
    """Whether an Urdu party, or the office that speaks for it, has the mark of who did it."""
    for word in WORD.findall(text[group.end : group.end + _LONGEST_OFFICE]):
        if word == _ERGATIVE:
            return True
        if word in _OBJECTIVE:
            return False
    return False
