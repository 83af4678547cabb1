"""The generated files are what the record classes say, and say it in every dialect."""

from __future__ import annotations

import dataclasses
import json

import pytest

from pipeline.command import main
from pipeline.warehouse.ddl import RECORDS, ddl
from pipeline.warehouse.generate import generated
from pipeline.warehouse.variants import DIALECTS
from tests.pipeline.warehouse.conftest import Publish, article, segment
from transforms.columns import Kind, columns, comments
from transforms.records import Act, Mention, Quote
from transforms.schema import FOLDER


def test_no_generated_file_differs_from_what_the_classes_say() -> None:
    shipped = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert shipped == generated(), "python -m pipeline.warehouse.generate writes them"


@pytest.mark.parametrize("record", [*RECORDS.values(), Act, Mention, Quote])
def test_every_column_has_a_comment(record: type) -> None:
    described = columns(record)
    assert [column.name for column in described] == [
        field.name for field in dataclasses.fields(record)
    ]
    assert all(len(column.comment) > 3 for column in described)


def test_a_comment_is_what_stands_behind_a_field() -> None:
    assert comments(Quote)["kind"] == "direct or indirect"


def test_types_are_told_apart() -> None:
    told = {column.name: column for column in columns(RECORDS["articles"])}
    assert told["published"].kind is Kind.TIMESTAMP
    assert told["published"].nullable
    assert told["authors"].repeated
    assert not told["authors"].nullable
    dateline = told["dateline"]
    assert (dateline.kind, dateline.nullable) == (Kind.RECORD, True)
    assert {field.name: field.kind for field in dateline.fields}["date"] is Kind.DATE


@pytest.mark.parametrize("name", DIALECTS)
def test_every_dialect_has_every_column_and_comment(name: str) -> None:
    text = ddl(DIALECTS[name])
    for record in RECORDS.values():
        for column in columns(record):
            assert DIALECTS[name].quote(column.name) in text
            assert DIALECTS[name].text(column.comment) in text
    for view in ("current_articles", "demands", "mentions", "quotes"):
        assert f"CREATE OR REPLACE VIEW {view} AS" in text


def test_bigquery_json_nests_and_repeats() -> None:
    told = {field["name"]: field for field in json.loads(generated()["segments.bigquery.json"])}
    assert told["acts"]["mode"] == "REPEATED"
    inner = {field["name"]: field["mode"] for field in told["acts"]["fields"]}
    assert (inner["issuers"], inner["plover"], inner["rule"]) == (
        "REPEATED",
        "NULLABLE",
        "REQUIRED",
    )


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["--dialect", "duckdb"], "duckdb.sql"),
        (["--dialect", "snowflake", "--upsert"], "snowflake.upsert.sql"),
        (["--dialect", "jsonschema", "--table", "articles"], "articles.schema.json"),
        (["--dialect", "bigquery-json", "--table", "_loads"], "_loads.bigquery.json"),
    ],
)
def test_the_command_prints_what_is_shipped(
    arguments: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", *arguments]) == 0
    assert capsys.readouterr().out == (FOLDER / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--dialect", "jsonschema"],
        ["--dialect", "jsonschema", "--table", "_loads"],
        ["--dialect", "duckdb", "--table", "articles"],
    ],
)
def test_arguments_that_do_not_go_together_are_wrong_usage(arguments: list[str]) -> None:
    assert main(["schema", *arguments]) == 2


def test_load_prints_the_commands_of_a_warehouses_own_tools(
    publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    output = publish(article(), segment(), run_id="it's")
    assert main(["load", output, "--to", "bigquery://project/news", "--print"]) == 0
    told = capsys.readouterr().out
    assert "--source_format=NEWLINE_DELIMITED_JSON" in told
    assert "project:news.articles_loading" in told
    assert r"WHERE run_id = 'it\'s'" in told
    assert main(["load", output, "--to", "snowflake://", "--print"]) == 0
    told = capsys.readouterr().out
    assert f"PUT 'file://{output}/articles/run=it\\'s/*' @communique/articles/it's" in told
    assert r"WHERE run_id = 'it\'s'" in told
