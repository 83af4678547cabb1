"""How fast `communique load` is beside what the database itself offers for the same JSON Lines.

    .venv/bin/python benchmarks/load.py OUT --to duckdb|chdb|postgresql://... [--rounds 3]

Prints wall seconds of both, into empty tables, and their ratio (over 1: ours takes longer). The
database's own: DuckDB's read_json with inferred types; ClickHouse's INSERT FROM INFILE; psql's
\\copy of the lines to jsonb and jsonb_populate_record. What a PostgreSQL URL names is emptied.
"""

from __future__ import annotations

import argparse
import glob
import pathlib
import subprocess
import tempfile
import time
from collections.abc import Callable

from pipeline.warehouse.load import choose, open_target
from pipeline.warehouse.loads import script
from transforms.records import TABLES


def duckdb_own(output: str, folder: str) -> Callable[[], object]:
    """A new file whose tables DuckDB infers."""
    import duckdb

    database = duckdb.connect(f"{folder}/own.duckdb")

    def work() -> None:
        for table in TABLES:
            shards = f"{output}/{table}/run=*/**/part-*"
            database.execute(f"CREATE TABLE {table} AS SELECT * FROM read_json('{shards}')")  # noqa: S608
        database.close()

    return work


def chdb_own(output: str, folder: str) -> Callable[[], object]:
    """Our tables, filled by ClickHouse from the files."""
    import clickhouse_connect

    url = f"chdb:///{folder}/own"
    prepare(url)
    client = clickhouse_connect.get_client(dsn=url)

    def work() -> None:
        for table in TABLES:
            for path in glob.glob(f"{output}/{table}/run=*/**/part-*", recursive=True):
                client.command(f"INSERT INTO {table} FROM INFILE '{path}' FORMAT JSONEachRow")
        client.close()

    return work


def postgresql_own(output: str, url: str, folder: str) -> Callable[[], object]:
    """Our tables, filled by psql."""
    file = pathlib.Path(folder) / "load.sql"
    file.write_text("".join(script("postgresql", run) for run in choose(output, [])))
    prepare(url)
    command = ["psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", str(file), url]

    def work() -> None:
        subprocess.run(command, check=True)

    return work


def prepare(url: str) -> None:
    """The tables, empty; of PostgreSQL, without what was there."""
    if url.startswith("postgres"):
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
            connection.execute("CREATE SCHEMA public")
    target = open_target(url)
    target.prepare()
    target.close()


def ours(output: str, url: str) -> Callable[[], object]:
    """What `communique load` does once its tables are there."""
    prepare(url)

    def work() -> None:
        target = open_target(url)
        for run in choose(output, []):
            target.load(run)
        target.close()

    return work


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.monotonic()
    work()
    return time.monotonic() - started


def main() -> None:
    """Load in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output")
    parser.add_argument("--to", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    known = parser.parse_args()
    runs = choose(known.output, [])
    rows = sum(run.rows(table) for run in runs for table in TABLES)
    size = sum(
        pathlib.Path(path).stat().st_size
        for run in runs
        for paths in run.shards.values()
        for path in paths
    )
    print(f"{rows:,} rows, {size / 1e6:.1f} MB")
    for number in range(1, known.rounds + 1):
        with tempfile.TemporaryDirectory(prefix="communique-") as folder:
            if known.to == "duckdb":
                own, url = duckdb_own(known.output, folder), f"duckdb:///{folder}/ours.duckdb"
            elif known.to == "chdb":
                own, url = chdb_own(known.output, folder), f"chdb:///{folder}/ours"
            else:
                own, url = postgresql_own(known.output, known.to, folder), known.to
            theirs = seconds(own)
            mine = seconds(ours(known.output, url))
            print(
                f"round {number}: own {theirs:.2f} s, communique {mine:.2f} s "
                f"({rows / mine:,.0f} rows/s), ratio {mine / theirs:.2f}"
            )


if __name__ == "__main__":
    main()
