"""Whether somebody who is no party is the subject of an Arabic verb: before it, or behind it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.scene import WORD, Region
from transforms.quotes.clauses import BLOT

_FARTHEST = 60
"""Code points before a verb in which its subject begins."""
_MOST_WORDS = 6
_SIGNS = re.compile(rf"""[^\w\s/]|{BLOT}""")
_OPENING = ("that", "was", "clause", "conjunction", "if", "and")
"""Kinds of words behind which a subject may stand before its verb."""
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
_GOES_ON = "…"
"""Opens the lemma of what follows a verb and its subject."""
_ACCUSATIVE = "ا"
"""What an Arabic object without an article ends in, and no subject but some names."""


def stands_before(grammar: Grammar, region: Region, hit: Hit, floor: int) -> bool:
    """Whether the words right before a verb are its subject, and name no party: the court ordered.

    Not where they are an adverbial, or name an office that was told of before. opened: only behind
    "that" or "was", where nothing else may stand.
    """
    if hit.cue.lemma.startswith(_GOES_ON):
        return False
    start = max(region.start, floor, hit.start - _FARTHEST)
    if not region.text.endswith(" ", start, hit.start):
        return False  # "and" is glued to the verb, or a sign parts them
    phrase = _SIGNS.split(region.text[start : hit.start])[-1]
    private = grammar.search("bodies", phrase, 0, len(phrase)) is not None
    known = _KNOWN if private else _KNOWN + _OFFICIAL
    strangers = 0
    for word in reversed(WORD.findall(phrase)[-_MOST_WORDS:]):
        bare = word.removeprefix("و")
        if bare in grammar.words(_BESIDE):
            continue
        if word in grammar.words(_OPENING):
            break
        if bare in grammar.words(known):
            return False
        strangers += word.isalpha() and not word.endswith(_ACCUSATIVE)
    return strangers > 0
