"""What an item of a list does, weighed by all that its words and its introduction tell.

"We will not pay" is refused in a reply and threatened in an ultimatum; "an end of the raids" is
demanded, unless charges are listed. An act of its own, the form of its first words, who is named
first, negations, what the list is of: each tells a little. How much each weighs for each type is
learned from annotated lists (data/acts/item_types.tsv, by tools/acts/learn_types.py). Whether an
item is an act at all, the rules decide.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence

from transforms.acts.endings import negates
from transforms.acts.item_forms import form_of, opens_with_deed
from transforms.acts.lists import TYPES, Lead
from transforms.acts.scene import WORD, Scene, first_words
from transforms.records import Act
from transforms.tables import read_table

TRUST = 1.0
"""How much it weighs that the rules name a type; the facts' weights are learned beside it."""
_WORDS = (
    *("not", "if", "else", "until", "harm", "due", "denying", "we"),
    *("that", "future", "would", "wished", "pronoun", "place"),
)
"""Kinds of words that tell something wherever they stand."""
_FIRST_WORDS = ("we", "no_bullet", "thanks")
"""Kinds of words that tell something where an item opens with them."""
_LONGEST = 400
"""Code points of an item that are searched for words."""
_LONGEST_HEAD = 40
_HEAD_WORDS = 4
_LONGEST_OPENING = 60
_ENDS = tuple('.!?"”»')
_FEW = 2


def body_of(text: str) -> int:
    """Where an item begins behind the word that heads it: "Borders: no concessions"."""
    head, colon, rest = text[:_LONGEST_HEAD].partition(":")
    few = colon and len(head.split()) <= _HEAD_WORDS
    return len(head) + 1 + len(rest) - len(rest.lstrip()) if few else 0


def item_facts(scene: Scene, lead: Lead, acts: Sequence[Act]) -> set[str]:
    """What an item and its introduction tell of what the item does: names of facts.

    acts: those that the rules make of it.
    """
    tables, text = scene.grammar, scene.folded
    body = body_of(text)
    rest = text[body:]
    deed = opens_with_deed(tables, rest)
    form, negated = form_of(tables, rest, deed), negates(tables, rest)
    put = {f"form {form or 'unknown'}", f"negates {negated or 'nothing'}"}
    put.add(f"deed {deed}")
    kind = "reply" if lead.reply else lead.type
    facts = {*put, *(f"{one} in {kind}" for one in put)}
    opening = first_words(rest[:_LONGEST_OPENING], 1)
    facts.update(
        f"{kind} first" for kind in _FIRST_WORDS if not tables.words(kind).isdisjoint(opening)
    )
    facts.update(f"has {kind}" for kind in _WORDS if tables.search(kind, text, 0, _LONGEST))
    facts.update(f"act {act.type}" for act in acts if act.cue_start is not None)
    facts.update(f"cue {hit.cue.type}{' of a deed' * deed}" for hit in scene.hits)
    if scene.groups:
        party = _first_party(scene, lead)
        facts.update((party, f"{party} in {kind}"))
    told = {
        "sentence": text.rstrip().endswith(_ENDS),
        "figure": any(letter.isdigit() for letter in text[:_LONGEST]),
        "figure first": any(word[0].isdigit() for word in opening),
        f"list of {lead.type}": True,
        f"list by {lead.hit.cue.type or 'form'}": True,
        "list in reply": lead.reply,
        "list stated": lead.stated,
        "list formed": lead.formed,
        "list to nobody": not lead.addressees,
    }
    return facts | {fact for fact, holds in told.items() if holds}


def _first_party(scene: Scene, lead: Lead) -> str:
    """Which of the list's parties an item names first, and whether it opens with it."""
    first = scene.groups[0]
    named = set(first.principals)
    who = "issuer" if named & set(lead.issuers) else "other"
    who = "addressee" if who == "other" and named & set(lead.addressees) else who
    opens = len(WORD.findall(scene.folded[: first.start])) < _FEW
    return f"{who} {'first' if opens else 'named'}"


@functools.cache
def _weights() -> Mapping[str, Sequence[float]]:
    """Of each fact, how much it weighs for each type."""
    rows = read_table("acts/item_types.tsv")
    return {row["fact"]: [float(row[kind]) for kind in TYPES] for row in rows}


def weigh(weights: Mapping[str, Sequence[float]], facts: Collection[str], ruled: str) -> str:
    """The type for which most tells; of equals the first.

    ruled: what the rules say.
    """
    told = [weights[fact] for fact in sorted(facts) if fact in weights]
    sums = [sum(of_kind) for of_kind in zip(*told, strict=True)] or [0.0] * len(TYPES)
    sums[TYPES.index(ruled)] += TRUST
    return TYPES[sums.index(max(sums))]


def type_of(scene: Scene, lead: Lead, acts: Sequence[Act]) -> str:
    """The type of act that an item is; acts: those that the rules make of it, one at least."""
    return weigh(_weights(), item_facts(scene, lead, acts), acts[0].type)
