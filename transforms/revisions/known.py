"""What earlier runs have seen, as the ledger keeps it: rows of `sightings` and files read."""

from __future__ import annotations

import array
import bisect
import dataclasses
import hashlib
import json
from collections.abc import Iterator, Sequence

from transforms.parts import unpacked
from transforms.records import Sightings


@dataclasses.dataclass(frozen=True)
class KnownPart:
    """A file of the ledger: rows in order of article and revision, from one id to another."""

    path: str
    first: str
    last: str


@dataclasses.dataclass(frozen=True)
class Known:
    """What a run builds on, none of it by default.

    texts: parts in order of their ids. inputs: files with a line for each file that was read.
    distrusted: ids that stand for more than one story.
    """

    texts: tuple[KnownPart, ...] = ()
    inputs: tuple[str, ...] = ()
    distrusted: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """A file that was read, as the manifest lists it; sha256 is None where it was unreadable.

    modified: seconds since the epoch, as the file system says; None for a member of a container.
    members: how many files a container gave; None for what is none.
    """

    uri: str
    bytes: int
    sha256: str | None
    modified: float | None = None
    members: int | None = None


class KnownFiles:
    """The files that earlier runs have read, as hashes: 16 bytes a file."""

    def __init__(self, paths: Sequence[str]) -> None:
        hashes = array.array("Q")
        for path in paths:
            for line in read_lines(path):
                known = Input(**json.loads(line))
                if known.modified is not None:
                    hashes.append(_hash(known.uri, known.bytes, known.modified))
                hashes.append(_hash(known.uri, known.sha256))
        self._hashes = array.array("Q", sorted(hashes))

    def _has(self, hashed: int) -> bool:
        place = bisect.bisect_left(self._hashes, hashed)
        return place < len(self._hashes) and self._hashes[place] == hashed

    def looks_known(self, uri: str, size: int, modified: float) -> bool:
        """Whether a file is as it was when it was read, as far as one sees without reading it."""
        return bool(self._hashes) and self._has(_hash(uri, size, modified))

    def is_known(self, uri: str, sha256: str | None) -> bool:
        """Whether a file with this content has been read."""
        return bool(self._hashes) and self._has(_hash(uri, sha256))


def _hash(*parts: object) -> int:
    text = json.dumps(parts)
    return int.from_bytes(hashlib.blake2b(text.encode("ascii"), digest_size=8).digest(), "big")


def read_lines(path: str) -> Iterator[bytes]:
    """The lines of a file of JSON, plain or compressed by its suffix."""
    with unpacked(path) as file:
        yield from file


def read_known(parts: Sequence[KnownPart], first: str, behind: str) -> Iterator[Sightings]:
    """The rows of all ids from `first` up to `behind`, in order of article and revision."""
    for part in parts:
        if part.last < first or part.first >= behind:
            continue
        for line in read_lines(part.path):
            row = Sightings(**json.loads(line))
            if first <= row.article_id < behind:
                yield row
