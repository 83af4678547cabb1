"""The night's script and the units, run and read by the real programs."""

from __future__ import annotations

import fcntl
import os
import pathlib
import shutil
import subprocess
import sys

import duckdb
import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("flock"), reason="a script for Linux"
)
EXAMPLES = ROOT / "examples"


@pytest.fixture
def night(tmp_path: pathlib.Path) -> dict[str, str]:
    """The environment of the script: a day's folder of feeds, and where they go."""
    shutil.copytree(ROOT / "samples" / "feeds", tmp_path / "archive" / "2026-03-08")
    (tmp_path / "metrics").mkdir()
    return {
        **os.environ,
        "COMMUNIQUE": f"{pathlib.Path(sys.executable).parent}/communique",
        "ARCHIVE": f"{tmp_path}/archive/%s/**",
        "OUTPUT": f"{tmp_path}/out",
        "WAREHOUSE": f"duckdb:///{tmp_path}/news.duckdb",
        "METRICS": f"{tmp_path}/metrics",
    }


def call(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script."""
    return subprocess.run(
        [f"{EXAMPLES}/nightly.sh", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_night_is_loaded_once_however_often_it_is_called(
    night: dict[str, str], tmp_path: pathlib.Path
) -> None:
    first = call(night, "2026-03-08")
    assert first.returncode == 0, first.stderr
    second = call(night, "2026-03-08")
    assert second.returncode == 0, second.stderr
    assert "0 runs loaded, 1 were there" in second.stdout
    with duckdb.connect(f"{tmp_path}/news.duckdb") as database:
        rows = database.execute("SELECT run_id, articles FROM _loads").fetchall()
        ((articles,),) = database.execute("SELECT count(*) FROM articles").fetchall()
    assert rows == [("night-2026-03-08", articles)]
    told = (tmp_path / "metrics" / "communique.prom").read_text(encoding="utf-8")
    assert f'communique_table_rows{{table="articles"}} {articles}' in told


def test_a_night_without_files_fails_and_says_so(night: dict[str, str]) -> None:
    failed = call(night, "2026-03-09")
    assert failed.returncode == 2
    assert "no file matches" in failed.stderr


def test_two_nights_do_not_run_at_once(night: dict[str, str], tmp_path: pathlib.Path) -> None:
    with open(f"{tmp_path}/out.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        failed = call(night, "2026-03-08")
    assert failed.returncode == 1
    assert "at work" in failed.stderr


def test_systemd_reads_the_units() -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not here")
    for unit in (EXAMPLES / "systemd").iterdir():
        check = subprocess.run(
            ["systemd-analyze", "verify", str(unit)],  # noqa: S607 - wherever it is
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        faults = [line for line in check.stderr.splitlines() if "is not executable" not in line]
        assert faults == []


def test_systemd_reads_when() -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not here")
    text = (EXAMPLES / "systemd" / "communique.timer").read_text(encoding="utf-8")
    (when,) = [line for line in text.splitlines() if line.startswith("OnCalendar=")]
    subprocess.run(
        ["systemd-analyze", "calendar", when.partition("=")[2]],  # noqa: S607
        capture_output=True,
        timeout=60,
        check=True,
    )
