"""Whom somebody with a title serves where the title does not say it.

A title that only one state has means that state; one behind "In Dakar, ..." or below the heading
"What does Kyiv want?" the state named there; a bare minister the story's own (`home.py`).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from transforms.people.eastern_names import Span
from transforms.people.home import Home
from transforms.people.placed import announced, stated
from transforms.people.roles import Grammar, Title, fold_word
from transforms.records import Mention

_SHORT_NAMES = frozenset({"ru", "uk"})
"""Languages that write a ministry as one word, which is the home's."""
_COMPATRIOT = re.compile(r" (?:of|from|von|de|du|do|del) (?:the |der |la |l['’])?")


def meant(
    title: Title, span: Span, titles: Sequence[Title], home: Home, index: int, rules: Grammar
) -> Mention | None:
    """The principal of a title with a name at `span`, where it does not stand in the title itself.

    titles: all of the passage `index`, in order.
    """
    passage = home.passage(index)
    text = passage.text
    if title.kind == "rank":  # "General Tahir of the Sudanese army"
        link = _COMPATRIOT.match(text, span[1])
        behind = link.end() if link else -1
        return next((each for each in passage.mentions if each.start == behind), None)
    first = announced(passage)
    if first is not None:
        return first
    role, noun = title.role, text[title.start : title.end]
    if noun.lower().endswith("secretary"):
        return None  # secretaries of defence, of state are American wherever they are named
    if role in ("spokesperson", "official"):
        if {"tr": " ", "zh": "部"}.get(rules.language, "\n") in noun:  # "Dışişleri Sözcüsü"
            role = "own ministry spokesperson"
        for body in titles[bisect.bisect_left(titles, title.start, key=_first) :]:
            if body.start >= title.last:
                break
            if body.role.endswith("ministry"):
                role = f"{body.role} spokesperson"
    only = rules.homes.get(fold_word(noun))
    if only is not None and home.is_about(only, index):
        return stated(only, title.start)
    if role == "commissioner":
        union = home.commission()
        return None if union is None else stated(union, title.start)
    state = home.of(index, title.first, role, text[slice(*span)], rules.language)
    return None if state is None else stated(state, title.start)


def principal_of(title: Title, home: Home, index: int) -> Mention | None:
    """The principal of a title; of a senator or candidate the party that an adjective names."""
    party, _, state = title.party.partition("?")
    if party and not title.of_party and home.is_about(state, index):
        title.principal = stated(party, title.start)
    elif title.role in ("candidate", "member") and not title.of_party:
        title.principal = None  # a candidate of no state
    return title.principal


def own_ministry(title: Title, text: str, home: Home, index: int, rules: Grammar) -> str | None:
    """The state whose ministry a single word means: "Минобороны сообщило"."""
    if rules.language not in _SHORT_NAMES or not title.role.endswith(" ministry"):
        return None
    if " " in text[title.start : title.end]:
        return None
    return home.of(index, title.first, f"{title.role} spokesperson", "", rules.language)


def _first(title: Title) -> int:
    return title.start
