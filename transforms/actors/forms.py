"""What each form of the tables stands for, in which languages, and what may be glued to it."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from transforms.actors.cues import Name, doubt_of
from transforms.actors.names import (
    SCRIPTS,
    Prefixes,
    fold_name,
    further_forms,
    prefixes,
    strip_marks,
    suffixes,
)

Row = Mapping[str, str]


class _Claim(NamedTuple):
    """A form that a row of the table gives, itself or derived."""

    row: Row
    prefixes: Prefixes
    hyphen: bool
    derived: bool


Forms = Mapping[str, Sequence[Name]]
"""What each folded form stands for."""


def forms_of(rows: Sequence[Row]) -> Forms:
    """What each folded form stands for; in no language more than one actor, unless flagged."""
    claims: dict[str, list[_Claim]] = collections.defaultdict(list)
    further: list[tuple[str, _Claim]] = []
    # folded at one go: a call a form would take most of the time that building takes
    folded = fold_name(strip_marks("\0".join(row["form"] for row in rows)).text).split("\0")
    for row, form in zip(rows, folded, strict=True):
        language, kind = row["lang"], row["kind"]
        glued = prefixes(language, row["form"], kind)
        claims[form].append(_Claim(row, glued, "hyphen" in row, False))
        for derived, before, hyphen in further_forms(language, row["form"], kind):
            further.append((derived, _Claim(row, before, hyphen, True)))
    for form, claim in further:
        claims[fold_name(form)].append(claim)
    makers = _Makers()
    return {form: names for form, found in claims.items() if (names := makers.named(found))}


_Flags = tuple[bool, bool, bool, str]


class _Makers:
    """Makes names, each only once: most forms of an actor and a language have the same one."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Name] = {}

    def named(self, claims: list[_Claim]) -> tuple[Name, ...]:
        """The names that some claims on one folded form give, one an actor, kind and spelling."""
        if len(claims) == 1:
            row = claims[0].row
            return (self._name(claims, row["ambiguous"] == "0", _exact(row)),)
        claims = [claim for claim in claims if not claim.derived] or claims
        bearers: dict[str, set[str]] = collections.defaultdict(set)
        spellers: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
        for claim in claims:
            bearers[claim.row["lang"]].add(claim.row["actor_id"])
            spellers[claim.row["lang"], claim.row["form"]].add(claim.row["actor_id"])
        agreed = len({claim.row["actor_id"] for claim in claims}) == 1
        sure = agreed and all(claim.row["ambiguous"] == "0" for claim in claims)
        groups: dict[tuple[str, str, str, _Flags], list[_Claim]] = collections.defaultdict(list)
        flagged = {claim.row["lang"] for claim in claims if claim.row["ambiguous"] == "1"}
        for claim in claims:
            row = claim.row
            ambiguous = row["ambiguous"] == "1"
            alone = len(bearers[row["lang"]]) == 1 and (ambiguous or row["lang"] not in flagged)
            if ambiguous or len(spellers[row["lang"], row["form"]]) == 1:
                glued = row["lang"] if row["lang"] in _GLUING else ""
                # JEM and JeM are told by their letters; Arabic has no capitals
                cased = row["form"].lower() != row["form"].upper()
                exact = row["form"] if cased and not alone else _exact(row)
                flags = (ambiguous, claim.hyphen, row["form"].isupper(), exact)
                groups[(row["actor_id"], row["kind"], glued, flags)].append(claim)
        return tuple(self._name(group, sure, key[3][3]) for key, group in groups.items())

    def _name(self, claims: Sequence[_Claim], everywhere: bool, exact: str = "") -> Name:
        row, glued, hyphen, _ = claims[0]
        form, ambiguous = row["form"], row["ambiguous"] == "1"
        languages = tuple(sorted({claim.row["lang"] for claim in claims}))
        endings = "" if ambiguous else suffixes(row["lang"], form)
        doubt, not_with = doubt_of(languages, form) if ambiguous else ("", "")
        capitals = len(form) <= 3 and form.isupper()
        small = any(claim.row["form"][0].islower() for claim in claims)
        of_row = (row["actor_id"], row["kind"], languages, doubt, not_with, endings)
        key = (*of_row, capitals, small, everywhere, hyphen, exact, id(glued))
        if key not in self._made:
            self._made[key] = Name(
                actor_id=row["actor_id"],
                kind=row["kind"],
                languages=frozenset(languages),
                script=SCRIPTS[languages[0]],
                ambiguous=ambiguous,
                doubt=doubt,
                not_with=not_with,
                capitals=capitals,
                small=small,
                everywhere=everywhere,
                prefixes=glued,
                suffixes=endings,
                hyphen=hyphen,
                exact=exact,
            )
        return self._made[key]


_GLUING = frozenset({"ar", "he", "tr", "fa", "de"})
"""Languages whose rows keep apart from others', as something may be glued to their forms."""


def _exact(row: Row) -> str:
    """A mask of several capitals counts where it is written so: Pakistan Today, not today."""
    form = row["form"]
    return form if row["kind"] == "mask" and form[1:] != form[1:].lower() else ""
