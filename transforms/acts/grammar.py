"""The words by which somebody demands, refuses, threatens ..., a table a language.

data/acts/cues.LANG.tsv has the cues, words.LANG.tsv the small words around them. Texts are folded
as names are (`fold_name`), which keeps their length; offsets are code points into them.
"""

from __future__ import annotations

import bisect
import collections
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from transforms.actors.names import fold_name, strip_marks
from transforms.forms import FormFinder
from transforms.quotes.speech import speech
from transforms.tables import read_table

LANGUAGES = tuple("ar de en es fa fr he it pt ru tr uk ur zh".split())
"""The languages that the tables have; in others no acts are found."""
VERB_LAST = frozenset(("tr", "fa", "ur"))
"""Here both parties stand before the verb."""
VERB_FIRST = frozenset(("ar",))
"""Here the issuer stands behind the verb, unless it stands right before it."""
ROMANCE = frozenset(("es", "fr", "it", "pt"))
"""Here a perfect has its auxiliary right before it, and a relative follows whom it is about."""
_SPACES = "'\"“”„«»()[]{}「」『』《》‹›،,;:؛—–/…\u200f\u200e\u202b\u202c"
"""Signs that may stand right before a word; folding has made spaces of the others."""
_VERB_PROCLITICS = {"he": ("", "ו", "ש", "וש")}
_NOUN_PROCLITICS = {
    "ar": ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال"),
    "he": ("", "ו", "ה", "ל", "ב", "מ", "וה", "ש", "מה", "כש"),
}
_CONJUNCTIONS = {"ar": "وف"}
"""Letters that stand before all of these."""
_ENDING = "*"
"""Opens a form that is the end of a word: *masini istedi, whatever they wanted done."""
_PARTING = "+"
"""Between the parts of a verb that others may stand between: wies+zurück, legte+Protest/Veto; two
where somebody must stand there, in few words: wants++to."""
_FARTHEST_PART = 9
_BETWEEN = " . "
"""Between texts that are searched together; no form has a full stop between spaces."""
_CLAUSE_END = re.compile(r"(?:[;:!?,؛؟]|\.(?<!\.\w\.))(?!\w)")  # not the stops of U.N.
_FARTHEST_SECOND = 12
"""Words from the first part of an Arabic verb, past its subject, to its second part."""
_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
_WORDS = re.compile(r"[\w-]+")
_LONGEST_CLAUSE = 300
"""Code points; so far behind its first part a second one is looked for."""
_ENUMERATED = 45
"""Code points behind a comma in which "and" shows that names are enumerated."""
NOT_OF_ACTS = frozenset(("lead", "reply", "no_lead"))
"""Frames of words that say what a list is, and are no act themselves."""
_NOUNS = NOT_OF_ACTS | {"noun"}


class Cue(NamedTuple):
    """A row of the table: what a form does, and how its parties stand to it (docs/acts.md)."""

    type: str
    frame: str
    lemma: str
    addressee: tuple[str, ...]
    plover: str
    mode: str
    cameo: str


class Hit(NamedTuple):
    """A cue at text[start:end]."""

    start: int
    end: int
    cue: Cue


class _Choices(NamedTuple):
    """The second parts of a verb's first part, bare, and with their rank and cue."""

    seconds: frozenset[str]
    ranked: Mapping[str, tuple[int, Cue]]


