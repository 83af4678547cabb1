"""The items that the beginning of a block is made of: names, dates, brackets, marks.

Known agencies, outlets and the words that tell them are a table (data/agencies.tsv); capitals are
those of data/names.tsv.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from transforms.segments.dates import Written, fold_word, is_month, is_weekday, read_date
from transforms.tables import read_table
from transforms.text import INVISIBLE

LIMIT = 200
"""Code points at the beginning of a block that are looked at."""
_LONGEST_NAME = 48
_LONGEST_IDEOGRAPHS = 12
_MOST_WORDS = 6
_MOST_IN_AGENCY = 5
_MOST_ITEMS = 16

_SPACE = re.compile(rf"[\s{INVISIBLE}]*")
_CUT = r"\d,،、，;؛:：/|｜。۔()（）\[\]［］【】=＝–—―?!؟？…\"“”«»„•"
_NAME = re.compile(
    rf"(?:[^\s{_CUT}.\-ـ]"
    r"|(?<=\w)\.(?=[^\W\d])|(?<=\b[^\W\d])\.|(?<=\bS[tT])\."  # العربية.نت, D.C., St. Pölten
    r"|(?<=\S)-(?=[^\s-])|(?<=\S)ـ(?=\S)"
    rf"|(?<=\S)[^\S\r\n](?=[^\s{_CUT}.\-ـ]))"
    rf"{{1,{_LONGEST_NAME + 1}}}"
)
_WORD = rf"[^\s{_CUT}.\-ـ]{{1,40}}"
_GAP = rf"[\s{INVISIBLE}]{{0,3}}"
_MAYBE = re.compile(
    rf"{_GAP}(?:[(（［【\[\d]|(?=({_WORD}(?:[ \u00a0]{_WORD}){{0,5}}))\1{_GAP}"
    rf"(?:[,،、，]{_GAP}(?=((?:{_WORD}(?:[ \u00a0]{_WORD}){{0,5}})?))\2{_GAP}){{0,2}}"
    r"(?:\d{1,2}(?!\d)|\d{4}[-年]|[-–—―ـ:：/|｜.。۔=＝(（［【\[]))"
)
_QUOTED = re.compile(rf"[«\"“„]([^\s{_CUT}][^{_CUT}\n]{{0,{_LONGEST_NAME}}})[»\"“”]")
_QUOTES = '«"“„'
_MARK = re.compile(r"(?:[-–—―]+|ـ+|[=＝]+|[:：]|[,،、，]|[/|｜]|[.。۔])")
_LETTER_OF_MARK = {
    **dict.fromkeys("-–—―ـ", "-"), **dict.fromkeys("=＝", "="), **dict.fromkeys(":：", ":"),
    **dict.fromkeys(",،、，", ","), **dict.fromkeys("|｜", "|"), **dict.fromkeys(".。۔", "."),
    "/": "/", **dict.fromkeys("(（[［【", "("), **dict.fromkeys(")）]］】", ")"),
}  # fmt: skip
_OPENING, _CLOSING = "(（[［【", ")）]］】"
_BEFORE_DATE = re.compile(
    r"(?:^|\s)(?:في|بتاريخ|يوم|le|am|den|vom|el|il|em|on|del|בתאריך|ב|ב-|दिनांक)\s*$", re.IGNORECASE
)
_DIGIT_SOON = re.compile(r"[^\d\n]{1,24}\d")
_TIME = re.compile(
    rf"[,،]?[\s{INVISIBLE}]*\d{{1,2}}[:.]\d{{2}}(?!\d)(?:\s?(?:GMT|UTC|MSK|мск|Uhr))?"
)
_WIRED = re.compile(
    r"(?:[专專特][电電]|[电電]|[讯訊](?![息号問问]))(?![影视視子力话話动動池脑腦信器网網价價费費车車站台源报報商机機])"
)
_SPELT_OUT = re.compile(r"[^\W\d_](?:[ .][^\W\d_]){1,3}\.?")
_REPORTERS = ("记者", "記者")
_CONSONANTS = re.compile("[bcdfghjklmnpqrstvwxz]{3,4}")
"""An agency's acronym in small letters, as Germans write it."""
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """text[start:end], and what it is as a letter.

    P a capital in capital letters or in a script without them, p a capital otherwise, C a country,
    U a name in capital letters, N another name of one word, m of several, n one of a single word
    in a script without capitals, A an agency, O an outlet, R a reporter, x none of these; D a
    date, d a day alone, W "wired" (电), $ the end of the block; marks stand for themselves.
    """

    letter: str
    start: int
    end: int
    date: Written | None = None


