"""Loading into ClickHouse: rows go to tables aside, whose partition is then taken over."""

from __future__ import annotations

import hashlib
from collections.abc import Generator

import clickhouse_connect
from clickhouse_connect.driver.exceptions import ClickHouseError

from pipeline import files
from pipeline.shard_rows import blocks
from pipeline.warehouse.ddl import ddl
from pipeline.warehouse.loads import INSERT_SETTINGS, delete_run, insert_load, replace_partition
from pipeline.warehouse.published import PublishedRun
from pipeline.warehouse.target import check, faults, finished_by_id
from pipeline.warehouse.variants import DIALECTS
from transforms.records import TABLES

_DIALECT = DIALECTS["clickhouse"]

_LOADED = "SELECT run_id, finished FROM _loads"


class ToClickHouse:
    """clickhouse://USER:PASSWORD@HOST:PORT/DATABASE, clickhouses:// over TLS, chdb:///FOLDER.

    Each table appears at once; the views show a run when `_loads` names it, which is last.
    """

    def __init__(self, url: str) -> None:
        scheme, _, rest = url.partition(":")
        dsn = f"{scheme.removesuffix('s')}:{rest}"
        with faults(ClickHouseError, OSError):
            if scheme == "clickhouses":
                self._client = clickhouse_connect.get_client(dsn=dsn, interface="https")
            else:
                self._client = clickhouse_connect.get_client(dsn=dsn)

    def prepare(self) -> None:
        """Create the tables and views that are not there yet."""
        with faults(ClickHouseError):
            for statement in ddl(_DIALECT).split("\n\n"):
                self._run(statement)

    def loaded(self) -> dict[str, str]:
        """When the runs that stand in it were finished, by id, as the manifests have it."""
        return finished_by_id(self._client.query(_LOADED).result_rows)

    def load(self, run: PublishedRun) -> dict[str, int]:
        """Load a run; the rows of each table that then have its id."""
        mark = hashlib.sha256(run.run_id.encode()).hexdigest()[:12]
        staged = {table: f"{table}_loading_{mark}" for table in TABLES}
        with faults(ClickHouseError, *files.ERRORS):
            try:
                counts = {table: self._stage(run, table, staged[table]) for table in TABLES}
                for table in TABLES:
                    self._run(replace_partition(run, table, staged[table]))
                self._run(delete_run(_DIALECT, "_loads", run.run_id))
                self._run(insert_load(_DIALECT, run))
            finally:
                for name in staged.values():
                    self._run(f"DROP TABLE IF EXISTS {name}")
        return counts

    def close(self) -> None:
        """End the connection."""
        self._client.close()

    def _stage(self, run: PublishedRun, table: str, name: str) -> int:
        self._run(f"DROP TABLE IF EXISTS {name}")
        self._run(f"CREATE TABLE {name} AS {table}")
        self._client.raw_insert(
            name, insert_block=_blocks(run, table), fmt="JSONEachRow", settings=INSERT_SETTINGS
        )
        query = f"SELECT count() FROM {name} WHERE run_id = {_DIALECT.text(run.run_id)}"
        ((found,),) = self._client.query(query).result_rows
        return check(run, table, int(found))

    def _run(self, statement: str) -> None:
        self._client.command(statement.rstrip(";"))


def _blocks(run: PublishedRun, table: str) -> Generator[bytes, None, None]:
    for path in run.shards[table]:
        yield from blocks(path)
