"""Put the tables of acts in order, and show what they hold.

    .venv/bin/python tools/acts/tidy.py [--check]

Rows are sorted by type, frame and lemma; a form that folds to one of an earlier row is left out
(names are folded so too: no case, one form a letter), kinds of small words are merged. Prints the
rows and forms of each language. With --check nothing is written, and the exit status is 1 where a
table is not in order.
"""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence

from transforms.actors.names import fold_name, strip_marks
from transforms.acts.lists import TYPES

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "transforms" / "data" / "acts"
FRAMES = "verb infinitive passive speaker must noun lead reply no_lead".split()
CUES = "lemma type frame addressee plover mode cameo forms source licence".split()
WORDS = "kind forms source licence".split()


def fold(form: str) -> str:
    """The form as it is compared."""
    return fold_name(strip_marks(form).text)


def read(path: pathlib.Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table.

    Raises:
        ValueError: where the columns are not these.
    """
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    if header.split("\t") != list(columns):
        raise ValueError(f"{path.name}: columns are not {' '.join(columns)}")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def text_of(rows: Sequence[dict[str, str]], columns: Sequence[str]) -> str:
    """The rows as they stand in a file."""
    lines = ["\t".join(columns), *("\t".join(row[c] for c in columns) for row in rows)]
    return "\n".join(lines) + "\n"


def _place(row: dict[str, str]) -> tuple[int, int, str]:
    return TYPES.index(row["type"]), FRAMES.index(row["frame"]), row["lemma"]


def tidy_cues(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The rows in order, each form in the first row that has it."""
    seen: set[str] = set()
    kept = []
    for row in sorted(rows, key=_place):
        forms = []
        for form in row["forms"].split("|"):
            form = form.strip()
            if form and fold(form) not in seen:
                seen.add(fold(form))
                forms.append(form)
        if row["frame"] == "no_lead":
            row = {**row, "plover": "", "mode": "", "cameo": "", "addressee": ""}
        if forms:
            kept.append({**row, "forms": "|".join(forms)})
    return kept


def tidy_words(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """One row a kind, each form once in it."""
    kinds: dict[str, dict[str, str]] = {}
    for row in rows:
        known = kinds.setdefault(row["kind"], {**row, "forms": ""})
        forms = {fold(form): form for form in known["forms"].split("|") if form}
        for form in row["forms"].split("|"):
            if form.strip():
                forms.setdefault(fold(form.strip()), form.strip())
        known["forms"] = "|".join(forms.values())
    return [kinds[kind] for kind in sorted(kinds)]


def main() -> int:
    """Write or check every table."""
    check = "--check" in sys.argv
    bad = False
    for path in sorted(FOLDER.glob("cues.*.tsv")):
        language = path.name.split(".")[1]
        cues = tidy_cues(read(path, CUES))
        words_path = path.with_name(f"words.{language}.tsv")
        words = tidy_words(read(words_path, WORDS))
        for target, text in ((path, text_of(cues, CUES)), (words_path, text_of(words, WORDS))):
            if target.read_text(encoding="utf-8") != text:
                bad = True
                print(f"{target.name}: {'not in order' if check else 'put in order'}")
                if not check:
                    target.write_text(text, encoding="utf-8")
        forms = sum(row["forms"].count("|") + 1 for row in cues)
        print(f"{language}: {len(cues)} rows, {forms:,} forms, {len(words)} kinds of small words")
    return int(bad and check)


if __name__ == "__main__":
    sys.exit(main())
