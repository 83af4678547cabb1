"""Whose a list is, and whom it was sent to, by its introduction and the passages before.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Sequence

from transforms.acts.addressees import is_place as lies_in
from transforms.acts.arabic import PRESENT, seated
from transforms.acts.grammar import Hit
from transforms.acts.marks import blocked, has_marker
from transforms.acts.nouns import owner
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene
from transforms.records import Act

LEADS = frozenset(("lead", "reply"))
"""Frames of words that say what is listed."""
Made = tuple[Hit, Act]
"""An act with the cue that it came from."""
Parties = tuple[str, ...]
_OPENS = (":", "：", "؛", "-", "–", "—", "…", "...", ",", "،")
"""Signs behind which something is listed."""
_LONGEST_POINTER = 25
_LONGEST_BODY = 20
_LONGEST_WAY = 40
"""Code points from "addressed to" to the party."""
_FEW = 2
_THE = "ال"
FOR_THE = "لل"
"""Arabic "for the", glued to its noun."""
_INDEED = " إن"
"""Opens in Arabic what somebody says, never what he wants."""
MEDIATOR = ("igo:UN",)
"""To whom demands of others are handed."""
_ACTING = ("officer", "institution", "office", "cabinet", "seat", "masculine", "listing")
"""Kinds of words of those whose words are told, before an adjective: the Iranian side."""
_NEAR = 12
"""Code points behind a name in which something follows a colon."""
_PLACES = (":", "：", "..")
"""What follows the name of a place in a title."""


def issuing(
    scene: Scene,
    hit: Hit,
    made: Sequence[Made],
    open_to: Sequence[Group],
    *,
    near: bool,
    paper: bool,
) -> Parties | None:
    """Whose list it is; empty where it is of somebody who is no party, None where nobody is named.

    open_to: the parties of its sentence that are not addressed.
    """
    leads = [one for one in scene.hits if one.cue.frame in LEADS and one is not hit]
    for lead in (hit, *leads):  # Oslo's reply: the main points
        named = owner(scene, scene.region(lead.start), lead)
        if named is not None and not _is_misdeed(lead):
            return named.principals
    acted = [act.issuers for _, act in made]
    if acted:
        return next(filter(None, reversed(acted)), ())
    text = scene.region(hit.start).text
    owned = WORD.findall(text[max(0, hit.start - _LONGEST_BODY) : hit.start])[-_FEW:]
    if not scene.grammar.words(("his", "theirs")).isdisjoint(owned):
        return None
    free = [group for group in open_to if _may_act(scene, group)]
    if not near and not paper:
        wanted, tables = scene.grammar.words("wanted_of"), scene.grammar
        free = free or [one for one in open_to if not has_marker(tables, text, one, wanted)]
    acting = next((group.principals for group in free if is_party(scene, group)), ())
    return acting or seated(scene.grammar, scene.region(hit.start), hit.start) or None


def opens_list(scene: Scene) -> bool:
    """Whether the last sign of a passage says that more follows."""
    return scene.folded.rstrip(" *_").endswith(_OPENS)


def up_to_pointer(scene: Scene) -> str:
    """A passage without its last words that say that more follows of what was named: among them."""
    text = scene.folded.rstrip(" *_:：,،")
    pointer = scene.grammar.search("among", text, max(0, len(text) - _LONGEST_POINTER), len(text))
    return text[: pointer.start()].rstrip(" ,،") if pointer is not None else text


def whose_misdeeds(scene: Scene, hit: Hit) -> Parties:
    """Who has done what is listed: Oslo's violations, breaches by Oslo."""
    if not _is_misdeed(hit):
        return ()
    region, by = scene.region(hit.start), scene.grammar.words("by")
    right = (group for group in region.groups if group.start >= hit.end)
    done = (one for one in right if has_marker(scene.grammar, region.text, one, by))
    named = owner(scene, region, hit) or next(done, None)
    return named.principals if named is not None else ()


def _is_misdeed(hit: Hit) -> bool:
    """Whether words for accusations name what was done, by whom they are of."""
    return hit.cue.type == "accusation" and "_" in hit.cue.addressee


