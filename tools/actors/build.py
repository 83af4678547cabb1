"""Build the actor tables from CLDR and the hand-written rows beside this file.

Run it as ``python tools/actors/build.py`` to write ``transforms/data/actors.tsv`` and
``transforms/data/names.tsv``. ``--check`` rebuilds in memory and exits 1 at the first line that
differs from the shipped tables; ``--coverage`` prints how many states the shipped tables
name in each language.
The same inputs give the same bytes. The program itself needs only the tables.
"""

import argparse
import collections
import dataclasses
import itertools
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # this is a script: its own modules are found from the root

from tools.actors import oppositions  # noqa: E402
from tools.actors.sources import CLDR_SOURCE, collect_names  # noqa: E402
from tools.actors.tables import (  # noqa: E402
    KINDS,
    Name,
    TableError,
    read_hand,
    spellings,
)
from transforms.actors.coverage import report, shipped_coverage  # noqa: E402

DATA = ROOT / "transforms" / "data"


def flagged_forms(
    borne: set[tuple[str, str]],
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the ambiguous (lang, form) pairs, and those whose inflected forms are so too.

    Raises TableError for one that nobody bears.
    """
    flagged: set[tuple[str, str]] = set()
    bases: set[tuple[str, str]] = set()
    for row in read_hand("ambiguous"):
        pairs = {(row["lang"], form) for form in spellings(row["form"], row["lang"])}
        if not pairs & borne:
            raise TableError(f"ambiguous.tsv: no actor bears {row['lang']} {row['form']!r}")
        flagged |= pairs
        bases |= {(row["lang"], row["form"])} if row["scope"] == "all" else set()
    return flagged, bases


class Build:
    """The tables as built: rows of both, and the dropped forms."""

    def __init__(self) -> None:
        """Read and join everything. Raises TableError where the hand tables go wrong."""
        states = read_hand("states")
        self.actors = [(f"state:{s['iso3']}", "state", "", s["iso3"], s["wikidata"], s["cameo"],
                        s["valid_from"], "") for s in states]  # fmt: skip
        self.actors += [(h["actor_id"], "state", "", h["iso3"], h["wikidata"], "",
                         h["valid_from"], h["valid_to"])
                        for h in read_hand("historic")]  # fmt: skip
        self.actors += [(t["actor_id"], "territory", "", t["iso3"], t["wikidata"], "", "", "")
                        for t in read_hand("territories")]  # fmt: skip
        self.actors += [(a["actor_id"], a["type"], a["parent"], "", a["wikidata"], a["cameo"],
                         a["valid_from"], a["valid_to"])
                        for table in ("groups", "bodies", "people")
                        for a in read_hand(table)]  # fmt: skip
        self.actors += [(o["actor_id"], "igo", o["parent"], "", o["wikidata"], o["cameo"],
                         o["valid_from"], o["valid_to"])
                        for o in read_hand("organisations")]  # fmt: skip
        known = {actor[0] for actor in self.actors}
        self.actors += [(a["actor_id"], a["type"], a["state"], "", "", "", "", "")
                        for a in oppositions.actors() if a["actor_id"] not in known]  # fmt: skip
        known = {actor[0] for actor in self.actors}
        best: dict[tuple[str, str, str], Name] = {}
        for name in collect_names(states):
            if name.actor_id not in known:
                raise TableError(f"{name.actor_id} has names but is no actor")
            for form in spellings(name.form, name.lang):
                spelt = dataclasses.replace(name, form=form, base=name.base or name.form)
                key = (name.lang, form, name.actor_id)
                kept = best.setdefault(key, spelt)
                if spelt.decides or KINDS.index(spelt.kind) < KINDS.index(kept.kind):
                    best[key] = spelt
        bearers: dict[tuple[str, str], list[Name]] = collections.defaultdict(list)
        for (lang, form, _), name in sorted(best.items()):
            bearers[lang, form].append(name)
        self.flagged, self.flagged_bases = flagged_forms(set(bearers))
        self.names: list[Name] = []
        self.dropped: list[str] = []
        parents = {actor[0]: actor[2] for actor in self.actors}
        for (lang, form), borne in bearers.items():
            # a body that bears the name of its state (Palestinian Authority) is that state
            states_of_it = {name.actor_id for name in borne}
            names = [name for name in borne if parents[name.actor_id] not in states_of_it]
            shown = f"{lang} {form!r}: " + ", ".join(name.actor_id for name in names)
            claims = [name for name in names if name.decides]
            if len(form) < 2:
                self.dropped.append(f"{shown} (too short)")
            elif len(names) == 1 or self._is_flagged(names[0]):
                self.names += names
            elif len(claims) == 1:
                self.names += claims
                self.dropped.append(f"{shown} (decided for {claims[0].actor_id})")
            else:
                self.dropped.append(f"{shown} (shared)")
        self.names.sort()

    def _is_flagged(self, name: Name) -> bool:
        return (name.lang, name.form) in self.flagged or (
            name.lang,
            name.base,
        ) in self.flagged_bases

    def tables(self) -> dict[pathlib.Path, str]:
        """Return the text of each table by its path: a header, then sorted rows, no quoting."""
        head = ("actor_id", "type", "parent", "iso3", "wikidata", "cameo", "valid_from", "valid_to")
        names = [("actor_id", "lang", "form", "kind", "ambiguous", "source", "licence")]
        for n in self.names:
            licence = "Unicode-3.0" if n.source.startswith(CLDR_SOURCE) else "Apache-2.0"
            ambiguous = str(int(self._is_flagged(n)))
            names.append((n.actor_id, n.lang, n.form, n.kind, ambiguous, n.source, licence))
        return {
            DATA / "actors.tsv": "".join("\t".join(r) + "\n" for r in [head, *sorted(self.actors)]),
            DATA / "names.tsv": "".join("\t".join(r) + "\n" for r in names),
        }


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
    if options.coverage:
        print(*report(shipped_coverage()), sep="\n")
        return 0
    build = Build()
    if options.check:
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
