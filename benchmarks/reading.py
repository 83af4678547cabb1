"""What reading a story's text costs beside langdetect alone, in one run on one core.

    .venv/bin/python benchmarks/reading.py 'stories/*.txt' [--stories 300] [--rounds 3]

For each round, CPU milliseconds a story: its language, its segments, their languages, the story's
anatomy (datelines, sub-headlines, boilerplate), its quotes; beside them langdetect, the reference,
on the story and on each of its blocks. Then its acts, beside the same and beside langdetect on the
story alone. Actors and people are not part of it: quotes and acts are found, as in the job, among
passages in which they are tagged, and tagging is not timed here. Parsing and reading of files is
not timed either. Where the package is compiled (docs/operations.md), that is what is timed.
"""

from __future__ import annotations

import argparse
import glob
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from transforms.actors.lexicon import lexicon
from transforms.acts.find import find_acts
from transforms.language.detect import detect, detect_segments
from transforms.language.ngrams import reference
from transforms.quotes.find import find_quotes
from transforms.records import Entry, Passage
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import split_article
from transforms.text import read_story
from transforms.wording import read_passages


def milliseconds(work: Callable[[], object], stories: int) -> float:
    """CPU milliseconds a story."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1_000 / stories


def stages(stories: Sequence[Entry], passages: Sequence[Sequence[Passage]]) -> dict[str, float]:
    """CPU milliseconds a story of each stage."""
    found = {}

    def told() -> None:
        for story in stories:
            article = detect(story.text)
            detect_segments([story.text[b.start : b.end] for b in story.blocks], article)

    def cut() -> None:
        for story in stories:
            split_article(story.text, story.blocks)

    spans = [split_article(story.text, story.blocks) for story in stories]
    languages = [detect(story.text).tag for story in stories]

    def anatomy() -> None:
        for story, of_story, language in zip(stories, spans, languages, strict=True):
            read_anatomy(story.text, of_story, language)

    def quotes() -> None:
        for of_story in passages:
            find_quotes(of_story)

    work = {"language": told, "segments": cut, "anatomy": anatomy, "quotes": quotes}
    for name, stage in work.items():
        found[name] = milliseconds(stage, len(stories))
    return found


def acts(passages: Sequence[Sequence[Passage]]) -> float:
    """CPU milliseconds a story of its acts, the quotes being known."""
    quotes = [find_quotes(of_story) for of_story in passages]

    def work() -> None:
        for of_story, quoted in zip(passages, quotes, strict=True):
            find_acts(of_story, quoted)

    return milliseconds(work, len(passages))


def langdetect(stories: Sequence[Entry], blocks: bool = True) -> float:
    """CPU milliseconds a story of langdetect on it, and on each of its blocks if that is asked."""
    package = reference()
    package.DetectorFactory.seed = 0

    def work() -> None:
        for story in stories:
            parts = [story.text[b.start : b.end] for b in story.blocks] if blocks else []
            for text in (story.text, *parts):
                try:
                    package.detect(text)
                except package.LangDetectException:
                    continue

    return milliseconds(work, len(stories))


def main() -> int:
    """Print a line a round and the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pattern")
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = sorted(glob.glob(options.pattern, recursive=True))
    chosen = random.Random(0).sample(paths, min(options.stories, len(paths)))  # noqa: S311 - a sample
    stories = [read_story(pathlib.Path(p).read_text(encoding="utf-8"), p) for p in chosen]
    if not stories:
        print(f"no story matches {options.pattern}", file=sys.stderr)
        return 2
    size = sum(len(story.text.encode()) for story in stories) / len(stories)
    print(f"{len(stories)} stories, {size:.0f} bytes each on average")
    names = lexicon()
    passages = []
    for story in stories:
        article = detect(story.text)
        spans = split_article(story.text, story.blocks)
        anatomy = read_anatomy(story.text, spans, article.tag)
        told = detect_segments([story.text[span.start : span.end] for span in spans], article)
        passages.append(read_passages(story.text, anatomy, told, article, names))
    acts(passages[:20])
    stages(stories[:20], passages[:20])  # tables and profiles are loaded once
    langdetect(stories[:2])
    ratios, totals, of_acts, act_ratios, alone_ratios = [], [], [], [], []
    for _ in range(options.rounds):
        found = stages(stories, passages)
        total, raw = sum(found.values()), langdetect(stories)
        totals.append(total * 3_000 / size)
        ratios.append(raw / total)
        parts = "  ".join(f"{name} {cost:.3f}" for name, cost in found.items())
        print(f"{parts}  together {total:.3f}  langdetect {raw:.2f}  ratio {raw / total:.1f}")
        cost, alone = acts(passages), langdetect(stories, blocks=False)
        of_acts.append(cost * 3_000 / size)
        act_ratios.append(raw / cost)
        alone_ratios.append(alone / cost)
        print(
            f"acts {cost:.3f}  langdetect {raw / cost:.1f} times as much, "
            f"on the story alone ({alone:.2f}) {alone / cost:.1f}"
        )
    print(
        f"medians: {statistics.median(totals):.3f} ms for 3,000 bytes, "
        f"langdetect {statistics.median(ratios):.1f} times as much\n"
        f"acts: {statistics.median(of_acts):.3f} ms for 3,000 bytes, "
        f"langdetect {statistics.median(act_ratios):.1f} times as much, "
        f"on the story alone {statistics.median(alone_ratios):.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