def is_sent_to(scene: Scene, region: Region, group: Group) -> bool:
    """Whether a paper goes to a party: addressed to it."""
    start = max(region.start, group.start - _LONGEST_WAY)
    sent = scene.grammar.search("sent", region.text, start, group.start)
    return sent is not None and len(WORD.findall(region.text[sent.end() : group.start])) <= _FEW


def is_party(scene: Scene, group: Group) -> bool:
    """Whether a party is more than a part of a company's name."""
    start = max(0, group.start - _LONGEST_BODY)
    for kind in ("according", "that"):  # the agency said that Oslo
        before = scene.grammar.search(kind, scene.folded, start, group.start)
        start = before.end() if before is not None else start
    modifies = scene.grammar.unspaced or (group.adjective and not scene.grammar.verb_first)
    end = group.end + _LONGEST_BODY if modifies else group.start  # Thai students
    return scene.grammar.search("bodies", scene.folded, start, end) is None


def all_of(groups: Sequence[Group], issuers: tuple[str, ...]) -> tuple[str, ...]:
    """All parties that are not the issuers: to whom the list was told."""
    named = [party for group in groups for party in group.principals]
    return tuple(dict.fromkeys(party for party in named if party not in issuers))


def is_place(scene: Scene, group: Group) -> bool:
    """Whether a state only tells where: "Mali: the terms of the rebels"."""
    if not group.principals[0].startswith("state:"):
        return False
    follows = scene.folded[group.end : group.end + _NEAR].lstrip()
    return follows.startswith(_PLACES) and follows.strip(" :：.") != ""


def opens_with_strangers(scene: Scene) -> bool:
    """Whether the Arabic words before a list open with people who are no party: "unions ask"."""
    tables, region = scene.grammar, scene.last
    if not tables.verb_first:
        return False
    end = region.groups[0].start if region.groups else region.end
    if region.groups and tables.search("that", region.text, region.start, end) is not None:
        return False  # the agency said that Oslo asks
    return _opens_with_people(scene, region, end)


def _opens_with_people(scene: Scene, region: Region, end: int) -> bool:
    """Whether the first words up to a place tell of people who are no party: the unions."""
    tables = scene.grammar
    known, nameless = tables.words(("office", "press")), tables.words(("nameless", "faction"))
    words = WORD.findall(region.text, region.start, end)[: _FEW + 1]
    return any(
        word.startswith(_THE) and not nameless.isdisjoint((word, word[2:]))
        for word in words
        if word not in known
    )


def bidden_in(scene: Scene) -> Parties:
    """Of whom an Arabic introduction wants something: "of Oslo", "that Oslo heed"."""
    tables, region = scene.grammar, scene.last
    if not tables.verb_first or not opens_list(scene):
        return ()
    at = bool(seated(tables, region, region.end))  # from a capital nothing is wanted
    bids = [group for group in region.groups[at:] if _is_bidden(scene, region, group)]
    free = [group for group in region.groups if group not in bids and not group.adjective]
    return all_of(bids, all_of(free, ()))


def _is_bidden(scene: Scene, region: Region, group: Group) -> bool:
    tables = scene.grammar
    before = WORD.findall(region.text, region.start, group.start)[-_FEW - 1 - group.adjective :]
    if group.adjective and not tables.words("subjects").isdisjoint(before[-1:]):
        return False  # what an embassy tells its nationals
    if has_marker(tables, region.text, group, tables.words("wanted_of")):
        return True
    if _INDEED in scene.passage.text[max(region.start, group.start - _LONGEST_BODY) : group.start]:
        return False  # it said that Oslo asks: folding has made one word of both
    told = _opens_with_people(scene, region, group.start)  # the agency tells that Oslo asks
    that, paper = tables.words("that"), tables.words("listing")
    pairs = itertools.pairwise((*before, ""))  # that it heed; in the note that it poisoned
    return not told and any(
        (one in that and word[:1] in PRESENT) or (one in paper and word in that)
        for one, word in pairs
    )


