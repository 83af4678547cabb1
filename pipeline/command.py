"""The command `communique`: what a user types, and the exit status that a scheduler reads.

0 done; 1 the run failed and published nothing, a load failed, or verify found faults; 2 wrong
usage.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import logging
import os
import pathlib
import sys
import tempfile
from collections.abc import Sequence

from apache_beam.options.pipeline_options import PipelineOptions

from pipeline import __version__, files
from pipeline.demands import add_command, told
from pipeline.engines import LOCAL, RunError, choose_engine, run_graph
from pipeline.explain import explain
from pipeline.graph import build
from pipeline.inputs import find_input, write_lists
from pipeline.ledger import rebuild
from pipeline.lock import locked
from pipeline.plan import Task, plan
from pipeline.publish import is_staged, publish, settle
from pipeline.report import ShowProgress, summary
from pipeline.runs import begin, newest_line, read_manifests
from pipeline.settings import PARTITIONS, SHARD_BYTES, Settings, UsageError, check_run_id
from pipeline.verify import verify
from pipeline.warehouse.commands import add_commands, run_command
from transforms.actors import terms
from transforms.actors.coverage import report, shipped_coverage
from transforms.actors.lexicon import lexicon
from transforms.actors.own_actors import ActorsError
from transforms.parts import FORMATS, SUFFIXES
from transforms.progress import Progress

_RUN_HELP = """\
Any further argument is an option of Beam's engine, for example --direct_num_workers=2
--direct_running_mode=multi_processing, or what a cluster needs."""


def parser() -> argparse.ArgumentParser:
    """All commands and flags."""
    top = argparse.ArgumentParser(
        prog="communique", description="Feed archives in, who-demands-what rows out."
    )
    top.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    run = commands.add_parser(
        "run", allow_abbrev=False, help="read an archive, write the tables", epilog=_RUN_HELP
    )
    run.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="GLOB",
        help="files to read, on any Beam file system; may be given several times",
    )
    run.add_argument("--output", metavar="OUT", help="folder that the tables go to")
    run.add_argument("--run-id", metavar="ID", help="default: made from input and settings")
    run.add_argument(
        "--replace", action="store_true", help="the run of this id may be there with other input"
    )
    run.add_argument(
        "--since-last",
        action="store_true",
        help="read only files that the newest run and those it builds on have not read",
    )
    run.add_argument("--format", choices=FORMATS, default="jsonl")
    run.add_argument("--compression", choices=list(SUFFIXES), default="none")
    run.add_argument("--partition-by", choices=PARTITIONS, help="default: by run only")
    run.add_argument(
        "--shard-bytes",
        type=int,
        default=SHARD_BYTES,
        metavar="N",
        help="most bytes of a shard before compression (default: %(default)s)",
    )
    run.add_argument(
        "--max-reject-rate",
        type=float,
        metavar="SHARE",
        help="publish nothing if more than this share of what was read is rejected, as 0.05",
    )
    run.add_argument("--runner", default="DirectRunner", metavar="NAME", help="Beam's engine")
    run.add_argument("--actors", metavar="FILE.tsv", help="your own actors, or other choices")
    show = commands.add_parser("explain", help="print an article with all that was found, and why")
    show.add_argument("file", metavar="FILE", help="a feed or a plain-text story")
    show.add_argument("--actors", metavar="FILE.tsv", help="your own actors, or other choices")
    actors = commands.add_parser("actors", help="what the table of actors covers")
    actors.add_argument("what", choices=["coverage"], help="states by language and kind of name")
    add_command(commands)
    ledger = commands.add_parser("ledger", help="what --since-last compares with")
    ledger.add_argument("what", choices=["rebuild"], help="make it anew from the output")
    ledger.add_argument("output", metavar="OUT", help="folder that runs were published in")
    check = commands.add_parser("verify", help="check a finished output, row by row")
    check.add_argument("output", metavar="OUT", help="folder that runs were published in")
    add_commands(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status."""
    form = "%(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form, force=True)
    # repeats every line of every worker that the worker has written itself
    logging.getLogger("apache_beam.runners.portability.local_job_service").setLevel(logging.ERROR)
    command = parser()
    known, flags = command.parse_known_args(arguments)
    try:
        if known.command == "run":
            return _run(known, flags)
        if flags:
            raise UsageError(f"unknown argument: {' '.join(flags)}")
        if known.command == "verify":
            return _verify(known.output)
        if known.command == "ledger":
            return _ledger(known.output)
        if (status := run_command(known)) is not None:
            return status
        if known.command == "explain":
            lines = explain(known.file, lexicon(_own_actors(known.actors)))
        elif known.command == "demands":
            lines = told(known)
        else:
            offices = terms.report(terms.shipped_offices())
            lines = itertools.chain(report(shipped_coverage()), [""], offices)
        for line in lines:
            print(line)
        return 0
    except UsageError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read the lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RunError as error:
        print(f"communique: {error}; nothing was published", file=sys.stderr)
        return 1


