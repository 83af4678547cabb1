"""Who issues an act and to whom: the parties around its cue, by the order of the language.

The issuer of a verb is the party that is its subject; somebody who is no party (a union, a farmer)
leaves it unknown, and the nearest name is never borrowed for him. Offsets are code points into
the passage's text.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.quotes.clauses import BLOT

_FARTHEST = 300
"""Code points from a cue to the party that is its subject."""
_MOST_BEFORE_SUBJECT = 9
"""Words between an Arabic verb and the name in its subject."""
_NEAR_WORDS = 2
_SUBJECT_FIRST = frozenset(("en", "zh"))
_IN_THE_CAPITAL = frozenset(("ru", "uk"))
"""Languages in which "they in the Kremlin" is a subject, and cases let objects go first."""
_MOST_IN_PHRASE = 3
_AGENT_BEFORE = frozenset(("de", "fa"))
"""Languages in which the passive's agent, with its preposition, stands before the verb."""
_GLUED = {"ar": frozenset("بلك"), "he": frozenset("בלמ"), "fa": frozenset()}
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
"""What Arabic glues to "that": that he."""
_AND_GLUED = {"ar": "وف", "he": "וה"}


class Missing(enum.Enum):
    """Why no party was found as a subject."""

    ELIDED = "nobody stands there, or a pronoun: whoever spoke last"
    SHARED = "the subject of the act before it in its sentence"
    UNKNOWN = "somebody who is no party"


Subject = Group | Missing


class Arguments(NamedTuple):
    """The subject of a cue, and the groups left of those that may be addressed."""

    subject: Subject
    others: Sequence[Group]


def active(grammar: Grammar, region: Region, hit: Hit, floor: int, ceiling: int) -> Arguments:
    """The subject of an active verb and the other parties of its clause.

    floor, ceiling: where the cue before it ends and the next one begins, or the region's edges.
    """
    left = [group for group in region.groups if floor <= group.start and group.end <= hit.start]
    right = [group for group in region.groups if hit.end <= group.start and group.end <= ceiling]
    if grammar.verb_last:
        return _verb_last(grammar, region, hit, floor, left, right)
    if grammar.verb_first:
        return _verb_first(grammar, region, hit, floor, left, right)
    opens = _verb_start(grammar, region, hit)
    closed = region.text[:opens].rstrip(' -—–"»”').endswith((",", BLOT)) and floor < hit.start
    if left and "," in region.text[left[-1].start : left[-1].end]:
        closed = closed and WORD.search(region.text, left[-1].end, opens) is not None  # apposition
    behind_it = _inverted(grammar, region, hit, right)
    if closed and behind_it is not None:
        return Arguments(behind_it, [group for group in right if group is not behind_it])
    if closed and _names_speaker(grammar, region, hit):
        return Arguments(Missing.ELIDED, right)  # X will answer, warned its minister
    subject = _before(grammar, region, hit.start, floor, left)
    if behind_it is not None and subject in (Missing.ELIDED, Missing.UNKNOWN):
        adverbs_only = subject is Missing.ELIDED or _inverts(grammar, region, hit, floor)
        if adverbs_only and grammar.language not in _SUBJECT_FIRST:
            return Arguments(behind_it, [group for group in right if group is not behind_it])
    if subject is Missing.UNKNOWN and grammar.language in _IN_THE_CAPITAL and left:
        head = WORD.findall(region.text[region.start : left[-1].start])
        if len(head) == 1 and len(WORD.findall(region.text[left[-1].end : hit.start])) <= 1:
            return Arguments(left[-1], right)  # В Кремле опровергли
    if grammar.language == "de" and isinstance(subject, Group):
        return _german(grammar, region, hit, floor, left, right, subject)
    return Arguments(subject, right)


