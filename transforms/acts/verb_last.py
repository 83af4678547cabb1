"""The subject of a verb that ends its sentence: Turkish, Persian, Urdu.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, elided
from transforms.acts.turkish import GENITIVE


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
    if grammar.language == "tr" and right and text[hit.start : hit.end].endswith(("an", "en")):
        near = WORD.findall(text[hit.end : right[0].start])
        if len(near) <= NEAR_WORDS and not _marked_object(grammar, text, right[0]):
            return Arguments(right[0], [*left, *right[1:]])  # isteyen Isvec: Sweden, which wants
    for group in left:
        if not blocked(grammar, text, group) and not behind(grammar, text, group):
            body = grammar.search("bodies", text, group.end, min(hit.start, group.end + 25))
            if body is not None and group.adjective:
                return Arguments(Missing.UNKNOWN, [*left, *right])
            others = [other for other in left if other is not group]
            return Arguments(group, [*others, *right])
    start = max(region.start, floor)
    if grammar.search("bodies", text, start, hit.start):
        return Arguments(Missing.UNKNOWN, [*left, *right])
    next_to_it = bool(right) and not text[hit.end : right[0].start].strip()
    if grammar.language == "tr" and next_to_it and not behind(grammar, text, right[0]):
        return Arguments(right[0], [*left, *right[1:]])  # diye seslendi Pakistan
    return Arguments(elided(floor, region), [*left, *right])


def _marked_object(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a Turkish case other than the genitive stands behind a party."""
    suffix = behind(grammar, text, group)
    return bool(suffix) and not suffix.endswith(GENITIVE)
