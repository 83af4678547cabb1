"""The subject of an Arabic verb by the words behind it; verb_first.py reads those before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from transforms.acts.arabic import ADJECTIVES, TO_SOMEBODY, is_masculine
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import marker_before
from transforms.acts.officials import spoken_for
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.strangers import stands_behind
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, elided

_MOST_BEFORE_SUBJECT = 9
"""Words between an Arabic verb and the name in its subject."""
_LEAST_GLUED = 3
"""Letters of a preposition that stands alone, and of more: what it is glued to."""
_LONGEST_SUBJECT = 4
"""Words of a subject before its verb, with the "that" before it."""
_OF_PARTIES = ("office", "time", "institution", "blocks", "and", "clause")
_PLURAL = ("ون", "يين")


class Verb(NamedTuple):
    """A verb with the parties of its clause, the words before it and the one behind it.

    joined: "and" is glued to it, so that it begins a new clause.
    """

    grammar: Grammar
    region: Region
    hit: Hit
    floor: int
    left: Sequence[Group]
    right: Sequence[Group]
    words: Sequence[str]
    joined: bool
    follows: str


def told_behind(verb: Verb) -> Arguments:
    """Whether the party behind a verb is its subject, its object or neither."""
    grammar, region, hit, floor, left, right, words, joined, follows = verb
    text = region.text
    official = spoken_for(grammar, text, hit, right)
    if official is not None:
        return Arguments(official, [group for group in right if group.start > official.start])
    resumed = follows in grammar.words("resumed")
    last = words[-1] if words and not joined else ""
    that = grammar.words("that")
    gap = WORD.findall(text[hit.end : right[0].start if right else min(region.end, hit.end + 80)])
    gap = gap[1:] if resumed else gap  # to which the Council called
    while gap and gap[0] in grammar.words("time"):
        gap = gap[1:]
    if gap[1:2] and gap[0] in grammar.words("each") and gap[1] in grammar.words("of"):
        gap = gap[2:]
    held = text[hit.start : hit.end].rpartition(" ")[2]
    if held in grammar.words("office") or held in grammar.words("cabinet"):
        gap = [held, *gap]  # ordered "the president"
    lead = None
    if right:
        end = hit.end - len(held) if held in grammar.governing else hit.end  # protested "against"
        behind_it = right[0].behind(end)
        lead = marker_before(grammar, text, behind_it, grammar.governing)
        gap = gap[: len(gap) - 1] if lead and lead.endswith("+") else gap
    governed = not right or lead is not None
    blocks = grammar.words("blocks")
    first = gap[0] if gap else ""
    small = first in blocks or first in that or first.startswith(("ب", "لل"))
    if small or (governed and not gap):
        if resumed and left and not joined:
            beside = WORD.findall(text[left[-1].end : hit.start])
            if len(beside) <= 1:
                return Arguments(left[-1], right)  # a speech of Macron in which he threatened
        if _is_thing(grammar, words) and not joined:
            return Arguments(Missing.UNKNOWN, right)  # that the war threatens
        return Arguments(elided(floor, region), right)
    near = len(gap) <= _MOST_BEFORE_SUBJECT and blocks.isdisjoint(gap) and that.isdisjoint(gap)
    if first in grammar.words("seat") and gap[-1:] == ["في"] and len(gap) <= NEAR_WORDS + 1:
        return Arguments(right[0], right[1:])  # the authorities in Yemen
    name = text[right[0].start : right[0].end] if right else ""
    is_name = bool(right) and right[0].plain and not name.endswith(ADJECTIVES)
    is_name = is_name and right[0].principals[0].startswith(("state:", "group:"))
    another = is_name if len(gap) == 1 else gap[1:] != [] and gap[1] in grammar.words("seat")
    another = another and len(gap) <= NEAR_WORDS  # the envoy called on the Libyan sides
    if first in grammar.words("office") and (governed or not near or another):
        return Arguments(elided(floor, region), right)  # the minister, of whom it was told before
    if first in grammar.words("cabinet") and (governed or not near):
        return Arguments(elided(floor, region), right)  # the prime minister
    if first in grammar.words("listing"):
        return Arguments(elided(floor, region), right)  # the statement, of whom told before
    pairs = map(" ".join, itertools.pairwise(gap[:3]))
    if not grammar.words("bodies").isdisjoint([*gap[:3], *pairs]):
        return Arguments(Missing.UNKNOWN, right)
    if not governed and near and _is_object(grammar, text, hit, right):
        stranger = bool(gap) and gap[0] not in grammar.words(("institution", "office"))
        return Arguments(Missing.UNKNOWN if stranger else elided(floor, region), right)
    is_object = is_name and not gap and not governed and is_masculine(grammar, text, hit)
    if is_object and not grammar.words("masculine") & set(WORD.findall(name)[:1]):
        if last in that or last in blocks:
            return Arguments(right[0], right[1:])  # that Rome's refusal
        return Arguments(elided(floor, region), right)  # he called on Israel
    definite = first.startswith("ال") or first in grammar.words("institution")
    if first and not definite and gap[1:2] and gap[1] in grammar.words("relative"):
        return Arguments(Missing.UNKNOWN, right)  # a name of nobody known, "who" did this or that
    if len(gap) == 1 and not governed and first in grammar.words("officer"):
        return Arguments(right[0], right[1:])  # politicians of Israel
    if not gap and not governed and name.partition(" ")[0].endswith("يين"):
        return Arguments(elided(floor, region), right)  # the Palestinians are warned
    many = first.startswith("ال") and first.endswith("ون") and not name.endswith(_PLURAL)
    titled = first in grammar.words("institution") or first in grammar.words("office")
    if len(gap) > 1 and near and not governed and many and not titled:
        return Arguments(Missing.UNKNOWN, right)  # the farmers accused the Chinese army
    known = first in grammar.words("institution") or not first.startswith("ال")
    if len(gap) == 1 and not governed and (many or (is_name and not known)):
        return Arguments(Missing.UNKNOWN, right)  # the Kurds asked Damascus
    if len(gap) == 1 and not governed and is_name and not titled and hit.cue.type in TO_SOMEBODY:
        return Arguments(Missing.UNKNOWN, right)  # a name of nobody known asked Egypt
    if is_name and gap and near and not governed and _is_whole(grammar, gap):
        return Arguments(elided(floor, region) if titled else Missing.UNKNOWN, right)
    parted = bool(gap and right) and "،" in text[hit.end : right[0].start]
    named = len(gap) > NEAR_WORDS and gap[-1] in grammar.words("institution")
    if not governed and near and (not gap or definite or named):
        if parted and not right[0].office:
            return Arguments(elided(floor, region) if titled else Missing.UNKNOWN, right)
        return Arguments(right[0], right[1:])
    if first.endswith("ين") or (joined and floor > region.start):
        return Arguments(elided(floor, region), right)  # an object, or the verb shares its subject
    if first and not definite and not first.endswith(("ون", "ات")):
        stranger = stands_behind(grammar, region, hit)  # else an object without an article
        return Arguments(Missing.UNKNOWN if stranger else elided(floor, region), right)
    return Arguments(Missing.UNKNOWN, right)


def _is_object(grammar: Grammar, text: str, hit: Hit, right: Sequence[Group]) -> bool:
    """Whether the one party behind a verb that always has an object is this object.

    Its complement ("of", "to") follows, where the object of a subject there would stand.
    """
    if hit.cue.lemma not in grammar.words("transitive") or right[0].office:
        return False
    follows = WORD.match(text, right[0].end + 1)
    if follows is None or any(group.start <= follows.start() < group.end for group in right[1:2]):
        return False
    word = follows[0]
    return word in grammar.words("complement") or (word[:1] == "ب" and len(word) > _LEAST_GLUED)


def _is_whole(grammar: Grammar, gap: Sequence[str]) -> bool:
    """Whether words behind a verb end in a definite noun, so that no name belongs to them.

    The foreign ministry called on Russia; in Arabic "the ministry of Russia" has one article.
    """
    return gap[-1].startswith("ال") and gap[-1] not in grammar.words("time")


def _is_thing(grammar: Grammar, words: Sequence[str]) -> bool:
    """Whether what stands right before a verb is its subject, and no party: that the war."""
    if not words or not words[-1].startswith("ال") or words[-1] in grammar.words("relative"):
        return False
    for word in reversed(words[-_LONGEST_SUBJECT:]):
        if word in grammar.words("that"):
            return True
        if word in grammar.words(_OF_PARTIES) or word[:1] in "بل":
            return False
    return False
