"""The files that the record classes generate, in `transforms/data/schema`.

`python -m pipeline.warehouse.generate` writes them; a test finds any that differs.
"""

from __future__ import annotations

import json
import pathlib

from pipeline.warehouse.ddl import RECORDS, Load, bigquery_schema, ddl, upsert
from pipeline.warehouse.loads import script
from pipeline.warehouse.published import PublishedRun
from pipeline.warehouse.variants import DIALECTS
from transforms.records import SCHEMA_VERSION, TABLES
from transforms.schema import FOLDER, schema_text

_HOMES = {"bigquery": "gs://BUCKET/OUT", "redshift": "s3://BUCKET/OUT"}
_TARGETS = {"bigquery": "PROJECT:DATASET"}


def example_run(output: str) -> PublishedRun:
    """A run to show its load by: one shard a table."""
    finished = "2026-01-01T00:00:00Z"
    shards = {table: (f"{output}/{table}/run=RUN_ID/part-00000.jsonl",) for table in TABLES}
    row = Load(
        run_id="RUN_ID",
        finished=finished,
        articles=1,
        segments=1,
        rejects=1,
        sightings=1,
        schema_version=SCHEMA_VERSION,
    )
    return PublishedRun(output, "RUN_ID", shards, row)


def bigquery_text(table: str) -> str:
    """A table's schema for BigQuery's tools."""
    return json.dumps(bigquery_schema(table), indent=2) + "\n"


def generated() -> dict[str, str]:
    """The text of every generated file, by name."""
    texts = {f"{table}.schema.json": schema_text(table) for table in TABLES}
    texts |= {f"{table}.bigquery.json": bigquery_text(table) for table in RECORDS}
    for name, dialect in DIALECTS.items():
        run = example_run(_HOMES.get(name, "/OUT"))
        texts[f"{name}.sql"] = ddl(dialect)
        texts[f"{name}.upsert.sql"] = upsert(dialect)
        kind = "sh" if name == "bigquery" else "sql"
        texts[f"{name}.load.{kind}"] = script(name, run, _TARGETS.get(name, ""))
    return texts


def write(folder: pathlib.Path = FOLDER) -> None:
    """Write every generated file."""
    for name, text in generated().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
