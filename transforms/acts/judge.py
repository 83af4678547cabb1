"""Whether a cue is an act at all, and how it is put: negated, asked, supposed.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.acts.english import is_attribute, is_done_by, opens_condition
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.romance import may_be_participle
from transforms.acts.scene import WORD, Region, Scene, words_before

_NEGATION_WORDS = 3
_FARTHEST = 100
_BEHIND = 12
"""Code points before a cue in which "if" stands, and behind it in which "not" does."""
_NEGATED_BEHIND = frozenset(("de", "fr"))
_NO_OBJECT = ((), ("!",))
"""The marks of verbs of blame: those of the second are so only from known speakers."""
GOVERNED = frozenset(("noun", "infinitive", "blame"))
"""Frames of what another cue before them governs: they bound no clause."""
TOLD_AHEAD = frozenset(("promise", "threat"))
"""Types that are of the future by what they are."""
COMMAS = frozenset(",،，")
_HISTORY = re.compile(r" 1(?<=(?:عام|سن[هة]) 1)(?:[0-8]\d\d|9[0-4]\d)(?!\d)")
"""A year before 1950, called so: not the number of a resolution."""
GOES_ON = "…"
"""Opens the lemma of what follows an Arabic verb and its subject: ... on the need to."""
_WHAT = frozenset(("ما", "بما", "لما", "مما", "عما"))
_PRESENT = ("ي", "ت")
"""What Arabic verbs begin with of which it may be told that they may happen, not that they have."""
_AHEAD = ("would", "future")
_OPEN = ("if", "whether")
_NEAR_RELATIVE = 11
"""Code points from a party to the verb behind the relative that is about it."""


def _is_supposed(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a cue is supposed, or left open whether it will be."""
    text = region.text
    if tables.search("whether", text, max(region.start, hit.start - 40), hit.end + 4):
        return True
    if tables.verb_first and text[max(0, hit.start - 2) : hit.start].strip() == "ف":
        return False  # what follows from the condition
    if tables.verb_last:
        return False  # the condition of a threat stands inside of what is threatened
    found = tables.search("if", text, max(region.start, hit.start - _FARTHEST), hit.start)
    if found is None or not COMMAS.isdisjoint(text[found.end() : hit.start]):
        return False
    return tables.search("then", text, found.end(), hit.end) is None


