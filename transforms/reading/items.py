"""What every kind of feed says of an entry, and how an entry is made of it."""

from __future__ import annotations

import collections
import dataclasses
import json
import re
import time
from collections.abc import Iterable, Iterator
from typing import Any

from transforms.reading.html import HtmlBlock, decode_references, split_html
from transforms.records import PAYLOAD_LIMIT, Block, Entry, NewsError, Reason
from transforms.revisions.identity import is_home_page
from transforms.text import LONGEST_TITLE, clean, fold, is_visible, split_blocks

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
LONGEST_FIELD = 4_000
"""Code points of a guid or a feed's title that are kept."""
LONGEST_NAME = 500
"""Code points of an author or a category that are kept, and how many of them."""
MOST_NAMES = 100


@dataclasses.dataclass(frozen=True, slots=True)
class BadEntry:
    """An entry that gives no article: its index in the feed from 0, why, and what it had."""

    index: int
    error: NewsError
    payload: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What any format says of one entry, still in its own markup."""

    guid: str | None = None
    link: str | None = None
    title: str = ""
    body: tuple[HtmlBlock, ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    error: NewsError | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself; `snapshot` is the latest time that it states."""

    kind: str
    url: str | None
    title: str | None
    snapshot: str | None


def make_entries(
    items: list[Item], feed: Feed, uri: str, damaged: bool, cut: int | None
) -> Iterator[Entry | BadEntry]:
    """The entries of a feed, in order; `cut` is the index of one that the file ends within."""
    links: dict[str, set[str]] = collections.defaultdict(set)
    titles: dict[str, set[str]] = collections.defaultdict(set)
    for item in items:
        usable = item.link and not is_home_page(item.link, feed.url)
        if item.guid:
            links[item.guid].add(item.link if item.link and usable else item.title)
        if item.link:
            titles[item.link].update((item.title,) if usable else ("", item.title or "untitled"))
    for index, item in enumerate(items):
        try:
            if item.error:
                raise item.error
            if index == cut:
                raise NewsError(Reason.TRUNCATED_ENTRY, "the file ends within it")
            entry = dataclasses.replace(
                _entry(item, feed, uri, index),
                guid_trusted=len(links[item.guid or ""]) <= 1,
                url_trusted=len(titles[item.link or ""]) <= 1,
            )
            if damaged and "\ufffd" in f"{entry.guid} {entry.url} {entry.text}":
                raise NewsError(Reason.UNDECODABLE, "U+FFFD stands for bytes not allowed")
            yield entry
        except NewsError as error:
            yield BadEntry(index, error, _payload(item))


def _entry(item: Item, feed: Feed, uri: str, index: int) -> Entry:
    titled = 0 < len(item.title) <= LONGEST_TITLE
    blocks = list(item.body)
    if item.title:
        blocks.insert(0, HtmlBlock("title" if titled else "text", item.title))
    if not blocks:
        raise NewsError(Reason.NO_TEXT, "neither a title nor a text")
    placed, offset = [], 0
    for block in blocks:
        placed.append(Block(block.kind, offset, offset + len(block.text), block.list))
        offset += len(block.text) + 2
    return Entry(
        source_uri=uri,
        index=index,
        source_kind=feed.kind,
        feed_url=feed.url,
        feed_title=feed.title,
        url=item.link,
        guid=item.guid,
        title=item.title if titled else None,
        authors=item.authors,
        categories=item.categories,
        published=item.published,
        updated=item.updated,
        snapshot=feed.snapshot,
        text="\n\n".join(block.text for block in blocks),
        blocks=tuple(placed),
    )


def _payload(item: Item) -> str:
    known = {"guid": item.guid, "url": item.link, "title": item.title or None}
    body = "\n\n".join(block.text for block in item.body)
    return json.dumps(known | {"text": body or None}, ensure_ascii=False)


def times_of(item: Item) -> list[str]:
    """The times that an item states."""
    return [time for time in (item.published, item.updated) if time]


def faulty_item(error: NewsError, guid: str | None, title: str | None, content: Any) -> Item:
    """An entry whose markup cannot be read, with its markup for the reject."""
    raw = HtmlBlock("text", str((content or {}).get("value", ""))[:PAYLOAD_LIMIT])
    return Item(guid=guid, title=(title or "")[:LONGEST_TITLE], body=(raw,), error=error)


def plain_line(value: str | None, literal: bool = False) -> str:
    """One line of plain text; markup in it is dropped unless the format says it is literal."""
    text = clean(value or "")
    if not literal and (_MARKUP.search(text) or "&" in text):
        text = " ".join(block.text for block in split_html(text))
    text = fold(decode_references(text))
    return text if is_visible(text) else ""


def split_body(value: str | None, kind: str) -> tuple[HtmlBlock, ...]:
    """A text as blocks: markup cut at its elements, plain text at its blank lines."""
    if not value:
        return ()
    if kind != "text/plain" and ("<" in value or "&lt;" in value):
        return tuple(split_html(value))
    text = clean(decode_references(value)).replace("\r\n", "\n").replace("\r", "\n")
    return tuple(HtmlBlock("text", text[start:end]) for start, end in split_blocks(text))


def distinct_names(values: Iterable[str | None]) -> tuple[str, ...]:
    """Names as plain text, each once, not too long and not too many."""
    texts = (plain_line(value)[:LONGEST_NAME] for value in values)
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST_NAMES]


def timestamp(parsed: time.struct_time | None) -> str | None:
    """RFC 3339 of a UTC time; the epoch itself is what broken clocks say, and no time."""
    if parsed is None or not 1900 <= parsed.tm_year <= 9999 or parsed[:5] == (1970, 1, 1, 0, 0):
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
