"""Kill -9 at random moments: is there ever half a run, and is anything lost after the next one?

    .venv/bin/python benchmarks/kills.py [--kills 100] [--seed 1]

Each time a run over one more snapshot of a growing archive is started with --since-last and killed:
every other time at any moment of its life, else within a few hundredths of a second around its
publishing. Every third run is one that is made anew under --replace. What is there is then checked
as it lies (no run, or a whole one), the same command is run to its end, and what all runs have is
compared with what was served.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import pathlib
import random
import signal
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from benchmarks.archives import snapshot
from pipeline.command import main
from pipeline.runs import read_manifests
from pipeline.verify import verify
from transforms.actors.lexicon import lexicon


def command(work: pathlib.Path, night: int, *flags: str) -> list[str]:
    """The run of a night."""
    return [
        *("run", "--input", f"{work}/in/*.xml", "--output", f"{work}/out"),
        *("--since-last", "--run-id", f"night-{night:04d}", *flags),
    ]


def start(arguments: list[str]) -> int:
    """The command in a process of its own: a fork, as imports would take most of its time."""
    process = os.fork()
    if not process:
        with open(os.devnull, "w") as null:
            os.dup2(null.fileno(), 1)
            os.dup2(null.fileno(), 2)
        os._exit(main(arguments))
    return process


def end(process: int) -> int:
    """Wait for a process; its exit status, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def kill(process: int, work: pathlib.Path, delay: float, late: bool) -> bool:
    """Kill the run after so many seconds, or around its publishing; whether it was alive."""
    while late and not list(work.glob("out/_staging/*/results.json")):
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            break
        time.sleep(0.002)
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    return end(process) == -signal.SIGKILL


def half_written(out: pathlib.Path) -> list[str]:
    """What is wrong with the runs that are there, as any reader sees them."""
    return list(verify(str(out)).faults) if read_manifests(str(out)) else []


def left_over(out: pathlib.Path) -> list[str]:
    """Folders of tables that no manifest names, and what lies in the staging area."""
    known = read_manifests(str(out))
    folders = [path for path in out.glob("*/run=*") if path.name[4:] not in known]
    return [str(path) for path in (*folders, *out.glob("_staging/*"))]


def lost(out: pathlib.Path, snapshots: int) -> int:
    """By how many sightings of guids the output differs from what was served."""
    served: collections.Counter[str] = collections.Counter()
    for number in range(snapshots):
        for part in snapshot(number).split("<guid>")[1:]:
            served[part.partition("</guid>")[0]] += 1
    guids: dict[str, str] = {}
    seen: dict[tuple[str, int], int] = {}
    for path in out.glob("articles/run=*/*"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            guids[row["article_id"]] = row["guid"]
    for path in out.glob("sightings/run=*/*"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            key = (row["article_id"], row["revision"])
            seen[key] = max(seen.get(key, 0), row["sightings"])
    found: collections.Counter[str] = collections.Counter()
    for (article, _), count in seen.items():
        found[guids[article]] += count
    return sum(((served - found) + (found - served)).values())


def torture_from_command() -> None:
    """Kill so many runs, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    known = parser.parse_args()
    print(torture(known.kills, known.seed, pathlib.Path(tempfile.mkdtemp(prefix="communique-"))))


def torture(kills: int, seed: int, work: pathlib.Path) -> str:
    """Kill so many runs in a folder of their own; a line that says what was found.

    Raises:
        SystemExit: at the first run that is neither whole nor away, or thing that is lost.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    lexicon()  # each fork has it
    (work / "in").mkdir()
    out, alive, published, lasting = work / "out", 0, 0, 4.0
    for number in range(kills):
        (work / "in" / f"{number:04d}.xml").write_text(snapshot(number), encoding="utf-8")
        arguments = command(work, number)
        if number % 3 == 2 and end(start(arguments)) == 0:
            arguments.append("--replace")
        late = number % 2 == 1
        alive += kill(start(arguments), work, chance.random() * (0.06 if late else lasting), late)
        published += f"night-{number:04d}" in read_manifests(str(out))
        faults = half_written(out)
        began = time.monotonic()
        status = end(start(arguments))
        if "--replace" not in arguments:  # a replacing run takes as long
            lasting = time.monotonic() - began
        faults += half_written(out) + left_over(out)
        missed = lost(out, number + 1)
        if faults or missed or status:
            raise SystemExit(f"kill {number}: exit {status}, {missed} lost, {faults} in {work}")
        if number % 10 == 9:
            print(f"{number + 1} kills so far", file=sys.stderr, flush=True)
    return (
        f"{kills} kills, {alive} of them before the end, {published} left a whole run, "
        "0 half-written tables, 0 sightings lost"
    )


if __name__ == "__main__":
    torture_from_command()
