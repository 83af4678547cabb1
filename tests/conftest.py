"""What several tests share: the sample archive, and runs over an input of their own."""

from __future__ import annotations

import gc
import gzip
import json
import pathlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import zstandard

from pipeline.command import main
from transforms.actors.lexicon import lexicon
from transforms.acts.find import find_acts
from transforms.language.detect import Language
from transforms.quotes.find import find_quotes
from transforms.records import Act
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import split_article
from transforms.text import read_story
from transforms.wording import read_passages

ROOT = pathlib.Path(__file__).resolve().parents[1]
SAMPLES = ["--input", "samples/feeds/**", "--input", "samples/stories/*.txt"]


class Output:
    """A finished output folder, read back."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path

    def manifest(self) -> dict[str, Any]:
        """The manifest of the only run."""
        (path,) = self.path.glob("_runs/*/manifest.json")
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return manifest

    def shards(self) -> dict[str, bytes]:
        """The bytes of every shard by its path below the folder."""
        return {
            str(path.relative_to(self.path)): path.read_bytes()
            for path in sorted(self.path.glob("*/run=*/**/part-*"))
        }

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table in the order of its shards."""
        return [json.loads(line) for path in self._parts(table) for line in _lines(path)]

    def _parts(self, table: str) -> list[pathlib.Path]:
        return sorted(self.path.glob(f"{table}/run=*/**/part-*"))


def _lines(path: pathlib.Path) -> Iterator[str]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    yield from data.decode("utf-8").split("\n")[:-1]


def cost(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes, at best of three, the garbage collector aside."""
    best = float("inf")
    for _ in range(3):
        gc.disable()
        try:
            before = time.process_time()
            work()
            best = min(best, time.process_time() - before)
        finally:
            gc.enable()
    return best


def growth(small: Callable[[], object], large: Callable[[], object], least: float = 0.01) -> float:
    """How many times the CPU seconds of a small work the large one takes: the least of four turns.

    Both are timed in each turn, as a shared machine may be slow for one turn. What takes fewer
    seconds than the least counts as the least.
    """
    return min(cost(large) / max(cost(small), least) for _ in range(4))


@pytest.fixture
def run(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Output]:
    """Runs the command from the repository's root and reads what it wrote."""
    monkeypatch.chdir(ROOT)

    def run_into(name: str, *arguments: str) -> Output:
        assert main(["run", "--output", str(tmp_path / name), *arguments]) == 0
        return Output(tmp_path / name)

    return run_into


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """One run over the shipped samples, for tests that only read it."""
    folder = tmp_path_factory.mktemp("sample") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["run", "--output", str(folder), *SAMPLES, "--run-id", "sample"]) == 0
    return Output(folder)


def acts_in(text: str, language: str, kind: str = "") -> list[Act]:
    """The acts of a text whose language is known, in order; cues are offsets into their block.

    kind: that of the segments whose acts they are; of all if empty.
    """
    entry = read_story(text, "story.txt")
    known = Language(language, 1.0)
    spans = split_article(entry.text, entry.blocks)
    anatomy = read_anatomy(entry.text, spans, language, None, frozenset(), "")
    tags = [known] * len(anatomy.spans)
    passages = read_passages(entry.text, anatomy, tags, known, lexicon())
    found = zip(passages, find_acts(passages, find_quotes(passages)), strict=True)
    return [act for one, acts in found for act in acts if kind in ("", one.kind)]
