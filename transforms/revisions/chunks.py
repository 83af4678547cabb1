"""Sorted chunks of sightings in the scratch folder, and a partition of them read back in order."""

from __future__ import annotations

import bisect
import dataclasses
import heapq
import uuid
from collections.abc import Iterable, Iterator

from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.records import Entry
from transforms.revisions.sightings import sighting_lines

MOST_LINES = 100_000
"""Lines that a chunk holds, and a worker in memory: some 50 MB."""
DIGITS = "0123456789abcdef"
_A_PARTITION = 50_000
"""Sightings that one partition is meant for."""
_BLOCK = 1 << 18


@dataclasses.dataclass(frozen=True)
class Chunk:
    """Sorted lines in a file; starts: where those begin whose id begins with each hex digit."""

    path: str
    sightings: int
    starts: tuple[int, ...]


class ChunkWriter:
    """Takes entries, and writes their sightings as chunks when there are enough."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._lines: list[str] = []
        self._sightings = 0

    def add(self, entry: Entry) -> None:
        """Take an entry; it can be read back once its chunk is written."""
        self._lines.extend(sighting_lines(entry))
        self._sightings += 1

    @property
    def full(self) -> bool:
        """Whether it is time to write."""
        return len(self._lines) >= MOST_LINES

    def write(self) -> Iterator[Chunk]:
        """Write what was taken, if anything was."""
        if not self._lines:
            return
        lines, self._lines = sorted(self._lines), []
        # a name of its own for each attempt: a repeated bundle never writes over another
        path = FileSystems.join(self._folder, f"{uuid.uuid4().hex}.sightings")
        starts, position = [], 0
        firsts = [bisect.bisect_left(lines, digit) for digit in DIGITS]
        with FileSystems.create(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
            for first, last in zip(firsts, [*firsts[1:], len(lines)], strict=True):
                starts.append(position)
                block = "".join(f"{line}\n" for line in lines[first:last]).encode("ascii")
                file.write(block)
                position += len(block)
        count, self._sightings = self._sightings, 0
        yield Chunk(path, count, (*starts, position))


def count_partitions(sightings: int) -> int:
    """In how many parts so many sightings are merged: 1, 2, 4, 8 or 16, by the input alone.

    >>> count_partitions(10), count_partitions(120_000), count_partitions(10**9)
    (1, 4, 16)
    """
    wanted = -(-sightings // _A_PARTITION)
    return min(len(DIGITS), 1 << max(0, wanted - 1).bit_length())


def id_range(partition: int, partitions: int) -> tuple[int, int]:
    """The first hex digit of the ids of a partition, and the one behind the last."""
    width = len(DIGITS) // partitions
    return partition * width, (partition + 1) * width


def merge_chunks(chunks: Iterable[Chunk], digits: tuple[int, int]) -> Iterator[str]:
    """The lines of all chunks whose ids begin with these digits, in order."""
    first, behind = digits
    return heapq.merge(
        *(_lines(chunk.path, chunk.starts[first], chunk.starts[behind]) for chunk in chunks)
    )


def _lines(path: str, start: int, end: int) -> Iterator[str]:
    if start == end:
        return
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        file.seek(start)
        left, waiting = end - start, b""
        while left:
            block = file.read(min(left, _BLOCK))
            if not block:
                raise EOFError(f"{path} ends early")
            left -= len(block)
            *whole, waiting = (waiting + block).split(b"\n")
            for line in whole:
                yield line.decode("ascii")
