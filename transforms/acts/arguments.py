"""Who issues an act and to whom: the parties around its cue, by the order of the language.

The issuer of a verb is the party that is its subject; somebody who is no party (a union, a farmer)
leaves it unknown, and the nearest name is never borrowed for him. Offsets are code points into
the passage's text.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from transforms.acts.arabic import ADJECTIVES, PRESENT, agrees, is_headline, is_masculine
from transforms.acts.english import are_theirs, is_of, is_participle
from transforms.acts.german import object_first, subject_behind
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import behind, blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.turkish import GENITIVE
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
_SMALL = ("that", "and", "not", "would", "future", "blocks", "relative", "pronoun", "conjunction")
_AGENT_BEFORE = frozenset(("de", "ru", "fa"))
"""Languages in which the passive's agent, with its preposition, stands before the verb."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
"""What Arabic glues to "that": that he."""


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
    if is_participle(grammar, region.text, hit):
        fronted = None if left or floor > region.start else _fronted(grammar, region, hit, right)
        if fronted is not None:
            return Arguments(fronted, [group for group in right if group is not fronted])
        return Arguments(_of_participle(grammar, region, hit, floor, left), right)
    opens = _verb_start(grammar, region, hit)
    closed = region.text[:opens].rstrip(' -—–"»”').endswith((",", BLOT)) and floor < hit.start
    if left and "," in region.text[left[-1].start : left[-1].end]:
        closed = closed and WORD.search(region.text, left[-1].end, opens) is not None  # apposition
    if grammar.language == "en" and region.text[: hit.start].rstrip().endswith(","):
        closed = False  # only behind a quote: "...", warned Iran
    behind_it = _inverted(grammar, region, hit, right)
    if closed and behind_it is not None:
        return Arguments(behind_it, [group for group in right if group is not behind_it])
    if closed and _names_speaker(grammar, region, hit):
        return Arguments(Missing.ELIDED, right)  # X will answer, warned its minister
    if grammar.language == "de" and object_first(grammar, region, hit, floor):
        named = subject_behind(grammar, region, hit, right)
        if named is not None:
            return Arguments(named, [*left, *(group for group in right if group is not named)])
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


