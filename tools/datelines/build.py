"""Build the tables that datelines are read with, from CLDR through Babel and hand.tsv.

`python tools/datelines/build.py` writes transforms/data/months.tsv and cities.tsv, `--check` exits
1 where a shipped one differs. The same inputs give the same bytes. Babel knows the Gregorian
calendar alone: the names of the Hijri and Jalali months, and those of the Levant and the Maghreb,
are hand rows. Cities are those that CLDR names time zones by.
"""

import argparse
import pathlib
import sys
import unicodedata
from collections.abc import Iterator, Mapping

import babel
from babel import localedata
from babel.core import get_global

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[1] / "transforms" / "data"
LANGUAGES = "ar de en es fa fr he hi it pt ru tr uk ur".split()
"""Chinese and Japanese number their months."""
MORE_LOCALES = {
    "ar": ["ar_DZ", "ar_MA", "ar_TN", "ar_LB"],
    "de": ["de_AT"],
    "pt": ["pt_PT"],
    "zh": ["zh_Hant"],
}
LATIN = ("de", "en", "es", "fr", "it", "pt", "tr")
"""CLDR leaves out the cities that a zone's id spells as these languages do."""
CLDR = f"CLDR {get_global('cldr')['version']} via Babel {babel.__version__}"
Row = tuple[str, ...]


def usual(form: str) -> str:
    """A form without the period of an abbreviation and the marks that no newspaper prints."""
    kept = "".join(c for c in form if c not in "\u00ad\u200e\u200f")
    return unicodedata.normalize("NFC", kept).strip().rstrip(".॰׳")


def locales(lang: str) -> Iterator[babel.Locale]:
    """The locales that a language's names are taken from."""
    for name in [lang, *MORE_LOCALES.get(lang, [])]:
        # Babel 2.18.0 writes what it resolved for one locale into the root that all share
        localedata._cache.clear()
        yield babel.Locale.parse(name)


def cities() -> Iterator[Row]:
    """The cities of CLDR's time zones, also in Chinese and Japanese."""
    for lang in sorted([*LANGUAGES, "ja", "zh"]):
        for locale in locales(lang):
            for zone, names in locale.time_zones.items():
                spelt = zone.rpartition("/")[2].replace("_", " ") if lang in LATIN else ""
                city = names.get("city") or spelt
                if city and "/" in zone and not zone.startswith("Etc"):
                    yield lang, unicodedata.normalize("NFC", city)


def of_cldr() -> Iterator[Row]:
    """Gregorian months and days of the week (1 is Monday) in their full and short forms."""
    for lang in LANGUAGES:
        for locale in locales(lang):
            for calendar, contexts, first in (
                ("gregorian", locale.months, 0),
                ("weekday", locale.days, 1),
            ):
                for context in ("format", "stand-alone"):
                    for width in ("wide", "abbreviated"):
                        for number, form in contexts[context][width].items():
                            yield lang, usual(form), calendar, str(number + first)


def of_hand() -> Iterator[Row]:
    """The rows of hand.tsv."""
    _, *lines = (HERE / "hand.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    for line in lines:
        lang, form, calendar, number = line.split("\t")
        yield lang, unicodedata.normalize("NFC", form), calendar, number


def tables() -> dict[pathlib.Path, str]:
    """Both tables by their path; of a row that CLDR and the hand give, CLDR's stays."""
    months: dict[Row, tuple[str, ...]] = dict.fromkeys(of_hand(), ("hand", "Apache-2.0"))
    months.update(dict.fromkeys(of_cldr(), (CLDR, "Unicode-3.0")))
    places = dict.fromkeys(cities(), (CLDR, "Unicode-3.0"))
    return {
        DATA / "months.tsv": written(("lang", "form", "calendar", "number"), months),
        DATA / "cities.tsv": written(("lang", "form"), places),
    }


def written(columns: Row, sources: Mapping[Row, Row]) -> str:
    """A table as text: its header, and its rows in order."""
    rows = sorted((*row, *source) for row, source in sources.items())
    return "".join("\t".join(row) + "\n" for row in ((*columns, "source", "licence"), *rows))


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="exit 1 if a table is out of date")
    built = tables()
    if parser.parse_args().check:
        return int(any(path.read_text(encoding="utf-8") != text for path, text in built.items()))
    for path, text in built.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
