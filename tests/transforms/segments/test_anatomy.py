"""Datelines, sub-headlines without a mark, teasers, repeated closings, serial markers."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.records import Dateline, NewsError
from transforms.revisions.identity import block_hash
from transforms.segments.anatomy import Anatomy, read_anatomy
from transforms.segments.split import split_article
from transforms.text import read_story

PROSE = "The mayor of the harbour town said on Monday that nobody would be turned away this winter."
MORE = "She had waited for the letter since the spring, and when it came it was four lines long."


def anatomy(
    *blocks: str,
    language: str = "en",
    published: str | None = None,
    repeated: Collection[int] = frozenset(),
) -> tuple[str, Anatomy]:
    text = "\n\n".join(("A harbour waits for its ships", *blocks))
    spans = split_article(text, read_story(text, "story.txt").blocks)
    return text, read_anatomy(text, spans, language, published, repeated, "source")


def kinds(*blocks: str, language: str = "en", repeated: Collection[int] = frozenset()) -> list[str]:
    """The kinds of a story's segments below its title."""
    _, found = anatomy(*blocks, language=language, repeated=repeated)
    return [span.kind for span in found.spans][1:]


# ---- sub-headlines ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "What the town wants",
        "‘Nobody asked us’",
        "Who pays?",
        "1994",
        "The minister’s answer, in full",
    ],
)
def test_a_short_line_between_paragraphs_is_a_sub_headline(line: str) -> None:
    assert kinds(PROSE, line, MORE) == ["paragraph", "heading", "paragraph"]


SCRIPTS = {
    "ar": "قالت رئيسة بلدية الميناء يوم الاثنين إن أحدا لن يرد عن الميناء هذا الشتاء مهما طال.",
    "ru": "Мэр портового города заявила в понедельник, что этой зимой никому не откажут.",
    "zh": "港口城市的市长星期一表示，今年冬天不会拒绝任何一艘需要避风的船只进入港口，也不收费。",
    "he": "ראשת עיריית הנמל אמרה ביום שני כי איש לא יושב ריקם מן הנמל בחורף הקרוב, גם לא בלילה.",
}


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("ردود الفعل", "ar"),
        ("Чего хочет город", "ru"),
        ("城市的要求", "zh"),
        ("מה מבקשת העיר", "he"),
    ],
)
def test_a_sub_headline_is_one_in_every_script(line: str, language: str) -> None:
    prose = f"{SCRIPTS[language]} {SCRIPTS[language]}"
    assert kinds(prose, line, prose, language=language) == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "He nodded.",
        "She asked for three things:",
        "and then they left",
        "“Is it ours?”",
        "www.harbour.example",
        "Nobody came. Nobody called",
        "(with a heavy heart)",
        "a" * 81,
        "two\nlines",
    ],
)
def test_what_ends_or_begins_like_a_sentence_is_no_sub_headline(line: str) -> None:
    assert kinds(PROSE, line, MORE) == ["paragraph"] * 3


def test_the_first_and_the_last_line_are_no_sub_headlines() -> None:
    assert kinds("By Ada Example", PROSE, MORE, "What the town wants") == ["paragraph"] * 4


def test_where_no_paragraph_ends_with_a_stop_no_line_is_a_sub_headline() -> None:
    assert kinds(PROSE.rstrip("."), "What the town wants", MORE.rstrip(".")) == ["paragraph"] * 3


def test_a_sub_headline_may_stand_above_a_list_and_introduces_it() -> None:
    _, found = anatomy(PROSE, "What the town wants", "- a gate", "- a crane", MORE)
    assert [(span.kind, span.lead_in) for span in found.spans] == [
        ("title", None),
        ("paragraph", None),
        ("heading", None),
        ("bullet", 2),
        ("bullet", 2),
        ("paragraph", None),
    ]


# ---- what is the site's -------------------------------------------------------------------------


def test_two_long_lines_together_are_links_to_other_stories() -> None:
    links = ["Harbour: three ships leave without a pilot", "Who built the mole of the old town"]
    assert kinds(PROSE, *links, MORE) == ["paragraph", "boilerplate", "boilerplate", "paragraph"]


def test_a_headline_below_a_label_is_a_link() -> None:
    assert kinds(PROSE, "Read also:", "Who built the mole", MORE) == [
        *("paragraph", "boilerplate", "boilerplate", "paragraph"),
    ]
    assert kinds(PROSE, MORE, "Most read", "Who built the mole") == [
        *("paragraph", "paragraph", "boilerplate", "boilerplate"),
    ]


def test_a_block_that_closes_many_stories_of_the_source_is_boilerplate() -> None:
    line = "The harbour bulletin is written by its readers."
    assert kinds(PROSE, MORE, line) == ["paragraph"] * 3
    repeated = {block_hash(line, "source")}
    assert kinds(PROSE, MORE, line, repeated=repeated) == ["paragraph", "paragraph", "boilerplate"]
    assert kinds(PROSE, MORE, line, repeated={block_hash(line, "other")}) == ["paragraph"] * 3


def test_one_far_from_the_end_is_the_storys() -> None:
    line = "The harbour bulletin is written by its readers."
    repeated = {block_hash(line, "source")}
    assert kinds(line, *[f"{n} {PROSE}" for n in range(6)], repeated=repeated) == ["paragraph"] * 7


