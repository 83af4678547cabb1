"""The parties named in a passage: mentions that stand for one party or are joined by "and".

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Container, Sequence

from transforms.acts.grammar import Grammar
from transforms.records import Mention

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LONGEST_APPOSITION = 45
"""Code points between two names of one party: "the Russian foreign minister, Sergei Lavrov"."""
_LONGEST_LINK = 30
_MOST_LINK_WORDS = 3
_LEAST_SPLIT = 3
_GLUED_AND = {"ar": "و", "fa": "و", "he": "ו"}
_COMMAS = frozenset(",،，、")
_ELIDED = "l'"
_DASHES = frozenset("-–/")
_SENTENCE_SIGNS = re.compile("[.:;!?؛؟]")
_LINK_SIGNS = re.compile('[.:;!?؛؟()"«»“”]')


@dataclasses.dataclass(slots=True)  # as Hit is
class Group:
    """Parties named together, at text[start:end], by these mentions.

    free: where the party before it ends.
    """

    start: int
    end: int
    principals: tuple[str, ...]
    free: int
    mentions: Sequence[Mention]

    @property
    def adjective(self) -> bool:
        """Whether none of them is named by a noun."""
        return all(map(_is_adjective, self.mentions))

    @property
    def plain(self) -> bool:
        """Whether they are named by their own names, not by an adjective, a person or an office."""
        for one in self.mentions:
            if one.type == "person" or one.actor_id != one.principal or _is_adjective(one):
                return False
        return True

    @property
    def office(self) -> bool:
        """Whether one of them is named by a person or an office."""
        return any(one.type == "person" or one.role for one in self.mentions)


def _is_adjective(mention: Mention) -> bool:
    return ":adjective" in mention.tagger or ":demonym" in mention.tagger


def find_groups(
    mentions: Sequence[Mention], folded: str, grammar: Grammar, breaks: Sequence[int]
) -> list[Group]:
    """The parties of a passage in order, as its mentions are.

    breaks: where cues and quotes begin, which part them, in order.
    """
    if grammar.language == "en":
        starts = {one.start for one in mentions}
        pairs = itertools.pairwise(mentions)
        led = {
            one.start
            for lot, one in pairs
            if lot.actor_id[:6] == "group:" and folded[lot.end : one.start] == " leader "
        }  # the opposition leader Ann Lee
        mentions = [m for m in mentions if m.start not in led and not _is_prefix(m, folded, starts)]
    if not mentions:
        return []
    chain = [mentions[0]]
    chains = [chain]
    commas = 0  # how many links before this one were commas, and need an "and" to follow
    held = 1  # how many mentions of the chain an "and" holds together
    turkish = grammar.language == "tr"
    for before, mention in itertools.pairwise(mentions):
        start, gap = before.end, mention.start - before.end
        link = ""
        if gap <= _LONGEST_LINK or (
            gap <= _LONGEST_APPOSITION and before.principal == mention.principal
        ):
            cut = bisect.bisect_left(breaks, start)
            if cut == len(breaks) or breaks[cut] > mention.start:
                link = _link(before, mention, folded, grammar)
        if link:
            chain.append(mention)
            held = len(chain) if link == "and" else held
            commas = commas + 1 if link == "comma" else commas if link == "same" else 0
            continue
        if commas:
            _part(chains, breaks, held)
            commas = 0
        if turkish:
            _split_subject(chains, folded)
        chain = [mention]
        chains.append(chain)
        held = 1
    if commas:
        _part(chains, breaks, held)
    if turkish:
        _split_subject(chains, folded)
    groups: list[Group] = []
    free = 0
    for chain in chains:
        first = chain[0]
        end = first.end
        principals: tuple[str, ...] = (first.principal,)
        if len(chain) > 1:
            end = max([mention.end for mention in chain])
            principals = tuple(dict.fromkeys([mention.principal for mention in chain]))
        groups.append(Group(first.start, end, principals, free, chain))
        free = end
    if grammar.words("rulers"):
        for group in groups:
            group.start = _ruling(folded, group, grammar)
    return groups


def _is_prefix(mention: Mention, folded: str, starts: Container[int]) -> bool:
    """Whether a name only tells by whom somebody is backed: the UN-recognised government.

    starts: where the names begin, as "US-Iran" is two of them.
    """
    behind = folded[mention.end : mention.end + 2]
    return behind[:1] == "-" and behind[1:].isalpha() and mention.end + 1 not in starts


def _ruling(folded: str, group: Group, grammar: Grammar) -> int:
    """Where a party begins that is told by its place: "the generals in Myanmar"."""
    before = folded[max(group.free, group.start - _LONGEST_LINK) : group.start]
    words = list(_WORD.finditer(before))[-3:]
    if words and words[-1][0] in grammar.words("article"):
        words.pop()
    if len(words) < 2 or words[-1][0] != "in" or words[-2][0] not in grammar.words("rulers"):
        return group.start
    return group.start - len(before) + words[-2].start()


def _part(chains: list[list[Mention]], breaks: Sequence[int], held: int) -> None:
    """Take a chain apart that only commas hold together, as no "and" closes it.

    held: how many of its first mentions stay together, as an "and" closes those.

    Not the subject of a headline: "Chad, Mali agree to reopen their border".
    """
    first, last = chains[-1][0], chains[-1][-1]
    cue = bisect.bisect_right(breaks, last.end)
    if not first.start and breaks[cue : cue + 1] == [last.end + 1]:
        return
    chain = chains.pop()
    parts = [chain[:held]]
    for before, mention in itertools.pairwise(chain[held - 1 :]):
        if before.principal == mention.principal:
            parts[-1].append(mention)
        else:
            parts.append([mention])
    chains.extend(parts)


def _split_subject(chains: list[list[Mention]], folded: str) -> None:
    """Part a Turkish subject from the names behind its comma, whose case the last one bears."""
    chain = chains[-1]
    if len(chain) < _LEAST_SPLIT:
        return
    opens = folded[: chain[0].start].rstrip()[-1:] in ("", ".", ":", "!", "?")
    comma = folded[chain[0].end : chain[1].start].strip() == ","
    after = folded[chain[-1].end : chain[-1].end + 2]
    if opens and comma and after[:1] in "'’" and after[1:].isalpha():
        chains[-1:] = [chain[:1], chain[1:]]


def _link(before: Mention, mention: Mention, folded: str, grammar: Grammar) -> str:
    """How two mentions hang together: same, and, comma, or not at all."""
    start, end = before.end, mention.start
    if end < start:  # "the two countries" is two mentions in one place
        return "and"
    if before.principal == mention.principal:
        gap = folded[start:end]
        if gap.strip() == _GLUED_AND.get(grammar.language) or _SENTENCE_SIGNS.search(gap):
            return ""  # against Turkey, "and" Ankara threatens
        return "" if grammar.search("opening", gap, 0, len(gap)) else "same"
    gap = folded[start:end]
    if gap[:1] == ")" and folded[before.start - 1 : before.start] == "(":
        gap = gap[1:]  # an acronym behind its name
    words = gap.split()
    if not words:
        return ""
    if not "".join(words).isalnum():
        bare = gap.strip()
        if bare in _DASHES:
            return "and"
        sign, _, article = bare.partition(" ")  # la France, l'Allemagne
        if sign in _COMMAS and (article in ("", _ELIDED) or article in grammar.words("article")):
            return "comma"
        words = _WORD.findall(gap)
    if grammar.unspaced:
        return "and" if gap.strip() in grammar.words("and") else ""
    if not words or len(words) > _MOST_LINK_WORDS:
        return ""
    if grammar.words("and").isdisjoint(words[:2]):
        glued = _GLUED_AND.get(grammar.language)
        if not glued or words[0][0] != glued or not gap[0].isspace():
            return ""
        if words[0] in grammar.words("institution"):
            return ""  # an "and" of its own
    if _LINK_SIGNS.search(gap) is not None or grammar.search("blocks", gap, 0, len(gap)):
        return ""
    return "and"
