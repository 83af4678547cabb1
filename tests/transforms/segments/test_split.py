"""Cutting articles: which marks open items, what is a list, and what holds for any text."""

import itertools
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import cost, growth
from transforms.records import Block, NewsError
from transforms.segments.split import Span, split_article
from transforms.text import INVISIBLE, read_story

HEAD = "A harbour waits for its ships\n\nThe mayor spoke on Monday.\n\n"
"""A title and a paragraph, segments 0 and 1 of the stories below."""
INTRO, TAIL = "She asks for three things:", "Nobody answered her."


def cut(text: str) -> list[Span]:
    """The spans of a plain-text story."""
    return split_article(text, read_story(text, "story.txt").blocks)


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and text of each segment."""
    return [(span.kind, text[span.start : span.end]) for span in cut(text)]


def kinds_below(body: str) -> list[tuple[str, str]]:
    """Kind and text of each segment of a story's body below `HEAD`."""
    text = HEAD + body
    found = kinds(text)
    assert found[:2] == [
        ("title", "A harbour waits for its ships"),
        ("paragraph", "The mayor spoke on Monday."),
    ]
    return found[2:]


def bullets(text: str) -> list[tuple[str, int | None, int | None, int | None]]:
    """Text, list, position and lead_in of each bullet."""
    return [
        (text[span.start : span.end], span.list, span.position, span.lead_in)
        for span in cut(text)
        if span.kind == "bullet"
    ]


def story(items: Sequence[str], between: str = "\n\n") -> str:
    """A story whose segment 2 introduces a list, with a paragraph behind it."""
    return f"{HEAD}{INTRO}{between}{between.join(items)}\n\n{TAIL}"


def expect_list(text: str, words: Sequence[str]) -> None:
    """The story's segments are the head, the introduction, one list of these words, the tail."""
    assert kinds(text) == [
        ("title", "A harbour waits for its ships"),
        ("paragraph", "The mayor spoke on Monday."),
        ("paragraph", INTRO),
        *(("bullet", word) for word in words),
        ("paragraph", TAIL),
    ]
    assert bullets(text) == [(word, 1, place, 2) for place, word in enumerate(words, 1)]


# ---- markers ------------------------------------------------------------------------------------

SIGNS = list("-–—−•·*●▪◦‣■□☐✓✔➢➤►▶○◆♦ـ")
COUNTED = [
    "1. 2. 3.",
    "1) 2) 3)",
    "(1) (2) (3)",
    "1- 2- 3-",
    "1/ 2/ 3/",
    "1: 2: 3:",
    "1.- 2.- 3.-",
    "1– 2– 3–",
    "１．２．３．",
    "（1） （2） （3）",
    "1、 2、 3、",
    "9. 10. 11.",
    "١. ٢. ٣.",
    "١- ٢- ٣-",
    "١) ٢) ٣)",
    "(١) (٢) (٣)",
    "۱. ۲. ۳.",
    "۱- ۲- ۳-",
    "۱۔ ۲۔ ۳۔",
    "१. २. ३.",
    "१) २) ३)",
    "一、 二、 三、",
    "九、 十、 十一、",
    "（一） （二） （三）",
    "(一) (二) (三)",
    "① ② ③",
    "㈠ ㈡ ㈢",
    "❶ ❷ ❸",
]
"""Three markers that go on, which stand glued to their words or parted from them."""
PARTED = [
    "a. b. c.",
    "a) b) c)",
    "(a) (b) (c)",
    "A. B. C.",
    "A) B) C)",
    "а) б) в)",
    "а. б. в.",
    "А) Б) В)",
    "أ- ب- ج-",
    "أ. ب. ج.",
    "أ) ب) ج)",
    "(أ) (ب) (ج)",
    "ا- ب- ج-",
    "هـ- و- ز-",
    "د) هـ) و)",
    "(د) (هـ) (و)",
    "א. ב. ג.",
    "א) ב) ג)",
    "i. ii. iii.",
    "i) ii) iii)",
    "(i) (ii) (iii)",
    "iv. v. vi.",
    "ix. x. xi.",
]
"""Markers of letters, which white space parts from their words."""
WORDS = ["open the gate", "lower the fee", "answer by Friday"]


def markers(three: str) -> list[str]:
    """The three markers of a row of `COUNTED` or `PARTED`."""
    return three.split() if " " in three else [three[n : n + 2] for n in (0, 2, 4)]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("gap", ["", " ", "\t", "\xa0", "\u3000", "  "], ids=ascii)
@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_sign_opens_items_glued_or_parted(sign: str, gap: str, between: str) -> None:
    if between == "\n":
        text = f"{HEAD}{INTRO}\n\n" + "\n".join(sign + gap + word for word in WORDS)
        text += f"\n\n{TAIL}"
    else:
        text = story([sign + gap + word for word in WORDS])
    expect_list(text, WORDS)


