"""The same graph on Beam's portable path: a job server, and workers in a process of their own."""

from __future__ import annotations

import os
import pathlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import ROOT, SAMPLES, Output


@pytest.fixture
def worker_pool() -> Iterator[int]:
    """The port of a pool of external workers, which start plain `python`."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = int(free.getsockname()[1])
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    module = "apache_beam.runners.worker.worker_pool_main"
    pool = subprocess.Popen(
        [sys.executable, "-m", module, f"--service_port={port}"],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(150):
            try:
                socket.create_connection(("localhost", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        pool.terminate()
        pool.wait(timeout=20)


def test_the_portable_path_gives_the_same_bytes_as_the_local_engine(
    run: Callable[..., Output], sample: Output, worker_pool: int
) -> None:
    output = run(
        "portable",
        *SAMPLES,
        "--run-id=sample",
        "--runner=PortableRunner",
        "--job_endpoint=embed",
        "--environment_type=EXTERNAL",
        f"--environment_config=localhost:{worker_pool}",
    )
    assert output.shards() == sample.shards()
    assert output.manifest()["counts"] == sample.manifest()["counts"]
