"""Acts: who demands, asks, refuses, threatens, accuses, denies or promises what, and to whom.

The cues of the tables are found first (passages.py, grammar.py); each is judged by its clause
(scene.py, judge.py), its parties are those around it (arguments.py, addressees.py), and the items
of a list are read together with the words that introduce it (lists.py). Where the rules do not
decide, there is no act. All of an article is read in order, as a party is named once and then by
a pronoun, or not at all.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from transforms.acts.addressees import TOWARDS_SOMEBODY
from transforms.acts.blame import is_kind
from transforms.acts.clause import Clause, Parties, clause_of, is_anybodys, is_idle
from transforms.acts.english import as_nouns, without_infinitives
from transforms.acts.frames import OF_SPEAKERS, parties_of
from transforms.acts.german import is_told_again
from transforms.acts.governed import is_governed
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.inherited import of_introduction, read_item, weighed_item, with_parties
from transforms.acts.introductions import Introductions
from transforms.acts.items import is_dated, is_part, is_told, is_wanted, shared, turned
from transforms.acts.judge import (
    TOLD_AHEAD,
    is_by_the_way,
    is_long_ago,
    is_noun,
    is_relative,
    is_voiced,
    modality,
)
from transforms.acts.lists import TAGGER, Lead
from transforms.acts.notation import NOT_OF_ACTS
from transforms.acts.nouns import is_near_party
from transforms.acts.passages import cues_in, quoted, tables_of, with_folded
from transforms.acts.scene import MOST_HEAD, Scene, opens_speech, party_of, words_before
from transforms.acts.senders import Made
from transforms.acts.sequence import Dealings, once, only_other, same_addressees
from transforms.acts.sources import announcers
from transforms.acts.told_before import ToldBefore
from transforms.acts.valence import is_or_else, valued
from transforms.records import Act, Passage, Quote

_OF_NAMED = frozenset(("noun", "blame"))
"""Frames of what is an act of a party beside it only."""
_OWN = ("announced", "foretold")
"""Kinds of lemmas of what is an act of somebody who says it himself only."""
_LONGEST = 60
"""Code points of a party right before its verb."""
_RARELY_ACTS = NOT_OF_ACTS | {"blame"}
"""Frames of what is an act in some places only."""


def find_acts(
    passages: Sequence[Passage], quotes: Sequence[Sequence[Quote]]
) -> list[tuple[Act, ...]]:
    """The acts of each passage of an article, in order; cues are offsets into that passage's text.

    quotes: those of each passage. An act that an item inherits as a whole has no cue of its own.
    """
    passages = [one if one.folded is not None else with_folded(one) for one in passages]
    tables = tables_of(passages)
    listed = any([passage.kind == "bullet" for passage in passages])  # noqa: C419 - faster
    hits = cues_in(passages, tables, listed)
    if not listed and not any(hits):
        return [() for _ in passages]
    reader = _Reader(passages, quotes)
    return [  # only what introduces a list is read without a cue
        (reader.read(number, tables[number], of_passage) if of_passage or listed else ())
        or (reader.goes_on(number) if quotes[number] else ())
        for number, of_passage in enumerate(hits)
    ]


def _named_first(title: Passage) -> Parties:
    """The party of the office that an Arabic title names first: until another acts."""
    if not title.mentions or title.kind != "title" or title.language != "ar":
        return ()
    first = title.mentions[0]
    return (first.principal,) if first.role else ()


class _Reader:
    """Reads the passages of an article in order."""

    def __init__(self, passages: Sequence[Passage], quotes: Sequence[Sequence[Quote]]) -> None:
        self._passages = passages
        self._quotes = quotes
        self._heard = 0
        self._salient: Parties = _named_first(passages[0])
        self._dealings = Dealings()
        self._told = ToldBefore(passages)
        self._introductions = Introductions(passages, self._told)
        speaks = any([quote.speaker for of_passage in quotes for quote in of_passage])  # noqa: C419
        self._spoken = quotes if speaks else ()
        # only who is quoted is asked for by his name
        voiced = passages if speaks else ()
        self._principals = {m.actor_id: m.principal for passage in voiced for m in passage.mentions}

    def _hear(self, number: int) -> None:
        """Take up who was quoted last in the passages before one, since the last one read."""
        for quotes in self._spoken[self._heard : number]:
            for quote in reversed(quotes):
                if quote.speaker and (party := party_of(quote.speaker, self._principals)):
                    self._salient = party
                    break
        self._heard = number

    def read(self, number: int, tables: Grammar | None, hits: Sequence[Hit]) -> tuple[Act, ...]:
        """The acts of one passage."""
        passage, quotes = self._passages[number], self._quotes[number]
        lead, is_item = None, passage.kind == "bullet"
        if is_item:
            self._hear(number)
            lead = self._introductions.lead_behind(passage.lead_in, self._salient)
        if tables is None:
            return ()
        if lead is None and not self._matters(number, tables, hits):
            if self._introductions.places and not is_item:
                later = functools.partial(Scene, passage, quotes, hits, tables, self._principals)
                self._told.put_off(number, later)
            return ()
        self._hear(number)
        if tables.verb_first:
            self._dealings.reach(number)
        scene = Scene(passage, quotes, hits, tables, self._principals)
        if lead is not None:
            scene.credit(lead.issuers)
        is_fact = is_item and self._introductions.is_fact(passage)
        made = self._made(scene, lead) if hits and not is_fact else []
        opening = self._introductions.opening(number, scene, made)
        if opening is not None:
            made.append(opening)
        self._told.keep(number, scene, made)
        acts = [act for _, act in made]
        if lead is not None and not acts and not is_dated(scene, lead):
            inherited = read_item(scene, lead)
            acts = [self._dealings.completed(inherited, False)] if inherited is not None else []
        if lead is not None:
            acts = [shared(scene, lead, act) for act in weighed_item(scene, lead, acts)]
        if number in self._introductions.places:
            self._hear(number + 1)
            behind = self._introductions.lead_behind(number, self._salient)
            acts = [with_parties(act, behind) for act in acts]
            acts += of_introduction(scene, behind, {act.type for act in acts})
        if tables.verb_first:
            self._dealings.keep(acts)
        return once(acts) if len(acts) > 1 else tuple(acts)

    def goes_on(self, number: int) -> tuple[Act, ...]:
        """What an Arabic paragraph is that only quotes on, right behind an accusation."""
        if self._passages[number].kind != "paragraph":
            return ()
        return self._dealings.quoted_on(number, self._quotes[number], self._principals)

    def _matters(self, number: int, tables: Grammar, hits: Sequence[Hit]) -> bool:
        """Whether a passage may hold an act, or introduces a list; most hold none."""
        places = self._introductions.places
        if not hits:
            return False
        passage, quotes = self._passages[number], self._quotes[number]
        if places and passage.kind == "title":
            return True
        folded = passage.folded or ""
        colon = ":" in folded or "：" in folded
        if colon and folded.rstrip(" *_").endswith((":", "：")):
            return True
        if places:
            hits = [hit for hit in hits if hit.cue.frame not in NOT_OF_ACTS]
        elif tables.verb_first:
            kinds = tables.words(_OWN)  # by somebody who says it himself
            own = [] if colon else [one for one in hits if one.cue.lemma in kinds]
            if own and not tables.has("failing", folded, 0, len(folded)):
                foretold = tables.words("foretold")  # not where he is quoted, whoever he is
                said = quoted(own, [quote for quote in quotes if quote.speaker])
                said += [one for one in quoted(own, quotes) if one.cue.lemma in foretold]
                told = {one.start for one in own} - {one.start for one in said}
                hits = [one for one in hits if one.start not in told]
            if not passage.mentions and self._knows_nobody(number):
                hits = [hit for hit in hits if is_anybodys(tables, hit.cue)]
        frames = {hit.cue.frame for hit in hits}
        if "noun" in frames and tables.verb_first and not places:
            hits = [hit for hit in hits if hit.cue.frame != "noun" or is_near_party(passage, hit)]
            frames = {hit.cue.frame for hit in hits}
        if not frames or (not passage.mentions and frames <= _OF_NAMED):
            return False
        if colon or not frames <= OF_SPEAKERS:
            return True
        if quoted(hits, quotes):
            return True
        return any(word in folded for word in tables.sources)

    def _knows_nobody(self, number: int) -> bool:
        """Whether no party acted before a passage, and none is known to speak up to its end."""
        self._hear(number)
        return not self._salient and not any(quote.speaker for quote in self._quotes[number])

    def _made(self, scene: Scene, lead: Lead | None) -> list[Made]:
        made: list[Made] = []
        tables = scene.grammar
        hits: list[Hit] = []
        for hit in scene.hits:
            frame, start = hit.cue.frame, hit.start
            if scene.folded[start : hit.end] in tables.words("homonym") and all(
                one.end != start - 1 for one in scene.between(start - _LONGEST, start)
            ):
                continue  # la denuncia, but: Cuba denuncia plan
            if frame not in _RARELY_ACTS or (
                is_voiced(scene, hit) if frame == "blame" else is_told(scene, lead, hit)
            ):
                hits.append(hit)
        if tables.language == "en":
            hits = list(as_nouns(scene, without_infinitives(scene, hits)))
        bidding, alone = tables.words("bidding"), tables.words("unanswered")
        announced, foretold = map(tables.words, _OWN)
        depending = tables.words("depending")
        for number, hit in enumerate(hits):
            start, cue = hit.start, hit.cue
            if cue.lemma in bidding and not opens_speech(scene.folded, start, tables):
                continue  # they left, no bidding to leave
            region = scene.region(start)
            if cue.lemma in depending and not tables.search("if", region.text, region.start, start):
                continue  # will cut the roads, on no condition
            own = cue.lemma in announced
            own |= cue.lemma in foretold and scene.voice_at(start) is None
            told_by = announcers(scene, region, start) if own and lead is None else None
            if told_by == () and not is_or_else(tables, region):
                continue
            if len(hits) > 1 and is_governed(scene, region, hits, number):
                continue
            is_verb = cue.frame == "verb"
            if is_verb and number and is_told_again(tables, region, hits[number - 1], hit):
                continue
            head = words_before(region, start, MOST_HEAD)
            if cue.frame == "must" and is_relative(tables, head):
                continue  # what is due is told by the way: the changes that must follow
            if is_verb and (
                is_noun(tables, region, hit, head) or is_by_the_way(tables, region, hit, head)
            ):
                continue
            by_the_way = is_verb and is_relative(tables, head)
            if lead is not None and (
                by_the_way
                or (cue.frame == "noun" and not is_told(scene, lead, hit))
                or is_wanted(scene, lead, hit)
            ):
                continue  # what an item is about, or tells of a party by the way
            clause = clause_of(scene, region, hits, number, head)
            act = self._act(clause, made, lead, told_by)
            if act is None or is_long_ago(region):
                continue
            if lead is not None and is_part(scene, lead, hit, act):
                continue
            act = turned(scene, lead, act) if lead is not None else act
            told = cue.frame != "must" and cue.lemma not in alone
            made.append((hit, self._dealings.completed(act, told)))
            if is_verb:
                self._salient = act.issuers  # of nobody, if somebody who is no party acts
        return made

    def _act(
        self, clause: Clause, made: Sequence[Made], lead: Lead | None, told_by: Parties | None
    ) -> Act | None:
        region, hit, tables = clause.region, clause.hit, clause.scene.grammar
        if tables.verb_first and hit.cue.type in TOLD_AHEAD:
            worth = valued(clause)
            if worth is None:
                return None
            if worth is not hit.cue:
                clause.hit = hit = Hit(hit.start, hit.end, worth)
        cue, kind = hit.cue, hit.cue.type
        found = parties_of(clause, made, lead, self._salient)
        if found is None or (not found.issuers and is_idle(clause, kind, found.addressees)):
            return None
        if cue.lemma in tables.words("describing") and is_kind(clause, found):
            return None
        issuers, addressees = found.issuers, found.addressees
        if told_by and set(told_by).isdisjoint(issuers) and not is_or_else(tables, region):
            return None
        if (
            tables.verb_first
            and kind == "refusal"
            and not (issuers or addressees or cue.frame == "speaker")
        ):
            return None  # gunmen who refuse to go
        if not addressees:
            if TOWARDS_SOMEBODY in cue.addressee:
                return None
            if made:
                near = kind != "denial" and made[-1][0].end > region.start
                goes_on = near or not tables.verb_first
                addressees = same_addressees(made[-1][1], issuers, goes_on)
            if lead is not None and not addressees and (found.inherited or issuers == lead.issuers):
                addressees = tuple(party for party in lead.addressees if party not in issuers)
            told = addressees or found.inherited
            if issuers and not told and (tables.verb_first or kind != "appeal"):
                addressees = only_other(clause, issuers)
        twice = [one for one in issuers if len(clause.scene.parties.get(one, ())) > 1]
        # nobody addresses himself, but the government its parliament
        addressees = tuple([one for one in addressees if one not in issuers or one in twice])
        put = modality(clause.scene, region, hit, clause.head)
        if put is None:
            return None
        return Act(
            type=kind,
            plover=cue.plover or None,
            plover_mode=cue.mode or None,
            cameo=cue.cameo or None,
            issuers=issuers,
            addressees=addressees,
            modality=put,
            cue_start=hit.start,
            cue_end=hit.end,
            inherited=found.inherited,
            rule=f"{TAGGER}:{found.how}:{cue.lemma}",
        )