def _run(known: argparse.Namespace, flags: Sequence[str]) -> int:
    if not known.output:
        raise UsageError("no --output given")
    settings = Settings(
        inputs=tuple(known.input),
        output=known.output,
        compression=known.compression,
        shard_bytes=known.shard_bytes,
        own_actors=_own_actors(known.actors),
        since_last=known.since_last,
        format=known.format,
        partition_by=known.partition_by,
        max_reject_rate=known.max_reject_rate,
    )
    if known.run_id:
        check_run_id(known.run_id)
    options = choose_engine(known.runner, flags)
    found = find_input(settings)
    local = known.runner in LOCAL
    try:
        with locked(settings.output):
            settle(settings.output)
            task = plan(settings, found, known.run_id, known.replace)
            print(task if isinstance(task, str) else _do(task, options, local))
    except (RunError, UsageError):
        raise
    except KeyboardInterrupt as error:
        raise RunError("interrupted") from error
    except files.ERRORS as error:
        raise RunError(f"cannot write to {settings.output}: {error}") from error
    return 0


def _do(task: Task, options: PipelineOptions, local: bool) -> str:
    """Run and publish; what came of it."""
    settings = task.settings
    run = begin(settings, task.run_id, task.number, task.since)
    try:
        lists = write_lists(task.found, run.staging.lists)
        with tempfile.TemporaryDirectory(prefix="communique-") as counts:
            progress = Progress(counts if local else None)
            with ShowProgress(progress, len(task.found)):
                run_graph(
                    options,
                    lambda pipeline: build(
                        pipeline, settings, run.run_id, run.staging, progress, lists, task.known
                    ),
                )
        manifest = publish(run)
    except (RunError, UsageError):
        raise
    except Exception as error:  # whatever an engine raises: its cause is in the text
        if not isinstance(error, files.ERRORS):  # those tell all in their last line
            logging.getLogger("communique").error("the run failed", exc_info=True)
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise RunError(f"the run failed: {lines[-1] if lines else type(error).__name__}") from error
    finally:
        if not is_staged(run.folder):
            run.discard()
    return summary(manifest, settings.output)


def _own_actors(path: str | None) -> str:
    """The text of a user's table of actors, checked; empty where none is given."""
    if not path:
        return ""
    try:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        lexicon(text)
    except (OSError, UnicodeError, ActorsError) as error:
        raise UsageError(f"--actors {path}: {error}") from error
    return text


def _ledger(output: str) -> int:
    try:
        with locked(output):
            settle(output)
            manifests = read_manifests(output)
            line = newest_line(manifests)
            rebuild(output, manifests, line)
    except files.ERRORS as error:
        raise RunError(f"cannot write to {output}: {error}") from error
    print(f"{output}: a ledger of {len(line):,} runs")
    return 0


def _verify(output: str) -> int:
    with contextlib.suppress(UsageError, *files.ERRORS):  # a run at work, or one may only read
        if files.exists(output):
            with locked(output):
                settle(output)
    report = verify(output)
    for fault in report.faults:
        print(f"communique: {fault}", file=sys.stderr)
    if report.faults:
        return 1
    print(f"{output}: {report.runs:,} runs, {report.rows:,} rows, no fault")
    return 0
