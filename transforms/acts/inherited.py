"""The items of a list without an act of their own: what the words before it make of each.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from transforms.acts.endings import foretells, negates, put_as
from transforms.acts.item_forms import form_of, opens_with_deed
from transforms.acts.item_types import body_of, type_of
from transforms.acts.items import retyped
from transforms.acts.lists import CODES, WANTED, WEIGHED, Lead, act_of
from transforms.acts.marks import behind, blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene, first_words
from transforms.acts.senders import all_of
from transforms.acts.valence import announced
from transforms.records import Act

_FIRST_WORDS = 2
_OPENING = 8
"""Code points in which an item's first word stands."""
_IF_SO = re.compile(r"\W*(?:ان \w.* ف(?:س|لن |ان)|(?:كل )?من [يت]\w.* ف?س[يت]\w)")
"""An Arabic condition with what follows from it: if it happens, then we will; who does will."""
_LONGEST_WORD = 60
_NEAR_DEED = 8
_NEAR_VERB = 30
_NOT_AHEAD = frozenset(("لن", "ولن", "won't"))
"""What negates what is to come."""
_OWN_FORM = frozenset(("promise", "threat"))
"""What an item of an Arabic list of something else may be by its form."""
_NOT_TURNED = frozenset(("threat", "accusation", "promise"))
"""Lists of which an item may be negated: that they will not pass."""
_BODIES = ("officer", "institution", "office", "cabinet", "seat", "masculine")
"""Kinds of words of those who act for a party, before its adjective."""
_NEAR_WORDS = 3
"""Words from the subject of an item to what negates its verb."""


class _Told(NamedTuple):
    """What an item does and to whom; wanted: that its words say themselves what shall be done."""

    kind: str
    addressees: tuple[str, ...]
    wanted: bool


def read_item(scene: Scene, lead: Lead) -> Act | None:
    """The act that the introduction of a list makes of an item without one of its own."""
    body = body_of(scene.folded)
    deed = opens_with_deed(scene.grammar, scene.folded[body:])
    words = first_words(scene.folded[body : body + _LONGEST_WORD], 1)
    if not scene.grammar.words("thanks").isdisjoint(words):
        return None
    no = not scene.grammar.words("no_bullet").isdisjoint(words)
    form = _form(scene, lead, body, deed, no)
    wanted = bool(form) or deed
    told = _told_by_form(scene, lead, body, form, wanted, no)
    if told is None and not (wanted and scene.grammar.verb_last):
        told = _told_by_party(scene, lead, body, words, wanted)  # but its last word tells more
    told = told or _Told(lead.type, lead.addressees, wanted)
    if scene.grammar.verb_first and not told.wanted and _opens_with_figure(scene, body):
        return None  # so are facts told
    unsaid = lead.stated and told.kind == lead.type and not told.wanted
    if unsaid and (not scene.grammar.verb_first or scene.folded.rstrip().endswith(":")):
        return None  # in Arabic only what heads other items
    return act_of(lead, told.kind, told.addressees)


def weighed_item(scene: Scene, lead: Lead, acts: Sequence[Act]) -> Sequence[Act]:
    """What the rules take for a demand in an item may be something else, for which more tells.

    acts: those that the rules make of it. The rule ends in "+weighed" where the type changes. Of
    lists of nobody known, and of Chinese ones, too few are annotated: there the rules decide, as
    where a duty opens an Arabic item ("upon Oslo").
    """
    duty = not scene.grammar.words("upon").isdisjoint(first_words(scene.folded, 1))
    settled = scene.grammar.unspaced or duty or not lead.issuers
    if settled or len(acts) != 1 or acts[0].type not in WANTED:
        return acts
    kind = type_of(scene, lead, acts)
    if kind == acts[0].type:
        return acts
    act = retyped(acts[0], kind, acts[0].issuers, acts[0].addressees)
    return [dataclasses.replace(act, rule=f"{act.rule.removesuffix(WEIGHED)}{WEIGHED}")]


