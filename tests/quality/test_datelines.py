"""Pinned floors for the datelines of three sets of articles, annotated by readers.

The floors may be raised and never lowered. A dateline is looked for in the first three blocks
behind the title. Places that no word, capital letter or date vouches for are missed on purpose.
"""

from __future__ import annotations

import collections
import functools
import json
import pathlib
from typing import Any

import pytest

from transforms.segments.dateline import Found, find_dateline
from transforms.text import read_story

HERE = pathlib.Path(__file__).parent
FIELDS = ("presence", "outlet", "agency", "place", "date")
FLOORS = {
    "articles": dict(zip(FIELDS, (0.9884, 1.0, 1.0, 0.9767, 1.0), strict=True)),
    "unseen": dict(zip(FIELDS, (0.9714, 1.0, 1.0, 0.9677, 1.0), strict=True)),
    "heldout": dict(zip(FIELDS, (1.0, 0.6667, 0.9677, 1.0, 0.9231), strict=True)),
}
"""By set: F1 by field, of exact values; `presence` is whether there is a dateline at all."""
BLOCKS = 3


@functools.cache
def _compared(name: str) -> tuple[tuple[dict[str, Any], Found | None, str], ...]:
    """Each article, the dateline found in it, and the block that was found to hold it."""
    compared = []
    for path in sorted((HERE / name).glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        entry = read_story(article["text"], article["id"])
        title = article["segments"][0]["text"]
        blocks = [entry.text[b.start : b.end] for b in entry.blocks if b.kind != "title"]
        found, holder = None, ""
        for block in [block for block in blocks if block != title][:BLOCKS]:
            found, holder = find_dateline(block, article["language"]), block
            if found:
                break
        compared.append((article, found, holder))
    return tuple(compared)


def _values(article: dict[str, Any], found: Found | None, field: str) -> tuple[Any, Any]:
    """What the reader and the program say of a field; None where there is nothing."""
    wanted = article["dateline"]
    if field == "presence":
        return bool(wanted) or None, bool(found) or None
    return (wanted or {}).get(field), getattr(found.dateline, field) if found else None


SETS = [(name, field) for name in FLOORS for field in FIELDS]


def test_there_are_datelines_to_find() -> None:
    counts = {
        name: sum(article["dateline"] is not None for article, _, _ in _compared(name))
        for name in FLOORS
    }
    assert counts == {"articles": 87, "unseen": 34, "heldout": 18}


@pytest.mark.parametrize(("name", "field"), SETS)
def test_fields_are_found_as_the_reader_found_them(name: str, field: str) -> None:
    count: collections.Counter[str] = collections.Counter()
    for article, found, _ in _compared(name):
        wanted, got = _values(article, found, field)
        count["wanted"] += wanted is not None
        count["found"] += got is not None
        count["right"] += wanted is not None and wanted == got
    score = 2 * count["right"] / (count["wanted"] + count["found"])
    assert round(score, 4) >= FLOORS[name][field]


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_found_is_right(field: str) -> None:
    pairs = [
        (_values(article, found, field), article["id"])
        for article, found, _ in _compared("articles")
    ]
    assert [
        (name, *pair) for pair, name in pairs if pair[1] is not None and pair[0] != pair[1]
    ] == []


def test_a_block_is_a_dateline_where_the_reader_says_so() -> None:
    wrong = []
    for name in FLOORS:
        for article, found, block in _compared(name):
            whole = found is not None and not block[found.end :].strip()
            if whole != any(segment["kind"] == "dateline" for segment in article["segments"]):
                wrong.append(article["id"])
    # one has the word "published" between its names, which nobody told us to read over
    assert wrong == ["ar-asharq-sayd"]


def test_no_later_block_is_taken_for_a_dateline() -> None:
    taken = []
    for name in FLOORS:
        for article, _, _ in _compared(name):
            entry = read_story(article["text"], article["id"])
            for block in entry.blocks[BLOCKS + 1 :]:
                text = entry.text[block.start : block.end]
                if find_dateline(text, article["language"]):
                    taken.append((article["id"], text[:40]))
    assert taken == []
