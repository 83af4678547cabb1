"""How an act stands to those before it in its sentence.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from transforms.acts.grammar import Hit
from transforms.acts.lists import Made
from transforms.acts.scene import Region
from transforms.records import Act


def is_agreed(made: Sequence[Made], region: Region, act: Act) -> bool:
    """Whether the act before it in its sentence is by the same parties, and a promise."""
    if not made or made[-1][0].start < region.start:
        return False
    return made[-1][1].type == "promise" and made[-1][1].issuers == act.issuers


def with_before(made: list[Made], region: Region, hit: Hit, act: Act) -> Act:
    """A threat is towards those of whom its issuers demanded something in the sentence before it.

    "Leave or face war" is no demand any more: what is threatened with takes its place.
    """
    if act.type != "threat":
        return act
    same = [
        one
        for one in made
        if one[0].start >= region.start
        and one[1].issuers == act.issuers
        and one[1].type in ("demand", "appeal")
    ]
    if region.text.startswith("or ", hit.start):
        made[:] = [one for one in made if one not in same]
    asked = [one[1].addressees for one in same if one[1].addressees]
    return dataclasses.replace(act, addressees=act.addressees or (asked[-1] if asked else ()))
