"""What stands in a published shard, whatever its format: rows as JSON, unpacked."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import pyarrow.parquet
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.parts import unpacked


def _text(value: datetime.date) -> str:
    """A date or a time as our JSON has it."""
    return value.isoformat().replace("+00:00", "Z")


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_text).encode
_ROWS_AT_A_TIME = 1_000


def _parquet_lines(path: str) -> Iterator[bytes]:
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        for batch in pyarrow.parquet.ParquetFile(file).iter_batches(_ROWS_AT_A_TIME):
            for row in batch.to_pylist():
                yield _encode(row).encode("utf-8")


def lines(path: str) -> Iterator[bytes]:
    """The rows of a shard as JSON, without line ends."""
    if path.endswith(".parquet"):
        yield from _parquet_lines(path)
        return
    with unpacked(path) as file:
        for line in file:
            yield line.rstrip(b"\n")


def blocks(path: str, size: int = 1 << 20) -> Iterator[bytes]:
    """The rows of a shard as JSON Lines, some bytes at a time."""
    if path.endswith(".parquet"):
        for line in _parquet_lines(path):
            yield line + b"\n"
        return
    with unpacked(path) as file:
        while block := file.read(size):
            yield block
