"""Phrases of sites and agencies: texts folded to words, and the tables arranged for search.

What the rows of `data/boilerplate.tsv` mean is said in `transforms.segments.boilerplate`.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from transforms.tables import read_table

LONGEST_WHOLE = 60
"""Code points of a block that is a phrase, or some in a row."""
OPENERS, CLOSERS = "([{（［【〔<", ")]}）］】〕>"
_SIGNS = "*•·●■▪►▶▸◄◀›>→⇒#_~★☆✱※|/\\:;.,،؛؟!?…()[]{}（）［］【】〔〕〈〉<=+-–—−×®™"
LEADING = _SIGNS + "".join(
    character
    for character in map(chr, (*range(0x3001), 0xFEFF))
    if character.isspace() or unicodedata.category(character) == "Cf"
)
"""Signs that may stand before the first word."""
_LONGEST_GAP, _MOST_NAMES, _MOST_TIME_WORDS = 6, 8, 24
_SAME_LETTER = {
    ord(other): letter
    for letter, others in {
        "ا": "ٱ", "ي": "ىیېۍےۓ", "ك": "کڪ", "ه": "ةۃہۂھەۀ", "i": "ı", "l": "ł", "o": "ø", "d": "đð",
    }.items()
    for other in others
}  # fmt: skip
"""Letters that writers mix up or that stand for each other; those with marks are decomposed."""
_MEANT = {
    **dict.fromkeys('“”„‟"«»‹›「」『』〝〞＂', ' " '),
    **dict.fromkeys(":：=＝>→➡►▶⇒", " : "),
    **dict.fromkeys("|｜│/／", " | "),
    **dict.fromkeys(".．", " . "),
    **dict.fromkeys("-–—−", " - "),
    **{"…": " . . ", "©": " © ", "℗": " © ", "*": " * ", "#": " # ", "@": " @ "},
}
"""The signs that are words of their own; all others only part words."""
_LABEL, NOT_WORDS = frozenset(":|"), frozenset(':|.-"*#@')
_INDIC = frozenset(map(chr, range(0x0900, 0x0E00)))
"""Scripts whose vowels are marks: there they are kept."""
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff々]")
"""Written without spaces between words: each is a word here."""


class _Fold(dict[int, str]):
    """What `str.translate` makes of each character: its letter, a sign as a word, or a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _MEANT:
            folded = _MEANT[character]
        elif character in "\u0640\u00ad" or unicodedata.category(character) == "Cf":
            folded = " " if character == "\u200c" else ""  # ZWNJ parts Persian words as spaces do
        elif character.isdecimal():
            folded = f" {unicodedata.decimal(character)} "
        else:
            folded = "".join(
                part
                for part in unicodedata.normalize("NFKD", character.casefold())
                if (part in _INDIC and part not in "\u093c\u09bc")
                or unicodedata.category(part)[0] != "M"
            ).translate(_SAME_LETTER)
            if folded and folded[0] not in _INDIC and not folded.isalnum():
                folded = " "
            elif IDEOGRAPH.match(folded):
                folded = f" {folded} "
        if code < 0xA000:  # the rest are rare, and many
            self[code] = folded
        return folded


_FOLD = _Fold()


def words_in(text: str) -> list[str]:
    """The folded words of a text, each digit one, and the signs that are words."""
    return text.translate(_FOLD).split()


@functools.lru_cache(maxsize=8192)
def words_of(word: str) -> tuple[str, ...]:
    """The same of one word as it is written, remembered."""
    return tuple(words_in(word))


def key_of(words: Iterable[str]) -> str:
    """The letters of a block: what is left where signs, spaces and numbers do not matter."""
    return "".join(word for word in words if not (word in NOT_WORDS or word.isdigit()))


def spaced(words: Iterable[str]) -> str:
    """The words without signs, a space at each end and between them."""
    return f" {' '.join(word for word in words if word not in NOT_WORDS)} "


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """A phrase that a block begins with."""

    words: tuple[str, ...]
    limit: int
    bracketed: bool
    parts: int  # its words as they are written, before signs were parted; without a last @

    def opens(self, text: str, words: list[str]) -> bool:
        """Whether a block of this text, and of these words, begins with the phrase."""
        if len(text) > self.limit or (self.bracketed and text.lstrip()[:1] not in OPENERS):
            return False
        return self._fits(text, words, 0, 0)

    def _fits(self, text: str, words: list[str], at: int, place: int) -> bool:
        for number in range(place, len(self.words)):
            wanted = self.words[number]
            if wanted == "@":
                return at < len(words) and _are_names(text.split()[self.parts :])
            if wanted == "~":
                return are_of_time(words[at:])
            if wanted in ("*", "**"):
                most = len(words) if wanted == "**" else min(at + 1 + _LONGEST_GAP, len(words))
                ends = range(at + 1, most)
                return any(self._fits(text, words, end, number + 1) for end in ends)
            if at == len(words):
                return False
            found = words[at]
            if wanted == ":":
                if found not in _LABEL and not (number > 1 and words[at : at + 2] == [".", "."]):
                    return False
            elif found != wanted and not (wanted == "#" and found.isdigit()):
                return False
            at += 1
        return True


