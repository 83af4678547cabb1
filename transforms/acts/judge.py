"""Whether a cue is an act at all, and how it is put: negated, asked, supposed, governed by another.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import NOT_OF_ACTS, Grammar, Hit
from transforms.acts.scene import WORD, Region, Scene

_FARTHEST_GOVERNOR = 120
_NEGATION_WORDS = 3
_NEGATED_BEHIND = frozenset(("de", "fr"))
_COMMAS = frozenset(",،，")


def is_open(scene: Scene, region: Region, hit: Hit) -> bool:
    """Whether nothing is done yet: it is asked, supposed or left open whether it will be."""
    tables, text = scene.grammar, region.text
    if scene.passage.text[region.start : region.end].rstrip(" \"'”»")[-1:] in ("?", "؟", "？"):
        return True
    if tables.search("whether", text, max(region.start, hit.start - 40), hit.end + 4):
        return True
    found = tables.search("if", text, max(region.start, hit.start - 100), hit.start)
    return found is not None and _COMMAS.isdisjoint(text[found.end() : hit.start])


def is_negated(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether the cue stands behind "not", or in French and German before it."""
    text = region.text
    if tables.unspaced:
        return text[: hit.start].endswith(tuple(tables.words("not")))
    start = max(region.start, hit.start - 40)
    found = tables.search("not", text, start, hit.start)
    while found is not None:
        gap = text[found.end() : hit.start]
        if len(WORD.findall(gap)) < _NEGATION_WORDS and _COMMAS.isdisjoint(gap):
            return True
        found = tables.search("not", text, found.end(), hit.start)
    if tables.language not in _NEGATED_BEHIND or tables.search("not", text, hit.start, hit.end):
        return False
    behind = tables.search("not", text, hit.end, min(region.end, hit.end + 12))
    return behind is not None and not WORD.findall(text[hit.end : behind.start()])


def is_future(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a word of the future stands before the cue or in it."""
    start = max(region.start, hit.start - 20)
    return tables.search("future", region.text, start, hit.end) is not None


def is_governed(
    scene: Scene, region: Region, hit: Hit, before: Hit | None, following: Sequence[Hit]
) -> bool:
    """Whether the cue is what another act is about: urged Iran to reject, denies threatening."""
    if following and following[0].start < region.end and _is_object(scene, hit, following[0]):
        return True
    if before is None or before.cue.frame in NOT_OF_ACTS:
        return False
    if before.end < region.start or hit.start - before.end > _FARTHEST_GOVERNOR:
        return False
    gap = region.text[before.end : hit.start]
    if any(sign in gap for sign in ".;:؛"):
        return False
    if hit.cue.frame in ("infinitive", "noun"):
        return True
    tables = scene.grammar
    if tables.romance and hit.cue.frame == "verb" and _is_told(tables, region, before, hit):
        return True
    last = WORD.findall(gap)[-1:]
    if last and last[0] in tables.words("to"):
        return True
    return bool(last) and tables.language == "en" and last[0] in tables.words("blocks")


def _is_object(scene: Scene, hit: Hit, governor: Hit) -> bool:
    """Whether a cue is the object of the verb that follows it: denied that it threatened."""
    gap = scene.folded[hit.end : governor.start]
    if governor.cue.frame not in ("verb", "passive") or len(gap) > _FARTHEST_GOVERNOR:
        return False
    return scene.grammar.verb_last and hit.cue.frame in ("infinitive", "noun")


def _is_told(tables: Grammar, region: Region, before: Hit, hit: Hit) -> bool:
    """Whether the cue stands in the clause that the act before it opens: hopes that X will sign."""
    opener = tables.search("that", region.text, before.end, hit.start)
    if opener is None or before.cue.frame == "noun":
        return False
    gap = region.text[before.end : opener.start()].rstrip(" ,،")
    return _COMMAS.isdisjoint(gap) and tables.search("and", gap, 0, len(gap)) is None


def is_noun(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a form that may be a verb stands as a noun: una protesta, sa demande."""
    if not tables.romance or hit.cue.frame != "verb":
        return False
    before = words_before(region, hit.start, 1)
    return bool(before) and before[0] in tables.words("determiner")


def is_passive(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether the subject is not who acts: was rejected, is demanded."""
    if hit.cue.frame == "passive":
        return True
    if hit.cue.frame != "verb":
        return False
    return not tables.words("passive").isdisjoint(words_before(region, hit.start, 3))


def modality(tables: Grammar, region: Region, hit: Hit) -> str:
    """How the act is put: asserted, conditional, future or reported."""
    if tables.search("hearsay", region.text, region.start, region.end):
        return "reported"
    words = words_before(region, hit.start, 3)
    if not tables.words("would").isdisjoint(words):
        return "conditional"
    if not tables.words("future").isdisjoint(words):
        return "future"
    return "asserted"


def words_before(region: Region, place: int, most: int) -> Sequence[str]:
    """The last words before a place, of the same clause."""
    window = region.text[max(region.start, place - 60) : place]
    for sign in ",;:،؛()":
        window = window.rpartition(sign)[2]
    return WORD.findall(window)[-most:]
