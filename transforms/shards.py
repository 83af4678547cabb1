"""The files of a shard: how many there are, which one a row belongs to, and their bytes."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import uuid
import zlib
from collections.abc import Mapping
from typing import Protocol

import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.records import to_json

SUFFIXES = {"none": ".jsonl", "gzip": ".jsonl.gz", "zstd": ".jsonl.zst"}
_BYTES_A_CODE_POINT = 6
"""What a code point of text comes to in both tables, at least: long stories come near to it, the
short entries of feeds to twice as much, and then a shard has several parts."""
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
