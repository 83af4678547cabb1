"""Sentences that are said as a whole, by language-independent signs beside them.

Somebody is named first to whom the sentence is given (according to the ministry, ...), or the
next sentence says who told it (... Об этом сообщил министр). Offsets are code points into the
passage's text.
"""

from __future__ import annotations

import re

from transforms.quotes.bare_clauses import LONGEST, Clause
from transforms.quotes.clauses import Reading, body_start
from transforms.quotes.discourse import WITHOUT_CASE, WORD
from transforms.quotes.speech import Verb

_COMMA = re.compile("[,،，]")
_BROKEN = re.compile("[:：;؛()\x02-\x04]")
_BLOT = re.compile("[\x02-\x04]")
_LONGEST_SOURCE = 120
_LONGEST_SOURCE_BEFORE = 60
_SHORTEST = 2
_TURKISH_LINK = re.compile(r"(?:\s+ise)?,?\s+")
_GERMAN_SOURCE = re.compile(r"(?:\s+von)?(?:\s+[A-ZÄÖÜ][\w-]+){1,3}(?=\s+[a-zäöü])")
_REPORTS = {"ru": ("Об этом ", "О том "), "uk": ("Про це ", "Про те ")}


def attributed_clause(
    reading: Reading, verb: Verb, start: int, end: int, following: list[Verb]
) -> Clause | None:
    """What is said in a sentence that begins with its source: "according to Ann Lee, ..."."""
    text, language = reading.blotted, reading.speech.language
    if end - start > LONGEST or text[end - 1] in ":：" or reading.speech.unspaced:
        return None
    if any(other.start < end and other.kind in ("say", "ask") for other in following):
        return None  # which has a clause of its own
    first = body_start(text, start, end)
    if language in ("tr", "ur", "hi"):
        link = _TURKISH_LINK.match(text, verb.end, end)
        if link is None or verb.start - first > _LONGEST_SOURCE_BEFORE:
            return None
        if not reading.mentions_within(first, verb.start) and "'" not in text[first : verb.start]:
            return None
        return _trimmed(reading, link.end(), end, verb, verb.end)
    lead = WORD.findall(text[first : verb.start])
    if _BLOT.search(text, first, verb.start):
        return None  # "...", in the words of Ann Lee, the envoy
    if lead and lead[-1].lower() not in reading.speech.words("and"):
        return None
    if language == "de":
        name = _GERMAN_SOURCE.match(text, verb.end, end)
        if name is not None:
            return _trimmed(reading, name.end(), end, verb, name.end())
        named = reading.mentions_within(verb.end, min(end, verb.end + _LONGEST_SOURCE_BEFORE))
        if not named or _BROKEN.search(text, verb.end, named[0].start):
            return None
        return _trimmed(reading, named[-1].end, end, verb, named[-1].end)
    comma = _COMMA.search(text, verb.end, min(end, verb.end + _LONGEST_SOURCE))
    if comma is None or _BROKEN.search(text, verb.end, comma.start()):
        return None
    if not _is_source(reading, verb.end, comma.start()):
        return None
    return _trimmed(reading, comma.end(), end, verb, comma.start())


def _is_source(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase is somebody who speaks: nothing (a pronoun), a name or an office."""
    words = WORD.findall(reading.blotted[start:end])
    if not words or words[0].lower() in reading.speech.words("pronoun"):
        return True
    if reading.mentions_within(start, end):
        return True
    official = reading.speech.words("institution")
    if any(word in official or word.lower() in official for word in words):
        return True
    return reading.speech.language not in WITHOUT_CASE and words[-1][0].isupper()


def _trimmed(reading: Reading, start: int, end: int, verb: Verb, gap: int) -> Clause | None:
    body = reading.blotted[start:end].rstrip(" .!?؟…\n")
    end = start + len(body)
    start += len(body) - len(body.lstrip(" ،,"))
    if len(reading.blotted[start:end].split()) < _SHORTEST or reading.blotted[start] == "\x02":
        return None
    return Clause(start, end, verb, False, gap)


def reported_sentence(reading: Reading, verb: Verb, start: int, free: int) -> Clause | None:
    """The sentence before one that says who told it: "... Об этом сообщил министр."."""
    text = reading.blotted
    signs = _REPORTS.get(reading.speech.language)
    if signs is None or not text.startswith(signs, start):
        return None
    before = len(text[:start].rstrip()) if start < LONGEST else start
    if WORD.search(text, start + 8, verb.start) is not None or not before:
        return None
    first, end = reading.sentence(before - 1)
    first = body_start(text, first, end)
    if first < free or reading.verbs_within(first, end) or end - first > LONGEST:
        return None
    body = text[first:end].rstrip(" .\n")
    if "\x02" in body or len(body.split()) < _SHORTEST:
        return None
    return Clause(first, first + len(body), verb, True, verb.start)
