"""The words by which somebody demands, refuses, threatens ..., a table a language.

Texts are folded as the forms of the tables are (notation.py); offsets are code points into them.
"""

from __future__ import annotations

import bisect
import collections
import dataclasses
import functools
import re
from collections.abc import Sequence

from transforms.acts.notation import (
    ENDING,
    NOT_OF_ACTS,
    PARTING,
    SPACES,
    Choices,
    Cue,
    Obliging,
    contractions,
    cue_forms,
    ending_pattern,
    expand,
    fold_form,
    measure_pattern,
    parted_cues,
    patterns,
    word_pattern,
)
from transforms.forms import FormFinder
from transforms.quotes.speech import speech
from transforms.tables import read_table, without_collection

LANGUAGES = tuple("ar de en es fa fr he it pt ru tr uk ur zh".split())
"""The languages that the tables have; in others no acts are found."""
VERB_LAST = frozenset(("tr", "fa", "ur"))
"""Here both parties stand before the verb."""
VERB_FIRST = frozenset(("ar",))
"""Here the issuer stands behind the verb, unless it stands right before it."""
ROMANCE = frozenset(("es", "fr", "it", "pt"))
"""Here a perfect has its auxiliary right before it, and a relative follows whom it is about."""
_CONJUNCTIONS = {"ar": "وف"}
"""Letters that stand before all of these."""
_PROCLITICS = frozenset(f"{letter}+" for letter in "بلكבלמ")
"""Arabic and Hebrew prepositions that are glued to a party."""
_LEMMAS = frozenset(
    "transitive everyday naming looming describing bidding announced foretold unanswered "
    "calling contained".split()
)
"""Kinds of small words that are lemmas of cues, as the tables have them."""
_OPENERS = ("threat", "promise", "denial", "accusation", "appeal", "refusal", "demand")
"""Types of acts that words of their own open (`opens_TYPE`), as they go before one another."""
_ONLY_ASKED = ("mood", "private", "bodies", "failing")
"""Kinds of small words of which mostly none is there."""
_FARTHEST_PART = 9
_CLAUSE_END = re.compile(r"[;:!?,؛؟.](?<!\.\w\.)(?!\w)")  # not the stops of U.N.
_FARTHEST_SECOND = 12
"""Words from the first part of an Arabic verb, past its subject, to its second part."""
_WORDS = re.compile(r"[\w-]+")
_LONGEST_CLAUSE = 300
"""Code points; so far behind its first part a second one is looked for."""
_LONGEST_WORDS = 110
"""Code points; so many the words up to an Arabic second part have at most."""


@dataclasses.dataclass(slots=True)  # not frozen, which is slow to make; nobody changes it
class Hit:
    """A cue at text[start:end]."""

    start: int
    end: int
    cue: Cue


class _Words(dict[str | tuple[str, ...], frozenset[str]]):
    """Small words by kind, or by several; none of a kind that a language has none of."""

    def __missing__(self, kinds: str | tuple[str, ...]) -> frozenset[str]:
        each = () if isinstance(kinds, str) else map(self.__getitem__, kinds)
        self[kinds] = frozenset().union(*each)  # the rules ask for these again and again
        return self[kinds]


