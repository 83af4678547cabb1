"""Which words in quotation marks are somebody's, and which are names, titles and irony.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

from transforms.quotes.bare_clauses import Clause
from transforms.quotes.clauses import Reading
from transforms.quotes.discourse import WITHOUT_CASE
from transforms.quotes.quote_marks import Quoted
from transforms.quotes.speech import VERB_LAST, Speech, Verb

_TIGHT = re.compile(r"[\s,،，.!?…–—:-]*(?:[وف]|と|とも)?$")
_COLONS = frozenset(":：")
_COLON = re.compile(r"[:：]\s*$")
_ATTRIBUTED = re.compile(r"[^\W_][,،，]\s*(?:فإن|فان)?\s*$")
_PARTED = re.compile(r"[,.]?\s*[–—]\s*$|,\s*$")
_STOPS = frozenset(".!?…؟۔।。！？")
_PUNCTUATION = re.compile(r"[.!?…؟۔।،,;؛:](?=\s)|[。！？，；、：]")
_WORD = re.compile(r"[^\W_][\w'’\u0900-\u0963\u200c־-]*")
_LONGEST_TAG = 160
"""Code points between a quote and the verb behind it."""
_LONG = 8
"""Words from which a stretch that a verb takes is no name."""
_SHORT_TAG = 40
_TAG = re.compile(r"\s?[,،]\s*(?:[–—-]\s*)?[^\W\d_]|\s[–—]\s[^\W\d_]")
_LONGEST_SINGLE = 1_500
_NAME_GAP = 30
_CALL_GAP, _CALL_GAP_OF_WORD = 60, 26
"""Code points between called, described ... and what is quoted; the object may stand between."""
_WARNED_OF = (["من"], ["إلى"], ["of"], ["vor"], ["contra"], ["against"])


class Verdict(enum.Enum):
    """How a quoted stretch is known to be speech; SCARE for what is none."""

    SCARE = 0
    BEFORE = 1  # a verb before it takes it
    BEHIND = 2  # a verb behind it
    INSIDE = 3  # it is part of a clause that is said
    LABEL = 4  # a colon alone
    UNKNOWN = 5  # a tag with a verb that no table has
    ALONE = 6  # nothing says whose it is


class Judgement(NamedTuple):
    """A verdict with the verb that it rests on."""

    verdict: Verdict
    verb: Verb | None = None


_SCARE = Judgement(Verdict.SCARE)


def judge(reading: Reading, number: int, clause: Clause | None) -> Judgement:
    """What the quoted stretch reading.top[number] is; clause: the said clause it lies in."""
    span = reading.top[number]
    speech, blotted = reading.speech, reading.blotted
    start, end = reading.sentence(span.left)
    previous = max(start, _behind_names(reading, number))
    following = reading.top[number + 1].left if number + 1 < len(reading.top) else end
    text = reading.passage.text[span.start : span.end]
    words = count_words(speech, text)
    if words < _LONG and _is_named(reading, span):
        return _SCARE
    verbs = reading.verbs_within(max(previous, span.left - _LONGEST_SINGLE), span.left)
    before = verbs[-1] if verbs else None
    gap = blotted[before.end : span.left] if before is not None else ""
    colon = blotted[max(previous, span.left - 4) : span.left].rstrip()[-1:] in _COLONS
    plain = words >= _LONG and before is not None and before.kind != "name"
    if (
        plain
        and before is not None
        and (colon or _takes(speech, before, gap) or _is_told_to(speech, before, gap))
    ):
        return Judgement(Verdict.BEFORE, before)  # the plainest case
    later = reading.verbs_within(span.right, min(end, span.right + _LONGEST_TAG))
    behind = later[0] if later else None
    tail = blotted[span.right : behind.start] if behind is not None else ""
    tight = behind is not None and _TIGHT.fullmatch(tail) is not None
    lead = blotted[previous : span.left]
    stopped = text[-1] in _STOPS or _PUNCTUATION.search(text, 0, len(text) - 1) is not None
    naming = before is not None and before.kind == "name" and len(gap) <= _NAME_GAP
    if naming and words < 8 and "،" not in gap and "," not in gap:
        if not (colon and (words >= 4 or stopped)):
            return _SCARE
        before = None
    if behind is not None and tight and behind.kind == "name" and words < 8:
        return _SCARE
    if words < 5 and not stopped and _is_classified(speech, lead):
        return _SCARE
    speaks = before is not None and before.kind != "name"
    if colon:
        if speaks:
            return Judgement(Verdict.BEFORE, before)
        named = [m for m in reading.mentions_within(previous, span.left) if m.type == "person"]
        beside = bool(named) and _COLON.match(blotted, named[-1].end, span.left) is not None
        whole = stopped or not _WORD.search(
            blotted, span.right, min(end, span.right + _LONGEST_TAG)
        )
        least = 1 if beside else 2 if whole or reading.passage.kind == "title" else 3
        if behind is not None and tight and behind.kind in ("say", "ask", "attr"):
            return Judgement(Verdict.BEHIND, behind)
        if words < least or (words < 5 and looks_like_name(text, words, stopped) and not beside):
            return _SCARE
        return Judgement(Verdict.LABEL)
    if speaks and before is not None and before.kind == "attr" and speech.language not in VERB_LAST:
        if not gap.strip() and words < 5:
            return _SCARE  # according to "The Daily Planet"
        if words >= 2 and _ATTRIBUTED.search(gap):
            return Judgement(Verdict.BEFORE, before)
    if speaks and before is not None and _takes(speech, before, gap):
        return Judgement(Verdict.BEFORE, before)
    opens = not _WORD.search(lead)
    if number and words >= 2 and _PARTED.search(gap if before is not None else lead):
        tag = blotted[reading.top[number - 1].right : before.start] if before is not None else ""
        if _TIGHT.fullmatch(tag) and (before is not None or opens):  # "...", — said X, — "..."
            return Judgement(Verdict.BEFORE if before is not None else Verdict.ALONE, before)
    if behind is not None and behind.kind != "name" and following >= behind.start:
        parted = opens or lead.rstrip()[-1:] in (",", "،")
        naming = not parted and looks_like_name(text, words, stopped)
        tells = behind.kind != "call" or speech.language in VERB_LAST
        if tight and tells and not naming and (parted or words >= 2 or behind.kind == "call"):
            return Judgement(Verdict.BEHIND, behind)
        comma = text.endswith((",", "，")) or (
            0 < len(tail) <= _SHORT_TAG and tail[0] in ",،，"
        )  # which tells in English that a tag follows
        long = words >= 3 or stopped or comma
        if opens and ":" not in tail and behind.kind != "call" and long:
            return Judgement(Verdict.BEHIND, behind)
    if opens and _is_tagged(reading, span, end):
        return Judgement(Verdict.UNKNOWN)
    goes_on = number and opens and (words >= 2 or stopped)
    if goes_on and not _WORD.search(blotted, span.right, min(end, span.right + _LONGEST_TAG)):
        return Judgement(Verdict.ALONE)
    if looks_like_name(text, words, stopped):
        return _SCARE
    if clause is not None and not clause.verb.end <= span.left < clause.start - 1:
        proper = words == 1 and speech.language == "ar" and text.startswith("ال")
        return _SCARE if proper else Judgement(Verdict.INSIDE, clause.verb)
    if speaks and before is not None:
        last = gap.split()[-1:]
        if words >= (3 if last == ["إلى"] else 2) and len(gap) <= _CALL_GAP and last in _WARNED_OF:
            return Judgement(Verdict.BEFORE, before)
        near = len(gap) <= (_CALL_GAP if words > 1 else _CALL_GAP_OF_WORD)
        enough = 3 if speech.language in WITHOUT_CASE else 2
        if before.kind == "attr" and words >= enough and not _is_term(speech, lead, words):
            return Judgement(Verdict.BEFORE, before)
        if before.kind == "call" and near and not _is_term(speech, lead, words):
            return Judgement(Verdict.BEFORE, before)
        if words >= 5 or stopped:
            return Judgement(Verdict.BEFORE, before)
    return _judge_alone(reading, span, words, stopped, opens, end)


def _behind_names(reading: Reading, number: int) -> int:
    """Where the quote before this one ends, unless it is but a name: قال لصحيفة "..." إن "..."."""
    top, language = reading.top, reading.speech.language
    while number and language == "ar" and top[number - 1].end - top[number - 1].start <= _NAME_GAP:
        between = reading.blotted[top[number - 1].right : top[number].left].strip()
        if between not in reading.speech.words("that"):
            break
        number -= 1
    return top[number - 1].right if number else 0


def _is_named(reading: Reading, span: Quoted) -> bool:
    """Whether what stands in quotation marks is the name of an actor, and no more."""
    return any(
        mention.start == span.start and mention.end == span.end for mention in reading.mentions
    )


def _is_tagged(reading: Reading, span: Quoted, end: int) -> bool:
    """Whether a comma, a word and a person follow: a tag, even if no table has its verb."""
    stop = min(end, span.right + _SHORT_TAG)
    tag = _TAG.match(reading.blotted, span.right, stop)
    return (
        tag is not None
        and not tag[0][-1].isupper()
        and any(mention.type == "person" for mention in reading.mentions_within(span.right, stop))
    )


def _judge_alone(
    reading: Reading, span: Quoted, words: int, stopped: bool, opens: bool, end: int
) -> Judgement:
    """A stretch that no verb of the table takes."""
    blotted, text = reading.blotted, reading.passage.text[span.start : span.end]
    rest = blotted[span.right : min(end, span.right + _LONGEST_TAG)]
    if opens and words >= 3:
        if not _WORD.search(rest):
            return Judgement(Verdict.ALONE) if words >= 4 or stopped else _SCARE
        commas = text.endswith((",", "，"))
        tag = re.match(r"\s[^\W\d_]" if commas else r"\s?[,،，]\s*(?:[–—-]\s*)?\w|\s[–—]\s\w", rest)
        if tag is not None and (words >= 4 or stopped):
            return Judgement(Verdict.UNKNOWN)
    if reading.passage.kind in ("title", "duplicate_title") and words >= 4:
        return Judgement(Verdict.ALONE)
    if words >= 7 and (stopped or words >= 9):
        return Judgement(Verdict.ALONE)
    return _SCARE


def _takes(speech: Speech, verb: Verb, gap: str) -> bool:
    """Whether a verb takes the quote right behind it: said, "..."; قال إن "..."."""
    bare = gap.strip(" ,،，–—-\n\xa0\u202f")
    if verb.kind == "call":
        return False
    that = speech.words("that")
    if not bare or bare in that:
        return True
    # the subject between: قال الوزير إن "..."
    arabic = verb.kind == "say" and speech.language == "ar"
    return arabic and not that.isdisjoint(gap.split()[-1:])


def _is_told_to(speech: Speech, verb: Verb, gap: str) -> bool:
    """Whether only to whom, where or when stands before a quote: قالت للصحافيين "..."."""
    if speech.language != "ar" or verb.kind != "say" or _PUNCTUATION.search(gap + " "):
        return False
    return not speech.words("with").isdisjoint(gap.split()[:1])


def _is_classified(speech: Speech, lead: str) -> bool:
    """Whether the word before the mark says that a name follows: the ship "...", منطقة "..."."""
    last = lead[-30:].split()[-1:]
    if not last or not lead[-1:].isspace():
        return False
    forms = (last[0], last[0][1:]) if speech.language in ("ar", "he") else last
    return not speech.words("classifier").isdisjoint(forms)


def _is_term(speech: Speech, lead: str, words: int) -> bool:
    """Whether an article before the mark makes it a noun: spoke of a "peace zone"."""
    last = _WORD.findall(lead[-12:])
    return words <= 3 and bool(last) and last[-1].lower() in speech.words("article")


def count_words(speech: Speech, text: str) -> int:
    """Words, in Chinese and Japanese two characters each."""
    if speech.unspaced:
        return (sum(character.isalnum() for character in text[:400]) + 1) // 2
    return len(text[:400].split())


def looks_like_name(text: str, words: int, stopped: bool) -> bool:
    """Whether every longer word is capitalised: "Too Old to Sail", "Morgenröte"."""
    if stopped or words > 6 or text == text.lower():
        return False
    longer = [word for word in _WORD.findall(text) if len(word) > 3] or _WORD.findall(text)
    return bool(longer) and all(word[0].isupper() for word in longer)


def judge_nested(reading: Reading, span: Quoted, outer: Quoted, verbs: list[Verb]) -> Verb | bool:
    """The verb by which words quoted within a quote are somebody's; else whether they are speech.

    verbs: all of the passage, also those within quotes, in order.
    """
    text, speech = reading.passage.text, reading.speech
    words = count_words(speech, text[span.start : span.end])
    before = next((v for v in reversed(verbs) if outer.start <= v.start < span.left), None)
    if before is not None and before.kind in ("say", "ask", "call"):
        gap = text[before.end : span.left]
        lead = gap.strip(" ,")
        if len(gap) <= _NAME_GAP and not re.search("[.!?]", gap):
            last = _WORD.findall(lead)
            if not (last and last[-1].lower() in speech.words("article") and words <= 3):
                first = _WORD.findall(text[span.start : span.end])[:1]
                if not (words == 2 and first and first[0].lower() in speech.words("article")):
                    return before
    behind = next((v for v in verbs if span.right <= v.start < span.right + 8), None)
    if behind is not None and behind.kind in ("say", "ask", "attr") and behind.start < outer.end:
        apart = _WORD.search(text, span.right, behind.start)
        if apart is None:
            return behind
    return words >= 3 and _COLON.search(text, outer.start, span.left) is not None
