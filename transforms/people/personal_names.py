"""Personal names beside a title: where "Sergei Lavrov" begins and ends in each script.

In cased scripts a name is two to four words with capitals and the particles between them. In Arabic
and Hebrew script commas bound it, or a given name of data/roles.tsv opens it; in Chinese it runs up
to a verb. All searches look at a bounded stretch beside the title.
"""

from __future__ import annotations

import functools
import re

from transforms.people.eastern_names import DOTS, Span, chinese_after, hindi_after
from transforms.people.roles import MARKS, WORD, Grammar, fold_word

_CASED = frozenset({"en", "de", "fr", "es", "it", "pt", "ru", "uk", "tr"})
_ABJAD = frozenset({"ar", "fa", "ur", "he"})
_UPPER = "".join(
    char for char in map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x2000))) if char.isupper()
)
_WORD = rf"(?![DLJNSMTCdl]['’][a-zà-ÿ])[{_UPPER}][^\W\d_]*(?:[-’'ʼ‑](?!s\b)[^\W\d_]+)*"
_GLUED = r"(?:(?:[AEaeDdOo][ldnrstz]?h?|bin|ben|d|O)[-’'])?"
_PARTICLES = (
    "de da do dos das del della di du la le van von der den ter bin ibn ben bint al el ed y e "
    "фон ван де бен ибн аль дер ді"
)
_PARTICLE = rf"(?:(?:{'|'.join(_PARTICLES.split())})\s){{1,2}}"
_CAP = rf"#?(?:[{_UPPER}]\.(?=[\s{_UPPER}])|{_GLUED}{_WORD})"
_S = rf"[ \t\n\xa0\u202f{MARKS}]{{1,3}}"
_NAME = rf"{_CAP}(?:{_S}(?:{_PARTICLE})?{_CAP}){{0,3}}"
_ABBREVIATED = "Gen Lt Col Maj Brig Capt Adm Sen Rep Gov Dr Mr Mrs Ms Prof Sr Sra Hon M"
_STYLED = "General Admiral Colonel Lieutenant Major Brigadier Rear Sheikh Prince Mullah Ayatollah"
_HONORIFIC = (
    rf"(?:(?:(?:{'|'.join(_ABBREVIATED.split())})\.|(?:{'|'.join(_STYLED.split())}))\s){{0,3}}"
)
_DIRECT = re.compile(rf"{_S}{_HONORIFIC}({_NAME})")
_COMMA = re.compile(rf"\s?,{_S}{_HONORIFIC}({_NAME})(?=\s?[,.;:!?)»”“\"—–(]|\s?$)")
_BEFORE = re.compile(rf"(?<![^\W_])({_NAME})\s?,{_S}(?:[^\s,.;:]{{1,6}}{_S}|[ld]['’])?$")
_PART = re.compile(_CAP)
_ARTICLES = ("der", "den", "das")
"""German words that end a name where no "von" or "van" stands before them."""
_CLOSING = frozenset('،,.؛;:!؟?()[]«»“”"…—–-')
_AR_COMMA = re.compile(rf"[\s{MARKS}]{{0,2}}[،,][\s{MARKS}]{{1,3}}")
_AR_SPACE = re.compile(rf"[\s{MARKS}]{{1,3}}")
_BINDING_NEXT = frozenset("عبد ابو أبو بو بن ابن آل ال ولد بنت دي دو فان فون بون أم ام".split())
_SON = frozenset("بن ابن بنت".split())
_BINDING_LAST = frozenset("الله الدين الرحمن الفتاح العزيز".split())
_WORD_ENDINGS = ("ة", "ات", "ية", "هم", "ها", "نا", "ً", "ين", "ون")
_WITH_PRONOUN = ("ته", "تها", "هم", "ها")
_LONG = 5
_DIGIT = re.compile(r"\d")


def name_after(
    text: str, position: int, grammar: Grammar, blocked: frozenset[int]
) -> tuple[Span, bool] | None:
    """The name that follows a title which ends at `position`, and whether a comma parts them.

    blocked: where mentions of others begin, at which a name ends.
    """
    language = grammar.language
    if language in _CASED:
        return _cased_after(text, position, grammar, blocked)
    if language in _ABJAD:
        return _abjad_after(text, position, grammar, blocked)
    span = None
    if language == "zh":
        span = chinese_after(text, position, grammar, blocked)
    elif language == "hi":
        span = hindi_after(text, position, grammar)
    return (span, False) if span else None


def name_before(text: str, position: int, grammar: Grammar, blocked: frozenset[int]) -> Span | None:
    """The name that stands, with a comma, before a title which begins at `position`."""
    language = grammar.language
    if language in _CASED:
        if "," not in text[max(0, position - 10) : position]:
            return None
        start = max(0, position - 90)
        match = _BEFORE.search(text[start:position])
        if not match:
            return None
        span = _trim(text, start + match.start(1), start + match.end(1), grammar, blocked)
        return span if span and len(name_parts(text[span[0] : span[1]], language)) > 1 else None
    if language in _ABJAD:
        return _abjad_before(text, position, grammar, blocked)
    return None


