"""Plain text: characters that no warehouse takes, blocks, and the plain-text story as an entry."""

from __future__ import annotations

import re

from transforms.records import Block, Entry, NewsError, Reason

_UNLOADABLE = re.compile("[\x00\ud800-\udfff]")
_END = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINE = re.compile(rf"{_END}[^\S\r\n]*{_END}\s*")
_WHITE_SPACE = re.compile(r"\s+")
INVISIBLE = "\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069"
"""Bidi controls and zero-width characters, as the inside of a regular expression's class."""
_EDGE = "".join(c for c in map(chr, range(0x10000)) if c.isspace() or re.match(f"[{INVISIBLE}]", c))
_EDGES = frozenset(_EDGE)
LONGEST_TITLE = 2_000
"""Code points; a first block over this is no headline."""


def clean(text: str) -> str:
    """The text with U+FFFD for NUL and lone surrogates, one for one: offsets stay.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return _UNLOADABLE.sub("\ufffd", text)


def readable(name: str) -> str:
    r"""The name of a file, with what is no text in it escaped; two names stay two.

    >>> print(readable("a\udcff.xml"))
    a\udcff.xml
    """
    return clean(name.encode("utf-8", "backslashreplace").decode("utf-8"))


def clip(text: str, limit: int) -> str:
    """The longest beginning of a text that is at most `limit` bytes of UTF-8."""
    return text.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")


def fold(text: str) -> str:
    """The text with every run of white space as one space; what two texts are compared by."""
    return _WHITE_SPACE.sub(" ", text).strip()


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and invisible characters at its edges.

    Characters that are invisible by themselves but close a letter (ZWNJ within a word) are inside
    and stay.
    """
    if start < end and text[start] not in _EDGES and text[end - 1] not in _EDGES:
        return start, end
    body = text[start:end].rstrip(_EDGE)
    return start + len(body) - len(body.lstrip(_EDGE)), start + len(body)


def is_visible(text: str) -> bool:
    """Whether a reader sees anything of it."""
    return bool(text.strip(_EDGE))


def split_blocks(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The spans of the blocks that blank lines part, from `start` on, empty ones left out."""
    spans = []
    position = start
    for blank in _BLANK_LINE.finditer(text, start):
        spans.append(trim(text, position, blank.start()))
        position = blank.end()
    spans.append(trim(text, position, len(text)))
    return [(first, last) for first, last in spans if last > first]


def read_story(text: str, uri: str) -> Entry:
    """A plain-text file as an entry: its characters as they are, its first block the title.

    A text of a single block has no title, and neither has one whose first block is too long for
    a headline.

    Raises:
        NewsError: NO_TEXT where there is not a visible character.
    """
    text = clean(text)
    spans = split_blocks(text)
    if not spans:
        raise NewsError(Reason.NO_TEXT, "no visible character")
    first, last = spans[0]
    titled = len(spans) > 1 and last - first <= LONGEST_TITLE
    return Entry(
        source_uri=uri,
        index=0,
        source_kind="text",
        title=fold(text[first:last]) if titled else None,
        text=text,
        blocks=tuple(
            Block("title" if titled and n == 0 else "text", *span) for n, span in enumerate(spans)
        ),
    )
