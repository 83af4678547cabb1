"""Who speaks where a list opens that no word calls demands, about whom, and to whom.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.acts.arguments import active
from transforms.acts.grammar import Hit
from transforms.acts.marks import blocked
from transforms.acts.notation import Cue
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene, words_before
from transforms.acts.senders import FOR_THE, MEDIATOR, Made, Parties, opens_list, opens_with
from transforms.acts.subject import UNKNOWN
from transforms.quotes.speech import Verb, speech
from transforms.records import Act

_STRIVING = frozenset(("demand", "appeal", "refusal", "threat"))
"""Types of acts of which a list may go on."""
_TELLING = frozenset(("say", "join", "ask", "attr"))
_LONGEST_SUBJECT = 40
"""Code points from "that" to the end of an introduction, with whom its items are about."""
_SIGNS = re.compile(r"[^\w\s]")
_THE = "ال"
_AND_SO = "وف"
_UNION = "igo:"
_NEAR_TITLE = 20
"""Code points from a title to its party."""
_FEW = 3
"""Words from the first of a sentence to a name, and from a party to the name of its official."""

Told = Sequence[tuple[Scene, Sequence[Made]]]
"""Passages that were read, with their acts."""


class Introduction(NamedTuple):
    """The words before a list, and what was told up to them.

    verb: their last verb of saying. opens: that their last sign says that more follows. told: the
    acts there and before, the last one first.
    """

    scene: Scene
    made: Sequence[Made]
    before: Told
    verb: Verb | None
    opens: bool
    told: Sequence[Act]


def introduction(scene: Scene, made: Sequence[Made], before: Told) -> Introduction:
    """A passage as it introduces a list."""
    verb = telling(scene, scene.last.start)
    told = [*(act for _, act in reversed(made)), *_acts(before)]
    return Introduction(scene, made, before, verb, opens_list(scene), told)


def named_speaker(here: Introduction, last: Parties) -> Parties | None:
    """Who acts or is told to speak right before a list; empty where no party, None where nobody."""
    start = here.scene.last.start
    acts = [act for hit, act in here.made if hit.start >= start and act.issuers]
    if acts:
        return acts[-1].issuers
    if here.verb is None or not here.opens:
        return None
    taken = taken_up(here.scene, here.before)
    return taken or _speaker(here.scene, here.verb, _spoke_before(here.before, last))


def supposed_speaker(here: Introduction, last: Parties, hero: Parties) -> Parties:
    """Whose a list is that nobody is told to speak: of whom its introduction or the title is."""
    scene, near = here.scene, opens_with(here.before[0][0]) if here.before else ()
    pointer = not (scene.groups or scene.grammar.verb_first)  # its contents: whose was told
    spoke = opens_with(scene) if here.opens and not pointer else near
    acted = [act.issuers for act in [*_striving_acts(here), *here.told] if act.issuers]
    taken = taken_up(scene, here.before)
    supposed = taken or spoke or hero or (acted[0] if acted else last)
    among = set() < set(supposed) < set(near)  # one of those who spoke before
    return near if here.opens and among else supposed


def taken_up(scene: Scene, near: Told) -> Parties:
    """Whose name a definite Arabic noun takes up again: the front, of one that was named before.

    near: the passages before, the nearest first. What met is the organisation named last, not the
    UN but its council. A name is of the party of an official who was named in full.
    """
    if not scene.grammar.verb_first:  # where the tables tell what takes up somebody
        return _resumed(scene, near) if scene.grammar.words("his") else ()
    blocks, region = scene.grammar.words("blocks"), scene.last
    parts = _SIGNS.split(scene.folded[region.start :])
    words = WORD.findall(parts[0])
    words = [words[0].lstrip(_AND_SO), *words[1:]] if words else words
    if words and words[0] in blocks:
        words = WORD.findall(" ".join(parts[1:2]))  # from Oslo, the front
    subject = list(itertools.takewhile(lambda word: word not in blocks, words))
    offices = (one for one in region.groups if one.office and one.principals[0][:4] != _UNION)
    known = {scene.folded[one.start : one.end] for one in offices}  # their government
    nouns = [word for word in subject if word.startswith(_THE) and word not in known]
    names = {word for word in subject[1:_FEW] if not word.startswith(_THE)}
    told = itertools.pairwise(("", *WORD.findall(scene.folded, region.start, region.end)))
    council = scene.grammar.words("council")
    of = blocks | scene.grammar.words(("cabinet", "institution"))  # the prime minister's are none
    met = any(word in council and before not in of for before, word in told)
    for one, _ in near if nouns or names or met else ():
        for group in one.groups:
            if names and not names.isdisjoint(_bearer(one, group)):
                return group.principals
            glued = one.folded.startswith(FOR_THE, group.start - 1)  # for the: less a letter
            name = WORD.findall(one.folded[group.start + glued : group.end])
            name[0] = _THE + name[0] if glued else name[0]
            again = any(noun in name or noun == _THE + name[0] for noun in nouns)
            union = group.principals[0].startswith(_UNION) and group.principals != MEDIATOR
            if not group.adjective and (again or (met and union)):
                return group.principals
    return ()


def _resumed(scene: Scene, near: Told) -> Parties:
    """Whom "his", "they", "the minister", "the kingdom" takes up that opens an introduction.

    That is whoever opens the sentence before, else of an office or a state whom the title names.
    """
    tables, region, many = scene.grammar, scene.last, False
    for number in range(_FEW):
        words = WORD.findall(scene.folded, region.start, region.start + _LONGEST_SUBJECT)
        nouns = {word.rpartition("'")[2] for word in words[: _FEW + 1]}
        free = [one for one in region.groups if not blocked(tables, scene.folded, one)]
        if free and number:
            alone = many and len(free[0].principals) == 1 and free[0].office
            return () if alone else free[0].principals
        many = not tables.words("theirs").isdisjoint(nouns)
        own = many or not tables.words("his").isdisjoint(nouns)
        his = own or number > 0 or not tables.words("pronoun").isdisjoint(nouns)
        if free and not own:
            return ()
        if not tables.words("realm" if his else ("realm", "cabinet", "office")).isdisjoint(nouns):
            first = [one for one in scene.groups[:1] if one.start < region.start and not his]
            if not first or blocked(tables, scene.folded, first[0]):
                first = near[-1][0].groups[:1] if near else []
            return first[0].principals if first else ()
        region = scene.region(max(0, region.start - 1))
        if not his or region.start >= scene.last.start:
            return ()
    return ()


def _bearer(scene: Scene, group: Group) -> Sequence[str]:
    """The name behind an office and its party: the French minister Jean Petit."""
    titles = scene.grammar.words(("cabinet", "institution", "officer"))
    start = max(0, group.start - _NEAR_TITLE)
    if not group.office and titles.isdisjoint(WORD.findall(scene.folded, start, group.start)):
        return ()
    named = scene.folded[group.mentions[0].end : group.end + _LONGEST_SUBJECT]
    return _SIGNS.split(named)[0].split()[: _FEW + 1]


def told_of(here: Introduction) -> Parties | None:
    """About whom the items go on to tell, for it closes the introduction: "says that Oslo:"."""
    scene, verb = here.scene, here.verb
    start = max(verb.end if verb is not None else 0, len(scene.folded) - _LONGEST_SUBJECT)
    that = scene.grammar.search("that", scene.folded, start, len(scene.folded))
    if that is None or verb is None:
        return None
    named = [group for group in scene.groups if group.start >= that.end()]
    if named:
        return named[0].principals
    words = WORD.findall(scene.folded[that.end() :])
    return () if len(words) == 1 and words[0] in scene.grammar.words("pronoun") else None


def _striving_acts(here: Introduction) -> Sequence[Act]:
    """The acts before a list that it may go on with."""
    return [act for act in here.told if act.type in _STRIVING]


def addressed_by(here: Introduction, speaker: Parties) -> Parties:
    """Whom the speaker addressed last, rather by what he wants."""
    told = [act for act in here.told if act.issuers == speaker and act.addressees]
    return min(told, key=lambda act: act.type != "demand").addressees if told else ()


def telling(scene: Scene, start: int) -> Verb | None:
    """The last verb of saying from a place on."""
    tables = speech(scene.grammar.language)
    verbs = tables.verbs(scene.passage.text) if tables is not None else []
    region = scene.region(start)
    denied = scene.grammar.words("not")
    told = [
        verb
        for verb in verbs
        if verb.start >= start
        and verb.kind in _TELLING
        and denied.isdisjoint(words_before(region, verb.start, 1))
    ]
    if scene.grammar.verb_first:
        told = [verb for verb in told if verb.kind != "attr"]  # a source wants nothing
    told = [verb for verb in told if verb.kind != "ask"] or told
    return told[-1] if told else None


def _speaker(scene: Scene, verb: Verb, last: Parties) -> Parties:
    """Who says what follows: the subject of the verb, or who spoke last."""
    voices = [voice for voice in scene.voices if voice.start >= verb.start and voice.speaker]
    if voices:
        return voices[-1].speaker
    return subject_of(scene, Hit(verb.start, verb.end, cue_of("")), last)


def subject_of(scene: Scene, hit: Hit, last: Parties) -> Parties:
    """The subject of a verb; whoever its sentence or the last one is of, where it has none."""
    region = scene.region(hit.start)
    subject, _ = active(scene.grammar, region, hit, region.start, region.end)
    if isinstance(subject, Group):
        return subject.principals
    return () if subject is UNKNOWN else opens_with(scene) or last


def _spoke_before(before: Told, last: Parties) -> Parties:
    """Who speaks on: who spoke last, unless the passage before is of somebody else alone."""
    scene = before[0][0] if before else None
    if scene is None or scene.grammar.verb_first or scene.passage.kind != "paragraph":
        return last
    named = {party for group in scene.groups for party in group.principals}
    return last if named & set(last) else opens_with(scene) or last


def _acts(before: Told) -> Iterator[Act]:
    """The acts of some passages, the last one of each first."""
    for _, made in before:
        for _, act in reversed(made):
            yield act


def cue_of(lemma: str) -> Cue:
    """Words of no table, as a cue."""
    return Cue("", "verb", lemma, (), "", "", "")
