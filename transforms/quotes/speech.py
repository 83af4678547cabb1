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
from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

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
_SMALL = ("article", "private", "with", "and", "that", "relative", "pronoun")
"""Kinds of words that name no office, though one of several words may hold them."""
_PROCLITICS = {"ar": ("", "و", "ف"), "he": ("", "ו")}
_SPACES = "\n\r\t\xa0\u202f\u2028\u2029—–"
"""White space, and dashes, which may stand right before a verb: —contestó el guardia."""
_PARTING = " . "
"""Between texts that are searched together; no form of a verb has a full stop."""
_WITHIN_WORDS = frozenset("\u0651\u200c_")
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
    length: int
    auxiliary: bool
    pronoun: bool


class Speech:
    """The tables of one language, loaded: an automaton over the forms of its verbs."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unspaced = language in UNSPACED
        self._forms: list[_Form] = []
        patterns: dict[str, _Form] = {}
        for row in read_table("speech_verbs.tsv"):
            if row["lang"] == language:
                self._add(patterns, row)
        self._forms = list(patterns.values())
        self._automaton = BytesAhoCorasick(
            [pattern.encode() for pattern in patterns],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )
        words: dict[str, set[str]] = collections.defaultdict(set)
        for row in read_table("speech_words.tsv"):
            if row["lang"] == language:
                words[row["kind"]].add(row["form"])
        for row in read_table("roles.tsv"):
            if row["lang"] == language and row["kind"] in _ROLES:
                words[_ROLES[row["kind"]]].update(row["form"].split())
        for kind in _SMALL:  # of offices of several words: "spokesman for", "ناطق عن"
            words["institution"] -= words[kind]
        self._words = {kind: frozenset(forms) for kind, forms in words.items()}
        self.asides = tuple(self.words("aside"))
        """What may stand between a verb and its subject: "por su parte"."""
        self.offices = frozenset(word.lower()[:STEM] for word in self.words("institution"))
        """Beginnings of the words that name an office or a body."""

    def _add(self, patterns: dict[str, _Form], row: dict[str, str]) -> None:
        form = row["form"]
        made = _Form(
            row["kind"], len(form), row["auxiliary"] == "1", form.endswith(("-il", "-elle", "-on"))
        )
        if self.unspaced:
            patterns.setdefault(form, made)
            return
        for variant in dict.fromkeys((form, form[0].upper() + form[1:])):
            for proclitic in _PROCLITICS.get(self.language, ("",)):
                # the space keeps it from the middle of words without a look at each
                patterns.setdefault(f" {proclitic}{variant}", made)

    def words(self, kind: str) -> frozenset[str]:
        """The small words of a kind: pronoun, relative, that, and, with, article, institution."""
        return self._words.get(kind, frozenset())

    def verbs(self, text: str) -> list[Verb]:
        """The forms of the table in a text, in order, apart from one another."""
        return self.verbs_of([text])[0]

    def verbs_of(self, texts: Sequence[str]) -> list[list[Verb]]:
        """The forms in each text; one search through all of them is cheaper."""
        joined = _PARTING.join(texts)
        for space in () if self.unspaced else _SPACES:
            if space in joined:
                joined = joined.replace(space, " ")
        blank = "" if self.unspaced else " "  # every form of a spaced language begins with one
        searched = f"{blank}{joined}".encode("utf-8", "surrogatepass")
        matches = self._automaton.find_matches_as_indexes(searched)
        found: list[list[Verb]] = [[] for _ in texts]
        last = known = number = first = 0  # last: a place in bytes; known: the same in code points
        following = len(texts[0]) + len(_PARTING) if texts else 0
        for index, _, stop in matches:
            known += len(searched[last:stop].decode("utf-8", "surrogatepass"))
            last = stop
            end = known - len(blank)
            while end > following and number + 1 < len(texts):
                number += 1
                first, following = following, following + len(texts[number]) + len(_PARTING)
            verb = self._verb(joined, index, end, first)
            if verb is not None:
                found[number].append(verb)
        return found

    def _verb(self, text: str, index: int, end: int, first: int) -> Verb | None:
        """The form that ends at a place, if no letter follows it; first: where its text begins."""
        kind, length, needs_auxiliary, pronoun = self._forms[index]
        start = end - length
        if self.unspaced:
            return Verb(start - first, end - first, kind, False)
        after = text[end : end + 1]
        if after != " " and (
            after.isalnum() or after in _WITHIN_WORDS or "\u0900" <= after < "\u0964"
        ):
            return None
        if needs_auxiliary or self.language == "fr":
            auxiliary = self._auxiliary(text, start)
            if auxiliary is not None:
                return Verb(auxiliary[0] - first, end - first, kind, auxiliary[1] or pronoun)
            if needs_auxiliary:
                return None
        return Verb(start - first, end - first, kind, pronoun)

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


@functools.cache
def _speech(language: str) -> Speech:
    return Speech(language)


@functools.lru_cache(maxsize=256)
def speech(tag: str) -> Speech | None:
    """The tables of a BCP-47 tag's language, one a process; None where there are none."""
    language = tag.partition("-")[0]
    return _speech(language) if language in LANGUAGES else None
