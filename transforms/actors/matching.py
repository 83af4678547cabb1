"""Every form of a lexicon in a text: one automaton, whole words, the longest of the leftmost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.actors.cues import NOBODY, Found, Name
from transforms.actors.forms import Forms
from transforms.actors.names import (
    KIND,
    LONGEST_PREFIX,
    LONGEST_SUFFIX,
    SCRIPTS,
    is_suffix,
    joined,
    letters_after,
    letters_before,
)

_MOST_LANGUAGES = 64
_MANY = 2


class _Usable(NamedTuple):
    """The names of a form that count in some languages, and what any of them allows."""

    names: tuple[Name, ...]
    small: bool
    prefixes: frozenset[str]
    last_letters: frozenset[str]
    suffixes: bool
    plain: bool


class Matcher:
    """An automaton over folded forms; it cannot be pickled, and a process needs one."""

    def __init__(self, forms: Forms) -> None:
        self._names = list(forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard)
        self._usable: dict[frozenset[str], dict[int, _Usable | None]] = {}

    def find(self, text: str, folded: str, languages: frozenset[str]) -> list[Found]:
        """The forms in a text, in order and without overlap; offsets are into it.

        text: without marks; folded: the same, folded; languages: those of the table that it is in.
        """
        hits = self._hits(text, folded, self._of_languages(languages), languages)
        hits.sort()
        found, free = [], 0
        for start, last, _, names, prefix, suffix in hits:
            if start >= free:
                free = -last
                found.append(Found(start, free, names, prefix, suffix))
        return found

    def _hits(
        self,
        text: str,
        folded: str,
        usable: dict[int, _Usable | None],
        languages: frozenset[str],
    ) -> list[tuple[int, int, int, tuple[Name, ...], str, str]]:
        """Start, -end, a number, names, prefix and suffix of each form that is a whole word."""
        # most hits are parts of words, and are told without a call
        kind = KIND
        hits: list[tuple[int, int, int, tuple[Name, ...], str, str]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            try:
                form = usable[index]
            except KeyError:
                form = usable[index] = self._usable_names(index, languages)
            if form is None:
                continue
            names, small, prefixes, last_letters, suffixes, plain = form
            first = text[start]
            if not small and first.islower() and not text[start + 1 : start + 2].isupper():
                continue  # but eSwatini
            prefix = suffix = ""
            if start and kind[text[start - 1]] and joined(text[start - 1], first):
                if folded[start - 1] not in last_letters:
                    continue
                prefix = letters_before(folded, start, LONGEST_PREFIX)
                if prefix not in prefixes:
                    continue
            after, glued = folded[end : end + 1], False
            if after and kind[after] and joined(text[end - 1], after):
                if not suffixes or (text[end].isupper() and not text[end - 1].isupper()):
                    continue  # a capital behind a small letter is no ending: "AbadiA"
                suffix, glued = letters_after(folded, end, LONGEST_SUFFIX), True
            elif after == "'":
                suffix = letters_after(folded, end + 1, LONGEST_SUFFIX)
            if prefix or glued or not plain:
                written = text[start:end]
                names = tuple(
                    name
                    for name in names
                    if prefix in name.prefixes
                    and (not glued or is_suffix(name.suffixes, suffix))
                    and (not name.hyphen or after == "-")
                    and (not name.capitals or written.isupper())
                    and (not name.exact or _is_spelt(written, name))
                    and (name.small or not first.islower() or written[1:2].isupper())
                )
                if not names:
                    continue
            taken = names[0].prefixes[prefix]
            outside = prefix[: len(prefix) - taken]
            hits.append((start - taken, -end, len(hits), names, outside, suffix))
        return hits

    def _of_languages(self, languages: frozenset[str]) -> dict[int, _Usable | None]:
        if languages not in self._usable:
            if len(self._usable) >= _MOST_LANGUAGES:
                self._usable.clear()
            self._usable[languages] = {}
        return self._usable[languages]

    def _usable_names(self, index: int, languages: frozenset[str]) -> _Usable | None:
        names = [name for name in self._names[index] if _counts_in(name, languages)]
        own = [name for name in names if not languages.isdisjoint(name.languages)]
        return _usable(own or names) if names else None


def _usable(names: Sequence[Name]) -> _Usable:
    name = names[0]
    simple = not (name.hyphen or name.capitals or name.exact) and "" in name.prefixes
    prefixes = frozenset(prefix for name in names for prefix in name.prefixes if prefix)
    return _Usable(
        names=tuple(names),
        small=any(name.small for name in names),
        prefixes=prefixes,
        last_letters=frozenset(prefix[-1] for prefix in prefixes),
        suffixes=any(name.suffixes for name in names),
        plain=len(names) == 1 and simple,
    )


def _is_spelt(written: str, name: Name) -> bool:
    """Whether the same letters are capitals; in what is no actor's name more of them may be."""
    pairs = zip(written, name.exact, strict=True)
    if name.actor_id == NOBODY:
        return all(a.isupper() for a, b in pairs if b.isupper())
    return all(a.isupper() == b.isupper() for a, b in pairs)


def _counts_in(name: Name, languages: frozenset[str]) -> bool:
    """Whether a name counts in a text of these languages."""
    if not languages:
        return name.everywhere
    if not languages.isdisjoint(name.languages):
        return True
    if name.script == "latin" and "en" not in name.languages and len(name.languages) < _MANY:
        return False  # Rom and FDI are other words where Latin letters are foreign
    return any(SCRIPTS[language] != name.script for language in languages)
