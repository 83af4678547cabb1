"""What a shard writes: how many shards there are, which one a row belongs to, and its slices.

A slice is some rows of a table that stand together in a staged file. The parts that a warehouse
loads are made of slices (`transforms/parts.py`), so that they are balanced whatever a shard holds.
"""

from __future__ import annotations

import collections
import dataclasses
import hashlib
import uuid
from collections.abc import Mapping
from typing import BinaryIO

from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.records import to_json

_BYTES_A_CODE_POINT = 6
"""What a code point of text comes to in both tables, at least: long stories come near to it, the
short entries of feeds to twice as much, and then a shard has several parts."""
_SMALL_SHARD = 8 << 20
_FEW_SHARDS = 16
"""Up to so many shards are made smaller than asked for, so that two or more workers have work."""
SLICES_A_PART = 32
"""A part is cut between slices of at most so small a share of the longest one."""
_MOST_WAITING = 32 << 20
"""Bytes that the rows of all days may have before they are written."""


@dataclasses.dataclass(frozen=True)
class Slice:
    """Rows of a table and day, in order, as JSON Lines: `bytes` bytes of a file, from `start`.

    day: YYYY-MM-DD, empty where rows are not told apart by day. shard, number: its place among
    the slices of its table and day.
    """

    table: str
    day: str
    shard: int
    number: int
    path: str
    start: int
    bytes: int
    rows: int


@dataclasses.dataclass(frozen=True)
class ShardResult:
    """What came of a shard: its slices in order, and its counts by group and name."""

    slices: tuple[Slice, ...]
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


class TableWriter:
    """Writes a shard's rows of a table to one staged file, slice by slice.

    Slices are at most `slice_bytes` long; a row that is longer has one to itself. They count only
    once `close` returned them.
    """

    def __init__(self, table: str, folder: str, shard: int, slice_bytes: int) -> None:
        self._table, self._shard, self._limit = table, shard, slice_bytes
        # a name of its own for each attempt: a repeated bundle never writes over another
        self._path = FileSystems.join(folder, f"{table}-{uuid.uuid4().hex}.jsonl")
        self._file: BinaryIO | None = None
        self._waiting: dict[str, list[bytes]] = collections.defaultdict(list)
        self._sizes: collections.Counter[str] = collections.Counter()
        self._written = 0
        self._slices: list[Slice] = []

    def write(self, row: object, day: str = "") -> None:
        """Add a row (a record) behind the others of its day."""
        line = to_json(row).encode("utf-8") + b"\n"
        if self._sizes[day] + len(line) > self._limit:
            self._flush(day)
        self._waiting[day].append(line)
        self._sizes[day] += len(line)
        if self._sizes.total() > _MOST_WAITING:
            self._flush_all()

    def close(self) -> list[Slice]:
        """All slices."""
        self._flush_all()
        if self._file:
            self._file.close()
        return self._slices

    def _flush_all(self) -> None:
        for day in sorted(self._waiting):
            self._flush(day)

    def _flush(self, day: str) -> None:
        lines = self._waiting.pop(day, [])
        size = self._sizes.pop(day, 0)
        if not lines:
            return
        self._file = self._file or FileSystems.create(
            self._path, compression_type=CompressionTypes.UNCOMPRESSED
        )
        self._file.write(b"".join(lines))
        self._slices.append(
            Slice(
                table=self._table,
                day=day,
                shard=self._shard,
                number=len(self._slices),
                path=self._path,
                start=self._written,
                bytes=size,
                rows=len(lines),
            )
        )
        self._written += size
