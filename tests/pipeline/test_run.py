"""The job from input to published tables, on the local engine."""

from __future__ import annotations

import collections
import hashlib
import json
import pathlib
import random
import shutil
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from pipeline.command import main
from pipeline.shard_rows import lines
from pipeline.verify import verify
from tests.conftest import ROOT, SAMPLES, Output
from transforms.parts import NO_DAY
from transforms.records import RECORD_LIMIT, TABLES

Run = Callable[..., Output]


def test_the_sample_gives_exactly_these_counts(sample: Output) -> None:
    counts = sample.manifest()["counts"]
    assert {key: value for key, value in counts.items() if not isinstance(value, dict)} == {
        "files": 29,
        "containers": 0,
        "read": 58,
        "parsed": 55,
        "articles": 44,
        "revisions": 45,
        "duplicates": 10,
        "rejected": 3,
        "cut": 0,
    }
    assert counts["rejected_by_reason"] == {
        "no_text": 1,
        "truncated_entry": 1,
        "unknown_format": 1,
    }


def test_every_language_of_the_samples_is_detected(sample: Output) -> None:
    by_file = {
        pathlib.PurePath(row["source_uri"]).name[:2]: row["language"]
        for row in sample.rows("articles")
        if row["source_kind"] == "text"
    }
    assert by_file == {
        code: "zh-Hans" if code == "zh" else code
        for code in "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split()
    }


