"""The bytes of one file to entries and rejects: unpack, decode, tell what it is, read it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import zstandard

from transforms.reading.encoding import Decoded, decode
from transforms.reading.feeds import parse_feed
from transforms.reading.items import BadEntry
from transforms.reading.json_feed import parse_json_feed
from transforms.reading.streams import FAULTS, MAGIC, unpacker
from transforms.records import PAYLOAD_LIMIT, Entry, NewsError, Reason, Reject
from transforms.text import clean, clip, is_visible, read_story

FILE_LIMIT = 1 << 28
"""Bytes of a file, as it lies there and decompressed; a file is read as a whole."""
_FEED = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF|rdf)[\s>]")
_MARKUP = re.compile(r"<(?:\?xml|!doctype|!--|[a-z][\w:.-]*[\s/>])", re.IGNORECASE)
_HEAD = 4_096
"""Code points in which a feed's root element must begin, as prologs and warnings precede it."""
_JSON_FEED = "jsonfeed.org/version/"


def read_file(data: bytes, uri: str) -> Iterator[Entry | Reject]:
    """What a file holds: entries, and a reject for each one that cannot be read.

    A file that gives nothing at all is one reject without an entry index. `run_id` of the rejects
    is left empty; the run stamps it.
    """
    try:
        decoded = decode(decompress(data))
        for found in _parse(decoded, uri):
            if isinstance(found, BadEntry):
                yield reject("feeds", uri, found.index, found.error, found.payload)
            else:
                yield found
    except NewsError as error:
        yield reject("read", uri, None, error, data[:PAYLOAD_LIMIT].decode("utf-8", "replace"))


def reject(stage: str, uri: str, entry: int | None, error: NewsError, payload: str) -> Reject:
    """The row for something that was read and gives no article; its payload is cut to its limit."""
    return Reject(
        stage=stage,
        source_uri=uri,
        entry=entry,
        reason=error.reason.value,
        detail=clean(error.detail),
        payload=clip(clean(payload), PAYLOAD_LIMIT),
        run_id="",
        schema_version=0,
    )


def decompress(data: bytes) -> bytes:
    """The file as it was before gzip, bzip2, zstd or xz, told by their magic bytes.

    Raises:
        NewsError: BAD_COMPRESSION, or TOO_LARGE where it would pass FILE_LIMIT.
    """
    magic = MAGIC.match(data)
    if not magic:
        return data
    kind = magic.lastgroup
    packed = io.BytesIO(data)
    try:
        unpacked: bytes = unpacker(kind, packed).read(FILE_LIMIT + 1)
        if kind == "zstd" and len(unpacked) <= FILE_LIMIT and _zstd_is_cut(data):
            raise EOFError("the last frame is not complete")
    except FAULTS as error:
        raise NewsError(Reason.BAD_COMPRESSION, f"{kind}: {error}"[:200]) from error
    if len(unpacked) > FILE_LIMIT:
        raise NewsError(Reason.TOO_LARGE, f"{kind}: over {FILE_LIMIT} bytes when decompressed")
    return unpacked


def _zstd_is_cut(data: bytes) -> bool:
    """Whether the last frame ends early, which zstandard's reader does not tell."""
    while data:
        decompressor = zstandard.ZstdDecompressor().decompressobj()
        decompressor.decompress(data)
        if not decompressor.eof:
            return True
        data = decompressor.unused_data
    return False


def _parse(decoded: Decoded, uri: str) -> Iterator[Entry | BadEntry]:
    text, damaged = decoded.text, decoded.damaged
    if not is_visible(text):
        raise NewsError(Reason.EMPTY, "no visible character")
    head = text[:_HEAD].lstrip()
    if _FEED.search(head):
        yield from parse_feed(text, uri, damaged)
        return
    if head.startswith(("{", "[")):
        feed = _json_feed(text)
        if feed is not None:
            yield from parse_json_feed(feed, uri, damaged)
            return
    if _MARKUP.match(head):
        raise NewsError(Reason.UNKNOWN_FORMAT, "markup, but no feed")
    story = read_story(text, uri)
    if damaged:
        raise NewsError(Reason.UNDECODABLE, f"bytes that {decoded.encoding} does not allow")
    yield story


def _json_feed(text: str) -> dict[str, object] | None:
    """The JSON Feed that a text is; None where it is a story that opens with a brace."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _JSON_FEED in text[:_HEAD]:
            raise NewsError(Reason.BROKEN_FEED, f"no JSON: {error}"[:200]) from error
        return None
    if isinstance(feed, dict) and _JSON_FEED in str(feed.get("version")):
        return feed
    raise NewsError(Reason.UNKNOWN_FORMAT, "JSON, but no JSON Feed")
