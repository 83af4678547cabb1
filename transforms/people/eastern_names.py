"""Personal names beside a title in Chinese, Japanese and Hindi, where no capitals show them."""

from __future__ import annotations

import re

from transforms.people.roles import WORD, Grammar, fold_word

Span = tuple[int, int]
"""Start and end of a name."""
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
DOTS = "·•・‧"
"""What parts the names of foreigners in ideographs and kana."""


def name_between(text: str, start: int, end: int) -> Span | None:
    """The Japanese name between a state and a title: ロシアの「ラブロフ」外相."""
    gap = text[start:end]
    name = gap.removeprefix("の")
    first = end - len(name)
    kana = re.fullmatch(r"[\u30a1-\u30fe]{2,12}", name)
    return (first, end) if kana or re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name) else None


def chinese_after(
    text: str, position: int, grammar: Grammar, blocked: frozenset[int]
) -> Span | None:
    """The name behind a Chinese title: characters up to a verb or another common word."""
    end, dotted = position, False
    while end < len(text) and end - position < 16 and end not in blocked:
        dotted = dotted or text[end] in DOTS
        if text[end] not in DOTS and not _IDEOGRAPH.match(text[end]):
            break
        if text.startswith(grammar.stops if end > position else grammar.long_stops, end):
            break
        end += 1
    longest = 15 if dotted else 6
    return (position, end) if 2 <= end - position <= longest else None


def hindi_after(text: str, position: int, grammar: Grammar) -> Span | None:
    """The name behind a Hindi title: two or three words up to a postposition."""
    tokens: list[Span] = []
    for word in WORD.finditer(text, position, min(len(text), position + 60)):
        if fold_word(word[0]) in grammar.words["stop"]:
            return (tokens[0][0], tokens[-1][1]) if 1 < len(tokens) < 4 else None
        tokens.append(word.span())
    return None
