"""A cue in its clause, between the cues beside it, and the parties that its frame tells.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from transforms.acts.addressees import addressed
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.judge import GOVERNED, TOLD_AHEAD
from transforms.acts.notation import Cue
from transforms.acts.parties import Group
from transforms.acts.scene import Region, Scene

Parties = tuple[str, ...]
_ANYBODYS = frozenset(("denial", "demand", "appeal"))
"""Types that are acts in Arabic even of nobody towards nobody."""
_MOST_BESIDE = 5
"""Cues before and behind one that may part its clause from theirs."""
_FARTHEST_UNION = 40
_FARTHEST_TO = 20
"""Code points from a threat to the word before its infinitive."""


@dataclasses.dataclass(slots=True)  # as Hit is
class Found:
    """The parties of an act, and by which frame they were told."""

    how: str
    issuers: Parties
    addressees: Parties
    inherited: bool = False


@dataclasses.dataclass(slots=True)  # as Hit is
class Clause:
    """A cue where it stands; floor and ceiling: where the cues beside it end and begin.

    head: the last words before it.
    """

    scene: Scene
    region: Region
    hit: Hit
    floor: int
    ceiling: int
    head: Sequence[str]

    def before(self) -> list[Group]:
        """The parties before this cue."""
        return [group for group in self.region.groups if group.end <= self.hit.start]

    def behind(self) -> list[Group]:
        """The parties between this cue and the next one."""
        return [
            group
            for group in self.region.groups
            if self.hit.end <= group.start and group.end <= self.ceiling
        ]

    def found(self, how: str, issuers: Parties, others: Sequence[Group]) -> Found:
        """The act's parties, if these others may be addressed."""
        grammar = self.scene.grammar
        return Found(how, issuers, addressed(grammar, self.region, self.hit, others, issuers))


def is_anybodys(tables: Grammar, cue: Cue) -> bool:
    """Whether Arabic words may be an act though nobody at all is named: somebody appeals."""
    if cue.type in ("threat", "accusation") and cue.frame == "verb":  # of a union, a rights group
        return cue.type == "threat" or cue.lemma not in tables.words("voicing")
    if cue.type not in _ANYBODYS or cue.frame == "noun":
        return False
    return cue.lemma not in tables.words("everyday")


def is_idle(clause: Clause, kind: str, addressees: Parties) -> bool:
    """Whether an act by nobody known is none, as it is not told for whom it counts.

    Nobody promises or menaces; firms or neighbours do. In Arabic somebody condemns something.
    """
    if kind in TOLD_AHEAD and not _is_menace(clause):
        return True
    tables = clause.scene.grammar
    lemma, frame = clause.hit.cue.lemma, clause.hit.cue.frame
    if addressees:
        return lemma in tables.words("voicing")
    blames = tables.verb_first and kind == "accusation"
    if blames and (frame != "verb" or lemma in tables.words("voicing")):
        return True
    due = tables.verb_first and (frame, kind) == ("must", "demand")
    if due and not (clause.scene.passage.mentions or names_others(clause)):
        return True  # what people ought to do
    return lemma in tables.words("everyday") or _is_private(clause)


def _is_private(clause: Clause) -> bool:
    text, region = clause.scene.folded, clause.region
    return clause.scene.grammar.has("private", text, region.start, region.end)


def names_others(clause: Clause) -> bool:
    """Whether people who are no party are told of up to the cue: workers, a union."""
    start = max(clause.region.start, clause.floor)
    return clause.scene.grammar.has("bodies", clause.region.text, start, clause.hit.end)


def _is_menace(clause: Clause) -> bool:
    """Whether others than parties threaten to do something, or somebody's life is threatened.

    Whoever does so on a condition is no storm or famine.
    """
    hit, region = clause.hit, clause.region
    text = region.text
    if hit.cue.type != "threat":
        return False
    if clause.scene.grammar.verb_first:  # a union does
        start, end = max(clause.floor, clause.region.start), hit.end + _FARTHEST_UNION
        near = clause.scene.grammar.search("faction", text, start, min(clause.ceiling, end))
        return hit.cue.frame == "verb" and near is not None
    if clause.scene.grammar.search("deadly", text, hit.start, hit.end + _FARTHEST_TO):
        return True
    to = clause.scene.grammar.search("to", text, hit.start, hit.end + _FARTHEST_TO)
    if to is None:  # unions will strike if ...; unless ...
        depends = clause.scene.grammar.search("if", text, region.start, region.end)
        return depends is not None and names_others(clause)
    tables = clause.scene.grammar
    if tables.romance and not text[region.start : hit.start].strip():  # amenazan los médicos con ir
        return tables.search("bodies", text, hit.end, region.end) is not None
    depends = clause.scene.grammar.search("if", text, to.end(), clause.region.end)
    return depends is not None or names_others(clause)


def clause_of(
    scene: Scene, region: Region, hits: Sequence[Hit], number: int, head: Sequence[str]
) -> Clause:
    """The clause of a cue, by the cues beside it that part clauses."""
    hit = hits[number]
    floor, ceiling = region.start, region.end
    if len(hits) == 1:
        return Clause(scene, region, hit, floor, ceiling, head)
    for other in reversed(hits[max(0, number - _MOST_BESIDE) : number]):
        if other.cue.frame not in GOVERNED or scene.grammar.romance:
            floor = max(floor, other.end)
            break
    for other in hits[number + 1 : number + 1 + _MOST_BESIDE]:
        if other.cue.frame not in GOVERNED:
            ceiling = min(ceiling, other.start)
            break
    return Clause(scene, region, hit, floor, ceiling, head)
