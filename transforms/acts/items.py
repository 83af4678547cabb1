"""The items of a list that are acts by their own words: what their list makes of those.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses

from transforms.acts.grammar import Hit
from transforms.acts.lists import CODES, WANTED, Lead
from transforms.acts.scene import Scene
from transforms.records import Act

_THEIR_OWN = frozenset(("promise", "denial", "accusation"))
"""Types that are part of what is demanded where the list's issuer does not speak of itself."""
ARTICLES = ("ال", "ה")
"""Articles that are part of the word."""
_REPROACHED = frozenset(("refusal", "denial", "threat"))
"""What another party does, where its being told is a reproach."""


def is_wanted(scene: Scene, lead: Lead, hit: Hit) -> bool:
    """Whether what an item opens with is what is demanded: "To stop the raids" among demands."""
    return not lead.reply and hit.cue.frame == "infinitive" and opens(scene, hit)


def is_part(scene: Scene, lead: Lead, hit: Hit, act: Act) -> bool:
    """Whether an act is only what is demanded: "Iran pledges to", "a vote that condemns it".

    What the list's issuer says of itself, by its name or in the first person, is its own act.
    """
    if lead.type == "accusation" and act.type == "denial" and not lead.reply:
        return True  # charges of spreading false news
    if lead.reply or lead.type not in WANTED or act.type not in _THEIR_OWN:
        return False
    first = scene.groups[0] if scene.groups else None
    names = first is not None and first.end <= hit.start and not first.adjective
    return not (names and first is not None and set(first.principals) & set(lead.issuers))


def opens(scene: Scene, hit: Hit) -> bool:
    """Whether an item begins with a cue."""
    return scene.folded[: hit.start].strip(' "«-–—•*') in ("", *ARTICLES)


def turned(scene: Scene, lead: Lead, act: Act) -> Act:
    """An act of another party, told in a reply, as the reproach that it is: "X refuses to"."""
    other = act.issuers and act.issuers != lead.issuers
    if not (lead.reply and lead.issuers and other and act.type in _REPROACHED):
        return act
    plover, cameo = CODES["accusation"]
    return dataclasses.replace(
        act,
        type="accusation",
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=lead.issuers,
        addressees=act.issuers,
    )


def is_told(scene: Scene, lead: Lead | None, hit: Hit) -> bool:
    """Whether a noun tells by itself what an item of a reply is: "Readiness to", "Refusal of"."""
    frames = ("item", "noun")
    return lead is not None and lead.reply and hit.cue.frame in frames and opens(scene, hit)
