"""What only English needs: participles, nouns that look like verbs, clauses without a mark.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.scene import WORD, Region, Scene, opens_speech

_NEAR_WORDS = 2
_OWNER = ("'s ", "s' ")
_NO_NOUNS = ("ed", "ing", "hopes")
"""Ends of what is a verb behind "it's", or is owned and yet no act."""


def is_participle(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether the cue is an English "rejecting" without "is", with the subject of its clause."""
    words = WORD.findall(text[hit.start : hit.end])
    if grammar.language != "en" or not any(word.endswith("ing") for word in words[:1]):
        return False
    before = WORD.findall(text[max(0, hit.start - 40) : hit.start])
    return grammar.words("passive").isdisjoint(before[-_NEAR_WORDS:])


def opens_condition(scene: Scene, hit: Hit) -> bool:
    """Whether "should" stands before its subject: will act should Oslo leave."""
    if scene.grammar.language != "en" or scene.passage.text[hit.start].isupper():
        return False
    behind = WORD.search(scene.passage.text, hit.end)
    own = scene.grammar.words(("determiner", "pronoun"))
    return behind is not None and (behind[0][0].isupper() or behind[0] in own)


def is_attribute(region: Region, hit: Hit) -> bool:
    """Whether a participle opens a sentence as an attribute: "Rejected ballots were counted"."""
    text, before = region.text[hit.start : hit.end], region.text[: hit.start].rstrip(" \"'“")
    if " " in text or not text.endswith("ed") or (before and before[-1] != "."):
        return False
    behind = WORD.match(region.text, hit.end + 1)
    return behind is not None and behind[0].endswith("s") and "," not in region.text[hit.end :]


def without_infinitives(scene: Scene, hits: Sequence[Hit]) -> list[Hit]:
    """The cues without those of orders that open no clause: to lift the ban, laws that end the.

    Of an item the list tells whether it is an order.
    """
    bidding, folded = scene.grammar.words("bidding"), scene.folded
    nouns = tuple([f" {word} " for word in scene.grammar.words("determiner")])
    hits = [h for h in hits if h.cue.frame != "verb" or not folded.endswith(nouns, 0, h.start)]
    is_item = scene.passage.kind == "bullet"
    return [
        hit
        for hit in hits
        if hit.cue.lemma not in bidding
        or (
            not (is_item or folded.endswith("that ", 0, hit.start))
            and opens_speech(folded, hit.start, scene.grammar)
        )
    ]


def as_nouns(scene: Scene, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The cues, with what a party owns as the noun that it is: Ankara's call for talks."""
    return [
        Hit(hit.start, hit.end, dataclasses.replace(hit.cue, frame="noun"))
        if hit.cue.frame == "verb"
        and scene.folded.endswith(_OWNER, 0, hit.start)
        and not scene.folded.endswith(_NO_NOUNS, hit.start, hit.end)
        else hit
        for hit in hits
    ]


def is_due_by(region: Region, hit: Hit) -> bool:
    """Whether a deed is put in the passive: must "be opened by Oslo", "was armed by" Oslo."""
    put = region.text[hit.start : hit.end + len(" be")]
    return put.endswith(" be") or region.text.endswith((" be", " by"), 0, hit.end)


def is_done_by(region: Region, hit: Hit) -> bool:
    """Whether a party is right behind "by": Sudan urged by Chad; not "Sudan, urged by Chad,"."""
    by, text = hit.end + len(" by "), region.text
    if text[hit.end : by] != " by " or " " in text[hit.start : hit.end]:
        return False
    before = [text[by : group.start] for group in region.groups if group.start >= by]
    return before[:1] in ([""], ["the "]) and not text[: hit.start].rstrip().endswith(",")
