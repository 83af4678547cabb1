"""An article's text to segments: title, headings, paragraphs, and the items of its lists.

A list is at least two items with markers of one kind (HTML items need no marker), of which two
stand next to each other. A lone marker makes no list: a dash opens dialogue, a number a
sub-headline. A list may stand within another, and one paragraph may part its items.
"""

from __future__ import annotations

import bisect
import collections
import dataclasses
import itertools
import re
from collections.abc import Mapping, Sequence

from transforms.records import Block
from transforms.segments.markers import Marker
from transforms.segments.pieces import Piece, cut_blocks
from transforms.text import fold

LONGEST_HEADING = 100
"""Code points of a marked line that can be a sub-headline of the prose below it."""
DEEPEST = 6
"""Lists within each other; of more the outermost is taken to have ended."""
_COLONS = ":："
_ENDS = ".。؛;,،"
_ATTRIBUTION = re.compile(r"[,.!?…»]\s*[–—]\s?[a-zà-ÿа-яёіїєґ]")
"""A dash behind what was said: — No, —dijo el ministro."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A segment before anything is known of its words: where it lies and what it is.

    list: number of its list from 1. position: its place in the list from 1. lead_in: index of the
    segment that introduces the list. All None outside lists.
    """

    kind: str
    start: int
    end: int
    list: int | None = None
    position: int | None = None
    lead_in: int | None = None


@dataclasses.dataclass(slots=True, eq=False)
class _List:
    """A list as it is read: the places of its items among the pieces, and its last marker.

    within: the piece in whose list it begins. element: the list of HTML that it is.
    adjoining: two of its items stand next to each other. counts_on: its markers do, one by one.
    """

    items: list[int]
    last: Marker | None
    within: int | None
    element: int | None = None
    adjoining: bool = False
    number: int | None = None
    lead_in: int | None = None
    counts_on: bool = True

    def may_resume(self) -> bool:
        """Whether an item behind a paragraph can be its next: one that counts, or the second."""
        if self.element is not None:
            return self.element > 0
        return len(self.items) == 1 or self.last is None or not self.last.is_sign()


