"""What agencies set below a story in signs and numbers: initials, end signs, wire times, stamps.

>>> is_signature("abc/def/gh"), is_signature("-- 30 --"), is_signature("UN/EU")
(True, True, False)
>>> is_time_stamp("03/05/2025 16:41:09"), is_time_stamp("3 May 2025")
(True, False)
"""

from __future__ import annotations

import functools
import re
from collections.abc import Set

from transforms.segments.phrases import (
    CLOSERS,
    OPENERS,
    are_of_time,
    key_of,
    phrases,
    words_in,
)
from transforms.tables import read_table
from transforms.text import INVISIBLE

LONGEST_SIGNATURE, LONGEST_STAMP = 48, 60
"""Code points of a block that may be one."""
_LONGEST_INITIALS = 25
_UNSEEN = re.compile(f"[{INVISIBLE}\u0640]")
_END = re.compile(
    r"[-–—=*]{1,3}\s?(?:30|0)\s?[-–—=*]{1,3}|#{2,4}|\d{3,5}\s?\*{1,2}\s?\d{3,5}|\*{2}\s?\d{3,5}"
)
"""-30-, --0--, ##, and the numbers of an Iranian desk: 1420**2050."""
_WIRE_TIME = re.compile(
    r"\d{1,2}[:.]?\d{2}\s?(?:ت\s?\.?\s?[مغ]|جمت|GMT|UTC|LOCAL TIME|Uhr|МСК|мск)\.?(?:\s?\d{4})?"
    r"|\d{1,2}:\d{2} LOCAL TIME \d{1,2}:\d{2} GMT"
)
"""14:32 ت م 0087, 1632 GMT."""
_SLASH = r"\s?(?:/{1,2}|\\|\|{1,2})\s?"
_GROUP = r"[^\W\d_]{1,4}\d{0,2}(?:[.-][^\W\d_]{1,4}){0,2}\.?"
_INITIALS = re.compile(rf"{_GROUP}(?:\s?\([^\W\d_]{{2,4}}\))?(?:{_SLASH}{_GROUP}){{0,4}}/?\s?")
_CUTS = re.compile(r"[^\w]+|\d+")
_LETTER = "[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u06be\u06c1]"
_LETTERS = re.compile(rf"{_LETTER}{{1,3}}(?:[ ./\\|-]{{1,3}}{_LETTER}{{1,3}}){{1,7}}[./]?")
_ENCLOSED_CAPITALS = re.compile(r"\([^\W\d_]{1,3}-[^\W\d_]{1,3}-[^\W\d_]{1,2}\)")
_AROUND = re.compile(r"/{1,2}[^\W\d_]{2,4}/{1,2}")
_LEAD = re.compile(r"([-–—/]{0,4}\s?\(?)([^\W\d_][^\d(){}/|–—]{0,20}?)(?:(\)[.]?|/)\s?|\s|$)(.*)")
_TAIL = re.compile(r"(.*?)\s?[(（]([^()（）]{2,40})[)）]\.?")
_PARTS = re.compile("[,،/;、]| - ")
_CAPITALS = re.compile(r"[A-Z]{2,4}(?: [A-Z]{2,4}){1,4}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h时時]\d{2}(?!\d|[./]\d)")
_DATE = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)")
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\d{1,4}(?:\s?[-–]\s?\d{1,3})?[\s-]?")


@functools.cache
def _agencies() -> tuple[Set[str], Set[str]]:
    """Keys of the agencies, and of agencies and outlets."""
    rows = [(key_of(words_in(row["form"])), row["kind"]) for row in read_table("agencies.tsv")]
    agencies = {key for key, kind in rows if kind == "agency"}
    return agencies, agencies | {key for key, kind in rows if kind == "outlet"}


def is_signature(text: str) -> bool:
    """Whether a block, trimmed, is an editor's initials, an end sign or the time of a wire."""
    if not 1 < len(text) <= LONGEST_SIGNATURE:
        return False
    bare = _UNSEEN.sub("", text).strip()
    if not bare:
        return False
    if _END.fullmatch(bare) or _WIRE_TIME.fullmatch(bare):
        return True
    return _are_initials(bare) or _with_agency(bare)


def _with_agency(text: str) -> bool:
    """Whether it is an agency and initials, or an agency behind dashes or in brackets."""
    agencies, sources = _agencies()
    tail = _TAIL.fullmatch(text)
    if tail and all(key_of(words_in(part)) in sources for part in _PARTS.split(tail[2])):
        core = tail[1]
        return not core or (core.islower() and _is_group(core)) or _are_initials(core)
    lead = _LEAD.fullmatch(text)
    if not lead or key_of(words_in(lead[2])) not in agencies:
        return False
    before, closing, rest = lead[1].strip(), lead[3] or "", lead[4].strip()
    set_off = len(before.rstrip("(")) > 1 or before == "/" or (before[-1:] == "(" and closing)
    if not rest:
        return bool(set_off)
    return _are_initials(rest) or bool(_CAPITALS.fullmatch(rest))


def _is_group(text: str) -> bool:
    return len(text) <= 4 and text.isalpha()


def _are_initials(text: str) -> bool:
    """Whether it is initials of two people or more, slashes or bars between them."""
    if len(text) > _LONGEST_INITIALS:
        return False
    if _ENCLOSED_CAPITALS.fullmatch(text):
        return text.isupper()
    if text[0] in OPENERS and text[-1] in CLOSERS:
        text = text[1:-1].strip()
    if _LETTERS.fullmatch(text):
        groups = [group for group in _CUTS.split(text) if group]
        single = sum(len(group) == 1 for group in groups)
        return 2 * single >= len(groups) and any(sign in text for sign in "/\\|")
    if _AROUND.fullmatch(text):
        return text.strip("/").islower() or text.strip("/").isupper()
    if not any(sign in text for sign in "/\\|") or not _INITIALS.fullmatch(text):
        return False
    groups = [group for group in _CUTS.split(text) if group]
    if len(groups) < 2 or not all(group.islower() or group.isupper() for group in groups):
        return False
    if text.islower():
        return sum(map(len, groups)) >= 4 and (
            "." in text or all(len(group) > 1 for group in groups)
        )
    return not text.isupper() or "//" in text or "||" in text


def is_time_stamp(text: str) -> bool:
    """Whether a block is a date with a time of day, an age or a count: "3 hours ago", "4 min read".

    A date without a time of day may be a dateline: it is none.
    """
    if len(text) > LONGEST_STAMP or not _DIGIT.search(text):
        return False
    bare = _UNSEEN.sub("", text).strip("[]() .")
    words = words_in(bare)
    count = _COUNT.match(bare)
    if count and key_of(words_in(bare[count.end() :])) in phrases().counted:
        return True
    if not are_of_time(words):
        return False
    if _CLOCK.search(bare) and len(words) > 5:
        return bool(_DATE.search(_CLOCK.sub(" ", bare, count=1)))
    return len(words) <= 8 and not phrases().ages.isdisjoint(words)
