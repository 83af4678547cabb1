"""A passage as those see it who look for speech: quotes blotted out, sentences told apart."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from transforms.quotes.quote_marks import Quoted
from transforms.quotes.speech import Speech, Verb
from transforms.records import Mention, Passage

BLOT = "\x02"
"""Stands for each character within quotation marks, and for the marks."""
BLOT_END = "\x03"
"""Stands for the last character of a quoted stretch."""
BLOT_STOP = "\x04"
"""The same, where the quoted words end with a full stop of their own."""
_BLOTS = frozenset((BLOT, BLOT_END, BLOT_STOP))
_GOING_ON = frozenset("–—-,")
_STOPS = frozenset(".!?؟۔।。！？…")
_SIGN = r"[.!?؟۔।…。！？\x04]"
_END = re.compile(rf"{_SIGN}{_SIGN}*[)\]'’]*")  # searched for a set, which "+" is not
_OTHER_SIGNS = tuple("!?؟۔।…。！？\x04")
_FULL_STOP = re.compile(r"\.\.*[)\]'’]*")  # the same where no other sign is
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr St Gen Col Lt Sen Rep Gov Prof No Jr Sr Sra Nr Hr Mme Adm Capt Maj Sgt Rev Hon "
    "Pres Ing Lic On Dott Avv vs etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Corp Inc Ltd "
    "Co Bros Mt им ул стр гг тыс млн млрд руб".split()
)
_LONGEST_ABBREVIATION = 4
_DATELINE = re.compile(
    r"\([^()]{3,90}\)\s*[-–—:]?\s*"
    r"|(?=[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ]{3})[^.!?\x02]{3,70}?\s[-–—−]{1,2}\s+(?:[^.!?\x02–—]{3,30}\s[-–—]\s+)?"
)


class Reading:
    """A passage that holds quotes or verbs of saying.

    blotted: its text with every quoted stretch blotted out, same length. top: the stretches that
    lie within no other. ends: where sentences end, in order; the last is the end of the text.
    verbs: those outside of the stretches; all_verbs: those within them as well.
    """

    __slots__ = (
        "_mention_starts", "_sentence", "_verb_starts", "all_verbs", "blotted", "ends",
        "has_persons", "mentions", "passage", "quoted", "speech", "top", "verbs",
    )  # fmt: skip

    def __init__(
        self,
        passage: Passage,
        speech: Speech,
        quoted: list[Quoted],
        top: list[Quoted],
        verbs: list[Verb],
    ) -> None:
        self.passage = passage
        self.speech = speech
        self.quoted = quoted
        self.all_verbs = verbs
        self.mentions: Sequence[Mention] = passage.mentions
        self._mention_starts = [mention.start for mention in self.mentions]
        if self._mention_starts != sorted(self._mention_starts):
            self.mentions = sorted(self.mentions, key=_start)
            self._mention_starts.sort()
        self.has_persons = has_persons(passage)
        self.blot(top)

    def blot(self, top: list[Quoted]) -> None:
        """Blot these stretches out and no others; verbs and mentions within them do not count."""
        self.top = top
        text = self.passage.text
        if top:
            parts, position = [], 0
            for span in top:
                parts.append(text[position : span.left])
                parts.append(BLOT * (span.right - span.left - 1))
                parts.append(BLOT_STOP if text[span.end - 1] in _STOPS else BLOT_END)
                position = span.right
            parts.append(text[position:])
            self.blotted = blotted = "".join(parts)
            self.verbs = [verb for verb in self.all_verbs if blotted[verb.start] not in _BLOTS]
        else:
            self.blotted, self.verbs = text, self.all_verbs
        self._verb_starts = [verb.start for verb in self.verbs]
        self._sentence = (0, 0, 0)
        self.ends = sentence_ends(self.blotted, self.verbs)

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that a position lies in."""
        first, start, end = self._sentence
        if first <= position < end:  # most questions are about the same one
            return start, end
        index = bisect.bisect_right(self.ends, position)
        first = start = self.ends[index - 1] if index else 0
        end = self.ends[index] if index < len(self.ends) else len(self.blotted)
        while start < end and self.blotted[start].isspace():
            start += 1
        self._sentence = first, start, end
        return start, end

    def verbs_within(self, start: int, end: int) -> list[Verb]:
        """The verbs that begin in a stretch."""
        starts = self._verb_starts
        return self.verbs[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch, outside of quotes."""
        starts = self._mention_starts
        if not starts:
            return []
        first, last = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
        if first >= last:
            return []
        return [m for m in self.mentions[first:last] if self.blotted[m.start] not in _BLOTS]


def _start(mention: Mention) -> int:
    return mention.start


def has_persons(passage: Passage) -> bool:
    """Whether any of the mentions is a person."""
    return any([mention.type == "person" for mention in passage.mentions])  # noqa: C419 - faster


def sentence_ends(blotted: str, verbs: list[Verb]) -> list[int]:
    """Where the sentences of a text end, in order; the last is the end of the text."""
    ends: list[int] = []
    length = len(blotted)
    for match in _pattern(blotted).finditer(blotted):
        start, end = match.span()
        if end == length:
            break
        mark, following = blotted[start], blotted[end]
        wide = mark in "。！？"
        if following == BLOT:
            if mark == "." and end - start == 1:
                continue
        elif not following.isspace() and not wide:
            continue
        place = end
        while place < length and place < end + 4 and blotted[place].isspace():
            place += 1
        following = blotted[place : place + 1]
        if following.islower() and not wide:
            continue
        if mark == BLOT_STOP and (following in _GOING_ON or _has_verb(verbs, place)):
            continue
        if mark == "." and _is_abbreviated(blotted, start):
            continue
        ends.append(end)
    if not ends or ends[-1] < length:
        ends.append(length)
    return ends


def _pattern(blotted: str) -> re.Pattern[str]:
    """What finds the ends of sentences: in most texts one sign, which is quicker than a set."""
    for sign in _OTHER_SIGNS:
        if sign in blotted:
            return _END
    return _FULL_STOP


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop ends a short form or an initial: "Gen.", "J."."""
    if stop > _LONGEST_ABBREVIATION and text[stop - 1 - _LONGEST_ABBREVIATION : stop].isalpha():
        return False  # as mostly
    first = stop
    while first and text[first - 1].isalpha():
        first -= 1
        if stop - first > _LONGEST_ABBREVIATION:
            return False
    if first == stop or (first and text[first - 1].isalnum()):
        return False
    return stop - first == 1 or text[first:stop] in _ABBREVIATIONS


def _has_verb(verbs: list[Verb], place: int) -> bool:
    """Whether a verb of saying begins here or behind one letter."""
    first = bisect.bisect_left(verbs, (place,))
    return any(verb.kind != "name" and verb.start <= place + 1 for verb in verbs[first : first + 2])


def body_start(blotted: str, start: int, end: int) -> int:
    """Where a sentence begins behind a dateline that opens the passage."""
    if start == 0:
        dateline = _DATELINE.match(blotted, 0, min(end, 140))
        if dateline is not None:
            return dateline.end()
    return start
