"""The subject of a verb that it stands before, or behind in another order: most languages.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.acts.english import is_participle
from transforms.acts.german import object_first, subject_behind
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import blocked, governors, has_marker, is_accusative
from transforms.acts.parties import Group
from transforms.acts.romance import is_told_of, tells_others, verb_start
from transforms.acts.scene import WORD, Region, first_words, words_before
from transforms.acts.slavic import is_oblique, speaks_for_all
from transforms.acts.subject import ELIDED, NEAR_WORDS, SHARED, UNKNOWN, Arguments, Subject
from transforms.quotes.clauses import BLOT

_FARTHEST = 300
"""Code points from a cue to the party that is its subject."""
_GOES_ON = "并並且也还還又再同时時"
"""Chinese adverbs between a comma and a verb that has the subject of the one before."""
_NO_PREPOSITIONS = frozenset(("_", "*", "that", "!"))
_SUBJECT_FIRST = frozenset(("en", "zh"))
_ANSWERS = frozenset(("refusal", "denial", "accusation"))
_MOST_OBJECT_WORDS = 5
"""Words of an object between "in the Kremlin" and the verb of an answer: they denied the charge."""
_BARE_OBJECT = frozenset(("it", "pt"))
"""Languages whose verbs open a sentence without a subject, and whose objects have no mark."""
_OBJECT_FIRST = frozenset(("ru", "uk"))
"""Languages in which a long phrase may stand before a verb, and its subject behind it."""
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
        first = fronted(grammar, region, hit)
        if first is not None:
            return first, [group for group in right if group is not first]
        return _of_participle(grammar, region, hit, floor, left), right
    words = WORD.findall(region.text, hit.start, hit.end) if grammar.language == "en" else []
    if not grammar.words(("pronoun", "and")).isdisjoint(words[:1]):
        return ELIDED, right  # gave Togo a week and said "it would respond"; "or face" attack
    opens = verb_start(grammar, region, hit)
    closed = region.text[:opens].rstrip(' -—–"»”').endswith((",", BLOT)) and floor < hit.start
    if left and "," in region.text[left[-1].start : left[-1].end]:
        closed = closed and WORD.search(region.text, left[-1].end, opens) is not None  # apposition
    if grammar.language == "en" and region.text[: hit.start].rstrip().endswith(","):
        closed = False  # only behind a quote: "...", warned Iran
    aside = grammar.words(("relative", "aside"))
    for group in left if grammar.romance and closed else ():
        opened = region.text.startswith(", ", group.end)
        first_word = first_words(region.text[group.end : opens], 1) if opened else []
        if not aside.isdisjoint(first_word) and not blocked(grammar, region.text, group):
            told = tells_others(grammar, region.text, group)  # Irán, que preside X, ...
            return UNKNOWN if told else group, right
    behind_it = _inverted(grammar, region, hit, right)
    object_behind = grammar.language in _BARE_OBJECT and hit.cue.addressee[:1] == ("_",)
    free = object_behind and any(not blocked(grammar, region.text, group) for group in left)
    if closed and behind_it is not None and not free:
        return behind_it, [group for group in right if group is not behind_it]
    if closed and _names_speaker(grammar, region, hit):
        return ELIDED, right  # X will answer, warned its minister
    if grammar.language == "de" and object_first(grammar, region, hit, floor):
        named = subject_behind(grammar, region, hit, right)
        if named is not None:
            return named, [*left, *(group for group in right if group is not named)]
    subject = subject_before(grammar, region, opens, floor, left)
    if not grammar.words("pronoun").isdisjoint(words_before(region, hit.start, 1)):
        return subject, right  # "he called on NATO" is no inversion
    if grammar.romance and hit.cue.frame == "infinitive":
        end = subject.start if isinstance(subject, Group) else max(floor, region.start)
        people = grammar.search("bodies", region.text, max(floor, region.start), end)
        if people is not None or subject is UNKNOWN:
            before = grammar.words("facing")  # people marched to X's embassy to demand
            seats = [one for one in left if has_marker(grammar, region.text, one, before)]
            return UNKNOWN, [*right, *seats]
    if subject is UNKNOWN and left and _is_seat(grammar, region, hit, left[-1]):
        return left[-1], right
    if behind_it is not None and subject in (ELIDED, UNKNOWN):
        adverbs_only = subject is ELIDED or _inverts(grammar, region, hit, floor)
        adverbs_only &= not _is_bare_object(grammar, region, hit)
        if adverbs_only and not object_behind and grammar.language not in _SUBJECT_FIRST:
            return behind_it, [group for group in right if group is not behind_it]
    if grammar.language == "de" and isinstance(subject, Group):
        return _german(grammar, region, hit, floor, left, right, subject)
    if grammar.unspaced:  # whom a preposition marks stands before the verb: 向俄罗斯喊话
        marks = tuple(mark for mark in hit.cue.addressee if mark not in _NO_PREPOSITIONS)
        right = [*right, *(one for one in left if region.text.endswith(marks, 0, one.start))]
    return subject, right


def _is_bare_object(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a French verb that opens nothing has its object behind it: une ONG accuse Paris."""
    if grammar.language != "fr" or hit.cue.addressee[:1] != ("_",):
        return False
    head = words_before(region, verb_start(grammar, region, hit), 1)  # but: que condamne Paris
    return bool(head) and grammar.words(("that", "relative", "clitic")).isdisjoint(head)


