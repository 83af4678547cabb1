"""Whose act a cue is and towards whom, by its frame: a verb, a noun, a passive, words of a speaker.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.arabic import PRESENT, is_at, is_of_people, seated
from transforms.acts.arguments import active, agent
from transforms.acts.clause import Clause, Found, Parties, names_others
from transforms.acts.items import is_told
from transforms.acts.judge import is_passive
from transforms.acts.lists import Lead
from transforms.acts.marks import behind, blocked
from transforms.acts.nouns import owner
from transforms.acts.parties import Group
from transforms.acts.romance import tells_others
from transforms.acts.scene import Scene
from transforms.acts.senders import Made
from transforms.acts.sequence import opening
from transforms.acts.spoken import spoken
from transforms.acts.subject import ELIDED, SHARED, UNKNOWN, Missing
from transforms.acts.turkish import may_act
from transforms.records import Act

OF_SPEAKERS = frozenset(("speaker", "must", "blame"))
"""Frames of what is nobody's act without a quote, a label, a source or a list."""
_STRANGERS_SILENT = frozenset(("de", "he", "ru", "tr", "uk", "ur", "zh"))
"""Here what is no party and addresses none issues nothing."""
_OBJECTS = frozenset("_*")
"""Marks of whoever is told without a preposition."""
_NEAR_QUOTE, _LONGEST_NAME = 3, 40
"""Code points from a name to a quote and from that to its verb, and of a name."""


def parties_of(
    clause: Clause, made: Sequence[Made], lead: Lead | None, salient: Parties
) -> Found | None:
    """Who acts towards whom; None where it is nobody's act. salient: who acted last."""
    hit, tables = clause.hit, clause.scene.grammar
    if hit.cue.frame in OF_SPEAKERS:
        return spoken(clause, made, lead, salient)
    if lead is not None and is_told(clause.scene, lead, hit):
        found = clause.found("item", lead.issuers, clause.behind())
        return Found("item", found.issuers, found.addressees, inherited=True)
    if hit.cue.frame in ("noun", "lead"):
        named = owner(clause.scene, clause.region, hit)
        if made and hit.cue.type == "accusation" and made[-1][1].type == "denial":
            return _denied(named, made[-1][1])
        if named is None:
            return None
        around = clause.before() if tables.verb_last else []
        around += clause.behind()
        around += [] if tables.verb_last else [g for g in clause.before() if g.start >= named.end]
        return clause.found("noun", named.principals, around)
    frame, region = hit.cue.frame, clause.region
    if (frame == "passive" or tables.words("passive")) and is_passive(tables, region, hit):
        by = agent(tables, region, hit)
        around = clause.before()
        if tables.romance and _OBJECTS.isdisjoint(hit.cue.addressee):
            around = [*around, *clause.behind()]  # are blamed "on Togo" by Benin
        if by is not None and tables.language == "en":  # a deadline for Niger was set by Togo
            around += [group for group in clause.behind() if group.end <= by.start]
        return clause.found("passive", by.principals if by is not None else (), around)
    subject, others = active(tables, region, hit, clause.floor, clause.ceiling)
    known = isinstance(subject, Group)
    if not known and hit.cue.lemma in tables.words("looming") and _looms(clause):
        return None  # all this threatens the river
    if lead is not None and not region.text[: hit.start].strip(' "«'):
        subject, others = ELIDED, clause.behind()  # Ready to receive observers
    if isinstance(subject, Group):
        return clause.found(frame, subject.principals, others)
    if subject is not UNKNOWN:
        told = _told_before(clause, subject, made, lead, salient)
        return clause.found(frame, told, others)
    found = clause.found(frame, (), others)
    if not found.addressees and tables.language in _STRANGERS_SILENT:
        return None  # somebody who is no party, to nobody who is one
    return found


def _denied(named: Group | None, denial: Act) -> Found | None:
    """Whose the accusations are that somebody denies, who was accused."""
    accusers = named.principals if named is not None else ()
    accusers = denial.addressees if set(accusers) <= set(denial.issuers) else accusers
    return Found("noun", accusers, denial.issuers) if accusers else None


def _told_before(
    clause: Clause, subject: Missing, made: Sequence[Made], lead: Lead | None, salient: Parties
) -> Parties:
    """The party that a missing subject stands for."""
    scene, region, hit = clause.scene, clause.region, clause.hit
    tables, text = scene.grammar, region.text
    noun = not tables.verb_first and subject is SHARED and made and made[-1][0].cue.frame == "noun"
    if made and not noun:  # but "France heard their demands and refused": not who demands
        return made[-1][1].issuers  # Amnesty condemned ..., and asked
    if lead is not None:
        return lead.issuers
    if subject is ELIDED and region.start and not tables.verb_first:
        opened = opening(scene, scene.region(region.start - 1))
        if opened is not None:
            return opened
    voice = scene.voice_at(hit.start)
    if tables.verb_first and voice is not None and hit.start - voice.start < _NEAR_QUOTE:
        before = scene.between(voice.start - _LONGEST_NAME, voice.start)
        if voice.direct and before and 0 <= voice.start - before[-1].end < _NEAR_QUOTE:
            return before[-1].principals  # that the president "calls on"
    for one in region.groups:
        if one.end <= hit.start and (not blocked(tables, text, one) or is_at(tables, text, one)):
            if tables.language == "tr" and not may_act(behind(tables, text, one)):
                continue
            if tables.verb_first and is_of_people(tables, region, one):
                continue
            return () if tells_others(tables, text, one) else one.principals
    if tables.verb_first and names_others(clause):
        return ()  # pupils march to demand
    if tables.verb_first and region.groups and (party := seated(tables, region, hit.start)):
        return party
    for earlier in reversed(scene.voices_before(hit.start)):
        if earlier.speaker:
            return earlier.speaker
    if voice is None and region.start:
        return _of_sentence_before(scene, region.start) or salient
    return salient


def _of_sentence_before(scene: Scene, end: int) -> Parties:
    """Whom the sentence before one tells of first."""
    last, tables = scene.region(end - 1), scene.grammar
    for group in last.groups:
        if group.end <= end and (tables.verb_first or not blocked(tables, last.text, group)):
            return group.principals
    return ()


def _looms(clause: Clause) -> bool:
    """Whether an Arabic verb that opens no clause tells what things do now: droughts threaten."""
    hit, text = clause.hit, clause.region.text
    return text[hit.start] in PRESENT and not text[hit.start - 1 : hit.start].isalpha()
