"""What passages are read with: the tables of their languages, their folded text, and its cues."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from transforms.actors.names import Bare
from transforms.acts.grammar import Grammar, Hit, grammar
from transforms.acts.notation import Obliging, fold_bare
from transforms.acts.scene import obliges
from transforms.records import Passage, Quote

_ASKED = frozenset(("item", "must"))
"""Frames of cues that do not count in every passage."""
_SILENT = frozenset(("duplicate_title", "dateline", "boilerplate", "continuation"))


def tables_of(passages: Sequence[Passage]) -> list[Grammar | None]:
    """The tables for each passage; one in no known language has those of most others."""
    languages = [passage.language for passage in passages]
    tables = {language: grammar(language) for language in dict.fromkeys(languages)}
    if "und" in tables:
        known = [language for language, table in tables.items() if table is not None]
        tables["und"] = tables[max(known, key=languages.count)] if known else None
    return [
        tables[passage.language] if passage.text and passage.kind not in _SILENT else None
        for passage in passages
    ]


def with_folded(passage: Passage) -> Passage:
    """A passage with its text as cues are looked for in it, where no stage has folded it."""
    bare = fold_bare(passage.text)
    return dataclasses.replace(passage, folded=bare.text, cuts=bare.cuts)


def cues_in(
    passages: Sequence[Passage], tables: Sequence[Grammar | None], listed: bool = True
) -> list[Sequence[Hit]]:
    """The cues of each passage, and of lists if there are any: one search a language is cheaper."""
    hits: list[Sequence[Hit]] = [()] * len(passages)
    for of_language in dict.fromkeys(tables):
        if of_language is None:
            continue
        pairs = zip(passages, tables, strict=True)
        texts = [one.folded or "" if table is of_language else "" for one, table in pairs]
        for number, of_passage in enumerate(of_language.cues(texts, listed)):
            if of_passage:
                hits[number] = _of(passages[number], of_language, of_passage)
    return hits


def _of(passage: Passage, tables: Grammar, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The cues of a passage that may be acts there, at their places in its text."""
    counted: list[Hit] = []
    for hit in hits:
        if hit.cue.frame not in _ASKED or _counts(passage, tables, hit):
            counted.append(hit)  # noqa: PERF401 - faster
    if not passage.cuts:
        return counted
    span = Bare("", passage.cuts).span
    return [Hit(*span(hit.start, hit.end), hit.cue) for hit in counted]


def _counts(passage: Passage, tables: Grammar, hit: Hit) -> bool:
    """Whether the word of an item stands in one, and a preposition that obliges does so."""
    if hit.cue.frame == "item":
        return passage.kind == "bullet"
    return not isinstance(hit.cue, Obliging) or obliges(passage, tables, hit)


def quoted(hits: Sequence[Hit], quotes: Sequence[Quote]) -> list[Hit]:
    """Those of the cues that stand in words that somebody is quoted with; both are in order."""
    found: list[Hit] = []
    number = end = 0
    for hit in hits:
        while number < len(quotes) and quotes[number].start <= hit.start:
            end = max(end, quotes[number].end)
            number += 1
        if hit.start < end:
            found.append(hit)
    return found
