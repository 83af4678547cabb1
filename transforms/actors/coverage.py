"""How much of the world the table of names covers: states of today by language and kind of name.

`communique actors coverage` prints it; it needs nothing but the shipped tables.
"""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from transforms.tables import read_table

KINDS = ("name", "official", "adjective", "demonym", "capital")
"""What is counted, in the order in which it is printed."""

_Row = Mapping[str, str]
_COUNTED_AS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "official", "alias"}),
    "official": frozenset({"official"}),
    "adjective": frozenset({"adjective"}),
    "demonym": frozenset({"demonym"}),
    "capital": frozenset({"capital"}),
}
"""The kinds of rows that count for a kind; a name that the press prefers may be an alias."""
_NOUN_SERVES = frozenset({"ja", "zh"})
"""Languages without adjectives of states: the name stands before a noun (ロシア大統領)."""
_ADJECTIVE_SERVES = frozenset({"ar", "en", "es", "he", "it", "pt"})
"""Languages in which the adjective is the noun for the people too (los rusos, the Chinese)."""
_NAMED_AS_CAPITAL = frozenset(
    f"state:{iso3}" for iso3 in "DJI DZA GTM KWT LUX MCO PAN SGP SMR TUN VAT".split()
)
"""States whose name is that of their capital, in some languages: one row serves both."""


@dataclasses.dataclass(frozen=True, slots=True)
class Coverage:
    """How many states one language names in one way.

    states: of how many; named: by any form, plain: by a form that is not marked as ambiguous;
    missing: actor_ids of those that it does not name, sorted.
    """

    lang: str
    kind: str
    states: int
    named: int
    plain: int
    missing: tuple[str, ...]


def coverage(actors: Iterable[_Row], names: Iterable[_Row]) -> list[Coverage]:
    """One entry a language and kind, in the order of languages and of KINDS.

    actors, names: rows of data/actors.tsv and data/names.tsv. States that are no more (with a
    valid_to) are not counted.
    """
    states = {row["actor_id"] for row in actors if row["type"] == "state" and not row["valid_to"]}
    named: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    plain: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    languages = set()
    for row in names:
        languages.add(row["lang"])
        if row["actor_id"] in states:
            for kind in _kinds(row):
                named[row["lang"], kind].add(row["actor_id"])
                if row["ambiguous"] == "0":
                    plain[row["lang"], kind].add(row["actor_id"])
    return [
        Coverage(
            lang,
            kind,
            len(states),
            len(named[lang, kind]),
            len(plain[lang, kind]),
            tuple(sorted(states - named[lang, kind])),
        )
        for lang in sorted(languages)
        for kind in KINDS
    ]


def _kinds(row: _Row) -> Iterator[str]:
    """The kinds for which a row counts."""
    for kind, counted in _COUNTED_AS.items():
        if row["kind"] in counted:
            yield kind
    if row["lang"] in _NOUN_SERVES and row["kind"] in _COUNTED_AS["name"]:
        yield "adjective"
    if row["lang"] in _ADJECTIVE_SERVES and row["kind"] == "adjective":
        yield "demonym"
    if row["actor_id"] in _NAMED_AS_CAPITAL and row["kind"] == "name":
        yield "capital"


def report(found: Iterable[Coverage]) -> Iterator[str]:
    """The lines of a table: states named by language and kind, in brackets by a plain form.

    A last block lists what is missing, but for official names.
    """
    yield "language" + "".join(f"{kind:>13}" for kind in KINDS)
    lines: dict[str, list[Coverage]] = collections.defaultdict(list)
    for one in found:
        lines[one.lang].append(one)
    for lang, entries in lines.items():
        yield f"{lang:8}" + "".join(f"{f'{one.named} ({one.plain})':>13}" for one in entries)
    for entries in lines.values():
        for one in entries:
            if one.missing and one.kind != "official":
                states = " ".join(actor_id.partition(":")[2] for actor_id in one.missing)
                yield f"missing in {one.lang}, {one.kind}: {states}"


def shipped_coverage() -> list[Coverage]:
    """The coverage of the tables that the package ships."""
    return coverage(read_table("actors.tsv"), read_table("names.tsv"))
