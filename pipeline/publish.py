"""From staged to published: a run is there as a whole or not at all, whenever the job is killed.

Everything is staged first, at last the manifest: from then on the run is to be published, and what
is left to do is done by the next command if this one dies. A run exists when its manifest stands in
its place, which is the last step.
"""

from __future__ import annotations

import collections
import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline import __version__, files
from pipeline.engines import RunError
from pipeline.metrics import metrics, reject_rate
from pipeline.runs import STAGING, Run, manifest_path, metrics_path, now, table_folder
from pipeline.settings import Settings
from transforms.parts import INPUTS
from transforms.records import SCHEMA_VERSION, TABLES, Reason
from transforms.revisions.dedupe import DISTRUSTED

_GROUPS = {
    "rejected": "rejected_by_reason",
    "languages": "articles_by_language",
    "segments": "segments_by_kind",
    "principals": "segments_by_principal",
    "acts": "acts_by_type",
    "without_acts": "articles_without_act_tables",
}
"""The shards' groups of counts, and what the manifest calls them."""
_STAGED = "manifest.json"
_OLD = "old"


def publish(run: Run) -> dict[str, Any]:
    """Stage the manifest, then put everything in its place. Where a step fails, all are undone.

    Returns:
        The manifest.

    Raises:
        RunError: where the counts do not reconcile, or too much was rejected.
    """
    manifest = _stage(run)
    output = run.settings.output
    try:
        finish(output, run.folder)
    except BaseException:
        _undo(output, run.folder, manifest)
        raise
    return manifest


def is_staged(folder: str) -> bool:
    """Whether a run lies there as a whole, to be published by the next command."""
    return files.exists(files.join(folder, _STAGED))


def settle(output: str) -> None:
    """Finish what an earlier command staged as a whole, and clear what it did not."""
    for folder in _staged_folders(output):
        if is_staged(folder):
            finish(output, folder)
        else:
            files.remove(folder)


def _staged_folders(output: str) -> list[str]:
    root = files.join(output, STAGING)
    if files.is_local(root):
        if not os.path.isdir(root):
            return []
        return sorted(entry.path for entry in os.scandir(root) if entry.is_dir())
    below = (path[len(root) :].lstrip("/") for path in files.listing(root))
    return sorted({files.join(root, path.split("/")[0]) for path in below if "/" in path})


