"""Runs over an archive that grows: the same as one run, exact when repeated, one at a time."""

from __future__ import annotations

import collections
import hashlib
import io
import json
import os
import pathlib
import random
import shutil
import tarfile
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from apache_beam.io.filesystems import FileSystems

from benchmarks.archives import snapshot, write_archive
from pipeline import files
from pipeline.command import main
from pipeline.lock import locked
from pipeline.settings import UsageError
from pipeline.verify import verify
from tests.conftest import Output
from tests.transforms.reading.test_containers import git

State = dict[tuple[str, int], tuple[Any, ...]]
"""Of each article and revision: its text's hash, first and last time, and sightings."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Twelve snapshots: 600 occurrences of 105 items, one in twenty of them edited."""
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder, 600)
    return folder


def command(out: pathlib.Path, pattern: object, *flags: str) -> int:
    return main(["run", "--input", str(pattern), "--output", str(out), *flags])


def state(out: pathlib.Path) -> State:
    """What a warehouse has that merges the rows of all runs by the greatest."""
    known: State = {}
    for row in Output(out).rows("sightings"):
        key = (row["article_id"], row["revision"])
        old = known.get(key, (row["content_hash"], row["first_seen"], row["last_seen"], 0))
        assert old[0] == row["content_hash"]
        known[key] = (
            row["content_hash"],
            min(old[1], row["first_seen"]),
            max(old[2], row["last_seen"]),
            max(old[3], row["sightings"]),
        )
    return known


def texts(out: pathlib.Path) -> list[tuple[str, int, str]]:
    rows = Output(out).rows("articles")
    return sorted((row["article_id"], row["revision"], row["text"]) for row in rows)


def copy(archive: pathlib.Path, paths: Iterable[pathlib.Path], folder: pathlib.Path) -> None:
    for path in paths:
        target = folder / path.relative_to(archive)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)


