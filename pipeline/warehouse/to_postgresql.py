"""Loading into PostgreSQL: COPY of the lines as they are, one transaction a run."""

from __future__ import annotations

import psycopg

from pipeline import files
from pipeline.shard_rows import blocks
from pipeline.warehouse.ddl import ddl
from pipeline.warehouse.loads import COPY_LINES, delete_run, insert_load, insert_loading
from pipeline.warehouse.published import PublishedRun
from pipeline.warehouse.target import LoadError, check, faults, finished_by_id
from pipeline.warehouse.variants import DIALECTS
from transforms.records import TABLES

_DIALECT = DIALECTS["postgresql"]

_LOADED = "SELECT run_id, finished FROM _loads"


class ToPostgreSQL:
    """Any URL of libpq; the tables stand in the first schema of its search path."""

    def __init__(self, url: str) -> None:
        with faults(psycopg.Error):
            self._database = psycopg.connect(url, autocommit=True)

    def prepare(self) -> None:
        """Create the tables and views that are not there yet."""
        with faults(psycopg.Error), self._database.transaction():
            # two first loads at the same time would both create
            self._run("SELECT pg_advisory_xact_lock(hashtext('communique'))")
            self._run(ddl(_DIALECT))

    def loaded(self) -> dict[str, str]:
        """When the runs that stand in it were finished, by id, as the manifests have it."""
        return finished_by_id(self._database.execute(_LOADED))

    def load(self, run: PublishedRun) -> dict[str, int]:
        """Load a run; the rows of each table that then have its id."""
        with faults(psycopg.Error, *files.ERRORS), self._database.transaction():
            self._run("LOCK TABLE _loads IN EXCLUSIVE MODE")  # one load at a time
            if self.loaded().get(run.run_id) == run.row.finished:
                raise LoadError(f"run {run.run_id} was loaded by another at the same time")
            self._run("CREATE TEMP TABLE loading (row jsonb) ON COMMIT DROP")
            counts = {table: self._load_table(run, table) for table in TABLES}
            self._run(delete_run(_DIALECT, "_loads", run.run_id))
            self._run(insert_load(_DIALECT, run))
        return counts

    def close(self) -> None:
        """End the connection."""
        self._database.close()

    def _load_table(self, run: PublishedRun, table: str) -> int:
        self._run(delete_run(_DIALECT, table, run.run_id))
        with self._database.cursor() as cursor:
            with cursor.copy(_own(f"COPY loading FROM STDIN {COPY_LINES}")) as copy:
                for path in run.shards[table]:
                    for block in blocks(path):
                        copy.write(block)
            cursor.execute(_own(insert_loading(table)))
            found = cursor.rowcount
        self._run("TRUNCATE loading")
        return check(run, table, found)

    def _run(self, statement: str) -> None:
        self._database.execute(_own(statement))


def _own(statement: str) -> bytes:
    """Our own statement, as bytes, which psycopg takes though no literal of the code."""
    return statement.encode()
