"""The items of a list without an act of their own: what the words before it make of each.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from transforms.acts.endings import foretells, negates
from transforms.acts.item_forms import form_of, opens_with_deed, overriding
from transforms.acts.items import ARTICLES
from transforms.acts.lists import WANTED, Lead, act_of
from transforms.acts.marks import behind, blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene
from transforms.acts.senders import rest_of
from transforms.acts.valence import announced
from transforms.records import Act

_INTRODUCED = frozenset(("demand", "threat", "accusation", "promise"))
"""Types of lists whose introduction is such an act itself."""
_FIRST_WORDS = 2
_OPENING = 8
"""Code points in which an item's first word stands."""
_IF_SO = re.compile(r"\W*ان \w.* ف(?:س|لن |ان)")
"""An Arabic condition with what follows from it: if it happens, then we will."""
_LONGEST_HEAD = 40
_HEAD_WORDS = 4
_NEAR_DEED = 8
_NEAR_VERB = 30
_NOT_AHEAD = frozenset(("لن", "ولن", "won't"))
"""What negates what is to come."""
_NEAR_WORDS = 3
"""Words from the subject of an item to what negates its verb."""
_OF = "ل"
"""What an Arabic word is glued to behind a judgment: a breach of."""
_JUDGING = (".", "…", ",", "،", ":", "-", "–", "—")
"""Signs between what an item names and what it calls that."""


class _Told(NamedTuple):
    """What an item does and to whom; wanted: that its words say themselves what shall be done."""

    kind: str
    addressees: tuple[str, ...]
    wanted: bool


def read_item(scene: Scene, lead: Lead) -> Act | None:
    """The act that the introduction of a list makes of an item without one of its own."""
    body = _body(scene.folded)
    deed = opens_with_deed(scene.grammar, scene.folded[body:])
    form = _form(scene, lead, body, deed)
    wanted = bool(form) or deed
    if not wanted and scene.folded.rstrip().endswith((":", "：")):
        return None  # heads the items behind it
    told = _told_by_form(scene, lead, body, form, deed)
    if told is None and not (wanted and scene.grammar.verb_last):
        told = _told_by_party(scene, lead, body, wanted)  # but its last word tells more
    told = told or _Told(lead.type, lead.addressees, wanted)
    if lead.stated and told.kind == lead.type and not told.wanted:
        return None
    return act_of(lead, told.kind, told.addressees)


def introduces(scene: Scene) -> bool:
    """Whether a passage is a paragraph that says with a colon that more follows."""
    return scene.passage.kind == "paragraph" and scene.folded.rstrip().endswith(":")


def of_introduction(scene: Scene, lead: Lead | None, types: Container[str]) -> Sequence[Act]:
    """The act that an Arabic introduction is by its words: "insist on the following:".

    types: those of its other acts.
    """
    if lead is None or lead.reply or lead.stated or lead.type not in _INTRODUCED:
        return []
    start, end, cue = lead.hit
    paper = scene.grammar.search("listing", scene.folded, start, end)
    part = paper is not None and paper.start() == start and paper.end() < end  # the points that
    here = lead.hit in scene.hits or scene.passage.text[start:end] == cue.lemma
    if lead.type in types or part or not here:
        return []
    named = {party for group in scene.groups for party in group.principals}
    addressees = tuple(party for party in lead.addressees if party in named)
    return [act_of(lead, lead.type, addressees, lead.hit)]


def _form(scene: Scene, lead: Lead, body: int, deed: bool) -> str:
    """The type that the first words of an item tell, where its list lets them; or none."""
    tables = scene.grammar
    ends = tables.romance or tables.verb_last or tables.unspaced
    formed = lead.formed or ((ends or not lead.reply) and not tables.verb_first)
    if not formed and not (lead.reply and tables.verb_first):
        return ""
    form = form_of(tables, scene.folded[body:])
    if tables.verb_last and not (form or deed or lead.reply):
        form = negates(tables, scene.folded[body:])
    if not lead.formed and (ends or deed) and form == "demand":
        return ""
    opening = WORD.match(scene.folded, body)
    no = opening is not None and opening[0] in tables.words("no_bullet")
    if form == "refusal" and no and not lead.reply:
        return ""  # no to cuts, among demands
    return form if not formed or overriding(form, lead.type, lead.reply) else ""


