"""What a run is asked to do: checked once, frozen, and the same for every worker."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline import __version__
from transforms.parts import FORMATS, SUFFIXES, Shape
from transforms.records import RECORD_LIMIT, SCHEMA_VERSION

SHARD_BYTES = 128 << 20
PARTITIONS = ("published_date",)
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class UsageError(Exception):
    """Something that the user asked for cannot be; exit status 2. Its text is one clear line."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    """A run's settings; they and the input decide every byte of its shards.

    own_actors: the text of a user's table of actors, empty for none. since_last: read only what
    the newest run and those that it builds on have not. max_reject_rate: the share of what was
    read, from 0 to 1, over which a run is not published; it decides no byte.

    Raises:
        UsageError: on construction, for a value out of range.
    """

    inputs: tuple[str, ...]
    output: str
    compression: str = "none"
    shard_bytes: int = SHARD_BYTES
    own_actors: str = ""
    since_last: bool = False
    format: str = "jsonl"
    partition_by: str | None = None
    max_reject_rate: float | None = None

    def __post_init__(self) -> None:
        if not self.inputs:
            raise UsageError("no --input given")
        if self.compression not in SUFFIXES:
            raise UsageError(f"--compression is one of {', '.join(SUFFIXES)}")
        if self.format not in FORMATS:
            raise UsageError(f"--format is one of {', '.join(FORMATS)}")
        if self.format == "parquet" and self.compression == "gzip":
            raise UsageError("--format parquet is compressed by zstd within, not by gzip")
        if self.max_reject_rate is not None and not 0 <= self.max_reject_rate <= 1:
            raise UsageError("--max-reject-rate is a share from 0 to 1")
        if self.partition_by not in (None, *PARTITIONS):
            raise UsageError(f"--partition-by is one of {', '.join(PARTITIONS)}")
        if self.shard_bytes < RECORD_LIMIT:
            raise UsageError(f"--shard-bytes is at least {RECORD_LIMIT}, the size of one row")

    @property
    def shape(self) -> Shape:
        """What the parts look like."""
        by_day = self.partition_by is not None
        return Shape(self.format, self.compression, self.shard_bytes, by_day)

    def as_json(self) -> dict[str, Any]:
        """The settings as the manifest keeps them."""
        return {
            "inputs": list(self.inputs),
            "compression": self.compression,
            "shard_bytes": self.shard_bytes,
            "format": self.format,
            "partition_by": self.partition_by,
            "own_actors_sha256": hashlib.sha256(self.own_actors.encode()).hexdigest()
            if self.own_actors
            else None,
            "since_last": self.since_last,
        }

    def derive_run_id(self, found: Mapping[str, int], since: Sequence[str] = ()) -> str:
        """A run's name where none is given: the same for the same input, settings and version.

        found: bytes by URI of every file of the input. since: the runs that it builds on.
        """
        known = [sorted(found.items()), self.as_json(), __version__, SCHEMA_VERSION, list(since)]
        return "r-" + hashlib.sha256(json.dumps(known).encode()).hexdigest()[:16]


def check_run_id(run_id: str) -> str:
    """The name itself, if it can be part of a path on every file system.

    Raises:
        UsageError: otherwise.
    """
    if not _RUN_ID.fullmatch(run_id):
        raise UsageError(
            f"--run-id {run_id!r}: letters, digits, '.', '_' and '-' only, 100 at most"
        )
    return run_id
