"""The views, on rows that the tests make: one row an act, of the newest run, with its cue."""

from __future__ import annotations

import dataclasses
import datetime

from pipeline.demands import Demand, Filter, demands
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
    sightings,
)
from tests.pipeline.warehouse.test_load import silent
from tests.transforms.test_schema import ID
from transforms.columns import columns
from transforms.records import Quote

PUBLISHED = datetime.datetime(2026, 3, 9, 10, tzinfo=datetime.timezone.utc)
OTHER = act(
    type="appeal",
    plover=None,
    plover_mode=None,
    issuers=(),
    addressees=(),
    cue_start=None,
    cue_end=None,
    inherited=True,
)


def test_demands_is_what_the_command_shows(warehouse: Warehouse, publish: Publish) -> None:
    alone = act(type="refusal", issuers=("state:RUS", "state:CHN"), addressees=("state:USA",))
    output = publish(
        article(),
        segment(acts=(act(), OTHER)),
        segment(index=1, acts=()),
        segment(index=2, acts=(alone,)),
    )
    load(output, warehouse.url, [], silent)
    names = [field.name for field in dataclasses.fields(Demand)]
    found = warehouse.query("SELECT * FROM demands")
    told = [
        tuple(PUBLISHED if name == "published" else getattr(one, name) for name in names)
        for one in demands(output, Filter())
    ]
    assert len(told) == 3
    assert told[0][1:3] == ("state:RUS", "igo:NATO state:USA")
    assert told[1][1:3] == ("", "")
    assert sorted(found, key=str) == sorted(told, key=str)
    for name in names:
        assert warehouse.query(f"SELECT count({name}) FROM demands")[0][0] >= 2


def test_demand_pairs_is_a_row_an_act_and_issuer_and_addressee(
    warehouse: Warehouse, publish: Publish
) -> None:
    load(publish(article(), segment(acts=(act(), OTHER))), warehouse.url, [], silent)
    found = warehouse.query("SELECT * FROM demand_pairs ORDER BY type DESC, addressee")
    row = segment()
    shared = (row.text, "Title", row.url, "ar")
    ids = ("verb", row.article_id, 1, row.segment_id)
    known = ("demand", "DEMAND", "change", "10", "asserted", False)
    assert found == [
        (PUBLISHED, "state:RUS", addressee, *known, *shared, "تطالب", *ids)
        for addressee in ("igo:NATO", "state:USA")
    ] + [
        (
            *(PUBLISHED, None, None, "appeal", None, None, "10", "asserted", True),
            *shared,
            None,
            *ids,
        )
    ]


def test_sightings_are_merged_by_the_greatest(warehouse: Warehouse, publish: Publish) -> None:
    later, other = "2026-03-10T10:00:00Z", "v1:" + "f" * 32
    output = publish(sightings(), sightings(revision=2, content_hash=other, first_seen=None))
    again = sightings(first_seen=None, last_seen=later, sightings=5)
    publish(again, run_id="next", finished="2026-03-11T00:00:00Z")
    load(output, warehouse.url, [], silent)
    day = datetime.timedelta(days=1)
    query = "SELECT content_hash, first_seen, last_seen, sightings FROM current_sightings"
    expected = [(again.content_hash, PUBLISHED, PUBLISHED + day, 5), (other, None, None, 3)]
    assert sorted(warehouse.query(query), key=str) == expected


def test_the_upsert_recipe_merges_sightings(warehouse: Warehouse, publish: Publish) -> None:
    dialect = DIALECTS["clickhouse" if warehouse.kind == "chdb" else warehouse.kind]
    later, other = "2026-03-10T10:00:00Z", "v1:" + "f" * 32
    output = publish(sightings(last_seen=later), sightings(revision=2, content_hash=other))
    publish(sightings(revision=4, first_seen=None, sightings=7), run_id="next")
    load(output, warehouse.url, [], silent)
    for table in ("articles", "segments", "sightings"):
        warehouse.execute(create_table(dialect, table, f"{table}_loading").partition(";\n")[0])
    listed = ", ".join(f'"{field.name}"' for field in columns(RECORDS["sightings"]))
    warehouse.execute(
        f"INSERT INTO sightings_loading ({listed}) SELECT {listed} FROM sightings "
        "WHERE run_id = 'next'"
    )
    warehouse.execute("DELETE FROM sightings WHERE run_id = 'next'")
    day = datetime.timedelta(days=1)
    for _ in range(2):
        for statement in upsert(dialect).strip().removesuffix(";").split(";\n"):
            warehouse.execute(statement)
        assert warehouse.query(
            "SELECT revision, content_hash, first_seen, last_seen, sightings, run_id "
            "FROM sightings ORDER BY revision"
        ) == [
            (2, other, PUBLISHED, None, 3, "r"),
            (4, f"v1:{ID}", PUBLISHED, PUBLISHED + day, 7, "next"),
        ]


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
    for table in ("articles", "segments", "sightings"):
        warehouse.execute(create_table(dialect, table, f"{table}_loading").partition(";\n")[0])
    for table in ("articles", "segments"):
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
