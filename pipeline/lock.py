"""One run at a time in an output folder: the second refuses."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
import uuid
from collections.abc import Iterator

from pipeline import files
from pipeline.settings import UsageError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_LEASE = 600.0
"""Seconds after which a lock in an object store counts as that of a dead run."""
_RENEWED = 60.0


@contextlib.contextmanager
def locked(output: str) -> Iterator[None]:
    """Holds the output folder for as long as the block runs.

    On a disk the system frees the lock of a process that dies, however it dies. An object store
    has no such locks: there it is an object that is renewed each minute, and one that was not for
    ten minutes is a dead run's.

    Raises:
        UsageError: where another run holds it.
        OSError, BeamIOError: where the folder cannot be written.
    """
    held = _file_lock if files.is_local(output) and fcntl else _lease
    with held(files.join(output, "_staging", "lock"), output):
        yield


def _refusal(output: str) -> UsageError:
    return UsageError(f"another run is at work in {output}")


@contextlib.contextmanager
def _file_lock(path: str, output: str) -> Iterator[None]:
    while True:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # its last holder takes the file away: is it still the one that others will find?
            if os.stat(path).st_ino == os.fstat(descriptor).st_ino:
                break
        except FileNotFoundError:
            pass
        except BlockingIOError as error:
            os.close(descriptor)
            raise _refusal(output) from error
        os.close(descriptor)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)
            os.rmdir(os.path.dirname(path))
        os.close(descriptor)


@contextlib.contextmanager
def _lease(path: str, output: str) -> Iterator[None]:
    owner = uuid.uuid4().hex
    if _age(path) < _LEASE:
        raise _refusal(output)
    _renew(path, owner)
    if json.loads(files.read_text(path))["owner"] != owner:  # two came at once
        raise _refusal(output)
    done = threading.Event()

    def renew() -> None:
        while not done.wait(_RENEWED):
            with contextlib.suppress(*files.ERRORS):
                _renew(path, owner)

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        with contextlib.suppress(*files.ERRORS):
            files.remove(path)


def _renew(path: str, owner: str) -> None:
    files.write_whole(path, json.dumps({"owner": owner, "time": time.time()}).encode())


def _age(path: str) -> float:
    if not files.exists(path):
        return float("inf")
    try:
        stated: float = json.loads(files.read_text(path))["time"]
    except (ValueError, KeyError, *files.ERRORS):
        return 0.0
    return time.time() - stated
