"""Acts: who demands, asks, refuses, threatens, accuses, denies or promises what, and to whom.

The cues of the tables are found first (grammar.py); each is judged by its clause (scene.py,
judge.py), its parties are those around it (arguments.py, addressees.py), and the items of a list
are read together with the words that introduce it (lists.py). Where the rules do not decide,
there is no act. All of an article is read in order, as a party is named once and then by a
pronoun, or not at all.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from transforms.actors.names import Bare
from transforms.acts.addressees import TOWARDS_SOMEBODY
from transforms.acts.blame import is_kind
from transforms.acts.clause import Clause, Parties, clause_of, is_idle
from transforms.acts.english import as_nouns
from transforms.acts.frames import OF_SPEAKERS, parties_of
from transforms.acts.governed import is_governed
from transforms.acts.grammar import Grammar, Hit, grammar
from transforms.acts.inherited import read_item
from transforms.acts.introductions import Introductions
from transforms.acts.items import is_dated, is_part, is_told, is_wanted, turned
from transforms.acts.judge import (
    TOLD_AHEAD,
    is_by_the_way,
    is_deed,
    is_in_name,
    is_long_ago,
    is_negated,
    is_noun,
    is_open,
    is_relative,
    is_voiced,
    modality,
)
from transforms.acts.lists import TAGGER, Lead, is_own
from transforms.acts.notation import NOT_OF_ACTS, fold_aligned, fold_bare
from transforms.acts.scene import Scene, opens_speech, party_of, with_obliging
from transforms.acts.senders import Made
from transforms.acts.sequence import (
    Dealings,
    same_addressees,
)
from transforms.acts.sources import says_so
from transforms.acts.valence import is_or_else, is_thing, retyped, valued
from transforms.records import Act, Passage, Quote

_SILENT = frozenset(("duplicate_title", "dateline", "boilerplate", "continuation"))
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
        bare = [_bare(passages[number]) for number in numbers]
        found = of_language.cues(bare)
        for number, text, hits in zip(numbers, bare, found, strict=True):
            of_passage = passages[number]
            folded = fold_aligned(of_passage.text) if text.cuts else text.text
            if of_passage.kind != "bullet":
                hits = [hit for hit in hits if hit.cue.frame != "item"]
            if of_language.obliging:
                hits = with_obliging(of_passage.mentions, folded, of_language, hits)
            read[number] = folded, hits
    listed = any(passage.kind == "bullet" for passage in passages)
    if not listed and not any(hits for _, hits in read):
        return [() for _ in passages]
    quoted = passages if any(quotes) else ()  # only who is quoted is asked for by his name
    principals = {m.actor_id: m.principal for passage in quoted for m in passage.mentions}
    reader = _Reader(passages, principals)
    return [
        reader.read(number, table, quoted, *in_passage)
        for number, (table, quoted, in_passage) in enumerate(zip(tables, quotes, read, strict=True))
    ]


def _tables(passages: Sequence[Passage]) -> list[Grammar | None]:
    """The tables for each passage; one in no known language has those of most others."""
    languages = [passage.language for passage in passages]
    tables = {language: grammar(language) for language in dict.fromkeys(languages)}
    known = [language for language, table in tables.items() if table is not None]
    if known:
        tables["und"] = tables[max(known, key=languages.count)]
    return [
        tables[passage.language] if passage.text and passage.kind not in _SILENT else None
        for passage in passages
    ]


def _bare(passage: Passage) -> Bare:
    """The text of a passage as cues are looked for in it, folded once for names and for acts."""
    if passage.folded is None:
        return fold_bare(passage.text)
    return Bare(passage.folded, passage.cuts)


def _is_quoted(hits: Sequence[Hit], quotes: Sequence[Quote]) -> bool:
    """Whether one of the cues stands in words that somebody is quoted with."""
    return any(quote.start <= hit.start < quote.end for quote in quotes for hit in hits)


class _Reader:
    """Reads the passages of an article in order."""

    def __init__(self, passages: Sequence[Passage], principals: Mapping[str, str]) -> None:
        self._passages = passages
        self._principals = principals
        self._salient: Parties = ()
        self._dealings = Dealings()
        self._introductions = Introductions(passages)

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
        if not hits and not quotes and not self._introductions.places:
            return ()
        lead = self._introductions.lead(passage, self._salient)
        acts: Sequence[Act] = ()
        if tables is not None and (
            lead is not None or self._matters(number, tables, quotes, folded, hits)
        ):
            scene = Scene(passage, folded, quotes, hits, tables, self._principals)
            if lead is not None:
                scene.credit(lead.issuers)
            made = [] if self._introductions.is_fact(scene, lead) else self._made(scene, lead)
            opening = self._introductions.opening(scene, made)
            made += [opening] if opening is not None else []
            self._introductions.keep(number, scene, made)
            acts = [act for _, act in made]
            if lead is not None and not acts and not is_dated(scene, lead):
                inherited = read_item(scene, lead)
                acts = [self._dealings.completed(inherited, False)] if inherited is not None else []
        elif self._introductions.places and tables is not None and passage.kind != "bullet":
            self._introductions.put_off(
                number,
                functools.partial(Scene, passage, folded, quotes, hits, tables, self._principals),
            )
        for quote in reversed(quotes):
            spoke = party_of(quote.speaker, self._principals)
            if spoke:
                self._salient = spoke
                break
        return _once(acts)

    def _matters(
        self,
        number: int,
        tables: Grammar,
        quotes: Sequence[Quote],
        folded: str,
        hits: Sequence[Hit],
    ) -> bool:
        """Whether a passage may hold an act, or introduces a list; most hold none."""
        if not hits or number in self._introductions.places:
            return bool(hits)
        if self._passages[number].kind == "title" and self._introductions.places:
            return True
        if folded.rstrip(" *_").endswith((":", "：")):
            return True
        frames = {hit.cue.frame for hit in hits} - NOT_OF_ACTS
        if frames <= {"noun", "blame"} and not self._passages[number].mentions:
            return False  # a noun is an act of the party beside it
        if frames == {"blame"} and ":" not in folded and not _is_quoted(hits, quotes):
            return False
        if not frames <= OF_SPEAKERS or quotes or ":" in folded or "：" in folded:
            return bool(frames)
        sources = tables.words(("according", "said"))
        return bool(frames) and any(word in folded for word in sources)

    def _made(self, scene: Scene, lead: Lead | None) -> list[Made]:
        made: list[Made] = []
        own = [
            hit
            for hit in scene.hits
            if hit.cue.frame not in NOT_OF_ACTS or is_own(scene, hit) or is_told(scene, lead, hit)
        ]
        hits = as_nouns(scene, [hit for hit in own if is_voiced(scene, hit)])
        for number, hit in enumerate(hits):
            if scene.grammar.verb_first and is_in_name(scene, hit):
                continue  # the party "Call of Tunis"
            if hit.cue.lemma in scene.grammar.words("bidding") and not opens_speech(
                scene.folded, hit.start, scene.grammar
            ):
                continue  # they left, no bidding to leave
            region = scene.region(hit.start)
            before = hits[number - 1] if number else None
            following = hits[number + 1 : number + 2]
            if is_governed(scene, region, hit, before, following) or is_open(scene, region, hit):
                continue
            if lead is not None and (
                (hit.cue.frame == "noun" and not is_told(scene, lead, hit))
                or is_relative(scene.grammar, region, hit)
            ):
                continue  # what an item is about, or tells of a party by the way
            if lead is not None and is_wanted(scene, lead, hit):
                continue
            if is_noun(scene.grammar, region, hit) or is_by_the_way(scene.grammar, region, hit):
                continue
            clause = clause_of(scene, region, hits, number)
            act = self._act(clause, made, lead)
            if act is not None and lead is not None:
                if is_part(scene, lead, hit, act):
                    continue
                act = turned(scene, lead, act)
            if act is not None and not is_long_ago(region):
                act = self._dealings.completed(act, hit.cue.frame != "must")
                made.append((hit, act))
                if hit.cue.frame == "verb" or (act.issuers and not act.inherited):
                    self._salient = act.issuers  # of nobody, if somebody who is no party acts
        return made

    def _act(self, clause: Clause, made: Sequence[Made], lead: Lead | None) -> Act | None:
        hit, tables = clause.hit, clause.scene.grammar
        cue = hit.cue
        if cue.frame != "must" and is_negated(tables, clause.region, hit):
            if not is_deed(hit):
                return None
            cue = retyped(cue, "denial")._replace(addressee=())
        elif tables.verb_first and cue.type in TOLD_AHEAD:
            if is_thing(clause):
                return None
            cue = valued(clause)
        kind = cue.type
        if cue is not hit.cue:
            hit = Hit(hit.start, hit.end, cue)
            clause = Clause(clause.scene, clause.region, hit, clause.floor, clause.ceiling)
        found = parties_of(clause, made, lead, self._salient)
        if found is None or is_idle(clause, kind, found) or is_kind(clause, found):
            return None
        told_ahead = cue.lemma in tables.words("announced") and kind in TOLD_AHEAD and lead is None
        if told_ahead and not says_so(clause, found.issuers) and not is_or_else(clause):
            return None
        nobody = not found.issuers and not clause.region.groups
        if tables.verb_first and nobody and kind in _OF_PARTIES:
            return None
        issuers, addressees = found.issuers, found.addressees
        told_of = kind == "accusation" or (kind == "refusal" and cue.frame != "speaker")
        if tables.verb_first and told_of and not issuers and not addressees:
            return None  # gunmen who refuse to go
        if TOWARDS_SOMEBODY in cue.addressee and not addressees:
            return None
        if not addressees and made:
            addressees = same_addressees(made[-1][1], issuers)
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


def _once(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a passage without those that say again what one before them is, to the same."""
    if len(acts) < 2:
        return tuple(acts)
    told = {(act.type, act.issuers, act.addressees): act for act in reversed(acts)}
    return tuple(act for act in acts if told[act.type, act.issuers, act.addressees] is act)
