"""How an act stands to those before it, in its sentence, its passage and the passages before.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from transforms.acts.addressees import is_place
from transforms.acts.clause import Clause
from transforms.acts.marks import blocked
from transforms.acts.scene import WORD, Region, Scene, party_of
from transforms.records import Act, Quote

_QUARRELS = frozenset(("demand", "refusal", "threat", "accusation"))
"""Types that are to somebody even where the text names nobody."""
_TOWARDS_OTHERS = frozenset(("demand", "appeal", "threat", "accusation"))
"""Types of acts that are towards the only other party of a passage."""
_OPENING = 60
"""Code points from the beginning of a sentence in which its subject is looked for."""
_FIRST_WORDS = 4
_REMEMBERED = 4
"""Acts with both sides that tell who deals with whom."""
_MOST_NAMED = 4
"""Places of a passage at which it is seen whether that party is but where something happens."""
_PASSAGES = 5
"""Arabic passages before one in which these stand."""
_LEAST_QUOTED = 60
"""Code points of words that go on with an accusation: less are a name or a turn of phrase."""


def once(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a passage without those that say again what one before them is, to the same."""
    told = {(act.type, act.issuers, act.addressees): act for act in reversed(acts)}
    told.update({(one.type, one.issuers, ()): one for one in acts if one.addressees})
    return tuple(act for act in acts if told[act.type, act.issuers, act.addressees] is act)


def same_addressees(act: Act, issuers: tuple[str, ...], goes_on: bool) -> tuple[str, ...]:
    """Whom an act to nobody is towards by the one before it: if it goes on, to the same."""
    if act.issuers == issuers:
        return act.addressees if goes_on else ()
    return act.issuers if issuers and set(issuers) <= set(act.addressees) else ()


def only_other(clause: Clause, issuers: tuple[str, ...]) -> tuple[str, ...]:
    """Whom an act is towards that tells nobody: the one party besides its issuers."""
    cue, scene = clause.hit.cue, clause.scene
    refused = scene.grammar.romance and cue.type == "refusal"  # ante los ruegos del Papa
    if not (refused or cue.type in _TOWARDS_OTHERS) or cue.frame == "must":
        return ()
    if cue.lemma in scene.grammar.words(("calling", "asked")):
        return ()  # called for a new deal with Iran, asked the firms
    if len(scene.parties) > len(issuers) + 1:
        return ()
    others = tuple(party for party in scene.parties if party not in issuers)
    if len(others) != 1:
        return ()
    named = scene.parties[others[0]][:_MOST_NAMED]
    start, end = max(0, named[0].start - _OPENING), named[0].start
    if refused and scene.grammar.search("relative", scene.folded, start, end):
        return ()  # Chile, que limita con Perú, rechazó ...
    if cue.type != "appeal" and any(is_place(scene.grammar, scene.folded, one) for one in named):
        return ()  # condemned raids in Chad
    return others


def opening(scene: Scene, last: Region) -> tuple[str, ...] | None:
    """Whom a sentence is about, by its first words, if the one behind it has no subject.

    Nobody who is a party, where others than parties open it: "Residents fear ... They demand".
    None where it does not tell: nobody opens it.
    """
    text = scene.folded
    words = list(WORD.finditer(text, last.start, min(last.end, last.start + _OPENING)))
    if not words:
        return None
    near = words[min(len(words), _FIRST_WORDS) - 1].end()
    first = last.groups[0] if last.groups else None
    if first is not None and first.start < near and not blocked(scene.grammar, text, first):
        behind = WORD.match(text, first.end + 1)
        if behind is None or behind[0] not in scene.grammar.words("bodies"):
            return first.principals
    if scene.grammar.search("bodies", text, last.start, near) is not None:
        return ()
    return None


class Dealings:
    """Who lately dealt with whom: the other side of an act that names only its issuers.

    The last accusation is kept too, for what is quoted behind it.
    """

    def __init__(self) -> None:
        """Nobody has dealt with anybody yet."""
        self._latest: list[tuple[int, Act]] = []
        self._number = 0
        self._accused: tuple[int, Act | None] = 0, None

    def reach(self, number: int) -> None:
        """Go on to an Arabic passage: only acts of those right before it tell more of it."""
        self._number = number

    def keep(self, acts: Sequence[Act]) -> None:
        """Keep the last accusation of the passage reached: words quoted behind it go on with it."""
        for act in acts:
            if act.type == "accusation" and act.addressees:
                self._accused = self._number, act

    def quoted_on(
        self, number: int, quotes: Sequence[Quote], principals: Mapping[str, str]
    ) -> tuple[Act, ...]:
        """The accusation before a passage that goes on in words quoted there, of its speaker."""
        before, act = self._accused
        if act is None or before != number - 1:
            return ()
        direct = [quote for quote in quotes if quote.kind == "direct"]
        told = {
            one for quote in direct if quote.speaker for one in party_of(quote.speaker, principals)
        }
        length = sum(quote.end - quote.start for quote in direct)
        if length < _LEAST_QUOTED or not told <= set(act.issuers):
            return ()
        start, end, rule = direct[0].start, direct[0].end, f"{act.rule}+quoted"
        return (dataclasses.replace(act, cue_start=start, cue_end=end, inherited=False, rule=rule),)

    def completed(self, act: Act, told: bool) -> Act:
        """The act, towards the last party that its issuers dealt with, if it is against somebody.

        That is whom they addressed last, else who last addressed them: a quarrel has two sides.
        An item of a list is towards whom its introduction names, or towards nobody: neither is
        it told here, nor what is due to anybody.
        """
        if act.issuers and act.addressees:
            self._latest.append((self._number, act))
        elif act.type in _QUARRELS and act.issuers and told and not act.inherited:
            other = self._counterpart(act.issuers)
            if other:
                return dataclasses.replace(act, addressees=other, rule=f"{act.rule}+counterpart")
        return act

    def _counterpart(self, issuers: tuple[str, ...]) -> tuple[str, ...]:
        last = reversed(self._latest[-_REMEMBERED:])
        latest = [act for number, act in last if number >= self._number - _PASSAGES]
        for act in latest:
            if act.issuers == issuers:
                return act.addressees
        for act in latest:
            if act.addressees == issuers:
                return act.issuers
        return ()
