"""What a warehouse's own tools load a run by, as text: its rows at once or not at all.

What a run wrote before is deleted in the same transaction, so a second load changes nothing.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable

from pipeline.warehouse.ddl import RECORDS, names
from pipeline.warehouse.dialects import Dialect
from pipeline.warehouse.published import PublishedRun
from pipeline.warehouse.variants import DIALECTS, Snowflake
from transforms.columns import columns
from transforms.records import TABLES


def delete_run(dialect: Dialect, table: str, run_id: str) -> str:
    """The statement that takes a run's rows away."""
    return f"DELETE FROM {dialect.quote(table)} WHERE run_id = {dialect.text(run_id)};"


def insert_load(dialect: Dialect, run: PublishedRun) -> str:
    """The statement that says that a run stands in the warehouse."""
    values = [getattr(run.row, column.name) for column in columns(RECORDS["_loads"])]
    told = [dialect.text(value) if isinstance(value, str) else str(value) for value in values]
    return (
        f"INSERT INTO {dialect.quote('_loads')} ({names(dialect, '_loads')})\n"
        f"VALUES ({', '.join(told)});"
    )


def read_json(run: PublishedRun, table: str) -> str:
    """DuckDB's table function over a run's shards."""
    dialect = DIALECTS["duckdb"]
    paths = ", ".join(map(dialect.text, run.shards[table]))
    if run.suffix == ".parquet":
        return f"read_parquet([{paths}], hive_partitioning = false)"
    types = [
        f"{dialect.text(column.name)}: {dialect.text(dialect.type(column))}"
        for column in columns(RECORDS[table])
    ]
    return (
        f"read_json([{paths}], format = 'newline_delimited', hive_partitioning = false,\n"
        f"  columns = {{{', '.join(types)}}})"
    )


def _duckdb(run: PublishedRun, target: str) -> str:
    dialect = DIALECTS["duckdb"]
    parts = ["BEGIN;"]
    for table in TABLES:
        listed = names(dialect, table)
        parts += [
            delete_run(dialect, table, run.run_id),
            f"INSERT INTO {table} ({listed})\nSELECT {listed} FROM {read_json(run, table)};",
        ]
    parts += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run), "COMMIT;"]
    return "\n".join(parts)


def _postgresql(run: PublishedRun, target: str) -> str:
    dialect = DIALECTS["postgresql"]
    unpack = {".jsonl.gz": "gzip -dc", ".jsonl.zst": "zstd -dc"}.get(run.suffix, "cat")
    parts = ["BEGIN;", "CREATE TEMP TABLE loading (row jsonb) ON COMMIT DROP;"]
    for table in TABLES:
        shards = " ".join(map(shlex.quote, run.shards[table]))
        program = f"{unpack} {shards}".replace("'", "''")
        parts += [
            delete_run(dialect, table, run.run_id),
            f"\\copy loading FROM PROGRAM '{program}' {COPY_LINES}",
            insert_loading(table),
            "TRUNCATE loading;",
        ]
    parts += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run), "COMMIT;"]
    return "\n".join(parts)


COPY_LINES = "(FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')"
"""A line is one value: neither character stands in our JSON, which escapes them."""


def insert_loading(table: str) -> str:
    """PostgreSQL's rows of a table from the JSON in `loading`."""
    listed = names(DIALECTS["postgresql"], table)
    return (
        f"INSERT INTO {table} ({listed})\nSELECT {names(DIALECTS['postgresql'], table, 'r.')} "
        f"FROM loading, jsonb_populate_record(NULL::{table}, loading.row) AS r;"
    )


def _clickhouse(run: PublishedRun, target: str) -> str:
    dialect = DIALECTS["clickhouse"]
    parts = []
    for table in TABLES:
        form = "Parquet" if run.suffix == ".parquet" else "JSONEachRow"
        staged = f"{table}_loading"
        parts += [f"DROP TABLE IF EXISTS {staged};", f"CREATE TABLE {staged} AS {table};"]
        parts += [
            f"INSERT INTO {staged} FROM INFILE {dialect.text(path)}\n"
            f"  SETTINGS {', '.join(f'{k} = {v!r}' for k, v in INSERT_SETTINGS.items())}"
            f" FORMAT {form};"
            for path in run.shards[table]
        ]
        parts += [replace_partition(run, table, staged), f"DROP TABLE {staged};"]
    return "\n".join([*parts, delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run)])


INSERT_SETTINGS = {"input_format_null_as_default": 1, "date_time_input_format": "best_effort"}
"""How ClickHouse reads our rows: a dateline that is null has parts that are."""


def replace_partition(run: PublishedRun, table: str, staged: str) -> str:
    """The statement after which a run's rows are there, and were not before."""
    value = DIALECTS["clickhouse"].text(run.run_id)
    if not run.rows(table):
        return f"ALTER TABLE {table} DROP PARTITION {value};"
    return f"ALTER TABLE {table} REPLACE PARTITION {value} FROM {staged};"


