"""Pinned floors on three sets of articles, annotated by readers who saw no output.

The floors may be raised and never lowered. `articles` was developed against; `unseen` was measured
once before anybody looked at it, and then developed against; `heldout` was measured at the end and
never developed against (docs/design.md has the figures of the first look at each).
"""

from __future__ import annotations

import collections
import functools
import json
import pathlib
from typing import Any

import pytest

from transforms.language.detect import detect
from transforms.segments.anatomy import Anatomy, read_anatomy
from transforms.segments.split import split_article
from transforms.text import fold, read_story

HERE = pathlib.Path(__file__).parent
KINDS = "title duplicate_title dateline heading paragraph bullet boilerplate continuation".split()
FLOORS: dict[str, dict[str, float]] = {
    "articles": {
        "all": 1.0,
        "continued": 1.0,
        "title": 1.0,
        "duplicate_title": 1.0,
        "dateline": 1.0,
        "heading": 1.0,
        "paragraph": 1.0,
        "bullet": 1.0,
        "boilerplate": 1.0,
        "continuation": 1.0,
    },
    "unseen": {
        "all": 0.9794,
        "continued": 1.0,
        "title": 1.0,
        "duplicate_title": 1.0,
        "dateline": 1.0,
        "heading": 0.9867,
        "paragraph": 0.98,
        "bullet": 1.0,
        "boilerplate": 0.9289,
        "continuation": 1.0,
    },
    "heldout": {
        "all": 0.9627,
        "continued": 1.0,
        "title": 1.0,
        "dateline": 0.9091,
        "heading": 0.9859,
        "paragraph": 0.9681,
        "bullet": 1.0,
        "boilerplate": 0.8571,
        "continuation": 1.0,
    },
}
"""By set: F1 of segments by kind and of all with their kind, and the share of `continued`."""
COUNTS = {"articles": 100, "unseen": 48, "heldout": 26}


@functools.cache
def read(name: str) -> tuple[tuple[dict[str, Any], Anatomy, str], ...]:
    """The articles of a set, what is found in each, and the text that its offsets are of."""
    found = []
    for path in sorted((HERE / name).glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        entry = read_story(article["text"], article["id"])
        spans = split_article(entry.text, entry.blocks)
        language = detect(entry.text).tag
        found.append((article, read_anatomy(entry.text, spans, language), entry.text))
    return tuple(found)


@pytest.mark.parametrize("name", COUNTS)
def test_the_set_is_whole(name: str) -> None:
    assert len(read(name)) == COUNTS[name]


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, floors in FLOORS.items() for kind in floors]
)
def test_segments_are_found_as_the_reader_found_them(name: str, kind: str) -> None:
    assert figures(name)[kind] >= FLOORS[name][kind]


@functools.cache
def figures(name: str) -> dict[str, float]:
    """F1 by kind, of all, and the share of articles whose `continued` is right."""
    wanted: collections.Counter[tuple[str, str, str]] = collections.Counter()
    found: collections.Counter[tuple[str, str, str]] = collections.Counter()
    right = 0
    for article, anatomy, text in read(name):
        wanted.update((article["id"], s["kind"], fold(s["text"])) for s in article["segments"])
        found.update(
            (article["id"], span.kind, fold(text[span.start : span.end])) for span in anatomy.spans
        )
        right += anatomy.continued == article["continued"]
    scores = {"all": _f1(wanted, found), "continued": right / len(read(name))}
    for kind in KINDS:
        of_kind = [
            collections.Counter({key: n for key, n in count.items() if key[1] == kind})
            for count in (wanted, found)
        ]
        if of_kind[0] or of_kind[1]:
            scores[kind] = _f1(*of_kind)
    return {key: round(score, 4) for key, score in scores.items()}


def _f1(wanted: collections.Counter[Any], found: collections.Counter[Any]) -> float:
    return 2 * (wanted & found).total() / (wanted.total() + found.total())


@pytest.mark.parametrize("name", COUNTS)
def test_every_article_is_in_the_language_that_its_author_wrote(name: str) -> None:
    told = {
        article["id"]: (detect(article["text"]).tag.partition("-")[0], article["language"])
        for article, _, _ in read(name)
    }
    assert {who: pair for who, pair in told.items() if pair[0] != pair[1]} == {}
