"""Texts are folded for the rules with every offset as it was."""

import pytest

from transforms.acts.notation import aligned, fold_bare, word_pattern


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أنّه قال", "انه  قال"),
        ("قـــال إنّهُ، نعم", "قال    انه  ، نعم"),
        ("ـَقال هو", "  قال هو"),
        ("ـقال َهو", " قال  هو"),  # a mark that no letter bears is a space where it is
        ("قال هو", "قال هو"),
        ("占\u064b盡便\xad宜，", "占 盡便 宜，"),  # ideographs are no words of one another
    ],
)
def test_marks_give_way_to_spaces_behind_their_word(text: str, folded: str) -> None:
    bare = fold_bare(text)
    assert aligned(bare.text, bare.cuts) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize("text", ["if", "says if", "«if»", "(if not)", "se-if", "so,if", "l'if"])
def test_words_are_found_with_the_sign_before_them_as_without(text: str) -> None:
    forms = ["if", "whether or not"]
    assert word_pattern(forms, False).search(text) is not None
    assert word_pattern(forms, False, led=True).search(f" {text}") is not None


@pytest.mark.parametrize("text", ["iffy", "serif", "a_if", "whether or nothing"])
def test_within_words_others_are_not_found(text: str) -> None:
    forms = ["if", "whether or not"]
    assert word_pattern(forms, False).search(text) is None
    assert word_pattern(forms, False, led=True).search(f" {text}") is None
