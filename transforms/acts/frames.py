"""Whose act a cue is and towards whom, by its frame: a verb, a noun, a passive, words of a speaker.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.acts.arabic import PRESENT, is_at, is_of_people, seated
from transforms.acts.arguments import active, agent
from transforms.acts.clause import Clause, Found, Parties, names_others
from transforms.acts.items import is_told
from transforms.acts.judge import is_passive
from transforms.acts.lists import Lead
from transforms.acts.marks import blocked
from transforms.acts.nouns import owner
from transforms.acts.parties import Group
from transforms.acts.romance import tells_others
from transforms.acts.scene import WORD, Region, Scene, Voice
from transforms.acts.senders import Made
from transforms.acts.sequence import opening
from transforms.acts.spoken import spoken
from transforms.acts.strangers import stands_before
from transforms.acts.subject import ELIDED, SHARED, UNKNOWN, Missing

_BESIDE = 2
"""Code points from a verb to a party right behind it."""
_FIRST_WORDS = 3
OF_SPEAKERS = frozenset(("speaker", "must", "blame"))
"""Frames of what is nobody's act without a quote, a label, a source or a list."""
_MOST_THREATENED, _FARTHEST_THREATENED, _NEAR_THREATENED = 4, 70, 18
"""Words and code points behind a threat with what is threatened, and up to who is threatened."""
_STRANGERS_SILENT = frozenset(("de", "he", "ru", "tr", "uk", "ur", "zh"))
"""Here what is no party and addresses none issues nothing, unless it is one of the bodies."""


def parties_of(
    clause: Clause, made: Sequence[Made], lead: Lead | None, salient: Parties
) -> Found | None:
    """Who acts towards whom; None where it is nobody's act. salient: who acted last."""
    hit, tables = clause.hit, clause.scene.grammar
    if hit.cue.frame in OF_SPEAKERS:
        return spoken(clause, made, lead, salient)
    if lead is not None and is_told(clause.scene, lead, hit):
        behind = clause.behind()
        found = clause.found("item", lead.issuers, behind)
        next_to = behind and not clause.scene.folded[hit.end : behind[0].start].strip()
        if next_to and behind[0].principals != lead.issuers:
            found = found._replace(addressees=behind[0].principals)  # Calling on Iran to
        return found._replace(inherited=True)
    if hit.cue.frame in ("noun", "lead"):
        named = owner(clause.scene, clause.region, hit)
        if named is None:
            return None
        around = clause.before() if tables.verb_last else []
        around += clause.behind()
        around += [] if tables.verb_last else [g for g in clause.before() if g.start >= named.end]
        rest = [group for group in around if group is not named]
        return clause.found("noun", named.principals, rest)
    may_be_passive = hit.cue.frame == "passive" or tables.words("passive")
    if may_be_passive and is_passive(tables, clause.region, hit):
        by = agent(tables, clause.region, hit)
        return clause.found("passive", by.principals if by is not None else (), clause.before())
    subject, others = active(tables, clause.region, hit, clause.floor, clause.ceiling)
    voice = clause.scene.voice_at(hit.start)
    if tables.verb_first:
        looming = hit.cue.lemma in tables.words("looming")
        if looming and _looms(clause, isinstance(subject, Group)):
            return None  # all this threatens the river
        if isinstance(subject, Group):
            doubted = subject.plain and 0 < subject.start - hit.end <= _BESIDE
        else:
            doubted = subject is not UNKNOWN
        told = voice is not None and voice.speaker
        if doubted and not told and stands_before(tables, clause.region, hit, clause.floor):
            subject = UNKNOWN
    if lead is not None and not clause.region.text[: hit.start].strip(' "«'):
        subject, others = ELIDED, clause.behind()  # Ready to receive observers
    if isinstance(subject, Group):
        issuers = subject.principals
    else:
        issuers = _told_before(clause, subject, voice, made, lead, salient)
    found = clause.found(hit.cue.frame, issuers, others)
    stranger = subject is UNKNOWN and not found.addressees
    if stranger and tables.language in _STRANGERS_SILENT and not names_others(clause):
        return None  # somebody who is no party, to nobody who is one
    return found


