"""What is announced, by its worth: benefit is promised, harm is threatened.

The same verbs announce both in Arabic: will go on with the pressure, with the aid. The first word
behind the cue that has a worth tells, turned around behind one that ends what it is about: an end
of the aid, an end of the blockade. Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.arabic import PRESENT
from transforms.acts.clause import Clause
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.judge import is_relative
from transforms.acts.lists import CODES
from transforms.acts.notation import Cue
from transforms.acts.scene import WORD, Region, words_before

_MOST_WORDS = 14
"""Words behind a cue in which it is told what is announced."""
_FARTHEST = 120
_FARTHEST_CAUSE = 220
"""Code points from a cue to what it answers: in retaliation for."""
_OF_PARTIES = ("office", "institution", "seat", "time", "relative", "both")
_ENDANGERS = "هدد"
"""What may be said of a thing as well."""
_WITH = re.compile(r" ب(?!عد|ين|سبب|شكل|صور|القرب|لاد|دون|عض|شان)\w{3,}")
_FARTHEST_MEANS = 80
_RAISES = "رفع"
"""Ends a blockade, but not where it is a duty that is raised."""
_PASSED = (("علي", "عن", "ضد"), ("علي", "عن", "ضد", "من"))
"""Prepositions before what is announced, and before what is ended."""
_KINDS = ("ends", "hurts", "evils", "goods", "raised", "ills", "asked")
"""Kinds of the words that have a worth, or turn one around."""
_AGREES = ("اتفق", "وافق", "توصل", "وقع", "قبل", "استجاب")
_LONGEST_SUBJECT = 5
"""Words from "was" to what it was meant to do, past who meant it."""
_GLUED = re.compile(r"(?:[وف](?=\w{3}))?(?:بال|لل|ال|[بلك]|س[يتنا])?(\w{2,}?)(ها|هما|هم|ه|نا)?")
_FUTURE = re.compile(r"[وف]?(?:س[يتنا]|[يتنا])(\w{2,})")
_SIGNS = re.compile("[.،,:؛]")
_BEARS = re.compile(r" (?:عليها|عليه|عليهما|به|بها|بهما)(?!\w)")
"""Behind a verb of the past whose object stands before it: that he agreed "to it"."""


_ANNOUNCING = Cue("promise", "verb", "", (), "", "", "")


def retyped(cue: Cue, kind: str) -> Cue:
    """A cue as it is where its clause makes another act of it."""
    plover, cameo = CODES[kind]
    return cue._replace(type=kind, plover=plover, mode="", cameo=cameo)


def valued(clause: Clause) -> Cue:
    """What an Arabic promise or threat is by the worth of what it announces."""
    hit, region, tables = clause.hit, clause.region, clause.scene.grammar
    cue = hit.cue
    if cue.frame == "passive" or region.text.startswith(_AGREES, hit.start):
        return cue
    if cue.type == "threat":
        if tables.words("ends").isdisjoint(
            _stem(tables.words(_KINDS), one) for one in _verbs(region, hit)
        ):
            return cue  # says itself that it threatens
        worth, ended = _worth(tables, region, hit)
        return retyped(cue, "promise") if ended and worth > 0 else cue
    worth, _ = _worth(tables, region, hit)
    harms = worth < 0 or (not worth and _answers(tables, region, hit))
    return retyped(cue, "threat") if harms else cue


def announced(tables: Grammar, region: Region, start: int, end: int) -> str:
    """What a verb of the future at a place of an Arabic text does: threatens or promises."""
    worth, _ = _worth(tables, region, Hit(start, end, _ANNOUNCING))
    return "threat" if worth < 0 else "promise"


def is_thing(clause: Clause) -> bool:
    """Whether no party promises or threatens but a thing, or what was agreed to is told of."""
    hit, region = clause.hit, clause.region
    tables = clause.scene.grammar
    if hit.cue.frame != "verb":
        return False
    these = tables.words("these")
    before = words_before(region, hit.start, _LONGEST_SUBJECT)
    verb = region.text[hit.start : hit.end].partition(" ")[0]
    opening, before = before, before[-2:]
    if before and before[-1].removeprefix("و") in these:
        return tables.words("blocks").isdisjoint(opening[-3:])  # not "in the meantime of this"
    if len(before) > 1 and before[0] in tables.words("that") and _names_thing(clause, before[1]):
        return True
    behind = WORD.match(region.text, hit.end + 1, region.end)
    if behind is not None and behind[0] in these:
        return True
    if hit.cue.lemma == _ENDANGERS and verb[:1] in PRESENT:
        return not _may_endanger(clause)
    if hit.cue.type != "promise":
        return False
    if region.text.startswith(_AGREES, hit.start) and is_relative(tables, region, hit):
        return True
    told_of = _BEARS.match(region.text, hit.end, region.end)
    return bool(told_of) and not tables.words("relative").isdisjoint(opening)


def _names_thing(clause: Clause, word: str) -> bool:
    """Whether the subject right before a verb is a thing: that the talks will dwell on."""
    tables, region, hit = clause.scene.grammar, clause.region, clause.hit
    if not word.startswith("ال") or word in tables.words(_OF_PARTIES):
        return False
    return not any(0 <= hit.start - group.end <= 1 for group in region.groups)


def _may_endanger(clause: Clause) -> bool:
    """Whether somebody threatens, where a thing may endanger: with something, or a party does."""
    hit, region = clause.hit, clause.region
    named = {group.start for group in region.groups}
    end = min(region.end, hit.end + _FARTHEST_MEANS)
    if any(with_.start() + 1 not in named for with_ in _WITH.finditer(region.text, hit.end, end)):
        return True
    left = [group for group in region.groups if group.end <= hit.start]
    beside = bool(left) and not region.text[left[-1].end : hit.start].strip()
    return beside or not region.text[region.start : hit.start].strip(' "«')


def _verbs(region: Region, hit: Hit) -> list[str]:
    """The words of a cue, its verb without the letters of the future."""
    words = region.text[hit.start : hit.end].split()
    future = _FUTURE.fullmatch(words[-1 if words[0].endswith("سوف") else 0])
    return [*([future[1]] if future is not None else []), *words[1:]]


def _worth(tables: Grammar, region: Region, hit: Hit) -> tuple[int, bool]:
    """1 for benefit, -1 for harm, 0 where no word tells; and whether something is ended."""
    text = region.text
    stop = min(region.end, hit.end + _FARTHEST)
    words = _verbs(region, hit)
    sign = _SIGNS.search(text, hit.end, stop)
    words += WORD.findall(text, hit.end, sign.start() if sign is not None else stop)[:_MOST_WORDS]
    ended = False
    known = tables.words(_KINDS)
    for number, word in enumerate(words):
        if number and word in tables.words("blocks") and word not in _PASSED[ended]:
            break
        stem = _stem(known, word)
        if stem not in known:
            continue
        if stem in tables.words("ills"):
            return 1, ended
        if stem in tables.words("ends"):
            raised = [_stem(known, one) for one in words[number + 1 : number + 2]]
            lifts = stem != _RAISES or tables.words("raised").isdisjoint(raised)
            ended = ended != lifts
        elif stem in tables.words("hurts"):
            following = [_stem(known, one) for one in words[number + 1 : number + 3]]
            fights = not tables.words("ills").isdisjoint(following)
            return (1 if ended or fights else -1), ended
        elif ended and stem in tables.words("evils"):
            return 1, ended
        elif ended and stem in tables.words("goods"):
            return -1, ended
    return 0, ended


def _stem(known: frozenset[str], word: str) -> str:
    """A word without what is glued to it, unless it is known as it is."""
    if word in known:
        return word
    glued = _GLUED.fullmatch(word)
    if glued is None:
        return word
    if glued[2]:
        whole = word[glued.start(1) :]
        if whole in known:
            return whole
        if glued[1].endswith("ت") and not glued[1].endswith("ات"):
            return glued[1][:-1] + "ه"
    return glued[1]


def _answers(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether what is announced is an answer to what somebody did: in response to the sanctions."""
    end = min(region.end, hit.end + _FARTHEST_CAUSE)
    found = tables.search("retaliation", region.text, hit.end, end)
    if found is None:
        return False
    words = WORD.findall(region.text[found.end() : end])[:1]
    return not any(_stem(tables.words(_KINDS), word) in tables.words("asked") for word in words)
