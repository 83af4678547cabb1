"""To whom an act is directed: the party that the cue's mark, case or place in the clause tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Container, Iterator, Sequence

from transforms.acts.arabic import TO_SOMEBODY, bears_object, is_called_for
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, governors, has_marker
from transforms.acts.notation import NOT_OF_ACTS
from transforms.acts.parties import Group
from transforms.acts.romance import at_home, meant
from transforms.acts.scene import WORD, Region, last_words
from transforms.acts.turkish import LOCATIVE, is_case

_TOWARDS_ANYBODY = frozenset(("threat", "accusation"))
"""Types that are always towards somebody: whoever else is named in the sentence."""
TOWARDS_SOMEBODY = "!"
"""Among a cue's marks: it is an act only where they tell who is addressed, as with "wants X to"."""
_NEAR_THAT = 4
"""Words between "that" and the party whose clause it opens."""
_LONGEST_GAP = 30
_FEW = 2
"""Words between a relative and its verb."""
_FARTHEST = 80
"""Code points from an Arabic cue to a party that it is towards: a mark farther is of a thing."""
_NEAR = 70
"""Code points to whoever is named first behind an Arabic verb."""
_LONGEST_PHRASE = 3
"""Words from one that a mark is glued to, to the party in its genitive."""


def addressed(
    grammar: Grammar, region: Region, hit: Hit, others: Sequence[Group], issuers: tuple[str, ...]
) -> tuple[str, ...]:
    """The parties addressed, first those whom the cue's best mark tells; empty where none does."""
    if not region.groups:
        return ()
    issuing, text, start, end = frozenset(issuers), region.text, hit.start, hit.end
    for number, group in enumerate(region.groups):
        if start < group.start < end:  # the cue names it
            doer = region.groups[number - 1] if number and grammar.verb_first else group
            near = doer.end <= start and len(text[doer.end : start].split()) <= _FEW
            if near and issuing.isdisjoint(doer.principals):
                return doer.principals  # Chad arms the rebels
            return tuple([party for party in group.principals if party not in issuing])
    if not grammar.verb_first:
        whom = _whom(grammar, region, hit) if grammar.words("whom") else ()
        if whom and issuing.isdisjoint(whom):
            return whom
        sought = grammar.language == "en" and hit.cue.type != "denial"  # no Russian soldiers
        officers = _own_officers(grammar, text, hit, others, issuing) if sought else ()
        if officers:
            return officers
    open_to = [one for one in others if not issuing.issuperset(one.principals)]
    if grammar.verb_first:
        open_to = [one for one in open_to if one.start - hit.end <= _FARTHEST]
    if hit.cue.lemma in grammar.words("calling"):
        open_to = [one for one in open_to if not is_called_for(grammar, text, hit, one)]
    denied = grammar.words("denied") if hit.cue.type == "denial" else frozenset()
    known: dict[int, Sequence[str]] = {}
    for marks in _alike(grammar, hit.cue.addressee) if open_to else ():
        for group in open_to:
            if denied and denied.isdisjoint(WORD.findall(text[hit.start : group.start])):
                break  # denied what it is said to have done, to nobody
            before = known.get(group.start)
            if before is None:
                place = end if group.start >= end else 0
                before = known[group.start] = governors(grammar, text, group, place)
            governed = marks[0] in before and marks[0] != "that"
            if governed or _has_mark(grammar, text, hit, group, before, marks):
                joined = _joined(grammar, text, group, open_to, marks) if grammar.romance else ()
                named = [one for one in (*group.principals, *joined) if one not in issuing]
                return tuple(dict.fromkeys(named))
    if not grammar.verb_first and (issuers or hit.cue.frame not in NOT_OF_ACTS):
        told_before = meant(grammar, region, hit, issuers) or at_home(grammar, region, hit, issuers)
        if told_before:
            return told_before
    tells = grammar.verb_first and issuers
    if tells and hit.cue.type in TO_SOMEBODY and bears_object(text, hit):
        told = [g for g in region.groups if g.end <= hit.start and issuing.isdisjoint(g.principals)]
        if told:
            return told[-1].principals
    if tells and hit.cue.type == "appeal":
        for one in open_to:
            if 0 <= one.start - hit.end <= _NEAR:
                return one.principals  # wished Togo well
        return ()
    anybody = hit.cue.type in _TOWARDS_ANYBODY and TOWARDS_SOMEBODY not in hit.cue.addressee
    around = region.groups if anybody and (issuers or grammar.language != "en") else ()
    if grammar.verb_first and hit.cue.type == "accusation":  # told of behind it, else before
        around = sorted(around, key=lambda one: one.start < hit.start)
    for group in around:
        if issuing.isdisjoint(group.principals) and not is_place(grammar, text, group):
            return group.principals
    return ()


