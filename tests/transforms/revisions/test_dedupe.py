"""One article however often it was seen: the same revisions in whatever order it was seen."""

import itertools
import json
import pathlib
import pickle
import random
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.runners.portability.fn_api_runner import FnApiRunner
from apache_beam.testing.test_pipeline import TestPipeline as _TestPipeline
from apache_beam.testing.util import assert_that
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.records import Block, Entry, Revision, Sightings
from transforms.revisions import chunks as chunks_module
from transforms.revisions.chunks import Chunk, ChunkWriter, id_range, merge_chunks
from transforms.revisions.dedupe import RESULTS, REVISIONS, ChooseRevisions
from transforms.revisions.known import Known, KnownPart
from transforms.revisions.sightings import (
    MANY_LINKS,
    Seen,
    Sighting,
    find_distrusted,
    merge_sightings,
    number_revisions,
    sighting_lines,
    sightings_rows,
)

MORNING, NOON, NIGHT = (f"2026-03-01T{hour}:00:00Z" for hour in ("06", "12", "18"))
ARTICLE, OTHER = "a" * 32, "b" * 32


def sighting(text: str, snapshot: str | None, uri: str = "f.xml", entry: int = 0) -> Sighting:
    """A sighting of a text; its size is that of the text, as it is in an archive."""
    return Sighting(f"v1:{text}", snapshot, uri, entry, len(text))


def revisions(sightings: Iterable[Sighting]) -> list[Revision]:
    """The revisions of one article that was seen so."""
    return list(number_revisions(ARTICLE, merge_sightings(sightings)))


def revision(
    number: int, first: Sighting, last_seen: str | None, sightings: int, of: str = ARTICLE
) -> Revision:
    """The revision whose first sighting this is."""
    return Revision(
        article_id=of,
        revision=number,
        content_hash=first.content_hash,
        source_uri=first.source_uri,
        entry=first.entry,
        size=first.size,
        first_seen=first.snapshot,
        last_seen=last_seen,
        sightings=sightings,
    )


# archives: each place (file, entry) is seen once, and a file has one snapshot
places = st.tuples(st.sampled_from(["a.xml", "b.xml", "c.xml", "d.xml"]), st.integers(0, 9))
snapshots = {"a.xml": NOON, "b.xml": MORNING, "c.xml": None, "d.xml": MORNING}
archives = st.dictionaries(places, st.sampled_from(["one", "two!", "three"]), min_size=1).map(
    lambda seen: [sighting(text, snapshots[uri], uri, entry) for (uri, entry), text in seen.items()]
)


# ---- numbering ----------------------------------------------------------------------------------


def test_a_text_seen_once_is_revision_one() -> None:
    only = sighting("text", NOON)
    assert revisions([only]) == [revision(1, only, NOON, 1)]


def test_a_text_seen_again_is_no_new_revision() -> None:
    first, second = sighting("text", MORNING, "a.xml"), sighting("text", NIGHT, "b.xml", 4)
    assert revisions([second, first]) == [revision(1, first, NIGHT, 2)]


def test_changed_texts_are_numbered_by_the_time_first_seen() -> None:
    old = sighting("text", MORNING, "z.xml")
    new = sighting("text!", NOON, "a.xml", 7)
    newest = sighting("other text", NIGHT, "b.xml")
    again = sighting("text", NIGHT, "c.xml", 2)
    assert revisions([newest, again, new, old]) == [
        revision(1, old, NIGHT, 2),
        revision(2, new, NOON, 1),
        revision(3, newest, NIGHT, 1),
    ]


def test_a_text_that_comes_back_keeps_its_number() -> None:
    sightings = [sighting("a", MORNING), sighting("b", NOON, "g.xml"), sighting("a", NIGHT, "h")]
    assert [(r.revision, r.content_hash, r.sightings) for r in revisions(sightings)] == [
        (1, "v1:a", 2),
        (2, "v1:b", 1),
    ]


def test_sightings_without_a_time_come_last_and_leave_the_times_of_others() -> None:
    dated, undated = sighting("text", NIGHT, "z.xml"), sighting("text", None, "a.xml")
    older = sighting("other", None, "a.xml", 1)
    assert revisions([undated, older, dated]) == [
        revision(1, dated, NIGHT, 2),
        revision(2, older, None, 1),
    ]


