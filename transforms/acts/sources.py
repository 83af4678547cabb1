"""Whose words stand without a verb of saying before them, and whom quoted blame is about.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.acts.clause import Parties
from transforms.acts.grammar import Grammar
from transforms.acts.marks import blocked, has_marker
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene, Voice, first_words, words_before

LONGEST_LABEL = 80
"""Code points of "Cairo to Tel Aviv:" before its colon."""
_NEAR_COLON = 4
"""Code points from the last name in a label to what stands behind its colon."""
_FARTHEST_SAID = 200
"""Code points behind words in which it is told who said them."""
_NEAR_OPINION = 24
"""Code points before a party in which "for" or "about" stands."""
_BESIDE = 2
"""Words from a party to the verb of which it is the subject."""
_HIS = ("home", "pronoun", "that", "seat", "institution", "office")
"""Kinds of words right before a verb that are whoever speaks, or whom he speaks for."""
_DASHES = frozenset("-–—")


class Label(NamedTuple):
    """The parties before a colon: "Lavrov: we demand ...", "Cairo to Tel Aviv: leave"."""

    speaker: Parties
    addressee: Parties


_NONE = Label((), ())


def label(scene: Scene, place: int) -> Label:
    """The label of what is said from a place on; empty where there is none."""
    first = max(0, place - LONGEST_LABEL - _NEAR_COLON)
    head = scene.folded[first:place].rstrip(" \xa0\"'“«„")
    if not head.endswith((":", "：")):
        return _NONE
    end = first + len(head)
    first += max(head.rfind("\n"), head.rfind(". ")) + 1
    named = [group for group in scene.between(first, end) if group.end <= end]
    if not named:
        return _NONE
    if end - named[-1].end >= _NEAR_COLON:
        return Label(named[0].principals, ())  # Trump on the visit: ...
    to = not scene.grammar.verb_first and blocked(scene.grammar, scene.folded, named[0])
    if len(named) == 1 and to:
        return Label((), named[0].principals)  # to Oslo: "we ..."
    if len(named) > 1:
        dash = scene.folded[named[-2].end : named[-1].start].strip() in _DASHES
        if dash or blocked(scene.grammar, scene.folded, named[-1]):
            return Label(named[0].principals, named[-1].principals)
    return Label(named[-1].principals, ())


def source(scene: Scene, region: Region) -> Parties:
    """The party that a sentence names as its source: "according to Warsaw, Minsk must"."""
    tables = scene.grammar
    wanted = tables.words("according" if tables.verb_last else ("according", "sourced"))
    for group in region.groups:
        marked = has_marker(scene.grammar, region.text, group, wanted)
        behind = first_words(region.text[group.end : group.end + _NEAR_OPINION], _BESIDE)
        marked |= not scene.grammar.words("sourced").isdisjoint(behind)  # Tahran'a göre
        if marked or _is_opinion(scene.grammar, region, group):
            return group.principals
    return ()


def _is_opinion(grammar: Grammar, region: Region, group: Group) -> bool:
    """Whether a Romance sentence is what a party holds: Pour Berlin, ...; pas question pour lui."""
    start, text = max(region.start, group.start - _NEAR_OPINION), region.text
    found = grammar.search("opinion", text, start, group.start)
    if found is None or WORD.findall(text[found.end() : group.start])[1:]:
        return False  # pour les ports de la Pologne
    opens = WORD.search(text, region.start, found.start()) is None
    return " " in found[0] or (opens and text.startswith(",", group.end))


def said_behind(scene: Scene, start: int, end: int) -> Parties:
    """The party whose words are told to have come before: "..., so spoke Kigali"."""
    if not scene.groups or scene.groups[-1].start < start:
        return ()  # nobody is named behind it
    end = min(end, start + _FARTHEST_SAID, scene.groups[-1].start)
    said = scene.grammar.search("said", scene.folded, start, end)
    if said is None:
        return ()
    since = said.end()
    for group in scene.between(since, since + LONGEST_LABEL):
        words = WORD.findall(scene.folded[since : group.start])
        if not scene.grammar.words("when").isdisjoint(words):
            return ()  # retorquiu Lima quando Quito ...
        if scene.grammar.words("told").isdisjoint(words[:1]):
            return group.principals
        since = group.end  # mandou dizer a Taipé o ministro chinês
    return ()


def announcers(scene: Scene, region: Region, start: int) -> Parties:
    """Who may be told to announce something himself: whoever says it, if he is its subject."""
    voice, tables = scene.voice_at(start), scene.grammar
    said = label(scene, region.start).speaker if voice is None else voice.speaker
    if not said:
        return ()
    if voice is not None and voice.direct and start - voice.start <= 1 and tables.verb_first:
        start = voice.start  # that he "will", whose subject stands before the quote
        region = scene.region(start - 1)
    if not tables.words(_HIS).isdisjoint(words_before(region, start, 1)):
        return said  # that he will, that his ministry will
    before = [group for group in region.groups if group.end <= start]
    near = before and len(WORD.findall(region.text, before[-1].end, start)) <= _BESIDE
    return tuple(party for party in before[-1].principals if party in said) if near else ()


def judged(scene: Scene, voice: Voice, speaker: Parties) -> Parties:
    """The party right before quoted words of blame: said that Rabat "bears responsibility"."""
    before = scene.between(max(0, voice.start - LONGEST_LABEL), voice.start)
    if not voice.direct or not before or set(before[-1].principals) & set(speaker):
        return ()
    return before[-1].principals


def spoken_of(scene: Scene, voice: Voice, speaker: Parties) -> Parties:
    """The party that a sentence names behind a quote as what it is about: "..." über Togo.

    Whoever speaks is none.
    """
    wanted = scene.grammar.words("about")
    if not wanted or not voice.direct:
        return ()
    stop = scene.folded.find(". ", voice.end, voice.end + _FARTHEST_SAID)
    for group in scene.between(voice.end, stop if stop >= 0 else voice.end + _FARTHEST_SAID):
        told = set(group.principals) & set(speaker)
        since = max(voice.end, group.free, group.start - _NEAR_OPINION)
        if not told and scene.grammar.search("about", scene.folded, since, group.start):
            return group.principals
    return ()
