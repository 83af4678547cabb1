"""How often languages are told right: sentences, stories of ten sentences, mixed stories; speed.

    .venv/bin/python benchmarks/language.py FOLDER [STORIES]

FOLDER holds <language>.txt files of sentences, one a line, in UTF-8. A story is ten sentences of
one language, a paragraph each; each is a segment of it. A mixed story has nine of one language and
a last paragraph of two sentences in another. Beside it, langdetect as it is, which never says
`und`. A sentence is short if it has too few letters for an answer. STORIES holds plain-text files,
the paragraphs parted by blank lines, on which the time is measured.
"""

from __future__ import annotations

import collections
import pathlib
import random
import sys
import time
from collections.abc import Sequence

from transforms.language import ngrams
from transforms.language.detect import UNDETERMINED, detect, detect_segments, known
from transforms.tables import read_table
from transforms.text import split_blocks

STORY = 10
TIMED = 500
ROUNDS = 5
Counts = collections.Counter[str]


def same(tag: str, wanted: str) -> bool:
    """Whether a tag is the file's language; `zh` is Chinese in either script."""
    return tag == wanted or (wanted == "zh" and tag.startswith("zh-"))


def raw(text: str) -> str:
    """What langdetect says by itself, its names as BCP-47."""
    chances = ngrams.chances(text)
    return max(chances, key=chances.__getitem__) if chances else "und"


def measure(language: str, sentences: Sequence[str]) -> tuple[Counts, Counts]:
    """Right answers and attempts by kind, and the wrong answers to sentences."""
    counts: Counts = collections.Counter()
    wrong: Counts = collections.Counter()
    for sentence in sentences:
        found = detect(sentence)
        counts["sentences"] += 1
        counts["short"] += found == UNDETERMINED
        counts["und"] += found.tag == "und"
        counts["sentence"] += same(found.tag, language)
        counts["raw sentence"] += same(raw(sentence), language)
        if found.tag != "und" and not same(found.tag, language):
            wrong[found.tag] += 1
    for story in stories(sentences):
        article = detect("\n\n".join(story))
        counts["stories"] += 1
        counts["story"] += same(article.tag, language)
        counts["raw story"] += same(raw("\n\n".join(story)), language)
        for segment in detect_segments(story, article):
            counts["segments"] += 1
            counts["segment"] += same(segment.tag, language)
    return counts, wrong


def stories(sentences: Sequence[str]) -> list[Sequence[str]]:
    """Stories of ten sentences; what is left over is in none."""
    return [sentences[n : n + STORY] for n in range(0, len(sentences) - STORY + 1, STORY)]


def mixed(sentences: dict[str, list[str]], chance: random.Random) -> Counts:
    """Mixed stories: how often the main language and the last paragraph's are seen."""
    counts: Counts = collections.Counter()
    for language, own in sentences.items():
        for story in stories(own):
            other = chance.choice([tag for tag in sentences if tag != language])
            blocks = [*story[:-1], " ".join(chance.sample(sentences[other], 2))]
            article = detect("\n\n".join(blocks))
            counts["stories"] += 1
            counts["main"] += same(article.tag, language)
            counts["other"] += same(detect_segments(blocks, article)[-1].tag, other)
    return counts


def report(name: str, counts: Counts, wrong: Counts | None = None) -> None:
    """One line: sentences, of those answered, stories, segments; beside it langdetect as it is."""
    answered = counts["sentences"] - counts["und"]
    print(
        f"{name:9}{_percent(counts['sentence'], counts['sentences'])}"
        f"{_percent(counts['sentence'], answered)}{counts['und']:5}{counts['short']:6}"
        f"{_percent(counts['story'], counts['stories'])}"
        f"{_percent(counts['segment'], counts['segments'])}"
        f"{_percent(counts['raw sentence'], counts['sentences'])}"
        f"{_percent(counts['raw story'], counts['stories'])}   "
        + " ".join(f"{tag}:{times}" for tag, times in (wrong or Counts()).most_common(4))
    )


def _percent(right: int, of: int) -> str:
    return f"{100 * right / of:8.2f}" if of else f"{'-':>8}"


def speed(folder: str) -> None:
    """Time for an article and its blocks, of the first stories of some 3 KB."""
    texts: list[tuple[str, list[str]]] = []
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if 2_500 <= len(text.encode("utf-8")) <= 3_500 and len(texts) < TIMED:
            texts.append((text, [text[start:end] for start, end in split_blocks(text)]))
    costs = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for text, blocks in texts:
            detect_segments(blocks, detect(text))
        costs.append((time.process_time() - started) / len(texts) * 1000)
    blocks_each = sum(len(blocks) for _, blocks in texts) / len(texts)
    print(
        f"{len(texts)} stories, {blocks_each:.1f} blocks each: "
        f"{min(costs):.3f} to {max(costs):.3f} ms of CPU a story with its blocks"
    )


def main(folder: str, timed: str | None = None) -> None:
    """Print a line for each language, and totals."""
    chance = random.Random(0)  # noqa: S311 - no secret
    how = {row["language"]: row["how"] for row in read_table("languages.tsv")}
    sentences: dict[str, list[str]] = {}
    totals: dict[str, Counts] = collections.defaultdict(collections.Counter)
    print(" " * 9 + "sentence answered  und short   story segment | langdetect: sentence, story")
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        language = path.stem
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
        chance.shuffle(lines)
        counts, wrong = measure(language, lines)
        report(language, counts, wrong)
        if language != "zh" and language not in known():
            kind = "unknown"
        else:
            kind = "words" if how.get(language) == "words" else "known"
        totals[kind] += counts
        if kind == "known":
            sentences[language] = lines
    for kind, counts in totals.items():
        report(kind, counts)
    seen = mixed(sentences, chance)
    print(
        f"{seen['stories']} mixed stories: main language{_percent(seen['main'], seen['stories'])}, "
        f"the last paragraph's{_percent(seen['other'], seen['stories'])}"
    )
    if timed:
        speed(timed)


if __name__ == "__main__":
    main(*sys.argv[1:])
