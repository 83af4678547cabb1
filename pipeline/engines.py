"""Which engine runs the graph, and the refusals: what an engine would do wrongly in silence."""

from __future__ import annotations

import argparse
import os
import pathlib
from collections.abc import Callable, Sequence

import apache_beam as beam
from apache_beam.options.pipeline_options import (
    PipelineOptions,
    SetupOptions,
    StandardOptions,
    WorkerOptions,
)
from apache_beam.portability.api import beam_provision_api_pb2
from apache_beam.runners.portability.fn_api_runner.fn_runner import (
    ExtendedProvisionInfo,
    FnApiRunner,
)
from apache_beam.runners.portability.portable_runner import JobServiceHandle
from apache_beam.runners.runner import PipelineState

from pipeline.settings import UsageError

LOCAL = frozenset({"DirectRunner", "FnApiRunner"})
_REFUSED = {
    "DaskRunner": "it says DONE and loses tagged outputs and second branches of a graph",
    "BundleBasedDirectRunner": "it is Beam's old local engine; DirectRunner runs the new one",
    "SwitchingDirectRunner": "it downloads another engine first; DirectRunner does without",
}


class RunError(Exception):
    """The run failed and published nothing; exit status 1. Its text is one clear line."""


def choose_engine(runner: str, flags: Sequence[str]) -> PipelineOptions:
    """Beam's options for an engine, checked.

    Raises:
        UsageError: for an engine or an option that would give a wrong result, and, on the local
            engine, for a flag that neither we nor Beam know.
    """
    name = runner.rpartition(".")[2]
    if name in _REFUSED:
        raise UsageError(f"--runner {runner} is refused: {_REFUSED[name]}")
    if runner in LOCAL:
        unknown = _unknown(flags)
        if unknown:
            raise UsageError(f"unknown argument: {' '.join(unknown)}")
    options = PipelineOptions([*flags, f"--runner={runner}"])
    if runner in LOCAL and options.view_as(StandardOptions).streaming:
        raise UsageError(
            "--streaming is refused on the local engine: it reads unbounded input once, ends, and "
            "says DONE; run batches over the grown archive, or use Flink, Spark or Dataflow"
        )
    options.view_as(SetupOptions).save_main_session = False
    worker = options.view_as(WorkerOptions)
    if runner in LOCAL and not worker.default_sdk_harness_log_level:
        worker.default_sdk_harness_log_level = "ERROR"  # else each worker tells its life
    return options


def run_graph(options: PipelineOptions, build: Callable[[beam.Pipeline], None]) -> None:
    """Build the graph, run it on the engine that the options name, and wait for its end.

    Raises:
        RunError: where it did not end well.
    """
    name = options.view_as(StandardOptions).runner
    pipeline = beam.Pipeline(runner=_local(options) if name in LOCAL else name, options=options)
    build(pipeline)
    result = pipeline.run()
    state = result.wait_until_finish()
    if state != PipelineState.DONE:
        raise RunError(f"the engine ended in state {state}")


def _local(options: PipelineOptions) -> FnApiRunner:
    """Beam's local engine at once: DirectRunner would first try to download another one.

    FnApiRunner by itself gives worker processes no options; as DirectRunner does, we hand them on.
    """
    root = str(pathlib.Path(__file__).resolve().parents[1])
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if root not in paths:  # worker processes import the stages by name
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (root, *paths)))
    encoded = JobServiceHandle.encode_pipeline_options(options.get_all_options())
    info = beam_provision_api_pb2.ProvisionInfo(pipeline_options=encoded)
    return FnApiRunner(provision_info=ExtendedProvisionInfo(info))


def _unknown(flags: Sequence[str]) -> list[str]:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, conflict_handler="resolve")
    for options in _all_options():
        options._add_argparse_args(parser)
    return parser.parse_known_args(list(flags))[1]


def _all_options() -> list[type[PipelineOptions]]:
    found = []
    waiting = list(PipelineOptions.__subclasses__())
    while waiting:
        options = waiting.pop()
        waiting.extend(options.__subclasses__())
        if "_add_argparse_args" in vars(options):
            found.append(options)
    return found
