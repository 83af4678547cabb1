"""Put the tables of acts in order, and show what they hold.

    .venv/bin/python tools/acts/tidy.py [--check]

Forms that differ in one word are written in short: "[set/sets] [terms/conditions]". Rows are sorted
by type, frame and lemma; a form that folds to one of an earlier row is left out (names are folded
so too: no case, one form a letter), kinds of small words are merged. Prints the rows and forms of
each language. With --check nothing is written, and the exit status is 1 where a table is not in
order.
"""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence

from transforms.actors.names import fold_name, strip_marks
from transforms.acts.lists import TYPES
from transforms.acts.notation import expand

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "transforms" / "data" / "acts"
FRAMES = "verb infinitive passive speaker blame must noun item lead reply no_lead".split()
CUES = "lemma type frame addressee plover mode cameo forms source licence".split()
WORDS = "kind forms source licence".split()


_MOST_WORDS = 8
Words = tuple[tuple[str, ...], ...]
"""A form, the alternatives of each of its words."""


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


def shorten(forms: Sequence[str]) -> list[str]:
    """The same forms with alternatives in brackets where they differ in one word: expand undoes it.

    Forms that hold a sign of the notation stay as they are: so do verbs in two parts.
    """
    rows: list[Words] = [tuple((word,) for word in form.split(" ")) for form in forms]
    plain = [row for row in rows if any(sign in word for word, *_ in row for sign in "+/[]*")]
    rows = [row for row in rows if row not in plain]
    before = -1
    while before != len(rows):
        before = len(rows)
        for from_end in range(1, _MOST_WORDS + 1):
            rows = _merged(rows, from_end)
    return [" ".join(map(_alternatives, row)) for row in [*rows, *plain]]


def _merged(rows: Sequence[Words], from_end: int) -> list[Words]:
    """The rows, those made one that differ in this word alone."""
    alike: dict[tuple[Words, Words | None], list[str]] = {}
    for row in rows:
        place = len(row) - from_end
        if len(row) > 1 and place >= 0:
            alike.setdefault((row[:place], row[place + 1 :]), []).extend(row[place])
        else:
            alike[row, None] = []
    return [
        before if after is None else (*before, tuple(dict.fromkeys(words)), *after)
        for (before, after), words in alike.items()
    ]


def _alternatives(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"[{'/'.join(words)}]"


def tidy_cues(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The rows in order, each form in the first row that has it."""
    seen: set[str] = set()
    kept = []
    for row in sorted(rows, key=_place):
        forms = []
        for written in row["forms"].split("|"):
            fresh: list[str] = []
            for form in map(str.strip, expand(written)):
                if form and fold(form) not in seen:
                    seen.add(fold(form))
                    fresh.append(form)
            whole = "]+" in written and len(fresh) == len(expand(written))
            forms.extend([written.strip()] if whole else fresh)
        if row["frame"] == "no_lead":
            row = {**row, "plover": "", "mode": "", "cameo": "", "addressee": ""}
        if forms:
            kept.append({**row, "forms": "|".join(shorten(forms))})
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
        forms = sum(len(expand(row["forms"])) for row in cues)
        print(f"{language}: {len(cues)} rows, {forms:,} forms, {len(words)} kinds of small words")
    return int(bad and check)


if __name__ == "__main__":
    sys.exit(main())
