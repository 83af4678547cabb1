"""Containers: every member once, in order, with its address; damage and bombs end in reasons."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pathlib
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading import containers, git_history, streams
from transforms.reading.containers import Member, container_kind, read_members
from transforms.reading.git_history import is_history, read_history, refs_digest
from transforms.reading.streams import Tap
from transforms.records import NewsError, Reason

FILES = {"a.xml": b"<rss/>", "deep/b.txt": b"A story\n" * 400, "empty": b""}
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def tar(files: dict[str, bytes], kind: int = tarfile.PAX_FORMAT) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=kind) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def record(kind: str, uri: str, block: bytes) -> bytes:
    """A record of a WARC, as its standard has it."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\n"
        f"WARC-Target-URI: {uri}\r\nWARC-Date: 2026-03-01T06:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(packed: bool, *records: tuple[str, str, bytes]) -> bytes:
    """Responses by address, status and body, a request behind each and the file's own record."""
    made = [record("warcinfo", "a", b"software: test\r\n")]
    for uri, status, body in records:
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/xml\r\n\r\n".encode()
        made.append(record("response", uri, head + body))
        made.append(record("request", uri, b"GET / HTTP/1.1\r\nHost: quay.example\r\n\r\n"))
    return b"".join(map(gzip.compress, made) if packed else made)


def read(data: bytes, uri: str = "a") -> tuple[list[Member], NewsError | None]:
    """The members of a container, and the fault that ended it."""
    raw = io.BytesIO(data)
    tap = Tap(raw)
    kind = container_kind(tap.head)
    assert kind is not None
    found = []
    try:
        for member in read_members(kind, tap, raw, uri):
            found.append(member)  # noqa: PERF402 - those before a fault count
    except NewsError as error:
        return found, error
    return found, None


