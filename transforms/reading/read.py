"""Read each file of the input once, and tell where in the input each article was seen.

What was read is kept in scratch files of the staging folder, one a bundle, and only positions go
on: the stage that writes the shards comes back for the entries it needs. Parsing is most
of the work where entries are short, and is not done twice; a shuffle of bodies would cost several
times their size in memory.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

import apache_beam as beam
from apache_beam.io.filesystem import BeamIOError, CompressionTypes
from apache_beam.io.filesystems import FileSystems
from apache_beam.utils.windowed_value import WindowedValue

from transforms.progress import Progress, Tally
from transforms.reading.containers import Member, container_kind, read_members
from transforms.reading.git_history import is_history, read_history
from transforms.reading.parse import FILE_LIMIT, read_file, reject
from transforms.reading.scratch import ScannedFile
from transforms.reading.streams import Tap
from transforms.records import Entry, NewsError, Reason, Reject, to_json
from transforms.revisions.chunks import ChunkWriter
from transforms.revisions.known import Input, KnownFiles
from transforms.text import readable

CHUNKS = "chunks"
FILES = "files"
_Found = list[Entry | Reject]


class InputChangedError(Exception):
    """A file of the input is not what it was when the run began; the run must fail."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A file of the input as the run found it; modified: seconds since the epoch."""

    uri: str
    bytes: int
    modified: float


def expand_pattern(pattern: str) -> list[str]:
    """The patterns that Beam needs for what users mean: `**/` also matches no folder at all.

    >>> expand_pattern("archive/**/*.xml")
    ['archive/**/*.xml', 'archive/*.xml']
    """
    if pattern.endswith("/"):
        pattern += "**"
    return list(dict.fromkeys((pattern, pattern.replace("**/", ""))))


@dataclasses.dataclass
class ReadLists(beam.PTransform):
    """Paths of lists to the files that they name, `Found`, spread over the workers list by list."""

    def expand(self, lists: beam.PCollection[str]) -> beam.PCollection[Found]:
        return lists | "Spread" >> beam.Reshuffle() | "ReadList" >> beam.FlatMap(_read_list)


def _read_list(path: str) -> Iterator[Found]:
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        for line in file.read().split(b"\n")[:-1]:
            yield Found(*json.loads(line))


@dataclasses.dataclass
class ScanFiles(beam.PTransform):
    """Files to `chunks`, Chunk of sightings, and `files`, ScannedFile, members of containers too.

    scratch: a folder that all workers reach. known: lists of the files that earlier runs have
    read; these give nothing again. Counters: in-files, out-entries, rejects.
    """

    scratch: str
    progress: Progress = Progress()
    known: Sequence[str] = ()

    def expand(self, found: beam.PCollection[Found]) -> beam.pvalue.DoOutputsTuple:
        scan = _ScanFile(self.scratch, self.progress, self.known)
        return found | "ScanFile" >> beam.ParDo(scan).with_outputs(CHUNKS, FILES)


