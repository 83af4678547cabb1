"""What is announced, by its worth: benefit is promised, harm is threatened.

The same verbs announce both in Arabic: will go on with the pressure, with the aid. The first word
behind the cue that has a worth tells, turned around behind one that ends what it is about: an end
of the aid, an end of the blockade. Offsets are code points into the passage's text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from transforms.acts.clause import Clause
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.lists import CODES
from transforms.acts.notation import Cue
from transforms.acts.scene import WORD, Region, first_words

_MOST_WORDS = 14
"""Words behind a cue in which it is told what is announced."""
_FARTHEST = 120
_PASSED = (("علي", "عن", "ضد"), ("علي", "عن", "ضد", "من"))
"""Prepositions before what is announced, and before what is ended."""
_KINDS = ("ends", "hurts", "evils", "goods", "ills")
"""Kinds of the words that have a worth, or turn one around."""
_AGREES = ("اتفق", "وافق", "توصل", "وقع", "قبل", "استجاب")
_GLUED = re.compile(r"(?:[وف](?=\w{3}))?(?:بال|لل|ال|[بلك]|س[يتنا])?(\w{2,}?)(?:ها|هما|هم|ه|نا)?")
_FUTURE = re.compile(r"[وف]?(?:س[يتنا]|[يتنا])(\w{2,})")
_SIGNS = re.compile("[.،,:؛]")
_ANNOUNCING = Cue("promise", "verb", "", (), "", "", "")


def _retyped(cue: Cue, kind: str) -> Cue:
    """A cue as it is where its clause makes another act of it."""
    plover, cameo = CODES[kind]
    return Cue(kind, cue.frame, cue.lemma, cue.addressee, plover, "", cameo)


def valued(clause: Clause) -> Cue | None:
    """What an Arabic promise or threat is by the worth of what it announces; None of things."""
    hit, region, tables = clause.hit, clause.region, clause.scene.grammar
    cue, behind = hit.cue, WORD.match(region.text, hit.end + 1, region.end)
    if cue.frame == "verb" and behind is not None and behind[0] in tables.words("these"):
        return None  # this will
    if region.text.startswith(_AGREES, hit.start):
        return cue
    worth, ended = _worth(tables, region, hit)
    if cue.type == "threat":
        return _retyped(cue, "promise") if ended and worth > 0 else cue
    return _retyped(cue, "threat") if worth < 0 or is_or_else(tables, region) else cue


def is_or_else(tables: Grammar, region: Region) -> bool:
    """Whether what is announced will be if somebody does not do what he should: unless he stops."""
    return tables.has("failing", region.text, region.start, region.end)


def announced(tables: Grammar, region: Region, start: int, end: int) -> str:
    """What a verb of the future at a place of an Arabic text does: threatens or promises."""
    worth, _ = _worth(tables, region, Hit(start, end, _ANNOUNCING))
    return "threat" if worth < 0 else "promise"


@functools.lru_cache(maxsize=1024)  # the forms of a table come again and again
def _verbs(form: str) -> Sequence[str]:
    """The words of a cue, its verb without the letters of the future."""
    words = form.split()
    future = _FUTURE.fullmatch(words[-1 if words[0].endswith("سوف") else 0])
    return (*((future[1],) if future is not None else ()), *words[1:])


def _worth(tables: Grammar, region: Region, hit: Hit) -> tuple[int, bool]:
    """1 for benefit, -1 for harm, 0 where no word tells; and whether something is ended."""
    text, end, ended = region.text, hit.end, False
    stop = min(region.end, end + _FARTHEST)
    sign = _SIGNS.search(text, end, stop)
    behind = first_words(text[end : sign.start() if sign is not None else stop], _MOST_WORDS)
    words = [*_verbs(text[hit.start : end]), *behind]
    known, blocks = tables.words(_KINDS), tables.words("blocks")
    for number, word in enumerate(words):
        if word in blocks and number and word not in _PASSED[ended]:
            break
        stem = word if word in known else _stem(word, known)
        if stem not in known:
            continue
        if stem in tables.words("ends"):
            ended = not ended
        elif stem in tables.words("hurts"):
            following = words[number + 1 : number + 3]
            ills = tables.words("ills")
            fights = any(_stem(one, ills) in ills or one in ills for one in following)
            return (1 if ended or fights else -1), ended
        elif ended and stem in tables.words("evils"):
            return 1, ended
        elif ended and stem in tables.words("goods"):
            return -1, ended
    return 0, ended


def _stem(word: str, known: frozenset[str]) -> str:
    """A word without what is glued to it; the end of a known feminine is none of it."""
    glued = _GLUED.fullmatch(word)
    if glued is None:
        return word
    whole = word[glued.start(1) :]
    return whole if whole in known else glued[1]