def _is_seat(grammar: Grammar, region: Region, hit: Hit, group: Group) -> bool:
    """Whether a place is told for those who sit there: В Кремле опровергли, У МЗС України ..."""
    if grammar.language not in _IN_THE_CAPITAL:
        return False
    gap = region.text[group.end : hit.start]
    most = _MOST_OBJECT_WORDS if hit.cue.type in _ANSWERS and "," not in gap else 1
    head = WORD.findall(region.text[region.start : group.start])
    opens = not grammar.words("place").isdisjoint(head[:1]) and speaks_for_all(region, hit)
    return 0 < len(head) <= NEAR_WORDS + 2 * opens and len(WORD.findall(gap)) <= most


def fronted(grammar: Grammar, region: Region, hit: Hit) -> Group | None:
    """The subject behind the comma: "Accusing Rwanda of raids, Congo demanded ..."."""
    comma = region.text.find(",", hit.end, region.end)
    behind_it = [group for group in region.groups if group.start > comma >= 0]
    if not behind_it or blocked(grammar, region.text, behind_it[0]):
        return None
    gap = WORD.findall(region.text[comma : behind_it[0].start])
    return behind_it[0] if len(gap) <= NEAR_WORDS else None


def _of_participle(
    grammar: Grammar, region: Region, hit: Hit, floor: int, left: Sequence[Group]
) -> Subject:
    """Who does what a participle tells: whoever opens the clause, if no other verb does."""
    free = [group for group in left if not blocked(grammar, region.text, group)]
    return free[0] if free and floor <= region.start else SHARED


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
    if auxiliary is None or not free:
        return subject, right
    before = [group for group in free if group.end <= auxiliary.start()]
    first = before[-1] if before else free[0]
    gap = region.text[auxiliary.end() : first.start] if not before else ""
    if grammar.search("object", gap, 0, len(gap)) or grammar.search("blocks", gap, 0, len(gap)):
        return UNKNOWN, right  # somebody else's "will", who stands before it
    place = grammar.words("place")
    objects = [g for g in left if g.start > first.start]
    objects = [g for g in objects if not has_marker(grammar, region.text, g, place)]
    return first, [*objects, *right]