def is_negated(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether the cue stands behind "not", or in French and German before it."""
    text = region.text
    if tables.unspaced:
        return text[: hit.start].endswith(tuple(tables.words("not")))
    start = max(region.start, hit.start - 40)
    found = tables.search("not", text, start, hit.start)
    while found is not None:
        gap = text[found.end() : hit.start]
        words = WORD.findall(gap)
        near = len(words) < _NEGATION_WORDS and COMMAS.isdisjoint(gap)
        if near and tables.words("affirmed").isdisjoint(words[:1]):
            return True  # but "not cease to" is to go on, and Arabic "not that" is but
        found = tables.search("not", text, found.end(), hit.start)
    if tables.language not in _NEGATED_BEHIND or tables.search("not", text, hit.start, hit.end):
        return False
    behind = tables.search("not", text, hit.end, min(region.end, hit.end + _BEHIND))
    return behind is not None and not WORD.findall(text[hit.end : behind.start()])


def is_deed(hit: Hit) -> bool:
    """Whether a word of blame is a verb: whoever did it is blamed, never whom it was done to."""
    return hit.cue.frame == "blame" and hit.cue.addressee in _NO_OBJECT


def is_voiced(scene: Scene, hit: Hit) -> bool:
    """Whether a word of blame stands in somebody's words or behind a label: else it is no act."""
    if scene.voice_at(hit.start) is not None:
        return True
    return ":" in scene.folded and scene.folded.endswith(":", 0, scene.region(hit.start).start)


def is_long_ago(region: Region) -> bool:
    """Whether an Arabic sentence tells of a year that is history, not of today's news."""
    text, start, end = region.text, region.start, region.end
    return text.find(" 1", start, end) >= 0 and _HISTORY.search(text, start, end) is not None


def is_noun(tables: Grammar, region: Region, hit: Hit, head: Sequence[str]) -> bool:
    """Whether the form of a verb stands as a noun: una protesta, India's offer.

    head: the last words before it.
    """
    last = head[-1] if head else ""
    if last in tables.words("determiner"):
        return hit.cue.lemma[:1] != GOES_ON  # insisted "on" his innocence
    if hit.cue.lemma in tables.words("naming"):  # what it called terror, which it considers one
        return last in _WHAT or is_relative(tables, head)
    if tables.language != "en":
        return False
    if not head and is_attribute(region, hit):
        return True
    named = [group for group in region.groups if group.end <= hit.start][-1:]
    owned = bool(named) and named[0].adjective  # a Danish protest
    gap = region.text[named[0].end - 1 : hit.start] if owned else ""
    return gap[:1] != "s" and gap[1:].isspace()  # but Tunisians protest


def is_passive(tables: Grammar, region: Region, hit: Hit) -> bool:
    """Whether the subject is not who acts: was rejected, is demanded."""
    if hit.cue.frame == "passive":
        return True
    if hit.cue.frame != "verb":
        return False
    if tables.language == "en":
        if region.text[hit.start : hit.end].partition(" ")[0].endswith("ing"):
            return False
        if is_done_by(region, hit):
            return True
        head = words_before(region, hit.start, 3)
        if not tables.words("and").isdisjoint(head[-1:]):
            return False  # was disappointed and asked for
    most = 3
    if not may_be_participle(tables.language, region.text, hit):
        return False  # eso es lo que pidió París
    if tables.language == "de":
        form, most = region.text[hit.start : hit.end], 12  # behind its objects
        if not (form.endswith("t") or "ge" in form):
            return False
    return not tables.words("passive").isdisjoint(words_before(region, hit.start, most))


def is_relative(tables: Grammar, head: Sequence[str]) -> bool:
    """Whether a verb behind these words is that of a relative clause."""
    return bool(head) and head[-1].removeprefix("و") in tables.words("relative")


def is_by_the_way(tables: Grammar, region: Region, hit: Hit, head: Sequence[str]) -> bool:
    """Whether an Arabic relative tells of a thing what was once done: the deal he refused."""
    if not tables.verb_first or not is_relative(tables, head):
        return False
    first = WORD.search(region.text, hit.start, hit.end)
    if first is None or first[0].startswith(_PRESENT):
        return False
    if head[-2:][0] in tables.words("time"):
        return False  # at the time that he refused
    named = [group.end for group in region.groups if group.end <= hit.start]
    return not named or hit.start - named[-1] > _NEAR_RELATIVE


def modality(scene: Scene, region: Region, hit: Hit, head: Sequence[str]) -> str | None:
    """How an act is put: asserted, conditional, future or reported; None if nothing is done yet.

    Nothing is where it is asked, supposed or negated, but "must not" demands. head: see `is_noun`.
    """
    tables, text, must = scene.grammar, region.text, hit.cue.frame == "must"
    start, end = region.start, region.end
    if scene.passage.text[start:end].rstrip(" \"'”»").endswith(("?", "؟", "？")):
        return None
    if must and (opens_condition(scene, hit) or not WORD.search(text, start, hit.start)):
        first = WORD.search(text, hit.start, hit.end)
        if first is not None and first[0] in tables.words("inverted"):
            return None  # Should Iran attack, ...; Sollte Kiew angreifen, ...
    # hearsay far behind is what the act is about: rejects the alleged breach
    found = tables.found("mood", text, start, min(end, hit.end + _BEHIND))
    if found:
        if not tables.words(_OPEN).isdisjoint(found) and _is_supposed(tables, region, hit):
            return None
        if not (must or tables.words("not").isdisjoint(found)) and is_negated(tables, region, hit):
            return None
        if not tables.words("hearsay").isdisjoint(found):
            return "reported"
    cue, ahead = text[hit.start : hit.end].split(), tables.words(_AHEAD)
    if cue[0] not in ahead and ahead.isdisjoint(head):
        return "asserted"  # as mostly
    words = [*head]
    if tables.verb_first and not cue[0].startswith(_PRESENT):
        words = [word for word in words if word not in tables.words("perfect")]
    if hit.cue.type not in TOLD_AHEAD and tables.words("not").isdisjoint(cue):
        words += cue[:1]  # will demand
    if not tables.words("would").isdisjoint(words):
        return "conditional"
    if not tables.words("future").isdisjoint(words):
        return "future"
    return "asserted"
