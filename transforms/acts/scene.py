"""A passage as those see it who look for acts: sentences, voices, parties, and words around a cue.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Mapping, Sequence

from transforms.actors.names import Bare
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.notation import aligned
from transforms.acts.parties import Group, find_groups
from transforms.quotes.clauses import BLOT, sentence_ends
from transforms.records import Passage, Quote

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTES = frozenset('"“«')
_OPENERS = frozenset(".:;!?؛؟،,\n")
"""Signs behind which a clause opens."""
_LONGEST_SIDE = 600
"""Code points before and behind a cue in which its parties stand, if its sentence is no shorter."""
_MOST_VOICES = 8
"""Quotes that may lie within one another, or beside one another before a cue."""
_NEAR_PARTY = 3
"""Code points from the end of a preposition to its party, with an article glued to it."""
_NEAR = 14
"""Code points before a cue in which the word before it ends."""
_DEFINITE = (" ال", ' "ال', " كل ", " جميع ")
"""What stands behind a preposition that obliges them: the firms, all states."""
_NO_DEED = ("ال", "كل", "جميع")
_THAT = ("ان ", "انه ", "انها ")
"""What a clause is told behind: that it is upon the states."""
_GLUED = "وف"
"""Arabic for "and", "so", glued to the word behind."""
_PREPOSITIONS = frozenset("بل")
"""What may be glued to "that"."""
MOST_HEAD = 3
_LONGEST_HEAD = 60
"""Words before a cue that tell what it is there, and code points."""
_MOST_OBLIGED = 8
"""Words of those who have to, with the "that" behind them."""
_LONGEST_OBLIGED = 70
_BREAKS = re.compile(r"[.,:;،؛()؟?!]")
_CLAUSE_SIGNS = ",;:،؛()"
_CLAUSES = re.compile(f"[{_CLAUSE_SIGNS}]")
_LAST_SIGNS = " :：*_-–—…؛."
_BREAK = re.compile(r"[:;؛：；]")


@dataclasses.dataclass(slots=True, eq=False)  # not frozen, as Hit is; only `credit` changes one
class Voice:
    """Words that somebody is quoted with; speaker: whose party he is, empty where not known."""

    start: int
    end: int
    speaker: tuple[str, ...]
    direct: bool


@dataclasses.dataclass(slots=True)  # as Hit is
class Region:
    """Where a cue's parties may stand: its sentence, within the quote or outside of all."""

    start: int
    end: int
    text: str
    groups: Sequence[Group]


