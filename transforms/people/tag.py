"""People and offices found in an article: whoever is introduced with a title speaks for somebody.

"The Russian foreign minister, Sergei Lavrov" makes Lavrov an official of Russia for the whole
article, though no table knows him: his name, his bare surname and "the minister" are mentions of
`state:RUS` from then on, the name also before. Those whose title acts for nobody (a former
president, an opposition leader, a footballer) are left out, and so is all that is in doubt.

The rule stands in `tagger` after "people-1:":

=========== =======================================================================================
title       a name right behind its title: "Russian foreign minister Sergei Lavrov"
apposition  name and title parted by a comma, in either order
context     a minister without a state, which the article or the line's beginning gives
name        the name or surname of somebody introduced elsewhere in the article
office      a title alone that means the one official introduced with it before
home        a bare office or body in a story that names a single state in title and lead
=========== =======================================================================================
"""

from __future__ import annotations

import bisect
import collections
import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from transforms.people.eastern_names import Span, name_between
from transforms.people.gaps import name_behind
from transforms.people.home import Home
from transforms.people.meant import meant, own_ministry, principal_of
from transforms.people.officials import Official, Register, introduce, refers
from transforms.people.personal_names import (
    name_before,
    name_in_clause,
    name_parts,
)
from transforms.people.references import Reference, with_references
from transforms.people.roles import PERSONS, Grammar, Title, grammars
from transforms.people.surnames import occurrences, stem_of
from transforms.people.titles import ARTICLES, find_nouns, find_titles, is_definite
from transforms.records import Mention, Passage

TAGGER = "people-1"
"""Names this way of tagging, and its version, in `mentions.tagger`."""

_HEADLINES = frozenset({"title", "duplicate_title", "heading"})
_RUNS_ON = re.compile(r" [A-Z]")
_SMALL_WORD = re.compile(r"(?<!\w)[a-z]{5}")
_GENERAL = frozenset({"administration", "diplomat", "leadership", "presidency", "side"})
"""Roles whose noun alone means many other things."""


def tag_people(passages: Sequence[Passage], filed: str | None = None) -> list[tuple[Mention, ...]]:
    """All mentions of each passage, those given and those of people and offices in the article.

    passages: those of one article in reading order. Returns a tuple for each of them, in order of
    start, with offsets into the passage's text; a given mention is kept, and gets a role where it
    is the principal of an office that stands without a person.
    """
    article = [
        _Reading(index, passage, rules)
        for index, (passage, rules) in enumerate(zip(passages, grammars(passages), strict=True))
    ]
    parties = [[noun for noun in reading.references if noun.kind == "party"] for reading in article]
    given = [passage.mentions for passage in passages]
    for reading, mentions in zip(article, with_references(passages, given, parties), strict=True):
        reading.passage = dataclasses.replace(reading.passage, mentions=mentions)
    home = Home([reading.passage for reading in article], filed)
    register = Register(official for reading in article for official in reading.introduced(home))
    people = register.by_surname()
    strangers: set[str] = set()
    for reading in article:
        reading.find_names(people)
        if reading.names:
            strangers.update(reading.strangers())
    for reading in article:
        reading.find_offices(register, strangers, home)
    others = [[noun for noun in each.references if each.may_mean(noun)] for each in article]
    return with_references(passages, [reading.mentions() for reading in article], others)