def _are_names(words: list[str]) -> bool:
    """Whether words are a name or some; small words such as "and" may stand between."""
    bare = [name for word in words if (name := word.strip(LEADING))]
    return 0 < len(bare) <= _MOST_NAMES and all(
        word[0].isupper() or len(word) <= 3 or word[0].lower() == word[0].upper() for word in bare
    )


def are_of_time(words: Sequence[str]) -> bool:
    """Whether folded words are a date, a time of day or an age ("3 hours ago"), and no more."""
    known = phrases().time_words
    digits = sum(map(str.isdigit, words))
    return (
        len(words) <= _MOST_TIME_WORDS
        and digits > 0
        and all(word.isdigit() or word in known or word in ":|.-" for word in words)
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Phrases:
    """The table, arranged for search.

    firsts: the first word of each phrase that is to begin a block; openings: its first two words,
    or one where the second is no word. starts: by the first word. wholes: by key, whether brackets
    must enclose it. inside: phrases that may stand anywhere, with a space at each end, and their
    limits; ends, lasts: phrases that close a block, and the last words of those as
    they are written. anchors: one word of
    each as it is written; ideographs: those written without spaces.
    rows, counted, ages: keys of what counts in a row only, behind a number only, of an age.
    time_words: folded words of dates and times.
    """

    firsts: Set[str]
    openings: Set[tuple[str, ...]]
    starts: Mapping[str, Sequence[Start]]
    wholes: Mapping[str, bool]
    inside: Sequence[tuple[str, int]]
    ends: Sequence[tuple[str, int]]
    lasts: Set[str]
    anchors: set[str]
    ideographs: re.Pattern[str]
    rows: Set[str]
    counted: Set[str]
    ages: Set[str]
    time_words: Set[str]


@functools.cache
def phrases() -> Phrases:
    """What `data/boilerplate.tsv` holds, and the months of `data/months.tsv`."""
    firsts: set[str] = set()
    openings: set[tuple[str, ...]] = set()
    starts: dict[str, list[Start]] = {}
    wholes: dict[str, bool] = {}
    inside = []
    ends = []
    lasts: set[str] = set()
    anchors: set[str] = set()
    keys: dict[str, set[str]] = {"row": set(), "count": set(), "age": set(), "time": set()}
    for row in read_table("boilerplate.tsv"):
        phrase, place, limit = row["phrase"], row["place"], int(row["limit"])
        bracketed = phrase.startswith("(")
        words = _wanted(phrase)
        if place in keys:
            keys[place].update(words if place in ("age", "time") else (key_of(words),))
            continue
        if place == "end":
            ends.append((spaced(words), limit))
            last = phrase.split()[-1]
            lasts.update([last[-2:]] if IDEOGRAPH.match(last) else _forms(last))
            continue
        if place == "contains":
            inside.append((spaced(words), limit))
            anchors.update(_anchors(phrase.split()))
            continue
        if place == "start":
            start = Start(words, limit, bracketed, len(phrase.split()) - 1)
            starts.setdefault(words[0], []).append(start)
        else:
            wholes[key_of(words)] = bracketed and wholes.get(key_of(words), True)
        firsts.add(words[0])
        openings.add(words[: 2 if len(words) > 1 and words[1].isalnum() else 1])
    months = (word for row in read_table("months.tsv") for word in words_in(row["form"]))
    return Phrases(
        firsts,
        openings,
        starts,
        wholes,
        inside,
        ends,
        lasts,
        anchors,
        re.compile("|".join(sorted(filter(IDEOGRAPH.match, anchors)))),
        keys["row"],
        keys["count"],
        keys["age"],
        keys["time"].union(keys["age"], months),
    )


def _wanted(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the table, the signs with a meaning among them."""
    timed = phrase.endswith(" ~")
    words: list[str] = []
    for word in words_in(phrase):
        if word == "*" and words and words[-1] == "*":
            words[-1] = "**"
        else:
            words.append(word)
    return (*words, "~") if timed else tuple(words)


def _anchors(phrase: list[str]) -> Iterator[str]:
    """A rare word of a phrase, rather not its last, which signs may follow, as it is written."""
    longest = max(phrase[:-1], key=len, default="")
    yield from _forms(longest if len(longest) >= 5 else max(phrase, key=len))


def _forms(word: str) -> Iterator[str]:
    """The ways in which a word of a phrase is written."""
    plain = "".join(words_in(word))
    for form in (word, plain, plain.replace("ا", "أ", 1), plain.replace("ا", "إ", 1)):
        yield from (form, form.capitalize(), form.upper(), form.replace("i", "İ").upper())
