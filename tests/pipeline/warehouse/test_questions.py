"""The analysts' questions, on the samples and on acts that the tests make, answered in Python too.

What is expected is counted from the rows themselves, so that a better tagger changes no test.
"""

from __future__ import annotations

import collections
import datetime
import pathlib
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.warehouse.load import load
from tests.conftest import ROOT, Output
from tests.pipeline.warehouse.conftest import Publish, Warehouse, act, article, segment
from tests.pipeline.warehouse.test_load import silent

QUESTIONS = sorted((ROOT / "examples" / "questions").glob("*.sql"))
Row = dict[str, Any]
Answer = list[tuple[Any, ...]]


class Rows:
    """The rows of all runs, and what the views make of them."""

    def __init__(self, articles: list[Row], segments: list[Row]) -> None:
        self.articles = {(row["article_id"], row["revision"]): row for row in articles}
        self.segments = segments

    def demand_pairs(self) -> Iterator[Row]:
        """A row an act, issuer and addressee."""
        for row in self.segments:
            text = self.articles[row["article_id"], row["revision"]]["text"]
            for one in row["acts"]:
                for issuer in one["issuers"] or [None]:
                    for addressee in one["addressees"] or [None]:
                        cue = text[one["cue_start"] : one["cue_end"]]
                        told = {**row, **one, "issuer": issuer, "addressee": addressee, "cue": cue}
                        yield {**told, "time": time(row["published"])}

    def mentions(self) -> Iterator[tuple[Row, Row]]:
        """A segment and a mention."""
        for row in self.segments:
            for mention in row["mentions"]:
                yield row, mention

    def quotes(self) -> Iterator[tuple[Row, Row]]:
        """A segment and a quote."""
        for row in self.segments:
            for quote in row["quotes"]:
                yield row, quote


def time(value: str | None) -> datetime.datetime | None:
    """A time with its zone."""
    return datetime.datetime.fromisoformat(value.replace("Z", "+00:00")) if value else None


def by_pair_and_week(rows: Rows) -> Answer:
    counts = collections.Counter(
        (
            row["time"] and row["time"].date() - datetime.timedelta(days=row["time"].weekday()),
            row["issuer"],
            row["addressee"],
        )
        for row in rows.demand_pairs()
        if row["type"] == "demand"
        and str(row["issuer"]).startswith("state:")
        and str(row["addressee"]).startswith("state:")
    )
    return [(*key, count) for key, count in counts.items()]


def words(rows: Rows) -> Answer:
    return [
        (
            row["time"],
            row["cue"],
            row["text"],
            rows.articles[row["article_id"], row["revision"]]["title"],
            row["url"],
            row["inherited"],
            row["rule"],
        )
        for row in rows.demand_pairs()
        if (row["type"], row["issuer"], row["addressee"]) == ("demand", "state:RUS", "igo:NATO")
    ]


def refused(rows: Rows) -> Answer:
    week = datetime.timedelta(days=7)
    return [
        (d["issuer"], d["addressee"], d["time"], r["time"], d["text"], r["text"])
        for d in rows.demand_pairs()
        for r in rows.demand_pairs()
        if (d["type"], r["type"]) == ("demand", "refusal")
        and (d["issuer"], d["addressee"]) == (r["addressee"], r["issuer"])
        and None not in (d["time"], r["time"])
        and d["time"] <= r["time"] < d["time"] + week
        and None not in (d["issuer"], d["addressee"])
    ]


def by_issuer(rows: Rows) -> Answer:
    acts = {
        tuple(row[key] for key in ("segment_id", "issuer", "type", "modality", "cue"))
        for row in rows.demand_pairs()
        if row["issuer"]
    }
    counts = collections.Counter((issuer, kind) for _, issuer, kind, _, _ in acts)
    conditional = collections.Counter(
        (issuer, kind) for _, issuer, kind, modality, _ in acts if modality == "conditional"
    )
    return [(*key, count, conditional[key]) for key, count in counts.items()]


def speakers(rows: Rows) -> Answer:
    quotes = collections.Counter(quote["speaker"] for _, quote in rows.quotes())
    found = []
    for speaker, count in quotes.items():
        own = [(row, quote) for row, quote in rows.quotes() if quote["speaker"] == speaker]
        direct = sum(q["end"] - q["start"] for _, q in own if q["kind"] == "direct")
        if speaker:
            found.append((speaker, count, len({row["article_id"] for row, _ in own}), direct))
    return sorted(found, key=lambda row: (-row[1], row[0]))[:20]


