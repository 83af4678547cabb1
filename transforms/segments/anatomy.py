"""What a wire story is made of: dateline, sub-headlines without a mark, teasers, serial markers.

The structure is there already (`split.py`); this stage reads the blocks' words as far as it must to
tell what they are for, and gives paragraphs their final kind.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from transforms.records import Dateline
from transforms.revisions.identity import LONGEST_CLOSING, block_hash
from transforms.segments.boilerplate import is_continuation
from transforms.segments.dateline import Found, find_dateline
from transforms.segments.split import Span
from transforms.tables import read_table

LONGEST_HEADING = 80
"""Code points of a line without a mark that can be a sub-headline; an ideograph counts for two."""
SHORTEST_LINK = 30
"""Code points of a line that can be the headline of another story."""
SHORTEST_PROSE = 80
"""Code points from which a paragraph is expected to end as a sentence does."""
CLOSING = 6
"""Paragraphs at the end of a story that are looked at as the site's, not the story's."""
TEASER = (60, 450)
"""Code points of a teaser, the first sentence of another story."""
MOST_SHARED = 0.3
"""Share of a teaser's words that the story uses too."""
_BEHIND_TITLE = 3
"""Blocks in which a dateline is looked for."""
_STOPS = ".。．!！…।۔"
_QUESTIONS = "?؟？"
_QUOTES = "\"'“”«»„‘’‹›「」『』"
_CLOSED = _QUOTES + ")）]】"
_NO_HEADING = re.compile(r"[.!?؟。]\s|https?:|www\.|@\w|[:：;؛،,\-–—]$|^[(（–—•-]|^\*[^*]")
_SERIAL = re.compile(r"[(（\[][^()（）\[\]]{2,40}[)）\]][\s.]{0,3}$")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_STEM = re.compile(r"[^\W\d_]{4,}")
_AFFIXES = re.compile(r"^(?:[وفبلك]{0,2}ال|لل|[وفبل])(?=\w{3})")
_STEM_LENGTH = 5
_ALIKE = str.maketrans("أإآىة", "ااايه")


@dataclasses.dataclass(frozen=True, slots=True)
class Anatomy:
    """The segments with their kinds, the story's dateline, and whether it says that it goes on.

    filed: the segment that the dateline opens, and how many of its code points it takes.
    """

    spans: list[Span]
    dateline: Dateline | None
    continued: bool
    filed: tuple[int, int] | None = None


def read_anatomy(
    text: str,
    spans: Sequence[Span],
    language: str = "und",
    published: str | None = None,
    repeated: Collection[int] = frozenset(),
    source: str = "",
) -> Anatomy:
    """Tell datelines, sub-headlines, teasers and repeated closings from paragraphs.

    spans: as `split_article` gives them; none is moved, only kinds change. language: BCP-47 of the
    article. published: RFC 3339, for a dateline without a year. repeated: hashes of blocks that
    close many stories of this source in the same run.
    """
    kinds = [span.kind for span in spans]
    found = _read_dateline(text, spans, kinds, language, published)
    for index in _closing(text, spans, kinds, language, repeated, source):
        kinds[index] = "boilerplate"
    for index, kind in _headings(text, spans, kinds):
        kinds[index] = kind
    told = [
        span if span.kind == kind else dataclasses.replace(span, kind=kind)
        for span, kind in zip(spans, kinds, strict=True)
    ]
    dateline, filed = (found[1].dateline, (found[0], found[1].end)) if found else (None, None)
    return Anatomy(told, dateline, _is_continued(text, told), filed)


def _read_dateline(
    text: str, spans: Sequence[Span], kinds: list[str], language: str, published: str | None
) -> tuple[int, Found] | None:
    """The segment that opens with the dateline, and the dateline."""
    body = (n for n, span in enumerate(spans) if span.kind not in ("title", "duplicate_title"))
    for index in itertools.islice(body, _BEHIND_TITLE):
        if kinds[index] not in ("paragraph", "heading"):
            continue
        block = text[spans[index].start : spans[index].end]
        found = find_dateline(block, language, published)
        if found:
            if found.end >= len(block):
                kinds[index] = "dateline"
            return index, found
    return None


def _closing(
    text: str,
    spans: Sequence[Span],
    kinds: Sequence[str],
    language: str,
    repeated: Collection[int],
    source: str,
) -> Iterator[int]:
    """The paragraphs at the end that are the site's: repeated ones, and teasers."""
    last = [n for n, kind in enumerate(kinds) if kind == "paragraph"][-CLOSING:]
    if repeated:
        for index in last:
            block = text[spans[index].start : spans[index].end]
            if len(block) <= LONGEST_CLOSING and block_hash(block, source) in repeated:
                yield index
    if language == "ar":
        yield from _teasers(text, spans, kinds, last)


