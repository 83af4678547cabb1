"""Verbs of saying: where they stand, and the clause that is said without quotation marks.

The forms are a table (data/speech_verbs.tsv), each with its kind: `say` takes a quote or a clause,
`ask` a quote only (she sighed), `join` shares the subject of the verb before it (adding that),
`call` gives its object a quoted name for which its subject stands (called it "a farce"), `attr` is
a preposition (according to), `name` introduces what is no speech (the film "..."). Small words are
in data/speech_words.tsv. Offsets are code points into the text that is given.
"""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.forms import FormFinder
from transforms.tables import read_table

LANGUAGES = tuple("ar de en es fa fr he hi it ja pt ru tr uk ur zh".split())
"""The languages that the tables have."""
UNSPACED = frozenset(("zh", "ja"))
VERB_LAST = frozenset(("tr", "fa", "ur", "hi", "ja"))
"""Here the subject of a verb that follows the quote stands before the quote."""
STEM = 5
"""Letters of a word that must agree, as its endings may differ."""
_ROLES = {
    **dict.fromkeys(
        ("office", "head", "spokesperson", "envoy", "rank", "body", "people"), "institution"
    ),
    **dict.fromkeys(("nobody", "former"), "private"),
}
"""Kinds of data/roles.tsv, and the small words that they are here."""
_OF_GROUPS = ("official", "leader", "spokesperson", "head", "commissioner", "envoy")
"""Roles of which Arabic has many long forms; their adjectives, "العسكري", are no offices."""
_SMALL = ("article", "private", "with", "and", "that", "relative", "pronoun")
"""Kinds of words that name no office, though one of several words may hold them."""
_PROCLITICS = {"ar": ("", "و", "ف"), "he": ("", "ו")}
_SPACES = "\n\r\t\xa0\u202f\u2028\u2029—–"
"""White space, and dashes, which may stand right before a verb: —contestó el guardia."""
_WORD_BEFORE = re.compile(r"([\w'’-]+)\s+$")
_LONGEST_AUXILIARY = 40


class Verb(NamedTuple):
    """A form of the table at text[start:end], its auxiliary included; pronoun: within the form."""

    start: int
    end: int
    kind: str
    pronoun: bool


class _Form(NamedTuple):
    kind: str
    auxiliary: bool
    pronoun: bool


class Speech:
    """The tables of one language, loaded: an automaton over the forms of its verbs."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unspaced = language in UNSPACED
        forms = list(_forms(language))
        self._finder = FormFinder(forms, _SPACES, self.unspaced)
        self.forms = frozenset(form for form, _, _ in forms)
        """All forms of the table, without what may be glued to them."""
        words: dict[str, set[str]] = collections.defaultdict(set)
        for row in read_table("speech_words.tsv"):
            if row["lang"] == language:
                words[row["kind"]].add(row["form"])
        for row in read_table("roles.tsv"):
            if row["lang"] == language and row["kind"] in _ROLES:
                first = 1 if language == "ar" and row["role"] in _OF_GROUPS else None
                words[_ROLES[row["kind"]]].update(row["form"].split()[:first])
        if language == "ar":  # a council is an institution, though a company's board is none
            words["private"] -= words["institution"]
        for kind in _SMALL:  # of offices of several words: "spokesman for", "ناطق عن"
            words["institution"] -= words[kind]
        self._words = {kind: frozenset(forms) for kind, forms in words.items()}
        self.asides = tuple(self.words("aside"))
        """What may stand between a verb and its subject: "por su parte"."""
        self.offices = frozenset(word.lower()[:STEM] for word in self.words("institution"))
        """Beginnings of the words that name an office or a body."""

    def words(self, kind: str) -> frozenset[str]:
        """The small words of a kind: pronoun, relative, that, and, with, article, institution."""
        return self._words.get(kind, frozenset())

    def verbs(self, text: str) -> list[Verb]:
        """The forms of the table in a text, in order, apart from one another."""
        return self.verbs_of([text])[0]

    def verbs_of(self, texts: Sequence[str]) -> list[list[Verb]]:
        """The forms in each text; one search through all of them is cheaper."""
        found: list[list[Verb]] = [[] for _ in texts]
        for number, start, end, form in self._finder.find(texts):
            verb = self._verb(texts[number], start, end, form)
            if verb is not None:
                found[number].append(verb)
        return found

    def _verb(self, text: str, start: int, end: int, form: _Form) -> Verb | None:
        """The form as a verb, with its auxiliary; None where it needs one and has none."""
        kind, needs_auxiliary, pronoun = form
        if needs_auxiliary or self.language == "fr":
            auxiliary = self._auxiliary(text, start)
            if auxiliary is not None:
                return Verb(auxiliary[0], end, kind, auxiliary[1] or pronoun)
            if needs_auxiliary:
                return None
        return Verb(start, end, kind, pronoun)

    def _auxiliary(self, text: str, start: int) -> tuple[int, bool] | None:
        """Start of the auxiliary before a participle, at most one adverb between, and whether
        a pronoun is fused with it (a-t-il)."""
        position = start
        for _ in range(2):
            low = max(0, position - _LONGEST_AUXILIARY)
            word = _WORD_BEFORE.search(text[low:position])
            if word is None:
                return None
            position = low + word.start(1)
            if word[1].lower() in self.words("auxiliary"):
                return position, word[1].endswith(("-il", "-elle", "-on", "-ils", "-elles"))
        return None


def _forms(language: str) -> Iterator[tuple[str, Sequence[str], _Form]]:
    proclitics = _PROCLITICS.get(language, ("",))
    for row in read_table("speech_verbs.tsv"):
        if row["lang"] == language:
            form = row["form"]
            fused = form.endswith(("-il", "-elle", "-on"))
            made = _Form(row["kind"], row["auxiliary"] == "1", fused)
            yield form, proclitics, made
            if language not in UNSPACED:
                yield form[0].upper() + form[1:], proclitics, made


@functools.cache
def _speech(language: str) -> Speech:
    return Speech(language)


@functools.lru_cache(maxsize=256)
def speech(tag: str) -> Speech | None:
    """The tables of a BCP-47 tag's language, one a process; None where there are none."""
    language = tag.partition("-")[0]
    return _speech(language) if language in LANGUAGES else None
