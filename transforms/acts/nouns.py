"""The party beside a noun: Russia's demand, the American demand, criticism from the EU."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, has_marker
from transforms.acts.parties import Group
from transforms.acts.scene import MOST_HEAD, WORD, Region, Scene, words_before
from transforms.acts.subject_first import fronted
from transforms.acts.turkish import ABLATIVE, GENITIVE
from transforms.records import Passage

_OWNER_FIRST = frozenset(("en", "de", "ru", "uk", "zh"))
"""Languages in which the party may stand before its noun."""
_GENITIVE = frozenset(("ru", "uk"))
"""Languages in which a party right behind a noun is its owner, whatever stands before both."""
_TITLES = ("institution", "office", "seat")
"""Kinds of words that stand before a name as its title."""
_ENDS = {"tr": GENITIVE, "ur": tuple(map(fold_name, ("-کا", "-کی", "-کے")))}
"""What marks an owner before its noun."""
_BY_THE_WAY = frozenset(itertools.product(("in", "with"), ("a", "an")))
"""Before an English noun that tells what its sentence is: in a thinly veiled threat."""
_AND = "و"
_FARTHEST = 16
"""Code points from an Arabic noun to its owner, with a title before that."""
_TO = " ب"
"""Before the deed that an Arabic noun tells behind it."""
_ITS = ("ه", "ها", "هم", "هما")
"""What Arabic glues to the noun of a party that has been named: its demand."""


def is_near_party(passage: Passage, hit: Hit) -> bool:
    """Whether a party is named so near an Arabic noun that it may be its owner."""
    if _is_of_earlier(passage, hit):
        return True
    return any(hit.start < one.end and one.start <= hit.end + _FARTHEST for one in passage.mentions)


def _is_of_earlier(passage: Passage, hit: Hit) -> bool:
    """Whether an Arabic noun is of a party named before it: its demand, the threat to attack."""
    noun = passage.text[hit.start : hit.end]
    return _TO in noun or noun.endswith(_ITS)


def owner(scene: Scene, region: Region, hit: Hit) -> Group | None:
    """The party whose act a noun is; None where none is named beside it."""
    if not region.groups:
        return None
    tables, text = scene.grammar, region.text
    left = [group for group in region.groups if group.end <= hit.start]
    if tables.verb_first and left and _is_of_earlier(scene.passage, hit):
        if text[left[-1].end : hit.start].strip() == _AND:
            return left[-1]  # Oslo's criticism and its warnings
        return next((group for group in left if not blocked(tables, text, group)), None)
    if tables.language in _ENDS:
        return _marked(tables, text, left, hit)
    head = words_before(region, hit.start, MOST_HEAD + 1) if tables.language == "en" else ()
    by = tables.search("by", text, hit.end, region.end)  # a rejection of its treaty by Oslo
    if by is None and any(pair in _BY_THE_WAY for pair in itertools.pairwise(head)):
        subject = next((group for group in left if not blocked(tables, text, group)), None)
        return subject or fronted(tables, region, hit)
    if tables.language in _OWNER_FIRST:
        before = next((group for group in left if _owns(tables, text, group, hit)), None)
        if before is not None:
            return before
    group = next((group for group in region.groups if group.end > hit.start), None)
    if group is None:
        return None
    last = WORD.findall(text[hit.start : hit.end])[-1:]
    asked = hit.cue.addressee if tables.language == "en" else ()
    if not set(last).isdisjoint(asked):
        return None
    gap = WORD.findall(text[hit.end : group.start])
    if "," in text[hit.end : group.start] and not (gap and tables.verb_first):
        return None  # despite the criticism, Sweden ...; the terms, which Sweden shall meet
    from_it = bool(last) and last[0] in tables.words("of")  # criticism from the EU
    bare = not gap and tables.words("blocks").isdisjoint(last)
    free = from_it or (bare and tables.language in _GENITIVE)
    beside = dataclasses.replace(group, free=max(group.free, hit.end)) if free else group
    near = len(gap) == 1 and tables.language == "fa"
    free = tables.verb_first or not has_marker(tables, text, beside, tables.governing)
    if free and (near or tables.words("article").issuperset(gap)):
        return group
    if tables.verb_first and tables.words(_TITLES).issuperset(gap):
        return group
    of = 0 < len(gap) <= 2 and gap[0] in tables.words("of") and gap[0] not in asked
    if tables.romance and hit.cue.frame == "lead":  # las condiciones previas de la Union
        phrase = [word for word in gap if word not in tables.words("article")]
        of |= 0 < len(phrase) <= 2 and phrase[-1] in tables.words("of")
    return group if of else None


def _owns(tables: Grammar, text: str, group: Group, hit: Hit) -> bool:
    """Whether a party stands before its noun: Moscow's latest demand, the Russian demand."""
    if tables.language in _GENITIVE and not group.adjective:
        return False  # sent Moscow a list
    if tables.unspaced and text[: group.start].endswith(hit.cue.addressee):
        return False  # told Moscow the demands
    gap = text[group.end : hit.start]
    if tables.search("bodies", gap, 0, len(gap)):
        return False  # the students of a country
    words = WORD.findall(gap)
    if not tables.words("finite").isdisjoint(words):
        return False  # Togo said claims by Benin were false
    return len(words) <= (3 if words[:1] == ["s"] else 1)


def _marked(tables: Grammar, text: str, left: Sequence[Group], hit: Hit) -> Group | None:
    """The party in the genitive before a noun, else in Turkish from whom it comes."""
    cases = [(group, behind(tables, text, group)) for group in left]
    ends = [_ENDS[tables.language]]
    if tables.language == "tr" and not {f"-{end}" for end in ABLATIVE} & set(hit.cue.addressee):
        noun = WORD.search(text, hit.start, hit.end)
        owned = noun is None or noun[0] not in tables.words("unowned")
        ends.insert(len(ends) if owned else 0, ABLATIVE)  # criticism from Athens of Iran's raids
    return next((group for end in ends for group, case in cases if case.endswith(end)), None)
