"""Who issues an act and to whom: the parties around its cue, by the order of the language.

The issuer of a verb is the party that is its subject; somebody who is no party (a union, a farmer)
leaves it unknown, and the nearest name is never borrowed for him. Offsets are code points into
the passage's text.
"""

from __future__ import annotations

from transforms.acts.arabic import is_former
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, is_accusative
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.slavic import object_opened
from transforms.acts.subject import UNKNOWN, Arguments
from transforms.acts.subject_first import subject_first
from transforms.acts.verb_first import verb_first
from transforms.acts.verb_last import verb_last

_LONGEST_AGENT = 60
"""Code points from a Turkish party to "by", with its office and a name between."""
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
        elif group.end <= ceiling and (hit.end <= group.start or grammar.verb_first):
            right.append(group)  # an Arabic cue may hold it
    if grammar.verb_last:
        return verb_last(grammar, region, hit, floor, left, right)
    if grammar.verb_first:
        subject = verb_first(grammar, region, hit, floor, left, right)
        if isinstance(subject, Group) and is_former(grammar, region.text, subject):
            return UNKNOWN, [group for group in right if group is not subject]
        return subject, right
    if not grammar.words("nominative"):
        return subject_first(grammar, region, hit, floor, left, right)
    text = region.text
    named = object_opened(grammar, region, hit, right)
    if named is not None:
        return named, [group for group in (*left, *right) if group is not named]
    objects = [one for one in left if is_accusative(grammar, text, one)]
    objects = [one for one in objects if "," not in text[one.end : hit.start]]
    left = [group for group in left if group not in objects]
    subject, others = subject_first(grammar, region, hit, floor, left, right)
    return subject, [*objects, *others]


def agent(grammar: Grammar, region: Region, hit: Hit) -> Group | None:
    """The party by whom something is done, in the passive."""
    text, groups = region.text, region.groups
    if grammar.language == "en":  # a plan drafted by Qatar was rejected by Israel
        groups = sorted(groups, key=lambda one: one.start < hit.end)
    for group in groups:
        if grammar.language in _INSTRUMENTAL and _is_instrumental(grammar, text, group):
            return group
        if grammar.verb_last and grammar.language != "fa":
            end = group.end + 20
            if grammar.language == "tr":  # up to the next party: by the office of this one
                nearer = (other.start for other in region.groups if other.start > group.start)
                end = min(group.end + _LONGEST_AGENT, next(nearer, region.end))
            window = text[group.end : end].partition(",")[0]
            others = grammar.search("bodies", window, 0, len(window))
            if others is None and grammar.search("by", window, 0, len(window)):
                return group
        elif group.start >= hit.end:
            mark = grammar.search("by", text, hit.start, group.start)
            if mark is not None and not (
                grammar.romance and "," in text[mark.end() : group.start]
            ):  # but amenazada por la sequía, la cosecha de Malí ...
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
