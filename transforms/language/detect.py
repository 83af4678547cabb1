"""Which language a text is in, as a BCP-47 tag, or `und` where it has no ground.

In turn: a script that one language has (`letters`), letters that few languages have, the n-gram
model of langdetect (`ngrams`), held against the most common words of each language (`words`).
docs/languages.md lists the languages that are known, and what a score means.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections.abc import Sequence
from types import ModuleType

from transforms.language import ngrams, words
from transforms.language.letters import Letters, by_letters, by_script, look
from transforms.tables import read_table

MIN_LETTERS = 17
"""Fewer letters are no ground for the n-gram model and for words. Marks on letters count, an
ideograph or a syllable four times.
"""
_MIN_TOLD = 13
"""Fewer are no ground for anything."""
MIN_DIFFERENT = 5
"""Different characters; what has fewer is a row of signs, whatever an n-gram model says of it."""
MIN_SCORE = 0.8
SAMPLE = 10_000
"""Code points in which a text's slices lie; langdetect itself reads no further."""
_SLICES = 6
_SLICE = 100
"""Code points; six slices of a story tell as much as the whole, at a third of the cost."""
_FEW = 150
"""Code points of the sample that the script is told from."""
_TELLING = 2
"""Telling letters that are no accident."""
_ONE_LETTER = 6.0
"""What a single telling letter weighs: two or three words."""
_CONTRADICTED = 4.0
"""Words that make another language e ** 4 times likelier, and _PART more than they do the one
that the letters tell, speak against letters.
"""
_PART = 0.4
_EACH = 0.5
"""What each telling letter weighs against words: Turkish endings behind apostrophes are Maori."""
_TRUST = 0.7
"""Common words come together: what several weigh is less than their sum."""
_ENOUGH = 45
"""Different words; more add no weight, or a foreign paragraph's outweigh a story's."""
_SURE = 6.0
"""The model's certainty is believed to e ** 6 to one, whatever it says itself."""
_UNKNOWN = 4.0
"""The same, against languages that it has no profile for and cannot name."""
_FAMILIAR = 2
"""Common words that confirm a segment, if they are a twelfth of its words."""
_BRIEF = 80
"""Code points of a segment that a single one confirms."""
_SHORT = 60
"""Letters of a segment that need no explanation if there is no common word among them."""
_LONG = 80
"""Letters that have a common word in them if the language is one of those that words are known of:
of 5,300 sentences of the right language, 17 had none.
"""
_LEAD = 1.0
"""A segment's words make another language than the article's e ** 1 times likelier, at least."""
_STRONG = 4.0
"""The same where the article's language could not be told."""
_WORDLESS = frozenset({"Hani"})
"""Scripts of several languages that are written without spaces."""
_URL = re.compile(r"(?:https?://|www\.)\S+")


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """A BCP-47 tag and how sure the detector is, 0 to 1; `und` keeps the best guess's score."""

    tag: str
    score: float


UNDETERMINED = Language("und", 0.0)


def _whole(part: str) -> str:
    """A slice without what stands before its first white space, which may be half of a URL."""
    return part.split(None, 1)[-1] if " " in part else part


@functools.cache
def _modelled() -> frozenset[str]:
    """The scripts of the languages that the n-gram model is asked for."""
    return frozenset(
        row["script"] for row in read_table("languages.tsv") if "model" in row["how"].split(",")
    )


@functools.cache
def _of_words_only() -> frozenset[str]:
    """The languages that only words tell."""
    return frozenset(
        row["language"] for row in read_table("languages.tsv") if row["how"] == "words"
    )


@functools.cache
def known() -> frozenset[str]:
    """The tags that a text can have; languages that only words are known of are not told."""
    return frozenset(row["language"] for row in read_table("languages.tsv"))


