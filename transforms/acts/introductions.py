"""What introduces the lists of an article: the words right before each, and what was told before.

"These are the main ones:" says nothing of itself: it is read with the demands that the title or the
paragraph before it names, and a letter without a sender is that of whom the article tells. Numbers
are those of the article's passages.
"""

from __future__ import annotations

import collections
import functools
from collections.abc import Sequence

from transforms.acts.arabic import seated
from transforms.acts.item_forms import opens_with_deed
from transforms.acts.lists import (
    WANTED,
    Lead,
    if_then,
    may_open,
    only_explains,
    read_lead,
    read_opening,
    tells_facts,
)
from transforms.acts.marks import has_marker
from transforms.acts.ownership import gathered, weighed
from transforms.acts.scene import Scene
from transforms.acts.senders import (
    Made,
    Parties,
    bidden_in,
    first_told,
    named_apart,
    named_in,
    opened_before,
    opens_list,
    opens_with,
    opens_with_strangers,
    other_party,
)
from transforms.acts.sources import source
from transforms.acts.speakers import taken_up
from transforms.acts.statements import (
    cue_leads,
    folded_item,
    is_part,
    is_unmet,
    only_points,
    opens_sentence,
    sign_of,
    sourced,
    stated,
)
from transforms.acts.told_before import Read, ToldBefore
from transforms.records import Passage

_MOST_ABOVE = 12
"""Passages above a list whose parties are counted, beside the title's."""
_TO_NOBODY = frozenset(("promise", "denial"))
"""What is said to everybody, where the list does not tell to whom."""


