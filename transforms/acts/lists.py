"""Items of a list, read together with the words that introduce it.

"Moscow's demands of NATO:" makes a demand of "withdrawal of all troops", by Moscow and of NATO,
though the item names neither. Offsets are code points into the passage's text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from transforms.acts.addressees import addressed
from transforms.acts.grammar import Hit
from transforms.acts.judge import is_noun
from transforms.acts.notation import NOT_OF_ACTS
from transforms.acts.nouns import owner
from transforms.acts.scene import WORD, Region, Scene, words_before
from transforms.acts.senders import (
    FOR_THE,
    LEADS,
    Made,
    all_of,
    is_party,
    is_sent_to,
    issuing,
    opens_list,
    other_party,
    whose_misdeeds,
)
from transforms.acts.sources import label
from transforms.acts.speakers import Told, telling
from transforms.records import Act

CODES = {
    "demand": ("REQUEST", "100"),
    "appeal": ("REQUEST", "020"),
    "refusal": ("REJECT", "120"),
    "threat": ("THREATEN", "130"),
    "accusation": ("ACCUSE", "110"),
    "denial": ("REJECT", "016"),
    "promise": ("AGREE", "030"),
}
"""PLOVER event and CAMEO root of a type, for items without a cue of their own."""
TYPES = tuple(CODES)
_CONDITIONAL = {"refusal": "until", "threat": "until", "promise": "if"}
"""Behind which words an act that closes an introduction tells of what is wanted for it."""
WANTED = frozenset(("demand", "appeal"))
TAGGER, WEIGHED = "acts-1", "+weighed"
"""`acts.rule` is acts-1:FRAME:LEMMA, by version; it ends in "+weighed" where weights overrule."""
_LONGEST_OPENING = 60
_SIGNS = ' "”»*_'
_CLAUSE = re.compile(r"[:.،…]\s*")
_LONGEST_SOURCE = 25
"""Code points from "seen by" to the name of who saw a paper."""


class Lead(NamedTuple):
    """What the words before a list say of its items.

    reply: they may be of any type. elided: no issuer is named, nobody else acts. paper: a letter or
    a list speaks. stated: the items are somebody's words, wanted only where they name a deed.
    formed: an item's form tells what it is. weighed: its parties are those of ownership.py.
    """

    type: str
    reply: bool
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    hit: Hit
    elided: bool = False
    paper: bool = False
    stated: bool = False
    formed: bool = False
    weighed: bool = False


def read_lead(
    scene: Scene, made: Sequence[Made], near: bool = False, before: Callable[[], Told] = tuple
) -> Lead | None:
    """What a passage makes of the list that it introduces; None where it is no list of acts.

    near: whether other words stand between, that only say that a list follows. before: passages
    that may tell whom a reply was handed to, the nearest first.
    """
    opens, heading = opens_list(scene), scene.passage.kind in ("heading", "title")
    leads = [
        hit
        for hit in scene.hits
        if _introduces(scene, hit)
        and (
            " " in scene.folded[hit.start : hit.end]
            or heading
            or (near and hit.cue.frame != "reply")
            or (opens and hit.start >= scene.last.start)
        )
    ]
    if not leads:
        return _closing(scene, made) if opens or scene.passage.kind == "heading" else None
    leads = [lead for lead in leads if scene.voice_at(lead.start) is None] or leads
    named = [lead for lead in leads if lead.cue.frame == "lead"]
    told = [lead for lead in named if not _only_points(scene, lead)]
    hit = [*leads, *named, *told][-1]
    region = scene.region(hit.start)
    others = [group for group in region.groups if is_party(scene, group)]
    sent = [group for group in others if is_sent_to(scene, region, group)]
    misdeeds = whose_misdeeds(scene, hit)
    to = misdeeds or addressed(scene.grammar, region, hit, others, ()) or all_of(sent, ())
    elided, paper = _is_elided(scene, region)
    open_to = [group for group in region.groups if group.principals != to and group not in sent]
    issuers = issuing(scene, hit, made, open_to, near=near, paper=paper)
    issuers = label(scene, region.start).speaker if issuers is None else issuers  # Solana: ...
    again = issuers and not misdeeds
    told_to = addressed(scene.grammar, region, hit, others, issuers) if again else to
    addressees = told_to or tuple(party for party in to if party not in issuers)
    kind, reply = _kind(scene, region, hit, made, opens or scene.passage.kind == "heading")
    if not addressees and reply and issuers:
        addressees = _handed_to(before(), issuers)
    if not addressees:
        of_acts = [act.addressees for _, act in made if act.addressees]
        addressees = of_acts[-1] if of_acts else all_of(others, issuers)
    return Lead(kind, reply, issuers, addressees, hit, elided, paper)


def _handed_to(before: Told, issuers: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a reply was handed to: the other party of the nearest passage that tells of it."""
    papers = [one for one, _ in before if any(hit.cue.frame == "reply" for hit in one.hits)]
    return other_party(papers[0], issuers) if papers else ()


