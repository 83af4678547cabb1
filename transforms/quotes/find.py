"""Quotes: who says what, in whose words.

Words in quotation marks (quote_marks.py, direct.py), lines of dialogue behind a dash, and clauses
that a verb of saying takes (indirect.py); whose they are is told by speakers.py. All of an article
is read in order, as a speaker is named once and then a pronoun, or nothing.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from transforms.quotes.bare_clauses import Clause
from transforms.quotes.clauses import Reading, has_persons
from transforms.quotes.discourse import NOBODY, Discourse, Subject
from transforms.quotes.indirect import find_clauses
from transforms.quotes.quote_marks import Quoted, find_quoted
from transforms.quotes.speakers import first_person
from transforms.quotes.speech import Speech, Verb, speech
from transforms.quotes.tags import cut_unclosed, split_inserted
from transforms.quotes.voices import Found, Voices
from transforms.records import Passage, Quote
from transforms.text import fold, trim

_SILENT = frozenset(("dateline", "boilerplate", "continuation"))
_TAKES_CLAUSE = frozenset(("say", "join", "attr"))
_TITLES = frozenset(("title", "duplicate_title"))
_DASH = re.compile(r"\s*(?:[—–―‒]\s*(?=\S)(?!\d)|-\s+(?=\D))")
_DASHES = frozenset("—–―‒-")
_MARK_FIRST = re.compile("\\s*[\"“„«»”‘’'「『‹]")
_SIGN = re.compile(r"[,،，!?؟…]\s*(?:[—–-]\s*)?|\s+[—–-]\s*")
_GOES_ON = re.compile(r"[.,!?…]\s*[—–―]\s+|[—–][.,]\s+")
_ASKS = re.compile(r"[!?…؟！？]\s*$")
_LONGEST_LINE = 1_000
_MOST_GOING_ON = 50


def find_quotes(passages: Sequence[Passage]) -> list[tuple[Quote, ...]]:
    """The quotes of each passage of an article; offsets are into that passage's text.

    In order of start; two are apart or one lies within the other. A quote that goes on in the next
    passage is one quote in each.
    """
    reader = _Reader(passages)
    found = [reader.read(number) for number in range(len(passages))]
    reader.settle_titles(found)
    return [
        _as_quotes(quotes, passage.text) if quotes else ()
        for quotes, passage in zip(found, passages, strict=True)
    ]


def _as_quotes(found: list[Found], text: str) -> tuple[Quote, ...]:
    """Quotes without white space at their edges, each once, none across another's edge."""
    kept: list[Quote] = []
    around: list[int] = []
    for quote in sorted(found, key=_by_place) if len(found) > 1 else found:
        start, end = trim(text, quote.start, quote.end)
        while around and around[-1] <= start:
            around.pop()
        same = kept and (kept[-1].start, kept[-1].end) == (start, end)
        if start < end and not same and not (around and end > around[-1]):
            kept.append(Quote(start=start, end=end, kind=quote.kind, speaker=quote.speaker))
            around.append(end)
    return tuple(kept)


def _by_place(quote: Found) -> tuple[int, int]:
    return quote.start, -quote.end


