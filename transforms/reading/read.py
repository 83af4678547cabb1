"""Find the input's files, read each once, and tell where in the input each article was seen.

What was read is kept in scratch files of the staging folder, one a bundle, and only positions go
on: the stage that writes the shards comes back for the entries it needs. Parsing is most
of the work where entries are short, and is not done twice; a shuffle of bodies would cost several
times their size in memory.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import uuid
from collections.abc import Collection, Iterator
from typing import Any

import apache_beam as beam
from apache_beam.io.fileio import EmptyMatchTreatment, MatchAll
from apache_beam.io.filesystem import BeamIOError, CompressionTypes, FileMetadata
from apache_beam.io.filesystems import FileSystems

from transforms.progress import Progress, Tally
from transforms.reading.parse import FILE_LIMIT, read_file, reject
from transforms.records import Entry, NewsError, Reason, Reject, from_json, to_json
from transforms.revisions.dedupe import Sighting
from transforms.revisions.identity import article_id, closing_hashes, content_hash

SIGHTINGS = "sightings"
FILES = "files"


@dataclasses.dataclass(frozen=True)
class ScannedFile:
    """A file that was read, and where in the scratch its entries and rejects lie.

    bytes and sha256 are of the file as it lies there, still compressed; sha256 is None where it
    could not be read. scratch_start and scratch_bytes count bytes; each line there is the JSON of
    one entry or reject, in the order of the file.
    """

    uri: str
    bytes: int
    sha256: str | None
    entries: int
    rejects: int
    scratch: str
    scratch_start: int
    scratch_bytes: int


def expand_pattern(pattern: str) -> list[str]:
    """The patterns that Beam needs for what users mean: `**/` also matches no folder at all.

    >>> expand_pattern("archive/**/*.xml")
    ['archive/**/*.xml', 'archive/*.xml']
    """
    if pattern.endswith("/"):
        pattern += "**"
    return list(dict.fromkeys((pattern, pattern.replace("**/", ""))))


def read_bytes(uri: str) -> bytes:
    """A file as it lies there.

    Raises:
        NewsError: UNREADABLE, or TOO_LARGE over FILE_LIMIT.
    """
    try:
        with FileSystems.open(uri, compression_type=CompressionTypes.UNCOMPRESSED) as file:
            data: bytes = file.read(FILE_LIMIT + 1)
    except (OSError, BeamIOError) as error:
        raise NewsError(Reason.UNREADABLE, str(error)[:200]) from error
    if len(data) > FILE_LIMIT:
        raise NewsError(Reason.TOO_LARGE, f"over {FILE_LIMIT} bytes")
    return data


@dataclasses.dataclass
class FindFiles(beam.PTransform):
    """Glob patterns to the URIs of all files that match one, each once, spread over the workers."""

    def expand(self, patterns: beam.PCollection[str]) -> beam.PCollection[str]:
        return (
            patterns
            | "Match" >> MatchAll(EmptyMatchTreatment.ALLOW)
            | "Path" >> beam.Map(_path)
            | "Distinct" >> beam.Distinct()
        )


def _path(file: FileMetadata) -> str:
    path: str = file.path
    return path


@dataclasses.dataclass
class ScanFiles(beam.PTransform):
    """URIs to `sightings`, (article_id, Sighting) for each entry, and `files`, ScannedFile.

    scratch: a folder that all workers reach. Counters: in-files, out-entries, rejects.
    """

    scratch: str
    progress: Progress = Progress()

    def expand(self, uris: beam.PCollection[str]) -> beam.pvalue.DoOutputsTuple:
        return uris | "ScanFile" >> beam.ParDo(_ScanFile(self.scratch, self.progress)).with_outputs(
            SIGHTINGS, FILES
        )


class _ScanFile(beam.DoFn):
    def __init__(self, scratch: str, progress: Progress) -> None:
        self._folder = scratch
        self._progress = progress

    def setup(self) -> None:
        self._tally = Tally(self._progress)

    def start_bundle(self) -> None:
        # a name of its own for each attempt: a repeated bundle never writes over another
        self._path = FileSystems.join(self._folder, uuid.uuid4().hex)
        self._file: Any = None
        self._position = 0

    def process(self, uri: str) -> Iterator[beam.pvalue.TaggedOutput]:
        data, digest, found = b"", None, []
        try:
            data = read_bytes(uri)
            digest = hashlib.sha256(data).hexdigest()
            found = list(read_file(data, uri))
        except NewsError as error:
            found = [reject("read", uri, None, error, "")]
        entries = [item for item in found if isinstance(item, Entry)]
        block = "".join(f"{to_json(item)}\n" for item in found).encode("utf-8")
        for entry in entries:
            sighting = Sighting(
                content_hash(entry),
                entry.snapshot,
                uri,
                entry.index,
                len(entry.text),
                closing_hashes(entry),
            )
            yield beam.pvalue.TaggedOutput(SIGHTINGS, (article_id(entry), sighting))
        yield beam.pvalue.TaggedOutput(
            FILES,
            ScannedFile(
                uri=uri,
                bytes=len(data),
                sha256=digest,
                entries=len(entries),
                rejects=len(found) - len(entries),
                scratch=self._path,
                scratch_start=self._position,
                scratch_bytes=len(block),
            ),
        )
        self._keep(block)
        self._count(len(entries), len(found) - len(entries))

    def _keep(self, block: bytes) -> None:
        if self._file is None:
            self._file = FileSystems.create(
                self._path, compression_type=CompressionTypes.UNCOMPRESSED
            )
        self._file.write(block)
        self._position += len(block)

    def _count(self, entries: int, rejects: int) -> None:
        beam.metrics.Metrics.counter(ScanFiles, "in-files").inc()
        beam.metrics.Metrics.counter(ScanFiles, "out-entries").inc(entries)
        beam.metrics.Metrics.counter(ScanFiles, "rejects").inc(rejects)
        self._tally.add("files")

    def finish_bundle(self) -> None:
        if self._file is not None:
            self._file.close()
        self._tally.flush()


class Scratch:
    """Comes back for what was read; the scratch file that was used last stays open."""

    def __init__(self) -> None:
        self._path, self._open = "", contextlib.ExitStack()
        self._file: Any = None

    def read(self, file: ScannedFile, wanted: Collection[int]) -> Iterator[Entry | Reject]:
        """What a file gave, in its order: its rejects, and the entries whose index is wanted."""
        if self._path != file.scratch:
            self.close()
            kind = CompressionTypes.UNCOMPRESSED
            self._file = self._open.enter_context(
                FileSystems.open(file.scratch, compression_type=kind)
            )
            self._path = file.scratch
        self._file.seek(file.scratch_start)
        block: bytes = self._file.read(file.scratch_bytes)
        for index, line in enumerate(block.decode("utf-8").split("\n")[:-1]):
            if index in wanted or file.rejects:
                item = from_json(line)
                if isinstance(item, Reject) or item.index in wanted:
                    yield item

    def close(self) -> None:
        """Close the file that is open."""
        self._open.close()
        self._path = ""
