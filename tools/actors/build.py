"""Build the actor tables from CLDR and the hand-written rows beside this file.

Run it as ``python tools/actors/build.py`` to write ``transforms/data/actors.tsv`` and
``transforms/data/names.tsv``. ``--check`` rebuilds in memory and exits 1 at the first line that
differs from the shipped tables; ``--coverage`` prints how many states each language names.
The same inputs give the same bytes. The program itself needs only the tables.
"""

import argparse
import collections
import csv
import dataclasses
import itertools
import pathlib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence

import babel
from babel.core import get_global

HAND = pathlib.Path(__file__).resolve().parent / "hand"
DATA = pathlib.Path(__file__).resolve().parents[2] / "transforms" / "data"

LANGUAGES = ["ar", "de", "en", "es", "fa", "fr", "he", "hi",
             "it", "ja", "pt", "ru", "tr", "uk", "ur", "zh"]  # fmt: skip
LATIN = ["de", "en", "es", "fr", "it", "pt", "tr"]
# CLDR locales that add to a language's own: other countries and the other Chinese script.
MORE_LOCALES = {"pt": ["pt_PT"], "zh": ["zh_Hant", "zh_Hant_HK"]}
CLDR_SOURCE = f"CLDR {get_global('cldr')['version']} via Babel {babel.__version__}"
# The kinds of names; of two rows with the same form and actor the earlier kind stays.
KINDS = ["name", "official", "acronym", "alias", "capital"]

# Marks that no newspaper prints: soft hyphen, direction marks, Arabic vowels and doubling.
UNPRINTED = re.compile("[\u00ad\u200e\u200f\u064b-\u0652]")
# What the press of a language spells in its own way or in several: (pattern, the spellings).
APOSTROPHE = ("['\u2019]", ("'", "\u2019"))
PERSIAN_LETTERS = (("\u064a", ("\u06cc",)), ("\u0643", ("\u06a9",)))
SPELLINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    **dict.fromkeys(LATIN, (APOSTROPHE,)),
    "en": (APOSTROPHE, ("&", ("&", "and"))),
    "fa": (*PERSIAN_LETTERS, ("\u200c", ("\u200c", " ")), ("\u0654", ("\u0654", ""))),
    "he": (("['\u05f3]", ("'", "\u05f3")), ('["\u05f4]', ('"', "\u05f4"))),
    "hi": (("(?<=[कखगजफ])\u093c", ("\u093c", "")),),
    "ru": (APOSTROPHE, ("\u0451", ("\u0451", "\u0435"))),
    "uk": (("['\u2019\u02bc]", ("'", "\u2019", "\u02bc")),),
    "ur": (*PERSIAN_LETTERS, ("\u200c", ("\u200c", " "))),
}


class TableError(Exception):
    """A hand-written table breaks its own rules; the message names the file and the row."""


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name of an actor; `decides` settles a form that two actors share."""

    actor_id: str
    lang: str
    form: str
    kind: str
    source: str
    decides: bool = False


def read_hand(table: str) -> list[dict[str, str]]:
    """Return the rows of a hand table. Raises TableError for a row that breaks its rules."""
    with (HAND / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values() or not row["source"]:
            raise TableError(f"{table}.tsv line {number}: a column too many or few, or no source")
        if row.get("kind", "name") not in KINDS or row.get("lang", "en") not in LANGUAGES:
            raise TableError(f"{table}.tsv line {number}: unknown kind or language")
    return rows


def spellings(form: str, lang: str) -> list[str]:
    """Return the ways in which the press of `lang` spells `form`, sorted."""
    found = [" ".join(UNPRINTED.sub("", unicodedata.normalize("NFC", form)).split())]
    for pattern, ways in SPELLINGS.get(lang, ()):
        found = [re.sub(pattern, way, spelt) for spelt in found for way in ways]
    return sorted(set(found))


def cldr_names(states: Sequence[dict[str, str]]) -> Iterator[Name]:
    """Yield CLDR's names of the states and of their capitals (the cities of its time zones)."""
    pairs = [(lang, tag) for lang in LANGUAGES for tag in [lang, *MORE_LOCALES.get(lang, [])]]
    for (lang, tag), state in itertools.product(pairs, states):
        locale, actor_id = babel.Locale.parse(tag), f"state:{state['iso3']}"
        yield Name(actor_id, lang, locale.territories[state["iso2"]], "name", CLDR_SOURCE)
        for zone in state["zones"].split():
            city = locale.time_zones.get(zone, {}).get("city")
            if not city and lang in LATIN:  # CLDR leaves out what its zone id already spells
                city = zone.rsplit("/", 1)[-1].replace("_", " ")
            if city:
                yield Name(actor_id, lang, city, "capital", CLDR_SOURCE)


def collect_names(states: Sequence[dict[str, str]]) -> Iterator[Name]:
    """Yield every name, CLDR's first. Raises TableError for a drop that CLDR does not have."""
    drops = {(row["actor_id"], row["lang"], row["form"]) for row in read_hand("drops")}
    unused = set(drops)
    for name in cldr_names(states):
        key = (name.actor_id, name.lang, name.form)
        unused.discard(key)
        if key not in drops:
            yield name
    if unused:
        raise TableError(f"drops.tsv: CLDR has no {min(unused)}")
    for table in ("aliases", "organisation_names", "capitals"):
        for row in read_hand(table):
            yield Name(row["actor_id"], row["lang"], row["form"], row.get("kind", "capital"),
                       row["source"], decides=row["decides"] == "1")  # fmt: skip


