"""Parts of one story, found among all revisions of a run: only those are grouped that show it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator

import apache_beam as beam

from transforms.records import Revision
from transforms.revisions.serials import Part, Told, link_parts


@dataclasses.dataclass
class LinkSerials(beam.PTransform):
    """Revisions to (article_id, article_id of the part before it), for parts that have one."""

    def expand(self, revisions: beam.PCollection[Revision]) -> beam.PCollection[tuple[str, str]]:
        told = revisions | "Told" >> beam.FlatMap(_told)
        series = beam.pvalue.AsSingleton(
            told
            | "Hints" >> beam.Filter(_hints)
            | "Series" >> beam.Map(_series)
            | "All" >> beam.CombineGlobally(beam.combiners.ToSetCombineFn())
        )
        return (
            told
            | "Wanted" >> beam.FlatMap(_wanted, series)
            | "Together" >> beam.GroupByKey()
            | "Link" >> beam.FlatMap(_link)
        )


def _told(revision: Revision) -> Iterator[Told]:
    part = Part(*revision.part)
    if part.series:
        yield Told(revision.article_id, part, revision.first_seen)


def _hints(told: Told) -> bool:
    return told.hints


def _series(told: Told) -> int:
    return told.part.series


def _wanted(told: Told, series: Collection[int]) -> Iterator[tuple[int, Told]]:
    if told.part.series in series:
        yield told.part.series, told


def _link(group: tuple[int, Iterable[Told]]) -> Iterator[tuple[str, str]]:
    yield from link_parts(group[1])
