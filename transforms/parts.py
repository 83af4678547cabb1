"""Slices to parts, the files that a warehouse loads: balanced, compressed, in a partition a day.

Which slices make a part is a matter of their sizes and places alone, so the parts are the same
bytes on every engine and for any number of workers.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import gzip
import hashlib
import io
import itertools
import uuid
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, Protocol, cast

import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.parquet import ParquetPacker
from transforms.records import TABLES
from transforms.shards import SLICES_A_PART, Slice

SUFFIXES = {"none": ".jsonl", "gzip": ".jsonl.gz", "zstd": ".jsonl.zst"}
FORMATS = ("jsonl", "parquet")
INPUTS = "inputs"
"""Staged beside the tables: a line for each file read; the manifest takes it up."""
NO_DAY = "__HIVE_DEFAULT_PARTITION__"
"""The partition of rows without a day and of days too small for their own, as Hive names it."""
_LEAST_OF_A_DAY = 1 << 20
_LEAST_SHARE = 100
_MOST_DAYS = 1_000
"""A day has a partition if it has a mebibyte of rows or a hundredth of the run's, and is among the
thousand largest: a long tail of old dates makes no flood of tiny files."""


@dataclasses.dataclass(frozen=True)
class Shape:
    """What parts look like: format, compression, most bytes before it, and whether by day."""

    format: str = "jsonl"
    compression: str = "none"
    shard_bytes: int = 128 << 20
    by_day: bool = False

    @property
    def slice_bytes(self) -> int:
        """How long a slice may be."""
        return self.shard_bytes // SLICES_A_PART

    @property
    def suffix(self) -> str:
        """What a part's name ends in."""
        return ".parquet" if self.format == "parquet" else SUFFIXES[self.compression]


@dataclasses.dataclass(frozen=True)
class PlannedPart:
    """A part that is to be written; number: its place among all parts of the run."""

    number: int
    table: str
    partition: str
    slices: tuple[Slice, ...]


@dataclasses.dataclass(frozen=True)
class Part:
    """A finished file of a table in the staging folder; bytes and sha256 are of the file.

    partition: a day, NO_DAY, or empty where the table has no partitions.
    """

    number: int
    table: str
    partition: str
    path: str
    rows: int
    bytes: int
    sha256: str


def plan_parts(slices: Iterable[Slice], shape: Shape) -> list[PlannedPart]:
    """Every part of a run, in order: table by table, day by day; at least one of each table."""
    slices = list(slices)
    chosen = days(slices)
    planned: list[tuple[str, str, list[Slice]]] = []
    for table in (*TABLES, INPUTS):
        own = sorted((part for part in slices if part.table == table), key=_place)
        groups: dict[str, list[Slice]] = collections.defaultdict(list)
        by_day = shape.by_day and table in ("articles", "segments")
        for part in own:
            day = part.day if part.day in chosen else NO_DAY
            groups[day if by_day else ""].append(part)
        for partition, group in sorted(groups.items()) or [(NO_DAY if by_day else "", [])]:
            planned += [(table, partition, cut) for cut in balance(group, shape.shard_bytes)]
    return [
        PlannedPart(number, table, partition, tuple(cut))
        for number, (table, partition, cut) in enumerate(planned)
    ]


def _place(part: Slice) -> tuple[str, int, int]:
    return part.day, part.shard, part.number


def days(slices: Iterable[Slice]) -> frozenset[str]:
    """The days that have a partition of their own, the same for all tables."""
    sizes: collections.Counter[str] = collections.Counter()
    for part in slices:
        sizes[part.day] += part.bytes
    least = min(_LEAST_OF_A_DAY, sizes.total() / _LEAST_SHARE)
    largest = sorted((-size, day) for day, size in sizes.items() if day and size >= least)
    return frozenset(day for _, day in largest[:_MOST_DAYS])


def balance(slices: Sequence[Slice], most: int) -> list[list[Slice]]:
    """Consecutive slices in as few parts as can be, of at most `most` bytes, nearly equal.

    A slice that is longer by itself is a part. No slices are one empty part.
    """
    parts = max(1, -(-sum(part.bytes for part in slices) // most))
    while parts < len(slices):
        cuts = _cut(slices, parts)
        if all(sum(part.bytes for part in cut) <= most for cut in cuts if len(cut) > 1):
            return cuts
        parts += 1 + parts // 32
    return [[part] for part in slices] or [[]]


def _cut(slices: Sequence[Slice], parts: int) -> list[list[Slice]]:
    """Each slice in the part that its middle falls into, of parts of equal size."""
    total = sum(part.bytes for part in slices)
    cuts: dict[int, list[Slice]] = collections.defaultdict(list)
    end = 0
    for part in slices:
        end += part.bytes
        cuts[(2 * end - part.bytes) * parts // (2 * total)].append(part)
    return list(cuts.values())


class Packer(Protocol):
    """Rows as JSON Lines, a slice at a time, to the bytes of a file."""

    def add(self, lines: bytes, /) -> bytes:
        """What of the file is ready once these rows have come."""

    def finish(self) -> bytes:
        """The rest of the file."""


class _Plain:
    def add(self, lines: bytes, /) -> bytes:
        return lines

    def finish(self) -> bytes:
        return b""


class _Compressed:
    """gzip or zstd; the bytes hold neither a time nor a name."""

    def __init__(self, compression: str) -> None:
        gzip = zlib.compressobj(6, zlib.DEFLATED, 31)
        zstd = zstandard.ZstdCompressor(level=3).compressobj()
        self._compressor = gzip if compression == "gzip" else zstd

    def add(self, lines: bytes, /) -> bytes:
        return self._compressor.compress(lines)

    def finish(self) -> bytes:
        return self._compressor.flush()


def _packer(table: str, shape: Shape) -> Packer:
    if table == INPUTS:
        return _Plain()
    if shape.format == "parquet":
        return ParquetPacker(table)
    return _Plain() if shape.compression == "none" else _Compressed(shape.compression)


def write_part(planned: PlannedPart, folder: str, shape: Shape) -> Part:
    """Write a part to the folder, under a name of its own for each attempt."""
    path = FileSystems.join(folder, f"part-{uuid.uuid4().hex}")
    packer, digest, size = _packer(planned.table, shape), hashlib.sha256(), 0
    with FileSystems.create(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        for data in _pack(packer, planned.slices):
            digest.update(data)
            size += len(data)
            file.write(data)
    return Part(
        number=planned.number,
        table=planned.table,
        partition=planned.partition,
        path=path,
        rows=sum(part.rows for part in planned.slices),
        bytes=size,
        sha256=digest.hexdigest(),
    )


def _pack(packer: Packer, slices: Sequence[Slice]) -> Iterator[bytes]:
    for lines in _read(slices):
        yield packer.add(lines)
    yield packer.finish()


@contextlib.contextmanager
def unpacked(path: str) -> Iterator[BinaryIO]:
    """A file of JSON Lines, decompressed by its suffix."""
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        lines: Any = file
        if path.endswith(".gz"):
            lines = gzip.GzipFile(fileobj=file)
        elif path.endswith(".zst"):
            reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
            lines = io.BufferedReader(cast(Any, reader))
        yield lines


def _read(slices: Sequence[Slice]) -> Iterator[bytes]:
    for path, group in itertools.groupby(slices, key=_path):
        with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
            for part in group:
                file.seek(part.start)
                yield file.read(part.bytes)


def _path(part: Slice) -> str:
    return part.path
