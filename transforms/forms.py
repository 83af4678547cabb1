"""Forms of a table, found as whole words in many texts at once.

Offsets are code points, start inclusive, end exclusive, into the text that is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

_PARTING = " . "
"""Between texts that are searched together; no form has a full stop between spaces."""
_MARKS = "\x01\x02"
"""What stands for a conjunction in what is searched, one a letter; a text that has them itself may
only gain a form, of which the first letter is not there."""
_WITHIN_WORDS = frozenset("\u0651\u200c_")

_Meaning = TypeVar("_Meaning")


class FormFinder(Generic[_Meaning]):
    """An automaton over forms: of overlapping ones the longest of the leftmost is found."""

    def __init__(
        self,
        forms: Iterable[tuple[str, Sequence[str], _Meaning]],
        unspaced: bool = False,
        conjunctions: str = "",
    ) -> None:
        """forms: each form, what may be glued before it, and its meaning; the first row counts.

        unspaced: whether words of the language run on (Chinese, Japanese). conjunctions: letters
        that may stand before all else that is glued to a form, as Arabic "and" does.
        """
        self._blank = "" if unspaced else " "  # keeps a form from the middle of words
        # "and" is a mark and a blank in what is searched: so each form is one pattern, not three
        self._apart = [
            (f" {letter}", f"{mark} ") for letter, mark in zip(conjunctions, _MARKS, strict=False)
        ]
        patterns: dict[str, tuple[int, _Meaning]] = {}
        plain: list[str] = []
        for form, proclitics, meaning in forms:
            for proclitic in proclitics:
                whole = f"{proclitic}{form}"
                first = self._set_apart(f"{self._blank}{whole}")
                for pattern in (first, f"{self._blank}{self._set_apart(whole)}"):
                    if pattern not in patterns:
                        patterns[pattern] = len(form), meaning
                        plain.append(f"{self._blank}{whole}")
        self._found = list(patterns.values())
        self._shorter = [self._whole_words(whole, patterns) for whole in plain]
        self._automaton = BytesAhoCorasick(
            [pattern.encode() for pattern in patterns],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def _set_apart(self, text: str) -> str:
        """The text, as long as it was, with the conjunctions apart from their words."""
        for glued, apart in self._apart:
            text = text.replace(glued, apart)
        return text

    def _whole_words(
        self, pattern: str, patterns: dict[str, tuple[int, _Meaning]]
    ) -> tuple[int, _Meaning] | None:
        """The longest form that a form of several words begins with, less its last word or more."""
        before = pattern.rpartition(" ")[0]
        while before.strip():
            shorter = patterns.get(self._set_apart(before))
            if shorter is not None:
                return shorter
            before = before.rpartition(" ")[0]
        return None

    def find(self, texts: Sequence[str], spaces: str) -> list[tuple[int, int, int, _Meaning]]:
        """Each form in the texts, in order: number of its text, start, end and meaning.

        What is glued before a form is no part of it. spaces: characters that part words as a
        space does. One search through all texts is cheaper than one through each.
        """
        joined = _PARTING.join(texts)
        if self._blank:
            for space in spaces:
                if space in joined:
                    joined = joined.replace(space, " ")
        searched = self._set_apart(f"{self._blank}{joined}").encode("utf-8", "surrogatepass")
        last, known = 0, -len(self._blank)  # a place in bytes, and the same in code points
        number = first = 0
        following = len(texts[0]) + len(_PARTING) if texts else 0
        forms, spaced = self._found, bool(self._blank)
        found: list[tuple[int, int, int, _Meaning]] = []
        for index, _, stop in self._automaton.find_matches_as_indexes(searched):
            known += len(searched[last:stop].decode("utf-8", "surrogatepass"))
            last = stop
            while known > following and number + 1 < len(texts):
                number += 1
                first, following = following, following + len(texts[number]) + len(_PARTING)
            length, meaning = forms[index]
            start = known - length - first
            after = joined[known : known + 1]
            if after == " " or not spaced or not _goes_on(after):
                found.append((number, start, start + length, meaning))
                continue
            shorter = self._shorter[index]  # "asked a" is no part of "asked about", "asked" is
            if shorter is not None:
                found.append((number, start, start + shorter[0], shorter[1]))
        return found


def _goes_on(after: str) -> bool:
    """Whether a word goes on with this character."""
    return after.isalnum() or after in _WITHIN_WORDS or "\u0900" <= after < "\u0964"
