"""Blocks that are no part of a story: "read also", copyright lines, credits, serial markers.

Two tables of phrases decide. `data/boilerplate.tsv` says of each where it must stand (`place`) and
in how long a block it counts (`limit`, code points). Words are compared: letter case, white space,
accents, vowel marks, tatweel, Arabic alef and hamza, bidi marks and most punctuation do not matter.
Places: `start`, the block begins with the phrase; `end`, it ends with it; `contains`, it stands
anywhere; `whole`, it is the block, alone or in a row with others; `row`, names of networks, bars
between; `count`, behind a number ("4 min read"); `time`, a word of time stamps; `age`, such a one
that says how long ago. In a phrase that begins a block, some signs have a meaning:

- `:` at its end asks for a colon, slash, bar, equals sign or arrow, or behind two words for dots:
  "More:" is a label, "More than" is none;
- `*` stands for one to six words, `**` for any number, `#` for a digit;
- `@` at its end asks for names and nothing else until the end of the block;
- `~` at its end asks for a date, a time or an age and nothing else: "Updated ~";
- `(` at its beginning asks for a bracket there: "(END)".

A block that opens with a quotation mark is speech. Ask not about titles: "Watch: ..." may be one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Set

from transforms.segments.phrases import (
    CLOSERS,
    LEADING,
    LONGEST_WHOLE,
    OPENERS,
    Phrases,
    key_of,
    phrases,
    spaced,
    words_in,
    words_of,
)
from transforms.segments.signatures import LONGEST_STAMP, is_signature, is_time_stamp
from transforms.tables import read_table
from transforms.text import INVISIBLE

LONGEST, LONGEST_END, LONGEST_INSIDE = 400, 180, 140
"""Code points of a block that begins with a phrase, ends with one, holds one."""
_CLOSING = ".!。！…)]）】»"
_LONGEST_MARKER, _OPENING, _WORD = 48, 64, 24
_RULE = "-–—−_=*×•·.…#+~⁂※/\\|◆■●○◇□★☆═─━"
"""What a line that parts two stories is drawn with."""
_DASHES = "-–—/*"
_GAPS, _IN_A_ROW = re.compile(rf"[\s{INVISIBLE}]+"), re.compile("[/|:,،+&·–—-]")
_BARS = re.compile(r"[/|•·\n]")


def is_boilerplate(text: str) -> bool:
    """Whether a block, trimmed, is none of the story but a phrase of the site or the agency.

    Such are links to other stories, comment boxes, subscriptions, copyright lines, credits,
    an agency's signature, a reprint note, a disclaimer, time stamps, and lines that are drawn.
    The language does not matter; a phrase of any in the table counts.

    >>> is_boilerplate("READ ALSO: Five questions about the pipeline")
    True
    >>> is_boilerplate("More than 100 people read also the second letter")
    False
    """
    length = len(text)
    lettered = text[:1].isalpha()  # nearly always; then the first word tells most blocks
    known = length <= LONGEST and (not lettered or _is_first(text[:_WORD].split(None, 1)[0]))
    if known and _begins(text):
        return True
    if length <= LONGEST_END and _ends(text):
        return True
    if length <= LONGEST_INSIDE and _contains(text):
        return True
    if length <= LONGEST_STAMP and (is_signature(text) or is_time_stamp(text) or _is_row(text)):
        return True
    return not lettered and _is_rule(text)


def _begins(text: str) -> bool:
    """Whether the block begins with a phrase of the table, or is one, or some in a row."""
    bare = text.lstrip(LEADING)
    if bare[:1] == "»" and "«" not in bare:  # a sign of a link, not of speech
        bare = bare[1:].lstrip(LEADING)
    known = phrases()
    if not _may_begin(bare[:_OPENING], known):
        return False
    words = words_in(bare)
    starts = known.starts.get(words[0], ())
    return any(start.opens(text, words) for start in starts) or (
        len(text) <= LONGEST_WHOLE and _is_whole(words, text, known.wholes)
    )


@functools.lru_cache(maxsize=16384)
def _is_first(written: str) -> bool:
    """Whether some phrase begins with the word that is written so, remembered."""
    words = words_of(written[:2] if "\u3000" < written < "\ua000" else written)
    return not words or words[0] in phrases().firsts


def _may_begin(bare: str, known: Phrases) -> bool:
    """Whether some phrase has the first one or two words of a block."""
    if not (written := bare.split(None, 2)):
        return False
    opening = words_of(written[0][: 2 if "\u3000" < written[0] < "\ua000" else _WORD])
    if not opening:  # a picture, which folds to nothing
        return len(written) > 1 and _may_begin(bare[len(written[0]) :], known)
    if opening[0] not in known.firsts:
        return False
    if len(opening) == 1 and len(written) > 1:
        opening += words_of(written[1][:_WORD])
    return opening[:1] in known.openings or opening[:2] in known.openings


def _ends(text: str) -> bool:
    """Whether the block ends with a phrase of the table."""
    last = text[-_WORD:].rsplit(None, 1)
    if not last:
        return False
    written = last[-1].rstrip(_CLOSING)
    known = phrases()
    if (written[-2:] if written > "\u3000" else written) not in known.lasts:
        return False
    words = spaced(words_in(text))
    return any(len(text) <= limit and words.endswith(phrase) for phrase, limit in known.ends)


def _is_whole(words: list[str], text: str, wholes: Mapping[str, bool]) -> bool:
    keys = [key_of(words)]
    if keys[0] not in wholes:
        keys = [key for part in _IN_A_ROW.split(text) if (key := key_of(words_in(part)))]
    alone = not _is_enclosed(text)
    return bool(keys) and all(key in wholes and not (wholes[key] and alone) for key in keys)


def _is_enclosed(text: str) -> bool:
    """Whether brackets stand around a block, or dashes as agencies set them: "-more-", "/Fim"."""
    bare = _GAPS.sub("", text).strip(".…")
    if bare[-1:] in CLOSERS:  # "--(ANSA)"
        bare = bare.lstrip(_DASHES)
    if bare[:1] == "/" and bare.lstrip("/").isalpha():
        return True
    around = ((OPENERS, CLOSERS), (_DASHES, _DASHES))
    return len(bare) > 2 and any(bare[0] in opens and bare[-1] in ends for opens, ends in around)


def _is_row(text: str) -> bool:
    """Whether it is names of networks alone, bars or slashes between: "Facebook | X"."""
    parts = _BARS.split(text)
    return len(parts) > 1 and all(
        not part.strip() or key_of(words_in(part)) in phrases().rows for part in parts
    )


def _contains(text: str) -> bool:
    known = phrases()
    if known.anchors.isdisjoint(text.split()) and not (
        text[-2:] > "\u3000" and known.ideographs.search(text)
    ):
        return False
    words = spaced(words_in(text))
    return any(len(text) <= limit and phrase in words for phrase, limit in known.inside)


def _is_rule(text: str) -> bool:
    """Whether it is a line drawn with at least three signs: -----, ***, ×××."""
    if not text or text[0] not in _RULE or text[-1] not in _RULE or text[len(text) // 2].isalnum():
        return False
    return len(drawn := _GAPS.sub("", text)) >= 3 and not drawn.strip(_RULE)


@functools.cache
def _markers() -> tuple[Set[str], Mapping[str, str]]:
    """The first words of serial markers, and the form of each marker by its key."""
    rows = [(words_in(row["marker"]), row["form"]) for row in read_table("serial_markers.tsv")]
    return {words[0] for words, _ in rows}, {key_of(words): form for words, form in rows}


def is_continuation(text: str) -> bool:
    """Whether a block, trimmed, is a serial marker alone: the story goes on elsewhere.

    A marker whose `form` in `data/serial_markers.tsv` is `alone` needs no brackets; one of form
    `dots` needs them or an ellipsis at its end, one of form `brackets` needs them.

    >>> is_continuation("(MORE)"), is_continuation("To be continued..."), is_continuation("More")
    (True, True, False)
    """
    if len(text) > _LONGEST_MARKER:
        return False
    bare = text.strip(LEADING)
    first = words_of(bare.split(None, 1)[0]) if bare else ()
    firsts, forms = _markers()
    if not first or first[0] not in firsts:
        return False
    words = words_in(bare)
    form = None if '"' in words else forms.get(key_of(words))
    if form is None or any(map(str.isdigit, words)):
        return False
    if form == "alone" or _is_enclosed(text):
        return True
    return form == "dots" and _GAPS.sub("", text).endswith(("…", ".."))
