"""The order of German: who acts where an object or adverbial opens the sentence, and the passive.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_MOST_IN_PHRASE = 3


def object_first(grammar: Grammar, region: Region, hit: Hit, floor: int) -> bool:
    """Whether a German sentence begins with an object or adverbial, and ends it with its verb."""
    start = max(region.start, floor, region.text.rfind(",", region.start, hit.start) + 1)
    words = WORD.findall(region.text[start : hit.start])
    if not grammar.words("thing").isdisjoint(words[:_MOST_IN_PHRASE]):
        return True  # "Jeden Vorwurf", "Die neuen Vorwürfe": none of these does anything
    return not grammar.words(("blocks", "object", "by")).isdisjoint(words[:1])


def subject_behind(
    grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]
) -> Group | None:
    """The first party behind a verb that no preposition and no article of an object marks."""
    marks = grammar.words(("blocks", "object", "thing"))
    place = hit.end
    for group in right:
        if marks.isdisjoint(WORD.findall(region.text[place : group.start])[-_MOST_IN_PHRASE:]):
            return group
        place = group.end
    return None


def is_told_again(grammar: Grammar, region: Region, before: Hit, hit: Hit) -> bool:
    """Whether a German cue only ends the verb of the one before: will den Plan nicht annehmen."""
    if grammar.language != "de" or before.cue is not hit.cue or before.start < region.start:
        return False
    gap = region.text[before.end : hit.start]
    return "," not in gap and grammar.search("and", gap, 0, len(gap)) is None