def _fronted(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Group | None:
    """The subject behind the comma: "Accusing Rwanda of raids, Congo demanded ..."."""
    comma = region.text.find(",", hit.end, region.end)
    behind_it = [group for group in right if group.start > comma >= 0]
    if not behind_it or blocked(grammar, region.text, behind_it[0]):
        return None
    gap = WORD.findall(region.text[comma : behind_it[0].start])
    return behind_it[0] if len(gap) <= _NEAR_WORDS else None


def _of_participle(
    grammar: Grammar, region: Region, hit: Hit, floor: int, left: Sequence[Group]
) -> Subject:
    """Who does what a participle tells: whoever stands right before it, or opens the clause."""
    text = region.text
    free = [group for group in left if not blocked(grammar, text, group)]
    if free and not WORD.findall(text[free[-1].end : hit.start]):
        return free[-1]
    if floor > region.start or not free:
        return Missing.SHARED
    body = grammar.search("bodies", text, free[0].end, hit.start)
    near = body is not None and len(WORD.findall(text[free[0].end : body.start()])) <= 1
    return Missing.UNKNOWN if near else free[0]


def _verb_start(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb begins, with the auxiliary before its participle: "..., a averti"."""
    head = region.text[max(region.start, hit.start - 12) : hit.start].rstrip()
    last = WORD.findall(head)[-1:]
    if not grammar.romance or not last or last[0] not in grammar.words("auxiliary"):
        return hit.start
    return hit.start - 1 - len(last[0])


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


def _names_speaker(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether an official is named right behind a verb, whose country told the sentence."""
    words = WORD.findall(region.text[hit.end : hit.end + 60])[:2]
    office = grammar.words("institution") | grammar.words("pronoun")
    return not office.isdisjoint(words)


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
    position, strangers, after = place, 0, ""
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
            joined = marker_before(grammar, text, group, grammar.words("conjunction"))
            if joined is not None and not strangers:
                return group  # after Iran rejected ...
            head = max(edges.values(), key=_end) if edges else None
            if blocked(grammar, text, group) or is_of(grammar, text, group, head):
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
            if group is not None and are_theirs(text, group, position):
                continue
            return Missing.UNKNOWN
        if grammar.language in _IN_THE_CAPITAL and token in grammar.words("relative"):
            near = [group for group in left if 0 <= position - group.end <= _NEAR_WORDS]
            return near[-1] if near else Missing.UNKNOWN
        if token in grammar.words("that"):
            return Missing.UNKNOWN if strangers else Missing.ELIDED
        if token in grammar.words("and") and not strangers:
            return Missing.SHARED
        own = token in grammar.words("and") and after not in grammar.words("determiner")
        if own and grammar.language == "en" and floor > region.start:
            return Missing.UNKNOWN  # a subject of its own
        after = token
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


def _inverted(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Group | None:
    """The party that stands behind a verb as its subject."""
    most = 2 if grammar.language in _IN_THE_CAPITAL else 1
    for group in right[:most]:
        gap = region.text[max(_governing(grammar, region, hit), group.free) : group.start]
        if (
            len(WORD.findall(gap)) > (_NEAR_WORDS + 2 if group is right[0] else _NEAR_WORDS)
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
    follows = WORD.match(text[hit.end : region.end].lstrip())
    resumed = follows is not None and follows[0] in grammar.words("resumed")
    if last in grammar.words("relative") and not resumed and agrees(grammar, text, hit, last):
        return Arguments(_antecedent(grammar, text, hit, left), right)
    if left and not joined:
        group = left[-1]
        between = WORD.findall(text[group.end : hit.start])
        small = grammar.words("and") | that
        near = len(between) <= _NEAR_WORDS + 1 and not any(
            word in small or word[:1] == "و" or word in grammar.words("bodies") for word in between
        )
        if near and not blocked(grammar, text, group):
            head = WORD.findall(text[max(region.start, group.start - 20) : group.start])[-1:]
            if group.adjective and head and head[0] in grammar.words("bodies"):
                return Arguments(Missing.UNKNOWN, right)  # American scientists
            return Arguments(group, right)
    if is_headline(region) and words and not joined and text[hit.start] in PRESENT:
        before = [one for one in left if not blocked(grammar, text, one)]
        if not any(grammar.words(kind) & set(words[-1:]) for kind in _SMALL):
            return Arguments(before[0] if before else Missing.UNKNOWN, right)
    gap = WORD.findall(text[hit.end : right[0].start if right else min(region.end, hit.end + 80)])
    gap = gap[1:] if resumed else gap  # to which the Council called
    while gap and gap[0] in grammar.words("time"):
        gap = gap[1:]
    lead = None
    if right:
        lead = marker_before(grammar, text, right[0], grammar.words("blocks") | {"ب+", "ل+"})
        gap = gap[: len(gap) - 1] if lead and lead.endswith("+") else gap
    governed = not right or lead is not None
    small = grammar.words("blocks") | that
    first = gap[0] if gap else ""
    if first in small or first.startswith(("ب", "لل")) or (governed and not gap):
        return Arguments(_elided(floor, region), right)
    near = len(gap) <= _MOST_BEFORE_SUBJECT and small.isdisjoint(gap)
    if first in grammar.words("seat") and gap[-1:] == ["في"] and len(gap) <= _NEAR_WORDS + 1:
        return Arguments(right[0], right[1:])  # the authorities in Yemen
    name = text[right[0].start : right[0].end] if right else ""
    is_name = bool(right) and right[0].plain and not name.endswith(ADJECTIVES)
    is_name = is_name and right[0].principals[0].startswith("state:")
    if first in grammar.words("office") and (governed or not near or (len(gap) == 1 and is_name)):
        return Arguments(_elided(floor, region), right)  # the minister, of whom it was told before
    if any(word in grammar.words("bodies") for word in gap[:3]):
        return Arguments(Missing.UNKNOWN, right)
    is_object = is_name and not gap and not governed and is_masculine(grammar, text, hit)
    if is_object and not grammar.words("masculine") & set(WORD.findall(name)[:1]):
        return Arguments(_elided(floor, region), right)  # he called on Israel
    definite = first.startswith("ال") or first in grammar.words("institution")
    named = len(gap) > _NEAR_WORDS and gap[-1] in grammar.words("institution")
    if not governed and near and (not gap or definite or named):
        return Arguments(right[0], right[1:])
    if first.endswith("ين") or (joined and floor > region.start):
        return Arguments(_elided(floor, region), right)  # an object, or the verb shares its subject
    if first and not definite and not first.endswith(("ون", "ات")):
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
    if grammar.language == "tr" and right and text[hit.start : hit.end].endswith(("an", "en")):
        near = WORD.findall(text[hit.end : right[0].start])
        if len(near) <= _NEAR_WORDS and not _marked_object(grammar, text, right[0]):
            return Arguments(right[0], [*left, *right[1:]])  # isteyen Isvec: Sweden, which wants
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
    next_to_it = bool(right) and not text[hit.end : right[0].start].strip()
    if grammar.language == "tr" and next_to_it and not behind(grammar, text, right[0]):
        return Arguments(right[0], [*left, *right[1:]])  # diye seslendi Pakistan
    return Arguments(_elided(floor, region), [*left, *right])


def _marked_object(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a Turkish case other than the genitive stands behind a party."""
    suffix = behind(grammar, text, group)
    return bool(suffix) and not suffix.endswith(GENITIVE)


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