def test_at_one_time_the_file_and_then_the_place_in_it_decide() -> None:
    texts = [
        sighting("one", NOON, "b.xml", 0),
        sighting("two", NOON, "a.xml", 10),
        sighting("three", NOON, "a.xml", 9),
    ]
    assert [(r.content_hash, r.source_uri, r.entry) for r in revisions(texts)] == [
        ("v1:three", "a.xml", 9),
        ("v1:two", "a.xml", 10),
        ("v1:one", "b.xml", 0),
    ]


def test_no_text_has_no_revision() -> None:
    assert list(number_revisions(ARTICLE, {})) == []


# ---- merging ------------------------------------------------------------------------------------


def test_merging_keeps_the_first_sighting_the_last_time_and_the_count() -> None:
    early, late = sighting("t", MORNING, "b.xml"), sighting("t", NIGHT, "a.xml")
    undated = sighting("t", None, "0.xml")
    assert Seen(late, NIGHT, 3).merge(Seen(early, NOON, 2)) == Seen(early, NIGHT, 5)
    assert Seen(undated, None, 1).merge(Seen(late, NIGHT, 1)) == Seen(late, NIGHT, 2)
    assert Seen(undated, None, 1).merge(Seen(undated, None, 1)) == Seen(undated, None, 2)


seen = st.builds(
    Seen,
    first=st.builds(
        # what a place holds is given by the place, so that equal places are equal sightings
        lambda uri, entry: sighting("t", snapshots[uri], uri, entry),
        st.sampled_from(sorted(snapshots)),
        st.integers(0, 3),
    ),
    last_seen=st.sampled_from([None, MORNING, NOON, NIGHT]),
    count=st.integers(1, 5),
)


@given(seen, seen, seen)
@settings(deadline=None, max_examples=200)
def test_merging_is_associative_and_commutative(a: Seen, b: Seen, c: Seen) -> None:
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))


@given(archives, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=200)
def test_any_order_gives_the_same_revisions(sightings: list[Sighting], chance: Any) -> None:
    expected = revisions(sightings)
    assert revisions(sorted(sightings, key=lambda _: chance.random())) == expected


@given(archives)
@settings(deadline=None, max_examples=200)
def test_revisions_account_for_every_sighting(sightings: list[Sighting]) -> None:
    found = revisions(sightings)
    assert [r.revision for r in found] == list(range(1, len(found) + 1))
    assert {r.content_hash for r in found} == {s.content_hash for s in sightings}
    for r in found:
        same = [s for s in sightings if s.content_hash == r.content_hash]
        first = min(same, key=Sighting.order)
        times = [s.snapshot for s in same if s.snapshot]
        assert r == revision(r.revision, first, max(times, default=None), len(same))
    orders = [(r.first_seen is None, r.first_seen or "", r.source_uri, r.entry) for r in found]
    assert orders == sorted(orders)


def test_merging_nothing_gives_nothing() -> None:
    assert merge_sightings([]) == {}


def test_what_is_shuffled_can_be_pickled_and_hashed() -> None:
    whole = Chunk("path", 3, tuple(range(17)))
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301  our own bytes
    assert len({whole, Chunk("path", 3, tuple(range(17)))}) == 1


# ---- on top of what earlier runs have seen ------------------------------------------------------


def known(text: str, number: int, last: str | None = MORNING, times: int = 2) -> Sightings:
    return Sightings(
        article_id=ARTICLE,
        revision=number,
        content_hash=f"v1:{text}",
        first_seen=MORNING,
        last_seen=last,
        sightings=times,
        run_id="before",
        schema_version=1,
    )


def test_numbers_go_on_behind_those_that_are_known() -> None:
    texts = merge_sightings([sighting("new", NIGHT), sighting("old", NOON), sighting("old", NIGHT)])
    before = [known("older", 1), known("old", 2)]
    found = list(number_revisions(ARTICLE, texts, before))
    assert [(one.revision, one.content_hash) for one in found] == [(3, "v1:new")]
    rows = sightings_rows(found, texts, before, "tonight")
    assert [(r.revision, r.first_seen, r.last_seen, r.sightings, r.run_id) for r in rows] == [
        (2, MORNING, NIGHT, 4, "tonight"),
        (3, NIGHT, NIGHT, 1, "tonight"),
    ]


# ---- which ids are trusted ----------------------------------------------------------------------


