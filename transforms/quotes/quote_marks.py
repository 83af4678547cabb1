"""Quotation marks: which open, which close, which are apostrophes, inches or gershayim.

One pass with a stack over the marks of a text, whatever the language; offsets are code points into
that text, start inclusive, end exclusive.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.text import trim

_ANY = re.compile("[\"“”„‟«»‹›「」『』‘’‚'`<>＂〝〞〟]")
_DOUBLED = frozenset("'`‘’‚<>")
_ONLY_DOUBLED = frozenset("`<>")
_DOUBLE = frozenset(("“", "”", "„", "‟", '"', "＂", "''", "``", "‘‘", "’’", "‚‚", "〝", "〞", "〟"))
_FAMILIES = {
    **dict.fromkeys(_DOUBLE, "double"),
    **dict.fromkeys(("«", "»", "<<", ">>"), "guillemet"),
    **dict.fromkeys(("‹", "›"), "single guillemet"),
    **dict.fromkeys(("「", "」"), "corner"),
    **dict.fromkeys(("『", "』"), "white corner"),
    **dict.fromkeys(("‘", "’", "‚", "'"), "single"),
}
_OPENERS = frozenset(("„", "‚‚", "〝", "``", "‚", "「", "『", "<<"))
_CLOSERS = frozenset(("」", "』", "〞", "〟", ">>"))
_NESTING = frozenset(("“", '"', "‘‘", "«", "»", "‹", "›", "''"))
"""Marks that may open a second time while one of their family is open."""
_DIRECTED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_CLOSED_BY = {"«": "»", "“": "”", '"': '"'}
_BEFORE_OPENER = frozenset(
    "([{ـ—–-―/¿¡:،,|؛;=+*…。，：；、！？\u200e\u200f\u202a\u202b\ufeff\u200b"
)
_HEBREW_PROCLITICS = re.compile(r"(?<![א-ת])[ובהלמשכ]{1,3}$")
_ARABIC_PROCLITICS = re.compile(r"(?<![^\W\d_])[وفبلك]{1,2}$|(?<![^\W\d_])ال$")
_HEBREW_WORD = re.compile("[א-ת]{3,}")
_FEET = re.compile(r"\d['′’]\d{1,2}$")
_SURE_END = frozenset(".,!?…;:—،؛")
_DEEPEST = 16
_LOOKAHEAD = 6
"""Marks after a possessive that are looked at for a surer end of a single-quoted text."""


class Quoted(NamedTuple):
    """Words between marks, text[start:end], and the stretch with the marks, text[left:right].

    closed: whether a mark ends it; if none does, it goes on to the end of the text. parent: index,
    among those found, of the one that it lies directly within.
    """

    start: int
    end: int
    left: int
    right: int
    closed: bool
    parent: int | None
    mark: str


class _Open(NamedTuple):
    mark: str
    family: str
    left: int
    start: int


def find_quoted(text: str) -> list[Quoted]:
    """What stands between quotation marks, in order of start; spans nest or are apart."""
    tokens = _tokens(text)
    if not tokens:
        return []
    stack: list[_Open] = []
    spans: list[tuple[int, int, int, int, bool, str]] = []
    for number, (start, end, mark) in enumerate(tokens):
        role = _plain_role(text, start, end, mark, stack)
        if role == "open":
            stack.append(_Open(mark, _FAMILIES[mark], start, end))
            continue
        if role == "close":
            opened = stack.pop()
            spans.append((opened.start, start, opened.left, end, True, opened.mark))
            continue
        family = _FAMILIES.get(mark) or "double"
        current: _Open | None = None
        for entry in reversed(stack):
            if entry.family == family:
                current = entry
                break
        role = _role(text, tokens, number, current, family)
        if role == "open":
            if len(stack) == _DEEPEST:
                del stack[0]
            stack.append(_Open(mark, family, start, end))
        elif role == "close" and current is not None:
            while stack.pop() is not current:
                pass
            spans.append((current.start, start, current.left, end, True, current.mark))
    spans.extend(
        (entry.start, len(text), entry.left, len(text), False, entry.mark)
        for entry in stack
        if entry.family != "single" or (entry.mark == "‘" and not text[: entry.left].strip())
    )
    return _nested(text, spans)


def _plain_role(text: str, start: int, end: int, mark: str, stack: list[_Open]) -> str:
    """The role of a mark in the plainest case, which is most of them: one pair, not nested."""
    if not stack:
        if mark == "«":
            return "open"
        before, after = text[start - 1 : start], text[end : end + 1]
        plain = mark == "“" or (mark == '"' and (not start or before.isspace()))
        return "open" if plain and after.isalnum() else ""
    if len(stack) > 1 or _CLOSED_BY.get(stack[0].mark) != mark:
        return ""
    before, after = text[start - 1], text[end : end + 1]
    if mark == '"' and (before.isspace() or after.isalnum()):
        return ""
    return "" if before.isdigit() else "close"


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Start, end and form of each mark, but for apostrophes within words."""
    found = []
    free = 0
    for match in _ANY.finditer(text):
        start = match.start()
        if start < free:
            continue
        mark, free = text[start], start + 1
        if mark in _DOUBLED:
            if text.startswith(mark, free):
                free += 1
                mark += mark
            elif mark in _ONLY_DOUBLED or _is_within_word(text, start, free):
                continue
        found.append((start, free, mark))
    return found