@pytest.mark.parametrize("gap", ["", " ", "\xa0"], ids=ascii)
@pytest.mark.parametrize("three", COUNTED)
def test_a_counted_mark_opens_items_glued_or_parted(three: str, gap: str) -> None:
    marked = [mark + gap + word for mark, word in zip(markers(three), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


@pytest.mark.parametrize("gap", [" ", "\t", "\xa0"], ids=ascii)
@pytest.mark.parametrize("three", PARTED)
def test_a_letter_with_a_gap_opens_items(three: str, gap: str) -> None:
    marked = [mark + gap + word for mark, word in zip(markers(three), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


@pytest.mark.parametrize(
    "three", ["1 - |2 - |3 - ", "١ - |٢ - |٣ - ", "1 – |2 – |3 – ", "1 ) |2 ) |3 ) "]
)
def test_a_number_may_stand_off_from_its_dash(three: str) -> None:
    marked = [mark + word for mark, word in zip(three.split("|"), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


@pytest.mark.parametrize(
    "mark",
    [
        "\u200f- ",
        "-\u200f ",
        "- \u200f",
        "\u202b-\u202c ",
        "\u200e•\u200e ",
        "\ufeff• ",
        "\u200b•\u200b",
        "\u2067-\u2069 ",
        "\u200f\u200f-\u200f\u200f ",
        " \u200f - ",
    ],
    ids=ascii,
)
def test_bidi_controls_around_a_sign_are_part_of_the_mark(mark: str) -> None:
    expect_list(story([mark + word for word in WORDS]), WORDS)


@pytest.mark.parametrize(
    "three",
    [
        "\u200f1. |\u200f2. |\u200f3. ",
        "1\u200f. |2\u200f. |3\u200f. ",
        "1.\u200f |2.\u200f |3.\u200f ",
        "\u200f١-\u200f |\u200f٢-\u200f |\u200f٣-\u200f ",
        "\u202b(1)\u202c |\u202b(2)\u202c |\u202b(3)\u202c ",
        "\u200fأ- |\u200fب- |\u200fج- ",
        "أ- \u200f|ب- \u200f|ج- \u200f",
        "\u200e①\u200e|\u200e②\u200e|\u200e③\u200e",
    ],
    ids=ascii,
)
def test_bidi_controls_around_a_counted_mark_are_part_of_it(three: str) -> None:
    marked = [mark + word for mark, word in zip(three.split("|"), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


@pytest.mark.parametrize(
    "three",
    [
        "▪\ufe0f |▪\ufe0f |▪\ufe0f ",
        "✔\ufe0f|✔\ufe0f|✔\ufe0f",
        "1\ufe0f\u20e3 |2\ufe0f\u20e3 |3\ufe0f\u20e3 ",
        "1\u20e3|2\u20e3|3\u20e3",
        "・|・|・",
        "∙ |∙ |∙ ",
        "⁃ |⁃ |⁃ ",
        "⑴|⑵|⑶",
        "⒈ |⒉ |⒊ ",
        "I. |II. |III. ",
        "I) |II) |III) ",
        "IV. |V. |VI. ",
        "a)|b)|c)",
        "(a)|(b)|(c)",
        "А)|Б)|В)",
        "أ-|ب-|ج-",
        "أ - |ب - |ج - ",
        "أ\u200f- |ب\u200f- |ج\u200f- ",
        "أ- |ب- |ت- ",
        "أ) |ب) |ت) ",
    ],
    ids=ascii,
)
def test_rarer_marks_open_items(three: str) -> None:
    marked = [mark + word for mark, word in zip(three.split("|"), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


@pytest.mark.parametrize(
    "three",
    [
        "الف- |ب- |ج- ",
        "الف- |ب- |پ- ",
        "الف) |ب) |ج) ",
        "(الف) |(ب) |(ج) ",
    ],
)
def test_persian_lists_begin_with_the_name_of_a_letter(three: str) -> None:
    marked = [mark + word for mark, word in zip(three.split("|"), WORDS, strict=True)]
    expect_list(story(marked), WORDS)


def test_markers_of_one_family_may_differ_within_a_list() -> None:
    expect_list(story(["- one", "– two", "— three", "−four"]), ["one", "two", "three", "four"])
    expect_list(story(["1. one", "2) two", "(3) three"]), ["one", "two", "three"])


def test_only_the_first_of_two_markers_is_taken_away() -> None:
    expect_list(story(["- 5 ships wait", "- 7 ships sail"]), ["5 ships wait", "7 ships sail"])
    expect_list(story(["• 1974 treaty", "• 2.5 metres"]), ["1974 treaty", "2.5 metres"])


# ---- lists --------------------------------------------------------------------------------------


def test_numbers_go_on_past_nine() -> None:
    words = [f"point {n}" for n in range(1, 26)]
    expect_list(story([f"{n}. {word}" for n, word in enumerate(words, 1)]), words)


def test_ideographic_numbers_go_on_past_ten() -> None:
    ones = "一 二 三 四 五 六 七 八 九".split()
    counted = [*ones, "十", *("十" + one for one in ones), "二十", *("二十" + one for one in ones)]
    words = [f"要求{n}" for n in range(1, len(counted) + 1)]
    expect_list(story([f"{n}、{word}" for n, word in zip(counted, words, strict=True)]), words)


@pytest.mark.parametrize("case", [str.lower, str.upper], ids=["small", "capital"])
def test_roman_numbers_go_on(case: Callable[[str], str]) -> None:
    counted = case("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi").split()
    words = [f"point {n}" for n in range(1, len(counted) + 1)]
    expect_list(story([f"{n}. {word}" for n, word in zip(counted, words, strict=True)]), words)


@pytest.mark.parametrize(
    "letters",
    ["abcdefgh", "абвгдежзиклм", "абвгґдеєжзиі", "أبجدهوزحطي", "אבגדהוזחטי"],
)
def test_letters_go_on_in_the_order_of_their_alphabet(letters: str) -> None:
    words = [f"point {n}" for n in range(len(letters))]
    marked = [f"{letter}) {word}" for letter, word in zip(letters, words, strict=True)]
    expect_list(story(marked), words)


def test_latin_letters_go_on_past_h() -> None:
    words = [f"point {letter}" for letter in "abcdefghijklm"]
    expect_list(story([f"{word[-1]}) {word}" for word in words]), words)


def test_an_item_goes_on_in_the_next_line() -> None:
    text = f"{HEAD}{INTRO}\n\n- open the gate\n  at once\n- lower the\nfee\n\n{TAIL}"
    expect_list(text, ["open the gate\n  at once", "lower the\nfee"])


def test_a_line_above_the_items_of_its_block_introduces_them() -> None:
    text = f"{HEAD}{INTRO}\n• open the gate\n• lower the fee\n\n{TAIL}"
    expect_list(text, ["open the gate", "lower the fee"])


def test_two_lines_above_the_items_are_one_paragraph() -> None:
    text = f"{HEAD}The list is long.\nShe asks for:\n• open the gate\n• lower the fee"
    assert kinds(text)[2:] == [
        ("paragraph", "The list is long.\nShe asks for:"),
        ("bullet", "open the gate"),
        ("bullet", "lower the fee"),
    ]
    assert bullets(text) == [("open the gate", 1, 1, 2), ("lower the fee", 1, 2, 2)]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85"], ids=ascii)
def test_any_line_end_parts_items(end: str) -> None:
    text = f"{HEAD}{INTRO}\n\n" + end.join(["1. one", "2. two", "3. three"]) + f"\n\n{TAIL}"
    expect_list(text, ["one", "two", "three"])


def test_items_of_one_list_may_be_parted_by_lines_and_by_blank_lines() -> None:
    text = f"{HEAD}{INTRO}\n\n• one\n• two\n\n• three\n\n\n\n• four\n\n{TAIL}"
    expect_list(text, ["one", "two", "three", "four"])


@pytest.mark.parametrize("sign", list("-–—•·*●▪"), ids=ascii)
@pytest.mark.parametrize("colon", [":", ": ", " : ", "：", ":\xa0"], ids=ascii)
def test_items_run_together_behind_a_colon(colon: str, sign: str) -> None:
    text = f"{HEAD}She asks{colon}{sign} open the gate; {sign} lower the fee {sign} answer"
    lead = f"She asks{colon}".rstrip()
    assert kinds(text)[2:] == [
        ("paragraph", lead),
        ("bullet", "open the gate;"),
        ("bullet", "lower the fee"),
        ("bullet", "answer"),
    ]
    assert bullets(text) == [
        ("open the gate;", 1, 1, 2),
        ("lower the fee", 1, 2, 2),
        ("answer", 1, 3, 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "She said: - nothing more.",
        "Talks: Russia - Ukraine - Belarus met again.",
        "The result is known: 2 - 1 - 3 in all.",
        "A well-known, much-used harbour: old-fashioned.",
        "She said – and meant – no.",
    ],
)
def test_dashes_in_a_sentence_are_no_items(line: str) -> None:
    assert kinds_below(line) == [("paragraph", line)]


@pytest.mark.parametrize(
    "marks",
    [
        ["(1) ", "(2) ", "(3) "],
        ["1. ", "2. ", "3. "],
        ["1) ", "2) ", "3) "],
        ["1- ", "2- ", "3- "],
        ["1-", "2-", "3-"],
        ["١- ", "٢- ", "٣- "],
        ["(a) ", "(b) ", "(c) "],
        ["a) ", "b) ", "c) "],
        ["أ) ", "ب) ", "ج) "],
        ["(i) ", "(ii) ", "(iii) "],
    ],
    ids="".join,
)
def test_counted_items_run_together_behind_a_colon(marks: list[str]) -> None:
    items = ["open the gate;", "lower the fee;", "answer by Friday."]
    text = f"{HEAD}She asks: " + " ".join(map(str.__add__, marks, items))
    assert kinds(text)[2:] == [("paragraph", "She asks:"), *(("bullet", item) for item in items)]
    assert bullets(text) == [(item, 1, place, 2) for place, item in enumerate(items, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "It is known: 1. FC Köln won.",
        "Open: 9-12, 14-18 and 20-22.",
        "The vote: 12 for, 3 against.",
        "See: 2. chapter, 4. verse.",
        "Numbers drawn: 4, 8, 15, 16, 23.",
        "The ratio is 3:1, then 2:1, then 1:1.",
        "At 10:30 a) nothing happened.",
    ],
)
def test_numbers_in_a_sentence_are_no_items(line: str) -> None:
    assert kinds_below(line) == [("paragraph", line)]


def test_lists_are_numbered_and_each_has_its_own_introduction() -> None:
    text = (
        f"{HEAD}First demand:\n\n- a one\n- a two\n\nSecond demand:\n\n1. b one\n\n2. b two\n\n"
        "3. b three\n\nThird demand: • c one • c two"
    )
    assert kinds(text)[2:] == [
        ("paragraph", "First demand:"),
        ("bullet", "a one"),
        ("bullet", "a two"),
        ("paragraph", "Second demand:"),
        ("bullet", "b one"),
        ("bullet", "b two"),
        ("bullet", "b three"),
        ("paragraph", "Third demand:"),
        ("bullet", "c one"),
        ("bullet", "c two"),
    ]
    assert bullets(text) == [
        ("a one", 1, 1, 2),
        ("a two", 1, 2, 2),
        ("b one", 2, 1, 5),
        ("b two", 2, 2, 5),
        ("b three", 2, 3, 5),
        ("c one", 3, 1, 9),
        ("c two", 3, 2, 9),
    ]


def test_neighbouring_items_of_two_families_are_two_lists() -> None:
    text = f"{HEAD}{INTRO}\n\n- a one\n- a two\n• b one\n• b two"
    assert [row[:3] for row in bullets(text)] == [
        ("a one", 1, 1),
        ("a two", 1, 2),
        ("b one", 2, 1),
        ("b two", 2, 2),
    ]


def test_a_count_that_begins_again_is_another_list() -> None:
    text = f"{HEAD}{INTRO}\n\n1. a one\n2. a two\n1. b one\n2. b two"
    assert [row[:3] for row in bullets(text)] == [
        ("a one", 1, 1),
        ("a two", 1, 2),
        ("b one", 2, 1),
        ("b two", 2, 2),
    ]


def test_a_list_below_the_headline_has_no_introduction() -> None:
    assert bullets("Harbour news\n\n• one\n• two") == [("one", 1, 1, None), ("two", 1, 2, None)]


def test_segments_outside_lists_have_no_list_fields() -> None:
    text = story(["- one", "- two"])
    outside = [span for span in cut(text) if span.kind != "bullet"]
    assert len(outside) == 4
    assert {(span.list, span.position, span.lead_in) for span in outside} == {(None, None, None)}


# ---- what looks like a list and is none ---------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "- I will not go, said the old captain to his crew.",
        "— Нет, — сказал капитан и ушёл.",
        "– Nous n’avons rien reçu, a-t-il répondu.",
        "* The author was born on the island.",
        "1. FC Köln won again.",
        "A. Merkel came too.",
    ],
)
def test_a_lone_mark_makes_no_list_and_stays_in_the_text(line: str) -> None:
    assert kinds_below(f"{line}\n\nThen it rained.") == [
        ("paragraph", line),
        ("paragraph", "Then it rained."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["18-20 February the talks go on.", "21-22 February they pause."],
        ["-5 degrees in Oslo", "-7 degrees in Bergen"],
        ["−5 degrees in Oslo", "−7 degrees in Bergen"],
        ["2-1 Lions beat Bears", "3-0 Bears beat Wolves"],
        ["5.3 Section about ships", "5.4 Section about cranes"],
        ["10:30 The session opens", "11:45 The session ends"],
        ["10.30 The session opens", "11.45 The session ends"],
        ["1/2 of all ships", "3/4 of all cranes"],
        ["1,000 people came.", "2,000 people left."],
        ["1.5 million came.", "2.5 million left."],
        ["100 ships wait.", "200 ships sail."],
        ["14 ships wait.", "15 ships sail."],
        ["1990–1991 war", "1992–1995 peace"],
        ["2024-25 was dry.", "2025-26 was wet."],
        ["I was there.", "A ship came."],
        ["U.S. ships wait.", "U.K. ships sail."],
        ["-", "-"],
    ],
    ids=lambda lines: str(lines[0]),
)
def test_neighbouring_lines_that_open_alike_are_no_list(lines: list[str]) -> None:
    below = kinds_below("\n\n".join([*lines, TAIL]))
    assert below == [*(("paragraph", line) for line in lines), ("paragraph", TAIL)]
    assert kinds_below("\n".join(lines) + f"\n\n{TAIL}") == [
        ("paragraph", "\n".join(lines)),
        ("paragraph", TAIL),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Open the gate.", "5. Lower the fee."],
        ["2. Open the gate.", "1. Lower the fee."],
        ["1. Open the gate.", "1. Lower the fee."],
        ["一、开门。", "五、降价。"],
        ["a) Open the gate.", "m) Lower the fee."],
        ["- Open the gate.", "• Lower the fee."],
        ["1. Open the gate.", "b) Lower the fee."],
    ],
    ids=lambda lines: " ".join(lines),
)
def test_marks_that_do_not_go_on_make_no_list(lines: list[str]) -> None:
    assert kinds_below("\n\n".join(lines)) == [("paragraph", line) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["– I will go.", "The captain shook his head.", "– And I stay.", "They parted."],
        ["– Will you go?", "The captain shook his head.", "– And you?", "They parted."],
        ["- « Je pars »", "Le capitaine se tut.", "- « Je reste »", "Ils se quittent."],
    ],
    ids=lambda lines: str(lines[0]),
)
def test_dialogue_with_prose_between_is_paragraphs(lines: list[str]) -> None:
    assert kinds_below("\n\n".join(lines)) == [("paragraph", line) for line in lines]


@pytest.mark.parametrize("rule", ["* * *", "---", "_____"])
def test_rows_of_signs_are_no_list_but_rules(rule: str) -> None:
    assert kinds_below(f"{rule}\n\n{rule}\n\n{TAIL}") == [
        ("boilerplate", rule),
        ("boilerplate", rule),
        ("paragraph", TAIL),
    ]


# ---- chronologies, sub-headlines, headlines -----------------------------------------------------


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("dash", [": ", " - ", " – ", "- "], ids=ascii)
def test_years_open_the_items_of_a_chronology_and_belong_to_their_words(
    dash: str, between: str
) -> None:
    lines = [f"1987{dash}the harbour opens", f"1999{dash}it burns", f"2003{dash}it opens again"]
    text = f"{HEAD}A short history:\n\n" + between.join(lines) + f"\n\n{TAIL}"
    assert kinds(text)[2:] == [
        ("paragraph", "A short history:"),
        *(("bullet", line) for line in lines),
        ("paragraph", TAIL),
    ]
    assert bullets(text) == [(line, 1, place, 2) for place, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    "marks", ["1. |2. |3. ", "1) |2) |3) ", "١- |٢- |٣- ", "一、|二、|三、", "①|②|③"]
)
def test_numbered_lines_with_prose_below_are_headings(marks: str) -> None:
    heads = [
        mark + word
        for mark, word in zip(marks.split("|"), ["The gate", "The fee", "What now"], strict=True)
    ]
    prose = [
        "The gate has been closed for a month, and nobody says why.",
        "The fee was raised twice, the mayor says.",
        "She will ask again on Friday.",
    ]
    body = "\n\n".join(itertools.chain.from_iterable(zip(heads, prose, strict=True)))
    assert kinds_below(body) == list(
        itertools.chain.from_iterable(
            (("heading", head), ("paragraph", below))
            for head, below in zip(heads, prose, strict=True)
        )
    )


def test_a_numbered_paragraph_among_numbered_headings_is_none_itself() -> None:
    long = "The fee was raised twice, the mayor says, who will ask again on Friday and " * 2
    body = f"1. The gate\n\nIt is closed.\n\n2. {long}\n\nNobody answers.\n\n3. What now\n\nWait."
    found = [kind for kind, _ in kinds_below(body)]
    assert found == ["heading", "paragraph", "paragraph", "paragraph", "heading", "paragraph"]


def test_numbered_paragraphs_of_prose_are_no_headings() -> None:
    long = "The gate has been closed for a month, and nobody says why it was closed at all, or " * 2
    body = f"1. {long}\n\nThe mayor is silent.\n\n2. {long}\n\nThe mayor is gone."
    assert [kind for kind, _ in kinds_below(body)] == ["paragraph"] * 4


@pytest.mark.parametrize(
    "second",
    [
        "A harbour waits for its ships",
        "  A harbour  waits for\tits ships ",
        "A harbour waits\nfor its ships",
        "\u200fA harbour waits for its ships\u200f",
    ],
    ids=ascii,
)
def test_a_headline_that_stands_twice_is_a_duplicate(second: str) -> None:
    text = f"A harbour waits for its ships\n\n{second}\n\nThe mayor spoke."
    found = kinds(text)
    assert [kind for kind, _ in found] == ["title", "duplicate_title", "paragraph"]
    assert " ".join(found[1][1].split()) == "A harbour waits for its ships"


def test_another_second_line_is_no_duplicate() -> None:
    text = "A harbour waits for its ships\n\nA harbour waits for its ship\n\nThe mayor spoke."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def test_a_headline_that_stands_again_below_one_line_is_a_duplicate() -> None:
    text = "Harbour waits\n\nPhoto: Norova\n\nHarbour waits\n\nThe mayor spoke."
    found = [kind for kind, _ in kinds(text)]
    assert found == ["title", "boilerplate", "duplicate_title", "paragraph"]


def test_a_headline_keeps_the_mark_that_opens_it() -> None:
    assert kinds("5. Demands and no answer\n\nThe mayor spoke.") == [
        ("title", "5. Demands and no answer"),
        ("paragraph", "The mayor spoke."),
    ]


def test_a_text_of_one_block_is_a_paragraph() -> None:
    assert kinds("The mayor spoke.") == [("paragraph", "The mayor spoke.")]


def test_no_blocks_give_no_segments() -> None:
    assert split_article("", ()) == []


# ---- blocks that HTML marked --------------------------------------------------------------------


def html(*blocks: tuple[str, str]) -> tuple[str, list[Block]]:
    """Blocks of these kinds as an entry from HTML has them, parted by blank lines."""
    text, found = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        found.append(Block(kind, len(text), len(text) + len(words)))
        text += words
    return text, found


def kinds_of_html(*blocks: tuple[str, str]) -> list[tuple[str, str]]:
    """Kind and text of the segments of such blocks."""
    text, found = html(*blocks)
    return [(span.kind, text[span.start : span.end]) for span in split_article(text, found)]


def test_html_items_are_bullets_without_any_mark() -> None:
    text, blocks = html(
        ("title", "News"), ("text", INTRO), ("item", "one"), ("item", "two\nlines"), ("text", TAIL)
    )
    spans = split_article(text, blocks)
    assert [(span.kind, text[span.start : span.end]) for span in spans] == [
        ("title", "News"),
        ("paragraph", INTRO),
        ("bullet", "one"),
        ("bullet", "two\nlines"),
        ("paragraph", TAIL),
    ]
    assert [(span.list, span.position, span.lead_in) for span in spans[2:4]] == [
        (1, 1, 1),
        (1, 2, 1),
    ]


def test_html_headings_are_headings_and_can_introduce_a_list() -> None:
    text, blocks = html(
        ("text", "Prose."), ("heading", "1. Demands"), ("item", "one"), ("item", "two")
    )
    spans = split_article(text, blocks)
    assert [(span.kind, text[span.start : span.end], span.lead_in) for span in spans] == [
        ("paragraph", "Prose.", None),
        ("heading", "1. Demands", None),
        ("bullet", "one", 1),
        ("bullet", "two", 1),
    ]


def test_an_html_item_loses_the_sign_that_its_author_typed() -> None:
    assert kinds_of_html(("text", INTRO), ("item", "- one"), ("item", "•two"))[1:] == [
        ("bullet", "one"),
        ("bullet", "two"),
    ]


def test_an_html_item_that_is_only_a_mark_keeps_it() -> None:
    assert kinds_of_html(("item", "-"), ("item", "•")) == [("bullet", "-"), ("bullet", "•")]


def test_an_html_item_keeps_its_year() -> None:
    assert kinds_of_html(("item", "1990: war"), ("item", "1991: peace")) == [
        ("bullet", "1990: war"),
        ("bullet", "1991: peace"),
    ]


def test_a_lone_html_item_is_a_paragraph() -> None:
    assert kinds_of_html(("text", "Prose."), ("item", "alone"), ("text", "More.")) == [
        ("paragraph", "Prose."),
        ("paragraph", "alone"),
        ("paragraph", "More."),
    ]


def test_html_text_blocks_are_searched_for_marks() -> None:
    assert kinds_of_html(("text", INTRO), ("text", "١- one"), ("text", "٢- two"))[1:] == [
        ("bullet", "one"),
        ("bullet", "two"),
    ]


@pytest.mark.parametrize(
    "items",
    [["C. Ronaldo", "L. Messi"], ["10. Mai: Vertrag", "25. Mai: Neuwahl"]],
    ids=["initials", "days"],
)
def test_an_html_item_keeps_an_initial_or_a_day(items: list[str]) -> None:
    assert kinds_of_html(("text", INTRO), *(("item", item) for item in items))[1:] == [
        ("bullet", item) for item in items
    ]


def test_an_html_items_words_may_begin_below_its_mark() -> None:
    assert kinds_of_html(("text", INTRO), ("item", "a)\none"), ("item", "b)\ntwo"))[1:] == [
        ("bullet", "one"),
        ("bullet", "two"),
    ]


# ---- properties ---------------------------------------------------------------------------------

_UNSEEN = re.compile(rf"[\s{INVISIBLE}]+")
_ONE_MARK = re.compile(
    r"[-–—−•·*●▪◦‣■□☐✓✔☑✅➢➤►▶▸▹→➔➜○◆♦🔹🔸🔴🔵👉ـ⁃∙・①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿]\ufe0f?"
    r"|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,5}|[a-zA-Zа-яА-ЯіґєІҐЄء-يא-ת]ـ?)"
    r"(?:\ufe0f?\u20e3|[)）]?[-–—.:)\]/،:、．٫۔º°ª]*\ufe0f?)"
)
"""A marker as a reader knows it, without the white space in and around it."""

SPECIAL = list("\u0301\u0650\u093f\u200c\u200d\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")
SPECIAL += list("\r\n\t\xa0\u2028\u2029\x85\u3000\x0b\x0c\x1f \x00\ufe0f\U0001f535")
FRAGMENTS = [
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", ": - ", " - ", ": • ", " • ", ". ", "(", ")"),
    *("- ", "-", "– ", "• ", "* ", "1. ", "2. ", "3.", "1) ", "(2) ", "a) ", "b) ", "i. ", "v. "),
    *(
        "\u200f- ",
        "أ- ",
        "ب- ",
        "١- ",
        "٢- ",
        "一、",
        "二、",
        "（三）",
        "①",
        "②",
        "1990: ",
        "1991 - ",
    ),
    *(
        "I. ",
        "II. ",
        "1\ufe0f\u20e3",
        "2\ufe0f\u20e3",
        ": 1. ",
        " 2. ",
        ": (a) ",
        " (b) ",
        "・",
        "⑴",
    ),
    *("word", "The mayor spoke.", "مصر", "слово", "漢字", "हिन्दी", "ישראל", "2-1", "-5", "---"),
]
anything = st.lists(
    st.sampled_from(FRAGMENTS)
    | st.text(st.sampled_from(SPECIAL), min_size=1, max_size=3)
    | st.text(st.characters(codec="utf-8"), min_size=1, max_size=6),
    min_size=1,
    max_size=40,
).map("".join)


def check_lists(spans: Sequence[Span]) -> None:
    """Lists count from 1, have two items or more, stand together, and follow their lead-in."""
    runs: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        fields = (span.list, span.position)
        assert (span.kind == "bullet") == (None not in fields)
        if span.list is None:
            assert (span.position, span.lead_in) == (None, None)
        else:
            runs.setdefault(span.list, []).append(index)
    assert list(runs) == list(range(1, len(runs) + 1))
    for indexes in runs.values():
        assert len(indexes) > 1
        assert indexes == list(range(indexes[0], indexes[-1] + 1))
        assert [spans[n].position for n in indexes] == list(range(1, len(indexes) + 1))
        (lead_in,) = {spans[n].lead_in for n in indexes}
        if lead_in is not None:
            assert lead_in == indexes[0] - 1
            assert spans[lead_in].kind in ("paragraph", "heading")


def check_offsets(text: str, spans: Sequence[Span]) -> None:
    """Spans are in order, without overlap, and only a marker stands between two of them."""
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text)
        between = _UNSEEN.sub("", text[position : span.start])
        assert not between or (span.kind == "bullet" and _ONE_MARK.fullmatch(between))
        words = text[span.start : span.end]
        assert words == words.strip()
        assert _UNSEEN.sub("", words)
        position = span.end
    assert not _UNSEEN.sub("", text[position:])


@given(anything)
@example(": 1. 1. ٢- \ufe0f1. ")
@settings(deadline=None, max_examples=600)
def test_any_story_is_cut_without_loss_or_overlap(text: str) -> None:
    try:
        entry = read_story(text, "story.txt")
    except NewsError:
        assert not _UNSEEN.sub("", text)
        return
    assert len(entry.text) == len(text)
    spans = split_article(entry.text, entry.blocks)
    assert {span.kind for span in spans} <= {
        *("title", "duplicate_title", "heading", "paragraph", "bullet", "boilerplate"),
    }
    titles = [n for n, span in enumerate(spans) if span.kind == "title"]
    assert titles == ([0] if entry.title is not None else [])
    check_offsets(entry.text, spans)
    check_lists(spans)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["text", "item", "heading"]),
            st.text(st.sampled_from("ab-•1.) \n"), max_size=12).map(lambda t: f"the{t}y"),
        ),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=200)
def test_any_html_blocks_are_cut_without_loss_or_overlap(blocks: list[tuple[str, str]]) -> None:
    text, found = html(*blocks)
    spans = split_article(text, found)
    check_offsets(text, spans)
    check_lists(spans)


@pytest.mark.parametrize(
    "text",
    [
        "News\n\n- \x0b\n- one\n- two",
        "News\n\n1. \u3000\x0c\n2. one\n3. two",
        "News\n\nShe asks: - \u200b - one - two",
        "News\n\nShe asks: 1. (2) one",
        "News\n\nShe asks: - one - \u200b",
        "News\n\nShe asks: 1. one 2. \u3000",
    ],
    ids=ascii,
)
def test_a_mark_without_words_is_no_item(text: str) -> None:
    check_offsets(text, cut(text))


words = st.lists(
    st.sampled_from("harbour gate fee ميناء رسوم порт 港口 बंदरगाह נמל ship’s co-operation".split()),
    min_size=1,
    max_size=6,
).map(" ".join)


def numbered(pattern: str) -> list[str]:
    """Nine markers by a pattern in which 1 stands for the number."""
    return [pattern.replace("1", str(n)) for n in range(1, 10)]


lists = st.tuples(
    st.sampled_from(
        [
            *([sign] * 9 for sign in ("- ", "–", "• ", "*\t", "\u200f- ", "● ", "ـ ")),
            *map(numbered, ("1. ", "1) ", "(1) ", "1-", "1/ ", "\u200f1 - ")),
            [f"{letter}) " for letter in "abcdefgh"],
            [f"{letter}- " for letter in "أبجدهوز"],
            [f"{number}、" for number in "一二三四五六七八九"],
            list("①②③④⑤⑥⑦⑧⑨"),
        ]
    ),
    st.lists(words, min_size=2, max_size=6),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]),
)


