"""What only English needs: participles, nouns that look like verbs, clauses without a mark.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene, words_before

_NEAR_WORDS = 2
_LONGEST_OFFICE = 4
"""Words of "the deputy foreign minister"."""
_OWNER = ("'s ", "s' ")
_NO_NOUNS = ("ed", "ing", "hopes")
"""Ends of what is a verb behind "it's", or is owned and yet no act."""
_OWNED = frozenset(("appeal", "demand", "promise", "refusal", "threat"))
"""Types whose verbs are nouns behind an owner: Ankara's call for, Ankara's vow to."""


def is_participle(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether the cue is an English "rejecting" without "is", with the subject of its clause."""
    words = WORD.findall(text[hit.start : hit.end])
    if grammar.language != "en" or not words or not words[0].endswith("ing"):
        return False
    before = WORD.findall(text[max(0, hit.start - 40) : hit.start])
    return grammar.words("passive").isdisjoint(before[-_NEAR_WORDS:])


def are_theirs(text: str, group: Group, place: int) -> bool:
    """Whether the people named at a place are those of a group: Houthi rebels."""
    return text[group.end : place].isspace() and group.principals[-1].startswith("group:")


def stands_as_noun(tables: Grammar, region: Region, hit: Hit, before: Sequence[str]) -> bool:
    """Whether a form without a determiner is a noun: India's offer, of threats.

    before: the last word before it.
    """
    text = region.text
    words = WORD.findall(text[hit.start : hit.end]) or [""]  # a quote may blot it out
    if words[0].endswith(("ed", "ing")):
        if _is_owned(tables, region, hit):
            return True
        reduced = hit.cue.type == "accusation" and words[0].endswith("ed") and len(words) == 1
        return reduced and not tables.words("charge").isdisjoint(
            WORD.findall(text[hit.end : hit.end + 5])[:1]
        )
    if before and before[0].endswith("ing"):
        return True
    if before and before[0] in tables.words("blocks") | {"of"} - tables.words("to"):
        return True
    if text[: hit.start].rstrip().endswith(("'s", "s'")):
        return True
    named = [group for group in region.groups if group.end <= hit.start]
    if not named or not named[-1].adjective or text[named[-1].end - 1] == "s":
        return False  # Tunisians protest
    return text[named[-1].end : hit.start].isspace()


def _is_owned(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a participle tells what a party's noun is like: the EU's proposed fund."""
    text = region.text
    if not text.startswith("'s ", hit.start - len("'s ")) or not text.endswith("ed", 0, hit.end):
        return False
    if all(group.end != hit.start - len("'s ") for group in region.groups):
        return False
    behind = WORD.match(text, hit.end + 1)
    verbal = tables.words("blocks") | tables.words("that") | tables.words("article")
    return behind is not None and behind[0] not in verbal


def is_bare(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether the cue says no more than that something will not be."""
    if not region.text.endswith(tuple(tables.words("not")), hit.start, hit.end):
        return False
    return tables.search("future", region.text, hit.start, hit.end) is not None


def is_office(grammar: Grammar, region: Region, place: int) -> bool:
    """Whether an office without a country is the subject of a verb: "..., the minister warned"."""
    words = words_before(region, place, _LONGEST_OFFICE)
    if grammar.language != "en" or grammar.words("office").isdisjoint(words[-1:]):
        return False
    return not grammar.words("article").isdisjoint(words)


def as_nouns(scene: Scene, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The cues, with what a party owns as the noun that it is: Ankara's call for talks."""
    if scene.grammar.language != "en":
        return hits
    return [
        hit._replace(cue=hit.cue._replace(frame="noun"))
        if hit.cue.frame == "verb"
        and hit.cue.type in _OWNED
        and scene.folded.endswith(_OWNER, 0, hit.start)
        and not scene.folded.endswith(_NO_NOUNS, hit.start, hit.end)
        else hit
        for hit in hits
    ]


def is_its_clause(scene: Scene, hit: Hit, before: Hit, gap: Sequence[str]) -> bool:
    """Whether an English cue belongs to the one before it: should reject, hopes that X will send,
    rejected a plan proposed by X."""
    if before.cue.frame == "must" and len(gap) < _NEAR_WORDS + 1:
        return True
    words = WORD.findall(scene.folded[before.start : before.end])
    first = (WORD.findall(scene.folded[hit.start : hit.end]) or [""])[0]
    that = scene.grammar.words("that")
    told = before.cue.type in ("accusation", "denial") and "!" not in before.cue.addressee
    if hit.cue.frame == "must" and told:
        return True  # denied that it was sheltering rebels
    if hit.cue.frame == "must" and before.cue.type == "demand" and "that" in [*words[-1:], *gap]:
        return True  # insists that X should: one demand
    if told and not gap and first.endswith("ing"):
        return True  # denied threatening
    of_text = not scene.grammar.words("document").isdisjoint(gap[-1:])
    if before.cue.type == "refusal" and first.endswith("ing") and of_text:
        return True  # vetoed a statement condemning
    asked = before.cue.type in ("demand", "appeal") and hit.cue.type == "promise"
    if asked and not that.isdisjoint([*words[-1:], *gap]):
        return True
    by = scene.grammar.search("by", scene.folded, hit.end, hit.end + 4)
    return first.endswith("ed") and by is not None


def is_duty_of_ours(scene: Scene, region: Region, hit: Hit) -> bool:
    """Whether "must" is said of those who speak: "we have to assume"."""
    if scene.grammar.language != "en":
        return False
    return words_before(region, hit.start, 1) in (["we"], ["i"])
