"""What the items of a list do where many things tell a little."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in
from transforms.acts.item_types import TRUST, weigh
from transforms.acts.lists import TYPES
from transforms.tables import read_table


def of_type(kind: str, weight: float) -> list[float]:
    return [weight * (one == kind) for one in TYPES]


def test_the_rules_are_overruled_only_by_what_weighs_more() -> None:
    weights = {"negated": of_type("denial", TRUST + 0.1), "quoted": of_type("denial", -0.2)}
    assert weigh(weights, {"negated"}, "demand") == "denial"
    assert weigh(weights, {"negated", "quoted"}, "demand") == "demand"
    assert weigh(weights, {"unknown"}, "appeal") == "appeal"


def test_every_fact_of_the_table_has_a_source() -> None:
    rows = read_table("acts/item_types.tsv")
    assert {row["source"] for row in rows} == {"tools/acts/learn_types.py"}
    assert len({row["fact"] for row in rows}) == len(rows) > 50


REPLY = "{lead}\n\n- {items}\n"
ANSWER = "Kenya answers Uganda\n\nIn its reply to Uganda, Kenya said:"


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("We will not pay for the bridge.", "refusal"),
        ("We never sent soldiers across the lake.", "denial"),
        ("Withdrawal of all police boats.", "demand"),
        ("Uganda must return the boats.", "demand"),
        ("We will open the lake to all fishermen.", "promise"),
        ("Uganda's claims are a provocation.", "accusation"),
    ],
)
def test_the_items_of_a_reply_are_what_their_words_tell(item: str, kind: str) -> None:
    acts = acts_in(f"{ANSWER}\n\n- {item}\n- Return of the two boats.\n", "en")
    of_item = acts[-2:][0]
    assert (of_item.type, of_item.issuers) == (kind, ("state:KEN",))


def test_facts_stay_no_acts_whatever_weighs() -> None:
    acts = acts_in(
        "The lake in figures\n\nWhat to know about the lake between Kenya and Uganda:\n\n"
        "- Area: 68,800 square kilometres\n- Deepest point: 80 metres\n- Islands: 84\n",
        "en",
    )
    assert acts == []