def opens_with(scene: Scene) -> Parties:
    """The first party of a passage that is no place, before which no others act."""
    tables, text = scene.grammar, scene.folded
    for group in scene.groups:
        if tables.verb_first and _is_by_the_way(scene, group):
            continue
        if has_marker(tables, text, group, tables.words("object")):
            continue  # German: dem Botschafter Oslos
        if not blocked(tables, text, group) and not is_place(scene, group):
            others = tables.search("bodies", text, 0, group.start)
            return () if others else group.principals
    return ()


def opened_before(scene: Scene, paper: bool) -> Parties:
    """Whom a passage opens with before its last sentence: it made a note, and in it is:"""
    if not (scene.grammar.verb_first or (paper and not scene.grammar.words("rank"))):
        return ()  # in English "their letter" is of several
    first = scene.groups[0].start if scene.groups else len(scene.folded)
    said = first >= scene.last.start or scene.voice_at(first) is not None
    return () if said else opens_with(scene)


def _may_act(scene: Scene, group: Group) -> bool:
    """Whether a party may be that of a list: no preposition but "for" an officer is before it.

    Nor "while", up to a comma, where an officer acts behind that.
    """
    tables, region = scene.grammar, scene.region(group.start)
    start = max(region.start, group.start - _LONGEST_BODY)
    officer = WORD.findall(region.text, start, group.start)[-_FEW:-1]
    speaks = tables.verb_first and not tables.words("officer").isdisjoint(officer)
    if blocked(tables, region.text, group) and not speaks:
        return False
    opening = WORD.findall(region.text, region.start, group.start)[:1]
    comma = region.text.find("،", group.end, region.end)
    if comma < 0 or tables.words("while").isdisjoint(opening):
        return True
    behind = [one for one in region.groups if one.office and one.start > comma]
    return all(blocked(tables, region.text, one) for one in behind)


def _is_by_the_way(scene: Scene, group: Group) -> bool:
    """Whether a party is told "for the", or only whose a thing is: the Palestinian cause."""
    text = scene.folded
    if text.startswith(FOR_THE, group.start):
        return True
    if not group.adjective or group.office:
        return False
    heads = WORD.findall(text[max(0, group.start - _LONGEST_BODY) : group.start])[-_FEW:]
    return scene.grammar.words(_ACTING).isdisjoint(heads)


def named_apart(scenes: Sequence[Scene]) -> frozenset[str]:
    """The parties that passages name otherwise than as a place or as what a thing is about."""
    return frozenset(
        party
        for one in scenes
        for group in one.groups
        if not (lies_in(one.grammar, one.folded, group) or _is_by_the_way(one, group))
        for party in group.principals
    )


def named_in(scenes: Sequence[Scene], issuers: Parties) -> collections.Counter[str]:
    """How often some passages name each party that is not an issuer."""
    apart = (*issuers, *MEDIATOR)
    named = (party for one in scenes for group in one.groups for party in group.principals)
    return collections.Counter([party for party in named if party not in apart])


def first_told(before: Sequence[tuple[Scene, Sequence[Made]]]) -> Parties:
    """Whose paper it is: who issued the acts before it, else who opens a sentence about it."""
    for scene, made in before:
        acted = [act.issuers for _, act in reversed(made) if act.issuers]
        paper = scene.grammar.search("listing", scene.folded, 0, len(scene.folded))
        if wrote := acted[0] if acted else opens_with(scene) if paper is not None else ():
            return wrote
    opened = [opens_with(scene) for scene, _ in (*before[-1:], *before[:1])]
    return next(filter(None, opened), ())


def other_party(scene: Scene, issuers: Parties) -> Parties:
    """The other one of the two parties that a passage names."""
    named = tuple(dict.fromkeys(party for group in scene.groups for party in group.principals))
    rest = tuple(party for party in named if party not in issuers)
    if rest == MEDIATOR:
        return ()
    two = len(named) - len(rest) == len(issuers)
    return rest if two and len({g.principals for g in scene.groups}) == _FEW else ()
