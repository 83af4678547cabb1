"""The records: key order, round trips, what must not be written, and faults that travel."""

import dataclasses
import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading.scratch import from_json
from transforms.records import (
    TABLES,
    Act,
    Article,
    Block,
    Dateline,
    Entry,
    Mention,
    NewsError,
    Quote,
    Reason,
    Reject,
    Segment,
    Sightings,
    to_json,
)

ARTICLE_KEYS = (
    "article_id revision content_hash source_uri source_kind feed_url feed_title url guid title "
    "authors categories published updated dateline language language_score continued text "
    "first_seen last_seen sightings run_id schema_version truncated continues"
).split()
SEGMENT_KEYS = (
    "segment_id article_id revision index kind start end text list position lead_in language "
    "language_score principals mentions quotes acts url published run_id schema_version"
).split()
REJECT_KEYS = "stage source_uri entry reason detail payload run_id schema_version".split()

MENTION = Mention(
    actor_id="state:EGY",
    principal="state:EGY",
    type="state",
    role=None,
    start=10,
    end=13,
    text="مصر",
    tagger="names-2:name",
)
ACT = Act(
    type="demand",
    plover=None,
    plover_mode=None,
    cameo="10",
    issuers=("state:EGY",),
    addressees=(),
    modality="asserted",
    cue_start=1,
    cue_end=4,
    inherited=False,
    rule="r1",
)
SEGMENT = Segment(
    segment_id="0-1-0",
    article_id="0",
    revision=1,
    index=0,
    kind="bullet",
    start=10,
    end=13,
    text="مصر",
    list=1,
    position=2,
    lead_in=None,
    language="ar",
    language_score=0.75,
    principals=("state:EGY",),
    mentions=(MENTION,),
    quotes=(Quote(start=10, end=11, kind="direct", speaker=None),),
    acts=(ACT,),
    url=None,
    published="2026-03-09T10:00:00Z",
    run_id="r",
    schema_version=1,
)
ARTICLE = Article(
    article_id="0",
    revision=1,
    content_hash="v1:0",
    source_uri="a.txt",
    source_kind="text",
    feed_url=None,
    feed_title=None,
    url=None,
    guid=None,
    title="Title",
    authors=("A", "B"),
    categories=(),
    published=None,
    updated=None,
    dateline=Dateline(outlet=None, agency="Norova", place="Cairo", date=None, date_text=None),
    language="en",
    language_score=1.0,
    continued=False,
    text='a "quote"\n\\ and a tab\t',
    first_seen=None,
    last_seen=None,
    sightings=1,
    run_id="r",
    schema_version=1,
    truncated=False,
    continues=None,
)
REJECT = Reject(
    stage="read",
    source_uri="a.xml",
    entry=None,
    reason="empty",
    detail="",
    payload="",
    run_id="r",
    schema_version=1,
)

texts = st.text(max_size=30)
maybe_text = st.none() | texts
offsets = st.integers(min_value=0, max_value=10**9)
entries = st.builds(
    Entry,
    source_uri=texts,
    index=offsets,
    source_kind=texts,
    feed_url=maybe_text,
    feed_title=maybe_text,
    url=maybe_text,
    guid=maybe_text,
    guid_trusted=st.booleans(),
    title=maybe_text,
    authors=st.lists(texts, max_size=3).map(tuple),
    categories=st.lists(texts, max_size=3).map(tuple),
    published=maybe_text,
    updated=maybe_text,
    snapshot=maybe_text,
    text=texts,
    blocks=st.lists(st.builds(Block, texts, offsets, offsets), max_size=4).map(tuple),
)
rejects = st.builds(
    Reject,
    stage=texts,
    source_uri=texts,
    entry=st.none() | offsets,
    reason=st.sampled_from([reason.value for reason in Reason]),
    detail=texts,
    payload=texts,
    run_id=texts,
    schema_version=offsets,
)


def test_there_are_four_tables_in_this_order() -> None:
    assert list(TABLES.items()) == [
        ("articles", Article),
        ("segments", Segment),
        ("rejects", Reject),
        ("sightings", Sightings),
    ]


