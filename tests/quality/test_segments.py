"""How each sample story is cut: every segment's kind, list and words, as a reader checked them.

`segments.tsv` beside this file holds what is expected, one segment a line.
"""

import collections
import functools
import pathlib
import re

import pytest

from transforms.language.detect import detect
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import Span, split_article
from transforms.text import read_story

STORIES = pathlib.Path(__file__).resolve().parents[2] / "samples" / "stories"
TABLE = pathlib.Path(__file__).with_name("segments.tsv")
LONGEST_MARK = 2
"""Visible characters of a marker in the samples: `1.`, `а)`, `一、`; `（一）` has one more."""


@functools.cache
def expected() -> dict[str, list[tuple[str, str, str]]]:
    """Kind, list and first words of each segment, by story."""
    stories: dict[str, list[tuple[str, str, str]]] = collections.defaultdict(list)
    header, *lines = TABLE.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert header.split("\t") == ["file", "index", "kind", "list", "first words"]
    for line in lines:
        story, index, kind, number, words = line.split("\t")
        assert int(index) == len(stories[story])
        stories[story].append((kind, number, words))
    return stories


@functools.cache
def cut(story: str) -> tuple[str, tuple[Span, ...]]:
    """A story's text and its spans."""
    text = (STORIES / f"{story}.txt").read_bytes().decode("utf-8")
    spans = split_article(text, read_story(text, story).blocks)
    return text, tuple(read_anatomy(text, spans, detect(text).tag).spans)


def test_every_story_is_in_the_table() -> None:
    assert sorted(expected()) == sorted(path.stem for path in STORIES.glob("*.txt"))


@pytest.mark.parametrize("story", sorted(expected()))
def test_a_story_has_exactly_the_segments_that_a_reader_found_in(story: str) -> None:
    text, spans = cut(story)
    wanted = expected()[story]
    found = []
    for span, (_, _, words) in zip(spans, wanted, strict=False):
        own = " ".join(text[span.start : span.end].split())
        number = "" if span.list is None else str(span.list)
        found.append((span.kind, number, own[: len(words)]))
    assert found == wanted
    assert len(spans) == len(wanted)


@pytest.mark.parametrize("story", sorted(expected()))
def test_only_markers_and_white_space_are_left_out_of(story: str) -> None:
    text, spans = cut(story)
    position = 0
    for span in spans:
        left_out = "".join(text[position : span.start].split())
        longest = LONGEST_MARK + left_out.startswith("（") if span.kind == "bullet" else 0
        assert len(left_out) <= longest
        position = span.end
    assert not text[position:].strip()


@pytest.mark.parametrize("story", sorted(expected()))
def test_the_line_above_introduces_each_list_of(story: str) -> None:
    _, spans = cut(story)
    places: dict[int, list[int]] = collections.defaultdict(list)
    for index, span in enumerate(spans):
        if span.list is not None:
            places[span.list].append(index)
    assert places
    for indexes in places.values():
        assert indexes == list(range(indexes[0], indexes[-1] + 1))
        assert [spans[n].position for n in indexes] == list(range(1, len(indexes) + 1))
        assert {spans[n].lead_in for n in indexes} == {indexes[0] - 1}
        assert spans[indexes[0] - 1].kind in ("paragraph", "heading")


def test_every_marked_line_is_a_bullet_but_for_three_of_dialogue() -> None:
    marked = re.compile(
        r"^(?:[-–—•①-⑤]|\d{1,2}[.)۔]|[а-дא-הa-f][.)]|（?[一二三四五][、）]) ?\S", re.M
    )
    lines = {path.stem: path.read_text(encoding="utf-8") for path in STORIES.glob("*.txt")}
    found = {story: len(marked.findall(text)) for story, text in lines.items()}
    bullets = {
        story: sum(kind == "bullet" for kind, _, _ in rows) for story, rows in expected().items()
    }
    dialogue = {"fr-couloir-sahel": 1, "ru-zernovoy-koridor": 1, "uk-bezpeka-aes": 1}
    assert found == {story: count + dialogue.get(story, 0) for story, count in bullets.items()}
    assert sum(bullets.values()) == 109