def name_in_clause(text: str, position: int, grammar: Grammar) -> Span | None:
    """The name before a clause that leads to a body: "X, who heads the Turkmen committee"."""
    if not grammar.words["relative"]:
        return None
    window = text[max(0, position - 120) : position]
    comma = window.rfind(",")
    clause = window[comma + 1 :].split()
    if comma < 0 or not 2 <= len(clause) <= 7 or clause[0] not in grammar.words["relative"]:
        return None
    verbs = [place for place, word in enumerate(clause) if word in grammar.words["leads"]]
    if not verbs or any(
        fold_word(word) not in grammar.inner and fold_word(word) not in grammar.outside
        for word in clause[verbs[-1] + 1 :]
    ):
        return None  # "X, who heads a choir near the Turkish army"
    return name_before(text, position - len(window) + comma + 2, grammar, frozenset())


def stands_alone(text: str, position: int, grammar: Grammar) -> bool:
    """Whether an Arabic or Hebrew title that ends here is followed by a mark or a common word."""
    space = _AR_SPACE.match(text, position)
    if space is None:
        return True  # a mark follows
    word = WORD.match(text, space.end())
    if word is None:
        return True
    common = _is_stop(word[0], grammar) and fold_word(word[0]) not in grammar.heads
    return common or word[0].endswith(_WITH_PRONOUN)


def name_parts(name: str, language: str) -> list[str]:
    """The units of a name; a surname is the last: "بن سلمان", "نصر الله", "van Houten"."""
    if language in ("zh", "ja"):
        return [part for part in re.split(f"[{DOTS}]", name) if part]
    if language not in _ABJAD:
        return [match[0].lstrip("#") for match in _PART.finditer(name)]
    parts: list[str] = []
    for token in name.replace("#", "").replace("_", " ").split():
        if parts and (parts[-1].split()[-1] in _BINDING_NEXT or token in _BINDING_LAST):
            parts[-1] += " " + token
        else:
            parts.append(token)
    return parts


def _cased_after(
    text: str, position: int, grammar: Grammar, blocked: frozenset[int]
) -> tuple[Span, bool] | None:
    match, comma = _DIRECT.match(text, position), False
    if not match:
        match, comma = _COMMA.match(text, position), True
        if not match:
            return None
    span = _trim(text, match.start(1), match.end(1), grammar, blocked)
    if span is None or (comma and span != match.span(1)):
        return None
    parts = name_parts(text[span[0] : span[1]], grammar.language)
    if len(parts) == 1 and (comma or len(parts[0]) < 3 or parts[0].isupper()):
        return None
    return span, comma


def _trim(
    text: str, start: int, end: int, grammar: Grammar, blocked: frozenset[int]
) -> Span | None:
    """A run of capitalised words without words at either end that belong to no name."""
    stop, before = grammar.words["stop"], grammar.words["before"]
    parts = [(start + m.start(), start + m.end()) for m in _PART.finditer(text[start:end])]
    while parts and fold_word(text[slice(*parts[0])]) in before:
        parts.pop(0)
    kept: list[Span] = []
    for first, last in parts:
        word = fold_word(text[first:last])
        if first in blocked or word in stop or (not kept and word in grammar.heads):
            break
        if kept and grammar.language == "de" and text[kept[-1][1] : first].strip() in _ARTICLES:
            break  # Christian Lindner den Partnern
        kept.append((first, last))
    if not kept or (parts and kept[0][0] != parts[0][0]):
        return None
    last, end = kept[-1]
    if grammar.language == "tr":  # a case behind an apostrophe: "Kaya'nın"
        end = last + len(re.split("['’]", text[last:end])[0])
    return kept[0][0], end


def _abjad_after(
    text: str, position: int, grammar: Grammar, blocked: frozenset[int]
) -> tuple[Span, bool] | None:
    comma = _AR_COMMA.match(text, position)
    if comma:
        tokens = _tokens(text, comma.end(), grammar, blocked)
        end = tokens[-1][1] if tokens else 0
        closed = end < len(text) and text[end] in _CLOSING
        if closed and 2 <= len(tokens) <= 5 and not _starts_definite(text, tokens[0], grammar):
            return (tokens[0][0], end), True
        tokens = tokens if tokens and _is_given(text, tokens[0], grammar) else []
        return (_units(text, tokens, grammar), True) if len(tokens) > 1 else None
    space = _AR_SPACE.match(text, position)
    if not space:
        return None
    tokens = _tokens(text, space.end(), grammar, blocked)
    if len(tokens) < 2 or text[slice(*tokens[0])] in _SON:  # "الملك سلمان بن عبد العزيز"
        return None
    if _is_given(text, tokens[0], grammar):
        return _units(text, tokens, grammar), False
    span = _units(text, tokens, grammar)
    after = text[span[1] : span[1] + 1]
    words = [text[slice(*token)] for token in tokens[:2]]
    closed = after in _CLOSING if after else True
    if not closed:
        follower = WORD.match(text, span[1] + 1)
        closed = follower is not None and (
            _is_stop(follower[0], grammar) or _is_addressed(follower[0], grammar)
        )
    if not closed or any(word.endswith(_WORD_ENDINGS + _WITH_PRONOUN) for word in words):
        return None
    if any(word.startswith("ال") for word in words) or all(word.endswith("ا") for word in words):
        return None
    return span, False


