"""The state from whose side a story is told, whose ministers it names without saying so.

It is the one where the story was filed, where its language is the first one, or that opens title
and lead; where these disagree it is none. `Home` also remembers the officials in reading order, as
a ministry that was named tells whose "the ministry" is, and a counterpart is the other side's.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Sequence

from transforms.people.officials import NOT_PLAIN
from transforms.people.placed import (
    MOST,
    NEAR,
    is_ministerial,
    is_of_town,
    opening_of,
    opening_state,
    states_before,
)
from transforms.records import Passage

_HOMES = {
    "fa": "state:IRN",
    "he": "state:ISR",
    "hi": "state:IND",
    "it": "state:ITA",
    "ja": "state:JPN",
    "ru": "state:RUS",
    "tr": "state:TUR",
    "uk": "state:UKR",
    "ur": "state:PAK",
    "zh": "state:CHN",
}
"""Where a language is the first one of one state; its media write "the minister" of that state."""
_BY_PLACE = frozenset(
    "governor,deputy governor,mayor,prefect,negotiator,spokesperson,deputy head,general,admiral,"
    "colonel,commander,prosecutor,prosecutor general,secretary,councillor,government".split(",")
)
"""Roles that "In Russia, ..." makes Russian, besides those of ministers."""
_BY_HOME = frozenset({"governor", "deputy governor", "negotiator"})
"""Those that in the media of one state are this state's where nothing else is said."""
_OF_STATE = frozenset(
    "army,attorney general,authorities,central bank governor,crown prince,foreign ministry,"
    "government,interior ministry,king,defence ministry,ministry,parliament,president,"
    "prime minister,prosecutor general,navy,air force".split(",")
)
"""Roles whose bare noun, in a story of a single state, is that state's."""
_ELSEWHERE = re.compile(
    r"(?:In|At|From|Em|No|Na|En|Desde|À|Au|Aux|A|Da|В|Во|Из|У|З|Із|Aus)\s"
    r"[^\W\d_a-zà-ÿа-яіїєґ][^\s,.]{2,20}(?:\s[^\s,.]{2,20})?,\s"
)
"""A place at the beginning that may be abroad: "In Dacar, minister X"."""
_BEGINNING = 6
_LONGEST_SECTION = 12
_UNION = frozenset({"igo:EC", "igo:EU"})
_OF_MINISTRY = "ministry spokesperson"
_SHORT_HEADING = 45
_TWICE = 2


