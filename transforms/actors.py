"""Who is named: states by name and capital, organisations by name and acronym, in 16 languages.

The names are a table (data/names.tsv, built by tools/actors/build.py); one automaton a process
finds them all in one pass over the folded text. Forms that the table marks as ambiguous do not
count yet, nor does a name within a longer one that is no actor's (data/masks.tsv: Latin America).
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.records import Mention
from transforms.tables import read_table

TAGGER = "names-1"
"""Names this way of tagging, and its version, in `mentions.tagger`."""

_Row = Mapping[str, str]
_NOBODY = ""
_SCRIPTS = {
    **dict.fromkeys(("en", "tr", "fr", "es", "de", "pt", "it"), "latin"),
    **dict.fromkeys(("ru", "uk"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur"), "arabic"),
    **dict.fromkeys(("zh", "ja"), "cjk"),
    "he": "hebrew",
    "hi": "devanagari",
}
"""The languages that the table has, and the script in which each is written."""
_PROCLITICS = ("و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
"""Without ك, "like": it is rare before names, and كلاوس is Klaus, not "like Laos"."""
_ARTICLE = "ال"
_SHORTEST_WITH_PROCLITIC = {"capital": 5}
"""Letters, 3 for all other kinds; وجوبا is "obligatorily" more often than "and Juba"."""
_WITH_PRINCIPAL = frozenset({"person", "gov_body"})
"""Types of actors that stand for their parent; a body of an organisation speaks for itself."""
_ALIKE = str.maketrans("أإآٱىیےکہۃة‘’ʼ´״“”׳‐‑\xa0\n\r\t", "اااايييكههه''''\"\"\"'--    ")
"""Characters that writers use for one another, one for one, so that offsets stay."""


_FOLD = {code: chr(code).lower() for code in range(0x2000) if len(chr(code).lower()) == 1}
_FOLD.update((code, chr(like)) for code, like in _ALIKE.items())
_FOLD.update({ord("İ"): "i", ord("ı"): "i", ord("ё"): "е", ord("Ё"): "е"})


def fold_name(text: str) -> str:
    """The text as names are compared: same length, no case, one form a letter.

    >>> fold_name("Côte d’Ivoire")
    "côte d'ivoire"
    """
    return text.translate(_FOLD)


@dataclasses.dataclass(frozen=True, slots=True)
class _Name:
    """What a folded form may stand for.

    capitals: only where it is written so; small: also where it begins with a small letter;
    everywhere: no language says otherwise of this form; proclitic: code points before the name.
    An empty actor_id masks what is no actor.
    """

    actor_id: str
    kind: str
    languages: frozenset[str]
    script: str
    capitals: bool
    small: bool
    everywhere: bool
    proclitic: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class _Actor:
    type: str
    principal: str


class Lexicon:
    """The tables, loaded: the automaton over all folded forms, and what each form stands for."""

    def __init__(
        self,
        actors: Iterable[_Row],
        names: Iterable[_Row],
        masks: Iterable[_Row] = (),
    ) -> None:
        self._actors = {row["actor_id"]: _principal(row) for row in actors}
        masked = [{**row, "actor_id": _NOBODY, "kind": "mask", "ambiguous": "0"} for row in masks]
        forms = _forms([*names, *masked])
        self._names = list(forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard)

    def tag(self, text: str, languages: Iterable[str]) -> list[Mention]:
        """The actors named in a text, in order; offsets are into this text.

        languages: BCP-47 tags of the text, of which any may be `und`. A name counts where it
        belongs to one of them or stands in another script; in a language that the table does not
        know, where all languages agree on it. Of overlapping names the longest of the leftmost
        wins; only whole words count.
        """
        known = frozenset(tag.partition("-")[0] for tag in languages)
        folded = fold_name(text)
        hits = [
            (start + name.proclitic, end, name)
            for form, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
            if _is_whole(text, start, end)
            for name in self._names[form]
            if _fits(name, known, text[start + name.proclitic : end])
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1], hit[2].actor_id))
        mentions, free = [], 0
        for start, end, name in hits:
            if start >= free:
                free = end
                if name.actor_id != _NOBODY:
                    mentions.append(self._mention(name, start, end, text[start:end]))
        return mentions

    def _mention(self, name: _Name, start: int, end: int, text: str) -> Mention:
        actor = self._actors[name.actor_id]
        return Mention(
            actor_id=name.actor_id,
            principal=actor.principal,
            type=actor.type,
            role=None,
            start=start,
            end=end,
            text=text,
            tagger=f"{TAGGER}:{name.kind}",
        )


@functools.cache
def lexicon() -> Lexicon:
    """The shipped tables as a lexicon: one a process, as an automaton cannot be pickled."""
    tables = (read_table(f"{name}.tsv") for name in ("actors", "names", "masks"))
    return Lexicon(*tables)


def _principal(row: _Row) -> _Actor:
    parent = row["parent"] if row["type"] in _WITH_PRINCIPAL else ""
    return _Actor(row["type"], parent or row["actor_id"])


def _forms(names: Iterable[_Row]) -> dict[str, list[_Name]]:
    """What each folded form stands for; in no language more than one actor."""
    found: dict[str, list[_Row]] = collections.defaultdict(list)
    derived: dict[str, dict[str, _Name]] = collections.defaultdict(dict)
    for row in names:
        found[fold_name(row["form"])].append(row)
        if row["lang"] == "ar" and row["ambiguous"] == "0":
            for form, proclitic in _with_proclitics(row["form"], row["kind"]):
                derived[fold_name(form)][row["actor_id"]] = _name([row], {"ar"}, False, proclitic)
    forms: dict[str, list[_Name]] = {}
    for form, rows in found.items():
        claims = collections.Counter(lang for lang, _ in {(r["lang"], r["actor_id"]) for r in rows})
        agreed = len({row["actor_id"] for row in rows}) == 1
        sure = agreed and all(row["ambiguous"] == "0" for row in rows)
        groups: dict[tuple[str, str, bool], list[_Row]] = collections.defaultdict(list)
        for row in rows:
            if row["ambiguous"] == "0":
                groups[row["actor_id"], row["kind"], row["form"].isupper()].append(row)
        for group in groups.values():
            languages = {row["lang"] for row in group if claims[row["lang"]] == 1}
            if languages:
                forms.setdefault(form, []).append(_name(group, languages, sure))
    for form, candidates in derived.items():
        if form not in forms and len(candidates) == 1:
            forms[form] = list(candidates.values())
    return forms


def _name(rows: list[_Row], languages: set[str], everywhere: bool, proclitic: int = 0) -> _Name:
    form = rows[0]["form"]
    return _Name(
        actor_id=rows[0]["actor_id"],
        kind=rows[0]["kind"],
        languages=frozenset(languages),
        script=_SCRIPTS[min(languages)],
        capitals=form.isupper() and len(form) <= 3,
        small=any(row["form"][0].islower() for row in rows),
        everywhere=everywhere,
        proclitic=proclitic,
    )


def _with_proclitics(form: str, kind: str) -> Iterator[tuple[str, int]]:
    """An Arabic name with each proclitic that writers glue to it, and that proclitic's length.

    >>> dict(_with_proclitics("العراق", "name"))["للعراق"]
    1
    """
    if len(form) < _SHORTEST_WITH_PROCLITIC.get(kind, 3):
        return
    for proclitic in _PROCLITICS:
        if proclitic.endswith("ل") and form.startswith(_ARTICLE):
            yield proclitic + form[1:], len(proclitic)
        else:
            yield proclitic + form, len(proclitic)


def _fits(name: _Name, languages: frozenset[str], text: str) -> bool:
    if (text[0].islower() and not name.small) or (name.capitals and not text.isupper()):
        return False
    known = [lang for lang in languages if lang in _SCRIPTS]
    if not known:
        return name.everywhere
    return any(lang in name.languages or _SCRIPTS[lang] != name.script for lang in known)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is not cut out of a word; ideographs run on, kana words do not."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before and _joins(before, text[start])) and not (
        after and _joins(text[end - 1], after)
    )


def _joins(left: str, right: str) -> bool:
    if "\u3040" <= left <= "\u9fff" or "\u3040" <= right <= "\u9fff":
        return all("\u30a1" <= kana <= "\u30fe" and kana != "・" for kana in (left, right))
    return unicodedata.category(left)[0] in "LMN" and unicodedata.category(right)[0] in "LMN"
