"""A published run as a load sees it: its name, its shards, and how many rows each table has."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Mapping
from typing import Any

from pipeline import files
from pipeline.runs import read_manifests
from pipeline.settings import UsageError
from pipeline.warehouse.ddl import Load
from transforms.records import TABLES


@dataclasses.dataclass(frozen=True)
class PublishedRun:
    """A run of an output; shards are whole paths by table, in order."""

    output: str
    run_id: str
    shards: Mapping[str, tuple[str, ...]]
    row: Load

    def rows(self, table: str) -> int:
        """How many rows the manifest counts in a table."""
        return int(getattr(self.row, table))

    def folder(self, table: str) -> str:
        """Where the table's shards lie."""
        path, below = self.shards[table][0], f"/run={self.run_id}/"
        return path[: path.index(below) + len(below) - 1]

    @property
    def suffix(self) -> str:
        """What its shards end in: .jsonl, .jsonl.gz, .jsonl.zst or .parquet."""
        name = posixpath.basename(self.shards["articles"][0])
        return name[name.index(".") :]


def published_runs(output: str) -> list[PublishedRun]:
    """The runs of an output, the one that was finished first in front.

    Raises:
        UsageError: for one of an earlier version that did not write all tables.
    """
    runs = [_run(output, manifest) for manifest in read_manifests(output).values()]
    return sorted(runs, key=_by_time)


def _by_time(run: PublishedRun) -> tuple[str, str]:
    return run.row.finished, run.run_id


def _run(output: str, manifest: Mapping[str, Any]) -> PublishedRun:
    tables = manifest["tables"]
    if missing := set(TABLES) - set(tables):
        raise UsageError(f"{output}: run {manifest['run_id']} has no table {', '.join(missing)}")
    rows = {table: sum(part["rows"] for part in parts) for table, parts in tables.items()}
    return PublishedRun(
        output=output,
        run_id=manifest["run_id"],
        shards={
            table: tuple(files.join(output, part["path"]) for part in parts)
            for table, parts in tables.items()
        },
        row=Load(
            run_id=manifest["run_id"],
            finished=manifest["finished"],
            **rows,
            schema_version=manifest["schema_version"],
        ),
    )
