"""A feed's text to entries: feedparser for RSS, RDF, Atom; it lacks JSON Feed, which is small."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import io
import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import feedparser

from transforms.html import HtmlBlock, decode_references, split_html
from transforms.identity import canonical_url
from transforms.records import PAYLOAD_LIMIT, Block, Entry, NewsError, Reason
from transforms.text import LONGEST_TITLE, clean, fold, split_blocks

_RDF = frozenset({"rss090", "rss10"})
"""feedparser's names of the versions that are RDF; the others are a kind and a version."""
_START = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]")
_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")

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
class _Item:
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
class _Feed:
    """What a feed says of itself; `snapshot` is the latest time that it states."""

    kind: str
    url: str | None
    title: str | None
    snapshot: str | None


def parse_feed(text: str, uri: str, damaged: bool = False) -> Iterator[Entry | BadEntry]:
    """The entries of an RSS, RDF or Atom feed in the order in which they stand.

    damaged: U+FFFD in the text stands for bytes that its encoding does not allow; entries that
    hold one are bad.

    Raises:
        NewsError: BROKEN_FEED where there is no entry left to read.
    """
    parsed = feedparser.parse(
        io.BytesIO(clean(text).encode("utf-8")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,  # the HTML stage keeps text only; this halves the time
        resolve_relative_uris=False,
    )
    if parsed.bozo and not parsed.entries:
        raise NewsError(Reason.BROKEN_FEED, fold(str(parsed.get("bozo_exception")))[:200])
    items = [_read_entry(entry, parsed.version) for entry in parsed.entries]
    stated = [_timestamp(dict.get(parsed.feed, "updated_parsed"))]
    if stated == [None]:
        stated = [time for item in items for time in _times(item)]
    links = parsed.feed.get("links", [])
    own = [link.get("href") for link in links if link.get("rel") == "self"]
    feed = _Feed(
        kind="rdf" if parsed.version in _RDF else re.sub(r"\d.*", "", parsed.version) or "rss",
        url=canonical_url((own or [None])[0] or parsed.feed.get("link")),
        title=_plain(parsed.feed.get("title"))[:LONGEST_FIELD] or None,
        snapshot=max(filter(None, stated), default=None),
    )
    cut = len(items) - 1 if _ends_within_entry(text) else None
    yield from _entries(items, feed, uri, damaged, cut)


def parse_json_feed(
    feed: Mapping[str, Any], uri: str, damaged: bool = False
) -> Iterator[Entry | BadEntry]:
    """The entries of a JSON Feed, version 1 or 1.1 (https://www.jsonfeed.org/version/1.1/).

    Raises:
        NewsError: BROKEN_FEED where `items` is no list of objects.
    """
    listed = feed.get("items")
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise NewsError(Reason.BROKEN_FEED, "items is no list of objects")
    items = [_read_json_item(item) for item in listed]
    described = _Feed(
        kind="json_feed",
        url=canonical_url(_string(feed.get("feed_url")) or _string(feed.get("home_page_url"))),
        title=_plain(_string(feed.get("title")))[:LONGEST_FIELD] or None,
        snapshot=max((time for item in items for time in _times(item)), default=None),
    )
    yield from _entries(items, described, uri, damaged, None)


def _entries(
    items: list[_Item], feed: _Feed, uri: str, damaged: bool, cut: int | None
) -> Iterator[Entry | BadEntry]:
    links: dict[str, set[str | None]] = collections.defaultdict(set)
    for item in items:
        if item.guid:
            links[item.guid].add(item.link)
    for index, item in enumerate(items):
        try:
            if item.error:
                raise item.error
            if index == cut:
                raise NewsError(Reason.TRUNCATED_ENTRY, "the file ends within it")
            entry = _entry(item, feed, uri, index, len(links[item.guid or ""]) <= 1)
            if damaged and "\ufffd" in entry.text:
                raise NewsError(Reason.UNDECODABLE, "U+FFFD stands for bytes not allowed")
            yield entry
        except NewsError as error:
            yield BadEntry(index, error, _payload(item))


def _entry(item: _Item, feed: _Feed, uri: str, index: int, guid_trusted: bool) -> Entry:
    titled = 0 < len(item.title) <= LONGEST_TITLE
    blocks = [(block.kind, block.text) for block in item.body]
    if item.title:
        blocks.insert(0, ("title" if titled else "text", item.title))
    if not blocks:
        raise NewsError(Reason.NO_TEXT, "neither a title nor a text")
    placed, offset = [], 0
    for kind, text in blocks:
        placed.append(Block(kind, offset, offset + len(text)))
        offset += len(text) + 2
    return Entry(
        source_uri=uri,
        index=index,
        source_kind=feed.kind,
        feed_url=feed.url,
        feed_title=feed.title,
        url=item.link,
        guid=item.guid,
        guid_trusted=guid_trusted,
        title=item.title if titled else None,
        authors=item.authors,
        categories=item.categories,
        published=item.published,
        updated=item.updated,
        snapshot=feed.snapshot,
        text="\n\n".join(text for _, text in blocks),
        blocks=tuple(placed),
    )


def _payload(item: _Item) -> str:
    known = {"guid": item.guid, "url": item.link, "title": item.title or None}
    body = "\n\n".join(block.text for block in item.body)
    return json.dumps(known | {"text": body or None}, ensure_ascii=False)


def _times(item: _Item) -> list[str]:
    return [time for time in (item.published, item.updated) if time]


def _read_entry(entry: Any, version: str) -> _Item:
    contents = [c for c in entry.get("content", []) if c.get("value", "").strip()]
    if not contents and entry.get("summary_detail"):
        contents = [entry.summary_detail]
    # several contents are the same text in several types: the markup says more than the text
    best = max(contents, key=_richness, default=None)
    title = entry.get("title_detail") or {}
    literal = version.startswith("atom") and title.get("type") == "text/plain"
    try:
        return _Item(
            guid=_plain(entry.get("id"))[:LONGEST_FIELD] or None,
            link=canonical_url(entry.get("link")),
            title=_plain(title.get("value"), literal=literal),
            body=_body(best.get("value", ""), best.get("type", "")) if best else (),
            authors=_authors(entry),
            categories=_distinct(
                tag.get("term") or tag.get("label") for tag in entry.get("tags", [])
            ),
            # dict.get: feedparser's own would answer "updated" with the time of publication
            published=_timestamp(dict.get(entry, "published_parsed")),
            updated=_timestamp(dict.get(entry, "updated_parsed")),
        )
    except NewsError as error:
        return _faulty(error, entry.get("id"), entry.get("title"), best)


def _faulty(error: NewsError, guid: str | None, title: str | None, content: Any) -> _Item:
    """An entry whose markup cannot be read, with its markup for the reject."""
    raw = HtmlBlock("text", str((content or {}).get("value", ""))[:PAYLOAD_LIMIT])
    return _Item(guid=guid, title=(title or "")[:LONGEST_TITLE], body=(raw,), error=error)


def _richness(content: Mapping[str, str]) -> tuple[bool, int]:
    return content.get("type") != "text/plain", len(content.get("value", ""))


def _read_json_item(item: Mapping[str, Any]) -> _Item:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [author.get("name") for author in authors or () if isinstance(author, dict)]
    tags = item.get("tags")
    markup, text = _string(item.get("content_html")), _string(item.get("content_text"))
    try:
        return _Item(
            guid=_plain(_string(item.get("id")))[:LONGEST_FIELD] or None,
            link=canonical_url(_string(item.get("url")) or _string(item.get("external_url"))),
            title=_plain(_string(item.get("title")), literal=True),
            body=_body(markup, "text/html")
            or _body(text or _string(item.get("summary")), "text/plain"),
            authors=_distinct(map(_string, names)),
            categories=_distinct(map(_string, tags if isinstance(tags, list) else [])),
            published=_iso_timestamp(_string(item.get("date_published"))),
            updated=_iso_timestamp(_string(item.get("date_modified"))),
        )
    except NewsError as error:
        return _faulty(error, _string(item.get("id")), None, {"value": markup})


def _string(value: object) -> str | None:
    """A JSON value as text where it is one; JSON Feed asks readers to take numbers as ids too."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value)


def _plain(value: str | None, literal: bool = False) -> str:
    """One line of plain text; markup in it is dropped unless the format says it is literal."""
    text = clean(value or "")
    if not literal and (_MARKUP.search(text) or "&" in text):
        text = " ".join(block.text for block in split_html(text))
    return fold(decode_references(text))


def _body(value: str | None, kind: str) -> tuple[HtmlBlock, ...]:
    if not value:
        return ()
    if kind != "text/plain" and ("<" in value or "&lt;" in value):
        return tuple(split_html(value))
    text = clean(decode_references(value)).replace("\r\n", "\n").replace("\r", "\n")
    return tuple(HtmlBlock("text", text[start:end]) for start, end in split_blocks(text))


def _authors(entry: Any) -> tuple[str, ...]:
    # feedparser 6.0.14 cuts "a@b.example (Name)" in the middle of a long top-level domain
    match = _MAIL_AND_NAME.fullmatch((entry.get("author") or "")[:LONGEST_NAME].strip())
    if match:
        return _distinct([match["name"]])
    return _distinct(author.get("name") for author in dict.get(entry, "authors", []))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    texts = (_plain(value)[:LONGEST_NAME] for value in values)
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST_NAMES]


def _ends_within_entry(text: str) -> bool:
    starts = [match.start() for match in _START.finditer(text)]
    ends = [match.start() for match in _END.finditer(text)]
    return bool(starts) and (not ends or starts[-1] > ends[-1])


def _timestamp(parsed: time.struct_time | None) -> str | None:
    """RFC 3339 of a UTC time; the epoch itself is what broken clocks say, and no time."""
    if parsed is None or not 1900 <= parsed.tm_year <= 9999 or parsed[:5] == (1970, 1, 1, 0, 0):
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)


def _iso_timestamp(value: str | None) -> str | None:
    try:
        stated = datetime.datetime.fromisoformat((value or "").strip().replace("Z", "+00:00"))
        return _timestamp(stated.astimezone(datetime.timezone.utc).timetuple())
    except (ValueError, OverflowError):
        return None