def flagged_forms(borne: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the ambiguous (lang, form) pairs. Raises TableError for one that nobody bears."""
    flagged: set[tuple[str, str]] = set()
    for row in read_hand("ambiguous"):
        pairs = {(row["lang"], form) for form in spellings(row["form"], row["lang"])}
        if not pairs & borne:
            raise TableError(f"ambiguous.tsv: no actor bears {row['lang']} {row['form']!r}")
        flagged |= pairs
    return flagged


class Build:
    """The tables as built: rows of both, the dropped forms, and what a coverage report needs."""

    def __init__(self) -> None:
        """Read and join everything. Raises TableError where the hand tables go wrong."""
        states = read_hand("states")
        self.actors = [(f"state:{s['iso3']}", "state", "", s["iso3"], s["wikidata"], s["cameo"],
                        s["valid_from"], "") for s in states]  # fmt: skip
        self.actors += [(o["actor_id"], "igo", o["parent"], "", o["wikidata"], o["cameo"],
                         o["valid_from"], o["valid_to"])
                        for o in read_hand("organisations")]  # fmt: skip
        known = {actor[0] for actor in self.actors}
        best: dict[tuple[str, str, str], Name] = {}
        self.capitals: set[tuple[str, str, str]] = set()  # capitals named like their state too
        for name in collect_names(states):
            if name.actor_id not in known:
                raise TableError(f"{name.actor_id} has names but is no actor")
            for form in spellings(name.form, name.lang):
                spelt = dataclasses.replace(name, form=form)
                key = (name.lang, form, name.actor_id)
                kept = best.setdefault(key, spelt)
                if spelt.decides or KINDS.index(spelt.kind) < KINDS.index(kept.kind):
                    best[key] = spelt
                if name.kind == "capital":
                    self.capitals.add(key)
        bearers: dict[tuple[str, str], list[Name]] = collections.defaultdict(list)
        for (lang, form, _), name in sorted(best.items()):
            bearers[lang, form].append(name)
        self.flagged = flagged_forms(set(bearers))
        self.names: list[Name] = []
        self.dropped: list[str] = []
        for (lang, form), names in bearers.items():
            shown = f"{lang} {form!r}: " + ", ".join(name.actor_id for name in names)
            claims = [name for name in names if name.decides]
            if len(form) < 2:
                self.dropped.append(f"{shown} (too short)")
            elif len(names) == 1 or (lang, form) in self.flagged:
                self.names += names
            elif len(claims) == 1:
                self.names += claims
                self.dropped.append(f"{shown} (decided for {claims[0].actor_id})")
            else:
                self.dropped.append(f"{shown} (shared)")
        self.names.sort()

    def tables(self) -> dict[pathlib.Path, str]:
        """Return the text of each table by its path: a header, then sorted rows, no quoting."""
        head = ("actor_id", "type", "parent", "iso3", "wikidata", "cameo", "valid_from", "valid_to")
        names = [("actor_id", "lang", "form", "kind", "ambiguous", "source", "licence")]
        for n in self.names:
            licence = "Unicode-3.0" if n.source == CLDR_SOURCE else "Apache-2.0"
            ambiguous = str(int((n.lang, n.form) in self.flagged))
            names.append((n.actor_id, n.lang, n.form, n.kind, ambiguous, n.source, licence))
        return {
            DATA / "actors.tsv": "".join("\t".join(r) + "\n" for r in [head, *sorted(self.actors)]),
            DATA / "names.tsv": "".join("\t".join(r) + "\n" for r in names),
        }

    def coverage(self) -> Iterator[str]:
        """Yield a line a language: actors with a name, in brackets those with an unflagged one."""
        totals = collections.Counter(actor[1] for actor in self.actors)
        for lang in LANGUAGES:
            counts: dict[str, set[str]] = collections.defaultdict(set)
            for n in (n for n in self.names if n.lang == lang):
                igo, plain = n.actor_id.startswith("igo:"), (lang, n.form) not in self.flagged
                groups = ["igo" if igo else "names"] if n.kind != "capital" else []
                groups += ["capitals"] if (lang, n.form, n.actor_id) in self.capitals else []
                for group in groups:
                    counts[group].add(n.actor_id)
                    counts[f"plain {group}"] |= {n.actor_id} if plain else set()
            shown = [f"{group} {len(counts[group])}/{totals['igo' if group == 'igo' else 'state']}"
                     f" ({len(counts[f'plain {group}'])})"
                     for group in ("names", "capitals", "igo")]  # fmt: skip
            yield f"{lang}  " + "  ".join(shown)


def first_difference(path: pathlib.Path, built: str) -> str | None:
    """Return where the shipped table differs from the built one, or None."""
    shipped = path.read_bytes().decode("utf-8") if path.exists() else ""
    pairs = itertools.zip_longest(shipped.split("\n"), built.split("\n"))
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new:
            return f"{path.name} line {number}: shipped {old!r}, built {new!r}"
    return None


def main() -> int:
    """Write, check or count, as the arguments say; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true", help="compare with the shipped tables")
    group.add_argument("--coverage", action="store_true", help="print the coverage by language")
    options = parser.parse_args()
    build = Build()
    if options.coverage:
        print(*build.coverage(), sep="\n")
    elif options.check:
        found = (first_difference(path, text) for path, text in build.tables().items())
        difference = next(filter(None, found), None)
        print(difference or "the shipped tables are what the sources give")
        return 1 if difference else 0
    else:
        for path, text in build.tables().items():
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.name}: {text.count(chr(10)) - 1} rows")
        print("dropped:", *build.dropped, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