def entry(number: int = 0, **changes: Any) -> Entry:
    """The entry of a snapshot of a feed: one guid, link, title and text a number."""
    fields = {
        "source_uri": "f.xml",
        "index": 0,
        "source_kind": "rss",
        "feed_url": "https://quay.example/feed",
        "url": f"https://quay.example/{number}",
        "guid": f"g-{number}",
        "title": f"Quay {number}",
        "text": f"Quay {number}\n\nText {number}.",
        "blocks": (Block("title", 0, 6),),
        "snapshot": MORNING,
    }
    return Entry(**{**fields, **changes})


def distrusted(*entries: Entry) -> list[str]:
    return list(find_distrusted(sorted(line for one in entries for line in sighting_lines(one))))


def test_a_guid_is_trusted_as_long_as_its_story_has_few_addresses() -> None:
    renamed = [entry(0, url=f"https://quay.example/headline-{n}") for n in range(MANY_LINKS)]
    assert distrusted(*renamed) == []
    (found,) = distrusted(*renamed, entry(0, url="https://quay.example/one-more"))
    assert found == next(sighting_lines(entry(0)))[:32]


def test_what_one_file_refutes_is_trusted_in_no_other() -> None:
    (found,) = distrusted(entry(0), entry(1), entry(0, guid_trusted=False))
    assert found == next(sighting_lines(entry(0)))[:32]


# ---- in a pipeline ------------------------------------------------------------------------------


def write(folder: pathlib.Path, *entries: Entry) -> list[Chunk]:
    """The chunks of a worker that reads these entries."""
    writer = ChunkWriter(str(folder))
    for one in entries:
        writer.add(one)
    return list(writer.write())


def choose(
    folder: pathlib.Path, chunks: Sequence[Chunk], known: Known | None = None
) -> tuple[list[Revision], list[Any], Mapping[str, int]]:
    """Run the transform over chunks: its revisions, its results and its counters."""
    task = ChooseRevisions("run", str(folder), 10**6, known)
    kept = {name: folder / f"{uuid.uuid4().hex}.pickle" for name in (REVISIONS, RESULTS)}

    def keep(path: pathlib.Path) -> Callable[[list[Any]], None]:
        def check(items: list[Any]) -> None:  # it runs as a copy of itself
            path.write_bytes(pickle.dumps(items))

        return check

    # the default DirectRunner would look for another engine on the network first
    with _TestPipeline(runner=FnApiRunner()) as pipeline:
        chosen = pipeline | beam.Create(chunks) | task
        for name, path in kept.items():
            assert_that(chosen[name], keep(path), label=name)
    own = f"{ChooseRevisions.__module__}.{ChooseRevisions.__qualname__}"
    counted = {
        metric.key.metric.name: metric.committed
        for metric in pipeline.result.metrics().query()["counters"]
        if metric.key.metric.namespace == own
    }
    revisions, results = (pickle.loads(path.read_bytes()) for path in kept.values())  # noqa: S301
    return revisions, results, counted


