"""The n-gram model: langdetect, seeded, or langdetect-rs where it gives the same answers.

langdetect is the reference. langdetect-rs is a rewrite that gives its answers bit for bit, at a
fiftieth of the time, but it is young. Tests hold the two against each other on every sample; in
production, a process has langdetect-rs answer PROBES when it loads the profiles, which costs less
than a millisecond, and goes back to langdetect, saying so once, if an answer differs.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from types import ModuleType
from typing import Any

SEED = 0
PROBES: Mapping[str, Mapping[str, float]] = {
    "Port strike in the harbour. Der Hafen bleibt weiter geschlossen.": {"de": 1.0},
    "Regjeringen krever at grensen åpnes igjen før fredag.": {"no": 1.0},
    "Министерство требует открыть границу до пятницы.": {"ru": 1.0},
    "وزارت امور خارجه خواستار بازگشایی مرز شد.": {"fa": 1.0},
    "सरकार ने कहा कि सीमा फिर से खोली जाए।": {"hi": 1.0},
    "政府要求在星期五以前重新開放邊界。 https://example.org/a": {"ko": 1.0},
    "Saksi na, et cum in de la no si a o e.": {"it": 0.7143, "pt": 0.2857},
    "12 : 7": {},
}
"""Texts, and what langdetect 1.0.9 answers with SEED, to four decimals; its mistakes too.

The fourth decimal of the doubtful one shows another random sequence; a URL, marks and a text
without n-grams show another preparation.
"""
_BCP47 = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant", "no": "nb"}
"""langdetect's names that are no BCP-47 tags of today."""
_LOG = logging.getLogger(__name__)


def reference() -> ModuleType:
    """langdetect itself."""
    import langdetect

    return langdetect  # type: ignore[no-any-return]  # the package has no types


@functools.cache
def fastest() -> ModuleType:
    """langdetect-rs where it is installed and gives the reference's answers, else langdetect."""
    try:
        import langdetect_rs
    except ImportError:
        return reference()
    return langdetect_rs if agrees(langdetect_rs) else reference()


def agrees(package: ModuleType) -> bool:
    """Whether a package answers PROBES as langdetect does; a warning is logged where not."""
    try:
        for text, expected in PROBES.items():
            found = {name: round(chance, 4) for name, chance in answer(text, package).items()}
            if found != expected:
                _LOG.warning("langdetect is used: %s answers otherwise", package.__name__)
                return False
    except Exception:
        _LOG.warning("langdetect is used: %s failed", package.__name__, exc_info=True)
        return False
    return True


@functools.cache
def _factory(package: ModuleType) -> Any:
    """The loaded profiles: one copy a process, never changed afterwards."""
    factory = package.DetectorFactory()
    factory.load_profile(package.PROFILES_DIRECTORY)
    factory.set_seed(SEED)
    return factory


def answer(text: str, package: ModuleType) -> dict[str, float]:
    """A package's own names of languages, and their probabilities, those over 0.1 only."""
    detector = _factory(package).create()
    detector.append(text)
    try:
        return {guess.lang: guess.prob for guess in detector.get_probabilities()}
    except package.LangDetectException:  # no n-gram that any profile knows
        return {}


def chances(text: str, package: ModuleType | None = None) -> dict[str, float]:
    """The probability, 0 to 1, of each language over 0.1, by its BCP-47 tag."""
    found = answer(text, package or fastest())
    return {_BCP47.get(name, name): chance for name, chance in found.items()}


@functools.cache
def languages() -> frozenset[str]:
    """The languages that the model has profiles of, by their BCP-47 tags."""
    names = _factory(fastest()).get_lang_list()
    return frozenset(_BCP47.get(name, name) for name in names)
