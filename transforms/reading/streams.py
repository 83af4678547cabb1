"""Packed streams that are read once: hashed, unpacked, and held to limits while they are."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import re
import zlib
from typing import IO, Any

import zstandard

from transforms.records import NewsError, Reason

HEAD = 1 << 20
"""Bytes at a file's beginning that are looked at: a bzip2 block gives nothing before its end."""
EXPANDED_LIMIT = 1 << 40
"""Bytes of all members of a container together."""
RATIO_LIMIT = 2_000
"""What a container may grow to, in times its size, once it is over RATIO_FREE; a year of snapshots
of one feed in xz comes to some hundreds."""
RATIO_FREE = 64 << 20
MAGIC = re.compile(
    rb"(?P<gzip>\x1f\x8b)|(?P<bzip2>BZh[1-9])|(?P<zstd>\x28\xb5\x2f\xfd)|(?P<xz>\xfd7zXZ\x00)"
)
_TAIL = 4
FAULTS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstandard.ZstdError)
"""What unpackers raise for data that is damaged or cut."""


class Tap(io.RawIOBase):
    """A stream that is read once: what passed is counted and hashed, its head can be looked at."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._digest = hashlib.sha256()
        self.size = 0
        self.head = self._waiting = b""
        while len(self.head) < HEAD and (block := self._take(HEAD - len(self.head))):
            self.head += block
        self._waiting = self.head

    def _take(self, most: int) -> bytes:
        data: bytes = self._raw.read(most)
        self._digest.update(data)
        self.size += len(data)
        return data

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As of any raw stream."""
        if self._waiting:
            data, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        else:
            data = self._take(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def whole(self, limit: int) -> bytes:
        """All of the stream.

        Raises:
            NewsError: UNREADABLE, or TOO_LARGE over the limit.
        """
        blocks, self._waiting = [self.head], b""
        try:
            while self.size <= limit and (block := self._take(1 << 20)):
                blocks.append(block)
        except OSError as error:
            raise NewsError(Reason.UNREADABLE, str(error)[:200]) from error
        if self.size > limit:
            raise NewsError(Reason.TOO_LARGE, f"over {limit} bytes")
        return b"".join(blocks)

    def rest(self) -> str:
        """Read on to the end; the sha256 of the whole stream."""
        self._waiting = b""
        while self._take(1 << 20):
            pass
        return self._digest.hexdigest()


class Bounded(io.RawIOBase):
    """What comes out of a packed stream, as long as it keeps to the limits.

    tail: its last four bytes so far.
    """

    def __init__(self, unpacked: IO[bytes], packed: Tap) -> None:
        self._unpacked, self._packed, self._size = unpacked, packed, 0
        self.tail = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As of any raw stream."""
        data = self._unpacked.read(len(buffer))
        buffer[: len(data)] = data
        self._size += len(data)
        self.tail = (self.tail + data[-_TAIL:])[-_TAIL:]
        check_expansion(self._size, self._packed.size)
        return len(data)


def check_expansion(unpacked: int, packed: int) -> None:
    """Nothing, as long as a container does not grow beyond all measure.

    Raises:
        NewsError: EXPANDS_TOO_MUCH.
    """
    if unpacked > EXPANDED_LIMIT or unpacked > max(RATIO_FREE, RATIO_LIMIT * packed):
        raise NewsError(Reason.EXPANDS_TOO_MUCH, f"{unpacked} bytes and more from {packed}")


def unpacker(kind: str | None, packed: Any) -> Any:
    """The stream that a packed one holds; kind is a group of MAGIC, None for what is not packed."""
    if kind == "gzip":
        return gzip.GzipFile(fileobj=packed)
    if kind == "bzip2":
        return bz2.BZ2File(packed)
    if kind == "xz":
        return lzma.LZMAFile(packed)
    if kind == "zstd":
        return zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
    return packed
