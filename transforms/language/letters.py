"""What a text's letters tell of its language: its script, and letters that few languages have.

The tables are `data/scripts.tsv` (blocks of the Unicode standard), `data/languages.tsv` (the
scripts that name their language) and `data/letters.tsv` (telling letters).
"""

from __future__ import annotations

import bisect
import collections
import dataclasses
import functools
import re
import unicodedata
from collections.abc import Mapping

from transforms.tables import read_table

MIN_FIT = 0.8
"""The least part of the telling letters that must be a language's own."""
_SYLLABIC = ("Hani", "Kana", "Hang")
"""An ideograph or a syllable says as much as some four letters."""
_MIN_KANA = 0.05
"""Japanese prose is kana by half, headlines by a tenth; Chinese quotes a title in it at most."""


@dataclasses.dataclass(frozen=True, slots=True)
class Letters:
    """What letters a text has.

    `script` is the ISO 15924 name of the script that most are in, or empty; Hani is Chinese, Kana
    is Japanese. `share` is the part of the letters that it has, `density` the part of all code
    points; both 0 to 1. `count` is of letters and the marks on them in all scripts, ideographs and
    syllables four times; `different` of different signs, be they letters or not.
    """

    script: str
    share: float
    density: float
    count: int
    different: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Alphabet:
    """Telling letters of a language; `foreign` are those of others in the script but not of it."""

    language: str
    telling: frozenset[str]
    foreign: frozenset[str]
    least: float


@functools.cache
def _blocks() -> tuple[list[int], list[tuple[int, str]]]:
    rows = read_table("scripts.tsv")
    return [int(row["first"], 16) for row in rows], [
        (int(row["last"], 16), row["script"]) for row in rows
    ]


@functools.lru_cache(maxsize=8_192)
def script_of(character: str) -> str:
    """The script of a letter or mark, as ISO 15924 names it; empty for all else.

    >>> script_of("я"), script_of("7")
    ('Cyrl', '')
    """
    if unicodedata.category(character)[0] not in "LM":
        return ""
    firsts, blocks = _blocks()
    last, script = blocks[bisect.bisect(firsts, ord(character)) - 1]
    return script if firsts[0] <= ord(character) <= last else ""


@functools.cache
def _of_scripts() -> Mapping[str, str]:
    """The language of each script that has but one, unless its letters tell another."""
    return {
        row["script"]: row["language"]
        for row in read_table("languages.tsv")
        if row["how"] == "script"
    }


@functools.cache
def _alphabets() -> Mapping[str, tuple[re.Pattern[str], tuple[_Alphabet, ...]]]:
    """By script, a pattern for all telling letters, and whose they are."""
    rows = read_table("letters.tsv")
    found: dict[str, tuple[re.Pattern[str], tuple[_Alphabet, ...]]] = {}
    for script in {row["script"] for row in rows}:
        own = [row for row in rows if row["script"] == script]
        every = frozenset("".join(row["letters"] + row["also"] for row in own))
        found[script] = (
            re.compile(f"[{''.join(sorted(every))}]"),
            tuple(
                _Alphabet(
                    row["language"],
                    frozenset(row["letters"]),
                    every.difference(row["letters"], row["also"]),
                    int(row["least"]) / 1000,
                )
                for row in own
            ),
        )
    return found


def look(text: str) -> Letters:
    """Count the letters of a text; it is read in full, so give it a sample."""
    signs = collections.Counter(text)
    scripts: dict[str, int] = {}
    for sign, times in signs.items():
        script = script_of(sign)
        if script:
            scripts[script] = scripts.get(script, 0) + times
    if not scripts:
        return Letters("", 0.0, 0.0, 0, len(signs))
    total = sum(scripts.values())
    count = total + 3 * sum([scripts.get(script, 0) for script in _SYLLABIC])
    kana = scripts.pop("Kana", 0)
    if kana:
        scripts["Hani"] = scripts.get("Hani", 0) + kana
    script = max(scripts, key=scripts.__getitem__)
    most = scripts[script]
    if script == "Hani" and kana > _MIN_KANA * most:
        script = "Kana"
    return Letters(script, most / total, most / len(text), count, len(signs))


@dataclasses.dataclass(frozen=True, slots=True)
class Fit:
    """A language that the telling letters fit.

    `fit` is the part of them that is its own, 0 to 1; `times` how often they are there.
    """

    language: str
    fit: float
    times: int


def by_script(letters: Letters) -> str | None:
    """The language of a script that has but one, where at least half of the letters are in it."""
    return _of_scripts().get(letters.script) if letters.share >= 0.5 else None


def by_letters(text: str, letters: Letters) -> list[Fit]:
    """The languages that the telling letters of a text fit best, several where they fit alike.

    >>> text = "Йому відповіли, що її тут немає"
    >>> by_letters(text, look(text))
    [Fit(language='uk', fit=1.0, times=5)]
    """
    if letters.script not in _alphabets() or (letters.script == "Latn" and text.isascii()):
        return []
    every, alphabets = _alphabets()[letters.script]
    telling = collections.Counter(every.findall(text.lower()))
    if not telling:
        return []
    length = letters.density * len(text)
    best: list[Fit] = []
    rank = (MIN_FIT, 0)
    for alphabet in alphabets:
        own = sum([telling[sign] for sign in telling if sign in alphabet.telling])
        if not own or own < alphabet.least * length:
            continue
        foreign = sum([telling[sign] for sign in telling if sign in alphabet.foreign])
        fit = own / (own + foreign)
        reached = (fit, own)
        if reached > rank:
            best, rank = [], reached
        if reached == rank:
            best.append(Fit(alphabet.language, round(fit, 4), own))
    return best
