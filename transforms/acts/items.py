"""The items of a list: what the words that introduce it make of each.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from transforms.acts.endings import foretells, negates
from transforms.acts.grammar import Hit
from transforms.acts.item_forms import form_of, overriding
from transforms.acts.lists import CODES, TAGGER, Lead
from transforms.acts.marks import behind, blocked
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene
from transforms.acts.senders import Parties, rest_of
from transforms.acts.statements import names_deed, opens_as_act
from transforms.acts.valence import announced
from transforms.records import Act

_FIRST_WORDS = 2
_OPENING = 8
"""Code points in which an item's first word stands."""
_DATED = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:1[0-9]|20)\d\d\s*(?:[:،,\-–—]|$)"
    r"|\d{4}\W{0,3}(?:[^\W\d_]+ ?){0,2}[:.,–—-]"
)
"""A year that tells when: 2019: ..., 2019 года — ...; not one that tells which treaty."""
_WANTING = frozenset(("demand", "appeal"))
_WANTED = frozenset(("promise", "denial", "accusation"))
"""Types that are part of what is demanded where the list's issuer does not speak of itself."""
_NOT_ASKED = frozenset(("promise", "denial", "refusal"))
"""Types that only tell more of a deed that a statement asks for: "that he tell why he stopped"."""
_IF_SO = re.compile(r"\W*ان \w.* ف(?:س|لن |ان)")
"""An Arabic condition with what follows from it: if it happens, then we will."""
_ARTICLES = ("ال", "ה")
"""Articles that are part of the word."""
_LONGEST_HEAD = 40
_HEAD_WORDS = 4
_REPROACHED = frozenset(("refusal", "denial", "threat"))
"""What another party does, where its being told is a reproach."""
_AHEAD = frozenset(("refusal", "promise"))
"""What is announced, where a condition before it makes it a threat."""
_NEAR_VERB = 30
_NOT_AHEAD = frozenset(("لن", "won't"))
"""What negates what is to come."""
_NEAR_DEED = 8
_NEAR_WORDS = 3
"""Words from the subject of an item to what negates its verb."""
_JUDGING = (".", "…", ",", "،", ":", "-", "–", "—")
"""Signs between what an item names and what it calls that."""


def is_wanted(scene: Scene, lead: Lead, hit: Hit) -> bool:
    """Whether what an item opens with is what is demanded: "Accept the border" among demands.

    So an infinitive or an imperative is, the form by which its row is called; "accepts" is not.
    """
    if lead.reply or lead.type not in _WANTING or hit.cue.type not in ("promise", "refusal"):
        return False
    if hit.cue.type == "refusal" and hit.cue.frame != "infinitive":
        return False
    words = scene.folded[hit.start : hit.end].split()
    bare = hit.cue.frame == "verb" and words[:1] == hit.cue.lemma.split()[:1]
    return opens(scene, hit) and (bare or hit.cue.frame == "infinitive")


def is_part(scene: Scene, lead: Lead, hit: Hit, act: Act) -> bool:
    """Whether an act is only what is demanded: "Iran pledges to", "a vote that condemns it".

    What the list's issuer says of itself, by its name or in the first person, is its own act.
    """
    if lead.stated and act.type in _NOT_ASKED and hit.cue.frame == "verb":
        return scene.grammar.romance and names_deed(scene.grammar, scene.folded)
    if lead.reply or lead.type not in _WANTING or act.type not in _WANTED:
        return False
    if act.type == "promise" and hit.cue.frame == "speaker":
        return False
    first = scene.groups[0] if scene.groups else None
    names = first is not None and first.end <= hit.start and not first.adjective
    return not (names and first is not None and set(first.principals) & set(lead.issuers))


def opens(scene: Scene, hit: Hit) -> bool:
    """Whether an item begins with a cue."""
    return scene.folded[: hit.start].strip(' "«-–—•*') in ("", *_ARTICLES)


def turned(scene: Scene, lead: Lead, act: Act) -> Act:
    """An act of another party, told in a reply, as the reproach that it is: "X refuses to"."""
    if lead.formed and lead.issuers and act.type in _AHEAD and _warns(scene):
        return _as(act, "threat", lead.issuers, lead.addressees)
    first = scene.groups[0] if scene.groups else None
    if not lead.reply or not lead.issuers or act.type not in _REPROACHED or first is None:
        return act
    other = set(first.principals) == set(act.issuers) and act.issuers != lead.issuers
    before = WORD.findall(scene.folded[: first.start])
    if not other or first.adjective or not scene.grammar.words("article").issuperset(before):
        return act
    return _as(act, "accusation", lead.issuers, act.issuers)


def _as(act: Act, kind: str, issuers: Parties, addressees: Parties) -> Act:
    plover, cameo = CODES[kind]
    return dataclasses.replace(
        act,
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=issuers,
        addressees=addressees,
    )


def _warns(scene: Scene) -> bool:
    """Whether an item opens as a threat does: "Should a convoy be stopped, we will ..."."""
    return form_of(scene.grammar, scene.folded) == "threat"


def is_told(scene: Scene, lead: Lead | None, hit: Hit) -> bool:
    """Whether a noun tells by itself what an item of a reply is: "Readiness to", "Refusal of"."""
    frames = ("item", "noun")
    return lead is not None and lead.reply and hit.cue.frame in frames and opens(scene, hit)


