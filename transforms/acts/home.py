"""The state that an Arabic story is of, whose offices it names without it: "the government"."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from transforms.acts.clause import Clause, Parties
from transforms.records import Passage

_ABOVE = 4
"""Passages, with the title, that tell whose story it is."""
_NEAR = 20
"""Code points from a verb to the office behind it, and from that to its state."""


def home_of(passages: Sequence[Passage]) -> Parties:
    """The state named most in the title and the first passages, if no other is nearly as often."""
    above = (mention.principal for one in passages[:_ABOVE] for mention in one.mentions)
    states = (party for party in above if party.startswith("state:"))
    named = collections.Counter(states).most_common(2)
    (first, most), (_, less) = [*named, ("", 0), ("", 0)][:2]
    return (first,) if most and most >= 2 * less else ()


def is_of_office(clause: Clause) -> bool:
    """Whether the subject right behind a verb is an office of a state that it does not name."""
    scene, start, text = clause.scene, clause.hit.end, clause.region.text
    office = scene.grammar.search("home_office", text, start, start + 2 * _NEAR)
    if office is None or text[start : office.start()].strip(" ،"):
        return False
    return not scene.between(start, office.end() + _NEAR)
