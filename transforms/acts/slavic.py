"""What only Russian and Ukrainian need: objects that open a clause, cases that tell no subject.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, is_accusative, is_nominative
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, words_before

_VERB = re.compile(
    r"(?!.+тися$).+(?:[вл]|[вл]ши|л[аои]|[ву]вся|л[аои]с[яь]|лся|є|[уюая]ть|[ие]ть|[еуюия]т|[ая]чи|я)"
)
_PLURAL = ("ли", "лися", "лись", "ють", "ять", "уть", "ют", "ят", "ут")
"""Ends of verbs of "they", who may be nobody but those who sit somewhere."""
_LONGEST_OBJECT = 8
"""Words from an object to the subject that stands behind it."""
_SIGNS = frozenset(",–—:;«")


def speaks_for_all(region: Region, hit: Hit) -> bool:
    """Whether a verb tells of "they": У міністерстві ... спростували."""
    return any(word.endswith(_PLURAL) for word in WORD.findall(region.text, hit.start, hit.end))


def object_opened(
    grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]
) -> Group | None:
    """The subject of a verb whose cue opens with its object: російський слід убачає Прага."""
    text = region.text
    is_verb = " " in text[hit.start : hit.end] or _VERB.fullmatch(text, hit.start, hit.end)
    if hit.cue.frame != "verb" or is_verb:
        return None
    for group in right[:2]:
        gap = text[hit.end : group.start]
        if len(gap.split()) > _LONGEST_OBJECT or not _SIGNS.isdisjoint(gap):
            return None
        if is_nominative(grammar, text, group) and not blocked(grammar, text, group):
            return group
    return None


def is_oblique(grammar: Grammar, region: Region, hit: Hit, group: Group) -> bool:
    """Whether a name's case tells that it is no subject: що перекриє газ Іспанії."""
    first, text = group.mentions[0], region.text
    name, names = text[first.start : first.end], grammar.words("nominative")
    beside = not WORD.findall(text, hit.end, group.start)
    if not beside and grammar.words("that").isdisjoint(words_before(region, hit.start, 1)):
        return False  # its minister may be the subject
    if is_accusative(grammar, text, group):
        return True
    return name not in names and len(name) > 4 and any(one.startswith(name[:-1]) for one in names)
