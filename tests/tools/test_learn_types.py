"""What tells what an item of a list does, learned from annotated lists."""

from __future__ import annotations

import pytest

from tools.acts.learn import stories
from tools.acts.learn_types import Item, learn_types, read_items
from transforms.acts.lists import TYPES
from transforms.tables import read_table


def told(kind: str) -> Item:
    return Item("story", "en", {"listed", f"put as {kind}"}, "demand", kind)


def test_what_tells_weighs_and_what_is_the_same_of_all_does_not() -> None:
    weights = learn_types([told(kind) for kind in ("refusal", "promise") for _ in range(20)])
    refused, promised = TYPES.index("refusal"), TYPES.index("promise")
    assert weights["put as refusal"][refused] > 1 > 0 > weights["put as refusal"][promised]
    assert weights["listed"][refused] == pytest.approx(weights["listed"][promised])


def test_what_is_rarely_told_has_no_weight() -> None:
    assert learn_types([told("threat") for _ in range(3)]) == {}


def test_the_table_is_what_the_lists_teach() -> None:
    items = read_items(stories())
    assert len(items) > 1800
    weights = learn_types(items)
    rows = read_table("acts/item_types.tsv")
    assert [row["fact"] for row in rows] == list(weights)
    for row in rows:
        # other machines sum in another order
        of_types = [float(row[kind]) for kind in TYPES]
        assert of_types == pytest.approx(weights[row["fact"]], abs=0.03)