@given(st.lists(st.tuples(words, st.none() | lists), min_size=1, max_size=5), words)
@settings(deadline=None, max_examples=200)
def test_a_story_made_of_paragraphs_and_lists_comes_apart_again(
    sections: list[tuple[str, tuple[list[str], list[str], str] | None]], title: str
) -> None:
    text = f"{title}!"
    expected: list[tuple[str, str, int | None, int | None, int | None]] = [
        ("title", text, None, None, None)
    ]
    count = 0
    for number, (paragraph, listed) in enumerate(sections):
        lead_in = len(expected)
        expected.append(("paragraph", f"{paragraph} {number}:", None, None, None))
        text += f"\n\n{paragraph} {number}:"
        if listed:
            count += 1
            marks, items, between = listed
            text += "\n\n" + between.join(map(str.__add__, marks, items))
            for place, item in enumerate(items, 1):
                expected.append(("bullet", item, count, place, lead_in))
    found = [
        (span.kind, text[span.start : span.end], span.list, span.position, span.lead_in)
        for span in cut(text)
    ]
    assert found == expected


# ---- speed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("- a\n\nbc\n\n", 1_500),
        ("- a\n", 4_000),
        ("1. a\n\n", 2_000),
        ("1900: a\n", 4_000),
        (": - a - b", 4_000),
        ("： ・ a", 4_000),
        (":", 100_000),
        (": ", 50_000),
        ("1 ", 50_000),
        (" ", 200_000),
        ("(", 200_000),
        ("(1", 50_000),
        ("1.", 50_000),
        ("a) ", 50_000),
        ("-", 200_000),
        ("- ", 100_000),
        ("\u200f", 200_000),
        ("\n \t", 50_000),
        ("\r", 100_000),
        ("- \n", 20_000),
        ("十", 100_000),
        (": 1. x ", 1_000),
        (": (1) ", 1_000),
        (": a) b ", 1_000),
        (": -", 3_000),
        (": - ", 3_000),
        (":1) - ", 3_000),
    ],
    ids=ascii,
)
def test_the_cost_of_a_hostile_text_grows_with_its_length(piece: str, count: int) -> None:
    def split(times: int) -> Callable[[], object]:
        texts = [f"Title\n\n{start}{piece * times}z" for start in ("1", "The fee ")]
        return lambda: [cut(text) for text in texts]

    # four times the text: 4 where the cost is linear, 16 where it is quadratic
    assert cost(split(4 * count)) < 9 * cost(split(count)) + 0.02