def _opens_with_figure(scene: Scene, body: int) -> bool:
    """Whether an Arabic item opens with a figure: 18 dead, more than 50 depots."""
    text = scene.folded
    some = scene.grammar.search("some", text, body, body + _LONGEST_WORD)
    opens = some is not None and WORD.search(text, body, some.start()) is None
    word = WORD.search(text, some.end() if some is not None and opens else body)
    return word is not None and word[0][0].isdigit()


def of_introduction(scene: Scene, lead: Lead | None, types: Container[str]) -> Sequence[Act]:
    """The act that an introduction is by its words: "insist on the following:".

    types: those of its other acts.
    """
    if lead is None or lead.reply or lead.type in types:
        return []
    paper = scene.grammar.search("listing", scene.folded, lead.hit.start, lead.hit.end)
    if paper is not None and paper.end() < lead.hit.end:
        return []  # the points that
    return [act_of(lead, lead.type, lead.addressees, lead.hit)]


def with_parties(act: Act, lead: Lead | None) -> Act:
    """The act of an introduction, of the parties of its list where it tells none of its own.

    What an introduction appeals for is demanded where its list is, and the other way round.
    """
    if lead is None:
        return act
    if {act.type, lead.type} == WANTED:
        plover, cameo = CODES[lead.type]
        act = dataclasses.replace(act, type=lead.type, plover=plover, cameo=cameo)
    if act.type != lead.type or act.issuers or act.addressees:
        return act
    return dataclasses.replace(act, issuers=lead.issuers, addressees=lead.addressees)


def _form(scene: Scene, lead: Lead, body: int, deed: bool, no: bool) -> str:
    """The type that the first words of an item tell, where its list lets them; or none."""
    tables = scene.grammar
    form = form_of(tables, scene.folded[body:], deed)
    if tables.verb_first and not lead.reply:
        return form if form in _OWN_FORM else ""
    first = scene.groups[0] if lead.reply and scene.groups else None
    acts = first is not None and not behind(tables, scene.folded, first)  # "Oslo did not" blames it
    turns = tables.verb_last or lead.reply
    if turns and not (form or deed or acts) and lead.type not in _NOT_TURNED:
        form = negates(tables, scene.folded[body:])
    if form == "refusal" and no and not lead.reply:
        return ""  # no to cuts, among demands
    unsaid = lead.type not in WANTED or (deed and not lead.formed)
    return "" if form == "demand" and unsaid else form


def _told_by_form(
    scene: Scene, lead: Lead, body: int, form: str, wanted: bool, no: bool
) -> _Told | None:
    """What an item does by how it is put; None where that does not tell."""
    tables, text, addressees = scene.grammar, scene.folded, lead.addressees
    if lead.type in WANTED and _is_conditional(scene, lead, body):
        return _Told("threat", addressees, wanted)
    if lead.reply:
        denying = tables.search("denying", text, body, body + 2 * _OPENING)
        first = scene.groups[0].start if scene.groups else len(text)
        if denying is not None and denying.start() < first:
            return _Told("denial", addressees, wanted)
        if not form and no:
            return _Told("refusal", addressees, wanted)
    own = not scene.groups or set(scene.groups[0].principals) & set(lead.issuers)
    if lead.reply and own and form in ("", "denial"):
        form = put_as(tables, text[body:]) or form
    if form == "promise" and tables.verb_first:
        verb = WORD.search(text, body)  # it will send aid, it will send more troops against them
        form = announced(tables, scene.region(body), body, verb.end()) if verb else form
    if form:
        bidden = scene.groups[0].principals if scene.groups and form in WANTED else addressees
        return _Told(form, bidden, wanted)
    if lead.issuers and foretells(tables, text[body:]):
        ahead = "threat" if lead.type == "threat" else "promise"
        return _Told(ahead, addressees, wanted)
    return None