class _Reader:
    """Reads the passages of an article in order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._discourse = Discourse()
        self._voices = Voices(self._discourse)
        self._fallback = next((s for s in (speech(p.language) for p in passages) if s), None)
        self._going_on: list[Found] = []
        self._verbs = (
            self._fallback.verbs_of([passage.text for passage in passages])
            if self._fallback is not None
            else []
        )

    def read(self, number: int) -> list[Found]:
        """The quotes of one passage."""
        passage = self._passages[number]
        if passage.kind in _SILENT:
            return []
        tables = speech(passage.language) or self._fallback or speech("en")
        if tables is None:
            return []
        dashed = passage.text.lstrip()[:1] in _DASHES
        if dashed and passage.kind == "paragraph" and len(passage.text) <= _LONGEST_LINE:
            dash = _DASH.match(passage.text)
            if dash is not None and not _MARK_FIRST.match(passage.text, dash.end()):
                return self._read_line(passage, tables, dash.end())
        verbs = self._verbs[number] if tables is self._fallback else tables.verbs(passage.text)
        quoted = find_quoted(passage.text)
        if not quoted and _TAKES_CLAUSE.isdisjoint([verb.kind for verb in verbs]):
            self._pass_by(passage, tables)
            return []
        seen = Reading(
            passage, tables, quoted, [span for span in quoted if span.parent is None], verbs
        )
        if quoted:
            self._settle_marks(seen, verbs, number)
        clauses = find_clauses(seen) if seen.verbs else []
        if not clauses and not seen.top:
            self._pass_by(passage, tables, seen)
            return []
        return self._read_spoken(seen, clauses, verbs, number)

    def _pass_by(self, passage: Passage, tables: Speech, seen: Reading | None = None) -> None:
        """A passage in which nobody speaks: remember of whom it was."""
        if len(passage.text) > _LONGEST_LINE * 4 or not has_persons(passage):
            self._discourse.salient = NOBODY
            return
        seen = seen or Reading(passage, tables, [], [], [])
        self._discourse.meet(seen, 0, len(passage.text))
        start = 0
        for end in seen.ends:
            self._discourse.salient = first_person(seen, start, end) or NOBODY
            start = end

    def _settle_marks(self, seen: Reading, verbs: list[Verb], number: int) -> None:
        """Leave tags outside of the quotes: those within marks, and those of unclosed ones."""
        settled: list[Quoted] = []
        changed = False
        text = seen.passage.text
        for span in seen.top:
            if not span.closed:
                changed = True
                if not self._goes_on(number):
                    span = cut_unclosed(text, span, verbs)
                settled.append(span)
                continue
            low = bisect.bisect_left(verbs, (span.start,))
            inside = verbs[low : bisect.bisect_left(verbs, (span.end,), low)]
            if inside:
                parts = split_inserted(seen, span, inside)
                changed |= len(parts) > 1 or parts[0] is not span
                settled.extend(parts)
            else:
                settled.append(span)
        if changed:
            seen.blot([span for span in settled if span.end > span.start])

    def _goes_on(self, number: int) -> bool:
        following = self._passages[number + 1 : number + 2]
        return bool(following) and _MARK_FIRST.match(following[0].text) is not None

    def _read_spoken(
        self, seen: Reading, clauses: list[Clause], verbs: list[Verb], number: int
    ) -> list[Found]:
        found: list[Found] = []
        going_on, self._going_on = self._going_on, []
        quote = clause = 0
        quotes = len(seen.top)
        sentence = 0
        last = 0  # where what was said last in this sentence ends
        for end in seen.ends:
            spoken = False
            last = sentence
            while True:
                quote_place = seen.top[quote].left if quote < quotes else end
                clause_place = end
                if clause < len(clauses):
                    clause_place = min(clauses[clause].start, clauses[clause].verb.start)
                if quote_place >= end and clause_place >= end:
                    break
                if clause_place <= quote_place:
                    said = clauses[clause]
                    clause += 1
                    spoken = True
                    found.append(self._voices.read_clause(seen, said, last, end))
                    last = max(said.verb.end, said.end)
                    inner = said
                    while quote < len(seen.top) and seen.top[quote].left < said.end:
                        spoken |= self._voices.read_quote(seen, quote, inner, last, found, verbs)
                        quote += 1
                else:
                    told = self._voices.read_quote(seen, quote, None, last, found, verbs)
                    spoken |= told
                    if told:
                        last = max(last, seen.top[quote].right)
                    quote += 1
            if not spoken:
                self._discourse.salient = first_person(seen, sentence, end) or NOBODY
            if seen.has_persons:
                self._discourse.meet(seen, sentence, end)
            sentence = end
        direct = [entry for entry in found if entry.kind == "direct"]
        if direct and going_on:
            for entry in going_on:
                entry.speaker = direct[0].speaker
        if direct and seen.top and not seen.top[-1].closed and self._goes_on(number):
            self._going_on = [entry for entry in (*going_on, direct[-1]) if not entry.known][
                -_MOST_GOING_ON:
            ]
        return found

    def _read_line(self, passage: Passage, tables: Speech, start: int) -> list[Found]:
        """A line of dialogue behind a dash, but for its tag: "— No, she said. — Never!"."""
        text = passage.text
        verbs = [verb for verb in tables.verbs(text) if verb.kind in ("say", "ask")]
        seen = Reading(passage, tables, [], [], verbs)
        parts = [(start, len(text))]
        subject: Subject = NOBODY
        for verb in seen.verbs:
            signs = list(_SIGN.finditer(text, max(start, verb.start - 60), verb.start))
            if not signs or len(text[signs[-1].end() : verb.start].split()) > 4:
                continue
            sign = signs[-1]
            parts = [(start, sign.start() + (text[sign.start()] in "!?؟…"))]
            self._discourse.meet(seen, sign.end(), len(text))
            behind = _GOES_ON.search(text, verb.end)
            stop = behind.start() + 1 if behind is not None else len(text)
            if behind is not None:
                parts.append((behind.end(), len(text)))
            place = (start, sign.end())
            subject = self._voices.resolve(seen, verb, sign.end(), stop, place, len(text))
            break
        else:
            if text.lstrip().startswith("-") and not _ASKS.search(text):
                return []  # a hyphen begins lists more often than speech
        return [
            Found(*span, "direct", subject.actor_id)
            for span in (trim(text, *part) for part in parts)
            if span[1] > span[0]
        ]

    def settle_titles(self, found: list[list[Found]]) -> None:
        """Give the quotes of a title the speaker of the same words in the body."""
        for number, passage in enumerate(self._passages):
            if passage.kind not in _TITLES:
                continue
            for entry in found[number]:
                if entry.speaker is not None:
                    continue
                words = fold(passage.text[entry.start : entry.end]).rstrip(".,!")
                for other, quotes in enumerate(found):
                    body = self._passages[other].text
                    match = next(
                        (q for q in quotes if other != number and words in body[q.start : q.end]),
                        None,
                    )
                    if match is not None:
                        entry.speaker = match.speaker
                        break
