"""`communique verify OUT`: is a finished output what its manifests and the contract say?

Reads each shard once and holds one article at a time: segments follow their article in order.
"""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import io
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import fastjsonschema
import zstandard
from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from pipeline import files
from pipeline.runs import read_manifests
from transforms.records import RECORD_LIMIT, TABLES, Reason
from transforms.schema import FOLDER
from transforms.text import fold

MOST_FAULTS = 10


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
    checks = [_Check(output, manifest) for _, manifest in sorted(manifests.items())]
    found = itertools.chain.from_iterable(check.faults() for check in checks)
    faults = tuple(itertools.islice(found, MOST_FAULTS))
    return Report(len(manifests), sum(check.rows for check in checks), faults)


class _Check:
    """The check of one run."""

    def __init__(self, output: str, manifest: Mapping[str, Any]) -> None:
        self._output, self._manifest = output, manifest
        self._where = f"run {manifest['run_id']}"
        self.rows = 0

    def faults(self) -> Iterator[str]:
        """One line for each fault, as they are met."""
        yield from self._files()
        try:
            yield from self._articles()
            yield from self._rejects()
        except (*files.ERRORS, EOFError, ValueError, zstandard.ZstdError) as error:
            yield f"{self._where}: cannot be read to its end: {error}"
        yield from self._counts()

    def _files(self) -> Iterator[str]:
        """Shards that are missing, changed, or that no manifest names."""
        for table, parts in self._manifest["tables"].items():
            for part in parts:
                try:
                    size, digest = _digest(files.join(self._output, part["path"]))
                except files.ERRORS as error:
                    yield f"{part['path']}: {error}"
                    continue
                if size != part["bytes"] or digest != part["sha256"]:
                    yield f"{part['path']}: bytes or sha256 are not the manifest's"
            folder = f"{table}/run={self._manifest['run_id']}"
            named = {part["path"].rpartition("/")[2] for part in parts}
            for path in files.listing(files.join(self._output, folder)):
                if path.rpartition("/")[2] not in named:
                    yield f"{folder}: {path.rpartition('/')[2]} is in no manifest"

    def _table(self, table: str) -> Iterator[tuple[str, dict[str, Any] | str]]:
        """Where each row stands, and the row or its fault."""
        validate = _validator(table)
        keys = [field.name for field in dataclasses.fields(TABLES[table])]
        for part in self._manifest["tables"][table]:
            count = 0
            for count, line in enumerate(_lines(files.join(self._output, part["path"])), 1):
                self.rows += 1
                yield f"{part['path']}:{count}", _parse(line, keys, validate, self._manifest)
            if count != part["rows"]:
                yield part["path"], f"{count} rows, {part['rows']} in the manifest"

    def _articles(self) -> Iterator[str]:
        segments = _Pushback(self._table("segments"))
        seen: set[bytes] = set()
        for where, article in self._table("articles"):
            if isinstance(article, str):
                yield f"{where}: {article}"
                continue
            key = hashlib.sha256(f"{article['article_id']}-{article['revision']}".encode())
            if key.digest()[:8] in seen:
                yield f"{where}: a second row of this article and revision"
            seen.add(key.digest()[:8])
            for place, segment in segments.of(article):
                fault = segment if isinstance(segment, str) else None
                yield from (f"{place}: {fault}" for fault in filter(None, [fault]))
                if not isinstance(segment, str):
                    yield from (f"{place}: {f}" for f in segment_faults(article, segment))
            if segments.count == 0:
                yield f"{where}: an article without segments"
        for place, segment in segments.rest():
            fault = segment if isinstance(segment, str) else "its article is not in the run"
            yield f"{place}: {fault}"

    def _rejects(self) -> Iterator[str]:
        reasons: dict[str, int] = {}
        for where, row in self._table("rejects"):
            if isinstance(row, str):
                yield f"{where}: {row}"
            else:
                reasons[row["reason"]] = reasons.get(row["reason"], 0) + 1
        if reasons != self._manifest["counts"]["rejected_by_reason"]:
            yield f"{self._where}: rejects by reason are not the manifest's"

    def _counts(self) -> Iterator[str]:
        counts, tables = self._manifest["counts"], self._manifest["tables"]
        if counts["read"] != counts["revisions"] + counts["duplicates"] + counts["rejected"]:
            yield f"{self._where}: read is not revisions + duplicates + rejected"
        if sum(part["rows"] for part in tables["articles"]) != counts["revisions"]:
            yield f"{self._where}: rows of articles are not the manifest's revisions"
        if len(self._manifest["inputs"]) != counts["files"]:
            yield f"{self._where}: inputs are not as many as files"
        cut = counts["rejected_by_reason"].get(Reason.TEXT_CUT.value, 0)
        if sum(counts["rejected_by_reason"].values()) != counts["rejected"] + cut:
            yield f"{self._where}: rejected is not the sum of its reasons"


class _Pushback:
    """Segments in the order of their articles."""

    def __init__(self, rows: Iterator[tuple[str, dict[str, Any] | str]]) -> None:
        self._rows, self._next = rows, next(rows, None)
        self.count = 0

    def of(self, article: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any] | str]]:
        """The next segments, as long as they are this article's; faults come with them."""
        self.count = 0
        while self._next is not None:
            row = self._next[1]
            if not isinstance(row, str):
                if any(row[key] != article[key] for key in ("article_id", "revision")):
                    return
                self.count += 1
            yield self._next
            self._next = next(self._rows, None)

    def rest(self) -> Iterator[tuple[str, dict[str, Any] | str]]:
        """All that no article took."""
        if self._next is not None:
            yield self._next
        yield from self._rows


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
    named = list(dict.fromkeys(mention["principal"] for mention in segment["mentions"]))
    if segment["principals"] != named:
        yield "principals are not those of the mentions, in order"


def _parse(
    line: bytes,
    keys: list[str],
    validate: Callable[[Any], Any],
    manifest: Mapping[str, Any],
) -> dict[str, Any] | str:
    """A row, or its fault."""
    if len(line) > RECORD_LIMIT:
        return f"{len(line)} bytes, over {RECORD_LIMIT}"
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_no_number)
        validate(row)
    except fastjsonschema.JsonSchemaValueException as error:
        return str(error.message)
    except ValueError as error:
        return f"no JSON: {error}"
    if list(row) != keys:
        return "keys are not in schema order"
    if row["run_id"] != manifest["run_id"]:
        return "another run's id"
    if b"\\u0000" in line and "\0" in json.dumps(row, ensure_ascii=False):
        return "a NUL"
    found: dict[str, Any] = row
    return found


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _validator(table: str) -> Callable[[Any], Any]:
    schema = json.loads((FOLDER / f"{table}.schema.json").read_text(encoding="utf-8"))
    validate: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return validate


def _digest(path: str) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        while block := file.read(1 << 20):
            size += len(block)
            digest.update(block)
    return size, digest.hexdigest()


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a shard without their ends."""
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        unpacked: Any = file
        if path.endswith(".gz"):
            unpacked = gzip.GzipFile(fileobj=file)
        elif path.endswith(".zst"):
            reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
            unpacked = io.BufferedReader(reader)
        for line in unpacked:
            yield line.rstrip(b"\n")
