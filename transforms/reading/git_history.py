"""Every version of every file that a git repository ever had, through the `git` program.

Nothing is checked out, no hook, filter or helper of the repository runs, and nothing is fetched: a
repository may be a stranger's.
"""

from __future__ import annotations

import contextlib
import datetime
import fnmatch
import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO

from transforms.reading.containers import MOST_MEMBERS, SEPARATOR, Member
from transforms.reading.parse import FILE_LIMIT
from transforms.records import NewsError, Reason
from transforms.text import readable

SCHEME = "git+file://"
_REGULAR = ("100644", "100755")
_SAFE = (
    "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c log.showSignature=false "
    "-c core.pager=cat -c protocol.allow=never"
).split()
_COMMIT = re.compile(rb"\x01(\d+)\x00?\n?")


def is_history(uri: str) -> bool:
    """Whether an input is a git repository: `git+file:///path`, or with `!` and a file pattern.

    >>> is_history("git+file:///srv/feeds!bbc/*.xml")
    True
    """
    return uri.startswith(SCHEME)


def refs_digest(uri: str) -> int:
    """What the branches and tags of a repository point to, as one number.

    Raises:
        NewsError: UNREADABLE where it is no repository that git opens.
    """
    with _git(uri, "for-each-ref", "--format=%(objectname) %(refname)") as output:
        return int.from_bytes(hashlib.sha256(output.read()).digest()[:7], "big")


def read_history(uri: str) -> Iterator[Member]:
    """Each version of each file once, the oldest first, with the time of its commit.

    Raises:
        NewsError: UNREADABLE or TOO_MANY_MEMBERS, behind what could be read.
    """
    repository, _, pattern = uri.removeprefix(SCHEME).partition(SEPARATOR)
    with _batch(repository) as ask:
        for made, path, blob in _versions(uri, pattern or "*"):
            snapshot = datetime.datetime.fromtimestamp(made, datetime.timezone.utc)
            name = readable(f"{SCHEME}{repository}{SEPARATOR}{path}@{blob}")
            data = ask(blob)
            error = None
            if data is None:
                error = NewsError(Reason.TOO_LARGE, f"over {FILE_LIMIT} bytes")
            yield Member(name, data or b"", snapshot.strftime("%Y-%m-%dT%H:%M:%SZ"), error)


def _versions(uri: str, pattern: str) -> Iterator[tuple[int, str, str]]:
    """Commit time, path and blob of each version; one that comes back later is the same one."""
    seen: set[bytes] = set()
    arguments = (
        "log --exclude=refs/stash --exclude=refs/notes/* --all --date-order --reverse -m --root "
        "--raw -z --no-renames --no-abbrev --no-ext-diff --no-textconv --no-show-signature "
        "--format=%x01%ct"
    ).split()
    made = 0
    with _git(uri, *arguments) as output:
        fields = _split(output)
        for field in fields:
            commit = _COMMIT.match(field)
            if commit:
                made = int(commit[1])
                field = field[commit.end() :]
            if not field.lstrip(b"\n").startswith(b":"):
                continue
            _, mode, _, blob, _ = field.lstrip(b"\n").decode("ascii").split(" ")
            path = os.fsdecode(next(fields))
            if mode not in _REGULAR or not fnmatch.fnmatchcase(path, pattern):
                continue
            known = hashlib.blake2b(f"{blob}{path}".encode("utf-8", "replace"), digest_size=12)
            if known.digest() in seen:
                continue
            if len(seen) >= MOST_MEMBERS:
                raise NewsError(Reason.TOO_MANY_MEMBERS, f"over {MOST_MEMBERS}")
            seen.add(known.digest())
            yield made, path, blob


def _split(output: IO[bytes]) -> Iterator[bytes]:
    """What NUL parts, and each commit's line for itself."""
    waiting = b""
    while block := output.read(1 << 16):
        *whole, waiting = (waiting + block).split(b"\0")
        yield from whole
    if waiting.strip():
        yield waiting


def _command(repository: str, arguments: Sequence[str]) -> list[str]:
    return ["git", *_SAFE, "-C", repository, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }


@contextlib.contextmanager
def _git(uri: str, *arguments: str) -> Iterator[IO[bytes]]:
    """The output of a git command over a repository."""
    repository = uri.removeprefix(SCHEME).partition(SEPARATOR)[0]
    told = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell
            _command(repository, arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=told,
            env=_environment(),
        )
    except OSError as error:
        raise NewsError(Reason.UNREADABLE, f"git: {error}"[:200]) from error
    with told, process:
        assert process.stdout  # noqa: S101 - PIPE
        try:
            yield process.stdout
        except BaseException:
            process.kill()
            raise
        if process.wait():
            told.seek(0)
            fault = told.read(2_000).decode("utf-8", "replace").strip()
            raise NewsError(Reason.UNREADABLE, f"git: {fault}"[:200])


class _Blobs:
    """A `git cat-file --batch` that is asked for one blob after the other."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin  # noqa: S101 - PIPE
        assert process.stdout  # noqa: S101
        self._ask, self._answer = process.stdin, process.stdout

    def __call__(self, blob: str) -> bytes | None:
        """A blob's bytes; None for one over FILE_LIMIT.

        Raises:
            NewsError: UNREADABLE for one that is not there.
        """
        try:
            self._ask.write(blob.encode("ascii") + b"\n")
            self._ask.flush()
        except OSError as error:
            raise NewsError(Reason.UNREADABLE, f"git cat-file: {error}") from error
        told = self._answer.readline().split()
        if len(told) != 3 or told[1] != b"blob":
            raise NewsError(Reason.UNREADABLE, f"git: {blob} is missing or damaged")
        size = int(told[2])
        if size <= FILE_LIMIT:
            data = self._answer.read(size + 1)
            if len(data) <= size:
                raise NewsError(Reason.UNREADABLE, f"git: {blob} ends early")
            return data[:-1]
        left = size + 1
        while left and (block := self._answer.read(min(left, 1 << 20))):
            left -= len(block)
        return None


@contextlib.contextmanager
def _batch(repository: str) -> Iterator[_Blobs]:
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell
            _command(repository, ["cat-file", "--batch"]),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise NewsError(Reason.UNREADABLE, f"git: {error}"[:200]) from error
    with process:
        try:
            yield _Blobs(process)
        finally:
            process.kill()
