"""Whom words of blame are about, in what somebody is told to have said.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.addressees import TOWARDS_SOMEBODY
from transforms.acts.arabic import PRESENT, is_participle, object_pronoun
from transforms.acts.clause import Clause, Found, Parties
from transforms.acts.grammar import Grammar
from transforms.acts.judge import is_negated
from transforms.acts.marks import blocked, marker_before
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, Voice, words_before
from transforms.acts.sources import judged
from transforms.acts.subject import Missing, Subject
from transforms.records import Act

_FROM = "من"
_PLURAL = ("وا", "ون")
_SEVERAL = "ات"
_LEADS = frozenset(("ل+", "بقياده"))
"""What stands before the party whose somebody is: a force of the Guards, led by Hamas."""
_OPENING = 2
"""Words of quoted speech before a word of blame that opens it."""
_WHAT = "ما"
_CALLED = re.compile(r"(?<!\w)بان(?:ه|ها|هم|هما)(?!\w)|(?<!\w)بـ*(?=[^\w.:؛]{1,3}\w)")
_CALLED_SO = re.compile(r"(?<!\w)بال(?=\w{3})")
"""What opens how somebody or something is called."""
_FARTHEST_WORTH = 160
_LONGEST_WORTH = 60
_WORTH = 6
"""Code points from a verb of describing to "as", and code points and words behind that."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
_TO_THEM = (" له", " لها", " لهم")
_THAT = "ان"
_STOPS = ".،,؛:؟!("
_NEAR_OWN = 4
"""Words before "did not" in which whoever is meant stands."""
_NEAR_SUBJECT = 2
"""Words behind "did not" in which its subject is named."""
_NEAR = 40
"""Code points before a deed in which his own country is named, whose deed it is then."""


def is_suffered(clause: Clause) -> bool:
    """Whether a word of blame tells what its subject suffers from somebody: is exposed to."""
    return clause.hit.cue.frame == "blame" and clause.hit.cue.addressee == (_FROM,)


def is_wished(clause: Clause) -> bool:
    """Whether a verb of blame only tells what shall not be: Arabic "that" right before it."""
    region, hit, tables = clause.region, clause.hit, clause.scene.grammar
    before = words_before(region, hit.start, 1)
    irreal = bool(before) and before[0] in tables.words("irreal")
    parted = irreal and region.text[hit.start - 1].isspace()
    return tables.verb_first and parted and region.text[hit.start] in PRESENT


def names_party(clause: Clause) -> bool:
    """Whether words of blame hold the name of whom they are about: Russian aggression."""
    start, end = clause.hit.start, clause.hit.end
    return any(start < group.start < end for group in clause.region.groups)


def is_of_somebody(clause: Clause, voice: Voice | None, speaker: Parties) -> bool:
    """Whether somebody is blamed who is not named: quoted words do so, but not "violations"."""
    several = clause.scene.folded.endswith(_SEVERAL, clause.hit.start, clause.hit.end)
    return voice is not None and voice.direct and bool(speaker) and not several


def is_kind(clause: Clause, found: Found) -> bool:
    """Whether an Arabic verb of describing tells nothing bad of anybody: called it historic.

    What one party calls another is bad, unless a word of praise is in it, or "not" before that.
    """
    tables, folded, hit = clause.scene.grammar, clause.scene.folded, clause.hit
    if hit.cue.lemma not in tables.words("describing"):
        return False
    what = words_before(clause.region, hit.start, 1)
    if not found.issuers or not found.addressees or (what and what[0].endswith(_WHAT)):
        return True
    end = min(len(folded), hit.end + _FARTHEST_WORTH)
    opened = _CALLED.search(folded, hit.end, end) or _CALLED_SO.search(folded, hit.end, end)
    if opened is None or not _is_between(clause, found.addressees, opened.start()):
        return True
    words = WORD.findall(folded, opened.end(), opened.end() + _LONGEST_WORTH)[:_WORTH]
    for number, word in enumerate(words):
        if word in tables.words("praise") or word.removeprefix("ال") in tables.words("praise"):
            return tables.words("not").isdisjoint(words[:number])
    return False


def _is_between(clause: Clause, parties: Parties, end: int) -> bool:
    """Whether one of these parties is named up to there, or meant by the pronoun of a main verb."""
    scene, hit = clause.scene, clause.hit
    named = scene.between(hit.start, end)
    if any(not set(group.principals).isdisjoint(parties) for group in named):
        return True
    main = scene.folded[hit.start - 1 : hit.start].isalpha()  # "and" is glued to it
    main = main or is_participle(scene.grammar, scene.folded, hit)
    return main and bool(object_pronoun(scene.passage.text, hit))


def is_vague(clause: Clause, act: Act) -> bool:
    """Whether a word of blame about nobody stands in what is quoted of other things.

    "It is" a disgrace opens the quote; a parcel is "suspicious" by the way.
    """
    of_nobody = act.type == "accusation" and not act.addressees and clause.scene.grammar.verb_first
    if not of_nobody or clause.hit.cue.frame != "blame":
        return False
    voice = clause.scene.voice_at(clause.hit.start)
    if voice is None or is_suffered(clause):
        return False
    return len(WORD.findall(clause.scene.folded[voice.start : clause.hit.start])) > _OPENING