class Introductions:
    """The introductions of an article's lists."""

    def __init__(self, passages: Sequence[Passage], told: ToldBefore) -> None:
        """told: the passages, which are told to it as they are read."""
        self._passages = passages
        self._told = told
        self._items: dict[int | None, list[Passage]] = collections.defaultdict(list)
        for one in passages:
            if one.kind == "bullet":
                self._items[one.lead_in].append(one)
        self.places = frozenset(self._items)
        self._leads: dict[int | None, Lead | None] = {}
        self._own: dict[int, Lead | None] = {}
        self._facts: dict[int, bool] = {}

    def lead_behind(self, place: int | None, salient: Parties) -> Lead | None:
        """What a passage makes of the list behind it; salient: who acted last."""
        if place not in self._leads:
            self._leads[place] = self._found(place, salient)
        return self._leads[place]

    def opening(self, number: int, scene: Scene, made: Sequence[Made]) -> Made | None:
        """The act of a passage that introduces demands, or of the title above a list."""
        kind = scene.passage.kind
        if kind == "bullet" or (kind == "title" and not self.places) or not may_open(scene):
            return None
        if not number or number not in self.places:
            return read_opening(scene, made, read_lead(scene, made))
        lead = self._lead_of(number, scene, made)
        opening = read_opening(scene, made, lead)
        if opening is None:
            self._own[number] = lead  # which its list asks for, with the same acts
        return opening

    def is_fact(self, item: Passage) -> bool:
        """Whether a list item tells a fact, whatever its words: by its introduction or title."""
        return self._tells_facts(item.lead_in or 0) or self._tells_facts(0)

    def _tells_facts(self, place: int) -> bool:
        if place not in self._facts:
            known = self._told.scene(place)
            if known is None:
                return False  # it is this item
            self._facts[place] = tells_facts(known[0])
        return self._facts[place]

    def _found(self, place: int | None, salient: Parties) -> Lead | None:
        number = place or 0
        above = self._passages[number]
        if above.kind == "bullet" and above.lead_in != place:
            return self.lead_behind(above.lead_in, salient)
        known = self._told.scene(number)
        if known is None or self._tells_facts(number):
            return None
        scene, made = known
        if number and is_part(scene):
            return self._divided(number, scene, salient)
        lead = self._own[number] if number in self._own else self._lead_of(number, scene, made)
        lead = self._borrowed(number, scene) if lead is None and only_points(scene) else lead
        if lead is None:
            before, items = self._told.before(number), self._items[place]
            lead = stated(scene, made, before, items, salient, self._told.hero(number))
        if lead is None and scene.grammar.verb_first and opens_list(scene):
            lead = self._borrowed(number, scene)
            lead = cue_leads(scene, salient) if lead is None or lead.reply else lead
        lead = if_then(scene, lead)
        if scene.grammar.verb_first:
            lead = self._agreed(number, scene, lead)
        loose = lead is not None and (lead.type == "appeal" or lead.reply or lead.formed)
        if lead is None or (loose and self._tells_facts(0)):
            return None
        title = self._told.title()
        if title is not None and number and only_explains(title[0], scene, lead):
            return None
        denied = None if made else self._denied(number)
        if denied is not None and (not lead.issuers or set(denied) & set(lead.issuers)):
            lead = lead._replace(type="denial", issuers=denied, addressees=(), stated=False)
        if (lead.type == "promise" or lead.reply or lead.stated) and is_unmet(scene):
            lead = lead._replace(type="threat", reply=False, stated=False)  # if they ignore it
        named = self._of_title(number, scene, sourced(scene, lead))
        lead = self._turned(scene, named)
        settled = lead is not named
        if not lead.issuers or not lead.addressees:
            lead = self._completed(number, known, lead)
        if not lead.issuers and lead.elided:
            who = (
                one for one in (self._told.hero(number), salient) if set(one) - set(lead.addressees)
            )
            lead = lead._replace(issuers=next(who, ()))
        if not lead.addressees and lead.type not in _TO_NOBODY:
            lead = lead._replace(addressees=self._other_side(number, lead))
        if lead.issuers and lead.addressees and scene.grammar.verb_first:
            apart = named_apart([scene, *(one for one, _ in self._told.before(number))])
            lead = lead._replace(addressees=tuple(filter(apart.__contains__, lead.addressees)))
        if not settled and not self._is_plain(scene, lead):
            lead = weighed(gathered(number, known, lead, salient, self._told), lead, scene)
        if lead.type == "promise" and lead.stated and not lead.issuers:
            return None  # a treaty lays down
        return lead

    def _is_plain(self, scene: Scene, lead: Lead) -> bool:
        """Whether an Arabic introduction tells whose a list is: from Oslo; of who is no party."""
        tables, last = scene.grammar, scene.last
        if not tables.verb_first:
            return False
        if lead.issuers:
            return lead.issuers == seated(tables, last, last.end)
        return not lead.elided or opens_with_strangers(scene)

    def _lead_of(self, number: int, scene: Scene, made: Sequence[Made]) -> Lead | None:
        """What a passage tells of its list by itself, or by whom a reply was handed to before."""
        return read_lead(scene, made, before=functools.partial(self._told.before, number))

    def _agreed(self, place: int, scene: Scene, lead: Lead | None) -> Lead | None:
        """What a deal lays down is promised by those who made it, not demanded."""
        meant = lead is not None and not lead.reply
        if meant or not opens_list(scene) or not opens_sentence(scene, "agreed"):
            return lead
        told = (act for _, acts in self._told.before(place) for _, act in reversed(acts))
        dealt = next((act.issuers for act in told if act.type == "promise"), ())
        issuers = (lead.issuers if lead is not None else ()) or dealt
        hit = lead.hit if lead is not None else sign_of(scene)
        return Lead("promise", False, issuers, (), hit, stated=True)

    def _of_title(self, place: int, here: Scene, lead: Lead) -> Lead:
        """An Arabic list of somebody who is not named near it: of whom the title begins with."""
        before, text = self._told.before(place), here.last.text
        of = here.grammar.words("behalf")
        named = [one for one in here.last.groups if has_marker(here.grammar, text, one, of)]
        if named and not named[0].office:
            return lead._replace(issuers=named[0].principals)  # in the name of Oslo
        near = {party for _, made in before[:1] for _, act in made for party in act.issuers}
        opened = opens_with(before[0][0]) if before else ()
        near.update(opened, *(group.principals for group in here.groups))
        known = near & set(lead.issuers) or not lead.issuers or not here.grammar.verb_first
        hero = () if known or taken_up(here, before) else self._told.hero(place)
        return lead._replace(issuers=hero or lead.issuers)

    def _turned(self, scene: Scene, lead: Lead) -> Lead:
        """A list without the issuers that are none: unions tell it, or it is wanted of them."""
        if lead.issuers and opens_with_strangers(scene):
            to = lead.addressees or lead.issuers
            return lead._replace(issuers=(), addressees=to, elided=False)
        bidden = bidden_in(scene) if lead.type in WANTED else ()
        if not bidden:
            return lead
        free = tuple(party for party in lead.issuers if party not in bidden)
        others = tuple(party for party in bidden if party not in lead.issuers)
        if others:  # his demands of both countries
            free, bidden = lead.issuers, others
        issuers = free or source(scene, scene.last)
        return lead._replace(issuers=issuers, addressees=bidden, elided=True)

    def _divided(self, place: int, scene: Scene, salient: Parties) -> Lead | None:
        """What a part of a list is of: what the list above is, of those whom the part names."""
        near, known = self._passages[place - 1], self._told.scene(place - 1)
        if near.kind == "bullet":
            lead = self.lead_behind(near.lead_in, salient)
        else:  # however many parts there are, none is gone back through
            part = known is None or is_part(known[0])
            lead = None if part else self.lead_behind(place - 1, salient)
        named = [party for group in scene.groups for party in group.principals]
        return lead and lead._replace(addressees=tuple(dict.fromkeys(named)))

    def _denied(self, place: int) -> Parties | None:
        """Who only denies in the title or in the passage before: so does what is listed."""
        before, items = self._told.before(place), map(folded_item, self._items[place])
        for scene, made in (*before[-1:], *before[:1]):
            if made and all(act.type == "denial" for _, act in made):
                deeds = (opens_with_deed(scene.grammar, item) for item in items)
                return None if any(deeds) else made[-1][1].issuers
        return None

    def _other_side(self, place: int, lead: Lead) -> Parties:
        """Whom a list is to where nothing tells: whom what is above names most, twice at least."""
        if lead.issuers and not lead.elided:
            return ()
        near = map(self._told.scene, range(max(0, place - _MOST_ABOVE), place + 1))
        above = [one[0] for one in (self._told.title(), *near) if one is not None]
        named = named_in(above, lead.issuers)
        most = named.most_common(1)
        sure = bool(most) and (most[0][1] > 1 or (len(named) == 1 and bool(lead.issuers)))
        return (most[0][0],) if sure else ()

    def _borrowed(self, place: int, here: Scene) -> Lead | None:
        """The demands that the words before or the title name, where only "these are:" follows."""
        for scene, made in self._told.before(place):
            lead = read_lead(scene, made, near=True)
            if lead is not None and (not lead.reply or scene.passage.kind != "paragraph"):
                spoke = self._told.hero(place) if scene.passage.kind == "title" else ()
                issuers = lead.issuers or spoke or opens_with(here)
                others = tuple(party for party in lead.addressees if party not in issuers)
                return lead._replace(issuers=issuers, addressees=others)
        return None

    def _completed(self, place: int, here: Read, lead: Lead) -> Lead:
        """The parties that an introduction leaves out, by what was told before."""
        before, leads = self._told.before(place), self._told.demands(place)
        addressed = {party for one in leads for party in one.addressees}
        named = [one for one in leads if one.issuers and addressed.isdisjoint(one.issuers)]
        others = (act.issuers for _, act in reversed(here[1]) if act.issuers)
        acted = next((one for one in others if not set(one) & set(lead.addressees)), ())
        issuers = lead.issuers or taken_up(here[0], before) or acted
        issuers = issuers or opened_before(here[0], lead.paper)
        if not issuers and lead.elided:
            hero = self._told.hero(place) if lead.reply else ()
            issuers = next(filter(None, (hero, *(one.issuers for one in named))), ())
            issuers = issuers or (first_told(before) if lead.paper else ())
            issuers = issuers if set(issuers).isdisjoint(lead.addressees) else ()
        if not issuers:
            return lead
        addressees = tuple(party for party in lead.addressees if party not in issuers)
        if not addressees and lead.type not in _TO_NOBODY:
            acts = [act for _, made in before for _, act in reversed(made)]
            both = [(one.issuers, one.addressees) for one in named]
            both += [(act.issuers, act.addressees) for act in acts]
            same = [others for who, others in both if who == issuers and others]
            if lead.elided:
                same += filter(None, (other_party(scene, issuers) for scene, _ in before))
            addressees = same[0] if same else ()
        addressees = tuple(party for party in addressees if party not in issuers)
        return lead._replace(issuers=issuers, addressees=addressees)