# ---- ordinal words, clauses, initials -----------------------------------------------------------


@pytest.mark.parametrize(
    "three",
    [
        "أولا: ثانيا: ثالثا:",
        "أولاً: ثانياً: ثالثاً:",
        "أولا- ثانيا- ثالثا-",
        "اولاً: ثانیاً: ثالثاً:",
        "یکم: دوم: سوم:",
        "First: Second: Third:",
        "Erstens: Zweitens: Drittens:",
        "Premièrement: Deuxièmement: Troisièmement:",
        "Primero: Segundo: Tercero:",
        "Первое: Второе: Третье:",
        "Перше: Друге: Третє:",
        "ראשית: שנית: שלישית:",
        "第一、 第二、 第三、",
        "1º 2º 3º",
        "1° 2° 3°",
        "1.º 2.º 3.º",
        "-- -- --",
        "▸ ▸ ▸",
        "→ → →",
        "✅ ✅ ✅",
        "🔹 🔹 🔹",
    ],
)
def test_words_that_count_and_newer_signs_open_items(three: str) -> None:
    items = [f"{marker} {word}" for marker, word in zip(three.split(), WORDS, strict=True)]
    expect_list(story(items), WORDS)
    expect_list(story(items, between="\n"), WORDS)


@pytest.mark.parametrize("word", ["Moscow:", "أولوية:", "Secondo:", "Third party:"])
def test_a_word_before_a_colon_that_does_not_count_opens_nothing(word: str) -> None:
    assert bullets(story([f"{word} open the gate", f"{word} lower the fee"])) == []


