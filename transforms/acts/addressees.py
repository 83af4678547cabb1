"""To whom an act is directed: the party that the cue's mark, case or place in the clause tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_TOWARDS_ANYBODY = frozenset(("threat", "accusation"))
"""Types that are always towards somebody: whoever else is named in the sentence."""
_LOCATIVE = ("de", "da", "te", "ta")
"""Ends of the Turkish case that tells where, which end as the dative does."""
_NEAR_THAT = 4
"""Words between "that" and the party whose clause it opens."""


def addressed(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    others: Sequence[Group],
    issuers: tuple[str, ...],
) -> tuple[str, ...]:
    """The parties addressed, first those whom the cue's best mark tells; empty where none does."""
    issuing = set(issuers)
    open_to = [group for group in others if not set(group.principals) <= issuing]
    for mark in hit.cue.addressee:
        for group in open_to:
            if _has_mark(grammar, region, hit, group, mark):
                return tuple(party for party in group.principals if party not in issuing)
    if hit.cue.type in _TOWARDS_ANYBODY:
        behind = [
            group
            for group in region.groups
            if (group.start >= hit.end or grammar.verb_last)
            and not set(group.principals) <= issuing
        ]
        if behind:
            return tuple(party for party in behind[0].principals if party not in issuing)
    return ()


def _has_mark(grammar: Grammar, region: Region, hit: Hit, group: Group, mark: str) -> bool:
    text = region.text
    if mark == "*":
        return True
    if mark == "_":
        if group.start < hit.end:
            marked = grammar.language == "tr" and behind(grammar, text, group)
            return not marked and not blocked(grammar, text, group)
        between = grammar.search("blocks", text, hit.end, group.start)
        return between is None and not blocked(grammar, text, group)
    if mark == "that":
        opener = grammar.search("that", text, hit.end, group.start)
        if opener is None:
            return False
        gap = WORD.findall(text[opener.end() : group.start])
        return len(gap) <= _NEAR_THAT and not blocked(grammar, text, group)
    if mark.startswith("-"):
        suffix = behind(grammar, text, group)
        if suffix == mark or grammar.language != "tr":
            return suffix == mark
        return suffix.endswith(mark[1:]) and not suffix.endswith(_LOCATIVE)
    if grammar.unspaced:
        return text[: group.start].endswith(mark)
    return marker_before(grammar, text, group, frozenset((mark,))) is not None