def _told_by_form(scene: Scene, lead: Lead, body: int, form: str, deed: bool) -> _Told | None:
    """What an item does by how it is put; None where that does not tell."""
    tables, text = scene.grammar, scene.folded
    first = scene.groups[0] if scene.groups else None
    words = WORD.findall(text[body : body + 60])[:1]
    addressees, wanted = lead.addressees, bool(form) or deed
    if form and lead.formed:
        return _Told(form, addressees, wanted)
    if lead.type in WANTED and _is_conditional(scene, lead, body):
        return _Told("threat", rest_of(scene.groups, lead.issuers) or addressees, wanted)
    if not lead.reply and not form:
        return None
    denying = tables.search("denying", text, body, len(text))
    before = first.start if first is not None else len(text)
    near = denying is not None and denying.end() <= body + 2 * _OPENING
    if lead.reply and denying is not None and near and denying.start() < before:
        return _Told("denial", addressees, wanted)
    if lead.reply and not form and not tables.words("no_bullet").isdisjoint(words):
        return _Told("refusal", addressees, wanted)
    if form == "promise":
        return _Told(_announced(scene, body), addressees, wanted)
    if form:
        bidden = first.principals if first is not None and form in WANTED else addressees
        return _Told(form, bidden, wanted)
    if lead.issuers and foretells(tables, text[body:]):
        return _Told("promise", addressees, wanted)
    return None


def _told_by_party(scene: Scene, lead: Lead, body: int, wanted: bool) -> _Told | None:
    """What an item does by the party that it opens with; None where that does not tell."""
    tables, text = scene.grammar, scene.folded
    words = WORD.findall(text[body : body + 60])[:1]
    heading = scene.groups[0] if scene.groups and scene.groups[0].end < body else None
    if heading is not None and lead.type in WANTED:
        others = tuple(party for party in heading.principals if party not in lead.issuers)
        return _Told(lead.type, others, wanted)  # "Oslo: an end of the tax", to each its own
    if lead.reply and (charged := _charged(scene, lead)):
        return _Told("accusation", charged, wanted)
    if lead.reply and not tables.words("we").isdisjoint(words):
        return _Told(_of_itself(scene, body + len(words[0])), lead.addressees, wanted)
    first = scene.groups[0] if scene.groups else None
    if first is None or not (_acts(scene, first) or lead.stated):
        return None
    before = WORD.findall(text[: first.start])
    elided = text[: first.start].endswith(("'", "’"))
    opening = not before or elided or before[-1] in tables.words("article")
    opening = opening or (first.adjective and len(before) == 1)  # the American government
    if set(first.principals) & set(lead.issuers):
        told = lead.reply or (lead.formed and tables.verb_last)
        if not told or not opening:
            return None
        return _Told(_of_itself(scene, first.end), lead.addressees, wanted)
    if opening and lead.reply:
        bidden = _is_bidden(scene, first)
        return _Told("demand" if bidden else "accusation", first.principals, wanted or bidden)
    if lead.type != "accusation" and _is_agent(scene, first, before):
        return _Told(lead.type, first.principals, wanted)
    return None


def _acts(scene: Scene, group: Group) -> bool:
    """Whether a party may be who acts: by its name, or by its office."""
    return not group.adjective or _is_office(scene, group)


def _is_conditional(scene: Scene, lead: Lead, body: int) -> bool:
    """Whether an item tells what will be if or unless something happens; a demand opens with it."""
    if lead.reply and scene.grammar.verb_first and _IF_SO.match(scene.folded, body):
        return True
    opening = WORD.match(scene.folded, body)
    asks = opening is not None and opening[0] in scene.grammar.words("that")
    whole = len(scene.folded)
    end = whole if lead.reply and not asks else body + _OPENING
    found = (scene.grammar.search(kind, scene.folded, body, whole) for kind in ("if", "else"))
    return any(one is not None and one.start() < end for one in found)


