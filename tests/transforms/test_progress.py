"""Progress: what workers count reaches the command through files, and only where it is wanted."""

import json
import pathlib

import pytest

from transforms.progress import Progress, Tally


def test_the_counts_of_two_tallies_add_up(tmp_path: pathlib.Path) -> None:
    wanted = Progress(str(tmp_path))
    first, second = Tally(wanted), Tally(wanted)
    first.add("read")
    first.add("read", 2)
    second.add("read", 4)
    second.add("rejected")
    first.flush()
    second.flush()
    assert wanted.counts() == {"read": 7, "rejected": 1}
    assert len(list(tmp_path.iterdir())) == 2


def test_a_flush_replaces_what_the_tally_wrote_before(tmp_path: pathlib.Path) -> None:
    wanted = Progress(str(tmp_path))
    tally = Tally(wanted)
    for _ in range(3):
        tally.add("read")
        tally.flush()
    assert wanted.counts() == {"read": 3}
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_counts_are_written_at_most_every_so_often(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("transforms.progress.time.monotonic", lambda: now)
    wanted = Progress(str(tmp_path))
    tally = Tally(wanted)
    tally.add("read")
    assert wanted.counts() == {"read": 1}
    tally.add("read")
    now += 0.1
    tally.add("read")
    assert wanted.counts() == {"read": 1}
    now += 0.2
    tally.add("read")
    assert wanted.counts() == {"read": 4}


def test_half_a_file_is_never_read(tmp_path: pathlib.Path) -> None:
    (tmp_path / "1-1-1.json").write_text(json.dumps({"read": 5}))
    (tmp_path / "1-1-2.new").write_text('{"re')
    assert Progress(str(tmp_path)).counts() == {"read": 5}


def test_without_a_folder_nothing_is_counted_for_anybody(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1-1-1.json").write_text(json.dumps({"read": 5}))
    tally = Tally(Progress())
    tally.add("read", 3)
    tally.flush()
    assert Progress().counts() == {}
    assert [path.name for path in tmp_path.iterdir()] == ["1-1-1.json"]


def test_a_folder_that_another_machine_has_is_not_made_here(tmp_path: pathlib.Path) -> None:
    absent = Progress(str(tmp_path / "absent"))
    tally = Tally(absent)
    tally.add("read")
    tally.flush()
    assert absent.counts() == {}
    assert list(tmp_path.iterdir()) == []


def test_what_a_tally_counted_stays_when_it_is_gone(tmp_path: pathlib.Path) -> None:
    wanted = Progress(str(tmp_path))
    for _ in range(20):
        tally = Tally(wanted)
        tally.add("read")
        tally.flush()
        del tally
    assert wanted.counts() == {"read": 20}
