"""Lists that no word calls demands or a reply: they are what somebody says, or wants.

"The minister added:" tells whose words the items are; each of them is what its own words make of
it, and what names a deed ("withdrawal of all troops") is wanted. Where nobody is told to speak, a
list of deeds goes on with what was demanded before it. Offsets are code points into the passage's
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.actors.names import fold_name
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.item_forms import form_of, is_list_of_demands
from transforms.acts.lists import WANTED, Lead
from transforms.acts.scene import WORD, Scene, first_words
from transforms.acts.senders import Made, Parties, opens_list, opens_with, up_to_pointer
from transforms.acts.sources import source
from transforms.acts.speakers import (
    Introduction,
    Told,
    addressed_by,
    cue_of,
    introduction,
    named_speaker,
    subject_of,
    supposed_speaker,
    told_of,
)
from transforms.records import Passage

_OF_DEEDS = frozenset(("promise", "accusation", "denial", "threat", "appeal"))
"""Types of acts that deeds may be named of: he promised, among other things:"""
_VERBS = frozenset(("verb", "infinitive"))
_OPENING = 80
"""Code points of an item that tell what it is."""
_LONGEST_PRONOUN = 20
"""Code points behind the verb that closes an introduction: verlangt "er"."""
_LONGEST_ITEM = 400
"""Code points of an item that its form is told by."""
_FACT = re.compile(r"\d\s?[%٪]|[%٪]\s?\d|\d في الم")
"""A share of something: so are facts told, not wants."""
_QUOTED = re.compile(r"""["“«„'»].{30,}["”»“«'][.,;]?""", re.DOTALL)
"""An item that is quoted as a whole, and no mere title."""
_LEAST_SPOKEN = 2
_BEGINNING = 40
"""Code points of a sentence in which it tells what paper it is about."""
_LONGEST_PART = 4
"""Words that name to whom a part of a list is."""
_AND, _TO = "و", "ل"


def stated(
    scene: Scene,
    made: Sequence[Made],
    before: Told,
    items: Sequence[Passage],
    last: Parties,
    hero: Parties,
) -> Lead | None:
    """Whose statements or wants a passage introduces; None where nobody's.

    before: the passages before it, the nearest first. items: those of the list. last: who
    spoke last. hero: whom the title begins with.
    """
    closing = closing_verb(scene)
    if closing is not None:
        spoke = subject_of(scene, closing, last)
        if not spoke and WORD.search(up_to_pointer(scene), closing.end):
            spoke = last  # he demands
        he = scene.grammar.verb_first and not scene.last.groups
        return Lead(closing.cue.type, False, spoke, (), closing, he)
    here = introduction(scene, made, before)
    folded = [folded_item(item)[:_LONGEST_ITEM] for item in items]
    title = before[-1][1] if before else ()
    asked = any(act.type == "demand" for _, act in title)
    forms = [form_of(scene.grammar, item) for item in folded]
    wants = is_list_of_demands(scene.grammar, folded, forms, asked)
    wished = not scene.grammar.verb_first and (wants or _is_wished(scene))
    that = scene.grammar.words("that")
    otherwise = (_has(scene, "else") or (here.opens and is_unmet(scene))) and not all(
        that.issuperset(first_words(item[:_OPENING], 1)) for item in folded
    )
    about = told_of(here)
    here = here._replace(opens=here.opens or about is not None)
    goes_on = about is None and any(item.text[:1].islower() for item in items)
    if goes_on and _goes_on(scene, folded):
        named = opens_with(scene) if scene.last.groups else ()
        acting = named or hero  # the ministry - "demands", "rejects"
        told = addressed_by(here, acting)
        return Lead("demand", True, acting, told, _hit(here), bool(acting), False, True, True)
    spoke = hero or last if scene.grammar.verb_first else last
    speaker = named_speaker(here, spoke)
    if about is not None and (not speaker or speaker == about):
        others = (party for party in (opens_with(scene), hero) if party != about)
        speaker = next(filter(None, others), ())  # the service says that spies of Oslo:
    if scene.grammar.verb_first and here.told and not opens_with(scene) and _has(scene, "report"):
        charge = here.told[0]  # an organisation accuses, and its report has found:
        if charge.type == "accusation":
            return Lead("accusation", False, charge.issuers, charge.addressees, _hit(here))
    introduced = wished or otherwise or (here.opens and speaker)
    if not introduced and not _are_spoken(scene.grammar, folded, forms):
        return None
    if speaker is None:
        speaker = supposed_speaker(here, last, hero)
    speaker = speaker or opens_with(scene) or hero
    wished = wished or (not speaker and wants)
    claimed = speaker and (scene.grammar.verb_first or here.verb is not None or here.opens)
    if not (claimed or otherwise or _is_of_people(here)):
        return None  # who does what, in short
    if about is not None and speaker and about != speaker:
        about = about or addressed_by(here, speaker)
        return Lead("accusation", False, speaker, about, _hit(here))
    return _listing(here, speaker, wished, otherwise)


def folded_item(item: Passage) -> str:
    """The text of an item, folded, with the marks that writers may leave out."""
    return fold_name(item.text) if item.cuts or item.folded is None else item.folded


def cue_leads(scene: Scene, last: Parties) -> Lead | None:
    """What the last verb of an introduction makes of its list, where nothing else does."""
    region = scene.last
    verbs = [hit for hit in scene.hits if hit.start >= region.start and hit.cue.frame in _VERBS]
    if not verbs:
        return None
    return Lead(verbs[-1].cue.type, False, subject_of(scene, verbs[-1], last), (), verbs[-1])


def _goes_on(scene: Scene, items: Sequence[str]) -> bool:
    """Whether a sentence breaks off with a subject whose verbs are the items."""
    if scene.passage.text.rstrip()[-1:].isalnum():
        return scene.passage.kind == "paragraph" or bool(opens_with(scene))
    if not opens_list(scene):
        return False
    cues = scene.grammar.cues([item[:_OPENING] for item in items])
    verbs = sum(any(not hit.start and hit.cue.frame == "verb" for hit in hits) for hits in cues)
    return verbs >= _LEAST_SPOKEN and 2 * verbs >= len(items)


def _listing(here: Introduction, speaker: Parties, wished: bool, otherwise: bool) -> Lead:
    """What the deeds of a list are, whose and to whom."""
    theirs = [act for act in here.told if act.issuers == speaker]
    wanted = [act for act in theirs if act.type in WANTED]
    addressees = addressed_by(here, speaker)
    types = _types(here)
    told = types[-1] if types and types[-1] in _OF_DEEDS else "demand"
    kind = "threat" if otherwise else told
    if not wanted and not addressees and _has(here.scene, "announcing"):
        kind = "promise"
    if kind == "promise" and theirs and theirs[0].type == "threat":
        kind = "threat"
    wished = wished and kind in WANTED
    return Lead(
        type=kind,
        reply=not wished,
        issuers=speaker,
        addressees=addressees,
        hit=_hit(here),
        elided=bool(speaker),
        stated=kind in WANTED and not wished,
        formed=not here.scene.grammar.verb_first,
    )


def _is_of_people(here: Introduction) -> bool:
    """Whether somebody acted before a list, or a paper or people who are no party are near it."""
    tables = here.scene.grammar
    if here.told or (tables.verb_first and _types(here)):
        return True
    kinds = ["listing"] * (not tables.verb_first) + ["bodies"] * (not tables.romance)
    near = [one.folded for one in (here.scene, *(one for one, _ in here.before[:1]))]
    found = (tables.search(kind, text, 0, len(text)) for text in near for kind in kinds)
    return any(one is not None for one in found)


def _types(here: Introduction) -> Sequence[str]:
    """The types of an introduction's acts, else of the verbs in its last sentence."""
    start = here.scene.last.start
    return [act.type for hit, act in here.made if hit.start >= start] or [
        hit.cue.type
        for hit in here.scene.hits
        if here.opens and hit.start >= start and hit.cue.frame == "verb"
    ]


def _has(scene: Scene, kind: str) -> bool:
    """Whether the last sentence of an introduction has words of a kind: announced, or else."""
    region = scene.last
    return scene.grammar.search(kind, scene.folded, region.start, region.end) is not None


def _is_wished(scene: Scene) -> bool:
    """Whether an introduction closes with the "that" of what is wanted, or with "want"."""
    words = WORD.findall(up_to_pointer(scene)[scene.last.start :])
    return words[-1:] != [] and words[-1] in scene.grammar.words("wished")


def _are_spoken(grammar: Grammar, items: Sequence[str], forms: Sequence[str]) -> bool:
    """Whether most items of a list name deeds, or are put as somebody speaks."""
    shares = sum(_FACT.search(item) is not None for item in items)
    cues = grammar.cues([item[:_OPENING] for item in items])
    told = zip(items, forms, cues, strict=True)
    spoken = sum(bool(form) or _is_spoken(grammar, item, hits) for item, form, hits in told)
    return spoken >= _LEAST_SPOKEN and 2 * spoken >= len(items) >= 2 * shares


def _is_spoken(grammar: Grammar, text: str, hits: Sequence[Hit]) -> bool:
    """Whether an item opens with a quote, "no", "if", "we" or an order, as its cues tell."""
    if not grammar.verb_first and _QUOTED.fullmatch(text) is not None:
        return True
    words = first_words(text, 1)
    if not words or words[0] in grammar.words(("no_bullet", "if", "we")):
        return bool(words)
    if not grammar.words("indirect").isdisjoint(WORD.findall(text, 0, _OPENING)):
        return True  # German: that he has, as somebody says of others
    opening = ("item", "verb") if grammar.verb_first else ("item",)
    return any(
        hit.cue.frame == "must" or (not hit.start and hit.cue.frame in opening) for hit in hits
    )


def closing_verb(scene: Scene) -> Hit | None:
    """The verb with which the introduction of a list closes, of whoever it is: "demands:"."""
    text, pronouns = up_to_pointer(scene), scene.grammar.words("pronoun")
    closing = [
        hit
        for hit in scene.hits
        if hit.cue.frame in _VERBS
        and len(text) - hit.end <= _LONGEST_PRONOUN
        and pronouns.issuperset(WORD.findall(text[hit.end :]))
    ]
    return closing[-1] if closing and opens_list(scene) else None


def _hit(here: Introduction) -> Hit:
    """The words that tell that something is stated: the verb of saying, else the last sign."""
    verb = here.verb
    if verb is None:
        return sign_of(here.scene)
    return Hit(verb.start, verb.end, cue_of(here.scene.passage.text[verb.start : verb.end]))


def sign_of(scene: Scene) -> Hit:
    """The last sign of a passage, which says that more follows."""
    length = len(scene.folded.rstrip())
    return Hit(length - 1, length, cue_of(scene.passage.text[length - 1 : length]))


def is_part(scene: Scene) -> bool:
    """Whether a passage only names to whom a part of a list is: "of Russia:"."""
    words, tables = first_words(scene.folded, _LONGEST_PART + 1), scene.grammar
    if scene.hits or not words or len(words) > _LONGEST_PART:
        return False
    if tables.search("listing", scene.folded, 0, len(scene.folded)) is not None:
        return False  # in detail:
    first = scene.groups[0].start if scene.groups else 0
    to = (*tables.words("to"), _TO)
    return any(one.removeprefix(_AND) in to for one in (words[0], scene.folded[:first]))


def opens_sentence(scene: Scene, kind: str) -> bool:
    """Whether the sentence right before a list opens with words of a kind."""
    start = scene.last.start
    return scene.grammar.search(kind, scene.folded, start, start + _BEGINNING) is not None


def only_points(scene: Scene) -> bool:
    """Whether words say no more than that a list follows: "the document says as follows:"."""
    text = scene.folded.rstrip(" *_")
    region = scene.last
    pointer = scene.grammar.search("listing", text, region.start, len(text))
    return opens_list(scene) and pointer is not None and closing_verb(scene) is None


def is_unmet(scene: Scene) -> bool:
    """Whether the sentence before a list tells what will be if something is not done."""
    tables, region = scene.grammar, scene.last
    condition = region.text[region.start : region.end].partition(",")[0]
    words, ends = WORD.findall(condition), tuple(tables.words("unmet_end"))
    told = tables.opens_as(condition) == "threat" and not tables.words("not").isdisjoint(words)
    failing = tables.verb_first and _has(scene, "failing")
    return told or failing or _has(scene, "unmet") or any(word.endswith(ends) for word in words)


def sourced(scene: Scene, lead: Lead) -> Lead:
    """A list of whom its introduction names as the source, to whom it took for its issuer."""
    said = () if scene.grammar.verb_first else source(scene, scene.last)
    if not said or said == lead.issuers:
        return lead
    others = (party for party in lead.issuers or lead.addressees if party not in said)
    return lead._replace(issuers=said, addressees=tuple(others))
