"""Loading into the real programs: every type comes back, a run is there at once or not at all."""

from __future__ import annotations

import datetime
import json
import pathlib
import shutil
import tarfile
from typing import Any

import pytest

from pipeline.command import main
from pipeline.warehouse.load import load
from pipeline.warehouse.target import LoadError
from tests.conftest import ROOT, Output
from tests.pipeline.warehouse.clickhouse_http import serve
from tests.pipeline.warehouse.conftest import (
    CHDB,
    Publish,
    Warehouse,
    article,
    reject,
    segment,
    sightings,
)
from tests.transforms.test_schema import ID
from transforms.records import SCHEMA_VERSION, Row

UTC = datetime.timezone.utc
TABLES = ("articles", "segments", "rejects", "sightings")


def silent(_: str) -> None:
    """For loads whose progress no test looks at."""


def counts(warehouse: Warehouse) -> dict[str, int]:
    """Rows by table."""
    return {
        table: warehouse.query(f"SELECT count(*) FROM {table}")[0][0]
        for table in (*TABLES, "_loads")
    }


def plain(value: Any) -> Any:
    """A nested value as JSON would have it, whatever the driver made of it."""
    if isinstance(value, str) and value[:1] in "[{":
        value = json.loads(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def test_every_type_comes_back_as_it_went_in(warehouse: Warehouse, publish: Publish) -> None:
    early = "0001-01-01T00:00:00Z"
    rows: list[Row] = [
        article(),
        article(revision=2, dateline=None, published=None, authors=(), language_score=0.25),
        segment(list=1, position=2, lead_in=0),
        segment(index=1, principals=(), mentions=(), acts=(), published=None),
        reject(),
        reject(entry=7, reason="no_text"),
    ]
    rows += [sightings(), sightings(revision=2, first_seen=None, last_seen=early)]
    output = publish(*rows, article(revision=3, published=early))
    assert load(output, warehouse.url, [], silent) == (1, 0)
    found = warehouse.query(
        "SELECT revision, text, title, authors, categories, published, last_seen, continued, "
        "language_score, sightings FROM articles ORDER BY revision"
    )
    assert [tuple(map(plain, row)) for row in found] == [
        (
            number,
            "تطالب موسكو الناتو",
            "Title",
            authors,
            [],
            published,
            None,
            True,
            score,
            3,
        )
        for number, authors, published, score in [
            (1, ["A", "B's"], "2026-03-09T10:00:00+00:00", 0.9999),
            (2, [], None, 0.25),
            (3, ["A", "B's"], "0001-01-01T00:00:00+00:00", 0.9999),
        ]
    ]
    (first, second, _) = warehouse.query("SELECT dateline FROM articles ORDER BY revision")
    dateline = {
        "outlet": None,
        "agency": "Norova",
        "place": "القاهرة",
        "date": "2026-03-09",
        "date_text": "9.3.",
    }
    assert plain(first[0]) == dateline
    # ClickHouse has no null record: all of its fields are
    assert plain(second[0]) == (dict.fromkeys(dateline) if warehouse.kind == "chdb" else None)
    found = warehouse.query(
        "SELECT list, position, lead_in, principals, mentions, quotes, acts, published "
        "FROM segments ORDER BY segment_id"
    )
    given = [json.loads(line) for line in _lines(output, "segments")]
    assert [tuple(map(plain, row))[:-1] for row in found] == [
        tuple(row[key] for key in "list position lead_in principals mentions quotes acts".split())
        for row in given
    ]
    assert [row[-1] for row in found] == [datetime.datetime(2026, 3, 9, 10, tzinfo=UTC), None]
    found = warehouse.query("SELECT * FROM sightings ORDER BY revision")
    shared = (ID, 1, f"v1:{ID}", "2026-03-09T10:00:00+00:00", None, 3, "r", SCHEMA_VERSION)
    assert [tuple(map(plain, row)) for row in found] == [
        shared,
        (ID, 2, f"v1:{ID}", None, "0001-01-01T00:00:00+00:00", 3, "r", SCHEMA_VERSION),
    ]
    found = warehouse.query("SELECT entry, reason, detail, payload FROM rejects ORDER BY reason")
    assert found == [
        (None, "empty", 'a "quoted" \\ word, \x01 and\ta tab', "line\r\nline"),
        (7, "no_text", 'a "quoted" \\ word, \x01 and\ta tab', "line\r\nline"),
    ]


def _lines(output: str, table: str) -> list[str]:
    (path,) = pathlib.Path(output).glob(f"{table}/run=*/part-*")
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def test_a_second_load_changes_nothing_and_a_new_run_is_added(
    warehouse: Warehouse, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment(), reject(), sightings())
    once = {"articles": 1, "segments": 1, "rejects": 1, "sightings": 1, "_loads": 1}
    for expected in ("1 runs loaded, 0 were there", "0 runs loaded, 1 were there"):
        assert main(["load", output, "--to", warehouse.url]) == 0
        assert expected in capsys.readouterr().out
        assert counts(warehouse) == once
    publish(article(), segment(), run_id="it's next", finished="2026-03-11T00:00:00Z")
    assert load(output, warehouse.url, [], silent) == (1, 1)
    assert counts(warehouse) == {**once, "articles": 2, "segments": 2, "_loads": 2}
    assert warehouse.query("SELECT run_id, articles, rejects FROM _loads ORDER BY finished") == [
        ("r", 1, 1),
        ("it's next", 1, 0),
    ]


def test_a_run_that_was_made_anew_takes_its_own_place(
    warehouse: Warehouse, publish: Publish
) -> None:
    output = publish(article(title="Then"), segment(), segment(index=1), reject())
    load(output, warehouse.url, [], silent)
    shutil.rmtree(output)
    publish(article(title="Now"), segment(), finished="2026-03-10T00:00:01Z")
    assert load(output, warehouse.url, [], silent) == (1, 0)
    assert load(output, warehouse.url, [], silent) == (0, 1)
    once = {"articles": 1, "segments": 1, "_loads": 1}
    assert counts(warehouse) == {**once, "rejects": 0, "sightings": 0}
    assert warehouse.query("SELECT title FROM articles") == [("Now",)]


def test_only_the_run_that_is_named_is_loaded(warehouse: Warehouse, publish: Publish) -> None:
    output = publish(article(), segment())
    publish(article(), segment(), run_id="other")
    assert load(output, warehouse.url, ["other"], silent) == (1, 0)
    assert warehouse.query("SELECT run_id FROM articles") == [("other",)]


def test_a_run_whose_counts_differ_leaves_nothing(
    warehouse: Warehouse, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment(), reject(), claimed=1)
    assert main(["load", output, "--to", warehouse.url]) == 1
    assert "the manifest has 2; nothing of it was loaded" in capsys.readouterr().err
    assert counts(warehouse) == dict.fromkeys((*TABLES, "_loads"), 0)


def test_a_run_that_fails_midway_leaves_nothing(warehouse: Warehouse, publish: Publish) -> None:
    output = publish(article(), segment(), reject())
    (path,) = pathlib.Path(output).glob("rejects/run=*/part-*")
    path.write_text('{"stage": "read", "entry": "seven"}\n', encoding="utf-8")
    with pytest.raises(LoadError):
        load(output, warehouse.url, [], silent)
    assert counts(warehouse) == dict.fromkeys((*TABLES, "_loads"), 0)


def test_a_missing_shard_is_an_error_and_not_an_empty_table(
    warehouse: Warehouse, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment(), reject())
    (path,) = pathlib.Path(output).glob("segments/run=*/part-*")
    path.unlink()
    assert main(["load", output, "--to", warehouse.url]) == 1
    assert capsys.readouterr().err.startswith("communique: ")
    assert counts(warehouse) == dict.fromkeys((*TABLES, "_loads"), 0)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["out", "--to", "mysql://x"], "no run has a manifest"),
        (["{output}", "--to", "mysql://x"], "none of duckdb, postgresql, clickhouse"),
        (["{output}", "--to", "snowflake://"], "others with --print"),
        (["{output}", "--to", "mysql://x", "--print"], "none of bigquery"),
        (["{output}", "--to", "duckdb:///x", "--run-id", "q"], "no run q"),
    ],
)
def test_what_cannot_be_loaded_is_wrong_usage(
    arguments: list[str], told: str, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment())
    assert main(["load", *(part.format(output=output) for part in arguments)]) == 2
    assert told in capsys.readouterr().err


