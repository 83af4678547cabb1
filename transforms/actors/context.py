"""What a name means where it stands: an actor, only a place, or part of another thing's name.

`decide` says what each name of a scene stands for and by which rule:

======== ==========================================================================================
(none)   a name that is never in doubt, or a capital without a sign that it is a place only
joined   an ambiguous form beside a sure actor, parted by "and", a comma or a hyphen
title    an ambiguous form behind or before a word such as "President of" or "government"
grammar  an ambiguous form that is written as only a name is: في مالي, Mali'nin
article  an ambiguous form whose actor the article also names beyond doubt
near     an ambiguous form with another state within support.NEAR characters
body     a body that many states have, named without one
======== ==========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.actors.cues import NOBODY, Name
from transforms.actors.places import is_place
from transforms.actors.scene import PEOPLE, PLACES, Scene
from transforms.actors.support import supported

_DATELINE = re.compile(r"[^().!?\n]{2,70}\([^()\n]{2,30}\) ?[-–—:]")
"""Place, agency in brackets, dash: names in it tell where a story was filed."""
_NEAR_WORDS = 2
_OPENING, _CLOSING = '"“«„', ('"', "”", "»", "“")
_LONGEST_TITLE = 40


def decide(scene: Scene) -> Iterator[tuple[int, Name, str]]:
    """The index, meaning and rule of each name found that is an actor's here, in order."""
    opening = _DATELINE.match(scene.text) if "(" in scene.text[:80] else None
    body = opening.end() if opening else 0
    for index, found in enumerate(scene.found):
        name = found.sure or found.names[0]
        if name.actor_id == NOBODY or found.start < body:
            continue
        if _is_branded(scene, index, name):
            continue
        if name.kind in PLACES and is_place(scene, index):
            scene.places.add(index)
        elif not name.ambiguous:
            yield index, name, ""
        elif (trusted := supported(scene, index)) is not None:
            yield index, *trusted


def _is_branded(scene: Scene, index: int, name: Name) -> bool:
    """Whether the name is part of a company's, paper's or club's, or tells of a language."""
    found, known = scene.found[index], scene.cues
    if known.run_on:
        return known.at_start(
            "brand_after", scene.folded[found.end : found.end + 4]
        ) or known.at_end("brand_before", scene.folded[max(0, found.start - 4) : found.start])
    before, after = scene.neighbours(found)
    ahead, behind = known.rules(before), known.rules(after)
    if not ahead and not behind and name.kind not in PEOPLE:
        return False
    if "brand_before" in ahead or "brand_after" in behind:
        return True
    start = found.start - len(found.prefix)
    if "brand_before_capital" in ahead and scene.text[start - 1 - len(before)].isupper():
        return True
    if "brand_after_capital" in behind and scene.text[found.end + 1].isupper():
        return True
    if name.kind not in PEOPLE:
        return False
    if "language" in ahead or "language" in behind or "brand_noun_after" in behind:
        return True
    if "brand_near" in ahead or _belongs_to_a_group(scene, index):
        return True
    if scene.folded[start - 2 : start - 1] in _CLOSING and _follows_a_title(scene, start - 2):
        return True
    return known.near and any(
        known.has("brand_near", word) for word in scene.last_words(start, _NEAR_WORDS)
    )


def _follows_a_title(scene: Scene, end: int) -> bool:
    """Whether a quoted name of a paper or a channel ends there: مجلة "فوربس" الأميركية."""
    inside = scene.folded[max(0, end - _LONGEST_TITLE) : end]
    first = max(map(inside.rfind, _OPENING))
    words = scene.last_words(end - len(inside) + first, 1) if first > 0 else []
    return any(scene.cues.has("brand_near", word) for word in words)


def _belongs_to_a_group(scene: Scene, index: int) -> bool:
    """Whether an adjective stands directly beside a group's name: the Lebanese Hezbollah."""
    here = scene.found[index]
    for other in scene.beside(index):
        there = scene.found[other]
        first, second = (there, here) if other < index else (here, there)
        parted = scene.folded[first.end : second.start - len(second.prefix)].strip("\" '»”")
        behind = other < index or not scene.cues.glued  # as Arabic adjectives stand
        if behind and not parted and there.names[0].actor_id.startswith("group:"):
            return True
    return False
