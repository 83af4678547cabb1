"""Which language a text is in: langdetect's answer, seeded, or `und` where it has no ground.

langdetect-rs gives the same answers, bit for bit, at a fiftieth of the time and is used where it
is installed; a test holds the two against each other on the shipped samples.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import re
from types import ModuleType
from typing import Any

SEED = 0
MIN_LETTERS = 20
"""Fewer letters are no ground to stand on; an ideograph or syllable counts for four."""
MIN_DIFFERENT = 5
"""Different characters; what has fewer is a row of signs, whatever an n-gram model says of it."""
MIN_SCORE = 0.8
SAMPLE = 10_000
"""Code points that are looked at; langdetect itself reads no further."""

_SCRIPTS = {
    # scripts of a single language of the news, which langdetect has no profile for
    "und": "\u1200-\u137f",  # Amharic or Tigrinya
    "hy": "\u0531-\u058a",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "km": "\u1780-\u17ff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "si": "\u0d80-\u0dff",
    "dv": "\u0780-\u07bf",
    "bo": "\u0f00-\u0fff",
}
_OF_SCRIPT = re.compile("|".join(f"(?P<{tag}>[{letters}])" for tag, letters in _SCRIPTS.items()))
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
_BCP47 = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant", "no": "nb"}
"""langdetect's names that are no BCP-47 tags of today."""


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """A BCP-47 tag and how sure the detector is, 0 to 1; `und` keeps the best guess's score."""

    tag: str
    score: float


UNDETERMINED = Language("und", 0.0)


def reference() -> ModuleType:
    """langdetect itself."""
    import langdetect

    return langdetect  # type: ignore[no-any-return]  # the package has no types


def fastest() -> ModuleType:
    """langdetect-rs where it is installed, else langdetect."""
    try:
        import langdetect_rs
    except ImportError:
        return reference()
    return langdetect_rs  # type: ignore[no-any-return]  # the package has no types


@functools.cache
def _factory(package: ModuleType) -> Any:
    """The loaded profiles: one copy a process, never changed afterwards."""
    factory = package.DetectorFactory()
    factory.load_profile(package.PROFILES_DIRECTORY)
    factory.set_seed(SEED)
    return factory


def _count_letters(text: str) -> int:
    """Letters, or enough of them; an ideograph or a syllable, U+3040 to U+D7A3, counts for four."""
    letters = 0
    for character in text:
        if character.isalpha():
            letters += 4 if "\u3040" <= character <= "\ud7a3" else 1
            if letters >= MIN_LETTERS:
                break
    return letters


def _by_script(text: str) -> str | None:
    """The language whose own script at least half of the letters are in."""
    if not _OF_SCRIPT.search(text):
        return None
    found = collections.Counter(match.lastgroup for match in _OF_SCRIPT.finditer(text))
    ((tag, count),) = found.most_common(1)
    return tag if 2 * count > sum(map(str.isalpha, text)) else None


def detect(text: str, package: ModuleType | None = None) -> Language:
    """The language of a text, the same on every run.

    >>> detect("12 : 7")
    Language(tag='und', score=0.0)
    """
    sample = text[:SAMPLE]
    if _count_letters(sample) < MIN_LETTERS or len(set(sample)) < MIN_DIFFERENT:
        return UNDETERMINED
    own = _by_script(sample)
    if own:
        return Language(own, 0.0 if own == "und" else 1.0)
    package = package or fastest()
    detector = _factory(package).create()
    detector.append(sample)
    try:
        best = detector.get_probabilities()
    except package.LangDetectException:  # no n-gram that any profile knows
        return UNDETERMINED
    chances = {guess.lang: guess.prob for guess in best}
    if "ko" in chances and not _HANGUL.search(sample):
        # its Korean profile is from a time with many ideographs
        chances["zh-tw"] = chances.get("zh-tw", 0.0) + chances.pop("ko")
    if not chances:
        return UNDETERMINED
    name = max(chances, key=chances.__getitem__)
    score = round(min(chances[name], 1.0), 4)
    return Language(_BCP47.get(name, name) if score >= MIN_SCORE else "und", score)


def detect_segment(text: str, article: Language) -> Language:
    """The language of a segment; one too short to tell is taken to be in its article's."""
    own = detect(text)
    return article if own.tag == "und" else own
