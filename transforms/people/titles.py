"""Titles and offices in a text: "the Russian foreign minister", "وزارة الدفاع التركية".

A title is a role noun of data/roles.tsv with the words that belong to it, and the actor for whom it
acts where its nationality or body is named with it. This module knows where each language puts the
principal: before the noun (English, German, Russian, Turkish, Chinese ...) or behind it (Arabic,
Romance, Persian ...), and what may stand between.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from transforms.people.gaps import is_ideographic_gap, read_gap
from transforms.people.personal_names import stands_alone
from transforms.people.references import Reference
from transforms.people.rightward import Rightward
from transforms.people.roles import BEFORE, REFERRING, Grammar, Title, fold_word, is_adjective
from transforms.records import Mention

_AFTER = frozenset({"en", "de", "ru", "uk", "ar", "fa", "he", "fr", "es", "it", "pt"})
_GENITIVE = {
    "en": re.compile(r"['’]s?"),
    "de": re.compile(r"s(?=\s)"),
    "tr": re.compile(r"['’]n?[ıiuü]n"),
}
_BARE_TITLES = frozenset({"ru", "uk", "tr", "fa"})
"""Languages without an article, in which a bare title may refer back."""
_QUOTES = "(«“\"'‘„—–"
ARTICLES = {"ar": "ال", "he": "ה"}
"""Definite articles that are glued to the word."""
_APOSTROPHE = re.compile("['’]")
_LONGEST_GAP = 45
_LONGEST_WAY_BACK = 80


def find_nouns(text: str, grammar: Grammar) -> tuple[list[Title], list[Reference]]:
    """The role nouns of a text, and the nouns that refer back ("the agency"), in order."""
    titles: list[Title] = []
    references: list[Reference] = []
    for role, start, end in grammar.find(text):
        if role.kind in REFERRING:
            references.append(Reference(role.kind, role.role, start, end))
        else:
            titles.append(Title(start, end, start, end, role.role, role.kind))
    return titles, references


def find_titles(
    text: str, mentions: Sequence[Mention], grammar: Grammar, nouns: list[Title] | None = None
) -> list[Title]:
    """The titles of a text in order; mentions, of the same text, may be their principals.

    nouns: those of `find_nouns`, should they be known already; they grow to titles in place.
    """
    if nouns is None:
        nouns, _ = find_nouns(text, grammar)
    if nouns:
        _Phrases(grammar, text, mentions, nouns).grow()
    return nouns


def is_definite(title: Title, text: str, grammar: Grammar, whole: bool = False) -> bool:
    """Whether a title alone means somebody whom the reader knows already.

    whole: also with the words that belong to it: "the transport minister", "وزير النقل".
    """
    start, end = (title.first, title.last) if whole else (title.start, title.end)
    if title.last > end:
        return False
    language = grammar.language
    before = text[max(0, start - 12) : start].rstrip()
    if title.kind == "body" and language in _BARE_TITLES:
        return False
    if language in ARTICLES:
        words = text[start:end].split()
        if not words[-1].startswith(ARTICLES[language]) or before.endswith(("،", ",")):
            return False
        if _last_word(before) in grammar.words["post"]:
            return False
        if title.kind == "body":  # no name follows it, but "الوطني" would make it another
            return not text.startswith(ARTICLES[language], end + 1)
        return whole or stands_alone(text, end, grammar)
    if language in ("zh", "ja"):  # where a clause begins, or behind "this"
        return not before[-1:].isalpha() or before.endswith(tuple(grammar.words["article"]))
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return False  # "the Army Safety Board"
    return language in _BARE_TITLES or _last_word(before) in grammar.words["article"]


def _last_word(before: str) -> str:
    words = before.split()
    return fold_word(words[-1].strip(_QUOTES)) if words else ""


class _Phrases:
    """The titles of one text while they grow to the left and to the right."""

    def __init__(
        self, grammar: Grammar, text: str, mentions: Sequence[Mention], titles: list[Title]
    ) -> None:
        self.grammar, self.text, self.titles = grammar, text, titles
        self.language = grammar.language
        self.mentions = mentions
        self.ends = [mention.end for mention in mentions]
        self.at = {mention.start: mention for mention in mentions}
        self.covers: dict[int, Title] = {}
        self.title_at = {title.start: title for title in titles}

    def grow(self) -> None:
        """Give each title its phrase and its principal."""
        language = self.language
        right = Rightward(self.grammar, self.text, self.at, self.title_at)
        for title in self.titles:
            if title.absorbed:
                continue
            if self._is_within(title):  # a mention that has the title in it: "ولي العهد السعودي"
                pass
            elif language in BEFORE:
                self._grow_left(title)
            if language in _AFTER:
                right.grow(title)
            if title.principal is None and title.kind == "spokesperson":
                self._look_back(title)
            self._look_before(title)

    def _look_back(self, title: Title) -> None:
        """A pronoun in a title, "المتحدثة باسمها", means the actor named last before it."""
        if fold_word(self.text[title.start : title.end]) not in self.grammar.words["its"]:
            return
        number = bisect.bisect_right(self.ends, title.start) - 1
        if number >= 0 and title.start - self.ends[number] < _LONGEST_WAY_BACK:
            title.principal = self.mentions[number]

    def _is_within(self, title: Title) -> bool:
        """Whether a given mention covers the noun, which makes it the principal."""
        number = bisect.bisect_right(self.ends, title.start)
        if number == len(self.mentions) or self.mentions[number].start > title.start:
            return False
        mention = self.mentions[number]
        if mention.end < title.end:
            return False
        earlier = self.covers.setdefault(mention.start, title)
        title.absorbed = earlier is not title
        title.principal, title.first = mention, mention.start
        return True

    def _grow_left(self, title: Title) -> None:
        """Find the principal before the noun, with at most some modifiers between them."""
        number = bisect.bisect_right(self.ends, title.start) - 1
        if number < 0:
            return
        mention = self.mentions[number]
        gap = self.text[mention.end : title.start]
        if len(gap) > _LONGEST_GAP:
            return
        if self.language in ("zh", "ja"):
            named = self.language == "ja" and gap.startswith("の")  # の before a name
            if not named and not is_ideographic_gap(gap, self.grammar):
                return
            if self.text[mention.start - 1 : mention.start] in ("驻", "駐") and number:
                title.first = mention.start
                mention = self.mentions[number - 1]
        else:
            genitive = _GENITIVE.get(self.language)
            suffix = genitive.match(gap) if genitive else None
            between = read_gap(
                gap[suffix.end() :] if suffix else gap,
                suffix is not None or is_adjective(mention),
                self.grammar,
            )
            if between is None:
                return
            title.nobody = between.nobody
            if between.domain:
                title.specify(between.domain)
            if self.language == "tr" and title.kind == "envoy" and number and not suffix:
                sender = self.mentions[number - 1]
                link = self.text[sender.end : mention.start].rstrip()
                if not link or (genitive and genitive.fullmatch(link)):
                    mention = sender
        title.principal, title.first = mention, mention.start

    def _look_before(self, title: Title) -> None:
        """Words before the phrase: "the former ..." denies the title, "energy ..." limits it."""
        words = self.grammar.words
        if title.role == "opposition leader" and not title.of_party:  # German has a noun for it
            title.nobody = True
        starts = (title.start,) if title.first == title.start else (title.first, title.start)
        for position in starts:
            before = self.text[max(0, position - 24) : position].rstrip("-‑ \u200e\u200f\n\xa0'’")
            if self.language in ("zh", "ja"):
                title.nobody = title.nobody or before.endswith(tuple(words["former"]))
                continue
            last = before.rsplit(None, 1)[-1:] or [""]
            folded = fold_word(last[0].strip("(«“\"'‘„"))
            if "'" in folded or "’" in folded:
                folded = _APOSTROPHE.split(folded)[-1]
            if title.kind == "member" and folded in self.grammar.homes:
                title.party = self.grammar.homes[folded]
            elif folded in words["former"] or (folded in words["nobody"] and not title.of_party):
                title.nobody = True
            elif title.principal is None and self.language in BEFORE:
                domain = self.grammar.domains.get(folded)
                if domain:
                    title.specify(domain)
                    title.first = self.text.rindex(last[0], 0, position)
