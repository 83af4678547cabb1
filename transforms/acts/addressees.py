"""To whom an act is directed: the party that the cue's mark, case or place in the clause tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.romance import at_home, meant
from transforms.acts.scene import WORD, Region

_TOWARDS_ANYBODY = frozenset(("threat", "accusation"))
"""Types that are always towards somebody: whoever else is named in the sentence."""
TOWARDS_SOMEBODY = "!"
"""Among a cue's marks: it is an act only where they tell who is addressed, as with "wants X to"."""
_NEAR_THAT = 4
"""Words between "that" and the party whose clause it opens."""
_LONGEST_GAP = 30
_FEW = 2
"""Words between a relative and its verb."""
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
    for group in region.groups:
        if hit.start < group.start < hit.end:  # the cue names it
            return tuple(party for party in group.principals if party not in issuing)
    whom = _whom(grammar, region, hit)
    if whom and issuing.isdisjoint(whom):
        return whom
    officers = _own_officers(grammar, region, hit, others, issuers)
    if officers:
        return officers
    open_to = [
        group.behind(hit.end) if group.start >= hit.end else group
        for group in others
        if not set(group.principals) <= issuing
    ]
    denied = grammar.words("denied") if hit.cue.type == "denial" else frozenset()
    for marks in _alike(grammar, hit.cue.addressee):
        for group in open_to:
            if denied and denied.isdisjoint(WORD.findall(region.text[hit.start : group.start])):
                break  # denied what it is said to have done, to nobody
            if any(_has_mark(grammar, region, hit, group, mark) for mark in marks):
                named = [*group.principals, *_joined(grammar, region, group, open_to, marks)]
                return tuple(dict.fromkeys(party for party in named if party not in issuing))
    if grammar.romance:
        told_before = meant(grammar, region, hit, issuers) or at_home(grammar, region, hit, issuers)
        if told_before:
            return told_before
    if grammar.verb_first and issuers and hit.cue.type == "appeal":
        near = [one for one in open_to if 0 <= one.start - hit.end <= _NEAR][:1]
        to = (one for one in near if not _is_place(grammar, region.text, one))
        return next((one.principals for one in to), ())  # wished Togo well
    anybody = hit.cue.type in _TOWARDS_ANYBODY and TOWARDS_SOMEBODY not in hit.cue.addressee
    around = region.groups if anybody and (issuers or grammar.language != "en") else ()
    owed = hit.cue.frame == "verb" and hit.cue.type in ("demand", "promise")
    if grammar.verb_first and issuers and owed:
        around = [one for one in region.groups if one.end <= hit.start][::-1]  # told of last
    for group in around:
        if issuing.isdisjoint(group.principals) and not _is_place(grammar, region.text, group):
            return group.principals
    return ()


def _is_place(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether an Arabic party is only where something happens: strikes in Syria."""
    wanted = grammar.words("place")
    return grammar.verb_first and marker_before(grammar, text, group, wanted) is not None


@functools.lru_cache(maxsize=1024)  # few rows have marks of their own
def _alike(grammar: Grammar, marks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The marks of a cue, those together that are one preposition: "a", "al"."""
    told = (mark for mark in marks if mark != TOWARDS_SOMEBODY)
    return tuple(tuple(alike) for _, alike in itertools.groupby(told, grammar.uncontracted))


def _joined(
    grammar: Grammar, region: Region, group: Group, others: Sequence[Group], marks: Sequence[str]
) -> Iterator[str]:
    """The parties that "and" joins with the same preposition again: a Israel y al Líbano."""
    for other in others if grammar.romance else ():
        gap = WORD.findall(region.text[group.end : other.start])
        if gap[:1] and gap[0] in grammar.words("and") and gap[1:2] and gap[1] in marks:
            yield from other.principals if len(gap) <= _NEAR_THAT else ()


def _whom(grammar: Grammar, region: Region, hit: Hit) -> tuple[str, ...]:
    """The party before the relative that a verb is about: "Togo, which it accuses of raids"."""
    text = region.text
    whom = grammar.search("whom", text, max(region.start, hit.start - _LONGEST_GAP), hit.start)
    if whom is None or len(WORD.findall(text[whom.end() : hit.start])) > _FEW:
        return ()
    before = [group for group in region.groups if group.end <= whom.start()]
    beside = before and len(WORD.findall(text[before[-1].end : whom.start()])) <= 1
    return before[-1].principals if beside else ()


def _own_officers(
    grammar: Grammar, region: Region, hit: Hit, others: Sequence[Group], issuers: tuple[str, ...]
) -> tuple[str, ...]:
    """The issuers' own party, where an officer of it is the object: rejected the premier's plan."""
    right = [one for one in others if one.start >= hit.end] if grammar.language == "en" else []
    if not right or not set(right[0].principals) <= set(issuers):
        return ()
    gap = WORD.findall(region.text[hit.end : right[0].start])
    if not grammar.words("that").isdisjoint(gap):
        return ()
    source = not {"by", "from"}.isdisjoint(gap[-_NEAR_THAT + 1 :])
    plain = len(gap) <= _NEAR_THAT and (
        grammar.search("blocks", region.text, hit.end, right[0].start) is None
    )
    return right[0].principals if source or (right[0].office and plain) else ()


def _has_mark(grammar: Grammar, region: Region, hit: Hit, group: Group, mark: str) -> bool:
    text = region.text
    if mark == "*":
        near = not grammar.verb_first or group.start - hit.end <= _NEAR
        return near and not _is_place(grammar, text, group)
    if mark == "_" and grammar.verb_first and group.start >= hit.end:
        gap = WORD.findall(text[max(hit.end, group.free) : group.start])
        if gap[-1:] == ["في"] and grammar.words("seat") & set(gap[-2:-1]):
            return len(gap) <= _NEAR_THAT  # the parties in Libya
    cue = WORD.findall(text[hit.start : hit.end])
    if grammar.romance and cue[-1] in grammar.words("article") and cue[-1] != mark:
        del cue[-1]  # llamó a los rebeldes
    last = cue[-1:]
    if mark == "_":
        if group.start < hit.end:
            marked = grammar.language == "tr" and behind(grammar, text, group)
            return not marked and not blocked(grammar, text, group)
        return _follows(grammar, text, hit, group)
    if mark == "that":
        opener = grammar.search("that", text, hit.end, group.start)
        if opener is None and last not in [[word] for word in grammar.words("that")]:
            return False
        opened = opener.end() if opener is not None else hit.end
        gap = WORD.findall(text[opened : group.start])
        return len(gap) <= _NEAR_THAT and not blocked(grammar, text, group)
    if mark.startswith("-"):
        return behind(grammar, text, group).endswith(mark[1:])
    if grammar.unspaced:
        return text[: group.start].endswith(mark)
    if marker_before(grammar, text, group, frozenset((mark,))) is not None:
        return True
    if last == [mark] and _follows(grammar, text, hit, group):
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


def _follows(grammar: Grammar, text: str, hit: Hit, group: Group) -> bool:
    """Whether a party stands behind a cue without a preposition: "called on" the two states."""
    if group.start < hit.end or blocked(grammar, text, group):
        return False
    first = hit.end
    if grammar.verb_first:  # an aside or the subject may stand between
        first = max(first, group.free, text.rfind("،", first, group.start))
    return grammar.search("blocks", text, first, group.start) is None
