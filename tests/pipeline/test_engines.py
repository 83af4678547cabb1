"""The same graph on Beam's portable path: a job server, and workers in a process of their own."""

from __future__ import annotations

import os
import pathlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import apache_beam as beam
import pytest
from apache_beam.options.value_provider import RuntimeValueProvider

from pipeline.engines import choose_engine, run_graph
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


class _WriteOptions(beam.DoFn):
    """Leaves in a file which process it ran in and which options it was given."""

    def __init__(self, path: str) -> None:
        self._path = path

    def process(self, element: int) -> None:
        options = RuntimeValueProvider.runtime_options
        pathlib.Path(self._path).write_text(f"{os.getpid()} {options.get('job_name')}")


def test_every_option_reaches_the_worker_processes(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "told"
    flags = ["--direct_num_workers=2", "--direct_running_mode=multi_processing", "--job_name=night"]

    def build(pipeline: beam.Pipeline) -> None:
        _ = pipeline | beam.Create([1]) | beam.ParDo(_WriteOptions(str(path)))

    run_graph(choose_engine("DirectRunner", flags), build)
    process, job_name = path.read_text().split()
    assert job_name == "night"
    assert int(process) != os.getpid()


def test_the_local_engine_never_asks_for_another_one(
    run: Callable[..., Output], monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    from apache_beam.runners.portability import prism_runner

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("Prism was asked for, which Beam downloads")

    monkeypatch.setattr(prism_runner.PrismRunner, "run_pipeline", fail)
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    assert len(run("out", "--input", f"{tmp_path}/a.txt").rows("articles")) == 1