class _ScanFile(beam.DoFn):
    def __init__(self, scratch: str, progress: Progress, known: Sequence[str]) -> None:
        self._folder = scratch
        self._progress = progress
        self._known_paths = known

    def setup(self) -> None:
        self._tally = Tally(self._progress)
        self._known = KnownFiles(self._known_paths)

    def start_bundle(self) -> None:
        # a name of its own for each attempt: a repeated bundle never writes over another
        self._path = FileSystems.join(self._folder, uuid.uuid4().hex)
        self._file: Any = None
        self._position = 0
        self._chunks = ChunkWriter(self._folder)

    def process(self, found: Found) -> Iterator[beam.pvalue.TaggedOutput]:
        try:
            yield from self._scan(found)
        except Exception:  # the run fails
            if self._file is not None:
                self._file.close()
            raise

    def _scan(self, found: Found) -> Iterator[beam.pvalue.TaggedOutput]:
        for read, items in self._read(found):
            for item in items:
                if isinstance(item, Entry):
                    self._chunks.add(item)
            yield beam.pvalue.TaggedOutput(FILES, self._keep(read, items))
            if self._chunks.full:
                for chunk in self._chunks.write():
                    yield beam.pvalue.TaggedOutput(CHUNKS, chunk)
        self._tally.add("files")

    def _read(self, found: Found) -> Iterator[tuple[Input, _Found]]:
        """Each file and what is in it: of a container, its members, and itself at the end."""
        uri = readable(found.uri)  # no row holds a lone surrogate, and names of files may
        told = Input(uri, found.bytes, None, found.modified)
        if is_history(found.uri):
            yield from self._members(read_history(found.uri), told, None)
            return
        try:
            with _opened(found.uri) as raw:
                tap = Tap(raw)
                kind = container_kind(tap.head)
                if kind:
                    yield from self._members(read_members(kind, tap, raw, uri), told, tap)
                    check_unchanged(found, tap.size)
                    return
                data = tap.whole(FILE_LIMIT)
        except NewsError as error:
            yield told, [reject("read", uri, None, error, "")]
            return
        check_unchanged(found, len(data))
        sha256 = hashlib.sha256(data).hexdigest()
        again = self._known.is_known(uri, sha256)
        items = [] if again else list(read_file(data, uri))
        yield dataclasses.replace(told, sha256=sha256), items

    def _members(
        self, members: Iterator[Member], container: Input, tap: Tap | None
    ) -> Iterator[tuple[Input, _Found]]:
        count, faults = 0, []
        try:
            for member in members:
                count += 1
                sha256 = hashlib.sha256(member.data).hexdigest()
                if member.error:
                    items: _Found = [reject("read", member.uri, None, member.error, "")]
                elif self._known.is_known(member.uri, sha256):
                    continue
                else:
                    items = list(_stamped(read_file(member.data, member.uri), member.snapshot))
                yield Input(member.uri, len(member.data), sha256), items
        except NewsError as error:
            faults = [reject("read", container.uri, None, error, "")]
        digest = tap.rest() if tap else None
        yield dataclasses.replace(container, sha256=digest, members=count), list(faults)

    def _keep(self, read: Input, items: _Found) -> ScannedFile:
        block = "".join(f"{to_json(item)}\n" for item in items).encode("utf-8")
        if self._file is None:
            self._file = FileSystems.create(
                self._path, compression_type=CompressionTypes.UNCOMPRESSED
            )
        entries = sum(isinstance(item, Entry) for item in items)
        rejects = len(items) - entries
        start = self._position
        self._file.write(block)
        self._position += len(block)
        beam.metrics.Metrics.counter(ScanFiles, "in-files").inc(read.members is None)
        beam.metrics.Metrics.counter(ScanFiles, "out-entries").inc(entries)
        beam.metrics.Metrics.counter(ScanFiles, "rejects").inc(rejects)
        return ScannedFile(read, entries, rejects, self._path, start, len(block))

    def finish_bundle(self) -> Iterator[WindowedValue]:
        if self._file is not None:
            self._file.close()
        self._tally.flush()
        window = beam.transforms.window.GlobalWindow()
        for chunk in self._chunks.write():
            whole = WindowedValue(chunk, window.max_timestamp(), (window,))
            yield beam.pvalue.TaggedOutput(CHUNKS, whole)


def _stamped(items: Iterator[Entry | Reject], snapshot: str | None) -> Iterator[Entry | Reject]:
    for item in items:
        if snapshot and isinstance(item, Entry):
            yield dataclasses.replace(item, snapshot=snapshot)
        else:
            yield item


@contextlib.contextmanager
def _opened(uri: str) -> Iterator[Any]:
    """A file as it lies there.

    Raises:
        NewsError: UNREADABLE.
        InputChangedError: where it has gone.
    """
    try:
        file = FileSystems.open(uri, compression_type=CompressionTypes.UNCOMPRESSED)
    except (OSError, BeamIOError) as error:
        if not FileSystems.exists(uri):
            raise InputChangedError(f"{uri} was there when the run began, and is gone") from error
        raise NewsError(Reason.UNREADABLE, str(error)[:200]) from error
    with file:
        yield file


def check_unchanged(found: Found, size: int) -> None:
    """Nothing, if a file that was read is still the one that the run found.

    Raises:
        InputChangedError: otherwise.
    """
    now = found
    if FileSystems.get_scheme(found.uri) is None:  # an object store never changes an open object
        with contextlib.suppress(OSError, BeamIOError):
            told = FileSystems.get_filesystem(found.uri).metadata(found.uri)
            now = Found(found.uri, told.size_in_bytes, told.last_updated_in_seconds)
    if size != found.bytes or now != found:
        raise InputChangedError(f"{found.uri} changed while it was read")
