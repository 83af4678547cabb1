"""Pinned floors on 100 articles in 16 languages, annotated by a reader who saw no output.

The floors may be raised and never lowered. Quotes, datelines and serial markers are annotated as
well; the stages that find them will be held to them.
"""

from __future__ import annotations

import collections
import json
import pathlib
from typing import Any

import pytest

from transforms.language import detect
from transforms.segment import split_article
from transforms.text import fold, read_story

ARTICLES = sorted((pathlib.Path(__file__).parent / "articles").glob("*.json"))
FLOORS = {"bullet": 0.9917, "title": 1.0, "paragraph": 0.876, "heading": 0.75}


def _read(path: pathlib.Path) -> dict[str, Any]:
    article: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return article


def _f1(wanted: collections.Counter[Any], found: collections.Counter[Any]) -> float:
    return 2 * (wanted & found).total() / (wanted.total() + found.total())


@pytest.mark.parametrize("kind", FLOORS)
def test_segments_of_each_kind_are_found_as_the_reader_found_them(kind: str) -> None:
    wanted: collections.Counter[tuple[str, str]] = collections.Counter()
    found: collections.Counter[tuple[str, str]] = collections.Counter()
    for article in map(_read, ARTICLES):
        entry = read_story(article["text"], article["id"])
        segments = article["segments"]
        wanted.update((article["id"], fold(s["text"])) for s in segments if s["kind"] == kind)
        found.update(
            (article["id"], fold(entry.text[span.start : span.end]))
            for span in split_article(entry.text, entry.blocks)
            if span.kind == kind
        )
    assert round(_f1(wanted, found), 4) >= FLOORS[kind]


def test_every_article_is_in_the_language_that_its_author_wrote() -> None:
    told = {
        article["id"]: (detect(article["text"]).tag.partition("-")[0], article["language"])
        for article in map(_read, ARTICLES)
    }
    assert {name: pair for name, pair in told.items() if pair[0] != pair[1]} == {}