@pytest.fixture(scope="module")
def whole(archive: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The output of one run over all of it."""
    out = tmp_path_factory.mktemp("whole") / "out"
    assert command(out, archive / "**", "--run-id", "whole") == 0
    return out


def test_the_archive_is_as_it_was_made(whole: pathlib.Path) -> None:
    counts = Output(whole).manifest()["counts"]
    # of items 0 to 104, those that 20 divides: all but the last one or two were seen edited
    edited = sum(1 for one in range(0, 105, 20) if any(one - 5 * k < 25 for k in range(12)))
    assert (counts["read"], counts["articles"], counts["rejected"]) == (600, 105, 0)
    assert 105 < counts["revisions"] <= 105 + edited
    assert sum(told[3] for told in state(whole).values()) == 600


@pytest.mark.parametrize("portions", [2, 4])
def test_nightly_portions_come_to_the_same_as_one_run(
    portions: int, archive: pathlib.Path, whole: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    paths = sorted(archive.rglob("*.xml"))
    size = -(-len(paths) // portions)
    for night in range(portions):
        copy(archive, paths[night * size : (night + 1) * size], tmp_path / "in")
        assert command(tmp_path / "out", tmp_path / "in" / "**", "--since-last") == 0
    assert state(tmp_path / "out") == state(whole)
    assert texts(tmp_path / "out") == texts(whole)
    report = verify(str(tmp_path / "out"))
    assert (report.runs, report.faults) == (portions, ())


def test_a_night_without_anything_new_has_nothing_to_do(
    archive: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, *_ = sorted(archive.rglob("*.xml"))
    copy(archive, [first, second], tmp_path / "in")
    arguments = (tmp_path / "out", tmp_path / "in" / "**", "--since-last")
    assert command(*arguments) == 0
    before = Output(tmp_path / "out").shards()
    capsys.readouterr()
    assert command(*arguments) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert Output(tmp_path / "out").shards() == before
    # a file that was only touched is looked into, and gives nothing
    os.utime(next((tmp_path / "in").rglob("*.xml")), (1, 1))
    assert command(*arguments) == 0
    assert ": 0 read from 1 files" in capsys.readouterr().out
    assert sum(told[3] for told in state(tmp_path / "out").values()) == 100


def test_a_file_that_is_overwritten_every_night_is_a_new_snapshot(
    tmp_path: pathlib.Path, archive: pathlib.Path
) -> None:
    feed = tmp_path / "latest.xml"
    for number in range(2, 5):
        feed.write_text(snapshot(number), encoding="utf-8")
        assert command(tmp_path / "out", feed, "--since-last", "--run-id", f"n{number}") == 0
    assert sum(told[3] for told in state(tmp_path / "out").values()) == 150
    assert len(state(tmp_path / "out")) == 60 + 1  # item 40 is edited in between
    assert [row["revision"] for row in Output(tmp_path / "out").rows("articles")].count(2) == 1


def test_the_ledger_is_made_from_the_output_again(
    archive: pathlib.Path, whole: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    paths = sorted(archive.rglob("*.xml"))
    out = tmp_path / "out"
    for night, portion in enumerate((paths[:4], paths[4:8], paths[8:])):
        copy(archive, portion, tmp_path / "in")
        if night == 1:
            shutil.rmtree(out / "_ledger", ignore_errors=True)
        if night == 2:
            (index,) = out.glob("_ledger/*/ledger.json")
            index.write_text("{", encoding="utf-8")
            assert main(["ledger", "rebuild", str(out)]) == 0
            (index,) = out.glob("_ledger/*/ledger.json")
            assert len(json.loads(index.read_text())["runs"]) == 2
        assert command(out, tmp_path / "in" / "**", "--since-last") == 0
    assert state(out) == state(whole)


def test_a_run_is_replaced_as_a_whole_and_only_if_asked_to(
    archive: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, *_ = sorted(archive.rglob("*.xml"))
    out = tmp_path / "out"
    assert command(out, first, "--run-id", "night") == 0
    before = Output(out).shards()
    assert command(out, second, "--run-id", "night") == 2
    assert "--replace makes it anew" in capsys.readouterr().err
    assert Output(out).shards() == before
    assert command(out, second, "--run-id", "night", "--replace") == 0
    assert {row["source_uri"] for row in Output(out).rows("articles")} == {str(second)}
    assert verify(str(out)).faults == ()
    assert command(out, first, "--run-id", "night", "--replace") == 0
    assert Output(out).shards() == before
    assert sorted(path.name for path in out.iterdir()) == sorted(
        ["_runs", "articles", "rejects", "segments", "sightings"]
    )


def test_a_run_that_others_build_on_is_not_replaced(
    archive: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third, *_ = sorted(archive.rglob("*.xml"))
    out = tmp_path / "out"
    assert command(out, first, "--run-id", "one", "--since-last") == 0
    assert command(out, second, "--run-id", "two", "--since-last") == 0
    before = Output(out).shards()
    assert command(out, third, "--run-id", "one", "--replace") == 2
    assert "run two builds on it" in capsys.readouterr().err
    # the newest one can be, and keeps its base
    assert command(out, second, "--run-id", "two", "--since-last", "--replace") == 0
    assert Output(out).shards() == before


def test_a_second_run_on_one_output_refuses(
    archive: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    with locked(str(out)):
        assert command(out, archive / "**") == 2
    assert "another run is at work" in capsys.readouterr().err
    assert not list(out.rglob("*"))


def test_an_object_store_is_locked_by_an_object_that_is_renewed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "is_local", lambda path: False)
    out = str(tmp_path)
    (tmp_path / "_staging").mkdir()
    with locked(out), pytest.raises(UsageError, match="another run"), locked(out):
        pass
    with locked(out):  # it was given back
        lock = tmp_path / "_staging" / "lock"
        lock.write_text(json.dumps({"owner": "dead", "time": 0.0}), encoding="utf-8")
        with locked(out):  # its holder is dead for long
            pass


def test_a_file_that_goes_or_changes_while_it_is_read_fails_the_run(
    archive: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy(archive, sorted(archive.rglob("*.xml"))[:3], tmp_path / "in")
    victim = sorted((tmp_path / "in").rglob("*.xml"))[1]
    opened = FileSystems.open

    def spoil(change: Callable[[], object]) -> Callable[..., Any]:
        def open_file(path: str, *arguments: Any, **options: Any) -> Any:
            if path == str(victim):
                change()
            return opened(path, *arguments, **options)

        return open_file

    def grow() -> None:
        with victim.open("a") as file:
            file.write(" ")

    for change, told in ((grow, "changed while it was read"), (victim.unlink, "is gone")):
        monkeypatch.setattr(FileSystems, "open", spoil(change))
        assert command(tmp_path / "out", tmp_path / "in" / "**") == 1
        last = capsys.readouterr().err.splitlines()[-1]
        assert told in last
        assert last.endswith("nothing was published")
        assert not list((tmp_path / "out").rglob("*.jsonl"))


@pytest.mark.parametrize("seed", range(3))
def test_neither_order_nor_bundles_nor_workers_show_in_the_output(
    seed: int,
    archive: pathlib.Path,
    whole: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pipeline.inputs import write_lists
    from transforms.revisions import chunks

    chance = random.Random(seed)  # noqa: S311 - no secret

    def shuffled(found: list[Any], folder: str) -> list[str]:
        return chance.sample(
            lists := write_lists(chance.sample(found, len(found)), folder), len(lists)
        )

    monkeypatch.setattr("pipeline.command.write_lists", shuffled)
    monkeypatch.setattr(chunks, "MOST_LINES", chance.choice([7, 100, 1_000]))
    flags = ["--direct_num_workers=3", "--direct_running_mode=multi_threading"]
    assert (
        command(tmp_path / "out", archive / "**", "--run-id", "whole", *flags[: 2 * (seed % 2)])
        == 0
    )
    assert Output(tmp_path / "out").shards() == Output(whole).shards()


def test_sightings_count_what_the_snapshots_show(
    archive: pathlib.Path, whole: pathlib.Path
) -> None:
    shown: collections.Counter[str] = collections.Counter()
    for path in archive.rglob("*.xml"):
        for part in path.read_text(encoding="utf-8").split("<guid>")[1:]:
            shown[part.partition("</guid>")[0]] += 1
    seen: collections.Counter[str] = collections.Counter()
    for row in Output(whole).rows("articles"):
        seen[row["guid"]] += row["sightings"]
    assert seen == shown


# ---- containers in a run ------------------------------------------------------------------------


def tarred(folder: pathlib.Path, paths: Iterable[pathlib.Path], archive: pathlib.Path) -> None:
    with tarfile.open(archive, "w:gz") as made:
        for path in paths:
            made.add(path, path.relative_to(folder).as_posix())


def test_a_tar_gives_what_its_files_give(
    archive: pathlib.Path, whole: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    tarred(archive, sorted(archive.rglob("*.xml")), tmp_path / "all.tar.gz")
    assert command(tmp_path / "out", tmp_path / "all.tar.gz", "--run-id", "whole") == 0
    assert state(tmp_path / "out") == state(whole)
    assert texts(tmp_path / "out") == texts(whole)
    sources = {row["source_uri"] for row in Output(tmp_path / "out").rows("articles")}
    assert f"{tmp_path}/all.tar.gz!0000/0000000.xml" in sources
    manifest = Output(tmp_path / "out").manifest()
    assert (manifest["counts"]["files"], manifest["counts"]["containers"]) == (12, 1)
    (own,) = [row for row in manifest["inputs"] if row["members"] is not None]
    data = (tmp_path / "all.tar.gz").read_bytes()
    assert (own["members"], own["bytes"], own["sha256"]) == (
        12,
        len(data),
        hashlib.sha256(data).hexdigest(),
    )
    assert verify(str(tmp_path / "out")).faults == ()


def test_of_a_tar_that_has_grown_only_what_is_new_is_read(
    archive: pathlib.Path, whole: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    paths = sorted(archive.rglob("*.xml"))
    for night, count in enumerate((5, 12)):
        tarred(archive, paths[:count], tmp_path / "all.tar.gz")
        flags = ("--since-last", "--run-id", f"n{night}")
        assert command(tmp_path / "out", tmp_path / "all.tar.gz", *flags) == 0
    manifest = json.loads((tmp_path / "out/_runs/n1/manifest.json").read_text())
    assert (manifest["counts"]["files"], manifest["counts"]["read"]) == (7, 350)
    assert state(tmp_path / "out") == state(whole)


def test_a_container_that_is_cut_gives_what_came_before_and_a_reject(
    archive: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    tarred(archive, sorted(archive.rglob("*.xml")), tmp_path / "all.tar.gz")
    data = (tmp_path / "all.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(data[: len(data) // 2])
    assert command(tmp_path / "out", tmp_path / "cut.tar.gz") == 0
    counts = Output(tmp_path / "out").manifest()["counts"]
    assert 0 < counts["files"] < 12
    assert counts["rejected_by_reason"] == {"bad_container": 1}
    assert counts["read"] == counts["files"] * 50 + 1
    (row,) = Output(tmp_path / "out").rows("rejects")
    assert (row["source_uri"], row["entry"]) == (str(tmp_path / "cut.tar.gz"), None)
    assert verify(str(tmp_path / "out")).faults == ()


def test_a_repository_s_versions_are_snapshots_at_the_time_of_their_commits(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    uri = f"git+file://{folder}!*.xml"
    for number in range(3):
        (folder / "latest.xml").write_text(snapshot(number), encoding="utf-8")
        (folder / "notes.txt").write_text("Not asked for", encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "as served", day=number + 1)
        flags = ("--since-last", "--run-id", f"n{number}")
        assert command(tmp_path / "out", uri, *flags) == 0
    counts = json.loads((tmp_path / "out/_runs/n2/manifest.json").read_text())["counts"]
    assert (counts["files"], counts["read"]) == (1, 50)
    told = state(tmp_path / "out").values()
    assert sum(one[3] for one in told) == 150
    assert {one[2] for one in told} == {f"2026-03-0{day}T06:00:00Z" for day in (1, 2, 3)}
    assert command(tmp_path / "out", f"git+file://{tmp_path}/none") == 2
    assert "git: " in capsys.readouterr().err


def test_names_that_are_no_text_are_read_all_the_same(tmp_path: pathlib.Path) -> None:
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)
    for name in (b"\xff.txt", b"\xfe.txt"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"Title\n\nThe text of " + name.hex().encode())
    with tarfile.open(tmp_path / "in" / "a.tar", "w") as made:
        for inside in ("\udcff.txt", "\udcfe.txt"):
            info = tarfile.TarInfo(inside)
            info.size = 30
            made.addfile(info, io.BytesIO(f"Title\n\nIn a tar {inside!a}".ljust(30).encode()))
    arguments = (tmp_path / "out", tmp_path / "in" / "*", "--since-last")
    assert command(*arguments, "--run-id", "n") == 0
    sources = sorted(row["source_uri"] for row in Output(tmp_path / "out").rows("articles"))
    assert sources == [
        f"{tmp_path}/in/\\udcfe.txt",
        f"{tmp_path}/in/\\udcff.txt",
        f"{tmp_path}/in/a.tar!\\udcfe.txt",
        f"{tmp_path}/in/a.tar!\\udcff.txt",
    ]
    assert verify(str(tmp_path / "out")).faults == ()
    before = Output(tmp_path / "out").shards()
    assert command(*arguments) == 0
    assert command(*arguments, "--run-id", "n") == 0
    assert Output(tmp_path / "out").shards() == before


# ---- stories in parts ---------------------------------------------------------------------------


def test_a_part_names_the_one_before_it(tmp_path: pathlib.Path) -> None:
    stories = {
        "a1": "Port strike ends\n\nThe union said so.\n\n(more)",
        "a2": "Port strike ends\n\nIt goes on here, with the vote.",
        "b0": "Grain talks open\n\nThey opened.",
        "b1": "UPDATE 1-Grain talks open\n\nThey opened in Ankara.",
        "b2": "UPDATE 2-Grain talks open\n\nThey opened in Ankara, late.",
        "c1": "محادثات الغاز\n\nقال الوزير.\n\n(تستمر)",
        "c2": "محادثات الغاز (تتمة)\n\nوقال الوزير أيضا.",
        "d": "UPDATE 3-Nobody saw the first\n\nAlone.",
    }
    for name, text in stories.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert command(tmp_path / "out", tmp_path / "*.txt") == 0
    rows = Output(tmp_path / "out").rows("articles")
    names = {row["article_id"]: pathlib.PurePath(row["source_uri"]).stem for row in rows}
    told = {names[row["article_id"]]: names.get(row["continues"] or "") for row in rows}
    assert told == {
        "a1": None,
        "a2": "a1",
        "b0": None,
        "b1": "b0",
        "b2": "b1",
        "c1": None,
        "c2": "c1",
        "d": None,
    }