def _verb_start(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb begins, with the auxiliary before its participle: "..., a averti"."""
    head = region.text[max(region.start, hit.start - 12) : hit.start].rstrip()
    last = WORD.findall(head)[-1:]
    if not grammar.romance or not last or last[0] not in grammar.words("auxiliary"):
        return hit.start
    return hit.start - 1 - len(last[0])


def _names_speaker(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether an official is named right behind a verb, whose country told the sentence."""
    words = WORD.findall(region.text[hit.end : hit.end + 60])[:2]
    office = grammar.words("institution") | grammar.words("pronoun")
    return not office.isdisjoint(words)


def _german(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
    subject: Group,
) -> Arguments:
    """Where a participle ends the clause, the first party is the subject, the others objects."""
    auxiliary = grammar.search("auxiliary", region.text, max(floor, region.start), hit.start)
    free = [group for group in left if not blocked(grammar, region.text, group)]
    if auxiliary is None or len(free) < 2:
        return Arguments(subject, right)
    before = [group for group in free if group.end <= auxiliary.start()]
    first = before[-1] if before else free[0]
    return Arguments(first, [group for group in left if group.start > first.start] + list(right))


def _inverts(grammar: Grammar, region: Region, hit: Hit, floor: int) -> bool:
    """Whether what stands before the verb may be no more than an adverbial."""
    words = WORD.findall(region.text[max(floor, region.start) : hit.start])
    return len(words) <= 5 or region.text[: hit.start].rstrip().endswith((",", "،"))


def _before(
    grammar: Grammar, region: Region, place: int, floor: int, left: Sequence[Group]
) -> Subject:
    """The subject that stands before a verb at a place."""
    text = region.text
    start = max(region.start, floor, place - _FARTHEST)
    edges = {group.end: group for group in left}
    position, strangers = place, 0
    words = list(WORD.finditer(text, start, place))
    if grammar.unspaced:
        return _before_unspaced(grammar, text, start, place, left)
    while words or edges:
        group = max(edges.values(), key=_end) if edges else None
        word = words[-1] if words else None
        if group is not None and (word is None or word.start() < group.end):
            del edges[group.end]
            while words and words[-1].end() > group.start:
                words.pop()
            position = group.start
            if blocked(grammar, text, group):
                strangers += 1
                continue
            return group
        if word is None:
            break
        words.pop()
        token = word[0]
        parted = any(sign in ",،" for sign in text[word.end() : position])
        relative = grammar.romance and token in grammar.words("relative")
        if group is not None and relative and not WORD.findall(text[group.end : word.start()]):
            return group  # to Kenya, qui souhaitait
        position = word.start()
        if not strangers and token in grammar.words("clitic"):
            continue
        if token in grammar.words("pronoun"):
            return Missing.ELIDED
        if token in grammar.words("bodies"):
            return Missing.UNKNOWN
        if token in grammar.words("that"):
            return Missing.UNKNOWN if strangers else Missing.ELIDED
        if token in grammar.words("and") and not strangers:
            return Missing.SHARED
        if token in grammar.words("not") or token in grammar.words("future"):
            continue
        if token in grammar.words("would") or parted:
            continue
        strangers += 1
    if floor > region.start:
        return Missing.SHARED
    return Missing.UNKNOWN if strangers else Missing.ELIDED


def _before_unspaced(
    grammar: Grammar, text: str, start: int, place: int, left: Sequence[Group]
) -> Subject:
    for group in reversed(left):
        if group.start < start:
            break
        if not blocked(grammar, text, group):
            body = grammar.search("bodies", text, group.end, place)
            return Missing.UNKNOWN if body is not None else group
    if grammar.search("bodies", text, start, place):
        return Missing.UNKNOWN
    return Missing.SHARED


def _end(group: Group) -> int:
    return group.end


def blocked(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a preposition stands before a party, so that it is no subject."""
    if grammar.unspaced:
        head = text[max(0, group.start - 2) : group.start]
        return any(head.endswith(word) for word in grammar.words("blocks"))
    return marker_before(grammar, text, group, grammar.words("blocks")) is not None


def marker_before(grammar: Grammar, text: str, group: Group, wanted: frozenset[str]) -> str | None:
    """The wanted word that governs a party: right before it, or before its article or adjective.

    A proclitic counts as itself and "+": "ل+".
    """
    start = group.start
    first = start
    while first and text[first - 1].isalpha():
        first -= 1
    glued = text[first:start].lstrip(_AND_GLUED.get(grammar.language, ""))
    if glued and grammar.language in _GLUED:
        if glued[-1] in _GLUED[grammar.language]:
            mark = f"{glued[-1]}+"
            return mark if mark in wanted or wanted is grammar.words("blocks") else None
        glued = ""
    window = text[max(min(first, group.free), first - 60) : first]
    cut = max(window.rfind(sign) for sign in '.:;!?،,"«»“”()')
    words: list[str] = WORD.findall(window[cut + 1 :])
    openers = grammar.words("that") | grammar.words("and") | grammar.words("pronoun")
    for word in reversed(words[-_MOST_IN_PHRASE:]):
        bare = word[1:] if word[:1] in _AND_GLUED.get(grammar.language, "") else word
        if word in wanted or bare in wanted:
            return word if word in wanted else bare
        if word in openers or bare != word or word.isdigit():
            break
    return None


def _inverted(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Group | None:
    """The party that stands behind a verb as its subject."""
    most = 2 if grammar.language in _IN_THE_CAPITAL else 1
    for group in right[:most]:
        gap = region.text[max(_governing(grammar, region, hit), group.free) : group.start]
        if (
            len(WORD.findall(gap)) > _NEAR_WORDS + 2
            or any(sign in gap for sign in ',،:;."«“')
            or grammar.search("that", gap, 0, len(gap))
            or grammar.search("bodies", gap, 0, len(gap))
        ):
            return None
        if not blocked(grammar, region.text, group) and not grammar.search(
            "blocks", gap, 0, len(gap)
        ):
            return group
    return None


def _governing(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb ends, before the preposition that its form may hold: asked of."""
    last = WORD.findall(region.text[hit.start : hit.end])[-1:]
    held = grammar.romance and last and last[0] in grammar.words("blocks")
    return hit.end - len(last[0]) if held else hit.end


def _verb_first(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Arguments:
    """Arabic: the subject stands behind the verb, unless it stands right before it."""
    text = region.text
    joined = bool(hit.start and text[hit.start - 1].isalpha())  # و or ف begins a new clause
    words = WORD.findall(text[max(region.start, floor, hit.start - 60) : hit.start])
    last = words[-1] if words and not joined else ""
    that = grammar.words("that")
    if last in that and last.endswith(_PRONOUNS):
        return Arguments(Missing.ELIDED, right)  # that he demands
    if last in grammar.words("relative"):
        return Arguments(_antecedent(grammar, text, hit, left), right)
    if left and not joined:
        group = left[-1]
        between = WORD.findall(text[group.end : hit.start])
        small = grammar.words("and") | that
        near = len(between) <= _NEAR_WORDS + 1 and not any(
            word in small or word[:1] == "و" or word in grammar.words("bodies") for word in between
        )
        if near and not blocked(grammar, text, group):
            return Arguments(group, right)
    gap = WORD.findall(text[hit.end : right[0].start if right else min(region.end, hit.end + 80)])
    lead = None
    if right:
        lead = marker_before(grammar, text, right[0], grammar.words("blocks") | {"ب+", "ل+"})
        gap = gap[: len(gap) - 1] if lead and lead.endswith("+") else gap
    governed = not right or lead is not None
    small = grammar.words("blocks") | that
    first = gap[0] if gap else ""
    if first in small or first.startswith(("ب", "لل")) or (governed and not gap):
        return Arguments(_elided(floor, region), right)
    if any(word in grammar.words("bodies") for word in gap[:3]):
        return Arguments(Missing.UNKNOWN, right)
    definite = first.startswith("ال") or first in grammar.words("institution")
    near = len(gap) <= _MOST_BEFORE_SUBJECT and small.isdisjoint(gap)
    if not governed and near and (not gap or definite):
        return Arguments(right[0], right[1:])
    if first and not definite and not first.endswith(("ون", "ين", "ات")):
        return Arguments(_elided(floor, region), right)  # an object without an article
    return Arguments(Missing.UNKNOWN, right)


def _antecedent(grammar: Grammar, text: str, hit: Hit, left: Sequence[Group]) -> Subject:
    """Whom a relative clause is about: the party right before it."""
    if left and len(WORD.findall(text[left[-1].end : hit.start])) <= _NEAR_WORDS:
        return left[-1]
    return Missing.UNKNOWN


def _elided(floor: int, region: Region) -> Missing:
    return Missing.SHARED if floor > region.start else Missing.ELIDED


def _verb_last(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Arguments:
    """Turkish, Persian, Urdu: the first party without a mark of case is the subject."""
    text = region.text
    for group in left:
        if not blocked(grammar, text, group) and not behind(grammar, text, group):
            body = grammar.search("bodies", text, group.end, min(hit.start, group.end + 25))
            if body is not None and group.adjective:
                return Arguments(Missing.UNKNOWN, [*left, *right])
            others = [other for other in left if other is not group]
            return Arguments(group, [*others, *right])
    start = max(region.start, floor)
    if grammar.search("bodies", text, start, hit.start):
        return Arguments(Missing.UNKNOWN, [*left, *right])
    return Arguments(_elided(floor, region), [*left, *right])


def behind(grammar: Grammar, text: str, group: Group) -> str:
    """The suffix behind an apostrophe, or the postposition, that marks a party's case."""
    rest = text[group.end : group.end + 14]
    if rest[:1] in "'’" and rest[1:2].isalpha():
        return f"-{WORD.findall(rest[1:])[0]}"
    if rest[:1].isalpha() and grammar.language == "tr":
        return f"-{WORD.findall(rest)[0]}"
    word = WORD.match(rest.lstrip())
    if word is not None and rest[:1].isspace() and f"-{word[0]}" in _CASES:
        return f"-{word[0]}"
    return ""


_CASES = frozenset("-سے -کو -پر -نے -کے -کا -کی -میں -را -را".split()) - {"-نے"}


def agent(grammar: Grammar, region: Region, hit: Hit) -> Group | None:
    """The party by whom something is done, in the passive."""
    text = region.text
    for group in region.groups:
        if grammar.verb_last and grammar.language != "fa":
            window = text[group.end : group.end + 20]
            if grammar.search("by", window, 0, len(window)):
                return group
        elif group.start >= hit.end:
            by = grammar.search("by", text, hit.end, group.start)
            if by is not None and len(WORD.findall(text[by.end() : group.start])) <= 5:
                return group
        elif grammar.language in _AGENT_BEFORE and grammar.search(
            "by", text, max(region.start, group.free, group.start - 30), group.start
        ):
            return group
    return None