def _told_before(
    clause: Clause,
    subject: Missing,
    voice: Voice | None,
    made: Sequence[Made],
    lead: Lead | None,
    salient: Parties,
) -> Parties:
    """The party that a missing subject stands for."""
    if subject is UNKNOWN:
        return ()
    scene, region, hit = clause.scene, clause.region, clause.hit
    if subject is SHARED and made and made[-1][0].end >= region.start:
        return made[-1][1].issuers
    if voice is not None and voice.speaker:
        return _third_person(clause) or voice.speaker if voice.direct else voice.speaker
    if lead is not None:
        return lead.issuers
    opened = opening(scene, region) if subject is ELIDED else None
    if opened is not None:
        return opened
    tables, text = scene.grammar, region.text
    if tables.verb_first and _opened_by_others(clause):
        return ()
    for one in region.groups:
        if one.end <= hit.start and (not blocked(tables, text, one) or is_at(tables, text, one)):
            people = tables.verb_first and is_of_people(tables, region, one)
            return () if people or tells_others(tables, text, one) else one.principals
    if tables.verb_first and (party := seated(tables, region, hit.start)):
        return party
    for earlier in reversed(scene.voices_before(hit.start)):
        if earlier.speaker:
            if not made or earlier.start > made[-1][0].start:
                return earlier.speaker
            break
    told_before = _of_sentence_before(scene, region) if voice is None else ()
    return told_before or salient


def _opened_by_others(clause: Clause) -> bool:
    """Whether an Arabic sentence opens on others than parties: Amnesty condemned ..., and asked."""
    region, tables = clause.region, clause.scene.grammar
    words = WORD.finditer(region.text, region.start, clause.hit.start)
    end = max((word.end() for word in itertools.islice(words, _FIRST_WORDS)), default=0)
    others = tables.search("bodies", region.text, region.start, end)
    if others is None or any(one.start < others.start() for one in region.groups):
        return False
    return tables.search("that", region.text, others.end(), clause.hit.start) is None


def _of_sentence_before(scene: Scene, region: Region) -> Parties:
    """Whom the sentence before an Arabic one tells of first, but not behind a preposition."""
    if not (region.start and scene.groups and scene.grammar.verb_first):
        return ()
    last = scene.region(region.start - 1)
    free = (group for group in last.groups if not blocked(scene.grammar, last.text, group))
    return next((group.principals for group in free if group.end <= region.start), ())


def _third_person(clause: Clause) -> Parties:
    """Whom quoted Arabic words are about before a verb without a subject: X did not, and pledged.

    Not where they are of those who speak: our countries reject.
    """
    tables, text = clause.scene.grammar, clause.region.text
    if not tables.verb_first or clause.hit.cue.frame != "verb":
        return ()
    for group in clause.before():
        if not blocked(tables, text, group):
            ours = any(
                word.endswith("نا") for word in WORD.findall(text[group.end : clause.hit.start])
            )
            return () if ours else group.principals
    return ()


def _looms(clause: Clause, told: bool) -> bool:
    """Whether an Arabic verb tells what things do now: droughts threaten, which threatens peace.

    So it does if it opens no clause and no party is told to be its subject, or if neither a party
    stands behind it nor what somebody threatens with.
    """
    hit, text = clause.hit, clause.region.text
    if text[hit.start] not in PRESENT:
        return False
    if not told and not text[hit.start - 1 : hit.start].isalpha():
        return True
    words = WORD.findall(clause.scene.folded, hit.end, hit.end + _FARTHEST_THREATENED)
    with_it = any(word.startswith("ب") for word in words[:_MOST_THREATENED])
    return not with_it and not clause.scene.between(hit.end, hit.end + _NEAR_THREATENED)