def _kind(
    scene: Scene, region: Region, hit: Hit, made: Sequence[Made], closes: bool
) -> tuple[str, bool]:
    """The type of what is listed, and whether it may be any: of a letter that demands, it is not.

    Words that only point ("as follows") are of the act before them: "appeals to it as follows".
    made: acts that it may be of: "demands that it keep its promises". closes: an act may close it.
    """
    if any(act.type == "demand" and region.start <= one.start < hit.start for one, act in made):
        return "demand", False
    if hit.cue.type == "promise" and scene.grammar.verb_first:
        asked = [one.cue for one in scene.hits if region.start <= one.start < hit.start]
        if asked and asked[-1].type in WANTED and asked[-1].frame not in NOT_OF_ACTS:
            return asked[-1].type, False  # we want it to commit itself to the following
    points = _only_points(scene, hit)
    paper = any(one.cue.frame == "reply" and one.start < region.start for one in scene.hits)
    reply = hit.cue.frame == "reply" or (points and paper)
    steps = hit.cue.lemma in scene.grammar.words("contained")  # asks it to take these steps
    closing = _closing(scene, made) if closes and (points or reply or steps) else None
    if closing is not None:
        between = WORD.findall(scene.folded, closing.hit.end, hit.start)
        told = scene.grammar.verb_first and scene.grammar.words("deeds").isdisjoint(between)
        told |= not scene.grammar.verb_first and closing.hit.start >= hit.end  # in reply denied
        if told or closing.type in WANTED:
            return closing.type, False
    return hit.cue.type, reply


def _closing(scene: Scene, made: Sequence[Made]) -> Lead | None:
    """The introduction that an act makes which its words close with: "Iran must:"."""
    last, length = scene.last, len(scene.folded.rstrip())
    elided, paper = _is_elided(scene, last)
    of_last = [one for one in made if one[0].start >= last.start]
    if not of_last:
        must = [hit for hit in scene.hits if hit.cue.frame == "must" and hit.start >= last.start]
        if not must or not last.groups:
            return None
        behind = [one for one in last.groups if one.start >= must[0].start] or last.groups
        return Lead("demand", False, (), behind[0].principals, must[0], elided, True)
    hit, act = of_last[-1]
    names = (one.end - one.start for one in last.groups if one.start >= hit.end)
    if length - hit.end - sum(names) > _LONGEST_OPENING:
        return None  # something else is listed
    if scene.grammar.verb_first and telling(scene, hit.end) is not None:
        return None  # he called it "rash" and added:
    kind = _CONDITIONAL.get(act.type)
    if kind is not None and scene.grammar.search(kind, scene.folded, hit.end, length):
        act = dataclasses.replace(act, type="demand")  # will not sign before:
    return Lead(act.type, False, act.issuers, act.addressees, hit, elided, paper)


def _is_no_body(scene: Scene, region: Region, place: int) -> bool:
    """Whether a word is of a party's name, counted, or the source: 20 pages, seen by an agency."""
    if any(group.start <= place < group.end for group in region.groups):
        return True
    start = max(0, place - _LONGEST_SOURCE)
    if any(map(str.isdigit, WORD.findall(scene.folded, start, place)[-1:])):
        return True
    kinds = ("by", "according")
    return any(scene.grammar.search(kind, scene.folded, start, place) for kind in kinds)


def _is_elided(scene: Scene, region: Region) -> tuple[bool, bool]:
    """Whether none but parties act in a sentence, and whether a paper does."""
    tables = scene.grammar
    bodies = tables.search("bodies", region.text, region.start, region.end)
    while bodies is not None and _is_no_body(scene, region, bodies.start()):
        bodies = tables.search("bodies", region.text, bodies.end(), region.end)
    paper = tables.search("listing", region.text, region.start, region.end)
    return bodies is None, paper is not None


def may_open(scene: Scene) -> bool:
    """Whether a passage may be an act by what it introduces: a title, or up to a colon."""
    return scene.passage.kind == "title" or scene.folded.rstrip(" *_").endswith((":", "："))


def read_opening(scene: Scene, made: Sequence[Made], lead: Lead | None) -> Made | None:
    """The act of a passage that introduces demands: "Bahrain's demands of Qatar are these:"."""
    if lead is None or lead.reply or lead.type != "demand":
        return None
    start = scene.region(lead.hit.start).start
    pointer = scene.grammar.verb_first and _only_points(scene, lead.hit)
    if not lead.issuers or pointer or any(hit.start >= start for hit, _ in made):
        return None
    if scene.passage.kind == "title" and not _opens_title(scene, lead):
        return None
    return lead.hit, act_of(lead, lead.type, lead.addressees, lead.hit)


