"""Which language a text is in: langdetect's answer, seeded, or `und` where it has no ground.

langdetect-rs gives the same answers, bit for bit, at a fiftieth of the time and is used where it
is installed; a test holds the two against each other on the shipped samples.
"""

from __future__ import annotations

import dataclasses
import functools
from types import ModuleType
from typing import Any

SEED = 0
MIN_LETTERS = 20
"""Fewer letters are no ground to stand on; an ideograph or syllable counts for four."""
MIN_SCORE = 0.8
SAMPLE = 10_000
"""Code points that are looked at; langdetect itself reads no further."""

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


def _has_ground(text: str) -> bool:
    letters = 0
    for character in text:
        if character.isalpha():
            # U+3040 to U+D7A3: kana, ideographs, hangul
            letters += 4 if "\u3040" <= character <= "\ud7a3" else 1
            if letters >= MIN_LETTERS:
                return True
    return False


def detect(text: str, package: ModuleType | None = None) -> Language:
    """The language of a text, the same on every run.

    >>> detect("12 : 7")
    Language(tag='und', score=0.0)
    """
    sample = text[:SAMPLE]
    if not _has_ground(sample):
        return UNDETERMINED
    package = package or fastest()
    detector = _factory(package).create()
    detector.append(sample)
    try:
        best = detector.get_probabilities()
    except package.LangDetectException:  # no n-gram that any profile knows
        return UNDETERMINED
    if not best:
        return UNDETERMINED
    score = round(best[0].prob, 4)
    return Language(_BCP47.get(best[0].lang, best[0].lang) if score >= MIN_SCORE else "und", score)


def detect_segment(text: str, article: Language) -> Language:
    """The language of a segment; one too short to tell is taken to be in its article's."""
    own = detect(text)
    return article if own.tag == "und" else own
