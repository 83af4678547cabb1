"""The statements of a dialect: tables with their comments, views, and the upsert recipe."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from pipeline.warehouse.dialects import INDENT, Dialect
from transforms.columns import Column, Kind, columns
from transforms.records import TABLES, Act, Mention, Quote

LOADS = "_loads"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A run that stands in the warehouse: a row of `_loads`, the last thing a load writes."""

    run_id: str  # the run
    finished: str  # when the run was published
    articles: int  # its rows of articles
    segments: int  # its rows of segments
    rejects: int  # its rows of rejects
    schema_version: int  # of the tables


RECORDS: dict[str, type] = {**TABLES, LOADS: Load}
"""Every table of the warehouse and its record class."""


def create_table(dialect: Dialect, table: str, name: str = "") -> str:
    """CREATE TABLE, with a statement for each comment where the dialect wants one."""
    name = name or table
    described = columns(RECORDS[table])
    lines = f",\n{INDENT}".join(map(dialect.column, described))
    options = dialect.table_options(table)
    statements = [
        f"CREATE TABLE IF NOT EXISTS {dialect.quote(name)} (\n{INDENT}{lines}\n){options};"
    ]
    if dialect.comment_statements:
        statements += [
            f"COMMENT ON COLUMN {dialect.quote(name)}.{dialect.quote(column.name)} IS "
            f"{dialect.text(column.comment)};"
            for column in described
        ]
    return "\n".join(statements)


def names(dialect: Dialect, table: str, prefix: str = "") -> str:
    """A table's columns, parted by commas."""
    return ", ".join(prefix + dialect.quote(column.name) for column in columns(RECORDS[table]))


def current_articles(dialect: Dialect) -> str:
    """Of each article and revision the row of the run that was finished last, of runs loaded."""
    place = "PARTITION BY a.article_id, a.revision ORDER BY l.finished DESC, l.run_id DESC"
    return f"""CREATE OR REPLACE VIEW current_articles AS
SELECT {names(dialect, "articles")}
FROM (
  SELECT a.*, ROW_NUMBER() OVER ({place}) AS place
  FROM articles AS a JOIN _loads AS l ON l.run_id = a.run_id
) AS placed
WHERE place = 1;"""


_JOINED = """FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id"""


def demands(dialect: Dialect) -> str:
    """One row an act, issuer and addressee; null where one is not known."""
    act = _fields(dialect, "act", Act)
    inner = {
        "published": "a.published",
        **{name: act[name] for name in "type plover cameo modality inherited".split()},
        "text": f"s.{dialect.quote('text')}",
        **_where(dialect),
        "cue": dialect.substring(f"a.{dialect.quote('text')}", act["cue_start"], act["cue_end"]),
        "rule": act["rule"],
        "issuers": act["issuers"],
        "addressees": act["addressees"],
    }
    outer = "published issuer addressee type plover cameo modality inherited text title url".split()
    outer += "language article_id revision segment_id cue rule".split()
    lists = {side: f"acts.{dialect.quote(f'{side}s')}" for side in ("issuer", "addressee")}
    values = {side: f"{dialect.element(side, rows)} AS {side}" for side, rows in lists.items()}
    chosen = ", ".join(values.get(name, f"acts.{dialect.quote(name)}") for name in outer)
    rows = f"s.{dialect.quote('acts')}"
    joins = "\n".join(dialect.unnest_or_null(rows, side) for side, rows in lists.items())
    return (
        f"""CREATE OR REPLACE VIEW demands AS
SELECT {chosen}
FROM (
{_select(dialect, inner, rows, "act", Act)}
) AS acts
{joins}""".rstrip()
        + ";"
    )


def mentions(dialect: Dialect) -> str:
    """One row a mention of an actor."""
    mention = _fields(dialect, "mention", Mention)
    chosen = {
        "published": "a.published",
        **mention,
        "kind": "s.kind",
        "segment_text": f"s.{dialect.quote('text')}",
        **_where(dialect),
    }
    rows = f"s.{dialect.quote('mentions')}"
    return (
        f"CREATE OR REPLACE VIEW mentions AS\n{_select(dialect, chosen, rows, 'mention', Mention)};"
    )


