"""One article however often it was seen: the same revisions in whatever order it was seen."""

import functools
import itertools
import pickle
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.runners.portability.fn_api_runner import FnApiRunner
from apache_beam.testing.test_pipeline import TestPipeline as _TestPipeline
from apache_beam.testing.util import assert_that, equal_to
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.records import Revision
from transforms.revisions.dedupe import (
    ChooseRevisions,
    MergeSightings,
    Seen,
    Sighting,
    merge_seen,
    number_revisions,
)

MORNING, NOON, NIGHT = (f"2026-03-01T{hour}:00:00Z" for hour in ("06", "12", "18"))
ARTICLE, OTHER = "a" * 32, "b" * 32


def sighting(text: str, snapshot: str | None, uri: str = "f.xml", entry: int = 0) -> Sighting:
    """A sighting of a text; its size is that of the text, as it is in an archive."""
    return Sighting(f"v1:{text}", snapshot, uri, entry, len(text))


def merged(sightings: Iterable[Sighting]) -> dict[str, Seen]:
    """What a worker that sees all of them makes of them."""
    combine = MergeSightings()
    accumulator = combine.create_accumulator()
    for one in sightings:
        accumulator = combine.add_input(accumulator, one)
    return combine.extract_output(accumulator)


def revisions(sightings: Iterable[Sighting]) -> list[Revision]:
    """The revisions of one article that was seen so."""
    return list(number_revisions(ARTICLE, merged(sightings)))


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


@given(archives, st.randoms(use_true_random=False), st.integers(1, 4))
@settings(deadline=None, max_examples=200)
def test_any_order_and_bundling_gives_the_same_revisions(
    sightings: list[Sighting], chance: Any, bundles: int
) -> None:
    expected = revisions(sightings)
    mixed = sorted(sightings, key=lambda _: chance.random())
    parts = [merged(mixed[n::bundles]) for n in range(bundles)]
    combine = MergeSightings()
    together = combine.extract_output(combine.merge_accumulators(parts))
    assert list(number_revisions(ARTICLE, together)) == expected
    nested = functools.reduce(lambda a, b: combine.merge_accumulators([b, a]), parts)
    assert list(number_revisions(ARTICLE, nested)) == expected


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
    assert merge_seen([]) == {}
    assert merge_seen([{}, {}]) == {}


def test_merging_leaves_the_parts_as_they_were() -> None:
    one, other = merged([sighting("a", NOON)]), merged([sighting("a", NIGHT), sighting("b", NOON)])
    before = dict(one), dict(other)
    merge_seen([one, other])
    assert (one, other) == before


def test_what_is_shuffled_can_be_pickled_and_hashed() -> None:
    whole = Seen(sighting("a", NOON), NOON, 1)
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301  our own bytes
    assert len({whole, Seen(sighting("a", NOON), NOON, 1)}) == 1


# ---- in a pipeline ------------------------------------------------------------------------------

SIGHTINGS = [
    (ARTICLE, sighting("text", MORNING, "a.xml", 0)),
    (ARTICLE, sighting("text", NOON, "b.xml", 1)),
    (ARTICLE, sighting("text, edited", NOON, "b2.xml", 0)),
    (ARTICLE, sighting("text", NIGHT, "c.xml", 2)),
    (OTHER, sighting("text", None, "c.xml", 0)),
    (OTHER, sighting("text", None, "b.xml", 0)),
]
EXPECTED = [
    revision(1, sighting("text", MORNING, "a.xml", 0), NIGHT, 3),
    revision(2, sighting("text, edited", NOON, "b2.xml", 0), NOON, 1),
    revision(1, sighting("text", None, "b.xml", 0), None, 2, of=OTHER),
]


def choose(*collections: Sequence[tuple[str, Sighting]], expected: list[Revision]) -> Any:
    """Run the transform over sightings that come as so many collections, and its result."""
    # the default DirectRunner would look for another engine on the network first
    with _TestPipeline(runner=FnApiRunner()) as pipeline:
        parts = [
            pipeline | f"Create {n}" >> beam.Create(part) for n, part in enumerate(collections)
        ]
        together = parts | beam.Flatten() if len(parts) > 1 else parts[0]
        assert_that(together | ChooseRevisions(), equal_to(expected))
    return pipeline.result


def counters(result: Any) -> Mapping[str, int]:
    """All counters of the transform after a run."""
    found = result.metrics().query()["counters"]
    own = f"{ChooseRevisions.__module__}.{ChooseRevisions.__qualname__}"
    return {
        metric.key.metric.name: metric.committed
        for metric in found
        if metric.key.metric.namespace == own
    }


def test_the_transform_gives_one_revision_for_each_text_of_an_article() -> None:
    result = choose(SIGHTINGS, expected=EXPECTED)
    assert counters(result) == {"in-articles": 2, "out-revisions": 3, "duplicates": 3}


def test_the_transform_does_not_depend_on_the_order_or_the_place_of_sightings() -> None:
    result = choose(SIGHTINGS[::-1][:2], SIGHTINGS[1:4:2], [SIGHTINGS[2], SIGHTINGS[0]],
                    expected=EXPECTED)  # fmt: skip
    assert counters(result) == {"in-articles": 2, "out-revisions": 3, "duplicates": 3}


def test_the_transform_of_nothing_gives_nothing() -> None:
    assert counters(choose([], expected=[])) == {}


def test_every_order_of_a_few_sightings_gives_the_same_revisions() -> None:
    own = [item for key, item in SIGHTINGS if key == ARTICLE]
    for order in itertools.permutations(own):
        assert revisions(order) == EXPECTED[:2]


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
