"""The shipped JSON Schemas: what the classes say, true of real rows, false of each broken one."""

import dataclasses
import functools
import json
import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import fastjsonschema
import pytest

from transforms.actors.lexicon import lexicon
from transforms.analyse import analyse
from transforms.reading.parse import read_file
from transforms.records import (
    TABLES,
    Act,
    Article,
    Dateline,
    Mention,
    Quote,
    Reject,
    Revision,
    Row,
    Segment,
    Sightings,
    to_json,
)
from transforms.schema import FOLDER, KINDS, schema_text, table_schema

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
ID = "0123456789abcdef" * 2
TIME = "2026-03-09T10:00:00Z"

# rows in which nothing is null or empty, so that every key can be broken
ROWS: dict[str, Row] = {
    "articles": Article(
        article_id=ID,
        revision=2,
        content_hash="v1:" + ID,
        source_uri="a.xml",
        source_kind="rss",
        feed_url="https://example.org/feed",
        feed_title="Feed",
        url="https://example.org/a",
        guid="a-1",
        title="Title",
        authors=("A",),
        categories=("B",),
        published=TIME,
        updated=TIME,
        dateline=Dateline(
            outlet="O", agency="Norova", place="Cairo", date="2026-03-09", date_text="9.3."
        ),
        language="zh-Hans",
        language_score=0.9999,
        continued=True,
        text="Title",
        first_seen=TIME,
        last_seen=TIME,
        sightings=3,
        run_id="r",
        schema_version=1,
        truncated=False,
        continues=ID,
    ),
    "segments": Segment(
        segment_id=f"{ID}-2-0",
        article_id=ID,
        revision=2,
        index=0,
        kind="bullet",
        start=0,
        end=5,
        text="Egypt",
        list=1,
        position=1,
        lead_in=0,
        language="en",
        language_score=1.0,
        principals=("state:EGY",),
        mentions=(
            Mention(
                actor_id="state:EGY",
                principal="state:EGY",
                type="state",
                role="issuer",
                start=0,
                end=5,
                text="Egypt",
                tagger="names-2:name",
            ),
        ),
        quotes=(Quote(start=0, end=5, kind="direct", speaker="state:EGY"),),
        acts=(
            Act(
                type="demand",
                plover="DEMAND",
                plover_mode="change",
                cameo="10",
                issuers=("state:EGY",),
                addressees=("state:SDN",),
                modality="asserted",
                cue_start=0,
                cue_end=5,
                inherited=False,
                rule="r1",
            ),
        ),
        url="https://example.org/a",
        published=TIME,
        run_id="r",
        schema_version=1,
    ),
    "rejects": Reject(
        stage="feeds",
        source_uri="a.xml",
        entry=1,
        reason="no_text",
        detail="d",
        payload="p",
        run_id="r",
        schema_version=1,
    ),
    "sightings": Sightings(
        article_id=ID,
        revision=2,
        content_hash="v1:" + ID,
        first_seen=TIME,
        last_seen=TIME,
        sightings=3,
        run_id="r",
        schema_version=1,
    ),
}
Place = tuple[str | int, ...]


@functools.cache
def validator(table: str) -> Callable[[Any], Any]:
    """The shipped schema of a table, compiled."""
    schema = json.loads((FOLDER / f"{table}.schema.json").read_text(encoding="utf-8"))
    compiled: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return compiled


def valid(table: str, row: Any) -> bool:
    """Whether a row keeps to the shipped schema of its table."""
    try:
        validator(table)(row)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def plain(table: str) -> dict[str, Any]:
    """The full row of a table as it stands in a shard, read back."""
    row: dict[str, Any] = json.loads(to_json(ROWS[table]))
    return row


