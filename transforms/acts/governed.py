"""Whether a cue is only what another act is about: urged Iran to reject, denies threatening.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.english import is_participle
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.judge import COMMAS, GOVERNED, NEAR_NAME, is_deed
from transforms.acts.scene import WORD, Region, Scene, words_before

_FARTHEST_GOVERNOR = 120
_NAMING = frozenset(("accusation", "denial", "threat"))
_ASKING = frozenset(("appeal", "demand"))
"""Types of acts that want others to do what stands in their clause."""
_WARNED_OF = frozenset(("promise", "refusal"))
"""Types that are part of a threat where they stand in its clause."""
_GOVERNING = frozenset(("verb", "speaker"))
_ANEW = ("并", "並", "且")
"""What opens another Chinese verb of the same subject in a clause without a comma."""
_VERB_ENDS = frozenset(("de",))
"""Languages whose participles and infinitives end the clause, behind their objects."""
_PAST = tuple("ó aron ieron ou eu iu aram eram iram".split())
"""Ends of what Spanish and Portuguese verbs tell, and no clause behind "that" asks for."""
_ANSWERS = frozenset(("refusal", "denial", "promise", "accusation"))
_NOMINAL = ("diği", "diğini", "tiği", "tiğini", "duğu", "duğunu", "tuğu", "tuğunu")
"""Ends of Turkish verbs that are told as a noun: that it threatened."""


def is_governed(
    scene: Scene, region: Region, hit: Hit, before: Hit | None, following: Sequence[Hit]
) -> bool:
    """Whether the cue is what another act is about: urged Iran to reject, denies threatening."""
    tables = scene.grammar
    if following and following[0].start < region.end and _is_object(scene, hit, following[0]):
        return True
    if before is None or before.cue.frame == "blame":
        return False
    named = hit.cue.frame == "speaker" and hit.cue.type == "accusation"
    if named and before.cue.type in _NAMING and hit.start - before.end <= NEAR_NAME:
        anew = scene.grammar.search("that", scene.folded, before.end, hit.start)
        return anew is None  # accused it of "war crimes", whosever word that is
    if before.end < region.start or hit.start - before.end > _FARTHEST_GOVERNOR:
        return False
    gap = region.text[before.end : hit.start]
    if any(sign in gap for sign in ".;:؛"):
        return False
    if tables.unspaced and hit.cue.frame == "verb" and before.cue.frame in _GOVERNING:
        return COMMAS.isdisjoint(gap) and not any(word in gap for word in _ANEW)
    words = WORD.findall(gap)
    last = words[-1:]
    if hit.cue.frame == before.cue.frame == "infinitive" and not tables.words("and").isdisjoint(
        last
    ):
        return False  # to protest and to ask: each is what one means to do
    if is_deed(hit):
        claimed = before.cue.frame == "noun" and before.cue.type == "accusation"
        open_still = before.cue.type in _ASKING or before.cue.type == "denial"
        if claimed:  # the claims that it attacked
            return tables.search("that", region.text, before.end, hit.start) is not None
        return open_still and _is_told(tables, region, before, hit)
    if hit.cue.frame in GOVERNED:
        return True
    if named and tables.verb_first and before.cue.type in _ASKING:
        return _is_told(tables, region, before, hit)  # hopes that nobody blackmails it
    if tables.verb_first and before.cue.type == "threat" and hit.cue.type in _WARNED_OF:
        return _is_told(tables, region, before, hit)  # warned that it will join the alliance
    if tables.verb_first and before.cue.type in _ASKING and hit.cue.type == "promise":
        if before.cue.frame == "must" and not words:
            return True  # must commit itself
        return _is_told(tables, region, before, hit)  # asked it to agree
    told = not tables.verb_first and tables.language not in ("en", "fa")
    if told and hit.cue.frame == "verb" and _is_told(tables, region, before, hit):
        return True
    asked = tables.romance and hit.cue.frame == "speaker" and before.cue.type in _ASKING
    if asked and not tables.words("that").isdisjoint(last):
        return True  # pidió que liberen: no imperative
    if not words and is_participle(tables, region.text, hit):
        return True  # denied threatening
    if last and last[0] in tables.words("to"):
        return True
    return bool(last) and tables.language == "en" and last[0] in tables.words("blocks")


def _is_object(scene: Scene, hit: Hit, governor: Hit) -> bool:
    """Whether a cue is the object of the verb that follows it: denied that it threatened."""
    tables, text = scene.grammar, scene.folded
    gap = text[hit.end : governor.start]
    if governor.cue.frame not in ("verb", "passive"):
        return False
    if len(gap) > _FARTHEST_GOVERNOR or ";" in gap:
        return False
    if tables.language in _VERB_ENDS and hit.cue.frame == "noun":
        return governor.cue.type in _ANSWERS and COMMAS.isdisjoint(gap)
    if not tables.verb_last:
        return False
    if hit.cue.frame in ("infinitive", "noun"):
        return True
    told = text[hit.start : hit.end].endswith(_NOMINAL)
    return hit.cue.frame == "verb" and told and governor.cue.type == "denial"


def _is_told(tables: Grammar, region: Region, before: Hit, hit: Hit) -> bool:
    """Whether the cue stands in the clause that the act before it opens: hopes that X will sign."""
    opener = tables.search("that", region.text, before.end, hit.start)
    if opener is None or opener[0] in tables.words("blocks"):
        return False
    if before.cue.frame == "noun" or _is_told_anew(tables, region, hit):
        return False
    gap = region.text[before.end : opener.start()].rstrip(" ,،")
    return COMMAS.isdisjoint(gap) and tables.search("and", gap, 0, len(gap)) is None


def _is_told_anew(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a Romance verb goes on where "that" broke off: warned that ..., and has offered."""
    words = words_before(region, hit.start, 2)
    if not tables.romance or tables.words("and").isdisjoint(words):
        return False
    verb = region.text[hit.start : hit.end].partition(" ")[0]
    past = verb.endswith(_PAST) and words[-1] in tables.words("and")
    return past or (words[0] in tables.words("and") and words[-1] in tables.words("auxiliary"))
