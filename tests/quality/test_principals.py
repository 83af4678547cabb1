"""Whom each segment of a short wire story names: 29 stories of our own in 12 languages.

`principals/LANG.tsv`: a line `# ID LANG` opens a story; then a line a segment, its principals in
any order (- for none) and its text. They were annotated before the program was run over them
(docs/design.md has the figures of that first look), and developed against afterwards.
"""

from __future__ import annotations

import collections
import functools
import pathlib

import pytest

from transforms.actors.lexicon import lexicon
from transforms.language.detect import detect
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import split_article
from transforms.text import read_story
from transforms.wording import read_words

FOLDER = pathlib.Path(__file__).with_name("principals")
FLOORS = {"principals": (0.993, 0.956), "states": (0.992, 0.954)}
"""Precision and recall over all stories; they may be raised and never lowered."""
Segment = tuple[frozenset[str], str]


@functools.cache
def stories() -> dict[str, list[Segment]]:
    """Each story's segments: principals and text."""
    found: dict[str, list[Segment]] = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            if line.startswith("# "):
                found[line.split()[1]] = segments = []
            else:
                principals, text = line.split("\t")
                segments.append((frozenset(principals.split()) - {"-"}, text))
    return found


def read(story: str) -> list[frozenset[str]]:
    """The principals that the program finds in each segment of a story."""
    entry = read_story("\n\n".join(text for _, text in stories()[story]), story)
    language = detect(entry.text)
    anatomy = read_anatomy(entry.text, split_article(entry.text, entry.blocks), language.tag)
    return [
        frozenset(mention.principal for mention in each.mentions)
        for each in read_words(entry.text, anatomy, language, lexicon())
    ]


def figures() -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Precision and recall of all principals and of states, and what went wrong."""
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    faults: list[str] = []
    for story, segments in stories().items():
        for (wanted, text), got in zip(segments, read(story), strict=True):
            for name, prefix in (("principals", ""), ("states", "state:")):
                there = {each for each in wanted if each.startswith(prefix)}
                here = {each for each in got if each.startswith(prefix)}
                counts[name, "right"] += len(there & here)
                counts[name, "found"] += len(here)
                counts[name, "there"] += len(there)
            if wanted != got:
                missing, more = sorted(wanted - got), sorted(got - wanted)
                faults.append(f"{story}: misses {missing}, has too much {more} in: {text}")
    return {
        name: (
            counts[name, "right"] / counts[name, "found"],
            counts[name, "right"] / counts[name, "there"],
        )
        for name in FLOORS
    }, faults


def test_the_set_is_whole() -> None:
    assert len(stories()) == 29
    assert sum(map(len, stories().values())) == 175
    assert sum(not principals for each in stories().values() for principals, _ in each) == 2


@pytest.mark.parametrize("name", FLOORS)
def test_principals_keep_their_floors(name: str) -> None:
    reached, faults = figures()
    told = "\n".join([str(reached), *faults])
    assert reached[name] >= FLOORS[name], told
    assert reached[name][1] >= FLOORS[name][1], told
