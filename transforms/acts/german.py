"""The order of German: who acts where an object or adverbial opens the sentence, and the passive.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, words_before

_MOST_IN_PHRASE = 3


def object_first(grammar: Grammar, region: Region, hit: Hit, floor: int) -> bool:
    """Whether a German sentence begins with an object or adverbial, and ends it with its verb."""
    start = max(region.start, floor, region.text.rfind(",", region.start, hit.start) + 1)
    words = WORD.findall(region.text[start : hit.start])
    if not words or floor > region.start:
        return False
    return words[0] in grammar.words("blocks") | grammar.words("object") | grammar.words("by")


def subject_behind(
    grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]
) -> Group | None:
    """The first party behind a verb that no preposition and no article of an object marks."""
    marks = grammar.words("blocks") | grammar.words("object")
    place = hit.end
    for group in right:
        if marks.isdisjoint(WORD.findall(region.text[place : group.start])[-_MOST_IN_PHRASE:]):
            return group
        place = group.end
    return None


def is_passive_participle(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a participle stands with "werden": behind its objects, or right before it."""
    form = region.text[hit.start : hit.end]
    if " " in form:
        return False
    around = set(words_before(region, hit.start, 12)) | set(
        WORD.findall(region.text[hit.end : hit.end + 12])[:1]
    )
    participle = form.endswith("t") or "ge" in form
    other = tables.words("future") | tables.words("would")
    return any(
        word in tables.words("passive") and (participle or word not in other) for word in around
    )
