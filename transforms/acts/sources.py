"""Whose words stand without a verb of saying before them, and whom quoted blame is about.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene, Voice
from transforms.quotes.speech import speech

LONGEST_LABEL = 80
"""Code points of "Cairo to Tel Aviv:" before its colon."""
_NEAR_COLON = 4
"""Code points from the last name in a label to what stands behind its colon."""
_FARTHEST_SPEAKER = 30
"""Code points from a quote to the word that tells who spoke it."""
_DASHES = frozenset("-–—")
_NEAR = 6
"""Code points between a party and the quoted words that are about it."""
_NEAR_TOLD = 40
"""Code points between them where both stand in what somebody is told to have said."""
_WORDS = re.compile(r"[^\W_]+|[,،]")
_LONGEST_OPENING = 70
"""Code points from a verb of saying to what is told."""
_BOTH = 2
_NEAR_START = 20
"""Code points of a title before the party that it opens with."""
_FARTHEST_SIDE = 1000
"""Code points from "both sides" back to where they are named."""
Parties = tuple[str, ...]


class Label(NamedTuple):
    """The parties before a colon: "Lavrov: we demand ...", "Cairo to Tel Aviv: leave"."""

    speaker: Parties
    addressee: Parties


def label(scene: Scene, place: int) -> Label:
    """The label of what is said from a place on; empty where there is none."""
    first = max(0, place - LONGEST_LABEL - _NEAR_COLON)
    head = scene.folded[first:place].rstrip(" \xa0\"'“«„")
    if not head.endswith((":", "：")):
        return Label((), ())
    end = first + len(head)
    first += max(head.rfind("\n"), head.rfind(". ")) + 1
    named = [group for group in scene.between(first, end) if group.end <= end]
    if not named or _is_of_others(scene, first, named[0]):
        return Label((), ())
    if end - named[-1].end >= _NEAR_COLON:
        return _of_headline(scene, named)
    if len(named) > 1:
        dash = scene.folded[named[-2].end : named[-1].start].strip() in _DASHES
        if dash or blocked(scene.grammar, scene.folded, named[-1]):
            return Label(named[0].principals, named[-1].principals)
    return Label(named[-1].principals, ())


def _is_of_others(scene: Scene, first: int, group: Group) -> bool:
    """Whether an Arabic label is of people in a country: teachers in Lebanon."""
    tables, text = scene.grammar, scene.folded
    if not tables.verb_first or not blocked(tables, text, group):
        return False
    return tables.search("bodies", text, first, group.start) is not None


def _of_headline(scene: Scene, named: Sequence[Group]) -> Label:
    """Who speaks in an Arabic title that says more before its colon: "Trump on the visit: ..."."""
    title = scene.grammar.verb_first and scene.passage.kind in ("title", "heading")
    if not title or named[0].start > _NEAR_START:
        return Label((), ())
    return Label(named[0].principals, ())


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
    behind = scene.between(said.end(), said.end() + LONGEST_LABEL)
    if not behind or (scene.grammar.romance and blocked(scene.grammar, scene.folded, behind[0])):
        return ()  # said the minister in talks with Ankara
    return behind[0].principals


def opening(tables: Grammar, text: str, start: int) -> Sequence[str] | None:
    """The words and commas between an Arabic verb of saying and what is told from a place on.

    None where there is no such verb. text: of the passage, not folded.
    """
    spoken = speech(tables.language) if tables.verb_first else None
    if spoken is None:
        return None
    head = _WORDS.findall(text, max(0, start - _LONGEST_OPENING), start)
    for number in range(len(head) - 1, -1, -1):
        if head[number] in spoken.forms or head[number][1:] in spoken.forms:
            return head[number + 1 :]
    return None


def names_nobody(scene: Scene, voice: Voice) -> bool:
    """Whether only an Arabic verb of saying opens what is told: and added that."""
    words = opening(scene.grammar, scene.passage.text, voice.start)
    return words is not None and scene.grammar.words("that").issuperset(map(fold_name, words))


def judged(scene: Scene, voice: Voice, speaker: Parties) -> Parties:
    """The party right before quoted words of blame: said that Rabat "bears responsibility"."""
    outer = scene.voice_at(voice.start - _NEAR)
    told = outer is not None and not outer.direct
    first, near = (outer.start, _NEAR_TOLD) if outer is not None and told else (0, _NEAR)
    before = [
        group
        for group in scene.between(max(first, voice.start - LONGEST_LABEL), voice.start)
        if voice.start - near <= group.end <= voice.start
    ]
    if not voice.direct or not before or set(before[-1].principals) & set(speaker):
        return ()
    return before[-1].principals


def both_sides(scene: Scene, hit: Hit) -> Parties:
    """The two parties told of, where "both sides" follow a verb and no more were named."""
    follows = WORD.search(scene.folded, hit.end, hit.end + LONGEST_LABEL)
    if follows is None or follows[0] not in scene.grammar.words("both"):
        return ()
    before = scene.between(hit.start - _FARTHEST_SIDE, hit.start - 1)
    named = tuple(dict.fromkeys(party for group in before for party in group.principals))
    return named if len(named) == _BOTH else ()
