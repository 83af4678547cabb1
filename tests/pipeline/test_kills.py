"""A run that dies: before each single step of its publishing, and at random moments."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

from benchmarks.archives import snapshot
from benchmarks.kills import half_written, left_over
from pipeline.command import main
from pipeline.verify import verify
from tests.conftest import ROOT, Output

# dies before the n-th thing that it is about to do to a file, and tells nothing
_DIE = """
import os, sys
from pipeline.publish import settle
changes = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
left = int(sys.argv[2])
def count(event, arguments):
    global left
    if event in changes or (event == "open" and isinstance(arguments[1], str)
                            and arguments[1][:1] in "wax"):
        left -= 1
        if left < 0:
            os._exit(9)
for number in range(int(sys.argv[3])):
    child = os.fork()
    if not child:
        left = number
        sys.addaudithook(count)
        settle(f"{sys.argv[1]}/{number}")
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def staged(tmp_path: pathlib.Path, replaces: bool, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """An output with a run that died between staging and publishing."""
    for number in range(2):
        (tmp_path / f"{number}.xml").write_text(snapshot(number * 20), encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["run", "--output", str(out), "--run-id", "night", "--replace"]
    if replaces:
        assert main([*arguments, "--input", f"{tmp_path}/0.xml"]) == 0
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.publish.finish", lambda output, folder: None)
        assert main([*arguments, "--input", f"{tmp_path}/1.xml"]) == 0
    return out


@pytest.mark.parametrize("replaces", [False, True])
def test_a_run_that_dies_at_any_step_of_publishing_is_finished_by_the_next_command(
    replaces: bool, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = staged(tmp_path, replaces, monkeypatch)
    steps = 60
    for number in range(steps):
        shutil.copytree(before, tmp_path / "outs" / str(number))
    died = subprocess.run(
        [sys.executable, "-c", _DIE, str(tmp_path / "outs"), "0", str(steps)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert set(died) == {"0", "9"}
    assert died == sorted(died, reverse=True)  # with enough steps it comes to its end
    assert died.count("9") > 10
    wholes = set()
    for number in range(steps):
        out = tmp_path / "outs" / str(number)
        assert half_written(out) == []  # no run, or a whole one
        assert main(["verify", str(out)]) == 0
        wholes.add(json.dumps({k: len(v) for k, v in Output(out).shards().items()}))
        assert left_over(out) == []
        (row, *_) = Output(out).rows("articles")
        assert row["source_uri"] == str(tmp_path / "1.xml")
    assert len(wholes) == 1


def test_a_replacing_that_fails_leaves_the_run_as_it_was(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(2):
        (tmp_path / f"{number}.xml").write_text(snapshot(number * 20), encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["run", "--output", str(out), "--run-id", "night", "--replace"]
    assert main([*arguments, "--input", f"{tmp_path}/0.xml"]) == 0
    before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    moved = os.rename
    for failing in (1, 4, 7):  # the first table's old folder, another's new one, the last of all
        count = 0

        def fail(source: str, target: str, failing: int = failing) -> None:
            nonlocal count
            count += "run=" in f"{source}{target}"
            if count == failing:
                raise OSError(30, "Read-only file system")
            moved(source, target)

        monkeypatch.setattr(os, "rename", fail)
        assert main([*arguments, "--input", f"{tmp_path}/1.xml"]) == 1
        assert capsys.readouterr().err.splitlines()[-1].endswith("nothing was published")
        monkeypatch.setattr(os, "rename", moved)
        after = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        assert after == before, failing
    assert verify(str(out)).faults == ()


def test_runs_that_are_killed_at_random_lose_nothing(tmp_path: pathlib.Path) -> None:
    seed = str(int.from_bytes(os.urandom(2), "big"))
    told = subprocess.run(
        [sys.executable, "benchmarks/kills.py", "--kills", "6", "--seed", seed],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ).stdout
    assert told.endswith("0 half-written tables, 0 sightings lost\n")
