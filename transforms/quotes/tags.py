"""Tags ("he said") within what the marks hold: set between them, or where no mark closes.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.quotes.clauses import Reading
from transforms.quotes.quote_marks import Quoted
from transforms.quotes.speech import Verb
from transforms.text import trim

_WORD = re.compile(r"[^\W_][\w'’\u0900-\u0963\u200c־-]*")
_LONGEST_TAG = 160
"""Code points of a tag and the verb before it."""
_INSERTED = {
    "ru": (re.compile(r"[,!?…]?\s*[—–-]\s+$"), re.compile(r"[,.!?]\s*[—–-]\s+")),
    "uk": (re.compile(r"[,!?…]?\s*[—–-]\s+$"), re.compile(r"[,.!?]\s*[—–-]\s+")),
    "fr": (re.compile(r"\s*,\s+$"), re.compile(r"[,.!?]\s+")),
    **dict.fromkeys(
        ("es", "it", "pt"),
        (re.compile(r",?\s+[—–-]\s*$"), re.compile(r"\s?[—–-][,.]?\s+")),
    ),
}
"""What stands before and behind a tag that is set between the marks: « No, said X, never »."""
_CUT = re.compile(r"[,،，!?؟…]\s*(?:[—–-]\s*)?")
_LONGEST_CUT = 140


def split_inserted(reading: Reading, span: Quoted, verbs: list[Verb]) -> list[Quoted]:
    """The parts of a stretch that a tag between its marks parts: « No, said X, never. »."""
    signs = _INSERTED.get(reading.speech.language)
    if signs is None or not span.closed:
        return [span]
    text = reading.passage.text
    for verb in verbs:
        if verb.kind not in ("say", "ask"):
            continue
        before = signs[0].search(text, max(span.start, verb.start - 6), verb.start)
        if before is None or before.start() == span.start:
            continue
        if reading.speech.language == "fr" and not _is_french_tag(reading, verb, span.end):
            continue
        behind = signs[1].search(text, verb.end, min(span.end, verb.end + _LONGEST_TAG))
        if behind is None:
            return [_part(span, text, span.start, before.start(), span.left, before.end())]
        return [
            _part(span, text, span.start, before.start(), span.left, before.start()),
            _part(span, text, behind.end(), span.end, behind.end(), span.right),
        ]
    return [span]


def _is_french_tag(reading: Reading, verb: Verb, end: int) -> bool:
    if verb.pronoun:
        return True
    return bool(reading.passage.mentions) and any(
        verb.end <= mention.start <= min(end, verb.end + 80) for mention in reading.passage.mentions
    )


def _part(span: Quoted, text: str, start: int, end: int, left: int, right: int) -> Quoted:
    start, end = trim(text, start, end)
    return span._replace(start=start, end=end, left=left, right=right)


def cut_unclosed(text: str, span: Quoted, verbs: list[Verb]) -> Quoted:
    """A stretch that no mark closes, cut before the tag that ends it: "No, he said."."""
    for verb in reversed(verbs):
        if verb.start <= span.start or len(text) - verb.end > _LONGEST_CUT:
            break
        if verb.kind not in ("say", "ask"):
            continue
        low = max(span.start, verb.start - 80)
        signs = list(_CUT.finditer(text, low, verb.start))
        if not signs:
            continue
        sign = signs[-1]
        inserted = _WORD.findall(text[sign.end() : verb.start])
        if len(inserted) > 5 or re.search(r"[.!?؟](?=\s)", text[verb.end : len(text)]):
            continue
        last = sign.start() + (text[sign.start()] in "!?؟…")
        start, end = trim(text, span.start, last)
        if end > start:
            return span._replace(start=start, end=end, right=end)
    start, end = trim(text, span.start, len(text))
    return span._replace(start=start, end=end, right=len(text))
