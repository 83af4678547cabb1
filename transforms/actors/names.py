"""How names are written: folding, marks that do not count, where words end, what is glued to them.

All of it keeps to the language: Arabic and Hebrew glue prepositions and articles before a name,
Turkish, German and Persian endings behind it. Offsets are code points, start inclusive, end
exclusive.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from transforms.tables import read_table

SCRIPTS = {
    **dict.fromkeys(("en", "tr", "fr", "es", "de", "pt", "it"), "latin"),
    **dict.fromkeys(("ru", "uk"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur"), "arabic"),
    **dict.fromkeys(("zh", "ja"), "cjk"),
    "he": "hebrew",
    "hi": "devanagari",
}
"""The languages that the table of names has, and the script in which each is written."""

# ---- folding ------------------------------------------------------------------------------------

_ALIKE: tuple[tuple[str, str], ...] = (
    *zip("‘’ʼ´״“”׳‐‑\xa0\u202f\n\r\t#_", "''''\"\"\"'--       ", strict=True),
    *zip("أإآٱىیےکہۃة", "اااايييكههه", strict=True),
    ("ё", "е"),
    ("ı", "i"),
)
"""Characters that writers use for one another, one for one, so that offsets stay."""
_SPACES: tuple[tuple[str, str], ...] = tuple((mark, " ") for mark in "\n\r\t#_")
_HIDDEN = re.compile(
    # Arabic vowel marks and tatweel, Hebrew points, soft hyphen, direction marks
    "[\u064b-\u0652\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def fold_name(text: str) -> str:
    """The text as names are compared: same length, no case, one form a letter.

    >>> fold_name("Côte d’Ivoire")
    "côte d'ivoire"
    """
    # lower() and replace() over the whole text are several times faster than translate()
    ascii_only = text.isascii()
    text = text.lower() if ascii_only else text.replace("İ", "i").lower()
    for character, like in _SPACES if ascii_only else _ALIKE:
        text = text.replace(character, like)
    return text


@dataclasses.dataclass(frozen=True, slots=True)
class Bare:
    """A text without the marks that writers may leave out, and the way back to its offsets.

    >>> bare = strip_marks("في مصرُ")
    >>> bare.text, bare.span(3, 6)
    ('في مصر', (3, 7))
    """

    text: str
    cuts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where bare text[start:end] stands in the whole text, with the marks on its letters."""
        if not self.cuts:
            return start, end
        # marks before the first letter belong to what is before, those behind the last to it
        return (
            start + bisect.bisect_right(self.cuts, start),
            end + bisect.bisect_right(self.cuts, end),
        )


def strip_marks(text: str) -> Bare:
    """The text without vowel marks, tatweel, soft hyphens and direction marks."""
    if text.isascii() or _HIDDEN.search(text) is None:
        return Bare(text)
    # each cut as an offset into the bare text: that many marks stood before it
    cuts = tuple(found.start() - count for count, found in enumerate(_HIDDEN.finditer(text)))
    return Bare(_HIDDEN.sub("", text), cuts)


# ---- words --------------------------------------------------------------------------------------


class _Kinds(dict[str, int]):
    """What a character is to a word: 0 no part of one, 1 a letter, 2 an ideograph, 3 katakana."""

    def __missing__(self, character: str) -> int:
        if "\u30a1" <= character <= "\u30fe" and character != "・":
            kind = 3
        elif "\u3040" <= character <= "\u9fff":
            kind = 2
        else:
            kind = int(unicodedata.category(character)[0] in "LMN")
        if character < "\U00010000":
            self[character] = kind
        return kind


KIND = _Kinds()


def joined(left: str, right: str) -> bool:
    """Whether two neighbouring characters are of one word; ideographs run on, kana words do not."""
    a, b = KIND[left], KIND[right]
    return bool(a and b) and (a == b == 3 if a > 1 or b > 1 else True)


def letters_before(text: str, start: int, most: int) -> str:
    """The letters of the same word directly before a position; most + 1 of them are too many."""
    first = start
    while first > 0 and start - first <= most and KIND[text[first - 1]] == 1:
        first -= 1
    return text[first:start]


def letters_after(text: str, end: int, most: int) -> str:
    """The letters of the same word directly behind a position; most + 1 of them are too many."""
    last = end
    while last < len(text) and last - end <= most and KIND[text[last]] == 1:
        last += 1
    return text[end:last]


