"""Rows as Parquet: the columns of `transforms/columns.py` as Arrow types, zstd within."""

from __future__ import annotations

import io
from typing import Any

import pyarrow
import pyarrow.json
import pyarrow.parquet

from transforms.columns import Column, Kind, table_columns

_ROW_GROUP_BYTES = 32 << 20
"""Bytes of JSON that a row group holds at most, or one slice: some ten of them in a shard."""
_ROW_GROUP_ROWS = 122_880
_TYPES = {
    Kind.TEXT: pyarrow.string(),
    Kind.INTEGER: pyarrow.int64(),
    Kind.FLOAT: pyarrow.float64(),
    Kind.BOOLEAN: pyarrow.bool_(),
    Kind.TIMESTAMP: pyarrow.timestamp("us", "UTC"),
    Kind.DATE: pyarrow.date32(),
}


def arrow_schema(table: str, dates: pyarrow.DataType = _TYPES[Kind.DATE]) -> pyarrow.Schema:
    """A table's Arrow schema; dates may be another type."""
    return pyarrow.schema([_field(column, dates) for column in table_columns(table)])


def _field(column: Column, dates: pyarrow.DataType) -> pyarrow.Field:
    if column.kind is Kind.RECORD:
        inner = pyarrow.struct([_field(field, dates) for field in column.fields])
    else:
        inner = dates if column.kind is Kind.DATE else _TYPES[column.kind]
    kind = pyarrow.list_(inner) if column.repeated else inner
    return pyarrow.field(column.name, kind, column.nullable, {"comment": column.comment})


class _Sink(io.RawIOBase):
    """A file that only grows, whose bytes are taken away as they come."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: Any, /) -> int:
        fresh = bytes(data)
        self._waiting += fresh
        self._written += len(fresh)
        return len(fresh)

    def take(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


class ParquetPacker:
    """A Parquet file from JSON Lines; the same rows give the same bytes with the same pyarrow."""

    def __init__(self, table: str) -> None:
        self._schema = arrow_schema(table)
        # Arrow reads no dates from JSON, but casts them
        self._options = pyarrow.json.ParseOptions(arrow_schema(table, pyarrow.string()))
        self._sink = _Sink()
        self._writer = pyarrow.parquet.ParquetWriter(
            self._sink, self._schema, compression="zstd", version="2.6"
        )
        self._waiting: list[bytes] = []
        self._rows = self._bytes = 0

    def add(self, lines: bytes, /) -> bytes:
        """The row groups that are full."""
        rows = lines.count(b"\n")
        if self._waiting and (
            self._bytes + len(lines) > _ROW_GROUP_BYTES or self._rows + rows > _ROW_GROUP_ROWS
        ):
            self._write_group()
        self._waiting.append(lines)
        self._rows += rows
        self._bytes += len(lines)
        return self._sink.take()

    def finish(self) -> bytes:
        """The last row group and the footer."""
        if self._waiting:
            self._write_group()
        self._writer.close()
        return self._sink.take()

    def _write_group(self) -> None:
        data = b"".join(self._waiting)
        self._waiting, self._rows, self._bytes = [], 0, 0
        read = pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1)
        rows = pyarrow.json.read_json(
            io.BytesIO(data), read_options=read, parse_options=self._options
        )
        self._writer.write_table(rows.cast(self._schema), row_group_size=_ROW_GROUP_ROWS)
