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
from transforms.acts.scene import WORD, last_words
from transforms.acts.turkish import head_case, may_act

_MARKED_BEHIND = frozenset(("tr", "ur"))
"""Languages of postpositions: what stands before a party is another's."""
_GLUED = {"ar": "بلك", "he": "בלמ"}
_AND_GLUED = {"ar": "وف", "he": "וה"}
_INNER = ("blocks", "institution")
_INNER_ROMANCE = (*_INNER, "article", "of")
"""Kinds of words that stand within a phrase though they look like ones that end it."""
_MOST_IN_PHRASE = 3
_LONGEST = 60
"""Words, and code points, up to a party in which what governs it stands."""
_INFINITIVES = {
    "es": ("ar", "er", "ir", "arse", "erse", "irse"),
    "fr": ("er", "ir", "re"),
    "it": ("are", "ere", "ire", "arsi", "ersi", "irsi"),
    "pt": ("ar", "er", "ir"),
}
_SPEAKING = frozenset(("for", "to"))
"""Behind his office, whom somebody speaks for: he may be the subject."""
_ACCUSATIVE = {"у": "а", "ю": "я"}
"""Last letters of Slavic names in the accusative, and in the nominative."""
_SIGNS = re.compile(r"""[.:;!?،,"«»“”()]""")

_OPENS_CLAUSE = re.compile(r"(?:^|[.:;!?»”] )as? (?:\w+ )?$")
"""A Portuguese article before the party that a sentence opens with."""
_GERSHAYIM = re.compile(r'(?<=\w)"(?=\w)')
"""The sign within a Hebrew abbreviation, which closes no quote."""


def blocked(grammar: Grammar, text: str, group: Group, before: Sequence[str] | None = None) -> bool:
    """Whether a preposition stands before a party, so that it is no subject.

    before: its governors, where they are known.
    """
    if grammar.language in _MARKED_BEHIND:
        word = WORD.match(text[group.end : group.end + 24].lstrip())
        if grammar.language == "tr" and not may_act(behind(grammar, text, group)):
            return True
        return word is not None and word[0] in grammar.words("blocks")
    if grammar.unspaced:
        return text.endswith(tuple(grammar.words("blocks")), max(0, group.start - 2), group.start)
    if before is None:
        before = governors(grammar, text, group)
    if len(before) > 1 and is_nominative(grammar, text, group):
        adjectives = tuple(grammar.words("adjective"))
        before = before if before[0].endswith(adjectives) else before[:1]
    return not grammar.governing.isdisjoint(before)


def is_nominative(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a form is governed by no word but the last: "за срыв встречи в Луанде Киншаса"."""
    first = group.mentions[0]
    return text[first.start : first.end] in grammar.words("nominative")


def is_accusative(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a name's form tells that it is an object, wherever it stands: Молдавию, Польшу."""
    first = group.mentions[0]
    stem, base = text[first.start : first.end - 1], _ACCUSATIVE.get(text[first.end - 1])
    return base is not None and stem + base in grammar.words("nominative")


def has_marker(grammar: Grammar, text: str, group: Group, wanted: frozenset[str]) -> bool:
    """Whether a wanted word governs a party."""
    return not wanted.isdisjoint(governors(grammar, text, group))


def governors(grammar: Grammar, text: str, group: Group, place: int = 0) -> Sequence[str]:
    """The words that may govern a party: right before it, or before its article or adjective.

    The nearest first. A proclitic counts as itself and "+": "ل+". place: they stand behind it.
    """
    first = group.start
    opens = group.free if group.free > place else place
    and_glued = _AND_GLUED.get(grammar.language, "")
    if text[first - 1 : first].isalpha():
        while first and text[first - 1].isalpha():
            first -= 1
        clitic = text[first : group.start].lstrip(and_glued)
        if clitic and clitic[-1] in _GLUED.get(grammar.language, ""):
            title = last_words(text[max(0, first - 20) : first], 1)
            if title and title[0] in grammar.words("rank"):
                return ()  # the secretary general "to" the UN is its own
            return (f"{clitic[-1]}+",)
        opens = min(opens, first)
    if opens < first - _LONGEST:
        opens = max(0, first - _LONGEST)
    reaches = grammar.romance or grammar.language == "en"
    most = _LONGEST if reaches else _MOST_IN_PHRASE + 1
    words = text[opens:first].rsplit(None, most)[-most:]
    if not words:
        return ()
    if not "".join(words).isalnum():  # signs part phrases, or stand within words
        phrase = " ".join(words)
        phrase = _GERSHAYIM.sub("'", phrase) if grammar.language == "he" else phrase
        words = WORD.findall(_SIGNS.split(phrase)[-1])
    if not grammar.words("each").isdisjoint(words):
        words = _less_of(grammar, words)
    words = _phrase(grammar, text, first, words) if reaches else words[-_MOST_IN_PHRASE:]
    openers, found = grammar.openers, []
    for word in reversed(words):
        found.append(word)
        if word[0] in and_glued:  # or begins with what looks like "and"
            found.append(word[1:])
        elif word not in openers:
            continue
        if word not in grammar.words(_INNER_ROMANCE if grammar.romance else _INNER):
            break
    return found


def _less_of(grammar: Grammar, words: list[str]) -> list[str]:
    """Words without the "of" behind "each": Arabic "each of" Egypt and Jordan."""
    pairs = enumerate(itertools.pairwise(words), 1)
    each, of = grammar.words("each"), grammar.words("of")
    number = next((n for n, (word, after) in pairs if word in each and after in of), len(words))
    return words[:number] + words[number + 1 :]


def _phrase(grammar: Grammar, text: str, first: int, words: list[str]) -> list[str]:
    """The words of an English or Romance phrase, up to a place in a text, that reach its name."""
    most = _MOST_IN_PHRASE
    if grammar.language == "en":
        pairs = itertools.pairwise(words)
        if any(before in grammar.words("rank") and word in _SPEAKING for before, word in pairs):
            return []  # a spokesman for the Chinese ministry, an adviser to Zelensky
        most = most + 2 if words[-1:] == ["of"] else most  # with the president of Armenia
        articles = [n for n, word in enumerate(reversed(words)) if word in grammar.words("article")]
        return words[-min([most, *(n + 2 for n in articles)]) :]  # nothing precedes "the"
    words = words[_infinitive(grammar, words) :]
    if grammar.language == "pt" and _OPENS_CLAUSE.search(text, max(0, first - _LONGEST), first):
        words = words[1:]  # "A Rússia": an article, no "to"
    light, blocks = grammar.words(("article", "of")), grammar.words("blocks")
    near = [n for n, word in enumerate(words) if word not in light or word in blocks]
    return words[near[-most] if len(near) >= most else 0 :]  # a los gobiernos de España


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