class _Reading:
    """One passage while it is read: its titles, and the people found in it so far."""

    def __init__(self, index: int, passage: Passage, rules: Grammar | None) -> None:
        self.index, self.passage, self.rules = index, passage, rules
        self.titles: list[Title] = []
        self.references: list[Reference] = []
        if rules is not None:
            self.titles, self.references = find_nouns(passage.text, rules)
        self.found: list[Mention] = []
        self.roles: dict[int, str] = {}
        self.names: dict[int, Span] = {}
        """By where its title starts, each name beside a title that tells no principal."""
        self.persons: list[Mention] | None = None
        self.taken: list[Span] | None = None
        self.blocked: frozenset[int] | None = None

    def introduced(self, home: Home) -> Iterator[Official]:
        """The officials whom this passage introduces, by name or by office, in order."""
        if self.rules is None or not self.titles:
            return
        text = self.passage.text
        find_titles(text, self.passage.mentions, self.rules, self.titles)
        officials: list[Official] = []
        claims: dict[Span, list[tuple[Title, Mention, str]]] = collections.defaultdict(list)
        named = not self._is_title_case()
        for title in self.titles:
            if title.nobody or title.absorbed:
                continue
            principal = principal_of(title, home, self.index)
            if title.kind not in PERSONS:
                if principal is not None:
                    self.roles[principal.start] = title.role
                    home.note(title.role, principal.principal, person=False)
                    if (title.kind == "body" or title.role == "official") and not (
                        principal.principal.startswith("group:")
                        and principal.start <= title.start < principal.end
                    ):  # "National Liberation Army" makes no other army a group's
                        officials.append(introduce(title, principal, self.index))
                        clause = name_in_clause(text, title.first, self.rules)
                        if clause is not None:
                            claims[clause].append((title, principal, "apposition"))
                else:
                    state = own_ministry(title, text, home, self.index, self.rules)
                    if state is not None:
                        self._add((title.start, title.end), state, state, title, "context")
                continue
            names = list(self._names(title, self.rules)) if named else []
            if principal is None and names:
                principal = self._elsewhere(title, names[0][0], home, self.rules)
                names = [(span, "context") for span, _ in names]
            if principal is None:
                continue
            name = self.passage.text[slice(*names[0][0])] if names else ""
            home.note(title.role, principal.principal, name)
            for span, rule in names:
                claims[span].append((title, principal, rule))
            if not names:
                self.roles[principal.start] = title.role
                officials.append(introduce(title, principal, self.index))
            if title.kind == "member":
                noun, whose = (title.start, title.end), principal.principal
                self._add(noun, whose, whose, title, "party")
        for span, claimants in claims.items():
            title, principal, rule = claimants[0]
            if title.kind not in PERSONS:  # "X, who heads the Turkmen committee"
                title = dataclasses.replace(title, role="official", kind="office")
            if len({each.principal for _, each, _ in claimants}) > 1:
                continue  # a name between two titles: nobody can tell whose it is
            known = self._person_at(span)
            actor = known or principal
            if known is not None:
                self.roles[known.start] = title.role
            elif not self._add(span, principal.principal, principal.principal, title, rule):
                continue
            name = self.passage.text[slice(*span)]
            parts = tuple(name_parts(name, self.rules.language))
            officials.append(introduce(title, actor, self.index, name, parts))
        officials.sort(key=_start)
        yield from officials

    def _is_title_case(self) -> bool:
        """Whether Capitals Stand On Every Word, so that none of them tells a name."""
        if self.passage.kind not in _HEADLINES or self.rules is None:
            return False
        return self.rules.language == "en" and not _SMALL_WORD.search(self.passage.text)

    def _names(self, title: Title, rules: Grammar) -> Iterator[tuple[Span, str]]:
        """The names that stand beside a title, each with its rule."""
        text, blocked = self.passage.text, self._blocked()
        after = name_behind(title, text, rules, blocked)
        if after is not None and not after[1]:
            yield after[0], "title"
            return
        before = name_before(text, title.first, rules, blocked)
        runs_on = rules.language == "en" and _RUNS_ON.match(text, title.last)
        if before is not None and not runs_on:  # "X, Singapore General Hospital"
            yield before, "apposition"
        if after is not None:
            yield after[0], "apposition"
        if rules.language == "ja" and title.principal is not None:
            between = name_between(text, title.principal.end, title.start)
            if between is not None:
                yield between, "title"

    def _blocked(self) -> frozenset[int]:
        """Where words begin that are other actors, so that no name runs on into them."""
        if self.blocked is None:
            text, language = self.passage.text, self.rules.language if self.rules else ""
            lengths = (0, 1, 2) if language in ARTICLES else (0,)  # of what is glued before it
            self.blocked = frozenset(
                mention.start - glued
                for mention in self.passage.mentions
                if mention.type != "person"
                for glued in lengths
                if not glued or text[mention.start - glued : mention.start].isalpha()
            )
        return self.blocked

    def _elsewhere(self, title: Title, span: Span, home: Home, rules: Grammar) -> Mention | None:
        """The principal of a title with a name, where it does not stand in the title itself."""
        known = self._person_at(span)
        if known is not None:
            return known
        self.names[title.start] = span
        return meant(title, span, self.titles, home, self.index, rules)

    def _person_at(self, span: Span) -> Mention | None:
        """The registry's mention of a person, should the given ones have him already."""
        if self.persons is None:
            self.persons = [each for each in self.passage.mentions if each.type == "person"]
        number = bisect.bisect_left(self.persons, span[1], key=_start) - 1
        if number >= 0 and self.persons[number].end > span[0]:
            return self.persons[number]
        return None

    def _add(
        self, span: Span, actor_id: str, principal: str, title: Title | Official, rule: str
    ) -> bool:
        """Add the mention of a person or body, unless another mention lies across it."""
        if self.taken is None:
            self.taken = sorted((each.start, each.end) for each in self.passage.mentions)
        place = bisect.bisect_left(self.taken, span)
        if place and self.taken[place - 1][1] > span[0]:
            return False
        if place < len(self.taken) and self.taken[place][0] < span[1]:
            return False
        self.taken.insert(place, span)
        self.found.append(
            Mention(
                actor_id=actor_id,
                principal=principal,
                type="gov_body" if isinstance(title, Title) and title.kind == "body" else "person",
                role=title.role,
                start=span[0],
                end=span[1],
                text=self.passage.text[slice(*span)],
                tagger=f"{TAGGER}:{rule}",
            )
        )
        return True

    def find_names(self, people: Mapping[str, Sequence[Official]]) -> None:
        """Find the officials' names and surnames wherever else they stand."""
        if self.rules is None:
            return
        text, language = self.passage.text, self.rules.language
        for surname, officials in people.items():
            if stem_of(surname, language) in text:
                for span, official in occurrences(text, surname, officials, self.rules):
                    self._add(span, official.actor_id, official.principal, official, "name")

    def strangers(self) -> Iterator[str]:
        """The roles of those with a title and a name of whom nobody knows for whom they act."""
        starts = {mention.start for mention in self.found}
        for title in self.titles:
            span = self.names.get(title.start)
            if span is not None and span[0] not in starts:
                yield title.role

    def may_mean(self, noun: Reference) -> bool:
        """Whether a noun is no party's, and "our country" not in the mouth of a stranger."""
        return noun.kind != "party" and not (noun.kind == "own" and any(self.strangers()))

    def find_offices(self, register: Register, strangers: set[str], home: Home) -> None:
        """Find the titles that refer back to the one official who was introduced with them.

        Where a story names a single state in title and lead, its offices and bodies are that one's.
        """
        if self.rules is None:
            return
        text = self.passage.text
        for title in self.titles:
            if title.nobody or title.absorbed or title.principal is not None:
                continue
            if title.role in _GENERAL or title.start in self.names:
                continue
            known = None
            if title.kind != "people" or title.role == "official":
                known = register.holder(title.role, self.index, title.start)
            if known is not None and any(refers(title.role, each) for each in strangers):
                continue
            if known is not None and is_definite(title, text, self.rules):
                self._add((title.start, title.end), known, known, title, "office")
                continue
            sole = home.body(title.role, self.index, self.rules.language)
            if sole is not None and is_definite(title, text, self.rules, whole=True):
                self._add((title.start, title.end), sole, sole, title, "home")

    def mentions(self) -> tuple[Mention, ...]:
        """Given and found, in order; the given ones with the roles of the offices beside them."""
        if not self.found and not self.roles:
            return self.passage.mentions
        given = [
            _with_role(mention, self.roles[mention.start])
            if mention.role is None and mention.start in self.roles
            else mention
            for mention in self.passage.mentions
        ]
        return tuple(sorted((*given, *self.found), key=_start))


def _with_role(mention: Mention, role: str) -> Mention:
    """A mention with a role; dataclasses.replace takes five times as long."""
    return Mention(
        actor_id=mention.actor_id,
        principal=mention.principal,
        type=mention.type,
        role=role,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        tagger=mention.tagger,
    )


def _start(found: Mention | Official) -> int:
    return found.start
