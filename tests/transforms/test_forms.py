"""Forms as whole words: the longest of the leftmost, and a shorter one where that is cut short."""

from __future__ import annotations

import pytest

from transforms.forms import FormFinder


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
    forms = FormFinder((form, ("",), form) for form in ("asked", "asked a", "all in all"))
    assert [(start, end, form) for _, start, end, form in forms.find([text], ",")] == found


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
    forms = FormFinder(rows, conjunctions="وف")
    assert [(start, end, form) for _, start, end, form in forms.find([text], "،")] == found
