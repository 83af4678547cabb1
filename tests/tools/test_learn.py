"""What tells whose a list is, learned from annotated lists."""

from __future__ import annotations

import pytest

from tools.acts.learn import Parties, cases, learn, read_lists, stories
from transforms.acts.ownership import ADDRESSEE, ISSUER, TRUST, Facts
from transforms.tables import read_table

OSLO, ROME = ("state:NOR",), ("state:ITA",)


def told(first: bool) -> tuple[Facts, Parties]:
    """Two parties, of which the one that opens the sentence is right."""
    opens, other = (OSLO, ROME) if first else (ROME, OSLO)
    return {opens: {"named", "first"}, other: {"named"}}, opens


def test_what_tells_weighs_and_what_is_the_same_of_all_does_not() -> None:
    weights = learn([told(number % 2 == 0) for number in range(20)])
    assert weights["first"] > 1
    assert weights["named"] == 0


def test_what_is_rarely_told_has_no_weight() -> None:
    assert learn([told(True) for _ in range(3)]) == {}


def test_the_table_is_what_the_lists_teach() -> None:
    lists = read_lists(stories())
    assert len(lists) > 700
    rows = read_table("acts/owners.tsv")
    for asked in (ISSUER, ADDRESSEE):
        weights = learn(cases(asked, lists))
        assert set(weights) <= {row["fact"] for row in rows}
        for row in rows:
            # other machines sum in another order
            assert float(row[asked]) == pytest.approx(weights.get(row["fact"], 0.0), abs=0.03)
    assert set(TRUST) == {ISSUER, ADDRESSEE}
