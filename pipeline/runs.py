"""Runs in an output folder: which there are, on which each builds, and one that is under way."""

from __future__ import annotations

import dataclasses
import datetime
import json
import uuid
from collections.abc import Mapping
from typing import Any

from pipeline import files
from pipeline.engines import RunError
from pipeline.graph import Staging
from pipeline.settings import Settings

STAGING = "_staging"
_RUNS = "_runs"
Manifests = Mapping[str, dict[str, Any]]


def now() -> str:
    """This moment as RFC 3339 in UTC, to the second."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def manifest_path(output: str, run_id: str) -> str:
    """Where the manifest of a run lies; the run exists if it does."""
    return files.join(output, _RUNS, run_id, "manifest.json")


def metrics_path(output: str, run_id: str) -> str:
    """Where the metrics of a run lie, beside its manifest."""
    return files.join(output, _RUNS, run_id, "metrics.prom")


def table_folder(output: str, table: str, run_id: str) -> str:
    """Where a run's shards of a table lie."""
    return files.join(output, table, f"run={run_id}")


def read_manifests(output: str) -> dict[str, Any]:
    """The manifests of all runs in an output folder, by run id."""
    found = {}
    for path in files.listing(files.join(output, _RUNS)):
        if path.endswith("/manifest.json"):
            manifest = json.loads(files.read_text(path))
            found[manifest["run_id"]] = manifest
    return found


def newest_line(manifests: Manifests) -> tuple[str, ...]:
    """The newest run and those that it builds on, the oldest first; none where there is no run."""
    if not manifests:
        return ()
    newest = max(manifests.values(), key=_number)
    return (*newest.get("since", ()), newest["run_id"])


def _number(manifest: Mapping[str, Any]) -> tuple[int, str]:
    return manifest.get("number", 0), manifest["finished"]


def built_on(manifests: Manifests, run_id: str) -> list[str]:
    """The runs that build on a run, in order."""
    later = (other for other in manifests.values() if run_id in other.get("since", ()))
    return [other["run_id"] for other in sorted(later, key=_number)]


def next_number(manifests: Manifests) -> int:
    """A new run's place in the order of all."""
    return max((_number(manifest)[0] for manifest in manifests.values()), default=0) + 1


@dataclasses.dataclass(frozen=True)
class Run:
    """A run that is under way: its name, its settings, and its folder in the staging area.

    number: its place in the order of all runs. since: the runs that it builds on.
    """

    run_id: str
    settings: Settings
    started: str
    folder: str
    number: int
    since: tuple[str, ...] = ()

    @property
    def staging(self) -> Staging:
        """Where the graph keeps what is not published yet."""
        return Staging(
            lists=files.join(self.folder, "lists"),
            scratch=files.join(self.folder, "scratch"),
            parts=files.join(self.folder, "parts"),
            results=files.join(self.folder, "results.json"),
        )

    def discard(self) -> None:
        """Take the staging folder away."""
        files.remove(self.folder)


def begin(settings: Settings, run_id: str, number: int, since: tuple[str, ...]) -> Run:
    """Open the staging folder of a run.

    Raises:
        RunError: where the output cannot be written.
    """
    folder = files.join(settings.output, STAGING, f"{run_id}-{uuid.uuid4().hex[:8]}")
    run = Run(run_id, settings, now(), folder, number, since)
    try:
        for path in (run.staging.lists, run.staging.scratch, run.staging.parts):
            files.make_folder(path)
    except files.ERRORS as error:
        raise RunError(f"cannot write to {settings.output}: {error}") from error
    return run
