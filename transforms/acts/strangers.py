"""Whether somebody who is no party is the subject of an Arabic verb: before it, or behind it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.arabic import is_participle
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
    text, start = region.text, max(region.start, floor, hit.start - _FARTHEST)
    if text[hit.start - 1 : hit.start] != " " or hit.cue.lemma.startswith(_GOES_ON):
        return False  # "and" is glued to the verb, or a sign parts them
    if is_participle(grammar, text, hit):
        return False  # renewing a warning
    phrase = text[start : hit.start]
    words = phrase.rsplit(None, _MOST_WORDS)[-_MOST_WORDS:]
    if not "".join(words).isalnum():
        words = WORD.findall(_SIGNS.split(phrase)[-1])[-_MOST_WORDS:]
    strangers = 0
    for word in reversed(words):
        bare = word.removeprefix("و")
        if bare in grammar.words(_BESIDE):
            continue
        if word in grammar.words(_OPENING):
            break
        if bare in grammar.words(_KNOWN):
            return False
        if bare in grammar.words(_OFFICIAL) and not grammar.search(
            "bodies", _SIGNS.split(phrase)[-1], 0, _FARTHEST
        ):
            return False
        strangers += word.isalpha() and not word.endswith(_ACCUSATIVE)
    return strangers > 0
