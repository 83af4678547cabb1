"""Propose forms that may be common words: they are far more frequent than their actor should be.

``python tools/actors/find_ambiguous.py`` needs ``pip install wordfreq`` (Apache-2.0; its lists of
frequencies are CC BY-SA, so they are only measured with and nothing of them is kept). It compares
how frequent every unflagged one-word form of names.tsv is in its language with how frequent all
forms of the same actor and kind are in the other languages. What it prints (times per million
words, and how many times the usual) is for a reader to judge: true ones go to hand/ambiguous.tsv
or hand/drops.tsv. wordfreq knows no capitals: "polish" counts for "Polish".
"""

import argparse
import collections
import pathlib
import statistics
import sys
from collections.abc import Iterator

import wordfreq  # type: ignore[import-not-found,import-untyped,unused-ignore]

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # this is a script: the package is found from the root

from transforms.tables import read_table  # noqa: E402

LANGUAGES = "ar de en es fa fr he hi it pt ru tr uk ur".split()
"""The languages with words between spaces that wordfreq has."""
LEAST_PER_MILLION = 2.0
"""Rarer words do little harm."""


def proposals() -> Iterator[tuple[float, str]]:
    """How many times the usual share a form has, and the line that says so."""
    rows = [
        row
        for row in read_table("names.tsv")
        if " " not in row["form"] and row["ambiguous"] == "0" and row["lang"] in LANGUAGES
    ]
    share = {
        (row["lang"], row["form"]): wordfreq.word_frequency(row["form"], row["lang"]) * 1e6
        for row in rows
    }
    by_actor: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for row in rows:
        of_actor = by_actor[row["actor_id"]]
        best = share[row["lang"], row["form"]]
        of_actor[row["lang"]] = max(of_actor.get(row["lang"], 0.0), best)
    for row in rows:
        own = share[row["lang"], row["form"]]
        others = [best for lang, best in by_actor[row["actor_id"]].items() if lang != row["lang"]]
        usual = max(statistics.median(others) if others else 0.0, 0.3)
        if own >= LEAST_PER_MILLION:
            shown = (row["lang"], row["form"], row["actor_id"], f"{own:.0f}", f"{own / usual:.1f}")
            yield own / usual, "\t".join(shown)


def main() -> int:
    """Print the proposals, the most surprising first; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--least", type=float, default=6.0, help="times the usual share")
    options = parser.parse_args()
    found = sorted(proposals(), reverse=True)
    print("lang\tform\tactor_id\tper_million\ttimes_usual")
    print(*(line for ratio, line in found if ratio >= options.least), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
