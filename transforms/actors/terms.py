"""Who held which office when, as far as data/terms.tsv knows, and where it has gaps.

`communique actors coverage` prints it below the names. An office that a state does not have (a
head of government beside the President of the United States) has no rows and no line.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping

from transforms.tables import read_table

SINCE, UNTIL = datetime.date(2010, 1, 1), datetime.date(2025, 12, 31)
"""From when the table is meant to be whole, and up to when it was kept."""
LONG = 60
"""Days that a gap needs to be listed: between two holders there often are some weeks."""
OFFICES = ("head of state", "head of government", "foreign minister")


@dataclasses.dataclass(frozen=True, slots=True)
class Office:
    """One office of one state: holders since SINCE, share of days held, gaps (first, last day)."""

    state: str
    office: str
    holders: int
    share: float
    gaps: tuple[tuple[datetime.date, datetime.date], ...]


def offices(terms: Iterable[Mapping[str, str]]) -> list[Office]:
    """The offices of the rows of data/terms.tsv, by state and in the order of OFFICES."""
    held: dict[tuple[str, str], list[tuple[datetime.date, datetime.date, str]]]
    held = collections.defaultdict(list)
    for row in terms:
        first = datetime.date.fromisoformat(row["valid_from"])
        last = datetime.date.fromisoformat(row["valid_to"]) if row["valid_to"] else UNTIL
        if last >= SINCE:
            held[row["state"], row["office"]].append((first, last, row["actor_id"]))
    day = datetime.timedelta(days=1)
    found = []
    for (state, office), of_office in sorted(
        held.items(), key=lambda item: (item[0][0], OFFICES.index(item[0][1]))
    ):
        gaps, free = [], SINCE  # the first day that nobody has been found for
        for first, last, _ in sorted(of_office):
            if first > free:
                gaps.append((free, first - day))
            free = max(free, last + day)
        if free <= UNTIL:
            gaps.append((free, UNTIL))
        empty = sum((last - first).days + 1 for first, last in gaps)
        share = 1 - empty / ((UNTIL - SINCE).days + 1)
        found.append(
            Office(state, office, len({each[2] for each in of_office}), share, tuple(gaps))
        )
    return found


def report(found: Iterable[Office]) -> Iterator[str]:
    """The lines of a table: holders of each office, in brackets the days held, in per cent."""
    by_state: dict[str, dict[str, Office]] = collections.defaultdict(dict)
    for one in found:
        by_state[one.state][one.office] = one
    yield "state   " + "".join(f"{office:>21}" for office in OFFICES)
    for state, of_state in by_state.items():
        yield f"{state.partition(':')[2]:8}" + "".join(
            f"{_cell(of_state.get(office)):>21}" for office in OFFICES
        )
    for of_state in by_state.values():
        for one in of_state.values():
            long = [gap for gap in one.gaps if (gap[1] - gap[0]).days >= LONG]
            if long:
                shown = ", ".join(f"{first} to {last}" for first, last in long)
                yield f"nobody known as {one.office} of {one.state.partition(':')[2]}: {shown}"


def _cell(one: Office | None) -> str:
    return f"{one.holders} ({int(one.share * 100)})" if one else "-"


def shipped_offices() -> list[Office]:
    """The offices of the table that the package ships."""
    return offices(read_table("terms.tsv"))
