"""What an article has told up to a list: its title and the passages before, as they were read.

Numbers are those of the article's passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transforms.acts.lists import Lead, read_lead
from transforms.acts.scene import Scene
from transforms.acts.senders import Made, Parties, opens_with
from transforms.acts.speakers import Told
from transforms.records import Passage

_FARTHEST = 3
"""Passages before the introduction of a list in which its parties are looked for."""
_LONGEST_TITLE = 1_000
"""Code points; so many a title has at most that lists are read with."""
_OF_WORDS = ("title", "heading", "paragraph")
Read = tuple[Scene, Sequence[Made]]
"""A passage that was read, with its acts."""


class ToldBefore:
    """The passages of an article that were read, and those to be read if a list asks for them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Nothing is read yet."""
        self._passages = passages
        self._read: dict[int, Read] = {}
        self._unread: dict[int, Callable[[], Scene]] = {}
        self._near: dict[int, Told] = {}

    def keep(self, number: int, scene: Scene, made: Sequence[Made]) -> None:
        """Keep a passage that was read, with its acts."""
        self._read[number] = scene, made

    def put_off(self, number: int, scene: Callable[[], Scene]) -> None:
        """Keep how a passage without acts is read, if a list should ask for it."""
        self._unread[number] = scene

    def scene(self, number: int) -> Read | None:
        """A passage as it was read, if it was."""
        if number in self._unread:
            self._read[number] = self._unread.pop(number)(), ()
        return self._read.get(number)

    def title(self) -> Read | None:
        """The title, which every list asks for again; none if it is longer than titles are."""
        return self.scene(0) if len(self._passages[0].text) <= _LONGEST_TITLE else None

    def hero(self, place: int) -> Parties:
        """Whom the title begins with; of two, the one that a passage up to the list opens with."""
        title = self.title()
        if title is None:
            return ()
        scene, made = title
        others = scene.grammar.search("bodies", scene.folded, 0, len(scene.folded))
        hero = opens_with(scene) if others is None else ()
        told = [act for _, act in made if not (scene.grammar.romance and act.type == "refusal")]
        if any(set(hero) & set(act.addressees) for act in told):  # who rejects its list is not he
            return ()
        opened = (opens_with(one) for one, _ in self.before(place + 1)[:-1])
        return next((one for one in opened if set() < set(one) < set(hero)), hero)

    def nearest(self, place: int) -> Sequence[Read | None]:
        """The passages right before an introduction, the nearest first; None for list items."""
        numbers = range(place - 1, max(0, place - 1 - _FARTHEST), -1)
        return [self.scene(n) if self._passages[n].kind in _OF_WORDS else None for n in numbers]

    def before(self, place: int) -> Told:
        """The passages before an introduction, the nearest first, at last the title."""
        if place not in self._near:
            near = [*self.nearest(place), self.title()]
            self._near[place] = [one for one in near if one is not None]
        return self._near[place]

    def demands(self, place: int) -> Sequence[Lead]:
        """The demands that the passages before an introduction name, the nearest last."""
        told = (read_lead(*one, near=True) for one in reversed(self.before(place)))
        return [one for one in told if one is not None]