TEASERS = [
    "أعلنت وزارة الزراعة في بلد بعيد، الثلاثاء، عن خطة لزراعة الزعفران فوق سطوح المدارس الثانوية.",
    "كشف متحف للساعات القديمة عن سرقة عقرب دقائق ذهبي كان معروضا خلف زجاج مضاد للكسر منذ قرن.",
]
ARABIC = [
    "قالت رئيسة بلدية الميناء يوم الاثنين إن السفن الثلاث ستدخل الحوض قبل حلول الشتاء.",
    "وأضافت أن الرافعة الجديدة وصلت، وأن الحوض جاهز لاستقبال السفن مهما كان حجمها.",
    "وتنتظر البلدية ردا من الشركة المالكة للسفن على رسالتها بشأن رسوم الحوض والرافعة.",
]


def test_last_paragraphs_that_begin_anew_are_teasers_of_other_stories() -> None:
    assert kinds(*ARABIC, *TEASERS, language="ar") == [*["paragraph"] * 3, *["boilerplate"] * 2]


def test_among_teasers_one_of_a_kindred_story_is_one_too_but_none_before_them() -> None:
    kindred = "قالت البلدية إن السفن الثلاث ستدخل الحوض قبل حلول الشتاء بعد وصول الرافعة الجديدة."
    mixed = [TEASERS[0], kindred, TEASERS[1]]
    assert kinds(*ARABIC, *mixed, language="ar") == [*["paragraph"] * 3, *["boilerplate"] * 3]
    assert kinds(*ARABIC, kindred, *TEASERS, language="ar")[3:] == [
        "paragraph",
        *["boilerplate"] * 2,
    ]
    assert kinds(*ARABIC, kindred, TEASERS[0], language="ar") == ["paragraph"] * 5


def test_one_alone_or_one_that_is_joined_or_of_the_story_is_none() -> None:
    assert kinds(*ARABIC, TEASERS[0], language="ar") == ["paragraph"] * 4
    joined = [f"و{teaser}" for teaser in TEASERS]
    assert kinds(*ARABIC, *joined, language="ar") == ["paragraph"] * 5
    same = [ARABIC[0], f"{ARABIC[2][1:]}"]
    assert kinds(*ARABIC, *same, language="ar") == ["paragraph"] * 5
    listed = ["- بوابة جديدة للميناء", "- رافعة ثانية للحوض"]
    assert kinds(*ARABIC, *listed, *TEASERS, language="ar")[-2:] == ["paragraph"] * 2


# ---- datelines and serial markers ---------------------------------------------------------------


def test_a_dateline_that_opens_a_paragraph_stays_in_it() -> None:
    text, found = anatomy(f"CAIRO, Feb 18 (Reuters) - {PROSE}", published="2022-02-19T08:00:00Z")
    assert [span.kind for span in found.spans] == ["title", "paragraph"]
    assert found.dateline == Dateline(
        outlet=None, agency="Reuters", place="CAIRO", date="2022-02-18", date_text="Feb 18"
    )
    assert text[found.spans[1].start :].startswith("CAIRO")


def test_a_dateline_alone_is_a_segment() -> None:
    _, found = anatomy("VALLETTA, 3 March 2026 (Aldermoor Press)", PROSE)
    assert [span.kind for span in found.spans] == ["title", "dateline", "paragraph"]
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date) == ("VALLETTA", "2026-03-03")


def test_only_the_first_blocks_are_looked_at() -> None:
    blocks = [PROSE, MORE, PROSE, "VALLETTA, 3 March 2026 (Aldermoor Press)", MORE]
    assert anatomy(*blocks)[1].dateline is None


@pytest.mark.parametrize(
    ("last", "continued"),
    [
        ("(more)", True),
        ("Nobody answered. (more)", True),
        ("Nobody answered (more or less).", False),
    ],
)
def test_a_serial_marker_says_that_the_story_goes_on(last: str, continued: bool) -> None:
    assert anatomy(PROSE, last)[1].continued is continued


# ---- any text -----------------------------------------------------------------------------------

PIECES = [
    *(PROSE, MORE, *TEASERS, "VALLETTA, 3 March 2026 (Press)", "What the town wants"),
    *("Read also:", "(more)", "- a gate", "1. a crane", "١- بوابة", "---", "“Yes”", "2.1 Yemen:"),
    *("a\u200cb", "e\u0301", "\u202bنص\u202c", "\U0001f600 b", "x\u2028y", "\tq", "\xa0r"),
    *("कि ताब", "ไทย", "ខ្មែរ", "𐐷 𠀋", "a\r\nb", "\ufffd"),
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=12),
    st.sampled_from(["en", "ar", "und"]),
)
@settings(deadline=None, max_examples=150)
def test_kinds_change_and_nothing_else(blocks: list[str], language: str) -> None:
    text = "\n\n".join(blocks)
    try:
        entry = read_story(text, "story.txt")
    except NewsError:
        return
    before = split_article(entry.text, entry.blocks)
    after = read_anatomy(entry.text, before, language).spans
    assert len(after) == len(before)
    for one, two in zip(before, after, strict=True):
        assert dataclasses.replace(two, kind=one.kind) == one
        assert one.kind == two.kind or one.kind in ("paragraph", "heading")
