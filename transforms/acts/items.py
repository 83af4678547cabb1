"""The items of a list that are acts by their own words: what their list makes of those.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
import re

from transforms.acts.grammar import Hit
from transforms.acts.item_forms import form_of
from transforms.acts.lists import CODES, WANTED, Lead
from transforms.acts.marks import blocked
from transforms.acts.scene import Scene
from transforms.acts.senders import Parties
from transforms.records import Act

_DATED = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:1[0-9]|20)\d\d\s*(?:[:،,\-–—]|$)"
    r"|\d{4}\W{0,3}(?:[^\W\d_]+ ?){0,2}[:.,–—-]"
)
"""A year that tells when: 2019: ..., 2019 года — ...; not one that tells which treaty."""
_LONGEST_DATE = 60
_THEIR_OWN = frozenset(("promise", "denial", "accusation"))
"""Types that are part of what is demanded where the list's issuer does not speak of itself."""
ARTICLES = ("ال", "ה")
"""Articles that are part of the word."""
_AHEAD = frozenset(("refusal", "promise"))
"""What is announced, where a condition before it makes it a threat."""
_REPROACHED = frozenset(("refusal", "denial", "threat"))
"""What another party does, where its being told is a reproach."""


def is_wanted(scene: Scene, lead: Lead, hit: Hit) -> bool:
    """Whether what an item opens with is what is demanded: "To stop the raids" among demands."""
    listed = not lead.reply and lead.type in WANTED
    return listed and hit.cue.frame == "infinitive" and opens(scene, hit)


def is_part(scene: Scene, lead: Lead, hit: Hit, act: Act) -> bool:
    """Whether an act is only what is demanded: "Iran pledges to", "a vote that condemns it".

    What the list's issuer says of itself, by its name, is its own act.
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
    before = scene.folded[: hit.start].strip(' "«-–—•*')
    return not before or before in ARTICLES


def turned(scene: Scene, lead: Lead, act: Act) -> Act:
    """An act of another party, told in a reply, as the reproach that it is: "X refuses to"."""
    if act.type in _AHEAD and _warns(scene):
        return retyped(act, "threat", lead.issuers, lead.addressees)
    if act.type == "appeal" and lead.type == "demand" and not lead.reply and ":must:" in act.rule:
        return retyped(act, "demand", act.issuers, act.addressees)
    other = act.issuers and set(act.issuers).isdisjoint(lead.issuers)  # nobody reproaches himself
    if not (lead.reply and lead.issuers and other and act.type in _REPROACHED):
        return act
    return retyped(act, "accusation", lead.issuers, act.issuers)


def shared(scene: Scene, lead: Lead, act: Act) -> Act:
    """A promise of one of those who promise together, to the others: "Oslo lowers its tariffs"."""
    first = scene.groups[0] if act.type == "promise" and scene.groups else None
    if first is None or not set(first.principals) < set(lead.issuers):
        return act
    if blocked(scene.grammar, scene.folded, first):
        return act
    others = (one for one in lead.addressees or lead.issuers if one not in first.principals)
    return dataclasses.replace(act, issuers=first.principals, addressees=tuple(others))


def retyped(act: Act, kind: str, issuers: Parties, addressees: Parties) -> Act:
    """An act as one of another type, of these parties."""
    plover, cameo = CODES[kind]
    return dataclasses.replace(
        act,
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=issuers,
        addressees=addressees,
    )


def _warns(scene: Scene) -> bool:
    """Whether an item opens as a threat does: "Should a convoy be stopped, we will ..."."""
    return form_of(scene.grammar, scene.folded) == "threat"


def is_dated(scene: Scene, lead: Lead) -> bool:
    """Whether an item begins with its date: it tells what was done, unless demands are listed."""
    wanted = lead.hit.cue.type in WANTED and not lead.reply
    return not wanted and _DATED.match(scene.folded[:_LONGEST_DATE]) is not None


def is_told(scene: Scene, lead: Lead | None, hit: Hit) -> bool:
    """Whether a noun tells by itself what an item of a reply is: "Readiness to", "Refusal of"."""
    frames = ("item", "noun")
    return lead is not None and lead.reply and hit.cue.frame in frames and opens(scene, hit)
