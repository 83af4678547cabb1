"""`communique schema` and `communique load`: what a user types."""

from __future__ import annotations

import argparse
import functools
import sys
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.settings import UsageError
from pipeline.warehouse.ddl import RECORDS, ddl, upsert
from pipeline.warehouse.generate import bigquery_text
from pipeline.warehouse.load import choose, load
from pipeline.warehouse.loads import script
from pipeline.warehouse.target import LoadError
from pipeline.warehouse.variants import DIALECTS
from transforms.records import TABLES
from transforms.schema import schema_text

_TEXTS: Mapping[str, Callable[[str], str]] = {
    "jsonschema": schema_text,
    "bigquery-json": bigquery_text,
}
"""What is printed for one table at a time."""


def add_commands(commands: Any) -> None:
    """Both commands, for an argparse parser's subparsers."""
    schema = commands.add_parser("schema", help="print the tables for a warehouse")
    schema.add_argument("--dialect", choices=[*DIALECTS, *_TEXTS], required=True)
    schema.add_argument("--table", choices=list(RECORDS), help="of JSON schemas: which one")
    schema.add_argument("--upsert", action="store_true", help="the recipe for one row a revision")
    into = commands.add_parser("load", help="load runs into a warehouse")
    into.add_argument("output", metavar="OUT", help="folder that runs were published in")
    into.add_argument(
        "--to",
        required=True,
        metavar="URL",
        help="duckdb:///FILE, postgresql://..., clickhouse://...; with --print also "
        "bigquery://PROJECT/DATASET, snowflake://, redshift://, databricks://",
    )
    into.add_argument("--print", action="store_true", help="print the warehouse's own commands")
    into.add_argument(
        "--run-id", action="append", default=[], metavar="ID", help="default: every run that is new"
    )


def _schema(known: argparse.Namespace) -> int:
    if known.dialect in _TEXTS:
        tables = TABLES if known.dialect == "jsonschema" else RECORDS
        if known.table not in tables or known.upsert:
            raise UsageError(f"--dialect {known.dialect} takes --table {' or '.join(tables)}")
        text = _TEXTS[known.dialect](known.table)
    elif known.table:
        raise UsageError("--table goes with --dialect jsonschema or bigquery-json")
    else:
        text = (upsert if known.upsert else ddl)(DIALECTS[known.dialect])
    print(text, end="")
    return 0


def _load(known: argparse.Namespace) -> int:
    if known.print:
        scheme, _, rest = known.to.partition(":")
        dialect = {"postgres": "postgresql", "clickhouses": "clickhouse"}.get(scheme, scheme)
        if dialect not in DIALECTS:
            raise UsageError(f"--to {known.to}: none of {', '.join(DIALECTS)}")
        target = rest.strip("/").replace("/", ":")
        for run in choose(known.output, known.run_id):
            print(script(dialect, run, target), end="")
        return 0
    tell = functools.partial(print, flush=True)
    new, old = load(known.output, known.to, known.run_id, tell)
    print(f"{known.output}: {new:,} runs loaded, {old:,} were there")
    return 0


_COMMANDS = {"schema": _schema, "load": _load}


def run_command(known: argparse.Namespace) -> int | None:
    """The exit status of `schema` or `load`; None for another command.

    Raises:
        UsageError: for arguments that do not go together.
    """
    command = _COMMANDS.get(known.command)
    try:
        return command(known) if command else None
    except LoadError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 1