def quotes(dialect: Dialect) -> str:
    """One row a quote, with its words."""
    quote = _fields(dialect, "quote", Quote)
    whole = f"a.{dialect.quote('text')}"
    chosen = {
        "published": "a.published",
        "speaker": quote["speaker"],
        "kind": quote["kind"],
        "words": dialect.substring(whole, quote["start"], quote["end"]),
        **_where(dialect),
    }
    rows = f"s.{dialect.quote('quotes')}"
    select = _select(dialect, chosen, rows, "quote", Quote)
    return f"CREATE OR REPLACE VIEW quotes AS\n{select};"


def _where(dialect: Dialect) -> dict[str, str]:
    """What tells where a row of a view stands."""
    return {
        "title": "a.title",
        "url": "a.url",
        "language": "s.language",
        "article_id": "s.article_id",
        "revision": "s.revision",
        "segment_id": "s.segment_id",
    }


def _fields(dialect: Dialect, alias: str, record: type) -> dict[str, str]:
    return {column.name: dialect.field(alias, column) for column in columns(record)}


def _select(dialect: Dialect, chosen: dict[str, str], rows: str, alias: str, record: type) -> str:
    listed = f",\n{INDENT}".join(
        f"{value} AS {dialect.quote(name)}" for name, value in chosen.items()
    )
    return f"SELECT\n{INDENT}{listed}\n{_JOINED}\n{dialect.unnest(rows, alias, columns(record))}"


def ddl(dialect: Dialect) -> str:
    """Every table and view of a dialect, in order of need."""
    parts = [create_table(dialect, table) for table in RECORDS]
    parts += [current_articles(dialect), demands(dialect), mentions(dialect), quotes(dialect)]
    return "\n\n".join(parts) + "\n"


def upsert(dialect: Dialect) -> str:
    """The recipe for one row an article and revision, where no history is wanted.

    What is new lies in `articles_loading` and `segments_loading`, tables of the same columns.
    """
    parts = [
        _delete(dialect, "segments"),
        _insert(dialect, "segments"),
    ]
    if dialect.merges:
        parts.append(_merge(dialect))
    else:
        parts += [_delete(dialect, "articles"), _insert(dialect, "articles")]
    return "\n".join(parts) + "\n"


def _delete(dialect: Dialect, table: str) -> str:
    if not dialect.merges:
        new = "SELECT article_id, revision FROM articles_loading"
        return f"DELETE FROM {table} WHERE (article_id, revision) IN ({new});"
    return f"""DELETE FROM {table} WHERE EXISTS (
  SELECT 1 FROM articles_loading AS n
  WHERE n.article_id = {table}.article_id AND n.revision = {table}.revision
);"""


def _insert(dialect: Dialect, table: str) -> str:
    listed = names(dialect, table)
    return f"INSERT INTO {table} ({listed})\nSELECT {listed} FROM {table}_loading;"


def _merge(dialect: Dialect) -> str:
    quoted = [dialect.quote(column.name) for column in columns(RECORDS["articles"])]
    sets = ", ".join(f"{name} = n.{name}" for name in quoted)
    values = ", ".join(f"n.{name}" for name in quoted)
    return f"""MERGE INTO articles USING articles_loading AS n
  ON articles.article_id = n.article_id AND articles.revision = n.revision
WHEN MATCHED THEN UPDATE SET {sets}
WHEN NOT MATCHED THEN INSERT ({", ".join(quoted)}) VALUES ({values});"""


def bigquery_schema(table: str) -> list[dict[str, Any]]:
    """A table's schema as `bq load --schema` and BigQuery's clients read it."""
    return list(_bigquery_fields(columns(RECORDS[table])))


def _bigquery_fields(described: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    types = {Kind.INTEGER: "INTEGER", Kind.TEXT: "STRING", Kind.FLOAT: "FLOAT"}
    for column in described:
        mode = "REPEATED" if column.repeated else "NULLABLE" if column.nullable else "REQUIRED"
        kind = types.get(column.kind, column.kind.value.upper())
        field = {"name": column.name, "type": kind, "mode": mode, "description": column.comment}
        if column.fields:
            yield {**field, "fields": list(_bigquery_fields(column.fields))}
        else:
            yield field
