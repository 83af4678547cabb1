"""Texts are folded for the rules with every offset as it was."""

import pytest

from transforms.acts.notation import fold_aligned


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أنّه قال", "انه  قال"),
        ("قـــال إنّهُ، نعم", "قال    انه  ، نعم"),
        ("ـَقال هو", "قال   هو"),
        ("ـقال َهو", "ـقال َهو"),  # a mark that no letter bears stays where it is
        ("قال هو", "قال هو"),
    ],
)
def test_marks_give_way_to_spaces_behind_their_word(text: str, folded: str) -> None:
    assert fold_aligned(text) == folded
    assert len(folded) == len(text)
