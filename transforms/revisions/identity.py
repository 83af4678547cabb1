"""Which story an entry is, and whether its text is one that was seen before."""

from __future__ import annotations

import dataclasses
import fnmatch
import functools
import hashlib
import re
from typing import ClassVar
from urllib.parse import unquote_plus, urlsplit

from w3lib.url import canonicalize_url

from transforms.records import Entry
from transforms.tables import read_table
from transforms.text import fold

HASH_VERSION = 1
"""Raised whenever the same entry would get another article_id or content_hash."""
LONGEST_URL = 4_000
ID_LENGTH = 32
EVIDENCE_LENGTH = 16
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


_folded = functools.lru_cache(maxsize=2)(fold)
"""An entry's text is folded for its id and for its hash."""


def _digest(*parts: str) -> str:
    joined = "\0".join((str(HASH_VERSION), *parts)).encode("utf-8")
    return hashlib.sha256(joined).hexdigest()[:ID_LENGTH]


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """An id that an entry may come to have, and what speaks for it: EVIDENCE_LENGTH characters.

    evidence: of a guid, the link that it stands with, else the title; REFUTED where its file shows
    that it stands for several stories, NONE where nothing can.
    """

    article_id: str
    evidence: str

    REFUTED: ClassVar[str] = "!" * EVIDENCE_LENGTH
    NONE: ClassVar[str] = "-" * EVIDENCE_LENGTH


def candidates(entry: Entry) -> tuple[Candidate, ...]:
    """The ids by the guid within its feed's host, by the link, and by the text, as far as known.

    The first that can be trusted is the article's.
    """
    found = []
    if entry.guid:
        alone = entry.url if entry.url and entry.url_trusted else entry.title or entry.text
        evidence = _digest("evidence", fold(alone))[:EVIDENCE_LENGTH]
        guid = _digest("guid", _host(entry.feed_url or entry.url), entry.guid)
        found.append(Candidate(guid, evidence if entry.guid_trusted else Candidate.REFUTED))
    if entry.url:
        evidence = Candidate.NONE if entry.url_trusted else Candidate.REFUTED
        found.append(Candidate(_digest("url", entry.url), evidence))
    found.append(Candidate(_digest("text", _folded(entry.text)), Candidate.NONE))
    return tuple(found)


def article_id(entry: Entry) -> str:
    """32 hex digits: what the entry's id is where nothing but its own file is known."""
    trusted = (one for one in candidates(entry) if one.evidence != Candidate.REFUTED)
    return next(trusted).article_id


def is_home_page(url: str, site: str | None) -> bool:
    """Whether an address is that of a whole site or feed, and so of no story.

    >>> is_home_page("https://quay.example/", None)
    True
    """
    parts = urlsplit(url)
    return url == site or (parts.path in ("", "/") and not parts.query)


def content_hash(entry: Entry) -> str:
    """Of title and text, white space folded; equal for two sightings of one revision."""
    return f"v{HASH_VERSION}:{_digest('content', entry.title or '', _folded(entry.text))}"


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
