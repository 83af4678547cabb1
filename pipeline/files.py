"""What a run does with files and folders, on any Beam file system."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence

from apache_beam.io.filesystem import BeamIOError, CompressionTypes, FileMetadata, MatchResult
from apache_beam.io.filesystems import FileSystems

ERRORS = (OSError, BeamIOError)
"""What Beam's file systems raise."""


def is_local(path: str) -> bool:
    """Whether a path is on this machine's disk, where a folder can be renamed as a whole."""
    return FileSystems.get_scheme(path) is None


def join(*parts: str) -> str:
    """The parts as one path of the first part's file system."""
    path: str = FileSystems.join(*parts)
    return path


def match(patterns: Sequence[str]) -> Iterator[FileMetadata]:
    """Every file that matches one of the patterns; one that matches two may come twice."""
    results: list[MatchResult] = FileSystems.match(list(patterns))
    return (file for result in results for file in result.metadata_list)


def listing(folder: str) -> list[str]:
    """The files in a folder and below, in order; none where it does not exist."""
    try:
        return sorted({file.path for file in match([join(folder, "**")])})
    except ERRORS:
        return []


def exists(path: str) -> bool:
    """Whether there is a file or folder."""
    there: bool = FileSystems.exists(path)
    return there


def read_text(path: str) -> str:
    """A small file's text."""
    with FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
        data: bytes = file.read()
    return data.decode("utf-8")


def write_whole(path: str, data: bytes) -> None:
    """A file that is there with all of its bytes or not at all, and then replaces another."""
    if not is_local(path):  # an object appears when it is closed
        with FileSystems.create(path, compression_type=CompressionTypes.UNCOMPRESSED) as file:
            file.write(data)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    fresh = f"{path}.new"
    with open(fresh, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def make_folder(path: str) -> None:
    """The folder, with those above it; that it exists is no error."""
    if is_local(path):
        os.makedirs(path, exist_ok=True)
    elif not exists(path):
        FileSystems.mkdirs(path)


def remove(path: str) -> None:
    """A file or a folder with all that is in it; that it is gone already is no error."""
    if exists(path):
        FileSystems.delete([path])


def remove_if_empty(folder: str) -> None:
    """A folder that holds nothing; object stores have none such."""
    if is_local(folder):
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def move_file(source: str, target: str) -> None:
    """A file to a name that does not exist yet."""
    FileSystems.rename([source], [target])


def move_folder(source: str, target: str) -> None:
    """All files of a folder to another that does not exist yet; at once where that can be."""
    if is_local(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.rename(source, target)
        return
    files = listing(source)
    moved = [target + path[len(source) :] for path in files]
    if files:
        FileSystems.rename(files, moved)
