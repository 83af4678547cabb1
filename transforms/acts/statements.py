"""Lists that no word calls demands or a reply: they are what somebody says, or wants.

"The minister added:" tells whose words the items are; each of them is what its own words make of
it, and what names a deed ("withdrawal of all troops") is wanted. Where nobody is told to speak, a
list of deeds goes on with what was demanded before it. Offsets are code points into the passage's
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.actors.names import Bare, fold_name
from transforms.acts.arguments import active
from transforms.acts.endings import are_firm
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.item_forms import form_of, is_list_of_demands, opens_with_deed
from transforms.acts.lists import OPENS, WANTED, Lead, last_region
from transforms.acts.notation import Cue
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Scene, words_before
from transforms.acts.senders import Made, Parties, opens_with
from transforms.acts.subject import Missing
from transforms.quotes.speech import Verb, speech
from transforms.records import Act

_STRIVING = frozenset(("demand", "appeal", "refusal", "threat"))
"""Types of acts of which a list may go on."""
_OF_DEEDS = frozenset(("promise", "accusation", "denial"))
"""Types of acts that deeds may be named of: he promised, among other things:"""
_LISTED = frozenset(("demand", "appeal", "refusal", "promise"))
"""Types of acts whose verb alone may introduce a list."""
_VERBS = frozenset(("verb", "infinitive"))
_TELLING = frozenset(("say", "join", "ask", "attr"))
_DEED = re.compile(r"(?:ت\w{2,3}ي\w|ا(?!ل)\w{1,4}ا[\wء]|م\w?ا\w{2}ه)(?:ه|ها|هم|نا)?")
"""The measures of nouns that Arabic derives from verbs: taslim, insihab, musadara."""
_OPENING = 80
"""Code points of an item that tell what it is."""
_LONGEST_SUBJECT = 40
"""Code points from "that" to the end of an introduction, with whom its items are about."""
_LONGEST_ITEM = 400
"""Code points of an item that its form is told by."""
_ORDER = re.compile(r"[وف]?(?:علي (?:\S+ ){1,5}(?:ان|الا) |(?!ال|ي|ن)\w{2,}وا\b)")
"""On Iran to, stop!: what somebody is told to do."""
_AHEAD = re.compile(r"[وف]?(?:س[يتنا]\w{2,}(?<!ات|ين|.ه)|سوف)\b")
"""A verb of the future, and no noun that begins as one does: control, cars."""
_FACT = re.compile(r"\d\s?[%٪]|[%٪]\s?\d|\d في الم")
"""A share of something: so are facts told, not wants."""
_QUOTES = "\"“«„'"
_LEAST_SPOKEN = 2

Told = Sequence[tuple[Scene, Sequence[Made]]]
"""Passages that were read, with their acts."""


def stated(
    scene: Scene,
    made: Sequence[Made],
    before: Told,
    items: Sequence[str],
    last: Parties,
    hero: Parties,
) -> Lead | None:
    """Whose statements or wants a passage introduces; None where nobody's.

    before: the passages before it, the nearest first. items: the texts of the list. last: who
    spoke last. hero: whom the title begins with.
    """
    region = last_region(scene)
    folded = [fold_name(item[:_LONGEST_ITEM]) for item in items]
    formed = not scene.grammar.verb_first
    closing = _closing(scene) if formed else None
    if closing is not None:
        return Lead(closing.cue.type, False, _subject(scene, closing, last), (), closing)
    verb = _telling(scene, region.start)
    opens = scene.folded.rstrip(" *_").endswith(OPENS)
    told = [*(act for _, act in reversed(made)), *_acts(before)]
    striving = [act for act in told if act.type in _STRIVING]
    acts = [act for hit, act in made if hit.start >= region.start and act.issuers]
    speaker = acts[-1].issuers if acts else None
    if speaker is None and verb is not None and opens:
        speaker = _speaker(scene, verb, _spoke_before(before, last))
    title = before[-1][1] if before else ()
    asked = any(act.type == "demand" and act.issuers for _, act in title)
    due = formed and (_is_wished(scene) or is_list_of_demands(scene.grammar, folded, asked))
    alternative = formed and opens and _is_alternative(scene)
    about = _told_of(scene, verb) if formed and opens and not due else None
    if about is not None and not speaker:
        speaker = opens_with(scene) or hero
    introduced = due or alternative or (opens and speaker)
    if not introduced and not _are_spoken(scene.grammar, items):
        return None
    if speaker is None:
        told_of = next((act.issuers for act in [*striving, *told] if act.issuers), last)
        spoke = opens_with(before[0][0]) if formed and verb is not None and before else ()
        speaker = (opens_with(scene) if opens else spoke) or hero or told_of
    speaker = speaker or hero
    people = not scene.grammar.romance and _is_near(scene, before, "bodies")
    others = (due and (bool(striving) or people)) or are_firm(scene.grammar, folded)
    if formed and not alternative and not _claims(scene, before, verb is not None or bool(told)):
        return None  # who does what, in short
    if not speaker and not others and not any(act.addressees for act in striving):
        return None
    theirs = [act for act in told if act.issuers == (speaker or ())]
    wanted = [act for act in theirs if act.type in WANTED]
    addressed = [act.addressees for act in theirs if act.addressees]
    if about is not None and speaker and about != speaker:
        about = about or (addressed[0] if addressed else ())
        return Lead("accusation", False, speaker, about, _hit(scene, verb))
    kind = "threat" if alternative else _listed(_types(scene, made, opens), wanted)
    if not wanted and not addressed and _announces(scene):
        kind = "promise"
    due = due and kind in WANTED
    return Lead(
        type=kind,
        reply=not due,
        issuers=speaker or (),
        addressees=addressed[0] if addressed else (),
        hit=_hit(scene, verb),
        elided=bool(speaker),
        stated=kind in WANTED and not due,
        formed=formed,
    )


def _claims(scene: Scene, before: Told, told: bool) -> bool:
    """Whether somebody says or wants something at all where a list of another language stands.

    told: whether a verb of saying introduces it, or an act stands before it.
    """
    opens = scene.folded.rstrip(" *_").endswith(OPENS)
    if told or (opens and opens_with(scene)):
        return True
    if opens and any(_telling(one, 0) for one, _ in before[:1]):
        return True
    return _is_near(scene, before, "listing", "bodies")


def _is_near(scene: Scene, before: Told, *kinds: str) -> bool:
    """Whether an introduction or the passage before it tells of a paper, or of a union."""
    return any(_tells(one, *kinds) for one in (scene, *(one for one, _ in before[:1])))


def _types(scene: Scene, made: Sequence[Made], opens: bool) -> Sequence[str]:
    """The types of an introduction's acts, else of the verbs in its last sentence."""
    start = last_region(scene).start
    return [act.type for _, act in made] or [
        hit.cue.type
        for hit in scene.hits
        if opens and hit.start >= start and hit.cue.frame == "verb"
    ]


