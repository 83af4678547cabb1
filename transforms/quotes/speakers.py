"""Whose words they are: the subject of a verb of saying, as one of the actors mentioned.

The noun phrase beside the verb decides. Somebody without a mention (a farmer) has no actor, and
the nearest name is never borrowed for him. A pronoun, or no subject at all, is whoever the text
spoke of last. Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.quotes.clauses import Reading
from transforms.quotes.discourse import NOBODY, PRONOUN, WITHOUT_CASE, WORD, Discourse, Subject
from transforms.quotes.noun_phrases import (
    companions,
    has_unknown_name,
    in_apposition,
    is_head,
    named_within,
    seated,
)
from transforms.quotes.speech import VERB_LAST, Speech, Verb

_PART = re.compile(r"[,،，、;؛()\x02-\x04–—-](?:(?<!-)|(?<=\s-)(?=\s))")
_STOP = re.compile(r"[:：.!?؟۔。！？\x02-\x04]")
_FARTHEST = 260
"""Code points from a verb to the beginning of its subject."""
_NAME_FIRST = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ]\.\s?)+[A-ZÀ-ÞА-ЯЁІЇЄҐ]|[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]+\s[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]+"
)
_LONGEST_VERB = 2
"""Words of an Arabic verb with its particle."""
_INVERTING = frozenset(("fr", "es", "it", "pt", "de", "ru", "uk"))
"""Languages in which a verb behind a quote stands before its subject."""
_COMMAS = frozenset(",،，")
_CASES = frozenset(("ru", "uk"))
_LONGEST_PREPOSITION = 4
_ARABIC_SUBJECT = re.compile(r"\s+\w+ون\b")
"""A plural in the nominative: never an object."""
_ARABIC_OBJECT = re.compile(r"لل\w\w\w|ال\w\w\w+ين$")
"""To somebody, or a plural that is no nominative: never a subject."""
_QUOTING = frozenset(("と", "とも", "などと"))
_WIDE_GAP = re.compile("(?<=[\u2e80-\uffff])\\s+(?=[\u2e80-\uffff])")


def subject_before(reading: Reading, discourse: Discourse, start: int, end: int) -> Subject | None:
    """The subject that ends right before a verb at `end`; None where there is no noun phrase."""
    speech, text = reading.speech, reading.blotted
    start = max(start, end - _FARTHEST)
    if speech.unspaced:  # white space parts as a comma does
        for gap in _WIDE_GAP.finditer(text, start, end):
            start = gap.end()
    for verb in reading.verbs_within(start, end):
        if verb.kind in ("say", "ask", "join") and verb.end <= end:
            start = verb.end
    cuts = [match.end() for match in _PART.finditer(text, start, end)]
    parts = [
        (first, last)
        for first, last in zip([start, *cuts], [*cuts, end], strict=True)
        if WORD.search(text, first, last)
    ]
    if not parts:
        return None
    closed = text[max(start, end - 3) : end].rstrip().endswith((",", "،", "，"))
    first, last = parts[-1]
    words = WORD.findall(text[first:last])
    relative = speech.words("relative")
    addressed = speech.language == "tr" and len(words) == 1 and words[0].islower()
    if not (closed or addressed) or len(parts) == 1:
        found = named_within(reading, first, last)
        if words[0].lower() in relative and found is None and len(parts) > 1:
            return _antecedent(reading, start, first)
        if found is not None:
            return found
        kept = _strip(speech, words)
        if not kept:
            return None
        if kept[0].lower() in speech.words("pronoun") or _begins_with_pronoun(speech, kept[0]):
            return PRONOUN
        joined = words[-1].lower() in speech.words("and") or words == ["و"]
        if joined and not has_unknown_name(reading, first, last):
            return None  # "... and said"
        known = discourse.office(speech, " ".join(kept))
        office_first = speech.language == "tr" and len(kept) == 1
        if known is not None and (office_first or not has_unknown_name(reading, first, last)):
            return known
        if words[0].lower() in speech.words("and") and not has_unknown_name(reading, first, last):
            noun = kept[0].lower() in speech.words("article")
            return NOBODY if noun or (len(kept) > 1 and speech.language == "ar") else None
        if kept[0] not in speech.words("with") and kept[0].lower() not in speech.words("with"):
            return NOBODY
    for first, last in reversed(parts[: len(parts) if closed and not addressed else -1]):
        words = WORD.findall(text[first:last])
        if words[0].lower() in relative:
            continue
        found = named_within(reading, first, last)
        if found is not None:
            return found
        if words[0].lower() in speech.words("pronoun") or _begins_with_pronoun(speech, words[0]):
            return PRONOUN
    somebody = closed or speech.language in ("fa", "ur", "hi")  # where the verb ends the sentence
    return NOBODY if somebody and len(parts) > 1 else None


def _antecedent(reading: Reading, start: int, end: int) -> Subject | None:
    persons = [m for m in reading.mentions_within(start, end) if m.type == "person"]
    return Subject(persons[-1].actor_id) if persons else None


def _begins_with_pronoun(speech: Speech, word: str) -> bool:
    return speech.unspaced and word.startswith(tuple(speech.words("pronoun")))


def _strip(speech: Speech, words: list[str]) -> list[str]:
    """Words of a phrase without conjunctions before it."""
    for number, word in enumerate(words):
        if word.lower() not in speech.words("and"):
            return words[number:]
    return []


def subject_behind(reading: Reading, discourse: Discourse, start: int, end: int) -> Subject | None:
    """The subject that begins right behind a verb at `start`; None where there is none."""
    speech, text = reading.speech, reading.blotted
    stop = _STOP.search(text, start, min(end, start + _FARTHEST))
    while stop is not None and stop[0] == "." and _is_initial(text, stop.start()):
        stop = _STOP.search(text, stop.end(), min(end, start + _FARTHEST))
    end = stop.start() if stop is not None else min(end, start + _FARTHEST)
    start = _behind_aside(speech, text, start, end)
    cut = _PART.search(text, start, end)
    last = cut.start() if cut is not None else end
    words = WORD.findall(text[start:last])
    if not words:
        return None
    if words[0].lower() in speech.words("pronoun"):
        return PRONOUN
    if words[0] in speech.words("that") or words[0] in speech.words("and"):
        return None
    if words[0] in speech.words("with") or words[0].lower() in speech.words("with"):
        if speech.language not in _INVERTING:
            return None
        start = _behind_circumstance(reading, start, last)
        if start == last:
            return None
        found = subject_behind(reading, discourse, start, end)
        return found if found is not NOBODY else None
    found = named_within(reading, start, companions(speech, text, start, last))
    if found is None and speech.language == "ar" and _is_beside(words):
        return None
    if found is not None:
        return found
    if cut is not None and not words[0][0].isupper():
        # the name stands behind its office: "said the minister, Ann Lee"
        behind = reading.mentions_within(cut.end(), min(end, cut.end() + 3))
        if behind and behind[0].type == "person":
            return Subject(behind[0].actor_id)
    known = discourse.office(speech, text[start:last])
    if known is not None and not has_unknown_name(reading, start, last):
        return known
    if speech.language == "ar" and words[0] in speech.words("institution"):
        found = seated(reading, start, last)
    if speech.language == "ar" and found is None and cut is not None and cut[0] in _COMMAS:
        closing = _PART.search(text, cut.end(), end)
        found = in_apposition(reading, cut.end(), closing.start()) if closing is not None else None
    return found or discourse.by_name(speech, text[start:last]) or NOBODY


def _is_beside(words: list[str]) -> bool:
    """Whether what stands behind an Arabic verb is no subject: said briefly, told the reporters."""
    adverb = len(words) == 1 and words[0].startswith("ب")
    return adverb or _ARABIC_OBJECT.match(words[0]) is not None


def _behind_aside(speech: Speech, text: str, start: int, end: int) -> int:
    """Behind words such as "por su parte", which no subject begins with."""
    head = text[start : min(end, start + 30)]
    lead = len(head) - len(head.lstrip(" ,،"))
    if not head.startswith(speech.asides, lead):
        return start
    for aside in speech.asides:
        if head.startswith(aside, lead) and not head[lead + len(aside) :][:1].isalnum():
            return start + lead + len(aside)
    return start


def _behind_circumstance(reading: Reading, start: int, end: int) -> int:
    """Behind "a EFE", "au téléphone", "на брифинге", where a subject may follow; else the end.

    What is told to an office or to somebody with a name has its subject elsewhere.
    """
    speech = reading.speech
    small = speech.words("article") | speech.words("with")
    official = speech.words("institution")
    for match in WORD.finditer(reading.blotted, start, end):
        word = match[0]
        if word.lower() in small:
            if speech.language in _CASES and len(word) > _LONGEST_PREPOSITION:
                return match.end()  # журналистам, вчера
            continue
        named = reading.mentions_within(match.start(), match.end())
        if word in official or word.lower() in official or (named and named[0].type == "person"):
            return end
        return match.end()
    return end


def _is_initial(text: str, stop: int) -> bool:
    return text[stop - 1 : stop].isupper() and not text[stop - 2 : stop - 1].isalnum()


def subject_of(
    reading: Reading, discourse: Discourse, verb: Verb, start: int, end: int, quote: tuple[int, int]
) -> Subject | None:
    """The subject of a verb; None for a pronoun or none at all.

    start, end: the stretch around the verb in which it may stand. quote: the words said, which lie
    before the verb or behind it; an empty span where there are none.
    """
    language = reading.speech.language
    if verb.pronoun:
        return PRONOUN
    if verb.kind == "join":
        return None
    if verb.kind == "attr":
        if reading.blotted[verb.end : verb.end + 1] in _COMMAS:
            return PRONOUN  # in his words
        if language in ("tr", "ur", "hi"):
            return subject_before(reading, discourse, start, verb.start)
        return subject_behind(reading, discourse, verb.end, end)
    follows = quote[1] <= verb.start
    between = reading.blotted[max(start, quote[1]) : verb.start] if follows else ""
    if language == "tr" and reading.blotted.endswith(("en", "an"), verb.start, verb.end):
        return subject_behind(reading, discourse, verb.end, end)
    if language in VERB_LAST or reading.speech.unspaced:
        if language == "tr" and follows and not WORD.search(between):
            found = subject_behind(reading, discourse, verb.end, end)  # "...", dedi Ali
            if found is not None and found.actor_id is not None and found is not PRONOUN:
                return found
        if follows and (not WORD.search(between) or between.strip(" ,،、") in _QUOTING):
            return subject_before(reading, discourse, start, quote[0])
        low = max(start, quote[1]) if follows else start
        return subject_before(reading, discourse, low, verb.start)
    if follows:
        if WORD.search(between):
            found = subject_before(reading, discourse, quote[1], verb.start)
            adverb = language in _INVERTING and len(WORD.findall(between)) == 1
            if found is not NOBODY or not adverb:
                return found
            behind = subject_behind(reading, discourse, verb.end, end)
            return behind if behind is not None and behind.actor_id is not None else found
        return subject_behind(reading, discourse, verb.end, end)
    if language == "ar":
        found = subject_behind(reading, discourse, verb.end, end)
        shared = verb.kind == "call" and quote[0] > start > reading.sentence(verb.start)[0]
        if shared and found and len(reading.mentions_within(verb.end, quote[0])) == 1:
            found = NOBODY  # and he accused the ministry of "..."
        plural = _ARABIC_SUBJECT.match(reading.blotted, verb.end, end) is not None
        if found is NOBODY and verb.kind == "call" and not plural:
            found = None  # it is the object: called the closure "..."
        if found is None and _before_proclitic(reading, verb) < verb.start:
            return None  # "and" begins a new clause: whoever the one before it was about
        return found or subject_before(reading, discourse, start, verb.start)
    found = subject_before(reading, discourse, start, _before_proclitic(reading, verb))
    head = reading.blotted[max(start, verb.start - 3) : verb.start].rstrip()
    if found is NOBODY and language in _INVERTING and head.endswith(","):
        found = None  # "asked about it, said Ann Lee"
    if found is None:
        found = subject_behind(reading, discourse, verb.end, end)
        if found is NOBODY:
            found = None
    return found


def _before_proclitic(reading: Reading, verb: Verb) -> int:
    glued = verb.start and not reading.blotted[verb.start - 1].isspace()
    return verb.start - 1 if glued else verb.start


def subject_within(reading: Reading, start: int, end: int) -> Subject | None:
    """Whom the words before a verb without a subject of its own are about."""
    found = first_person(reading, start, end)
    if found is None:
        mentions = reading.mentions_within(start, min(end, start + _FARTHEST))
        if mentions and is_head(reading, mentions[0], start, mentions[0].end):
            return Subject(mentions[0].actor_id)
        if mentions and reading.speech.language == "ar":  # the verb stands first
            words = WORD.findall(reading.blotted[start : mentions[0].start])
            governed = not reading.speech.words("with").isdisjoint(words[-1:])
            if len(words) <= _LONGEST_VERB and not governed:
                return Subject(mentions[0].actor_id)
    return found


def first_person(reading: Reading, start: int, end: int) -> Subject | None:
    """Whom a sentence without a verb of saying is about: the first person named in it."""
    if reading.has_persons:
        for mention in reading.mentions_within(start, end):
            if mention.type == "person":
                return Subject(mention.actor_id)
    if reading.speech.language in WITHOUT_CASE:
        return None
    name = _NAME_FIRST.match(reading.blotted, start, end)
    if name is not None and not reading.mentions_within(start, name.end()):
        return NOBODY
    return None
