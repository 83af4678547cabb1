"""Forms of a table, found as whole words in many texts at once.

Offsets are code points, start inclusive, end exclusive, into the text that is given.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

_PARTING = " . "
"""Between texts that are searched together; no form has a full stop between spaces."""
_MARKS = "\x01\x02"
"""What stands for a conjunction in what is searched, one a letter; a text that has them itself may
only gain a form, of which the first letter is not there."""
_WITHIN_WORDS = frozenset("\u0651\u200c_")
_ASCII = "".join(map(chr, range(128)))
_UNKNOWN = ord("?")
"""What characters that no form has are coded as."""

_Meaning = TypeVar("_Meaning")
_Found = tuple[int, _Meaning, frozenset[bytes] | None, _Meaning | None, tuple[bytes, ...]]
"""The length of a form, its meaning, words of which one must follow, what it means else, and ends
of words that alone may stand right before it."""


class FormFinder(Generic[_Meaning]):
    """An automaton over forms: of overlapping ones the longest of the leftmost is found."""

    def __init__(
        self,
        forms: Iterable[tuple[str, Sequence[str], _Meaning]],
        spaces: str = "",
        unspaced: bool = False,
        conjunctions: str = "",
        followed: Mapping[str, Iterable[str]] | None = None,
        reach: int = 0,
        most: int = -1,
        opening: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """forms: each form, what may be glued before it, and its meaning; the first row counts.

        spaces: characters that part words as a space does. unspaced: whether words of the
        language run on (Chinese, Japanese). conjunctions: letters that may stand before all else
        that is glued to a form, as Arabic "and" does. followed: forms whose first row counts only
        where one of these words stands behind them, in `reach` characters and `most` words (-1:
        however many), else the next row; opening: forms that count only where no word stands right
        before, or one with such an end; neither is asked of an unspaced language.
        """
        self._blank = "" if unspaced else " "  # keeps a form from the middle of words
        # "and" is a mark and a blank in what is searched: so each form is one pattern, not three
        self._apart = [
            (f" {letter}", f"{mark} ") for letter, mark in zip(conjunctions, _MARKS, strict=False)
        ]
        patterns: dict[str, tuple[str, _Meaning]] = {}
        other: dict[str, _Meaning] = {}
        plain: list[str] = []
        for form, proclitics, meaning in forms:
            for proclitic in proclitics:
                whole = f"{proclitic}{form}"
                first = self._set_apart(f"{self._blank}{whole}")
                for pattern in dict.fromkeys((first, f"{self._blank}{self._set_apart(whole)}")):
                    if pattern not in patterns:
                        patterns[pattern] = form, meaning
                        plain.append(f"{self._blank}{whole}")
                    elif patterns[pattern][0] == form:
                        other.setdefault(pattern, meaning)
        self._reach, self._most = reach, most
        behind: dict[str, frozenset[bytes]] = {}
        shared: dict[frozenset[bytes], frozenset[bytes]] = {}
        opens: dict[str, tuple[bytes, ...]] = {}
        if not unspaced:
            # a byte a character, so that places in bytes are offsets; Chinese has too many for that
            self._pages = _SingleBytes("".join(patterns), spaces)
            for form, words in (followed or {}).items():
                following = frozenset(map(self._pages.whole, words))
                behind[form] = shared.setdefault(following, following)  # sooner at hand
            for form, words in (opening or {}).items():
                opens[form] = tuple(map(self._pages.encode, words))
        found: dict[str, _Found[_Meaning]] = {}
        alike: dict[tuple[int, ...], _Found[_Meaning]] = {}  # a few thousand: sooner at hand
        for pattern, (form, meaning) in patterns.items():
            one = len(form), meaning, behind.get(form), other.get(pattern), opens.get(form, ())
            found[pattern] = alike.setdefault((len(form), *map(id, one[1:])), one)
        self._found = list(found.values())
        self._shorter = [self._whole_words(whole, found) for whole in plain]
        self._automaton: AhoCorasick | BytesAhoCorasick
        if unspaced:
            self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)
            return
        self._code = self._pages.encode
        self._glued = [tuple(map(self._code, of_letter)) for of_letter in self._apart]
        self._automaton = BytesAhoCorasick(
            list(map(self._code, patterns)),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def _set_apart(self, text: str) -> str:
        """The text, as long as it was, with the conjunctions apart from their words."""
        for glued, apart in self._apart:
            text = text.replace(glued, apart)
        return text

    def _whole_words(
        self, pattern: str, patterns: Mapping[str, _Found[_Meaning]]
    ) -> _Found[_Meaning] | None:
        """The longest form that a form of several words begins with, less its last word or more."""
        before = pattern.rpartition(" ")[0]
        while before.strip():
            shorter = patterns.get(self._set_apart(before))
            if shorter is not None:
                return shorter
            before = before.rpartition(" ")[0]
        return None

    def find(self, texts: Sequence[str]) -> list[tuple[int, int, int, _Meaning]]:
        """Each form in the texts, in order: number of its text, start, end and meaning.

        What is glued before a form is no part of it. One search through all texts is cheaper than
        one through each.
        """
        joined = _PARTING.join(texts)
        plain = parted = b""
        letters: frozenset[int] = frozenset()
        if isinstance(self._automaton, AhoCorasick):
            sound = joined.encode("utf-8", "replace").decode()  # without lone surrogates
            matches = self._automaton.find_matches_as_indexes(sound)
        else:
            plain = coded = self._code(f" {joined} ")
            letters, parted = self._pages.letters, self._pages.parted
            for glued, apart in self._glued:
                coded = coded.replace(glued, apart)
            matches = self._automaton.find_matches_as_indexes(coded)
        number = first = 0
        following = len(texts[0]) + len(_PARTING) if texts else 0
        forms, blank, reach, most = self._found, len(self._blank), self._reach, self._most
        found: list[tuple[int, int, int, _Meaning]] = []
        for index, _, stop in matches:
            if (
                blank
                and (after := plain[stop]) in letters
                and (after != _UNKNOWN or _goes_on(joined[stop - 1 : stop]))
            ):
                shorter = self._shorter[index]  # "asked a" is no part of "asked about", "asked" is
                if shorter is None:
                    continue
                start = stop - blank - forms[index][0]
                length, meaning, behind, other, opens = shorter
            else:
                length, meaning, behind, other, opens = forms[index]
                start = stop - blank - length
            if behind is not None:
                stop = start + length + blank
                words = plain[stop : stop + reach].translate(parted)
                if behind.isdisjoint(words.split(None, most)):
                    if other is None:
                        continue
                    meaning = other
            elif (
                opens
                and (before := plain[start - 1]) in letters
                and before != _UNKNOWN
                and joined[start - 1 : start] == " "
                and not plain.endswith(opens, 0, start)
            ):
                continue
            while start >= following:
                number += 1
                first, following = following, following + len(texts[number]) + len(_PARTING)
            found.append((number, start - first, start - first + length, meaning))
        return found


class _SingleBytes:
    """A code page with the characters of forms: others are the same byte, as no form has them."""

    def __init__(self, characters: str, spaces: str) -> None:
        """spaces: characters that are coded as a space is.

        Raises ValueError if there are more than a byte has room for.
        """
        more = "".join(dict.fromkeys(one for one in characters + spaces if one not in _ASCII))
        page = (_ASCII + more).ljust(256, "\ufffe")  # which stands for none
        if len(page) > 256:
            raise ValueError(f"{len(more)} characters besides ASCII do not fit in a byte each")
        self.letters = frozenset(n for n, one in enumerate(page) if one == "?" or _goes_on(one))
        self._page = codecs.charmap_build(page)
        found = codecs.charmap_encode(spaces, "strict", self._page)[0]
        self._spaced = bytes.maketrans(found, b" " * len(found))
        signs = bytes(n for n, one in enumerate(page) if not (one.isalnum() or one in "-_"))
        self.parted = bytes.maketrans(signs, b" " * len(signs))

    def encode(self, text: str) -> bytes:
        """As many bytes as the text has characters."""
        return codecs.charmap_encode(text, "replace", self._page)[0].translate(self._spaced)

    def whole(self, word: str) -> bytes:
        """A word, as those of a text are; characters that no form has part words."""
        return b" ".join(self.encode(word).translate(self.parted).split())


def _goes_on(after: str) -> bool:
    """Whether a word goes on with this character."""
    return after.isalnum() or after in _WITHIN_WORDS or "\u0900" <= after < "\u0964"