class _Words(dict[str, frozenset[str]]):
    """Small words by kind; none of a kind that a language has none of."""

    def __missing__(self, kind: str) -> frozenset[str]:
        return frozenset()


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
            forms[row["kind"]].extend(map(_fold, row["forms"].split("|")))
        cues = list(_forms(language, _contractions(forms.pop("contraction", ()))))
        glued = _CONJUNCTIONS.get(language, "")
        self._finder = FormFinder(_cues(language, cues), self.unspaced, glued)
        self._endings = {form[1:]: cue for form, cue in cues if form[:1] == _ENDING}
        self._ending = _ending_pattern(self._endings)
        spoken = speech(language)
        if spoken is not None:
            for kind in ("article", "institution", "relative"):
                forms[kind].extend(map(_fold, spoken.words(kind)))
        # the small words of a kind, folded: no call of ours, as each cue asks for some twenty
        self.words = _Words({k: frozenset(of_kind) for k, of_kind in forms.items()}).__getitem__
        # no subject is governed by what is before these: "On Monday Chad"
        self.openers = frozenset().union(*map(self.words, ("that", "and", "pronoun", "time")))
        self.governing = self.words("blocks") | {"ب+", "ل+"}
        """What may stand before a party that is no subject, glued to it in Arabic too."""
        self._parted = _parted_cues(cues, self.words("particle"))
        self._patterns = {kind: _pattern(of_kind, self.unspaced) for kind, of_kind in forms.items()}

    def search(self, kind: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first word or phrase of a kind in a stretch of a folded text."""
        pattern = self._patterns.get(kind)
        return pattern.search(text, start, end) if pattern is not None else None

    def cues(self, texts: Sequence[str]) -> list[tuple[str, list[Hit]]]:
        """Each text folded, and the cues in it in order, apart from one another."""
        joined = fold_name(_BETWEEN.join(texts))  # at one go: a call a text costs several times
        bare = strip_marks(joined)
        starts = [0]
        for text in texts:
            starts.append(starts[-1] + len(text) + len(_BETWEEN))
        hits: list[list[Hit]] = [[] for _ in texts]
        for _, start, end, cue in self._finder.find([bare.text], _SPACES):
            choices = self._parted.get(bare.text[start:end])
            if choices is not None:
                cue = self._whole(bare.text, end, choices) or cue
            if cue is not None:
                if bare.cuts:
                    start, end = bare.span(start, end)
                number = bisect.bisect_right(starts, start) - 1
                hits[number].append(Hit(start - starts[number], end - starts[number], cue))
        folded = [
            joined[start : start + len(text)]
            for start, text in zip(starts[:-1], texts, strict=True)
        ]
        if self._endings:
            for text, of_text in zip(folded, hits, strict=True):
                self._add_endings(text, of_text)
        return list(zip(folded, hits, strict=True))

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
        found[:] = sorted([*found, *more], key=_place)

    def _whole(self, text: str, end: int, choices: _Choices) -> Cue | None:
        """The verb whose second part follows in the same clause: wies ... zurück."""
        words: list[str] = _WORDS.findall(text, end, self._clause_end(text, end))
        words = words[: _FARTHEST_SECOND if self.verb_first else None]
        if choices.seconds.isdisjoint(words):
            return None  # as mostly
        joining = self.words("and")
        final = {
            word
            for word, after in zip(words, [*words[1:], ""], strict=False)
            if not after or after in joining
        }
        particles = self.words("particle")
        told = {word for word in words if word not in particles or word in final}
        far = words[:_FARTHEST_PART]
        far = far[: far.index("that") + 1 if "that" in far else None]
        told.update(_PARTING + word for word in far[1:] if word != far[0])  # no "told to"
        known = [choices.ranked[second] for second in told & choices.ranked.keys()]
        return min(known, key=_rank)[1] if known else None

    def _clause_end(self, text: str, start: int) -> int:
        """Where a clause ends: at a comma too, unless it parts names that "and" joins."""
        joining = self.words("and")
        longest = min(len(text), start + _LONGEST_CLAUSE)
        for sign in _CLAUSE_END.finditer(text, start, longest):
            if sign[0] != ",":
                return sign.start()
            words: list[str] = _WORDS.findall(text, sign.end(), sign.end() + _ENUMERATED)
            if joining.isdisjoint(words[1:5]) or "," in text[sign.end() : sign.end() + 12]:
                return sign.start()
        return longest


def _place(hit: Hit) -> int:
    return hit.start


def _ending_pattern(endings: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(endings, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)\w{{2,}}?({longest_first})(?!\w)")


def expand(forms: str) -> list[str]:
    """The forms of a row, with all of their alternatives: "[set/sets] [terms/dates]" is four."""
    expanded: list[str] = []
    for form in forms.split("|"):
        parts = _ALTERNATIVES.split(form)
        choices = [part.split("/") if odd % 2 else [part] for odd, part in enumerate(parts)]
        expanded.extend(map("".join, itertools.product(*choices)))
    return expanded


def _fold(form: str) -> str:
    return fold_name(strip_marks(form).text)


def _rank(choice: tuple[int, Cue]) -> int:
    return choice[0]


def _cues(
    language: str, forms: Sequence[tuple[str, Cue]]
) -> Iterator[tuple[str, Sequence[str], Cue | None]]:
    """Each form, what may be glued to it, and its cue; None where a second part must follow."""
    verbs = _VERB_PROCLITICS.get(language, ("",))
    nouns = _NOUN_PROCLITICS.get(language, ("",))
    for form, cue in forms:
        if _PARTING not in form and form[:1] != _ENDING:
            yield form, nouns if cue.frame in _NOUNS else verbs, cue
    for form, _ in forms:
        if _PARTING in form:
            yield form.partition(_PARTING)[0], verbs, None


def _parted_cues(
    forms: Iterable[tuple[str, Cue]], particles: frozenset[str]
) -> dict[str, _Choices]:
    """Of verbs in two parts: the second parts of each first part, with their rank and cue.

    What is no act comes before what is one, and "wies Vorwürfe zurück" before "wies ... zurück".
    """
    parted: dict[str, list[tuple[str, Cue]]] = collections.defaultdict(list)
    for form, cue in forms:
        first, parting, second = form.partition(_PARTING)
        for one in second.split() if parting else ():
            parted[first].append((one, cue))
    found: dict[str, _Choices] = {}
    for first, choices in parted.items():
        choices.sort(key=lambda choice: (choice[1].frame != "no_lead", choice[0] in particles))
        ranked: dict[str, tuple[int, Cue]] = {}
        for rank, (second, cue) in enumerate(choices):
            ranked.setdefault(second, (rank, cue))
        found[first] = _Choices(frozenset(key.lstrip(_PARTING) for key in ranked), ranked)
    return found


def _contractions(sets: Iterable[str]) -> dict[str, Sequence[str]]:
    """Of each preposition, itself and what it becomes with an article: "a al alla"."""
    return {forms.split()[0]: forms.split() for forms in sets}


def _forms(language: str, contractions: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Cue]]:
    """The folded forms of the table, each with its cue; a mark stands for its contractions too."""
    spaces = str.maketrans(dict.fromkeys(_SPACES, " "))
    for row in read_table(f"acts/cues.{language}.tsv"):
        cue = Cue(
            type=row["type"],
            frame=row["frame"],
            lemma=row["lemma"],
            addressee=_marks(row["addressee"], contractions),
            plover=row["plover"],
            mode=row["mode"],
            cameo=row["cameo"],
        )
        for form in expand(_fold(row["forms"])):  # folded at one go, before there are many
            yield form if language == "zh" else form.translate(spaces).strip(), cue


def _marks(cell: str, contractions: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    marks = [mark if mark == "_" else _fold(mark) for mark in cell.split()]
    every = (one for mark in marks for one in contractions.get(mark, (mark,)))
    return tuple(dict.fromkeys(every))


def _pattern(forms: Sequence[str], unspaced: bool) -> re.Pattern[str]:
    if not forms:
        return re.compile("(?!)")
    longest_first = sorted(set(forms), key=len, reverse=True)
    if unspaced:
        return re.compile("|".join(map(re.escape, longest_first)))
    rests: dict[str, list[str]] = collections.defaultdict(list)
    for form in longest_first:
        rests[form[0]].append(re.escape(form[1:]))
    # what precedes is looked at behind the first letter: so the search skips to such letters
    by_letter = (
        rf"{re.escape(first)}(?<![\w\u200c]{re.escape(first)})(?:{'|'.join(of_letter)})"
        for first, of_letter in rests.items()
    )
    return re.compile(rf"(?:{'|'.join(by_letter)})(?![\w\u200c])")


@functools.cache
def _grammar(language: str) -> Grammar:
    return Grammar(language)


@functools.lru_cache(maxsize=256)
def grammar(tag: str) -> Grammar | None:
    """The tables of a BCP-47 tag's language, one a process; None where there are none."""
    language = tag.partition("-")[0]
    return _grammar(language) if language in LANGUAGES else None