class Scene:
    """A passage with its cues, read for acts."""

    def __init__(
        self,
        passage: Passage,
        quotes: Sequence[Quote],
        hits: Sequence[Hit],
        grammar: Grammar,
        principals: Mapping[str, str],
    ) -> None:
        """principals: the party of each actor of the article."""
        self.grammar = grammar
        self.passage = passage
        self.folded = folded = passage.folded or ""
        if passage.cuts:
            self.folded = aligned(folded, passage.cuts)
            # so many marks stand before a cue that its letters are elsewhere
            hits = [hit for hit in hits if self.folded[hit.start : hit.end].strip()]
        self.voices: list[Voice] = []
        self._direct: Sequence[Voice] = ()
        breaks = [hit.start for hit in hits]
        if quotes:
            for one in quotes:
                speaker = party_of(one.speaker, principals) if one.speaker else ()
                self.voices.append(Voice(one.start, one.end, speaker, one.kind == "direct"))
            if len(quotes) > 1:
                self.voices.sort(key=_place)
            self._opens = [voice.start for voice in self.voices]
            self._direct = [voice for voice in self.voices if voice.direct]
            if self._direct:
                breaks += [voice.start for voice in self._direct]
                breaks.sort()
        self.groups = find_groups(passage.mentions, self.folded, grammar, breaks)
        self.hits = hits
        self._starts = [group.start for group in self.groups]
        self._read: dict[Voice | None, tuple[str, list[int], bool]] = {}
        self._regions: dict[tuple[int, int, Voice | None], Region] = {}
        self._parties: dict[str, list[Group]] = {}
        self._last: Region | None = None

    @property  # kept by hand, as a cached_property of a compiled class is read anew each time
    def parties(self) -> Mapping[str, Sequence[Group]]:
        """The groups that name each party of the passage, in order."""
        if not self._parties:
            for group in self.groups:
                for party in group.principals:
                    self._parties.setdefault(party, []).append(group)
        return self._parties

    @property
    def last(self) -> Region:
        """Its last sentence, right before a list that it introduces."""
        if self._last is None:
            self._last = self.region(max(0, len(self.folded.rstrip(_LAST_SIGNS)) - 1))
        return self._last

    def _sentences(self, voice: Voice | None) -> tuple[str, list[int]]:
        """The text of a direct quote, or with all of them blotted out, and where sentences end."""
        if voice is not None:
            ends = sentence_ends(self.passage.text[voice.start : voice.end], [])
            return self.folded, [voice.start + end for end in ends]
        if not self._direct:
            return self.folded, sentence_ends(self.passage.text, [])
        text = _blot(self.folded, self._direct)
        return text, sentence_ends(_blot(self.passage.text, self._direct), [])

    def credit(self, speaker: tuple[str, ...]) -> None:
        """Tell who speaks in a passage that opens with words of nobody named, as list items do."""
        for first in self.voices[:1]:
            whole = not first.speaker or not self.folded[first.end :].strip(_LAST_SIGNS + '"»”')
            if whole and not self.folded[: first.start].strip(' "«“'):
                first.speaker = speaker

    def between(self, start: int, end: int) -> Sequence[Group]:
        """The parties that begin in a stretch of the text."""
        first = bisect.bisect_left(self._starts, start)
        return self.groups[first : bisect.bisect_right(self._starts, end)]

    def voices_before(self, place: int) -> Sequence[Voice]:
        """The last quotes that begin before a place."""
        if not self.voices:
            return ()
        index = bisect.bisect_right(self._opens, place)
        return self.voices[index - _MOST_VOICES if index > _MOST_VOICES else 0 : index]

    def voice_at(self, place: int, direct: bool = False) -> Voice | None:
        """The innermost quote around a place, or the innermost one in direct speech."""
        innermost = None
        for voice in self.voices_before(place) if self.voices else ():
            around = place < voice.end and (voice.direct or not direct)
            if around and (innermost is None or _length(voice) < _length(innermost)):
                innermost = voice
        return innermost

    def region(self, place: int) -> Region:
        """Where the parties of what stands at a place are looked for."""
        inner = self.voice_at(place, direct=True) if self._direct else None
        known = self._read.get(inner)
        if known is None:
            text, ends = self._sentences(inner)
            known = text, ends, _has_break(text)
            self._read[inner] = known
        text, ends, parted = known
        index = bisect.bisect_right(ends, place)
        start = ends[index - 1] if index else inner.start if inner is not None else 0
        end = ends[index] if index < len(ends) else len(text)
        if end - start > _LONGEST_SIDE:
            start, end = max(start, place - _LONGEST_SIDE), min(end, place + _LONGEST_SIDE)
        for sign in _BREAK.finditer(text, start, place) if parted else ():
            if sign[0] != ";" or self.grammar.language != "tr":  # there it stands behind a subject
                start = sign.end()
        region = self._regions.get((start, end, inner))
        if region is None:
            groups: list[Group] = []
            for one in self.between(start, end) if self.groups else ():
                if one.end <= end and text[one.end - 1] != BLOT:
                    groups.append(one)  # noqa: PERF401 - faster
            region = self._regions[start, end, inner] = Region(start, end, text, groups)
        return region


def obliges(passage: Passage, grammar: Grammar, hit: Hit) -> bool:
    """Whether a preposition opens a clause on a party, or in Arabic on those who have "to".

    hit: in the folded text.
    """
    folded, start, end = passage.folded or "", hit.start, hit.end
    opens = start - (grammar.verb_first and folded.endswith(tuple(_GLUED), 0, start))
    if not folded[end : end + 1].isalnum() and not folded[opens - 1 : opens].isalnum():
        place = Bare("", passage.cuts).span(start, end)[1] if passage.cuts else end
        near = [one for one in passage.mentions if place < one.start <= place + _NEAR_PARTY]
        if near and _opens_clause(folded, opens, grammar):
            return True
    if not grammar.verb_first or not folded.startswith(_DEFINITE, end):
        return False
    if not opens_speech(folded, opens, grammar):
        return False
    return _have_to(folded[end:], grammar, folded.endswith(_THAT, 0, opens))


