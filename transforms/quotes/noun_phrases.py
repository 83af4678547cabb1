"""Whom a noun phrase names: the person in it, or the state or body that is its head.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.quotes.clauses import Reading
from transforms.quotes.discourse import WORD, Subject
from transforms.quotes.speech import Speech
from transforms.records import Mention

_HEADS = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ]")
_NEAR = 4
"""Words behind a mention among which the office stands: Sudan's foreign minister."""
_MANY = "ون"
"""What Arabic nouns of people end in where they are a subject."""
_FAR = 6
"""Words behind a state's name that begins a phrase, where it may still be the head."""


def companions(speech: Speech, text: str, start: int, end: int) -> int:
    """Where the phrase ends: before the word that says to whom, with whom or when."""
    for number, match in enumerate(WORD.finditer(text, start, end)):
        if number and match[0] in speech.words("with") and speech.language not in ("fr", "it"):
            return match.start()
    return end


def named_within(reading: Reading, start: int, end: int) -> Subject | None:
    """The actor whom a noun phrase names: a person in it, else the mention that is its head."""
    mentions = reading.mentions_within(start, end)
    for mention in mentions:
        if mention.type == "person":
            return Subject(mention.actor_id)
    if mentions and _is_private(reading, mentions, start, end):
        return None
    for mention in mentions:
        if is_head(reading, mention, start, end):
            return Subject(mention.actor_id)
    return None


def _is_private(reading: Reading, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a word outside of the names tells of somebody private: a union, but not the AU."""
    private = reading.speech.words("private")
    for word in WORD.finditer(reading.blotted, start, end):
        if word[0].lower() in private:
            place = word.start()
            if not any(mention.start <= place < mention.end for mention in mentions):
                return True
    return False


def in_apposition(reading: Reading, start: int, end: int) -> Subject | None:
    """Whom the office between commas behind a name tells: "John Lee, a British minister"."""
    words = WORD.findall(reading.blotted[start:end])
    if not words or words[0] not in reading.speech.words("institution"):
        return None
    first = next(iter(reading.mentions_within(start, end)), None)
    state = first is not None and first.type == "state" and "adjective" not in first.tagger
    if first is not None and state and _ends_in(reading, start, first.start):
        return None  # the head of a union "in" Britain
    return named_within(reading, start, end) or seated(reading, start, end)


def seated(reading: Reading, start: int, end: int) -> Subject | None:
    """The body in which an official is: "the leader in Hamas", not the minister in Moscow."""
    for mention in reading.mentions_within(start, end):
        if mention.type != "state" and _ends_in(reading, start, mention.start):
            return Subject(mention.actor_id)
    return None


def _ends_in(reading: Reading, start: int, end: int) -> bool:
    return WORD.findall(reading.blotted[start:end])[-1:] == ["في"]


def is_head(reading: Reading, mention: Mention, start: int, end: int) -> bool:
    """Whether a phrase is about this state or body: it alone, or one that speaks for it."""
    speech = reading.speech
    before = WORD.findall(reading.passage.text[start : mention.start])
    behind = WORD.findall(reading.passage.text[mention.end : end])
    small = speech.words("article") | speech.words("and")
    rest = [word for word in before if word.lower() not in small and len(word) > 1]
    official = speech.words("institution")
    if _ends_in_name(behind, official):
        return False
    if any(w in official or w.lower() in official for w in (*before, *behind[:_NEAR])):
        return True
    if speech.unspaced:
        return not rest
    if "adjective" in mention.tagger:
        many = speech.language == "ar" and mention.text.endswith(_MANY)
        return many and not rest  # the Palestinians say
    return not rest and (
        not behind
        or not mention.text.isalpha()
        or len(behind) <= 2
        or (not before and len(behind) <= _FAR)
    )


def _ends_in_name(words: list[str], official: frozenset[str]) -> bool:
    """Whether a person's name ends the phrase: "England striker Ann Lee", not "envoy Ann Lee"."""
    first = len(words)
    while first and words[first - 1][0].isupper():
        first -= 1
        if words[first].lower() in official:
            return False
    return len(words) - first >= 2 and not (first and words[first - 1].lower() in official)


def has_unknown_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase holds a capitalised word that no mention covers, in scripts with case."""
    covered = [(m.start, m.end) for m in reading.mentions_within(start, end)]
    for match in WORD.finditer(reading.blotted, start, end):
        capital = _HEADS.match(match[0]) is not None
        if capital and not any(low <= match.start() < high for low, high in covered):
            return True
    return False