def _abjad_before(
    text: str, position: int, grammar: Grammar, blocked: frozenset[int]
) -> Span | None:
    before = text[max(0, position - 3) : position].rstrip()
    if not before.endswith(("،", ",")):
        return None
    comma = text.rfind(before[-1], 0, position)
    start = max(0, comma - 60)
    for mark in '.،,:؛!؟\n"«»“”()':
        start = max(start, text.rfind(mark, start, comma) + 1)
    tokens: list[Span] = []
    for match in WORD.finditer(text, start, comma):
        word = match[0]
        if match.start() in blocked or _is_stop(word, grammar):
            tokens = []
        else:
            tokens.append(match.span())
    if start and start == comma - 60:  # a long clause, of which only the end was looked at
        tokens = tokens[1:] if len(tokens) < 4 else []
    if not 2 <= len(tokens) <= 4 or _starts_definite(text, tokens[0], grammar):
        return None
    return tokens[0][0], tokens[-1][1]


def _tokens(text: str, position: int, grammar: Grammar, blocked: frozenset[int]) -> list[Span]:
    """At most six words that may belong to a name."""
    tokens: list[Span] = []
    while len(tokens) < 6:
        word = WORD.match(text, position)
        if not word or position in blocked:
            break
        noun = word[0]
        if _is_stop(noun, grammar) and not (tokens and text[slice(*tokens[-1])] in _BINDING_NEXT):
            break
        if noun[-1] == "ً" or (not noun.isalpha() and _DIGIT.search(noun)):
            break
        if len(tokens) > 1 and _is_addressed(noun, grammar):
            break
        tokens.append(word.span())
        space = _AR_SPACE.match(text, word.end())
        if not space:
            break
        position = space.end()
    return tokens


def _units(text: str, tokens: list[Span], grammar: Grammar) -> Span:
    """Two units of a name, a third where a given name or a mark shows that it belongs to it."""
    units, last = 0, 0
    for index, token in enumerate(tokens):
        word = text[slice(*token)]
        bound = index and (
            text[slice(*tokens[index - 1])] in _BINDING_NEXT or word in _BINDING_LAST
        )
        if not bound and word not in _BINDING_NEXT:
            units += 1
        elif not bound and word in _BINDING_NEXT and units < 2:
            units += word in ("عبد", "أبو", "ابو")
            last = index
            continue
        if units > 2:
            # "رجب طيب أردوغان", not "محمد بن سلمان الهجوم": a third unit behind two given names
            patronymic = index > 1 and text[slice(*tokens[index - 2])] in _BINDING_NEXT
            given = _is_given(text, tokens[index - 1], grammar) and not patronymic
            if units > 3 or not (given or word == "آل"):
                break
        last = index
    return tokens[0][0], tokens[last][1]


def _is_given(text: str, token: Span, grammar: Grammar) -> bool:
    return fold_word(text[slice(*token)].lstrip("#")) in grammar.words["given"]


@functools.lru_cache(maxsize=1 << 15)
def _is_stop(word: str, grammar: Grammar) -> bool:
    """Whether a word of a script without capitals is too common to be a name's."""
    folded, stop = fold_word(word), grammar.words["stop"]
    if folded in stop or folded in grammar.heads or folded in grammar.words["to"]:
        return True
    if grammar.language == "ar":
        if len(folded) > _LONG and folded.endswith(("ته", "تها")):  # "his visit"
            return True
        if folded[:1] in "وفبل" and (folded[1:] in stop or folded[1:] in grammar.heads):
            return folded not in grammar.words["given"]
        return folded.startswith(("وال", "بال", "لل", "فال", "كال"))
    return False


def _is_addressed(word: str, grammar: Grammar) -> bool:
    """Whether an Arabic word behind a name is glued to a preposition: لرويترز, "to Reuters"."""
    glued = grammar.language == "ar" and len(word) > 4 and word[0] in "لب" and word[1] != "ا"
    return glued and fold_word(word) not in grammar.words["given"]


def _starts_definite(text: str, token: Span, grammar: Grammar) -> bool:
    if grammar.language != "ar" or not text.startswith("ال", token[0]):
        return False
    return not _is_given(text, token, grammar)
