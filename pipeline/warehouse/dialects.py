"""What each warehouse calls our types, and how it takes a list apart; one small class a dialect.

Columns come from the record classes (`transforms/columns.py`); names are quoted so that they are
the same as without quotes, in every dialect.
"""

from __future__ import annotations

from collections.abc import Mapping

from transforms.columns import Column, Kind

INDENT = "  "


class Dialect:
    """What is common; a subclass says what its warehouse does in its own way.

    types: by kind, without RECORD. escapes: a backslash escapes in strings. merges: has MERGE.
    inline_comments: COMMENT stands behind a column's type. comment_statements: it is a statement
    of its own.
    """

    name = ""
    types: Mapping[Kind, str] = {}
    mark = '"'
    not_null = " NOT NULL"
    escapes = False
    merges = True
    inline_comments = False
    comment_statements = False

    def quote(self, name: str) -> str:
        """A column's or table's name."""
        return f"{self.mark}{name}{self.mark}"

    def text(self, value: str) -> str:
        """A string as a literal."""
        if self.escapes:
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return "'" + value.replace("'", "''") + "'"

    def type(self, column: Column) -> str:
        """A column's type, without whether it may be null."""
        inner = self.record(column) if column.kind is Kind.RECORD else self.types[column.kind]
        return self.list(column, inner) if column.repeated else inner

    def record(self, column: Column) -> str:
        """The type of a column with fields."""
        raise NotImplementedError

    def list(self, column: Column, inner: str) -> str:
        """The type of a list."""
        return f"ARRAY<{inner}>"

    def column(self, column: Column) -> str:
        """A column as it stands in CREATE TABLE."""
        null = "" if column.nullable else self.not_null
        return f"{self.quote(column.name)} {self.type(column)}{null}{self.comment(column)}"

    def comment(self, column: Column) -> str:
        """A column's comment, where it stands behind its type."""
        return f" COMMENT {self.text(column.comment)}" if self.inline_comments else ""

    def table_options(self, table: str) -> str:
        """What stands behind a table's columns."""
        return ""

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """A join with each element of a list of records; its fields are then `field`s of it."""
        return f"CROSS JOIN UNNEST({rows}) AS {alias}"

    def field(self, alias: str, column: Column) -> str:
        """A field of an element that `unnest` gave."""
        return f"{alias}.{self.quote(column.name)}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """A join with each element of a list of text, or with one null where it is empty."""
        return f"LEFT JOIN UNNEST({values}) AS {alias} ON TRUE"

    def element(self, alias: str, values: str) -> str:
        """The value that `unnest_or_null` gave."""
        return alias

    def joined(self, values: str) -> str:
        """A list of text as one, parted by blanks; empty where the list is."""
        return f"ARRAY_TO_STRING({values}, ' ')"

    def substring(self, text: str, start: str, end: str) -> str:
        """The code points of a text from start to end, counted from 0."""
        return f"SUBSTR({text}, {start} + 1, {end} - {start})"


class DuckDB(Dialect):
    """DuckDB 1.2 and later."""

    name = "duckdb"
    comment_statements = True
    types = {
        Kind.TEXT: "VARCHAR",
        Kind.INTEGER: "BIGINT",
        Kind.FLOAT: "DOUBLE",
        Kind.BOOLEAN: "BOOLEAN",
        Kind.TIMESTAMP: "TIMESTAMPTZ",
        Kind.DATE: "DATE",
    }

    def record(self, column: Column) -> str:
        """A struct."""
        fields = [f"{self.quote(field.name)} {self.type(field)}" for field in column.fields]
        return f"STRUCT({', '.join(fields)})"

    def list(self, column: Column, inner: str) -> str:
        """A list."""
        return f"{inner}[]"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """Each struct as the one column of a row."""
        return f"CROSS JOIN UNNEST({rows}) AS {alias}_(one)"

    def field(self, alias: str, column: Column) -> str:
        """A field of that struct."""
        return f"{alias}_.one.{self.quote(column.name)}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """A lateral join."""
        return f"LEFT JOIN LATERAL UNNEST({values}) AS {alias}(one) ON TRUE"

    def element(self, alias: str, values: str) -> str:
        """The one column."""
        return f"{alias}.one"


class PostgreSQL(Dialect):
    """PostgreSQL 15 and later: lists of text as arrays, what is nested as jsonb."""

    name = "postgresql"
    comment_statements = True
    types = {
        Kind.TEXT: "text",
        Kind.INTEGER: "bigint",
        Kind.FLOAT: "double precision",
        Kind.BOOLEAN: "boolean",
        Kind.TIMESTAMP: "timestamptz",
        Kind.DATE: "date",
    }

    def record(self, column: Column) -> str:
        """As jsonb."""
        return "jsonb"

    def list(self, column: Column, inner: str) -> str:
        """An array, or jsonb that holds one."""
        return inner if inner == "jsonb" else f"{inner}[]"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """The elements of a jsonb array as rows."""
        typed = [f"{self.quote(field.name)} {self.type(field)}" for field in fields]
        return f"CROSS JOIN LATERAL jsonb_to_recordset({rows}) AS {alias}({', '.join(typed)})"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """A lateral join."""
        return f"LEFT JOIN LATERAL unnest({values}) AS {alias}(one) ON TRUE"

    def element(self, alias: str, values: str) -> str:
        """The one column."""
        return f"{alias}.one"

    def substring(self, text: str, start: str, end: str) -> str:
        """Its numbers are no bigint."""
        return f"substr({text}, ({start} + 1)::int, ({end} - {start})::int)"


class ClickHouse(Dialect):
    """ClickHouse: a run is a partition, so that it appears, and goes, at once."""

    name = "clickhouse"
    types = {
        Kind.TEXT: "String",
        Kind.INTEGER: "Int64",
        Kind.FLOAT: "Float64",
        Kind.BOOLEAN: "Bool",
        Kind.TIMESTAMP: "DateTime64(0, 'UTC')",
        Kind.DATE: "Date32",
    }
    mark = "`"
    escapes = True
    not_null = ""
    merges = False
    inline_comments = True

    def type(self, column: Column) -> str:
        """Null is part of a type; a record that is null has fields that are."""
        inner = super().type(column)
        return f"Nullable({inner})" if column.nullable and not column.fields else inner

    def record(self, column: Column) -> str:
        """A named tuple."""
        fields = [f"{self.quote(field.name)} {self.type(field)}" for field in column.fields]
        return f"Tuple({', '.join(fields)})"

    def list(self, column: Column, inner: str) -> str:
        """An array."""
        return f"Array({inner})"

    def table_options(self, table: str) -> str:
        """A partition a run, in the order in which the rows stand in the shards."""
        order = {
            "articles": "(article_id, revision)",
            "segments": "(article_id, revision, `index`)",
            "rejects": "source_uri",
            "sightings": "(article_id, revision)",
        }
        key = order.get(table, "run_id")
        return f"\nENGINE = MergeTree PARTITION BY run_id ORDER BY {key}"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """ARRAY JOIN."""
        return f"ARRAY JOIN {rows} AS {alias}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """No join: a query has one ARRAY JOIN only."""
        return ""

    def element(self, alias: str, values: str) -> str:
        """The function, over a list that has one null where it was empty."""
        return f"arrayJoin(emptyArrayToSingle(CAST({values} AS Array(Nullable(String)))))"

    def joined(self, values: str) -> str:
        """Its own name for it."""
        return f"arrayStringConcat({values}, ' ')"

    def substring(self, text: str, start: str, end: str) -> str:
        """By code points, where both ends are known."""
        return f"substringUTF8({text}, {start} + 1, {end} - {start})"


class BigQuery(Dialect):
    """BigQuery's SQL; its lists are never null."""

    name = "bigquery"
    types = {
        Kind.TEXT: "STRING",
        Kind.INTEGER: "INT64",
        Kind.FLOAT: "FLOAT64",
        Kind.BOOLEAN: "BOOL",
        Kind.TIMESTAMP: "TIMESTAMP",
        Kind.DATE: "DATE",
    }
    mark = "`"
    escapes = True

    def record(self, column: Column) -> str:
        """A struct whose fields have their own descriptions."""
        return f"STRUCT<{', '.join(map(self.column, column.fields))}>"

    def column(self, column: Column) -> str:
        """NOT NULL is for what is no list."""
        null = "" if column.nullable or column.repeated else self.not_null
        said = f" OPTIONS(description={self.text(column.comment)})"
        return f"{self.quote(column.name)} {self.type(column)}{null}{said}"

    def table_options(self, table: str) -> str:
        """By month of publication: years of archives stay below the limit of partitions."""
        if table not in ("articles", "segments"):
            return ""
        by = "PARTITION BY TIMESTAMP_TRUNC(published, MONTH) CLUSTER BY language, article_id"
        return f"\n{by}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """A correlated join has no ON."""
        return f"LEFT JOIN UNNEST({values}) AS {alias}"
