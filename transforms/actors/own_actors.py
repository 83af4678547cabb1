"""A user's own actors: rows that add to the shipped tables or override them.

A tab-separated file with a header line and the columns actor_id, type, parent, lang, form, kind,
ambiguous. `type` and `parent` may be empty for an actor that is known, `kind` (else name) and
`ambiguous` (else 0) always; `lang` is one of the 16 languages or `*` for all. A form that the
shipped tables have in that language is the user's from then on; actor_id `-` takes it from all.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping

from transforms.actors.names import SCRIPTS, fold_name

COLUMNS = ("actor_id", "type", "parent", "lang", "form", "kind", "ambiguous")
TYPES = frozenset("state igo gov_body armed_group party person company body other".split())
KINDS = frozenset("name official acronym alias capital adjective demonym building".split())
NOBODY = "-"
_ACTOR_ID = re.compile(r"[a-z_]+:[^\s:]\S*")

Row = Mapping[str, str]


class ActorsError(Exception):
    """A row that cannot be used; the text names its line and what is wrong with it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Tables:
    """Rows of actors, of names, and of masks, as the shipped tables have them."""

    actors: tuple[Row, ...]
    names: tuple[Row, ...]
    masks: tuple[Row, ...]


def with_own(shipped: Tables, text: str) -> Tables:
    """The shipped tables with a user's rows in them.

    Raises:
        ActorsError: for the first row that cannot be used.
    """
    if not text.strip():
        return shipped
    known = {row["actor_id"]: row for row in shipped.actors}
    names: list[Row] = []
    masks: list[Row] = []
    for number, row in _rows(text):
        known_actor = known.get(row["actor_id"])
        _check(number, row, known_actor is not None)
        if row["parent"] and row["parent"] not in known:
            raise ActorsError(f"line {number}: parent {row['parent']!r} is no known actor")
        if row["actor_id"] != NOBODY and (row["type"] or not known_actor):
            known[row["actor_id"]] = {**dict.fromkeys(_actor_columns(shipped), ""), **row}
        languages = sorted(SCRIPTS) if row["lang"] == "*" else [row["lang"]]
        for lang in languages:
            kind, flag = row["kind"] or "name", row["ambiguous"] or "0"
            own = {**row, "lang": lang, "kind": kind, "ambiguous": flag}
            (masks if row["actor_id"] == NOBODY else names).append(own)
    taken = {(row["lang"], fold_name(row["form"])) for row in (*names, *masks)}
    kept = [row for row in shipped.names if (row["lang"], fold_name(row["form"])) not in taken]
    masked = [row for row in shipped.masks if (row["lang"], fold_name(row["form"])) not in taken]
    return Tables(tuple(known.values()), (*kept, *names), (*masked, *masks))


def _actor_columns(shipped: Tables) -> Iterable[str]:
    return shipped.actors[0] if shipped.actors else ()


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    header, *lines = text.removeprefix("\ufeff").splitlines()
    columns = header.split("\t")
    missing = {"actor_id", "lang", "form"} - set(columns)
    unknown = set(columns) - set(COLUMNS)
    if missing or unknown or len(columns) != len(set(columns)):
        wrong = f"no {', '.join(sorted(missing))}" if missing else "a column unknown or doubled"
        raise ActorsError(f"line 1: {wrong}; the columns are {', '.join(COLUMNS)}")
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ActorsError(f"line {number}: {len(cells)} cells for {len(columns)} columns")
        given = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        yield number, {column: given.get(column, "") for column in COLUMNS}


def _check(number: int, row: Row, known: bool) -> None:
    """Raise ActorsError for what a row has wrong by itself."""
    wrong = None
    if row["actor_id"] != NOBODY and not _ACTOR_ID.fullmatch(row["actor_id"]):
        wrong = f"actor_id {row['actor_id']!r} is not like state:RUS, company:acme, or -"
    elif row["actor_id"] != NOBODY and not known and not row["type"]:
        wrong = f"{row['actor_id']} is no known actor and has no type"
    elif row["type"] and row["type"] not in TYPES:
        wrong = f"type {row['type']!r} is not one of {', '.join(sorted(TYPES))}"
    elif row["lang"] != "*" and row["lang"] not in SCRIPTS:
        wrong = f"lang {row['lang']!r} is not one of *, {', '.join(sorted(SCRIPTS))}"
    elif len(row["form"]) < 2:
        wrong = "form has less than two characters"
    elif row["kind"] and row["kind"] not in KINDS:
        wrong = f"kind {row['kind']!r} is not one of {', '.join(sorted(KINDS))}"
    elif row["ambiguous"] not in ("", "0", "1"):
        wrong = f"ambiguous is 0 or 1, not {row['ambiguous']!r}"
    if wrong:
        raise ActorsError(f"line {number}: {wrong}")
