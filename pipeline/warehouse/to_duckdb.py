"""Loading into a DuckDB file: one transaction a run, read by DuckDB itself."""

from __future__ import annotations

import dataclasses
import pathlib
import shutil
import tempfile

import duckdb
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from pipeline import files
from pipeline.warehouse.ddl import ddl
from pipeline.warehouse.loads import script
from pipeline.warehouse.published import PublishedRun
from pipeline.warehouse.target import check, faults, finished_by_id
from pipeline.warehouse.variants import DIALECTS
from transforms.records import TABLES

_LOADED = "SELECT run_id, finished FROM _loads"


class ToDuckDB:
    """duckdb:///FILE with a relative path, duckdb:////FILE with an absolute one."""

    def __init__(self, url: str) -> None:
        with faults(duckdb.Error):
            self._database = duckdb.connect(url.removeprefix("duckdb:").removeprefix("///"))

    def prepare(self) -> None:
        """Create the tables and views that are not there yet."""
        with faults(duckdb.Error):
            self._database.execute(ddl(DIALECTS["duckdb"]))

    def loaded(self) -> dict[str, str]:
        """When the runs that stand in it were finished, by id, as the manifests have it."""
        return finished_by_id(self._database.execute(_LOADED).fetchall())

    def load(self, run: PublishedRun) -> dict[str, int]:
        """Load a run; the rows of each table that then have its id."""
        with tempfile.TemporaryDirectory(prefix="communique-") as folder, faults(duckdb.Error):
            statements = script("duckdb", _local(run, pathlib.Path(folder)))
            try:
                self._database.execute(statements.removesuffix("COMMIT;\n"))
                counts = {table: check(run, table, self._count(table, run)) for table in TABLES}
                self._database.execute("COMMIT")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
        return counts

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def _count(self, table: str, run: PublishedRun) -> int:
        query = f"SELECT count(*) FROM {table} WHERE run_id = ?"
        ((count,),) = self._database.execute(query, [run.run_id]).fetchall()
        return int(count)


def _local(run: PublishedRun, folder: pathlib.Path) -> PublishedRun:
    """The run with shards on this machine's disk, copied to the folder where they are not."""
    if files.is_local(run.output):
        return run
    shards = {}
    for table, paths in run.shards.items():
        copies = [folder / f"{table}-{number}{run.suffix}" for number in range(len(paths))]
        for path, copy in zip(paths, copies, strict=True):
            with (
                FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as source,
                copy.open("wb") as target,
            ):
                shutil.copyfileobj(source, target)
        shards[table] = tuple(map(str, copies))
    return dataclasses.replace(run, shards=shards)
