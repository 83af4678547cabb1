"""One entry's way through the stages: an article row and its segment rows."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from transforms.actors.lexicon import Lexicon
from transforms.language.detect import detect
from transforms.records import (
    RECORD_LIMIT,
    SCHEMA_VERSION,
    Act,
    Article,
    Entry,
    Mention,
    Quote,
    Revision,
    Segment,
    to_json,
)
from transforms.revisions.identity import source_of
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import Span, split_article
from transforms.wording import Findings, read_words


@dataclasses.dataclass(frozen=True, slots=True)
class Analysis:
    """An article and its segments; `cut` is the text for which the row had no room."""

    article: Article
    segments: tuple[Segment, ...]
    cut: str


def analyse(
    entry: Entry,
    revision: Revision,
    run_id: str,
    lexicon: Lexicon,
    repeated: Collection[int] = frozenset(),
) -> Analysis:
    """Detect the language, cut into segments, tell their anatomy, tag actors and quotes.

    repeated: hashes of blocks that close many stories of their source in the same run. Every row
    fits RECORD_LIMIT: a longer text is cut at a segment boundary (a block that is too long by
    itself at white space), a longer segment is split into several of its kind.
    """
    article = _article(entry, revision, run_id)
    kept = _fitting_length(article, entry)
    text = entry.text[:kept]
    blocks = [
        dataclasses.replace(block, end=min(block.end, kept))
        for block in entry.blocks
        if block.start < kept
    ]
    language = detect(text)
    spans = split_article(text, blocks)
    source = source_of(entry) if repeated else ""
    anatomy = read_anatomy(text, spans, language.tag, entry.published, repeated, source)
    article = dataclasses.replace(
        article,
        text=text,
        truncated=kept < len(entry.text),
        language=language.tag,
        language_score=language.score,
        dateline=anatomy.dateline,
        continued=anatomy.continued,
    )
    segments: list[Segment] = []
    moved: list[int] = []  # where each span's first segment stands, should one have been split
    for span, findings in zip(
        anatomy.spans, read_words(text, anatomy, language, lexicon, entry.published), strict=True
    ):
        moved.append(len(segments))
        lead_in = None if span.lead_in is None else moved[span.lead_in]
        for segment in _split(_segment(article, span, findings, lead_in)):
            segments.append(
                dataclasses.replace(
                    segment,
                    segment_id=f"{article.article_id}-{article.revision}-{len(segments)}",
                    index=len(segments),
                )
            )
    return Analysis(article, tuple(segments), entry.text[kept:])


def _article(entry: Entry, revision: Revision, run_id: str) -> Article:
    return Article(
        article_id=revision.article_id,
        revision=revision.revision,
        content_hash=revision.content_hash,
        source_uri=entry.source_uri,
        source_kind=entry.source_kind,
        feed_url=entry.feed_url,
        feed_title=entry.feed_title,
        url=entry.url,
        guid=entry.guid,
        title=entry.title,
        authors=entry.authors,
        categories=entry.categories,
        published=entry.published,
        updated=entry.updated,
        dateline=None,
        language="und",
        language_score=0.0,
        continued=False,
        text=entry.text,
        first_seen=revision.first_seen,
        last_seen=revision.last_seen,
        sightings=revision.sightings,
        run_id=run_id,
        schema_version=SCHEMA_VERSION,
        truncated=False,
        continues=revision.continues,
    )


def _segment(article: Article, span: Span, found: Findings, lead_in: int | None) -> Segment:
    return Segment(
        segment_id="",
        article_id=article.article_id,
        revision=article.revision,
        index=0,
        kind=span.kind,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
        list=span.list,
        position=span.position,
        lead_in=lead_in,
        language=found.language.tag,
        language_score=found.language.score,
        principals=_principals(found.mentions),
        mentions=_moved(found.mentions, span.start),
        quotes=_moved(found.quotes, span.start),
        acts=_moved_acts(found.acts, span.start),
        url=article.url,
        published=article.published,
        run_id=article.run_id,
        schema_version=SCHEMA_VERSION,
    )


def _principals(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The parties mentioned, each once, in order of first mention."""
    return tuple(dict.fromkeys(mention.principal for mention in mentions))


_Located = TypeVar("_Located", Mention, Quote)


def _moved(items: Iterable[_Located], by: int) -> tuple[_Located, ...]:
    return tuple(
        dataclasses.replace(item, start=item.start + by, end=item.end + by) for item in items
    )


def _moved_acts(acts: Iterable[Act], by: int) -> tuple[Act, ...]:
    return tuple(
        act
        if act.cue_start is None or act.cue_end is None
        else dataclasses.replace(act, cue_start=act.cue_start + by, cue_end=act.cue_end + by)
        for act in acts
    )


def _split(segment: Segment) -> Iterator[Segment]:
    """The segment; two or more where one would pass RECORD_LIMIT."""
    if _fits(segment):
        yield segment
        return
    middle = _at_space(segment.text, len(segment.text) // 2)
    for start, end in ((0, middle), (middle, len(segment.text))):
        body = segment.text[start:end]
        first = segment.start + start + len(body) - len(body.lstrip())
        last = segment.start + start + len(body.rstrip())
        if last > first:
            mentions = tuple(m for m in segment.mentions if first <= m.start and m.end <= last)
            yield from _split(
                dataclasses.replace(
                    segment,
                    start=first,
                    end=last,
                    text=body.strip(),
                    mentions=mentions,
                    principals=_principals(mentions),
                    quotes=tuple(_clipped(segment.quotes, first, last)),
                )
            )


def _clipped(quotes: Iterable[Quote], first: int, last: int) -> Iterator[Quote]:
    for quote in quotes:
        start, end = max(quote.start, first), min(quote.end, last)
        if start < end:
            yield dataclasses.replace(quote, start=start, end=end)


def _fits(row: Article | Segment) -> bool:
    """Whether a row keeps to RECORD_LIMIT, with some bytes left for what is added later."""
    few = isinstance(row, Article) or len(row.mentions) + len(row.quotes) < 1_000
    if few and len(row.text) < 20_000:  # never over it, and need not be encoded to know
        return True
    return len(to_json(row).encode("utf-8")) <= RECORD_LIMIT - 64


def _fitting_length(article: Article, entry: Entry) -> int:
    """Code points of the text that its row has room for."""
    if _fits(article):
        return len(article.text)
    ends = [0, *(block.end for block in entry.blocks)]
    count = _most(len(ends) - 1, lambda n: _fits_cut(article, ends[n]))
    if count == len(entry.blocks):  # what does not fit is white space
        return ends[count]
    most = _most(min(ends[count + 1], RECORD_LIMIT), lambda n: _fits_cut(article, n))
    # a boundary that would leave half of the row empty is none: the next block is too long
    return ends[count] if 2 * ends[count] > most else _at_space(article.text, most)


def _fits_cut(article: Article, length: int) -> bool:
    # a text longer than the limit need not be encoded to know
    return length <= RECORD_LIMIT and _fits(
        dataclasses.replace(article, text=article.text[:length])
    )


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """The greatest number up to `limit` that fits, where each smaller one fits too; 0 if none."""
    return bisect.bisect_left(range(1, limit + 1), True, key=lambda n: not fits(n))


def _at_space(text: str, limit: int) -> int:
    """The last white space in the second half of text[:limit], else the limit itself."""
    for position in range(limit, limit // 2, -1):
        if text[position - 1].isspace():
            return position
    return limit
