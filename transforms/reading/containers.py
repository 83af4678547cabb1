"""Archives of files: their members, one after the other, streamed and never written to disk.

A tar (also in gzip, bzip2, zstd or xz), a zip and a WARC are told by their first bytes, not by
name; git repositories are read by `git_history`. A member's address is that of its container, `!`
and its name; a name that comes again has `;2`, `;3` ... behind it.
"""

from __future__ import annotations

import collections
import dataclasses
import io
import re
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from transforms.reading.parse import FILE_LIMIT
from transforms.reading.streams import FAULTS, MAGIC, Bounded, Tap, check_expansion, unpacker
from transforms.records import NewsError, Reason
from transforms.text import readable

SEPARATOR = "!"
MOST_MEMBERS = 5_000_000
_HEADER_LIMIT = 1 << 20
"""Bytes of a tar's extended header, which tarfile reads as a whole."""
_BLOCK = 1 << 18
_DIRECTORY_END = b"PK\x05\x06"
_FAULTS = (*FAULTS, tarfile.TarError, zipfile.BadZipFile, NotImplementedError, ArchiveLoadFailed)


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """A file within a container: its address and its bytes, or why it cannot be read.

    snapshot: RFC 3339 UTC, when it was made, where the container says so.
    """

    uri: str
    data: bytes
    snapshot: str | None = None
    error: NewsError | None = None


def container_kind(head: bytes) -> str | None:
    """What a file is by its first bytes: tar, zip or warc; None where it is no container.

    >>> container_kind(b"WARC/1.1\\r\\n"), container_kind(b"<rss/>")
    ('warc', None)
    """
    if head.startswith((b"PK\x03\x04", _DIRECTORY_END)):
        return "zip"
    magic = MAGIC.match(head)
    if magic:
        try:
            head = cast(IO[bytes], unpacker(str(magic.lastgroup), io.BytesIO(head))).read(512)
        except _FAULTS:
            return None
    if head[257:262] == b"ustar":
        return "tar"
    return "warc" if head.startswith(b"WARC/") else None


def read_members(kind: str, tap: Tap, raw: Any, uri: str) -> Iterator[Member]:
    """The members of a container in their order.

    tap: its bytes from the first on. raw: the same, to be gone about in; a zip's list of members
    stands at its end.

    Raises:
        NewsError: BAD_CONTAINER, TOO_MANY_MEMBERS or EXPANDS_TOO_MUCH, behind the members that
            could be read.
    """
    seen: collections.Counter[str] = collections.Counter()
    try:
        for count, member in enumerate(_members(kind, tap, raw), 1):
            if count > MOST_MEMBERS:
                raise NewsError(Reason.TOO_MANY_MEMBERS, f"over {MOST_MEMBERS}")
            name = readable(member.uri)
            seen[name] += 1
            again = f";{seen[name]}" if seen[name] > 1 else ""
            yield dataclasses.replace(member, uri=f"{uri}{SEPARATOR}{name}{again}")
    except _FAULTS as error:
        raise NewsError(
            Reason.BAD_CONTAINER, f"{kind}: {error or type(error).__name__}"[:200]
        ) from (error)


def _members(kind: str, tap: Tap, raw: Any) -> Iterator[Member]:
    if kind == "zip":
        tap.rest()  # first, as the file is gone about in from here on
        return _of_zip(raw, tap.size)
    magic = MAGIC.match(tap.head)
    unpacked = unpacker(magic.lastgroup if magic else None, io.BufferedReader(tap, _BLOCK))
    bounded = Bounded(unpacked, tap)
    return _of_tar(bounded) if kind == "tar" else _of_warc(bounded)


