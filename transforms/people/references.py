"""Nouns that refer back to actors named before: "the two sides", "the alliance", "our country".

data/roles.tsv has them by kind. The rule stands in `tagger` behind "references-1:":

======== =========================================================================================
both     "both sides": the two that stand joined just before, or that the story is about
several  "the three countries", "the allies": as many as were last named in one list
party    "the agency", "the rebels": the organisation or group named last that may be called so
own      "our government" in somebody's mouth: the state of the official who speaks
country  "the country" in a story about a single state
named    what names two by itself: "the two Koreas"
======== =========================================================================================
"""

from __future__ import annotations

import collections
import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.people.roles import AND
from transforms.records import Mention, Passage

TAGGER = "references-1"
"""Names this way of tagging, and its version, in `mentions.tagger`."""
FEWEST = 3
"""Mentions that each of two states must have, should title and lead not name just these."""
_OUTWEIGHS = 2
"""How many times as often as any third state both are named."""
_RECENT = 4
"""Passages in which a list, an organisation or a speaker is looked for."""
_FAR = 40
"""The same where a noun may mean few organisations: "the fund"."""
_LONGEST = 2_000
"""Code points of a passage in which another body is looked for."""
_MOST = 64
"""Mentions of one passage that are looked at, so that time stays linear."""
_LEADS = 3
_STORY = frozenset({"title", "paragraph"})
_AND = "|".join(sorted({*AND, "sowie", "as well as", "ainsi que", "ile", "كما", "和", "与", "及"}))
_LINK = re.compile(
    rf"\s*[,،、]?\s*(?:(?:{_AND})\s*)?(?:(?:the|la|le|les|el|los|il|lo|gli|i|o|a|os|as|der|die|das"
    r"|den)\s+|l['’]|ال)?",
    re.IGNORECASE,
)
_LONGEST_LINK = 16
_GENITIVE = re.compile(
    r"\s(?:of|de|des|du|del|della|dei|di|da|do|dos|das|von|für|for|для)\s|\s[d]['’]", re.IGNORECASE
)
_ADJECTIVE = {
    "ar": re.compile(
        r" ال(?!تي|ذي|لذ|لت|تزا?م|تق[ىتي]|تحق|أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|يوم|ماض)"
    )
}
"""What makes another noun of the one before it: an adjective, no relative pronoun, no weekday."""
_CASED = frozenset({"en", "fr", "es", "it", "pt"})


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    """A noun that may refer back: its kind, what it may be called for, and its bounds."""

    kind: str
    about: str
    start: int
    end: int


