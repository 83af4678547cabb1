"""The dateline that opens a wire story: where, when and by whom it was filed.

The beginning of a block is cut into items (names, dates, brackets, dashes); each item becomes a
letter, and the letters are compared with the forms that datelines have. A wrong place is worse
than none: where neither the table of agencies (data/agencies.tsv), nor a capital's name, nor
capital letters, nor a date vouches for it, there is no dateline.
"""

from __future__ import annotations

import dataclasses
import re

from transforms.records import Dateline
from transforms.segments.dateline_items import LIMIT, Item, may_open, read_items

_REPORTER = re.compile(r"\s*[（(]\s*(?:[^（）()\n]{0,12})[记記]者[^（）()\n]{0,40}[）)]")
_MACROS = {
    "ANY": "PpUNmnAO",
    "PLACE": "(?P<place>[PpUNmnC](?:/[PpUNmn])?(?:,[PpUNmnC])?)",
    "KNOWN": "(?P<place>[PpU](?:/[PpUNmn])?(?:,[PpUNmnC])?)",
    "ABROAD": "(?P<place>[Nmn],C)",
    "END": r"(?:[-:.]+|\$)",
    "MARKS": "[-:.]*",
}
_NOTATION = r"""
(outlet, Place, 18 February 2022); (Place - 18 February 2022 - agency); (outlet / agency - date)
    \(<outlet AONmnU>,<place PpUNmn>,<date D>\)MARKS
    \(<place PpU>[-,]?<date D>?[-,=/]<agency AO>\)MARKS
    \(<place PpUNmn>[-,]?<date D>[-,=/]?<agency AO>\)MARKS
    \(<place PpUNmn>[-,]?<date D>[-,/]<agency ANY>\)MARKS
    \(<agency AO>[-,/|]+<place PpU>[-,/|]+<date D>\)MARKS
    \(<first ANY>[-,/|.]{1,3}<second ANY>[-,/|.]*<date D>\)MARKS
    \(<outlet AO>[-,/|]?<date D>\)MARKS
    \(<date D>[-,/|]?<agency AO>\)MARKS
    \(<place Pp>[-,]?<date D>\)MARKS
    \(<outlet NmnU>[-,/|]<date D>\)MARKS
【place agency】, 【place＝a reporter】, 【place 18日】
    \(<place PpNn>=?<agency AO>\)MARKS
    \(<place Pp><date D>?=[Nn]\)
    \(<place PpNn><date D>\)
(Agency) - PLACE, 18 February -; (Agency) -
    \(<agency AO>\)-<place PpUNm>,?<date D>END
    \(<agency UNmn>\)-<place PpUNm>,<date D>END
    \(<agency AO>\)MARKS
    \(<agency U>\)[-:]+
Place (outlet / agency - 18 February); Place (Agency) - 18 February 2022 -; Place (Agency) -
    PLACE\(<first ANY>/<second ANY>[-,]?<date D>\)MARKS
    PLACE\(<agency AO>[-,]?<date D>\)MARKS
    KNOWN,?\(<agency ANY>\)-?<date D>END
    PLACE,?\(<agency AO>\)-?<date D>END
    PLACE,?\(<agency AO>\)[-:.]+
    KNOWN,?\(<agency AO>\)MARKS
    ABROAD\(<agency AO>\)MARKS
    KNOWN,?\(<agency ANY>\)\.?-+
Place, 18 February (Agency) -; Place, 18 February /Agency/.
    PLACE[-,/.]*<date D>[-,/.]*\(<first ANY>/<second ANY>\)MARKS
    PLACE[-,/.]*<date D>[-,/.]*\(<agency AO>\)MARKS
    PLACE[-,/.]*<date D>[-,.]*\(<agency ANY>\)END
    PLACE[-,/.]*<date D>[-,.]*/<agency ANY>/MARKS
    KNOWN[-,]*<date d>\(<agency ANY>\)[-:]+
    PLACE[-,]*<date d>\(<agency AO>\)[-:]+
    <date D>,<place PpU>[-.,]?[(/]<agency ANY>[)/]MARKS
Place, 18 February - Agency.
    PLACE[-,/.]*<date D>[-,/.]*<agency AO>(?:[-:./]+|\$)
    KNOWN<date D><agency AO>
    KNOWN[-,/]*<date D><agency UNmn>:
    KNOWN[-,/]*<date D>[-,/]+<agency UNmn>(?:[:./]+|\$)
    KNOWN[-,/]+<agency AO>[-,/]+<date D>END
    KNOWN[-/]+<agency UNmn>[-,/]+<date D>END
    <place Nmn>[-,/]+<agency AO>[-,/]+<date D>END
    <agency AO>[-,/|]+<place PpUNmn>[-,/|]+<date D>END
    KNOWN\.<date D>\.<agency U>-+
    <place N>,<date D>-<agency UNm>[.:]
    <place Nmn>[-,|]+<outlet O>[-,|]+<date D>END
Place - Agency:
    KNOWN[-,/.]<agency AO>[-:.]+
    KNOWN/<agency AO>/MARKS
    PLACE-<agency A>[-:]+
  ~ <place PU>-<agency UNmn>:
  ~ <place PU>-<agency n>-
    <agency A>-<place PpU>[-:]
18 February, Agency.
    <date D>[,-]<agency AO>END
  ~ <date D>,<agency UN>[.-]
新华社北京2月18日电
    \(?<agency AO>(?:R|<place PpNnC>)?<date D>W\)?
    \(?<place Pp><date D>W\)?
    <agency AO><place PpNnC>?<date D>[-:]+
a block of its own: Outlet | PLACE | 18 February 2022
    <outlet ANY>[-,|/]+<place PpU>[-,|/]+<date D>\$
    <date D>[-,|/]+<place PpU>[-,|/]+<outlet ANY>\$
    <outlet AO>,<place UNmn>,<date D>\$
    <first ANY>[-,|/]+<second AO>[-,|/]*<date D>\$
    <first ANY>[-|/]+<second ANY>[-,|/]*<date D>\$
    <date D>[-,|/]*<outlet AO>\$
    <outlet AO>[-/|]+<place PpU>\$
    <place PpU>[-/|]+<outlet AO>\$
    <place PpUNn>/[NmUn]/<agency AO>\$
    <place U>\.<first ANY>/<second ANY>\$
Place, 18 February -; Outlet, 18 February
    KNOWN[-,/.]*<date D>END
  ~ <place Nn>,<date D>[-.]+
    <outlet AO>[-,|/]*<date D>\$
    <outlet Nmn>[-|]<date D>\$
    <outlet m>,<date D>\$
    [Nn],<date D>\$
"""
"""Forms in the order of trial; <field letters> is one of these letters (dateline_items.Item).

A form with ~ is so weak that nothing but a paragraph may follow.
"""


