"""The records that the stages hand on, and the rows that leave the pipeline.

`Article`, `Segment`, `Reject` and `Sightings` are the tables; their field order is the key order of
the output, and the comment behind a field is the column's in every warehouse (docs/tables.md tells
more). `Entry` is an article as it was read, before anything was decided about it. All are
immutable; offsets are code points, start inclusive, end exclusive, into `Article.text`.
"""

from __future__ import annotations

import dataclasses
import enum
import json
from collections.abc import Mapping
from typing import Any

SCHEMA_VERSION = 1
RECORD_LIMIT = 1_000_000
"""Bytes that one row may have at most, as it stands in a shard without its line end."""
PAYLOAD_LIMIT = 4_096
"""Bytes of UTF-8 of a rejected input that its row keeps at most."""


class Reason(str, enum.Enum):
    """Why something that was read did not become an article. The list is closed."""

    UNREADABLE = "unreadable"  # the file system gave an error
    TOO_LARGE = "too_large"  # over the limit for one file, before or after decompression
    BAD_COMPRESSION = "bad_compression"  # gzip, bzip2, zstd or xz that does not decompress
    EMPTY = "empty"  # a file without a single visible character
    NOT_TEXT = "not_text"  # a picture, a PDF, a program ...
    UNKNOWN_ENCODING = "unknown_encoding"  # bytes that no supported encoding explains
    UNKNOWN_FORMAT = "unknown_format"  # markup or JSON that is no feed
    BROKEN_FEED = "broken_feed"  # a feed so damaged that no entry is left
    TRUNCATED_ENTRY = "truncated_entry"  # the feed ends in the middle of this entry
    UNDECODABLE = "undecodable"  # bytes of the text that its encoding does not allow
    NO_TEXT = "no_text"  # an entry with neither a title nor a text
    BAD_CONTAINER = "bad_container"  # a tar, zip or WARC that is damaged, cut or encrypted
    TOO_MANY_MEMBERS = "too_many_members"  # a container of more files than anybody packs
    EXPANDS_TOO_MUCH = "expands_too_much"  # a container that is a bomb
    TOO_DEEP = "too_deep"  # markup nested so deeply that only an attack does it
    TEXT_CUT = "text_cut"  # the rest of a text whose row would pass RECORD_LIMIT