class Story:
    """What an article names, as its passages are read on; given: all mentions of each passage."""

    def __init__(self, passages: Sequence[Passage], given: Sequence[Sequence[Mention]]) -> None:
        self._passages = passages
        self._given = given
        self._pairs: dict[bool, tuple[str, ...]] = {}
        self._types = {
            each.actor_id: each.type
            for of in given
            for each in of
            if each.actor_id == each.principal
        }

    def type_of(self, principal: str) -> str:
        """The type of an actor that the article names."""
        return self._types.get(principal, principal.partition(":")[0].replace("group", "party"))

    def mean(self, index: int, reference: Reference) -> Sequence[str]:
        """The principals that a noun of passage `index` refers to, in order; empty if in doubt."""
        kind, start = reference.kind, reference.start
        if kind == "named":
            return reference.about.split()
        if kind != "country" and not _stands_for_itself(self._passages[index], reference):
            return ()
        if kind == "both":
            return self._both(index, start, reference.about == "states")
        if kind == "several":
            return self._several(index, start, int(reference.about or 0))
        if kind == "own":
            return self._speaker(index, start)
        if kind == "country":
            return self._country(index, start)
        party = self._party(index, reference)
        return () if party is None else (party,)

    def _party(self, index: int, reference: Reference) -> str | None:
        """The actor that a noun such as "the agency" means: the last one that it may mean."""
        names, _, where = reference.about.partition("?")
        members = tuple(names.split())
        if where:
            return self._there(index, members[0], where)
        ahead = (index + 1, index + 2) if self._passages[index].kind == "title" else ()
        recent = _RECENT if any(each.endswith(":") for each in members) else _FAR
        for number in (*range(index, max(-1, index - recent - 1), -1), *ahead):
            found = {
                mention.principal
                for mention in (self._given[number] if number < len(self._given) else ())[:_MOST]
                if (number != index or mention.end <= reference.start)
                and _is_of(mention.principal, members)
            }
            if found:
                return self._nearer(index, number, reference, found)
        return None

    def _nearer(self, index: int, first: int, reference: Reference, found: set[str]) -> str | None:
        """The Arabic body of a noun's kind that is named nearer than `found`, else the only one."""
        passage = self._passages[index]
        noun = passage.text[reference.start : reference.end].removeprefix("لل").removeprefix("ال")
        body = re.compile(rf"(?<!\w)(?:ال)?{re.escape(noun)} ال\w{{3}}")
        for number in range(index, first - 1, -1) if passage.language[:2] == "ar" else ():
            text = self._passages[number].text
            end = reference.start if number == index else _LONGEST
            bodies = [one.start() for one in body.finditer(text, max(0, end - _LONGEST), end)]
            if bodies:
                named = (one for one in self._given[number] if one.start <= bodies[-1] < one.end)
                return next((one.principal for one in named), None)
        return found.pop() if len(found) == 1 else None

    def _there(self, index: int, group: str, state: str) -> str | None:
        """The group that a noun means in stories of one state only."""
        named = _states(self._given[index]) or self._about()
        if named[:1] != [state]:
            return None
        return group

    def _about(self) -> list[str]:
        """The states that the title and the lead name, in order."""
        found: dict[str, None] = {}
        for passage, given in list(zip(self._passages, self._given, strict=True))[:_LEADS]:
            if passage.kind in _STORY:
                found.update(dict.fromkeys(_states(given)))
        return list(found)

    def _both(self, index: int, start: int, states: bool) -> Sequence[str]:
        here = [each for each in self._lists(index, start, states) if len(each) == 2]
        if here and states:
            return here[-1]  # "the sides" are rather the story's
        if states not in self._pairs:
            self._pairs[states] = self._pair(states)
        if self._pairs[states]:
            return self._pairs[states]
        if here:
            return here[-1]
        for number in range(index - 1, max(-1, index - _RECENT), -1) if not states else ():
            before = [each for each in self._lists(number, None, states) if len(each) == 2]
            if before:
                return before[-1]
        named = dict.fromkeys(
            each.principal
            for each in self._given[index][:_MOST]
            if each.end <= start and _is_side(each, states)
        )
        return tuple(named) if len(named) == 2 else ()

    def _pair(self, states: bool) -> tuple[str, ...]:
        """The two that the story is about: alone in title and lead, or named most often."""
        opening: dict[str, None] = {}
        for passage, given in list(zip(self._passages, self._given, strict=True))[:2]:
            if passage.kind in _STORY:
                opening.update(
                    dict.fromkeys(each.principal for each in given if _is_side(each, states))
                )
        if len(opening) == 2 and self._passages[0].kind == "title":
            return tuple(opening)
        titled = [each.principal for each in self._given[0] if _is_side(each, states)]
        if len(set(titled)) == 2 and self._passages[0].kind == "title":
            return tuple(dict.fromkeys(titled))
        counts = collections.Counter(
            each.principal for of in self._given for each in of if _is_side(each, states)
        )
        if len(counts) < 2:
            return ()
        (_, _), (_, second), *rest = counts.most_common(3)
        third = rest[0][1] if rest else 0
        if second < FEWEST or third * _OUTWEIGHS > second:
            return ()
        order = list(counts)  # of first mention
        return tuple(sorted((side for side, _ in counts.most_common(2)), key=order.index))

    def _several(self, index: int, start: int, count: int) -> Sequence[str]:
        for number in range(index, -1, -1):
            for each in reversed(self._lists(number, start if number == index else None, True)):
                if len(each) == count or (not count and len(each) > 2):
                    return each
        return ()

    def _lists(self, index: int, end: int | None, states: bool) -> list[tuple[str, ...]]:
        """The sides that a passage names in a row, parted by commas and "and", up to a place."""
        text, found = self._passages[index].text, []
        row: dict[str, None] = {}
        last: Mention | None = None
        for each in self._given[index][:_MOST]:
            if (end is not None and each.end > end) or not _is_side(each, states):
                continue
            if last is None or not _is_link(text[last.end : each.start]):
                found.append(tuple(row))
                row = {}
            row[each.principal] = None
            last = each
        return [each for each in (*found, tuple(row)) if len(each) > 1]

    def _speaker(self, index: int, start: int) -> Sequence[str]:
        """The state of the official who is named last before a place, or next in the passage."""
        here = [each for each in self._given[index] if _is_official(each)]
        before = [each for each in here if each.end <= start]
        for each in (*reversed(before), *here):
            return (each.principal,)
        for number in range(index - 1, max(-1, index - 3), -1):
            for each in reversed(self._given[number]):
                if each.type == "person":
                    return (each.principal,)
        return ()

    def _country(self, index: int, start: int) -> Sequence[str]:
        about = self._about()
        named = _states(each for each in self._given[index] if each.end <= start)
        return about if len(about) == 1 and set(named) <= set(about) else ()


