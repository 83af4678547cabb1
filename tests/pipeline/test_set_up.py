"""run_local.sh and its set-up: refusals, and that a second call does nothing."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

from tests.conftest import ROOT

SET_UP = str(ROOT / "requirements" / "setup.sh")


def _set_up(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SET_UP, "run"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _fake_python(folder: pathlib.Path, version: str) -> str:
    path = folder / "python3"
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "{version}" && exit 0\nexit 1\n')
    path.chmod(0o755)
    return str(path)


def test_an_old_python_gets_one_clear_line(tmp_path: pathlib.Path) -> None:
    old = _fake_python(tmp_path, "Python 3.8.1")
    done = _set_up({"PYTHON": old, "COMMUNIQUE_VENV": str(tmp_path / "venv")})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "communique needs Python 3.10 to 3.14 with its venv module "
        "(on Debian: apt install python3-venv); found: Python 3.8.1\n"
    )
    assert not (tmp_path / "venv").exists()


def test_a_machine_without_python_gets_the_same_line(tmp_path: pathlib.Path) -> None:
    missing = str(tmp_path / "nothing")
    done = _set_up({"PYTHON": missing, "COMMUNIQUE_VENV": str(tmp_path / "venv")})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "communique needs Python 3.10 to 3.14" in done.stderr


def test_a_set_up_that_is_done_runs_no_program(tmp_path: pathlib.Path) -> None:
    venv = tmp_path / "venv"
    venv.mkdir()
    (venv / ".run.lock").write_bytes((ROOT / "requirements" / "run.lock").read_bytes())
    (venv / ".setup.py").write_bytes((ROOT / "setup.py").read_bytes())
    done = _set_up({"PYTHON": str(tmp_path / "nothing"), "COMMUNIQUE_VENV": str(venv)})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_changed_lock_file_sets_up_anew(tmp_path: pathlib.Path) -> None:
    venv = tmp_path / "venv"
    venv.mkdir()
    (venv / ".run.lock").write_text("apache-beam==2.0.0\n")
    (venv / ".setup.py").write_bytes((ROOT / "setup.py").read_bytes())
    done = _set_up({"PYTHON": str(tmp_path / "nothing"), "COMMUNIQUE_VENV": str(venv)})
    assert done.returncode == 1


def test_setup_py_names_the_command_and_ships_the_tables() -> None:
    shown = subprocess.run(
        [sys.executable, "setup.py", "--quiet", "--name", "--version"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert shown[0] == "communique"


def test_the_source_archive_that_beam_builds_holds_every_table(tmp_path: pathlib.Path) -> None:
    subprocess.run(
        [sys.executable, "setup.py", "--quiet", "sdist", "--dist-dir", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (archive,) = tmp_path.glob("communique-*.tar.gz")
    listed = subprocess.run(
        ["/usr/bin/env", "tar", "-tzf", str(archive)], check=True, capture_output=True, text=True
    ).stdout
    for path in [*ROOT.glob("transforms/data/*.tsv"), *ROOT.glob("transforms/data/schema/*.json")]:
        assert f"/{path.relative_to(ROOT)}\n" in listed
