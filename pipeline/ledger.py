"""The ledger: what the runs so far have seen, folded into a few sorted files of the output.

It holds nothing that the output does not hold: whenever it does not fit the runs that there are,
because one was added, replaced or the ledger itself is gone or damaged, it is made from them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import heapq
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, cast

import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from pipeline import files
from pipeline.engines import RunError
from pipeline.runs import Manifests
from pipeline.shard_rows import lines
from transforms.records import Sightings, to_json
from transforms.revisions.known import Input, Known, KnownPart, read_known, read_lines
from transforms.revisions.sightings import earliest, latest

_LEDGER = "_ledger"
_INDEX = "ledger.json"
_ROWS = 1_000_000
"""Rows that a part of the ledger holds."""
_FIRST, _BEHIND = "0", "g"
_State = dict[str, Any]


def open_ledger(output: str, manifests: Manifests, line: Sequence[str]) -> Known:
    """What these runs have seen, the oldest first; the ledger is brought up to it if need be.

    Raises:
        RunError: where a run is gone and the ledger does not have it.
    """
    if not line:
        return Known()
    usable = [state for state in _states(output) if _fits(state, manifests, line)]
    best = max(usable, key=_length, default=None)
    if best is None or _length(best) < len(line):
        best = _extend(output, best, manifests, line)
    folder = files.join(output, _LEDGER, best["folder"])
    return Known(
        texts=tuple(
            KnownPart(files.join(folder, part["name"]), part["first"], part["last"])
            for part in best["parts"]
        ),
        inputs=tuple(files.join(folder, name) for name in best["inputs"]),
        distrusted=tuple(best["distrusted"]),
    )


def rebuild(output: str, manifests: Manifests, line: Sequence[str]) -> None:
    """Make the ledger anew from the output alone."""
    files.remove(files.join(output, _LEDGER))
    open_ledger(output, manifests, line)


def _length(state: _State) -> int:
    return len(state["runs"])


def _states(output: str) -> Iterator[_State]:
    for path in files.listing(files.join(output, _LEDGER)):
        if path.rpartition("/")[2] != _INDEX:
            continue
        try:
            state: _State = json.loads(files.read_text(path))
            folder = path.rpartition("/")[0]
            names = [*state["inputs"], *(part["name"] for part in state["parts"])]
            if all(files.exists(files.join(folder, name)) for name in names):
                yield state
        except (ValueError, KeyError, TypeError, *files.ERRORS):
            continue


def _fits(state: _State, manifests: Manifests, line: Sequence[str]) -> bool:
    """Whether a ledger is of the first of these runs, as they are; one that is gone may be."""
    runs = state["runs"]
    return [run for run, _ in runs] == list(line[: len(runs)]) and all(
        run not in manifests or _digest(manifests[run]) == digest for run, digest in runs
    )


def _digest(manifest: Mapping[str, Any]) -> str:
    told = [manifest["tables"].get("sightings"), manifest["inputs"], manifest.get("distrusted")]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _extend(output: str, base: _State | None, manifests: Manifests, line: Sequence[str]) -> _State:
    """A ledger of all these runs, from one of the first of them."""
    had = _length(base) if base else 0
    missing = [run for run in line[had:] if run not in manifests or not _has_rows(manifests[run])]
    if missing:
        raise RunError(f"run {missing[0]} is gone, and the ledger does not have it")
    new = [manifests[run] for run in line[had:]]
    name = f"{line[-1]}-{uuid.uuid4().hex[:8]}"
    folder = files.join(output, _LEDGER, name)
    files.make_folder(folder)
    old = files.join(output, _LEDGER, base["folder"]) if base else ""
    state: _State = {
        "folder": name,
        "runs": (base["runs"] if base else []) + [[m["run_id"], _digest(m)] for m in new],
        "parts": list(_write_rows(folder, fold(_streams(output, old, base, new)))),
        "inputs": [_write_inputs(folder, _all_inputs(old, base, new))],
        "distrusted": sorted(
            {*(base["distrusted"] if base else ()), *(one for m in new for one in m["distrusted"])}
        ),
    }
    text = json.dumps(state, indent=1)
    files.write_whole(files.join(folder, _INDEX), text.encode("utf-8"))
    for other in {path.split("/")[-2] for path in files.listing(files.join(output, _LEDGER))}:
        if other != name:
            files.remove(files.join(output, _LEDGER, other))
    return state


def _has_rows(manifest: Mapping[str, Any]) -> bool:
    return "sightings" in manifest["tables"]


def _streams(
    output: str, old: str, base: _State | None, new: Sequence[Mapping[str, Any]]
) -> Iterator[Iterator[Sightings]]:
    """Rows of the ledger so far, and of each run's own shards, each in order."""
    parts = base["parts"] if base else ()
    known = [KnownPart(files.join(old, p["name"]), p["first"], p["last"]) for p in parts]
    yield read_known(known, _FIRST, _BEHIND)
    for manifest in new:
        yield _rows_of(output, manifest)


def _rows_of(output: str, manifest: Mapping[str, Any]) -> Iterator[Sightings]:
    for part in manifest["tables"]["sightings"]:
        for line in lines(files.join(output, part["path"])):
            yield Sightings(**json.loads(line))


def _order(row: Sightings) -> tuple[str, int]:
    return row.article_id, row.revision


def fold(streams: Iterable[Iterator[Sightings]]) -> Iterator[Sightings]:
    """One row a revision, in order, out of rows in order: the earliest, the latest, the most."""
    last: Sightings | None = None
    for row in heapq.merge(*streams, key=_order):
        if last and _order(last) == _order(row):
            last = dataclasses.replace(
                last,
                first_seen=earliest(last.first_seen, row.first_seen),
                last_seen=latest(last.last_seen, row.last_seen),
                sightings=max(last.sightings, row.sightings),
            )
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


def _write_rows(folder: str, rows: Iterator[Sightings]) -> Iterator[dict[str, Any]]:
    row = next(rows, None)
    while row:
        first = last = row
        with _new_file(folder) as (name, file):
            for _ in range(_ROWS):
                file.write(_line(row))
                last = row
                row = next(rows, None)
                if row is None:
                    break
        yield {"name": name, "first": first.article_id, "last": last.article_id}


def _all_inputs(old: str, base: _State | None, new: Sequence[Mapping[str, Any]]) -> Iterator[Input]:
    for name in base["inputs"] if base else ():
        for line in read_lines(files.join(old, name)):
            yield Input(**json.loads(line))
    for manifest in new:
        for row in manifest["inputs"]:
            yield Input(**row)


def _write_inputs(folder: str, inputs: Iterator[Input]) -> str:
    with _new_file(folder) as (name, file):
        for read in inputs:
            file.write(_line(read))
    return name


@contextlib.contextmanager
def _new_file(folder: str) -> Iterator[tuple[str, BinaryIO]]:
    """The name of a fresh file, and what packs the lines that are written to it."""
    name = f"{uuid.uuid4().hex}.jsonl.zst"
    path = files.join(folder, name)
    with (
        FileSystems.create(path, compression_type=CompressionTypes.UNCOMPRESSED) as file,
        zstandard.ZstdCompressor(level=3).stream_writer(file, closefd=False) as packed,
    ):
        yield name, cast(BinaryIO, packed)


def _line(row: Sightings | Input) -> bytes:
    return to_json(row).encode("utf-8") + b"\n"
