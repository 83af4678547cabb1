"""Plain text: what is cleaned, where blocks begin and end, and the story as an entry."""

import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.records import Block, Entry, NewsError, Reason
from transforms.text import (
    INVISIBLE,
    LONGEST_TITLE,
    clean,
    clip,
    fold,
    read_story,
    split_blocks,
    trim,
)

SETTINGS = settings(max_examples=300, deadline=None, derandomize=True)
ODD = (
    "\x00\ud800\udfff\r\n\t \x0b\x0c\x85\xa0\u2028\u3000\ufeff\u200b\u200c\u200f\u202e\u2066aب漢🚢"
)
ANY = st.text(st.one_of(st.sampled_from(ODD), st.characters(), st.characters(categories=["Cs"])))
LINES = st.text(st.sampled_from("ab \t\u3000\u200b\n\n\n"), max_size=40)
VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a\x00b", "a\ufffdb"),
        ("\ud800\udfff", "\ufffd\ufffd"),
        ("\U0001f6a2 \u202eabc\u202c \ufeff\x01", "\U0001f6a2 \u202eabc\u202c \ufeff\x01"),
    ],
)
def test_clean_replaces_nul_and_lone_surrogates_and_nothing_else(text: str, expected: str) -> None:
    assert clean(text) == expected


@SETTINGS
@given(ANY)
def test_clean_keeps_every_offset_and_leaves_nothing_that_no_warehouse_takes(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")
    for before, after in zip(text, cleaned, strict=True):
        unloadable = before == "\x00" or "\ud800" <= before <= "\udfff"
        assert after == ("\ufffd" if unloadable else before)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("abc", 2, "ab"),
        ("abc", 3, "abc"),
        ("abc", 0, ""),
        ("éé", 3, "é"),
        ("漢字", 5, "漢"),
        ("🚢🚢", 7, "🚢"),
        ("🚢🚢", 3, ""),
    ],
)
def test_clip_cuts_between_characters(text: str, limit: int, expected: str) -> None:
    assert clip(text, limit) == expected


@SETTINGS
@given(st.text(), st.integers(0, 40))
def test_clip_gives_the_longest_beginning_within_the_limit(text: str, limit: int) -> None:
    clipped = clip(text, limit)
    assert text.startswith(clipped)
    assert len(clipped.encode()) <= limit
    if clipped != text:
        assert len(text[: len(clipped) + 1].encode()) > limit


def test_fold_makes_one_space_of_every_run_of_white_space() -> None:
    assert fold(" a\r\n\tb\xa0\u3000c\n") == "a b c"
    assert fold(" \n ") == ""
    assert fold("a\u200cb") == "a\u200cb"


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("  ab  ", 0, 6, (2, 4)),
        ("\ufeff\u200f\u202bنص\u202c\u200f\n", 0, 8, (3, 5)),
        ("می\u200cخواهد", 0, 8, (0, 8)),  # the ZWNJ closes a letter within a word
        ("\u2066 a \u2069b", 0, 4, (2, 3)),
        ("\u3000一\xa0", 0, 3, (1, 2)),
        ("xx  yy", 2, 4, (2, 2)),
    ],
)
def test_trim_drops_white_and_invisible_characters_at_the_edges_only(
    text: str, start: int, end: int, expected: tuple[int, int]
) -> None:
    assert trim(text, start, end) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n\t\n", []),
        ("one", ["one"]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
        ("one\r\ntwo", ["one\r\ntwo"]),
        ("one\r\rtwo", ["one", "two"]),
        ("one\n \t\u3000\ntwo", ["one", "two"]),
        ("one\n\n\n\n  two", ["one", "two"]),
        ("one\r\n\n\rtwo", ["one", "two"]),
        ("\n\n  one  \n\n", ["one"]),
        ("one\n\n\u200b\ufeff\n\ntwo", ["one", "two"]),
        ("one\u2029\u2029two", ["one\u2029\u2029two"]),
    ],
)
def test_blank_lines_part_blocks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_blocks(text)] == expected


def test_blocks_are_told_from_a_given_place_on_by_their_place_in_the_whole_text() -> None:
    assert split_blocks("head\n\none\n\ntwo", 6) == [(6, 9), (11, 14)]
    assert split_blocks("head\n\none", 2) == [(2, 4), (6, 9)]


@SETTINGS
@given(LINES | ANY)
@example("a\r\n\r\nb")
def test_blocks_are_in_order_do_not_overlap_and_lose_no_visible_character(text: str) -> None:
    spans = split_blocks(text)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(flat)
    blocks = [text[start:end] for start, end in spans]
    assert all(VISIBLE.search(block) for block in blocks)
    assert "".join(VISIBLE.findall("".join(blocks))) == "".join(VISIBLE.findall(text))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@SETTINGS
@given(LINES)
def test_a_blank_line_stands_between_blocks_and_never_within_one(end: str, text: str) -> None:
    text = text.replace("\n", end)
    spans = split_blocks(text)
    for start, stop in spans:
        lines = re.split(r"\r\n|\r|\n", text[start:stop])
        assert all(line.strip() for line in lines)
        assert trim(text, start, stop) == (start, stop)
    for (_, stop), (start, _) in itertools.pairwise(spans):
        assert len(re.findall(r"\r\n|\r|\n", text[stop:start])) >= 2


def test_a_story_keeps_its_own_characters_and_its_offsets_are_the_files() -> None:
    text = "\r\nPort\tstrike \r\n\r\nOne line.\r\n \r\n\r\nLast.\r\n"
    assert read_story(text, "a.txt") == Entry(
        source_uri="a.txt",
        index=0,
        source_kind="text",
        title="Port strike",
        text=text,
        blocks=(Block("title", 2, 13), Block("text", 18, 27), Block("text", 34, 39)),
    )


def test_the_lines_of_a_paragraph_stay_together_also_in_a_file_from_windows() -> None:
    text = "Port strike\r\n\r\nFirst line\r\nsecond line.\r\n"
    blocks = read_story(text, "a.txt").blocks
    assert blocks == (Block("title", 0, 11), Block("text", 15, 39))


def test_a_story_of_a_single_block_has_no_title() -> None:
    assert read_story("One line.\nAnd another.", "a.txt") == Entry(
        source_uri="a.txt",
        index=0,
        source_kind="text",
        title=None,
        text="One line.\nAnd another.",
        blocks=(Block("text", 0, 22),),
    )


@pytest.mark.parametrize(("length", "titled"), [(LONGEST_TITLE, True), (LONGEST_TITLE + 1, False)])
def test_a_first_block_is_the_title_unless_it_is_too_long_for_one(
    length: int, titled: bool
) -> None:
    entry = read_story("x" * length + "\n\nbody", "a.txt")
    assert entry.title == ("x" * length if titled else None)
    assert [block.kind for block in entry.blocks] == ["title" if titled else "text", "text"]


def test_a_title_over_two_lines_is_one_line() -> None:
    assert read_story("Port strike\nends  today\n\nbody", "a.txt").title == "Port strike ends today"


def test_a_story_is_cleaned_in_place() -> None:
    entry = read_story("a\x00b\n\nc\ud800d", "a.txt")
    assert entry.text == "a\ufffdb\n\nc\ufffdd"
    assert entry.blocks == (Block("title", 0, 3), Block("text", 5, 8))


@pytest.mark.parametrize("text", ["", " \n", "\ufeff\u200b", "\u202e \n\n \u2069"])
def test_a_story_without_a_visible_character_is_none(text: str) -> None:
    with pytest.raises(NewsError) as caught:
        read_story(text, "a.txt")
    assert caught.value.reason is Reason.NO_TEXT
