"""What opens an item of a list: a sign, or a number, letter or word that counts."""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from transforms.tables import read_table
from transforms.text import INVISIBLE

SPACE = rf"[ \t\xa0\u2000-\u200a\u202f\u3000\ufe0f{INVISIBLE}]*"
"""White space within a line and what cannot be seen, for a regular expression."""
_SIGNS = "-–—−•·*●▪◦‣■□☐✓✔☑✅➢➤►▶▸▹→➔➜○◆♦🔹🔸🔴🔵👉ـ⁃∙・"
_DASHES = "-–—−ـ"
_TENS = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(
    rf"[\s{INVISIBLE}]*(?:"
    rf"(?P<sign>[{_SIGNS}])"
    r"|(?P<enclosed>[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿])"
    rf"|(?P<ideograph>{_TENS})、|[（(](?P<parted>{_TENS})[）)]"
    r"|(?P<year>\d{4})(?:\s?[-–:])(?!\s?\d)"
    rf"|(?P<keycap>\d)\ufe0f?\u20e3"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.)]?(?=[ \t\xa0\u202f])"
    rf"|[(（]?(?P<number>\d{{1,2}}){SPACE}"
    rf"(?:[)）]{SPACE}[-–.:]?(?!\d)|\.?[º°ª][.)-]?|[.．،、/:۔-]+(?!\d)|[–—](?!\s?\d))"
    r"|\(?(?P<roman>[ivx]{1,5}|[IVX]{1,5})[.)](?=\s)"
    r"|[(（](?P<bracketed>الف|\w)ـ?[)）]|(?P<glued>الف|[^\W\d_])ـ?[)）]"
    rf"|(?P<letter>الف|[^\W\d_])ـ?{SPACE}[.:،۔-](?=\s)"
    rf"|(?P<arabic>الف|[ء-يپچژگک])ـ?{SPACE}-"
    rf"|(?P<word>[^\W\d_]{{1,20}}[\u064b\u064c\u064d]?[^\W\d_]?){SPACE}[:：、–—-]"
    rf"){SPACE}"
)
_WORD = re.compile(r"[^\W_]")
_ORDERS = {
    # how lists count by letters; (text, how many letters may be skipped)
    "latin": ("abcdefghijklmnopqrstuvwxyz", 0),
    "cyrillic": ("абвгґдеєжзиіїклмнопрстуфхцчшщюя", 2),  # Russian lists skip Ukrainian letters
    "abjad": ("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", 0),
    "arabic": ("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", 0),
    "persian": ("أبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", 0),
    "hebrew": ("אבגדהוזחטיכלמנסעפצקרשת", 0),
}
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_IDEOGRAPHS = "〇一二三四五六七八九"
_BY_ONE = ("number", "ideograph", "roman", "enclosed", "word")


@dataclasses.dataclass(frozen=True, slots=True)
class Marker:
    """What opens an item, in each way it can be read: by way, the number it counts.

    Signs count nothing: each is 0. A letter i is both the ninth and the first.
    """

    readings: tuple[tuple[str, int], ...]

    def followed_by(self, other: Marker) -> Marker | None:
        """The other marker, in the ways in which it goes on from this one; None if in none."""
        before = dict(self.readings)
        goes_on = tuple(
            (way, number)
            for way, number in other.readings
            if way in before and _step(way, number - before[way])
        )
        return Marker(goes_on) if goes_on else None

    @property
    def way(self) -> str:
        """How it counts, in the first of its readings."""
        return self.readings[0][0]

    def is_sign(self) -> bool:
        """Whether it counts nothing."""
        return self.readings[0][1] == 0

    def is_clause(self) -> bool:
        """Whether it numbers a clause of a document, as 2.1 does, and no item of a list."""
        return self.way.startswith("decimal")

    def is_first(self) -> bool:
        """Whether it may open a list."""
        return self.is_sign() or 1 in dict(self.readings).values()


def _step(way: str, step: int) -> bool:
    if way in _ORDERS:
        return 0 < step <= 1 + _ORDERS[way][1]
    return step == (1 if way in _BY_ONE or way.startswith("decimal") else 0)


def has_words(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands in text[start:end]."""
    return _WORD.search(text, start, end) is not None


def marker_at(text: str, start: int, end: int, worded: bool = True) -> tuple[Marker, int] | None:
    """The marker that opens text[start:end], if words follow, and where these begin."""
    match = _MARKER.match(text, start, end)
    if not match or (worded and not has_words(text, match.end(), end)):
        return None
    kind = match.lastgroup or ""
    value = match[kind]
    if kind == "sign":
        after = text[match.end("sign") : match.end("sign") + 3]
        if value in "-−" and after[:1].isdigit() and not after.isdigit():  # "-5 degrees"
            return None
        doubled = after.startswith(value)
        if doubled and not (value in _DASHES and after[1:2].isspace()):  # a rule of dashes
            return None
        return Marker((("dash" if value in _DASHES else value, 0),)), match.end() + doubled
    if kind == "year":
        # a year opens a line of a chronology: it is part of the item's words
        return Marker((("year", 0),)), start
    readings = tuple(_readings(kind, value))
    return (Marker(readings), match.end()) if readings else None


def _readings(kind: str, value: str) -> Iterator[tuple[str, int]]:
    """The ways in which a counting marker can be read."""
    if kind == "decimal":
        above, _, last = value.rpartition(".")
        yield f"decimal {above}", int(last)
    elif kind == "word":
        number = _ordinals().get(plain_word(value))
        if number:
            yield "word", number
    elif value.isdecimal():
        yield "number", int(value)
    elif kind in ("ideograph", "parted"):
        yield "ideograph", _ideographic(value)
    elif kind == "enclosed":
        yield "enclosed", ord(value)
    else:
        letter = value.lower().replace("الف", "أ").replace("ا", "أ")
        for way, (letters, _) in _ORDERS.items():
            if len(letter) == 1 and letter in letters:
                yield way, letters.index(letter) + 1
        if letter in _ROMANS:
            yield "roman", _ROMANS.index(letter) + 1


@functools.cache
def _ordinals() -> Mapping[str, int]:
    return {plain_word(row["form"]): int(row["number"]) for row in read_table("ordinals.tsv")}


def plain_word(word: str) -> str:
    """A word without vowel marks, accents and letter case.

    >>> plain_word("أولاً") == plain_word("اولا")
    True
    """
    parted = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in parted if not unicodedata.combining(c))


def _ideographic(value: str) -> int:
    """一 to 九十九 as numbers.

    >>> _ideographic("二十三")
    23
    """
    tens, ten, ones = value.rpartition("十")
    if not ten:
        return _IDEOGRAPHS.find(value[0])
    return (_IDEOGRAPHS.find(tens) if tens else 1) * 10 + (_IDEOGRAPHS.find(ones) if ones else 0)
