"""Whom words of blame are about, in what somebody is told to have said.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.clause import Clause, Found, Parties
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Voice
from transforms.acts.subject import Subject

_CALLED = re.compile(r"(?<!\w)بان(?:ه|ها|هم|هما)(?!\w)|(?<!\w)بـ*(?=[^\w.:؛]{1,3}\w)")
_CALLED_SO = re.compile(r"(?<!\w)بال(?=\w{3})")
"""What opens how somebody or something is called."""
_FARTHEST_WORTH = 160
_LONGEST_WORTH = 60
_WORTH = 6
"""Code points from a verb of describing to "as", and code points and words behind that."""


def is_kind(clause: Clause, found: Found) -> bool:
    """Whether an Arabic verb of describing tells nothing bad of anybody: called it historic.

    What one party calls another is bad, unless a word of praise is in it, or "not" before that.
    What it calls a thing is bad for nobody.
    """
    tables, folded, hit = clause.scene.grammar, clause.scene.folded, clause.hit
    end = min(len(folded), hit.end + _FARTHEST_WORTH)
    opened = _CALLED.search(folded, hit.end, end) or _CALLED_SO.search(folded, hit.end, end)
    if opened is None:
        return True
    words = WORD.findall(folded, opened.end(), opened.end() + _LONGEST_WORTH)[:_WORTH]
    for number, word in enumerate(words):
        if word.removeprefix("ال") in tables.words("praise"):
            return tables.words("not").isdisjoint(words[:number])
    return not found.addressees


def deed(
    clause: Clause, voice: Voice | None, subject: Subject, speaker: Parties
) -> tuple[Parties, Parties] | None:
    """Who blames whom for a deed, or denies to have done it: then it is nobody else's."""
    done_by = _doer(clause, voice, subject)
    return (speaker, done_by) if done_by and not set(done_by) & set(speaker) else None


def _doer(clause: Clause, voice: Voice | None, subject: Subject) -> Parties:
    """The subject of a deed, else that of the clause it stands in."""
    if isinstance(subject, Group):
        return subject.principals
    start = max(clause.region.start, voice.start if voice is not None else 0)
    before = [g for g in clause.region.groups if start <= g.start and g.end <= clause.hit.start]
    return before[0].principals if before else ()
