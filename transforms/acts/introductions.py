"""What introduces the lists of an article: the words right before each, and what was told before.

"These are the main ones:" says nothing of itself: it is read with the demands that the title or the
paragraph before it names, and a letter without a sender is that of whom the article tells. Numbers
are those of the article's passages.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Sequence

from transforms.actors.names import fold_name
from transforms.acts.item_forms import opens_with_deed
from transforms.acts.items import is_dated
from transforms.acts.lists import (
    Lead,
    is_unmet,
    read_lead,
    read_opening,
    tells_facts,
)
from transforms.acts.scene import WORD, Scene
from transforms.acts.senders import (
    Made,
    Parties,
    accused,
    first_told,
    is_place,
    last_region,
    named_in,
    opens_list,
    opens_with,
    other_party,
)
from transforms.acts.speakers import taken_up
from transforms.acts.statements import closing_verb, follows_failure, stated
from transforms.records import Passage

_LONGEST_POINTER = 120
"""Code points of words that only say that a list follows."""
_FARTHEST = 3
"""Passages before the introduction of a list in which its parties are looked for."""
_MOST_ABOVE = 12
"""Passages above a list whose parties are counted, beside the title's."""
_TWO = 2
_LONGEST_TITLE = 1_000
"""Code points; so many a title has at most that lists are read with."""
_LONGEST_PART = 4
"""Words that name to whom a part of a list is."""
_AND, _TO = "و", "ل"
_TO_NOBODY = frozenset(("promise", "denial"))
"""What is said to everybody, where the list does not tell to whom."""


