"""What somebody announces of his own: that he will, said by himself; not what others expect of him.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from transforms.acts.arabic import PRESENT
from transforms.acts.clause import Clause, Parties, names_others
from transforms.acts.grammar import Grammar, Hit
from transforms.acts.scene import WORD, Scene
from transforms.acts.sources import label, names_nobody
from transforms.quotes.speech import speech

_FUTURE = "س"
"""What an Arabic verb of the future begins with, or the word that stands before it."""
_HEADLINES = ("title", "heading")
"""Passages that tell without a verb of saying what a party is ready for."""
_LONGEST_OPENING = 110
"""Code points from a verb of saying to the verb of what is announced."""
_OF_PARTIES = ("institution", "office", "seat", "forces")
"""Kinds of words that open a subject whose party it is: that the army will."""
_NEAR_THAT = 6
"""Code points before a party in which "that" stands right before it."""
_MANY = "ون"
"""What a verb of several ends in."""
_HE, _SHE, _THEY = "ه", "ها", ("هم", "هما")
"""What "that" ends in, past who it is that will."""


def is_of_speech(tables: Grammar, folded: str, hit: Hit) -> bool:
    """Whether a cue is a verb of the future that is no act where nobody is told to speak."""
    return hit.cue.lemma in tables.words("announced") and folded[hit.start] == _FUTURE


def is_unannounced(clause: Clause, issuers: Parties, salient: Parties) -> bool:
    """Whether an Arabic verb tells what a party will do that is not told to have said so itself.

    salient: who acted last, whose words they are where a verb of saying has no subject.
    """
    scene, hit = clause.scene, clause.hit
    if hit.cue.lemma not in scene.grammar.words("announced"):
        return False
    verb = WORD.match(scene.folded, hit.start, hit.end)
    meant = verb is not None and verb[0] in scene.grammar.words("meant")
    ahead = scene.folded[hit.start] == _FUTURE or (meant and scene.folded[hit.start] in PRESENT)
    if not ahead and (scene.passage.kind in _HEADLINES or _opens(clause)):
        return False
    voice = scene.voice_at(hit.start)
    if voice is None:
        said = label(scene, clause.region.start).speaker
    else:
        said = voice.speaker or (salient if names_nobody(scene, voice) else ())
    if set(said).isdisjoint(issuers):
        told = voice is not None and hit.cue.lemma in scene.grammar.words("foretold")
        return not (told and not names_others(clause) and _is_named(scene, hit.start, issuers))
    return ahead and not _is_subject(scene, hit.start, issuers)


def _opens(clause: Clause) -> bool:
    """Whether a cue opens its sentence, past a number: "1.3 Norway is bound"."""
    return not any(map(str.isalpha, clause.scene.folded[clause.region.start : clause.hit.start]))


def _is_subject(scene: Scene, start: int, issuers: Parties) -> bool:
    """Whether who will is the party: named right before the verb, or its army, or "that he"."""
    text, tables = scene.folded, scene.grammar
    words = WORD.findall(text, max(0, start - _LONGEST_OPENING), start)
    if not words:
        return False
    verb = WORD.match(text, start)
    if text[start - 1].isalpha():
        return verb is not None and bool(verb[0].endswith(_MANY))  # and they will stay
    last = words[-1]
    if last in tables.words("home"):
        return True
    if last in tables.words("pronoun") or last in tables.words("that"):
        if last.endswith(_THEY):
            return True
        return bool(last.endswith(_SHE if _says_she(tables, words[:-1]) else _HE))
    near = [group for group in scene.between(start - _LONGEST_OPENING, start) if group.end <= start]
    if near and text[near[-1].start : near[-1].end].endswith(words[-1]):
        return not set(near[-1].principals).isdisjoint(issuers)
    opened = [number for number, word in enumerate(words) if _is_that(tables, word)]
    subject = words[opened[-1] + 1 :] if opened else ()
    head = [word for word in subject if word not in tables.words("these")][:1]
    return not tables.words(_OF_PARTIES).isdisjoint(head)


def _is_named(scene: Scene, start: int, issuers: Parties) -> bool:
    """Whether a party's own name is all that stands between "that" and the verb."""
    near = [group for group in scene.between(start - _LONGEST_OPENING, start) if group.end <= start]
    if not near or not near[-1].plain or not set(near[-1].principals) <= set(issuers):
        return False
    before = WORD.findall(scene.folded, max(0, near[-1].start - _NEAR_THAT), near[-1].start)
    gap = scene.folded[near[-1].end : start]
    return not WORD.search(gap) and any(_is_that(scene.grammar, word) for word in before[-1:])


def _is_that(tables: Grammar, word: str) -> bool:
    return word in tables.words("that") or word[1:] in tables.words("that")


def _says_she(tables: Grammar, words: list[str]) -> bool:
    """Whether the last verb of saying among words is a feminine one."""
    spoken = speech(tables.language)
    for word in reversed(words):
        form = word if spoken is None or word in spoken.forms else word[1:]
        if spoken is not None and form in spoken.forms:
            return form.startswith("ت") or form.endswith(("ت", "ه", "ة"))
    return False
