"""What is said without quotation marks: the clause that a verb of saying takes.

Behind the word that opens it (said that ..., قال إن ...), behind a comma or nothing where the
language allows it (transforms/quotes/bare_clauses.py), or before the verb (..., the minister said).
Offsets are code points into the passage's text.
"""

from __future__ import annotations

import functools
import re

from transforms.quotes.attributed import attributed_clause, reported_sentence
from transforms.quotes.bare_clauses import HEBREW_THAT, LONGEST, Clause, bare_start, turkish_clause
from transforms.quotes.clauses import BLOT, Reading, body_start
from transforms.quotes.speech import Speech, Verb

_FARTHEST = {"ar": 220, "fa": 60, "ur": 30, "hi": 30, "he": 60}
"""Code points from the verb to the word that opens the clause; the subject may stand between."""
_FAR = 80
_WORD = re.compile(r"[^\W_]")
_COLON = re.compile(r"[:：]\s*[\x02\x04]")
_PARTED = re.compile('[:："\x02\x03\x04;؛]')
_PROVIDED = re.compile("[،,] على $|(?<![^\\W_])[بستد]ي $")
"""... على أن (on condition that); بي إن and سي إن are letters of a broadcaster's name."""
_FUSED = re.compile("ب?([أإا]ن(?:ه|ها|هم|هما|نا|ني|ي))$")
_EDGE = " \t\n\r\xa0\u202f,;:،؛：，、；.!?؟۔।。！？…-–—\u200f\u200e"
_INVERTING = frozenset(("en", "fr", "es", "it", "pt", "de", "ru", "uk"))
_LONGEST_TAG = 130
TELLING = frozenset("told tells assured informed warned telling reminded".split())
"""What people stand behind who are told: told reporters that, assured Togo that."""
_LAST_WORD = 30
"""Code points before a verb in which the word that coordinates it stands."""
_AND_THAT = re.compile(r"[،,]?\s+و[أإ]نّ?(?:\s+|(?=ه\s|ها\s|هم\s))")
_SHORTEST_PART = 8
_WHEREAS = re.compile(r"[،,]\s+(?:بينما|فيما|في حين)\s")
_QUOTED = re.compile("\x02+[\x03\x04]")
_NAMED = re.compile(r"(?<![,،\s])\s\x02{3,30}[\x03\x04](?=\s)")
"""A name in quotation marks, of a paper or a programme."""
_MOST_TAG_WORDS = 8
_COMMAS = frozenset(",،")
_SHORT_TAG = 3
_PROCLITIC_END = re.compile(r"(?:^|[\s,،])[وف]$")


def find_clauses(reading: Reading) -> list[Clause]:
    """The clauses that are said in a passage, in order, apart from one another."""
    found: list[Clause] = []
    free = 0
    for number, verb in enumerate(reading.verbs):
        if verb.kind not in ("say", "join", "attr") or verb.start < free:
            continue
        start, end = reading.sentence(verb.start)
        following = reading.verbs[number + 1 : number + 6]
        if verb.kind == "attr":
            clause = attributed_clause(reading, verb, start, end, following)
        elif _is_noun(reading, verb):
            continue
        else:
            clause = _behind(reading, verb, end, following)
        if clause is None and verb.kind == "say":
            clause = reported_sentence(reading, verb, start, free)
            if clause is None:
                clause = _before(reading, verb, max(start, free), end)
        if clause is not None and clause.start >= free:
            parts = _coordinated(reading, clause)
            found.extend(parts)
            free = max(parts[-1].end, verb.end)
    return found


def _coordinated(reading: Reading, clause: Clause) -> list[Clause]:
    """The parts of an Arabic clause that "and that" parts: إن ...، وأن ...."""
    if reading.speech.language != "ar" or clause.follows:
        return [clause]
    if _AND_THAT.search(reading.blotted, clause.start, clause.end) is None:
        return [clause]
    parts, start = [], clause.start
    for sign in _AND_THAT.finditer(reading.blotted, clause.start, clause.end):
        if sign.start() - start > _SHORTEST_PART:
            parts.append(clause._replace(start=start, end=sign.start()))
            start = sign.end()
    parts.append(clause._replace(start=start))
    return parts


