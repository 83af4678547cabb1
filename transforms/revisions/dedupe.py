"""One article however often it was seen: which sightings are revisions, and who stands for each.

What is grouped are sightings (a hash and a position), never bodies: Beam's local engine holds
several times what passes a shuffle.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

import apache_beam as beam

from transforms.records import Revision

_Order = tuple[bool, str, str, int]


@dataclasses.dataclass(frozen=True)
class Sighting:
    """One occurrence of an article: its text's hash, and where and when it was seen.

    snapshot: RFC 3339 UTC, when the file that holds it was made, None where it does not say.
    size: code points of the text. closing: hashes of its last blocks.
    """

    content_hash: str
    snapshot: str | None
    source_uri: str
    entry: int
    size: int
    closing: tuple[int, ...] = ()

    def order(self) -> _Order:
        """Sightings in order of time seen, those without a time last; total within a run."""
        return (self.snapshot is None, self.snapshot or "", self.source_uri, self.entry)


@dataclasses.dataclass(frozen=True)
class Seen:
    """All sightings of one text of an article: the first of them, the last time, how many."""

    first: Sighting
    last_seen: str | None
    count: int

    def merge(self, other: Seen) -> Seen:
        """Both together, in whatever order they come."""
        return Seen(
            first=min(self.first, other.first, key=Sighting.order),
            last_seen=max(filter(None, (self.last_seen, other.last_seen)), default=None),
            count=self.count + other.count,
        )


def merge_seen(seen: Iterable[Mapping[str, Seen]]) -> dict[str, Seen]:
    """Texts by content hash, out of several such mappings; their order does not matter."""
    merged: dict[str, Seen] = {}
    for texts in seen:
        for content_hash, text in texts.items():
            known = merged.get(content_hash)
            merged[content_hash] = known.merge(text) if known else text
    return merged


def number_revisions(article_id: str, texts: Mapping[str, Seen]) -> Iterator[Revision]:
    """An article's texts as revisions, numbered from 1 in order of the time first seen."""
    in_order = sorted(texts.values(), key=lambda seen: seen.first.order())
    for number, seen in enumerate(in_order, 1):
        yield Revision(
            article_id=article_id,
            revision=number,
            content_hash=seen.first.content_hash,
            source_uri=seen.first.source_uri,
            entry=seen.first.entry,
            size=seen.first.size,
            first_seen=seen.first.snapshot,
            last_seen=seen.last_seen,
            sightings=seen.count,
            closing=seen.first.closing,
        )


class MergeSightings(beam.CombineFn):
    """Sightings of one article to its texts by content hash; lifted, so few are shuffled."""

    def create_accumulator(self) -> dict[str, Seen]:
        return {}

    def add_input(self, accumulator: dict[str, Seen], sighting: Sighting) -> dict[str, Seen]:
        seen = Seen(sighting, sighting.snapshot, 1)
        known = accumulator.get(sighting.content_hash)
        accumulator[sighting.content_hash] = known.merge(seen) if known else seen
        return accumulator

    def merge_accumulators(self, accumulators: Iterable[dict[str, Seen]]) -> dict[str, Seen]:
        return merge_seen(accumulators)

    def extract_output(self, accumulator: dict[str, Seen]) -> dict[str, Seen]:
        return accumulator


@dataclasses.dataclass
class ChooseRevisions(beam.PTransform):
    """(article_id, Sighting) to Revision: one for each different text of an article.

    The result depends neither on the order of sightings nor on how they are bundled.
    Counters: in-articles, out-revisions, duplicates.
    """

    def expand(
        self, sightings: beam.PCollection[tuple[str, Sighting]]
    ) -> beam.PCollection[Revision]:
        return (
            sightings
            | "MergeSightings" >> beam.CombinePerKey(MergeSightings())
            | "NumberRevisions" >> beam.ParDo(_NumberRevisions())
        )


class _NumberRevisions(beam.DoFn):
    def process(self, element: tuple[str, dict[str, Seen]]) -> Iterator[Revision]:
        article_id, texts = element
        beam.metrics.Metrics.counter(ChooseRevisions, "in-articles").inc()
        for revision in number_revisions(article_id, texts):
            beam.metrics.Metrics.counter(ChooseRevisions, "out-revisions").inc()
            beam.metrics.Metrics.counter(ChooseRevisions, "duplicates").inc(revision.sightings - 1)
            yield revision
