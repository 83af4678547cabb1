"""Real snapshots of six feeds, straight from their .tar.xz, against feedparser in the plainest way.

The archive is not in this repository; the tests skip where it is absent.
"""

from __future__ import annotations

import collections
import html
import io
import pathlib
import tarfile

import feedparser
import pytest

from pipeline.command import main
from pipeline.verify import verify
from tests.conftest import ROOT, Output

ARCHIVE = ROOT.parent / "shared" / "data" / "feeds.tar.xz"
if not ARCHIVE.exists():  # a worktree lies one folder deeper
    ARCHIVE = ROOT.parent.parent / "shared" / "data" / "feeds.tar.xz"
pytestmark = pytest.mark.skipif(not ARCHIVE.exists(), reason="no archive of feeds here")
Texts = collections.Counter[tuple[str, str, str, str]]
"""How often each text was seen: by folder, id, title and text, white space folded."""


def members() -> list[tuple[str, bytes]]:
    with tarfile.open(ARCHIVE) as archive:
        files = [info for info in archive if info.isreg()]
        return [(info.name, archive.extractfile(info).read()) for info in files]  # type: ignore[union-attr]


def reference(unescape: bool) -> Texts:
    """What feedparser's entries come to; unescape: also where a text has escaped its letters."""
    seen: Texts = collections.Counter()
    for name, data in members():
        for entry in feedparser.parse(io.BytesIO(data)).entries:
            texts = [part.value for part in entry.get("content", [])] or [entry.get("summary", "")]
            told = [entry.get("title", ""), max(texts, key=len)]
            title, text = (" ".join((html.unescape(t) if unescape else t).split()) for t in told)
            seen[name.split("/")[1], entry.get("id") or entry.link, title, text] += 1
    return seen


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """One run over the archive as it lies there."""
    out = tmp_path_factory.mktemp("archive") / "out"
    assert main(["run", "--input", str(ARCHIVE), "--output", str(out), "--run-id", "whole"]) == 0
    assert verify(str(out)).faults == ()
    return Output(out)


def test_articles_revisions_and_sightings_are_those_of_feedparser(whole: Output) -> None:
    counts = whole.manifest()["counts"]
    assert (counts["files"], counts["containers"], counts["rejected"]) == (590, 1, 0)
    plain, unescaped = reference(unescape=False), reference(unescape=True)
    assert counts["read"] == sum(plain.values()) == 18_108
    rows = whole.rows("articles")
    assert len({row["article_id"] for row in rows}) == len({key[:2] for key in plain}) == 8_972
    # the whole difference: six stories of one paper that wrote &rsquo; for its apostrophe once
    assert len(plain) - len(rows) == 6
    assert len(unescaped) == len(rows) == 9_463
    seen: collections.Counter[tuple[str, str]] = collections.Counter()
    revisions: collections.Counter[tuple[str, str]] = collections.Counter()
    for row in rows:
        key = (row["source_uri"].partition("!")[2].split("/")[1], row["guid"] or row["url"])
        seen[key] += row["sightings"]
        revisions[key] += 1
    expected: collections.Counter[tuple[str, str]] = collections.Counter()
    for entry, count in unescaped.items():
        expected[entry[:2]] += count
    assert seen == expected
    assert revisions == collections.Counter(key[:2] for key in unescaped)


def test_ten_nights_come_to_the_same_as_one_run(whole: Output, tmp_path: pathlib.Path) -> None:
    files = sorted(members(), key=_made)
    assert len(files) == 590
    for night in range(10):
        for name, data in files[night * 59 : (night + 1) * 59]:
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        run = ["run", "--input", f"{tmp_path}/in/**", "--output", f"{tmp_path}/out", "--since-last"]
        assert main(run) == 0
    report = verify(str(tmp_path / "out"))
    assert (report.runs, report.faults) == (10, ())
    assert _state(Output(tmp_path / "out")) == _state(whole)


def _made(member: tuple[str, bytes]) -> tuple[list[int], str]:
    """When a snapshot was made, as far as it or its entries tell."""
    parsed = feedparser.parse(io.BytesIO(member[1]))
    own = dict.get(parsed.feed, "updated_parsed")  # its own get answers another question
    times = [own] if own else [dict.get(entry, "published_parsed") for entry in parsed.entries]
    return max((list(time)[:6] for time in times if time), default=[]), member[0]


def _state(output: Output) -> dict[tuple[str, str], tuple[str, str, int]]:
    """Of each article and text, when it was seen first and last, and how often."""
    known: dict[tuple[str, str], tuple[str, str, int]] = {}
    for row in output.rows("sightings"):
        key = (row["article_id"], row["content_hash"])
        old = known.get(key, (row["first_seen"], row["last_seen"], 0))
        known[key] = (
            min(old[0], row["first_seen"]),
            max(old[1], row["last_seen"]),
            max(old[2], row["sightings"]),
        )
    return known
