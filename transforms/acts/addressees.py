"""To whom an act is directed: the party that the cue's mark, case or place in the clause tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.arguments import behind, blocked, marker_before
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_TOWARDS_ANYBODY = frozenset(("threat", "accusation"))
"""Types that are always towards somebody: whoever else is named in the sentence."""
_NEAR_THAT = 4
"""Words between "that" and the party whose clause it opens."""

_NEAR = 70
"""Code points to whoever is named first behind an Arabic verb."""
_LONGEST_PHRASE = 3
"""Words from one that a mark is glued to, to the party in its genitive."""


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
    for group in region.groups:
        if hit.start < group.start < hit.end:  # the cue names it
            return tuple(party for party in group.principals if party not in issuing)
    for mark in hit.cue.addressee:
        for group in open_to:
            if _has_mark(grammar, region, hit, group, mark):
                return tuple(party for party in group.principals if party not in issuing)
    if hit.cue.type in _TOWARDS_ANYBODY:
        behind = [
            group
            for group in region.groups
            if group.start >= hit.start and not set(group.principals) <= issuing
        ]
        if behind:
            return tuple(party for party in behind[0].principals if party not in issuing)
    return ()


def _has_mark(grammar: Grammar, region: Region, hit: Hit, group: Group, mark: str) -> bool:
    text = region.text
    if mark == "*":
        return not grammar.verb_first or group.start - hit.end <= _NEAR
    if mark == "_" and grammar.verb_first and group.start >= hit.end:
        gap = WORD.findall(text[max(hit.end, group.free) : group.start])
        if gap[-1:] == ["في"] and grammar.words("seat") & set(gap[-2:-1]):
            return len(gap) <= _NEAR_THAT  # the parties in Libya
    if mark == "_":
        if group.start < hit.end:
            return not blocked(grammar, text, group)
        first = hit.end
        if grammar.verb_first:  # an aside or the subject may stand between
            first = max(first, group.free, text.rfind("،", first, group.start))
        between = grammar.search("blocks", text, first, group.start)
        if grammar.verb_first and between is None:
            between = grammar.search("conjunction", text, first, group.start)
        return between is None and not blocked(grammar, text, group)
    if mark == "that":
        opener = grammar.search("that", text, hit.end, group.start)
        if opener is None:
            return False
        gap = WORD.findall(text[opener.end() : group.start])
        return len(gap) <= _NEAR_THAT and not blocked(grammar, text, group)
    if mark.startswith("-"):
        suffix = behind(grammar, text, group)
        return suffix == mark or (
            grammar.language == "tr" and suffix.endswith(mark[1:]) and bool(suffix)
        )
    if grammar.unspaced:
        return text[: group.start].endswith(mark)
    if marker_before(grammar, text, group, frozenset((mark,))) is not None:
        return True
    return mark.endswith("+") and _is_in_phrase(grammar, text, hit, group, mark[0])


def _is_in_phrase(grammar: Grammar, text: str, hit: Hit, group: Group, letter: str) -> bool:
    """Whether a party ends a phrase that the mark opens: Arabic "with supplying Ukraine"."""
    words = WORD.findall(text[max(hit.end, group.free, group.start - 40) : group.start])
    for word in reversed(words[-_LONGEST_PHRASE:]):
        if word in grammar.words("blocks") or word in grammar.words("that"):
            return False
        if word.startswith(letter) and len(word) > _LONGEST_PHRASE:
            return True
    return False
