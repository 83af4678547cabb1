"""Whom words of blame are about, in what somebody is told to have said.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from transforms.acts.arabic import PRESENT
from transforms.acts.clause import Clause, Parties
from transforms.acts.marks import blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Voice, words_before
from transforms.acts.sources import judged
from transforms.acts.subject import Missing, Subject

_IRREAL = frozenset("ان بان لن كي لكي الا سوف".split())
"""Folded words right before a verb that tell of no fact."""
_PLURAL = ("وا", "ون")


def is_deed(clause: Clause) -> bool:
    """Whether a word of blame is a verb: whoever did it is blamed, never whom it was done to."""
    return clause.hit.cue.frame == "blame" and not clause.hit.cue.addressee


def is_wished(clause: Clause) -> bool:
    """Whether a verb of blame only tells what shall not be: Arabic "that" right before it."""
    region, hit = clause.region, clause.hit
    before = words_before(region, hit.start, 1)
    irreal = bool(before) and before[0] in _IRREAL and region.text[hit.start - 1].isspace()
    return clause.scene.grammar.verb_first and irreal and region.text[hit.start] in PRESENT


def doer(clause: Clause, voice: Voice | None, subject: Subject, speaker: Parties) -> Parties:
    """Who did a deed that is blamed: its subject, else that of the clause it stands in."""
    region, hit, tables = clause.region, clause.hit, clause.scene.grammar
    if subject is Missing.UNKNOWN or (not speaker and (voice is None or not voice.direct)):
        return ()
    verb = region.text[hit.start : hit.end].partition(" ")[0]
    if isinstance(subject, Group) and not (subject.start > hit.start and verb.endswith(_PLURAL)):
        return () if set(subject.principals) <= set(speaker) else subject.principals
    start = max(region.start, voice.start if voice is not None else 0)
    if not tables.words("home").isdisjoint(WORD.findall(region.text[start : hit.start])):
        return ()
    opened = start
    found = tables.search("that", region.text, start, hit.start)
    while found is not None:
        opened = found.end()
        found = tables.search("that", region.text, opened, hit.start)
    before = [group for group in region.groups if start <= group.start and group.end <= hit.start]
    free = [group for group in before if not blocked(tables, region.text, group)] or before
    if not free:
        return judged(clause.scene, voice, speaker) if voice is not None else ()
    of_clause = [group for group in free if group.start >= opened]
    named = (of_clause[0] if of_clause else free[-1]).principals
    return () if set(named) & set(speaker) else named


def blamed(clause: Clause, voice: Voice, speaker: Parties) -> Parties:
    """Of Arabic words of blame the last party before them in what is told: Iran and its crimes."""
    if not clause.scene.grammar.verb_first:
        return ()
    before = [
        group
        for group in clause.region.groups
        if voice.start <= group.start and group.end <= clause.hit.start
    ]
    if not before or set(before[-1].principals) & set(speaker):
        return ()
    return before[-1].principals
