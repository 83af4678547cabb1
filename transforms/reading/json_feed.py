"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser lacks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from transforms.reading.items import (
    LONGEST_FIELD,
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
    authors = _authors(feed)
    items = [_read_item(item, authors) for item in listed]
    described = Feed(
        kind="json_feed",
        url=canonical_url(_string(feed.get("feed_url")) or _string(feed.get("home_page_url"))),
        title=plain_line(_string(feed.get("title")))[:LONGEST_FIELD] or None,
        snapshot=max((time for item in items for time in times_of(item)), default=None),
    )
    yield from make_entries(items, described, uri, damaged, None)


def _read_item(item: Mapping[str, Any], of_feed: tuple[str, ...]) -> Item:
    tags = item.get("tags")
    markup, text = _string(item.get("content_html")), _string(item.get("content_text"))
    try:
        return Item(
            guid=plain_line(_string(item.get("id")))[:LONGEST_FIELD] or None,
            link=canonical_url(_string(item.get("url")) or _string(item.get("external_url"))),
            title=plain_line(_string(item.get("title")), literal=True),
            body=split_body(markup, "text/html")
            or split_body(text or _string(item.get("summary")), "text/plain"),
            authors=_authors(item) or of_feed,
            categories=distinct_names(map(_string, tags if isinstance(tags, list) else [])),
            published=_iso_timestamp(_string(item.get("date_published"))),
            updated=_iso_timestamp(_string(item.get("date_modified"))),
        )
    except NewsError as error:
        return faulty_item(error, _string(item.get("id")), None, {"value": markup})


def _string(value: object) -> str | None:
    """A JSON value as text where it is one; JSON Feed asks readers to take numbers as ids too."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value) if value == value else None  # NaN is not equal to itself


def _authors(stated: Mapping[str, Any]) -> tuple[str, ...]:
    authors = stated.get("authors")
    listed = authors if isinstance(authors, list) else [stated.get("author")]
    return distinct_names(_string(one.get("name")) for one in listed if isinstance(one, dict))


def _iso_timestamp(value: str | None) -> str | None:
    try:
        stated = datetime.datetime.fromisoformat((value or "").strip().replace("Z", "+00:00"))
        if stated.tzinfo is None:  # the machine's own zone is not meant
            stated = stated.replace(tzinfo=datetime.timezone.utc)
        return timestamp(stated.astimezone(datetime.timezone.utc).timetuple())
    except (ValueError, OverflowError):
        return None