@pytest.mark.parametrize(
    ("row", "keys"),
    [(ARTICLE, ARTICLE_KEYS), (SEGMENT, SEGMENT_KEYS), (REJECT, REJECT_KEYS)],
    ids=["articles", "segments", "rejects"],
)
def test_a_rows_keys_stand_in_the_order_of_the_contract(
    row: Article | Segment | Reject, keys: list[str]
) -> None:
    assert list(json.loads(to_json(row))) == keys


def test_records_within_a_row_keep_their_key_order_too() -> None:
    row = json.loads(to_json(SEGMENT))
    assert list(row["mentions"][0]) == (
        "actor_id principal type role start end text tagger".split()
    )
    assert list(row["quotes"][0]) == "start end kind speaker".split()
    assert list(row["acts"][0]) == (
        "type plover plover_mode cameo issuers addressees modality cue_start cue_end inherited "
        "rule".split()
    )
    dateline = json.loads(to_json(ARTICLE))["dateline"]
    assert list(dateline.items()) == [
        ("outlet", None),
        ("agency", "Norova"),
        ("place", "Cairo"),
        ("date", None),
        ("date_text", None),
    ]


def test_a_row_is_one_line_without_spaces_and_with_letters_as_they_are() -> None:
    line = to_json(REJECT)
    assert line == (
        '{"stage":"read","source_uri":"a.xml","entry":null,"reason":"empty","detail":"",'
        '"payload":"","run_id":"r","schema_version":1}'
    )
    assert '"text":"مصر"' in to_json(SEGMENT)
    assert '"text":"a \\"quote\\"\\n\\\\ and a tab\\t"' in to_json(ARTICLE)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=100)
def test_no_text_puts_a_line_end_into_a_row(text: str) -> None:
    line = to_json(dataclasses.replace(REJECT, payload=text))
    assert "\n" not in line
    assert "\r" not in line
    assert json.loads(line)["payload"] == text


@given(entries)
@settings(deadline=None, max_examples=150)
def test_an_entry_comes_back_as_it_was_written(entry: Entry) -> None:
    assert from_json(to_json(entry)) == entry


@given(rejects)
@settings(deadline=None, max_examples=100)
def test_a_reject_comes_back_as_it_was_written(reject: Reject) -> None:
    assert from_json(to_json(reject)) == reject


def test_an_entry_that_comes_back_can_be_hashed() -> None:
    entry = Entry(
        source_uri="a",
        index=0,
        source_kind="text",
        authors=("A",),
        text="t",
        blocks=(Block("text", 0, 1),),
    )
    assert hash(from_json(to_json(entry))) == hash(entry)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_no_warehouse_loads_is_an_error(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(dataclasses.replace(ARTICLE, language_score=number))


@pytest.mark.parametrize("reason", list(Reason))
def test_a_fault_survives_pickling_with_its_reason_and_detail(reason: Reason) -> None:
    fault = pickle.loads(pickle.dumps(NewsError(reason, "byte 7")))  # noqa: S301  our own bytes
    assert type(fault) is NewsError
    assert (fault.reason, fault.detail, str(fault)) == (
        reason,
        "byte 7",
        str(NewsError(reason, "byte 7")),
    )


def test_a_fault_needs_no_detail() -> None:
    assert NewsError(Reason.EMPTY).detail == ""


def test_the_reasons_are_a_closed_list() -> None:
    assert sorted(reason.value for reason in Reason) == sorted(
        "unreadable too_large bad_compression empty not_text unknown_encoding unknown_format "
        "broken_feed truncated_entry undecodable no_text too_deep text_cut "
        "bad_container too_many_members expands_too_much".split()
    )


@pytest.mark.parametrize(
    "row", [ARTICLE, SEGMENT, REJECT, MENTION, ACT], ids=lambda row: type(row).__name__
)
def test_records_do_not_change(row: object) -> None:
    name = dataclasses.fields(row)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(row, name, "other")
