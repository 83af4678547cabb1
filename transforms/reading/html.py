"""HTML to blocks of plain text: paragraphs, list items, headings, and lines that a break parts."""

from __future__ import annotations

import collections
import dataclasses
import html
import re

from selectolax.lexbor import LexborHTMLParser

from transforms.records import NewsError, Reason
from transforms.text import clean, is_visible

DEEPEST = 500
"""Open elements within each other; browsers stop at 512, and the parser's time is quadratic."""
MOST_ELEMENTS = 50_000
"""Elements that could be nested: where the depth is disguised, this many take some seconds."""

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
_FORMATTING = re.compile(
    r"</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![a-zA-Z0-9-])[^<>]*>", re.I
)
"""Elements that HTML opens anew in each block below one that did not close them."""
_MANY_TAGS = 1_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    "area br col dd dt embed hr img input li link meta option p rp rt source td th tr wbr".split()
)
_LEAVES = frozenset("path circle rect line polygon polyline ellipse use stop".split())
_ESCAPED_BLOCK = re.compile(r"&lt;/?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table)\b", re.I)
_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table)\b", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block of text without white space at its edges; kind: text, heading or item.

    list: number of the list that an item is in, from 1; an item outside of any has 0.
    """

    kind: str
    text: str
    list: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """Where in the markup a text stands: its block, its line therein, and whether it is seen."""

    block: int
    line: int
    kind: str
    seen: bool
    preformatted: bool
    list: int = 0


def decode_references(text: str) -> str:
    """Plain text whose feed escaped it once too often, with its character references decoded."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text)


def without_comments(markup: str) -> str:
    """The markup without its comments; linear, where a regular expression would be quadratic."""
    head, *rest = markup.split("<!--")
    return "".join([head, *(piece.partition("-->")[2] for piece in rest)])


def check_depth(markup: str) -> None:
    """Raise NewsError TOO_DEEP for markup whose nesting only an attack explains."""
    if markup.count("<") <= DEEPEST:
        return
    opened: collections.Counter[str] = collections.Counter()
    stack: list[str] = []
    elements = 0
    for closing, tag in _TAG.findall(without_comments(markup)):
        name = tag.lower()
        if not closing:
            elements += name not in _UNNESTED
            if name not in _UNNESTED and name not in _LEAVES:
                opened[name] += 1
                stack.append(name)
        elif opened[name]:  # it closes what was opened in it, too
            while (inner := stack.pop()) != name:
                opened[inner] -= 1
            opened[name] -= 1
        if len(stack) > DEEPEST or elements > MOST_ELEMENTS:
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
    if markup.count("<") > _MANY_TAGS:
        markup = _FORMATTING.sub("", markup)
    body = LexborHTMLParser(markup).body
    return _Walk().blocks(body) if body is not None else []


class _Walk:
    """One walk through a document: which block is open, and its lines so far."""

    def __init__(self) -> None:
        self._found: list[HtmlBlock] = []
        self._open: _Place | None = None
        self._lines: list[list[str]] = [[]]
        self._lists = 0

    def blocks(self, body: object) -> list[HtmlBlock]:
        places: dict[int, _Place] = {}
        root = _Place(0, 0, "text", seen=True, preformatted=False)
        for node in body.traverse(include_text=True):  # type: ignore[attr-defined]  # untyped
            parent = node.parent
            place = places.get(parent.mem_id, root) if parent is not None else root
            tag = node.tag or "-"  # a processing instruction has none
            if tag == "-text":
                self._text(node.text_content, place)
            elif not tag.startswith("-"):
                places[node.mem_id] = self._element(tag, node.mem_id, place)
        self._close()
        return self._found

    def _element(self, tag: str, node: int, place: _Place) -> _Place:
        if tag in _ITEMS:
            self._close()
            return dataclasses.replace(place, block=node, line=node, kind="item")
        if tag in _HEADINGS or tag in _PARAGRAPHS:
            preformatted = place.preformatted or tag == "pre"
            if place.kind == "item" and tag not in _LISTS:  # a paragraph of an item is its line
                return dataclasses.replace(place, line=node, preformatted=preformatted)
            self._close()
            kind = "heading" if tag in _HEADINGS else "text"
            self._lists += tag in _LISTS
            number = self._lists if tag in _LISTS else place.list
            return _Place(node, node, kind, place.seen, preformatted, number)
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
        elif place.line != self._open.line:
            self._break()
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
        decoded = (decode_references("".join(line)) for line in self._lines)
        lines = (_SPACE.sub(" ", line).strip() for line in decoded)
        text = "\n".join(line for line in lines if line)
        if is_visible(text):
            kind = self._open.kind if self._open else "text"
            number = self._open.list if self._open and kind == "item" else None
            self._found.append(HtmlBlock(kind, clean(text), number))
        self._open, self._lines = None, [[]]
