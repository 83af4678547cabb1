"""Runs in an output folder: staged, then published; a run exists when its manifest does."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import json
import uuid
from collections.abc import Iterator
from typing import Any

from pipeline import __version__, files
from pipeline.engines import RunError
from pipeline.graph import Staging
from pipeline.metrics import metrics, reject_rate
from pipeline.settings import Settings, UsageError
from transforms.parts import INPUTS
from transforms.records import SCHEMA_VERSION, TABLES, Reason

_STAGING = "_staging"
_RUNS = "_runs"
_GROUPS = {
    "rejected": "rejected_by_reason",
    "languages": "articles_by_language",
    "segments": "segments_by_kind",
    "principals": "segments_by_principal",
    "acts": "acts_by_type",
}
"""The shards' groups of counts, and what the manifest calls them."""


def now() -> str:
    """This moment as RFC 3339 in UTC, to the second."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def manifest_path(output: str, run_id: str) -> str:
    """Where the manifest of a run lies; the run exists if it does."""
    return files.join(output, _RUNS, run_id, "manifest.json")


def read_manifests(output: str) -> dict[str, Any]:
    """The manifests of all runs in an output folder, by run id."""
    found = {}
    for path in files.listing(files.join(output, _RUNS)):
        if path.endswith("/manifest.json"):
            manifest = json.loads(files.read_text(path))
            found[manifest["run_id"]] = manifest
    return found


@dataclasses.dataclass(frozen=True)
class Run:
    """A run that is under way: its name, its settings, and its folder in the staging area."""

    run_id: str
    settings: Settings
    started: str
    folder: str

    @property
    def staging(self) -> Staging:
        """Where the graph keeps what is not published yet."""
        return Staging(
            scratch=files.join(self.folder, "scratch"),
            parts=files.join(self.folder, "parts"),
            results=files.join(self.folder, "results.json"),
        )

    def discard(self) -> None:
        """Take the staging folder away."""
        files.remove(self.folder)
        files.remove_if_empty(files.join(self.settings.output, _STAGING))


def begin(settings: Settings, run_id: str) -> Run:
    """Open the staging folder of a run, and clear what an unfinished one of its name left.

    Raises:
        UsageError: where the run exists.
        RunError: where the output cannot be written.
    """
    output = settings.output
    folder = files.join(output, _STAGING, f"{run_id}-{uuid.uuid4().hex[:8]}")
    run = Run(run_id, settings, now(), folder)
    try:
        if files.exists(manifest_path(output, run_id)):
            raise UsageError(f"run {run_id} exists in {output}; give another --run-id")
        for table in TABLES:
            files.remove(_table_folder(output, table, run_id))
        for path in (run.staging.scratch, run.staging.parts):
            files.make_folder(path)
    except files.ERRORS as error:
        raise RunError(f"cannot write to {output}: {error}") from error
    return run


def publish(run: Run) -> dict[str, Any]:
    """Give the staged parts their names, move the tables to their places, the manifest last.

    Where a step fails, those before it are undone.

    Returns:
        The manifest.

    Raises:
        RunError: where the counts do not reconcile, or too much was rejected.
    """
    results = json.loads(files.read_text(run.staging.results))
    counts = reconcile(results["shards"])
    _check_rejects(run.settings, counts)
    output, run_id = run.settings.output, run.run_id
    shards = {table: _name_parts(run, table, results["parts"]) for table in TABLES}
    manifest = {
        "run_id": run_id,
        "started": run.started,
        "finished": now(),
        "schema_version": SCHEMA_VERSION,
        "pipeline_version": __version__,
        "settings": run.settings.as_json(),
        "inputs": sorted(_inputs(results["parts"]), key=_uri),
        "tables": shards,
        "counts": counts,
    }
    told = files.join(output, _RUNS, run_id, "metrics.prom")
    try:
        for table in TABLES:
            target = _table_folder(output, table, run_id)
            files.move_folder(files.join(run.folder, table), target)
        files.write_whole(told, metrics(manifest).encode("utf-8", "replace"))
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        files.write_whole(manifest_path(output, run_id), text.encode("utf-8", "replace"))
    except BaseException:
        for table in TABLES:
            files.remove(_table_folder(output, table, run_id))
        files.remove(told)
        raise
    return manifest


def _check_rejects(settings: Settings, counts: dict[str, Any]) -> None:
    rate, most = reject_rate(counts), settings.max_reject_rate
    if most is not None and rate > most:
        raise RunError(
            f"{rate:.2%} of what was read was rejected, over --max-reject-rate {most}: "
            f"{counts['rejected_by_reason']}"
        )


def _table_folder(output: str, table: str, run_id: str) -> str:
    return files.join(output, table, f"run={run_id}")


def _uri(line: dict[str, Any]) -> str:
    return str(line["uri"])


def _inputs(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        if part["table"] == INPUTS:
            for line in files.read_text(part["path"]).split("\n")[:-1]:
                yield json.loads(line)


def _name_parts(run: Run, table: str, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Move a table's parts to their final names within the staging folder, in order."""
    numbers: collections.Counter[str] = collections.Counter()
    named = []
    for part in parts:
        if part["table"] != table:
            continue
        partition = f"dt={part['partition']}/" if part["partition"] else ""
        folder = files.join(run.folder, table, partition)
        if not numbers[partition]:
            files.make_folder(folder)
        name = f"part-{numbers[partition]:05d}{run.settings.shape.suffix}"
        numbers[partition] += 1
        files.move_file(part["path"], files.join(folder, name))
        named.append(
            {
                "path": f"{table}/run={run.run_id}/{partition}{name}",
                "rows": part["rows"],
                "bytes": part["bytes"],
                "sha256": part["sha256"],
            }
        )
    return named


def reconcile(results: list[dict[str, Any]]) -> dict[str, Any]:
    """The counts of all shards together.

    Raises:
        RunError: unless read = revisions + duplicates + rejected. A text that was cut is in its
            article and in rejects, and is not counted as rejected.
    """
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for result in results:
        for group, counted in result["counts"].items():
            sums[group].update(counted)
    reasons, totals = sums["rejected"], sums["totals"]
    cut = reasons[Reason.TEXT_CUT.value]
    rejected = sum(reasons.values()) - cut
    counts: dict[str, Any] = {
        "files": totals["files"],
        "read": totals["read"],
        "parsed": totals["parsed"],
        "articles": totals["articles"],
        "revisions": totals["revisions"],
        "duplicates": totals["duplicates"],
        "rejected": rejected,
        "cut": cut,
    }
    if counts["read"] != counts["revisions"] + counts["duplicates"] + rejected:
        raise RunError(f"the counts do not reconcile: {counts}")
    for group, name in _GROUPS.items():
        counts[name] = dict(sorted(sums[group].items(), key=_most_first))
    return counts


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
