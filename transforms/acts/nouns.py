"""The party beside a noun: Russia's demand, the American demand, criticism from the EU."""

from __future__ import annotations

from transforms.acts.arguments import blocked, marker_before
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene

_OWNER_FIRST = frozenset(("en", "de", "tr", "ru", "uk", "zh"))
"""Languages in which the party may stand before its noun."""


_ITS = ("ه", "ها", "هم", "هما")
"""What Arabic glues to the noun of a party that has been named: its demand."""


def _is_light(tables: Grammar, text: str, region: Region, group: Group, hit: Hit) -> bool:
    """Whether a verb without a sense of its own comes first: Arabic "directed X an appeal"."""
    if len(WORD.findall(text[group.end : hit.start])) > 1:
        return False
    start = max(region.start, group.free if group.free < group.start else region.start)
    return tables.search("light", text, start, group.start) is not None


def _clause_start(tables: Grammar, text: str, region: Region, hit: Hit) -> int:
    """Where the clause of a noun begins: behind the last "that" before it."""
    start = region.start
    found = tables.search("that", text, start, hit.start)
    while found is not None:
        start = found.end()
        found = tables.search("that", text, start, hit.start)
    return start


def owner(scene: Scene, region: Region, hit: Hit) -> Group | None:
    """The party whose act a noun is; None where none is named beside it."""
    tables, text = scene.grammar, region.text
    if tables.language == "ar":
        left = [group for group in region.groups if group.end <= hit.start]
        word = scene.passage.text[hit.start : hit.end]
        if left and (word.endswith(_ITS) or _is_light(tables, text, region, left[-1], hit)):
            free = [group for group in left if not blocked(tables, text, group)]
            if not free:
                return None
            opened = _clause_start(tables, text, region, hit)
            return next((group for group in free if group.start >= opened), free[-1])
    for group in region.groups:
        if group.end <= hit.start:
            gap = text[group.end : hit.start]
            near = len(WORD.findall(gap)) <= 1 and not any(sign in gap for sign in ",،:;")
            if near and tables.language in _OWNER_FIRST:
                return group
            continue
        gap_words = WORD.findall(text[hit.end : group.start])
        mark = marker_before(tables, text, group, tables.words("blocks") | {"ل+", "ب+"})
        if not gap_words and (mark is None or tables.verb_first):
            return group
        if 0 < len(gap_words) <= 2 and gap_words[0] in tables.words("of"):
            return group
        return None
    return None