def test_a_signs_items_run_together_behind_ordinal_numbers() -> None:
    text = f"{HEAD}They ask: 1° open the gate ; 2° lower the fee ; 3° answer\n\n{TAIL}"
    assert [words for words, *_ in bullets(text)] == [
        "open the gate ;",
        "lower the fee ;",
        "answer",
    ]


def test_numbered_clauses_are_paragraphs_and_short_ones_above_prose_headings() -> None:
    clauses = [
        "1.1 The parties open the gate on Monday.",
        "1.2 The parties lower the fee.",
        "2.1 Yemen:",
        "The parties ask for peace there and for open roads.",
        "2.2 Libya:",
        "The parties ask for elections there before the winter.",
    ]
    assert kinds_below("\n\n".join([*clauses, TAIL])) == [
        ("paragraph", clauses[0]),
        ("paragraph", clauses[1]),
        ("heading", clauses[2]),
        ("paragraph", clauses[3]),
        ("heading", clauses[4]),
        ("paragraph", clauses[5]),
        ("paragraph", TAIL),
    ]


def test_two_paragraphs_that_begin_with_initials_are_no_list() -> None:
    two = ["A. Gluck, head of the delegation, was brief.", "B. Tull, who faced him, was not."]
    assert kinds_below("\n\n".join([*two, TAIL]))[:2] == [("paragraph", line) for line in two]
    assert [words for words, *_ in bullets(story(["A. Open gates.", "B. Lower fees."]))] == [
        "Open gates.",
        "Lower fees.",
    ]


