"""`communique demands OUT`: the acts of an output as flat rows, filtered, printed or exported."""

from __future__ import annotations

import csv
import dataclasses
import io
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline import files
from pipeline.explain import isolated
from pipeline.runs import read_manifests
from pipeline.settings import UsageError
from pipeline.shard_rows import lines
from transforms.acts.lists import TYPES

FORMATS = ("table", "jsonl", "csv")
_WIDEST = 70
_SHOWN = ("published", "issuer", "addressee", "type", "text")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One act with its article; several issuers or addressees are parted by blanks."""

    published: str | None
    issuer: str
    addressee: str
    type: str
    plover: str | None
    plover_mode: str | None
    cameo: str | None
    modality: str
    inherited: bool
    text: str
    title: str | None
    url: str | None
    language: str
    cue: str | None
    rule: str
    article_id: str
    revision: int
    segment_id: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which acts are wanted; empty or None: all. since, until: days, YYYY-MM-DD, both included."""

    issuers: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None

    def takes(self, demand: Demand) -> bool:
        """Whether an act is wanted; one of an article without a date is not, if days are given."""
        day = (demand.published or "")[:10]
        return (
            (not self.issuers or not self.issuers.isdisjoint(demand.issuer.split()))
            and (not self.addressees or not self.addressees.isdisjoint(demand.addressee.split()))
            and (not self.types or demand.type in self.types)
            and (not self.languages or demand.language in self.languages)
            and (self.since is None or (day != "" and day >= self.since))
            and (self.until is None or (day != "" and day <= self.until))
        )


def read_types(value: str | None) -> frozenset[str]:
    """The types of acts that a comma-separated flag names.

    Raises:
        UsageError: for one that does not exist.
    """
    types = frozenset(filter(None, (value or "").split(",")))
    for unknown in sorted(types - set(TYPES)):
        raise UsageError(f"--type {unknown}: none of {', '.join(TYPES)}")
    return types


def demands(output: str, wanted: Filter) -> Iterator[Demand]:
    """The acts of all runs of an output, in the order of runs, articles and segments.

    Raises:
        UsageError: where there is no run.
    """
    manifests = read_manifests(output)
    if not manifests:
        raise UsageError(f"{output}: no run has a manifest here")
    for _, manifest in sorted(manifests.items()):
        articles = _rows(output, manifest, "articles")
        for (article_id, revision), group in itertools.groupby(
            _rows(output, manifest, "segments"), _article_of
        ):
            article = next(articles)
            while _article_of(article) != (article_id, revision):
                article = next(articles)
            for segment in group:
                for act in segment["acts"]:
                    demand = _demand(article, segment, act)
                    if wanted.takes(demand):
                        yield demand


def _article_of(row: Mapping[str, Any]) -> tuple[str, int]:
    return row["article_id"], row["revision"]


def _rows(output: str, manifest: Mapping[str, Any], table: str) -> Iterator[dict[str, Any]]:
    for part in manifest["tables"][table]:
        for line in lines(files.join(output, part["path"])):
            yield json.loads(line)


def _demand(
    article: Mapping[str, Any], segment: Mapping[str, Any], act: Mapping[str, Any]
) -> Demand:
    start, end = act["cue_start"], act["cue_end"]
    return Demand(
        published=segment["published"],
        issuer=" ".join(act["issuers"]),
        addressee=" ".join(act["addressees"]),
        type=act["type"],
        plover=act["plover"],
        plover_mode=act["plover_mode"],
        cameo=act["cameo"],
        modality=act["modality"],
        inherited=act["inherited"],
        text=segment["text"],
        title=article["title"],
        url=segment["url"],
        language=segment["language"],
        cue=article["text"][start:end] if start is not None else None,
        rule=act["rule"],
        article_id=segment["article_id"],
        revision=segment["revision"],
        segment_id=segment["segment_id"],
    )


def formatted(found: Iterable[Demand], form: str) -> Iterator[str]:
    """The acts as lines without their ends: `table` for a terminal, else `jsonl` or `csv`."""
    names = [field.name for field in dataclasses.fields(Demand)]
    if form == "csv":
        yield _csv_line(names)
    elif form == "table":
        yield "  ".join(_SHOWN)
    for demand in found:
        values = dataclasses.asdict(demand)
        if form == "jsonl":
            yield json.dumps(values, ensure_ascii=False)
        elif form == "csv":
            yield _csv_line([_told(values[name]) for name in names])
        else:
            text = " ".join(demand.text.split())
            text = text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."
            day = (demand.published or "")[:10]
            parties = f"{demand.issuer or '-':<12}  {demand.addressee or '-':<12}"
            yield f"{day:<10}  {parties}  {demand.type:<10}  {isolated(text)}"


def _told(value: str | bool | int | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _csv_line(values: Sequence[str]) -> str:
    """One record; a line break within a value stays, in quotes."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()
