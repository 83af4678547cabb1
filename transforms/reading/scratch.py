"""What was read, kept in the staging folder until the stage that writes comes back for it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Collection, Iterator
from typing import Any

from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from transforms.records import Block, Entry, Reject
from transforms.revisions.known import Input


@dataclasses.dataclass(frozen=True)
class ScannedFile:
    """A file that was read, and where in the scratch its entries and rejects lie.

    input: of the file as it lies there, still compressed. scratch_start and scratch_bytes count
    bytes; each line there is the JSON of one entry or reject, in the order of the file.
    """

    input: Input
    entries: int
    rejects: int
    scratch: str
    scratch_start: int
    scratch_bytes: int


class Scratch:
    """Comes back for what was read; the scratch file that was used last stays open."""

    def __init__(self) -> None:
        self._path, self._open = "", contextlib.ExitStack()
        self._file: Any = None

    def read(self, file: ScannedFile, wanted: Collection[int]) -> Iterator[Entry | Reject]:
        """What a file gave, in its order: its rejects, and the entries whose index is wanted."""
        if self._path != file.scratch:
            self.close()
            kind = CompressionTypes.UNCOMPRESSED
            self._file = self._open.enter_context(
                FileSystems.open(file.scratch, compression_type=kind)
            )
            self._path = file.scratch
        self._file.seek(file.scratch_start)
        block: bytes = self._file.read(file.scratch_bytes)
        for index, line in enumerate(block.decode("utf-8").split("\n")[:-1]):
            if index in wanted or file.rejects:
                item = from_json(line)
                if isinstance(item, Reject) or item.index in wanted:
                    yield item

    def close(self) -> None:
        """Close the file that is open."""
        self._open.close()
        self._path = ""


def from_json(line: str) -> Entry | Reject:
    """The entry or reject that `to_json` wrote."""
    fields = json.loads(line)
    if "blocks" not in fields:
        return Reject(**fields)
    fields["blocks"] = tuple(Block(**block) for block in fields["blocks"])
    fields["authors"] = tuple(fields["authors"])
    fields["categories"] = tuple(fields["categories"])
    return Entry(**fields)
