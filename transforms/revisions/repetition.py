"""Blocks that close many stories of one source in the same run: a site's footer, not the story.

What is grouped are hashes of the last blocks, never the blocks; so the answer depends neither on
the order of the stories nor on the number of workers.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Iterable, Iterator

import apache_beam as beam

from transforms.records import Revision

MANY = (3, 6)
"""Different stories that a block must close to be boilerplate: one line; a paragraph."""


class _CountStories(beam.CombineFn):
    """What stands above a block to how many different ones there are, as far as it matters."""

    def create_accumulator(self) -> tuple[int, ...]:
        return ()

    def add_input(self, accumulator: tuple[int, ...], above: int) -> tuple[int, ...]:
        return self.merge_accumulators((accumulator, (above,)))

    def merge_accumulators(self, accumulators: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
        # the smallest are kept: whatever the order, these are the same ones
        distinct = {above for known in accumulators for above in known}
        return tuple(heapq.nsmallest(max(MANY), distinct))

    def extract_output(self, accumulator: tuple[int, ...]) -> int:
        return len(accumulator)


@dataclasses.dataclass
class FindRepeated(beam.PTransform):
    """Revisions to one set: the hashes of the blocks that close many stories of their source."""

    def expand(self, revisions: beam.PCollection[Revision]) -> beam.PCollection[set[int]]:
        return (
            revisions
            | "Closings" >> beam.ParDo(_closings)
            | "CountStories" >> beam.CombinePerKey(_CountStories())
            | "Many" >> beam.Filter(_is_repeated)
            | "Hashes" >> beam.Keys()
            | "Together" >> beam.CombineGlobally(beam.combiners.ToSetCombineFn())
        )


def _closings(revision: Revision) -> Iterator[tuple[int, int]]:
    above, *blocks = revision.closing or (0,)
    for block in blocks:
        yield block, above


def _is_repeated(counted: tuple[int, int]) -> bool:
    block, stories = counted
    return stories >= MANY[block & 1]