def _is_within_word(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum()


def _nested(text: str, spans: list[tuple[int, int, int, int, bool, str]]) -> list[Quoted]:
    found: list[Quoted] = []
    around: list[int] = []
    for first, last, left, right, closed, mark in sorted(spans, key=_by_place):
        start, end = trim(text, first, last)
        while around and found[around[-1]].right <= left:
            around.pop()
        if start < end:
            parent = around[-1] if around else None
            around.append(len(found))
            found.append(Quoted(start, end, left, right, closed, parent, mark))
    return found


def _by_place(span: tuple[int, int, int, int, bool, str]) -> tuple[int, int]:
    return span[2], -span[3]


def _role(
    text: str, tokens: list[tuple[int, int, str]], number: int, current: _Open | None, family: str
) -> str:
    """`open`, `close`, or nothing for a character that is no quotation mark here."""
    start, end, mark = tokens[number]
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if mark in _OPENERS:
        return "open" if family != "single" or _opens(text, tokens, number) else ""
    if mark in _CLOSERS:
        return "close"
    opening = _opens(text, tokens, number)
    closing = bool(before) and not before.isspace() and not after.isalnum()
    if family == "single":
        return _role_of_single(text, tokens, number, current, opening, closing)
    if mark in _DIRECTED:
        if current is None:
            return "open" if mark in "«‹" or opening else ""
        if current.mark == _DIRECTED[mark] or (current.mark == "<<" and mark == "»"):
            return "close"
        return "close" if closing and current.mark in "»›" else "open"
    if mark in ('"', "״") and before.isalnum() and after.isalpha():
        return _role_within_word(text, start, end, current)
    if mark in ('"', "''", "”") and _FEET.search(text, max(0, start - 6), start):
        return ""
    if current is None:
        if mark == '"' and after.isspace() and (before.isspace() or before in _BEFORE_OPENER):
            # set apart on both sides, as some agencies do: قال : " نعم "
            later = tokens[number + 1 : number + 2]
            return "open" if before and later and later[0][2] == mark else ""
        if opening or (mark == "“" and bool(after) and not after.isspace()):
            return "open"
        return ""
    if opening and not closing and mark in _NESTING and after not in _SURE_END:
        return "open"
    return "close"


def _role_of_single(
    text: str,
    tokens: list[tuple[int, int, str]],
    number: int,
    current: _Open | None,
    opening: bool,
    closing: bool,
) -> str:
    start, end, mark = tokens[number]
    if current is None:
        return "open" if opening and mark != "’" and text[end : end + 1] else ""
    if not closing:
        return "open" if opening and mark == "‘" else ""
    if _is_sure_end(text, start, end):
        return "close"
    if text[start - 1 : start] in "sSxz" and text[end : end + 1].isspace():
        for first, last, other in tokens[number + 1 : number + 1 + _LOOKAHEAD]:
            if other == "‘" or (other == "'" and _is_opening_place(text, first, last)):
                break
            if other in "'’" and _is_sure_end(text, first, last):
                return ""
    return "close"


def _is_sure_end(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not after.isalnum() and (before in _SURE_END or not after or after in _SURE_END)


def _role_within_word(text: str, start: int, end: int, current: _Open | None) -> str:
    """A straight mark between two letters: gershayim, or a quote behind a particle."""
    if "א" <= text[end] <= "ת" and "א" <= text[start - 1] <= "ת":
        particle = _HEBREW_PROCLITICS.search(text[max(0, start - 4) : start])
        if particle and current is None and _HEBREW_WORD.match(text, end):
            return "open"
        return ""
    if current is not None:
        return "close" if not "a" <= text[end].lower() <= "z" else ""
    return "open" if _ARABIC_PROCLITICS.search(text[max(0, start - 3) : start]) else ""


def _opens(text: str, tokens: list[tuple[int, int, str]], number: int) -> bool:
    start, end, _ = tokens[number]
    if _is_opening_place(text, start, end):
        return True
    # behind another mark that opens: “‘Never,’ he told me,” she said
    before = tokens[number - 1] if number else None
    return (
        before is not None
        and before[1] == start
        and text[end : end + 1].isalnum()
        and _is_opening_place(text, before[0], before[1])
    )


def _is_opening_place(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return (not before or before.isspace() or before in _BEFORE_OPENER) and bool(
        after and not after.isspace()
    )
