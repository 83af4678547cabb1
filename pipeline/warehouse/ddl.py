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
    sightings: int  # its rows of sightings
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


CURRENT_SIGHTINGS = """CREATE OR REPLACE VIEW current_sightings AS
SELECT s.article_id, s.content_hash, MIN(s.first_seen) AS first_seen, MAX(s.last_seen) AS last_seen,
  MAX(s.sightings) AS sightings
FROM sightings AS s JOIN _loads AS l ON l.run_id = s.run_id
GROUP BY s.article_id, s.content_hash;"""
"""How often each text was seen: a run's count holds those of the runs that it builds on, so counts
are merged by the greatest and never added up."""

_JOINED = """FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id"""


def demands(dialect: Dialect) -> str:
    """One row an act, as `communique demands` has it: several parties are parted by blanks."""
    act = _fields(dialect, "act", Act)
    parties = {side: dialect.joined(act[f"{side}s"]) for side in _SIDES}
    select = _select(dialect, _act(dialect, parties), f"s.{dialect.quote('acts')}", "act", Act)
    return f"CREATE OR REPLACE VIEW demands AS\n{select};"


def demand_pairs(dialect: Dialect) -> str:
    """One row an act, issuer and addressee; null where one is not known."""
    act = _fields(dialect, "act", Act)
    inner = _act(dialect, {side: act[f"{side}s"] for side in _SIDES})
    lists = {side: f"acts.{dialect.quote(side)}" for side in _SIDES}
    values = {side: f"{dialect.element(f'one_{side}', lists[side])} AS {side}" for side in lists}
    chosen = ", ".join(values.get(name, f"acts.{dialect.quote(name)}") for name in inner)
    rows = f"s.{dialect.quote('acts')}"
    joins = "\n".join(dialect.unnest_or_null(lists[side], f"one_{side}") for side in lists)
    return (
        f"""CREATE OR REPLACE VIEW demand_pairs AS
SELECT {chosen}
FROM (
{_select(dialect, inner, rows, "act", Act)}
) AS acts
{joins}""".rstrip()
        + ";"
    )


_SIDES = ("issuer", "addressee")


def _act(dialect: Dialect, parties: dict[str, str]) -> dict[str, str]:
    """The columns of an act, in the order of `pipeline.demands.Demand`."""
    act, where = _fields(dialect, "act", Act), _where(dialect)
    told = "type plover plover_mode cameo modality inherited".split()
    return {
        "published": "a.published",
        **parties,
        **{name: act[name] for name in told},
        "text": f"s.{dialect.quote('text')}",
        **{name: where.pop(name) for name in ("title", "url", "language")},
        "cue": dialect.substring(f"a.{dialect.quote('text')}", act["cue_start"], act["cue_end"]),
        "rule": act["rule"],
        **where,
    }


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
    parts += [current_articles(dialect), CURRENT_SIGHTINGS]
    parts += [view(dialect) for view in (demands, demand_pairs, mentions, quotes)]
    return "\n\n".join(parts) + "\n"


def upsert(dialect: Dialect) -> str:
    """The recipe for one row an article and revision, where no history is wanted.

    What is new lies in `articles_loading`, `segments_loading` and `sightings_loading`, tables of
    the same columns. Sightings have one row a text.
    """
    parts = [_delete(dialect, "segments"), _insert(dialect, "segments")]
    if dialect.merges:
        parts += [_merge(dialect, "articles", "revision"), _merge(dialect, *_TEXT)]
    else:
        parts += [_delete(dialect, "articles"), _insert(dialect, "articles")]
        parts.append(_merge_by_group(dialect))
    return "\n".join(parts) + "\n"


_TEXT = ("sightings", "content_hash")
_MERGED = {"first_seen": "LEAST", "last_seen": "GREATEST", "sightings": "GREATEST"}
"""What of two rows of sightings is kept; all else is the newer one's."""


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


def _merge(dialect: Dialect, table: str, key: str) -> str:
    """One row an article and key; of sightings the earliest, the latest and the greatest."""
    quoted = {column.name: dialect.quote(column.name) for column in columns(RECORDS[table])}
    values = {name: f"n.{own}" for name, own in quoted.items()}
    merged = dict(values)
    for name, function in _MERGED.items() if table == "sightings" else ():
        both = f"{table}.{quoted[name]}, n.{quoted[name]}"
        merged[name] = f"COALESCE({function}({both}), {both})"  # null where either is, or not
    sets = ", ".join(f"{own} = {merged[name]}" for name, own in quoted.items())
    listed, new = ", ".join(quoted.values()), ", ".join(values.values())
    return f"""MERGE INTO {table} USING {table}_loading AS n
  ON {table}.article_id = n.article_id AND {table}.{key} = n.{key}
WHEN MATCHED THEN UPDATE SET {sets}
WHEN NOT MATCHED THEN INSERT ({listed}) VALUES ({new});"""


def _merge_by_group(dialect: Dialect) -> str:
    """The same for sightings without MERGE: old rows join the new, and all come back as one."""
    listed = names(dialect, "sightings")
    new = "SELECT article_id, content_hash FROM sightings_loading"
    kept = {"article_id": "article_id", "content_hash": "content_hash"}
    kept |= {"first_seen": "min(first_seen)", "last_seen": "max(last_seen)"}
    kept |= {"sightings": "max(sightings)"}
    chosen = ", ".join(
        kept.get(column.name, f"argMax({column.name}, sightings)")
        for column in columns(RECORDS["sightings"])
    )
    return f"""INSERT INTO sightings_loading ({listed})
SELECT {listed} FROM sightings WHERE (article_id, content_hash) IN ({new});
DELETE FROM sightings WHERE (article_id, content_hash) IN ({new});
INSERT INTO sightings ({listed})
SELECT {chosen}
FROM sightings_loading GROUP BY article_id, content_hash;"""


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
