"""Reading the tables of acts: their forms in short notation, and what is searched for them.

data/acts/cues.LANG.tsv has the cues, words.LANG.tsv the small words around them (docs/acts.md).
Forms are folded as texts are (`fold_bare`).
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from transforms.actors.names import Bare, fold_name, joined, strip_marks
from transforms.quotes.clauses import BLOT
from transforms.tables import read_table

SPACES = "'\"“”„«»()[]{}「」『』《》‹›،,;:؛—–/…\u200f\u200e\u202b\u202c"
"""Signs that may stand right before a word; folding has made spaces of the others."""
_SIGN = rf"[-+*.’ \n\xa0{BLOT}{re.escape(SPACES)}]"
_VERB_PROCLITICS = {"he": ("", "ו", "ש", "וש")}
_NOUN_PROCLITICS = {
    "ar": ("", "ب", "ل", "ال", "بال", "لل"),
    "he": ("", "ו", "ה", "ל", "ב", "מ", "וה", "ש", "מה", "כש"),
}
ENDING = "*"
"""Opens a form that is the end of a word: *masini istedi, whatever they wanted done."""
PARTING = "+"
"""Between the parts of a verb that others may stand between: wies+zurück, legte+Protest/Veto; two
where somebody must stand there, in few words: wants++to."""
_SOMEBODY = r" (?:\S+ ){1,5}"
_ROOT = re.compile("[فعل]")
_ARTICLE = "ال"
_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
NOT_OF_ACTS = frozenset(("item", "lead", "reply", "no_lead"))
"""Frames of words that say what a list is, and are no act themselves."""
_NOUNS = NOT_OF_ACTS | {"noun"}


@dataclasses.dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table: what a form does, and how its parties stand to it (docs/acts.md)."""

    type: str
    frame: str
    lemma: str
    addressee: tuple[str, ...]
    plover: str
    mode: str
    cameo: str


class Obliging(Cue):
    """A preposition that obliges the party behind it, where it opens a clause."""

    __slots__ = ()


class Choices(NamedTuple):
    """The second parts of a verb's first part, bare, and with their rank and cue.

    alone: the cue that the first part is without any of them.
    """

    seconds: frozenset[str]
    ranked: Mapping[str, tuple[int, Cue]]
    alone: Cue | None = None


def ending_pattern(endings: Iterable[str]) -> re.Pattern[str]:
    """What finds words with these ends; its first group is the end."""
    return re.compile(rf"(?<!\w)\w{{2,}}?({_parting(list(endings))})(?!\w)")


def measure_pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """What finds words of these measures, written as Arabic grammars do: f, ` and l are any."""
    either = "|".join(_ROOT.sub(r"\\w", form) for form in forms)
    return re.compile(rf"(?!{_ARTICLE})(?:{either or '(?!)'})")


def expand(forms: str) -> list[str]:
    """The forms of a row, with all of their alternatives: "[set/sets] [terms/dates]" is four."""
    expanded: list[str] = []
    for form in forms.split("|"):
        parts = _ALTERNATIVES.split(form)
        choices = [part.split("/") if odd % 2 else [part] for odd, part in enumerate(parts)]
        expanded.extend(map("".join, itertools.product(*choices)))
    return expanded


def fold_bare(text: str) -> Bare:
    """A text as cues are looked for in it: folded as names are, without marks."""
    bare = strip_marks(text)
    return Bare(fold_name(bare.text), bare.cuts)


def aligned(folded: str, cuts: Sequence[int]) -> str:
    """A folded text of the length it had with its marks: spaces behind a word for those in it.

    >>> aligned("انه قال", (2,))
    'انه  قال'
    """
    kept: list[str] = []
    done = 0
    for cut in cuts:
        if cut > done:
            end = cut
            while end < len(folded) and joined(folded[end - 1], folded[end]):
                end += 1
            kept.append(folded[done:end])
            done = end
        kept.append(" ")
    return "".join([*kept, folded[done:]])


@functools.lru_cache(maxsize=1024)  # the rules ask for lemmas again and again
def fold_form(form: str) -> str:
    """A form, or a cell of forms, as texts are folded."""
    return fold_bare(form).text


