"""How undeclared legacy encodings are read: right, rejected, or wrongly.

    .venv/bin/python benchmarks/encodings.py FOLDER

FOLDER holds <language>.txt files of sentences, one a line, in UTF-8. For each language and an
encoding usual for it, texts of six sentences are encoded and read again; beside it, what
charset-normalizer says by itself of the same bytes.
"""

from __future__ import annotations

import pathlib
import random
import sys

from charset_normalizer import from_bytes

from transforms.reading.encoding import LANGUAGES_BY_ENCODING, decode
from transforms.records import NewsError

USUAL = {
    "cp1250": "cs hu pl sk",
    "cp1251": "bg ru uk",
    "cp1252": "de es fr it pt sv",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar",
    "koi8_r": "ru",
    "iso8859_2": "pl",
    "iso8859_5": "ru",
    "iso8859_6": "ar",
    "iso8859_7": "el",
}
TEXTS = 100


def read(data: bytes) -> str | None:
    """The text as the pipeline reads it, None for a reject."""
    try:
        return decode(data).text
    except NewsError:
        return None


def library(data: bytes) -> str | None:
    """The text as charset-normalizer reads it, None where it gives up."""
    best = from_bytes(data, cp_isolation=list(LANGUAGES_BY_ENCODING)).best()
    return None if best is None else str(best)


def main(folder: str) -> None:
    """Print a line for each encoding and language."""
    chance = random.Random(0)  # noqa: S311 - no secret
    print(f"{'':14}{'texts':>6}{'right':>7}{'reject':>7}{'wrong':>7}   charset-normalizer alone")
    for encoding, languages in USUAL.items():
        for language in languages.split():
            path = pathlib.Path(folder, f"{language}.txt")
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
            texts = [" ".join(chance.sample(lines, 6)) for _ in range(TEXTS)]
            counts = {read: [0, 0, 0], library: [0, 0, 0]}
            for text in texts:
                data = text.encode(encoding, "ignore")
                if data.isascii():
                    continue
                for way, tally in counts.items():
                    got = way(data)
                    tally[1 if got is None else 0 if got == data.decode(encoding) else 2] += 1
            right, rejected, wrong = counts[read]
            print(
                f"{encoding:10}{language:4}{right + rejected + wrong:>6}{right:>7}{rejected:>7}"
                f"{wrong:>7}   {counts[library][0]} right, {counts[library][2]} wrong"
            )


if __name__ == "__main__":
    main(sys.argv[1])