# ---- what is glued to a name --------------------------------------------------------------------

Prefixes = Mapping[str, int]
"""What may stand glued before a form, and how many of its last characters the name takes in."""

_ARTICLE = "ال"
_LIKE_ARTICLE = (_ARTICLE, "أل", "إل")
"""Writers who leave out hamza also write للمانيا."""
_AR_NAME = dict.fromkeys(("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"), 0)
"""Without ك, "like": it is rare before names, and كلاوس is Klaus, not "like Laos"."""
_AR_LAM = dict.fromkeys(("ل", "ول", "فل"), 0)
"""Before a name that has lost the alif of its article: ل and العراق give للعراق."""
_AR_ADJECTIVE = {
    **_AR_NAME,
    **dict.fromkeys((f"{glued}{_ARTICLE}" for glued in ("", *"وفبك", "وب", "فب", "وك")), 2),
    **dict.fromkeys(("لل", "ولل", "فلل"), 1),
}
_HE_NAME = dict.fromkeys(
    (
        f"{conjunction}{relative}{preposition}"
        for conjunction in ("", "ו")
        for relative in ("", "ש", "כש", "מש")
        for preposition in ("", "ב", "ל", "מ", "כ", "ה")
    ),
    0,
)
_NOTHING = {"": 0}
LONGEST_PREFIX = 5
LONGEST_SUFFIX = 10
_SUFFIXES = {
    # case, possessive and plural endings that are written without an apostrophe; folded ı is i
    "tr": re.compile(
        "(?:l[iuü])?(?:l[ae]r)?(?:[iuü]n|n[iuü]n|[yn]?[iuü]|[yn]?[ae]|n?[dt][ae](?:n|ki)?|y?l[ae])?"
    ),
    # plural, and the joining ya of a name that ends in a vowel
    "fa": re.compile("ي|ها|هاي|هايي|ان|يان|يها"),
    "de": re.compile("s"),
}
_LEAST_WITH_SUFFIX = {"tr": 4, "fa": 4, "de": 4}
_PEOPLE = frozenset({"adjective", "demonym"})


def prefixes(language: str, form: str, kind: str) -> Prefixes:
    """What may stand glued before a form; the empty string, nothing, is always among it.

    Names under three letters stand alone, capitals under four, and those of cues.tsv
    (bare_capital): وجوبا is "obligatorily" more often than "and Juba".
    """
    least = 4 if kind == "capital" else 3
    if language == "ar" and len(form) >= least and form not in _bare_capitals():
        # سورية and its like are names of states as well as adjectives
        adjective = kind in _PEOPLE or (form.endswith("ية") and " " not in form)
        return _AR_ADJECTIVE if adjective else _AR_NAME
    if language == "he" and len(form) >= 3:
        return _HE_NAME
    return _NOTHING


@functools.cache
def _bare_capitals() -> frozenset[str]:
    return frozenset(row["cue"] for row in read_table("cues.tsv") if row["rule"] == "bare_capital")


def suffixes(language: str, form: str) -> str:
    """The language whose endings may stand glued behind a form, or an empty string."""
    return language if len(form) >= _LEAST_WITH_SUFFIX.get(language, 1_000) else ""


@functools.lru_cache(maxsize=4096)
def is_suffix(language: str, ending: str) -> bool:
    """Whether a language has this ending, of folded letters.

    >>> is_suffix("tr", "nin"), is_suffix("tr", "s")
    (True, False)
    """
    pattern = _SUFFIXES.get(language)
    return pattern is not None and pattern.fullmatch(ending) is not None


def further_forms(language: str, form: str, kind: str) -> Iterator[tuple[str, Prefixes, bool]]:
    """Forms that follow from one of the table, with their prefixes, and whether a hyphen follows.

    >>> [form for form, _, _ in further_forms("ru", "российский", "adjective")]
    ['российско']
    """
    if language == "ar" and form.startswith(_LIKE_ARTICLE) and len(form) >= 5:
        yield form[1:], _AR_LAM, False
    if kind in _PEOPLE:
        for own, ending, short in _COMBINED:
            if language == own and form.endswith(ending):
                yield form.removesuffix(ending) + short, _NOTHING, True


_COMBINED = (
    ("ru", "кий", "ко"),
    ("uk", "кий", "ко"),
    ("de", "sche", "sch"),
)
"""Endings of adjectives in compounds (российско-турецкий, russisch-türkisch), by language."""
