"""Learn what tells whose a list is, and to whom, from annotated lists: data/acts/owners.tsv.

    PYTHONPATH=. .venv/bin/python tools/acts/learn.py          # writes the table
    PYTHONPATH=. .venv/bin/python tools/acts/learn.py --check  # what it would be; how well it does

`tools/acts/lists/*.jsonl`: a story a line, all invented; `items` has of each item of its lists the
type, issuers and addressees, or null where it tells a fact. Of each list the facts of ownership.py
are gathered for every candidate; the weights are those of a conditional logit, the right candidate
against all others, with a Gaussian prior. `--check` tells besides how many lists are right that are
held out, of five parts of the stories in turn.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import numpy.typing as npt

from transforms.actors.lexicon import lexicon
from transforms.acts import introductions
from transforms.acts.lists import Lead
from transforms.acts.ownership import (
    ADDRESSEE,
    ISSUER,
    TRUST,
    Facts,
    acting,
    gathered,
    open_to,
    weigh,
)
from transforms.acts.scene import Scene
from transforms.acts.told_before import Read, ToldBefore
from transforms.analyse import analyse
from transforms.records import Revision
from transforms.text import read_story

LISTS = pathlib.Path(__file__).with_name("lists")
TABLE = pathlib.Path(__file__).parents[2] / "transforms" / "data" / "acts" / "owners.tsv"
PRIOR = 3.0
"""Precision of the weights' prior: the larger, the nearer they are to nothing."""
LEAST = 8
"""Lists in which a fact must be told to have a weight."""
PARTS = 5
ROUNDS = 600
Parties = tuple[str, ...]
Numbers = npt.NDArray[np.float64]


class List(NamedTuple):
    """A list: what is told of each candidate, whose it is and to whom, and that by the rules."""

    story: str
    language: str
    facts: Facts
    issuers: Parties
    addressees: Parties
    ruled: tuple[Parties, Parties]


