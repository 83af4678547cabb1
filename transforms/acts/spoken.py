"""Whose act it is what is said in the first person, or as due.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.arabic import seated
from transforms.acts.arguments import active, agent
from transforms.acts.blame import deed
from transforms.acts.clause import Clause, Found, Parties
from transforms.acts.english import is_due_by
from transforms.acts.judge import is_deed, is_negated
from transforms.acts.lists import Lead
from transforms.acts.marks import blocked
from transforms.acts.parties import Group
from transforms.acts.scene import Scene, Voice, words_before
from transforms.acts.senders import Made
from transforms.acts.sources import LONGEST_LABEL, judged, label, said_behind, source, spoken_of
from transforms.quotes.indirect import TELLING

_NEAR_OFFICE = 40
"""Code points from an office to what it is quoted with."""
_NEAR_OTHERS = 60
"""Code points from people who are no party to what is quoted behind them."""
_NEAR_PRONOUN = 10
"""Code points from a quote to the end of the pronoun that tells who spoke."""
_NEAR_DOUBT = 2
"""Words from what casts doubt on a deed to the deed."""
_MOST_TOLD = 5
"""Words from "told" to the party of whoever is told something."""
_TELLING = TELLING | {"asked"}


def spoken(
    clause: Clause, made: Sequence[Made], lead: Lead | None, salient: Parties
) -> Found | None:
    """Of what is said in the first person or as due: by him who speaks, else nobody's."""
    scene, region, hit = clause.scene, clause.region, clause.hit
    tables, folded, voice = scene.grammar, scene.folded, scene.voice_at(hit.start)
    frame, kind, inherited = hit.cue.frame, hit.cue.type, False
    named = label(scene, voice.start if voice is not None else region.start)
    if voice is not None:
        told = voice.speaker if voice.speaker != named.addressee else ()
        speaker = told or named.speaker or said_behind(scene, voice.end, len(folded))
        if (
            not speaker
            and salient
            and (
                (made and not voice.direct)
                or tables.search("office", folded, max(0, voice.start - _NEAR_OFFICE), voice.start)
                or tables.search("pronoun", folded, voice.end, voice.end + _NEAR_PRONOUN)
                or (tables.verb_first and voice.direct and not _is_of_others(scene, voice))
            )
        ):
            speaker = salient  # the minister, of whom it was told before; "...", a-t-il dit
        if not speaker and lead is not None:
            speaker = lead.issuers  # "To Oslo: ..."
        if tables.verb_first and not told:
            speaker = seated(tables, region, hit.start) or speaker
    else:
        speaker = named.speaker or source(scene, region) or said_behind(scene, hit.end, region.end)
        by_the_way = kind == "accusation" and tables.verb_first
        by_the_way |= kind == "denial" and bool(made) and made[-1][0].cue.frame == "noun"
        if not speaker and not by_the_way and made and made[-1][0].start >= region.start:
            speaker = made[-1][1].issuers
            must = frame == "must" and tables.language == "en"
            if must and clause.floor > region.start and not clause.before():
                return None  # "should Iran attack" is a condition
        if not speaker:
            said = tables.search("others_say", folded, hit.end, region.end)
            if lead is None and (said is None or kind != "demand"):
                return None  # but Togo must act, say campaigners
            speaker, inherited = (lead.issuers, True) if lead is not None else ((), False)
    if frame == "blame" and kind == "denial" and not is_negated(tables, region, hit):
        return Found(frame, speaker, (), inherited) if speaker else None
    doubted = tables.words("doubted") if kind == "accusation" else frozenset()
    if doubted and not doubted.isdisjoint(words_before(region, hit.start, _NEAR_DOUBT)):
        return None  # alleged war crimes
    passive = frame == "must" and tables.language == "en" and is_due_by(region, hit)
    by = agent(tables, region, hit) if passive else None
    if by is not None:
        return Found(frame, speaker, tuple(p for p in by.principals if p not in speaker), inherited)
    is_done = is_deed(hit)
    if region.groups and (frame == "must" or kind == "accusation" or is_done):
        floor = max(clause.floor, voice.start if voice is not None else 0)
        subject, _ = active(tables, region, hit, floor, clause.ceiling)
        if is_done:
            sides = deed(clause, voice, subject, speaker)
            return Found(frame, *sides, inherited) if sides is not None else None
        if isinstance(subject, Group):
            others = tuple([party for party in subject.principals if party not in speaker])
            if others or tables.language != "tr":  # there who speaks is the subject of both
                return Found(frame, speaker, others, inherited)
    addressees: Parties = ()
    if region.groups:
        before = clause.before() if kind != "denial" else []
        addressees = clause.found(frame, speaker, [*before, *clause.behind()]).addressees
    if not addressees and kind == "accusation" and voice is not None:
        addressees = judged(scene, voice, speaker)
    if not addressees and voice is not None and tables.language == "en":
        addressees = tuple(party for party in _told(scene, voice) if party not in speaker)
    if not addressees and voice is not None and kind != "denial":
        addressees = spoken_of(scene, voice, speaker)
    if not addressees and named.addressee:
        addressees = tuple(party for party in named.addressee if party not in speaker)
    if kind == "accusation" and not speaker and not (addressees and voice and voice.direct):
        return None  # whoever blames somebody is told, or he who is blamed in so many words
    return Found(frame, speaker, addressees, inherited)


def _told(scene: Scene, voice: Voice) -> Parties:
    """Who is told what is quoted: "...," the minister told the British government."""
    for group in scene.between(voice.end, voice.end + LONGEST_LABEL):
        words = scene.folded[voice.end : group.start].split()[-_MOST_TOLD:]
        if not _TELLING.isdisjoint(words) and not blocked(scene.grammar, scene.folded, group):
            return group.principals
    return ()


def _is_of_others(scene: Scene, voice: Voice) -> bool:
    """Whether people who are no party are told of right before what is quoted."""
    start = max(0, voice.start - _NEAR_OTHERS)
    return scene.grammar.has("bodies", scene.folded, start, voice.start)
