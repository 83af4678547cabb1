"""Learn from annotated lists what their items do: data/acts/item_types.tsv; after learn.py.

    PYTHONPATH=. .venv/bin/python tools/acts/learn_types.py          # writes the table
    PYTHONPATH=. .venv/bin/python tools/acts/learn_types.py --check  # is it so, and how good is it

Of each item of `tools/acts/lists/*.jsonl` in which the rules find an act, and a reader does, the
facts of item_types.py are gathered; the weights are those of a multinomial logit with a Gaussian
prior, beside what the rules say. `--check` tells besides how many items are right
that are held out, of five parts of the stories in turn, by the language of their story.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unittest import mock

import numpy as np

from tools.acts.learn import LEAST, PARTS, Numbers, highest, stories
from transforms.actors.lexicon import lexicon
from transforms.acts import inherited
from transforms.acts.item_types import TRUST, item_facts, type_of, weigh
from transforms.acts.lists import TYPES, Lead
from transforms.acts.scene import Scene
from transforms.analyse import analyse
from transforms.records import Act, Revision
from transforms.text import read_story

TABLE = pathlib.Path(__file__).parents[2] / "transforms" / "data" / "acts" / "item_types.tsv"
Told = tuple[set[str], str]
Weights = Mapping[str, Sequence[float]]


class Item(NamedTuple):
    """An item that was read with its list: what is told of it, what the rules and a reader say."""

    story: str
    language: str
    facts: set[str]
    ruled: str
    kind: str


def read_items(lines: Iterable[str]) -> list[Item]:
    """The items of annotated stories, of lists whose introduction tells of acts, that are acts."""
    names, found = lexicon(), []
    for line in lines:
        story = json.loads(line)
        kept: dict[str, list[Told]] = collections.defaultdict(list)

        def record(
            scene: Scene, lead: Lead, acts: Sequence[Act], into: dict[str, list[Told]] = kept
        ) -> str:
            into[scene.passage.text].append((item_facts(scene, lead, acts), acts[0].type))
            return type_of(scene, lead, acts)

        entry = read_story(story["text"], story["id"])
        with mock.patch.object(inherited, "type_of", record):
            segments = analyse(entry, Revision.alone(entry), "learn", names).segments
        bullets = [segment for segment in segments if segment.kind == "bullet"]
        for segment, item in zip(bullets, story["items"] or [None] * len(bullets), strict=True):
            told = kept[segment.text].pop(0) if kept[segment.text] else None
            if told is not None and item is not None:
                found.append(Item(story["id"], story["language"], *told, item[0]))
    return found


def learn_types(items: Sequence[Item]) -> Weights:
    """Of each fact, its weights for `TYPES`."""
    counts = collections.Counter(fact for item in items for fact in item.facts)
    facts = sorted(fact for fact, count in counts.items() if count >= LEAST)
    number = {fact: n for n, fact in enumerate(facts)}
    has = np.zeros((len(items), len(facts)))
    right, ruled = np.zeros((2, len(items), len(TYPES)))
    for row, item in enumerate(items):
        has[row, [number[fact] for fact in item.facts if fact in number]] = 1
        right[row, TYPES.index(item.kind)] = 1
        ruled[row, TYPES.index(item.ruled)] = TRUST

    def slope(weights: Numbers) -> Numbers:
        scores = has @ weights + ruled
        share = np.exp(scores - scores.max(axis=1, keepdims=True))
        risen: Numbers = has.T @ (right - share / share.sum(axis=1, keepdims=True))
        return risen

    bend = float(np.linalg.norm(has, 2) ** 2 / 2) if facts else 0.0
    weights = highest(slope, np.zeros((len(facts), len(TYPES))), bend)
    return {fact: [round(float(one), 2) for one in weights[n]] for fact, n in number.items()}


def held_out(items: Sequence[Item]) -> Mapping[str, Sequence[int]]:
    """By language: items, those whose type is right by the rules alone, and weighed."""
    numbers = {story: n for n, story in enumerate(dict.fromkeys(item.story for item in items))}
    found: dict[str, list[int]] = collections.defaultdict(lambda: [0] * 3)
    for left in range(PARTS):
        out = [item for item in items if numbers[item.story] % PARTS == left]
        weights = learn_types([item for item in items if numbers[item.story] % PARTS != left])
        for item in out:
            kind = weigh(weights, item.facts, item.ruled)
            values = (1, item.ruled == item.kind, kind == item.kind)
            for of in (item.language, "all"):
                found[of] = [a + b for a, b in zip(found[of], values, strict=True)]
    return found


def main() -> int:
    """Write the table, or tell whether it is what it should be and how good it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    items = read_items(stories())
    rows = ["\t".join(("fact", *TYPES, "source", "licence\n"))]
    for fact, of_kinds in learn_types(items).items():
        told = (f"{weight:.2f}" for weight in of_kinds)
        rows.append("\t".join((fact, *told, "tools/acts/learn_types.py", "Apache-2.0\n")))
    if not options.check:
        TABLE.write_text("".join(rows), encoding="utf-8")
        return 0
    for language, (n, ruled, right) in sorted(held_out(items).items()):
        share, before = right / n, ruled / n
        print(f"{language:4}{n:5} items, types right {share:.3f} (rules alone {before:.3f})")
    return 0 if TABLE.read_text(encoding="utf-8") == "".join(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
