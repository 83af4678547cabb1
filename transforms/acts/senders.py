"""Whose a list is, and whom it was sent to, by its introduction and the passages before.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Sequence

from transforms.acts.arabic import is_of_faction
from transforms.acts.grammar import Hit
from transforms.acts.marks import behind, blocked, has_marker
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
_MEDIATOR = ("igo:UN",)
"""To whom demands of others are handed."""
_WITH = ("le", "la")
"""Ends of the Turkish case that tells with whom."""
_NEAR = 12
"""Code points behind a name in which something follows a colon."""
_BESIDE = re.compile(r"\w(\w+) \Z")
"""The word right before a place, parted by no sign."""
_PEOPLE = "و"
"""What Arabic nouns of many people end in before a name: farmers of."""
_QUOTES = tuple("\"“«„'")


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
    region = scene.region(hit.start)
    title = scene.passage.kind == "title"
    leads = [
        other
        for other in scene.hits
        if other.cue.frame in LEADS and (title or region.start <= other.start < region.end)
    ]
    for lead in (hit, *leads):  # Oslo's reply: the main points
        named = owner(scene, scene.region(lead.start), lead)
        if named is not None and not _is_misdeed(lead):
            return named.principals
    acts = [act for other, act in made if other.start >= region.start]
    beside = [act for act in acts if act.issuers]
    unknown = [act for act in acts if act.type == hit.cue.type]
    if beside or unknown:
        return (beside or unknown)[-1].issuers
    free = [group for group in open_to if _is_of_paper(scene, group)]
    free = free or [group for group in open_to if not blocked(scene.grammar, region.text, group)]
    if paper and not near and not scene.grammar.verb_last:
        left = [group for group in open_to if group.end <= hit.start]
        free = free or [group for group in left if not _is_author(scene, region, group)]
    elif not near and not paper:
        free = free or [g for g in open_to if _is_author(scene, region, g)] or [*open_to]
    if near:
        free = [group for group in free if not is_place(scene, group)]
    return next((group.principals for group in free if is_party(scene, group)), None)


def opens_list(scene: Scene) -> bool:
    """Whether the last sign of a passage says that more follows."""
    return scene.folded.rstrip(" *_").endswith(_OPENS)


def last_region(scene: Scene) -> Region:
    """The sentence right before a list."""
    return scene.region(max(0, len(scene.folded.rstrip(" :：*_-–—…؛.")) - 1))


def up_to_pointer(scene: Scene) -> str:
    """A passage without its last words that say that more follows of what was named: among them."""
    text = scene.folded.rstrip(" *_:：,،")
    pointer = scene.grammar.search("among", text, max(0, len(text) - _LONGEST_POINTER), len(text))
    ends = pointer is not None and pointer.end() == len(text)
    return text[: pointer.start()].rstrip(" ,،") if ends and pointer is not None else text


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
    source = scene.grammar.search("according", scene.folded, start, group.start)
    start = source.end() if source is not None else start
    modifies = scene.grammar.unspaced or (group.adjective and not scene.grammar.verb_first)
    end = group.end + _LONGEST_BODY if modifies else group.start  # Thai students
    return scene.grammar.search("bodies", scene.folded, start, end) is None


def all_of(groups: Sequence[Group], issuers: tuple[str, ...]) -> tuple[str, ...]:
    """All parties that are not the issuers: to whom the list was told."""
    named = [party for group in groups for party in group.principals]
    return tuple(dict.fromkeys(party for party in named if party not in issuers))


def rest_of(groups: Sequence[Group], issuers: tuple[str, ...]) -> tuple[str, ...]:
    """The first parties that are not the issuers."""
    for group in groups:
        rest = tuple(party for party in group.principals if party not in issuers)
        if rest:
            return rest
    return ()


def _is_author(scene: Scene, region: Region, group: Group) -> bool:
    """Whether a paper is a party's: circulated by it."""
    by = scene.grammar.words("by")
    if has_marker(scene.grammar, region.text, group, by):
        return True
    start = max(region.start, group.start - _LONGEST_BODY)
    phrase = scene.grammar.search("by", region.text, start, group.start)
    return phrase is not None and not region.text[phrase.end() : group.start].strip()


