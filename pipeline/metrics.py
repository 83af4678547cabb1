"""A run's counts as Prometheus reads them from a text file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

_TOTALS = {
    "read": "entries and plain-text stories read",
    "revisions": "rows of articles written",
    "duplicates": "sightings of a text after its first",
    "rejected": "inputs that became no article",
}
_GROUPS = {
    "rejected_by_reason": "reason",
    "articles_by_language": "language",
    "segments_by_kind": "kind",
    "acts_by_type": "type",
}


def metrics(manifest: Mapping[str, Any]) -> str:
    """The text of a run's metrics file: gauges of the last run, without its id as a label."""
    return "\n".join(_lines(manifest)) + "\n"


def _lines(manifest: Mapping[str, Any]) -> Iterator[str]:
    counts = manifest["counts"]
    started, finished = _seconds(manifest["started"]), _seconds(manifest["finished"])
    yield from _gauge("finished_timestamp_seconds", "when the run was published", finished)
    yield from _gauge("duration_seconds", "from start to publication", finished - started)
    yield from _gauge("files", "files that matched the input", counts["files"])
    for name, told in _TOTALS.items():
        yield from _gauge(name, told, counts[name])
    yield from _gauge("reject_rate", "rejected of what was read", reject_rate(counts))
    tables = manifest["tables"].items()
    for key in ("rows", "bytes"):
        sums = {table: sum(part[key] for part in parts) for table, parts in tables}
        yield from _labelled(f"table_{key}", f"{key} of a table's shards", "table", sums)
    for name, label in _GROUPS.items():
        yield from _labelled(name, name.replace("_", " "), label, counts[name])


def reject_rate(counts: Mapping[str, Any]) -> float:
    """What share of what was read was rejected; 0 where nothing was read."""
    return counts["rejected"] / counts["read"] if counts["read"] else 0.0


def _seconds(time: str) -> int:
    return int(datetime.datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp())


def _gauge(name: str, told: str, value: float) -> Iterator[str]:
    yield from _head(name, told)
    yield f"communique_{name} {value}"


def _labelled(name: str, told: str, label: str, values: Mapping[str, int]) -> Iterator[str]:
    yield from _head(name, told)
    for key, value in values.items():
        escaped = key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield f'communique_{name}{{{label}="{escaped}"}} {value}'


def _head(name: str, told: str) -> Iterator[str]:
    yield f"# HELP communique_{name} {told}"
    yield f"# TYPE communique_{name} gauge"
