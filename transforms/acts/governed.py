"""Whether a cue is only what another act is about: urged Iran to reject, denies threatening.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.english import is_participle
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.judge import COMMAS, GOVERNED
from transforms.acts.scene import Region, Scene, last_words

_OPENING = frozenset(("appeal", "demand", "threat"))
"""Types of Arabic acts with "that" behind them of which those after it are a part."""
_OPENED = frozenset(("promise", "refusal"))
_NEAR = 60
"""Code points before a cue in which the word before it stands."""
_NOMINAL = ("diği", "diğini", "tiği", "tiğini", "duğu", "duğunu", "tuğu", "tuğunu")
"""Ends of Turkish verbs that are told as a noun: that it threatened."""


def is_governed(scene: Scene, region: Region, hits: Sequence[Hit], number: int) -> bool:
    """Whether the cue of that number is what the act beside it is about."""
    tables, text, hit = scene.grammar, region.text, hits[number]
    if tables.verb_last or tables.language == "de":
        for following in hits[number + 1 : number + 2]:
            if _is_object(scene, hit, following):
                return True
    before = hits[number - 1]
    if not number or before.end < region.start or before.cue.frame == "blame":
        return False
    each = hit.cue.frame == before.cue.frame == "infinitive"
    if hit.cue.frame in GOVERNED and not each:
        return not _is_reply(scene, before, hit)
    last = last_words(text[max(before.end, hit.start - _NEAR) : hit.start], 1)
    if each:  # to protest and to ask: each is what one means to do
        return tables.words("and").isdisjoint(last)
    if tables.unspaced and hit.cue.frame == "verb" and before.cue.frame != "noun":
        return COMMAS.isdisjoint(text[before.end : hit.start])
    if not last and is_participle(tables, text, hit):
        return True  # denied threatening
    to = not (tables.verb_first or tables.words("to").isdisjoint(last))
    if to or _is_told(tables, text, before, hit):
        return True
    return tables.language == "en" and not tables.words("blocks").isdisjoint(last)


def _is_reply(scene: Scene, before: Hit, hit: Hit) -> bool:
    """Whether a cue is what somebody else says: but Oslo said that it had no ships."""
    if hit.cue.type == "accusation":
        return scene.grammar.verb_first and hit.cue.frame == "noun"  # he was accused
    voice = scene.voice_at(hit.start)
    return voice is not None and voice.start >= before.end


def _is_object(scene: Scene, hit: Hit, governor: Hit) -> bool:
    """Whether a cue is the object of the verb that follows it: denied that it threatened."""
    tables, text = scene.grammar, scene.folded
    if governor.cue.frame not in ("verb", "passive"):
        return False
    if not tables.verb_last:
        return hit.cue.frame == "noun" and COMMAS.isdisjoint(text[hit.end : governor.start])
    told = governor.cue.type == "denial" and text.endswith(_NOMINAL, hit.start, hit.end)
    return told or hit.cue.frame in ("infinitive", "noun")


def _is_told(tables: Grammar, text: str, before: Hit, hit: Hit) -> bool:
    """Whether the cue stands in the clause that the act before it opens: hopes that X will sign."""
    if tables.verb_first:
        part = before.cue.type in _OPENING and hit.cue.type in _OPENED
    else:
        part = hit.cue.frame in ("verb", "speaker") and tables.language not in ("en", "fa")
        if tables.language == "en":  # hopes that X will send; denied that it was to blame
            denied = hit.cue.frame == "must" and before.cue.type == "denial"
            part = denied or hit.cue.type == "promise"
    opener = tables.search("that", text, before.end, hit.start) if part else None
    if opener is None or before.cue.frame == "noun":
        return False
    gap = text[before.end : opener.start()].rstrip(" ,،")
    return COMMAS.isdisjoint(gap) and tables.search("and", gap, 0, len(gap)) is None
