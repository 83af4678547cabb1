"""An article's text to segments: title, headings, paragraphs, and the items of its lists.

A list is a run of at least two neighbouring items with markers of one kind (HTML items need no
marker). A lone marker makes no list: a dash opens dialogue, a number a sub-headline.
"""

from __future__ import annotations

import collections
import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.records import Block
from transforms.text import INVISIBLE, fold, trim

LONGEST_HEADING = 100
"""Code points of a marked line that can be a sub-headline of the prose below it."""

_GAP = rf"[ \t\xa0\u2000-\u200a\u202f\u3000{INVISIBLE}]*"
_CLOSERS = r"[.)\]/:،、．）٫۔-]"
_SIGN = r"(?P<sign>[-–—−•·*●▪◦‣■□☐✓✔➢➤►▶○◆♦ـ])"
_CIRCLED = r"(?P<circled>[①-⑳㈠-㈩❶-❿])"
_TENS = "[一二三四五六七八九十]{1,3}"
_IDEOGRAPH = rf"(?:(?P<ideograph>{_TENS})、|[（(](?P<parted>{_TENS})[）)])"
_NUMBER = rf"[(（]?(?P<number>\d{{1,2}}){_GAP}(?:[)）]{_GAP}[-–.:]?|[.．،、/:۔-]+|–)(?!\d)"
_YEAR = r"(?P<year>\d{4})(?:\s?[-–:])(?!\s?\d)"
_LETTER = rf"[(（]?(?P<letter>[a-zA-Zа-яА-ЯіґєІҐЄء-يא-ת])ـ?(?:{_CLOSERS}[)]?)(?=\s)"
_ROMAN = r"\(?(?P<roman>[ivx]{1,5})[.)](?=\s)"
_MARKER = re.compile(
    rf"[\s{INVISIBLE}]*"
    rf"(?:{_SIGN}|{_CIRCLED}|{_IDEOGRAPH}|{_YEAR}|{_NUMBER}|{_ROMAN}|{_LETTER}){_GAP}"
)
_SIGN_FAMILIES = dict.fromkeys("-–—−ـ", "dash")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_INLINE = re.compile(rf"[:：]{_GAP}(?P<sign>[-–—•·*●▪])[^\S\r\n]+(?=\S)")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгґдеєжзиіїклмнопрстуфхцчшщюя",  # Russian and Ukrainian: a list skips the other's letters
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "אבגדהוזחטיכלמנסעפצקרשת",
)
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_IDEOGRAPHS = "〇一二三四五六七八九"


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


@dataclasses.dataclass(frozen=True, slots=True)
class _Marker:
    """What opens an item: items with one family make a list; ordinal where it can be counted."""

    family: str
    ordinal: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that may become a segment: whole from `start`, its words from `body`."""

    kind: str
    start: int
    body: int
    end: int
    marker: _Marker | None = None


def split_article(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The segments of a text in reading order; each non-space character of a block is in one.

    What is not in any: white space and invisible characters at edges, and a bullet's marker.
    """
    pieces = [piece for block in blocks for piece in _cut_block(text, block)]
    spans: list[Span] = []
    marked = collections.Counter(
        piece.marker.family
        for piece in pieces
        if piece.marker and piece.end - piece.start <= LONGEST_HEADING
    )
    title = ""
    lists = 0
    for run in _runs(pieces):
        if run[0].marker is None or len(run) < 2:
            for piece in run:
                kind = _kind_alone(piece, text, marked, last=piece is pieces[-1])
                words = fold(text[piece.start : piece.end])
                if kind == "title":
                    title = words
                elif words == title and len(spans) <= 2:
                    kind = "duplicate_title"
                spans.append(Span(kind=kind, start=piece.start, end=piece.end))
            continue
        lists += 1
        before = spans[-1] if spans else None
        lead_in = len(spans) - 1 if before and before.kind in ("paragraph", "heading") else None
        for position, piece in enumerate(run, 1):
            spans.append(
                Span(
                    kind="bullet",
                    start=piece.body,
                    end=piece.end,
                    list=lists,
                    position=position,
                    lead_in=lead_in,
                )
            )
    return spans


