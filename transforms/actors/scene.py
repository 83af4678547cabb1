"""A text, the names found in it, and the words around each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.actors.cues import Found, cues

WINDOW = 80
"""Characters before and after a name in which words may say what it means."""
PEOPLE = frozenset({"adjective", "demonym"})
"""Kinds of names that tell of people and things of a state."""
PLACES = frozenset({"capital"})
"""Kinds of names that may be no more than a place."""
_BREAK = re.compile(r"[.!?؟。！？;؛:()\[\]،,—–\n](?!\w)")
_LAST_BREAK = re.compile(rf".*{_BREAK.pattern}", re.DOTALL)
_QUOTES = "\"'«»“”„`*#"
_OPENING = tuple("\"'«“„")
_LIST_MARKS = str.maketrans(",،/", "   ")
_CLOSING = ".,;:!?،؛" + _QUOTES
_LONGEST_LINK = 20
_LONGEST_WORD = 40


class Scene:
    """A text and the names found in it, in order and without overlap; texts are bare and folded.

    places, supported: indices of the names that were judged a place, or trusted in spite of doubt.
    """

    def __init__(
        self,
        text: str,
        folded: str,
        found: Sequence[Found],
        languages: frozenset[str],
        known: frozenset[str],
    ) -> None:
        self.text = text
        self.folded = folded
        self.found = found
        self.known = known
        self.cues = cues(languages)
        self.places: set[int] = set()
        self.supported: set[int] = set()

    def before(self, start: int) -> list[str]:
        """The folded words before a position, of the same clause."""
        window = self.folded[max(0, start - WINDOW) : start]
        found = _LAST_BREAK.match(window)
        return words(window[found.end() :] if found else window)

    def after(self, end: int) -> list[str]:
        """The folded words behind a position, of the same clause."""
        window = self.folded[end : end + WINDOW]
        found = _BREAK.search(window)
        return words(window[: found.start()] if found else window)

    def near(self, found: Found) -> list[str]:
        """The folded words on both sides of a name, of whatever clause."""
        return words(self.folded[max(0, found.start - WINDOW) : found.end + WINDOW])

    def neighbours(self, found: Found) -> tuple[str, str]:
        """The words before and after, if no more than a space or a quotation mark parts them."""
        if found.around is not None:
            return found.around
        folded, start, end = self.folded, found.start - len(found.prefix), found.end
        before = after = ""
        gap = folded[start - 1] if start > 1 else ""
        if gap == " ":
            window = folded[max(0, start - _LONGEST_WORD) : start - 1]
            before = window.rpartition(" ")[2].lstrip(_QUOTES)
        elif gap in _OPENING:
            before = "".join(self.before(start)[-1:])
        if folded[end : end + 1] == " ":
            window = folded[end + 1 : end + _LONGEST_WORD]
            after = window.partition(" ")[0].rstrip(_CLOSING)
        found.around = before, after
        return found.around

    def last_words(self, start: int, most: int) -> list[str]:
        """The last folded words before a position, of whatever clause."""
        window = self.folded[max(0, start - _LONGEST_WORD) : start]
        return [word.strip(_CLOSING) for word in window.split()[-most:]]

    def beside(self, index: int) -> list[int]:
        """The indices of the names before and after a name."""
        return [other for other in (index - 1, index + 1) if 0 <= other < len(self.found)]

    def parted_by_and(self, left: int, right: int) -> bool:
        """Whether two names are members of one list: parted by "and", a comma or a hyphen."""
        first, second, known = self.found[left], self.found[right], self.cues
        between = self.folded[first.end : second.start]
        if len(between) > _LONGEST_LINK:
            return False
        bare = between.strip()
        if known.run_on:
            return bool(bare) and known.has("and", bare)
        if bare in _HYPHENS:
            return True
        linking = [
            word
            for word in words(between.translate(_LIST_MARKS))
            if not known.has("article", word) and word != second.prefix
        ]
        if linking:
            return all(known.has("and", word) for word in linking)
        return "," in between or "،" in between or second.prefix in _AND


_HYPHENS = frozenset("-–—/")
_AND = ("و", "ו", "ول", "وب")
"""What Arabic and Hebrew glue to the second member of a list."""


def words(window: str) -> list[str]:
    """The words of a window without quotation marks and without what is elided before them.

    >>> words("l'aéroport de d'")
    ['aéroport', 'de', "d'"]
    """
    found = []
    for word in window.split():
        bare = word.strip(_QUOTES + ".,،") or word
        if "'" in bare[1:-1]:
            bare = bare.rpartition("'")[2]
        elif bare == word.rstrip("'") and word.endswith("'"):
            bare = word
        found.append(bare)
    return found
