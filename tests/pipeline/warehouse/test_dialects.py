"""Dialects whose warehouse is not to be had here: an emulator, a parser, and the vendor's classes.

They are in requirements/warehouse.lock; without them these tests skip.
"""

from __future__ import annotations

import importlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.warehouse.ddl import RECORDS, bigquery_schema, create_table, ddl, upsert
from pipeline.warehouse.load import choose
from pipeline.warehouse.loads import script
from pipeline.warehouse.variants import DIALECTS
from tests.conftest import Output
from tests.pipeline.warehouse.conftest import Publish, article, reject, segment, sightings


def statements(text: str) -> list[str]:
    """A script's statements."""
    return text.strip().removesuffix(";").split(";\n")


def module(name: str) -> Any:
    """A module that is not in every environment, untyped."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        pytest.skip(f"{name} is in requirements/warehouse.lock only")


@pytest.fixture
def snowflake() -> Iterator[Any]:
    """A cursor of an emulated Snowflake, empty."""
    fakesnow = module("fakesnow")
    with warnings.catch_warnings(), fakesnow.patch():
        warnings.simplefilter("ignore")
        logging.getLogger("sqlglot").setLevel(logging.CRITICAL)
        connect = importlib.import_module("snowflake.connector").connect
        yield connect(database="news", schema="public").cursor()


def put_and_copy(cursor: Any, output: str) -> None:
    """The printed load. The emulator knows neither a wildcard in PUT nor REMOVE."""
    (run,) = choose(output, [])
    name = run.shards["articles"][0].rpartition("/")[2]
    for statement in statements(script("snowflake", run)):
        if not statement.startswith("REMOVE"):
            cursor.execute(statement.replace("/*'", f"/{name}'"))


def rows(cursor: Any, query: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    found: list[tuple[Any, ...]] = cursor.execute(query).fetchall()
    return found


def test_snowflake_takes_tables_views_and_load(snowflake: Any, publish: Publish) -> None:
    output = publish(
        article(),
        article(revision=2, dateline=None, title=None),
        segment(),
        reject(entry=7),
        sightings(),
    )
    for statement in statements(ddl(DIALECTS["snowflake"])):
        snowflake.execute(statement)
    for _ in range(2):
        put_and_copy(snowflake, output)
        assert rows(snowflake, "SELECT run_id, articles, segments, rejects FROM _loads") == [
            ("r", 2, 1, 1)
        ]
        assert [rows(snowflake, f"SELECT count(*) FROM {table}") for table in RECORDS] == [
            [(2,)],
            [(1,)],
            [(1,)],
            [(1,)],
            [(1,)],
        ]
    assert rows(
        snowflake, "SELECT title, text, dateline IS NULL, revision FROM articles ORDER BY revision"
    ) == [("Title", "تطالب موسكو الناتو", False, 1), (None, "تطالب موسكو الناتو", True, 2)]
    assert rows(snowflake, "SELECT entry, payload FROM rejects") == [(7, "line\r\nline")]
    chosen = 'issuer, addressee, type, plover, inherited, cue, "TEXT"'
    assert rows(snowflake, f"SELECT {chosen} FROM demands") == [
        ("state:RUS", "igo:NATO state:USA", "demand", "DEMAND", False, "تطالب", segment().text)
    ]
    assert rows(snowflake, f"SELECT {chosen} FROM demand_pairs ORDER BY addressee") == [
        ("state:RUS", "igo:NATO", "demand", "DEMAND", False, "تطالب", segment().text),
        ("state:RUS", "state:USA", "demand", "DEMAND", False, "تطالب", segment().text),
    ]
    assert rows(snowflake, 'SELECT actor_id, role, "START" FROM mentions') == [
        ("state:RUS", None, 6)
    ]


def test_snowflake_takes_the_samples_and_the_upsert(snowflake: Any, sample: Output) -> None:
    dialect = DIALECTS["snowflake"]
    for statement in statements(ddl(dialect)):
        snowflake.execute(statement)
    put_and_copy(snowflake, str(sample.path))
    texts = {"articles": "text", "segments": "text", "sightings": "content_hash"}
    for _ in range(2):
        for table, text in texts.items():
            counts = (len(sample.rows(table)), sum(len(row[text]) for row in sample.rows(table)))
            query = f'SELECT count(*), sum(length("{text.upper()}")) FROM {table}'
            assert rows(snowflake, query) == [counts]
            snowflake.execute(statements(create_table(dialect, table, f"{table}_loading"))[0])
            snowflake.execute(f"INSERT INTO {table}_loading SELECT * FROM {table}")
        for statement in statements(upsert(dialect)):
            snowflake.execute(statement)
        for table in texts:
            snowflake.execute(f"DROP TABLE {table}_loading")


@pytest.mark.parametrize("name", ["bigquery", "databricks", "redshift"])
def test_what_cannot_be_run_parses_in_its_dialect(name: str) -> None:
    sqlglot = module("sqlglot")
    command = sqlglot.exp.Command
    dialect = DIALECTS[name]
    for statement in statements(ddl(dialect)) + statements(upsert(dialect)):
        assert not isinstance(sqlglot.parse_one(statement, dialect=name), command)


def test_bigquerys_own_classes_read_the_schema() -> None:
    field = module("google.cloud.bigquery").SchemaField
    for table, record in RECORDS.items():
        read = [field.from_api_repr(one) for one in bigquery_schema(table)]
        assert [one.name for one in read] == list(record.__annotations__)
        assert [one.to_api_repr() for one in read] == bigquery_schema(table)
    acts = {one.name: one for one in map(field.from_api_repr, bigquery_schema("segments"))}["acts"]
    assert [(one.name, one.mode) for one in acts.fields][:3] == [
        ("type", "REQUIRED"),
        ("plover", "NULLABLE"),
        ("plover_mode", "NULLABLE"),
    ]