def _is_of_paper(scene: Scene, group: Group) -> bool:
    """Whether an Arabic noun of a speech or a paper has a party behind it: the speech of Putin."""
    before = WORD.findall(scene.folded, max(0, group.start - _LONGEST_BODY), group.start)
    beside = before[-1:] if group.plain or not group.adjective else before[-_FEW:]
    return not scene.grammar.words("paper").isdisjoint(beside)


def is_place(scene: Scene, group: Group) -> bool:
    """Whether a state only tells where: "Mali: the terms of the rebels"."""
    follows = scene.folded[group.end : group.end + _NEAR].lstrip()
    return group.plain and follows[:1] in (":", "：") and follows.strip(" :：") != ""


def is_venue(scene: Scene, group: Group) -> bool:
    """Whether a state only tells where people meet: the talks of Oslo."""
    before = WORD.findall(scene.folded, max(0, group.start - _LONGEST_BODY), group.start)[-1:]
    return group.plain and not scene.grammar.words("venue").isdisjoint(before)


def is_topic(scene: Scene, group: Group) -> bool:
    """Whether a party is only what is spoken about, or where: on Sudan, in Syria."""
    about = scene.grammar.words(("place", "topic"))
    told = has_marker(scene.grammar, scene.folded, group, about)
    return told or is_venue(scene, group)


def opens_with(scene: Scene) -> Parties:
    """The first party of a passage that is no place, before which no others act."""
    tables, text = scene.grammar, scene.folded
    quote = text.find(text[0], 1) if text[:1] in _QUOTES else 0
    for group in scene.groups:
        if group.end <= quote or blocked(tables, text, group):
            continue
        if is_place(scene, group) or is_venue(scene, group):
            continue
        if tables.verb_last and behind(tables, text, group).endswith(_WITH):
            continue
        others = tables.search("bodies", text, 0, group.start) or _is_theirs(scene, group)
        others = others or is_of_faction(tables, text, group)
        return () if others else group.principals
    return ()


def _is_theirs(scene: Scene, group: Group) -> bool:
    """Whether an Arabic noun of people, and no office, has a state's name behind it: farmers of."""
    tables = scene.grammar
    beside = _BESIDE.search(scene.folded, max(0, group.start - _LONGEST_WAY), group.start)
    if not tables.verb_first or group.adjective or beside is None:
        return False
    return beside[1].endswith(_PEOPLE) and beside[0][:-1] not in tables.words("office")


def named_in(scenes: Sequence[Scene], issuers: Parties) -> collections.Counter[str]:
    """How often some passages name each party that is not an issuer."""
    return collections.Counter(
        party
        for scene in scenes
        for group in scene.groups
        for party in group.principals
        if party not in (*issuers, *_MEDIATOR)
        and not (scene.grammar.verb_first and is_topic(scene, group))
    )


def first_told(before: Sequence[tuple[Scene, Sequence[Made]]]) -> Parties:
    """Whose paper it is: who issued the acts before it, else who opens a sentence about it."""
    for scene, made in before:
        for _, act in reversed(made):
            if act.issuers:
                return act.issuers
        paper = scene.grammar.search("listing", scene.folded, 0, len(scene.folded))
        if paper is not None and (wrote := _wrote(scene, paper.end()) or opens_with(scene)):
            return wrote
    opened = [opens_with(scene) for scene, _ in (*before[-1:], *before[:1])]
    return next(filter(None, opened), ())


def _wrote(scene: Scene, place: int) -> Parties:
    """Who wrote a paper that is named up to a place: a list Cairo drew up, a letter by Oslo."""
    tables, text = scene.grammar, scene.folded
    for group in scene.between(place, place + _LONGEST_WAY)[:1]:
        by = has_marker(tables, text, group, tables.words("by"))
        few = len(WORD.findall(text[place : group.start])) <= _FEW
        if few and (by or (tables.verb_first and not blocked(tables, text, group))):
            return group.principals
    return ()


def other_party(scene: Scene, issuers: Parties) -> Parties:
    """The other one of the two parties that a passage names."""
    named = tuple(dict.fromkeys(party for group in scene.groups for party in group.principals))
    if any(is_topic(scene, group) for group in scene.groups):
        return ()  # in Syria, where it happens
    rest = tuple(party for party in named if party not in issuers)
    if rest == _MEDIATOR:
        return ()
    two = len(named) - len(rest) == len(issuers) and len(scene.groups) >= _FEW
    return rest if two and len({g.principals for g in scene.groups}) == _FEW else ()