def most_named(rows: Rows) -> Answer:
    stories = collections.defaultdict(set)
    for row, mention in rows.mentions():
        stories[row["language"], mention["principal"]].add(row["article_id"])
    counts = {key: len(found) for key, found in stories.items()}
    return [
        (*key, count)
        for key, count in counts.items()
        if sum(o[0] == key[0] and (-n, o[1]) < (-count, key[1]) for o, n in counts.items()) < 3
    ]


def together(rows: Rows) -> Answer:
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for row in rows.segments:
        states = {m["principal"] for m in row["mentions"] if m["principal"].startswith("state:")}
        counts.update((one, other) for one in states for other in states if other > one)
    return sorted(((*k, n) for k, n in counts.items()), key=lambda r: (-r[2], r[0], r[1]))[:20]


def shares(rows: Rows) -> Answer:
    counts = collections.Counter(
        (row["feed_title"] or "(plain text)", row["language"])
        for row in rows.articles.values()
        if row["revision"] == 1
    )
    feeds: collections.Counter[str] = collections.Counter()
    for (feed, _), count in counts.items():
        feeds[feed] += count
    return [
        (feed, language, count, pytest.approx(100 * count / feeds[feed], abs=0.05001))
        for (feed, language), count in counts.items()
    ]


def changed(rows: Rows) -> Answer:
    latest = dict(sorted(rows.articles))
    found = []
    for article_id, revision in latest.items():
        then, now = rows.articles[article_id, 1], rows.articles[article_id, revision]
        longer = len(now["text"]) - len(then["text"])
        if revision > 1:
            found.append((article_id, then["title"], now["title"], revision, longer))
    return found


def lists(rows: Rows) -> Answer:
    texts = {(r["article_id"], r["revision"], r["index"]): r["text"] for r in rows.segments}
    counts = collections.Counter(
        (row["article_id"], row["revision"], row["list"], row["lead_in"])
        for row in rows.segments
        if row["kind"] == "bullet"
    )
    found = [
        (rows.articles[key[:2]]["title"], texts.get((*key[:2], key[3])), count)
        for key, count in counts.items()
    ]
    return sorted(found, key=lambda row: -row[2])


ANSWERS: list[Callable[[Rows], Answer]] = [
    by_pair_and_week,
    words,
    refused,
    by_issuer,
    speakers,
    most_named,
    together,
    shares,
    changed,
    lists,
]


@pytest.fixture
def output(sample: Output, publish: Publish, tmp_path: pathlib.Path) -> Output:
    """The samples, and a run of three segments with acts."""
    refusal = act(
        type="refusal",
        issuers=("state:USA",),
        addressees=("state:RUS",),
        modality="conditional",
        cue_end=3,
    )
    inner = act(addressees=("state:USA", "igo:NATO"), cue_start=6, cue_end=11, inherited=True)
    later = "2026-03-12T23:30:00Z"
    path = publish(
        article(),
        article(revision=2, text="تطالب موسكو الناتو أيضا", title="Changed", published=later),
        segment(),
        segment(index=1, acts=(inner, act(issuers=(), addressees=()))),
        segment(revision=2, acts=(refusal,), published=later),
    )
    shutil.copytree(sample.path, path, dirs_exist_ok=True)
    return Output(pathlib.Path(path))


def test_there_are_ten_questions() -> None:
    assert len(QUESTIONS) == len(ANSWERS) == 10


def test_every_question_has_the_answer_that_the_rows_give(
    sql_warehouse: Warehouse, output: Output
) -> None:
    load(str(output.path), sql_warehouse.url, [], silent)
    rows = Rows(output.rows("articles"), output.rows("segments"))
    for path, answer in zip(QUESTIONS, ANSWERS, strict=True):
        found = sql_warehouse.query(path.read_text(encoding="utf-8"))
        expected = answer(rows)
        assert expected, path.name
        if answer is lists:  # the last of the twenty may be as long as others
            assert [row[2] for row in found] == [row[2] for row in expected[:20]]
            assert set(found) <= set(expected)
        else:
            assert sorted(found, key=repr_of) == sorted(expected, key=repr_of), path.name


def repr_of(row: tuple[Any, ...]) -> str:
    """A row's words, for an order that no collation changes."""
    return repr(row[:3])