def _teasers(
    text: str, spans: Sequence[Span], kinds: Sequence[str], last: Sequence[int]
) -> Iterator[int]:
    """Two or more last paragraphs that begin anew, the first and another about something else.

    Arabic prose joins its paragraphs by a conjunction: one that opens without begins anew. Between
    teasers of other stories one of a kindred story may stand.
    """
    opening: list[int] = []
    for index in reversed(last):
        if opening and "heading" in kinds[index : opening[-1]]:
            break
        block = text[spans[index].start : spans[index].end]
        if not TEASER[0] <= len(block) <= TEASER[1] or _is_joined(block):
            break
        opening.append(index)
    while len(opening) > 1:
        first = opening[-1]
        story = _stems(text[: spans[first].start])
        stems = [_stems(text[spans[index].start : spans[index].end]) for index in opening]
        strange = [len(words & story) <= MOST_SHARED * len(words) for words in stems]
        behind_list = kinds[first - 1] == "bullet"
        if first > 2 and not behind_list and strange[-1] and sum(strange) > 1:
            yield from opening
            return
        opening.pop()


def _is_joined(block: str) -> bool:
    first = block.lstrip(_QUOTES + "* ").split(maxsplit=1)[:1]
    return not first or first[0][0] in "وف" or first[0].strip("،:") in _connectives()


@functools.cache
def _connectives() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("connectives.tsv"))


def _stems(text: str) -> frozenset[str]:
    """The words of a text, each cut to its first letters behind the article and conjunctions."""
    words = (_AFFIXES.sub("", word.translate(_ALIKE)) for word in _STEM.findall(text))
    return frozenset(word[:_STEM_LENGTH] for word in words if len(word) > 3)


def _headings(text: str, spans: Sequence[Span], kinds: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The short lines between paragraphs that end like no sentence, and what they are.

    Sub-headlines as a rule; links to other stories where a label stands above them, where two or
    more long ones stand together, and below the site's own lines at the end.
    """
    body = [n for n, kind in enumerate(kinds) if kind not in ("title", "duplicate_title")]
    short_ones = {
        n
        for n in body
        if kinds[n] == "paragraph"
        and spans[n].end - spans[n].start <= LONGEST_HEADING
        and _is_short(text[spans[n].start : spans[n].end])
    }
    if not short_ones or not _ends_in_stops(text, spans, kinds):
        return
    runs = [(short, list(run)) for short, run in itertools.groupby(body, short_ones.__contains__)]
    ending = True  # whether only the site's lines are below
    for place in range(len(runs) - 1, -1, -1):
        short, run = runs[place]
        above = runs[place - 1][1][-1] if place else None
        if not short:
            ending &= all(kinds[n] == "boilerplate" for n in run)
        elif above is not None:
            kind = _kind_of_line(text, spans, kinds, run, above, ending)
            ending &= kind == "boilerplate"
            if kind:
                yield from ((n, kind) for n in run)


def _ends_in_stops(text: str, spans: Sequence[Span], kinds: Sequence[str]) -> bool:
    """Whether this author's paragraphs end as sentences do, and not like headlines."""
    ends = [
        text[span.start : span.end].rstrip(_CLOSED)[-1:]
        for span, kind in zip(spans, kinds, strict=True)
        if kind == "paragraph" and _width(text[span.start : span.end]) >= SHORTEST_PROSE
    ]
    return 2 * sum(end in _STOPS + _QUESTIONS for end in ends) > len(ends)


def _kind_of_line(
    text: str,
    spans: Sequence[Span],
    kinds: Sequence[str],
    run: Sequence[int],
    above: int,
    ending: bool,
) -> str | None:
    """What short lines are that stand together below the segment `above`."""
    if kinds[above] == "boilerplate" and (ending or text[spans[above].end - 1] in ":："):
        return "boilerplate"
    below = run[-1] + 1
    if below == len(spans) or kinds[below] not in ("paragraph", "bullet", "heading"):
        return None
    following = text[spans[below].start : spans[below].end]
    lengths = [spans[n].end - spans[n].start for n in run]
    if len(run) > 1 and kinds[below] == "paragraph" and min(lengths) >= SHORTEST_LINK:
        return "boilerplate"
    if kinds[below] == "paragraph" and _width(following) < LONGEST_HEADING / 2:
        return "heading" if following[-1] in ":：" else None
    return "heading"


def _is_short(block: str) -> bool:
    """Whether a block can be a sub-headline by its length, its end and its beginning."""
    if "\n" in block or block[0].islower():
        return False
    bare = block.rstrip(_CLOSED)
    if _width(block) > LONGEST_HEADING or not bare or bare[-1] in _STOPS:
        return False
    if bare[-1] in _QUESTIONS and bare != block:  # somebody is quoted
        return False
    return _NO_HEADING.search(block) is None


def _width(block: str) -> int:
    """Code points, those of Chinese and Japanese twice: they say as much as two letters."""
    return len(block) + len(_IDEOGRAPH.findall(block[:LONGEST_HEADING]))


def _is_continued(text: str, spans: Sequence[Span]) -> bool:
    """Whether a serial marker stands by itself or closes a paragraph."""
    for span in spans:
        if span.kind == "continuation":
            return True
        if text[span.end - 1] in ")）].":
            found = _SERIAL.search(text, max(span.start, span.end - 50), span.end)
            if found and is_continuation(found[0].rstrip(" .\n")):
                return True
    return False