class Home:
    """The state whose ministers an article names without saying whose they are."""

    def __init__(self, passages: Sequence[Passage], filed: str | None = None) -> None:
        self._passages = passages
        self._filed = filed
        self._sides: list[str] | None = None
        self._opening: str | None = None
        self._openings: set[str] = set()
        self._alone = True
        self._counts: collections.Counter[str] | None = None
        self._holders: dict[str, dict[str, str]] = collections.defaultdict(dict)
        self.last: str | None = None
        """The principal of the last official who was introduced up to here."""

    def passage(self, index: int) -> Passage:
        """One passage of the article."""
        return self._passages[index]

    def note(self, role: str, principal: str, name: str = "", person: bool = True) -> None:
        """Remember an official or a ministry whose principal is known, in reading order."""
        if person:
            self.last = principal
        if principal.startswith("state:") and "minist" in role:
            self._holders[role].setdefault(principal, name)

    def of(self, index: int, start: int, role: str, name: str, language: str) -> str | None:
        """The state that a title with a name can only mean; see `_guess`.

        Two ministers of transport are of two states, and one whose ministry stands before is its.
        """
        ministry = self._holders.get(role.removesuffix("minister") + "ministry", {})
        holders = self._holders.get(role, {})
        others = {state for state, holder in holders.items() if holder and holder != name}
        if len(ministry) == 1 and role.endswith(" minister") and not others:
            return next(iter(ministry))
        if role.endswith(_OF_MINISTRY):
            whose = role.removesuffix(" spokesperson")
            known = {
                state
                for held, states in self._holders.items()
                if held == whose or (whose == "ministry" and held.endswith(whose))
                for state in states
            }
            if len(known) == 1:
                return known.pop()
        state = self._guess(index, start, role, language)
        if state in others and role.endswith(" minister") and role not in NOT_PLAIN:
            sides = self._sides or []
            rest = [each for each in sides if each not in others]
            return rest[0] if len(rest) == 1 and len(sides) == 2 else None
        return state

    def _guess(self, index: int, start: int, role: str, language: str) -> str | None:
        """The one state that a title at that place can only mean, None where a reader could doubt.

        It is the one with which the passage or its heading begins ("In Dakar, minister X"), the
        other one of two for a counterpart, else the story's own.
        """
        passage = self._passages[index]
        if role == "counterpart":
            return self._other()
        ministerial = is_ministerial(role, language)
        if not ministerial and role not in _BY_PLACE:
            return None
        home = self.sole(index, language) or self._own(language)
        firm = home is not None and home == _HOMES.get(language)
        local = opening_state(passage, start, language) or self._headed(
            index, home if firm else None
        )
        if local is not None:
            return local
        if home is None or not (ministerial or (firm and role in _BY_HOME)):
            return None
        if _ELSEWHERE.match(passage.text, 0, start) or is_of_town(passage.text, start, language):
            return None
        named = {each.principal for each in states_before(passage, start)}
        if named and home not in named:
            return None
        if not firm and (
            self.last not in (None, home) or (home != self._filed and self._left(index, home))
        ):
            return None
        return home

    def sole(self, index: int, language: str) -> str | None:
        """The only state of title and lead, should the passage name no other.

        The article must name it twice and as often as all others together; and where a language is
        the first one of one state, only this one will do.
        """
        self._read()
        sides = self._sides or []
        if len(sides) != 1 or self._filed not in (None, sides[0]):
            return None
        if _HOMES.get(language, sides[0]) != sides[0]:
            return None
        count = self._named()[sides[0]]
        if count < _TWICE or count * 2 < self._named().total():
            return None
        here = states_before(self._passages[index], len(self._passages[index].text))
        return sides[0] if all(each.principal == sides[0] for each in here) else None

    def body(self, role: str, index: int, language: str) -> str | None:
        """The state whose bare "government", "minister" or "army" a passage means."""
        if role in _OF_STATE or is_ministerial(role, language):
            return self.sole(index, language)
        return None

    def is_about(self, principal: str, index: int) -> bool:
        """Whether title, lead or passage `index` name a state, or the story was filed there."""
        self._read()
        if principal == self._filed or principal in (self._sides or ()):
            return True
        return any(each.principal == principal for each in self._passages[index].mentions[:MOST])

    def commission(self) -> str | None:
        """The Union or its commission, where the beginning of the article names it."""
        for passage in self._passages[:_BEGINNING]:
            for mention in passage.mentions:
                if mention.principal in _UNION:
                    return mention.principal
        return None

    def _other(self) -> str | None:
        """The state that is not the last official's, where the story has two."""
        states = self._named()
        if len(states) != 2 or self.last not in states:
            return None
        return next(state for state in states if state != self.last)

    def _named(self) -> collections.Counter[str]:
        """How often the article names each state."""
        if self._counts is None:
            self._counts = collections.Counter(
                each.principal
                for passage in self._passages
                for each in passage.mentions
                if each.principal.startswith("state:")
            )
        return self._counts

    def _own(self, language: str) -> str | None:
        """The state from whose side the story is told, None where its signs disagree."""
        self._read()
        sides, filed = self._sides or [], self._filed
        opening = None if self._alone else self._opening
        first = _HOMES.get(language)
        if first is not None and first not in sides and first != filed:
            return filed if filed is not None and filed in self._openings else None
        if first is not None:
            if filed in (None, first) or filed not in sides or first == opening:
                return first
            return filed if filed == opening else None
        if filed is not None and (filed in self._openings or not sides):
            return filed if self._opening in (None, filed) else None
        return opening if filed is None or filed not in sides else None

    def _left(self, index: int, home: str) -> bool:
        """Whether a passage between the lead and this one opens with another state."""
        for passage in self._passages[max(2, index - MOST) : index]:
            if passage.kind in ("paragraph", "heading") and passage.mentions:
                first = passage.mentions[0]
                if first.start < NEAR and first.principal not in (home, ""):
                    return True
        return False

    def _headed(self, index: int, home: str | None) -> str | None:
        """The state that the heading above a passage names, and no passage between them leaves."""
        for number in range(index - 1, max(0, index - _LONGEST_SECTION), -1):
            passage = self._passages[number]
            states = {each.principal for each in passage.mentions}
            if passage.kind == "heading":
                if len(states) != 1 or len(passage.text) > _SHORT_HEADING:
                    return None
                state = passage.mentions[0].principal
                adjective = ":adjective" in passage.mentions[0].tagger
                if not state.startswith(("state:", "group:")) or (
                    adjective and home not in (None, state)
                ):
                    return None
                for between in self._passages[number + 1 : index]:
                    first = between.mentions[0] if between.mentions else None
                    if first and first.start < NEAR and first.principal != state:
                        return None
                return state
        return None

    def _read(self) -> None:
        """Read the title and the lead: the states they name, and the one that opens both.

        Without a title that names a state, the first paragraph is read as one.
        """
        if self._sides is not None:
            return
        sides: dict[str, None] = {}
        titled: set[str] | None = None
        leads = 0
        for passage in self._passages[:_BEGINNING]:
            if passage.kind not in ("title", "duplicate_title", "paragraph"):
                continue
            states = [each for each in passage.mentions if each.principal.startswith("state:")]
            is_lead = passage.kind == "paragraph"
            leads += is_lead
            opening = opening_of(passage, states)
            self._openings |= opening
            sides.update(dict.fromkeys(each.principal for each in states))
            if opening and not is_lead:
                titled = opening
            elif opening:
                (state,) = opening if len(opening) == 1 else (None,)
                agrees = titled is None or state in titled
                self._opening = state if agrees and self._opening in (None, state) else None
                self._alone = titled is None
            if leads > 1 or (leads and titled is not None and states):
                break
            if is_lead and opening:
                titled = opening
        self._sides = list(sides)
