"""Names of a state's opposition and of its rebels, by rule: "oposición rusa", "чадские повстанцы".

hand/oppositions.tsv says which states have which, hand/opposition_names.tsv how each language puts
them: {adjective}, {feminine}, {plural} stand for the state's adjective as listed, in the feminine
singular, in the masculine plural and its Arabic oblique case; {name} for the state's name,
{genitive} for that in the genitive.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

from tools.actors import romance, slavic
from tools.actors.inflection import AS_IT_IS
from tools.actors.tables import Name, read_hand

_FIELD = re.compile(r"\{(\w+)\}")
_LONGEST_NAME = 22
_MOST = 2
"""Adjectives of a state that are used: further ones are seldom printed."""
_ENDINGS = {
    "ar": {"feminine": "ة", "plural": "ون", "oblique": "ين"},
    "ru": {"feminine": "ая", "plural": "ие"},
    "uk": {"feminine": "а", "plural": "і"},
}


def actors() -> Iterator[dict[str, str]]:
    """Yield each opposition and each group of rebels: its actor_id, type and state."""
    english = {row["actor_id"]: row["adjectives"] for row in read_hand("adjectives")
               if row["lang"] == "en"}  # fmt: skip
    for row in read_hand("oppositions"):
        adjective = english[row["state"]].split(";")[0].removesuffix(AS_IT_IS)
        stem = adjective.lower().replace(" ", "_").replace("-", "_")
        for what, kind in (("opposition", "party"), ("rebels", "armed_group")):
            actor_id = stem.join(("group:", f"_{what}")) if row[what] == "yes" else row[what]
            if actor_id:
                yield {"what": what, "actor_id": actor_id, "type": kind, "state": row["state"]}


def names(of_states: Iterable[Name]) -> Iterator[Name]:
    """Yield their names as a dictionary has them; of_states: the names of states."""
    fields = _fields(of_states)
    patterns = read_hand("opposition_names")
    for actor, row in itertools.product(actors(), patterns):
        if row["what"] != actor["what"]:
            continue
        for pattern in row["forms"].split("; "):
            (field,) = _FIELD.findall(pattern)
            for word in fields.get((actor["state"], row["lang"]), {}).get(field, []):
                form = pattern.replace(f"{{{field}}}", word).replace("s's ", "s' ")
                yield Name(actor["actor_id"], row["lang"], form, "name", row["source"])


def _fields(of_states: Iterable[Name]) -> dict[tuple[str, str], dict[str, list[str]]]:
    """What stands for each field, by state and language."""
    fields: dict[tuple[str, str], dict[str, list[str]]] = {}
    for name in of_states:
        given = fields.setdefault((name.actor_id, name.lang), {"name": [], "genitive": []})
        # English headlines use all names of a state; elsewhere its first is that of the press
        wanted = name.kind == "name" and (not given["name"] or name.lang == "en")
        if wanted and len(name.form) < _LONGEST_NAME and name.form not in given["name"]:
            given["name"].append(name.form)
            given["genitive"] += slavic.genitive(name.form, name.lang)
    for row in read_hand("adjectives"):
        given = fields.setdefault((row["actor_id"], row["lang"]), {})
        given["adjective"] = row["adjectives"].replace(AS_IT_IS, "").split(";")[:_MOST]
        for field in ("feminine", "plural", "oblique"):
            agreeing = [_agreeing(each, row["lang"], field) for each in given["adjective"] if each]
            given[field] = [form for forms in agreeing for form in forms]
    return fields


def _agreeing(entry: str, lang: str, field: str) -> list[str]:
    """The feminine singular or the masculine plural of an adjective, in all its spellings."""
    if lang in _ENDINGS:
        ending, words = _ENDINGS[lang].get(field, ""), entry.split(" ")
        if lang != "ar":
            return [entry.removesuffix("ий") + ending]
        # the first of two may be a noun, which does not agree
        return [" ".join(f"ال{word}{ending}" if word[-1] == "ي" else word for word in words)]
    if lang not in ("es", "fr", "it", "pt"):
        return [entry]
    forms = romance.forms(entry, lang)
    women = [form for form in forms if form[-1] in ("e" if lang == "fr" else "aã")] or [entry]
    if field == "feminine":
        return women[:1]
    others = {entry, *(f"{form}s" for form in women if form != entry)}
    ending = "i" if lang == "it" else "s"
    return [form for form in forms if form[-1] == ending and form not in others] or [entry]