def _names_speaker(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether an official is named right behind a verb, whose country told the sentence."""
    words = WORD.findall(region.text[hit.end : hit.end + 60])[:2]
    return not grammar.words(("institution", "pronoun")).isdisjoint(words)


def _inverts(grammar: Grammar, region: Region, hit: Hit, floor: int) -> bool:
    """Whether what stands before the verb may be no more than an adverbial."""
    before = region.text[max(floor, region.start) : hit.start]
    words, slavic = WORD.findall(before), grammar.language in _OBJECT_FIRST
    few = len(words) <= 5
    if few and not grammar.romance:
        return True
    if not few and not (slavic and words[0] in grammar.words("blocks") and "," not in before):
        return False
    # "the miners will paralyse the country" is no inversion
    return grammar.search("bodies", before, 0, len(before)) is None


def subject_before(
    grammar: Grammar, region: Region, place: int, floor: int, left: Sequence[Group]
) -> Subject:
    """The subject that stands before a verb at a place."""
    text = region.text
    aside = _aside(grammar, text, region.start, place) if grammar.language == "en" else place
    if aside < place:  # Chad, which borders Sudan, refused
        floor, place = (region.start if aside < floor else floor), aside
        left = [group for group in region.groups if floor <= group.start and group.end <= place]
    start = max(region.start, floor, place - _FARTHEST)
    edges = {group.end: group for group in left}
    strangers = 0
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
            before = governors(grammar, text, group)
            if not strangers and not grammar.words("conjunction").isdisjoint(before):
                return group  # after Iran rejected ...
            if blocked(grammar, text, group, before):
                strangers += 1
                continue
            return UNKNOWN if tells_others(grammar, text, group) else group
        if word is None:
            break
        words.pop()
        token = word[0]
        relative = grammar.romance or grammar.language == "en"
        relative = relative and token in grammar.words("relative")
        if group is not None and relative and not WORD.findall(text[group.end : word.start()]):
            return UNKNOWN if tells_others(grammar, text, group) else group  # to Kenya, qui ...
        if not strangers and token in grammar.words("clitic"):
            continue
        if token in grammar.words("pronoun"):
            preposition = strangers and words and words[-1][0] in grammar.words("place")
            return UNKNOWN if preposition else ELIDED  # talks in which Smith offered
        if token in grammar.words("bodies") and not _is_beside(grammar, text, start, place, words):
            near = group if group and text[group.end : word.start()] == " " else None
            kind = near.principals[0][:6] if near else "state:"
            if kind != "state:" and token in grammar.words("members"):
                continue  # Hamas militants
            return UNKNOWN
        if token in grammar.words("that"):
            return UNKNOWN if strangers else ELIDED
        if token in grammar.words("and") and not strangers:
            return SHARED
        strangers += 1
    if floor > region.start:
        return SHARED
    return UNKNOWN if strangers else ELIDED


def _aside(grammar: Grammar, text: str, start: int, place: int) -> int:
    """Where what commas part from the English verb at a place opens, else that place."""
    end = len(text[:place].rstrip()) - 1
    opens = text.rfind(", ", start, end) if text[end : end + 1] == "," else -1
    first = "".join(WORD.findall(text, opens, end)[:1]) if opens >= 0 else ""
    return opens if first in grammar.words("aside") or first.endswith(("ed", "ing")) else place


def _is_beside(
    grammar: Grammar, text: str, start: int, place: int, before: Sequence[re.Match[str]]
) -> bool:
    """Whether people are no Romance subject: Chad, con miles de refugiados en el este, acusó."""
    if not grammar.romance or not before:
        return False
    blocks, opens = grammar.words("blocks"), text.rfind(",", start, before[-1].end())
    light = grammar.words("article") - blocks
    words = [word[0] for word in before[-2:] if word[0] not in light][-1:]
    if opens >= 0 and text[start:place].rstrip().endswith(","):
        words += WORD.findall(text[opens : before[-1].end()])[:1]
    return not blocks.isdisjoint(words)


def _before_unspaced(
    grammar: Grammar, text: str, start: int, place: int, left: Sequence[Group]
) -> Subject:
    shares = text[start:place].rstrip(_GOES_ON).endswith((",", "，"))
    if left and shares:
        return SHARED  # urged X to stop, and promised ...
    for group in reversed(left):
        if not blocked(grammar, text, group):
            body = grammar.search("bodies", text, group.end, place)
            return UNKNOWN if body is not None else group
    return SHARED


def _end(group: Group) -> int:
    return group.end


def _inverted(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Group | None:
    """The party that stands behind a verb as its subject."""
    if region.text[hit.start : hit.end].rpartition(" ")[2] in grammar.words("that"):
        return None  # on veut que Londres ...
    slavic = grammar.language in _OBJECT_FIRST
    most = 2 if grammar.language in _IN_THE_CAPITAL else 1
    for group in right[:most]:
        gap = region.text[max(_governing(grammar, region, hit), group.free) : group.start]
        if slavic and is_oblique(grammar, region, hit, group):
            continue
        if (
            len(WORD.findall(gap)) > (NEAR_WORDS + 2 if group is right[0] else NEAR_WORDS)
            or any(sign in gap for sign in ',،:;."«“(')
            or grammar.search("that", gap, 0, len(gap))
            or grammar.search("bodies", gap, 0, len(gap))
            or grammar.search("sent", gap, 0, len(gap))
            or grammar.search("by", gap, 0, len(gap))
        ):
            return None
        if blocked(grammar, region.text, group) or grammar.search("blocks", gap, 0, len(gap)):
            continue
        of = grammar.romance and not grammar.words("of").isdisjoint(WORD.findall(gap)[:1])
        if of or is_accusative(grammar, region.text, group):
            continue  # ce qu'il attend de Lomé
        return None if is_told_of(grammar, region, hit, group) else group
    return None


def _governing(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb ends, before the preposition that its form may hold: asked of."""
    last = WORD.findall(region.text[hit.start : hit.end])[-1:]
    held = grammar.romance and last and last[0] in grammar.words(("blocks", "of"))
    return hit.end - len(last[0]) if held else hit.end
