"""Whether somebody who is no party is the subject of an Arabic verb: before it, or behind it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.arabic import TO_SOMEBODY, is_participle
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.notation import fold_form
from transforms.acts.scene import WORD, Region
from transforms.quotes.clauses import BLOT

_FARTHEST = 60
"""Code points before a verb in which its subject begins."""
_MOST_WORDS = 6
_SIGNS = re.compile(rf"""[^\w\s/]|{BLOT}""")
_OPENING = ("that", "was", "clause", "conjunction", "if", "and")
"""Kinds of words behind which a subject may stand before its verb."""
_BEFORE_SUBJECT = ("that", "was")
_BESIDE = ("not", "perfect", "future")
"""Kinds of words that belong to the verb."""
_KNOWN = (
    "relative",
    "pronoun",
    "resumed",
    "home",
    "blocks",
    "time",
    "listing",
    "auxiliary",
    "then",
    "forces",
)
_OFFICIAL = ("office", "officer", "institution", "cabinet", "seat")
_GLUED = ("لل", "بال", "كال")
_LONGEST_NAME = 6
"""Letters of a word behind a verb that may be a name, though it begins as a preposition does."""
_ENDS = ("نا", "ما")
"""What ends in "our", and in "what": in what he calls aggression."""
_GOES_ON = "…"
"""Opens the lemma of what follows a verb and its subject."""
_FEMININE = "ه"
_BY = ("بال", "بان")
"""What "by the" and "by that" begin with."""
_ACCUSATIVE = "ا"
"""What an Arabic object without an article ends in, and no subject but some names."""


def stands_before(
    grammar: Grammar, region: Region, hit: Hit, floor: int, opened: bool = False
) -> bool:
    """Whether the words right before a verb are its subject, and name no party: the court ordered.

    Not where they are an adverbial, or name an office that was told of before. opened: only behind
    "that" or "was", where nothing else may stand.
    """
    verb = region.text[hit.start : hit.end]
    if hit.cue.lemma.startswith(_GOES_ON) or is_participle(grammar, region.text, hit):
        return False
    if verb.rpartition(" ")[2].startswith("ال"):
        return False  # the form holds its subject
    start = max(region.start, floor, hit.start - _FARTHEST)
    phrase = _SIGNS.split(region.text[start : hit.start])[-1]
    if not phrase.endswith(" "):
        return False  # "and" is glued to the verb, or a sign parts them
    if any(hit.start - len(phrase) < group.end <= hit.start for group in region.groups):
        return False
    private = grammar.search("bodies", phrase, 0, len(phrase)) is not None
    known = _KNOWN if private else _KNOWN + _OFFICIAL
    strangers, opens = 0, not opened
    for word in reversed(WORD.findall(phrase)[-_MOST_WORDS:]):
        bare = word.removeprefix("و")
        if any(bare in grammar.words(kind) for kind in _BESIDE):
            continue
        if any(word in grammar.words(kind) for kind in _OPENING):
            opens |= any(word in grammar.words(kind) for kind in _BEFORE_SUBJECT)
            break
        if any(bare in grammar.words(kind) for kind in known):
            return False
        if word.startswith(_GLUED) or word.endswith(_ENDS):
            return False
        strangers += word.isalpha() and not word.endswith(_ACCUSATIVE)
    return opens and strangers > 0


def stands_behind(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a word without an article right behind a verb is its subject: Smith warned of."""
    held = region.text[hit.start : hit.end].rpartition(" ")[2]
    if held in grammar.governing or held in grammar.words("that"):
        return False
    behind = WORD.findall(region.text[hit.end : min(region.end, hit.end + _FARTHEST)])
    first, second = [*behind, "", ""][:2]
    head = first.partition("ال")[0]  # where the white space behind it is left out
    if first.endswith(_ACCUSATIVE) or any(head in grammar.words(kind) for kind in _OFFICIAL):
        return False
    parts = fold_form(hit.cue.lemma).split()
    if parts[1:] and parts[-1] not in grammar.words("blocks") and len(parts[-1]) > 1:
        return False  # a verb and its noun: directed an appeal
    marks = hit.cue.addressee
    if f"{first[:1]}+" in marks and len(first) > _LONGEST_NAME:
        return False  # ready to receive
    if "_" not in marks and "*" not in marks:
        return hit.cue.type not in ("refusal", "denial")  # a verb without an object
    if first.endswith(_FEMININE):
        return False
    governed = second in grammar.words("blocks") or second in grammar.words("that")
    return hit.cue.type in TO_SOMEBODY and (governed or second.startswith(_BY))
