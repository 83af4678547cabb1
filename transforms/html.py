"""HTML to blocks of plain text: paragraphs, list items, headings, and lines that a break parts."""

from __future__ import annotations

import dataclasses
import html
import re

from selectolax.lexbor import LexborHTMLParser

from transforms.records import NewsError, Reason
from transforms.text import clean

DEEPEST = 500
"""Open elements within each other; browsers stop at 512, and the parser's time is quadratic."""

_UNSEEN = frozenset(
    "script style noscript template iframe object embed svg head title textarea select".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ITEMS = frozenset("li dt dd".split())
_BREAKS = frozenset("br hr".split())
_LISTS = frozenset("ul ol dl menu".split())
_PARAGRAPHS = _LISTS | frozenset(
    "address article aside blockquote body caption center details dialog div fieldset figcaption "
    "figure footer form header legend main nav p pre section summary table tbody tfoot thead tr "
    "video audio".split()
)
_CELLS = frozenset("td th".split())
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    "area br col dd dt hr img input li link meta option p source td th tr wbr".split()
)
_ESCAPED_BLOCK = re.compile(r"&lt;/?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table)\b", re.I)
_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table)\b", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block of text without white space at its edges; kind: text, heading or item."""

    kind: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """Where in the markup a text stands: its nearest block element, and whether it is seen."""

    block: int
    kind: str
    seen: bool
    preformatted: bool


def decode_references(text: str) -> str:
    """Plain text whose feed escaped it once too often, with its character references decoded."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text)


def check_depth(markup: str) -> None:
    """Raise NewsError TOO_DEEP for markup whose nesting only an attack explains."""
    if markup.count("<") <= DEEPEST:
        return
    depth = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() in _UNNESTED:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > DEEPEST:
            raise NewsError(Reason.TOO_DEEP, f"more than {DEEPEST} elements within each other")


def split_html(markup: str) -> list[HtmlBlock]:
    """The blocks of text that a reader of the markup sees, in reading order.

    Scripts, styles, comments and pictures are gone. References are decoded once, and once more
    where the feed escaped twice. A list item is one block whatever stands in it, its lines parted
    by "\\n"; an item within an item is a block of its own.

    Raises:
        NewsError: TOO_DEEP.
    """
    if _ESCAPED_BLOCK.search(markup) and not _BLOCK.search(markup):
        markup = html.unescape(markup)
    check_depth(markup)
    body = LexborHTMLParser(markup).body
    return _Walk().blocks(body) if body is not None else []


class _Walk:
    """One walk through a document: which block is open, and its lines so far."""

    def __init__(self) -> None:
        self._found: list[HtmlBlock] = []
        self._open: _Place | None = None
        self._lines: list[list[str]] = [[]]

    def blocks(self, body: object) -> list[HtmlBlock]:
        places: dict[int, _Place] = {}
        root = _Place(0, "text", seen=True, preformatted=False)
        for node in body.traverse(include_text=True):  # type: ignore[attr-defined]  # untyped
            parent = node.parent
            place = places.get(parent.mem_id, root) if parent is not None else root
            if node.tag == "-text":
                self._text(node.text_content, place)
            elif not node.tag.startswith("-"):
                places[node.mem_id] = self._element(node.tag, node.mem_id, place)
        self._close()
        return self._found

    def _element(self, tag: str, node: int, place: _Place) -> _Place:
        if tag in _ITEMS:
            self._close()
            return dataclasses.replace(place, block=node, kind="item")
        if tag in _HEADINGS or tag in _PARAGRAPHS:
            if place.kind == "item" and tag not in _LISTS:
                self._break()  # a paragraph of an item is a line of it
                return dataclasses.replace(place, preformatted=place.preformatted or tag == "pre")
            self._close()
            kind = "heading" if tag in _HEADINGS else "text"
            return _Place(node, kind, place.seen, place.preformatted or tag == "pre")
        if tag in _BREAKS:
            self._break()
        elif tag in _CELLS and self._lines[-1]:
            self._lines[-1].append(" ")
        elif tag in _UNSEEN:
            return dataclasses.replace(place, seen=False)
        return place

    def _text(self, text: str, place: _Place) -> None:
        if not place.seen:
            return
        if self._open is None or place.block != self._open.block:
            if not text.strip():
                return
            self._close()
            self._open = place
        if not place.preformatted:
            self._lines[-1].append(text)
            return
        for number, line in enumerate(_LINE_END.split(text)):
            if number:
                self._break()
            self._lines[-1].append(line)

    def _break(self) -> None:
        if self._open is not None and self._open.kind == "item":
            self._lines.append([])
        else:
            place = self._open
            self._close()
            self._open = place

    def _close(self) -> None:
        lines = (_SPACE.sub(" ", "".join(line)).strip() for line in self._lines)
        text = decode_references("\n".join(line for line in lines if line))
        if text:
            kind = self._open.kind if self._open else "text"
            self._found.append(HtmlBlock(kind, clean(text)))
        self._open, self._lines = None, [[]]
