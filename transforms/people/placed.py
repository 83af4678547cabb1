"""What the beginning of a passage tells about a title in it: "In Dakar, minister X said".

Only what stands before the title counts, and only where no other state does.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from transforms.records import Mention, Passage

_CASED = frozenset({"en", "de", "fr", "es", "it", "pt", "ru", "uk", "tr"})
MOST = 64
"""Mentions of one passage, or passages before one, that are looked at for one title."""
_AND = re.compile(r"\s?(?:و|and|und|et|e|y|и|и|і|й|та|ve|ו|و|اور|和|与|與|と|、)\s?")
NEAR = 20
"""Characters before the first word that counts, for a conjunction, a preposition, an article."""
_SHORT_SENTENCE = 60
_FARTHEST = 260
_NO_WORD = re.compile(r"[\d\"“”«»„‘’(:/]")
_SENTENCE_END = re.compile(r"[.!?؟。](?=\s|$|[\"“”«»])")
_ASIDE = re.compile(r"\s?[,،，]\s*(?:[^\s,،]{1,6}\s|[ld]['’])?")
_OPENING_QUOTES = "\"“„«”‘’'—–-"


@functools.cache
def is_ministerial(role: str, language: str) -> bool:
    """Whether a role is a government's, so that a story may leave out whose it is."""
    if role.endswith(("minister", "minister of state", "ministry spokesperson")):
        return True
    if role == "secretary of state":
        return language != "en"  # there it is American, wherever it is named
    return role == "secretary" and language in ("es", "pt", "ur")


def opening_state(passage: Passage, start: int, language: str) -> str | None:
    """The only state named before a title, where it opens the passage: "In Dakar, minister X".

    Also one short sentence may stand between: "The Netherlands disagree. Minister X said ...".
    """
    named = states_before(passage, start)
    if not named or named[0].start > NEAR or len({each.principal for each in named}) != 1:
        return None
    first, text = named[0], passage.text
    before, between = text[: first.start].strip(), text[first.end : start]
    if len(between) > _FARTHEST or _NO_WORD.search(before):
        return None
    if first.text.isupper() and language in _CASED:
        return None  # a dateline
    stop = _SENTENCE_END.search(between)
    if stop is None:
        aside = ":" in between or (before and _ASIDE.fullmatch(between))
        return first.principal if aside and ":adjective" not in first.tagger else None
    sentence = between[: stop.start()]
    if len(sentence) > _SHORT_SENTENCE or (
        language in _CASED and language != "de" and any(map(str.istitle, sentence.split()))
    ):
        return None  # it tells of somebody else too
    rest = between[stop.end() :].strip()
    near = len(rest) < NEAR or rest[0] in _OPENING_QUOTES
    return first.principal if near and len(named) == 1 else None


def states_before(passage: Passage, start: int) -> list[Mention]:
    """The first mentions of states that stand before a place; not all of a passage without end."""
    return [
        mention
        for mention in passage.mentions[:MOST]
        if mention.end <= start and mention.principal.startswith("state:")
    ]


def opening_of(passage: Passage, states: Sequence[Mention]) -> set[str]:
    """The first state that a passage names, or the first two: "Russia and Turkey agreed"."""
    joint = len(states) > 1 and _AND.fullmatch(passage.text, states[0].end, states[1].start)
    return {each.principal for each in states[: 2 if joint else 1]}


def is_of_town(text: str, start: int, language: str) -> bool:
    """Whether a German town stands before a title, "die Mainzer ...", which may be anywhere."""
    word = text[max(0, start - 24) : start].split()[-1:]
    return language == "de" and bool(word) and word[0][0].isupper() and word[0].endswith("er")


def announced(passage: Passage) -> Mention | None:
    """The actor with which a passage begins, before a colon: "Malaysia: Transport Minister ..."."""
    if not passage.mentions:
        return None
    first = passage.mentions[0]
    behind = passage.text[first.end : first.end + 3].lstrip(" \xa0\u200f\u200e")[:1]
    if first.start > 3 or behind not in (":", "："):
        return None
    return None if ":capital" in first.tagger else first  # a capital before a colon is a dateline


def stated(state: str, start: int) -> Mention:
    """A state that stands nowhere in a title but is meant by it."""
    return Mention(
        actor_id=state,
        principal=state,
        type="state",
        role=None,
        start=start,
        end=start,
        text="",
        tagger="",
    )
