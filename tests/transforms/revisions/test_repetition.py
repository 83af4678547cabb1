"""Blocks that close many stories of one source: what counts, whatever the order."""

import random
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.runners.portability.fn_api_runner import FnApiRunner
from apache_beam.testing.test_pipeline import TestPipeline as _TestPipeline
from apache_beam.testing.util import assert_that, equal_to

from transforms.records import Entry, Revision
from transforms.revisions.identity import (
    LONGEST_CLOSING,
    LONGEST_LINE,
    block_hash,
    closing_hashes,
    source_of,
)
from transforms.revisions.repetition import MANY, FindRepeated
from transforms.text import read_story

LINE, PARAGRAPH = "Join our channel", "Our readers ask us for more. " * 6


def revision(article: int, *closing: int) -> Revision:
    return Revision(
        article_id=f"{article:032x}",
        revision=1,
        content_hash="v1:0",
        source_uri="a",
        entry=article,
        size=1,
        first_seen=None,
        last_seen=None,
        sightings=1,
        closing=closing,
    )


def repeated(revisions: list[Revision]) -> set[int]:
    """What the stage finds, held against a count."""
    wanted = expected(revisions)
    with _TestPipeline(runner=FnApiRunner()) as pipeline:
        found = pipeline | beam.Create(revisions) | FindRepeated()
        assert_that(found | beam.Map(sorted), equal_to([sorted(wanted)]))
    return wanted


def expected(revisions: list[Revision]) -> set[int]:
    """The same, by counting."""
    stories: dict[int, set[int]] = {}
    for one in revisions:
        for block in one.closing[1:]:
            stories.setdefault(block, set()).add(one.closing[0])
    return {block for block, above in stories.items() if len(above) >= MANY[block & 1]}


def test_a_line_counts_from_three_stories_on_and_a_paragraph_from_six() -> None:
    line, rare, long_one, rare_long = 2, 4, 7, 9
    revisions = [
        *(revision(n, 100 + n, line, long_one) for n in range(3)),
        *(revision(n, 100 + n, rare_long, long_one) for n in range(3, 6)),
        *(revision(n, 100 + n, rare) for n in range(6, 8)),
    ]
    assert repeated(revisions) == {line, long_one}


def test_versions_of_one_story_count_once() -> None:
    assert repeated([revision(1, 50, 2), revision(2, 50, 2), revision(3, 50, 2)]) == set()
    assert repeated([revision(1, 50, 2), revision(2, 51, 2), revision(3, 52, 2)]) == {2}


def test_no_article_gives_an_empty_set() -> None:
    assert repeated([]) == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    revisions = [revision(n % 40, *dice.sample(range(30), 3)) for n in range(120)]
    dice.shuffle(revisions)
    assert repeated(revisions)


def entry(text: str, **fields: Any) -> Entry:
    story = read_story(text, fields.pop("source_uri", "feeds/a.txt"))
    return Entry(
        source_uri=story.source_uri,
        index=0,
        source_kind="text",
        text=text,
        blocks=story.blocks,
        **fields,
    )


def test_the_source_is_the_host_of_the_link_or_feed_or_the_folder() -> None:
    assert source_of(entry("a", url="https://www.paper.example/7")) == "paper.example"
    assert source_of(entry("a", feed_url="https://wire.example/rss")) == "wire.example"
    assert source_of(entry("a", source_uri="archive/2022/a.txt")) == "archive/2022"


def test_the_last_blocks_are_known_by_their_words_and_source() -> None:
    one = closing_hashes(entry(f"Title\n\nFirst.\n\n{LINE}\n\n{PARAGRAPH}"))
    two = closing_hashes(entry(f"Other\n\nElse.\n\nJoin  our\nchannel\n\n{PARAGRAPH}"))
    assert one[1:] == two[1:] == (block_hash(LINE, "feeds"), block_hash(PARAGRAPH, "feeds"))
    assert one[0] != two[0]
    assert [block & 1 for block in one] == [0, 0, 1]
    elsewhere = entry(f"Title\n\nFirst.\n\n{LINE}", source_uri="other/a.txt")
    assert closing_hashes(elsewhere)[-1] != one[1]


def test_the_title_and_long_paragraphs_are_no_closing() -> None:
    long_one = "x" * (LONGEST_CLOSING + 1)
    story = entry(f"Title\n\nFirst.\n\n{long_one}\n\n{LINE}")
    assert closing_hashes(story) == (block_hash("First.", "feeds"), block_hash(LINE, "feeds"))
    assert len(closing_hashes(entry("Title\n\nOnly."))) == 1
    assert block_hash("x" * LONGEST_LINE, "") & 1 == 0
    assert block_hash("x" * (LONGEST_LINE + 1), "") & 1 == 1
