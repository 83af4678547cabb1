"""The subject of a verb that it stands before, or behind in another order: most languages.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.english import are_theirs, is_participle
from transforms.acts.german import object_first, subject_behind
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Arguments, Missing, Subject
from transforms.quotes.clauses import BLOT

_FARTHEST = 300
"""Code points from a cue to the party that is its subject."""
_CLOSED = 12
"""Code points before a verb in which a comma or a quote ends."""
_GOES_ON = "并並且也还還又再同时時"
"""Chinese adverbs between a comma and a verb that has the subject of the one before."""
_SUBJECT_FIRST = frozenset(("en", "zh"))
_IN_THE_CAPITAL = frozenset(("he", "ru", "uk"))
"""Languages in which "they in the Kremlin" is a subject, and objects may go first."""


def subject_first(
    grammar: Grammar,
    region: Region,
    hit: Hit,
    floor: int,
    left: Sequence[Group],
    right: Sequence[Group],
) -> Arguments:
    """The subject before a verb; behind it where it is closed off, or only adverbs precede."""
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
    subject = subject_before(grammar, region, hit.start, floor, left)
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
    return behind_it[0] if len(gap) <= NEAR_WORDS else None


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


def subject_before(
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
            if group is not None and are_theirs(text, group, position):
                continue
            return Missing.UNKNOWN
        if grammar.language in _IN_THE_CAPITAL and token in grammar.words("relative"):
            near = [group for group in left if 0 <= position - group.end <= NEAR_WORDS]
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
    shares = text[start:place].rstrip(_GOES_ON).endswith((",", "，"))
    if left and shares:
        return Missing.SHARED  # urged X to stop, and promised ...
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
            len(WORD.findall(gap)) > (NEAR_WORDS + 2 if group is right[0] else NEAR_WORDS)
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