def is_dated(scene: Scene, lead: Lead | None) -> bool:
    """Whether an item begins with its date: it tells what was done, unless demands are listed."""
    if lead is not None and not lead.reply and lead.type in _WANTING:
        return False
    return _DATED.match(scene.folded[:60]) is not None


def read_item(scene: Scene, lead: Lead) -> Act | None:
    """The act that the introduction of a list makes of an item without one of its own."""
    tables, text = scene.grammar, scene.folded
    body = _body(text)
    words = WORD.findall(text[body : body + 60])
    first = scene.groups[0] if scene.groups else None
    acts = first is not None and (not first.adjective or _is_office(scene, first))
    kind, addressees = lead.type, lead.addressees
    ends = tables.romance or tables.verb_last or tables.unspaced
    formed = lead.formed or (lead.reply and ends)
    told = formed or (lead.reply and tables.verb_first)
    ordered = opens_as_act(tables, text[body:]) if told else ""
    if not lead.formed and ends and ordered == "demand":
        ordered = ""
    if formed and not overriding(ordered, lead.type, lead.reply):
        ordered = ""
    wanted = bool(ordered) or names_deed(tables, text[body:])
    if not wanted and text.rstrip().endswith((":", "：")):
        return None  # heads the items behind it
    if ordered and lead.formed:
        kind = ordered
        deed = names_deed(tables, text[body:])
        if acts and first is not None and _heads(scene, first) and not deed:
            addressees = rest_of([first], lead.issuers) or addressees
    elif lead.type in _WANTING and _is_conditional(scene, lead, body):
        kind = "threat"
        addressees = rest_of(scene.groups, lead.issuers) or addressees
    elif lead.reply and tables.search("denying", text, body, body + _OPENING) is not None:
        kind = "denial"
    elif lead.reply and words and words[0] in tables.words("no_bullet"):
        kind = "refusal"
    elif ordered:
        kind = ordered if ordered != "promise" else _announced(scene, body)
        addressees = first.principals if first is not None and kind == "demand" else addressees
    elif lead.reply and lead.issuers and foretells(tables, text[body:]):
        kind = "promise"
    elif wanted and tables.verb_last:
        pass  # its last word tells: "permission for the PKK not being given"
    elif lead.reply and (charged := _charged(scene, lead)):
        kind, addressees = "accusation", charged
    elif lead.reply and words and words[0] in tables.words("we"):
        kind = _of_itself(scene, body + len(words[0]))
    elif first is not None and (acts or lead.stated):
        before = WORD.findall(text[: first.start])
        elided = text[: first.start].endswith(("'", "’"))
        opening = not before or elided or before[-1] in tables.words("article")
        opening = opening or (first.adjective and len(before) == 1)  # the American government
        if set(first.principals) & set(lead.issuers):
            told = lead.reply or (lead.formed and tables.verb_last)
            kind = _of_itself(scene, first.end) if told and opening else kind
        elif opening and (lead.reply or _denies(scene, first)):
            bidden = _is_bidden(scene, first)
            kind, wanted = "demand" if bidden else "accusation", wanted or bidden
            addressees = first.principals
        elif _is_agent(scene, first, before):
            addressees = first.principals
    if lead.stated and kind == lead.type and not wanted:
        return None
    plover, cameo = CODES[kind]
    return Act(
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=lead.issuers,
        addressees=addressees,
        modality="asserted",
        cue_start=None,
        cue_end=None,
        inherited=True,
        rule=f"{TAGGER}:lead:{lead.hit.cue.lemma}",
    )


def _is_conditional(scene: Scene, lead: Lead, body: int) -> bool:
    """Whether an item tells what will be if or unless something happens; a demand opens with it."""
    if lead.reply and scene.grammar.verb_first and _IF_SO.match(scene.folded, body):
        return True
    opening = WORD.match(scene.folded, body)
    asks = opening is not None and opening[0] in scene.grammar.words("that")
    end = len(scene.folded) if lead.reply and not asks else body + _OPENING
    return any(scene.grammar.search(kind, scene.folded, body, end) for kind in ("if", "else"))


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
            return before[1].startswith(_ARTICLES) and names_deed(tables, before[0])
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
    if harm is None or not (" " in harm[0] or text[: harm.start()].rstrip().endswith(_JUDGING)):
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


def _heads(scene: Scene, group: Group) -> bool:
    """Whether an item begins with a party: "Sofia is to", "The Bulgarian side must"."""
    before = WORD.findall(scene.folded[: group.start])
    return len(before) < _FIRST_WORDS and not blocked(scene.grammar, scene.folded, group)


def _is_bidden(scene: Scene, group: Group) -> bool:
    """Whether a Chinese item tells what a party shall do, by a bare verb that follows it."""
    if not scene.grammar.unspaced:
        return False
    return (
        scene.grammar.search("deeds", scene.folded, group.end, group.end + _NEAR_DEED) is not None
    )


def _denies(scene: Scene, group: Group) -> bool:
    """Whether an item tells what a party has not done."""
    found = scene.grammar.search("not", scene.folded, group.end, group.end + 20)
    return found is not None and len(WORD.findall(scene.folded[group.end : found.start()])) <= 1
