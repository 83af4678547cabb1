"""The subject of an Arabic verb: behind it, unless it stands right before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.acts.arabic import ADJECTIVES, PRESENT, agrees, is_headline, is_masculine
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, Subject, elided

_MOST_BEFORE_SUBJECT = 9
"""Words between an Arabic verb and the name in its subject."""
_SMALL = ("that", "and", "not", "would", "future", "blocks", "relative", "pronoun", "conjunction")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
"""What Arabic glues to "that": that he."""


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
    joined = bool(hit.start and text[hit.start - 1].isalpha())  # و or ف begins a new clause
    words = WORD.findall(text[max(region.start, floor, hit.start - 60) : hit.start])
    last = words[-1] if words and not joined else ""
    that = grammar.words("that")
    glued = last.endswith(_PRONOUNS) and (last in that or last in grammar.words("pronoun"))
    if last in grammar.words("home") or glued:
        return Arguments(Missing.ELIDED, right)  # that he demands, but she wants
    if last in grammar.words("bodies"):
        return Arguments(Missing.UNKNOWN, right)  # observers demand
    follows = WORD.match(text[hit.end : region.end].lstrip())
    resumed = follows is not None and follows[0] in grammar.words("resumed")
    if last in grammar.words("relative") and not resumed and agrees(grammar, text, hit, last):
        return Arguments(_antecedent(grammar, text, hit, left), right)
    if left and not joined:
        group = left[-1]
        between = WORD.findall(text[group.end : hit.start])
        small = grammar.words("and") | that
        near = len(between) <= NEAR_WORDS + 1 and not any(
            word in small or word[:1] == "و" or word in grammar.words("bodies") for word in between
        )
        if near and not blocked(grammar, text, group):
            head = WORD.findall(text[max(region.start, group.start - 20) : group.start])[-1:]
            if group.adjective and head and head[0] in grammar.words("bodies"):
                return Arguments(Missing.UNKNOWN, right)  # American scientists
            return Arguments(group, right)
    if is_headline(region) and words and not joined and text[hit.start] in PRESENT:
        before = [one for one in left if not blocked(grammar, text, one)]
        if not any(grammar.words(kind) & set(words[-1:]) for kind in _SMALL):
            return Arguments(before[0] if before else Missing.UNKNOWN, right)
    gap = WORD.findall(text[hit.end : right[0].start if right else min(region.end, hit.end + 80)])
    gap = gap[1:] if resumed else gap  # to which the Council called
    while gap and gap[0] in grammar.words("time"):
        gap = gap[1:]
    lead = None
    if right:
        lead = marker_before(grammar, text, right[0], grammar.governing)
        gap = gap[: len(gap) - 1] if lead and lead.endswith("+") else gap
    governed = not right or lead is not None
    small = grammar.words("blocks") | that
    first = gap[0] if gap else ""
    if first in small or first.startswith(("ب", "لل")) or (governed and not gap):
        return Arguments(elided(floor, region), right)
    near = len(gap) <= _MOST_BEFORE_SUBJECT and small.isdisjoint(gap)
    if first in grammar.words("seat") and gap[-1:] == ["في"] and len(gap) <= NEAR_WORDS + 1:
        return Arguments(right[0], right[1:])  # the authorities in Yemen
    name = text[right[0].start : right[0].end] if right else ""
    is_name = bool(right) and right[0].plain and not name.endswith(ADJECTIVES)
    is_name = is_name and right[0].principals[0].startswith("state:")
    if first in grammar.words("office") and (governed or not near or (len(gap) == 1 and is_name)):
        return Arguments(elided(floor, region), right)  # the minister, of whom it was told before
    if first in grammar.words("listing"):
        return Arguments(elided(floor, region), right)  # the statement, of whom told before
    pairs = map(" ".join, itertools.pairwise(gap[:3]))
    if not grammar.words("bodies").isdisjoint([*gap[:3], *pairs]):
        return Arguments(Missing.UNKNOWN, right)
    is_object = is_name and not gap and not governed and is_masculine(grammar, text, hit)
    if is_object and not grammar.words("masculine") & set(WORD.findall(name)[:1]):
        return Arguments(elided(floor, region), right)  # he called on Israel
    definite = first.startswith("ال") or first in grammar.words("institution")
    if first and not definite and gap[1:2] and gap[1] in grammar.words("relative"):
        return Arguments(Missing.UNKNOWN, right)  # a name of nobody known, "who" did this or that
    named = len(gap) > NEAR_WORDS and gap[-1] in grammar.words("institution")
    if not governed and near and (not gap or definite or named):
        return Arguments(right[0], right[1:])
    if first.endswith("ين") or (joined and floor > region.start):
        return Arguments(elided(floor, region), right)  # an object, or the verb shares its subject
    if first and not definite and not first.endswith(("ون", "ات")):
        return Arguments(elided(floor, region), right)  # an object without an article
    return Arguments(Missing.UNKNOWN, right)


def _antecedent(grammar: Grammar, text: str, hit: Hit, left: Sequence[Group]) -> Subject:
    """Whom a relative clause is about: the party right before it."""
    if left and len(WORD.findall(text[left[-1].end : hit.start])) <= NEAR_WORDS:
        return left[-1]
    return Missing.UNKNOWN
