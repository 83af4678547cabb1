"""What speaks for a form that the table of names flags as ambiguous.

data/doubtful.tsv tells how much a form needs. Forms without a row there are other words of the
language or given names (heavy) and need one of the rules joined, title, grammar and article; other
towns or states of the same name (light) need no more than a state near by; adjectives of the
language (adjective) are told by grammar; bodies that many states have (body) count unless a state
stands beside them; a capital of a disputed status (disputed) does not count.
"""

from __future__ import annotations

from transforms.actors.cues import NOBODY, Found, Name, best
from transforms.actors.names import is_suffix
from transforms.actors.places import is_place
from transforms.actors.scene import PLACES, Scene

NEAR = 150
"""Characters within which another state supports a form that is in little doubt."""
_NEIGHBOURS = 8
_POLITICAL = ("state:", "body:", "group:")
"""How the ids of those begin of whom states are told: the Kremlin, ETA."""
_SMALL_WORDS = (
    "article of and in_before to_before at_before classifier_before thing_before capital_noun"
).split()
"""Rules whose words are no given names, though a sentence may begin with them."""


def supported(scene: Scene, index: int) -> tuple[Name, str] | None:
    """What an ambiguous form stands for and the rule that trusts it; None without support."""
    found = scene.found[index]
    named = [name for name in found.names if name.actor_id in scene.known]
    told = len({name.actor_id for name in named}) == 1
    name = best(named if told else found.names)
    if name is None:
        return None
    rule = _rule(scene, index, name, told)
    if rule:
        scene.supported.add(index)
        return name, rule
    return None


def _rule(scene: Scene, index: int, name: Name, told: bool) -> str:
    found = scene.found[index]
    if name.doubt == "body":
        return "" if _has_a_state_beside(scene, index) else "body"
    if name.doubt == "disputed":
        return ""
    if _is_titled(scene, found):
        return "title"
    if _stands_beside_a_sure_one(scene, index, name.not_with):
        return "joined"
    shouted = name.doubt == "light" and _is_shouted(scene, found)
    if not shouted and _is_part_of_a_proper_name(scene, index, told):
        return ""
    a_club = name.doubt == "light" or name.kind in PLACES
    if a_club and any(scene.cues.has("sport", word) for word in scene.near(found)):
        return ""
    if _is_declined(scene, found, name):
        return "grammar"
    if told:
        return "article"
    return "near" if name.doubt == "light" and _is_near_a_state(scene, index, name) else ""


def _is_declined(scene: Scene, found: Found, name: Name) -> bool:
    """Whether it is written as only a name is.

    Behind "in", where else it is an adjective of the language; before a Turkish apostrophe.
    """
    if found.suffix and scene.folded[found.end : found.end + 1] == "'":
        return is_suffix("tr", found.suffix) and "tr" in name.languages
    if name.doubt != "adjective" or found.prefix:
        return False
    known, before, after = scene.cues, scene.before(found.start), scene.after(found.end)
    return any(known.has("in_before", word) for word in before[-1:]) or any(
        known.has("in_after", word) for word in after[:1]
    )


def _is_titled(scene: Scene, found: Found) -> bool:
    """Whether a word says that a state is meant: President of Chad, Jordan's government."""
    known = scene.cues
    if known.run_on:
        return known.at_start("classifier_after", scene.folded[found.end : found.end + 4])
    before = scene.before(found.start - len(found.prefix))
    while before and (known.has("of", before[-1]) or known.has("article", before[-1])):
        before.pop()
    if before and known.has("classifier_before", before[-1]):
        return True
    after = [word for word in scene.after(found.end)[:2] if word not in ("'s", "s")]
    return bool(after) and known.has("classifier_after", after[0])


def _stands_beside_a_sure_one(scene: Scene, index: int, not_with: str) -> bool:
    """Whether "and", a comma or a hyphen joins it to an actor that is not in doubt."""
    for other in scene.beside(index):
        name = scene.found[other].sure
        sure = name is not None and name.actor_id not in (NOBODY, not_with)
        if sure or other in scene.supported:
            left, right = sorted((other, index))
            if scene.parted_by_and(left, right):
                return True
    return False


def _is_near_a_state(scene: Scene, index: int, own: Name) -> bool:
    """Whether another state is named near, not as a place only."""
    here = scene.found[index]
    first, last = max(0, index - _NEIGHBOURS), min(len(scene.found), index + _NEIGHBOURS + 1)
    others = [
        (other, name)
        for other in range(first, last)
        if abs(scene.found[other].start - here.start) <= NEAR
        and (name := scene.found[other].sure)
        and name.actor_id != own.actor_id
        and name.actor_id.startswith("state:" if own.not_with else _POLITICAL)
    ]
    if own.not_with in {name.actor_id for _, name in others}:
        return False
    return any(name.kind not in PLACES or not is_place(scene, other) for other, name in others)


def _has_a_state_beside(scene: Scene, index: int) -> bool:
    """Whether a state stands directly before or behind: the Security Council of Iran."""
    here, known = scene.found[index], scene.cues
    for other in scene.beside(index):
        there = scene.found[other]
        name = there.sure
        first, second = (there, here) if other < index else (here, there)
        between = scene.folded[first.end : second.start].split()
        if name and name.actor_id.startswith("state:") and len(between) < 3:
            return all(known.has("of", word) for word in between)
    around = (*scene.before(here.start)[-1:], *scene.after(here.end)[:1])
    return any(known.has("national", word) for word in around)


def _is_shouted(scene: Scene, found: Found) -> bool:
    """Whether it stands among capitals, which tell no given name: LIMA WARNS GEORGIA."""
    before, after = scene.neighbours(found)
    start, end = found.start - 1 - len(before), found.end + 1 + len(after)
    return scene.text[max(0, start) : end].isupper() and bool(before.isalpha() or after.isalpha())


def _is_part_of_a_proper_name(scene: Scene, index: int, told: bool) -> bool:
    """Whether a capitalised word stands beside it, as in Michael Jordan and Chad Smith.

    told: the article names the actor, so that the first word of a sentence is no given name.
    """
    found, text, known = scene.found[index], scene.text, scene.cues
    if not known.capitalised or not text[found.start].isupper():
        return False
    before, after = scene.neighbours(found)
    left, right = found.start - 1, found.end + 1
    beside = [scene.found[other] for other in scene.beside(index)]
    if before.isalpha() and text[left - len(before)].isupper():
        small = any(known.has(rule, before) for rule in _SMALL_WORDS)
        ahead = text[max(0, left - len(before) - 2) : left - len(before)]
        opens = told and not ahead.strip()[-1:].isalnum()
        if not (small or opens) and all(other.end != left for other in beside):
            return True
    named = after.isalpha() and text[right].isupper()
    return named and all(other.start != right for other in beside)