def is_place(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether an Arabic or Turkish party is only where something happens: strikes in Syria.

    Not where its own bodies are named: the security forces in Norway.
    """
    if grammar.language == "tr":
        return behind(grammar, text, group).endswith(LOCATIVE)
    if not grammar.verb_first or not has_marker(grammar, text, group, grammar.words("place")):
        return False
    around = last_words(text[max(group.free, group.start - _LONGEST_GAP) : group.start], 3)
    return grammar.words("seat").isdisjoint(around)


@functools.lru_cache(maxsize=1024)  # few rows have marks of their own
def _alike(grammar: Grammar, marks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The marks of a cue, those together that are one preposition: "a", "al"."""
    told = (mark for mark in marks if mark != TOWARDS_SOMEBODY)
    return tuple(tuple(alike) for _, alike in itertools.groupby(told, grammar.uncontracted))


def _joined(
    grammar: Grammar, text: str, group: Group, others: Sequence[Group], marks: Sequence[str]
) -> Iterator[str]:
    """The parties that "and" joins with the same preposition again: a Israel y al Líbano."""
    for other in others:
        gap = WORD.findall(text[group.end : other.start])
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
    grammar: Grammar, text: str, hit: Hit, others: Sequence[Group], issuing: frozenset[str]
) -> tuple[str, ...]:
    """The issuers' own party, where an officer of it is the object: rejected the premier's plan."""
    right = next((one for one in others if one.start >= hit.end), None)
    if right is None or not issuing.issuperset(right.principals):
        return ()
    gap = WORD.findall(text[hit.end : right.start])
    if not grammar.words("that").isdisjoint(gap) or "," in text[hit.end : right.start]:
        return ()  # will strike again, its envoy said
    source = not {"by", "from"}.isdisjoint(gap[-_NEAR_THAT + 1 :])
    plain = len(gap) <= _NEAR_THAT and (
        grammar.search("blocks", text, hit.end, right.start) is None
    )
    return right.principals if source or (right.office and plain) else ()


def _has_mark(
    grammar: Grammar, text: str, hit: Hit, group: Group, near: Sequence[str], marks: tuple[str, ...]
) -> bool:
    """Whether a party has the mark otherwise, or another of those that are one preposition.

    near: the words that govern the party, none of them before the cue that it stands behind.
    """
    mark, is_behind = marks[0], group.start >= hit.end
    if mark == "_":
        if is_behind:
            return _follows(grammar, text, hit, group, near)
        if grammar.verb_first and hit.cue.frame == "must":
            return False
        if grammar.language == "de" and blocked(grammar, text, group, near):
            return False  # zu Gesprächen mit Serbien ermunterte Polen den Kosovo
        return not behind(grammar, text, group)
    if mark == "*":
        return not is_place(grammar, text, group)
    if mark == "that":
        opener = grammar.search("that", text, hit.end, group.start)
        if opener is None and not _ends_with(grammar, text, hit, grammar.words("that")):
            return False
        gap = WORD.findall(text[opener.end() if opener is not None else hit.end : group.start])
        return len(gap) <= _NEAR_THAT and not blocked(grammar, text, group, near)
    if mark[0] == "-":
        case = behind(grammar, text, group)
        return is_case(case, mark) if grammar.language == "tr" else case.endswith(mark[1:])
    if grammar.unspaced:
        return text.endswith(marks, 0, group.start)
    if len(marks) > 1 and not set(marks).isdisjoint(near):
        return True
    if not is_behind:
        return False
    ends = grammar.romance or text.endswith(marks, hit.start, hit.end)
    if ends and _ends_with(grammar, text, hit, marks) and _follows(grammar, text, hit, group, near):
        return True
    return mark[1:] == "+" and _is_in_phrase(grammar, text, hit, group, mark[0])


def _ends_with(grammar: Grammar, text: str, hit: Hit, wanted: Container[str]) -> bool:
    """Whether a cue ends with a wanted word, or with an article behind it: llamó a los rebeldes."""
    words = WORD.findall(text[hit.start : hit.end])
    if words[-1] in wanted:
        return True
    article = grammar.romance and len(words) > 1 and words[-1] in grammar.words("article")
    return article and words[-2] in wanted


def _is_in_phrase(grammar: Grammar, text: str, hit: Hit, group: Group, letter: str) -> bool:
    """Whether a party ends a phrase that the mark opens: Arabic "with supplying Ukraine"."""
    stretch = text[max(hit.end, group.free, group.start - 40) : group.start]
    if letter not in stretch:
        return False
    blocks = grammar.words(("blocks", "that"))
    for word in reversed(last_words(stretch, _LONGEST_PHRASE)):
        if word in blocks:
            return False
        if word.startswith(letter) and len(word) > _LONGEST_PHRASE:
            return True
    return False


def _follows(grammar: Grammar, text: str, hit: Hit, group: Group, before: Sequence[str]) -> bool:
    """Whether a party stands behind a cue without a preposition: "called on" the two states."""
    if blocked(grammar, text, group, before):
        return False
    first = hit.end
    if text[first : group.start].isspace():
        return True
    if grammar.verb_first:  # an aside or the subject may stand between
        first = max(first, group.free, text.rfind("،", first, group.start))
    return grammar.search("blocks", text, first, group.start) is None
