"""Stories told in parts: "Update 1", "2nd lead", (تتمة), and the story before each.

A part is known by its headline: that of the first part with a marker before or behind it. Where an
agency marks only the end of a text, with (تستمر) or (more), the next story of that headline is what
it goes on in.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator

from transforms.records import Entry
from transforms.revisions.identity import source_of
from transforms.segments.boilerplate import is_continuation
from transforms.tables import read_table
from transforms.text import fold

_NUMBER = r"(?P<number>[0-9٠-٩۰-۹]{1,2})(?:st|nd|rd|th|er|re|e|\.|º|ª|-?[йея])?"
_END_MARKER = re.compile(r"[(\[（][^()\[\]（）]{1,40}[)\]）]\s*\.?\s*$")
_LONGEST = 120
"""Code points at the end of a text that a marker stands in."""
_MOST_DAYS = 7
_MOST_BEFORE = 50
"""Stories of one headline that are looked at for the one before; some headlines come every day."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Where a story stands among those of one headline and source.

    series: 0 where there is no headline. number: 0 for a headline without a marker. goes_on: the
    text ends with a serial marker.
    """

    series: int
    number: int
    goes_on: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A revision as a part of a series: which article, and when it was first seen, if known."""

    article_id: str
    part: Part
    first_seen: str | None

    @property
    def hints(self) -> bool:
        """Whether the part itself shows that there are others."""
        return self.part.number > 0 or self.part.goes_on


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a headline and parts it, and what stands behind it in brackets."""
    places: dict[str, list[str]] = {"before": [], "behind": []}
    for row in read_table("series_markers.tsv"):
        marker = r"\s+".join(map(re.escape, row["marker"].split()))
        pattern = marker.replace(re.escape("{n}"), _NUMBER).replace(re.escape("{of}"), r"\d{1,2}")
        count = len(places[row["place"]])
        places[row["place"]].append(pattern.replace("?P<number>", f"?P<n{count}>"))
    before, behind = ("|".join(places[place]) for place in ("before", "behind"))
    parted = r"(?:[)\]）]\s*[:：–—/|-]?|[:：–—/|-])"
    return (
        re.compile(rf"[(\[（]?\s*(?:{before})\s*{parted}\s*", re.IGNORECASE),
        re.compile(rf"\s*[(\[（/]\s*(?:{behind})\s*[)\]）/]\s*$", re.IGNORECASE),
    )


def split_headline(title: str) -> tuple[str, int]:
    """A headline without the marker of its part, and the part's number; 0 where there is none.

    >>> split_headline("UPDATE 2-Port strike ends"), split_headline("Port strike ends (2)")
    (('Port strike ends', 2), ('Port strike ends', 2))
    """
    before, behind = _patterns()
    found = before.match(title)
    bare = title[found.end() :] if found else title
    if not found:
        found = behind.search(title)
        bare = title[: found.start()] if found else title
    if not found or not bare.strip():
        return title, 0
    number = next((value for value in found.groupdict().values() if value), "1")
    return bare.strip(), max(1, int(number))


def part_of(entry: Entry) -> Part:
    """Where an entry stands in a series, by its headline and its end."""
    if not entry.title:
        return Part(0, 0, False)
    bare, number = split_headline(fold(entry.title))
    key = f"{source_of(entry)}\0{bare.casefold()}".encode("utf-8", "replace")
    series = int.from_bytes(hashlib.blake2b(key, digest_size=7).digest(), "big") or 1
    return Part(series, number, _goes_on(entry))


def _goes_on(entry: Entry) -> bool:
    for block in entry.blocks[-2:]:
        text = entry.text[max(block.start, block.end - _LONGEST) : block.end].strip()
        found = _END_MARKER.search(text)
        if is_continuation(text) or (found and is_continuation(found[0].rstrip(" .\n"))):
            return True
    return False


def link_parts(parts: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Of each part of one series the one before it: pairs of article ids.

    The one before has the next lower number, or goes on in a story of the same number; of several
    the last that was seen before. Parts seen more than a week apart are none of each other's.
    """
    in_order = sorted(
        set(parts), key=lambda told: (told.part.number, told.first_seen or "", told.article_id)
    )
    linked: set[str] = set()
    for place, part in enumerate(in_order):
        if part.article_id in linked:
            continue
        for other in reversed(in_order[max(0, place - _MOST_BEFORE) : place]):
            if other.article_id == part.article_id or not _follows(part, other):
                continue
            linked.add(part.article_id)
            yield part.article_id, other.article_id
            break


def _follows(part: Told, other: Told) -> bool:
    if part.part.number == other.part.number and not other.part.goes_on:
        return False
    if part.first_seen is None or other.first_seen is None:
        return True
    if part.first_seen < other.first_seen:
        return False
    later, earlier = (
        datetime.date.fromisoformat(one.first_seen[:10]) for one in (part, other) if one.first_seen
    )
    return (later - earlier).days <= _MOST_DAYS