def names(members: list[Member]) -> dict[str, bytes]:
    return {member.uri: member.data for member in members}


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("kind", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_a_tar_gives_its_files_in_any_compression(
    pack: Callable[[bytes], bytes], kind: int
) -> None:
    found, error = read(pack(tar(FILES, kind)), "x/a.tar")
    assert error is None
    assert names(found) == {f"x/a.tar!{name}": data for name, data in FILES.items()}


def test_a_zip_gives_its_files() -> None:
    found, error = read(zipped(FILES), "a.zip")
    assert error is None
    assert names(found) == {f"a.zip!{name}": data for name, data in FILES.items()}
    assert read(zipped({})) == ([], None)


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_gives_the_bodies_of_good_responses_with_their_time(packed: bool) -> None:
    uri = "https://quay.example/feed?x=1"
    records = [(uri, "200 OK", b"<rss/>"), (uri, "404 Not Found", b"no"), (uri, "200 OK", b"<a/>")]
    found, error = read(warc(packed, *records), "a.warc")
    assert error is None
    name = f"a.warc!{uri}@2026-03-01T06:00:00Z"
    assert names(found) == {name: b"<rss/>", f"{name};2": b"<a/>"}
    assert {member.snapshot for member in found} == {"2026-03-01T06:00:00Z"}


def test_what_is_no_container_is_none() -> None:
    for data in (b"", b"<rss/>", gzip.compress(b"<rss/>"), b"\x1f\x8b broken", b"A story", b"PK"):
        assert container_kind(data) is None


def test_a_name_that_comes_again_is_told_apart() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for data in (b"one", b"two", b"three"):
            info = tarfile.TarInfo("latest.xml")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    found, _ = read(made.getvalue())
    assert names(found) == {
        "a!latest.xml": b"one",
        "a!latest.xml;2": b"two",
        "a!latest.xml;3": b"three",
    }


def test_links_folders_and_devices_are_no_members() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for kind in (tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("x")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert read(made.getvalue()) == ([], None)


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@given(st.data())
@settings(deadline=None, max_examples=30)
def test_a_tar_that_is_cut_says_so_and_keeps_what_came_before(
    pack: Callable[[bytes], bytes], data: st.DataObject
) -> None:
    files = {f"{number}.txt": bytes([number]) * 700 for number in range(5)}
    whole = tar(files).rstrip(b"\0")
    packed = pack(whole + bytes(1_024))
    start = 600 if pack is bytes else len(packed) * 2 // 3
    cut = data.draw(st.integers(min(start, len(packed) - 9), len(packed) - 9))
    if pack is bytes:
        cut = min(cut, len(whole) - 1)
    raw = io.BytesIO(packed[:cut])
    tap = Tap(raw)
    kind = container_kind(tap.head)
    if kind is None:  # nothing comes out of so little
        return
    found, error = read(packed[:cut])
    assert error is not None
    assert error.reason is Reason.BAD_CONTAINER
    assert names(found).items() <= {f"a!{name}": body for name, body in files.items()}.items()


def test_a_damaged_header_does_not_pass_for_the_end() -> None:
    made = bytearray(tar({"a": b"x" * 512, "b": b"y" * 512}, tarfile.USTAR_FORMAT))
    made[1_024 + 148] ^= 1  # the checksum of the second one
    found, error = read(bytes(made))
    assert [member.uri for member in found] == ["a!a"]
    assert error is not None
    assert error.reason is Reason.BAD_CONTAINER


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_that_is_cut_says_so(packed: bool) -> None:
    records = [(f"https://quay.example/{n}", "200 OK", bytes([65 + n]) * 900) for n in range(3)]
    whole = warc(packed, *records[:2], records[2])
    last = warc(packed, *records[:2])
    for cut in (len(last) + 40, len(last) + (len(whole) - len(last)) // 2):
        found, error = read(whole[:cut])
        assert len(found) <= 3
        assert error is not None, (cut, len(whole), found[-1:])
        assert error.reason is Reason.BAD_CONTAINER


def test_a_member_that_cannot_be_unpacked_leaves_the_others() -> None:
    made = bytearray(zipped({"a": b"x" * 500, "b": b"y" * 500}))
    at = made.index(zlib.compress(b"x" * 500, 9)[2:6])
    made[at] ^= 0xFF
    found, error = read(bytes(made))
    assert error is None
    assert [(m.uri, m.error and m.error.reason) for m in found] == [
        ("a!a", Reason.BAD_CONTAINER),
        ("a!b", None),
    ]


def test_a_zip_without_its_directory_is_a_bad_container() -> None:
    assert read(zipped(FILES)[:-30])[1] is not None


def test_limits_have_their_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "RATIO_FREE", 10_000)
    monkeypatch.setattr(streams, "RATIO_LIMIT", 20)
    bomb = {f"{number}": bytes(100_000) for number in range(9)}
    for packed in (gzip.compress(tar(bomb)), lzma.compress(tar(bomb)), zipped(bomb)):
        error = read(packed)[1]
        assert error is not None
        assert error.reason is Reason.EXPANDS_TOO_MUCH
    assert read(tar(bomb))[1] is None
    monkeypatch.setattr(containers, "MOST_MEMBERS", 2)
    found, error = read(tar(FILES))
    assert (len(found), error and error.reason) == (2, Reason.TOO_MANY_MEMBERS)
    monkeypatch.setattr(containers, "MOST_MEMBERS", 100)
    monkeypatch.setattr(containers, "FILE_LIMIT", 100)
    for packed in (tar(FILES), zipped(FILES)):
        reasons = {member.uri: member.error and member.error.reason for member in read(packed)[0]}
        assert reasons == {"a!a.xml": None, "a!deep/b.txt": Reason.TOO_LARGE, "a!empty": None}


def test_a_header_as_large_as_a_bomb_is_not_read() -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    made = info.tobuf(tarfile.GNU_FORMAT) + bytes(10_240)
    found, error = read(made)
    assert found == []
    assert error is not None
    assert error.reason is Reason.BAD_CONTAINER


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_any_bytes_behind_a_container_s_first_end_in_members_or_a_reason(noise: bytes) -> None:
    for start in (b"PK\x03\x04", b"WARC/1.0\r\n", tar({"a": b"b"})[:700]):
        found, error = read(start + noise)
        assert error is None or error.reason in (Reason.BAD_CONTAINER, Reason.EXPANDS_TOO_MUCH)
        assert all(member.uri.startswith("a!") for member in found)


def test_a_tap_counts_and_hashes_all_that_passes() -> None:
    tap = Tap(io.BytesIO(b"x" * 3_000_000))
    assert len(tap.head) == streams.HEAD
    assert len(tap.rest()) == 64
    assert tap.size == 3_000_000
    assert Tap(io.BytesIO(b"abc")).whole(3) == b"abc"
    with pytest.raises(NewsError, match="too_large"):
        Tap(io.BytesIO(b"abcd")).whole(3)


# ---- git ----------------------------------------------------------------------------------------


def git(folder: pathlib.Path, *arguments: str, day: int = 1) -> None:
    stamp = f"2026-03-{day:02d}T06:00:00Z"
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@quay.example", *arguments],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp},
    )


@pytest.fixture
def repository(tmp_path: pathlib.Path) -> pathlib.Path:
    """A feed that is edited, edited back, and deleted, and a story on another branch."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "feeds").mkdir()
    feed = folder / "feeds" / "é quay.xml"
    for day, text in enumerate(("one", "two", "one", "three"), 1):
        feed.write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", text, day=day)
    git(folder, "checkout", "-q", "-b", "side", "HEAD~1")
    (folder / "story.txt").write_text("a story", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "story", day=5)
    git(folder, "checkout", "-q", "main")
    git(folder, "rm", "-q", "feeds/é quay.xml")
    git(folder, "commit", "-q", "-m", "gone", day=6)
    return folder


def test_a_repository_gives_every_version_once_with_the_time_of_its_commit(
    repository: pathlib.Path,
) -> None:
    uri = f"git+file://{repository}"
    assert is_history(uri)
    found = [
        (member.uri.partition("!")[2].rpartition("@")[0], member.data, member.snapshot)
        for member in read_history(uri)
    ]
    assert found == [
        ("feeds/é quay.xml", b"one", "2026-03-01T06:00:00Z"),
        ("feeds/é quay.xml", b"two", "2026-03-02T06:00:00Z"),
        ("feeds/é quay.xml", b"three", "2026-03-04T06:00:00Z"),
        ("story.txt", b"a story", "2026-03-05T06:00:00Z"),
    ]
    assert [m.data for m in read_history(f"{uri}!*.txt")] == [b"a story"]
    before = refs_digest(uri)
    git(repository, "commit", "-q", "--allow-empty", "-m", "more", day=7)
    assert refs_digest(uri) != before


def test_a_stranger_s_repository_runs_nothing_of_its_own(repository: pathlib.Path) -> None:
    mark = repository / "ran"
    script = repository / "script"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\n", encoding="utf-8")
    script.chmod(0o755)
    for key in (
        "core.fsmonitor core.pager core.sshCommand gpg.program diff.external filter.x.smudge "
        "diff.x.textconv"
    ).split():
        git(repository, "config", key, str(script))
    git(repository, "config", "log.showSignature", "true")
    (repository / ".git/info/attributes").write_text("* diff=x filter=x\n", encoding="utf-8")
    assert len(list(read_history(f"git+file://{repository}"))) == 4
    assert not mark.exists()


def test_what_is_no_repository_is_unreadable(tmp_path: pathlib.Path) -> None:
    for call in (refs_digest, lambda uri: list(read_history(uri))):
        with pytest.raises(NewsError, match="unreadable"):
            call(f"git+file://{tmp_path}")


def test_a_blob_over_the_limit_is_too_large_and_the_next_is_read(
    repository: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_history, "FILE_LIMIT", 4)
    reasons = [m.error and m.error.reason for m in read_history(f"git+file://{repository}")]
    assert reasons == [None, None, Reason.TOO_LARGE, Reason.TOO_LARGE]
