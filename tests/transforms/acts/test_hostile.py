"""Texts that mean harm: whatever they hold, cues are places in them, and time grows with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import cost
from transforms.actors.lexicon import lexicon
from transforms.acts.find import find_acts
from transforms.acts.lists import TYPES
from transforms.records import Passage
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
)


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
        assert not set(act.issuers) & set(act.addressees)


@pytest.mark.parametrize(
    ("language", "piece"),
    [("en", PIECES[0]), ("en", "demands "), ("ar", PIECES[3]), ("tr", PIECES[5]), ("zh", "要求")],
)
def test_time_grows_with_the_text_and_not_faster(language: str, piece: str) -> None:
    small, large = (passage(piece * (n // len(piece)), language) for n in (5_000, 40_000))
    once = cost(lambda: find_acts([small], [()]))
    assert cost(lambda: find_acts([large], [()])) < 24 * max(once, 0.01)
