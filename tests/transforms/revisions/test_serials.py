"""Stories in parts: what a headline says of its part, and which part comes before which."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.revisions.serials import Part, Told, link_parts, part_of, split_headline
from transforms.text import read_story

DAY = "2026-03-01T06:00:00Z", "2026-03-02T06:00:00Z", "2026-03-20T06:00:00Z"


@pytest.mark.parametrize(
    ("title", "bare", "number"),
    [
        ("UPDATE 2-Port strike ends", "Port strike ends", 2),
        ("Update: Port strike ends", "Port strike ends", 1),
        ("(Update 1) Port strike ends", "Port strike ends", 1),
        ("2nd LEAD: Port strike ends", "Port strike ends", 2),
        ("Port strike ends (2nd lead)", "Port strike ends", 2),
        ("Port strike ends (2)", "Port strike ends", 2),
        ("Port strike ends /2/", "Port strike ends", 2),
        ("Port strike ends [2/3]", "Port strike ends", 2),
        ("إضراب الميناء (تتمة)", "إضراب الميناء", 1),
        ("إضراب الميناء (إضافة ٢)", "إضراب الميناء", 2),
        ("Забастовка (продолжение)", "Забастовка", 1),
        ("Update your phone now", "Update your phone now", 0),
        ("Lead in the water", "Lead in the water", 0),
        ("Apollo 11", "Apollo 11", 0),
        ("UPDATE 1-", "UPDATE 1-", 0),
        ("", "", 0),
    ],
)
def test_a_headline_is_told_from_the_marker_of_its_part(title: str, bare: str, number: int) -> None:
    assert split_headline(title) == (bare, number)


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_any_headline_has_a_part(title: str) -> None:
    bare, number = split_headline(title)
    assert number >= 0
    assert bare in title


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Title\n\nA text.\n\n(MORE)", True),
        ("Title\n\nA text. (MORE)", True),
        ("عنوان\n\nنص طويل.\n\n(تستمر)", True),
        ("عنوان\n\nنص طويل.\n\nيتبع", True),
        ("Title\n\nA text (more or less).", False),
        ("Title\n\nA text.", False),
    ],
)
def test_a_text_that_goes_on_says_so_at_its_end(text: str, goes_on: bool) -> None:
    part = part_of(read_story(text, "wire/a.txt"))
    assert part.goes_on == goes_on
    assert (
        part.series == part_of(read_story(text.replace("\n\n", " (2)\n\n", 1), "wire/b.txt")).series
    )
    assert part.series != part_of(read_story(text, "other/a.txt")).series


def told(name: str, number: int, seen: str | None = DAY[0], goes_on: bool = False) -> Told:
    return Told(name, Part(7, number, goes_on), seen)


@pytest.mark.parametrize(
    ("parts", "links"),
    [
        ([told("a", 0), told("b", 1), told("c", 3)], {"b": "a", "c": "b"}),
        ([told("a", 0), told("b", 0)], {}),
        ([told("a", 0, goes_on=True), told("b", 0, DAY[1])], {"b": "a"}),
        ([told("a", 0, DAY[1], goes_on=True), told("b", 0, DAY[0])], {}),
        ([told("a", 0), told("b", 1, DAY[2])], {}),
        ([told("a", 0), told("b", 0, DAY[1]), told("c", 1, DAY[1])], {"c": "b"}),
        ([told("a", 0, None), told("b", 1, None)], {"b": "a"}),
        ([told("a", 0), told("a", 1)], {}),
        ([told("a", 1)], {}),
    ],
)
def test_a_part_follows_the_last_one_before_it(parts: list[Told], links: dict[str, str]) -> None:
    for order in itertools.permutations(parts):
        assert dict(link_parts(order)) == links