def test_a_warehouse_that_cannot_be_reached_is_one_line(
    publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment())
    assert main(["load", output, "--to", "postgresql://nobody@127.0.0.1:1/x"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["load", output, "--to", "duckdb:////nowhere/x.duckdb"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_clickhouse_is_spoken_to_over_http(sample: Output, tmp_path: pathlib.Path) -> None:
    if not CHDB:
        pytest.skip("chdb is in requirements/warehouse.lock only")
    with serve(f"{tmp_path}/clickhouse") as url:
        assert load(str(sample.path), url, [], silent) == (1, 0)
        assert load(str(sample.path), url, [], silent) == (0, 1)
    assert_whole(Warehouse("chdb", f"chdb:///{tmp_path}/clickhouse"), sample)


def test_the_samples_arrive_whole(warehouse: Warehouse, sample: Output) -> None:
    load(str(sample.path), warehouse.url, [], silent)
    assert_whole(warehouse, sample)


def test_an_archive_of_arabic_stories_arrives_whole(
    warehouse: Warehouse, tmp_path: pathlib.Path
) -> None:
    archive = ROOT.parent / "shared" / "data" / "articles-ar.tar.xz"
    if not archive.exists():
        pytest.skip("the archive is not here")
    with tarfile.open(archive) as packed:
        names = [name for name in packed.getnames() if name.endswith(".txt")][:300]
        packed.extractall(
            tmp_path / "in", members=[packed.getmember(n) for n in names], filter="data"
        )
    out = tmp_path / "out"
    assert main(["run", "--input", f"{tmp_path}/in/**/*.txt", "--output", str(out)]) == 0
    load(str(out), warehouse.url, [], silent)
    assert_whole(warehouse, Output(out))


def assert_whole(warehouse: Warehouse, output: Output) -> None:
    """Rows and code points of text in the warehouse are those of the shards."""
    length = "lengthUTF8" if warehouse.kind == "chdb" else "length"
    for table, parts in output.manifest()["tables"].items():
        column = {"rejects": "payload", "sightings": "content_hash"}.get(table, "text")
        found = warehouse.query(f"SELECT count(*), sum({length}({column})) FROM {table}")
        rows = output.rows(table)
        assert sum(part["rows"] for part in parts) == len(rows)
        assert [(int(count), int(length or 0)) for count, length in found] == [
            (len(rows), sum(len(row[column]) for row in rows))
        ]
