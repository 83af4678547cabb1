"""Publishing of partitions: on this machine by folders, on object stores file by file."""

from __future__ import annotations

import os
import pathlib

import pytest

from benchmarks.archives import snapshot
from pipeline import files
from pipeline.command import main
from pipeline.runs import read_manifests
from pipeline.verify import verify
from tests.conftest import Output
from transforms.parts import NO_DAY

FEED = """<rss version="2.0"><channel><title>The Quay</title>
<item><guid>a</guid><title>One</title><description>The ice holds.</description>
<pubDate>0{day} Mar 2026 10:00:00 GMT</pubDate></item>
<item><guid>b</guid><title>Two</title><description>No date, no day.</description></item>
</channel></rss>
"""


@pytest.mark.parametrize("local", [True, False])
def test_a_run_by_day_is_replaced_as_a_whole(
    local: bool, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        feed = FEED.format(day=number + 1)
        (tmp_path / f"{number}.xml").write_text(feed, encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["run", "--output", str(out), "--run-id", "night", "--replace"]
    arguments += ["--partition-by", "published_date"]
    plain = files.move_file

    def move_file(source: str, target: str) -> None:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # a store has no folders
        plain(source, target)

    if not local:
        monkeypatch.setattr(files, "is_local", lambda path: False)
        monkeypatch.setattr(files, "move_file", move_file)
    days = []
    for number in range(2):
        assert main([*arguments, "--input", f"{tmp_path}/{number}.xml"]) == 0
        days.append({path.split("/")[2] for path in Output(out).shards() if "/dt=" in path})
        assert verify(str(out)).faults == ()
        assert not list(out.glob("_staging/*/*"))
    assert days == [{f"dt=2026-03-0{day}", f"dt={NO_DAY}"} for day in (1, 2)]
    assert (out / "_runs" / "night" / "metrics.prom").exists()


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_night_builds_on_runs_of_any_format(form: str, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    for number in range(2):
        (tmp_path / f"{number}.xml").write_text(snapshot(number * 5), encoding="utf-8")
        arguments = ["--input", f"{tmp_path}/*.xml", "--output", str(out), "--format", form]
        assert main(["run", *arguments, "--run-id", f"night-{number}", "--since-last"]) == 0
        assert main(["ledger", "rebuild", str(out)]) == 0
    report = verify(str(out))
    assert (report.runs, report.faults) == (2, ())
    first, second = (read_manifests(str(out))[f"night-{number}"] for number in range(2))
    assert second["since"] == ["night-0"]
    assert len(second["inputs"]) == 1
    assert 0 < second["counts"]["revisions"] < first["counts"]["revisions"]
    assert second["counts"]["duplicates"] > 0
