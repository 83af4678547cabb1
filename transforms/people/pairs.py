"""The two states that a story is about, where it says "the two countries" or "both sides"."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterator, Sequence

from transforms.records import Mention, Passage
from transforms.tables import read_table

TAGGER = "pairs-1"
"""Names this way of tagging, and its version, in `mentions.tagger`: pairs-1:both."""
FEWEST = 3
"""Mentions that each of the two must have."""
_PROCLITICS = {"ar": "[وفبلك]{0,2}", "he": "[ובלמשה]{0,2}"}
_OUTWEIGHS = 2
"""How many times as often as any third state both are named."""


def tag_pairs(passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
    """All mentions of each passage, in order of start, and where both states are meant, the two.

    passages: those of one article in reading order, with all that others found. Both of the pair
    get a mention with the words that mean them; there is none where a third state is named nearly
    as often.
    """
    pair = _pair(passages)
    if not pair:
        return [passage.mentions for passage in passages]
    return [_with_both(passage, pair) for passage in passages]


def _pair(passages: Sequence[Passage]) -> tuple[str, ...]:
    counts = collections.Counter(
        mention.principal
        for passage in passages
        for mention in passage.mentions
        if mention.principal.startswith("state:")
    )
    (_, _), *rest = [*counts.most_common(3), ("", 0)] if counts else [("", 0)]
    if len(counts) < 2 or rest[0][1] < FEWEST:
        return ()
    third = rest[1][1] if len(rest) > 1 else 0
    if third * _OUTWEIGHS > rest[0][1]:
        return ()
    order = list(counts)  # of first mention
    return tuple(sorted((state for state, _ in counts.most_common(2)), key=order.index))


def _with_both(passage: Passage, pair: Sequence[str]) -> tuple[Mention, ...]:
    pattern = _patterns().get(passage.language.partition("-")[0])
    found = list(pattern.finditer(passage.text)) if pattern else []
    if not found:
        return passage.mentions
    taken = [(mention.start, mention.end) for mention in passage.mentions]
    both = [
        mention
        for match in found
        if not any(start < match.end(1) and match.start(1) < end for start, end in taken)
        for mention in _both(match, pair)
    ]
    return tuple(sorted((*passage.mentions, *both), key=_start))


def _both(match: re.Match[str], pair: Sequence[str]) -> Iterator[Mention]:
    start, end = match.span(1)
    for state in pair:
        yield Mention(
            actor_id=state,
            principal=state,
            type="state",
            role=None,
            start=start,
            end=end,
            text=match[1],
            tagger=f"{TAGGER}:both",
        )


def _start(mention: Mention) -> int:
    return mention.start


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """One pattern a language: the phrases of pairs.tsv, whole words, with Arabic proclitics."""
    phrases: dict[str, list[str]] = collections.defaultdict(list)
    for row in read_table("pairs.tsv"):
        phrases[row["lang"]].append(re.escape(row["form"]))
    return {lang: _pattern(lang, forms) for lang, forms in phrases.items()}


def _pattern(lang: str, forms: Sequence[str]) -> re.Pattern[str]:
    any_form = "|".join(sorted(forms, key=len, reverse=True))
    if lang in ("ja", "zh"):  # written without spaces
        return re.compile(f"({any_form})")
    glued = _PROCLITICS.get(lang, "")
    return re.compile(rf"(?<!\w){glued}({any_form})(?!\w)", re.IGNORECASE)
