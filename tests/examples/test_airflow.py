"""The DAG in a real Airflow, which has an environment of its own; `.ci/run` makes it."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys

import duckdb
import pytest

from tests.conftest import ROOT

AIRFLOW = os.environ.get("COMMUNIQUE_TEST_AIRFLOW", "")
"""The path of the command `airflow`."""
pytestmark = pytest.mark.skipif(not AIRFLOW, reason="COMMUNIQUE_TEST_AIRFLOW names no airflow")


def airflow(environment: dict[str, str], *arguments: str) -> str:
    """What a command of Airflow prints."""
    run = subprocess.run(
        [AIRFLOW, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_airflow_imports_the_dag_and_runs_it_twice(tmp_path: pathlib.Path) -> None:
    shutil.copytree(ROOT / "samples" / "feeds", tmp_path / "archive" / "2026-03-08")
    environment = {
        **os.environ,
        "AIRFLOW_HOME": f"{tmp_path}/airflow",
        "AIRFLOW__CORE__DAGS_FOLDER": f"{ROOT}/examples/airflow",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "COMMUNIQUE": f"{pathlib.Path(sys.executable).parent}/communique",
        "COMMUNIQUE_ARCHIVE": f"{tmp_path}/archive/%s/**",
        "COMMUNIQUE_OUTPUT": f"{tmp_path}/out",
        "COMMUNIQUE_WAREHOUSE": f"duckdb:///{tmp_path}/news.duckdb",
    }
    airflow(environment, "db", "migrate")
    airflow(environment, "dags", "reserialize")
    listed = ["--output", "json"]
    errors = airflow(environment, "dags", "list-import-errors", *listed).splitlines()[-1]
    assert json.loads(errors) == []
    (dag,) = json.loads(airflow(environment, "dags", "list", *listed).splitlines()[-1])
    assert dag["dag_id"] == "communique_nightly"
    for _ in range(2):  # the second finds all done
        airflow(environment, "dags", "test", "communique_nightly", "2026-03-09T03:15:00+00:00")
        with duckdb.connect(f"{tmp_path}/news.duckdb") as database:
            rows = database.execute("SELECT run_id, articles FROM _loads").fetchall()
            ((articles,),) = database.execute("SELECT count(*) FROM articles").fetchall()
        assert rows == [("night-2026-03-08", articles)]
