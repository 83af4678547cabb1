"""Whose voice a quote has: the quotes and clauses of a passage with their speakers.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import bisect
import dataclasses
import re

from transforms.quotes.bare_clauses import Clause
from transforms.quotes.clauses import Reading
from transforms.quotes.direct import Judgement, Verdict, judge, judge_nested
from transforms.quotes.discourse import PRONOUN, Discourse, Subject
from transforms.quotes.quote_marks import Quoted
from transforms.quotes.speakers import (
    first_person,
    subject_before,
    subject_behind,
    subject_of,
    subject_within,
)
from transforms.quotes.speech import Verb

_FIRST_WORD = re.compile(r"[\s,،，–—-]*[^\W\d_][\w'’-]*\s*")
_NEAR = 70
"""Code points beside a verb in which its subject is described."""
_FAR = 300
"""Code points before a verb in which an earlier one is looked for."""
_LONGEST_OUTER = 4_000
_MOST_NESTED = 50


@dataclasses.dataclass(slots=True)
class Found:
    """A quote while its article is read; known: whether the text says whose it is."""

    start: int
    end: int
    kind: str
    speaker: str | None
    known: bool = True


class Voices:
    """Gives quotes their speakers, passage after passage."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def read_clause(self, seen: Reading, said: Clause, last: int, end: int) -> Found:
        """The clause as a quote; last: where what was said before it in its sentence ends."""
        place = (said.gap, said.gap)
        start = last
        stop = max(said.verb.end, said.gap)
        if said.follows:
            place = (said.start, said.end if said.gap >= said.verb.end else said.gap)
            stop = max(end, seen.sentence(said.verb.start)[1])
        if seen.speech.language == "tr":
            place, stop = (said.start, said.end), end
        subject = self.resolve(seen, said.verb, start, stop, place, last)
        return Found(said.start, said.end, "indirect", subject.actor_id)

    def resolve(
        self, seen: Reading, verb: Verb, start: int, end: int, place: tuple[int, int], last: int
    ) -> Subject:
        """Who speaks; last: where what was said before in the passage ends."""
        subject = subject_of(seen, self._discourse, verb, start, end, place)
        sentence = seen.sentence(verb.start)[0]
        if subject is None and last <= sentence:
            subject = subject_within(seen, sentence, verb.start)
        if subject is not None and subject is not PRONOUN:
            self._discourse.salient = subject
            self._discourse.spoke(
                seen, subject, max(sentence, verb.start - _NEAR), verb.end + _NEAR
            )
            phrase = seen.blotted[verb.end : min(place[0], verb.end + 2 * _NEAR)]
            self._discourse.introduce(seen.speech, subject, phrase)
        return self._discourse.salient

    def read_quote(
        self,
        seen: Reading,
        number: int,
        clause: Clause | None,
        last: int,
        found: list[Found],
        verbs: list[Verb],
    ) -> bool:
        """Add the quote, if it is one, and those within it; whether it is one."""
        span = seen.top[number]
        judgement = judge(seen, number, clause)
        if judgement.verdict is Verdict.SCARE:
            return False
        known, subject = self._speaker(seen, number, judgement, clause, last)
        entry = Found(span.start, span.end, "direct", subject.actor_id, known)
        found.append(entry)
        self._read_nested(seen, span, entry, found, verbs)
        return True

    def _speaker(
        self, seen: Reading, number: int, judgement: Judgement, clause: Clause | None, last: int
    ) -> tuple[bool, Subject]:
        """Whether something says whose words these are, and whose they are."""
        if clause is not None:
            return True, self._discourse.salient
        span = seen.top[number]
        sentence, end = seen.sentence(span.left)
        start = max(sentence, last)
        before = max(start, seen.top[number - 1].right) if number else start
        following = seen.top[number + 1].left if number + 1 < len(seen.top) else end
        verb, place = judgement.verb, (span.left, span.right)
        if verb is not None and judgement.verdict is Verdict.BEFORE:
            earlier = seen.verbs_within(max(before, verb.start - _FAR), verb.start)
            if earlier and earlier[-1].kind in ("say", "ask") and start > sentence:
                before = max(before, earlier[-1].end)
            told = self.resolve(seen, verb, before, span.left, place, last)
            if told.actor_id is None and earlier and earlier[-1].kind == "say":
                # the subject asks for something before it is quoted: said an official who asked
                told = self.resolve(seen, earlier[-1], before, span.left, place, last)
            return True, told
        if verb is not None:
            stop = min(end, max(following, verb.end))
            return True, self.resolve(seen, verb, before, stop, place, last)
        subject: Subject | None = None
        if judgement.verdict is Verdict.LABEL:
            subject = first_person(seen, start, span.left) or subject_before(
                seen, self._discourse, start, _before_colon(seen.blotted, span.left)
            )
        elif judgement.verdict is Verdict.UNKNOWN:
            word = _FIRST_WORD.match(seen.blotted, span.right)
            behind = word.end() if word is not None else span.right
            subject = subject_behind(seen, self._discourse, behind, min(end, following))
        elif seen.blotted[before : span.left].strip():
            subject = subject_before(seen, self._discourse, before, span.left)
        known = judgement.verdict is not Verdict.ALONE
        if subject is not None and subject is not PRONOUN:
            self._discourse.salient = subject
            known = True
        return known, self._discourse.salient

    def _read_nested(
        self, seen: Reading, outer: Quoted, entry: Found, found: list[Found], verbs: list[Verb]
    ) -> None:
        if len(seen.quoted) == len(seen.top):
            return
        first = bisect.bisect_left(seen.quoted, outer.start, key=_left)
        inner = seen.quoted[first : bisect.bisect_left(seen.quoted, outer.end, key=_left)]
        if not inner or outer.end - outer.start > _LONGEST_OUTER:
            return
        low = bisect.bisect_left(verbs, outer.start, key=_start)
        for span in inner[:_MOST_NESTED]:
            if span.parent is None or span.end > outer.end:
                continue
            near = verbs[low : bisect.bisect_left(verbs, span.right + 8, key=_start)]
            verdict = judge_nested(seen, span, outer, near)
            if verdict:
                speaker = entry.speaker if verdict is True else None
                found.append(Found(span.start, span.end, "direct", speaker))


def _left(span: Quoted) -> int:
    return span.left


def _start(verb: Verb) -> int:
    return verb.start


def _before_colon(text: str, end: int) -> int:
    kept = text[max(0, end - 5) : end].rstrip()
    return max(0, end - 5) + len(kept.rstrip(":： "))
