"""Whose words stand without a verb of saying before them, and whom quoted blame is about.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from transforms.acts.marks import marker_before
from transforms.acts.scene import WORD, Region, Scene, Voice

LONGEST_LABEL = 60
"""Code points of "Cairo to Tel Aviv:" before its colon."""
_MOST_BEFORE_NAME = 4
"""Words before the name of him whose words follow a colon."""
_FARTHEST_SPEAKER = 30
"""Code points from a quote to the word that tells who spoke it."""
_DASHES = frozenset("-–—")
_NEAR = 6
"""Code points between a party and the quoted words that are about it."""
Parties = tuple[str, ...]


def label(scene: Scene, region: Region) -> Parties:
    """The party before a colon: "Lavrov: we demand ..."."""
    place = region.start
    if not place or scene.folded[place - 1] not in ":：":
        return ()
    named = [group for group in scene.groups if place - 4 < group.end <= place]
    if not named:
        return ()
    if scene.grammar.language == "en":
        sentence = scene.folded.rfind(". ", 0, named[-1].start) + 1
        if len(WORD.findall(scene.folded[sentence : named[-1].start])) > _MOST_BEFORE_NAME:
            return ()
    first = max(0, scene.folded.rfind("\n", 0, place), place - LONGEST_LABEL)
    before = [group for group in scene.groups if first <= group.start < named[-1].start]
    told = marker_before(scene.grammar, scene.folded, named[-1], frozenset(("ل+", "to")))
    if before and scene.folded[before[-1].end : named[-1].start].strip() in _DASHES:
        return before[-1].principals  # Egypt — to Ethiopia: ...
    return before[0].principals if before and told is not None else named[-1].principals


def source(scene: Scene, region: Region) -> Parties:
    """The party that a sentence names as its source: "according to Warsaw, Minsk must"."""
    wanted = scene.grammar.words("according")
    for group in region.groups:
        if marker_before(scene.grammar, region.text, group, wanted) is not None:
            return group.principals
    return ()


def said_behind(scene: Scene, start: int, end: int) -> Parties:
    """The party whose words are told to have come before: "..., so spoke Kigali"."""
    end = min(end, start + _FARTHEST_SPEAKER) if scene.voice_at(start - 1) is not None else end
    said = scene.grammar.search("said", scene.folded, start, end)
    if said is None:
        return ()
    behind = [
        group for group in scene.groups if said.end() <= group.start <= said.end() + LONGEST_LABEL
    ]
    return behind[0].principals if behind else ()


def judged(scene: Scene, voice: Voice, speaker: Parties) -> Parties:
    """The party right before quoted words of blame: said that Rabat "bears responsibility"."""
    before = [group for group in scene.groups if voice.start - _NEAR <= group.end <= voice.start]
    if not voice.direct or not before or set(before[-1].principals) & set(speaker):
        return ()
    return before[-1].principals
