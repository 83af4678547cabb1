"""Revisions to shards: read, analyse and write the articles of a shard, in order, in one place.

The shard is the unit of work: positions are grouped, bodies are not, so memory is bounded and the
bytes are the same on every engine and for any number of workers. Beam's own text sinks shuffle
bodies, number shards by random ids and leave files of runs that failed.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import hashlib
import json
import uuid
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

import apache_beam as beam
import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.actors import lexicon
from transforms.analyse import Analysis, analyse
from transforms.parse import reject
from transforms.progress import Progress, Tally
from transforms.read import ScannedFile, Scratch
from transforms.records import (
    SCHEMA_VERSION,
    NewsError,
    Reason,
    Reject,
    Revision,
    to_json,
)

INPUTS = "inputs"
"""Staged beside the tables: a line for each file read; the manifest takes it up."""
SUFFIXES = {"none": ".jsonl", "gzip": ".jsonl.gz", "zstd": ".jsonl.zst"}
_BYTES_A_CODE_POINT = 6
"""What a code point of text comes to in both tables, roughly; measured: 3 English, 7 Arabic."""
_SMALL_SHARD = 8 << 20
_FEW_SHARDS = 16
"""Up to so many shards are made smaller than asked for, so that two or more workers have work."""


@dataclasses.dataclass(frozen=True)
class Part:
    """A finished file of a table in the staging folder; bytes and sha256 are of the file."""

    table: str
    path: str
    rows: int
    bytes: int
    sha256: str


@dataclasses.dataclass(frozen=True)
class ShardResult:
    """What came of a shard: its parts in order, and its counts by group and name."""

    shard: int
    parts: tuple[Part, ...]
    counts: Mapping[str, Mapping[str, int]]


def count_shards(code_points: int, shard_bytes: int) -> int:
    """How many shards an input of this much text gets; a matter of the input alone.

    >>> count_shards(1_000, 128 << 20), count_shards(10**9, 128 << 20)
    (1, 45)
    """
    expected = code_points * _BYTES_A_CODE_POINT
    few = min(_FEW_SHARDS, -(-expected // _SMALL_SHARD))
    return max(1, few, -(-expected // shard_bytes))


def shard_of(uri: str, shards: int) -> int:
    """The shard that a file's articles and rejects belong to, from 0."""
    digest = hashlib.sha256(uri.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") * shards >> 64


class _Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


class _Plain:
    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""


def _compressor(kind: str) -> _Compressor:
    """A fresh compressor whose bytes hold neither a time nor a name."""
    if kind == "gzip":
        return zlib.compressobj(6, zlib.DEFLATED, 31)
    if kind == "zstd":
        return zstandard.ZstdCompressor(level=3).compressobj()
    return _Plain()


class _Part:
    """A part that is being written; its bytes go out a chunk at a time."""

    _CHUNK = 1 << 18

    def __init__(self, table: str, folder: str, compression: str) -> None:
        self._table = table
        # a name of its own for each attempt: a repeated bundle never writes over another
        name = f"{table}-{uuid.uuid4().hex}{SUFFIXES[compression]}"
        self._path = FileSystems.join(folder, name)
        self._file = FileSystems.create(self._path, compression_type=CompressionTypes.UNCOMPRESSED)
        self._packer = _compressor(compression)
        self._digest = hashlib.sha256()
        self._waiting = bytearray()
        self._rows = self._bytes = 0
        self.length = 0

    def write(self, line: bytes) -> None:
        self.length += len(line)
        self._rows += 1
        self._waiting += line
        if len(self._waiting) > self._CHUNK:
            self._put(self._packer.compress(bytes(self._waiting)))
            self._waiting.clear()

    def close(self) -> Part:
        self._put(self._packer.compress(bytes(self._waiting)) + self._packer.flush())
        self._file.close()
        digest = self._digest.hexdigest()
        return Part(self._table, self._path, self._rows, self._bytes, digest)

    def _put(self, data: bytes) -> None:
        self._digest.update(data)
        self._bytes += len(data)
        self._file.write(data)


class TableWriter:
    """Writes a table's rows to parts of at most `limit` bytes each, before compression.

    A row longer than the limit has a part to itself. Parts count only once `close` returned them.
    """

    def __init__(self, table: str, folder: str, limit: int, compression: str) -> None:
        self._open_part = functools.partial(_Part, table, folder, compression)
        self._limit = limit
        self._part: _Part | None = None
        self._finished: list[Part] = []

    def write(self, row: object) -> None:
        """Add a row (a record) behind the others."""
        line = to_json(row).encode("utf-8") + b"\n"
        if self._part and self._part.length + len(line) > self._limit:
            self._finished.append(self._part.close())
            self._part = None
        self._part = self._part or self._open_part()
        self._part.write(line)

    def close(self, at_least: int = 0) -> list[Part]:
        """All parts in order; an empty one where there would be fewer than asked for."""
        if self._part is None and len(self._finished) < at_least:
            self._part = self._open_part()
        if self._part:
            self._finished.append(self._part.close())
            self._part = None
        return self._finished


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

    def expand(self, parts: Mapping[str, beam.PCollection[Any]]) -> beam.PCollection[ShardResult]:
        code_points = (
            parts["revisions"]
            | "Size" >> beam.Map(_size)
            | "CodePoints" >> beam.CombineGlobally(sum)
        )
        shards = beam.pvalue.AsSingleton(
            code_points | "CountShards" >> beam.Map(count_shards, self.shard_bytes)
        )
        keyed = {
            name: items | f"Shard {name}" >> beam.Map(_by_shard, shards)
            for name, items in parts.items()
        }
        return keyed | beam.CoGroupByKey() | "WriteShard" >> beam.ParDo(_WriteShard(self))


def _size(revision: Revision) -> int:
    return revision.size


def _by_shard(item: Revision | ScannedFile, shards: int) -> tuple[int, Revision | ScannedFile]:
    return shard_of(item.source_uri if isinstance(item, Revision) else item.uri, shards), item


class _WriteShard(beam.DoFn):
    def __init__(self, task: WriteShards) -> None:
        self._run_id, self._folder = task.run_id, task.folder
        self._shard_bytes, self._compression = task.shard_bytes, task.compression
        self._progress = task.progress

    def setup(self) -> None:
        self._lexicon, self._scratch = lexicon(), Scratch()
        self._tally = Tally(self._progress)

    def process(self, element: tuple[int, Mapping[str, Iterable[Any]]]) -> Iterator[ShardResult]:
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
            self._write_file(file, wanted[file.uri], writers, counts)
        parts = [part for writer in writers.values() for part in writer.close()]
        yield ShardResult(shard, tuple(parts), {name: dict(c) for name, c in counts.items()})

    def finish_bundle(self) -> None:
        self._scratch.close()
        self._tally.flush()

    def _write_file(
        self,
        file: ScannedFile,
        wanted: Mapping[int, Revision],
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
            analysis = analyse(item, revision, self._run_id, self._lexicon)
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
    counts["languages"][analysis.article.language] += 1
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
