"""What the job costs beside a plain loop over the same pure functions, in one run.

    .venv/bin/python benchmarks/job_vs_loop.py 'archive/**/*.xml' [--rounds 3]

Prints, for each round, CPU seconds (user and system, all processes), wall seconds and peak memory
(of the largest process) of the loop and of the job, and their ratio; the loop reads, decodes, tells
revisions, detects, cuts, tags and encodes as JSON, in one process without Beam and without writing.
"""

from __future__ import annotations

import argparse
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence

LOOP = "--loop"


def loop(patterns: Sequence[str]) -> None:
    """The same functions that the job calls, one after the other."""
    from transforms.actors.lexicon import lexicon
    from transforms.analyse import analyse
    from transforms.reading.parse import read_file
    from transforms.records import Entry, Revision, to_json
    from transforms.revisions.identity import article_id, content_hash

    names = lexicon()
    seen: dict[tuple[str, str], Entry] = {}
    for path in sorted(path for pattern in patterns for path in glob.glob(pattern, recursive=True)):
        with open(path, "rb") as file:
            for entry in read_file(file.read(), path):
                if isinstance(entry, Entry):
                    seen.setdefault((article_id(entry), content_hash(entry)), entry)
    written = 0
    for (article, _), entry in seen.items():
        analysis = analyse(entry, Revision.alone(entry, article), "loop", names)
        written += len(to_json(analysis.article).encode())
        written += sum(len(to_json(segment).encode()) for segment in analysis.segments)
    print(f"loop: {len(seen)} revisions, {written} bytes", file=sys.stderr)


def measure(command: Sequence[str]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak MiB of a command with its children."""
    pid = os.posix_spawn(command[0], list(command), os.environ)
    started = time.monotonic()
    _, status, used = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    wall = time.monotonic() - started
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def main() -> None:
    """Run loop and job in turn, and print their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patterns", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(LOOP, action="store_true", help=argparse.SUPPRESS)
    known, flags = parser.parse_known_args()
    if known.loop:
        loop(known.patterns)
        return
    heads = ("loop CPU", "job CPU", "ratio", "loop MiB", "job MiB", "job s")
    print(" " * 8 + "".join(f"{head:>10}" for head in heads))
    for number in range(1, known.rounds + 1):
        plain = measure([sys.executable, __file__, LOOP, *known.patterns])
        out = tempfile.mkdtemp(prefix="communique-")
        inputs = [part for pattern in known.patterns for part in ("--input", pattern)]
        job = measure([sys.executable, "-m", "pipeline", "run", *inputs, "--output", out, *flags])
        shutil.rmtree(out)
        print(
            f"round {number:<2}{plain[0]:>10.2f}{job[0]:>10.2f}{job[0] / plain[0]:>10.2f}"
            f"{plain[2]:>10.0f}{job[2]:>10.0f}{job[1]:>10.1f}"
        )


if __name__ == "__main__":
    main()