def _body(text: str) -> int:
    """Where an item begins behind the word that heads it: "Borders: no concessions"."""
    head, colon, rest = text[:_LONGEST_HEAD].partition(":")
    few = colon and len(head.split()) <= _HEAD_WORDS
    return len(head) + 1 + len(rest) - len(rest.lstrip()) if few else 0


def _of_itself(scene: Scene, end: int) -> str:
    """What somebody says of itself, named up to a place: that it will not, that it has not."""
    tables, text = scene.grammar, scene.folded
    if tables.verb_last:
        return negates(tables, text) or "promise"
    near = " ".join(WORD.findall(text[end : end + _NEAR_VERB])[:_NEAR_WORDS])
    denies = tables.search("not", text, end, end + len(near) + 1)
    if denies is None:
        return "promise"
    ahead = denies[0] in _NOT_AHEAD or tables.search("future", text, end, end + _NEAR_VERB)
    return "refusal" if ahead else "denial"


def _announced(scene: Scene, body: int) -> str:
    """Whether an Arabic item threatens or promises, by what its verb of the future announces."""
    verb = WORD.search(scene.folded, body)
    region = scene.region(body)
    start, end = verb.span() if verb is not None else (body, body)
    return announced(scene.grammar, region, start, end)


def _is_agent(scene: Scene, group: Group, before: Sequence[str]) -> bool:
    """Whether it is a party that shall do what an item names: "that Iran stop", its withdrawal.

    before: the words before the party.
    """
    tables = scene.grammar
    free = not blocked(tables, scene.folded, group)
    if tables.verb_first and len(before) == _FIRST_WORDS and free:
        if group.adjective:
            return before[1].startswith(ARTICLES) and opens_with_deed(tables, before[0])
        return before[0] in tables.words("that")
    return not group.adjective and len(before) < _FIRST_WORDS and not _is_marked(scene, group)


def _is_marked(scene: Scene, group: Group) -> bool:
    """Whether a party is no subject: with Iran, Turkish "İran ile", Urdu "X کے"."""
    tables, text = scene.grammar, scene.folded
    marked = tables.verb_last and behind(tables, text, group)
    return bool(marked) or (tables.verb_last and blocked(tables, text, group))


def _charged(scene: Scene, lead: Lead) -> tuple[str, ...]:
    """Whose doing an item judges: "NATO's growth is a threat", "a base in X: a provocation"."""
    text = scene.folded
    if not scene.groups:
        own = scene.grammar.search("harm", text, 0, len(text))
        return lead.addressees if own is not None and " " in own[0] else ()
    named = [group for group in scene.groups if not set(group.principals) <= set(lead.issuers)]
    harm = scene.grammar.search("harm", text, named[0].end, len(text)) if named else None
    if harm is None:
        return ()
    behind = text[harm.end() :].strip(' ."»')
    closes = scene.grammar.verb_first and (not behind or behind.startswith(_OF))
    if not (" " in harm[0] or closes or text[: harm.start()].rstrip().endswith(_JUDGING)):
        return ()
    before = [party for group in named if group.end <= harm.start() for party in group.principals]
    return tuple(dict.fromkeys(before))


def _is_office(scene: Scene, group: Group) -> bool:
    """Whether an adjective belongs to who acts: the Polish border service uses force."""
    tables = scene.grammar
    words = WORD.findall(scene.folded[group.end : group.end + 40])[:2]
    if tables.verb_first:
        words = WORD.findall(scene.folded[: group.start])[-1:]
    return not tables.words("institution").isdisjoint(words)


def _is_bidden(scene: Scene, group: Group) -> bool:
    """Whether a Chinese item tells what a party shall do, by a bare verb that follows it."""
    if not scene.grammar.unspaced:
        return False
    return (
        scene.grammar.search("deeds", scene.folded, group.end, group.end + _NEAR_DEED) is not None
    )
