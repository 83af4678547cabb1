"""`communique verify OUT`: is a finished output what its manifests and the contract say?

Reads each shard once and holds one article at a time: segments follow their article in order.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import hashlib
import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import fastjsonschema
import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from pipeline import files
from pipeline.runs import read_manifests
from pipeline.shard_rows import lines
from transforms.records import RECORD_LIMIT, TABLES, Reason
from transforms.schema import FOLDER
from transforms.text import fold

MOST_FAULTS = 10
Row = dict[str, Any]
_NO_MORE: tuple[None, Iterator[tuple[str, Row]]] = (None, iter(()))
_UNLOADABLE = re.compile(rb"(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])")
"""NUL and surrogates, escaped; our writer leaves other characters as they are."""


@dataclasses.dataclass(frozen=True)
class Report:
    """What verify found: faults as one line each, the first ten; none where all is well."""

    runs: int
    rows: int
    faults: tuple[str, ...]


def verify(output: str) -> Report:
    """Check every run of an output: checksums, counts, types, keys, offsets, references."""
    manifests = read_manifests(output)
    if not manifests:
        return Report(0, 0, (f"{output}: no run has a manifest here",))
    check = _Check(output)
    with contextlib.suppress(_EnoughFaultsError):
        for _, manifest in sorted(manifests.items()):
            check.run(manifest)
    return Report(len(manifests), check.rows, tuple(check.faults))


class _EnoughFaultsError(Exception):
    """Ten faults are found: the rest of the check would only cost time."""


class _Check:
    """The faults of all runs so far; a run's manifest is what it is held against."""

    def __init__(self, output: str) -> None:
        self._output = output
        self.faults: list[str] = []
        self.rows = 0

    def run(self, manifest: Mapping[str, Any]) -> None:
        """Check one run."""
        where = f"run {manifest['run_id']}"
        for table, parts in manifest["tables"].items():
            self._files(f"{table}/run={manifest['run_id']}", parts)
        try:
            seen = self._articles(manifest)
            if "sightings" in manifest["tables"]:  # runs of version 0.1 have none
                self._sightings(manifest, seen)
            rejects = (row for _, row in self._table("rejects", manifest))
            reasons = collections.Counter(row["reason"] for row in rejects)
            if reasons != manifest["counts"]["rejected_by_reason"]:
                self._fault(f"{where}: rejects by reason are not the manifest's")
        except (*files.ERRORS, EOFError, ValueError, zstandard.ZstdError) as error:
            self._fault(f"{where}: cannot be read to its end: {error}")
        for fault in count_faults(manifest):
            self._fault(f"{where}: {fault}")

    def _fault(self, text: str) -> None:
        self.faults.append(text)
        if len(self.faults) == MOST_FAULTS:
            raise _EnoughFaultsError

    def _files(self, folder: str, parts: Sequence[Mapping[str, Any]]) -> None:
        """Shards that are missing, changed, or that no manifest names."""
        for part in parts:
            try:
                if _digest(files.join(self._output, part["path"])) != (
                    part["bytes"],
                    part["sha256"],
                ):
                    self._fault(f"{part['path']}: bytes or sha256 are not the manifest's")
            except files.ERRORS as error:
                self._fault(f"{part['path']}: {error}")
        named = {part["path"].removeprefix(f"{folder}/") for part in parts}
        for path in files.listing(files.join(self._output, folder)):
            name = path[path.index(f"{folder}/") + len(folder) + 1 :]
            if name not in named:
                self._fault(f"{folder}: {name} is in no manifest")

    def _table(self, table: str, manifest: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
        """Where each row stands, and the row; one that is at fault in itself is left out."""
        schema = (FOLDER / f"{table}.schema.json").read_text(encoding="utf-8")
        validate = fastjsonschema.compile(json.loads(schema))
        for part in manifest["tables"][table]:
            count = 0
            for count, line in enumerate(lines(files.join(self._output, part["path"])), 1):
                self.rows += 1
                try:
                    yield f"{part['path']}:{count}", _parse(line, table, validate, manifest)
                except ValueError as error:
                    self._fault(f"{part['path']}:{count}: {error}")
            if count != part["rows"]:
                self._fault(f"{part['path']}: {count} rows, {part['rows']} in the manifest")

    def _articles(self, manifest: Mapping[str, Any]) -> set[bytes]:
        """Articles with their segments; what each says of its sightings, as hashes."""
        segments = itertools.groupby(self._table("segments", manifest), _article_of)
        key, group = next(segments, _NO_MORE)
        seen: set[bytes] = set()
        told: set[bytes] = set()
        for where, article in self._table("articles", manifest):
            own = _article_of((where, article))
            digest = _digest_of(own)
            if digest in seen:
                self._fault(f"{where}: a second row of this article and revision")
            seen.add(digest)
            told.add(_sightings_of(article))
            if key != own:
                self._fault(f"{where}: an article without segments")
                continue
            for place, segment in group:
                for fault in segment_faults(article, segment):
                    self._fault(f"{place}: {fault}")
            key, group = next(segments, _NO_MORE)
        while key:
            for place, _ in group:
                self._fault(f"{place}: its article is not in the run, or not in this order")
            key, group = next(segments, _NO_MORE)
        return told

    def _sightings(self, manifest: Mapping[str, Any], told: set[bytes]) -> None:
        """Rows in order, one a text, and those of new texts as `articles` has them."""
        last: tuple[str, int] = ("", 0)
        for where, row in self._table("sightings", manifest):
            own = (row["article_id"], row["revision"])
            if own <= last:
                self._fault(f"{where}: not in order of article and revision")
            last = own
            told.discard(_sightings_of(row))
        if told:
            run_id = manifest["run_id"]
            self._fault(f"run {run_id}: {len(told)} articles that sightings does not have so")


def _digest_of(value: object) -> bytes:
    return hashlib.sha256(repr(value).encode()).digest()[:8]


def _sightings_of(row: Row) -> bytes:
    keys = "article_id revision content_hash first_seen last_seen sightings".split()
    return _digest_of([row[key] for key in keys])


def _article_of(placed: tuple[str, Row]) -> tuple[str, int] | None:
    return placed[1]["article_id"], placed[1]["revision"]


def count_faults(manifest: Mapping[str, Any]) -> Iterator[str]:
    """What of a manifest's counts does not reconcile."""
    counts, tables = manifest["counts"], manifest["tables"]
    reasons = counts["rejected_by_reason"]
    if counts["read"] != counts["revisions"] + counts["duplicates"] + counts["rejected"]:
        yield "read is not revisions + duplicates + rejected"
    if sum(part["rows"] for part in tables["articles"]) != counts["revisions"]:
        yield "rows of articles are not the manifest's revisions"
    if len(manifest["inputs"]) != counts["files"] + counts.get("containers", 0):
        yield "inputs are not as many as files and containers"
    if sum(reasons.values()) != counts["rejected"] + reasons.get(Reason.TEXT_CUT.value, 0):
        yield "rejected is not the sum of its reasons"


def segment_faults(article: Mapping[str, Any], segment: Mapping[str, Any]) -> Iterator[str]:
    """What of a segment does not fit its article: offsets, references, repeated keys."""
    text = article["text"]
    if text[segment["start"] : segment["end"]] != segment["text"]:
        yield "text is not articles.text[start:end]"
    if segment["segment_id"].rpartition("-")[2] != str(segment["index"]):
        yield "segment_id does not end in index"
    if any(segment[key] != article[key] for key in ("url", "published", "run_id")):
        yield "url, published or run_id is not the article's"
    if segment["kind"] == "title" and fold(segment["text"]) != article["title"]:
        yield "a title that is not the article's"
    if segment["lead_in"] is not None and not 0 <= segment["lead_in"] < segment["index"]:
        yield "lead_in is no earlier segment"
    if (segment["kind"] == "bullet") != (segment["list"] is not None):
        yield "a list number without a bullet, or a bullet without one"
    for mention in segment["mentions"]:
        if text[mention["start"] : mention["end"]] != mention["text"]:
            yield f"mention {mention['actor_id']}: text is not articles.text[start:end]"
        if not segment["start"] <= mention["start"] < mention["end"] <= segment["end"]:
            yield f"mention {mention['actor_id']} is outside its segment"
    for span in segment["quotes"]:
        if not segment["start"] <= span["start"] < span["end"] <= segment["end"]:
            yield "a quote outside its segment"
    for act in segment["acts"]:
        start, end = act["cue_start"], act["cue_end"]
        if start is not None and not segment["start"] <= start < end <= segment["end"]:
            yield "an act whose cue is outside its segment"
        if start is None and not (act["inherited"] and segment["lead_in"] is not None):
            yield "an act without a cue that inherits nothing"
    named = list(dict.fromkeys(mention["principal"] for mention in segment["mentions"]))
    if segment["principals"] != named:
        yield "principals are not those of the mentions, in order"


def _parse(
    line: bytes, table: str, validate: Callable[[Row], object], manifest: Mapping[str, Any]
) -> Row:
    """A row; ValueError for what is at fault with it by itself."""
    if len(line) > RECORD_LIMIT:
        raise ValueError(f"{len(line)} bytes, over {RECORD_LIMIT}")
    row: Row = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    validate(row)  # its exceptions are ValueErrors
    if list(row) != [field.name for field in dataclasses.fields(TABLES[table])]:
        raise ValueError("keys are not in schema order")
    if row["run_id"] != manifest["run_id"]:
        raise ValueError("another run's id")
    if _UNLOADABLE.search(line):
        raise ValueError("a NUL or a lone surrogate")
    return row


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _digest(path: str) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        while block := file.read(1 << 20):
            size += len(block)
            digest.update(block)
    return size, digest.hexdigest()