def _listed(here: Sequence[str], wanted: Sequence[Act]) -> str:
    """What the deeds of a list are: what its introduction does, else what was wanted before.

    here: the types of the introduction's acts, else of its cues.
    """
    if here and here[-1] in _OF_DEEDS:
        return here[-1]
    return "appeal" if wanted and all(act.type == "appeal" for act in wanted) else "demand"


def _is_alternative(scene: Scene) -> bool:
    """Whether an introduction tells of what will be otherwise."""
    region = last_region(scene)
    return scene.grammar.search("else", scene.folded, region.start, region.end) is not None


def _announces(scene: Scene) -> bool:
    """Whether an introduction tells that somebody announced what follows."""
    region = last_region(scene)
    return scene.grammar.search("announcing", scene.folded, region.start, region.end) is not None


def _tells(scene: Scene, *kinds: str) -> bool:
    """Whether a passage tells of a paper, or of people who are no party: "the union"."""
    found = (scene.grammar.search(kind, scene.folded, 0, len(scene.folded)) for kind in kinds)
    return any(one is not None for one in found)


def _told_of(scene: Scene, verb: Verb | None) -> Parties | None:
    """About whom the items go on to tell, for it closes the introduction: "says that Oslo:"."""
    start = max(verb.end if verb is not None else 0, len(scene.folded) - _LONGEST_SUBJECT)
    that = scene.grammar.search("that", scene.folded, start, len(scene.folded))
    if that is None or verb is None:
        return None
    named = [group for group in scene.groups if group.start >= that.end()]
    if named:
        return named[0].principals
    words = WORD.findall(scene.folded[that.end() :])
    return () if len(words) == 1 and words[0] in scene.grammar.words("pronoun") else None


def _is_wished(scene: Scene) -> bool:
    """Whether an introduction closes with the "that" of what is wanted: Russian "so that:"."""
    words = WORD.findall(scene.folded[last_region(scene).start :])
    return words[-1:] != [] and words[-1] in scene.grammar.words("wished")


