"""Parquet: the same rows as JSON Lines, with the types of the record classes."""

from __future__ import annotations

import io
import json
from typing import Any

import pyarrow.parquet
import pytest

from tests.transforms.test_schema import ROWS
from transforms.columns import table_columns
from transforms.parquet import ParquetPacker
from transforms.records import TABLES, to_json


def packed(table: str, *slices: bytes) -> bytes:
    """The bytes of a Parquet file."""
    packer = ParquetPacker(table)
    return b"".join([*map(packer.add, slices), packer.finish()])


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat().replace("+00:00", "Z") if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("table", TABLES)
def test_rows_come_back_whole(table: str) -> None:
    line = to_json(ROWS[table])
    bare: dict[str, Any] = {
        column.name: [] if column.repeated else None if column.nullable else value
        for column, value in zip(table_columns(table), json.loads(line).values(), strict=True)
    }
    hostile = {
        **json.loads(line),
        {"rejects": "detail", "sightings": "run_id"}.get(table, "text"): '\x01\u202e"\\\n',
    }
    rows = [json.loads(line), bare, hostile]
    data = packed(table, *(json.dumps(row).encode() + b"\n" for row in rows))
    read = pyarrow.parquet.read_table(io.BytesIO(data))
    assert plain(read.to_pylist()) == rows
    assert read.schema.names == [column.name for column in table_columns(table)]


def test_the_file_is_zstd_with_comments_and_types() -> None:
    data = packed("articles", to_json(ROWS["articles"]).encode() + b"\n")
    file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    schema = file.schema_arrow
    assert str(schema.field("published").type) == "timestamp[us, tz=UTC]"
    assert schema.field("run_id").metadata[b"comment"] == b"the run that wrote the row"
    assert not schema.field("article_id").nullable
    assert packed("articles", to_json(ROWS["articles"]).encode() + b"\n") == data


def test_a_file_without_rows_has_the_columns() -> None:
    read = pyarrow.parquet.read_table(io.BytesIO(packed("segments")))
    assert read.num_rows == 0
    assert read.schema.names[0] == "segment_id"


def test_row_groups_are_bounded() -> None:
    line = to_json(ROWS["rejects"]).encode() + b"\n"
    data = packed("rejects", *[line * 50_000] * 4)
    metadata = pyarrow.parquet.ParquetFile(io.BytesIO(data)).metadata
    groups = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
    assert groups == [100_000, 100_000]
