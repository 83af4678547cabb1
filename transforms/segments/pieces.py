"""A text's blocks to pieces: what may become a segment, its items by line or run together."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence

from transforms.records import Block
from transforms.segments.boilerplate import is_boilerplate, is_continuation
from transforms.segments.markers import SPACE, Marker, has_words, marker_at
from transforms.text import trim

LONGEST_FURNITURE = 400
SHORTEST_FURNITURE = 3
"""Code points of a line that can be a serial marker or boilerplate; a bullet alone is none."""
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_BREAK = re.compile(r"[\r\n\u2028\u2029\x85]")
_SPECIAL = re.compile(r"[\r\n\u2028\u2029\x85:：]")
_LEAD = re.compile(rf"[:：]{SPACE}")
_MOST_LEADS = 8
"""Colons of a line behind which a list is looked for; each look may cost the rest of the line."""
_WORD = re.compile(r"[^\W_]")


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that may become a segment: whole from `start`, its words from `body`.

    kind: text, or what is known already: title, heading, item (of an HTML list, the one numbered
    `list`), boilerplate, continuation.
    """

    kind: str
    start: int
    body: int
    end: int
    marker: Marker | None = None
    list: int | None = None


def cut_blocks(text: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of a text in reading order."""
    for block in blocks:
        for piece in _cut_block(text, block):
            yield from [piece] if piece.kind == "title" else _peel(text, piece)


def _cut_block(text: str, block: Block) -> Iterator[Piece]:
    """A block's pieces: its items by line or run together, and the words before the first."""
    if block.kind != "text":
        found = marker_at(text, block.start, block.end) if block.kind == "item" else None
        body = trim(text, found[1], block.end)[0] if found else block.start
        marker = found[0] if found else None
        yield Piece(block.kind, block.start, body, block.end, marker, block.list)
        return
    plain = not _SPECIAL.search(text, block.start, block.end)
    if plain and not marker_at(text, block.start, block.end):
        yield _trimmed(text, block.start, block.start, block.end, None)
        return
    starts = list(_item_starts(text, block))
    if not starts:
        yield _trimmed(text, block.start, block.start, block.end, None)
        return
    if starts[0][0] > block.start:
        yield _trimmed(text, block.start, block.start, starts[0][0], None)
    for (start, body, marker), following in itertools.zip_longest(starts, starts[1:]):
        end = following[0] if following else block.end
        yield _trimmed(text, start, body, end, marker)


def _trimmed(text: str, start: int, body: int, end: int, marker: Marker | None) -> Piece:
    first, last = trim(text, start, end)
    if body == start:
        return Piece("text", first, first, last, marker)
    return Piece("text", first, max(first, trim(text, body, end)[0]), last, marker)


def _peel(text: str, piece: Piece) -> Iterator[Piece]:
    """The piece; serial markers and boilerplate, alone or as its last lines, by themselves."""
    if not _BREAK.search(text, piece.start, piece.end):
        kind = _furniture(text, piece.start, piece.end)
        yield Piece(kind, piece.start, piece.start, piece.end) if kind else piece
        return
    peeled: list[Piece] = []
    end = piece.end
    lines = list(_LINE.finditer(text, piece.start, piece.end))
    for line in reversed(lines):
        start, stop = trim(text, *line.span())
        kind = _furniture(text, start, stop)
        if not kind:
            break
        peeled.append(Piece(kind, start, start, stop))
        end = start
    if end > piece.start:
        kind = _furniture(text, piece.start, end) if len(lines) > 1 + len(peeled) else None
        rest = trim(text, piece.start, end)[1]
        if kind:
            yield Piece(kind, piece.start, piece.start, rest)
        else:
            yield dataclasses.replace(piece, end=rest) if peeled else piece
    yield from reversed(peeled)


def _furniture(text: str, start: int, end: int) -> str | None:
    if not SHORTEST_FURNITURE <= end - start <= LONGEST_FURNITURE:
        return None
    line = text[start:end]
    if is_continuation(line):
        return "continuation"
    return "boilerplate" if is_boilerplate(line) else None


def _item_starts(text: str, block: Block) -> Iterator[tuple[int, int, Marker]]:
    """Where items begin, where their words begin, and their markers."""
    for line in _LINE.finditer(text, block.start, block.end):
        found = marker_at(text, line.start(), line.end())
        if found and (line.start() == block.start or not found[0].is_clause()):
            yield line.start(), found[1], found[0]
            continue
        leads = _LEAD.finditer(text, line.start(), line.end())
        for lead in itertools.islice(leads, _MOST_LEADS):
            items = _run_together(text, lead.end(), line.end())
            if len(items) > 1:
                yield from items
                break


def _run_together(text: str, start: int, end: int) -> list[tuple[int, int, Marker]]:
    """The items that stand in one line: the first right here, the others behind white space."""
    found = marker_at(text, start, end)
    if not found or not found[0].is_first():
        return []
    marker, body = found
    if marker.is_sign() and not text[start + 1].isspace():
        return []
    opener = rf"{re.escape(text[start])}\s+" if marker.is_sign() else r"[(（]?\w{1,4}[.)）º°ª-]\s*"
    items = [(start, body, marker)]
    searched = body  # no word from the last item's beginning to here: each stretch is read once
    for part in re.compile(rf"(?<=[\s；;]){opener}(?=\S)").finditer(text, body, end):
        word = _WORD.search(text, searched, part.start())
        searched = part.start()
        found = marker_at(text, part.start(), end, worded=False) if word else None
        goes_on = marker.followed_by(found[0]) if found else None
        if found and goes_on:
            marker, searched = goes_on, found[1]
            items.append((part.start(), found[1], marker))
        elif word:
            searched = word.start()
    return items if has_words(text, items[-1][1], end) else items[:-1]
