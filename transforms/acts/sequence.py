"""How an act stands to those before it in its sentence.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Sequence

from transforms.acts.clause import Clause, Found
from transforms.acts.grammar import Hit
from transforms.acts.marks import blocked
from transforms.acts.scene import WORD, Region, Scene, words_before
from transforms.acts.senders import Made
from transforms.records import Act

_AGAINST = frozenset(("threat", "accusation", "refusal"))
"""Types that are to whom the act before them was: accused Iran and warned of consequences."""
_ANSWERS = frozenset(("refusal", "denial"))
_QUARRELS = frozenset(("demand", "refusal", "threat", "accusation"))
"""Types that are to somebody even where the text names nobody."""
_IT = ("ه", "ها")
_DEFINITE = "ال"
_AGAIN = ("time", "blocks", "institution")
"""Kinds of words that behind "denies it" are no name: the latter, firmly."""
_OPENING = 60
"""Code points from the beginning of a sentence in which its subject is looked for."""
_FIRST_WORDS = 4
_REMEMBERED = 4
"""Acts with both sides that tell who deals with whom."""


def is_agreed(made: Sequence[Made], region: Region, act: Act) -> bool:
    """Whether the act before it in its sentence is by the same parties, and a promise."""
    if not made or made[-1][0].start < region.start:
        return False
    return made[-1][1].type == "promise" and made[-1][1].issuers == act.issuers


def same_addressees(
    last: Made, region: Region, kind: str, issuers: tuple[str, ...], names: bool
) -> tuple[str, ...]:
    """Whom an act that addresses nobody is towards, by the act before it in its passage.

    names: whether a party stands behind its cue.
    """
    hit, act = last
    if act.issuers == issuers and kind in _AGAINST:
        return act.addressees
    if not issuers or names:
        return ()
    if act.issuers == issuers and hit.start >= region.start:
        return act.addressees
    if kind in _ANSWERS and set(issuers) <= set(act.addressees):
        return act.issuers
    return ()


def is_which(clause: Clause) -> bool:
    """Whether a verb denies what was told right before it: Arabic "which it denies"."""
    kinds = ("relative", "these", "denied")
    return clause.hit.cue.type == "denial" and _is_of(clause, kinds)


def is_of_claim(clause: Clause) -> bool:
    """Whether what an Arabic verb rejects is a charge, named right before it."""
    return clause.hit.cue.type == "refusal" and _is_of(clause, ("claim",))


def _is_of(clause: Clause, kinds: tuple[str, ...]) -> bool:
    """Whether a verb bears "it" as its object, and stands behind a word of these kinds."""
    hit, tables = clause.hit, clause.scene.grammar
    if hit.cue.frame != "verb" or not clause.scene.folded[: hit.end].endswith(_IT):
        return False
    words = [word.removeprefix("و") for word in words_before(clause.region, hit.start, 1)]
    return not tables.words(kinds).isdisjoint(words)


def accused(clause: Clause, made: Sequence[Made]) -> Found | None:
    """Who denies what somebody is accused of right before, where he is not named again.

    None where the words do not tell that it is he.
    """
    region = clause.region
    if not made or made[-1][0].start < region.start or _names_stranger(clause):
        return None
    act = made[-1][1]
    if act.type != "accusation" or not act.addressees:
        return None
    return Found(clause.hit.cue.frame, act.addressees, act.issuers)


def is_strangers(clause: Clause) -> bool:
    """Whether somebody denies it who is no party: a name of nobody known, or a pronoun."""
    follows = _behind(clause)
    office = clause.scene.grammar.words(("office", "seat"))
    return follows not in office and not follows.startswith(_DEFINITE)


def _names_stranger(clause: Clause) -> bool:
    tables, word = clause.scene.grammar, _behind(clause)
    again = not word or word.startswith(_DEFINITE)
    return not again and word not in tables.words(_AGAIN)


def _behind(clause: Clause) -> str:
    """The word behind a cue, in its sentence."""
    follows = WORD.match(clause.region.text[clause.hit.end : clause.region.end].lstrip())
    return follows[0] if follows is not None else ""


def opening(scene: Scene, region: Region, made: Sequence[Made]) -> tuple[str, ...] | None:
    """Whom the sentence before one without a subject is about, by its first words.

    Nobody who is a party, where others than parties open it: "Residents fear ... They demand".
    None where it does not tell: an act in it does, or nobody opens it.
    """
    if not region.start or scene.grammar.verb_first:
        return None
    last = scene.region(region.start - 1)
    text = scene.folded
    if scene.voice_at(last.start) is not None or (made and made[-1][0].start >= last.start):
        return None
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


def drop_demands(made: list[Made], region: Region, hit: Hit, act: Act) -> None:
    """Take out the demands that a threat takes the place of: "leave or face war" is one act."""
    if act.type != "threat" or not region.text.startswith("or ", hit.start):
        return
    made[:] = [
        one
        for one in made
        if one[0].start < region.start
        or one[1].issuers != act.issuers
        or one[1].type not in ("demand", "appeal")
    ]


def _is_open_to_all(clause: Clause, act: Act) -> bool:
    """Whether an act may be to anybody, as what is due mostly is, or a demand that names others."""
    if clause.hit.cue.frame == "must":
        return True
    if act.type != "demand" or not clause.scene.grammar.verb_first:
        return False
    return any(not set(group.principals) <= set(act.issuers) for group in clause.behind())


class Dealings:
    """Who lately dealt with whom: the other side of an act that names only its issuers."""

    def __init__(self) -> None:
        """Nobody has dealt with anybody yet."""
        self._latest: collections.deque[Act] = collections.deque(maxlen=_REMEMBERED)

    def completed(self, act: Act, clause: Clause | None) -> Act:
        """The act, towards the last party that its issuers dealt with, if it is against somebody.

        That is whom they addressed last, else who last addressed them: a quarrel has two sides.
        An item of a list is towards whom its introduction names, or towards nobody: so it has no
        clause here.
        """
        if act.issuers and act.addressees:
            self._latest.append(act)
        elif act.type in _QUARRELS and act.issuers and clause and not act.inherited:
            other = () if _is_open_to_all(clause, act) else self._counterpart(act.issuers)
            if other:
                return dataclasses.replace(act, addressees=other, rule=f"{act.rule}+counterpart")
        return act

    def _counterpart(self, issuers: tuple[str, ...]) -> tuple[str, ...]:
        for act in reversed(self._latest):
            if act.issuers == issuers:
                return act.addressees
        for act in reversed(self._latest):
            if act.addressees == issuers:
                return act.issuers
        return ()
