"""Slices to parts: nothing lost, in order, balanced, and days that are worth a partition."""

from __future__ import annotations

import gzip
import json
import pathlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from transforms.parts import (
    INPUTS,
    NO_DAY,
    PlannedPart,
    Shape,
    balance,
    days,
    plan_parts,
    write_part,
)
from transforms.records import TABLES, Reject
from transforms.shards import SLICES_A_PART, Slice, TableWriter


def cut(
    size: int, number: int = 0, day: str = "", shard: int = 0, table: str = "articles"
) -> Slice:
    """A slice of that size."""
    return Slice(
        table=table, day=day, shard=shard, number=number, path="p", start=0, bytes=size, rows=1
    )


@given(st.lists(st.integers(1, 1_000), max_size=60), st.integers(100, 5_000))
def test_balance_loses_nothing_and_keeps_the_order_and_the_bound(
    sizes: list[int], most: int
) -> None:
    slices = [cut(size, number) for number, size in enumerate(sizes)]
    parts = balance(slices, most)
    assert [part for group in parts for part in group] == slices
    assert all(len(group) == 1 or sum(part.bytes for part in group) <= most for group in parts)
    assert parts if slices else parts == [[]]


@given(st.integers(1, 40), st.integers(0, 2**32), st.integers(1_000, 4_000))
def test_parts_are_within_a_fifth_of_each_other(parts: int, seed: int, most: int) -> None:
    largest = most // SLICES_A_PART
    sizes, total = [], 0
    while total < parts * most:
        sizes.append(1 + seed % largest)
        total += sizes[-1]
        seed = (seed * 1_103_515_245 + 12_345) % 2**32
    found = [
        sum(part.bytes for part in group)
        for group in balance([cut(size, n) for n, size in enumerate(sizes)], most)
    ]
    assert max(found) <= most
    assert max(found) <= 1.2 * min(found)


def test_as_few_parts_as_can_be() -> None:
    slices = [cut(10, number) for number in range(64)]
    assert [len(group) for group in balance(slices, 640)] == [64]
    assert [len(group) for group in balance(slices, 639)] == [32, 32]


def test_a_day_needs_a_mebibyte_or_a_hundredth_of_the_run() -> None:
    small = [cut(100, day="2026-03-01"), cut(9_895, day="2026-03-02"), cut(5, day="2026-03-03")]
    assert days(small) == {"2026-03-01", "2026-03-02"}
    large = [cut(1 << 30, day="2026-03-01"), cut(1 << 20, day="2026-03-02"), cut(1 << 19, day="x")]
    assert days(large) == {"2026-03-01", "2026-03-02"}
    assert days([cut(10, day="")]) == frozenset()
    many = [cut(2 << 20, day=f"{number:05d}") for number in range(1_500)]
    assert len(days(many)) == 1_000


def test_parts_by_day_keep_both_tables_in_the_same_order() -> None:
    slices = [
        cut(size, number, day, shard, table)
        for table in ("segments", "articles")
        for number, (size, day, shard) in enumerate(
            [
                (50_000, "2026-03-02", 1),
                (50_000, "2026-03-02", 0),
                (1, "2026-01-09", 1),
                (1, "2026-01-08", 1),
                (1, "2026-01-09", 0),
                (1, "", 0),
            ]
        )
    ]
    planned = plan_parts(slices, Shape(by_day=True))
    for table in ("articles", "segments"):
        own = [part for part in planned if part.table == table]
        assert [part.partition for part in own] == ["2026-03-02", NO_DAY]
        assert [(part.day, part.shard) for part in own[1].slices] == [
            ("", 0),
            ("2026-01-08", 1),
            ("2026-01-09", 0),
            ("2026-01-09", 1),
        ]
        assert [part.shard for part in own[0].slices] == [0, 1]
    assert [part.number for part in planned] == list(range(len(planned)))


@pytest.mark.parametrize("by_day", [False, True])
def test_every_table_has_a_part_though_it_has_no_row(by_day: bool) -> None:
    planned = plan_parts([], Shape(by_day=by_day))
    assert [part.table for part in planned] == [*TABLES, INPUTS]
    assert planned[2].partition == ""
    assert planned[0].partition == (NO_DAY if by_day else "")


def reject(detail: str) -> Reject:
    """A row that says something."""
    return Reject(
        stage="read",
        source_uri="a",
        entry=None,
        reason="empty",
        detail=detail,
        payload="",
        run_id="r",
        schema_version=1,
    )


def test_slices_hold_every_row_once_by_day_and_in_order(tmp_path: pathlib.Path) -> None:
    writer = TableWriter("rejects", str(tmp_path), 3, slice_bytes=400)
    for number in range(20):
        writer.write(reject(f"{number} {'ä' * 10}"), day=f"d{number % 2}")
    slices = writer.close()
    assert {part.bytes > 400 for part in slices} == {False}
    assert {(part.table, part.shard) for part in slices} == {("rejects", 3)}
    assert [part.number for part in slices] == list(range(len(slices)))
    for day in (0, 1):
        found = []
        for part in slices:
            if part.day == f"d{day}":
                data = pathlib.Path(part.path).read_bytes()[part.start : part.start + part.bytes]
                lines = data.decode("utf-8").split("\n")[:-1]
                assert len(lines) == part.rows
                found += [int(json.loads(line)["detail"].split()[0]) for line in lines]
        assert found == list(range(day, 20, 2))


def test_a_table_without_rows_leaves_no_file(tmp_path: pathlib.Path) -> None:
    assert TableWriter("rejects", str(tmp_path), 0, slice_bytes=400).close() == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("compression", ["none", "gzip", "zstd"])
def test_a_part_is_its_slices_in_one_piece(tmp_path: pathlib.Path, compression: str) -> None:
    writer = TableWriter("rejects", str(tmp_path), 0, slice_bytes=400)
    for number in range(20):
        writer.write(reject(str(number)))
    slices = tuple(writer.close())
    planned = PlannedPart(number=0, table="rejects", partition="", slices=slices)
    shape = Shape(compression=compression)
    part = write_part(planned, str(tmp_path), shape)
    data = pathlib.Path(part.path).read_bytes()
    assert (part.rows, part.bytes) == (20, len(data))
    if compression == "gzip":
        data = gzip.decompress(data)
    elif compression == "zstd":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    assert data == pathlib.Path(slices[0].path).read_bytes()
    assert write_part(planned, str(tmp_path), shape).sha256 == part.sha256