def split_article(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The segments of a text in reading order; each non-space character of a block is in one.

    What is not in any: white space and invisible characters at edges, and a bullet's marker.
    Datelines and sub-headlines without a mark are paragraphs yet: see `anatomy.py`.
    """
    pieces = list(cut_blocks(text, blocks))
    listed: dict[int, _List] = {}
    for found in _find_lists(pieces, text):
        if _is_list(found, pieces, text):
            listed.update(dict.fromkeys(found.items, found))
    marked = collections.Counter(
        piece.marker.way
        for piece, below in itertools.zip_longest(pieces, pieces[1:])
        if piece.marker
        and piece.end - piece.start <= LONGEST_HEADING
        and not (below and below.marker and below.marker.way == piece.marker.way)
    )
    spans: list[Span] = []
    places: list[int] = []  # the segment of each piece
    title = ""
    lists = 0
    for index, piece in enumerate(pieces):
        places.append(len(spans))
        own = listed.get(index)
        if own is not None:
            if own.number is None:
                lists += 1
                own.number, own.lead_in = lists, _lead_in(own, pieces, text, spans, listed, places)
                own.counts_on = _counts_on([pieces[n].marker for n in own.items])
            spans.append(_bullet(own, index, pieces))
            continue
        kind = _kind_alone(piece, text, marked, last=index == len(pieces) - 1)
        if kind == "title":
            title = fold(text[piece.start : piece.end])
        elif title and len(spans) <= 2 and fold(text[piece.start : piece.end]) == title:
            kind = "duplicate_title"
        spans.append(Span(kind=kind, start=piece.start, end=piece.end))
    return spans


def _find_lists(pieces: Sequence[Piece], text: str) -> list[_List]:
    """What may be lists: items whose markers go on, with at most one unmarked piece between two."""
    found: list[_List] = []
    nested: list[_List] = []  # those that may go on, the innermost last
    apart = False
    for index, piece in enumerate(pieces):
        if piece.kind in ("boilerplate", "continuation"):
            continue
        if piece.marker is None and piece.kind != "item":
            if apart or piece.kind != "text" or text[piece.end - 1] in _COLONS:
                nested.clear()
            apart = True
            continue
        if apart:
            nested = [own for own in nested if own.may_resume()]
        while nested and not _goes_on(nested[-1], piece):
            if not any(_goes_on(outer, piece) for outer in nested):
                break
            nested.pop()
        if nested and (last := _goes_on(nested[-1], piece)):
            own = nested[-1]
            before = pieces[own.items[-1]]
            # what stands between two items that are headlines is theirs
            own.adjoining |= not apart and (
                own.items[-1] == index - 1 or text[before.end - 1] in _COLONS + _ENDS
            )
            own.items.append(index)
            own.last = last if isinstance(last, Marker) else piece.marker
        else:
            if apart:
                nested = []
            within = nested[-1].items[-1] if nested else None
            element = (piece.list or 0) if piece.kind == "item" else None
            own = _List([index], piece.marker, within, element=element)
            nested = [*nested[1 - DEEPEST :], own]
            found.append(own)
        apart = False
    return found


def _goes_on(own: _List, piece: Piece) -> Marker | bool | None:
    """Whether the piece is the list's next item: its marker, or True for an item of HTML."""
    if piece.kind == "item" or own.element is not None:
        return piece.kind == "item" and own.element == (piece.list or 0)
    return own.last.followed_by(piece.marker) if own.last and piece.marker else None


def _is_list(own: _List, pieces: Sequence[Piece], text: str) -> bool:
    if len(own.items) < 2 or (own.last and own.last.is_clause()):
        return False
    if own.element is not None:
        return True
    first = pieces[own.items[0]]
    before = pieces[own.items[0] - 1] if own.items[0] else None
    announced = before is not None and text[before.end - 1] in _COLONS
    if not own.adjoining:
        return False
    if first.marker is None:
        return True
    if first.marker.way == "dash" and _is_dialogue([pieces[n] for n in own.items], text, announced):
        return False
    if announced:
        return True
    # "J. Smith", "K. Jones": the first words of two paragraphs
    return len(own.items) > 2 or not all(_is_initial(pieces[n], text) for n in own.items)


def _is_dialogue(items: Sequence[Piece], text: str, announced: bool) -> bool:
    """Whether dashes open speech: somebody asks, another answers, a dash names the speaker.

    Behind a colon at least every other one asks: of more that follow one question, none answers it.
    """
    words = [text[piece.body : piece.end] for piece in items]
    if text[items[0].start] in "–—" and any(map(_ATTRIBUTION.search, words)):
        return True
    asked = [item[-1] in "?؟？" for item in words]
    few = 2 * sum(asked) < len(asked)
    return any(asked[:-1]) and not (announced and (few or all(asked)))


def _is_initial(piece: Piece, text: str) -> bool:
    return (
        text[piece.start].isupper() and text[piece.start + 1] == "." and text[piece.body].isupper()
    )


def _lead_in(
    own: _List,
    pieces: Sequence[Piece],
    text: str,
    before: Sequence[Span],
    listed: Mapping[int, _List],
    places: Sequence[int],
) -> int | None:
    """The segment that introduces a list: what stands above it, or the item that it is within."""
    if own.within is not None:
        outer = listed.get(own.within)
        goes_on = outer is not None and outer.items[-1] > own.items[0]
        colon = text[pieces[own.within].end - 1] in _COLONS
        if outer is not None and (goes_on or colon or own.element is not None):
            return places[own.within]
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind not in ("boilerplate", "continuation"):
            return index if before[index].kind in ("paragraph", "heading") else None
    return None


def _bullet(own: _List, index: int, pieces: Sequence[Piece]) -> Span:
    piece = pieces[index]
    # the number that an HTML item's author typed is a marker only if the others count on
    typed = own.element is None or own.counts_on
    sign = piece.marker is not None and piece.marker.is_sign()
    return Span(
        kind="bullet",
        start=piece.body if typed or sign else piece.start,
        end=piece.end,
        list=own.number,
        position=bisect.bisect_left(own.items, index) + 1,
        lead_in=own.lead_in,
    )


def _counts_on(markers: Sequence[Marker | None]) -> bool:
    last = markers[0]
    for marker in markers[1:]:
        last = last.followed_by(marker) if last and marker else None
    return last is not None


def _kind_alone(piece: Piece, text: str, marked: Mapping[str, int], last: bool) -> str:
    """The kind of a piece outside lists; marked: how many short lines with
    something else below have each kind of marker."""
    if piece.kind not in ("text", "item"):
        return piece.kind
    if piece.marker is None or piece.end - piece.start > LONGEST_HEADING or last:
        return "paragraph"
    # a lone marked line is a sub-headline where others of its kind part the same story
    way = piece.marker.way
    ends = _ENDS + ('?؟!»”"' if way == "dash" else "")  # a dash may open dialogue
    return "heading" if marked[way] > 1 and text[piece.end - 1] not in ends else "paragraph"
