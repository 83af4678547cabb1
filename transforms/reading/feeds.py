"""The text of an RSS, RDF or Atom feed to entries, through feedparser and around its faults."""

from __future__ import annotations

import calendar
import io
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from transforms.reading.html import without_comments
from transforms.reading.items import (
    LONGEST_FIELD,
    LONGEST_NAME,
    BadEntry,
    Feed,
    Item,
    distinct_names,
    faulty_item,
    make_entries,
    plain_line,
    split_body,
    times_of,
    timestamp,
)
from transforms.records import Entry, NewsError, Reason
from transforms.revisions.identity import canonical_url
from transforms.text import clean, fold

_RDF = frozenset({"rss090", "rss10"})
"""feedparser's names of the versions that are RDF; the others are a kind and a version."""
_START = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]")
_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_MAIL_AND_NAME = re.compile(r"\S+@[^\s(]+\s*(?:\((?P<name>[^()]+)\))?")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,31};)")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
_NO_DAY = re.compile(r"\d{4}(?:-?\d{2})?")
_ZONE = re.compile(r"\d\s+([A-Za-z]{2,5})$")
_HOURS_EAST = {
    "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""RFC 822's zones, and others that one place alone uses; feedparser takes the rest for UTC."""
_OF_FEEDPARSER = frozenset("UT UTC GMT EST EDT CST CDT MST MDT PST PDT".split())


def parse_feed(text: str, uri: str, damaged: bool = False) -> Iterator[Entry | BadEntry]:
    """The entries of an RSS, RDF or Atom feed in the order in which they stand.

    damaged: U+FFFD in the text stands for bytes that its encoding does not allow; entries that
    hold one are bad.

    Raises:
        NewsError: BROKEN_FEED where there is no entry left to read, UNKNOWN_FORMAT where the
            markup is no feed at all.
    """
    text = _REFERENCE.sub(_valid_reference, clean(text))
    parsed = _parse(text)
    if parsed.bozo and _BARE_AMPERSAND.search(text):
        # with its ampersands escaped many a broken feed is sound; within CDATA no harm is done,
        # as the HTML stage decodes what feeds have escaped twice
        parsed = _parse(_BARE_AMPERSAND.sub("&amp;", text))
    if parsed.bozo and not parsed.entries:
        raise NewsError(Reason.BROKEN_FEED, fold(str(parsed.get("bozo_exception")))[:200])
    if not parsed.entries and not parsed.version:
        raise NewsError(Reason.UNKNOWN_FORMAT, "markup, but no feed")
    authors = _authors(parsed.feed)
    items = [_read_entry(entry, parsed.version, authors) for entry in parsed.entries]
    own = [link.get("href") for link in _parts(parsed.feed, "links") if link.get("rel") == "self"]
    feed = Feed(
        kind="rdf" if parsed.version in _RDF else re.sub(r"\d.*", "", parsed.version) or "rss",
        url=canonical_url(next(iter(own), None) or _text(parsed.feed, "link")),
        title=plain_line(_text(parsed.feed, "title"))[:LONGEST_FIELD] or None,
        snapshot=_time(parsed.feed, "updated")
        or max((stated for item in items for stated in times_of(item)), default=None)
        or _time(parsed.feed, "published"),
    )
    cut = len(items) - 1 if _ends_within_entry(text) else None
    yield from make_entries(items, feed, uri, damaged, cut)


def _parse(text: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # the HTML stage keeps text only; this halves the time
            resolve_relative_uris=False,
        )
    except Exception as error:  # it raises what it likes, for markup that only a fuzzer writes
        raise NewsError(Reason.BROKEN_FEED, f"feedparser: {error!r}"[:200]) from error


def _valid_reference(match: re.Match[str]) -> str:
    """A character reference, or one to U+FFFD where XML has no such character."""
    digits, base = (match[1], 16) if match[1] else (match[2], 10)
    code = int(digits, base) if len(digits.lstrip("0")) < 9 else 0
    sound = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
    return match[0] if sound else "\ufffd"


def _read_entry(entry: Any, version: str, of_feed: tuple[str, ...]) -> Item:
    contents = [part for part in _parts(entry, "content") if part.get("value", "").strip()]
    contents = contents or _parts(entry, "summary_detail")
    # several contents are the same text in several types: the markup says more than the text
    best = max(contents, key=_richness, default=None)
    title = next(iter(_parts(entry, "title_detail")), {"value": _text(entry, "title")})
    literal = version.startswith("atom") and title.get("type") == "text/plain"
    try:
        return Item(
            guid=plain_line(_text(entry, "id"))[:LONGEST_FIELD] or None,
            link=canonical_url(_text(entry, "link")),
            title=plain_line(title.get("value"), literal=literal),
            body=split_body(best.get("value", ""), best.get("type", "")) if best else (),
            # RFC 4287, 4.2.1; an RSS channel's author is its editor
            authors=_authors(entry) or (of_feed if version.startswith("atom") else ()),
            categories=distinct_names(
                tag.get("term") or tag.get("label") for tag in _parts(entry, "tags")
            ),
            published=_time(entry, "published"),
            updated=_time(entry, "updated"),
        )
    except NewsError as error:
        return faulty_item(error, _text(entry, "id"), _text(entry, "title"), best)


def _parts(entry: Any, key: str) -> list[Mapping[str, Any]]:
    """What feedparser made of an element; an element that merely has this name is left out."""
    value = entry.get(key)
    listed = value if isinstance(value, list) else [value]
    return [part for part in listed if isinstance(part, dict)]


def _text(entry: Any, key: str) -> str | None:
    value = entry.get(key)
    return value if isinstance(value, str) else None


def _richness(content: Mapping[str, str]) -> tuple[bool, int]:
    return content.get("type") != "text/plain", len(content.get("value", ""))


def _authors(entry: Any) -> tuple[str, ...]:
    # feedparser 6.0.14 cuts "a@b.example (Name)" in the middle of a long top-level domain
    match = _MAIL_AND_NAME.fullmatch((_text(entry, "author") or "")[:LONGEST_NAME].strip())
    if match:
        return distinct_names([match["name"]])
    return distinct_names(author.get("name") for author in _parts(entry, "authors"))


def _time(entry: Any, key: str) -> str | None:
    """A time of an entry; None also where its zone is none that is known."""
    # dict.get: feedparser's own would answer "updated" with the time of publication
    parsed, stated = dict.get(entry, f"{key}_parsed"), dict.get(entry, key)
    if isinstance(stated, str) and _NO_DAY.fullmatch(stated.strip()):
        return None
    zone = _ZONE.search(stated.strip()) if isinstance(stated, str) else None
    name = zone[1].upper() if zone else "UTC"
    if not isinstance(parsed, time.struct_time) or name not in _HOURS_EAST:
        return None
    if name not in _OF_FEEDPARSER:
        parsed = time.gmtime(calendar.timegm(parsed) - 3_600 * _HOURS_EAST[name])
    return timestamp(parsed)


def _ends_within_entry(text: str) -> bool:
    seen = without_comments(_CDATA.sub("", text))
    starts = [match.start() for match in _START.finditer(seen)]
    ends = [match.start() for match in _END.finditer(seen)]
    return bool(starts) and (not ends or starts[-1] > ends[-1])
