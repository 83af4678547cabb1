"""Acts: who demands, asks, refuses, threatens, accuses, denies or promises what, and to whom.

The cues of the tables are found first (grammar.py); each is judged by its clause (scene.py,
judge.py), its parties are those around it (arguments.py, addressees.py), and the items of a list
are read together with the words that introduce it (lists.py). Where the rules do not decide,
there is no act. All of an article is read in order, as a party is named once and then by a
pronoun, or not at all.
"""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence

from transforms.acts.addressees import TOWARDS_SOMEBODY
from transforms.acts.arabic import is_at
from transforms.acts.arguments import active, agent
from transforms.acts.clause import Clause, Found, Parties, clause_of, is_idle, names_others
from transforms.acts.english import as_nouns, is_bare
from transforms.acts.grammar import NOT_OF_ACTS, Grammar, Hit, grammar
from transforms.acts.judge import (
    apart,
    is_future,
    is_governed,
    is_long_ago,
    is_negated,
    is_noun,
    is_open,
    is_passive,
    is_relative,
    modality,
)
from transforms.acts.lists import (
    TAGGER,
    Lead,
    Made,
    is_dated,
    is_own,
    is_wanted,
    read_item,
    read_lead,
    read_opening,
    tells_facts,
)
from transforms.acts.marks import blocked
from transforms.acts.nouns import owner
from transforms.acts.parties import Group
from transforms.acts.scene import Scene, counts, party_of
from transforms.acts.sequence import Dealings, drop_demands, is_agreed, opening, same_addressees
from transforms.acts.sources import both_sides
from transforms.acts.spoken import spoken
from transforms.acts.subject import Arguments, Missing, Subject
from transforms.acts.subject_first import tells_others
from transforms.records import Act, Passage, Quote

_SILENT = frozenset(("duplicate_title", "dateline", "boilerplate", "continuation"))
_STRANGERS_SILENT = frozenset(("de", "he", "ru", "tr", "uk", "ur", "zh"))
"""Here what is no party and addresses none issues nothing, unless it is one of the bodies."""
_OF_SPEAKERS = frozenset(("speaker", "must"))
"""Frames of what is nobody's act without a quote, a label, a source or a list."""
_OF_PARTIES = frozenset(("refusal", "denial"))
"""Types that are no act in a sentence without a party: a player refuses, a singer denies."""


def find_acts(
    passages: Sequence[Passage], quotes: Sequence[Sequence[Quote]]
) -> list[tuple[Act, ...]]:
    """The acts of each passage of an article, in order; cues are offsets into that passage's text.

    quotes: those of each passage. An act that an item inherits as a whole has no cue of its own.
    """
    tables = _tables(passages)
    read: list[tuple[str, list[Hit]]] = [("", []) for _ in passages]
    for of_language in dict.fromkeys(table for table in tables if table is not None):
        numbers = [number for number, table in enumerate(tables) if table is of_language]
        found = of_language.cues([passages[number].text for number in numbers])
        for number, (folded, hits) in zip(numbers, found, strict=True):
            of_passage = passages[number]
            counting = [
                hit
                for hit in hits
                if hit.cue.frame != "must" or counts(of_passage, folded, of_language, hit)
            ]
            read[number] = folded, counting
    if not any(hits for _, hits in read):
        return [() for _ in passages]
    principals = {m.actor_id: m.principal for passage in passages for m in passage.mentions}
    reader = _Reader(passages, principals)
    return [
        reader.read(number, table, quoted, *in_passage)
        for number, (table, quoted, in_passage) in enumerate(zip(tables, quotes, read, strict=True))
    ]


def _tables(passages: Sequence[Passage]) -> list[Grammar | None]:
    """The tables for each passage; one in no known language has those of most others."""
    known = collections.Counter(
        passage.language for passage in passages if grammar(passage.language) is not None
    )
    most = known.most_common(1)[0][0] if known else "und"
    return [
        grammar(passage.language if passage.language != "und" else most)
        if passage.text and passage.kind not in _SILENT
        else None
        for passage in passages
    ]


