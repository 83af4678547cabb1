"""The subject of an Arabic verb: behind it, unless it stands right before it.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.acts.arabic import (
    ADJECTIVES,
    PRESENT,
    agrees,
    antecedent,
    bears_object,
    is_headline,
    is_masculine,
    is_of_faction,
    is_of_people,
    resumes,
)
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.judge import GOES_ON
from transforms.acts.marks import blocked, governors, has_marker
from transforms.acts.notation import fold_form
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, first_words, last_words
from transforms.acts.subject import ELIDED, NEAR_WORDS, UNKNOWN, Missing, Subject

_PLURAL = ("وا", "ون")
"""What a verb of the plural ends with, as it is only where its subject is before it."""
_HIMSELF = ("that", "pronoun", "home")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
"""What Arabic glues to "that": that he."""
_THEIRS = ("ها", "هم")
_LEAST_GLUED = 3
"""Letters of the shortest word that a preposition is glued to, with it."""
_FEMININE = ("ه", "ات")
"""Ends of nouns that no verb of the masculine has for its subject."""
_PARTICIPLES = ("ا", "ه", "ين")
"""Ends of words that open with م and tell what somebody does besides: accusing."""
_OFFICIAL = ("officer", "institution", "seat")
_KNOWN = (*_OFFICIAL, "office", "cabinet", "listing", "that", "time", "blocks")
"""Kinds of words that stand for a party told of before, or for none, behind a verb."""
_WITH_HIM = (*ADJECTIVES, "ون")
"""Ends of names that are adjectives or plurals: a verb of the masculine may have them behind it."""
_OTHERS = ("bodies", "faction")
_UNNAMED = ("bodies", "nameless")
_FARTHEST, _FEW = 60, 3
"""Code points and words before a verb in which others than parties are its subject."""
_NEAR, _NEXT = 20, 40
"""Code points before a verb in which a party is its subject, and behind it if no party is."""
_NO_NAMES = ("that", "clause", "listing")
"""Kinds of words behind which the subject of a verb stands no more before it."""
_IN = frozenset(("في", "ب+", "لدى", "باسم"))


def verb_first(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Subject:
    """Arabic: the subject stands behind the verb, unless it stands right before it."""
    text, start, words = region.text, hit.start, grammar.words
    joined = text[start - 1 : start].isalpha()  # و or ف begins a new clause
    before = [] if joined else last_words(text[max(floor, start - _FARTHEST) : start], _FEW)
    elided = ELIDED if words(_OTHERS).isdisjoint(before) else UNKNOWN  # the court ordered
    last = before[-1] if before else ""
    if last:
        if last in words(_HIMSELF) and last.endswith(_PRONOUNS):
            return elided  # that he demands, but she wants
        who = last.removeprefix("و")
        whose = resumes(grammar, text, hit, who) and _told_behind(grammar, region, hit, right)
        if isinstance(whose, Group):
            return whose  # the group that Ankara blames
        if who in words("relative") and agrees(grammar, text, hit, who):
            return antecedent(text, hit, left)
    verb = text[start : hit.end].partition(" ")[0]
    if verb in words("participle") or (verb[0] == "م" and verb.endswith(_PARTICIPLES)):
        return elided  # he said, accusing Iran
    near = left and not joined and start - left[-1].end < _NEAR
    if near and right and right[0].start == hit.end + 1 and text[left[-1].end : start] == "، ":
        near = not right[0].plain or _beside(grammar, text, hit, right[0]) is ELIDED
    if near and last not in words(_NO_NAMES) and not blocked(grammar, text, left[-1]):
        others = is_of_people(grammar, region, left[-1]) or is_of_faction(grammar, text, left[-1])
        beside = text[left[-1].end : start].split() if elided is UNKNOWN else ()
        return UNKNOWN if others or not words(_OTHERS).isdisjoint(beside) else left[-1]
    dual = verb[0] in PRESENT and verb.endswith("ان")
    if dual or verb.endswith(_PLURAL) or hit.cue.lemma[:1] == GOES_ON:
        people = not left and grammar.search("bodies", text, region.start, start)
        return UNKNOWN if people else elided
    if last and text[start] in PRESENT:
        if is_headline(region):
            return left[0] if left else ELIDED
        if not left and not words("bodies").isdisjoint(
            text[max(floor, start - _FARTHEST) : start].split()
        ):
            return UNKNOWN  # but groups of doctors criticise
    opening = [] if left or joined else text[region.start : start].split()
    if len(opening) > 2 and opening[0].removeprefix("و") in words("was"):
        return UNKNOWN  # the watchdog had asked Bahrain
    goes_on = joined and right and hit.cue.lemma in words("shared")
    if goes_on and region.groups[0].end < start and _is_object(grammar, text, right):
        return elided  # X spoke, and called on Iran to
    found = _told_behind(grammar, region, hit, right)
    if found is UNKNOWN and joined and floor > region.start:
        return ELIDED  # X refused, and asked the north
    return elided if found is ELIDED else found


def _told_behind(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Subject:
    """Whether the party behind a verb is its subject, its object or neither."""
    text, words = region.text, grammar.words
    if not right:
        return _unnamed(grammar, first_words(text[hit.end : min(region.end, hit.end + _NEXT)], 2))
    named = right[0]
    between = text[hit.end : named.start]
    gap = between.split()
    own = text[named.start : named.end].partition(" ")[0]
    head = next((word for word in gap if word not in words("time")), own)
    feminine = head.endswith(_FEMININE) and head not in words("masculine")
    feminine |= head in words("feminine")
    if feminine and hit.cue.addressee[:1] == ("_",) and is_masculine(grammar, text, hit):
        return ELIDED  # he criticised the authority
    if not gap:
        return _beside(grammar, text, hit, named)
    if not "".join(gap).isalnum():
        gap = WORD.findall(between)
    first = gap[0] if gap else ""
    official = first in words(_OFFICIAL) and len(gap) <= NEAR_WORDS + 2
    official = official and has_marker(grammar, text, named, _IN)
    if official and (first[:2] != "ال" or all(word[:2] == "ال" for word in gap[:-1])):
        return named  # a senior official in the UN
    if first in words("resumed"):
        gap = gap[1:]  # to which the Council called
    if gap[1:2] and gap[1] in words("of"):
        gap = gap[2:]  # each of Egypt and Jordan
    first = gap[0] if gap else ""
    definite = first.startswith("ال")
    two = definite and (gap[1:] or text[named.start : named.end].split())[0] in words("seat")
    if two or first in words(("listing", "world")):
        return ELIDED  # the statement, the envoy: of whom told before
    if gap and gap[-1] == "و" and first in words(_UNNAMED):
        return named  # rights groups and the Union
    is_verb = hit.cue.frame == "verb"
    if is_verb and gap and gap[-1].endswith(_THEIRS):
        among = grammar.search("among", text, hit.end, named.start)
        if among is not None and text[among.end() : named.start].isspace():
            return named  # Western states, at their head France
    governed = not words(("blocks", "that", "relative")).isdisjoint(gap)
    if governed and is_verb and not words("relative").isdisjoint(gap):
        if first in words("plan") and not words("relative").isdisjoint(gap[:_FEW]):
            return named  # the plan that the Council adopted
        known = first in words((*_KNOWN, "these"))
        return ELIDED if known else UNKNOWN  # the ministers refuse what Oslo wants
    governed = governed and not words(("blocks", "that")).isdisjoint(gap)
    if governed or blocked(grammar, text, named, governors(grammar, text, named, hit.end)):
        return _unnamed(grammar, gap)
    if not gap:
        return _beside(grammar, text, hit, named)
    if gap[0] in words("masculine") and _is_feminine(text, hit):
        return ELIDED  # she urged the president
    bodies, two_words = words("bodies"), map(" ".join, itertools.pairwise(gap[:3]))
    if not (bodies.isdisjoint(gap[:3]) and bodies.isdisjoint(two_words)):
        return UNKNOWN
    transitive = hit.cue.lemma in words("transitive") and not named.office
    if transitive and not bears_object(text, hit) and _is_object(grammar, text, right):
        return UNKNOWN  # the report accuses Iran of
    if not words("faction").isdisjoint(gap):
        return UNKNOWN  # leaders of the opposition
    if not definite:
        return named if first in words("institution") else ELIDED
    near = len(gap) < _FEW and between[-1].isspace() and text[named.start : named.start + 2] != "ال"
    if near and named.plain and gap == between.split():
        return UNKNOWN if first in words("report") else _unnamed(grammar, gap)  # they accuse Doha
    masculine = words("masculine") if first[-2:] == "ين" else ()
    return ELIDED if masculine and masculine.isdisjoint((first, first[:-2])) else named


def _beside(grammar: Grammar, text: str, hit: Hit, named: Group) -> Subject:
    """Whether a party right behind a verb is its subject."""
    name = text[named.start : named.end]
    if name.split(None, 1)[0] in grammar.words("masculine"):
        of_state = named.plain and named.principals[0].startswith("state:")
        return ELIDED if not of_state and _is_feminine(text, hit) else named
    if name.endswith(_WITH_HIM):
        return named
    his = is_masculine(grammar, text, hit) and named.plain  # he called on Israel
    return ELIDED if his or (named.adjective and name.endswith("ين")) else named  # on the Danes


def _is_feminine(text: str, hit: Hit) -> bool:
    """Whether a verb is of the feminine singular, as of no masculine name behind it."""
    verb = text[hit.start : hit.end]
    if verb[0] != "ت" or verb[-1] == "ت":
        return verb[-1] == "ت"
    return verb[1:-1] == fold_form(hit.cue.lemma)[:-1]  # tad'u of da'a


def _unnamed(grammar: Grammar, gap: Sequence[str]) -> Missing:
    """Who acts where no party stands behind a verb: the farmers, or somebody told of before."""
    others = grammar.words(("bodies", "nameless"))
    if not gap:
        return ELIDED
    if gap[0] in others or " ".join(gap[:2]) in others:
        return UNKNOWN
    known = not gap[0].startswith("ال") or gap[0] in grammar.words(_KNOWN)
    return ELIDED if known or gap[0].endswith("ين") else UNKNOWN


def _is_object(grammar: Grammar, text: str, right: Sequence[Group]) -> bool:
    """Whether the one party behind a verb is its object.

    Its complement ("of", "to") follows, where the object of a subject there would stand.
    """
    follows = WORD.match(text, right[0].end + 1)
    if follows is not None and follows[0] in grammar.words("time"):
        follows = WORD.match(text, follows.end() + 1)
    if follows is None or any(group.start <= follows.start() < group.end for group in right[1:2]):
        return False
    word = follows[0]
    glued = word[:1] == "ب" and len(word) >= _LEAST_GLUED and word not in grammar.words("blocks")
    return glued or word in grammar.words("complement")