def with_references(
    passages: Sequence[Passage],
    given: list[tuple[Mention, ...]],
    references: Sequence[Sequence[Reference]],
) -> list[tuple[Mention, ...]]:
    """All mentions of each passage, in order, with those of nouns that refer back.

    given, references: of each passage, in reading order; offsets are into its text. A noun that
    means two actors gives a mention for each. What overlaps a given mention is left out.
    """
    if not any(references):
        return given
    story = Story(passages, given)
    for index, (passage, nouns) in enumerate(zip(passages, references, strict=True)):
        found = [
            mention
            for noun in nouns[:_MOST]
            if not any(noun.start < each.end and each.start < noun.end for each in given[index])
            for mention in _mentions(passage, noun, story, index)
        ]
        if found:
            given[index] = tuple(sorted((*given[index], *found), key=_start))
    return given


def _mentions(passage: Passage, noun: Reference, story: Story, index: int) -> Iterator[Mention]:
    for principal in story.mean(index, noun):
        yield Mention(
            actor_id=principal,
            principal=principal,
            type=story.type_of(principal),
            role=None,
            start=noun.start,
            end=noun.end,
            text=passage.text[noun.start : noun.end],
            tagger=f"{TAGGER}:{noun.kind}",
        )


def _stands_for_itself(passage: Passage, noun: Reference) -> bool:
    """Whether no word behind a noun makes it another: "the agency of", "الوكالة الفرنسية"."""
    language = passage.language.partition("-")[0]
    behind = passage.text[noun.end : noun.end + 12]
    adjective = _ADJECTIVE.get(language)
    if adjective is not None:
        return adjective.match(behind) is None
    if _GENITIVE.match(behind):
        return False
    return language not in _CASED or not behind[1:2].isupper() or behind[0] != " "


def _is_of(principal: str, members: Sequence[str]) -> bool:
    """Whether an actor is one of those that a noun may mean; coalitions of states are no rebels."""
    if principal in members:
        return True
    kind = principal.partition(":")[0]
    return f"{kind}:" in members and not principal.endswith("_coalition")


def _is_link(between: str) -> bool:
    if len(between) > _LONGEST_LINK or not between.strip():
        return False
    return _LINK.fullmatch(between) is not None


def _is_side(mention: Mention, states: bool) -> bool:
    return mention.principal.startswith("state:" if states else ("state:", "group:"))


def _is_official(mention: Mention) -> bool:
    return mention.type == "person" or mention.role not in (None, "side")


def _states(given: Iterable[Mention]) -> list[str]:
    return list(
        dict.fromkeys(each.principal for each in given if each.principal.startswith("state:"))
    )


def _start(mention: Mention) -> int:
    return mention.start
