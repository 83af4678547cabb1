"""Databricks, and those that keep what is nested in one untyped column: Snowflake and Redshift."""

from __future__ import annotations

from pipeline.warehouse.dialects import BigQuery, ClickHouse, Dialect, DuckDB, PostgreSQL
from transforms.columns import Column, Kind


class Databricks(Dialect):
    """Databricks and Spark SQL on Delta tables."""

    name = "databricks"
    types = {
        Kind.TEXT: "STRING",
        Kind.INTEGER: "BIGINT",
        Kind.FLOAT: "DOUBLE",
        Kind.BOOLEAN: "BOOLEAN",
        Kind.TIMESTAMP: "TIMESTAMP",
        Kind.DATE: "DATE",
    }
    mark = "`"
    escapes = True
    inline_comments = True

    def record(self, column: Column) -> str:
        """A struct whose fields have their own comments."""
        fields = [
            f"{self.quote(field.name)}: {self.type(field)}{self.comment(field)}"
            for field in column.fields
        ]
        return f"STRUCT<{', '.join(fields)}>"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """A lateral view."""
        return f"LATERAL VIEW EXPLODE({rows}) {alias}_ AS {alias}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """An outer lateral view."""
        return f"LATERAL VIEW OUTER EXPLODE({values}) {alias}_ AS {alias}"

    def joined(self, values: str) -> str:
        """Its own name for it."""
        return f"ARRAY_JOIN({values}, ' ')"


class Snowflake(Dialect):
    """Snowflake: names in capitals are the same with and without quotes."""

    name = "snowflake"
    types = {
        Kind.TEXT: "VARCHAR",
        Kind.INTEGER: "INTEGER",
        Kind.FLOAT: "FLOAT",
        Kind.BOOLEAN: "BOOLEAN",
        Kind.TIMESTAMP: "TIMESTAMP_TZ",
        Kind.DATE: "DATE",
    }
    escapes = True
    inline_comments = True

    def quote(self, name: str) -> str:
        """In capitals."""
        return f'"{name.upper()}"'

    def record(self, column: Column) -> str:
        """As VARIANT: what JSON's null gives is then null."""
        return "VARIANT"

    def list(self, column: Column, inner: str) -> str:
        """An untyped array."""
        return "ARRAY"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """FLATTEN."""
        return f"CROSS JOIN LATERAL FLATTEN(INPUT => {rows}) AS {alias}"

    def field(self, alias: str, column: Column) -> str:
        """A path into the element, cast."""
        return self.path(f"{alias}.value", column)

    def path(self, value: str, column: Column) -> str:
        """A key of a VARIANT, cast; JSON's null becomes SQL's, by the cast or by itself."""
        path = f'{value}:"{column.name}"'
        if column.kind is Kind.RECORD and not column.repeated:
            return f"STRIP_NULL_VALUE({path})"
        return f"{path}::{self.type(column)}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """FLATTEN that keeps a row for an empty list."""
        return f"CROSS JOIN LATERAL FLATTEN(INPUT => {values}, OUTER => TRUE) AS {alias}"

    def element(self, alias: str, values: str) -> str:
        """The element, cast."""
        return f"{alias}.value::VARCHAR"

    def joined(self, values: str) -> str:
        """By its JSON: the emulator cannot join an array; ids hold neither quotes nor blanks."""
        return f"""REPLACE(TRIM({values}::VARCHAR, '[]"'), '","', ' ')"""


class Redshift(Dialect):
    """Amazon Redshift: what is nested is SUPER; its texts end at 65,535 bytes."""

    name = "redshift"
    comment_statements = True
    types = {
        Kind.TEXT: "VARCHAR(65535)",
        Kind.INTEGER: "BIGINT",
        Kind.FLOAT: "DOUBLE PRECISION",
        Kind.BOOLEAN: "BOOLEAN",
        Kind.TIMESTAMP: "TIMESTAMPTZ",
        Kind.DATE: "DATE",
    }

    def record(self, column: Column) -> str:
        """As SUPER."""
        return "SUPER"

    def list(self, column: Column, inner: str) -> str:
        """As SUPER."""
        return "SUPER"

    def unnest(self, rows: str, alias: str, fields: tuple[Column, ...]) -> str:
        """A list is a table of its own rows."""
        return f"CROSS JOIN {rows} AS {alias}"

    def field(self, alias: str, column: Column) -> str:
        """A path into the element, cast."""
        path = super().field(alias, column)
        return path if column.repeated else f"{path}::{self.types[column.kind]}"

    def unnest_or_null(self, values: str, alias: str) -> str:
        """A left join with the list."""
        return f"LEFT JOIN {values} AS {alias} ON TRUE"

    def element(self, alias: str, values: str) -> str:
        """The element, cast."""
        return f"{alias}::VARCHAR(65535)"

    def joined(self, values: str) -> str:
        """By its JSON, as no function joins a SUPER; ids hold neither quotes nor blanks."""
        return f"""REPLACE(BTRIM(JSON_SERIALIZE({values}), '[]"'), '","', ' ')"""

    def substring(self, text: str, start: str, end: str) -> str:
        """Its numbers are no bigint."""
        return f"SUBSTRING({text}, ({start} + 1)::INT, ({end} - {start})::INT)"


DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        BigQuery(),
        ClickHouse(),
        Databricks(),
        DuckDB(),
        PostgreSQL(),
        Redshift(),
        Snowflake(),
    )
}
