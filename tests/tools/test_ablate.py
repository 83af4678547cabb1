"""Dropping conditions in turn: what is dropped is what is told, and nothing else."""

from __future__ import annotations

import pytest

from tools.acts.ablate import conditions, without

SOURCE = """
class Reader:
    def read(self, text):
        if text and self.open:
            return [one for one in text if one > 0]
        return []
"""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("if text and self.open", "if False:"),
        ("text", "if True and self.open:"),
        ("self.open", "if text and True:"),
        ("one > 0", "[one for one in text]"),
    ],
)
def test_one_condition_is_dropped_at_a_time(text: str, left: str) -> None:
    (condition,) = [one for one in conditions(SOURCE) if one.text == text]
    assert condition.function == "Reader.read"
    changed = without(SOURCE, condition)
    assert left in changed
    assert changed.startswith("class Reader:")


def test_every_condition_is_told_once() -> None:
    assert [one.text for one in conditions(SOURCE)] == [
        "if text and self.open",
        "text",
        "self.open",
        "one > 0",
    ]
