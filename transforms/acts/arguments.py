"""Who issues an act and to whom: the parties around its cue, by the order of the language.

The issuer of a verb is the party that is its subject; somebody who is no party (a union, a farmer)
leaves it unknown, and the nearest name is never borrowed for him. Offsets are code points into
the passage's text.
"""

from __future__ import annotations

from transforms.acts.arabic import is_former
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import UNKNOWN, Arguments
from transforms.acts.subject_first import subject_first
from transforms.acts.verb_first import verb_first
from transforms.acts.verb_last import verb_last

_INSTRUMENTAL = {"uk": ("ом", "ем", "єм", "ою", "ею", "єю", "ами", "ями")}
"""Ends of the case in which the agent stands without a preposition: засуджено Парижем."""


def active(grammar: Grammar, region: Region, hit: Hit, floor: int, ceiling: int) -> Arguments:
    """The subject of an active verb and the other parties of its clause.

    floor, ceiling: where the cue before it ends and the next one begins, or the region's edges.
    """
    left: list[Group] = []
    right: list[Group] = []
    for group in region.groups:
        if group.end <= hit.start:
            if group.start >= floor:
                left.append(group)
        elif hit.end <= group.start:
            if group.end <= ceiling:
                right.append(group)
        elif grammar.verb_first:
            return group, ()  # the cue holds it
    if grammar.verb_last:
        return verb_last(grammar, region, hit, floor, left, right)
    if grammar.verb_first:
        subject = verb_first(grammar, region, hit, floor, left, right)
        if isinstance(subject, Group) and is_former(grammar, region.text, subject):
            return UNKNOWN, [group for group in right if group is not subject]
        return subject, right
    return subject_first(grammar, region, hit, floor, left, right)


def agent(grammar: Grammar, region: Region, hit: Hit) -> Group | None:
    """The party by whom something is done, in the passive."""
    text, groups = region.text, region.groups
    if grammar.language == "en":  # a plan drafted by Qatar was rejected by Israel
        groups = sorted(groups, key=lambda one: one.start < hit.end)
    for group in groups:
        if grammar.language in _INSTRUMENTAL and _is_instrumental(grammar, text, group):
            return group
        if grammar.verb_last and grammar.language != "fa":
            window = text[group.end : group.end + 20]
            if grammar.search("by", window, 0, len(window)):
                return group
        elif group.start >= hit.end:
            if grammar.search("by", text, hit.start, group.start):
                return group
        elif grammar.search(
            "by", text, max(region.start, group.free, group.start - 30), group.start
        ):
            return group
    return None


def _is_instrumental(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a party stands in the case of an agent: Радою Безпеки ООН засуджено."""
    word = WORD.match(text, group.start)
    ends = _INSTRUMENTAL[grammar.language]
    return word is not None and word[0].endswith(ends) and not blocked(grammar, text, group)