def _told_by_party(
    scene: Scene, lead: Lead, body: int, words: Sequence[str], wanted: bool
) -> _Told | None:
    """What an item does by the party that it opens with; None where that does not tell.

    words: its first one.
    """
    tables, text = scene.grammar, scene.folded
    if scene.groups and scene.groups[0].end < body and lead.type in WANTED:
        return _Told(lead.type, scene.groups[0].principals, wanted)  # "Oslo: an end of the tax"
    if lead.reply and (charged := _charged(scene, lead)):
        return _Told("accusation", charged, wanted)
    if lead.reply and not tables.words("we").isdisjoint(words):
        return _Told(_of_itself(scene, body + len(words[0])), lead.addressees, wanted)
    first = scene.groups[0] if scene.groups else None
    if first is None:
        return None
    before = WORD.findall(text[: first.start])
    opening = not before or before[-1] in tables.words("article")
    opening |= tables.words(("article", "cabinet", "of")).issuperset(before)
    led = not tables.words(("blocks", "complement")).isdisjoint(before)  # upon the Iranian side
    if tables.verb_first and first.adjective and not wanted and len(before) <= _FIRST_WORDS:
        opening |= not (led or tables.words(_BODIES).isdisjoint(before))  # the Iranian side, envoys
    if set(first.principals) & set(lead.issuers):
        if not lead.reply or not opening:
            return None
        return _Told(_of_itself(scene, first.end), lead.addressees, wanted)
    if opening and lead.reply:
        near = scene.folded[first.end : first.end + _NEAR_DEED]  # a bare Chinese verb that follows
        bidden = tables.unspaced and tables.search("deeds", near, 0, len(near)) is not None
        return _Told("demand" if bidden else "accusation", first.principals, wanted or bidden)
    if lead.type != "promise" and _is_agent(scene, first, before):
        return _Told(lead.type, first.principals, wanted)
    return None


def _is_conditional(scene: Scene, lead: Lead, body: int) -> bool:
    """Whether an item tells what will be if or unless something happens; a demand opens with it."""
    if lead.reply and scene.grammar.verb_first and _IF_SO.match(scene.folded, body):
        return True
    opening = WORD.match(scene.folded, body)
    asks = opening is not None and opening[0] in scene.grammar.words("that")
    whole = len(scene.folded)
    end = whole if lead.reply and not asks else body + _OPENING
    far = end + _LONGEST_WORD  # of what begins before the end
    found = (scene.grammar.search(kind, scene.folded, body, far) for kind in ("if", "else"))
    return any(one is not None and one.start() < end for one in found)


def _of_itself(scene: Scene, end: int) -> str:
    """What somebody says of itself, named up to a place: that it will not, that it has not."""
    tables, text = scene.grammar, scene.folded
    negated = negates(tables, text)
    if negated or tables.verb_last:
        return negated or "promise"
    near = " ".join(WORD.findall(text[end : end + _NEAR_VERB])[:_NEAR_WORDS])
    denies = tables.search("not", text, end, end + len(near) + 1)
    if denies is None:
        return "promise"
    return "refusal" if denies[0] in _NOT_AHEAD else "denial"


def _is_agent(scene: Scene, group: Group, before: Sequence[str]) -> bool:
    """Whether a party shall do what an item names: "that Iran stop", its withdrawal.

    before: the words before the party.
    """
    if scene.grammar.verb_first and len(before) == _FIRST_WORDS:
        if group.adjective:
            return opens_with_deed(scene.grammar, before[0])
        return before[0] in scene.grammar.words("that")
    bare = scene.grammar.verb_first or not blocked(scene.grammar, scene.folded, group)
    return bare and len(before) < _FIRST_WORDS


def _charged(scene: Scene, lead: Lead) -> tuple[str, ...]:
    """Whose doing an item judges: "NATO's growth is a threat", "a base in X: a provocation"."""
    text, start = scene.folded, scene.groups[0].end if scene.groups else 0
    harm = scene.grammar.search("harm", text, start, len(text))
    if harm is None:
        return ()
    own = " " in harm[0] and not scene.groups  # the wall is a crime
    return lead.addressees if own else all_of(scene.groups, lead.issuers)