def _stage(run: Run) -> dict[str, Any]:
    """Give the parts their names, and write the manifest that says that all are there."""
    results = json.loads(files.read_text(run.staging.results))
    counts = reconcile(results["counts"])
    _check_rejects(run.settings, counts)
    manifest = {
        "run_id": run.run_id,
        "number": run.number,
        "since": list(run.since),
        "started": run.started,
        "finished": now(),
        "schema_version": SCHEMA_VERSION,
        "pipeline_version": __version__,
        "settings": run.settings.as_json(),
        "inputs": sorted(_inputs(results["parts"]), key=_uri),
        "distrusted": sorted({one for group in results["counts"] for one in _distrusted(group)}),
        "tables": {table: _name_parts(run, table, results["parts"]) for table in TABLES},
        "counts": counts,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    files.write_whole(files.join(run.folder, _STAGED), text.encode("utf-8", "replace"))
    return manifest


def finish(output: str, folder: str) -> None:
    """Put a run that is staged as a whole in its place, from wherever an earlier attempt ended."""
    text = files.read_text(files.join(folder, _STAGED))
    manifest = json.loads(text)
    target = manifest_path(output, manifest["run_id"])
    if not files.exists(target) or files.read_text(target) != text:
        if files.exists(target):  # a run that is replaced is none from here on
            old = files.join(folder, _OLD, _STAGED)
            files.write_whole(old, files.read_text(target).encode("utf-8"))
            files.remove(target)
        for table, parts in manifest["tables"].items():
            place = table_folder(output, table, manifest["run_id"])
            if files.is_local(output):
                _swap(files.join(folder, table), place, files.join(folder, _OLD, table))
            else:
                _move_parts(files.join(folder, table), place, parts)
        _tell(output, manifest)
        files.write_whole(target, text.encode("utf-8"))
    with contextlib.suppress(*files.ERRORS):  # what is left the next command clears
        files.remove(folder)


def _tell(output: str, manifest: Mapping[str, Any]) -> None:
    """Write the metrics of a run, which the manifest alone decides."""
    path = metrics_path(output, manifest["run_id"])
    files.write_whole(path, metrics(manifest).encode("utf-8", "replace"))


def _swap(staged: str, place: str, old: str) -> None:
    """Rename a staged folder to its place, and what stands there away."""
    if not os.path.isdir(staged):  # an earlier attempt has done so
        return
    if os.path.isdir(place):
        if os.path.isdir(old):
            files.remove(old)
        files.move_folder(place, old)
    files.move_folder(staged, place)


def _move_parts(staged: str, place: str, parts: list[Mapping[str, Any]]) -> None:
    """The same file by file, for stores that have no folders."""
    names = {part["path"].split("/", 2)[2] for part in parts}  # behind TABLE/run=ID/
    for name in _names(place):
        if name not in names or files.exists(files.join(staged, name)):
            files.remove(files.join(place, name))
    for name in _names(staged):
        files.move_file(files.join(staged, name), files.join(place, name))


def _names(folder: str) -> list[str]:
    """The files of a folder and those of its partitions, by their path below it."""
    return [path[len(folder) :].lstrip("/") for path in files.listing(folder)]


def _undo(output: str, folder: str, manifest: Mapping[str, Any]) -> None:
    """Everything back: the new tables to staging, those of a replaced run to their place.

    The staged manifest goes last, so that an undoing that fails is a publishing to be finished.
    """
    target = manifest_path(output, manifest["run_id"])
    before = files.join(folder, _OLD, _STAGED)
    staged_text = files.join(folder, _STAGED)
    if not files.exists(staged_text):  # all was done, and some cleared
        return
    if files.exists(target) and files.read_text(target) == files.read_text(staged_text):
        return
    if files.exists(before) and not files.is_local(output):  # the next command finishes it
        return
    for table, parts in manifest["tables"].items():
        place = table_folder(output, table, manifest["run_id"])
        staged, old = files.join(folder, table), files.join(folder, _OLD, table)
        if not files.is_local(output):
            _move_parts(place, staged, parts)
            continue
        if not os.path.isdir(staged) and os.path.isdir(place):
            files.move_folder(place, staged)
        if os.path.isdir(old):
            files.move_folder(old, place)
        files.remove_if_empty(os.path.dirname(place))
    if files.exists(before):
        text = files.read_text(before)
        _tell(output, json.loads(text))
        files.write_whole(target, text.encode("utf-8"))
    elif not files.exists(target):
        told = metrics_path(output, manifest["run_id"])
        files.remove(told)
        files.remove_if_empty(os.path.dirname(told))
    files.remove(files.join(folder, _STAGED))


def _uri(line: dict[str, Any]) -> str:
    return str(line["uri"])


def _inputs(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        if part["table"] == INPUTS:
            for line in files.read_text(part["path"]).split("\n")[:-1]:
                yield json.loads(line)


def _distrusted(counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield from counts.get(DISTRUSTED, ())


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


def _check_rejects(settings: Settings, counts: Mapping[str, Any]) -> None:
    rate, most = reject_rate(counts), settings.max_reject_rate
    if most is not None and rate > most:
        raise RunError(
            f"{rate:.2%} of what was read was rejected, over --max-reject-rate {most}: "
            f"{counts['rejected_by_reason']}"
        )


def reconcile(results: list[Mapping[str, Mapping[str, int]]]) -> dict[str, Any]:
    """The counts of all shards together.

    Raises:
        RunError: unless read = revisions + duplicates + rejected. A text that was cut is in its
            article and in rejects, and is not counted as rejected.
    """
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for result in results:
        for group, counted in result.items():
            sums[group].update(counted)
    reasons, totals = sums["rejected"], sums["totals"]
    cut = reasons[Reason.TEXT_CUT.value]
    rejected = sum(reasons.values()) - cut
    counts: dict[str, Any] = {
        "files": totals["files"],
        "containers": totals["containers"],
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
