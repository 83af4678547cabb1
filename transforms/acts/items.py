"""The items of a list: what the words that introduce it make of each.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.grammar import Hit
from transforms.acts.lists import CODES, TAGGER, Lead, rest_of
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene
from transforms.records import Act

_FIRST_WORDS = 2
_OPENING = 8
"""Code points in which an item's first word stands."""
_DATED = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:1[0-9]|20)\d\d\s*(?:[:،,\-–—]|$)"
    r"|\d{4}\W{0,3}(?:[^\W\d_]+ ?){0,2}[:.,–—-]"
)
"""A year that tells when: 2019: ..., 2019 года — ...; not one that tells which treaty."""
_JUDGING = (".", "…", ",", "،", ":", "-", "–", "—")
"""Signs between what an item names and what it calls that."""


def is_wanted(scene: Scene, lead: Lead, hit: Hit) -> bool:
    """Whether what an item opens with is what is demanded: "Accept the border" among demands.

    So an infinitive or an imperative is, the form by which its row is called; "accepts" is not.
    """
    if lead.reply or lead.type not in ("demand", "appeal") or hit.cue.type != "promise":
        return False
    opens = not scene.folded[: hit.start].strip(' "«-–—•*')
    words = scene.folded[hit.start : hit.end].split()
    bare = hit.cue.frame == "verb" and words[:1] == hit.cue.lemma.split()[:1]
    return opens and (bare or hit.cue.frame == "infinitive")


def is_dated(scene: Scene) -> bool:
    """Whether an item begins with its date: it tells what was done, not what is."""
    return _DATED.match(scene.folded[:60]) is not None


def read_item(scene: Scene, lead: Lead) -> Act | None:
    """The act that the introduction of a list makes of an item without one of its own."""
    tables, text = scene.grammar, scene.folded
    words = WORD.findall(text[:60])
    first = scene.groups[0] if scene.groups else None
    acts = first is not None and (not first.adjective or _is_office(scene, first))
    kind, addressees = lead.type, lead.addressees
    if lead.reply and tables.search("if", text, 0, _OPENING) is not None:
        kind = "threat"
        addressees = rest_of(scene.groups, lead.issuers) or addressees
    elif lead.reply and words and words[0] in tables.words("no_bullet"):
        kind = "refusal"
    elif lead.reply and (charged := _charged(scene, lead)):
        kind, addressees = "accusation", charged
    elif acts and first is not None and not set(first.principals) & set(lead.issuers):
        before = WORD.findall(text[: first.start])
        opens = not before or before[-1] in tables.words("article")
        if opens and (lead.reply or _denies(scene, first)):
            kind, addressees = "accusation", first.principals
        elif len(before) < _FIRST_WORDS:
            addressees = first.principals
    plover, cameo = CODES[kind]
    return Act(
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=lead.issuers,
        addressees=addressees,
        modality="asserted",
        cue_start=None,
        cue_end=None,
        inherited=True,
        rule=f"{TAGGER}:lead:{lead.hit.cue.lemma}",
    )


def _charged(scene: Scene, lead: Lead) -> tuple[str, ...]:
    """Whose doing an item judges: "NATO's growth is a threat", "a base in X: a provocation"."""
    text = scene.folded
    named = [group for group in scene.groups if not set(group.principals) <= set(lead.issuers)]
    harm = scene.grammar.search("harm", text, named[0].end, len(text)) if named else None
    if harm is None or not (" " in harm[0] or text[: harm.start()].rstrip().endswith(_JUDGING)):
        return ()
    before = [party for group in named if group.end <= harm.start() for party in group.principals]
    return tuple(dict.fromkeys(before))


def _is_office(scene: Scene, group: Group) -> bool:
    """Whether an adjective belongs to who acts: the Polish border service uses force."""
    tables = scene.grammar
    words = WORD.findall(scene.folded[group.end : group.end + 40])[:2]
    return not tables.words("institution").isdisjoint(words)


def _denies(scene: Scene, group: Group) -> bool:
    """Whether an item tells what a party has not done."""
    found = scene.grammar.search("not", scene.folded, group.end, group.end + 20)
    return found is not None and len(WORD.findall(scene.folded[group.end : found.start()])) <= 1
