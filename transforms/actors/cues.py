"""Names as they are found, and the words beside them that tell what they mean.

data/cues.tsv has the words by language and rule; a cue that ends in `*` is the beginning of words.
data/doubtful.tsv tells of forms that the table of names flags as ambiguous how much support they
need; without a row there they need much.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
from collections.abc import Sequence

from transforms.actors.names import Prefixes, fold_name
from transforms.tables import read_table

NOBODY = ""
"""The actor of a mask: what looks like a name and is none."""
_NAMES = ("name", "official", "acronym", "alias", "capital", "building", "adjective", "demonym")


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Name:
    """What a folded form may stand for.

    capitals: only where it is written so; small: also where it begins with a small letter;
    everywhere: no language says otherwise of this form; suffixes: the language whose endings may be
    glued to it; hyphen: only before a hyphen; exact: only
    spelled so. The actor of what is no actor is NOBODY. doubt: how
    much support an ambiguous form needs (heavy, light, body); not_with: a state that is none.
    """

    actor_id: str
    kind: str
    languages: frozenset[str]
    script: str
    ambiguous: bool
    doubt: str
    not_with: str
    capitals: bool
    small: bool
    everywhere: bool
    prefixes: Prefixes
    suffixes: str
    hyphen: bool
    exact: str = ""


class Found:
    """A place where a form stands: text[start:end], what it may mean, and what is glued to it.

    sure: the name, if nothing but its surroundings could put it in doubt. around: the words before
    and after, once a scene has looked.
    """

    __slots__ = ("around", "end", "names", "prefix", "start", "suffix", "sure")

    def __init__(
        self, start: int, end: int, names: tuple[Name, ...], prefix: str, suffix: str
    ) -> None:
        self.around: tuple[str, str] | None = None
        self.start = start
        self.end = end
        self.names = names
        self.prefix = prefix
        self.suffix = suffix
        if len(names) == 1:
            self.sure = None if names[0].ambiguous else names[0]
        else:
            self.sure = best([name for name in names if not name.ambiguous])


class Cues:
    """The words of some languages that tell what a name beside them means."""

    def __init__(self, languages: frozenset[str]) -> None:
        words: dict[str, set[str]] = collections.defaultdict(set)
        stems: dict[str, set[str]] = collections.defaultdict(set)
        endings: dict[str, list[str]] = collections.defaultdict(list)
        for row in read_table("cues.tsv"):
            if row["lang"] in languages:
                cue, rule = fold_name(row["cue"]), row["rule"]
                (stems if cue.endswith("*") else words)[cue.rstrip("*")].add(rule)
                endings[rule].append(cue)
        self._words = {word: frozenset(rules) for word, rules in words.items()}
        self._stems = {stem: frozenset(rules) for stem, rules in stems.items()}
        self._lengths = sorted(set(map(len, stems)))
        self._heads = {stem[:_HEAD] for stem in stems}
        self._endings = {rule: tuple(cues) for rule, cues in endings.items()}
        self._rules: dict[str, frozenset[str]] = {}
        self.glued = bool(languages & {"ar", "he"})
        self.near = "brand_near" in endings
        self.run_on = bool(languages & {"zh", "ja"})
        self.capitalised = bool(languages) and not languages & {"de"}

    def rules(self, word: str) -> frozenset[str]:
        """The rules of which a folded word is a cue, with what is glued before it or without."""
        try:
            return self._rules[word]
        except KeyError:
            pass
        found = self._rules_of(word)
        if self.glued and len(word) > 3 and word[0] in _GLUED:
            bare = word[2:] if word.startswith(_GLUED_PAIRS) else word[1:]
            found = found | self._rules_of(bare)
        if len(self._rules) >= _MOST_WORDS:
            self._rules.clear()
        self._rules[word] = found
        return found

    def has(self, rule: str, word: str) -> bool:
        """Whether a folded word is a cue of the rule."""
        return rule in self.rules(word)

    def _rules_of(self, word: str) -> frozenset[str]:
        found = self._words.get(word, _NOTHING)
        if word[:_HEAD] in self._heads:
            for length in self._lengths:
                found = found | self._stems.get(word[:length], _NOTHING)
        return found

    def at_end(self, rule: str, text: str) -> bool:
        """Whether a text without spaces between its words ends in a cue of the rule."""
        return text.endswith(self._endings.get(rule, ()))

    def at_start(self, rule: str, text: str) -> bool:
        """Whether a text without spaces between its words begins with a cue of the rule."""
        return text.startswith(self._endings.get(rule, ()))


_GLUED = "وفبلהובלמש"
_GLUED_PAIRS = ("وب", "ول", "وا")
"""What Arabic and Hebrew glue before a word."""
_NOTHING: frozenset[str] = frozenset()
_HEAD = 2
"""Letters that the shortest of the stems has."""
_MOST_WORDS = 20_000
"""Words whose rules are remembered."""


@functools.lru_cache(maxsize=512)
def cues(languages: frozenset[str]) -> Cues:
    """The cues of some languages together."""
    return Cues(languages)


@functools.cache
def _doubtful() -> dict[tuple[str, str], tuple[str, str]]:
    """Class, and the state that is no support, of the flagged forms that need less than others."""
    return {
        (row["lang"], fold_name(row["form"])): (row["class"], row["not_with"])
        for row in read_table("doubtful.tsv")
    }


def best(names: Sequence[Name]) -> Name | None:
    """The one actor of some names, by its most telling kind; None where they are of several."""
    if len({name.actor_id for name in names}) != 1:
        return None
    if len(names) == 1:
        return names[0]
    return min(names, key=_rank)


def _rank(name: Name) -> int:
    return _NAMES.index(name.kind) if name.kind in _NAMES else len(_NAMES)


def doubt_of(languages: Sequence[str], form: str) -> tuple[str, str]:
    """How much doubt there is of a flagged form, and the state that is no support for it."""
    table = _doubtful()
    for language in languages:
        if (language, fold_name(form)) in table:
            return table[language, fold_name(form)]
    return "heavy", ""