def stories() -> list[str]:
    """The lines of all annotated stories."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(LISTS.glob("*.jsonl")))
    return [line for text in texts for line in text.splitlines()]


def read_lists(lines: Iterable[str]) -> list[List]:
    """The lists of annotated stories: whose most of their items are."""
    names, found = lexicon(), []
    for line in lines:
        story = json.loads(line)
        kept: dict[int, tuple[Facts, tuple[Parties, Parties]]] = {}

        def record(
            place: int, here: Read, lead: Lead, salient: Parties, told: ToldBefore, into: Any = kept
        ) -> Facts:
            facts = gathered(place, here, lead, salient, told)
            into[place] = facts, (lead.issuers, lead.addressees)
            return facts

        entry = read_story(story["text"], story["id"])
        with (
            mock.patch.object(introductions, "gathered", record),
            mock.patch.object(introductions, "weighed", as_ruled),  # so no weight of before counts
        ):
            segments = analyse(entry, Revision.alone(entry), "learn", names).segments
        bullets = [segment for segment in segments if segment.kind == "bullet"]
        items: dict[int, list[Any]] = collections.defaultdict(list)
        for segment, item in zip(bullets, story["items"] or [None] * len(bullets), strict=True):
            if item is not None:
                items[segment.lead_in or 0].append(item)
        for place, told in items.items():
            if place in kept:
                issuers, addressees = (
                    collections.Counter(tuple(item[n]) for item in told).most_common(1)[0][0]
                    for n in (1, 2)
                )
                facts, ruled = kept[place]
                of = story["id"], story["language"]
                found.append(List(*of, facts, issuers, addressees, ruled))
    return found


def as_ruled(facts: Facts, lead: Lead, scene: Scene) -> Lead:
    """A list with the parties of the rules."""
    return lead


def is_right(party: Parties, told: Parties) -> bool:
    """Whether a candidate is one of those that a reader names, or both are nobody."""
    return bool(set(party) & set(told)) or not (party or told)


def cases(asked: str, lists: Sequence[List]) -> list[tuple[Facts, Parties]]:
    """The candidates of each list, and who is right."""
    if asked == ISSUER:
        return [(acting(one.facts), one.issuers) for one in lists]
    return [(open_to(one.facts, one.issuers), one.addressees) for one in lists]


def learn(told: Sequence[tuple[Facts, Parties]]) -> Mapping[str, float]:
    """The weights of the facts."""
    told = [(f, right) for f, right in told if any(is_right(party, right) for party in f)]
    counts = collections.Counter(fact for f, _ in told for fact in set().union(*f.values()))
    facts = sorted(fact for fact, count in counts.items() if count >= LEAST)
    if not facts:
        return {}
    number = {fact: n for n, fact in enumerate(facts)}
    rows = [(n, party, f[party], right) for n, (f, right) in enumerate(told) for party in f]
    has = np.zeros((len(rows), len(facts)))
    for row, (_, _, told_of, _) in enumerate(rows):
        has[row, [number[fact] for fact in told_of if fact in number]] = 1
    of = np.array([n for n, *_ in rows])
    right = np.array([is_right(party, names) for _, party, _, names in rows], dtype=float)
    starts = np.searchsorted(of, np.arange(len(told)))

    def shares(scores: Numbers) -> Numbers:
        weight = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        shared: Numbers = weight / np.add.reduceat(weight, starts)[of]
        return shared

    def slope(weights: Numbers) -> Numbers:
        share = shares(has @ weights)
        good = share * right
        good /= np.maximum(np.add.reduceat(good, starts)[of], 1e-12)
        risen: Numbers = has.T @ (good - share)
        return risen

    weights = highest(slope, np.zeros(len(facts)), 0.25 * np.linalg.norm(has, 2) ** 2 / 4)
    return dict(zip(facts, (round(float(weight), 2) for weight in weights), strict=True))


def highest(slope: Callable[[Numbers], Numbers], weights: Numbers, bend: float) -> Numbers:
    """The weights of which the likelihood is highest, with the prior: by Nesterov's steps.

    slope: of the likelihood at some weights. bend: the most that it changes with them.
    """
    ahead, step = weights.copy(), 1 / (PRIOR + bend)
    for turn in range(ROUNDS):  # some hundred are enough
        after = ahead + step * (slope(ahead) - PRIOR * ahead)
        ahead = after + turn / (turn + 3) * (after - weights)
        weights = after
    return weights


def held_out(lists: Sequence[List]) -> dict[str, list[int]]:
    """By language: lists, those whose issuer is right by the rules alone and weighed; addressees
    that are right, found and told."""
    found: dict[str, list[int]] = collections.defaultdict(lambda: [0] * 6)
    part = {one.story: n % PARTS for n, one in enumerate(lists)}
    for left in range(PARTS):
        others = [one for one in lists if part[one.story] != left]
        weights = {asked: learn(cases(asked, others)) for asked in TRUST}
        for one in lists:
            if part[one.story] != left:
                continue
            ruled, to = one.ruled
            issuers = weigh(weights[ISSUER], acting(one.facts), ruled, TRUST[ISSUER])
            to = tuple(party for party in to if party not in issuers)
            open_ = open_to(one.facts, issuers)
            told = set(weigh(weights[ADDRESSEE], open_, to, TRUST[ADDRESSEE]))
            values = (
                1,
                is_right(ruled, one.issuers),
                is_right(issuers, one.issuers),
                len(told & set(one.addressees)),
                len(told),
                len(one.addressees),
            )
            counts = found[one.language]
            for n, value in enumerate(values):
                counts[n] += value
    return found


def main() -> int:
    """Write the table, or tell whether it is what it should be and how good it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    lists = read_lists(stories())
    weights = {asked: learn(cases(asked, lists)) for asked in TRUST}
    rows = ["fact\tissuer\taddressee\tsource\tlicence\n"]
    for fact in sorted({*weights[ISSUER], *weights[ADDRESSEE]}):
        told = (f"{weights[asked].get(fact, 0.0):.2f}" for asked in TRUST)
        rows.append("\t".join((fact, *told, "tools/acts/learn.py", "Apache-2.0\n")))
    if not options.check:
        TABLE.write_text("".join(rows), encoding="utf-8")
        return 0
    counts = held_out(lists)
    counts["all"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    for language, (n, ruled, right, both, found, named) in counts.items():
        print(
            f"{language:4}{n:5} lists, issuers right {right / n:.3f} (rules alone {ruled / n:.3f}),"
            f" addressees F1 {2 * both / ((found + named) or 1):.3f}"
        )
    same = TABLE.read_text(encoding="utf-8") == "".join(rows)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
