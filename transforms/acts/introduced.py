"""Speakers whose party was told where they were introduced: "the Iranian spokesman Qasemi", later
"Qasemi said".

Arabic only, where most persons are no actors of our own list. Offsets are code points into a
passage's text.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.scene import WORD
from transforms.acts.sources import opening
from transforms.records import Passage, Quote

_LONGEST_INTRODUCTION = 90
"""Code points between the office of somebody and his name."""
_MOST_NAMES = 3
_MOST_BETWEEN = 6
"""Words between the party of an office and the name: "for foreign affairs" and first names."""
_SHORTEST_NAME = 4
_PARTS = re.compile(r'[.:;؛!?؟"«»()\n]')
_SMALL = ("that", "blocks", "and", "pronoun", "time", "not", "conjunction", "clause", "home")
_NO_NAME = ("office", "bodies", "institution", "seat", "officer", "relative", "masculine")


class Introduced:
    """Who was introduced in the passages of an article, looked up when somebody speaks."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Nobody has been looked up yet."""
        self._passages = passages
        self._known: dict[str, str | None] = {}

    def known(
        self, number: int, tables: Grammar, quotes: Sequence[Quote], hits: Sequence[Hit]
    ) -> Sequence[Quote]:
        """The quotes of a passage, with the speakers of those around a cue whom names tell."""
        if not tables.verb_first or all(quote.speaker for quote in quotes):
            return quotes
        found: list[Quote] = []
        for quote in quotes:
            speaker = quote.speaker
            if speaker is None and found and quote.start < found[-1].end:
                speaker = found[-1].speaker
            if speaker is None and any(quote.start <= hit.start < quote.end for hit in hits):
                name = _name(tables, self._passages[number].text, quote)
                speaker = self._introduced(tables, name) if name else None
            changed = speaker != quote.speaker
            found.append(dataclasses.replace(quote, speaker=speaker) if changed else quote)
        return found

    def _introduced(self, tables: Grammar, name: str) -> str | None:
        if name not in self._known:
            found = (
                _office(tables, passage, place)
                for passage in self._passages
                if passage.mentions
                for place in _places(passage.text, name)
            )
            self._known[name] = next((actor for actor in found if actor is not None), None)
        return self._known[name]


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as a word."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not text[place - 1 : place].isalpha() and not text[end : end + 1].isalpha():
            yield place
        place = text.find(name, end)


@functools.cache
def _kinds(tables: Grammar) -> tuple[frozenset[str], frozenset[str]]:
    """The words that end a name, and those that are none."""
    small, no_name = (map(tables.words, kinds) for kinds in (_SMALL, _NO_NAME))
    return frozenset().union(*small), frozenset().union(*no_name)


def _name(tables: Grammar, text: str, quote: Quote) -> str | None:
    """The last of the names between a verb of saying and what is told."""
    names: list[str] = []
    small, no_name = _kinds(tables)
    for word in (opening(tables, text, quote.start) or ())[: _MOST_NAMES + 1]:
        folded = fold_name(word)
        if word in ",،" or word.startswith("لل") or folded in small:
            break
        if folded in no_name:
            return None
        names.append(word)
    if not 0 < len(names) <= _MOST_NAMES or len(names[-1]) < _SHORTEST_NAME:
        return None
    if len(names) > 1 and all(word.startswith("ال") for word in names):
        return None  # the Kurdish militia
    return names[-1]


def _office(tables: Grammar, passage: Passage, place: int) -> str | None:
    """The actor whose office stands right before a name."""
    first = max(0, place - _LONGEST_INTRODUCTION)
    text = passage.text
    before = [one for one in passage.mentions if first <= one.start and one.end < place]
    before.sort(key=lambda mention: mention.end)
    if len(before) > 1 and WORD.findall(text[first : before[-1].start])[-1:] == ["في"]:
        before.pop()  # the spokesman of the alliance in Yemen
    if not before:
        return None
    last = before[-1]
    gap = text[last.end : place]
    if len(WORD.findall(gap)) > _MOST_BETWEEN or _PARTS.search(gap) or last.type == "person":
        return None
    words = map(fold_name, WORD.findall(_PARTS.split(text[first : last.end])[-1]))
    return last.actor_id if any(word in tables.words("institution") for word in words) else None