def may_open(text: str) -> bool:
    """Whether the beginning of a block is short enough of a name, or a date, for a dateline."""
    return _MAYBE.match(text) is not None


def read_items(text: str, language: str, published: str | None) -> Iterator[Item]:
    """The items at the beginning of a text, up to the first that no dateline holds."""
    position, depth, first, dated_at = 0, 0, "", -1
    head = text[:LIMIT]
    for number in range(_MOST_ITEMS):
        gap_start = position
        gap = _SPACE.match(head, position)
        position = gap.end() if gap else position
        if position >= len(head):
            if len(text) <= LIMIT or not text[LIMIT : LIMIT + LIMIT].strip():
                yield Item("$", position, position)
            return
        character = head[position]
        mark = _MARK.match(head, position)
        if character in _OPENING or character in _CLOSING or mark:
            if mark and (
                not number or (number == 1 and character in ":：" and first and first in "NmnCx")
            ):
                return
            depth += (character in _OPENING) - (character in _CLOSING)
            end = mark.end() if mark else position + 1
            yield Item(_LETTER_OF_MARK[character], position, end)
            position = end
            continue
        written = _date_at(head, position, language, published)
        if written:
            alone = head[written.start : written.end].isdigit()
            yield Item("d" if alone else "D", written.start, written.end, written)
            position = written.end
            time = _TIME.match(head, position)
            position = time.end() if time else position
            dated_at = position
            wired = _WIRED.match(head, position)
            if wired:
                yield Item("W", position, wired.end())
                position = wired.end()
            continue
        names = list(_names(head, position, depth > 0, number == 0, gap_start == dated_at))
        if not number and names:
            first = names[0].letter
        yield from names
        if not names:
            # a preposition before the date: le 6 mai
            skipped = _NAME.match(head, position)
            if skipped is None or not number:
                return
            position = skipped.end()
        elif names[-1].letter == "x":
            return
        else:
            position = names[-1].end
            position += names[-1].start > 0 and head[names[-1].start - 1] in _QUOTES


def _date_at(text: str, position: int, language: str, published: str | None) -> Written | None:
    if text[position].isdigit() or _DIGIT_SOON.match(text, position):
        return read_date(text, position, language, published)
    return None


def _names(text: str, start: int, in_brackets: bool, opens: bool, dated: bool) -> Iterator[Item]:
    """The name at `start` as an item, two where ideographs run an agency and a place together.

    None where nothing stands there but a word that belongs to a date.
    """
    quoted = None if opens else _QUOTED.match(text, start)
    if quoted:
        known = _kind(quoted[1])
        yield Item(known if known in ("A", "O") else "O", start + 1, quoted.end() - 1)
        return
    match = _NAME.match(text, start)
    if match is None or match.end() - start > _LONGEST_NAME:
        yield Item("x", start, start)
        return
    name, end = match[0].rstrip(), match.end()
    if dated:
        name = _without_rest(name)
        end = start + len(name)
    before_date = text[end : end + 1].isdigit() or text[end : end + 2].lstrip()[:1].isdigit()
    if before_date:
        digits = re.compile(r"\s?\d{1,2}\b").match(text, end)
        if digits and _tables()[0].get(fold_word(name + digits[0])):
            name += digits[0]  # France 24
        else:
            name = _without_date(name)
    if not name:
        return
    end = start + len(name)
    cut = 0
    if (before_date or in_brackets) and _IDEOGRAPH.match(name):
        cut = _cut_ideographs(name)
    if cut:
        yield Item(_kind(name[:cut].strip()), start, start + len(name[:cut].rstrip()))
        start = end - len(_without_reporter(name[cut:].lstrip()))
        name = text[start:end]
    if len(name.split()) > _MOST_WORDS:
        yield Item("x", start, end)
        return
    letter = "A" if in_brackets and _CONSONANTS.fullmatch(name) else _kind(name)
    if letter in "Nmn" and name[0].islower() and not (in_brackets and " " not in name):
        letter = "x"
    if opens and before_date and not cut and letter == "n" and _IDEOGRAPH.match(name):
        letter = "x"  # a sentence: 日韩5日…
    yield Item(letter, start, end)


