"""What the forms of Arabic verbs tell of their subjects: gender, tense, the order of headlines."""

from __future__ import annotations

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_LONGEST_HEADLINE = 110
_MOST_OF_OFFICER = 4
"""Words from an officer to the party whose he is: "a source responsible in the consulate of"."""
_OBJECTS = ("ها", "هم", "هما")
_NO_OBJECT = ("وجه", "واجه", "نبه", "نوه", "كره")
_ACCUSES = ("اتهم", "يتهم", "تتهم")
"""What ends in the letters of "him" or "them" by its root."""
PRESENT = frozenset("يت")
"""What verbs of the third person begin with in the present."""
ADJECTIVES = ("ي", "يه", "ية")
"""What names end with that are adjectives; folding takes some of them for nouns."""


def agrees(grammar: Grammar, text: str, hit: Hit, relative: str) -> bool:
    """Whether a verb may be that of "who" before it, by its gender."""
    masculine = is_masculine(grammar, text, hit)
    return not (relative == "الذي" and not masculine) and not (relative == "التي" and masculine)


def is_masculine(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether an Arabic verb is of the masculine singular, as no state is but a few."""
    if hit.cue.frame != "verb":
        return False
    small = grammar.words("not") | grammar.words("future")
    verb = next((word for word in text[hit.start : hit.end].split() if word not in small), "")
    return not verb.startswith(("ت", "ست")) and not verb.endswith(
        ("ت", "تا", "وا", "ون", "ان", "ه", "ا")
    )


def has_object(text: str, hit: Hit) -> bool:
    """Whether an Arabic verb bears its object as an ending: accuses them, "of whom it demands"."""
    if hit.cue.frame != "verb":
        return False
    verb = text[hit.start : hit.end].partition(" ")[0]
    if verb.endswith(_OBJECTS):
        return verb not in _ACCUSES
    return verb.endswith("ه") and not verb.startswith("م") and not verb.endswith(_NO_OBJECT)


def is_at(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether somebody of a party is named by where he is: an official in its embassy."""
    officers = grammar.words("officer")
    if not officers:
        return False
    words = WORD.findall(text[max(0, group.free, group.start - 40) : group.start])
    return not officers.isdisjoint(words[-_MOST_OF_OFFICER:])


def is_headline(region: Region) -> bool:
    """Whether a text is a headline: there also Arabic has the subject first."""
    text = region.text.rstrip()
    return len(text) <= _LONGEST_HEADLINE and not text.endswith(".")
