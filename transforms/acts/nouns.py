"""The party beside a noun: Russia's demand, the American demand, criticism from the EU."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Scene
from transforms.acts.turkish import ABLATIVE, GENITIVE

_OWNER_FIRST = frozenset(("en", "de", "tr", "ru", "uk", "zh"))
"""Languages in which the party may stand before its noun."""
_GENITIVE = frozenset(("ru", "uk"))
"""Languages in which a party right behind a noun is its owner, whatever stands before both."""
_MOST_ADJECTIVES = 2
_MOST_TITLES = 4
_TITLES = ("institution", "office", "seat")
"""Kinds of words that stand before a name as its title."""
_URDU_GENITIVE = frozenset(map(fold_name, ("-کا", "-کی", "-کے")))
_OF = "ب"
_LEAST = 3
"""Letters of "of" and of what it is glued to."""
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


def _owns(tables: Grammar, text: str, group: Group, hit: Hit) -> bool:
    """Whether a party stands before its noun: Moscow's latest demand, the Russian demand."""
    gap = text[group.end : hit.start]
    words = WORD.findall(gap)
    if any(sign in gap for sign in ",،:;") or tables.search("bodies", gap, 0, len(gap)):
        return False
    if tables.language in _GENITIVE and not group.adjective:
        return False  # sent Moscow a list
    if tables.language == "en" and words[:1] == ["s"]:
        return len(words) <= _MOST_ADJECTIVES + 1
    if tables.language == "en" and words and not group.adjective:
        return False
    return len(words) <= 1


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
    if tables.language == "ur":
        return _urdu_owner(tables, text, region, hit)
    if tables.language == "tr":
        return _turkish_owner(tables, text, region, hit)
    last = (WORD.findall(text[hit.start : hit.end]) or [""])[-1]
    for group in region.groups:
        if group.end <= hit.start:
            if tables.language in _OWNER_FIRST and _owns(tables, text, group, hit):
                return group
            continue
        if tables.language == "en" and last in hit.cue.addressee:
            return None
        gap_words = WORD.findall(text[hit.end : group.start])
        if not gap_words and "," in text[hit.end : group.start]:
            return None  # despite the criticism, Sweden ...
        from_it = last in tables.words("of") and group.free < hit.end  # criticism from the EU
        bare = not gap_words and last not in tables.words("blocks")
        genitive = bare and tables.language in _GENITIVE
        beside = group._replace(free=hit.end) if from_it or genitive else group
        mark = marker_before(tables, text, beside, tables.governing)
        articles = tables.words("article")
        adjective = tables.language == "fa" and len(gap_words) == 1
        if (adjective or articles.issuperset(gap_words)) and (mark is None or tables.verb_first):
            return None if _is_accused(scene, hit, group) else group
        if tables.verb_first and mark is None and _are_titles(tables, gap_words):
            return group
        if 0 < len(gap_words) <= 2 and gap_words[0] in tables.words("of"):
            asked = tables.language == "en" and gap_words[0] in hit.cue.addressee
            warned_of = tables.verb_first and hit.cue.type == "threat" and len(gap_words) > 1
            if warned_of and " ".join(gap_words) not in tables.words("by"):
                return None  # a warning of Iranian attacks
            return None if asked else group
        return None
    return None


def _is_accused(scene: Scene, hit: Hit, group: Group) -> bool:
    """Whether the party beside an Arabic noun is whom it is about: "accusing" Moscow "of" it."""
    told = hit.cue.type == "accusation" and scene.passage.kind != "title"
    if not scene.grammar.verb_first or not told:
        return False
    rest = WORD.match(scene.folded, group.end + 1)
    return rest is not None and rest[0].startswith(_OF) and len(rest[0]) > _LEAST


def _are_titles(tables: Grammar, words: Sequence[str]) -> bool:
    """Whether words between an Arabic noun and a name are its owner's: the president's warning."""
    return len(words) <= _MOST_TITLES and tables.words(_TITLES).issuperset(words)


def _urdu_owner(tables: Grammar, text: str, region: Region, hit: Hit) -> Group | None:
    """The first party in the genitive, where the noun closes a headline: X's to Y a threat."""
    if WORD.search(text, hit.end, region.end):
        return None
    left = [group for group in region.groups if group.end <= hit.start]
    genitive = (group for group in left if behind(tables, text, group) in _URDU_GENITIVE)
    return next(genitive, None)


def _turkish_owner(tables: Grammar, text: str, region: Region, hit: Hit) -> Group | None:
    """The party in the genitive before a noun, else from whom it comes, else right before it."""
    start = region.text.rfind(",", region.start, hit.start) + 1 if "," in text[: hit.start] else 0
    left = [group for group in region.groups if group.end <= hit.start]
    cases = [(group, behind(tables, text, group)) for group in left]
    for group, case in cases:
        if case.endswith(GENITIVE) and group.start >= start:
            return group
    if not {f"-{end}" for end in ABLATIVE} & set(hit.cue.addressee):
        for group, case in cases:
            if case.endswith(ABLATIVE):
                return group
    gap = text[left[-1].end : hit.start] if left else ","
    if cases and not cases[-1][1] and "," not in gap and len(WORD.findall(gap)) <= 1:
        return left[-1]
    return None