class _Reader:
    """Reads the passages of an article in order."""

    def __init__(self, passages: Sequence[Passage], principals: Mapping[str, str]) -> None:
        self._passages = passages
        self._principals = principals
        self._salient: Parties = ()
        self._dealings = Dealings()
        self._scenes: dict[int, tuple[Scene, Sequence[Made]]] = {}
        self._introducing = frozenset(one.lead_in for one in passages if one.kind == "bullet")
        self._leads: dict[int, Lead | None] = {}

    def read(
        self,
        number: int,
        tables: Grammar | None,
        quotes: Sequence[Quote],
        folded: str,
        hits: Sequence[Hit],
    ) -> tuple[Act, ...]:
        """The acts of one passage."""
        passage = self._passages[number]
        lead = self._lead(passage)
        acts: Sequence[Act] = ()
        if tables is not None and (
            lead is not None or self._matters(number, tables, quotes, folded, hits)
        ):
            scene = Scene(passage, folded, quotes, hits, tables, self._principals)
            made = [] if self._is_fact(scene) else self._made(scene, lead)
            opening = read_opening(scene, made) if passage.kind != "bullet" else None
            made += [opening] if opening is not None else []
            self._scenes[number] = scene, made
            acts = [act for _, act in made]
            if lead is not None and not acts and not is_dated(scene):
                inherited = read_item(scene, lead)
                acts = [self._dealings.completed(inherited)] if inherited is not None else []
        for quote in reversed(quotes):
            spoke = party_of(quote.speaker, self._principals)
            if spoke:
                self._salient = spoke
                break
        return tuple(acts)

    def _matters(
        self,
        number: int,
        tables: Grammar,
        quotes: Sequence[Quote],
        folded: str,
        hits: Sequence[Hit],
    ) -> bool:
        """Whether a passage may hold an act, or introduces a list; most hold none."""
        if not hits or number in self._introducing:
            return bool(hits)
        if folded.rstrip(" *_").endswith((":", "：")):
            return True
        frames = {hit.cue.frame for hit in hits} - NOT_OF_ACTS
        if frames == {"noun"} and not self._passages[number].mentions:
            return False  # a noun is an act of the party beside it
        if not frames <= _OF_SPEAKERS or quotes or ":" in folded or "：" in folded:
            return bool(frames)
        sources = tables.words("according") | tables.words("said")
        return bool(frames) and any(word in folded for word in sources)

    def _lead(self, passage: Passage) -> Lead | None:
        """What the words say that introduce this list item."""
        place = passage.lead_in
        if passage.kind != "bullet" or place is None or place not in self._scenes:
            return None
        if place not in self._leads:
            self._leads[place] = read_lead(*self._scenes[place], self._salient)
        return self._leads[place]

    def _is_fact(self, scene: Scene) -> bool:
        """Whether a list item tells a fact, whatever its words: by its date or its introduction."""
        if scene.passage.kind != "bullet":
            return False
        before = self._scenes.get(scene.passage.lead_in or 0)
        return is_dated(scene) or (before is not None and tells_facts(before[0]))

    def _made(self, scene: Scene, lead: Lead | None) -> list[Made]:
        made: list[Made] = []
        own = [hit for hit in scene.hits if hit.cue.frame not in NOT_OF_ACTS or is_own(scene, hit)]
        hits = as_nouns(scene, apart(scene, own))
        for number, hit in enumerate(hits):
            region = scene.region(hit.start)
            before = hits[number - 1] if number else None
            following = hits[number + 1 : number + 2]
            if is_open(scene, region, hit) or is_governed(scene, region, hit, before, following):
                continue
            if lead is not None and (
                hit.cue.frame == "noun" or is_relative(scene.grammar, region, hit)
            ):
                continue  # what an item is about, or tells of a party by the way
            if lead is not None and is_wanted(scene, lead, hit):
                continue
            if is_noun(scene.grammar, region, hit):
                continue
            clause = clause_of(scene, region, hits, number)
            act = self._act(clause, made, lead)
            if act is not None and not is_long_ago(region):
                if hit.cue.frame == "must" and is_agreed(made, region, act):
                    made.pop()  # agreed that somebody must: the demand is what counts
                drop_demands(made, region, hit, act)
                made.append((hit, self._dealings.completed(act)))
                if hit.cue.frame == "verb" or (act.issuers and not act.inherited):
                    self._salient = act.issuers  # of nobody, if somebody who is no party acts
        return made

    def _act(self, clause: Clause, made: Sequence[Made], lead: Lead | None) -> Act | None:
        hit, tables = clause.hit, clause.scene.grammar
        cue, kind = hit.cue, hit.cue.type
        if cue.frame != "must" and is_negated(tables, clause.region, hit):
            if kind != "promise" or not is_future(tables, clause.region, hit):
                return None
            kind = "refusal"
        found = self._parties(clause, made, lead)
        if found is None or is_idle(clause, kind, found):
            return None
        nobody = not found.issuers and not clause.region.groups
        if tables.verb_first and nobody and kind in _OF_PARTIES:
            return None
        issuers, addressees = found.issuers, found.addressees
        if TOWARDS_SOMEBODY in cue.addressee and not addressees:
            return None
        if not addressees and made:
            names = bool(clause.behind())
            addressees = same_addressees(made[-1], clause.region, kind, issuers, names)
        if lead is not None and not addressees and (found.inherited or issuers == lead.issuers):
            addressees = tuple(party for party in lead.addressees if party not in issuers)
        return Act(
            type=kind,
            plover=cue.plover or None,
            plover_mode=cue.mode or None,
            cameo=cue.cameo or None,
            issuers=issuers,
            addressees=addressees,
            modality=modality(tables, clause.region, hit),
            cue_start=hit.start,
            cue_end=hit.end,
            inherited=found.inherited,
            rule=f"{TAGGER}:{found.how}:{cue.lemma}",
        )

    def _parties(self, clause: Clause, made: Sequence[Made], lead: Lead | None) -> Found | None:
        """Who acts towards whom; None where it is nobody's act."""
        hit, tables = clause.hit, clause.scene.grammar
        if hit.cue.frame in ("speaker", "must"):
            return spoken(clause, made, lead, self._salient)
        if hit.cue.frame in ("noun", "lead"):
            named = owner(clause.scene, clause.region, hit)
            if named is None:
                return None
            around = [*clause.before(), *clause.behind()] if tables.verb_last else clause.behind()
            others = [group for group in around if group is not named]
            others += [
                group
                for group in clause.before()
                if group.start >= named.end and not tables.verb_last
            ]
            return clause.found("noun", named.principals, others)
        if is_passive(clause.scene.grammar, clause.region, hit):
            by = agent(clause.scene.grammar, clause.region, hit)
            return clause.found("passive", by.principals if by is not None else (), clause.before())
        arguments = active(tables, clause.region, hit, clause.floor, clause.ceiling)
        if lead is not None and not clause.region.text[: hit.start].strip(' "«'):
            arguments = Arguments(Missing.ELIDED, clause.behind())  # Ready to receive observers
        issuers = self._issuers(clause, arguments.subject, made, lead)
        found = clause.found(hit.cue.frame, issuers, arguments.others)
        stranger = arguments.subject is Missing.UNKNOWN and not found.addressees
        mute = tables.language in _STRANGERS_SILENT or (
            tables.language == "en" and is_bare(tables, clause.region, hit)
        )
        if stranger and mute and not names_others(clause):
            return None  # somebody who is no party, to nobody who is one
        return found

    def _issuers(
        self, clause: Clause, subject: Subject, made: Sequence[Made], lead: Lead | None
    ) -> Parties:
        if isinstance(subject, Group):
            return subject.principals
        if subject is Missing.UNKNOWN:
            return ()
        scene, region, hit = clause.scene, clause.region, clause.hit
        if subject is Missing.SHARED and made and made[-1][0].end >= region.start:
            return made[-1][1].issuers
        both = both_sides(scene, hit)
        if both:
            return both
        voice = scene.voice_at(hit.start)
        if voice is not None and voice.speaker:
            return voice.speaker
        if lead is not None:
            return lead.issuers
        opened = opening(scene, region, made) if subject is Missing.ELIDED else None
        if opened is not None:
            return opened
        before = [group for group in region.groups if group.end <= hit.start]
        free = [
            group
            for group in before
            if not blocked(scene.grammar, region.text, group)
            or is_at(scene.grammar, region.text, group)
        ]
        if free:
            others = tells_others(scene.grammar, region.text, free[0])
            return () if others else free[0].principals
        earlier = [voice for voice in scene.voices_before(hit.start) if voice.speaker]
        if earlier and (not made or earlier[-1].start > made[-1][0].start):
            return earlier[-1].speaker
        return self._salient