def places(value: Any, above: Place = ()) -> Iterator[Place]:
    """Where values lie in a row, however deep: keys of objects and indexes of lists."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*above, key)
        if isinstance(inner, dict | list):
            yield from places(inner, (*above, key))


def at(row: Any, place: Place) -> Any:
    """The value at a place."""
    return functools.reduce(lambda value, key: value[key], place, row)


def every_place(keys_only: bool = False) -> list[Any]:
    """(table, place) of every value in the full rows, or of all that have a key, with an id."""
    return [
        pytest.param(table, place, id=f"{table}-{'.'.join(map(str, place))}")
        for table in ROWS
        for place in places(plain(table))
        if isinstance(place[-1], str) or not keys_only
    ]


def changed(table: str, place: Place, value: Any) -> dict[str, Any]:
    """The full row of a table with another value at a place."""
    row = plain(table)
    at(row, place[:-1])[place[-1]] = value
    return row


# ---- the files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_the_shipped_schema_is_what_the_classes_say(table: str) -> None:
    shipped = (FOLDER / f"{table}.schema.json").read_bytes().decode("utf-8")
    assert shipped == schema_text(table)


def test_no_other_schema_is_shipped() -> None:
    shipped = sorted(path.name for path in FOLDER.glob("*.schema.json"))
    assert shipped == sorted(f"{table}.schema.json" for table in TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_lists_the_keys_in_the_order_of_the_rows(table: str) -> None:
    schema = table_schema(table)
    keys = [field.name for field in dataclasses.fields(TABLES[table])]
    assert schema["required"] == keys
    assert list(schema["properties"]) == keys
    assert schema["additionalProperties"] is False
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"] == f"communique {table}, schema version 1"


def test_the_kinds_are_those_of_the_guidelines() -> None:
    assert sorted(KINDS) == sorted(
        "title duplicate_title dateline heading paragraph bullet boilerplate continuation".split()
    )


# ---- real rows ----------------------------------------------------------------------------------


def test_the_rows_of_all_samples_keep_to_the_schema() -> None:
    counts = dict.fromkeys(TABLES, 0)
    for path in sorted(path for path in SAMPLES.glob("*/**/*") if path.is_file()):
        for item in read_file(path.read_bytes(), path.relative_to(SAMPLES).as_posix()):
            rows: list[tuple[str, object]] = []
            if isinstance(item, Reject):
                rows.append(("rejects", dataclasses.replace(item, schema_version=1)))
            else:
                revision = Revision(
                    article_id=ID,
                    revision=1,
                    content_hash="v1:" + ID,
                    source_uri=item.source_uri,
                    entry=item.index,
                    size=len(item.text),
                    first_seen=item.snapshot,
                    last_seen=item.snapshot,
                    sightings=1,
                )
                found = analyse(item, revision, "r", lexicon())
                rows.append(("articles", found.article))
                rows += (("segments", segment) for segment in found.segments)
            for table, row in rows:
                validator(table)(json.loads(to_json(row)))
                counts[table] += 1
    assert counts["articles"] >= 17
    assert counts["segments"] > 5 * counts["articles"]
    assert counts["rejects"] >= 3


@pytest.mark.parametrize("table", ROWS)
def test_a_full_row_keeps_to_the_schema(table: str) -> None:
    assert valid(table, plain(table))


NULLABLE = {
    "articles": "feed_url feed_title url guid title published updated dateline first_seen "
    "last_seen dateline.outlet dateline.agency dateline.place dateline.date "
    "dateline.date_text continues",
    "segments": "list position lead_in url published mentions.0.role quotes.0.speaker "
    "acts.0.plover acts.0.plover_mode acts.0.cameo acts.0.cue_start acts.0.cue_end",
    "rejects": "entry",
    "sightings": "first_seen last_seen",
}


@pytest.mark.parametrize(("table", "place"), every_place())
def test_null_is_allowed_only_where_a_value_may_be_unknown(table: str, place: Place) -> None:
    name = ".".join(map(str, place))
    assert valid(table, changed(table, place, None)) == (name in NULLABLE[table].split())


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(("articles", key) for key in ("authors", "categories")),
        *(("segments", key) for key in ("principals", "mentions", "quotes", "acts")),
    ],
)
def test_a_list_may_be_empty(table: str, key: str) -> None:
    assert valid(table, changed(table, (key,), []))


# ---- broken rows --------------------------------------------------------------------------------


@pytest.mark.parametrize(("table", "place"), every_place(keys_only=True))
def test_a_missing_key_is_caught(table: str, place: Place) -> None:
    row = plain(table)
    del at(row, place[:-1])[place[-1]]
    assert not valid(table, row)


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("articles", ()),
        ("articles", ("dateline",)),
        ("segments", ()),
        ("segments", ("mentions", 0)),
        ("segments", ("quotes", 0)),
        ("segments", ("acts", 0)),
        ("rejects", ()),
        ("sightings", ()),
    ],
)
def test_another_key_is_caught(table: str, place: Place) -> None:
    row = plain(table)
    at(row, place)["other"] = None
    assert not valid(table, row)


@pytest.mark.parametrize(("table", "place"), every_place())
def test_a_value_of_another_type_is_caught(table: str, place: Place) -> None:
    value = at(plain(table), place)
    others: list[Any] = ["text", 1.5, 7, True, {}, [1]]
    wrong = [other for other in others if type(other) is not type(value)]
    if isinstance(value, float):
        wrong.remove(7)  # 7.0 may be written as 7
    for other in wrong:
        assert not valid(table, changed(table, place, other)), other


@pytest.mark.parametrize(
    ("table", "place", "value"),
    [
        ("segments", ("kind",), "Paragraph"),
        ("segments", ("kind",), "list"),
        ("segments", ("quotes", 0, "kind"), "bullet"),
        ("segments", ("acts", 0, "type"), "request"),
        ("segments", ("acts", 0, "modality"), "maybe"),
        ("rejects", ("reason",), "other"),
        ("articles", ("schema_version",), 2),
        ("segments", ("schema_version",), 0),
        ("rejects", ("schema_version",), 2),
    ],
)
def test_a_value_outside_a_closed_list_is_caught(table: str, place: Place, value: Any) -> None:
    assert not valid(table, changed(table, place, value))


TIMES = [
    *(("articles", key) for key in ("published", "updated", "first_seen", "last_seen")),
    ("segments", "published"),
]


@pytest.mark.parametrize("key", TIMES, ids="-".join)
@pytest.mark.parametrize(
    "value",
    [
        "",
        "2026-03-09",
        "2026-03-09 10:00:00Z",
        "2026-03-09T10:00:00",
        "2026-03-09T10:00:00+01:00",
        "2026-03-09T10:00:00.5Z",
        "2026-3-9T10:00:00Z",
        "Mon, 09 Mar 2026 10:00:00 GMT",
        " 2026-03-09T10:00:00Z",
        "2026-03-09T10:00:00Z\n",
        "null",
    ],
)
def test_a_time_that_is_not_rfc_3339_in_utc_is_caught(key: tuple[str, str], value: str) -> None:
    table, name = key
    assert not valid(table, changed(table, (name,), value))


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("articles", "article_id", ID[:-1]),
        ("articles", "article_id", ID.upper()),
        ("articles", "article_id", ID + "0"),
        ("articles", "content_hash", ID),
        ("articles", "content_hash", "v1:" + ID + "\n"),
        ("articles", "revision", 0),
        ("articles", "sightings", 0),
        ("articles", "language", ""),
        ("articles", "language", "EN"),
        ("articles", "language", "english"),
        ("articles", "language", "zh-hans"),
        ("articles", "language_score", 1.01),
        ("articles", "language_score", -0.01),
        ("segments", "segment_id", ID),
        ("segments", "segment_id", f"{ID}-0-0"),
        ("segments", "segment_id", f"{ID}-1-01"),
        ("segments", "article_id", "x" * 32),
        ("segments", "index", -1),
        ("segments", "start", -1),
        ("segments", "end", -1),
        ("segments", "list", 0),
        ("segments", "position", 0),
        ("segments", "language", "und-"),
    ],
)
def test_a_value_out_of_its_range_is_caught(table: str, key: str, value: Any) -> None:
    assert not valid(table, changed(table, (key,), value))


@pytest.mark.parametrize("language", ["en", "und", "zh-Hans", "zh-Hant", "nb", "pt-BR"])
def test_language_tags_are_bcp_47(language: str) -> None:
    assert valid("articles", changed("articles", ("language",), language))


@pytest.mark.parametrize(
    "value",
    [
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-03-32T10:00:00Z",
        "2026-03-00T10:00:00Z",
        "2026-03-09T25:00:00Z",
        "2026-03-09T10:60:00Z",
        "2026-03-09T10:00:60Z",
    ],
)
def test_a_time_that_no_calendar_has_is_caught(value: str) -> None:
    assert not valid("articles", changed("articles", ("published",), value))


@pytest.mark.parametrize(
    ("table", "place", "value"),
    [("articles", ("dateline", "date"), "9 March"), ("segments", ("lead_in",), -1)],
)
def test_a_date_or_an_index_out_of_its_range_is_caught(
    table: str, place: Place, value: Any
) -> None:
    assert not valid(table, changed(table, place, value))