def patterns(
    language: str, forms: Sequence[tuple[str, Cue]], parted: Mapping[str, Choices]
) -> Iterator[tuple[str, Sequence[str], Cue | Choices]]:
    """Each form, what may be glued to it, and its cue, or what may follow if it is a first part."""
    verbs = _VERB_PROCLITICS.get(language, ("",))
    nouns = _NOUN_PROCLITICS.get(language, ("",))
    for form, cue in forms:
        if PARTING not in form and form[:1] != ENDING:
            proclitics = nouns if cue.frame in _NOUNS else verbs
            if form in parted:
                yield form, proclitics, parted[form]._replace(alone=cue)
            yield form, proclitics, cue
    for form, choices in parted.items():
        yield form, verbs, choices


def parted_cues(forms: Iterable[tuple[str, Cue]], particles: frozenset[str]) -> dict[str, Choices]:
    """Of verbs in two parts: the second parts of each first part, with their rank and cue.

    What is no act comes before what is one, and "wies Vorwürfe zurück" before "wies ... zurück".
    """
    parted: dict[str, list[tuple[str, Cue]]] = collections.defaultdict(list)
    for form, cue in forms:
        first, parting, second = form.partition(PARTING)
        for one in second.split() if parting else ():
            parted[first].append((one, cue))
    found: dict[str, Choices] = {}
    for first, choices in parted.items():
        choices.sort(key=lambda choice: (choice[1].frame != "no_lead", choice[0] in particles))
        ranked: dict[str, tuple[int, Cue]] = {}
        for rank, (second, cue) in enumerate(choices):
            ranked.setdefault(second, (rank, cue))
        found[first] = Choices(frozenset(key.lstrip(PARTING) for key in ranked), ranked)
    return found


def contractions(sets: Iterable[str]) -> dict[str, Sequence[str]]:
    """Of each preposition, itself and what it becomes with an article: "a al alla"."""
    return {forms.split()[0]: forms.split() for forms in sets}


def cue_forms(
    language: str, contractions: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Cue]]:
    """The folded forms of the table, each with its cue; a mark stands for its contractions too."""
    spaces = str.maketrans(dict.fromkeys(SPACES, " "))
    for row in read_table(f"acts/cues.{language}.tsv"):
        cue = Cue(
            type=sys.intern(row["type"]),
            frame=sys.intern(row["frame"]),  # the same for many cues: sooner at hand
            lemma=row["lemma"],
            addressee=_marks(row["addressee"], contractions),
            plover=row["plover"],
            mode=row["mode"],
            cameo=row["cameo"],
        )
        for form in expand(fold_form(row["forms"])):  # folded at one go, before there are many
            yield form if language == "zh" else form.translate(spaces).strip(), cue


def _marks(cell: str, contractions: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    marks = [mark if mark == "_" else fold_form(mark) for mark in cell.split()]
    every = (one for mark in marks for one in contractions.get(mark, (mark,)))
    return tuple(dict.fromkeys(every))


def word_pattern(forms: Sequence[str], unspaced: bool, led: bool = False) -> re.Pattern[str]:
    """What finds any of these words or phrases; unspaced: within others too.

    led: with the sign right before it, which is quicker.
    """
    if not forms:
        return re.compile("(?!)")
    if unspaced:
        return re.compile("|".join(map(re.escape, sorted(set(forms), key=len, reverse=True))))
    rests: dict[str, list[str]] = collections.defaultdict(list)
    for form in forms:
        rests[form[0]].append(form[1:])
    # what precedes is looked at behind the first letter: so the search skips to such letters
    head, apart = (_SIGN, "") if led else ("", r"(?<![\w\u200c]%s)")
    by_letter = (
        f"{first}{apart.replace('%s', first)}{_parting(of_letter)}"
        for first, of_letter in ((re.escape(one), rests[one]) for one in rests)
    )
    return re.compile(rf"{head}(?:{'|'.join(by_letter)})(?![\w\u200c])")


def _parting(forms: Sequence[str]) -> str:
    """A pattern of forms that parts only where they do: the longest comes first."""
    rests: dict[str, list[str]] = collections.defaultdict(list)
    for form in forms:
        first = 2 * PARTING if form.startswith(2 * PARTING) else form[:1]
        rests[first].append(form[len(first) :])
    ends = rests.pop("", None) is not None
    either = "|".join(
        (_SOMEBODY if first == 2 * PARTING else re.escape(first)) + _parting(of_first)
        for first, of_first in rests.items()
    )
    return f"(?:{either}){'?' * ends}" if rests and (ends or len(rests) > 1) else either