def _forms() -> list[tuple[re.Pattern[str], bool]]:
    """The lines of the notation as expressions, and whether each is weak."""
    forms = []
    for line in _NOTATION.splitlines():
        if line.startswith("  "):
            notation = line.strip(" ~")
            for macro, meaning in _MACROS.items():
                notation = notation.replace(macro, meaning)
            form = re.sub(r"<(\w+) (\w+)>", r"(?P<\1>[\2])", notation)
            forms.append((re.compile(form), "~" in line))
    return forms


_FORMS = _forms()
_VOUCHED = re.compile("[AODd]")
_ALONE = re.compile(r"(?P<place>[PUp](?:/[PpU])?(?:,C)?)(?P<end>[-.:]+)")
_CLOSING_QUOTES = ("»", "”", "“", '"')
_DASHES = re.compile(r"\s[-–—]+\s")
_SENTENCE = re.compile(r"[^.:?!。۔।]{24}")
_SENTENCE_END = re.compile(r"[.!:。۔।…][»”\"’')）]*\s*\Z")
_SHORTEST_ALONE = 4
_SHORTEST_PARAGRAPH = 50
_COLON_AFTER_PLACE = frozenset({"ur", "hi"})
"""Languages whose papers write a colon behind the place of a story."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A dateline, and how much of the text it takes: text[:end], with the dash that ends it."""

    dateline: Dateline
    end: int


