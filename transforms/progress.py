"""How far the workers of one machine are: counts in small files that the command adds up.

Beam's local engine blocks while it runs and tells nothing; worker processes share only the disk.
"""

from __future__ import annotations

import collections
import dataclasses
import json
import os
import pathlib
import time
import uuid

_EVERY = 0.2
"""Seconds between two writes of a worker's counts."""


@dataclasses.dataclass(frozen=True)
class Progress:
    """Where workers leave their counts; None, as on clusters, leaves nothing."""

    folder: str | None = None

    def counts(self) -> collections.Counter[str]:
        """The sum over all workers so far."""
        total: collections.Counter[str] = collections.Counter()
        for path in pathlib.Path(self.folder).glob("*.json") if self.folder else ():
            total.update(json.loads(path.read_text()))
        return total


class Tally:
    """The counts of one DoFn instance, written to its progress folder now and then."""

    def __init__(self, progress: Progress) -> None:
        self._counts: collections.Counter[str] = collections.Counter()
        self._path = None
        if progress.folder and os.path.isdir(progress.folder):
            self._path = pathlib.Path(progress.folder, f"{uuid.uuid4().hex}.json")
        self._written = 0.0

    def add(self, what: str, count: int = 1) -> None:
        """Count something, and let it be seen at most every fifth of a second."""
        self._counts[what] += count
        if self._path and time.monotonic() - self._written > _EVERY:
            self.flush()

    def flush(self) -> None:
        """Let everything counted so far be seen."""
        if self._path:
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._counts))
            fresh.replace(self._path)  # a reader never meets half a file
            self._written = time.monotonic()
