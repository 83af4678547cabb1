"""Whose act a cue is and towards whom, by its frame: a verb, a noun, a passive, words of a speaker.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.arabic import PRESENT, is_at
from transforms.acts.arguments import active, agent
from transforms.acts.clause import Clause, Found, Parties, names_others
from transforms.acts.items import is_told
from transforms.acts.judge import is_passive
from transforms.acts.lists import Lead
from transforms.acts.marks import blocked
from transforms.acts.nouns import owner
from transforms.acts.parties import Group
from transforms.acts.romance import tells_others
from transforms.acts.scene import WORD
from transforms.acts.senders import Made
from transforms.acts.sequence import opening
from transforms.acts.spoken import spoken
from transforms.acts.strangers import stands_before
from transforms.acts.subject import Arguments, Missing, Subject

_BESIDE = 2
"""Code points from a verb to a party right behind it."""
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
        around = [*clause.before(), *clause.behind()] if tables.verb_last else clause.behind()
        others = [group for group in around if group is not named]
        others += [
            group for group in clause.before() if group.start >= named.end and not tables.verb_last
        ]
        return clause.found("noun", named.principals, others)
    if is_passive(clause.scene.grammar, clause.region, hit):
        by = agent(clause.scene.grammar, clause.region, hit)
        return clause.found("passive", by.principals if by is not None else (), clause.before())
    arguments = active(tables, clause.region, hit, clause.floor, clause.ceiling)
    told = isinstance(arguments.subject, Group)
    if tables.verb_first and _may_loom(clause, told):
        return None  # all this threatens the river
    if tables.verb_first and _is_of_stranger(clause, arguments.subject):
        arguments = Arguments(Missing.UNKNOWN, clause.behind())
    if lead is not None and not clause.region.text[: hit.start].strip(' "«'):
        arguments = Arguments(Missing.ELIDED, clause.behind())  # Ready to receive observers
    issuers = _issuers(clause, arguments.subject, made, lead, salient)
    found = clause.found(hit.cue.frame, issuers, arguments.others)
    stranger = arguments.subject is Missing.UNKNOWN and not found.addressees
    mute = tables.language in _STRANGERS_SILENT
    if stranger and mute and not names_others(clause):
        return None  # somebody who is no party, to nobody who is one
    return found


def _is_of_stranger(clause: Clause, subject: Subject) -> bool:
    """Whether an Arabic verb has a subject before it that names no party, told by nobody known."""
    if isinstance(subject, Group):
        beside = 0 < subject.start - clause.hit.end <= _BESIDE
        if not (beside and subject.plain):
            return False
    voice = clause.scene.voice_at(clause.hit.start)
    if voice is not None and voice.speaker:
        return False
    return stands_before(clause.scene.grammar, clause.region, clause.hit, clause.floor)


def _issuers(
    clause: Clause, subject: Subject, made: Sequence[Made], lead: Lead | None, salient: Parties
) -> Parties:
    """The party that a subject is, or stands for."""
    if isinstance(subject, Group):
        return subject.principals
    if subject is Missing.UNKNOWN:
        return ()
    scene, region, hit = clause.scene, clause.region, clause.hit
    if subject is Missing.SHARED and made and made[-1][0].end >= region.start:
        return made[-1][1].issuers
    voice = scene.voice_at(hit.start)
    if voice is not None and voice.speaker:
        return _third_person(clause) or voice.speaker if voice.direct else voice.speaker
    if lead is not None:
        return lead.issuers
    opened = opening(scene, region) if subject is Missing.ELIDED else None
    if opened is not None:
        return opened
    before = [group for group in region.groups if group.end <= hit.start]
    free = [
        group
        for group in before
        if not blocked(scene.grammar, region.text, group)
        or is_at(scene.grammar, region.text, group)
    ]
    if free:
        others = tells_others(scene.grammar, region.text, free[0])
        return () if others else free[0].principals
    earlier = [voice for voice in scene.voices_before(hit.start) if voice.speaker]
    if earlier and (not made or earlier[-1].start > made[-1][0].start):
        return earlier[-1].speaker
    return salient


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


def _may_loom(clause: Clause, told: bool) -> bool:
    """Whether an Arabic verb tells what things do now: droughts threaten, which threatens peace.

    So it does if it opens no clause and no party is told to be its subject, or if neither a party
    stands behind it nor what somebody threatens with.
    """
    tables, hit, text = clause.scene.grammar, clause.hit, clause.region.text
    if hit.cue.lemma not in tables.words("looming") or text[hit.start] not in PRESENT:
        return False
    if not told and not text[hit.start - 1 : hit.start].isalpha():
        return True
    words = WORD.findall(clause.scene.folded, hit.end, hit.end + _FARTHEST_THREATENED)
    with_it = any(word.startswith("ب") for word in words[:_MOST_THREATENED])
    return not with_it and not clause.scene.between(hit.end, hit.end + _NEAR_THREATENED)
