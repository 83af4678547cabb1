"""Revisions to shards to parts: analyse the articles of a shard, in order, in one place.

The shard is the unit of work: positions are grouped, bodies are not, so memory is bounded and the
bytes are the same on every engine and for any number of workers. Beam's own text sinks shuffle
bodies, number shards by random ids and leave files of runs that failed.
"""

from __future__ import annotations

import collections
import dataclasses
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import apache_beam as beam
from apache_beam.io.filesystems import FileSystems

from transforms.actors.lexicon import lexicon
from transforms.acts.grammar import grammar
from transforms.analyse import Analysis, analyse
from transforms.parts import INPUTS, Part, Shape, plan_parts, write_part
from transforms.progress import Progress, Tally
from transforms.reading.parse import reject
from transforms.reading.scratch import ScannedFile, Scratch
from transforms.records import SCHEMA_VERSION, NewsError, Reason, Reject, Revision
from transforms.revisions.repetition import FindRepeated
from transforms.revisions.series import LinkSerials
from transforms.shards import ShardResult, Slice, TableWriter, count_shards, shard_of


@dataclasses.dataclass
class WriteShards(beam.PTransform):
    """{"revisions": Revision, "files": ScannedFile} to ShardResult; the rows go to `folder`.

    Each file's articles and rejects go to one shard, ordered by the file's URI and the entry's
    place in it. Counters: out-articles, out-segments, out-rejects.
    """

    run_id: str
    folder: str
    shape: Shape = Shape()
    progress: Progress = Progress()
    own_actors: str = ""

    def expand(self, parts: Mapping[str, beam.PCollection[Any]]) -> beam.PCollection[ShardResult]:
        code_points = (
            parts["revisions"]
            | "Size" >> beam.Map(_size)
            | "CodePoints" >> beam.CombineGlobally(sum)
        )
        shards = beam.pvalue.AsSingleton(
            code_points | "CountShards" >> beam.Map(count_shards, self.shape.shard_bytes)
        )
        repeated = beam.pvalue.AsSingleton(parts["revisions"] | "FindRepeated" >> FindRepeated())
        continued = beam.pvalue.AsDict(parts["revisions"] | "LinkSerials" >> LinkSerials())
        keyed = {
            name: items | f"Shard {name}" >> beam.Map(_by_shard, shards)
            for name, items in parts.items()
        }
        return (
            keyed
            | beam.CoGroupByKey()
            | "WriteShard" >> beam.ParDo(_WriteShard(self), repeated, continued)
        )


def _size(revision: Revision) -> int:
    return revision.size


def _by_shard(item: Revision | ScannedFile, shards: int) -> tuple[int, Revision | ScannedFile]:
    return shard_of(item.source_uri if isinstance(item, Revision) else item.input.uri, shards), item