class Grammar:
    """The tables of one language, loaded."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unspaced = language == "zh"
        self.verb_last = language in VERB_LAST
        self.romance = language in ROMANCE
        self.verb_first = language in VERB_FIRST
        forms: dict[str, list[str]] = collections.defaultdict(list)
        for row in read_table(f"acts/words.{language}.tsv"):
            of_kind = expand(row["forms"])
            forms[row["kind"]] += of_kind if row["kind"] in _LEMMAS else map(fold_form, of_kind)
        forms["mood"] = [*forms["if"], *forms["whether"], *forms["not"], *forms["hearsay"]]
        forms["opening"] = [*forms["that"], *forms["clause"]]
        contracted = contractions(forms.pop("contraction", ()))
        self._bases = {form: base for base, of_base in contracted.items() for form in of_base}
        cues = list(cue_forms(language, contracted))
        prepositions = frozenset(forms["blocks"])
        obliging = [cue for form, cue in cues if cue.frame == "must" and form in prepositions]
        cues = [
            (form, Obliging(*dataclasses.astuple(cue)) if cue in obliging else cue)
            for form, cue in cues
        ]
        self._endings = {form[1:]: cue for form, cue in cues if form[:1] == ENDING}
        self._ending = ending_pattern(self._endings)
        spoken = speech(language)
        if spoken is not None:
            for kind in ("article", "institution", "relative"):
                forms[kind].extend(map(fold_form, spoken.words(kind)))
        # the small words of a kind, folded: no call of ours, as each cue asks for some twenty
        self.words = _Words({k: frozenset(of_kind) for k, of_kind in forms.items()}).__getitem__
        self.that = tuple(self.words("that"))
        # no subject is governed by what is before these: "On Monday Chad"
        self.openers = frozenset().union(*map(self.words, ("that", "and", "pronoun", "time")))
        self.governing = self.words("blocks") | _PROCLITICS
        """What may stand before a party that is no subject, glued to it too."""
        saying = self.words(("according", "opinion", "said", "others_say"))
        self.sources = [one for one in saying if not any(o in one for o in saying - {one})]
        """What tells who said something, without the forms that have a shorter one in them."""
        self.measures = measure_pattern(self.words("measure"))
        """The nouns that Arabic derives from verbs: taslim, insihab, musadara."""
        self._farthest = _LONGEST_WORDS if self.verb_first else _LONGEST_CLAUSE
        parted = parted_cues(cues, self.words("particle"))
        self._finder = FormFinder(
            patterns(language, cues, parted),
            SPACES,
            self.unspaced,
            _CONJUNCTIONS.get(language, ""),
            {first: choices.seconds for first, choices in parted.items()},
            self._farthest,
            _FARTHEST_SECOND if self.verb_first else -1,
            {form: self.that for form, cue in cues if isinstance(cue, Obliging)},
        )
        self._patterns = {
            kind: word_pattern(of_kind, self.unspaced) for kind, of_kind in forms.items()
        }
        openers = [(one, f"opens_{one}") for one in _OPENERS if f"opens_{one}" in self._patterns]
        named = [f"(?P<{kind}>{self._patterns[words].pattern})" for kind, words in openers]
        self._opening = re.compile("|".join(named) or "(?!)")
        self._led = {
            kind: word_pattern(forms[kind], self.unspaced, led=True) for kind in _ONLY_ASKED
        }

    def uncontracted(self, mark: str) -> str:
        """The preposition that a mark is without an article: "a" of "al"."""
        return self._bases.get(mark, mark)

    def search(self, kind: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first word or phrase of a kind in a stretch of a folded text."""
        pattern = self._patterns.get(kind)
        return pattern.search(text, start, end) if pattern is not None else None

    def opens_as(self, text: str) -> str:
        """The type of act that the first words of a folded text tell; empty where none."""
        found = self._opening.match(text)
        return (found.lastgroup or "") if found is not None else ""

    def has(self, kind: str, text: str, start: int, end: int) -> bool:
        """Whether a word of one of a few kinds is in a stretch: quicker than where it is."""
        return self._led[kind].search(f" {text[start:end]}") is not None

    def found(self, kind: str, text: str, start: int, end: int) -> list[str]:
        """The words of one of those kinds in a stretch, mostly none."""
        words: list[str] = self._led[kind].findall(f" {text[start:end]}")
        if not words or self.unspaced:
            return words
        return [word[1:] for word in words]  # without the sign before

    def cues(self, texts: Sequence[str], listed: bool = True) -> list[list[Hit]]:
        """The cues of each text in order, apart from one another.

        texts: bare and folded, as `fold_bare` makes them. listed: with those that only lists have.
        """
        hits: list[list[Hit]] = [[] for _ in texts]
        for number, start, end, found in self._finder.find(texts):
            cue = found if isinstance(found, Cue) else self._whole(texts[number], end, found)
            if cue is not None and (listed or cue.frame not in NOT_OF_ACTS):
                hits[number].append(Hit(start, end, cue))
        if self._endings:
            for text, of_text in zip(texts, hits, strict=True):
                self._add_endings(text, of_text)
        return hits

    def _add_endings(self, text: str, found: list[Hit]) -> None:
        """Add the cues that only the end of a word tells, where no other is."""
        starts = [hit.start for hit in found]
        more: list[Hit] = []
        for word in self._ending.finditer(text):
            start, end = word.span()
            before = bisect.bisect_left(starts, end)
            if before and found[before - 1].start >= start and found[before - 1].end < end:
                del found[before - 1], starts[before - 1]  # reddetmeye, of reddetmeye cagirdi
                before -= 1
            if not before or found[before - 1].end <= start:
                more.append(Hit(start, end, self._endings[word[1]]))
        if more:
            found[:] = sorted([*found, *more], key=_place)

    def _whole(self, text: str, end: int, choices: Choices) -> Cue | None:
        """The verb whose second part follows in the same clause: wies ... zurück."""
        longest = min(len(text), end + self._farthest)
        sign = _CLAUSE_END.search(text, end, longest)
        stretch = text[end : sign.start() if sign is not None else longest]
        words: list[str] = stretch.split()
        if not "".join(words).isalnum():  # mostly only spaces part them
            words = _WORDS.findall(stretch)
        if self.verb_first:
            words = words[:_FARTHEST_SECOND]
            anew = self.words("anew")
            if not anew.isdisjoint(words):  # another clause opens
                words = words[: next(n for n, word in enumerate(words) if word in anew)]
        seconds = choices.seconds.intersection(words)
        if not seconds:
            return choices.alone
        told = seconds - self.words("particle")
        if len(told) < len(seconds):  # a particle ends its clause
            joining = self.words("and")
            after = zip(words, [*words[1:], ""], strict=False)
            told |= {word for word, other in after if not other or other in joining}
        far = words[1:_FARTHEST_PART]
        far = far[: far.index("that") + 1 if "that" in far else None]
        parted = [PARTING + word for word in seconds if word in far and word != words[0]]
        known = [choices.ranked[one] for one in (*told, *parted) if one in choices.ranked]
        return min(known)[1] if known else choices.alone  # no "told to"


@functools.cache
@without_collection()
def _grammar(language: str) -> Grammar:
    return Grammar(language)


@functools.lru_cache(maxsize=256)
def grammar(tag: str) -> Grammar | None:
    """The tables of a BCP-47 tag's language, one a process; None where there are none."""
    language = tag.partition("-")[0]
    return _grammar(language) if language in LANGUAGES else None


def _place(hit: Hit) -> int:
    return hit.start