def is_prevented(clause: Clause) -> bool:
    """Whether a word of blame names what shall be kept from happening: against a violation."""
    before = words_before(clause.region, clause.hit.start, 2)
    prevented = clause.scene.grammar.words("prevented")
    return any(word in prevented or word[1:] in prevented for word in before)


def deed(
    clause: Clause, voice: Voice | None, subject: Subject, speaker: Parties
) -> tuple[Parties, Parties] | None:
    """Who blames whom for a deed, or denies to have done it: then it is nobody else's."""
    told = bool(speaker) or (voice is not None and voice.direct)
    if subject is Missing.UNKNOWN or (not told and TOWARDS_SOMEBODY in clause.hit.cue.addressee):
        return None
    done_by = _doer(clause, voice, subject, speaker)
    own = done_by is None or bool(set(done_by) & set(speaker))
    if is_negated(clause.scene.grammar, clause.region, clause.hit):
        before = words_before(clause.region, clause.hit.start, 1)
        denies = not clause.scene.grammar.words("not").isdisjoint(before)
        return (speaker, ()) if denies and own and speaker else None
    return None if own or not done_by else (speaker, done_by)


def is_disowned(clause: Clause, voice: Voice | None, speaker: Parties) -> bool:
    """Whether what is told not to be done is of him who says so: that his country did not."""
    hit, text, tables = clause.hit, clause.scene.folded, clause.scene.grammar
    start = max(clause.region.start if voice is None else 0, hit.start - _NEAR)
    end = start + len(text[start : hit.start].rstrip(" ،,"))  # behind an apposition
    start = max([start, *(text.rfind(sign, start, end) for sign in _STOPS)])
    words = WORD.findall(text[start : hit.start])[-_NEAR_OWN:]
    own = tables.words(("home", "forces"))
    if not own.isdisjoint(words) or (words and _is_own(tables, words[-1])):
        return True
    if words and words[-1] in tables.words("that") and text[: hit.end].endswith(_TO_THEM):
        return True  # that he knows of nothing
    before = [group for group in clause.scene.between(start, hit.start) if group.end <= hit.start]
    gap = WORD.findall(text[before[-1].end : hit.start]) if before else ()
    if before and len(gap) < _NEAR_OWN and tables.words("that").isdisjoint(gap):
        return set(before[-1].principals) <= set(speaker)
    behind = clause.behind() if voice is not None and voice.direct else []
    gap = WORD.findall(text[hit.end : behind[0].start]) if behind else ()
    near = len(gap) < _NEAR_SUBJECT and tables.words("blocks").isdisjoint(gap)
    return bool(behind) and near and set(behind[0].principals) <= set(speaker)


def _is_own(tables: Grammar, word: str) -> bool:
    """Whether a word is "that he", with the pronoun glued to it, or an office without a name."""
    if word in tables.words("office") or word in tables.words("seat"):
        return True
    that = word in tables.words("that") or word in tables.words("pronoun")
    return that and _THAT in word and word.endswith(_PRONOUNS)


def _doer(
    clause: Clause, voice: Voice | None, subject: Subject, speaker: Parties
) -> Parties | None:
    """The subject of a deed, else that of the clause it stands in; None for the speaker himself."""
    region, hit, tables = clause.region, clause.hit, clause.scene.grammar
    verb = region.text[hit.start : hit.end].partition(" ")[0]
    if isinstance(subject, Group) and subject.start < hit.start:
        return subject.principals
    start = max(region.start, voice.start if voice is not None else 0)
    words = WORD.findall(region.text[min(start, max(0, hit.start - _NEAR)) : hit.start])
    if not tables.words(("home", "forces")).isdisjoint(words):
        return None  # his country's forces struck
    if isinstance(subject, Group) and not verb.endswith(_PLURAL):
        return subject.principals
    opened = start
    found = tables.search("that", region.text, start, hit.start)
    while found is not None:
        opened = found.end()
        found = tables.search("that", region.text, opened, hit.start)
    before = [group for group in region.groups if start <= group.start and group.end <= hit.start]
    free = [group for group in before if not group.adjective and _may_act(tables, region, group)]
    if free:
        of_clause = [group for group in free if group.start >= opened]
        return (of_clause[0] if of_clause else free[-1]).principals
    return judged(clause.scene, voice, speaker) or None if voice is not None else None


def _may_act(tables: Grammar, region: Region, group: Group) -> bool:
    """Whether a party may have done something: it is no place, nor whom it was done to."""
    led = marker_before(tables, region.text, group, _LEADS)
    return led is not None or not blocked(tables, region.text, group)


def blamed(clause: Clause, voice: Voice, speaker: Parties) -> Parties:
    """Of Arabic words of blame the last party before them in what is told: Iran and its crimes.

    Rather one without a preposition: Iran sends arms to Syria, which is a crime.
    """
    tables = clause.scene.grammar
    if not tables.verb_first:
        return ()
    before = [
        group
        for group in clause.region.groups
        if voice.start <= group.start and group.end <= clause.hit.start
    ]
    free = [group for group in before if not blocked(tables, clause.region.text, group)]
    last = (free or before)[-1:]
    return () if not last or set(last[0].principals) & set(speaker) else last[0].principals
