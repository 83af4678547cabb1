"""Whose a list is, and to whom, weighed by all that its story tells up to it.

Rules that look for the parties of a list in an order are right where its introduction tells them by
itself. Where it does not ("the minister added:"), many things tell a little: who opens the sentence
or the passage before, stands behind a preposition there, acted last, is named first in the title.
Each party named is a candidate, and so is nobody; how much each of these facts weighs is learned
from annotated lists (data/acts/owners.tsv, by tools/acts/learn.py).
"""

from __future__ import annotations

import collections
import functools
from collections.abc import Collection, Mapping, Sequence

from transforms.acts.addressees import is_place as lies_in
from transforms.acts.grammar import Hit
from transforms.acts.lists import Lead
from transforms.acts.marks import blocked, has_marker
from transforms.acts.scene import Scene, first_words
from transforms.acts.senders import MEDIATOR, Made, Parties, is_party, is_place
from transforms.acts.speakers import cue_of, subject_of, taken_up, telling
from transforms.acts.told_before import Read, ToldBefore
from transforms.tables import read_table

ISSUER, ADDRESSEE = "issuer", "addressee"
TRUST = {ISSUER: 1.35, ADDRESSEE: 1.0}
"""How much it weighs that the rules name a party; not learned, as their authors had read many of
the lists that weights are learned from."""
_FEW = 3
"""Words of a sentence that tell of what kind its subject is."""
_KINDS = (
    "bodies",
    "cabinet",
    "council",
    "faction",
    "his",
    "institution",
    "listing",
    "office",
    "officer",
    "pronoun",
    "realm",
    "theirs",
)
"""Kinds of first words that take up somebody told of before, or are people who are no party."""
_AND_SO = "وف"

_NAMED, _WHERE, _BEHIND_PEOPLE = " named", " where", " behind people"
"""How facts of a place end."""

Facts = Mapping[Parties, Collection[str]]
"""What is told of each party, of some together, and of nobody: names of facts."""


class Evidence:
    """What the words up to a list tell of each candidate."""

    def __init__(self) -> None:
        """Nobody is named yet."""
        self._facts: dict[Parties, set[str]] = collections.defaultdict(set)
        self._facts[()].add("nobody")
        self._acted: Parties = ()

    def tell(self, party: Parties, fact: str) -> None:
        """Add what is told of a party, where it is one."""
        if party:
            self._facts[party].add(fact)

    def read(self, place: str, scene: Scene, made: Sequence[Made], start: int, end: int) -> None:
        """Add what a stretch of a passage tells; stretches nearer to the list come first.

        place: what its facts are named by.
        """
        tables, text = scene.grammar, scene.folded
        objects = tables.words("object")
        groups = [group for group in scene.groups if start <= group.start < end]
        subject = None
        for group in groups:
            self.tell(group.principals, place + _NAMED)
            governed = blocked(tables, text, group) or has_marker(tables, text, group, objects)
            where = lies_in(tables, text, group) or is_place(scene, group)
            where |= not is_party(scene, group)  # Kenyan protesters
            if governed:
                self.tell(group.principals, f"{place} governed")
            if where:
                self.tell(group.principals, place + _WHERE)
            if group.adjective and tables.verb_first:
                self.tell(group.principals, f"{place} adjective")
            if not (subject or governed or where):
                subject = group
        if subject is not None:
            people = tables.search("bodies", text, start, subject.start) is not None
            self.tell(subject.principals, place + (_BEHIND_PEOPLE if people else " subject"))
        if groups:
            self.tell(groups[0].principals, f"{place} first")
            self.tell(groups[-1].principals, f"{place} last")
        for hit, act in reversed(made):
            if start <= hit.start < end:
                self.tell(act.issuers, f"{place} acts")
                if not self._acted:
                    self._acted = act.issuers
                    self.tell(act.issuers, "acted last")

    def introduced(self, scene: Scene, lead: Lead, before: Sequence[Lead]) -> None:
        """Add what the sentence right before the list tells.

        lead: what the rules make of it. before: demands that passages before it name.
        """
        tables, last = scene.grammar, scene.last
        for one in before:
            self.tell(one.issuers, "owned before")
        how = "stated" if lead.stated or lead.formed else "reply" if lead.reply else "told"
        for party in dict.fromkeys((lead.addressees, *((one,) for one in lead.addressees))):
            self.tell(party, f"to {how}")
            self.tell(party, f"to {lead.type}")
            if "sentence named" in self._facts[party]:
                self.tell(party, "to near")
        verb = telling(scene, last.start)
        if verb is not None:
            self.tell(subject_of(scene, Hit(verb.start, verb.end, cue_of("")), ()), "says")
        words = {word.lstrip(_AND_SO) for word in first_words(scene.folded[last.start :], _FEW)}
        nobody = {kind for kind in _KINDS if not words.isdisjoint(tables.words(kind))}
        nobody.add(lead.type)
        if not all(blocked(tables, last.text, one) for one in last.groups):
            nobody.add("free")
        if tables.search("bodies", last.text, last.start, last.end) is not None:
            nobody.add("people")
        self._facts[()].update(f"nobody {fact}" for fact in nobody)

    def candidates(self) -> Facts:
        """All candidates, each with what kind of party it is."""
        for party, facts in self._facts.items():
            if party:
                facts.add(f"a {party[0].partition(':')[0]}")
            if len(party) > 1:
                facts.add("several")
        return self._facts


