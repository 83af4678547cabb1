"""Throughput and peak memory of the whole process tree over growing archives of feed snapshots.

    .venv/bin/python benchmarks/archives.py 10000 100000 1000000 [--folder DIR] [-- FLAG ...]

An archive of N occurrences has N / 10 different items of 2 KB, of invented words: each snapshot
holds 50 items, and 5 of them are new. One item in twenty is edited while it is seen. Memory is the
sum of the resident sets of the command and its children, looked at five times a second (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ITEMS, NEW = 50, 5
"""Items of a snapshot, and how many of them the one before did not have."""
_WORDS = (
    "harbour treaty ship grain minister border talks cable winter quota Kenya Norway Egypt the of "
    "and to in said that will not with from Ankara UN fishing port union strike vessel season"
).split()


def item(number: int, edited: bool) -> str:
    """An item of some 2 KB, the same for the same arguments."""
    chance = random.Random(f"{number} {edited}")  # noqa: S311 - no secret
    blocks = [" ".join(chance.choices(_WORDS, k=55)).capitalize() + "." for _ in range(6)]
    body = "".join(f"&lt;p&gt;{block}&lt;/p&gt;" for block in blocks)
    return (
        f"<item><title>Story {number} of the archive</title><guid>story-{number}</guid>"
        f"<link>https://quay.example/{number}?utm_source=rss</link>"
        f"<description>{body}</description></item>\n"
    )


def snapshot(number: int) -> str:
    """A feed as it was served the number-th time, an hour after the one before."""
    first = number * NEW
    made = time.gmtime(1_700_000_000 + 3_600 * number)
    stated = time.strftime("%a, %d %b %Y %H:%M:%S GMT", made)
    items = "".join(
        item(one, edited=one % 20 == 0 and one - first < ITEMS // 2)
        for one in range(first, first + ITEMS)
    )
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Quay</title>"
        f"<link>https://quay.example/</link><lastBuildDate>{stated}</lastBuildDate>\n"
        f"{items}</channel></rss>\n"
    )


def write_archive(folder: pathlib.Path, occurrences: int) -> int:
    """The snapshots of an archive; their bytes."""
    size = 0
    for number in range(occurrences // ITEMS):
        path = folder / f"{number // 1_000:04d}" / f"{number:07d}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(snapshot(number).encode())
    return size


def tree_bytes(root: int) -> int:
    """Resident bytes of a process and all below it."""
    parents, resident = {}, {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = pathlib.Path(entry.path, "stat").read_text().rpartition(")")[2].split()
                pages = int(pathlib.Path(entry.path, "statm").read_text().split()[1])
            except (OSError, IndexError):
                continue
            parents[int(entry.name)] = int(fields[1])
            resident[int(entry.name)] = pages * os.sysconf("SC_PAGE_SIZE")
    total = 0
    for process in resident:
        above = process
        while above and above != root:
            above = parents.get(above, 0)
        total += resident[process] if above == root else 0
    return total


def main() -> None:
    """Make each archive, run over it, and print a line of the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("occurrences", nargs="+", type=int)
    parser.add_argument("--folder", help="where archive and output go; default: a temporary one")
    known, flags = parser.parse_known_args()
    flags = [flag for flag in flags if flag != "--"]
    print("| occurrences | revisions | MB | wall s | CPU s | occurrences a s | peak MiB | B more |")
    print("|---|---|---|---|---|---|---|---|")
    before: tuple[int, int] | None = None
    for occurrences in known.occurrences:
        work = pathlib.Path(tempfile.mkdtemp(prefix="communique-", dir=known.folder))
        size = write_archive(work / "in", occurrences)
        command = [sys.executable, "-m", "pipeline", "run", "--input", f"{work}/in/**/*.xml"]
        command += ["--output", f"{work}/out", "--run-id", "bench", *flags]
        spent = os.times()
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, tree_bytes(process.pid))
            time.sleep(0.2)
        wall = time.monotonic() - started
        if process.returncode:
            raise SystemExit(f"the run over {occurrences} failed: {' '.join(command)}")
        after = os.times()
        cpu = after.children_user + after.children_system
        cpu -= spent.children_user + spent.children_system
        manifest = json.loads((work / "out/_runs/bench/manifest.json").read_text())
        counts = manifest["counts"]
        if counts["read"] != occurrences:
            raise SystemExit(f"read {counts['read']} of {occurrences}")
        more = ""
        if before:
            more = f"{(peak - before[1]) / (occurrences - before[0]):.0f}"
        before = occurrences, peak
        print(
            f"| {occurrences:,} | {counts['revisions']:,} | {size / 1e6:,.0f} | {wall:,.0f} "
            f"| {cpu:,.0f} | {occurrences / wall:,.0f} | {peak / 2**20:,.0f} | {more} |",
            flush=True,
        )
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
