"""What marks a party's place in a clause: a preposition, a postposition or the end of a case.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar
from transforms.acts.parties import Group
from transforms.acts.scene import WORD
from transforms.acts.turkish import head_case

_MARKED_BEHIND = frozenset(("tr", "ur"))
"""Languages of postpositions: what stands before a party is another's."""
_GLUED = {"ar": frozenset("بلك"), "he": frozenset("בלמ"), "fa": frozenset()}
_AND_GLUED = {"ar": "وف", "he": "וה"}
_MOST_IN_PHRASE = 3
_INFINITIVES = {
    "es": ("ar", "er", "ir", "arse", "erse", "irse"),
    "fr": ("er", "ir", "re"),
    "it": ("are", "ere", "ire", "arsi", "ersi", "irsi"),
    "pt": ("ar", "er", "ir"),
}
_SPEAKING = frozenset(("for", "to"))
"""Behind his office, whom somebody speaks for: he may be the subject."""
_SIGNS = re.compile(r"""[.:;!?،,"«»“”()]""")

_OPENS_CLAUSE = re.compile(r"(?:^|[.:;!?»”] )as? (?:\w+ )?$")
"""A Portuguese article before the party that a sentence opens with."""
_GERSHAYIM = re.compile(r'(?<=\w)"(?=\w)')
"""The sign within a Hebrew abbreviation, which closes no quote."""


def blocked(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a preposition stands before a party, so that it is no subject."""
    if grammar.language in _MARKED_BEHIND:
        word = WORD.match(text[group.end : group.end + 24].lstrip())
        return word is not None and word[0] in grammar.words("blocks")
    if grammar.unspaced:
        head = text[max(0, group.start - 2) : group.start]
        return any(head.endswith(word) for word in grammar.words("blocks"))
    return marker_before(grammar, text, group, grammar.words("blocks")) is not None


def marker_before(grammar: Grammar, text: str, group: Group, wanted: frozenset[str]) -> str | None:
    """The wanted word that governs a party: right before it, or before its article or adjective.

    A proclitic counts as itself and "+": "ل+".
    """
    start = group.start
    first = start
    while first and text[first - 1].isalpha():
        first -= 1
    glued = text[first:start].lstrip(_AND_GLUED.get(grammar.language, ""))
    if glued and grammar.language in _GLUED:
        if glued[-1] in _GLUED[grammar.language]:
            mark = f"{glued[-1]}+"
            title = WORD.findall(text[max(0, first - 20) : first])[-1:]
            if title and title[0] in grammar.words("rank"):
                return None  # the secretary general "to" the UN is its own
            return mark if mark in wanted or wanted is grammar.words("blocks") else None
        glued = ""
    window = text[max(min(first, group.free), first - 60) : first]
    if grammar.language == "he" and '"' in window:
        window = _GERSHAYIM.sub("'", window)
    words: list[str] = WORD.findall(_SIGNS.split(window)[-1])
    if not words:
        return None
    most = _MOST_IN_PHRASE
    if grammar.language == "en":
        pairs = itertools.pairwise(words)
        if any(before in grammar.words("rank") and word in _SPEAKING for before, word in pairs):
            return None  # a spokesman for the Chinese ministry, an adviser to Zelensky
        most = most + 2 if words[-1:] == ["of"] else most  # with the president of Armenia
        articles = [n for n, word in enumerate(reversed(words)) if word in grammar.words("article")]
        most = min([most, *(n + 2 for n in articles)])  # nothing of the phrase precedes "the"
    if grammar.romance:  # a los gobiernos de España: only nouns and adjectives are far
        words = words[_infinitive(grammar, words) :]
        light = grammar.words(("article", "of")) - wanted - grammar.words("blocks")
        words = [word for word in words if word not in light]
        if grammar.language == "pt" and _OPENS_CLAUSE.search(text, max(0, first - 60), first):
            words = words[1:]  # "A Rússia": an article, no "to"
    each = grammar.words("each")
    for number in () if each.isdisjoint(words) else range(len(words) - 1):
        if words[number] in each and words[number + 1] in grammar.words("of"):
            words = [words[number], *words[number + 2 :]]  # Arabic "each of" Egypt and Jordan
            break
    for word in reversed(words[-most:]):
        bare = word[1:] if word[:1] in _AND_GLUED.get(grammar.language, "") else word
        if word in wanted or bare in wanted:
            return word if word in wanted else bare
        if word in grammar.words("blocks") or word in grammar.words("institution"):
            continue  # begins with what looks like "and"
        if word in grammar.openers or bare != word or word.isdigit():
            break
    return None


def _infinitive(grammar: Grammar, words: Sequence[str]) -> int:
    """Where the last infinitive behind a preposition stands: a impedir una reunión; else 0."""
    ends = _INFINITIVES[grammar.language]
    of = grammar.words("of")
    for place in range(len(words) - 1, 0, -1):
        before = words[place - 1]
        governs = before in grammar.words("blocks") or before in of
        if governs and before == grammar.uncontracted(before) and words[place].endswith(ends):
            return place
    return 0


def behind(grammar: Grammar, text: str, group: Group) -> str:
    """The suffix behind an apostrophe, or the postposition, that marks a party's case."""
    rest = text[group.end : group.end + 14]
    if rest[:1] in "'’" and rest[1:2].isalpha():
        return f"-{WORD.findall(rest[1:])[0]}"
    if grammar.language == "tr":
        return head_case(grammar, text[group.end : group.end + 60])
    word = WORD.match(rest.lstrip())
    if word is not None and rest[:1].isspace() and f"-{word[0]}" in _CASES:
        return f"-{word[0]}"
    return ""


_CASES = frozenset(map(fold_name, "-سے -کو -پر -کے -کا -کی -میں -را".split()))