class NewsError(Exception):
    """An expected fault of the input, with its reason; the element goes to rejects.

    >>> NewsError(Reason.EMPTY).reason
    <Reason.EMPTY: 'empty'>
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)  # both in args, so that it survives pickling
        self.reason = reason
        self.detail = detail


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """A block of an entry's text as its source marked it; kind: title, text, heading or item.

    `item` and `heading` come from HTML only; in `text` the segmenter looks for markers itself.
    list: number of the HTML list that an item is in.
    """

    kind: str
    start: int
    end: int
    list: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, or one plain-text file, as it was read; times are RFC 3339 UTC.

    guid_trusted, url_trusted: its file does not show that these stand for more than one story.
    """

    source_uri: str
    index: int
    source_kind: str
    feed_url: str | None = None
    feed_title: str | None = None
    url: str | None = None
    guid: str | None = None
    guid_trusted: bool = True
    url_trusted: bool = True
    title: str | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    snapshot: str | None = None
    text: str
    blocks: tuple[Block, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A text of an article that is to be written, and where the entry that gives it lies.

    size: code points of the text. sightings: in how many places of the input it stands, over the
    snapshots made from first_seen to last_seen. closing: hashes of its last blocks. part:
    its place among the parts of one story.
    """

    article_id: str
    revision: int = 1
    content_hash: str = ""
    source_uri: str
    entry: int
    size: int
    first_seen: str | None = None
    last_seen: str | None = None
    sightings: int = 1
    closing: tuple[int, ...] = ()
    part: tuple[int, int, bool] = (0, 0, False)
    continues: str | None = None

    @classmethod
    def alone(cls, entry: Entry, article_id: str = "0" * 32) -> Revision:
        """The revision of an entry that was seen once, by itself, at no known time."""
        uri, size = entry.source_uri, len(entry.text)
        return cls(article_id=article_id, source_uri=uri, entry=entry.index, size=size)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and by whom a wire story says it was filed.

    date: YYYY-MM-DD of the Gregorian calendar. date_text: the date as it is written, in whatever
    calendar.
    """

    outlet: str | None  # who publishes the story
    agency: str | None  # the agency that filed it
    place: str | None  # where it was filed
    date: str | None  # Gregorian
    date_text: str | None  # the date as written, in whatever calendar


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of a story: a row of the table `articles`."""

    article_id: str  # 32 hex digits, the same for a story in every snapshot and run
    revision: int  # 1 for the first text seen, +1 for every other one
    content_hash: str  # of title and text, white space folded
    source_uri: str  # the file in which this revision was seen first
    source_kind: str  # rss, rdf, atom, cdf, json_feed or text
    feed_url: str | None  # the feed's own address, else its site's
    feed_title: str | None  # the feed's name
    url: str | None  # canonical: no fragment, no tracking parameters
    guid: str | None  # as the feed has it
    title: str | None  # one line of plain text
    authors: tuple[str, ...]  # as the feed names them
    categories: tuple[str, ...]  # as the feed names them
    published: str | None  # as the feed states it; null rather than a guess
    updated: str | None  # as the feed states it
    dateline: Dateline | None  # who filed the story where and when, by its first blocks
    language: str  # BCP-47, und where not known
    language_score: float  # 0 to 1
    continued: bool  # a serial marker says that the story goes on
    text: str  # blocks parted by a blank line, the title first; offsets point into it
    first_seen: str | None  # time of the first snapshot with this text
    last_seen: str | None  # time of the last snapshot with it
    sightings: int  # in how many places of the input this text stands
    run_id: str  # the run that wrote the row
    schema_version: int  # of the tables
    truncated: bool  # the text was too long for a row; the rest is in rejects
    continues: str | None  # article_id of the part before, where this one goes on a story


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A political actor named in a segment, as the principal that it stands for."""

    actor_id: str  # as person:Q58217, or the principal itself
    principal: str  # whom the actor stands for, as state:RUS
    type: str  # state, territory, igo, gov_body, armed_group, party, person ...
    role: str | None  # the office, as foreign minister
    start: int  # code point in articles.text
    end: int  # behind the last code point
    text: str  # the words themselves
    tagger: str  # the stage and rule that found it


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A segment as those see it who read its words; a stage reads all of an article, in order.

    language: a BCP-47 tag or `und`. lead_in: index of the passage that introduces this list item.
    mentions: their offsets are into `text`. folded: the text as names are compared, without the
    marks that writers may leave out, where a stage has folded it; cuts: where in it they stood.
    """

    kind: str
    text: str
    language: str
    lead_in: int | None = None
    mentions: tuple[Mention, ...] = ()
    folded: str | None = None
    cuts: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that somebody is quoted with; kind is direct or indirect, speaker an actor_id."""

    start: int  # code point in articles.text
    end: int  # behind the last code point
    kind: str  # direct or indirect
    speaker: str | None  # actor_id of who is quoted; null where the text does not say


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody does by speaking: a demand, appeal, refusal, threat, ... (docs/acts.md)."""

    type: str  # demand, appeal, refusal, threat, accusation, denial or promise
    plover: str | None  # code of the PLOVER ontology
    plover_mode: str | None  # PLOVER's mode of that code, where it has one
    cameo: str | None  # code of the CAMEO ontology
    issuers: tuple[str, ...]  # principals who speak
    addressees: tuple[str, ...]  # principals who are spoken to
    modality: str  # asserted, conditional, negated, future, reported or question
    cue_start: int | None  # code point in articles.text of the words that tell it
    cue_end: int | None  # behind their last code point
    inherited: bool  # issuer or addressee come from the lead-in
    rule: str  # the rule that found it


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of an article, `article.text[start:end] == text`: a row of `segments`."""

    segment_id: str  # article_id, revision and index, joined by -
    article_id: str  # of its article
    revision: int  # of its article
    index: int  # place in the article, from 0
    kind: str  # title, duplicate_title, dateline, heading, paragraph, bullet, ...
    start: int  # code point in articles.text
    end: int  # behind the last code point
    text: str  # articles.text[start:end]; a bullet's has no marker
    list: int | None  # number of the list in the article, from 1
    position: int | None  # place in the list, from 1
    lead_in: int | None  # index of the segment that introduces the list
    language: str  # BCP-47, und where not known
    language_score: float  # 0 to 1
    principals: tuple[str, ...]  # parties mentioned, as state:RUS, in order of first mention
    mentions: tuple[Mention, ...]  # every actor named
    quotes: tuple[Quote, ...]  # the words that somebody is quoted with
    acts: tuple[Act, ...]  # what is demanded, refused, promised ..., by whom and of whom
    url: str | None  # the article's
    published: str | None  # the article's
    run_id: str  # the run that wrote the row
    schema_version: int  # of the tables


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """Something that was read and did not become an article: a row of `rejects`.

    entry: index of the entry in its file from 0, None where the whole file is meant.
    """

    stage: str  # read (a file), feeds (an entry) or analyse (a text that was cut)
    source_uri: str  # the file it was read from
    entry: int | None  # index in its file from 0; null for the whole file
    reason: str  # one of a closed list
    detail: str  # for people
    payload: str  # at most 4,096 bytes of what was rejected
    run_id: str  # the run that wrote the row
    schema_version: int  # of the tables


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sightings:
    """How often a text was seen up to this run, which saw it: a row of `sightings`.

    Rows of several runs are merged by the greatest, never added up.
    """

    article_id: str  # as in articles
    revision: int  # as in articles
    content_hash: str  # of title and text, white space folded
    first_seen: str | None  # time of the first snapshot with this text, in any run so far
    last_seen: str | None  # time of the last one
    sightings: int  # in how many places of all input so far this text stands
    run_id: str  # the run that saw it and wrote the row
    schema_version: int  # of the tables


Row = Article | Segment | Reject | Sightings
TABLES: Mapping[str, type[Row]] = {
    "articles": Article,
    "segments": Segment,
    "rejects": Reject,
    "sightings": Sightings,
}


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a record in their order, for the JSON encoder (asdict copies deeply)."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_fields
).encode


def to_json(record: object) -> str:
    """The record as one line of JSON, keys in the order of its fields, without a line end.

    Raises:
        ValueError: for NaN or an infinite number, which no warehouse loads.
    """
    return _encode(record)
