"""Which story an entry is, and whether its text is one that was seen before."""

from __future__ import annotations

import fnmatch
import functools
import hashlib
import re
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from transforms.records import Entry
from transforms.tables import read_table
from transforms.text import fold

HASH_VERSION = 1
"""Raised whenever the same entry would get another article_id or content_hash."""
LONGEST_URL = 4_000


@functools.cache
def _tracking() -> re.Pattern[str]:
    patterns = (row["pattern"] for row in read_table("tracking_parameters.tsv"))
    return re.compile("|".join(map(fnmatch.translate, patterns)), re.IGNORECASE)


def canonical_url(url: str | None) -> str | None:
    """The address without fragment and tracking parameters; None for what is no web address.

    >>> canonical_url("HTTPS://Example.org/a?utm_source=rss&id=7#top")
    'https://example.org/a?id=7'
    """
    url = (url or "").strip()
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        keys = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
        tracking = sorted(key for key in keys if _tracking().match(key))
        if tracking:
            url = url_query_cleaner(url, tracking, remove=True, unique=False)
        canonical = canonicalize_url(url)
    except ValueError:  # a port that is no number, a bracket that does not close, ...
        return None
    return canonical if len(canonical) <= LONGEST_URL else None


def _digest(*parts: str) -> str:
    joined = "\0".join((str(HASH_VERSION), *parts)).encode("utf-8")
    return hashlib.sha256(joined).hexdigest()[:32]


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


def article_id(entry: Entry) -> str:
    """32 hex digits: by the guid within its feed's host, else by link, else by the text itself."""
    if entry.guid and entry.guid_trusted:
        return _digest("guid", _host(entry.feed_url or entry.url), entry.guid)
    if entry.url:
        return _digest("url", entry.url)
    return _digest("text", fold(entry.text))


def content_hash(entry: Entry) -> str:
    """Of title and text, white space folded; equal for two sightings of one revision."""
    return f"v{HASH_VERSION}:{_digest('content', entry.title or '', fold(entry.text))}"