def _bigquery(run: PublishedRun, target: str) -> str:
    """`bq load` into tables of their own, then one transaction; target is PROJECT:DATASET or so."""
    dialect = DIALECTS["bigquery"]
    dataset = target or "DATASET"
    form = "PARQUET" if run.suffix == ".parquet" else "NEWLINE_DELIMITED_JSON"
    lines, script = [], ["BEGIN TRANSACTION;"]
    for table in TABLES:
        schema = "" if form == "PARQUET" else f" --schema={table}.bigquery.json"
        listing = " --parquet_enable_list_inference" if form == "PARQUET" else ""
        source = shlex.quote(f"{run.folder(table)}/*{run.suffix}")
        lines.append(
            f"bq load --replace --source_format={form}{schema}{listing} "
            f"{shlex.quote(f'{dataset}.{table}_loading')} {source}"
        )
        listed = names(dialect, table)
        script += [
            delete_run(dialect, table, run.run_id),
            f"INSERT INTO {table} ({listed})\nSELECT {listed} FROM {table}_loading;",
        ]
    script += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run)]
    text = "\n".join([*script, "COMMIT TRANSACTION;"])
    into = shlex.quote(f"--dataset_id={dataset}")
    return "\n".join([*lines, f"bq query --use_legacy_sql=false {into} <<'SQL'", text, "SQL"])


def _snowflake(run: PublishedRun, target: str) -> str:
    """PUT to a stage, COPY INTO a table of whole rows, and from there, in one transaction."""
    dialect = Snowflake()
    form = "TYPE = PARQUET" if run.suffix == ".parquet" else "TYPE = JSON COMPRESSION = AUTO"
    staged = [
        "CREATE STAGE IF NOT EXISTS communique;",
        "CREATE OR REPLACE TEMPORARY TABLE loading (line VARIANT);",
    ]
    script = ["BEGIN;"]
    for table in TABLES:
        place = f"@communique/{table}/{run.run_id}"
        for folder in dict.fromkeys(path.rpartition("/")[0] for path in run.shards[table]):
            below = folder[len(run.folder(table)) :].replace("=", "_")
            source = dialect.text(f"file://{folder}/*")
            staged.append(f"PUT {source} {place}{below} AUTO_COMPRESS = FALSE OVERWRITE = TRUE;")
        values = ", ".join(dialect.path("line", column) for column in columns(RECORDS[table]))
        script += [
            delete_run(dialect, table, run.run_id),
            "DELETE FROM loading;",
            f"COPY INTO loading FROM {place}/ FILE_FORMAT = ({form})\n"
            "  ON_ERROR = ABORT_STATEMENT FORCE = TRUE;",
            f"INSERT INTO {table} ({names(dialect, table)})\nSELECT {values} FROM loading;",
        ]
    script += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run), "COMMIT;"]
    gone = [f"REMOVE @communique/{table}/{run.run_id};" for table in TABLES]
    return "\n".join([*staged, *script, *gone])


def _redshift(run: PublishedRun, target: str) -> str:
    dialect = DIALECTS["redshift"]
    packed = {".jsonl.gz": " GZIP", ".jsonl.zst": " ZSTD"}.get(run.suffix, "")
    form = f"FORMAT JSON 'auto' TIMEFORMAT 'auto' TRUNCATECOLUMNS{packed}"
    if run.suffix == ".parquet":
        form = "FORMAT PARQUET SERIALIZETOJSON"
    script = ["BEGIN;"]
    for table in TABLES:
        source = dialect.text(f"{run.folder(table)}/")
        script += [
            delete_run(dialect, table, run.run_id),
            f"COPY {table} ({names(dialect, table)})\nFROM {source} IAM_ROLE DEFAULT {form};",
        ]
    script += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run), "COMMIT;"]
    return "\n".join(script)


def _databricks(run: PublishedRun, target: str) -> str:
    """Each table at once; Delta has no transaction over several, so `_loads` comes last."""
    dialect = DIALECTS["databricks"]
    form = "parquet" if run.suffix == ".parquet" else "json"
    script = []
    for table in TABLES:
        typed = [
            f"{dialect.quote(column.name)} {dialect.type(column)}"
            for column in columns(RECORDS[table])
        ]
        source = f"{dialect.text(run.folder(table))}, format => '{form}'"
        script.append(
            f"INSERT INTO {table} REPLACE WHERE run_id = {dialect.text(run.run_id)}\n"
            f"SELECT {names(dialect, table)} FROM read_files({source},\n"
            f"  schema => {dialect.text(', '.join(typed))});"
        )
    script += [delete_run(dialect, "_loads", run.run_id), insert_load(dialect, run)]
    return "\n".join(script)


_SCRIPTS: dict[str, Callable[[PublishedRun, str], str]] = {
    "bigquery": _bigquery,
    "clickhouse": _clickhouse,
    "databricks": _databricks,
    "duckdb": _duckdb,
    "postgresql": _postgresql,
    "redshift": _redshift,
    "snowflake": _snowflake,
}


def script(dialect: str, run: PublishedRun, target: str = "") -> str:
    """What loads a run, for a shell (BigQuery), psql (PostgreSQL) or the warehouse's SQL client."""
    return _SCRIPTS[dialect](run, target) + "\n"