class Introductions:
    """The introductions of an article's lists; passages are told to it in order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Nothing is read yet."""
        self._passages = passages
        self._items: dict[int | None, list[str]] = collections.defaultdict(list)
        for one in passages:
            if one.kind == "bullet":
                self._items[one.lead_in].append(one.text)
        self.places = frozenset(self._items)
        self._read: dict[int, tuple[Scene, Sequence[Made]]] = {}
        self._unread: dict[int, Callable[[], Scene]] = {}
        self._leads: dict[int | None, Lead | None] = {}

    def keep(self, number: int, scene: Scene, made: Sequence[Made]) -> None:
        """Keep a passage that was read, with its acts."""
        self._read[number] = scene, made

    def put_off(self, number: int, scene: Callable[[], Scene]) -> None:
        """Keep how a passage without acts is read, if a list should ask for it."""
        if self.places:
            self._unread[number] = scene

    def lead(self, passage: Passage, salient: Parties) -> Lead | None:
        """What the words say that introduce this list item; salient: who acted last."""
        return self.lead_behind(passage.lead_in, salient) if passage.kind == "bullet" else None

    def lead_behind(self, place: int | None, salient: Parties) -> Lead | None:
        """What a passage makes of the list behind it."""
        if place not in self._leads:
            self._leads[place] = self._found(place, salient)
        return self._leads[place]

    def opening(self, scene: Scene, made: Sequence[Made]) -> Made | None:
        """The act of a passage that introduces demands, or of the title above a list."""
        kind = scene.passage.kind
        if kind == "bullet" or (kind == "title" and not self.places):
            return None
        return read_opening(scene, made)

    def is_fact(self, scene: Scene, lead: Lead | None) -> bool:
        """Whether a list item tells a fact, whatever its words: by its date or its introduction."""
        if scene.passage.kind != "bullet":
            return False
        place = scene.passage.lead_in or 0
        if is_dated(scene, lead) or self._tells_facts(place):
            return True
        before = self._scene(place)
        return before is not None and _points(before[0]) and self._tells_facts(0)

    def _tells_facts(self, place: int) -> bool:
        before = self._scene(place)
        return before is not None and tells_facts(before[0])

    def _scene(self, number: int) -> tuple[Scene, Sequence[Made]] | None:
        if number in self._unread:
            self._read[number] = self._unread.pop(number)(), ()
        return self._read.get(number)

    def _title(self) -> tuple[Scene, Sequence[Made]] | None:
        """The title, which every list asks for again; none if it is longer than titles are."""
        return self._scene(0) if len(self._passages[0].text) <= _LONGEST_TITLE else None

    def _found(self, place: int | None, salient: Parties) -> Lead | None:
        number = place or 0
        above = self._passages[number]
        if above.kind == "bullet" and above.lead_in != place:
            return self.lead(above, salient)
        known = self._scene(number)
        if known is None or tells_facts(known[0]):
            return None
        if self._is_part(number):
            return self._divided(number, salient)
        failed = follows_failure(known[0])
        lead = None if failed else read_lead(*known)
        if lead is None and place is not None and not failed and _points(known[0]):
            lead = self._borrowed(place)
        if lead is None and place is not None and not failed:
            lead = self._confirmed(place)
        if lead is None:
            items = self._items[place]
            lead = stated(*known, self._before(number), items, salient, self._hero(number))
        loose = lead is not None and (lead.type == "appeal" or lead.reply or lead.formed)
        if lead is None or (loose and self._tells_facts(0)):
            return None
        bare = not known[1] and (lead.reply or _points(known[0]))
        if bare and (denied := self._denied(number)) is not None:
            lead = lead._replace(type="denial", issuers=denied, addressees=(), stated=False)
        if lead.type == "appeal" and self._is_demanded(number, lead.issuers):
            lead = lead._replace(type="demand")
        if lead.type == "promise" and is_unmet(known[0]):
            lead = lead._replace(type="threat")
        if not lead.issuers or not lead.addressees:
            lead = self._completed(number, lead)
        for party in (self._hero(number), salient):
            if not lead.issuers and lead.elided and not set(party) <= set(lead.addressees):
                lead = lead._replace(issuers=party)
        title = self._title() if lead.type == "accusation" else None
        if title is not None and not lead.issuers and not lead.addressees:  # Egypt: charges of
            scene = title[0]
            places = (group.principals for group in scene.groups if is_place(scene, group))
            lead = lead._replace(issuers=next(places, ()))
        placed = title is not None and lead.issuers
        if not lead.addressees and lead.type not in _TO_NOBODY and not placed:
            lead = lead._replace(addressees=self._other_side(number, lead))
        if not lead.issuers and lead.type == "accusation":
            issuers, addressees = accused(lead.addressees, self._before(number))
            lead = lead._replace(issuers=issuers, addressees=addressees)
        return lead

    def _is_part(self, place: int) -> bool:
        """Whether a passage only names to whom a part of a list is: "of Russia:"."""
        here = self._scene(place)
        words = WORD.findall(here[0].folded)[: _LONGEST_PART + 1] if here is not None else []
        if here is None or place == 0 or len(words) > _LONGEST_PART or here[0].hits:
            return False
        groups, tables, text = here[0].groups, here[0].grammar, here[0].folded
        if tables.search("listing", text, 0, len(text)) is not None:
            return False  # in detail:
        to = (words[0], text[: groups[0].start] if groups else "")
        return any(one.removeprefix(_AND) in (*tables.words("to"), _TO) for one in to)

    def _divided(self, place: int, salient: Parties) -> Lead | None:
        """What a part of a list is of: what the list above is, of those whom the part names."""
        near = self._passages[place - 1]
        above = near.lead_in if near.kind == "bullet" else place - 1
        if near.kind != "bullet" and self._is_part(place - 1):
            return None  # a part without items; however many there are, none is gone back through
        if above not in self._leads:
            self._leads[above] = self._found(above, salient)
        lead, here = self._leads[above], self._scene(place)
        named = [party for group in here[0].groups for party in group.principals] if here else []
        return lead and lead._replace(addressees=tuple(dict.fromkeys(named)))

    def _denied(self, place: int) -> Parties | None:
        """Who only denies in the title or in the passage before: so does what is listed."""
        before = self._before(place)
        items = [fold_name(item) for item in self._items[place]]
        for scene, made in (*before[-1:], *before[:1]):
            if any(opens_with_deed(scene.grammar, item) for item in items):
                return None
            if made and all(act.type == "denial" for _, act in made):
                return made[-1][1].issuers
        return None

    def _is_demanded(self, place: int, issuers: Parties) -> bool:
        """Whether the title or the passages before say that they demand something."""
        acts = [act for _, made in self._before(place) for _, act in made]
        return any(act.type == "demand" and act.issuers == issuers for act in acts)

    def _other_side(self, place: int, lead: Lead) -> Parties:
        """Whom a list is to where nothing tells: whom its heading names, or most of what is above.

        Named twice, in Arabic once in the title; none where two others are named as often.
        """
        near = range(max(0, place - _MOST_ABOVE), place + 1)
        known = [*([self._title()] if near[0] else []), *map(self._scene, near)]
        above = [one[0] for one in known if one is not None]
        if above[-1].passage.kind == "heading" and (rest := named_in(above[-1:], lead.issuers)):
            return tuple(rest)
        if lead.issuers and not lead.elided:
            return ()
        named = named_in(above, lead.issuers)
        most = named.most_common(_TWO)
        if not most or (len(most) == _TWO and most[0][1] == most[1][1]):
            return ()
        title = above[0]
        told = any(most[0][0] in group.principals for group in title.groups)
        told = told and title.grammar.verb_first
        return (most[0][0],) if told or most[0][1] >= _TWO else ()

    def _hero(self, place: int) -> Parties:
        """Whom the title begins with, as the subject of the story.

        Of two that it names together, the one that a passage up to the list opens with.
        """
        title = self._title()
        if title is None:
            return ()
        scene, made = title
        others = scene.grammar.search("bodies", scene.folded, 0, len(scene.folded))
        hero = opens_with(scene) if others is None else ()
        if any(set(hero) & set(act.addressees) for _, act in made):
            return ()
        if len(hero) < _TWO:
            return hero
        near = (self._scene(n) for n in range(place, max(0, place - 1 - _FARTHEST), -1))
        opened = (opens_with(one[0]) for one in near if one is not None)
        return next((one for one in opened if set() < set(one) < set(hero)), hero)

    def _before(self, place: int) -> list[tuple[Scene, Sequence[Made]]]:
        """The passages before an introduction, the nearest first, at last the title."""
        numbers = range(place - 1, max(0, place - 1 - _FARTHEST), -1)
        kinds = ("title", "heading", "paragraph")
        near = [self._scene(n) for n in numbers if self._passages[n].kind in kinds]
        near += [self._title()] if place and self._passages[0].kind in kinds else []
        return [one for one in near if one is not None]

    def _confirmed(self, place: int) -> Lead | None:
        """The demands that a sentence tells of without a colon, where the title names them too."""
        title, here = self._title(), self._scene(place)
        if title is None or here is None or place == 0 or title[0].passage.kind != "title":
            return None
        leads = [read_lead(*one, near=True) for one in (title, here)]
        demands = [one for one in leads if one is not None and one.type == "demand"]
        both = len(demands) == _TWO and not any(one.reply for one in demands)
        return demands[-1] if both else None

    def _borrowed(self, place: int) -> Lead | None:
        """The demands that the words before or the title name, where only "these are:" follows."""
        for scene, made in self._before(place):
            lead = read_lead(scene, made, near=True)
            if lead is not None and (not lead.reply or scene.passage.kind != "paragraph"):
                here = self._scene(place)
                opened = opens_with(here[0]) if here is not None else ()
                spoke = self._hero(place) if scene.passage.kind == "title" else ()
                issuers = (opened if lead.reply else ()) or lead.issuers or spoke or opened
                others = tuple(party for party in lead.addressees if party not in issuers)
                return lead._replace(issuers=issuers, addressees=others)
        return None

    def _completed(self, place: int, lead: Lead) -> Lead:
        """The parties that an introduction leaves out, by what was told before."""
        before = self._before(place)
        told = [read_lead(*one, near=True) for one in reversed(before)]
        leads = [one for one in told if one is not None]
        addressed = {party for one in leads for party in one.addressees}
        named = [one for one in leads if one.issuers and addressed.isdisjoint(one.issuers)]
        here = self._scene(place)
        taken = taken_up(here[0], (scene for scene, _ in before)) if here is not None else ()
        acted = [act.issuers for _, act in here[1] if act.issuers] if here is not None else []
        issuers = lead.issuers or taken or (acted[-1] if acted and lead.elided else ())
        addressees = tuple(party for party in lead.addressees if party not in issuers)
        if not issuers and lead.elided:
            issuers = self._hero(place) if lead.reply else ()
            issuers = issuers or next((one.issuers for one in named), ())
            if not issuers and lead.paper:
                issuers = first_told(before)
            if set(issuers) <= set(addressees):
                issuers = ()
        if not issuers:
            return lead
        if not addressees and lead.type not in _TO_NOBODY:
            same = [one.addressees for one in named if one.issuers == issuers and one.addressees]
            same += [
                act.addressees
                for _, made in before
                for _, act in reversed(made)
                if act.issuers == issuers and act.addressees
            ]
            if lead.elided and lead.type != "promise":
                same += [other for scene, _ in before if (other := other_party(scene, issuers))]
            addressees = same[0] if same else ()
        addressees = tuple(party for party in addressees if party not in issuers)
        return lead._replace(issuers=issuers, addressees=addressees)


def _points(scene: Scene) -> bool:
    """Whether words say no more than that a list follows: "the document says as follows:"."""
    text = scene.folded.rstrip(" *_")
    region = last_region(scene)
    short = len(text) - region.start <= _LONGEST_POINTER
    pointer = scene.grammar.search("listing", text, region.start, len(text))
    return short and opens_list(scene) and pointer is not None and closing_verb(scene) is None
