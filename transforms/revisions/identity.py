"""Which story an entry is, and whether its text is one that was seen before."""

from __future__ import annotations

import fnmatch
import functools
import hashlib
import re
from urllib.parse import unquote_plus, urlsplit

from w3lib.url import canonicalize_url

from transforms.records import Entry
from transforms.tables import read_table
from transforms.text import fold

HASH_VERSION = 1
"""Raised whenever the same entry would get another article_id or content_hash."""
LONGEST_URL = 4_000
CLOSING = 4
"""Blocks at the end of a story that may be the site's and not the story's."""
LONGEST_CLOSING = 400
"""Code points of such a block."""
LONGEST_LINE = 120
"""Code points up to which a block is a line rather than a paragraph."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_NOT_IN_URL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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
    if _NOT_IN_URL.search(url):
        return None
    try:
        parts = urlsplit(url)
        kept = [pair for pair in parts.query.split("&") if not _is_tracking(pair)]
        canonical = canonicalize_url(parts._replace(query="&".join(kept)).geturl())
        found = urlsplit(canonical)
        default = found.port == _DEFAULT_PORTS.get(found.scheme, -1)
    except ValueError:  # a port that is no number, a bracket that does not close, ...
        return None
    if not found.hostname or found.scheme not in _DEFAULT_PORTS or len(canonical) > LONGEST_URL:
        return None
    if default:
        canonical = found._replace(netloc=found.netloc.rpartition(":")[0]).geturl()
    return canonical


def _is_tracking(pair: str) -> bool:
    return bool(_tracking().fullmatch(unquote_plus(pair.partition("=")[0])))


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


def source_of(entry: Entry) -> str:
    """Whose story an entry is: the host of its link or feed, for a plain text its folder."""
    return _host(entry.url or entry.feed_url) or entry.source_uri.rpartition("/")[0]


def closing_hashes(entry: Entry) -> tuple[int, ...]:
    """What the last blocks of a story are known by, should other stories of its source end so.

    The first of them is of the block above, whatever its length: stories that share it as well are
    versions of one story.
    """
    last = [block for block in entry.blocks if block.kind != "title"][-CLOSING - 1 :]
    if not last:
        return ()
    above, *closing = last
    source = source_of(entry)
    kept = [block for block in closing if block.end - block.start <= LONGEST_CLOSING]
    return tuple(
        block_hash(entry.text[block.start : block.end], source) for block in (above, *kept)
    )


def block_hash(text: str, source: str) -> int:
    """A block of a source as 64 bits, of which the lowest says whether it is a long one."""
    digest = hashlib.blake2b(f"{source}\0{fold(text)}".encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 2 << 1 | (len(text) > LONGEST_LINE)