# ---- lists within lists, and paragraphs within ---------------------------------------------------


def test_a_list_within_a_list_has_a_number_and_a_lead_in_of_its_own() -> None:
    text = story(["1. The port:", "- open the gate", "- lower the fee", "2. The town."])
    assert bullets(text) == [
        ("The port:", 1, 1, 2),
        ("open the gate", 2, 1, 3),
        ("lower the fee", 2, 2, 3),
        ("The town.", 1, 2, 2),
    ]


def test_lists_of_html_within_each_other_keep_apart() -> None:
    words = ["Ask", "one", "one a", "one b", "two", "three"]
    places = [None, 1, 2, 2, 1, 3]
    text, blocks = "", []
    for word, number in zip(words, places, strict=True):
        start = len(text)
        kind = "text" if number is None else "item"
        blocks.append(Block(kind, start, start + len(word), number))
        text += word + "\n\n"
    spans = split_article(text, blocks)
    assert [(span.list, span.position, span.lead_in) for span in spans] == [
        (None, None, None),
        (1, 1, 0),
        (2, 1, 1),
        (2, 2, 1),
        (1, 2, 0),
        (None, None, None),
    ]


def test_marked_headlines_with_lists_below_are_headings() -> None:
    text = HEAD + "\n\n".join(
        [
            *("■ What is agreed", "- open the gate", "- lower the fee"),
            *("■ What is left", "- the mole", "- the crane", TAIL),
        ]
    )
    assert [kind for kind, _ in kinds(text)] == (
        "title paragraph heading bullet bullet heading bullet bullet paragraph".split()
    )


