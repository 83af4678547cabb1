"""How fast actors are found, beside other ways to find the same forms, all in one run.

    .venv/bin/python benchmarks/actors.py [--articles FOLDER] [--forms 100000] [--rounds 5]

Text: the articles of tests/quality/articles, which are full of names (one in 130 bytes), or of
FOLDER: *.json with `text` and `language`, or a LANGUAGE.txt for each; ten languages. Each engine
runs in a process of its own and prints what it took to build, what memory that needed, and MB of
UTF-8 a second of the best of some rounds:

communique    all of it: fold, match, boundaries, context, offsets, mentions
ahocorasick_rs, pyahocorasick   all hits of the folded forms in folded text, words or not
spacy         PhraseMatcher on the same forms, lower case, with its tokenizer (xx)

pyahocorasick and spacy are left out where they are not installed. --forms N adds made-up forms up
to N, to see what a larger table costs.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import pathlib
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = "ar de en es fa fr he it pt ru tr uk zh hi ja ur".split()
MOST_LANGUAGES = 10
BYTES_A_LANGUAGE = 100_000
PIECE = 1_500
ENGINES = {
    "communique": "ahocorasick_rs",
    "ahocorasick_rs": "ahocorasick_rs",
    "pyahocorasick": "ahocorasick",
    "spacy": "spacy",
}
"""Engines, and the module that each needs."""
Find = Callable[[str, str], int]


def texts(folder: pathlib.Path) -> list[tuple[str, str]]:
    """Texts and languages, as many bytes of each of ten languages; short ones are repeated."""
    by_language: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        by_language.setdefault(article["language"], []).append(article["text"])
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")[:BYTES_A_LANGUAGE]
        pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
        by_language.setdefault(path.stem, []).extend(pieces)
    found = []
    for language in [lang for lang in LANGUAGES if lang in by_language][:MOST_LANGUAGES]:
        size, own = 0, by_language[language]
        while size < BYTES_A_LANGUAGE:
            for text in own:
                found.append((text, language))
                size += len(text.encode())
    return found


def rows(least: int) -> list[dict[str, str]]:
    """The table of names, with made-up ones if it is shorter than `least`."""
    from transforms.tables import read_table

    names: list[dict[str, str]] = list(read_table("names.tsv"))
    real = len(names)
    for number in range(max(0, least - real)):
        name = names[number % real]
        names.append({**name, "form": f"{name['form']}q{number // real}z", "ambiguous": "0"})
    return names


def folded_forms(least: int) -> list[str]:
    """All forms of the table as the automata get them."""
    from transforms.actors.names import fold_name

    return sorted({fold_name(row["form"]) for row in rows(least)})


def communique(least: int) -> Find:
    """The program's own lexicon."""
    from transforms.actors.lexicon import Lexicon
    from transforms.tables import read_table

    lexicon = Lexicon(read_table("actors.tsv"), rows(least), read_table("masks.tsv"))

    def find(text: str, language: str) -> int:
        return len(lexicon.tag(text, (language,)))

    return find


def ahocorasick_rs(least: int) -> Find:
    """The automaton alone."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    from transforms.actors.names import fold_name

    automaton = AhoCorasick(folded_forms(least), matchkind=MatchKind.Standard)

    def find(text: str, language: str) -> int:
        return len(automaton.find_matches_as_indexes(fold_name(text), overlapping=True))

    return find


def pyahocorasick(least: int) -> Find:
    """The best-known automaton for Python."""
    library: Any = importlib.import_module("ahocorasick")

    from transforms.actors.names import fold_name

    automaton = library.Automaton()
    for form in folded_forms(least):
        automaton.add_word(form, form)
    automaton.make_automaton()

    def find(text: str, language: str) -> int:
        return sum(1 for _ in automaton.iter(fold_name(text)))

    return find


def spacy(least: int) -> Find:
    """The phrase matcher of spaCy over its own tokens."""
    library: Any = importlib.import_module("spacy")
    matching: Any = importlib.import_module("spacy.matcher")

    pipeline = library.blank("xx")
    matcher = matching.PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("actor", list(pipeline.tokenizer.pipe(folded_forms(least))))

    def find(text: str, language: str) -> int:
        return len(matcher(pipeline.make_doc(text)))

    return find


def memory() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(engine: str, folder: pathlib.Path, least: int, rounds: int) -> None:
    """Build an engine, let it read the texts, print a line."""
    read = texts(folder)
    size = sum(len(text.encode()) for text, _ in read)
    rows(0)  # the table is read before, for all
    importlib.import_module(ENGINES[engine])
    before, started = memory(), time.process_time()
    find: Find = globals()[engine](least)
    built, needed = time.process_time() - started, memory() - before
    best, hits = float("inf"), 0
    for _ in range(rounds):
        started = time.process_time()
        hits = sum(find(text, language) for text, language in read)
        best = min(best, time.process_time() - started)
    speed = size / best / 1e6
    print(f"{engine:16}{built:10.2f}{needed:10.0f}{speed:10.1f}{hits:10}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run every engine that is installed, each in its own process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    default = ROOT / "tests" / "quality" / "articles"
    parser.add_argument("--articles", type=pathlib.Path, default=default)
    parser.add_argument("--forms", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engine", choices=sorted(ENGINES), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.engine:
        run(options.engine, options.articles, options.forms, options.rounds)
        return
    read = texts(options.articles)
    languages = sorted({language for _, language in read})
    size = sum(len(text.encode()) for text, _ in read)
    forms = len(folded_forms(options.forms))
    print(f"{size / 1e6:.2f} MB in {' '.join(languages)}; {forms} folded forms")
    print(f"{'engine':16}{'build s':>10}{'build MB':>10}{'MB/s':>10}{'found':>10}")
    for engine, module in ENGINES.items():
        if importlib.util.find_spec(module) is None:
            print(f"{engine:16} not installed")
            continue
        command = [sys.executable, __file__, "--engine", engine]
        command += ["--articles", str(options.articles), "--forms", str(options.forms)]
        subprocess.run([*command, "--rounds", str(options.rounds)], check=True)


if __name__ == "__main__":
    main()
