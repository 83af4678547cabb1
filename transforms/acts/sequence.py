"""How an act stands to those before it in its sentence.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Hit
from transforms.acts.lists import Made
from transforms.acts.scene import Region
from transforms.records import Act

_AGAINST = frozenset(("threat", "accusation", "refusal"))
"""Types that are to whom the act before them was: accused Iran and warned of consequences."""
_ANSWERS = frozenset(("refusal", "denial"))


def is_agreed(made: Sequence[Made], region: Region, act: Act) -> bool:
    """Whether the act before it in its sentence is by the same parties, and a promise."""
    if not made or made[-1][0].start < region.start:
        return False
    return made[-1][1].type == "promise" and made[-1][1].issuers == act.issuers


def same_addressees(
    last: Made, region: Region, kind: str, issuers: tuple[str, ...], names: bool
) -> tuple[str, ...]:
    """Whom an act that addresses nobody is towards, by the act before it in its passage.

    names: whether a party stands behind its cue.
    """
    hit, act = last
    if act.issuers == issuers and kind in _AGAINST:
        return act.addressees
    if not issuers or names:
        return ()
    if act.issuers == issuers and hit.start >= region.start:
        return act.addressees
    if kind in _ANSWERS and set(issuers) <= set(act.addressees):
        return act.issuers
    return ()


def without_ultimatum(made: Sequence[Made], region: Region, hit: Hit, act: Act) -> list[Made]:
    """The acts before a threat, less what it threatens with: "leave or face war" is one act."""
    if act.type != "threat" or not region.text.startswith("or ", hit.start):
        return list(made)
    return [
        one
        for one in made
        if one[0].start < region.start
        or one[1].issuers != act.issuers
        or one[1].type not in ("demand", "appeal")
    ]