def gathered(place: int, here: Read, lead: Lead, salient: Parties, told: ToldBefore) -> Facts:
    """What the words up to a list tell of whose it is, and to whom, by the candidates.

    place: the passage that introduces it. lead: what the rules make of it. salient: who acted last.
    """
    scene, made = here
    start, end = scene.last.start, len(scene.folded)
    evidence = Evidence()
    evidence.read("sentence", scene, made, start, end)
    if start:
        evidence.read("before", scene, made, 0, start)
    near = enumerate(told.nearest(place), 1)
    places = [
        *((f"passage {n}", one) for n, one in near),
        ("title", told.title() if place else None),
    ]
    for name, one in places:
        if one is not None:
            evidence.read(name, *one, 0, len(one[0].folded))
    evidence.introduced(scene, lead, told.demands(place))
    evidence.tell(salient, "spoke last")
    evidence.tell(taken_up(scene, told.before(place)), "taken up")
    return evidence.candidates()


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """By what is asked, the weight of each fact."""
    rows = read_table("acts/owners.tsv")
    return {asked: {row["fact"]: float(row[asked]) for row in rows} for asked in TRUST}


def weigh(weights: Mapping[str, float], candidates: Facts, ruled: Parties, trust: float) -> Parties:
    """The candidate for whom most tells; of equals the rules' own, else the one named first.

    ruled: who it is by the rules, which know best who of several; trust: how much they weigh.
    """
    among = {one for one in candidates if one != ruled and set(one) & set(ruled)}
    known = {ruled: (), **{one: candidates[one] for one in candidates if one not in among}}
    told = {
        party: sum(weights.get(fact, 0.0) for fact in sorted(known[party]))
        + trust * (party == ruled)
        for party in known
    }
    return max(told, key=lambda party: told[party])


def acting(candidates: Facts) -> Facts:
    """Those whose a list may be: not who is named only as a place, or as where people are from."""
    return {party: facts for party, facts in candidates.items() if not _is_scenery(facts)}


def _is_scenery(facts: Collection[str]) -> bool:
    places = [fact.removesuffix(_NAMED) for fact in facts if fact.endswith(_NAMED)]
    apart = (_WHERE, _BEHIND_PEOPLE)
    return bool(places) and all(any(place + how in facts for how in apart) for place in places)


def open_to(candidates: Facts, issuers: Parties) -> Facts:
    """Those whom a list may be to, whose it is being known: not who only hands demands on."""
    unknown = () if issuers else ("issued by nobody",)
    return {
        party: {*facts, *unknown}
        for party, facts in candidates.items()
        if set(party).isdisjoint(issuers) and party != MEDIATOR
    }


def _told(asked: str, candidates: Facts, ruled: Parties) -> Parties:
    return weigh(_weights()[asked], candidates, ruled, TRUST[asked])


def weighed(candidates: Facts, lead: Lead, scene: Scene) -> Lead:
    """A list with those whose it is and to whom it is by all that its story tells.

    Whom the sentence before it names as addressed stays so, where he does not issue it himself.
    """
    issuers = _told(ISSUER, acting(candidates), lead.issuers)
    addressees = tuple(party for party in lead.addressees if party not in issuers)
    near = {party for group in scene.last.groups for party in group.principals}
    if addressees != lead.addressees or not addressees or not near.issuperset(addressees):
        addressees = _told(ADDRESSEE, open_to(candidates, issuers), addressees)
    changed = (issuers, addressees) != (lead.issuers, lead.addressees)
    return lead._replace(issuers=issuers, addressees=addressees, weighed=changed)