def rows(results: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows of the sightings' slices, in order."""
    slices = [part for result in results for part in result.slices]
    found = []
    for part in sorted(slices, key=lambda part: (part.shard, part.number)):
        data = pathlib.Path(part.path).read_bytes()[part.start : part.start + part.bytes]
        found += [json.loads(line) for line in data.splitlines()]
    return found


ENTRIES = [
    entry(1, source_uri="a.xml"),
    entry(1, source_uri="b.xml", snapshot=NOON, index=1),
    entry(1, source_uri="c.xml", snapshot=NIGHT, text="Quay 1\n\nEdited.", index=2),
    entry(2, source_uri="c.xml", snapshot=NIGHT, index=0),
    entry(2, source_uri="d.xml", snapshot=None, index=0),
    # one guid for all of a feed: its links are the ids
    entry(3, source_uri="e.xml", guid="g", guid_trusted=False),
    entry(4, source_uri="e.xml", guid="g", guid_trusted=False, index=1),
    entry(3, source_uri="f.xml", guid="g", snapshot=NOON),
]


def told(revisions: Iterable[Revision]) -> list[tuple[Any, ...]]:
    return sorted(
        (r.source_uri, r.entry, r.revision, r.first_seen, r.last_seen, r.sightings)
        for r in revisions
    )


EXPECTED = [
    ("a.xml", 0, 1, MORNING, NOON, 2),
    ("c.xml", 0, 1, NIGHT, NIGHT, 2),
    ("c.xml", 2, 2, NIGHT, NIGHT, 1),
    ("e.xml", 0, 1, MORNING, NOON, 2),
    ("e.xml", 1, 1, MORNING, MORNING, 1),
]


def test_the_transform_gives_one_revision_for_each_text_of_an_article(
    tmp_path: pathlib.Path,
) -> None:
    found, results, counted = choose(tmp_path, write(tmp_path, *ENTRIES))
    assert told(found) == EXPECTED
    assert counted == {"in-articles": 4, "out-revisions": 5, "duplicates": 3}
    assert [result.counts["totals"] for result in results] == [{"duplicates": 3}]
    listed = rows(results)
    assert [(row["article_id"], row["revision"]) for row in listed] == sorted(
        (one.article_id, one.revision) for one in found
    )
    assert sum(row["sightings"] for row in listed) == len(ENTRIES)


@pytest.mark.parametrize("seed", range(4))
def test_order_bundles_and_partitions_do_not_matter(
    seed: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, expected, _ = choose(tmp_path, write(tmp_path, *ENTRIES))
    chance = random.Random(seed)  # noqa: S311 - no secret
    mixed = chance.sample(ENTRIES, len(ENTRIES))
    cut = chance.randrange(1, len(mixed))
    parts = [*write(tmp_path, *mixed[:cut]), *write(tmp_path, *mixed[cut:])]
    monkeypatch.setattr(chunks_module, "_A_PARTITION", chance.choice([1, 2, 4]))
    found, results, _ = choose(tmp_path, chance.sample(parts, 2))
    assert told(found) == EXPECTED
    assert rows(results) == rows(expected)


def test_chunks_come_back_in_order_whatever_part_is_asked_for(tmp_path: pathlib.Path) -> None:
    lines = sorted(line for one in ENTRIES for line in sighting_lines(one))
    parts = [*write(tmp_path, *ENTRIES[:3]), *write(tmp_path, *ENTRIES[3:])]
    for partitions in (1, 2, 16):
        ranges = [id_range(number, partitions) for number in range(partitions)]
        assert [line for digits in ranges for line in merge_chunks(parts, digits)] == lines


def test_what_is_known_is_no_revision_again(tmp_path: pathlib.Path) -> None:
    _, results, _ = choose(tmp_path, write(tmp_path, *ENTRIES[:2]))
    (part,) = results[0].slices
    before = Known(texts=(KnownPart(part.path, "0" * 32, "f" * 32),))
    found, results, counted = choose(tmp_path, write(tmp_path, *ENTRIES[2:5]), before)
    assert told(found) == [("c.xml", 0, 1, NIGHT, NIGHT, 2), ("c.xml", 2, 2, NIGHT, NIGHT, 1)]
    again, results, counted = choose(tmp_path, write(tmp_path, ENTRIES[0]), before)
    assert (again, counted) == (
        [],
        {"in-articles": 1, "out-revisions": 0, "duplicates": 1},
    )
    assert [(row["sightings"], row["last_seen"]) for row in rows(results)] == [(3, NOON)]


def test_the_transform_of_nothing_gives_nothing(tmp_path: pathlib.Path) -> None:
    assert choose(tmp_path, []) == ([], [], {})


def test_every_order_of_a_few_sightings_gives_the_same_revisions() -> None:
    own = [
        sighting("text", MORNING, "a.xml", 0),
        sighting("text", NOON, "b.xml", 1),
        sighting("text, edited", NOON, "b2.xml", 0),
        sighting("text", NIGHT, "c.xml", 2),
    ]
    for order in itertools.permutations(own):
        assert revisions(order) == [
            revision(1, own[0], NIGHT, 3),
            revision(2, own[2], NOON, 1),
        ]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (sighting("t", MORNING, "z", 9), sighting("t", NOON, "a", 0)),
        (sighting("t", NIGHT, "z", 9), sighting("t", None, "a", 0)),
        (sighting("t", NOON, "a", 9), sighting("t", NOON, "b", 0)),
        (sighting("t", NOON, "a", 8), sighting("t", NOON, "a", 9)),
        (sighting("t", None, "a", 9), sighting("t", None, "a", 10)),
    ],
)
def test_sightings_are_ordered_by_time_then_file_then_entry(
    earlier: Sighting, later: Sighting
) -> None:
    assert earlier.order() < later.order()
