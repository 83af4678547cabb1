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

_SPACE = rf"[ \t\xa0\u2000-\u200a\u202f\u3000\ufe0f{INVISIBLE}]*"
_SIGNS = "-–—−•·*●▪◦‣■□☐✓✔➢➤►▶○◆♦ـ⁃∙・"
_TENS = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(
    rf"[\s{INVISIBLE}]*(?:"
    rf"(?P<sign>[{_SIGNS}])"
    r"|(?P<enclosed>[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿])"
    rf"|(?P<ideograph>{_TENS})、|[（(](?P<parted>{_TENS})[）)]"
    r"|(?P<year>\d{4})(?:\s?[-–:])(?!\s?\d)"
    rf"|(?P<keycap>\d)\ufe0f?\u20e3"
    rf"|[(（]?(?P<number>\d{{1,2}}){_SPACE}(?:[)）]{_SPACE}[-–.:]?|[.．،、/:۔-]+|–)(?!\d)"
    r"|\(?(?P<roman>[ivx]{1,5}|[IVX]{1,5})[.)](?=\s)"
    rf"|[(（](?P<bracketed>الف|\w)[)）]|(?P<glued>الف|[^\W\d_])[)）]|(?P<letter>الف|[^\W\d_])ـ?{_SPACE}[.:،۔-](?=\s)"
    rf"|(?P<arabic>الف|[ء-يپچژگک])ـ?{_SPACE}-"
    rf"){_SPACE}"
)
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_WORD = re.compile(r"[^\W_]")
_LEAD = re.compile(rf"[:：]{_SPACE}")
_MOST_LEADS = 8
"""Colons of a line behind which a list is looked for; each look may cost the rest of the line."""
_DASHES = "-–—−ـ"
_ORDERS = {
    # how lists count by letters; (text, how many letters may be skipped)
    "latin": ("abcdefghijklmnopqrstuvwxyz", 0),
    "cyrillic": ("абвгґдеєжзиіїклмнопрстуфхцчшщюя", 2),  # Russian lists skip Ukrainian letters
    "abjad": ("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", 0),
    "arabic": ("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", 0),
    "persian": ("أبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", 0),
    "hebrew": ("אבגדהוזחטיכלמנסעפצקרשת", 0),
}
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
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
    """What opens an item, in each way it can be read: by way, the number it counts.

    Signs count nothing: each is 0. A letter i is both the ninth and the first.
    """

    readings: tuple[tuple[str, int], ...]

    def followed_by(self, other: _Marker) -> _Marker | None:
        """The other marker, in the ways in which it goes on from this one; None if in none."""
        before = dict(self.readings)
        goes_on = tuple(
            (way, number)
            for way, number in other.readings
            if way in before and _step(way, number - before[way])
        )
        return _Marker(goes_on) if goes_on else None

    def is_sign(self) -> bool:
        return self.readings[0][1] == 0


def _step(way: str, step: int) -> bool:
    if way in _ORDERS:
        return 0 < step <= 1 + _ORDERS[way][1]
    return step == (1 if way in ("number", "ideograph", "roman", "enclosed") else 0)


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
    marked = collections.Counter(
        piece.marker.readings[0][0]
        for piece in pieces
        if piece.marker and piece.end - piece.start <= LONGEST_HEADING
    )
    spans: list[Span] = []
    title = ""
    lists = 0
    for run in _runs(pieces):
        if len(run) > 1 and not _is_dialogue(run, text, spans):
            lists += 1
            spans.extend(_bullets(run, lists, spans))
            continue
        for piece in run:
            kind = _kind_alone(piece, text, marked, last=piece is pieces[-1])
            if kind == "title":
                title = fold(text[piece.start : piece.end])
            elif len(spans) <= 2 and fold(text[piece.start : piece.end]) == title:
                kind = "duplicate_title"
            spans.append(Span(kind=kind, start=piece.start, end=piece.end))
    return spans


def _is_dialogue(run: Sequence[_Piece], text: str, before: Sequence[Span]) -> bool:
    """Whether dashed lines are spoken: somebody asks, and no colon announces a list."""
    marker = run[0].marker
    if marker is None or marker.readings[0][0] != "dash" or run[0].kind == "item":
        return False
    announced = bool(before) and text[before[-1].end - 1] in ":："
    return not announced and any(text[piece.end - 1] in "?؟？" for piece in run[:-1])


def _bullets(run: Sequence[_Piece], number: int, before: Sequence[Span]) -> Iterator[Span]:
    introduced = bool(before) and before[-1].kind in ("paragraph", "heading")
    lead_in = len(before) - 1 if introduced else None
    # the number that an HTML item's author typed is a marker only if the others count on
    typed = run[0].kind != "item" or len(list(_runs(run, typed=True))) == 1
    for position, piece in enumerate(run, 1):
        sign = piece.marker is not None and piece.marker.is_sign()
        yield Span(
            kind="bullet",
            start=piece.body if typed or sign else piece.start,
            end=piece.end,
            list=number,
            position=position,
            lead_in=lead_in,
        )


def _cut_block(text: str, block: Block) -> Iterator[_Piece]:
    """A block's pieces: its items by line or run together, and the words before the first."""
    if block.kind != "text":
        found = _marker_at(text, block.start, block.end) if block.kind == "item" else None
        body = trim(text, found[1], block.end)[0] if found else block.start
        yield _Piece(block.kind, block.start, body, block.end, found[0] if found else None)
        return
    starts = list(_item_starts(text, block))
    if not starts or starts[0][0] > block.start:
        end = starts[0][0] if starts else block.end
        yield _trimmed(text, block.start, block.start, end, None)
    for (start, body, marker), following in itertools.zip_longest(starts, starts[1:]):
        end = following[0] if following else block.end
        yield _trimmed(text, start, body, end, marker)


