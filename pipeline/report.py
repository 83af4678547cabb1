"""What a person sees of a run: how far it is while it works, and what came of it."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, TextIO

from transforms.progress import Progress

_REDRAW = 0.25
_LINE_EVERY = 10.0
_MOST = 8


class ShowProgress:
    """Tells, while its block runs, how many files and articles are done and how long it took.

    On a terminal one line is drawn anew; elsewhere a plain line comes every ten seconds.
    """

    def __init__(self, progress: Progress, files: int, stream: TextIO = sys.stderr) -> None:
        self._progress, self._files, self._stream = progress, files, stream
        self._started = time.monotonic()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()
        print(("\r" if self._stream.isatty() else "") + self.line(), file=self._stream)

    def line(self) -> str:
        """How far the run is."""
        seconds = f"{time.monotonic() - self._started:.0f} s"
        if self._progress.folder is None:  # a cluster's own pages tell more
            return f"{self._files:,} files, {seconds}"
        counts = self._progress.counts()
        done = f"read {counts['files']:,} of {self._files:,} files"
        return f"{done}, wrote {counts['articles']:,} articles, {seconds}"

    def _run(self) -> None:
        drawn = self._stream.isatty()
        while not self._done.wait(_REDRAW if drawn else _LINE_EVERY):
            if drawn:
                print(f"\r{self.line()}", end="", file=self._stream, flush=True)
            else:
                print(self.line(), file=self._stream, flush=True)


def _table(title: str, counts: Mapping[str, int]) -> str:
    shown = [f"{name} {count:,}" for name, count in itertools.islice(counts.items(), _MOST)]
    more = len(counts) - len(shown)
    return f"  {title:<18}{', '.join(shown) or 'none'}{f' and {more} more' if more > 0 else ''}"


def summary(manifest: Mapping[str, Any], output: str) -> str:
    """What came of a run, in a few lines."""
    counts = manifest["counts"]
    rows = {name: sum(part["rows"] for part in parts) for name, parts in manifest["tables"].items()}
    lines = [
        f"run {manifest['run_id']}: {counts['read']:,} read from {counts['files']:,} files = "
        f"{counts['revisions']:,} written + {counts['duplicates']:,} duplicates + "
        f"{counts['rejected']:,} rejected",
        _table("languages", counts["articles_by_language"]),
        _table("segments", counts["segments_by_kind"]),
        _table("most named", counts["segments_by_principal"]),
        _table("acts", counts["acts_by_type"]),
        _table("rejects", counts["rejected_by_reason"]),
        _table("rows", rows),
        f"  {'output':<18}{output}",
    ]
    return "\n".join(lines)
