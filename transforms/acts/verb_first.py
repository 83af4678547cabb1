"""The subject of an Arabic verb: behind it, unless it stands right before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.acts.arabic import (
    ADJECTIVES,
    PRESENT,
    agrees,
    antecedent,
    is_headline,
    is_masculine,
    is_participle,
    is_plural,
    is_short,
)
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing
from transforms.quotes.clauses import BLOT

_SMALL = ("that", "and", "not", "would", "future", "blocks", "relative", "pronoun", "conjunction")
_GOES_ON = "…"
"""Opens the lemma of what follows a verb and its subject: ... on the need to."""
_NEAR = 6
"""Code points before a verb in which the sign before it stands."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
"""What Arabic glues to "that": that he."""
_LEAST_GLUED = 3
"""Letters of a preposition that stands alone, and of more: what it is glued to."""
_NOMINATIVE = "ون"
"""End of an Arabic plural that is a subject."""
_OFFICIAL = ("officer", "institution", "seat")
_KNOWN = ("office", "cabinet", "listing", "institution", "seat", "officer", "that", "time")
"""Kinds of words that stand for a party told of before, or for none, behind a verb."""
_NEXT = 40
"""Code points behind a verb in which its subject stands where no party does."""
_IN = frozenset(("في", "ب+", "لدى"))


def verb_first(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Arguments:
    """Arabic: the subject stands behind the verb, unless it stands right before it."""
    text = region.text
    held = next((one for one in region.groups if hit.start < one.start < hit.end), None)
    if held is not None and is_short(text, hit):
        return Arguments(held, right)
    joined = text[hit.start - 1 : hit.start].isalpha()  # و or ف begins a new clause
    before = (
        [] if joined else WORD.findall(text[max(region.start, floor, hit.start - 60) : hit.start])
    )
    last = before[-1] if before else ""
    behind = WORD.match(text[hit.end : region.end].lstrip())
    resumed = behind is not None and behind[0] in grammar.words("resumed")
    glued = last.endswith(_PRONOUNS) and last in grammar.words(("that", "pronoun"))
    if last in grammar.words("home") or glued:
        return Arguments(Missing.ELIDED, right)  # that he demands, but she wants
    who = last.removeprefix("و")
    if who in grammar.words("relative") and not resumed and agrees(grammar, text, hit, who):
        return Arguments(antecedent(text, hit, left), right)
    sign = text[max(0, hit.start - _NEAR) : hit.start].rstrip(" و")[-1:]
    beside = bool(left) and not text[left[-1].end : hit.start].strip()
    besides = sign in ("،", ",", BLOT) or (bool(last) and not joined and not beside)
    if besides and is_participle(grammar, text, hit):
        return Arguments(Missing.ELIDED, right)  # he said, accusing Iran
    near = left and len(WORD.findall(text[left[-1].end : hit.start])) <= NEAR_WORDS + 1
    if near and not joined and not blocked(grammar, text, left[-1]):
        head = WORD.findall(text[max(region.start, left[-1].start - 20) : left[-1].start])[-2:]
        others = not grammar.words("bodies").isdisjoint({*head[-1:], " ".join(head)})
        return Arguments(Missing.UNKNOWN if others else left[-1], right)  # American scientists
    if hit.cue.lemma.startswith(_GOES_ON) or is_plural(text, hit):
        return Arguments(Missing.ELIDED, right)
    told = bool(last) and last not in grammar.words(_SMALL) and text[hit.start] in PRESENT
    if told and is_headline(region):
        return Arguments(left[0] if left else Missing.UNKNOWN, right)
    found = _told_behind(grammar, region, hit, right, resumed)
    shared = joined and floor > region.start and found.subject is Missing.UNKNOWN
    return Arguments(Missing.ELIDED, right) if shared else found  # X refused, and asked the north


def _told_behind(
    grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group], resumed: bool
) -> Arguments:
    """Whether the party behind a verb is its subject, its object or neither."""
    text = region.text
    if not right:
        near = WORD.findall(text[hit.end : min(region.end, hit.end + _NEXT)])[:2]
        return Arguments(_unnamed(grammar, near), right)
    gap = WORD.findall(text[hit.end : right[0].start])
    official = not grammar.words(_OFFICIAL).isdisjoint(gap[:1])
    if official and marker_before(grammar, text, right[0], _IN) is not None:
        return Arguments(right[0], right[1:])  # a senior official in the UN
    gap = gap[1:] if resumed else gap  # to which the Council called
    if gap[1:2] and gap[1] in grammar.words("of"):
        gap = gap[2:]  # each of Egypt and Jordan
    lead = marker_before(grammar, text, right[0].behind(hit.end), grammar.governing)
    first = gap[0] if gap else ""
    governed = lead is not None or not grammar.words(("blocks", "that")).isdisjoint(gap)
    seat = grammar.words("seat")
    if first in seat and gap[-1] == "في" and len(gap) <= NEAR_WORDS + 1:
        return Arguments(right[0], right[1:])  # the authorities in Yemen
    two = first.startswith("ال") and not seat.isdisjoint(gap[1:2])
    if two or first in grammar.words("listing"):
        return Arguments(Missing.ELIDED, right)  # the statement, the envoy: of whom told before
    if governed:
        return Arguments(_unnamed(grammar, gap), right)
    pairs = map(" ".join, itertools.pairwise(gap[:3]))
    if not grammar.words("bodies").isdisjoint([*gap[:3], *pairs]):
        return Arguments(Missing.UNKNOWN, right)
    if _is_object(grammar, text, hit, right):
        return Arguments(Missing.UNKNOWN if gap else Missing.ELIDED, right)
    name = text[right[0].start : right[0].end]
    is_name = right[0].plain and not name.endswith(ADJECTIVES) and not gap
    head = WORD.findall(name)[:1]
    is_he = not grammar.words("masculine").isdisjoint(head) or name.endswith(_NOMINATIVE)
    if is_name and not is_he and is_masculine(grammar, text, hit):
        return Arguments(Missing.ELIDED, right)  # he called on Israel
    if not gap or first.startswith("ال") or first in grammar.words("institution"):
        return Arguments(right[0], right[1:])
    return Arguments(Missing.ELIDED, right)


def _unnamed(grammar: Grammar, gap: Sequence[str]) -> Missing:
    """Who acts where no party stands behind a verb: the farmers, or somebody told of before."""
    first = gap[0] if gap else ""
    pair = " ".join(gap[:2])
    others = not grammar.words("bodies").isdisjoint((first, pair))
    known = first in grammar.words(_KNOWN) or first.endswith("ين")
    to = first in grammar.words("blocks")  # folded, "to" begins as what has an article
    strangers = others or (first.startswith("ال") and not known and not to)
    return Missing.UNKNOWN if strangers else Missing.ELIDED


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