def act_of(lead: Lead, kind: str, addressees: tuple[str, ...], hit: Hit | None = None) -> Act:
    """An act by whom a list is of; without words of its own it is inherited."""
    plover, cameo = CODES[kind]
    return Act(
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=lead.issuers,
        addressees=tuple(party for party in addressees if party not in lead.issuers),
        modality="asserted",
        cue_start=hit.start if hit is not None else None,
        cue_end=hit.end if hit is not None else None,
        inherited=hit is None,
        rule=f"{TAGGER}:lead:{lead.hit.cue.lemma}{WEIGHED * lead.weighed}",
    )


def _opens_title(scene: Scene, lead: Lead) -> bool:
    """Whether a title names whose demands it tells of, by a noun or as its subject."""
    if owner(scene, scene.region(lead.hit.start), lead.hit) is not None:
        return True
    first = scene.groups[0] if scene.groups else None
    return first is not None and first.end <= lead.hit.start and first.principals == lead.issuers


def _introduces(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is of words for lists, or a verb's form that is one: "Oslo's demands are:"."""
    if hit.cue.frame in LEADS:
        return not scene.folded.endswith(FOR_THE, 0, hit.start)  # ten days for the reply
    if hit.cue.frame == "noun" and scene.hits[-1] is hit and telling(scene, hit.end) is None:
        plural = "s " in f"{scene.folded[hit.start : hit.end]} "  # her warnings to Oslo:
        return plural and hit.start >= scene.last.start and opens_list(scene)
    if hit.cue.frame != "verb" or not scene.folded.endswith("s", hit.start, hit.end):
        return False
    region = scene.region(hit.start)
    return is_noun(scene.grammar, region, hit, words_before(region, hit.start, 1))


def tells_facts(scene: Scene) -> bool:
    """Whether what introduces a list says that it is of facts: of advice, dates, records."""
    title = scene.passage.kind == "title"
    facts = [hit for hit in scene.hits if hit.cue.frame == "no_lead"]
    if not facts:
        return False  # as mostly
    start = 0 if title else scene.last.start
    of_last = [hit for hit in scene.hits if hit.start >= start]
    facts = [hit for hit in facts if hit.start >= start]
    things = scene.grammar.words("contained")  # a law, a budget: what it contains
    of_things = not title and any(hit.cue.lemma in things for hit in facts)
    if of_things and not scene.last.groups:  # conditions that applicants must meet
        of_last = [hit for hit in of_last if not _is_loose(hit)]
    if title or any(hit.cue.frame not in NOT_OF_ACTS for hit in of_last):
        facts = [hit for hit in facts if hit.cue.lemma not in things]
    if not facts:
        return False
    if facts[-1].cue.lemma in things and not scene.grammar.verb_first:
        points = scene.grammar.words("listing")  # as follows; but not "its demands are as follows"
        leads = [hit for hit in of_last if hit.cue.frame == "lead" and hit.cue.lemma not in things]
        return points.issuperset(scene.folded[hit.start : hit.end] for hit in leads)
    others = [hit for hit in of_last if not _only_points(scene, hit)]
    return not any(hit.start > facts[-1].start or hit.cue.frame == "lead" for hit in others)


def _is_loose(hit: Hit) -> bool:
    """Whether words are of things and of people as well as of parties: conditions, must."""
    wanted = hit.cue.type in WANTED or hit.cue.type == "promise"
    return hit.cue.frame == "must" or (hit.cue.frame == "lead" and wanted)


def only_explains(title: Scene, scene: Scene, lead: Lead) -> bool:
    """Whether a title only asks, of no act ("how is a pope elected?"), what a list explains."""
    text = title.folded.rstrip(_SIGNS)
    if not text.endswith(("؟", "?")) or any(hit.cue.frame != "no_lead" for hit in title.hits):
        return False
    start = [0, *(found.end() for found in _CLAUSE.finditer(text))][-1]
    asked = title.grammar.search("explains", text, start, len(text))
    if asked is None or asked.start() > start:
        return False
    return lead.hit.cue.frame != "lead" or _only_points(scene, lead.hit)


def if_then(scene: Scene, lead: Lead | None) -> Lead | None:
    """A list of what something is refused until, as wanted: will not leave until this is met."""
    if lead is None or not opens_list(scene):
        return lead
    region, tables = scene.last, scene.grammar
    until = tables.search("until", scene.folded, region.start, region.end)
    if until is None or until[0] in tables.words("that"):
        return lead
    if not scene.folded[until.end() :].strip(_SIGNS + ":"):
        return lead._replace(type="demand", reply=False, stated=False)  # not unless:
    return lead._replace(type="demand") if lead.type == "refusal" else lead


def _only_points(scene: Scene, hit: Hit) -> bool:
    """Whether words say of a list no more than that it follows: "as follows"."""
    found = scene.grammar.search("listing", scene.folded, hit.start, hit.end)
    return found is not None and (scene.grammar.verb_first or found.end() == hit.end)
