"""A cue in its clause, between the cues beside it, and the parties that its frame tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.acts.addressees import addressed
from transforms.acts.arabic import may_be_meant, object_pronoun
from transforms.acts.grammar import Hit
from transforms.acts.judge import GOVERNED, TOLD_AHEAD, bounds, is_relative
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene

Parties = tuple[str, ...]
_FARTHEST_NAMED = 400
"""Code points from a pronoun back to whom it means."""
_FARTHEST_UNSAID = 60
"""Code points from "refused" past its subject to what is not said."""
_NEAR_QUOTE = 25
"""Code points from a verb to the quoted words that are its object."""
_NEAR_RELATIVE = 3
"""Words from a party to a verb that tells of it, with "whom" before the verb."""
_MOST_BESIDE = 5
"""Cues before and behind one that may part its clause from theirs."""
_FARTHEST_NAME = 35
"""Code points from "refused" to the name that a source keeps to himself, or from a parliament."""
_FARTHEST_CLAIM = 150
"""Code points from a claim to the word that calls it a lie."""
_FARTHEST_TO = 20
"""Code points from a threat to the word before its infinitive."""


class Found(NamedTuple):
    """The parties of an act, and by which frame they were told."""

    how: str
    issuers: Parties
    addressees: Parties
    inherited: bool = False


class Clause(NamedTuple):
    """A cue where it stands; floor and ceiling: where the cues beside it end and begin."""

    scene: Scene
    region: Region
    hit: Hit
    floor: int
    ceiling: int

    def before(self) -> list[Group]:
        """The parties between the cue before and this one."""
        return [
            group
            for group in self.region.groups
            if self.floor <= group.start and group.end <= self.hit.start
        ]

    def behind(self) -> list[Group]:
        """The parties between this cue and the next one."""
        return [
            group
            for group in self.region.groups
            if self.hit.end <= group.start and group.end <= self.ceiling
        ]

    def found(self, how: str, issuers: Parties, others: Sequence[Group]) -> Found:
        """The act's parties, if these others may be addressed."""
        tables = self.scene.grammar
        if tables.verb_first:
            pronoun = object_pronoun(self.scene.passage.text, self.hit)
            if pronoun:
                return Found(how, issuers, self._referred(pronoun, issuers))
        if is_unsaid(self):
            return Found(how, issuers, ())
        told = addressed(tables, self.region, self.hit, others, issuers)
        if not told and issuers and tables.verb_first and self.hit.cue.type == "accusation":
            told = self._quoted(issuers)
        return Found(how, issuers, told)

    def _quoted(self, issuers: Parties) -> Parties:
        """The first party named in the quoted words that follow: denounced "Russia's crimes"."""
        start = self.hit.end
        for voice in self.scene.voices_before(min(self.region.end, start + _NEAR_QUOTE)):
            if voice.direct and voice.start >= start:
                named = self.scene.between(voice.start, voice.end)
                parties = (party for group in named for party in group.principals)
                return tuple(party for party in parties if party not in issuers)[:1]
        return ()

    def _referred(self, pronoun: str, issuers: Parties) -> Parties:
        """Whom the object of an Arabic verb means: the last party before that may be meant."""
        start, text, tables = self.hit.start, self.scene.folded, self.scene.grammar
        for group in reversed(self.scene.between(start - _FARTHEST_NAMED, start)):
            words = WORD.findall(text[group.end : start])
            others = tuple(party for party in group.principals if party not in issuers)
            if words and words[-1] in tables.words("relative"):
                return others if len(words) <= _NEAR_RELATIVE else ()
            told_of = others and (words or not group.adjective)
            if told_of and may_be_meant(tables, text, group, pronoun):
                return others
        return ()


def is_unsaid(clause: Clause) -> bool:
    """Whether an Arabic refusal is one to say something, to nobody: declined to comment."""
    tables, hit = clause.scene.grammar, clause.hit
    if not tables.verb_first or hit.cue.type != "refusal":
        return False
    end = min(clause.region.end, hit.end + _FARTHEST_UNSAID)
    return tables.search("unsaid", clause.region.text, hit.end, end) is not None