def test_the_manifest_tells_what_lies_in_the_shards(sample: Output) -> None:
    shards = sample.shards()
    listed = [part for parts in sample.manifest()["tables"].values() for part in parts]
    assert sorted(part["path"] for part in listed) == sorted(shards)
    for part in listed:
        data = shards[part["path"]]
        assert (part["bytes"], part["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert part["rows"] == data.count(b"\n")


def test_the_manifest_names_every_input_with_its_checksum(sample: Output) -> None:
    inputs = sample.manifest()["inputs"]
    assert len(inputs) == 29
    for item in inputs:
        data = pathlib.Path(item["uri"]).read_bytes()
        assert (item["bytes"], item["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_a_story_seen_in_three_snapshots_is_two_revisions(sample: Output) -> None:
    rows = [row for row in sample.rows("articles") if row["guid"] == "hh-1003"]
    assert [
        (row["revision"], row["sightings"], row["first_seen"], row["last_seen"]) for row in rows
    ] == [
        (1, 1, "2026-03-01T06:00:00Z", "2026-03-01T06:00:00Z"),
        (2, 2, "2026-03-01T18:00:00Z", "2026-03-02T06:00:00Z"),
    ]
    assert len({row["article_id"] for row in rows}) == 1


def test_sightings_by_guid_are_those_of_the_snapshots(sample: Output) -> None:
    seen: collections.Counter[str] = collections.Counter()
    for row in sample.rows("articles"):
        if row["feed_title"] == "The Harbour Herald - World":
            seen[row["guid"]] += row["sightings"]
    assert seen == {
        "hh-1001": 2,
        "hh-1002": 1,
        "hh-1003": 3,
        "hh-1004": 2,
        "hh-1005": 2,
        "hh-1006": 2,
        "hh-1007": 1,
        "hh-1008": 1,
    }


def test_an_item_without_guid_is_one_article_by_its_canonical_link(sample: Output) -> None:
    rows = [row for row in sample.rows("articles") if row["guid"] is None and row["url"]]
    assert [(row["sightings"], "utm" in row["url"]) for row in rows] == [(2, False)]


def test_a_story_in_two_files_is_one_article(sample: Output) -> None:
    (row,) = [row for row in sample.rows("articles") if "en-port-strike" in row["source_uri"]]
    assert row["source_uri"] == "samples/stories/en-port-strike-again.txt"
    assert row["sightings"] == 2


def test_rejects_keep_where_and_what_was_rejected(sample: Output) -> None:
    rejects = {row["reason"]: row for row in sample.rows("rejects")}
    assert (rejects["no_text"]["stage"], rejects["no_text"]["entry"]) == ("feeds", 1)
    assert '"bb-902"' in rejects["no_text"]["payload"]
    assert rejects["truncated_entry"]["entry"] == 2
    assert (rejects["unknown_format"]["stage"], rejects["unknown_format"]["entry"]) == (
        "read",
        None,
    )
    assert rejects["unknown_format"]["payload"].startswith("<!DOCTYPE html>")


def test_the_manifest_counts_the_acts_and_tells_stories_without_tables(sample: Output) -> None:
    acts = collections.Counter(a["type"] for row in sample.rows("segments") for a in row["acts"])
    counts = sample.manifest()["counts"]
    assert counts["acts_by_type"] == acts
    without = {row["language"] for row in sample.rows("articles")} & {"ja", "hi"}
    assert set(counts["articles_without_act_tables"]) == without
    assert not any(r["acts"] for r in sample.rows("segments") if r["language"] in without)


def test_a_second_run_into_another_folder_gives_the_same_bytes(run: Run, sample: Output) -> None:
    assert run("again", *SAMPLES, "--run-id", "sample").shards() == sample.shards()


def test_two_worker_processes_give_the_same_bytes_in_many_shards(run: Run) -> None:
    small = ["--run-id", "small", "--shard-bytes", str(RECORD_LIMIT)]
    one = run("one", *SAMPLES, *small)
    flags = ["--direct_num_workers=2", "--direct_running_mode=multi_processing"]
    two = run("two", *SAMPLES, *small, *flags)
    assert one.shards() == two.shards()


def test_the_order_and_the_overlap_of_patterns_do_not_matter(run: Run, sample: Output) -> None:
    shuffled = ["--input", "samples/stories/*.txt", "--input", "samples/**"]
    rows = run("shuffled", *shuffled, "--run-id", "sample").rows("articles")
    (readme,) = [row for row in rows if row["source_uri"] == "samples/README.md"]
    rows.remove(readme)
    assert rows == sample.rows("articles")


@pytest.mark.parametrize(("kind", "suffix"), [("gzip", ".jsonl.gz"), ("zstd", ".jsonl.zst")])
def test_compression_changes_the_files_and_not_the_rows(
    run: Run, sample: Output, kind: str, suffix: str
) -> None:
    packed = run(kind, *SAMPLES, "--run-id", "sample", "--compression", kind)
    assert all(path.endswith(suffix) for path in packed.shards())
    for table in ("articles", "segments", "rejects"):
        assert packed.rows(table) == sample.rows(table)
    assert verify(str(packed.path)).faults == ()
    again = run(f"{kind}-again", *SAMPLES, "--run-id", "sample", "--compression", kind)
    assert again.shards() == packed.shards()


def test_parquet_holds_the_rows_of_the_json_lines(run: Run, sample: Output) -> None:
    output = run("parquet", *SAMPLES, "--run-id", "sample", "--format", "parquet")
    assert sorted(output.shards()) == [
        f"{table}/run=sample/part-00000.parquet" for table in sorted(TABLES)
    ]
    for path in output.shards():
        plain = path.replace(".parquet", ".jsonl")
        assert list(lines(f"{output.path}/{path}")) == list(lines(f"{sample.path}/{plain}"))
        query = f"SELECT * FROM read_{{}}('{{}}', {NO_HIVE})"
        assert _rows(query.format("parquet", output.path / path)) == len(
            sample.shards()[plain].splitlines()
        )
    assert verify(str(output.path)).faults == ()
    flags = ["--direct_num_workers=2", "--direct_running_mode=multi_processing"]
    again = run("again", *SAMPLES, "--run-id", "sample", "--format", "parquet", *flags)
    assert again.shards() == output.shards()


NO_HIVE = "hive_partitioning = false"


def _rows(query: str) -> int:
    return len(duckdb.execute(query).fetchall())


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_day_of_publication_is_a_partition(run: Run, sample: Output, form: str) -> None:
    by_day = ["--partition-by", "published_date", "--format", form]
    output = run("days", *SAMPLES, "--run-id", "sample", *by_day)
    for table in ("articles", "segments"):
        told = {}
        for path in output.shards():
            day = path.split("/")[2].removeprefix("dt=")
            if path.startswith(table):
                told[day] = [json.loads(line) for line in lines(f"{output.path}/{path}")]
        assert len(told) > 3
        for day, rows in told.items():
            if day != NO_DAY:
                assert {row["published"][:10] for row in rows} == {day}
        assert sorted(json.dumps(row) for rows in told.values() for row in rows) == sorted(
            map(json.dumps, sample.rows(table))
        )
    assert [path for path in output.shards() if path.startswith("rejects")] == [
        f"rejects/run=sample/part-00000.{form}"
    ]
    report = verify(str(output.path))
    assert (report.rows, report.faults) == (verify(str(sample.path)).rows, ())
    query = f"SELECT count(*), count(DISTINCT dt) FROM '{output.path}/articles/*/*/*.{form}'"
    assert duckdb.execute(query).fetchall() == [(len(sample.rows("articles")), len(told) - 1)]


@pytest.mark.parametrize(("rate", "status"), [("0.05", 1), ("0.06", 0)])
def test_a_run_that_rejects_too_much_publishes_nothing(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rate: str,
    status: int,
) -> None:
    monkeypatch.chdir(ROOT)
    out = tmp_path / "out"
    arguments = ["--output", str(out), "--max-reject-rate", rate]  # 3 of 58 are 5.17 %
    assert main(["run", *SAMPLES, *arguments]) == status
    assert len(list(out.glob("_runs/*/manifest.json"))) == 1 - status
    if status:
        assert "5.17% of what was read was rejected" in capsys.readouterr().err
        assert [path for path in out.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("rate", ["-0.1", "1.5", "nan"])
def test_a_rate_is_a_share(rate: str) -> None:
    assert main(["run", *SAMPLES, "--output", "x", "--max-reject-rate", rate]) == 2


def _write_archive(folder: pathlib.Path, stories: int, seed: int) -> None:
    """Stories of some 3 KB of invented words, every tenth of them twice."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = (
        "harbour treaty ship grain minister border talks cable winter quota Kenya Norway".split()
    )
    folder.mkdir()
    for number in range(stories):
        blocks = [" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(8)]
        text = "\n\n".join([f"Story {number} of the archive", *blocks])
        (folder / f"story-{number:04d}.txt").write_text(text, encoding="utf-8")
        if number % 10 == 0:
            (folder / f"copy-{number:04d}.txt").write_text(text, encoding="utf-8")


def test_shards_are_bounded_and_whole_and_the_same_in_any_file_order(
    run: Run, tmp_path: pathlib.Path
) -> None:
    _write_archive(tmp_path / "archive", 300, seed=1)
    arguments = ["--input", f"{tmp_path}/archive/*", "--run-id", "r", "--shard-bytes", "1000000"]
    output = run("out", *arguments)
    counts = output.manifest()["counts"]
    assert (counts["read"], counts["revisions"], counts["duplicates"]) == (330, 300, 30)
    sizes = [len(data) for path, data in output.shards().items() if path.startswith("segments")]
    assert len(sizes) > 2
    assert max(sizes) <= 1_000_000
    assert max(sizes) <= 1.2 * min(sizes)
    assert verify(str(output.path)).faults == ()
    flags = ["--direct_num_workers=3", "--direct_running_mode=multi_threading"]
    assert run("threads", *arguments, *flags).shards() == output.shards()


def test_hostile_files_end_in_rejects_and_the_run_goes_on(run: Run, tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n \r\n")
    (folder / "picture.xml").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "cut.gz").write_bytes(b"\x1f\x8b\x08\x00 not really")
    (folder / "half.xml").write_text("<rss><channel><title>x", encoding="utf-8")
    (folder / "page.html").write_text("<html><body>Hello</body></html>", encoding="utf-8")
    (folder / "nul.txt").write_bytes(b"A title\n\nA text with\x00a NUL that is read all the same.")
    (folder / "bomb.xml").write_text(
        "<rss version='2.0'><channel><item><title>t</title><description>"
        + "&lt;div&gt;" * 20_000
        + "</description></item></channel></rss>",
        encoding="utf-8",
    )
    output = run("out", "--input", f"{folder}/*")
    reasons = {
        pathlib.PurePath(row["source_uri"]).name: row["reason"] for row in output.rows("rejects")
    }
    assert reasons == {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "picture.xml": "not_text",
        "cut.gz": "bad_compression",
        "half.xml": "broken_feed",
        "page.html": "unknown_format",
        "bomb.xml": "too_deep",
    }
    (article,) = output.rows("articles")
    assert article["text"] == "A title\n\nA text with\ufffda NUL that is read all the same."
    assert verify(str(output.path)).faults == ()


def test_an_unreadable_file_is_a_reject(
    run: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    (tmp_path / "in" / "gone.txt").write_text("Title\n\nAnother text.", encoding="utf-8")

    from apache_beam.io.filesystems import FileSystems

    opened = FileSystems.open

    def refuse(path: str, *arguments: Any, **options: Any) -> Any:
        if path.endswith("gone.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(FileSystems, "open", refuse)
    output = run("out", "--input", f"{tmp_path}/in/*")
    (row,) = output.rows("rejects")
    assert (row["stage"], row["reason"], row["entry"]) == ("read", "unreadable", None)
    assert [item["sha256"] is None for item in output.manifest()["inputs"]] == [False, True]
    assert output.manifest()["counts"]["read"] == 2


def test_a_text_too_long_for_a_row_is_cut_and_says_so(run: Run, tmp_path: pathlib.Path) -> None:
    block = "The harbour master of Norway said that the ice would not last. " * 40
    text = "\n\n".join(["A title", *[f"{number} {block}" for number in range(800)]])
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    output = run("out", "--input", f"{tmp_path}/long.txt")
    (article,) = output.rows("articles")
    (reject,) = output.rows("rejects")
    assert article["truncated"] is True
    assert text.startswith(article["text"])
    rest = text[len(article["text"]) :]
    assert (reject["reason"], reject["detail"]) == ("text_cut", f"{len(rest)} code points cut")
    assert rest.startswith(reject["payload"])
    counts = output.manifest()["counts"]
    assert (counts["read"], counts["revisions"], counts["rejected"], counts["cut"]) == (1, 1, 0, 1)
    for data in output.shards().values():
        assert max(map(len, data.split(b"\n"))) <= RECORD_LIMIT
    assert verify(str(output.path)).faults == ()


def test_a_run_that_fails_midway_leaves_nothing_to_see(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")

    from transforms.shards import TableWriter

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(TableWriter, "write", fail)
    out = tmp_path / "out"
    assert main(["run", "--input", f"{tmp_path}/a.txt", "--output", str(out)]) == 1
    assert "No space left on device" in capsys.readouterr().err.splitlines()[-1]
    assert [path for path in out.rglob("*") if path.is_file()] == []


def test_a_failure_while_publishing_is_undone(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")

    from pipeline import files

    moved = files.move_folder

    def fail_at_second(source: str, target: str) -> None:
        if "/segments/" in target:
            raise OSError(30, "Read-only file system")
        moved(source, target)

    monkeypatch.setattr(files, "move_folder", fail_at_second)
    out = tmp_path / "out"
    assert main(["run", "--input", f"{tmp_path}/a.txt", "--output", str(out)]) == 1
    assert [path for path in out.rglob("*") if path.is_file()] == []


def test_what_a_killed_run_left_does_not_mix_with_the_next(
    run: Run, tmp_path: pathlib.Path
) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    stale = tmp_path / "out" / "articles" / "run=night"
    stale.mkdir(parents=True)
    (stale / "part-00007.jsonl").write_text("{}\n", encoding="utf-8")
    output = run("out", "--input", f"{tmp_path}/a.txt", "--run-id", "night")
    assert sorted(output.shards()) == [
        f"{table}/run=night/part-00000.jsonl" for table in sorted(TABLES)
    ]
    assert verify(str(output.path)).faults == ()


def test_runs_of_different_names_live_side_by_side(run: Run, tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    run("out", "--input", f"{tmp_path}/a.txt", "--run-id", "monday")
    output = run("out", "--input", f"{tmp_path}/a.txt", "--run-id", "tuesday")
    report = verify(str(output.path))
    assert (report.runs, report.rows, report.faults) == (2, 8, ())


def test_the_folder_itself_matches_a_double_star(run: Run, tmp_path: pathlib.Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/a.txt", "in/deep/b.txt"):
        (tmp_path / name).write_text(f"Title {name}\n\nA text.", encoding="utf-8")
    output = run("out", "--input", f"{tmp_path}/in/**/*.txt")
    assert len(output.rows("articles")) == 2
    shutil.rmtree(output.path)
    assert len(run("out", "--input", f"{tmp_path}/in/").rows("articles")) == 2


@pytest.mark.parametrize(("stories", "kind"), [(2, "paragraph"), (3, "boilerplate")])
def test_a_line_that_closes_three_stories_of_a_folder_is_the_sites(
    stories: int, kind: str, run: Callable[..., Output], tmp_path: pathlib.Path
) -> None:
    for number in range(stories):
        text = f"Quay {number} opens\n\nThe mayor of quay {number} spoke.\n\nThe town bulletin.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    found = run("out", "--input", str(tmp_path / "*.txt"))
    last = [row["kind"] for row in found.rows("segments") if row["text"] == "The town bulletin."]
    assert last == [kind] * stories