def _is_noun(reading: Reading, verb: Verb) -> bool:
    """Whether an English form is the noun: "the claim that ...", "his promise"."""
    if reading.speech.language != "en":
        return False
    before = reading.blotted[max(0, verb.start - 8) : verb.start].split()
    return bool(before) and before[-1].lower() in reading.speech.words("article")


@functools.cache
def _opener(language: str, forms: frozenset[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    parts = [f"{form}" if form[-1] in "'’" else rf"{form}(?=[\s\x02])" for form in ordered]
    first = re.escape("".join({form[0] for form in forms}))
    return re.compile(rf"[\s,،](?=[{first}])({'|'.join(parts)})")


def _behind(reading: Reading, verb: Verb, end: int, following: list[Verb]) -> Clause | None:
    speech, text = reading.speech, reading.blotted
    language = speech.language
    if language == "tr":
        return turkish_clause(reading, verb)
    start = _opened_start(reading, verb, end, following)
    gap = verb.end
    if start is None:
        start = bare_start(reading, verb, end)
    else:
        gap = start
    if start is None:
        return None
    if end - start > LONGEST:
        return None
    end = _clause_end(reading, start, end, following)
    body = text[start:end]
    kept = body.rstrip(_EDGE)
    start += len(body) - len(body.lstrip(_EDGE))
    end = start + len(kept.lstrip(_EDGE))
    if end <= start:
        return None
    quoted = _QUOTED.match(text, start)
    if quoted is not None and (
        text[quoted.end() : quoted.end() + 1] in _COMMAS or not _WORD.search(text, start, end)
    ):
        return None  # nothing but words in quotation marks
    if (end - start < 4) if speech.unspaced else (len(text[start:end].split()) < 2):
        return None
    return Clause(start, end, verb, False, gap)


def _opened_start(reading: Reading, verb: Verb, end: int, following: list[Verb]) -> int | None:
    """Behind the word that opens the clause, if one stands near enough to the verb."""
    speech, text = reading.speech, reading.blotted
    forms = speech.words("that")
    if not forms:
        return None
    last = min(end, verb.end + _FARTHEST.get(speech.language, _FAR))
    for other in following:
        if other.kind in ("say", "ask", "join"):
            last = min(last, other.start)
            break
    word = _opener(speech.language, forms).search(text, verb.end, last)
    for name in following:
        if word is not None and name.kind == "name" and 0 <= word.start(1) - name.end <= 2:
            word = _opener(speech.language, forms).search(text, word.end(), last)  # known to be
    if speech.language == "he":
        bare = HEBREW_THAT.match(text, verb.end)
        if bare is not None:
            return bare.end()
    if word is None:
        return None
    opens = word.start(1)
    gap = text[verb.end : opens]
    if speech.language == "ar" and BLOT in gap:
        gap = _NAMED.sub("", gap)  # told the daily "Al-Hayat" that
    if _PARTED.search(gap) is not None or not _may_part(reading, verb, gap):
        return None
    behind = word.end()
    if any(behind <= other.start <= behind + 1 for other in following[:2]):
        return None  # a relative: "the minister, que advirtió ..."
    fused = _FUSED.fullmatch(word[1]) if speech.language == "ar" else None
    return opens + fused.start(1) if fused is not None else word.end()


def _may_part(reading: Reading, verb: Verb, gap: str) -> bool:
    """Whether these words may stand between the verb and the clause that it takes."""
    speech, bare = reading.speech, gap.strip(" ,\n\xa0\u202f")
    if speech.language == "ar":
        form = reading.blotted[verb.start : verb.end]
        return "شد" in form or _PROVIDED.search(gap) is None
    if speech.language == "ur" and reading.blotted.endswith(" سے ", 0, verb.start):
        return False  # told somebody to
    if speech.language in ("ru", "uk", "de") and "," not in gap:
        return False
    if not bare:
        return True
    first = re.split(r"[\s,]", bare, maxsplit=1)[0]
    if first in speech.words("with") or first.lower() in speech.words("pronoun"):
        return True
    if speech.language in ("en", "fa", "he"):
        told = reading.passage.text[verb.start : verb.end].lower() in TELLING
        return (told and len(bare.split()) <= 7) or speech.language != "en"
    if speech.language in ("ru", "uk", "de"):
        return len(bare) < 60
    before = reading.blotted[max(0, verb.start - 2) : verb.start].strip()
    inverted = not before or before[-1] in ",\x03\x04.:"
    return inverted and bool(reading.mentions_within(verb.end, verb.end + len(gap)))


def _clause_end(reading: Reading, start: int, end: int, following: list[Verb]) -> int:
    """The end of the clause: the sentence's, or where another verb of saying is coordinated."""
    speech, text = reading.speech, reading.blotted
    colon = _COLON.search(text, start, end)
    if colon is not None:
        end = start + len(text[start : colon.start()].rstrip())
    if speech.language == "ar":
        whereas = _WHEREAS.search(text, start, end)
        if whereas is not None:
            end = whereas.start()
    for verb in following:
        if verb.start >= end or verb.kind in ("name", "attr"):
            continue
        first = max(start, verb.start - _LAST_WORD)
        before = text[first : verb.start].rstrip()
        if speech.language == "ar" and _PROCLITIC_END.search(text, first, verb.start):
            return first + len(before[:-1].rstrip())
        if before.endswith((",", "،", "，", "؛", ";")):
            return first + len(before) - 1
        if speech.unspaced and before.endswith(("，并", "，並", "，还", "，又", "，但")):
            return first + len(before) - 2
        words = before.rsplit(None, 1)
        if len(words) == 2 and words[1] in speech.words("and") and words[1] != "not":
            return first + len(words[0].rstrip())
    return end


def _before(reading: Reading, verb: Verb, start: int, end: int) -> Clause | None:
    """The clause that a sentence begins with and its speaker ends: "..., the minister said."."""
    speech, text = reading.speech, reading.blotted
    language = speech.language
    if language not in _INVERTING or end - verb.end > _LONGEST_TAG or end - start > LONGEST:
        return None
    head = text[start : verb.start]
    comma = head.rstrip().rfind(",")
    if comma < 0 or any(sign in head for sign in "\x02\x03\x04") or "\x02" in text[verb.end : end]:
        return None
    tag = head[comma + 1 :].strip()
    if not tag:
        if not _names_someone(reading, verb.end, end) and not verb.pronoun:
            return None
    else:
        rest = text[verb.end : end].strip(" .!?")
        first = tag.split(None, 1)[0].lower()
        banned = speech.words("relative") | speech.words("and") | speech.words("that")
        if language != "en" or len(rest) > 60 or len(tag) > 90 or first in banned:
            return None
        told = text[verb.start : verb.end].lower() in TELLING  # told reporters
        if rest and not told and not rest.startswith(tuple(speech.words("with"))):
            return None
        if text[verb.start].isupper() or len(tag.split()) > _MOST_TAG_WORDS:
            return None  # "Washington State", "students ... admitted to the class"
        if not _names_someone(reading, start + comma + 1, verb.start):
            return None
        before = head[:comma].rpartition(",")
        if before[1] and not reading.passage.text[start + comma + 2].islower():
            # the name stands behind its office: "..., the foreign minister, Ann Lee, said"
            comma = comma if not before[2].strip().startswith("the ") else len(before[0])
    first_place = body_start(text, start, start + comma)
    body = text[first_place : start + comma]
    if len(body.split()) < 3:
        return None
    return Clause(first_place + len(body) - len(body.lstrip()), start + comma, verb, True, verb.end)


def _names_someone(reading: Reading, start: int, end: int) -> bool:
    """Whether a tag holds a name, a pronoun or a word for who speaks officially."""
    speech: Speech = reading.speech
    words = re.findall(r"[\w’'-]+", reading.passage.text[start:end])[:8]
    if words and words[0] in speech.words("with") and speech.language not in ("fr", "de"):
        return False
    if words and words[0].lower() in speech.words("article"):
        return True
    if speech.language in ("ru", "uk") and 0 < len(words) <= _SHORT_TAG:
        return True  # no article tells a noun there
    known = speech.words("pronoun") | speech.words("institution")
    if any(word in known or word.lower() in known for word in words):
        return True
    if speech.language == "de":
        return bool(reading.mentions_within(start, end)) or any(w[0].isupper() for w in words[:2])
    return any(word[0].isupper() for word in words) or bool(reading.mentions_within(start, end))