def test_one_paragraph_may_stand_behind_the_first_item() -> None:
    items = ["- 1998: the gate is built.", "Nobody knows by whom.", "- 2004: it closes."]
    text = story([*items, "- 2010: it opens."])
    assert [words for words, *_ in bullets(text)] == [
        "1998: the gate is built.",
        "2004: it closes.",
        "2010: it opens.",
    ]


def test_a_number_goes_on_behind_a_paragraph() -> None:
    text = story(["1. Open the gate.", "2. Lower the fee.", "The mayor paused.", "3. Answer us."])
    assert [place[1:3] for place in bullets(text)] == [(1, 1), (1, 2), (1, 3)]


def test_an_aside_behind_a_list_is_no_item() -> None:
    lines = ["- open the gate", "- lower the fee", "Nobody spoke.", "- Silence, somebody said."]
    assert [words for words, *_ in bullets(story(lines))] == ["open the gate", "lower the fee"]


@pytest.mark.parametrize(
    "lines",
    [
        ["—¿Y el faro? —preguntó un periodista.", "—Es nuestro —contestó el ministro."],
        ["— А если нет?", "— Тогда спросим ещё раз, — улыбнулся он."],
        ["– А хто хоче? – питаємо.", "– Усі. Завжди."],
    ],
)
def test_dashes_with_an_answer_or_a_speaker_are_dialogue_even_behind_a_colon(
    lines: list[str],
) -> None:
    assert bullets(story(lines)) == []


