"""What only Romance languages need: relatives between commas, auxiliaries, verbs before subjects.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_PLURAL = {"es": ("n",), "fr": ("nt",), "it": ("no",), "pt": ("m",)}
"""Ends of verbs of several."""
_SEVERAL = ("s", "i", "x")
"""Ends of names that may be of several: Estados Unidos, alleati."""


def tells_others(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether an adjective only tells from where people are: les pêcheurs français."""
    if not grammar.romance or not group.adjective:
        return False
    start = text.rfind(" ", 0, group.start - 1) + 1
    return text[start : group.start - 1] in grammar.words("bodies")


def verb_start(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb begins, with the auxiliary before its participle: "..., a averti"."""
    head = region.text[max(region.start, hit.start - 12) : hit.start].rstrip()
    last = WORD.findall(head)[-1:]
    if not grammar.romance or not last or last[0] not in grammar.words("auxiliary"):
        return hit.start
    return hit.start - 1 - len(last[0])


def is_told_of(grammar: Grammar, region: Region, hit: Hit, group: Group) -> bool:
    """Whether the party behind a verb is no subject: the "British" proposal, or one of a plural."""
    if not grammar.romance:
        return False
    text = region.text
    between = WORD.findall(text[hit.end : group.start])
    if len(between) == 1 and between[0] in hit.cue.addressee:
        return True  # exigen de Londres
    if group.adjective:
        head = between[-1:]
        titles = grammar.words("institution") | grammar.words("seat")
        return bool(head) and titles.isdisjoint(head)
    verb = WORD.findall(text[hit.start : hit.end])[0]
    name = text[group.start : group.end]
    one = len(group.principals) == 1 and not name.endswith(_SEVERAL)
    return one and verb.endswith(_PLURAL[grammar.language])
