"""Forms as whole words: the longest of the leftmost, and a shorter one where that is cut short."""

from __future__ import annotations

import pytest

from transforms.forms import FormFinder

_PARTED = {"turned": "down", "gave": "up"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they asked a question", [(5, 12, "asked a")]),
        ("they asked about it", [(5, 10, "asked")]),
        ("they asked", [(5, 10, "asked")]),
        ("they asked, all in all", [(5, 10, "asked"), (12, 22, "all in all")]),
        ("all in alloys", []),
    ],
)
def test_a_form_is_found_where_a_longer_one_ends_within_a_word(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    rows = [(form, ("",), form) for form in ("asked", "asked a", "all in all")]
    forms = FormFinder(rows, ",")
    assert [(start, end, form) for _, start, end, form in forms.find([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("طالب وطالب فطالب", [(0, 4, "طالب"), (6, 10, "طالب"), (12, 16, "طالب")]),
        ("وجه ووجه", [(0, 3, "وجه"), (5, 8, "وجه")]),
        ("دعا في بيان ودعا فيه", [(0, 6, "دعا في"), (13, 16, "دعا")]),
        ("والدعوة بالدعوة", [(3, 7, "دعوة"), (11, 15, "دعوة")]),
        ("و طالب، أو طالبت", [(2, 6, "طالب")]),
        ("أوطالب", []),
    ],
)
def test_a_conjunction_may_be_glued_to_any_form(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    rows = [(form, ("", "ال", "بال"), form) for form in ("طالب", "وجه", "دعا", "دعا في", "دعوة")]
    forms = FormFinder(rows, "،", conjunctions="وف")
    assert [(start, end, form) for _, start, end, form in forms.find([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he turned it down", [(3, 9, "turned ... down")]),
        ("he turned it, down", [(3, 9, "turned ... down")]),
        ("he turned to it, and down", []),
        ("he turned and went all the way down", []),
        ("he gave it up", [(3, 7, "gave ... up")]),
        ("he gave it to me", [(3, 7, "gave")]),
        ("he gave", [(3, 7, "gave")]),
        ("he gave all up", [(3, 7, "gave ... up")]),
        ("he gave all", [(3, 7, "gave")]),
    ],
)
def test_a_first_part_is_found_where_a_second_one_follows(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    rows = [(form, ("",), f"{form} ... {second}") for form, second in _PARTED.items()]
    rows += [("gave", ("",), "gave"), ("gave a", ("",), "gave a")]
    followed = {form: (second,) for form, second in _PARTED.items()}
    forms = FormFinder(rows, ",", followed=followed, reach=20, most=3)
    assert [(start, end, form) for _, start, end, form in forms.find([text])] == found


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("must he go", [0]),
        ("they must go", []),
        ("said that must go, must we", [10, 19]),
        ("he says: must he? must we é must", [9, 18, 28]),
        ("musty, “must", [8]),
    ],
)
def test_a_form_that_opens_a_clause_stands_behind_no_other_word(
    text: str, starts: list[int]
) -> None:
    forms = FormFinder([("must", ("",), 1)], ",:“", opening={"must": ("hat",)})
    assert [start for _, start, _, _ in forms.find([text])] == starts


def test_what_no_form_has_is_coded_as_one_character_too() -> None:
    forms = FormFinder([("asked", ("",), 1)], "\xa0…")
    text = "\ud800 \U0001f600é asked…asked\xa0asked \x01 نص asked"
    assert [text[start:end] for _, start, end, _ in forms.find([text])] == ["asked"] * 4
    assert [start for _, start, _, _ in forms.find([text, text])][:4] == [5, 11, 17, 28]


def test_forms_of_an_unspaced_language_are_found_within_words() -> None:
    forms = FormFinder([("要求", ("",), 1), ("要求釋放", ("",), 2)], unspaced=True)
    assert forms.find(["\ud800他要求放", "他要求釋放"]) == [(0, 2, 4, 1), (1, 1, 5, 2)]


def test_a_table_of_too_many_characters_for_a_byte_each_is_refused() -> None:
    rows = [(chr(0x4E00 + number), ("",), number) for number in range(129)]
    with pytest.raises(ValueError, match="129 characters besides ASCII"):
        FormFinder(rows)
