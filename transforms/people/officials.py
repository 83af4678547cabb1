"""The officials whom an article introduces, and whom a name or a title means later on.

`Official` is somebody with a title whose principal is known; `Register` holds those of an article
and answers whom a surname or a bare title means.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
from collections.abc import Iterable, Mapping, Sequence

from transforms.people.roles import Title
from transforms.records import Mention

MOST_PEOPLE = 200
"""People whose names are looked for again; no story has more, and an attack stays linear."""
NOT_PLAIN = frozenset({"prime minister", "deputy minister", "deputy prime minister"})


@dataclasses.dataclass(frozen=True, slots=True)
class Official:
    """Somebody whom the article introduces; name is empty where it gives the office alone.

    passage and start tell where; parts are the units of the name, of which the last is the surname.
    """

    name: str
    parts: tuple[str, ...]
    role: str
    actor_id: str
    principal: str
    passage: int
    start: int


def introduce(
    title: Title, actor: Mention, passage: int, name: str = "", parts: tuple[str, ...] = ()
) -> Official:
    """An official as a title and the mention for whom it acts make him."""
    actor_id = actor.actor_id if actor.type == "person" else actor.principal
    return Official(name, parts, title.role, actor_id, actor.principal, passage, title.start)


class Register:
    """The officials of one article, in the order in which it introduces them."""

    def __init__(self, officials: Iterable[Official]) -> None:
        self._officials = list(officials)
        self._next = 0
        self._principals: dict[str, set[str]] = collections.defaultdict(set)

    def by_surname(self) -> Mapping[str, Sequence[Official]]:
        """The people by surname, each name once; without names that two principals claim."""
        principals: dict[str, set[str]] = collections.defaultdict(set)
        first: dict[str, Official] = {}
        for official in self._officials:
            if official.parts:
                principals[official.name].add(official.principal)
                if official.name not in first and len(first) < MOST_PEOPLE:
                    first[official.name] = official
        found: dict[str, list[Official]] = collections.defaultdict(list)
        for name, official in first.items():
            if len(principals[name]) == 1:
                found[official.parts[-1]].append(official)
        return found

    def holder(self, role: str, passage: int, start: int) -> str | None:
        """The principal of the one official whom a title at that place means.

        Places must be asked for in reading order. None where no official was introduced with such
        a title before, or several of different principals were.
        """
        while self._next < len(self._officials):
            official = self._officials[self._next]
            if (official.passage, official.start) >= (passage, start):
                break
            self._principals[official.role].add(official.principal)
            self._next += 1
        known: set[str] = set()
        for introduced, principals in self._principals.items():
            if refers(role, introduced):
                known |= principals
        return known.pop() if len(known) == 1 else None


@functools.cache
def refers(role: str, introduced: str) -> bool:
    """Whether a title may be short for another.

    >>> refers("minister", "foreign minister"), refers("minister", "prime minister")
    (True, False)
    """
    if role == introduced:
        return True
    if role not in ("minister", "ministry") or introduced in NOT_PLAIN:
        return False
    return introduced.endswith(f" {role}") or introduced.startswith(f"{role} ")
