"""The subject of an Arabic verb: behind it, unless it stands right before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from transforms.acts.arabic import (
    ADJECTIVES,
    PRESENT,
    TO_SOMEBODY,
    agrees,
    antecedent,
    is_headline,
    is_masculine,
    is_of_bodies,
    is_participle,
    is_plural,
    is_short,
    object_pronoun,
    told_of,
)
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, marker_before
from transforms.acts.officials import spoken_for
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.strangers import stands_behind
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, Subject, elided
from transforms.quotes.clauses import BLOT

_MOST_BEFORE_SUBJECT = 9
"""Words between an Arabic verb and the name in its subject."""
_SMALL = ("that", "and", "not", "would", "future", "blocks", "relative", "pronoun", "conjunction")
_GOES_ON = "…"
"""Opens the lemma of what follows a verb and its subject: ... on the need to."""
_THEIRS = ("ها", "هم")
"""What a noun ends in that is somebody's who was named before."""
_OFFICIALS = ("institution", "office", "officer")
_PARTING = ("and", "clause", "that", "bodies")
"""Kinds of words behind which another subject may stand."""
_NEAR = 6
"""Code points before a verb in which the sign before it stands."""
_LONGEST_HAD = 110
"""Code points from "was" to the verb with which it makes "had"."""
_LEAST_GLUED = 3
"""Letters of a preposition that stands alone, and of more: what it is glued to."""
_LONGEST_SUBJECT = 4
"""Words of a subject before its verb, with the "that" before it."""
_OF_PARTIES = ("office", "time", "institution", "blocks", "and", "clause")
_PLURAL = ("ون", "يين")
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
    held = next((one for one in region.groups if hit.start < one.start < hit.end), None)
    if held is not None and is_short(text, hit):
        return Arguments(held, right)
    joined = bool(hit.start and text[hit.start - 1].isalpha())  # و or ف begins a new clause
    words = WORD.findall(text[max(region.start, floor, hit.start - 60) : hit.start])
    follows = WORD.match(text[hit.end : region.end].lstrip())
    verb = _Verb(
        grammar, region, hit, floor, left, right, words, joined, follows[0] if follows else ""
    )
    return _told_before(verb) or _told_behind(verb)


class _Verb(NamedTuple):
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


def _told_before(verb: _Verb) -> Arguments | None:
    """What the words before a verb, or its form, tell of its subject; None where they do not."""
    grammar, region, hit, floor, left, right, words, joined, follows = verb
    text = region.text
    last = words[-1] if words and not joined else ""
    that = grammar.words("that")
    glued = last.endswith(_PRONOUNS) and (last in that or last in grammar.words("pronoun"))
    if last in grammar.words("home") or glued:
        return Arguments(Missing.ELIDED, right)  # that he demands, but she wants
    if last in grammar.words("bodies"):
        return Arguments(Missing.UNKNOWN, right)  # observers demand
    who = last.removeprefix("و")
    when = bool(words[-2:-1]) and words[-2] in grammar.words("time")  # at the time that he called
    if not when and who in grammar.words("relative") and follows not in grammar.words("resumed"):
        told = told_of(grammar, region, hit, right)
        if told is None and follows.endswith(_THEIRS) and object_pronoun(text, hit):
            return Arguments(Missing.UNKNOWN, right)  # whom her rivals accuse
        if told is not None or agrees(grammar, text, hit, who):
            return Arguments(told or antecedent(grammar, text, hit, who, left), right)
    sign = text[max(0, hit.start - _NEAR) : hit.start].rstrip(" و")[-1:]
    if sign in ("،", ",", BLOT) and is_participle(grammar, text, hit):
        return Arguments(elided(floor, region), right)  # he said, accusing Iran
    if left and not joined:
        group = left[-1]
        between = WORD.findall(text[group.end : hit.start])
        near = len(between) <= NEAR_WORDS + 1 and not any(
            word[:1] == "و" or word in grammar.words(_PARTING) for word in between
        )
        if near and not blocked(grammar, text, group):
            head = WORD.findall(text[max(region.start, group.start - 20) : group.start])[-2:]
            heads = {*head[-1:], " ".join(head)}
            if group.adjective and not grammar.words("bodies").isdisjoint(heads):
                return Arguments(Missing.UNKNOWN, right)  # American scientists
            return Arguments(group, right)
    if last in grammar.words("perfect"):
        had = _subject_of_had(grammar, region, hit, left)
        if had is not None:
            return Arguments(had, right)
    if hit.cue.lemma.startswith(_GOES_ON):
        return Arguments(_subject_of_clause(grammar, text, floor, region, hit, left), right)
    if is_plural(text, hit):
        return Arguments(_plural_subject(grammar, region, words, joined, floor, left), right)
    if is_headline(region) and words and not joined and text[hit.start] in PRESENT:
        before = [one for one in left if not blocked(grammar, text, one)]
        if words[-1] not in grammar.words(_SMALL):
            return Arguments(before[0] if before else Missing.UNKNOWN, right)
    return None


def _told_behind(verb: _Verb) -> Arguments:
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
    is_name = is_name and right[0].principals[0].startswith("state:")
    if first in grammar.words("office") and (governed or not near or (len(gap) == 1 and is_name)):
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
        if last in that | grammar.words("blocks"):
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


def _subject_of_clause(
    grammar: Grammar, text: str, floor: int, region: Region, hit: Hit, left: Sequence[Group]
) -> Subject:
    """Whose verb a phrase goes on with: Merkel laid stress, on the other hand, on the need to."""
    free = [group for group in left if not blocked(grammar, text, group)]
    if not free:
        others = grammar.search("bodies", text, max(floor, region.start), hit.start)
        return Missing.UNKNOWN if others is not None else elided(floor, region)
    between = text[free[-1].end : hit.start]
    if between.count("،") + between.count(",") in (1, 3):
        return elided(floor, region)  # another verb of his begins there
    for kind in ("that", "bodies"):
        if grammar.search(kind, between, 0, len(between)) is not None:
            return elided(floor, region) if kind == "that" else Missing.UNKNOWN
    return free[-1]


def _subject_of_had(
    grammar: Grammar, region: Region, hit: Hit, left: Sequence[Group]
) -> Group | None:
    """Who stands right behind "had", far before its verb: had Germany and others refused."""
    was = grammar.search("was", region.text, max(region.start, hit.start - _LONGEST_HAD), hit.start)
    if was is None:
        return None
    for group in left:
        if group.start > was.end():
            gap = WORD.findall(region.text[was.end() : group.start])
            return group if len(gap) <= 1 and not blocked(grammar, region.text, group) else None
    return None


def _plural_subject(
    grammar: Grammar,
    region: Region,
    words: Sequence[str],
    joined: bool,
    floor: int,
    left: Sequence[Group],
) -> Missing:
    """Who "they" are that demand: as subjects of a plural verb they stand before it."""
    if joined or not words or words[-1] in grammar.words(_SMALL):
        of_others = bool(left) and is_of_bodies(grammar, region, left[-1])
    else:
        of_others = grammar.words(_OFFICIALS).isdisjoint(words)
    return Missing.UNKNOWN if of_others else elided(floor, region)


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