def _are_spoken(grammar: Grammar, items: Sequence[str]) -> bool:
    """Whether most items of a list name deeds, or are put as somebody speaks."""
    if 2 * sum(_FACT.search(item) is not None for item in items) > len(items):
        return False
    length = _LONGEST_ITEM if grammar.verb_last else _OPENING
    spoken = sum(_is_spoken(grammar, fold_name(item[:length])) for item in items)
    return spoken >= _LEAST_SPOKEN and 2 * spoken >= len(items)


def _is_spoken(grammar: Grammar, text: str) -> bool:
    """Whether an item names a deed, or opens with a quote, "no", "if", "we" or an order."""
    words = WORD.findall(text)[:1]
    if not words:
        return False
    kinds = ("no_bullet", "if", "we")
    if text[:1] in _QUOTES or any(words[0] in grammar.words(kind) for kind in kinds):
        return True
    if names_deed(grammar, text) or opens_as_act(grammar, text):
        return True
    hits = [] if grammar.verb_first else grammar.cues([Bare(text[:_OPENING])])[0]
    return any(
        hit.cue.frame == "must" or (not hit.start and hit.cue.frame == "item") for hit in hits
    )


def opens_as_act(grammar: Grammar, text: str) -> str:
    """The type of an item by its first words: "on Iran to", "stop!", "will"; or none."""
    if not grammar.verb_first:
        return form_of(grammar, text)
    text = text.lstrip(_QUOTES)
    if _ORDER.match(text):
        return "demand"
    return "promise" if _AHEAD.match(text) else ""


def _telling(scene: Scene, start: int) -> Verb | None:
    """The last verb of saying from a place on."""
    tables = speech(scene.grammar.language)
    verbs = tables.verbs(scene.passage.text) if tables is not None else []
    region = scene.region(start)
    denied = scene.grammar.words("not")
    told = [
        verb
        for verb in verbs
        if verb.start >= start
        and verb.kind in _TELLING
        and denied.isdisjoint(words_before(region, verb.start, 1))
    ]
    told = [verb for verb in told if verb.kind != "ask"] or told
    return told[-1] if told else None


def _speaker(scene: Scene, verb: Verb, last: Parties) -> Parties:
    """Who says what follows: the subject of the verb, or who spoke last."""
    voices = [voice for voice in scene.voices if voice.start >= verb.start and voice.speaker]
    if voices:
        return voices[-1].speaker
    return _subject(scene, Hit(verb.start, verb.end, _cue("")), last)


def _subject(scene: Scene, hit: Hit, last: Parties) -> Parties:
    region = scene.region(hit.start)
    subject = active(scene.grammar, region, hit, region.start, region.end).subject
    if isinstance(subject, Group):
        return subject.principals
    return () if subject is Missing.UNKNOWN else opens_with(scene) or last


def _spoke_before(before: Told, last: Parties) -> Parties:
    """Who speaks on: who spoke last, unless the passage before is of somebody else alone."""
    scene = before[0][0] if before else None
    if scene is None or scene.grammar.verb_first or scene.passage.kind != "paragraph":
        return last
    named = {party for group in scene.groups for party in group.principals}
    return last if named & set(last) else opens_with(scene) or last


def _closing(scene: Scene) -> Hit | None:
    """The verb right before the colon that introduces a list, of whoever it is: "demands:"."""
    text = scene.folded.rstrip(" *_")
    end = len(text.rstrip(": \t"))
    closing = [hit for hit in scene.hits if hit.end == end and hit.cue.frame in _VERBS]
    listed = closing and text.endswith(":") and closing[-1].cue.type in _LISTED
    return closing[-1] if listed else None


def _acts(before: Told) -> Iterator[Act]:
    """The acts of some passages, the last one of each first."""
    for _, made in before:
        for _, act in reversed(made):
            yield act


def _hit(scene: Scene, verb: Verb | None) -> Hit:
    """The words that tell that something is stated: the verb of saying, else the last sign."""
    length = len(scene.folded.rstrip())
    start, end = (verb.start, verb.end) if verb is not None else (length - 1, length)
    return Hit(start, end, _cue(scene.passage.text[start:end]))


def _cue(lemma: str) -> Cue:
    return Cue("", "verb", lemma, (), "", "", "")


def names_deed(grammar: Grammar, text: str) -> bool:
    """Whether an item opens with what shall be done: a noun of a verb, an infinitive, "that"."""
    if not grammar.verb_first:
        return opens_with_deed(grammar, text)
    words = WORD.findall(text.lstrip(_QUOTES)[:_OPENING])[:1]
    if not words:
        return False
    first = words[0]
    if first in grammar.words("that") or first in grammar.words("deeds"):
        return True
    return _DEED.fullmatch(first) is not None
