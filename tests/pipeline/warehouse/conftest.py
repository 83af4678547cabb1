"""Warehouses to load into, and published runs whose rows the tests make themselves."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import importlib.util
import json
import os
import pathlib
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

import pytest

from pipeline.warehouse.load import open_target
from tests.transforms.test_schema import ID, ROWS, TIME
from transforms.records import (
    SCHEMA_VERSION,
    TABLES,
    Act,
    Article,
    Dateline,
    Mention,
    Reject,
    Row,
    Segment,
    Sightings,
    to_json,
)

POSTGRESQL = os.environ.get("COMMUNIQUE_TEST_POSTGRESQL", "")
"""The URL of a server in which the tests may create schemas; `.ci/run` starts one."""
CHDB = importlib.util.find_spec("chdb") is not None
_ROWS: Mapping[str, Any] = ROWS


class Warehouse:
    """An empty warehouse: where it is, and what a query gives."""

    def __init__(self, kind: str, url: str) -> None:
        self.kind, self.url = kind, url

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of a query; times aware of their zone, decimals as floats."""
        return [tuple(map(_plain, row)) for row in self._rows(statement)]

    def execute(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self._rows(statement)

    def _rows(self, statement: str) -> Sequence[Sequence[Any]]:
        if self.kind == "duckdb":
            import duckdb

            with duckdb.connect(self.url.removeprefix("duckdb:///")) as database:
                database.execute("SET TimeZone = 'UTC'")
                return database.execute(statement).fetchall()
        if self.kind == "postgresql":
            import psycopg

            with psycopg.connect(self.url, autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        import clickhouse_connect

        client = clickhouse_connect.get_client(dsn=self.url)
        try:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                return list(client.query(statement).result_rows)
            client.command(statement.rstrip(";"))
            return []
        finally:
            client.close()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        utc = datetime.timezone.utc
        return value.replace(tzinfo=utc) if value.tzinfo is None else value.astimezone(utc)
    return float(value) if isinstance(value, decimal.Decimal) else value


@pytest.fixture(params=["duckdb", "postgresql", "chdb"])
def warehouse(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[Warehouse]:
    """Each warehouse that this machine has, empty."""
    yield from _open(request.param, tmp_path)


@pytest.fixture(params=["duckdb", "postgresql"])
def sql_warehouse(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[Warehouse]:
    """Those that the analysts' questions are written for."""
    yield from _open(request.param, tmp_path)


def _open(kind: str, folder: pathlib.Path) -> Iterator[Warehouse]:
    if kind == "duckdb":
        yield Warehouse(kind, f"duckdb:///{folder}/test.duckdb")
    elif kind == "chdb":
        if not CHDB:
            pytest.skip("chdb is in requirements/warehouse.lock only")
        yield Warehouse(kind, f"chdb:///{folder}/chdb")
    else:
        if not POSTGRESQL:
            pytest.skip("COMMUNIQUE_TEST_POSTGRESQL names no server")
        schema = f"t{uuid.uuid4().hex}"
        joint = "&" if "?" in POSTGRESQL else "?"
        own = f"{POSTGRESQL}{joint}options=-csearch_path%3D{schema}%20-ctimezone%3DUTC"
        Warehouse(kind, POSTGRESQL).execute(f"CREATE SCHEMA {schema}")
        yield Warehouse(kind, own)
        Warehouse(kind, POSTGRESQL).execute(f"DROP SCHEMA {schema} CASCADE")


def article(**changes: Any) -> Article:
    """A row of `articles` with hardly anything null, changed as asked."""
    row = dataclasses.replace(
        _ROWS["articles"],
        revision=1,
        authors=("A", "B's"),
        categories=(),
        published=TIME,
        dateline=Dateline(
            outlet=None, agency="Norova", place="القاهرة", date="2026-03-09", date_text="9.3."
        ),
        language="ar",
        text="تطالب موسكو الناتو",
        last_seen=None,
    )
    return cast(Article, dataclasses.replace(row, **changes))


def act(**changes: Any) -> Act:
    """An act of the article's segment."""
    (row,) = cast(Segment, _ROWS["segments"]).acts
    parties = {"issuers": ("state:RUS",), "addressees": ("igo:NATO", "state:USA")}
    return dataclasses.replace(row, rule="verb", **{**parties, **changes})


def segment(**changes: Any) -> Segment:
    """A row of `segments`, of that article."""
    values = {"article_id": ID, "revision": 1, "index": 0, **changes}
    mention = Mention(
        actor_id="state:RUS",
        principal="state:RUS",
        type="state",
        role=None,
        start=6,
        end=11,
        text="موسكو",
        tagger="names-2:name",
    )
    row = dataclasses.replace(
        _ROWS["segments"],
        segment_id="{article_id}-{revision}-{index}".format(**values),
        revision=1,
        kind="paragraph",
        end=18,
        text="تطالب موسكو الناتو",
        list=None,
        position=None,
        lead_in=None,
        language="ar",
        principals=("state:RUS", "igo:NATO"),
        mentions=(mention,),
        quotes=(),
        acts=(act(),),
        published=TIME,
    )
    return cast(Segment, dataclasses.replace(row, **changes))


def reject(**changes: Any) -> Reject:
    """A row of `rejects`."""
    row = dataclasses.replace(
        _ROWS["rejects"],
        source_uri="b.xml",
        entry=None,
        reason="empty",
        detail='a "quoted" \\ word, \x01 and\ta tab',
        payload="line\r\nline",
    )
    return cast(Reject, dataclasses.replace(row, **changes))


def sightings(**changes: Any) -> Sightings:
    """A row of `sightings`, of that article."""
    row = dataclasses.replace(_ROWS["sightings"], revision=1, last_seen=None)
    return cast(Sightings, dataclasses.replace(row, **changes))


Publish = Callable[..., str]


@pytest.fixture
def publish(tmp_path: pathlib.Path) -> Publish:
    """Publishes rows as a run, as the command would: shards, then a manifest."""

    def published(
        *rows: Row,
        run_id: str = "r",
        finished: str = "2026-03-10T00:00:00Z",
        claimed: int = 0,
    ) -> str:
        out = tmp_path / "out"
        tables: dict[str, list[dict[str, Any]]] = {}
        for table, kind in TABLES.items():
            own = [dataclasses.replace(row, run_id=run_id) for row in rows if type(row) is kind]
            path = f"{table}/run={run_id}/part-00000.jsonl"
            (out / path).parent.mkdir(parents=True)
            text = "".join(to_json(row) + "\n" for row in own)
            (out / path).write_text(text, encoding="utf-8")
            tables[table] = [{"path": path, "rows": len(own) + claimed}]
        manifest = {
            "run_id": run_id,
            "finished": finished,
            "schema_version": SCHEMA_VERSION,
            "tables": tables,
        }
        where = out / "_runs" / run_id / "manifest.json"
        where.parent.mkdir(parents=True)
        where.write_text(json.dumps(manifest), encoding="utf-8")
        return str(out)

    return published


def prepare(warehouse: Warehouse) -> None:
    """The tables and views, empty."""
    target = open_target(warehouse.url)
    target.prepare()
    target.close()
