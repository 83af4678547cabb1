"""What stands behind a role noun and belongs to its title.

"وزير الطاقة الجزائري", "ministre russe des Affaires étrangères", "spokesman for the Hungarian
army", "посол России в США": the words behind the noun are taken in one by one as long as they are
the title's: modifiers, prepositions of the genitive, further role nouns, the principal, and where
an envoy is sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.people.roles import (
    AND,
    BEFORE,
    SPACE,
    WORD,
    Grammar,
    Title,
    fold_word,
    is_adjective,
)
from transforms.records import Mention

_ROMANCE = frozenset({"fr", "es", "it", "pt"})
_SEMITIC = {"ar": "ال", "he": "ה"}
"""Languages whose definite article is glued to the word."""
_GLUED = {"ar": frozenset("ل"), "he": frozenset("הלב")}
_ELISION = re.compile(r"(?:d|l|dell|all|dall|nell|un)['’]", re.IGNORECASE)
_SAXON = re.compile(r"['’]?s?\b")
_MOST_WORDS = 10
_MOST_UNKNOWN = 3
_WITH_DOMAIN = ("minister", "ministry", "spokesperson", "secretary", " of state")


class Rightward:
    """The walk to the right in one text; at and title_at: what begins at a place."""

    def __init__(
        self,
        grammar: Grammar,
        text: str,
        at: Mapping[int, Mention],
        title_at: Mapping[int, Title],
    ) -> None:
        self.grammar, self.text, self.at, self.title_at = grammar, text, at, title_at
        self.language = grammar.language

    def grow(self, title: Title) -> None:
        """Take in the words behind the noun, and the principal that they lead to."""
        text, words = self.text, self.grammar.words
        article = _SEMITIC.get(self.language)
        principal = title.principal
        fresh = principal is not None and principal.end >= title.end  # the principal came last
        known = principal is not None and (not fresh or self.language in BEFORE)
        position = solid = principal.end if principal is not None and fresh else title.end
        closed = article is not None and _last_word(text, title).startswith(article)
        closed = closed or title.role == "counterpart"
        inside: list[Title] = []
        unknown = 0
        linked = False  # whether the last word was a preposition or article that wants a noun
        for _ in range(_MOST_WORDS):
            position = _skip(text, position)
            mention = self._mention_at(position)
            if mention is not None:
                if title.principal and not (linked and mention.principal.startswith("group:")):
                    if title.kind == "envoy" and not linked:
                        position = solid = self._behind(mention)
                        continue
                    break
                if not self._takes(title, mention, position, linked, closed):
                    break
                title.principal, linked, closed, fresh = mention, False, True, True
                position = solid = self._behind(mention)
                continue
            inner = self.title_at.get(position) if title.kind != "member" else None
            if inner is not None and not known and (title.principal is None or fresh):
                if self.language in _SEMITIC:
                    closed = _last_word(text, inner).startswith(article or "")
                inner.absorbed, linked, fresh = True, False, False
                inside.append(inner)
                position = solid = inner.end
                continue
            if self.language in _ROMANCE:
                elision = _ELISION.match(text, position)
                if elision:
                    position, linked = elision.end(), True
                    continue
            word = WORD.match(text, position)
            if not word:
                break
            folded = fold_word(word[0])
            fresh = False
            common = folded in self.grammar.known
            if common and title.principal is not None and folded in AND:
                break
            if title.kind == "member" and folded in self.grammar.homes:
                title.party = self.grammar.homes[folded]
                position = solid = word.end()
            elif common and folded in words["former"] and self.language not in BEFORE:
                title.nobody = True
                position = solid = word.end()
            elif common and folded in words["nobody"] and not title.of_party:
                title.nobody = True
                break
            elif (
                common
                and folded in words["to"]
                and (title.principal is not None or title.kind == "envoy")
            ):
                end = self._destination(word.end(), title.kind == "envoy")
                if end is not None:
                    position = solid = end
                elif common and folded in words["glue"]:  # "minister for political affairs"
                    position, linked = word.end(), True
                else:
                    break
            elif folded in words["within" if title.kind == "member" else "to"] and (
                title.kind in ("rank", "member") or title.role == "official"
            ):
                position, linked = word.end(), True
            elif common and folded in AND:
                position = word.end()  # alone it leads on to something else
                following = WORD.match(text, _skip(text, position))
                if not following or fold_word(following[0]) not in words["modifier"]:
                    break
            elif common and (folded in words["modifier"] or folded in words["nobody"]):
                title.specify(self.grammar.domains.get(folded))
                closed = bool(article) and word[0].startswith(article or "")
                position, linked = word.end(), False
                solid = position
            elif common and (folded in words["glue"] or (linked and folded in words["article"])):
                if known and folded not in ("of", "von", "for"):
                    break
                position, linked = word.end(), True
            elif self._is_domain(title, word[0], folded, linked):
                title.specify(self.grammar.domains.get(folded))
                position = solid = word.end()
                linked, closed = False, True
            elif solid > title.end and self._leads_on(title, word.end(), unknown):
                position, unknown = word.end(), unknown + 1
                linked = closed = self.language in _ROMANCE or article is not None
            else:
                if linked and title.role in ("president", "head", "leader"):
                    title.nobody = True  # of something that is no actor's
                break
        title.last = max(title.last, solid)
        if fold_word(text[title.last + 1 : title.last + 30]).startswith(tuple(words["behind"])):
            title.nobody = True
        for inner in inside if title.principal is None else ():
            inner.absorbed = False  # "قوات الجيش": each for itself

    def _mention_at(self, position: int) -> Mention | None:
        """The mention at a word, also behind a preposition or article that is glued to it."""
        mention = self.at.get(position)
        if mention is None and self.text[position : position + 1] in _GLUED.get(self.language, ()):
            mention = self.at.get(position + 1)
        return mention

    def _takes(
        self, title: Title, mention: Mention, position: int, linked: bool, closed: bool
    ) -> bool:
        """Whether a mention behind a title is its principal, and not the next word's."""
        adjective = is_adjective(mention)
        if self.language in _SEMITIC:
            genitive = self.text[position] == "ل"
            return adjective or genitive or linked or not closed  # "القيادي في حركة"
        if self.language in _ROMANCE:
            return linked or mention.text[0].islower()
        if self.language == "en":
            return linked
        if self.language == "de":
            return linked or (self.text[self._behind(mention) - 1] == "s" and not adjective)
        return True

    def _behind(self, mention: Mention) -> int:
        """The end of a mention with its genitive: Russia's, Russlands."""
        suffix = _SAXON.match(self.text, mention.end) if self.language in ("en", "de") else None
        return suffix.end() if suffix else mention.end

    def _is_domain(self, title: Title, word: str, folded: str, linked: bool) -> bool:
        """Whether an unknown word is what a ministry is for: "des Transports", "الري"."""
        if folded in self.grammar.words["stop"]:
            return False
        if not title.role.endswith(_WITH_DOMAIN):
            return False
        if self.language == "ar":
            construct = title.principal is None and not self.text.startswith("ال", title.start)
            return construct and word.startswith(("ال", "وال", "لل"))
        return self.language in _ROMANCE and linked

    def _leads_on(self, title: Title, position: int, unknown: int) -> bool:
        """Whether an unknown word of an agency's name stands between spokesman and nationality."""
        if title.role != "spokesperson" or title.principal is not None or self.language != "ar":
            return False
        if unknown >= _MOST_UNKNOWN or " " not in self.text[title.start : title.end]:
            return False
        for _ in range(_MOST_UNKNOWN):
            space = _skip(self.text, position)
            mention = self._mention_at(space)
            if mention is not None:
                return is_adjective(mention)
            word = WORD.match(self.text, space)
            if not word or fold_word(word[0]) in self.grammar.words["stop"]:
                return False
            position = word.end()
        return False

    def _destination(self, position: int, unknown: bool) -> int | None:
        """The end of the place to which an envoy is sent: an actor's name, or an unknown word."""
        words, first = self.grammar.words, None
        for _ in range(4):
            position = _skip(self.text, position)
            mention = self._mention_at(position)
            if mention is not None:
                return self._behind(mention)
            word = WORD.match(self.text, position)
            if not word or fold_word(word[0]) in words["stop"] - words["article"]:
                break
            position = word.end()
            if unknown and first is None and fold_word(word[0]) not in self.grammar.inner:
                first = position
        return first


def _last_word(text: str, title: Title) -> str:
    return text[title.start : title.end].split()[-1]


def _skip(text: str, position: int) -> int:
    space = SPACE.match(text, position)
    return space.end() if space else position