def find_dateline(text: str, language: str, published: str | None = None) -> Found | None:
    """The dateline that opens a block of an article, or None.

    text: the block. language: a BCP-47 tag of the article or `und`. published: an RFC 3339 time
    or None, which supplies the year where the dateline names none. Where `end` leaves nothing but
    white space, the block is a dateline as a whole.

    >>> find_dateline("MOSCOW, Feb 18 (Reuters) - Russia agreed.", "en", None).dateline.place
    'MOSCOW'
    """
    if not may_open(text):
        return None
    items = list(read_items(text, language, published))
    letters = "".join(item.letter for item in items)
    if len(letters) < 2 or (letters[0] not in "PpU(" and not _VOUCHED.search(letters)):
        return None
    for form, weak in _FORMS:
        match = form.match(letters)
        if match and not (weak and not _is_paragraph(text)):
            return _found(text, items, match)
    return _place_alone(text, language, items, letters)


def _found(text: str, items: list[Item], match: re.Match[str]) -> Found:
    """What a form found, its sources told apart by what they are known as."""
    spans = {name: match.span(name) for name, part in match.groupdict().items() if part}
    for name, into in (("first", "outlet"), ("second", "agency")):
        if name in spans:
            spans[into] = spans.pop(name)
    if not {"outlet", "agency"} <= spans.keys():
        for name, letter, into in (("agency", "O", "outlet"), ("outlet", "A", "agency")):
            if name in spans and items[spans[name][0]].letter == letter:
                spans[into] = spans.pop(name)
                break
    parts = {
        name: text[items[first].start : items[last - 1].end]
        for name, (first, last) in spans.items()
    }
    written = items[spans["date"][0]].date if "date" in spans else None
    last = items[match.end() - 1]
    end = items[match.end() - 2].end if last.letter == "$" else last.end
    end += text[end - 1] not in "-–—:." and text[end : end + 1] in _CLOSING_QUOTES
    reporter = _REPORTER.match(text, end) if "W" in match[0] else None
    return Found(
        Dateline(
            outlet=parts.get("outlet"),
            agency=parts.get("agency"),
            place=parts.get("place"),
            date=written.date if written else None,
            date_text=parts.get("date"),
        ),
        reporter.end() if reporter else end,
    )


def _is_paragraph(text: str) -> bool:
    """Whether a block is no headline: it is long enough and ends as a sentence, no question."""
    return len(text) >= _SHORTEST_PARAGRAPH and _SENTENCE_END.search(text[-8:]) is not None


def _place_alone(text: str, language: str, items: list[Item], letters: str) -> Found | None:
    """A dateline of nothing but a place: CAPITALS - or a capital's name in front of a dash."""
    match = _ALONE.match(letters)
    if match is None:
        return None
    first, end, mark = items[0], items[match.end() - 1].end, match["end"]
    name = text[first.start : first.end]
    capitals = name.isupper()
    behind = text[end : end + LIMIT].lstrip()
    if not _is_paragraph(text) or not _SENTENCE.match(behind) or behind[0].islower():
        return None
    if first.letter == "U" and len(name) < _SHORTEST_ALONE:
        return None
    if ":" in mark:
        if first.letter != "P" or not (capitals or language[:2] in _COLON_AFTER_PLACE):
            return None
    elif "-" not in mark:
        if mark != "." or not (capitals or (first.letter == "p" and language[:2] == "de")):
            return None
    elif not capitals and len(_DASHES.findall(behind)) % 2:
        return None  # Moscow - the city of domes - ...
    return _found(text, items, match)