def _sample(text: str) -> tuple[str, str]:
    """Slices from all over the first SAMPLE code points, and the beginnings of these slices."""
    length = min(len(text), SAMPLE)
    if length <= _SLICES * _SLICE:
        sample = text[:length]
        few = sample[:_FEW]
    else:
        step = (length - _SLICE) // (_SLICES - 1)
        slices = [_whole(text[n * step : n * step + _SLICE]) for n in range(_SLICES)]
        sample = "\n".join(slices)
        few = "".join([part[: _FEW // _SLICES] for part in slices])
    if "://" in sample or "www." in sample:
        return _URL.sub(" ", sample), _URL.sub(" ", few)
    return sample, few


def detect(text: str, package: ModuleType | None = None) -> Language:
    """The language of a text, the same on every run.

    >>> detect("12 : 7")
    Language(tag='und', score=0.0)
    """
    sample, few = _sample(text)
    letters = look(few)
    if not _is_ground(letters):
        return UNDETERMINED
    weights = _weigh(words.words_of(sample), letters)
    return _decide(sample, letters, weights, package)


def _weigh(of_text: set[str], letters: Letters) -> dict[str, float]:
    """What the words of a text weigh; many weigh no more than _ENOUGH, as a passage has others."""
    weights = words.weigh(of_text, letters.script)
    if len(of_text) <= _ENOUGH:
        return weights
    part = _ENOUGH / len(of_text)
    return {language: weight * part for language, weight in weights.items()}


def _is_ground(letters: Letters) -> bool:
    return letters.count >= _MIN_TOLD and letters.different >= MIN_DIFFERENT


def _decide(
    sample: str, letters: Letters, weights: dict[str, float], package: ModuleType | None = None
) -> Language:
    """The language of a sample with letters enough, by all that is known of it."""
    fits = by_letters(sample, letters)
    if len(fits) > 1:
        return _likeliest({fit.language: weights.get(fit.language, 0.0) for fit in fits})
    if fits and fits[0].times >= _TELLING:
        own = weights.get(fits[0].language, 0.0)
        rival = max(weights.values(), default=0.0) - own
        against = max(_CONTRADICTED, _PART * own, _EACH * fits[0].times)
        if fits[0].language in words.scripts() and rival >= against:
            return _likeliest(weights)
        return Language(fits[0].language, fits[0].fit)
    only = by_script(letters)
    if only:
        return Language(only, 1.0)
    if letters.script not in _modelled():
        return UNDETERMINED
    if fits:
        weights[fits[0].language] = weights.get(fits[0].language, 0.0) + _ONE_LETTER
    if letters.count < MIN_LETTERS:
        return UNDETERMINED
    if _is_clear(weights):
        return _likeliest(weights)
    # the model leaves out words in capitals: a headline all in them is read in small letters
    chances = ngrams.chances(sample.lower() if sample.isupper() else sample, package)
    if letters.script != "Hang" and "ko" in chances:
        # its Korean profile is from a time with many ideographs
        chances["zh-Hant"] = chances.get("zh-Hant", 0.0) + chances.pop("ko")
    found = _likeliest(_together(chances, weights))
    heard = weights.get(found.tag, 0.0) or found.tag not in words.scripts()
    # so much of a language that is known, without one of its common words, is of another
    return found if heard or letters.count < _LONG else Language("und", found.score)


def _together(chances: dict[str, float], weights: dict[str, float]) -> dict[str, float]:
    """The model's probabilities and the weights of words, as one logarithm for each language.

    The model gives the languages that it has no profile for no chance at all, and is sure of
    another: they have a small one, so that many words of theirs outdo it.
    """
    left = max(1.0 - max(chances.values(), default=0.0), math.exp(-_UNKNOWN))
    least = math.exp(-_SURE)
    return {
        language: _TRUST * weights.get(language, 0.0)
        + math.log(
            max(chances.get(language, 0.0), least) if language in ngrams.languages() else left
        )
        for language in weights.keys() | chances.keys()
    }


def _is_clear(weights: dict[str, float]) -> bool:
    """Whether the likeliest language stays so whatever the model says."""
    leads = sorted(weights.values())
    second = leads[-2] if len(leads) > 1 else 0.0
    return bool(leads) and _TRUST * (leads[-1] - second) >= _SURE + 2


def _likeliest(logarithms: dict[str, float]) -> Language:
    """The likeliest language by its part in the whole; `und` where that is under MIN_SCORE."""
    if not logarithms:
        return UNDETERMINED
    best = max(logarithms, key=logarithms.__getitem__)
    top = logarithms[best]
    score = round(1 / sum([math.exp(value - top) for value in logarithms.values()]), 4)
    return Language(best if score >= MIN_SCORE and best in known() else "und", score)


def detect_segments(texts: Sequence[str], article: Language) -> list[Language]:
    """The languages of an article's segments, in their order.

    The article's is the prior: a segment has it, with the article's score, where it is short or
    has some of its common words and few that are foreign to it, or where its own evidence is no
    stronger than this. What is clearly in another language is seen to be.
    """
    common, foreign = words.common(article.tag), words.foreign(article.tag)
    return [_of_segment(text, article, common, foreign) for text in texts]


def _of_segment(
    text: str, article: Language, common: frozenset[str], foreign: frozenset[str]
) -> Language:
    """The language of one segment; see detect_segments."""
    sample, few = _sample(text)
    own = words.words_of(sample)
    familiar = len(own & common)
    enough = familiar >= _FAMILIAR or len(sample) <= _BRIEF
    if familiar and enough and 12 * familiar >= len(own) and familiar > 2 * len(own & foreign):
        return article
    letters = look(few)
    if not _is_ground(letters):
        return article
    weights = _weigh(own, letters)
    home = _script_of(article.tag)
    if _is_at_home(sample, letters, weights, article.tag, home):
        return article
    here = weights.get(article.tag, 0.0)  # before _decide adds to them
    found = _decide(sample, letters, weights)
    if found.tag in ("und", article.tag):
        return article if found.tag == "und" else found
    if found.tag not in words.scripts():  # script or letters tell it
        return found
    if letters.script != home and (home or not article.score):
        return found
    # where words cannot speak for the article, or are all that speaks for the segment, few are few
    few_words = article.tag not in words.scripts() or found.tag in _of_words_only()
    lead = weights.get(found.tag, 0.0) - here
    return found if lead >= (_STRONG if few_words else _LEAD) else article


def _is_at_home(
    sample: str, letters: Letters, weights: dict[str, float], tag: str, home: str
) -> bool:
    """Whether a segment in its article's script has nothing that speaks for another language."""
    if letters.script == "Hani" and home == "Kana" and letters.count < _LONG:
        return True  # a Japanese heading may do without kana
    if letters.script != home:
        return False
    fits = by_letters(sample, letters)
    if len(fits) == 1 and fits[0].language != tag and fits[0].times >= _TELLING:
        return False
    if home in _WORDLESS:
        return True
    if not weights:
        return letters.count < _SHORT
    # less would not be believed below
    return max(weights.values()) - weights.get(tag, 0.0) < _LEAD


@functools.cache
def _script_of(tag: str) -> str:
    """The script that a known language is written in, empty for `und`."""
    return {row["language"]: row["script"] for row in read_table("languages.tsv")}.get(tag, "")
