"""The subject of an Arabic verb: behind it, unless it stands right before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.arabic import (
    PRESENT,
    agrees,
    antecedent,
    is_headline,
    is_participle,
    is_plural,
    is_short,
)
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, Subject, elided
from transforms.acts.subject_behind import Verb, told_behind
from transforms.quotes.clauses import BLOT

_SMALL = ("that", "and", "not", "would", "future", "blocks", "relative", "pronoun", "conjunction")
_GOES_ON = "…"
"""Opens the lemma of what follows a verb and its subject: ... on the need to."""
_OFFICIALS = ("institution", "office", "officer")
_PARTING = ("and", "clause", "that", "bodies")
"""Kinds of words behind which another subject may stand."""
_NEAR = 6
"""Code points before a verb in which the sign before it stands."""
_LONGEST_HAD = 110
"""Code points from "was" to the verb with which it makes "had"."""
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
    verb = Verb(
        grammar, region, hit, floor, left, right, words, joined, follows[0] if follows else ""
    )
    return _told_before(verb) or told_behind(verb)


def _told_before(verb: Verb) -> Arguments | None:
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
    told_of = who in grammar.words("relative") and follows not in grammar.words("resumed")
    if told_of and not when and agrees(grammar, text, hit, who):
        return Arguments(antecedent(text, hit, left), right)
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
        return Arguments(_plural_subject(grammar, region, words, joined, floor), right)
    if is_headline(region) and words and not joined and text[hit.start] in PRESENT:
        before = [one for one in left if not blocked(grammar, text, one)]
        if words[-1] not in grammar.words(_SMALL):
            return Arguments(before[0] if before else Missing.UNKNOWN, right)
    return None


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
) -> Missing:
    """Who "they" are that demand: as subjects of a plural verb they stand before it."""
    if joined or not words or words[-1] in grammar.words(_SMALL):
        return elided(floor, region)
    of_others = grammar.words(_OFFICIALS).isdisjoint(words)
    return Missing.UNKNOWN if of_others else elided(floor, region)