def test_a_list_of_questions_behind_a_colon_is_a_list() -> None:
    assert [words for words, *_ in bullets(story(["- Who pays?", "- Who digs?"]))] == [
        "Who pays?",
        "Who digs?",
    ]


def test_a_list_of_which_one_item_asks_is_a_list_behind_a_colon() -> None:
    lines = ["- to answer: who dug it?", "- to open the gate", "- to lower the fee"]
    assert [words for words, *_ in bullets(story(lines))] == [line[2:] for line in lines]
    assert [text for text, *_ in bullets(story(["- Will you dig?", "- I will."]))] == []


def test_lines_below_an_item_that_are_not_the_storys_are_none_of_it() -> None:
    text = f"{HEAD}{INTRO}\n\n- open the gate\n- lower the fee\n(more)\nAll rights reserved."
    assert kinds(text)[3:] == [
        ("bullet", "open the gate"),
        ("bullet", "lower the fee"),
        ("continuation", "(more)"),
        ("boilerplate", "All rights reserved."),
    ]


def test_many_lists_within_each_other_are_cut_in_linear_time() -> None:
    def text(size: int) -> str:
        return HEAD + "\n\n".join(f"{n % 97}. item {n}" for n in range(0, size * 3, 3))

    small, large = text(2_000), text(20_000)
    assert growth(lambda: cut(small), lambda: cut(large)) < 40
