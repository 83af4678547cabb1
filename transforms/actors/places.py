"""Whether a capital is named as its state or as a place: met in Moscow, Moscow airport.

A capital counts as its state unless a word beside it makes it a place (data/cues.tsv): before it a
preposition of place (in_before) or of direction together with a word of motion (to_before and
motion), a thing that is in towns (thing_before: airport, university, treaty) or the word "capital";
behind it such a thing (thing_after), a postposition (in_after) or an ending of place (suffix_in).
A Russian verb of speech without a subject (says_after) makes it an actor: "В Москве заявили".
French à, Italian a and Spanish por are of place unless something is asked, sent or said (at_before,
asks); nor does one ask the way in "the request of Caracas to Bogotá".
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.cues import Found
from transforms.actors.scene import PEOPLE, PLACES, WINDOW, Scene

Rules = Sequence[frozenset[str]]
"""The rules of each of some words."""

_DIRECTIONS = frozenset({"to_before", "from_before"})
_LONGEST_WAY = 25
_YEAR = 4
_LONG_WORD = 5
_LONGEST_THING = 10
_WORDS_OF_WAY = 3
_WORDS_OF_MOTION_BEFORE = 6
_WORDS_OF_MOTION_AFTER = 3


def is_place(scene: Scene, index: int) -> bool:
    """Whether the capital found there is a place only."""
    found, known = scene.found[index], scene.cues
    if known.run_on:
        tail = scene.folded[found.end : found.end + 6]
        return (
            known.at_end("in_before", scene.folded[max(0, found.start - 4) : found.start])
            or known.at_start("in_after", tail)
            or known.at_start("thing_after", tail)
        )
    if known.has("prefix_in", found.prefix) or known.has("suffix_in", found.suffix):
        return True
    last, following = scene.neighbours(found)
    behind = known.rules(following)
    if "says_after" in behind:  # Russian: "in Moscow (they) said"
        return False
    if "in_before" in known.rules(last) or "thing_after" in behind or "in_after" in behind:
        return True
    if following.isdigit() and len(following) == _YEAR:  # London 2012
        return True
    if known.at_start("thing_glued", scene.folded[found.end : found.end + _LONGEST_THING]):
        return True
    if _follows_a_place(scene, index) or _is_called_capital(scene, index):
        return True
    rules = [known.rules(word) for word in scene.before(found.start - len(found.prefix))]
    if _is_a_governments(rules):
        return False
    return (
        _is_a_things(rules)
        or _is_where_or_whither(scene, index, rules)
        or _is_part_of_a_title(scene, index)
    )


def _is_part_of_a_title(scene: Scene, index: int) -> bool:
    """Whether another word of a proper name stands beside it: Paris St-Germain, Dion Dublin."""
    found, text = scene.found[index], scene.text
    if not scene.cues.capitalised or not text[found.start].isupper():
        return False
    before, after = scene.neighbours(found)
    left, right = found.start - 1 - len(before), found.end + 1
    beside = [scene.found[other] for other in scene.beside(index)]
    follows = (
        before[:1].isalpha()
        and text[left].isupper()
        and text[max(0, left - 2) : left].strip()[-1:].isalnum()
        and all(other.end != found.start - 1 for other in beside)
    )
    leads = (
        after.isalpha() and text[right].isupper() and all(other.start != right for other in beside)
    )
    return (follows or leads) and _is_running_text(scene, index)


def _is_running_text(scene: Scene, index: int) -> bool:
    """Whether long words begin with small letters around, unlike in a headline of capitals."""
    found = scene.found[index]
    around = scene.text[max(0, found.start - WINDOW) : found.end + WINDOW].split()[1:-1]
    long = [word for word in around if len(word) >= _LONG_WORD and word.isalpha()]
    return sum(word[0].islower() for word in long) * 3 > len(long)


def _is_a_things(before: Rules) -> bool:
    """Whether a thing that is in towns bears its name: the University of London."""
    for rules in reversed(before):
        if "of" not in rules and "article" not in rules:
            return "thing_before" in rules
    return False


def _is_a_governments(before: Rules) -> bool:
    """Whether those who rule there are named by it: the government of Baghdad accused Ankara."""
    for number, rules in enumerate(reversed(before)):
        if "of" not in rules and "article" not in rules:
            return number > 0 and "classifier_before" in rules and "thing_before" not in rules
    return False


def _is_where_or_whither(scene: Scene, index: int, before: Rules) -> bool:
    """Whether a preposition, or an ending, says that something is, goes or comes from there."""
    found, known = scene.found[index], scene.cues
    plain = [rules for rules in before if "article" not in rules]
    # the last word, and the last that is no article: a word may be both (Portuguese a)
    last = frozenset().union(*before[-1:], *plain[-1:])
    said = frozenset().union(*plain[-_WORDS_OF_MOTION_BEFORE:])
    if "in_before" in last:
        return True
    if "at_before" in last:
        return "asks" not in said
    coming = "from_before" in last
    if coming or "to_before" in last or _is_dative(scene, found):
        if "asks" not in said and _is_an_end_of_a_way(scene, index, plain):
            return True
        if ("motion_from" if coming else "motion") in said:
            return True
        return any(known.has("motion_after", word) for word in _soon(scene, found))
    return known.has("suffix_from", found.suffix) and any(
        known.has("motion_from", word) for word in _soon(scene, found)
    )


def _soon(scene: Scene, found: Found) -> list[str]:
    return scene.after(found.end)[:_WORDS_OF_MOTION_AFTER]


def _is_dative(scene: Scene, found: Found) -> bool:
    return scene.cues.has("prefix_to", found.prefix) or scene.cues.has("suffix_to", found.suffix)


def _is_an_end_of_a_way(scene: Scene, index: int, before: Rules) -> bool:
    """Whether it is one end of a way: from Beirut to Paris, from Manchester to London."""
    if len(before) >= _WORDS_OF_WAY and before[-_WORDS_OF_WAY] & _DIRECTIONS:
        return True
    here = scene.found[index]
    if index + 1 == len(scene.found) or scene.found[index + 1].names[0].kind not in PLACES:
        return False
    there = scene.found[index + 1]
    if there.start - here.end > _LONGEST_WAY:
        return False
    words = scene.folded[here.end : there.start].split()
    between = frozenset().union(*map(scene.cues.rules, words))
    return "and" not in between and bool(between & _DIRECTIONS)


def _follows_a_place(scene: Scene, index: int) -> bool:
    """Whether "and" or a comma alone parts the name from one that was a place."""
    return index - 1 in scene.places and scene.parted_by_and(index - 1, index)


def _is_called_capital(scene: Scene, index: int) -> bool:
    """Whether the word "capital" introduces it: the (Russian) capital(,) Moscow."""
    start = scene.found[index].start
    words = [word.strip("،,") for word in scene.folded[max(0, start - 40) : start].split()[-3:]]
    if words and scene.cues.has("capital_noun", words[-1]):
        return True
    if not index:
        return False
    previous = scene.found[index - 1]
    adjacent = not scene.folded[previous.end : start].strip(" ،,")
    return (
        adjacent
        and previous.names[0].kind in PEOPLE
        and any(scene.cues.has("capital_noun", word) for word in words[:-1])
    )