def is_idle(clause: Clause, kind: str, found: Found) -> bool:
    """Whether it is no act as nobody is told whose it counts for.

    Nobody promises or menaces; firms, sportsmen or neighbours are at it, who are no parties.
    """
    tables, hit = clause.scene.grammar, clause.hit
    if tables.verb_first and (_is_custom(clause, kind) or _is_of_nothing(clause)):
        return True
    if found.issuers:
        return False
    if kind in TOLD_AHEAD and not _is_menace(clause):
        return True
    told = tables.verb_first and hit.cue.frame == "verb" and kind != "denial"
    if told and is_relative(tables, clause.region, hit):
        return True  # told by the way of who is no party: the fighters who refused
    faced = tables.verb_first and found.how == "passive" and kind == "accusation"
    if faced and hit.cue.addressee:
        return True  # criticism that somebody has to face; not an envoy who is summoned
    if found.addressees:
        return False
    due = tables.verb_first and found.how == "must" and kind == "demand"
    if due and not found.inherited and not clause.region.groups:
        return True  # what people say is due
    blamed = tables.verb_first and kind == "accusation"
    return blamed or hit.cue.lemma in tables.words("everyday") or _is_private(clause)


def _is_custom(clause: Clause, kind: str) -> bool:
    """Whether an Arabic cue is what sources and parliaments do: asked not to be named, passed."""
    tables, hit, text = clause.scene.grammar, clause.hit, clause.region.text
    if kind == "refusal" or hit.cue.lemma in tables.words("everyday"):
        return tables.search("anonymous", text, hit.end, hit.end + _FARTHEST_NAME) is not None
    if hit.cue.lemma not in tables.words("passed"):
        return False
    start = max(clause.region.start, hit.start - _FARTHEST_NAME)
    return tables.search("legislature", text, start, hit.end + _FARTHEST_TO) is not None


def _is_of_nothing(clause: Clause) -> bool:
    """Whether Arabic lies are told of, but no claim that somebody calls so."""
    tables, hit = clause.scene.grammar, clause.hit
    if hit.cue.lemma not in tables.words("lies"):
        return False
    start = max(0, hit.start - _FARTHEST_CLAIM)
    return tables.search("denied", clause.scene.folded, start, hit.start) is None


def _is_private(clause: Clause) -> bool:
    text, region = clause.scene.folded, clause.region
    return clause.scene.grammar.search("private", text, region.start, region.end) is not None


def names_others(clause: Clause) -> bool:
    """Whether people who are no party are told of up to the cue: workers, a union."""
    start = max(clause.region.start, clause.floor)
    text = clause.region.text
    return clause.scene.grammar.search("bodies", text, start, clause.hit.end) is not None


def _is_menace(clause: Clause) -> bool:
    """Whether others than parties threaten to do something, or somebody's life is threatened.

    Whoever does so on a condition is no storm or famine.
    """
    hit, text = clause.hit, clause.region.text
    if clause.scene.grammar.search("deadly", text, hit.start, hit.end + _FARTHEST_TO):
        return hit.cue.type == "threat"
    if (hit.cue.type, hit.cue.frame) != ("threat", "verb") or clause.scene.grammar.verb_first:
        return False
    begins = text.rfind(" ", hit.start, hit.end) + 1 or hit.end
    to = clause.scene.grammar.search("to", text, begins, hit.end + _FARTHEST_TO)
    if to is None or "," in text[hit.end : to.start()]:
        return False
    depends = clause.scene.grammar.search("if", text, to.end(), clause.region.end)
    return depends is not None or names_others(clause)


def clause_of(scene: Scene, region: Region, hits: Sequence[Hit], number: int) -> Clause:
    """The clause of a cue, by the cues beside it that part clauses."""
    hit = hits[number]
    floor, ceiling = region.start, region.end
    for other in reversed(hits[max(0, number - _MOST_BESIDE) : number]):
        if bounds(scene, other):
            floor = max(floor, other.end)
            break
    for other in hits[number + 1 : number + 1 + _MOST_BESIDE]:
        if other.cue.frame not in GOVERNED and bounds(scene, other):
            ceiling = min(ceiling, other.start)
            break
    voice = scene.voice_at(hit.start) if scene.grammar.language == "en" else None
    if voice is not None:
        floor = max(floor, voice.start)
    return Clause(scene, region, hit, floor, ceiling)
