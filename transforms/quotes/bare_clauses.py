"""Clauses that are said and that no word opens, by language.

German with a comma (sagte, er habe ...), English with nothing (said he would), Chinese (表示，...),
Turkish as a nominalised clause (... vermediğini söyledi). Offsets are code points into the
passage's text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quotes.clauses import Reading, body_start
from transforms.quotes.speech import Verb

LONGEST = 2_000
"""Code points of a clause or a sentence that is looked at; hostile texts are longer."""
_TURKISH = re.compile(
    r"(?:[dt][ıiuü](?:ğ|kl[ae]r)[ıiuü]n[ıiuü]|[ae]c[ae](?:ğ|kl[ae]r)[ıiuü]n[ıiuü]"
    r"|m[ae][dt][ıi](?:ğ|kl[ae]r)[ıi]n[ıi])['’]?\s+$"
)
_TURKISH_BREAK = re.compile(r"(?:,|\bise|\bve|\biçin|\bdiyerek|[\x03\x04])\s+")
_CAPITALS = re.compile(r"(?:[A-ZÇĞİÖŞÜÂ][\w'’.-]*\s+){1,4}(?=[a-zçğıöşü])")
HEBREW_THAT = re.compile(
    r"\s+ש(?=[א-ת]{2})(?!לום|לוש|נים|נתיים|בוע|עה|עות|ר\b|רת\b|רים\b|ני\b|תי\b|ם\b)"
)
"""ש, "that", which is written together with the next word; not words that begin with it."""
_CHINESE = re.compile(r"[，,：:]?\s*(?=[^\x02\x03\x04，。：:,、“「\s])")
_CHINESE_BARE = ("表示", "称", "稱", "指出", "强调", "強調", "认为", "認為", "透露", "声称")
_ENGLISH_BARE = re.compile(
    r"\s+(?=(?:he|she|it|they|we|I|there|the|a|an|its|his|her|their|our|this|these|those|no|both|"
    r"nobody|all|some|any|many|more|most|such|what|[A-Z]\w+)\b)"
)
_ENGLISH_BARE_VERBS = frozenset(
    "said says insisted insists claimed claims believe believes argued".split()
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|"
    r"do|does|did|\w+ed)\b"
)
_ACTS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|[a-z]\w*ed)\b"
)
_RELATIVE = re.compile(r", (?:who|whose|which|where|now|once)\b[^,]*,$")
_LONGEST_HEAD = 200
"""Code points before a verb of saying, and behind it, in which another verb stands."""
_WEEKDAY = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PERSIAN_BARE = re.compile(r"\s+(?=\w+\s+\w+)(?!که\b|تا\b|و\b|به\b)")
_GERMAN_BARE = re.compile(
    r"[^,.;:\x02]{0,40},\s+(?=\w)(?!(?:dass|daß|weil|wenn|als|ob|wie|und|aber|wo|was|so|um|der "
    r"Minister|sagte|die ihn|obwohl|nachdem|während|denn|doch)\b)"
)


class Clause(NamedTuple):
    """A clause that is said, text[start:end], its verb, and whether the verb follows it.

    gap: where what stands between verb and clause ends; the subject may lie before it.
    """

    start: int
    end: int
    verb: Verb
    follows: bool
    gap: int


def bare_start(reading: Reading, verb: Verb, end: int) -> int | None:
    """The start of a clause that nothing opens."""
    text, language = reading.blotted, reading.speech.language
    form = text[verb.start : verb.end]
    if language == "zh":
        bare = _CHINESE.match(text, verb.end)
        if bare is None or (bare.end() == verb.end and not form.endswith(_CHINESE_BARE)):
            return None
        return bare.end()
    if verb.kind != "say":
        return None
    before = text[max(0, verb.start - 3) : verb.start].rstrip()[-1:]
    if language == "fa" and before not in ("\x03", "\x04", ""):  # a comma closes an apposition
        bare = _PERSIAN_BARE.match(text, verb.end, end)
        return bare.end() if bare is not None else None
    if language == "de" and before not in (",", "\x03", "\x04", ""):
        bare = _GERMAN_BARE.match(text, verb.end, end)
        return bare.end() if bare is not None else None
    if language == "en" and form in _ENGLISH_BARE_VERBS and before not in ("\x03", "\x04", ""):
        bare = _ENGLISH_BARE.match(text, verb.end, end)
        if bare is None or _WEEKDAY.match(text, verb.end):
            return None
        if before == "," and not _FINITE.search(text, bare.end(), min(end, bare.end() + 120)):
            return None  # "..., said the ministry yesterday"
        if (
            before == ","
            and text[bare.end()].isupper()
            and not _is_told_by(reading, verb, bare.end())
        ):
            return None
        return bare.end()
    return None


def _is_told_by(reading: Reading, verb: Verb, start: int) -> bool:
    """Whether whoever speaks stands between commas: Oslo's minister, Ann Lee, said Togo was ..."""
    text, (opens, end) = reading.blotted, reading.sentence(verb.start)
    head = _RELATIVE.sub(",,", text[max(opens, verb.start - _LONGEST_HEAD) : verb.start].rstrip())
    said = text[start : min(end, start + _LONGEST_HEAD)].partition(",")[0]
    return head.count(",") > 1 and not _ACTS.search(head) and bool(_ACTS.search(said))


def turkish_clause(reading: Reading, verb: Verb) -> Clause | None:
    """The nominalised clause right before the verb: "... yanıt vermediğini söyledi"."""
    text = reading.blotted
    start, _ = reading.sentence(verb.start)
    start = max(start, verb.start - LONGEST)
    if _TURKISH.search(text, max(start, verb.start - 40), verb.start) is None:
        return None
    end = verb.start
    first = body_start(text, start, end)
    for mention in reading.mentions_within(start, end):
        if mention.type == "person" and text[mention.end : mention.end + 1].isspace():
            first = max(first, mention.end)
            break
    else:
        name = _CAPITALS.match(text, first, end)
        if name is not None:
            first = name.end()
    for sign in _TURKISH_BREAK.finditer(text, first, end - 8):
        before = text[first : sign.start()].split()
        if sign[0][0] in ",\x03\x04" or len(before) < 12:
            first = sign.end()
    body = text[first:end].rstrip()
    if not body.split():
        return None
    lead = len(body) - len(body.lstrip(" ,"))
    return Clause(first + lead, first + len(body), verb, False, first + lead)
