"""What stands in a published shard, whatever its format: rows as JSON, unpacked."""

from __future__ import annotations

import contextlib
import gzip
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems


@contextlib.contextmanager
def _unpacked(path: str) -> Iterator[BinaryIO]:
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        unpacked: Any = file
        if path.endswith(".gz"):
            unpacked = gzip.GzipFile(fileobj=file)
        elif path.endswith(".zst"):
            reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
            unpacked = io.BufferedReader(reader)
        yield unpacked


def lines(path: str) -> Iterator[bytes]:
    """The rows of a shard as JSON, without line ends."""
    with _unpacked(path) as file:
        for line in file:
            yield line.rstrip(b"\n")


def blocks(path: str, size: int = 1 << 20) -> Iterator[bytes]:
    """The rows of a shard as JSON Lines, some bytes at a time."""
    with _unpacked(path) as file:
        while block := file.read(size):
            yield block