def _have_to(folded: str, grammar: Grammar, told: bool) -> bool:
    """Whether "that" follows those whom a preposition obliges: the firms have "to" stop.

    told: "that" is before it, so that also a noun may tell what they have to do.
    """
    words = WORD.findall(_BREAKS.split(folded[:_LONGEST_OBLIGED], 1)[0])
    if told:
        deed = next((word for word in words if not word.startswith(_NO_DEED)), "")
        if deed and deed not in grammar.words("blocks"):
            return True
    for before, word in itertools.pairwise(words[:_MOST_OBLIGED]):
        if word in grammar.words("that") and word[:1] not in _PREPOSITIONS:
            return before not in grammar.words("blocks")  # no "though"
    return False


def opens_speech(folded: str, start: int, grammar: Grammar) -> bool:
    """Whether a clause or what somebody is quoted with opens there."""
    last, before = folded[start - 1 : start], folded[start - 2 : start - 1]
    if last in _QUOTES and (not before or before.isspace()):
        return True
    return not last.isalnum() and _opens_clause(folded, start, grammar)


def _opens_clause(folded: str, start: int, grammar: Grammar) -> bool:
    """Whether a clause opens there: behind a sign, or behind "that"."""
    before = folded[max(0, start - _NEAR) : start]
    before = before[:-1] if before[-1:] in _QUOTES and before[-2:-1].isspace() else before
    before = before.rstrip()
    if not before or before[-1] in _OPENERS:
        return True
    if before[-1].isalnum() and not before.endswith(grammar.that):
        return False  # as mostly
    last = WORD.findall(before)[-1:]
    return any(word.lstrip(_GLUED) in grammar.words("that") for word in last)


def party_of(actor_id: str, principals: Mapping[str, str]) -> tuple[str, ...]:
    """The party that an actor stands for; empty where nobody is known."""
    party = principals.get(actor_id)
    return (party,) if party else ()


def _blot(text: str, voices: Sequence[Voice]) -> str:
    """The text, as long as it was, without what is quoted."""
    kept: list[str] = []
    done = 0
    for voice in voices:
        kept.append(text[done : voice.start])
        kept.append(BLOT * (voice.end - max(done, voice.start)))
        done = max(done, voice.end)
    return "".join([*kept, text[done:]])


def _has_break(text: str) -> bool:
    """Whether a text has one of the signs of `_BREAK`, as most have none: quicker than a search."""
    return ":" in text or ";" in text or "؛" in text or "：" in text or "；" in text


def _place(voice: Voice) -> tuple[int, int]:
    return voice.start, voice.end


def _length(voice: Voice) -> int:
    return voice.end - voice.start


def words_before(region: Region, place: int, most: int) -> Sequence[str]:
    """The last words before a place, of the same clause."""
    first = place - _LONGEST_HEAD
    stretch = region.text[first if first > region.start else region.start : place]
    words = stretch.rsplit(None, most)[-most:]
    if not words or words[-1][-1] in _CLAUSE_SIGNS:
        return ()
    return words if "".join(words).isalnum() else WORD.findall(_CLAUSES.split(stretch)[-1])[-most:]


def first_words(stretch: str, most: int) -> list[str]:
    """The first words of a stretch of text: mostly only spaces part them."""
    words = stretch.split(None, most)[:most]
    if "".join(words).isalnum():
        return words
    near = WORD.findall(" ".join(words))[:most]
    return near if len(near) == most else WORD.findall(stretch)[:most]


def last_words(stretch: str, most: int) -> list[str]:
    """The last words of a stretch of text: mostly only spaces part them."""
    words = stretch.rsplit(None, most)[-most:]
    return words if "".join(words).isalnum() else WORD.findall(stretch)[-most:]
