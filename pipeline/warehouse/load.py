"""`communique load OUT --to URL`: what is new in an output, each run at once or not at all."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence

from pipeline.settings import UsageError
from pipeline.warehouse.published import PublishedRun, published_runs
from pipeline.warehouse.target import Target
from transforms.records import TABLES


def choose(output: str, run_ids: Sequence[str]) -> list[PublishedRun]:
    """The runs named, or all, in the order in which they were finished.

    Raises:
        UsageError: where one is missing, or there is none.
    """
    runs = published_runs(output)
    missing = set(run_ids) - {run.run_id for run in runs}
    if missing:
        raise UsageError(f"{output}: no run {', '.join(sorted(missing))}")
    if not runs:
        raise UsageError(f"{output}: no run has a manifest here")
    return [run for run in runs if not run_ids or run.run_id in run_ids]


def load(
    output: str, url: str, run_ids: Sequence[str], tell: Callable[[str], None]
) -> tuple[int, int]:
    """Load the runs named, or all that are new, in the order in which they were finished.

    A run that was made anew since it was loaded is new: its rows take the place of those there.

    Returns:
        How many runs were loaded, and how many stood there already.

    Raises:
        UsageError: where there is nothing to load or no such warehouse.
        LoadError: at the first run that fails; those before it stay.
    """
    wanted = choose(output, run_ids)
    with contextlib.closing(open_target(url)) as target:
        target.prepare()
        there = target.loaded()
        new = [run for run in wanted if there.get(run.run_id) != run.row.finished]
        for number, run in enumerate(new, 1):
            rows = sum(run.rows(table) for table in TABLES)
            tell(f"run {run.run_id} ({number} of {len(new)}): loading {rows:,} rows ...")
            started = time.monotonic()
            counts = target.load(run)
            told = ", ".join(f"{count:,} {table}" for table, count in counts.items())
            tell(f"run {run.run_id}: {told} in {time.monotonic() - started:.1f} s")
    return len(new), len(wanted) - len(new)


def open_target(url: str) -> Target:
    """The warehouse of a URL; its driver is imported here, as it is an extra.

    Raises:
        UsageError: for a scheme that is none of ours, or a driver that is not installed.
        LoadError: where it cannot be reached.
    """
    scheme = url.partition(":")[0]
    try:
        if scheme == "duckdb":
            from pipeline.warehouse.to_duckdb import ToDuckDB

            return ToDuckDB(url)
        if scheme in ("postgresql", "postgres"):
            from pipeline.warehouse.to_postgresql import ToPostgreSQL

            return ToPostgreSQL(url)
        if scheme in ("clickhouse", "clickhouses", "chdb"):
            from pipeline.warehouse.to_clickhouse import ToClickHouse

            return ToClickHouse(url)
    except ModuleNotFoundError as error:
        package = {"duckdb": "duckdb", "psycopg": "psycopg[binary]"}.get(
            str(error.name), "clickhouse-connect"
        )
        raise UsageError(f"--to {scheme}: needs the Python package {package}") from error
    raise UsageError(f"--to {url}: none of duckdb, postgresql, clickhouse; others with --print")