def _cut_block(text: str, block: Block) -> Iterator[_Piece]:
    """A block's pieces: its items by line or run together, and the words before the first."""
    if block.kind != "text":
        marker = _Marker("html", None) if block.kind == "item" else None
        start = block.start
        inner = _marker_at(text, start, block.end) if marker else None
        body = inner[1] if inner and inner[0].family != "year" else start
        yield _Piece(block.kind, start, body if body < block.end else start, block.end, marker)
        return
    starts = list(_item_starts(text, block))
    if not starts or starts[0][0] > block.start:
        end = starts[0][0] if starts else block.end
        yield _trimmed(text, "text", block.start, block.start, end, None)
    for (start, body, marker), following in itertools.zip_longest(starts, starts[1:]):
        end = following[0] if following else block.end
        yield _trimmed(text, "text", start, body, end, marker)


def _trimmed(
    text: str, kind: str, start: int, body: int, end: int, marker: _Marker | None
) -> _Piece:
    first, last = trim(text, start, end)
    return _Piece(kind, first, max(first, trim(text, body, end)[0]), last, marker)


def _item_starts(text: str, block: Block) -> Iterator[tuple[int, int, _Marker]]:
    """Where items begin, where their words begin, and their markers."""
    for line in _LINE.finditer(text, block.start, block.end):
        found = _marker_at(text, line.start(), line.end())
        if found:
            yield line.start(), found[1], found[0]
            continue
        lead = _INLINE.search(text, line.start(), line.end())
        if not lead:
            continue
        sign = lead["sign"]
        parts = re.compile(rf"\s{re.escape(sign)}\s+(?=\S)")
        others = list(parts.finditer(text, lead.end(), line.end()))
        if others:
            marker = _Marker(_SIGN_FAMILIES.get(sign, sign), None)
            yield lead.start("sign"), lead.end(), marker
            for part in others:
                yield part.start() + 1, part.end(), marker


def _marker_at(text: str, start: int, end: int) -> tuple[_Marker, int] | None:
    """The marker that opens text[start:end] and where the words after it begin."""
    match = _MARKER.match(text, start, end)
    if not match or match.end() >= end:
        return None
    kind = match.lastgroup or ""
    value = match[kind]
    if kind == "sign":
        after = text[match.end("sign") : match.end("sign") + 3]
        negative = value in "-−" and after[:1].isdigit() and not after.isdigit()
        if negative or after.startswith(value):  # "-5 degrees"; a rule of dashes
            return None
        return _Marker(_SIGN_FAMILIES.get(value, value), None), match.end()
    if kind == "year":
        # a year opens a line of a chronology: it is part of the item's words
        return _Marker("year", None), start
    return _Marker(kind, _ordinal(kind, value)), match.end()


def _ordinal(kind: str, value: str) -> int | None:
    if kind == "number":
        return int(value)
    if kind == "letter":
        letter = value.lower().replace("ا", "أ")
        return next((a.index(letter) + 1 for a in _ALPHABETS if letter in a), None)
    if kind in ("ideograph", "parted"):
        return _ideographic(value)
    if kind == "roman" and value in _ROMANS:
        return _ROMANS.index(value) + 1
    return None


def _ideographic(value: str) -> int:
    """一 to 九十九 as numbers.

    >>> _ideographic("二十三")
    23
    """
    tens, ten, ones = value.rpartition("十")
    if not ten:
        return _IDEOGRAPHS.find(value[0])
    return (_IDEOGRAPHS.find(tens) if tens else 1) * 10 + (_IDEOGRAPHS.find(ones) if ones else 0)


def _runs(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Neighbouring items whose markers go on, each as one list; all else alone."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and _goes_on(run[-1].marker, piece.marker):
            run.append(piece)
            continue
        if run:
            yield run
        run = [piece]
    if run:
        yield run


def _goes_on(last: _Marker | None, marker: _Marker | None) -> bool:
    if last is None or marker is None or last.family != marker.family:
        return False
    if last.ordinal is None or marker.ordinal is None:
        return True
    return 0 < marker.ordinal - last.ordinal <= (3 if marker.family == "letter" else 1)


def _kind_alone(piece: _Piece, text: str, marked: Mapping[str, int], last: bool) -> str:
    """The kind of a piece outside lists; marked: how many short lines have each kind of marker."""
    if piece.kind in ("title", "heading"):
        return piece.kind
    if piece.marker is None or piece.end - piece.start > LONGEST_HEADING:
        return "paragraph"
    # a lone marked line is a sub-headline where others of its kind part the same story
    ends_sentence = text[piece.end - 1] in ".。؛;,،"
    parts_story = marked[piece.marker.family] > 1 and not last and not ends_sentence
    return "heading" if parts_story else "paragraph"
