"""Whom an article speaks of: the subject of its last sentence, and who holds which office."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quotes.clauses import Reading
from transforms.quotes.speech import STEM, Speech

WORD = re.compile(r"[^\W_][\w'’\u0900-\u0963\u200c־\u064b-\u0652-]*")
"""A word, with the apostrophes, hyphens and vowel signs within it."""
WITHOUT_CASE = frozenset(("ar", "fa", "ur", "he", "hi", "zh", "ja"))
"""Languages that do not tell a name by a capital."""
_CONTEXT = 70
"""Code points on either side of a mention in which its office is named."""
_REMEMBERED = 12
_SHORTEST_OFFICE = 4
_SHORTEST_NAME = 3
_ARABIC_NAME = re.compile(r"(?:(?:بن|ابن|أبو|آل|عبد) )?[^\W\d_]+")
"""A name of one word, or with what belongs to it: "bin Jassim"."""


class Subject(NamedTuple):
    """Who speaks: an actor's id, or None for somebody whom no mention names."""

    actor_id: str | None


NOBODY = Subject(None)
PRONOUN = Subject("he")
"""Whoever was spoken of last; told apart from no subject at all by identity."""


class _Met:
    """An actor and the text around his name, whose words are told only when they are needed."""

    __slots__ = ("_around", "_before", "_beside", "_words", "actor_id")

    def __init__(self, actor_id: str, around: str, before: str) -> None:
        self.actor_id = actor_id
        self._around, self._before = around, before
        self._words: frozenset[str] | None = None
        self._beside: frozenset[str] | None = None

    def holds(self, words: frozenset[str]) -> bool:
        """Whether all of these words stand around the name."""
        if self._words is None:
            self._words = _words(self._around)
        return words <= self._words

    def follows(self, words: frozenset[str]) -> bool:
        """Whether one of these words stands right before the name."""
        if self._beside is None:
            self._beside = _words(" ".join(self._before.split()[-1:]))
        return not words.isdisjoint(self._beside)


class Discourse:
    """Whom an article spoke of last, and which offices its actors were given."""

    def __init__(self) -> None:
        self.salient: Subject = NOBODY
        self._met: list[_Met] = []
        self._named: dict[str, Subject] = {}

    def meet(self, reading: Reading, start: int, end: int) -> None:
        """Remember the persons of a stretch, with the words around their names."""
        for mention in reading.mentions_within(start, end):
            if mention.type == "person":
                low, high = max(start, mention.start - _CONTEXT), mention.end + _CONTEXT
                around = reading.blotted[low : min(end, high)]
                self._met.append(
                    _Met(mention.actor_id, around, reading.blotted[low : mention.start])
                )
        del self._met[:-_REMEMBERED]

    def spoke(self, reading: Reading, subject: Subject, start: int, end: int) -> None:
        """Remember by which words somebody was named who spoke: "a Russian source"."""
        if subject.actor_id is not None:
            self._met.append(_Met(subject.actor_id, reading.blotted[start:end], ""))

    def introduce(self, speech: Speech, subject: Subject, phrase: str) -> None:
        """Remember the words behind an Arabic verb: one of them alone is his name from then on.

        So somebody whom only his office names is known: "the Russian deputy Alexei Pushkov".
        """
        if speech.language == "ar" and subject.actor_id is not None:
            common = speech.words("institution") | speech.words("with") | speech.words("private")
            for word in _ARABIC_NAME.findall(phrase):
                if len(word) >= _SHORTEST_NAME and word not in common:
                    self._named[word] = subject

    def by_name(self, speech: Speech, phrase: str) -> Subject | None:
        """Who was introduced with the name that a phrase is, or that stands before a small word."""
        name = _ARABIC_NAME.match(phrase.lstrip()) if self._named else None
        if name is None:
            return None
        follows = WORD.search(phrase.lstrip(), name.end())
        small = speech.words("that") | speech.words("with")
        if follows is not None and follows[0] not in small:
            return None
        return self._named.get(name[0])

    def office(self, speech: Speech, phrase: str) -> Subject | None:
        """Who was given the office that a phrase names: "the general", "la ministre"."""
        if not self._met:
            return None
        words = _words(phrase)
        if words:
            official = not words.isdisjoint(speech.offices)
            for met in reversed(self._met[-_REMEMBERED:]):
                if (official and met.holds(words)) or met.follows(words):
                    return Subject(met.actor_id)
        return None


def _words(text: str) -> frozenset[str]:
    found = set()
    for word in WORD.findall(text.lower()):
        bare = word.removeprefix("ال")
        if len(bare) >= _SHORTEST_OFFICE:
            found.add(bare[:STEM])
    return frozenset(found)
