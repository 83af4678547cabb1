"""What the tables are made of: names, the hand-written tables beside this file, spellings."""

import csv
import dataclasses
import pathlib
import re
import unicodedata

HAND = pathlib.Path(__file__).resolve().parent / "hand"

LANGUAGES = ["ar", "de", "en", "es", "fa", "fr", "he", "hi",
             "it", "ja", "pt", "ru", "tr", "uk", "ur", "zh"]  # fmt: skip
LATIN = ["de", "en", "es", "fr", "it", "pt", "tr"]
# The kinds of names; of two rows with the same form and actor the earlier kind stays.
KINDS = ["name", "official", "acronym", "alias", "building", "capital", "adjective", "demonym"]

# Marks that no newspaper prints: soft hyphen, direction marks, Arabic vowels and doubling.
UNPRINTED = re.compile("[\u00ad\u200e\u200f\u064b-\u0652]")
# What the press of a language spells in its own way or in several: (pattern, the spellings).
APOSTROPHE = ("['\u2019]", ("'", "\u2019"))
PERSIAN_LETTERS = (("\u064a", ("\u06cc",)), ("\u0643", ("\u06a9",)))
# Capitals and many wires go without accents: PARIS, JAPON.
UNACCENTED = tuple((pair[0], tuple(pair)) for pair in ("áa", "ée", "íi", "óo", "úu"))
SPELLINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    **dict.fromkeys(LATIN, (APOSTROPHE,)),
    "en": (APOSTROPHE, ("&", ("&", "and"))),
    "es": (APOSTROPHE, *UNACCENTED),
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
    """One name of an actor.

    decides: settles a form that two actors share; base: what a dictionary lists, of which `form`
    is an inflected form (a flag on the base is one on all its forms).
    """

    actor_id: str
    lang: str
    form: str
    kind: str
    source: str
    decides: bool = False
    base: str = ""


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
