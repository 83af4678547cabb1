"""Which files a run reads: matched once, listed in the staging folder for the workers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from apache_beam.io.filesystem import CompressionTypes
from apache_beam.io.filesystems import FileSystems

from pipeline import files
from pipeline.settings import Settings, UsageError
from transforms.reading.git_history import is_history, refs_digest
from transforms.reading.read import Found, expand_pattern
from transforms.records import NewsError
from transforms.revisions.known import KnownFiles
from transforms.text import readable

_LISTS = 64
"""Lists that the input is parted in, as long as each has a file; the workers take a list each."""
_LONGEST_LIST = 1_000


def find_input(settings: Settings) -> list[Found]:
    """Every file of the input once, in order.

    Raises:
        UsageError: where there is none, or a pattern's file system is not to be had.
    """
    found: dict[str, Found] = {}
    for pattern in settings.inputs:
        try:
            matched = _match(pattern)
        except (ValueError, NewsError, *files.ERRORS) as error:
            told = error.detail if isinstance(error, NewsError) else error
            raise UsageError(f"--input {pattern}: {told}") from error
        if not matched:
            raise UsageError(f"--input {pattern}: no file matches")
        found |= {file.uri: file for file in matched}
    return [found[uri] for uri in sorted(found)]


def _match(pattern: str) -> list[Found]:
    if is_history(pattern):
        return [Found(pattern, refs_digest(pattern), 0.0)]
    return [
        Found(file.path, file.size_in_bytes, file.last_updated_in_seconds)
        for file in files.match(expand_pattern(pattern))
    ]


def not_yet_read(found: Iterable[Found], lists: Sequence[str]) -> list[Found]:
    """The files that earlier runs have not read, as their lists in the ledger tell."""
    known = KnownFiles(lists)
    return [
        file
        for file in found
        if not known.looks_known(readable(file.uri), file.bytes, file.modified)
    ]


def write_lists(found: Sequence[Found], folder: str) -> list[str]:
    """The files' names as lists for the workers; the paths of these."""
    length = max(1, min(_LONGEST_LIST, len(found) // _LISTS))
    paths = []
    for start in range(0, len(found), length):
        path = files.join(folder, f"{start:09d}.jsonl")
        rows = ([file.uri, file.bytes, file.modified] for file in found[start : start + length])
        files.write_whole(path, "".join(f"{json.dumps(row)}\n" for row in rows).encode("ascii"))
        paths.append(path)
    return paths


def is_same_input(found: Sequence[Found], manifest: Mapping[str, Any]) -> bool:
    """Whether a run has read these files and no others, as they are now.

    A file that is newer than the one that was read is read and compared by its checksum.
    """
    read = {row["uri"]: row for row in manifest["inputs"] if row.get("modified") is not None}
    return read.keys() == {readable(file.uri) for file in found} and all(
        _is_same(file, read[readable(file.uri)]) for file in found
    )


def _is_same(file: Found, row: Mapping[str, Any]) -> bool:
    if file.bytes != row["bytes"]:
        return False
    untouched: bool = file.modified == row["modified"]
    return untouched or _sha256(file.uri) == row["sha256"]


def _sha256(uri: str) -> str | None:
    digest = hashlib.sha256()
    try:
        with FileSystems.open(uri, compression_type=CompressionTypes.UNCOMPRESSED) as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except files.ERRORS:
        return None
    return digest.hexdigest()