class _Header(tarfile.TarInfo):
    """A member's header that tells what ended the tar: tarfile takes damage for its end."""

    ended: str | None = "no end"

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            archive.ended = (  # type: ignore[attr-defined]
                None if type(error).__name__ == "EOFHeaderError" else str(error)
            )
            raise

    def _proc_member(self, archive: tarfile.TarFile) -> Any:
        extended = self.type not in tarfile.SUPPORTED_TYPES or self.type in (
            tarfile.GNUTYPE_LONGNAME,
            tarfile.GNUTYPE_LONGLINK,
        )
        if extended and self.size > _HEADER_LIMIT:
            raise tarfile.ReadError(f"a header of {self.size} bytes")
        return super()._proc_member(archive)  # type: ignore[misc]


def _of_tar(bounded: Bounded) -> Iterator[Member]:
    stream = io.BufferedReader(bounded, _BLOCK)
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # it would keep them
            if not info.isreg():
                continue
            if info.size > FILE_LIMIT:
                yield _too_large(info.name)
                continue
            file = archive.extractfile(info)
            data = file.read() if file else b""
            if len(data) < info.size:
                raise EOFError(f"{info.name[:100]}: ends early")
            yield Member(info.name, data)
        ended: str | None = getattr(archive, "ended", "no end")
        if ended is not None:
            raise EOFError(f"damaged or cut: {ended}")


def _of_zip(raw: Any, size: int) -> Iterator[Member]:
    raw.seek(max(0, size - (1 << 16) - 22))
    tail = raw.read()
    at = tail.rfind(_DIRECTORY_END)
    if at >= 0 and len(tail) >= at + 22:
        directory = struct.unpack_from("<L", tail, at + 12)[0]
        if directory != 0xFFFFFFFF and directory > 64 * MOST_MEMBERS:
            raise NewsError(Reason.TOO_MANY_MEMBERS, f"a directory of {directory} bytes")
    raw.seek(0)
    unpacked = 0
    with zipfile.ZipFile(raw) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            try:
                if info.flag_bits & 1:
                    raise ValueError("encrypted")
                with archive.open(info) as file:
                    data = file.read(FILE_LIMIT + 1)
            except _FAULTS as error:
                fault = NewsError(Reason.BAD_CONTAINER, f"zip: {error}"[:200])
                yield Member(info.filename, b"", error=fault)
                continue
            unpacked += len(data)
            check_expansion(unpacked, size)
            yield (
                _too_large(info.filename) if len(data) > FILE_LIMIT else Member(info.filename, data)
            )


def _of_warc(bounded: Bounded) -> Iterator[Member]:
    """Bodies of successful responses, and resources; other records hold no feed."""
    records = ArchiveIterator(io.BufferedReader(bounded, _BLOCK), check_digests=False)
    count = 0
    while record := _next_record(records):
        count += 1
        status = record.http_headers.get_statuscode() if record.http_headers else "200"
        if record.rec_type in ("response", "resource") and status == "200":
            yield _of_record(record)
        while record.raw_stream.read(_BLOCK):
            pass
        if getattr(record.raw_stream, "limit", 1):  # what its length promises and is not there
            raise EOFError("cut within a record")
    # warcio takes a header that is cut for the end
    if not count or bounded.tail != b"\r\n\r\n":
        raise EOFError("cut, or not ended as a WARC is")


def _next_record(records: Any) -> Any:
    try:
        return next(records, None)
    except (AttributeError, IndexError, KeyError, TypeError) as error:  # warcio, for what is none
        raise EOFError(f"a malformed record: {error}") from error


def _of_record(record: Any) -> Member:
    made = (record.rec_headers.get_header("WARC-Date") or "")[:19]
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    name = f"{address.strip('<>')}@{made}Z"
    try:
        data = record.content_stream().read(FILE_LIMIT + 1)
    except (*_FAULTS, AttributeError) as error:
        return Member(name, b"", error=NewsError(Reason.BAD_COMPRESSION, str(error)[:200]))
    return _too_large(name) if len(data) > FILE_LIMIT else Member(name, data, _time(made))


def _time(made: str) -> str | None:
    return f"{made}Z" if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", made) else None


def _too_large(name: str) -> Member:
    return Member(name, b"", error=NewsError(Reason.TOO_LARGE, f"over {FILE_LIMIT} bytes"))
