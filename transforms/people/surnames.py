"""Where the name of somebody already introduced stands again, whole or as a bare surname."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from transforms.people.eastern_names import Span
from transforms.people.officials import Official
from transforms.people.roles import Grammar, fold_word

_SLAVIC = frozenset({"ru", "uk"})
_CASED = frozenset({"en", "de", "fr", "es", "it", "pt", "ru", "uk", "tr"})
_PROCLITICS = {
    "ar": re.compile(r"(?:[وف]?(?:[بلك]|لل)?ـ?)"),
    "he": re.compile(r"(?:[וש]?[בלמכשה]?)"),
}
_ENDING = re.compile(
    r"(?:ого|ому|ыми|ими|ової|евої|ові|еві|єві|ым|им|ой|ою|ей|ею|єю|ем|єм|ом|ая|ую|ий|ый|ій|їй|"
    r"а|я|у|ю|е|є|ы|и|і|ї|й|ь)$"
)
_ENDINGS = frozenset(
    "ого ому ым им ой ою ей ею єю ем єм ом ая ую ий ый ій їй ої а я у ю е є ы и і ї й ь ові еві єві"
    " ову".split()
) | {""}
_GERMAN_GENITIVE = re.compile(r"s\b")
_SHORTEST = {"ar": 3, "fa": 4, "ur": 4, "he": 3, "zh": 2, "ja": 2}


def occurrences(
    text: str, surname: str, officials: Sequence[Official], rules: Grammar
) -> Iterator[tuple[Span, Official]]:
    """Each place of a text where one of `officials`, who share a surname, is named, in order."""
    language = rules.language
    stem = stem_of(surname, language)
    position = text.find(stem)
    bare = _stands_bare(surname, stem, rules)
    alone = officials[0] if len({each.principal for each in officials}) == 1 else None
    while position >= 0:
        end = position + len(stem)
        if language in _SLAVIC:
            end = _inflected_end(text, end)
        elif language == "de" and _GERMAN_GENITIVE.match(text, end):
            end += 1
        if _is_bounded(text, position, end, language):
            start, official = _whole(text, position, officials, rules)
            if official is None and bare and alone is not None and _is_free(text, position, rules):
                official = alone
            if official is not None:
                yield (start, end), official
        position = text.find(stem, max(end, position + 1))


@functools.lru_cache(maxsize=1 << 14)
def stem_of(name: str, language: str) -> str:
    """What all cases of a name have in common; the name itself where names have no cases."""
    if language not in _SLAVIC:
        return name
    stem = _ENDING.sub("", name)
    return stem if len(stem) >= 3 else name


def _stands_bare(surname: str, stem: str, rules: Grammar) -> bool:
    """Whether a surname is long and rare enough to mean somebody without a first name."""
    if len(stem) < _SHORTEST.get(rules.language, 3) - (stem != surname):
        return False
    folded = fold_word(surname)
    common = folded in rules.heads or folded in rules.words["stop"] or folded in rules.inner
    return not common and folded not in rules.words["given"]


def _inflected_end(text: str, end: int) -> int:
    last = end
    while last < len(text) and last - end < 5 and text[last].isalpha():
        last += 1
    return last if text[end:last] in _ENDINGS else end


def _is_bounded(text: str, start: int, end: int, language: str) -> bool:
    """Whether a name is no part of a word; conjunctions and prepositions may be glued to it."""
    if language in ("zh", "ja"):
        return True
    if text[end : end + 1].isalnum():
        return False
    first = start
    while first and start - first < 5 and (text[first - 1].isalnum() or text[first - 1] == "ـ"):
        first -= 1
    if first == start:
        return text[start - 1 : start] not in ("-", "‑") or start == 0
    proclitics = _PROCLITICS.get(language)
    return bool(proclitics and proclitics.fullmatch(text, first, start))


def _whole(
    text: str, position: int, officials: Sequence[Official], rules: Grammar
) -> tuple[int, Official | None]:
    """The start of the full name that ends with a surname at `position`, and whose it is."""
    for official in officials:
        start, count = position, 0
        for part in reversed(official.parts[:-1]):
            before = _part_before(text, start, part, rules.language)
            if before is None:
                break
            start, count = before, count + 1
        if count:
            return start, official
    return position, None


def _part_before(text: str, position: int, part: str, language: str) -> int | None:
    """Where a unit of a name begins that stands just before `position`, if it does."""
    window = text[max(0, position - len(part) - 16) : position]
    stem = stem_of(part, language)
    found = window.rfind(stem)
    if found < 0:
        return None
    between = window[found + len(stem) :]
    if language in _SLAVIC:
        between = between.lstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ")
    if re.fullmatch(r"[\s#·•・‧_]{0,3}(?:[^\W\d_]{1,3}[\s'’-]){0,2}", between) is None:
        return None
    return position - len(window) + found


def _is_free(text: str, position: int, rules: Grammar) -> bool:
    """Whether no other person's first name stands before a bare surname."""
    if rules.language not in _CASED:
        last = text[max(0, position - 16) : position].split()[-1:]
        return not last or fold_word(last[0]) not in rules.words["given"]
    before = text[max(0, position - 24) : position]
    if not before or not before[-1].isspace():
        return True
    word = before.split()[-1:]
    if not word or not word[0][0].isupper():
        return True
    folded = fold_word(word[0].rstrip(".")).rpartition("'")[2]
    if word[0][-1] in '.,;:!?)»”"':
        return len(word[0]) > 2 or folded in rules.words["before"]  # not an initial
    return folded in rules.words["before"] or folded in rules.heads or folded in rules.words["stop"]