def _trimmed(text: str, start: int, body: int, end: int, marker: _Marker | None) -> _Piece:
    first, last = trim(text, start, end)
    return _Piece("text", first, max(first, trim(text, body, end)[0]), last, marker)


def _item_starts(text: str, block: Block) -> Iterator[tuple[int, int, _Marker]]:
    """Where items begin, where their words begin, and their markers."""
    for line in _LINE.finditer(text, block.start, block.end):
        found = _marker_at(text, line.start(), line.end())
        if found:
            yield line.start(), found[1], found[0]
            continue
        leads = _LEAD.finditer(text, line.start(), line.end())
        for lead in itertools.islice(leads, _MOST_LEADS):
            items = _run_together(text, lead.end(), line.end())
            if len(items) > 1:
                yield from items
                break


def _run_together(text: str, start: int, end: int) -> list[tuple[int, int, _Marker]]:
    """The items that stand in one line: the first right here, the others behind white space."""
    found = _marker_at(text, start, end)
    if not found or not (found[0].is_sign() or 1 in dict(found[0].readings).values()):
        return []
    marker, body = found
    if marker.is_sign() and not text[start + 1].isspace():
        return []
    opener = rf"{re.escape(text[start])}\s+" if marker.is_sign() else r"[(（]?\w{1,4}[.)）-]\s*"
    items = [(start, body, marker)]
    searched = body  # no word from the last item's beginning to here: each stretch is read once
    for part in re.compile(rf"(?<=[\s；;]){opener}(?=\S)").finditer(text, body, end):
        word = _WORD.search(text, searched, part.start())
        searched = part.start()
        found = _marker_at(text, part.start(), end, worded=False) if word else None
        goes_on = marker.followed_by(found[0]) if found else None
        if found and goes_on:
            marker, searched = goes_on, found[1]
            items.append((part.start(), found[1], marker))
        elif word:
            searched = word.start()
    return items if _WORD.search(text, items[-1][1], end) else items[:-1]


def _marker_at(text: str, start: int, end: int, worded: bool = True) -> tuple[_Marker, int] | None:
    """The marker that opens text[start:end], if words follow, and where these begin."""
    match = _MARKER.match(text, start, end)
    if not match or (worded and not _WORD.search(text, match.end(), end)):
        return None
    kind = match.lastgroup or ""
    value = match[kind]
    if kind == "sign":
        after = text[match.end("sign") : match.end("sign") + 3]
        if value in "-−" and after[:1].isdigit() and not after.isdigit():  # "-5 degrees"
            return None
        if after.startswith(value):  # a rule of dashes
            return None
        return _Marker((("dash" if value in _DASHES else value, 0),)), match.end()
    if kind == "year":
        # a year opens a line of a chronology: it is part of the item's words
        return _Marker((("year", 0),)), start
    readings = tuple(_readings(kind, value))
    return (_Marker(readings), match.end()) if readings else None


def _readings(kind: str, value: str) -> Iterator[tuple[str, int]]:
    """The ways in which a counting marker can be read."""
    if value.isdecimal():
        yield "number", int(value)
    elif kind in ("ideograph", "parted"):
        yield "ideograph", _ideographic(value)
    elif kind == "enclosed":
        yield "enclosed", ord(value)
    else:
        letter = value.lower().replace("الف", "أ").replace("ا", "أ")
        for way, (letters, _) in _ORDERS.items():
            if len(letter) == 1 and letter in letters:
                yield way, letters.index(letter) + 1
        if letter in _ROMANS:
            yield "roman", _ROMANS.index(letter) + 1


def _ideographic(value: str) -> int:
    """一 to 九十九 as numbers.

    >>> _ideographic("二十三")
    23
    """
    tens, ten, ones = value.rpartition("十")
    if not ten:
        return _IDEOGRAPHS.find(value[0])
    return (_IDEOGRAPHS.find(tens) if tens else 1) * 10 + (_IDEOGRAPHS.find(ones) if ones else 0)


def _runs(pieces: Iterable[_Piece], typed: bool = False) -> Iterator[list[_Piece]]:
    """Neighbouring items whose markers go on, each as one list; all else alone.

    typed: hold HTML items, which need no marker, to the markers that their author typed.
    """
    run: list[_Piece] = []
    last: _Marker | None = None
    for piece in pieces:
        if run and piece.kind == run[-1].kind == "item" and not typed:
            run.append(piece)
            continue
        last = last.followed_by(piece.marker) if last and piece.marker else None
        if run and last and piece.kind == run[-1].kind:
            run.append(piece)
            continue
        if run:
            yield run
        run, last = [piece], piece.marker
    if run:
        yield run


def _kind_alone(piece: _Piece, text: str, marked: Mapping[str, int], last: bool) -> str:
    """The kind of a piece outside lists; marked: how many short lines have each kind of marker."""
    if piece.kind in ("title", "heading"):
        return piece.kind
    if piece.marker is None or piece.end - piece.start > LONGEST_HEADING or last:
        return "paragraph"
    # a lone marked line is a sub-headline where others of its kind part the same story
    way = piece.marker.readings[0][0]
    ends = ".。؛;,،" + ('?؟!»”"' if way == "dash" else "")  # a dash may open dialogue
    return "heading" if marked[way] > 1 and text[piece.end - 1] not in ends else "paragraph"
