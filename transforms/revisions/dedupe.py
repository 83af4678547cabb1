"""One article however often it was seen: which sightings are revisions, and who stands for each.

What Beam shuffles are the names of chunks; these are sorted and merged as streams, so memory does
not grow with the number of sightings.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import apache_beam as beam

from transforms.records import Sightings
from transforms.revisions.chunks import (
    DIGITS,
    Chunk,
    count_partitions,
    id_range,
    merge_chunks,
)
from transforms.revisions.known import Known, read_known
from transforms.revisions.sightings import (
    article_of,
    find_distrusted,
    merge_sightings,
    number_revisions,
    sightings_rows,
    sightings_under,
)
from transforms.shards import ShardResult, TableWriter

REVISIONS = "revisions"
RESULTS = "results"
DISTRUSTED = "distrusted"
"""A group of a ShardResult's counts: the ids that stand for more than one story."""


class ChooseRevisions(beam.PTransform):
    """Chunks to `revisions`, Revision for each new text of an article, and `results`, ShardResult.

    The rows of the table `sightings` go to `folder`, as slices. The result depends neither on the
    order of sightings nor on how they are bundled.

    Counters: in-articles, out-revisions, duplicates.
    """

    def __init__(
        self,
        run_id: str,
        folder: str,
        slice_bytes: int,
        known: Known | None = None,
    ) -> None:
        super().__init__()
        self.run_id, self.folder, self.slice_bytes = run_id, folder, slice_bytes
        self.known = known or Known()

    def expand(self, chunks: beam.PCollection[Chunk]) -> beam.pvalue.DoOutputsTuple:
        sightings = chunks | "Sightings" >> beam.Map(_sightings) | beam.CombineGlobally(sum)
        partitions = beam.pvalue.AsSingleton(
            sightings | "CountPartitions" >> beam.Map(count_partitions)
        )
        grouped = (
            chunks
            | "Partition" >> beam.FlatMap(_by_partition, partitions)
            | "Together" >> beam.GroupByKey()
        )
        distrusted = beam.pvalue.AsSingleton(
            grouped
            | "FindDistrusted" >> beam.FlatMap(_distrusted)
            | "All" >> beam.CombineGlobally(beam.combiners.ToSetCombineFn())
        )
        return grouped | "MergeSightings" >> beam.ParDo(
            _MergeSightings(self), distrusted
        ).with_outputs(REVISIONS, RESULTS)


_Partition = tuple[tuple[int, int], Iterable[Chunk]]


def _sightings(chunk: Chunk) -> int:
    return chunk.sightings


def _by_partition(chunk: Chunk, partitions: int) -> Iterator[tuple[tuple[int, int], Chunk]]:
    for partition in range(partitions):
        yield (partition, partitions), chunk


def _distrusted(element: _Partition) -> Iterator[str]:
    return find_distrusted(merge_chunks(element[1], id_range(*element[0])))


class _MergeSightings(beam.DoFn):
    def __init__(self, task: ChooseRevisions) -> None:
        self._run_id, self._folder, self._known = task.run_id, task.folder, task.known
        self._slice_bytes = task.slice_bytes

    def process(
        self, element: _Partition, distrusted: set[str]
    ) -> Iterator[beam.pvalue.TaggedOutput]:
        place, chunks = element
        low, behind = id_range(*place)
        rows = read_known(self._known.texts, DIGITS[low], (*DIGITS, "g")[behind])
        known = _Ahead(rows)
        writer = TableWriter("sightings", self._folder, place[0], self._slice_bytes)
        duplicates = 0
        untrusted = distrusted.union(self._known.distrusted)
        counter = beam.metrics.Metrics.counter
        lines = merge_chunks(chunks, (low, behind))
        for article_id, group in itertools.groupby(lines, key=article_of):
            texts = merge_sightings(sightings_under(article_id, group, untrusted))
            if not texts:
                continue
            before = known.of(article_id)
            revisions = list(number_revisions(article_id, texts, before))
            for row in sightings_rows(revisions, texts, before, self._run_id):
                writer.write(row)
            again = sum(seen.count for seen in texts.values()) - len(revisions)
            duplicates += again
            counter(ChooseRevisions, "in-articles").inc()
            counter(ChooseRevisions, "out-revisions").inc(len(revisions))
            counter(ChooseRevisions, "duplicates").inc(again)
            for revision in revisions:
                yield beam.pvalue.TaggedOutput(REVISIONS, revision)
        own = {one: 1 for one in distrusted if low <= DIGITS.index(one[0]) < behind}
        counts = {"totals": {"duplicates": duplicates}, DISTRUSTED: own}
        result = ShardResult(tuple(writer.close()), counts)
        yield beam.pvalue.TaggedOutput(RESULTS, result)


class _Ahead:
    """Rows in order of their articles, taken an article at a time, in that order."""

    def __init__(self, rows: Iterator[Sightings]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, article_id: str) -> list[Sightings]:
        """The rows of an article; those of earlier ones are passed over."""
        found = []
        while self._next and self._next.article_id <= article_id:
            if self._next.article_id == article_id:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found
