"""Texts that mean harm: whatever they hold, cues are places in them, and time grows with them."""

import dataclasses
import functools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import growth
from transforms.actors.lexicon import lexicon
from transforms.acts.find import find_acts
from transforms.acts.grammar import LANGUAGES
from transforms.acts.lists import TYPES
from transforms.acts.notation import expand
from transforms.quotes.find import find_quotes
from transforms.records import Passage, Quote
from transforms.tables import read_table
from transforms.text import clean

PIECES = (
    "Iran rejected the offer and accused Israel of it, ",
    "we demand ",
    "Russia must ",
    "طالبت إيران إسرائيل ",
    "«мы требуем» ",
    "Türkiye istedi ",
    "\u202e\u0000\ud800'\"",
    ":\n- ",
    "لن نقبل ",
    "不接受",
    "中国\u064b占尽便\xad宜，",
)


@pytest.mark.parametrize(
    ("language", "text", "cues"),
    [
        ("zh", "川普\u064b再度砲轟加拿大占盡便宜，破壞和平。", ["再度砲轟"]),
        ("ar", "وطالبت إيران إسرائيل بوقف الغارات.", ["طالبت"]),
        (
            "ar",
            f"و{8 * chr(0x64B)}طالبت إيران إسرائيل بوقف الغارات.",
            [],
        ),  # its letters are elsewhere
    ],
)
def test_marks_before_a_cue_crash_nothing(language: str, text: str, cues: list[str]) -> None:
    found = [
        text[act.cue_start : act.cue_end] for act in find_acts([passage(text, language)], [()])[0]
    ]
    assert found == cues


def passage(text: str, language: str, kind: str = "paragraph") -> Passage:
    """A passage with the names of the shipped tables in it."""
    mentions = lexicon().tag(text, (language, language))
    return Passage(kind=kind, text=text, language=language, mentions=tuple(mentions))


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=12),
    st.sampled_from("ar en ru fr de tr fa he zh und".split()),
)
@settings(deadline=None, max_examples=150)
def test_every_cue_is_a_place_in_its_text_and_every_party_is_named(
    pieces: list[str], language: str
) -> None:
    text = clean("".join(pieces))
    one = passage(text, language)
    named = {mention.principal for mention in one.mentions}
    for act in find_acts([one], [()])[0]:
        assert act.type in TYPES
        assert act.cue_start is not None
        assert act.cue_end is not None
        assert 0 <= act.cue_start < act.cue_end <= len(text)
        assert set(act.issuers) | set(act.addressees) <= named
        # in English "the party rejected its premier's plan" is towards itself
        assert language == "en" or not set(act.issuers) & set(act.addressees)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_names_signs_and_quotes_in_any_order(language: str) -> None:
    chance = random.Random(language)  # noqa: S311 - no secret
    cues = [row["forms"].split("|")[0] for row in read_table(f"acts/cues.{language}.tsv")]
    small = [row["forms"].split("|")[0] for row in read_table(f"acts/words.{language}.tsv")]
    names = [row["form"] for row in read_table("names.tsv") if row["lang"] == language][:300]
    signs = [*' ,.:;!?"«»“”()–…\n', "... ", "، ", "'", " !!! "]
    for _ in range(150):
        parts = [
            chance.choice(chance.choice((cues, small, names, signs)))
            for _ in range(chance.randint(1, 14))
        ]
        text = " ".join(expand(part.replace("+", " ").replace("*", ""))[0] for part in parts)
        item = dataclasses.replace(passage(text, language, "bullet"), lead_in=0)
        story = [passage(text, language), item]
        for one, acts in zip(story, find_acts(story, find_quotes(story)), strict=True):
            for act in acts:
                bare = act.cue_start is None or act.cue_end is None
                assert bare or 0 <= act.cue_start < act.cue_end <= len(one.text)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", PIECES[0]),
        ("en", "demands "),
        ("ar", PIECES[3]),
        ("ar", "هددت روسيا بالرد. هددت قطر بالرد. هددت سوريا بالرد. "),
        ("tr", PIECES[5]),
        ("zh", "要求"),
    ],
)
def test_time_grows_with_the_text_and_not_faster(language: str, piece: str) -> None:
    small, large = (passage(piece * (n // len(piece)), language) for n in (5_000, 40_000))
    assert growth(lambda: find_acts([small], [()]), lambda: find_acts([large], [()])) < 24


def test_a_title_may_quote_demands_of_somebody_whom_it_does_not_name() -> None:
    text = '"Our demands are these"'
    quoted = Quote(start=0, end=len(text), kind="direct", speaker="state:NOR")
    body = passage("Norway sent a letter.", "en")
    item = dataclasses.replace(passage("a cut of the quota", "en", "bullet"), lead_in=0)
    title = passage(text, "en", "title")
    assert title.mentions == ()
    assert len(find_acts([title, body, item], [[quoted], [], []])) == 3


@pytest.mark.parametrize(
    ("language", "said", "deed"),
    [("en", "Russia demands:", "release of crews"), ("ar", "وقالت روسيا:", "سحب القوات")],
)
def test_a_long_title_over_many_lists_is_read_once(language: str, said: str, deed: str) -> None:
    def story(size: int) -> list[Passage]:
        text = [passage(f"{said[:-1]} " * size, language, "title")]
        for _ in range(size // 4):
            item = dataclasses.replace(passage(deed, language, "bullet"), lead_in=len(text))
            text += [passage(said, language), item]
        return text

    small, large = story(200), story(1_600)
    once, more = (functools.partial(find_acts, of, [()] * len(of)) for of in (small, large))
    assert growth(once, more) < 24


def test_parts_of_a_list_without_items_are_not_gone_back_through() -> None:
    parts = [passage("من روسيا:", "ar") for _ in range(2_000)]
    item = dataclasses.replace(passage("سحب القوات", "ar", "bullet"), lead_in=len(parts))
    opened = passage("وطالب زيلينسكي روسيا بما يلي:", "ar")
    text = [opened, *parts, item]
    assert find_acts(text, [()] * len(text))[-1] == ()