class _WriteShard(beam.DoFn):
    def __init__(self, task: WriteShards) -> None:
        self._run_id, self._folder = task.run_id, task.folder
        self._slice_bytes = task.shape.slice_bytes
        self._by_day = task.shape.by_day
        self._progress, self._own_actors = task.progress, task.own_actors

    def setup(self) -> None:
        self._lexicon, self._scratch = lexicon(self._own_actors), Scratch()
        self._tally = Tally(self._progress)

    def process(
        self,
        element: tuple[int, Mapping[str, Iterable[Any]]],
        repeated: Collection[int],
        continued: Mapping[str, str],
    ) -> Iterator[ShardResult]:
        shard, items = element
        wanted: dict[str, dict[int, Revision]] = collections.defaultdict(dict)
        for revision in items["revisions"]:
            before = continued.get(revision.article_id)
            whole = dataclasses.replace(revision, continues=before) if before else revision
            wanted[revision.source_uri][revision.entry] = whole
        writers = {
            table: TableWriter(table, self._folder, shard, self._slice_bytes)
            for table in ("articles", "segments", "rejects", INPUTS)
        }
        counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        for file in sorted(items["files"], key=lambda file: file.input.uri):
            self._write_file(file, wanted[file.input.uri], repeated, writers, counts)
        slices = [part for writer in writers.values() for part in writer.close()]
        yield ShardResult(tuple(slices), {name: dict(c) for name, c in counts.items()})

    def finish_bundle(self) -> None:
        self._scratch.close()
        self._tally.flush()

    def _write_file(
        self,
        file: ScannedFile,
        wanted: Mapping[int, Revision],
        repeated: Collection[int],
        writers: Mapping[str, TableWriter],
        counts: Mapping[str, collections.Counter[str]],
    ) -> None:
        writers[INPUTS].write(file.input)
        counts["totals"].update(
            files=file.input.members is None,
            containers=file.input.members is not None,
            read=file.entries + file.rejects,
            parsed=file.entries,
        )
        for item in self._scratch.read(file, wanted):
            if isinstance(item, Reject):
                self._write_reject(item, writers, counts)
                continue
            revision = wanted[item.index]
            analysis = analyse(item, revision, self._run_id, self._lexicon, repeated)
            day = (analysis.article.published or "")[:10] if self._by_day else ""
            writers["articles"].write(analysis.article, day)
            for segment in analysis.segments:
                writers["segments"].write(segment, day)
            if analysis.cut:
                error = NewsError(Reason.TEXT_CUT, f"{len(analysis.cut)} code points cut")
                rest = reject("analyse", file.input.uri, item.index, error, analysis.cut)
                self._write_reject(rest, writers, counts)
            _count(analysis, revision, counts)
            beam.metrics.Metrics.counter(WriteShards, "out-articles").inc()
            beam.metrics.Metrics.counter(WriteShards, "out-segments").inc(len(analysis.segments))
            self._tally.add("articles")

    def _write_reject(
        self,
        row: Reject,
        writers: Mapping[str, TableWriter],
        counts: Mapping[str, collections.Counter[str]],
    ) -> None:
        stamped = dataclasses.replace(row, run_id=self._run_id, schema_version=SCHEMA_VERSION)
        writers["rejects"].write(stamped)
        counts["rejected"][row.reason] += 1
        beam.metrics.Metrics.counter(WriteShards, "out-rejects").inc()


def _count(
    analysis: Analysis, revision: Revision, counts: Mapping[str, collections.Counter[str]]
) -> None:
    first = revision.revision == 1
    counts["totals"].update(articles=first, revisions=1)
    language = analysis.article.language
    counts["languages"][language] += 1
    if grammar(language) is None:
        counts["without_acts"][language] += 1
    for segment in analysis.segments:
        counts["segments"][segment.kind] += 1
        counts["principals"].update(segment.principals)
        counts["acts"].update(act.type for act in segment.acts)


@dataclasses.dataclass
class WriteParts(beam.PTransform):
    """ShardResults to Parts, in the folder: what the warehouse loads, but for its name."""

    folder: str
    shape: Shape

    def expand(self, results: beam.PCollection[ShardResult]) -> beam.PCollection[Part]:
        return (
            results
            | "Slices" >> beam.FlatMap(_slices)
            | "Together" >> beam.CombineGlobally(beam.combiners.ToListCombineFn())
            | "PlanParts" >> beam.FlatMap(plan_parts, self.shape)
            | "Spread" >> beam.Reshuffle()
            | "WritePart" >> beam.Map(write_part, self.folder, self.shape)
        )


def _slices(result: ShardResult) -> tuple[Slice, ...]:
    return result.slices


@dataclasses.dataclass
class CollectResults(beam.PTransform):
    """{"shards": ShardResult, "parts": Part} to one JSON file, the last that a run writes.

    It has "counts", of each shard, and "parts", in order.
    """

    path: str

    def expand(self, results: Mapping[str, beam.PCollection[Any]]) -> beam.PCollection[str]:
        return (
            (results["shards"], results["parts"])
            | "Both" >> beam.Flatten()
            | "Together" >> beam.CombineGlobally(beam.combiners.ToListCombineFn())
            | "WriteResults" >> beam.ParDo(_WriteResults(self.path))
        )


class _WriteResults(beam.DoFn):
    def __init__(self, path: str) -> None:
        self._path = path

    def process(self, results: list[ShardResult | Part]) -> Iterator[str]:
        parts = {part.number: part for part in results if isinstance(part, Part)}
        found = {
            "counts": [one.counts for one in results if isinstance(one, ShardResult)],
            "parts": [dataclasses.asdict(part) for _, part in sorted(parts.items())],
        }
        with FileSystems.create(self._path) as file:
            file.write(json.dumps(found).encode("utf-8"))
        yield self._path
