"""The views, on rows that the tests make: one row an act, of the newest run, with its cue."""

from __future__ import annotations

import datetime

from pipeline.warehouse.ddl import RECORDS, create_table, upsert
from pipeline.warehouse.load import load
from pipeline.warehouse.variants import DIALECTS
from tests.pipeline.warehouse.conftest import (
    Publish,
    Warehouse,
    act,
    article,
    prepare,
    segment,
)
from tests.pipeline.warehouse.test_load import silent
from transforms.columns import columns
from transforms.records import Quote

PUBLISHED = datetime.datetime(2026, 3, 9, 10, tzinfo=datetime.timezone.utc)
DEMANDS = (
    "published issuer addressee type plover cameo modality inherited text title url language "
    "article_id revision segment_id cue rule"
)


def test_demands_is_a_row_an_act_and_issuer_and_addressee(
    warehouse: Warehouse, publish: Publish
) -> None:
    other = act(type="appeal", plover=None, issuers=(), addressees=(), cue_start=None, cue_end=None)
    load(publish(article(), segment(acts=(act(), other))), warehouse.url, [], silent)
    chosen = ", ".join(DEMANDS.split())
    found = warehouse.query(f"SELECT {chosen} FROM demands ORDER BY type DESC, addressee")
    row = segment()
    shared = (row.text, "Title", row.url, "ar", row.article_id, 1, row.segment_id)
    assert found == [
        (*told, *shared, "تطالب", "verb")
        for told in [
            (PUBLISHED, "state:RUS", "igo:NATO", "demand", "DEMAND", "10", "asserted", False),
            (PUBLISHED, "state:RUS", "state:USA", "demand", "DEMAND", "10", "asserted", False),
        ]
    ] + [(PUBLISHED, None, None, "appeal", None, "10", "asserted", False, *shared, None, "verb")]


def test_mentions_is_a_row_a_mention(warehouse: Warehouse, publish: Publish) -> None:
    load(publish(article(), segment(), segment(index=1, mentions=())), warehouse.url, [], silent)
    (found,) = warehouse.query(
        "SELECT published, actor_id, principal, type, role, text, tagger, kind, segment_text, "
        "title, language, segment_id FROM mentions"
    )
    row = segment()
    assert found == (
        *(PUBLISHED, "state:RUS", "state:RUS", "state", None, "موسكو", "names-2:name"),
        *("paragraph", row.text, "Title", "ar", row.segment_id),
    )


def test_quotes_is_a_row_a_quote_with_its_words(warehouse: Warehouse, publish: Publish) -> None:
    quotes = (
        Quote(start=6, end=11, kind="direct", speaker="state:RUS"),
        Quote(start=0, end=18, kind="indirect", speaker=None),
    )
    load(publish(article(), segment(quotes=quotes)), warehouse.url, [], silent)
    chosen = "published, speaker, kind, words, title, segment_id"
    row = segment()
    assert warehouse.query(f"SELECT {chosen} FROM quotes ORDER BY kind") == [
        (PUBLISHED, "state:RUS", "direct", "موسكو", "Title", row.segment_id),
        (PUBLISHED, None, "indirect", row.text, "Title", row.segment_id),
    ]


def test_views_show_a_revision_as_the_newest_run_has_it(
    warehouse: Warehouse, publish: Publish
) -> None:
    output = publish(article(title="Old"), segment(), segment(index=1))
    publish(article(title="New"), segment(acts=()), run_id="a", finished="2026-03-11T00:00:00Z")
    load(output, warehouse.url, [], silent)
    assert warehouse.query("SELECT title, run_id FROM current_articles") == [("New", "a")]
    assert warehouse.query("SELECT count(*) FROM demands") == [(0,)]
    assert warehouse.query("SELECT title, count(*) FROM mentions GROUP BY title") == [("New", 1)]
    assert warehouse.query("SELECT count(*) FROM articles") == [(2,)]


def test_the_upsert_recipe_leaves_one_row_a_revision(
    warehouse: Warehouse, publish: Publish
) -> None:
    dialect = DIALECTS["clickhouse" if warehouse.kind == "chdb" else warehouse.kind]
    prepare(warehouse)
    load(publish(article(title="Old"), segment(), segment(index=1)), warehouse.url, [], silent)
    for table in ("articles", "segments"):
        warehouse.execute(create_table(dialect, table, f"{table}_loading").partition(";\n")[0])
        listed = ", ".join(f'"{field.name}"' for field in columns(RECORDS[table]))
        changed = listed
        for name, value in {"title": "'New'", "run_id": "'next'"}.items():
            changed = changed.replace(f'"{name}"', value)
        warehouse.execute(
            f"INSERT INTO {table}_loading ({listed}) SELECT {changed} FROM {table} "
            + ("" if table == "articles" else 'WHERE "index" = 0')
        )
    warehouse.execute(
        "INSERT INTO articles_loading SELECT * FROM articles_loading WHERE revision = 9"
    )
    for _ in range(2):
        for statement in upsert(dialect).strip().removesuffix(";").split(";\n"):
            warehouse.execute(statement)
        assert warehouse.query("SELECT title, run_id FROM articles") == [("New", "next")]
        assert warehouse.query('SELECT "index", run_id FROM segments') == [(0, "next")]
