"""Whom somebody behind an Arabic verb speaks for, where his party stands apart from him.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD

_FARTHEST = 90
"""Code points from a verb to the party of its subject."""
_MOST_WORDS = 5
_OFFICIAL = ("officer", "institution", "office")
_COMMA = re.compile("[,،]")
_SIGNS = re.compile('[.:؛;()«»"“”\x02-\x04]')
_OF = frozenset(("ل+",))
_IN = frozenset(("في", "ب+", "لدى"))


def spoken_for(grammar: Grammar, text: str, hit: Hit, right: Sequence[Group]) -> Group | None:
    """The party of an official: "a senior official in the UN", "John Lee, a British minister".

    Also the person whose name follows between commas what he is: the Iraqi cleric, John Lee.
    """
    if not right or right[0].start - hit.end > _FARTHEST:
        return None
    gap = text[hit.end : right[0].start]
    if _SIGNS.search(gap) is not None:
        return None
    parts = [WORD.findall(part) for part in _COMMA.split(gap)]
    if not parts[0]:
        return None
    if len(parts) == 1:
        return _named_behind(text, right) or _seated(grammar, text, parts[0], right[0])
    apposed = len(parts) == 2 and 0 < len(parts[0]) <= _MOST_WORDS and bool(parts[1])
    if not apposed or _small(grammar, parts[0]) or not _is_official(grammar, parts[1][0]):
        return None
    closed = _COMMA.match(text, right[0].end) is not None
    where = marker_before(grammar, text, right[0], _IN)
    return right[0] if closed and (where is None or not _is_place(right[0])) else None


def _small(grammar: Grammar, words: Sequence[str]) -> bool:
    """Whether words before a comma hold one that belongs to no name."""
    return not grammar.words(("blocks", "that", "bodies")).isdisjoint(words)


def _is_official(grammar: Grammar, word: str) -> bool:
    return word in grammar.words(_OFFICIAL)


def _is_place(group: Group) -> bool:
    return group.plain and group.principals[0].startswith("state:")


def _seated(grammar: Grammar, text: str, words: Sequence[str], group: Group) -> Group | None:
    """The body in which an official is, whom no nationality tells."""
    if len(words) > _MOST_WORDS:
        return None
    if words[0] in grammar.words("listing"):  # a statement of the party
        return group if marker_before(grammar, text, group, _OF) is not None else None
    if not _is_official(grammar, words[0]) or _is_place(group):
        return None
    if words[0].startswith("ال") and words[0] not in grammar.words("officer"):
        return None  # the minister asked in the Council
    bound = next((word for word in reversed(words) if len(word) > 1), "") in grammar.words("rank")
    return group if bound or marker_before(grammar, text, group, _IN) is not None else None


def _named_behind(text: str, right: Sequence[Group]) -> Group | None:
    """The person between commas behind an adjective that tells of another party."""
    if len(right) < 2 or not right[0].adjective or not right[1].office:
        return None
    beside = _COMMA.fullmatch(text[right[0].end : right[1].start].strip()) is not None
    return right[1] if beside and _COMMA.match(text, right[1].end) is not None else None
