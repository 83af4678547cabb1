"""Revisions to shards: read, analyse and write the articles of a shard, in order, in one place.

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
from transforms.progress import Progress, Tally
from transforms.reading.parse import reject
from transforms.reading.read import ScannedFile, Scratch
from transforms.records import SCHEMA_VERSION, NewsError, Reason, Reject, Revision
from transforms.revisions.repetition import FindRepeated
from transforms.shards import Part, TableWriter, count_shards, shard_of

INPUTS = "inputs"
"""Staged beside the tables: a line for each file read; the manifest takes it up."""


@dataclasses.dataclass(frozen=True)
class ShardResult:
    """What came of a shard: its parts in order, and its counts by group and name."""

    shard: int
    parts: tuple[Part, ...]
    counts: Mapping[str, Mapping[str, int]]


@dataclasses.dataclass(frozen=True)
class Input:
    """A file that was read, as the manifest lists it."""

    uri: str
    bytes: int
    sha256: str | None


@dataclasses.dataclass
class WriteShards(beam.PTransform):
    """{"revisions": Revision, "files": ScannedFile} to ShardResult; the rows go to `folder`.

    Each file's articles and rejects go to one shard, ordered by the file's URI and the entry's
    place in it. Counters: out-articles, out-segments, out-rejects.
    """

    run_id: str
    folder: str
    shard_bytes: int
    compression: str
    progress: Progress = Progress()
    own_actors: str = ""

    def expand(self, parts: Mapping[str, beam.PCollection[Any]]) -> beam.PCollection[ShardResult]:
        code_points = (
            parts["revisions"]
            | "Size" >> beam.Map(_size)
            | "CodePoints" >> beam.CombineGlobally(sum)
        )
        shards = beam.pvalue.AsSingleton(
            code_points | "CountShards" >> beam.Map(count_shards, self.shard_bytes)
        )
        repeated = beam.pvalue.AsSingleton(parts["revisions"] | "FindRepeated" >> FindRepeated())
        keyed = {
            name: items | f"Shard {name}" >> beam.Map(_by_shard, shards)
            for name, items in parts.items()
        }
        return keyed | beam.CoGroupByKey() | "WriteShard" >> beam.ParDo(_WriteShard(self), repeated)


def _size(revision: Revision) -> int:
    return revision.size


def _by_shard(item: Revision | ScannedFile, shards: int) -> tuple[int, Revision | ScannedFile]:
    return shard_of(item.source_uri if isinstance(item, Revision) else item.uri, shards), item


class _WriteShard(beam.DoFn):
    def __init__(self, task: WriteShards) -> None:
        self._run_id, self._folder = task.run_id, task.folder
        self._shard_bytes, self._compression = task.shard_bytes, task.compression
        self._progress, self._own_actors = task.progress, task.own_actors

    def setup(self) -> None:
        self._lexicon, self._scratch = lexicon(self._own_actors), Scratch()
        self._tally = Tally(self._progress)

    def process(
        self, element: tuple[int, Mapping[str, Iterable[Any]]], repeated: Collection[int]
    ) -> Iterator[ShardResult]:
        shard, items = element
        wanted: dict[str, dict[int, Revision]] = collections.defaultdict(dict)
        for revision in items["revisions"]:
            wanted[revision.source_uri][revision.entry] = revision
        writers = {
            table: TableWriter(table, self._folder, self._shard_bytes, self._compression)
            for table in ("articles", "segments", "rejects")
        }
        writers[INPUTS] = TableWriter(INPUTS, self._folder, self._shard_bytes, "none")
        counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        for file in sorted(items["files"], key=lambda file: file.uri):
            self._write_file(file, wanted[file.uri], repeated, writers, counts)
        parts = [part for writer in writers.values() for part in writer.close()]
        yield ShardResult(shard, tuple(parts), {name: dict(c) for name, c in counts.items()})

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
        writers[INPUTS].write(Input(file.uri, file.bytes, file.sha256))
        counts["totals"].update(files=1, read=file.entries + file.rejects, parsed=file.entries)
        for item in self._scratch.read(file, wanted):
            if isinstance(item, Reject):
                self._write_reject(item, writers, counts)
                continue
            revision = wanted[item.index]
            analysis = analyse(item, revision, self._run_id, self._lexicon, repeated)
            writers["articles"].write(analysis.article)
            for segment in analysis.segments:
                writers["segments"].write(segment)
            if analysis.cut:
                error = NewsError(Reason.TEXT_CUT, f"{len(analysis.cut)} code points cut")
                rest = reject("analyse", file.uri, item.index, error, analysis.cut)
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
    counts["totals"].update(articles=first, revisions=1, duplicates=revision.sightings - 1)
    language = analysis.article.language
    counts["languages"][language] += 1
    if grammar(language) is None:
        counts["without_acts"][language] += 1
    for segment in analysis.segments:
        counts["segments"][segment.kind] += 1
        counts["principals"].update(segment.principals)
        counts["acts"].update(act.type for act in segment.acts)


@dataclasses.dataclass
class CollectResults(beam.PTransform):
    """ShardResults to one JSON file, the last thing that a run writes before it is published."""

    path: str

    def expand(self, results: beam.PCollection[ShardResult]) -> beam.PCollection[str]:
        return (
            results
            | "Together" >> beam.CombineGlobally(beam.combiners.ToListCombineFn())
            | "WriteResults" >> beam.ParDo(_WriteResults(self.path))
        )


class _WriteResults(beam.DoFn):
    def __init__(self, path: str) -> None:
        self._path = path

    def process(self, results: list[ShardResult]) -> Iterator[str]:
        in_order = sorted(results, key=lambda result: result.shard)
        text = json.dumps([dataclasses.asdict(result) for result in in_order])
        with FileSystems.create(self._path) as file:
            file.write(text.encode("utf-8"))
        yield self._path