def _without_rest(name: str) -> str:
    """A known agency at the beginning of a name that runs on: واس استقبل الملك."""
    words = name.split(" ")
    for count in range(min(len(words) - 1, 3), 0, -1):
        beginning = " ".join(words[:count])
        if fold_word(beginning) in _tables()[0]:
            return beginning
    return name


def _without_date(name: str) -> str:
    """A name without the words at its end that belong to the date behind it."""
    name = _BEFORE_DATE.sub("", name).rstrip()
    head, _, last = name.rpartition(" ")
    if is_month(last) or is_weekday(last):
        return head.rstrip()
    return name


def _cut_ideographs(name: str) -> int:
    """Where an agency ends and a place begins in a name without spaces, or the other way, or 0."""
    names, _, _, endings = _tables()
    folded = name.casefold()
    for cut in range(min(len(name) - 1, _LONGEST_IDEOGRAPHS), 1, -1):
        if folded[:cut].rstrip() in names or (cut > 2 and folded[:cut].endswith(endings)):
            return cut
    for cut in range(max(1, len(name) - _LONGEST_IDEOGRAPHS), len(name)):
        if folded[cut:].lstrip() in names:
            return cut
    return 0


def _without_reporter(name: str) -> str:
    """The place behind a reporter of unknown length, or the whole where there is no reporter."""
    if not name.startswith(_REPORTERS):
        return name
    known = (name[at:] for at in range(3, len(name)) if _kind(name[at:].strip()) == "P")
    return next(known, name)


@functools.cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str], tuple[str, ...]]:
    """By folded form: letters of known names, of words in names, of places; ideographic endings."""
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    for row in read_table("agencies.tsv"):
        table = words if row["kind"].endswith(("_word", "_name")) else names
        letter = {"a": "A", "o": "O", "n": "x"}[row["kind"][0]]
        form = fold_word(row["form"])
        table[form] = min(letter, table.get(form, letter))
    places = _places()
    endings = tuple(form for form in words if _IDEOGRAPH.match(form) and words[form] != "x")
    return names, words, places, endings


def _places() -> dict[str, str]:
    """P for cities, C for other names of states, x for organisations, by folded form."""
    unwanted = ("adjective", "demonym")
    rows = [row for row in read_table("names.tsv") if row["kind"] not in unwanted]
    apart = {(row["actor_id"], row["lang"]) for row in rows if row["kind"] == "capital"}
    places: dict[str, str] = {}
    for row in rows:
        state = row["actor_id"].startswith("state:")
        letter = "C" if state and row["kind"] in ("name", "official", "alias") else "x"
        if row["kind"] == "capital" or (
            # Luxembourg, Singapore: a state named as its capital has no row for that
            letter == "C" and row["kind"] == "name" and (row["actor_id"], row["lang"]) not in apart
        ):
            letter = "P"
        form = fold_word(row["form"])
        places[form] = min(letter, places.get(form, letter), key="PCx".index)
    for row in read_table("cities.tsv"):
        places.setdefault(fold_word(row["form"]), "P")
    return places


@functools.lru_cache(4096)
def _kind(name: str) -> str:
    """The letter of a name (see the notation)."""
    names, words, places, endings = _tables()
    folded = fold_word(name)
    cased = name.lower() != name.upper()
    capitals = cased and name == name.upper()
    place = places.get(folded)
    if place == "P":
        return "P" if capitals or not cased else "p"
    if folded in names or place:
        return names.get(folded) or place or "x"
    parts = folded.replace("-", " ").split()
    if name.startswith(_REPORTERS):
        return "R"
    if not (parts and name[0].isalpha()) or is_weekday(name) or is_month(name):
        return "x"
    if "x" in (words.get(folded), words.get(parts[0])):
        return "x"
    if "A" in (words.get(parts[0]), words.get(parts[-1])) and 1 < len(parts) <= _MOST_IN_AGENCY:
        return "A"
    if len(parts) > 1 and "O" in [words.get(part) for part in parts]:
        return "O"
    if _IDEOGRAPH.match(name) and len(folded) > 2 and folded.endswith(endings):
        return words[max((end for end in endings if folded.endswith(end)), key=len)]
    if not cased and _SPELT_OUT.fullmatch(name):
        return "A"
    if capitals and len(name) > 1:
        return "U"
    if len(parts) > 1:
        return "m"
    return "N" if cased else "n"
