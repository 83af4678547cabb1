"""The state that an Arabic story is of, whose offices it names without it: "the government".

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import collections
from collections.abc import Sequence

from transforms.acts.clause import Clause, Parties
from transforms.records import Passage

_ABOVE = 4
"""Passages, with the title, that tell whose story it is."""
_FARTHEST = 25
"""Code points behind a verb in which its subject begins."""
_NEAR = 20
"""Code points behind an office in which its state is named."""


def home_of(passages: Sequence[Passage]) -> Parties:
    """The state named most in the title and the first passages, if no other is nearly as often."""
    named = collections.Counter(
        mention.principal
        for passage in (*passages[:1], *passages[:_ABOVE])
        for mention in passage.mentions
        if mention.principal.startswith("state:")
    )
    most = named.most_common(2)
    if not most or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return ()
    return (most[0][0],)


def is_of_office(clause: Clause) -> bool:
    """Whether the subject right behind a verb is an office of a state that it does not name."""
    tables, hit, text = clause.scene.grammar, clause.hit, clause.region.text
    office = tables.search("home_office", text, hit.end, hit.end + _FARTHEST)
    if office is None or text[hit.end : office.start()].strip(" ،"):
        return False
    return not clause.scene.between(hit.end, office.end() + _NEAR)
