"""Every name of every actor, from CLDR and the hand-written tables, with its inflected forms."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

import babel
from babel.core import get_global

from tools.actors import inflection, oppositions, slavic, slavic_people
from tools.actors.tables import LANGUAGES, LATIN, Name, TableError, read_hand

# CLDR locales that add to a language's own: other countries and the other Chinese script.
MORE_LOCALES = {"pt": ["pt_PT"], "zh": ["zh_Hant", "zh_Hant_HK"]}
CLDR_SOURCE = f"CLDR {get_global('cldr')['version']} via Babel {babel.__version__}"
INFLECTED = "; inflected by rule"
"""Added to the source of a form that a rule made of what the source gives."""
SLAVIC = ("ru", "uk")
PEOPLE_OF = {"ja": "人", "zh": "人"}
"""What turns the name of a state into that of its people (美国人, ロシア人)."""


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


def nationalities() -> Iterator[Name]:
    """Yield the adjectives and demonyms of states in the forms in which they stand in text."""
    for row in read_hand("adjectives"):
        actor_id, lang = row["actor_id"], row["lang"]
        for entry in filter(None, row["adjectives"].split(";")):
            for kind, forms in (
                ("adjective", inflection.adjective_forms(entry, lang)),
                ("demonym", inflection.people_forms(entry, lang)),
            ):
                yield from _inflected(actor_id, lang, entry, forms, kind, row["source"])
        for entry in filter(None, row["demonyms"].split(";")):
            forms = inflection.demonym_forms(entry, lang)
            yield from _inflected(actor_id, lang, entry, forms, "demonym", row["source"])


def people() -> Iterator[Name]:
    """Yield the names of persons, with their cases in Russian and Ukrainian."""
    women = {row["actor_id"] for row in read_hand("people") if row["sex"] == "f"}
    listed = {
        (row["actor_id"], row["lang"], form)
        for row in read_hand("people_names")
        for form in row["forms"].split("; ")
    }
    for row in read_hand("people_names"):
        for entry in row["forms"].split("; "):
            forms = [entry]
            _, space, surname = entry.rpartition(" ")
            # where the surname is an entry too, its cases are enough to find the person
            alone = space and (row["actor_id"], row["lang"], surname) in listed
            if row["lang"] in SLAVIC and not alone:
                feminine = row["actor_id"] in women
                forms = slavic_people.person_forms(entry, row["lang"], feminine)
            yield from _inflected(
                row["actor_id"], row["lang"], entry, forms, row["kind"], row["source"]
            )


def _inflected(
    actor_id: str, lang: str, entry: str, forms: Iterable[str], kind: str, source: str
) -> Iterator[Name]:
    base = entry.removesuffix(inflection.AS_IT_IS)
    for form in forms:
        note = "" if form == base else INFLECTED
        yield Name(actor_id, lang, form, kind, source + note, base=base)


def _with_cases(names: Iterable[Name]) -> Iterator[Name]:
    """Yield each name and its cases (Russian, Ukrainian) or people (Chinese, Japanese)."""
    for name in names:
        yield name
        if (
            name.lang in PEOPLE_OF
            and name.actor_id.startswith("state:")
            and name.kind in {"name", "alias"}
            and len(name.form) < 8
        ):
            yield Name(name.actor_id, name.lang, name.form + PEOPLE_OF[name.lang], "demonym",
                           name.source + INFLECTED, base=name.form)  # fmt: skip
        if name.lang in SLAVIC and name.kind != "adjective":
            for form in slavic.decline(name.form, name.lang):
                if form != name.form:
                    yield Name(name.actor_id, name.lang, form, name.kind,
                               name.source + INFLECTED, name.decides, name.form)  # fmt: skip


def collect_names(states: Sequence[dict[str, str]]) -> Iterator[Name]:
    """Yield every name, CLDR's first. Raises TableError for a drop that hits nothing.

    Drops take a form away from CLDR and from the rules; what stands in a hand table stays.
    """
    drops = {(row["actor_id"], row["lang"], row["form"]) for row in read_hand("drops")}
    unused = set(drops)

    def kept(name: Name) -> bool:
        key = (name.actor_id, name.lang, name.form)
        unused.discard(key)
        return key not in drops

    listed = [*filter(kept, cldr_names(states)), *_hand_names()]
    listed += oppositions.names(name for name in listed if name.actor_id.startswith("state:"))
    yield from (name for name in _with_cases(listed) if not name.base or kept(name))
    yield from filter(kept, nationalities())
    yield from people()
    if unused:
        raise TableError(f"drops.tsv: nobody bears {min(unused)}")


def _hand_names() -> Iterator[Name]:
    for table in ("aliases", "organisation_names", "capitals"):
        for row in read_hand(table):
            yield Name(row["actor_id"], row["lang"], row["form"], row.get("kind", "capital"),
                       row["source"], decides=row["decides"] == "1")  # fmt: skip
    for table in ("historic_names", "territory_names", "group_names", "body_names"):
        for row in read_hand(table):
            for form in row["forms"].split("; "):
                yield Name(row["actor_id"], row["lang"], form, row["kind"], row["source"])
